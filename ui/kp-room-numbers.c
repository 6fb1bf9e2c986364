/* kp-room-numbers.c – the numbers of an interview room in a list, each with its mark and how far it is.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-room-numbers.h"

#include <glib/gi18n-lib.h>

#include "kp-children.h"
#include "kp-line-row.h"

/** kp_room_numbers_get_word: how far the number is; "" while it waits. */
const char *
kp_room_numbers_get_word (const KpRoomCandidate *candidate)
{
  if (candidate->state == KP_ROOM_CHECKED)
    return _("checked");
  if (candidate->state == KP_ROOM_ENTERED)
    return _("to be checked");
  return candidate->is_absent ? _("did not come") : "";
}

static GtkWidget *
make_row (const KpRoomCandidate *candidate)
{
  g_autofree char *title = g_strdup_printf (_("No. %u"), candidate->number);
  const char *icon = candidate->state == KP_ROOM_CHECKED   ? "object-select-symbolic"
                     : candidate->state == KP_ROOM_ENTERED ? "document-edit-symbolic"
                                                           : "content-loading-symbolic";

  return kp_line_row_new (icon, title, kp_room_numbers_get_word (candidate), candidate->result != NULL ? candidate->result : "");
}

/**
 * kp_room_numbers_fill:
 * @list: gets a row for each candidate in the place of those that it has
 * @desk: a room
 * @wanted: (nullable): code of the number that was shown; %NULL = the first that isn't checked
 *
 * Returns: (transfer none) (nullable): the row where the score keeper goes on; %NULL for an empty room
 */
GtkListBoxRow *
kp_room_numbers_fill (GtkListBox *list,
                      const KpRoomDesk *desk,
                      const char *wanted)
{
  GtkListBoxRow *shown = NULL;

  kp_children_clear (GTK_WIDGET (list));
  for (guint i = 0; i < desk->candidates->len; i++)
    {
      const KpRoomCandidate *candidate = g_ptr_array_index (desk->candidates, i);
      GtkWidget *row = make_row (candidate);

      gtk_list_box_append (list, row);
      if (g_strcmp0 (candidate->code, wanted) == 0 || (wanted == NULL && shown == NULL && candidate->state != KP_ROOM_CHECKED))
        shown = GTK_LIST_BOX_ROW (row);
    }
  return shown != NULL ? shown : gtk_list_box_get_row_at_index (list, 0);
}
