/* kp-import-check.c – a workbook of registrations as a worker has read and judged it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same steps as the command line's. The file is read anew each time: to check it, after a correction, and once more to
 * take it in, when it must still be the file that was checked. */
#include "kp-import-check.h"

#include <glib/gi18n-lib.h>

static void
clear_correction (gpointer data)
{
  g_free ((char *) ((KpRegistrationCorrection *) data)->text);
}

/** kp_import_order_new: the file at @path as it is. (transfer full) */
KpImportOrder *
kp_import_order_new (const char *path)
{
  KpImportOrder *order = g_new0 (KpImportOrder, 1);

  order->path = g_strdup (path);
  order->columns = g_hash_table_new (NULL, NULL);
  order->corrections = g_array_new (FALSE, FALSE, sizeof (KpRegistrationCorrection));
  g_array_set_clear_func (order->corrections, clear_correction);
  return order;
}

/** kp_import_order_copy: for another thread; nobody has stopped it. (transfer full) */
KpImportOrder *
kp_import_order_copy (const KpImportOrder *order)
{
  KpImportOrder *copy = kp_import_order_new (order->path);
  GHashTableIter iter;
  gpointer field, column;

  copy->sheet = g_strdup (order->sheet);
  copy->digest = g_strdup (order->digest);
  copy->accepts_good = order->accepts_good;
  g_hash_table_iter_init (&iter, order->columns);
  while (g_hash_table_iter_next (&iter, &field, &column))
    g_hash_table_insert (copy->columns, field, column);
  for (guint i = 0; i < order->corrections->len; i++)
    {
      const KpRegistrationCorrection *each = &g_array_index (order->corrections, KpRegistrationCorrection, i);

      kp_import_order_correct (copy, each->sheet_row, each->field, each->text);
    }
  return copy;
}

/** kp_import_order_free: frees it. */
void
kp_import_order_free (KpImportOrder *order)
{
  g_free (order->path);
  g_free (order->sheet);
  g_free (order->digest);
  g_hash_table_unref (order->columns);
  g_array_unref (order->corrections);
  g_free (order);
}

/** kp_import_order_correct: @text stands in place of that cell; an earlier one for it is forgotten. */
void
kp_import_order_correct (KpImportOrder *order,
                         guint sheet_row,
                         KpRegistrationField field,
                         const char *text)
{
  const KpRegistrationCorrection correction = { sheet_row, field, g_strdup (text) };

  for (guint i = 0; i < order->corrections->len; i++)
    {
      const KpRegistrationCorrection *each = &g_array_index (order->corrections, KpRegistrationCorrection, i);

      if (each->sheet_row == sheet_row && each->field == field)
        {
          g_array_remove_index (order->corrections, i);
          break;
        }
    }
  g_array_append_val (order->corrections, correction);
}

/** kp_import_check_free: frees it with its rows. */
void
kp_import_check_free (KpImportCheck *check)
{
  kp_registration_book_free (check->book);
  g_free (check);
}

/* 0 = A, 26 = AA. */
static void
append_letters (GString *text,
                guint column)
{
  if (column >= 26)
    append_letters (text, column / 26 - 1);
  g_string_append_c (text, (char) ('A' + column % 26));
}

/* "身份证号=F,姓名=B"; NULL where nobody said anything. */
static char *
dup_mapping (const KpImportOrder *order)
{
  GString *text;

  if (g_hash_table_size (order->columns) == 0)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < KP_REGISTRATION_N_FIELDS; i++)
    {
      gpointer column;

      if (!g_hash_table_lookup_extended (order->columns, GUINT_TO_POINTER (i), NULL, &column))
        continue;
      g_string_append_printf (text, "%s%s=", text->len > 0 ? "," : "",
                              kp_registration_field_get_title ((KpRegistrationField) i));
      append_letters (text, GPOINTER_TO_UINT (column));
    }
  return g_string_free (text, FALSE);
}

static KpImportCheck *
read_book (KpSession *session,
           const KpImportOrder *order,
           GError **error)
{
  g_autofree char *mapping = dup_mapping (order);
  KpRegistrationBook *book = kp_step_read_corrected_registrations (
      session, order->path, order->sheet, mapping, (const KpRegistrationCorrection *) (gpointer) order->corrections->data,
      order->corrections->len, error);
  KpImportCheck *check;

  if (book == NULL)
    return NULL;
  check = g_new0 (KpImportCheck, 1);
  check->book = book;
  return check;
}

/** kp_import_check_run: a #KpCampaignFunc; @order is a #KpImportOrder. Gives a #KpImportCheck; nothing is taken. */
gpointer
kp_import_check_run (KpSession *session,
                     gpointer order,
                     GError **error)
{
  g_autoptr (KpImportCheck) check = read_book (session, order, error);

  if (check == NULL || !kp_step_judge_registrations (session, check->book, &check->tally, error))
    return NULL;
  return g_steal_pointer (&check);
}

static gboolean
watch (guint n_done,
       guint n_rows G_GNUC_UNUSED,
       gpointer data)
{
  KpImportOrder *order = data;

  g_atomic_int_set (&order->n_done, (gint) n_done);
  return !g_atomic_int_get (&order->is_stopped);
}

/** kp_import_check_take: a #KpCampaignFunc on a session that may write; @order is a #KpImportOrder. Takes the rows in,
 * all or nothing, and gives a #KpImportCheck. */
gpointer
kp_import_check_take (KpSession *session,
                      gpointer order,
                      GError **error)
{
  const KpImportOrder *given = order;
  const KpImportTerms terms = { given->accepts_good, watch, order };
  g_autoptr (KpImportCheck) check = read_book (session, order, error);

  if (check == NULL)
    return NULL;
  if (g_strcmp0 (given->digest, kp_registration_book_get_digest (check->book)) != 0)
    {
      g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                           _("The file has changed since it was checked; nothing was taken in. Check it again."));
      return NULL;
    }
  if (!kp_step_take_registrations (session, check->book, &terms, &check->tally, error))
    return NULL;
  return g_steal_pointer (&check);
}
