/* test-step-hall.c – the doors of the exam: in, in twice, elsewhere, too late, absent, and what is put right.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-hall-desk.h"
#include "kp-mark-tables.h"
#include "kp-paper-code.h"
#include "kp-step-hall.h"
#include "kp-step-incident.h"
#include "kp-test-course.h"
#include "kp-test.h"

#define PAPER "01"
#define N_PEOPLE 4
#define AT(time) "2026-03-28T" time "+08:00"

static const KpTwoPeople people = { "监考员甲", "监考员乙", "点名时在座" };

static KpTestCampaign *
bring_with (KpTestDatabase *t,
            const char *const *edits)
{
  KpTestCampaign *c = kp_test_campaign_new_with (t, edits);

  kp_test_campaign_register (c, "A01", N_PEOPLE);
  kp_test_campaign_seat (c);
  kp_test_campaign_set_now (c, AT ("08:40:00"));
  return c;
}

static KpTestCampaign *
bring (KpTestDatabase *t)
{
  static const char *const as_it_is[] = { NULL };

  return bring_with (t, as_it_is);
}

static char *
dup_ticket (KpTestCampaign *c,
            guint index)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);

  return g_strdup (kp_roster_get_dossier (roster, index)->seat->ticket);
}

static KpScan
scan_at (KpTestCampaign *c,
         const KpHallPlace *here,
         const char *code,
         char **sentence)
{
  g_auto (KpHallAnswer) answer = { 0 };
  g_autoptr (GError) error = NULL;

  kp_step_hall_scan (c->session, here, code, &answer, &error);
  g_assert_no_error (error);
  if (sentence != NULL)
    *sentence = kp_hall_answer_dup_sentence (&answer, kp_session_get_scheme (c->session));
  return answer.outcome;
}

static KpScan
scan (KpTestCampaign *c,
      const char *code)
{
  static const KpHallPlace anywhere = { NULL, NULL, 0 };

  return scan_at (c, &anywhere, code, NULL);
}

static KpHallCounts
count (KpTestCampaign *c)
{
  static const KpHallPlace anywhere = { NULL, NULL, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (KpHallDesk) desk = kp_hall_desk_load (c->session, &anywhere, &error);

  g_assert_no_error (error);
  return kp_hall_desk_sum (desk);
}

static gboolean
close_doors (KpTestCampaign *c,
             KpHallTally *tally,
             GError **error)
{
  static const KpHallPlace anywhere = { NULL, NULL, 0 };

  return kp_step_hall_close (c->session, &anywhere, &people, tally, error);
}

static char *
dup_state (KpTestCampaign *c,
           guint index)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autofree KpMarkRecord *mark = NULL;

  g_assert_true (kp_table_find (kp_session_get_database (c->session), &kp_mark_table, kp_session_get_campaign (c->session),
                                KP_BINDS (KP_TEXT (PAPER), KP_TEXT (kp_roster_get_dossier (roster, index)->application->application)),
                                &mark, NULL));
  return g_strdup (mark != NULL ? mark->state : "none");
}

/* The second reading is harmless, and says so. */
static void
test_twice (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t);
  g_autofree char *ticket = dup_ticket (c, 0);
  g_autofree char *sentence = NULL;
  const KpHallPlace anywhere = { NULL, NULL, 0 };
  gint64 n_before;

  g_assert_cmpint (scan (c, ticket), ==, KP_SCAN_IN);
  n_before = kp_test_campaign_count_journal (c);
  kp_test_campaign_set_now (c, AT ("09:10:00"));
  g_assert_cmpint (scan_at (c, &anywhere, ticket, &sentence), ==, KP_SCAN_AGAIN);
  kp_test_assert_contains (sentence, "08:40");
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
  g_assert_cmpuint (count (c).n_in, ==, 1);
  g_assert_cmpuint (count (c).n_late, ==, 0);
  kp_test_campaign_assert_sound (c);
}

typedef struct
{
  const char *name;
  const char *now;
  KpScan expected;
  guint n_in;
} Minute;

/* The sample lets candidates in from 8:30 to 9:30. */
static const Minute minutes[] = {
  { "day-before", "2026-03-27T09:00:00+08:00", KP_SCAN_EARLY, 0 },
  { "minute-before-entry", AT ("08:29:00"), KP_SCAN_EARLY, 0 },
  { "entry", AT ("08:30:00"), KP_SCAN_IN, 1 },
  { "start", AT ("09:00:00"), KP_SCAN_IN, 1 },
  { "minute-after-start", AT ("09:01:00"), KP_SCAN_IN_LATE, 1 },
  { "last-minute", AT ("09:30:00"), KP_SCAN_IN_LATE, 1 },
  { "minute-too-late", AT ("09:31:00"), KP_SCAN_REFUSED, 0 },
  { "day-after", "2026-03-29T08:45:00+08:00", KP_SCAN_REFUSED, 0 },
};

static void
test_minute (KpTestDatabase *t)
{
  const Minute *minute = t->row;
  g_autoptr (KpTestCampaign) c = bring (t);
  g_autofree char *ticket = dup_ticket (c, 0);
  const gint64 n_before = kp_test_campaign_count_journal (c);

  kp_test_campaign_set_now (c, minute->now);
  g_assert_cmpint (scan (c, ticket), ==, minute->expected);
  g_assert_cmpint (scan (c, ticket), ==, minute->n_in > 0 ? KP_SCAN_AGAIN : minute->expected);
  g_assert_cmpuint (count (c).n_in, ==, minute->n_in);
  if (minute->expected == KP_SCAN_EARLY)
    g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

/* What readers type: the ticket's QR code, its number with full-width characters, the ID card, the registration number. */
static void
test_codes (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autofree char *ticket = dup_ticket (c, 0);
  const KpPaperCode parts = { (char *) "tickets", (char *) kp_session_get_campaign (c->session), ticket, 1, (char *) "0123456789abcdef" };
  const KpPaperCode strange = { (char *) "tickets", (char *) "other-2025", ticket, 1, (char *) "0123456789abcdef" };
  g_autofree char *body = kp_paper_code_dup_text (&parts);
  g_autofree char *qr = g_strconcat (KP_PAPER_CODE_PREFIX, body, NULL);
  g_autofree char *other = kp_paper_code_dup_text (&strange);
  g_autofree char *broken = g_strdup (body);
  const KpDossier *second = kp_roster_get_dossier (roster, 1);

  broken[strlen (broken) - 1] = broken[strlen (broken) - 1] == '0' ? '1' : '0';
  g_assert_cmpint (scan (c, qr), ==, KP_SCAN_IN);
  g_assert_cmpint (scan (c, ticket), ==, KP_SCAN_AGAIN);
  g_assert_cmpint (scan (c, broken), ==, KP_SCAN_UNREADABLE);
  g_assert_cmpint (scan (c, other), ==, KP_SCAN_OTHER_CAMPAIGN);
  g_assert_cmpint (scan (c, ""), ==, KP_SCAN_UNREADABLE);
  g_assert_cmpint (scan (c, "123"), ==, KP_SCAN_UNKNOWN);
  g_assert_cmpint (scan (c, "' OR 1=1"), ==, KP_SCAN_UNKNOWN);
  g_assert_cmpint (scan (c, second->person->id_number), ==, KP_SCAN_IN);
  g_assert_cmpint (scan (c, second->application->application), ==, KP_SCAN_AGAIN);
  g_assert_cmpuint (count (c).n_in, ==, 2);
  kp_test_campaign_assert_sound (c);
}

/* Full-width digits, as an input method makes them. */
static void
test_wide (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t);
  g_autofree char *ticket = dup_ticket (c, 0);
  g_autoptr (GString) wide = g_string_new (" ");

  for (const char *digit = ticket; *digit != '\0'; digit++)
    g_string_append_unichar (wide, (gunichar) *digit + 0xFEE0);
  g_assert_cmpint (scan (c, wide->str), ==, KP_SCAN_IN);
}

/* The answer says where the candidate belongs. */
static void
test_elsewhere (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t);
  g_autofree char *ticket = dup_ticket (c, 0);
  const KpHallPlace room = { "01", "01", 9 };
  const KpHallPlace site = { "01", "99", 1 };
  const KpHallPlace none = { "77", NULL, 0 };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (KpHallAnswer) answer = { 0 };

  g_assert_cmpint (scan_at (c, &room, ticket, &first), ==, KP_SCAN_OTHER_ROOM);
  kp_test_assert_contains (first, "room 001");
  g_assert_cmpint (scan_at (c, &site, ticket, &second), ==, KP_SCAN_OTHER_SITE);
  kp_test_assert_contains (second, "云岭县第一中学");
  g_assert_cmpuint (count (c).n_in, ==, 0);
  g_assert_false (kp_step_hall_scan (c->session, &none, ticket, &answer, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND);
}

static const char *const two_sittings[] = {
  "\"late_minutes\": 30\n      }",
  "\"late_minutes\": 30\n      }, { \"code\": \"02\", \"paper\": \"01\", \"date\": \"2026-03-28\", \"start\": \"14:00\", "
  "\"end\": \"16:00\", \"posts\": [\"A02\", \"B01\", \"B02\", \"C01\", \"C02\", \"E01\"] }",
  "{year2}{batch2}",
  "{year2}{session1}{batch1}",
  "\"paper\": \"01\",\n        \"date\": \"2026-03-28\",",
  "\"paper\": \"01\",\n        \"posts\": [\"A01\"],\n        \"date\": \"2026-03-28\",",
  NULL,
};

static void
test_other_sitting (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_with (t, two_sittings);
  g_autofree char *ticket = dup_ticket (c, 0);
  const KpHallPlace afternoon = { "02", NULL, 0 };
  g_autofree char *sentence = NULL;

  g_assert_cmpint (scan_at (c, &afternoon, ticket, &sentence), ==, KP_SCAN_OTHER_SITTING);
  kp_test_assert_contains (sentence, "09:00");
}

/* A wrong arrival leaves both rows, and the candidate can still come. */
static void
test_undo (KpTestDatabase *t)
{
  const KpHallPlace anywhere = { NULL, NULL, 0 };
  g_autoptr (KpTestCampaign) c = bring (t);
  g_autofree char *ticket = dup_ticket (c, 0);
  g_auto (KpHallAnswer) answer = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) acts = NULL;

  g_assert_false (kp_step_hall_undo (c->session, &anywhere, ticket, "误扫", &answer, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  kp_hall_answer_clear (&answer);
  g_assert_cmpint (scan (c, ticket), ==, KP_SCAN_IN);
  g_assert_false (kp_step_hall_undo (c->session, &anywhere, ticket, "  ", &answer, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  kp_hall_answer_clear (&answer);
  g_assert_true (kp_step_hall_undo (c->session, &anywhere, ticket, "误扫", &answer, &error));
  g_assert_cmpuint (count (c).n_in, ==, 0);
  g_assert_cmpint (scan (c, ticket), ==, KP_SCAN_IN);
  acts = kp_table_select (kp_session_get_database (c->session), &kp_hall_arrival_table, kp_session_get_campaign (c->session),
                          "ORDER BY number", KP_NO_BINDS, &error);
  g_assert_cmpuint (acts->len, ==, 3);
  g_assert_cmpstr (((const KpHallArrivalRecord *) g_ptr_array_index (acts, 1))->reason, ==, "误扫");
  kp_test_campaign_assert_sound (c);
}

/* Two are in, one is turned away, one never comes: both have 缺考, and a second closing changes nothing. */
static void
test_close (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t);
  g_autoptr (GError) error = NULL;
  KpHallTally tally;
  gint64 n_before;

  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *ticket = dup_ticket (c, i);

      kp_test_campaign_set_now (c, i == 0 ? AT ("08:40:00") : i == 1 ? AT ("09:20:00") : AT ("09:31:00"));
      scan (c, ticket);
      if (i != 1)
        continue;
      kp_test_campaign_set_now (c, AT ("09:30:00"));
      g_assert_false (close_doors (c, &tally, &error));
      g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
      kp_test_assert_contains (error->message, "09:30");
      g_clear_error (&error);
    }
  g_assert_true (close_doors (c, &tally, &error));
  g_assert_cmpuint (tally.n_rooms, ==, 1);
  g_assert_cmpuint (tally.n_expected, ==, N_PEOPLE);
  g_assert_cmpuint (tally.n_in, ==, 2);
  g_assert_cmpuint (tally.n_absent, ==, 2);
  g_assert_cmpuint (tally.n_late, ==, 1);
  n_before = kp_test_campaign_count_journal (c);
  g_assert_true (close_doors (c, &tally, &error));
  g_assert_cmpuint (tally.n_rooms, ==, 0);
  g_assert_cmpuint (tally.n_before, ==, 1);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
  g_assert_cmpuint (count (c).n_absent, ==, 2);
  g_assert_cmpuint (count (c).n_late, ==, 1);
  kp_test_campaign_assert_sound (c);
}

static void
test_close_marks (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t);
  g_autofree char *ticket = dup_ticket (c, 0);
  g_autofree char *in = NULL;
  g_autofree char *out = NULL;
  KpHallTally tally;

  g_assert_cmpint (scan (c, ticket), ==, KP_SCAN_IN);
  kp_test_campaign_set_now (c, AT ("09:31:00"));
  g_assert_true (close_doors (c, &tally, NULL));
  in = dup_state (c, 0);
  out = dup_state (c, 1);
  g_assert_cmpstr (in, ==, "none");
  g_assert_cmpstr (out, ==, "absent");
}

/* Whose ticket wasn't read sits in the room all the same. */
static void
test_admit (KpTestDatabase *t)
{
  const KpHallPlace anywhere = { NULL, NULL, 0 };
  g_autoptr (KpTestCampaign) c = bring (t);
  g_autofree char *ticket = dup_ticket (c, 1);
  g_autofree char *state = NULL;
  g_autofree char *again = NULL;
  g_auto (KpHallAnswer) answer = { 0 };
  g_autoptr (GError) error = NULL;
  KpHallTally tally;

  g_assert_false (kp_step_hall_admit (c->session, &anywhere, ticket, &people, &answer, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  kp_hall_answer_clear (&answer);
  kp_test_campaign_set_now (c, AT ("09:40:00"));
  g_assert_true (close_doors (c, &tally, &error));
  g_assert_cmpint (scan (c, ticket), ==, KP_SCAN_REFUSED);
  state = dup_state (c, 1);
  g_assert_cmpstr (state, ==, "absent");
  g_assert_true (kp_step_hall_admit (c->session, &anywhere, ticket, &people, &answer, &error));
  g_assert_no_error (error);
  again = dup_state (c, 1);
  g_assert_cmpstr (again, ==, "none");
  g_assert_cmpuint (count (c).n_in, ==, 1);
  g_assert_cmpuint (count (c).n_late, ==, 0);
  g_assert_cmpuint (count (c).n_absent, ==, N_PEOPLE - 1);
  g_assert_cmpint (scan (c, ticket), ==, KP_SCAN_AGAIN);
  kp_test_campaign_assert_sound (c);
}

/* After the door is closed an arrival is undone by what two people write down. */
static void
test_absence_counts_before_arrival (KpTestDatabase *t)
{
  const KpHallPlace anywhere = { NULL, NULL, 0 };
  g_autoptr (KpTestCampaign) c = bring (t);
  g_autofree char *ticket = dup_ticket (c, 0);
  const KpIncidentOrder order = { .number = ticket, .paper = PAPER, .kind = "absent", .facts = "座位空", .by = "甲", .with = "乙" };
  g_auto (KpHallAnswer) answer = { 0 };
  g_autoptr (GError) error = NULL;
  KpHallTally tally;
  guint number;

  g_assert_cmpint (scan (c, ticket), ==, KP_SCAN_IN);
  kp_test_campaign_set_now (c, AT ("09:40:00"));
  g_assert_true (close_doors (c, &tally, &error));
  g_assert_false (kp_step_hall_undo (c->session, &anywhere, ticket, "误扫", &answer, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (kp_step_record_incident (c->session, &order, &number, &error));
  g_assert_cmpuint (count (c).n_in, ==, 0);
  g_assert_cmpuint (count (c).n_absent, ==, N_PEOPLE);
}

/* A breach is seen at a seat. */
static void
test_seat (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  const KpSeatRecord *seat = kp_roster_get_dossier (roster, 2)->seat;
  const KpHallPlace here = { NULL, seat->site, (guint) seat->room };
  g_autoptr (GError) error = NULL;
  g_autofree char *ticket = kp_hall_dup_ticket_of_seat (c->session, &here, (guint) seat->seat, &error);
  g_autofree char *none = NULL;

  g_assert_cmpstr (ticket, ==, seat->ticket);
  none = kp_hall_dup_ticket_of_seat (c->session, &here, 29, &error);
  g_assert_null (none);
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kp_test_database_add ("/data/steps/%s/step-hall/twice", test_twice);
  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    kp_test_database_add_row ("/data/steps/%s/step-hall/minute", test_minute, minutes[i].name, &minutes[i]);
  kp_test_database_add ("/data/steps/%s/step-hall/codes", test_codes);
  kp_test_database_add ("/data/steps/%s/step-hall/wide", test_wide);
  kp_test_database_add ("/data/steps/%s/step-hall/elsewhere", test_elsewhere);
  kp_test_database_add ("/data/steps/%s/step-hall/other-sitting", test_other_sitting);
  kp_test_database_add ("/data/steps/%s/step-hall/undo", test_undo);
  kp_test_database_add ("/data/steps/%s/step-hall/close", test_close);
  kp_test_database_add ("/data/steps/%s/step-hall/close-marks", test_close_marks);
  kp_test_database_add ("/data/steps/%s/step-hall/admit", test_admit);
  kp_test_database_add ("/data/steps/%s/step-hall/absence-counts-before-arrival", test_absence_counts_before_arrival);
  kp_test_database_add ("/data/steps/%s/step-hall/seat", test_seat);
  return g_test_run ();
}
