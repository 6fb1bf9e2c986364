/* kp-scheme-explain-proofs.c – who counts as veteran or graduate, and what has to be proved, in the words of a notice.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-explain-private.h"

static gboolean
is_said (const KpDefinitions *definitions,
         KpDefinition         which)
{
  const KpVeteranDefinition *veteran = &definitions->veteran;

  switch (which)
    {
    case KP_DEFINITION_VETERAN:
      return veteran->service_months > 0 || !kp_date_is_none (veteran->discharged_from)
             || !kp_date_is_none (veteran->discharged_to);
    case KP_DEFINITION_MERIT:
      return veteran->merit != NULL;
    case KP_DEFINITION_FRESH:
    case KP_DEFINITION_GRADUATE:
      return definitions->graduate.year > 0;
    case KP_DEFINITION_OVERSEAS:
      return definitions->graduate.overseas != NULL;
    case KP_DEFINITION_PROJECT:
    default:
      return definitions->project.fact != NULL;
    }
}

/**
 * kp_notice_says_definitions:
 * @scheme: a scheme
 *
 * Returns: whether the scheme defines anybody
 */
gboolean
kp_notice_says_definitions (const KpScheme *scheme)
{
  for (guint i = 0; i < KP_N_DEFINITIONS; i++)
    if (is_said (&scheme->definitions, (KpDefinition) i))
      return TRUE;

  return FALSE;
}

/* "立功等级看“立功等级”一栏": by what is stated at which place of the form. */
static void
say_columns (GPtrArray      *paragraphs,
             const KpScheme *scheme)
{
  const KpDefinitions *definitions = &scheme->definitions;
  const struct
  {
    const char *what;
    const char *id;
  } columns[] = {
    { "立功等级", definitions->veteran.merit },      { "境外学位", definitions->graduate.overseas },
    { "境外学位认证日期", definitions->graduate.certified }, { "高校入伍", definitions->graduate.soldier },
    { "服务基层项目", definitions->project.fact },   { "服务起始日期", definitions->project.began },
    { "服务期满日期", definitions->project.ended },
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].id != NULL)
      {
        const char *label = kp_fact_find_label (scheme->facts, columns[i].id);

        g_string_append_printf (text, "%s%s以报名表“%s”一栏", text->len > 0 ? "，" : "", columns[i].what,
                                label != NULL ? label : columns[i].id);
      }
  if (text->len > 0)
    kp_notice_say (paragraphs, "%s的填报和证明材料为准。", text->str);
}

/**
 * kp_notice_say_definitions:
 * @paragraphs: of the conditions
 * @scheme: a scheme
 *
 * Says whom the notice means by veteran, graduate and so on, as far as the scheme defines them.
 */
void
kp_notice_say_definitions (GPtrArray      *paragraphs,
                           const KpScheme *scheme)
{
  const KpGraduateDefinition *graduate = &scheme->definitions.graduate;
  g_autoptr (GString)         facts = g_string_new (NULL);

  for (guint i = 0; i < KP_N_DEFINITIONS; i++)
    {
      g_autofree gchar *words = kp_definition_dup_chinese (&scheme->definitions, (KpDefinition) i);

      if (is_said (&scheme->definitions, (KpDefinition) i))
        kp_notice_say (paragraphs, "本公告所称%s，是指：%s。", kp_definition_get_chinese ((KpDefinition) i), words);
    }
  for (guint i = 0; i < graduate->not_if->len; i++)
    {
      const char *id = g_ptr_array_index (graduate->not_if, i);
      const char *label = kp_fact_find_label (scheme->facts, id);

      g_string_append_printf (facts, "%s%s", i > 0 ? "、" : "", label != NULL ? label : id);
    }
  say_columns (paragraphs, scheme);
  if (facts->len > 0)
    kp_notice_say (paragraphs, "非应届的毕业生有下列情形之一的，不按高校毕业生对待：%s。", facts->str);
}

static gchar *
dup_list (const GPtrArray *words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "、" : "", (const char *) g_ptr_array_index (words, i));

  return g_string_free (text, FALSE);
}

static gchar *
dup_facts (const KpScheme   *scheme,
           const KpProofDef *def)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < def->facts->len; i++)
    {
      const char *id = g_ptr_array_index (def->facts, i);
      const char *label = kp_fact_find_label (scheme->facts, id);

      g_string_append_printf (text, "%s%s", i > 0 ? "、" : "", label != NULL ? label : id);
    }

  return g_string_free (text, FALSE);
}

static void
say_proof (GPtrArray        *paragraphs,
           const KpScheme   *scheme,
           const KpProofDef *def,
           guint             number)
{
  g_autofree gchar   *who = kp_condition_dup_chinese (def->when);
  g_autofree gchar   *papers = dup_list (def->papers);
  g_autofree gchar   *sources = dup_list (def->sources);
  g_autofree gchar   *facts = dup_facts (scheme, def);
  g_autofree gchar   *by = kp_date_dup_chinese (def->by);
  g_autofree gchar   *dated_by = kp_date_dup_chinese (def->dated_by);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%u.%s（%s）：", number, def->label, who);
  if (kp_notice_is_said (def->clause))
    g_string_append_printf (text, "按公告%s，", def->clause);
  g_string_append_printf (text, "须提供%s", papers);
  if (!kp_date_is_none (def->dated_by))
    g_string_append_printf (text, "，出具日期不迟于%s", dated_by);
  if (!kp_date_is_none (def->by))
    g_string_append_printf (text, "，最迟于%s（含当日）证明", by);
  if (def->sources->len > 0)
    g_string_append_printf (text, "；向%s核查", sources);
  g_string_append_printf (text, "。不能证明的，所填%s不予认定", facts);
  if (def->before == KP_PROOF_BEFORE_OPENING)
    g_string_append (text, "；核查在确定开考岗位前完成");
  if (def->before == KP_PROOF_BEFORE_PUBLICITY)
    g_string_append (text, "；核查在公示前完成");
  kp_notice_say (paragraphs, "%s。", text->str);
}

/**
 * kp_notice_say_proofs:
 * @paragraphs: of the registration
 * @scheme: a scheme
 *
 * Says which claims have to be proved, by which papers, and against what they are checked.
 */
void
kp_notice_say_proofs (GPtrArray      *paragraphs,
                      const KpScheme *scheme)
{
  if (scheme->proofs->len > 0)
    kp_notice_say (paragraphs, "报名时填报下列身份或者资格的，须予证明：");
  for (guint i = 0; i < scheme->proofs->len; i++)
    say_proof (paragraphs, scheme, g_ptr_array_index (scheme->proofs, i), i + 1);
}
