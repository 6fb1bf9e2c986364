/* test-step-facts.c – facts that a scheme declares go from the workbook through the record into the findings.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-candidate.h"
#include "kp-step-import.h"
#include "kp-step-review.h"
#include "kp-test-campaign.h"

#define HEADING \
  "姓名,身份证号,学历,报考岗位代码,是否退役军人,入伍时间,退役时间,志愿服务,服务项目,户籍,户籍取得时间,参保时间,参保月数\n"

#define FACTS \
  "\"facts\": [" \
  "{ \"id\": \"volunteer\", \"label\": \"志愿服务\", \"kind\": \"yes_no\" }," \
  "{ \"id\": \"project\", \"label\": \"基层服务项目\", \"kind\": \"word\", \"columns\": [\"服务项目\"] }," \
  "{ \"id\": \"hukou\", \"label\": \"户籍\", \"kind\": \"place\", \"empty\": \"unknown\" }," \
  "{ \"id\": \"insured\", \"label\": \"参保时间\", \"kind\": \"date\" }," \
  "{ \"id\": \"months\", \"label\": \"参保月数\", \"kind\": \"number\" } ],\n" \
  "\"education_as\": [ { \"word\": \"高级工班\", \"as\": \"大专\" } ],\n"

#define ASKED(id, condition) \
  "{ \"id\": \"" id "\", \"label\": \"" id "\", \"clause\": \"二\", \"text\": \"甲\", \"reason\": \"R09\", \"condition\": " \
  condition " },"

#define REQUIREMENTS \
  ASKED ("volunteer", "{ \"is\": \"volunteer\" }") \
  ASKED ("project", "{ \"word_in\": { \"fact\": \"project\", \"words\": [\"三支一扶\"] } }") \
  ASKED ("hukou", "{ \"place_in\": { \"fact\": \"hukou\", \"words\": [\"云岭县\"], \"to\": \"2025-12-31\" } }") \
  ASKED ("insured", "{ \"months_since\": { \"fact\": \"insured\", \"months\": 12 } }") \
  ASKED ("months", "{ \"at_least\": { \"fact\": \"months\", \"value\": \"12\" } }") \
  ASKED ("service", "{ \"service_months\": { \"months\": 24 } }")

static KpTestCampaign *
new_campaign (KpTestDatabase *t)
{
  static const char *const edits[] = {
    "  \"streets\": [", FACTS "  \"streets\": [",
    "  \"requirements\": [\n    {\n      \"id\": \"age\"", "  \"requirements\": [\n" REQUIREMENTS "    {\n      \"id\": \"age\"",
    NULL,
  };

  return kp_test_campaign_new_with (t, edits);
}

static char *
dup_verdicts (KpTestCampaign *c,
              const char *application)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) findings = kp_table_select (
      kp_session_get_database (c->session), &kp_finding_table, kp_session_get_campaign (c->session),
      "AND application = $2 ORDER BY condition", KP_BINDS (KP_TEXT (application)), &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      const KpFindingRecord *finding = g_ptr_array_index (findings, i);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", finding->condition, finding->verdict);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Hand-computed: insured on 2025-03-02, the cut-off is 2026-03-02: 12 full months; served 2020-09-01 to 2022-09-01. */
#define FULL "张甲,110105199001010010,高级工班,A01,是,2020-09-01,2022-09-01,√,三支一扶,云岭县城关街道,2020-01-01,2025-03-02,14\n"
#define BARE "张乙,110105199001010037,本科,A01,,,,,,,,,\n"
#define SHORT "张丙,110105199001010053,本科,A01,是,2020-09-01,2021-09-01,否,无,云岭县,2026-01-01,2025-03-03,11.9\n"

static void
test_findings_ask_declared_facts (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = new_campaign (t);
  g_autoptr (GError) error = NULL;
  g_autofree char *full = NULL;
  g_autofree char *bare = NULL;
  g_autofree char *little = NULL;
  KpReviewTally tally;

  kp_test_campaign_register_table (c, HEADING FULL BARE SHORT, 3);
  kp_step_review_auto (c->session, &tally, &error);
  g_assert_no_error (error);
  full = dup_verdicts (c, "000001");
  bare = dup_verdicts (c, "000002");
  little = dup_verdicts (c, "000003");
  g_assert_cmpstr (full, ==,
                   "age met, education met, hukou met, insured met, months met, project met, service met, volunteer met");
  g_assert_cmpstr (bare, ==,
                   "age met, education met, hukou needs_paper, insured unmet, months unmet, project unmet, service unmet, "
                   "volunteer unmet");
  g_assert_cmpstr (little, ==,
                   "age met, education met, hukou unmet, insured unmet, months unmet, project unmet, service unmet, "
                   "volunteer unmet");
  kp_test_campaign_assert_sound (c);
}

static const KpFactRecord *
find_fact (const KpDossier *dossier,
           const char *id)
{
  for (guint i = 0; dossier->facts != NULL && i < dossier->facts->len; i++)
    {
      const KpFactRecord *record = g_ptr_array_index (dossier->facts, i);

      if (g_str_equal (record->fact, id))
        return record;
    }
  return NULL;
}

static void
test_record_keeps_standard_values (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = new_campaign (t);
  g_autoptr (KpRoster) roster = NULL;
  const KpDossier *dossier;

  kp_test_campaign_register_table (c, HEADING FULL BARE SHORT, 3);
  roster = kp_test_campaign_load (c);
  dossier = kp_roster_find_application (roster, "000001");
  g_assert_cmpstr (find_fact (dossier, "volunteer")->value, ==, "yes");
  g_assert_cmpstr (find_fact (dossier, "hukou")->value, ==, "云岭县城关街道");
  g_assert_cmpstr (find_fact (dossier, "hukou")->since, ==, "2020-01-01");
  g_assert_cmpstr (find_fact (dossier, "insured")->value, ==, "2025-03-02");
  g_assert_cmpstr (find_fact (dossier, "enlisted")->value, ==, "2020-09-01");
  g_assert_null (kp_roster_find_application (roster, "000002")->facts);
  dossier = kp_roster_find_application (roster, "000003");
  g_assert_cmpstr (find_fact (dossier, "project")->value, ==, "no");
  g_assert_cmpstr (find_fact (dossier, "months")->value, ==, "11.9");
}

static void
import_again (KpTestCampaign *c,
              const char *text,
              KpImportTally *tally)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = kp_test_campaign_write (c, "again.csv", text);
  g_autoptr (KpRegistrationBook) book = kp_step_read_registrations (c->session, path, NULL, NULL, &error);

  g_assert_no_error (error);
  kp_step_import_registrations (c->session, book, TRUE, tally, &error);
  g_assert_no_error (error);
}

static void
test_same_facts_change_nothing (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = new_campaign (t);
  KpImportTally tally;

  kp_test_campaign_register_table (c, HEADING FULL BARE SHORT, 3);
  import_again (c, HEADING FULL BARE SHORT, &tally);
  g_assert_cmpuint (tally.n_recorded, ==, 3);
  g_assert_cmpuint (tally.n_conflict, ==, 0);
}

static void
test_another_fact_is_a_conflict (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = new_campaign (t);
  KpImportTally tally;

  kp_test_campaign_register_table (c, HEADING BARE, 1);
  import_again (c, HEADING "张乙,110105199001010037,本科,A01,,,,,,,,,13\n", &tally);
  g_assert_cmpuint (tally.n_conflict, ==, 1);
  g_assert_cmpuint (tally.n_taken, ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/facts/findings-ask-declared-facts", test_findings_ask_declared_facts);
  kp_test_database_add ("/data/steps/%s/facts/record-keeps-standard-values", test_record_keeps_standard_values);
  kp_test_database_add ("/data/steps/%s/facts/same-facts-change-nothing", test_same_facts_change_nothing);
  kp_test_database_add ("/data/steps/%s/facts/another-fact-is-a-conflict", test_another_fact_is_a_conflict);
  return g_test_run ();
}
