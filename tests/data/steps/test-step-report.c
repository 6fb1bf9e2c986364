/* test-step-report.c – the door of the waiting room: here, here twice, not on the list, too late, absent, and the wall.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-clock.h"
#include "kp-step-hearing.h"
#include "kp-step-leave.h"
#include "kp-step-report.h"
#include "kp-step-room.h"
#include "kp-step-shortlist.h"
#include "kp-test-course.h"
#include "kp-test.h"
#include "kp-wait-desk.h"

#define N_PEOPLE 9
#define AT(time) "2026-04-18T" time "+08:00"

static const KpTwoPeople people = { "候考甲", "候考乙", NULL };

/* Nine sat, and three places at three to one: all are heard. */
static KpTestCampaign *
bring (KpTestDatabase *t)
{
  KpTestCampaign *c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  KpShortlistTally shortlist;

  kp_test_campaign_register (c, "A01", N_PEOPLE);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_step_shortlist (c->session, &shortlist, &error);
  g_assert_no_error (error);
  kp_test_campaign_set_now (c, AT ("07:10:00"));
  return c;
}

static char *
dup_ticket (KpTestCampaign *c,
            guint index)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  guint n = 0;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (kp_dossier_is_on_shortlist (dossier) && n++ == index)
        return g_strdup (dossier->seat->ticket);
    }
  g_assert_not_reached ();
}

static KpScan
report (KpTestCampaign *c,
        const char *code,
        char **sentence)
{
  g_auto (KpHallAnswer) answer = { 0 };
  g_autoptr (GError) error = NULL;

  kp_step_report (c->session, code, &answer, &error);
  g_assert_no_error (error);
  if (sentence != NULL)
    *sentence = kp_report_dup_sentence (&answer, kp_session_get_scheme (c->session));
  return answer.outcome;
}

static KpWaitDesk *
load (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  KpWaitDesk *desk = kp_wait_desk_load (c->session, &error);

  g_assert_no_error (error);
  return desk;
}

typedef struct
{
  const char *name;
  const char *now;
  KpScan expected;
  guint n_in;
  guint n_absent;
} Minute;

/* The sample asks to report at 7:30. */
static const Minute minutes[] = {
  { "day-before", "2026-04-17T07:00:00+08:00", KP_SCAN_EARLY, 0, 0 },
  { "minute-before", AT ("07:29:00"), KP_SCAN_IN, 1, 0 },
  { "last-minute", AT ("07:30:00"), KP_SCAN_IN, 1, 0 },
  { "minute-too-late", AT ("07:31:00"), KP_SCAN_REFUSED, 0, 1 },
};

static void
test_minute (KpTestDatabase *t)
{
  const Minute *minute = t->row;
  g_autoptr (KpTestCampaign) c = bring (t);
  g_autofree char *ticket = dup_ticket (c, 0);
  g_autofree char *sentence = NULL;
  g_autoptr (KpWaitDesk) desk = NULL;
  gint64 n_before;

  kp_test_campaign_set_now (c, minute->now);
  g_assert_cmpint (report (c, ticket, &sentence), ==, minute->expected);
  n_before = kp_test_campaign_count_journal (c);
  g_assert_cmpint (report (c, ticket, NULL), ==, minute->n_in > 0 ? KP_SCAN_AGAIN : minute->expected);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
  desk = load (c);
  g_assert_cmpuint (desk->n_in, ==, minute->n_in);
  g_assert_cmpuint (desk->n_absent, ==, minute->n_absent);
  if (minute->expected == KP_SCAN_REFUSED)
    kp_test_assert_contains (sentence, "07:30 前未报到的，视为放弃");
  kp_test_campaign_assert_sound (c);
}

/* Who left the list, and who is nobody. */
static void
test_not_listed (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autofree char *ticket = dup_ticket (c, 0);
  const char *leavers[] = { kp_roster_find_ticket (roster, ticket)->application->application, NULL };
  g_autoptr (GError) error = NULL;
  KpShortlistTally tally;

  g_assert_cmpint (report (c, "12345", NULL), ==, KP_SCAN_UNKNOWN);
  g_assert_cmpint (report (c, "kaopin:x", NULL), ==, KP_SCAN_UNREADABLE);
  g_assert_true (kp_step_leave (c->session, leavers, KP_CAUSE_WITHDREW, "书面放弃", &tally, &error));
  g_assert_no_error (error);
  g_assert_cmpint (report (c, ticket, NULL), ==, KP_SCAN_NOT_LISTED);
}

/* Turned away by a clock that was fast, and put right with a reason; the acts all stay. That the clock is right now, and the
   record goes by it, two people answer for. */
static void
test_undo (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t);
  g_autofree char *ticket = dup_ticket (c, 0);
  g_auto (KpHallAnswer) answer = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (KpWaitDesk) desk = NULL;
  gint64 n_acts = 0;

  g_assert_false (kp_step_undo_report (c->session, ticket, "时钟快", &answer, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  kp_hall_answer_clear (&answer);
  kp_test_campaign_set_now (c, AT ("07:31:00"));
  g_assert_cmpint (report (c, ticket, NULL), ==, KP_SCAN_REFUSED);
  g_assert_true (kp_step_undo_report (c->session, ticket, "时钟快", &answer, &error));
  kp_test_campaign_set_now (c, AT ("07:20:00"));
  g_assert_true (kp_step_set_clock_back (c->session, &(KpTwoPeople) { "甲", "乙", "时钟快" }, &error));
  g_assert_cmpint (report (c, ticket, NULL), ==, KP_SCAN_IN);
  desk = load (c);
  g_assert_cmpuint (desk->n_in, ==, 1);
  g_assert_cmpuint (desk->n_absent, ==, 0);
  g_assert_true (kp_table_count (kp_session_get_database (c->session), &kp_hall_arrival_table,
                                 kp_session_get_campaign (c->session), "", KP_NO_BINDS, &n_acts, &error));
  g_assert_cmpint (n_acts, ==, 3);
  kp_test_campaign_assert_sound (c);
}

/* By two people, after the time; who was signed in by hand is here, and a second time changes nothing. */
static void
test_close (KpTestDatabase *t)
{
  const KpTwoPeople one = { "甲", "甲", NULL };
  g_autoptr (KpTestCampaign) c = bring (t);
  g_autofree char *first = dup_ticket (c, 0);
  g_autofree char *second = dup_ticket (c, 1);
  g_autoptr (KpWaitDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  KpHallTally tally;
  gboolean is_moved;

  g_assert_cmpint (report (c, first, NULL), ==, KP_SCAN_IN);
  g_assert_true (kp_step_sign_in (c->session, second, KP_ATTENDANCE_PRESENT, &is_moved, &error));
  g_assert_false (kp_step_close_report (c->session, &people, &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  kp_test_campaign_set_now (c, AT ("07:31:00"));
  g_assert_cmpint (report (c, second, NULL), ==, KP_SCAN_AGAIN);
  g_assert_false (kp_step_close_report (c->session, &one, &tally, &error));
  g_clear_error (&error);
  g_assert_true (kp_step_close_report (c->session, &people, &tally, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_in, ==, 2);
  g_assert_cmpuint (tally.n_absent, ==, tally.n_expected - 2);
  g_assert_true (kp_step_close_report (c->session, &people, &tally, &error));
  g_assert_cmpuint (tally.n_before, ==, 1);
  desk = load (c);
  g_assert_nonnull (desk->closed_at);
  g_assert_cmpuint (desk->n_in, ==, 2);
  g_assert_cmpuint (desk->missing->len, ==, desk->n_expected - 2);
  g_assert_cmpint (report (c, first, NULL), ==, KP_SCAN_AGAIN);
  kp_test_campaign_assert_sound (c);
}

/* Before the draw nothing is there for the wall; after it every number once, and those of the absent are empty. */
static void
test_wall (KpTestDatabase *t)
{
  const KpDrawTerms terms = { .source = "候考室现场报数" };
  g_autoptr (KpTestCampaign) c = bring (t);
  g_autofree char *late = dup_ticket (c, 0);
  g_autofree char *commitments = NULL;
  g_autoptr (KpWaitDesk) before = load (c);
  g_autoptr (KpWaitDesk) committed = NULL;
  g_autoptr (KpWaitDesk) drawn = NULL;
  g_autoptr (GError) error = NULL;
  KpHearingTally tally;
  guint n_absent = 0;

  g_assert_cmpuint (before->numbers->len, ==, 0);
  g_assert_cmpuint (before->draws->len, ==, 0);
  kp_test_campaign_set_now (c, AT ("07:31:00"));
  g_assert_cmpint (report (c, late, NULL), ==, KP_SCAN_REFUSED);
  commitments = kp_step_commit_hearings (c->session, &terms, &error);
  g_assert_no_error (error);
  committed = load (c);
  g_assert_cmpuint (committed->draws->len, ==, 1);
  g_assert_null (((const KpWaitDraw *) g_ptr_array_index (committed->draws, 0))->public_part);
  g_assert_true (kp_step_draw_hearings (c->session, "31415", &tally, &error));
  drawn = load (c);
  g_assert_cmpstr (((const KpWaitDraw *) g_ptr_array_index (drawn->draws, 0))->public_part, ==, "31415");
  g_assert_cmpuint (drawn->numbers->len, ==, drawn->n_expected);
  for (guint i = 0; i < drawn->numbers->len; i++)
    {
      const KpWaitNumber *number = &g_array_index (drawn->numbers, KpWaitNumber, i);

      g_assert_cmpuint (number->number, ==, i + 1);
      n_absent += number->state == KP_WAIT_ABSENT;
    }
  g_assert_cmpuint (n_absent, ==, 1);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    kp_test_database_add_row ("/data/steps/%s/step-report/minute", test_minute, minutes[i].name, &minutes[i]);
  kp_test_database_add ("/data/steps/%s/step-report/not-listed", test_not_listed);
  kp_test_database_add ("/data/steps/%s/step-report/undo", test_undo);
  kp_test_database_add ("/data/steps/%s/step-report/close", test_close);
  kp_test_database_add ("/data/steps/%s/step-report/wall", test_wall);
  return g_test_run ();
}
