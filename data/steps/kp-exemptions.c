/* kp-exemptions.c – 免笔试限额: who of the record does without the written exam, where the scheme limits how many.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-exemptions.h"

#include <glib/gi18n-lib.h>

#include "kp-candidate.h"
#include "kp-decision.h"
#include "kp-direct-hires.h"
#include "kp-written.h"

/* Like who is hired without exam it is derived anew each time from the review, the facts and the committee's order; every
 * roster comes with it (kp_session_load_roster()), so that all who lay out facts of a dossier ask the same. */

/* Those of one post who fulfil the condition; dossiers[i] stands at indexes[i] of the roster. */
typedef struct
{
  const KpScheme *scheme;
  GArray *indexes;         /* (element-type guint) */
  GArray *facts;           /* (element-type KpCandidateFacts) */
  GArray *cases;           /* (element-type KpExemptionCase) */
} Field;

static void
field_clear (Field *field)
{
  g_clear_pointer (&field->indexes, g_array_unref);
  g_clear_pointer (&field->facts, g_array_unref);
  g_clear_pointer (&field->cases, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Field, field_clear)

/**
 * kp_exemptions_are_limited:
 * @scheme: a scheme
 *
 * Returns: whether more may fulfil the condition of the exemption than it takes
 */
gboolean
kp_exemptions_are_limited (const KpScheme *scheme)
{
  return scheme->written.exempt != NULL && kp_exemption_limit_applies (&scheme->written.exempt_limit);
}

static gboolean
fulfils (const KpScheme *scheme,
         const KpDossier *dossier,
         KpCandidateFacts *facts)
{
  kp_candidate_facts_init (facts, scheme, dossier);
  facts->exemption = KP_EXEMPTION_FREE;
  return kp_candidate_is_admitted (scheme, dossier)
         && kp_written_decide_exempt (scheme, kp_scheme_get_post (scheme, dossier->application->post), facts)
                == KP_VERDICT_MET;
}

static void
gather (Field *field,
        KpRoster *roster,
        const KpDirectHires *hires,
        const KpDecisions *decisions,
        const char *post)
{
  field->indexes = g_array_new (FALSE, FALSE, sizeof (guint));
  field->facts = g_array_new (FALSE, FALSE, sizeof (KpCandidateFacts));
  field->cases = g_array_new (FALSE, FALSE, sizeof (KpExemptionCase));
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      KpExemptionCase each = { .credential = KP_FRACTION_UNKNOWN };
      KpCandidateFacts facts;
      KpMark points = 0;

      if (!g_str_equal (dossier->application->post, post) || !kp_direct_hires_is_examined (hires, dossier)
          || !fulfils (field->scheme, dossier, &facts))
        continue;
      if (kp_scheme_decide_credential (&field->scheme->credential, &facts, &points))
        each.credential = kp_fraction_from_mark (points);
      each.decision = kp_decisions_find_rank (decisions, KP_DECISION_EXEMPT, dossier->application->application);
      g_array_append_val (field->indexes, i);
      g_array_append_val (field->facts, facts);
      g_array_append_val (field->cases, each);
    }
  for (guint i = 0; i < field->cases->len; i++)
    g_array_index (field->cases, KpExemptionCase, i).facts = &g_array_index (field->facts, KpCandidateFacts, i);
}

static void
mark_post (const KpScheme *scheme,
           KpRoster *roster,
           const KpDirectHires *hires,
           const KpDecisions *decisions,
           const KpPostRecord *post)
{
  g_auto (Field) field = { .scheme = scheme };
  g_autofree KpExemption *results = NULL;

  if (g_str_equal (post->state, KP_POST_INTERVIEW_ONLY) || !kp_scheme_get_post (scheme, post->post)->has_written)
    return;
  gather (&field, roster, hires, decisions, post->post);
  results = g_new0 (KpExemption, field.cases->len + 1);
  kp_exemption_decide (&scheme->written.exempt_limit, (guint) post->opened,
                       (const KpExemptionCase *) (gpointer) field.cases->data, field.cases->len, results);
  for (guint i = 0; i < field.indexes->len; i++)
    kp_roster_set_exemption (roster, g_array_index (field.indexes, guint, i), results[i]);
}

/**
 * kp_exemptions_mark:
 * @session: a session
 * @roster: its roster, whole and just loaded; gets who isn't exempt though the condition is fulfilled
 * @error: return location
 *
 * Costs nothing where the scheme sets no limit; nobody is one too many before the posts are opened.
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_exemptions_mark (KpSession *session,
                    KpRoster *roster,
                    GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autoptr (GPtrArray) posts = NULL;
  g_autoptr (KpDecisions) decisions = NULL;
  g_autoptr (KpDirectHires) hires = NULL;

  if (!kp_exemptions_are_limited (scheme))
    return TRUE;
  posts = kp_table_select (kp_session_get_database (session), &kp_post_table, kp_session_get_campaign (session),
                           "AND state <> 'planned' AND state <> 'cancelled' ORDER BY post", KP_NO_BINDS, error);
  decisions = posts != NULL ? kp_decisions_load (session, error) : NULL;
  hires = decisions != NULL ? kp_direct_hires_load (session, roster, error) : NULL;
  if (hires == NULL)
    return FALSE;
  for (guint i = 0; i < posts->len; i++)
    mark_post (scheme, roster, hires, decisions, g_ptr_array_index (posts, i));
  return TRUE;
}

/**
 * kp_exemptions_is_one_of_many:
 * @scheme: a scheme that limits the exemption
 * @roster: a roster
 * @dossier: one of it
 *
 * Returns: whether the person fulfils the condition, and more of the post do than the limit takes
 */
gboolean
kp_exemptions_is_one_of_many (const KpScheme *scheme,
                              KpRoster *roster,
                              const KpDossier *dossier)
{
  KpCandidateFacts facts;

  if (!fulfils (scheme, dossier, &facts))
    return FALSE;
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *other = kp_roster_get_dossier (roster, i);

      if (other->exemption != KP_EXEMPTION_FREE && g_str_equal (other->application->post, dossier->application->post))
        return TRUE;
    }
  return FALSE;
}

/**
 * kp_exemptions_check_decided:
 * @roster: a roster
 * @error: return location
 *
 * Asked before anybody is seated or listed: who isn't exempt sits the exam.
 *
 * Returns: %FALSE with %KP_STEP_ERROR_REFUSED, naming who waits for the committee
 */
gboolean
kp_exemptions_check_decided (KpRoster *roster,
                             GError **error)
{
  g_autoptr (GString) numbers = g_string_new (NULL);

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (dossier->exemption == KP_EXEMPTION_UNDECIDED)
        g_string_append_printf (numbers, " %s", dossier->application->application);
    }
  if (numbers->len == 0)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("More of a post may do without the written exam than the scheme takes, and these are tied for the last of "
                 "them:%s. Record the rank of each with “kaopin decide FILE exempt NUMBER RANK”."),
               numbers->str);
  return FALSE;
}
