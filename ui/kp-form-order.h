/* kp-form-order.h – a form on its way to a worker, and what the worker says of it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-campaign.h"
#include "kp-step-register.h"

G_BEGIN_DECLS

typedef struct _KpFormOrder KpFormOrder;

typedef struct
{
  guint serial; /* of the order */
  KpFormCheck *check;
} KpFormAnswer;

KpFormOrder *kp_form_order_new (guint serial);
void         kp_form_order_add (KpFormOrder *order, const char *title, const char *text);
void         kp_form_order_set_photo (KpFormOrder *order, const KpPhotoRow *photo);
void         kp_form_order_free (KpFormOrder *order);

gpointer kp_form_order_check (KpSession *session, gpointer order, GError **error); /* a KpFormAnswer */
gpointer kp_form_order_take (KpSession *session, gpointer order, GError **error);  /* the registration number */
void     kp_form_answer_free (KpFormAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpFormAnswer, kp_form_answer_free)

G_END_DECLS
