/* kp-choices.c – what there is to choose from: each a value of the record and the words that people read.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-choices.h"

/** kp_choices_new: nothing to choose yet. Main thread. */
KpChoices *
kp_choices_new (void)
{
  KpChoices *choices = g_new0 (KpChoices, 1);

  choices->labels = gtk_string_list_new (NULL);
  choices->values = g_ptr_array_new_with_free_func (g_free);
  return choices;
}

/** kp_choices_free: the labels live on where a widget shows them. */
void
kp_choices_free (KpChoices *choices)
{
  g_object_unref (choices->labels);
  g_ptr_array_unref (choices->values);
  g_free (choices);
}

/** kp_choices_add: one more; a @value of %NULL stands for what isn't given. */
void
kp_choices_add (KpChoices *choices,
                const char *value,
                const char *label)
{
  g_ptr_array_add (choices->values, g_strdup (value));
  gtk_string_list_append (choices->labels, label);
}

static void
add_named (KpChoices *choices,
           const char *code,
           const char *name)
{
  g_autofree char *label = g_strdup_printf ("%s %s", code, name);

  kp_choices_add (choices, code, label);
}

/** kp_choices_add_posts: each post of @scheme, as "A01 综合岗". */
void
kp_choices_add_posts (KpChoices *choices,
                      const KpScheme *scheme)
{
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);

      add_named (choices, post->code, post->name);
    }
}

/** kp_choices_add_papers: each paper of the written exam of @scheme. */
void
kp_choices_add_papers (KpChoices *choices,
                       const KpScheme *scheme)
{
  for (guint i = 0; i < scheme->written.papers->len; i++)
    {
      const KpSchemePaper *paper = g_ptr_array_index (scheme->written.papers, i);

      add_named (choices, paper->code, paper->name);
    }
}

/** kp_choices_add_streets: each street of @scheme. */
void
kp_choices_add_streets (KpChoices *choices,
                        const KpScheme *scheme)
{
  for (guint i = 0; i < scheme->streets->len; i++)
    {
      const KpSchemeStreet *street = g_ptr_array_index (scheme->streets, i);

      add_named (choices, street->code, street->name);
    }
}

/** kp_choices_get_value: what was chosen; %NULL for what isn't given and beyond the last. */
const char *
kp_choices_get_value (const KpChoices *choices,
                      guint place)
{
  return place < choices->values->len ? g_ptr_array_index (choices->values, place) : NULL;
}

/** kp_choices_find: where @value stands; %FALSE where it isn't to be chosen. */
gboolean
kp_choices_find (const KpChoices *choices,
                 const char *value,
                 guint *place)
{
  for (guint i = 0; i < choices->values->len; i++)
    {
      if (g_strcmp0 (g_ptr_array_index (choices->values, i), value) == 0)
        {
          *place = i;
          return TRUE;
        }
    }
  return FALSE;
}
