/* test-step-correct.c – one wrong row put right: who moves, which lists fall, and what nobody may do alone.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-correct.h"

#include "kp-change-tables.h"
#include "kp-step-extra.h"
#include "kp-step-hire.h"
#include "kp-step-shortlist.h"
#include "kp-test-course.h"
#include "kp-test.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* 商丘 2021 (domain.md §20), small: nine people for three places in two rooms, pooled correction. The raw 84 of 1003 was
   typed as the 76 of the row beside it. By hand, R = 700/9 before and 708/9 after:

              raw      before                         after
     1001     92     1.0207  93.90  87.12   1      1.0111  93.02  86.42   1
     2001     89     0.9753  86.80  81.44   2      0.9864  87.79  82.23   2
     1003   76→84    1.0207  77.57  74.06   5      1.0111  84.93  79.94   3
     2002     84     0.9753  81.93  77.54   3      0.9864  82.86  78.29   4   falls out of the three
     2003     80     0.9753  78.02  74.42   4      0.9864  78.91  75.13   5
     1002     75     1.0207  76.55  73.24   6      1.0111  75.83  72.66   6
     1004     71     1.0207  72.47  69.98   7      1.0111  71.79  69.43   7
     1005     67     1.0207  68.39  66.71   8      1.0111  67.74  66.19   8
     2004     66     0.9753  64.37  63.50   9      0.9864  65.10  64.08   9

   The total is 80 % of it and 12 for six years of service. */
typedef struct
{
  const char *code;
  const char *raw; /* as typed */
  gint64 total_before;
  gint64 place_before;
  gint64 total_after;
  gint64 place_after;
} Heard;

static const Heard heard[] = {
  { "1001", "92", KP_MARK (87, 1200), 1, KP_MARK (86, 4200), 1 },
  { "1002", "75", KP_MARK (73, 2400), 6, KP_MARK (72, 6600), 6 },
  { "1003", "76", KP_MARK (74, 600), 5, KP_MARK (79, 9400), 3 },
  { "1004", "71", KP_MARK (69, 9800), 7, KP_MARK (69, 4300), 7 },
  { "1005", "67", KP_MARK (66, 7100), 8, KP_MARK (66, 1900), 8 },
  { "2001", "89", KP_MARK (81, 4400), 2, KP_MARK (82, 2300), 2 },
  { "2002", "84", KP_MARK (77, 5400), 3, KP_MARK (78, 2900), 4 },
  { "2003", "80", KP_MARK (74, 4200), 4, KP_MARK (75, 1300), 5 },
  { "2004", "66", KP_MARK (63, 5000), 9, KP_MARK (64, 800), 9 },
};

#define WHOLE_SHEET "84,84,84,84,84,84,84"

static const char *const two_rooms[] = { "\"room_limit\": 36", "\"room_limit\": 5", NULL };

static KpTestCampaign *
bring_shangqiu (KpTestDatabase *t)
{
  KpTestCampaign *c = kp_test_campaign_new_with (t, two_rooms);
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  KpInterviewTally interview;
  KpTotalTally total;

  kp_test_campaign_register (c, "D01", G_N_ELEMENTS (heard));
  kp_test_campaign_review (c);
  kp_test_campaign_draw (c);
  for (guint i = 0; i < G_N_ELEMENTS (heard); i++)
    {
      g_string_append (rows, heard[i].code);
      for (guint j = 0; j < 7; j++)
        g_string_append_printf (rows, ",%s", heard[i].raw);
      g_string_append_c (rows, '\n');
    }
  kp_test_course_enter_interview (c, rows->str, &interview, &error);
  g_assert_no_error (error);
  kp_test_campaign_open_rooms (c);
  kp_test_course_total (c, &total);
  return c;
}

static const KpCorrectionOrder whole_sheet = {
  .what = KP_CORRECT_INTERVIEW,
  .number = "1003",
  .to = WHOLE_SHEET,
  .reason = "登分时错录为相邻一行的分数",
  .by = "李某",
  .with = "王某",
};

static KpCorrectionReport *
must_correct (KpTestCampaign *c,
              const KpCorrectionOrder *order,
              gboolean is_trial)
{
  KpCorrectionReport *report = NULL;
  g_autoptr (GError) error = NULL;

  kp_step_correct (c->session, order, is_trial, &report, &error);
  g_assert_no_error (error);
  return report;
}

static void
assert_refused (KpTestCampaign *c,
                const KpCorrectionOrder *order,
                GQuark domain,
                gint code)
{
  const gint64 n_before = kp_test_campaign_count_journal (c);
  g_autoptr (KpCorrectionReport) report = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (kp_step_correct (c->session, order, FALSE, &report, &error));
  g_assert_error (error, domain, code);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

static void
assert_standing (KpTestCampaign *c,
                 gboolean is_corrected)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);

  for (guint i = 0; i < G_N_ELEMENTS (heard); i++)
    {
      const KpTotalRecord *total = kp_roster_find_code (roster, heard[i].code)->total;

      g_assert_cmpint (total->total, ==, is_corrected ? heard[i].total_after : heard[i].total_before);
      g_assert_cmpint (total->place, ==, is_corrected ? heard[i].place_after : heard[i].place_before);
    }
}

static const KpChange *
find_change (const KpCorrectionReport *report,
             const KpDossier *dossier,
             KpChangeField field)
{
  for (guint i = 0; i < report->changes->len; i++)
    {
      const KpChange *change = g_ptr_array_index (report->changes, i);

      if (change->field == field && g_str_equal (change->application, dossier->application->application))
        return change;
    }
  return NULL;
}

static gboolean
has_voided (const KpCorrectionReport *report,
            const char *list,
            guint edition)
{
  for (guint i = 0; i < report->voided->len; i++)
    {
      const KpVoidedList *voided = g_ptr_array_index (report->voided, i);

      if (g_str_equal (voided->list, list) && voided->edition == edition)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_pending (const KpCorrectionReport *report,
            const KpDossier *dossier,
            KpPendingKind kind)
{
  for (guint i = 0; i < report->pending->len; i++)
    {
      const KpPendingCase *pending = g_ptr_array_index (report->pending, i);

      if (pending->kind == kind && g_str_equal (pending->application, dossier->application->application))
        return TRUE;
    }
  return FALSE;
}

static void
test_shangqiu (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_shangqiu (t);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (KpCorrectionReport) report = NULL;
  const KpChange *change;
  guint edition;
  g_autoptr (GError) error = NULL;

  assert_standing (c, FALSE);
  report = must_correct (c, &whole_sheet, FALSE);
  assert_standing (c, TRUE);
  g_assert_cmpuint (report->number, ==, 1);
  g_assert_cmpuint (report->n_persons, ==, 9);
  g_assert_cmpuint (report->n_offers, ==, 2);
  g_assert_cmpuint (report->pending->len, ==, 0);
  roster = kp_test_campaign_load (c);
  change = find_change (report, kp_roster_find_code (roster, "1003"), KP_CHANGE_PLACE);
  g_assert_cmpstr (change->before, ==, "5");
  g_assert_cmpstr (change->after, ==, "3");
  change = find_change (report, kp_roster_find_code (roster, "2002"), KP_CHANGE_CALLED);
  g_assert_cmpstr (change->before, ==, "体检");
  g_assert_cmpstr (change->after, ==, "");
  change = find_change (report, kp_roster_find_code (roster, "2004"), KP_CHANGE_COEFFICIENT);
  g_assert_cmpstr (change->before, ==, "0.9753");
  g_assert_cmpstr (change->after, ==, "0.9864");
  g_assert_null (find_change (report, kp_roster_find_code (roster, "2004"), KP_CHANGE_PLACE));
  g_assert_nonnull (kp_roster_find_code (roster, "1003")->physical);
  g_assert_null (kp_roster_find_code (roster, "2002")->physical);
  g_assert_cmpint (kp_roster_find_code (roster, "1001")->physical->version, ==, 1);
  g_assert_cmpuint (report->voided->len, ==, 3);
  g_assert_true (has_voided (report, "interview", 1) && has_voided (report, "totals", 1)
                 && has_voided (report, "physical", 1));
  g_assert_true (kp_edition_load (c->session, "totals", &edition, NULL, &error));
  g_assert_cmpuint (edition, ==, 2);
  g_assert_true (kp_edition_load (c->session, "marks", &edition, NULL, &error));
  g_assert_cmpuint (edition, ==, 1);
  kp_test_campaign_assert_sound (c);
}

/* There and back again: numbers run on, editions too, and everything is as it was. */
static void
test_back_again (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_shangqiu (t);
  KpCorrectionOrder back = whole_sheet;
  g_autoptr (KpCorrectionReport) second = NULL;
  g_autoptr (GPtrArray) corrections = NULL;
  g_autoptr (GError) error = NULL;
  const KpCorrectionRecord *record;

  kp_correction_report_free (must_correct (c, &whole_sheet, FALSE));
  back.to = "76,76,76,76,76,76,76";
  second = must_correct (c, &back, FALSE);
  assert_standing (c, FALSE);
  g_assert_cmpuint (second->number, ==, 2);
  g_assert_true (has_voided (second, "totals", 2));
  corrections = kp_step_list_corrections (c->session, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (corrections->len, ==, 2);
  record = g_ptr_array_index (corrections, 0);
  g_assert_cmpstr (record->what, ==, "interview");
  g_assert_cmpstr (record->subject, ==, "1003");
  g_assert_cmpstr (record->first_person, ==, "李某");
  g_assert_cmpstr (record->second_person, ==, "王某");
  g_assert_cmpint (record->n_persons, ==, 9);
  kp_test_campaign_assert_sound (c);
}

/* The file is the same, byte for byte; a server's journal and tables are. */
static void
test_trial_leaves_no_trace (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_shangqiu (t);
  const gboolean is_file = kp_database_get_kind (kp_session_get_database (c->session)) == KP_DATABASE_SQLITE;
  g_autoptr (KpCorrectionReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before = 0;
  gsize n_after = 0;
  gint64 n_rows;

  kp_session_close (c->session);
  if (is_file)
    before = kp_test_read (c->database->location, &n_before);
  c->session = kp_session_open (c->database->location, NULL, "tester", KP_OPEN_READ_WRITE, &c->sources, &error);
  g_assert_no_error (error);
  n_rows = kp_test_campaign_count_journal (c);
  report = must_correct (c, &whole_sheet, TRUE);
  g_assert_cmpuint (report->n_persons, ==, 9);
  g_assert_cmpuint (report->voided->len, ==, 3);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_rows);
  assert_standing (c, FALSE);
  if (!is_file)
    return;
  g_clear_pointer (&c->session, kp_session_close);
  after = kp_test_read (c->database->location, &n_after);
  g_assert_cmpmem (before, n_before, after, n_after);
}

/* Once somebody was examined, who is called stays, and people are told whom it concerns. */
static void
test_what_has_happened_stays (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_shangqiu (t);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (KpCorrectionReport) report = NULL;
  g_autoptr (GError) error = NULL;
  KpFitnessTally fitness;
  KpPublicityTally publicity;

  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &fitness);
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &fitness);
  g_assert_true (kp_step_publish (c->session, &publicity, &error));
  report = must_correct (c, &whole_sheet, FALSE);
  assert_standing (c, TRUE);
  roster = kp_test_campaign_load (c);
  g_assert_nonnull (kp_roster_find_code (roster, "2002")->proposal);
  g_assert_cmpint (kp_roster_find_code (roster, "2002")->proposal->place, ==, 4);
  g_assert_null (kp_roster_find_code (roster, "1003")->physical);
  g_assert_true (is_pending (report, kp_roster_find_code (roster, "1003"), KP_PENDING_CALL_MISSED));
  g_assert_true (is_pending (report, kp_roster_find_code (roster, "2002"), KP_PENDING_CALL_UNDUE));
  g_assert_cmpuint (report->n_offers, ==, 2);
  g_assert_true (has_voided (report, "publicity", 1));
  kp_test_campaign_assert_sound (c);
}

static void
test_contracts_stand (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_shangqiu (t);
  g_autoptr (KpCorrectionReport) report = NULL;
  g_autoptr (GError) error = NULL;
  KpFitnessTally fitness;
  KpPublicityTally publicity;
  KpHireTally hire;

  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &fitness);
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &fitness);
  g_assert_true (kp_step_publish (c->session, &publicity, &error));
  kp_test_campaign_set_now (c, "2026-06-23T00:00:00+08:00");
  g_assert_true (kp_step_hire (c->session, &hire, &error));
  assert_refused (c, &whole_sheet, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  report = must_correct (c, &whole_sheet, TRUE);
  g_assert_true (report->has_contracts);
  g_assert_cmpuint (report->n_persons, ==, 9);
}

typedef struct
{
  const char *number;
  guint examiner;
  const char *element;
  const char *to;
  const char *reason;
  const char *by;
  const char *with;
  gboolean is_mark_error;
  gint code;
} Refusal;

static const Refusal refusals[] = {
  { "1003", 0, NULL, WHOLE_SHEET, "错录", "李某", "李某", FALSE, KP_STEP_ERROR_REFUSED },
  { "1003", 0, NULL, WHOLE_SHEET, "错录", "Li", " li ", FALSE, KP_STEP_ERROR_REFUSED },
  { "1003", 0, NULL, WHOLE_SHEET, "错录", "李某", NULL, FALSE, KP_STEP_ERROR_REFUSED },
  { "1003", 0, NULL, WHOLE_SHEET, "  ", "李某", "王某", FALSE, KP_STEP_ERROR_REFUSED },
  { "1003", 0, NULL, "76,76,76,76,76,76,76", "错录", "李某", "王某", FALSE, KP_STEP_ERROR_REFUSED },
  { "1003", 2, NULL, "76.00", "错录", "李某", "王某", FALSE, KP_STEP_ERROR_REFUSED },
  { "1003", 2, NULL, "100.5", "错录", "李某", "王某", TRUE, KP_MARK_ERROR_RANGE },
  { "1003", 2, NULL, "84.123", "错录", "李某", "王某", TRUE, KP_MARK_ERROR_DECIMALS },
  { "1003", 8, NULL, "84", "错录", "李某", "王某", FALSE, KP_STEP_ERROR_NOT_FOUND },
  { "1003", 2, "dance", "20", "错录", "李某", "王某", FALSE, KP_STEP_ERROR_NOT_FOUND },
  { "1003", 0, NULL, "84,84", "错录", "李某", "王某", FALSE, KP_STEP_ERROR_ARGUMENT },
  { "1003", 2, NULL, "20/20", "错录", "李某", "王某", FALSE, KP_STEP_ERROR_ARGUMENT },
  { "1003", 0, NULL, "正常", "错录", "李某", "王某", FALSE, KP_STEP_ERROR_REFUSED },
  { "9999", 0, NULL, WHOLE_SHEET, "错录", "李某", "王某", FALSE, KP_STEP_ERROR_NOT_FOUND },
};

static void
test_refusals (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_shangqiu (t);

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      const Refusal *row = &refusals[i];
      const KpCorrectionOrder order = {
        .what = KP_CORRECT_INTERVIEW,
        .number = row->number,
        .examiner = row->examiner,
        .element = row->element,
        .to = row->to,
        .reason = row->reason,
        .by = row->by,
        .with = row->with,
      };

      g_test_message ("%u", i);
      assert_refused (c, &order, row->is_mark_error ? KP_MARK_ERROR : KP_STEP_ERROR, row->code);
    }
  assert_standing (c, FALSE);
}

/* Somebody's mark is void after all, and then isn't: rooms of the others follow, and come back. */
static void
test_states (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_shangqiu (t);
  KpCorrectionOrder order = whole_sheet;
  g_autoptr (KpCorrectionReport) voided = NULL;
  g_autoptr (KpCorrectionReport) restored = NULL;
  g_autoptr (KpRoster) roster = NULL;

  order.number = "1001";
  order.to = "违纪";
  voided = must_correct (c, &order, FALSE);
  g_assert_cmpstr (voided->value.after, ==, "违纪");
  roster = kp_test_campaign_load (c);
  g_assert_cmpstr (kp_roster_find_code (roster, "1001")->total->outcome, ==, "void");
  g_assert_null (kp_roster_find_code (roster, "1001")->physical);
  g_assert_cmpint (kp_roster_find_code (roster, "2001")->total->place, ==, 1);
  order.to = "正常";
  restored = must_correct (c, &order, FALSE);
  assert_standing (c, FALSE);
  kp_test_campaign_assert_sound (c);
}

/* One examiner of seven: the extremes are dropped, so a high mark that becomes another high one moves nothing but itself. */
static void
test_one_examiner (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_shangqiu (t);
  KpCorrectionOrder order = whole_sheet;
  g_autoptr (KpCorrectionReport) report = NULL;

  order.examiner = 4;
  order.to = "99";
  report = must_correct (c, &order, FALSE);
  g_assert_cmpstr (report->value.what, ==, "interview:4");
  g_assert_cmpstr (report->value.before, ==, "76.00");
  g_assert_cmpstr (report->value.after, ==, "99.00");
  g_assert_cmpuint (report->changes->len, ==, 0);
  assert_standing (c, FALSE);
}

/* While the interview is open the corrected sheet is imported again. */
static void
test_open_interview (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, two_rooms);

  kp_test_campaign_register (c, "D01", 3);
  kp_test_campaign_review (c);
  kp_test_campaign_draw (c);
  kp_test_campaign_interview (c);
  KpCorrectionOrder order = whole_sheet;

  order.number = "1001";
  assert_refused (c, &order, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE);
}

/* ---- written marks ---- */

static const char *const mean_line[] = {
  "\"kind\": \"fixed\",\n      \"value\": \"60\"",
  "\"kind\": \"share_of_mean\",\n      \"share\": \"100%\"",
  NULL,
};

/* Mean of 90, 80, 70, 68, 60, 52 is 70: three reach it. With 40 for 52 it is 68, and 68 reaches it. */
static const char *const written[] = { "90", "80", "70", "68", "60", "52" };

static KpTestCampaign *
bring_written (KpTestDatabase *t,
               const char *const *edits)
{
  KpTestCampaign *c = kp_test_campaign_new_with (t, edits);

  kp_test_campaign_register (c, "A01", G_N_ELEMENTS (written));
  kp_test_campaign_seat (c);
  kp_test_course_agree_marks (c, written, G_N_ELEMENTS (written));
  return c;
}

static void
must_shortlist (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  KpShortlistTally tally;
  guint n_items;

  g_assert_true (kp_step_award_bonus (c->session, &n_items, &error));
  g_assert_true (kp_step_shortlist (c->session, &tally, &error));
  g_assert_cmpuint (tally.n_entered, ==, 3);
}

static const KpDossier *
find_written (KpRoster *roster,
              gint64 paper)
{
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (dossier->shortlist != NULL && dossier->shortlist->paper == paper)
        return dossier;
    }
  return NULL;
}

static KpCorrectionReport *
correct_lowest (KpTestCampaign *c)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  KpCorrectionOrder order = whole_sheet;

  order.what = KP_CORRECT_PAPER;
  order.paper = "01";
  order.number = find_written (roster, KP_MARK (52, 0))->seat->ticket;
  order.to = "40";
  return must_correct (c, &order, FALSE);
}

static void
test_mean_line_moves (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_written (t, mean_line);
  g_autoptr (KpCorrectionReport) report = NULL;
  g_autoptr (KpRoster) roster = NULL;
  const KpChange *change;

  must_shortlist (c);
  report = correct_lowest (c);
  roster = kp_test_campaign_load (c);
  change = find_change (report, find_written (roster, KP_MARK (68, 0)), KP_CHANGE_SHORTLIST);
  g_assert_nonnull (change);
  g_assert_true (kp_dossier_is_on_shortlist (find_written (roster, KP_MARK (68, 0))));
  g_assert_cmpuint (report->n_persons, ==, 2);
  g_assert_cmpuint (report->n_offers, ==, 1);
  g_assert_true (has_voided (report, "marks", 1) && has_voided (report, "shortlist", 1));
  g_assert_cmpstr (report->value.what, ==, "written:01");
  kp_test_campaign_assert_sound (c);
}

/* After the draw the list stays as it is, and the one who should be on it is named. */
static void
test_drawn_list_stays (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_written (t, mean_line);
  g_autoptr (KpCorrectionReport) report = NULL;
  g_autoptr (KpRoster) roster = NULL;
  const KpDossier *missed;

  kp_test_campaign_draw (c);
  report = correct_lowest (c);
  roster = kp_test_campaign_load (c);
  missed = find_written (roster, KP_MARK (68, 0));
  g_assert_false (kp_dossier_is_on_shortlist (missed));
  kp_test_assert_contains (missed->shortlist->why, "由招聘单位处理");
  g_assert_true (is_pending (report, missed, KP_PENDING_SHORTLIST_MISSED));
  g_assert_cmpuint (report->pending->len, ==, 1);
  g_assert_cmpuint (report->n_offers, ==, 1);
  g_assert_null (find_change (report, missed, KP_CHANGE_SHORTLIST));
  kp_test_campaign_assert_sound (c);
}

/* Entering the same two sheets again doesn't undo what two people put right. */
static void
test_clerks_leave_it (KpTestDatabase *t)
{
  static const char *const no_edits[] = { NULL };
  g_autoptr (KpTestCampaign) c = bring_written (t, no_edits);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (KpCorrectionReport) report = NULL;
  g_autofree KpMarkRecord *mark = NULL;
  g_autoptr (GError) error = NULL;
  KpCorrectionOrder order = whole_sheet;

  order.what = KP_CORRECT_PAPER;
  order.paper = "01";
  order.number = kp_roster_get_dossier (roster, 0)->seat->ticket;
  order.to = "缺考";
  report = must_correct (c, &order, FALSE);
  g_assert_cmpstr (report->value.before, ==, "90.00");
  g_assert_cmpstr (report->value.after, ==, "缺考");
  g_assert_cmpuint (report->voided->len, ==, 0);
  kp_test_course_agree_marks (c, written, G_N_ELEMENTS (written));
  kp_table_find (kp_session_get_database (c->session), &kp_mark_table, kp_session_get_campaign (c->session),
                 KP_BINDS (KP_TEXT ("01"), KP_TEXT (kp_roster_get_dossier (roster, 0)->application->application)), &mark,
                 &error);
  g_assert_no_error (error);
  g_assert_cmpstr (mark->how, ==, "corrected");
  g_assert_cmpstr (mark->state, ==, "absent");
}

/* A mark of one post moves nobody of another one. */
static void
test_nothing_else_moves (KpTestDatabase *t)
{
  static const char *const marks[] = { "90", "80", "70", "90", "80", "70" };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (KpCorrectionReport) report = NULL;
  KpCorrectionOrder order = whole_sheet;
  KpTotalTally tally;

  kp_test_campaign_register (c, "A01", 3);
  kp_test_campaign_register (c, "B01", 3);
  kp_test_campaign_seat (c);
  kp_test_course_agree_marks (c, marks, 6);
  kp_test_campaign_draw (c);
  kp_test_campaign_interview (c);
  kp_test_course_total (c, &tally);
  roster = kp_test_campaign_load (c);
  order.what = KP_CORRECT_PAPER;
  order.paper = "01";
  order.number = kp_roster_get_dossier (roster, 0)->seat->ticket;
  order.to = "75";
  report = must_correct (c, &order, FALSE);
  g_assert_cmpuint (report->changes->len, >, 0);
  for (guint i = 0; i < report->changes->len; i++)
    {
      const KpChange *change = g_ptr_array_index (report->changes, i);

      g_assert_cmpstr (change->post, ==, "A01");
    }
  kp_test_campaign_assert_sound (c);
}

/* ---- killed in the middle ---- */

#define N_KILLS 4

/* There and back again until it is killed. */
static void
correct_for_ever (KpTestCampaign *c)
{
  KpCorrectionOrder order = whole_sheet;

  c->session = kp_session_open (c->database->location, NULL, "tester", KP_OPEN_READ_WRITE, &c->sources, NULL);
  for (guint i = 0; c->session != NULL; i++)
    {
      g_autoptr (KpCorrectionReport) report = NULL;

      order.to = i % 2 == 0 ? WHOLE_SHEET : "76,76,76,76,76,76,76";
      if (!kp_step_correct (c->session, &order, FALSE, &report, NULL) && i > 1)
        break;
    }
  _exit (0);
}

/* Whole corrections are there, or none: the places fit their number, and so do the editions. */
static void
check_whole (KpTestCampaign *c)
{
  g_autoptr (GPtrArray) corrections = NULL;
  g_autoptr (GError) error = NULL;
  guint edition = 0;

  c->session = kp_session_open (c->database->location, NULL, "tester", KP_OPEN_READ_WRITE, &c->sources, &error);
  g_assert_no_error (error);
  corrections = kp_step_list_corrections (c->session, &error);
  g_assert_no_error (error);
  assert_standing (c, corrections->len % 2 == 1);
  g_assert_true (kp_edition_load (c->session, "totals", &edition, NULL, &error));
  g_assert_cmpuint (edition, ==, corrections->len + 1);
  kp_test_campaign_assert_sound (c);
  g_clear_pointer (&c->session, kp_session_close);
}

static void
test_killed (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_shangqiu (t);

  g_clear_pointer (&c->session, kp_session_close);
  for (guint i = 0; i < N_KILLS; i++)
    {
      const pid_t pid = fork ();

      g_assert_cmpint (pid, >=, 0);
      if (pid == 0)
        correct_for_ever (c);
      g_usleep (60 * 1000 + i * 37 * 1000);
      kill (pid, SIGKILL);
      waitpid (pid, NULL, 0);
      g_usleep (t->kind == KP_DATABASE_POSTGRES ? 50 * 1000 : 0); /* the server may still be ending the last unit */
      check_whole (c);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/audit/%s/row-shifted-mark-of-an-examiner", test_shangqiu);
  kp_test_database_add ("/data/steps/%s/correct/back-again", test_back_again);
  kp_test_database_add ("/data/steps/%s/correct/trial-leaves-no-trace", test_trial_leaves_no_trace);
  kp_test_database_add ("/data/steps/%s/correct/what-has-happened-stays", test_what_has_happened_stays);
  kp_test_database_add ("/data/steps/%s/correct/contracts-stand", test_contracts_stand);
  kp_test_database_add ("/data/steps/%s/correct/refusals", test_refusals);
  kp_test_database_add ("/data/steps/%s/correct/states", test_states);
  kp_test_database_add ("/data/steps/%s/correct/one-examiner", test_one_examiner);
  kp_test_database_add ("/data/steps/%s/correct/open-interview", test_open_interview);
  kp_test_database_add ("/data/steps/%s/correct/mean-line-moves", test_mean_line_moves);
  kp_test_database_add ("/data/steps/%s/correct/drawn-list-stays", test_drawn_list_stays);
  kp_test_database_add ("/audit/%s/mark-changed-after-the-announcement", test_clerks_leave_it);
  kp_test_database_add ("/audit/%s/wrong-rank-after-an-appeal", test_nothing_else_moves);
  kp_test_database_add ("/data/steps/%s/correct/killed-in-the-middle", test_killed);
  return g_test_run ();
}
