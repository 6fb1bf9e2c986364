/* kp-verbs.h – the verbs of the command line, each in a file of its own.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-command.h"
#include "kp-shortlist-record.h"
#include "kp-step-depart.h"
#include "kp-step-marks.h"
#include "kp-step-repost.h"

G_BEGIN_DECLS

const KpVerb *kp_verbs_get (guint *n_verbs);
char *kp_verb_dup_details (const KpVerb *verb);

void kp_verb_say_shift (KpAnswer *answer, const KpMarksShift *shift);
/* Of kp-step-extra.h: among the tied of a list, or of the totals. */
typedef gboolean (*KpVerbExtra) (KpSession *session, const char *number, const char *value, GError **error);

gboolean kp_verb_enter_extra (
    KpCommand *command, KpSession *session, const char *given, KpVerbExtra step, GError **error);
void kp_verb_answer_reposts (KpAnswer *answer, const KpRepostWindow *window);
void kp_verb_tell_depart (KpAnswer *answer, const KpDepartTally *tally);
void kp_verb_answer_substitution (KpAnswer *answer, const KpShortlistTally *tally);
gboolean kp_verb_answer_places (KpAnswer *answer, KpSession *session, GError **error);

gboolean kp_verb_account (KpCommand *command, GError **error);
gboolean kp_verb_amend (KpCommand *command, GError **error);
gboolean kp_verb_archive (KpCommand *command, GError **error);
gboolean kp_verb_audit (KpCommand *command, GError **error);
gboolean kp_verb_backup (KpCommand *command, GError **error);
gboolean kp_verb_restore (KpCommand *command, GError **error);
gboolean kp_verb_clock (KpCommand *command, GError **error);
gboolean kp_verb_choose (KpCommand *command, GError **error);
gboolean kp_verb_contract (KpCommand *command, GError **error);
gboolean kp_verb_convert (KpCommand *command, GError **error);
gboolean kp_verb_correct (KpCommand *command, GError **error);
gboolean kp_verb_corrections (KpCommand *command, GError **error);
gboolean kp_verb_decide (KpCommand *command, GError **error);
gboolean kp_verb_demo (KpCommand *command, GError **error);
gboolean kp_verb_draw (KpCommand *command, GError **error);
gboolean kp_verb_reserve (KpCommand *command, GError **error);
gboolean kp_verb_due (KpCommand *command, GError **error);
gboolean kp_verb_explain (KpCommand *command, GError **error);
gboolean kp_verb_export (KpCommand *command, GError **error);
gboolean kp_verb_file (KpCommand *command, GError **error);
gboolean kp_verb_fonts (KpCommand *command, GError **error);
gboolean kp_verb_hall (KpCommand *command, GError **error);
gboolean kp_verb_headcount (KpCommand *command, GError **error);
gboolean kp_verb_help (KpCommand *command, GError **error);
gboolean kp_verb_grade (KpCommand *command, GError **error);
gboolean kp_verb_hire (KpCommand *command, GError **error);
gboolean kp_verb_import (KpCommand *command, GError **error);
gboolean kp_verb_photos (KpCommand *command, GError **error);
gboolean kp_verb_incident (KpCommand *command, GError **error);
gboolean kp_verb_marks (KpCommand *command, GError **error);
gboolean kp_verb_move (KpCommand *command, GError **error);
gboolean kp_verb_new (KpCommand *command, GError **error);
gboolean kp_verb_lock (KpCommand *command, GError **error);
gboolean kp_verb_approve (KpCommand *command, GError **error);
gboolean kp_verb_objection (KpCommand *command, GError **error);
gboolean kp_verb_panel (KpCommand *command, GError **error);
gboolean kp_verb_print (KpCommand *command, GError **error);
gboolean kp_verb_probation (KpCommand *command, GError **error);
gboolean kp_verb_proof (KpCommand *command, GError **error);
gboolean kp_verb_publish (KpCommand *command, GError **error);
gboolean kp_verb_repost (KpCommand *command, GError **error);
gboolean kp_verb_bench (KpCommand *command, GError **error);
gboolean kp_verb_bonus (KpCommand *command, GError **error);
gboolean kp_verb_review (KpCommand *command, GError **error);
gboolean kp_verb_room (KpCommand *command, GError **error);
gboolean kp_verb_scheme (KpCommand *command, GError **error);
gboolean kp_verb_seat (KpCommand *command, GError **error);
gboolean kp_verb_server (KpCommand *command, GError **error);
gboolean kp_verb_shortlist (KpCommand *command, GError **error);
gboolean kp_verb_simulate (KpCommand *command, GError **error);
gboolean kp_verb_statistics (KpCommand *command, GError **error);
gboolean kp_verb_retention (KpCommand *command, GError **error);
gboolean kp_verb_erase (KpCommand *command, GError **error);
gboolean kp_verb_total (KpCommand *command, GError **error);
gboolean kp_verb_verify (KpCommand *command, GError **error);
gboolean kp_verb_version (KpCommand *command, GError **error);
gboolean kp_verb_waiting (KpCommand *command, GError **error);

/* For the verbs that change what was agreed: everyone who changes, what people have to decide, the void lists. */
void kp_verb_show_impact (KpAnswer *answer, const GPtrArray *changes, const GPtrArray *pending, const GPtrArray *voided);

G_END_DECLS
