/* kp-mark-entry.c – what a clerk enters of a candidate, and what two of them make together.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-mark-entry.h"

#include <glib/gi18n-lib.h>

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

/** kp_mark_entry_get_word: the short word that a clerk types for @state: "缺考"; "" for a mark. */
const char *
kp_mark_entry_get_word (KpMarkState state)
{
  for (guint i = 0; i < G_N_ELEMENTS (typed_states); i++)
    {
      if (typed_states[i].state == state)
        return typed_states[i].word;
    }
  return "";
}

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

/**
 * kp_mark_entry_parse:
 * @paper: whose full mark, decimals and step count
 * @text: see kp_step_parse_mark()
 * @out: (out): what it says
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with #KP_MARK_ERROR
 */
gboolean
kp_mark_entry_parse (const KpSchemePaper *paper,
                     const char *text,
                     KpStatedMark *out,
                     GError **error)
{
  const KpMarkRange range = { .full_mark = paper->full, .decimals = paper->decimals, .step = paper->step };

  return kp_step_parse_mark (&range, text, out, error);
}

/**
 * kp_mark_entry_dup_text:
 * @paper: the paper
 * @entry: one of its entries
 *
 * Returns: (transfer full): "78.50", "缺考"
 */
char *
kp_mark_entry_dup_text (const KpSchemePaper *paper,
                        const KpEntryRecord *entry)
{
  KpMarkState state = KP_MARK_NOT_ENTERED;

  if (entry->mark != KP_NO_INT)
    return kp_mark_dup_text (entry->mark, paper->decimals);
  kp_mark_state_from_name (entry->state, &state);
  return g_strdup (kp_mark_state_get_chinese (state));
}

/**
 * kp_mark_entry_find_person_fault:
 * @paper: a paper with its entries
 * @application: a candidate
 * @entry: 1, 2 or the third
 * @person: who would make it
 *
 * 双人双录: whoever made one entry of a candidate makes no other, and nobody puts another's entry right: what differs goes to
 * the third person.
 *
 * Returns: (transfer none) (nullable): why the person may not make this entry; %NULL = may
 */
const char *
kp_mark_entry_find_person_fault (const KpMarkedPaper *paper,
                                 const char *application,
                                 guint entry,
                                 const char *person)
{
  const KpEntryRecord *const *slots = kp_marked_paper_get_entries (paper, application);

  if (kp_marked_paper_was_shown_to (paper, person))
    return _("this person had the sealed table of secret numbers in hand, and so enters no mark of this paper.");
  for (guint i = 1; slots != NULL && i <= KP_THIRD_ENTRY; i++)
    {
      if (slots[i] == NULL)
        continue;
      if (i != entry && kp_review_is_same_person (slots[i]->clerk, person))
        return _("another entry of this candidate was made by the same person. Marks are entered twice by two people, and a "
                 "third one resolves; say who works with --actor.");
      if (i == entry && !kp_review_is_same_person (slots[i]->clerk, person))
        return _("this entry was made by somebody else. Only that person puts it right; a difference is for the third person.");
    }
  return NULL;
}

/**
 * kp_mark_entry_is_ghost:
 * @paper: a paper
 * @application: a candidate
 * @value: what is entered
 *
 * Returns: whether it is a mark of somebody who wasn't there: one of the two is wrong, and it isn't the clerk who can tell
 */
gboolean
kp_mark_entry_is_ghost (const KpMarkedPaper *paper,
                        const char *application,
                        KpStatedMark value)
{
  return value.state == KP_MARK_PRESENT && kp_marked_paper_get_decided (paper, application) == KP_MARK_ABSENT;
}

/**
 * kp_mark_entry_put:
 * @paper: a paper
 * @ledger: of its unit of work
 * @record: candidate, number of the entry, sheet and row; the rest is filled in
 * @value: what is entered
 * @tally: (inout): counts it when it wasn't there
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_mark_entry_put (KpMarkedPaper *paper,
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

/** kp_mark_entry_get_stated: what an entry says; %NULL = nothing. */
KpStatedMark
kp_mark_entry_get_stated (const KpEntryRecord *record)
{
  KpStatedMark value = { KP_MARK_NOT_ENTERED, 0 };

  if (record != NULL && kp_mark_state_from_name (record->state, &value.state) && record->mark != KP_NO_INT)
    value.mark = record->mark;
  return value;
}

/** kp_mark_entry_is_same: whether two entries say the same mark or state. */
gboolean
kp_mark_entry_is_same (const KpEntryRecord *a,
                       const KpEntryRecord *b)
{
  return g_str_equal (a->state, b->state) && a->mark == b->mark;
}

/**
 * kp_mark_entry_decide:
 * @slots: (nullable): of a candidate, by number of the entry
 * @how: (out): "agreed" or "resolved"; untouched without a mark
 *
 * Returns: (nullable): the entry that gives the mark, by the table at the head of this file
 */
const KpEntryRecord *
kp_mark_entry_decide (const KpEntryRecord *const *slots,
                      const char **how)
{
  if (slots == NULL || slots[1] == NULL || slots[2] == NULL)
    return NULL;
  *how = slots[KP_THIRD_ENTRY] != NULL ? "resolved" : "agreed";
  if (slots[KP_THIRD_ENTRY] != NULL)
    return slots[KP_THIRD_ENTRY];
  return kp_mark_entry_is_same (slots[1], slots[2]) ? slots[1] : NULL;
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
      const KpEntryRecord *record = kp_mark_entry_decide (slots, &how);
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

/**
 * kp_marks_find_shift:
 * @paper: a paper with its entries
 * @entry: 1 or 2
 * @dossiers: (element-type KpDossier): in the order of that entry's sheet
 * @sheet_rows: (element-type guint): their rows on it
 * @out: (out): which rows hold what the other entry has for a neighbour
 */
void
kp_marks_find_shift (const KpMarkedPaper *paper,
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

      own[i] = kp_mark_entry_get_stated (slots != NULL ? slots[entry] : NULL);
      other[i] = kp_mark_entry_get_stated (slots != NULL ? slots[3 - entry] : NULL);
    }
  *out = (KpMarksShift) { 0 };
  if (!kp_entry_shift_find (own, other, dossiers->len, &found))
    return;
  out->n_rows = found.n_rows;
  out->offset = found.offset;
  out->first_row = g_array_index (sheet_rows, guint, found.first);
  out->last_row = g_array_index (sheet_rows, guint, found.last);
}
