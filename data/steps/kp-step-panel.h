/* kp-step-panel.h – takes in examiners, staff and relations, and draws examiners to rooms.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-draw-record.h"
#include "kp-panel-field.h"
#include "kp-staff-sheet.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_rows;
  guint n_written; /* rows that are new or say something else than before */
} KpPanelImportTally;

/* One relation. */
typedef struct
{
  const char *examiner;
  const char *candidate; /* ticket or registration number */
  const char *relation;
  gboolean is_by_candidate;
} KpRecusalOrder;

/* What follows from a relation. */
typedef struct
{
  gboolean is_out;  /* staff: out of the whole chain */
  guint clash_room; /* both are in this room already: the examiner has to be replaced; 0 = none */
} KpRecusalEffect;

typedef struct
{
  guint n_rooms;
  guint n_seated;
  guint n_spare;
  gboolean is_repeat; /* the panels stood already: nothing was written */
} KpPanelDrawTally;

gboolean kp_step_import_staff (KpSession *session, KpStaffSheet *sheet, KpPanelImportTally *tally, GError **error);
gboolean kp_step_import_recusals (KpSession *session, KpStaffSheet *sheet, KpPanelImportTally *tally, GError **error);
gboolean kp_step_declare_recusal (KpSession *session, const KpRecusalOrder *order, KpRecusalEffect *effect, GError **error);

char    *kp_step_commit_panels (KpSession *session, const KpDrawTerms *terms, GError **error);
gboolean kp_step_draw_panels (KpSession *session, const char *public_part, KpPanelDrawTally *tally, GError **error);
char    *kp_step_replace_examiner (KpSession *session, const char *number, const KpTwoPeople *why, GError **error);
gboolean kp_panel_draw_remove (KpSession *session, KpLedger *ledger, GError **error);

G_END_DECLS
