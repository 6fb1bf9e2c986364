/* kp-registration-merge.c – gives the post of merged cells to every candidate beside them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*   张三 │ 1306… │ A01        county lists merge the post over the candidates of it; the file then holds it
 * in 李四 │ 1306… │  ↓         the topmost cell alone. Only posts and streets: one name or number over two
 * rows 王五 │ 1306… │  ↓         would make one person of two. */

#include "kp-registration-private.h"

static void
copy_field (KpRegistrationBook *book, KpRegistrationField field, guint from, guint to)
{
  KpRegistrationRow *rows = (KpRegistrationRow *) book->rows->data;
  KpRegistrationExtra *extras = (KpRegistrationExtra *) book->extras->data;

  if (field == KP_REGISTRATION_FIELD_POST_CODE && *extras[from].code_typed != '\0')
    {
      extras[to].code_typed = extras[from].code_typed;
      extras[to].code_is_number = extras[from].code_is_number;
    }
  else if (field == KP_REGISTRATION_FIELD_STREET && *extras[from].street != '\0')
    extras[to].street = extras[from].street;
  else if (field == KP_REGISTRATION_FIELD_POST_NAME && *rows[from].registration.post_name != '\0')
    rows[to].registration.post_name = rows[from].registration.post_name;
}

/* Rows and merges both ascend. A merge that begins within another is what no program writes. */
static void
spread_column (KpRegistrationBook *book,
               KpRegistrationField field,
               guint column,
               const KpSheetMerge *merges,
               guint n_merges)
{
  const KpRegistrationRow *rows = (const KpRegistrationRow *) book->rows->data;
  guint at = 0, end = 0;

  for (guint i = 0; i < n_merges; i++)
    {
      guint top;

      if (merges[i].column != column || merges[i].first_row <= end)
        continue;
      end = merges[i].last_row;
      while (at < book->rows->len && rows[at].sheet_row < merges[i].first_row)
        at++;
      top = at;
      if (top == book->rows->len || rows[top].sheet_row != merges[i].first_row)
        continue;
      for (at++; at < book->rows->len && rows[at].sheet_row <= end; at++)
        copy_field (book, field, top, at);
    }
}

/**
 * kp_registration_book_spread_merges:
 * @book: a book whose sheet was read just now
 *
 * Gives the post code, post name and street of a cell that is merged downwards to the rows that it covers:
 * what people see there counts, not what may lie hidden below. A merge that begins above the registrations
 * belongs to the heading.
 */
void
kp_registration_book_spread_merges (KpRegistrationBook *book)
{
  static const KpRegistrationField fields[] = { KP_REGISTRATION_FIELD_POST_CODE,
                                                KP_REGISTRATION_FIELD_POST_NAME,
                                                KP_REGISTRATION_FIELD_STREET };
  guint n_merges;
  const KpSheetMerge *merges = kp_workbook_get_merges (book->workbook, book->heading->sheet, &n_merges);

  for (guint i = 0; n_merges > 0 && i < G_N_ELEMENTS (fields); i++)
    {
      gint column = book->heading->columns[fields[i]];

      if (column >= 0)
        spread_column (book, fields[i], (guint) column, merges, n_merges);
    }
}
