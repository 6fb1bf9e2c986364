/* kp-scheme-check-proofs.c – checks the definitions of veterans and graduates, and the proofs that are asked for.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-check-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* NULL = the definition doesn't ask for one. */
static void
check_kind (GPtrArray      *problems,
            const KpScheme *scheme,
            const char     *id,
            KpFactKind      needed,
            const char     *path)
{
  KpFactKind kind;

  if (id == NULL)
    return;
  if (!kp_fact_find_kind (scheme->facts, id, &kind))
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("There is no fact “%s”; declare it in \"facts\", or name a built-in one."), id),
                            "%s", path);
  else if (kind != needed)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("The fact “%s” is of kind %s, but %s is needed here; choose another fact."), id,
                                             kp_fact_kind_get_name (kind), kp_fact_kind_get_name (needed)),
                            "%s", path);
}

static void
check_veteran (GPtrArray      *problems,
               const KpScheme *scheme)
{
  const KpVeteranDefinition *veteran = &scheme->definitions.veteran;

  check_kind (problems, scheme, veteran->merit, KP_FACT_WORD, "definitions.veteran.merit");
  if ((veteran->merit != NULL) != (veteran->merits->len > 0))
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Merits need both the fact that states them (\"merit\") and those that count "
                                        "(\"merits\"); add the other, or remove both.")),
                            "definitions.veteran.merits");
  if (veteran->merit_is_enough && (veteran->merit == NULL || veteran->service_months == 0))
    kp_scheme_check_refuse (problems,
                            g_strdup (_("A merit stands in for months of service, so both have to be set; add them, or remove "
                                        "this.")),
                            "definitions.veteran.merit_is_enough");
  kp_scheme_check_order (problems, veteran->discharged_from, veteran->discharged_to,
                         "definitions.veteran.discharged_from", "definitions.veteran.discharged_to");
}

static gboolean
says_graduate (const KpGraduateDefinition *graduate)
{
  return !kp_date_is_none (graduate->certificate_by) || graduate->years_back > 0 || graduate->not_if->len > 0
         || graduate->overseas != NULL || graduate->certified != NULL || graduate->soldier != NULL
         || graduate->takes_projects || !kp_date_is_none (graduate->overseas_from)
         || !kp_date_is_none (graduate->overseas_to) || !kp_date_is_none (graduate->certified_by);
}

static void
check_overseas (GPtrArray      *problems,
                const KpScheme *scheme)
{
  const KpGraduateDefinition *graduate = &scheme->definitions.graduate;
  const gboolean              has_days
    = !kp_date_is_none (graduate->overseas_from) || !kp_date_is_none (graduate->overseas_to);

  check_kind (problems, scheme, graduate->overseas, KP_FACT_YES_NO, "definitions.graduate.overseas");
  check_kind (problems, scheme, graduate->certified, KP_FACT_DATE, "definitions.graduate.certified");
  kp_scheme_check_order (problems, graduate->overseas_from, graduate->overseas_to, "definitions.graduate.overseas_from",
                         "definitions.graduate.overseas_to");
  if (graduate->overseas == NULL && (has_days || graduate->certified != NULL))
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Which fact says that a degree is of a school abroad? Name it, or remove the days.")),
                            "definitions.graduate.overseas");
  if (graduate->overseas != NULL && !has_days)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Degrees of schools abroad count by their own days; add \"overseas_from\" or "
                                        "\"overseas_to\".")),
                            "definitions.graduate.overseas");
  if (graduate->certified == NULL && !kp_date_is_none (graduate->certified_by))
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Which fact states the day of the certificate? Name it (\"certified\"), or remove this.")),
                            "definitions.graduate.certified_by");
}

static void
check_later (GPtrArray      *problems,
             const KpScheme *scheme)
{
  const KpGraduateDefinition *graduate = &scheme->definitions.graduate;

  if (graduate->years_back > 0 && graduate->count == KP_GRADUATE_BY_DAY && kp_date_is_none (scheme->cutoff))
    kp_scheme_check_refuse (problems, g_strdup (_("Years are counted to the scheme's cut-off; add \"cutoff\".")),
                            "definitions.graduate.count");
  if (graduate->years_back == 0 && graduate->soldier != NULL)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("For how many years after the discharge? Add \"years_back\", or remove this.")),
                            "definitions.graduate.soldier");
  if (graduate->years_back == 0 && !graduate->takes_projects && graduate->not_if->len > 0)
    kp_scheme_check_refuse (problems,
                            g_strdup (_("This excludes people from the years after the graduation, and there are none; add "
                                        "\"years_back\", or remove this.")),
                            "definitions.graduate.not_if");
  if (graduate->takes_projects && scheme->definitions.project.fact == NULL)
    kp_scheme_check_refuse (problems, g_strdup (_("No project is defined; say which (\"definitions.project\"), or remove this.")),
                            "definitions.graduate.takes_projects");
}

static void
check_graduate (GPtrArray      *problems,
                const KpScheme *scheme)
{
  const KpGraduateDefinition *graduate = &scheme->definitions.graduate;

  if (graduate->year == 0)
    {
      if (says_graduate (graduate))
        kp_scheme_check_refuse (problems, g_strdup (_("Graduates of which year? Add \"year\", or remove the definition.")),
                                "definitions.graduate");
      return;
    }
  if (!kp_date_is_none (graduate->certificate_by) && graduate->certificate_by.year != (gint) graduate->year)
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("Graduates of %u have their certificate by a day of %u; correct one of both."),
                                             graduate->year, graduate->year),
                            "definitions.graduate.certificate_by");
  for (guint i = 0; i < graduate->not_if->len; i++)
    {
      g_autofree gchar *path = g_strdup_printf ("definitions.graduate.not_if[%u]", i);

      check_kind (problems, scheme, g_ptr_array_index (graduate->not_if, i), KP_FACT_YES_NO, path);
    }
  check_kind (problems, scheme, graduate->soldier, KP_FACT_YES_NO, "definitions.graduate.soldier");
  check_overseas (problems, scheme);
  check_later (problems, scheme);
}

static void
check_project (GPtrArray      *problems,
               const KpScheme *scheme)
{
  const KpProjectDefinition *project = &scheme->definitions.project;

  check_kind (problems, scheme, project->fact, KP_FACT_WORD, "definitions.project.fact");
  check_kind (problems, scheme, project->began, KP_FACT_DATE, "definitions.project.began");
  check_kind (problems, scheme, project->ended, KP_FACT_DATE, "definitions.project.ended");
  if ((project->fact != NULL) != (project->names->len > 0))
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Projects need both the fact that states them (\"fact\") and those that count "
                                        "(\"names\"); add the other, or remove both.")),
                            "definitions.project.names");
  if (project->months > 0 && (project->began == NULL || project->ended == NULL))
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Months in a project need the facts of its first and last day; add \"began\" and "
                                        "\"ended\".")),
                            "definitions.project.months");
  if (project->years > 0 && (project->ended == NULL || kp_date_is_none (scheme->cutoff)))
    kp_scheme_check_refuse (problems,
                            g_strdup (_("Years after a project are counted from its last day to the cut-off; add \"ended\" and "
                                        "the scheme's \"cutoff\".")),
                            "definitions.project.years");
}

static gboolean
is_defined (const KpDefinitions *definitions,
            KpDefinition         which)
{
  switch (which)
    {
    case KP_DEFINITION_MERIT:
      return definitions->veteran.merit != NULL;
    case KP_DEFINITION_FRESH:
    case KP_DEFINITION_GRADUATE:
      return definitions->graduate.year > 0;
    case KP_DEFINITION_OVERSEAS:
      return definitions->graduate.overseas != NULL;
    case KP_DEFINITION_PROJECT:
      return definitions->project.fact != NULL;
    case KP_DEFINITION_VETERAN:
    default:
      return TRUE;
    }
}

/**
 * kp_scheme_check_definition:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @scheme: the scheme that the condition stands in
 * @condition: of kind COUNTS_AS
 * @path: where it stands
 *
 * Adds a definition that there isn't.
 */
void
kp_scheme_check_definition (GPtrArray         *problems,
                            const KpScheme    *scheme,
                            const KpCondition *condition,
                            const char        *path)
{
  const char  *name = condition->words != NULL && condition->words[0] != NULL ? condition->words[0] : "";
  KpDefinition which;

  if (!kp_definition_parse (name, &which))
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("“%s” is no definition; write veteran, merit, fresh, graduate, overseas or "
                                               "project."),
                                             name),
                            "%s", path);
  else if (!is_defined (&scheme->definitions, which))
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("The scheme doesn't say who counts as “%s”; fill in \"definitions\"."), name),
                            "%s", path);
}

static const KpProofDef *
find_proof (const GPtrArray *proofs,
            const char      *id)
{
  for (guint i = 0; i < proofs->len; i++)
    {
      const KpProofDef *def = g_ptr_array_index (proofs, i);

      if (g_strcmp0 (def->id, id) == 0)
        return def;
    }

  return NULL;
}

static void
check_proof_lists (GPtrArray        *problems,
                   const KpScheme   *scheme,
                   const KpProofDef *def,
                   guint             index)
{
  if (def->facts->len == 0)
    kp_scheme_check_refuse (problems, g_strdup (_("Which facts are proved? Without one nothing is lost when the proof fails.")),
                            "proofs[%u].facts", index);
  for (guint i = 0; i < def->facts->len; i++)
    {
      const char *id = g_ptr_array_index (def->facts, i);
      KpFactKind  kind;

      if (!kp_fact_find_kind (scheme->facts, id, &kind))
        kp_scheme_check_refuse (problems,
                                g_strdup_printf (_("There is no fact “%s”; declare it in \"facts\", or name a built-in one."),
                                                 id),
                                "proofs[%u].facts[%u]", index, i);
    }
  if (def->papers->len == 0)
    kp_scheme_check_refuse (problems, g_strdup (_("A proof asks for at least one paper; name it.")), "proofs[%u].papers", index);
}

static void
check_proof (GPtrArray      *problems,
             const KpScheme *scheme,
             guint           index)
{
  const char       *allowed = "abcdefghijklmnopqrstuvwxyz0123456789_";
  const KpProofDef *def = g_ptr_array_index (scheme->proofs, index);
  g_autofree gchar *path = g_strdup_printf ("proofs[%u].when", index);
  g_autofree gchar *by = g_strdup_printf ("proofs[%u].by", index);

  if (def->id == NULL || *def->id == '\0' || strspn (def->id, allowed) != strlen (def->id))
    kp_scheme_check_refuse (problems,
                            g_strdup_printf (_("The id “%s” isn't allowed; use small letters, digits and underscores."),
                                             def->id != NULL ? def->id : ""),
                            "proofs[%u].id", index);
  else if (find_proof (scheme->proofs, def->id) != def)
    kp_scheme_check_refuse (problems, g_strdup_printf (_("The proof “%s” stands twice; remove one."), def->id),
                            "proofs[%u].id", index);
  if (def->label == NULL || *def->label == '\0')
    kp_scheme_check_refuse (problems, g_strdup (_("A proof needs a label, as the notice calls it; fill it in.")),
                            "proofs[%u].label", index);
  kp_scheme_check_condition (problems, scheme, def->when, path);
  check_proof_lists (problems, scheme, def, index);
  kp_scheme_check_order (problems, scheme->registration_from, def->by, "registration_from", by);
}

/**
 * kp_scheme_check_proofs:
 * @problems: (element-type KpSchemeProblem): what was found so far
 * @scheme: a scheme
 *
 * Adds what is wrong with who counts as veteran or graduate, and with what has to be proved.
 */
void
kp_scheme_check_proofs (GPtrArray      *problems,
                        const KpScheme *scheme)
{
  check_veteran (problems, scheme);
  check_graduate (problems, scheme);
  check_project (problems, scheme);
  for (guint i = 0; i < scheme->proofs->len; i++)
    check_proof (problems, scheme, i);
}
