/* kp-step-marks.c – two entries of written marks, and what they agree on.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-marks.h"

#include <glib/gi18n-lib.h>

#include "kp-qualify.h"
#include "kp-roster.h"

/* 双人双录 (domain.md §6.4): what entries 1 and 2 say of a candidate becomes the mark when they are equal; where they
 * differ, entry 3 of a third person with the paper in hand decides; until then there is no mark.
 *
 *   entry 1   entry 2   entry 3     mark
 *   78.50     78.50     –           78.50, agreed
 *   78.50     87.50     –           none: a difference
 *   78.50     87.50     78.50       78.50, resolved
 *   缺考      78.50     –           none: a difference
 *   78.50     –         –           none: not entered twice */

#define THIRD 3

static const KpSchemePaper *
get_paper (KpSession *session,
           const char *paper,
           GError **error)
{
  const KpSchemePaper *rule = kp_scheme_get_paper (kp_session_get_scheme (session), paper);

  if (rule == NULL)
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                 _("The scheme has no paper “%s”; give the code of one of its papers."), paper);
  return rule;
}

/* What a person types in the place of a mark, beside the words that the program itself shows. */
static const struct
{
  const char *word;
  KpMarkState state;
} typed_states[] = {
  { "缺考", KP_MARK_ABSENT },
  { "违纪", KP_MARK_BREACH },
  { "作弊", KP_MARK_BREACH },
};

/**
 * kp_step_parse_mark:
 * @range: which marks there may be
 * @text: a mark, 缺考, 违纪 or 作弊, or a state as the program shows it
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
  *out = (KpStatedMark) { KP_MARK_PRESENT, 0 };
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
  const KpMarkRange range = { .full_mark = paper->full, .decimals = paper->decimals };

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

/* Who has a mark in this paper: holds a seat, or passed the review where the mark comes from another exam, and applied for
   a post that has the paper. */
static gboolean
has_paper (const KpScheme *scheme,
           const KpSchemePaper *paper,
           const KpDossier *dossier)
{
  const KpSchemePost *post = kp_scheme_get_post (scheme, dossier->application->post);

  if (!kp_fraction_is_known (kp_scheme_get_paper_weight (post, paper)))
    return FALSE;
  return dossier->seat != NULL
         || (paper->is_elsewhere
             && g_str_equal (dossier->application->review, kp_review_outcome_get_name (KP_REVIEW_PASS)));
}

/* Ticket number; who needs no seat has only the number of the registration. */
static const char *
get_number (const KpDossier *dossier)
{
  return dossier->seat != NULL ? dossier->seat->ticket : dossier->application->application;
}

/**
 * kp_step_find_number:
 * @roster: a roster
 * @number: ticket number, or without one the number of the registration
 *
 * Returns: (transfer none) (nullable): who holds it
 */
const KpDossier *
kp_step_find_number (KpRoster *roster,
                     const char *number)
{
  const KpDossier *dossier = kp_roster_find_ticket (roster, number);

  if (dossier == NULL)
    dossier = kp_roster_find_application (roster, number);
  return dossier != NULL && g_str_equal (get_number (dossier), number) ? dossier : NULL;
}

/* The candidate whom a row of the sheet means: by ticket, or by room and seat. */
static const KpDossier *
find_candidate (KpRoster *roster,
                KpMarkKey kind,
                const char *key)
{
  g_auto (GStrv) parts = NULL;
  gint64 room;
  gint64 seat;

  if (kind == KP_MARK_KEY_TICKET)
    return kp_step_find_number (roster, key);
  if (kind != KP_MARK_KEY_SEAT)
    return NULL;

  parts = g_strsplit (key, "-", 2);
  if (g_strv_length (parts) != 2)
    return NULL;
  room = g_ascii_strtoll (parts[0], NULL, 10);
  seat = g_ascii_strtoll (parts[1], NULL, 10);
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (dossier->seat != NULL && dossier->seat->room == room && dossier->seat->seat == seat)
        return dossier;
    }
  return NULL;
}

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
put_entry (KpSession *session,
           KpLedger *ledger,
           KpEntryRecord *record,
           KpStatedMark value,
           KpMarksTally *tally,
           GError **error)
{
  const gint64 n_before = kp_ledger_get_n_written (ledger);

  record->campaign = kp_session_get_campaign (session);
  record->state = kp_mark_state_get_name (value.state);
  record->mark = value.state == KP_MARK_PRESENT ? value.mark : KP_NO_INT;
  record->clerk = kp_session_get_actor (session);
  if (!kp_ledger_put (ledger, &kp_entry_table, record, error))
    return FALSE;
  tally->n_taken += kp_ledger_get_n_written (ledger) > n_before;
  return TRUE;
}

static gboolean
take_row (KpSession *session,
          KpLedger *ledger,
          KpRoster *roster,
          const KpSchemePaper *paper,
          guint number,
          KpMarkSheet *sheet,
          const KpMarkSheetRow *row,
          KpMarksTally *tally,
          GError **error)
{
  const KpDossier *dossier = find_candidate (roster, kp_mark_sheet_get_key_kind (sheet), row->key);
  g_autoptr (GError) local = NULL;
  KpStatedMark value = { KP_MARK_PRESENT, 0 };
  KpEntryRecord record = {
    .paper = paper->code,
    .entry = number,
    .source = kp_mark_sheet_get_digest (sheet),
    .sheet_row = row->sheet_row,
  };

  if (row->state == KP_MARK_SHEET_FAULTY)
    return refuse_row (row, row->message, error);
  if (dossier == NULL)
    return refuse_row (row, _("no candidate holds this number."), error);
  if (row->state == KP_MARK_SHEET_EMPTY)
    return TRUE;
  if (!has_paper (kp_session_get_scheme (session), paper, dossier))
    return refuse_row (row, _("the candidate doesn't sit this paper."), error);

  if (row->state == KP_MARK_SHEET_ABSENT)
    value.state = KP_MARK_ABSENT;
  else if (row->state == KP_MARK_SHEET_CHEATING)
    value.state = KP_MARK_BREACH;
  else if (!parse_value (paper, row->text, &value, &local))
    return refuse_row (row, local->message, error);
  record.application = dossier->application->application;
  return put_entry (session, ledger, &record, value, tally, error);
}

/* Entries of one paper as (application → three pointers). */
typedef struct
{
  GPtrArray *records; /* owned */
  GHashTable *by_application;
} Entries;

static void
entries_clear (Entries *entries)
{
  g_clear_pointer (&entries->by_application, g_hash_table_unref);
  g_clear_pointer (&entries->records, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Entries, entries_clear)

static gboolean
load_entries (KpSession *session,
              const char *paper,
              Entries *entries,
              GError **error)
{
  entries->records = kp_table_select (kp_session_get_database (session), &kp_entry_table,
                                      kp_session_get_campaign (session), "AND paper = $2 ORDER BY application, entry",
                                      KP_BINDS (KP_TEXT (paper)), error);
  entries->by_application = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  if (entries->records == NULL)
    return FALSE;
  for (guint i = 0; i < entries->records->len; i++)
    {
      const KpEntryRecord *record = g_ptr_array_index (entries->records, i);
      const KpEntryRecord **slots = g_hash_table_lookup (entries->by_application, record->application);

      if (slots == NULL)
        {
          slots = g_new0 (const KpEntryRecord *, THIRD + 1);
          g_hash_table_insert (entries->by_application, (gpointer) record->application, slots);
        }
      slots[record->entry] = record;
    }
  return TRUE;
}

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
  *how = slots[THIRD] != NULL ? "resolved" : "agreed";
  if (slots[THIRD] != NULL)
    return slots[THIRD];
  return entries_agree (slots[1], slots[2]) ? slots[1] : NULL;
}

static gboolean
write_mark (KpSession *session,
            KpLedger *ledger,
            const char *paper,
            const char *application,
            const KpEntryRecord *entry,
            const char *how,
            GError **error)
{
  g_autofree KpMarkRecord *stored = NULL;
  KpMarkRecord record = {
    .campaign = kp_session_get_campaign (session),
    .paper = paper,
    .application = application,
    .mark = KP_NO_INT,
  };

  if (entry != NULL)
    {
      record.state = entry->state;
      record.mark = entry->mark;
      record.how = how;
      return kp_ledger_put (ledger, &kp_mark_table, &record, error);
    }
  if (!kp_table_find (kp_session_get_database (session), &kp_mark_table, record.campaign,
                      KP_BINDS (KP_TEXT (paper), KP_TEXT (application)), &stored, error))
    return FALSE;
  return stored == NULL || kp_ledger_remove (ledger, &kp_mark_table, stored, error);
}

static gboolean
are_of_one_clerk (const KpEntryRecord *const *slots)
{
  return slots != NULL && slots[1] != NULL && slots[2] != NULL && g_str_equal (slots[1]->clerk, slots[2]->clerk);
}

/* What two people put right is no longer for the clerks: (element-type utf8), applications. */
static GHashTable *
load_corrected (KpSession *session,
                const char *paper,
                GError **error)
{
  GHashTable *corrected;
  g_autoptr (GPtrArray) marks
      = kp_table_select (kp_session_get_database (session), &kp_mark_table, kp_session_get_campaign (session),
                         "AND paper = $2 AND how = 'corrected'", KP_BINDS (KP_TEXT (paper)), error);

  if (marks == NULL)
    return NULL;
  corrected = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < marks->len; i++)
    g_hash_table_add (corrected, g_strdup (((const KpMarkRecord *) g_ptr_array_index (marks, i))->application));
  return corrected;
}

static gboolean
agree_marks (KpSession *session,
             KpLedger *ledger,
             KpRoster *roster,
             const KpSchemePaper *paper,
             guint number,
             KpMarksTally *tally,
             GError **error)
{
  g_auto (Entries) entries = { 0 };
  g_autoptr (GHashTable) corrected = load_corrected (session, paper->code, error);

  if (corrected == NULL || !load_entries (session, paper->code, &entries, error))
    return FALSE;
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const char *application = dossier->application->application;
      const KpEntryRecord *const *slots = g_hash_table_lookup (entries.by_application, application);
      const char *how = NULL;
      const KpEntryRecord *entry = decide_mark (slots, &how);

      if (!has_paper (kp_session_get_scheme (session), paper, dossier))
        continue;
      tally->n_agreed += entry != NULL;
      tally->n_differences += entry == NULL && slots != NULL && slots[1] != NULL && slots[2] != NULL;
      tally->n_missing += slots == NULL || slots[number] == NULL;
      tally->is_same_clerk |= are_of_one_clerk (slots);
      if (!g_hash_table_contains (corrected, application)
          && !write_mark (session, ledger, paper->code, application, entry, how, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * kp_step_enter_marks:
 * @session: a session, open for writing; its actor is the clerk
 * @paper: code of the paper
 * @entry: 1 or 2
 * @sheet: of one clerk
 * @tally: (out): what was entered, and what both entries agree on by now
 * @error: return location
 *
 * 登分: takes a whole sheet as one entry, or none of it: a row that names nobody, or a mark out of range, refuses the
 * sheet. The same sheet again changes nothing; a corrected one replaces what differs, with the old value in the journal.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_enter_marks (KpSession *session,
                     const char *paper,
                     guint entry,
                     KpMarkSheet *sheet,
                     KpMarksTally *tally,
                     GError **error)
{
  const KpSchemePaper *rule = get_paper (session, paper, error);
  g_autofree char *kind = g_strdup_printf ("written:%s:%u", paper, entry);
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpRoster) roster = NULL;
  guint n_rows = 0;
  const KpMarkSheetRow *rows = kp_mark_sheet_get_rows (sheet, &n_rows);

  *tally = (KpMarksTally) { .n_rows = n_rows };
  if (rule == NULL)
    return FALSE;
  if (entry != 1 && entry != 2)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_ARGUMENT,
                   _("Entry %u makes no sense: marks are entered twice, as entry 1 and as entry 2."), entry);
      return FALSE;
    }
  ledger = kp_session_begin (session, KP_STEP_IMPORT_WRITTEN_MARKS, kind, error);
  if (ledger == NULL)
    return FALSE;
  roster = kp_session_load_roster (session, error);
  if (roster == NULL)
    return FALSE;
  for (guint i = 0; i < n_rows; i++)
    {
      if (!take_row (session, ledger, roster, rule, entry, sheet, &rows[i], tally, error))
        return FALSE;
    }
  return agree_marks (session, ledger, roster, rule, entry, tally, error)
         && kp_session_write_import (session, ledger, kind, kp_mark_sheet_get_digest (sheet), n_rows, tally->n_taken,
                                     error)
         && kp_session_commit (session, ledger, error);
}

static gboolean
check_difference (KpSession *session,
                  const char *paper,
                  const KpDossier *dossier,
                  const char *ticket,
                  GError **error)
{
  g_auto (Entries) entries = { 0 };
  const KpEntryRecord *const *slots;

  if (dossier == NULL)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                   _("Nobody holds the ticket %s; look up the differences of this paper again."), ticket);
      return FALSE;
    }
  if (!load_entries (session, paper, &entries, error))
    return FALSE;
  slots = g_hash_table_lookup (entries.by_application, dossier->application->application);
  if (slots != NULL && slots[1] != NULL && slots[2] != NULL && !entries_agree (slots[1], slots[2]))
    return TRUE;

  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("The two entries for ticket %s don't differ, so there is nothing to resolve; a mark that both gave is "
                 "changed only by a correction of two people."),
               ticket);
  return FALSE;
}

/**
 * kp_step_resolve_mark:
 * @session: a session, open for writing; its actor is the third person
 * @paper: code of the paper
 * @ticket: of the candidate
 * @value: what the paper in hand says: a mark, 缺考 or 违纪
 * @error: return location
 *
 * A third person resolves a difference between the two entries. Both entries stay as they were.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR, #KP_MARK_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_resolve_mark (KpSession *session,
                      const char *paper,
                      const char *ticket,
                      const char *value,
                      GError **error)
{
  const KpSchemePaper *rule = get_paper (session, paper, error);
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpRoster) roster = NULL;
  const KpDossier *dossier;
  KpMarksTally tally = { 0 };
  KpStatedMark mark;
  KpEntryRecord record = { .paper = paper, .entry = THIRD, .source = "" };

  if (rule == NULL || !parse_value (rule, value, &mark, error))
    return FALSE;
  ledger = kp_session_begin (session, KP_STEP_RESOLVE_MARKS, paper, error);
  if (ledger == NULL)
    return FALSE;
  roster = kp_session_load_roster (session, error);
  if (roster == NULL)
    return FALSE;
  dossier = kp_step_find_number (roster, ticket);
  if (!check_difference (session, paper, dossier, ticket, error))
    return FALSE;
  record.application = dossier->application->application;
  return put_entry (session, ledger, &record, mark, &tally, error)
         && agree_marks (session, ledger, roster, rule, 1, &tally, error) && kp_session_commit (session, ledger, error);
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

/**
 * kp_step_list_differences:
 * @session: a session
 * @paper: code of the paper
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type KpMarkDifference): what is still to be resolved, by ticket number;
 * or %NULL with an error
 */
GPtrArray *
kp_step_list_differences (KpSession *session,
                          const char *paper,
                          GError **error)
{
  const KpSchemePaper *rule = get_paper (session, paper, error);
  g_autoptr (GPtrArray) differences = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_mark_difference_free);
  g_autoptr (KpRoster) roster = NULL;
  g_auto (Entries) entries = { 0 };

  if (rule == NULL)
    return NULL;
  roster = kp_session_load_roster (session, error);
  if (roster == NULL || !load_entries (session, paper, &entries, error))
    return NULL;
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const KpEntryRecord *const *slots
          = g_hash_table_lookup (entries.by_application, dossier->application->application);
      const char *how = NULL;
      KpMarkDifference *difference;

      if (!has_paper (kp_session_get_scheme (session), rule, dossier) || slots == NULL || slots[1] == NULL || slots[2] == NULL
          || decide_mark (slots, &how) != NULL)
        continue;
      difference = g_new0 (KpMarkDifference, 1);
      difference->application = g_strdup (dossier->application->application);
      difference->ticket = g_strdup (get_number (dossier));
      difference->first = dup_value (rule, slots[1]);
      difference->second = dup_value (rule, slots[2]);
      g_ptr_array_add (differences, difference);
    }
  return g_steal_pointer (&differences);
}
