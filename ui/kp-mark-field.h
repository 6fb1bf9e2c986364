/* kp-mark-field.h – a field for one mark, typed with the number keys; wrong ones are told by more than a colour.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the owner of the fields does with them. */
typedef struct
{
  void (*activate) (GtkWidget *field, gpointer data);           /* Enter */
  void (*leave) (GtkWidget *field, gpointer data);              /* by mouse or Tab, with what stands in it */
  gboolean (*key) (GtkWidget *field, guint key, gpointer data); /* before it is typed; TRUE = it was for the owner */
} KpMarkFieldFuncs;

GtkWidget *kp_mark_field_new (const char *label, guint n_chars, const KpMarkFieldFuncs *funcs, gpointer data);
void       kp_mark_field_set_wrong (GtkWidget *field, gboolean is_wrong);
gboolean   kp_mark_field_is_wrong (GtkWidget *field);

G_END_DECLS
