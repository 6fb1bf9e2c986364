/* kp-explain-record.c – what the record alone knows of one person's way: who decided, who entered, what was published.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-explain-private.h"

#include <string.h>

#include "kp-direct-hires.h"
#include "kp-mark.h"
#include "kp-marked-paper.h"
#include "kp-step-review.h"

/* The sentences are those that the steps wrote when they decided, so that an explanation never differs from the decision.
   Chinese like all paper. */

static char *
dup_mark (gint64 mark)
{
  return mark != KP_NO_INT ? kp_mark_dup_text (mark, 2) : g_strdup ("—");
}

static char *
dup_place (gint64 place)
{
  return place != KP_NO_INT ? g_strdup_printf ("第%" G_GINT64_FORMAT "名", place) : g_strdup ("无名次");
}

static void
add (KpExplain *explain,
     const char *stage,
     const char *label,
     const char *result,
     const char *why,
     const char *clause)
{
  kp_explain_add (explain, KP_EXPLANATION_RECORD, stage, label, result, why, clause);
}

static const char *
find_label (const GPtrArray *requirements,
            const char *id)
{
  for (guint i = 0; i < requirements->len; i++)
    {
      const KpRequirement *requirement = g_ptr_array_index (requirements, i);

      if (g_str_equal (requirement->id, id))
        return requirement->label;
    }
  return id;
}

/* "（2026-03-10甲初审：证件齐全；2026-03-11乙复核：同意）": each level of a finding, in its order. */
static char *
dup_judged (const GPtrArray *judgements,
            const KpFindingRecord *finding)
{
  static const char *const levels[] = { "", "初审", "复核", "申诉审查" };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < judgements->len; i++)
    {
      const KpJudgementRecord *record = g_ptr_array_index (judgements, i);

      if (g_str_equal (record->condition, finding->condition) && g_str_equal (record->moment, finding->moment))
        g_string_append_printf (text, "%s%s%s%s：%s", text->len > 0 ? "；" : "（", record->decided_on, record->reviewer,
                                levels[record->level], record->note);
    }
  if (text->len > 0)
    g_string_append (text, "）");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * kp_explain_add_findings:
 * @explain: an explanation
 * @error: return location
 *
 * Each finding of the review and the re-check as it was decided; what persons decided is told level by level, with their
 * names at work.
 *
 * Returns: %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_explain_add_findings (KpExplain *explain,
                         GError **error)
{
  const KpScheme *scheme = explain->contest->scheme;
  const KpSchemePost *post = kp_scheme_get_post (scheme, explain->dossier->application->post);
  g_autoptr (GPtrArray) requirements = kp_qualify_list_requirements (scheme, post);
  g_autoptr (GPtrArray) findings = kp_table_select (
      kp_session_get_database (explain->session), &kp_finding_table, kp_session_get_campaign (explain->session),
      "AND application = $2 ORDER BY moment DESC, condition",
      KP_BINDS (KP_TEXT (explain->dossier->application->application)), error);
  g_autoptr (GPtrArray) judgements = NULL;

  if (findings == NULL)
    return FALSE;
  judgements = kp_table_select (
      kp_session_get_database (explain->session), &kp_judgement_table, kp_session_get_campaign (explain->session),
      "AND application = $2 ORDER BY condition, level", KP_BINDS (KP_TEXT (explain->dossier->application->application)),
      error);
  if (judgements == NULL)
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    {
      const KpFindingRecord *finding = g_ptr_array_index (findings, i);
      g_autofree char *judged = dup_judged (judgements, finding);
      g_autofree char *why = g_strconcat (finding->sentence, judged, NULL);
      KpVerdict verdict = KP_VERDICT_BY_HAND;

      kp_verdict_parse (finding->verdict, &verdict);
      add (explain, g_str_equal (finding->moment, KP_MOMENT_RECHECK) ? "资格复审" : "资格审查",
           find_label (requirements, finding->condition), kp_verdict_get_chinese (verdict), why,
           finding->clause);
    }
  return TRUE;
}

/**
 * kp_explain_add_entries:
 * @explain: an explanation
 * @error: return location
 *
 * 双人双录: what was entered for each paper, and by whom.
 *
 * Returns: %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_explain_add_entries (KpExplain *explain,
                        GError **error)
{
  g_autoptr (GPtrArray) entries = kp_table_select (
      kp_session_get_database (explain->session), &kp_entry_table, kp_session_get_campaign (explain->session),
      "AND application = $2 ORDER BY paper, entry", KP_BINDS (KP_TEXT (explain->dossier->application->application)), error);

  if (entries == NULL)
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      const KpEntryRecord *entry = g_ptr_array_index (entries, i);
      gboolean is_sealed = FALSE;
      const KpSchemePaper *paper = kp_scheme_get_paper (explain->contest->scheme, entry->paper);
      g_autofree char *why
          = g_strdup_printf ("科目%s第%" G_GINT64_FORMAT "次登分，%s录入", entry->paper, entry->entry, entry->clerk);
      g_autofree char *mark = dup_mark (entry->mark);
      KpMarkState state = KP_MARK_NOT_ENTERED;

      /* A person's mark beside the same mark of a secret number would open it. */
      if (!kp_marked_paper_find_seal (explain->session, entry->paper, &is_sealed, error))
        return FALSE;
      if (is_sealed)
        continue;
      kp_mark_state_from_name (entry->state, &state);
      add (explain, "笔试登分", paper != NULL ? paper->name : entry->paper,
           entry->mark != KP_NO_INT ? mark : kp_mark_state_get_chinese (state), why, NULL);
    }
  return TRUE;
}

/**
 * kp_explain_add_shortlist:
 * @explain: an explanation
 *
 * The place and the sentence of the written exam's list, and of those after the tests before the interview.
 */
void
kp_explain_add_shortlist (KpExplain *explain)
{
  const KpShortlistRecord *shortlist = explain->dossier->shortlist;
  g_autofree char *place = dup_place (shortlist->place);

  add (explain, "入围", "登记结果", place, shortlist->why, NULL);
  for (guint i = 0; i < KP_MAX_HEATS; i++)
    {
      const KpHeatRecord *heat = explain->dossier->heats[i];
      g_autofree char *after = heat != NULL ? dup_place (heat->place) : NULL;

      if (heat != NULL)
        add (explain, "入围", "测试后登记结果", after, heat->why, NULL);
    }
}

/* "highest:6;lowest:3" of the record, as people say it. */
static void
append_dropped (GString *why,
                const char *dropped)
{
  g_auto (GStrv) parts = g_strsplit (dropped != NULL ? dropped : "", ";", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *examiner = strchr (parts[i], ':');

      if (examiner != NULL)
        g_string_append_printf (why, "去掉%s（考官%s），", g_str_has_prefix (parts[i], "highest") ? "最高分" : "最低分",
                                examiner + 1);
    }
}

/**
 * kp_explain_add_interview:
 * @explain: an explanation of somebody who drew a number
 *
 * The interview mark with the drawn number, who was dropped and the coefficient.
 */
void
kp_explain_add_interview (KpExplain *explain)
{
  const KpInterviewRecord *interview = explain->dossier->interview;
  g_autoptr (GString) why = g_string_new (NULL);
  g_autofree char *raw = dup_mark (interview->raw);
  g_autofree char *mark = dup_mark (interview->mark);

  g_string_append_printf (why, "面试序号%s：", explain->dossier->hearing->code);
  if (interview->raw == KP_NO_INT)
    g_string_append (why, "缺考或成绩无效");
  else
    {
      append_dropped (why, interview->dropped);
      g_string_append_printf (why, "平均分%s", raw);
    }
  if (interview->coefficient != NULL)
    g_string_append_printf (why, "，乘以考场修正系数%s", interview->coefficient);
  add (explain, "面试成绩", "登记结果", mark, why->str, NULL);
}

/**
 * kp_explain_add_total:
 * @explain: an explanation of somebody who has a total
 *
 * The place and the sentence of the list of totals.
 */
void
kp_explain_add_total (KpExplain *explain)
{
  const KpTotalRecord *total = explain->dossier->total;
  g_autofree char *place = dup_place (total->place);

  add (explain, "综合成绩", "登记结果", kp_direct_is_hired (total) ? kp_direct_verdict_get_chinese (KP_DIRECT_HIRED) : place, total->why, NULL);
}

/* 最终成绩, where the background check is scored. */
static void
add_final_total (KpExplain *explain)
{
  const KpFinalTotalRecord *record = explain->dossier->final_total;
  g_autofree char *place = NULL;

  if (record == NULL)
    return;
  place = dup_place (record->place);
  add (explain, "最终成绩", "登记结果", place, record->why, NULL);
}

static const char *
get_fitness_word (const char *outcome)
{
  if (g_str_equal (outcome, "pass"))
    return "合格";
  if (g_str_equal (outcome, "fail"))
    return "不合格";
  return g_str_equal (outcome, "waived") ? "放弃" : "已通知,待结论";
}

static void
add_fitness (KpExplain *explain,
             const KpFitnessRecord *fitness,
             const char *stage)
{
  g_autofree char *why = NULL;

  if (fitness == NULL)
    return;
  why = fitness->round > 0 ? g_strdup_printf ("第%" G_GINT64_FORMAT "轮递补", fitness->round) : g_strdup ("按名次进入");
  add (explain, stage, "登记结果", get_fitness_word (fitness->outcome), why, NULL);
}

/**
 * kp_explain_add_end:
 * @explain: an explanation
 *
 * Conclusions of physical and background, publicity and contract.
 */
void
kp_explain_add_end (KpExplain *explain)
{
  const KpProposalRecord *proposal = explain->dossier->proposal;
  const KpContractRecord *contract = explain->dossier->contract;

  add_fitness (explain, explain->dossier->physical, "体检");
  add_fitness (explain, explain->dossier->background, "考察");
  add_final_total (explain);
  if (proposal != NULL)
    {
      g_autofree char *why = g_strdup_printf ("公示%s至%s", proposal->public_from, proposal->public_until);

      add (explain, "拟聘用公示", "登记结果", "拟聘用", why, NULL);
    }
  if (contract != NULL)
    {
      g_autofree char *why = g_strdup_printf ("%s至%s，试用期%" G_GINT64_FORMAT "个月", contract->starts, contract->ends,
                                              contract->probation_months);

      add (explain, "劳动合同", "登记结果", contract->number, why, NULL);
    }
}
