/* kp-room-numbers.h – the numbers of an interview room in a list, each with its mark and how far it is.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kp-room-desk.h"

G_BEGIN_DECLS

const char    *kp_room_numbers_get_word (const KpRoomCandidate *candidate);
GtkListBoxRow *kp_room_numbers_fill (GtkListBox *list, const KpRoomDesk *desk, const char *wanted);

G_END_DECLS
