/* kp-step-erase.c – erases what a campaign need not keep any longer.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is erased is overwritten by the ledger like any other change, so that the chain and each hash in it stay: the journal
 * never held the values themselves. What numbers are made of (sex, age in years, education, year of graduation, marks) stays,
 * under a number that leads to nobody any more. */
#include "kp-step-erase.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-candidate.h"
#include "kp-canon.h"
#include "kp-change-tables.h"
#include "kp-conversion-tables.h"
#include "kp-hall-tables.h"
#include "kp-mark-tables.h"
#include "kp-two-people.h"
#include "kp-work-tables.h"
#include "kp-written-tables.h"

#define MAX_COLUMNS 4
#define OWN (1u << KP_RETENTION_MATERIALS | 1u << KP_RETENTION_HIRED)
#define NAMES (1u << KP_RETENTION_RESULTS)

typedef struct
{
  guint kinds;                      /* bits */
  const KpTable *table;
  const char *by;                   /* (nullable): the column of the registration number, or of the contract's; NULL = every row */
  const char *columns[MAX_COLUMNS]; /* become empty; none = the row goes */
} Blank;

static const Blank blanks[] = {
  { OWN, &kp_application_table, "application", { "remark", "warnings" } },
  { OWN, &kp_fact_table, "application", { NULL } },
  { OWN, &kp_photo_table, "application", { NULL } },
  { OWN, &kp_proof_table, "application", { "reference", "note" } },
  { OWN, &kp_judgement_table, "application", { "note" } },
  { OWN, &kp_finding_table, "application", { "sentence" } },
  { OWN, &kp_mark_recheck_table, "application", { "reason" } },
  { OWN, &kp_leaving_table, "application", { "reason" } },
  { OWN, &kp_bonus_review_table, "application", { "reason" } },
  { OWN, &kp_service_segment_table, "subject", { NULL } },
  { OWN, &kp_probation_link_table, "contract", { "text" } },
  { OWN, &kp_probation_outcome_table, "contract", { "reason" } },
  { OWN, &kp_contract_end_table, "contract", { "reason" } },
  { OWN, &kp_work_correction_table, "contract", { "before_text", "after_text", "reason" } },
  { OWN | NAMES, &kp_departure_table, "application", { "reason" } },
  { OWN | NAMES, &kp_departure_undo_table, "application", { "reason" } },
  { NAMES, &kp_incident_table, "application", { "facts", "evidence", "statement", "review" } },
  { NAMES, &kp_objection_table, NULL, { "objector", "content", "finding" } },
  { NAMES, &kp_examiner_table, NULL, { "name", "unit", "phone" } },
  { NAMES, &kp_recusal_table, NULL, { "relation" } },
  { NAMES, &kp_hall_arrival_table, NULL, { "reason" } },
  { NAMES, &kp_seat_change_table, NULL, { "reason" } },
  { NAMES, &kp_choice_table, NULL, { "reason" } },
};

typedef struct
{
  KpSession *session;
  KpLedger *ledger;
  const KpRetentionReport *report;
  KpRetentionKind kind;
  GHashTable *who;       /* registration numbers, and numbers of 转聘花名册 */
  GHashTable *contracts; /* their numbers */
  GChecksum *rows;
  guint n_values;
} Erasing;

static const KpColumn *
find_column (const KpTable *table,
             const char *name)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (strcmp (table->columns[i].name, name) == 0)
      return &table->columns[i];
  g_assert_not_reached ();
}

static gboolean
is_meant (const Erasing *erasing,
          const Blank *blank,
          gconstpointer record)
{
  return blank->by == NULL
         || g_hash_table_contains (g_str_equal (blank->by, "contract") ? erasing->contracts : erasing->who,
                                   G_STRUCT_MEMBER (const char *, record, find_column (blank->table, blank->by)->offset));
}

static void
note_row (Erasing *erasing,
          const KpTable *table,
          gconstpointer record)
{
  g_autoptr (GString) line = g_string_new (table->name);

  g_string_append_c (line, ' ');
  kp_canon_append_key (line, table, record);
  g_string_append_c (line, '\n');
  g_checksum_update (erasing->rows, (const guchar *) line->str, (gssize) line->len);
}

/* Of a row that goes only what names it is held in memory: a photo is large. */
typedef struct
{
  const Erasing *erasing;
  const Blank *blank;
  GPtrArray *keys;
} Collecting;

static gboolean
collect_key (gconstpointer record,
             gpointer user_data,
             GError **error G_GNUC_UNUSED)
{
  Collecting *collecting = user_data;
  const KpTable *table = collecting->blank->table;
  g_autofree gpointer key = NULL;

  if (!is_meant (collecting->erasing, collecting->blank, record))
    return TRUE;
  key = g_memdup2 (record, table->record_size);
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].type == KP_COLUMN_TYPE_TEXT && (table->columns[i].flags & KP_COLUMN_KEY) == 0)
      G_STRUCT_MEMBER (const char *, key, table->columns[i].offset) = NULL;
  g_ptr_array_add (collecting->keys, kp_record_copy (table, key));
  return TRUE;
}

static gboolean
remove_rows (Erasing *erasing,
             const Blank *blank,
             GError **error)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (kp_record_free);
  Collecting collecting = { erasing, blank, keys };

  if (!kp_table_each_stored (kp_session_get_database (erasing->session), blank->table,
                             kp_session_get_campaign (erasing->session), collect_key, &collecting, error))
    return FALSE;
  for (guint i = 0; i < keys->len; i++)
    {
      note_row (erasing, blank->table, g_ptr_array_index (keys, i));
      erasing->n_values++;
      if (!kp_ledger_remove (erasing->ledger, blank->table, g_ptr_array_index (keys, i), error))
        return FALSE;
    }
  return TRUE;
}

/* Empty and not NULL: other columns of a row may ask that something is there. */
static guint
make_blank (const Blank *blank,
            gpointer record)
{
  guint n = 0;

  for (guint i = 0; i < MAX_COLUMNS && blank->columns[i] != NULL; i++)
    {
      const char **member = &G_STRUCT_MEMBER (const char *, record, find_column (blank->table, blank->columns[i])->offset);
      const char *empty = strcmp (blank->columns[i], "name") == 0 ? KP_RETENTION_ERASED : "";

      if (*member == NULL || strcmp (*member, empty) == 0)
        continue;
      *member = empty;
      n++;
    }
  return n;
}

static gboolean
blank_rows (Erasing *erasing,
            const Blank *blank,
            GError **error)
{
  g_autoptr (GPtrArray) records = kp_table_select (kp_session_get_database (erasing->session), blank->table,
                                                   kp_session_get_campaign (erasing->session), "", KP_NO_BINDS, error);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      gpointer record = g_ptr_array_index (records, i);
      const guint n = is_meant (erasing, blank, record) ? make_blank (blank, record) : 0;

      if (n == 0)
        continue;
      note_row (erasing, blank->table, record);
      erasing->n_values += n;
      if (!kp_ledger_update (erasing->ledger, blank->table, record, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- the person ---- */

static void
clear_text (Erasing *erasing,
            const char **text,
            const char *instead)
{
  if (*text == NULL || g_strcmp0 (*text, instead) == 0)
    return;
  *text = instead;
  erasing->n_values++;
}

/* The name stays on the result lists until their time is over; who is on none has no more of it. */
static gboolean
loses_name (const Erasing *erasing,
            const KpDossier *d)
{
  return erasing->kind != KP_RETENTION_MATERIALS || (d->shortlist == NULL && d->total == NULL);
}

static void
clear_own (Erasing *erasing,
           KpPersonRecord *person,
           const char *id_number,
           const char *birth,
           const char *graduated)
{
  const char **const texts[] = { &person->ethnic, &person->degree,  &person->school,   &person->major,     &person->phone,
                                 &person->address, &person->residence, &person->employer, &person->grid_since };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    clear_text (erasing, texts[i], NULL);
  clear_text (erasing, &person->id_number, id_number);
  clear_text (erasing, &person->birth, birth);
  clear_text (erasing, &person->graduated, graduated);
}

static char *
dup_blurred_birth (const KpScheme *scheme,
                   const char *birth)
{
  const KpDate day = kp_candidate_parse_date (birth);
  const KpDate on = kp_date_is_valid (scheme->cutoff) ? scheme->cutoff : scheme->notice_date;

  return kp_date_is_valid (day) ? kp_date_dup_iso (kp_retention_blur_birth (day, on)) : g_strdup (birth);
}

static gboolean
erase_person (Erasing *erasing,
              const KpDossier *d,
              GError **error)
{
  KpPersonRecord person = *d->person;
  g_autofree char *id_number = g_strdup_printf (KP_RETENTION_ERASED "%s", person.person);
  g_autofree char *birth = dup_blurred_birth (kp_session_get_scheme (erasing->session), person.birth);
  const KpDate graduated = kp_candidate_parse_date (person.graduated);
  g_autofree char *year = kp_date_is_valid (graduated) ? g_strdup_printf ("%04d-01-01", (int) graduated.year) : NULL;
  const guint n_before = erasing->n_values;

  if (erasing->kind != KP_RETENTION_RESULTS)
    clear_own (erasing, &person, id_number, birth, year);
  if (loses_name (erasing, d))
    clear_text (erasing, &person.name, KP_RETENTION_ERASED);
  if (erasing->n_values == n_before)
    return TRUE;
  note_row (erasing, &kp_person_table, &person);
  return kp_ledger_update (erasing->ledger, &kp_person_table, &person, error);
}

/* A campaign may have been changed by the kind before. */
static gboolean
erase_people (Erasing *erasing,
              GError **error)
{
  g_autoptr (KpRoster) roster = kp_session_load_roster (erasing->session, error);

  for (guint i = 0; roster != NULL && i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *d = kp_roster_get_dossier (roster, i);

      if (g_hash_table_contains (erasing->who, d->application->application) && !erase_person (erasing, d, error))
        return FALSE;
    }
  return roster != NULL;
}

/* 转聘花名册: what money and places are counted by stays. Its names are on lists too. */
static gboolean
erase_staff (Erasing *erasing,
             const KpGridStaffRecord *before,
             GError **error)
{
  KpGridStaffRecord staff = *before;
  g_autofree char *id_number = g_strdup_printf (KP_RETENTION_ERASED "%s", staff.number);
  const char **const texts[] = { &staff.certificates, &staff.job, &staff.since, &staff.contract_until, &staff.retires_on };
  const guint n_before = erasing->n_values;

  for (guint i = 0; erasing->kind != KP_RETENTION_RESULTS && i < G_N_ELEMENTS (texts); i++)
    clear_text (erasing, texts[i], NULL);
  if (erasing->kind != KP_RETENTION_RESULTS)
    clear_text (erasing, &staff.id_number, id_number);
  if (erasing->kind != KP_RETENTION_MATERIALS)
    clear_text (erasing, &staff.name, KP_RETENTION_ERASED);
  if (erasing->n_values == n_before)
    return TRUE;
  note_row (erasing, &kp_grid_staff_table, &staff);
  return kp_ledger_update (erasing->ledger, &kp_grid_staff_table, &staff, error);
}

static gboolean
erase_roster (Erasing *erasing,
              GError **error)
{
  g_autoptr (GPtrArray) staff = kp_table_select (kp_session_get_database (erasing->session), &kp_grid_staff_table,
                                                 kp_session_get_campaign (erasing->session), "ORDER BY number", KP_NO_BINDS, error);

  for (guint i = 0; staff != NULL && i < staff->len; i++)
    {
      const KpGridStaffRecord *one = g_ptr_array_index (staff, i);

      if (g_hash_table_contains (erasing->who, one->number) && !erase_staff (erasing, one, error))
        return FALSE;
    }
  return staff != NULL;
}

static GHashTable *
list_contracts (const Erasing *erasing)
{
  GHashTable *contracts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < kp_roster_get_n_dossiers (erasing->report->roster); i++)
    {
      const KpDossier *d = kp_roster_get_dossier (erasing->report->roster, i);

      if (d->contract != NULL && g_hash_table_contains (erasing->who, d->application->application))
        g_hash_table_add (contracts, (gpointer) d->contract->number);
    }
  return contracts;
}

/* ---- all of it ---- */

static gboolean
write_erasure (const Erasing *erasing,
               const KpEraseOrder *order,
               gint64 number,
               GError **error)
{
  g_autofree char *until = kp_date_dup_iso (erasing->report->on);
  g_autofree char *now = kp_session_dup_now (erasing->session);
  KpErasureRecord record = {
    .campaign = kp_session_get_campaign (erasing->session),
    .number = number,
    .kind = kp_retention_get_name (erasing->kind),
    .until = until,
    .years = erasing->report->lines[erasing->kind].years,
    .n_persons = erasing->report->lines[erasing->kind].n_due,
    .n_values = erasing->n_values,
    .digest = g_checksum_get_string (erasing->rows),
    .first_person = order->by,
    .second_person = order->with,
    .at = now,
  };

  return kp_ledger_insert (erasing->ledger, &kp_erasure_table, &record, error);
}

static gboolean
erase_kind (Erasing *erasing,
            const KpEraseOrder *order,
            gint64 number,
            GError **error)
{
  g_autoptr (GChecksum) rows = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GHashTable) contracts = NULL;

  erasing->rows = rows;
  erasing->n_values = 0;
  erasing->who = erasing->report->due[erasing->kind];
  erasing->contracts = contracts = list_contracts (erasing);
  if (!erase_people (erasing, error) || !erase_roster (erasing, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    {
      if ((blanks[i].kinds & 1u << erasing->kind) == 0)
        continue;
      if (!(blanks[i].columns[0] == NULL ? remove_rows : blank_rows) (erasing, &blanks[i], error))
        return FALSE;
    }
  return write_erasure (erasing, order, number, error);
}

static gboolean
refuse (GError **error,
        const char *sentence)
{
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, sentence);
  return FALSE;
}

static gboolean
check_due (const KpRetentionReport *report,
           GError **error)
{
  if (report->running != NULL)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, _("The recruitment goes on: %s Nothing was erased."), report->running);
      return FALSE;
    }
  return kp_retention_report_count_due (report) > 0
         || refuse (error, _("Nothing may be erased by that day yet. “kaopin retention” tells from which day on, and why."));
}

/**
 * kp_step_erase:
 * @session: a session, open for writing
 * @order: by which day, by whom
 * @n_persons: (out): whose data it was; somebody of whom two kinds were due counts twice
 * @n_values: (out): how many values and rows are gone
 * @error: return location
 *
 * 到期清除 (个人信息保护法 §§19, 47): in one step what may be erased by that day. The record's file is written anew, so that
 * nothing is left in its free pages or its log; copies, exports and paper are the office's to destroy.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing erased
 */
gboolean
kp_step_erase (KpSession *session,
               const KpEraseOrder *order,
               guint *n_persons,
               guint *n_values,
               GError **error)
{
  const KpDate today = kp_session_get_today (session);
  const KpDate until = kp_date_is_valid (order->until) ? order->until : today;
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpRetentionReport) report = NULL;
  g_autoptr (GPtrArray) before = NULL;
  Erasing erasing = { .session = session };

  *n_persons = *n_values = 0;
  if (kp_date_compare (until, today) > 0
      || (kp_date_is_valid (order->ended) && kp_date_compare (order->ended, today) > 0))
    return refuse (error, _("That day is still to come; nothing is erased before its time."));
  if (!kp_two_people_check_named (session, order->by, order->with, error))
    return FALSE;
  ledger = kp_session_begin_beside (session, "erase", NULL, error);
  before = ledger != NULL ? kp_erasure_list (session, error) : NULL;
  report = before != NULL ? kp_retention_report_load (session, until, order->ended, error) : NULL;
  if (report == NULL || !check_due (report, error))
    return FALSE;
  erasing.ledger = ledger;
  erasing.report = report;
  for (guint i = 0; i < KP_RETENTION_N_KINDS; i++)
    {
      const gint64 last = before->len > 0 ? ((KpErasureRecord *) g_ptr_array_index (before, before->len - 1))->number : 0;

      erasing.kind = (KpRetentionKind) i;
      if (!kp_retention_is_in_record (erasing.kind) || report->lines[i].n_due == 0)
        continue;
      if (!erase_kind (&erasing, order, last + 1, error))
        return FALSE;
      *n_persons += report->lines[i].n_due;
      *n_values += erasing.n_values;
    }
  return kp_session_commit (session, ledger, error) && kp_database_vacuum (kp_session_get_database (session), error);
}
