/* kp-opening.h – which posts open, with how many places.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-decision.h"
#include "kp-roster.h"
#include "kp-session.h"

G_BEGIN_DECLS

guint      kp_opening_count_applicants (KpRoster *roster, const KpScheme *scheme, const char *post);
gboolean   kp_opening_check_reviewed (KpRoster *roster, GError **error);
GPtrArray *kp_opening_decide (KpSession *session, KpRoster *roster, const KpDecisions *decisions); /* of KpQuotaResult */
GPtrArray *kp_step_open_posts (KpSession *session, GError **error); /* of KpQuotaResult */
GPtrArray *kp_posts_list_changed (KpSession *session, GError **error); /* of KpPostRecord */
GPtrArray *kp_posts_list_going_on (KpSession *session, GError **error); /* of KpPostRecord */

G_END_DECLS
