/* kp-server.h – the rights on a record that lies on a server: who works on which campaign.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-database.h"

G_BEGIN_DECLS

typedef enum
{
  KP_SERVER_CLERK, /* reads and writes; the journal can only be read and appended to */
  KP_SERVER_KEEPER, /* a clerk who carries campaigns over, and so reads what passwords are checked by; nothing of accounts is
                       refused to it */
  KP_SERVER_READER /* reads */
} KpServerDuty;

/* Owned texts. */
typedef struct
{
  char *login;
  char *campaign;
  KpServerDuty duty;
} KpServerGrant;

/* Owned text. */
typedef struct
{
  char *campaign;
  gint64 n_rows; /* of its journal */
} KpServerCampaign;

/* For the login that the tables belong to; a file has no logins (FAILED). */
gboolean kp_server_is_set_up (KpDatabase *db, gboolean *is_set_up, GError **error);
gboolean kp_server_set_up (KpDatabase *db, GError **error);
gboolean kp_server_grant (KpDatabase *db, const char *login, const char *campaign, KpServerDuty duty, GError **error);
gboolean kp_server_revoke (KpDatabase *db, const char *login, const char *campaign, guint *n_revoked, GError **error);
GPtrArray *kp_server_list_grants (KpDatabase *db, GError **error);
GPtrArray *kp_server_list_campaigns (KpDatabase *db, GError **error);

G_END_DECLS
