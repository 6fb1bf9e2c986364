/* kp-step-marks.h – a sheet of written marks as one of the two entries.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-mark-entry.h"

G_BEGIN_DECLS

/* What a sheet must come to, by the slip that came with it. */
typedef struct
{
  gboolean has_total;
  gint64   total; /* of the marks, KpMark */
  gboolean has_count;
  guint    count; /* rows with a mark or a state */
} KpMarksControl;

gboolean kp_step_enter_marks (KpSession *session, const char *paper, guint entry, KpMarkSheet *sheet,
                              const KpMarksControl *control, KpMarksTally *tally, GError **error);

G_END_DECLS
