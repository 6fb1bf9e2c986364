/* kp-row-sheet.h – a sheet of one kind of row below one heading: the reading that the sheets of people share.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-heading.h"

G_BEGIN_DECLS

typedef struct _KpRowSheet KpRowSheet;

/* One row while it is read. */
typedef struct
{
  KpRowSheet *sheet;
  const KpHeadingField *fields; /* of the kind */
  const KpHeading *heading;
  const KpSheetRow *row;
} KpRowReading;

/* What a sheet holds. A row is a plain struct of @row_size whose texts belong to the sheet. */
typedef struct
{
  const KpHeadingKind *heading;
  guint key;  /* fields that a row of data has, as for kp_heading_row_is_data() */
  guint name; /* another one, or the same */
  gboolean takes_any; /* a row of data has any text and is no footer */
  gsize row_size;
  gboolean (*take) (KpRowReading *reading, GError **error);
} KpRowKind;

KpRowSheet *kp_row_sheet_read (const char *path, const KpRowKind *kind, GError **error);
void kp_row_sheet_free (KpRowSheet *sheet);
const char *kp_row_sheet_get_digest (const KpRowSheet *sheet);
gconstpointer kp_row_sheet_get_rows (const KpRowSheet *sheet, guint *n_rows);

/* For `take`. */
void kp_row_reading_add (KpRowReading *reading, gconstpointer row);
const char *kp_row_reading_keep (KpRowReading *reading, const char *text);
const char *kp_row_reading_keep_cell (KpRowReading *reading, guint field);
gboolean kp_row_reading_read_day (KpRowReading *reading, guint field, KpDate *day);
gboolean kp_row_reading_is_new (KpRowReading *reading, const char *key);
gboolean kp_row_reading_refuse_cell (const KpRowReading *reading, guint field, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpRowSheet, kp_row_sheet_free)

G_END_DECLS
