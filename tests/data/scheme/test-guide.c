/* test-guide.c – the guide of the scheme form: its blocks are accepted, its tables say the defaults that the program has.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-case.h"
#include "kp-scheme-json.h"
#include "kp-scheme-keys.h"
#include "kp-test.h"

#include <string.h>

#define POSTS "\"posts\": [ { \"code\": \"A\", \"name\": \"综合岗\", \"places\": 2 } ]"

static gchar *
read_guide (void)
{
  g_autofree gchar *path = g_test_build_filename (G_TEST_DIST, "..", "app", "help", "scheme.md", NULL);

  return kp_test_read (path, NULL);
}

/* ---- blocks ---- */

/* A block is a whole scheme, a case file, or members that stand in a scheme beside the others. */
static gchar *
dup_scheme (const char *block)
{
  g_autoptr (JsonNode) node = json_from_string (block, NULL);
  const char          *rest = strchr (block, '{');
  gboolean             has_posts;

  g_assert_nonnull (node);
  if (json_object_has_member (json_node_get_object (node), "kaopin-scheme"))
    return g_strdup (block);

  has_posts = json_object_has_member (json_node_get_object (node), "posts");
  return g_strdup_printf ("{ \"kaopin-scheme\": 2, \"code\": \"guide\", \"title\": \"公告\", %s%s%s", has_posts ? "" : POSTS ", ",
                          "", rest + 1);
}

static void
check_cases (const char *block,
             const char *scheme_text)
{
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree gchar        *path = kp_test_folder_write (folder, "cases.json", block, -1);
  g_autoptr (GError)       error = NULL;
  g_autoptr (KpScheme)     scheme = kp_scheme_json_parse (scheme_text, -1, NULL, &error);
  g_autoptr (KpCaseFile)   file = kp_case_file_load (path, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < file->cases->len; i++)
    {
      const KpCase          *item = g_ptr_array_index (file->cases, i);
      g_autoptr (JsonObject) actual = NULL;
      g_autoptr (GPtrArray)  differences = NULL;

      g_assert_true (kp_case_check (item, scheme, &error));
      actual = kp_case_run (item, scheme, &error);
      g_assert_no_error (error);
      differences = kp_case_compare (item->expect, actual);
      for (guint j = 0; j < differences->len; j++)
        g_test_message ("%s", (const char *) g_ptr_array_index (differences, j));
      g_assert_cmpuint (differences->len, ==, 0);
    }
}

static void
test_blocks (void)
{
  g_autofree gchar *guide = read_guide ();
  g_auto (GStrv)    parts = g_strsplit (guide, "\n```json\n", -1);
  g_autofree gchar *last = NULL;
  guint             n = 0;

  for (guint i = 1; parts[i] != NULL; i++)
    {
      g_auto (GStrv)       halves = g_strsplit (parts[i], "\n```", 2);
      g_autofree gchar    *text = NULL;
      g_autoptr (GError)   error = NULL;
      g_autoptr (KpScheme) scheme = NULL;

      n++;
      if (strstr (halves[0], "\"kaopin-case\"") != NULL)
        {
          check_cases (halves[0], last);
          continue;
        }
      text = dup_scheme (halves[0]);
      scheme = kp_scheme_json_parse (text, -1, NULL, &error);
      if (scheme == NULL)
        {
          g_test_message ("%s\n%s", error->message, text);
          g_test_fail ();
        }
      g_free (last);
      last = g_steal_pointer (&text);
    }
  g_assert_cmpuint (n, >, 60);
}

/* ---- defaults ---- */

/* Defaults that are said in words, with what the program has in their place. */
static const struct
{
  const char *said;
  const char *usual;
} words[] = {
  { "空", "\"\"" },
  { "空", "[]" },
  { "空", "" },
  { "空 = 考官打总分", "" },
  { "无", "" },
  { "无线", "" },
  { "无", "\"\"" },
  { "全部", "[]" },
  { "空 = 都补", "" },
  { "人人都问", "" },
  { "标准句", "" },
  { "不表决", "" },
  { "自成一组", "" },
  { "全部科目", "" },
  { "报名截止", "registration_to" },
  { "第一个公式", "totals[0].id" },
  { "第一个不含笔试的", "" },
  { "`applies` 时须写", "" },
  { "有 `points_per_year` 时须写", "" },
  { "用 `quota.ratio`", "quota.ratio" },
  { "用 `quota.action`", "quota.action" },
  { "按 `shortlist.tiers`", "shortlist.tiers" },
  { "用 `shortlist.basis`", "shortlist.basis" },
  { "1:3", "[{\"from_places\":1,\"to_places\":0,\"ratio\":\"3\",\"plus\":0}]" },
  { "笔试、面试各 50%", "" },
  { "见下", NULL },
  { "一科“01 笔试”，满分 100", "[{\"code\":\"01\",\"name\":\"笔试\",\"full\":\"100\",\"decimals\":2,\"weight\":\"100%\",\"line_strict\":false,\"elsewhere\":false}]" },
};

static const KpSchemeKey *
find_key (const GPtrArray *keys,
          const char      *path)
{
  for (guint i = 0; i < keys->len; i++)
    if (strcmp (((const KpSchemeKey *) g_ptr_array_index (keys, i))->path, path) == 0)
      return g_ptr_array_index (keys, i);

  return NULL;
}

/* "7" is 7 and "7"; `half_up` is "half_up". */
static gboolean
is_usual (const char *said,
          const char *usual)
{
  g_autofree gchar *plain = g_strdup (said);
  g_autofree gchar *bare = g_strdup (usual);
  KpFraction        one, other;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].said, said) == 0 && (words[i].usual == NULL || strcmp (words[i].usual, usual) == 0))
      return TRUE;

  g_strdelimit (plain, "`\"", ' ');
  g_strdelimit (bare, "\"", ' ');
  g_strstrip (plain);
  g_strstrip (bare);
  if (strcmp (plain, bare) == 0)
    return TRUE;
  return kp_weight_parse (plain, &one, NULL) && kp_weight_parse (bare, &other, NULL) && kp_fraction_compare (one, other) == 0;
}

static void
check_default (const GPtrArray *keys,
               const char      *path,
               const char      *said,
               guint           *n)
{
  const KpSchemeKey *key = find_key (keys, path);

  if (key == NULL)
    {
      g_test_message ("%s: the guide has a key that there isn't", path);
      g_test_fail ();
      return;
    }
  (*n)++;
  if (key->is_required || strcmp (said, "") == 0 || is_usual (said, key->usual))
    return;
  g_test_message ("%s: the guide says “%s”, the program has “%s”", path, said, key->usual);
  g_test_fail ();
}

/* One row: several keys may share it, with one default for all or one for each. */
static void
check_row (const GPtrArray *keys,
           const char      *prefix,
           GStrv            cells,
           guint           *n)
{
  g_auto (GStrv)    names = g_strsplit (cells[1], "`", -1);
  g_autofree gchar *said = g_strdup (cells[4]);
  g_auto (GStrv)    each = g_strsplit (g_strstrip (said), "、", -1);
  const guint       n_names = g_strv_length (names) / 2;

  for (guint i = 0; i < n_names; i++)
    {
      g_autofree gchar *path = g_strconcat (prefix, names[2 * i + 1], NULL);

      check_default (keys, path, g_strstrip (g_strv_length (each) == n_names ? each[i] : said), n);
    }
}

/* "键（`written.papers[]`）": what its keys stand under; other tables say whole paths, or nothing of keys. */
static gchar *
dup_prefix (const char *heading)
{
  g_auto (GStrv) parts = g_strsplit (heading, "`", -1);

  if (!g_str_has_prefix (heading, " 键"))
    return NULL;
  if (g_strv_length (parts) < 3)
    return g_strdup ("");

  return g_strconcat (parts[1], ".", NULL);
}

static void
test_defaults (void)
{
  g_autofree gchar     *guide = read_guide ();
  g_auto (GStrv)        lines = g_strsplit (guide, "\n", -1);
  g_autoptr (GPtrArray) keys = kp_scheme_list_keys ();
  g_autofree gchar     *prefix = NULL;
  gboolean              is_inside = FALSE;
  guint                 n = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "|", -1);
      const gboolean is_row = g_strv_length (cells) == 6 && *cells[0] == '\0';

      if (is_row && !is_inside)
        {
          g_clear_pointer (&prefix, g_free);
          if (strcmp (cells[4], " 缺省 ") == 0 && strstr (cells[1], "考务") == NULL)
            prefix = dup_prefix (cells[1]);
        }
      else if (is_row && prefix != NULL && strchr (cells[1], '`') != NULL && strstr (cells[1], "的 `") == NULL
               && strstr (cells[1], "seat.") == NULL && strstr (cells[1], "clauses[]") == NULL
               && strstr (cells[1], "wordings[]") == NULL && strstr (cells[1], "letterheads[]") == NULL)
        check_row (keys, prefix, cells, &n);
      is_inside = is_row;
    }
  g_assert_cmpuint (n, >, 180);
}

/* What is left out stands somewhere else, and the list of keys says where. */
static void
test_stand_ins (void)
{
  g_autoptr (GPtrArray) keys = kp_scheme_list_keys ();

  g_assert_cmpstr (find_key (keys, "posts[].total")->usual, ==, "totals[0].id");
  g_assert_cmpstr (find_key (keys, "credential.fact")->usual, ==, "grid_since");
  g_assert_cmpstr (find_key (keys, "shortlist.tiers")->usual, ==, "[{\"from_places\":1,\"to_places\":0,\"ratio\":\"3\",\"plus\":0}]");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data/guide/blocks", test_blocks);
  g_test_add_func ("/data/guide/defaults", test_defaults);
  g_test_add_func ("/data/guide/stand-ins", test_stand_ins);

  return g_test_run ();
}
