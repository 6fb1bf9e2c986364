/* kp-derivation-place.c – the place in a total of a derivation: among how many, what parted the equal, the distances.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-derivation-private.h"

/* How the equal were parted, or what is still needed to part them. */
static gchar *
dup_parted (const KpDerivation        *derivation,
            const KpDerivationRanking *ranking,
            guint                      n_equal)
{
  const KpRankPlace *place = ranking->place;
  const guint        key = place->is_undecided ? place->waits_for : place->decided_by;
  g_autofree gchar  *tie = key > 0 && key <= ranking->ties->len
                               ? kp_scheme_dup_tie_chinese (derivation->contest->scheme,
                                                            g_ptr_array_index (ranking->ties, key - 1))
                               : NULL;

  if (n_equal < 2)
    return g_strdup ("");
  if (place->is_undecided && tie != NULL)
    return g_strdup_printf ("；%s相同的%u人，%u人并列，待“%s”区分", ranking->name, n_equal, place->n_sharing, tie);
  if (place->is_undecided)
    return g_strdup_printf ("；%s相同的%u人，依规则仍有%u人不能区分，由招聘工作领导小组研究决定", ranking->name, n_equal,
                            place->n_sharing);

  return tie != NULL ? g_strdup_printf ("；%s相同的%u人，按“%s”分出先后", ranking->name, n_equal, tie)
                     : g_strdup_printf ("；%s相同的%u人", ranking->name, n_equal);
}

/**
 * kp_derivation_add_place:
 * @derivation: a derivation
 * @ranking: the total, and the place of the person in it
 *
 * Adds the place, what parted it from equal ones, and how far it is to the next.
 */
void
kp_derivation_add_place (KpDerivation              *derivation,
                         const KpDerivationRanking *ranking)
{
  const KpRankPlace *place = ranking->place;
  KpDerivationGaps   gaps = { 0 };
  guint              n_equal = 0;
  g_autofree gchar  *label = g_strdup_printf ("%s名次", ranking->name);
  g_autofree gchar  *value = g_strdup_printf ("第%u名%s", place->place, place->is_undecided ? "（并列待定）" : "");
  g_autofree gchar  *distance = NULL;
  g_autofree gchar  *parted = NULL;

  for (guint i = 0; i < derivation->post->entrants->len; i++)
    {
      const guint index = g_array_index (derivation->post->entrants, guint, i);
      KpMark      other;

      if (!ranking->find (&derivation->contest->results[index], &other))
        continue;
      n_equal += other == ranking->total;
      kp_derivation_take_gap (&gaps, kp_fraction_from_mark (ranking->total), kp_fraction_from_mark (other));
    }
  distance = kp_derivation_dup_gaps (&gaps);
  parted = dup_parted (derivation, ranking, n_equal);
  kp_derivation_add (derivation, ranking->stage, label, value, kp_derivation_get_clause (derivation, ranking->notice),
                     "本岗位%s%u人，按%s从高到低，第%u名%s%s。", ranking->among, gaps.n, ranking->name, place->place, parted,
                     distance);
}
