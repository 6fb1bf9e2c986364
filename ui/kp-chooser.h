/* kp-chooser.h – choosers of files open in the folder in which somebody chose last.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void kp_chooser_start_beside (GtkWindow *window, const char *location);
void kp_chooser_remember (GtkWindow *window, GFile *folder);
void kp_chooser_add_books (GtkFileChooserNative *chooser);
void kp_chooser_show (GtkFileChooserNative *chooser);

G_END_DECLS
