/* kp-identity.c – who works, and how it was proven; the one place where a step asks for it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How much is asked depends on what the record knows:
 *
 *                                    at the screen          the second of two people
 *   nobody has a password or a PIN   a name                 another name
 *   somebody has a PIN               a name                 an account in use, by its PIN
 *   … in a room package, two PINs    an account, by its PIN  another one, by its PIN
 *   somebody has a password          signed in, with the    another account in use, by its PIN, with a role that
 *                                    role for the step      may attest the step
 *
 * Every unit of work begins in kp-session-work.c, which asks kp_identity_check_step(); every act of two people passes
 * kp-two-people.c, which asks kp_identity_check_two(). Neither can be had without the other's session, and an identity is
 * made by nobody but kp_identity_prove(): so there is no way around them, from whichever screen or verb. */

#include "kp-identity.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-account-list.h"
#include "kp-account.h"
#include "kp-data-error.h"
#include "kp-mark-tables.h"
#include "kp-review.h"
#include "kp-secret.h"
#include "kp-server-account.h"
#include "kp-session-private.h"

struct _KpIdentity
{
  gatomicrefcount n_refs;
  char *campaign;
  char *login;
  char *name;
  KpRoles roles;
  char *way;    /* the account's, for the password that was proven */
  char *answer; /* of the password, for other connections to the server */
};

G_GNUC_PRINTF (3, 4)
static gboolean
refuse (KpStepError code,
        GError **error,
        const char *format,
        ...)
{
  g_autofree char *sentence = NULL;
  va_list values;

  va_start (values, format);
  sentence = g_strdup_vprintf (format, values);
  va_end (values);
  g_set_error_literal (error, KP_STEP_ERROR, code, sentence);
  return FALSE;
}

static KpRoles
parse_roles (const KpAccountRecord *account)
{
  KpRoles roles = 0;

  kp_roles_parse (account->roles, &roles, NULL);
  return roles;
}

/* ---- comparing ---- */

/* On a server whoever has a clerk's login can't read what is compared with, so that the server compares. */
static gboolean
server_compares (KpSession *session,
                 gboolean *does,
                 GError **error)
{
  gboolean may_read = TRUE;

  if (!kp_server_may_read (session->db, &kp_account_secret_table, session->campaign, &may_read, error))
    return FALSE;
  *does = !may_read;
  return TRUE;
}

static gboolean
compare_here (KpSession *session,
              const KpAccountRecord *account,
              const char *way,
              const char *answer,
              KpServerTry *result,
              GError **error)
{
  g_autofree KpAccountSecretRecord *secret = NULL;

  if (!kp_table_find (session->db, &kp_account_secret_table, session->campaign, KP_BINDS (KP_TEXT (account->login), KP_TEXT (way)),
                      &secret, error))
    return FALSE;
  *result = secret != NULL && kp_secret_fits (secret->verifier, answer) ? KP_SERVER_TRY_RIGHT : KP_SERVER_TRY_WRONG;
  return TRUE;
}

static gboolean
compare (KpSession *session,
         const KpAccountRecord *account,
         gboolean is_pin,
         const char *answer,
         KpServerTry *result,
         GError **error)
{
  gboolean by_server = FALSE;

  if (!server_compares (session, &by_server, error))
    return FALSE;
  if (!by_server)
    return compare_here (session, account, is_pin ? account->pin : account->password, answer, result, error);
  return kp_server_try_account (session->db, session->campaign, account->login, is_pin, answer, result, error);
}

/* ---- a try, right or wrong ---- */

static KpLedger *
begin (KpSession *session,
       const char *step,
       const char *login,
       GError **error)
{
  g_autofree char *clock = kp_session_dup_clock (session);

  return kp_ledger_begin (session->db, session->campaign, &(KpAct) { login, clock, step, NULL }, error);
}

/* Counts a wrong try, or forgets those before a right one. */
static gboolean
record_try (KpSession *session,
            const char *login,
            gboolean is_right,
            gboolean *is_locked,
            GError **error)
{
  g_autoptr (KpLedger) ledger = begin (session, "sign-in", login, error);
  g_autofree KpAccountRecord *stored = NULL;
  g_autofree char *now = kp_session_dup_now (session);
  KpAccountRecord changed;

  if (ledger == NULL
      || !kp_table_find (session->db, &kp_account_table, session->campaign, KP_BINDS (KP_TEXT (login)), &stored, error))
    return FALSE;
  g_return_val_if_fail (stored != NULL, FALSE);
  changed = *stored;
  changed.n_failures = is_right ? 0 : stored->n_failures + 1;
  *is_locked = *is_locked || kp_account_locks ((guint) changed.n_failures);
  changed.locked_at = *is_locked ? now : NULL;
  return kp_ledger_update (ledger, &kp_account_table, &changed, error) && kp_ledger_commit (ledger, error);
}

/* What can't be counted, on a medium that may only be read, is refused all the same. */
static gboolean
judge_try (KpSession *session,
           const KpAccountRecord *account,
           gboolean is_pin,
           const char *answer,
           const char *wrong,
           GError **error)
{
  const gboolean may_write = !kp_database_is_in_transaction (session->db);
  KpServerTry result = KP_SERVER_TRY_WRONG;
  gboolean is_right, is_locked;
  g_autoptr (GError) local = NULL;

  if (!compare (session, account, is_pin, answer, &result, error))
    return FALSE;
  is_right = result == KP_SERVER_TRY_RIGHT;
  is_locked = result == KP_SERVER_TRY_LOCKED;
  if (is_right && account->n_failures == 0)
    return TRUE;
  if (may_write && !record_try (session, account->login, is_right, &is_locked, &local)
      && !g_error_matches (local, KP_DATA_ERROR, KP_DATA_ERROR_READ_ONLY))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (is_right)
    return TRUE;
  if (is_locked)
    return refuse (KP_STEP_ERROR_REFUSED, error,
                   _("That was wrong once too often: the account “%s” is locked now. An administrator can unlock it."),
                   account->login);
  return refuse (KP_STEP_ERROR_UNPROVEN, error, _("%s After %d wrong tries in a row the account is locked."), wrong,
                 KP_ACCOUNT_MAX_FAILURES);
}

/* What was typed is no text, or the account has no such secret: as wrong as any other. */
static char *
dup_answer (const char *way,
            const char *secret,
            GError **error)
{
  g_autoptr (GError) local = NULL;
  char *answer = kp_secret_dup_answer (way, secret, &local);

  if (answer == NULL && g_error_matches (local, KP_DATA_ERROR, KP_DATA_ERROR_PASSPHRASE))
    return g_strdup ("");
  if (answer == NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return answer;
}

/**
 * kp_identity_prove:
 * @session: a session that may write, so that wrong tries are counted
 * @login: who wants to sign in
 * @password: what was typed
 * @error: return location
 *
 * Takes some tenths of a second. Thread: the session's, and not the main loop's.
 *
 * Returns: (transfer full) (nullable): the proof, or %NULL with %KP_STEP_ERROR_UNPROVEN, %KP_STEP_ERROR_REFUSED when the
 * account is locked or retired, or #KP_DATA_ERROR
 */
KpIdentity *
kp_identity_prove (KpSession *session,
                   const char *login,
                   const char *password,
                   GError **error)
{
  g_autoptr (GPtrArray) accounts = kp_account_list_load (session, error);
  const KpAccountRecord *account = accounts != NULL ? kp_account_list_find_login (accounts, login) : NULL;
  g_autofree char *now = kp_session_dup_now (session);
  const char *wrong = _("The login or the password is wrong.");
  char *answer;
  KpIdentity *identity;

  if (accounts == NULL)
    return NULL;
  if (account == NULL || account->password == NULL)
    {
      refuse (KP_STEP_ERROR_UNPROVEN, error, "%s", wrong);
      return NULL;
    }
  if (!kp_account_is_in_use (account))
    {
      refuse (KP_STEP_ERROR_REFUSED, error, _("The account “%s” is retired. An administrator can make another one."), login);
      return NULL;
    }
  if (!kp_account_may_try (accounts, account, now, error))
    return NULL;
  answer = dup_answer (account->password, password, error);
  if (answer == NULL || !judge_try (session, account, FALSE, answer, wrong, error))
    {
      kp_secret_free (answer);
      return NULL;
    }
  identity = g_new0 (KpIdentity, 1);
  g_atomic_ref_count_init (&identity->n_refs);
  identity->campaign = g_strdup (session->campaign);
  identity->login = g_strdup (account->login);
  identity->name = g_strdup (account->name);
  identity->roles = parse_roles (account);
  identity->way = g_strdup (account->password);
  identity->answer = answer;
  return identity;
}

/** kp_identity_ref: @identity, which never changes and may be used in any thread. */
KpIdentity *
kp_identity_ref (KpIdentity *identity)
{
  g_atomic_ref_count_inc (&identity->n_refs);
  return identity;
}

/** kp_identity_unref: @identity goes when its last owner lets go of it. */
void
kp_identity_unref (KpIdentity *identity)
{
  if (!g_atomic_ref_count_dec (&identity->n_refs))
    return;
  g_free (identity->campaign);
  g_free (identity->login);
  g_free (identity->name);
  g_free (identity->way);
  kp_secret_free (identity->answer);
  g_free (identity);
}

/** kp_identity_get_login: as the journal names it. */
const char *
kp_identity_get_login (KpIdentity *identity)
{
  return identity->login;
}

/** kp_identity_get_name: the person's. */
const char *
kp_identity_get_name (KpIdentity *identity)
{
  return identity->name;
}

/** kp_identity_get_roles: as they were when it was proven; a step asks for those of the moment. */
KpRoles
kp_identity_get_roles (KpIdentity *identity)
{
  return identity->roles;
}

/** kp_identity_is_called: whether @name is the login or the name of @identity (both nullable). */
gboolean
kp_identity_is_called (KpIdentity *identity,
                       const char *name)
{
  return identity != NULL && name != NULL
         && (kp_review_is_same_person (identity->login, name) || kp_review_is_same_person (identity->name, name));
}

/* ---- what a session knows ---- */

static KpProof
find_proof (GPtrArray *accounts,
            guint *n_pins)
{
  KpProof proof = KP_PROOF_NONE;

  *n_pins = 0;
  for (guint i = 0; i < accounts->len; i++)
    {
      const KpAccountRecord *account = g_ptr_array_index (accounts, i);

      if (!kp_account_is_in_use (account))
        continue;
      if (account->password != NULL)
        proof = KP_PROOF_ACCOUNTS;
      else if (account->pin != NULL && proof == KP_PROOF_NONE)
        proof = KP_PROOF_PINS;
      *n_pins += account->pin != NULL;
    }
  return proof;
}

/**
 * kp_identity_find_proof:
 * @session: a session
 * @proof: (out): what its campaign asks for
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_identity_find_proof (KpSession *session,
                        KpProof *proof,
                        GError **error)
{
  g_autoptr (GPtrArray) accounts = kp_account_list_load (session, error);
  guint n_pins = 0;

  if (accounts == NULL)
    return FALSE;
  *proof = find_proof (accounts, &n_pins);
  return TRUE;
}

/**
 * kp_session_set_identity:
 * @session: a session
 * @identity: (nullable): of kp_identity_prove(), on any session of the same campaign
 *
 * From here on the journal names this login, whatever name was given before.
 */
void
kp_session_set_identity (KpSession *session,
                         KpIdentity *identity)
{
  KpIdentity *before = session->identity;

  session->identity = identity != NULL ? kp_identity_ref (identity) : NULL;
  g_clear_pointer (&before, kp_identity_unref);
  if (identity == NULL)
    return;
  g_free (session->actor);
  session->actor = g_strdup (identity->login);
}

/**
 * kp_identity_stand:
 * @session: a session on whose connection no unit of work is open
 * @error: return location
 *
 * A server takes a row of the journal only from a connection that proved to stand for whom it names. Whoever signed in did so on
 * another one, or this one broke off since: it proves it now. To be asked before a unit of work.
 *
 * Returns: %TRUE, or %FALSE with %KP_STEP_ERROR_UNPROVEN, %KP_STEP_ERROR_REFUSED or #KP_DATA_ERROR
 */
gboolean
kp_identity_stand (KpSession *session,
                   GError **error)
{
  const KpIdentity *identity = session->identity;
  KpServerTry result = KP_SERVER_TRY_WRONG;
  gboolean by_server = FALSE, has_proven = FALSE;

  if (identity == NULL || kp_database_is_in_transaction (session->db) || !g_str_equal (identity->campaign, session->campaign))
    return TRUE;
  if (!server_compares (session, &by_server, error)
      || (by_server && !kp_server_has_proven (session->db, session->campaign, identity->login, &has_proven, error)))
    return FALSE;
  if (!by_server || has_proven)
    return TRUE;
  if (!kp_server_try_account (session->db, session->campaign, identity->login, FALSE, identity->answer, &result, error))
    return FALSE;
  return result == KP_SERVER_TRY_RIGHT
         || refuse (KP_STEP_ERROR_UNPROVEN, error,
                    _("The account “%s” was locked, retired or given another password meanwhile. Sign in again."),
                    identity->login);
}

/** kp_session_get_identity: who signed in; %NULL = nobody. (transfer none) */
KpIdentity *
kp_session_get_identity (KpSession *session)
{
  return session->identity;
}

/**
 * kp_session_set_pin_func:
 * @session: a session
 * @ask: asks the second person; called before anything is written, never within a unit of work of two people
 * @data: for @ask; must outlive the session
 */
void
kp_session_set_pin_func (KpSession *session,
                         KpPinFunc ask,
                         gpointer data)
{
  session->ask_pin = ask;
  session->ask_pin_data = data;
}

/** kp_session_is_second: whether @person is the login of who proved to be the second person in this session. */
gboolean
kp_session_is_second (KpSession *session,
                      const char *person)
{
  return session->second != NULL && kp_review_is_same_person (session->second, person);
}

/* ---- one person's step ---- */

static gboolean
check_role (const KpAccountRecord *account,
            const char *step,
            gboolean is_second,
            GError **error)
{
  const KpRoles roles = parse_roles (account);
  g_autofree char *labels = kp_roles_dup_labels (roles);

  if (is_second ? kp_roles_may_attest (roles, step) : kp_roles_may_do (roles, step))
    return TRUE;
  return refuse (KP_STEP_ERROR_REFUSED, error,
                 is_second ? _("“%s” may not be the second person for this; the roles of the account are: %s. Have somebody "
                               "else attest it.")
                           : _("“%s” may not do this; the roles of the account are: %s. Have somebody do it whose role it is, "
                               "or an administrator give the account another role."),
                 account->login, labels);
}

/* The password may have been changed since, the account locked, retired or given other roles. */
static KpAccountRecord *
find_own (KpSession *session,
          GPtrArray *accounts,
          GError **error)
{
  const KpIdentity *identity = session->identity;
  KpAccountRecord *account;

  if (identity == NULL)
    {
      refuse (KP_STEP_ERROR_UNPROVEN, error, _("This campaign has accounts: sign in first."));
      return NULL;
    }
  account = g_str_equal (identity->campaign, session->campaign) ? kp_account_list_find_login (accounts, identity->login) : NULL;
  if (account != NULL && kp_account_is_in_use (account) && account->locked_at == NULL
      && g_strcmp0 (account->password, identity->way) == 0)
    return account;
  refuse (KP_STEP_ERROR_UNPROVEN, error,
          _("The account “%s” was locked, retired or given another password meanwhile. Sign in again."), identity->login);
  return NULL;
}

/** kp_identity_dup_attested: what the journal says of who proved an act of two people: the logins; @first is %NULL where only
 * the second one was asked. (transfer full) */
char *
kp_identity_dup_attested (const char *first,
                          const char *second)
{
  return g_strdup_printf ("%s %s", first != NULL ? first : "-", second != NULL ? second : "-");
}

/**
 * kp_identity_check_step:
 * @session: a session
 * @ledger: its unit of work, which just began
 * @step: as the journal calls it
 * @error: return location
 *
 * Asked at the begin of every unit of work. Of an act of two people it is written down who proved it.
 *
 * Returns: %TRUE, or %FALSE with %KP_STEP_ERROR_UNPROVEN, %KP_STEP_ERROR_REFUSED or #KP_DATA_ERROR
 */
gboolean
kp_identity_check_step (KpSession *session,
                        KpLedger *ledger,
                        const char *step,
                        GError **error)
{
  g_autoptr (GPtrArray) accounts = kp_account_list_load (session, error);
  const gboolean is_attested = session->is_attested && session->second != NULL;
  g_autofree char *attested = is_attested ? kp_identity_dup_attested (session->first, session->second) : NULL;
  const KpAccountRecord *own;
  gboolean asks_roles;
  guint n_pins = 0;

  session->is_attested = FALSE;
  if (accounts == NULL)
    return FALSE;
  asks_roles = find_proof (accounts, &n_pins) == KP_PROOF_ACCOUNTS;
  if (asks_roles)
    {
      own = find_own (session, accounts, error);
      if (own == NULL || !check_role (own, step, FALSE, error))
        return FALSE;
    }
  if (!is_attested)
    return TRUE;
  return ((!asks_roles && !session->is_room_package)
          || check_role (kp_account_list_find_login (accounts, session->second), step, TRUE, error))
         && kp_ledger_note (ledger, KP_IDENTITY_ATTESTED, attested, error);
}

/**
 * kp_identity_check_entry:
 * @session: a session with an open ledger
 * @paper: code of the paper
 * @entry: 1, 2, or 3 for what resolves a difference
 * @error: return location
 *
 * 登分1 and 登分2 are two roles of two people: with accounts nobody makes two of a paper's entries, not even of different
 * candidates.
 *
 * Returns: %TRUE, or %FALSE with %KP_STEP_ERROR_REFUSED
 */
gboolean
kp_identity_check_entry (KpSession *session,
                         const char *paper,
                         guint entry,
                         GError **error)
{
  g_autofree KpAccountRecord *account = NULL;
  gint64 n_others = 0;

  if (session->identity == NULL)
    return TRUE;
  if (!kp_table_find (session->db, &kp_account_table, session->campaign, KP_BINDS (KP_TEXT (session->identity->login)), &account,
                      error)
      || !kp_table_count (session->db, &kp_entry_table, session->campaign, "AND paper = $2 AND clerk = $3 AND entry <> $4",
                          KP_BINDS (KP_TEXT (paper), KP_TEXT (session->identity->login), KP_INT (entry)), &n_others, error))
    return FALSE;
  if (account == NULL || !kp_roles_may_enter (parse_roles (account), entry))
    return refuse (KP_STEP_ERROR_REFUSED, error,
                   _("Entry %u of the marks isn't the role of “%s”. An administrator can give each clerk the entry that is "
                     "theirs."),
                   entry, session->identity->login);
  if (n_others > 0)
    return refuse (KP_STEP_ERROR_REFUSED, error,
                   _("“%s” made another entry of paper “%s” already. Each entry of a paper is made by another person."),
                   session->identity->login, paper);
  return TRUE;
}

/* ---- two people's acts ---- */

/**
 * kp_identity_check_pin:
 * @session: a session
 * @whose: PIN it is
 * @account: with a PIN
 * @error: return location
 *
 * Asks for the PIN by the session's function and counts a wrong one.
 *
 * Returns: %TRUE, or %FALSE with %KP_STEP_ERROR_UNPROVEN, %KP_STEP_ERROR_REFUSED or #KP_DATA_ERROR
 */
gboolean
kp_identity_check_pin (KpSession *session,
                       KpPinWhose whose,
                       const KpAccountRecord *account,
                       GError **error)
{
  g_autoptr (GPtrArray) accounts = kp_account_list_load (session, error);
  g_autofree char *now = kp_session_dup_now (session);
  g_autofree char *wrong = g_strdup_printf (_("The PIN isn't that of “%s”."), account->login);
  g_autoptr (GError) local = NULL;
  char *pin;
  char *answer;
  gboolean is_right;

  if (accounts == NULL || !kp_account_may_try (accounts, account, now, error))
    return FALSE;
  pin = session->ask_pin != NULL ? session->ask_pin (whose, account->name, session->ask_pin_data, &local) : NULL;
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (pin == NULL || *pin == '\0')
    {
      kp_secret_free (pin);
      return refuse (KP_STEP_ERROR_UNPROVEN, error, _("“%s” has to confirm this with the own PIN."), account->name);
    }
  answer = dup_answer (account->pin, pin, error);
  is_right = answer != NULL && judge_try (session, account, TRUE, answer, wrong, error);
  kp_secret_free (answer);
  kp_secret_free (pin);
  return is_right;
}

static gboolean
is_called (const KpAccountRecord *account,
           const char *name)
{
  return kp_review_is_same_person (account->login, name) || kp_review_is_same_person (account->name, name);
}

static const KpAccountRecord *
find_first (KpSession *session,
            GPtrArray *accounts,
            const char *by,
            GError **error)
{
  KpAccountRecord *own = find_own (session, accounts, error);

  if (own == NULL || is_called (own, by))
    return own;
  refuse (KP_STEP_ERROR_REFUSED, error,
          _("“%s” is signed in and so is the first of the two people; “%s” would have to sign in for that."), own->name, by);
  return NULL;
}

static gboolean
prove_second (KpSession *session,
              const KpAccountRecord *second,
              GError **error)
{
  if (kp_session_is_second (session, second->login))
    return TRUE;
  g_clear_pointer (&session->second, g_free);
  if (second->pin == NULL)
    return refuse (KP_STEP_ERROR_REFUSED, error,
                   _("“%s” has no PIN, and so can't be the second person. Whoever has the account sets one first."), second->login);
  if (!kp_identity_check_pin (session, KP_PIN_SECOND, second, error))
    return FALSE;
  session->second = g_strdup (second->login);
  return TRUE;
}

/* In a room there is no signing in, so that both confirm with their own PINs. */
static gboolean
check_room_first (KpSession *session,
                  GPtrArray *accounts,
                  const char *by,
                  const KpAccountRecord **first,
                  GError **error)
{
  *first = kp_account_list_find_person (accounts, by, error);
  if (*first == NULL)
    return FALSE;
  if ((*first)->pin == NULL)
    return refuse (KP_STEP_ERROR_REFUSED, error, _("“%s” has no PIN in this room package."), by);
  return kp_identity_check_pin (session, KP_PIN_FIRST, *first, error);
}

static gboolean
check_first (KpSession *session,
             GPtrArray *accounts,
             const char *by,
             const KpAccountRecord **first,
             GError **error)
{
  guint n_pins = 0;

  *first = NULL;
  if (find_proof (accounts, &n_pins) == KP_PROOF_ACCOUNTS)
    {
      *first = find_first (session, accounts, by, error);
      return *first != NULL;
    }
  if (session->is_room_package && n_pins > 1)
    return check_room_first (session, accounts, by, first, error);
  *first = kp_account_list_find_person (accounts, by, NULL);
  return TRUE;
}

/**
 * kp_identity_check_own:
 * @session: a session
 * @by: who answers for something alone
 * @error: return location
 *
 * Returns: %TRUE when @by is who signed in, where everybody does; or %FALSE with %KP_STEP_ERROR_UNPROVEN,
 * %KP_STEP_ERROR_REFUSED or #KP_DATA_ERROR
 */
gboolean
kp_identity_check_own (KpSession *session,
                       const char *by,
                       GError **error)
{
  g_autoptr (GPtrArray) accounts = kp_account_list_load (session, error);
  const KpAccountRecord *own;
  guint n_pins = 0;

  if (accounts == NULL)
    return FALSE;
  if (find_proof (accounts, &n_pins) != KP_PROOF_ACCOUNTS)
    return TRUE;
  own = find_own (session, accounts, error);
  if (own == NULL || is_called (own, by))
    return own != NULL;
  return refuse (KP_STEP_ERROR_REFUSED, error,
                 _("“%s” is signed in and answers for this; “%s” would have to sign in for that."), own->name, by);
}

/**
 * kp_identity_check_two:
 * @session: a session
 * @by: the first of two people
 * @with: the second one, of another name
 * @error: return location
 *
 * Returns: %TRUE when each of them proved who it is, as far as the campaign asks for it; or %FALSE with
 * %KP_STEP_ERROR_UNPROVEN, %KP_STEP_ERROR_REFUSED, %KP_STEP_ERROR_NOT_FOUND or #KP_DATA_ERROR
 */
gboolean
kp_identity_check_two (KpSession *session,
                       const char *by,
                       const char *with,
                       GError **error)
{
  g_autoptr (GPtrArray) accounts = kp_account_list_load (session, error);
  const KpAccountRecord *first = NULL;
  const KpAccountRecord *second;
  gboolean is_first_proven;
  guint n_pins = 0;
  KpProof proof;

  if (accounts == NULL)
    return FALSE;
  proof = find_proof (accounts, &n_pins);
  if (proof == KP_PROOF_NONE)
    return TRUE;
  is_first_proven = proof == KP_PROOF_ACCOUNTS || (session->is_room_package && n_pins > 1);
  second = kp_account_list_find_person (accounts, with, error);
  if (second == NULL || !check_first (session, accounts, by, &first, error))
    return FALSE;
  if (first == second)
    return refuse (KP_STEP_ERROR_REFUSED, error,
                   _("The two people who answer for this are one and the same account, “%s”; name another one."), second->login);
  session->is_attested = prove_second (session, second, error);
  g_free (session->first);
  session->first = g_strdup (is_first_proven ? first->login : NULL);
  return session->is_attested;
}
