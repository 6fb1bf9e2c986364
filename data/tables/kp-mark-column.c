/* kp-mark-column.c – marks as the record's columns hold them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-mark-column.h"

#include "kp-table.h"

/**
 * kp_mark_column_from_fraction:
 * @value: a mark that a rule has rounded already, or unknown
 *
 * Returns: the column's value: a #KpMark, or %KP_NO_INT where there is no mark
 */
gint64
kp_mark_column_from_fraction (KpFraction value)
{
  KpMark mark;

  return kp_fraction_round_to_mark (value, KP_MARK_DECIMALS, KP_ROUNDING_HALF_UP, &mark) ? mark : KP_NO_INT;
}

/**
 * kp_mark_column_to_fraction:
 * @column: a #KpMark or %KP_NO_INT
 *
 * Returns: the mark, or unknown where there is none
 */
KpFraction
kp_mark_column_to_fraction (gint64 column)
{
  return column != KP_NO_INT ? kp_fraction_from_mark (column) : KP_FRACTION_UNKNOWN;
}
