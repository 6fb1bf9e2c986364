/* kp-post-match.h – which post of the list a typed code or name means.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-registration.h"

G_BEGIN_DECLS

#define KP_POST_MATCH_NONE (-1)
#define KP_POST_MATCH_SEVERAL (-2)

typedef struct _KpPostMatch KpPostMatch;

KpPostMatch *kp_post_match_new (const KpRegistrationPost *posts, guint n_posts);
void kp_post_match_free (KpPostMatch *match);
gint kp_post_match_find_code (KpPostMatch *match, const char *typed, gboolean is_number);
gint kp_post_match_find_name (KpPostMatch *match, const char *typed, const char *street);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpPostMatch, kp_post_match_free)

G_END_DECLS
