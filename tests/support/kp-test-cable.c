/* kp-test-cable.c – the network between a test and its PostgreSQL server, which can be cut.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-test-cable.h"

#include <gio/gio.h>
#include <gio/gunixsocketaddress.h>
#include <glib/gstdio.h>
#include <string.h>

#include "kp-channel.h"

#define SOCKET_NAME ".s.PGSQL.5432"
#define TICK_MS 5

/* One connection: what the client sends and what the server answers. */
typedef struct
{
  GSocket *client;
  GSocket *server;
  gboolean is_writing;    /* a unit of work is about to end */
  gboolean is_committing; /* the answer is to be held back */
} Wire;

struct _KpTestCable
{
  char *location;
  char *path;     /* of our socket */
  char *far_path; /* of the server's */
  GThread *thread;

  GMutex lock;
  gboolean is_cut;     /* locked, as all below */
  gboolean is_waiting; /* for a COMMIT */
  gboolean is_over;
  KpTestCut when;

  GSocket *listening; /* the thread's, as below */
  GPtrArray *wires;
};

static void
wire_free (gpointer data)
{
  Wire *wire = data;

  g_socket_close (wire->client, NULL);
  g_socket_close (wire->server, NULL);
  g_object_unref (wire->client);
  g_object_unref (wire->server);
  g_free (wire);
}

static GSocket *
make_socket (void)
{
  g_autoptr (GError) error = NULL;
  GSocket *socket = g_socket_new (G_SOCKET_FAMILY_UNIX, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_DEFAULT, &error);

  g_assert_no_error (error);
  return socket;
}

static void
listen_again (KpTestCable *cable)
{
  g_autoptr (GSocketAddress) address = g_unix_socket_address_new (cable->path);
  g_autoptr (GError) error = NULL;

  if (cable->listening != NULL)
    return;
  cable->listening = make_socket ();
  g_socket_set_blocking (cable->listening, FALSE);
  if (!g_socket_bind (cable->listening, address, FALSE, &error) || !g_socket_listen (cable->listening, &error))
    g_error ("%s", error->message);
}

static void
drop_all (KpTestCable *cable)
{
  if (cable->listening == NULL)
    return;
  g_socket_close (cable->listening, NULL);
  g_clear_object (&cable->listening);
  g_unlink (cable->path);
  g_ptr_array_set_size (cable->wires, 0);
}

static void
accept_one (KpTestCable *cable)
{
  g_autoptr (GSocketAddress) address = g_unix_socket_address_new (cable->far_path);
  GSocket *client = g_socket_accept (cable->listening, NULL, NULL);
  Wire *wire;

  if (client == NULL)
    return;
  wire = g_new0 (Wire, 1);
  wire->client = client;
  wire->server = make_socket ();
  g_ptr_array_add (cable->wires, wire);
  if (!g_socket_connect (wire->server, address, NULL, NULL))
    g_ptr_array_remove (cable->wires, wire);
}

static gboolean
is_ready (GSocket *socket)
{
  return g_socket_condition_check (socket, G_IO_IN | G_IO_HUP | G_IO_ERR) != 0;
}

/* FALSE: the cable is cut here. */
static gboolean
may_pass (KpTestCable *cable,
          Wire *wire,
          gboolean is_from_client,
          const char *bytes,
          gsize n)
{
  gboolean may = TRUE;

  g_mutex_lock (&cable->lock);
  /* What only reads ends with a COMMIT as well. */
  wire->is_writing = wire->is_writing || (is_from_client && g_strstr_len (bytes, (gssize) n, KP_CHANNEL_GREW " ") != NULL);
  if (is_from_client && wire->is_writing && cable->is_waiting && g_strstr_len (bytes, (gssize) n, "COMMIT") != NULL)
    {
      cable->is_waiting = FALSE;
      wire->is_committing = cable->when == KP_TEST_CUT_AFTER_COMMIT;
      cable->is_cut = !wire->is_committing;
    }
  else if (!is_from_client && wire->is_committing)
    cable->is_cut = TRUE;
  may = !cable->is_cut;
  g_mutex_unlock (&cable->lock);
  return may;
}

/* FALSE: this connection is over. A statement is sent as a whole, and found as one with a 0 for every 0. */
static gboolean
carry (KpTestCable *cable,
       Wire *wire,
       gboolean is_from_client)
{
  GSocket *from = is_from_client ? wire->client : wire->server;
  GSocket *to = is_from_client ? wire->server : wire->client;
  char bytes[65536];
  char shown[65536];
  gssize n;

  if (!is_ready (from))
    return TRUE;
  n = g_socket_receive (from, bytes, sizeof bytes, NULL, NULL);
  if (n <= 0)
    return FALSE;
  for (gssize i = 0; i < n; i++)
    shown[i] = bytes[i] != '\0' ? bytes[i] : ' ';
  if (!may_pass (cable, wire, is_from_client, shown, (gsize) n))
    return FALSE;
  for (gssize done = 0; done < n;)
    {
      const gssize sent = g_socket_send (to, bytes + done, (gsize) (n - done), NULL, NULL);

      if (sent <= 0)
        return FALSE;
      done += sent;
    }
  return TRUE;
}

static void
wait_a_tick (KpTestCable *cable)
{
  g_autoptr (GArray) fds = g_array_new (FALSE, FALSE, sizeof (GPollFD));

  for (guint i = 0; cable->listening != NULL && i <= cable->wires->len; i++)
    {
      const Wire *wire = i > 0 ? g_ptr_array_index (cable->wires, i - 1) : NULL;
      GPollFD one = { g_socket_get_fd (wire != NULL ? wire->client : cable->listening), G_IO_IN, 0 };
      GPollFD other = { wire != NULL ? g_socket_get_fd (wire->server) : -1, G_IO_IN, 0 };

      g_array_append_val (fds, one);
      if (wire != NULL)
        g_array_append_val (fds, other);
    }
  g_poll ((GPollFD *) (void *) fds->data, fds->len, TICK_MS);
}

static gboolean
begin_tick (KpTestCable *cable,
            gboolean *is_over)
{
  gboolean is_cut;

  g_mutex_lock (&cable->lock);
  is_cut = cable->is_cut;
  *is_over = cable->is_over;
  g_mutex_unlock (&cable->lock);
  return is_cut;
}

static gpointer
run (gpointer data)
{
  KpTestCable *cable = data;
  gboolean is_over = FALSE;

  while (!is_over)
    {
      if (begin_tick (cable, &is_over) || is_over)
        drop_all (cable);
      else
        {
          listen_again (cable);
          if (is_ready (cable->listening))
            accept_one (cable);
          for (guint i = cable->wires->len; i-- > 0;)
            {
              Wire *wire = g_ptr_array_index (cable->wires, i);

              if (!carry (cable, wire, TRUE) || !carry (cable, wire, FALSE))
                g_ptr_array_remove_index (cable->wires, i);
            }
        }
      wait_a_tick (cable);
    }
  return NULL;
}

static gboolean
is_there (KpTestCable *cable)
{
  return g_file_test (cable->path, G_FILE_TEST_EXISTS);
}

KpTestCable *
kp_test_cable_new (const char *location,
                   const char *folder)
{
  KpTestCable *cable = g_new0 (KpTestCable, 1);
  g_auto (GStrv) words = g_strsplit (location, " ", 2);

  g_assert_true (g_str_has_prefix (words[0], "host="));
  g_mutex_init (&cable->lock);
  cable->location = g_strdup_printf ("host=%s %s", folder, words[1]);
  cable->path = g_build_filename (folder, SOCKET_NAME, NULL);
  cable->far_path = g_build_filename (words[0] + strlen ("host="), SOCKET_NAME, NULL);
  cable->wires = g_ptr_array_new_with_free_func (wire_free);
  listen_again (cable);
  cable->thread = g_thread_new ("cable", run, cable);
  return cable;
}

const char *
kp_test_cable_get_location (KpTestCable *cable)
{
  return cable->location;
}

void
kp_test_cable_cut (KpTestCable *cable,
                   KpTestCut when)
{
  g_mutex_lock (&cable->lock);
  cable->is_cut = when == KP_TEST_CUT_NOW;
  cable->is_waiting = when != KP_TEST_CUT_NOW;
  cable->when = when;
  g_mutex_unlock (&cable->lock);
  while (when == KP_TEST_CUT_NOW && is_there (cable))
    g_thread_yield ();
}

void
kp_test_cable_mend (KpTestCable *cable)
{
  g_mutex_lock (&cable->lock);
  cable->is_cut = FALSE;
  g_mutex_unlock (&cable->lock);
  while (!is_there (cable))
    g_thread_yield ();
}

gboolean
kp_test_cable_is_cut (KpTestCable *cable)
{
  gboolean is_over;

  return begin_tick (cable, &is_over);
}

void
kp_test_cable_free (KpTestCable *cable)
{
  g_mutex_lock (&cable->lock);
  cable->is_over = TRUE;
  g_mutex_unlock (&cable->lock);
  g_thread_join (cable->thread);
  g_ptr_array_unref (cable->wires);
  g_mutex_clear (&cable->lock);
  g_free (cable->location);
  g_free (cable->path);
  g_free (cable->far_path);
  g_free (cable);
}
