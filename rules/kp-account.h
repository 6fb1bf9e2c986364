/* kp-account.h – what an account's login, password and PIN must be, and when it is locked.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* So many wrong passwords or PINs in a row lock the account. */
#define KP_ACCOUNT_MAX_FAILURES 5
#define KP_ACCOUNT_MIN_PASSWORD 8
#define KP_ACCOUNT_MIN_PIN 6
#define KP_ACCOUNT_MAX_PIN 12

typedef enum
{
  KP_SECRET_GOOD,
  KP_SECRET_TOO_SHORT,
  KP_SECRET_TOO_LONG,
  KP_SECRET_NOT_DIGITS, /* of a PIN */
  KP_SECRET_TOO_PLAIN,  /* 000000, 123456, the login itself */
} KpSecretFault;

gboolean      kp_account_is_login (const char *text);
KpSecretFault kp_account_judge_password (const char *login,
                                         const char *password);
KpSecretFault kp_account_judge_pin (const char *pin);
gboolean      kp_account_locks (guint n_failures);

G_END_DECLS
