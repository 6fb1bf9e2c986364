/* kp-test-server.h – an office on a server whose tables belong to none of those who work.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-test-campaign.h"
#include "kp-verify.h"

G_BEGIN_DECLS

/* The logins kp_clerk, kp_reader and kp_keeper have their duties; with accounts, or with nobody's. */
KpTestCampaign *kp_test_server_new (KpTestDatabase *t, gboolean has_accounts);

/* By whom the server belongs to, whom nothing is guarded from. */
void kp_test_server_run (KpTestCampaign *c, const char *sql);

KpSession *kp_test_server_open_as (KpTestCampaign *c, const char *login);

/* By kp_clerk, and the account @login. */
KpSession *kp_test_server_sign_in (KpTestCampaign *c, const char *login);

/* A script in a transaction of its own. */
gboolean kp_test_server_try (KpSession *session, const char *sql, GError **error);

/* The one number "n" of a query. */
gint64 kp_test_server_count (KpSession *session, const char *sql);

/* Asserts that the record is sound. */
void kp_test_server_verify (KpSession *session, KpVerifyReport *report);

G_END_DECLS
