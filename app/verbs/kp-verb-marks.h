/* kp-verb-marks.h – what the parts of the verb “marks” share.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-draw-options.h"
#include "kp-verbs.h"

G_BEGIN_DECLS

/* What was asked for; owned texts. People, reason, --commit and --public are in `draw`. */
typedef struct
{
  KpDrawOptions draw;
  char *paper;
  char *resolution;
  char *evidence;
  char *recheck;
  char *result;
  gboolean wants_differences;
  gboolean is_secret;
  gboolean is_lock;
  gboolean is_open;
  gboolean is_publish;
  gboolean is_end_rechecks;
  gboolean is_rechecks;
} KpMarksOptions;

gboolean kp_verb_marks_publish (KpCommand *command, const KpMarksOptions *options, GError **error);
gboolean kp_verb_marks_recheck (KpCommand *command, const KpMarksOptions *options, GError **error);
gboolean kp_verb_marks_end_rechecks (KpCommand *command, const KpMarksOptions *options, GError **error);
gboolean kp_verb_marks_list_rechecks (KpCommand *command, const KpMarksOptions *options, GError **error);

G_END_DECLS
