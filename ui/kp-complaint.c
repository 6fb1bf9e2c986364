/* kp-complaint.c – says in a dialog what didn't work.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-complaint.h"

#include <glib/gi18n-lib.h>

/** kp_complaint_show: a whole @sentence above @window. */
void
kp_complaint_show (GtkWindow *window,
                   const char *sentence)
{
  GtkWidget *dialog = adw_message_dialog_new (window, _("That Didn't Work"), sentence);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/** kp_complaint_tell: a whole @sentence where @label stands, which is there only while there is one. */
void
kp_complaint_tell (GtkLabel *label,
                   const char *sentence)
{
  gtk_label_set_label (label, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (label), sentence != NULL);
}
