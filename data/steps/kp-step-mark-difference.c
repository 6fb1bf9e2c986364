/* kp-step-mark-difference.c – where two entries differ: by a row, by a mark; and who resolves it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-mark-difference.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-departure.h"
#include "kp-identity.h"

static gboolean
check_difference (const KpMarkedPaper *paper,
                  const KpDossier *dossier,
                  const char *number,
                  GError **error)
{
  const KpEntryRecord *const *slots;
  const char *fault;

  if (dossier == NULL)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                   _("Nobody holds the ticket %s; look up the differences of this paper again."), number);
      return FALSE;
    }
  slots = kp_marked_paper_get_entries (paper, dossier->application->application);
  if (slots == NULL || slots[1] == NULL || slots[2] == NULL || kp_mark_entry_is_same (slots[1], slots[2]))
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("The two entries for ticket %s don't differ, so there is nothing to resolve; a mark that both gave is "
                     "changed only by a correction of two people."),
                   number);
      return FALSE;
    }
  fault = kp_mark_entry_find_person_fault (paper, dossier->application->application, KP_THIRD_ENTRY,
                                           kp_session_get_actor (paper->session));
  if (fault != NULL)
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, _("Number %s can't be resolved: %s"), number, fault);
  return fault == NULL;
}

static gboolean
check_late (const KpMarkedPaper *paper,
            const KpDossier *dossier,
            const char *number,
            GError **error)
{
  if (kp_departure_is_on_the_way (kp_session_get_scheme (paper->session), paper->roster, dossier))
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE,
               _("The proposed hires are published, and number %s doesn't follow a leaver; put the mark right with “kaopin "
                 "correct”."),
               number);
  return FALSE;
}

/**
 * kp_step_resolve_mark:
 * @session: a session, open for writing; its actor is the third person, who made neither entry
 * @code: of the paper
 * @number: ticket, or secret number while these are sealed
 * @value: what the paper in hand says: a mark, 缺考 or 违纪
 * @evidence: (nullable): page or scan on which it was read, for the journal
 * @error: return location
 *
 * A third person resolves a difference between the two entries. Both entries stay as they were.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR, #KP_MARK_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_resolve_mark (KpSession *session,
                      const char *code,
                      const char *number,
                      const char *value,
                      const char *evidence,
                      GError **error)
{
  KpSchemePaper rule;
  g_auto (KpMarkedPaper) paper = { 0 };
  g_autoptr (KpLedger) ledger = NULL;
  const KpDossier *dossier;
  KpMarksTally tally = { 0 };
  gboolean is_late;
  KpStatedMark mark;
  KpEntryRecord record = { .entry = KP_THIRD_ENTRY, .source = evidence != NULL ? evidence : "" };

  if (!kp_marked_paper_find_rule (session, code, &rule, error) || !kp_mark_entry_parse (&rule, value, &mark, error))
    return FALSE;
  ledger = kp_marked_paper_begin (session, code, KP_STEP_RESOLVE_MARKS, code, &is_late, error);
  if (ledger == NULL || !kp_identity_check_entry (session, code, KP_THIRD_ENTRY, error)
      || !kp_marked_paper_load (&paper, session, code, error) || !kp_marked_paper_check_unlocked (&paper, error))
    return FALSE;
  dossier = kp_marked_paper_find (&paper, number);
  if (!check_difference (&paper, dossier, number, error) || (is_late && !check_late (&paper, dossier, number, error)))
    return FALSE;
  record.application = dossier->application->application;
  return kp_mark_entry_put (&paper, ledger, &record, mark, &tally, error) && kp_marks_agree (&paper, ledger, 1, &tally, error)
         && kp_session_commit (session, ledger, error);
}

/**
 * kp_mark_difference_free:
 * @difference: (transfer full): a difference
 *
 * Frees it with its texts.
 */
void
kp_mark_difference_free (KpMarkDifference *difference)
{
  g_free (difference->application);
  g_free (difference->ticket);
  g_free (difference->first);
  g_free (difference->second);
  g_free (difference);
}

static gint
compare_differences (gconstpointer a,
                     gconstpointer b)
{
  const KpMarkDifference *const *first = a;
  const KpMarkDifference *const *second = b;

  return strcmp ((*first)->ticket, (*second)->ticket);
}

/**
 * kp_step_list_differences:
 * @session: a session
 * @code: of the paper
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type KpMarkDifference): what is still to be resolved, by ticket or secret
 * number; or %NULL with an error
 */
GPtrArray *
kp_step_list_differences (KpSession *session,
                          const char *code,
                          GError **error)
{
  g_autoptr (GPtrArray) differences = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_mark_difference_free);
  g_auto (KpMarkedPaper) paper = { 0 };

  if (!kp_marked_paper_load (&paper, session, code, error))
    return NULL;
  for (guint i = 0; i < kp_roster_get_n_dossiers (paper.roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (paper.roster, i);
      const char *application = dossier->application->application;
      const KpEntryRecord *const *slots = kp_marked_paper_get_entries (&paper, application);
      const char *how = NULL;
      KpMarkDifference *difference;

      if (!kp_marked_paper_is_sat_by (&paper, dossier) || slots == NULL || slots[1] == NULL || slots[2] == NULL
          || kp_mark_entry_decide (slots, &how) != NULL
          || kp_marked_paper_get_decided (&paper, application) != KP_MARK_NOT_ENTERED)
        continue;
      difference = g_new0 (KpMarkDifference, 1);
      difference->application = g_strdup (application);
      difference->ticket = g_strdup (kp_marked_paper_get_number (&paper, dossier));
      difference->first = kp_mark_entry_dup_text (paper.rule, slots[1]);
      difference->second = kp_mark_entry_dup_text (paper.rule, slots[2]);
      g_ptr_array_add (differences, difference);
    }
  g_ptr_array_sort (differences, compare_differences);
  return g_steal_pointer (&differences);
}

static gint
compare_sheet_rows (gconstpointer a,
                    gconstpointer b)
{
  const KpEntryRecord *first = *(const KpEntryRecord *const *) a;
  const KpEntryRecord *second = *(const KpEntryRecord *const *) b;
  const gint order = strcmp (first->source, second->source);

  if (order != 0 || first->sheet_row == second->sheet_row)
    return order;
  return first->sheet_row < second->sheet_row ? -1 : 1;
}

/**
 * kp_step_find_shift:
 * @session: a session
 * @code: of the paper
 * @shift: (out): rows of the second entry's sheet that hold what the first has for the next row or the row before
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR
 */
gboolean
kp_step_find_shift (KpSession *session,
                    const char *code,
                    KpMarksShift *shift,
                    GError **error)
{
  g_auto (KpMarkedPaper) paper = { 0 };
  g_autoptr (GPtrArray) seconds = g_ptr_array_new ();
  g_autoptr (GPtrArray) dossiers = g_ptr_array_new ();
  g_autoptr (GArray) sheet_rows = g_array_new (FALSE, FALSE, sizeof (guint));

  if (!kp_marked_paper_load (&paper, session, code, error))
    return FALSE;
  for (guint i = 0; i < paper.entries->len; i++)
    {
      if (((const KpEntryRecord *) g_ptr_array_index (paper.entries, i))->entry == 2)
        g_ptr_array_add (seconds, g_ptr_array_index (paper.entries, i));
    }
  g_ptr_array_sort (seconds, compare_sheet_rows);
  for (guint i = 0; i < seconds->len; i++)
    {
      const KpEntryRecord *record = g_ptr_array_index (seconds, i);
      const guint row = (guint) record->sheet_row;

      g_ptr_array_add (dossiers, (gpointer) kp_roster_find_application (paper.roster, record->application));
      g_array_append_val (sheet_rows, row);
    }
  kp_marks_find_shift (&paper, 2, dossiers, sheet_rows, shift);
  return TRUE;
}

/**
 * kp_marks_shift_dup_sentence:
 * @shift: of a tally or of kp_step_find_shift()
 *
 * Returns: (transfer full) (nullable): what to look at; %NULL when nothing looks shifted
 */
char *
kp_marks_shift_dup_sentence (const KpMarksShift *shift)
{
  if (shift->n_rows == 0)
    return NULL;
  if (shift->n_rows == 1)
    return g_strdup_printf (shift->offset > 0
                                ? _("Row %u has the mark that the other entry has for the next row: look at the paper.")
                                : _("Row %u has the mark that the other entry has for the row before: look at the paper."),
                            shift->first_row);
  return g_strdup_printf (_("From row %u to row %u the entries look shifted by one row (%u marks): compare the sheet with the "
                            "papers before anything is resolved."),
                          shift->first_row, shift->last_row, shift->n_rows);
}
