/* test-case-run.c – made-up applicants held against a scheme, computed by hand: what the file says counts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-case.h"
#include "kp-scheme-json.h"
#include "kp-test.h"

#include <string.h>

/* Keys of the scheme beside its posts A and B of one place, and of the case beside its rule. */
typedef struct
{
  const char *name;
  const char *scheme;
  const char *body;
  const char *expect;
} Row;

#define PERSON(number, post, marks) \
  "{ \"number\": \"" number "\", \"post\": \"" post "\", \"review\": \"pass\", " marks " }"
#define MARKS(written, interview) "\"papers\": { \"01\": " written " }, \"interview\": " interview

static const Row rows[] = {
  /* Proposed by the facts, claimed a day late. */
  { "bonus-claimed-late",
    ", \"bonus\": { \"items\": [ { \"code\": \"army\", \"label\": \"退役军人\", \"points\": 5, \"due\": \"2026-03-15\", "
    "\"condition\": { \"veteran\": true } } ] }",
    "\"persons\": [ "
    PERSON ("1", "A", "\"facts\": { \"veteran\": true }, \"bonus_claimed\": { \"army\": \"2026-03-15\" }, " MARKS ("80", "80")) ", "
    PERSON ("2", "A", "\"facts\": { \"veteran\": true }, \"bonus_claimed\": { \"army\": \"2026-03-16\" }, " MARKS ("80", "80")) " ]",
    "{ \"persons\": { \"1\": { \"bonus\": 5, \"total\": \"82.50\" }, \"2\": { \"bonus\": 0, \"total\": \"80\" } } }" },
};

static void
test_row (gconstpointer data)
{
  const Row               *row = data;
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree gchar        *scheme_text
      = g_strdup_printf ("{ \"kaopin-scheme\": 2, \"code\": \"a\", \"title\": \"公告\", \"posts\": [ "
                         "{ \"code\": \"A\", \"name\": \"甲\", \"places\": 1 }, { \"code\": \"B\", \"name\": \"乙\", \"places\": 1 } ]%s }",
                         row->scheme);
  g_autofree gchar        *text = g_strdup_printf ("{ \"kaopin-case\": 1, \"cases\": [ { \"rule\": \"规则\", %s, \"expect\": %s } ] }",
                                                   row->body, row->expect);
  g_autofree gchar        *path = kp_test_folder_write (folder, "cases.json", text, -1);
  g_autoptr (GError)       error = NULL;
  g_autoptr (KpScheme)     scheme = kp_scheme_json_parse (scheme_text, -1, NULL, &error);
  g_autoptr (KpCaseFile)   file = NULL;
  g_autoptr (JsonObject)   actual = NULL;
  g_autoptr (GPtrArray)    differences = NULL;
  const KpCase            *item;

  g_assert_no_error (error);
  file = kp_case_file_load (path, &error);
  g_assert_no_error (error);
  item = g_ptr_array_index (file->cases, 0);
  kp_case_check (item, scheme, &error);
  g_assert_no_error (error);
  actual = kp_case_run (item, scheme, &error);
  g_assert_no_error (error);
  differences = kp_case_compare (item->expect, actual);
  for (guint i = 0; i < differences->len; i++)
    g_test_message ("%s", (const char *) g_ptr_array_index (differences, i));
  g_assert_cmpuint (differences->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree gchar *path = g_strconcat ("/data/case-run/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }

  return g_test_run ();
}
