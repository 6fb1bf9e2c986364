/* kp-instant.c – the points in time that the journal writes: ISO 8601 with its zone.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-instant.h"

#include <string.h>

/* "2026-11-23T09:30:00": what follows is the zone. */
#define ZONE_AT 19

/**
 * kp_instant_parse:
 * @text: (nullable): e.g. "2026-11-23T09:30:00+08:00"
 *
 * Returns: seconds since the beginning of 1970 in UTC; %KP_INSTANT_NONE when it is no instant with a zone
 */
gint64
kp_instant_parse (const char *text)
{
  g_autoptr (GDateTime) moment = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  return moment != NULL ? g_date_time_to_unix (moment) : KP_INSTANT_NONE;
}

/* Nearly all instants of a journal are of one zone, where the texts sort as the instants do. */
static gboolean
are_of_one_zone (const char *text,
                 const char *other)
{
  return strlen (text) > ZONE_AT && strlen (other) > ZONE_AT && strcmp (text + ZONE_AT, other + ZONE_AT) == 0;
}

/**
 * kp_instant_is_earlier:
 * @text: an instant
 * @other: another one
 *
 * Returns: whether @text is before @other, wherever both were; %FALSE when one of them is no instant
 */
gboolean
kp_instant_is_earlier (const char *text,
                      const char *other)
{
  gint64 one;
  gint64 two;

  if (are_of_one_zone (text, other))
    return strcmp (text, other) < 0;
  one = kp_instant_parse (text);
  two = kp_instant_parse (other);
  return one != KP_INSTANT_NONE && two != KP_INSTANT_NONE && one < two;
}

/**
 * kp_instant_count_seconds:
 * @from: an instant
 * @to: another one
 *
 * Returns: how many seconds lie between, less than 0 when @to is the earlier one; 0 when one of them is no instant
 */
gint64
kp_instant_count_seconds (const char *from,
                         const char *to)
{
  const gint64 one = kp_instant_parse (from);
  const gint64 two = kp_instant_parse (to);

  return one != KP_INSTANT_NONE && two != KP_INSTANT_NONE ? two - one : 0;
}
