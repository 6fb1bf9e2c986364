/* kp-room-pins.h – by which PINs the people of an interview room confirm where there is no network.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-panel-tables.h"
#include "kp-session.h"

G_BEGIN_DECLS

gboolean kp_room_pins_check_office (KpSession *office, GError **error);
gboolean kp_room_pins_copy (KpSession *office, KpLedger *ledger, GError **error);
gboolean kp_room_pins_append (KpSession *room, GString *text, GError **error);
void     kp_room_pins_name (GPtrArray *accounts, KpHearingCheckRecord *check);
gboolean kp_room_pins_check (KpSession *room, const KpHearingCheckRecord *check, gboolean *holds, GError **error);

G_END_DECLS
