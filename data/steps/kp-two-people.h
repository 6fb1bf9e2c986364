/* kp-two-people.h – acts that two people answer for.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-session.h"

G_BEGIN_DECLS

/* Who answers, and why. Borrowed. */
typedef struct
{
  const char *first_person;
  const char *second_person;
  const char *reason;
} KpTwoPeople;

gboolean kp_two_people_is_blank (const char *text);
gboolean kp_two_people_check_named (KpSession *session, const char *by, const char *with, GError **error);
gboolean kp_two_people_check_one_or_both (KpSession *session, const char *by, const char *with, GError **error);
gboolean kp_two_people_check_change (KpSession *session, const KpTwoPeople *people, GError **error);

G_END_DECLS
