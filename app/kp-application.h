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
gboolean  kp_application_create (KpApplication *application, const char *scheme, const char *path, GError **error);
void      kp_application_open (KpApplication *application, const char *location, const char *code, const char *actor);

/* kp-application-actions.c */
void kp_application_add_actions (KpApplication *application);

G_END_DECLS
