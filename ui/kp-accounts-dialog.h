/* kp-accounts-dialog.h – who may work on the record: the accounts, and what can be done with each.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-campaign.h"

G_BEGIN_DECLS

#define KP_TYPE_ACCOUNTS_DIALOG (kp_accounts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KpAccountsDialog, kp_accounts_dialog, KP, ACCOUNTS_DIALOG, AdwWindow)

/* After a change by which PARENT has to ask who works there, it closes and activates `win.sign-out` of PARENT. */
KpAccountsDialog *kp_accounts_dialog_new (GtkWindow *parent, KpCampaign *campaign, const char *actor);
gboolean          kp_accounts_dialog_is_busy (KpAccountsDialog *dialog);

G_END_DECLS
