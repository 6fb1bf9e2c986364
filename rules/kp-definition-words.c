/* kp-definition-words.c – the notice's definitions in words, and the facts that they ask of.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-definition.h"

static gchar *
dup_list (const GPtrArray *words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "、" : "", (const char *) g_ptr_array_index (words, i));

  return g_string_free (text, FALSE);
}

/* "，2025年3月9日至2026年7月31日取得"; nothing without days */
static void
add_period (GString    *text,
            KpDate      from,
            KpDate      to,
            const char *verb)
{
  g_autofree gchar *first = kp_date_dup_chinese (from);
  g_autofree gchar *last = kp_date_dup_chinese (to);

  if (!kp_date_is_none (from) && !kp_date_is_none (to))
    g_string_append_printf (text, "，%s至%s期间%s", first, last, verb);
  else if (!kp_date_is_none (from))
    g_string_append_printf (text, "，%s（含）以后%s", first, verb);
  else if (!kp_date_is_none (to))
    g_string_append_printf (text, "，%s（含）以前%s", last, verb);
}

static gchar *
dup_merit (const KpVeteranDefinition *veteran)
{
  g_autofree gchar *merits = dup_list (veteran->merits);

  return g_strdup_printf ("服现役期间立功（%s）的退役军人", merits);
}

static gchar *
dup_veteran (const KpVeteranDefinition *veteran)
{
  GString          *text = g_string_new ("依法退出现役的军人");
  g_autofree gchar *merits = dup_list (veteran->merits);

  add_period (text, veteran->discharged_from, veteran->discharged_to, "退役");
  if (veteran->service_months > 0)
    g_string_append_printf (text, "，服现役满%u个月", veteran->service_months);
  if (veteran->service_months > 0 && veteran->merit_is_enough)
    g_string_append_printf (text, "（立%s的不限）", merits);

  return g_string_free (text, FALSE);
}

static gchar *
dup_overseas (const KpGraduateDefinition *graduate)
{
  GString *text = g_string_new ("境外高校学位");

  add_period (text, graduate->overseas_from, graduate->overseas_to, "取得");
  if (graduate->certified != NULL)
    g_string_append (text, "，经教育部留学服务中心认证");
  if (graduate->certified != NULL && !kp_date_is_none (graduate->certified_by))
    {
      g_autofree gchar *day = kp_date_dup_chinese (graduate->certified_by);

      g_string_append_printf (text, "（认证书不迟于%s）", day);
    }

  return g_string_free (text, FALSE);
}

static gchar *
dup_fresh (const KpGraduateDefinition *graduate)
{
  GString          *text = g_string_new (NULL);
  g_autofree gchar *overseas = dup_overseas (graduate);
  g_autofree gchar *day = kp_date_dup_chinese (graduate->certificate_by);

  g_string_append_printf (text, "%u年应届高校毕业生", graduate->year);
  if (!kp_date_is_none (graduate->certificate_by))
    g_string_append_printf (text, "（%s前取得毕业证书，含当日）", day);
  if (graduate->overseas != NULL)
    g_string_append_printf (text, "，或者%s", overseas);

  return g_string_free (text, FALSE);
}

static gchar *
dup_project (const KpProjectDefinition *project)
{
  g_autofree gchar *projects = dup_list (project->names);
  GString          *text = g_string_new (NULL);

  g_string_append_printf (text, "参加%s等服务基层项目", projects);
  if (project->months > 0)
    g_string_append_printf (text, "，服务满%u个月", project->months);
  if (project->years > 0)
    g_string_append_printf (text, "，服务期满%u年内", project->years);

  return g_string_free (text, FALSE);
}

static gchar *
dup_graduate (const KpDefinitions *definitions)
{
  const KpGraduateDefinition *graduate = &definitions->graduate;
  g_autofree gchar           *fresh = dup_fresh (graduate);
  g_autofree gchar           *project = dup_project (&definitions->project);
  GString                    *text = g_string_new (fresh);

  if (graduate->years_back > 0 && graduate->count == KP_GRADUATE_BY_YEAR)
    g_string_append_printf (text, "，或者%u年至%u年毕业、仍在择业期内的", graduate->year - graduate->years_back,
                            graduate->year - 1);
  else if (graduate->years_back > 0)
    g_string_append_printf (text, "，或者毕业未超过%u年、仍在择业期内的", graduate->years_back);
  if (graduate->years_back > 0 && graduate->soldier != NULL)
    g_string_append_printf (text, "，或者从高校入伍、退役未超过%u年的", graduate->years_back);
  if (graduate->takes_projects)
    g_string_append_printf (text, "，或者%s的", project);
  if (graduate->not_if->len > 0)
    g_string_append (text, "（后列人员已落实工作单位等公告所列情形的除外）");

  return g_string_free (text, FALSE);
}

/**
 * kp_definition_dup_chinese:
 * @definitions: of a scheme
 * @which: one of them
 *
 * Returns: (transfer full): the definition in the words of a notice, without a full stop.
 */
gchar *
kp_definition_dup_chinese (const KpDefinitions *definitions,
                           KpDefinition         which)
{
  switch (which)
    {
    case KP_DEFINITION_VETERAN:
      return dup_veteran (&definitions->veteran);
    case KP_DEFINITION_MERIT:
      return dup_merit (&definitions->veteran);
    case KP_DEFINITION_FRESH:
      return dup_fresh (&definitions->graduate);
    case KP_DEFINITION_GRADUATE:
      return dup_graduate (definitions);
    case KP_DEFINITION_OVERSEAS:
      return dup_overseas (&definitions->graduate);
    case KP_DEFINITION_PROJECT:
      return dup_project (&definitions->project);
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

static void
add_fact (GPtrArray  *ids,
          const char *id)
{
  if (id != NULL && !g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
    g_ptr_array_add (ids, (gpointer) id);
}

static void
add_veteran (GPtrArray                 *ids,
             const KpVeteranDefinition *veteran,
             gboolean                   asks_merit)
{
  add_fact (ids, "veteran");
  if (!asks_merit && veteran->service_months > 0)
    add_fact (ids, "enlisted");
  if (!asks_merit
      && (veteran->service_months > 0 || !kp_date_is_none (veteran->discharged_from)
          || !kp_date_is_none (veteran->discharged_to)))
    add_fact (ids, "discharged");
  if (asks_merit || veteran->merit_is_enough)
    add_fact (ids, veteran->merit);
}

static void
add_graduate (GPtrArray           *ids,
              const KpDefinitions *definitions,
              gboolean             is_later)
{
  const KpGraduateDefinition *graduate = &definitions->graduate;

  add_fact (ids, "graduated");
  add_fact (ids, graduate->overseas);
  add_fact (ids, graduate->certified);
  if (is_later && graduate->soldier != NULL)
    {
      add_fact (ids, graduate->soldier);
      add_fact (ids, "discharged");
    }
  for (guint i = 0; is_later && i < graduate->not_if->len; i++)
    add_fact (ids, g_ptr_array_index (graduate->not_if, i));
}

static void
add_project (GPtrArray                 *ids,
             const KpProjectDefinition *project)
{
  add_fact (ids, project->fact);
  if (project->months > 0)
    add_fact (ids, project->began);
  if (project->months > 0 || project->years > 0)
    add_fact (ids, project->ended);
}

/**
 * kp_definition_list_facts:
 * @definitions: of a scheme
 * @which: one of them
 *
 * Returns: (transfer container) (element-type utf8): ids of the facts that it looks at, each once; borrowed
 */
GPtrArray *
kp_definition_list_facts (const KpDefinitions *definitions,
                          KpDefinition         which)
{
  GPtrArray *ids = g_ptr_array_new ();

  if (which == KP_DEFINITION_VETERAN || which == KP_DEFINITION_MERIT)
    add_veteran (ids, &definitions->veteran, which == KP_DEFINITION_MERIT);
  if (which == KP_DEFINITION_FRESH || which == KP_DEFINITION_OVERSEAS || which == KP_DEFINITION_GRADUATE)
    add_graduate (ids, definitions, which == KP_DEFINITION_GRADUATE);
  if (which == KP_DEFINITION_PROJECT || (which == KP_DEFINITION_GRADUATE && definitions->graduate.takes_projects))
    add_project (ids, &definitions->project);

  return ids;
}
