/* kp-definition.c – who counts as veteran, graduate of the year, graduate or project worker: the notice's definitions.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 应届 2026, certificate by 31 July, two years of 择业期, cut-off 9 March 2026:
 *
 *   graduated     counted by year         counted by day
 *   2026-08-01    no                      no
 *   2026-07-31    应届                    应届
 *   2026-01-01    应届                    应届
 *   2025-12-31    择业期                  择业期
 *   2024-03-09    择业期                  择业期: its last day is the same day two years later (民法典 第202条)
 *   2024-03-08    择业期                  no
 *   2024-01-01    择业期                  no
 *   2023-12-31    no                      no
 *
 * A degree of a school abroad counts by its own days alone. A bound is part of its period (民法典 第1259条). */

#include "kp-definition.h"

#include <string.h>

static const char *const names[KP_N_DEFINITIONS] = {
  [KP_DEFINITION_VETERAN] = "veteran", [KP_DEFINITION_MERIT] = "merit",       [KP_DEFINITION_FRESH] = "fresh",
  [KP_DEFINITION_GRADUATE] = "graduate", [KP_DEFINITION_OVERSEAS] = "overseas", [KP_DEFINITION_PROJECT] = "project",
};

static const char *const chinese[KP_N_DEFINITIONS] = {
  [KP_DEFINITION_VETERAN] = "退役军人",       [KP_DEFINITION_MERIT] = "立功退役军人",
  [KP_DEFINITION_FRESH] = "应届高校毕业生",   [KP_DEFINITION_GRADUATE] = "高校毕业生（含择业期内）",
  [KP_DEFINITION_OVERSEAS] = "境外学位获得者", [KP_DEFINITION_PROJECT] = "服务基层项目人员",
};

/**
 * kp_definition_get_name:
 * @which: a definition
 *
 * Returns: the stable name in scheme files.
 */
const char *
kp_definition_get_name (KpDefinition which)
{
  return names[which];
}

/**
 * kp_definition_get_chinese:
 * @which: a definition
 *
 * Returns: the word of a notice for it.
 */
const char *
kp_definition_get_chinese (KpDefinition which)
{
  return chinese[which];
}

/**
 * kp_definition_parse:
 * @name: (nullable): a stable name
 * @out: (out): the definition; untouched when there is none
 *
 * Returns: whether there is such a definition.
 */
gboolean
kp_definition_parse (const char   *name,
                     KpDefinition *out)
{
  for (guint i = 0; name != NULL && i < KP_N_DEFINITIONS; i++)
    if (strcmp (names[i], name) == 0)
      {
        *out = (KpDefinition) i;
        return TRUE;
      }

  return FALSE;
}

/**
 * kp_definitions_init:
 * @definitions: (out caller-allocates): whoever says so is a veteran; nobody counts as anything else
 */
void
kp_definitions_init (KpDefinitions *definitions)
{
  *definitions = (KpDefinitions) {
    .veteran.merits = g_ptr_array_new_with_free_func (g_free),
    .graduate.not_if = g_ptr_array_new_with_free_func (g_free),
    .project.names = g_ptr_array_new_with_free_func (g_free),
  };
}

/**
 * kp_definitions_clear:
 * @definitions: definitions; what they own is freed, the struct isn't
 */
void
kp_definitions_clear (KpDefinitions *definitions)
{
  g_clear_pointer (&definitions->veteran.merit, g_free);
  g_clear_pointer (&definitions->veteran.merits, g_ptr_array_unref);
  g_clear_pointer (&definitions->graduate.not_if, g_ptr_array_unref);
  g_clear_pointer (&definitions->graduate.overseas, g_free);
  g_clear_pointer (&definitions->graduate.certified, g_free);
  g_clear_pointer (&definitions->graduate.soldier, g_free);
  g_clear_pointer (&definitions->project.fact, g_free);
  g_clear_pointer (&definitions->project.names, g_ptr_array_unref);
  g_clear_pointer (&definitions->project.began, g_free);
  g_clear_pointer (&definitions->project.ended, g_free);
}

/* Both must hold: one that doesn't decides; else what is missing. */
static KpVerdict
join (KpVerdict a,
      KpVerdict b)
{
  if (a == KP_VERDICT_UNMET || b == KP_VERDICT_UNMET)
    return KP_VERDICT_UNMET;
  if (a == KP_VERDICT_NEEDS_PAPER || b == KP_VERDICT_NEEDS_PAPER)
    return KP_VERDICT_NEEDS_PAPER;

  return KP_VERDICT_MET;
}

/* One is enough. */
static KpVerdict
either (KpVerdict a,
        KpVerdict b)
{
  if (a == KP_VERDICT_MET || b == KP_VERDICT_MET)
    return KP_VERDICT_MET;
  if (a == KP_VERDICT_NEEDS_PAPER || b == KP_VERDICT_NEEDS_PAPER)
    return KP_VERDICT_NEEDS_PAPER;

  return KP_VERDICT_UNMET;
}

static KpVerdict
turn (KpVerdict verdict)
{
  if (verdict == KP_VERDICT_MET)
    return KP_VERDICT_UNMET;

  return verdict == KP_VERDICT_UNMET ? KP_VERDICT_MET : verdict;
}

static KpVerdict
find_fact (const KpCandidateFacts *facts,
           const char             *id,
           KpFactValue            *value)
{
  if (!kp_facts_find (facts, id, value) || value->truth == KP_TRUTH_UNKNOWN)
    return KP_VERDICT_NEEDS_PAPER;

  return value->truth == KP_TRUTH_YES ? KP_VERDICT_MET : KP_VERDICT_UNMET;
}

static KpVerdict
is_stated (const KpCandidateFacts *facts,
           const char             *id)
{
  KpFactValue value;

  return find_fact (facts, id, &value);
}

static gboolean
is_between (KpDate day,
            KpDate from,
            KpDate to)
{
  return (kp_date_is_none (from) || kp_date_compare (day, from) >= 0)
         && (kp_date_is_none (to) || kp_date_compare (day, to) <= 0);
}

static KpVerdict
is_dated (const KpCandidateFacts *facts,
          const char             *id,
          KpDate                  from,
          KpDate                  to)
{
  KpFactValue value;
  KpVerdict   verdict = find_fact (facts, id, &value);

  if (verdict != KP_VERDICT_MET)
    return verdict;

  return is_between (value.date, from, to) ? KP_VERDICT_MET : KP_VERDICT_UNMET;
}

/* Of two days: full months alone count. */
static KpVerdict
has_months (const KpCandidateFacts *facts,
            const char             *from,
            const char             *to,
            guint                   months)
{
  KpFactValue begin;
  KpFactValue end;
  KpVerdict   verdict = find_fact (facts, from, &begin);

  verdict = join (verdict, find_fact (facts, to, &end));
  if (verdict != KP_VERDICT_MET)
    return verdict;

  return kp_date_full_months_between (begin.date, end.date) >= (gint) months ? KP_VERDICT_MET : KP_VERDICT_UNMET;
}

static KpVerdict
is_named (const KpCandidateFacts *facts,
          const char             *id,
          const GPtrArray        *words)
{
  KpFactValue value;
  KpVerdict   verdict = id != NULL ? find_fact (facts, id, &value) : KP_VERDICT_UNMET;

  if (verdict != KP_VERDICT_MET)
    return verdict;

  return value.word != NULL && g_ptr_array_find_with_equal_func ((GPtrArray *) words, value.word, g_str_equal, NULL)
             ? KP_VERDICT_MET
             : KP_VERDICT_UNMET;
}

static KpVerdict
decide_merit (const KpVeteranDefinition *veteran,
              const KpCandidateFacts    *facts)
{
  return join (is_stated (facts, "veteran"), is_named (facts, veteran->merit, veteran->merits));
}

static KpVerdict
decide_veteran (const KpVeteranDefinition *veteran,
                const KpCandidateFacts    *facts)
{
  KpVerdict verdict = is_stated (facts, "veteran");

  if (!kp_date_is_none (veteran->discharged_from) || !kp_date_is_none (veteran->discharged_to))
    verdict = join (verdict, is_dated (facts, "discharged", veteran->discharged_from, veteran->discharged_to));
  if (veteran->service_months > 0)
    {
      KpVerdict served = has_months (facts, "enlisted", "discharged", veteran->service_months);

      verdict = join (verdict, veteran->merit_is_enough ? either (decide_merit (veteran, facts), served) : served);
    }

  return verdict;
}

/* Who doesn't say that the degree is of a school abroad has one of a school at home. */
static KpVerdict
is_abroad (const KpGraduateDefinition *graduate,
           const KpCandidateFacts     *facts)
{
  return graduate->overseas != NULL ? is_stated (facts, graduate->overseas) : KP_VERDICT_UNMET;
}

static KpVerdict
decide_overseas (const KpGraduateDefinition *graduate,
                 const KpCandidateFacts     *facts)
{
  KpVerdict verdict = is_abroad (graduate, facts);

  verdict = join (verdict, is_dated (facts, "graduated", graduate->overseas_from, graduate->overseas_to));
  if (graduate->certified != NULL)
    verdict = join (verdict, is_dated (facts, graduate->certified, KP_DATE_NONE, graduate->certified_by));

  return verdict;
}

static KpVerdict
decide_fresh (const KpGraduateDefinition *graduate,
              const KpCandidateFacts     *facts)
{
  KpDate    first = kp_date_make ((gint) graduate->year, 1, 1);
  KpDate    last = graduate->certificate_by;
  KpVerdict at_home;

  if (graduate->year == 0)
    return KP_VERDICT_UNMET;
  if (kp_date_is_none (last))
    last = kp_date_make ((gint) graduate->year, 12, 31);
  at_home = join (turn (is_abroad (graduate, facts)), is_dated (facts, "graduated", first, last));

  return graduate->overseas != NULL ? either (at_home, decide_overseas (graduate, facts)) : at_home;
}

/* From the day of fact @id for some years. By day it has to have come; by year @latest is the last year that counts. */
static KpVerdict
is_within_years (const KpGraduateDefinition *graduate,
                 const KpCandidateFacts     *facts,
                 const char                 *id,
                 guint                       latest)
{
  const gint  years = (gint) graduate->years_back;
  KpFactValue value;
  KpVerdict   verdict = find_fact (facts, id, &value);

  if (verdict != KP_VERDICT_MET)
    return verdict;
  if (graduate->count == KP_GRADUATE_BY_YEAR)
    return value.date.year >= (gint) graduate->year - years && value.date.year <= (gint) latest ? KP_VERDICT_MET
                                                                                               : KP_VERDICT_UNMET;
  if (!kp_date_is_valid (facts->cutoff))
    return KP_VERDICT_NEEDS_PAPER;

  return is_between (facts->cutoff, value.date, kp_date_add_years (value.date, years)) ? KP_VERDICT_MET : KP_VERDICT_UNMET;
}

static KpVerdict
has_no_work (const KpGraduateDefinition *graduate,
             const KpCandidateFacts     *facts)
{
  KpVerdict verdict = KP_VERDICT_MET;

  for (guint i = 0; i < graduate->not_if->len; i++)
    verdict = join (verdict, turn (is_stated (facts, g_ptr_array_index (graduate->not_if, i))));

  return verdict;
}

static KpVerdict
decide_project (const KpProjectDefinition *project,
                const KpCandidateFacts    *facts)
{
  KpVerdict verdict = is_named (facts, project->fact, project->names);

  if (project->months > 0)
    verdict = join (verdict, has_months (facts, project->began, project->ended, project->months));
  if (project->years > 0)
    {
      KpFactValue value;
      KpVerdict   ended = find_fact (facts, project->ended, &value);

      if (ended == KP_VERDICT_MET && !kp_date_is_valid (facts->cutoff))
        ended = KP_VERDICT_NEEDS_PAPER;
      if (ended == KP_VERDICT_MET
          && !is_between (facts->cutoff, value.date, kp_date_add_years (value.date, (gint) project->years)))
        ended = KP_VERDICT_UNMET;
      verdict = join (verdict, ended);
    }

  return verdict;
}

static KpVerdict
decide_graduate (const KpDefinitions    *definitions,
                 const KpCandidateFacts *facts)
{
  const KpGraduateDefinition *graduate = &definitions->graduate;
  KpVerdict                   later = KP_VERDICT_UNMET;

  if (graduate->year == 0)
    return KP_VERDICT_UNMET;
  if (graduate->years_back > 0)
    {
      later = join (turn (is_abroad (graduate, facts)), is_within_years (graduate, facts, "graduated", graduate->year - 1));
      if (graduate->soldier != NULL)
        later = either (later, join (is_stated (facts, graduate->soldier),
                                     is_within_years (graduate, facts, "discharged", graduate->year)));
    }
  if (graduate->takes_projects)
    later = either (later, decide_project (&definitions->project, facts));

  return either (decide_fresh (graduate, facts), join (later, has_no_work (graduate, facts)));
}

/**
 * kp_definition_decide:
 * @definitions: (nullable): of the scheme; NULL = nothing is defined
 * @which: what is asked
 * @facts: what the candidate states, laid out by kp_scheme_adapt_facts()
 *
 * Pure and safe from any thread; allocates nothing.
 *
 * Returns: MET, UNMET, or NEEDS_PAPER when a value is missing that decides.
 */
KpVerdict
kp_definition_decide (const KpDefinitions    *definitions,
                      KpDefinition            which,
                      const KpCandidateFacts *facts)
{
  if (definitions == NULL)
    return KP_VERDICT_NEEDS_PAPER;

  switch (which)
    {
    case KP_DEFINITION_VETERAN:
      return decide_veteran (&definitions->veteran, facts);
    case KP_DEFINITION_MERIT:
      return decide_merit (&definitions->veteran, facts);
    case KP_DEFINITION_FRESH:
      return decide_fresh (&definitions->graduate, facts);
    case KP_DEFINITION_GRADUATE:
      return decide_graduate (definitions, facts);
    case KP_DEFINITION_OVERSEAS:
      return decide_overseas (&definitions->graduate, facts);
    case KP_DEFINITION_PROJECT:
      return decide_project (&definitions->project, facts);
    default:
      g_return_val_if_reached (KP_VERDICT_NEEDS_PAPER);
    }
}
