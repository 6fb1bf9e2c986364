/* kp-server-dialog.h – asks for the server on which a campaign lies, and for which campaign when there are several.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KP_TYPE_SERVER_DIALOG (kp_server_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KpServerDialog, kp_server_dialog, KP, SERVER_DIALOG, AdwWindow)

KpServerDialog *kp_server_dialog_new (GtkWindow *parent, const char *uri);

G_END_DECLS
