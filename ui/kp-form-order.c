/* kp-form-order.c – a form on its way to a worker, and what the worker says of it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-form-order.h"

struct _KpFormOrder
{
  guint serial;
  GArray *cells; /* KpFormCell with texts of its own; titles are the program's or the scheme's */
  KpPhotoRow *photo; /* (nullable) */
};

static void
clear_cell (gpointer data)
{
  g_free ((char *) ((KpFormCell *) data)->text);
}

/** kp_form_order_new: an empty one; @serial comes back with the answer. (transfer full) */
KpFormOrder *
kp_form_order_new (guint serial)
{
  KpFormOrder *order = g_new0 (KpFormOrder, 1);

  order->serial = serial;
  order->cells = g_array_new (FALSE, FALSE, sizeof (KpFormCell));
  g_array_set_clear_func (order->cells, clear_cell);
  return order;
}

/** kp_form_order_add: one more field; @title must outlive the order. */
void
kp_form_order_add (KpFormOrder *order,
                   const char *title,
                   const char *text)
{
  const KpFormCell cell = { title, g_strdup (text) };

  g_array_append_val (order->cells, cell);
}

/** kp_form_order_set_photo: with a copy of @photo (nullable). */
void
kp_form_order_set_photo (KpFormOrder *order,
                         const KpPhotoRow *photo)
{
  g_clear_pointer (&order->photo, kp_photo_row_free);
  if (photo == NULL)
    return;
  order->photo = kp_photo_row_new (photo->key);
  order->photo->jpeg = g_bytes_ref (photo->jpeg);
  order->photo->width = photo->width;
  order->photo->height = photo->height;
}

/** kp_form_order_free: frees it. */
void
kp_form_order_free (KpFormOrder *order)
{
  g_array_unref (order->cells);
  g_clear_pointer (&order->photo, kp_photo_row_free);
  g_free (order);
}

/** kp_form_answer_free: frees it with what was found. */
void
kp_form_answer_free (KpFormAnswer *answer)
{
  g_clear_pointer (&answer->check, kp_form_check_free);
  g_free (answer);
}

/** kp_form_order_check: a #KpCampaignFunc; @order is a #KpFormOrder. Gives a #KpFormAnswer; nothing is taken. */
gpointer
kp_form_order_check (KpSession *session,
                     gpointer order,
                     GError **error)
{
  const KpFormOrder *form = order;
  KpFormCheck *check
      = kp_step_check_form (session, (const KpFormCell *) (gpointer) form->cells->data, form->cells->len, error);
  KpFormAnswer *answer;

  if (check == NULL)
    return NULL;
  answer = g_new0 (KpFormAnswer, 1);
  answer->serial = form->serial;
  answer->check = check;
  return answer;
}

/** kp_form_order_take: a #KpCampaignFunc on a session that may write; @order is a #KpFormOrder. Gives the new registration
 * number. */
gpointer
kp_form_order_take (KpSession *session,
                    gpointer order,
                    GError **error)
{
  const KpFormOrder *form = order;

  return kp_step_register (session, (const KpFormCell *) (gpointer) form->cells->data, form->cells->len, form->photo, error);
}
