/* kp-undo.h – the last acts of a window that one person may take back alone.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kp-campaign.h"

G_BEGIN_DECLS

#define KP_TYPE_UNDO (kp_undo_get_type ())
G_DECLARE_FINAL_TYPE (KpUndo, kp_undo, KP, UNDO, GObject)

/* The page shows what stands then. */
typedef void (*KpUndoFunc) (gpointer page, gconstpointer data);

/* How an act is taken back. What is behind the pointers belongs to the act. */
typedef struct
{
  KpCampaignFunc take_back; /* a step of its own; gives its data, or NULL with an error */
  GDestroyNotify free_data;
  KpUndoFunc show;          /* called with the page and the data */
} KpUndoKind;

KpUndo     *kp_undo_new (void);
void        kp_undo_set_campaign (KpUndo *undo, KpCampaign *campaign);
void        kp_undo_remember (KpUndo *undo, const KpUndoKind *kind, gpointer page, const char *actor, const char *label,
                              gpointer data);
const char *kp_undo_get_label (KpUndo *undo);
void        kp_undo_show_on (KpUndo *undo, GtkWidget *button);
gboolean    kp_undo_is_busy (KpUndo *undo);
void        kp_undo_run (KpUndo *undo);

G_END_DECLS
