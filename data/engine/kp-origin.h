/* kp-origin.h – a screen that has records written: what was written for it is no news to it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _KpOrigin KpOrigin;

KpOrigin *kp_origin_new (const char *name);
KpOrigin *kp_origin_ref (KpOrigin *origin);
void kp_origin_unref (KpOrigin *origin);
const char *kp_origin_get_name (const KpOrigin *origin);
void kp_origin_note (KpOrigin *origin, const char *campaign, gint64 seq);
void kp_origin_forget (KpOrigin *origin, const char *campaign, gint64 seq);
gboolean kp_origin_is_own (KpOrigin *origin, const char *campaign, gint64 seq);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpOrigin, kp_origin_unref)

G_END_DECLS
