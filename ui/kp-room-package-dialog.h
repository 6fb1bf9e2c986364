/* kp-room-package-dialog.h – a room package in the window: written, opened, taken in, and decided where it contradicts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-campaign.h"

G_BEGIN_DECLS

#define KP_TYPE_ROOM_PACKAGE_DIALOG (kp_room_package_dialog_get_type ())
G_DECLARE_FINAL_TYPE (KpRoomPackageDialog, kp_room_package_dialog, KP, ROOM_PACKAGE_DIALOG, AdwWindow)

typedef enum
{
  KP_ROOM_PACKAGE_OPEN,
  KP_ROOM_PACKAGE_WRITE,
  KP_ROOM_PACKAGE_TAKE,
} KpRoomPackageWork;

KpRoomPackageDialog *kp_room_package_dialog_new (GtkWindow *parent, KpRoomPackageWork work, const char *path,
                                                 const char *actor);
void                 kp_room_package_dialog_set_campaign (KpRoomPackageDialog *dialog, KpCampaign *campaign, guint room);

/* The file first; @on_done (GtkWindow *parent) when the dialog closes. @room = 0: a package is taken in. */
void kp_room_package_choose (GtkWindow *parent, KpCampaign *campaign, const char *actor, guint room, GCallback on_done);

G_END_DECLS
