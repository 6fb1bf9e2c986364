/* kp-secret-number.c – numbers that stand on the papers in the place of tickets, drawn and sealed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 密号: those who sit a paper are drawn into an order (design.md §6); the place in it is the secret number, 0001 and up. So
 * the number tells nothing of person, post, room or seat, and after the opening anybody can replay whose it was. Until then
 * neither verb nor list nor paper shows the result or the secret part of the draw (kp_draw_record_list()). */

#include "kp-secret-number.h"

#include <glib/gi18n-lib.h>

#include "kp-marked-paper.h"

#define N_DIGITS 4

static char *
dup_purpose (const char *paper)
{
  return g_strconcat (KP_SECRET_PURPOSE, paper, NULL);
}

/* (element-type utf8): registration numbers of those who sit the paper here. */
static GPtrArray *
list_items (const KpMarkedPaper *paper,
            GError **error)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; i < kp_roster_get_n_dossiers (paper->roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (paper->roster, i);

      if (dossier->seat != NULL && kp_marked_paper_is_sat_by (paper, dossier))
        g_ptr_array_add (items, (gpointer) dossier->application->application);
    }
  if (items->len > 0)
    return g_steal_pointer (&items);
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Nobody has a seat for paper “%s”, so there are no secret numbers to draw. Draw the seats first."),
               paper->rule->code);
  return NULL;
}

static gboolean
check_nothing_entered (const KpMarkedPaper *paper,
                       GError **error)
{
  if (paper->entries->len == 0)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Marks of paper “%s” are entered already, so its secret numbers can't be drawn any more."),
               paper->rule->code);
  return FALSE;
}

/**
 * kp_step_commit_secrets:
 * @session: a session, open for writing
 * @code: of the paper
 * @terms: which public number will count; for a repeat the two people who order it, and why
 * @error: return location
 *
 * Fixes who is drawn and the secret part, before the public digits exist. Refused once a mark of the paper is entered.
 *
 * Returns: (transfer full) (nullable): the commitment, 64 hex digits, or %NULL with an error and nothing changed
 */
char *
kp_step_commit_secrets (KpSession *session,
                        const char *code,
                        const KpDrawTerms *terms,
                        GError **error)
{
  g_autofree char *purpose = dup_purpose (code);
  KpSchemePaper rule;
  g_auto (KpMarkedPaper) paper = { 0 };
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (KpDraw) draw = NULL;

  if (!kp_marked_paper_find_rule (session, code, &rule, error) || !kp_draw_record_check_people (session, terms, error))
    return NULL;
  ledger = kp_session_begin (session, kp_marked_paper_get_step (session, code, KP_STEP_IMPORT_WRITTEN_MARKS), "commit", error);
  if (ledger == NULL || !kp_draw_record_check_repeat (session, purpose, terms, error)
      || !kp_marked_paper_load (&paper, session, code, error) || !check_nothing_entered (&paper, error))
    return NULL;
  items = list_items (&paper, error);
  if (items == NULL || !kp_draw_record_commit (session, ledger, purpose, items, terms, &draw, error)
      || !kp_session_commit (session, ledger, error))
    return NULL;
  return g_strdup (draw->commitment);
}

static gboolean
remove_numbers (const KpMarkedPaper *paper,
                KpLedger *ledger,
                GError **error)
{
  for (guint i = 0; i < paper->secrets->len; i++)
    {
      if (!kp_ledger_remove (ledger, &kp_secret_number_table, g_ptr_array_index (paper->secrets, i), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
insert_numbers (const KpMarkedPaper *paper,
                KpLedger *ledger,
                const KpDraw *draw,
                KpSecretTally *tally,
                GError **error)
{
  for (guint i = 0; draw->result[i] != NULL; i++)
    {
      g_autofree char *number = g_strdup_printf ("%0*u", N_DIGITS, i + 1);
      KpSecretNumberRecord record = {
        .campaign = kp_session_get_campaign (paper->session),
        .paper = paper->rule->code,
        .application = draw->result[i],
        .number = number,
      };

      if (!kp_ledger_insert (ledger, &kp_secret_number_table, &record, error))
        return FALSE;
      tally->n_candidates++;
    }
  return TRUE;
}

static gboolean
count_again (KpSession *session,
             const char *code,
             KpSecretTally *tally,
             GError **error)
{
  gint64 n = 0;

  if (!kp_table_count (kp_session_get_database (session), &kp_secret_number_table, kp_session_get_campaign (session),
                       "AND paper = $2", KP_BINDS (KP_TEXT (code)), &n, error))
    return FALSE;
  tally->n_candidates = (guint) n;
  return TRUE;
}

/**
 * kp_step_draw_secrets:
 * @session: a session, open for writing
 * @code: of the paper
 * @public_part: the digits drawn before witnesses
 * @tally: (out): how many got a number
 * @error: return location
 *
 * Draws the committed order and gives everybody of the paper a secret number. From then on its marks are entered by these
 * numbers alone.
 *
 * Returns: %TRUE, or %FALSE with an error and nothing changed but the note of a refused second draw
 */
gboolean
kp_step_draw_secrets (KpSession *session,
                      const char *code,
                      const char *public_part,
                      KpSecretTally *tally,
                      GError **error)
{
  g_autofree char *purpose = dup_purpose (code);
  KpSchemePaper rule;
  g_auto (KpMarkedPaper) paper = { 0 };
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (KpDraw) draw = NULL;

  *tally = (KpSecretTally) { 0 };
  if (!kp_marked_paper_find_rule (session, code, &rule, error)
      || !kp_draw_record_answer_again (session, purpose, public_part, &tally->is_repeat, error))
    return FALSE;
  if (tally->is_repeat)
    return count_again (session, code, tally, error);
  ledger = kp_session_begin (session, kp_marked_paper_get_step (session, code, KP_STEP_IMPORT_WRITTEN_MARKS), "secret-numbers", error);
  if (ledger == NULL || !kp_marked_paper_load (&paper, session, code, error) || !check_nothing_entered (&paper, error))
    return FALSE;
  items = list_items (&paper, error);
  draw = items != NULL ? kp_draw_record_load (session, purpose, items, error) : NULL;
  tally->n_replaced = paper.secrets->len;
  return draw != NULL && kp_draw_record_run (session, ledger, draw, public_part, error)
         && remove_numbers (&paper, ledger, error) && insert_numbers (&paper, ledger, draw, tally, error)
         && kp_session_commit (session, ledger, error);
}
