/* test-clock.c – a clock behind the record by the command line: told, taken from the record, and set back by two people.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-export.h"
#include "kp-test-campaign.h"
#include "kp-test-program.h"
#include "kp-test.h"

#define AHEAD "2040-01-01T09:00:00+08:00" /* ahead of the server's own clock too */
#define DAY "2026-03-10"
#define WARNING "比档案最后一笔（2040-01-01 09:00）慢"

/* Into which a clock that ran far ahead has written. */
static KpTestCampaign *
run_ahead (KpTestDatabase *t)
{
  KpTestCampaign *c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;

  kp_test_campaign_set_now (c, AHEAD);
  kp_step_note_export (c->session, "roster", 3, &error);
  g_assert_no_error (error);
  return c;
}

/* kaopin VERB of the campaign on the day; NULL ends the words. */
static KpTestProgram *
run (KpTestCampaign *c, const char *verb, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  va_list more;

  g_ptr_array_add (words, (gpointer) verb);
  if (c->database->kind == KP_DATABASE_POSTGRES)
    g_ptr_array_add (words, (gpointer) "--connect");
  g_ptr_array_add (words, c->database->location);
  va_start (more, verb);
  for (const char *word = va_arg (more, const char *); word != NULL; word = va_arg (more, const char *))
    g_ptr_array_add (words, (gpointer) word);
  va_end (more);
  g_ptr_array_add (words, NULL);
  return kp_test_program_run_at (DAY, (const char *const *) words->pdata);
}

static void
test_tells (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = run_ahead (t);
  g_autoptr (KpTestProgram) shown = run (c, "clock", "--json", NULL);
  g_autoptr (KpTestProgram) due = run (c, "due", "--json", NULL);

  g_assert_cmpint (shown->status, ==, 0);
  kp_test_assert_contains (shown->output, "\"behind\" : true");
  kp_test_assert_contains (shown->output, "\"now\" : \"" AHEAD "\"");
  kp_test_assert_contains (shown->output, "\"last\" : \"" AHEAD "\"");
  if (t->kind == KP_DATABASE_SQLITE)
    kp_test_assert_contains (shown->output, "\"clock\" : \"" DAY "T10:00:00+08:00\"");
  kp_test_assert_contains (shown->errors, WARNING);
  g_assert_cmpint (due->status, ==, 0);
  kp_test_assert_contains (due->errors, WARNING);
}

static void
test_sets_back (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = run_ahead (t);
  g_autoptr (KpTestProgram) set = run (c, "clock", "--set-back", "--by", "甲", "--with", "乙", "--reason", "空电池", NULL);
  g_autoptr (KpTestProgram) shown = run (c, "clock", "--json", NULL);
  g_autoptr (KpTestProgram) verified = run (c, "verify", NULL);

  g_assert_cmpint (set->status, ==, 0);
  kp_test_assert_contains (set->output, "档案时间已重新以时钟为准");
  g_assert_cmpint (shown->status, ==, 0);
  kp_test_assert_contains (shown->output, "\"behind\" : false");
  g_assert_cmpstr (shown->errors, ==, "");
  g_assert_cmpint (verified->status, ==, 0);
}

static void
test_needs_two (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = run_ahead (t);
  g_autoptr (KpTestProgram) alone = run (c, "clock", "--set-back", "--by", "甲", "--reason", "空电池", NULL);
  g_autoptr (KpTestProgram) same = run (c, "clock", "--set-back", "--by", "甲", "--with", "甲", "--reason", "空电池", NULL);
  g_autoptr (KpTestProgram) idle = run (c, "clock", "--with", "甲", NULL);
  g_autoptr (KpTestProgram) shown = run (c, "clock", "--json", NULL);

  kp_test_program_assert_fails (alone, 2, "须写 --by、--with 和 --reason");
  g_assert_cmpint (same->status, ==, 1);
  kp_test_program_assert_fails (idle, 2, "要和 --set-back 一起用");
  kp_test_assert_contains (shown->output, "\"behind\" : true");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kp_test_database_add ("/app/%s/clock/tells", test_tells);
  kp_test_database_add ("/app/%s/clock/sets-back", test_sets_back);
  kp_test_database_add ("/app/%s/clock/needs-two", test_needs_two);
  return g_test_run ();
}
