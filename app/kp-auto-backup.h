/* kp-auto-backup.h – backups that nobody asks for: when a stage closes, and by the clock of the window.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean kp_auto_backup_run (const char *record, const char *campaign, const char *actor, GError **error);
gboolean kp_auto_backup_is_wanted (const char *location);
void kp_auto_backup_start (GtkApplication *application);

G_END_DECLS
