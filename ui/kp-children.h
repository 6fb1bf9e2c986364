/* kp-children.h – empties a box before it is filled anew.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void kp_children_clear (GtkWidget *box);

G_END_DECLS
