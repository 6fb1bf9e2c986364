/* kp-room-order.c – what the score keeper asks of a worker: marks to be recorded, a mark to be checked.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-room-order.h"

#include <glib/gi18n-lib.h>

#include "kp-secret.h"
#include "kp-step-room.h"

struct _KpRoomOrder
{
  char *code;
  char *keeper;
  char *supervisor;
  KpMarkState state;
  KpTypedMark *marks; /* (nullable) */
  GPtrArray *texts;   /* (element-type utf8): of the marks */
  guint n_marks;
  char *reading;      /* (nullable) */
  char *keeper_pin;   /* (nullable) */
  char *supervisor_pin;
  KpHearingUndo *undo; /* (nullable): of what came of it */
};

/** kp_room_order_new: about the number @code; @keeper acts, and answers with @supervisor. */
KpRoomOrder *
kp_room_order_new (const char *code,
                   const char *keeper,
                   const char *supervisor)
{
  KpRoomOrder *order = g_new0 (KpRoomOrder, 1);

  order->code = g_strdup (code);
  order->keeper = g_strdup (keeper);
  order->supervisor = g_strdup (supervisor);
  order->texts = g_ptr_array_new_with_free_func (g_free);
  return order;
}

/** kp_room_order_set_marks: all of the examiners' marks, copied; none where the candidate is away. */
void
kp_room_order_set_marks (KpRoomOrder *order,
                         KpMarkState state,
                         const KpTypedMark *marks,
                         guint n_marks)
{
  order->state = state;
  order->n_marks = n_marks;
  order->marks = n_marks > 0 ? g_memdup2 (marks, n_marks * sizeof *marks) : NULL;
  for (guint i = 0; i < n_marks; i++)
    {
      char *text = g_strdup (marks[i].text);

      g_ptr_array_add (order->texts, text);
      order->marks[i].text = text;
    }
}

/** kp_room_order_set_reading: the mark as two people read it from the signed sheet. */
void
kp_room_order_set_reading (KpRoomOrder *order,
                           const char *reading)
{
  order->reading = g_strdup (reading);
}

/** kp_room_order_set_pins: what each of the two typed to confirm. */
void
kp_room_order_set_pins (KpRoomOrder *order,
                        const char *keeper,
                        const char *supervisor)
{
  order->keeper_pin = g_strdup (keeper);
  order->supervisor_pin = g_strdup (supervisor);
}

/** kp_room_order_give_pins: for the next change of @campaign, which is this order's. */
void
kp_room_order_give_pins (KpRoomOrder *order,
                         KpCampaign *campaign)
{
  kp_campaign_set_pins (campaign, order->supervisor_pin, order->keeper_pin);
}

/** kp_room_order_get_keeper: who acts. */
const char *
kp_room_order_get_keeper (KpRoomOrder *order)
{
  return order->keeper;
}

/** kp_room_order_get_code: whom it is about. */
const char *
kp_room_order_get_code (KpRoomOrder *order)
{
  return order->code;
}

/** kp_room_order_free: @order with all that it owns. */
void
kp_room_order_free (gpointer data)
{
  KpRoomOrder *order = data;

  g_free (order->code);
  g_free (order->keeper);
  g_free (order->supervisor);
  g_free (order->marks);
  g_ptr_array_unref (order->texts);
  g_free (order->reading);
  kp_secret_free (order->keeper_pin);
  kp_secret_free (order->supervisor_pin);
  g_clear_pointer (&order->undo, kp_hearing_undo_free);
  g_free (order);
}

/** kp_room_order_steal_undo: (transfer full) (nullable): how it is taken back, once it is carried out; %NULL = nothing changed. */
KpHearingUndo *
kp_room_order_steal_undo (KpRoomOrder *order)
{
  return g_steal_pointer (&order->undo);
}

/* With what it takes to come back to what stood before. */
static gpointer
carry_out (KpSession *session,
           KpRoomOrder *order,
           gboolean is_whole,
           GError **error)
{
  g_autoptr (KpHearingUndo) undo = kp_hearing_undo_load (session, order->code, error);
  gboolean is_changed = FALSE;

  if (undo == NULL)
    return NULL;
  if (!(is_whole ? kp_step_enter_hearing (session, order->code, order->state, order->marks, order->n_marks, error)
                 : kp_step_keep_hearing (session, order->code, order->marks, order->n_marks, error)))
    return NULL;
  /* It stands in the record: that it can't be read for taking back is no reason to say that it was refused. */
  if (kp_hearing_undo_note (undo, session, &is_changed, NULL) && is_changed)
    order->undo = g_steal_pointer (&undo);
  return order;
}

/** kp_room_order_record: kp_step_enter_hearing(). */
gpointer
kp_room_order_record (KpSession *session,
                      gpointer data,
                      GError **error)
{
  return carry_out (session, data, TRUE, error);
}

/** kp_room_order_keep: kp_step_keep_hearing(). */
gpointer
kp_room_order_keep (KpSession *session,
                    gpointer data,
                    GError **error)
{
  return carry_out (session, data, FALSE, error);
}

/** kp_room_order_check: kp_step_check_hearings() by keeper and supervisor. */
gpointer
kp_room_order_check (KpSession *session,
                     gpointer data,
                     GError **error)
{
  const KpRoomOrder *order = data;
  const KpHearingReading reading = { order->code, order->reading };
  const KpTwoPeople persons = { order->keeper, order->supervisor, _("signed mark sheet") };

  return kp_step_check_hearings (session, &reading, 1, &persons, error) ? data : NULL;
}
