/* kp-preedit.h – whether an input method is composing in an entry, whose keys are its own then.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     kp_preedit_watch (GtkWidget *entry);
gboolean kp_preedit_is_shown (GtkWidget *entry);

G_END_DECLS
