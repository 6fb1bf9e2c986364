/* kp-fact.c – one fact of a person: what it is, and its value below.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-fact.h"

struct _KpFact
{
  GtkFlowBoxChild parent_instance;

  GtkLabel *caption;
  GtkLabel *value;
};

G_DEFINE_FINAL_TYPE (KpFact, kp_fact, GTK_TYPE_FLOW_BOX_CHILD)

static void
kp_fact_class_init (KpFactClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-fact.ui");
  gtk_widget_class_bind_template_child (widget_class, KpFact, caption);
  gtk_widget_class_bind_template_child (widget_class, KpFact, value);
}

static void
kp_fact_init (KpFact *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** kp_fact_new: a fact for a flow box; @value may be NULL, shown as a dash. (transfer floating) */
GtkWidget *
kp_fact_new (const char *caption,
             const char *value)
{
  KpFact *self = g_object_new (KP_TYPE_FACT, NULL);

  gtk_label_set_label (self->caption, caption);
  gtk_label_set_label (self->value, value != NULL && *value != '\0' ? value : "—");
  return GTK_WIDGET (self);
}
