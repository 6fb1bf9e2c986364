/* test-mark-desk.c – marks typed script by script: what a clerk sees, and what may be typed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-mark-desk.h"
#include "kp-paper-lock.h"
#include "kp-secret-number.h"
#include "kp-step-mark-script.h"
#include "kp-test-course.h"
#include "kp-test.h"

#define PAPER "01"

static KpTestCampaign *
bring (KpTestDatabase *t,
       guint n)
{
  KpTestCampaign *c = kp_test_campaign_new (t);

  kp_test_campaign_register (c, "A01", n);
  kp_test_campaign_seat (c);
  return c;
}

static KpMarkDesk *
open_desk (KpTestCampaign *c,
           guint entry,
           const char *clerk)
{
  g_autoptr (GError) error = NULL;
  KpMarkDesk *desk = kp_mark_desk_load (c->session, PAPER, entry, clerk, &error);

  g_assert_no_error (error);
  return desk;
}

static const KpMarkScript *
get_script (const KpMarkDesk *desk,
            guint index)
{
  return g_ptr_array_index (desk->scripts, index);
}

/* What somebody types of the script at that index. */
static gboolean
type (KpTestCampaign *c,
      const char *clerk,
      guint entry,
      guint index,
      const char *text,
      GError **error)
{
  g_autoptr (KpMarkDesk) desk = open_desk (c, 1, clerk);
  g_autoptr (KpSession) session = kp_test_campaign_open_as (c, clerk);

  return kp_step_enter_mark (session, PAPER, entry, get_script (desk, index)->application, index + 1, text, error);
}

static void
type_well (KpTestCampaign *c,
           const char *clerk,
           guint entry,
           guint index,
           const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (type (c, clerk, entry, index, text, &error));
  g_assert_no_error (error);
}

static KpMarkRecord *
find_mark (KpTestCampaign *c,
           guint index)
{
  g_autoptr (KpMarkDesk) desk = open_desk (c, 1, "甲");
  KpMarkRecord *mark = NULL;

  g_assert_true (kp_table_find (kp_session_get_database (c->session), &kp_mark_table, kp_session_get_campaign (c->session),
                                KP_BINDS (KP_TEXT (PAPER), KP_TEXT (get_script (desk, index)->application)), &mark, NULL));
  return mark;
}

/* As they lie in the bags: room by room, seat by seat, each by its ticket. */
static void
test_bundles_are_rooms (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t, 35);
  g_autoptr (KpMarkDesk) desk = open_desk (c, 1, "甲");
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  guint n_scripts = 0;

  g_assert_cmpuint (desk->bundles->len, >, 1);
  for (guint i = 0; i < desk->bundles->len; i++)
    {
      const KpMarkBundle *bundle = &g_array_index (desk->bundles, KpMarkBundle, i);

      g_assert_cmpuint (bundle->first, ==, n_scripts);
      for (guint k = 0; k < bundle->n_scripts; k++)
        {
          const KpMarkScript *script = get_script (desk, bundle->first + k);
          const KpSeatRecord *seat = kp_roster_find_application (roster, script->application)->seat;

          g_assert_cmpuint (bundle->room, ==, (guint) seat->room);
          g_assert_cmpuint (script->seat, ==, (guint) seat->seat);
          g_assert_cmpstr (script->number, ==, seat->ticket);
          g_assert_true (k == 0 || script->seat > get_script (desk, bundle->first + k - 1)->seat);
        }
      n_scripts += bundle->n_scripts;
    }
  g_assert_cmpuint (n_scripts, ==, 35);
}

/* 双人双录: the second clerk sees nothing of the first entry, and neither may touch the other's. */
static void
test_other_entry_is_hidden (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t, 3);
  const struct
  {
    guint entry;
    const char *clerk;
    const char *text;
    gboolean may_type;
  } cases[] = {
    { 1, "甲", "78.50", TRUE },
    { 1, "乙", NULL, FALSE },
    { 2, "乙", NULL, TRUE },
    { 2, "甲", NULL, FALSE },
  };

  type_well (c, "甲", 1, 0, "78.5");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KpMarkDesk) desk = open_desk (c, cases[i].entry, cases[i].clerk);
      g_autoptr (GError) error = NULL;

      g_assert_cmpstr (get_script (desk, 0)->text, ==, cases[i].text);
      g_assert_cmpint (get_script (desk, 0)->fault == NULL, ==, cases[i].may_type);
      if (!cases[i].may_type)
        {
          g_assert_false (type (c, cases[i].clerk, cases[i].entry, 0, "90", &error));
          g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
        }
    }
}

typedef struct
{
  const char *typed;
  const char *shown; /* (nullable): NULL = refused */
} TypedRow;

static const TypedRow typed_rows[] = {
  { "78.5", "78.50" }, { "0", "0.00" },      { "100", "100.00" }, { "缺考", "缺考" }, { "违", "违纪" },
  { "100.01", NULL },  { "78.555", NULL },   { "-1", NULL },      { "七十", NULL },   { "7 8", NULL },
};

static void
test_what_may_be_typed (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t, 3);

  for (guint i = 0; i < G_N_ELEMENTS (typed_rows); i++)
    {
      const TypedRow *row = &typed_rows[i];
      const gint64 n_before = kp_test_campaign_count_journal (c);
      g_autoptr (KpMarkDesk) desk = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", row->typed);
      g_assert_cmpint (type (c, "甲", 1, 0, row->typed, &error), ==, row->shown != NULL);
      if (row->shown == NULL)
        {
          g_assert_nonnull (error);
          g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
          continue;
        }
      desk = open_desk (c, 1, "甲");
      g_assert_cmpstr (get_script (desk, 0)->text, ==, row->shown);
    }
}

/* Both clerks make the mark; whoever takes back an entry takes it away. */
static void
test_two_make_a_mark (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t, 3);
  g_autofree KpMarkRecord *one = NULL;
  g_autofree KpMarkRecord *agreed = NULL;
  g_autofree KpMarkRecord *gone = NULL;
  g_autofree KpMarkRecord *others = NULL;
  gint64 n_before;

  type_well (c, "甲", 1, 1, "66");
  one = find_mark (c, 1);
  g_assert_null (one);
  type_well (c, "乙", 2, 1, "66.00");
  agreed = find_mark (c, 1);
  g_assert_cmpint (agreed->mark, ==, KP_MARK (66, 0));
  g_assert_cmpstr (agreed->how, ==, "agreed");
  others = find_mark (c, 0);
  g_assert_null (others);
  n_before = kp_test_campaign_count_journal (c);
  type_well (c, "乙", 2, 1, "66");
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
  type_well (c, "乙", 2, 1, "");
  gone = find_mark (c, 1);
  g_assert_null (gone);
  kp_test_campaign_assert_sound (c);
}

/* Typed or read from a sheet, the third person finds the same. */
static void
test_differences_are_found (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t, 3);
  g_autoptr (KpSession) third = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree KpMarkRecord *mark = NULL;
  g_autoptr (GError) error = NULL;
  const KpMarkDifference *difference;

  type_well (c, "甲", 1, 0, "78.5");
  type_well (c, "乙", 2, 0, "87.5");
  differences = kp_step_list_differences (c->session, PAPER, &error);
  g_assert_cmpuint (differences->len, ==, 1);
  difference = g_ptr_array_index (differences, 0);
  g_assert_cmpstr (difference->first, ==, "78.50");
  g_assert_cmpstr (difference->second, ==, "87.50");
  third = kp_test_campaign_open_as (c, "丙");
  g_assert_true (kp_step_resolve_mark (third, PAPER, difference->ticket, "87.5", "扫描件第12页", &error));
  mark = find_mark (c, 0);
  g_assert_cmpint (mark->mark, ==, KP_MARK (87, 5000));
  entries = kp_table_select (kp_session_get_database (c->session), &kp_entry_table, kp_session_get_campaign (c->session),
                             "AND entry = 3", KP_NO_BINDS, &error);
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpstr (((const KpEntryRecord *) g_ptr_array_index (entries, 0))->source, ==, "扫描件第12页");
}

static void
test_locked_paper_is_shut (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t, 3);
  g_autoptr (KpMarkDesk) desk = NULL;
  g_autoptr (GError) error = NULL;
  KpLockedList list;

  for (guint i = 0; i < 3; i++)
    {
      type_well (c, "甲", 1, i, "70");
      type_well (c, "乙", 2, i, "70");
    }
  g_assert_true (kp_step_lock_paper (c->session, PAPER, "丙", "丁", &list, &error));
  desk = open_desk (c, 1, "甲");
  g_assert_nonnull (desk->locked_at);
  g_assert_false (type (c, "甲", 1, 0, "71", &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
}

/* While the numbers are sealed neither ticket nor room is told. */
static void
test_secret_numbers (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t, 35);
  const KpDrawTerms terms = { .source = "dice in the room" };
  g_autoptr (GError) error = NULL;
  g_autofree char *commitment = kp_step_commit_secrets (c->session, PAPER, &terms, &error);
  g_autoptr (KpMarkDesk) desk = NULL;
  KpSecretTally tally;

  g_assert_nonnull (commitment);
  g_assert_true (kp_step_draw_secrets (c->session, PAPER, "16180", &tally, &error));
  desk = open_desk (c, 1, "甲");
  g_assert_true (desk->is_secret);
  g_assert_cmpuint (desk->bundles->len, ==, 2);
  g_assert_cmpuint (g_array_index (desk->bundles, KpMarkBundle, 0).n_scripts, ==, KP_MARK_BUNDLE_SIZE);
  for (guint i = 0; i < desk->scripts->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%04u", i + 1);

      g_assert_cmpstr (get_script (desk, i)->number, ==, number);
      g_assert_cmpuint (get_script (desk, i)->seat, ==, 0);
    }
  type_well (c, "甲", 1, 34, "55");
}

static gboolean
undo (KpTestCampaign *c,
      const char *clerk,
      guint entry,
      const char *was,
      const char *now,
      GError **error)
{
  g_autoptr (KpMarkDesk) desk = open_desk (c, 1, clerk);
  g_autoptr (KpSession) session = kp_test_campaign_open_as (c, clerk);
  const KpMarkUndo order = { PAPER, entry, get_script (desk, 0)->application, 1, was, now };

  return kp_step_undo_mark (session, &order, error);
}

static void
assert_text (KpTestCampaign *c,
             const char *text)
{
  g_autoptr (KpMarkDesk) desk = open_desk (c, 1, "甲");

  g_assert_cmpstr (get_script (desk, 0)->text, ==, text);
}

/* Step by step back to nothing; each is an act of its own in the journal. */
static void
test_undo (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t, 3);
  g_autoptr (GError) error = NULL;
  gint64 n_acts;

  type_well (c, "甲", 1, 0, "78.5");
  type_well (c, "甲", 1, 0, "缺考");
  n_acts = kp_test_campaign_count_journal (c);
  g_assert_true (undo (c, "甲", 1, "78.50", "缺考", &error));
  assert_text (c, "78.50");
  g_assert_true (undo (c, "甲", 1, "", "78.50", &error));
  assert_text (c, NULL);
  g_assert_cmpint (kp_test_campaign_count_journal (c), >, n_acts);
  kp_test_campaign_assert_sound (c);
}

/* What was changed since stays; nobody takes back what another typed; a locked paper stays locked. */
static void
test_undo_refused (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t, 3);
  const struct
  {
    const char *clerk;
    const char *was;
    const char *now;
    const char *message;
  } cases[] = {
    { "甲", "", "78.5", "changed since" },
    { "甲", "", "缺考", "changed since" },
    { "甲", "61", "", "changed since" },
    { "乙", "", "79.50", "can't be entered" },
    { "甲", "10000", "79.50", "10000" },
  };

  type_well (c, "甲", 1, 0, "78.5");
  type_well (c, "甲", 1, 0, "79.5");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (undo (c, cases[i].clerk, 1, cases[i].was, cases[i].now, &error));
      kp_test_assert_contains (error->message, cases[i].message);
      assert_text (c, "79.50");
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/mark-desk/bundles-are-rooms", test_bundles_are_rooms);
  kp_test_database_add ("/data/steps/%s/mark-desk/other-entry-is-hidden", test_other_entry_is_hidden);
  kp_test_database_add ("/data/steps/%s/mark-desk/what-may-be-typed", test_what_may_be_typed);
  kp_test_database_add ("/data/steps/%s/mark-desk/two-make-a-mark", test_two_make_a_mark);
  kp_test_database_add ("/data/steps/%s/mark-desk/differences-are-found", test_differences_are_found);
  kp_test_database_add ("/data/steps/%s/mark-desk/locked-paper-is-shut", test_locked_paper_is_shut);
  kp_test_database_add ("/data/steps/%s/mark-desk/secret-numbers", test_secret_numbers);
  kp_test_database_add ("/data/steps/%s/mark-desk/undo", test_undo);
  kp_test_database_add ("/data/steps/%s/mark-desk/undo-refused", test_undo_refused);
  return g_test_run ();
}
