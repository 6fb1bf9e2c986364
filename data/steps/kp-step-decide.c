/* kp-step-decide.c – records what the scheme leaves to the committee.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A decision is of the stage whose list it belongs to, and only where that list waits for it:
 *
 *   kind           belongs to      the scheme leaves it by                       waits when
 *   written line   shortlist       written.line.kind = decided                   every mark is agreed
 *   opening        opening         quota.action or receiver, or a waiting move   the post's opening asks for it
 *   shortlist      shortlist       shortlist.shortage = decide                   every mark is agreed
 *   shortlist tie  shortlist       “decision” in shortlist.tie_keys              tied at the last place
 *   tie            totals          “decision” in the post's tie order            the total is tied
 *
 * Until that stage is closed a later decision replaces an earlier one; the journal keeps both. */
#include "kp-step-decide.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-mark.h"
#include "kp-opening.h"
#include "kp-written-field.h"

/* One decision on its way into the record. */
typedef struct
{
  KpSession *session;
  KpRoster *roster;
  KpDecisionKind kind;
  const char *subject;
  const char *value;
} Deciding;

static gboolean
refuse (const char *sentence,
        GError **error)
{
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, sentence);
  return FALSE;
}

static gboolean
has_decision (const GPtrArray *ties)
{
  for (guint i = 0; ties != NULL && i < ties->len; i++)
    if (((const KpTie *) g_ptr_array_index (ties, i))->field == KP_TIE_DECISION)
      return TRUE;
  return FALSE;
}

static const KpSchemePost *
find_post (const Deciding *deciding,
           GError **error)
{
  const KpSchemePost *post = kp_scheme_get_post (kp_session_get_scheme (deciding->session), deciding->subject);

  if (post == NULL)
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND, _("The scheme has no post “%s”."), deciding->subject);
  return post;
}

static gboolean
check_line (const Deciding *deciding,
            GError **error)
{
  const KpLine *line = &kp_session_get_scheme (deciding->session)->written.line;
  g_autoptr (GArray) field = NULL;
  KpMark mark;

  if (line->basis == KP_LINE_NONE || line->kind != KP_LINE_DECIDED)
    return refuse (_("The scheme itself sets the line of the written exam; it doesn't leave it to the committee."), error);
  if (line->per == KP_LINE_PER_CAMPAIGN && *deciding->subject != '\0')
    return refuse (_("The line of the written exam is one for the campaign; leave out the post."), error);
  if (line->per == KP_LINE_PER_POST && *deciding->subject == '\0')
    return refuse (_("By the scheme each post has a line of its own; name the post before the mark."), error);
  if (*deciding->subject != '\0' && find_post (deciding, error) == NULL)
    return FALSE;
  if (!kp_mark_parse (deciding->value, KP_DECISION_MARK_DECIMALS, &mark, error))
    return FALSE;
  field = kp_written_field_load (deciding->session, deciding->roster, error);
  return field != NULL;
}

static gboolean
is_asked (GPtrArray *results,
          const char *post)
{
  for (guint i = 0; i < results->len; i++)
    {
      const KpQuotaResult *result = g_ptr_array_index (results, i);

      if (g_str_equal (result->post, post))
        return result->needs_decision;
    }
  return FALSE;
}

static gboolean
check_opening (const Deciding *deciding,
               GError **error)
{
  g_autoptr (KpDecisions) decisions = NULL;
  g_autoptr (GPtrArray) results = NULL;
  guint places;

  if (find_post (deciding, error) == NULL)
    return FALSE;
  if (!kp_decision_parse_places (deciding->value, &places))
    return refuse (_("The number of places must be a whole number; 0 cancels the post."), error);
  if (!kp_opening_check_reviewed (deciding->roster, error))
    return FALSE;
  decisions = kp_decisions_load (deciding->session, error);
  if (decisions == NULL)
    return FALSE;
  if (kp_decisions_find_opening (decisions, deciding->subject, &places))
    return TRUE;
  results = kp_opening_decide (deciding->session, deciding->roster, decisions);
  if (is_asked (results, deciding->subject))
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("By the scheme nothing of the opening of post %s is left to the committee."), deciding->subject);
  return FALSE;
}

static gboolean
check_shortlist (const Deciding *deciding,
                 GError **error)
{
  g_autoptr (GArray) field = NULL;
  KpFraction ratio;
  guint places;

  if (find_post (deciding, error) == NULL)
    return FALSE;
  if (kp_session_get_scheme (deciding->session)->shortlist.shortage != KP_SHORTAGE_DECIDE)
    return refuse (_("The scheme itself says what becomes of a post with too few over the line; it doesn't leave it to the "
                     "committee."),
                   error);
  if (!kp_decision_parse_places (deciding->value, &places) && !kp_decision_parse_ratio (deciding->value, &ratio))
    return refuse (_("A decision on a shortlist is a number of places, or a ratio such as 1:2."), error);
  field = kp_written_field_load (deciding->session, deciding->roster, error);
  return field != NULL;
}

static gboolean
check_tie (const Deciding *deciding,
           GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (deciding->session);
  const KpDossier *dossier = kp_roster_find_application (deciding->roster, deciding->subject);
  const KpSchemePost *post = dossier != NULL ? kp_scheme_get_post (scheme, dossier->application->post) : NULL;
  g_autoptr (KpDecisions) decisions = NULL;
  const gboolean is_of_total = deciding->kind == KP_DECISION_TIE;
  gboolean is_tied;
  guint rank = 0;

  if (dossier == NULL || dossier->shortlist == NULL)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                   _("No application %s stands on a list, so it is tied with nobody."), deciding->subject);
      return FALSE;
    }
  if (!has_decision (is_of_total ? kp_scheme_get_total (scheme, post->total)->policy.ties
                                 : scheme->shortlist.tie_keys))
    return refuse (_("The scheme doesn't leave ties of this list to the committee."), error);
  if (!kp_decision_parse_places (deciding->value, &rank) || rank == 0)
    return refuse (_("The rank among the tied must be a whole number; 1 is the first."), error);
  decisions = kp_decisions_load (deciding->session, error);
  if (decisions == NULL)
    return FALSE;
  is_tied = is_of_total ? dossier->total->is_undecided != 0
                        : g_str_equal (dossier->shortlist->outcome,
                                       kp_shortlist_verdict_get_name (KP_SHORTLIST_UNDECIDED));
  if (is_tied || kp_fraction_is_known (kp_decisions_find_rank (decisions, deciding->kind, deciding->subject)))
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Application %s isn't tied with anybody, so there is nothing to decide."), deciding->subject);
  return FALSE;
}

static gboolean
check (const Deciding *deciding,
       GError **error)
{
  switch (deciding->kind)
    {
    case KP_DECISION_WRITTEN_LINE:
      return check_line (deciding, error);
    case KP_DECISION_OPENING:
      return check_opening (deciding, error);
    case KP_DECISION_SHORTLIST:
      return check_shortlist (deciding, error);
    case KP_DECISION_SHORTLIST_TIE:
    case KP_DECISION_TIE:
    default:
      return check_tie (deciding, error);
    }
}

/* Whoever decides a tie need not say of which list: before there is a total it is that of the interview. */
static gboolean
settle_kind (KpSession *session,
             const char *subject,
             KpDecisionKind *kind,
             GError **error)
{
  g_autofree KpTotalRecord *total = NULL;

  if (*kind != KP_DECISION_TIE)
    return TRUE;
  if (!kp_table_find (kp_session_get_database (session), &kp_total_table, kp_session_get_campaign (session),
                      KP_BINDS (KP_TEXT (subject)), &total, error))
    return FALSE;
  if (total == NULL)
    *kind = KP_DECISION_SHORTLIST_TIE;
  return TRUE;
}

static KpStep
get_step (KpDecisionKind kind)
{
  if (kind == KP_DECISION_OPENING)
    return KP_STEP_DECIDE_QUOTA;
  return kind == KP_DECISION_TIE ? KP_STEP_TOTAL : KP_STEP_SHORTLIST;
}

static gboolean
check_people (const char *reason,
              const char *by,
              const char *with,
              GError **error)
{
  if (*reason == '\0')
    return refuse (_("A decision of the committee needs a reason; say it with --reason."), error);
  if (*by == '\0' || *with == '\0')
    return refuse (_("A decision of the committee is recorded by two people; name both."), error);
  if (g_str_equal (by, with))
    return refuse (_("A decision of the committee is recorded by two people, and both names are the same."), error);
  return TRUE;
}

static char *
dup_bare (const char *text)
{
  return g_strstrip (g_strdup (text != NULL ? text : ""));
}

/**
 * kp_step_decide:
 * @session: a session, open for writing
 * @kind: what is decided
 * @subject: "" for the campaign, a post or an application, as #KpDecisionKind says
 * @value: the decision
 * @reason: why, for the record
 * @by: who records it
 * @with: who attests it: another person
 * @error: return location
 *
 * 领导小组研究决定: keeps a decision for the step that waits for it. Refused: a decision of one person alone, one without
 * reason, one that the scheme doesn't leave to the committee, and one whose stage is closed.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR, #KP_MARK_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_decide (KpSession *session,
                KpDecisionKind kind,
                const char *subject,
                const char *value,
                const char *reason,
                const char *by,
                const char *with,
                GError **error)
{
  g_autofree char *why = dup_bare (reason);
  g_autofree char *first = dup_bare (by);
  g_autofree char *second = dup_bare (with);
  g_autofree char *bare = dup_bare (value);
  g_autofree char *now = kp_session_dup_now (session);
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpRoster) roster = NULL;
  KpDecisionRecord record = {
    .campaign = kp_session_get_campaign (session),
    .subject = subject,
    .value = bare,
    .reason = why,
    .first_person = first,
    .second_person = second,
    .at = now,
  };
  Deciding deciding = { session, NULL, kind, subject, bare };

  if (!check_people (why, first, second, error) || !settle_kind (session, subject, &deciding.kind, error))
    return FALSE;
  record.kind = kp_decision_kind_get_name (deciding.kind);
  ledger = kp_session_begin (session, get_step (deciding.kind), record.kind, error);
  if (ledger == NULL)
    return FALSE;
  roster = kp_session_load_roster (session, error);
  if (roster == NULL)
    return FALSE;
  deciding.roster = roster;
  return check (&deciding, error) && kp_ledger_put (ledger, &kp_decision_table, &record, error)
         && kp_session_commit (session, ledger, error);
}
