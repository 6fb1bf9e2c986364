/* test-scheme-check-proofs.c – what the check says of who counts as veteran or graduate, and of what has to be proved.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-check.h"

static void
set (gchar     **text,
     const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

static void
add_fact (KpScheme   *scheme,
          const char *id,
          KpFactKind  kind)
{
  KpFactDef *def = kp_fact_def_new ();

  set (&def->id, id);
  set (&def->label, id);
  def->kind = kind;
  g_ptr_array_add (scheme->facts, def);
}

static void
add_proof (KpScheme *scheme)
{
  KpProofDef *def = kp_proof_def_new ();

  set (&def->id, "army");
  set (&def->label, "退役军人身份");
  def->when = kp_condition_new (KP_CONDITION_VETERAN);
  g_ptr_array_add (def->facts, g_strdup ("veteran"));
  g_ptr_array_add (def->papers, g_strdup ("退役证"));
  def->by = kp_date_make (2026, 3, 9);
  g_ptr_array_add (scheme->proofs, def);
}

/* Everything is defined, one proof is asked for. */
static KpScheme *
make_good (void)
{
  KpScheme      *scheme = kp_scheme_new ();
  KpSchemePost  *post = kp_scheme_post_new ();
  KpDefinitions *definitions = &scheme->definitions;

  set (&scheme->code, "yunling");
  set (&scheme->title, "招聘");
  scheme->registration_from = kp_date_make (2026, 3, 9);
  scheme->cutoff = kp_date_make (2026, 3, 9);
  set (&post->code, "A01");
  set (&post->name, "综合岗");
  post->places = 1;
  g_ptr_array_add (scheme->posts, post);
  add_fact (scheme, "level", KP_FACT_WORD);
  add_fact (scheme, "abroad", KP_FACT_YES_NO);
  add_fact (scheme, "day", KP_FACT_DATE);
  definitions->veteran.service_months = 24;
  set (&definitions->veteran.merit, "level");
  g_ptr_array_add (definitions->veteran.merits, g_strdup ("三等功"));
  definitions->veteran.merit_is_enough = TRUE;
  definitions->graduate.year = 2026;
  definitions->graduate.certificate_by = kp_date_make (2026, 7, 31);
  definitions->graduate.years_back = 2;
  definitions->graduate.count = KP_GRADUATE_BY_DAY;
  g_ptr_array_add (definitions->graduate.not_if, g_strdup ("abroad"));
  set (&definitions->graduate.overseas, "abroad");
  definitions->graduate.overseas_from = kp_date_make (2025, 1, 1);
  set (&definitions->graduate.certified, "day");
  definitions->graduate.certified_by = kp_date_make (2026, 7, 31);
  set (&definitions->graduate.soldier, "abroad");
  definitions->graduate.takes_projects = TRUE;
  set (&definitions->project.fact, "level");
  g_ptr_array_add (definitions->project.names, g_strdup ("三支一扶"));
  set (&definitions->project.began, "day");
  set (&definitions->project.ended, "day");
  definitions->project.months = 24;
  definitions->project.years = 3;
  add_proof (scheme);
  kp_scheme_fill_defaults (scheme);

  return scheme;
}

/* The relaxation of nothing: a condition that counts as something. */
static void
ask (KpScheme   *scheme,
     const char *name)
{
  KpProofDef *def = g_ptr_array_index (scheme->proofs, 0);

  kp_condition_free (def->when);
  def->when = kp_condition_new (KP_CONDITION_COUNTS_AS);
  def->when->words = g_strsplit (name, " ", -1);
}

typedef void (*Edit) (KpScheme *scheme);

#define VETERAN scheme->definitions.veteran
#define GRADUATE scheme->definitions.graduate
#define WORKER scheme->definitions.project
#define PROOF ((KpProofDef *) g_ptr_array_index (scheme->proofs, 0))
#define EDIT(name, ...) \
  static void \
  name (KpScheme *scheme) \
  { \
    __VA_ARGS__; \
  }

EDIT (nothing, (void) scheme)
EDIT (merit_of_a_day, set (&VETERAN.merit, "day"))
EDIT (merit_of_nothing, set (&VETERAN.merit, "height"))
EDIT (merits_without_fact, set (&VETERAN.merit, NULL); VETERAN.merit_is_enough = FALSE)
EDIT (merit_for_no_months, VETERAN.service_months = 0)
EDIT (discharged_backwards, VETERAN.discharged_from = kp_date_make (2026, 1, 2); VETERAN.discharged_to = kp_date_make (2026, 1, 1))
EDIT (discharged_on_a_day, VETERAN.discharged_from = VETERAN.discharged_to = kp_date_make (2026, 1, 1))
EDIT (no_year, GRADUATE.year = 0)
EDIT (certificate_of_another_year, GRADUATE.certificate_by = kp_date_make (2027, 1, 1))
EDIT (not_if_a_word, g_ptr_array_add (GRADUATE.not_if, g_strdup ("level")))
EDIT (overseas_of_a_word, set (&GRADUATE.overseas, "level"))
EDIT (overseas_without_fact, set (&GRADUATE.overseas, NULL))
EDIT (overseas_without_days, GRADUATE.overseas_from = KP_DATE_NONE)
EDIT (overseas_backwards, GRADUATE.overseas_to = kp_date_make (2024, 12, 31))
EDIT (certified_by_without_fact, set (&GRADUATE.certified, NULL))
EDIT (by_day_without_cutoff, scheme->cutoff = KP_DATE_NONE; WORKER.years = 0)
EDIT (soldier_without_years, GRADUATE.years_back = 0)
EDIT (takes_no_project, set (&WORKER.fact, NULL); g_ptr_array_set_size (WORKER.names, 0))
EDIT (not_if_of_nobody, GRADUATE.years_back = 0; GRADUATE.takes_projects = FALSE; set (&GRADUATE.soldier, NULL))
EDIT (project_without_names, g_ptr_array_set_size (WORKER.names, 0))
EDIT (project_months_without_end, set (&WORKER.ended, NULL); WORKER.years = 0)
EDIT (project_years_without_end, set (&WORKER.ended, NULL); WORKER.months = 0)
EDIT (counts_as_graduate, ask (scheme, "graduate"))
EDIT (counts_as_nothing, ask (scheme, "hero"))
EDIT (counts_as_undefined, ask (scheme, "merit"); set (&VETERAN.merit, NULL); g_ptr_array_set_size (VETERAN.merits, 0);
      VETERAN.merit_is_enough = FALSE)
EDIT (proof_of_capitals, set (&PROOF->id, "Army"))
EDIT (proof_twice, add_proof (scheme))
EDIT (proof_without_label, set (&PROOF->label, ""))
EDIT (proof_of_no_fact, g_ptr_array_set_size (PROOF->facts, 0))
EDIT (proof_of_nothing, g_ptr_array_add (PROOF->facts, g_strdup ("height")))
EDIT (proof_without_paper, g_ptr_array_set_size (PROOF->papers, 0))
EDIT (proof_before_registration, PROOF->by = kp_date_make (2026, 3, 8))

typedef struct
{
  const char *name;
  Edit        edit;
  const char *path; /* of the only refusal; NULL = good */
} CheckCase;

static const CheckCase check_cases[] = {
  { "good", nothing, NULL },
  { "merit-of-a-day", merit_of_a_day, "definitions.veteran.merit" },
  { "merit-of-nothing", merit_of_nothing, "definitions.veteran.merit" },
  { "merits-without-fact", merits_without_fact, "definitions.veteran.merits" },
  { "merit-for-no-months", merit_for_no_months, "definitions.veteran.merit_is_enough" },
  { "discharged-backwards", discharged_backwards, "definitions.veteran.discharged_to" },
  { "discharged-on-a-day", discharged_on_a_day, NULL },
  { "no-year", no_year, "definitions.graduate" },
  { "certificate-of-another-year", certificate_of_another_year, "definitions.graduate.certificate_by" },
  { "not-if-a-word", not_if_a_word, "definitions.graduate.not_if[1]" },
  { "overseas-of-a-word", overseas_of_a_word, "definitions.graduate.overseas" },
  { "overseas-without-fact", overseas_without_fact, "definitions.graduate.overseas" },
  { "overseas-without-days", overseas_without_days, "definitions.graduate.overseas" },
  { "overseas-backwards", overseas_backwards, "definitions.graduate.overseas_to" },
  { "certified-by-without-fact", certified_by_without_fact, "definitions.graduate.certified_by" },
  { "by-day-without-cutoff", by_day_without_cutoff, "definitions.graduate.count" },
  { "soldier-without-years", soldier_without_years, "definitions.graduate.soldier" },
  { "takes-no-project", takes_no_project, "definitions.graduate.takes_projects" },
  { "not-if-of-nobody", not_if_of_nobody, "definitions.graduate.not_if" },
  { "project-without-names", project_without_names, "definitions.project.names" },
  { "project-months-without-end", project_months_without_end, "definitions.project.months" },
  { "project-years-without-end", project_years_without_end, "definitions.project.years" },
  { "counts-as-graduate", counts_as_graduate, NULL },
  { "counts-as-nothing", counts_as_nothing, "proofs[0].when" },
  { "counts-as-undefined", counts_as_undefined, "proofs[0].when" },
  { "proof-of-capitals", proof_of_capitals, "proofs[0].id" },
  { "proof-twice", proof_twice, "proofs[1].id" },
  { "proof-without-label", proof_without_label, "proofs[0].label" },
  { "proof-of-no-fact", proof_of_no_fact, "proofs[0].facts" },
  { "proof-of-nothing", proof_of_nothing, "proofs[0].facts[1]" },
  { "proof-without-paper", proof_without_paper, "proofs[0].papers" },
  { "proof-before-registration", proof_before_registration, "proofs[0].by" },
};

static void
test_check (gconstpointer data)
{
  const CheckCase      *c = data;
  g_autoptr (KpScheme)  scheme = make_good ();
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GString)   refused = g_string_new (NULL);

  c->edit (scheme);
  problems = kp_scheme_check (scheme);
  for (guint i = 0; i < problems->len; i++)
    {
      const KpSchemeProblem *problem = g_ptr_array_index (problems, i);

      if (!problem->is_warning)
        g_string_append_printf (refused, "%s%s", refused->len > 0 ? " " : "", problem->path);
    }
  g_assert_cmpstr (refused->str, ==, c->path != NULL ? c->path : "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (check_cases); i++)
    {
      g_autofree gchar *path = g_strdup_printf ("/rules/scheme-check-proofs/%s", check_cases[i].name);

      g_test_add_data_func (path, &check_cases[i], test_check);
    }

  return g_test_run ();
}
