/* kp-form-panel.h – papers of one interview room: its panel, its sign-in sheet, and the sealed list of its numbers.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-form-parts.h"

/* 考官分组名单: one examiner. */
typedef struct
{
  const char *seat; /* "1" */
  const char *role; /* 主考官 */
  const char *name;
  const char *unit;
  const char *remark; /* nullable: 异地, 替补 */
} KpPanelRow;

/* 面试考生签到表: one candidate, without a number. */
typedef struct
{
  const char *ticket;
  const char *name;
  const char *sex;   /* nullable */
  const char *post;  /* nullable */
  const char *state; /* nullable: what is recorded, 缺考 */
} KpInterviewSignInRow;

/* 面试抽签结果登记表: one number. */
typedef struct
{
  const char *number;
  const char *code;
  const char *ticket;
  const char *name;
  const char *remark; /* nullable: 缺考 */
} KpEnvelopeRow;

/* The same head for all three. */
typedef struct
{
  KpFormList  list;   /* title, digests, QR */
  const char *where;  /* "第1考场" */
  const char *time;   /* nullable */
} KpRoomFacts;

gboolean kp_form_panel_draw (KpSheet *sheet, const KpRoomFacts *facts, const KpPanelRow *rows, gsize n_rows, GError **error);
gboolean kp_form_interview_sign_in_draw (KpSheet *sheet, const KpRoomFacts *facts, const KpInterviewSignInRow *rows,
                                         gsize n_rows, GError **error);
gboolean kp_form_envelope_draw (KpSheet *sheet, const KpRoomFacts *facts, const KpEnvelopeRow *rows, gsize n_rows,
                                GError **error);
