/* kp-watch-private.h – what the files of a watch share.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "kp-database.h"
#include "kp-watch.h"

struct _KpWatch
{
  gatomicrefcount ref_count; /* of the caller, the thread, and news on their way */
  char *location;
  char *campaign;
  KpOrigin *origin;
  char *who;
  KpWatchFunc func;
  gpointer data;
  GMainContext *context; /* of the caller */
  gboolean is_over;      /* for the caller's thread alone */

  GMutex lock;
  char *page;          /* locked */
  gboolean is_stopped; /* locked */
  gboolean has_moved;  /* locked: others don't know the page yet */
  GCancellable *wake;  /* cancelled when one of these has changed */

  /* The thread's. */
  KpDatabase *db;     /* (nullable): while the server is there */
  gint64 seq;         /* of the journal as far as it is known; −1 before the first time */
  gboolean is_lost;   /* which was told */
  guint pause_ms;
  gint64 next_beat;
  GHashTable *people; /* origin → Seen; of a server */
  char *hash;         /* (nullable): of the row @seq; of a file */
  KpWatchKind state;  /* of a file: BACK, GONE or REPLACED, which was told */
};

gboolean kp_watch_is_stopped (KpWatch *watch, gboolean *has_moved);
void     kp_watch_pause (KpWatch *watch, guint milliseconds);
void     kp_watch_post (KpWatch *watch, KpWatchKind kind);
void     kp_watch_post_grew (KpWatch *watch, gint64 seq, char *step, char *actor);
gboolean kp_watch_load_last (KpWatch *watch, gint64 *seq, char **step, char **actor, GError **error);
void     kp_watch_run_file (KpWatch *watch);
