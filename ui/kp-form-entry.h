/* kp-form-entry.h – one field of a form: its name, what is typed or chosen, and what is wrong with it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kp-campaign.h"
#include "kp-step-register.h"

G_BEGIN_DECLS

#define KP_TYPE_FORM_ENTRY (kp_form_entry_get_type ())
G_DECLARE_FINAL_TYPE (KpFormEntry, kp_form_entry, KP, FORM_ENTRY, GtkBox)

/* Signals: “changed”, “next” (Enter). */
KpFormEntry        *kp_form_entry_new (const KpFormField *field, KpCampaign *campaign);
const KpFormField  *kp_form_entry_get_field (KpFormEntry *entry);
const char         *kp_form_entry_get_text (KpFormEntry *entry);
void                kp_form_entry_set_text (KpFormEntry *entry, const char *text);
void                kp_form_entry_tell (KpFormEntry *entry, KpRegistrationVerdict verdict, const char *sentence);
const char         *kp_form_entry_get_told (KpFormEntry *entry);

G_END_DECLS
