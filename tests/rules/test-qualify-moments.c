/* test-qualify-moments.c – requirements of some people only, at three moments, and what persons decided of them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-qualify.h"
#include "kp-test.h"

#include <string.h>
#include <time.h>

#define MET KP_VERDICT_MET
#define UNMET KP_VERDICT_UNMET
#define PAPER KP_VERDICT_NEEDS_PAPER
#define HAND KP_VERDICT_BY_HAND
#define NOT_APPLICABLE KP_VERDICT_NOT_APPLICABLE

/* A leaf that gives the verdict for somebody who states a sex only. */
static KpCondition *
make_verdict (KpVerdict verdict)
{
  KpCondition *condition;

  if (verdict == HAND)
    return kp_condition_new (KP_CONDITION_BY_HAND);
  if (verdict == PAPER)
    return kp_condition_new (KP_CONDITION_GRADUATED);

  condition = kp_condition_new (KP_CONDITION_SEX_IN);
  condition->words = g_strsplit (verdict == MET ? "女" : "男", ",", -1);

  return condition;
}

static KpRequirement *
add_requirement (KpScheme    *scheme,
                 const char  *id,
                 KpCondition *condition)
{
  KpRequirement *requirement = kp_requirement_new ();

  requirement->id = g_strdup (id);
  requirement->label = g_strdup (id);
  requirement->clause = g_strdup ("");
  requirement->text = g_strdup ("");
  requirement->reason = g_strdup ("R99");
  requirement->condition = condition;
  g_ptr_array_add (scheme->requirements, requirement);

  return requirement;
}

static KpSchemePost *
add_post (KpScheme   *scheme,
          const char *code)
{
  KpSchemePost *post = kp_scheme_post_new ();

  post->code = g_strdup (code);
  g_ptr_array_add (scheme->posts, post);

  return post;
}

static KpFinding *
get_finding (const GPtrArray *findings,
             const char      *id)
{
  for (guint i = 0; i < findings->len; i++)
    {
      KpFinding *finding = g_ptr_array_index (findings, i);

      if (strcmp (finding->requirement, id) == 0)
        return finding;
    }

  return NULL;
}

typedef struct
{
  const char *name;
  KpVerdict   when;
  KpVerdict   condition;
  KpVerdict   expected;
} WhenCase;

static const WhenCase when_cases[] = {
  { "asked-met", MET, MET, MET },
  { "asked-unmet", MET, UNMET, UNMET },
  { "asked-paper", MET, PAPER, PAPER },
  { "asked-hand", MET, HAND, HAND },
  { "not-asked-met", UNMET, MET, NOT_APPLICABLE },
  { "not-asked-unmet", UNMET, UNMET, NOT_APPLICABLE },
  { "not-asked-paper", UNMET, PAPER, NOT_APPLICABLE },
  { "perhaps-asked-met", PAPER, MET, MET },
  { "perhaps-asked-unmet", PAPER, UNMET, PAPER },
  { "perhaps-asked-hand", PAPER, HAND, PAPER },
  { "judged-asked-met", HAND, MET, MET },
  { "judged-asked-unmet", HAND, UNMET, HAND },
  { "judged-asked-paper", HAND, PAPER, PAPER },
};

static void
test_when (gconstpointer data)
{
  const WhenCase       *c = data;
  g_autoptr (KpScheme)  scheme = kp_scheme_new ();
  KpSchemePost         *post = add_post (scheme, "A01");
  KpRequirement        *requirement = add_requirement (scheme, "one", make_verdict (c->condition));
  KpCandidateFacts      facts = { .sex = "女" };
  g_autoptr (GPtrArray) findings = NULL;
  const KpFinding      *finding;

  requirement->when = make_verdict (c->when);
  findings = kp_qualify_decide (scheme, post, &facts);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpint (finding->verdict, ==, c->expected);
  g_assert_cmpint (finding->computed, ==, c->expected);
  if (c->expected == NOT_APPLICABLE)
    g_assert_cmpstr (finding->sentence, ==, "one：不属于本项要求的对象。");
  g_assert_cmpint (kp_qualify_decide_outcome (scheme, post, &facts, KP_CHECK_REVIEW, NULL, 0), ==,
                   kp_qualify_derive_outcome (findings));
}

typedef struct
{
  const char *name;
  KpVerdict   computed;
  KpVerdict   judged; /* NOT_APPLICABLE = nobody decided */
  const char *note;
  KpVerdict   expected;
  const char *sentence; /* its end */
} JudgedCase;

static const JudgedCase judged_cases[] = {
  { "nobody-hand", HAND, NOT_APPLICABLE, NULL, HAND, "one：须由审查人员核实（）。" },
  { "hand-met", HAND, MET, "面谈", MET, "one：经审查人员核实，符合要求：面谈。" },
  { "hand-unmet", HAND, UNMET, NULL, UNMET, "one：经审查人员核实，不符合要求。" },
  { "paper-met", PAPER, MET, "毕业证", MET, "one：经审查人员核实，符合要求：毕业证。" },
  { "paper-unmet", PAPER, UNMET, NULL, UNMET, "one：经审查人员核实，不符合要求。" },
  { "met-met", MET, MET, NULL, MET, "one：符合要求。" },
  { "met-unmet", MET, UNMET, "材料不实", UNMET, "one：按报名信息符合要求（性别：女），经审查人员认定不符合要求：材料不实。" },
  { "unmet-met", UNMET, MET, "党工委决议", MET, "one：按报名信息不符合要求（性别：女），经审查人员认定符合要求：党工委决议。" },
  { "unmet-unmet", UNMET, UNMET, NULL, UNMET, "不符合公告规定的其他条件。公告要求：性别为男；报名信息为：性别：女。" },
};

static void
test_judged (gconstpointer data)
{
  const JudgedCase     *c = data;
  g_autoptr (KpScheme)  scheme = kp_scheme_new ();
  KpSchemePost         *post = add_post (scheme, "A01");
  KpCandidateFacts      facts = { .sex = "女" };
  KpJudged              judged[] = { { "other", UNMET, NULL, NULL }, { "one", c->judged, NULL, c->note } };
  g_autoptr (GPtrArray) findings = NULL;
  const KpFinding      *finding;

  add_requirement (scheme, "one", make_verdict (c->computed));
  findings = kp_qualify_decide_at (scheme, post, &facts, KP_CHECK_REVIEW, judged, 2);
  finding = g_ptr_array_index (findings, 0);
  g_assert_cmpint (finding->verdict, ==, c->expected);
  g_assert_cmpint (finding->computed, ==, c->computed);
  g_assert_cmpint (finding->is_judged, ==, c->judged != NOT_APPLICABLE);
  g_assert_cmpstr (finding->sentence, ==, c->sentence);
  g_assert_cmpint (finding->reason != NULL, ==, c->expected == UNMET || c->expected == PAPER);
  g_assert_cmpint (kp_qualify_decide_outcome (scheme, post, &facts, KP_CHECK_REVIEW, judged, 2), ==,
                   kp_qualify_derive_outcome (findings));
}

/* What a post waives nobody can make a demand again; who decided is named where it is known. */
static void
test_judged_of_nothing (void)
{
  g_autoptr (KpScheme)  scheme = kp_scheme_new ();
  KpSchemePost         *post = add_post (scheme, "A01");
  KpCandidateFacts      facts = { .sex = "女" };
  KpJudged              judged[] = { { "waived", UNMET, NULL, NULL }, { "hand", MET, "李四", NULL } };
  g_autoptr (GPtrArray) findings = NULL;

  add_requirement (scheme, "waived", NULL);
  add_requirement (scheme, "hand", make_verdict (HAND));
  findings = kp_qualify_decide_at (scheme, post, &facts, KP_CHECK_REVIEW, judged, 2);
  g_assert_cmpint (get_finding (findings, "waived")->verdict, ==, NOT_APPLICABLE);
  g_assert_false (get_finding (findings, "waived")->is_judged);
  g_assert_cmpstr (get_finding (findings, "waived")->sentence, ==, "waived：本岗位不作要求。");
  g_assert_cmpstr (get_finding (findings, "hand")->sentence, ==, "hand：经李四核实，符合要求。");
}

static void
test_moments (void)
{
  static const KpCheck  moments[] = { KP_CHECK_REVIEW, KP_CHECK_RECHECK, KP_CHECK_BACKGROUND };
  static const char    *expected[] = { "always review", "always originals late", "always conduct late" };
  static const KpReviewOutcome outcomes[] = { KP_REVIEW_PASS, KP_REVIEW_MORE, KP_REVIEW_FAIL };
  g_autoptr (KpScheme)  scheme = kp_scheme_new ();
  KpSchemePost         *post = add_post (scheme, "A01");
  KpCandidateFacts      facts = { .sex = "女" };

  add_requirement (scheme, "always", make_verdict (MET))->checked = KP_CHECK_REVIEW | KP_CHECK_RECHECK | KP_CHECK_BACKGROUND;
  add_requirement (scheme, "review", make_verdict (MET));
  add_requirement (scheme, "originals", make_verdict (PAPER))->checked = KP_CHECK_RECHECK;
  add_requirement (scheme, "conduct", make_verdict (UNMET))->checked = KP_CHECK_BACKGROUND;
  add_requirement (scheme, "late", make_verdict (MET))->checked = KP_CHECK_RECHECK | KP_CHECK_BACKGROUND;
  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (GPtrArray) findings = kp_qualify_decide_at (scheme, post, &facts, moments[i], NULL, 0);
      g_autoptr (GString)   ids = g_string_new (NULL);

      for (guint j = 0; j < findings->len; j++)
        g_string_append_printf (ids, "%s%s", j > 0 ? " " : "",
                                ((const KpFinding *) g_ptr_array_index (findings, j))->requirement);
      g_assert_cmpstr (ids->str, ==, expected[i]);
      g_assert_cmpint (kp_qualify_derive_outcome (findings), ==, outcomes[i]);
      g_assert_cmpint (kp_qualify_decide_outcome (scheme, post, &facts, moments[i], NULL, 0), ==, outcomes[i]);
    }
}

/* The paper is asked for by its name: the relaxation's where one may apply, else the requirement's. */
static void
test_proof (void)
{
  g_autoptr (KpScheme)  scheme = kp_scheme_new ();
  KpSchemePost         *post = add_post (scheme, "A01");
  KpRelaxation         *relaxation = kp_relaxation_new ();
  KpCandidateFacts      facts = { .sex = "女" };
  g_autoptr (GPtrArray) findings = NULL;
  const KpFinding      *finding;

  add_requirement (scheme, "school", make_verdict (PAPER))->proof = g_strdup ("毕业证");
  add_requirement (scheme, "age", make_verdict (UNMET))->proof = g_strdup ("身份证");
  relaxation->id = g_strdup ("veteran");
  relaxation->label = g_strdup ("退役军人");
  relaxation->clause = g_strdup ("二（三）1");
  relaxation->proof = g_strdup ("退役证");
  relaxation->relaxes = g_strdup ("age");
  relaxation->group = kp_condition_new (KP_CONDITION_VETERAN);
  relaxation->bound = make_verdict (MET);
  g_ptr_array_add (scheme->relaxations, relaxation);

  findings = kp_qualify_decide (scheme, post, &facts);
  finding = get_finding (findings, "school");
  g_assert_cmpstr (finding->proof, ==, "毕业证");
  g_assert_cmpstr (finding->sentence, ==, "school：请提供毕业证（毕业时间：未填写）。");
  finding = get_finding (findings, "age");
  g_assert_cmpint (finding->verdict, ==, PAPER);
  g_assert_cmpstr (finding->proof, ==, "退役证");
  g_assert_cmpstr (finding->clause, ==, "二（三）1");
  g_assert_cmpstr (finding->sentence, ==, "age：请提供退役证（性别：女；退役军人：未填写）。");
}

/* Sixteen requirements of all shapes, a post that replaces, waives and adds, relaxations, declared facts. */
static KpScheme *
make_county (void)
{
  static const char *const ids[] = { "birth", "sex", "political", "graduated", "residence", "major" };
  KpScheme                *scheme = kp_scheme_new ();
  KpSchemePost            *post;
  KpFactDef               *def = kp_fact_def_new ();
  KpCondition             *is = kp_condition_new (KP_CONDITION_IS);
  KpCondition             *except = kp_condition_new (KP_CONDITION_EXCEPT);

  def->id = g_strdup ("barred");
  def->label = g_strdup ("不得报考");
  g_ptr_array_add (scheme->facts, def);
  is->fact = g_strdup ("barred");
  g_ptr_array_add (except->parts, is);
  add_requirement (scheme, "barred", except);
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      KpCondition  *any = kp_condition_new (KP_CONDITION_ANY_OF);
      KpCondition  *dated = kp_condition_new (KP_CONDITION_BORN);
      KpRelaxation *relaxation = kp_relaxation_new ();

      dated->from = (KpDate) { (gint16) (1980 + 2 * i), 1, 1 };
      g_ptr_array_add (any->parts, make_verdict (i % 2 == 0 ? UNMET : MET));
      g_ptr_array_add (any->parts, dated);
      add_requirement (scheme, ids[i], any);
      relaxation->id = g_strdup (ids[i]);
      relaxation->label = g_strdup (ids[i]);
      relaxation->relaxes = g_strdup (ids[i]);
      relaxation->group = kp_condition_new (i % 2 == 0 ? KP_CONDITION_VETERAN : KP_CONDITION_GRID_STAFF);
      relaxation->bound = kp_condition_new (i == 4 ? KP_CONDITION_BY_HAND : KP_CONDITION_VETERAN);
      g_ptr_array_add (scheme->relaxations, relaxation);
    }
  add_post (scheme, "A01");
  post = add_post (scheme, "B01");
  for (gsize i = 0; i < 3; i++)
    {
      add_requirement (scheme, i == 0 ? "sex" : i == 1 ? "birth" : "own", i == 1 ? NULL : make_verdict (i == 0 ? PAPER : MET));
      g_ptr_array_add (post->requirements,
                       g_ptr_array_steal_index (scheme->requirements, scheme->requirements->len - 1));
    }

  return scheme;
}

static KpCandidateFacts
make_person (GRand       *dice,
             KpFactTable *table)
{
  KpCandidateFacts facts = { .declared = table };

  facts.sex = g_rand_int_range (dice, 0, 2) == 0 ? "女" : "男";
  if (g_rand_int_range (dice, 0, 8) > 0)
    facts.birth = kp_date_make (g_rand_int_range (dice, 1975, 2005), 1, 1);
  facts.is_veteran = (KpTruth) g_rand_int_range (dice, 0, 3);
  facts.is_grid_staff = (KpTruth) g_rand_int_range (dice, 0, 3);
  kp_fact_table_set_truth (table, "barred", g_rand_int_range (dice, 0, 10) == 0 ? KP_TRUTH_YES : KP_TRUTH_NO);

  return facts;
}

/* The short way gives what the long one derives, whoever applies. */
static void
test_outcome_is_the_derived_one (void)
{
  g_autoptr (KpScheme) scheme = make_county ();
  g_autoptr (GRand)    dice = g_rand_new_with_seed (20260302);
  guint                seen[4] = { 0 };

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (KpFactTable) table = kp_fact_table_new (scheme->facts);
      KpCandidateFacts        facts = make_person (dice, table);
      const KpSchemePost     *post = g_ptr_array_index (scheme->posts, i % 2);
      KpJudged                judged = { "residence", i % 3 == 0 ? MET : UNMET, NULL, NULL };
      guint                   n_judged = i % 5 == 0 ? 1 : 0;
      g_autoptr (GPtrArray)   findings = kp_qualify_decide_at (scheme, post, &facts, KP_CHECK_REVIEW, &judged, n_judged);
      KpReviewOutcome         outcome = kp_qualify_decide_outcome (scheme, post, &facts, KP_CHECK_REVIEW, &judged, n_judged);

      g_assert_cmpint (outcome, ==, kp_qualify_derive_outcome (findings));
      seen[outcome]++;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (seen); i++)
    g_assert_cmpuint (seen[i], >, 0);
}

static void
test_hundred_thousand (void)
{
  g_autoptr (KpScheme)    scheme = make_county ();
  g_autoptr (GRand)       dice = g_rand_new_with_seed (1);
  g_autoptr (KpFactTable) table = kp_fact_table_new (scheme->facts);
  guint                   n_passed = 0;
  clock_t                 begin = clock ();

  for (guint i = 0; i < 100000; i++)
    {
      KpCandidateFacts facts = make_person (dice, table);

      n_passed += kp_qualify_decide_outcome (scheme, g_ptr_array_index (scheme->posts, i % 2), &facts, KP_CHECK_REVIEW, NULL,
                                             0)
                  == KP_REVIEW_PASS;
    }
  g_assert_cmpuint (n_passed, >, 0);
  if (kp_test_may_measure ())
    g_assert_cmpint (clock () - begin, <, CLOCKS_PER_SEC);
}

static void
test_names (void)
{
  static const char *const names[] = { "review", "recheck", "background" };
  static const char *const chinese[] = { "资格审查", "资格复审", "考察" };
  static const char *const outcomes[] = { "pass", "fail", "more", "pending" };

  for (guint i = 0; i < KP_N_CHECKS; i++)
    {
      KpCheck check = KP_CHECK_REVIEW;

      g_assert_cmpstr (kp_check_get_name ((KpCheck) (1u << i)), ==, names[i]);
      g_assert_cmpstr (kp_check_get_chinese ((KpCheck) (1u << i)), ==, chinese[i]);
      g_assert_true (kp_check_parse (names[i], &check));
      g_assert_cmpuint (check, ==, 1u << i);
    }
  g_assert_false (kp_check_parse ("interview", &(KpCheck) { KP_CHECK_REVIEW }));
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      KpReviewOutcome outcome = KP_REVIEW_PASS;

      g_assert_true (kp_review_outcome_parse (outcomes[i], &outcome));
      g_assert_cmpuint (outcome, ==, i);
    }
  g_assert_false (kp_review_outcome_parse (NULL, &(KpReviewOutcome) { KP_REVIEW_PASS }));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (when_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/qualify-moments/when/", when_cases[i].name, NULL);

      g_test_add_data_func (path, &when_cases[i], test_when);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (judged_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/qualify-moments/judged/", judged_cases[i].name, NULL);

      g_test_add_data_func (path, &judged_cases[i], test_judged);
    }
  g_test_add_func ("/rules/qualify-moments/judged-of-nothing", test_judged_of_nothing);
  g_test_add_func ("/rules/qualify-moments/moments", test_moments);
  g_test_add_func ("/rules/qualify-moments/proof", test_proof);
  g_test_add_func ("/rules/qualify-moments/outcome-is-the-derived-one", test_outcome_is_the_derived_one);
  g_test_add_func ("/rules/qualify-moments/hundred-thousand", test_hundred_thousand);
  g_test_add_func ("/rules/qualify-moments/names", test_names);

  return g_test_run ();
}
