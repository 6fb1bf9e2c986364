/* kp-complaint.h – says in a dialog what didn't work.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void kp_complaint_show (GtkWindow *window, const char *sentence);
void kp_complaint_tell (GtkLabel *label, const char *sentence); /* nullable: nothing is wrong any more */

G_END_DECLS
