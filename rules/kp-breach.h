/* kp-breach.h – breaches of exam discipline: which article has which consequence, and how long it is remembered.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-date.h"
#include "kp-mark.h"

G_BEGIN_DECLS

typedef enum
{
  KP_BREACH_PAPER_VOID,   /* 该科目成绩无效 */
  KP_BREACH_ALL_VOID,     /* 全部科目成绩无效 */
  KP_BREACH_DISQUALIFIED, /* 取消本次应聘资格 */
} KpBreachConsequence;

#define KP_BREACH_LONG (-1)

/* One article of 35号令, which the recruitment of community workers applies by reference (参照). */
typedef struct
{
  const char         *article; /* "6" */
  const char         *chinese; /* "第六条" */
  const char         *acts;    /* what it is about, in short */
  KpBreachConsequence consequence;
  gint                years;   /* in the county's list: 0 = not kept there, 5, or KP_BREACH_LONG */
} KpBreachArticle;

const KpBreachArticle *kp_breach_get_articles (guint *n_articles);
const KpBreachArticle *kp_breach_find (const char *article);
KpMarkState            kp_breach_decide_state (KpBreachConsequence consequence,
                                               gboolean            is_own_paper);
gchar                 *kp_breach_dup_kept_until (const KpBreachArticle *article,
                                                 KpDate                 decided_on);
const char            *kp_breach_consequence_get_name (KpBreachConsequence consequence);
const char            *kp_breach_consequence_get_chinese (KpBreachConsequence consequence);
gboolean               kp_breach_consequence_parse (const char          *name,
                                                    KpBreachConsequence *out);

G_END_DECLS
