/* kp-server-address.h – where a campaign lies on a server, as a person types it and a list of recent records keeps it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Owned texts. A password is never a part of it. */
typedef struct
{
  char *server;   /* "name", "name:port", "[::1]:port", or the folder of a socket; "" = this computer's own socket */
  char *database;
  char *login;
  char *campaign; /* its code; NULL = the only one */
} KpServerAddress;

KpServerAddress *kp_server_address_new (const char *server, const char *database, const char *login, const char *campaign,
                                        GError **error);
KpServerAddress *kp_server_address_parse (const char *uri); /* nullable */
char *kp_server_address_dup_uri (const KpServerAddress *address);
char *kp_server_address_dup_location (const KpServerAddress *address, const char *password);
void kp_server_address_free (KpServerAddress *address);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpServerAddress, kp_server_address_free)

G_END_DECLS
