/* kp-scheme-check-heats.c – checks the tests before the interview: their part, line, weights and the list after each.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-heat.h"
#include "kp-scheme-check-private.h"
#include "kp-tie-origin.h"

#include <glib/gi18n-lib.h>

static gboolean
share_post (const KpScheme     *scheme,
            const KpSchemeHeat *a,
            const KpSchemeHeat *b)
{
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);

      if (kp_heat_is_for (a, post) && kp_heat_is_for (b, post))
        return TRUE;
    }

  return FALSE;
}

/* Whether the test is held, for a post of @heat, by the time of that heat. */
static gboolean
is_held_by (const KpScheme     *scheme,
            const KpSchemeHeat *heat,
            guint               index,
            KpPart              part)
{
  for (guint i = 0; i <= index; i++)
    {
      const KpSchemeHeat *earlier = g_ptr_array_index (scheme->heats, i);
      KpPart              own;

      if (kp_heat_find_part (scheme, earlier, &own) && own == part && share_post (scheme, earlier, heat))
        return TRUE;
    }

  return FALSE;
}

static void
check_test (GPtrArray          *problems,
            const KpScheme     *scheme,
            const KpSchemeHeat *heat,
            guint               index)
{
  KpPart part;

  if (!kp_heat_find_part (scheme, heat, &part))
    {
      kp_scheme_check_refuse (problems,
                              g_strdup_printf (_("There is no part “%s” to be tested; name one of \"others\"."), heat->other),
                              "heats[%u].other", index);
      return;
    }
  if (heat->has_line && heat->line > ((const KpSchemeOther *) g_ptr_array_index (scheme->others, part - KP_PART_OTHER_1))->full)
    kp_scheme_check_refuse (problems, g_strdup (_("The line lies above the full mark, nobody could pass; correct it.")),
                            "heats[%u].line", index);
  for (guint i = 0; i < index; i++)
    {
      const KpSchemeHeat *earlier = g_ptr_array_index (scheme->heats, i);

      if (g_strcmp0 (earlier->other, heat->other) == 0 && share_post (scheme, earlier, heat))
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("The same candidates take the test “%s” twice; name another test, or other "
                                                   "posts."),
                                                 heat->other),
                                "heats[%u].other", index);
    }
}

static void
check_posts (GPtrArray          *problems,
             const KpScheme     *scheme,
             const KpSchemeHeat *heat,
             guint               index)
{
  for (guint i = 0; i < heat->posts->len; i++)
    if (kp_scheme_get_post (scheme, g_ptr_array_index (heat->posts, i)) == NULL)
      kp_scheme_check_refuse (problems,
                              g_strdup_printf (_("There is no post “%s”; name one of \"posts\"."),
                                               (const char *) g_ptr_array_index (heat->posts, i)),
                              "heats[%u].posts[%u]", index, i);
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);
      guint               wanted;

      if (!kp_heat_is_for (heat, post))
        continue;
      if (!post->has_written && heat->score.weights[KP_PART_WRITTEN].num > 0)
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("Post “%s” has no written exam, so its list can't be ordered by one; name the "
                                                   "posts of this test, or weigh the test alone."),
                                                 post->code),
                                "heats[%u].weights.written", index);
      if (post->places > 0 && !heat->list.takes_all && !kp_shortlist_decide_wanted (&heat->list, post->places, &wanted))
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("No tier covers the %u places of post “%s”; add one."), post->places,
                                                 post->code),
                                "heats[%u].next.tiers", index);
    }
}

/* What orders the next list has to be known when it is made. */
static void
check_weights (GPtrArray          *problems,
               const KpScheme     *scheme,
               const KpSchemeHeat *heat,
               guint               index)
{
  const KpFraction sum = kp_scheme_check_add_weights (scheme, &heat->score);

  if (sum.num != 0 && kp_fraction_compare (sum, KP_FRACTION_ONE) != 0)
    kp_scheme_check_refuse_weights (problems, sum, "heats", index);
  if (heat->score.weights[KP_PART_CREDENTIAL].num > 0 && !scheme->credential.applies)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("The formula counts credential points, but the scheme gives none; correct one.")),
                            "heats[%u].weights.credential", index);
  for (guint i = 0; i < KP_N_OTHERS; i++)
    if (heat->score.weights[KP_PART_OTHER_1 + i].num > 0
        && !is_held_by (scheme, heat, index, (KpPart) (KP_PART_OTHER_1 + i)))
      kp_scheme_check_refuse (problems,
                              g_strdup_printf (_("“%s” isn't marked yet when this list is made; weigh this test and those before "
                                                 "it."),
                                               kp_part_get_name ((KpPart) (KP_PART_OTHER_1 + i))),
                              "heats[%u].weights.%s", index, kp_part_get_name ((KpPart) (KP_PART_OTHER_1 + i)));
}

static gboolean
is_known_late (KpTieField field)
{
  const KpTieOrigin origin = kp_tie_field_get_origin (field);

  return origin == KP_TIE_OF_INTERVIEW || origin == KP_TIE_OF_TIE || origin == KP_TIE_OF_COMMITTEE
         || field == KP_TIE_EXTENDED_DECIMALS;
}

/* Only the first list and the totals have an extra test or a decision of the committee to part who is equal. */
static void
check_keys (GPtrArray          *problems,
            const KpScheme     *scheme,
            const KpSchemeHeat *heat,
            guint               index)
{
  for (guint i = 0; i < heat->list.tie_keys->len; i++)
    {
      const KpTieField field = ((const KpTie *) g_ptr_array_index (heat->list.tie_keys, i))->field;
      const gboolean   is_test = field >= KP_TIE_OTHER_1 && field <= KP_TIE_OTHER_4;

      if (is_known_late (field)
          || (is_test && !is_held_by (scheme, heat, index, (KpPart) (KP_PART_OTHER_1 + (field - KP_TIE_OTHER_1)))))
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("“%s” isn't known when the list after a test is made, so it can't part a tie "
                                                   "there; name another key."),
                                                 kp_tie_field_get_name (field)),
                                "heats[%u].next.tie_keys[%u]", index, i);
    }
}

/* A test that bars nobody and orders nothing is a mistake. */
static void
check_effect (GPtrArray          *problems,
              const KpSchemeHeat *heat,
              guint               index)
{
  if (heat->list.takes_all && !heat->has_line)
    kp_scheme_check_warn (problems,
                          g_strdup (_("Everybody who takes this test goes on, there is neither a line nor a ratio; confirm that "
                                      "this is meant.")),
                          "heats[%u].next.takes_all", index);
  if (heat->line_is_strict && !heat->has_line)
    kp_scheme_check_refuse (problems, g_strdup (_("There is no line to lie above; write \"line\", or remove this.")),
                            "heats[%u].line_strict", index);
  if (heat->list.shortage == KP_SHORTAGE_DECIDE)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("The committee decides on the first list only; write \"take_all\" or \"reduce_plan\".")),
                            "heats[%u].next.shortage", index);
}

/**
 * kp_scheme_check_heats:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @scheme: a scheme
 *
 * Adds what is wrong with the tests between the first list and the interview.
 */
void
kp_scheme_check_heats (GPtrArray      *problems,
                       const KpScheme *scheme)
{
  if (scheme->heats->len > KP_MAX_HEATS)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("There are %u tests before the interview, at most %d can be held; remove some."),
                                             scheme->heats->len, KP_MAX_HEATS),
                            "heats");
  if (scheme->heats->len > 0 && !kp_stage_order_contains (&scheme->stages, KP_STAGE_INTERVIEW))
    kp_scheme_check_refuse (problems,
                            g_strdup (_("The list after a test leads to the interview, but \"stages\" has none; a test that only "
                                        "counts in the total is one of \"others\".")),
                            "heats");
  for (guint i = 0; i < scheme->heats->len; i++)
    {
      const KpSchemeHeat *heat = g_ptr_array_index (scheme->heats, i);
      g_autofree gchar   *path = g_strdup_printf ("heats[%u].next", i);

      check_test (problems, scheme, heat, i);
      check_posts (problems, scheme, heat, i);
      check_weights (problems, scheme, heat, i);
      kp_scheme_check_list (problems, scheme, &heat->list, path);
      check_keys (problems, scheme, heat, i);
      check_effect (problems, heat, i);
    }
}
