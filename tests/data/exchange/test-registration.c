/* test-registration.c – registrations against the truth file of the sample, and the traps one by one.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <xlsxwriter.h>

#include "kp-exchange-error.h"
#include "kp-id-number.h"
#include "kp-registration-report.h"
#include "kp-test-sheet.h"
#include "kp-test.h"

static const KpRegistrationPost posts[] = {
  { "A01", "综合岗", "城关街道" },         { "A02", "党建岗", "城关街道" },
  { "B01", "综合岗", "南关街道" },         { "B02", "社工岗", "南关街道" },
  { "C01", "退役军人定向岗", "城关街道" }, { "C02", "高校毕业生定向岗", "南关街道" },
  { "D01", "原网格员转聘岗", "各街道" },   { "E01", "综合岗", "东风乡" },
};

static const KpDate first_day = { 2026, 3, 2 };

/* A CSV text becomes a judged book. */
static KpRegistrationBook *
judge_text (const char *text, const char *mapping)
{
  const KpRegistrationOptions options = { .mapping = mapping };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kp_test_text (text);
  KpRegistrationBook *book = kp_registration_book_read_bytes (bytes, &options, &error);

  g_assert_no_error (error);
  kp_registration_book_judge (book, posts, G_N_ELEMENTS (posts), &first_day, NULL, NULL);
  return book;
}

static char *
dup_codes (const KpRegistrationRow *row)
{
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < row->n_faults; i++)
    if (row->faults[i].verdict != KP_REGISTRATION_OK)
      g_string_append_printf (codes, "%s%s", codes->len > 0 ? ";" : "", row->faults[i].code);
  return g_strdup (codes->str);
}

/* "row verdict codes|…", for short. */
static char *
dup_verdicts (KpRegistrationBook *book)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_rows;
  const KpRegistrationRow *rows = kp_registration_book_get_rows (book, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *codes = dup_codes (&rows[i]);

      g_string_append_printf (text, "%s%u %s%s%s", i > 0 ? "|" : "", rows[i].sheet_row,
                              kp_registration_verdict_get_word (rows[i].verdict), *codes != '\0' ? " " : "",
                              codes);
    }
  return g_strdup (text->str);
}

enum
{
  TRUTH_ROW,
  TRUTH_EXPECTED,
  TRUTH_WHY,
  TRUTH_NAME,
  TRUTH_ID,
  TRUTH_SEX,
  TRUTH_BIRTH,
  TRUTH_POST,
  TRUTH_EDUCATION,
  TRUTH_VETERAN,
  TRUTH_PHONE,
  TRUTH_N
};

/* What can't be read from a faulty row isn't asked: the number of a refused one, a phone that lacks a digit.
 */
static void
assert_row_is_true (const KpRegistrationRow *row, char **truth)
{
  const KpRegistration *r = &row->registration;
  g_autofree char *birth = kp_date_dup_iso (r->birth);
  g_autofree char *codes = dup_codes (row);
  g_auto (GStrv) each = g_strsplit (codes, ";", -1);

  g_assert_cmpuint (row->sheet_row, ==, g_ascii_strtoull (truth[TRUTH_ROW], NULL, 10));
  g_assert_cmpstr (kp_registration_verdict_get_word (row->verdict), ==, truth[TRUTH_EXPECTED]);
  g_assert_true (*truth[TRUTH_WHY] == '\0' ? *codes == '\0'
                                           : g_strv_contains ((const char *const *) each, truth[TRUTH_WHY]));
  g_assert_cmpstr (r->name, ==, truth[TRUTH_NAME]);
  g_assert_cmpstr (r->education, ==, truth[TRUTH_EDUCATION]);
  g_assert_cmpint (r->is_veteran, ==, *truth[TRUTH_VETERAN] == '1');
  if (strcmp (truth[TRUTH_WHY], "no_such_post") != 0)
    g_assert_cmpstr (r->post_code, ==, truth[TRUTH_POST]);
  if (strstr (codes, "phone_length") == NULL)
    g_assert_cmpstr (r->phone, ==, truth[TRUTH_PHONE]);
  if (g_str_has_prefix (truth[TRUTH_WHY], "id_"))
    return;
  g_assert_cmpstr (r->id_number, ==, truth[TRUTH_ID]);
  g_assert_cmpstr (r->sex, ==, truth[TRUTH_SEX]);
  g_assert_cmpstr (birth, ==, truth[TRUTH_BIRTH]);
}

static KpRegistrationBook *
read_sample (void)
{
  g_autofree char *path = kp_test_dup_shipped ("real/registration-2026.xlsx");
  g_autoptr (GError) error = NULL;
  KpRegistrationBook *book = kp_registration_book_read (path, NULL, &error);

  g_assert_no_error (error);
  kp_registration_book_judge (book, posts, G_N_ELEMENTS (posts), &first_day, NULL, NULL);
  return book;
}

static void
test_sample_equals_truth (void)
{
  g_autoptr (KpRegistrationBook) book = read_sample ();
  g_autofree char *path = kp_test_dup_shipped ("real/registration-2026.truth.csv");
  g_autofree char *text = kp_test_read (path, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_rows, n_true = 0;
  const KpRegistrationRow *rows = kp_registration_book_get_rows (book, &n_rows);

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) truth = g_strsplit (g_strchomp (lines[i]), ",", -1);

      g_assert_cmpuint (g_strv_length (truth), ==, TRUTH_N);
      g_assert_cmpuint (n_true, <, n_rows);
      assert_row_is_true (&rows[n_true++], truth);
    }
  g_assert_cmpuint (n_true, ==, n_rows);
  g_assert_cmpuint (n_rows, ==, 1220);
  g_assert_cmpstr (kp_registration_book_get_sheet (book), ==, "报名信息");
}

static void
test_sample_messages (void)
{
  g_autoptr (KpRegistrationBook) book = read_sample ();
  guint n_rows, n_faults = 0;
  const KpRegistrationRow *rows = kp_registration_book_get_rows (book, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    for (guint k = 0; k < rows[i].n_faults; k++)
      {
        const KpRegistrationFault *fault = &rows[i].faults[k];
        g_autofree char *row = g_strdup_printf ("第%u行", rows[i].sheet_row);

        n_faults++;
        kp_test_assert_contains (fault->message, row);
        kp_test_assert_contains (fault->message, kp_registration_field_get_title (fault->field));
        kp_test_assert_contains (fault->message, fault->value);
        g_assert_true (g_str_has_suffix (fault->message, "。"));
        if (fault->field == KP_REGISTRATION_FIELD_ID_NUMBER)
          g_assert_null (strstr (fault->message, rows[i].registration.id_number));
        if (fault->field == KP_REGISTRATION_FIELD_PHONE && *rows[i].registration.phone != '\0')
          g_assert_null (strstr (fault->message, rows[i].registration.phone));
      }
  g_assert_cmpuint (n_faults, >=, 82);
}

/* The record after the first import: the good rows. */
static const KpRegistration *
find_recorded (const char *id_number, gpointer user_data)
{
  return g_hash_table_lookup (user_data, id_number);
}

static void
test_same_file_twice (void)
{
  g_autoptr (KpRegistrationBook) first = read_sample ();
  g_autoptr (KpRegistrationBook) second = read_sample ();
  g_autoptr (GHashTable) record = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *before = dup_verdicts (first);
  g_autofree char *after = NULL;
  guint n_rows;
  const KpRegistrationRow *rows = kp_registration_book_get_rows (first, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    if (rows[i].verdict == KP_REGISTRATION_OK || rows[i].verdict == KP_REGISTRATION_WARN)
      g_hash_table_insert (record, (gpointer) rows[i].registration.id_number,
                           (gpointer) &rows[i].registration);
  kp_registration_book_judge (second, posts, G_N_ELEMENTS (posts), &first_day, find_recorded, record);
  after = dup_verdicts (second);
  g_assert_cmpstr (after, ==, before);
  rows = kp_registration_book_get_rows (second, &n_rows);
  for (guint i = 0; i < n_rows; i++)
    g_assert_cmpint (rows[i].is_already_recorded, ==,
                     rows[i].verdict == KP_REGISTRATION_OK || rows[i].verdict == KP_REGISTRATION_WARN);
  g_assert_cmpstr (kp_registration_book_get_digest (first), ==, kp_registration_book_get_digest (second));
}

static void
test_against_the_record (void)
{
  static const char text[] =
      "姓名,身份证号,岗位代码,手机\n"
      "张三,11010519491231002X,A01,13900000000\n李四,610104196209276908,A01,13900000001\n";
  g_autoptr (KpRegistrationBook) book = judge_text (text, NULL);
  g_autoptr (GHashTable) record = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *verdicts = NULL;
  guint n_rows;
  const KpRegistrationRow *rows = kp_registration_book_get_rows (book, &n_rows);
  KpRegistration changed = rows[0].registration, moved = rows[1].registration;

  changed.phone = "13911111111";
  changed.email = NULL; /* not kept in the record */
  moved.post_code = "B01";
  g_hash_table_insert (record, (gpointer) "11010519491231002X", &changed);
  g_hash_table_insert (record, (gpointer) "610104196209276908", &moved);
  kp_registration_book_judge (book, posts, G_N_ELEMENTS (posts), &first_day, find_recorded, record);
  verdicts = dup_verdicts (book);
  g_assert_cmpstr (verdicts, ==, "2 conflict duplicate|3 conflict second_post");
  g_assert_cmpuint (rows[0].first_row, ==, 0);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *verdicts;
  const char *mapping;
} VerdictCase;

#define HEAD "姓名,性别,出生日期,身份证号,岗位代码,报考岗位,联系电话\n"

static const VerdictCase verdict_cases[] = {
  { "fine", HEAD "张三,女,1949-12-31,11010519491231002x,a01 ,,13900000000\n", "2 ok", NULL },
  { "id-missing", HEAD "张三,女,1949-12-31,,A01,,13900000000\n", "2 reject id_missing", NULL },
  { "name-missing", HEAD ",女,1949-12-31,11010519491231002X,A01,,13900000000\n", "2 reject name_missing",
    NULL },
  { "id-in-powers", HEAD "张三,,,1.10105E+17,A01,,13900000000\n", "2 reject id_number_lost_digits", NULL },
  { "id-check-digit", HEAD "张三,,,110105194912310021,A01,,13900000000\n", "2 reject id_check_digit", NULL },
  { "id-date", HEAD "张三,,,110105194902300020,A01,,13900000000\n", "2 reject id_date", NULL },
  { "id-province", HEAD "张三,,,990105194912310023,A01,,13900000000\n", "2 reject id_province", NULL },
  { "id-characters", HEAD "张三,,,11010519491231O02X,A01,,13900000000\n", "2 reject id_characters", NULL },
  { "id-of-first-generation", HEAD "张三,,,610104620927690,A01,,13900000000\n", "2 reject id_length", NULL },
  { "id-of-abandoned-division", HEAD "张三,,,370284200001010015,A01,,13900000000\n", "2 ok", NULL },
  { "sex-differs", HEAD "张三,男,,11010519491231002X,A01,,13900000000\n", "2 warn sex_differs_from_id",
    NULL },
  { "birth-differs", HEAD "张三,,1949-12-30,11010519491231002X,A01,,13900000000\n",
    "2 warn birth_differs_from_id", NULL },
  { "birth-month-fits", HEAD "张三,,1949.12,11010519491231002X,A01,,13900000000\n", "2 ok", NULL },
  { "birth-month-differs", HEAD "张三,,1949.11,11010519491231002X,A01,,13900000000\n",
    "2 warn birth_differs_from_id", NULL },
  { "birth-short-year-fits", HEAD "张三,,49-12-31,11010519491231002X,A01,,13900000000\n", "2 ok", NULL },
  { "birth-short-year-differs", HEAD "张三,,49-12-30,11010519491231002X,A01,,13900000000\n",
    "2 warn birth_differs_from_id", NULL },
  { "birth-short-chinese-fits", HEAD "张三,,49年12月31日,11010519491231002X,A01,,13900000000\n", "2 ok",
    NULL },
  { "birth-american-fits", HEAD "甲甲,,1/4/1990,110105199004010016,A01,,13900000000\n", "2 ok", NULL },
  { "birth-american-differs", HEAD "甲甲,,1/5/1990,110105199004010016,A01,,13900000000\n",
    "2 warn birth_differs_from_id", NULL },
  { "birth-impossible", HEAD "张三,,1949-02-30,11010519491231002X,A01,,13900000000\n",
    "2 warn birth_differs_from_id", NULL },
  { "birth-day-count-fits", HEAD "张三,,18263,11010519491231002X,A01,,13900000000\n", "2 ok", NULL },
  { "birth-unreadable", HEAD "张三,,不详,11010519491231002X,A01,,13900000000\n", "2 warn date_unreadable",
    NULL },
  { "phone-short", HEAD "张三,,,11010519491231002X,A01,,1390000000\n", "2 warn phone_length", NULL },
  { "phone-missing-is-a-note", HEAD "张三,,,11010519491231002X,A01,,\n", "2 ok", NULL },
  { "no-such-post", HEAD "张三,,,11010519491231002X,Z99,,13900000000\n", "2 reject no_such_post", NULL },
  { "post-missing", HEAD "张三,,,11010519491231002X,,,13900000000\n", "2 reject post_missing", NULL },
  { "post-by-name", HEAD "张三,,,11010519491231002X,,党建岗,13900000000\n", "2 ok", NULL },
  { "post-by-name-and-street", HEAD "张三,,,11010519491231002X,,南关街道综合岗（全日制）,13900000000\n",
    "2 ok", NULL },
  { "post-by-street-in-brackets", HEAD "张三,,,11010519491231002X,,综合岗（东风乡）,13900000000\n", "2 ok",
    NULL },
  { "post-ambiguous", HEAD "张三,,,11010519491231002X,,综合岗,13900000000\n", "2 reject post_ambiguous",
    NULL },
  { "post-name-is-a-code", HEAD "张三,,,11010519491231002X,,B02社工岗,13900000000\n", "2 ok", NULL },
  { "post-name-differs", HEAD "张三,,,11010519491231002X,A01,党建岗,13900000000\n", "2 warn post_differs",
    NULL },
  { "first-row-is-the-application",
    HEAD "张三,,,11010519491231002X,A01,,13900000000\n张三,,,11010519491231002X,A01,,13900000000\n"
         "张三,,,11010519491231002X,B01,,13900000000\n",
    "2 ok|3 conflict duplicate|4 conflict second_post", NULL },
  { "refused-row-makes-no-conflict",
    HEAD "张三,,,11010519491231002X,Z99,,13900000000\n张三,,,11010519491231002X,A01,,13900000000\n",
    "2 reject no_such_post|3 ok", NULL },
  { "lone-zeros-that-fit", HEAD "张三,,,110105194912010000,A01,,13900000000\n", "2 ok", NULL },
  { "zeros-beside-a-cut-number",
    HEAD "张三,,,110105194912010000,A01,,13900000000\n李四,,,110105199001012000,A01,,13900000000\n"
         "王五,,,11010519491231002X,A01,,13900000000\n",
    "2 reject id_number_lost_digits|3 reject id_number_lost_digits|4 ok", NULL },
  { "totals-and-footers",
    HEAD "张三,,,11010519491231002X,A01,,13900000000\n,,,,,,\n合计,1人,,,,,\n" HEAD
         "填表人:李四,,,2026-3-2,,,\n",
    "2 ok", NULL },
  { "numbered-but-empty", "序号,姓名,身份证号,岗位代码\n1,张三,11010519491231002X,A01\n2,,,\n3,,,\n", "2 ok",
    NULL },
  { "example-row",
    "序号,姓名,身份证号,岗位代码\n例,某某,11010519491231002X,A01\n1,张三,11010519491231002X,A01\n", "3 ok",
    NULL },
  { "mapping-by-letters", "甲,乙,丙\n张三,11010519491231002X,A01\n", "2 ok", "姓名=A,身份证号=B,岗位代码=C" },
  { "mapping-by-headings", "甲,乙,丙\n张三,11010519491231002X,A01\n", "2 ok",
    "姓名=甲；身份证号=乙；岗位代码=丙" },
  { "mapping-beats-headings", "姓名,曾用名,身份证号,岗位代码\n,张三,11010519491231002X,A01\n", "2 ok",
    "姓名=B" },
};

static void
test_verdict (gconstpointer data)
{
  const VerdictCase *c = data;
  g_autoptr (KpRegistrationBook) book = judge_text (c->text, c->mapping);
  g_autofree char *verdicts = dup_verdicts (book);

  g_assert_cmpstr (verdicts, ==, c->verdicts);
}

/* The check digits of the numbers above that end in zeros: one fits, one doesn't. */
static void
test_zeros_of_the_cases (void)
{
  g_assert_true (kp_id_number_check_digit_fits ("110105194912010000"));
  g_assert_false (kp_id_number_check_digit_fits ("110105199001012000"));
}

static void
test_typed_cells (void)
{
  const KpTestBook made = {
    .rows = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>姓名</v></c><c r=\"B1\" t=\"str\"><v>身份证号</v></c><c "
            "r=\"C1\" t=\"str\"><v>岗位代码</v></c>"
            "<c r=\"D1\" t=\"str\"><v>毕业时间</v></c><c r=\"E1\" t=\"str\"><v>手机</v></c></row>"
            "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>甲甲</v></c><c r=\"B2\"><v>110105194912010000</v></c><c "
            "r=\"C2\" t=\"str\"><v>A01</v></c></row>"
            "<row r=\"3\"><c r=\"A3\" t=\"str\"><v>乙乙</v></c><c r=\"B3\" "
            "t=\"str\"><v>11010519491231002X</v></c><c r=\"C3\" t=\"str\"><v>A01</v></c>"
            "<c r=\"D3\"><v>2005.1</v></c><c r=\"E3\"><v>1.39E10</v></c></row>"
            "<row r=\"4\"><c r=\"A4\" t=\"str\"><v>丙丙</v></c><c r=\"B4\" "
            "t=\"str\"><v>610104196209276908</v></c><c r=\"C4\" t=\"str\"><v>A01</v></c>"
            "<c r=\"D4\"><v>38522</v></c></row>"
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kp_test_book (&made);
  g_autoptr (KpRegistrationBook) book = kp_registration_book_read_bytes (bytes, NULL, &error);
  g_autofree char *verdicts = NULL;
  guint n_rows;
  const KpRegistrationRow *rows;

  g_assert_no_error (error);
  kp_registration_book_judge (book, posts, G_N_ELEMENTS (posts), &first_day, NULL, NULL);
  verdicts = dup_verdicts (book);
  g_assert_cmpstr (verdicts, ==, "2 reject id_number_lost_digits|3 warn date_unreadable|4 ok");
  rows = kp_registration_book_get_rows (book, &n_rows);
  g_assert_cmpstr (rows[1].registration.phone, ==, "13900000000");
  g_assert_cmpint (kp_date_compare (rows[2].registration.graduated, (KpDate){ 2005, 6, 19 }), ==, 0);
}

static void
test_number_codes (void)
{
  static const KpRegistrationPost numbered[] = { { "01", "甲", "" },
                                                 { "02", "乙", "" },
                                                 { "002", "丙", "" } };
  const KpTestBook made = { .rows =
                                "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>姓名</v></c><c r=\"B1\" "
                                "t=\"str\"><v>身份证号</v></c><c r=\"C1\" t=\"str\"><v>岗位代码</v></c></row>"
                                "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>甲甲</v></c><c r=\"B2\" "
                                "t=\"str\"><v>11010519491231002X</v></c><c r=\"C2\"><v>1</v></c></row>"
                                "<row r=\"3\"><c r=\"A3\" t=\"str\"><v>乙乙</v></c><c r=\"B3\" "
                                "t=\"str\"><v>610104196209276908</v></c><c r=\"C3\"><v>2</v></c></row>" };
  g_autoptr (GBytes) bytes = kp_test_book (&made);
  g_autoptr (KpRegistrationBook) book = kp_registration_book_read_bytes (bytes, NULL, NULL);
  g_autofree char *verdicts = NULL;

  kp_registration_book_judge (book, numbered, G_N_ELEMENTS (numbered), &first_day, NULL, NULL);
  verdicts = dup_verdicts (book);
  g_assert_cmpstr (verdicts, ==, "2 ok|3 reject post_ambiguous");
}

typedef struct
{
  const char *name;
  const char *text;
  const char *mapping;
  KpExchangeError code;
  const char *says;
} BadCase;

static const BadCase bad_cases[] = {
  { "no-heading", "some\ntext\nonly\n", NULL, KP_EXCHANGE_ERROR_HEADING, "身份证号" },
  { "column-missing", "序号,姓名,证件\n1,张三,x\n", NULL, KP_EXCHANGE_ERROR_HEADING, "序号, 姓名, 证件" },
  { "post-column-missing", "姓名,身份证号\n张三,11010519491231002X\n", NULL, KP_EXCHANGE_ERROR_HEADING,
    "报考岗位" },
  { "mapping-not-understood", "姓名,身份证号,岗位代码\n", "姓名=甲乙", KP_EXCHANGE_ERROR_MAPPING,
    "姓名=甲乙" },
  { "mapping-of-nothing", "姓名,身份证号,岗位代码\n", "身高=A", KP_EXCHANGE_ERROR_MAPPING, "身高=A" },
  { "only-blanks", "\n \n\n", NULL, KP_EXCHANGE_ERROR_HEADING, "身份证号" },
};

static void
test_bad (gconstpointer data)
{
  const BadCase *c = data;
  const KpRegistrationOptions options = { .mapping = c->mapping };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kp_test_text (c->text);

  g_assert_null (kp_registration_book_read_bytes (bytes, &options, &error));
  g_assert_error (error, KP_EXCHANGE_ERROR, (gint) c->code);
  kp_test_assert_contains (error->message, c->says);
}

static void
test_sheets (void)
{
  const KpTestBook made = {
    .rows = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>填表说明</v></c></row>",
    .second_rows = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>姓名</v></c><c r=\"B1\" "
                   "t=\"str\"><v>身份证号</v></c><c r=\"C1\" t=\"str\"><v>岗位代码</v></c></row>"
                   "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>张三</v></c><c r=\"B2\" "
                   "t=\"str\"><v>11010519491231002X</v></c></row>"
  };
  const KpRegistrationOptions first = { .sheet = "Sheet1" }, none = { .sheet = "Sheet9" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kp_test_book (&made);
  g_autoptr (KpRegistrationBook) book = kp_registration_book_read_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (kp_registration_book_get_sheet (book), ==, "Sheet2");
  g_assert_null (kp_registration_book_read_bytes (bytes, &first, &error));
  g_assert_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_HEADING);
  g_clear_error (&error);
  g_assert_null (kp_registration_book_read_bytes (bytes, &none, &error));
  g_assert_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_SHEET);
}

static void
test_report (void)
{
  static const char text[] = HEAD "张三,男,,11010519491231002X,A01,,1390000000\n=甲乙,,,,A01,,\n";
  g_autoptr (KpRegistrationBook) book = judge_text (text, NULL);
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *csv = kp_test_folder_dup_file (folder, "R.csv");
  g_autofree char *xlsx = kp_test_folder_dup_file (folder, "R.xlsx");
  g_autofree char *other = kp_test_folder_dup_file (folder, "R.doc");
  g_autofree char *content = NULL;
  g_autofree char *dump = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (GBytes) made = NULL;
  g_autoptr (GError) error = NULL;
  guint n_rows;
  gsize length;
  const KpRegistrationRow *rows = kp_registration_book_get_rows (book, &n_rows);

  g_assert_true (kp_registration_report_save (csv, rows, n_rows, &error));
  content = kp_test_read (csv, NULL);
  g_assert_true (g_str_has_prefix (content, "sheet_row,verdict,why,field,value,message\r\n2,warn,"
                                            "sex_differs_from_id;phone_length,性别,男,第2行“性别”“男”："));
  kp_test_assert_contains (content, "\r\n3,reject,id_missing,身份证号,,第3行“身份证号”：");
  g_assert_null (strstr (content, "11010519491231002X"));
  g_assert_true (kp_registration_report_save (xlsx, rows, n_rows, &error));
  bytes = kp_test_read (xlsx, &length);
  made = g_bytes_new (bytes, length);
  dump = kp_test_dump (made, 0, NULL, &error);
  kp_test_assert_contains (dump,
                           "1: t0=sheet_row t1=verdict t2=why t3=field t4=value t5=message;2: n0=2 t1=warn");
  g_assert_false (kp_registration_report_save (other, rows, n_rows, &error));
  g_assert_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_WRITE);
  kp_test_assert_no_file (other);
}

#define N_MANY 100000

static void
write_many (const char *path)
{
  static const char *const heads[] = { "序号",           "姓名",     "性别",     "民族",           "出生日期",
                                       "身份证号",       "政治面貌", "学历",     "毕业院校及专业", "毕业时间",
                                       "联系电话",       "岗位代码", "报考岗位", "是否退役军人",   "社工证书",
                                       "网格员入职时间", "备注" };
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (book, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    worksheet_write_string (sheet, 0, (lxw_col_t) i, heads[i], NULL);
  for (guint i = 0; i < N_MANY; i++)
    {
      g_autofree char *number = g_strdup_printf ("130609%04u%02u%02u%03u", 1985 + i / 28 / 12 / 20 % 20,
                                                 i / 28 % 12 + 1, i % 28 + 1, i / 28 / 12 % 1000);
      g_autofree char *id = g_strdup_printf ("%s%c", number, kp_id_number_compute_check_digit (number));
      g_autofree char *phone = g_strdup_printf ("139%08u", i);
      g_autofree char *serial = g_strdup_printf ("%u", i + 1);
      const char *const values[] = { serial,
                                     "测试人",
                                     "",
                                     "汉",
                                     "",
                                     id,
                                     "党员",
                                     "大学本科",
                                     "某某大学社会工作专业",
                                     "2010年6月30日",
                                     phone,
                                     "A01",
                                     "城关街道综合岗",
                                     "否",
                                     "初级",
                                     "2015/7/1",
                                     "无" };

      for (guint k = 0; k < G_N_ELEMENTS (values); k++)
        worksheet_write_string (sheet, i + 1, (lxw_col_t) k, values[k], NULL);
    }
  g_assert_cmpint (workbook_close (book), ==, LXW_NO_ERROR);
}

static void
test_many_rows (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *path = kp_test_folder_dup_file (folder, "many.xlsx");
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRegistrationBook) book = NULL;
  struct rusage before, after;
  clock_t start;
  double seconds;
  guint n_rows;

  if (!kp_test_may_measure ())
    {
      g_test_skip ("nothing is measured under the sanitizers");
      return;
    }
  write_many (path);
  getrusage (RUSAGE_SELF, &before);
  start = clock ();
  book = kp_registration_book_read (path, NULL, &error);
  g_assert_no_error (error);
  kp_registration_book_judge (book, posts, G_N_ELEMENTS (posts), &first_day, NULL, NULL);
  seconds = (double) (clock () - start) / CLOCKS_PER_SEC;
  getrusage (RUSAGE_SELF, &after);
  g_test_minimized_result (seconds, "%.2f s of CPU, %ld MB", seconds, after.ru_maxrss / 1024);
  kp_registration_book_get_rows (book, &n_rows);
  g_assert_cmpuint (n_rows, ==, N_MANY);
  g_assert_cmpfloat (seconds, <, 5);
  g_assert_cmpint (after.ru_maxrss - before.ru_maxrss, <, 150 * 1024);
}

#define ADD_CASES(prefix, cases, test)                                                                       \
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)                                                           \
    {                                                                                                        \
      g_autofree char *path = g_strconcat (prefix, cases[i].name, NULL);                                     \
      g_test_add_data_func (path, &cases[i], test);                                                          \
    }

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data/exchange/registration/many-rows", test_many_rows);
  g_test_add_func ("/data/exchange/registration/sample-equals-truth", test_sample_equals_truth);
  g_test_add_func ("/data/exchange/registration/sample-messages", test_sample_messages);
  g_test_add_func ("/data/exchange/registration/same-file-twice", test_same_file_twice);
  g_test_add_func ("/data/exchange/registration/against-the-record", test_against_the_record);
  ADD_CASES ("/data/exchange/registration/verdict/", verdict_cases, test_verdict);
  g_test_add_func ("/data/exchange/registration/zeros-of-the-cases", test_zeros_of_the_cases);
  g_test_add_func ("/data/exchange/registration/typed-cells", test_typed_cells);
  g_test_add_func ("/data/exchange/registration/number-codes", test_number_codes);
  ADD_CASES ("/data/exchange/registration/refuses/", bad_cases, test_bad);
  g_test_add_func ("/data/exchange/registration/sheets", test_sheets);
  g_test_add_func ("/data/exchange/registration/report", test_report);
  return g_test_run ();
}
