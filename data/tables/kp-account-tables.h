/* kp-account-tables.h – who works on a campaign, with which roles.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-table.h"

G_BEGIN_DECLS

/* 账号: never removed, so that each login of the journal stays somebody's. Without a password nobody signs in with it; with a
   PIN its owner attests what another one does. */
typedef struct
{
  const char *campaign;
  const char *login;
  const char *name;       /* of the person */
  const char *roles;     /* as kp_roles_dup_names() */
  const char *password;   /* (nullable): as kp_secret_dup_way() */
  const char *pin;        /* (nullable): as kp_secret_dup_way() */
  gint64 n_failures;      /* wrong passwords and PINs since the last right one */
  const char *locked_at;  /* (nullable) */
  const char *retired_on; /* (nullable) */
  const char *created_at;
  gint64 version;
} KpAccountRecord;

/* Beside the account, since on a server nobody but a keeper may read it. It is removed when the way is another. */
typedef struct
{
  const char *campaign;
  const char *login;
  const char *way;      /* as kp_secret_dup_way() */
  const char *verifier; /* as kp_secret_dup_verifier() */
} KpAccountSecretRecord;

extern const KpTable kp_account_table;
extern const KpTable kp_account_secret_table;

G_END_DECLS
