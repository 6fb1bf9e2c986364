/* test-step-panel.c – examiners drawn to rooms, relations kept, and names sealed from the numbers until the end.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-panel-figures.h"
#include "kp-step-hearing.h"
#include "kp-step-interview.h"
#include "kp-step-panel.h"
#include "kp-step-room.h"
#include "kp-step-shortlist.h"
#include "kp-step-total.h"
#include "kp-test-campaign.h"
#include "kp-test.h"

#define STAFF_HEADING "编号,姓名,工作单位,职责,是否异地\n"

static const KpDrawTerms dice = { .source = "dice in the room" };
static const KpTwoPeople persons = { "甲", "乙", "signed sheets" };
static const KpTwoPeople alone = { "甲", "甲", "signed sheets" };

static gboolean
take_staff (KpTestCampaign *c,
            const char *rows,
            KpPanelImportTally *tally,
            GError **error)
{
  g_autofree char *text = g_strconcat (STAFF_HEADING, rows, NULL);
  g_autofree char *path = kp_test_campaign_write (c, "staff.csv", text);
  g_autoptr (KpStaffSheet) sheet = kp_staff_sheet_read_staff (path, error);

  return sheet != NULL && kp_step_import_staff (c->session, sheet, tally, error);
}

/* Chairs K01 …, then examiners, each of a unit of his own; every other one from outside. */
static void
call_examiners (KpTestCampaign *c,
                guint n_chairs,
                guint n_others)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  KpPanelImportTally tally;

  for (guint i = 1; i <= n_chairs + n_others; i++)
    g_string_append_printf (rows, "K%02u,考%u,第%u单位,%s,%s\n", i, i, i, i <= n_chairs ? "主考官" : "考官", i % 2 ? "是" : "否");
  g_string_append (rows, "G01,计,招聘办,计分员,否\n");
  take_staff (c, rows->str, &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_written, ==, n_chairs + n_others + 1);
}

static void
draw_panels (KpTestCampaign *c,
             KpPanelDrawTally *tally)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *commitment = kp_step_commit_panels (c->session, &dice, &error);

  g_assert_no_error (error);
  kp_test_assert_contains (commitment, KP_EXAMINERS_PURPOSE " ");
  kp_step_draw_panels (c->session, "1414", tally, &error);
  g_assert_no_error (error);
}

/* Nine candidates of one post in one room. */
static KpTestCampaign *
bring_to_interview (KpTestDatabase *t)
{
  KpTestCampaign *c = kp_test_campaign_new (t);

  kp_test_campaign_register (c, "A01", 9);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_test_campaign_draw (c);
  return c;
}

static gboolean
enter (KpTestCampaign *c,
       const char *rows,
       guint room,
       GError **error)
{
  g_autofree char *text = g_strconcat ("面试序号,考官1,考官2,考官3,考官4,考官5,考官6,考官7\n", rows, NULL);
  g_autofree char *path = kp_test_campaign_write (c, "sheet.csv", text);
  g_autoptr (KpMarkSheet) sheet = kp_mark_sheet_read_interview (path, NULL, NULL, error);
  KpInterviewTally tally;

  return sheet != NULL && kp_step_enter_interview (c->session, sheet, room, &tally, error);
}

static const KpPanelSeatRecord *
find_seat (const KpPanelField *field,
           gint64 room,
           gint64 number)
{
  for (guint i = 0; i < field->seats->len; i++)
    {
      const KpPanelSeatRecord *seat = g_ptr_array_index (field->seats, i);

      if (seat->room == room && seat->seat == number)
        return seat;
    }
  return NULL;
}

static KpPanelField *
load_field (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  KpPanelField *field = kp_panel_field_load (c->session, &error);

  g_assert_no_error (error);
  return field;
}

/* ---- people and relations ---- */

static void
test_staff_comes_in_whole (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  KpPanelImportTally tally;

  g_assert_false (take_staff (c, "K01,赵,甲局,主考官,是\nK02,钱,乙局,裁判,否\n", &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_assert_contains (error->message, "Row 3");
  g_assert_null (strstr (error->message, "钱"));
  g_clear_error (&error);
  g_assert_false (take_staff (c, "K01,赵,甲局,主考官,是\nK01,钱,乙局,考官,否\n", &tally, &error));
  g_clear_error (&error);
  g_assert_true (take_staff (c, "K01,赵,甲局,主考官,是\nK02,钱,乙局,考官,否\n", &tally, &error));
  g_assert_cmpuint (tally.n_written, ==, 2);
  g_assert_true (take_staff (c, "K01,赵,甲局,主考官,是\nK02,钱,丙局,考官,否\n", &tally, &error));
  g_assert_cmpuint (tally.n_written, ==, 1);
  kp_test_campaign_assert_sound (c);
}

/* Staff with a relative among the candidates are out of the whole chain, also as those who check. */
static void
test_kin_keeps_staff_out (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_interview (t);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (KpPanelField) field = NULL;
  g_autoptr (GError) error = NULL;
  const char *somebody = kp_roster_get_dossier (roster, 0)->application->application;
  const KpTwoPeople one_is_kin = { "G01", "乙", "signed sheets" };
  KpRecusalEffect effect;

  call_examiners (c, 1, 7);
  g_assert_false (kp_step_declare_recusal (c->session, &(KpRecusalOrder) { "G01", somebody, "认识", FALSE }, &effect, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (kp_step_declare_recusal (c->session, &(KpRecusalOrder) { "G01", somebody, "表兄妹", TRUE }, &effect, &error));
  g_assert_true (effect.is_out);
  field = load_field (c);
  g_assert_true (kp_panel_field_is_out (field, kp_panel_field_find (field, "G01")));
  g_assert_false (kp_panel_field_is_out (field, kp_panel_field_find (field, "K01")));
  g_assert_false (kp_step_open_room (c->session, 1, &one_is_kin, &error));
  kp_test_assert_contains (error->message, "relative");
}

/* ---- the draw ---- */

/* Whether somebody is heard in the room from whom the examiner must stay away. */
static gboolean
is_barred (const KpPanelField *field,
           const KpExaminerRecord *examiner,
           guint room)
{
  for (guint i = 0; i < kp_roster_get_n_dossiers (field->roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (field->roster, i);

      if (dossier->hearing != NULL && dossier->hearing->room == room
          && kp_panel_field_is_related (field, examiner, dossier))
        return TRUE;
    }
  return FALSE;
}

/* Two rooms of the sample's limit: an examiner and the candidate that either declared never meet, whatever is drawn. */
static void
test_declared_pair_never_meets (KpTestDatabase *t)
{
  static const char *const small[] = { "\"room_limit\": 36", "\"room_limit\": 5", NULL };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, small);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (KpPanelField) field = NULL;
  g_autoptr (GError) error = NULL;
  KpRecusalEffect effect;
  KpPanelDrawTally tally;

  kp_test_campaign_register (c, "A01", 9);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_test_campaign_draw (c);
  call_examiners (c, 2, 14);
  roster = kp_test_campaign_load (c);
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const KpRecusalOrder order
          = { dossier->hearing->room == 1 ? "K03" : "K04", dossier->application->application, "师生", i % 2 == 0 };

      g_assert_true (kp_step_declare_recusal (c->session, &order, &effect, &error));
      g_assert_cmpuint (effect.clash_room, ==, 0);
    }
  draw_panels (c, &tally);
  g_assert_cmpuint (tally.n_rooms, ==, 2);
  g_assert_cmpuint (tally.n_seated, ==, 14);
  g_assert_cmpuint (tally.n_spare, ==, 2);
  field = load_field (c);
  for (guint i = 0; i < field->seats->len; i++)
    {
      const KpPanelSeatRecord *seat = g_ptr_array_index (field->seats, i);
      const KpExaminerRecord *examiner = kp_panel_field_find (field, seat->examiner);

      g_assert_false (is_barred (field, examiner, (guint) seat->room));
      g_assert_true ((seat->seat == 1) == g_str_equal (examiner->role, "chair"));
    }
  kp_test_campaign_assert_sound (c);
}

/* What can't be kept is told in one sentence, and nobody is seated. */
static void
test_impossible_draw_names_the_rule (KpTestDatabase *t)
{
  static const char *const all_outside[]
      = { "\"drop_highest\": 1", "\"outside_share\": \"1\",\n      \"drop_highest\": 1", NULL };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, all_outside);
  g_autoptr (GError) error = NULL;
  g_autofree char *commitment = NULL;
  g_autoptr (KpPanelField) field = NULL;
  KpPanelDrawTally tally;

  kp_test_campaign_register (c, "A01", 9);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_test_campaign_draw (c);
  call_examiners (c, 1, 9);
  commitment = kp_step_commit_panels (c->session, &dice, &error);
  g_assert_nonnull (commitment);
  g_assert_false (kp_step_draw_panels (c->session, "1414", &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_assert_contains (error->message, "outside");
  field = load_field (c);
  g_assert_cmpuint (field->seats->len, ==, 0);
}

/* The candidates come first; the panels stand at the second asking; a new order of candidates seats the same drawn order. */
static void
test_panels_follow_the_candidates (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  KpPanelDrawTally tally;

  kp_test_campaign_register (c, "A01", 9);
  call_examiners (c, 1, 8);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_test_campaign_draw (c);
  g_assert_false (kp_step_draw_panels (c->session, "1414", &tally, &error));
  kp_test_assert_contains (error->message, "committed");
  g_clear_error (&error);
  draw_panels (c, &tally);
  g_assert_true (kp_step_draw_panels (c->session, "1414", &tally, &error));
  g_assert_true (tally.is_repeat);
  g_assert_false (kp_step_draw_panels (c->session, "9999", &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
}

static void
test_ill_examiner_is_replaced (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_interview (t);
  g_autoptr (KpPanelField) before = NULL;
  g_autoptr (KpPanelField) after = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *spare = NULL;
  g_autofree char *none = NULL;
  const char *ill;
  KpPanelDrawTally tally;

  call_examiners (c, 1, 7);
  draw_panels (c, &tally);
  g_assert_cmpuint (tally.n_spare, ==, 1);
  before = load_field (c);
  ill = find_seat (before, 1, 4)->examiner;
  g_assert_null (kp_step_replace_examiner (c->session, ill, &alone, &error));
  g_clear_error (&error);
  spare = kp_step_replace_examiner (c->session, ill, &persons, &error);
  g_assert_no_error (error);
  after = load_field (c);
  g_assert_cmpstr (find_seat (after, 1, 4)->examiner, ==, spare);
  g_assert_null (kp_panel_field_find_seat (before, spare));
  g_assert_nonnull (kp_panel_field_find (after, ill)->left_at);
  none = kp_step_replace_examiner (c->session, spare, &persons, &error);
  g_assert_null (none);
  kp_test_assert_contains (error->message, "fewer examiners");
  kp_test_campaign_assert_sound (c);
}

/* ---- marks ---- */

static void
test_marks_before_the_interview (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  KpPanelDrawTally tally;

  kp_test_campaign_register (c, "A01", 9);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  g_assert_false (enter (c, "1001,80,80,80,80,80,80,80\n", 0, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE);
  g_clear_error (&error);
  kp_test_campaign_draw (c);
  call_examiners (c, 1, 6);
  g_assert_false (enter (c, "1001,80,80,80,80,80,80,80\n", 0, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE);
  g_clear_error (&error);
  draw_panels (c, &tally);
  g_assert_true (enter (c, "1001,80,80,80,80,80,80,80\n", 0, &error));
}

/* 深圳 2012: four of five elements are no mark. */
static void
test_element_left_out_of_sum (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_interview (t);
  g_autoptr (GString) text = g_string_new ("面试序号,考官,综合分析,组织协调,应变,言语表达,举止仪表\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (KpMarkSheet) sheet = NULL;
  g_autoptr (KpRoster) roster = NULL;
  g_autofree char *path = NULL;
  KpInterviewTally tally;

  for (guint i = 1; i <= 7; i++)
    g_string_append_printf (text, "1001,%u,20,20,15,15,%s\n", i, i == 5 ? "" : "8");
  path = kp_test_campaign_write (c, "elements.csv", text->str);
  sheet = kp_mark_sheet_read_interview (path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (kp_step_enter_interview (c->session, sheet, 0, &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  roster = kp_test_campaign_load (c);
  g_assert_null (kp_roster_find_code (roster, "1001")->interview);
}

/* A file of room 2 can't bring a mark into room 1, and an examiner none to whom he must stay away. */
static void
test_sheet_of_another_room (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_interview (t);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (KpPanelField) field = NULL;
  g_autoptr (GError) error = NULL;
  KpRecusalOrder order = { NULL, kp_roster_find_code (roster, "1003")->application->application, "师生", TRUE };
  KpRecusalEffect effect;
  KpPanelDrawTally tally;

  call_examiners (c, 1, 7);
  draw_panels (c, &tally);
  g_assert_false (enter (c, "1003,80,80,80,80,80,80,80\n", 2, &error));
  kp_test_assert_contains (error->message, "another room");
  g_clear_error (&error);
  field = load_field (c);
  order.examiner = find_seat (field, 1, 5)->examiner;
  g_assert_true (kp_step_declare_recusal (c->session, &order, &effect, &error));
  g_assert_cmpuint (effect.clash_room, ==, 1);
  g_assert_false (enter (c, "1003,80,80,80,80,80,80,80\n", 1, &error));
  kp_test_assert_contains (error->message, "stay away");
}

/* fll-sw#85: a sheet under the wrong examiner leaves, without a trace in the mean, and the right one comes. */
static void
test_sheet_is_taken_back (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_interview (t);
  g_autoptr (KpRoster) before = NULL;
  g_autoptr (KpRoster) between = NULL;
  g_autoptr (KpRoster) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (enter (c, "1001,60,80,81,82,83,84,99\n1002,70,71,72,73,74,75,76\n", 0, &error));
  before = kp_test_campaign_load (c);
  g_assert_cmpint (kp_roster_find_code (before, "1001")->interview->raw, ==, KP_MARK (82, 0));
  g_assert_false (kp_step_take_back (c->session, "1001", 7, &alone, &error));
  g_clear_error (&error);
  g_assert_true (kp_step_take_back (c->session, "1001", 7, &persons, &error));
  between = kp_test_campaign_load (c);
  g_assert_null (kp_roster_find_code (between, "1001")->interview);
  g_assert_nonnull (kp_roster_find_code (between, "1002")->interview);
  g_assert_false (kp_step_take_back (c->session, "1001", 7, &persons, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND);
  g_clear_error (&error);
  /* Another number's sheets come in meanwhile. */
  g_assert_true (enter (c, "1003,70,71,72,73,74,75,76\n", 0, &error));
  g_assert_true (enter (c, "1001,,,,,,,85\n", 0, &error));
  after = kp_test_campaign_load (c);
  g_assert_cmpint (kp_roster_find_code (after, "1001")->interview->raw, ==, KP_MARK (82, 0));
  g_assert_cmpstr (kp_roster_find_code (after, "1001")->interview->dropped, ==, "lowest:1;highest:7");
  kp_test_campaign_assert_sound (c);
}

/* 湖南 2016, 盱眙 2016: what two people read must be what the record computes; from then on only corrections. */
static void
test_slip_and_record_are_one (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_interview (t);
  g_autoptr (GError) error = NULL;

  g_assert_true (enter (c, "1001,60,80,81,82,83,84,99\n", 0, &error));
  g_assert_false (kp_step_check_hearings (c->session, &(KpHearingReading) { "1001", "72" }, 1, &persons, &error));
  kp_test_assert_contains (error->message, "72");
  g_clear_error (&error);
  g_assert_false (kp_step_check_hearings (c->session, &(KpHearingReading) { "1001", "82.00" }, 1, &alone, &error));
  g_clear_error (&error);
  g_assert_true (kp_step_check_hearings (c->session, &(KpHearingReading) { "1001", "82.00" }, 1, &persons, &error));
  g_assert_false (kp_step_take_back (c->session, "1001", 7, &persons, &error));
  g_clear_error (&error);
  g_assert_true (enter (c, "1001,60,80,81,82,83,84,99\n", 0, &error));
  g_assert_false (enter (c, "1001,60,80,81,82,83,84,98\n", 0, &error));
  kp_test_assert_contains (error->message, "correction");
}

/* ---- the seal ---- */

/* 宿州 2010: nothing that leaves the program tells who has which number before the last mark is checked. */
static void
test_numbers_carried_out (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_interview (t);
  g_autoptr (KpRoster) sealed = kp_test_campaign_load (c);
  g_autoptr (KpRoster) opened = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) rows = g_string_new (NULL);
  KpTotalTally total;

  g_assert_true (kp_dossier_is_sealed (kp_roster_find_code (sealed, "1001")));
  g_assert_true (kp_hearing_purpose_is_sealed (sealed, "interview-order:A01"));
  g_assert_false (kp_hearing_purpose_is_sealed (sealed, "seats"));
  for (guint i = 1001; i <= 1009; i++)
    g_string_append_printf (rows, "%u,80,81,82,83,84,85,86\n", i);
  g_assert_true (enter (c, rows->str, 0, &error));
  g_assert_false (kp_step_total (c->session, &total, &error));
  kp_test_assert_contains (error->message, "sealed");
  g_clear_error (&error);
  g_assert_true (kp_step_check_hearings (c->session, &(KpHearingReading) { "1001", "83" }, 1, &persons, &error));
  g_assert_false (kp_step_open_room (c->session, 1, &persons, &error));
  kp_test_assert_contains (error->message, "1002");
  g_clear_error (&error);
  for (guint i = 1002; i <= 1009; i++)
    {
      g_autofree char *code = g_strdup_printf ("%u", i);

      g_assert_true (kp_step_check_hearings (c->session, &(KpHearingReading) { code, "83" }, 1, &persons, &error));
    }
  g_assert_false (kp_step_open_room (c->session, 1, &alone, &error));
  g_clear_error (&error);
  g_assert_true (kp_step_open_room (c->session, 1, &persons, &error));
  opened = kp_test_campaign_load (c);
  g_assert_false (kp_dossier_is_sealed (kp_roster_find_code (opened, "1001")));
  g_assert_true (kp_step_total (c->session, &total, &error));
  kp_test_campaign_assert_sound (c);
}

/* Nobody came to a room with examiners: its score keeper says so of the number as a whole, which is no examiner's mark. */
static void
test_away_from_a_panel (KpTestDatabase *t)
{
  static const KpMarkState states[] = { KP_MARK_ABSENT, KP_MARK_BREACH };
  g_autoptr (KpTestCampaign) c = bring_to_interview (t);
  KpPanelDrawTally tally;

  call_examiners (c, 1, 6);
  draw_panels (c, &tally);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (KpRoster) roster = NULL;

      kp_step_enter_hearing (c->session, "1001", states[i], NULL, 0, &error);
      g_assert_no_error (error);
      roster = kp_test_campaign_load (c);
      g_assert_cmpstr (kp_roster_find_code (roster, "1001")->interview->state, ==, kp_mark_state_get_name (states[i]));
    }
}

/* ---- sign-in ---- */

static void
test_late_comer_takes_what_remains (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_interview (t);
  g_autoptr (KpRoster) before = kp_test_campaign_load (c);
  g_autoptr (KpRoster) after = NULL;
  g_autoptr (GError) error = NULL;
  const char *first = kp_roster_find_code (before, "1001")->application->application;
  const char *eighth = kp_roster_find_code (before, "1008")->application->application;
  gboolean is_moved;

  g_assert_true (kp_step_sign_in (c->session, first, KP_ATTENDANCE_ABSENT, &is_moved, &error));
  g_assert_true (kp_step_sign_in (c->session, eighth, KP_ATTENDANCE_ABSENT, &is_moved, &error));
  g_assert_false (enter (c, "1001,80,80,80,80,80,80,80\n", 0, &error));
  kp_test_assert_contains (error->message, "nobody came");
  g_clear_error (&error);
  g_assert_true (enter (c, "1002,80,80,80,80,80,80,80\n", 0, &error));
  g_assert_true (kp_step_sign_in (c->session, first, KP_ATTENDANCE_LATE, &is_moved, &error));
  g_assert_true (is_moved);
  after = kp_test_campaign_load (c);
  g_assert_cmpstr (kp_roster_find_application (after, first)->hearing->code, ==, "1008");
  g_assert_cmpstr (kp_roster_find_application (after, eighth)->hearing->code, ==, "1001");
  /* The empty number is checked as what it is. */
  g_assert_true (kp_step_check_hearings (c->session, &(KpHearingReading) { "1001", "缺考" }, 1, &persons, &error));
  g_assert_no_error (error);
  kp_test_campaign_assert_sound (c);
}

/* Late was said of the wrong one: the numbers are as drawn, until somebody is heard under one of them. */
static void
test_sign_in_by_mistake (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_interview (t);
  g_autoptr (KpRoster) before = kp_test_campaign_load (c);
  g_autoptr (KpRoster) after = NULL;
  g_autoptr (GError) error = NULL;
  const char *first = kp_roster_find_code (before, "1001")->application->application;
  const char *eighth = kp_roster_find_code (before, "1008")->application->application;
  gboolean is_moved;

  g_assert_true (kp_step_sign_in (c->session, first, KP_ATTENDANCE_NONE, &is_moved, &error));
  g_assert_true (enter (c, "1002,80,80,80,80,80,80,80\n", 0, &error));
  g_assert_true (kp_step_sign_in (c->session, eighth, KP_ATTENDANCE_ABSENT, &is_moved, &error));
  g_assert_true (kp_step_sign_in (c->session, first, KP_ATTENDANCE_LATE, &is_moved, &error));
  g_assert_true (is_moved);
  g_assert_true (kp_step_sign_in (c->session, first, KP_ATTENDANCE_PRESENT, &is_moved, &error));
  g_assert_false (is_moved);
  g_assert_true (kp_step_sign_in (c->session, first, KP_ATTENDANCE_NONE, &is_moved, &error));
  g_assert_no_error (error);
  g_assert_true (is_moved);
  after = kp_test_campaign_load (c);
  g_assert_cmpstr (kp_roster_find_application (after, first)->hearing->code, ==, "1001");
  g_assert_cmpstr (kp_roster_find_application (after, eighth)->hearing->code, ==, "1008");
  g_assert_null (kp_roster_find_application (after, first)->attendance);
  kp_test_campaign_assert_sound (c);
}

static void
test_sign_in_stands_when_heard (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_interview (t);
  g_autoptr (KpRoster) before = kp_test_campaign_load (c);
  g_autoptr (KpRoster) after = NULL;
  g_autoptr (GError) error = NULL;
  const char *first = kp_roster_find_code (before, "1001")->application->application;
  const KpTypedMark one = { 1, "", "80" };
  gboolean is_moved;

  g_assert_true (enter (c, "1002,80,80,80,80,80,80,80\n", 0, &error));
  g_assert_true (kp_step_sign_in (c->session, first, KP_ATTENDANCE_LATE, &is_moved, &error));
  g_assert_true (is_moved);
  after = kp_test_campaign_load (c);
  g_assert_true (kp_step_keep_hearing (c->session, kp_roster_find_application (after, first)->hearing->code, &one, 1, &error));
  g_assert_no_error (error);
  g_assert_false (kp_step_sign_in (c->session, first, KP_ATTENDANCE_NONE, &is_moved, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_campaign_assert_sound (c);
}

/* ---- rooms by Z ---- */

/* Nine of one post in two rooms, each a hundredth apart: 8 5 4 1 0 and 7 6 3 2, so that both make 18. */
static void
test_z_rooms_are_alike (KpTestDatabase *t)
{
  static const char *const z[]
      = { "\"room_limit\": 36", "\"rooms_by\": \"z\",\n    \"room_limit\": 5", NULL };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, z);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GPtrArray) draws = NULL;
  g_autoptr (GError) error = NULL;
  KpMark sums[2] = { 0, 0 };
  KpMark least = KP_MARK (1000, 0);
  guint n[2] = { 0, 0 };
  gboolean has_rooms = FALSE;

  kp_test_campaign_register (c, "A01", 9);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_test_campaign_draw (c);
  roster = kp_test_campaign_load (c);
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    least = MIN (least, kp_roster_get_dossier (roster, i)->shortlist->written);
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      g_assert_true (dossier->hearing->room == 1 || dossier->hearing->room == 2);
      sums[dossier->hearing->room - 1] += dossier->shortlist->written - least;
      n[dossier->hearing->room - 1]++;
    }
  g_assert_cmpuint (n[0] + n[1], ==, 9);
  g_assert_cmpuint (MAX (n[0], n[1]), ==, 5);
  g_assert_cmpint (sums[0], ==, KP_MARK (0, 1800));
  g_assert_cmpint (sums[1], ==, KP_MARK (0, 1800));
  draws = kp_draw_record_list (c->session, &error);
  for (guint i = 0; i < draws->len; i++)
    has_rooms |= g_str_equal (((const KpDrawAttempt *) g_ptr_array_index (draws, i))->draw->purpose, "interview-rooms:A01");
  g_assert_true (has_rooms);
}

/* ---- what stands out ---- */

static void
test_report_without_names (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_interview (t);
  g_autoptr (KpPanelFigures) figures = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (enter (c, "1001,80,80,80,80,80,80,70\n1002,90,90,90,90,90,90,80\n1003,80,81,82,83,84,85,86\n", 0, &error));
  g_assert_true (kp_step_take_back (c->session, "1003", 1, &persons, &error));
  figures = kp_panel_figures_load (c->session, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (figures->rooms->len, ==, 1);
  g_assert_cmpuint (g_array_index (figures->rooms, KpPanelReportRoom, 0).n, ==, 2);
  g_assert_cmpint (kp_fraction_compare (g_array_index (figures->rooms, KpPanelReportRoom, 0).mean, kp_fraction_new (85, 1)), ==,
                   0);
  g_assert_cmpint (kp_fraction_compare (g_array_index (figures->examiners, KpPanelReportExaminer, 6).deviation,
                                        kp_fraction_new (-60, 7)),
                   ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/panel/staff-comes-in-whole", test_staff_comes_in_whole);
  kp_test_database_add ("/data/steps/%s/panel/kin-keeps-staff-out", test_kin_keeps_staff_out);
  kp_test_database_add ("/data/steps/%s/panel/declared-pair-never-meets", test_declared_pair_never_meets);
  kp_test_database_add ("/data/steps/%s/panel/impossible-draw-names-the-rule", test_impossible_draw_names_the_rule);
  kp_test_database_add ("/data/steps/%s/panel/panels-follow-the-candidates", test_panels_follow_the_candidates);
  kp_test_database_add ("/data/steps/%s/panel/ill-examiner-is-replaced", test_ill_examiner_is_replaced);
  kp_test_database_add ("/audit/%s/marks-before-the-interview", test_marks_before_the_interview);
  kp_test_database_add ("/audit/%s/element-left-out-of-sum", test_element_left_out_of_sum);
  kp_test_database_add ("/audit/%s/sheet-of-another-room", test_sheet_of_another_room);
  kp_test_database_add ("/audit/%s/sheet-is-taken-back", test_sheet_is_taken_back);
  kp_test_database_add ("/audit/%s/slip-and-record-are-one", test_slip_and_record_are_one);
  kp_test_database_add ("/audit/%s/numbers-carried-out", test_numbers_carried_out);
  kp_test_database_add ("/data/steps/%s/panel/away-from-a-panel", test_away_from_a_panel);
  kp_test_database_add ("/data/steps/%s/panel/late-comer-takes-what-remains", test_late_comer_takes_what_remains);
  kp_test_database_add ("/data/steps/%s/panel/sign-in-by-mistake", test_sign_in_by_mistake);
  kp_test_database_add ("/data/steps/%s/panel/sign-in-stands-when-heard", test_sign_in_stands_when_heard);
  kp_test_database_add ("/data/steps/%s/panel/z-rooms-are-alike", test_z_rooms_are_alike);
  kp_test_database_add ("/data/steps/%s/panel/report-without-names", test_report_without_names);
  return g_test_run ();
}
