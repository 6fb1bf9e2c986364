/* kp-step-marks.c – two entries of written marks, and what they agree on.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-marks.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-review.h"

/* 双人双录 (domain.md §6.4): what entries 1 and 2 say of a candidate becomes the mark when they are equal; where they
 * differ, entry 3 of a third person with the paper in hand decides; until then there is no mark.
 *
 *   entry 1   entry 2   entry 3     mark
 *   78.50     78.50     –           78.50, agreed
 *   78.50     87.50     –           none: a difference
 *   78.50     87.50     78.50       78.50, resolved
 *   缺考      78.50     –           none: a difference
 *   78.50     –         –           none: not entered twice */

/* What a person types in the place of a mark, beside the words that the program itself shows. */
static const struct
{
  const char *word;
  KpMarkState state;
} typed_states[] = {
  { "缺考", KP_MARK_ABSENT },
  { "违纪", KP_MARK_BREACH },
  { "作弊", KP_MARK_BREACH },
  { "缺", KP_MARK_ABSENT },
  { "违", KP_MARK_BREACH },
  { "全部无效", KP_MARK_VOID_ALL },
};

/**
 * kp_step_parse_mark:
 * @range: which marks there may be
 * @text: a mark, 缺考 (缺), 违纪 (违) or 作弊, 全部无效, or a state as the program shows it; 合格 or 不合格 where the full mark is 1
 * @out: (out): what it says
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with #KP_MARK_ERROR
 */
gboolean
kp_step_parse_mark (const KpMarkRange *range,
                    const char *text,
                    KpStatedMark *out,
                    GError **error)
{
  const gboolean is_pass_or_fail = range->full_mark == KP_MARK (1, 0) && range->decimals == 0;

  *out = (KpStatedMark) { KP_MARK_PRESENT, 0 };
  if (is_pass_or_fail && (g_str_equal (text, "合格") || g_str_equal (text, "不合格")))
    {
      out->mark = g_str_equal (text, "合格") ? KP_MARK (1, 0) : 0;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (typed_states); i++)
    {
      if (!g_str_equal (text, typed_states[i].word) && !g_str_equal (text, kp_mark_state_get_chinese (typed_states[i].state)))
        continue;
      out->state = typed_states[i].state;
      return TRUE;
    }
  return kp_mark_parse_in_range (text, range, &out->mark, error);
}

static gboolean
parse_value (const KpSchemePaper *paper,
             const char *text,
             KpStatedMark *out,
             GError **error)
{
  const KpMarkRange range = { .full_mark = paper->full, .decimals = paper->decimals, .step = paper->step };

  return kp_step_parse_mark (&range, text, out, error);
}

static char *
dup_value (const KpSchemePaper *paper,
           const KpEntryRecord *entry)
{
  KpMarkState state = KP_MARK_NOT_ENTERED;

  if (entry->mark != KP_NO_INT)
    return kp_mark_dup_text (entry->mark, paper->decimals);
  kp_mark_state_from_name (entry->state, &state);
  return g_strdup (kp_mark_state_get_chinese (state));
}

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

/* 双人双录: whoever made one entry of a candidate makes no other, and nobody puts another's entry right: what differs goes to
   the third person. */
static const char *
find_person_fault (const KpMarkedPaper *paper,
                   const char *application,
                   guint entry)
{
  const KpEntryRecord *const *slots = kp_marked_paper_get_entries (paper, application);
  const char *actor = kp_session_get_actor (paper->session);

  for (guint i = 1; slots != NULL && i <= KP_THIRD_ENTRY; i++)
    {
      if (slots[i] == NULL)
        continue;
      if (i != entry && kp_review_is_same_person (slots[i]->clerk, actor))
        return _("another entry of this candidate was made by the same person. Marks are entered twice by two people, and a "
                 "third one resolves; say who works with --actor.");
      if (i == entry && !kp_review_is_same_person (slots[i]->clerk, actor))
        return _("this entry was made by somebody else. Only that person puts it right; a difference is for the third person.");
    }
  return NULL;
}

static gboolean
put_entry (KpMarkedPaper *paper,
           KpLedger *ledger,
           KpEntryRecord *record,
           KpStatedMark value,
           KpMarksTally *tally,
           GError **error)
{
  const gint64 n_before = kp_ledger_get_n_written (ledger);

  record->campaign = kp_session_get_campaign (paper->session);
  record->paper = paper->rule->code;
  record->state = kp_mark_state_get_name (value.state);
  record->mark = value.state == KP_MARK_PRESENT ? value.mark : KP_NO_INT;
  record->clerk = kp_session_get_actor (paper->session);
  if (!kp_ledger_put (ledger, &kp_entry_table, record, error))
    return FALSE;
  tally->n_taken += kp_ledger_get_n_written (ledger) > n_before;
  return TRUE;
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
  else if (!parse_value (paper->rule, row->text, value, &local))
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

/* A paper of somebody who wasn't there: one of the two is wrong, and it isn't the clerk who can tell. */
static gboolean
is_ghost (const KpMarkedPaper *paper,
          const char *application,
          KpStatedMark value)
{
  return value.state == KP_MARK_PRESENT && kp_marked_paper_get_decided (paper, application) == KP_MARK_ABSENT;
}

/* One sheet on its way into the record. */
typedef struct
{
  KpMarkedPaper *paper;
  KpLedger *ledger;
  KpMarkSheet *sheet;
  guint entry;
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
  if (!g_hash_table_add (intake->seen, (gpointer) record.application))
    return refuse_row (row, _("the sheet names this candidate twice."), error);
  if (row->state == KP_MARK_SHEET_EMPTY)
    return TRUE;
  fault = find_person_fault (paper, record.application, intake->entry);
  if (fault != NULL)
    return refuse_row (row, fault, error);
  if (!read_row (paper, row, &value, error))
    return FALSE;
  if (is_ghost (paper, record.application, value))
    return refuse_row (row, _("the record of the exam day says that this candidate was absent or came too late."), error);
  g_array_append_val (intake->values, value);
  g_array_append_val (intake->sheet_rows, row->sheet_row);
  g_ptr_array_add (intake->dossiers, (gpointer) dossier);
  return put_entry (paper, intake->ledger, &record, value, tally, error);
}

/* ---- what both entries say ---- */

static gboolean
entries_agree (const KpEntryRecord *a,
               const KpEntryRecord *b)
{
  return g_str_equal (a->state, b->state) && a->mark == b->mark;
}

/* The table of cases at the head of this file: which entry gives the mark, and how. */
static const KpEntryRecord *
decide_mark (const KpEntryRecord *const *slots,
             const char **how)
{
  if (slots == NULL || slots[1] == NULL || slots[2] == NULL)
    return NULL;
  *how = slots[KP_THIRD_ENTRY] != NULL ? "resolved" : "agreed";
  if (slots[KP_THIRD_ENTRY] != NULL)
    return slots[KP_THIRD_ENTRY];
  return entries_agree (slots[1], slots[2]) ? slots[1] : NULL;
}

/* @state NULL: there is no mark. */
static gboolean
write_mark (const KpMarkedPaper *paper,
            KpLedger *ledger,
            const char *application,
            const char *state,
            gint64 mark,
            const char *how,
            GError **error)
{
  g_autofree KpMarkRecord *stored = NULL;
  KpMarkRecord record = {
    .campaign = kp_session_get_campaign (paper->session),
    .paper = paper->rule->code,
    .application = application,
    .state = state,
    .mark = mark,
    .how = how,
  };

  if (state != NULL)
    return kp_ledger_put (ledger, &kp_mark_table, &record, error);
  if (!kp_table_find (kp_session_get_database (paper->session), &kp_mark_table, record.campaign,
                      KP_BINDS (KP_TEXT (record.paper), KP_TEXT (application)), &stored, error))
    return FALSE;
  return stored == NULL || kp_ledger_remove (ledger, &kp_mark_table, stored, error);
}

/* What two people put right is no longer for the clerks: (element-type utf8), applications. */
static GHashTable *
load_corrected (const KpMarkedPaper *paper,
                GError **error)
{
  GHashTable *corrected;
  g_autoptr (GPtrArray) marks
      = kp_table_select (kp_session_get_database (paper->session), &kp_mark_table,
                         kp_session_get_campaign (paper->session), "AND paper = $2 AND how = 'corrected'",
                         KP_BINDS (KP_TEXT (paper->rule->code)), error);

  if (marks == NULL)
    return NULL;
  corrected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < marks->len; i++)
    g_hash_table_add (corrected, g_strdup (((const KpMarkRecord *) g_ptr_array_index (marks, i))->application));
  return corrected;
}

static gboolean
agree_one (const KpMarkedPaper *paper,
           KpLedger *ledger,
           const char *application,
           guint entry,
           gboolean is_corrected,
           KpMarksTally *tally,
           GError **error)
{
  const KpEntryRecord *const *slots = kp_marked_paper_get_entries (paper, application);
  const KpMarkState decided = kp_marked_paper_get_decided (paper, application);
  const char *how = "decided";
  const char *state = NULL;
  gint64 mark = KP_NO_INT;

  if (decided != KP_MARK_NOT_ENTERED)
    state = kp_mark_state_get_name (decided);
  else
    {
      const KpEntryRecord *record = decide_mark (slots, &how);
      const gboolean is_twice = slots != NULL && slots[1] != NULL && slots[2] != NULL;

      state = record != NULL ? record->state : NULL;
      mark = record != NULL ? record->mark : KP_NO_INT;
      tally->n_differences += record == NULL && is_twice;
      tally->n_missing += slots == NULL || slots[entry] == NULL;
      tally->is_same_file |= is_twice && *slots[1]->source != '\0' && g_str_equal (slots[1]->source, slots[2]->source);
    }
  tally->n_agreed += state != NULL;
  return is_corrected || write_mark (paper, ledger, application, state, mark, how, error);
}

/**
 * kp_marks_agree:
 * @paper: a paper
 * @ledger: of its unit of work
 * @entry: whose missing rows are counted
 * @tally: (inout): counts what is agreed
 * @error: return location
 *
 * Makes the marks of the paper from its entries and from what the exam day decided.
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_marks_agree (KpMarkedPaper *paper,
                KpLedger *ledger,
                guint entry,
                KpMarksTally *tally,
                GError **error)
{
  g_autoptr (GHashTable) corrected = load_corrected (paper, error);

  if (corrected == NULL || !kp_marked_paper_load_entries (paper, error))
    return FALSE;
  for (guint i = 0; i < kp_roster_get_n_dossiers (paper->roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (paper->roster, i);
      const char *application = dossier->application->application;

      if (kp_marked_paper_is_sat_by (paper, dossier)
          && !agree_one (paper, ledger, application, entry, g_hash_table_contains (corrected, application), tally, error))
        return FALSE;
    }
  return TRUE;
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

static KpStatedMark
get_stated (const KpEntryRecord *record)
{
  KpStatedMark value = { KP_MARK_NOT_ENTERED, 0 };

  if (record != NULL && kp_mark_state_from_name (record->state, &value.state) && record->mark != KP_NO_INT)
    value.mark = record->mark;
  return value;
}

/* Rows in the order of one sheet against the other entry of the same candidates. */
static void
find_shift (const KpMarkedPaper *paper,
            guint entry,
            const GPtrArray *dossiers,
            const GArray *sheet_rows,
            KpMarksShift *out)
{
  g_autofree KpStatedMark *own = g_new0 (KpStatedMark, dossiers->len + 1);
  g_autofree KpStatedMark *other = g_new0 (KpStatedMark, dossiers->len + 1);
  KpEntryShift found;

  for (guint i = 0; i < dossiers->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (dossiers, i);
      const KpEntryRecord *const *slots = kp_marked_paper_get_entries (paper, dossier->application->application);

      own[i] = get_stated (slots != NULL ? slots[entry] : NULL);
      other[i] = get_stated (slots != NULL ? slots[3 - entry] : NULL);
    }
  *out = (KpMarksShift) { 0 };
  if (!kp_entry_shift_find (own, other, dossiers->len, &found))
    return;
  out->n_rows = found.n_rows;
  out->offset = found.offset;
  out->first_row = g_array_index (sheet_rows, guint, found.first);
  out->last_row = g_array_index (sheet_rows, guint, found.last);
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
  find_shift (intake->paper, intake->entry, intake->dossiers, intake->sheet_rows, &tally->shift);
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
  ledger = kp_session_begin (session, kp_marked_paper_get_step (session, code, KP_STEP_IMPORT_WRITTEN_MARKS), kind, error);
  if (ledger == NULL || !kp_marked_paper_load (&paper, session, code, error)
      || !kp_marked_paper_check_unlocked (&paper, error)
      || (kp_mark_sheet_get_key_kind (sheet) == KP_MARK_KEY_SEAT && !kp_marked_paper_load_seats (&paper, error)))
    return FALSE;
  intake.ledger = ledger;
  return take_sheet (&intake, control, tally, error)
         && kp_session_write_import (session, ledger, kind, kp_mark_sheet_get_digest (sheet), n_rows, tally->n_taken,
                                     error)
         && kp_session_commit (session, ledger, error);
}

/* ---- differences ---- */

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
  if (slots == NULL || slots[1] == NULL || slots[2] == NULL || entries_agree (slots[1], slots[2]))
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("The two entries for ticket %s don't differ, so there is nothing to resolve; a mark that both gave is "
                     "changed only by a correction of two people."),
                   number);
      return FALSE;
    }
  fault = find_person_fault (paper, dossier->application->application, KP_THIRD_ENTRY);
  if (fault != NULL)
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, _("Number %s can't be resolved: %s"), number, fault);
  return fault == NULL;
}

/**
 * kp_step_resolve_mark:
 * @session: a session, open for writing; its actor is the third person, who made neither entry
 * @code: of the paper
 * @number: ticket, or secret number while these are sealed
 * @value: what the paper in hand says: a mark, 缺考 or 违纪
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
                      GError **error)
{
  KpSchemePaper rule;
  g_auto (KpMarkedPaper) paper = { 0 };
  g_autoptr (KpLedger) ledger = NULL;
  const KpDossier *dossier;
  KpMarksTally tally = { 0 };
  KpStatedMark mark;
  KpEntryRecord record = { .entry = KP_THIRD_ENTRY, .source = "" };

  if (!kp_marked_paper_find_rule (session, code, &rule, error) || !parse_value (&rule, value, &mark, error))
    return FALSE;
  ledger = kp_session_begin (session, kp_marked_paper_get_step (session, code, KP_STEP_RESOLVE_MARKS), code, error);
  if (ledger == NULL || !kp_marked_paper_load (&paper, session, code, error)
      || !kp_marked_paper_check_unlocked (&paper, error))
    return FALSE;
  dossier = kp_marked_paper_find (&paper, number);
  if (!check_difference (&paper, dossier, number, error))
    return FALSE;
  record.application = dossier->application->application;
  return put_entry (&paper, ledger, &record, mark, &tally, error) && kp_marks_agree (&paper, ledger, 1, &tally, error)
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
          || decide_mark (slots, &how) != NULL
          || kp_marked_paper_get_decided (&paper, application) != KP_MARK_NOT_ENTERED)
        continue;
      difference = g_new0 (KpMarkDifference, 1);
      difference->application = g_strdup (application);
      difference->ticket = g_strdup (kp_marked_paper_get_number (&paper, dossier));
      difference->first = dup_value (paper.rule, slots[1]);
      difference->second = dup_value (paper.rule, slots[2]);
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
  find_shift (&paper, 2, dossiers, sheet_rows, shift);
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
