/* kp-scheme-check-shortlist.c – checks who enters the interview: ratios, the direct way, shortage, substitution.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-check-private.h"

#include <glib/gi18n-lib.h>

/* An open end counts as the greatest number. */
static guint
get_end (const KpShortlistTier *tier)
{
  return tier->to_places == 0 ? G_MAXUINT : tier->to_places;
}

static void
check_tier (GPtrArray               *problems,
            const KpShortlistPolicy *shortlist,
            guint                    index,
            const char              *path)
{
  const KpShortlistTier *tier = &shortlist->tiers[index];

  if (!kp_fraction_is_known (tier->ratio) || tier->ratio.num <= 0)
    kp_scheme_check_refuse (problems, g_strdup (_("A ratio must be greater than 0; write it such as \"3\".")),
                            "%s.tiers[%u].ratio", path, index);
  if (tier->from_places > get_end (tier))
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("The tier begins at %u places and ends at %u; correct one."),
                                             tier->from_places, tier->to_places),
                            "%s.tiers[%u].to_places", path, index);
  for (guint i = 0; i < index; i++)
    {
      const KpShortlistTier *other = &shortlist->tiers[i];

      if (tier->from_places <= get_end (other) && other->from_places <= get_end (tier))
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("Two ratios hold for a post of %u places; let the tiers follow one "
                                                   "another."),
                                                 MAX (MAX (tier->from_places, other->from_places), 1)),
                                "%s.tiers[%u].from_places", path, index);
    }
}

static gboolean
is_covered (const KpShortlistPolicy *shortlist,
            guint                    places)
{
  for (guint i = 0; i < shortlist->n_tiers; i++)
    if (places >= shortlist->tiers[i].from_places && places <= get_end (&shortlist->tiers[i]))
      return TRUE;

  return FALSE;
}

/* Fewer places than a tier's first are possible, since a plan may be reduced. */
static void
check_gaps (GPtrArray               *problems,
            const KpShortlistPolicy *shortlist,
            const char              *path)
{
  for (guint i = 0; i < shortlist->n_tiers; i++)
    {
      guint from = shortlist->tiers[i].from_places;

      if (from > 1 && !is_covered (shortlist, from - 1))
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("No tier covers a post of %u places, which a reduction may leave; add "
                                                   "one."),
                                                 from - 1),
                                "%s.tiers", path);
    }
}

static void
check_post (GPtrArray      *problems,
            const KpScheme *scheme,
            guint           index)
{
  const KpSchemePost *post = g_ptr_array_index (scheme->posts, index);
  const gboolean      has_ratio = kp_fraction_is_known (post->shortlist_ratio);
  guint               wanted = 0;

  if (has_ratio && post->shortlist_ratio.num <= 0)
    kp_scheme_check_refuse (problems, g_strdup (_("A ratio must be greater than 0; write it such as \"3\".")),
                            "posts[%u].shortlist_ratio", index);
  else if (has_ratio && post->takes_all)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("The post takes everybody over the line, so it has no ratio; remove one of them.")),
                            "posts[%u].shortlist_ratio", index);
  if (post->has_written && post->places > 0 && !scheme->shortlist.takes_all && !post->takes_all && !has_ratio
      && !kp_shortlist_decide_wanted (&scheme->shortlist, post->places, &wanted))
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("No tier covers the %u places of post “%s”; add one."), post->places,
                                             post->code),
                            "shortlist.tiers");
}

static void
check_direct (GPtrArray      *problems,
              const KpScheme *scheme)
{
  const KpShortlistPolicy *shortlist = &scheme->shortlist;

  if (shortlist->direct_counts && shortlist->direct == NULL && scheme->written.exempt == NULL)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Nobody enters without ratio; write the condition \"direct\", or remove this.")),
                            "shortlist.direct_counts");
  if (shortlist->direct_needs_line && shortlist->direct == NULL)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Nobody enters without ratio; write the condition \"direct\", or remove this.")),
                            "shortlist.direct_needs_line");
}

static void
check_substitution (GPtrArray               *problems,
                    const KpShortlistPolicy *shortlist,
                    const char              *path)
{
  for (guint i = 0; i < shortlist->n_causes; i++)
    for (guint j = 0; j < i; j++)
      if (shortlist->causes[i] == shortlist->causes[j])
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("The cause “%s” stands twice; remove one."),
                                                 kp_cause_get_name (shortlist->causes[i])),
                                "%s.causes[%u]", path, i);
  if (!shortlist->may_substitute && shortlist->n_causes > 0)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Nobody is replaced, so there are no causes for it; remove them, or write true for "
                                        "\"may_substitute\".")),
                            "%s.causes", path);
}

/**
 * kp_scheme_check_list:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @scheme: a scheme
 * @list: how far a list of it reaches
 * @path: where it stands
 *
 * Adds what is wrong with the ratios, the ties at the last place, shortage and substitution of one list.
 */
void
kp_scheme_check_list (GPtrArray               *problems,
                      const KpScheme          *scheme,
                      const KpShortlistPolicy *list,
                      const char              *path)
{
  g_autofree gchar *keys = g_strconcat (path, ".tie_keys", NULL);

  for (guint i = 0; i < list->n_tiers; i++)
    check_tier (problems, list, i, path);
  if (!list->takes_all)
    check_gaps (problems, list, path);
  check_substitution (problems, list, path);
  kp_scheme_check_ties (problems, scheme, NULL, list->tie_keys, keys);
  if (list->tie_keys->len > 0 && list->last_tie != KP_LAST_TIE_BY_KEY)
    kp_scheme_check_warn (problems,
                          g_strdup (_("These keys have no effect unless \"last_tie\" is \"by_key\"; confirm that this is "
                                      "meant.")),
                          "%s", keys);
  if (list->takes_all && list->shortage != KP_SHORTAGE_TAKE_ALL)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Everybody over the line is taken, so the list is never short; remove one of "
                                        "them.")),
                            "%s.shortage", path);
}

/* 按资历量化分入围: there are such points, and a tie isn't left to a paper mark that nobody has. */
static void
check_credential (GPtrArray      *problems,
                  const KpScheme *scheme)
{
  if (!kp_scheme_ranks_by_credential (scheme))
    return;

  if (!scheme->credential.applies)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("The list is ordered by credential points, but the scheme gives none; describe them in "
                                        "\"credential\", or order it by another mark.")),
                            "shortlist.basis");
  if (scheme->shortlist.last_tie == KP_LAST_TIE_BY_KEY && scheme->shortlist.tie_keys->len == 0)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Without \"tie_keys\" the paper mark parts those tied at the last place, which a list by "
                                        "credential points doesn't ask for; name the keys.")),
                            "shortlist.tie_keys");
}

/**
 * kp_scheme_check_shortlist:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @scheme: a scheme
 *
 * Adds what is wrong with the ratios of the interview list, the way without ratio, shortage and substitution.
 */
void
kp_scheme_check_shortlist (GPtrArray      *problems,
                           const KpScheme *scheme)
{
  kp_scheme_check_list (problems, scheme, &scheme->shortlist, "shortlist");
  for (guint i = 0; i < scheme->posts->len; i++)
    check_post (problems, scheme, i);
  check_direct (problems, scheme);
  check_credential (problems, scheme);
}
