/* kp-mark-difference-row.c – two entries that differ, side by side, and what the third person reads on the paper.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-mark-difference-row.h"

struct _KpMarkDifferenceRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *number;
  GtkLabel *first;
  GtkLabel *second;
  GtkEntry *mark;
  GtkEntry *evidence;

  KpMarkDifferenceFunc func;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (KpMarkDifferenceRow, kp_mark_difference_row, GTK_TYPE_LIST_BOX_ROW)

static void
on_mark (KpMarkDifferenceRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->evidence));
}

static void
on_resolve (KpMarkDifferenceRow *self)
{
  self->func (self, self->data);
}

static void
kp_mark_difference_row_class_init (KpMarkDifferenceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-mark-difference-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KpMarkDifferenceRow, number);
  gtk_widget_class_bind_template_child (widget_class, KpMarkDifferenceRow, first);
  gtk_widget_class_bind_template_child (widget_class, KpMarkDifferenceRow, second);
  gtk_widget_class_bind_template_child (widget_class, KpMarkDifferenceRow, mark);
  gtk_widget_class_bind_template_child (widget_class, KpMarkDifferenceRow, evidence);
  gtk_widget_class_bind_template_callback (widget_class, on_mark);
  gtk_widget_class_bind_template_callback (widget_class, on_resolve);
}

static void
kp_mark_difference_row_init (KpMarkDifferenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** kp_mark_difference_row_new: @func is told when a mark was read on the paper. */
GtkWidget *
kp_mark_difference_row_new (const KpMarkDifference *difference,
                            KpMarkDifferenceFunc func,
                            gpointer data)
{
  KpMarkDifferenceRow *self = g_object_new (KP_TYPE_MARK_DIFFERENCE_ROW, NULL);

  gtk_label_set_label (self->number, difference->ticket);
  gtk_label_set_label (self->first, difference->first);
  gtk_label_set_label (self->second, difference->second);
  self->func = func;
  self->data = data;
  return GTK_WIDGET (self);
}

/** kp_mark_difference_row_get_number: ticket or secret number. */
const char *
kp_mark_difference_row_get_number (KpMarkDifferenceRow *row)
{
  return gtk_label_get_label (row->number);
}

/** kp_mark_difference_row_get_mark: what was typed of it. */
const char *
kp_mark_difference_row_get_mark (KpMarkDifferenceRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row->mark));
}

/** kp_mark_difference_row_get_evidence: where it was read; "" when nothing was typed. */
const char *
kp_mark_difference_row_get_evidence (KpMarkDifferenceRow *row)
{
  return gtk_editable_get_text (GTK_EDITABLE (row->evidence));
}

/** kp_mark_difference_row_start: the keys go to its mark. */
void
kp_mark_difference_row_start (KpMarkDifferenceRow *row)
{
  gtk_widget_grab_focus (GTK_WIDGET (row->mark));
}
