/* kp-account.c – what an account's login, password and PIN must be, and when it is locked.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-account.h"

#include <string.h>

#define MAX_LOGIN 32

/**
 * kp_account_is_login:
 * @text: what somebody wants to be called
 *
 * A login stands in the journal and on command lines: small letters, digits, dot, hyphen, or Chinese characters, and
 * nothing that could be a person's number.
 *
 * Returns: whether it can be one
 */
gboolean
kp_account_is_login (const char *text)
{
  const glong n = g_utf8_validate (text, -1, NULL) ? g_utf8_strlen (text, -1) : 0;
  gboolean    has_letter = FALSE;

  if (n < 1 || n > MAX_LOGIN || g_ascii_ispunct (*text))
    return FALSE;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);
      const gboolean is_letter = (c < 128 && g_ascii_islower ((gchar) c)) || g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;

      if (!is_letter && !(c < 128 && (g_ascii_isdigit ((gchar) c) || c == '.' || c == '-')))
        return FALSE;
      has_letter = has_letter || is_letter;
    }

  return has_letter;
}

/* One character again and again: no secret, however long. */
static gboolean
is_one_character (const char *text)
{
  const gunichar first = g_utf8_get_char (text);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (g_utf8_get_char (at) != first)
      return FALSE;

  return TRUE;
}

/**
 * kp_account_judge_password:
 * @login: of the account
 * @password: what somebody wants to prove it with
 *
 * Returns: %KP_SECRET_GOOD, or what is wrong with it
 */
KpSecretFault
kp_account_judge_password (const char *login,
                           const char *password)
{
  if (!g_utf8_validate (password, -1, NULL) || g_utf8_strlen (password, -1) < KP_ACCOUNT_MIN_PASSWORD)
    return KP_SECRET_TOO_SHORT;
  if (is_one_character (password) || strstr (password, login) != NULL || strcmp (password, "12345678") == 0
      || strcmp (password, "password") == 0)
    return KP_SECRET_TOO_PLAIN;

  return KP_SECRET_GOOD;
}

/* 123456, 654321, 000000: each digit is as far from the one before as the others are. */
static gboolean
is_row (const char *pin)
{
  const int by = pin[1] - pin[0];

  if (by < -1 || by > 1)
    return FALSE;
  for (gsize i = 1; pin[i] != '\0'; i++)
    if (pin[i] - pin[i - 1] != by)
      return FALSE;

  return TRUE;
}

/**
 * kp_account_judge_pin:
 * @pin: what somebody wants to confirm with beside another's screen
 *
 * Returns: %KP_SECRET_GOOD, or what is wrong with it
 */
KpSecretFault
kp_account_judge_pin (const char *pin)
{
  const gsize n = strlen (pin);

  if (strspn (pin, "0123456789") != n)
    return KP_SECRET_NOT_DIGITS;
  if (n < KP_ACCOUNT_MIN_PIN)
    return KP_SECRET_TOO_SHORT;
  if (n > KP_ACCOUNT_MAX_PIN)
    return KP_SECRET_TOO_LONG;

  return is_row (pin) ? KP_SECRET_TOO_PLAIN : KP_SECRET_GOOD;
}

/** kp_account_locks: whether an account is locked after so many wrong tries in a row. */
gboolean
kp_account_locks (guint n_failures)
{
  return n_failures >= KP_ACCOUNT_MAX_FAILURES;
}
