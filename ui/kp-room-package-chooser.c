/* kp-room-package-chooser.c – where a room package is to be written, or lies.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-room-package-dialog.h"
#include "kp-chooser.h"
#include "kp-room-package.h"

/* From the chooser to the dialog. */
typedef struct
{
  GtkWindow *parent;
  KpCampaign *campaign;
  char *actor;
  guint room; /* 0 = a package is taken in */
  GCallback on_done;
} Choosing;

static void
choosing_free (Choosing *choosing)
{
  g_object_unref (choosing->parent);
  g_object_unref (choosing->campaign);
  g_free (choosing->actor);
  g_free (choosing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choosing, choosing_free)

/* Whoever says “replace” in the chooser means it: the dialog behind it writes new files only. */
static void
on_chosen (GtkNativeDialog *chooser,
           int response,
           Choosing *owned)
{
  g_autoptr (Choosing) choosing = owned;
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  KpRoomPackageDialog *dialog;

  g_object_unref (chooser);
  if (path == NULL)
    return;
  dialog = kp_room_package_dialog_new (choosing->parent, choosing->room > 0 ? KP_ROOM_PACKAGE_WRITE : KP_ROOM_PACKAGE_TAKE, path,
                                       choosing->actor);
  kp_room_package_dialog_set_campaign (dialog, choosing->campaign, choosing->room);
  g_signal_connect_object (dialog, "destroy", choosing->on_done, choosing->parent, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * kp_room_package_choose:
 * @parent: the window that asks
 * @campaign: the office's record
 * @actor: who works
 * @room: whose package is to be written; 0 = one is taken in
 * @on_done: called with @parent when the dialog is closed
 *
 * Asks for the file, then for the passphrase, and does it.
 */
void
kp_room_package_choose (GtkWindow *parent,
                        KpCampaign *campaign,
                        const char *actor,
                        guint room,
                        GCallback on_done)
{
  const gboolean is_out = room > 0;
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      is_out ? _("Where to Save the Room Package") : _("Choose the Room Package"), parent,
      is_out ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN, is_out ? _("_Save") : _("_Open"), _("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *name = g_strdup_printf (_("Room %u.kproom"), room);
  Choosing *choosing = g_new0 (Choosing, 1);

  *choosing = (Choosing) { g_object_ref (parent), g_object_ref (campaign), g_strdup (actor), room, on_done };
  gtk_file_filter_set_name (filter, _("Room packages"));
  gtk_file_filter_add_pattern (filter, "*" KP_ROOM_PACKAGE_ENDING);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  if (is_out)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  g_signal_connect (chooser, "response", G_CALLBACK (on_chosen), choosing);
  kp_chooser_show (chooser);
}
