/* kp-scheme-check-exams.c – checks bonus and interview of a scheme.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
  if (kp_fraction_is_known (panel->outside_share)
      && (panel->outside_share.num < 0 || kp_fraction_compare (panel->outside_share, KP_FRACTION_ONE) > 0))
    kp_scheme_check_refuse (problems, g_strdup (_("No more than all examiners can come from outside; write a share like 1/2.")),
                            "interview.panel.outside_share");
  if (panel->min_sheets > panel->n_examiners)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("%u sheets can't come from %u examiners; correct one."), panel->min_sheets,
                                             panel->n_examiners),
                            "interview.panel.min_sheets");
  if (scheme->interview.room_limit > 0 && scheme->interview.rooms_when_over < 2)
    kp_scheme_check_refuse (problems, g_strdup (_("Posts above the limit need at least 2 rooms; correct the number.")),
                            "interview.rooms_when_over");
}

/* A weighted mark is a whole number of ten-thousandths, so that the sum of a sheet is exact. */
static void
check_element_weight (GPtrArray             *problems,
                      const KpScheme        *scheme,
                      const KpSchemeElement *element,
                      guint                  index)
{
  const gint64 unit = kp_decimal_power (KP_MARK_DECIMALS - MIN (scheme->interview.panel.sheet_decimals, KP_MARK_DECIMALS));

  if (element->weight.num <= 0)
    kp_scheme_check_refuse (problems, g_strdup (_("A weight must be greater than 0; correct it.")),
                            "interview.elements[%u].weight", index);
  else if (unit % element->weight.den != 0)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("With %u decimals on the sheet this weight leaves more than four; write a "
                                               "weight with fewer decimals."),
                                             scheme->interview.panel.sheet_decimals),
                            "interview.elements[%u].weight", index);
}

static void
check_lines (GPtrArray              *problems,
             const KpInterviewLines *lines,
             KpMark                  full,
             const char             *path)
{
  if (full > 0 && ((lines->has_line && lines->line > full) || (lines->has_lone_line && lines->lone_line > full)))
    kp_scheme_check_refuse (problems, g_strdup (_("The line lies above the full mark, nobody could pass; correct it.")),
                            "%s", path);
  if (lines->has_line && lines->has_lone_line && lines->lone_line < lines->line)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("The line without competition lies below the usual one, so it never counts; "
                                        "correct one.")),
                            "%s.without_competition", path);
  if (lines->lowest != KP_LOWEST_NONE && lines->lone_when == KP_LONE_ALWAYS)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Where every post counts as one without competition, nobody is called from one with "
                                        "competition; choose another \"when\".")),
                            "%s.lowest_called", path);
  if (kp_fraction_is_known (lines->vote)
      && (lines->vote.num <= 0 || kp_fraction_compare (lines->vote, KP_FRACTION_ONE) > 0))
    kp_scheme_check_refuse (problems,
                            g_strdup (_("A vote needs a share above 0 and not above 1; write it such as \"2/3\".")),
                            "%s.vote", path);
}

static void
check_all_lines (GPtrArray      *problems,
                 const KpScheme *scheme,
                 KpMark          full)
{
  check_lines (problems, &scheme->interview.lines, full, "interview.lines");
  for (guint i = 0; i < scheme->interview.lines_for->len; i++)
    {
      const KpSchemeLinesFor *lines_for = g_ptr_array_index (scheme->interview.lines_for, i);
      g_autofree gchar       *path = g_strdup_printf ("interview.lines_for[%u]", i);
      g_autofree gchar       *lines = g_strconcat (path, ".lines", NULL);

      kp_scheme_check_whose_line (problems, scheme, lines_for->when, lines_for->posts, path);
      check_lines (problems, &lines_for->lines, full, lines);
    }
}

static void
check_interview (GPtrArray      *problems,
                 const KpScheme *scheme)
{
  KpMark full = 0;

  for (guint i = 0; i < scheme->interview.elements->len; i++)
    {
      const KpSchemeElement *element = g_ptr_array_index (scheme->interview.elements, i);

      full += kp_panel_weigh ((KpPanelElement) { element->full, element->weight }, element->full);
      check_element_weight (problems, scheme, element, i);
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
  check_all_lines (problems, scheme, full);
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
  kp_scheme_check_written (problems, scheme);
  kp_scheme_check_bonus (problems, scheme, &scheme->bonus, "bonus");
  kp_scheme_check_shortlist (problems, scheme);
  kp_scheme_check_heats (problems, scheme);
  check_interview (problems, scheme);
}
