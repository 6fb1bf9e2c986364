/* test-scheme-grades.c – grades, pay and conversion of a scheme: held against each other and against the law.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "kp-scheme-check.h"
#include "kp-test.h"

#define FIRST_DAY ((KpDate){ 2026, 7, 1 })

/* 一般 1–3 with an amount for each from the first day of the year. */
static KpScheme *
make_scheme (void)
{
  KpScheme *scheme = kp_scheme_new ();
  KpSchemeSequence *sequence = kp_scheme_sequence_new ();
  KpSchemeEquivalent *master = kp_scheme_equivalent_new ();
  KpSchemePost *post = kp_scheme_post_new ();

  kp_scheme_fill_defaults (scheme);
  scheme->contract.start = FIRST_DAY;
  sequence->name = g_strdup ("一般");
  sequence->highest = 3;
  *master = (KpSchemeEquivalent){ g_strdup ("硕士"), 5 };
  g_ptr_array_add (sequence->educations, master);
  g_ptr_array_add (scheme->grades.sequences, sequence);
  for (guint grade = 1; grade <= 3; grade++)
    {
      KpSchemePay *pay = kp_scheme_pay_new ();

      *pay = (KpSchemePay){ { 2026, 1, 1 }, g_strdup ("一般"), grade, KP_MARK (4000 + 100 * (gint64) grade, 0) };
      g_ptr_array_add (scheme->grades.pay, pay);
    }
  post->code = g_strdup ("Z01");
  post->name = g_strdup ("转聘岗");
  post->places = 1;
  post->track = KP_TRACK_CONVERSION;
  post->total = g_strdup ("convert");
  post->has_written = FALSE;
  post->grade_sequence = g_strdup ("一般");
  g_ptr_array_add (scheme->posts, post);
  return scheme;
}

static void
add_formula (KpScheme *scheme, KpPart other)
{
  KpSchemeTotal *total = kp_scheme_total_new ();

  total->id = g_strdup ("convert");
  total->label = g_strdup ("转聘");
  for (guint i = 0; i < KP_N_PARTS; i++)
    total->policy.weights[i] = KP_FRACTION_ZERO;
  total->policy.weights[KP_PART_INTERVIEW] = kp_fraction_new (1, 2);
  total->policy.weights[other] = kp_fraction_new (1, 2);
  g_ptr_array_add (scheme->totals, total);
}

static KpSchemePay *
get_pay (KpScheme *scheme, guint index)
{
  return g_ptr_array_index (scheme->grades.pay, index);
}

static void
make_minimum_equal (KpScheme *scheme)
{
  scheme->grades.minimum_wage = KP_MARK (4100, 0);
}

static void
make_minimum_higher (KpScheme *scheme)
{
  scheme->grades.minimum_wage = KP_MARK (4100, 100);
}

static void
make_pay_on_the_day (KpScheme *scheme)
{
  get_pay (scheme, 1)->from = FIRST_DAY;
}

static void
make_pay_a_day_late (KpScheme *scheme)
{
  get_pay (scheme, 1)->from = kp_date_add_days (FIRST_DAY, 1);
}

static void
make_pay_twice (KpScheme *scheme)
{
  get_pay (scheme, 1)->grade = 1;
}

static void
make_grade_of_nothing (KpScheme *scheme)
{
  get_pay (scheme, 2)->grade = 4;
}

static void
make_part_of_a_fen (KpScheme *scheme)
{
  get_pay (scheme, 2)->amount++;
}

static void
make_sequence_unknown (KpScheme *scheme)
{
  KpSchemePost *post = g_ptr_array_index (scheme->posts, 0);

  g_free (post->grade_sequence);
  post->grade_sequence = g_strdup ("正职");
}

static void
make_interview_only (KpScheme *scheme)
{
  scheme->conversion.exam = KP_CONVERSION_EXAM_INTERVIEW;
  add_formula (scheme, KP_PART_CREDENTIAL);
}

static void
make_assessment (KpScheme *scheme)
{
  scheme->conversion.exam = KP_CONVERSION_EXAM_ASSESSMENT;
  add_formula (scheme, KP_PART_OTHER_1);
}

static void
make_assessment_said_written (KpScheme *scheme)
{
  scheme->conversion.exam = KP_CONVERSION_EXAM_WRITTEN;
  add_formula (scheme, KP_PART_OTHER_1);
}

static void
make_age_lower_by_decision (KpScheme *scheme)
{
  scheme->conversion.policy.max_age_decided = scheme->conversion.policy.max_age - 1;
}

static void
add_contract (KpScheme *scheme, const char *last)
{
  KpSchemeWording *wording = kp_scheme_wording_new ();

  g_free (wording->key);
  g_free (wording->text);
  wording->key = g_strdup ("contract");
  wording->text = g_strconcat ("期限三年。工作内容、工作地点。工作时间、休息休假。劳动报酬。社会保险。劳动保护、劳动条件、职业危害。", last, NULL);
  g_ptr_array_add (scheme->wordings, wording);
}

static void
make_contract_whole (KpScheme *scheme)
{
  add_contract (scheme, "");
}

static void
make_contract_void (KpScheme *scheme)
{
  add_contract (scheme, "服务不满三年的，支付违约金一万元。");
}

static void
make_contract_short (KpScheme *scheme)
{
  KpSchemeWording *wording;

  add_contract (scheme, "");
  wording = g_ptr_array_index (scheme->wordings, 0);
  *strstr (wording->text, "劳动报酬") = '\0';
}

typedef struct
{
  const char *name;
  void (*change) (KpScheme *scheme);
  const char *path; /* NULL = nothing of grades or conversion is wrong */
} Row;

static const Row rows[] = {
  { "labour-law-48-equal", make_minimum_equal, NULL },
  { "labour-law-48-a-fen-less", make_minimum_higher, "grades.pay[0].amount" },
  { "amount-on-the-first-day", make_pay_on_the_day, NULL },
  { "amount-a-day-late", make_pay_a_day_late, "posts[0].grade_sequence" },
  { "amount-twice", make_pay_twice, "grades.pay[1]" },
  { "grade-of-no-sequence", make_grade_of_nothing, "grades.pay[2]" },
  { "part-of-a-fen", make_part_of_a_fen, "grades.pay[2]" },
  { "sequence-unknown", make_sequence_unknown, "posts[0].grade_sequence" },
  { "exam-interview", make_interview_only, NULL },
  { "exam-assessment", make_assessment, NULL },
  { "exam-said-otherwise", make_assessment_said_written, "posts[0].total" },
  { "contract-law-17-whole", make_contract_whole, NULL },
  { "contract-law-17-no-pay", make_contract_short, "wordings" },
  { "contract-law-25-penalty", make_contract_void, "wordings" },
  { "age-lower-by-decision", make_age_lower_by_decision, "conversion.max_age_decided" },
};

static gboolean
is_ours (const KpSchemeProblem *problem)
{
  return g_str_has_prefix (problem->path, "grades.") || g_str_has_prefix (problem->path, "conversion.") ||
         g_str_equal (problem->path, "posts[0].grade_sequence") || g_str_equal (problem->path, "wordings") ||
         (g_str_equal (problem->path, "posts[0].total") && strstr (problem->message, "onversion") != NULL);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (KpScheme) scheme = make_scheme ();
  g_autoptr (GPtrArray) problems = NULL;
  const char *found = NULL;

  row->change (scheme);
  problems = kp_scheme_check (scheme);
  for (guint i = 0; i < problems->len && found == NULL; i++)
    {
      const KpSchemeProblem *problem = g_ptr_array_index (problems, i);

      found = is_ours (problem) ? problem->path : NULL;
    }
  g_assert_cmpstr (found, ==, row->path);
}

/* Of two certificates the one with the higher allowance; a degree stands for its years. */
static void
test_values (void)
{
  static const char *const certificates[] = { "助理社会工作师", "社会工作师", NULL };
  g_autoptr (KpScheme) scheme = make_scheme ();
  KpGradeSequence sequence;
  gint64 fen = 0;

  for (guint i = 0; i < 2; i++)
    {
      KpSchemeAllowance *allowance = kp_scheme_allowance_new ();

      *allowance = (KpSchemeAllowance){ g_strdup (certificates[i]), KP_MARK (100 + 200 * i, 5000) };
      g_ptr_array_add (scheme->grades.allowances, allowance);
    }
  kp_scheme_make_sequence (kp_scheme_get_sequence (scheme, "一般"), &sequence);
  g_assert_cmpuint (sequence.n_educations, ==, 1);
  g_assert_cmpuint (sequence.step_months, ==, 36);
  g_assert_cmpint (kp_scheme_get_allowance (scheme, certificates), ==, 30050);
  g_assert_cmpint (kp_scheme_get_allowance (scheme, NULL), ==, 0);
  g_assert_true (kp_scheme_find_pay (scheme, "一般", 2, FIRST_DAY, &fen));
  g_assert_cmpint (fen, ==, 420000);
  g_assert_false (kp_scheme_find_pay (scheme, "一般", 2, kp_date_make (2025, 12, 31), &fen));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/scheme-grades/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/rules/scheme-grades/values", test_values);
  return g_test_run ();
}
