/* test-step-address.c – no contract without the addresses of both sides: 劳动合同法 §17, and where they are entered.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-step-address.h"
#include "kp-step-hire.h"
#include "kp-test-course.h"
#include "kp-test.h"

static const char *const no_edits[] = { NULL };
static const char *const no_head[] = { "      \"representative\": \"高志远\",\n", "", NULL };
static const char *const no_place[] = { "\"address\": \"云岭县城关街道人民路1号\"", "\"address\": \" \"", NULL };
static const char *const institution[] = { "\"contract\": {", "\"contract\": {\n    \"kind\": \"institution\",", NULL };

/* Cuts the last field, the address, off each row. */
static char *
dup_cut (const char *rows, const char *instead)
{
  g_auto (GStrv) lines = g_strsplit (rows, "\n", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      *strrchr (lines[i], ',') = '\0';
      g_string_append_printf (text, "%s,%s\n", lines[i], instead);
    }
  return g_string_free (text, FALSE);
}

/* Six for A01, who apply with what stands in @column; two are proposed, and their publicity is over. */
static KpTestCampaign *
bring (KpTestDatabase *t, const char *const *edits, const char *column, const char *value)
{
  KpTestCampaign *c = kp_test_campaign_new_with (t, edits);
  g_autofree char *made = kp_test_campaign_make_rows (c, "A01", 6);
  g_autofree char *rows = dup_cut (made, value);
  g_autofree char *heading = g_strdup (KP_TEST_HEADING);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  KpFitnessTally fitness;
  KpPublicityTally publicity;

  *strrchr (heading, ',') = '\0';
  text = g_strdup_printf ("%s,%s\n%s", heading, column, rows);
  kp_test_campaign_register_table (c, text, 6);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_test_campaign_draw (c);
  kp_test_course_hear_and_total (c);
  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &fitness);
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &fitness);
  kp_step_publish (c->session, &publicity, &error);
  g_assert_no_error (error);
  kp_test_campaign_set_now (c, "2026-06-23T09:00:00+08:00");
  return c;
}

static void
assert_refused (KpTestCampaign *c, const char *const *parts)
{
  const gint64 n_before = kp_test_campaign_count_journal (c);
  g_autoptr (GError) error = NULL;
  KpHireTally tally;

  g_assert_false (kp_step_hire (c->session, &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  for (guint i = 0; parts[i] != NULL; i++)
    kp_test_assert_contains (error->message, parts[i]);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

static void
assert_hired (KpTestCampaign *c, guint n)
{
  g_autoptr (GError) error = NULL;
  KpHireTally tally;

  kp_step_hire (c->session, &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_contracts, ==, n);
  kp_test_campaign_assert_sound (c);
}

static gboolean
enter (KpTestCampaign *c, const char *rows, KpAddressTally *tally, GError **error)
{
  g_autofree char *text = g_strconcat ("报名序号,现住址\n", rows, NULL);
  g_autofree char *path = kp_test_campaign_write (c, "addresses.csv", text);
  g_autoptr (KpAddressSheet) sheet = kp_address_sheet_read (path, error);

  return sheet != NULL && kp_step_enter_addresses (c->session, sheet, tally, error);
}

static const char *
get_number (KpRoster *roster, gint64 place)
{
  return kp_test_course_get_place (roster, "A01", place)->application->application;
}

/* Both are named; with one of them entered the other is still missing; by registration number, by ticket, by ID number. */
static void
test_worker (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t, no_edits, "现居住地", "");
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  const char *first = get_number (roster, 1);
  const char *second = get_number (roster, 2);
  g_autofree char *one = g_strconcat (kp_test_course_get_place (roster, "A01", 1)->seat->ticket, ",云岭县人民路1号\n", NULL);
  g_autofree char *other
      = g_strconcat (kp_test_course_get_place (roster, "A01", 2)->person->id_number, ",云岭县人民路2号\n", NULL);
  g_autofree char *moved = g_strconcat (second, ",云岭县人民路3号\n", NULL);
  g_autoptr (GError) error = NULL;
  KpAddressTally tally;

  assert_refused (c, (const char *const[]) { "第十七条第一款第（二）项", "addresses", first, second, NULL });
  g_assert_true (enter (c, one, &tally, &error));
  g_assert_cmpuint (tally.n_changed, ==, 1);
  g_assert_cmpuint (tally.n_missing, ==, 1);
  assert_refused (c, (const char *const[]) { second, NULL });
  g_assert_true (enter (c, other, &tally, &error));
  g_assert_cmpuint (tally.n_missing, ==, 0);
  assert_hired (c, 2);
  g_assert_true (enter (c, other, &tally, &error));
  g_assert_cmpuint (tally.n_changed, ==, 0);
  g_assert_false (enter (c, moved, &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
}

/* An address of somebody else is taken back: it is missing again, until there is a contract with it. */
static void
test_taken_back (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t, no_edits, "现居住地", "");
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (KpRoster) after = NULL;
  const char *first = get_number (roster, 1);
  const char *second = get_number (roster, 2);
  g_autofree char *both = g_strconcat (first, ",云岭县人民路1号\n", second, ",云岭县人民路1号\n", NULL);
  g_autofree char *back = g_strconcat (second, ",撤销\n", NULL);
  g_autoptr (GError) error = NULL;
  KpAddressTally tally;

  g_assert_true (enter (c, both, &tally, &error));
  g_assert_cmpuint (tally.n_missing, ==, 0);
  g_assert_true (enter (c, back, &tally, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_changed, ==, 1);
  g_assert_cmpuint (tally.n_missing, ==, 1);
  after = kp_test_campaign_load (c);
  g_assert_null (kp_test_course_get_place (after, "A01", 2)->person->address);
  assert_refused (c, (const char *const[]) { second, NULL });
  g_assert_true (enter (c, both, &tally, &error));
  assert_hired (c, 2);
  g_assert_false (enter (c, back, &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
}

/* The registered residence is an address too. */
static void
test_residence (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t, no_edits, "户籍所在地", "云岭县东风乡");

  assert_hired (c, 2);
}

static void
test_head (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t, no_head, "现居住地", "云岭县人民路1号");

  assert_refused (c, (const char *const[]) { "第十七条第一款第（一）项", "representative", "01", NULL });
}

static void
test_employer (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t, no_place, "现居住地", "云岭县人民路1号");

  assert_refused (c, (const char *const[]) { "用人单位的住所", "“address”", "01", NULL });
}

/* The contracts of public institutions go by other rules. */
static void
test_institution (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t, institution, "现居住地", "");

  assert_hired (c, 2);
}

/* One bad row keeps the whole sheet out, and no number is told. */
static void
test_bad_rows (KpTestDatabase *t)
{
  static const char *const bad[] = { "999999,云岭县人民路1号\n", "%s,\n", "%s,云岭县人民路1号\n%s,云岭县人民路2号\n" };
  g_autoptr (KpTestCampaign) c = bring (t, no_edits, "现居住地", "");
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  const gint64 n_before = kp_test_campaign_count_journal (c);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GString) rows = g_string_new (bad[i]);
      g_autoptr (GError) error = NULL;
      KpAddressTally tally;

      g_string_replace (rows, "%s", get_number (roster, 1), 0);
      g_assert_false (enter (c, rows->str, &tally, &error));
      kp_test_assert_contains (error->message, i == 2 ? "Row 3" : "Row 2");
      g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kp_test_database_add ("/data/steps/%s/address/article-17-worker", test_worker);
  kp_test_database_add ("/data/steps/%s/address/taken-back", test_taken_back);
  kp_test_database_add ("/data/steps/%s/address/article-17-registered-residence", test_residence);
  kp_test_database_add ("/data/steps/%s/address/article-17-head-of-the-employer", test_head);
  kp_test_database_add ("/data/steps/%s/address/article-17-employer", test_employer);
  kp_test_database_add ("/data/steps/%s/address/institution-asks-for-none", test_institution);
  kp_test_database_add ("/data/steps/%s/address/bad-row-keeps-all-out", test_bad_rows);
  return g_test_run ();
}
