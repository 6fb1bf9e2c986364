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

static void
check_level (GPtrArray         *problems,
             const KpCondition *condition,
             guint              level,
             const char        *path)
{
  const char *word = condition->words != NULL ? condition->words[0] : "";

  if (level > 0)
    return;

  kp_scheme_check_refuse (problems,
                          g_strdup_printf (_("“%s” isn't a level that can be compared; write a standard word such as "
                                             "大专, 本科 or 社会工作师."),
                                           word != NULL ? word : ""),
                          "%s", path);
}

static void
check_condition (GPtrArray         *problems,
                 const KpCondition *condition,
                 const char        *path)
{
  const char *first = condition->words != NULL ? condition->words[0] : NULL;

  for (guint i = 0; condition->parts != NULL && i < condition->parts->len; i++)
    {
      g_autofree gchar *part = g_strdup_printf ("%s.%s[%u]", path, kp_condition_kind_get_name (condition->kind), i);

      check_condition (problems, g_ptr_array_index (condition->parts, i), part);
    }

  if (condition->parts != NULL && condition->parts->len == 0)
    kp_scheme_check_refuse (problems, g_strdup (_("This list of conditions is empty; add a condition.")), "%s", path);
  if (!kp_date_is_none (condition->from))
    kp_scheme_check_order (problems, condition->from, condition->to, "from", path);
  if (condition->kind == KP_CONDITION_EDUCATION_AT_LEAST)
    check_level (problems, condition, kp_education_get_level (first), path);
  if (condition->kind == KP_CONDITION_CERTIFICATE_AT_LEAST)
    check_level (problems, condition, kp_certificate_get_level (first), path);
  if (condition->kind == KP_CONDITION_GRID_MONTHS && kp_date_is_none (condition->to))
    kp_scheme_check_refuse (problems, g_strdup (_("Months of service need the day they are counted to; add \"to\".")),
                            "%s", path);
  if (condition->kind == KP_CONDITION_SEX_IN)
    kp_scheme_check_warn (problems,
                          g_strdup (_("就业促进法 第27条 forbids refusing women for their sex; confirm that the law "
                                      "allows this condition.")),
                          "%s", path);
  if (condition->kind == KP_CONDITION_BY_HAND && (condition->text == NULL || *condition->text == '\0'))
    kp_scheme_check_refuse (problems, g_strdup (_("Say what the reviewer has to judge; the text is empty.")),
                            "%s", path);
}

static void
check_list (GPtrArray       *problems,
            const GPtrArray *requirements,
            const char      *prefix)
{
  for (guint i = 0; i < requirements->len; i++)
    {
      const KpRequirement *requirement = g_ptr_array_index (requirements, i);
      g_autofree gchar    *path = g_strdup_printf ("%srequirements[%u]", prefix, i);
      g_autofree gchar    *condition = g_strconcat (path, ".condition", NULL);

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
      if (requirement->condition != NULL)
        check_condition (problems, requirement->condition, condition);
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
  check_condition (problems, relaxation->group, group);
  check_condition (problems, relaxation->bound, bound);
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
  check_list (problems, scheme->requirements, "");

  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);
      g_autofree gchar   *prefix = g_strdup_printf ("posts[%u].", i);

      check_list (problems, post->requirements, prefix);
    }

  for (guint i = 0; i < scheme->relaxations->len; i++)
    check_relaxation (problems, scheme, g_ptr_array_index (scheme->relaxations, i), i);

  for (guint i = 0; i < scheme->bonus.items->len; i++)
    {
      const KpBonusItem *item = g_ptr_array_index (scheme->bonus.items, i);
      g_autofree gchar  *path = g_strdup_printf ("bonus.items[%u].condition", i);

      if (item->condition != NULL)
        check_condition (problems, item->condition, path);
    }
  if (scheme->written.exempt != NULL)
    check_condition (problems, scheme->written.exempt, "written.exempt");
  if (scheme->shortlist.direct != NULL)
    check_condition (problems, scheme->shortlist.direct, "shortlist.direct");
}
