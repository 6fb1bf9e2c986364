/* kp-work-dialog.h – asks for what a piece of work needs, carries it out, and shows what came of it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-work-source.h"
#include "kp-campaign.h"

G_BEGIN_DECLS

#define KP_TYPE_WORK_DIALOG (kp_work_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KpWorkDialog, kp_work_dialog, KP, WORK_DIALOG, AdwWindow)

KpWorkDialog *kp_work_dialog_new (GtkWindow *parent, const KpWorkSource *source, const KpWork *work, KpCampaign *campaign,
                                const char *actor);
void         kp_work_dialog_set_value (KpWorkDialog *dialog, guint field, const char *value);
void         kp_work_dialog_start_at (KpWorkDialog *dialog, guint field);
void         kp_work_dialog_run (KpWorkDialog *dialog);
const char  *kp_work_dialog_get_state (KpWorkDialog *dialog); /* form, working, done */

G_END_DECLS
