/* kp-scheme-check-exams.c – checks written exam, bonus, shortlist and interview of a scheme.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-check-private.h"
#include "kp-ticket-number.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
has_written (const KpScheme *scheme)
{
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);

      if (post->has_written)
        return TRUE;
    }

  return FALSE;
}

static void
check_papers (GPtrArray      *problems,
              const KpScheme *scheme)
{
  KpFraction weights = KP_FRACTION_ZERO;

  for (guint i = 0; i < scheme->written.papers->len; i++)
    {
      const KpSchemePaper *paper = g_ptr_array_index (scheme->written.papers, i);

      weights = kp_fraction_add (weights, paper->weight);
      if (*paper->code == '\0' || kp_scheme_get_paper (scheme, paper->code) != paper)
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("The paper code “%s” is empty or used twice; change it."),
                                                 paper->code),
                                "written.papers[%u].code", i);
      if (paper->full <= 0)
        kp_scheme_check_refuse (problems, g_strdup (_("A full mark must be greater than 0; correct it.")),
                                "written.papers[%u].full", i);
    }

  if (scheme->written.papers->len > 0 && kp_fraction_compare (weights, KP_FRACTION_ONE) != 0)
    {
      g_autofree char *sum = kp_weight_dup_text (weights);

      kp_scheme_check_refuse (problems,
                              g_strdup_printf (_("The weights of the papers add up to %s, not to 100%%; correct them."),
                                               sum),
                              "written.papers");
    }
  if (scheme->written.papers->len == 0 && has_written (scheme))
    kp_scheme_check_refuse (problems, g_strdup (_("A post has a written exam, but there is no paper; add one.")),
                            "written.papers");
}

static void
check_sittings (GPtrArray      *problems,
                const KpScheme *scheme)
{
  for (guint i = 0; i < scheme->written.sittings->len; i++)
    {
      const KpSchemeSitting *sitting = g_ptr_array_index (scheme->written.sittings, i);
      g_autofree gchar      *path = g_strdup_printf ("written.sittings[%u].date", i);

      if (kp_scheme_get_paper (scheme, sitting->paper) == NULL)
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("There is no paper “%s”; name one of \"written.papers\"."),
                                                 sitting->paper),
                                "written.sittings[%u].paper", i);
      if (sitting->start >= sitting->end)
        kp_scheme_check_refuse (problems, g_strdup (_("The sitting ends before it begins; correct the times.")),
                                "written.sittings[%u].end", i);
      kp_scheme_check_order (problems, scheme->registration_to, sitting->date, "registration_to", path);
      kp_scheme_check_order (problems, sitting->date, scheme->interview.date, path, "interview.date");
    }
}

static void
check_room (GPtrArray          *problems,
            const KpSchemeSite *site,
            guint               site_index,
            guint               index)
{
  const KpSchemeRoom *room = g_ptr_array_index (site->rooms, index);
  guint               seats = 0;

  for (guint i = 0; i < room->grid.n_columns; i++)
    seats += room->grid.columns[i];
  if (seats == 0 || room->grid.capacity > seats)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("The room's columns hold %u seats, its capacity is %u; correct one."),
                                             seats, room->grid.capacity),
                            "written.sites[%u].rooms[%u]", site_index, index);

  for (guint i = 0; i < index; i++)
    {
      const KpSchemeRoom *other = g_ptr_array_index (site->rooms, i);

      if (strcmp (other->code, room->code) == 0)
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("The room code “%s” is used twice at this site; change one."),
                                                 room->code),
                                "written.sites[%u].rooms[%u].code", site_index, index);
    }
}

static void
check_sites (GPtrArray      *problems,
             const KpScheme *scheme)
{
  for (guint i = 0; i < scheme->written.sites->len; i++)
    {
      const KpSchemeSite *site = g_ptr_array_index (scheme->written.sites, i);

      for (guint j = 0; j < i; j++)
        {
          const KpSchemeSite *other = g_ptr_array_index (scheme->written.sites, j);

          if (strcmp (other->code, site->code) == 0)
            kp_scheme_check_refuse (problems,
                                    g_strdup_printf (_("The site code “%s” is used twice; change one."), site->code),
                                    "written.sites[%u].code", i);
        }
      for (guint j = 0; j < site->rooms->len; j++)
        check_room (problems, site, i, j);
    }
}

static void
check_written (GPtrArray      *problems,
               const KpScheme *scheme)
{
  g_autoptr (GError) error = NULL;
  KpMark             full = 0;

  check_papers (problems, scheme);
  check_sittings (problems, scheme);
  check_sites (problems, scheme);

  for (guint i = 0; i < scheme->written.papers->len; i++)
    {
      const KpSchemePaper *paper = g_ptr_array_index (scheme->written.papers, i);

      full = MAX (full, paper->full);
    }
  if (scheme->written.line.basis != KP_LINE_NONE && scheme->written.line.value > full)
    kp_scheme_check_refuse (problems, g_strdup (_("The line lies above the full mark, nobody could pass; correct it.")),
                            "written.line.value");
  if (has_written (scheme) && !kp_ticket_pattern_check (scheme->written.ticket_pattern, &error))
    kp_scheme_check_refuse (problems, g_strdup (error->message), "written.ticket_pattern");
}

static void
check_shortlist (GPtrArray      *problems,
                 const KpScheme *scheme)
{
  const KpShortlistPolicy *shortlist = &scheme->shortlist;

  for (guint i = 0; i < shortlist->n_tiers; i++)
    if (!kp_fraction_is_known (shortlist->tiers[i].ratio) || shortlist->tiers[i].ratio.num <= 0)
      kp_scheme_check_refuse (problems, g_strdup (_("A ratio must be greater than 0; write it such as \"3\".")),
                              "shortlist.tiers[%u].ratio", i);

  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);
      guint               wanted = 0;

      if (kp_fraction_is_known (post->shortlist_ratio) && post->shortlist_ratio.num <= 0)
        kp_scheme_check_refuse (problems, g_strdup (_("A ratio must be greater than 0; write it such as \"3\".")),
                                "posts[%u].shortlist_ratio", i);
      if (post->has_written && post->places > 0 && !shortlist->takes_all
          && !kp_fraction_is_known (post->shortlist_ratio)
          && !kp_shortlist_decide_wanted (shortlist, post->places, &wanted))
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("No tier covers the %u places of post “%s”; add one."),
                                                 post->places, post->code),
                                "shortlist.tiers");
    }
}

static void
check_panel (GPtrArray      *problems,
             const KpScheme *scheme)
{
  const KpPanelPolicy *panel = &scheme->interview.panel;

  if (panel->n_examiners == 0)
    kp_scheme_check_refuse (problems, g_strdup (_("A panel needs at least one examiner; correct the number.")),
                            "interview.panel.examiners");
  else if (panel->drop_highest + panel->drop_lowest >= panel->n_examiners)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("With %u examiners no mark is left after dropping %u; correct one."),
                                             panel->n_examiners, panel->drop_highest + panel->drop_lowest),
                            "interview.panel.drop_highest");
  if (scheme->interview.room_limit > 0 && scheme->interview.rooms_when_over < 2)
    kp_scheme_check_refuse (problems, g_strdup (_("Posts above the limit need at least 2 rooms; correct the number.")),
                            "interview.rooms_when_over");
}

static void
check_interview (GPtrArray      *problems,
                 const KpScheme *scheme)
{
  const KpInterviewLines *lines = &scheme->interview.lines;
  KpMark                  full = 0;

  for (guint i = 0; i < scheme->interview.elements->len; i++)
    {
      const KpSchemeElement *element = g_ptr_array_index (scheme->interview.elements, i);

      full += element->full;
      if (element->full <= 0)
        kp_scheme_check_refuse (problems, g_strdup (_("A full mark must be greater than 0; correct it.")),
                                "interview.elements[%u].full", i);
      for (guint j = 0; j < i; j++)
        {
          const KpSchemeElement *other = g_ptr_array_index (scheme->interview.elements, j);

          if (strcmp (other->code, element->code) == 0)
            kp_scheme_check_refuse (problems,
                                    g_strdup_printf (_("The element code “%s” is used twice; change one."),
                                                     element->code),
                                    "interview.elements[%u].code", i);
        }
    }
  check_panel (problems, scheme);

  if (full > 0 && ((lines->has_line && lines->line > full) || (lines->has_lone_line && lines->lone_line > full)))
    kp_scheme_check_refuse (problems, g_strdup (_("The line lies above the full mark, nobody could pass; correct it.")),
                            "interview.lines");
}

/**
 * kp_scheme_check_exams:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @scheme: a scheme
 *
 * Adds what is wrong with papers, sittings, sites, bonus, shortlist and interview.
 */
void
kp_scheme_check_exams (GPtrArray      *problems,
                       const KpScheme *scheme)
{
  check_written (problems, scheme);
  kp_scheme_check_bonus (problems, scheme, &scheme->bonus, "bonus");
  check_shortlist (problems, scheme);
  check_interview (problems, scheme);
}
