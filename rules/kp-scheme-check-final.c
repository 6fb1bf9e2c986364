/* kp-scheme-check-final.c – checks what comes after the totals: substitution, reserve pool, choice of posts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-check-private.h"

#include <glib/gi18n-lib.h>

static gboolean
has_stage (const KpSubstitutionRule *rule,
           KpStage                   stage)
{
  for (guint i = 0; i < rule->n_stages; i++)
    if (rule->stages[i] == stage)
      return TRUE;

  return rule->n_stages == 0;
}

static gboolean
has_cause (const KpSubstitutionRule *rule,
           KpCause                   cause)
{
  for (guint i = 0; i < rule->n_causes; i++)
    if (rule->causes[i] == cause)
      return TRUE;

  return rule->n_causes == 0;
}

/* Whether everything that @rule answers is answered by @earlier already. */
static gboolean
is_covered (const KpSubstitutionRule *rule,
            const KpSubstitutionRule *earlier)
{
  for (guint i = 0; i < KP_N_STAGES; i++)
    if (has_stage (rule, (KpStage) i) && !has_stage (earlier, (KpStage) i))
      return FALSE;
  for (guint i = 0; i < KP_N_CAUSES; i++)
    if (has_cause (rule, (KpCause) i) && !has_cause (earlier, (KpCause) i))
      return FALSE;

  return TRUE;
}

static gboolean
is_final_stage (KpStage stage)
{
  return stage == KP_STAGE_PHYSICAL || stage == KP_STAGE_BACKGROUND || stage == KP_STAGE_PUBLICITY
         || stage == KP_STAGE_HIRE || stage == KP_STAGE_TRAINING || stage == KP_STAGE_PROBATION;
}

static void
check_rule_stages (GPtrArray                *problems,
                   const KpScheme           *scheme,
                   const KpSubstitutionRule *rule,
                   guint                     index)
{
  for (guint i = 0; i < rule->n_stages; i++)
    {
      const char *name = kp_stage_get_name (rule->stages[i]);

      for (guint j = 0; j < i; j++)
        if (rule->stages[j] == rule->stages[i])
          kp_scheme_check_refuse (problems, g_strdup_printf (_("The stage “%s” is named twice; remove one."), name),
                                  "substitution.causes[%u].stages[%u]", index, i);
      if (!is_final_stage (rule->stages[i]))
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("Nobody leaves the final lists at the stage “%s”; name physical, "
                                                   "background, publicity, hire, training or probation."),
                                                 name),
                                "substitution.causes[%u].stages[%u]", index, i);
      else if (rule->is_allowed && scheme->substitution.final != KP_UNTIL_NEVER
               && !kp_until_allows (scheme->substitution.final, &scheme->stages, rule->stages[i]))
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("Leaving at “%s” is never answered, since substitution ends at “%s”; "
                                                   "correct one."),
                                                 name, kp_until_get_name (scheme->substitution.final)),
                                "substitution.causes[%u].stages[%u]", index, i);
    }
}

static void
check_rule (GPtrArray      *problems,
            const KpScheme *scheme,
            guint           index)
{
  const GPtrArray          *rules = scheme->substitution.rules;
  const KpSubstitutionRule *rule = g_ptr_array_index (rules, index);
  const guint               max_rounds = scheme->physical.policy.max_rounds;

  check_rule_stages (problems, scheme, rule, index);
  for (guint i = 0; i < rule->n_causes; i++)
    for (guint j = 0; j < i; j++)
      if (rule->causes[j] == rule->causes[i])
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("The cause “%s” is named twice; remove one."),
                                                 kp_cause_get_name (rule->causes[i])),
                                "substitution.causes[%u].causes[%u]", index, i);
  for (guint j = 0; j < index; j++)
    if (is_covered (rule, g_ptr_array_index (rules, j)))
      {
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("Entry %u says all of this already, so this one never counts; remove it "
                                                   "or put it first."),
                                                 j + 1),
                                "substitution.causes[%u]", index);
        break;
      }
  if (!rule->is_allowed && rule->max_times > 0)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("What isn't allowed can't happen %u times; correct one."), rule->max_times),
                            "substitution.causes[%u].max_times", index);
  else if (rule->max_times > max_rounds)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("%u times can't be reached with %u rounds in all; correct one."),
                                             rule->max_times, max_rounds),
                            "substitution.causes[%u].max_times", index);
}

/* The first formula of the scheme that can't be set beside that of the first post; NULL = there is none. */
static const KpSchemeTotal *
find_other_formula (const KpScheme *scheme)
{
  const KpSchemeTotal *first = NULL;

  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);

      for (guint j = 0; j < 2 + post->total_for->len; j++)
        {
          const KpSchemeTotal *total;

          if (j == 1 && !kp_scheme_may_skip_written (scheme, post))
            continue;
          if (j < 2)
            total = kp_scheme_get_post_total (scheme, post, j == 1);
          else
            total = kp_scheme_get_total (scheme, ((KpSchemeTotalFor *) g_ptr_array_index (post->total_for, j - 2))->total);
          if (first == NULL)
            first = total;
          if (first != NULL && total != NULL && !kp_scheme_total_is_comparable (first, total))
            return total;
        }
    }

  return NULL;
}

/* Totals of several formulas aren't ranked together unless the notice says so. */
static void
check_compare (GPtrArray      *problems,
               const KpScheme *scheme)
{
  const KpSubstitutionPolicy *substitution = &scheme->substitution;
  const KpSchemeTotal        *other = NULL;

  if (substitution->from != KP_SUBSTITUTES_FROM_POST && substitution->compare == KP_COMPARE_ONE_FORMULA)
    other = find_other_formula (scheme);
  if (other != NULL)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("Substitutes come from all posts, but the formula “%s” makes totals of another "
                                               "kind than that of the first post; say with \"compare\" whether such totals are "
                                               "compared all the same (\"totals\") or only those of one formula "
                                               "(\"same_formula\")."),
                                             other->id),
                            "substitution.compare");
  if (substitution->from == KP_SUBSTITUTES_FROM_POST && substitution->compare != KP_COMPARE_ONE_FORMULA)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Totals are compared only where substitutes come from all posts; remove \"compare\" "
                                        "or write \"from\": \"campaign\".")),
                            "substitution.compare");
}

/* 志愿、调剂: only where another post's people come at all. */
static void
check_waves (GPtrArray      *problems,
             const KpScheme *scheme)
{
  const KpSubstitutionPolicy *substitution = &scheme->substitution;

  if (substitution->waves->len > 0 && substitution->from == KP_SUBSTITUTES_FROM_POST)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Nobody of another post is called (\"from\" is \"post\"), so nobody of them comes first; "
                                        "correct one.")),
                            "substitution.waves");
  for (guint i = 0; i < substitution->waves->len; i++)
    {
      const KpSubstitutionWave *wave = g_ptr_array_index (substitution->waves, i);
      g_autofree gchar         *path = g_strdup_printf ("substitution.waves[%u].when", i);

      kp_scheme_check_condition (problems, scheme, wave->when, path);
      if (wave->when == NULL && i + 1 < substitution->waves->len)
        kp_scheme_check_refuse (problems,
                                g_strdup (_("Without a condition everybody else comes here, so nobody is left for what follows; say "
                                            "who (\"when\"), or put this last.")),
                                "%s", path);
    }
}

static void
check_substitution (GPtrArray      *problems,
                    const KpScheme *scheme)
{
  const KpSubstitutionPolicy *substitution = &scheme->substitution;

  if (substitution->final == KP_UNTIL_LIST || substitution->final == KP_UNTIL_INTERVIEW_TICKETS
      || substitution->final == KP_UNTIL_INTERVIEW)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("The final lists come after “%s”, so nobody would ever be replaced; write "
                                               "\"never\", or a later moment."),
                                             kp_until_get_name (substitution->final)),
                            "substitution.final_until");
  if (substitution->final == KP_UNTIL_RESERVE && !scheme->reserve.applies)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Substitution lasts as long as the reserve pool, but there is none; write \"reserve\".")),
                            "substitution.final_until");
  if (substitution->shortlist == KP_UNTIL_RESERVE)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("The reserve pool comes after the interview; write an earlier moment.")),
                            "substitution.shortlist_until");
  if (substitution->shortlist_days_before > 0 && kp_date_is_none (scheme->interview.date))
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Days before the interview can't be counted without its date; add "
                                        "\"interview.date\".")),
                            "substitution.shortlist_days_before");
  check_waves (problems, scheme);
  for (guint i = 0; i < substitution->rules->len; i++)
    check_rule (problems, scheme, i);
  check_compare (problems, scheme);
}

/**
 * kp_scheme_check_final:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @scheme: a scheme
 *
 * Adds what is wrong with substitution, reserve pool and choice.
 */
void
kp_scheme_check_final (GPtrArray      *problems,
                       const KpScheme *scheme)
{
  check_substitution (problems, scheme);
  if (!kp_date_is_none (scheme->reserve.until) && !scheme->reserve.applies)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("The reserve pool has a last day but doesn't apply; correct one.")),
                            "reserve.applies");
  if ((scheme->reserve.names > 0 || kp_fraction_is_known (scheme->reserve.ratio)) && !scheme->reserve.applies)
    kp_scheme_check_refuse (problems, g_strdup (_("The reserve pool has a size but doesn't apply; correct one.")),
                            "reserve.applies");
  if (scheme->reserve.names > 0 && kp_fraction_is_known (scheme->reserve.ratio))
    kp_scheme_check_refuse (problems,
                            g_strdup (_("The reserve pool has a number of names and a ratio; name one of them.")),
                            "reserve.ratio");
  if (kp_fraction_is_known (scheme->reserve.ratio) && scheme->reserve.ratio.num <= 0)
    kp_scheme_check_refuse (problems, g_strdup (_("The ratio must be greater than 0; correct it.")), "reserve.ratio");
  kp_scheme_check_order (problems, scheme->publicity.from, scheme->reserve.until, "publicity.from", "reserve.until");
  if (!scheme->choice.policy.applies && scheme->choice.policy.at != KP_CHOICE_AT_HIRE)
    kp_scheme_check_refuse (problems, g_strdup (_("The moment of the choice is named, but nobody chooses; correct one.")),
                            "choice.applies");
  if (scheme->choice.policy.applies && scheme->choice.offers->len == 0
      && scheme->choice.policy.among == KP_CHOICE_AMONG_CAMPAIGN && scheme->posts->len < 2)
    kp_scheme_check_refuse (problems, g_strdup (_("With a single post there is none to choose; correct one.")),
                            "choice.among");
}
