/* kp-step-address.c – where those live who are to be hired.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 劳动合同法 §17 一 (二): the worker's address stands in the contract. It decides nothing before, so it may come at any time
 * until the contract is made; later it is changed between the parties. Until then what was entered by mistake is entered anew, or
 * taken back by a word in its cell: then only the registered residence is known, if any, as before. */
#include "kp-step-address.h"

#include <glib/gi18n-lib.h>

/**
 * kp_person_get_address:
 * @person: a person
 *
 * Returns: (nullable): where the person lives, or else where the household is registered; %NULL when neither is known
 */
const char *
kp_person_get_address (const KpPersonRecord *person)
{
  const char *const addresses[] = { person->address, person->residence };

  for (guint i = 0; i < G_N_ELEMENTS (addresses); i++)
    if (addresses[i] != NULL && *addresses[i] != '\0')
      return addresses[i];
  return NULL;
}

#define TAKEN_BACK "撤销"

static gboolean
refuse_row (const KpAddressRow *row,
            const char *reason,
            GError **error)
{
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Row %u of the sheet of addresses: %s Nothing of the sheet was taken in."), row->sheet_row, reason);
  return FALSE;
}

/* A number is never told: it may be that of an ID card. */
static gboolean
take_row (KpLedger *ledger,
          KpRoster *roster,
          const KpAddressRow *row,
          KpAddressTally *tally,
          GError **error)
{
  const KpDossier *dossier = kp_roster_find_number (roster, row->key);
  const char *address = g_str_equal (row->address, TAKEN_BACK) ? NULL : row->address;
  KpPersonRecord changed;

  if (*row->message != '\0')
    return refuse_row (row, row->message, error);
  if (dossier == NULL)
    dossier = kp_roster_find_id_number (roster, row->key);
  if (dossier == NULL)
    return refuse_row (row, _("no application has this registration number, ticket or ID number."), error);
  if (g_strcmp0 (dossier->person->address, address) == 0)
    return TRUE;
  if (dossier->contract != NULL)
    return refuse_row (row, _("the contract is made already, with the address that stands in it."), error);
  changed = *dossier->person;
  changed.address = address;
  tally->n_changed++;
  return kp_ledger_put (ledger, &kp_person_table, &changed, error);
}

static gboolean
count_missing (KpSession *session,
               KpAddressTally *tally,
               GError **error)
{
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);

  for (guint i = 0; roster != NULL && i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      tally->n_missing += dossier->proposal != NULL && dossier->departure == NULL && dossier->contract == NULL
                          && kp_person_get_address (dossier->person) == NULL;
    }
  return roster != NULL;
}

/**
 * kp_step_enter_addresses:
 * @session: a session, open for writing
 * @sheet: addresses by registration number, ticket or ID number
 * @tally: (out): what changed, and of whom an address is still missing
 * @error: return location
 *
 * 补登住址: takes a whole sheet of addresses or none of it. Who isn't in it stays as before; “撤销” takes an address back.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_enter_addresses (KpSession *session,
                         KpAddressSheet *sheet,
                         KpAddressTally *tally,
                         GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin_beside (session, "enter-addresses", NULL, error);
  g_autoptr (KpRoster) roster = ledger != NULL ? kp_session_load_roster (session, error) : NULL;
  guint n_rows = 0;
  const KpAddressRow *rows = kp_address_sheet_get_rows (sheet, &n_rows);

  *tally = (KpAddressTally) { .n_rows = n_rows };
  if (roster == NULL)
    return FALSE;
  for (guint i = 0; i < n_rows; i++)
    if (!take_row (ledger, roster, &rows[i], tally, error))
      return FALSE;
  return count_missing (session, tally, error)
         && kp_session_write_import (session, ledger, "addresses", kp_row_sheet_get_digest (sheet), n_rows, n_rows, error)
         && kp_session_commit (session, ledger, error);
}
