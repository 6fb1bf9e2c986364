/* kp-leaving.h – who leaves: at which stage, for which cause, and until when a leaver is replaced.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-stage.h"

G_BEGIN_DECLS

typedef enum
{
  KP_CAUSE_WITHDREW, /* 自愿放弃 */
  KP_CAUSE_FAILED,   /* 不合格 */
  KP_CAUSE_ABSENT,   /* 未参加 */
  KP_CAUSE_BREACH,   /* 违纪、弄虚作假 */
} KpCause;

#define KP_N_CAUSES (KP_CAUSE_BREACH + 1)

typedef struct
{
  KpStage stage;
  KpCause cause;
} KpLeaving;

/* The last moment at which a leaver is replaced: leaving at a stage before it is answered, at it or later isn't. */
typedef enum
{
  KP_UNTIL_NEVER,
  KP_UNTIL_LIST, /* the interview list is published: for leaving, the same as never */
  KP_UNTIL_INTERVIEW_TICKETS,
  KP_UNTIL_INTERVIEW,
  KP_UNTIL_PHYSICAL,
  KP_UNTIL_BACKGROUND,
  KP_UNTIL_PUBLICITY,
  KP_UNTIL_HIRE,
  KP_UNTIL_PROBATION,
  KP_UNTIL_RESERVE, /* as long as the reserve pool holds, whatever the stage: the office looks at its last day */
} KpUntil;

#define KP_N_UNTILS (KP_UNTIL_RESERVE + 1)

gboolean    kp_until_allows (KpUntil             until,
                             const KpStageOrder *order,
                             KpStage             stage);
const char *kp_until_get_name (KpUntil until);
const char *kp_until_get_chinese (KpUntil until);
gboolean    kp_until_parse (const char *name,
                            KpUntil    *out);
const char *kp_cause_get_name (KpCause cause);
const char *kp_cause_get_chinese (KpCause cause);
gboolean    kp_cause_parse (const char *name,
                            KpCause    *out);
const char *kp_leaving_get_stage_chinese (KpStage stage);

G_END_DECLS
