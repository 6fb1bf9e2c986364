/* test-answer.c – answers as text and as JSON; columns with Chinese in them stay straight.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-answer.h"
#include "kp-test.h"

#include <string.h>

static const struct
{
  const char *path;
  const char *text;
  guint width;
} widths[] = {
  { "/app/answer/width/latin", "abc", 3 },
  { "/app/answer/width/chinese-is-two", "综合岗", 6 },
  { "/app/answer/width/mixed", "A01 综合岗", 10 },
  { "/app/answer/width/full-width-bracket", "（中）", 6 },
  { "/app/answer/width/beyond-the-basic-plane", "𠮷", 2 },
  { "/app/answer/width/joined-mark-is-none", "e\xcc\x81", 1 },
  { "/app/answer/width/empty", "", 0 },
};

static void
test_width (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);

  g_assert_cmpuint (kp_text_measure (widths[i].text), ==, widths[i].width);
}

static KpAnswer *
make_table (void)
{
  const KpAnswerColumn columns[] = {
    { "post", "岗位", FALSE },
    { "places", "名额", TRUE },
    { "why", "Why", FALSE },
  };
  KpAnswer *answer = kp_answer_new ();

  kp_answer_begin_table (answer, "posts", columns, G_N_ELEMENTS (columns));
  kp_answer_add_row (answer, (const char *[]){ "A01", "12", "高校毕业生" });
  kp_answer_add_row (answer, (const char *[]){ "退役军人岗", "4", NULL });
  return answer;
}

static void
test_table_is_straight (void)
{
  g_autoptr (KpAnswer) answer = make_table ();
  g_autofree char *text = kp_answer_dup_text (answer);

  g_assert_cmpstr (text, ==,
                   "岗位        名额  Why\n"
                   "A01           12  高校毕业生\n"
                   "退役军人岗     4  \n");
}

static void
test_json_keeps_kinds (void)
{
  g_autoptr (KpAnswer) answer = make_table ();
  g_autofree char *json = NULL;

  kp_answer_add_count (answer, "n", "Count", 3);
  kp_answer_add_truth (answer, "sound", FALSE);
  kp_answer_add_text (answer, "none", "None", NULL);
  kp_answer_add_texts (answer, "items", "Items", (const char *const[]){ "001", "002", NULL });
  kp_answer_say (answer, "for people only");
  json = kp_answer_dup_json (answer);
  kp_test_assert_contains (json, "\"places\" : 12");
  kp_test_assert_contains (json, "\"why\" : null");
  kp_test_assert_contains (json, "\"n\" : 3");
  kp_test_assert_contains (json, "\"sound\" : false");
  kp_test_assert_contains (json, "\"none\" : null");
  kp_test_assert_contains (json, "\"001\"");
  g_assert_null (g_strstr_len (json, -1, "for people only"));
}

static void
test_empty_table_says_nothing (void)
{
  const KpAnswerColumn column = { "key", "Heading", FALSE };
  g_autoptr (KpAnswer) answer = kp_answer_new ();
  g_autofree char *text = NULL;

  kp_answer_begin_table (answer, "rows", &column, 1);
  text = kp_answer_dup_text (answer);
  g_assert_cmpstr (text, ==, "");
}

/* A program reads the stable name, a person the word. */
static void
test_said (void)
{
  g_autoptr (KpAnswer) answer = make_table ();
  g_autofree char *text = NULL;
  g_autofree char *json = NULL;

  kp_answer_add_row (answer, (const char *[]) { "B09", "1", "record" });
  kp_answer_say_cell (answer, 2, "在案");
  text = kp_answer_dup_text (answer);
  json = kp_answer_dup_json (answer);
  kp_test_assert_contains (text, "在案");
  g_assert_null (strstr (text, "record"));
  kp_test_assert_contains (json, "\"record\"");
  g_assert_null (strstr (json, "在案"));
}

/* What is printed and shown is text, whatever a file is called. */
static void
test_names_that_are_no_text (void)
{
  const KpAnswerColumn columns[] = { { "file", "文件", FALSE } };
  g_autoptr (KpAnswer) answer = kp_answer_new ();
  g_autofree char *text = NULL;
  g_autofree char *json = NULL;

  kp_answer_add_text (answer, "written", "写出", "n\xff.json");
  kp_answer_begin_table (answer, "files", columns, G_N_ELEMENTS (columns));
  kp_answer_add_row (answer, (const char *[]){ "\xff" });
  text = kp_answer_dup_text (answer);
  json = kp_answer_dup_json (answer);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (g_utf8_validate (json, -1, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    g_test_add_data_func (widths[i].path, GUINT_TO_POINTER (i), test_width);
  g_test_add_func ("/app/answer/table-is-straight", test_table_is_straight);
  g_test_add_func ("/app/answer/json-keeps-kinds", test_json_keeps_kinds);
  g_test_add_func ("/app/answer/empty-table-says-nothing", test_empty_table_says_nothing);
  g_test_add_func ("/app/answer/said", test_said);
  g_test_add_func ("/app/answer/names-that-are-no-text", test_names_that_are_no_text);
  return g_test_run ();
}
