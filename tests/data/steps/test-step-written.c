/* test-step-written.c – other ways to a written mark and to the list: exempt, direct, marked elsewhere, lines of all kinds.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-decide.h"
#include "kp-step-seat.h"
#include "kp-step-shortlist.h"
#include "kp-test-course.h"
#include "kp-test.h"

#include <string.h>

#define LINE "\"kind\": \"fixed\",\n      \"value\": \"60\""
#define ROUNDS "\"rounds_papers\": false"
#define DIRECT "\"direct_counts\": false"
#define SHORTAGE "\"shortage\": \"take_all\""
#define SENIOR "{ \"certificate_at_least\": { \"word\": \"社会工作师\" } }"

/* Applicants of A01, all but the last @n_senior of them with the lower certificate. */
static void
register_mixed (KpTestCampaign *c,
                guint n,
                guint n_senior)
{
  g_autofree char *rows = kp_test_campaign_make_rows (c, "A01", n);
  g_auto (GStrv) parts = g_strsplit (rows, "社会工作师", (int) (n - n_senior) + 1);
  g_autofree char *mixed = g_strjoinv ("助理社会工作师", parts);

  kp_test_campaign_register_rows (c, mixed, n);
}

static gboolean
shortlist (KpTestCampaign *c,
           KpShortlistTally *tally,
           GError **error)
{
  guint n_items;

  return kp_step_award_bonus (c->session, &n_items, error) && kp_step_shortlist (c->session, tally, error);
}

static void
assert_outcomes (KpTestCampaign *c,
                 guint n,
                 const char *letters)
{
  static const char known[] = "-ETSU=LNZDX?";
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const KpShortlistRecord *record = kp_roster_get_dossier (roster, i)->shortlist;

      for (guint j = 0; j < KP_SHORTLIST_N_VERDICTS; j++)
        if (g_str_equal (record->outcome, kp_shortlist_verdict_get_name ((KpShortlistVerdict) j)))
          g_string_append_c (found, known[j]);
    }
  g_assert_cmpstr (found->str, ==, letters);
}

/* Refused, and nothing written but the bonus before it. */
static void
assert_refused (KpTestCampaign *c,
                const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRoster) roster = NULL;
  KpShortlistTally tally;

  g_assert_false (shortlist (c, &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_assert_contains (error->message, message);
  roster = kp_test_campaign_load (c);
  g_assert_null (kp_roster_get_dossier (roster, 0)->shortlist);
}

/* (90 + 80 + 30 + 29.99 + 20) ÷ 5 × 60 % = 29.9988 → 30: the absent one isn't counted, else 25 would be passed by two more. */
static void
test_share_of_mean (KpTestDatabase *t)
{
  static const char *const edits[]
      = { LINE, "\"kind\": \"share_of_mean\", \"value\": 0, \"share\": \"60%\"", NULL };
  static const char *const marks[] = { "90", "80", "30", "29.99", "20", "缺考" };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  g_autoptr (GError) error = NULL;
  KpShortlistTally tally;

  kp_test_campaign_register (c, "A01", 6);
  kp_test_campaign_seat (c);
  kp_test_course_agree_marks (c, marks, 6);
  g_assert_true (shortlist (c, &tally, &error));
  g_assert_no_error (error);
  assert_outcomes (c, 6, "EEELLN");
}

static void
decide (KpTestCampaign *c,
        KpDecisionKind kind,
        const char *subject,
        const char *value)
{
  g_autoptr (GError) error = NULL;

  kp_step_decide (c->session, kind, subject, value, "领导小组会议纪要", "甲", "乙", &error);
  g_assert_no_error (error);
}

static void
shortlist_again (KpTestCampaign *c,
                 const char *letters,
                 gint64 places)
{
  g_autoptr (GError) error = NULL;
  g_autofree KpPostRecord *post = NULL;
  KpShortlistTally tally;

  g_assert_true (shortlist (c, &tally, &error));
  g_assert_no_error (error);
  assert_outcomes (c, (guint) strlen (letters), letters);
  g_assert_true (kp_table_find (kp_session_get_database (c->session), &kp_post_table, kp_session_get_campaign (c->session),
                                KP_BINDS (KP_TEXT ("A01")), &post, &error));
  g_assert_cmpint (post->places, ==, places);
  kp_test_campaign_assert_sound (c);
}

static void
test_line_to_be_decided (KpTestDatabase *t)
{
  static const char *const edits[] = { LINE, "\"kind\": \"decided\", \"value\": 0", NULL };
  static const char *const marks[] = { "90", "80", "70" };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);

  kp_test_campaign_register (c, "A01", 3);
  kp_test_campaign_seat (c);
  kp_test_course_agree_marks (c, marks, 3);
  assert_refused (c, "kaopin decide FILE written-line");
  decide (c, KP_DECISION_WRITTEN_LINE, "", "75");
  shortlist_again (c, "EEL", 1);
  decide (c, KP_DECISION_WRITTEN_LINE, "", "80.01");
  shortlist_again (c, "ELL", 1);
}

#define SHORT_DECIDED "\"shortage\": \"decide\""
#define SHORT_REDUCED "\"shortage\": \"reduce_plan\""

/* Two places by the opening ratio, so six are wanted, and two of them are absent. */
static KpTestCampaign *
new_short (KpTestDatabase *t,
           const char *shortage)
{
  static const char *const marks[] = { "90", "80", "70", "65", "缺考", "缺考" };
  const char *const edits[] = { SHORTAGE, shortage, NULL };
  KpTestCampaign *c = kp_test_campaign_new_with (t, edits);

  kp_test_campaign_register (c, "A01", 6);
  kp_test_campaign_seat (c);
  kp_test_course_agree_marks (c, marks, 6);
  return c;
}

/* A ratio 1:2 asks for four and leaves the plan; one place asks for three. The last decision counts. */
static void
test_shortage_to_be_decided (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = new_short (t, SHORT_DECIDED);

  assert_refused (c, "kaopin decide FILE shortlist A01");
  decide (c, KP_DECISION_SHORTLIST, "A01", "1:2");
  shortlist_again (c, "EEEENN", 2);
  decide (c, KP_DECISION_SHORTLIST, "A01", "1");
  shortlist_again (c, "EEE-NN", 1);
}

/* ⌊4 ÷ 3⌋ = 1 place; made again, the list begins at the places of the opening and comes out the same. */
static void
test_shortage_reduces_the_plan (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = new_short (t, SHORT_REDUCED);
  gint64 n_before;

  shortlist_again (c, "EEEENN", 1);
  n_before = kp_test_campaign_count_journal (c);
  shortlist_again (c, "EEEENN", 1);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

static gint64
get_places (KpTestCampaign *c,
            const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autofree KpPostRecord *post = NULL;

  g_assert_true (kp_table_find (kp_session_get_database (c->session), &kp_post_table, kp_session_get_campaign (c->session),
                                KP_BINDS (KP_TEXT (code)), &post, &error));
  return post->places;
}

/* Without an opening ratio every post keeps its plan. Of the targeted ones C01 has 1 for 4 places, C02 nobody for 6, and D01,
   which has no written exam, 2 for 15: 3 + 6 + 13 places go to E01, which has 3 for its 2. A01 has empty places of its own and takes none. Made again, the
   places move once. */
static void
test_leftovers_move (KpTestDatabase *t)
{
  static const char *const edits[]
      = { "\"applies\": true,\n    \"ratio\": \"3\"", "\"applies\": false", "  \"streets\": [",
          "  \"leftover\": { \"at\": \"shortlist\", \"from\": \"targeted\", \"to\": [\"A01\", \"E01\"] },\n  \"streets\": [", NULL };
  static const char *const marks[] = { "90", "80", "70", "65" };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);

  kp_test_campaign_register (c, "E01", 3);
  kp_test_campaign_register (c, "C01", 1);
  kp_test_campaign_register (c, "D01", 2);
  kp_test_campaign_seat (c);
  kp_test_course_agree_marks (c, marks, 4);
  for (guint i = 0; i < 2; i++)
    {
      shortlist_again (c, "EEEE", 12);
      g_assert_cmpint (get_places (c, "E01"), ==, 24);
      g_assert_cmpint (get_places (c, "C01"), ==, 1);
      g_assert_cmpint (get_places (c, "C02"), ==, 0);
      g_assert_cmpint (get_places (c, "D01"), ==, 2);
      g_assert_cmpint (get_places (c, "B01"), ==, 8);
    }
}

/* Who is exempt gets no seat, no mark and no place, and goes on. */
static void
test_exempt (KpTestDatabase *t)
{
  static const char *const edits[] = { ROUNDS, "\"exempt\": " SENIOR ", \"exempt_mark\": \"60\", " ROUNDS, NULL };
  static const char *const marks[] = { "90", "59", "70" };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRoster) roster = NULL;
  const KpDossier *exempt;
  KpShortlistTally tally;

  register_mixed (c, 4, 1);
  kp_test_campaign_seat (c);
  kp_test_course_agree_marks (c, marks, 3);
  g_assert_true (shortlist (c, &tally, &error));
  g_assert_no_error (error);
  assert_outcomes (c, 4, "ELEX");
  g_assert_cmpuint (tally.n_exempt, ==, 1);
  g_assert_cmpuint (tally.n_present, ==, 3);
  g_assert_cmpuint (tally.n_entered, ==, 2);
  roster = kp_test_campaign_load (c);
  exempt = kp_roster_get_dossier (roster, 3);
  g_assert_null (exempt->seat);
  g_assert_cmpstr (exempt->shortlist->state, ==, "exempt");
  g_assert_cmpint (exempt->shortlist->place, ==, KP_NO_INT);
  g_assert_cmpint (exempt->shortlist->written, ==, KP_NO_INT);
  g_assert_true (kp_dossier_is_on_shortlist (exempt));
}

static void
decide_exempt (KpTestCampaign *c,
               const char *number,
               const char *rank,
               const char *refusal)
{
  g_autoptr (GError) error = NULL;

  kp_step_decide (c->session, KP_DECISION_EXEMPT, number, rank, "会议纪要〔2026〕9号", "甲", "乙", &error);
  if (refusal == NULL)
    g_assert_no_error (error);
  else
    {
      g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
      kp_test_assert_contains (error->message, refusal);
    }
}

/* One of two may do without the exam: nobody is seated before the committee says who, and then it can't change. */
static void
test_exempt_at_most (KpTestDatabase *t)
{
  static const char *const edits[]
      = { ROUNDS, "\"exempt\": " SENIOR ", \"exempt_most\": 1, \"exempt_mark\": \"60\", " ROUNDS, NULL };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRoster) roster = NULL;
  g_autofree char *commitment = NULL;
  KpSeatTally seats;

  register_mixed (c, 5, 2);
  kp_test_campaign_review (c);
  commitment = kp_step_commit_seats (c->session, &(KpDrawTerms) { .source = "dice" }, &error);
  g_assert_null (commitment);
  kp_test_assert_contains (error->message, "tied for the last of them: 000004 000005.");
  g_clear_error (&error);
  decide_exempt (c, "000001", "1", "isn't one of too many");
  decide_exempt (c, "000005", "first", "must be a whole number");
  decide_exempt (c, "000005", "1", NULL);
  decide_exempt (c, "000004", "2", NULL);
  kp_test_campaign_commit_seats (c);
  kp_step_seat (c->session, "31415", &seats, &error);
  g_assert_no_error (error);
  roster = kp_test_campaign_load (c);
  g_assert_nonnull (kp_roster_get_dossier (roster, 3)->seat);
  g_assert_null (kp_roster_get_dossier (roster, 4)->seat);
  decide_exempt (c, "000004", "1", "The seats are drawn");
}

/* One place at 1:3, four sat: the fourth by mark enters directly, though below the line. */
static void
test_direct (KpTestDatabase *t)
{
  static const char *const edits[] = { DIRECT, "\"direct\": " SENIOR ", " DIRECT, NULL };
  static const char *const marks[] = { "90", "80", "70", "65", "50" };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRoster) roster = NULL;
  KpShortlistTally tally;

  register_mixed (c, 5, 1);
  kp_test_campaign_seat (c);
  kp_test_course_agree_marks (c, marks, 5);
  g_assert_true (shortlist (c, &tally, &error));
  g_assert_no_error (error);
  assert_outcomes (c, 5, "EEE-D");
  roster = kp_test_campaign_load (c);
  g_assert_cmpint (kp_roster_get_dossier (roster, 4)->shortlist->place, ==, 5);
}

static void
enter_by_registration (KpTestCampaign *c,
                       const char *const *marks,
                       guint n)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (GError) error = NULL;
  KpMarksTally tally;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (rows, "%s,%s\n", kp_roster_get_dossier (roster, i)->application->application, marks[i]);
  for (guint entry = 1; entry <= 2; entry++)
    {
      kp_test_course_enter_marks (c, entry, rows->str, &tally, &error);
      g_assert_no_error (error);
    }
  g_assert_cmpuint (tally.n_agreed, ==, n);
}

/* All marks come from another exam: nobody is seated, marks are told by the number of the registration. */
static void
test_elsewhere (KpTestDatabase *t)
{
  g_autofree char *scheme = kp_test_campaign_dup_scheme ((const char *const[]) { NULL });
  const char *sittings = strstr (scheme, "    \"sittings\": [");
  const char *sites = strstr (sittings, "    \"sites\": [");
  g_autofree char *block = g_strndup (sittings, (gsize) (sites - sittings));
  const char *const edits[] = { "\"elsewhere\": false", "\"elsewhere\": true", block, "", NULL };
  static const char *const marks[] = { "90", "59.99", "60" };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  g_autoptr (GError) error = NULL;
  KpShortlistTally tally;

  kp_test_campaign_register (c, "A01", 3);
  kp_test_campaign_review (c);
  g_assert_false (shortlist (c, &tally, &error));
  kp_test_assert_contains (error->message, "no agreed mark");
  g_clear_error (&error);
  enter_by_registration (c, marks, 3);
  g_assert_true (shortlist (c, &tally, &error));
  g_assert_no_error (error);
  assert_outcomes (c, 3, "ELE");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/written/share-of-mean", test_share_of_mean);
  kp_test_database_add ("/data/steps/%s/written/line-to-be-decided", test_line_to_be_decided);
  kp_test_database_add ("/data/steps/%s/written/shortage-to-be-decided", test_shortage_to_be_decided);
  kp_test_database_add ("/data/steps/%s/written/leftovers-move", test_leftovers_move);
  kp_test_database_add ("/data/steps/%s/written/shortage-reduces-the-plan", test_shortage_reduces_the_plan);
  kp_test_database_add ("/data/steps/%s/written/exempt", test_exempt);
  kp_test_database_add ("/data/steps/%s/written/exempt-at-most", test_exempt_at_most);
  kp_test_database_add ("/data/steps/%s/written/direct", test_direct);
  kp_test_database_add ("/data/steps/%s/written/marked-elsewhere", test_elsewhere);
  return g_test_run ();
}
