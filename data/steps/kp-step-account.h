/* kp-step-account.h – who may work on a campaign: accounts, their roles, passwords and PINs.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-account-list.h"

G_BEGIN_DECLS

/* Borrowed. */
typedef struct
{
  const char *login;
  const char *name;     /* of the person */
  const char *roles;   /* as kp_roles_parse() takes them */
  const char *password; /* (nullable): signs in with it */
  const char *pin;      /* (nullable): attests with it */
} KpAccountOrder;

typedef enum
{
  KP_ACCOUNT_PASSWORD,
  KP_ACCOUNT_PIN,
} KpAccountSecret;

gboolean kp_step_add_account (KpSession *session, const KpAccountOrder *order, GError **error);
gboolean kp_step_set_account_secret (KpSession *session, const char *login, KpAccountSecret what, const char *secret,
                                     GError **error);
gboolean kp_step_set_account_roles (KpSession *session, const char *login, const char *roles, GError **error);
gboolean kp_step_retire_account (KpSession *session, const char *login, GError **error);
gboolean kp_step_unlock_account (KpSession *session, const char *login, GError **error);

G_END_DECLS
