/* kp-manual.h – the installed manual, opened at the page that tells of what the window shows.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kp-stage.h"

G_BEGIN_DECLS

typedef void (*KpManualFunc) (GtkWindow *window);

const char *kp_manual_get_place (const char *window_page, KpStage stage);
char       *kp_manual_dup_uri (const char *const *data_dirs, const char *place);
void        kp_manual_open (GtkWindow *window, const char *place, KpManualFunc otherwise);
void        kp_manual_install (GtkWidgetClass *window_class);

G_END_DECLS
