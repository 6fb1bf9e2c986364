/* kp-channel.c – what those who work on one record on a server tell each other at once.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-channel.h"

#include "kp-engine.h"

/**
 * kp_channel_tell:
 * @db: the record
 * @campaign: whose channel
 * @text: one line, shorter than 8000 bytes
 * @error: CONNECTION, ABORTED
 *
 * Tells everybody who listens, on this connection too: at once, or at the end of the open unit of work. In a file nobody is
 * told.
 *
 * Returns: %FALSE when the server refused
 */
gboolean
kp_channel_tell (KpDatabase *db, const char *campaign, const char *text, GError **error)
{
  KpEngine *engine = kp_database_get_engine (db);

  return engine->klass->tell == NULL || engine->klass->tell (engine, campaign, text, error);
}

/**
 * kp_channel_can_listen:
 * @db: the record
 *
 * Returns: whether others can be heard: on a server
 */
gboolean
kp_channel_can_listen (KpDatabase *db)
{
  return kp_database_get_engine (db)->klass->listen != NULL;
}

/**
 * kp_channel_listen:
 * @db: the record, on a server, outside a unit of work
 * @campaign: whose channel
 * @error: CONNECTION
 *
 * From now on what is told is kept for kp_channel_wait(), until the handle is closed.
 *
 * Returns: %FALSE when the server refused
 */
gboolean
kp_channel_listen (KpDatabase *db, const char *campaign, GError **error)
{
  KpEngine *engine = kp_database_get_engine (db);

  g_return_val_if_fail (engine->klass->listen != NULL, FALSE);

  return engine->klass->listen (engine, campaign, error);
}

/**
 * kp_channel_wait:
 * @db: the record, after kp_channel_listen(), outside a unit of work
 * @wake: cancelled by another thread to end the waiting
 * @milliseconds: how long to wait
 * @text: (out) (transfer full) (nullable): what was told next; %NULL when nothing was in time
 * @error: CONNECTION: the server is gone
 *
 * Returns: %FALSE when the connection is lost
 */
gboolean
kp_channel_wait (KpDatabase *db, GCancellable *wake, guint milliseconds, char **text, GError **error)
{
  KpEngine *engine = kp_database_get_engine (db);

  g_return_val_if_fail (engine->klass->wait != NULL, FALSE);

  return engine->klass->wait (engine, wake, (int) milliseconds, text, error);
}
