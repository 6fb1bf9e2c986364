/* test-step-seat.c – seats by sitting, serials, those who come late, lists that a repeat makes void, seats changed on the day.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-change-tables.h"
#include "kp-edition.h"
#include "kp-step-review.h"
#include "kp-step-seat-move.h"
#include "kp-step-seat.h"
#include "kp-test-campaign.h"
#include "kp-test.h"

static const KpDrawTerms dice = { .source = "dice in the room" };
static const KpTwoPeople fire = { "甲", "乙", "a fire alarm" };
static const KpDrawTerms dice_again = { "dice in the room, again", &fire };

static KpSession *
open_as (KpTestCampaign *c,
         const char *actor)
{
  g_autoptr (GError) error = NULL;
  KpSession *session = kp_session_open (c->database->location, kp_session_get_campaign (c->session), actor,
                                        KP_OPEN_READ_WRITE, &c->sources, &error);

  g_assert_no_error (error);
  return session;
}

static void
judge (KpTestCampaign *c,
       const char *actor,
       const char *application,
       gboolean is_met)
{
  g_autoptr (KpSession) session = open_as (c, actor);
  g_autoptr (GError) error = NULL;

  kp_step_review_decide (session, application, "education", is_met ? KP_VERDICT_MET : KP_VERDICT_UNMET, "证书在查", &error);
  g_assert_no_error (error);
}

/* 40 for A01; 000001 to 00000n fail the review, and the seats of the others are drawn. */
static void
seat_without (KpTestCampaign *c,
              guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSession) second = NULL;
  KpReviewTally tally;
  guint n_confirmed, n_own;

  kp_test_campaign_register (c, "A01", 40);
  kp_step_review_auto (c->session, &tally, &error);
  g_assert_no_error (error);
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *application = g_strdup_printf ("%06u", i);

      judge (c, "初审", application, FALSE);
    }
  second = open_as (c, "复核");
  kp_step_review_confirm (second, &n_confirmed, &n_own, &error);
  g_assert_no_error (error);
  kp_test_campaign_seat (c);
}

static void
pass_by_appeal (KpTestCampaign *c,
                const char *application)
{
  g_autoptr (GError) error = NULL;
  KpReviewDeadlines deadlines;

  kp_step_review_appeal (c->session, application, &deadlines, &error);
  g_assert_no_error (error);
  judge (c, "第三人", application, TRUE);
}

static GPtrArray *
load_seats (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *seats = kp_seating_load (c->session, &error);

  g_assert_no_error (error);
  return seats;
}

static const KpSeatRecord *
find_seat (GPtrArray *seats,
           const char *application,
           const char *sitting)
{
  for (guint i = 0; i < seats->len; i++)
    {
      const KpSeatRecord *record = g_ptr_array_index (seats, i);

      if (g_str_equal (record->application, application) && g_str_equal (record->sitting, sitting))
        return record;
    }
  return NULL;
}

static guint
get_edition (KpTestCampaign *c,
             const char *list)
{
  g_autoptr (GError) error = NULL;
  guint edition;

  kp_edition_load (c->session, list, &edition, NULL, &error);
  g_assert_no_error (error);
  return edition;
}

static void
draw_late (KpTestCampaign *c,
           const char *digits,
           guint n_late)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *commitment = kp_step_commit_late_seats (c->session, &dice, &error);
  KpSeatTally tally;

  g_assert_no_error (error);
  g_assert_nonnull (commitment);
  g_assert_true (kp_step_seat_late (c->session, digits, &tally, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_candidates, ==, n_late);
}

/* Whoever wins an appeal gets a seat and a ticket, twice over if need be; nobody else moves. */
static void
test_late (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;
  KpSeatTally tally;

  seat_without (c, 3);
  before = load_seats (c);
  g_assert_cmpuint (before->len, ==, 37);
  g_assert_null (kp_step_commit_late_seats (c->session, &dice, &error));
  kp_test_assert_contains (error->message, "nobody comes late");
  g_clear_error (&error);
  pass_by_appeal (c, "000001");
  pass_by_appeal (c, "000002");
  g_assert_false (kp_step_seat_late (c->session, "271", &tally, &error));
  kp_test_assert_contains (error->message, "--late --commit");
  g_clear_error (&error);
  draw_late (c, "27182", 2);
  pass_by_appeal (c, "000003");
  draw_late (c, "81828", 1);

  after = load_seats (c);
  g_assert_cmpuint (after->len, ==, 40);
  for (guint i = 0; i < before->len; i++)
    {
      const KpSeatRecord *old = g_ptr_array_index (before, i);

      g_assert_true (kp_record_equal (&kp_seat_table, old, find_seat (after, old->application, old->sitting)));
    }
  g_assert_true (kp_step_seat_late (c->session, "81828", &tally, &error));
  g_assert_true (tally.is_repeat);
  g_assert_cmpuint (get_edition (c, "seats"), ==, 3);
  g_assert_cmpuint (get_edition (c, "tickets"), ==, 1);
  kp_test_campaign_assert_sound (c);
}

/* A repeat of all takes those who came late in, and says that what was printed is void. */
static void
test_repeat_voids (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  g_autofree char *commitment = NULL;
  KpSeatTally tally;

  seat_without (c, 1);
  pass_by_appeal (c, "000001");
  draw_late (c, "27182", 1);
  commitment = kp_step_commit_seats (c->session, &dice_again, &error);
  g_assert_no_error (error);
  g_assert_true (kp_step_seat (c->session, "16180", &tally, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_candidates, ==, 40);
  g_assert_cmpuint (tally.n_replaced, ==, 40);
  g_assert_cmpuint (tally.n_handed_on, >, 20);
  g_assert_cmpuint (tally.void_tickets, ==, 1);
  g_assert_cmpuint (get_edition (c, "tickets"), ==, 2);
  g_assert_cmpuint (get_edition (c, "seats"), ==, 3);
  kp_test_campaign_assert_sound (c);
}

/* {serial…}: drawn by itself, each number once, and no order of seats or registration in it. */
static void
test_serials (KpTestDatabase *t)
{
  static const char *const edits[] = { "{year2}{batch2}{site2}{room3}{seat2}", "{year2}{serial4}", NULL };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  g_autoptr (GHashTable) tickets = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) seats = NULL;
  g_autofree char *commitments = NULL;
  g_autoptr (GError) error = NULL;
  KpSeatTally tally;
  guint n_in_order = 0;

  kp_test_campaign_register (c, "A01", 40);
  kp_test_campaign_review (c);
  commitments = kp_step_commit_seats (c->session, &dice, &error);
  g_assert_no_error (error);
  kp_test_assert_contains (commitments, "tickets: ");
  g_assert_true (kp_step_seat (c->session, "31415", &tally, &error));
  g_assert_no_error (error);
  seats = load_seats (c);
  for (guint i = 0; i < seats->len; i++)
    {
      const KpSeatRecord *record = g_ptr_array_index (seats, i);
      g_autofree char *own = g_strdup_printf ("26%s", record->application + 2);

      g_assert_true (g_hash_table_add (tickets, (gpointer) record->ticket));
      n_in_order += g_str_equal (record->ticket, own) ? 1 : 0;
    }
  g_assert_true (g_hash_table_contains (tickets, "260001"));
  g_assert_true (g_hash_table_contains (tickets, "260040"));
  g_assert_cmpuint (n_in_order, <, 10);
}

/* {county2}: the code of the scheme, and not 00. */
static void
test_county_on_tickets (KpTestDatabase *t)
{
  static const char *const edits[] = { "{year2}{batch2}{site2}{room3}{seat2}", "{year2}{county2}{site2}{room3}{seat2}",
                                       "\"county\": \"云岭县\",", "\"county\": \"云岭县\", \"county_code\": \"07\",", NULL };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  g_autoptr (GPtrArray) seats = NULL;

  kp_test_campaign_register (c, "A01", 3);
  kp_test_campaign_seat (c);
  seats = load_seats (c);
  g_assert_cmpuint (seats->len, ==, 3);
  for (guint i = 0; i < seats->len; i++)
    g_assert_true (g_str_has_prefix (((const KpSeatRecord *) g_ptr_array_index (seats, i))->ticket, "2607"));
}

/* Two half-days in other rooms: another seat, one ticket. */
static void
test_half_days (KpTestDatabase *t)
{
  static const char *const edits[]
      = { "\"late_minutes\": 30\n      }",
          "\"late_minutes\": 30, \"rooms\": [\"01/001\", \"01/002\"] },\n"
          "{ \"code\": \"02\", \"paper\": \"02\", \"date\": \"2026-03-28\", \"start\": \"14:00\", \"end\": \"15:00\", "
          "\"rooms\": [\"01/003\", \"01/004\"] }",
          "\"papers\": [\n", "\"papers\": [ { \"code\": \"02\", \"name\": \"写作\", \"full\": 100, \"weight\": \"50%\" },",
          "\"weight\": \"100%\"", "\"weight\": \"50%\"", NULL };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  g_autoptr (GPtrArray) seats = NULL;

  kp_test_campaign_register (c, "A01", 40);
  kp_test_campaign_seat (c);
  seats = load_seats (c);
  g_assert_cmpuint (seats->len, ==, 80);
  for (guint i = 0; i < 40; i++)
    {
      const KpSeatRecord *morning = g_ptr_array_index (seats, i);
      const KpSeatRecord *afternoon = find_seat (seats, morning->application, "02");

      g_assert_cmpint (morning->room, <=, 2);
      g_assert_cmpint (afternoon->room, >=, 3);
      g_assert_cmpstr (morning->ticket, ==, afternoon->ticket);
    }
  kp_test_campaign_assert_sound (c);
}

/* Two people change, one takes a free seat; tickets stay, the reason is on record. */
static void
test_move (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *place = NULL;
  g_auto (KpSeatMoved) moved = { 0 };
  g_auto (KpSeatMoved) alone = { 0 };
  const KpSeatRecord *first, *second, *third;
  KpSeatMove move = { .reason = "桌子坏了", .person = "监考员" };

  kp_test_campaign_register (c, "A01", 40);
  kp_test_campaign_seat (c);
  before = load_seats (c);
  first = g_ptr_array_index (before, 0);
  second = g_ptr_array_index (before, 1);
  third = g_ptr_array_index (before, 2);
  move.ticket = first->ticket;
  move.to = place = g_strdup_printf ("%s/%03" G_GINT64_FORMAT "/%02" G_GINT64_FORMAT, second->site, second->room, second->seat);
  g_assert_true (kp_step_move_seat (c->session, &move, &moved, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (moved.other, ==, second->ticket);
  g_assert_cmpuint (moved.void_seats, ==, 1);
  move.ticket = third->ticket;
  move.to = "01/005/30";
  g_assert_true (kp_step_move_seat (c->session, &move, &alone, &error));
  g_assert_no_error (error);
  g_assert_null (alone.other);
  g_assert_cmpuint (alone.void_seats, ==, 2);

  after = load_seats (c);
  g_assert_cmpuint (after->len, ==, 40);
  g_assert_cmpint (find_seat (after, first->application, first->sitting)->seat, ==, second->seat);
  g_assert_cmpint (find_seat (after, second->application, first->sitting)->seat, ==, first->seat);
  g_assert_cmpint (find_seat (after, third->application, first->sitting)->room, ==, 5);
  g_assert_cmpstr (find_seat (after, first->application, first->sitting)->ticket, ==, first->ticket);
  changes = kp_table_select (kp_session_get_database (c->session), &kp_seat_change_table,
                             kp_session_get_campaign (c->session), "", KP_NO_BINDS, &error);
  g_assert_cmpuint (changes->len, ==, 3);
  kp_test_campaign_assert_sound (c);
}

/* Taken back where it was done, and only from there. */
static void
test_move_back (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) late = NULL;
  g_auto (KpSeatMoved) there = { 0 };
  g_auto (KpSeatMoved) back = { 0 };
  g_auto (KpSeatMoved) again = { 0 };
  KpSeatMove move = { .to = "01/005/30", .reason = "桌子坏了", .person = "监考员" };
  const KpSeatRecord *first;

  kp_test_campaign_register (c, "A01", 40);
  kp_test_campaign_seat (c);
  before = load_seats (c);
  first = g_ptr_array_index (before, 0);
  move.ticket = first->ticket;
  g_assert_true (kp_step_move_seat (c->session, &move, &there, &error));
  move.from = move.to;
  move.to = there.from;
  g_assert_true (kp_step_move_seat (c->session, &move, &back, &error));
  after = load_seats (c);
  g_assert_cmpint (find_seat (after, first->application, first->sitting)->seat, ==, first->seat);
  g_assert_cmpint (find_seat (after, first->application, first->sitting)->room, ==, first->room);
  move.to = "01/005/29";
  g_assert_false (kp_step_move_seat (c->session, &move, &again, &late));
  kp_test_assert_contains (late->message, "by now, and not at 01/005/30");
  kp_test_campaign_assert_sound (c);
}

typedef struct
{
  const char *to;
  const char *reason;
  const char *message;
} MoveCase;

static const MoveCase move_cases[] = {
  { "01/001/34", "桌子坏了", "no seat" },
  { "01/099/01", "桌子坏了", "no seat" },
  { "09/001/01", "桌子坏了", "no seat" },
  { "001/01", "桌子坏了", "no seat" },
  { "01/001/01", "", "needs the reason" },
};

static void
test_move_refused (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GPtrArray) seats = NULL;
  g_autoptr (GError) marked = NULL;
  KpSeatMove move = { .person = "监考员" };
  KpSeatMoved moved;

  kp_test_campaign_register (c, "A01", 40);
  kp_test_campaign_seat (c);
  seats = load_seats (c);
  move.ticket = ((const KpSeatRecord *) g_ptr_array_index (seats, 0))->ticket;
  for (guint i = 0; i < G_N_ELEMENTS (move_cases); i++)
    {
      g_autoptr (GError) error = NULL;

      move.to = move_cases[i].to;
      move.reason = move_cases[i].reason;
      g_assert_false (kp_step_move_seat (c->session, &move, &moved, &error));
      kp_test_assert_contains (error->message, move_cases[i].message);
    }
  kp_test_campaign_mark (c, 6000);
  move.to = "01/005/30";
  move.reason = "桌子坏了";
  g_assert_false (kp_step_move_seat (c->session, &move, &moved, &marked));
  kp_test_assert_contains (marked->message, "entered already");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kp_test_database_add ("/data/steps/%s/seat/late", test_late);
  kp_test_database_add ("/data/steps/%s/seat/repeat-voids", test_repeat_voids);
  kp_test_database_add ("/data/steps/%s/seat/serials", test_serials);
  kp_test_database_add ("/data/steps/%s/seat/county-on-tickets", test_county_on_tickets);
  kp_test_database_add ("/data/steps/%s/seat/half-days", test_half_days);
  kp_test_database_add ("/data/steps/%s/seat/move", test_move);
  kp_test_database_add ("/data/steps/%s/seat/move-back", test_move_back);
  kp_test_database_add ("/data/steps/%s/seat/move-refused", test_move_refused);
  return g_test_run ();
}
