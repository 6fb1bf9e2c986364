/* kp-rule-dialog.h – puts a condition of a scheme together from its parts, and says it as a notice does.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-rule-lines.h"

G_BEGIN_DECLS

#define KP_TYPE_RULE_DIALOG (kp_rule_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KpRuleDialog, kp_rule_dialog, KP, RULE_DIALOG, AdwWindow)

/* Signal: "taken" (char *json): the condition, "" for none. */
KpRuleDialog *kp_rule_dialog_new (GtkWindow *parent, const char *title, GPtrArray *lines);
void          kp_rule_dialog_set_kind (KpRuleDialog *dialog, guint line, KpConditionKind kind);
void          kp_rule_dialog_set_member (KpRuleDialog *dialog, guint line, KpConditionMember member, const char *text);
const char   *kp_rule_dialog_get_sentence (KpRuleDialog *dialog);

G_END_DECLS
