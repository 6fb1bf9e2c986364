/* test-registration-facts.c – facts that a scheme declares are found, read and held against the record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-registration.h"
#include "kp-test-sheet.h"
#include "kp-test.h"

static const KpRegistrationPost posts[] = { { "A01", "综合岗", "" } };

static KpFactDef *
make_def (const char *id, const char *label, KpFactKind kind, const char *column)
{
  KpFactDef *def = kp_fact_def_new ();

  def->id = g_strdup (id);
  def->label = g_strdup (label);
  def->kind = kind;
  if (column != NULL)
    g_ptr_array_add (def->columns, g_strdup (column));
  return def;
}

static GPtrArray *
make_defs (void)
{
  GPtrArray *defs = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_fact_def_free);

  g_ptr_array_add (defs, make_def ("volunteer", "志愿服务", KP_FACT_YES_NO, NULL));
  g_ptr_array_add (defs, make_def ("service", "基层服务项目", KP_FACT_WORD, "服务项目"));
  g_ptr_array_add (defs, make_def ("hukou", "户籍", KP_FACT_PLACE, "户口"));
  g_ptr_array_add (defs, make_def ("insured", "参保时间", KP_FACT_DATE, NULL));
  g_ptr_array_add (defs, make_def ("months", "参保月数", KP_FACT_NUMBER, "社保缴纳"));
  return defs;
}

static KpRegistrationBook *
read_text (const char *heading, const char *values, GPtrArray *defs)
{
  g_autofree char *text =
      g_strdup_printf ("姓名,身份证号,岗位代码,学历%s\n张三,11010519491231002X,A01,高级工班%s\n", heading, values);
  g_autoptr (GBytes) bytes = kp_test_text (text);
  g_autoptr (GError) error = NULL;
  static const char *const educations[] = { "高级工班", NULL };
  const KpRegistrationOptions options = { .facts = defs, .educations = educations };
  KpRegistrationBook *book = kp_registration_book_read_bytes (bytes, &options, &error);

  g_assert_no_error (error);
  return book;
}

typedef struct
{
  const char *name;
  const char *heading;
  const char *value;
  guint fact;
  const char *read;
  const char *fault; /* code */
} ValueCase;

static const ValueCase value_cases[] = {
  { "yes", "志愿服务", "是", 0, "yes", NULL },
  { "tick", "是否志愿服务", "√", 0, "yes", NULL },
  { "no", "志愿服务(必填)", "否", 0, "no", NULL },
  { "empty", "志愿服务", "", 0, "", NULL },
  { "answer-unreadable", "志愿服务", "两年", 0, "", "answer_unreadable" },
  { "word", "基层服务项目", "三支一扶", 1, "三支一扶", NULL },
  { "word-by-column", "服务项目", " 西部计划 ", 1, "西部计划", NULL },
  { "no-word", "服务项目", "无", 1, "no", NULL },
  { "part-of-a-heading-is-another", "未参加服务项目原因", "三支一扶", 1, "", NULL },
  { "date", "参保时间", "2020年3月1日", 3, "2020-03-01", NULL },
  { "month", "参保时间", "2020.03", 3, "2020-03-01", NULL },
  { "no-date", "参保时间", "无", 3, "no", NULL },
  { "date-unreadable", "参保时间", "前年", 3, "", "date_unreadable" },
  { "number", "参保月数", "014", 4, "14", NULL },
  { "decimal", "社保缴纳", "14.50", 4, "14.5", NULL },
  { "zero", "参保月数", "0", 4, "0", NULL },
  { "unit-of-the-label", "参保月数", "14个月", 4, "14", NULL },
  { "unit-of-another-label", "参保月数", "3年", 4, "", "number_unreadable" },
  { "ratio-is-no-number", "参保月数", "1:3", 4, "", "number_unreadable" },
};

static void
test_value (gconstpointer data)
{
  const ValueCase *c = data;
  g_autoptr (GPtrArray) defs = make_defs ();
  g_autofree char *heading = g_strconcat (",", c->heading, NULL);
  g_autofree char *value = g_strconcat (",", c->value, NULL);
  g_autoptr (KpRegistrationBook) book = read_text (heading, value, defs);
  const KpRegistrationRow *row;
  guint n_rows;

  kp_registration_book_judge (book, posts, 1, NULL, NULL, NULL);
  row = kp_registration_book_get_rows (book, &n_rows);
  g_assert_cmpuint (n_rows, ==, 1);
  for (guint i = 0; i < defs->len; i++)
    g_assert_cmpstr (row->registration.facts[i].value, ==, i == c->fact ? c->read : "");
  g_assert_cmpuint (row->n_faults, ==, c->fault != NULL);
  if (c->fault == NULL)
    return;
  g_assert_cmpstr (row->faults[0].code, ==, c->fault);
  g_assert_cmpuint (row->faults[0].verdict, ==, KP_REGISTRATION_WARN);
  g_assert_cmpuint (row->faults[0].field, ==, KP_REGISTRATION_N_FIELDS);
  kp_test_assert_contains (row->faults[0].message, row->faults[0].title);
  kp_test_assert_contains (row->faults[0].message, "第2行");
}

static void
test_place_since (void)
{
  static const char *const headings[] = { "户籍取得时间", "户口起始时间", "户籍时间" };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    {
      g_autoptr (GPtrArray) defs = make_defs ();
      g_autofree char *heading = g_strconcat (",户籍,", headings[i], NULL);
      g_autoptr (KpRegistrationBook) book = read_text (heading, ",云岭县,2020-01-02", defs);
      guint n_rows;
      const KpRegistrationRow *row = kp_registration_book_get_rows (book, &n_rows);

      g_assert_cmpstr (row->registration.facts[2].value, ==, "云岭县");
      g_assert_cmpint (kp_date_compare (row->registration.facts[2].since, (KpDate){ 2020, 1, 2 }), ==, 0);
    }
}

static void
test_place_without_since (void)
{
  g_autoptr (GPtrArray) defs = make_defs ();
  g_autoptr (KpRegistrationBook) book = read_text (",户口", ",云岭县", defs);
  guint n_rows;
  const KpRegistrationRow *row = kp_registration_book_get_rows (book, &n_rows);

  g_assert_cmpstr (row->registration.facts[2].value, ==, "云岭县");
  g_assert_true (kp_date_is_none (row->registration.facts[2].since));
}

/* The usual field keeps its own column beside a fact whose label it is a part of. */
static void
test_declared_column_is_not_taken (void)
{
  g_autoptr (GPtrArray) defs = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_fact_def_free);
  g_autoptr (KpRegistrationBook) book = NULL;
  const KpRegistrationRow *row;
  guint n_rows;

  g_ptr_array_add (defs, make_def ("teacher", "教师资格证书", KP_FACT_WORD, NULL));
  book = read_text (",教师资格证书,社工证书", ",高中语文,社会工作师", defs);
  row = kp_registration_book_get_rows (book, &n_rows);
  g_assert_cmpstr (row->registration.facts[0].value, ==, "高中语文");
  g_assert_cmpstr (row->registration.certificate, ==, "社会工作师");
}

static void
test_equated_education_is_no_fault (void)
{
  g_autoptr (KpRegistrationBook) book = read_text ("", "", NULL);
  const KpRegistrationRow *row;
  guint n_rows;

  kp_registration_book_judge (book, posts, 1, NULL, NULL, NULL);
  row = kp_registration_book_get_rows (book, &n_rows);
  g_assert_cmpstr (row->registration.education, ==, "高级工班");
  g_assert_cmpuint (row->n_faults, ==, 0);
  g_assert_null (row->registration.facts);
}

static void
test_missing_columns_are_told (void)
{
  g_autoptr (GPtrArray) defs = make_defs ();
  g_autoptr (KpRegistrationBook) book = read_text (",服务项目,户籍,社保缴纳", ",,,", defs);
  g_autofree char *missing = g_strjoinv (" ", (char **) kp_registration_book_get_missing (book));

  g_assert_cmpstr (missing, ==, "志愿服务 参保时间");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (value_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/data/exchange/registration-facts/value/", value_cases[i].name, NULL);

      g_test_add_data_func (path, &value_cases[i], test_value);
    }
  g_test_add_func ("/data/exchange/registration-facts/place-since", test_place_since);
  g_test_add_func ("/data/exchange/registration-facts/place-without-since", test_place_without_since);
  g_test_add_func ("/data/exchange/registration-facts/declared-column-is-not-taken", test_declared_column_is_not_taken);
  g_test_add_func ("/data/exchange/registration-facts/equated-education-is-no-fault", test_equated_education_is_no_fault);
  g_test_add_func ("/data/exchange/registration-facts/missing-columns-are-told", test_missing_columns_are_told);
  return g_test_run ();
}
