/* kp-account-list.c – the accounts of a campaign.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-account-list.h"

#include <glib/gi18n-lib.h>

#include "kp-role.h"
#include "kp-review.h"

/* A lock that nobody else could lift. */
#define LAPSE_MINUTES 30

/** kp_account_list_load: all accounts by login, retired ones too; or %NULL with #KP_DATA_ERROR. (transfer full) */
GPtrArray *
kp_account_list_load (KpSession *session,
                      GError **error)
{
  return kp_table_select (kp_session_get_database (session), &kp_account_table, kp_session_get_campaign (session),
                          "ORDER BY login", KP_NO_BINDS, error);
}

/** kp_account_is_in_use: whether it isn't retired. */
gboolean
kp_account_is_in_use (const KpAccountRecord *account)
{
  return account->retired_on == NULL;
}

/** kp_account_list_find_login: the account of that login, retired or not; %NULL when there is none. */
KpAccountRecord *
kp_account_list_find_login (GPtrArray *accounts,
                            const char *login)
{
  for (guint i = 0; i < accounts->len; i++)
    {
      KpAccountRecord *account = g_ptr_array_index (accounts, i);

      if (kp_review_is_same_person (account->login, login))
        return account;
    }
  return NULL;
}

/**
 * kp_account_list_find_person:
 * @accounts: of kp_account_list_load()
 * @person: a login, or a name that is only one person's
 * @error: return location
 *
 * Returns: (transfer none) (nullable): the account in use, or %NULL with #KP_STEP_ERROR
 */
KpAccountRecord *
kp_account_list_find_person (GPtrArray *accounts,
                             const char *person,
                             GError **error)
{
  KpAccountRecord *found = kp_account_list_find_login (accounts, person);
  guint n = found != NULL && kp_account_is_in_use (found) ? 1 : 0;

  for (guint i = 0; n == 0 && i < accounts->len; i++)
    {
      KpAccountRecord *account = g_ptr_array_index (accounts, i);

      if (!kp_account_is_in_use (account) || !kp_review_is_same_person (account->name, person))
        continue;
      for (guint j = 0; j < accounts->len; j++)
        n += kp_account_is_in_use (g_ptr_array_index (accounts, j))
             && kp_review_is_same_person (((KpAccountRecord *) g_ptr_array_index (accounts, j))->name, person);
      found = account;
    }
  if (n == 1)
    return found;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
               n == 0 ? _("Nobody who is called “%s” has an account in use here. Name a person by the login.")
                      : _("More than one person is called “%s” here. Name the person by the login."),
               person);
  return NULL;
}

/** kp_account_is_administrator: whether it may look after the accounts. */
gboolean
kp_account_is_administrator (const KpAccountRecord *account)
{
  KpRoles roles = 0;

  return kp_account_is_in_use (account) && account->password != NULL && kp_roles_parse (account->roles, &roles, NULL)
         && kp_roles_may_do (roles, "account");
}

static gboolean
can_be_unlocked (GPtrArray *accounts,
                 const KpAccountRecord *account)
{
  for (guint i = 0; i < accounts->len; i++)
    {
      const KpAccountRecord *other = g_ptr_array_index (accounts, i);

      if (!g_str_equal (other->login, account->login) && other->locked_at == NULL && kp_account_is_administrator (other))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_lapsed (const KpAccountRecord *account,
            const char *now)
{
  g_autoptr (GDateTime) then = g_date_time_new_from_iso8601 (account->locked_at, NULL);
  g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (now, NULL);

  return then != NULL && moment != NULL && g_date_time_difference (moment, then) >= LAPSE_MINUTES * G_TIME_SPAN_MINUTE;
}

/**
 * kp_account_may_try:
 * @accounts: all of them
 * @account: one in use
 * @now: the time, ISO 8601
 * @error: return location
 *
 * A locked account waits for an administrator. Where there is no other one, it waits half an hour, and then for one try.
 *
 * Returns: %TRUE when a password or PIN of it may be tried, or %FALSE with %KP_STEP_ERROR_REFUSED
 */
gboolean
kp_account_may_try (GPtrArray *accounts,
                    const KpAccountRecord *account,
                    const char *now,
                    GError **error)
{
  const gboolean waits = account->locked_at != NULL && can_be_unlocked (accounts, account);

  if (account->locked_at == NULL || (!waits && has_lapsed (account, now)))
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               waits ? _("The account “%s” is locked after too many wrong tries. An administrator can unlock it.")
                     : _("The account “%s” is locked after too many wrong tries. No other administrator can unlock it, so it can "
                         "be tried again half an hour after the last one."),
               account->login);
  return FALSE;
}
