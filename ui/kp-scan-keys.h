/* kp-scan-keys.h – a reader of codes types faster than any hand: its codes are taken wherever the focus is.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*KpScanFunc) (const char *code, gpointer data);

void kp_scan_keys_watch (GtkWidget *window, GtkEntry *entry, KpScanFunc func, gpointer data);

G_END_DECLS
