/* kp-departure-kind.h – why somebody leaves after the final lists are published, and at which stage that is.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-leaving.h"

G_BEGIN_DECLS

typedef enum
{
  KP_DEPARTURE_WAIVER,    /* 放弃聘用 */
  KP_DEPARTURE_OBJECTION, /* 公示异议成立 */
  KP_DEPARTURE_ABSENT,    /* 逾期未报到 */
  KP_DEPARTURE_BREACH,    /* 弄虚作假或者违纪 */
  KP_DEPARTURE_DISMISSED, /* 聘用后解除合同 */
  KP_DEPARTURE_RESIGNED,  /* 聘用后辞职 */
} KpDepartureKind;

#define KP_N_DEPARTURE_KINDS (KP_DEPARTURE_RESIGNED + 1)

/* How far somebody is who leaves. */
typedef enum
{
  KP_DEPARTURE_WHILE_PUBLIC,
  KP_DEPARTURE_BEFORE_WORK, /* the publicity is over, or the person was never proposed */
  KP_DEPARTURE_AT_WORK,
} KpDepartureMoment;

KpLeaving   kp_departure_decide_leaving (KpDepartureKind   kind,
                                         KpDepartureMoment moment);
gboolean    kp_departure_kind_ends_contract (KpDepartureKind kind);
const char *kp_departure_kind_get_name (KpDepartureKind kind);
const char *kp_departure_kind_get_chinese (KpDepartureKind kind);
gboolean    kp_departure_kind_parse (const char      *name,
                                     KpDepartureKind *out);

G_END_DECLS
