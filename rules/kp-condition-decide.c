/* kp-condition-decide.c – asks one condition of a candidate's facts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A value that nobody has stated is never guessed: the answer is "a paper is needed". A value that is stated but that
 * no table can judge (another major, an address written another way) goes to a person. Where a field is left empty that
 * claims nothing when empty, nothing is fulfilled by it: "except" of a disqualifier is met.
 *
 *   fact states    nothing yet    that it isn't so,   a value that      a value that   a value that no
 *                                 or claims nothing   fulfils           doesn't        table can judge
 *   verdict        needs paper    unmet               met               unmet          by hand
 *
 *             any part unmet   else any paper   else any by hand   else
 *   all_of    unmet            needs paper      by hand            met
 *             any part met
 *   any_of    met              needs paper      by hand            unmet
 *   except    unmet            needs paper      by hand            met
 *
 *             count parts met  fewer even if all open parts were met  else any paper   else
 *   some_of   met              unmet                                  needs paper      by hand
 */

#include "kp-condition.h"

#include "kp-definition.h"

#include <string.h>

static gboolean
is_stated (const char *text)
{
  return text != NULL && *text != '\0';
}

static gboolean
is_listed (const KpCondition *condition,
           const char        *word)
{
  return condition->words != NULL && g_strv_contains ((const char *const *) condition->words, word);
}

static KpVerdict
decide_truth (KpTruth truth)
{
  if (truth == KP_TRUTH_UNKNOWN)
    return KP_VERDICT_NEEDS_PAPER;

  return truth == KP_TRUTH_YES ? KP_VERDICT_MET : KP_VERDICT_UNMET;
}

/* Both bounds belong to the period. */
static KpVerdict
decide_period (const KpCondition *condition,
               KpDate             date)
{
  if (!kp_date_is_valid (date))
    return KP_VERDICT_NEEDS_PAPER;
  if (!kp_date_is_none (condition->from) && kp_date_compare (date, condition->from) < 0)
    return KP_VERDICT_UNMET;
  if (!kp_date_is_none (condition->to) && kp_date_compare (date, condition->to) > 0)
    return KP_VERDICT_UNMET;

  return KP_VERDICT_MET;
}

static KpVerdict
decide_word (const KpCondition *condition,
             const char        *word)
{
  if (!is_stated (word))
    return KP_VERDICT_NEEDS_PAPER;

  return is_listed (condition, word) ? KP_VERDICT_MET : KP_VERDICT_UNMET;
}

static KpVerdict
decide_level (guint       needed,
              guint       held,
              const char *word)
{
  if (!is_stated (word))
    return KP_VERDICT_NEEDS_PAPER;
  if (held == 0 || needed == 0)
    return KP_VERDICT_BY_HAND;

  return held >= needed ? KP_VERDICT_MET : KP_VERDICT_UNMET;
}

static KpVerdict
decide_education_in (const KpCondition *condition,
                     const char        *education)
{
  KpVerdict verdict = decide_word (condition, education);

  if (verdict == KP_VERDICT_UNMET && kp_education_get_level (education) == 0)
    return KP_VERDICT_BY_HAND;

  return verdict;
}

/* The names of majors change with the catalogue: only a person may refuse one. */
static KpVerdict
decide_major (const KpCondition *condition,
              const char        *major)
{
  KpVerdict verdict = decide_word (condition, major);

  return verdict == KP_VERDICT_UNMET ? KP_VERDICT_BY_HAND : verdict;
}

/* A deadline for something that is held: without its day a paper must show it. */
static KpVerdict
decide_deadline (const KpCondition *condition,
                 KpDate             obtained)
{
  return kp_date_is_none (condition->to) ? KP_VERDICT_MET : decide_period (condition, obtained);
}

/* An address that begins another way may still lie there (no province named, an old name): only a person may refuse. */
static KpVerdict
decide_residence (const KpCondition      *condition,
                  const KpCandidateFacts *facts)
{
  if (!is_stated (facts->residence))
    return KP_VERDICT_NEEDS_PAPER;

  for (guint i = 0; condition->words != NULL && condition->words[i] != NULL; i++)
    if (g_str_has_prefix (facts->residence, condition->words[i]))
      return decide_deadline (condition, facts->residence_since);

  return KP_VERDICT_BY_HAND;
}

static KpVerdict
decide_certificate (const KpCondition      *condition,
                    const KpCandidateFacts *facts)
{
  const char *needed = condition->words != NULL ? condition->words[0] : NULL;
  KpVerdict   verdict;

  if (facts->certificate != NULL && *facts->certificate == '\0')
    return KP_VERDICT_UNMET;

  verdict = decide_level (kp_certificate_get_level (needed), kp_certificate_get_level (facts->certificate),
                          facts->certificate);
  if (verdict != KP_VERDICT_MET)
    return verdict;

  return decide_deadline (condition, facts->certificate_on);
}

/* Only full months count: who began on 2 March has one year on 2 March of the next. */
static KpVerdict
decide_months (const KpCondition *condition,
               KpTruth            belongs,
               KpDate             from,
               KpDate             to)
{
  if (belongs != KP_TRUTH_YES)
    return decide_truth (belongs);
  if (!kp_date_is_valid (from) || !kp_date_is_valid (to))
    return KP_VERDICT_NEEDS_PAPER;
  if (kp_date_full_months_between (from, to) < (gint) condition->months)
    return KP_VERDICT_UNMET;

  return KP_VERDICT_MET;
}

static KpVerdict
decide_parts (const KpCondition      *condition,
              const KpCandidateFacts *facts)
{
  gboolean  is_all = condition->kind == KP_CONDITION_ALL_OF;
  KpVerdict deciding = is_all ? KP_VERDICT_UNMET : KP_VERDICT_MET;
  gboolean  is_decided = FALSE;
  gboolean  needs_paper = FALSE;
  gboolean  is_by_hand = FALSE;

  for (guint i = 0; i < condition->parts->len; i++)
    {
      KpVerdict verdict = kp_condition_decide (g_ptr_array_index (condition->parts, i), facts);

      is_decided = is_decided || verdict == deciding;
      needs_paper = needs_paper || verdict == KP_VERDICT_NEEDS_PAPER;
      is_by_hand = is_by_hand || verdict == KP_VERDICT_BY_HAND;
    }

  if (is_decided)
    return condition->kind == KP_CONDITION_ANY_OF ? KP_VERDICT_MET : KP_VERDICT_UNMET;
  if (needs_paper)
    return KP_VERDICT_NEEDS_PAPER;
  if (is_by_hand)
    return KP_VERDICT_BY_HAND;

  return condition->kind == KP_CONDITION_ANY_OF ? KP_VERDICT_UNMET : KP_VERDICT_MET;
}

static KpVerdict
decide_some_of (const KpCondition      *condition,
                const KpCandidateFacts *facts)
{
  guint n_met = 0;
  guint n_paper = 0;
  guint n_by_hand = 0;

  for (guint i = 0; i < condition->parts->len; i++)
    {
      KpVerdict verdict = kp_condition_decide (g_ptr_array_index (condition->parts, i), facts);

      if (verdict == KP_VERDICT_MET)
        n_met++;
      else if (verdict == KP_VERDICT_NEEDS_PAPER)
        n_paper++;
      else if (verdict == KP_VERDICT_BY_HAND)
        n_by_hand++;
    }

  if (n_met >= condition->count)
    return KP_VERDICT_MET;
  if (n_met + n_paper + n_by_hand < condition->count)
    return KP_VERDICT_UNMET;

  return n_paper > 0 ? KP_VERDICT_NEEDS_PAPER : KP_VERDICT_BY_HAND;
}

/* Words of which the table doesn't know all are for a person to refuse, as in the kinds of their own. */
static KpVerdict
decide_fact_word (const KpCondition *condition,
                  const char        *word)
{
  if (is_listed (condition, word))
    return KP_VERDICT_MET;
  if (strcmp (condition->fact, "major") == 0)
    return KP_VERDICT_BY_HAND;
  if (strcmp (condition->fact, "education") == 0 && kp_education_get_level (word) == 0)
    return KP_VERDICT_BY_HAND;
  if (strcmp (condition->fact, "certificate") == 0 && kp_certificate_get_level (word) == 0)
    return KP_VERDICT_BY_HAND;

  return KP_VERDICT_UNMET;
}

static KpVerdict
decide_fact_place (const KpCondition *condition,
                   const KpFactValue *value)
{
  for (guint i = 0; condition->words != NULL && condition->words[i] != NULL; i++)
    if (g_str_has_prefix (value->word, condition->words[i]))
      return decide_deadline (condition, value->date);

  return KP_VERDICT_BY_HAND;
}

/* To the day `to`, or to that of another fact; of two ends the earlier one. */
static KpVerdict
decide_months_since (const KpCondition      *condition,
                     const KpCandidateFacts *facts,
                     KpDate                  since)
{
  KpDate      end = condition->to;
  KpFactValue until = { .truth = KP_TRUTH_UNKNOWN };

  if (condition->until != NULL)
    {
      if (!kp_facts_find (facts, condition->until, &until) || until.truth == KP_TRUTH_UNKNOWN)
        return KP_VERDICT_NEEDS_PAPER;
      if (until.truth == KP_TRUTH_NO && kp_date_is_none (end))
        return KP_VERDICT_UNMET;
      if (until.truth == KP_TRUTH_YES && (kp_date_is_none (end) || kp_date_compare (until.date, end) < 0))
        end = until.date;
    }

  return decide_months (condition, KP_TRUTH_YES, since, end);
}

/* The street by its name or code, or the post by its code. */
static KpVerdict
decide_same_as_post (const KpCandidateFacts *facts,
                     const KpFactValue      *value)
{
  if (!is_stated (facts->post))
    return KP_VERDICT_NEEDS_PAPER;
  if (value->word == NULL)
    return KP_VERDICT_BY_HAND;
  if (strcmp (value->word, facts->post) == 0 || g_strcmp0 (value->word, facts->street) == 0
      || g_strcmp0 (value->word, facts->street_name) == 0)
    return KP_VERDICT_MET;

  return KP_VERDICT_UNMET;
}

static KpVerdict
decide_number (const KpCondition *condition,
               KpFraction         number)
{
  gint order;

  if (!kp_fraction_is_known (number) || !kp_fraction_is_known (condition->value))
    return KP_VERDICT_NEEDS_PAPER;

  order = kp_fraction_compare (number, condition->value);
  if (condition->kind == KP_CONDITION_AT_LEAST)
    return order >= 0 ? KP_VERDICT_MET : KP_VERDICT_UNMET;

  return order <= 0 ? KP_VERDICT_MET : KP_VERDICT_UNMET;
}

/* The kinds that ask of a fact by its id. */
static KpVerdict
decide_fact (const KpCondition      *condition,
             const KpCandidateFacts *facts)
{
  KpFactValue value = { .truth = KP_TRUTH_UNKNOWN };

  if (!kp_facts_find (facts, condition->fact, &value) || value.truth == KP_TRUTH_UNKNOWN)
    return KP_VERDICT_NEEDS_PAPER;
  if (value.truth == KP_TRUTH_NO)
    return KP_VERDICT_UNMET;
  if (value.word == NULL && (condition->kind == KP_CONDITION_WORD_IN || condition->kind == KP_CONDITION_PLACE_IN))
    return KP_VERDICT_BY_HAND;

  switch (condition->kind)
    {
    case KP_CONDITION_IS:
      return KP_VERDICT_MET;
    case KP_CONDITION_WORD_IN:
      return decide_fact_word (condition, value.word);
    case KP_CONDITION_PLACE_IN:
      return decide_fact_place (condition, &value);
    case KP_CONDITION_DATED:
      return decide_period (condition, value.date);
    case KP_CONDITION_MONTHS_SINCE:
      return decide_months_since (condition, facts, value.date);
    case KP_CONDITION_AT_LEAST:
    case KP_CONDITION_AT_MOST:
      return decide_number (condition, value.number);
    case KP_CONDITION_SAME_AS_POST:
      return decide_same_as_post (facts, &value);
    default:
      g_return_val_if_reached (KP_VERDICT_BY_HAND);
    }
}

/* A post without a street of its own lies in none of them. */
static KpVerdict
decide_post (const KpCondition      *condition,
             const KpCandidateFacts *facts)
{
  const char *code = condition->kind == KP_CONDITION_POST_IN ? facts->post : facts->street;

  if (!is_stated (facts->post))
    return KP_VERDICT_NEEDS_PAPER;

  return is_stated (code) && is_listed (condition, code) ? KP_VERDICT_MET : KP_VERDICT_UNMET;
}

static KpVerdict
decide_definition (const char             *name,
                   const KpCandidateFacts *facts)
{
  KpDefinition which;

  return kp_definition_parse (name, &which) ? kp_definition_decide (facts->definitions, which, facts)
                                            : KP_VERDICT_BY_HAND;
}

/**
 * kp_condition_decide:
 * @condition: a condition as kp_scheme_check() accepts it
 * @facts: what the candidate states
 *
 * Pure and safe from any thread. What asks of a lost fact isn't met. Dates in @condition are included in the periods they bound (民法典 第1259条).
 *
 * Returns: MET, UNMET, NEEDS_PAPER when a value is missing, or BY_HAND when only a person can judge.
 */
KpVerdict
kp_condition_decide (const KpCondition      *condition,
                     const KpCandidateFacts *facts)
{
  const char *first = condition->words != NULL ? condition->words[0] : NULL;

  if (facts->n_lost > 0 && condition->parts == NULL && condition->kind != KP_CONDITION_COUNTS_AS
      && kp_condition_find_lost (condition, facts) != NULL)
    return KP_VERDICT_UNMET;

  switch (condition->kind)
    {
    case KP_CONDITION_ALL_OF:
    case KP_CONDITION_ANY_OF:
    case KP_CONDITION_EXCEPT:
      return decide_parts (condition, facts);
    case KP_CONDITION_SOME_OF:
      return decide_some_of (condition, facts);
    case KP_CONDITION_BORN:
      return decide_period (condition, facts->birth);
    case KP_CONDITION_EDUCATION_AT_LEAST:
      return decide_level (kp_education_get_level (first), kp_education_get_level (facts->education),
                           facts->education);
    case KP_CONDITION_EDUCATION_IN:
      return decide_education_in (condition, facts->education);
    case KP_CONDITION_DEGREE_IN:
      return facts->degree != NULL && *facts->degree == '\0' ? KP_VERDICT_UNMET : decide_word (condition, facts->degree);
    case KP_CONDITION_MAJOR_IN:
      return decide_major (condition, facts->major);
    case KP_CONDITION_POLITICAL_IN:
      return decide_word (condition, facts->political);
    case KP_CONDITION_SEX_IN:
      return decide_word (condition, facts->sex);
    case KP_CONDITION_RESIDENCE_IN:
      return decide_residence (condition, facts);
    case KP_CONDITION_CERTIFICATE_AT_LEAST:
      return decide_certificate (condition, facts);
    case KP_CONDITION_GRADUATED:
      return decide_period (condition, facts->graduated);
    case KP_CONDITION_VETERAN:
      return decide_truth (facts->is_veteran);
    case KP_CONDITION_GRID_STAFF:
      return decide_truth (facts->is_grid_staff);
    case KP_CONDITION_GRID_MONTHS:
      return decide_months (condition, facts->is_grid_staff, facts->grid_since, condition->to);
    case KP_CONDITION_SERVICE_MONTHS:
      return decide_months (condition, facts->is_veteran, facts->enlisted, facts->discharged);
    case KP_CONDITION_IS:
    case KP_CONDITION_WORD_IN:
    case KP_CONDITION_PLACE_IN:
    case KP_CONDITION_DATED:
    case KP_CONDITION_MONTHS_SINCE:
    case KP_CONDITION_AT_LEAST:
    case KP_CONDITION_AT_MOST:
    case KP_CONDITION_SAME_AS_POST:
      return decide_fact (condition, facts);
    case KP_CONDITION_POST_IN:
    case KP_CONDITION_POST_STREET_IN:
      return decide_post (condition, facts);
    case KP_CONDITION_COUNTS_AS:
      return decide_definition (first, facts);
    case KP_CONDITION_BY_HAND:
      return KP_VERDICT_BY_HAND;
    default:
      g_return_val_if_reached (KP_VERDICT_BY_HAND);
    }
}
