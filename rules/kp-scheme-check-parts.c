/* kp-scheme-check-parts.c – checks that the parts of a scheme fit one another: stages, marks, bonus, formulas, switches.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each part may be sound and the whole still say two things: a formula counts an interview that no stage holds, a bonus
 * goes to a total that doesn't count it, a ratio stands beside a switch that is off. Whoever wrote that meant one of them,
 * and only a person knows which. */

#include "kp-heat.h"
#include "kp-scheme-check-private.h"

#include <glib/gi18n-lib.h>

/* Nobody calls in a hundred for one place; whoever writes it has slipped. */
#define MOST_FOR_A_PLACE 100

static void
warn_unused (GPtrArray  *problems,
             gboolean    is_unused,
             const char *path,
             const char *needed)
{
  if (is_unused)
    kp_scheme_check_warn (problems,
                          g_strdup_printf (_("This has no effect as long as “%s” doesn't ask for it; confirm that it is "
                                             "meant, or remove it."), needed),
                          "%s", path);
}

static gboolean
is_counted (const KpScheme *scheme,
            KpPart          part)
{
  for (guint i = 0; i < scheme->totals->len; i++)
    if (((const KpSchemeTotal *) g_ptr_array_index (scheme->totals, i))->policy.weights[part].num > 0)
      return TRUE;

  return FALSE;
}

static gboolean
has_tie (const GPtrArray *ties,
         KpTieField       field)
{
  for (guint i = 0; i < ties->len; i++)
    if (((const KpTie *) g_ptr_array_index (ties, i))->field == field)
      return TRUE;

  return FALSE;
}

static gboolean
is_tie (const KpScheme *scheme,
        KpTieField      field)
{
  for (guint i = 0; i < scheme->totals->len; i++)
    if (has_tie (((const KpSchemeTotal *) g_ptr_array_index (scheme->totals, i))->policy.ties, field))
      return TRUE;

  for (guint i = 0; i < scheme->heats->len; i++)
    if (has_tie (((const KpSchemeHeat *) g_ptr_array_index (scheme->heats, i))->list.tie_keys, field))
      return TRUE;

  return has_tie (scheme->shortlist.tie_keys, field) || has_tie (scheme->background.score.ties, field);
}

/* Whether a test before the interview is this part, or orders its list by it. */
static gboolean
is_in_heat (const KpScheme *scheme,
            KpPart          part)
{
  for (guint i = 0; i < scheme->heats->len; i++)
    {
      const KpSchemeHeat *heat = g_ptr_array_index (scheme->heats, i);
      KpPart              own;

      if (heat->score.weights[part].num > 0 || (kp_heat_find_part (scheme, heat, &own) && own == part))
        return TRUE;
    }

  return FALSE;
}

/* A mark from another exam needs no stage here. */
static gboolean
sits_a_paper (const KpScheme *scheme)
{
  for (guint i = 0; i < scheme->written.papers->len; i++)
    if (!((const KpSchemePaper *) g_ptr_array_index (scheme->written.papers, i))->is_elsewhere)
      return TRUE;

  return FALSE;
}

static void
check_stage_of_part (GPtrArray      *problems,
                     const KpScheme *scheme,
                     KpStage         stage,
                     KpPart          part)
{
  if (kp_stage_order_get_position (&scheme->stages, stage) >= 0)
    return;

  for (guint i = 0; i < scheme->totals->len; i++)
    {
      const KpSchemeTotal *total = g_ptr_array_index (scheme->totals, i);
      g_autofree gchar    *weight = kp_weight_dup_text (total->policy.weights[part]);

      if (total->policy.weights[part].num > 0)
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("The formula counts “%s” with %s, but \"stages\" has no such stage; write "
                                                   "\"0\" here and give its share to the others, or add the stage."),
                                                 kp_part_get_name (part), weight),
                                "totals[%u].weights.%s", i, kp_part_get_name (part));
    }
}

/* When requirements are looked at; a stage that isn't held never comes. */
static void
check_moments (GPtrArray       *problems,
               const KpScheme  *scheme,
               const GPtrArray *requirements,
               const char      *prefix)
{
  static const struct
  {
    KpCheck check;
    KpStage stage;
  } moments[] = {
    { KP_CHECK_REVIEW, KP_STAGE_REVIEW },
    { KP_CHECK_RECHECK, KP_STAGE_RECHECK },
    { KP_CHECK_BACKGROUND, KP_STAGE_BACKGROUND },
  };

  for (guint i = 0; i < requirements->len; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (moments); j++)
      if ((((const KpRequirement *) g_ptr_array_index (requirements, i))->checked & moments[j].check) != 0
          && kp_stage_order_get_position (&scheme->stages, moments[j].stage) < 0)
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("The requirement is looked at in “%s”, but \"stages\" has no such stage; "
                                                   "name another moment, or add the stage."),
                                                 kp_stage_get_name (moments[j].stage)),
                                "%srequirements[%u].checked", prefix, i);
}

/* A moment that never comes ends nothing. Publicity is what a scheme says that says nothing. */
static void
check_until (GPtrArray      *problems,
             const KpScheme *scheme)
{
  static const struct
  {
    KpUntil until;
    KpStage stage;
  } moments[] = {
    { KP_UNTIL_PHYSICAL, KP_STAGE_PHYSICAL },
    { KP_UNTIL_BACKGROUND, KP_STAGE_BACKGROUND },
    { KP_UNTIL_HIRE, KP_STAGE_HIRE },
    { KP_UNTIL_PROBATION, KP_STAGE_PROBATION },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    if (scheme->substitution.final == moments[i].until
        && kp_stage_order_get_position (&scheme->stages, moments[i].stage) < 0)
      kp_scheme_check_refuse (problems,
                              g_strdup_printf (_("Substitution ends before “%s”, but \"stages\" has no such stage; name another "
                                                 "moment, or add the stage."),
                                               kp_stage_get_name (moments[i].stage)),
                              "substitution.final_until");
}

static void
check_stages (GPtrArray      *problems,
              const KpScheme *scheme)
{
  if (scheme->stages.n_stages == 0)
    {
      kp_scheme_check_refuse (problems, g_strdup (_("The list of stages is empty; name them, or leave the key out for the "
                                                    "usual ones.")),
                              "stages");
      return;
    }

  check_until (problems, scheme);
  check_stage_of_part (problems, scheme, KP_STAGE_INTERVIEW, KP_PART_INTERVIEW);
  if (sits_a_paper (scheme))
    check_stage_of_part (problems, scheme, KP_STAGE_WRITTEN, KP_PART_WRITTEN);
  check_moments (problems, scheme, scheme->requirements, "");
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      g_autofree gchar *prefix = g_strdup_printf ("posts[%u].", i);

      check_moments (problems, scheme, ((const KpSchemePost *) g_ptr_array_index (scheme->posts, i))->requirements, prefix);
    }
}

/* What nobody marks can carry no points. */
static void
check_bonus (GPtrArray      *problems,
             const KpScheme *scheme)
{
  const KpBonusPolicy *bonus = &scheme->bonus;

  if (kp_bonus_policy_reaches (bonus, KP_BONUS_ON_INTERVIEW) && !is_counted (scheme, KP_PART_INTERVIEW))
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Bonus goes to the interview, but no formula counts it; correct one.")),
                            "bonus.target");
  if (kp_bonus_policy_reaches (bonus, KP_BONUS_ON_SHORTLIST) && scheme->shortlist.basis == KP_SHORTLIST_BY_PAPER)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Bonus goes to the ranking of the shortlist, which ranks by the papers alone; write "
                                        "\"with_bonus\" as its basis.")),
                            "bonus.target");
  if (kp_bonus_policy_reaches (bonus, KP_BONUS_ON_TOTAL) && !is_counted (scheme, KP_PART_BONUS))
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Bonus goes to the total, but no formula counts it; write \"bonus\": \"100%\" among the "
                                        "weights of a formula, or \"written\" here.")),
                            "bonus.target");
  for (guint i = 0; i < scheme->totals->len; i++)
    {
      const KpFraction weight = ((const KpSchemeTotal *) g_ptr_array_index (scheme->totals, i))->policy.weights[KP_PART_BONUS];

      if (weight.num > 0 && bonus->items->len == 0)
        kp_scheme_check_refuse (problems, g_strdup (_("The formula counts bonus, but the scheme gives none; correct one.")),
                                "totals[%u].weights.bonus", i);
      else if (weight.num > 0 && kp_fraction_compare (weight, KP_FRACTION_ONE) > 0)
        kp_scheme_check_refuse (problems, g_strdup (_("A weight of bonus is at most 100%; correct it.")),
                                "totals[%u].weights.bonus", i);
    }
  for (guint i = 0; i < bonus->items->len; i++)
    {
      const KpBonusItem *item = g_ptr_array_index (bonus->items, i);

      if (MAX (item->points, item->per.cap) > KP_MARK (100, 0))
        kp_scheme_check_refuse (problems, g_strdup (_("One item can't give more than 100 points, the whole of a total; correct "
                                                      "it.")),
                                "bonus.items[%u].points", i);
    }
}

/* Whether some post, group or case reckons by it. */
static gboolean
is_used_formula (const KpScheme      *scheme,
                 const KpSchemeTotal *total)
{
  if (g_strcmp0 (scheme->quota.interview_only_total, total->id) == 0)
    return TRUE;
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);

      if (g_strcmp0 (post->total, total->id) == 0)
        return TRUE;
      for (guint j = 0; j < post->total_for->len; j++)
        if (g_strcmp0 (((const KpSchemeTotalFor *) g_ptr_array_index (post->total_for, j))->total, total->id) == 0)
          return TRUE;
    }

  return FALSE;
}

/* Formulas that nobody has, parts that no formula counts. */
static void
check_uncounted (GPtrArray      *problems,
                 const KpScheme *scheme)
{
  for (guint i = 0; i < scheme->totals->len; i++)
    if (!is_used_formula (scheme, g_ptr_array_index (scheme->totals, i)))
      {
        g_autofree gchar *path = g_strdup_printf ("totals[%u].id", i);

        warn_unused (problems, TRUE, path, "posts[].total");
      }
  for (guint i = 0; i < MIN (scheme->others->len, KP_N_OTHERS); i++)
    {
      g_autofree gchar *path = g_strdup_printf ("others[%u].code", i);
      KpPart            scored = KP_PART_WRITTEN;
      const gboolean    is_scored = kp_scheme_find_final_part (scheme, &scored) && scored == KP_PART_OTHER_1 + i;

      warn_unused (problems,
                   !is_scored && !is_counted (scheme, (KpPart) (KP_PART_OTHER_1 + i))
                       && !is_in_heat (scheme, (KpPart) (KP_PART_OTHER_1 + i))
                       && !is_tie (scheme, (KpTieField) (KP_TIE_OTHER_1 + i)),
                   path, "totals[].weights");
    }
  warn_unused (problems,
               scheme->credential.applies && !is_counted (scheme, KP_PART_CREDENTIAL)
                   && !is_in_heat (scheme, KP_PART_CREDENTIAL)
                   && !is_tie (scheme, KP_TIE_CREDENTIAL),
               "credential.applies", "totals[].weights.credential");
}

static gboolean
has_credential_values (const KpSchemeCredential *credential)
{
  return credential->points_per_year > 0 || credential->cap > 0 || credential->table.items->len > 0
         || credential->fact != NULL || !kp_date_is_none (credential->date);
}

/* What a switch that is off makes idle. A value that decides who comes in is refused, a detail only doubted. */
static void
check_switches (GPtrArray      *problems,
                const KpScheme *scheme)
{
  const KpQuotaPolicy  *quota = &scheme->quota;
  const KpReviewPolicy *review = &scheme->review;

  if (!quota->applies && kp_fraction_is_known (quota->ratio))
    kp_scheme_check_refuse (problems,
                            g_strdup (_("There is an opening ratio, but \"quota.applies\" isn't true, so every post would open; "
                                        "write true there, or remove the ratio.")),
                            "quota.ratio");
  if (!scheme->credential.applies && has_credential_values (&scheme->credential))
    kp_scheme_check_refuse (problems,
                            g_strdup (_("There are credential points, but \"credential.applies\" isn't true, so nobody would get "
                                        "them; write true, or remove them.")),
                            "credential.applies");
  warn_unused (problems, quota->freed == KP_QUOTA_FREED_NONE && quota->freed_to->len > 0, "quota.freed_to", "quota.freed");
  warn_unused (problems, scheme->leftover.at == KP_LEFTOVER_NEVER && scheme->leftover.to->len > 0, "leftover.to",
               "leftover.at");
  warn_unused (problems, !quota->applies && quota->repost_days > 0, "quota.repost_days", "quota.applies");
  warn_unused (problems, review->appeal_days == 0 && review->answer_days > 0, "review.answer_days", "review.appeal_days");
  warn_unused (problems, !scheme->choice.policy.applies && scheme->choice.offers->len > 0, "choice.offers",
               "choice.applies");
  if (scheme->physical.recheck_times > 0 && scheme->physical.recheck_days == 0)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("A re-check needs at least 1 day, not 0; correct it, or write 0 for "
                                        "\"recheck_times\".")),
                            "physical.recheck_days");
}

static void
check_most (GPtrArray  *problems,
            KpFraction  ratio,
            const char *path)
{
  if (kp_fraction_is_known (ratio) && kp_fraction_compare (ratio, kp_fraction_new (MOST_FOR_A_PLACE, 1)) > 0)
    {
      g_autofree gchar *text = kp_fraction_dup_text (ratio);

      kp_scheme_check_refuse (problems,
                              g_strdup_printf (_("%s persons for one place are more than any notice has; write at most %d."), text,
                                               MOST_FOR_A_PLACE),
                              "%s", path);
    }
}

/* Fewer than one for a place: it was written the wrong way round, 1/3 for 3:1. What isn't above 0 is told elsewhere. */
static void
check_least (GPtrArray  *problems,
             KpFraction  ratio,
             const char *path)
{
  if (kp_fraction_is_known (ratio) && ratio.num > 0 && kp_fraction_compare (ratio, KP_FRACTION_ONE) < 0)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("The ratio is below 1; for three persons a place write \"1:3\" or \"3\".")), "%s",
                            path);
}

static void
check_persons (GPtrArray  *problems,
               KpFraction  ratio,
               const char *path)
{
  check_least (problems, ratio, path);
  check_most (problems, ratio, path);
}

static void
check_ratios (GPtrArray      *problems,
              const KpScheme *scheme)
{
  guint most = 0;

  check_persons (problems, scheme->quota.ratio, "quota.ratio");
  for (guint i = 0; i < scheme->quota.n_tiers; i++)
    {
      g_autofree gchar *path = g_strdup_printf ("quota.tiers[%u].below", i);

      check_persons (problems, scheme->quota.tiers[i].ratio, path);
    }
  check_most (problems, scheme->physical.policy.ratio, "physical.list.ratio");
  for (guint i = 0; i < scheme->shortlist.n_tiers; i++)
    {
      g_autofree gchar *path = g_strdup_printf ("shortlist.tiers[%u].ratio", i);

      check_persons (problems, scheme->shortlist.tiers[i].ratio, path);
    }
  for (guint i = 0; i < scheme->heats->len; i++)
    for (guint j = 0; j < ((const KpSchemeHeat *) g_ptr_array_index (scheme->heats, i))->list.n_tiers; j++)
      {
        g_autofree gchar *path = g_strdup_printf ("heats[%u].next.tiers[%u].ratio", i, j);

        check_persons (problems, ((const KpSchemeHeat *) g_ptr_array_index (scheme->heats, i))->list.tiers[j].ratio, path);
      }
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);
      g_autofree gchar   *quota = g_strdup_printf ("posts[%u].quota_ratio", i);
      g_autofree gchar   *shortlist = g_strdup_printf ("posts[%u].shortlist_ratio", i);

      check_persons (problems, post->quota_ratio, quota);
      check_persons (problems, post->shortlist_ratio, shortlist);
      most = MAX (most, post->places);
    }
  if (scheme->quota.applies && scheme->posts->len > 0 && scheme->quota.minimum > most)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("No post has %u places, so none could be reduced to so many; write at most %u."),
                                             scheme->quota.minimum, most),
                            "quota.minimum");
}

/* The formulas take the interview as a mark of 100, so its elements must make one. */
static void
check_interview (GPtrArray      *problems,
                 const KpScheme *scheme)
{
  const KpSchemeInterview *interview = &scheme->interview;
  const KpPanelPolicy     *panel = &interview->panel;
  const KpMark             unit = kp_decimal_power (KP_MARK_DECIMALS - MIN (panel->sheet_decimals, KP_MARK_DECIMALS));
  KpFraction               full = KP_FRACTION_ZERO;

  for (guint i = 0; i < interview->elements->len; i++)
    {
      const KpSchemeElement *element = g_ptr_array_index (interview->elements, i);

      full = kp_fraction_add (full, kp_fraction_multiply (kp_fraction_from_mark (element->full), element->weight));
      if (element->code == NULL || *element->code == '\0')
        kp_scheme_check_refuse (problems, g_strdup (_("This text is empty; fill it in.")), "interview.elements[%u].code", i);
    }
  if (interview->elements->len > 0 && kp_fraction_compare (full, kp_fraction_new (100, 1)) != 0)
    {
      g_autofree gchar *text = kp_fraction_is_known (full) ? kp_fraction_dup_text (full) : g_strdup ("–");

      kp_scheme_check_refuse (problems,
                              g_strdup_printf (_("The elements make %s points by their weights, but the formulas take the "
                                                 "interview as 100; correct full marks or weights."),
                                               text),
                              "interview.elements");
    }
  if (panel->step > KP_MARK (100, 0) || panel->step % unit != 0)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("Marks of %u decimals can't move by this step; correct one of them."),
                                             panel->sheet_decimals),
                            "interview.panel.step");
  if (interview->correction.cap > 0 && interview->correction.cap < KP_MARK (100, 0))
    kp_scheme_check_refuse (problems,
                            g_strdup (_("The cap of corrected marks lies below the full mark of 100, it would take points from the "
                                        "best; correct it, or write 0 for none.")),
                            "interview.correction.cap");
}

/**
 * kp_scheme_check_parts:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @scheme: a scheme
 *
 * Adds what is sound by itself and wrong beside another part: a stage that a formula or requirement needs and that isn't
 * held, points that go nowhere, values beside a switch that is off, numbers that no notice has.
 */
void
kp_scheme_check_parts (GPtrArray      *problems,
                       const KpScheme *scheme)
{
  check_stages (problems, scheme);
  check_bonus (problems, scheme);
  check_uncounted (problems, scheme);
  check_switches (problems, scheme);
  check_ratios (problems, scheme);
  check_interview (problems, scheme);
}
