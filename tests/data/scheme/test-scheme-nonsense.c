/* test-scheme-nonsense.c – nonsense in a scheme file is refused or doubted at its place, and sense beside it isn't.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-json.h"
#include "kp-test.h"

#include <string.h>

#define POST "\"posts\": [ { \"code\": \"A\", \"name\": \"综合岗\", \"places\": 2 } ]"
#define AIMED(first, second) \
  "\"items\": [ { \"code\": \"a\", \"label\": \"甲\", \"points\": \"1\", \"group\": \"g\", \"target\": \"" first "\" }, " \
  "{ \"code\": \"b\", \"label\": \"乙\", \"points\": \"1\", \"target\": \"" second "\" } ]"
#define ITEM "\"items\": [ { \"code\": \"a\", \"label\": \"持证\", \"points\": \"3\" } ]"
#define RULE(condition) POST ", \"requirements\": [ { \"id\": \"r\", \"label\": \"条件\", \"reason\": \"R99\", \"condition\": " condition " } ]"
#define WEIGHTS(weights) "\"totals\": [ { \"id\": \"exam\", \"weights\": { " weights " } } ]"
#define NUMBER "\"facts\": [ { \"id\": \"n\", \"label\": \"数\", \"kind\": \"number\" } ]"
#define COUNTED(per) \
  POST ", " NUMBER ", \"bonus\": { \"items\": [ { \"code\": \"a\", \"label\": \"甲\", \"points\": \"0\", \"per\": { " per " } } ] }"
#define CONDITION "requirements[0].condition"
#define TESTS "\"others\": [ { \"code\": \"s\", \"name\": \"测试\" }, { \"code\": \"d\", \"name\": \"写作\" } ], "
#define PART "\"others\": [ { \"code\": \"k\", \"name\": \"考察\" } ]"
#define CALLED "\"physical\": { \"list\": { \"ratio\": \"1:1.5\" } }"
#define OF_BOTH "\"weights\": { \"total\": \"80%\", \"other\": \"20%\" }"
#define SCORE(more) POST ", " CALLED ", " PART ", \"background\": { \"score\": { \"other\": \"k\", " more " } }"
#define HEAT(keys) POST ", " TESTS WEIGHTS ("\"written\": \"40%\", \"interview\": \"40%\", \"other_1\": \"10%\", \"other_2\": \"10%\"") \
  ", \"heats\": [ { \"other\": \"s\"" keys " } ]"

typedef struct
{
  const char *name;
  const char *keys; /* beside form, code and title */
  const char *path; /* NULL = nothing to say */
  gboolean    is_warning;
} Row;

#define GOOD(name, keys) { name, keys, NULL, FALSE }
#define BAD(name, keys, path) { name, keys, path, FALSE }
#define DOUBT(name, keys, path) { name, keys, path, TRUE }

static const Row rows[] = {
  GOOD ("least", POST),

  /* Points that go nowhere. */
  BAD ("bonus-on-total-without-weight", POST ", \"bonus\": { \"target\": \"total\", " ITEM " }", "bonus.target"),
  GOOD ("bonus-on-total", POST ", \"bonus\": { \"target\": \"total\", " ITEM " }, "
        WEIGHTS ("\"written\": \"50%\", \"interview\": \"50%\", \"bonus\": \"100%\"")),
  BAD ("weight-of-no-bonus", POST ", \"bonus\": { \"target\": \"total\" }, "
       WEIGHTS ("\"written\": \"50%\", \"interview\": \"50%\", \"bonus\": \"100%\""), "totals[0].weights.bonus"),
  BAD ("weight-of-bonus-above-one", POST ", \"bonus\": { \"target\": \"total\", " ITEM " }, "
       WEIGHTS ("\"written\": \"50%\", \"interview\": \"50%\", \"bonus\": \"101%\""), "totals[0].weights.bonus"),
  GOOD ("points-for-a-number", COUNTED ("\"fact\": \"n\", \"unit\": 2, \"points\": \"1\"")),
  BAD ("number-until-a-day", COUNTED ("\"fact\": \"n\", \"until\": \"discharged\", \"points\": \"1\""), "bonus.items[0].per.unit"),
  BAD ("number-by-no-unit", COUNTED ("\"fact\": \"n\", \"unit\": 0, \"points\": \"1\""), "bonus.items[0].per.unit"),
  BAD ("days-by-unit", COUNTED ("\"fact\": \"enlisted\", \"to\": \"2026-03-01\", \"unit\": 2, \"points\": \"1\""),
       "bonus.items[0].per.unit"),
  BAD ("one-item-on-total-without-weight", POST ", \"bonus\": { " AIMED ("total", "total") " }", "bonus.target"),
  GOOD ("one-item-on-total", POST ", \"bonus\": { " AIMED ("total", "total") " }, "
        WEIGHTS ("\"written\": \"50%\", \"interview\": \"50%\", \"bonus\": \"100%\"")),
  GOOD ("bonus-on-interview", POST ", \"bonus\": { " AIMED ("interview", "interview") " }"),
  BAD ("bonus-on-no-interview", POST ", \"stages\": [\"notice\", \"registration\", \"review\", \"written\", \"totals\"], "
       WEIGHTS ("\"written\": \"100%\", \"interview\": \"0\"") ", \"bonus\": { " AIMED ("interview", "interview") " }",
       "bonus.target"),
  BAD ("bonus-on-interview-rounded", POST ", \"bonus\": { \"decimals\": 2, " AIMED ("interview", "interview") " }",
       "bonus.decimals"),
  GOOD ("bonus-on-list", POST ", \"bonus\": { \"decimals\": 2, " AIMED ("shortlist", "written") " }"),
  BAD ("bonus-on-list-of-papers", POST ", \"shortlist\": { \"basis\": \"paper\" }, \"bonus\": { " AIMED ("shortlist", "written") " }",
       "bonus.target"),
  BAD ("group-of-two-targets", POST ", \"bonus\": { " AIMED ("interview", "written\", \"group\": \"g") " }", "bonus.items[1].target"),
  BAD ("credential-with-target", POST ", \"credential\": { \"applies\": true, \"cap\": 5, " AIMED ("written", "written") " }",
       "credential.items[0].target"),
  BAD ("bonus-above-a-total", POST ", \"bonus\": { \"items\": [ { \"code\": \"a\", \"label\": \"b\", \"points\": \"100.5\" } ] }",
       "bonus.items[0].points"),
  BAD ("bonus-without-code", POST ", \"bonus\": { \"items\": [ { \"code\": \"\", \"label\": \"b\", \"points\": \"1\" } ] }",
       "bonus.items[0].code"),
  DOUBT ("group-misspelt", POST ", \"bonus\": { \"items\": [ { \"code\": \"a\", \"label\": \"a\", \"points\": \"3\", \"group\": \"armi\" }, "
         "{ \"code\": \"b\", \"label\": \"b\", \"points\": \"3\", \"group\": \"army\" } ], \"groups\": [ { \"code\": \"army\" } ] }",
         "bonus.items[0].group"),
  GOOD ("group-of-its-own", POST ", \"bonus\": { \"items\": [ { \"code\": \"a\", \"label\": \"a\", \"points\": \"3\", \"group\": \"g\" } ] }"),

  BAD ("total-held-to-its-full-mark", POST ", \"bonus\": { \"target\": \"total\", \"may_exceed_full\": false, " ITEM " }, "
       WEIGHTS ("\"written\": \"50%\", \"interview\": \"50%\", \"bonus\": \"100%\""), "bonus.may_exceed_full"),
  GOOD ("written-held-to-its-full-mark", POST ", \"bonus\": { \"may_exceed_full\": false, " ITEM " }"),

  /* Ratios the wrong way round. */
  BAD ("opening-three-to-one", POST ", \"quota\": { \"applies\": true, \"ratio\": \"3:1\" }", "quota.ratio"),
  BAD ("opening-below-one", POST ", \"quota\": { \"applies\": true, \"ratio\": \"1/3\" }", "quota.ratio"),
  BAD ("threshold-below-one", POST ", \"quota\": { \"applies\": true, \"ratio\": \"3\", \"action\": \"interview_only\", \"tiers\": "
       "[ { \"below\": \"0.5\", \"action\": \"cancel\" } ] }, \"totals\": [ { \"id\": \"exam\" }, { \"id\": \"only\", \"weights\": "
       "{ \"written\": \"0\", \"interview\": \"100%\" }, \"ties\": [] } ]", "quota.tiers[0].below"),
  BAD ("list-two-to-one", POST ", \"shortlist\": { \"tiers\": [ { \"from_places\": 1, \"to_places\": 0, \"ratio\": \"2:1\" } ] }",
       "shortlist.tiers[0].ratio"),
  BAD ("list-below-one", POST ", \"shortlist\": { \"tiers\": [ { \"from_places\": 1, \"to_places\": 0, \"ratio\": \"1:0.5\" } ] }",
       "shortlist.tiers[0].ratio"),
  BAD ("list-of-a-post-below-one",
       "\"posts\": [ { \"code\": \"A\", \"name\": \"甲\", \"places\": 1, \"shortlist_ratio\": \"1/2\" } ]",
       "posts[0].shortlist_ratio"),
  BAD ("reserve-turned-round", POST ", \"reserve\": { \"applies\": true, \"ratio\": \"0.5:1\" }", "reserve.ratio"),
  GOOD ("reserve-of-half", POST ", \"reserve\": { \"applies\": true, \"ratio\": \"1:0.5\" }"),

  DOUBT ("several-posts-for-one-person", POST ", \"registration\": { \"one_post\": false }", "registration.one_post"),

  /* Full marks that don't go together. */
  DOUBT ("paper-of-150-beside-interview", POST ", \"written\": { \"papers\": [ { \"code\": \"01\", \"name\": \"笔试\", \"full\": 150 } ] }, "
         WEIGHTS ("\"written\": \"60%\", \"interview\": \"40%\""), "totals[0].weights"),
  GOOD ("paper-of-150-as-100", POST ", \"written\": { \"papers\": [ { \"code\": \"01\", \"name\": \"笔试\", \"full\": 150, "
        "\"weight\": \"2/3\" } ] }, " WEIGHTS ("\"written\": \"60%\", \"interview\": \"40%\"")),
  GOOD ("paper-of-150-alone", POST ", \"written\": { \"papers\": [ { \"code\": \"01\", \"name\": \"笔试\", \"full\": 150 } ] }, "
        WEIGHTS ("\"written\": \"100%\", \"interview\": \"0\"")),

  /* Keys that stop a tie. */
  DOUBT ("tie-by-major", POST ", \"totals\": [ { \"id\": \"exam\", \"ties\": [ { \"meets\": { \"any_of\": [ "
         "{ \"veteran\": true }, { \"major_in\": [\"社会学\"] } ] } }, \"interview\" ] } ]", "totals[0].ties[0].meets"),
  DOUBT ("tie-by-written-of-exempt", POST ", \"written\": { \"exempt\": { \"veteran\": true } }, "
         "\"totals\": [ { \"id\": \"exam\", \"weights\": { \"written\": \"0\", \"interview\": \"100%\" }, "
         "\"ties\": [ \"interview\", \"written_paper\" ] } ]", "totals[0].ties[1]"),
  GOOD ("tie-by-mark-of-exempt", POST ", \"written\": { \"exempt\": { \"veteran\": true }, \"exempt_mark\": \"100\" }, "
        "\"totals\": [ { \"id\": \"exam\", \"ties\": [ \"written_with_bonus\" ] } ]"),

  /* Tests before the interview. */
  GOOD ("heat", HEAT (", \"line\": \"60\", \"weights\": { \"written\": \"40%\", \"other_1\": \"60%\" }")),
  GOOD ("heat-by-its-mark", HEAT ("")),
  GOOD ("two-heats", HEAT (" }, { \"other\": \"d\", \"weights\": { \"written\": \"0\", \"other_1\": \"50%\", \"other_2\": \"50%\" }")),
  BAD ("heat-of-no-part", POST ", \"heats\": [ { \"other\": \"s\" } ]", "heats[0].other"),
  BAD ("heat-twice", HEAT (" }, { \"other\": \"s\""), "heats[1].other"),
  BAD ("heat-of-no-post", HEAT (", \"posts\": [\"B\"]"), "heats[0].posts[0]"),
  BAD ("heat-line-above-full", HEAT (", \"line\": \"100.01\""), "heats[0].line"),
  BAD ("heat-strict-without-line", HEAT (", \"line_strict\": true"), "heats[0].line_strict"),
  BAD ("heat-weights-of-90", HEAT (", \"weights\": { \"written\": \"40%\", \"other_1\": \"50%\" }"), "heats[0].weights"),
  BAD ("heat-by-a-later-test", HEAT (", \"weights\": { \"written\": \"40%\", \"other_2\": \"60%\" }"), "heats[0].weights.other_2"),
  BAD ("heat-by-no-credential", HEAT (", \"weights\": { \"written\": \"100%\", \"credential\": \"100%\" }"), "heats[0].weights.credential"),
  BAD ("heat-without-written-exam", "\"posts\": [ { \"code\": \"A\", \"name\": \"岗\", \"places\": 1, \"written\": false } ], " TESTS
       WEIGHTS ("\"written\": \"0\", \"interview\": \"80%\", \"other_1\": \"10%\", \"other_2\": \"10%\"")
       ", \"heats\": [ { \"other\": \"s\", \"weights\": { \"written\": \"100%\" } } ]", "heats[0].weights.written"),
  BAD ("heat-that-the-committee-decides", HEAT (", \"next\": { \"shortage\": \"decide\" }"), "heats[0].next.shortage"),
  BAD ("heat-tie-by-the-interview", HEAT (", \"next\": { \"last_tie\": \"by_key\", \"tie_keys\": [\"interview\"] }"),
       "heats[0].next.tie_keys[0]"),
  BAD ("heat-tie-by-a-later-test", HEAT (", \"next\": { \"last_tie\": \"by_key\", \"tie_keys\": [\"other_2\"] }"),
       "heats[0].next.tie_keys[0]"),
  BAD ("heat-tier-that-covers-nothing",
       HEAT (", \"next\": { \"tiers\": [ { \"from_places\": 1, \"to_places\": 1, \"ratio\": \"3\", \"plus\": 0 } ] }"), "heats[0].next.tiers"),
  BAD ("heat-ratio-of-101", HEAT (", \"next\": { \"tiers\": [ { \"from_places\": 1, \"to_places\": 0, \"ratio\": \"101\", \"plus\": 0 } ] }"),
       "heats[0].next.tiers[0].ratio"),
  BAD ("heat-without-interview", HEAT ("") ", \"stages\": [\"notice\", \"registration\", \"review\", \"written\", \"shortlist\", \"totals\"]", "heats"),
  DOUBT ("heat-that-bars-nobody", HEAT (", \"next\": { \"takes_all\": true }"), "heats[0].next.takes_all"),

  /* A background check that is scored. */
  GOOD ("score", SCORE ("\"line\": \"60\", " OF_BOTH)),
  GOOD ("score-with-ties", SCORE (OF_BOTH ", \"ties\": [\"total\", \"other_1\", \"extra_test\", \"decision\"]")),
  GOOD ("score-out-of-50", POST ", " CALLED ", \"others\": [ { \"code\": \"k\", \"name\": \"考察\", \"full\": 50 } ], "
        "\"background\": { \"score\": { \"other\": \"k\", \"weights\": { \"total\": \"80%\", \"other\": \"40%\" } } }"),
  BAD ("score-of-nothing", POST ", \"background\": { \"score\": { \"line\": \"60\" } }", "background.score.other"),
  BAD ("score-of-no-part", POST ", " CALLED ", \"background\": { \"score\": { \"other\": \"k\", " OF_BOTH " } }",
       "background.score.other"),
  GOOD ("score-and-direct-hire", SCORE (OF_BOTH) ", \"direct_hire\": { \"when\": { \"veteran\": true } }"),
  BAD ("score-without-weights", SCORE ("\"line\": \"60\""), "background.score.weights"),
  BAD ("score-with-one-weight", SCORE ("\"weights\": { \"total\": \"100%\" }"), "background.score.weights"),
  BAD ("score-weights-of-90", SCORE ("\"weights\": { \"total\": \"70%\", \"other\": \"20%\" }"), "background.score.weights"),
  BAD ("score-line-above-full", SCORE ("\"line\": \"100.01\", " OF_BOTH), "background.score.line"),
  BAD ("score-strict-without-line", SCORE ("\"line_strict\": true, " OF_BOTH), "background.score.line_strict"),
  BAD ("score-in-the-total", SCORE (OF_BOTH) ", " WEIGHTS ("\"written\": \"40%\", \"interview\": \"40%\", \"other_1\": \"20%\""),
       "totals[0].weights.other_1"),
  BAD ("score-in-a-tie-of-the-total", SCORE (OF_BOTH) ", \"totals\": [ { \"id\": \"exam\", \"ties\": [\"other_1\"] } ]",
       "totals[0].ties[0]"),
  BAD ("total-in-a-tie-of-the-total", POST ", \"totals\": [ { \"id\": \"exam\", \"ties\": [\"total\"] } ]", "totals[0].ties[0]"),
  BAD ("score-twice-in-the-ties", SCORE (OF_BOTH ", \"ties\": [\"total\", \"total\"]"), "background.score.ties[1]"),
  BAD ("score-without-background", SCORE (OF_BOTH) ", \"stages\": [\"notice\", \"registration\", \"review\", \"written\", "
       "\"interview\", \"totals\", \"physical\"]", "background.score.other"),
  BAD ("score-and-substitutes-of-all", SCORE (OF_BOTH) ", \"substitution\": { \"from\": \"all\" }", "substitution.from"),
  DOUBT ("score-that-changes-nobody", POST ", " PART ", \"background\": { \"score\": { \"other\": \"k\", " OF_BOTH " } }",
         "background.score"),

  /* Stages that aren't held. */
  BAD ("no-interview-stage", POST ", \"stages\": [\"notice\", \"registration\", \"review\", \"written\", \"totals\"]",
       "totals[0].weights.interview"),
  GOOD ("no-interview-at-all", POST ", \"stages\": [\"notice\", \"registration\", \"review\", \"written\", \"totals\"], "
        WEIGHTS ("\"written\": \"100%\", \"interview\": \"0\"")),
  BAD ("no-written-stage", POST ", \"stages\": [\"notice\", \"registration\", \"review\", \"interview\", \"totals\"]",
       "totals[0].weights.written"),
  GOOD ("written-elsewhere", POST ", \"stages\": [\"notice\", \"registration\", \"review\", \"interview\", \"totals\"], "
        "\"written\": { \"papers\": [ { \"code\": \"01\", \"name\": \"省考\", \"elsewhere\": true } ] }"),
  BAD ("no-stage", POST ", \"stages\": []", "stages"),
  BAD ("checked-at-no-stage", RULE ("{ \"veteran\": true }, \"checked\": [\"recheck\"]")
       ", \"stages\": [\"notice\", \"registration\", \"review\", \"written\", \"interview\", \"totals\"]", "requirements[0].checked"),
  BAD ("until-no-stage", POST ", \"stages\": [\"notice\", \"registration\", \"review\", \"written\", \"interview\", \"totals\", \"publicity\"], "
       "\"substitution\": { \"final_until\": \"hire\" }", "substitution.final_until"),

  /* Values beside a switch that is off. */
  BAD ("line-without-basis", POST ", \"written\": { \"line\": { \"value\": \"60\" } }", "written.line.basis"),
  BAD ("strict-without-basis", POST ", \"written\": { \"line\": { \"strict\": true } }", "written.line.basis"),
  GOOD ("line", POST ", \"written\": { \"line\": { \"basis\": \"on_paper\", \"value\": \"60\" } }"),
  BAD ("ratio-that-does-not-apply", POST ", \"quota\": { \"ratio\": \"3\" }", "quota.ratio"),
  BAD ("deduction-in-a-group", POST ", \"bonus\": { \"items\": [ { \"code\": \"a\", \"label\": \"a\", \"group\": \"g\", "
       "\"points\": \"1\", \"deducts\": true } ] }", "bonus.items[0].group"),
  BAD ("deduction-with-a-last-day", POST ", \"bonus\": { \"items\": [ { \"code\": \"a\", \"label\": \"a\", "
       "\"points\": \"1\", \"deducts\": true, \"due\": \"2026-03-01\" } ] }", "bonus.items[0].due"),
  BAD ("list-by-credential-that-is-not-there", POST ", \"shortlist\": { \"basis\": \"credential\" }", "shortlist.basis"),
  BAD ("list-by-credential-parted-by-the-paper", POST ", \"shortlist\": { \"basis\": \"credential\", \"last_tie\": \"by_key\" }, "
       "\"credential\": { \"applies\": true, \"points_per_year\": \"2\", \"cap\": \"20\", \"date\": \"2026-03-02\" }",
       "shortlist.tie_keys"),
  BAD ("graded-by-length", POST ", \"bonus\": { \"items\": [ { \"code\": \"a\", \"label\": \"a\", \"points\": \"1\", \"graded\": true, "
       "\"per\": { \"fact\": \"enlisted\", \"to\": \"2026-03-01\", \"points\": \"1\" } } ] }", "bonus.items[0].graded"),
  BAD ("turnout-that-does-not-apply", POST ", \"turnout\": { \"sat\": { \"ratio\": \"3\" } }", "turnout.sat.ratio"),
  BAD ("turnout-without-ratio", POST ", \"turnout\": { \"heard\": { \"applies\": true } }", "turnout.heard.ratio"),
  BAD ("turnout-below-one", POST ", \"turnout\": { \"sat\": { \"applies\": true, \"ratio\": \"1/3\" } }", "turnout.sat.ratio"),
  BAD ("turnout-of-no-exam", POST ", \"turnout\": { \"sat\": { \"applies\": true, \"ratio\": \"3\" } }, "
       "\"stages\": [\"notice\", \"registration\", \"review\", \"interview\", \"totals\"]", "turnout.sat"),
  BAD ("turnout-of-post-that-skips-the-exam", "\"posts\": [ { \"code\": \"A\", \"name\": \"岗\", \"places\": 1, "
       "\"quota_action\": \"interview_only\" } ], \"turnout\": { \"sat\": { \"applies\": true, \"ratio\": \"3\" } }",
       "posts[0].quota_action"),
  GOOD ("turnout", POST ", \"turnout\": { \"sat\": { \"applies\": true, \"ratio\": \"3\" } }"),
  GOOD ("ratio-that-applies", POST ", \"quota\": { \"applies\": true, \"ratio\": \"3\" }"),
  BAD ("credential-that-does-not-apply", POST ", \"credential\": { \"points_per_year\": \"2\", \"cap\": \"20\" }",
       "credential.applies"),
  DOUBT ("credential-that-nothing-counts", POST ", \"credential\": { \"applies\": true, \"points_per_year\": \"2\", \"cap\": \"20\", "
         "\"date\": \"2026-03-02\" }", "credential.applies"),
  DOUBT ("other-that-nothing-counts", POST ", \"others\": [ { \"code\": \"x\", \"name\": \"测评\" } ]", "others[0].code"),
  DOUBT ("formula-of-nobody", POST ", \"totals\": [ { \"id\": \"a\" }, { \"id\": \"b\" } ]", "totals[1].id"),
  DOUBT ("freed-to-for-nothing", POST ", \"quota\": { \"freed_to\": [\"A\"] }", "quota.freed_to"),
  /* Hired without an exam. */
  GOOD ("direct-hire", POST ", \"direct_hire\": { \"when\": { \"veteran\": true }, \"most\": 1, \"posts\": [\"A\"], \"left\": \"out\" }"),
  BAD ("direct-hire-of-nobody", POST ", \"direct_hire\": { \"most\": 1 }", "direct_hire"),
  BAD ("direct-hire-of-nobody-left-out", POST ", \"direct_hire\": { \"left\": \"out\" }", "direct_hire"),
  BAD ("direct-hire-by-no-fact", POST ", \"direct_hire\": { \"when\": { \"is\": \"merit\" } }", "direct_hire.when"),
  BAD ("direct-hire-by-hand", POST ", \"direct_hire\": { \"when\": { \"all_of\": [ { \"veteran\": true }, { \"by_hand\": \"立功\" } ] } }",
       "direct_hire.when"),
  BAD ("direct-hire-for-no-post", POST ", \"direct_hire\": { \"when\": { \"veteran\": true }, \"posts\": [\"A\", \"B\"] }",
       "direct_hire.posts[1]"),
  BAD ("direct-hire-without-review", POST ", \"stages\": [\"registration\", \"written\", \"interview\", \"totals\", \"hire\"], "
       "\"direct_hire\": { \"when\": { \"veteran\": true } }", "direct_hire"),
  BAD ("direct-hire-before-review", POST ", \"stages\": [\"registration\", \"written\", \"interview\", \"review\", \"totals\"], "
       "\"direct_hire\": { \"when\": { \"veteran\": true } }", "direct_hire"),
  BAD ("waves-of-nobody", POST ", \"substitution\": { \"waves\": [ { \"when\": { \"veteran\": true } } ] }", "substitution.waves"),
  BAD ("waves-by-no-fact", POST ", \"substitution\": { \"from\": \"campaign\", \"waves\": [ { \"when\": { \"is\": \"obey\" } } ] }",
       "substitution.waves[0].when"),
  BAD ("waves-behind-everybody", POST ", \"substitution\": { \"from\": \"campaign\", \"waves\": [ { \"label\": \"a\" }, "
       "{ \"when\": { \"veteran\": true } } ] }", "substitution.waves[0].when"),
  GOOD ("exempt-at-most", POST ", \"written\": { \"exempt\": { \"veteran\": true }, \"exempt_mark\": \"60\", \"exempt_most\": 1, "
        "\"exempt_keys\": [\"education\", \"decision\"] }, \"totals\": [ { \"id\": \"exam\", \"ties\": [\"extra_test\"] } ]"),
  BAD ("exempt-without-any-total", POST ", \"written\": { \"exempt\": { \"veteran\": true } }", "written.exempt"),
  DOUBT ("age-without-the-lower-end", POST ", \"requirements\": [ { \"id\": \"a\", \"label\": \"年龄\", \"text\": \"18周岁以上、35周岁以下。\", "
         "\"reason\": \"R01\", \"condition\": { \"born\": { \"from\": \"1990-03-02\" } } } ]", "requirements[0].condition"),
  DOUBT ("age-without-the-upper-end", POST ", \"requirements\": [ { \"id\": \"a\", \"label\": \"年龄\", \"text\": \"18至35周岁。\", "
         "\"reason\": \"R01\", \"condition\": { \"born\": { \"to\": \"2008-03-02\" } } } ]", "requirements[0].condition"),
  BAD ("exempt-limit-of-nobody", POST ", \"written\": { \"exempt_most\": 1 }", "written.exempt_most"),
  BAD ("exempt-order-without-limit", POST ", \"written\": { \"exempt\": { \"veteran\": true }, \"exempt_mark\": \"60\", \"exempt_keys\": [\"education\"] }",
       "written.exempt_keys"),
  BAD ("exempt-share-of-all-and-more", POST ", \"written\": { \"exempt\": { \"veteran\": true }, \"exempt_mark\": \"60\", \"exempt_share\": \"101%\" }",
       "written.exempt_share"),
  BAD ("exempt-by-a-mark", POST ", \"written\": { \"exempt\": { \"veteran\": true }, \"exempt_mark\": \"60\", \"exempt_most\": 1, "
       "\"exempt_keys\": [\"education\", \"interview\"] }", "written.exempt_keys[1]"),
  BAD ("exempt-limit-before-review", POST ", \"stages\": [\"registration\", \"written\", \"interview\", \"review\", \"totals\"], "
       "\"written\": { \"exempt\": { \"veteran\": true }, \"exempt_mark\": \"60\", \"exempt_most\": 1 }", "written.exempt"),
  DOUBT ("direct-hire-at-most-all", POST ", \"direct_hire\": { \"when\": { \"veteran\": true }, \"most\": 2 }", "direct_hire.most"),
  DOUBT ("leftover-to-for-nothing", POST ", \"leftover\": { \"to\": [\"A\"] }", "leftover.to"),
  DOUBT ("repost-without-quota", POST ", \"quota\": { \"repost_days\": 2 }", "quota.repost_days"),
  DOUBT ("answer-without-appeal", POST ", \"review\": { \"answer_days\": 3 }", "review.answer_days"),
  DOUBT ("offers-without-choice", POST ", \"choice\": { \"offers\": [ { \"code\": \"a\", \"name\": \"甲\", \"places\": 1 } ] }",
         "choice.offers"),
  BAD ("recheck-of-no-day", POST ", \"physical\": { \"recheck_days\": 0 }", "physical.recheck_days"),
  GOOD ("no-recheck", POST ", \"physical\": { \"recheck_days\": 0, \"recheck_times\": 0 }"),

  /* Labour law without a first day. */
  BAD ("probation-of-8-without-start", "\"posts\": [ { \"code\": \"A\", \"name\": \"岗\", \"places\": 1, \"probation_months\": 8 } ]",
       "posts[0].probation_months"),
  GOOD ("probation-of-6-without-start", "\"posts\": [ { \"code\": \"A\", \"name\": \"岗\", \"places\": 1, \"probation_months\": 6 } ]"),

  /* Bounds the wrong way round. */
  BAD ("born-backwards", RULE ("{ \"born\": { \"from\": \"2008-03-02\", \"to\": \"1985-03-02\" } }"), CONDITION),
  BAD ("born-apart", RULE ("{ \"all_of\": [ { \"born\": { \"from\": \"1990-01-01\" } }, { \"born\": { \"to\": \"1985-01-01\" } } ] }"),
       CONDITION ".all_of[1]"),
  GOOD ("born-either", RULE ("{ \"any_of\": [ { \"born\": { \"from\": \"1990-01-01\" } }, { \"born\": { \"to\": \"1985-01-01\" } } ] }")),
  BAD ("age-backwards", "\"cutoff\": \"2026-03-02\", "
       RULE ("{ \"all_of\": [ { \"months_since\": { \"fact\": \"birth\", \"months\": 480 } }, "
             "{ \"except\": [ { \"months_since\": { \"fact\": \"birth\", \"months\": 216 } } ] } ] }"), CONDITION ".all_of[1]"),
  GOOD ("age", "\"cutoff\": \"2026-03-02\", "
        RULE ("{ \"all_of\": [ { \"months_since\": { \"fact\": \"birth\", \"months\": 216 } }, "
              "{ \"except\": [ { \"months_since\": { \"fact\": \"birth\", \"months\": 480 } } ] } ] }")),
  BAD ("numbers-apart", NUMBER ", " RULE ("{ \"all_of\": [ { \"at_most\": { \"fact\": \"n\", \"value\": \"2\" } }, "
                                          "{ \"at_least\": { \"fact\": \"n\", \"value\": \"5\" } } ] }"), CONDITION ".all_of[1]"),
  BAD ("two-requirements-apart", POST ", \"requirements\": [ "
       "{ \"id\": \"a\", \"label\": \"a\", \"reason\": \"R01\", \"condition\": { \"born\": { \"from\": \"1990-01-01\" } } }, "
       "{ \"id\": \"b\", \"label\": \"b\", \"reason\": \"R01\", \"condition\": { \"born\": { \"to\": \"1985-01-01\" } } } ]",
       "requirements[1].condition"),
  BAD ("born-in-the-future", "\"cutoff\": \"2026-03-02\", " RULE ("{ \"born\": { \"from\": \"2026-03-03\" } }"), CONDITION),
  DOUBT ("born-too-young", "\"cutoff\": \"2026-03-02\", " RULE ("{ \"born\": { \"to\": \"2010-03-03\" } }"), CONDITION),
  GOOD ("born-just-old-enough", "\"cutoff\": \"2026-03-02\", " RULE ("{ \"born\": { \"to\": \"2010-03-02\" } }")),
  DOUBT ("born-too-old", "\"cutoff\": \"2026-03-02\", " RULE ("{ \"born\": { \"from\": \"1963-03-01\" } }"), CONDITION),
  GOOD ("born-before-retirement", "\"cutoff\": \"2026-03-02\", " RULE ("{ \"born\": { \"from\": \"1963-03-02\" } }")),
  BAD ("sex-of-no-form", RULE ("{ \"sex_in\": [\"男性\"] }"), CONDITION),
  BAD ("degree-that-is-a-school", RULE ("{ \"degree_in\": [\"本科\"] }"), CONDITION),
  DOUBT ("height", RULE ("{ \"by_hand\": \"身高170厘米以上\" }"), CONDITION),
  DOUBT ("marriage", RULE ("{ \"by_hand\": \"未婚\" }"), CONDITION),

  /* Numbers that nobody means. */
  BAD ("hundreds-for-a-place", POST ", \"shortlist\": { \"tiers\": [ { \"ratio\": \"101\" } ] }", "shortlist.tiers[0].ratio"),
  GOOD ("a-hundred-for-a-place", POST ", \"shortlist\": { \"tiers\": [ { \"ratio\": \"100\" } ] }"),
  BAD ("hundreds-to-open", POST ", \"quota\": { \"applies\": true, \"ratio\": \"101\" }", "quota.ratio"),
  BAD ("minimum-above-every-post", POST ", \"quota\": { \"applies\": true, \"ratio\": \"3\", \"minimum\": 3 }", "quota.minimum"),
  GOOD ("minimum-at-a-post", POST ", \"quota\": { \"applies\": true, \"ratio\": \"3\", \"minimum\": 2 }"),
  BAD ("elements-of-90", POST ", \"interview\": { \"elements\": [ { \"code\": \"a\", \"name\": \"a\", \"full\": 90 } ] }",
       "interview.elements"),
  GOOD ("elements-by-weight", POST ", \"interview\": { \"elements\": [ { \"code\": \"a\", \"name\": \"a\", \"full\": 50, \"weight\": \"2\" } ] }"),
  BAD ("element-without-code", POST ", \"interview\": { \"elements\": [ { \"code\": \"\", \"name\": \"a\", \"full\": 100 } ] }",
       "interview.elements[0].code"),
  BAD ("step-finer-than-a-sheet", POST ", \"interview\": { \"panel\": { \"sheet_decimals\": 0, \"step\": \"0.5\" } }",
       "interview.panel.step"),
  GOOD ("step", POST ", \"interview\": { \"panel\": { \"sheet_decimals\": 1, \"step\": \"0.5\" } }"),
  BAD ("cap-below-the-full-mark", POST ", \"interview\": { \"correction\": { \"cap\": \"99\" } }", "interview.correction.cap"),
  BAD ("negative-weight", POST ", " WEIGHTS ("\"written\": \"140%\", \"interview\": \"-40%\""), "totals[0].weights.interview"),
  BAD ("negative-ratio", POST ", \"physical\": { \"list\": { \"ratio\": \"-1\" } }", "physical.list.ratio"),
  BAD ("negative-places", "\"posts\": [ { \"code\": \"A\", \"name\": \"岗\", \"places\": -1 } ]", "posts[0].places"),
  BAD ("huge-places", "\"posts\": [ { \"code\": \"A\", \"name\": \"岗\", \"places\": 9999999 } ]", "posts[0].places"),

  /* Days. */
  BAD ("interview-before-registration-ends", POST ", \"registration_to\": \"2026-03-15\", \"interview\": { \"date\": \"2026-03-14\" }",
       "interview.date"),
  BAD ("year-that-slipped", POST ", \"notice_date\": \"2026-03-01\", \"registration_to\": \"2062-03-15\"", "registration_to"),
  BAD ("year-of-long-ago", POST ", \"notice_date\": \"1850-03-01\"", "notice_date"),
  GOOD ("contract-three-years-later", POST ", \"notice_date\": \"2026-03-01\", \"contract\": { \"start\": \"2029-03-15\" }"),

  /* Names of lists. */
  BAD ("clause-twice", POST ", \"clauses\": [ { \"id\": \"a\", \"text\": \"x\" }, { \"id\": \"a\", \"text\": \"y\" } ]", "clauses[1].id"),
  BAD ("clause-without-id", POST ", \"clauses\": [ { \"id\": \"\", \"text\": \"x\" } ]", "clauses[0].id"),
  BAD ("clause-without-text", POST ", \"clauses\": [ { \"id\": \"a\", \"text\": \"\" } ]", "clauses[0].text"),
  BAD ("wording-of-no-form", POST ", \"wordings\": [ { \"key\": \"salary\", \"text\": \"x\" } ]", "wordings[0].key"),
  GOOD ("wording", POST ", \"wordings\": [ { \"key\": \"wage\", \"text\": \"x\" } ]"),
  BAD ("letterhead-of-no-form", POST ", \"letterheads\": [ { \"key\": \"tickets\" } ]", "letterheads[0].key"),
  BAD ("letterhead-without-form", POST ", \"letterheads\": [ { \"key\": \"\" } ]", "letterheads[0].key"),
  BAD ("letterhead-twice", POST ", \"letterheads\": [ { \"key\": \"notice\" }, { \"key\": \"notice\" } ]", "letterheads[1].key"),
  GOOD ("letterhead", POST ", \"letterheads\": [ { \"key\": \"notice\", \"organs\": [ \"甲\" ], \"word\": \"文件\" } ]"),
  BAD ("wording-twice", POST ", \"wordings\": [ { \"key\": \"wage\", \"text\": \"x\" }, { \"key\": \"wage\", \"text\": \"y\" } ]",
       "wordings[1].key"),
  BAD ("offer-of-no-place", POST ", \"choice\": { \"applies\": true, \"offers\": [ { \"code\": \"a\", \"name\": \"甲\", \"places\": 0 } ] }",
       "choice.offers[0].places"),
  BAD ("relaxation-twice", RULE ("{ \"born\": { \"from\": \"1985-03-01\" } }") ", \"relaxations\": [ "
       "{ \"id\": \"v\", \"relaxes\": \"r\", \"group\": { \"veteran\": true }, \"bound\": { \"born\": { \"from\": \"1980-03-01\" } } }, "
       "{ \"id\": \"v\", \"relaxes\": \"r\", \"group\": { \"veteran\": true }, \"bound\": { \"born\": { \"from\": \"1980-03-01\" } } } ]",
       "relaxations[1].id"),

  /* Of two equal keys a reader keeps one. */
  BAD ("key-twice", POST ", \"county\": \"甲县\", \"county\": \"乙县\"", "county"),
  BAD ("key-twice-inside", "\"posts\": [ { \"code\": \"A\", \"name\": \"岗\", \"places\": 1 }, "
       "{ \"code\": \"B\", \"places\": 2, \"name\": \"岗\", \"places\": 3 } ]", "posts[1].places"),
  BAD ("key-twice-in-escapes", POST ", \"county\": \"甲县\", \"count\\u0079\": \"乙县\"", "county"),
  GOOD ("key-in-a-text", POST ", \"county\": \"\\\"county\\\": {\", \"address\": \"county\""),
};

static void
test_row (gconstpointer data)
{
  const Row            *row = data;
  g_autofree gchar     *text = g_strdup_printf ("{ \"kaopin-scheme\": 2, \"code\": \"a\", \"title\": \"公告\", %s }", row->keys);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError)    error = NULL;
  g_autoptr (KpScheme)  scheme = kp_scheme_json_parse (text, -1, &problems, &error);
  gboolean              is_found = row->path == NULL;

  g_assert_nonnull (problems);
  for (guint i = 0; i < problems->len; i++)
    {
      const KpSchemeProblem *problem = g_ptr_array_index (problems, i);

      g_test_message ("%s: %s", problem->path, problem->message);
      g_assert_nonnull (row->path);
      g_assert_true (g_str_has_suffix (problem->message, "."));
      is_found = is_found || (problem->is_warning == row->is_warning && strcmp (problem->path, row->path) == 0);
    }
  g_assert_true (is_found);
  g_assert_cmpint (scheme == NULL, ==, row->path != NULL && !row->is_warning);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree gchar *path = g_strconcat ("/data/scheme-nonsense/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }

  return g_test_run ();
}
