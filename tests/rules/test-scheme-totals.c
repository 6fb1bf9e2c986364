/* test-scheme-totals.c – formulas, ties, lines and substitution of a scheme: who has which formula, what is refused, what
 * the notice says.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-check.h"
#include "kp-scheme-explain.h"

#include "kp-correction.h"
#include "kp-test.h"

#include <string.h>

static void
set (gchar **text,
     const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

static void
add_total (KpScheme *scheme,
           const char *id,
           KpFraction written,
           KpFraction interview)
{
  KpSchemeTotal *total = kp_scheme_total_new ();

  set (&total->id, id);
  set (&total->label, id);
  total->policy.weights[KP_PART_WRITTEN] = written;
  total->policy.weights[KP_PART_INTERVIEW] = interview;
  g_ptr_array_set_size (total->policy.ties, 0);
  g_ptr_array_add (total->policy.ties, kp_tie_new (KP_TIE_INTERVIEW));
  g_ptr_array_add (scheme->totals, total);
}

static void
add_post (KpScheme *scheme,
          const char *code,
          const char *total)
{
  KpSchemePost *post = kp_scheme_post_new ();

  set (&post->code, code);
  set (&post->name, code);
  set (&post->total, total);
  post->places = 2;
  g_ptr_array_add (scheme->posts, post);
}

static KpScheme *
make_scheme (void)
{
  KpScheme *scheme = kp_scheme_new ();
  KpSchemeElement *element = kp_scheme_element_new ();

  add_total (scheme, "exam", kp_fraction_new (1, 2), kp_fraction_new (1, 2));
  add_total (scheme, "interview", KP_FRACTION_ZERO, KP_FRACTION_ONE);
  add_post (scheme, "A", "exam");
  add_post (scheme, "B", "exam");
  set (&element->code, "01");
  set (&element->name, "综合分析");
  element->full = KP_MARK (100, 0);
  g_ptr_array_add (scheme->interview.elements, element);
  kp_scheme_fill_defaults (scheme);
  return scheme;
}

#define POST(i) ((KpSchemePost *) g_ptr_array_index (scheme->posts, i))
#define TOTAL(i) ((KpSchemeTotal *) g_ptr_array_index (scheme->totals, i))
#define ELEMENT(i) ((KpSchemeElement *) g_ptr_array_index (scheme->interview.elements, i))
#define RULE(i) ((KpSubstitutionRule *) g_ptr_array_index (scheme->substitution.rules, i))
#define LINES scheme->interview.lines

static KpTie *
add_tie (KpScheme *scheme,
         KpTieField field)
{
  KpTie *tie = kp_tie_new (field);

  g_ptr_array_add (TOTAL (0)->policy.ties, tie);
  return tie;
}

static void
add_fact_tie (KpScheme *scheme,
              const char *fact)
{
  add_tie (scheme, KP_TIE_FACT)->fact = g_strdup (fact);
}

static void
add_order_tie (KpScheme *scheme,
               const char *fact,
               const char *words)
{
  KpTie *tie = add_tie (scheme, KP_TIE_ORDER);

  tie->fact = g_strdup (fact);
  tie->words = g_strsplit (words, " ", -1);
}

static void
add_meets_tie (KpScheme *scheme,
               KpConditionKind kind)
{
  add_tie (scheme, KP_TIE_MEETS)->condition = kp_condition_new (kind);
}

static void
declare (KpScheme *scheme,
         const char *id,
         const char *label,
         KpFactKind kind)
{
  KpFactDef *def = kp_fact_def_new ();

  set (&def->id, id);
  set (&def->label, label);
  def->kind = kind;
  g_ptr_array_add (scheme->facts, def);
}

static void
add_other (KpScheme *scheme,
           const char *code,
           KpMark full)
{
  KpSchemeOther *other = kp_scheme_other_new ();

  set (&other->code, code);
  set (&other->name, "技能测试");
  other->full = full;
  g_ptr_array_add (scheme->others, other);
}

static void
add_group (KpScheme *scheme,
           const char *total)
{
  KpSchemeTotalFor *total_for = kp_scheme_total_for_new ();

  total_for->group = kp_condition_new (KP_CONDITION_GRID_STAFF);
  set (&total_for->total, total);
  g_ptr_array_add (POST (0)->total_for, total_for);
}

static KpSubstitutionRule *
add_rule (KpScheme *scheme,
          KpStage stage,
          KpCause cause)
{
  KpSubstitutionRule *rule = kp_substitution_rule_new ();

  rule->stages[rule->n_stages++] = stage;
  rule->causes[rule->n_causes++] = cause;
  g_ptr_array_add (scheme->substitution.rules, rule);
  return rule;
}

#define EDIT(name, ...) \
  static void \
  name (KpScheme *scheme) \
  { \
    __VA_ARGS__; \
  }

EDIT (untouched, (void) scheme)
EDIT (tie_twice, add_tie (scheme, KP_TIE_INTERVIEW))
EDIT (fact_twice, add_fact_tie (scheme, "birth"); add_fact_tie (scheme, "birth"))
EDIT (two_facts, add_fact_tie (scheme, "birth"); add_fact_tie (scheme, "education"))
EDIT (second_paper, add_tie (scheme, KP_TIE_PAPER_2))
EDIT (no_other, add_tie (scheme, KP_TIE_OTHER_1))
EDIT (an_other, add_other (scheme, "skill", KP_MARK (100, 0)); add_tie (scheme, KP_TIE_OTHER_1))
EDIT (no_such_fact, add_fact_tie (scheme, "shoe_size"))
EDIT (declared_number, declare (scheme, "office_months", "任职月数", KP_FACT_NUMBER);
      add_fact_tie (scheme, "office_months"))
EDIT (words_without_order, add_fact_tie (scheme, "political"))
EDIT (place_without_order, add_fact_tie (scheme, "residence"))
EDIT (order_of_words, add_order_tie (scheme, "political", "中共党员 共青团员"))
EDIT (order_of_a_date, add_order_tie (scheme, "birth", "早 晚"))
EDIT (word_twice, add_order_tie (scheme, "political", "中共党员 中共党员"))
EDIT (volunteer_of_nothing, add_tie (scheme, KP_TIE_VOLUNTEER))
EDIT (volunteer_declared, declare (scheme, "volunteer", "社区志愿者", KP_FACT_YES_NO);
      add_tie (scheme, KP_TIE_VOLUNTEER))
EDIT (meets_a_condition, add_meets_tie (scheme, KP_CONDITION_VETERAN))
EDIT (meets_an_empty_one, add_meets_tie (scheme, KP_CONDITION_ANY_OF))
EDIT (meets_by_hand, add_meets_tie (scheme, KP_CONDITION_BY_HAND);
      set (&((KpTie *) g_ptr_array_index (TOTAL (0)->policy.ties, 1))->condition->text, "随军家属"))
EDIT (dropped_marks, add_tie (scheme, KP_TIE_DROPPED_MARKS))
EDIT (nothing_dropped, dropped_marks (scheme);
      scheme->interview.panel.drop_highest = scheme->interview.panel.drop_lowest = 0)

EDIT (line_at_full, TOTAL (0)->policy.has_line = TRUE; TOTAL (0)->policy.line = KP_MARK (100, 0))
EDIT (line_above_full, TOTAL (0)->policy.has_line = TRUE; TOTAL (0)->policy.line = KP_MARK (100, 1))
EDIT (weight_of_no_other, TOTAL (0)->policy.weights[KP_PART_WRITTEN] = kp_fraction_new (3, 10);
      TOTAL (0)->policy.weights[KP_PART_OTHER_1] = kp_fraction_new (1, 5))
EDIT (thirds, TOTAL (0)->policy.weights[KP_PART_WRITTEN] = kp_fraction_new (1, 3);
      TOTAL (0)->policy.weights[KP_PART_INTERVIEW] = kp_fraction_new (2, 3))
EDIT (three_parts, add_other (scheme, "skill", KP_MARK (100, 0));
      TOTAL (0)->policy.weights[KP_PART_WRITTEN] = kp_fraction_new (2, 5);
      TOTAL (0)->policy.weights[KP_PART_INTERVIEW] = kp_fraction_new (3, 10);
      TOTAL (0)->policy.weights[KP_PART_OTHER_1] = kp_fraction_new (3, 10))
/* 50 full points count whole beside 50 %. */
EDIT (other_of_fifty, add_other (scheme, "skill", KP_MARK (50, 0));
      TOTAL (0)->policy.weights[KP_PART_WRITTEN] = KP_FRACTION_ZERO;
      TOTAL (0)->policy.weights[KP_PART_OTHER_1] = KP_FRACTION_ONE)
EDIT (other_of_sixty, add_other (scheme, "skill", KP_MARK (60, 0));
      TOTAL (0)->policy.weights[KP_PART_WRITTEN] = KP_FRACTION_ZERO;
      TOTAL (0)->policy.weights[KP_PART_OTHER_1] = KP_FRACTION_ONE)
EDIT (plain_sum, TOTAL (0)->policy.weights[KP_PART_WRITTEN] = TOTAL (0)->policy.weights[KP_PART_INTERVIEW] = KP_FRACTION_ONE)
EDIT (sum_of_200, plain_sum (scheme); TOTAL (0)->policy.full = KP_MARK (200, 0); TOTAL (0)->policy.has_line = TRUE;
      TOTAL (0)->policy.line = KP_MARK (120, 0))
EDIT (sum_of_150, plain_sum (scheme); TOTAL (0)->policy.full = KP_MARK (150, 0))
EDIT (sum_of_nothing, TOTAL (0)->policy.full = 0)
EDIT (line_above_200, sum_of_200 (scheme); TOTAL (0)->policy.line = KP_MARK (200, 1))
EDIT (other_twice, add_other (scheme, "skill", KP_MARK (100, 0)); add_other (scheme, "skill", KP_MARK (100, 0)))
EDIT (other_like_a_paper, add_other (scheme, "01", KP_MARK (100, 0)))
EDIT (other_without_full, add_other (scheme, "skill", 0))
EDIT (five_others, for (guint i = 0; i < 5; i++) add_other (scheme, (const char *const[]) { "a", "b", "c", "d", "e" }[i],
                                                           KP_MARK (100, 0)))
EDIT (a_group, add_group (scheme, "interview"))
EDIT (group_of_no_formula, add_group (scheme, "another"))
EDIT (group_needs_written, add_group (scheme, "exam"); POST (0)->has_written = FALSE)

EDIT (vote_of_two_thirds, LINES.vote = kp_fraction_new (2, 3))
EDIT (vote_of_all, LINES.vote = KP_FRACTION_ONE)
EDIT (vote_of_none, LINES.vote = KP_FRACTION_ZERO)
EDIT (vote_above_all, LINES.vote = kp_fraction_new (4, 3))
EDIT (lone_line_below, LINES.has_line = LINES.has_lone_line = TRUE; LINES.line = KP_MARK (70, 0);
      LINES.lone_line = KP_MARK (60, 0))
static KpInterviewLines *
add_lines_for (KpScheme    *scheme,
               KpCondition *when,
               const char  *post)
{
  KpSchemeLinesFor *lines_for = kp_scheme_lines_for_new ();

  lines_for->when = when;
  if (post != NULL)
    g_ptr_array_add (lines_for->posts, g_strdup (post));
  g_ptr_array_add (scheme->interview.lines_for, lines_for);
  return &lines_for->lines;
}

EDIT (lines_for_veterans, KpInterviewLines *lines = add_lines_for (scheme, kp_condition_new (KP_CONDITION_VETERAN), NULL);
      lines->has_line = TRUE; lines->line = KP_MARK (55, 0))
EDIT (lines_for_a_post, KpInterviewLines *lines = add_lines_for (scheme, NULL, "B"); lines->mean = KP_LINE_MEAN_KIND;
      lines->lone_when = KP_LONE_ALWAYS)
EDIT (lines_for_no_lines, add_lines_for (scheme, NULL, "B"))
EDIT (lines_for_no_post, add_lines_for (scheme, NULL, "X99"))
EDIT (lines_for_everybody, add_lines_for (scheme, NULL, NULL))
EDIT (lines_for_bad_condition, add_lines_for (scheme, kp_condition_new (KP_CONDITION_CERTIFICATE_AT_LEAST), NULL))
EDIT (lines_for_vote_above_all, add_lines_for (scheme, NULL, "B")->vote = kp_fraction_new (4, 3))
EDIT (mean_of_the_kind, LINES.mean = KP_LINE_MEAN_KIND)
EDIT (line_drawn, LINES.drawn = KP_LINE_DRAWN_CAMPAIGN)
EDIT (line_drawn_not_below, LINES.drawn = KP_LINE_DRAWN_POST; LINES.has_line = TRUE; LINES.line = KP_MARK (60, 0))
EDIT (lowest_of_the_room, LINES.lowest = KP_LOWEST_ROOM)
EDIT (lowest_beside_a_line, LINES.lowest = KP_LOWEST_CAMPAIGN; LINES.has_line = TRUE; LINES.line = KP_MARK (60, 0))
EDIT (lowest_of_nobody, LINES.lowest = KP_LOWEST_ROOM; LINES.lone_when = KP_LONE_ALWAYS)
EDIT (weight_of_a_fifth, ELEMENT (0)->full = KP_MARK (500, 0); ELEMENT (0)->weight = kp_fraction_new (1, 5))
EDIT (weight_of_a_third, ELEMENT (0)->weight = kp_fraction_new (1, 3))
EDIT (weight_of_nothing, ELEMENT (0)->weight = KP_FRACTION_ZERO)
EDIT (seven_sheets, scheme->interview.panel.min_sheets = 7)
EDIT (eight_sheets, scheme->interview.panel.min_sheets = 8)

EDIT (a_cause, add_rule (scheme, KP_STAGE_BACKGROUND, KP_CAUSE_FAILED)->is_allowed = FALSE)
EDIT (cause_covered, add_rule (scheme, KP_STAGE_PHYSICAL, KP_CAUSE_FAILED);
      add_rule (scheme, KP_STAGE_PHYSICAL, KP_CAUSE_FAILED))
EDIT (cause_behind_all, add_rule (scheme, KP_STAGE_PHYSICAL, KP_CAUSE_FAILED)->n_stages = 0;
      add_rule (scheme, KP_STAGE_PHYSICAL, KP_CAUSE_FAILED))
EDIT (cause_before_all, add_rule (scheme, KP_STAGE_PHYSICAL, KP_CAUSE_FAILED);
      add_rule (scheme, KP_STAGE_PHYSICAL, KP_CAUSE_FAILED)->n_stages = 0)
EDIT (cause_named_twice, add_rule (scheme, KP_STAGE_PHYSICAL, KP_CAUSE_FAILED);
      RULE (0)->causes[RULE (0)->n_causes++] = KP_CAUSE_FAILED)
EDIT (stage_named_twice, add_rule (scheme, KP_STAGE_PHYSICAL, KP_CAUSE_FAILED);
      RULE (0)->stages[RULE (0)->n_stages++] = KP_STAGE_PHYSICAL)
EDIT (stage_of_the_shortlist, add_rule (scheme, KP_STAGE_RECHECK, KP_CAUSE_FAILED))
EDIT (stage_after_the_end, add_rule (scheme, KP_STAGE_PUBLICITY, KP_CAUSE_FAILED))
EDIT (stage_before_the_end, stage_after_the_end (scheme); scheme->substitution.final = KP_UNTIL_HIRE)
EDIT (refused_twice, a_cause (scheme); RULE (0)->max_times = 1)
EDIT (allowed_twice, add_rule (scheme, KP_STAGE_PHYSICAL, KP_CAUSE_FAILED)->max_times = 2)
EDIT (allowed_thrice_of_two, add_rule (scheme, KP_STAGE_PHYSICAL, KP_CAUSE_FAILED)->max_times = 3)
EDIT (final_until_the_interview, scheme->substitution.final = KP_UNTIL_INTERVIEW)
EDIT (days_without_a_date, scheme->substitution.shortlist_days_before = 3)
EDIT (days_with_a_date, days_without_a_date (scheme); scheme->interview.date = (KpDate) { 2026, 4, 18 })
EDIT (pool_that_doesnt_apply, scheme->reserve.until = (KpDate) { 2027, 4, 18 })
EDIT (a_pool, pool_that_doesnt_apply (scheme); scheme->reserve.applies = TRUE)
EDIT (pool_before_publicity, a_pool (scheme); scheme->publicity.from = (KpDate) { 2027, 5, 1 })
EDIT (a_choice, scheme->choice.policy = (KpChoicePolicy) { TRUE, KP_CHOICE_AMONG_CAMPAIGN, KP_CHOICE_AT_HIRE })
EDIT (choice_before_the_physical, a_choice (scheme); scheme->choice.policy.at = KP_CHOICE_AT_TOTALS)
EDIT (choice_of_nobody, scheme->choice.policy.at = KP_CHOICE_AT_TOTALS)
EDIT (choice_of_one, a_choice (scheme); g_ptr_array_set_size (scheme->posts, 1))

EDIT (until_the_pool_ends, a_pool (scheme); scheme->substitution.final = KP_UNTIL_RESERVE)
EDIT (until_no_pool_ends, scheme->substitution.final = KP_UNTIL_RESERVE)
EDIT (shortlist_until_the_pool_ends, a_pool (scheme); scheme->substitution.shortlist = KP_UNTIL_RESERVE)
EDIT (probation_in_the_pool, until_the_pool_ends (scheme);
      add_rule (scheme, KP_STAGE_PROBATION, KP_CAUSE_WITHDREW)->max_times = 1)

typedef struct
{
  const char *name;
  void (*edit) (KpScheme *scheme);
  const char *path; /* NULL = nothing but what the bare scheme lacks is refused */
  gboolean is_warning;
} Row;

#define GOOD(edit) { #edit, edit, NULL, FALSE }
#define BAD(edit, path) { #edit, edit, path, FALSE }
#define DOUBT(edit, path) { #edit, edit, path, TRUE }

static const Row rows[] = {
  GOOD (untouched),
  BAD (tie_twice, "totals[0].ties[1]"),
  BAD (fact_twice, "totals[0].ties[2]"),
  GOOD (two_facts),
  BAD (second_paper, "totals[0].ties[1]"),
  BAD (no_other, "totals[0].ties[1]"),
  GOOD (an_other),
  BAD (no_such_fact, "totals[0].ties[1]"),
  GOOD (declared_number),
  BAD (words_without_order, "totals[0].ties[1]"),
  BAD (place_without_order, "totals[0].ties[1]"),
  GOOD (order_of_words),
  BAD (order_of_a_date, "totals[0].ties[1]"),
  BAD (word_twice, "totals[0].ties[1].order.words[1]"),
  BAD (volunteer_of_nothing, "totals[0].ties[1]"),
  GOOD (volunteer_declared),
  GOOD (meets_a_condition),
  BAD (meets_an_empty_one, "totals[0].ties[1].meets"),
  DOUBT (meets_by_hand, "totals[0].ties[1].meets"),
  GOOD (dropped_marks),
  BAD (nothing_dropped, "totals[0].ties[1]"),
  GOOD (line_at_full),
  BAD (line_above_full, "totals[0].line"),
  BAD (weight_of_no_other, "totals[0].weights.other_1"),
  GOOD (thirds),
  GOOD (three_parts),
  GOOD (other_of_fifty),
  BAD (other_of_sixty, "totals[0].weights"),
  BAD (plain_sum, "totals[0].weights"),
  GOOD (sum_of_200),
  BAD (sum_of_150, "totals[0].full"),
  BAD (sum_of_nothing, "totals[0].full"),
  BAD (line_above_200, "totals[0].line"),
  BAD (other_twice, "others[1].code"),
  BAD (other_like_a_paper, "others[0].code"),
  BAD (other_without_full, "others[0].full"),
  BAD (five_others, "others"),
  GOOD (a_group),
  BAD (group_of_no_formula, "posts[0].total_for[0].total"),
  BAD (group_needs_written, "posts[0].total_for[0].total"),
  GOOD (vote_of_two_thirds),
  GOOD (vote_of_all),
  BAD (vote_of_none, "interview.lines.vote"),
  BAD (vote_above_all, "interview.lines.vote"),
  BAD (lone_line_below, "interview.lines.without_competition"),
  GOOD (lines_for_veterans),
  GOOD (lines_for_a_post),
  GOOD (lines_for_no_lines),
  BAD (lines_for_no_post, "interview.lines_for[0].posts[0]"),
  BAD (lines_for_everybody, "interview.lines_for[0]"),
  BAD (lines_for_bad_condition, "interview.lines_for[0].when"),
  BAD (lines_for_vote_above_all, "interview.lines_for[0].lines.vote"),
  GOOD (line_drawn_not_below),
  GOOD (lowest_of_the_room),
  BAD (lowest_of_nobody, "interview.lines.lowest_called"),
  GOOD (weight_of_a_fifth),
  BAD (weight_of_a_third, "interview.elements[0].weight"),
  BAD (weight_of_nothing, "interview.elements[0].weight"),
  GOOD (seven_sheets),
  BAD (eight_sheets, "interview.panel.min_sheets"),
  GOOD (a_cause),
  BAD (cause_covered, "substitution.causes[1]"),
  BAD (cause_behind_all, "substitution.causes[1]"),
  GOOD (cause_before_all),
  BAD (cause_named_twice, "substitution.causes[0].causes[1]"),
  BAD (stage_named_twice, "substitution.causes[0].stages[1]"),
  BAD (stage_of_the_shortlist, "substitution.causes[0].stages[0]"),
  BAD (stage_after_the_end, "substitution.causes[0].stages[0]"),
  GOOD (stage_before_the_end),
  BAD (refused_twice, "substitution.causes[0].max_times"),
  GOOD (allowed_twice),
  BAD (allowed_thrice_of_two, "substitution.causes[0].max_times"),
  BAD (final_until_the_interview, "substitution.final_until"),
  BAD (days_without_a_date, "substitution.shortlist_days_before"),
  GOOD (days_with_a_date),
  BAD (pool_that_doesnt_apply, "reserve.applies"),
  GOOD (a_pool),
  BAD (pool_before_publicity, "reserve.until"),
  GOOD (until_the_pool_ends),
  BAD (until_no_pool_ends, "substitution.final_until"),
  BAD (shortlist_until_the_pool_ends, "substitution.shortlist_until"),
  GOOD (probation_in_the_pool),
  GOOD (a_choice),
  GOOD (choice_before_the_physical),
  BAD (choice_of_nobody, "choice.applies"),
  BAD (choice_of_one, "choice.among"),
};

/* The bare scheme has formulas and parts that nothing counts; that it is told so is tested elsewhere. */
static gboolean
is_of_the_bare_scheme (const KpSchemeProblem *problem)
{
  return problem->is_warning && (g_str_has_suffix (problem->path, "].id") || g_str_has_suffix (problem->path, "].code"));
}

/* Every path that is refused or doubted, the bare scheme's own aside: "w totals[0].ties[1] " … */
static char *
dup_paths (KpScheme *scheme)
{
  static const char *const ours[] = { "totals", "others", "interview.lines", "interview.lines_for", "interview.elements", "interview.panel",
                                      "substitution", "reserve", "choice", "posts[0].total" };
  g_autoptr (GPtrArray) problems = kp_scheme_check (scheme);
  GString *paths = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const KpSchemeProblem *problem = g_ptr_array_index (problems, i);

      for (gsize j = 0; j < G_N_ELEMENTS (ours); j++)
        if (g_str_has_prefix (problem->path, ours[j]) && !is_of_the_bare_scheme (problem))
          g_string_append_printf (paths, "%s%s%s", paths->len > 0 ? " " : "", problem->is_warning ? "?" : "",
                                  problem->path);
    }
  return g_string_free (paths, FALSE);
}

static void
test_check (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (KpScheme) scheme = make_scheme ();
  g_autofree char *found = NULL;
  g_autofree char *first = NULL;
  g_autofree char *expected = g_strconcat (row->is_warning ? "?" : "", row->path != NULL ? row->path : "", NULL);

  row->edit (scheme);
  found = dup_paths (scheme);
  first = g_strndup (found, strcspn (found, " "));
  g_assert_cmpstr (first, ==, expected);
}

static void
test_formula_of_a_group (void)
{
  g_autoptr (KpScheme) scheme = make_scheme ();
  KpCandidateFacts facts = { .is_grid_staff = KP_TRUTH_YES };

  add_group (scheme, "interview");
  g_assert_cmpstr (kp_scheme_decide_total (scheme, POST (0), &facts, FALSE)->id, ==, "interview");
  g_assert_cmpstr (kp_scheme_decide_total (scheme, POST (1), &facts, FALSE)->id, ==, "exam");
  facts.is_grid_staff = KP_TRUTH_NO;
  g_assert_cmpstr (kp_scheme_decide_total (scheme, POST (0), &facts, FALSE)->id, ==, "exam");
  g_assert_cmpstr (kp_scheme_decide_total (scheme, POST (0), NULL, FALSE)->id, ==, "exam");
  /* Nobody has said whether he is one: no formula is guessed. */
  facts.is_grid_staff = KP_TRUTH_UNKNOWN;
  g_assert_null (kp_scheme_decide_total (scheme, POST (0), &facts, FALSE));
  g_assert_cmpstr (kp_scheme_decide_total (scheme, POST (0), &facts, TRUE)->id, ==, "interview");
  g_ptr_array_set_size (scheme->totals, 1);
  g_assert_null (kp_scheme_decide_total (scheme, POST (0), &facts, TRUE));
}

static char *
dup_notice (const KpScheme *scheme)
{
  g_autoptr (GPtrArray) sections = kp_scheme_explain (scheme);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sections->len; i++)
    {
      const KpNoticeSection *section = g_ptr_array_index (sections, i);

      for (guint j = 0; j < section->paragraphs->len; j++)
        g_string_append (text, g_ptr_array_index (section->paragraphs, j));
    }
  return g_string_free (text, FALSE);
}

EDIT (earlier_first, add_fact_tie (scheme, "graduated");
      ((KpTie *) g_ptr_array_index (TOTAL (0)->policy.ties, 1))->prefers_less = TRUE)
EDIT (labelled, add_tie (scheme, KP_TIE_MEETS)->label = g_strdup ("持有社工证者优先");
      ((KpTie *) g_ptr_array_index (TOTAL (0)->policy.ties, 1))->condition = kp_condition_new (KP_CONDITION_VETERAN))
EDIT (dense_places, TOTAL (0)->policy.place_rule = KP_PLACES_SHARED_DENSE)
EDIT (rounded_parts, TOTAL (0)->policy.rounds_parts = TRUE)
EDIT (mean_of_the_day, LINES.lone_when = KP_LONE_FEWER_THAN_RATIO; LINES.mean = KP_LINE_MEAN_DAY;
      LINES.mean_decimals = 2)
EDIT (on_raw_marks, LINES.on = KP_LINE_ON_RAW)
EDIT (by_element, scheme->interview.panel.drops_by_element = TRUE)
EDIT (until_hire, scheme->substitution.final = KP_UNTIL_HIRE; scheme->physical.policy.max_rounds = G_MAXUINT)
EDIT (never_substituted, scheme->substitution.final = KP_UNTIL_NEVER)
EDIT (until_the_list, scheme->substitution.shortlist = KP_UNTIL_LIST)
EDIT (until_the_physical, scheme->substitution.shortlist = KP_UNTIL_PHYSICAL)
EDIT (from_campaign, scheme->substitution.from = KP_SUBSTITUTES_FROM_CAMPAIGN)
EDIT (from_all, scheme->substitution.from = KP_SUBSTITUTES_FROM_ALL)
EDIT (from_one_formula, from_campaign (scheme); scheme->substitution.compare = KP_COMPARE_SAME_FORMULA)
EDIT (with_approval, scheme->substitution.needs_approval = TRUE)
EDIT (endless_pool, scheme->reserve.applies = TRUE)
EDIT (choice_in_a_post, scheme->choice.policy = (KpChoicePolicy) { TRUE, KP_CHOICE_AMONG_POST, KP_CHOICE_AT_HIRE })
EDIT (longer_list, scheme->physical.policy.ratio = kp_fraction_new (11, 10))
EDIT (thrice_of_four, scheme->physical.policy.max_rounds = 4; allowed_thrice_of_two (scheme))

static const struct
{
  const char *name;
  void (*edit) (KpScheme *scheme);
  const char *sentence;
} words[] = {
  { "declared-number", declared_number, "依次按面试成绩、任职月数多者优先确定名次" },
  { "declared-name", volunteer_declared, "面试成绩、社区志愿者优先确定名次" },
  { "fact-earlier", earlier_first, "毕业时间早者优先" },
  { "order", order_of_words, "政治面貌（以中共党员、共青团员为序）" },
  { "label", labelled, "持有社工证者优先" },
  { "condition", meets_a_condition, "者优先确定名次" },
  { "other", three_parts, "综合成绩=笔试成绩×40%+面试成绩×30%+技能测试×30%" },
  { "full", sum_of_200, "综合成绩=笔试成绩+面试成绩，满分200分，保留2位小数" },
  { "other-full", other_of_fifty, "技能测试满分50分，成绩保留2位小数" },
  { "total-line", line_at_full, "综合成绩合格分数线为100分" },
  { "dense", dense_places, "不占用后续名次" },
  { "parts", rounded_parts, "各部分折算后先保留2位小数" },
  { "group", a_group, "的人员，综合成绩按“interview”的办法计算" },
  { "mean", mean_of_the_day, "进入面试人数达不到规定比例的岗位，面试成绩不得低于当日全体面试人员的平均分" },
  { "mean-decimals", mean_of_the_day, "该平均分保留2位小数" },
  { "vote", vote_of_two_thirds, "还须经2/3以上（含）的考官表决同意" },
  { "lines-for-veterans", lines_for_veterans,
    "符合以下条件的人员（退役军人）的面试合格线另按以下规定执行：面试合格分数线为55分，低于合格线的不得聘用。" },
  { "lines-for-a-post", lines_for_a_post, "B岗位的面试合格线另按以下规定执行：所有岗位，面试成绩不得低于以上各岗位面试人员的平均分。" },
  { "lines-for-no-lines", lines_for_no_lines, "B岗位不设面试合格线。" },
  { "mean-of-the-kind", mean_of_the_kind, "面试成绩不得低于同类岗位（招聘类型相同的岗位）面试人员的平均分" },
  { "line-drawn", line_drawn, "面试合格分数线由招聘工作领导小组在面试结束后统一划定，低于合格线的不得聘用。" },
  { "line-drawn-not-below", line_drawn_not_below, "在面试结束后按岗位分别划定，不低于60分；" },
  { "lowest-of-the-room", lowest_of_the_room,
    "面试成绩不得低于同考场同场次有竞争岗位进入体检（考察）人员的最低面试成绩；没有这样的人员的，不设合格线。" },
  { "lowest-beside-a-line", lowest_beside_a_line, "没有这样的人员的，按其他合格线执行。" },
  { "raw", on_raw_marks, "以修正前的面试成绩判断" },
  { "element-weight", weight_of_a_fifth, "综合分析500分（权重20%）" },
  { "min-sheets", seven_sheets, "有效评分不少于7份" },
  { "by-element", by_element, "每项测评要素去掉1个最高分" },
  { "cause", a_cause, "其中，考察环节不合格的，不再递补。" },
  { "cause-times", thrice_of_four, "体检环节不合格的，每个岗位递补不超过3次。" },
  { "until", until_hire, "依次递补，办理聘用手续后不再递补" },
  { "never", never_substituted, "不合格或者放弃的，不再递补" },
  { "shortlist-until-the-list", until_the_list, "面试人选确定后不再递补" },
  { "shortlist-until-the-physical", until_the_physical, "体检开始后不再递补" },
  { "campaign", from_campaign, "由符合该岗位报考条件的人员按综合成绩从高到低递补" },
  { "all-posts", from_all, "不分岗位，从全部岗位的其他人员中，由符合该岗位报考条件的人员按综合成绩从高到低统一递补" },
  { "until-the-pool-ends", until_the_pool_ends, "依次递补，每个岗位递补不超过2次，后备库到期后不再递补" },
  { "campaign-one-formula", from_one_formula, "只递补综合成绩算法与该岗位相同的人员" },
  { "approval", with_approval, "经审核同意后进行" },
  { "days-before", days_with_a_date, "面试前3个工作日内放弃的，不再递补" },
  { "pool", a_pool, "有效期至2027年4月18日（含）" },
  { "endless-pool", endless_pool, "进入后备库，出现空缺时" },
  { "choice", a_choice, "全部拟聘用人员按综合成绩从高到低依次选择岗位" },
  { "choice-before-the-physical", choice_before_the_physical, "全部人选按综合成绩从高到低，在体检、考察以前依次选择岗位" },
  { "choice-in-a-post", choice_in_a_post, "同一岗位的拟聘用人员按名次先后" },
  { "longer-list", longer_list, "的比例（人数四舍五入取整）确定体检人选" },
};

static void
test_words (gconstpointer data)
{
  const guint index = GPOINTER_TO_UINT (data);
  g_autoptr (KpScheme) scheme = make_scheme ();
  g_autofree char *before = dup_notice (scheme);
  g_autofree char *notice = NULL;

  g_assert_null (strstr (before, words[index].sentence));
  words[index].edit (scheme);
  notice = dup_notice (scheme);
  kp_test_assert_contains (notice, words[index].sentence);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/scheme-totals/check/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_check);
    }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/scheme-totals/notice/", words[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_words);
    }
  g_test_add_func ("/rules/scheme-totals/formula-of-a-group", test_formula_of_a_group);
  return g_test_run ();
}
