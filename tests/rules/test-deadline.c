/* test-deadline.c – the list of what the law or the scheme asks for, one day to either side.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-deadline.h"

#include <string.h>

#include "kp-deadline-words.h"
#include "kp-scheme-check.h"
#include "kp-test.h"

static KpDate
day (const char *iso)
{
  KpDate date = KP_DATE_NONE;

  if (iso != NULL)
    g_assert_true (kp_date_parse_iso (iso, &date, NULL));
  return date;
}

static void
assert_day (KpDate date, const char *iso)
{
  g_autofree char *found = kp_date_dup_iso (date);

  g_assert_cmpstr (found, ==, iso);
}

typedef struct
{
  KpDeadlinePolicy policy;
  KpProbationPolicy probation;
  KpDeadlineCampaign campaign;
  KpProbationFile file;
  KpDeadlinePerson person;
  KpCalendar *calendar;
} Work;

static void
make_work (Work *work, const char *start)
{
  *work = (Work){ .campaign = { .year = 2026 } };
  kp_deadline_policy_init (&work->policy);
  kp_probation_policy_init (&work->probation);
  work->file = (KpProbationFile){ .start = day (start), .end = day ("2026-08-31"), .months = 6 };
  work->person = (KpDeadlinePerson){ .number = "1", .start = day (start), .ends = day ("2029-02-28") };
  work->calendar = kp_calendar_new ();
  kp_calendar_add_year (work->calendar, 2026);
  /* As in the State Council's table: days off from Monday to Saturday, worked on the Sunday before and the
   * Saturday after. */
  kp_calendar_set_day (work->calendar, day ("2026-09-20"), TRUE);
  kp_calendar_set_day (work->calendar, day ("2026-10-10"), TRUE);
  for (guint i = 1; i <= 7; i++)
    kp_calendar_set_day (work->calendar, kp_date_make (2026, 10, i), FALSE);
}

static GPtrArray *
list (Work *work, const char *today)
{
  return kp_deadline_list (&work->policy, &work->probation, &work->campaign, &work->person, 1, work->calendar,
                           day (today));
}

static KpDeadline *
find (GPtrArray *deadlines, KpDeadlineKind kind)
{
  for (guint i = 0; i < deadlines->len; i++)
    if (((KpDeadline *) g_ptr_array_index (deadlines, i))->kind == kind)
      return g_ptr_array_index (deadlines, i);
  return NULL;
}

typedef struct
{
  const char *name;
  KpDeadlineKind kind;
  const char *start, *due;
  const char *act_by;
} DueRow;

static const DueRow due_rows[] = {
  { "article-10-contract", KP_DEADLINE_CONTRACT, "2026-03-01", "2026-03-31", "2026-03-31" },
  { "article-10-contract-from-the-end-of-january", KP_DEADLINE_CONTRACT, "2026-01-31", "2026-02-27",
    "2026-02-27" },
  { "insurance-58", KP_DEADLINE_INSURANCE, "2026-03-01", "2026-03-30", "2026-03-30" },
  { "insurance-58-on-a-sunday", KP_DEADLINE_INSURANCE, "2026-03-07", "2026-04-05", "2026-04-03" },
  { "insurance-58-on-a-worked-sunday", KP_DEADLINE_INSURANCE, "2026-08-22", "2026-09-20",
    "2026-09-20" },
  { "fund-15-in-the-holidays", KP_DEADLINE_FUND, "2026-09-08", "2026-10-07", "2026-09-30" },
  { "fund-15-on-a-worked-saturday", KP_DEADLINE_FUND, "2026-09-11", "2026-10-10", "2026-10-10" },
  { "fund-15-over-a-leap-day", KP_DEADLINE_FUND, "2028-02-01", "2028-03-01", "2028-03-01" },
  { "article-44-term", KP_DEADLINE_TERM, "2026-03-01", "2029-02-28", "2029-02-28" },
};

static void
test_due (gconstpointer data)
{
  const DueRow *row = data;
  Work work;
  g_autoptr (GPtrArray) deadlines = NULL;
  const KpDeadline *deadline;

  make_work (&work, row->start);
  deadlines = list (&work, row->start);
  deadline = find (deadlines, row->kind);
  g_assert_nonnull (deadline);
  assert_day (deadline->due, row->due);
  assert_day (deadline->act_by, row->act_by);
  g_assert_cmpint (deadline->is_act_by_known, ==, deadline->due.year == 2026);
  g_assert_cmpstr (deadline->number, ==, "1");
  kp_calendar_free (work.calendar);
}

/* 劳动合同法 §7: the relation begins with the work, not with the signature, a day before it or after it. */
static void
test_article_7 (void)
{
  Work work;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  make_work (&work, "2026-03-01");
  work.person.signed_on = day ("2026-02-28");
  before = list (&work, "2026-03-01");
  g_assert_null (find (before, KP_DEADLINE_CONTRACT));
  assert_day (find (before, KP_DEADLINE_INSURANCE)->due, "2026-03-30");
  work.person.signed_on = day ("2026-03-02");
  after = list (&work, "2026-03-01");
  assert_day (find (after, KP_DEADLINE_INSURANCE)->due, "2026-03-30");
  assert_day (find (after, KP_DEADLINE_FUND)->due, "2026-03-30");
  kp_calendar_free (work.calendar);
}

static void
test_settled (void)
{
  Work work;
  g_autoptr (GPtrArray) deadlines = NULL;

  make_work (&work, "2026-03-01");
  work.person.signed_on = work.person.insured_on = work.person.fund_on = day ("2026-03-20");
  work.person.is_term_settled = TRUE;
  deadlines = list (&work, "2026-04-20");
  g_assert_cmpuint (deadlines->len, ==, 0);
  kp_calendar_free (work.calendar);
}

static void
test_days_left (void)
{
  Work work;
  g_autoptr (GPtrArray) on_the_day = NULL;
  g_autoptr (GPtrArray) late = NULL;

  make_work (&work, "2026-03-01");
  on_the_day = list (&work, "2026-03-31");
  late = list (&work, "2026-04-01");
  g_assert_cmpint (find (on_the_day, KP_DEADLINE_CONTRACT)->days_left, ==, 0);
  g_assert_cmpint (find (late, KP_DEADLINE_CONTRACT)->days_left, ==, -1);
  g_assert_true (find (late, KP_DEADLINE_CONTRACT)->is_near);
  g_assert_cmpint (((KpDeadline *) g_ptr_array_index (late, 0))->kind, ==, KP_DEADLINE_INSURANCE);
  kp_calendar_free (work.calendar);
}

typedef struct
{
  const char *name;
  KpDeadlineKind kind;
  const char *today;
  gboolean is_near;
} NearRow;

static const NearRow near_rows[] = {
  { "91-days-before-the-end", KP_DEADLINE_TERM, "2028-11-29", FALSE },
  { "90-days-before-the-end", KP_DEADLINE_TERM, "2028-11-30", TRUE },
  { "46-days-before-probation-ends", KP_DEADLINE_CONFIRMATION, "2026-07-16", FALSE },
  { "45-days-before-probation-ends", KP_DEADLINE_CONFIRMATION, "2026-07-17", TRUE },
  { "16-days-before-the-contract", KP_DEADLINE_CONTRACT, "2026-03-15", FALSE },
  { "15-days-before-the-contract", KP_DEADLINE_CONTRACT, "2026-03-16", TRUE },
};

static void
test_near (gconstpointer data)
{
  const NearRow *row = data;
  Work work;
  g_autoptr (GPtrArray) deadlines = NULL;

  make_work (&work, "2026-03-01");
  work.person.probation = &work.file;
  deadlines = list (&work, row->today);
  g_assert_cmpint (find (deadlines, row->kind)->is_near, ==, row->is_near);
  kp_calendar_free (work.calendar);
}

static guint
count_links (GPtrArray *deadlines)
{
  guint n = 0;

  for (guint i = 0; i < deadlines->len; i++)
    n += ((KpDeadline *) g_ptr_array_index (deadlines, i))->kind == KP_DEADLINE_PROBATION;
  return n;
}

static void
test_probation (void)
{
  Work work;
  const KpLinkEntry entries[] = { { KP_LINK_CONDITIONS, day ("2026-03-01"), 0, TRUE },
                                  { KP_LINK_NOTE, day ("2026-04-02"), 1, TRUE } };
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) later = NULL;
  g_autoptr (GPtrArray) passed = NULL;

  make_work (&work, "2026-03-01");
  work.person.probation = &work.file;
  first = list (&work, "2026-03-01");
  g_assert_cmpuint (count_links (first), ==, KP_LINK_N + 5);
  g_assert_cmpint (find (first, KP_DEADLINE_PROBATION)->link, ==, KP_LINK_CONDITIONS);
  assert_day (find (first, KP_DEADLINE_PROBATION)->due, "2026-03-01");
  work.file.entries = entries;
  work.file.n_entries = 2;
  later = list (&work, "2026-04-03");
  g_assert_cmpuint (count_links (later), ==, KP_LINK_N + 3);
  work.file.is_scored = TRUE;
  work.file.survey = (KpSurveyCounts){ 10, 0, 0 };
  for (guint i = 0; i < work.probation.n_elements; i++)
    work.file.scores[i] = work.probation.elements[i].full;
  passed = list (&work, "2026-08-16");
  g_assert_cmpuint (count_links (passed), ==, KP_LINK_MEETING + 1 + 5 - 2);
  kp_calendar_free (work.calendar);
}

static void
test_left (void)
{
  Work work;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GPtrArray) done = NULL;

  make_work (&work, "2026-03-01");
  work.person.left_on = day ("2026-09-22");
  left = list (&work, "2026-09-22");
  g_assert_cmpuint (left->len, ==, 1);
  assert_day (find (left, KP_DEADLINE_HANDOVER)->due, "2026-10-07");
  assert_day (find (left, KP_DEADLINE_HANDOVER)->act_by, "2026-09-30");
  work.person.handed_over_on = day ("2026-09-25");
  done = list (&work, "2026-09-26");
  g_assert_cmpuint (done->len, ==, 0);
  kp_calendar_free (work.calendar);
}

/* Fifteen working days from Friday 18 September: the Sunday after is worked, a week in October isn't. */
static void
test_objection (void)
{
  Work work;
  const KpDeadlineObjection objections[] = { { "Y1", day ("2026-09-18"), KP_DATE_NONE },
                                             { "Y2", day ("2026-09-18"), day ("2026-09-21") } };
  g_autoptr (GPtrArray) deadlines = NULL;
  g_autoptr (GPtrArray) plain = NULL;

  make_work (&work, "2026-10-20");
  work.campaign.objections = objections;
  work.campaign.n_objections = 2;
  work.campaign.publicity_until = day ("2026-09-21");
  deadlines = list (&work, "2026-09-18");
  assert_day (find (deadlines, KP_DEADLINE_OBJECTION)->due, "2026-10-14");
  g_assert_cmpstr (find (deadlines, KP_DEADLINE_OBJECTION)->number, ==, "Y1");
  g_assert_cmpint (find (deadlines, KP_DEADLINE_PUBLICITY)->days_left, ==, 3);
  work.policy.is_objection_in_workdays = FALSE;
  work.campaign.is_hired = TRUE;
  plain = list (&work, "2026-09-18");
  assert_day (find (plain, KP_DEADLINE_OBJECTION)->due, "2026-10-03");
  g_assert_null (find (plain, KP_DEADLINE_PUBLICITY));
  kp_calendar_free (work.calendar);
}

static void
test_certificate (void)
{
  Work work;
  g_autoptr (GPtrArray) owed = NULL;
  g_autoptr (GPtrArray) seen = NULL;

  make_work (&work, "2026-03-01");
  work.person.start = KP_DATE_NONE;
  work.person.owes_certificate = TRUE;
  owed = list (&work, "2026-07-31");
  g_assert_cmpuint (owed->len, ==, 1);
  assert_day (find (owed, KP_DEADLINE_CERTIFICATE)->due, "2026-07-31");
  work.person.certificate_on = day ("2026-07-31");
  seen = list (&work, "2026-07-31");
  g_assert_cmpuint (seen->len, ==, 0);
  kp_calendar_free (work.calendar);
}

/* The law's numbers are hard stops, by a day. */
static void
test_policy (void)
{
  KpDeadlinePolicy policy;

  kp_deadline_policy_init (&policy);
  g_assert_null (kp_deadline_policy_find_problem (&policy));
  policy.insurance_days = 31;
  g_assert_nonnull (strstr (kp_deadline_policy_find_problem (&policy), "第五十八条"));
  kp_deadline_policy_init (&policy);
  policy.fund_days = 31;
  g_assert_nonnull (strstr (kp_deadline_policy_find_problem (&policy), "第十五条"));
  kp_deadline_policy_init (&policy);
  policy.contract_days = 29;
  g_assert_nonnull (strstr (kp_deadline_policy_find_problem (&policy), "第十条"));
  policy.contract_days = 28;
  g_assert_null (kp_deadline_policy_find_problem (&policy));
  policy.certificate_month = 2;
  policy.certificate_day = 29;
  g_assert_nonnull (kp_deadline_policy_find_problem (&policy));
  kp_deadline_policy_init (&policy);
  policy.term_alarms.days[1] = 90;
  g_assert_nonnull (kp_deadline_policy_find_problem (&policy));
}

static gboolean
is_refused (const KpScheme *scheme, const char *path)
{
  g_autoptr (GPtrArray) problems = kp_scheme_check (scheme);

  for (guint i = 0; i < problems->len; i++)
    {
      const KpSchemeProblem *problem = g_ptr_array_index (problems, i);

      if (g_str_equal (problem->path, path) && !problem->is_warning)
        return TRUE;
    }
  return FALSE;
}

/* A scheme may give less time than the law, and leave out no link that the law asks for. */
static void
test_scheme (void)
{
  g_autoptr (KpScheme) scheme = kp_scheme_new ();
  KpDeadlinePolicy policy;

  g_assert_false (is_refused (scheme, "deadlines"));
  g_assert_false (is_refused (scheme, "probation"));
  scheme->deadlines.fund_days = 31;
  g_assert_true (is_refused (scheme, "deadlines"));
  scheme->deadlines.fund_days = 29;
  g_assert_false (is_refused (scheme, "deadlines"));
  scheme->deadlines.certificate_by = day ("2026-08-15");
  kp_scheme_make_deadline_policy (scheme, &policy);
  g_assert_cmpuint (policy.fund_days, ==, 29);
  g_assert_cmpuint (policy.certificate_day, ==, 15);
  scheme->probation.without = 1u << KP_LINK_MENTOR;
  g_assert_false (is_refused (scheme, "probation"));
  scheme->probation.without |= 1u << KP_LINK_SERVICE;
  g_assert_true (is_refused (scheme, "probation"));
}

/* Due on the day of the amendment, until it is published. */
static void
test_supplement (void)
{
  const KpDeadlineSupplement supplements[] = { { "第1号", day ("2026-02-20"), day ("2026-02-21") },
                                               { "第2号", day ("2026-02-24"), KP_DATE_NONE } };
  const KpDeadlineCampaign campaign = { .supplements = supplements, .n_supplements = G_N_ELEMENTS (supplements) };
  KpDeadlinePolicy policy;
  g_autoptr (GPtrArray) deadlines = NULL;
  const KpDeadline *deadline;

  kp_deadline_policy_init (&policy);
  deadlines = kp_deadline_list (&policy, NULL, &campaign, NULL, 0, NULL, day ("2026-02-25"));
  g_assert_cmpuint (deadlines->len, ==, 1);
  deadline = g_ptr_array_index (deadlines, 0);
  g_assert_cmpint (deadline->kind, ==, KP_DEADLINE_SUPPLEMENT);
  g_assert_cmpstr (deadline->number, ==, "第2号");
  g_assert_cmpint (deadline->days_left, ==, -1);
  g_assert_true (deadline->is_near);
}

static void
test_words (void)
{
  for (guint i = 0; i < KP_DEADLINE_N_KINDS; i++)
    {
      KpDeadline deadline = { .kind = (KpDeadlineKind) i, .link = KP_LINK_NOTE, .month = 2 };
      g_autofree char *what = kp_deadline_dup_chinese (&deadline);

      g_assert_cmpstr (what, !=, "");
      g_assert_nonnull (kp_deadline_get_action (&deadline));
      g_assert_nonnull (kp_deadline_kind_get_name ((KpDeadlineKind) i));
      if (i == KP_DEADLINE_PROBATION)
        g_assert_cmpstr (what, ==, "试用期：第2个月月度记录");
    }
}

/* On the screen it stands in the language of the program: here nothing is translated. */
static void
test_labels (void)
{
  for (guint i = 0; i < KP_DEADLINE_N_KINDS; i++)
    for (guint link = 0; link < KP_LINK_N; link++)
      {
        const KpDeadline deadline = { .kind = (KpDeadlineKind) i, .link = (KpLink) link, .month = 2 };
        g_autofree char *label = kp_deadline_dup_label (&deadline);

        g_assert_true (g_str_is_ascii (label));
        g_assert_true (g_str_is_ascii (kp_deadline_get_action_label (&deadline)));
        if (i == KP_DEADLINE_PROBATION && link == KP_LINK_NOTE)
          g_assert_cmpstr (label, ==, "Probation: Note of a month (month 2)");
      }
}

/* Of several claims of one person each is told. */
static void
test_label_of_claim (void)
{
  const KpDeadline deadline = { .kind = KP_DEADLINE_PROOF, .subject = (char *) "degree abroad" };
  g_autofree char *label = kp_deadline_dup_label (&deadline);

  g_assert_cmpstr (label, ==, "Verify identity and qualification: degree abroad");
}

/* Only the end of a term outlasts the hires. */
static void
test_of_hire (void)
{
  for (guint i = 0; i < KP_DEADLINE_N_KINDS; i++)
    {
      g_assert_cmpint (kp_deadline_kind_is_of_hire ((KpDeadlineKind) i), ==, i != KP_DEADLINE_TERM);
    }
}

#define ADD_ROWS(prefix, rows, func)                                                                         \
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)                                                            \
    {                                                                                                        \
      g_autofree char *path = g_strconcat (prefix, rows[i].name, NULL);                                      \
      g_test_add_data_func (path, &rows[i], func);                                                           \
    }

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_ROWS ("/rules/deadline/due-", due_rows, test_due)
  ADD_ROWS ("/rules/deadline/near-", near_rows, test_near)
  g_test_add_func ("/rules/deadline/article-7-from-the-first-day-of-work", test_article_7);
  g_test_add_func ("/rules/deadline/settled", test_settled);
  g_test_add_func ("/rules/deadline/days-left", test_days_left);
  g_test_add_func ("/rules/deadline/probation", test_probation);
  g_test_add_func ("/rules/deadline/article-50-handover", test_left);
  g_test_add_func ("/rules/deadline/objection", test_objection);
  g_test_add_func ("/rules/deadline/supplement", test_supplement);
  g_test_add_func ("/rules/deadline/certificate", test_certificate);
  g_test_add_func ("/rules/deadline/policy", test_policy);
  g_test_add_func ("/rules/deadline/scheme", test_scheme);
  g_test_add_func ("/rules/deadline/words", test_words);
  g_test_add_func ("/rules/deadline/labels", test_labels);
  g_test_add_func ("/rules/deadline/label-of-claim", test_label_of_claim);
  g_test_add_func ("/rules/deadline/of-the-hire", test_of_hire);
  return g_test_run ();
}
