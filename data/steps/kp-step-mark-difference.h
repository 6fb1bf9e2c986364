/* kp-step-mark-difference.h – where two entries differ: by a row, by a mark; and who resolves it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-mark-entry.h"

G_BEGIN_DECLS

/* Two entries that differ; owned texts. */
typedef struct
{
  char *application;
  char *ticket;
  char *first;  /* "78.50", "缺考" … */
  char *second;
} KpMarkDifference;

gboolean   kp_step_resolve_mark (KpSession *session, const char *paper, const char *number, const char *value,
                                 const char *evidence, GError **error);
GPtrArray *kp_step_list_differences (KpSession *session, const char *paper, GError **error);
gboolean   kp_step_find_shift (KpSession *session, const char *paper, KpMarksShift *shift, GError **error);
char      *kp_marks_shift_dup_sentence (const KpMarksShift *shift);
void       kp_mark_difference_free (KpMarkDifference *difference);

G_END_DECLS
