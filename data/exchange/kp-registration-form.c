/* kp-registration-form.c – one registration as it was filled in at the counter.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A form is a workbook of one row: what is typed at the counter is read and judged as what a street sends in. */

#include "kp-registration-form.h"

/* RFC 4180; always within quotes, so that ="0012" and sep= mean nothing here. */
static void
append_cell (GString *text, const char *cell, gboolean is_first)
{
  g_autoptr (GString) quoted = g_string_new (cell);

  g_string_replace (quoted, "\"", "\"\"", 0);
  g_string_append_printf (text, "%s\"%s\"", is_first ? "" : ",", quoted->str);
}

/**
 * kp_registration_form_write:
 * @cells: (array length=n_cells): the fields
 * @n_cells: how many
 *
 * Returns: (transfer full): a text table of a heading and one row, for kp_registration_book_read_bytes()
 */
GBytes *
kp_registration_form_write (const KpFormCell *cells, guint n_cells)
{
  GString *text = g_string_new ("\xef\xbb\xbf");

  for (guint i = 0; i < n_cells; i++)
    append_cell (text, cells[i].title, i == 0);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < n_cells; i++)
    append_cell (text, cells[i].text, i == 0);
  g_string_append_c (text, '\n');
  return g_string_free_to_bytes (text);
}
