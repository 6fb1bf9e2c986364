/* test-agreement.c – whole campaigns by several schemes: after each step the record is what the pure rules come to.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-called.h"
#include "kp-decision.h"
#include "kp-departure.h"
#include "kp-direct-hires.h"
#include "kp-heat-record.h"
#include "kp-shortlist-record.h"
#include "kp-step-choose.h"
#include "kp-step-decide.h"
#include "kp-step-depart.h"
#include "kp-step-extra.h"
#include "kp-step-final-total.h"
#include "kp-step-hearing.h"
#include "kp-step-heat.h"
#include "kp-step-hire.h"
#include "kp-step-leave.h"
#include "kp-step-objection.h"
#include "kp-step-payment.h"
#include "kp-step-recheck.h"
#include "kp-step-repost.h"
#include "kp-step-review.h"
#include "kp-step-seat.h"
#include "kp-step-shortlist.h"
#include "kp-test-agree.h"
#include "kp-test-course.h"

#define ACTION "\"action\": \"reduce\""
#define TOP "  \"streets\": ["
#define SCHEME_SAYS(text) TOP, "  " text ",\n" TOP
#define LEFTOVER(at) MOVED (at, "in_turn")
#define MOVED(at, how) \
  SCHEME_SAYS ("\"leftover\": { \"at\": \"" at "\", \"from\": \"all\", \"to\": [\"D01\", \"B02\", \"A02\"], " \
               "\"how\": \"" how "\" }")
#define DIRECT(from, to, rest) \
  SCHEME_SAYS ("\"direct_hire\": { \"when\": { \"born\": { \"from\": \"" from "\", \"to\": \"" to "\" } }" rest " }")
#define EXEMPT(from, to, limit) \
  "  \"written\": {", "  \"written\": { \"exempt\": { \"born\": { \"from\": \"" from "\", \"to\": \"" to "\" } }, " limit \
                    ", \"exempt_mark\": \"60\","
#define SHORTAGE "\"shortage\": \"take_all\""
#define LINE "\"kind\": \"fixed\",\n      \"value\": \"60\""
#define ONE_EACH "\"ratio\": \"3\",\n        \"plus\": 0", "\"ratio\": \"1\", \"plus\": 0"
#define LAST_TIE "\"last_tie\": \"all_enter\""
#define TIE_KEYS "\"tie_keys\": []"
#define TIES "\"ties\": [\"interview\", \"written_paper\", \"veteran\", \"extra_test\"]"
#define LONE "\"when\": \"present_at_most_places\""
/* Half and half by test and written marks, over the line of 59; or passed and failed, by the written marks alone. */
#define OTHERS "  \"others\": [],"
#define SCORED \
  OTHERS, "  \"others\": [{ \"code\": \"skill\", \"name\": \"技能测试\" }],\n" \
          "  \"heats\": [{ \"other\": \"skill\", \"line\": \"59\", \"weights\": { \"written\": \"50%\", \"other_1\": \"50%\" }, " \
          "\"next\": { \"tiers\": [{ \"from_places\": 1, \"to_places\": 0, \"ratio\": \"1\", \"plus\": 0 }] }, " \
          "\"posts\": [\"A01\", \"A02\", \"B02\", \"C01\", \"C02\"] }],"
#define PASSED \
  OTHERS, "  \"others\": [{ \"code\": \"skill\", \"name\": \"体能测试\", \"full\": 1, \"decimals\": 0 }],\n" \
          "  \"heats\": [{ \"other\": \"skill\", \"line\": \"1\", \"weights\": { \"written\": \"100%\" }, " \
          "\"next\": { \"tiers\": [{ \"from_places\": 1, \"to_places\": 0, \"ratio\": \"1\", \"plus\": 0 }], " \
          "\"shortage\": \"reduce_plan\" }, \"posts\": [\"A01\", \"A02\", \"B02\", \"C01\", \"C02\"] }],"
#define COUNTED \
  "\"written\": \"50%\",\n        \"interview\": \"50%\",\n        \"credential\": \"0%\",\n        \"bonus\": \"0%\",\n" \
  "        \"other_1\": \"0%\"", \
      "\"written\": \"40%\",\n        \"interview\": \"40%\",\n        \"credential\": \"0%\",\n        \"bonus\": \"0%\",\n" \
      "        \"other_1\": \"20%\""
#define CHECKED(line) \
  OTHERS, "  \"others\": [{ \"code\": \"kc\", \"name\": \"考察成绩\", \"decimals\": 0 }],\n" \
          "  \"background\": { \"score\": { \"other\": \"kc\"," line \
          " \"weights\": { \"total\": \"80%\", \"other\": \"20%\" }, \"decimals\": 0, \"ties\": [\"decision\"] } },"
#define CALLED_MORE "\"list\": {\n      \"ratio\": \"1\"", "\"list\": {\n      \"ratio\": \"3/2\""
#define UNTIL(moment) "\"final_until\": \"publicity\"", "\"final_until\": \"" moment "\""
#define NO_ROUNDS_USED "\"max_rounds\": 2", "\"max_rounds\": 9"
#define POOL "\"reserve\": {\n    \"applies\": false", "\"reserve\": {\n    \"applies\": true,\n    \"until\": \"2027-03-31\""
#define CHOICE(rest) \
  "\"choice\": {\n    \"applies\": false,\n    \"among\": \"post\",\n    \"offers\": []", "\"choice\": { \"applies\": true, " rest
#define LINES "    \"lines\": {\n      \"line\": \"60\""
#define REQUIREMENTS "  \"requirements\": [\n    {\n      \"id\": \"age\""
#define BORN_LATER \
  REQUIREMENTS, \
      "  \"requirements\": [ { \"id\": \"papers\", \"label\": \"证件\", \"clause\": \"六\", \"text\": \"甲\", " \
      "\"reason\": \"R05\", \"checked\": [\"recheck\"], \"condition\": { \"born\": { \"from\": \"1990-01-05\", " \
      "\"to\": \"2008-03-02\" } } },\n    {\n      \"id\": \"age\""

typedef struct
{
  const char *name;
  const char *edits[12];
  gboolean asks_facts_again; /* the rules know who fails the re-check before it is held */
  const KpTable *table;      /* of which some row shows that the variant came to bear */
  const char *shown;
} Variant;

/* The sample: 3:1, reduced; posts B01 and E01 are cancelled, D01 has no written exam. */
static const Variant variants[] = {
  { "sample",
    { NULL },
    FALSE, &kp_application_table, "AND first_post IS NOT NULL" },
  { "interview-only",
    { ACTION, "\"action\": \"interview_only\", \"interview_only_total\": \"conversion\"", NULL },
    FALSE, &kp_post_table, "AND state = 'interview_only'" },
  { "tiers",
    { ACTION, ACTION ", \"interview_only_total\": \"conversion\", \"tiers\": [{ \"below\": \"3.5\", \"action\": \"interview_only\" }]",
      NULL },
    FALSE, &kp_post_table, "AND state = 'interview_only' AND opened < planned" },
  { "line-for-some",
    { "    \"line\": {\n      \"basis\"",
      "    \"line_for\": [{ \"posts\": [\"A02\"], \"line\": \"10\" }, { \"when\": { \"veteran\": true }, \"line\": \"50\" }],"
      "    \"line\": {\n      \"basis\"", LINE, "\"kind\": \"fixed\", \"value\": \"72\"", NULL },
    FALSE, &kp_shortlist_table, "AND post = 'A02' AND paper < 720000 AND outcome = 'enters'" },
  { "cancelled",
    { ACTION, "\"action\": \"cancel\"", NULL },
    FALSE, &kp_post_table, "AND post = 'A01' AND state = 'cancelled'" },
  { "registered",
    { ACTION, ACTION ", \"counts\": \"registered\"", NULL },
    FALSE, &kp_post_table, "AND state = 'reduced'" },
  { "decided",
    { ACTION, "\"action\": \"decide\"", LINE, "\"kind\": \"decided\", \"value\": 0", NULL },
    FALSE, &kp_decision_table, "AND kind = 'written_line'" },
  { "fee",
    { SCHEME_SAYS ("\"registration\": { \"needs_payment\": true, \"pay_until\": \"2026-03-06\" }"), NULL },
    FALSE, &kp_application_table, "AND payment IS NULL" },
  { "fee-counted",
    { ACTION, ACTION ", \"counts\": \"paid\"", NULL },
    FALSE, &kp_application_table, "AND payment = 'exempt'" },
  { "leftover-at-shortlist",
    { LEFTOVER ("shortlist"),
      LINE, "\"kind\": \"fixed\", \"value\": \"72\"", NULL },
    FALSE, &kp_post_table, "AND places > opened" },
  { "leftover-at-interview",
    { LEFTOVER ("interview"),
      "\"line\": \"60\",\n      \"without", "\"line\": \"69\",\n      \"without", NULL },
    FALSE, &kp_post_table, "AND vacated IS NOT NULL AND places > listed" },
  { "leftover-decided-at-shortlist",
    { MOVED ("shortlist", "decided"),
      LINE, "\"kind\": \"fixed\", \"value\": \"72\"", NULL },
    FALSE, &kp_post_table, "AND places > opened AND moved IS NOT NULL" },
  { "leftover-decided-at-interview",
    { MOVED ("interview", "decided"),
      "\"line\": \"60\",\n      \"without", "\"line\": \"69\",\n      \"without", NULL },
    FALSE, &kp_post_table, "AND vacated IS NOT NULL AND places > listed AND waits = 0" },
  { "turnout-of-the-written-exam",
    { SCHEME_SAYS ("\"turnout\": { \"sat\": { \"applies\": true, \"ratio\": \"4\" } }"), NULL },
    FALSE, &kp_post_table, "AND moved IS NOT NULL AND listed < opened AND state <> 'cancelled'" },
  { "listed-by-credential",
    { "\"name\": \"原网格员转聘岗\",", "\"name\": \"原网格员转聘岗\", \"shortlist_basis\": \"credential\", \"shortlist_ratio\": \"1.5\",",
      "\"places\": 15,", "\"places\": 2,", LAST_TIE, "\"last_tie\": \"by_key\"", TIE_KEYS, "\"tie_keys\": [\"extra_test\"]", NULL },
    FALSE, &kp_shortlist_table, "AND state = 'exempt' AND place IS NOT NULL AND outcome = 'tied-out'" },
  { "turnout-of-the-interview",
    { SCHEME_SAYS ("\"turnout\": { \"heard\": { \"applies\": true, \"ratio\": \"3\", \"rounding\": \"half_up\" } }"),
      NULL },
    FALSE, &kp_post_table, "AND vacated IS NOT NULL AND places < listed" },
  { "shortage-reduces",
    { SHORTAGE, "\"shortage\": \"reduce_plan\"", LINE, "\"kind\": \"fixed\", \"value\": \"64\"", NULL },
    FALSE, &kp_post_table, "AND listed < opened AND state <> 'cancelled'" },
  { "shortage-decided",
    { SHORTAGE, "\"shortage\": \"decide\"", LINE, "\"kind\": \"fixed\", \"value\": \"64\"", NULL },
    FALSE, &kp_decision_table, "AND kind = 'shortlist'" },
  { "list-test",
    { ONE_EACH, LAST_TIE, "\"last_tie\": \"by_key\"", TIE_KEYS, "\"tie_keys\": [\"extra_test\"]", NULL },
    FALSE, &kp_mark_table, "AND paper = 'list-test'" },
  { "ranks-decided",
    { ONE_EACH, LAST_TIE, "\"last_tie\": \"by_key\"", TIE_KEYS, "\"tie_keys\": [\"decision\"]", TIES,
      "\"ties\": [\"decision\"]", NULL },
    FALSE, &kp_decision_table, "AND kind = 'shortlist_tie'" },
  { "list-parted-by-credential-first",
    { ONE_EACH, LAST_TIE, "\"last_tie\": \"by_key\"", TIE_KEYS, "\"tie_keys\": [\"credential\", \"decision\"]", NULL },
    FALSE, &kp_shortlist_table, "AND outcome = 'tied-out'" },
  { "no-tie-enters",
    { ONE_EACH, LAST_TIE, "\"last_tie\": \"none_enter\"", "\"places\": \"shared_skip\",\n    \"zero",
      "\"places\": \"shared_dense\",\n    \"zero", NULL },
    FALSE, &kp_shortlist_table, "AND outcome = 'tied-out'" },
  { "votes",
    { ONE_EACH, LONE, LONE ", \"vote\": \"2/3\"", NULL },
    FALSE, &kp_decision_table, "AND kind = 'vote'" },
  { "votes-below-the-ratio",
    { LONE, "\"when\": \"fewer_than_ratio\", \"vote\": \"2/3\"", NULL },
    FALSE, &kp_decision_table, "AND kind = 'vote' AND value = '5/7'" },
  { "mean-of-the-room",
    { LONE, "\"when\": \"always\"", "\"mean\": \"none\"", "\"mean\": \"room\"", NULL },
    FALSE, &kp_total_table, "AND outcome = 'below_line'" },
  { "mean-of-the-kind",
    { LONE, "\"when\": \"always\"", "\"mean\": \"none\"", "\"mean\": \"kind\"", NULL },
    FALSE, &kp_total_table, "AND outcome = 'below_line'" },
  { "interview-lines-for-some",
    { LINES,
      "    \"lines_for\": [{ \"posts\": [\"A02\"], \"lines\": { \"line\": \"70\", \"on\": \"raw\" } },"
      " { \"when\": { \"born\": { \"from\": \"1990-01-05\", \"to\": \"2008-03-02\" } },"
      " \"lines\": { \"line\": \"58\", \"vote\": \"2/3\", \"when\": \"always\" } },"
      " { \"posts\": [\"A01\", \"C01\"], \"lines\": { \"when\": \"always\", \"mean\": \"kind\" } }],\n" LINES,
      NULL },
    FALSE, &kp_total_table, "AND post = 'A02' AND interview >= 600000 AND outcome = 'below_line'" },
  { "interview-line-drawn",
    { "\"line\": \"60\",\n      \"without", "\"line\": \"60\", \"decided\": \"campaign\",\n      \"without", NULL },
    FALSE, &kp_total_table, "AND interview >= 600000 AND outcome = 'below_line'" },
  { "interview-line-of-each-post",
    { "\"line\": \"60\",\n      \"without", "\"decided\": \"post\",\n      \"without", NULL },
    FALSE, &kp_decision_table, "AND kind = 'interview_line' AND subject = 'A02'" },
  { "lowest-called-of-the-campaign",
    { LINES,
      "    \"lines_for\": [{ \"posts\": [\"A02\", \"C01\"], \"lines\": { \"line\": \"60\", \"when\": \"fewer_than_ratio\","
      " \"lowest_called\": \"campaign\" } },"
      " { \"posts\": [\"D01\"], \"lines\": { \"line\": \"60\", \"when\": \"always\" } }],\n" LINES,
      NULL },
    FALSE, &kp_total_table, "AND post = 'C01' AND interview >= 600000 AND outcome = 'below_line'" },
  { "lowest-called-of-the-room",
    { LINES,
      "    \"lines_for\": [{ \"posts\": [\"C02\"], \"lines\": { \"line\": \"60\", \"when\": \"fewer_than_ratio\","
      " \"lowest_called\": \"room\" } }, { \"posts\": [\"C01\"], \"lines\": { \"line\": \"65\" } }],\n" LINES,
      "\"room_limit\": 36", "\"room_limit\": 6", NULL },
    FALSE, &kp_total_table, "AND post = 'C02' AND interview >= 600000 AND outcome = 'below_line'" },
  { "bonus-on-total",
    { "\"target\": \"written\"", "\"target\": \"total\"",
      "\"credential\": \"100%\",\n        \"bonus\": \"0%\"",
      "\"credential\": \"100%\",\n        \"bonus\": \"100%\"", NULL },
    FALSE, &kp_shortlist_table, "AND state = 'exempt' AND bonus > 0" },
  { "out-of-200",
    { "\"written\": \"50%\",\n        \"interview\": \"50%\"", "\"written\": \"100%\",\n        \"interview\": \"100%\"",
      "\"label\": \"笔试和面试\"", "\"label\": \"笔试加面试\", \"full\": 200", NULL },
    FALSE, &kp_total_table, "AND outcome = 'ranked' AND total > 1000000" },
  { "bonus-by-target",
    { "\"code\": \"assistant\"", "\"code\": \"assistant\", \"target\": \"interview\"",
      "\"code\": \"social-worker\"", "\"code\": \"social-worker\", \"target\": \"interview\"",
      "\"code\": \"senior\"", "\"code\": \"senior\", \"target\": \"interview\"",
      "\"code\": \"veteran\"", "\"code\": \"veteran\", \"target\": \"shortlist\"", NULL },
    FALSE, &kp_bonus_table, "AND counts = 1" },
  { "substitutes-from-all",
    { "\"final_until\": \"publicity\"", "\"final_until\": \"hire\"",
      "\"from\": \"post\",\n    \"needs_approval\"", "\"from\": \"all\", \"compare\": \"totals\",\n    \"needs_approval\"", NULL },
    FALSE, &kp_fitness_table, "AND round > 0" },
  { "substitutes-in-waves",
    { "\"final_until\": \"publicity\"", "\"final_until\": \"hire\"", "\"from\": \"post\",\n    \"needs_approval\"", "\"from\": \"all\", \"compare\": \"totals\", \"waves\": [ "
      "{ \"when\": { \"born\": { \"from\": \"1990-01-06\", \"to\": \"1990-01-09\" } } }, { \"label\": \"服从调剂\" } ],\n    "
      "\"needs_approval\"", NULL },
    FALSE, &kp_proposal_table, "AND EXISTS (SELECT 1 FROM total WHERE total.application = proposal.application "
                               "AND total.post <> proposal.post)" },
  { "recheck-by-facts",
    { BORN_LATER, NULL },
    TRUE, &kp_leaving_table, "AND stage = 'recheck' AND cause = 'failed'" },
  { "one-round",
    { BORN_LATER, "\"max_rounds\": 0,\n    \"refill\"", "\"max_rounds\": 1,\n    \"refill\"", NULL },
    TRUE, &kp_leaving_table, "AND round = 3" },
  { "to-list-length",
    { "\"refill\": \"to_ratio\"", "\"refill\": \"to_list_length\"", NULL },
    FALSE, &kp_shortlist_table, "AND outcome = 'substitute'" },
  { "nobody-follows",
    { "\"may_substitute\": true", "\"may_substitute\": false", NULL },
    FALSE, &kp_leaving_table, "AND round = 2" },
  { "test-before-the-interview",
    { SCORED, COUNTED, NULL },
    FALSE, &kp_heat_table, "AND outcome = 'substitute'" },
  { "test-passed-or-failed",
    { PASSED, NULL },
    FALSE, &kp_heat_table, "AND outcome = 'zero'" },
  { "background-scored",
    { CHECKED (" \"line\": \"60\","), CALLED_MORE, NULL },
    FALSE, &kp_decision_table, "AND kind = 'final_tie'" },
  { "one-room-more",
    { "\"room_limit\": 36", "\"room_limit\": 6", NULL },
    FALSE, &kp_interview_table, "AND coefficient IS NOT NULL" },
  { "leaves-until-hire",
    { UNTIL ("hire"), NULL },
    FALSE, &kp_proposal_table, "AND round = 2" },
  { "leaves-until-probation",
    { UNTIL ("probation"), NO_ROUNDS_USED, NULL },
    FALSE, &kp_proposal_table, "AND round = 3" },
  { "leaves-from-all",
    { UNTIL ("probation"), NO_ROUNDS_USED,
      "\"from\": \"post\",\n    \"needs_approval\"", "\"from\": \"all\", \"compare\": \"totals\",\n    \"needs_approval\"", NULL },
    FALSE, &kp_departure_table, "AND round > 1" },
  { "leaves-from-a-longer-list",
    { UNTIL ("reserve"), POOL, NO_ROUNDS_USED, CALLED_MORE, NULL },
    FALSE, &kp_proposal_table, "AND round = 2" },
  { "called-from-the-reserve",
    { UNTIL ("reserve"), POOL, NO_ROUNDS_USED, NULL },
    FALSE, &kp_departure_table, "AND called_on IS NOT NULL AND stage = 'hire'" },
  { "called-from-the-reserve-of-all",
    { UNTIL ("reserve"), POOL, NO_ROUNDS_USED,
      "\"from\": \"post\",\n    \"needs_approval\"", "\"from\": \"campaign\", \"compare\": \"totals\",\n    \"needs_approval\"", NULL },
    FALSE, &kp_departure_table, "AND called_on IS NOT NULL" },
  { "reserve-of-a-scored-check",
    { OTHERS, "  \"others\": [{ \"code\": \"kc\", \"name\": \"考察成绩\", \"decimals\": 0 }],\n"
              "  \"background\": { \"score\": { \"other\": \"kc\", \"line\": \"60\", "
              "\"weights\": { \"total\": \"80%\", \"other\": \"20%\" }, \"decimals\": 0, \"ties\": [\"decision\"] } },",
      UNTIL ("reserve"), POOL, NO_ROUNDS_USED, NULL },
    FALSE, &kp_departure_table, "AND called_on IS NOT NULL" },
  { "chosen-by-all",
    { CHOICE ("\"among\": \"campaign\""), UNTIL ("probation"), NULL },
    FALSE, &kp_choice_table, "AND outcome = 'chosen'" },
  { "chosen-in-each-post",
    { CHOICE ("\"offers\": [{ \"code\": \"01\", \"name\": \"城关街道\", \"places\": 20 }, "
              "{ \"code\": \"east\", \"name\": \"东城\", \"places\": 20 }]"), NULL },
    FALSE, &kp_choice_table, "AND outcome = 'absent'" },
  { "chosen-before-the-physical",
    { CHOICE ("\"among\": \"campaign\", \"at\": \"totals\""), UNTIL ("probation"), NO_ROUNDS_USED, NULL },
    FALSE, &kp_choice_table, "AND outcome = 'chosen'" },
  { "direct-hire",
    { DIRECT ("1990-01-03", "1990-01-03", ""), NULL },
    FALSE, &kp_total_table, "AND post = 'A01' AND outcome = 'direct' AND place = 1 AND is_undecided = 0" },
  { "direct-hire-left-to-exam",
    { DIRECT ("1990-01-03", "1990-01-03", ", \"most\": 2"), NULL },
    FALSE, &kp_decision_table, "AND kind = 'direct' AND value = '15'" },
  { "direct-hire-others-out",
    { DIRECT ("1990-01-06", "1990-01-09", ", \"left\": \"out\""), NULL },
    FALSE, &kp_total_table, "AND outcome = 'direct' AND place IS NULL" },
  { "direct-hire-and-shortage",
    { DIRECT ("1990-01-03", "1990-01-06", ", \"most\": 1"), SHORTAGE, "\"shortage\": \"reduce_plan\"", LINE,
      "\"kind\": \"fixed\", \"value\": \"64\"", NULL },
    FALSE, &kp_post_table, "AND listed < opened AND state <> 'cancelled'" },
  { "direct-hire-and-test",
    { DIRECT ("1990-01-03", "1990-01-06", ", \"most\": 1"), SCORED, COUNTED, NULL },
    FALSE, &kp_heat_table, "AND outcome = 'substitute' AND why LIKE '%扣除免试直接聘用1人%'" },
  { "direct-hire-and-leftover",
    { DIRECT ("1990-01-03", "1990-01-06", ", \"most\": 1, \"posts\": [\"A01\", \"B02\"]"), LEFTOVER ("interview"),
      "\"line\": \"60\",\n      \"without", "\"line\": \"69\",\n      \"without", NULL },
    FALSE, &kp_total_table, "AND post = 'B02' AND outcome = 'direct'" },
  { "exempt-at-most",
    { EXEMPT ("1990-01-02", "1990-01-08", "\"exempt_most\": 2"), NULL },
    FALSE, &kp_decision_table, "AND kind = 'exempt'" },
  { "exempt-share-by-age",
    { EXEMPT ("1990-01-02", "1990-01-12", "\"exempt_share\": \"50%\", \"exempt_keys\": [\"younger\"]"), NULL },
    FALSE, &kp_shortlist_table, "AND state = 'exempt' AND post <> 'D01'" },
  { "direct-hire-and-background-scored",
    { DIRECT ("1990-01-02", "1990-01-08", ", \"most\": 2"), CHECKED (" \"line\": \"60\","), CALLED_MORE, NULL },
    FALSE, &kp_fitness_table,
    "AND kind = 'background' AND by_mark = 1 AND application IN (SELECT application FROM total WHERE outcome = 'direct')" },
  { "direct-hire-and-background-without-line",
    { DIRECT ("1990-01-01", "1990-01-09", ", \"most\": 4"), CHECKED (""), CALLED_MORE, NULL },
    FALSE, &kp_proposal_table, "AND application IN (SELECT application FROM total WHERE outcome = 'direct')" },
};

#define N_MARKS 17
#define N_TEST_MARKS 9

#define OK(call) \
  G_STMT_START \
  { \
    g_autoptr (GError) error = NULL; \
    const gboolean is_ok = (call); \
\
    g_assert_no_error (error); \
    g_assert_true (is_ok); \
  } \
  G_STMT_END

static void
register_all (KpTestCampaign *c)
{
  static const struct
  {
    const char *post;
    guint n;
  } counts[] = { { "A01", 15 }, { "A02", 9 }, { "B01", 2 }, { "B02", 7 }, { "C01", 7 }, { "C02", 4 }, { "D01", 6 } };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    kp_test_campaign_register (c, counts[i].post, counts[i].n);
}

/* One in six hasn't paid, one is late, one needn't. */
static void
pay (KpTestCampaign *c)
{
  g_autoptr (GString) text = g_string_new ("报名号,缴费状态,缴费日期\n");
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autofree char *path = NULL;
  g_autoptr (GError) read_error = NULL;
  g_autoptr (KpPaymentSheet) sheet = NULL;
  KpPaymentTally tally;

  if (!kp_scheme_asks_payment (kp_session_get_scheme (c->session)))
    return;
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    g_string_append_printf (text, "%s,%s,%s\n", kp_roster_get_dossier (roster, i)->application->application,
                            i % 6 == 1 ? "未缴费" : i == 3 ? "免缴" : "已缴费", i == 5 ? "2026-03-07" : "2026-03-05");
  path = kp_test_campaign_write (c, "payments.csv", text->str);
  sheet = kp_payment_sheet_read (path, &read_error);
  g_assert_no_error (read_error);
  OK (kp_step_enter_payments (c->session, sheet, &tally, &error));
}

/* D01 asks for service as grid staff, which all have. */
static const char *
find_open (GPtrArray *posts)
{
  for (guint i = 0; i < posts->len; i++)
    {
      const KpQuotaResult *post = g_ptr_array_index (posts, i);

      if (post->outcome != KP_QUOTA_CANCELLED)
        return post->post;
    }
  g_assert_not_reached ();
}

static void
decide (KpTestCampaign *c,
        KpDecisionKind kind,
        const char *subject,
        const char *value)
{
  OK (kp_step_decide (c->session, kind, subject, value, "会议纪要", "甲", "乙", &error));
}

/* Of those who may be hired without exam, where they are too many; by the roster. */
static void
part_direct (KpTestCampaign *c,
             KpDirectLeft left)
{
  g_autoptr (GError) load_error = NULL;
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (KpDirectHires) hires = kp_direct_hires_load (c->session, roster, &load_error);
  const guint n = kp_roster_get_n_dossiers (roster);

  g_assert_no_error (load_error);
  if (kp_session_get_scheme (c->session)->direct_hire.left != left)
    return;
  for (guint i = 0; i < n; i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      g_autofree char *rank = g_strdup_printf ("%u", i + 1);

      if (kp_direct_hires_get (hires, dossier)->verdict == KP_DIRECT_UNDECIDED)
        decide (c, KP_DECISION_DIRECT, dossier->application->application, rank);
    }
}

/* The same of those who may do without the written exam; the last of the roster first. */
static void
part_exempt (KpTestCampaign *c)
{
  g_autoptr (GError) load_error = NULL;
  g_autoptr (KpRoster) roster = kp_session_load_roster (c->session, &load_error);
  const guint n = roster != NULL ? kp_roster_get_n_dossiers (roster) : 0;

  g_assert_no_error (load_error);
  for (guint i = 0; i < n; i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      g_autofree char *rank = g_strdup_printf ("%u", n - i);

      if (dossier->exemption == KP_EXEMPTION_UNDECIDED)
        decide (c, KP_DECISION_EXEMPT, dossier->application->application, rank);
    }
}

static void
open (KpTestCampaign *c)
{
  g_autoptr (GPtrArray) posts = NULL;
  g_autoptr (GError) open_error = NULL;
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (KpRepostWindow) window = NULL;
  KpReviewTally review;
  KpSeatTally seats;

  OK (kp_step_review_auto (c->session, &review, &error));
  kp_test_agree (c);
  kp_test_campaign_decide_openings (c);
  posts = kp_step_open_posts (c->session, &open_error);
  g_assert_no_error (open_error);
  kp_test_agree (c);
  roster = kp_test_campaign_load (c);
  window = kp_repost_load_window (c->session, roster, &open_error);
  g_assert_no_error (open_error);
  if (window->waiting->len > 0)
    {
      const KpDossier *first = g_ptr_array_index (window->waiting, 0);

      OK (kp_step_repost (c->session, first->application->application, find_open (posts), &error));
      kp_test_agree (c);
    }
  part_direct (c, KP_DIRECT_LEFT_TO_EXAM);
  kp_test_agree (c);
  part_exempt (c);
  kp_test_agree (c);
  kp_test_campaign_set_now (c, "2026-03-20T09:00:00+08:00");
  kp_test_campaign_commit_seats (c);
  OK (kp_step_seat (c->session, "31415", &seats, &error));
}

/* Few different marks, so that many are equal; some are absent. */
static GPtrArray *
make_marks (guint n,
            guint lowest,
            guint n_different)
{
  GPtrArray *marks = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (marks, i % 13 == 7 ? g_strdup ("缺考") : g_strdup_printf ("%u", lowest + i * i * 7 % n_different));
  return marks;
}

static guint
count_seated (KpTestCampaign *c,
              gboolean is_heard)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  guint n = 0;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      n += is_heard ? dossier->hearing != NULL : dossier->seat != NULL;
    }
  return n;
}

/* 空缺名额的去向, of each post of which the committee is asked: by turns they stay, and one goes to the first that can take. */
static void
decide_leftovers (KpTestCampaign *c,
                  KpLeftoverMoment at)
{
  const KpLeftoverPolicy *policy = &kp_session_get_scheme (c->session)->leftover;
  g_autoptr (GError) load_error = NULL;
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (GArray) cases = NULL;
  g_autoptr (GPtrArray) results = NULL;
  const char *taker = NULL;

  if (policy->at != at || policy->how != KP_MOVE_DECIDED)
    return;
  cases = at == KP_LEFTOVER_AT_SHORTLIST ? kp_shortlist_record_load_leftovers (c->session, roster, &load_error)
                                         : kp_total_load_leftovers (c->session, roster, &load_error);
  g_assert_no_error (load_error);
  results = kp_leftover_decide (policy, (const KpLeftoverCase *) (gconstpointer) cases->data, cases->len);
  for (guint i = 0; i < results->len; i++)
    {
      const KpLeftoverResult *result = g_ptr_array_index (results, i);

      if (result->is_waiting && !result->needs_decision)
        taker = result->post;
    }
  for (guint i = 0; i < results->len; i++)
    {
      const KpLeftoverResult *result = g_ptr_array_index (results, i);
      g_autofree char *gift = g_strdup_printf ("%s=1", taker);

      if (result->needs_decision)
        decide (c, KP_DECISION_LEFTOVER, result->post, i % 2 == 0 ? gift : "stay");
    }
}

static void
decide_before_the_list (KpTestCampaign *c)
{
  const KpScheme *scheme = kp_session_get_scheme (c->session);

  if (scheme->written.line.kind == KP_LINE_DECIDED)
    decide (c, KP_DECISION_WRITTEN_LINE, "", "62.5");
  for (guint i = 0; scheme->shortlist.shortage == KP_SHORTAGE_DECIDE && i < scheme->posts->len; i++)
    {
      const char *post = ((const KpSchemePost *) g_ptr_array_index (scheme->posts, i))->code;
      g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
      gboolean is_short = FALSE;

      OK (kp_shortlist_record_find_shortage (c->session, roster, post, &is_short, &error));
      if (is_short)
        decide (c, KP_DECISION_SHORTLIST, post, i % 2 == 0 ? "1" : "1:2");
    }
  decide_leftovers (c, KP_LEFTOVER_AT_SHORTLIST);
}

/* Whoever is tied at the last place is parted, by a test or by the committee. */
static void
part_lists (KpTestCampaign *c)
{
  const GPtrArray *keys = kp_session_get_scheme (c->session)->shortlist.tie_keys;
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  KpShortlistTally tally;

  for (guint i = 0; keys->len > 0 && i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const char *number = dossier->application->application;
      g_autofree char *rank = g_strdup_printf ("%u", i + 1);

      if (dossier->shortlist == NULL || !g_str_equal (dossier->shortlist->outcome, "undecided"))
        continue;
      if (((const KpTie *) g_ptr_array_index (keys, 0))->field == KP_TIE_EXTRA_TEST)
        OK (kp_step_enter_list_test (c->session, number, rank, &error));
      else
        decide (c, KP_DECISION_TIE, number, rank);
    }
  if (!kp_stage_is_closed (kp_session_get_stages (c->session), KP_STAGE_SHORTLIST))
    OK (kp_step_shortlist (c->session, &tally, &error));
}

static void
make_lists (KpTestCampaign *c,
            const Variant *variant)
{
  g_autoptr (GPtrArray) marks = make_marks (count_seated (c, FALSE), 58, N_MARKS);
  KpShortlistTally tally;
  guint n_items;

  kp_test_course_agree_marks (c, (const char *const *) marks->pdata, marks->len);
  OK (kp_step_award_bonus (c->session, &n_items, &error));
  decide_before_the_list (c);
  OK (kp_step_shortlist (c->session, &tally, &error));
  if (!variant->asks_facts_again)
    kp_test_agree (c);
  part_lists (c);
  if (!variant->asks_facts_again)
    kp_test_agree (c);
}

/* The first on each list, so that every post has somebody to follow. */
static void
leave_first (KpTestCampaign *c,
             KpCause cause)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (GHashTable) posts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) leavers = g_ptr_array_new ();
  KpShortlistTally tally;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (kp_dossier_is_on_shortlist (dossier) && g_hash_table_add (posts, (gpointer) dossier->application->post))
        g_ptr_array_add (leavers, (gpointer) dossier->application->application);
    }
  g_ptr_array_add (leavers, NULL);
  OK (kp_step_leave (c->session, (const char *const *) leavers->pdata, cause, "声明", &tally, &error));
}

static void
recheck (KpTestCampaign *c)
{
  KpRecheckTally tally;

  OK (kp_step_recheck_auto (c->session, &tally, &error));
  kp_test_agree (c);
  leave_first (c, KP_CAUSE_WITHDREW);
  kp_test_agree (c);
  part_lists (c);
  kp_test_agree (c);
  leave_first (c, KP_CAUSE_FAILED);
  part_lists (c);
  kp_test_agree (c);
}

/* Few different marks again, the fifth is absent; 合格 and 不合格 where there are only these. */
static void
enter_heat (KpTestCampaign *c,
            const char *code,
            gboolean is_passed)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  guint n = 0;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (!kp_heat_is_taken_by (kp_session_get_scheme (c->session), 0, dossier))
        continue;
      n++;
      if (n == 5)
        g_string_append_printf (text, "%s,缺考\n", dossier->seat->ticket);
      else if (is_passed)
        g_string_append_printf (text, "%s,%s\n", dossier->seat->ticket, n % 4 == 3 ? "不合格" : "合格");
      else
        g_string_append_printf (text, "%s,%u\n", dossier->seat->ticket, 58 + n * n * 7 % N_TEST_MARKS);
    }
  kp_test_course_agree_part (c, code, text->str);
}

static void
hold_heats (KpTestCampaign *c)
{
  const KpScheme *scheme = kp_session_get_scheme (c->session);
  const KpSchemeHeat *heat;
  KpShortlistTally tally;

  if (scheme->heats->len == 0)
    return;
  heat = g_ptr_array_index (scheme->heats, 0);
  enter_heat (c, heat->other, ((const KpSchemeOther *) g_ptr_array_index (scheme->others, 0))->full == KP_MARK (1, 0));
  leave_first (c, KP_CAUSE_WITHDREW);
  OK (kp_step_make_heat (c->session, heat->other, &tally, &error));
  kp_test_agree (c);
  leave_first (c, KP_CAUSE_WITHDREW);
  kp_test_agree (c);
}

static void
interview (KpTestCampaign *c)
{
  g_autoptr (GPtrArray) marks = NULL;
  KpHearingTally hearings;

  kp_test_campaign_commit_hearings (c);
  OK (kp_step_draw_hearings (c->session, "27182", &hearings, &error));
  kp_test_agree (c);
  marks = make_marks (count_seated (c, TRUE), 57, 25);
  kp_test_course_agree_interview (c, (const char *const *) marks->pdata, marks->len);
  kp_test_agree (c);
}

/* 面试合格线 that the committee draws when the marks are known. */
static void
draw_interview_lines (KpTestCampaign *c)
{
  const KpScheme *scheme = kp_session_get_scheme (c->session);

  if (kp_scheme_asks_interview_line (scheme, KP_LINE_DRAWN_CAMPAIGN, NULL))
    decide (c, KP_DECISION_INTERVIEW_LINE, "", "66.5");
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const char *post = ((const KpSchemePost *) g_ptr_array_index (scheme->posts, i))->code;

      if (kp_scheme_asks_interview_line (scheme, KP_LINE_DRAWN_POST, post))
        decide (c, KP_DECISION_INTERVIEW_LINE, post, i % 2 == 0 ? "61" : "64.25");
    }
}

/* Votes and ties of the totals, each parted by what the scheme has for it. */
static void
part_totals (KpTestCampaign *c)
{
  const KpScheme *scheme = kp_session_get_scheme (c->session);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const char *number = dossier->application->application;
      const KpSchemePost *post = kp_scheme_get_post (scheme, dossier->application->post);
      const GPtrArray *ties = kp_scheme_get_total (scheme, post->total)->policy.ties;
      const KpTie *last = g_ptr_array_index (ties, ties->len - 1);
      g_autofree char *rank = g_strdup_printf ("%u", i + 1);

      if (dossier->total == NULL)
        continue;
      if (g_str_equal (dossier->total->outcome, "open"))
        decide (c, KP_DECISION_VOTE, dossier->hearing->code, i % 3 == 0 ? "4/7" : "5/7");
      else if (dossier->total->is_undecided && last->field == KP_TIE_DECISION)
        decide (c, KP_DECISION_TIE, number, rank);
      else if (dossier->total->is_undecided)
        OK (kp_step_enter_extra_test (c->session, number, rank, &error));
    }
}

static void
total (KpTestCampaign *c)
{
  KpTotalTally tally;

  kp_test_course_total (c, &tally);
  kp_test_agree (c);
  part_direct (c, KP_DIRECT_LEFT_OUT);
  draw_interview_lines (c);
  kp_test_course_total (c, &tally);
  kp_test_agree (c);
  for (guint i = 0; i < 3; i++) /* a vote can make a tie */
    {
      part_totals (c);
      kp_test_course_total (c, &tally);
      kp_test_agree (c);
    }
  decide_leftovers (c, KP_LEFTOVER_AT_INTERVIEW);
  kp_test_course_total (c, &tally);
  kp_test_agree (c);
}

/* Few different marks, so that final totals are equal; one in seven is below the line, one in eleven doesn't come. */
static void
enter_scores (KpTestCampaign *c,
              guint *n)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const char *number = dossier->seat != NULL ? dossier->seat->ticket : dossier->application->application;

      if (dossier->background == NULL || (dossier->final_total != NULL && dossier->final_total->mark != KP_NO_INT)
          || !g_str_equal (dossier->background->outcome, "called"))
        continue;
      *n += 1;
      if (*n % 11 == 9)
        g_string_append_printf (text, "%s,缺考\n", number);
      else
        g_string_append_printf (text, "%s,%u\n", number, *n % 7 == 2 ? 59 : 80 + *n % 3);
    }
  if (text->len > 0)
    kp_test_course_agree_part (c, "kc", text->str);
}

static void
make_final_totals (KpTestCampaign *c)
{
  KpFinalTotalTally tally;
  guint n_failed;
  guint n_called;

  OK (kp_step_final_total (c->session, &tally, &n_failed, &n_called, &error));
  kp_test_agree (c);
}

/* Before anybody passes the check, and once more after ties are parted. Among those who follow leavers no tie matters: there
 * is a place for each. */
static void
score (KpTestCampaign *c,
       guint *n)
{
  gboolean is_published = FALSE;
  g_autoptr (KpRoster) roster = NULL;

  if (!kp_scheme_asks_final_total (kp_session_get_scheme (c->session)))
    return;
  enter_scores (c, n);
  make_final_totals (c);
  roster = kp_test_campaign_load (c);
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    is_published |= kp_roster_get_dossier (roster, i)->proposal != NULL;
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      g_autofree char *rank = g_strdup_printf ("%u", i + 1);

      if (dossier->final_total != NULL && dossier->final_total->is_undecided && !is_published)
        decide (c, KP_DECISION_FINAL_TIE, dossier->application->application, rank);
    }
  make_final_totals (c);
}

/* Those who would choose at once; FALSE where nobody would. */
static gboolean
part_turns (KpTestCampaign *c,
            const KpChoosing *choosing)
{
  gboolean has_parted = FALSE;

  for (guint i = 0; i < choosing->n_turns; i++)
    {
      const KpTurn *turn = &choosing->turns[i];
      g_autofree char *rank = g_strdup_printf ("%u", choosing->n_turns - i);

      if (turn->is_tied)
        decide (c, KP_DECISION_CHOICE, turn->dossier->application->application, rank);
      has_parted |= turn->is_tied;
    }
  return has_parted;
}

/* One after another, as long as somebody has a turn: every third isn't there, the others take the first of what is free. */
static void
choose (KpTestCampaign *c)
{
  gboolean goes_on = kp_session_get_scheme (c->session)->choice.policy.applies;

  for (guint n = 0; goes_on; n++)
    {
      g_autoptr (KpChoosing) choosing = kp_choosing_load (c->session, NULL);
      const KpTurn *turn = NULL;
      const char *offer = NULL;

      g_assert_nonnull (choosing);
      for (guint i = 0; turn == NULL && i < choosing->n_turns; i++)
        {
          if (choosing->turns[i].is_now && choosing->turns[i].state == KP_TURN_OPEN)
            turn = &choosing->turns[i];
        }
      for (guint i = 0; offer == NULL && i < choosing->n_offers; i++)
        {
          if (choosing->offers[i].n_free > 0)
            offer = choosing->offers[i].code;
        }
      goes_on = turn != NULL || part_turns (c, choosing);
      if (turn == NULL)
        continue;
      if (n % 3 == 1 || offer == NULL)
        OK (kp_step_pass_over (c->session, turn->dossier->application->application, KP_TURN_ABSENT, &error));
      else
        OK (kp_step_choose (c->session, turn->dossier->application->application, offer, &error));
    }
  kp_test_agree (c);
}

static void
choose_early (KpTestCampaign *c)
{
  if (kp_session_get_scheme (c->session)->choice.policy.at == KP_CHOICE_AT_TOTALS)
    choose (c);
}

/* Of each post the first who is there. */
static void
depart (KpTestCampaign *c,
        const char *kind)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (GHashTable) posts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();
  g_auto (KpDepartTally) tally = { 0 };

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (dossier->proposal != NULL && dossier->departure == NULL
          && g_hash_table_add (posts, (gpointer) dossier->proposal->post))
        g_ptr_array_add (numbers, (gpointer) dossier->application->application);
    }
  g_ptr_array_add (numbers, NULL);
  OK (kp_step_depart (c->session,
                      &(const KpDepartOrder) { (const char *const *) numbers->pdata, kind, { "甲", "乙", "本人声明" } }, &tally,
                      &error));
  kp_test_agree (c);
}

/* A call for every place that waits; where nobody can be called nothing is written. */
static void
call_from_reserve (KpTestCampaign *c)
{
  const KpScheme *scheme = kp_session_get_scheme (c->session);

  for (guint i = 0; kp_departure_is_answered_by_reserve (scheme) && i < scheme->posts->len; i++)
    {
      const char *post = ((const KpSchemePost *) g_ptr_array_index (scheme->posts, i))->code;
      g_autoptr (GError) error = NULL;
      g_auto (KpDepartTally) tally = { 0 };

      if (!kp_step_call_reserve (c->session, post, &tally, &error))
        {
          g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
          g_test_message ("%s", error->message);
        }
      kp_test_agree (c);
    }
}

/* Who was called for them goes the whole way; those at the second place fail, so that others follow. */
static void
follow (KpTestCampaign *c,
        guint *n_scored)
{
  KpFitnessTally fitness;
  KpPublicityTally publicity;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
      gboolean is_late = FALSE;

      for (guint j = 0; j < kp_roster_get_n_dossiers (roster); j++)
        {
          const KpDossier *dossier = kp_roster_get_dossier (roster, j);

          is_late |= dossier->proposal == NULL
                     && kp_departure_is_late (kp_session_get_scheme (c->session), roster, dossier);
        }
      if (!is_late)
        break;
      choose_early (c);
      kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, i == 0 ? 5 : 0, &fitness);
      kp_test_agree (c);
      score (c, n_scored);
      kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &fitness);
      kp_test_agree (c);
    }
  choose (c);
  OK (kp_step_publish (c->session, &publicity, &error));
  kp_test_agree (c);
}

static void
hire (KpTestCampaign *c,
      const char *now)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  gboolean is_anybody_left = FALSE;
  KpHireTally tally;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      is_anybody_left |= dossier->contract != NULL || (dossier->proposal != NULL && dossier->departure == NULL);
    }
  kp_test_campaign_set_now (c, now);
  if (!is_anybody_left)
    return;
  OK (kp_step_hire (c->session, &tally, &error));
  kp_test_agree_on_hires (c);
}

/* Where people leave later, too, nobody fails before: of a list of three for a place somebody must be left. */
static void
finish (KpTestCampaign *c)
{
  const KpSubstitutionPolicy *policy = &kp_session_get_scheme (c->session)->substitution;
  const gboolean is_kept = policy->final > KP_UNTIL_PUBLICITY
                           && (policy->from == KP_SUBSTITUTES_FROM_POST || policy->final == KP_UNTIL_RESERVE);
  guint n_scored = 0;
  KpFitnessTally fitness;
  KpPublicityTally publicity;

  choose_early (c);

  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, is_kept ? 0 : 1, &fitness);
  kp_test_agree (c);
  for (guint i = 0; i < 4; i++)
    {
      kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, is_kept ? 0 : 2, &fitness);
      kp_test_agree (c);
      score (c, &n_scored);
      kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, is_kept ? 0 : 3, &fitness);
      kp_test_agree (c);
    }
  choose (c);
  OK (kp_step_publish (c->session, &publicity, &error));
  if (publicity.n_proposed == 0)
    return;
  kp_test_agree (c);
  kp_test_campaign_set_now (c, "2026-06-11T08:00:00+08:00");
  depart (c, "waiver");
  call_from_reserve (c);
  follow (c, &n_scored);
  hire (c, "2026-07-01T08:00:00+08:00");
  depart (c, "absent");
  call_from_reserve (c);
  follow (c, &n_scored);
  hire (c, "2026-08-20T08:00:00+08:00");
}

static void
test_variant (KpTestDatabase *t)
{
  const Variant *variant = t->row;
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, variant->edits);
  gint64 n_shown = 0;

  register_all (c);
  pay (c);
  open (c);
  make_lists (c, variant);
  recheck (c);
  hold_heats (c);
  interview (c);
  total (c);
  finish (c);
  OK (kp_table_count (kp_session_get_database (c->session), variant->table, kp_session_get_campaign (c->session),
                      variant->shown, KP_NO_BINDS, &n_shown, &error));
  g_assert_cmpint (n_shown, >, 0);
  kp_test_campaign_assert_sound (c);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (variants); i++)
    kp_test_database_add_row ("/data/steps/%s/agreement", test_variant, variants[i].name, &variants[i]);
  return g_test_run ();
}
