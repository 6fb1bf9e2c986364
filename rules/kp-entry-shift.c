/* kp-entry-shift.c – whether one of two entries slipped by a row.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 商丘 2021: the mark of the next row was typed for number 03. Such a slip is no typing error of its own: the mark stands in
 * the other entry, one row away.
 *
 *   row     own   other
 *   1       70    70
 *   2       85    81      85 is what the other entry has for row 3: from here on shifted, offset +1
 *   3       66    85
 *   4       58    66      offset is told of the longest such run; rows that agree by chance don't end it
 */

#include "kp-entry-shift.h"

static gboolean
is_entered (const KpStatedMark *mark)
{
  return mark->state != KP_MARK_NOT_ENTERED;
}

static gboolean
is_equal (const KpStatedMark *a,
          const KpStatedMark *b)
{
  return a->state == b->state && (a->state != KP_MARK_PRESENT || a->mark == b->mark);
}

/* The row differs, and its mark is that of the row at @offset. */
static gboolean
is_shifted (const KpStatedMark *own,
            const KpStatedMark *other,
            guint               n_rows,
            guint               row,
            gint                offset)
{
  const gint64 at = (gint64) row + offset;

  if (at < 0 || at >= (gint64) n_rows || !is_entered (&own[row]) || !is_entered (&other[row]))
    return FALSE;
  return !is_equal (&own[row], &other[row]) && is_equal (&own[row], &other[at]);
}

static gboolean
agrees (const KpStatedMark *own,
        const KpStatedMark *other,
        guint               row)
{
  return is_entered (&own[row]) && is_equal (&own[row], &other[row]);
}

static void
keep_longer (const KpEntryShift *run,
             KpEntryShift       *out)
{
  if (run->n_rows > out->n_rows)
    *out = *run;
}

static void
find_runs (const KpStatedMark *own,
           const KpStatedMark *other,
           guint               n_rows,
           gint                offset,
           KpEntryShift       *out)
{
  KpEntryShift run = { .offset = offset };

  for (guint i = 0; i < n_rows; i++)
    {
      if (is_shifted (own, other, n_rows, i, offset))
        {
          if (run.n_rows == 0)
            run.first = i;
          run.last = i;
          run.n_rows++;
        }
      else if (!agrees (own, other, i))
        {
          keep_longer (&run, out);
          run.n_rows = 0;
        }
    }
  keep_longer (&run, out);
}

/**
 * kp_entry_shift_find:
 * @own: one entry, in the order in which it was typed; what isn't entered is %KP_MARK_NOT_ENTERED
 * @other: the other entry of the same candidates
 * @n_rows: of both
 * @out: (out): the longest run of rows that slipped; n_rows 0 when there is none
 *
 * A run of one row is a single mark taken from the neighbour; two and more look like a sheet that slipped. It is a hint for
 * the person with the papers in hand: no mark is decided by it.
 *
 * Returns: whether there is such a run
 */
gboolean
kp_entry_shift_find (const KpStatedMark *own,
                     const KpStatedMark *other,
                     guint               n_rows,
                     KpEntryShift       *out)
{
  *out = (KpEntryShift) { 0 };
  find_runs (own, other, n_rows, 1, out);
  find_runs (own, other, n_rows, -1, out);
  return out->n_rows > 0;
}
