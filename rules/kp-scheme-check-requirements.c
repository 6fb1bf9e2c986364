/* kp-scheme-check-requirements.c – checks the conditions of a scheme.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-check-private.h"

#include <glib/gi18n-lib.h>

static const KpRequirement *
find_requirement (const GPtrArray *requirements,
                  const char      *id)
{
  for (guint i = 0; i < requirements->len; i++)
    {
      const KpRequirement *requirement = g_ptr_array_index (requirements, i);

      if (g_strcmp0 (requirement->id, id) == 0)
        return requirement;
    }

  return NULL;
}

/* Who it is asked of, what is asked, when it is looked at, and what is said of it. */
static void
check_requirement (GPtrArray           *problems,
                   const KpScheme      *scheme,
                   const KpRequirement *requirement,
                   const char          *path)
{
  g_autofree gchar *when = g_strconcat (path, ".when", NULL);
  g_autofree gchar *condition = g_strconcat (path, ".condition", NULL);
  g_autofree gchar *text = g_strconcat (path, ".text", NULL);

  kp_scheme_check_condition (problems, scheme, requirement->when, when);
  kp_scheme_check_condition (problems, scheme, requirement->condition, condition);
  kp_scheme_check_wording (problems, requirement->text, text);
  kp_scheme_check_ages (problems, scheme, requirement->text, requirement->condition, condition);
  if (requirement->checked == 0)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("This requirement is never looked at; name review, recheck or background.")),
                            "%s.checked", path);
}

/* All requirements hold together; one that asks only some people doesn't. */
static void
check_against_earlier (GPtrArray       *problems,
                       const GPtrArray *requirements,
                       guint            index,
                       const char      *path)
{
  const KpRequirement *requirement = g_ptr_array_index (requirements, index);
  g_autofree gchar    *condition = g_strconcat (path, ".condition", NULL);

  for (guint i = 0; i < index; i++)
    {
      const KpRequirement *other = g_ptr_array_index (requirements, i);

      if (requirement->when == NULL && other->when == NULL)
        kp_scheme_check_bounds (problems, other->condition, requirement->condition, condition);
    }
}

static void
check_list (GPtrArray       *problems,
            const KpScheme  *scheme,
            const GPtrArray *requirements,
            const char      *prefix)
{
  for (guint i = 0; i < requirements->len; i++)
    {
      const KpRequirement *requirement = g_ptr_array_index (requirements, i);
      g_autofree gchar    *path = g_strdup_printf ("%srequirements[%u]", prefix, i);

      if (*requirement->id == '\0' || *requirement->label == '\0')
        kp_scheme_check_refuse (problems, g_strdup (_("A requirement needs an id and a label; fill them in.")),
                                "%s", path);
      if (find_requirement (requirements, requirement->id) != requirement)
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("The requirement “%s” stands twice; put both conditions into one "
                                                   "\"all_of\"."),
                                                 requirement->id),
                                "%s.id", path);
      if (kp_reason_get_sentence (requirement->reason) == NULL)
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("There is no reason “%s”; use R01 to R15 or R99."),
                                                 requirement->reason),
                                "%s.reason", path);
      check_requirement (problems, scheme, requirement, path);
      check_against_earlier (problems, requirements, i, path);
    }
}

/* What a post waives must be asked of all: a wrong id would leave the requirement in force without a word. */
static void
check_waivers (GPtrArray          *problems,
               const KpScheme     *scheme,
               const KpSchemePost *post,
               const char         *prefix)
{
  for (guint i = 0; i < post->requirements->len; i++)
    {
      const KpRequirement *requirement = g_ptr_array_index (post->requirements, i);

      if (requirement->condition == NULL && *requirement->id != '\0'
          && find_requirement (scheme->requirements, requirement->id) == NULL)
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("The post waives “%s”, which is not among the general requirements; "
                                                   "correct the id, or add a condition."),
                                                 requirement->id),
                                "%srequirements[%u].id", prefix, i);
    }
}

static gboolean
has_relaxation (const KpScheme *scheme,
                const char     *id)
{
  for (guint i = 0; i < scheme->relaxations->len; i++)
    if (g_strcmp0 (((const KpRelaxation *) g_ptr_array_index (scheme->relaxations, i))->relaxes, id) == 0)
      return TRUE;

  return FALSE;
}

/* Only where a post replaces what is relaxed there is something to say of it; where there is, the check asks. */
static void
check_relaxed (GPtrArray       *problems,
               const KpScheme  *scheme,
               const GPtrArray *requirements,
               const char      *prefix)
{
  for (guint i = 0; i < requirements->len; i++)
    {
      const KpRequirement *requirement = g_ptr_array_index (requirements, i);
      const KpRequirement *general = find_requirement (scheme->requirements, requirement->id);
      const gboolean       is_own = general != NULL && general != requirement && requirement->condition != NULL;

      if (requirement->is_relaxed && (!is_own || !has_relaxation (scheme, requirement->id)))
        kp_scheme_check_refuse (problems,
                                g_strdup (_("\"relaxed\" counts only for a post's own condition that replaces a general one "
                                            "with relaxations; remove it.")),
                                "%srequirements[%u].relaxed", prefix, i);
      else if (is_own && !requirement->is_relaxed && has_relaxation (scheme, requirement->id))
        kp_scheme_check_warn (problems,
                              g_strdup_printf (_("The relaxations of “%s” don't count for this post's own condition; if they "
                                                 "do by the notice, write \"relaxed\": true."),
                                               requirement->id),
                              "%srequirements[%u].relaxed", prefix, i);
    }
}

static gboolean
is_required (const KpScheme *scheme,
             const char     *id)
{
  if (find_requirement (scheme->requirements, id) != NULL)
    return TRUE;

  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);

      if (find_requirement (post->requirements, id) != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
check_relaxation (GPtrArray          *problems,
                  const KpScheme     *scheme,
                  const KpRelaxation *relaxation,
                  guint               index)
{
  g_autofree gchar *group = g_strdup_printf ("relaxations[%u].group", index);
  g_autofree gchar *bound = g_strdup_printf ("relaxations[%u].bound", index);

  if (!is_required (scheme, relaxation->relaxes))
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("There is no requirement “%s” to relax; name the id of one."),
                                             relaxation->relaxes),
                            "relaxations[%u].relaxes", index);
  if (relaxation->group == NULL || relaxation->bound == NULL)
    {
      kp_scheme_check_refuse (problems, g_strdup (_("A relaxation needs a group and a bound; add them.")),
                              "relaxations[%u]", index);
      return;
    }
  kp_scheme_check_condition (problems, scheme, relaxation->group, group);
  kp_scheme_check_condition (problems, scheme, relaxation->bound, bound);
  kp_scheme_check_ages (problems, scheme, relaxation->text, relaxation->bound, bound);
}

/**
 * kp_scheme_check_requirements:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @scheme: a scheme
 *
 * Adds what is wrong with general and post requirements, relaxations and conditions of bonus items, of
 * who is exempt from the written exam and of who enters the interview directly.
 */
void
kp_scheme_check_requirements (GPtrArray      *problems,
                              const KpScheme *scheme)
{
  check_list (problems, scheme, scheme->requirements, "");
  check_relaxed (problems, scheme, scheme->requirements, "");

  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);
      g_autofree gchar   *prefix = g_strdup_printf ("posts[%u].", i);

      check_list (problems, scheme, post->requirements, prefix);
      check_waivers (problems, scheme, post, prefix);
      check_relaxed (problems, scheme, post->requirements, prefix);
    }

  for (guint i = 0; i < scheme->relaxations->len; i++)
    check_relaxation (problems, scheme, g_ptr_array_index (scheme->relaxations, i), i);

  for (guint i = 0; i < scheme->bonus.items->len; i++)
    {
      const KpBonusItem *item = g_ptr_array_index (scheme->bonus.items, i);
      g_autofree gchar  *path = g_strdup_printf ("bonus.items[%u].condition", i);

      kp_scheme_check_condition (problems, scheme, item->condition, path);
    }
  kp_scheme_check_condition (problems, scheme, scheme->written.exempt, "written.exempt");
  if (scheme->written.has_exempt_mark && scheme->written.exempt == NULL)
    kp_scheme_check_refuse (problems, g_strdup (_("Nobody is exempt from the written exam; add \"exempt\", or remove this.")),
                            "written.exempt_mark");
  kp_scheme_check_exempt (problems, scheme);
  kp_scheme_check_condition (problems, scheme, scheme->written.ground_floor, "written.ground_floor");
  kp_scheme_check_condition (problems, scheme, scheme->written.extra_time, "written.extra_time");
  kp_scheme_check_condition (problems, scheme, scheme->shortlist.direct, "shortlist.direct");
}
