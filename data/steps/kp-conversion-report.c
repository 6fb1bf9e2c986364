/* kp-conversion-report.c – the roster of a conversion: who is eligible, what became of each, and whose money moves.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A person of the roster and an applicant are the same when their ID numbers are. Who has a contract of the campaign was
 * selected, whatever post it is of; converted is who besides has the old contract's end on record. */
#include "kp-conversion-report.h"

#include "kp-candidate.h"
#include "kp-id-number.h"
#include "kp-normal.h"

static const struct
{
  const char *name;
  const char *chinese;
} converted_words[] = {
  [KP_CONVERTED_YES] = { "converted", "已转聘" },
  [KP_CONVERTED_STAYS] = { "stays", "在原单位工作至合同期满" },
  [KP_CONVERTED_ENDED] = { "ended", "由原单位依法解除或者终止" },
  [KP_CONVERTED_OPEN] = { "open", "去向未定" },
};

/** kp_converted_get_name: what the record and the command line call it. */
const char *
kp_converted_get_name (KpConverted converted)
{
  return converted_words[converted].name;
}

/** kp_converted_get_chinese: what paper calls it. */
const char *
kp_converted_get_chinese (KpConverted converted)
{
  return converted_words[converted].chinese;
}

/** kp_money_dup_text: (transfer full): fen as yuan with two decimals. */
char *
kp_money_dup_text (gint64 fen)
{
  return kp_mark_dup_text (fen * (KP_MARK_UNIT / 100), 2);
}

/** kp_conversion_line_dup_findings: (transfer full): what stands against somebody's conversion, "" for nothing. */
char *
kp_conversion_line_dup_findings (const KpConversionLine *line)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < line->n_findings; i++)
    g_string_append (text, kp_conversion_finding_get_chinese (line->findings[i]));
  return g_string_free (text, FALSE);
}

static KpSchooling
get_schooling (const char *education)
{
  static const char *const colleges[] = { "大专", "本科", "硕士", "博士", NULL };
  static const char *const schools[] = { "高中", "中专", NULL };
  const char *word = education != NULL ? kp_normal_education (education) : NULL;

  if (word == NULL)
    return KP_SCHOOLING_NONE;
  if (g_strv_contains (colleges, word))
    return KP_SCHOOLING_COLLEGE;
  return g_strv_contains (schools, word) ? KP_SCHOOLING_HIGH : KP_SCHOOLING_NONE;
}

static void
check_person (const KpConversionReport *report, KpConversionLine *line)
{
  const KpGridStaffRecord *staff = line->staff;
  KpConversionCase person = {
    .retires_on = kp_candidate_parse_date (staff->retires_on),
    .since = kp_candidate_parse_date (staff->since),
    .is_on_post = staff->on_post != 0,
    .is_full_time = staff->full_time != 0,
    .is_welfare = staff->welfare != 0,
    .has_decision = staff->decision != NULL,
    .is_disqualified = staff->disqualified != 0,
    .is_willing = staff->willing != 0,
    .schooling = get_schooling (staff->education),
    .n_appraisals = (guint) staff->appraisals,
  };
  KpSex sex;

  if (kp_id_number_read (staff->id_number, &person.birth, &sex) && kp_date_is_valid (report->policy.base_day))
    line->n_findings = kp_conversion_check (&report->policy, &person, line->findings);
}

static KpConverted
read_outcome (const KpConversionRecord *outcome)
{
  for (guint i = 0; outcome != NULL && i < G_N_ELEMENTS (converted_words); i++)
    if (g_str_equal (outcome->outcome, converted_words[i].name))
      return (KpConverted) i;
  return KP_CONVERTED_OPEN;
}

static void
fill_lines (KpConversionReport *report)
{
  g_autoptr (GHashTable) outcomes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < report->outcomes->len; i++)
    {
      KpConversionRecord *outcome = g_ptr_array_index (report->outcomes, i);

      g_hash_table_insert (outcomes, (gpointer) outcome->number, outcome);
    }
  report->n_lines = report->staff->len;
  report->lines = g_new0 (KpConversionLine, report->n_lines + 1);
  for (guint i = 0; i < report->n_lines; i++)
    {
      KpConversionLine *line = &report->lines[i];

      line->staff = g_ptr_array_index (report->staff, i);
      line->dossier = kp_roster_find_id_number (report->roster, line->staff->id_number);
      line->outcome = g_hash_table_lookup (outcomes, line->staff->number);
      line->converted = read_outcome (line->outcome);
      check_person (report, line);
      g_hash_table_insert (report->by_id_number, (gpointer) line->staff->id_number, line);
    }
}

static void
balance (KpConversionReport *report)
{
  g_autofree KpFundedPerson *persons = g_new0 (KpFundedPerson, report->n_lines + 1);
  guint n_stated = 0;

  report->funding = g_new0 (KpFundingRow, report->departments->len + 1);
  for (guint i = 0; i < report->departments->len; i++)
    {
      const KpGridDepartmentRecord *department = g_ptr_array_index (report->departments, i);

      report->funding[i] = (KpFundingRow){ .department = department->department, .budget = department->budget };
    }
  for (guint i = 0; i < report->n_lines; i++)
    persons[i] = (KpFundedPerson){ report->lines[i].staff->department, report->lines[i].staff->cost, report->lines[i].converted };
  report->is_balanced = kp_funding_balance (report->funding, report->departments->len, persons, report->n_lines, &report->total);
  for (guint i = 0; i < report->departments->len; i++)
    n_stated += report->funding[i].n_before;
  report->n_unstated = report->n_lines - n_stated;
}

static gboolean
select_all (KpConversionReport *report, KpSession *session, GError **error)
{
  const struct
  {
    const KpTable *table;
    const char *tail;
    GPtrArray **rows;
  } reads[] = {
    { &kp_grid_staff_table, "ORDER BY number", &report->staff },
    { &kp_grid_department_table, "ORDER BY department", &report->departments },
    { &kp_service_segment_table, "ORDER BY subject, serial", &report->segments },
    { &kp_conversion_table, "ORDER BY number", &report->outcomes },
  };

  for (guint i = 0; i < G_N_ELEMENTS (reads); i++)
    {
      *reads[i].rows = kp_table_select (kp_session_get_database (session), reads[i].table, kp_session_get_campaign (session),
                                        reads[i].tail, KP_NO_BINDS, error);
      if (*reads[i].rows == NULL)
        return FALSE;
    }
  report->roster = kp_session_load_roster (session, error);
  return report->roster != NULL;
}

/**
 * kp_conversion_report_load:
 * @session: a session
 * @error: return location
 *
 * Holds the whole roster against the scheme's conditions and adds the money up. Changes nothing.
 *
 * Returns: (transfer full) (nullable): the report, or %NULL with #KP_DATA_ERROR
 */
KpConversionReport *
kp_conversion_report_load (KpSession *session, GError **error)
{
  g_autoptr (KpConversionReport) report = g_new0 (KpConversionReport, 1);

  report->by_id_number = g_hash_table_new (g_str_hash, g_str_equal);
  kp_scheme_make_conversion_policy (kp_session_get_scheme (session), &report->policy);
  if (!select_all (report, session, error))
    return NULL;
  fill_lines (report);
  balance (report);
  return g_steal_pointer (&report);
}

/**
 * kp_conversion_report_free:
 * @report: (transfer full) (nullable): a report
 */
void
kp_conversion_report_free (KpConversionReport *report)
{
  if (report == NULL)
    return;
  g_clear_pointer (&report->by_id_number, g_hash_table_unref);
  g_clear_pointer (&report->roster, kp_roster_free);
  g_clear_pointer (&report->staff, g_ptr_array_unref);
  g_clear_pointer (&report->departments, g_ptr_array_unref);
  g_clear_pointer (&report->segments, g_ptr_array_unref);
  g_clear_pointer (&report->outcomes, g_ptr_array_unref);
  g_free (report->lines);
  g_free (report->funding);
  g_free (report);
}

/**
 * kp_conversion_report_find:
 * @report: a report
 * @number: (nullable): of the roster, or of the person's registration
 *
 * Returns: (nullable): the line of that person
 */
const KpConversionLine *
kp_conversion_report_find (const KpConversionReport *report, const char *number)
{
  for (guint i = 0; number != NULL && i < report->n_lines; i++)
    {
      const KpConversionLine *line = &report->lines[i];

      if (g_str_equal (line->staff->number, number)
          || (line->dossier != NULL && g_str_equal (line->dossier->application->application, number)))
        return line;
    }
  return NULL;
}

/** kp_conversion_report_find_id_number: (nullable): the line of the person with that ID number. */
const KpConversionLine *
kp_conversion_report_find_id_number (const KpConversionReport *report, const char *id_number)
{
  return g_hash_table_lookup (report->by_id_number, id_number);
}

static gboolean
is_of (const KpServiceSegmentRecord *record, const KpConversionLine *line, const KpDossier *dossier)
{
  return (line != NULL && g_str_equal (record->subject, line->staff->number))
         || (dossier != NULL && g_str_equal (record->subject, dossier->application->application));
}

/* 实施条例 §10: the years with the former employer go on, or were paid out, as the transfer says. */
static void
apply_transfer (KpSegment *segment, const KpConversionLine *line)
{
  const KpConversionRecord *outcome = line != NULL ? line->outcome : NULL;

  if (outcome == NULL || line->converted != KP_CONVERTED_YES || segment->kind != KP_SEGMENT_FORMER
      || kp_date_compare (segment->until, kp_candidate_parse_date (outcome->last_day)) != 0)
    return;
  segment->was_moved = TRUE;
  segment->is_paid_out |= g_strcmp0 (outcome->years, "paid") == 0;
}

/**
 * kp_conversion_report_list_segments:
 * @report: a report
 * @line: (nullable): who is on the roster
 * @dossier: (nullable): the application of the same person
 * @running_until: last day of what has no end yet, unless the transfer says another
 *
 * Returns: (transfer full) (element-type KpSegment): the person's stretches of work, for kp_service_years_count()
 */
GArray *
kp_conversion_report_list_segments (const KpConversionReport *report,
                                    const KpConversionLine *line,
                                    const KpDossier *dossier,
                                    KpDate running_until)
{
  static const char *const kinds[] = { "street", "former", "elsewhere", "military" };
  GArray *segments = g_array_new (FALSE, TRUE, sizeof (KpSegment));

  if (line != NULL && line->outcome != NULL && line->outcome->last_day != NULL)
    running_until = kp_candidate_parse_date (line->outcome->last_day);
  for (guint i = 0; i < report->segments->len; i++)
    {
      const KpServiceSegmentRecord *record = g_ptr_array_index (report->segments, i);
      KpSegment segment = { .from = kp_candidate_parse_date (record->starts),
                            .until = record->ends != NULL ? kp_candidate_parse_date (record->ends) : running_until,
                            .is_in_community = record->in_community != 0,
                            .was_moved = record->was_moved != 0,
                            .is_paid_out = record->paid_out != 0,
                            .has_proof = record->proof != NULL };

      if (!is_of (record, line, dossier) || kp_date_compare (segment.until, segment.from) < 0)
        continue;
      for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
        if (g_str_equal (record->kind, kinds[k]))
          segment.kind = (KpSegmentKind) k;
      apply_transfer (&segment, line);
      g_array_append_val (segments, segment);
    }
  return segments;
}
