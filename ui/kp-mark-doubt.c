/* kp-mark-doubt.c – a mark that the same clerk has typed at another place meanwhile: which one holds.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-mark-doubt.h"

typedef struct
{
  GtkWidget *page;
  KpMarkTyped *typed;
  char *now;
  KpMarkDoubtFunc func;
} Doubt;

static void
doubt_free (gpointer data)
{
  Doubt *doubt = data;

  g_object_unref (doubt->page);
  kp_mark_typed_free (doubt->typed);
  g_free (doubt->now);
  g_free (doubt);
}

static void
on_chosen (KpConflictChoice choice,
           const gboolean *takes_mine G_GNUC_UNUSED,
           gpointer data)
{
  const Doubt *doubt = data;

  if (choice != KP_CONFLICT_LATER)
    doubt->func (doubt->typed, doubt->now, choice == KP_CONFLICT_MINE, doubt->page);
}

/**
 * kp_mark_doubt_ask:
 * @page: on which it was typed; kept until the answer
 * @typed: what was to be written
 * @conflict: of kp_step_enter_mark_seen(), between two marks of one clerk
 * @func: told what was decided
 */
void
kp_mark_doubt_ask (GtkWidget *page,
                   const KpMarkTyped *typed,
                   const KpConflict *conflict,
                   KpMarkDoubtFunc func)
{
  Doubt *doubt = g_new (Doubt, 1);
  const KpConflictField *field = g_ptr_array_index (conflict->fields, 0);

  *doubt = (Doubt) { g_object_ref (page), kp_mark_typed_copy (typed), g_strdup (field->now), func };
  kp_conflict_dialog_show (page, conflict, on_chosen, doubt, doubt_free);
}
