/* kp-conversion-sheet.h – the roster of earlier staff, and their stretches of work, read from workbooks.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-row-sheet.h"
#include "kp-service-years.h"

G_BEGIN_DECLS

/* Strings are never NULL and belong to the sheet; "" = not told. */
typedef struct
{
  guint sheet_row;
  const char *name;
  const char *id_number;
  const char *education;
  const char *certificates; /* joined by 、 */
  const char *job;
  const char *department; /* "" = the one of the whole workbook */
  const char *employer;
  const char *funding;
  gint64 cost; /* fen a year */
  const char *street; /* code or name */
  KpDate since;
  KpDate contract_until;
  KpDate retires_on;
  gboolean is_street; /* the street itself is the employer */
  gboolean is_on_post;
  gboolean is_full_time;
  gboolean is_welfare;
  guint n_appraisals; /* passed without a gap, the latest first */
  gboolean is_disqualified;
  gboolean is_willing;
  const char *decision;
  gboolean had_probation;
  guint n_fixed_terms;
  const char *message; /* "" or a whole Chinese sentence: the row can't be understood */
} KpGridStaffRow;

typedef struct
{
  guint sheet_row;
  const char *subject; /* ID number, number of the roster or of the registration */
  KpSegmentKind kind;
  KpDate from;
  KpDate until; /* none = until now */
  const char *unit;
  gboolean is_in_community;
  gboolean was_moved;
  gboolean is_paid_out;
  const char *proof;
  const char *message;
} KpSegmentRow;

typedef KpRowSheet KpGridStaffSheet;
typedef KpRowSheet KpSegmentSheet;

KpGridStaffSheet *kp_grid_staff_sheet_read (const char *path, GError **error);
const KpGridStaffRow *kp_grid_staff_sheet_get_rows (const KpGridStaffSheet *sheet, guint *n_rows);
KpSegmentSheet *kp_segment_sheet_read (const char *path, GError **error);
const KpSegmentRow *kp_segment_sheet_get_rows (const KpSegmentSheet *sheet, guint *n_rows);
gboolean kp_money_parse (const char *text, gint64 *fen);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpGridStaffSheet, kp_row_sheet_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpSegmentSheet, kp_row_sheet_free)

G_END_DECLS
