/* kp-draw-record.h – draws in the record: committed first, run with the public digits, replayed by anyone.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-draw.h"
#include "kp-session.h"

G_BEGIN_DECLS

gboolean   kp_draw_record_commit (KpSession *session, KpLedger *ledger, const char *purpose, GPtrArray *items,
                                  KpDraw **draw, GError **error);
gboolean   kp_draw_record_run (KpSession *session, KpLedger *ledger, KpDraw *draw, const char *public_part,
                               GError **error);
GPtrArray *kp_draw_record_list (KpSession *session, GError **error); /* of KpDraw */

G_END_DECLS
