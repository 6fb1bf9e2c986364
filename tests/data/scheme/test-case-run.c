/* test-case-run.c – made-up applicants held against a scheme, computed by hand: what the file says counts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-case.h"
#include "kp-scheme-json.h"
#include "kp-test.h"

#include <string.h>

/* Keys of the scheme beside its posts A and B of one place, and of the case beside its rule. */
typedef struct
{
  const char *name;
  const char *scheme;
  const char *body;
  const char *expect;
} Row;

#define PERSON(number, post, marks) \
  "{ \"number\": \"" number "\", \"post\": \"" post "\", \"review\": \"pass\", " marks " }"
#define MARKS(written, interview) "\"papers\": { \"01\": " written " }, \"interview\": " interview

#define TWO_POSTS ", \"registration\": { \"one_post\": false }, \"reserve\": { \"applies\": true, \"names\": 1 }"
#define TIED_BY_MAJOR \
  ", \"totals\": [ { \"id\": \"exam\", \"ties\": [ { \"meets\": { \"major_in\": [\"社会学\"] }, \"label\": \"社会学专业优先\" }, \"extra_test\" ] } ]"
#define TWO_FIRSTS \
  "\"persons\": [ " PERSON ("1", "A", MARKS ("90", "90")) ", " PERSON ("2", "B", "\"same_as\": \"1\", " MARKS ("90", "80")) ", " \
  PERSON ("3", "B", MARKS ("80", "80")) ", " PERSON ("4", "A", MARKS ("70", "70")) " ]"

static const Row rows[] = {
  /* Proposed by the facts, claimed a day late. */
  { "bonus-claimed-late",
    ", \"bonus\": { \"items\": [ { \"code\": \"army\", \"label\": \"退役军人\", \"points\": 5, \"due\": \"2026-03-15\", "
    "\"condition\": { \"veteran\": true } } ] }",
    "\"persons\": [ "
    PERSON ("1", "A", "\"facts\": { \"veteran\": true }, \"bonus_claimed\": { \"army\": \"2026-03-15\" }, " MARKS ("80", "80")) ", "
    PERSON ("2", "A", "\"facts\": { \"veteran\": true }, \"bonus_claimed\": { \"army\": \"2026-03-16\" }, " MARKS ("80", "80")) " ]",
    "{ \"persons\": { \"1\": { \"bonus\": 5, \"total\": \"82.50\" }, \"2\": { \"bonus\": 0, \"total\": \"80\" } } }" },
  /* Nobody writes, and the bonus is seen all the same: 80 + 5. */
  { "bonus-without-written-mark",
    ", \"stages\": [\"registration\", \"interview\", \"totals\", \"publicity\", \"hire\"], "
    "\"written\": { \"exempt\": { \"any_of\": [ { \"veteran\": true }, { \"except\": [ { \"veteran\": true } ] } ] } }, "
    "\"bonus\": { \"items\": [ { \"code\": \"army\", \"label\": \"退役军人\", \"points\": 5, \"condition\": { \"veteran\": true } } ], "
    "\"target\": \"total\" }, \"totals\": [ { \"id\": \"exam\", \"weights\": { \"written\": \"0\", \"interview\": \"100%\", "
    "\"bonus\": \"100%\" }, \"ties\": [] } ]",
    "\"persons\": [ " PERSON ("1", "A", "\"facts\": { \"veteran\": true }, \"interview\": \"80\"") ", "
    PERSON ("2", "A", "\"interview\": \"70\"") " ]",
    "{ \"persons\": { \"1\": { \"bonus\": 5, \"written\": null, \"total\": \"85\" }, \"2\": { \"bonus\": 0, \"total\": \"70\" } } }" },
  /* B has one applicant of the two that it needs; the person goes to A, which counted its own before. */
  { "repost",
    ", \"quota\": { \"applies\": true, \"ratio\": \"2\", \"action\": \"cancel\", \"repost_days\": 1 }",
    "\"persons\": [ " PERSON ("1", "A", MARKS ("80", "80")) ", " PERSON ("2", "A", MARKS ("70", "70")) ", "
    PERSON ("3", "B", MARKS ("90", "90")) " ], \"events\": [ { \"number\": \"3\", \"stage\": \"repost\", \"to\": \"A\" } ]",
    "{ \"persons\": { \"3\": { \"post\": \"A\", \"place\": 1, \"hired\": true } }, "
    "\"posts\": { \"A\": { \"registered\": 2 }, \"B\": { \"registered\": 1, \"opening\": \"cancelled\" } } }" },
  /* null and "" say of a claim that there is none. */
  { "claims-denied",
    ", \"facts\": [ { \"id\": \"home\", \"label\": \"住址\", \"kind\": \"place\" } ], \"requirements\": [ { \"id\": \"army\", "
    "\"label\": \"退役\", \"reason\": \"R08\", \"condition\": { \"veteran\": true } } ]",
    "\"persons\": [ { \"number\": \"1\", \"facts\": { \"veteran\": null, \"enlisted\": \"\", \"degree\": null, \"home\": null } }, "
    "{ \"number\": \"2\", \"facts\": { \"veteran\": \"\", \"home\": { \"word\": \"云岭县\", \"since\": \"2020-01-01\" } } } ]",
    "{ \"persons\": { \"1\": { \"review\": \"fail\" }, \"2\": { \"review\": \"fail\" } } }" },
  /* One person is first at both posts: nobody is hired for either, nor called behind, until one is left. */
  { "first-at-two-posts", TWO_POSTS, TWO_FIRSTS "",
    "{ \"persons\": { \"1\": { \"final\": \"undecided\", \"hired\": false }, \"2\": { \"final\": \"undecided\", \"hired\": false }, "
    "\"3\": { \"final\": \"out\", \"hired\": false, \"reserve\": false }, \"4\": { \"hired\": false } }, "
    "\"posts\": { \"A\": { \"called\": 0, \"empty\": 1 }, \"B\": { \"called\": 0, \"empty\": 1 } } }" },
  { "chooses-one-of-two-posts", TWO_POSTS,
    TWO_FIRSTS ", \"events\": [ { \"number\": \"2\", \"stage\": \"physical\", \"cause\": \"withdrew\" } ]",
    "{ \"persons\": { \"1\": { \"final\": \"in\", \"hired\": true, \"reserve\": false }, \"2\": { \"final\": \"left\" }, "
    "\"3\": { \"final\": \"substitute\", \"hired\": true }, \"4\": { \"final\": \"out\", \"reserve\": true } } }" },
  /* Second at B and hired for A: not in the pool of B, of which the next is the first. */
  { "hired-elsewhere-is-in-no-pool", TWO_POSTS,
    "\"persons\": [ " PERSON ("1", "A", MARKS ("90", "90")) ", " PERSON ("2", "B", "\"same_as\": \"1\", " MARKS ("90", "80")) ", "
    PERSON ("3", "B", MARKS ("95", "95")) ", " PERSON ("4", "B", MARKS ("70", "70")) " ]",
    "{ \"persons\": { \"1\": { \"hired\": true }, \"2\": { \"final\": \"out\", \"reserve\": false }, \"3\": { \"hired\": true }, "
    "\"4\": { \"reserve\": true } } }" },
  /* The place in the order of choosing is open, so who comes behind doesn't choose yet. */
  { "chooses-no-work-before-the-post",
    TWO_POSTS ", \"choice\": { \"applies\": true, \"among\": \"campaign\", \"offers\": [ { \"code\": \"s1\", \"name\": \"甲\", \"places\": 1 }, "
    "{ \"code\": \"s2\", \"name\": \"乙\", \"places\": 2 } ] }, \"physical\": { \"list\": { \"ratio\": 1 } }",
    "\"persons\": [ " PERSON ("1", "A", "\"choices\": [\"s1\"], " MARKS ("90", "90")) ", "
    PERSON ("2", "B", "\"same_as\": \"1\", \"choices\": [\"s1\"], " MARKS ("90", "80")) ", "
    PERSON ("3", "B", "\"choices\": [\"s1\"], " MARKS ("80", "80")) " ]",
    "{ \"persons\": { \"1\": { \"chosen\": null }, \"2\": { \"chosen\": null }, \"3\": { \"chosen\": null } } }" },
  /* Which key stopped the tie, and for whom. */
  { "tie-stops-at-a-major", TIED_BY_MAJOR,
    "\"persons\": [ " PERSON ("2", "A", "\"facts\": { \"major\": \"历史\" }, " MARKS ("80", "80")) ", "
    PERSON ("1", "A", "\"facts\": { \"major\": \"数学\" }, " MARKS ("80", "80")) " ]",
    "{ \"posts\": { \"A\": { \"why\": \"计划1人，审查合格2人，不设开考比例。首次名单：人选成绩并列，按方案不能分出先后，待确定。"
    "同分次序停在“社会学专业优先”一项：1、2待核实。\" } } }" },
  { "tie-stops-at-the-test", TIED_BY_MAJOR,
    "\"persons\": [ " PERSON ("1", "A", "\"facts\": { \"major\": \"社会学\" }, \"extra_test\": \"70\", " MARKS ("80", "80")) ", "
    PERSON ("2", "A", "\"facts\": { \"major\": \"社会学\" }, " MARKS ("80", "80")) " ]",
    "{ \"posts\": { \"A\": { \"why\": \"计划1人，审查合格2人，不设开考比例。首次名单：人选成绩并列，按方案不能分出先后，待确定。"
    "同分次序停在“加试成绩”一项：2还没有这一项。\" } } }" },
  { "tie-to-the-end", TIED_BY_MAJOR,
    "\"persons\": [ " PERSON ("1", "A", "\"facts\": { \"major\": \"社会学\" }, \"extra_test\": \"70\", " MARKS ("80", "80")) ", "
    PERSON ("2", "A", "\"facts\": { \"major\": \"社会学\" }, \"extra_test\": \"70\", " MARKS ("80", "80")) " ]",
    "{ \"posts\": { \"A\": { \"why\": \"计划1人，审查合格2人，不设开考比例。首次名单：人选成绩并列，按方案不能分出先后，待确定。"
    "1、2按同分次序比到最后仍相同。\" } } }" },
};

/* What can't be read, and how it is told. */
static const struct
{
  const char *body;
  const char *says;
} refused[] = {
  { "\"persons\": [ { \"number\": \"1\", \"facts\": { \"birth\": null } } ]", "Case “规则”: Person 1, “facts.birth”" },
  { "\"persons\": [ { \"number\": \"1\", \"facts\": { \"birth\": null } } ]", "leave the key out" },
  { "\"persons\": [ { \"number\": \"1\", \"facts\": { \"veteran\": \"true\" } } ]", "true or false without quotation marks" },
  { "\"persons\": [ { \"number\": \"1\", \"facts\": { \"residence\": { \"word\": \"x\", \"from\": \"2020-01-01\" } } } ]",
    "“facts.residence”: this must be a text in quotation marks, or {" },
  { "\"persons\": [ { \"number\": \"1\", \"bonus_claimed\": { \"army\": \"2026-02-30\" } } ]", "bonus_claimed" },
  { "\"persons\": [ { \"number\": \"1\" } ], \"events\": [ { \"number\": \"1\", \"stage\": \"repost\", \"to\": \"B\" } ]",
    "whose own post is cancelled" },
};

static void
test_refused (void)
{
  static const char    scheme_text[]
      = "{ \"kaopin-scheme\": 2, \"code\": \"a\", \"title\": \"公告\", \"quota\": { \"applies\": true, \"ratio\": 1, "
        "\"action\": \"cancel\", \"repost_days\": 1 }, \"posts\": [ { \"code\": \"A\", \"name\": \"甲\", \"places\": 1 }, "
        "{ \"code\": \"B\", \"name\": \"乙\", \"places\": 1 } ] }";
  g_autoptr (KpScheme) scheme = kp_scheme_json_parse (scheme_text, -1, NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
      g_autofree gchar        *text
          = g_strdup_printf ("{ \"kaopin-case\": 1, \"cases\": [ { \"rule\": \"规则\", %s } ] }", refused[i].body);
      g_autofree gchar        *path = kp_test_folder_write (folder, "cases.json", text, -1);
      g_autoptr (GError)       error = NULL;
      g_autoptr (KpCaseFile)   file = kp_case_file_load (path, &error);
      g_autoptr (JsonObject)   actual = NULL;
      const KpCase            *item;

      g_assert_no_error (error);
      item = g_ptr_array_index (file->cases, 0);
      if (kp_case_check (item, scheme, &error))
        actual = kp_case_run (item, scheme, &error);
      g_assert_null (actual);
      g_assert_error (error, KP_CASE_ERROR, KP_CASE_ERROR_REFUSED);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, refused[i].says));
    }
}

static void
test_row (gconstpointer data)
{
  const Row               *row = data;
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree gchar        *scheme_text
      = g_strdup_printf ("{ \"kaopin-scheme\": 2, \"code\": \"a\", \"title\": \"公告\", \"posts\": [ "
                         "{ \"code\": \"A\", \"name\": \"甲\", \"places\": 1 }, { \"code\": \"B\", \"name\": \"乙\", \"places\": 1 } ]%s }",
                         row->scheme);
  g_autofree gchar        *text = g_strdup_printf ("{ \"kaopin-case\": 1, \"cases\": [ { \"rule\": \"规则\", %s, \"expect\": %s } ] }",
                                                   row->body, row->expect);
  g_autofree gchar        *path = kp_test_folder_write (folder, "cases.json", text, -1);
  g_autoptr (GError)       error = NULL;
  g_autoptr (KpScheme)     scheme = kp_scheme_json_parse (scheme_text, -1, NULL, &error);
  g_autoptr (KpCaseFile)   file = NULL;
  g_autoptr (JsonObject)   actual = NULL;
  g_autoptr (GPtrArray)    differences = NULL;
  const KpCase            *item;

  g_assert_no_error (error);
  file = kp_case_file_load (path, &error);
  g_assert_no_error (error);
  item = g_ptr_array_index (file->cases, 0);
  kp_case_check (item, scheme, &error);
  g_assert_no_error (error);
  actual = kp_case_run (item, scheme, &error);
  g_assert_no_error (error);
  differences = kp_case_compare (item->expect, actual);
  for (guint i = 0; i < differences->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (differences, i));
  g_assert_cmpuint (differences->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree gchar *path = g_strconcat ("/data/case-run/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }

  g_test_add_func ("/data/case-run/refused", test_refused);

  return g_test_run ();
}
