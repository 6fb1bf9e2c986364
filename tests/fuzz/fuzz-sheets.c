/* fuzz-sheets.c – every other sheet that comes from outside, as a text table.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-address-sheet.h"
#include "kp-conversion-sheet.h"
#include "kp-fitness-sheet.h"
#include "kp-fuzz.h"
#include "kp-headcount-sheet.h"
#include "kp-mark-sheet.h"
#include "kp-payment-sheet.h"
#include "kp-staff-sheet.h"
#include "kp-year-sheet.h"

static gboolean
read_marks (KpMarkSheet *sheet)
{
  if (sheet != NULL)
    kp_mark_sheet_free (sheet);
  return sheet != NULL;
}

static gboolean
read_rows (KpRowSheet *sheet)
{
  if (sheet != NULL)
    kp_row_sheet_free (sheet);
  return sheet != NULL;
}

static gboolean
read_headcount (const char *path, GError **error)
{
  g_autoptr (KpHeadcountSheet) sheet = kp_headcount_sheet_read (path, error);

  return sheet != NULL;
}

/* The first byte says which sheet it is. */
static gboolean
read_sheet (guint kind, const char *path, GError **error)
{
  switch (kind % 11)
    {
    case 0: return read_marks (kp_mark_sheet_read_written (path, NULL, NULL, error));
    case 1: return read_marks (kp_mark_sheet_read_interview (path, NULL, NULL, error));
    case 2: return read_rows (kp_address_sheet_read (path, error));
    case 3: return read_rows (kp_grid_staff_sheet_read (path, error));
    case 4: return read_rows (kp_segment_sheet_read (path, error));
    case 5: return read_rows (kp_fitness_sheet_read (path, KP_FITNESS_PHYSICAL, error));
    case 6: return read_headcount (path, error);
    case 7: return read_rows (kp_payment_sheet_read (path, error));
    case 8: return read_rows (kp_staff_sheet_read_staff (path, error));
    case 9: return read_rows (kp_staff_sheet_read_recusals (path, error));
    default: return read_rows (kp_year_sheet_read (path, error));
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  gboolean is_read;

  if (size == 0)
    return 0;
  path = kp_fuzz_write ("sheet.csv", data + 1, size - 1);
  is_read = read_sheet ((guint) (data[0] - 'a'), path, &error);
  kp_fuzz_check (is_read, &error);
  return 0;
}
