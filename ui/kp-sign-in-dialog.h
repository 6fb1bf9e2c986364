/* kp-sign-in-dialog.h – asks for login and password before a record is shown, or again after a pause.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-campaign.h"

G_BEGIN_DECLS

#define KP_TYPE_SIGN_IN_DIALOG (kp_sign_in_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KpSignInDialog, kp_sign_in_dialog, KP, SIGN_IN_DIALOG, AdwWindow)

/* IDENTITY is NULL when the dialog was closed instead. */
typedef void (*KpSignInFunc) (GtkWindow *parent, KpIdentity *identity);

KpSignInDialog *kp_sign_in_dialog_new (GtkWindow *parent, KpCampaign *campaign, const char *login, KpSignInFunc done);

G_END_DECLS
