/* test-layouts.c – registration lists as other counties lay them out, each with what a right import gives.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-exchange-error.h"
#include "kp-registration.h"
#include "kp-test-sheet.h"
#include "kp-test.h"

#define A "130609200506199818" /* a man, born 2005-06-19 */
#define B "130624198712039963" /* a woman, born 1987-12-03 */
#define OK_A "张三 " A " A01 本科 19905310676 0 ok"

static const KpRegistrationPost posts[] = {
  { "A01", "综合岗", "城关街道" },         { "A02", "党建岗", "城关街道" },
  { "B01", "综合岗", "南关街道" },         { "B02", "社工岗", "南关街道" },
  { "C01", "退役军人定向岗", "城关街道" }, { "C02", "高校毕业生定向岗", "南关街道" },
  { "D01", "原网格员转聘岗", NULL },       { "E01", "综合岗", "东风乡" },
};

/* @expected: name, number, post, education, phone, veteran, verdict and first code of each row. */
typedef struct
{
  const char *path;
  const char *text;
  const char *expected;
} LayoutCase;

#define OWN_ROW "张三," A ",本科,19905310676,A01\n"

static const LayoutCase layout_cases[] = {
  { "whose-it-is", "应聘者姓名,应聘者身份证号,应聘者学历,应聘者联系电话,应聘岗位代码\n" OWN_ROW, OK_A },
  { "the-person-alone", "报名者,公民身份号码,现学历,手机,岗位编号\n" OWN_ROW, OK_A },
  { "stars-and-hints",
    "*姓名(与身份证一致),*证件号码（18位）,学历（必填）,手机号（11位）,岗位代码(见附件1)\n" OWN_ROW, OK_A },
  { "relatives-first",
    "父亲姓名,父亲身份证号,紧急联系人电话,姓名,身份证,学历,手机号,岗位编号\n李四," B ",19900000000," OWN_ROW,
    OK_A },
  { "relatives-in-brackets",
    "姓名,身份证号,学历,联系电话（紧急联系人）,联系电话（本人）,岗位代码\n"
    "张三," A ",本科,19900000000,19905310676,A01\n",
    OK_A },
  { "relatives-under-a-merged-heading",
    "家庭成员,,,本人,,,,报考岗位代码\n姓名,身份证号,联系电话,姓名,身份证号,学历,联系电话,\n"
    "李四," B ",19900000000,张三," A ",本科,19905310676,A01\n",
    OK_A },
  { "post-under-a-merged-heading",
    "报考岗位,,考生信息,,,\n代码,名称,姓名,身份证号,学历,电话\na01 ,综合岗,张三," A
    ",大学,+86 199-0531-0676\n",
    OK_A },
  { "repeated-heading-and-totals",
    "姓名,身份证号,学历,电话,岗位代码\n小计,0人\n姓名,身份证号,学历,电话,岗位代码\n/,/,/,/,/\n" OWN_ROW
    "合计,1人\n填表人：王五,,,19900000000\n",
    OK_A },
  { "hints-below-the-heading",
    "姓名,身份证号,学历,电话,岗位代码\n与证件一致,填18位,如：本科,11位手机,见附件\n" OWN_ROW, OK_A },
  { "bars", "姓名|身份证号|学历|电话|岗位代码\n张三|" A "|本科|19905310676|A01\n", OK_A },
};

#define NAME_HEAD "姓名,身份证号,街道,报考岗位\n"

static const LayoutCase post_cases[] = {
  { "street-and-name", NAME_HEAD "张三," A ",南关街道,综合岗\n", "B01" },
  { "office-and-name", NAME_HEAD "张三," A ",云岭县南关街道办事处,综合岗位\n", "B01" },
  { "county-street-and-name", NAME_HEAD "张三," A ",,云岭县南关街道综合岗\n", "B01" },
  { "hyphen", NAME_HEAD "张三," A ",,南关街道-综合岗\n", "B01" },
  { "name-before-street", NAME_HEAD "张三," A ",,综合岗—东风乡\n", "E01" },
  { "code-behind", NAME_HEAD "张三," A ",,南关街道综合岗（B01）\n", "B01" },
  { "code-joined", NAME_HEAD "张三," A ",,南关街道社工岗B02\n", "B02" },
  { "every-street", NAME_HEAD "张三," A ",各街道,原网格员转聘岗\n", "D01" },
  { "any-street", NAME_HEAD "张三," A ",,东风乡原网格员转聘岗\n", "D01" },
  { "unknown-code-behind", NAME_HEAD "张三," A ",,城关街道综合岗（Z99）\n", "no_such_post" },
  { "unknown-street", NAME_HEAD "张三," A ",北关街道,综合岗\n", "no_such_post" },
  { "post-of-another-street", NAME_HEAD "张三," A ",东风乡,党建岗\n", "no_such_post" },
  { "unknown-street-in-name", NAME_HEAD "张三," A ",,北关街道综合岗\n", "no_such_post" },
  { "no-street", NAME_HEAD "张三," A ",,综合岗\n", "post_ambiguous" },
  { "hyphen-in-code", "姓名,身份证号,岗位代码\n张三," A ",b-01\n", "B01" },
  { "brackets-round-code", "姓名,身份证号,岗位代码\n张三," A ",【B01】\n", "B01" },
  { "name-in-column-of-code", "姓名,身份证号,岗位代码\n张三," A ",东风乡综合岗\n", "E01" },
  { "longer-code", "姓名,身份证号,岗位代码\n张三," A ",A011\n", "no_such_post" },
};

#define BIRTH_HEAD "姓名,身份证号,岗位代码,出生年月\n张三," A ",A01,"

/* Beside the number of somebody born 2005-06-19. */
static const LayoutCase birth_cases[] = {
  { "month", BIRTH_HEAD "2005年6月\n", "" },
  { "month-differs", BIRTH_HEAD "2005年7月\n", "birth_differs_from_id" },
  { "short-year", BIRTH_HEAD "05年6月19日\n", "" },
  { "six-digits", BIRTH_HEAD "050619\n", "" },
  { "year", BIRTH_HEAD "2005年\n", "" },
  { "remark", BIRTH_HEAD "2005.6.19（农历五月）\n", "" },
  { "day-count", BIRTH_HEAD "38522\n", "" },
  { "day-count-of-1904", BIRTH_HEAD "37060\n", "" },
  { "none", BIRTH_HEAD "/\n", "" },
  { "short-year-differs", BIRTH_HEAD "05年6月18日\n", "birth_differs_from_id" },
};

static KpRegistrationBook *
judge (const char *text)
{
  g_autoptr (GBytes) bytes = kp_test_text (text);
  g_autoptr (GError) error = NULL;
  KpRegistrationBook *book = kp_registration_book_read_bytes (bytes, NULL, &error);

  g_assert_no_error (error);
  kp_registration_book_judge (book, posts, G_N_ELEMENTS (posts), NULL, NULL, NULL);
  return book;
}

static const char *
get_code (const KpRegistrationRow *row)
{
  return row->n_faults > 0 && row->faults[0].verdict != KP_REGISTRATION_OK ? row->faults[0].code : "";
}

static void
test_layout (gconstpointer data)
{
  const LayoutCase *c = data;
  g_autoptr (KpRegistrationBook) book = judge (c->text);
  g_autoptr (GString) seen = g_string_new (NULL);
  guint n_rows;
  const KpRegistrationRow *rows = kp_registration_book_get_rows (book, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      const KpRegistration *r = &rows[i].registration;

      g_string_append_printf (seen, "%s%s %s %s %s %s %d %s%s", i > 0 ? "|" : "", r->name, r->id_number,
                              r->post_code, r->education, r->phone, r->is_veteran,
                              kp_registration_verdict_get_word (rows[i].verdict), get_code (&rows[i]));
    }
  g_assert_cmpstr (seen->str, ==, c->expected);
}

/* The post of the only row, or why there is none. */
static void
test_post (gconstpointer data)
{
  const LayoutCase *c = data;
  g_autoptr (KpRegistrationBook) book = judge (c->text);
  guint n_rows;
  const KpRegistrationRow *rows = kp_registration_book_get_rows (book, &n_rows);

  g_assert_cmpuint (n_rows, ==, 1);
  g_assert_cmpstr (*rows[0].registration.post_code != '\0' ? rows[0].registration.post_code
                                                           : get_code (&rows[0]),
                   ==, c->expected);
}

static void
test_birth (gconstpointer data)
{
  const LayoutCase *c = data;
  g_autoptr (KpRegistrationBook) book = judge (c->text);
  guint n_rows;
  const KpRegistrationRow *rows = kp_registration_book_get_rows (book, &n_rows);

  g_assert_cmpuint (n_rows, ==, 1);
  g_assert_cmpstr (get_code (&rows[0]), ==, c->expected);
}

#define CELL(ref, text) "<c r=\"" ref "\" t=\"str\"><v>" text "</v></c>"
#define HEAD_ROW "<row r=\"1\">" CELL ("A1", "姓名") CELL ("B1", "身份证号") CELL ("C1", "岗位代码") "</row>"
#define DATA_ROW "<row r=\"2\">" CELL ("A2", "张三") CELL ("B2", A) CELL ("C2", "A01") "</row>"

static char *
dup_sheet_read (const KpTestBook *made, GError **error)
{
  g_autoptr (GBytes) bytes = kp_test_book (made);
  g_autoptr (KpRegistrationBook) book = kp_registration_book_read_bytes (bytes, NULL, error);

  return book != NULL ? g_strdup (kp_registration_book_get_sheet (book)) : NULL;
}

static void
test_sheet_without_rows_is_passed_over (void)
{
  const KpTestBook made = { .rows = HEAD_ROW, .second_rows = HEAD_ROW DATA_ROW };
  g_autofree char *sheet = dup_sheet_read (&made, NULL);

  g_assert_cmpstr (sheet, ==, "Sheet2");
}

static void
test_sample_is_passed_over (void)
{
  const KpTestBook made = { .rows = HEAD_ROW DATA_ROW, .name = "填写样例", .second_rows = HEAD_ROW DATA_ROW };
  const KpTestBook only = { .rows = HEAD_ROW DATA_ROW, .name = "填写样例" };
  g_autofree char *sheet = dup_sheet_read (&made, NULL);
  g_autofree char *last = dup_sheet_read (&only, NULL);

  g_assert_cmpstr (sheet, ==, "Sheet2");
  g_assert_cmpstr (last, ==, "填写样例");
}

static void
test_heading_alone (void)
{
  const KpTestBook made = { .rows = HEAD_ROW };
  g_autoptr (GError) error = NULL;

  g_assert_null (dup_sheet_read (&made, &error));
  g_assert_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_EMPTY);
}

/* @others: the sheets named besides the one that is read. */
typedef struct
{
  const char *path;
  KpTestBook made;
  KpRegistrationOptions options;
  const char *others;
} OthersCase;

#define BARE_ROWS "<row r=\"1\">" CELL ("D1", "张三") CELL ("E1", A) CELL ("F1", "A01") "</row>"
#define LETTERS "姓名=D,身份证号=E,岗位代码=F"

static const OthersCase others_cases[] = {
  { "none", { .rows = HEAD_ROW DATA_ROW }, { .sheet = NULL }, "" },
  { "second-list",
    { .rows = HEAD_ROW DATA_ROW, .second_rows = HEAD_ROW DATA_ROW },
    { .sheet = NULL },
    "Sheet2" },
  { "first-when-the-second-is-asked-for",
    { .rows = HEAD_ROW DATA_ROW, .second_rows = HEAD_ROW DATA_ROW },
    { .sheet = "Sheet2" },
    "Sheet1" },
  { "hidden",
    { .rows = HEAD_ROW DATA_ROW, .second_rows = HEAD_ROW DATA_ROW, .second_state = "veryHidden" },
    { .sheet = NULL },
    "Sheet2" },
  { "heading-without-rows", { .rows = HEAD_ROW DATA_ROW, .second_rows = HEAD_ROW }, { .sheet = NULL }, "" },
  { "sample",
    { .rows = HEAD_ROW DATA_ROW, .second_rows = HEAD_ROW DATA_ROW, .second_name = "填表样例" },
    { .sheet = NULL },
    "" },
  { "another-table",
    { .rows = HEAD_ROW DATA_ROW,
      .second_rows = "<row r=\"1\">" CELL ("A1", "岗位代码")
          CELL ("B1", "街道") "</row><row r=\"2\">" CELL ("A2", "A01") "</row>" },
    { .sheet = NULL },
    "" },
  { "mapped-alike", { .rows = BARE_ROWS, .second_rows = BARE_ROWS }, { .mapping = LETTERS }, "Sheet2" },
  { "mapping-fits-only-one",
    { .rows = BARE_ROWS, .second_rows = HEAD_ROW DATA_ROW },
    { .mapping = LETTERS },
    "Sheet2" },
};

static void
test_others (gconstpointer data)
{
  const OthersCase *c = data;
  g_autoptr (GBytes) bytes = kp_test_book (&c->made);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRegistrationBook) book = kp_registration_book_read_bytes (bytes, &c->options, &error);
  g_autofree char *others = NULL;

  g_assert_no_error (error);
  others = g_strjoinv ("|", (char **) kp_registration_book_get_other_sheets (book));
  g_assert_cmpstr (others, ==, c->others);
}

/* Rows 2–5 hold people, row 1 the heading. @cells: of row 2, @below: of row 3; @expected: the post or the
   fault of each row. */
typedef struct
{
  const char *path;
  const char *merges;
  const char *cells;
  const char *below;
  const char *expected;
} MergeCase;

#define MERGE(ref) "<mergeCell ref=\"" ref "\"/>"

static const MergeCase merge_cases[] = {
  { "code", MERGE ("C2:C4"), CELL ("C2", "A01"), "", "A01 A01 A01 post_missing" },
  { "two-codes", MERGE ("C3:C5"), CELL ("C2", "A01"), CELL ("C3", "A02"), "A01 A02 A02 A02" },
  { "in-any-order", MERGE ("E4:E5") MERGE ("C3:C5") MERGE ("C2:C3"), CELL ("C2", "A01"), "",
    "A01 A01 post_missing post_missing" },
  { "name-and-street", MERGE ("D2:D5") MERGE ("E2:E4"), CELL ("D2", "综合岗") CELL ("E2", "南关街道"), "",
    "B01 B01 B01 post_ambiguous" },
  { "what-lies-hidden", MERGE ("C2:C3"), CELL ("C2", "A01"), CELL ("C3", "A02"),
    "A01 A01 post_missing post_missing" },
  { "empty-top", MERGE ("C2:C3"), "", CELL ("C3", "A02"), "post_missing A02 post_missing post_missing" },
  { "from-the-heading", MERGE ("C1:C5"), "", "", "post_missing post_missing post_missing post_missing" },
  { "several-columns", MERGE ("C2:D5"), CELL ("C2", "A01"), "",
    "A01 post_missing post_missing post_missing" },
  { "overlapping", MERGE ("C2:C4") MERGE ("C3:C5"), CELL ("C2", "A01"), "", "A01 A01 A01 post_missing" },
  { "nonsense", MERGE ("") MERGE ("C2") MERGE (":") MERGE ("C5:C2") MERGE ("C:C") MERGE ("C2:C99999999999"),
    CELL ("C2", "A01"), "", "A01 post_missing post_missing post_missing" },
  { "to-the-last-row", MERGE ("C2:C1048576"), CELL ("C2", "A01"), "", "A01 A01 A01 A01" },
};

#define MERGE_HEAD                                                                                           \
  "<row r=\"1\">" CELL ("A1", "姓名") CELL ("B1", "身份证号") CELL ("C1", "岗位代码")                        \
      CELL ("D1", "岗位名称") CELL ("E1", "街道") "</row>"

static void
test_merge (gconstpointer data)
{
  const MergeCase *c = data;
  g_autofree char *rows =
      g_strconcat (MERGE_HEAD "<row r=\"2\">" CELL ("A2", "张三") CELL ("B2", A), c->cells,
                   "</row><row r=\"3\">" CELL ("A3", "李四") CELL ("B3", "130609199207210022"), c->below,
                   "</row><row r=\"4\">" CELL ("A4", "王五")
                       CELL ("B4", "11010519491231002X") "</row>"
                                                         "<row r=\"5\">" CELL ("A5", "赵六")
                                                             CELL ("B5", "130609199103150010") "</row>",
                   NULL);
  g_autofree char *merges = g_strconcat ("<mergeCells>", c->merges, "</mergeCells>", NULL);
  const KpTestBook made = { .rows = rows, .merges = merges };
  g_autoptr (GBytes) bytes = kp_test_book (&made);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRegistrationBook) book = kp_registration_book_read_bytes (bytes, NULL, &error);
  g_autoptr (GString) seen = g_string_new (NULL);
  guint n_rows;
  const KpRegistrationRow *read;

  g_assert_no_error (error);
  kp_registration_book_judge (book, posts, G_N_ELEMENTS (posts), NULL, NULL, NULL);
  read = kp_registration_book_get_rows (book, &n_rows);
  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (seen, "%s%s", i > 0 ? " " : "",
                            *read[i].registration.post_code != '\0' ? read[i].registration.post_code
                                                                    : get_code (&read[i]));
  g_assert_cmpstr (seen->str, ==, c->expected);
}

/* One number over two rows would make one person of two. */
static void
test_merged_person_is_not_spread (void)
{
  const KpTestBook made = { .rows = HEAD_ROW DATA_ROW "<row r=\"3\">" CELL ("A3", "李四")
                                CELL ("C3", "A02") "</row>",
                            .merges = "<mergeCells>" MERGE ("A2:A3") MERGE ("B2:B3") "</mergeCells>" };
  g_autoptr (GBytes) bytes = kp_test_book (&made);
  g_autoptr (KpRegistrationBook) book = kp_registration_book_read_bytes (bytes, NULL, NULL);
  guint n_rows;
  const KpRegistrationRow *rows;

  kp_registration_book_judge (book, posts, G_N_ELEMENTS (posts), NULL, NULL, NULL);
  rows = kp_registration_book_get_rows (book, &n_rows);
  g_assert_cmpuint (n_rows, ==, 2);
  g_assert_cmpstr (rows[1].registration.name, ==, "李四");
  g_assert_cmpstr (get_code (&rows[1]), ==, "id_missing");
}

static void
test_too_many_merges (void)
{
  const KpTestBook made = { .rows = HEAD_ROW DATA_ROW,
                            .merges = MERGE ("C2:C3") MERGE ("C4:C5") MERGE ("C6:C7") };
  KpWorkbookLimits limits = kp_workbook_default_limits;
  g_autoptr (GBytes) bytes = kp_test_book (&made);
  g_autoptr (GError) error = NULL;

  limits.max_rows = 2;
  g_assert_null (kp_test_dump (bytes, 0, &limits, &error));
  g_assert_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_TOO_LARGE);
}

static void
add_cases (const char *group, const LayoutCase *cases, guint n_cases, GTestDataFunc func)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_autofree char *path = g_strdup_printf ("/data/layouts/%s/%s", group, cases[i].path);

      g_test_add_data_func (path, &cases[i], func);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_cases ("columns", layout_cases, G_N_ELEMENTS (layout_cases), test_layout);
  add_cases ("post", post_cases, G_N_ELEMENTS (post_cases), test_post);
  add_cases ("birth", birth_cases, G_N_ELEMENTS (birth_cases), test_birth);
  g_test_add_func ("/data/layouts/sheet-without-rows-is-passed-over", test_sheet_without_rows_is_passed_over);
  g_test_add_func ("/data/layouts/sample-is-passed-over", test_sample_is_passed_over);
  g_test_add_func ("/data/layouts/heading-alone", test_heading_alone);
  for (guint i = 0; i < G_N_ELEMENTS (others_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/data/layouts/other-sheets/", others_cases[i].path, NULL);

      g_test_add_data_func (path, &others_cases[i], test_others);
    }
  for (guint i = 0; i < G_N_ELEMENTS (merge_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/data/layouts/merged/", merge_cases[i].path, NULL);

      g_test_add_data_func (path, &merge_cases[i], test_merge);
    }
  g_test_add_func ("/data/layouts/merged/person-is-not-spread", test_merged_person_is_not_spread);
  g_test_add_func ("/data/layouts/merged/too-many", test_too_many_merges);
  return g_test_run ();
}
