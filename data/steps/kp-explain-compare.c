/* kp-explain-compare.c – where the rules now come to something else than what the record decided for one person.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was decided and published stands. But a mark set right afterwards, or a finding decided anew, makes it stale: then
 * the derivation and the record say two things, and the explanation says so instead of choosing one. */

#include "kp-explain-private.h"

#include "kp-called.h"
#include "kp-mark-column.h"

static void
tell (KpExplain *explain,
      const char *stage,
      const char *label,
      const char *recorded,
      const char *derived)
{
  g_autofree char *why = NULL;

  if (g_strcmp0 (recorded, derived) == 0)
    return;
  why = g_strdup_printf ("与已公布结果不一致：登记为“%s”，按现有数据推算为“%s”。以登记结果为准，请核实后重新计算。", recorded, derived);
  kp_explain_add (explain, KP_EXPLANATION_DIFFERS, stage, label, "不一致", why, NULL);
}

static char *
dup_mark (gint64 mark)
{
  return mark != KP_NO_INT ? kp_mark_dup_text (mark, 2) : g_strdup ("无");
}

static void
tell_mark (KpExplain *explain,
           const char *stage,
           const char *label,
           gint64 recorded,
           gint64 derived)
{
  g_autofree char *first = dup_mark (recorded);
  g_autofree char *second = dup_mark (derived);

  tell (explain, stage, label, first, second);
}

static void
tell_count (KpExplain *explain,
            const char *stage,
            const char *label,
            gint64 recorded,
            guint derived)
{
  g_autofree char *first = g_strdup_printf ("%" G_GINT64_FORMAT, recorded != KP_NO_INT ? recorded : 0);
  g_autofree char *second = g_strdup_printf ("%u", derived);

  tell (explain, stage, label, first, second);
}

static gint64
get_column (KpStatedMark mark)
{
  return mark.state == KP_MARK_PRESENT ? mark.mark : KP_NO_INT;
}

/**
 * kp_explain_compare_post:
 * @explain: an explanation
 * @post: the post of the application, opened
 *
 * 开考: whether the post would open with the same places.
 */
void
kp_explain_compare_post (KpExplain *explain,
                         const KpPostRecord *post)
{
  const KpContestPost *own = kp_contest_get_post (explain->contest, post->post);
  const KpScheme *scheme = explain->contest->scheme;
  const gboolean may_move
      = (scheme->leftover.at == KP_LEFTOVER_AT_INTERVIEW || scheme->turnout[KP_TURNOUT_INTERVIEW].applies)
        && post->vacated == NULL && explain->dossier->total == NULL;

  if (may_move) /* with the first totals */
    return;
  if (own != NULL)
    tell_count (explain, "开考", "招聘人数", post->places, own->places);
}

/**
 * kp_explain_compare_review:
 * @explain: an explanation
 *
 * 资格审查: the outcome as the record holds it against the outcome from the findings and the facts.
 */
void
kp_explain_compare_review (KpExplain *explain)
{
  const KpEntrant *who = &explain->contest->entrants[explain->index];
  g_autoptr (GPtrArray) findings = kp_contest_dup_findings (explain->contest, explain->index, KP_CHECK_REVIEW);

  if (who->has_review && findings->len > 0)
    tell (explain, "资格审查", "审查结论", kp_review_outcome_get_chinese (who->review),
          kp_review_outcome_get_chinese (kp_qualify_derive_outcome (findings)));
}

/* 测试: the place after each and whether the person goes on. */
static void
compare_heats (KpExplain *explain)
{
  for (guint i = 0; i < KP_MAX_HEATS; i++)
    {
      const KpHeatRecord *record = explain->dossier->heats[i];
      const KpShortlistResult *result = &explain->result->heats[i].list;
      KpShortlistVerdict verdict = result->verdict;

      if (record == NULL)
        continue;
      tell_count (explain, "入围", "测试后名次", record->place, result->place.place);
      kp_shortlist_verdict_from_name (record->outcome, &verdict);
      if (verdict != result->verdict)
        tell (explain, "入围", "测试后入围", kp_shortlist_verdict_get_chinese (verdict),
              kp_shortlist_verdict_get_chinese (result->verdict));
    }
}

/**
 * kp_explain_compare_shortlist:
 * @explain: an explanation of somebody on the list of the written exam
 *
 * 笔试、入围: marks, place and way into the interview.
 */
void
kp_explain_compare_shortlist (KpExplain *explain)
{
  const KpShortlistRecord *record = explain->dossier->shortlist;
  const KpContestResult *result = explain->result;
  const gboolean is_exempt = g_str_equal (record->state, "exempt");
  KpShortlistVerdict verdict = KP_SHORTLIST_N_VERDICTS;

  for (guint i = 0; i < KP_SHORTLIST_N_VERDICTS; i++)
    {
      if (g_str_equal (kp_shortlist_verdict_get_name ((KpShortlistVerdict) i), record->outcome))
        verdict = (KpShortlistVerdict) i;
    }
  if (!is_exempt)
    {
      tell_mark (explain, "笔试", "笔试卷面成绩", record->paper, kp_mark_column_from_fraction (result->written.paper));
      tell_mark (explain, "笔试", "加分", record->bonus, result->bonus);
      tell_mark (explain, "笔试", "笔试成绩", record->written, kp_mark_column_from_fraction (result->with_bonus));
      tell_count (explain, "入围", "笔试名次", record->place, result->shortlist.place.place);
    }
  compare_heats (explain);
  if (verdict == KP_SHORTLIST_N_VERDICTS || verdict == result->shortlist.verdict
      || (is_exempt && kp_shortlist_verdict_is_in (result->shortlist.verdict)))
    return;
  tell (explain, "入围", "面试入围", kp_shortlist_verdict_get_chinese (verdict),
        kp_shortlist_verdict_get_chinese (result->shortlist.verdict));
}

/**
 * kp_explain_compare_interview:
 * @explain: an explanation of somebody with an interview mark
 *
 * 面试: the raw and the corrected mark.
 */
void
kp_explain_compare_interview (KpExplain *explain)
{
  const KpInterviewRecord *record = explain->dossier->interview;

  tell_mark (explain, "面试", "面试原始成绩", record->raw, get_column (explain->result->raw));
  tell_mark (explain, "面试", "面试成绩", record->mark, get_column (explain->result->interview));
}

/**
 * kp_explain_compare_total:
 * @explain: an explanation of somebody with a total
 *
 * 综合成绩: the total, what it makes of the person, the place.
 */
void
kp_explain_compare_total (KpExplain *explain)
{
  const KpTotalRecord *record = explain->dossier->total;
  const KpTotalResult *total = &explain->result->total;

  tell_mark (explain, "综合成绩", "综合成绩", record->total,
             kp_standing_has_total (total->standing) ? total->total : KP_NO_INT);
  tell_count (explain, "综合成绩", "综合成绩名次", record->place, total->place.place);
}

static void
compare_final_total (KpExplain *explain)
{
  const KpFinalTotalRecord *record = explain->dossier->final_total;
  const KpFinalTotalResult *final = &explain->result->final_total;
  const gboolean has_total = explain->result->has_final_total && kp_standing_has_total (final->standing);

  tell_mark (explain, "最终成绩", "最终成绩", record->final, has_total ? final->total : KP_NO_INT);
  tell_count (explain, "最终成绩", "最终成绩名次", record->place, final->place.place);
}

/**
 * kp_explain_compare_end:
 * @explain: an explanation of somebody with a total
 * @is_published: whether the hires of the campaign are proposed already
 *
 * 体检、聘用: whether the person is called, and proposed.
 */
void
kp_explain_compare_end (KpExplain *explain,
                        gboolean is_published)
{
  const KpFinalResult *final = &explain->result->final;
  const gboolean is_called = final->verdict == KP_FINAL_IN || final->verdict == KP_FINAL_SUBSTITUTE
                             || (final->verdict == KP_FINAL_LEFT && final->was_in);
  const char *first = kp_called_get_first_kind (explain->contest->scheme);
  const KpFitnessRecord *called
      = g_str_equal (first, KP_CALLED_PHYSICAL) ? explain->dossier->physical : explain->dossier->background;

  tell (explain, "体检", "体检（考察）人选", called != NULL ? "是" : "否", is_called ? "是" : "否");
  if (explain->dossier->final_total != NULL)
    compare_final_total (explain);
  /* Whoever left was proposed once; whoever was called for it is proposed later. */
  if (is_published && explain->dossier->departure == NULL
      && (explain->dossier->proposal != NULL || called == NULL || called->round == 0))
    tell (explain, "拟聘用公示", "拟聘用", explain->dossier->proposal != NULL ? "是" : "否",
          explain->result->is_hired ? "是" : "否");
}
