/* kp-panel-draw.h – examiners to rooms: what the drawn order gives under the scheme's rules.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-fraction.h"

G_BEGIN_DECLS

/* An odd number of examiners sits in a room, so that no vote ends level. */
#define KP_PANEL_DRAW_LEAST 3
#define KP_PANEL_DRAW_MOST 15

#define KP_PANEL_DRAW_NOBODY G_MAXUINT

/* One who may be drawn. Borrowed texts. */
typedef struct
{
  const char     *unit;       /* 工作单位; "" = none, and then shared with nobody */
  gboolean        is_chair;   /* 主考官: takes the first seat and no other */
  gboolean        is_outside; /* 异地考官 */
  gboolean        is_gone;    /* fell ill or left: sits nowhere any more */
  const gboolean *barred;     /* for each room: somebody is heard there from whom this one must stay away */
} KpPanelDrawPerson;

typedef struct
{
  guint      n_rooms;
  guint      size;          /* seats of a room; the first is the chair's */
  KpFraction outside_share; /* of each room; unknown or 0 = none needed */
} KpPanelDrawPolicy;

/* What can't be kept. */
typedef enum
{
  KP_PANEL_DRAW_OK,
  KP_PANEL_DRAW_SIZE,
  KP_PANEL_DRAW_CHAIRS,
  KP_PANEL_DRAW_EXAMINERS,
  KP_PANEL_DRAW_RECUSAL,
  KP_PANEL_DRAW_UNITS,
  KP_PANEL_DRAW_OUTSIDE,
  KP_PANEL_DRAW_TOGETHER, /* each could be kept alone */
} KpPanelDrawRule;

guint           kp_panel_draw_count_outside (const KpPanelDrawPolicy *policy);
KpPanelDrawRule kp_panel_draw_decide (const KpPanelDrawPolicy *policy, const KpPanelDrawPerson *persons, guint n_persons,
                                      guint *seats);
KpPanelDrawRule kp_panel_draw_find_spare (const KpPanelDrawPolicy *policy, const KpPanelDrawPerson *persons,
                                          guint n_persons, const guint *seats, guint seat, guint *out);
char           *kp_panel_draw_rule_dup_sentence (KpPanelDrawRule rule, const KpPanelDrawPolicy *policy);

G_END_DECLS
