/* kp-total-lines.h – the interview lines of the record, made by rules/kp-hearing-lines.h.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-direct-hires.h"
#include "kp-interview-lines.h"
#include "kp-total-source.h"

G_BEGIN_DECLS

typedef struct _KpTotalLines KpTotalLines;

KpTotalLines *kp_total_lines_new (const KpScheme *scheme, KpRoster *roster, GPtrArray *posts, const guint *places,
                                  KpTotalSource *source, const KpDirectHires *hires);
void          kp_total_lines_free (KpTotalLines *lines);
const KpInterviewLine *kp_total_lines_get (const KpTotalLines *lines, const KpDossier *dossier);
KpStanding    kp_total_lines_judge (const KpTotalLines *lines, const KpDossier *dossier, guint n_votes_for, guint n_votes);
void          kp_total_lines_note (KpTotalLines *lines, const KpDossier *dossier, const KpTotalResult *result);
void          kp_total_lines_compare (KpTotalLines *lines);

gboolean      kp_total_lines_check_drawn (KpSession *session, KpRoster *roster, GPtrArray *posts, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpTotalLines, kp_total_lines_free)

G_END_DECLS
