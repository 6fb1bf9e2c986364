/* test-list.c – lists in their three file forms, the same bytes each time.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "kp-archive.h"
#include "kp-exchange-error.h"
#include "kp-list.h"
#include "kp-test-sheet.h"
#include "kp-test.h"

static const KpListColumn columns[] = {
  { "ticket", "准考证号", 0, KP_LIST_TEXT },
  { "name", "姓名", 12, KP_LIST_TEXT },
  { "mark", "成绩", 0, KP_LIST_NUMBER },
};

static KpList *
make_list (void)
{
  KpList *list = kp_list_new ("笔试成绩", "A01 综合岗", columns, G_N_ELEMENTS (columns));

  kp_list_add_row (list, (const char *const[]){ "0101", "孔𠮷", "78.50" });
  kp_list_add_row (list, (const char *const[]){ "0102", "甲,\"乙\"", "缺考" });
  kp_list_add_row (list, (const char *const[]){ "0103", "=1+1", NULL });
  kp_list_add_note (list, "方案摘要：abc");
  return list;
}

static void
assert_text (GBytes *bytes, const char *expected)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (data, size);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_csv (void)
{
  g_autoptr (KpList) list = make_list ();
  g_autoptr (GBytes) bytes = kp_list_to_csv (list);

  assert_text (
      bytes,
      "\xef\xbb\xbf准考证号,姓名,成绩\r\n0101,孔𠮷,78.50\r\n0102,\"甲,\"\"乙\"\"\",缺考\r\n0103,'=1+1,\r\n");
}

static void
test_csv_numbers_are_no_formulas (void)
{
  static const char *const values[][2] = {
    { "-0.5", "-0.5" }, { "-", "'-" }, { "@x", "'@x" }, { "+86", "+86" }, { "-1-1", "'-1-1" },
    { "\t=1+1", "'\t=1+1" }, { "＝1+1", "'＝1+1" }, { "－", "'－" }, { "—", "—" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (KpList) list = kp_list_new ("", NULL, columns + 2, 1);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *expected = g_strdup_printf ("\xef\xbb\xbf成绩\r\n%s\r\n", values[i][1]);

      kp_list_add_row (list, &values[i][0]);
      bytes = kp_list_to_csv (list);
      assert_text (bytes, expected);
    }
}

static void
test_json (void)
{
  g_autoptr (KpList) list = make_list ();
  g_autoptr (GBytes) bytes = kp_list_to_json (list);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  kp_test_assert_contains (text, "\"title\" : \"笔试成绩\"");
  kp_test_assert_contains (text, "\"ticket\" : \"0101\"");
  kp_test_assert_contains (text, "\"mark\" : \"78.50\"");
  kp_test_assert_contains (text, "方案摘要：abc");
}

static void
test_xlsx (void)
{
  g_autoptr (KpList) list = make_list ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kp_list_to_xlsx (list, &error);
  g_autofree char *dump = NULL;

  g_assert_no_error (error);
  dump = kp_test_dump (bytes, 0, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (
      dump, ==,
      "1: t0=笔试成绩;2: t0=A01 综合岗;3: t0=准考证号 t1=姓名 t2=成绩;4: t0=0101 t1=孔𠮷 n2=78.5;"
      "5: t0=0102 t1=甲,\"乙\" t2=缺考;6: t0=0103 t1==1+1;7: t0=方案摘要：abc;");
}

static void
test_same_bytes (void)
{
  static const char *const names[] = { "list.csv", "list.json", "list.xlsx" };
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = kp_test_folder_dup_file (folder, names[i]);
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;
      gsize first_size, second_size;
      g_autoptr (GError) error = NULL;

      for (guint k = 0; k < 2; k++)
        {
          g_autoptr (KpList) list = make_list ();

          g_assert_true (kp_list_save (list, path, &error));
          g_assert_no_error (error);
          if (k == 0)
            first = kp_test_read (path, &first_size);
          else
            second = kp_test_read (path, &second_size);
          /* Times in a zip file have steps of two seconds. */
          if (k == 0 && i == 2)
            g_usleep (2100 * 1000);
        }
      g_assert_cmpmem (first, first_size, second, second_size);
    }
}

static void
test_failed_save_keeps_the_file (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autoptr (KpList) list = make_list ();
  g_autofree char *path = g_build_filename (folder->path, "none", "list.csv", NULL);
  g_autofree char *odd = kp_test_folder_write (folder, "list.txt", "kept", -1);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (kp_list_save (list, path, &error));
  g_assert_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_WRITE);
  g_clear_error (&error);
  g_assert_false (kp_list_save (list, odd, &error));
  g_assert_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_WRITE);
  content = kp_test_read (odd, NULL);
  g_assert_cmpstr (content, ==, "kept");
}

static void
test_values (void)
{
  g_autoptr (KpList) list = make_list ();

  g_assert_cmpuint (kp_list_get_n_rows (list), ==, 3);
  g_assert_cmpstr (kp_list_get_value (list, 1, 0), ==, "0102");
  g_assert_cmpstr (kp_list_get_value (list, 2, 2), ==, "");
}

static gboolean
take_piece (const char *data, gsize length, gpointer user_data, GError **error G_GNUC_UNUSED)
{
  g_string_append_len (user_data, data, (gssize) length);
  return TRUE;
}

static char *
dup_part (GBytes *xlsx, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpArchive) archive = kp_archive_open (xlsx, &kp_workbook_default_limits, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  g_assert_true (kp_archive_read (archive, name, take_piece, text, &error));
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

/* In no cell, so that what is read in again reads as before. */
static void
test_source (void)
{
  static const char source[] = "来源：考聘档案 yunling-2026，由张三&李四于 2026-03-05 09:30 导出，日志摘要 3f0c9ab2d4e5f607";
  g_autoptr (KpList) list = make_list ();
  g_autoptr (KpList) plain = make_list ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) csv = NULL, csv_before = kp_list_to_csv (plain), json = NULL, xlsx = NULL, xlsx_before = NULL;
  g_autofree char *core = NULL, *sheet = NULL, *cells = NULL, *cells_before = NULL;

  xlsx_before = kp_list_to_xlsx (plain, &error);
  kp_list_set_source (list, "张三", source);
  csv = kp_list_to_csv (list);
  g_assert_true (g_bytes_equal (csv, csv_before));
  json = kp_list_to_json (list);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (json, NULL), (gssize) g_bytes_get_size (json), source));
  xlsx = kp_list_to_xlsx (list, &error);
  g_assert_no_error (error);
  core = dup_part (xlsx, "docProps/core.xml");
  kp_test_assert_contains (core, "<dc:creator>张三</dc:creator>");
  kp_test_assert_contains (core, "日志摘要 3f0c9ab2d4e5f607");
  sheet = dup_part (xlsx, "xl/worksheets/sheet1.xml");
  kp_test_assert_contains (sheet, "张三&amp;&amp;李四"); /* in the foot of the printed page, where an ampersand begins a code */
  cells = kp_test_dump (xlsx, 0, NULL, &error);
  cells_before = kp_test_dump (xlsx_before, 0, NULL, &error);
  g_assert_cmpstr (cells, ==, cells_before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data/exchange/list/csv", test_csv);
  g_test_add_func ("/data/exchange/list/csv-numbers-are-no-formulas", test_csv_numbers_are_no_formulas);
  g_test_add_func ("/data/exchange/list/json", test_json);
  g_test_add_func ("/data/exchange/list/xlsx", test_xlsx);
  g_test_add_func ("/data/exchange/list/source", test_source);
  g_test_add_func ("/data/exchange/list/same-bytes", test_same_bytes);
  g_test_add_func ("/data/exchange/list/failed-save-keeps-the-file", test_failed_save_keeps_the_file);
  g_test_add_func ("/data/exchange/list/values", test_values);
  return g_test_run ();
}
