/* test-mark-sheet.c – written and interview marks as workbooks hold them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-exchange-error.h"
#include "kp-mark-sheet.h"
#include "kp-test-sheet.h"
#include "kp-test.h"

static const char states[] = { 'e', 'm', 'a', 'c', 'z', 'F' };

/* "row:key=state text code;" for each row. */
static char *
dup_rows (KpMarkSheet *sheet)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_rows;
  const KpMarkSheetRow *rows = kp_mark_sheet_get_rows (sheet, &n_rows);

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (text, "%u:%s=%c%s%s;", rows[i].sheet_row, rows[i].key, states[rows[i].state],
                            rows[i].text, rows[i].code);
  return g_strdup (text->str);
}

/* "row.column:key/examiner/element=state text code;" for each cell. */
static char *
dup_cells (KpMarkSheet *sheet)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_cells;
  const KpInterviewCell *cells = kp_mark_sheet_get_cells (sheet, &n_cells);

  for (guint i = 0; i < n_cells; i++)
    g_string_append_printf (text, "%u.%u:%s/%u/%s=%c%s%s;", cells[i].sheet_row, cells[i].column, cells[i].key,
                            cells[i].examiner, cells[i].element, states[cells[i].state], cells[i].text,
                            cells[i].code);
  return g_strdup (text->str);
}

typedef struct
{
  const char *name;
  const char *text;
  gboolean is_interview;
  const char *expected;
  guint n_faults;
} SheetCase;

static const SheetCase cases[] = {
  { "written/tickets",
    "准考证号,分数\n0101,78.5\n0102,缺考\n0103,违纪\n0104,零分\n0105,\n0106,0.00\n0107,80分\n0108,"
    "０７８．５\n",
    FALSE, "2:0101=m78.5;3:0102=a;4:0103=c;5:0104=z0;6:0105=e;7:0106=z0.00;8:0107=m80;9:0108=m78.5;", 0 },
  { "written/secret-numbers", "密号,得分\nK001,66\n", FALSE, "2:K001=m66;", 0 },
  { "written/rooms-and-seats", "考场,座位号,成绩\n01,01,66\n01,02,67.25\n", FALSE,
    "2:01-01=m66;3:01-02=m67.25;", 0 },
  { "written/state-column", "准考证号,成绩,备注\n1,,缺考\n2,66,\n3,0,违纪\n4,70,缺考\n5,71,迟到\n", FALSE,
    "2:1=a;3:2=m66;4:3=c;5:4=Fmark_and_state;6:5=m71;", 1 },
  { "written/faults", "准考证号,成绩\n1,abc\n2,78.1234\n,66\n3,-5\n3,6\n3,7\n4,99999\n5,5.\n", FALSE,
    "2:1=Fmark_unreadable;3:2=Fmark_decimals;4:=Fkey_missing;5:3=Fmark_unreadable;6:3=m6;7:3=Fkey_twice;8:4="
    "Fmark_unreadable;"
    "9:5=Fmark_unreadable;",
    7 },
  { "written/blank-in-a-number", "准考证号,成绩\n1,7 8\n2, 78 \n3,78 分\n4,缺 考\n5,7　8.5\n", FALSE,
    "2:1=Fmark_unreadable;3:2=m78;4:3=m78;5:4=a;6:5=Fmark_unreadable;", 2 },
  { "written/titles-and-totals",
    "某县笔试成绩\n准考证号,姓名,成绩\n1,甲,66\n合计,1人,\n平均分,,66\n登分人：,,\n", FALSE, "3:1=m66;", 0 },
  { "interview/totals-of-examiners", "面试序号,考官1,考官2,考官3\n1,80,81.5,缺考\n2,70,,90\n", TRUE,
    "2.1:1/1/=m80;2.2:1/2/=m81.5;2.3:1/3/=a;3.1:2/1/=m70;3.2:2/2/=e;3.3:2/3/=m90;", 0 },
  { "interview/other-names", "抽签号,1号考官,第二考官,评委三,平均分,最后得分\n5,80,81,82,81,81\n", TRUE,
    "2.1:5/1/=m80;2.2:5/2/=m81;2.3:5/3/=m82;", 0 },
  { "interview/elements-under-examiners",
    "面试序号,考官1,,,考官2,,\n,综合分析(25分),应变,合计,综合分析(25分),应变,合计\n1,20,18,38,21,17,38\n",
    TRUE,
    "3.1:1/1/综合分析=m20;3.2:1/1/应变=m18;3.3:1/1/=m38;3.4:1/2/综合分析=m21;3.5:1/2/应变=m17;3.6:1/2/=m38;",
    0 },
  { "interview/row-for-each-examiner",
    "面试序号,考官,综合分析,应变（20分）,合计,签名\n1,考官1,20,18,38,x\n1,2,21,17,38,y\n2,,1,1,2,z\n", TRUE,
    "2.2:1/1/综合分析=m20;2.3:1/1/应变=m18;2.4:1/1/=m38;3.2:1/2/综合分析=m21;3.3:1/2/应变=m17;3.4:1/2/=m38;"
    "4.2:2/0/综合分析=Fexaminer_missing;4.3:2/0/应变=Fexaminer_missing;4.4:2/0/=Fexaminer_missing;",
    3 },
  { "interview/faults", "面试序号,考官1,考官2\n1,80,x\n1,81,82\n,7,\n", TRUE,
    "2.1:1/1/=m80;2.2:1/2/=Fmark_unreadable;3.1:1/1/=Fcell_twice;3.2:1/2/=m82;4.1:/1/=Fkey_missing;", 3 },
};

static void
test_sheet (gconstpointer data)
{
  const SheetCase *c = data;
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *path = kp_test_folder_write (folder, "marks.csv", c->text, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpMarkSheet) sheet = c->is_interview ? kp_mark_sheet_read_interview (path, NULL, NULL, &error)
                                                  : kp_mark_sheet_read_written (path, NULL, NULL, &error);
  g_autofree char *dump = NULL;

  g_assert_no_error (error);
  dump = c->is_interview ? dup_cells (sheet) : dup_rows (sheet);
  g_assert_cmpstr (dump, ==, c->expected);
  g_assert_cmpuint (kp_mark_sheet_get_n_faults (sheet), ==, c->n_faults);
}

static char *
write_book (const KpTestFolder *folder, const KpTestBook *made)
{
  g_autoptr (GBytes) bytes = kp_test_book (made);

  return kp_test_folder_write (folder, "marks.xlsx", g_bytes_get_data (bytes, NULL),
                               (gssize) g_bytes_get_size (bytes));
}

#define HEAD(a, b)                                                                                           \
  "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>" a "</v></c><c r=\"B1\" t=\"str\"><v>" b "</v></c></row>"
#define ROW(n, a, b) "<row r=\"" n "\"><c r=\"A" n "\"><v>" a "</v></c><c r=\"B" n "\"><v>" b "</v></c></row>"

static void
test_number_cells (void)
{
  const KpTestBook made = { .rows = HEAD ("准考证号", "成绩") ROW ("2", "20260101001", "78.499999999999996")
                                ROW ("3", "2", "81.150000000000006") ROW ("4", "3", "78.50000000000001")
                                    ROW ("5", "4", "0") ROW ("6", "2.0260101001002003E17", "70") };
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *path = write_book (folder, &made);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpMarkSheet) sheet = kp_mark_sheet_read_written (path, NULL, NULL, &error);
  g_autofree char *dump = NULL;

  g_assert_no_error (error);
  dump = dup_rows (sheet);
  g_assert_cmpstr (dump, ==, "2:20260101001=m78.5;3:2=m81.15;4:3=Fmark_decimals;5:4=z0;6:=Fkey_missing;");
  g_assert_cmpint (kp_mark_sheet_get_key_kind (sheet), ==, KP_MARK_KEY_TICKET);
}

static void
test_sheet_for_each_examiner (void)
{
  const KpTestBook made = { .rows = HEAD ("面试序号", "综合分析") ROW ("2", "1", "20") ROW ("3", "2", "19"),
                            .name = "考官1",
                            .second_rows = HEAD ("面试序号", "综合分析") ROW ("2", "1", "21"),
                            .second_name = "2号考官" };
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *path = write_book (folder, &made);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpMarkSheet) sheet = kp_mark_sheet_read_interview (path, NULL, NULL, &error);
  g_autoptr (KpMarkSheet) second = kp_mark_sheet_read_interview (path, "2号考官", NULL, NULL);
  g_autofree char *dump = NULL;
  g_autofree char *second_dump = NULL;

  g_assert_no_error (error);
  dump = dup_cells (sheet);
  g_assert_cmpstr (dump, ==, "2.1:1/1/综合分析=m20;3.1:2/1/综合分析=m19;2.1:1/2/综合分析=m21;");
  second_dump = dup_cells (second);
  g_assert_cmpstr (second_dump, ==, "2.1:1/2/综合分析=m21;");
}

static void
test_examiner_unknown (void)
{
  const KpTestBook made = { .rows = HEAD ("面试序号", "综合分析") ROW ("2", "1", "20") };
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *path = write_book (folder, &made);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpMarkSheet) sheet = kp_mark_sheet_read_interview (path, NULL, NULL, &error);

  /* The sheet is named Sheet1 here: nothing tells the examiner. */
  g_assert_null (sheet);
  g_assert_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_HEADING);
}

static void
test_messages (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *path = kp_test_folder_write (folder, "marks.csv", "准考证号,成绩\n1,abc\n", -1);
  g_autoptr (KpMarkSheet) sheet = kp_mark_sheet_read_written (path, NULL, NULL, NULL);
  guint n_rows;
  const KpMarkSheetRow *rows = kp_mark_sheet_get_rows (sheet, &n_rows);

  g_assert_cmpstr (rows[0].message, ==, "第2行“分数”“ABC”：不是分数，请填写数字、缺考、违纪或零分。");
}

static void
test_missing_columns (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *path = kp_test_folder_write (folder, "marks.csv", "准考证号,姓名\n1,abc\n", -1);
  g_autoptr (GError) error = NULL;

  g_assert_null (kp_mark_sheet_read_written (path, NULL, NULL, &error));
  g_assert_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_HEADING);
  kp_test_assert_contains (error->message, "准考证号, 姓名");
  g_clear_error (&error);
  g_assert_null (kp_mark_sheet_read_interview (path, NULL, NULL, &error));
  g_assert_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_HEADING);
}

/* The message names the number that stands twice, not the mark beside it. */
static void
test_fault_shows_the_number (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *path = kp_test_folder_dup_file (folder, "marks.csv");
  g_autoptr (GError) error = NULL;
  g_autoptr (KpMarkSheet) sheet = NULL;
  const KpMarkSheetRow *rows;
  guint n_rows;

  g_assert_true (g_file_set_contents (path, "准考证号,成绩\n0107,66\n0107,67\n", -1, &error));
  sheet = kp_mark_sheet_read_written (path, NULL, NULL, &error);
  g_assert_no_error (error);
  rows = kp_mark_sheet_get_rows (sheet, &n_rows);
  g_assert_cmpuint (n_rows, ==, 2);
  g_assert_nonnull (strstr (rows[1].message, "“0107”"));
  g_assert_null (strstr (rows[1].message, "67"));
  g_assert_cmpstr (rows[1].value, ==, "67");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/data/exchange/mark-sheet/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_sheet);
    }
  g_test_add_func ("/data/exchange/mark-sheet/number-cells", test_number_cells);
  g_test_add_func ("/data/exchange/mark-sheet/sheet-for-each-examiner", test_sheet_for_each_examiner);
  g_test_add_func ("/data/exchange/mark-sheet/examiner-unknown", test_examiner_unknown);
  g_test_add_func ("/data/exchange/mark-sheet/messages", test_messages);
  g_test_add_func ("/data/exchange/mark-sheet/missing-columns", test_missing_columns);
  g_test_add_func ("/data/exchange/mark-sheet/fault-shows-the-number", test_fault_shows_the_number);
  return g_test_run ();
}
