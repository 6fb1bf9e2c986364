/* test-hall.c – the exam day by the command line: tickets read, doors closed, a breach on paper, the report filled.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-press.h"
#include "kp-test-campaign.h"
#include "kp-test-program.h"
#include "kp-test.h"

#include <string.h>

#define N_PEOPLE 4
#define DAY "2026-03-28"

typedef struct
{
  KpTestCampaign *campaign;
  KpTestFolder *folder;
  GPtrArray *tickets; /* by seat; owned texts */
} Fixture;

static void
set_up (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  KpTestDatabase kind = { .kind = KP_DATABASE_SQLITE };
  g_autoptr (KpRoster) roster = NULL;

  f->folder = kp_test_folder_new ();
  f->campaign = kp_test_campaign_new (&kind);
  kp_test_campaign_register (f->campaign, "A01", N_PEOPLE);
  kp_test_campaign_seat (f->campaign);
  roster = kp_test_campaign_load (f->campaign);
  f->tickets = g_ptr_array_new_full (N_PEOPLE, g_free);
  g_ptr_array_set_size (f->tickets, N_PEOPLE);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      const KpSeatRecord *seat = kp_roster_get_dossier (roster, i)->seat;

      f->tickets->pdata[seat->seat - 1] = g_strdup (seat->ticket);
    }
}

static void
tear_down (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_ptr_array_unref (f->tickets);
  kp_test_campaign_free (f->campaign);
  kp_test_folder_free (f->folder);
}

/* kaopin hall FILE … at that time of the exam day; NULL ends the words. */
static KpTestProgram *
hall (Fixture *f, const char *time, const char *first, ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *moment = g_strconcat (DAY "T", time, NULL);
  va_list more;

  g_ptr_array_add (words, (gpointer) "hall");
  g_ptr_array_add (words, f->campaign->database->location);
  va_start (more, first);
  for (const char *word = first; word != NULL; word = va_arg (more, const char *))
    g_ptr_array_add (words, (gpointer) word);
  va_end (more);
  g_ptr_array_add (words, NULL);
  return kp_test_program_run_at (moment, (const char *const *) words->pdata);
}

static void
assert_outcome (const KpTestProgram *program, int status, const char *outcome)
{
  g_autofree char *member = g_strdup_printf ("\"%s\"", outcome);

  g_assert_cmpint (program->status, ==, status);
  kp_test_assert_contains (program->output, member);
}

/* Exit code 1 tells a turnstile that somebody wasn't let in. */
static void
test_scan (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  const char *ticket = f->tickets->pdata[0];
  g_autoptr (KpTestProgram) early = hall (f, "08:29:00", "--json", "--scan", ticket, NULL);
  g_autoptr (KpTestProgram) elsewhere = hall (f, "08:40:00", "--json", "--door", "01/009", "--scan", ticket, NULL);
  g_autoptr (KpTestProgram) in = hall (f, "08:40:00", "--json", "--door", "01/001", "--scan", ticket, NULL);
  g_autoptr (KpTestProgram) again = hall (f, "09:40:00", "--json", "--scan", ticket, NULL);
  g_autoptr (KpTestProgram) unknown = hall (f, "08:40:00", "--json", "--scan", "99", NULL);
  g_autoptr (KpTestProgram) undone = NULL;
  g_autoptr (KpTestProgram) missing = NULL;
  g_autoptr (KpTestProgram) both = hall (f, "08:40:00", "--scan", ticket, "--close", NULL);
  g_autoptr (KpTestProgram) door = hall (f, "08:40:00", "--door", "x/y", NULL);

  assert_outcome (early, 1, "early");
  assert_outcome (elsewhere, 1, "other-room");
  assert_outcome (in, 0, "in");
  assert_outcome (again, 0, "again");
  assert_outcome (unknown, 1, "unknown");
  missing = hall (f, "08:50:00", "--missing", NULL);
  g_assert_null (strstr (missing->output, ticket));
  undone = hall (f, "08:50:00", "--undo", ticket, "--reason", "误扫", NULL);
  g_assert_cmpint (undone->status, ==, 0);
  g_clear_pointer (&missing, kp_test_program_free);
  missing = hall (f, "08:50:00", "--missing", NULL);
  kp_test_assert_contains (missing->output, ticket);
  g_assert_cmpint (both->status, ==, 2);
  g_assert_cmpint (door->status, ==, 2);
}

static char *
dup_pdf_text (const char *path)
{
  return kp_test_run ((const char *const[]){ "pdftotext", "-layout", path, "-", NULL }, NULL);
}

static char *
dup_report (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpFontSet) fonts = kp_press_open_fonts (&error);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = NULL;

  g_assert_no_error (error);
  bytes = kp_press_make (f->campaign->session, KP_PRESS_ROOM_REPORTS, fonts, NULL, &error);
  g_assert_no_error (error);
  path = kp_test_folder_write (f->folder, "report.pdf", g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  return dup_pdf_text (path);
}

/* Two in, one of them late, one turned away, one never there, and a breach: all of it stands in the report. */
static void
test_report (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *blank = dup_report (f);
  g_autofree char *filled = NULL;
  g_autofree char *record = NULL;
  g_autofree char *path = kp_test_folder_dup_file (f->folder, "breach.pdf");
  g_autoptr (KpTestProgram) first = hall (f, "08:40:00", "--scan", f->tickets->pdata[0], NULL);
  g_autoptr (KpTestProgram) second = hall (f, "09:12:00", "--scan", f->tickets->pdata[1], NULL);
  g_autoptr (KpTestProgram) soon = hall (f, "09:29:00", "--close", "--by", "甲", "--with", "乙", NULL);
  g_autoptr (KpTestProgram) third = hall (f, "09:31:00", "--scan", f->tickets->pdata[2], NULL);
  g_autoptr (KpTestProgram) alone = hall (f, "09:31:00", "--close", "--by", "甲", "--with", "甲", NULL);
  g_autoptr (KpTestProgram) closed = hall (f, "09:31:00", "--json", "--close", "--by", "甲", "--with", "乙", NULL);
  g_autoptr (KpTestProgram) breach = hall (f, "10:00:00", "--breach", "01/001/02", "--article", "6", "--facts", "九点五十分翻看资料",
                                           "--by", "甲", "--with", "乙", "--pdf", path, NULL);

  g_assert_cmpint (first->status + second->status, ==, 0);
  g_assert_cmpint (third->status, ==, 1);
  kp_test_program_assert_fails (soon, 1, "09:30");
  g_assert_cmpint (alone->status, ==, 1);
  kp_test_assert_contains (closed->output, "\"absent\" : 2");
  g_assert_cmpint (breach->status, ==, 0);
  record = dup_pdf_text (path);
  kp_test_assert_contains (record, "九点五十分翻看资料");
  filled = dup_report (f);
  g_assert_null (strstr (blank, "09:12"));
  kp_test_assert_contains (filled, "02（09:12）");
  kp_test_assert_contains (filled, "03（迟到未入场）、04");
  kp_test_assert_contains (filled, "九点五十分翻看资料");
  kp_test_assert_contains (filled, "记录单 1 份");
}

/* kaopin waiting FILE … at that time of the interview day. */
static KpTestProgram *
wait (Fixture *f, const char *time, const char *first, const char *second)
{
  g_autofree char *moment = g_strconcat ("2026-04-18T", time, NULL);

  return kp_test_program_run_at (moment, (const char *const[]){ "waiting", f->campaign->database->location, first, second, NULL });
}

/* Here, too late by the clause of the notice, and a wall that knows neither name nor ticket. */
static void
test_waiting (Fixture *f, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (KpTestProgram) in = NULL;
  g_autoptr (KpTestProgram) late = NULL;
  g_autoptr (KpTestProgram) counts = NULL;
  g_autoptr (KpTestProgram) wall = NULL;
  g_autoptr (KpTestProgram) both = NULL;
  g_autoptr (KpRoster) roster = NULL;

  kp_test_campaign_mark (f->campaign, 7000);
  kp_test_campaign_draw (f->campaign);
  roster = kp_test_campaign_load (f->campaign);
  in = wait (f, "07:29:00", "--scan", f->tickets->pdata[0]);
  late = wait (f, "07:31:00", "--scan", f->tickets->pdata[1]);
  counts = wait (f, "07:31:00", "--json", NULL);
  wall = wait (f, "07:31:00", "--wall", NULL);
  both = wait (f, "07:31:00", "--wall", "--close");
  g_assert_cmpint (in->status, ==, 0);
  g_assert_cmpint (late->status, ==, 1);
  kp_test_assert_contains (late->output, "07:30 前未报到的，视为放弃");
  kp_test_assert_contains (counts->output, "\"in\" : 1");
  kp_test_assert_contains (counts->output, "\"absent\" : 1");
  kp_test_assert_contains (wall->output, "absent");
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_assert_null (strstr (wall->output, kp_roster_get_dossier (roster, i)->person->name));
      g_assert_null (strstr (wall->output, f->tickets->pdata[i]));
    }
  g_assert_cmpint (both->status, ==, 2);
}

static void
add (const char *path, void (*test) (Fixture *f, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/app/hall/scan", test_scan);
  add ("/app/hall/report", test_report);
  add ("/app/hall/waiting", test_waiting);
  return g_test_run ();
}
