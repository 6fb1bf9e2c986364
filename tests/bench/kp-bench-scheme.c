/* kp-bench-scheme.c – a scheme that uses nearly everything, for many posts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-bench-scheme.h"

static KpCondition *
ask (KpConditionKind kind,
     const char     *fact,
     const char     *words)
{
  KpCondition *condition = kp_condition_new (kind);

  condition->fact = g_strdup (fact);
  if (words != NULL)
    condition->words = g_strsplit (words, " ", -1);

  return condition;
}

static KpCondition *
ask_born (gint year)
{
  KpCondition *condition = kp_condition_new (KP_CONDITION_BORN);

  condition->from = kp_date_make (year, 3, 2);
  condition->to = kp_date_make (2008, 3, 2);

  return condition;
}

static KpCondition *
ask_any_of (KpCondition *first,
            KpCondition *second)
{
  KpCondition *condition = kp_condition_new (KP_CONDITION_ANY_OF);

  if (condition->parts == NULL)
    condition->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_condition_free);
  g_ptr_array_add (condition->parts, first);
  g_ptr_array_add (condition->parts, second);

  return condition;
}

static KpCondition *
ask_number (const char *fact,
            gint64      value)
{
  KpCondition *condition = ask (KP_CONDITION_AT_LEAST, fact, NULL);

  condition->value = kp_fraction_new (value, 1);

  return condition;
}

static void
add_fact (KpScheme   *scheme,
          const char *id,
          KpFactKind  kind)
{
  KpFactDef *def = kp_fact_def_new ();

  def->id = g_strdup (id);
  def->label = g_strdup (id);
  def->kind = kind;
  g_ptr_array_add (scheme->facts, def);
}

static void
add_requirement (KpScheme    *scheme,
                 const char  *id,
                 KpCondition *condition,
                 guint        checked)
{
  KpRequirement *requirement = kp_requirement_new ();

  requirement->id = g_strdup (id);
  requirement->label = g_strdup (id);
  requirement->reason = g_strdup ("R99");
  requirement->condition = condition;
  requirement->checked = checked;
  g_ptr_array_add (scheme->requirements, requirement);
}

static void
add_relaxation (KpScheme    *scheme,
                const char  *relaxes,
                KpCondition *group,
                KpCondition *bound)
{
  KpRelaxation *relaxation = kp_relaxation_new ();

  relaxation->id = g_strdup_printf ("relaxation-%u", scheme->relaxations->len);
  relaxation->relaxes = g_strdup (relaxes);
  relaxation->group = group;
  relaxation->bound = bound;
  g_ptr_array_add (scheme->relaxations, relaxation);
}

static void
add_conditions (KpScheme *scheme)
{
  add_fact (scheme, "volunteer", KP_FACT_YES_NO);
  add_fact (scheme, "household", KP_FACT_PLACE);
  add_fact (scheme, "insured_months", KP_FACT_NUMBER);
  add_fact (scheme, "served_since", KP_FACT_DATE);
  add_fact (scheme, "honour", KP_FACT_WORD);

  add_requirement (scheme, "age", ask_born (1990), KP_CHECK_REVIEW);
  add_requirement (scheme, "education", ask (KP_CONDITION_EDUCATION_AT_LEAST, NULL, "大专"), KP_CHECK_REVIEW);
  add_requirement (scheme, "household", ask (KP_CONDITION_PLACE_IN, "household", "云岭县 苍山县"),
                   KP_CHECK_REVIEW | KP_CHECK_RECHECK);
  add_requirement (scheme, "insured", ask_number ("insured_months", 6), KP_CHECK_REVIEW | KP_CHECK_BACKGROUND);
  add_requirement (scheme, "group",
                   ask_any_of (ask (KP_CONDITION_WORD_IN, "honour", "县级 市级 省级"),
                               ask (KP_CONDITION_POLITICAL_IN, NULL, "中共党员 中共预备党员 共青团员 群众")),
                   KP_CHECK_REVIEW);

  add_relaxation (scheme, "age", kp_condition_new (KP_CONDITION_VETERAN), ask_born (1983));
  add_relaxation (scheme, "age", ask (KP_CONDITION_IS, "volunteer", NULL), ask_born (1985));
  add_relaxation (scheme, "education", kp_condition_new (KP_CONDITION_VETERAN),
                  ask (KP_CONDITION_EDUCATION_AT_LEAST, NULL, "高中"));
}

static KpBonusItem *
add_item (KpScheme    *scheme,
          const char  *code,
          const char  *group,
          KpMark       points,
          KpCondition *condition)
{
  KpBonusItem *item = kp_bonus_item_new ();

  item->code = g_strdup (code);
  item->label = g_strdup (code);
  item->group = g_strdup (group);
  item->points = points;
  item->condition = condition;
  g_ptr_array_add (scheme->bonus.items, item);

  return item;
}

static void
add_bonus (KpScheme *scheme)
{
  KpBonusGroup *group = kp_bonus_group_new ();
  KpBonusItem  *item;

  add_item (scheme, "sw1", "certificate", KP_MARK (1, 0), ask (KP_CONDITION_CERTIFICATE_AT_LEAST, NULL, "助理社会工作师"));
  add_item (scheme, "sw2", "certificate", KP_MARK (2, 0), ask (KP_CONDITION_CERTIFICATE_AT_LEAST, NULL, "社会工作师"));
  add_item (scheme, "honour", NULL, KP_MARK (1, 5000), ask (KP_CONDITION_WORD_IN, "honour", "市级 省级"));
  add_item (scheme, "volunteer", "service", KP_MARK (0, 5000), ask (KP_CONDITION_IS, "volunteer", NULL));
  item = add_item (scheme, "years", "service", 0, ask (KP_CONDITION_DATED, "served_since", NULL));
  item->per = (KpBonusPer) {
    .fact = g_strdup ("served_since"),
    .to = kp_date_make (2026, 3, 2),
    .unit_months = 12,
    .points = KP_MARK (0, 5000),
    .remainder = KP_BONUS_REMAINDER_HALF,
    .has_cap = TRUE,
    .cap = KP_MARK (3, 0),
  };
  group->code = g_strdup ("service");
  group->label = g_strdup ("service");
  group->within = KP_BONUS_SUM;
  g_ptr_array_add (scheme->bonus.groups, group);
  scheme->bonus.across = KP_BONUS_SUM;
  scheme->bonus.has_cap = TRUE;
  scheme->bonus.cap = KP_MARK (5, 0);
}

static void
add_paper (KpScheme   *scheme,
           const char *code,
           gint64      weight)
{
  KpSchemePaper *paper = kp_scheme_paper_new ();

  paper->code = g_strdup (code);
  paper->name = g_strdup (code);
  paper->full = KP_MARK (100, 0);
  paper->weight = kp_fraction_new (weight, 100);
  g_ptr_array_add (scheme->written.papers, paper);
}

static void
add_written (KpScheme *scheme)
{
  add_paper (scheme, "01", 40);
  add_paper (scheme, "02", 60);
  scheme->written.line.basis = KP_LINE_ON_WITH_BONUS;
  scheme->written.line.kind = KP_LINE_SHARE_OF_MEAN;
  scheme->written.line.share = kp_fraction_new (9, 10);
  scheme->shortlist.last_tie = KP_LAST_TIE_BY_KEY;
  g_ptr_array_add (scheme->shortlist.tie_keys, kp_tie_new (KP_TIE_PAPER_2));
  g_ptr_array_add (scheme->shortlist.tie_keys, kp_tie_new (KP_TIE_VETERAN));
}

static void
add_interview (KpScheme *scheme)
{
  KpSchemeTotal *total = g_ptr_array_index (scheme->totals, 0);
  GPtrArray     *ties = total->policy.ties;
  KpTie         *tie;

  for (guint i = 0; i < 5; i++)
    {
      KpSchemeElement *element = kp_scheme_element_new ();

      element->code = g_strdup_printf ("%u", i);
      element->name = g_strdup (element->code);
      element->full = KP_MARK (20, 0);
      element->weight = KP_FRACTION_ONE;
      g_ptr_array_add (scheme->interview.elements, element);
    }
  scheme->interview.correction.method = KP_CORRECTION_TRIMMED;
  scheme->interview.correction.trim_highest = 1;
  scheme->interview.correction.trim_lowest = 1;
  scheme->interview.lines.has_line = TRUE;
  scheme->interview.lines.line = KP_MARK (60, 0);
  scheme->interview.lines.mean = KP_LINE_MEAN_DAY;

  g_ptr_array_set_size (ties, 0);
  g_ptr_array_add (ties, kp_tie_new (KP_TIE_EXTENDED_DECIMALS));
  g_ptr_array_add (ties, kp_tie_new (KP_TIE_WRITTEN_WITH_BONUS));
  g_ptr_array_add (ties, kp_tie_new (KP_TIE_PAPER_2));
  g_ptr_array_add (ties, kp_tie_new (KP_TIE_VETERAN));
  tie = kp_tie_new (KP_TIE_MEETS);
  tie->condition = ask (KP_CONDITION_IS, "volunteer", NULL);
  g_ptr_array_add (ties, tie);
  tie = kp_tie_new (KP_TIE_FACT);
  tie->fact = g_strdup ("insured_months");
  g_ptr_array_add (ties, tie);
  g_ptr_array_add (ties, kp_tie_new (KP_TIE_YOUNGER));
}

/* A place in every post that one may leave, and substitutes for it; what is still empty stays in reserve. */
static void
add_end (KpScheme *scheme)
{
  scheme->physical.policy.ratio = kp_fraction_new (11, 10);
  scheme->physical.policy.max_rounds = 3;
  scheme->substitution.shortlist = KP_UNTIL_INTERVIEW;
  scheme->substitution.final = KP_UNTIL_PUBLICITY;
  scheme->reserve.applies = TRUE;
}

/**
 * kp_bench_scheme_new:
 * @n_posts: how many posts; two to six places each
 *
 * Returns: (transfer full): the scheme
 */
KpScheme *
kp_bench_scheme_new (guint n_posts)
{
  KpScheme *scheme = kp_scheme_new ();

  scheme->cutoff = kp_date_make (2026, 3, 2);
  for (guint i = 0; i < 40; i++)
    {
      KpSchemeStreet *street = kp_scheme_street_new ();

      street->code = g_strdup_printf ("S%u", i);
      street->name = g_strdup_printf ("第%u街道", i);
      g_ptr_array_add (scheme->streets, street);
    }
  for (guint i = 0; i < n_posts; i++)
    {
      KpSchemePost *post = kp_scheme_post_new ();

      post->code = g_strdup_printf ("P%u", i);
      post->name = g_strdup (post->code);
      post->places = 2 + i % 5;
      post->street = g_strdup_printf ("S%u", i % 40);
      g_ptr_array_add (scheme->posts, post);
    }
  scheme->quota.applies = TRUE;
  add_conditions (scheme);
  add_bonus (scheme);
  add_written (scheme);
  kp_scheme_fill_defaults (scheme);
  add_interview (scheme);
  add_end (scheme);

  return scheme;
}
