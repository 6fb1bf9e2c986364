/* kp-line-row.h – a row with an icon, a title, a sentence below it and a word at its end.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define KP_TYPE_LINE_ROW (kp_line_row_get_type ())
G_DECLARE_FINAL_TYPE (KpLineRow, kp_line_row, KP, LINE_ROW, GtkListBoxRow)

GtkWidget  *kp_line_row_new (const char *icon, const char *title, const char *sentence, const char *word);
char       *kp_line_row_dup_name (const char *title, const char *word, const char *sentence);
const char *kp_line_row_get_sentence (KpLineRow *line);

G_END_DECLS
