/* kp-lists-order.h – in which order the people of a list stand: never by name.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of two pointers to a KpDossier. */
gint kp_lists_compare_applications (gconstpointer a, gconstpointer b);
gint kp_lists_compare_tickets (gconstpointer a, gconstpointer b);
gint kp_lists_compare_written (gconstpointer a, gconstpointer b);
gint kp_lists_compare_hearings (gconstpointer a, gconstpointer b);
gint kp_lists_compare_totals (gconstpointer a, gconstpointer b);
gint kp_lists_compare_contracts (gconstpointer a, gconstpointer b);
gint kp_lists_compare_heats (gconstpointer a, gconstpointer b);

G_END_DECLS
