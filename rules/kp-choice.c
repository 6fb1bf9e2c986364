/* kp-choice.c – hires choose their posts in the order of their totals 依次选岗.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A has one place, B two:
 *
 *   1st wants A        A
 *   2nd wants A, B     B: A is taken
 *   3rd wants A        nothing: nobody is put where he doesn't want to be
 *
 * Two who share a place without being parted stop the choice: who of them chooses first isn't known, nor what is left
 * for those behind.
 *
 * Groups (posts) each have an order of their own, and none among each other. As long as there is enough for all of them,
 * their turns don't matter:
 *
 *   A: 1st wants X, 2nd wants Y    B: 1st wants Y    X has one place, Y two    X, Y and Y
 *   A: 1st wants X, 2nd wants Y    B: 1st wants X                              nobody gets X: both 1st are undecided, and
 *                                                                              so is the 2nd of A, who chooses after him */

#include "kp-choice.h"

#include <string.h>

/* The choosing of all groups. */
typedef struct
{
  const KpChoiceOffer *offers;
  guint                n_offers;
  const KpChooser     *choosers;
  guint                n_choosers;
  guint               *order;     /* indexes of choosers, by group, then by place */
  guint               *n_taken;   /* of each offer, in one group */
  gboolean            *is_contested; /* of each offer: several groups may want more of it than there is */
  KpChoiceResult      *results;
} Choosing;

static gboolean
find_offer (const Choosing *choosing,
            const char     *code,
            guint          *out)
{
  for (guint i = 0; i < choosing->n_offers; i++)
    if (strcmp (choosing->offers[i].code, code) == 0)
      {
        *out = i;
        return TRUE;
      }

  return FALSE;
}

/* FALSE when the first free one of the own choices is contested. */
static gboolean
choose (const Choosing *choosing,
        guint           index)
{
  const KpChooser *chooser = &choosing->choosers[index];
  KpChoiceResult  *result = &choosing->results[index];

  for (guint i = 0; i < chooser->n_choices; i++)
    {
      guint offer;

      if (!find_offer (choosing, chooser->choices[i], &offer)
          || choosing->n_taken[offer] >= choosing->offers[offer].capacity)
        continue;
      if (choosing->is_contested[offer])
        return FALSE;
      *result = (KpChoiceResult) { KP_CHOICE_CHOSEN, offer };
      choosing->n_taken[offer]++;
      return TRUE;
    }

  return TRUE;
}

/* Those of one group, from @from to before @to of the order. */
static void
choose_in_turn (const Choosing *choosing,
                guint           from,
                guint           to)
{
  gboolean is_stopped = FALSE;

  memset (choosing->n_taken, 0, sizeof (guint) * choosing->n_offers);
  for (guint i = from; i < to; i++)
    {
      const guint index = choosing->order[i];
      const guint place = choosing->choosers[index].place.place;

      if (place == 0)
        continue;
      is_stopped = is_stopped || choosing->choosers[index].is_waiting;
      is_stopped = is_stopped || (i + 1 < to && choosing->choosers[choosing->order[i + 1]].place.place == place);
      is_stopped = is_stopped || !choose (choosing, index);
      if (is_stopped)
        choosing->results[index] = (KpChoiceResult) { KP_CHOICE_UNDECIDED, 0 };
    }
}

static void
choose_in_groups (const Choosing *choosing)
{
  guint from = 0;

  for (guint i = 0; i < choosing->n_choosers; i++)
    choosing->results[i] = (KpChoiceResult) { KP_CHOICE_NONE, 0 };
  for (guint i = 1; i <= choosing->n_choosers; i++)
    if (i == choosing->n_choosers
        || choosing->choosers[choosing->order[i]].group != choosing->choosers[choosing->order[from]].group)
      {
        choose_in_turn (choosing, from, i);
        from = i;
      }
}

/* Whether the chooser has the offer, or may still get it. */
static gboolean
may_take (const Choosing *choosing,
          guint           index,
          guint           offer)
{
  const KpChooser      *chooser = &choosing->choosers[index];
  const KpChoiceResult *result = &choosing->results[index];

  if (result->verdict == KP_CHOICE_CHOSEN)
    return result->offer == offer;
  for (guint i = 0; result->verdict == KP_CHOICE_UNDECIDED && i < chooser->n_choices; i++)
    if (strcmp (chooser->choices[i], choosing->offers[offer].code) == 0)
      return TRUE;

  return FALSE;
}

/* Offers of which several groups may want more than there is; FALSE when there is no new one. */
static gboolean
find_contested (const Choosing *choosing)
{
  gboolean is_new = FALSE;

  for (guint offer = 0; offer < choosing->n_offers; offer++)
    {
      guint    n = 0;
      guint    first = 0;
      gboolean has_others = FALSE;

      for (guint i = 0; i < choosing->n_choosers && !choosing->is_contested[offer]; i++)
        {
          if (!may_take (choosing, i, offer))
            continue;
          first = n == 0 ? choosing->choosers[i].group : first;
          has_others = has_others || choosing->choosers[i].group != first;
          n++;
        }
      if (!has_others || n <= choosing->offers[offer].capacity)
        continue;
      choosing->is_contested[offer] = TRUE;
      is_new = TRUE;
    }

  return is_new;
}

static gint
compare_choosers (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  const KpChooser *choosers = data;
  const KpChooser *first = &choosers[*(const guint *) a];
  const KpChooser *second = &choosers[*(const guint *) b];

  if (first->group != second->group)
    return first->group < second->group ? -1 : 1;

  return (first->place.place > second->place.place) - (first->place.place < second->place.place);
}

/**
 * kp_choice_decide:
 * @offers: (array length=n_offers): what there is to choose, each code once
 * @n_offers: how many
 * @choosers: (array length=n_choosers): who chooses, with the place in the order of choosing
 * @n_choosers: how many
 * @results: (out) (array length=n_choosers): results[i] belongs to choosers[i]
 *
 * Each in turn gets the first of the own choices that is still free. The order of @choosers and @offers never matters, and
 * no offer is given more often than its capacity, whatever the groups want.
 *
 * Returns: FALSE when a tie, or an offer that several groups want, stopped the choice; everybody of that group from there on
 *   is UNDECIDED.
 */
gboolean
kp_choice_decide (const KpChoiceOffer *offers,
                  guint                n_offers,
                  const KpChooser     *choosers,
                  guint                n_choosers,
                  KpChoiceResult      *results)
{
  g_autofree guint    *order = g_new0 (guint, n_choosers + 1);
  g_autofree guint    *n_taken = g_new0 (guint, n_offers + 1);
  g_autofree gboolean *is_contested = g_new0 (gboolean, n_offers + 1);
  const Choosing       choosing = { offers, n_offers, choosers, n_choosers, order, n_taken, is_contested, results };

  g_return_val_if_fail (n_choosers == 0 || (choosers != NULL && results != NULL), FALSE);

  for (guint i = 0; i < n_choosers; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint) n_choosers, sizeof (guint), compare_choosers, (gpointer) choosers);
  do
    choose_in_groups (&choosing);
  while (find_contested (&choosing));
  for (guint i = 0; i < n_choosers; i++)
    if (results[i].verdict == KP_CHOICE_UNDECIDED)
      return FALSE;

  return TRUE;
}
