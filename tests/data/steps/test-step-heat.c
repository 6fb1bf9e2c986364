/* test-step-heat.c – a test before the interview in the record: who takes it, when its list is made, who follows, what a
 * correction makes of it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-edition.h"
#include "kp-heat-record.h"
#include "kp-step-correct.h"
#include "kp-step-heat.h"
#include "kp-step-hearing.h"
#include "kp-step-leave.h"
#include "kp-step-shortlist.h"
#include "kp-test-course.h"
#include "kp-test.h"

/* A02 has 3 places: 1:3 to the test, 1:1 by its marks alone to the interview, the line at 60. */
static const char *const edits[] = {
  "  \"others\": [],",
  "  \"others\": [{ \"code\": \"skill\", \"name\": \"技能测试\" }],\n"
  "  \"heats\": [{ \"other\": \"skill\", \"line\": \"60\", \"weights\": { \"written\": \"0\", \"other_1\": \"100%\" }, "
  "\"next\": { \"tiers\": [{ \"from_places\": 1, \"to_places\": 0, \"ratio\": \"1\", \"plus\": 0 }] }, "
  "\"posts\": [\"A02\"] }],",
  NULL,
};

#define N 10

/* Nine of ten are on the first list; the last isn't. */
static KpTestCampaign *
make_listed (KpTestDatabase *t)
{
  KpTestCampaign *c = kp_test_campaign_new_with (t, edits);
  g_autoptr (GError) error = NULL;
  KpShortlistTally tally;
  guint n_items;

  kp_test_campaign_register (c, "A02", N);
  kp_test_campaign_seat (c);
  kp_test_course_agree_marks (
      c, (const char *const[]) { "90", "89", "88", "87", "86", "85", "84", "83", "82", "70" }, N);
  kp_step_award_bonus (c->session, &n_items, &error);
  g_assert_no_error (error);
  kp_step_shortlist (c->session, &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_entered, ==, 9);
  return c;
}

static const char *
get_ticket (KpRoster *roster,
            guint i)
{
  return kp_roster_get_dossier (roster, i)->seat->ticket;
}

/* 61, 62 … of the first @n. */
static void
enter (KpTestCampaign *c,
       guint n)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (GString) rows = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (rows, "%s,%u\n", get_ticket (roster, i), 61 + i);
  kp_test_course_agree_part (c, "skill", rows->str);
}

/* "EEE------": on the list after the test, out of it, a dot for who wasn't there. */
static void
assert_heat (KpTestCampaign *c,
             const char *letters)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpHeatRecord *heat = kp_roster_get_dossier (roster, i)->heats[0];

      g_string_append_c (found, heat == NULL                              ? '.'
                                : g_str_equal (heat->outcome, "enters")     ? 'E'
                                : g_str_equal (heat->outcome, "substitute") ? 'S'
                                : g_str_equal (heat->outcome, "below-line") ? 'L'
                                : g_str_equal (heat->outcome, "no-mark")    ? 'N'
                                                                            : '-');
    }
  g_assert_cmpstr (found->str, ==, letters);
}

static void
must_make (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  KpShortlistTally tally;

  kp_step_make_heat (c->session, "skill", &tally, &error);
  g_assert_no_error (error);
}

static void
assert_refused (KpTestCampaign *c,
                const char *code,
                gint why)
{
  const gint64 n_before = kp_test_campaign_count_journal (c);
  g_autoptr (GError) error = NULL;
  KpShortlistTally tally;

  g_assert_false (kp_step_make_heat (c->session, code, &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, why);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

/* Neither a test that isn't there, nor one whose marks aren't; and no interview, and no other first list, meanwhile. */
static void
test_waits_for_marks (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = make_listed (t);
  g_autoptr (GError) error = NULL;
  KpShortlistTally tally;

  assert_refused (c, "talk", KP_STEP_ERROR_NOT_FOUND);
  assert_refused (c, "skill", KP_STEP_ERROR_REFUSED);
  g_assert_null (kp_step_commit_hearings (c->session, &(KpDrawTerms) { .source = "dice" }, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  enter (c, 8);
  assert_refused (c, "skill", KP_STEP_ERROR_REFUSED);
  g_assert_false (kp_step_shortlist (c->session, &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  assert_heat (c, "..........");
}

/* Who isn't on the first list takes no test. */
static void
test_only_who_is_listed (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = make_listed (t);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autofree char *row = g_strdup_printf ("准考证号,分数\n%s,80\n", get_ticket (roster, 9));
  g_autofree char *path = kp_test_campaign_write (c, "late.csv", row);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpMarkSheet) sheet = kp_mark_sheet_read_written (path, NULL, NULL, &error);
  KpMarksTally tally;

  g_assert_no_error (error);
  g_assert_false (kp_step_enter_marks (c->session, "skill", 1, sheet, NULL, &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
}

/* The best of nine has 69, the last of the three 67. Who leaves before the test is followed by the tenth, who leaves after it
   by the next of the test. */
static void
test_who_follows (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = make_listed (t);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRoster) after = NULL;
  KpShortlistTally tally;

  kp_step_leave (c->session, (const char *const[]) { get_ticket (roster, 0), NULL }, KP_CAUSE_WITHDREW, "声明", &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_new, ==, 1);
  g_clear_pointer (&roster, kp_roster_free);
  roster = kp_test_campaign_load (c);
  {
    g_autoptr (GString) rows = g_string_new (NULL);

    for (guint i = 1; i < N; i++)
      g_string_append_printf (rows, "%s,%u\n", get_ticket (roster, i), i == 4 ? 59 : 60 + i);
    kp_test_course_agree_part (c, "skill", rows->str);
  }
  must_make (c);
  assert_heat (c, ".---L--EEE");
  kp_step_leave (c->session, (const char *const[]) { get_ticket (roster, 8), NULL }, KP_CAUSE_WITHDREW, "声明", &tally, &error);
  g_assert_no_error (error);
  assert_heat (c, ".---L-SEEE");
  after = kp_test_campaign_load (c);
  g_assert_cmpint (kp_roster_get_dossier (after, 0)->leaving->list, ==, 0);
  g_assert_cmpint (kp_roster_get_dossier (after, 8)->leaving->list, ==, 1);
  g_assert_true (kp_dossier_is_on_shortlist (kp_roster_get_dossier (after, 6)));
  g_assert_false (kp_dossier_is_on_shortlist (kp_roster_get_dossier (after, 5)));
  kp_test_campaign_assert_sound (c);
}

/* Two people put a mark of the test right: the list is made again, its edition is void, the first list isn't. */
static void
test_correction (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = make_listed (t);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (KpCorrectionReport) report = NULL;
  g_autoptr (GError) error = NULL;
  const KpCorrectionOrder order = {
    .what = KP_CORRECT_PAPER,
    .paper = "skill",
    .number = get_ticket (roster, 0),
    .to = "99",
    .reason = "登错",
    .by = "李某",
    .with = "王某",
  };
  guint edition;
  guint n_moved = 0;

  enter (c, 9);
  must_make (c);
  assert_heat (c, "------EEE.");
  kp_step_correct (c->session, &order, FALSE, &report, &error);
  g_assert_no_error (error);
  assert_heat (c, "E------EE.");
  for (guint i = 0; i < report->changes->len; i++)
    n_moved += ((const KpChange *) g_ptr_array_index (report->changes, i))->field == KP_CHANGE_HEAT_PLACE;
  g_assert_cmpuint (n_moved, ==, 9);
  g_assert_true (kp_edition_load (c->session, "heats", &edition, NULL, &error));
  g_assert_cmpuint (edition, ==, 2);
  g_assert_true (kp_edition_load (c->session, "shortlist", &edition, NULL, &error));
  g_assert_cmpuint (edition, ==, 1);
  kp_test_campaign_assert_sound (c);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/heat/waits-for-every-mark", test_waits_for_marks);
  kp_test_database_add ("/data/steps/%s/heat/only-who-is-listed", test_only_who_is_listed);
  kp_test_database_add ("/data/steps/%s/heat/who-took-it-follows", test_who_follows);
  kp_test_database_add ("/data/steps/%s/heat/correction-makes-the-list-again", test_correction);
  return g_test_run ();
}
