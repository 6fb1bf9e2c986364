/* kp-draw-title.c – what a draw is called by people.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-draw-title.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Where the purpose goes on after the colon, of what: a post, a paper, the time of a late draw. */
static const struct
{
  const char *purpose;
  const char *title;
} titles[] = {
  { "seats", N_("seats") },
  { "seats-late:", N_("late seats %s") },
  { "interview-order:", N_("order of the interview, post %s") },
  { "examiners", N_("examiners") },
  { "secret-numbers:", N_("secret numbers, paper %s") },
};

/**
 * kp_draw_dup_title:
 * @purpose: of a draw, as the record and the seed have it (design.md §6)
 *
 * Returns: (transfer full): its name for people; the purpose itself where it has none
 */
char *
kp_draw_dup_title (const char *purpose)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      const gsize n = strlen (titles[i].purpose);
      const gboolean has_subject = titles[i].purpose[n - 1] == ':';
      g_autoptr (GString) title = NULL;

      if (has_subject ? !g_str_has_prefix (purpose, titles[i].purpose) : !g_str_equal (purpose, titles[i].purpose))
        continue;
      title = g_string_new (_(titles[i].title));
      g_string_replace (title, "%s", purpose + n, 1);
      return g_string_free (g_steal_pointer (&title), FALSE);
    }
  return g_strdup (purpose);
}
