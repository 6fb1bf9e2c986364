/* test-explain.c – the explanation of one person: what the record holds, how the rules come to it, where both differ.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-explain.h"

#include <string.h>

#include "kp-step-decide.h"
#include "kp-step-leave.h"
#include "kp-step-review.h"
#include "kp-step-shortlist.h"
#include "kp-test-chance.h"

static GPtrArray *
explain (KpTestCampaign *c,
         const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  GPtrArray *lines = kp_explain_application (c->session, number, &title, &error);

  g_assert_no_error (error);
  kp_test_assert_contains (title, number);
  return lines;
}

static const KpExplanation *
find (const GPtrArray *lines,
      KpExplanationSource source,
      const char *label)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const KpExplanation *line = g_ptr_array_index (lines, i);

      if (line->source == source && g_str_equal (line->label, label))
        return line;
    }
  return NULL;
}

static guint
count (const GPtrArray *lines,
       KpExplanationSource source)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += ((const KpExplanation *) g_ptr_array_index (lines, i))->source == source;
  return n;
}

/* Behind the back of every step, as a wrong statement on the server would. */
static void
tamper (KpTestCampaign *c,
        const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpStatement) s = kp_database_prepare (kp_session_get_database (c->session), sql, &error);
  gboolean has_row = FALSE;

  g_assert_no_error (error);
  kp_statement_step (s, &has_row, &error);
  g_assert_no_error (error);
}

static void
test_agrees_with_a_sound_record (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpRoster) totals = NULL;
  g_autoptr (KpRoster) roster = NULL;
  KpTestDice dice = { 20261129 };

  kp_test_chance_run (c, &dice, &totals);
  roster = kp_test_campaign_load (c);
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i += 5)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      g_autoptr (GPtrArray) lines = explain (c, dossier->application->application);

      g_assert_cmpuint (count (lines, KP_EXPLANATION_DIFFERS), ==, 0);
      g_assert_nonnull (find (lines, KP_EXPLANATION_DERIVED, "审查结论"));
      g_assert_nonnull (find (lines, KP_EXPLANATION_DERIVED, "岗位开考"));
      g_assert_true ((find (lines, KP_EXPLANATION_DERIVED, "综合成绩名次") != NULL) == (dossier->total != NULL && dossier->interview->mark != KP_NO_INT));
      g_assert_true ((find (lines, KP_EXPLANATION_DERIVED, "拟聘用") != NULL) == (dossier->proposal != NULL));
    }
}

static KpTestCampaign *
bring_to_totals (KpTestDatabase *t)
{
  KpTestCampaign *c = kp_test_campaign_new (t);
  KpTotalTally total;

  kp_test_campaign_register (c, "A02", 9);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_test_campaign_draw (c);
  kp_test_campaign_interview (c);
  kp_test_course_total (c, &total);
  return c;
}

static void
test_says_what_is_stale (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_totals (t);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  const KpDossier *last = kp_test_course_get_place (roster, "A02", 9);
  const char *number = last->application->application;
  g_autofree char *sql = g_strdup_printf ("UPDATE mark SET mark = mark + 100000 WHERE application = '%s'", number);
  g_autoptr (GPtrArray) before = explain (c, number);
  g_autoptr (GPtrArray) after = NULL;
  const KpExplanation *line;

  g_assert_cmpuint (count (before, KP_EXPLANATION_DIFFERS), ==, 0);
  tamper (c, sql);
  after = explain (c, number);
  line = find (after, KP_EXPLANATION_DIFFERS, "笔试卷面成绩");
  g_assert_nonnull (line);
  kp_test_assert_contains (line->why, "与已公布结果不一致");
  g_assert_nonnull (find (after, KP_EXPLANATION_DIFFERS, "综合成绩"));
  g_assert_nonnull (find (after, KP_EXPLANATION_DIFFERS, "综合成绩名次"));
  g_assert_null (find (after, KP_EXPLANATION_DIFFERS, "面试成绩"));
  /* What was published is told all the same. */
  g_assert_cmpstr (find (after, KP_EXPLANATION_RECORD, "登记结果")->why, ==, last->shortlist->why);
}

static void
test_tells_who_entered_and_decided (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  const char *number;
  KpReviewTally tally;

  kp_test_campaign_register (c, "A02", 9);
  kp_step_review_auto (c->session, &tally, &error);
  g_assert_no_error (error);
  roster = kp_test_campaign_load (c);
  number = kp_roster_get_dossier (roster, 0)->application->application;
  kp_step_review_decide (c->session, number, "age", KP_VERDICT_MET, "已核对户口簿", &error);
  g_assert_no_error (error);
  kp_test_campaign_confirm (c);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  lines = explain (c, number);
  g_assert_cmpstr (find (lines, KP_EXPLANATION_RECORD, "年龄")->why, ==, 
                   "年龄：符合要求。（2026-03-07tester初审：已核对户口簿；2026-03-07复核人复核：已核对户口簿）");
  kp_test_assert_contains (find (lines, KP_EXPLANATION_RECORD, "综合能力测试")->why, "第1次登分，登分员甲录入");
  g_assert_nonnull (find (lines, KP_EXPLANATION_DERIVED, "综合能力测试"));
  /* Nobody foretells a list that isn't made. */
  g_assert_null (find (lines, KP_EXPLANATION_DERIVED, "笔试名次"));
  g_assert_null (find (lines, KP_EXPLANATION_DERIVED, "面试入围"));
}

static const KpExplanation *
find_record (const GPtrArray *lines,
             const char *label,
             const char *result)
{
  for (guint i = 0; i < lines->len; i++)
    {
      const KpExplanation *line = g_ptr_array_index (lines, i);

      if (line->source == KP_EXPLANATION_RECORD && g_str_equal (line->label, label) && g_str_equal (line->result, result))
        return line;
    }
  return NULL;
}

static void
decide (KpTestCampaign *c,
        KpDecisionKind kind,
        const char *subject,
        const char *value)
{
  g_autoptr (GError) error = NULL;

  kp_step_decide (c->session, kind, subject, value, "会议纪要", "甲", "乙", &error);
  g_assert_no_error (error);
}

/* Decisions of the campaign, the post and the person are told with their two people; those of others aren't. */
static void
test_tells_what_people_decided (KpTestDatabase *t)
{
  static const char *const edits[]
      = { "\"action\": \"reduce\"", "\"action\": \"decide\"", "\"kind\": \"fixed\",\n      \"value\": \"60\"",
          "\"kind\": \"decided\", \"value\": 0", NULL };
  static const char *const leaver[] = { "000001", NULL };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, edits);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) other = NULL;
  g_autoptr (GError) error = NULL;
  KpShortlistTally tally;

  kp_test_campaign_register (c, "A01", 5);
  kp_test_campaign_register (c, "B02", 6);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  decide (c, KP_DECISION_WRITTEN_LINE, "", "52");
  kp_step_shortlist (c->session, &tally, &error);
  g_assert_no_error (error);
  kp_step_leave (c->session, leaver, KP_CAUSE_WITHDREW, "书面声明", &tally, &error);
  g_assert_no_error (error);

  lines = explain (c, "000001");
  g_assert_cmpstr (find_record (lines, "研究决定", "招聘12人")->why, ==, "不再调剂（2026-03-07，甲、乙记录）");
  g_assert_cmpstr (find_record (lines, "研究决定", "笔试合格线52分")->stage, ==, "入围");
  g_assert_cmpstr (find_record (lines, "退出登记", "自愿放弃")->why, ==, "书面声明（2026-03-07，tester记录，第1轮）");
  g_assert_cmpuint (count (lines, KP_EXPLANATION_DIFFERS), ==, 0);
  other = explain (c, "000006");
  g_assert_null (find_record (other, "研究决定", "招聘12人"));
  g_assert_null (find (other, KP_EXPLANATION_RECORD, "退出登记"));
}

static void
test_of_a_young_record (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  kp_test_campaign_register (c, "A02", 1);
  roster = kp_test_campaign_load (c);
  lines = explain (c, kp_roster_get_dossier (roster, 0)->application->application);
  g_assert_cmpuint (lines->len, ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/explain/agrees-with-a-sound-record", test_agrees_with_a_sound_record);
  kp_test_database_add ("/data/steps/%s/explain/says-what-is-stale", test_says_what_is_stale);
  kp_test_database_add ("/data/steps/%s/explain/tells-who-entered-and-decided", test_tells_who_entered_and_decided);
  kp_test_database_add ("/data/steps/%s/explain/tells-what-people-decided", test_tells_what_people_decided);
  kp_test_database_add ("/data/steps/%s/explain/of-a-young-record", test_of_a_young_record);
  return g_test_run ();
}
