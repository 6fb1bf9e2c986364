/* kp-test-sheet.c – workbooks made by hand, as nasty as a test needs them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-test-sheet.h"

#include <minizip/zip.h>
#include <string.h>

#include "kp-test.h"

#define TYPE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define SPACE "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
#define R_SPACE "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
#define P_SPACE "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""

/** kp_test_zip: a zip archive with these parts. (transfer full) */
GBytes *
kp_test_zip (const KpTestPart *parts, guint n_parts)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *path = kp_test_folder_dup_file (folder, "made.zip");
  zipFile zip = zipOpen64 (path, APPEND_STATUS_CREATE);
  gsize length;
  char *data;

  g_assert_nonnull (zip);
  for (guint i = 0; i < n_parts; i++)
    {
      zip_fileinfo info = { 0 };

      g_assert_cmpint (zipOpenNewFileInZip (zip, parts[i].name, &info, NULL, 0, NULL, 0, NULL, Z_DEFLATED, 6),
                       ==, ZIP_OK);
      g_assert_cmpint (zipWriteInFileInZip (zip, parts[i].text, (guint) strlen (parts[i].text)), ==, ZIP_OK);
      g_assert_cmpint (zipCloseFileInZip (zip), ==, ZIP_OK);
    }
  g_assert_cmpint (zipClose (zip, NULL), ==, ZIP_OK);
  data = kp_test_read (path, &length);
  return g_bytes_new_take (data, length);
}

static const char *
or_usual (const char *text, const char *usual)
{
  return text != NULL ? text : usual;
}

/** kp_test_book: a workbook of one or two sheets. (transfer full) */
GBytes *
kp_test_book (const KpTestBook *book)
{
  g_autofree char *second_entry =
      g_strdup_printf ("<sheet name=\"%s\" sheetId=\"2\" state=\"%s\" r:id=\"rId2\"/>",
                       or_usual (book->second_name, "Sheet2"), or_usual (book->second_state, "visible"));
  g_autofree char *workbook =
      g_strdup_printf ("<workbook " SPACE " " R_SPACE "><workbookPr %s/><sheets>"
                       "<sheet name=\"%s\" sheetId=\"1\" state=\"%s\" r:id=\"rId1\"/>%s</sheets></workbook>",
                       or_usual (book->properties, ""), or_usual (book->name, "Sheet1"),
                       or_usual (book->state, "visible"), book->second_rows != NULL ? second_entry : "");
  g_autofree char *relations = g_strdup_printf (
      "<Relationships " P_SPACE "><Relationship Id=\"rId1\" Type=\"" TYPE "worksheet\" Target=\"%s\"/>"
      "<Relationship Id=\"rId2\" Type=\"" TYPE "worksheet\" Target=\"worksheets/sheet2.xml\"/>"
      "<Relationship Id=\"rId3\" Type=\"" TYPE "styles\" Target=\"styles.xml\"/>"
      "<Relationship Id=\"rId4\" Type=\"" TYPE
      "sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>",
      or_usual (book->target, "worksheets/sheet1.xml"));
  g_autofree char *sheet =
      g_strdup_printf ("%s<worksheet " SPACE "><sheetData>%s</sheetData>%s</worksheet>",
                       or_usual (book->prologue, ""), or_usual (book->rows, ""), or_usual (book->merges, ""));
  g_autofree char *second = g_strdup_printf ("<worksheet " SPACE "><sheetData>%s</sheetData></worksheet>",
                                             or_usual (book->second_rows, ""));
  g_autofree char *strings = g_strdup_printf ("<sst " SPACE ">%s</sst>", or_usual (book->strings, ""));
  g_autofree char *styles =
      g_strdup_printf ("<styleSheet " SPACE ">%s</styleSheet>", or_usual (book->styles, ""));
  const KpTestPart parts[] = {
    { "_rels/.rels", "<Relationships " P_SPACE "><Relationship Id=\"r1\" Type=\"" TYPE
                     "officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>" },
    { "xl/workbook.xml", workbook },
    { "xl/_rels/workbook.xml.rels", relations },
    { "xl/styles.xml", styles },
    { "xl/sharedStrings.xml", strings },
    { or_usual (book->part, "xl/worksheets/sheet1.xml"), sheet },
    { "xl/worksheets/sheet2.xml", second },
  };

  return kp_test_zip (parts, G_N_ELEMENTS (parts));
}

static gboolean
on_row_cb (const KpSheetRow *row, gpointer user_data, GError **error G_GNUC_UNUSED)
{
  static const char kinds[] = { '0', 't', 'n', 'd', 'b', 'e' };
  GString *dump = user_data;

  g_string_append_printf (dump, "%u:", row->number);
  for (guint i = 0; i < row->n_cells; i++)
    g_string_append_printf (dump, " %c%u=%s", kinds[row->cells[i].kind], row->cells[i].column,
                            row->cells[i].text);
  g_string_append_c (dump, ';');
  return TRUE;
}

/** kp_test_dump: the rows of a sheet as one text, "1: t0=text n2=5;"; NULL with the error. (transfer full) */
char *
kp_test_dump (GBytes *bytes, guint sheet, const KpWorkbookLimits *limits, GError **error)
{
  g_autoptr (KpWorkbook) book = kp_workbook_open_bytes (bytes, limits, error);
  g_autoptr (GString) dump = g_string_new (NULL);

  if (book == NULL || !kp_workbook_read_sheet (book, sheet, on_row_cb, dump, error))
    return NULL;
  return g_strdup (dump->str);
}

/** kp_test_text: a text as the content of a file. (transfer full) */
GBytes *
kp_test_text (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

/** kp_test_convert: a text in another encoding, behind @mark. (transfer full) */
GBytes *
kp_test_convert (const char *text, const char *charset, const char *mark)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gsize length;
  g_autofree char *converted = g_convert (text, -1, charset, "UTF-8", NULL, &length, &error);

  g_assert_no_error (error);
  g_byte_array_append (bytes, (const guint8 *) mark, (guint) strlen (mark));
  g_byte_array_append (bytes, (const guint8 *) converted, (guint) length);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
