/* test-qualify.c – findings for each requirement, replaced and waived ones, relaxations, the derived outcome.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-qualify.h"

#include <string.h>

#define MET KP_VERDICT_MET
#define UNMET KP_VERDICT_UNMET
#define PAPER KP_VERDICT_NEEDS_PAPER
#define HAND KP_VERDICT_BY_HAND
#define WAIVED KP_VERDICT_NOT_APPLICABLE

static KpCondition *
make_born (gint  year,
           guint month,
           guint day)
{
  KpCondition *condition = kp_condition_new (KP_CONDITION_BORN);

  condition->from = (KpDate) { (gint16) year, (guint8) month, (guint8) day };
  condition->to = (KpDate) { 2008, 3, 2 };

  return condition;
}

static KpCondition *
make_words (KpConditionKind kind,
            const char     *words)
{
  KpCondition *condition = kp_condition_new (kind);

  condition->words = g_strsplit (words, " ", -1);

  return condition;
}

static KpRequirement *
make_requirement (const char  *id,
                  const char  *label,
                  const char  *reason,
                  KpCondition *condition)
{
  KpRequirement *requirement = kp_requirement_new ();

  requirement->id = g_strdup (id);
  requirement->label = g_strdup (label);
  requirement->clause = g_strdup_printf ("clause-%s", id);
  requirement->text = g_strdup ("");
  requirement->reason = g_strdup (reason);
  requirement->condition = condition;

  return requirement;
}

static void
add_relaxation (KpScheme    *scheme,
                const char  *id,
                KpCondition *group,
                KpCondition *bound)
{
  KpRelaxation *relaxation = kp_relaxation_new ();

  relaxation->id = g_strdup (id);
  relaxation->label = g_strdup (id);
  relaxation->clause = g_strdup_printf ("relaxed-%s", id);
  relaxation->text = g_strdup ("");
  relaxation->relaxes = g_strdup ("age");
  relaxation->group = group;
  relaxation->bound = bound;
  g_ptr_array_add (scheme->relaxations, relaxation);
}

static KpSchemePost *
add_post (KpScheme      *scheme,
          const char    *code,
          KpRequirement *own)
{
  KpSchemePost *post = kp_scheme_post_new ();

  post->code = g_strdup (code);
  if (own != NULL)
    g_ptr_array_add (post->requirements, own);
  g_ptr_array_add (scheme->posts, post);

  return post;
}

/* Born from 1985-03-02; certificate holders from 1983-03-02, veterans from 1980-03-02; 大专. */
static KpScheme *
make_scheme (void)
{
  KpScheme *scheme = kp_scheme_new ();

  g_ptr_array_add (scheme->requirements, make_requirement ("age", "年龄", "R01", make_born (1985, 3, 2)));
  g_ptr_array_add (scheme->requirements,
                   make_requirement ("education", "学历", "R02",
                                     make_words (KP_CONDITION_EDUCATION_AT_LEAST, "大专")));
  add_relaxation (scheme, "certificate", make_words (KP_CONDITION_CERTIFICATE_AT_LEAST, "助理社会工作师"),
                  make_born (1983, 3, 2));
  add_relaxation (scheme, "veteran", kp_condition_new (KP_CONDITION_VETERAN), make_born (1980, 3, 2));
  add_post (scheme, "A01", NULL);
  add_post (scheme, "A02",
            make_requirement ("party", "政治面貌", "R15", make_words (KP_CONDITION_POLITICAL_IN, "中共党员 中共预备党员")));
  add_post (scheme, "C01",
            make_requirement ("education", "学历", "R02", make_words (KP_CONDITION_EDUCATION_AT_LEAST, "高中")));
  add_post (scheme, "H01", make_requirement ("education", "学历", "R02", NULL));
  add_post (scheme, "M01", make_requirement ("major", "专业", "R03", make_words (KP_CONDITION_MAJOR_IN, "社会工作")));

  return scheme;
}

#define CLAIMS_NONE .certificate = "", .is_veteran = KP_TRUTH_NO

typedef struct
{
  const char      *name;
  const char      *post;
  KpCandidateFacts facts;
  KpVerdict        age;
  const char      *relaxation;
  KpVerdict        last; /* of the last requirement */
  KpReviewOutcome  outcome;
} QualifyCase;

static const QualifyCase cases[] = {
  { "all-met", "A01", { .birth = { 1990, 1, 1 }, .education = "本科", CLAIMS_NONE }, MET, NULL, MET, KP_REVIEW_PASS },
  { "first-day", "A01", { .birth = { 1985, 3, 2 }, .education = "大专", CLAIMS_NONE }, MET, NULL, MET, KP_REVIEW_PASS },
  { "day-too-old", "A01", { .birth = { 1985, 3, 1 }, .education = "大专", CLAIMS_NONE }, UNMET, NULL, MET,
    KP_REVIEW_FAIL },
  { "both-unmet", "A01", { .birth = { 1970, 1, 1 }, .education = "高中", CLAIMS_NONE }, UNMET, NULL, UNMET,
    KP_REVIEW_FAIL },
  { "veteran-relaxed", "A01",
    { .birth = { 1980, 3, 2 }, .education = "大专", .certificate = "", .is_veteran = KP_TRUTH_YES }, MET, "veteran", MET,
    KP_REVIEW_PASS },
  { "veteran-day-too-old", "A01",
    { .birth = { 1980, 3, 1 }, .education = "大专", .certificate = "", .is_veteran = KP_TRUTH_YES }, UNMET, NULL, MET,
    KP_REVIEW_FAIL },
  { "veteran-too-young-isnt-relaxed", "A01",
    { .birth = { 2008, 3, 3 }, .education = "大专", .certificate = "", .is_veteran = KP_TRUTH_YES }, UNMET, NULL, MET,
    KP_REVIEW_FAIL },
  { "no-need-no-relaxation", "A01",
    { .birth = { 1990, 1, 1 }, .education = "大专", .certificate = "", .is_veteran = KP_TRUTH_YES }, MET, NULL, MET,
    KP_REVIEW_PASS },
  { "certificate-relaxed", "A01",
    { .birth = { 1983, 3, 2 }, .education = "大专", .certificate = "社会工作师", .is_veteran = KP_TRUTH_NO }, MET,
    "certificate", MET, KP_REVIEW_PASS },
  { "certificate-not-so-far", "A01",
    { .birth = { 1983, 3, 1 }, .education = "大专", .certificate = "社会工作师", .is_veteran = KP_TRUTH_NO }, UNMET, NULL,
    MET, KP_REVIEW_FAIL },
  { "most-favourable-of-two", "A01",
    { .birth = { 1984, 1, 1 }, .education = "大专", .certificate = "社会工作师", .is_veteran = KP_TRUTH_YES }, MET,
    "veteran", MET, KP_REVIEW_PASS },
  /* Two years by the certificate and five as a veteran are not seven. */
  { "relaxations-don't-add-up", "A01",
    { .birth = { 1980, 3, 1 }, .education = "大专", .certificate = "社会工作师", .is_veteran = KP_TRUTH_YES }, UNMET, NULL,
    MET, KP_REVIEW_FAIL },
  { "best-of-two-at-its-bound", "A01",
    { .birth = { 1980, 3, 2 }, .education = "大专", .certificate = "社会工作师", .is_veteran = KP_TRUTH_YES }, MET,
    "veteran", MET, KP_REVIEW_PASS },
  { "sure-one-before-perhaps", "A01", { .birth = { 1984, 1, 1 }, .education = "大专", .certificate = "社会工作师" }, MET,
    "certificate", MET, KP_REVIEW_PASS },
  { "perhaps-relaxed", "A01", { .birth = { 1982, 1, 1 }, .education = "大专", .certificate = "" }, PAPER, "veteran", MET,
    KP_REVIEW_MORE },
  { "never-relaxed-so-far", "A01", { .birth = { 1970, 1, 1 }, .education = "大专" }, UNMET, NULL, MET, KP_REVIEW_FAIL },
  { "birth-unknown", "A01", { .education = "大专", CLAIMS_NONE }, PAPER, NULL, MET, KP_REVIEW_MORE },
  { "birth-unknown-veteran", "A01", { .education = "大专", .certificate = "", .is_veteran = KP_TRUTH_YES }, PAPER, NULL,
    MET, KP_REVIEW_MORE },
  { "unmet-before-paper", "A01", { .education = "高中", CLAIMS_NONE }, PAPER, NULL, UNMET, KP_REVIEW_FAIL },
  { "education-unknown", "A01", { .birth = { 1990, 1, 1 }, CLAIMS_NONE }, MET, NULL, PAPER, KP_REVIEW_MORE },
  { "own-requirement-met", "A02",
    { .birth = { 1990, 1, 1 }, .education = "本科", .political = "中共预备党员", CLAIMS_NONE }, MET, NULL, MET,
    KP_REVIEW_PASS },
  { "own-requirement-unmet", "A02",
    { .birth = { 1990, 1, 1 }, .education = "本科", .political = "群众", CLAIMS_NONE }, MET, NULL, UNMET, KP_REVIEW_FAIL },
  { "replaced-is-easier", "C01", { .birth = { 1990, 1, 1 }, .education = "高中", CLAIMS_NONE }, MET, NULL, MET,
    KP_REVIEW_PASS },
  { "replaced-still-asks", "C01", { .birth = { 1990, 1, 1 }, .education = "初中", CLAIMS_NONE }, MET, NULL, UNMET,
    KP_REVIEW_FAIL },
  { "waived", "H01", { .birth = { 1990, 1, 1 }, CLAIMS_NONE }, MET, NULL, WAIVED, KP_REVIEW_PASS },
  { "person-must-look", "M01",
    { .birth = { 1990, 1, 1 }, .education = "本科", .major = "法学", CLAIMS_NONE }, MET, NULL, HAND, KP_REVIEW_PENDING },
  { "paper-before-person", "M01", { .education = "本科", .major = "法学", CLAIMS_NONE }, PAPER, NULL, HAND,
    KP_REVIEW_MORE },
};

static void
test_case (gconstpointer data)
{
  const QualifyCase    *c = data;
  g_autoptr (KpScheme)  scheme = make_scheme ();
  g_autoptr (GPtrArray) findings = kp_qualify_decide (scheme, kp_scheme_get_post (scheme, c->post), &c->facts);
  const KpFinding      *age = g_ptr_array_index (findings, 0);
  const KpFinding      *last = g_ptr_array_index (findings, findings->len - 1);

  g_assert_cmpstr (age->requirement, ==, "age");
  g_assert_cmpint (age->verdict, ==, c->age);
  g_assert_cmpstr (age->relaxation, ==, c->relaxation);
  g_assert_cmpint (last->verdict, ==, c->last);
  g_assert_cmpint (kp_qualify_derive_outcome (findings), ==, c->outcome);

  for (guint i = 0; i < findings->len; i++)
    {
      const KpFinding *finding = g_ptr_array_index (findings, i);

      g_assert_cmpuint (strlen (finding->sentence), >, 0);
      g_assert_cmpint (finding->reason != NULL, ==, finding->verdict == UNMET || finding->verdict == PAPER);
    }
}

/* Two relaxations of one bound: the notice's order names the one that counts, whatever comes after it. */
static void
test_equal_relaxations (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (KpScheme)  scheme = make_scheme ();
      KpCandidateFacts      facts = { .birth = { 1981, 1, 1 }, .education = "大专", .certificate = "社会工作师",
                                      .is_veteran = KP_TRUTH_YES };
      g_autoptr (GPtrArray) findings = NULL;

      g_ptr_array_set_size (scheme->relaxations, 0);
      add_relaxation (scheme, i == 0 ? "one" : "two", kp_condition_new (KP_CONDITION_VETERAN), make_born (1980, 3, 2));
      add_relaxation (scheme, i == 0 ? "two" : "one", make_words (KP_CONDITION_CERTIFICATE_AT_LEAST, "社会工作师"),
                      make_born (1980, 3, 2));
      findings = kp_qualify_decide (scheme, kp_scheme_get_post (scheme, "A01"), &facts);
      g_assert_cmpstr (((KpFinding *) g_ptr_array_index (findings, 0))->relaxation, ==, i == 0 ? "one" : "two");
    }
}

static void
test_sentences (void)
{
  g_autoptr (KpScheme)  scheme = make_scheme ();
  KpCandidateFacts      facts = { .birth = { 1984, 5, 5 }, .education = "高中", CLAIMS_NONE };
  g_autoptr (GPtrArray) findings = kp_qualify_decide (scheme, kp_scheme_get_post (scheme, "A01"), &facts);
  const KpFinding      *age = g_ptr_array_index (findings, 0);
  const KpFinding      *education = g_ptr_array_index (findings, 1);

  g_assert_cmpstr (age->reason, ==, "R01");
  g_assert_cmpstr (age->clause, ==, "clause-age");
  g_assert_cmpstr (age->values, ==, "出生日期：1984-05-05");
  g_assert_cmpstr (age->sentence, ==,
                   "年龄不符合岗位要求。公告要求：1985年3月2日至2008年3月2日期间出生（含首尾两日）；"
                   "报名信息为：出生日期：1984-05-05。");
  g_assert_cmpstr (education->reason, ==, "R02");
  g_assert_cmpstr (education->sentence, ==,
                   "学历（学位）不符合岗位要求。公告要求：大专及以上学历；报名信息为：学历：高中。");
}

static void
test_relaxed_sentence (void)
{
  g_autoptr (KpScheme)  scheme = make_scheme ();
  KpCandidateFacts      facts = { .birth = { 1981, 1, 1 }, .education = "大专", .is_veteran = KP_TRUTH_YES };
  g_autoptr (GPtrArray) findings = kp_qualify_decide (scheme, kp_scheme_get_post (scheme, "A01"), &facts);
  const KpFinding      *age = g_ptr_array_index (findings, 0);

  g_assert_cmpstr (age->clause, ==, "relaxed-veteran");
  g_assert_cmpstr (age->sentence, ==, "年龄：按“veteran”放宽条件符合要求。");
  g_assert_cmpstr (age->values, ==, "出生日期：1981-01-01；退役军人：是");
}

static void
test_own_refusal (void)
{
  g_autoptr (KpScheme)  scheme = make_scheme ();
  KpRequirement        *requirement = g_ptr_array_index (scheme->requirements, 0);
  KpCandidateFacts      facts = { .birth = { 1970, 5, 5 }, .education = "高中", CLAIMS_NONE };
  g_autoptr (GPtrArray) findings = NULL;
  const KpFinding      *age;

  requirement->refusal = g_strdup ("超过年龄上限");
  g_free (requirement->text);
  requirement->text = g_strdup ("40周岁以下。");
  findings = kp_qualify_decide (scheme, kp_scheme_get_post (scheme, "A01"), &facts);
  age = g_ptr_array_index (findings, 0);
  g_assert_cmpstr (age->sentence, ==, "超过年龄上限。公告要求：40周岁以下；报名信息为：出生日期：1970-05-05。");
}

static void
test_order_of_relaxations (void)
{
  g_autoptr (KpScheme)  scheme = make_scheme ();
  KpCandidateFacts      facts = { .birth = { 1984, 1, 1 }, .education = "大专", .certificate = "社会工作师",
                                  .is_veteran = KP_TRUTH_YES };
  gpointer              first = scheme->relaxations->pdata[0];
  g_autoptr (GPtrArray) findings = NULL;
  const KpFinding      *age;

  scheme->relaxations->pdata[0] = scheme->relaxations->pdata[1];
  scheme->relaxations->pdata[1] = first;
  findings = kp_qualify_decide (scheme, kp_scheme_get_post (scheme, "A01"), &facts);
  age = g_ptr_array_index (findings, 0);
  g_assert_cmpstr (age->relaxation, ==, "veteran");
}

/* A post's own 30 years stay 30 for veterans, until the post says that the relaxations count there, too. */
static void
test_own_isnt_relaxed (void)
{
  g_autoptr (KpScheme) scheme = make_scheme ();
  KpRequirement       *own = make_requirement ("age", "年龄", "R01", make_born (1995, 3, 2));
  const KpSchemePost  *post = add_post (scheme, "N01", own);
  KpCandidateFacts     facts = { .birth = { 1981, 1, 1 }, .education = "大专", .certificate = "", .is_veteran = KP_TRUTH_YES };

  g_assert_cmpint (kp_qualify_decide_outcome (scheme, kp_scheme_get_post (scheme, "A01"), &facts, KP_CHECK_REVIEW, NULL, 0),
                   ==, KP_REVIEW_PASS);
  g_assert_cmpint (kp_qualify_decide_outcome (scheme, post, &facts, KP_CHECK_REVIEW, NULL, 0), ==, KP_REVIEW_FAIL);
  own->is_relaxed = TRUE;
  g_assert_cmpint (kp_qualify_decide_outcome (scheme, post, &facts, KP_CHECK_REVIEW, NULL, 0), ==, KP_REVIEW_PASS);
}

static void
test_nothing_asked (void)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_assert_cmpint (kp_qualify_derive_outcome (none), ==, KP_REVIEW_PASS);
  g_assert_cmpstr (kp_review_outcome_get_name (KP_REVIEW_MORE), ==, "more");
  g_assert_cmpstr (kp_review_outcome_get_chinese (KP_REVIEW_FAIL), ==, "不合格");
  g_assert_cmpstr (kp_verdict_get_name (WAIVED), ==, "not_applicable");
  g_assert_cmpstr (kp_verdict_get_chinese (HAND), ==, "待核实");
  g_assert_null (kp_reason_get_sentence ("R77"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/qualify/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/rules/qualify/equal-relaxations", test_equal_relaxations);
  g_test_add_func ("/rules/qualify/sentences", test_sentences);
  g_test_add_func ("/rules/qualify/relaxed-sentence", test_relaxed_sentence);
  g_test_add_func ("/rules/qualify/own-refusal", test_own_refusal);
  g_test_add_func ("/rules/qualify/order-of-relaxations-is-nothing", test_order_of_relaxations);
  g_test_add_func ("/rules/qualify/own-isnt-relaxed", test_own_isnt_relaxed);
  g_test_add_func ("/rules/qualify/nothing-asked", test_nothing_asked);

  return g_test_run ();
}
