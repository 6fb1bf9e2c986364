/* kp-press-register-erasures.c – the certificate of what was erased when its period was over.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-change-tables.h"
#include "kp-press-register-private.h"
#include "kp-retention-report.h"

static void
add_erasure (KpRegisterBook *book, const KpErasureRecord *erasure)
{
  KpPress *press = book->press;
  KpRetentionKind kind;
  const gboolean is_known = kp_retention_parse (erasure->kind, &kind);
  const char *cells[16] = {
    kp_press_format (press, "%" G_GINT64_FORMAT, erasure->number),
    is_known ? kp_retention_get_chinese (kind) : erasure->kind,
    kp_press_format (press, "%" G_GINT64_FORMAT "年", erasure->years),
    erasure->until,
    kp_press_format (press, "%" G_GINT64_FORMAT, erasure->n_persons),
    kp_press_format (press, "%" G_GINT64_FORMAT, erasure->n_values),
    is_known ? kp_retention_get_clause (kind) : NULL,
    erasure->first_person,
    erasure->second_person,
    kp_press_format (press, "%.10s", erasure->at),
    kp_press_format (press, "%.16s", erasure->digest),
  };

  kp_register_book_add (book, NULL, cells);
}

/** kp_register_fill_erasures: every erasure by kind, in numbers; by its number that one alone. */
gboolean
kp_register_fill_erasures (KpRegisterBook *book, GError **error)
{
  const char *only = book->press->filter;
  g_autoptr (GPtrArray) erasures = kp_erasure_list (book->press->session, error);

  for (guint i = 0; erasures != NULL && i < erasures->len; i++)
    {
      const KpErasureRecord *erasure = g_ptr_array_index (erasures, i);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, erasure->number);

      if (only == NULL || strcmp (only, number) == 0)
        add_erasure (book, erasure);
    }
  if (erasures != NULL && book->groups->len == 0)
    return kp_press_fail_empty (book->press->form, error);
  return erasures != NULL;
}
