/* kp-instant.h – the points in time that the journal writes: ISO 8601 with its zone.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of a text that is no instant. */
#define KP_INSTANT_NONE G_MININT64

/* Clocks of an office differ by so many seconds without anybody noticing. */
#define KP_INSTANT_TOLERANCE 300

gint64   kp_instant_parse (const char *text);
gboolean kp_instant_is_earlier (const char *text, const char *other);
gint64   kp_instant_count_seconds (const char *from, const char *to);

G_END_DECLS
