/* kp-change.h – two rosters side by side: everyone whose marks, places, list or offer differ.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-roster.h"

G_BEGIN_DECLS

/* What of a person may change; in the order in which one follows from another. */
typedef enum
{
  KP_CHANGE_PAPER,         /* 卷面成绩 */
  KP_CHANGE_BONUS,         /* 加分 */
  KP_CHANGE_WRITTEN,       /* 笔试成绩 */
  KP_CHANGE_WRITTEN_PLACE, /* 笔试名次 */
  KP_CHANGE_HEAT,          /* 测试成绩, of the tests before the interview */
  KP_CHANGE_HEAT_PLACE,    /* 测试名次 */
  KP_CHANGE_SHORTLIST,     /* 入围面试 */
  KP_CHANGE_RAW,           /* 考场成绩 */
  KP_CHANGE_COEFFICIENT,   /* 修正系数 */
  KP_CHANGE_INTERVIEW,     /* 面试成绩 */
  KP_CHANGE_TOTAL,         /* 综合成绩 */
  KP_CHANGE_PLACE,         /* 名次 */
  KP_CHANGE_CALLED,        /* 体检(考察)人选 */
  KP_CHANGE_CHECKED,       /* 体检考察结论 */
  KP_CHANGE_FINAL_TOTAL,   /* 最终成绩 */
  KP_CHANGE_FINAL_PLACE,   /* 最终名次 */
  KP_CHANGE_PROPOSED,      /* 拟聘用 */
} KpChangeField;

#define KP_N_CHANGE_FIELDS (KP_CHANGE_PROPOSED + 1)

/* Owned texts. */
typedef struct
{
  char *application;
  char *number; /* ticket, or without one the registration number: as lists call the person */
  char *post;
  KpChangeField field;
  char *before; /* as lists show it: "84.32", "3", "入围"; "" = nothing there */
  char *after;
} KpChange;

GPtrArray  *kp_change_compare (KpRoster *before, KpRoster *after);
guint       kp_change_count_persons (const GPtrArray *changes);
void        kp_change_free (KpChange *change);
const char *kp_change_field_get_name (KpChangeField field);
const char *kp_change_field_get_chinese (KpChangeField field);
gboolean    kp_change_field_is_offer (KpChangeField field);
const char *kp_change_get_number (const KpDossier *dossier);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpChange, kp_change_free)

G_END_DECLS
