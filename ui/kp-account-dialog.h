/* kp-account-dialog.h – asks for a new account, or for what is to change of one.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-campaign.h"
#include "kp-role.h"

G_BEGIN_DECLS

#define KP_TYPE_ACCOUNT_DIALOG (kp_account_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KpAccountDialog, kp_account_dialog, KP, ACCOUNT_DIALOG, AdwWindow)

typedef enum
{
  KP_ACCOUNT_FIRST, /* the one with which a record without accounts begins to have them */
  KP_ACCOUNT_NEW,
  KP_ACCOUNT_ROLES,
  KP_ACCOUNT_NEW_PASSWORD,
  KP_ACCOUNT_NEW_PIN,
} KpAccountTask;

/* Whose account; NULL for one that is to be made. */
KpAccountDialog *kp_account_dialog_new (GtkWindow *parent, KpCampaign *campaign, const char *actor, KpAccountTask task,
                                        const KpAccountRecord *account);
void             kp_account_dialog_set_role (KpAccountDialog *dialog, KpRole role, gboolean has_role);
gboolean         kp_account_dialog_is_busy (KpAccountDialog *dialog);

G_END_DECLS
