/* test-application-index.c – the narrow lines of a list say what the joined record says.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-application-index.h"
#include "kp-direct-hires.h"
#include "kp-test-course.h"

#define N_PEOPLE 6

static KpApplicationIndex *
load (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  KpApplicationIndex *index = kp_application_index_load (kp_session_get_database (c->session),
                                                         kp_session_get_campaign (c->session), &error);

  g_assert_no_error (error);
  return index;
}

static void
assert_line_agrees (const KpApplicationLine *line,
                    const KpDossier *dossier)
{
  g_assert_cmpstr (line->application, ==, dossier->application->application);
  g_assert_cmpstr (line->post, ==, dossier->application->post);
  g_assert_cmpstr (line->review, ==, dossier->application->review);
  g_assert_cmpstr (line->name, ==, dossier->person->name);
  g_assert_cmpstr (line->sex, ==, dossier->person->sex);
  g_assert_cmpstr (line->id_number, ==, dossier->person->id_number);
  g_assert_cmpstr (line->phone, ==, dossier->person->phone);
  g_assert_cmpstr (line->ticket, ==, dossier->seat != NULL ? dossier->seat->ticket : NULL);
  g_assert_cmpstr (line->written_state, ==, dossier->shortlist != NULL ? dossier->shortlist->state : NULL);
  g_assert_cmpint (line->written, ==, dossier->shortlist != NULL ? dossier->shortlist->written : KP_NO_INT);
  g_assert_cmpstr (line->interview_state, ==, dossier->interview != NULL ? dossier->interview->state : NULL);
  g_assert_cmpint (line->interview, ==, dossier->interview != NULL ? dossier->interview->mark : KP_NO_INT);
  g_assert_cmpint (line->total, ==, dossier->total != NULL ? dossier->total->total : KP_NO_INT);
  g_assert_cmpint (line->place, ==, dossier->total != NULL ? dossier->total->place : KP_NO_INT);
  g_assert_true (line->is_listed == kp_dossier_is_on_shortlist (dossier));
  g_assert_true (line->is_sealed == kp_dossier_is_sealed (dossier));
  g_assert_true (line->is_direct == kp_direct_is_hired (dossier->total));
  g_assert_true (line->is_hired == (dossier->contract != NULL));
}

/* Gives how many may come to the interview. */
static guint
assert_agrees (KpTestCampaign *c)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (KpApplicationIndex) index = load (c);
  guint n_listed = 0;

  g_assert_cmpuint (kp_application_index_get_n_lines (index), ==, kp_roster_get_n_dossiers (roster));
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpApplicationLine *line = kp_application_index_get_line (index, i);

      assert_line_agrees (line, kp_roster_get_dossier (roster, i));
      n_listed += line->is_listed;
    }
  return n_listed;
}

static void
test_agrees_at_each_stage (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  KpTotalTally tally;

  g_assert_cmpuint (assert_agrees (c), ==, 0);
  kp_test_campaign_register (c, "A01", N_PEOPLE);
  kp_test_campaign_register (c, "B01", N_PEOPLE);
  g_assert_cmpuint (assert_agrees (c), ==, 0);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  assert_agrees (c);
  kp_test_campaign_draw (c);
  g_assert_cmpuint (assert_agrees (c), >, 0);
  kp_test_campaign_interview (c);
  kp_test_course_total (c, &tally);
  g_assert_cmpuint (assert_agrees (c), >, 0);
}

static const KpDossier *
find_listed (KpRoster *roster)
{
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      if (kp_dossier_is_on_shortlist (kp_roster_get_dossier (roster, i)))
        return kp_roster_get_dossier (roster, i);
    }
  g_assert_not_reached ();
}

static void
leave (KpTestCampaign *c,
       const KpDossier *dossier)
{
  g_autoptr (GError) error = NULL;
  const KpAct act = { "tester", "2026-04-01T09:00:00+08:00", "leave", NULL };
  KpLeavingRecord leaving = { .campaign = dossier->application->campaign,
                              .application = dossier->application->application, .post = "A01", .round = 1,
                              .stage = "shortlist", .cause = "withdrew", .reason = "本人放弃",
                              .recorded_by = "tester", .recorded_on = "2026-04-01" };
  g_autoptr (KpLedger) ledger
      = kp_ledger_begin (kp_session_get_database (c->session), leaving.campaign, &act, &error);

  g_assert_no_error (error);
  g_assert_true (kp_ledger_insert (ledger, &kp_leaving_table, &leaving, &error));
  g_assert_true (kp_ledger_commit (ledger, &error));
}

/* Who was on the list and left comes no more. */
static void
test_leaving_ends (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpRoster) roster = NULL;
  guint n_before;

  kp_test_campaign_register (c, "A01", N_PEOPLE);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_test_campaign_draw (c);
  n_before = assert_agrees (c);
  roster = kp_test_campaign_load (c);
  leave (c, find_listed (roster));
  g_assert_cmpuint (assert_agrees (c), ==, n_before - 1);
}

static void
test_find (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpApplicationIndex) index = NULL;
  guint number = 0;

  kp_test_campaign_register (c, "A01", N_PEOPLE);
  index = load (c);
  g_assert_true (kp_application_index_find (index, "000004", &number));
  g_assert_cmpuint (number, ==, 3);
  g_assert_false (kp_application_index_find (index, "000007", &number));
  kp_application_index_read_names (index);
  kp_application_index_read_names (index);
  g_assert_cmpstr (kp_application_index_get_pinyin (index, 0), ==, "zhang1 yi1 ");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kp_test_database_add ("/data/tables/%s/application-index/agrees-at-each-stage", test_agrees_at_each_stage);
  kp_test_database_add ("/data/tables/%s/application-index/leaving-ends", test_leaving_ends);
  kp_test_database_add ("/data/tables/%s/application-index/find", test_find);
  return g_test_run ();
}
