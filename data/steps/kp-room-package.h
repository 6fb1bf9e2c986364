/* kp-room-package.h – the file in which an interview room without network has its record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-panel-tables.h"
#include "kp-sealed-box.h"
#include "kp-session.h"

G_BEGIN_DECLS

#define KP_ROOM_PACKAGE_ENDING ".kproom"

gboolean     kp_room_package_is_one (const char *path);
gboolean     kp_room_package_check (const char *path, GError **error);
KpSealedKey *kp_room_package_unlock (const char *path, const char *passphrase, GError **error);
KpSession   *kp_room_package_open (const char *path, KpSealedKey *key, const char *actor, KpOpenMode mode,
                                   const KpSources *sources, GError **error);
KpSession   *kp_room_package_open_signed (const char *path, KpSealedKey *key, const KpSources *sources, char **digest,
                                          guint8 signature[KP_SIGNATURE_SIZE], GError **error);
gboolean     kp_room_package_is_signed (const char *verify_key, const char *digest,
                                        const guint8 signature[KP_SIGNATURE_SIZE]);
gboolean     kp_room_package_write_new (const char *path, KpSealedKey *key, GBytes *image, const char *sign_key,
                                        GError **error);
gboolean     kp_room_package_load_row (KpSession *session, KpRoomPackageRecord **row, GError **error);

G_END_DECLS
