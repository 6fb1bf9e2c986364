/* kp-csv.h – rows of a text table, whatever its encoding and separator.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-workbook.h"

G_BEGIN_DECLS

char *kp_csv_decode (GBytes *bytes, gsize *length, GError **error);
gboolean kp_csv_read (const char *text,
                      gsize length,
                      const KpWorkbookLimits *limits,
                      KpSheetRowFunc func,
                      gpointer user_data,
                      GError **error);

G_END_DECLS
