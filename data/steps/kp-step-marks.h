/* kp-step-marks.h – two entries of written marks, and what they agree on.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-mark-sheet.h"
#include "kp-mark.h"
#include "kp-roster.h"
#include "kp-session.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_rows;
  guint n_taken;       /* entries written now */
  guint n_agreed;      /* both entries are equal, or a third person resolved */
  guint n_differences; /* still to be resolved */
  guint n_missing;     /* candidates with a seat that this entry has no row for */
  gboolean is_same_clerk; /* one person made both entries: 双人双录 asks for two */
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
                                KpMarksTally *tally, GError **error);
gboolean   kp_step_resolve_mark (KpSession *session, const char *paper, const char *ticket, const char *value,
                                 GError **error);
gboolean   kp_step_parse_mark (const KpMarkRange *range, const char *text, KpStatedMark *out, GError **error);
GPtrArray *kp_step_list_differences (KpSession *session, const char *paper, GError **error);
const KpDossier *kp_step_find_number (KpRoster *roster, const char *number);
void       kp_mark_difference_free (KpMarkDifference *difference);

G_END_DECLS
