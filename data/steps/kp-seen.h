/* kp-seen.h – what a screen had read before somebody typed there, so that no later word of a colleague is overwritten unseen.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-conflict.h"

G_BEGIN_DECLS

/* Rows of the journal that this program wrote: they aren't a colleague's. Any thread. */
typedef struct _KpOwnActs KpOwnActs;

KpOwnActs *kp_own_acts_new (void);
KpOwnActs *kp_own_acts_ref (KpOwnActs *own);
void       kp_own_acts_unref (KpOwnActs *own);
void       kp_own_acts_add (KpOwnActs *own, gint64 first, gint64 last);

/* Up to which row of the journal a screen has read the record, and what its person knows beside. Any thread. */
typedef struct _KpSeen KpSeen;

KpSeen  *kp_seen_new (gint64 seq, KpOwnActs *own);
KpSeen  *kp_seen_ref (KpSeen *seen);
void     kp_seen_unref (KpSeen *seen);
void     kp_seen_accept (KpSeen *seen, const KpConflict *conflict);
void     kp_seen_choose (KpSeen *seen, const KpConflict *conflict, const gboolean *takes_mine);

void     kp_session_set_seen (KpSession *session, KpSeen *seen, KpOwnActs *own);

/* For steps that would refuse before they write, or that move a row: the same question as every write asks. */
gboolean kp_session_check_seen (KpSession *session, const KpTable *table, gconstpointer stored, gconstpointer record,
                                GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpSeen, kp_seen_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpOwnActs, kp_own_acts_unref)

G_END_DECLS
