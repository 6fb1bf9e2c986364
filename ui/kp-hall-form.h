/* kp-hall-form.h – what is typed at the door of the exam when something is put right, closed or recorded.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-campaign.h"
#include "kp-hall-order.h"

G_BEGIN_DECLS

#define KP_TYPE_HALL_FORM (kp_hall_form_get_type ())
G_DECLARE_FINAL_TYPE (KpHallForm, kp_hall_form, KP, HALL_FORM, AdwBin)

/* Actions that it activates: hall.run when all is typed, hall.leave with Escape. */
void         kp_hall_form_begin (KpHallForm *form, KpHallOrderKind kind, const char *who, const char *by);
gboolean     kp_hall_form_take_code (KpHallForm *form, const char *code);
KpHallOrder *kp_hall_form_dup_order (KpHallForm *form, const KpHallPlace *here);
void         kp_hall_form_set_campaign (KpHallForm *form, KpCampaign *campaign);
void         kp_hall_form_give_pin (KpHallForm *form, KpCampaign *campaign);
void         kp_hall_form_complain (KpHallForm *form, const char *sentence);

G_END_DECLS
