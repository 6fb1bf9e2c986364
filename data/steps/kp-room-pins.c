/* kp-room-pins.c – by which PINs the people of an interview room confirm where there is no network.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* With a package goes of an account what a PIN is checked by: login, roles, what it is compared with. No name, for a stick gets lost; no
 * password, for nobody signs in to a room.
 *
 *   office: accounts with a PIN that may confirm ──▶ package: asks for the PINs, and writes down who gave them
 *                                                        │
 *   office: are the accounts those it gave out, and does each confirmation stand beside its PINs? ◀──┘ */
#include "kp-room-pins.h"

#include <glib/gi18n-lib.h>

#include "kp-account-list.h"
#include "kp-canon.h"
#include "kp-identity.h"
#include "kp-server-account.h"

#define STEP_OF_ROOM "check-hearing"

static gboolean
is_for_room (const KpAccountRecord *account)
{
  KpRoles roles = 0;

  return kp_account_is_in_use (account) && account->pin != NULL && kp_roles_parse (account->roles, &roles, NULL)
         && (kp_roles_may_do (roles, STEP_OF_ROOM) || kp_roles_may_attest (roles, STEP_OF_ROOM));
}

static gboolean
load_secret (KpSession *session,
             const KpAccountRecord *account,
             KpAccountSecretRecord **secret,
             GError **error)
{
  return kp_table_find (kp_session_get_database (session), &kp_account_secret_table, kp_session_get_campaign (session),
                        KP_BINDS (KP_TEXT (account->login), KP_TEXT (account->pin)), secret, error);
}

static gboolean
copy_account (KpSession *office,
              KpLedger *ledger,
              const KpAccountRecord *account,
              GError **error)
{
  g_autofree KpAccountSecretRecord *secret = NULL;
  KpAccountRecord record = *account;

  record.name = account->login;
  record.password = NULL;
  record.n_failures = 0;
  record.locked_at = NULL;
  return load_secret (office, account, &secret, error) && kp_ledger_insert (ledger, &kp_account_table, &record, error)
         && (secret == NULL || kp_ledger_insert (ledger, &kp_account_secret_table, secret, error));
}

/**
 * kp_room_pins_check_office:
 * @office: a session on the office's record
 * @error: return location
 *
 * Returns: %TRUE when the office may read what PINs are checked by, and so give room packages out and take them in; or %FALSE
 * with #KP_DATA_ERROR
 */
gboolean
kp_room_pins_check_office (KpSession *office,
                           GError **error)
{
  return kp_server_check_may_read (kp_session_get_database (office), &kp_account_secret_table, kp_session_get_campaign (office),
                                   error);
}

/**
 * kp_room_pins_copy:
 * @office: a session on the office's record
 * @ledger: of the room's record
 * @error: return location
 *
 * Copies the accounts that may confirm in a room. Where everybody signs in, a room without two of them is refused: what
 * nobody proves there could be typed by anybody.
 *
 * Returns: %TRUE, or %FALSE with %KP_STEP_ERROR_REFUSED or #KP_DATA_ERROR
 */
gboolean
kp_room_pins_copy (KpSession *office,
                   KpLedger *ledger,
                   GError **error)
{
  g_autoptr (GPtrArray) accounts = kp_account_list_load (office, error);
  KpProof proof = KP_PROOF_NONE;
  guint n = 0;

  if (accounts == NULL || !kp_identity_find_proof (office, &proof, error) || !kp_room_pins_check_office (office, error))
    return FALSE;
  for (guint i = 0; i < accounts->len; i++)
    {
      const KpAccountRecord *account = g_ptr_array_index (accounts, i);

      if (!is_for_room (account))
        continue;
      n++;
      if (!copy_account (office, ledger, account, error))
        return FALSE;
    }
  if (proof != KP_PROOF_ACCOUNTS || n > 1)
    return TRUE;
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                       _("In the room a score keeper and a supervisor confirm each mark with their own PINs, and there aren't two "
                         "accounts for that. Make them first, and have both set a PIN."));
  return FALSE;
}

/**
 * kp_room_pins_append:
 * @room: a session on the room's record
 * @text: of which the digest is made that the office keeps
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_room_pins_append (KpSession *room,
                     GString *text,
                     GError **error)
{
  g_autoptr (GPtrArray) accounts = kp_account_list_load (room, error);

  for (guint i = 0; accounts != NULL && i < accounts->len; i++)
    {
      const KpAccountRecord *account = g_ptr_array_index (accounts, i);
      g_autofree KpAccountSecretRecord *secret = NULL;

      if (account->pin != NULL && !load_secret (room, account, &secret, error))
        return FALSE;
      g_string_append_printf (text, "pin %s %s %s %s %s %s\n", account->login, account->name, account->roles,
                              account->password != NULL ? account->password : "-", account->pin != NULL ? account->pin : "-",
                              secret != NULL ? secret->verifier : "-");
    }
  return accounts != NULL;
}

static char *
dup_attested (KpSession *room,
              const KpHearingCheckRecord *check,
              GError **error)
{
  g_autoptr (GString) key = g_string_new (NULL);
  g_autoptr (KpStatement) s = kp_database_prepare (
      kp_session_get_database (room),
      "SELECT after_text FROM journal WHERE campaign = $1 AND step = '" STEP_OF_ROOM "' AND act = 'note' AND row_key = $3 "
      "AND seq < (SELECT MAX(seq) FROM journal WHERE campaign = $1 AND table_name = 'hearing_check' AND act = 'insert' "
      "AND row_key = $2) ORDER BY seq DESC LIMIT 1",
      error);
  gboolean has_row = FALSE;

  if (s == NULL)
    return NULL;
  kp_canon_append_key (key, &kp_hearing_check_table, check);
  kp_statement_bind_text (s, 1, kp_session_get_campaign (room));
  kp_statement_bind_text (s, 2, key->str);
  kp_statement_bind_text (s, 3, KP_IDENTITY_ATTESTED);
  if (!kp_statement_step (s, &has_row, error))
    return NULL;
  return has_row ? kp_statement_dup_text (s, "after_text") : g_strdup ("");
}

/**
 * kp_room_pins_check:
 * @room: a session on the record of a package that came back
 * @check: a confirmation that it holds
 * @holds: (out): whether it was made by the PINs of those who stand in it, as far as the package asks for PINs
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_room_pins_check (KpSession *room,
                    const KpHearingCheckRecord *check,
                    gboolean *holds,
                    GError **error)
{
  g_autoptr (GPtrArray) accounts = kp_account_list_load (room, error);
  const KpAccountRecord *first, *second;
  g_autofree char *attested = NULL;
  g_autofree char *expected = NULL;

  *holds = TRUE;
  if (accounts == NULL || accounts->len == 0)
    return accounts != NULL;
  first = kp_account_list_find_person (accounts, check->first_person, NULL);
  second = kp_account_list_find_person (accounts, check->second_person, NULL);
  attested = dup_attested (room, check, error);
  if (attested == NULL)
    return FALSE;
  expected = kp_identity_dup_attested (accounts->len > 1 && first != NULL ? first->login : NULL,
                                       second != NULL ? second->login : NULL);
  *holds = second != NULL && (accounts->len == 1 || first != NULL) && g_str_equal (attested, expected);
  return TRUE;
}

static const char *
get_name (GPtrArray *accounts,
          const char *person)
{
  const KpAccountRecord *account = kp_account_list_find_login (accounts, person);

  return account != NULL ? account->name : person;
}

/** kp_room_pins_name: gives those who confirmed in the room, where they were logins, the names that the office's @accounts
 * have for them; they last as long as these. */
void
kp_room_pins_name (GPtrArray *accounts,
                   KpHearingCheckRecord *check)
{
  check->first_person = get_name (accounts, check->first_person);
  check->second_person = get_name (accounts, check->second_person);
}
