/* kp-lists-mask.c – names as lists that are published show them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-lists.h"

/* A longer name would be lines of stars, and its parts would tell whose it is. */
#define MOST_STARS 10

/** kp_lists_mask_name: 张* for 张三, 欧阳** for 欧阳某某; the dot of other peoples' names stays, but 迪*** for a name of
 * more than eleven characters. (transfer full) */
char *
kp_lists_mask_name (const char *name)
{
  static const char *const surnames[] = {
    "欧阳", "上官", "司马", "诸葛", "夏侯", "东方", "尉迟", "公孙", "令狐", "慕容", "皇甫",
    "长孙", "宇文", "司徒", "司空", "端木", "澹台", "公冶", "宗政", "濮阳", "淳于", "单于",
    "太叔", "申屠", "轩辕", "钟离", "闻人", "东郭", "南宫", "百里", "西门", "拓跋", "呼延",
    "独孤", "鲜于", "闾丘", "司寇", "赫连", "万俟", "第五", "左丘", "梁丘",
  };
  g_autoptr (GString) masked = g_string_new (NULL);
  const glong length = g_utf8_strlen (name, -1);
  glong n_shown = 1;

  for (gsize i = 0; i < G_N_ELEMENTS (surnames); i++)
    {
      if (length > 2 && g_str_has_prefix (name, surnames[i]))
        n_shown = 2;
    }
  if (length > MOST_STARS + 1)
    return g_strdup_printf ("%.*s***", (gint) (g_utf8_next_char (name) - name), name);
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (n_shown-- > 0 || c == 0x00b7)
        g_string_append_unichar (masked, c);
      else
        g_string_append_c (masked, '*');
    }
  return g_string_free (g_steal_pointer (&masked), FALSE);
}
