/* test-roster.c – the joined view of every application: what hangs on it, how it is found, what it leaves out.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-shortlist.h"
#include "kp-test-course.h"

static void
test_empty_campaign (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);

  g_assert_cmpuint (kp_roster_get_n_dossiers (roster), ==, 0);
  g_assert_null (kp_roster_find_application (roster, "1"));
  g_assert_null (kp_roster_find_ticket (roster, "26010100101"));
  g_assert_null (kp_roster_find_code (roster, "1001"));
  g_assert_null (kp_roster_find_id_number (roster, "11010519491231002X"));
}

/* A member is there as soon as its step was made, and not before. */
static void
test_members_come_about (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpRoster) early = NULL;
  g_autoptr (KpRoster) late = NULL;
  KpTotalTally tally;

  kp_test_campaign_register (c, "A01", 3);
  early = kp_test_campaign_load (c);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_test_campaign_draw (c);
  kp_test_campaign_interview (c);
  kp_test_course_total (c, &tally);
  late = kp_test_campaign_load (c);
  for (guint i = 0; i < 3; i++)
    {
      const KpDossier *before = kp_roster_get_dossier (early, i);
      const KpDossier *after = kp_roster_get_dossier (late, i);

      g_assert_nonnull (before->person);
      g_assert_cmpstr (before->person->person, ==, before->application->person);
      g_assert_null (before->seat);
      g_assert_null (before->shortlist);
      g_assert_null (before->hearing);
      g_assert_null (before->interview);
      g_assert_null (before->total);
      g_assert_cmpstr (after->seat->application, ==, after->application->application);
      g_assert_cmpstr (after->shortlist->application, ==, after->application->application);
      g_assert_cmpstr (after->hearing->application, ==, after->application->application);
      g_assert_cmpstr (after->interview->application, ==, after->application->application);
      g_assert_cmpstr (after->total->application, ==, after->application->application);
      g_assert_null (after->background);
      g_assert_null (after->proposal);
      g_assert_null (after->contract);
    }
  g_assert_nonnull (kp_test_course_get_place (late, "A01", 1)->physical);
}

static void
test_found_by_every_number (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpRoster) roster = NULL;

  kp_test_campaign_register (c, "A01", 6);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_test_campaign_draw (c);
  roster = kp_test_campaign_load (c);
  for (guint i = 0; i < 6; i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      g_assert_true (kp_roster_find_application (roster, dossier->application->application) == dossier);
      g_assert_true (kp_roster_find_ticket (roster, dossier->seat->ticket) == dossier);
      g_assert_true (kp_roster_find_code (roster, dossier->hearing->code) == dossier);
      g_assert_true (kp_roster_find_id_number (roster, dossier->person->id_number) == dossier);
      g_assert_null (kp_roster_find_ticket (roster, dossier->application->application));
      if (i > 0)
        g_assert_cmpstr (kp_roster_get_dossier (roster, i - 1)->application->application, <,
                         dossier->application->application);
    }
}

/* A roster is a snapshot: what is written afterwards isn't in it. */
static void
test_snapshot_stays (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpRoster) before = NULL;
  g_autoptr (KpRoster) after = NULL;

  kp_test_campaign_register (c, "A01", 2);
  before = kp_test_campaign_load (c);
  kp_test_campaign_register (c, "A01", 3);
  after = kp_test_campaign_load (c);
  g_assert_cmpuint (kp_roster_get_n_dossiers (before), ==, 2);
  g_assert_cmpuint (kp_roster_get_n_dossiers (after), ==, 5);
}

typedef struct
{
  KpShortlistVerdict verdict;
  gboolean is_on;
} ShortlistRow;

static const ShortlistRow shortlist_rows[] = {
  { KP_SHORTLIST_OUT, FALSE },       { KP_SHORTLIST_ENTERS, TRUE },     { KP_SHORTLIST_ENTERS_TIED, TRUE },
  { KP_SHORTLIST_SUBSTITUTE, TRUE }, { KP_SHORTLIST_UNDECIDED, FALSE }, { KP_SHORTLIST_TIED_OUT, FALSE },
  { KP_SHORTLIST_BELOW_LINE, FALSE }, { KP_SHORTLIST_NO_MARK, FALSE },  { KP_SHORTLIST_ZERO, FALSE },
};

static void
test_on_shortlist (gconstpointer data)
{
  const ShortlistRow *row = data;
  const KpShortlistRecord record = { .outcome = kp_shortlist_verdict_get_name (row->verdict) };
  const KpDossier dossier = { .shortlist = &record };

  g_assert_cmpint (kp_dossier_is_on_shortlist (&dossier), ==, row->is_on);
}

static void
test_off_shortlist (void)
{
  const KpShortlistRecord strange = { .outcome = "perhaps" };
  const KpDossier nobody = { 0 };
  const KpDossier somebody = { .shortlist = &strange };

  g_assert_false (kp_dossier_is_on_shortlist (&nobody));
  g_assert_false (kp_dossier_is_on_shortlist (&somebody));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/tables/%s/roster/empty-campaign", test_empty_campaign);
  kp_test_database_add ("/data/tables/%s/roster/members-come-about", test_members_come_about);
  kp_test_database_add ("/data/tables/%s/roster/found-by-every-number", test_found_by_every_number);
  kp_test_database_add ("/data/tables/%s/roster/snapshot-stays", test_snapshot_stays);
  for (guint i = 0; i < G_N_ELEMENTS (shortlist_rows); i++)
    {
      g_autofree char *path
          = g_strconcat ("/data/tables/roster/shortlist/", kp_shortlist_verdict_get_name (shortlist_rows[i].verdict), NULL);

      g_test_add_data_func (path, &shortlist_rows[i], test_on_shortlist);
    }
  g_test_add_func ("/data/tables/roster/shortlist/none", test_off_shortlist);
  return g_test_run ();
}
