/* kp-press-leak.c – keeps ID numbers and mobiles off what is published.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The columns of such lists are masked where they are made; this is for what somebody typed into a remark, a reason or a
 * name. */

#include "kp-press-leak.h"

#include <glib/gi18n-lib.h>

#include "kp-leak.h"
#include "kp-press.h"

/* Numbers that Kaopin gives itself, of whatever length the scheme says. */
static gboolean
is_own_number (const KpListColumn *column)
{
  return g_str_equal (column->title, "准考证号") || g_str_equal (column->title, "报名序号") || g_str_equal (column->title, "序号");
}

/* Where it stands, never what it is. */
static gboolean
refuse (const char *name, guint row, const KpListColumn *column, KpLeak leak, GError **error)
{
  g_set_error (error, KP_PRESS_ERROR, KP_PRESS_ERROR_LEAK,
               leak == KP_LEAK_ID_NUMBER
                   ? _ ("The list “%s” isn't published: in row %u, column “%s”, an ID number stands in full. Put right what was "
                        "typed there, and make the list again.")
                   : _ ("The list “%s” isn't published: in row %u, column “%s”, a mobile number stands in full. Put right what "
                        "was typed there, and make the list again."),
               name, row, column->title);
  return FALSE;
}

/**
 * kp_press_check_leaks:
 * @list: what is about to be published
 * @name: how people call it
 * @error: return location
 *
 * 个人信息保护法 §25: what was collected isn't made public, unless the person agrees.
 *
 * Returns: %FALSE with %KP_PRESS_ERROR_LEAK when a cell holds a whole ID number or mobile number
 */
gboolean
kp_press_check_leaks (KpList *list, const char *name, GError **error)
{
  guint n_columns = 0;
  const KpListColumn *columns = kp_list_get_columns (list, &n_columns);

  for (guint i = 0; i < kp_list_get_n_rows (list); i++)
    for (guint j = 0; j < n_columns; j++)
      {
        const KpLeak leak = is_own_number (&columns[j]) ? KP_LEAK_NONE : kp_leak_find (kp_list_get_value (list, i, j));

        if (leak != KP_LEAK_NONE)
          return refuse (name, i + 1, &columns[j], leak, error);
      }
  return TRUE;
}
