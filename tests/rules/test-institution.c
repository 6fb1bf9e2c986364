/* test-institution.c – contracts of public institutions and a county's own wording, article by article, by one day.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "kp-contract-clause.h"
#include "kp-institution.h"
#include "kp-test.h"

static KpDate
day (const char *iso)
{
  KpDate date = KP_DATE_NONE;

  if (iso != NULL)
    g_assert_true (kp_date_parse_iso (iso, &date, NULL));
  return date;
}

typedef struct
{
  const char *name;
  const char *end; /* from 2026-07-01 */
  guint months;
  gboolean had_probation;
  gint finding; /* -1 = none */
} TermRow;

static const TermRow term_rows[] = {
  { "article-13-three-years", "2029-06-30", 12, FALSE, -1 },
  { "article-13-a-day-less", "2029-06-29", 12, FALSE, KP_INSTITUTION_PROBATION },
  { "opinion-2-six-months", "2029-06-29", 6, FALSE, -1 },
  { "article-13-thirteen", "2031-06-30", 13, FALSE, KP_INSTITUTION_PROBATION },
  { "article-13-first-contract-only", "2029-06-30", 1, TRUE, KP_INSTITUTION_PROBATION_AGAIN },
  { "article-12-ends-before", "2026-06-30", 0, FALSE, KP_INSTITUTION_DATES },
};

static void
test_term (gconstpointer data)
{
  const TermRow *row = data;
  const KpInstitutionTerms terms = { day ("2026-07-01"), day (row->end), row->months, row->had_probation };
  KpInstitutionFinding findings[KP_INSTITUTION_N_FINDINGS];

  g_assert_cmpuint (kp_institution_check (&terms, findings), ==, row->finding >= 0);
  if (row->finding >= 0)
    {
      g_assert_cmpint (findings[0], ==, row->finding);
      g_assert_nonnull (kp_institution_finding_get_clause (findings[0]));
      g_assert_nonnull (kp_institution_finding_get_chinese (findings[0]));
    }
}

typedef struct
{
  const char *name;
  KpInstitutionGround ground;
  const char *served, *last_day;
  guint in_a_row, in_a_year, failed_years;
  gboolean refuses;
  gint finding;
} EndRow;

static const EndRow end_rows[] = {
  { "article-15-fifteen", KP_INSTITUTION_ABSENT, NULL, "2027-03-31", 15, 30, 0, FALSE, KP_INSTITUTION_END_ABSENCE },
  { "article-15-sixteen", KP_INSTITUTION_ABSENT, NULL, "2027-03-31", 16, 16, 0, FALSE, -1 },
  { "article-15-thirty-one-in-a-year", KP_INSTITUTION_ABSENT, NULL, "2027-03-31", 5, 31, 0, FALSE, -1 },
  { "article-16-two-years", KP_INSTITUTION_APPRAISAL, "2027-03-01", "2027-03-31", 0, 0, 2, FALSE, -1 },
  { "article-16-one-year", KP_INSTITUTION_APPRAISAL, "2027-03-01", "2027-03-31", 0, 0, 1, FALSE, KP_INSTITUTION_END_APPRAISAL },
  { "article-16-one-year-and-refused", KP_INSTITUTION_APPRAISAL, "2027-03-01", "2027-03-31", 0, 0, 1, TRUE, -1 },
  { "article-16-a-day-short", KP_INSTITUTION_APPRAISAL, "2027-03-02", "2027-03-31", 0, 0, 2, FALSE, KP_INSTITUTION_END_NOTICE },
  { "article-17-thirty-days", KP_INSTITUTION_RESIGNED, "2027-03-01", "2027-03-31", 0, 0, 0, FALSE, -1 },
  { "article-17-a-day-short", KP_INSTITUTION_RESIGNED, "2027-03-02", "2027-03-31", 0, 0, 0, FALSE, KP_INSTITUTION_END_NOTICE },
  { "opinion-6-last-day-of-probation", KP_INSTITUTION_PROBATION_FAILED, NULL, "2027-06-30", 0, 0, 0, TRUE, -1 },
  { "opinion-6-a-day-late", KP_INSTITUTION_PROBATION_FAILED, NULL, "2027-07-01", 0, 0, 0, TRUE, KP_INSTITUTION_END_PROBATION },
  { "opinion-6-no-other-post", KP_INSTITUTION_PROBATION_FAILED, NULL, "2027-06-30", 0, 0, 0, FALSE, KP_INSTITUTION_END_PROBATION },
  { "opinion-6-expired", KP_INSTITUTION_EXPIRED, NULL, "2029-06-30", 0, 0, 0, FALSE, -1 },
  { "opinion-6-a-day-early", KP_INSTITUTION_EXPIRED, NULL, "2029-06-29", 0, 0, 0, FALSE, KP_INSTITUTION_END_EARLY },
  { "article-18-dismissed", KP_INSTITUTION_DISMISSED, NULL, "2027-03-31", 0, 0, 0, FALSE, -1 },
  { "article-19-before-the-start", KP_INSTITUTION_AGREED, NULL, "2026-06-30", 0, 0, 0, FALSE, KP_INSTITUTION_END_DATES },
};

static void
test_end (gconstpointer data)
{
  const EndRow *row = data;
  KpInstitutionEnd end = { .ground = row->ground,
                           .start = day ("2026-07-01"),
                           .ends = day ("2029-06-30"),
                           .probation_end = day ("2027-06-30"),
                           .notice_served = day (row->served),
                           .last_day = day (row->last_day),
                           .absent_in_a_row = row->in_a_row,
                           .absent_in_a_year = row->in_a_year,
                           .failed_years = row->failed_years,
                           .refuses_other_post = row->refuses,
                           .states_reason = TRUE };
  KpInstitutionEndFinding findings[KP_INSTITUTION_N_END_FINDINGS];
  KpInstitutionGround ground;

  g_assert_cmpuint (kp_institution_check_end (&end, findings), ==, row->finding >= 0);
  if (row->finding >= 0)
    g_assert_cmpint (findings[0], ==, row->finding);
  g_assert_true (kp_institution_ground_parse (kp_institution_ground_get_name (row->ground), &ground));
  g_assert_cmpint (ground, ==, row->ground);
  end.states_reason = FALSE;
  if (row->finding < 0)
    {
      g_assert_cmpuint (kp_institution_check_end (&end, findings), ==, 1);
      g_assert_cmpint (findings[0], ==, KP_INSTITUTION_END_REASON);
    }
}

/* Ten years here and fewer than ten to the pension, by a day each. */
static void
test_article_14 (void)
{
  const KpDate start = day ("2026-07-01");

  g_assert_true (kp_institution_owes_until_pension (day ("2016-07-01"), start, day ("2036-06-30"), TRUE));
  g_assert_false (kp_institution_owes_until_pension (day ("2016-07-02"), start, day ("2036-06-30"), TRUE));
  g_assert_false (kp_institution_owes_until_pension (day ("2016-07-01"), start, day ("2036-07-01"), TRUE));
  g_assert_false (kp_institution_owes_until_pension (day ("2016-07-01"), start, day ("2036-06-30"), FALSE));
}

#define WHOLE \
  "期限三年。工作内容为社区服务，工作地点为城关街道。工作时间八小时，每周休息两日。劳动报酬每月4000元。参加社会保险。" \
  "提供劳动保护和劳动条件，告知职业危害。"

typedef struct
{
  const char *name;
  const char *text;
  gint missing; /* a part, -1 = none */
  gint voids;
} WordingRow;

static const WordingRow wording_rows[] = {
  { "article-17-whole", WHOLE, -1, -1 },
  { "article-17-no-rest", "期限、工作内容、工作地点、工作时间、劳动报酬、社会保险、劳动保护、劳动条件、职业危害。", KP_CLAUSE_REST, -1 },
  { "article-17-no-hazards", "期限、工作内容、工作地点、工作时间、休假、劳动报酬、社会保险、劳动保护、劳动条件。", KP_CLAUSE_HAZARDS, -1 },
  { "article-25-penalty", WHOLE "最低服务年限三年，违约金一万元。", -1, KP_CLAUSE_PENALTY },
  { "article-25-none-may-be-asked", WHOLE "甲方不得要求乙方支付违约金。", -1, -1 },
  { "article-22-training", WHOLE "接受专项培训的，违约金不超过培训费用。", -1, -1 },
  { "article-9-deposit", WHOLE "乙方缴纳押金500元。", -1, KP_CLAUSE_DEPOSIT },
  { "article-9-forbidden", WHOLE "甲方不得收取押金。", -1, -1 },
  { "insurance-58-waived", WHOLE "乙方自愿放弃社会保险。", -1, KP_CLAUSE_NO_INSURANCE },
};

static void
test_wording (gconstpointer data)
{
  const WordingRow *row = data;
  KpClauseTexts texts = { { NULL } };
  KpClausePart missing[KP_CLAUSE_N_PARTS];
  KpClauseFinding finding = KP_CLAUSE_COPIES;

  for (guint i = KP_CLAUSE_EMPLOYER_NAME; i <= KP_CLAUSE_WORKER_ID; i++)
    texts.parts[i] = "甲";
  kp_clause_read_wording (row->text, &texts);
  g_assert_cmpuint (kp_clause_find_missing (&texts, missing), ==, row->missing >= 0);
  if (row->missing >= 0)
    g_assert_cmpint (missing[0], ==, row->missing);
  g_assert_true (kp_clause_check_wording (row->text, &finding) == (row->voids >= 0));
  if (row->voids >= 0)
    g_assert_cmpint (finding, ==, row->voids);
  kp_clause_read_wording (NULL, &texts);
  g_assert_cmpuint (kp_clause_find_missing (&texts, missing), ==, 0);
}

#define ADD(rows, test, folder) \
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) \
    { \
      g_autofree char *path = g_strconcat (folder, rows[i].name, NULL); \
\
      g_test_add_data_func (path, &rows[i], test); \
    }

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD (term_rows, test_term, "/rules/institution/term/")
  ADD (end_rows, test_end, "/rules/institution/end/")
  ADD (wording_rows, test_wording, "/rules/contract-wording/")
  g_test_add_func ("/rules/institution/article-14", test_article_14);
  return g_test_run ();
}
