/* kp-breach.c – breaches of exam discipline: which article has which consequence, and how long it is remembered.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 《事业单位公开招聘违纪违规行为处理规定》 (人力资源和社会保障部令第35号). Community workers aren't staff of public
 * institutions: a decision cites it by reference, beside the notice. The national record of integrity isn't a county's to
 * write, so the county keeps a list of its own, with the day until which an entry stands.
 *
 *   article   this paper    other papers   in the list
 *   6, 10     void          stand          –
 *   7         void          void           5 years
 *   8         void          void           for long (长期)
 *   5         void          void           –              (取消本次应聘资格)
 */

#include "kp-breach.h"

#include <string.h>

static const KpBreachArticle articles[] = {
  { "5", "第五条", "伪造、涂改证件、证明等报名材料，或者提供不实信息影响报名审核结果", KP_BREACH_DISQUALIFIED, 0 },
  { "6", "第六条", "携带规定以外的物品经提醒仍未放到指定位置，未在规定座位参加考试，在答题卡上作标记，提前作答或者超时作答，"
                   "损毁试卷或者将试卷带出考场等",
    KP_BREACH_PAPER_VOID, 0 },
  { "7", "第七条", "抄袭、协助他人抄袭，传递试卷、答题卡或者互换，持伪造证件参加考试，使用禁止的通讯工具或者其他电子用品，"
                   "考试结束前传播试题等",
    KP_BREACH_ALL_VOID, 5 },
  { "8", "第八条", "串通作弊或者参与有组织作弊，代替他人或者让他人代替自己参加考试等", KP_BREACH_ALL_VOID, KP_BREACH_LONG },
  { "10", "第十条", "阅卷过程中被甄别为雷同答卷，经阅卷专家确认", KP_BREACH_PAPER_VOID, 0 },
};

static const struct
{
  const char *name;
  const char *chinese;
} consequences[] = {
  [KP_BREACH_PAPER_VOID] = { "paper-void", "该科目成绩无效" },
  [KP_BREACH_ALL_VOID] = { "all-void", "全部科目成绩无效" },
  [KP_BREACH_DISQUALIFIED] = { "disqualified", "取消本次应聘资格" },
};

/**
 * kp_breach_get_articles:
 * @n_articles: (out): how many
 *
 * Returns: (transfer none): the articles on exams, in their order
 */
const KpBreachArticle *
kp_breach_get_articles (guint *n_articles)
{
  *n_articles = G_N_ELEMENTS (articles);
  return articles;
}

/**
 * kp_breach_find:
 * @article: (nullable): "6", or 第六条
 *
 * Returns: (transfer none) (nullable): the article
 */
const KpBreachArticle *
kp_breach_find (const char *article)
{
  for (guint i = 0; article != NULL && i < G_N_ELEMENTS (articles); i++)
    if (strcmp (articles[i].article, article) == 0 || strcmp (articles[i].chinese, article) == 0)
      return &articles[i];

  return NULL;
}

/**
 * kp_breach_decide_state:
 * @consequence: of the article
 * @is_own_paper: whether the breach was in this paper
 *
 * Returns: what becomes of the mark; %KP_MARK_PRESENT: it stands
 */
KpMarkState
kp_breach_decide_state (KpBreachConsequence consequence,
                        gboolean            is_own_paper)
{
  if (consequence != KP_BREACH_PAPER_VOID)
    return KP_MARK_VOID_ALL;

  return is_own_paper ? KP_MARK_BREACH : KP_MARK_PRESENT;
}

/**
 * kp_breach_dup_kept_until:
 * @article: an article
 * @decided_on: the day of the decision
 *
 * Returns: (transfer full) (nullable): until when the county's list keeps it: an ISO date or "long"; %NULL = not at all
 */
gchar *
kp_breach_dup_kept_until (const KpBreachArticle *article,
                          KpDate                 decided_on)
{
  if (article->years == 0)
    return NULL;
  if (article->years == KP_BREACH_LONG)
    return g_strdup ("long");

  return kp_date_dup_iso (kp_date_add_years (decided_on, article->years));
}

/**
 * kp_breach_consequence_get_name:
 * @consequence: a consequence
 *
 * Returns: the stable name in files and records
 */
const char *
kp_breach_consequence_get_name (KpBreachConsequence consequence)
{
  return consequences[consequence].name;
}

/**
 * kp_breach_consequence_get_chinese:
 * @consequence: a consequence
 *
 * Returns: what a decision says
 */
const char *
kp_breach_consequence_get_chinese (KpBreachConsequence consequence)
{
  return consequences[consequence].chinese;
}

/**
 * kp_breach_consequence_parse:
 * @name: (nullable): of kp_breach_consequence_get_name()
 * @out: (out): the consequence; untouched when there is none
 *
 * Returns: whether there is such a consequence
 */
gboolean
kp_breach_consequence_parse (const char          *name,
                             KpBreachConsequence *out)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (consequences); i++)
    if (strcmp (consequences[i].name, name) == 0)
      {
        *out = (KpBreachConsequence) i;
        return TRUE;
      }

  return FALSE;
}
