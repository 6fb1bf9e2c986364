/* kp-form-score.h – the sheet on which one examiner marks a room by hand (面试评分表), A4 landscape.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-form-list.h"

#define KP_FORM_SCORE_ELEMENTS 10

typedef struct
{
  KpFormList         list;
  const char        *room;     /* nullable: "第1考场"; NULL leaves room to write */
  const char        *examiner; /* nullable: "考官3" */
  const char        *time;     /* nullable: "2026年4月18日" */
  const char *const *elements; /* "综合分析能力\n（20分）" */
  guint              n_elements;
  const char        *full;     /* nullable: of the total, "100分" */
  const char *const *numbers;  /* of the candidates, never names; each nullable: an empty row */
  gsize              n_rows;
} KpScoreFacts;

gboolean kp_form_score_draw (KpSheet *sheet, const KpScoreFacts *facts, GError **error);
