/* kp-account-list.h – the accounts of a campaign.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-account-tables.h"
#include "kp-session.h"

G_BEGIN_DECLS

GPtrArray       *kp_account_list_load (KpSession *session, GError **error); /* (element-type KpAccountRecord) */
gboolean         kp_account_is_in_use (const KpAccountRecord *account);
KpAccountRecord *kp_account_list_find_login (GPtrArray *accounts, const char *login);
KpAccountRecord *kp_account_list_find_person (GPtrArray *accounts, const char *person, GError **error);
gboolean         kp_account_is_administrator (const KpAccountRecord *account);
gboolean         kp_account_may_try (GPtrArray *accounts, const KpAccountRecord *account, const char *now, GError **error);

G_END_DECLS
