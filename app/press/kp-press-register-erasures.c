/* kp-press-register-erasures.c – the certificate of what was erased when its period was over.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-change-tables.h"
#include "kp-press-register-private.h"
#include "kp-step-erase.h"

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

/* Whether the copy is gone stands where the other rows have their numbers. */
static void
add_backup (KpRegisterBook *book, const KpErasureBackupRecord *backup)
{
  KpPress *press = book->press;
  const char *cells[16] = {
    kp_press_format (press, "%" G_GINT64_FORMAT, backup->number),
    kp_press_format (press, "备份 %s：%s", backup->name, backup->is_removed ? "已删除" : "未删除，仍含已清除的内容"),
    NULL,
    NULL,
    NULL,
    NULL,
    NULL,
    NULL,
    NULL,
    kp_press_format (press, "%.10s", backup->at),
  };

  kp_register_book_add (book, NULL, cells);
}

static gboolean
is_wanted (const KpRegisterBook *book, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  return book->press->filter == NULL || strcmp (book->press->filter, text) == 0;
}

/** kp_register_fill_erasures: every erasure by kind, in numbers; by its number that one alone. */
gboolean
kp_register_fill_erasures (KpRegisterBook *book, GError **error)
{
  g_autoptr (GPtrArray) erasures = kp_erasure_list (book->press->session, error);
  g_autoptr (GPtrArray) backups = erasures != NULL ? kp_erasure_list_backups (book->press->session, error) : NULL;

  if (backups == NULL)
    return FALSE;
  for (guint i = 0; i < erasures->len; i++)
    if (is_wanted (book, ((KpErasureRecord *) erasures->pdata[i])->number))
      add_erasure (book, erasures->pdata[i]);
  for (guint i = 0; i < backups->len; i++)
    if (is_wanted (book, ((KpErasureBackupRecord *) backups->pdata[i])->number))
      add_backup (book, backups->pdata[i]);
  return book->groups->len > 0 || kp_press_fail_empty (book->press->form, error);
}
