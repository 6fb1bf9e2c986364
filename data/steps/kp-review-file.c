/* kp-review-file.c – one application as a reviewer reads it: what is stated, what the notice asks, who found what.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-review-file.h"

#include <glib/gi18n-lib.h>

#include "kp-candidate.h"
#include "kp-holidays.h"

static void
point_free (gpointer data)
{
  KpReviewPoint *point = data;

  g_free (point->condition);
  g_free (point->label);
  g_free (point->clause);
  g_free (point->demand);
  g_free (point->values);
  g_free (point->sentence);
  g_free (point->refusal);
  g_free (point->reason);
  g_free (point->proof);
  g_free (point->reviewer);
  g_free (point->note);
  g_free (point);
}

static void
proof_free (gpointer data)
{
  KpReviewProof *proof = data;

  g_free (proof->proof);
  g_free (proof->label);
  g_free (proof->clause);
  g_strfreev (proof->papers);
  g_strfreev (proof->shown);
  g_strfreev (proof->sources);
  g_free (proof->source);
  g_free (proof->checked_on);
  g_free (proof->dated_on);
  g_free (proof->reference);
  g_free (proof->note);
  g_free (proof->checker);
  g_free (proof);
}

static void
fact_free (gpointer data)
{
  KpReviewFact *fact = data;

  g_free (fact->label);
  g_free (fact->value);
  g_free (fact);
}

/**
 * kp_review_file_free:
 * @file: (nullable) (transfer full): of kp_review_file_load()
 */
void
kp_review_file_free (KpReviewFile *file)
{
  if (file == NULL)
    return;
  g_clear_pointer (&file->facts, g_ptr_array_unref);
  g_clear_pointer (&file->points, g_ptr_array_unref);
  g_clear_pointer (&file->proofs, g_ptr_array_unref);
  g_clear_pointer (&file->roster, kp_roster_free);
  g_free (file);
}

static const KpRequirement *
find_requirement (const GPtrArray *requirements,
                  const char *id)
{
  for (guint i = 0; i < requirements->len; i++)
    {
      const KpRequirement *requirement = g_ptr_array_index (requirements, i);

      if (g_str_equal (requirement->id, id))
        return requirement;
    }
  return NULL;
}

static char *
dup_demand (const KpRequirement *requirement)
{
  if (requirement->text != NULL && *requirement->text != '\0')
    return g_strdup (requirement->text);
  return requirement->condition != NULL ? kp_condition_dup_chinese (requirement->condition) : g_strdup ("");
}

static char *
dup_refusal (const KpRequirement *requirement)
{
  const char *usual = requirement->reason != NULL ? kp_reason_get_sentence (requirement->reason) : NULL;

  if (requirement->refusal != NULL && *requirement->refusal != '\0')
    return g_strdup (requirement->refusal);
  return g_strdup (usual != NULL ? usual : "不符合公告要求");
}

static void
add_point (KpReviewFile *file,
           const KpJudgements *judgements,
           const KpRequirement *requirement,
           const KpFinding *finding,
           guint levels)
{
  const KpJudgementRecord *last
      = kp_judgements_find_last (judgements, file->dossier->application->application, finding->requirement);
  KpReviewPoint *point = g_new0 (KpReviewPoint, 1);

  point->condition = g_strdup (finding->requirement);
  point->label = g_strdup (finding->label);
  point->clause = g_strdup (finding->clause);
  point->demand = dup_demand (requirement);
  point->values = g_strdup (finding->values);
  point->sentence = g_strdup (finding->sentence);
  point->refusal = dup_refusal (requirement);
  point->reason = g_strdup (requirement->reason);
  point->proof = g_strdup (finding->proof != NULL ? finding->proof : requirement->proof);
  point->verdict = finding->verdict;
  point->computed = finding->computed;
  if (last != NULL)
    {
      point->level = (guint) last->level;
      point->reviewer = g_strdup (last->reviewer);
      point->note = g_strdup (last->note);
      point->waits = levels > 1 && kp_judgement_is_first (last);
    }
  g_ptr_array_add (file->points, point);
}

static gboolean
read_points (KpReviewFile *file,
             KpSession *session,
             GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  const KpApplicationRecord *application = file->dossier->application;
  g_autoptr (KpJudgements) judgements
      = kp_judgements_load_of (session, KP_MOMENT_REVIEW, application->application, error);
  g_autoptr (GPtrArray) requirements = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (judgements == NULL)
    return FALSE;
  requirements = kp_qualify_list_requirements (scheme, kp_scheme_get_post (scheme, application->post));
  findings = kp_judgements_list_findings (judgements, session, file->dossier);
  for (guint i = 0; i < findings->len; i++)
    {
      const KpFinding *finding = g_ptr_array_index (findings, i);
      const KpRequirement *requirement = find_requirement (requirements, finding->requirement);

      if (requirement != NULL)
        add_point (file, judgements, requirement, finding, scheme->review.levels);
    }
  return TRUE;
}

static void
read_facts (KpReviewFile *file,
            const KpScheme *scheme)
{
  for (guint i = 0; file->dossier->facts != NULL && i < file->dossier->facts->len; i++)
    {
      const KpFactRecord *record = g_ptr_array_index (file->dossier->facts, i);
      const char *label = kp_fact_find_label (scheme->facts, record->fact);
      const char *value = record->value;
      KpReviewFact *fact;

      if (label == NULL)
        continue;
      if (g_str_equal (value, KP_FACT_STATED))
        value = "是";
      else if (g_str_equal (value, KP_FACT_DENIED))
        value = "否";
      fact = g_new0 (KpReviewFact, 1);
      fact->label = g_strdup (label);
      fact->value = record->since != NULL ? g_strdup_printf ("%s（%s起）", value, record->since) : g_strdup (value);
      g_ptr_array_add (file->facts, fact);
    }
}

static char **
dup_list (const GPtrArray *words)
{
  g_autoptr (GStrvBuilder) list = g_strv_builder_new ();

  for (guint i = 0; i < words->len; i++)
    g_strv_builder_add (list, g_ptr_array_index (words, i));
  return g_strv_builder_end (list);
}

static KpReviewProof *
make_proof (const KpProofPoint *point)
{
  const KpProofDef *def = point->def;
  const KpProofRecord *record = point->record;
  KpReviewProof *proof = g_new0 (KpReviewProof, 1);

  proof->proof = g_strdup (def->id);
  proof->label = g_strdup (def->label);
  proof->clause = g_strdup (def->clause);
  proof->papers = dup_list (def->papers);
  proof->sources = dup_list (def->sources);
  proof->by = def->by;
  proof->dated_by = def->dated_by;
  proof->outcome = point->outcome;
  proof->is_late = point->is_late;
  proof->shown = g_strsplit (record != NULL ? record->papers : "", "\n", -1);
  if (record == NULL)
    return proof;
  proof->source = g_strdup (record->source);
  proof->checked_on = g_strdup (record->checked_on);
  proof->dated_on = g_strdup (record->dated_on);
  proof->reference = g_strdup (record->reference);
  proof->note = g_strdup (record->note);
  proof->checker = g_strdup (record->checker);
  proof->version = record->version;
  return proof;
}

static void
read_proofs (KpReviewFile *file,
             KpSession *session)
{
  g_autoptr (GArray) points
      = kp_proofs_list (kp_session_get_scheme (session), file->dossier, kp_session_get_today (session));

  for (guint i = 0; i < points->len; i++)
    g_ptr_array_add (file->proofs, make_proof (&g_array_index (points, KpProofPoint, i)));
}

/* A day that no calendar knows yet leaves the periods out; the letters tell of it. */
static gboolean
decide_deadlines (KpReviewFile *file,
                  KpSession *session,
                  GError **error)
{
  const KpApplicationRecord *application = file->dossier->application;
  g_autoptr (KpCalendar) calendar = NULL;

  if (application->reviewed_on == NULL)
    return TRUE;
  calendar = kp_holidays_load_shipped (error);
  return calendar != NULL
         && kp_review_decide_deadlines (&kp_session_get_scheme (session)->review,
                                        kp_candidate_parse_date (application->reviewed_on),
                                        kp_candidate_parse_date (application->appealed_on), calendar, &file->deadlines,
                                        error);
}

/**
 * kp_review_file_load:
 * @session: a session
 * @application: registration number
 * @error: return location
 *
 * The findings are held against the record as it is now: before the review by the rules they are what it would find.
 *
 * Returns: (transfer full) (nullable): the file, or %NULL with #KP_STEP_ERROR, #KP_WORKDAY_ERROR or #KP_DATA_ERROR
 */
KpReviewFile *
kp_review_file_load (KpSession *session,
                     const char *application,
                     GError **error)
{
  g_autoptr (KpReviewFile) file = g_new0 (KpReviewFile, 1);

  file->facts = g_ptr_array_new_with_free_func (fact_free);
  file->points = g_ptr_array_new_with_free_func (point_free);
  file->proofs = g_ptr_array_new_with_free_func (proof_free);
  file->roster = kp_session_load_roster_of (session, application, error);
  if (file->roster == NULL)
    return NULL;
  file->dossier = kp_roster_find_application (file->roster, application);
  if (file->dossier == NULL)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND, _("No application has the number %s."), application);
      return NULL;
    }
  read_facts (file, kp_session_get_scheme (session));
  read_proofs (file, session);
  return read_points (file, session, error) && decide_deadlines (file, session, error) ? g_steal_pointer (&file) : NULL;
}

/**
 * kp_review_point_is_asked:
 * @point: a point
 *
 * Returns: whether the condition is asked of this application at all, so that it can be decided on
 */
gboolean
kp_review_point_is_asked (const KpReviewPoint *point)
{
  return point->computed != KP_VERDICT_NOT_APPLICABLE;
}

/**
 * kp_review_point_is_open:
 * @point: a point
 * @actor: who looks at it
 *
 * Returns: whether it waits for @actor: nobody could decide it yet, its papers are asked for, or somebody else decided it
 * alone
 */
gboolean
kp_review_point_is_open (const KpReviewPoint *point,
                         const char *actor)
{
  return point->verdict == KP_VERDICT_BY_HAND || point->verdict == KP_VERDICT_NEEDS_PAPER
         || (point->waits && !kp_review_is_same_person (point->reviewer, actor));
}

/**
 * kp_review_point_dup_proposal:
 * @point: a point
 * @verdict: met, unmet, or that more papers are needed
 *
 * Returns: (transfer full): a sentence with which that can be decided; what a person wrote for the same verdict stays
 */
char *
kp_review_point_dup_proposal (const KpReviewPoint *point,
                              KpVerdict verdict)
{
  const char *paper = point->proof != NULL ? point->proof : "证明材料";

  if (point->level > 0 && point->verdict == verdict)
    return g_strdup (point->note);
  if (verdict == KP_VERDICT_MET)
    return g_strdup_printf ("已核对%s", paper);
  if (verdict == KP_VERDICT_NEEDS_PAPER)
    return g_strdup_printf ("请补充%s", paper);
  return g_strdup (point->refusal);
}
