/* kp-fitness-sheet.h – conclusions of physical examinations and background checks, read from a workbook.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-row-sheet.h"

G_BEGIN_DECLS

typedef enum
{
  KP_FITNESS_PHYSICAL,   /* 体检 */
  KP_FITNESS_BACKGROUND, /* 考察 */
} KpFitnessKind;

typedef enum
{
  KP_FITNESS_PASS,   /* 合格 */
  KP_FITNESS_FAIL,   /* 不合格 */
  KP_FITNESS_WAIVED, /* 放弃, 未参加 */
  KP_FITNESS_OPEN,   /* 待复检, 缓检, empty: no conclusion yet */
  KP_FITNESS_FAULTY  /* none of these words */
} KpFitnessOutcome;

/* Strings are never NULL and belong to the sheet. */
typedef struct
{
  guint sheet_row;
  const char *key; /* ticket or registration number */
  KpFitnessOutcome outcome;
  const char *message; /* "" or a whole Chinese sentence */
} KpFitnessRow;

typedef KpRowSheet KpFitnessSheet;

KpFitnessSheet *kp_fitness_sheet_read (const char *path, KpFitnessKind kind, GError **error);
const KpFitnessRow *kp_fitness_sheet_get_rows (const KpFitnessSheet *sheet, guint *n_rows);
guint kp_fitness_sheet_get_n_faults (const KpFitnessSheet *sheet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpFitnessSheet, kp_row_sheet_free)

G_END_DECLS
