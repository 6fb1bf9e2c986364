/* test-scheme-json.c – the sample scheme there and back, and every kind of fault with its path.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-explain.h"
#include "kp-scheme-json.h"
#include "kp-test.h"

#include <string.h>

static gchar *
read_sample (void)
{
  g_autofree gchar *path = kp_test_dup_shipped ("real/scheme-2026.json");

  return kp_test_read (path, NULL);
}

static gchar *
replace_once (const char *text,
              const char *find,
              const char *with)
{
  const char         *at = strstr (text, find);
  g_autoptr (GString) out = NULL;

  g_assert_nonnull (at);
  out = g_string_new_len (text, at - text);
  g_string_append (out, with);
  g_string_append (out, at + strlen (find));

  return g_string_free (g_steal_pointer (&out), FALSE);
}

/* One place of the sample changed: what is told, and where. */
typedef struct
{
  const char *name;
  const char *find;
  const char *with;
  const char *path;    /* NULL = still good */
  const char *message; /* a part of it */
  gboolean    is_warning;
} FaultCase;

static const FaultCase fault_cases[] = {
  { "form/mark-as-whole-number", "\"full\": \"100\"", "\"full\": 100", NULL, NULL, FALSE },
  { "form/unknown-key", "\"county\":", "\"contry\": \"x\", \"county\":", "contry", "no such key", FALSE },
  { "form/unknown-key-inside", "\"freed_to\":", "\"freed_two\": 1, \"freed_to\":", "quota.freed_two", "no such key",
    FALSE },
  { "form/missing-key", "\"title\": \"云岭县2026年公开招聘社区专职工作人员\",", "", "title", "missing", FALSE },
  { "form/key-that-may-miss", "\"cutoff\": \"2026-03-02\",", "", NULL, NULL, FALSE },
  { "form/missing-key-of-post", "\"places\": 12,", "", "posts[0].places", "missing", FALSE },
  { "form/text-for-number", "\"places\": 12", "\"places\": \"12\"", "posts[0].places", "\"12\"", FALSE },
  { "form/negative", "\"places\": 12", "\"places\": -12", "posts[0].places", "-12", FALSE },
  { "form/binary-fraction", "\"value\": \"60\"", "\"value\": 60.5", "written.line.value", "60.5", FALSE },
  { "form/mark-decimals", "\"value\": \"60\"", "\"value\": \"60.12345\"", "written.line.value", "four decimals", FALSE },
  { "form/no-such-day", "\"cutoff\": \"2026-03-02\"", "\"cutoff\": \"2026-02-30\"", "cutoff", "2026-02-30", FALSE },
  { "form/no-such-time", "\"start\": \"09:00\"", "\"start\": \"24:00\"", "written.sittings[0].start", "24:00", FALSE },
  { "form/no-such-name", "\"action\": \"reduce\"", "\"action\": \"shrink\"", "quota.action", "\"cancel\"", FALSE },
  { "form/no-such-tie", "\"ties\": [\"interview\"", "\"ties\": [\"height\"", "totals[0].ties[0]", "height", FALSE },
  { "form/no-such-stage", "\"stages\": [\"plan\"", "\"stages\": [\"lunch\"", "stages[0]", "lunch", FALSE },
  { "form/no-ratio", "\"ratio\": \"3\"", "\"ratio\": \"three\"", "quota.ratio", "three", FALSE },
  { "form/not-a-list", "\"bases\": [", "\"bases\": {}, \"wordings\": [", "bases", "square brackets", FALSE },
  { "form/true-for-number", "\"repost_days\": 1", "\"repost_days\": true", "quota.repost_days", "true", FALSE },
  { "form/condition-kind", "{ \"veteran\": true }", "{ \"soldier\": true }", "posts[4].requirements[1].condition",
    "veteran", FALSE },
  { "form/condition-two-kinds", "{ \"veteran\": true }", "{ \"veteran\": true, \"grid_staff\": true }",
    "posts[4].requirements[1].condition", "one key", FALSE },
  { "form/condition-false", "{ \"veteran\": true }", "{ \"veteran\": false }",
    "posts[4].requirements[1].condition.veteran", "except", FALSE },
  { "form/condition-empty-list", "{ \"veteran\": true }", "{ \"any_of\": [] }",
    "posts[4].requirements[1].condition.any_of", "at least one", FALSE },
  { "form/condition-period-open", "{ \"veteran\": true }", "{ \"born\": {} }",
    "posts[4].requirements[1].condition.born", "\"from\"", FALSE },
  { "form/condition-strange-member", "{ \"veteran\": true }", "{ \"born\": { \"before\": \"2000-01-01\" } }",
    "posts[4].requirements[1].condition.born.before", "\"from\"", FALSE },
  { "form/condition-months-without-day", "\"grid_months\": { \"months\": 12, \"to\": \"2026-03-02\" }",
    "\"grid_months\": { \"months\": 12 }", "posts[6].requirements[0].condition.grid_months", "\"to\"", FALSE },
  { "form/condition-deep", "{ \"veteran\": true }",
    "{\"all_of\":[{\"all_of\":[{\"all_of\":[{\"all_of\":[{\"all_of\":[{\"all_of\":[{\"all_of\":[{\"all_of\":[{\"all_of\":"
    "[{\"veteran\":true}]}]}]}]}]}]}]}]}]}",
    NULL, "nested", FALSE },
  { "form/condition-months-of-nothing", "{ \"veteran\": true }", "{ \"months_since\": { \"fact\": \"graduated\" } }",
    "posts[4].requirements[1].condition.months_since", "\"fact\", \"months\" and, if wanted, \"to\", \"until\"", FALSE },
  { "form/condition-no-months", "{ \"veteran\": true }",
    "{ \"months_since\": { \"fact\": \"graduated\", \"months\": 0 } }",
    "posts[4].requirements[1].condition.months_since", "\"months\"", FALSE },
  { "form/condition-value-as-word", "{ \"veteran\": true }", "{ \"at_least\": { \"fact\": \"x\", \"value\": \"many\" } }",
    "posts[4].requirements[1].condition.at_least.value", "many", FALSE },
  { "form/condition-fact-as-object", "{ \"veteran\": true }", "{ \"is\": { \"fact\": \"veteran\" } }",
    "posts[4].requirements[1].condition.is", "quotation marks", FALSE },
  { "form/condition-some-of-a-list", "{ \"veteran\": true }", "{ \"some_of\": [{ \"veteran\": true }] }",
    "posts[4].requirements[1].condition.some_of", "\"count\", \"parts\"", FALSE },
  { "form/condition-some-of-nothing", "{ \"veteran\": true }", "{ \"some_of\": { \"count\": 1, \"parts\": [] } }",
    "posts[4].requirements[1].condition.some_of.parts", "at least one", FALSE },
  { "form/condition-unknown-fact", "{ \"veteran\": true }", "{ \"is\": \"height\" }",
    "posts[4].requirements[1].condition", "height", FALSE },
  { "form/fact-without-kind", "\"posts\": [", "\"facts\": [{ \"id\": \"x\", \"label\": \"x\" }], \"posts\": [", "facts[0].kind",
    "missing", FALSE },
  { "form/fact-of-no-kind", "\"posts\": [",
    "\"facts\": [{ \"id\": \"x\", \"label\": \"x\", \"kind\": \"text\" }], \"posts\": [", "facts[0].kind", "\"yes_no\"", FALSE },
  { "form/checked-at-no-moment", "\"condition\": { \"born\"", "\"checked\": [\"lunch\"], \"condition\": { \"born\"", "requirements[0].checked[0]",
    "\"background\"", FALSE },
  { "form/review-of-three-levels", "\"quota\": {", "\"review\": { \"levels\": 3 }, \"quota\": {", "review.levels", "from 0 to 2",
    FALSE },
  { "facts/unused", "\"posts\": [", "\"facts\": [{ \"id\": \"x\", \"label\": \"x\", \"kind\": \"word\" }], \"posts\": [", NULL, NULL,
    FALSE },
  { "campaign/code", "\"code\": \"yunling-2026\"", "\"code\": \"Yunling 2026\"", "code", "Yunling 2026", FALSE },
  { "campaign/title", "\"title\": \"云岭县2026年公开招聘社区专职工作人员\"", "\"title\": \"\"", "title", "empty", FALSE },
  { "campaign/registration-backwards", "\"registration_to\": \"2026-03-06\"", "\"registration_to\": \"2026-03-01\"",
    "registration_to", "2026-03-01", FALSE },
  { "campaign/registration-of-one-day", "\"registration_to\": \"2026-03-06\"", "\"registration_to\": \"2026-03-02\"",
    NULL, NULL, FALSE },
  { "campaign/cutoff-before-notice", "\"cutoff\": \"2026-03-02\"", "\"cutoff\": \"2026-02-10\"", "cutoff", "notice_date",
    FALSE },
  /* Counted to another day, "40周岁以下" isn't what the days of birth say any more. */
  { "campaign/cutoff-on-notice-day", "\"cutoff\": \"2026-03-02\"", "\"cutoff\": \"2026-02-11\"",
    "requirements[0].condition", "40周岁", TRUE },
  { "campaign/stage-twice", "\"plan\", \"notice\"", "\"notice\", \"notice\"", "stages[1]", "twice", FALSE },
  { "campaign/stage-order", "[\"plan\", \"notice\", \"registration\", \"review\"",
    "[\"plan\", \"registration\", \"notice\", \"review\"", "stages[1]", "too early", FALSE },
  { "campaign/background-before-physical", "\"physical\", \"background\"", "\"background\", \"physical\"", NULL, NULL,
    FALSE },
  { "posts/code-twice", "\"code\": \"A02\"", "\"code\": \"A01\"", "posts[1].code", "A01", FALSE },
  { "posts/no-places", "\"places\": 12", "\"places\": 0", "posts[0].places", "at least 1", FALSE },
  { "posts/no-such-street", "\"street\": \"01\"", "\"street\": \"09\"", "posts[0].street", "09", FALSE },
  { "posts/street-code-twice", "\"code\": \"02\",\n      \"name\": \"南关街道\"", "\"code\": \"01\", \"name\": \"南关街道\"",
    "streets[1].code", "01", FALSE },
  { "posts/no-such-formula", "\"total\": \"conversion\"", "\"total\": \"other\"", "posts[6].total", "other", FALSE },
  { "posts/formula-needs-written", "\"total\": \"conversion\"", "\"total\": \"exam\"", "totals[0].weights.written",
    "written", FALSE },
  { "law/probation-too-long", "\"probation_months\": 6", "\"probation_months\": 7", "posts[0].probation_months",
    "第19条", FALSE },
  { "law/probation-of-short-contract", "\"years\": 3", "\"years\": 2", "posts[0].probation_months", "2 months", FALSE },
  { "law/probation-wage", "\"probation_wage_percent\": 80", "\"probation_wage_percent\": 79",
    "contract.probation_wage_percent", "79", FALSE },
  { "law/probation-of-converted", "\"probation_months\": 0",
    "\"probation_months\": 1", "posts[6].probation_months", "第19条", TRUE },
  { "law/sex", "{ \"veteran\": true }", "{ \"sex_in\": [\"男\"] }", "posts[4].requirements[1].condition", "第27条", TRUE },
  { "requirement/no-such-reason", "\"reason\": \"R01\"", "\"reason\": \"R50\"", "requirements[0].reason", "R50", FALSE },
  { "requirement/id-twice", "\n      \"id\": \"education\",", "\n      \"id\": \"age\",", "requirements[1].id", "age", FALSE },
  { "requirement/no-level", "{ \"education_at_least\": \"大专\" }", "{ \"education_at_least\": \"专科以上\" }",
    "requirements[1].condition", "专科以上", FALSE },
  { "requirement/period-backwards", "{ \"born\": { \"from\": \"1985-03-02\", \"to\": \"2008-03-02\" } }",
    "{ \"born\": { \"from\": \"2008-03-02\", \"to\": \"1985-03-02\" } }", "requirements[0].condition", "1985-03-02",
    FALSE },
  { "requirement/relaxes-nothing", "\"relaxes\": \"age\"", "\"relaxes\": \"height\"", "relaxations[0].relaxes", "height",
    FALSE },
  { "quota/zero", "\"ratio\": \"3\"", "\"ratio\": \"0\"", "quota.ratio", "greater than 0", FALSE },
  { "quota/freed-to-nowhere", "\"freed_to\": [\n      \"A01\"", "\"freed_to\": [\n      \"Z99\"", "quota.freed_to[0]",
    "Z99", FALSE },
  { "quota/freed-to-two", "\"freed_to\": [\n      \"A01\"", "\"freed_to\": [\"A01\", \"A02\"", NULL, NULL, FALSE },
  { "quota/freed-to-targeted", "\"freed_to\": [\n      \"A01\"", "\"freed_to\": [\"C01\"", "quota.freed_to[0]", "C01",
    FALSE },
  { "quota/per-street", "\"applies\": true,\n    \"ratio\"", "\"applies\": true, \"per\": \"street\", \"ratio\"", NULL,
    NULL, FALSE },
  { "quota/counts-nobody", "\"applies\": true,\n    \"ratio\"",
    "\"applies\": true, \"counts\": \"all\", \"ratio\"", "quota.counts", "\"passed\"", FALSE },
  { "quota/interview-only-without-formula", "\"action\": \"reduce\"", "\"action\": \"interview_only\"",
    "quota.interview_only_total", "A01", FALSE },
  { "quota/interview-only", "\"action\": \"reduce\"",
    "\"action\": \"interview_only\", \"interview_only_total\": \"conversion\"", NULL, NULL, FALSE },
  { "quota/own-ratio", "\"quota_exempt\": false,", "\"quota_exempt\": false, \"quota_ratio\": \"0\",",
    "posts[0].quota_ratio", "greater than 0", FALSE },
  { "quota/own-action", "\"quota_exempt\": false,", "\"quota_exempt\": false, \"quota_action\": \"shrink\",",
    "posts[0].quota_action", "\"decide\"", FALSE },
  { "leftover/to-nobody", "  \"written\": {\n    \"papers\"",
    "  \"leftover\": { \"at\": \"shortlist\" }, \"written\": {\n    \"papers\"", "leftover.to", "post to go to", FALSE },
  { "leftover/to-a-post", "  \"written\": {\n    \"papers\"",
    "  \"leftover\": { \"at\": \"shortlist\", \"to\": [\"A01\"] }, \"written\": {\n    \"papers\"", NULL, NULL, FALSE },
  { "written/weights", "\"weight\": \"100%\"", "\"weight\": \"90%\"", "written.papers", "90%", FALSE },
  { "written/no-such-paper", "\"paper\": \"01\"", "\"paper\": \"02\"", "written.sittings[0].paper", "02", FALSE },
  { "written/ends-before-it-begins", "\"end\": \"11:00\"", "\"end\": \"08:59\"", "written.sittings[0].end", "before",
    FALSE },
  { "written/before-registration-ends", "\"date\": \"2026-03-28\"", "\"date\": \"2026-03-05\"",
    "written.sittings[0].date", "2026-03-05", FALSE },
  { "written/interview-before-it", "\"date\": \"2026-03-28\"", "\"date\": \"2026-04-19\"", "interview.date",
    "2026-04-18", FALSE },
  { "written/room-too-full", "\"capacity\": 30", "\"capacity\": 31", "written.sites[0].rooms[0]", "31", FALSE },
  { "written/room-twice", "\"code\": \"002\"", "\"code\": \"001\"", "written.sites[0].rooms[1].code", "001", FALSE },
  { "written/pattern", "{seat2}", "{chair2}", "written.ticket_pattern", "", FALSE },
  { "written/line-above-full", "\"value\": \"60\"", "\"value\": \"100.01\"", "written.line.value", "above", FALSE },
  { "written/line-at-full", "\"value\": \"60\"", "\"value\": \"100\"", NULL, NULL, FALSE },
  { "bonus/cap-below-item", "\"cap\": \"5\"", "\"cap\": \"4.99\"", "bonus.items[2].points", "cap", FALSE },
  { "bonus/no-points", "\"points\": \"2\"", "\"points\": \"0\"", "bonus.items[0].points", "greater than 0", FALSE },
  { "bonus/length-of-no-fact", "\"points\": \"2\"", "\"per\": { \"fact\": \"height\", \"points\": \"1\" }",
    "bonus.items[0].per.fact", "height", FALSE },
  { "bonus/length-to-the-cutoff", "\"points\": \"2\"", "\"per\": { \"fact\": \"enlisted\", \"points\": \"1\" }", NULL,
    NULL, FALSE },
  { "bonus/unused-group", "\"within\": \"best\",",
    "\"groups\": [{ \"code\": \"x\", \"within\": \"sum\" }], \"within\": \"best\",", "bonus.groups[0].code", "x", FALSE },
  { "bonus/group-cap-below-item", "\"within\": \"best\",",
    "\"groups\": [{ \"code\": \"certificate\", \"cap\": \"4\" }], \"within\": \"best\",", "bonus.items[2].points",
    "certificate", FALSE },
  { "bonus/rule-of-form-1", "\"within\": \"best\",", "\"rule\": \"max_single\",", "bonus.rule", "no such key", FALSE },
  { "bonus/code-twice", "\"code\": \"senior\"", "\"code\": \"assistant\"", "bonus.items[2].code", "assistant", FALSE },
  { "shortlist/zero", "\"ratio\": \"3\",\n        \"plus\"", "\"ratio\": \"0\",\n        \"plus\"",
    "shortlist.tiers[0].ratio", "greater than 0", FALSE },
  { "shortlist/gap", "\"to_places\": 0", "\"to_places\": 8", "shortlist.tiers", "12 places", FALSE },
  { "credential/cap", "\"points_per_year\": \"2\"", "\"points_per_year\": \"21\"", "credential.cap", "cap", FALSE },
  { "interview/drops-all", "\"examiners\": 7", "\"examiners\": 2", "interview.panel.drop_highest", "2 examiners", FALSE },
  { "interview/one-room", "\"rooms_when_over\": 2", "\"rooms_when_over\": 1", "interview.rooms_when_over", "2 rooms",
    FALSE },
  { "interview/line-above-full", "\"without_competition\": \"70\"", "\"without_competition\": \"101\"",
    "interview.lines", "above", FALSE },
  { "interview/element-twice", "\"code\": \"speech\"", "\"code\": \"bearing\"", "interview.elements[4].code", "bearing",
    FALSE },
  { "total/weights", "\"written\": \"50%\"", "\"written\": \"40%\"", "totals[0].weights", "90%", FALSE },
  { "total/credential-beyond", "\"interview\": \"80%\"", "\"interview\": \"90%\"", "totals[1].weights", "110%", FALSE },
  { "total/tie-twice", "\"written_paper\", \"veteran\"", "\"veteran\", \"veteran\"", "totals[0].ties[2]", "twice", FALSE },
  { "total/tie-by-missing-paper", "\"written_paper\"", "\"paper_2\"", "totals[0].ties[1]", "paper_2", FALSE },
  { "total/tie-by-the-only-paper", "\"written_paper\"", "\"paper_1\"", NULL, NULL, FALSE },
  { "total/tie-by-written-without-one", "[\"interview\", \"veteran\"", "[\"written_paper\", \"veteran\"",
    "totals[1].ties[0]", "written_paper", FALSE },
  { "tie/fact", "\"written_paper\", \"veteran\"",
    "{ \"fact\": \"birth\", \"prefer\": \"less\" }, \"veteran\"", NULL, NULL, FALSE },
  { "tie/fact-prefers-most", "\"written_paper\", \"veteran\"",
    "{ \"fact\": \"birth\", \"prefer\": \"most\" }, \"veteran\"", "totals[0].ties[1].prefer", "less", FALSE },
  { "tie/no-such-fact", "\"written_paper\", \"veteran\"",
    "{ \"fact\": \"shoe_size\" }, \"veteran\"", "totals[0].ties[1]", "shoe_size", FALSE },
  { "tie/two-forms", "\"written_paper\", \"veteran\"",
    "{ \"fact\": \"birth\", \"meets\": { \"veteran\": true } }, \"veteran\"", "totals[0].ties[1]", "one of", FALSE },
  { "tie/no-form", "\"written_paper\", \"veteran\"",
    "{ \"label\": \"x\" }, \"veteran\"", "totals[0].ties[1]", "one of", FALSE },
  { "tie/prefer-without-fact", "\"written_paper\", \"veteran\"",
    "{ \"meets\": { \"veteran\": true }, \"prefer\": \"less\" }", "totals[0].ties[1]", "one of", FALSE },
  { "tie/strange-member", "\"written_paper\", \"veteran\"",
    "{ \"fact\": \"birth\", \"best\": true }, \"veteran\"", "totals[0].ties[1]", "one of", FALSE },
  { "tie/meets", "\"written_paper\", \"veteran\"",
    "{ \"meets\": { \"veteran\": true }, \"label\": \"退役军人优先\" }", NULL, NULL, FALSE },
  { "tie/meets-strange", "\"written_paper\", \"veteran\"",
    "{ \"meets\": { \"soldier\": true } }, \"veteran\"", "totals[0].ties[1].meets", "soldier", FALSE },
  { "tie/order", "\"written_paper\", \"veteran\"",
    "{ \"order\": { \"fact\": \"political\", \"words\": [\"中共党员\", \"群众\"] } }, \"veteran\"", NULL, NULL, FALSE },
  { "tie/order-of-nothing", "\"written_paper\", \"veteran\"",
    "{ \"order\": { \"fact\": \"political\", \"words\": [] } }, \"veteran\"", "totals[0].ties[1].order.words", "at least one word", FALSE },
  { "tie/order-without-fact", "\"written_paper\", \"veteran\"",
    "{ \"order\": { \"words\": [\"中共党员\"] } }, \"veteran\"", "totals[0].ties[1].order", "words", FALSE },
  { "tie/order-of-a-number", "\"written_paper\", \"veteran\"",
    "{ \"order\": { \"fact\": \"political\", \"words\": [1] } }, \"veteran\"", "totals[0].ties[1].order.words[0]", "quotation marks", FALSE },
  { "tie/number", "\"written_paper\", \"veteran\"",
    "7, \"veteran\"", "totals[0].ties[1]", "7", FALSE },
  { "tie/undeclared", "\"written_paper\", \"veteran\"",
    "\"volunteer\", \"veteran\"", "totals[0].ties[1]", "volunteer", FALSE },
  { "after/causes", "\"final_until\": \"publicity\",\n    \"causes\": []",
    "\"final_until\": \"publicity\", \"causes\": [{ \"stages\": [\"physical\"], \"causes\": [\"failed\"], \"max_times\": 2 }, { \"stages\": [\"background\"], \"allowed\": false }]", NULL, NULL, FALSE },
  { "after/no-such-cause", "\"final_until\": \"publicity\",\n    \"causes\": []",
    "\"final_until\": \"publicity\", \"causes\": [{ \"causes\": [\"ill\"] }]", "substitution.causes[0].causes[0]", "withdrew", FALSE },
  { "after/no-such-stage", "\"final_until\": \"publicity\",\n    \"causes\": []",
    "\"final_until\": \"publicity\", \"causes\": [{ \"stages\": [\"lunch\"] }]", "substitution.causes[0].stages[0]", "lunch", FALSE },
  { "after/cause-twice", "\"final_until\": \"publicity\",\n    \"causes\": []",
    "\"final_until\": \"publicity\", \"causes\": [{ \"stages\": [\"physical\"] }, { \"stages\": [\"physical\"], \"causes\": [\"failed\"] }]", "substitution.causes[1]", "Entry 1", FALSE },
  { "after/no-such-until", "\"final_until\": \"publicity\"",
    "\"final_until\": \"lunch\"", "substitution.final_until", "publicity", FALSE },
  { "interview/vote", "\"mean\": \"none\"",
    "\"mean\": \"day\", \"vote\": \"2/3\"", NULL, NULL, FALSE },
  { "interview/vote-of-more", "\"mean\": \"none\"",
    "\"mean\": \"none\", \"vote\": \"3/2\"", "interview.lines.vote", "2/3", FALSE },
  { "total/line-above-full", "\"ties\": [\"interview\", \"written_paper\"",
    "\"line\": \"100.01\", \"ties\": [\"interview\", \"written_paper\"", "totals[0].line", "above", FALSE },
  { "total/others", "\"others\": []",
    "\"others\": [ { \"code\": \"skill\", \"name\": \"技能测试\", \"full\": \"50\" } ]", "others[0].code", "no effect", TRUE },
  { "posts/total-for", "\"total_for\": []",
    "\"total_for\": [ { \"group\": { \"grid_staff\": true }, \"total\": \"conversion\" } ]", NULL, NULL, FALSE },
  { "posts/total-for-nothing", "\"total_for\": []",
    "\"total_for\": [ { \"group\": { \"grid_staff\": true }, \"total\": \"other\" } ]", "posts[0].total_for[0].total", "other", FALSE },
  { "after/physical-ratio", "\"list\": {\n      \"ratio\": \"1\"", "\"list\": {\n      \"ratio\": \"1/2\"",
    "physical.list.ratio", "at least 1", FALSE },
  { "after/no-publicity", "\"days\": 7", "\"days\": 0", "publicity.days", "at least 1", FALSE },
  { "after/contract-before-publicity", "\"start\": \"2026-07-01\"", "\"start\": \"2026-06-09\"", "contract.start",
    "2026-06-09", FALSE },
};

static const KpSchemeProblem *
find_problem (const GPtrArray *problems,
              const FaultCase *c)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const KpSchemeProblem *problem = g_ptr_array_index (problems, i);

      if ((c->path == NULL || strcmp (problem->path, c->path) == 0) && strstr (problem->message, c->message) != NULL)
        return problem;
    }

  return NULL;
}

static void
test_fault (gconstpointer data)
{
  const FaultCase       *c = data;
  g_autofree gchar      *sample = read_sample ();
  g_autofree gchar      *text = replace_once (sample, c->find, c->with);
  g_autoptr (GPtrArray)  problems = NULL;
  g_autoptr (GError)     error = NULL;
  g_autoptr (KpScheme)   scheme = kp_scheme_json_parse (text, -1, &problems, &error);
  const KpSchemeProblem *problem;

  g_assert_nonnull (problems);
  if (c->message == NULL)
    {
      g_assert_no_error (error);
      g_assert_cmpuint (problems->len, ==, 0);
      return;
    }

  problem = find_problem (problems, c);
  if (problem == NULL)
    g_test_message ("told instead: %s", error != NULL ? error->message : "nothing");
  g_assert_nonnull (problem);
  g_assert_cmpint (problem->is_warning, ==, c->is_warning);
  if (c->is_warning)
    {
      g_assert_no_error (error);
      g_assert_nonnull (scheme);
    }
  else
    {
      g_assert_error (error, KP_SCHEME_JSON_ERROR, KP_SCHEME_JSON_ERROR_REFUSED);
      g_assert_null (scheme);
      g_assert_nonnull (strstr (error->message, problem->path));
    }
}

typedef struct
{
  const char *name;
  const char *text;
} SyntaxCase;

static const SyntaxCase syntax_cases[] = {
  { "empty", "" },
  { "text", "考聘" },
  { "list", "[]" },
  { "cut-off", "{ \"kaopin-scheme\": 1, \"code\":" },
  { "other-json", "{ \"name\": \"x\" }" },
  { "newer-form", "{ \"kaopin-scheme\": 3 }" },
  { "form-as-text", "{ \"kaopin-scheme\": \"1\" }" },
  { "not-utf8", "{ \"kaopin-scheme\": 1, \"code\": \"\xd6\xd0\" }" },
};

static void
test_syntax (gconstpointer data)
{
  const SyntaxCase    *c = data;
  g_autoptr (GError)   error = NULL;
  g_autoptr (KpScheme) scheme = kp_scheme_json_parse (c->text, -1, NULL, &error);

  g_assert_null (scheme);
  g_assert_error (error, KP_SCHEME_JSON_ERROR, KP_SCHEME_JSON_ERROR_SYNTAX);
}

static void
test_bottomless (void)
{
  g_autofree gchar    *text = g_strnfill (1000000, '[');
  g_autoptr (GError)   error = NULL;
  g_autoptr (KpScheme) scheme = kp_scheme_json_parse (text, -1, NULL, &error);

  g_assert_null (scheme);
  g_assert_error (error, KP_SCHEME_JSON_ERROR, KP_SCHEME_JSON_ERROR_SYNTAX);
}

static void
test_no_file (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree gchar        *path = kp_test_folder_dup_file (folder, "none.json");
  g_autoptr (GError)       error = NULL;
  g_autoptr (KpScheme)     scheme = kp_scheme_json_load (path, NULL, &error);

  g_assert_null (scheme);
  g_assert_error (error, KP_SCHEME_JSON_ERROR, KP_SCHEME_JSON_ERROR_READ);
}

static void
test_there_and_back (void)
{
  g_autofree gchar      *sample = read_sample ();
  g_autoptr (GPtrArray)  problems = NULL;
  g_autoptr (GError)     error = NULL;
  g_autoptr (KpScheme)   scheme = kp_scheme_json_parse (sample, -1, &problems, &error);
  g_autofree gchar      *written = NULL;
  g_autofree gchar      *digest = NULL;
  g_autofree gchar      *expected = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  written = kp_scheme_json_dup (scheme);
  g_assert_cmpstr (written, ==, sample);

  digest = kp_scheme_json_dup_digest (scheme);
  expected = g_compute_checksum_for_string (G_CHECKSUM_SHA256, sample, -1);
  g_assert_cmpstr (digest, ==, expected);
}

/* A scheme of the first form says the same as the sample, which was it once. */
static void
test_first_form (void)
{
  g_autofree gchar    *path = kp_test_dup_shipped ("data/scheme/scheme-form-1.json");
  g_autofree gchar    *sample = read_sample ();
  g_autofree gchar    *written = NULL;
  g_autoptr (GError)   error = NULL;
  g_autoptr (KpScheme) scheme = kp_scheme_json_load (path, NULL, &error);

  g_assert_no_error (error);
  written = kp_scheme_json_dup (scheme);
  g_assert_cmpstr (written, ==, sample);
}

/* What the sample doesn't use: each of these is read and written to the same bytes. */
static const char *const written_again[][2] = {
  { "\"written_paper\", \"veteran\", \"extra_test\"",
    "{ \"fact\": \"grid_since\", \"prefer\": \"less\" }, { \"fact\": \"birth\", \"label\": \"年龄小者\" },"
    " { \"meets\": { \"any_of\": [{ \"veteran\": true }] }, \"label\": \"退役军人优先\" },"
    " { \"order\": { \"fact\": \"political\", \"words\": [\"中共党员\", \"群众\"] } }, \"extra_test\"" },
  { "\"shortlist_days_before\": 0,\n    \"final_until\": \"publicity\",\n    \"causes\": [],\n    \"from\": \"post\",\n"
    "    \"needs_approval\": false",
    "\"final_until\": \"hire\", \"causes\": [{ \"stages\": [\"physical\", \"background\"], \"max_times\": 1 }, {}],"
    " \"shortlist_days_before\": 3, \"from\": \"post\", \"needs_approval\": true" },
  { "\"others\": []", "\"others\": [{ \"code\": \"skill\", \"name\": \"技能测试\", \"full\": 50, \"decimals\": 1 }]" },
  { "\"total_for\": []", "\"total_for\": [{ \"group\": { \"grid_staff\": true }, \"total\": \"conversion\" }]" },
  { "\"mean\": \"none\",\n      \"mean_decimals\": \"exact\"",
    "\"mean\": \"day\", \"mean_decimals\": 2, \"vote\": \"2/3\"" },
  { "\"reserve\": {\n    \"applies\": false",
    "\"reserve\": { \"until\": \"2027-06-30\", \"applies\": true" },
  { "\"applies\": true,\n    \"ratio\": \"3\",\n    \"action\": \"reduce\"",
    "\"applies\": true, \"per\": \"street\", \"counts\": \"paid\", \"ratio\": \"1.5\", \"action\": \"interview_only\","
    " \"tiers\": [{ \"below\": \"1.2\", \"action\": \"reduce\" }], \"rounding\": \"half_up\", \"interview_only_total\": \"conversion\", \"repost_in_workdays\": true" },
  { "\"freed\": \"cancelled_targeted\",\n    \"freed_to\": [\n      \"A01\"\n    ]",
    "\"freed\": \"targeted\", \"freed_to\": [\"A02\", \"A01\"], \"freed_how\": \"in_turn\"" },
  { "\"quota_exempt\": false,", "\"quota_exempt\": false, \"quota_ratio\": \"1:2\", \"quota_action\": \"decide\"," },
  { "  \"written\": {\n    \"papers\"",
    "  \"leftover\": { \"at\": \"interview\", \"from\": \"all\", \"to\": [\"A01\", \"A02\"], \"how\": \"in_turn\" },"
    " \"written\": {\n    \"papers\"" },
  { "    \"line\": {\n      \"basis\"",
    "    \"line_for\": [{ \"posts\": [\"A01\"], \"line\": \"50\" }, { \"when\": { \"veteran\": true }, \"line\": \"45\" }],"
    "    \"line\": {\n      \"basis\"" },
  { "\"weights\": {\n        \"written\": \"50%\",\n        \"interview\": \"50%\"",
    "\"full\": 200, \"weights\": { \"written\": \"100%\", \"interview\": \"100%\"" },
  { "    \"lines\": {\n      \"line\"",
    "    \"lines_for\": [{ \"posts\": [\"A01\"], \"lines\": { \"line\": \"65\", \"decided\": \"post\" } },"
    " { \"when\": { \"veteran\": true }, \"lines\": { \"mean\": \"kind\", \"lowest_called\": \"room\" } }],"
    "    \"lines\": {\n      \"decided\": \"campaign\", \"lowest_called\": \"campaign\", \"line\"" },
  { "\"points\": \"2\"",
    "\"proof\": \"退役证\", \"due\": \"2026-03-06\", \"per\": { \"fact\": \"enlisted\", \"until\": \"discharged\","
    " \"to\": \"2026-03-02\", \"unit_months\": 6, \"points\": \"0.5\", \"from_units\": 2, \"remainder\": \"half\","
    " \"cap\": 4 }" },
  { "\"code\": \"veteran\"", "\"code\": \"veteran\", \"target\": \"shortlist\"" },
  { "\"within\": \"best\",\n    \"across\": \"best\"",
    "\"groups\": [{ \"code\": \"certificate\", \"label\": \"证书\", \"within\": \"sum\", \"cap\": \"5\" }],"
    " \"within\": \"sum\", \"across\": \"sum\"" },
  { "\"weight\": \"100%\",\n    \"may_exceed_full\"", "\"weight\": \"2/3\", \"may_exceed_full\"" },
  { "\"may_exceed_full\": true", "\"may_exceed_full\": true, \"decimals\": 2, \"rounding\": \"truncate\"" },
};

static void
test_written_again (gconstpointer data)
{
  const char *const    *edit = data;
  g_autofree gchar     *sample = read_sample ();
  g_autofree gchar     *text = replace_once (sample, edit[0], edit[1]);
  g_autofree gchar     *once = NULL;
  g_autofree gchar     *twice = NULL;
  g_autoptr (GError)    error = NULL;
  g_autoptr (KpScheme)  scheme = kp_scheme_json_parse (text, -1, NULL, &error);
  g_autoptr (KpScheme)  again = NULL;

  g_assert_no_error (error);
  once = kp_scheme_json_dup (scheme);
  g_assert_cmpstr (once, !=, sample);
  again = kp_scheme_json_parse (once, -1, NULL, &error);
  g_assert_no_error (error);
  twice = kp_scheme_json_dup (again);
  g_assert_cmpstr (once, ==, twice);
}

/* In the first form six names of ties could be written that nothing answered: they are still read, and decide nothing. */
static void
test_first_form_ties (void)
{
  g_autofree gchar     *path = kp_test_dup_shipped ("data/scheme/scheme-form-1.json");
  g_autofree gchar     *form_1 = kp_test_read (path, NULL);
  g_autofree gchar     *text = replace_once (form_1, "\"written_paper\"", "\"volunteer\"");
  g_autoptr (GError)    error = NULL;
  g_autoptr (KpScheme)  scheme = kp_scheme_json_parse (text, -1, NULL, &error);
  const KpCandidateFacts facts = { .is_veteran = KP_TRUTH_YES };
  const KpTieSource     source = { .facts = &facts };
  const KpTie          *tie;

  g_assert_no_error (error);
  tie = g_ptr_array_index (kp_scheme_get_total (scheme, "exam")->policy.ties, 1);
  g_assert_cmpint (tie->field, ==, KP_TIE_MEETS);
  g_assert_cmpstr (tie->label, ==, "社区志愿者优先");
  g_assert_false (kp_fraction_is_known (kp_tie_measure (tie, &source)));
}

/* Spacing and order of a file don't matter for the digest; one value does. */
static void
test_digest (void)
{
  g_autofree gchar    *sample = read_sample ();
  g_autofree gchar    *moved = replace_once (sample, "\"kaopin-scheme\": 2,", "  ");
  g_autofree gchar    *spaced = replace_once (moved, "{", "{ \n\t\"kaopin-scheme\" : 2,");
  g_autofree gchar    *other = replace_once (sample, "\"interview\": \"50%\"", "\"interview\": \"50.01%\"");
  g_autofree gchar    *other_sum = replace_once (other, "\"written\": \"50%\"", "\"written\": \"49.99%\"");
  g_autoptr (KpScheme) a = kp_scheme_json_parse (sample, -1, NULL, NULL);
  g_autoptr (KpScheme) b = kp_scheme_json_parse (spaced, -1, NULL, NULL);
  g_autoptr (KpScheme) c = kp_scheme_json_parse (other_sum, -1, NULL, NULL);
  g_autofree gchar    *digest_a = kp_scheme_json_dup_digest (a);
  g_autofree gchar    *digest_b = kp_scheme_json_dup_digest (b);
  g_autofree gchar    *digest_c = kp_scheme_json_dup_digest (c);

  g_assert_cmpstr (digest_a, ==, digest_b);
  g_assert_cmpstr (digest_a, !=, digest_c);
}

static void
test_all_faults_at_once (void)
{
  g_autofree gchar     *sample = read_sample ();
  g_autofree gchar     *one = replace_once (sample, "\"places\": 12", "\"places\": 0");
  g_autofree gchar     *two = replace_once (one, "\"days\": 7", "\"days\": 0");
  g_autofree gchar     *three = replace_once (two, "\"freed_to\": [\n      \"A01\"", "\"freed_to\": [\n      \"A09\"");
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError)    error = NULL;
  g_autoptr (KpScheme)  scheme = kp_scheme_json_parse (three, -1, &problems, &error);

  g_assert_null (scheme);
  g_assert_cmpuint (problems->len, ==, 3);
  g_assert_nonnull (strstr (error->message, "posts[0].places"));
  g_assert_nonnull (strstr (error->message, "quota.freed_to"));
  g_assert_nonnull (strstr (error->message, "publicity.days"));
}

/* Every kind of condition, with characters that need escaping. */
static void
test_every_condition (void)
{
  static const char *const conditions[] = {
    "{ \"any_of\": [\n          { \"veteran\": true },\n          { \"grid_staff\": true }\n        ] }",
    "{ \"except\": [\n          { \"education_in\": [\"高中\", \"中专\"] }\n        ] }",
    ("{ \"some_of\": { \"count\": 1, \"parts\": [\n          { \"veteran\": true },\n          { \"grid_staff\": true }\n"
     "        ] } }"),
    "{ \"born\": { \"from\": \"1985-03-02\" } }",
    "{ \"graduated\": { \"to\": \"2026-07-31\" } }",
    "{ \"degree_in\": [\"学士\"] }",
    "{ \"major_in\": [\"社会工作\", \"社会学\"] }",
    "{ \"residence_in\": { \"words\": [\"云岭县\"], \"to\": \"2026-03-02\" } }",
    "{ \"certificate_at_least\": { \"word\": \"社会工作师\", \"to\": \"2026-03-02\" } }",
    "{ \"service_months\": { \"months\": 24 } }",
    "{ \"is\": \"veteran\" }",
    "{ \"word_in\": { \"fact\": \"degree\", \"words\": [\"学士\", \"硕士\"] } }",
    "{ \"place_in\": { \"fact\": \"residence\", \"words\": [\"云岭县\"] } }",
    "{ \"place_in\": { \"fact\": \"residence\", \"words\": [\"云岭县\"], \"to\": \"2026-03-02\" } }",
    "{ \"dated\": { \"fact\": \"graduated\" } }",
    "{ \"dated\": { \"fact\": \"graduated\", \"from\": \"2024-01-01\", \"to\": \"2026-07-31\" } }",
    "{ \"months_since\": { \"fact\": \"graduated\", \"months\": 24, \"to\": \"2026-03-02\" } }",
    "{ \"months_since\": { \"fact\": \"enlisted\", \"months\": 24, \"until\": \"discharged\" } }",
    "{ \"at_least\": { \"fact\": \"months\", \"value\": \"24\" } }",
    "{ \"at_most\": { \"fact\": \"months\", \"value\": \"3/2\" } }",
    "{ \"post_in\": [\"A01\", \"A02\"] }",
    "{ \"post_street_in\": [\"01\"] }",
    "{ \"same_as_post\": \"own_street\" }",
    "{ \"by_hand\": \"\\\"一\\\\二\\u000a三\" }",
  };
  g_autofree gchar *plain = read_sample ();
  g_autofree gchar *sample = replace_once (plain, "\"posts\": [",
                                           "\"facts\": [{ \"id\": \"months\", \"label\": \"参保月数\", \"kind\": \"number\" },"
                                           "{ \"id\": \"own_street\", \"label\": \"工作街道\", \"kind\": \"word\" }], \"posts\": [");

  for (gsize i = 0; i < G_N_ELEMENTS (conditions); i++)
    {
      g_autofree gchar    *text = replace_once (sample, "{ \"veteran\": true }", conditions[i]);
      g_autoptr (GError)   error = NULL;
      g_autoptr (KpScheme) scheme = kp_scheme_json_parse (text, -1, NULL, &error);
      g_autoptr (KpScheme) again = NULL;
      g_autofree gchar    *written = NULL;
      g_autofree gchar    *rewritten = NULL;

      g_assert_no_error (error);
      written = kp_scheme_json_dup (scheme);
      again = kp_scheme_json_parse (written, -1, NULL, &error);
      g_assert_no_error (error);
      rewritten = kp_scheme_json_dup (again);
      g_assert_cmpstr (written, ==, rewritten);
      /* The first three are laid out over several lines. */
      if (i > 2)
        kp_test_assert_contains (written, conditions[i]);
      g_assert_cmpstr (written, !=, sample);
    }
}

/* What a notice asks besides is written as it is read, and only where it says something. */
static void
test_facts_there_and_back (void)
{
  static const char *const parts[] = {
    "\"facts\": [\n    {\n      \"id\": \"spouse\",\n      \"label\": \"军人配偶\",\n      \"kind\": \"yes_no\",\n"
    "      \"empty\": \"unknown\",\n      \"proof\": \"结婚证\",\n      \"columns\": [\n        \"配偶是否军人\"\n      ]\n    }\n  ]",
    "\"education_as\": [\n    {\n      \"word\": \"高级工班\",\n      \"as\": \"大专\"\n    }\n  ]",
    "\"registration\": {\n    \"one_post\": false,\n    \"needs_payment\": true,\n    \"pay_until\": \"2026-03-09\"\n  }",
    "\"review\": {\n    \"levels\": 1,\n    \"supplement_days\": 3,\n    \"supplement_in_workdays\": true,\n    \"appeal_days\": 2,\n"
    "    \"answer_days\": 1\n  }",
  };
  static const char *const lines[] = {
    "\"proof\": \"身份证\",\n      \"when\": { \"is\": \"spouse\" },\n      \"condition\": { \"born\"",
    "\"checked\": [\"review\", \"background\"]\n",
    "{ \"months_since\": { \"fact\": \"graduated\", \"months\": 24, \"to\": \"2026-03-02\" } }", /* the cut-off */
  };
  g_autofree gchar      *sample = read_sample ();
  g_autofree gchar      *declared = g_strdup_printf ("%s,\n  %s,\n  \"posts\": [", parts[0], parts[1]);
  g_autofree gchar      *with_facts = replace_once (sample, "\"posts\": [", declared);
  g_autofree gchar      *policies = g_strdup_printf ("%s,\n  %s,\n  \"quota\": {", parts[2], parts[3]);
  g_autofree gchar      *with_policies = replace_once (with_facts, "\"quota\": {", policies);
  g_autofree gchar      *asked = replace_once (with_policies, "      \"condition\": { \"born\"",
                                               "      \"checked\": [\"background\", \"review\"], \"proof\": \"身份证\",\n"
                                               "      \"when\": { \"is\": \"spouse\" }, \"condition\": { \"born\"");
  g_autofree gchar      *text = replace_once (asked, "{ \"veteran\": true }",
                                              "{ \"months_since\": { \"fact\": \"graduated\", \"months\": 24 } }");
  g_autoptr (GError)     error = NULL;
  g_autoptr (KpScheme)   scheme = kp_scheme_json_parse (text, -1, NULL, &error);
  g_autoptr (KpScheme)   again = NULL;
  g_autofree gchar      *written = NULL;
  g_autofree gchar      *rewritten = NULL;
  const KpRequirement   *requirement;

  g_assert_no_error (error);
  written = kp_scheme_json_dup (scheme);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    kp_test_assert_contains (written, parts[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    kp_test_assert_contains (written, lines[i]);
  again = kp_scheme_json_parse (written, -1, NULL, &error);
  g_assert_no_error (error);
  rewritten = kp_scheme_json_dup (again);
  g_assert_cmpstr (written, ==, rewritten);

  requirement = g_ptr_array_index (scheme->requirements, 0);
  g_assert_cmpuint (requirement->checked, ==, KP_CHECK_REVIEW | KP_CHECK_BACKGROUND);
  g_assert_cmpstr (requirement->when->label, ==, "军人配偶");
}

static void
test_notice_states_the_rules (void)
{
  static const char *const sentences[] = {
    "52名",
    "1985年3月2日至2008年3月2日",
    "不低于3∶1",
    "调剂到A01岗位",
    "卷面成绩（不含加分）60分",
    "只取最高一项",
    "末位成绩并列的，一并进入面试",
    "去掉1个最高分和1个最低分",
    "修正系数保留4位小数",
    "面试成绩须达到70分",
    "笔试成绩",
    "×50%",
    "×80%",
    "每满1年计2分，最高20分",
    "7日内申请复检",
    "递补不超过2次",
    "公示7个工作日",
    "合同期限3年",
    "试用期6个月",
    "根据《中共中央办公厅",
    "一、招聘原则和计划",
    "C01退役军人定向岗　学历：高中及以上学历。定向对象：退役军人。",
    "D01原网格员转聘岗不组织笔试",
    "修正系数=该岗位全部考生的平均分÷本考场平均分",
    "平均分不作取舍",
    "D01岗位：综合成绩=面试成绩×80%+资历量化分",
    "自2026年6月10日起",
    "D01岗位不约定试用期",
    "十二、其他",
  };
  static const char *const half_width[] = { ":", ",", ";", "(", ")" };
  g_autofree gchar     *path = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autoptr (KpScheme)  scheme = kp_scheme_json_load (path, NULL, NULL);
  g_autoptr (GPtrArray) sections = kp_scheme_explain (scheme);
  g_autoptr (GString)   notice = g_string_new (NULL);

  for (guint i = 0; i < sections->len; i++)
    {
      const KpNoticeSection *section = g_ptr_array_index (sections, i);

      g_string_append_printf (notice, "%s\n", section->heading);
      for (guint j = 0; j < section->paragraphs->len; j++)
        g_string_append_printf (notice, "%s\n", (const char *) g_ptr_array_index (section->paragraphs, j));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (sentences); i++)
    kp_test_assert_contains (notice->str, sentences[i]);

  /* A time of day is the only place of a half-width colon. */
  for (char *colon = strchr (notice->str, ':'); colon != NULL; colon = strchr (colon + 1, ':'))
    if (g_ascii_isdigit (colon[-1]) && g_ascii_isdigit (colon[1]))
      *colon = '-';
  for (gsize i = 0; i < G_N_ELEMENTS (half_width); i++)
    g_assert_null (strstr (notice->str, half_width[i]));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (fault_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/data/scheme/fault/", fault_cases[i].name, NULL);

      g_test_add_data_func (path, &fault_cases[i], test_fault);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (syntax_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/data/scheme/syntax/", syntax_cases[i].name, NULL);

      g_test_add_data_func (path, &syntax_cases[i], test_syntax);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (written_again); i++)
    {
      g_autofree gchar *name = g_strdup_printf ("/data/scheme/written-again/%" G_GSIZE_FORMAT, i);

      g_test_add_data_func (name, written_again[i], test_written_again);
    }
  g_test_add_func ("/data/scheme/first-form-ties", test_first_form_ties);
  g_test_add_func ("/data/scheme/syntax/bottomless", test_bottomless);
  g_test_add_func ("/data/scheme/no-file", test_no_file);
  g_test_add_func ("/data/scheme/there-and-back", test_there_and_back);
  g_test_add_func ("/data/scheme/first-form", test_first_form);
  g_test_add_func ("/data/scheme/digest", test_digest);
  g_test_add_func ("/data/scheme/all-faults-at-once", test_all_faults_at_once);
  g_test_add_func ("/data/scheme/every-condition", test_every_condition);
  g_test_add_func ("/data/scheme/facts-there-and-back", test_facts_there_and_back);
  g_test_add_func ("/data/scheme/notice-states-the-rules", test_notice_states_the_rules);

  return g_test_run ();
}
