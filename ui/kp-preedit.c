/* kp-preedit.c – whether an input method is composing in an entry, whose keys are its own then.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Who takes keys before the entry does (in the capture phase) takes them from the input method too: Enter, which accepts what
 * is composed, Escape, which gives it up, and the arrows, which choose among candidates. */
#include "kp-preedit.h"

#define SHOWN "kp-preedit-shown"

static void
on_preedit_changed (GtkWidget *entry,
                    const char *preedit)
{
  g_object_set_data (G_OBJECT (entry), SHOWN, GINT_TO_POINTER (*preedit != '\0'));
}

/** kp_preedit_watch: from now on kp_preedit_is_shown() can be asked of @entry, a GtkEditable that is no text by itself. */
void
kp_preedit_watch (GtkWidget *entry)
{
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "preedit-changed", G_CALLBACK (on_preedit_changed), entry,
                           G_CONNECT_SWAPPED);
}

/** kp_preedit_is_shown: whether something is being composed in @entry that isn't in its text yet. */
gboolean
kp_preedit_is_shown (GtkWidget *entry)
{
  return g_object_get_data (G_OBJECT (entry), SHOWN) != NULL;
}
