/* kp-scheme-check-facts.c – checks the facts that a scheme declares, and its registration and review.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_id (const char *id)
{
  const char *allowed = "abcdefghijklmnopqrstuvwxyz0123456789_";

  return id != NULL && *id != '\0' && strspn (id, allowed) == strlen (id);
}

static void
check_def (GPtrArray       *problems,
           const GPtrArray *facts,
           guint            index)
{
  const KpFactDef *def = g_ptr_array_index (facts, index);

  if (!is_id (def->id))
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("The id “%s” isn't allowed; use small letters, digits and underscores."),
                                             def->id != NULL ? def->id : ""),
                            "facts[%u].id", index);
  else if (kp_fact_find_def (NULL, def->id) != NULL)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("The fact “%s” is built in; use it without declaring it, or choose another "
                                               "id."),
                                             def->id),
                            "facts[%u].id", index);
  else if (kp_fact_find_def (facts, def->id) != def)
    kp_scheme_check_refuse (problems, g_strdup_printf (_("The fact “%s” is declared twice; remove one."), def->id),
                            "facts[%u].id", index);
  if (def->label == NULL || *def->label == '\0')
    kp_scheme_check_refuse (problems, g_strdup (_("A fact needs a label, as the notice calls it; fill it in.")),
                            "facts[%u].label", index);
}

static void
check_education (GPtrArray      *problems,
                 const KpScheme *scheme,
                 guint           index)
{
  const KpSchemeEducation *education = g_ptr_array_index (scheme->education_as, index);

  if (education->word == NULL || *education->word == '\0' || kp_education_get_level (education->word) > 0)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("“%s” can't count as another school leaving; write a word that isn't a "
                                               "standard one."),
                                             education->word != NULL ? education->word : ""),
                            "education_as[%u].word", index);
  if (kp_education_get_level (education->as) == 0)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("“%s” isn't a level that can be compared; write a standard word such as "
                                               "大专, 本科 or 社会工作师."),
                                             education->as != NULL ? education->as : ""),
                            "education_as[%u].as", index);
  for (guint i = 0; i < index; i++)
    {
      const KpSchemeEducation *earlier = g_ptr_array_index (scheme->education_as, i);

      if (g_strcmp0 (earlier->word, education->word) == 0)
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("The word “%s” stands twice; remove one."), education->word),
                                "education_as[%u].word", index);
    }
}

static void
check_registration (GPtrArray      *problems,
                    const KpScheme *scheme)
{
  const KpSchemeRegistration *registration = &scheme->registration;

  if (!registration->one_post)
    kp_scheme_check_warn (problems,
                          g_strdup (_("The record keeps one registration of each person, and the import tells a second one as a "
                                      "conflict; only cases can have several. Confirm that this is meant.")),
                          "registration.one_post");
  if (!kp_date_is_none (registration->pay_until) && !registration->needs_payment)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("A last day for payment is named although nothing has to be paid; set "
                                        "\"needs_payment\", or remove the day.")),
                            "registration.pay_until");
  kp_scheme_check_order (problems, scheme->registration_from, registration->pay_until, "registration_from",
                         "registration.pay_until");
}

/**
 * kp_scheme_check_facts:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @scheme: a scheme
 *
 * Adds what is wrong with the declared facts, the school leavings that count as others, registration and review.
 */
void
kp_scheme_check_facts (GPtrArray      *problems,
                       const KpScheme *scheme)
{
  for (guint i = 0; i < scheme->facts->len; i++)
    check_def (problems, scheme->facts, i);
  for (guint i = 0; i < scheme->education_as->len; i++)
    check_education (problems, scheme, i);
  check_registration (problems, scheme);
  if (scheme->review.levels < 1 || scheme->review.levels > 2)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("A review has 1 or 2 levels, not %u; correct the number."),
                                             scheme->review.levels),
                            "review.levels");
}
