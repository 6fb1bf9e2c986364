/* kp-proof-dialog.h – asks what was shown for a claim and what a check of it found, and records it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-campaign.h"
#include "kp-review-file.h"

G_BEGIN_DECLS

#define KP_TYPE_PROOF_DIALOG (kp_proof_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KpProofDialog, kp_proof_dialog, KP, PROOF_DIALOG, AdwWindow)

/* Told once it stands in the record. */
typedef void (*KpProofDialogFunc) (const char *application, gpointer data);

KpProofDialog *kp_proof_dialog_new (GtkWindow *parent, KpCampaign *campaign, const char *actor, const char *application,
                                    const KpReviewProof *proof);
void           kp_proof_dialog_set_func (KpProofDialog *dialog, KpProofDialogFunc func, gpointer data,
                                         GDestroyNotify free_data);
void           kp_proof_dialog_record (KpProofDialog *dialog);
gboolean       kp_proof_dialog_is_busy (KpProofDialog *dialog);

G_END_DECLS
