/* kp-test-campaign.c – a small campaign of the sample scheme, brought as far as a test wants it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-test-campaign.h"

#include <string.h>

#include "kp-id-number.h"
#include "kp-schema.h"
#include "kp-step-decide.h"
#include "kp-step-import.h"
#include "kp-step-interview.h"
#include "kp-step-marks.h"
#include "kp-step-repost.h"
#include "kp-step-review.h"
#include "kp-step-room.h"
#include "kp-step-seat.h"
#include "kp-step-shortlist.h"
#include "kp-test.h"
#include "kp-verify.h"

static char *
dup_now (gpointer data)
{
  return g_strdup (((KpTestCampaign *) data)->now);
}

/* The same purpose gives the same secret in every run. */
static gboolean
make_nonce (gpointer data G_GNUC_UNUSED,
            const char *purpose,
            guint8 nonce[32],
            GError **error G_GNUC_UNUSED)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  gsize length = 32;

  g_checksum_update (sum, (const guchar *) purpose, -1);
  g_checksum_get_digest (sum, nonce, &length);
  return TRUE;
}

char *
kp_test_campaign_dup_scheme (const char *const *edits)
{
  g_autofree char *path = kp_test_dup_shipped ("real/scheme-2026.json");
  char *scheme = kp_test_read (path, NULL);

  for (guint i = 0; edits[i] != NULL; i += 2)
    {
      g_autofree char *before = scheme;
      g_auto (GStrv) halves = g_strsplit (before, edits[i], 2);

      g_assert_cmpuint (g_strv_length (halves), ==, 2);
      scheme = g_strconcat (halves[0], edits[i + 1], halves[1], NULL);
    }
  return scheme;
}

KpTestCampaign *
kp_test_campaign_new (KpTestDatabase *t)
{
  static const char *const no_edits[] = { NULL };

  return kp_test_campaign_new_with (t, no_edits);
}

KpTestCampaign *
kp_test_campaign_new_with (KpTestDatabase *t,
                           const char *const *edits)
{
  KpTestCampaign *c = g_new0 (KpTestCampaign, 1);
  g_autofree char *scheme = kp_test_campaign_dup_scheme (edits);
  g_autoptr (GError) error = NULL;

  c->database = kp_test_database_new (t->kind);
  c->sources = (KpSources) { dup_now, make_nonce, c, KP_SOURCES_OWN };
  kp_test_campaign_set_now (c, "2026-03-07T09:00:00+08:00");
  c->session = kp_session_create (c->database->location, scheme, "tester", &c->sources, &error);
  g_assert_no_error (error);
  return c;
}

void
kp_test_campaign_free (KpTestCampaign *c)
{
  g_clear_pointer (&c->session, kp_session_close);
  g_clear_pointer (&c->database, kp_test_database_free);
  g_free (c->now);
  g_free (c);
}

void
kp_test_campaign_set_now (KpTestCampaign *c,
                          const char *now)
{
  g_free (c->now);
  c->now = g_strdup (now);
}

KpSession *
kp_test_campaign_open_as (KpTestCampaign *c,
                          const char *actor)
{
  g_autoptr (GError) error = NULL;
  KpSession *session = kp_session_open (c->database->location, kp_session_get_campaign (c->session), actor,
                                        KP_OPEN_READ_WRITE, &c->sources, &error);

  g_assert_no_error (error);
  return session;
}

KpSession *
kp_test_campaign_open_clerk (KpTestCampaign *c,
                             guint entry)
{
  return kp_test_campaign_open_as (c, entry == 2 ? "登分员乙" : "登分员甲");
}

char *
kp_test_campaign_write (KpTestCampaign *c,
                        const char *name,
                        const char *text)
{
  char *path = g_build_filename (c->database->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  return path;
}

static char *
make_id_number (guint number)
{
  char *id = g_strdup_printf ("110101199%u%02u%02u%03u0", number / 800 % 10, 1 + number / 80 % 10, 1 + number / 5 % 16,
                              100 + number % 5 * 2);

  id[17] = kp_id_number_compute_check_digit (id);
  return id;
}

char *
kp_test_campaign_make_rows (KpTestCampaign *c,
                            const char *post,
                            guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const guint number = c->n_made++;
      g_autofree char *id = make_id_number (number);
      char given[8] = { 0 };

      g_unichar_to_utf8 (0x4e00 + number, given);
      g_string_append_printf (text, "张%s,女,%s,中共党员,本科,2025-06-30,139%08u,%s,是,社会工作师,2020-03-01,云岭县人民路%u号\n", given,
                              id, number, post, number + 1);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
kp_test_campaign_register (KpTestCampaign *c,
                           const char *post,
                           guint n)
{
  g_autofree char *rows = kp_test_campaign_make_rows (c, post, n);

  kp_test_campaign_register_rows (c, rows, n);
}

void
kp_test_campaign_register_rows (KpTestCampaign *c,
                                const char *rows,
                                guint n)
{
  g_autofree char *text = g_strconcat (KP_TEST_HEADING, rows, NULL);

  kp_test_campaign_register_table (c, text, n);
}

void
kp_test_campaign_register_table (KpTestCampaign *c,
                                 const char *text,
                                 guint n)
{
  g_autofree char *name = g_strdup_printf ("rows-%u.csv", c->n_made);
  g_autofree char *path = kp_test_campaign_write (c, name, text);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRegistrationBook) book = kp_step_read_registrations (c->session, path, NULL, NULL, &error);
  KpImportTally tally;

  g_assert_no_error (error);
  kp_step_import_registrations (c->session, book, FALSE, &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_taken, ==, n);
}

void
kp_test_campaign_confirm (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSession) second = kp_test_campaign_open_as (c, "复核人");
  guint n_confirmed, n_own;

  kp_step_review_confirm (second, &n_confirmed, &n_own, &error);
  g_assert_no_error (error);
}

/* One post, and whether there was one. */
static gboolean
decide_opening (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRoster) roster = kp_session_load_roster (c->session, &error);
  g_autoptr (KpDecisions) decisions = kp_decisions_load (c->session, &error);
  g_autoptr (GPtrArray) results = kp_opening_decide (c->session, roster, decisions);

  for (guint i = 0; i < results->len; i++)
    {
      const KpQuotaResult *result = g_ptr_array_index (results, i);
      g_autofree char *places = g_strdup_printf ("%u", result->new_plan);

      if (!result->needs_decision)
        continue;
      kp_step_decide (c->session, KP_DECISION_OPENING, result->post, places, "不再调剂", "甲", "乙", &error);
      g_assert_no_error (error);
      return TRUE;
    }
  return FALSE;
}

void
kp_test_campaign_decide_openings (KpTestCampaign *c)
{
  for (guint i = 0; decide_opening (c); i++)
    g_assert_cmpuint (i, <, 20);
}

void
kp_test_campaign_review (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) posts = NULL;
  KpReviewTally review;

  kp_step_review_auto (c->session, &review, &error);
  g_assert_no_error (error);
  kp_test_campaign_decide_openings (c);
  posts = kp_step_open_posts (c->session, &error);
  g_assert_no_error (error);
}

static const KpDrawTerms dice = { .source = "dice in the room" };

void
kp_test_campaign_commit_seats (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *commitment = kp_step_commit_seats (c->session, &dice, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (strlen (commitment), ==, 64);
}

void
kp_test_campaign_commit_hearings (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *commitments = kp_step_commit_hearings (c->session, &dice, &error);

  g_assert_no_error (error);
  kp_test_assert_contains (commitments, "interview-order:");
}

/* Nobody is hurried: where somebody may choose another post, the days for that pass. */
static void
wait_for_reposts (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (KpRepostWindow) window = kp_repost_load_window (c->session, roster, &error);

  g_assert_no_error (error);
  if (window->waiting->len > 0)
    kp_test_campaign_set_now (c, "2026-03-20T09:00:00+08:00");
}

void
kp_test_campaign_seat (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  KpSeatTally seats;

  kp_test_campaign_review (c);
  wait_for_reposts (c);
  kp_test_campaign_commit_seats (c);
  kp_step_seat (c->session, "31415", &seats, &error);
  g_assert_no_error (error);
}

KpRoster *
kp_test_campaign_load (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  KpRoster *roster
      = kp_roster_load (kp_session_get_database (c->session), kp_session_get_campaign (c->session), &error);

  g_assert_no_error (error);
  return roster;
}

static void
enter (KpTestCampaign *c,
       const char *path,
       guint entry)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpMarkSheet) sheet = kp_mark_sheet_read_written (path, NULL, NULL, &error);
  g_autoptr (KpSession) clerk = kp_test_campaign_open_clerk (c, entry);
  const KpSchemePaper *paper = g_ptr_array_index (kp_session_get_scheme (c->session)->written.papers, 0);
  KpMarksTally tally;

  g_assert_no_error (error);
  kp_step_enter_marks (clerk, paper->code, entry, sheet, NULL, &tally, &error);
  g_assert_no_error (error);
}

void
kp_test_campaign_mark (KpTestCampaign *c,
                       guint base)
{
  g_autoptr (GString) text = g_string_new ("准考证号,分数\n");
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autofree char *path = NULL;
  guint n = 0;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (dossier->seat == NULL)
        continue;
      g_string_append_printf (text, "%s,%u.%02u\n", dossier->seat->ticket, (base + n) / 100, (base + n) % 100);
      n++;
    }
  path = kp_test_campaign_write (c, "marks.csv", text->str);
  enter (c, path, 1);
  enter (c, path, 2);
}

void
kp_test_campaign_draw (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  KpShortlistTally shortlist;
  KpHearingTally hearings;
  guint n_items;

  kp_step_award_bonus (c->session, &n_items, &error);
  g_assert_no_error (error);
  kp_step_shortlist (c->session, &shortlist, &error);
  g_assert_no_error (error);
  kp_test_campaign_commit_hearings (c);
  kp_step_draw_hearings (c->session, "27182", &hearings, &error);
  g_assert_no_error (error);
}

/* Seven examiners, one mark each: 70 and up, one hundredth more for each candidate. */
void
kp_test_campaign_interview (KpTestCampaign *c)
{
  g_autoptr (GString) text = g_string_new ("面试序号,考官1,考官2,考官3,考官4,考官5,考官6,考官7\n");
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpMarkSheet) sheet = NULL;
  g_autofree char *path = NULL;
  KpInterviewTally tally;
  guint n = 0;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (dossier->hearing == NULL)
        continue;
      g_string_append_printf (text, "%s", dossier->hearing->code);
      for (guint j = 0; j < 7; j++)
        g_string_append_printf (text, ",%u", 71 + n % 20 + j);
      g_string_append_c (text, '\n');
      n++;
    }
  path = kp_test_campaign_write (c, "interview.csv", text->str);
  sheet = kp_mark_sheet_read_interview (path, NULL, NULL, &error);
  g_assert_no_error (error);
  kp_step_enter_interview (c->session, sheet, 0, &tally, &error);
  g_assert_no_error (error);
  kp_test_campaign_open_rooms (c);
}

void
kp_test_campaign_open_rooms (KpTestCampaign *c)
{
  static const KpTwoPeople persons = { "甲", "乙", "signed sheets" };
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (GError) error = NULL;
  gint64 n_rooms = 0;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      g_autofree char *mark = NULL;

      if (dossier->hearing == NULL)
        continue;
      n_rooms = MAX (n_rooms, dossier->hearing->room);
      mark = dossier->interview->raw != KP_NO_INT ? kp_mark_dup_text (dossier->interview->raw, KP_MARK_DECIMALS)
             : g_str_equal (dossier->interview->state, "absent") ? g_strdup ("缺考")
                                                                 : g_strdup ("违纪");
      kp_step_check_hearings (c->session, &(KpHearingReading) { dossier->hearing->code, mark }, 1, &persons, &error);
      g_assert_no_error (error);
    }
  for (guint room = 1; room <= n_rooms; room++)
    {
      kp_step_open_room (c->session, room, &persons, &error);
      g_assert_no_error (error);
    }
}

gint64
kp_test_campaign_count_journal (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpStatement) s = kp_database_prepare (kp_session_get_database (c->session),
                                                   "SELECT seq FROM journal_head WHERE campaign = $1", &error);
  gboolean has_row = FALSE;

  g_assert_no_error (error);
  kp_statement_bind_text (s, 1, kp_session_get_campaign (c->session));
  g_assert_true (kp_statement_step (s, &has_row, &error) && has_row);
  return kp_statement_get_int (s, "seq");
}

void
kp_test_campaign_assert_sound (KpTestCampaign *c)
{
  g_auto (KpVerifyReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  guint n_tables = 0;
  const KpTable *const *tables = kp_schema_get_tables (&n_tables);

  kp_journal_verify (kp_session_get_database (c->session), kp_session_get_campaign (c->session), tables, n_tables, NULL,
                     NULL, &report, &error);
  g_assert_no_error (error);
  g_assert_true (kp_verify_report_is_sound (&report));
}
