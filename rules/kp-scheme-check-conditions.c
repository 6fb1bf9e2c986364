/* kp-scheme-check-conditions.c – checks one condition of a scheme, with its parts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-check-private.h"

#include <glib/gi18n-lib.h>

#define KIND(kind) (1u << (kind))

/* The kinds of facts that a condition can ask of: of `fact` and, where it has one, of `until`. */
static guint
get_fitting_kinds (KpConditionKind kind)
{
  switch (kind)
    {
    case KP_CONDITION_IS:
      return KIND (KP_FACT_YES_NO);
    case KP_CONDITION_WORD_IN:
    case KP_CONDITION_SAME_AS_POST:
      return KIND (KP_FACT_WORD);
    case KP_CONDITION_PLACE_IN:
      return KIND (KP_FACT_PLACE);
    case KP_CONDITION_DATED:
    case KP_CONDITION_MONTHS_SINCE:
      return KIND (KP_FACT_DATE) | KIND (KP_FACT_PLACE);
    case KP_CONDITION_AT_LEAST:
    case KP_CONDITION_AT_MOST:
      return KIND (KP_FACT_NUMBER);
    default:
      return 0;
    }
}

static gboolean
needs_words (KpConditionKind kind)
{
  switch (kind)
    {
    case KP_CONDITION_EDUCATION_IN:
    case KP_CONDITION_DEGREE_IN:
    case KP_CONDITION_MAJOR_IN:
    case KP_CONDITION_POLITICAL_IN:
    case KP_CONDITION_SEX_IN:
    case KP_CONDITION_RESIDENCE_IN:
    case KP_CONDITION_WORD_IN:
    case KP_CONDITION_PLACE_IN:
    case KP_CONDITION_POST_IN:
    case KP_CONDITION_POST_STREET_IN:
      return TRUE;
    default:
      return FALSE;
    }
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
check_levels (GPtrArray         *problems,
              const KpCondition *condition,
              const char        *path)
{
  const char *first = condition->words != NULL ? condition->words[0] : NULL;

  if (condition->kind == KP_CONDITION_EDUCATION_AT_LEAST)
    check_level (problems, condition, kp_education_get_level (first), path);
  if (condition->kind == KP_CONDITION_CERTIFICATE_AT_LEAST)
    check_level (problems, condition, kp_certificate_get_level (first), path);
}

/* An empty word would begin every address. */
static void
check_words (GPtrArray         *problems,
             const KpCondition *condition,
             const char        *path)
{
  if (!needs_words (condition->kind))
    return;
  if (condition->words == NULL || condition->words[0] == NULL)
    {
      kp_scheme_check_refuse (problems, g_strdup (_("This list of words is empty; add a word.")), "%s", path);
      return;
    }

  for (guint i = 0; condition->words[i] != NULL; i++)
    if (*condition->words[i] == '\0')
      kp_scheme_check_refuse (problems, g_strdup (_("A word of this list is empty; fill it in, or remove it.")), "%s", path);
}

static void
check_codes (GPtrArray         *problems,
             const KpScheme    *scheme,
             const KpCondition *condition,
             const char        *path)
{
  for (guint i = 0; condition->words != NULL && condition->words[i] != NULL; i++)
    {
      const char *code = condition->words[i];

      if (condition->kind == KP_CONDITION_POST_IN && kp_scheme_get_post (scheme, code) == NULL)
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("There is no post “%s”; name one of \"posts\"."), code), "%s", path);
      if (condition->kind == KP_CONDITION_POST_STREET_IN && kp_scheme_get_street (scheme, code) == NULL)
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("There is no street “%s”; name one of \"streets\"."), code), "%s", path);
    }
}

static void
check_fact (GPtrArray      *problems,
            const KpScheme *scheme,
            const char     *id,
            guint           fitting,
            const char     *path)
{
  KpFactKind          kind;
  g_autoptr (GString) kinds = g_string_new (NULL);

  if (!kp_fact_find_kind (scheme->facts, id, &kind))
    {
      kp_scheme_check_refuse (problems,
                              g_strdup_printf (_("There is no fact “%s”; declare it in \"facts\", or name a built-in one."),
                                               id != NULL ? id : ""),
                              "%s", path);
      return;
    }
  if ((fitting & KIND (kind)) != 0)
    return;

  for (guint i = 0; i < KP_N_FACT_KINDS; i++)
    if ((fitting & KIND (i)) != 0)
      g_string_append_printf (kinds, "%s%s", kinds->len > 0 ? ", " : "", kp_fact_kind_get_name ((KpFactKind) i));
  kp_scheme_check_refuse (problems,
                          g_strdup_printf (_("The fact “%s” is of kind %s, but this condition asks for %s; choose another "
                                             "fact or another condition."),
                                           id, kp_fact_kind_get_name (kind), kinds->str),
                          "%s", path);
}

static void
check_facts (GPtrArray         *problems,
             const KpScheme    *scheme,
             const KpCondition *condition,
             const char        *path)
{
  guint fitting = get_fitting_kinds (condition->kind);

  if (fitting != 0)
    check_fact (problems, scheme, condition->fact, fitting, path);
  if (condition->kind == KP_CONDITION_MONTHS_SINCE && condition->until != NULL)
    check_fact (problems, scheme, condition->until, KIND (KP_FACT_DATE), path);
  if (condition->kind == KP_CONDITION_MONTHS_SINCE && condition->months == 0)
    kp_scheme_check_refuse (problems, g_strdup (_("The number of months must be at least 1, not 0; correct it.")), "%s",
                            path);
  if ((condition->kind == KP_CONDITION_GRID_MONTHS
       || (condition->kind == KP_CONDITION_MONTHS_SINCE && condition->until == NULL
           && kp_date_is_none (scheme->cutoff)))
      && kp_date_is_none (condition->to))
    kp_scheme_check_refuse (problems, g_strdup (_("Months of service need the day they are counted to; add \"to\".")),
                            "%s", path);
  if ((fitting & KIND (KP_FACT_NUMBER)) != 0 && !kp_fraction_is_known (condition->value))
    kp_scheme_check_refuse (problems, g_strdup (_("A number is missing to compare with; add \"value\".")), "%s", path);
}

/* Words of a short closed list; another one would never be met, and one of the longer lists may be new. */
static void
check_closed_words (GPtrArray         *problems,
                    const KpCondition *condition,
                    const char        *path)
{
  static const char *const sexes[] = { "男", "女", NULL };
  static const char *const degrees[] = { "学士", "硕士", "博士", NULL };
  const char *const       *known = condition->kind == KP_CONDITION_SEX_IN ? sexes : degrees;
  g_autofree gchar        *allowed = g_strjoinv ("、", (gchar **) known);

  if (condition->kind != KP_CONDITION_SEX_IN && condition->kind != KP_CONDITION_DEGREE_IN)
    return;

  for (guint i = 0; condition->words != NULL && condition->words[i] != NULL; i++)
    if (*condition->words[i] != '\0' && !g_strv_contains (known, condition->words[i]))
      kp_scheme_check_refuse (problems,
                              g_strdup_printf (_("“%s” is never what a form says here; write one of %s."), condition->words[i],
                                               allowed),
                              "%s", path);
}

/* What the law doubts is for a person to confirm. */
static void
check_law (GPtrArray         *problems,
           const KpCondition *condition,
           const char        *path)
{
  gboolean asks_sex = condition->kind == KP_CONDITION_SEX_IN;
  gboolean asks_ethnic = FALSE;

  if (condition->kind == KP_CONDITION_WORD_IN)
    {
      asks_sex = g_strcmp0 (condition->fact, "sex") == 0;
      asks_ethnic = g_strcmp0 (condition->fact, "ethnic") == 0;
    }

  if (asks_sex)
    kp_scheme_check_warn (problems,
                          g_strdup (_("就业促进法 第27条 forbids refusing women for their sex; confirm that the law "
                                      "allows this condition.")),
                          "%s", path);
  if (asks_ethnic)
    kp_scheme_check_warn (problems,
                          g_strdup (_("就业促进法 第28条 forbids refusing people for their ethnic group; confirm that the law "
                                      "allows this condition.")),
                          "%s", path);
  if (condition->kind == KP_CONDITION_BY_HAND)
    kp_scheme_check_wording (problems, condition->text, path);
}

static void
check_parts (GPtrArray         *problems,
             const KpScheme    *scheme,
             const KpCondition *condition,
             const char        *path)
{
  for (guint i = 0; i < condition->parts->len; i++)
    {
      g_autofree gchar *part = g_strdup_printf ("%s.%s%s[%u]", path, kp_condition_kind_get_name (condition->kind),
                                                condition->kind == KP_CONDITION_SOME_OF ? ".parts" : "", i);

      kp_scheme_check_condition (problems, scheme, g_ptr_array_index (condition->parts, i), part);
      for (guint j = 0; condition->kind == KP_CONDITION_ALL_OF && j < i; j++)
        kp_scheme_check_bounds (problems, g_ptr_array_index (condition->parts, j), g_ptr_array_index (condition->parts, i),
                                part);
    }

  if (condition->parts->len == 0)
    kp_scheme_check_refuse (problems, g_strdup (_("This list of conditions is empty; add a condition.")), "%s", path);
  else if (condition->kind == KP_CONDITION_SOME_OF && (condition->count == 0 || condition->count > condition->parts->len))
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("%u of %u conditions can't hold; write a number from 1 to %u."),
                                             condition->count, condition->parts->len, condition->parts->len),
                            "%s", path);
}

/**
 * kp_scheme_check_condition:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @scheme: the scheme that the condition stands in
 * @condition: (nullable): a condition; NULL has no faults
 * @path: where it stands
 *
 * Adds what is wrong with a condition and its parts: names that lead nowhere, facts of another kind, empty lists, days in
 * the wrong order, what the law doubts.
 */
void
kp_scheme_check_condition (GPtrArray         *problems,
                           const KpScheme    *scheme,
                           const KpCondition *condition,
                           const char        *path)
{
  if (condition == NULL)
    return;

  if (condition->parts != NULL)
    check_parts (problems, scheme, condition, path);
  if (!kp_date_is_none (condition->from))
    kp_scheme_check_order (problems, condition->from, condition->to, "from", path);
  check_levels (problems, condition, path);
  check_words (problems, condition, path);
  check_codes (problems, scheme, condition, path);
  check_facts (problems, scheme, condition, path);
  check_closed_words (problems, condition, path);
  check_law (problems, condition, path);
  if (condition->kind == KP_CONDITION_COUNTS_AS)
    kp_scheme_check_definition (problems, scheme, condition, path);
  if (condition->kind == KP_CONDITION_BORN)
    kp_scheme_check_birth (problems, scheme, condition, path);
  if (condition->kind == KP_CONDITION_BY_HAND && (condition->text == NULL || *condition->text == '\0'))
    kp_scheme_check_refuse (problems, g_strdup (_("Say what the reviewer has to judge; the text is empty.")),
                            "%s", path);
}
