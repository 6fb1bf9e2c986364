/* kp-mark-entry.h – what a clerk enters of a candidate, and what two of them make together.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-entry-shift.h"
#include "kp-marked-paper.h"

G_BEGIN_DECLS

/* Rows of a sheet that hold what the other entry has one row further on (+1) or before (−1). */
typedef struct
{
  guint n_rows; /* 0 = nothing looks shifted */
  guint first_row; /* as the sheet counts them */
  guint last_row;
  gint  offset;
} KpMarksShift;

typedef struct
{
  guint n_rows;
  guint n_taken;       /* entries written now */
  guint n_agreed;      /* both entries are equal, or a third person resolved */
  guint n_differences; /* still to be resolved */
  guint n_missing;     /* candidates with a seat that this entry has no row for */
  gboolean is_same_file; /* byte for byte one file gave both entries of somebody */
  KpMarksShift shift;
} KpMarksTally;

const char          *kp_mark_entry_get_word (KpMarkState state);
gboolean             kp_step_parse_mark (const KpMarkRange *range, const char *text, KpStatedMark *out, GError **error);
gboolean             kp_mark_entry_parse (const KpSchemePaper *paper, const char *text, KpStatedMark *out, GError **error);
char                *kp_mark_entry_dup_text (const KpSchemePaper *paper, const KpEntryRecord *entry);
const char          *kp_mark_entry_find_person_fault (const KpMarkedPaper *paper, const char *application, guint entry,
                                                      const char *person);
gboolean             kp_mark_entry_is_ghost (const KpMarkedPaper *paper, const char *application, KpStatedMark value);
gboolean             kp_mark_entry_put (KpMarkedPaper *paper, KpLedger *ledger, KpEntryRecord *record, KpStatedMark value,
                                        KpMarksTally *tally, GError **error);
KpStatedMark         kp_mark_entry_get_stated (const KpEntryRecord *record);
gboolean             kp_mark_entry_is_same (const KpEntryRecord *a, const KpEntryRecord *b);
const KpEntryRecord *kp_mark_entry_decide (const KpEntryRecord *const *slots, const char **how);
gboolean             kp_marks_agree (KpMarkedPaper *paper, KpLedger *ledger, guint entry, KpMarksTally *tally, GError **error);
void                 kp_marks_find_shift (const KpMarkedPaper *paper, guint entry, const GPtrArray *dossiers,
                                          const GArray *sheet_rows, KpMarksShift *out);

G_END_DECLS
