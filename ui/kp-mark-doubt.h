/* kp-mark-doubt.h – a mark that the same clerk has typed at another place meanwhile: which one holds.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-conflict-dialog.h"
#include "kp-mark-saver.h"

G_BEGIN_DECLS

/* @now is what the record says. Not called when nothing is decided. */
typedef void (*KpMarkDoubtFunc) (const KpMarkTyped *typed, const char *now, gboolean is_mine, gpointer page);

void kp_mark_doubt_ask (GtkWidget *page, const KpMarkTyped *typed, const KpConflict *conflict, KpMarkDoubtFunc func);

G_END_DECLS
