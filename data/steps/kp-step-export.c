/* kp-step-export.c – a list with full ID numbers and phones leaves the record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-export.h"

/**
 * kp_step_note_export:
 * @session: a session, open for writing
 * @list: name of the list
 * @n_persons: how many stand on it
 * @error: return location
 *
 * 个人信息保护法 第五十一条、第五十五条: who takes such a list out of the house stands in the journal, before it is written.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_note_export (KpSession *session,
                     const char *list,
                     guint n_persons,
                     GError **error)
{
  g_autofree char *text = g_strdup_printf ("{\"list\":\"%s\",\"persons\":%u}", list, n_persons);
  g_autoptr (KpLedger) ledger = kp_session_begin_beside (session, "export", list, error);

  return ledger != NULL && kp_ledger_note (ledger, "export", text, error) && kp_session_commit (session, ledger, error);
}
