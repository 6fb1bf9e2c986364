/* kp-scheme-draft-read.c – reads a draft into a scheme, and tells in which cell what is wrong.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Problems are told by the path of a scheme file:
 *
 *   posts[2].places               岗位, the third row, 招聘人数
 *   written.sites[0].rooms[4]     笔试-考点-考场, the fifth row of those that belong to the first row of 笔试-考点
 *   totals[0].weights.written     综合成绩算法, the first row, 笔试成绩权重
 *   quota.ratio                   方案, 开考比例 */

#include "kp-scheme-draft-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WORD_SEPARATOR "、"

/**
 * kp_draft_problem_free:
 * @problem: (nullable) (transfer full): a problem
 */
void
kp_draft_problem_free (KpDraftProblem *problem)
{
  if (problem == NULL)
    return;
  g_free (problem->sentence);
  g_free (problem);
}

/* ---- the tables as kp-scheme-table.h has them ---- */

static GStrv
dup_row (const KpSchemeDraft *self,
         guint                sheet,
         guint                row)
{
  const guint n = kp_scheme_draft_get_n_columns (self, sheet);
  GStrv       cells = g_new0 (gchar *, n + 1);

  for (guint c = 0; c < n; c++)
    cells[c] = g_strdup (kp_scheme_draft_get_cell (self, sheet, row, c));
  return cells;
}

static GStrv
dup_titles (const KpSchemeDraft *self,
            guint                sheet)
{
  const guint n = kp_scheme_draft_get_n_columns (self, sheet);
  GStrv       titles = g_new0 (gchar *, n + 1);

  for (guint c = 0; c < n; c++)
    titles[c] = g_strdup (kp_scheme_draft_get_column (self, sheet, c)->title);
  return titles;
}

static KpSchemeSheet *
make_main (const KpSchemeDraft *self)
{
  KpSchemeSheet *table = kp_scheme_sheet_new (kp_scheme_draft_get_name (self, KP_DRAFT_MAIN));
  const char    *headings[] = { "项目", KP_SCHEME_TABLE_KEY, KP_SCHEME_TABLE_VALUE, NULL };

  g_ptr_array_add (table->rows, g_strdupv ((gchar **) headings));
  for (guint c = 0; c < kp_scheme_draft_get_n_columns (self, KP_DRAFT_MAIN); c++)
    {
      const KpDraftColumn *column = kp_scheme_draft_get_column (self, KP_DRAFT_MAIN, c);
      const char          *cells[] = { column->title, column->path, kp_scheme_draft_get_cell (self, KP_DRAFT_MAIN, 0, c), NULL };

      g_ptr_array_add (table->rows, g_strdupv ((gchar **) cells));
    }
  return table;
}

static GPtrArray *
make_tables (const KpSchemeDraft *self)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_scheme_sheet_free);

  g_ptr_array_add (tables, make_main (self));
  for (guint i = 1; i < kp_scheme_draft_get_n_sheets (self); i++)
    {
      KpSchemeSheet *table = kp_scheme_sheet_new (kp_scheme_draft_get_name (self, i));

      g_ptr_array_add (table->rows, dup_titles (self, i));
      for (guint k = 0; k < kp_scheme_draft_get_n_rows (self, i); k++)
        g_ptr_array_add (table->rows, dup_row (self, i, k));
      g_ptr_array_add (tables, table);
    }
  return tables;
}

/* ---- places ---- */

static gboolean
is_empty (const KpSchemeDraft *self,
          guint                sheet,
          guint                row)
{
  for (guint c = 0; c < kp_scheme_draft_get_n_columns (self, sheet); c++)
    if (*kp_scheme_draft_get_cell (self, sheet, row, c) != '\0')
      return FALSE;
  return TRUE;
}

/* The list that a path goes on with, and what is behind its name. */
static guint
find_list (const KpSchemeDraft *self,
           guint                parent,
           const char          *path,
           const char         **rest)
{
  for (guint i = 1; i < kp_scheme_draft_get_n_sheets (self); i++)
    {
      const KpSchemeForm *form = kp_draft_get_sheet (self, i)->form;

      if (kp_draft_get_parent (self, i) != parent || !g_str_has_prefix (path, form->path))
        continue;
      *rest = path + strlen (form->path);
      if (**rest == '[' || **rest == '\0')
        return i;
    }
  return KP_DRAFT_MAIN;
}

/* Item @index of the list that belongs to a row of the parent's sheet; empty rows are no items. */
static guint
find_row (const KpSchemeDraft *self,
          guint                parent,
          guint                parent_row,
          guint                sheet,
          guint64              index)
{
  for (guint i = 0; i < kp_scheme_draft_get_n_rows (self, sheet); i++)
    if (!is_empty (self, sheet, i) && kp_draft_belongs (self, parent, parent_row, sheet, i) && index-- == 0)
      return i;
  return G_MAXUINT;
}

/* The column whose path is the longest begin: weights.written of weights.written, ties of ties[1].field. */
static guint
find_column (const KpSchemeDraft *self,
             guint                sheet,
             const char          *path)
{
  gsize best = 0;
  guint found = G_MAXUINT;

  for (guint c = 0; c < kp_scheme_draft_get_n_columns (self, sheet); c++)
    {
      const char *own = kp_scheme_draft_get_column (self, sheet, c)->path;
      const gsize length = own != NULL ? strlen (own) : 0;

      if (length > best && g_str_has_prefix (path, own) && strchr (".[", path[length]) != NULL)
        {
          best = length;
          found = c;
        }
    }
  return found;
}

static void
find_place (const KpSchemeDraft *self,
            const char          *path,
            KpDraftProblem      *problem)
{
  guint       sheet = KP_DRAFT_MAIN, row = 0;
  const char *at = path;

  for (;;)
    {
      const char *rest = at;
      const guint list = find_list (self, sheet, at, &rest);
      char       *end = NULL;

      if (list == KP_DRAFT_MAIN || row == G_MAXUINT)
        break;
      row = *rest == '[' ? find_row (self, sheet, row, list, g_ascii_strtoull (rest + 1, &end, 10)) : G_MAXUINT;
      sheet = list;
      at = end != NULL && *end == ']' ? end + 1 : "";
      at += *at == '.';
    }
  problem->sheet = sheet;
  problem->row = row;
  problem->column = *at != '\0' && row != G_MAXUINT ? find_column (self, sheet, at) : G_MAXUINT;
  if (sheet == KP_DRAFT_MAIN && problem->column == G_MAXUINT)
    problem->sheet = G_MAXUINT;
}

/* The names of the file are read as well. */
static gboolean
is_name (const KpSchemeDraft *self,
         const KpDraftProblem *problem,
         const char           *text)
{
  const KpDraftSheet   *sheet = kp_draft_get_sheet (self, problem->sheet);
  const GPtrArray      *columns = sheet->form != NULL ? sheet->form->columns : self->main;
  const KpSchemeColumn *column = problem->column >= sheet->n_parents
                                     ? g_ptr_array_index (columns, problem->column - sheet->n_parents)
                                     : NULL;

  for (guint i = 0; column != NULL && column->field->get_name != NULL && i < column->field->n_names; i++)
    if (strcmp (column->field->get_name (i), text) == 0)
      return TRUE;
  return FALSE;
}

/* A word that the cell doesn't have is answered with those that it has, and not with the names of a scheme file; NULL when
 * every word is one of them. */
static gchar *
dup_word_fault (const KpSchemeDraft  *self,
                const KpDraftProblem *problem)
{
  const KpDraftColumn *column;
  g_auto (GStrv)       parts = NULL;

  if (problem->sheet == G_MAXUINT || problem->row == G_MAXUINT || problem->column == G_MAXUINT)
    return NULL;
  column = kp_scheme_draft_get_column (self, problem->sheet, problem->column);
  if (column->words == NULL || column->words[0] == NULL)
    return NULL;
  parts = g_strsplit (kp_scheme_draft_get_cell (self, problem->sheet, problem->row, problem->column), WORD_SEPARATOR, -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *part = g_strstrip (parts[i]);

      if (*part != '\0' && !g_strv_contains ((const gchar *const *) column->words, part) && !is_name (self, problem, part))
        {
          g_autofree gchar *words = g_strjoinv (WORD_SEPARATOR, column->words);

          return g_strdup_printf (_("“%s” is none of the words that this cell may have: %s."), part, words);
        }
    }
  return NULL;
}

/**
 * kp_scheme_draft_add_problem:
 * @from: what was found wrong with the scheme that the draft was read into
 * @problems: (element-type KpDraftProblem): gets it, with its cell
 */
void
kp_scheme_draft_add_problem (const KpSchemeDraft   *self,
                             const KpSchemeProblem *from,
                             GPtrArray             *problems)
{
  KpDraftProblem *problem = g_new0 (KpDraftProblem, 1);

  find_place (self, from->path, problem);
  problem->sentence = dup_word_fault (self, problem);
  if (problem->sentence == NULL)
    problem->sentence = g_strdup (from->message);
  problem->is_warning = from->is_warning;
  g_ptr_array_add (problems, problem);
}

/**
 * kp_scheme_draft_read:
 * @problems: (out) (transfer full) (element-type KpDraftProblem): all that is wrong, and what should be looked at
 *
 * Returns: (transfer full) (nullable): the scheme, or %NULL when something must be corrected first
 */
KpScheme *
kp_scheme_draft_read (const KpSchemeDraft *self,
                      GPtrArray          **problems)
{
  g_autoptr (GPtrArray) tables = make_tables (self);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError)    error = NULL;
  KpScheme             *scheme = kp_scheme_from_sheets (tables, &found, &error);

  *problems = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_draft_problem_free);
  for (guint i = 0; found != NULL && i < found->len; i++)
    kp_scheme_draft_add_problem (self, g_ptr_array_index (found, i), *problems);
  if (scheme == NULL && (*problems)->len == 0)
    {
      KpDraftProblem *problem = g_new0 (KpDraftProblem, 1);

      problem->sheet = G_MAXUINT;
      problem->sentence = g_strdup (error->message);
      g_ptr_array_add (*problems, problem);
    }
  return scheme;
}
