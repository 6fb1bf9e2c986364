/* kp-record-link.h – what ties windows to a record: whether it can be reached, what others save there, who they are.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "kp-origin.h"

G_BEGIN_DECLS

/* Signals: “news” (const KpWatchNews *) of everything that is heard, “changed” when there is another sentence to be said. */
#define KP_TYPE_RECORD_LINK (kp_record_link_get_type ())
G_DECLARE_FINAL_TYPE (KpRecordLink, kp_record_link, KP, RECORD_LINK, GObject)

KpRecordLink *kp_record_link_new (const char *location, const char *code, const char *who);
void          kp_record_link_hold (KpRecordLink *link);
void          kp_record_link_leave (KpRecordLink *link);
void          kp_record_link_show_page (KpRecordLink *link, const char *page);
KpOrigin     *kp_record_link_get_origin (KpRecordLink *link);
GCancellable *kp_record_link_get_leaving (KpRecordLink *link);
gboolean      kp_record_link_wait (KpRecordLink *link, GCancellable *cancellable, guint milliseconds);
gboolean      kp_record_link_is_reached (KpRecordLink *link);
gboolean      kp_record_link_is_lost (KpRecordLink *link);
gboolean      kp_record_link_is_replaced (KpRecordLink *link);
const char   *kp_record_link_get_trouble (KpRecordLink *link);
void          kp_record_link_take_clock (KpRecordLink *link, char *sentence);
const char   *kp_record_link_get_clock (KpRecordLink *link);

G_END_DECLS
