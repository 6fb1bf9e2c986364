/* kp-interview-entry.c – the examiners' marks of one file, or of one candidate, on their way into the record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-interview-entry.h"

#include <glib/gi18n-lib.h>

/* A sheet without elements has one mark for each examiner, the total, kept under this name. */
#define TOTAL ""

static gboolean
refuse_cell (const KpInterviewCell *cell,
             const char *reason,
             GError **error)
{
  if (cell->sheet_row == 0)
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, _("Number %s, examiner %u (“%s”): %s Nothing was changed."),
                 cell->key, cell->examiner, cell->value, reason);
  else
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                 _("Sheet “%s”, row %u, column %u (number “%s”, value “%s”): %s Nothing of the file was taken in."),
                 cell->sheet, cell->sheet_row, cell->column + 1, cell->key, cell->value, reason);
  return FALSE;
}

static const KpSchemeElement *
find_element (const KpScheme *scheme,
              const char *name)
{
  for (guint i = 0; i < scheme->interview.elements->len; i++)
    {
      const KpSchemeElement *element = g_ptr_array_index (scheme->interview.elements, i);

      if (g_str_equal (element->name, name) || g_str_equal (element->code, name))
        return element;
    }
  return NULL;
}

/* The total of weighted elements has more decimals than they have. */
static gboolean
is_weighted (const KpScheme *scheme)
{
  for (guint i = 0; i < scheme->interview.elements->len; i++)
    {
      const KpSchemeElement *element = g_ptr_array_index (scheme->interview.elements, i);

      if (kp_fraction_compare (element->weight, KP_FRACTION_ONE) != 0)
        return TRUE;
    }
  return FALSE;
}

/**
 * kp_interview_parse_mark:
 * @scheme: the scheme
 * @text: what the examiner gave
 * @record: (inout): has an examiner and the name or code of an element, "" for the total; gets the element's code and the
 *   mark
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_MARK_ERROR
 */
gboolean
kp_interview_parse_mark (const KpScheme *scheme,
                         const char *text,
                         KpPanelMarkRecord *record,
                         GError **error)
{
  const KpPanelPolicy *panel = &scheme->interview.panel;
  KpMarkRange range = { .full_mark = KP_MARK (100, 0), .decimals = panel->sheet_decimals, .step = panel->step };
  const char *sentence = NULL;

  if (*record->element != '\0')
    {
      const KpSchemeElement *rule = find_element (scheme, record->element);

      if (rule != NULL)
        {
          record->element = rule->code;
          range.full_mark = rule->full;
        }
      else
        sentence = _("the scheme has no element of this name.");
    }
  else if (is_weighted (scheme))
    range = (KpMarkRange) { .full_mark = KP_MARK (100, 0), .decimals = KP_MARK_DECIMALS };
  if (sentence == NULL && (record->examiner <= 0 || record->examiner > panel->n_examiners))
    sentence = _("the scheme has no examiner of this number.");
  if (sentence == NULL)
    return kp_mark_parse_in_range (text, &range, &record->mark, error);
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND, sentence);
  return FALSE;
}

static gboolean
parse_cell (const KpScheme *scheme,
            const KpInterviewCell *cell,
            KpPanelMarkRecord *record,
            GError **error)
{
  g_autoptr (GError) local = NULL;

  record->element = *cell->element != '\0' ? cell->element : TOTAL;
  return kp_interview_parse_mark (scheme, cell->text, record, &local) || refuse_cell (cell, local->message, error);
}

static const KpExaminerRecord *
find_examiner (const KpInterviewEntry *entry,
               gint64 room,
               guint seat)
{
  for (guint i = 0; i < entry->field->seats->len; i++)
    {
      const KpPanelSeatRecord *one = g_ptr_array_index (entry->field->seats, i);

      if (one->room == room && one->seat == seat)
        return kp_panel_field_find (entry->field, one->examiner);
    }
  return NULL;
}

/* Whether this examiner can have given this candidate a mark at all. */
static gboolean
check_place (const KpInterviewEntry *entry,
             const KpDossier *dossier,
             const KpInterviewCell *cell,
             GError **error)
{
  const KpExaminerRecord *examiner = find_examiner (entry, dossier->hearing->room, cell->examiner);

  if (entry->room != 0 && dossier->hearing->room != entry->room)
    return refuse_cell (cell, _("this number is of another room."), error);
  if (cell->state == KP_MARK_SHEET_EMPTY)
    return TRUE;
  if (dossier->attendance != NULL && g_str_equal (dossier->attendance->state, "absent")
      && cell->state != KP_MARK_SHEET_ABSENT)
    return refuse_cell (cell, _("nobody came for this number; it stays empty."), error);
  if (cell->examiner == 0) /* said of the number as a whole: absent or void */
    return TRUE;
  if (entry->field->seats->len > 0 && examiner == NULL)
    return refuse_cell (cell, _("no examiner of this number sits in the room."), error);
  if (examiner != NULL && kp_panel_field_is_related (entry->field, examiner, dossier))
    return refuse_cell (cell, _("this examiner must stay away from this candidate; replace the examiner first."), error);
  return TRUE;
}

static gboolean
refuse_checked (const KpInterviewCell *cell,
                GError **error)
{
  return refuse_cell (cell,
                      _("two people have checked this number already, and the file says something else. A later change is a "
                        "correction."),
                      error);
}

/* What is checked stays; a file that says the same may come again. */
static gboolean
is_same_as_checked (const KpInterviewEntry *entry,
                    const KpDossier *dossier,
                    const KpInterviewCell *cell,
                    const KpPanelMarkRecord *record,
                    gboolean *is_same,
                    GError **error)
{
  g_autofree KpPanelMarkRecord *stored = NULL;

  *is_same = FALSE;
  if (cell->state == KP_MARK_SHEET_ABSENT || cell->state == KP_MARK_SHEET_CHEATING)
    {
      const KpMarkState state = cell->state == KP_MARK_SHEET_ABSENT ? KP_MARK_ABSENT : KP_MARK_BREACH;

      *is_same = dossier->interview != NULL && g_str_equal (dossier->interview->state, kp_mark_state_get_name (state));
      return TRUE;
    }
  if (!kp_table_find (kp_session_get_database (entry->session), &kp_panel_mark_table, record->campaign,
                      KP_BINDS (KP_TEXT (record->code), KP_INT (record->examiner), KP_TEXT (record->element)), &stored,
                      error))
    return FALSE;
  *is_same = stored != NULL && stored->mark == record->mark && g_str_equal (stored->state, record->state);
  return TRUE;
}

static gboolean
take_known (KpInterviewEntry *entry,
            const KpDossier *dossier,
            const KpInterviewCell *cell,
            GError **error)
{
  const gboolean is_away = cell->state == KP_MARK_SHEET_ABSENT || cell->state == KP_MARK_SHEET_CHEATING;
  gboolean is_same = FALSE;
  KpPanelMarkRecord record = {
    .campaign = kp_session_get_campaign (entry->session),
    .code = cell->key,
    .examiner = cell->examiner,
    .source = entry->source,
    .state = "given",
  };

  if (!is_away && !parse_cell (kp_session_get_scheme (entry->session), cell, &record, error))
    return FALSE;
  if (g_hash_table_contains (entry->checked, cell->key))
    return is_same_as_checked (entry, dossier, cell, &record, &is_same, error)
           && (is_same || refuse_checked (cell, error));
  if (is_away)
    {
      const KpMarkState state = cell->state == KP_MARK_SHEET_ABSENT ? KP_MARK_ABSENT : KP_MARK_BREACH;

      g_hash_table_insert (entry->absent, (gpointer) cell->key, GUINT_TO_POINTER (state));
      return TRUE;
    }
  g_hash_table_add (entry->touched, (gpointer) cell->key);
  return kp_ledger_put (entry->ledger, &kp_panel_mark_table, &record, error);
}

/**
 * kp_interview_entry_take:
 * @entry: of kp_interview_entry_new()
 * @cell: a cell of its sheet; typed in the room it has no row
 * @error: return location
 *
 * Writes the mark down, or notes that nobody came.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR: the whole file is refused
 */
gboolean
kp_interview_entry_take (KpInterviewEntry *entry,
                         const KpInterviewCell *cell,
                         GError **error)
{
  const KpDossier *dossier = kp_roster_find_code (entry->field->roster, cell->key);

  if (cell->state == KP_MARK_SHEET_FAULTY)
    return refuse_cell (cell, cell->message, error);
  if (dossier == NULL)
    return refuse_cell (cell, _("no candidate drew this number."), error);
  return check_place (entry, dossier, cell, error)
         && (cell->state == KP_MARK_SHEET_EMPTY || take_known (entry, dossier, cell, error));
}

static gboolean
load_checked (KpInterviewEntry *entry,
              GError **error)
{
  g_autoptr (GPtrArray) records
      = kp_table_select (kp_session_get_database (entry->session), &kp_hearing_check_table,
                         kp_session_get_campaign (entry->session), "", KP_NO_BINDS, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    g_hash_table_add (entry->checked, g_strdup (((const KpHearingCheckRecord *) g_ptr_array_index (records, i))->code));
  return records != NULL;
}

/**
 * kp_interview_entry_new:
 * @session: a session
 * @ledger: its unit of work
 * @source: digest of the file, "" = typed in the room; must outlive the entry
 * @room: the room that the file is of, 0 = any
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what is needed to judge each cell, or %NULL with #KP_DATA_ERROR
 */
KpInterviewEntry *
kp_interview_entry_new (KpSession *session,
                        KpLedger *ledger,
                        const char *source,
                        guint room,
                        GError **error)
{
  g_autoptr (KpInterviewEntry) entry = g_new0 (KpInterviewEntry, 1);

  entry->session = session;
  entry->ledger = ledger;
  entry->source = source;
  entry->room = room;
  entry->checked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  entry->touched = g_hash_table_new (g_str_hash, g_str_equal);
  entry->absent = g_hash_table_new (g_str_hash, g_str_equal);
  entry->field = kp_panel_field_load (session, error);
  return entry->field != NULL && load_checked (entry, error) ? g_steal_pointer (&entry) : NULL;
}

/** kp_interview_entry_free: with all that it owns; @entry may be NULL. */
void
kp_interview_entry_free (KpInterviewEntry *entry)
{
  if (entry == NULL)
    return;
  g_clear_pointer (&entry->field, kp_panel_field_free);
  g_hash_table_unref (entry->checked);
  g_hash_table_unref (entry->touched);
  g_hash_table_unref (entry->absent);
  g_free (entry);
}
