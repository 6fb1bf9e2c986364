/* test-audit.c – one person at both ends, odd marks, who did what: what a supervisor is told.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-audit-posts.h"
#include "kp-audit.h"
#include "kp-test-campaign.h"
#include "kp-test.h"

static KpTestCampaign *
bring_to_marks (KpTestDatabase *t)
{
  KpTestCampaign *c = kp_test_campaign_new (t);

  kp_test_campaign_register (c, "A01", 40);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 6000);
  return c;
}

/* The steps refuse it; a stranger with the engine's shell doesn't. */
typedef struct
{
  const char *sql;
  KpAuditExceptionKind kind;
  guint n;
} AloneRow;

static const AloneRow alone_rows[] = {
  { "UPDATE entry SET clerk = 'Zhao ' WHERE entry = 1 OR application <= '000003'", KP_AUDIT_BOTH_ENTRIES, 3 },
  { "INSERT INTO entry SELECT campaign, paper, application, 3, state, mark, clerk, source, sheet_row, 1 FROM entry "
    "WHERE entry = 2 AND application = '000005'",
    KP_AUDIT_OWN_ENTRY, 1 },
  { "INSERT INTO judgement SELECT campaign, application, 'review', 'age', level, 'met', '%s', 'Qian', '2026-03-10', 1 "
    "FROM application, (SELECT 1 AS level UNION SELECT 2) AS levels WHERE application <= '000002'",
    KP_AUDIT_BOTH_REVIEWS, 2 },
};

static void
test_who_stood_alone (KpTestDatabase *t)
{
  for (guint i = 0; i < G_N_ELEMENTS (alone_rows); i++)
    {
      g_autoptr (KpTestCampaign) c = bring_to_marks (t);
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) note = g_string_new (NULL);
      g_autoptr (GString) sql = NULL;
      g_autoptr (GPtrArray) none = NULL;
      g_autoptr (GPtrArray) found = NULL;
      const KpAuditException *first;

      g_test_message ("%s", alone_rows[i].sql);
      kp_test_database_tamper (c->database, "UPDATE entry SET clerk = 'Zhao' WHERE entry = 1");
      kp_test_database_tamper (c->database, "UPDATE entry SET clerk = 'Sun' WHERE entry = 2");
      none = kp_audit_list_exceptions (c->session, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (none->len, ==, 0);
      sql = g_string_new (alone_rows[i].sql);
      kp_seal_close (kp_session_get_seal (c->session), "judgement", "note", NULL, "", note);
      g_string_replace (sql, "%s", note->str, 1);
      kp_test_database_tamper (c->database, sql->str);
      found = kp_audit_list_exceptions (c->session, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (found->len, ==, 1);
      first = g_ptr_array_index (found, 0);
      g_assert_cmpint (first->kind, ==, alone_rows[i].kind);
      g_assert_cmpuint (first->n, ==, alone_rows[i].n);
    }
}

/* 邻座同分: everybody in the room has one mark, so one run covers it. */
static void
test_odd_marks (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_marks (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) honest = kp_audit_list_oddities (c->session, &error);
  g_autoptr (GPtrArray) found = NULL;
  guint n_same = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (honest->len, ==, 0);
  kp_test_database_tamper (c->database, "UPDATE mark SET mark = 610000");
  found = kp_audit_list_oddities (c->session, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    {
      const KpAuditOddity *odd = g_ptr_array_index (found, i);

      g_assert_cmpint (odd->oddity.kind, ==, KP_ODDITY_SAME_RUN);
      g_assert_nonnull (odd->site);
      n_same += odd->oddity.n;
    }
  g_assert_cmpuint (n_same, ==, 40);
}

static void
test_who_did_what (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_marks (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) acts = kp_audit_list_acts (c->session, &error);
  g_autoptr (GPtrArray) seals = kp_audit_list_seals (c->session, &error);
  guint64 n_rows = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < acts->len; i++)
    n_rows += ((const KpAuditAct *) g_ptr_array_index (acts, i))->n_rows;
  g_assert_cmpuint (n_rows, ==, (guint64) kp_test_campaign_count_journal (c));
  g_assert_cmpuint (seals->len, >, 1);
  g_assert_cmpstr (((const KpJournalRow *) g_ptr_array_index (seals, 0))->table_name, ==, "campaign");
}

/* 萝卜招聘: six apply who would do for any post, and one of them fulfils what this post asks besides. */
static void
test_tailored_post (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autofree char *fit = kp_test_campaign_make_rows (c, "B02", 1);
  g_autofree char *others = kp_test_campaign_make_rows (c, "B02", 5);
  g_autoptr (GString) rows = g_string_new (others);
  g_autoptr (GArray) posts = NULL;
  g_autoptr (GError) error = NULL;
  guint n_tailored = 0;

  g_string_replace (rows, "社会工作师", "", 0);
  g_string_prepend (rows, fit);
  kp_test_campaign_register_rows (c, rows->str, 6);
  kp_test_campaign_register (c, "B01", 3); /* few of them, but no condition of the post keeps anybody away */
  kp_test_campaign_review (c);
  posts = kp_audit_list_posts (c->session, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < posts->len; i++)
    {
      const KpAuditPost *each = &g_array_index (posts, KpAuditPost, i);

      n_tailored += each->is_tailored;
      if (!g_str_equal (each->post->code, "B02"))
        continue;
      g_assert_true (each->is_tailored);
      g_assert_cmpuint (each->n_reviewed, ==, 6);
      g_assert_cmpuint (each->n_general, ==, 6);
      g_assert_cmpuint (each->n_fit, ==, 1);
      g_assert_cmpuint (each->wanted, ==, 6);
    }
  g_assert_cmpuint (n_tailored, ==, 1);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/audit/who-stood-alone", test_who_stood_alone);
  kp_test_database_add ("/data/steps/%s/audit/odd-marks", test_odd_marks);
  kp_test_database_add ("/data/steps/%s/audit/who-did-what", test_who_did_what);
  kp_test_database_add ("/audit/%s/tailored-post", test_tailored_post);
  return g_test_run ();
}
