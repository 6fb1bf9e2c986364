/* kp-step-interview.h – takes the examiners' marks and makes the interview marks.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-interview-entry.h"
#include "kp-mark-sheet.h"
#include "kp-roster.h"
#include "kp-session.h"
#include "kp-step-hearing.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_cells;
  guint n_candidates; /* with a mark */
  guint n_absent;
  guint n_open; /* drawn, but without marks yet */
} KpInterviewTally;

/* What an examiner gave a candidate, as it is typed in the room. Borrowed. */
typedef struct
{
  guint examiner;      /* from 1 */
  const char *element; /* code; "" = the examiner's total */
  const char *text;
} KpTypedMark;

gboolean kp_step_enter_hearing (KpSession *session, const char *code, KpMarkState state, const KpTypedMark *marks,
                                guint n_marks, GError **error);
gboolean kp_step_keep_hearing (KpSession *session, const char *code, const KpTypedMark *marks, guint n_marks,
                               GError **error);
gboolean kp_step_enter_interview (KpSession *session, KpMarkSheet *sheet, guint room, KpInterviewTally *tally,
                                  GError **error);
gboolean kp_interview_entry_finish (KpInterviewEntry *entry, KpInterviewTally *tally, GError **error);
gboolean kp_interview_decide_again (KpSession *session, KpLedger *ledger, const KpDossier *dossier, GError **error);
gboolean kp_interview_put_absent (KpSession *session, KpLedger *ledger, const KpDossier *dossier, GError **error);
gboolean kp_interview_decide_marks (KpSession *session, KpLedger *ledger, KpRoster *roster, GError **error);

G_END_DECLS
