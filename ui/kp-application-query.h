/* kp-application-query.h – which applications a list shows, and in which order.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-campaign.h"

G_BEGIN_DECLS

/* In the order of the columns of the page. */
typedef enum
{
  KP_APPLICATION_NUMBER,
  KP_APPLICATION_NAME,
  KP_APPLICATION_SEX,
  KP_APPLICATION_ID_NUMBER,
  KP_APPLICATION_POST,
  KP_APPLICATION_REVIEW,
  KP_APPLICATION_TICKET,
  KP_APPLICATION_WRITTEN,
  KP_APPLICATION_INTERVIEW,
  KP_APPLICATION_TOTAL,
  KP_APPLICATION_PLACE,
} KpApplicationColumn;

#define KP_N_APPLICATION_COLUMNS (KP_APPLICATION_PLACE + 1)
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
GArray             *kp_application_query_run (const KpApplicationQuery *query, KpCampaign *campaign);

G_END_DECLS
