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
 * for those behind. */

#include "kp-choice.h"

#include <string.h>

static gboolean
find_free (const KpChoiceOffer *offers,
           guint                n_offers,
           const guint         *n_taken,
           const char          *code,
           guint               *out)
{
  for (guint i = 0; i < n_offers; i++)
    if (strcmp (offers[i].code, code) == 0 && n_taken[i] < offers[i].capacity)
      {
        *out = i;
        return TRUE;
      }

  return FALSE;
}

static void
choose (const KpChoiceOffer *offers,
        guint                n_offers,
        guint               *n_taken,
        const KpChooser     *chooser,
        KpChoiceResult      *result)
{
  for (guint i = 0; i < chooser->n_choices; i++)
    if (find_free (offers, n_offers, n_taken, chooser->choices[i], &result->offer))
      {
        result->verdict = KP_CHOICE_CHOSEN;
        n_taken[result->offer]++;
        return;
      }
}

/* The first of those not served yet; FALSE when there is none. */
static gboolean
find_next (const KpChooser *choosers,
           guint            n_choosers,
           guint            after,
           guint           *place,
           guint           *chooser,
           guint           *n_sharing)
{
  *place = G_MAXUINT;
  *n_sharing = 0;
  for (guint i = 0; i < n_choosers; i++)
    {
      guint own = choosers[i].place.place;

      if (own <= after || own > *place)
        continue;
      *n_sharing = own == *place ? *n_sharing + 1 : 1;
      *place = own;
      *chooser = i;
    }

  return *n_sharing > 0;
}

/**
 * kp_choice_decide:
 * @offers: (array length=n_offers): what there is to choose, each code once
 * @n_offers: how many
 * @choosers: (array length=n_choosers): who chooses, with the place in the order of choosing
 * @n_choosers: how many
 * @results: (out) (array length=n_choosers): results[i] belongs to choosers[i]
 *
 * Each in turn gets the first of the own choices that is still free. The order of @choosers and @offers never matters.
 *
 * Returns: FALSE when an undecided tie stopped the choice; everybody from there on is UNDECIDED.
 */
gboolean
kp_choice_decide (const KpChoiceOffer *offers,
                  guint                n_offers,
                  const KpChooser     *choosers,
                  guint                n_choosers,
                  KpChoiceResult      *results)
{
  g_autofree guint *n_taken = g_new0 (guint, n_offers + 1);
  guint             place, n_sharing;
  guint             after = 0;
  guint             chooser = 0;

  g_return_val_if_fail (n_choosers == 0 || (choosers != NULL && results != NULL), FALSE);

  for (guint i = 0; i < n_choosers; i++)
    results[i] = (KpChoiceResult) { KP_CHOICE_NONE, 0 };
  while (find_next (choosers, n_choosers, after, &place, &chooser, &n_sharing))
    {
      if (n_sharing > 1)
        {
          for (guint i = 0; i < n_choosers; i++)
            if (choosers[i].place.place >= place)
              results[i].verdict = KP_CHOICE_UNDECIDED;
          return FALSE;
        }
      choose (offers, n_offers, n_taken, &choosers[chooser], &results[chooser]);
      after = place;
    }

  return TRUE;
}
