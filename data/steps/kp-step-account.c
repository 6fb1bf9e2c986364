/* kp-step-account.c – who may work on a campaign: accounts, their roles, passwords and PINs.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 个人信息保护法第五十一条: permissions by role. The first account with a password is an administrator's; from then on
 * everybody signs in, and only an administrator looks after accounts. Before, whoever has the file may write down who attests
 * with a PIN, and whoever has one gives the old one away only by typing it.
 *
 * The journal shows that a password or a PIN changed, and never what to. In the account stands how the answer is computed; what
 * it is compared with is a row of its own, which a server shows to nobody who works (server-accounts.sql). */
#include "kp-step-account.h"

#include <glib/gi18n-lib.h>

#include "kp-account.h"
#include "kp-identity.h"
#include "kp-review.h"
#include "kp-secret.h"
#include "kp-server-account.h"
#include "kp-two-people.h"

static gboolean
refuse (GError **error,
        const char *sentence)
{
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, sentence);
  return FALSE;
}

/* ---- what may be asked for ---- */

static gboolean
check_secret (KpAccountSecret what,
              const char *login,
              const char *secret,
              GError **error)
{
  const gboolean is_pin = what == KP_ACCOUNT_PIN;
  const KpSecretFault fault = is_pin ? kp_account_judge_pin (secret) : kp_account_judge_password (login, secret);

  if (fault == KP_SECRET_GOOD)
    return TRUE;
  if (fault == KP_SECRET_TOO_PLAIN)
    return refuse (error, is_pin ? _("Anybody would guess this PIN; take digits that are no row.")
                                 : _("Anybody would guess this password; take a sentence that has nothing to do with the login."));
  if (is_pin)
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, _("A PIN has %d to %d digits and nothing else."), KP_ACCOUNT_MIN_PIN,
                 KP_ACCOUNT_MAX_PIN);
  else
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, _("A password has at least %d characters."),
                 KP_ACCOUNT_MIN_PASSWORD);
  return FALSE;
}

static gboolean
parse_roles (const char *text,
              char **names,
              GError **error)
{
  g_autofree char *unknown = NULL;
  KpRoles roles = 0;

  if (!kp_roles_parse (text, &roles, &unknown))
    {
      g_autofree char *all = kp_roles_dup_names ((1u << KP_N_ROLES) - 1);

      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_ARGUMENT, _("“%s” is no role. Roles are: %s."), unknown, all);
      return FALSE;
    }
  if (roles == 0)
    return refuse (error, _("An account needs at least one role."));
  if (!kp_roles_go_together (roles))
    return refuse (error, _("Who supervises or leads only reads, and has no other role beside it."));
  *names = kp_roles_dup_names (roles);
  return TRUE;
}

/* Passwords lock out whoever has none: there must always be somebody who can put that right. */
static gboolean
check_looked_after (KpSession *session,
                    GError **error)
{
  g_autoptr (GPtrArray) accounts = kp_account_list_load (session, error);
  gboolean has_password = FALSE;

  for (guint i = 0; accounts != NULL && i < accounts->len; i++)
    {
      const KpAccountRecord *account = g_ptr_array_index (accounts, i);

      if (kp_account_is_administrator (account))
        return TRUE;
      has_password = has_password || (kp_account_is_in_use (account) && account->password != NULL);
    }
  if (accounts == NULL)
    return FALSE;
  return !has_password
         || refuse (error, _("Somebody has to look after the accounts: give an administrator a password first, and keep one."));
}

/* ---- changing ---- */

typedef struct
{
  KpSession *session;
  KpLedger *ledger;
  KpAccountRecord *stored;
  KpAccountRecord changed;
} Change;

static void
change_clear (Change *change)
{
  g_clear_pointer (&change->ledger, kp_ledger_free);
  g_clear_pointer (&change->stored, kp_record_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Change, change_clear)

static KpAccountRecord *
find_account (KpSession *session,
              const char *login,
              GError **error)
{
  g_autoptr (GPtrArray) accounts = kp_account_list_load (session, error);
  const KpAccountRecord *account = accounts != NULL ? kp_account_list_find_login (accounts, login) : NULL;

  if (account != NULL && kp_account_is_in_use (account))
    return kp_record_copy (&kp_account_table, account);
  if (accounts != NULL)
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                 account == NULL ? _("There is no account “%s”.") : _("The account “%s” is retired."), login);
  return NULL;
}

/* Without administrators a PIN is changed or given up only by who knows it. */
static gboolean
check_owner (KpSession *session,
             const char *login,
             GError **error)
{
  g_autofree KpAccountRecord *account = find_account (session, login, error);
  KpProof proof = KP_PROOF_NONE;

  if (account == NULL || !kp_identity_find_proof (session, &proof, error))
    return FALSE;
  return account->pin == NULL || proof == KP_PROOF_ACCOUNTS || kp_identity_check_pin (session, KP_PIN_OLD, account, error);
}

static gboolean
is_own (KpSession *session,
        const char *login)
{
  KpIdentity *identity = kp_session_get_identity (session);

  return identity != NULL && kp_review_is_same_person (kp_identity_get_login (identity), login);
}

static gboolean
begin_change (Change *change,
              KpSession *session,
              const char *login,
              gboolean is_own_secret,
              GError **error)
{
  change->session = session;
  change->ledger = is_own_secret ? kp_session_begin_beside (session, "own-secret", NULL, error)
                                 : kp_session_begin_beside (session, "account", login, error);
  change->stored = change->ledger != NULL ? find_account (session, login, error) : NULL;
  if (change->stored == NULL)
    return FALSE;
  change->changed = *change->stored;
  return TRUE;
}

static gboolean
end_change (Change *change,
            GError **error)
{
  return kp_ledger_update (change->ledger, &kp_account_table, &change->changed, error)
         && check_looked_after (change->session, error) && kp_session_commit (change->session, change->ledger, error);
}

/* ---- secrets ---- */

/* Owned; of a secret that isn't wanted all are NULL. */
typedef struct
{
  char *way;
  char *verifier;
} Secret;

static void
secret_clear (Secret *secret)
{
  g_clear_pointer (&secret->way, g_free);
  g_clear_pointer (&secret->verifier, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Secret, secret_clear)

static gboolean
make_secret (Secret *secret,
             const char *typed,
             GError **error)
{
  char *answer;

  if (typed == NULL)
    return TRUE;
  secret->way = kp_secret_dup_way (error);
  answer = secret->way != NULL ? kp_secret_dup_answer (secret->way, typed, error) : NULL;
  if (answer != NULL)
    secret->verifier = kp_secret_dup_verifier (answer, error);
  kp_secret_free (answer);
  return secret->verifier != NULL;
}

static gboolean
keep_secret (KpLedger *ledger,
             const KpAccountRecord *account,
             const Secret *secret,
             GError **error)
{
  KpAccountSecretRecord record = { account->campaign, account->login, secret->way, secret->verifier };

  return secret->way == NULL || kp_ledger_insert (ledger, &kp_account_secret_table, &record, error);
}

/* Before the account says another one: what a password was checked by could still be tried out. On a server it goes with the
 * account's change (account_taken () of server-accounts.sql). */
static gboolean
remove_secret (KpSession *session,
               KpLedger *ledger,
               const char *login,
               const char *way,
               GError **error)
{
  KpDatabase *db = kp_session_get_database (session);
  const char *campaign = kp_session_get_campaign (session);
  const KpAccountSecretRecord gone = { campaign, login, way, "" };
  g_autofree KpAccountSecretRecord *stored = NULL;
  gboolean may_read = FALSE;

  if (way == NULL)
    return TRUE;
  if (!kp_server_may_read (db, &kp_account_secret_table, campaign, &may_read, error))
    return FALSE;
  if (!may_read)
    return kp_ledger_write_removed (ledger, &kp_account_secret_table, &gone, error);
  return kp_table_find (db, &kp_account_secret_table, campaign, KP_BINDS (KP_TEXT (login), KP_TEXT (way)), &stored, error)
         && (stored == NULL || kp_ledger_remove (ledger, &kp_account_secret_table, stored, error));
}

/* ---- steps ---- */

static gboolean
check_new (KpSession *session,
           const KpAccountOrder *order,
           GError **error)
{
  g_autoptr (GPtrArray) accounts = NULL;

  if (!kp_account_is_login (order->login))
    return refuse (error, _("A login is up to 32 small letters, digits, dots and hyphens, or Chinese characters, with at least one "
                            "letter; no number of a person."));
  if (kp_two_people_is_blank (order->name))
    return refuse (error, _("An account needs the name of the person."));
  if ((order->password != NULL && !check_secret (KP_ACCOUNT_PASSWORD, order->login, order->password, error))
      || (order->pin != NULL && !check_secret (KP_ACCOUNT_PIN, order->login, order->pin, error)))
    return FALSE;
  accounts = kp_account_list_load (session, error);
  if (accounts == NULL || kp_account_list_find_login (accounts, order->login) == NULL)
    return accounts != NULL;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("There is an account “%s” already, perhaps a retired one; a login is never given to a second person."),
               order->login);
  return FALSE;
}

/**
 * kp_step_add_account:
 * @session: a session, open for writing
 * @order: whose account
 * @error: return location
 *
 * Takes some tenths of a second for each secret. Thread: the session's, and not the main loop's.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_add_account (KpSession *session,
                     const KpAccountOrder *order,
                     GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_autofree char *roles = NULL;
  g_auto (Secret) password = { 0 };
  g_auto (Secret) pin = { 0 };
  g_autofree char *now = kp_session_dup_now (session);
  KpAccountRecord record = { .campaign = kp_session_get_campaign (session),
                             .login = order->login,
                             .name = order->name,
                             .created_at = now };

  if (!parse_roles (order->roles, &roles, error) || !check_new (session, order, error))
    return FALSE;
  if (!make_secret (&password, order->password, error) || !make_secret (&pin, order->pin, error))
    return FALSE;
  record.roles = roles;
  record.password = password.way;
  record.pin = pin.way;
  ledger = kp_session_begin_beside (session, "account", order->login, error);
  return ledger != NULL && kp_ledger_insert (ledger, &kp_account_table, &record, error)
         && keep_secret (ledger, &record, &password, error) && keep_secret (ledger, &record, &pin, error)
         && check_looked_after (session, error) && kp_session_commit (session, ledger, error);
}

/**
 * kp_step_set_account_secret:
 * @session: a session, open for writing
 * @login: whose
 * @what: password or PIN
 * @secret: the new one
 * @error: return location
 *
 * Whoever signed in changes the own one; an administrator sets another's. What the old one was checked by is gone. Thread: as kp_step_add_account().
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_set_account_secret (KpSession *session,
                            const char *login,
                            KpAccountSecret what,
                            const char *secret,
                            GError **error)
{
  g_auto (Change) change = { 0 };
  g_auto (Secret) made = { 0 };

  if (!check_secret (what, login, secret, error) || !check_owner (session, login, error))
    return FALSE;
  if (!make_secret (&made, secret, error) || !begin_change (&change, session, login, is_own (session, login), error))
    return FALSE;
  if (what == KP_ACCOUNT_PIN)
    change.changed.pin = made.way;
  else
    change.changed.password = made.way;
  return remove_secret (session, change.ledger, login, what == KP_ACCOUNT_PIN ? change.stored->pin : change.stored->password,
                        error)
         && keep_secret (change.ledger, &change.changed, &made, error) && end_change (&change, error);
}

/**
 * kp_step_set_account_roles:
 * @session: a session, open for writing
 * @login: whose
 * @roles: all of them from now on, as kp_roles_parse() takes them
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_set_account_roles (KpSession *session,
                            const char *login,
                            const char *roles,
                            GError **error)
{
  g_auto (Change) change = { 0 };
  g_autofree char *names = NULL;

  if (!parse_roles (roles, &names, error) || !begin_change (&change, session, login, FALSE, error))
    return FALSE;
  change.changed.roles = names;
  return end_change (&change, error);
}

/**
 * kp_step_retire_account:
 * @session: a session, open for writing
 * @login: whose
 * @error: return location
 *
 * Nobody signs in or attests with it any more; what the journal says of it stays, and so does its login.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_retire_account (KpSession *session,
                        const char *login,
                        GError **error)
{
  g_auto (Change) change = { 0 };
  g_autofree char *today = kp_date_dup_iso (kp_session_get_today (session));

  if (!check_owner (session, login, error) || !begin_change (&change, session, login, FALSE, error))
    return FALSE;
  change.changed.retired_on = today;
  return end_change (&change, error);
}

/**
 * kp_step_unlock_account:
 * @session: a session, open for writing
 * @login: whose
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_unlock_account (KpSession *session,
                        const char *login,
                        GError **error)
{
  g_auto (Change) change = { 0 };
  KpProof proof = KP_PROOF_NONE;

  if (!kp_identity_find_proof (session, &proof, error) || !begin_change (&change, session, login, FALSE, error))
    return FALSE;
  if (change.stored->locked_at == NULL)
    return refuse (error, _("The account isn't locked."));
  if (proof != KP_PROOF_ACCOUNTS)
    return refuse (error, _("Without an administrator who signs in, nobody unlocks an account; half an hour after the last wrong "
                            "try its PIN can be tried again."));
  change.changed.locked_at = NULL;
  change.changed.n_failures = 0;
  return end_change (&change, error);
}
