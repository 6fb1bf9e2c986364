/* kp-import-dialog.h – takes a workbook of registrations in: choose, check, correct, take.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-campaign.h"

G_BEGIN_DECLS

#define KP_TYPE_IMPORT_DIALOG (kp_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KpImportDialog, kp_import_dialog, KP, IMPORT_DIALOG, AdwWindow)

KpImportDialog *kp_import_dialog_new (GtkWindow *parent, KpCampaign *campaign, const char *actor);
void            kp_import_dialog_set_path (KpImportDialog *dialog, const char *path);
const char     *kp_import_dialog_get_state (KpImportDialog *dialog);

G_END_DECLS
