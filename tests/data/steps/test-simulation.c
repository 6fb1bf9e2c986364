/* test-simulation.c – another scheme on the same record: nobody is named, nothing is written, nothing can be published.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-simulation.h"

#include <string.h>

#include "kp-scheme-json.h"
#include "kp-test-chance.h"

static KpScheme *
make_scheme (const char *const *edits)
{
  g_autofree char *text = kp_test_campaign_dup_scheme (edits);
  g_autoptr (GError) error = NULL;
  KpScheme *scheme = kp_scheme_json_parse (text, -1, NULL, &error);

  g_assert_no_error (error);
  return scheme;
}

static const char *const no_edits[] = { NULL };

static KpScheme *
make_half (void)
{
  KpScheme *scheme = make_scheme (no_edits);

  scheme->shortlist.tiers[0].ratio = kp_fraction_new (2, 1);
  return scheme;
}

static KpTestCampaign *
bring_to_totals (KpTestDatabase *t)
{
  KpTestCampaign *c = kp_test_campaign_new (t);
  KpTotalTally total;

  kp_test_campaign_register (c, "A02", 9);
  kp_test_campaign_register (c, "B02", 6);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_test_campaign_draw (c);
  kp_test_campaign_interview (c);
  kp_test_course_total (c, &total);
  return c;
}

static KpSimulation *
simulate (KpTestCampaign *c,
          const KpScheme *scheme)
{
  g_autoptr (GError) error = NULL;
  KpSimulation *simulation = kp_simulation_new (c->session, scheme, &error);

  g_assert_no_error (error);
  return simulation;
}

/* Everything that leaves the program. */
static char *
dup_lists (const KpSimulation *simulation)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < KP_SIMULATION_N_LISTS; i++)
    {
      g_autoptr (KpList) list = kp_simulation_make_list (simulation, (KpSimulationList) i);
      g_autoptr (GBytes) csv = kp_list_to_csv (list);
      g_autoptr (GBytes) json = kp_list_to_json (list);

      g_string_append_len (text, g_bytes_get_data (csv, NULL), (gssize) g_bytes_get_size (csv));
      g_string_append_len (text, g_bytes_get_data (json, NULL), (gssize) g_bytes_get_size (json));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
test_names_nobody (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_totals (t);
  g_autoptr (KpScheme) scheme = make_half ();
  g_autoptr (KpSimulation) simulation = simulate (c, scheme);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autofree char *text = dup_lists (simulation);

  kp_test_assert_contains (text, "S0001");
  kp_test_assert_contains (text, "S0015");
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      g_assert_null (strstr (text, dossier->person->name));
      g_assert_null (strstr (text, dossier->person->id_number));
      g_assert_null (strstr (text, dossier->person->phone));
      g_assert_null (strstr (text, dossier->application->application));
      g_assert_null (strstr (text, dossier->seat->ticket));
      if (dossier->hearing != NULL)
        g_assert_null (strstr (text, dossier->hearing->code));
    }
}

/* Who would be hired without an exam stands on the lists, though no mark of it counts: one of B02, four of A02 for one place. */
static void
test_hires_without_exam (KpTestDatabase *t)
{
  static const char *const edits[]
      = { "  \"streets\": [", "  \"direct_hire\": { \"when\": { \"born\": { \"from\": \"1990-01-02\", \"to\": \"1990-01-02\" } }, "
          "\"most\": 1, \"left\": \"out\" },\n  \"streets\": [", NULL };
  g_autoptr (KpTestCampaign) c = bring_to_totals (t);
  g_autoptr (KpScheme) scheme = make_scheme (edits);
  g_autoptr (KpSimulation) simulation = simulate (c, scheme);
  g_autofree char *text = dup_lists (simulation);

  kp_test_assert_contains (text, "B02,,0.00,,,免试直接聘用");
  kp_test_assert_contains (text, "A02,,0.00,,,免试直接聘用人选待研究决定");
  kp_test_assert_contains (text, "B02,,,,1,免试直接聘用,进入,是");
}

/* Neither the order of registration nor its reverse. */
static void
test_aliases_are_mixed (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_totals (t);
  g_autoptr (KpScheme) scheme = make_half ();
  g_autoptr (KpSimulation) simulation = simulate (c, scheme);
  g_autoptr (KpSimulation) again = simulate (c, scheme);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_up = 0;
  guint n_down = 0;

  for (guint i = 0; i < 15; i++)
    {
      const char *alias = kp_simulation_get_alias (simulation, i);

      g_assert_cmpstr (alias, ==, kp_simulation_get_alias (again, i));
      g_assert_true (g_hash_table_add (seen, (gpointer) alias));
      if (i > 0 && strcmp (kp_simulation_get_alias (simulation, i - 1), alias) < 0)
        n_up++;
      else if (i > 0)
        n_down++;
    }
  g_assert_cmpuint (n_up, >, 0);
  g_assert_cmpuint (n_down, >, 0);
}

static void
test_every_row_is_marked (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_totals (t);
  g_autoptr (KpScheme) scheme = make_half ();
  g_autoptr (KpSimulation) simulation = simulate (c, scheme);

  for (guint i = 0; i < KP_SIMULATION_N_LISTS; i++)
    {
      g_autoptr (KpList) list = kp_simulation_make_list (simulation, (KpSimulationList) i);
      g_autoptr (GBytes) csv = kp_list_to_csv (list);
      g_autoptr (GBytes) json = kp_list_to_json (list);
      g_autofree char *text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));
      g_autofree char *about = g_strndup (g_bytes_get_data (json, NULL), g_bytes_get_size (json));
      g_auto (GStrv) lines = g_strsplit (text, "\r\n", -1);

      g_assert_cmpuint (kp_list_get_n_rows (list), >, 0);
      for (guint j = 0; lines[j] != NULL && *lines[j] != '\0'; j++)
        g_assert_true (g_str_has_suffix (lines[j], "," KP_SIMULATION_MARK));
      kp_test_assert_contains (about, "\"title\" : \"「模拟·不得发布」");
      kp_test_assert_contains (about, "\"subtitle\" : \"「模拟·不得发布」");
    }
}

static void
test_writes_nothing (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_totals (t);
  g_autoptr (KpScheme) scheme = make_half ();
  const gint64 n_before = kp_test_campaign_count_journal (c);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSession) reader = kp_session_open (c->database->location, NULL, "reader", KP_OPEN_READ_ONLY, &c->sources, &error);
  g_autoptr (KpSimulation) simulation = NULL;

  g_assert_no_error (error);
  simulation = kp_simulation_new (reader, scheme, &error);
  g_assert_no_error (error);
  g_assert_nonnull (simulation);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
  g_assert_cmpstr (kp_session_get_scheme_digest (reader), ==, kp_session_get_scheme_digest (c->session));
  kp_test_campaign_assert_sound (c);
}

static void
test_own_scheme_changes_nothing (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_totals (t);
  g_autoptr (KpScheme) scheme = make_scheme (no_edits);
  g_autoptr (KpSimulation) simulation = simulate (c, scheme);

  g_assert_cmpuint (kp_simulation_get_impacts (simulation)->len, ==, 0);
  g_assert_cmpuint (kp_simulation_count_unheard (simulation), ==, 0);
}

/* Nine for three places at 1:3, six at 1:2: three would not have been heard. */
static void
test_smaller_ratio (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_totals (t);
  g_autoptr (KpScheme) scheme = make_half ();
  g_autoptr (KpSimulation) simulation = simulate (c, scheme);
  const KpContestPost *real = kp_contest_get_post (kp_simulation_get_real (simulation), "A02");
  const KpContestPost *post = kp_contest_get_post (kp_simulation_get_contest (simulation), "A02");

  g_assert_cmpuint (real->shortlist.n_entered, ==, 9);
  g_assert_cmpuint (post->shortlist.n_entered, ==, 6);
  g_assert_cmpuint (kp_impact_count_persons (kp_simulation_get_impacts (simulation), TRUE), ==, 5);
  g_assert_cmpuint (kp_simulation_count_unheard (simulation), ==, 0);
}

/* Under a larger ratio people would be heard who weren't. */
static void
test_larger_ratio (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpScheme) scheme = make_scheme (no_edits);
  g_autoptr (KpSimulation) simulation = NULL;
  KpTotalTally total;

  kp_test_campaign_register (c, "B02", 10);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_test_campaign_draw (c);
  kp_test_campaign_interview (c);
  kp_test_course_total (c, &total);
  scheme->shortlist.tiers[0].ratio = kp_fraction_new (5, 1);
  simulation = simulate (c, scheme);
  g_assert_cmpuint (kp_simulation_count_unheard (simulation), ==, 4);
}

static void
test_refuses_what_has_no_marks (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_totals (t);
  g_autoptr (KpScheme) scheme = make_scheme (no_edits);
  KpSchemePost *post = (KpSchemePost *) kp_scheme_get_post (scheme, "A02");
  KpSchemePaper *paper = g_ptr_array_index (scheme->written.papers, 0);
  KpSchemeElement *element = g_ptr_array_index (scheme->interview.elements, 0);
  char **codes[] = { &post->code, &paper->code, &element->code };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *before = g_steal_pointer (codes[i]);

      *codes[i] = g_strdup ("X99");
      g_assert_null (kp_simulation_new (c->session, scheme, &error));
      g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
      kp_test_assert_contains (error->message, i == 0 ? "A02" : "X99");
      g_free (*codes[i]);
      *codes[i] = g_steal_pointer (&before);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/simulation/names-nobody", test_names_nobody);
  kp_test_database_add ("/data/steps/%s/simulation/aliases-are-mixed", test_aliases_are_mixed);
  kp_test_database_add ("/data/steps/%s/simulation/hires-without-exam", test_hires_without_exam);
  kp_test_database_add ("/data/steps/%s/simulation/every-row-is-marked", test_every_row_is_marked);
  kp_test_database_add ("/data/steps/%s/simulation/writes-nothing", test_writes_nothing);
  kp_test_database_add ("/data/steps/%s/simulation/own-scheme-changes-nothing", test_own_scheme_changes_nothing);
  kp_test_database_add ("/data/steps/%s/simulation/smaller-ratio", test_smaller_ratio);
  kp_test_database_add ("/data/steps/%s/simulation/larger-ratio", test_larger_ratio);
  kp_test_database_add ("/data/steps/%s/simulation/refuses-what-has-no-marks", test_refuses_what_has_no_marks);
  return g_test_run ();
}
