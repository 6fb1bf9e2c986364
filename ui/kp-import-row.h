/* kp-import-row.h – one row of a workbook with what is to be said of it, as a line.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kp-registration.h"

G_BEGIN_DECLS

#define KP_TYPE_IMPORT_ROW (kp_import_row_get_type ())
G_DECLARE_FINAL_TYPE (KpImportRow, kp_import_row, KP, IMPORT_ROW, GObject)

KpImportRow             *kp_import_row_new (const KpRegistrationRow *row);
const KpRegistrationRow *kp_import_row_get (KpImportRow *row);
const char              *kp_import_verdict_get_word (KpRegistrationVerdict verdict);
void                     kp_import_row_add_columns (GtkColumnView *view);

G_END_DECLS
