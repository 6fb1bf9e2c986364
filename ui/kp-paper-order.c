/* kp-paper-order.c – has one form made by a worker.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-paper-order.h"

typedef struct
{
  const KpPressSource *press;
  char *form;
  char *only; /* (nullable) */
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->form);
  g_free (order->only);
  g_free (order);
}

static gpointer
make_in_worker (KpSession *session,
                gpointer data,
                GError **error)
{
  const Order *order = data;

  return order->press->make (session, order->form, order->only, order->press->data, error);
}

/** kp_paper_order_async: @press must outlive the work; see the header. */
void
kp_paper_order_async (KpCampaign *campaign,
                      const KpPressSource *press,
                      const char *form,
                      const char *only,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  Order *order = g_new0 (Order, 1);

  *order = (Order) { press, g_strdup (form), g_strdup (only) };
  kp_campaign_work_async (campaign, make_in_worker, order, order_free, (GDestroyNotify) g_bytes_unref, cancellable, callback,
                          user_data);
}
