/* kp-cell-text.h – the texts of spreadsheet cells: numbers, escapes, references, date formats.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "kp-date.h"

struct lxw_worksheet;
struct lxw_format;

G_BEGIN_DECLS

char *kp_cell_text_from_number (const char *raw);
gboolean kp_cell_text_decode (GString *text, gsize from);
gint kp_cell_text_parse_column (const char *reference);
gboolean kp_cell_text_format_is_date (const char *format);
gboolean kp_cell_text_number_is_date (guint format_id);
gboolean kp_cell_text_read_serial (const char *raw, gboolean from_1904, KpDate *date);
void kp_cell_text_write_number (
    struct lxw_worksheet *sheet, guint row, guint column, const char *text, struct lxw_format *format);

G_END_DECLS
