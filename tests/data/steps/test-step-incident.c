/* test-step-incident.c – the exam day: absent, late and breaches, from the record to the service.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-paper-lock.h"
#include "kp-step-incident.h"
#include "kp-step-shortlist.h"
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

static char *
dup_ticket (KpTestCampaign *c,
            guint index)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);

  return g_strdup (kp_roster_get_dossier (roster, index)->seat->ticket);
}

static guint
record (KpTestCampaign *c,
        const char *ticket,
        const char *kind,
        const char *article)
{
  const KpIncidentOrder order = { .number = ticket,
                                  .paper = PAPER,
                                  .kind = kind,
                                  .article = article,
                                  .facts = "考场内所见",
                                  .by = "监考员甲",
                                  .with = "监考员乙" };
  g_autoptr (GError) error = NULL;
  guint number = 0;

  kp_step_record_incident (c->session, &order, &number, &error);
  g_assert_no_error (error);
  return number;
}

static char *
dup_state (KpTestCampaign *c,
           guint index)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (GError) error = NULL;
  g_autofree KpMarkRecord *mark = NULL;

  kp_table_find (kp_session_get_database (c->session), &kp_mark_table, kp_session_get_campaign (c->session),
                 KP_BINDS (KP_TEXT (PAPER), KP_TEXT (kp_roster_get_dossier (roster, index)->application->application)), &mark,
                 &error);
  g_assert_no_error (error);
  return g_strdup (mark != NULL ? mark->state : "none");
}

static const char *const absences[] = { "absent", "late" };

/* Who wasn't let in has no mark, and no sheet can give one. */
static void
test_absent_has_no_mark (KpTestDatabase *t)
{
  for (guint i = 0; i < G_N_ELEMENTS (absences); i++)
    {
      g_autoptr (KpTestCampaign) c = bring (t, 3);
      g_autofree char *ticket = dup_ticket (c, 0);
      g_autofree char *row = g_strdup_printf ("%s,70\n", ticket);
      g_autofree char *state = NULL;
      g_autoptr (GError) error = NULL;
      KpMarksTally tally;

      record (c, ticket, absences[i], NULL);
      state = dup_state (c, 0);
      g_assert_cmpstr (state, ==, "absent");
      g_assert_false (kp_test_course_enter_marks (c, 1, row, &tally, &error));
      g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
      kp_test_assert_contains (error->message, "absent");
      kp_test_campaign_assert_sound (c);
    }
}

typedef struct
{
  const char *article;
  const char *state;
  const char *kept_until;
} DecisionRow;

static const DecisionRow decision_rows[] = {
  { "6", "breach", NULL },
  { "7", "void-all", "2031-03-07" },
  { "8", "void-all", "long" },
};

/* The article decides, whatever mark two clerks agreed on. */
static void
test_decision_sets_the_mark (KpTestDatabase *t)
{
  for (guint i = 0; i < G_N_ELEMENTS (decision_rows); i++)
    {
      static const char *const marks[] = { "90", "80", "70" };
      g_autoptr (KpTestCampaign) c = bring (t, 3);
      g_autofree char *ticket = dup_ticket (c, 0);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *other = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) incidents = NULL;
      const KpIncidentRecord *incident;
      KpIncidentEffect effect;
      guint number;

      number = record (c, ticket, "breach", decision_rows[i].article);
      kp_test_course_agree_marks (c, marks, 3);
      before = dup_state (c, 0);
      g_assert_cmpstr (before, ==, "present");
      g_assert_true (kp_step_inform_incident (c->session, number, NULL, &error));
      g_assert_true (kp_step_inform_incident (c->session, number, "不知情", &error));
      g_assert_true (kp_step_decide_incident (c->session, number, TRUE, "甲", "乙", &effect, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (effect.n_marks, ==, 1);
      after = dup_state (c, 0);
      other = dup_state (c, 1);
      g_assert_cmpstr (after, ==, decision_rows[i].state);
      g_assert_cmpstr (other, ==, "present");
      g_assert_true (kp_step_serve_incident (c->session, number, "直接送达", &error));
      g_assert_true (kp_step_review_incident (c->session, number, "未申请", &error));
      incidents = kp_step_list_incidents (c->session, &error);
      incident = g_ptr_array_index (incidents, 0);
      g_assert_cmpstr (incident->kept_until, ==, decision_rows[i].kept_until);
      g_assert_cmpstr (incident->statement, ==, "不知情");
      kp_test_campaign_assert_sound (c);
    }
}

/* Nothing before what comes before it; and nobody decides alone. */
static void
test_order_of_the_procedure (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t, 3);
  g_autofree char *ticket = dup_ticket (c, 0);
  const guint number = record (c, ticket, "breach", "7");
  const gint64 n_before = kp_test_campaign_count_journal (c);
  KpIncidentEffect effect;
  g_autoptr (GError) decided = NULL;
  g_autoptr (GError) served = NULL;
  g_autoptr (GError) reviewed = NULL;
  g_autoptr (GError) alone = NULL;

  g_assert_false (kp_step_decide_incident (c->session, number, TRUE, "甲", "乙", &effect, &decided));
  kp_test_assert_contains (decided->message, "informed");
  g_assert_false (kp_step_serve_incident (c->session, number, "直接送达", &served));
  g_assert_error (served, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_assert_false (kp_step_review_incident (c->session, number, "复核", &reviewed));
  g_assert_error (reviewed, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_assert_false (kp_step_decide_incident (c->session, number, TRUE, "甲", "甲 ", &effect, &alone));
  g_assert_error (alone, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

typedef struct
{
  const char *name;
  const char *kind;
  const char *article;
  const char *facts;
  const char *with;
} BadRow;

static const BadRow bad_rows[] = {
  { "one recorder", "breach", "7", "所见", "监考员甲" },
  { "no facts", "breach", "7", "  ", "监考员乙" },
  { "no article", "breach", NULL, "所见", "监考员乙" },
  { "no such article", "breach", "9", "所见", "监考员乙" },
  { "absent with an article", "absent", "7", "所见", "监考员乙" },
  { "no such kind", "noise", NULL, "所见", "监考员乙" },
};

static void
test_bad_records (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t, 3);
  g_autofree char *ticket = dup_ticket (c, 0);
  const gint64 n_before = kp_test_campaign_count_journal (c);

  for (guint i = 0; i < G_N_ELEMENTS (bad_rows); i++)
    {
      const KpIncidentOrder order = { .number = ticket,
                                      .paper = PAPER,
                                      .kind = bad_rows[i].kind,
                                      .article = bad_rows[i].article,
                                      .facts = bad_rows[i].facts,
                                      .by = "监考员甲",
                                      .with = bad_rows[i].with };
      g_autoptr (GError) error = NULL;
      guint number;

      g_test_message ("%s", bad_rows[i].name);
      g_assert_false (kp_step_record_incident (c->session, &order, &number, &error));
      g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
      g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
    }
}

/* 待核: neither lock nor shortlist while a breach waits; and one found later moves the lists as a correction does. */
static void
test_undecided_breach_keeps_the_lists_back (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t, 9);
  g_autofree char *first = dup_ticket (c, 8);
  g_autofree char *late = dup_ticket (c, 7);
  g_autofree char *state = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRoster) roster = NULL;
  const guint number = record (c, first, "breach", "6");
  KpShortlistTally shortlist;
  KpIncidentEffect effect;
  KpLockedList list;
  guint later;

  kp_test_campaign_mark (c, 7000);
  g_assert_false (kp_step_lock_paper (c->session, PAPER, "甲", "乙", &list, &error));
  kp_test_assert_contains (error->message, "breaches");
  g_clear_error (&error);
  g_assert_false (kp_step_shortlist (c->session, &shortlist, &error));
  kp_test_assert_contains (error->message, "breaches");
  g_clear_error (&error);
  g_assert_true (kp_step_inform_incident (c->session, number, NULL, &error));
  g_assert_true (kp_step_decide_incident (c->session, number, FALSE, "甲", "乙", &effect, &error));
  g_assert_true (kp_step_shortlist (c->session, &shortlist, &error));
  g_assert_no_error (error);

  later = record (c, late, "breach", "8");
  g_assert_true (kp_step_inform_incident (c->session, later, NULL, &error));
  g_assert_true (kp_step_decide_incident (c->session, later, TRUE, "甲", "乙", &effect, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (effect.n_corrections, ==, 1);
  state = dup_state (c, 7);
  g_assert_cmpstr (state, ==, "void-all");
  roster = kp_test_campaign_load (c);
  g_assert_cmpint (kp_roster_get_dossier (roster, 7)->shortlist->place, ==, KP_NO_INT);
  kp_test_campaign_assert_sound (c);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/incident/absent-has-no-mark", test_absent_has_no_mark);
  kp_test_database_add ("/data/steps/%s/incident/decision-sets-the-mark", test_decision_sets_the_mark);
  kp_test_database_add ("/data/steps/%s/incident/order-of-the-procedure", test_order_of_the_procedure);
  kp_test_database_add ("/data/steps/%s/incident/bad-records", test_bad_records);
  kp_test_database_add ("/data/steps/%s/incident/undecided-keeps-back", test_undecided_breach_keeps_the_lists_back);
  return g_test_run ();
}
