/* test-case-check.c – a case whose names lead nowhere, whose marks can't be or that proves nothing is refused.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-case.h"
#include "kp-scheme-json.h"
#include "kp-test.h"

#include <string.h>

static const char scheme_text[]
    = "{ \"kaopin-scheme\": 2, \"code\": \"a\", \"title\": \"公告\","
      " \"facts\": [ { \"id\": \"local\", \"label\": \"本地\", \"kind\": \"yes_no\" } ],"
      " \"posts\": [ { \"code\": \"A\", \"name\": \"综合岗\", \"places\": 1 } ],"
      " \"bonus\": { \"items\": [ { \"code\": \"cert\", \"label\": \"持证\", \"points\": \"3\" } ] },"
      " \"others\": [ { \"code\": \"skill\", \"name\": \"技能\", \"full\": 50 } ],"
      " \"interview\": { \"elements\": [ { \"code\": \"x\", \"name\": \"甲\", \"full\": 60 }, { \"code\": \"y\", \"name\": \"乙\", \"full\": 40 } ],"
      "                  \"lines\": { \"line\": 60 } } }";

typedef struct
{
  const char *name;
  const char *keys; /* of the case, beside its rule */
  const char *says; /* a part of the refusal; NULL = none */
} Row;

#define PERSON(keys) "\"persons\": [ { \"number\": \"001\"" keys " } ]"
#define EXPECT(what) PERSON ("") ", \"expect\": { " what " }"

#define EVENT(keys) ", \"events\": [ { \"round\": 1, \"number\": \"001\", " keys " } ]"

static const Row rows[] = {
  { "good",
    PERSON (", \"post\": \"A\", \"facts\": { \"local\": true, \"birth\": \"1990-01-01\" }, \"papers\": { \"01\": \"100\" }, "
            "\"others\": { \"skill\": 50 }, \"bonus\": [\"cert\"], \"sheets\": [[\"100\"], [60, \"40\"]]"),
    NULL },
  { "states-are-no-marks", PERSON (", \"papers\": { \"01\": \"absent\" }, \"interview\": \"breach\""), NULL },
  { "unknown-fact", PERSON (", \"facts\": { \"locale\": true }"), "persons.001.facts.locale" },
  { "unknown-post", PERSON (", \"post\": \"B\""), "persons.001.post “B”" },
  { "unknown-paper", PERSON (", \"papers\": { \"02\": \"60\" }"), "persons.001.papers.02" },
  { "unknown-part", PERSON (", \"others\": { \"talk\": \"60\" }"), "persons.001.others.talk" },
  { "unknown-bonus", PERSON (", \"bonus\": [\"cert\", \"veteran\"]"), "persons.001.bonus[1]" },
  { "unknown-claim", PERSON (", \"bonus_claimed\": { \"veteran\": \"2026-03-02\" }"), "persons.001.bonus_claimed.veteran" },
  { "paper-above-full", PERSON (", \"papers\": { \"01\": \"100.5\" }"), "at most the full mark 100" },
  { "part-above-full", PERSON (", \"others\": { \"skill\": \"50.01\" }"), "at most the full mark 50" },
  { "interview-above-full", PERSON (", \"interview\": 101"), "persons.001.interview" },
  { "sheet-above-full", PERSON (", \"sheets\": [[\"80\"], [\"101\"]]"), "persons.001.sheets[1][0]" },
  { "element-above-full", PERSON (", \"sheets\": [[\"60\", \"41\"]]"), "persons.001.sheets[0][1]" },
  { "elements-too-few", PERSON (", \"sheets\": [[\"60\", \"4\", \"4\"]]"), "persons.001.sheets[0]" },
  { "expects", EXPECT ("\"persons\": { \"001\": { \"final\": \"in\" } }, \"posts\": { \"A\": { \"empty\": 0 } }, "
                       "\"dates\": { \"publicity_to\": null }"), NULL },
  { "expects-of-nobody", EXPECT ("\"persons\": { \"009\": { \"final\": \"in\" } }"), "expect.persons.009" },
  { "expects-misspelt", EXPECT ("\"persons\": { \"001\": { \"finale\": \"in\" } }"), "expect.persons.001.finale" },
  { "expects-of-no-post", EXPECT ("\"posts\": { \"B\": { \"empty\": 0 } }"), "expect “B”" },
  { "expects-misspelt-of-post", EXPECT ("\"posts\": { \"A\": { \"emty\": 0 } }"), "expect.posts.A.emty" },
  { "expects-misspelt-day", EXPECT ("\"dates\": { \"public_to\": null }"), "expect.dates.public_to" },
  { "expects-misspelt-part", EXPECT ("\"person\": { }"), "expect.person" },
  { "expects-words",
    EXPECT ("\"persons\": { \"001\": { \"final\": \"left\", \"fills\": \"A\", \"left_at\": \"recheck\", \"review\": null, "
            "\"findings\": { \"age\": \"by_hand\" }, \"interview\": \"absent\", \"hired\": false, \"exact\": \"260/3\" } }, "
            "\"posts\": { \"A\": { \"opening\": \"decide\", \"line_open\": true, \"places\": 1 } }"),
    NULL },
  { "expects-no-such-final", EXPECT ("\"persons\": { \"001\": { \"final\": \"hired\" } }"), "no_place, left, or null" },
  { "expects-no-such-standing", EXPECT ("\"persons\": { \"001\": { \"standing\": \"x\" } }"), "expect.persons.001.standing" },
  { "expects-no-such-finding", EXPECT ("\"persons\": { \"001\": { \"findings\": { \"age\": \"yes\" } } }"),
    "expect.persons.001.findings.age" },
  { "expects-truth-as-text", EXPECT ("\"persons\": { \"001\": { \"hired\": \"true\" } }"), "without quotation marks" },
  { "expects-no-number", EXPECT ("\"persons\": { \"001\": { \"total\": \"absent\" } }"), "expect.persons.001.total" },
  { "expects-no-such-opening", EXPECT ("\"posts\": { \"A\": { \"opening\": \"open\" } }"), "expect.posts.A.opening" },
  { "leaves", PERSON ("") EVENT ("\"stage\": \"physical\", \"cause\": \"failed\""), NULL },
  { "leaves-where-nobody-does", PERSON ("") EVENT ("\"stage\": \"totals\", \"cause\": \"failed\""), "events[0].stage" },
  { "leaves-where-there-is-no-stage", PERSON ("") EVENT ("\"stage\": \"training\", \"cause\": \"failed\""),
    "events[0].stage" },
  { "event-misspelt", PERSON ("") EVENT ("\"stage\": \"physical\", \"cause\": \"failed\", \"rounds\": 2"),
    "events[0].rounds" },
  { "repost-not-allowed", PERSON ("") EVENT ("\"stage\": \"repost\", \"to\": \"A\""), "repost_days" },
  { "then", EXPECT ("\"persons\": { \"001\": { \"place\": 1 } }")
    ", \"without\": { }, \"then\": { \"persons\": { \"001\": { \"place\": 2 } } }", NULL },
  { "then-of-less", EXPECT ("\"persons\": { \"001\": { \"place\": 1, \"final\": \"in\" } }")
    ", \"without\": { }, \"then\": { \"persons\": { \"001\": { \"place\": 1 } } }", NULL },
  { "then-the-same", EXPECT ("\"persons\": { \"001\": { \"place\": 1, \"total\": \"60\" } }")
    ", \"without\": { }, \"then\": { \"persons\": { \"001\": { \"total\": \"60.00\", \"place\": 1 } } }", "different from \"expect\"" },
  { "then-without-without", EXPECT ("\"persons\": { \"001\": { \"place\": 1 } }")
    ", \"then\": { \"persons\": { \"001\": { \"place\": 2 } } }", "without" },
  { "then-misspelt", EXPECT ("\"persons\": { \"001\": { \"place\": 1 } }")
    ", \"without\": { }, \"then\": { \"persons\": { \"001\": { \"plaza\": 2 } } }", "then.persons.001.plaza" },
  { "key-twice", PERSON (", \"papers\": { \"01\": \"60\", \"01\": \"70\" }"), "cases[0].persons[0].papers.01" },
};

static void
test_row (gconstpointer data)
{
  const Row              *row = data;
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree gchar       *text
      = g_strdup_printf ("{ \"kaopin-case\": 1, \"cases\": [ { \"rule\": \"规则\", %s } ] }", row->keys);
  g_autofree gchar       *path = kp_test_folder_write (folder, "cases.json", text, -1);
  g_autoptr (GError)      error = NULL;
  g_autoptr (KpScheme)    scheme = kp_scheme_json_parse (scheme_text, -1, NULL, &error);
  g_autoptr (KpCaseFile)  file = NULL;

  g_assert_no_error (error);
  file = kp_case_file_load (path, &error);
  if (file != NULL)
    g_assert_cmpint (kp_case_check (g_ptr_array_index (file->cases, 0), scheme, &error), ==, row->says == NULL);
  if (row->says == NULL)
    {
      g_assert_no_error (error);
      return;
    }
  g_assert_error (error, KP_CASE_ERROR, KP_CASE_ERROR_REFUSED);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, row->says));
}

/* The rules give what the one case expects. */
static void
assert_case (const char *scheme_json,
             const char *cases_json)
{
  g_autoptr (KpTestFolder)  folder = kp_test_folder_new ();
  g_autofree gchar         *path = kp_test_folder_write (folder, "cases.json", cases_json, -1);
  g_autoptr (GError)        error = NULL;
  g_autoptr (KpScheme)      scheme = kp_scheme_json_parse (scheme_json, -1, NULL, &error);
  g_autoptr (KpCaseFile)    file = kp_case_file_load (path, &error);
  g_autoptr (JsonObject)    actual = NULL;
  g_autoptr (GPtrArray)     differences = NULL;
  const KpCase             *item;

  g_assert_no_error (error);
  item = g_ptr_array_index (file->cases, 0);
  g_assert_true (kp_case_check (item, scheme, &error));
  actual = kp_case_run (item, scheme, &error);
  g_assert_no_error (error);
  differences = kp_case_compare (item->expect, actual);
  for (guint i = 0; i < differences->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (differences, i));
  g_assert_cmpuint (differences->len, ==, 0);
}

/* A requirement that is looked at late takes off the list, and the answer says where. */
static void
test_left_at_background (void)
{
  assert_case ("{ \"kaopin-scheme\": 2, \"code\": \"a\", \"title\": \"公告\","
               " \"facts\": [ { \"id\": \"punished\", \"label\": \"受过处罚\", \"kind\": \"yes_no\" } ],"
               " \"posts\": [ { \"code\": \"A\", \"name\": \"综合岗\", \"places\": 1 } ],"
               " \"requirements\": [ { \"id\": \"clean\", \"label\": \"品行\", \"reason\": \"R10\", \"checked\": [\"background\"],"
               "   \"condition\": { \"except\": [ { \"is\": \"punished\" } ] } } ] }",
               "{ \"kaopin-case\": 1, \"cases\": [ { \"rule\": \"考察\", \"persons\": [ { \"number\": \"001\", \"review\": \"pass\","
               " \"facts\": { \"punished\": true }, \"papers\": { \"01\": \"80\" }, \"interview\": \"80\" } ],"
               " \"expect\": { \"persons\": { \"001\": { \"final\": \"left\", \"left_at\": \"background\" } } } } ] }");
}

#define TWO_POSTS(lines) \
  "{ \"kaopin-scheme\": 2, \"code\": \"a\", \"title\": \"公告\"," \
  " \"posts\": [ { \"code\": \"A\", \"name\": \"甲\", \"places\": 1 }, { \"code\": \"B\", \"name\": \"乙\", \"places\": 1 } ]," \
  " \"interview\": { \"lines\": { " lines " } } }"
#define TWO_HEARD(decided, first, second) \
  "{ \"kaopin-case\": 1, \"cases\": [ { \"rule\": \"面试线\", \"decisions\": { \"interview_line\": " decided " }, \"persons\": [" \
  " { \"number\": \"001\", \"post\": \"A\", \"review\": \"pass\", \"papers\": { \"01\": \"80\" }, \"interview\": \"70\" }," \
  " { \"number\": \"002\", \"post\": \"B\", \"review\": \"pass\", \"papers\": { \"01\": \"80\" }, \"interview\": \"70\" } ]," \
  " \"expect\": { \"persons\": { \"001\": { \"standing\": \"" first "\" }, \"002\": { \"standing\": \"" second "\" } } } } ] }"

/* 面试合格线 that the committee draws, of all and of each post; a scheme that doesn't ask for it reads it all the same. */
static void
test_interview_line (void)
{
  assert_case (TWO_POSTS ("\"decided\": \"campaign\""), TWO_HEARD ("\"70.01\"", "below_line", "below_line"));
  assert_case (TWO_POSTS ("\"decided\": \"post\""),
               TWO_HEARD ("[ { \"post\": \"A\", \"line\": 70 }, { \"post\": \"B\", \"line\": 71 } ]", "ranked", "below_line"));
  assert_case (TWO_POSTS ("\"decided\": \"post\""), TWO_HEARD ("[ { \"post\": \"A\", \"line\": 70 } ]", "ranked", "open"));
  assert_case (TWO_POSTS ("\"line\": 60"), TWO_HEARD ("75", "ranked", "ranked"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree gchar *path = g_strconcat ("/data/case-check/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/data/case/left-at-background", test_left_at_background);
  g_test_add_func ("/data/case/interview-line", test_interview_line);

  return g_test_run ();
}
