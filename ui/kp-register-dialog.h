/* kp-register-dialog.h – 现场报名: an applicant's form, filled in at the counter.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-campaign.h"
#include "kp-form-entry.h"
#include "kp-photo-frame.h"

G_BEGIN_DECLS

#define KP_TYPE_REGISTER_DIALOG (kp_register_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KpRegisterDialog, kp_register_dialog, KP, REGISTER_DIALOG, AdwWindow)

KpRegisterDialog *kp_register_dialog_new (GtkWindow *parent, const KpWorkSource *source, KpCampaign *campaign,
                                          const char *actor);
KpFormEntry      *kp_register_dialog_find (KpRegisterDialog *dialog, const char *title);
KpPhotoFrame     *kp_register_dialog_get_photo (KpRegisterDialog *dialog);
gboolean          kp_register_dialog_is_settled (KpRegisterDialog *dialog);

G_END_DECLS
