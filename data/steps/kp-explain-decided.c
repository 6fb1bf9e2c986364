/* kp-explain-decided.c – what people decided of one person's way: the committee, the examiners, the person.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Told is what bears on this person: decisions of the campaign, of the post applied for and of the person; each with its
 * reason, the two who recorded it and the day. What the rules make of it stands in the derivation. */
#include "kp-explain-private.h"

#include <string.h>

#include "kp-bonus-award.h"
#include "kp-approval.h"
#include "kp-called.h"
#include "kp-departure-kind.h"
#include "kp-leaving.h"
#include "kp-step-choose.h"
#include "kp-step-objection.h"

static char *
dup_value (KpDecisionKind kind,
           const char *value)
{
  switch (kind)
    {
    case KP_DECISION_WRITTEN_LINE:
      return g_strdup_printf ("笔试合格线%s分", value);
    case KP_DECISION_INTERVIEW_LINE:
      return g_strdup_printf ("面试合格线%s分", value);
    case KP_DECISION_SHORTLIST_TIE:
    case KP_DECISION_TIE:
    case KP_DECISION_FINAL_TIE:
      return g_strdup_printf ("并列人员中第%s位", value);
    case KP_DECISION_CHOICE:
      return g_strdup_printf ("同时选岗的人员中第%s位", value);
    case KP_DECISION_DIRECT:
      return g_strdup_printf ("免试直接聘用人员中第%s位", value);
    case KP_DECISION_EXEMPT:
      return g_strdup_printf ("符合免笔试条件人员中第%s位", value);
    case KP_DECISION_LEFTOVER:
      return g_str_equal (value, "stay") ? g_strdup ("空缺名额不调剂") : g_strdup_printf ("空缺名额调剂到%s", value);
    case KP_DECISION_VOTE:
      return g_strdup_printf ("考官表决%s同意", value);
    case KP_DECISION_OPENING:
    case KP_DECISION_SHORTLIST:
    default:
      if (strchr (value, ':') != NULL)
        return g_strdup_printf ("入围比例%s", value);
      return g_str_equal (value, "0") ? g_strdup ("岗位取消") : g_strdup_printf ("招聘%s人", value);
    }
}

/* 空缺名额调剂: whoever is in for a post that gets places. */
static gboolean
gives_to (const KpDecisionRecord *record,
          const char *post)
{
  g_autoptr (GStringChunk) texts = g_string_chunk_new (64);
  g_autoptr (GArray) gifts = g_array_new (FALSE, FALSE, sizeof (KpLeftoverGift));

  if (!g_str_equal (record->kind, kp_decision_kind_get_name (KP_DECISION_LEFTOVER))
      || !kp_decision_parse_gifts (record->value, texts, gifts))
    return FALSE;
  for (guint i = 0; i < gifts->len; i++)
    if (g_str_equal (g_array_index (gifts, KpLeftoverGift, i).to, post))
      return TRUE;
  return FALSE;
}

static gboolean
bears_on (const KpDecisionRecord *record,
          const KpDossier *dossier)
{
  return *record->subject == '\0' || g_str_equal (record->subject, dossier->application->post)
         || gives_to (record, dossier->application->post)
         || g_str_equal (record->subject, kp_dossier_get_first_post (dossier))
         || g_str_equal (record->subject, dossier->application->application);
}

/**
 * kp_explain_add_decided:
 * @explain: an explanation
 * @stage: Chinese
 * @kind: which decisions
 * @error: return location
 *
 * 研究决定: those of that kind that bear on the person.
 *
 * Returns: %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_explain_add_decided (KpExplain *explain,
                        const char *stage,
                        KpDecisionKind kind,
                        GError **error)
{
  g_autoptr (GPtrArray) records
      = kp_table_select (kp_session_get_database (explain->session), &kp_decision_table,
                         kp_session_get_campaign (explain->session), "AND kind = $2 ORDER BY subject",
                         KP_BINDS (KP_TEXT (kp_decision_kind_get_name (kind))), error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const KpDecisionRecord *record = g_ptr_array_index (records, i);
      g_autofree char *value = dup_value (kind, record->value);
      g_autofree char *why = g_strdup_printf ("%s（%.10s，%s、%s记录）", record->reason, record->at, record->first_person,
                                              record->second_person);

      if (bears_on (record, explain->dossier))
        kp_explain_add (explain, KP_EXPLANATION_RECORD, stage, kind == KP_DECISION_VOTE ? "考官表决" : "研究决定", value, why,
                        NULL);
    }
  return records != NULL;
}

/**
 * kp_explain_add_bonus_reviews:
 * @explain: an explanation
 * @error: return location
 *
 * 加分审核: what two people found of the person's claims.
 *
 * Returns: %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_explain_add_bonus_reviews (KpExplain *explain,
                              GError **error)
{
  g_autoptr (GPtrArray) records
      = kp_table_select (kp_session_get_database (explain->session), &kp_bonus_review_table,
                         kp_session_get_campaign (explain->session), "AND application = $2 ORDER BY item",
                         KP_BINDS (KP_TEXT (explain->dossier->application->application)), error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const KpBonusReviewRecord *record = g_ptr_array_index (records, i);
      g_autofree char *label = g_strdup_printf ("加分审核：%s", record->item);
      g_autofree char *why = g_strdup_printf ("%s（%.10s，%s、%s审核）", record->reason, record->at, record->first_person,
                                              record->second_person);

      kp_explain_add (explain, KP_EXPLANATION_RECORD, "笔试", label,
                      g_str_equal (record->verdict, KP_BONUS_APPROVED) ? "认可" : "不认可", why, NULL);
    }
  return records != NULL;
}

/**
 * kp_explain_add_leaving:
 * @explain: an explanation
 *
 * 退出: when and why somebody left the list of the interview, and who recorded it.
 */
void
kp_explain_add_leaving (KpExplain *explain)
{
  const KpLeavingRecord *leaving = explain->dossier->leaving;
  KpCause cause = KP_CAUSE_WITHDREW;
  g_autofree char *why = NULL;

  if (leaving == NULL || !kp_cause_parse (leaving->cause, &cause))
    return;
  why = g_strdup_printf ("%s（%s，%s记录，第%" G_GINT64_FORMAT "轮）", leaving->reason, leaving->recorded_on,
                         leaving->recorded_by, leaving->round);
  kp_explain_add (explain, KP_EXPLANATION_RECORD, "资格复审", "退出登记", kp_cause_get_chinese (cause), why, NULL);
}

/**
 * kp_explain_add_objections:
 * @explain: an explanation
 * @error: return location
 *
 * 公示异议: what came in against the hire, and how it was answered; nobody reads who raised it.
 *
 * Returns: %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_explain_add_objections (KpExplain *explain,
                           GError **error)
{
  g_autoptr (GPtrArray) records
      = kp_table_select (kp_session_get_database (explain->session), &kp_objection_table,
                         kp_session_get_campaign (explain->session), "AND application = $2 ORDER BY number",
                         KP_BINDS (KP_TEXT (explain->dossier->application->application)), error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const KpObjectionRecord *record = g_ptr_array_index (records, i);
      g_autofree char *label = g_strdup_printf ("异议第%" G_GINT64_FORMAT "号", record->number);
      g_autofree char *why
          = record->outcome == NULL
                ? g_strdup_printf ("%s收到，答复以前不聘用", record->received)
                : g_strdup_printf ("%s（%s收到，%s答复，%s、%s）", record->finding, record->received, record->answered_on,
                                   record->first_person, record->second_person);

      kp_explain_add (explain, KP_EXPLANATION_RECORD, "拟聘用公示", label, kp_objection_outcome_get_chinese (record->outcome), why,
                      NULL);
    }
  return records != NULL;
}

/* The post of which the person fills a place, and the round; FALSE for who isn't called as a substitute. */
static gboolean
find_round (const KpDossier *dossier,
            const GArray *waiting,
            const char **post,
            guint *round)
{
  const KpFitnessRecord *called = dossier->physical != NULL ? dossier->physical : dossier->background;

  for (guint i = 0; i < waiting->len; i++)
    {
      const KpCalledWaiting *one = &g_array_index (waiting, KpCalledWaiting, i);

      if (!g_str_equal (one->dossier->application->application, dossier->application->application))
        continue;
      *post = one->post;
      *round = one->round;
      return TRUE;
    }
  *post = dossier->proposal != NULL ? dossier->proposal->post : dossier->total->post;
  *round = called != NULL ? (guint) called->round : 0;
  return *round > 0;
}

/**
 * kp_explain_add_approvals:
 * @explain: an explanation of somebody with a total
 * @error: return location
 *
 * 递补批准: by which document the person was called for somebody who left, or that the call waits for it.
 *
 * Returns: %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_explain_add_approvals (KpExplain *explain,
                          GError **error)
{
  const KpApprovalRecord *record;
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GArray) waiting = NULL;
  g_autoptr (GPtrArray) approvals = NULL;
  g_autofree char *value = NULL;
  g_autofree char *why = NULL;
  const char *post = NULL;
  guint round = 0;

  if (!explain->contest->scheme->substitution.needs_approval)
    return TRUE;
  roster = kp_session_load_roster (explain->session, error);
  waiting = roster != NULL ? kp_called_list_waiting (explain->session, roster, error) : NULL;
  approvals = waiting != NULL ? kp_approvals_load (explain->session, error) : NULL;
  if (approvals == NULL)
    return FALSE;
  if (!find_round (explain->dossier, waiting, &post, &round))
    return TRUE;
  record = kp_approvals_find (approvals, post, round);
  value = g_strdup_printf ("第%u轮%s", round, record == NULL ? "待批准" : g_str_equal (record->outcome, "approved") ? "已批准" : "未获批准");
  why = record == NULL ? g_strdup ("方案规定递补须经批准，批准前不通知体检")
                       : g_strdup_printf ("%s，%s（%s，%s、%s记录）", record->document, record->authority, record->decided_on,
                                          record->first_person, record->second_person);
  kp_explain_add (explain, KP_EXPLANATION_RECORD, "体检", "递补批准", value, why, NULL);
  return TRUE;
}

/**
 * kp_explain_add_departure:
 * @explain: an explanation
 *
 * 选岗、退出: what the person chose in turn, and when and why a person left after the publication.
 */
void
kp_explain_add_departure (KpExplain *explain)
{
  const KpChoiceRecord *choice = explain->dossier->choice;
  const KpDepartureRecord *departure = explain->dossier->departure;
  KpDepartureKind kind = KP_DEPARTURE_WAIVER;
  g_autofree char *why = NULL;

  if (choice != NULL && choice->offer != NULL)
    kp_explain_add (explain, KP_EXPLANATION_RECORD, "选岗", "登记结果",
                    kp_choosing_get_offer_name (explain->contest->scheme, choice->offer), "", NULL);
  if (departure == NULL || !kp_departure_kind_parse (departure->kind, &kind))
    return;
  why = g_strdup_printf ("%s（%s，第%" G_GINT64_FORMAT "轮，%s、%s记录）", departure->reason, departure->left_on,
                         departure->round, departure->first_person, departure->second_person);
  kp_explain_add (explain, KP_EXPLANATION_RECORD, "聘用", "退出登记", kp_departure_kind_get_chinese (kind), why, NULL);
}

/**
 * kp_explain_add_own_choice:
 * @explain: an explanation
 *
 * 缴费、改报: what the person did after the registration.
 */
void
kp_explain_add_own_choice (KpExplain *explain)
{
  const KpApplicationRecord *application = explain->dossier->application;
  const char *paid_on = application->paid_on != NULL ? application->paid_on : "";

  if (application->payment != NULL)
    kp_explain_add (explain, KP_EXPLANATION_RECORD, "报名", "缴费",
                    g_str_equal (application->payment, KP_PAYMENT_EXEMPT) ? "免缴" : "已缴费", paid_on, NULL);
  if (application->first_post != NULL)
    {
      g_autofree char *why
          = g_strdup_printf ("原报%s岗位取消，%s改报", application->first_post, application->reposted_on);

      kp_explain_add (explain, KP_EXPLANATION_RECORD, "开考", "改报登记", application->post, why, NULL);
    }
}
