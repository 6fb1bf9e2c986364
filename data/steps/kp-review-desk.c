/* kp-review-desk.c – which applications wait for a reviewer, and for whom.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-review-desk.h"

#include "kp-judgement.h"
#include "kp-name-reading.h"
#include "kp-proof-list.h"
#include "kp-review.h"

#define SELECT_CASES \
  "SELECT a.application AS application, p.name AS name, a.post AS post, a.review AS review, a.appealed_on AS appealed_on " \
  "FROM application AS a JOIN person AS p ON p.campaign = a.campaign AND p.person = a.person WHERE a.campaign = $1 "
#define ORDER_CASES "ORDER BY a.application"

/* The cases while they are gathered. */
typedef struct
{
  KpSession *session;
  const char *application; /* (nullable): only this one */
  GPtrArray *cases;
  GHashTable *by_application; /* borrowed from the cases */
  KpNameReader *names;        /* (nullable): where ICU lacks its data nobody is found by pinyin */
} Desk;

/**
 * kp_review_case_free:
 * @one: (nullable) (transfer full): a case
 */
void
kp_review_case_free (KpReviewCase *one)
{
  if (one == NULL)
    return;
  g_free (one->application);
  g_free (one->name);
  g_free (one->pinyin);
  g_free (one->post);
  g_free (one->review);
  g_clear_pointer (&one->first_by, g_ptr_array_unref);
  g_free (one);
}

static void
add_case (Desk *desk,
          KpStatement *statement)
{
  KpReviewCase *one = g_new0 (KpReviewCase, 1);

  one->application = kp_statement_dup_text (statement, "application");
  one->name = kp_statement_dup_text (statement, "name");
  if (desk->names != NULL)
    one->pinyin = kp_name_reader_dup_pinyin (desk->names, one->name);
  one->post = kp_statement_dup_text (statement, "post");
  one->review = kp_statement_dup_text (statement, "review");
  one->has_appealed = !kp_statement_is_null (statement, "appealed_on");
  g_ptr_array_add (desk->cases, one);
  g_hash_table_insert (desk->by_application, one->application, one);
}

static gboolean
read_cases (Desk *desk,
            GError **error)
{
  g_autoptr (KpStatement) statement = kp_database_prepare (
      kp_session_get_database (desk->session),
      desk->application != NULL ? SELECT_CASES "AND a.application = $2 " ORDER_CASES : SELECT_CASES ORDER_CASES, error);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;
  kp_statement_bind_text (statement, 1, kp_session_get_campaign (desk->session));
  if (desk->application != NULL)
    kp_statement_bind_text (statement, 2, desk->application);
  kp_statement_set_streaming (statement);
  while (has_row)
    {
      if (!kp_statement_step (statement, &has_row, error))
        return FALSE;
      if (has_row)
        add_case (desk, statement);
    }
  return TRUE;
}

static gboolean
read_each (Desk *desk,
           const KpTable *table,
           const char *tail,
           KpRecordFunc func,
           GError **error)
{
  const KpBind bind = KP_TEXT (desk->application);
  g_autofree char *of_one = g_strconcat (tail, " AND application = $2", NULL);
  const gboolean is_one = desk->application != NULL;

  return kp_table_each (kp_session_get_database (desk->session), table, kp_session_get_campaign (desk->session),
                        is_one ? of_one : tail, &bind, is_one, func, desk, error);
}

static gboolean
on_open_finding (gconstpointer record,
                 gpointer data,
                 GError **error G_GNUC_UNUSED)
{
  KpReviewCase *one = g_hash_table_lookup (((Desk *) data)->by_application, ((const KpFindingRecord *) record)->application);

  if (one != NULL)
    one->n_open++;
  return TRUE;
}

static gboolean
on_answer (gconstpointer record,
           gpointer data,
           GError **error G_GNUC_UNUSED)
{
  KpReviewCase *one = g_hash_table_lookup (((Desk *) data)->by_application, ((const KpJudgementRecord *) record)->application);

  if (one != NULL)
    one->has_appealed = FALSE;
  return TRUE;
}

static gboolean
read_firsts (Desk *desk,
             GError **error)
{
  g_autoptr (KpJudgements) judgements = NULL;
  g_autoptr (GPtrArray) firsts = NULL;

  if (kp_session_get_scheme (desk->session)->review.levels < 2)
    return TRUE;
  judgements = desk->application != NULL
                   ? kp_judgements_load_of (desk->session, KP_MOMENT_REVIEW, desk->application, error)
                   : kp_judgements_load (desk->session, KP_MOMENT_REVIEW, error);
  if (judgements == NULL)
    return FALSE;
  firsts = kp_judgements_list_first (judgements);
  for (guint i = 0; i < firsts->len; i++)
    {
      const KpJudgementRecord *first = g_ptr_array_index (firsts, i);
      KpReviewCase *one = g_hash_table_lookup (desk->by_application, first->application);

      if (one == NULL)
        continue;
      if (one->first_by == NULL)
        one->first_by = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (one->first_by, g_strdup (first->reviewer));
    }
  return TRUE;
}

static void
count_claims (KpReviewCase *one,
              const KpScheme *scheme,
              const KpDossier *dossier,
              KpDate today)
{
  g_autoptr (GArray) points = kp_proofs_list (scheme, dossier, today);

  for (guint i = 0; i < points->len; i++)
    {
      const KpProofPoint *point = &g_array_index (points, KpProofPoint, i);

      one->n_claims += kp_proof_is_open (point->outcome);
      one->n_late += point->is_late;
    }
}

/* Who has to prove something is known by the facts alone, so these are read; a scheme without proofs needs none of it. */
static gboolean
read_claims (Desk *desk,
             GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (desk->session);
  g_autoptr (KpRoster) roster = NULL;

  if (scheme->proofs->len == 0)
    return TRUE;
  roster = desk->application != NULL ? kp_session_load_roster_of (desk->session, desk->application, error)
                                     : kp_session_load_roster (desk->session, error);
  if (roster == NULL)
    return FALSE;
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      KpReviewCase *one = g_hash_table_lookup (desk->by_application, dossier->application->application);

      if (one != NULL && kp_proofs_are_waited_for (dossier))
        count_claims (one, scheme, dossier, kp_session_get_today (desk->session));
    }
  return TRUE;
}

/**
 * kp_review_desk_load:
 * @session: a session
 * @application: (nullable): only this registration number
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type KpReviewCase): the applications by registration number with what each
 *   waits for, or %NULL with #KP_DATA_ERROR
 */
GPtrArray *
kp_review_desk_load (KpSession *session,
                     const char *application,
                     GError **error)
{
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_review_case_free);
  g_autoptr (GHashTable) by_application = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (KpNameReader) names = kp_name_reader_new (NULL);
  Desk desk = { session, application, cases, by_application, names };

  if (!read_cases (&desk, error)
      || !read_each (&desk, &kp_finding_table, "AND moment = 'review' AND verdict = 'by_hand'", on_open_finding, error)
      || !read_each (&desk, &kp_judgement_table, "AND moment = 'review' AND level = 3", on_answer, error)
      || !read_firsts (&desk, error) || !read_claims (&desk, error))
    return NULL;
  return g_steal_pointer (&cases);
}

/* 复核: what oneself decided waits for somebody else. */
static gboolean
waits_for (const KpReviewCase *one,
           const char *actor)
{
  for (guint i = 0; one->first_by != NULL && i < one->first_by->len; i++)
    {
      if (!kp_review_is_same_person (g_ptr_array_index (one->first_by, i), actor))
        return TRUE;
    }
  return FALSE;
}

/**
 * kp_review_case_is_in:
 * @one: a case
 * @queue: a pile on the desk
 * @actor: who sits at it
 *
 * Returns: whether it lies in that pile
 */
gboolean
kp_review_case_is_in (const KpReviewCase *one,
                      KpReviewQueue queue,
                      const char *actor)
{
  switch (queue)
    {
    case KP_REVIEW_QUEUE_NEW:
      return g_str_equal (one->review, "none");
    case KP_REVIEW_QUEUE_PERSON:
      return one->n_open > 0;
    case KP_REVIEW_QUEUE_SECOND:
      return waits_for (one, actor);
    case KP_REVIEW_QUEUE_MORE:
      return g_str_equal (one->review, kp_review_outcome_get_name (KP_REVIEW_MORE));
    case KP_REVIEW_QUEUE_APPEAL:
      return one->has_appealed;
    case KP_REVIEW_QUEUE_LATE:
      return one->n_late > 0;
    case KP_REVIEW_QUEUE_PROOF:
      return one->n_claims > 0;
    case KP_REVIEW_QUEUE_ALL:
    default:
      return TRUE;
    }
}
