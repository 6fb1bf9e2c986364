/* kp-entrants.h – the record of a campaign laid out for kp_contest_run(): facts, marks, sheets, who left.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-contest.h"
#include "kp-roster.h"
#include "kp-session.h"

G_BEGIN_DECLS

typedef struct _KpEntrants KpEntrants;

KpEntrants      *kp_entrants_load (KpSession *session, const KpScheme *scheme, GError **error);
void             kp_entrants_free (KpEntrants *entrants);
guint            kp_entrants_get_n (const KpEntrants *entrants);
const KpEntrant *kp_entrants_get (const KpEntrants *entrants, guint index);
const KpDossier *kp_entrants_get_dossier (const KpEntrants *entrants, guint index);
gboolean         kp_entrants_find (const KpEntrants *entrants, const char *key, guint *index);
KpContest       *kp_entrants_run (const KpEntrants *entrants);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpEntrants, kp_entrants_free)

G_END_DECLS
