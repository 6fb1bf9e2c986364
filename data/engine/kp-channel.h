/* kp-channel.h – what those who work on one record on a server tell each other at once.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-database.h"

/* A channel belongs to one campaign of one record. What is told in a unit of work is heard when that is committed, and not at
 * all when it isn't. Nothing is kept: who doesn't listen hears nothing. Whoever has a login on that database could listen, so
 * nothing personal is told of the record; what was written is looked up in the journal, by the right to read it. */

G_BEGIN_DECLS

/* "grew SEQ ORIGIN": the journal's last row is number SEQ; ORIGIN is the name of kp_database_get_origin(), "-" without one.
 * Every unit of work ends with it. */
#define KP_CHANNEL_GREW "grew"

gboolean kp_channel_tell (KpDatabase *db, const char *campaign, const char *text, GError **error);
gboolean kp_channel_can_listen (KpDatabase *db);
gboolean kp_channel_listen (KpDatabase *db, const char *campaign, GError **error);
gboolean kp_channel_wait (KpDatabase *db, GCancellable *wake, guint milliseconds, char **text, GError **error);

G_END_DECLS
