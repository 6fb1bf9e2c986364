/* kp-scheme-window.h – the desk at which a scheme is written: its tables, the notice beside them, what is wrong.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-draft-table.h"
#include "kp-scheme-source.h"

G_BEGIN_DECLS

#define KP_TYPE_SCHEME_WINDOW (kp_scheme_window_get_type ())
G_DECLARE_FINAL_TYPE (KpSchemeWindow, kp_scheme_window, KP, SCHEME_WINDOW, AdwWindow)

/* Signal: "use" (char *json): the scheme is to become a campaign, or that of one. */
KpSchemeWindow *kp_scheme_window_new (GtkApplication *application, const KpSchemeSource *source);
void            kp_scheme_window_open (KpSchemeWindow *window, const KpScheme *scheme, const char *path);
void            kp_scheme_window_set_use (KpSchemeWindow *window, const char *label, const char *hint);
gboolean        kp_scheme_window_save (KpSchemeWindow *window, const char *path, GError **error);
gboolean        kp_scheme_window_is_making (KpSchemeWindow *window); /* the notice, in a worker */
KpSchemeDraft  *kp_scheme_window_get_draft (KpSchemeWindow *window);
KpDraftTable   *kp_scheme_window_get_table (KpSchemeWindow *window);
void            kp_scheme_window_show (KpSchemeWindow *window, guint sheet, const char *section);

G_END_DECLS
