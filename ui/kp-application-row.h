/* kp-application-row.h – one application as a line of the list.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-application-query.h"

G_BEGIN_DECLS

#define KP_TYPE_APPLICATION_ROW (kp_application_row_get_type ())
G_DECLARE_FINAL_TYPE (KpApplicationRow, kp_application_row, KP, APPLICATION_ROW, GObject)

KpApplicationRow *kp_application_row_new (KpCampaign *campaign, guint number);
void              kp_application_row_set_number (KpApplicationRow *row, guint number);
char             *kp_application_row_dup_cell (KpApplicationRow *row, KpApplicationColumn column);
const KpApplicationLine *kp_application_row_get_line (KpApplicationRow *row);

char       *kp_application_dup_cell (KpCampaign *campaign, const KpApplicationLine *line,
                                     KpApplicationColumn column);
const char *kp_review_get_word (const char *review);

G_END_DECLS
