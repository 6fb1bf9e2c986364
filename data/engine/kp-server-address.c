/* kp-server-address.c – where a campaign lies on a server, as a person types it and a list of recent records keeps it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-server-address.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-data-error.h"

#define SCHEME "postgresql://"

/* What a port and the brackets of an address of IPv6 are written with stays; a folder's slashes don't. */
#define SERVER_MARKS ":[]"

static gboolean
has_any (const char *text, const char *characters)
{
  return strpbrk (text, characters) != NULL;
}

static gboolean
check (const KpServerAddress *address, GError **error)
{
  const gboolean is_folder = *address->server == '/';

  if (has_any (address->server, is_folder ? " \t?#@" : " \t?#@/%"))
    {
      g_set_error (error, KP_DATA_ERROR, KP_DATA_ERROR_CONNECTION,
                   _ ("“%s” is no name of a server; type it like 192.168.1.10 or db.example.cn:5432."), address->server);
      return FALSE;
    }
  if (*address->database == '\0')
    {
      g_set_error_literal (error, KP_DATA_ERROR, KP_DATA_ERROR_CONNECTION,
                           _ ("The name of the database is missing; the administrator knows it."));
      return FALSE;
    }
  if (*address->login == '\0')
    {
      g_set_error_literal (error, KP_DATA_ERROR, KP_DATA_ERROR_CONNECTION,
                           _ ("The login on the server is missing; the administrator knows it."));
      return FALSE;
    }
  return TRUE;
}

static char *
dup_typed (const char *text)
{
  return g_strstrip (g_strdup (text != NULL ? text : ""));
}

/**
 * kp_server_address_new:
 * @server: a name or an address, with ":port" when it isn't 5432; "" for this computer's own
 * @database: its name
 * @login: who connects
 * @campaign: (nullable): its code, %NULL or "" for the only one
 * @error: return location
 *
 * Takes what a person typed; blanks around it don't count.
 *
 * Returns: (transfer full) (nullable): the address, or %NULL with what is wrong with it
 */
KpServerAddress *
kp_server_address_new (const char *server, const char *database, const char *login, const char *campaign, GError **error)
{
  g_autoptr (KpServerAddress) address = g_new0 (KpServerAddress, 1);

  address->server = dup_typed (server);
  address->database = dup_typed (database);
  address->login = dup_typed (login);
  address->campaign = campaign != NULL && *campaign != '\0' ? g_strdup (campaign) : NULL;
  return check (address, error) ? g_steal_pointer (&address) : NULL;
}

/* g_uri_parse() takes the brackets of an address of IPv6 off, and the port from its name. */
static char *
dup_server (GUri *uri)
{
  const char *host = g_uri_get_host (uri) != NULL ? g_uri_get_host (uri) : "";
  const int port = g_uri_get_port (uri);
  g_autofree char *name = strchr (host, ':') != NULL ? g_strdup_printf ("[%s]", host) : g_strdup (host);

  return port > 0 ? g_strdup_printf ("%s:%d", name, port) : g_steal_pointer (&name);
}

/**
 * kp_server_address_parse:
 * @uri: what kp_server_address_dup_uri() wrote, or what somebody wrote by hand for --connect
 *
 * A password in it is left behind.
 *
 * Returns: (transfer full) (nullable): the address; %NULL for another kind of URI, and for one with parameters of
 * libpq, which an address doesn't hold
 */
KpServerAddress *
kp_server_address_parse (const char *uri)
{
  g_autoptr (GUri) parts = g_uri_parse (uri, G_URI_FLAGS_NON_DNS | G_URI_FLAGS_HAS_PASSWORD, NULL);
  g_autofree char *server = NULL;
  const char *path = NULL;

  if (parts == NULL || !g_str_has_prefix (uri, SCHEME) || g_uri_get_query (parts) != NULL)
    return NULL;
  server = dup_server (parts);
  path = g_uri_get_path (parts);
  return kp_server_address_new (server, *path == '/' ? path + 1 : path, g_uri_get_user (parts), g_uri_get_fragment (parts),
                                NULL);
}

static char *
write_uri (const KpServerAddress *address, const char *password)
{
  g_autoptr (GString) uri = g_string_new (SCHEME);

  g_string_append_uri_escaped (uri, address->login, NULL, FALSE);
  if (password != NULL && *password != '\0')
    {
      g_string_append_c (uri, ':');
      g_string_append_uri_escaped (uri, password, NULL, FALSE);
    }
  g_string_append_c (uri, '@');
  g_string_append_uri_escaped (uri, address->server, SERVER_MARKS, FALSE);
  g_string_append_c (uri, '/');
  g_string_append_uri_escaped (uri, address->database, NULL, FALSE);
  return g_string_free (g_steal_pointer (&uri), FALSE);
}

/**
 * kp_server_address_dup_uri:
 *
 * Returns: (transfer full): one line that names the campaign and can be kept anywhere, for there is no password in it
 */
char *
kp_server_address_dup_uri (const KpServerAddress *address)
{
  g_autofree char *uri = write_uri (address, NULL);
  g_autofree char *code = address->campaign != NULL ? g_uri_escape_string (address->campaign, NULL, FALSE) : NULL;

  return code != NULL ? g_strconcat (uri, "#", code, NULL) : g_steal_pointer (&uri);
}

/**
 * kp_server_address_dup_location:
 * @password: (nullable): of the login; %NULL or "" where the server wants none, or libpq finds it by itself
 *
 * Returns: (transfer full): what kp_database_open() takes; hold it with kp_secret_free() when there is a password
 */
char *
kp_server_address_dup_location (const KpServerAddress *address, const char *password)
{
  return write_uri (address, password);
}

/** kp_server_address_free: %NULL is fine. */
void
kp_server_address_free (KpServerAddress *address)
{
  if (address == NULL)
    return;
  g_free (address->server);
  g_free (address->database);
  g_free (address->login);
  g_free (address->campaign);
  g_free (address);
}
