/* test-notices.c – the rules of 69 real notices, and of composed ones for what none of them states: each stated, expressed in a
 * scheme, and executed against a case.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* NN-name.scheme.json says what the notice says; NN-name.cases.json lists every rule that the notice states, with the
 * paths where the scheme says it, and cases computed by hand: what the rules give, and what they would give if the scheme
 * lacked that one rule. A rule counts as executed when taking it away changes the answer. */

#include "kp-case.h"
#include "kp-scheme-explain.h"
#include "kp-scheme-json.h"
#include "kp-test.h"

#include <locale.h>
#include <string.h>

typedef struct
{
  gchar *stem;
  guint  n_stated;
  guint  n_expressed;
  guint  n_executable;
  guint  n_executed;
} Notice;

static void
notice_free (gpointer data)
{
  Notice *notice = data;

  g_free (notice->stem);
  g_free (notice);
}

static gchar *
dup_path (const Notice *notice,
          const char   *what)
{
  g_autofree gchar *name = g_strdup_printf ("notices/%s.%s.json", notice->stem, what);

  return kp_test_dup_shipped (name);
}

/* A draft whose refusal would hide the case is a fault of the file. */
static KpScheme *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  KpScheme          *scheme = kp_scheme_json_parse (text, -1, NULL, &error);

  if (scheme == NULL)
    {
      g_test_message ("%s", error->message);
      g_test_fail ();
    }

  return scheme;
}

static void
check_as_expected (const KpCase   *item,
                   const KpScheme *scheme,
                   JsonObject     *expected)
{
  g_autoptr (GError)     error = NULL;
  g_autoptr (JsonObject) actual = kp_case_run (item, scheme, &error);
  g_autoptr (GPtrArray)  differences = NULL;

  if (actual == NULL)
    {
      g_test_message ("%s: %s", item->rule, error->message);
      g_test_fail ();
      return;
    }
  differences = kp_case_compare (expected, actual);
  for (guint i = 0; i < differences->len; i++)
    g_test_message ("%s: %s", item->rule, (const char *) g_ptr_array_index (differences, i));
  if (differences->len > 0)
    g_test_fail ();
}

/* Whether the rules, without this one, would not give what the case expects. */
static gboolean
matters (const KpCase *item,
         const char   *text)
{
  g_autoptr (GError)     error = NULL;
  g_autofree gchar      *patched = kp_case_patch_scheme (text, item->without, &error);
  g_autoptr (KpScheme)   scheme = NULL;
  g_autoptr (JsonObject) actual = NULL;
  g_autoptr (GPtrArray)  differences = NULL;

  g_assert_no_error (error);
  scheme = parse (patched);
  if (scheme == NULL)
    return FALSE;
  if (item->then != NULL)
    check_as_expected (item, scheme, item->then);
  actual = kp_case_run (item, scheme, NULL);
  differences = actual != NULL ? kp_case_compare (item->expect, actual) : NULL;

  return differences != NULL && differences->len > 0;
}

static gboolean
is_executed (const KpCaseFile *file,
             const char       *rule,
             const char       *text)
{
  for (guint i = 0; i < file->cases->len; i++)
    {
      const KpCase *item = g_ptr_array_index (file->cases, i);

      if (g_strcmp0 (item->rule, rule) == 0 && item->without != NULL && matters (item, text))
        return TRUE;
    }
  g_test_message ("no case shows that the rule matters: %s", rule);

  return FALSE;
}

static void
count_rule (Notice             *notice,
            const KpCaseFile   *file,
            const KpStatedRule *stated,
            const char         *text)
{
  gboolean is_expressed = TRUE;

  for (guint i = 0; stated->paths[i] != NULL; i++)
    if (!kp_case_is_said (text, stated->paths[i]))
      {
        g_test_message ("the scheme says nothing at %s: %s", stated->paths[i], stated->rule);
        is_expressed = FALSE;
      }
  notice->n_stated++;
  notice->n_expressed += is_expressed;
  if (stated->is_informative)
    return;

  notice->n_executable++;
  notice->n_executed += is_executed (file, stated->rule, text);
}

/* The notice of a scheme is made of whole sentences. */
static void
check_explained (const KpScheme *scheme)
{
  g_autoptr (GPtrArray) sections = kp_scheme_explain (scheme);

  for (guint i = 0; i < sections->len; i++)
    {
      const KpNoticeSection *section = g_ptr_array_index (sections, i);

      for (guint j = 0; j < section->paragraphs->len; j++)
        {
          const char *paragraph = g_ptr_array_index (section->paragraphs, j);

          g_assert_null (strstr (paragraph, "(null)"));
          g_assert_true (g_utf8_validate (paragraph, -1, NULL));
        }
    }
}

static void
test_notice (gconstpointer data)
{
  Notice                *notice = (Notice *) data;
  g_autofree gchar      *scheme_path = dup_path (notice, "scheme");
  g_autofree gchar      *cases_path = dup_path (notice, "cases");
  g_autofree gchar      *text = kp_test_read (scheme_path, NULL);
  g_autoptr (GError)     error = NULL;
  g_autoptr (KpScheme)   scheme = parse (text);
  g_autoptr (KpCaseFile) file = kp_case_file_load (cases_path, &error);

  g_assert_no_error (error);
  if (scheme == NULL)
    return;
  check_explained (scheme);
  for (guint i = 0; i < file->cases->len; i++)
    {
      const KpCase *item = g_ptr_array_index (file->cases, i);

      g_assert_nonnull (item->expect);
      if (!kp_case_check (item, scheme, &error))
        g_error ("%s", error->message);
      check_as_expected (item, scheme, item->expect);
    }
  for (guint i = 0; i < file->stated->len; i++)
    count_rule (notice, file, g_ptr_array_index (file->stated, i), text);

  if (notice->n_stated == 0 || notice->n_expressed < notice->n_stated || notice->n_executed < notice->n_executable)
    g_test_fail ();
}

/* The table of all: what is stated, expressed and executed. */
static void
test_table (gconstpointer data)
{
  const GPtrArray *notices = data;
  Notice           sum = { 0 };
  guint            n_real = 0;

  g_test_message ("%-36s %7s %9s %10s %8s", "notice", "stated", "expressed", "executable", "executed");
  for (guint i = 0; i < notices->len; i++)
    {
      const Notice *notice = g_ptr_array_index (notices, i);

      g_test_message ("%-36s %7u %9u %10u %8u", notice->stem, notice->n_stated, notice->n_expressed, notice->n_executable,
                      notice->n_executed);
      n_real += g_ascii_isdigit (*notice->stem); /* the others are composed */
      sum.n_stated += notice->n_stated;
      sum.n_expressed += notice->n_expressed;
      sum.n_executable += notice->n_executable;
      sum.n_executed += notice->n_executed;
    }
  g_test_message ("%-36s %7u %9u %10u %8u", "all", sum.n_stated, sum.n_expressed, sum.n_executable, sum.n_executed);
  g_assert_cmpuint (n_real, ==, 69);
  g_assert_cmpuint (notices->len, >=, n_real + 1);
}

static gint
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  const Notice *first = *(const Notice *const *) a;
  const Notice *second = *(const Notice *const *) b;

  return (gint) (g_ascii_strtoull (first->stem, NULL, 10) - g_ascii_strtoull (second->stem, NULL, 10));
}

static GPtrArray *
list_notices (void)
{
  g_autofree gchar  *folder = kp_test_dup_shipped ("notices");
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir)   dir = g_dir_open (folder, 0, &error);
  GPtrArray         *notices = g_ptr_array_new_with_free_func (notice_free);
  const char        *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".scheme.json"))
      {
        Notice *notice = g_new0 (Notice, 1);

        notice->stem = g_strndup (name, strlen (name) - strlen (".scheme.json"));
        g_ptr_array_add (notices, notice);
      }
  g_ptr_array_sort (notices, compare_numbers);

  return notices;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GPtrArray) notices = NULL;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  notices = list_notices ();
  for (guint i = 0; i < notices->len; i++)
    {
      Notice           *notice = g_ptr_array_index (notices, i);
      g_autofree gchar *path = g_strconcat ("/notices/", notice->stem, NULL);

      g_test_add_data_func (path, notice, test_notice);
    }
  g_test_add_data_func ("/notices/table", notices, test_table);

  return g_test_run ();
}
