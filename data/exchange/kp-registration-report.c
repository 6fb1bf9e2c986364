/* kp-registration-report.c – the judged rows as a file for the street.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-registration-report.h"

#include <string.h>

#include "kp-list-private.h"

static const KpListColumn columns[] = {
  { "sheet_row", "sheet_row", 10, KP_LIST_NUMBER },
  { "verdict", "verdict", 10, KP_LIST_TEXT },
  { "why", "why", 24, KP_LIST_TEXT },
  { "field", "field", 14, KP_LIST_TEXT },
  { "value", "value", 26, KP_LIST_TEXT },
  { "message", "message", 70, KP_LIST_TEXT },
};

/* Mere notes have a sentence but no code: they didn't make the verdict. */
static char *
join_codes (const KpRegistrationRow *row)
{
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < row->n_faults; i++)
    if (row->faults[i].verdict != KP_REGISTRATION_OK)
      g_string_append_printf (codes, "%s%s", codes->len > 0 ? ";" : "", row->faults[i].code);
  return g_strdup (codes->str);
}

static char *
join_messages (const KpRegistrationRow *row)
{
  g_autoptr (GString) messages =
      g_string_new (row->is_already_recorded ? "这一报名已经登记，内容相同。" : NULL);

  for (guint i = 0; i < row->n_faults; i++)
    g_string_append (messages, row->faults[i].message);
  return g_strdup (messages->str);
}

static void
add_row (KpList *list, const KpRegistrationRow *row)
{
  g_autofree char *number = g_strdup_printf ("%u", row->sheet_row);
  g_autofree char *codes = join_codes (row);
  g_autofree char *messages = join_messages (row);
  const KpRegistrationFault *first = row->n_faults > 0 ? &row->faults[0] : NULL;
  const char *const values[] = {
    number,
    kp_registration_verdict_get_word (row->verdict),
    codes,
    first != NULL ? first->title : "",
    first != NULL ? first->value : "",
    messages,
  };

  kp_list_add_row (list, values);
}

static char *
dup_summary (const KpRegistrationRow *rows, guint n_rows)
{
  guint count[4] = { 0 };

  for (guint i = 0; i < n_rows; i++)
    count[rows[i].verdict]++;
  return g_strdup_printf ("共%u行：正常%u行，提示%u行，退回%u行，冲突%u行", n_rows, count[KP_REGISTRATION_OK],
                          count[KP_REGISTRATION_WARN], count[KP_REGISTRATION_REJECT],
                          count[KP_REGISTRATION_CONFLICT]);
}

/* Programs read this file as well as people, and some of them would take a byte-order mark for a part of the
 * first title. */
static gboolean
save_without_mark (KpList *list, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = kp_list_to_csv (list);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return kp_list_write_file (path, data + 3, size - 3, error);
}

/**
 * kp_registration_report_save:
 * @path: ends in .xlsx or .csv (UTF-8 without a byte-order mark)
 * @rows: as judged
 * @n_rows: how many
 * @error: %KP_EXCHANGE_ERROR_WRITE
 *
 * Writes sheet_row,verdict,why,field,value,message for each row. why holds the codes of all faults, joined by
 * ";", the weightiest first; field and value are those of the first; message holds a sentence for each.
 * Personal values are masked. Either the whole file is there afterwards or what was there before.
 *
 * Returns: whether it could
 */
gboolean
kp_registration_report_save (const char *path, const KpRegistrationRow *rows, guint n_rows, GError **error)
{
  g_autofree char *summary = dup_summary (rows, n_rows);
  g_autofree char *lower = NULL;
  g_autoptr (KpList) list = kp_list_new ("", NULL, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < n_rows; i++)
    add_row (list, &rows[i]);
  kp_list_add_note (list, summary);
  lower = g_ascii_strdown (path, -1);
  if (g_str_has_suffix (lower, ".csv"))
    return save_without_mark (list, path, error);
  return kp_list_save (list, path, error);
}
