/* kp-heading.h – finds the heading of a sheet and what its columns mean.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-workbook.h"

G_BEGIN_DECLS

#define KP_HEADING_MAX_WORDS 32

/* What a column can mean. Words are compact (kp_normal_compact) and stand in the order of preference. */
typedef struct
{
  const char *title; /* in messages */
  const char *words[KP_HEADING_MAX_WORDS];
  gboolean is_exact; /* only a whole heading counts, not a part of one */
  gboolean is_first; /* takes its column before the others do */
} KpHeadingField;

/* At least one of the fields must have a column; −1 ends the list. */
typedef struct
{
  gint fields[4];
} KpHeadingNeed;

typedef struct
{
  const KpHeadingField *fields;
  guint n_fields;
  const KpHeadingNeed *needs;
  guint n_needs;
  guint key; /* the field whose cells hold digits: tells a mapped sheet's first row of data */
  guint (*count_others) (GPtrArray *titles); /* (nullable): columns that count though they have no field */
} KpHeadingKind;

typedef struct
{
  guint sheet;
  guint first_row;   /* of the heading in the sheet */
  guint last_row;    /* the data follow */
  gint *columns;     /* for each field, −1 = none */
  GPtrArray *titles; /* for each column of the sheet, the compact heading, "" = none */
} KpHeading;

KpHeading *kp_heading_find (
    KpWorkbook *book, const KpHeadingKind *kind, const char *sheet, const char *mapping, GError **error);
char **
kp_heading_dup_other_sheets (KpWorkbook *book, const KpHeadingKind *kind, guint sheet, const char *mapping);
void kp_heading_free (KpHeading *heading);
const KpCell *kp_heading_get_cell (const KpHeading *heading, guint field, const KpSheetRow *row);
gboolean kp_heading_row_is_data (const KpHeading *heading, const KpSheetRow *row, guint key, guint name);
gboolean kp_heading_row_is_footer (const KpSheetRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpHeading, kp_heading_free)

G_END_DECLS
