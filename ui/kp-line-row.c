/* kp-line-row.c – a row with an icon, a title, a sentence below it and a word at its end.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-line-row.h"

#include <glib/gi18n-lib.h>

struct _KpLineRow
{
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *sentence;
  GtkLabel *word;
};

G_DEFINE_FINAL_TYPE (KpLineRow, kp_line_row, GTK_TYPE_LIST_BOX_ROW)

static void
kp_line_row_class_init (KpLineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-line-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KpLineRow, icon);
  gtk_widget_class_bind_template_child (widget_class, KpLineRow, title);
  gtk_widget_class_bind_template_child (widget_class, KpLineRow, sentence);
  gtk_widget_class_bind_template_child (widget_class, KpLineRow, word);
}

static void
kp_line_row_init (KpLineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_label (GtkLabel *label,
           const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/**
 * kp_line_row_dup_name:
 * @title: what a row is about
 * @word: (nullable): its result
 * @sentence: (nullable): more of it
 *
 * Returns: (transfer full): what is read aloud of a row with these texts
 */
char *
kp_line_row_dup_name (const char *title,
                      const char *word,
                      const char *sentence)
{
  const char *parts[] = { title, word, sentence };
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] == NULL || *parts[i] == '\0')
        continue;
      if (name->len > 0)
        g_string_append (name, C_ ("between what is read aloud", ", "));
      g_string_append (name, parts[i]);
    }
  return g_string_free (name, FALSE);
}

/**
 * kp_line_row_new:
 * @icon: (nullable): name of a symbolic icon
 * @title: what the row is about
 * @sentence: (nullable): more of it
 * @word: (nullable): the result, at the end of the row
 *
 * Returns: (transfer floating): a row whose accessible name is all its texts
 */
GtkWidget *
kp_line_row_new (const char *icon,
             const char *title,
             const char *sentence,
             const char *word)
{
  KpLineRow *self = g_object_new (KP_TYPE_LINE_ROW, NULL);
  g_autofree char *name = kp_line_row_dup_name (title, word, sentence);

  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon != NULL);
  set_label (self->title, title);
  set_label (self->sentence, sentence);
  set_label (self->word, word);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

/** kp_line_row_get_sentence: more of it; "" when there is none. */
const char *
kp_line_row_get_sentence (KpLineRow *line)
{
  return gtk_label_get_label (line->sentence);
}
