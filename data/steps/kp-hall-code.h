/* kp-hall-code.h – whom a code means that was read at a door.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-step-hall.h"

G_BEGIN_DECLS

char      *kp_hall_dup_number (KpSession *session, const char *code, KpHallAnswer *answer);
GPtrArray *kp_hall_find_seats (KpSession *session, const char *number, GError **error);
gboolean   kp_hall_find_application (KpSession *session, const char *number, char **application, GError **error);
gboolean   kp_hall_load_name (KpSession *session, KpHallAnswer *answer, GError **error);

G_END_DECLS
