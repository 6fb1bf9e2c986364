/* kp-demo-private.h – what the files of the sample campaign share.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-demo.h"
#include "kp-draw-record.h"
#include "kp-roster.h"

G_BEGIN_DECLS

#define KP_DEMO_PAPER "01"

/* The sample at work. Its clock stands still within a step and its secrets come from their purpose, so that
   its papers repeat; nothing else in the program does. */
typedef struct
{
  const char *folder; /* borrowed */
  char *inputs;       /* folder of the workbooks that a county would get from outside */
  char *record;
  const char *now;   /* ISO 8601 */
  const char *actor; /* who works */
  KpSources sources;
  KpDemoProgress progress;
  gpointer user_data;
} KpDemo;

/* One step of the sample, on its day. */
typedef struct
{
  const char *now;      /* ISO 8601 */
  KpStage stage;        /* that it belongs to */
  const char *sentence; /* N_() */
  gboolean (*run) (KpDemo *demo, GError **error);
} KpDemoStep;

KpSession *kp_demo_open_as (KpDemo *demo, const char *actor, GError **error);
const KpDemoStep *kp_demo_get_work_steps (guint *n_steps);

/* Workbooks as they would come from outside, with the faults that they have there. */
gboolean kp_demo_write_sample (KpDemo *demo, GError **error);
gboolean kp_demo_write_marks (KpDemo *demo, KpRoster *roster, GError **error);
gboolean kp_demo_write_interview (KpDemo *demo, KpRoster *roster, const KpScheme *scheme, GError **error);
gboolean kp_demo_write_addresses (KpDemo *demo, KpRoster *roster, GError **error);
gboolean kp_demo_write_fitness (
    KpDemo *demo, KpRoster *roster, gboolean is_physical, guint round, guint *n_rows, GError **error);
gboolean kp_demo_call_examiners (KpDemo *demo, KpSession *session, const KpDrawTerms *terms, GError **error);
gboolean kp_demo_draw_examiners (KpSession *session, const char *digits, GError **error);
gboolean kp_demo_open_rooms (KpSession *session, GError **error);
char *kp_demo_dup_true_mark (const char *ticket);
char *kp_demo_dup_cheat (KpRoster *roster);
char *kp_demo_dup_input (const KpDemo *demo, const char *name);

#define KP_DEMO_REGISTRATIONS "报名信息汇总表.xlsx"
#define KP_DEMO_FIRST "笔试成绩-第一次登分.xlsx"
#define KP_DEMO_SECOND "笔试成绩-第二次登分.xlsx"
#define KP_DEMO_INTERVIEW "面试评分表.xlsx"
#define KP_DEMO_ADDRESSES "拟聘用人员住址登记表.xlsx"
#define KP_DEMO_STAFF "面试考官和工作人员名单.xlsx"

G_END_DECLS
