/* kp-scheme-draft-words.c – what a cell of a draft may be: words, items of other sheets, texts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-draft-private.h"

#include "kp-scheme-explain.h"
#include "kp-scheme-reference.h"

#include <string.h>

/* What can be chosen, and what the office calls it. */
typedef struct
{
  GStrvBuilder *words;
  GStrvBuilder *labels;
} Choice;

static void
add_choice (Choice     *choice,
            const char *word,
            const char *name)
{
  g_autofree gchar *label = name != NULL && *name != '\0' && strcmp (name, word) != 0 ? g_strdup_printf ("%s　%s", word, name)
                                                                                     : g_strdup (word);

  g_strv_builder_add (choice->words, word);
  g_strv_builder_add (choice->labels, label);
}

/* The items of a sheet by their codes, with the name that stands behind. */
static void
add_items (const KpSchemeDraft *self,
           guint                sheet,
           Choice              *choice)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const guint            name = kp_draft_get_sheet (self, sheet)->n_parents + 1;

  for (guint i = 0; i < kp_scheme_draft_get_n_rows (self, sheet); i++)
    {
      char *key = kp_draft_dup_key (self, sheet, i);

      if (*key != '\0' && !g_hash_table_contains (seen, key))
        add_choice (choice, key,
                    name < kp_scheme_draft_get_n_columns (self, sheet) ? kp_scheme_draft_get_cell (self, sheet, i, name) : NULL);
      g_hash_table_add (seen, key);
    }
}

/* The list that a code is of: where there are several of that key, the one in the same part of the scheme. */
static guint
find_referred (const KpSchemeDraft *self,
               guint                sheet,
               const char          *key)
{
  const char *section = kp_draft_get_sheet (self, sheet)->section;
  guint       found = KP_DRAFT_MAIN;

  for (guint i = 1; i < self->sheets->len; i++)
    if (strcmp (kp_draft_get_sheet (self, i)->form->field->key, key) == 0
        && (found == KP_DRAFT_MAIN || g_strcmp0 (kp_draft_get_sheet (self, i)->section, section) == 0))
      found = i;
  return found;
}

static void
add_codes (const KpSchemeDraft *self,
           guint                sheet,
           guint                column,
           Choice              *choice)
{
  const KpDraftSheet   *own = kp_draft_get_sheet (self, sheet);
  const GPtrArray      *columns = own->form != NULL ? own->form->columns : self->main;
  const KpSchemeColumn *from = g_ptr_array_index (columns, column - own->n_parents);

  if (kp_draft_is_wording (from))
    {
      for (const KpSchemeWord *word = kp_scheme_wordings; word->name != NULL; word++)
        add_choice (choice, word->name, word->word);
      return;
    }
  sheet = find_referred (self, sheet, kp_scheme_reference_get_list (from->object, from->field->key));
  if (sheet != KP_DRAFT_MAIN)
    add_items (self, sheet, choice);
}

/**
 * kp_scheme_draft_dup_words:
 * @labels: (out) (transfer full): for each of them what is shown: a code with the name of the thing
 *
 * Returns: (transfer full) (nullable): what a cell of the column may be; of a parent or a code, the items that there are
 *   now. NULL where anything may be written.
 */
GStrv
kp_scheme_draft_dup_words (const KpSchemeDraft *self,
                           guint                sheet,
                           guint                column,
                           GStrv               *labels)
{
  const KpDraftColumn     *own = kp_scheme_draft_get_column (self, sheet, column);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  Choice                   choice = { words, names };
  guint                    parent = kp_draft_get_parent (self, sheet);

  if (own->kind == KP_DRAFT_CODE)
    add_codes (self, sheet, column, &choice);
  else if (own->kind == KP_DRAFT_PARENT)
    {
      while (kp_draft_get_sheet (self, parent)->n_parents > column)
        parent = kp_draft_get_parent (self, parent);
      add_items (self, parent, &choice);
    }
  else if (own->words == NULL)
    {
      *labels = NULL;
      return NULL;
    }
  for (guint i = 0; own->words != NULL && own->words[i] != NULL; i++)
    add_choice (&choice, own->words[i], NULL);
  *labels = g_strv_builder_end (names);
  return g_strv_builder_end (words);
}
