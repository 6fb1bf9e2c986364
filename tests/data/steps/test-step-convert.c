/* test-step-convert.c – conversion of earlier staff: rosters, money, years, and contracts that the law allows.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-id-number.h"
#include "kp-step-convert.h"
#include "kp-step-hire.h"
#include "kp-test-course.h"
#include "kp-test.h"

#define HEAD \
  "姓名,身份证号,学历,社工证书,现岗位,原招聘部门,用工主体,用工主体是否本街道,所在街道,经费来源,年人均经费,入职时间,合同终止日期,近年考核," \
  "约定过试用期\n"

/* D01 of the sample is its post of the conversion: interview and credential points. */
static const char *const no_edits[] = { NULL };

static char *
make_id_number (guint number)
{
  char *id = g_strdup_printf ("110101199%u%02u%02u%03u0", number / 800 % 10, 1 + number / 80 % 10, 1 + number / 5 % 16,
                              100 + number % 5 * 2);

  id[17] = kp_id_number_compute_check_digit (id);
  return id;
}

/* People number @first … of the campaign's own applicants, whether they have applied or not. Costs differ by fen. */
static char *
make_roster (const char *department, guint first, guint n, gint64 *sum)
{
  g_autoptr (GString) text = g_string_new (HEAD);

  for (guint i = first; i < first + n; i++)
    {
      g_autofree char *id = make_id_number (i);
      const gint64 fen = 4200000 + i * 37 % 1000;
      g_autofree char *cost = kp_money_dup_text (fen);

      *sum += fen;
      g_string_append_printf (text, "张%u,%s,大专,,网格员,%s,某劳务公司,否,01,县级财政专项,\"%s\",2020-03-01,2026-12-31,合格、合格,否\n", i, id,
                              department, cost);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
take (KpTestCampaign *c, const char *text, const char *department, KpGridStaffTally *tally, GError **error)
{
  g_autofree char *path = kp_test_campaign_write (c, "roster.csv", text);
  g_autoptr (KpGridStaffSheet) sheet = kp_grid_staff_sheet_read (path, error);

  return sheet != NULL && kp_step_take_grid_staff (c->session, sheet, department, "甲", "乙", tally, error);
}

static void
must_take (KpTestCampaign *c, const char *text, KpGridStaffTally *tally)
{
  g_autoptr (GError) error = NULL;

  take (c, text, NULL, tally, &error);
  g_assert_no_error (error);
}

static void
must_budget (KpTestCampaign *c, const char *department, gint64 fen)
{
  const KpBudgetOrder order = { department, fen, 2026, "财预〔2026〕1号", "甲", "乙" };
  g_autoptr (GError) error = NULL;

  kp_step_set_budget (c->session, &order, &error);
  g_assert_no_error (error);
}

static gboolean
convert (KpTestCampaign *c, KpConverted converted, const char *number, const char *last_day, KpConvertTally *tally, GError **error)
{
  KpConvertOrder order = { .converted = converted,
                           .number = number,
                           .is_agreed_by_three = converted == KP_CONVERTED_YES,
                           .document = "三方协议第1号",
                           .by = "甲",
                           .with = "乙" };

  if (last_day != NULL)
    g_assert_true (kp_date_parse_iso (last_day, &order.last_day, NULL));
  return kp_step_convert (c->session, &order, tally, error);
}

/* n of the roster apply for D01 (four places), the first ones of the campaign's people, three others for the one place of
 * A01; all go as far as the publicity. */
static KpTestCampaign *
bring_to_publicity (KpTestDatabase *t, const char *const *edits, guint n)
{
  KpTestCampaign *c = kp_test_campaign_new_with (t, edits);
  g_autoptr (GError) error = NULL;
  KpFitnessTally tally;
  KpPublicityTally publicity;

  kp_test_campaign_register (c, "D01", n);
  kp_test_campaign_register (c, "A01", 3);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_test_campaign_draw (c);
  kp_test_course_hear_and_total (c);
  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &tally);
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &tally);
  kp_step_publish (c->session, &publicity, &error);
  g_assert_no_error (error);
  kp_test_campaign_set_now (c, "2026-06-23T00:00:00+08:00");
  return c;
}

static void
must_hire (KpTestCampaign *c, guint n)
{
  g_autoptr (GError) error = NULL;
  KpHireTally hire;

  kp_step_hire (c->session, &hire, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hire.n_contracts, ==, n);
}

/* Three departments with 400 people, fifteen of whom apply, three of them for the open post: five are converted, the others stay or are ended, and each
 * department's budget is what its people cost, to the fen. */
static void
test_four_hundred (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t, no_edits, 12);
  static const char *const departments[] = { "县委政法委", "县民政局", "县人社局" };
  static const guint sizes[] = { 150, 130, 120 };
  gint64 sums[3] = { 0 };
  gint64 converted = 0;
  guint first = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (KpConversionReport) report = NULL;
  KpGridStaffTally taken;
  KpConvertTally tally;

  for (guint i = 0; i < 3; first += sizes[i++])
    {
      g_autofree char *text = make_roster (departments[i], first, sizes[i], &sums[i]);

      must_take (c, text, &taken);
      g_assert_cmpuint (taken.n_new, ==, sizes[i]);
      must_budget (c, departments[i], sums[i]);
    }
  must_hire (c, 5);
  g_assert_true (convert (c, KP_CONVERTED_YES, NULL, NULL, &tally, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_done, ==, 5);
  g_assert_cmpuint (tally.n_waiting, ==, 395);
  g_assert_true (convert (c, KP_CONVERTED_ENDED, "Z0400", "2026-06-30", &tally, &error));
  report = kp_conversion_report_load (c->session, &error);
  g_assert_no_error (error);
  g_assert_false (report->is_balanced); /* what becomes of 394 isn't said */
  g_clear_pointer (&report, kp_conversion_report_free);
  g_assert_true (convert (c, KP_CONVERTED_STAYS, NULL, NULL, &tally, &error));
  g_assert_cmpuint (tally.n_done, ==, 394);
  g_assert_cmpuint (tally.n_stood, ==, 6);
  report = kp_conversion_report_load (c->session, &error);
  g_assert_true (report->is_balanced);
  g_assert_cmpuint (report->total.n_before, ==, 400);
  g_assert_cmpuint (report->total.n_converted, ==, 5);
  g_assert_cmpuint (report->total.n_left, ==, 1);
  for (guint i = 0; i < report->n_lines; i++)
    converted += report->lines[i].converted == KP_CONVERTED_YES ? report->lines[i].staff->cost : 0;
  g_assert_cmpint (report->total.moved, ==, converted);
  g_assert_cmpint (report->total.moved + report->total.kept, ==, sums[0] + sums[1] + sums[2]);
  g_clear_pointer (&report, kp_conversion_report_free);
  must_budget (c, departments[1], sums[1] + 1);
  report = kp_conversion_report_load (c->session, &error);
  g_assert_false (report->is_balanced);
  g_assert_cmpint (report->total.difference, ==, 1);
  kp_test_campaign_assert_sound (c);
}

/* One of the roster is hired by the street where he works already. Each row is one law, missed by a day or not at all. */
typedef struct
{
  const char *name;
  const char *last_day;
  gboolean is_agreed;
  gboolean is_paid;
  const char *clause; /* NULL = allowed */
} TransferRow;

static const TransferRow transfer_rows[] = {
  { "contract-law-7-the-day-before", "2026-06-30", TRUE, FALSE, NULL },
  { "contract-law-7-a-day-between", "2026-06-29", TRUE, FALSE, "第七条" },
  { "contract-law-50-the-same-day", "2026-07-01", TRUE, FALSE, "第五十条" },
  { "implementing-10-neither", "2026-06-30", FALSE, FALSE, "实施条例第十条" },
  { "implementing-10-both", "2026-06-30", TRUE, TRUE, "实施条例第十条" },
  { "implementing-10-paid-out", "2026-06-30", FALSE, TRUE, NULL },
};

static void
test_transfer (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t, no_edits, 12);
  g_autoptr (KpConversionReport) report = NULL;
  g_autoptr (GError) error = NULL;
  gint64 sum = 0;
  g_autofree char *text = make_roster ("县民政局", 0, 12, &sum);
  KpGridStaffTally taken;
  guint n = 0;

  must_take (c, text, &taken);
  must_hire (c, 5);
  report = kp_conversion_report_load (c->session, &error);
  for (guint i = 0; i < G_N_ELEMENTS (transfer_rows); i++)
    {
      const TransferRow *row = &transfer_rows[i];
      KpConvertOrder order = { .converted = KP_CONVERTED_YES,
                               .is_agreed_by_three = row->is_agreed,
                               .is_paid_out = row->is_paid,
                               .document = "协议",
                               .by = "甲",
                               .with = "乙" };
      KpConvertTally tally;

      g_test_message ("%s", row->name);
      while (report->lines[n].dossier->contract == NULL)
        n++;
      order.number = report->lines[n].staff->number;
      kp_date_parse_iso (row->last_day, &order.last_day, NULL);
      g_assert_true (kp_step_convert (c->session, &order, &tally, &error) == (row->clause == NULL));
      if (row->clause == NULL)
        n++;
      else
        g_assert_nonnull (strstr (error->message, row->clause));
      g_clear_error (&error);
    }
  kp_test_campaign_assert_sound (c);
}

/* 劳动合同法 §19: the street that signs now had agreed a probation before, so there is none; another street's counts not. */
static void
test_probation_once (KpTestDatabase *t)
{
  static const char *const edits[] = { "\"probation_months\": 0", "\"probation_months\": 2", NULL };
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t, edits, 12);
  g_autoptr (KpRoster) roster = NULL;
  gint64 sum = 0;
  g_autofree char *text = make_roster ("县民政局", 0, 12, &sum);
  GString *own = g_string_new (text);
  KpGridStaffTally taken;

  g_string_replace (own, "某劳务公司,否,01", "城关街道办事处,是,01", 0);
  g_string_replace (own, "合格、合格,否", "合格、合格,是", 0);
  must_take (c, own->str, &taken);
  must_hire (c, 5);
  roster = kp_test_campaign_load (c);
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpContractRecord *contract = kp_roster_get_dossier (roster, i)->contract;

      if (contract != NULL && g_str_equal (kp_roster_get_dossier (roster, i)->application->post, "D01"))
        g_assert_cmpint (contract->probation_months, ==, g_str_equal (contract->street, "01") ? 0 : 2);
    }
  g_string_free (own, TRUE);
  kp_test_campaign_assert_sound (c);
}

/* 意见一: nobody is converted who isn't on the roster, or isn't eligible by a day. */
static void
test_only_the_eligible (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t, no_edits, 12);
  g_autoptr (GError) error = NULL;
  gint64 sum = 0;
  g_autofree char *others = make_roster ("县民政局", 100, 3, &sum);
  g_autofree char *all = make_roster ("县民政局", 0, 12, &sum);
  g_autofree char *year_ago = NULL;
  GString *late = g_string_new (all);
  const KpScheme *scheme = kp_session_get_scheme (c->session);
  KpGridStaffTally taken;
  KpHireTally hire;

  must_take (c, others, &taken);
  g_assert_false (kp_step_hire (c->session, &hire, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  year_ago = kp_date_dup_iso (kp_date_add_days (kp_date_add_months (scheme->cutoff, -12), 2));
  g_string_replace (late, "2020-03-01", year_ago, 0);
  must_take (c, late->str, &taken);
  g_assert_cmpuint (taken.n_gone, ==, 3);
  g_assert_false (kp_step_hire (c->session, &hire, &error));
  g_assert_nonnull (strstr (error->message, "连续在岗时间不足"));
  g_clear_error (&error);
  g_free (year_ago);
  year_ago = kp_date_dup_iso (kp_date_add_days (kp_date_add_months (scheme->cutoff, -12), 1));
  g_string_assign (late, all);
  g_string_replace (late, "2020-03-01", year_ago, 0);
  must_take (c, late->str, &taken);
  must_hire (c, 5);
  g_string_free (late, TRUE);
}

typedef struct
{
  const char *name;
  const char *from;
  const char *to;
  const char *department;
  const char *said;
} BadRow;

static const BadRow bad_rows[] = {
  { "id-number", "110101199001011000", "110101199001011001", NULL, "身份证号不正确" },
  { "no-department", ",县民政局,", ",,", NULL, "--department" },
  { "no-street", ",否,01,", ",否,99,", NULL, "" },
  { "not-money", "\"42000.00\"", "约四万", NULL, "年人均经费" },
  { "not-a-day", "2020-03-01", "2020年3月", NULL, "连续在岗起始日期" },
  { "appraisal", "合格、合格", "还行", NULL, "近年考核" },
  { "employer-without-street", ",否,01,", ",是,,", NULL, "" },
};

static void
test_bad_rows (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  const gint64 n_before = kp_test_campaign_count_journal (c);
  KpGridStaffTally taken;
  gint64 sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (bad_rows); i++)
    {
      g_autofree char *text = make_roster ("县民政局", 0, 1, &sum);
      g_autoptr (GError) error = NULL;
      GString *bad = g_string_new (text);

      if (i == 0)
        strchr (bad->str, '\n')[8] ^= 1; /* another digit of the ID number */
      else
        g_string_replace (bad, bad_rows[i].from, bad_rows[i].to, 0);
      g_test_message ("%s", bad_rows[i].name);
      g_assert_false (take (c, bad->str, NULL, &taken, &error));
      g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
      g_assert_nonnull (strstr (error->message, bad_rows[i].said));
      g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
      g_string_free (bad, TRUE);
    }
}

/* One person on two rosters is refused; a workbook read again takes the place of itself, and numbers stay. */
static void
test_rosters (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpConversionReport) report = NULL;
  gint64 sum = 0;
  g_autofree char *five = make_roster ("县民政局", 0, 5, &sum);
  g_autofree char *last_four = make_roster ("县民政局", 1, 4, &sum);
  g_autofree char *other = make_roster ("县人社局", 4, 1, &sum);
  g_autofree char *nameless = make_roster ("", 8, 2, &sum);
  KpGridStaffTally taken;

  must_take (c, five, &taken);
  g_assert_false (take (c, other, NULL, &taken, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  take (c, nameless, "县残联", &taken, &error);
  g_assert_no_error (error);
  must_take (c, last_four, &taken);
  g_assert_cmpuint (taken.n_new, ==, 0);
  g_assert_cmpuint (taken.n_gone, ==, 1);
  report = kp_conversion_report_load (c->session, &error);
  g_assert_cmpuint (report->n_lines, ==, 6);
  g_assert_cmpstr (report->lines[0].staff->number, ==, "Z0002");
  g_assert_cmpstr (report->lines[5].staff->department, ==, "县残联");
  kp_test_campaign_assert_sound (c);
}

#define SEGMENTS "花名册编号,经历类别,起始日期,终止日期,单位,是否社区工作,是否非本人原因转入,是否已付经济补偿,证明材料\n"

/* Two years in the army count for seniority alone; what has no proof counts for nothing; years paid out count for all but
 * compensation. */
static void
test_four_counters (KpTestDatabase *t)
{
  static const guint months[KP_YEARS_N]
      = { [KP_YEARS_GRADE] = 75, [KP_YEARS_COMPENSATION] = 0, [KP_YEARS_OPEN_ENDED] = 75, [KP_YEARS_SENIORITY] = 99 };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  gint64 sum = 0;
  g_autofree char *roster = make_roster ("县民政局", 0, 1, &sum);
  g_autofree char *path
      = kp_test_campaign_write (c, "segments.csv",
                                SEGMENTS "Z0001,服役,2016-09-01,2018-08-31,某部队,否,否,否,退出现役证\n"
                                         "Z0001,其他,2018-09-01,2019-12-31,某公司,否,否,否,\n"
                                         "Z0001,原单位,2020-03-01,,某劳务公司,是,是,是,合同\n");
  g_autoptr (KpSegmentSheet) sheet = kp_segment_sheet_read (path, &error);
  g_autoptr (KpConversionReport) report = NULL;
  g_autoptr (GArray) segments = NULL;
  KpGridStaffTally taken;
  guint n_persons = 0;

  g_assert_no_error (error);
  must_take (c, roster, &taken);
  kp_step_take_segments (c->session, sheet, "甲", "乙", &n_persons, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_persons, ==, 1);
  kp_step_take_segments (c->session, sheet, "甲", "乙", &n_persons, &error); /* again: not twice */
  g_assert_no_error (error);
  report = kp_conversion_report_load (c->session, &error);
  segments = kp_conversion_report_list_segments (report, &report->lines[0], NULL, kp_date_make (2026, 5, 31));
  g_assert_cmpuint (segments->len, ==, 3);
  for (guint i = 0; i < KP_YEARS_N; i++)
    {
      const KpYearsCount count = kp_service_years_count ((const KpSegment *) (gpointer) segments->data, segments->len, (KpYears) i);

      g_assert_cmpuint (count.months, ==, months[i]);
      g_assert_cmpuint (count.n_unproved, ==, i == KP_YEARS_SENIORITY ? 1 : 0);
    }
  kp_test_campaign_assert_sound (c);
}

/* Who is hired stays no more, and who isn't can't be converted; one person alone decides nothing. */
static void
test_refused (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t, no_edits, 12);
  g_autoptr (KpConversionReport) report = NULL;
  g_autoptr (GError) error = NULL;
  gint64 sum = 0;
  g_autofree char *text = make_roster ("县民政局", 0, 16, &sum);
  KpConvertOrder alone = { .converted = KP_CONVERTED_YES, .is_agreed_by_three = TRUE, .document = "协议", .by = "甲", .with = "甲" };
  KpGridStaffTally taken;
  KpConvertTally tally;

  must_take (c, text, &taken);
  must_hire (c, 5);
  g_assert_false (kp_step_convert (c->session, &alone, &tally, &error));
  g_clear_error (&error);
  g_assert_false (convert (c, KP_CONVERTED_YES, "Z0016", NULL, &tally, &error));
  g_clear_error (&error);
  g_assert_false (convert (c, KP_CONVERTED_YES, "Z0999", NULL, &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND);
  g_clear_error (&error);
  report = kp_conversion_report_load (c->session, &error);
  for (guint i = 0; i < report->n_lines; i++)
    {
      const KpConversionLine *line = &report->lines[i];

      if (line->dossier != NULL && line->dossier->contract != NULL)
        g_assert_false (convert (c, KP_CONVERTED_STAYS, line->staff->number, NULL, &tally, NULL));
    }
  kp_test_campaign_assert_sound (c);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/convert/four-hundred", test_four_hundred);
  kp_test_database_add ("/data/steps/%s/convert/transfer", test_transfer);
  kp_test_database_add ("/data/steps/%s/convert/contract-law-19-one-probation", test_probation_once);
  kp_test_database_add ("/data/steps/%s/convert/only-the-eligible", test_only_the_eligible);
  kp_test_database_add ("/data/steps/%s/convert/bad-rows", test_bad_rows);
  kp_test_database_add ("/data/steps/%s/convert/rosters", test_rosters);
  kp_test_database_add ("/data/steps/%s/convert/four-counters", test_four_counters);
  kp_test_database_add ("/data/steps/%s/convert/refused", test_refused);
  return g_test_run ();
}
