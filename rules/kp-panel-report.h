/* kp-panel-report.h – rooms and examiners side by side, so that what stands out is looked at.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-mark.h"

G_BEGIN_DECLS

/* A candidate's mark before any correction. */
typedef struct
{
  guint  room;
  KpMark mark;
} KpPanelReportMark;

/* One examiner's total for one candidate. In the order of hearing: by room, then number. */
typedef struct
{
  guint  room;
  guint  number;
  guint  examiner;
  KpMark total;
} KpPanelReportSheet;

typedef struct
{
  guint      room;
  guint      n;          /* candidates with a mark */
  KpFraction mean;       /* exact, in points */
  KpFraction difference; /* of it from the mean of all rooms' candidates */
  KpFraction spread;     /* mean distance of a mark from the room's mean */
  KpMark     lowest;
  KpMark     highest;
} KpPanelReportRoom;

typedef struct
{
  guint      room;
  guint      examiner;
  guint      n;         /* sheets */
  KpFraction deviation; /* mean of (own total − mean of the panel's totals) over the candidates */
  guint      run;       /* candidates one after another who got the same total */
  KpMark     run_mark;
} KpPanelReportExaminer;

GArray  *kp_panel_report_rooms (const KpPanelReportMark *marks, guint n);         /* KpPanelReportRoom */
GArray  *kp_panel_report_examiners (const KpPanelReportSheet *sheets, guint n);   /* KpPanelReportExaminer */
gboolean kp_panel_report_stands_out (KpFraction difference, KpMark limit);

G_END_DECLS
