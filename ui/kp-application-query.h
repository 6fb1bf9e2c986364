/* kp-application-query.h – which applications a list shows, and in which order.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-application-ranks.h"

G_BEGIN_DECLS

#define KP_MAX_APPLICATION_ORDERS 3

typedef struct
{
  KpApplicationColumn column;
  gboolean is_descending;
} KpApplicationOrder;

typedef struct
{
  char *search; /* (nullable) */
  char *post;   /* (nullable): of that code alone */
  char *review; /* (nullable): of that outcome alone */
  KpApplicationOrder orders[KP_MAX_APPLICATION_ORDERS];
  guint n_orders;
  gboolean by_strokes; /* names: 按姓氏笔画; else by pinyin */
} KpApplicationQuery;

void                kp_application_query_clear (KpApplicationQuery *query);
KpApplicationQuery *kp_application_query_copy (const KpApplicationQuery *query);
void                kp_application_query_free (KpApplicationQuery *query);
GArray             *kp_application_query_run (const KpApplicationQuery *query, KpApplicationRanks *ranks);

G_END_DECLS
