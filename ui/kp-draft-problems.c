/* kp-draft-problems.c – what is wrong with a scheme that is being written, each line a way to its cell.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-draft-problems.h"

#include <glib/gi18n-lib.h>

#include "kp-children.h"

#define PROBLEM "kp-problem"

static GtkWidget *
new_row (const KpSchemeDraft *draft,
         const KpDraftProblem *problem)
{
  const gboolean has_place = problem->sheet != G_MAXUINT;
  g_autoptr (GString) text = g_string_new (has_place ? kp_scheme_draft_get_name (draft, problem->sheet) : "");
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label;

  if (has_place && problem->sheet != 0 && problem->row != G_MAXUINT)
    g_string_append_printf (text, _(", row %u"), problem->row + 1);
  if (has_place && problem->column != G_MAXUINT)
    g_string_append_printf (text, _(", %s"), kp_scheme_draft_get_column (draft, problem->sheet, problem->column)->title);
  g_string_append_printf (text, has_place ? _(": %s") : "%s", problem->sentence);
  label = gtk_label_new (text->str);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (problem->is_warning ? "dialog-information-symbolic"
                                                                                   : "dialog-warning-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), has_place);
  gtk_widget_add_css_class (row, "line");
  gtk_widget_add_css_class (row, problem->is_warning ? "doubt" : "error");
  g_object_set_data (G_OBJECT (row), PROBLEM, (gpointer) problem);
  return row;
}

/* Refusals first. */
static gint
compare (gconstpointer a,
         gconstpointer b)
{
  const KpDraftProblem *first = *(const KpDraftProblem *const *) a, *second = *(const KpDraftProblem *const *) b;

  if (first->is_warning != second->is_warning)
    return first->is_warning - second->is_warning;
  return first->sheet != second->sheet ? (first->sheet > second->sheet) - (first->sheet < second->sheet)
                                       : (first->row > second->row) - (first->row < second->row);
}

/** kp_draft_problems_fill: @problems (element-type KpDraftProblem) are sorted, and must outlive the rows. */
void
kp_draft_problems_fill (GtkListBox *list,
                        const KpSchemeDraft *draft,
                        GPtrArray *problems)
{
  kp_children_clear (GTK_WIDGET (list));
  g_ptr_array_sort (problems, compare);
  for (guint i = 0; i < problems->len; i++)
    gtk_list_box_append (list, new_row (draft, g_ptr_array_index (problems, i)));
}

/** kp_draft_problems_get: of a row. (transfer none) */
const KpDraftProblem *
kp_draft_problems_get (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), PROBLEM);
}
