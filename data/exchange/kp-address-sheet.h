/* kp-address-sheet.h – where those live who are to be hired, read from a workbook.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-row-sheet.h"

G_BEGIN_DECLS

/* Strings are never NULL and belong to the sheet. */
typedef struct
{
  guint sheet_row;
  const char *key; /* registration number, ticket or ID number */
  const char *address;
  const char *message; /* "" or a whole Chinese sentence */
} KpAddressRow;

typedef KpRowSheet KpAddressSheet;

KpAddressSheet     *kp_address_sheet_read (const char *path, GError **error);
const KpAddressRow *kp_address_sheet_get_rows (const KpAddressSheet *sheet, guint *n_rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpAddressSheet, kp_row_sheet_free)

G_END_DECLS
