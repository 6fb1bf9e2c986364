/* kp-application-ranks.h – where each application of a campaign stands by each column of the list.
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

typedef struct _KpApplicationRanks KpApplicationRanks;

KpApplicationRanks *kp_application_ranks_new (KpCampaign *campaign);
KpApplicationRanks *kp_application_ranks_ref (KpApplicationRanks *ranks);
void                kp_application_ranks_unref (KpApplicationRanks *ranks);
KpCampaign         *kp_application_ranks_get_campaign (KpApplicationRanks *ranks);
const guint32      *kp_application_ranks_get (KpApplicationRanks *ranks, KpApplicationColumn column, gboolean by_strokes,
                                              guint *n_ranks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpApplicationRanks, kp_application_ranks_unref)

G_END_DECLS
