/* test-workbook.c – workbooks and text tables as other programs, and bad people, write them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-exchange-error.h"
#include "kp-test-sheet.h"
#include "kp-test.h"

#define DATE_STYLES                                                                                          \
  "<numFmts count=\"3\"><numFmt numFmtId=\"164\" "                                                           \
  "formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@\"/>"                                   \
  "<numFmt numFmtId=\"165\" formatCode=\"0.00&quot;day&quot;\"/><numFmt numFmtId=\"166\" "                   \
  "formatCode=\"[$-804]h:mm:ss\"/></numFmts>"                                                                \
  "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"                                                       \
  "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf "       \
  "numFmtId=\"166\"/><xf "                                                                                   \
  "numFmtId=\"58\"/></cellXfs>"

typedef struct
{
  const char *name;
  KpTestBook book;
  const char *expected;
} BookCase;

static const BookCase book_cases[] = {
  { "shared-strings",
    { .rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" t=\"s\"><v>0</v></c></row>",
      .strings = "<si><t>零</t></si><si><t xml:space=\"preserve\"> 一 </t></si>" },
    "1: t0= 一  t1=零;" },
  { "rich-text-without-phonetics",
    { .rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" "
              "t=\"inlineStr\"><is><r><t>甲</t></r><r><t>乙</t></r></is></c></row>",
      .strings = "<si><r><t>张</t></r><r><rPr><b/></rPr><t>三</t></r><rPh sb=\"0\" "
                 "eb=\"1\"><t>zhang</t></rPh></si>" },
    "1: t0=张三 t1=甲乙;" },
  { "missing-cells-and-rows",
    { .rows = "<row r=\"2\"><c r=\"C2\" t=\"str\"><v>丙</v></c><c r=\"AA2\"><v>7</v></c></row><row "
              "r=\"5\"/><row r=\"9\"><c r=\"B9\"><v>1</v></c></row>" },
    "2: t2=丙 n26=7;9: n1=1;" },
  { "no-references",
    { .rows = "<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row><c><v>4</v></c></row>" },
    "1: n0=1 n2=3;3: n0=4;" },
  { "dates-by-style",
    { .rows = "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>38522</v></c><c r=\"B1\" s=\"2\"><v>38522.75</v></c><c "
              "r=\"C1\" s=\"3\"><v>38522</v></c>"
              "<c r=\"D1\" s=\"4\"><v>0.5</v></c><c r=\"E1\" s=\"5\"><v>61</v></c><c r=\"F1\" "
              "s=\"0\"><v>38522</v></c></row>",
      .styles = DATE_STYLES },
    "1: d0=2005-06-19 d1=2005-06-19 n2=38522 n3=0.5 d4=1900-03-01 n5=38522;" },
  { "dates-from-1904",
    { .rows = "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>37060</v></c></row>",
      .styles = DATE_STYLES,
      .properties = "date1904=\"1\"" },
    "1: d0=2005-06-19;" },
  { "iso-date",
    { .rows = "<row r=\"1\"><c r=\"A1\" t=\"d\"><v>2005-06-19T00:00:00</v></c></row>" },
    "1: d0=2005-06-19;" },
  { "numbers-as-typed",
    { .rows = "<row r=\"1\"><c r=\"A1\"><v>78.499999999999996</v></c><c "
              "r=\"B1\"><v>1.9902235086E10</v></c><c r=\"C1\"><v>3.7078219810518989E17</v></c>"
              "<c r=\"D1\"><v>0.1</v></c><c r=\"E1\"><v>-2</v></c></row>" },
    "1: n0=78.5 n1=19902235086 n2=3.707821981051899e+17 n3=0.1 n4=-2;" },
  { "formulas-by-their-value",
    { .rows = "<row r=\"1\"><c r=\"A1\" t=\"str\"><f>CONCATENATE(\"a\")</f><v>值</v></c><c "
              "r=\"B1\"><f>1+1</f><v>2</v></c><c r=\"C1\" t=\"e\"><v>#N/A</v></c>"
              "<c r=\"D1\" t=\"b\"><v>1</v></c></row>" },
    "1: t0=值 n1=2 e2=#N/A b3=是;" },
  { "escapes",
    { .rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>甲_x000D_乙_xZZZZ_ "
              "&amp;&#10;丙</t></is></c></row>" },
    "1: t0=甲\r乙_xZZZZ_ &\n丙;" },
  { "namespace-prefix",
    { .rows = "<x:row xmlns:x=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" r=\"3\"><x:c "
              "r=\"A3\"><x:v>5</x:v></x:c></x:row>" },
    "3: n0=5;" },
  { "absolute-target",
    { .rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", .target = "/xl/worksheets/sheet1.xml" },
    "1: n0=1;" },
  { "parent-target",
    { .rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", .target = "../xl/worksheets/sheet1.xml" },
    "1: n0=1;" },
  { "other-case",
    { .rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", .part = "XL/Worksheets/Sheet1.XML" },
    "1: n0=1;" },
  { "back-slashes",
    { .rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", .part = "xl\\worksheets\\sheet1.xml" },
    "1: n0=1;" },
  { "empty-sheet", { .rows = NULL }, "" },
};

static void
test_book (gconstpointer data)
{
  const BookCase *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kp_test_book (&c->book);
  g_autofree char *dump = kp_test_dump (bytes, 0, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (dump, ==, c->expected);
}

typedef struct
{
  const char *name;
  KpTestBook book;
  KpExchangeError code;
} BadBookCase;

static const BadBookCase bad_book_cases[] = {
  { "billion-laughs",
    { .prologue = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
      .rows = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&b;</v></c></row>" },
    KP_EXCHANGE_ERROR_DAMAGED },
  { "outside-entity",
    { .prologue = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>",
      .rows = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>&a;</v></c></row>" },
    KP_EXCHANGE_ERROR_DAMAGED },
  { "broken-xml", { .rows = "<row r=\"1\"><c r=\"A1\"></row>" }, KP_EXCHANGE_ERROR_DAMAGED },
  { "shared-string-out-of-range",
    { .rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row>" },
    KP_EXCHANGE_ERROR_DAMAGED },
  { "rows-backwards", { .rows = "<row r=\"5\"/><row r=\"2\"/>" }, KP_EXCHANGE_ERROR_DAMAGED },
  { "cells-backwards",
    { .rows = "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>" },
    KP_EXCHANGE_ERROR_DAMAGED },
  { "row-too-far", { .rows = "<row r=\"4000000000\"><c><v>1</v></c></row>" }, KP_EXCHANGE_ERROR_TOO_LARGE },
  { "column-too-far",
    { .rows = "<row r=\"1\"><c r=\"ZZZZ1\"><v>1</v></c></row>" },
    KP_EXCHANGE_ERROR_DAMAGED },
  { "sheet-part-missing", { .target = "worksheets/none.xml" }, KP_EXCHANGE_ERROR_EMPTY },
};

static void
test_bad_book (gconstpointer data)
{
  const BadBookCase *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kp_test_book (&c->book);
  g_autofree char *dump = kp_test_dump (bytes, 0, NULL, &error);

  g_assert_null (dump);
  g_assert_error (error, KP_EXCHANGE_ERROR, (gint) c->code);
}

typedef struct
{
  const char *name;
  const char *data;
  gssize length; /* −1 = a text */
  KpExchangeError code;
} BadFileCase;

static const char encrypted[] =
    "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1..E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

static const BadFileCase bad_file_cases[] = {
  { "empty", "", 0, KP_EXCHANGE_ERROR_EMPTY },
  { "pdf", "%PDF-1.7\n%\xe2\xe3", -1, KP_EXCHANGE_ERROR_KIND },
  { "old-xls", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Workbook", -1, KP_EXCHANGE_ERROR_KIND },
  { "encrypted", encrypted, sizeof encrypted, KP_EXCHANGE_ERROR_ENCRYPTED },
  { "web-page", "<html><table><tr><td>姓名</td></tr></table></html>", -1, KP_EXCHANGE_ERROR_KIND },
  { "picture", "\x89PNG\r\n", -1, KP_EXCHANGE_ERROR_KIND },
  { "binary", "abc\0def", 7, KP_EXCHANGE_ERROR_KIND },
  { "neither-unicode-nor-gb", "\xff\xff\x80\x80,\x81", -1, KP_EXCHANGE_ERROR_ENCODING },
  { "open-quotation", "a,\"b\nc", -1, KP_EXCHANGE_ERROR_DAMAGED },
  { "truncated-zip", "PK\x03\x04\x14\0\0\0", 8, KP_EXCHANGE_ERROR_DAMAGED },
};

static void
test_bad_file (gconstpointer data)
{
  const BadFileCase *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (c->data, c->length >= 0 ? (gsize) c->length : strlen (c->data));
  g_autofree char *dump = kp_test_dump (bytes, 0, NULL, &error);

  g_assert_null (dump);
  g_assert_error (error, KP_EXCHANGE_ERROR, (gint) c->code);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *expected;
} TextCase;

static const TextCase text_cases[] = {
  { "comma", "姓名,号\n张三,01\n", "1: t0=姓名 t1=号;2: t0=张三 t1=01;" },
  { "semicolon", "姓名;号;x,y\n张三;01\n", "1: t0=姓名 t1=号 t2=x,y;2: t0=张三 t1=01;" },
  { "tab", "姓名\t号\r\n张三\t01", "1: t0=姓名 t1=号;2: t0=张三 t1=01;" },
  { "separator-line", "sep=;\na,b;c\n", "1: t0=sep=;2: t0=a,b t1=c;" },
  { "quotation", "\"a,\"\"b\"\"\",\"c\nd\"\r\n\"\",e\n", "1: t0=a,\"b\" t1=c\nd;2: t1=e;" },
  { "quotation-within", "ab\"c,d\n", "1: t0=ab\"c t1=d;" },
  { "kept-zeros", "=\"0012\",\"=\"\"0013\"\"\"\n", "1: t0=0012 t1=0013;" },
  { "empty-rows", "a\n\n,,\nb\n", "1: t0=a;4: t0=b;" },
  { "old-mac-line-ends", "a,b\rc,d\r", "1: t0=a t1=b;2: t0=c t1=d;" },
};

static void
test_text (gconstpointer data)
{
  const TextCase *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kp_test_text (c->text);
  g_autofree char *dump = kp_test_dump (bytes, 0, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (dump, ==, c->expected);
}

static void
test_encodings (void)
{
  /* 䶮 and 㐂 aren't in GBK, 𠮷 isn't in the basic plane. */
  static const char text[] = "姓名,号\n孔䶮𠮷㐂,01\n";
  static const char expected[] = "1: t0=姓名 t1=号;2: t0=孔䶮𠮷㐂 t1=01;";
  static const struct
  {
    const char *charset, *mark;
  } encodings[] = {
    { "UTF-8", "" },
    { "UTF-8", "\xef\xbb\xbf" },
    { "GB18030", "" },
    { "UTF-16LE", "\xff\xfe" },
    { "UTF-16BE", "\xfe\xff" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = kp_test_convert (text, encodings[i].charset, encodings[i].mark);
      g_autofree char *dump = kp_test_dump (bytes, 0, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (dump, ==, expected);
    }
}

static void
test_several_sheets (void)
{
  const KpTestBook made = { .rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>",
                            .second_rows = "<row r=\"1\"><c r=\"A1\"><v>2</v></c></row>",
                            .state = "hidden" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kp_test_book (&made);
  g_autoptr (KpWorkbook) book = kp_workbook_open_bytes (bytes, NULL, &error);
  g_autofree char *dump = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (kp_workbook_get_n_sheets (book), ==, 2);
  g_assert_true (kp_workbook_sheet_is_hidden (book, 0));
  g_assert_false (kp_workbook_sheet_is_hidden (book, 1));
  g_assert_cmpstr (kp_workbook_get_sheet_name (book, 1), ==, "Sheet2");
  g_assert_cmpuint (strlen (kp_workbook_get_digest (book)), ==, 64);
  dump = kp_test_dump (bytes, 1, NULL, &error);
  g_assert_cmpstr (dump, ==, "1: n0=2;");
}

static void
test_not_a_workbook (void)
{
  const KpTestPart parts[] = { { "word/document.xml", "<w/>" } };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kp_test_zip (parts, 1);
  g_autofree char *dump = kp_test_dump (bytes, 0, NULL, &error);

  g_assert_null (dump);
  g_assert_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_KIND);
}

static void
test_truncated (void)
{
  const KpTestBook made = { .rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>" };
  g_autoptr (GBytes) bytes = kp_test_book (&made);
  gsize size = g_bytes_get_size (bytes);

  for (gsize length = 4; length < size - 2; length += 7)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (bytes, 0, length);
      g_autofree char *dump = kp_test_dump (part, 0, NULL, &error);

      if (dump != NULL)
        g_error ("%" G_GSIZE_FORMAT " of %" G_GSIZE_FORMAT " bytes are taken for a whole workbook", length,
                 size);
      g_assert_nonnull (error);
    }
}

/* Any byte may be wrong: an error or the rows, never a crash, and wrong content never passes the checksum. */
static void
test_flipped_bytes (void)
{
  const KpTestBook made = { .rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>",
                            .strings = "<si><t>甲</t></si>" };
  g_autoptr (GBytes) bytes = kp_test_book (&made);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i < size; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) flipped = NULL;
      g_autofree char *dump = NULL;

      copy[i] ^= 0x41;
      flipped = g_bytes_new (copy, size);
      dump = kp_test_dump (flipped, 0, NULL, NULL);
      if (dump != NULL)
        g_assert_cmpstr (dump, ==, "1: t0=甲;");
    }
}

/* The directory states 2 GB in each of the fields that can: nothing may be unzipped. */
static void
test_bomb_by_its_directory (void)
{
  const KpTestBook made = { .rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>" };
  g_autoptr (GBytes) bytes = kp_test_book (&made);
  g_autoptr (GBytes) bomb = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *dump = NULL;
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree guint8 *copy = g_memdup2 (data, size);
  gint64 start = g_get_monotonic_time ();

  for (gsize i = 0; i + 46 < size; i++)
    if (memcmp (copy + i, "PK\x01\x02", 4) == 0)
      memcpy (copy + i + 24, "\x00\x00\x00\x80", 4);
  bomb = g_bytes_new (copy, size);
  dump = kp_test_dump (bomb, 0, NULL, &error);
  g_assert_null (dump);
  g_assert_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_TOO_LARGE);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 200 * 1000);
}

static void
test_bomb_by_its_ratio (void)
{
  g_autofree char *zeros = g_strnfill (16 * 1024 * 1024, ' ');
  const KpTestBook made = { .rows = zeros };
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kp_test_book (&made);
  g_autofree char *dump = kp_test_dump (bytes, 0, NULL, &error);

  g_assert_null (dump);
  g_assert_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_TOO_LARGE);
}

static void
test_limits (void)
{
  const KpTestBook made = { .rows = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>abcdef</v></c></row><row "
                                    "r=\"3\"><c r=\"C3\"><v>1</v></c></row>" };
  g_autoptr (GBytes) bytes = kp_test_book (&made);

  for (guint i = 0; i < 5; i++)
    {
      KpWorkbookLimits limits = kp_workbook_default_limits;
      g_autoptr (GError) error = NULL;
      g_autofree char *dump = NULL;

      limits.max_entries = i == 0 ? 3 : limits.max_entries;
      limits.max_rows = i == 1 ? 2 : limits.max_rows;
      limits.max_columns = i == 2 ? 2 : limits.max_columns;
      limits.max_cell = i == 3 ? 5 : limits.max_cell;
      limits.max_unzipped = i == 4 ? 300 : limits.max_unzipped;
      dump = kp_test_dump (bytes, 0, &limits, &error);
      g_assert_null (dump);
      g_assert_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_TOO_LARGE);
    }
}

static void
test_files (void)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *text = kp_test_folder_write (folder, "list.XLSX", "姓名,号\n", -1);
  g_autofree char *none = kp_test_folder_dup_file (folder, "none.csv");
  g_autoptr (GError) error = NULL;

  g_assert_null (kp_workbook_open (text, NULL, &error));
  g_assert_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_KIND);
  g_clear_error (&error);
  g_assert_null (kp_workbook_open (none, NULL, &error));
  g_assert_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_READ);
  g_clear_error (&error);
  g_assert_null (kp_workbook_open (folder->path, NULL, &error));
  g_assert_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_READ);
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
  ADD_CASES ("/data/exchange/workbook/reads/", book_cases, test_book);
  ADD_CASES ("/data/exchange/workbook/refuses/", bad_book_cases, test_bad_book);
  ADD_CASES ("/data/exchange/workbook/refuses-file/", bad_file_cases, test_bad_file);
  ADD_CASES ("/data/exchange/workbook/text/", text_cases, test_text);
  g_test_add_func ("/data/exchange/workbook/text-encodings", test_encodings);
  g_test_add_func ("/data/exchange/workbook/several-sheets", test_several_sheets);
  g_test_add_func ("/data/exchange/workbook/another-zip", test_not_a_workbook);
  g_test_add_func ("/data/exchange/workbook/truncated-anywhere", test_truncated);
  g_test_add_func ("/data/exchange/workbook/any-byte-flipped", test_flipped_bytes);
  g_test_add_func ("/data/exchange/workbook/bomb-by-its-directory", test_bomb_by_its_directory);
  g_test_add_func ("/data/exchange/workbook/bomb-by-its-ratio", test_bomb_by_its_ratio);
  g_test_add_func ("/data/exchange/workbook/limits", test_limits);
  g_test_add_func ("/data/exchange/workbook/files", test_files);
  return g_test_run ();
}
