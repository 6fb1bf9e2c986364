/* test-grade.c – first grades and pay, one month and one fen to either side.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-grade.h"

#include "kp-test.h"

static const KpGradeSequence plain = { "一般", 1,
                                       12,     36,
                                       3,      { { "学士", 3 }, { "硕士", 5 }, { "博士", 7 } },
                                       2,      { { "助理社会工作师", 1 }, { "社会工作师", 2 } } };

typedef struct
{
  const char *name;
  const char *educations[3];
  const char *certificates[3];
  guint months;
  guint grade;
} GradeRow;

static const GradeRow grade_rows[] = {
  { "nothing", { NULL }, { NULL }, 0, 1 },
  { "three-years-less-a-month", { NULL }, { NULL }, 35, 1 },
  { "three-years", { NULL }, { NULL }, 36, 2 },
  { "bachelor", { "学士", NULL }, { NULL }, 0, 2 },
  { "master", { "硕士", NULL }, { NULL }, 11, 2 },
  { "master-and-a-year", { "硕士", NULL }, { NULL }, 12, 3 },
  { "the-best-degree-alone", { "学士", "硕士", NULL }, { NULL }, 0, 2 },
  { "certificate", { NULL }, { "社会工作师", NULL }, 12, 2 },
  { "certificates-are-not-added", { NULL }, { "社会工作师", "助理社会工作师", NULL }, 11, 1 },
  { "degree-and-certificate", { "博士", NULL }, { "社会工作师", NULL }, 0, 4 },
  { "no-higher-than-the-sequence", { NULL }, { NULL }, 480, 12 },
};

static void
test_grade (gconstpointer data)
{
  const GradeRow *row = data;
  const KpGradeCase person = { row->educations, row->certificates, row->months };

  g_assert_cmpuint (kp_grade_decide_first (&plain, &person), ==, row->grade);
}

static void
test_table (void)
{
  const KpPayLine lines[] = { { kp_date_make (2026, 7, 1), "一般", 2, 420000 },
                              { kp_date_make (2025, 7, 1), "一般", 2, 400000 },
                              { kp_date_make (2025, 7, 1), "副职", 2, 500000 } };
  gint64 amount = 0;

  g_assert_false (kp_pay_find (lines, 3, "一般", 2, kp_date_make (2025, 6, 30), &amount));
  g_assert_true (kp_pay_find (lines, 3, "一般", 2, kp_date_make (2026, 6, 30), &amount));
  g_assert_cmpint (amount, ==, 400000);
  g_assert_true (kp_pay_find (lines, 3, "一般", 2, kp_date_make (2026, 7, 1), &amount));
  g_assert_cmpint (amount, ==, 420000);
  g_assert_false (kp_pay_find (lines, 3, "一般", 3, kp_date_make (2026, 7, 1), &amount));
}

typedef struct
{
  const char *name;
  KpPayTerms terms;
  gint64 probation;
  guint n_findings;
  KpPayFinding finding;
} PayRow;

static const PayRow pay_rows[] = {
  { "article-20-eighty-percent", { 400000, 0, 0, 80 }, 320000, 0, 0 },
  { "article-20-a-part-of-a-fen", { 400001, 0, 0, 80 }, 320001, 0, 0 },
  { "article-20-seventy-nine", { 400000, 0, 0, 79 }, 316000, 1, KP_PAY_BELOW_SHARE },
  { "article-20-allowance-makes-up", { 400000, 40000, 0, 79 }, 356000, 0, 0 },
  { "minimum-wage-lifts", { 250000, 0, 210000, 80 }, 210000, 0, 0 },
  { "wage-at-the-minimum", { 210000, 0, 210000, 100 }, 210000, 0, 0 },
  { "wage-a-fen-below", { 209999, 0, 210000, 100 }, 210000, 1, KP_PAY_BELOW_MINIMUM },
  { "no-line", { 0, 0, 210000, 80 }, 210000, 1, KP_PAY_NO_LINE },
};

static void
test_pay (gconstpointer data)
{
  const PayRow *row = data;
  KpPayFinding findings[KP_PAY_N_FINDINGS];

  g_assert_cmpint (kp_pay_decide_probation (&row->terms), ==, row->probation);
  g_assert_cmpuint (kp_pay_check (&row->terms, findings), ==, row->n_findings);
  if (row->n_findings > 0)
    g_assert_cmpint (findings[0], ==, row->finding);
}

static void
test_words (void)
{
  for (guint i = 0; i < KP_PAY_N_FINDINGS; i++)
    {
      g_assert_nonnull (kp_pay_finding_get_clause ((KpPayFinding) i));
      g_assert_true (g_str_has_suffix (kp_pay_finding_get_chinese ((KpPayFinding) i), "。"));
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
  ADD_ROWS ("/rules/grade/first/", grade_rows, test_grade)
  ADD_ROWS ("/rules/grade/pay/", pay_rows, test_pay)
  g_test_add_func ("/rules/grade/table-by-year", test_table);
  g_test_add_func ("/rules/grade/words", test_words);
  return g_test_run ();
}
