/* test-rule-lines.c – a condition as lines and back, what is typed into them, and what the notice says of it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-rule-lines.h"
#include "kp-test.h"

typedef struct
{
  const char *path;
  const char *json;
  const char *lines; /* depth and kind of each */
} Case;

static const Case cases[] = {
  { "true", "{\"veteran\":true}", "0 veteran" },
  { "word", "{\"education_at_least\":\"本科\"}", "0 education_at_least" },
  { "words", "{\"political_in\":[\"中共党员\",\"中共预备党员\"]}", "0 political_in" },
  { "dates", "{\"born\":{\"from\":\"1985-03-02\",\"to\":\"2008-03-02\"}}", "0 born" },
  { "one-date", "{\"graduated\":{\"to\":\"2026-07-31\"}}", "0 graduated" },
  { "months", "{\"grid_months\":{\"months\":12,\"to\":\"2026-03-02\"}}", "0 grid_months" },
  { "fact", "{\"at_least\":{\"fact\":\"insurance_months\",\"value\":\"12\"}}", "0 at_least" },
  { "text", "{\"by_hand\":\"品行端正\"}", "0 by_hand" },
  { "parts",
    "{\"all_of\":[{\"certificate_at_least\":{\"word\":\"社会工作师\"}},{\"except\":[{\"veteran\":true},{\"grid_staff\":true}]}]}",
    "0 all_of 1 certificate_at_least 1 except 2 veteran 2 grid_staff" },
  { "some", "{\"some_of\":{\"count\":2,\"parts\":[{\"veteran\":true},{\"grid_staff\":true}]}}", "0 some_of 1 veteran 1 grid_staff" },
};

static void
test_there_and_back (gconstpointer data)
{
  const Case           *row = data;
  g_autoptr (GPtrArray) lines = kp_rule_lines_parse (row->json);
  g_autoptr (GString)   seen = g_string_new (NULL);
  g_autofree gchar     *json = NULL;
  g_autofree gchar     *problem = NULL;
  g_autofree gchar     *phrase = kp_rule_dup_chinese (row->json, &problem);

  g_assert_nonnull (lines);
  for (guint i = 0; i < lines->len; i++)
    {
      const KpRuleLine *line = g_ptr_array_index (lines, i);

      g_string_append_printf (seen, "%s%u %s", i > 0 ? " " : "", line->depth, kp_condition_kind_get_name (line->kind));
    }
  g_assert_cmpstr (seen->str, ==, row->lines);
  json = kp_rule_lines_dup_json (lines);
  g_assert_cmpstr (json, ==, row->json);
  g_assert_cmpstr (problem, ==, NULL);
  g_assert_nonnull (phrase);
}

/* Every kind that there is can be chosen, and what it needs be typed. */
static void
test_all_kinds (void)
{
  for (guint i = 0; i < KP_N_CONDITION_KINDS; i++)
    {
      const KpConditionKind kind = (KpConditionKind) i;
      const guint           members = kp_rule_kind_get_members (kind);

      g_assert_nonnull (kp_rule_kind_get_chinese (kind));
      for (guint m = 0; m < KP_CONDITION_N_MEMBERS; m++)
        if ((members & KP_CONDITION_BIT (m)) != 0)
          g_assert_nonnull (kp_rule_member_get_chinese (kind, (KpConditionMember) m));
      g_assert_true (members != 0 || kp_condition_kind_has_parts (kind) || kp_condition_form_get (kind)->shape == KP_SHAPE_TRUE);
    }
}

static const char *const strangers[] = { "", "[]", "{}", "\"veteran\"", "{\"unknown\":true}", "{\"veteran\":true,\"grid_staff\":true}",
                                         "{\"all_of\":{}}", "{\"all_of\":[1]}", "{\"born\":[]}", "{\"veteran\"" };

static void
test_strangers (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (strangers); i++)
    g_assert_null (kp_rule_lines_parse (strangers[i]));
}

/* A part more and one less, each with what belongs to it. */
static void
test_change (void)
{
  g_autoptr (GPtrArray) lines = kp_rule_lines_parse (cases[8].json);
  g_autofree gchar     *more = NULL;
  g_autofree gchar     *less = NULL;
  KpRuleLine           *line;

  kp_rule_lines_add_part (lines, 0);
  line = g_ptr_array_index (lines, 5);
  line->members[KP_MEMBER_WORD] = g_strdup ("大专");
  more = kp_rule_lines_dup_json (lines);
  g_assert_true (g_str_has_suffix (more, ",{\"education_at_least\":\"大专\"}]}"));
  kp_rule_lines_remove (lines, 2);
  less = kp_rule_lines_dup_json (lines);
  g_assert_cmpstr (less, ==, "{\"all_of\":[{\"certificate_at_least\":{\"word\":\"社会工作师\"}},{\"education_at_least\":\"大专\"}]}");
}

/* What can't be read is told by the reader of the scheme. */
static void
test_problem (void)
{
  g_autofree gchar *problem = NULL;
  g_autofree gchar *phrase = NULL;

  phrase = kp_rule_dup_chinese ("{\"born\":{\"from\":\"1985-02-30\"}}", &problem);
  g_assert_null (phrase);
  kp_test_assert_contains (problem, "1985-02-30");
}

static void
test_phrase (void)
{
  g_autofree gchar *problem = NULL;
  g_autofree gchar *phrase = kp_rule_dup_chinese ("{\"education_at_least\":\"本科\"}", &problem);

  g_assert_cmpstr (phrase, ==, "本科及以上学历");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/data/rule-lines/there-and-back/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], test_there_and_back);
    }
  g_test_add_func ("/data/rule-lines/all-kinds", test_all_kinds);
  g_test_add_func ("/data/rule-lines/strangers", test_strangers);
  g_test_add_func ("/data/rule-lines/change", test_change);
  g_test_add_func ("/data/rule-lines/problem", test_problem);
  g_test_add_func ("/data/rule-lines/phrase", test_phrase);
  return g_test_run ();
}
