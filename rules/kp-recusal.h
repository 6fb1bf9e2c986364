/* kp-recusal.h – relations for which people must stay away from one another (回避).
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 公务员回避规定's groups, and what notices add (domain.md §8.4). */
typedef enum
{
  KP_RECUSAL_SPOUSE,     /* 夫妻 */
  KP_RECUSAL_LINEAL,     /* 直系血亲 */
  KP_RECUSAL_COLLATERAL, /* 三代以内旁系血亲 */
  KP_RECUSAL_AFFINAL,    /* 近姻亲 */
  KP_RECUSAL_ADOPTIVE,   /* 养父母子女、继父母子女 */
  KP_RECUSAL_TEACHER,    /* 师生 */
  KP_RECUSAL_UNIT,       /* 同一单位 */
  KP_RECUSAL_OTHER,      /* 其他可能影响公正的 */
} KpRecusalKind;

#define KP_N_RECUSAL_KINDS (KP_RECUSAL_OTHER + 1)

const char *kp_recusal_kind_get_name (KpRecusalKind kind);
const char *kp_recusal_kind_get_chinese (KpRecusalKind kind);
gboolean    kp_recusal_kind_from_name (const char *name, KpRecusalKind *out);
gboolean    kp_recusal_kind_is_kin (KpRecusalKind kind);
gboolean    kp_recusal_parse_relation (const char *word, KpRecusalKind *out);
gboolean    kp_recusal_is_same_unit (const char *unit, const char *employer);

G_END_DECLS
