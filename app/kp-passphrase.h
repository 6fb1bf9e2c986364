/* kp-passphrase.h – passphrases, passwords and PINs, out of a file or typed unseen.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KP_PASSPHRASE_ROOM,     /* of a room package */
  KP_PASSPHRASE_PASSWORD, /* of an account */
  KP_PASSPHRASE_PIN,      /* of one of two people */
  KP_PASSPHRASE_FIRST_PIN, /* of the first of them, in a room package */
  KP_PASSPHRASE_OLD_PIN,  /* which is to be replaced */
  KP_PASSPHRASE_NEW_PASSWORD,
  KP_PASSPHRASE_NEW_PIN,
  KP_PASSPHRASE_RECORD,   /* of a locked record */
  KP_PASSPHRASE_NEW_RECORD,
} KpPassphraseKind;

/* WHO (nullable) is named in the question. FILE NULL = asked for at the terminal; LINE counts from 0. */
char *kp_passphrase_read (KpPassphraseKind kind, const char *who, const char *file, guint line, gboolean is_new, GError **error);
void kp_passphrase_free (char *passphrase);

G_END_DECLS
