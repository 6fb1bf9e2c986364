/* kp-conflict-dialog.h – two people changed the same thing: both values side by side, and which one holds.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-conflict.h"

G_BEGIN_DECLS

typedef enum
{
  KP_CONFLICT_LATER, /* what was typed stays where it is, and nothing is written */
  KP_CONFLICT_THEIRS,
  KP_CONFLICT_MINE,
  KP_CONFLICT_SOME, /* of each field what was chosen, where they are free: see @takes_mine */
} KpConflictChoice;

/* @takes_mine has one for each field of the conflict. */
typedef void (*KpConflictFunc) (KpConflictChoice choice, const gboolean *takes_mine, gpointer data);

void kp_conflict_dialog_show (GtkWidget *above, const KpConflict *conflict, KpConflictFunc func, gpointer data,
                              GDestroyNotify free_data);

G_END_DECLS
