/* kp-step-convert-roster.c – takes the rosters, budgets and stretches of work of a conversion into the record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A workbook holds all people of its departments: read again it takes the place of what they sent before, number by
 * number. Whose conversion is decided stays as decided. */
#include "kp-step-convert.h"

#include <glib/gi18n-lib.h>

#include "kp-candidate.h"
#include "kp-two-people.h"

/* One workbook on its way into the record. */
typedef struct
{
  KpSession *session;
  KpLedger *ledger;
  KpConversionReport *report;
  const char *department; /* (nullable): of the whole workbook */
  const char *digest;
  GHashTable *seen; /* numbers that the workbook has */
  guint n_numbers;  /* given so far */
  KpGridStaffTally *tally;
} Taking;

static gboolean
refuse_row (guint row, const char *reason, GError **error)
{
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, _ ("Row %u of the sheet: %s Nothing of the sheet was taken in."), row,
               reason);
  return FALSE;
}

static const char *
or_null (const char *text)
{
  return *text != '\0' ? text : NULL;
}

static char *
dup_day (KpDate day)
{
  return kp_date_is_valid (day) ? kp_date_dup_iso (day) : NULL;
}

/* By code or by name; "" stays without. */
static gboolean
find_street (const KpScheme *scheme, const char *word, const char **code)
{
  *code = NULL;
  for (guint i = 0; i < scheme->streets->len; i++)
    {
      const KpSchemeStreet *street = g_ptr_array_index (scheme->streets, i);

      if (g_str_equal (street->code, word) || g_str_equal (street->name, word))
        *code = street->code;
    }
  return *word == '\0' || *code != NULL;
}

static guint
find_last_number (const KpConversionReport *report)
{
  guint last = 0;

  for (guint i = 0; i < report->n_lines; i++)
    last = MAX (last, (guint) g_ascii_strtoull (report->lines[i].staff->number + 1, NULL, 10));
  return last;
}

static gboolean
put_row (Taking *taking, const KpGridStaffRow *row, const char *department, const char *number, const char *street, GError **error)
{
  g_autofree char *since = dup_day (row->since);
  g_autofree char *until = dup_day (row->contract_until);
  g_autofree char *retires = dup_day (row->retires_on);
  KpGridStaffRecord record = {
    .campaign = kp_session_get_campaign (taking->session),
    .number = number,
    .name = row->name,
    .id_number = row->id_number,
    .education = or_null (row->education),
    .certificates = or_null (row->certificates),
    .job = or_null (row->job),
    .department = department,
    .employer = or_null (row->employer),
    .funding = or_null (row->funding),
    .cost = row->cost,
    .street = street,
    .is_street = row->is_street,
    .since = since,
    .contract_until = until,
    .retires_on = retires,
    .on_post = row->is_on_post,
    .full_time = row->is_full_time,
    .welfare = row->is_welfare,
    .appraisals = row->n_appraisals,
    .disqualified = row->is_disqualified,
    .willing = row->is_willing,
    .decision = or_null (row->decision),
    .had_probation = row->had_probation,
    .fixed_terms = row->n_fixed_terms,
    .source = taking->digest,
    .sheet_row = row->sheet_row,
  };

  return kp_ledger_put (taking->ledger, &kp_grid_staff_table, &record, error);
}

static gboolean
take_row (Taking *taking, const KpGridStaffRow *row, GError **error)
{
  const char *department = *row->department != '\0' ? row->department : taking->department;
  const KpConversionLine *known;
  g_autofree char *number = NULL;
  const char *street;

  if (*row->message != '\0')
    return refuse_row (row->sheet_row, row->message, error);
  if (kp_two_people_is_blank (department))
    return refuse_row (row->sheet_row, _ ("the department that recruited the person is missing; add the column or say --department."),
                       error);
  if (!find_street (kp_session_get_scheme (taking->session), row->street, &street))
    return refuse_row (row->sheet_row, _ ("the scheme has no street of this code or name."), error);
  if (row->is_street && street == NULL)
    return refuse_row (row->sheet_row, _ ("the street is said to be the employer, but no street is named."), error);
  known = kp_conversion_report_find_id_number (taking->report, row->id_number);
  if (known != NULL && !g_str_equal (known->staff->department, department))
    return refuse_row (row->sheet_row, _ ("the person stands on the roster of another department already."), error);
  if (known != NULL && known->outcome != NULL)
    {
      g_hash_table_add (taking->seen, g_strdup (known->staff->number));
      return TRUE;
    }
  number = known != NULL ? g_strdup (known->staff->number) : g_strdup_printf ("Z%04u", ++taking->n_numbers);
  taking->tally->n_new += known == NULL;
  g_hash_table_add (taking->seen, g_strdup (number));
  return put_row (taking, row, department, number, street, error);
}

static gboolean
is_of_departments (const Taking *taking, const KpGridStaffRow *rows, guint n_rows, const char *department)
{
  if (g_strcmp0 (taking->department, department) == 0)
    return TRUE;
  for (guint i = 0; i < n_rows; i++)
    if (g_str_equal (rows[i].department, department))
      return TRUE;
  return FALSE;
}

/* What the departments' new workbook lacks goes, in the journal with what it was. */
static gboolean
remove_gone (Taking *taking, const KpGridStaffRow *rows, guint n_rows, GError **error)
{
  for (guint i = 0; i < taking->report->n_lines; i++)
    {
      const KpConversionLine *line = &taking->report->lines[i];

      if (g_hash_table_contains (taking->seen, line->staff->number) || line->outcome != NULL
          || !is_of_departments (taking, rows, n_rows, line->staff->department))
        continue;
      if (!kp_ledger_remove (taking->ledger, &kp_grid_staff_table, line->staff, error))
        return FALSE;
      taking->tally->n_gone++;
    }
  return TRUE;
}

/**
 * kp_step_take_grid_staff:
 * @session: a session, open for writing
 * @sheet: a roster
 * @department: (nullable): of rows that name none
 * @by: who answers for it
 * @with: another person
 * @tally: (out): what was taken
 * @error: return location
 *
 * 转聘人员花名册: takes the workbook of one department or several, whole or not at all. Nobody stands on two rosters.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_take_grid_staff (KpSession *session,
                         const KpGridStaffSheet *sheet,
                         const char *department,
                         const char *by,
                         const char *with,
                         KpGridStaffTally *tally,
                         GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpConversionReport) report = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *people = NULL;
  guint n_rows = 0;
  const KpGridStaffRow *rows = kp_grid_staff_sheet_get_rows (sheet, &n_rows);
  Taking taking = { session, NULL, NULL, department, kp_row_sheet_get_digest (sheet), seen, 0, tally };

  *tally = (KpGridStaffTally){ .n_rows = n_rows };
  if (!kp_two_people_check_named (session, by, with, error))
    return FALSE;
  ledger = kp_session_begin_beside (session, "convert-roster", department, error);
  report = ledger != NULL ? kp_conversion_report_load (session, error) : NULL;
  if (report == NULL)
    return FALSE;
  taking.ledger = ledger;
  taking.report = report;
  taking.n_numbers = find_last_number (report);
  for (guint i = 0; i < n_rows; i++)
    if (!take_row (&taking, &rows[i], error))
      return FALSE;
  people = g_strdup_printf ("%s、%s：%s", by, with, taking.digest);
  return remove_gone (&taking, rows, n_rows, error) && kp_ledger_note (ledger, "convert-roster", people, error)
         && kp_session_write_import (session, ledger, "convert-roster", taking.digest, n_rows, n_rows, error)
         && kp_session_commit (session, ledger, error);
}

/**
 * kp_step_set_budget:
 * @session: a session, open for writing
 * @order: what a department spends on its staff, as it states it
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_set_budget (KpSession *session, const KpBudgetOrder *order, GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_autofree char *now = kp_session_dup_now (session);
  KpGridDepartmentRecord record = {
    .campaign = kp_session_get_campaign (session),
    .department = order->department,
    .budget = order->budget,
    .year = order->year,
    .document = order->document,
    .first_person = order->by,
    .second_person = order->with,
    .at = now,
  };

  if (!kp_two_people_check_named (session, order->by, order->with, error))
    return FALSE;
  if (kp_two_people_is_blank (order->department) || kp_two_people_is_blank (order->document) || order->year < 2000)
    {
      g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                           _ ("A budget needs its department, its year and the document that states it."));
      return FALSE;
    }
  ledger = kp_session_begin_beside (session, "convert-budget", order->department, error);
  return ledger != NULL && kp_ledger_put (ledger, &kp_grid_department_table, &record, error)
         && kp_session_commit (session, ledger, error);
}

/* ---- stretches of work ---- */

static const char *
find_subject (const KpConversionReport *report, const char *word)
{
  const KpConversionLine *line = kp_conversion_report_find_id_number (report, word);
  const KpDossier *dossier = kp_roster_find_id_number (report->roster, word);

  line = line != NULL ? line : kp_conversion_report_find (report, word);
  if (line != NULL)
    return line->staff->number;
  dossier = dossier != NULL ? dossier : kp_roster_find_application (report->roster, word);
  return dossier != NULL ? dossier->application->application : NULL;
}

/* The first row of somebody takes the place of all that was on record. */
static gboolean
clear_subject (KpLedger *ledger, const KpConversionReport *report, const char *subject, GError **error)
{
  for (guint i = 0; i < report->segments->len; i++)
    {
      const KpServiceSegmentRecord *record = g_ptr_array_index (report->segments, i);

      if (g_str_equal (record->subject, subject) && !kp_ledger_remove (ledger, &kp_service_segment_table, record, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_segment (KpSession *session, KpLedger *ledger, const KpSegmentRow *row, const char *subject, guint serial, GError **error)
{
  static const char *const kinds[] = { [KP_SEGMENT_STREET] = "street",
                                       [KP_SEGMENT_FORMER] = "former",
                                       [KP_SEGMENT_ELSEWHERE] = "elsewhere",
                                       [KP_SEGMENT_MILITARY] = "military" };
  g_autofree char *starts = kp_date_dup_iso (row->from);
  g_autofree char *ends = dup_day (row->until);
  KpServiceSegmentRecord record = {
    .campaign = kp_session_get_campaign (session),
    .subject = subject,
    .serial = serial,
    .kind = kinds[row->kind],
    .starts = starts,
    .ends = ends,
    .unit = or_null (row->unit),
    .in_community = row->is_in_community,
    .was_moved = row->was_moved,
    .paid_out = row->is_paid_out,
    .proof = or_null (row->proof),
  };

  return kp_ledger_insert (ledger, &kp_service_segment_table, &record, error);
}

static gboolean
put_segments (KpSession *session,
              KpLedger *ledger,
              const KpConversionReport *report,
              const KpSegmentSheet *sheet,
              GHashTable *serials,
              GError **error)
{
  guint n_rows = 0;
  const KpSegmentRow *rows = kp_segment_sheet_get_rows (sheet, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      const char *subject = find_subject (report, rows[i].subject);
      guint serial;

      if (*rows[i].message != '\0')
        return refuse_row (rows[i].sheet_row, rows[i].message, error);
      if (subject == NULL)
        return refuse_row (rows[i].sheet_row, _ ("nobody of this number is on the roster or has applied."), error);
      serial = GPOINTER_TO_UINT (g_hash_table_lookup (serials, subject)) + 1;
      if ((serial == 1 && !clear_subject (ledger, report, subject, error))
          || !put_segment (session, ledger, &rows[i], subject, serial, error))
        return FALSE;
      g_hash_table_insert (serials, (gpointer) subject, GUINT_TO_POINTER (serial));
    }
  return TRUE;
}

/**
 * kp_step_take_segments:
 * @session: a session, open for writing
 * @sheet: stretches of work with their proofs
 * @by: who answers for them
 * @with: another person
 * @n_persons: (out): whose they are
 * @error: return location
 *
 * 工作年限认定: of everybody in the sheet these are all stretches from now on.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_take_segments (KpSession *session,
                       const KpSegmentSheet *sheet,
                       const char *by,
                       const char *with,
                       guint *n_persons,
                       GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpConversionReport) report = NULL;
  g_autoptr (GHashTable) serials = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *people = NULL;

  *n_persons = 0;
  if (!kp_two_people_check_named (session, by, with, error))
    return FALSE;
  ledger = kp_session_begin_beside (session, "convert-segments", NULL, error);
  report = ledger != NULL ? kp_conversion_report_load (session, error) : NULL;
  if (report == NULL || !put_segments (session, ledger, report, sheet, serials, error))
    return FALSE;
  *n_persons = g_hash_table_size (serials);
  people = g_strdup_printf ("%s、%s：%s", by, with, kp_row_sheet_get_digest (sheet));
  return kp_ledger_note (ledger, "convert-segments", people, error) && kp_session_commit (session, ledger, error);
}
