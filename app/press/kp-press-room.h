/* kp-press-room.h – the exam rooms of the record: who sits in each, when, and what is held there.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-press-private.h"

G_BEGIN_DECLS

/* A room with those who sit in it, by seat, in the sittings that share their seats. */
typedef struct
{
  const KpSchemeSite *site;
  const KpSchemeRoom *room; /* (nullable): the record names a room that the scheme doesn't describe */
  const char *number;       /* "003" */
  guint group;              /* of sittings */
  GPtrArray *dossiers;      /* borrowed; `seat` is the one in this room */
} KpPressRoom;

GArray *kp_press_list_rooms (KpPress *press); /* of KpPressRoom, sittings that share their seats once */
GArray *kp_press_list_rooms_of_sitting (KpPress *press, const char *sitting);
GArray *kp_press_list_rooms_of_paper (KpPress *press, const char *paper);
gint kp_press_compare_seats (gconstpointer a, gconstpointer b);
const KpSchemeRoom *kp_press_find_room (const KpSchemeSite *site, gint64 number);
gboolean kp_press_room_has_extra_time (const KpSchemeRoom *room);
const char *kp_press_room_get_site (KpPress *press, const KpPressRoom *room);
gboolean kp_press_wants_room (const KpPress *press, const KpPressRoom *room);
KpFormSession kp_press_get_session (KpPress *press, const KpSchemeSitting *sitting, gboolean with_extra_time);
KpFormSession *kp_press_list_sessions (KpPress *press, const KpPressRoom *room, gsize *n_sessions);
const char *kp_press_format_seat (KpPress *press, const KpDossier *dossier);

G_END_DECLS
