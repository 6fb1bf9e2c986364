/* kp-server-account.h – accounts as a server guards them from those who have a clerk's login.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-table.h"

G_BEGIN_DECLS

typedef enum
{
  KP_SERVER_TRY_RIGHT,
  KP_SERVER_TRY_WRONG,
  KP_SERVER_TRY_LOCKED, /* it wasn't compared */
} KpServerTry;

gboolean kp_server_may_read (KpDatabase *db, const KpTable *table, const char *campaign, gboolean *may, GError **error);
gboolean kp_server_check_may_read (KpDatabase *db, const KpTable *table, const char *campaign, GError **error);
gboolean kp_server_try_account (KpDatabase *db, const char *campaign, const char *login, gboolean is_pin, const char *answer,
                                KpServerTry *result, GError **error);
gboolean kp_server_has_proven (KpDatabase *db, const char *campaign, const char *login, gboolean *has, GError **error);

G_END_DECLS
