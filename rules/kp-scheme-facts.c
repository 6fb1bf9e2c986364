/* kp-scheme-facts.c – the scheme's own facts: labels for its conditions, and a candidate's facts as the scheme reads them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme.h"

static void
set_label (gchar     **label,
           const char *text)
{
  g_free (*label);
  *label = g_strdup (text);
}

/* "城关街道、南关街道"; a code that leads nowhere stays, the check refuses it. */
static gchar *
dup_street_names (const KpScheme *scheme,
                  gchar         **codes)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      const KpSchemeStreet *street = kp_scheme_get_street (scheme, codes[i]);

      g_string_append_printf (names, "%s%s", i > 0 ? "、" : "",
                              street != NULL && street->name != NULL ? street->name : codes[i]);
    }

  return g_strdup (names->str);
}

/**
 * kp_scheme_settle_condition:
 * @scheme: the scheme that the condition stands in
 * @condition: one of its conditions, with its parts
 *
 * Tells @condition what it can't see by itself: what the notice calls its facts and streets, how it defines whom, and, for months that are
 * counted to no other day, the scheme's cut-off.
 */
void
kp_scheme_settle_condition (const KpScheme *scheme,
                            KpCondition    *condition)
{
  KpDefinition which;

  for (guint i = 0; condition->parts != NULL && i < condition->parts->len; i++)
    kp_scheme_settle_condition (scheme, g_ptr_array_index (condition->parts, i));

  if (condition->fact != NULL)
    set_label (&condition->label, kp_fact_find_label (scheme->facts, condition->fact));
  if (condition->until != NULL)
    set_label (&condition->until_label, kp_fact_find_label (scheme->facts, condition->until));
  if (condition->kind == KP_CONDITION_POST_STREET_IN)
    {
      g_autofree gchar *names = dup_street_names (scheme, condition->words);

      set_label (&condition->label, names);
    }
  if (condition->kind == KP_CONDITION_COUNTS_AS && condition->words != NULL
      && kp_definition_parse (condition->words[0], &which))
    {
      g_autofree gchar *definition = kp_definition_dup_chinese (&scheme->definitions, which);

      set_label (&condition->label, definition);
    }
  if (condition->kind == KP_CONDITION_MONTHS_SINCE && condition->until == NULL && kp_date_is_none (condition->to))
    condition->to = scheme->cutoff;
}

/**
 * kp_scheme_adapt_facts:
 * @scheme: a scheme
 * @post: (nullable): the post applied for
 * @facts: (inout): what the candidate states; texts that are put in are borrowed from @scheme
 *
 * Lays the facts out as the scheme reads them: the post and its street, and a school leaving that the notice counts as
 * another (高级工班 as 大专). To be called once before anything is asked of them.
 */
void
kp_scheme_adapt_facts (const KpScheme     *scheme,
                       const KpSchemePost *post,
                       KpCandidateFacts   *facts)
{
  const KpSchemeStreet *street = post != NULL && post->street != NULL ? kp_scheme_get_street (scheme, post->street) : NULL;

  facts->post = post != NULL ? post->code : NULL;
  facts->street = street != NULL ? street->code : NULL;
  facts->street_name = street != NULL ? street->name : NULL;
  facts->definitions = &scheme->definitions;
  facts->cutoff = scheme->cutoff;

  for (guint i = 0; facts->education != NULL && i < scheme->education_as->len; i++)
    {
      const KpSchemeEducation *education = g_ptr_array_index (scheme->education_as, i);

      if (g_strcmp0 (education->word, facts->education) == 0)
        {
          facts->education = education->as;
          break;
        }
    }
}
