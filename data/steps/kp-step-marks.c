/* kp-step-marks.c – a sheet of written marks as one of the two entries.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-marks.h"

#include <glib/gi18n-lib.h>

#include "kp-departure.h"
#include "kp-identity.h"

/* ---- one row ---- */

static gboolean
refuse_row (const KpMarkSheetRow *row,
            const char *reason,
            GError **error)
{
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Row %u of the mark sheet (key “%s”, mark “%s”): %s Nothing of the sheet was taken in."), row->sheet_row,
               row->key, row->value, reason);
  return FALSE;
}

static gboolean
read_row (const KpMarkedPaper *paper,
          const KpMarkSheetRow *row,
          KpStatedMark *value,
          GError **error)
{
  g_autoptr (GError) local = NULL;

  *value = (KpStatedMark) { KP_MARK_PRESENT, 0 };
  if (row->state == KP_MARK_SHEET_ABSENT)
    value->state = KP_MARK_ABSENT;
  else if (row->state == KP_MARK_SHEET_CHEATING)
    value->state = KP_MARK_BREACH;
  else if (!kp_mark_entry_parse (paper->rule, row->text, value, &local))
    return refuse_row (row, local->message, error);
  return TRUE;
}

/* What is wrong with the row's candidate; NULL = nothing. */
static const char *
find_fault (const KpMarkedPaper *paper,
            const KpDossier *dossier,
            KpMarkKey kind,
            const char *key)
{
  if (dossier == NULL && paper->secrets->len > 0 && kind != KP_MARK_KEY_SECRET)
    return _("this paper is entered by secret numbers (密号), not by ticket or seat.");
  if (dossier == NULL && kind == KP_MARK_KEY_SEAT && kp_marked_paper_is_seat_twice (paper, key))
    return _("several sites have this room and seat; enter the paper by ticket numbers.");
  if (dossier == NULL)
    return _("no candidate holds this number.");
  if (!kp_marked_paper_is_sat_by (paper, dossier))
    return _("the candidate doesn't sit this paper.");
  return NULL;
}

/* One sheet on its way into the record. */
typedef struct
{
  KpMarkedPaper *paper;
  KpLedger *ledger;
  KpMarkSheet *sheet;
  guint entry;
  gboolean is_late;   /* only those who follow a leaver are marked any more */
  GHashTable *seen;   /* applications that the sheet names */
  GArray *values;     /* KpStatedMark, in the order of the sheet */
  GPtrArray *dossiers;
  GArray *sheet_rows; /* guint */
} Intake;

static gboolean
take_row (Intake *intake,
          const KpMarkSheetRow *row,
          KpMarksTally *tally,
          GError **error)
{
  KpMarkedPaper *paper = intake->paper;
  const KpMarkKey kind = kp_mark_sheet_get_key_kind (intake->sheet);
  const KpDossier *dossier = kp_marked_paper_find_row (paper, kind, row->key);
  KpStatedMark value;
  KpEntryRecord record = {
    .entry = intake->entry,
    .source = kp_mark_sheet_get_digest (intake->sheet),
    .sheet_row = row->sheet_row,
  };
  const char *fault;

  if (row->state == KP_MARK_SHEET_FAULTY)
    return refuse_row (row, row->message, error);
  fault = dossier == NULL || row->state != KP_MARK_SHEET_EMPTY ? find_fault (paper, dossier, kind, row->key) : NULL;
  if (fault != NULL)
    return refuse_row (row, fault, error);
  record.application = dossier->application->application;
  if (intake->is_late && !kp_departure_is_on_the_way (kp_session_get_scheme (paper->session), paper->roster, dossier))
    return refuse_row (row, _("the proposed hires are published; only marks of those who follow a leaver are taken in."), error);
  if (!g_hash_table_add (intake->seen, (gpointer) record.application))
    return refuse_row (row, _("the sheet names this candidate twice."), error);
  if (row->state == KP_MARK_SHEET_EMPTY)
    return TRUE;
  fault = kp_mark_entry_find_person_fault (paper, record.application, intake->entry,
                                           kp_session_get_actor (paper->session));
  if (fault != NULL)
    return refuse_row (row, fault, error);
  if (!read_row (paper, row, &value, error))
    return FALSE;
  if (kp_mark_entry_is_ghost (paper, record.application, value))
    return refuse_row (row, _("the record of the exam day says that this candidate was absent or came too late."), error);
  g_array_append_val (intake->values, value);
  g_array_append_val (intake->sheet_rows, row->sheet_row);
  g_ptr_array_add (intake->dossiers, (gpointer) dossier);
  return kp_mark_entry_put (paper, intake->ledger, &record, value, tally, error);
}

/* ---- a sheet ---- */

/* Against the slip that the marking office hands over with its sheet. */
static gboolean
check_control (const Intake *intake,
               const KpMarksControl *control,
               GError **error)
{
  const guint decimals = intake->paper->rule->decimals;
  gint64 sum = 0;

  for (guint i = 0; i < intake->values->len; i++)
    sum += g_array_index (intake->values, KpStatedMark, i).mark;
  if (control->has_count && control->count != intake->values->len)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("The sheet has %u marks and states, but the count given is %u. Nothing of the sheet was taken in."),
                   intake->values->len, control->count);
      return FALSE;
    }
  if (control->has_total && control->total != sum)
    {
      g_autofree char *found = kp_mark_dup_text (sum, decimals);
      g_autofree char *given = kp_mark_dup_text (control->total, decimals);

      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("The marks of the sheet add up to %s, but the total given is %s. Nothing of the sheet was taken in."),
                   found, given);
      return FALSE;
    }
  return TRUE;
}

static gboolean
take_sheet (Intake *intake,
            const KpMarksControl *control,
            KpMarksTally *tally,
            GError **error)
{
  guint n_rows = 0;
  const KpMarkSheetRow *rows = kp_mark_sheet_get_rows (intake->sheet, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      if (!take_row (intake, &rows[i], tally, error))
        return FALSE;
    }
  if ((control != NULL && !check_control (intake, control, error))
      || !kp_marks_agree (intake->paper, intake->ledger, intake->entry, tally, error))
    return FALSE;
  kp_marks_find_shift (intake->paper, intake->entry, intake->dossiers, intake->sheet_rows, &tally->shift);
  return TRUE;
}

static void
intake_clear (Intake *intake)
{
  g_hash_table_unref (intake->seen);
  g_array_unref (intake->values);
  g_array_unref (intake->sheet_rows);
  g_ptr_array_unref (intake->dossiers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Intake, intake_clear)

/**
 * kp_step_enter_marks:
 * @session: a session, open for writing; its actor is the clerk
 * @code: of the paper
 * @entry: 1 or 2
 * @sheet: of one clerk
 * @control: (nullable): count and total that the sheet must come to
 * @tally: (out): what was entered, and what both entries agree on by now
 * @error: return location
 *
 * 登分: takes a whole sheet as one entry, or none of it: a row that names nobody, a mark out of range, or one clerk for both
 * entries of a candidate refuses the sheet. The same sheet again changes nothing; a corrected one replaces what differs, with
 * the old value in the journal.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_enter_marks (KpSession *session,
                     const char *code,
                     guint entry,
                     KpMarkSheet *sheet,
                     const KpMarksControl *control,
                     KpMarksTally *tally,
                     GError **error)
{
  g_autofree char *kind = g_strdup_printf ("written:%s:%u", code, entry);
  KpSchemePaper rule;
  g_auto (KpMarkedPaper) paper = { 0 };
  g_autoptr (KpLedger) ledger = NULL;
  g_auto (Intake) intake = {
    .paper = &paper,
    .sheet = sheet,
    .entry = entry,
    .seen = g_hash_table_new (g_str_hash, g_str_equal),
    .values = g_array_new (FALSE, FALSE, sizeof (KpStatedMark)),
    .dossiers = g_ptr_array_new (),
    .sheet_rows = g_array_new (FALSE, FALSE, sizeof (guint)),
  };
  guint n_rows = 0;

  kp_mark_sheet_get_rows (sheet, &n_rows);
  *tally = (KpMarksTally) { .n_rows = n_rows };
  if (!kp_marked_paper_find_rule (session, code, &rule, error))
    return FALSE;
  if (entry != 1 && entry != 2)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_ARGUMENT,
                   _("Entry %u makes no sense: marks are entered twice, as entry 1 and as entry 2."), entry);
      return FALSE;
    }
  ledger = kp_marked_paper_begin (session, code, KP_STEP_IMPORT_WRITTEN_MARKS, kind, &intake.is_late, error);
  if (ledger == NULL || !kp_identity_check_entry (session, code, entry, error)
      || !kp_marked_paper_load (&paper, session, code, error) || !kp_marked_paper_check_unlocked (&paper, error)
      || (kp_mark_sheet_get_key_kind (sheet) == KP_MARK_KEY_SEAT && !kp_marked_paper_load_seats (&paper, error)))
    return FALSE;
  intake.ledger = ledger;
  return take_sheet (&intake, control, tally, error)
         && kp_session_write_import (session, ledger, kind, kp_mark_sheet_get_digest (sheet), n_rows, tally->n_taken,
                                     error)
         && kp_session_commit (session, ledger, error);
}
