/* kp-row-reminder.h – whose row it is, while a wide table is scrolled past the columns that say so.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whose row @item is, in a few words. (transfer full) */
typedef char *(*KpRowReminderFunc) (gpointer item);

void kp_row_reminder_attach (GtkLabel *label, GtkColumnView *view, KpRowReminderFunc dup_words);

G_END_DECLS
