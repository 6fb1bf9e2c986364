/* kp-explain.c – tells for one person which rule gave which result.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-explain-private.h"

#include <glib/gi18n-lib.h>

#include "kp-derivation.h"

/* Three voices, stage by stage:
 *
 *   derived   how the rules come to it, from the record's inputs (rules/kp-derivation.c)
 *   record    what was entered, decided and published, by whom and when: this counts
 *   differs   where both say two things: the record is stale, and somebody has to look
 *
 * A stage that the record hasn't decided yet tells nothing: a list that isn't made is nobody's to foretell. */

static const char *const source_names[] = {
  [KP_EXPLANATION_RECORD] = "record",
  [KP_EXPLANATION_DERIVED] = "derived",
  [KP_EXPLANATION_DIFFERS] = "differs",
};

static const char *const stage_words[KP_N_STAGES] = {
  [KP_STAGE_REGISTRATION] = "报名",  [KP_STAGE_REVIEW] = "资格审查",    [KP_STAGE_WRITTEN] = "笔试",
  [KP_STAGE_SHORTLIST] = "入围",     [KP_STAGE_RECHECK] = "资格复审",   [KP_STAGE_INTERVIEW] = "面试",
  [KP_STAGE_TOTALS] = "综合成绩",    [KP_STAGE_PHYSICAL] = "体检考察",  [KP_STAGE_BACKGROUND] = "体检考察",
  [KP_STAGE_HIRE] = "聘用",
};

/**
 * kp_explain_add:
 * @explain: an explanation
 * @source: who says it
 * @stage: Chinese
 * @label: what it is about
 * @result: what it came to
 * @why: (nullable): a sentence
 * @clause: (nullable): place in the notice
 *
 * Adds a line.
 */
void
kp_explain_add (KpExplain *explain,
                KpExplanationSource source,
                const char *stage,
                const char *label,
                const char *result,
                const char *why,
                const char *clause)
{
  KpExplanation *line = g_new0 (KpExplanation, 1);

  line->source = source;
  line->stage = g_strdup (stage);
  line->label = g_strdup (label);
  line->result = g_strdup (result);
  line->why = g_strdup (why != NULL ? why : "");
  line->clause = g_strdup (clause != NULL ? clause : "");
  g_ptr_array_add (explain->lines, line);
}

static void
add_step (KpExplain *explain,
          const KpDerivationStep *step,
          const char *stage)
{
  kp_explain_add (explain, KP_EXPLANATION_DERIVED, stage, step->label, step->value, step->rule, step->clause);
}

/* The steps of the stages from @first to @last, as the steps name them. */
static void
add_steps (KpExplain *explain,
           const GPtrArray *steps,
           KpStage first,
           KpStage last)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const KpDerivationStep *step = g_ptr_array_index (steps, i);

      if (step->stage >= first && step->stage <= last)
        add_step (explain, step, stage_words[step->stage]);
    }
}

/* Of the review the record tells each finding; what is added is what follows from them. */
static gboolean
add_review (KpExplain *explain,
            const GPtrArray *steps,
            GError **error)
{
  g_autofree KpPostRecord *post = NULL;
  gboolean is_open;

  if (!kp_explain_add_findings (explain, error)
      || !kp_table_find (kp_session_get_database (explain->session), &kp_post_table,
                         kp_session_get_campaign (explain->session),
                         KP_BINDS (KP_TEXT (explain->dossier->application->post)), &post, error))
    return FALSE;

  is_open = post != NULL && !g_str_equal (post->state, "planned");
  for (guint i = 0; i < steps->len; i++)
    {
      const KpDerivationStep *step = g_ptr_array_index (steps, i);

      if (g_str_equal (step->label, "审查结论") && explain->contest->entrants[explain->index].has_review)
        add_step (explain, step, "资格审查");
      if (is_open && (g_str_equal (step->label, "岗位开考") || g_str_equal (step->label, KP_DERIVATION_DIRECT)))
        add_step (explain, step, "开考");
    }
  kp_explain_compare_review (explain);
  kp_explain_add_own_choice (explain);
  if (!is_open)
    return TRUE;
  kp_explain_compare_post (explain, post);
  return kp_explain_add_decided (explain, "开考", KP_DECISION_OPENING, error)
         && kp_explain_add_decided (explain, "开考", KP_DECISION_DIRECT, error)
         && kp_explain_add_decided (explain, "开考", KP_DECISION_EXEMPT, error);
}

static gboolean
is_published (const KpEntrants *entrants)
{
  for (guint i = 0; i < kp_entrants_get_n (entrants); i++)
    {
      if (kp_entrants_get_dossier (entrants, i)->proposal != NULL)
        return TRUE;
    }
  return FALSE;
}

/* What the committee decided stands before the list that was made by it. */
static gboolean
add_decided (KpExplain *explain,
             GError **error)
{
  const KpDossier *dossier = explain->dossier;

  if (dossier->shortlist != NULL
      && (!kp_explain_add_bonus_reviews (explain, error)
          || !kp_explain_add_decided (explain, "入围", KP_DECISION_WRITTEN_LINE, error)
          || !kp_explain_add_decided (explain, "入围", KP_DECISION_SHORTLIST, error)
          || !kp_explain_add_decided (explain, "入围", KP_DECISION_SHORTLIST_TIE, error)
          || !kp_explain_add_decided (explain, "入围", KP_DECISION_LEFTOVER, error)))
    return FALSE;
  return dossier->total == NULL
         || (kp_explain_add_decided (explain, "综合成绩", KP_DECISION_INTERVIEW_LINE, error)
             && kp_explain_add_decided (explain, "综合成绩", KP_DECISION_VOTE, error)
             && kp_explain_add_decided (explain, "综合成绩", KP_DECISION_TIE, error)
             && kp_explain_add_decided (explain, "最终成绩", KP_DECISION_FINAL_TIE, error)
             && kp_explain_add_decided (explain, "选岗", KP_DECISION_CHOICE, error)
             && kp_explain_add_approvals (explain, error) && kp_explain_add_objections (explain, error));
}

static void
add_lists (KpExplain *explain,
           const KpEntrants *entrants,
           const GPtrArray *steps)
{
  const KpDossier *dossier = explain->dossier;

  if (dossier->shortlist != NULL)
    {
      add_steps (explain, steps, KP_STAGE_SHORTLIST, KP_STAGE_RECHECK);
      kp_explain_add_shortlist (explain);
      kp_explain_compare_shortlist (explain);
      kp_explain_add_leaving (explain);
    }
  if (dossier->interview != NULL && !kp_dossier_is_sealed (dossier))
    {
      add_steps (explain, steps, KP_STAGE_INTERVIEW, KP_STAGE_INTERVIEW);
      kp_explain_add_interview (explain);
      kp_explain_compare_interview (explain);
    }
  if (dossier->total != NULL)
    {
      add_steps (explain, steps, KP_STAGE_TOTALS, KP_STAGE_TOTALS);
      kp_explain_add_total (explain);
      kp_explain_compare_total (explain);
      add_steps (explain, steps, KP_STAGE_PHYSICAL, KP_STAGE_BACKGROUND);
    }
  if (dossier->proposal != NULL)
    add_steps (explain, steps, KP_STAGE_HIRE, KP_STAGE_HIRE);
  kp_explain_add_end (explain);
  kp_explain_add_departure (explain);
  if (dossier->total != NULL)
    kp_explain_compare_end (explain, is_published (entrants));
}

/**
 * kp_explain_application:
 * @session: a session
 * @application_or_ticket: registration number, ticket number or ID number
 * @title: (out) (transfer full): "报名序号 000123 A01 综合岗", without a name
 * @error: return location
 *
 * The way of one person through the campaign: each condition, entry, bonus, mark, place and result with the rule and the
 * values that gave it (design.md §4). What the record decided counts; where the rules now come to something else, a line
 * says so.
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
  g_autoptr (KpEntrants) entrants = kp_entrants_load (session, NULL, error);
  g_autoptr (KpContest) contest = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  KpExplain explain = { .session = session, .lines = lines };
  const KpSchemePost *post;

  if (entrants == NULL)
    return NULL;
  if (!kp_entrants_find (entrants, application_or_ticket, &explain.index))
    {
      g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                           _("Nobody in this campaign has that registration number, ticket number or ID number."));
      return NULL;
    }
  contest = kp_entrants_run (entrants);
  steps = kp_derivation_make (contest, explain.index);
  explain.contest = contest;
  explain.result = &contest->results[explain.index];
  explain.dossier = kp_entrants_get_dossier (entrants, explain.index);

  if (!add_review (&explain, steps, error) || !kp_explain_add_entries (&explain, error))
    return NULL;
  add_steps (&explain, steps, KP_STAGE_WRITTEN, KP_STAGE_WRITTEN);
  if (!add_decided (&explain, error))
    return NULL;
  add_lists (&explain, entrants, steps);

  post = kp_scheme_get_post (kp_session_get_scheme (session), explain.dossier->application->post);
  *title = g_strdup_printf ("报名序号%s %s %s", explain.dossier->application->application, post->code, post->name);
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
  g_free (explanation->label);
  g_free (explanation->result);
  g_free (explanation->why);
  g_free (explanation->clause);
  g_free (explanation);
}

/**
 * kp_explanation_source_get_name:
 * @source: who says it
 *
 * Returns: the stable name in JSON: "derived"
 */
const char *
kp_explanation_source_get_name (KpExplanationSource source)
{
  return source_names[source];
}
