/* kp-workbook.h – rows of an .xlsx or .csv file, one after the other.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "kp-date.h"

G_BEGIN_DECLS

typedef enum
{
  KP_CELL_EMPTY,
  KP_CELL_TEXT,
  KP_CELL_NUMBER, /* typed number: `raw` is what the file holds, `text` how a person would type it */
  KP_CELL_DATE,   /* typed number shown as a date: `date` is set, `text` is YYYY-MM-DD */
  KP_CELL_BOOL,   /* `text` is 是 or 否 */
  KP_CELL_ERROR   /* #N/A and the like, in `text` */
} KpCellKind;

/* All strings are UTF-8, never NULL, and live until the row callback returns. */
typedef struct
{
  guint column; /* 0 = A */
  KpCellKind kind;
  const char *text;
  const char *raw;
  KpDate date;
} KpCell;

/* A row holds its cells that are not empty, by ascending column. */
typedef struct
{
  guint number; /* of the sheet, from 1 */
  guint n_cells;
  const KpCell *cells;
} KpSheetRow;

/* Cells of one column merged downwards: the topmost holds the value of all. */
typedef struct
{
  guint column; /* 0 = A */
  guint first_row;
  guint last_row;
} KpSheetMerge;

/* Return FALSE with @error set to fail, FALSE without an error to stop early. */
typedef gboolean (*KpSheetRowFunc) (const KpSheetRow *row, gpointer user_data, GError **error);

typedef struct
{
  guint64 max_file;     /* bytes on disk */
  guint64 max_unzipped; /* bytes of all parts together */
  guint max_ratio;      /* unzipped : zipped of a part over 8 MiB */
  guint max_entries;
  guint max_rows;
  guint max_columns;
  guint max_cell; /* bytes of one cell */
} KpWorkbookLimits;

extern const KpWorkbookLimits kp_workbook_default_limits;

typedef struct _KpWorkbook KpWorkbook;

KpWorkbook *kp_workbook_open (const char *path, const KpWorkbookLimits *limits, GError **error);
KpWorkbook *kp_workbook_open_bytes (GBytes *bytes, const KpWorkbookLimits *limits, GError **error);
void kp_workbook_free (KpWorkbook *book);
const char *kp_workbook_get_digest (KpWorkbook *book);
guint kp_workbook_get_n_sheets (KpWorkbook *book);
const char *kp_workbook_get_sheet_name (KpWorkbook *book, guint sheet);
gboolean kp_workbook_sheet_is_hidden (KpWorkbook *book, guint sheet);
gboolean kp_workbook_read_sheet (
    KpWorkbook *book, guint sheet, KpSheetRowFunc func, gpointer user_data, GError **error);
const KpSheetMerge *kp_workbook_get_merges (KpWorkbook *book, guint sheet, guint *n_merges);
const KpCell *kp_sheet_row_get_cell (const KpSheetRow *row, guint column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpWorkbook, kp_workbook_free)

G_END_DECLS
