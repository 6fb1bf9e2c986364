/* kp-entry-sheet.c – empty sheets for entering the marks of a paper, with numbers alone.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whoever types marks sees a number and nothing else: neither name nor post. With secret numbers these, in their order;
 * without them tickets in the order of the seats, as the papers lie in the room's bag. */

#include "kp-entry-sheet.h"

#include <glib/gi18n-lib.h>

#include "kp-mark-desk.h"

static const KpListColumn ticket_columns[] = {
  { "ticket", "准考证号", 16, KP_LIST_TEXT },
  { "mark", "分数", 10, KP_LIST_TEXT },
};

static const KpListColumn secret_columns[] = {
  { "secret", "密号", 16, KP_LIST_TEXT },
  { "mark", "分数", 10, KP_LIST_TEXT },
};

/* A bundle of the room, or any. */
static void
add_bundle (KpList *list, const KpMarkDesk *desk, const KpMarkBundle *bundle)
{
  for (guint i = 0; i < bundle->n_scripts; i++)
    {
      const KpMarkScript *script = g_ptr_array_index (desk->scripts, bundle->first + i);

      kp_list_add_row (list, (const char *[]){ script->number, "" });
    }
}

/**
 * kp_entry_sheet_make:
 * @session: a session; only read
 * @code: of the paper
 * @room: of one room alone; 0 = all
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the sheet, or %NULL with #KP_STEP_ERROR or #KP_DATA_ERROR; secret numbers know no room
 */
KpList *
kp_entry_sheet_make (KpSession *session, const char *code, guint room, GError **error)
{
  g_autoptr (KpMarkDesk) desk = kp_mark_desk_load (session, code, 1, kp_session_get_actor (session), error);
  g_autofree char *title = NULL;
  KpList *list;

  if (desk == NULL)
    return NULL;
  if (desk->is_secret && room > 0)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_ARGUMENT,
                   _ ("Paper “%s” is entered by secret numbers, which know no room; leave out --room."), code);
      return NULL;
    }
  title = room > 0 ? g_strdup_printf ("登分表（科目%s 第%03u考场）", code, room) : g_strdup_printf ("登分表（科目%s）", code);
  list = desk->is_secret ? kp_list_new (title, NULL, secret_columns, G_N_ELEMENTS (secret_columns))
                         : kp_list_new (title, NULL, ticket_columns, G_N_ELEMENTS (ticket_columns));
  for (guint i = 0; i < desk->bundles->len; i++)
    {
      const KpMarkBundle *bundle = &g_array_index (desk->bundles, KpMarkBundle, i);

      if (room == 0 || bundle->room == room)
        add_bundle (list, desk, bundle);
    }
  return list;
}
