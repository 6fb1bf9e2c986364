/* test-scheme-table.c – a scheme as tables and back, and tables that a person has spoilt.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-diff.h"
#include "kp-scheme-table.h"
#include "kp-test.h"

#include <string.h>

static KpScheme *
load_sample (void)
{
  g_autofree gchar    *path = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autoptr (GError)   error = NULL;
  g_autoptr (KpScheme) scheme = kp_scheme_json_load (path, NULL, &error);

  g_assert_no_error (error);

  return g_steal_pointer (&scheme);
}

static KpSchemeSheet *
get_sheet (const GPtrArray *sheets,
           const char      *name)
{
  for (guint i = 0; i < sheets->len; i++)
    {
      KpSchemeSheet *sheet = g_ptr_array_index (sheets, i);

      if (strcmp (sheet->name, name) == 0)
        return sheet;
    }
  g_error ("no sheet %s", name);
}

/* The cell in the row whose first cells are @first (and @second), under @heading. */
static gchar **
find_cell (const KpSchemeSheet *sheet,
           const char          *first,
           const char          *second,
           const char          *heading)
{
  gchar **headings = g_ptr_array_index (sheet->rows, 0);
  guint   column = 0;

  while (headings[column] != NULL && strcmp (headings[column], heading) != 0)
    column++;
  g_assert_nonnull (headings[column]);
  for (guint i = 1; i < sheet->rows->len; i++)
    {
      gchar **row = g_ptr_array_index (sheet->rows, i);

      if (strcmp (row[0], first) == 0 && (second == NULL || strcmp (row[1], second) == 0))
        return &row[column];
    }
  g_error ("no row %s", first);
}

static void
replace (gchar     **cell,
         const char *with)
{
  g_free (*cell);
  *cell = g_strdup (with);
}

static void
assert_same (const KpScheme *scheme,
             const KpScheme *other)
{
  g_autofree gchar *digest = kp_scheme_json_dup_digest (scheme);
  g_autofree gchar *other_digest = kp_scheme_json_dup_digest (other);

  g_assert_cmpstr (digest, ==, other_digest);
}

static void
test_round_trip (void)
{
  g_autoptr (KpScheme)  scheme = load_sample ();
  g_autoptr (GPtrArray) sheets = kp_scheme_to_sheets (scheme);
  g_autoptr (GError)    error = NULL;
  g_autoptr (KpScheme)  read = kp_scheme_from_sheets (sheets, NULL, &error);

  g_assert_no_error (error);
  assert_same (scheme, read);
}

/* What real counties state, through a workbook's sheets. */
static void
test_round_trip_of_notices (void)
{
  g_autofree gchar *folder = kp_test_dup_shipped ("notices");
  g_autoptr (GDir)  dir = g_dir_open (folder, 0, NULL);
  const char       *name;
  guint             n_read = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree gchar     *path = g_build_filename (folder, name, NULL);
      g_autoptr (GError)    error = NULL;
      g_autoptr (KpScheme)  scheme = NULL;
      g_autoptr (KpScheme)  read = NULL;
      g_autoptr (GPtrArray) sheets = NULL;
      g_autoptr (GPtrArray) differences = NULL;

      if (!g_str_has_suffix (name, ".scheme.json"))
        continue;
      g_test_message ("%s", name);
      scheme = kp_scheme_json_load (path, NULL, &error);
      g_assert_no_error (error);
      sheets = kp_scheme_to_sheets (scheme);
      read = kp_scheme_from_sheets (sheets, NULL, &error);
      g_assert_no_error (error);
      assert_same (scheme, read);
      differences = kp_scheme_diff (scheme, read);
      g_assert_cmpuint (differences->len, ==, 0);
      n_read++;
    }
  g_assert_cmpuint (n_read, >, 0);
}

/* Texts that look like something else, through a real workbook. */
static void
test_round_trip_of_odd_texts (void)
{
  static const char *const odd[] = { "[]", "\"", "{}", "=1+1", "是", " 前后空格 ", "两\n行", "无", "0012", "[\"x\"]" };
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree gchar        *path = kp_test_folder_dup_file (folder, "book.xlsx");
  g_autoptr (KpScheme)     scheme = load_sample ();

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      KpSchemePost         *post = g_ptr_array_index (scheme->posts, 0);
      KpSchemeStreet       *street = g_ptr_array_index (scheme->streets, 0);
      g_autoptr (GPtrArray) sheets = NULL;
      g_autoptr (GPtrArray) loaded = NULL;
      g_autoptr (GBytes)    book = NULL;
      g_autoptr (GError)    error = NULL;
      g_autoptr (KpScheme)  read = NULL;

      replace (&post->note, odd[i]);
      replace (&street->representative, odd[i]);
      g_ptr_array_add (scheme->declarations, g_strdup (odd[i]));
      sheets = kp_scheme_to_sheets (scheme);
      book = kp_scheme_sheets_to_xlsx (sheets, &error);
      g_assert_no_error (error);
      g_file_set_contents (path, g_bytes_get_data (book, NULL), (gssize) g_bytes_get_size (book), &error);
      g_assert_no_error (error);
      loaded = kp_scheme_sheets_load (path, &error);
      g_assert_no_error (error);
      read = kp_scheme_from_sheets (loaded, NULL, &error);
      g_assert_no_error (error);
      assert_same (scheme, read);
    }
}

/* Names are read as well as words, and empty cells leave the key out. */
static void
test_typed_by_hand (void)
{
  g_autoptr (KpScheme)  scheme = load_sample ();
  g_autoptr (GPtrArray) sheets = kp_scheme_to_sheets (scheme);
  g_autoptr (GError)    error = NULL;
  g_autoptr (KpScheme)  read = NULL;

  replace (find_cell (get_sheet (sheets, "岗位"), "B01", NULL, "招聘类别"), "veteran");
  replace (find_cell (get_sheet (sheets, "岗位"), "A02", NULL, "招聘类别"), "定向招聘退役军人");
  replace (find_cell (get_sheet (sheets, "岗位"), "A01", NULL, "试用期"), "");
  replace (find_cell (get_sheet (sheets, "岗位"), "A02", NULL, "参加笔试"), "");
  read = kp_scheme_from_sheets (sheets, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (((const KpSchemePost *) g_ptr_array_index (read->posts, 2))->track, ==, KP_TRACK_VETERAN);
  g_assert_cmpint (((const KpSchemePost *) g_ptr_array_index (read->posts, 1))->track, ==, KP_TRACK_VETERAN);
  g_assert_true (((const KpSchemePost *) g_ptr_array_index (read->posts, 1))->has_written);
}

/* One cell spoilt: what is told. */
typedef struct
{
  const char *name;
  const char *sheet;
  const char *first;
  const char *second;
  const char *heading;
  const char *with;
  const char *says;
} FaultCase;

static const FaultCase fault_cases[] = {
  { "unknown-parent", "岗位-岗位条件", "A02", "party", "所属岗位", "Z99", "“Z99”" },
  { "count", "岗位", "A01", NULL, "招聘人数", "十二", "posts[0].places" },
  { "word", "岗位", "A01", NULL, "招聘类别", "随便", "posts[0].track" },
  { "truth", "岗位", "A01", NULL, "参加笔试", "也许", "posts[0].written" },
  { "condition", "加分-加分项", "veteran", NULL, "对象", "{\"veteran\":", "bonus.items[3].condition" },
  { "date", "方案", "报名截止日期", NULL, "内容", "三月六日", "registration_to" },
  { "unknown-key", "方案", "报名截止日期", NULL, "键", "registration_end", "“registration_end”" },
  { "required-left-out", "岗位", "A01", NULL, "招聘人数", "", "posts[0].places" },
};

static void
test_fault (gconstpointer data)
{
  const FaultCase      *fault = data;
  g_autoptr (KpScheme)  scheme = load_sample ();
  g_autoptr (GPtrArray) sheets = kp_scheme_to_sheets (scheme);
  g_autoptr (GError)    error = NULL;
  g_autoptr (KpScheme)  read = NULL;

  replace (find_cell (get_sheet (sheets, fault->sheet), fault->first, fault->second, fault->heading), fault->with);
  read = kp_scheme_from_sheets (sheets, NULL, &error);

  g_assert_null (read);
  g_assert_nonnull (error);
  kp_test_assert_contains (error->message, fault->says);
}

static void
test_unknown_heading (void)
{
  g_autoptr (KpScheme)  scheme = load_sample ();
  g_autoptr (GPtrArray) sheets = kp_scheme_to_sheets (scheme);
  g_autoptr (GError)    error = NULL;
  gchar               **headings = g_ptr_array_index (get_sheet (sheets, "岗位")->rows, 0);

  replace (&headings[3], "人数");
  g_assert_null (kp_scheme_from_sheets (sheets, NULL, &error));
  g_assert_error (error, KP_SCHEME_JSON_ERROR, KP_SCHEME_JSON_ERROR_SYNTAX);
  kp_test_assert_contains (error->message, "“人数”");
}

static void
test_other_workbook (void)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new ();
  g_autoptr (GError)    error = NULL;

  g_assert_null (kp_scheme_from_sheets (sheets, NULL, &error));
  g_assert_error (error, KP_SCHEME_JSON_ERROR, KP_SCHEME_JSON_ERROR_SYNTAX);
}

/* An empty list of ties isn't the usual one. */
static void
test_empty_ties (void)
{
  g_autofree gchar     *path = kp_test_dup_shipped ("data/scheme/rich.json");
  g_autoptr (GError)    error = NULL;
  g_autoptr (KpScheme)  scheme = kp_scheme_json_load (path, NULL, &error);
  g_autoptr (GPtrArray) sheets = kp_scheme_to_sheets (scheme);
  g_autoptr (KpScheme)  read = kp_scheme_from_sheets (sheets, NULL, &error);
  g_autofree gchar     *text = kp_scheme_json_dup (scheme);

  g_assert_no_error (error);
  kp_test_assert_contains (text, "\"ties\": []");
  assert_same (scheme, read);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data/scheme-table/round-trip", test_round_trip);
  g_test_add_func ("/data/scheme-table/round-trip-of-notices", test_round_trip_of_notices);
  g_test_add_func ("/data/scheme-table/round-trip-of-odd-texts", test_round_trip_of_odd_texts);
  g_test_add_func ("/data/scheme-table/typed-by-hand", test_typed_by_hand);
  for (gsize i = 0; i < G_N_ELEMENTS (fault_cases); i++)
    {
      g_autofree gchar *path = g_strdup_printf ("/data/scheme-table/fault/%s", fault_cases[i].name);

      g_test_add_data_func (path, &fault_cases[i], test_fault);
    }
  g_test_add_func ("/data/scheme-table/fault/unknown-heading", test_unknown_heading);
  g_test_add_func ("/data/scheme-table/fault/other-workbook", test_other_workbook);

  g_test_add_func ("/data/scheme-table/empty-ties", test_empty_ties);

  return g_test_run ();
}
