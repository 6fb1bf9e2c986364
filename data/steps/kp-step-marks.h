/* kp-step-marks.h – two entries of written marks, and what they agree on.
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

/* What a sheet must come to, by the slip that came with it. */
typedef struct
{
  gboolean has_total;
  gint64   total; /* of the marks, KpMark */
  gboolean has_count;
  guint    count; /* rows with a mark or a state */
} KpMarksControl;

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

/* Two entries that differ; owned texts. */
typedef struct
{
  char *application;
  char *ticket;
  char *first;  /* "78.50", "缺考" … */
  char *second;
} KpMarkDifference;

gboolean   kp_step_enter_marks (KpSession *session, const char *paper, guint entry, KpMarkSheet *sheet,
                                const KpMarksControl *control, KpMarksTally *tally, GError **error);
gboolean   kp_step_resolve_mark (KpSession *session, const char *paper, const char *ticket, const char *value,
                                 GError **error);
gboolean   kp_step_parse_mark (const KpMarkRange *range, const char *text, KpStatedMark *out, GError **error);
GPtrArray *kp_step_list_differences (KpSession *session, const char *paper, GError **error);
gboolean   kp_step_find_shift (KpSession *session, const char *paper, KpMarksShift *shift, GError **error);
char      *kp_marks_shift_dup_sentence (const KpMarksShift *shift);
gboolean   kp_marks_agree (KpMarkedPaper *paper, KpLedger *ledger, guint entry, KpMarksTally *tally, GError **error);
void       kp_mark_difference_free (KpMarkDifference *difference);

G_END_DECLS
