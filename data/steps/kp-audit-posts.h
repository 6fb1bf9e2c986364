/* kp-audit-posts.h – how many applicants each post's own conditions left.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-session.h"

G_BEGIN_DECLS

/* Reviewed applications of one post. */
typedef struct
{
  const KpSchemePost *post; /* of the session's scheme */
  guint n_conditions;       /* of its own, besides those of all posts */
  guint n_reviewed;
  guint n_general;          /* fulfil what every post asks for */
  guint n_fit;              /* and what this one asks for */
  guint wanted;             /* by the opening ratio; without one, more than there are places */
  gboolean is_tailored;
} KpAuditPost;

GArray *kp_audit_list_posts (KpSession *session, GError **error); /* of KpAuditPost, as the scheme lists them */

G_END_DECLS
