/* kp-xlsx.h – the frame of an .xlsx workbook: its sheets, shared strings and date styles.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-archive.h"
#include "kp-workbook.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;
  char *relation;
  char *part;
  gboolean is_hidden;
  GArray *merges; /* (nullable) KpSheetMerge, sorted: of the last time the sheet was read to its end */
} KpXlsxSheet;

typedef struct
{
  KpWorkbookLimits limits;
  KpArchive *archive;
  GPtrArray *sheets;     /* KpXlsxSheet */
  GStringChunk *chunk;   /* holds the strings */
  GPtrArray *strings;    /* shared strings, in chunk */
  GArray *style_is_date; /* gboolean for each cell style */
  gboolean from_1904;
} KpXlsx;

KpXlsx *kp_xlsx_open (GBytes *bytes, const KpWorkbookLimits *limits, GError **error);
void kp_xlsx_free (KpXlsx *xlsx);
gboolean kp_xlsx_load_strings (KpXlsx *xlsx, const char *part, GError **error);
gboolean kp_xlsx_load_styles (KpXlsx *xlsx, const char *part, GError **error);
gboolean
kp_xlsx_read_sheet (KpXlsx *xlsx, guint sheet, KpSheetRowFunc func, gpointer user_data, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpXlsx, kp_xlsx_free)

G_END_DECLS
