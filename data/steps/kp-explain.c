/* kp-explain.c – tells for one person which rule gave which result.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-explain.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-mark.h"
#include "kp-roster.h"

/* Each stage that the person has reached gives its lines; what is not there yet gives none. The sentences are those that
   the steps wrote when they decided, so that an explanation never differs from the decision. Chinese like all paper. */

static void
add (GPtrArray *lines,
     const char *stage,
     char *result,
     const char *why)
{
  KpExplanation *line = g_new0 (KpExplanation, 1);

  line->stage = g_strdup (stage);
  line->result = result;
  line->why = g_strdup (why != NULL ? why : "");
  g_ptr_array_add (lines, line);
}

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

static const char *
get_verdict_word (const char *verdict)
{
  static const char *const words[][2] = {
    { "met", "符合" },           { "unmet", "不符合" },       { "needs_paper", "需补充材料" },
    { "by_hand", "待核实" },     { "not_applicable", "不适用" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_str_equal (words[i][0], verdict))
        return words[i][1];
    }
  return verdict;
}

static gboolean
add_findings (KpSession *session,
              const KpDossier *dossier,
              GPtrArray *lines,
              GError **error)
{
  g_autoptr (GPtrArray) findings = kp_table_select (
      kp_session_get_database (session), &kp_finding_table, kp_session_get_campaign (session),
      "AND application = $2 ORDER BY condition", KP_BINDS (KP_TEXT (dossier->application->application)), error);

  if (findings == NULL)
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    {
      const KpFindingRecord *finding = g_ptr_array_index (findings, i);
      g_autofree char *why
          = g_strdup_printf ("%s%s%s", finding->clause != NULL ? finding->clause : "",
                             finding->clause != NULL && *finding->clause != '\0' ? " " : "", finding->sentence);

      add (lines, "资格审查", g_strdup (get_verdict_word (finding->verdict)), why);
    }
  return TRUE;
}

static gboolean
add_entries (KpSession *session,
             const KpDossier *dossier,
             GPtrArray *lines,
             GError **error)
{
  g_autoptr (GPtrArray) entries = kp_table_select (
      kp_session_get_database (session), &kp_entry_table, kp_session_get_campaign (session),
      "AND application = $2 ORDER BY paper, entry", KP_BINDS (KP_TEXT (dossier->application->application)), error);

  if (entries == NULL)
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      const KpEntryRecord *entry = g_ptr_array_index (entries, i);
      g_autofree char *why = g_strdup_printf ("科目%s第%" G_GINT64_FORMAT "次登分", entry->paper, entry->entry);
      KpMarkState state = KP_MARK_NOT_ENTERED;

      kp_mark_state_from_name (entry->state, &state);
      add (lines, "笔试登分",
           entry->mark != KP_NO_INT ? dup_mark (entry->mark) : g_strdup (kp_mark_state_get_chinese (state)), why);
    }
  return TRUE;
}

static gboolean
add_bonus (KpSession *session,
           const KpDossier *dossier,
           GPtrArray *lines,
           GError **error)
{
  const KpBonusPolicy *policy = &kp_session_get_scheme (session)->bonus;
  g_autoptr (GPtrArray) records = kp_table_select (
      kp_session_get_database (session), &kp_bonus_table, kp_session_get_campaign (session),
      "AND application = $2 ORDER BY item", KP_BINDS (KP_TEXT (dossier->application->application)), error);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      const KpBonusRecord *record = g_ptr_array_index (records, i);
      g_autofree char *why = NULL;

      for (guint j = 0; j < policy->items->len; j++)
        {
          const KpBonusItem *item = g_ptr_array_index (policy->items, j);

          if (g_str_equal (item->code, record->item))
            why = g_strdup_printf ("%s %s（%s）", item->clause, item->label, record->counts ? "计入" : "不重复计入");
        }
      add (lines, "加分", dup_mark (record->points), why);
    }
  return TRUE;
}

static KpMark
weigh (const KpScheme *scheme,
       const KpPanelMarkRecord *mark)
{
  for (guint i = 0; i < scheme->interview.elements->len; i++)
    {
      const KpSchemeElement *element = g_ptr_array_index (scheme->interview.elements, i);

      if (g_str_equal (element->code, mark->element))
        return kp_panel_weigh ((KpPanelElement) { element->full, element->weight }, mark->mark);
    }
  return mark->mark;
}

static gboolean
add_panel (KpSession *session,
           const KpDossier *dossier,
           GPtrArray *lines,
           GError **error)
{
  const guint n_examiners = kp_session_get_scheme (session)->interview.panel.n_examiners;
  g_autofree gint64 *totals = g_new0 (gint64, n_examiners + 1);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) marks = kp_table_select (
      kp_session_get_database (session), &kp_panel_mark_table, kp_session_get_campaign (session),
      "AND code = $2 ORDER BY examiner, element", KP_BINDS (KP_TEXT (dossier->hearing->code)), error);

  if (marks == NULL)
    return FALSE;
  for (guint i = 0; i < marks->len; i++)
    {
      const KpPanelMarkRecord *mark = g_ptr_array_index (marks, i);

      if (mark->examiner >= 1 && mark->examiner <= (gint64) n_examiners)
        totals[mark->examiner] += weigh (kp_session_get_scheme (session), mark);
    }
  for (guint i = 1; i <= n_examiners && marks->len > 0; i++)
    {
      g_autofree char *total = kp_mark_dup_text (totals[i], 2);

      g_string_append_printf (text, "%s考官%u：%s", text->len > 0 ? "、" : "", i, total);
    }
  if (marks->len > 0)
    add (lines, "考官评分", g_strdup_printf ("面试序号%s", dossier->hearing->code), text->str);
  return TRUE;
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

static gboolean
add_interview (KpSession *session,
               const KpDossier *dossier,
               GPtrArray *lines,
               GError **error)
{
  const KpInterviewRecord *interview = dossier->interview;
  g_autoptr (GString) why = g_string_new (NULL);
  g_autofree char *raw = NULL;

  if (dossier->hearing == NULL || interview == NULL)
    return TRUE;
  if (!add_panel (session, dossier, lines, error))
    return FALSE;
  raw = dup_mark (interview->raw);
  append_dropped (why, interview->dropped);
  g_string_append_printf (why, "平均分%s", raw);
  if (interview->coefficient != NULL)
    g_string_append_printf (why, "，乘以考场修正系数%s", interview->coefficient);
  add (lines, "面试成绩", dup_mark (interview->mark), interview->raw != KP_NO_INT ? why->str : "缺考或成绩无效");
  return TRUE;
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
add_fitness (const KpFitnessRecord *fitness,
             const char *stage,
             GPtrArray *lines)
{
  g_autofree char *why = NULL;

  if (fitness == NULL)
    return;
  why = fitness->round > 0 ? g_strdup_printf ("第%" G_GINT64_FORMAT "轮递补", fitness->round) : g_strdup ("按名次进入");
  add (lines, stage, g_strdup (get_fitness_word (fitness->outcome)), why);
}

static void
add_end (const KpDossier *dossier,
         GPtrArray *lines)
{
  add_fitness (dossier->physical, "体检", lines);
  add_fitness (dossier->background, "考察", lines);
  if (dossier->proposal != NULL)
    {
      g_autofree char *why
          = g_strdup_printf ("公示%s至%s", dossier->proposal->public_from, dossier->proposal->public_until);

      add (lines, "拟聘用公示", g_strdup ("拟聘用"), why);
    }
  if (dossier->contract != NULL)
    {
      g_autofree char *why = g_strdup_printf ("%s至%s，试用期%" G_GINT64_FORMAT "个月", dossier->contract->starts,
                                              dossier->contract->ends, dossier->contract->probation_months);

      add (lines, "劳动合同", g_strdup (dossier->contract->number), why);
    }
}

static const KpDossier *
find_dossier (KpRoster *roster,
              const char *number,
              GError **error)
{
  const KpDossier *dossier = kp_roster_find_application (roster, number);

  if (dossier == NULL)
    dossier = kp_roster_find_ticket (roster, number);
  if (dossier == NULL)
    dossier = kp_roster_find_id_number (roster, number);
  if (dossier == NULL)
    g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                         _("Nobody in this campaign has that registration number, ticket number or ID number."));
  return dossier;
}

/**
 * kp_explain_application:
 * @session: a session
 * @application_or_ticket: registration number, ticket number or ID number
 * @title: (out) (transfer full): "报名序号 000123 A01 综合岗", without a name
 * @error: return location
 *
 * The way of one person through the campaign: each condition, entry, bonus, place and result with the rule and the values
 * that gave it (design.md §4).
 *
 * Returns: (transfer full) (nullable) (element-type KpExplanation): in the order of the stages, or %NULL with an error
 */
GPtrArray *
kp_explain_application (KpSession *session,
                        const char *application_or_ticket,
                        char **title,
                        GError **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_explanation_free);
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);
  const KpDossier *dossier = roster != NULL ? find_dossier (roster, application_or_ticket, error) : NULL;
  const KpSchemePost *post;

  if (dossier == NULL || !add_findings (session, dossier, lines, error) || !add_entries (session, dossier, lines, error)
      || !add_bonus (session, dossier, lines, error))
    return NULL;
  if (dossier->shortlist != NULL)
    add (lines, "入围", dup_place (dossier->shortlist->place), dossier->shortlist->why);
  if (!add_interview (session, dossier, lines, error))
    return NULL;
  if (dossier->total != NULL)
    add (lines, "综合成绩", dup_place (dossier->total->place), dossier->total->why);
  add_end (dossier, lines);

  post = kp_scheme_get_post (kp_session_get_scheme (session), dossier->application->post);
  *title = g_strdup_printf ("报名序号%s %s %s", dossier->application->application, post->code, post->name);
  return g_steal_pointer (&lines);
}

/**
 * kp_explanation_free:
 * @explanation: (transfer full): one line of the derivation
 *
 * Frees it with its texts.
 */
void
kp_explanation_free (KpExplanation *explanation)
{
  g_free (explanation->stage);
  g_free (explanation->result);
  g_free (explanation->why);
  g_free (explanation);
}
