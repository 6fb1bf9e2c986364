/* kp-scheme-check-ready.c – is everything there that a campaign needs before it can begin.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A scheme may be drafted, compared and tried out with little in it. What only the real campaign needs, its papers'
 * days and places, its employers, is asked for when the campaign begins. */

#include "kp-scheme-check-private.h"
#include "kp-written.h"

#include <glib/gi18n-lib.h>

static void
ask_text (GPtrArray  *problems,
          const char *text,
          const char *path)
{
  if (text == NULL || *text == '\0')
    kp_scheme_check_refuse (problems, g_strdup (_("This text is empty; fill it in.")), "%s", path);
}

static void
ask_day (GPtrArray  *problems,
         KpDate      day,
         const char *path)
{
  if (kp_date_is_none (day))
    kp_scheme_check_refuse (problems, g_strdup (_("This day isn't set; fill it in.")), "%s", path);
}

static void
ask_list (GPtrArray       *problems,
          const GPtrArray *list,
          const char      *path)
{
  if (list->len == 0)
    kp_scheme_check_refuse (problems, g_strdup (_("This list is empty; fill it in.")), "%s", path);
}

static gboolean
has_sitting (const KpScheme *scheme,
             const char     *paper)
{
  for (guint i = 0; i < scheme->written.sittings->len; i++)
    {
      const KpSchemeSitting *sitting = g_ptr_array_index (scheme->written.sittings, i);

      if (g_strcmp0 (sitting->paper, paper) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Every post sits each of its papers somewhere. */
static void
ask_sittings (GPtrArray           *problems,
              const KpScheme      *scheme,
              const KpSchemePost  *post,
              const KpSchemePaper *paper)
{
  if (paper->is_elsewhere || !has_sitting (scheme, paper->code)
      || !kp_fraction_is_known (kp_scheme_get_paper_weight (post, paper)))
    return;
  for (guint i = 0; i < scheme->written.sittings->len; i++)
    {
      const KpSchemeSitting *sitting = g_ptr_array_index (scheme->written.sittings, i);

      if (g_strcmp0 (sitting->paper, paper->code) == 0 && kp_scheme_sitting_has_post (scheme, sitting, post))
        return;
    }
  kp_scheme_check_refuse (problems,
                          g_strdup_printf (_("No sitting of paper “%s” is for the post “%s”; add it to one."), paper->code,
                                           post->code),
                          "written.sittings");
}

/* A paper whose marks come from another exam needs no room. */
static gboolean
needs_seats (const KpScheme *scheme)
{
  for (guint i = 0; i < scheme->posts->len; i++)
    if (kp_written_needs_seat (scheme, g_ptr_array_index (scheme->posts, i)))
      return TRUE;

  return FALSE;
}

static void
ask_written (GPtrArray      *problems,
             const KpScheme *scheme)
{
  if (!needs_seats (scheme))
    return;

  for (guint i = 0; i < scheme->written.papers->len; i++)
    {
      const KpSchemePaper *paper = g_ptr_array_index (scheme->written.papers, i);

      if (!paper->is_elsewhere && !has_sitting (scheme, paper->code))
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("The paper “%s” has no sitting; add one."), paper->code),
                                "written.sittings");
      for (guint j = 0; j < scheme->posts->len; j++)
        ask_sittings (problems, scheme, g_ptr_array_index (scheme->posts, j), paper);
    }
  ask_list (problems, scheme->written.sites, "written.sites");
}

/**
 * kp_scheme_check_ready:
 * @scheme: a scheme that kp_scheme_check() accepts
 *
 * Looks for what a campaign needs before it can begin: who recruits, the days of the notice, sittings and sites,
 * the interview, publicity and contracts. Pure; safe from any thread.
 *
 * Returns: (transfer full) (element-type KpSchemeProblem): all that is missing; empty = ready.
 */
GPtrArray *
kp_scheme_check_ready (const KpScheme *scheme)
{
  GPtrArray *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_scheme_problem_free);

  ask_text (problems, scheme->county, "county");
  ask_text (problems, scheme->committee, "committee");
  ask_day (problems, scheme->notice_date, "notice_date");
  ask_day (problems, scheme->registration_from, "registration_from");
  ask_day (problems, scheme->registration_to, "registration_to");
  ask_list (problems, scheme->streets, "streets");
  for (guint i = 0; i < scheme->streets->len; i++)
    {
      const KpSchemeStreet *street = g_ptr_array_index (scheme->streets, i);
      g_autofree gchar     *path = g_strdup_printf ("streets[%u].employer", i);

      ask_text (problems, street->employer, path);
    }
  ask_written (problems, scheme);
  if (kp_stage_order_contains (&scheme->stages, KP_STAGE_INTERVIEW))
    {
      ask_list (problems, scheme->interview.elements, "interview.elements");
      ask_day (problems, scheme->interview.date, "interview.date");
    }
  ask_day (problems, scheme->publicity.from, "publicity.from");
  ask_day (problems, scheme->contract.start, "contract.start");

  return problems;
}
