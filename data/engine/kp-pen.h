/* kp-pen.h – the prepared statements with which a ledger writes one table.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-table.h"

G_BEGIN_DECLS

typedef struct _KpPen KpPen;

KpPen *kp_pen_new (KpDatabase *db, const KpTable *table);
void kp_pen_free (gpointer pen);
const KpTable *kp_pen_get_table (const KpPen *pen);
gint64 *kp_pen_get_version (const KpPen *pen, gpointer record);
gconstpointer kp_pen_get_stored (const KpPen *pen, gconstpointer record);
gboolean kp_pen_insert (KpPen *pen, gconstpointer record, GError **error);
gboolean kp_pen_load (KpPen *pen, gconstpointer key, gpointer *stored, GError **error);
gboolean kp_pen_update (KpPen *pen, gconstpointer record, GError **error);
gboolean kp_pen_remove (KpPen *pen, gconstpointer key, GError **error);

G_END_DECLS
