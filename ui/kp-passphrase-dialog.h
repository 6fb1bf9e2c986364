/* kp-passphrase-dialog.h – asks for the passphrase of a record that is locked.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KP_TYPE_PASSPHRASE_DIALOG (kp_passphrase_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KpPassphraseDialog, kp_passphrase_dialog, KP, PASSPHRASE_DIALOG, AdwWindow)

/* PASSPHRASE is NULL when the dialog was closed instead; it is wiped afterwards. */
typedef void (*KpPassphraseFunc) (GtkWindow *parent, const char *passphrase);

KpPassphraseDialog *kp_passphrase_dialog_new (GtkWindow *parent, const char *record, const char *refusal, KpPassphraseFunc done);

G_END_DECLS
