/* test-fitness-sheet.c – conclusions as hospitals and stations write them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-exchange-error.h"
#include "kp-fitness-sheet.h"
#include "kp-test.h"

static KpFitnessSheet *
read_as (KpFitnessKind kind, const char *text, GError **error)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *path = kp_test_folder_write (folder, "results.csv", text, -1);

  return kp_fitness_sheet_read (path, kind, error);
}

static KpFitnessSheet *
read_text (const char *text, GError **error)
{
  return read_as (KP_FITNESS_PHYSICAL, text, error);
}

static const struct
{
  const char *path;
  const char *word;
  KpFitnessOutcome outcome;
} words[] = {
  { "/data/fitness-sheet/word/pass", "合格", KP_FITNESS_PASS },
  { "/data/fitness-sheet/word/pass-with-blanks", " 合 格 ", KP_FITNESS_PASS },
  { "/data/fitness-sheet/word/pass-after-recheck", "复检合格", KP_FITNESS_PASS },
  { "/data/fitness-sheet/word/fail", "不合格", KP_FITNESS_FAIL },
  { "/data/fitness-sheet/word/fail-in-other-words", "未通过", KP_FITNESS_FAIL },
  { "/data/fitness-sheet/word/waived", "自愿放弃", KP_FITNESS_WAIVED },
  { "/data/fitness-sheet/word/stayed-away", "未参加", KP_FITNESS_WAIVED },
  { "/data/fitness-sheet/word/recheck-to-come", "待复检", KP_FITNESS_OPEN },
  { "/data/fitness-sheet/word/empty", "", KP_FITNESS_OPEN },
  { "/data/fitness-sheet/word/a-medical-value-is-none", "血压160", KP_FITNESS_FAULTY },
  { "/data/fitness-sheet/word/that-of-the-other-examination-is-none", "考察合格", KP_FITNESS_FAULTY },
  { "/data/fitness-sheet/word/doubt-is-none", "基本合格", KP_FITNESS_FAULTY },
};

static void
test_word (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autofree char *text = g_strdup_printf ("准考证号,体检结论\n26010100101,%s\n", words[i].word);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpFitnessSheet) sheet = read_text (text, &error);
  guint n_rows = 0;
  const KpFitnessRow *rows;

  g_assert_no_error (error);
  rows = kp_fitness_sheet_get_rows (sheet, &n_rows);
  g_assert_cmpuint (n_rows, ==, 1);
  g_assert_cmpstr (rows[0].key, ==, "26010100101");
  g_assert_cmpint (rows[0].outcome, ==, words[i].outcome);
  g_assert_cmpuint (kp_fitness_sheet_get_n_faults (sheet), ==, words[i].outcome == KP_FITNESS_FAULTY);
  g_assert_true ((*rows[0].message != '\0') == (words[i].outcome == KP_FITNESS_FAULTY));
}

static void
test_title_and_other_columns (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpFitnessSheet) sheet =
      read_as (KP_FITNESS_BACKGROUND, "云岭县考察结果,,,\n序号,姓名,考察结果,准考证号\n1,张三,合格,26010100101\n"
                 "2,李四,不合格,26010100102\n合计,2,,\n",
                 &error);
  guint n_rows = 0;
  const KpFitnessRow *rows;

  g_assert_no_error (error);
  rows = kp_fitness_sheet_get_rows (sheet, &n_rows);
  g_assert_cmpuint (n_rows, ==, 2);
  g_assert_cmpuint (rows[1].sheet_row, ==, 4);
  g_assert_cmpint (rows[1].outcome, ==, KP_FITNESS_FAIL);
  g_assert_cmpuint (strlen (kp_row_sheet_get_digest (sheet)), ==, 64);
}

static void
test_number_twice (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpFitnessSheet) sheet = read_text ("报名号,结论\n000001,合格\n000001,不合格\n", &error);
  guint n_rows = 0;
  const KpFitnessRow *rows;

  g_assert_no_error (error);
  rows = kp_fitness_sheet_get_rows (sheet, &n_rows);
  g_assert_cmpuint (n_rows, ==, 2);
  g_assert_cmpint (rows[1].outcome, ==, KP_FITNESS_FAULTY);
  kp_test_assert_contains (rows[1].message, "000001");
}

static void
test_number_missing (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpFitnessSheet) sheet =
      read_text ("准考证号,姓名,性别,体检结论\n26010100101,甲,男,合格\n,乙,女,合格\n", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (kp_fitness_sheet_get_n_faults (sheet), ==, 1);
}

static void
test_without_conclusions (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpFitnessSheet) sheet = read_text ("准考证号,姓名\n26010100101,甲\n", &error);

  g_assert_null (sheet);
  g_assert_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_HEADING);
}

/* The list of the other examination isn't taken for this one, and of a list of both the right column is read. */
static void
test_other_examination (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpFitnessSheet) sheet = read_as (KP_FITNESS_PHYSICAL, "准考证号,考察结论\n26010100101,合格\n", &error);
  g_autoptr (KpFitnessSheet) physical = NULL;
  g_autoptr (KpFitnessSheet) background = NULL;
  const char *both = "准考证号,体检结论,考察结论\n26010100101,体检合格,考察不合格\n";
  guint n_rows = 0;

  g_assert_null (sheet);
  g_assert_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_HEADING);
  kp_test_assert_contains (error->message, "体检结论");
  g_clear_error (&error);
  physical = read_as (KP_FITNESS_PHYSICAL, both, &error);
  g_assert_no_error (error);
  background = read_as (KP_FITNESS_BACKGROUND, both, &error);
  g_assert_no_error (error);
  g_assert_cmpint (kp_fitness_sheet_get_rows (physical, &n_rows)->outcome, ==, KP_FITNESS_PASS);
  g_assert_cmpint (kp_fitness_sheet_get_rows (background, &n_rows)->outcome, ==, KP_FITNESS_FAIL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_test_add_data_func (words[i].path, GUINT_TO_POINTER (i), test_word);
  g_test_add_func ("/data/fitness-sheet/title-and-other-columns", test_title_and_other_columns);
  g_test_add_func ("/data/fitness-sheet/number-twice", test_number_twice);
  g_test_add_func ("/data/fitness-sheet/number-missing", test_number_missing);
  g_test_add_func ("/data/fitness-sheet/other-examination", test_other_examination);
  g_test_add_func ("/data/fitness-sheet/without-conclusions", test_without_conclusions);
  return g_test_run ();
}
