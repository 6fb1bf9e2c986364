/* kp-test-account.h – an office with accounts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-identity.h"
#include "kp-test-campaign.h"

/* The PIN that somebody types, and how often it was asked for. */
typedef struct
{
  const char *pin; /* (nullable) */
  const char *first; /* (nullable): of the first person, in a room */
  guint n_asked;
} KpTestPin;

#define KP_TEST_PASSWORD "a long sentence"
#define KP_TEST_PIN "830412"

void       kp_test_account_add (KpSession *session, const char *login, const char *name, const char *roles,
                                gboolean has_password, gboolean has_pin);
KpSession *kp_test_account_sign_in (KpTestCampaign *c, const char *login);
void       kp_test_account_type (KpSession *session, KpTestPin *pin);

/* 管理员 head (张三), 登分1 first, 登分2 second, 核分 checker (李四), 监督 watcher, 领导 leader; all with a password, the
   administrator, the checker and the leader with a PIN. */
void       kp_test_account_staff (KpTestCampaign *c);

/* An act of two people that any campaign can do; afterwards the record has one cap, or as many as before. */
gboolean   kp_test_account_act (KpSession *session, const char *by, const char *with, GError **error);
gint64     kp_test_account_count_acts (KpTestCampaign *c);
