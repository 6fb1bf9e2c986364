/* kp-staff-sheet.h – examiners and staff of the interview, and their relations to candidates, read from a workbook.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-row-sheet.h"
#include "kp-staff-role.h"

G_BEGIN_DECLS

/* Strings are never NULL and belong to the sheet. */
typedef struct
{
  guint sheet_row;
  const char *number; /* K01 */
  const char *name;
  const char *unit;
  KpStaffRole role;
  gboolean is_outside;
  const char *phone;
  const char *message; /* "" or a whole Chinese sentence: the row can't be understood */
} KpStaffRow;

typedef struct
{
  guint sheet_row;
  const char *examiner;
  const char *candidate; /* ticket or registration number */
  const char *relation;
  gboolean is_by_candidate;
  const char *message;
} KpRecusalRow;

typedef KpRowSheet KpStaffSheet;

KpStaffSheet       *kp_staff_sheet_read_staff (const char *path, GError **error);
KpStaffSheet       *kp_staff_sheet_read_recusals (const char *path, GError **error);
const KpStaffRow   *kp_staff_sheet_get_staff (const KpStaffSheet *sheet, guint *n_rows);
const KpRecusalRow *kp_staff_sheet_get_recusals (const KpStaffSheet *sheet, guint *n_rows);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpStaffSheet, kp_row_sheet_free)

G_END_DECLS
