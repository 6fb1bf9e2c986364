/* kp-room-undo.c – Ctrl+Z in the interview room: what the score keeper typed of a number, until two people have checked it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-room-undo.h"

#include <glib/gi18n-lib.h>

#include "kp-room-window.h"

static gpointer
take_back (KpSession *session,
           gpointer data,
           GError **error)
{
  return kp_step_undo_hearing (session, data, error) ? data : NULL;
}

static void
free_undo (gpointer data)
{
  kp_hearing_undo_free (data);
}

static void
show (gpointer window,
      gconstpointer data)
{
  kp_room_window_show_number (window, kp_hearing_undo_get_code (data));
}

static const KpUndoKind kind = { take_back, free_undo, show };

/** kp_room_undo_remember: @order was carried out for the #KpRoomWindow @window; nothing where it changed nothing. */
void
kp_room_undo_remember (KpUndo *undo,
                       gpointer window,
                       KpRoomOrder *order)
{
  KpHearingUndo *done = kp_room_order_steal_undo (order);
  g_autofree char *label = g_strdup_printf (_("marks of number %s"), kp_room_order_get_code (order));

  if (done != NULL)
    kp_undo_remember (undo, &kind, window, kp_room_order_get_keeper (order), label, done);
}
