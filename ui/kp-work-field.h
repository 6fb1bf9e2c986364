/* kp-work-field.h – one field of a piece of work, as a row of its dialog.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-work-source.h"
#include "kp-campaign.h"

G_BEGIN_DECLS

/* A row with what it means; lives as long as the row. */
typedef struct _KpWorkFieldRow KpWorkFieldRow;

/* Called when what stands in the row is another now. */
typedef void (*KpWorkFieldFunc) (GtkWidget *owner);

KpWorkFieldRow *kp_work_field_row_new (const KpWorkField *field, KpCampaign *campaign, KpWorkFieldFunc changed,
                                         GtkWidget *owner);
GtkWidget     *kp_work_field_row_get_widget (KpWorkFieldRow *row);
char          *kp_work_field_row_dup_value (KpWorkFieldRow *row);
void           kp_work_field_row_set_value (KpWorkFieldRow *row, const char *value);
gboolean       kp_work_field_row_is_filled (KpWorkFieldRow *row);
gboolean       kp_work_field_row_is_settled (KpWorkFieldRow *row);

G_END_DECLS
