/* kp-application.h – the program with a window: options, actions, and the paper that its windows print.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-window.h"

G_BEGIN_DECLS

#define KP_TYPE_APPLICATION (kp_application_get_type ())
G_DECLARE_FINAL_TYPE (KpApplication, kp_application, KP, APPLICATION, AdwApplication)

int       kp_application_run (int argc, char **argv);
KpWindow *kp_application_find_window (KpApplication *application);
gboolean  kp_application_create (KpApplication *application, const char *json, const char *path, GtkWindow *desk, GError **error);
void      kp_application_open (KpApplication *application, const char *location, const char *code, const char *actor);

/* kp-application-actions.c */
void  kp_application_add_actions (KpApplication *application);
void  kp_application_ask_for_file (GtkWindow *window, const char *title, GtkFileChooserAction action, const char *kind, const char *pattern,
                                   const char *name, GCallback on_response, gpointer data);
char *kp_application_dup_chosen_path (GtkNativeDialog *dialog, int response);

/* kp-application-scheme.c */
void kp_application_add_scheme_actions (KpApplication *application);
void kp_application_write_scheme (KpApplication *application, const KpScheme *scheme, const char *path);

G_END_DECLS
