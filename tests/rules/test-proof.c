/* test-proof.c – what a check of a proof needs, when a claim is late, and what is lost with it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-proof.h"

#include "kp-qualify.h"

#define PAPERS(...) ((const char *const[]) { __VA_ARGS__, NULL })
#define BOTH PAPERS ("退役证", "入伍批准书")
#define BUREAU "县退役军人事务局"
#define TODAY { 2026, 3, 20 }

typedef struct
{
  const char        *name;
  KpProofOutcome     outcome;
  const char *const *papers;
  const char        *source;
  const char        *note;
  KpDate             checked_on;
  KpDate             dated_on;
  KpDate             today; /* none = TODAY */
  KpProofFault       expected;
  const char        *word;
} FaultCase;

/* By 2026-03-15, the certificate of 2026-03-10 at the latest. */
static const FaultCase fault_cases[] = {
  { "no-outcome", KP_PROOF_OPEN, .expected = KP_PROOF_FAULT_NO_OUTCOME },
  { "shown", KP_PROOF_SHOWN, PAPERS ("退役证"), .expected = KP_PROOF_FAULT_NONE },
  { "shown-nothing", KP_PROOF_SHOWN, .expected = KP_PROOF_FAULT_NO_PAPER },
  { "shown-another", KP_PROOF_SHOWN, PAPERS ("优待证"), .expected = KP_PROOF_FAULT_OTHER_PAPER, .word = "优待证" },
  { "confirmed", KP_PROOF_CONFIRMED, BOTH, BUREAU, NULL, TODAY, { 2026, 3, 10 }, .expected = KP_PROOF_FAULT_NONE },
  { "confirmed-one-paper-short", KP_PROOF_CONFIRMED, PAPERS ("退役证"), BUREAU, NULL, TODAY, { 2026, 3, 10 },
    .expected = KP_PROOF_FAULT_FEW_PAPERS, .word = "入伍批准书" },
  { "confirmed-without-paper", KP_PROOF_CONFIRMED, NULL, BUREAU, NULL, TODAY, { 2026, 3, 10 },
    .expected = KP_PROOF_FAULT_FEW_PAPERS, .word = "退役证" },
  { "confirmed-without-source", KP_PROOF_CONFIRMED, BOTH, NULL, NULL, TODAY, { 2026, 3, 10 },
    .expected = KP_PROOF_FAULT_NO_SOURCE },
  { "confirmed-by-another-source", KP_PROOF_CONFIRMED, BOTH, "本人", NULL, TODAY, { 2026, 3, 10 },
    .expected = KP_PROOF_FAULT_OTHER_SOURCE, .word = "本人" },
  { "confirmed-without-day", KP_PROOF_CONFIRMED, BOTH, BUREAU, .dated_on = { 2026, 3, 10 }, .expected = KP_PROOF_FAULT_NO_DAY,
    .word = BUREAU },
  { "confirmed-tomorrow", KP_PROOF_CONFIRMED, BOTH, BUREAU, NULL, { 2026, 3, 21 }, { 2026, 3, 10 },
    .expected = KP_PROOF_FAULT_LATER_DAY, .word = BUREAU },
  { "certificate-day-late", KP_PROOF_CONFIRMED, BOTH, BUREAU, NULL, TODAY, { 2026, 3, 11 },
    .expected = KP_PROOF_FAULT_LATE_DATE, .word = BUREAU },
  { "certificate-day-early", KP_PROOF_CONFIRMED, BOTH, BUREAU, NULL, TODAY, { 2026, 3, 9 }, .expected = KP_PROOF_FAULT_NONE },
  { "certificate-without-day", KP_PROOF_CONFIRMED, BOTH, BUREAU, NULL, TODAY, .expected = KP_PROOF_FAULT_NO_DATE, .word = BUREAU },
  { "certificate-after-the-answer", KP_PROOF_CONFIRMED, BOTH, BUREAU, NULL, { 2026, 3, 8 }, { 2026, 3, 9 },
    .expected = KP_PROOF_FAULT_AFTER_ANSWER, .word = BUREAU },
  { "certificate-on-the-day-of-the-answer", KP_PROOF_CONFIRMED, BOTH, BUREAU, NULL, { 2026, 3, 9 }, { 2026, 3, 9 },
    .expected = KP_PROOF_FAULT_NONE, .word = BUREAU },
  { "certificate-of-tomorrow", KP_PROOF_SHOWN, BOTH, .dated_on = { 2026, 3, 21 }, .expected = KP_PROOF_FAULT_LATER_DAY },
  { "refuted", KP_PROOF_REFUTED, PAPERS ("退役证"), BUREAU, "查无档案", TODAY, .expected = KP_PROOF_FAULT_NONE, .word = BUREAU },
  { "refuted-without-reason", KP_PROOF_REFUTED, PAPERS ("退役证"), BUREAU, "", TODAY, .expected = KP_PROOF_FAULT_NO_REASON,
    .word = BUREAU },
  { "refuted-without-source", KP_PROOF_REFUTED, NULL, "", "查无档案", TODAY, .expected = KP_PROOF_FAULT_NO_SOURCE },
  { "missed-the-day-after", KP_PROOF_MISSED, .today = { 2026, 3, 16 }, .expected = KP_PROOF_FAULT_NONE },
  { "missed-on-the-last-day", KP_PROOF_MISSED, .today = { 2026, 3, 15 }, .expected = KP_PROOF_FAULT_TOO_EARLY },
};

static KpProofDef *
make_def (void)
{
  KpProofDef *def = kp_proof_def_new ();

  def->id = g_strdup ("army");
  def->label = g_strdup ("退役军人身份");
  def->when = kp_condition_new (KP_CONDITION_VETERAN);
  g_ptr_array_add (def->facts, g_strdup ("veteran"));
  g_ptr_array_add (def->papers, g_strdup ("退役证"));
  g_ptr_array_add (def->papers, g_strdup ("入伍批准书"));
  g_ptr_array_add (def->sources, g_strdup (BUREAU));
  def->by = kp_date_make (2026, 3, 15);
  def->dated_by = kp_date_make (2026, 3, 10);
  def->before = KP_PROOF_BEFORE_PUBLICITY;

  return def;
}

static void
test_fault (gconstpointer data)
{
  const FaultCase       *c = data;
  g_autoptr (KpProofDef) def = make_def ();
  const KpProofCheck     check = { c->outcome, c->papers, c->source, c->checked_on, c->dated_on, c->note };
  const KpDate           today = TODAY;
  const char            *word = "";

  g_assert_cmpint (kp_proof_find_fault (def, &check, kp_date_is_none (c->today) ? today : c->today, &word), ==, c->expected);
  if (c->word != NULL && c->expected != KP_PROOF_FAULT_NONE)
    g_assert_cmpstr (word, ==, c->word);
}

static void
test_late (void)
{
  g_autoptr (KpProofDef) def = make_def ();

  g_assert_false (kp_proof_is_late (def, KP_PROOF_OPEN, kp_date_make (2026, 3, 15)));
  g_assert_true (kp_proof_is_late (def, KP_PROOF_OPEN, kp_date_make (2026, 3, 16)));
  g_assert_true (kp_proof_is_late (def, KP_PROOF_SHOWN, kp_date_make (2026, 3, 16)));
  g_assert_false (kp_proof_is_late (def, KP_PROOF_CONFIRMED, kp_date_make (2026, 3, 16)));
  g_assert_false (kp_proof_is_late (def, KP_PROOF_REFUTED, kp_date_make (2026, 3, 16)));
  def->by = KP_DATE_NONE;
  g_assert_false (kp_proof_is_late (def, KP_PROOF_OPEN, kp_date_make (2030, 1, 1)));
}

static void
test_holds_up (void)
{
  g_autoptr (KpProofDef) def = make_def ();

  g_assert_false (kp_proof_holds_up (def, KP_PROOF_OPEN, KP_PROOF_BEFORE_OPENING));
  g_assert_true (kp_proof_holds_up (def, KP_PROOF_SHOWN, KP_PROOF_BEFORE_PUBLICITY));
  g_assert_false (kp_proof_holds_up (def, KP_PROOF_CONFIRMED, KP_PROOF_BEFORE_PUBLICITY));
  g_assert_false (kp_proof_holds_up (def, KP_PROOF_MISSED, KP_PROOF_BEFORE_PUBLICITY));
  def->before = KP_PROOF_BEFORE_OPENING;
  g_assert_true (kp_proof_holds_up (def, KP_PROOF_OPEN, KP_PROOF_BEFORE_PUBLICITY));
  def->before = KP_PROOF_BEFORE_NOTHING;
  g_assert_false (kp_proof_holds_up (def, KP_PROOF_OPEN, KP_PROOF_BEFORE_PUBLICITY));
}

static void
test_asked (void)
{
  g_autoptr (KpProofDef) def = make_def ();
  const KpLostFact       lost = { "veteran", "退役军人身份：不属实" };
  KpCandidateFacts       facts = { .is_veteran = KP_TRUTH_YES };

  g_assert_true (kp_proof_is_asked (def, &facts));
  facts.lost = &lost;
  facts.n_lost = 1;
  g_assert_false (kp_proof_is_asked (def, &facts));
  facts = (KpCandidateFacts) { .is_veteran = KP_TRUTH_NO };
  g_assert_false (kp_proof_is_asked (def, &facts));
}

static void
test_reason (void)
{
  g_autoptr (KpProofDef) def = make_def ();
  const KpProofCheck     refuted = { KP_PROOF_REFUTED, NULL, BUREAU, TODAY, KP_DATE_NONE, "查无档案" };
  const KpProofCheck     missed = { .outcome = KP_PROOF_MISSED };
  const KpProofCheck     confirmed = { .outcome = KP_PROOF_CONFIRMED };
  g_autofree gchar      *first = kp_proof_dup_reason (def, &refuted);
  g_autofree gchar      *second = kp_proof_dup_reason (def, &missed);

  g_assert_cmpstr (first, ==, "退役军人身份：2026年3月20日经县退役军人事务局核查不属实（查无档案）");
  g_assert_cmpstr (second, ==, "退役军人身份：未在2026年3月15日前（含当日）证明");
  g_assert_null (kp_proof_dup_reason (def, &confirmed));
}

static void
test_names (void)
{
  for (guint i = 0; i < KP_N_PROOF_OUTCOMES; i++)
    {
      KpProofOutcome outcome = KP_PROOF_OPEN;

      g_assert_true (kp_proof_outcome_parse (kp_proof_outcome_get_name ((KpProofOutcome) i), &outcome));
      g_assert_cmpuint (outcome, ==, i);
    }
}

static KpRequirement *
add_requirement (GPtrArray   *list,
                 const char  *id,
                 KpCondition *condition)
{
  KpRequirement *requirement = kp_requirement_new ();

  requirement->id = g_strdup (id);
  requirement->label = g_strdup (id);
  requirement->clause = g_strdup ("");
  requirement->text = g_strdup ("");
  requirement->reason = g_strdup ("R08");
  requirement->condition = condition;
  g_ptr_array_add (list, requirement);

  return requirement;
}

/* The track goes by the condition of the post, the age by the relaxation, the bound of birth alone by neither. */
static KpScheme *
make_scheme (void)
{
  KpScheme     *scheme = kp_scheme_new ();
  KpSchemePost *post = kp_scheme_post_new ();
  KpRelaxation *relaxation = kp_relaxation_new ();
  KpCondition  *born = kp_condition_new (KP_CONDITION_BORN);

  post->code = g_strdup ("V");
  g_ptr_array_add (scheme->posts, post);
  add_requirement (post->requirements, "track", kp_condition_new (KP_CONDITION_VETERAN));
  born->from = kp_date_make (1990, 1, 1);
  add_requirement (scheme->requirements, "age", born);
  relaxation->id = g_strdup ("army");
  relaxation->label = g_strdup ("退役军人");
  relaxation->relaxes = g_strdup ("age");
  relaxation->group = kp_condition_new (KP_CONDITION_VETERAN);
  relaxation->bound = kp_condition_new (KP_CONDITION_BORN);
  relaxation->bound->from = kp_date_make (1985, 1, 1);
  g_ptr_array_add (scheme->relaxations, relaxation);

  return scheme;
}

static void
check_findings (const KpScheme         *scheme,
                const KpCandidateFacts *facts,
                KpVerdict               age,
                KpVerdict               track,
                gboolean                age_tells,
                gboolean                track_tells)
{
  g_autoptr (GPtrArray) findings = kp_qualify_decide (scheme, g_ptr_array_index (scheme->posts, 0), facts);
  const KpFinding      *one = g_ptr_array_index (findings, 0);
  const KpFinding      *two = g_ptr_array_index (findings, 1);

  g_assert_cmpint (one->verdict, ==, age);
  g_assert_cmpint (two->verdict, ==, track);
  g_assert_true ((g_strstr_len (one->sentence, -1, "查无档案") != NULL) == age_tells);
  g_assert_true ((g_strstr_len (two->sentence, -1, "查无档案") != NULL) == track_tells);
}

static void
test_findings (void)
{
  g_autoptr (KpScheme) scheme = make_scheme ();
  const KpLostFact     lost = { "veteran", "退役军人身份：查无档案" };
  KpCandidateFacts     facts = { .birth = { 1987, 5, 1 }, .is_veteran = KP_TRUTH_YES };

  check_findings (scheme, &facts, KP_VERDICT_MET, KP_VERDICT_MET, FALSE, FALSE);
  facts.lost = &lost;
  facts.n_lost = 1;
  check_findings (scheme, &facts, KP_VERDICT_UNMET, KP_VERDICT_UNMET, TRUE, TRUE);
  /* Too old even for a veteran: the proof isn't what refuses. */
  facts.birth = kp_date_make (1984, 12, 31);
  check_findings (scheme, &facts, KP_VERDICT_UNMET, KP_VERDICT_UNMET, FALSE, TRUE);
  facts.birth = kp_date_make (1990, 1, 1);
  check_findings (scheme, &facts, KP_VERDICT_MET, KP_VERDICT_UNMET, FALSE, TRUE);
}

static void
test_lost_condition (void)
{
  g_autoptr (KpCondition) except = kp_condition_new (KP_CONDITION_EXCEPT);
  g_autoptr (KpCondition) months = kp_condition_new (KP_CONDITION_SERVICE_MONTHS);
  const KpLostFact        lost = { "discharged", "不属实" };
  KpCandidateFacts        facts = {
    .is_veteran = KP_TRUTH_YES, .enlisted = { 2015, 1, 1 }, .discharged = { 2020, 1, 1 }, .lost = &lost, .n_lost = 1
  };

  months->months = 24;
  g_ptr_array_add (except->parts, kp_condition_copy (months));
  g_assert_cmpint (kp_condition_decide (months, &facts), ==, KP_VERDICT_UNMET);
  g_assert_true (kp_condition_is_lost (months, &facts));
  g_assert_cmpint (kp_condition_decide (except, &facts), ==, KP_VERDICT_MET);
  g_assert_false (kp_condition_is_lost (except, &facts));
  g_assert_true (kp_condition_find_lost (except, &facts) == &lost);
  months->months = 240;
  g_assert_false (kp_condition_is_lost (months, &facts));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (fault_cases); i++)
    {
      g_autofree gchar *path = g_strdup_printf ("/rules/proof/fault/%s", fault_cases[i].name);

      g_test_add_data_func (path, &fault_cases[i], test_fault);
    }
  g_test_add_func ("/rules/proof/late", test_late);
  g_test_add_func ("/rules/proof/holds-up", test_holds_up);
  g_test_add_func ("/rules/proof/asked", test_asked);
  g_test_add_func ("/rules/proof/reason", test_reason);
  g_test_add_func ("/rules/proof/names", test_names);
  g_test_add_func ("/rules/proof/findings", test_findings);
  g_test_add_func ("/rules/proof/lost-condition", test_lost_condition);

  return g_test_run ();
}
