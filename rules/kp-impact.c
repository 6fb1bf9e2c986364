/* kp-impact.c – two contests side by side: everyone whose marks, place, list or offer differ.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One shifted row of a real exam moved eleven people: the mean of the room changed with the mark, and with it the
 * coefficient, the marks of all others of the post, and their places. So a change is looked at as a whole before
 * anybody accepts it: both campaigns are computed from the start, and whatever differs is told. */

#include "kp-impact.h"

#include <string.h>

typedef struct
{
  const char *name;
  const char *chinese;
} Word;

static const Word words[KP_N_IMPACTS] = {
  [KP_IMPACT_REVIEW] = { "review", "资格审查" },
  [KP_IMPACT_WRITTEN] = { "written", "笔试成绩" },
  [KP_IMPACT_WRITTEN_PLACE] = { "written_place", "笔试名次" },
  [KP_IMPACT_SHORTLIST] = { "shortlist", "面试入围" },
  [KP_IMPACT_INTERVIEW] = { "interview", "面试成绩" },
  [KP_IMPACT_TOTAL] = { "total", "综合成绩" },
  [KP_IMPACT_PLACE] = { "place", "综合成绩名次" },
  [KP_IMPACT_FINAL] = { "final", "体检（考察）人选" },
  [KP_IMPACT_HIRE] = { "hire", "拟聘用" },
};

/**
 * kp_impact_kind_get_name:
 * @kind: a kind
 *
 * Returns: the stable name in JSON
 */
const char *
kp_impact_kind_get_name (KpImpactKind kind)
{
  g_return_val_if_fail ((guint) kind < KP_N_IMPACTS, NULL);
  return words[kind].name;
}

/**
 * kp_impact_kind_get_chinese:
 * @kind: a kind
 *
 * Returns: the words of a list
 */
const char *
kp_impact_kind_get_chinese (KpImpactKind kind)
{
  g_return_val_if_fail ((guint) kind < KP_N_IMPACTS, NULL);
  return words[kind].chinese;
}

/**
 * kp_impact_free:
 * @impact: (nullable) (transfer full): an impact
 */
void
kp_impact_free (KpImpact *impact)
{
  if (impact == NULL)
    return;

  g_free (impact->before);
  g_free (impact->after);
  g_free (impact);
}

static gchar *
dup_place (guint    place,
           gboolean is_undecided)
{
  if (place == 0)
    return g_strdup ("无名次");
  return g_strdup_printf ("第%u名%s", place, is_undecided ? "（并列待定）" : "");
}

static gchar *
dup_value (const KpContestResult *result,
           KpImpactKind           kind)
{
  switch (kind)
    {
    case KP_IMPACT_REVIEW:
      return g_strdup (kp_review_outcome_get_chinese (result->review));
    case KP_IMPACT_WRITTEN:
      if (result->written.state != KP_MARK_PRESENT)
        return g_strdup (kp_mark_state_get_chinese (result->written.state));
      return kp_fraction_dup_decimal (result->with_bonus, 2);
    case KP_IMPACT_WRITTEN_PLACE:
      return dup_place (result->shortlist.place.place, FALSE);
    case KP_IMPACT_SHORTLIST:
      return g_strdup (kp_shortlist_verdict_get_chinese (result->shortlist.verdict));
    case KP_IMPACT_INTERVIEW:
      if (result->interview.state != KP_MARK_PRESENT)
        return g_strdup (kp_mark_state_get_chinese (result->interview.state));
      return kp_mark_dup_text (result->interview.mark, 2);
    case KP_IMPACT_TOTAL:
      if (result->formula == NULL || result->total.standing == KP_STANDING_OPEN)
        return g_strdup ("—");
      return kp_mark_dup_text (result->total.total, result->formula->policy.decimals);
    case KP_IMPACT_PLACE:
      return dup_place (result->total.place.place, result->total.place.is_undecided);
    case KP_IMPACT_FINAL:
      return g_strdup (kp_final_verdict_get_chinese (result->final.verdict));
    case KP_IMPACT_HIRE:
    default:
      return g_strdup (result->is_hired ? "拟聘用" : "—");
    }
}

static void
compare_person (GPtrArray             *impacts,
                guint                  entrant,
                const KpContestResult *before,
                const KpContestResult *after)
{
  for (guint kind = 0; kind < KP_N_IMPACTS; kind++)
    {
      g_autofree gchar *first = dup_value (before, (KpImpactKind) kind);
      g_autofree gchar *second = dup_value (after, (KpImpactKind) kind);
      KpImpact         *impact;

      if (strcmp (first, second) == 0)
        continue;

      impact = g_new0 (KpImpact, 1);
      impact->entrant = entrant;
      impact->kind = (KpImpactKind) kind;
      impact->before = g_steal_pointer (&first);
      impact->after = g_steal_pointer (&second);
      g_ptr_array_add (impacts, impact);
    }
}

/**
 * kp_impact_compare:
 * @before: the campaign as it stands
 * @after: the same entrants in the same order, with another mark, decision or scheme
 *
 * Returns: (transfer full) (element-type KpImpact): every difference, person by person; empty = nothing moves
 */
GPtrArray *
kp_impact_compare (const KpContest *before,
                   const KpContest *after)
{
  GPtrArray *impacts = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_impact_free);

  g_return_val_if_fail (before->n_entrants == after->n_entrants, impacts);

  for (guint i = 0; i < before->n_entrants; i++)
    compare_person (impacts, i, &before->results[i], &after->results[i]);

  return impacts;
}

/**
 * kp_impact_count_persons:
 * @impacts: (element-type KpImpact): of kp_impact_compare()
 * @only_offers: count only those whose place on a list or offer changes, not those whose marks alone do
 *
 * Returns: how many persons are touched
 */
guint
kp_impact_count_persons (const GPtrArray *impacts,
                         gboolean         only_offers)
{
  guint n = 0;
  guint last = G_MAXUINT;

  for (guint i = 0; i < impacts->len; i++)
    {
      const KpImpact *impact = g_ptr_array_index (impacts, i);
      gboolean        is_offer = impact->kind == KP_IMPACT_SHORTLIST || impact->kind >= KP_IMPACT_FINAL;

      if ((only_offers && !is_offer) || impact->entrant == last)
        continue;
      last = impact->entrant;
      n++;
    }

  return n;
}
