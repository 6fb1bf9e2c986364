/* test-scheme-draft.c – a scheme that is being written: what changes with what, where a fault is told, the way back.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-draft.h"
#include "kp-test.h"

#include <string.h>

static KpSchemeDraft *
open_sample (void)
{
  g_autofree gchar    *path = kp_test_dup_shipped ("real/scheme-2026.json");
  g_autoptr (GError)   error = NULL;
  g_autoptr (KpScheme) scheme = kp_scheme_json_load (path, NULL, &error);

  g_assert_no_error (error);
  return kp_scheme_draft_new (scheme);
}

static guint
find_sheet (const KpSchemeDraft *draft,
            const char          *name)
{
  for (guint i = 0; i < kp_scheme_draft_get_n_sheets (draft); i++)
    if (strcmp (kp_scheme_draft_get_name (draft, i), name) == 0)
      return i;
  g_error ("no sheet %s", name);
}

static guint
find_column (const KpSchemeDraft *draft,
             guint                sheet,
             const char          *title)
{
  for (guint i = 0; i < kp_scheme_draft_get_n_columns (draft, sheet); i++)
    if (strcmp (kp_scheme_draft_get_column (draft, sheet, i)->title, title) == 0)
      return i;
  g_error ("no column %s", title);
}

static void
set (KpSchemeDraft *draft,
     const char    *sheet,
     guint          row,
     const char    *title,
     const char    *text)
{
  const guint number = find_sheet (draft, sheet);

  kp_scheme_draft_set_cell (draft, number, row, find_column (draft, number, title), text);
}

static const char *
get (const KpSchemeDraft *draft,
     const char          *sheet,
     guint                row,
     const char          *title)
{
  const guint number = find_sheet (draft, sheet);

  return kp_scheme_draft_get_cell (draft, number, row, find_column (draft, number, title));
}

static char *
dup_digest (const KpSchemeDraft *draft)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (KpScheme)  scheme = kp_scheme_draft_read (draft, &problems);

  g_assert_nonnull (scheme);
  return kp_scheme_json_dup_digest (scheme);
}

/* Nothing is lost by being looked at. */
static void
test_round_trip (void)
{
  static const char *const files[] = { "real/scheme-2026.json", "data/scheme/rich.json", "data/scheme/other.json" };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree gchar         *path = kp_test_dup_shipped (files[i]);
      g_autoptr (KpScheme)      scheme = kp_scheme_json_load (path, NULL, NULL);
      g_autoptr (KpSchemeDraft) draft = kp_scheme_draft_new (scheme);
      g_autofree gchar         *before = kp_scheme_json_dup_digest (scheme);
      g_autofree gchar         *after = dup_digest (draft);

      g_assert_cmpstr (before, ==, after);
    }
}

/* Every key of a scheme file has its cell. */
static void
test_all_keys (void)
{
  g_autoptr (KpSchemeDraft) draft = open_sample ();
  guint                     n = 0;

  for (guint i = 0; i < kp_scheme_draft_get_n_sheets (draft); i++)
    for (guint c = 0; c < kp_scheme_draft_get_n_columns (draft, i); c++)
      {
        const KpDraftColumn *column = kp_scheme_draft_get_column (draft, i, c);

        g_assert_nonnull (column->section);
        g_assert_cmpstr (column->title, !=, "");
        g_assert_true ((column->words != NULL) == (column->kind == KP_DRAFT_WORD || column->kind == KP_DRAFT_WORDS));
        n += column->path != NULL;
      }
  g_assert_cmpuint (n, >, 450);
}

static GStrv
dup_words (const KpSchemeDraft *draft,
           const char          *sheet,
           const char          *title,
           GStrv               *labels)
{
  const guint number = find_sheet (draft, sheet);

  return kp_scheme_draft_dup_words (draft, number, find_column (draft, number, title), labels);
}

/* Of words, of the items of another list, of texts. */
static void
test_words (void)
{
  static const struct
  {
    const char *sheet;
    const char *title;
    const char *word;
    const char *label;
  } cases[] = {
    { "岗位", "招聘类别", "定向招聘退役军人", "定向招聘退役军人" },
    { "岗位", "参加笔试", "是", "是" },
    { "岗位", "所在街道", "01", "01　城关街道" },
    { "岗位", "综合成绩算法", "exam", "exam　笔试和面试" },
    { "岗位-岗位条件", "所属岗位", "A02", "A02　党建岗" },
    { "笔试-考试场次", "科目", "general", NULL },
    { "自定文字", "代码", "letter-hire", NULL },
  };
  g_autoptr (KpSchemeDraft) draft = open_sample ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv)     labels = NULL;
      g_auto (GStrv)     words = dup_words (draft, cases[i].sheet, cases[i].title, &labels);
      g_autofree gchar *all = g_strjoinv ("|", words);

      g_assert_cmpuint (g_strv_length (words), ==, g_strv_length (labels));
      g_test_message ("%s: %s", cases[i].title, all);
      for (guint k = 0; words[k] != NULL && cases[i].label != NULL; k++)
        if (strcmp (words[k], cases[i].word) == 0)
          g_assert_cmpstr (labels[k], ==, cases[i].label);
      if (cases[i].label != NULL || strcmp (cases[i].word, "letter-hire") == 0)
        g_assert_true (g_strv_contains ((const char *const *) words, cases[i].word));
      g_assert_cmpuint (g_strv_length (words), >, 0);
    }
}

static void
test_change (void)
{
  g_autoptr (KpSchemeDraft) draft = open_sample ();
  g_autoptr (GPtrArray)     problems = NULL;
  g_autoptr (KpScheme)      scheme = NULL;

  set (draft, "岗位", 0, "招聘人数", "13");
  set (draft, "方案", 0, "组织单位", "某委员会");
  scheme = kp_scheme_draft_read (draft, &problems);
  g_assert_nonnull (scheme);
  g_assert_cmpuint (((const KpSchemePost *) g_ptr_array_index (scheme->posts, 0))->places, ==, 13);
  g_assert_cmpstr (scheme->committee, ==, "某委员会");
}

/* What belongs to a post goes with its name. */
static void
test_rename (void)
{
  g_autoptr (KpSchemeDraft) draft = open_sample ();
  const guint               requirements = find_sheet (draft, "岗位-岗位条件");
  guint                     n = 0;

  set (draft, "岗位", 1, "代码", "Z99");
  for (guint i = 0; i < kp_scheme_draft_get_n_rows (draft, requirements); i++)
    {
      g_assert_cmpstr (kp_scheme_draft_get_cell (draft, requirements, i, 0), !=, "A02");
      n += strcmp (kp_scheme_draft_get_cell (draft, requirements, i, 0), "Z99") == 0;
    }
  g_assert_cmpuint (n, >, 0);
}

static void
test_remove (void)
{
  g_autoptr (KpSchemeDraft) draft = open_sample ();
  const guint               requirements = find_sheet (draft, "岗位-岗位条件");
  const guint               before = kp_scheme_draft_get_n_rows (draft, requirements);
  g_autofree gchar         *digest = dup_digest (draft);
  g_autofree gchar         *after = NULL;

  kp_scheme_draft_remove_row (draft, find_sheet (draft, "岗位"), 1);
  g_assert_cmpuint (kp_scheme_draft_get_n_rows (draft, requirements), <, before);
  kp_scheme_draft_undo (draft);
  g_assert_cmpuint (kp_scheme_draft_get_n_rows (draft, requirements), ==, before);
  after = dup_digest (draft);
  g_assert_cmpstr (digest, ==, after);
}

/* As copied from a spreadsheet: what a list lacks in rows is added. */
static void
test_paste (void)
{
  g_autoptr (KpSchemeDraft) draft = open_sample ();
  const guint               posts = find_sheet (draft, "岗位");
  const guint               n = kp_scheme_draft_get_n_rows (draft, posts);
  const guint               written = kp_scheme_draft_paste (draft, posts, n - 1, 0, "E01\t综合岗\t03\t2\r\nE02\t新岗 \t03\t4\n");

  g_assert_cmpuint (written, ==, 8);
  g_assert_cmpuint (kp_scheme_draft_get_n_rows (draft, posts), ==, n + 1);
  g_assert_cmpstr (get (draft, "岗位", n, "名称"), ==, "新岗");
  g_assert_cmpstr (get (draft, "岗位", n, "招聘人数"), ==, "4");
  kp_scheme_draft_undo (draft);
  g_assert_cmpuint (kp_scheme_draft_get_n_rows (draft, posts), ==, n);
}

static void
test_way_back (void)
{
  g_autoptr (KpSchemeDraft) draft = open_sample ();

  g_assert_false (kp_scheme_draft_may_undo (draft));
  set (draft, "岗位", 0, "招聘人数", "1");
  set (draft, "岗位", 0, "招聘人数", "2");
  set (draft, "岗位", 0, "招聘人数", "2");
  kp_scheme_draft_undo (draft);
  g_assert_cmpstr (get (draft, "岗位", 0, "招聘人数"), ==, "1");
  kp_scheme_draft_undo (draft);
  g_assert_cmpstr (get (draft, "岗位", 0, "招聘人数"), ==, "12");
  g_assert_false (kp_scheme_draft_may_undo (draft));
  kp_scheme_draft_redo (draft);
  g_assert_cmpstr (get (draft, "岗位", 0, "招聘人数"), ==, "1");
  g_assert_true (kp_scheme_draft_may_redo (draft));
  set (draft, "岗位", 0, "招聘人数", "3");
  g_assert_false (kp_scheme_draft_may_redo (draft));
}

/* ---- where a fault is ---- */

typedef struct
{
  const char *path;
  const char *sheet;
  guint       row;
  const char *title;
  const char *text;
} Fault;

static const Fault faults[] = {
  { "count", "岗位", 2, "招聘人数", "八" },
  { "word", "岗位", 0, "招聘类别", "随便" },
  { "alone", "方案", 0, "报名截止日期", "2026-02-30" },
  { "ratio", "方案", 0, "开考比例", "3:1" },
  { "in-a-list-of-a-list", "笔试-考点-考场", 3, "座位数", "三十" },
  { "of-a-post", "岗位-岗位条件", 1, "要求", "{ \"party\": true }" },
  { "weight", "综合成绩算法", 0, "笔试成绩权重", "很多" },
};

static void
test_fault (gconstpointer data)
{
  const Fault              *fault = data;
  g_autoptr (KpSchemeDraft) draft = open_sample ();
  const guint               sheet = find_sheet (draft, fault->sheet);
  g_autoptr (GPtrArray)     problems = NULL;
  g_autoptr (KpScheme)      scheme = NULL;
  const KpDraftProblem     *problem;

  set (draft, fault->sheet, fault->row, fault->title, fault->text);
  scheme = kp_scheme_draft_read (draft, &problems);
  g_assert_null (scheme);
  g_assert_cmpuint (problems->len, ==, 1);
  problem = g_ptr_array_index (problems, 0);
  g_assert_false (problem->is_warning);
  g_assert_cmpuint (problem->sheet, ==, sheet);
  g_assert_cmpuint (problem->row, ==, fault->row);
  g_assert_cmpuint (problem->column, ==, find_column (draft, sheet, fault->title));
}

/* The words that the cell offers, and not the names of the file; the names are read all the same. */
static void
test_wrong_word (void)
{
  g_autoptr (KpSchemeDraft) draft = open_sample ();
  g_autoptr (GPtrArray)     problems = NULL;
  g_autoptr (GPtrArray)     none = NULL;
  g_autoptr (KpScheme)      scheme = NULL;
  const char               *sentence;

  set (draft, "岗位", 0, "招聘类别", "随便");
  g_assert_null (kp_scheme_draft_read (draft, &problems));
  sentence = ((const KpDraftProblem *) g_ptr_array_index (problems, 0))->sentence;
  kp_test_assert_contains (sentence, "“随便”");
  kp_test_assert_contains (sentence, "面向社会公开招聘、定向招聘退役军人、");
  g_assert_null (strstr (sentence, "veteran"));
  set (draft, "岗位", 0, "招聘类别", "open");
  scheme = kp_scheme_draft_read (draft, &none);
  g_assert_nonnull (scheme);
}

/* A row between others that is still empty moves no place. */
static void
test_fault_behind_empty_row (void)
{
  g_autoptr (KpSchemeDraft) draft = open_sample ();
  const guint               posts = find_sheet (draft, "岗位");
  const guint               n = kp_scheme_draft_get_n_rows (draft, posts);
  g_autoptr (GPtrArray)     problems = NULL;
  g_autoptr (KpScheme)      scheme = NULL;

  kp_scheme_draft_add_row (draft, posts);
  kp_scheme_draft_paste (draft, posts, n + 1, 0, "F01\t新岗\t\t许多");
  scheme = kp_scheme_draft_read (draft, &problems);
  g_assert_null (scheme);
  g_assert_cmpuint (((const KpDraftProblem *) g_ptr_array_index (problems, 0))->row, ==, n + 1);
}

static void
test_unknown_parent (void)
{
  g_autoptr (KpSchemeDraft) draft = open_sample ();
  g_autoptr (GPtrArray)     problems = NULL;
  g_autoptr (KpScheme)      scheme = NULL;

  kp_scheme_draft_set_cell (draft, find_sheet (draft, "岗位-岗位条件"), 0, 0, "没有的");
  scheme = kp_scheme_draft_read (draft, &problems);
  g_assert_null (scheme);
  g_assert_cmpuint (problems->len, ==, 1);
  kp_test_assert_contains (((const KpDraftProblem *) g_ptr_array_index (problems, 0))->sentence, "没有的");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data/scheme-draft/round-trip", test_round_trip);
  g_test_add_func ("/data/scheme-draft/all-keys", test_all_keys);
  g_test_add_func ("/data/scheme-draft/words", test_words);
  g_test_add_func ("/data/scheme-draft/change", test_change);
  g_test_add_func ("/data/scheme-draft/rename", test_rename);
  g_test_add_func ("/data/scheme-draft/remove", test_remove);
  g_test_add_func ("/data/scheme-draft/paste", test_paste);
  g_test_add_func ("/data/scheme-draft/way-back", test_way_back);
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree gchar *path = g_strconcat ("/data/scheme-draft/fault/", faults[i].path, NULL);

      g_test_add_data_func (path, &faults[i], test_fault);
    }
  g_test_add_func ("/data/scheme-draft/fault-behind-empty-row", test_fault_behind_empty_row);
  g_test_add_func ("/data/scheme-draft/unknown-parent", test_unknown_parent);
  g_test_add_func ("/data/scheme-draft/wrong-word", test_wrong_word);
  return g_test_run ();
}
