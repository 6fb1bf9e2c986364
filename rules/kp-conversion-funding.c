/* kp-conversion-funding.c – the money of former departments, balanced to the fen 经费划转表.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 意见一: the county puts together the money that the former departments spent on the converted. Each
 * department states its budget; person by person it goes along with the converted or stays:
 *
 *   budget = moved + kept, department by department, and the county's line is the sum of the rows */

#include "kp-conversion.h"

static KpFundingRow *
find_row (KpFundingRow *rows, guint n_rows, const char *department)
{
  for (guint i = 0; i < n_rows; i++)
    if (g_str_equal (rows[i].department, department))
      return &rows[i];
  return NULL;
}

static void
count_person (KpFundingRow *row, const KpFundedPerson *person)
{
  row->n_before++;
  if (person->converted == KP_CONVERTED_YES)
    {
      row->n_converted++;
      row->moved += person->cost;
      return;
    }
  row->kept += person->cost;
  row->n_left += person->converted == KP_CONVERTED_ENDED;
  row->n_open += person->converted == KP_CONVERTED_OPEN;
}

static void
add_row (KpFundingRow *total, const KpFundingRow *row)
{
  total->budget += row->budget;
  total->n_before += row->n_before;
  total->n_converted += row->n_converted;
  total->n_left += row->n_left;
  total->n_open += row->n_open;
  total->moved += row->moved;
  total->kept += row->kept;
  total->difference += row->difference;
}

/**
 * kp_funding_balance:
 * @rows: (array length=n_rows): departments with their budgets as stated; the rest is filled in
 * @n_rows: how many
 * @persons: (array length=n_persons): the roster
 * @n_persons: how many
 * @total: (out): the county's line
 *
 * Adds up who goes with which money. It balances when every person is of a department of the table, what
 * becomes of everybody is said, and each department's budget is what its persons cost, to the fen.
 *
 * Returns: whether it balances
 */
gboolean
kp_funding_balance (
    KpFundingRow *rows, guint n_rows, const KpFundedPerson *persons, guint n_persons, KpFundingRow *total)
{
  gboolean is_balanced = TRUE;

  *total = (KpFundingRow){ .department = "合计" };
  for (guint i = 0; i < n_rows; i++)
    rows[i] = (KpFundingRow){ .department = rows[i].department, .budget = rows[i].budget };
  for (guint i = 0; i < n_persons; i++)
    {
      KpFundingRow *row = find_row (rows, n_rows, persons[i].department);

      if (row != NULL)
        count_person (row, &persons[i]);
      else
        is_balanced = FALSE;
    }
  for (guint i = 0; i < n_rows; i++)
    {
      rows[i].difference = rows[i].budget - rows[i].moved - rows[i].kept;
      is_balanced &= rows[i].difference == 0 && rows[i].n_open == 0;
      add_row (total, &rows[i]);
    }
  return is_balanced;
}
