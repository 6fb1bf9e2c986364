/* kp-step-decide.c – records what the scheme leaves to the committee.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A decision is of the stage whose list it belongs to, and only where that list waits for it:
 *
 *   kind           belongs to      the scheme leaves it by                       waits when
 *   written line   shortlist       written.line.kind = decided                   every mark is agreed
 *   opening        opening         quota.action or receiver, or a waiting move   the post's opening asks for it
 *   shortlist      shortlist       shortlist.shortage = decide                   too few of the post are over the line
 *   shortlist tie  shortlist, or   “decision” in shortlist.tie_keys              tied at the last place, or as substitutes
 *                  re-check
 *   interview line totals          interview.lines.decided                       every interview mark is there
 *   tie            totals          “decision” in the post's tie order            the total is tied
 *   direct         no stage        direct_hire                                   two or more of a post may be hired without
 *                                                                                exam; until the seats are drawn, or, where
 *                                                                                the others are out, until somebody is examined
 *   exempt         no stage        written.exempt_most, .exempt_share            more of a post may do without the written exam
 *                                                                                than that; until the seats are drawn
 *   vote           totals          interview.lines.vote                          the total waits for the examiners' vote
 *   leftover       shortlist, or   leftover.how = decided                        the post has empty places that another could
 *                  totals                                                        take
 *   choice         no stage        choice                                        two would choose a post at once
 *
 * Until that stage is closed a later decision replaces an earlier one; the journal keeps both. */
#include "kp-step-decide.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-direct-hires.h"
#include "kp-exemptions.h"
#include "kp-identity.h"
#include "kp-mark.h"
#include "kp-normal.h"
#include "kp-opening.h"
#include "kp-shortlist-record.h"
#include "kp-step-choose.h"
#include "kp-step-total.h"
#include "kp-total-source.h"
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
    return kp_step_refuse (_("The scheme itself sets the line of the written exam; it doesn't leave it to the committee."), error);
  if (line->per == KP_LINE_PER_CAMPAIGN && *deciding->subject != '\0')
    return kp_step_refuse (_("The line of the written exam is one for the campaign; leave out the post."), error);
  if (line->per == KP_LINE_PER_POST && *deciding->subject == '\0')
    return kp_step_refuse (_("By the scheme each post has a line of its own; name the post before the mark."), error);
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
    return kp_step_refuse (_("The number of places must be a whole number; 0 cancels the post."), error);
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
  g_autofree KpPostRecord *post = NULL;
  gboolean is_short = FALSE;
  KpFraction ratio;
  guint places = 0;

  if (find_post (deciding, error) == NULL)
    return FALSE;
  if (kp_session_get_scheme (deciding->session)->shortlist.shortage != KP_SHORTAGE_DECIDE)
    return kp_step_refuse (_("The scheme itself says what becomes of a post with too few over the line; it doesn't leave it to the "
                             "committee."),
                           error);
  if (!kp_decision_parse_places (deciding->value, &places) && !kp_decision_parse_ratio (deciding->value, &ratio))
    return kp_step_refuse (_("A decision on a shortlist is a number of places, or a ratio such as 1:2."), error);
  if (!kp_table_find (kp_session_get_database (deciding->session), &kp_post_table,
                      kp_session_get_campaign (deciding->session), KP_BINDS (KP_TEXT (deciding->subject)), &post, error)
      || !kp_shortlist_record_find_shortage (deciding->session, deciding->roster, deciding->subject, &is_short, error))
    return FALSE;
  if (is_short && places <= (guint) post->opened)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               is_short ? _("A shortage never gives a post more places than it opened with; decide fewer for post %s.")
                        : _("Enough candidates of post %s are over the line, so nothing of its list is left to the committee."),
               deciding->subject);
  return FALSE;
}

/* What parts who is equal on the list, in the total or in the final total. */
static const GPtrArray *
get_ties (const KpScheme *scheme,
          const KpPostRecord *post,
          KpDecisionKind kind)
{
  if (kind == KP_DECISION_FINAL_TIE)
    return scheme->background.score.ties;
  return kind == KP_DECISION_TIE ? kp_total_source_get_order (scheme, post)->ties : scheme->shortlist.tie_keys;
}

static gboolean
is_tied_in (const KpDossier *dossier,
            KpDecisionKind kind)
{
  if (kind == KP_DECISION_FINAL_TIE)
    return dossier->final_total != NULL && dossier->final_total->is_undecided != 0;
  if (kind == KP_DECISION_TIE)
    return dossier->total != NULL && dossier->total->is_undecided != 0;
  return g_str_equal (dossier->shortlist->outcome, kp_shortlist_verdict_get_name (KP_SHORTLIST_UNDECIDED));
}

static gboolean
check_tie (const Deciding *deciding,
           GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (deciding->session);
  const KpDossier *dossier = kp_roster_find_application (deciding->roster, deciding->subject);
  g_autofree KpPostRecord *post = NULL;
  g_autoptr (KpDecisions) decisions = NULL;
  gboolean is_tied;
  guint rank = 0;

  if (dossier == NULL || dossier->shortlist == NULL)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                   _("No application %s stands on a list, so it is tied with nobody."), deciding->subject);
      return FALSE;
    }
  if (!kp_table_find (kp_session_get_database (deciding->session), &kp_post_table,
                      kp_session_get_campaign (deciding->session), KP_BINDS (KP_TEXT (dossier->application->post)), &post,
                      error))
    return FALSE;
  if (!has_decision (get_ties (scheme, post, deciding->kind)))
    return kp_step_refuse (_("The scheme doesn't leave ties of this list to the committee."), error);
  if (!kp_decision_parse_places (deciding->value, &rank) || rank == 0)
    return kp_step_refuse (_("The rank among the tied must be a whole number; 1 is the first."), error);
  decisions = kp_decisions_load (deciding->session, error);
  if (decisions == NULL)
    return FALSE;
  is_tied = is_tied_in (dossier, deciding->kind);
  if (is_tied || kp_fraction_is_known (kp_decisions_find_rank (decisions, deciding->kind, deciding->subject)))
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Application %s isn't tied with anybody, so there is nothing to decide."), deciding->subject);
  return FALSE;
}

/* 面试未形成竞争: the examiners vote on whom the totals leave open for it. */
static gboolean
check_vote (const Deciding *deciding,
            GError **error)
{
  const KpSchemeInterview *interview = &kp_session_get_scheme (deciding->session)->interview;
  const KpDossier *dossier = kp_roster_find_application (deciding->roster, deciding->subject);
  const KpTotalRecord *total = dossier != NULL ? dossier->total : NULL;
  g_autoptr (KpDecisions) decisions = NULL;
  guint n_for = 0;
  guint n = 0;

  if (!kp_scheme_asks_vote (kp_session_get_scheme (deciding->session)))
    return kp_step_refuse (_("The scheme asks for no vote of the examiners."), error);
  if (!kp_decision_parse_vote (deciding->value, &n_for, &n) || n > interview->panel.n_examiners)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("A vote is written as those who agree and those who voted, such as 5/7; there are %u examiners."),
                   interview->panel.n_examiners);
      return FALSE;
    }
  decisions = kp_decisions_load (deciding->session, error);
  if (decisions == NULL)
    return FALSE;
  if (total != NULL && (g_str_equal (total->outcome, kp_standing_get_name (KP_STANDING_OPEN))
                        || kp_decisions_find_vote (decisions, deciding->subject, &n_for, &n)))
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("No total of number %s waits for a vote of the examiners. Make the totals first; they leave open who does."),
               deciding->subject);
  return FALSE;
}

/* Who isn't taken sits the exam: once the seats are drawn, or lists are made without them, it is too late. Where they are out,
 * as long as nobody's result of the physical or the background is in. */
static gboolean
is_too_late (const KpScheme *scheme,
             KpRoster *roster)
{
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (scheme->direct_hire.left == KP_DIRECT_LEFT_TO_EXAM && (dossier->seat != NULL || dossier->shortlist != NULL))
        return TRUE;
      if ((dossier->physical != NULL && !g_str_equal (dossier->physical->outcome, "called"))
          || (dossier->background != NULL && !g_str_equal (dossier->background->outcome, "called")))
        return TRUE;
    }
  return FALSE;
}

/* 免试直接聘用: in which order, where there may not be a place for each. */
static gboolean
check_direct (const Deciding *deciding,
              GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (deciding->session);
  const KpDossier *dossier = kp_roster_find_application (deciding->roster, deciding->subject);
  g_autoptr (KpDirectHires) hires = NULL;
  guint rank = 0;

  if (scheme->direct_hire.when == NULL)
    return kp_step_refuse (_("The scheme hires nobody without an exam."), error);
  if (!kp_decision_parse_places (deciding->value, &rank) || rank == 0)
    return kp_step_refuse (_("The rank among the tied must be a whole number; 1 is the first."), error);
  hires = kp_direct_hires_load (deciding->session, deciding->roster, error);
  if (hires == NULL)
    return FALSE;
  if (dossier == NULL || kp_direct_hires_get (hires, dossier)->verdict == KP_DIRECT_NONE
      || kp_direct_hires_count_asking (hires, dossier->application->post) < 2)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("Application %s isn't one of several of an opened post who may be hired without an exam, so there is "
                     "nothing to decide."),
                   deciding->subject);
      return FALSE;
    }
  if (is_too_late (scheme, deciding->roster))
    return kp_step_refuse (scheme->direct_hire.left == KP_DIRECT_LEFT_TO_EXAM
                               ? _("The seats are drawn or the list of the interview is made, so who is hired without an exam can't change any "
                                   "more.")
                               : _("Results of the physical or the background are in, so who is hired without an exam can't change any "
                                   "more."),
                           error);
  return TRUE;
}

/* 免笔试限额: in which order, where more fulfil the condition than the limit takes. */
static gboolean
check_exempt (const Deciding *deciding,
              GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (deciding->session);
  const KpDossier *dossier = kp_roster_find_application (deciding->roster, deciding->subject);
  guint rank = 0;

  if (!kp_exemptions_are_limited (scheme))
    return kp_step_refuse (_("The scheme doesn't limit how many do without the written exam."), error);
  if (!kp_decision_parse_places (deciding->value, &rank) || rank == 0)
    return kp_step_refuse (_("The rank among the tied must be a whole number; 1 is the first."), error);
  if (dossier == NULL || !kp_exemptions_is_one_of_many (scheme, deciding->roster, dossier))
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("Application %s isn't one of too many of an opened post who may do without the written exam, so there is "
                     "nothing to decide."),
                   deciding->subject);
      return FALSE;
    }
  for (guint i = 0; i < kp_roster_get_n_dossiers (deciding->roster); i++)
    {
      const KpDossier *other = kp_roster_get_dossier (deciding->roster, i);

      if (other->seat != NULL || other->shortlist != NULL)
        return kp_step_refuse (_("The seats are drawn or the list of the interview is made, so who does without the written exam can't "
                                 "change any more."),
                               error);
    }
  return TRUE;
}

/* 依次选岗: who of those who would choose at once is first. */
static gboolean
check_choice (const Deciding *deciding,
              GError **error)
{
  g_autoptr (KpChoosing) choosing = NULL;
  g_autoptr (KpDecisions) decisions = NULL;
  const KpTurn *turn;
  guint rank = 0;

  if (!kp_session_get_scheme (deciding->session)->choice.policy.applies)
    return kp_step_refuse (_("By the scheme nobody chooses a post."), error);
  if (!kp_decision_parse_places (deciding->value, &rank) || rank == 0)
    return kp_step_refuse (_("The rank among the tied must be a whole number; 1 is the first."), error);
  choosing = kp_choosing_load (deciding->session, error);
  decisions = choosing != NULL ? kp_decisions_load (deciding->session, error) : NULL;
  if (decisions == NULL)
    return FALSE;
  turn = kp_choosing_find (choosing, deciding->subject);
  if (turn != NULL && turn->state == KP_TURN_CHOSEN)
    return kp_step_refuse (_("This person has chosen already. Two people may take the choice back with --undo."), error);
  if (turn != NULL
      && (turn->is_tied || kp_fraction_is_known (kp_decisions_find_rank (decisions, deciding->kind, deciding->subject))))
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Application %s isn't tied with anybody, so there is nothing to decide."), deciding->subject);
  return FALSE;
}

/* Each post as it stands at the moment that the scheme names. */
static GArray *
load_leftovers (const Deciding *deciding,
                GError **error)
{
  if (kp_session_get_scheme (deciding->session)->leftover.at == KP_LEFTOVER_AT_SHORTLIST)
    return kp_shortlist_record_load_leftovers (deciding->session, deciding->roster, error);
  return kp_total_check_interviewed (deciding->roster, error)
             ? kp_total_load_leftovers (deciding->session, deciding->roster, error)
             : NULL;
}

static gboolean
refuse_gifts (const KpLeftoverPolicy *policy,
              const KpLeftoverCase *post,
              GError **error)
{
  g_autofree char **codes = g_new0 (char *, policy->to->len + 1);
  g_autofree char *list = NULL;

  for (guint i = 0; i < policy->to->len; i++)
    codes[i] = g_ptr_array_index (policy->to, i);
  list = g_strjoinv (", ", codes);
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Post %s has %u empty places to give, and only these posts may take some, if they have none empty themselves: "
                 "%s. Decide within that, or write “stay”."),
               post->post, post->places - post->n_filled, list);
  return FALSE;
}

static gboolean
asks_about (const KpLeftoverPolicy *policy,
            const GArray *cases,
            guint index)
{
  g_autoptr (GPtrArray) results
      = kp_leftover_decide (policy, (const KpLeftoverCase *) (gconstpointer) cases->data, cases->len);

  return ((const KpLeftoverResult *) g_ptr_array_index (results, index))->needs_decision;
}

/* 空缺名额: who gets what nobody fills. The places of all posts together stay the same, for what is decided is a move. */
static gboolean
check_leftover (const Deciding *deciding,
                GError **error)
{
  const KpLeftoverPolicy *policy = &kp_session_get_scheme (deciding->session)->leftover;
  g_autoptr (GStringChunk) texts = g_string_chunk_new (64);
  g_autoptr (GArray) gifts = g_array_new (FALSE, FALSE, sizeof (KpLeftoverGift));
  g_autoptr (GArray) cases = NULL;
  KpLeftoverDecision decision = { .post = deciding->subject };

  if (policy->at == KP_LEFTOVER_NEVER || policy->how != KP_MOVE_DECIDED)
    return kp_step_refuse (_("The scheme itself says where empty places go; it doesn't leave it to the committee."), error);
  if (find_post (deciding, error) == NULL)
    return FALSE;
  if (!kp_decision_parse_gifts (deciding->value, texts, gifts))
    return kp_step_refuse (_("A decision on empty places names the posts that get some and how many, such as A01=2 or A01=2,A03=1; or "
                             "“stay”."),
                           error);
  decision.gifts = (const KpLeftoverGift *) (gconstpointer) gifts->data;
  decision.n_gifts = gifts->len;
  cases = load_leftovers (deciding, error);
  for (guint i = 0; cases != NULL && i < cases->len; i++)
    {
      KpLeftoverCase *each = &g_array_index (cases, KpLeftoverCase, i);

      if (!g_str_equal (each->post, deciding->subject))
        continue;
      if (!asks_about (policy, cases, i))
        break;
      each->decision = &decision;
      return !asks_about (policy, cases, i) || refuse_gifts (policy, each, error);
    }
  if (cases != NULL)
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                 _("Post %s has no empty places that another post could take, so there is nothing to decide."), deciding->subject);
  return FALSE;
}

/* 面试合格线 that is drawn when the marks are known. */
static gboolean
check_interview_line (const Deciding *deciding,
                      GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (deciding->session);
  KpMark mark;

  if (!kp_scheme_asks_interview_line (scheme, KP_LINE_DRAWN_CAMPAIGN, NULL)
      && !kp_scheme_asks_interview_line (scheme, KP_LINE_DRAWN_POST, NULL))
    return kp_step_refuse (_("The scheme itself sets the line of the interview; it doesn't leave it to the committee."), error);
  if (*deciding->subject == '\0' && !kp_scheme_asks_interview_line (scheme, KP_LINE_DRAWN_CAMPAIGN, NULL))
    return kp_step_refuse (_("By the scheme each post has a line of its own; name the post before the mark."), error);
  if (*deciding->subject != '\0' && find_post (deciding, error) == NULL)
    return FALSE;
  if (*deciding->subject != '\0' && !kp_scheme_asks_interview_line (scheme, KP_LINE_DRAWN_POST, deciding->subject))
    return kp_step_refuse (_("The line of the interview is one for the campaign; leave out the post."), error);
  return kp_mark_parse (deciding->value, KP_DECISION_MARK_DECIMALS, &mark, error)
         && kp_total_check_interviewed (deciding->roster, error);
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
    case KP_DECISION_DIRECT:
      return check_direct (deciding, error);
    case KP_DECISION_EXEMPT:
      return check_exempt (deciding, error);
    case KP_DECISION_CHOICE:
      return check_choice (deciding, error);
    case KP_DECISION_VOTE:
      return check_vote (deciding, error);
    case KP_DECISION_INTERVIEW_LINE:
      return check_interview_line (deciding, error);
    case KP_DECISION_LEFTOVER:
      return check_leftover (deciding, error);
    case KP_DECISION_SHORTLIST_TIE:
    case KP_DECISION_TIE:
    case KP_DECISION_FINAL_TIE:
    default:
      return check_tie (deciding, error);
    }
}

static gboolean
is_of_person (KpDecisionKind kind)
{
  return kind == KP_DECISION_SHORTLIST_TIE || kind == KP_DECISION_TIE || kind == KP_DECISION_FINAL_TIE
         || kind == KP_DECISION_VOTE || kind == KP_DECISION_DIRECT || kind == KP_DECISION_EXEMPT || kind == KP_DECISION_CHOICE;
}

/* People are named by whatever number the list in hand shows. Whoever decides a tie need not say of which list: before there
 * is a total it is that of the interview. */
static gboolean
settle (KpSession *session,
        const char *typed,
        KpDecisionKind *kind,
        char **subject,
        GError **error)
{
  g_autoptr (KpRoster) roster = NULL;
  const KpDossier *dossier;

  *subject = g_strdup (typed);
  if (!is_of_person (*kind))
    return TRUE;
  roster = kp_session_load_roster (session, error);
  if (roster == NULL)
    return FALSE;
  dossier = kp_roster_find_any_number (roster, typed);
  if (dossier != NULL)
    {
      g_free (*subject);
      *subject = g_strdup (dossier->application->application);
    }
  if (*kind == KP_DECISION_TIE && (dossier == NULL || dossier->total == NULL))
    *kind = KP_DECISION_SHORTLIST_TIE;
  return TRUE;
}

static KpStep
get_step (KpSession *session,
          KpDecisionKind kind)
{
  if (kind == KP_DECISION_SHORTLIST_TIE)
    return kp_shortlist_record_get_step (session);
  if (kind == KP_DECISION_OPENING)
    return KP_STEP_DECIDE_QUOTA;
  if (kind == KP_DECISION_FINAL_TIE)
    return KP_STEP_FINAL_TOTAL;
  if (kind == KP_DECISION_LEFTOVER)
    return kp_session_get_scheme (session)->leftover.at == KP_LEFTOVER_AT_INTERVIEW ? KP_STEP_TOTAL : KP_STEP_SHORTLIST;
  return kind == KP_DECISION_TIE || kind == KP_DECISION_VOTE || kind == KP_DECISION_INTERVIEW_LINE ? KP_STEP_TOTAL
                                                                                                     : KP_STEP_SHORTLIST;
}

static gboolean
check_people (KpSession *session,
              const char *reason,
              const char *by,
              const char *with,
              GError **error)
{
  if (*reason == '\0')
    return kp_step_refuse (_("A decision of the committee needs a reason; say it with --reason."), error);
  if (*by == '\0' || *with == '\0')
    return kp_step_refuse (_("A decision of the committee is recorded by two people; name both."), error);
  if (kp_review_is_same_person (by, with))
    return kp_step_refuse (_("A decision of the committee is recorded by two people, and both names are the same."), error);
  return kp_identity_check_two (session, by, with, error);
}

static char *
dup_bare (const char *text)
{
  return kp_normal_text (text != NULL ? text : "");
}

/* Typed in Chinese it is the same decision. */
static char *
dup_value (KpDecisionKind kind,
           const char *value)
{
  char *bare = dup_bare (value);

  if (kind != KP_DECISION_LEFTOVER || !g_str_equal (bare, "不调剂"))
    return bare;
  g_free (bare);
  return g_strdup ("stay");
}

/**
 * kp_step_decide:
 * @session: a session, open for writing
 * @kind: what is decided
 * @subject: "" for the campaign, a post, or a person by registration, ticket or interview number, as #KpDecisionKind says
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
  g_autofree char *bare = dup_value (kind, value);
  g_autofree char *now = kp_session_dup_now (session);
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpRoster) roster = NULL;
  KpDecisionRecord record = {
    .campaign = kp_session_get_campaign (session),
    .value = bare,
    .reason = why,
    .first_person = first,
    .second_person = second,
    .at = now,
  };
  g_autofree char *settled = NULL;
  KpShortlistTally tally = { 0 };
  KpStep step;
  Deciding deciding = { session, NULL, kind, NULL, bare };

  if (!check_people (session, why, first, second, error) || !settle (session, subject, &deciding.kind, &settled, error))
    return FALSE;
  deciding.subject = record.subject = settled;
  record.kind = kp_decision_kind_get_name (deciding.kind);
  step = get_step (session, deciding.kind);
  /* Who is hired without exam may be said while the others are examined: no stage is closed by it, nor by who chooses first. */
  ledger = deciding.kind == KP_DECISION_DIRECT || deciding.kind == KP_DECISION_EXEMPT || deciding.kind == KP_DECISION_CHOICE
               ? kp_session_begin_beside (session, "decide", record.kind, error)
               : kp_session_begin (session, step, record.kind, error);
  if (ledger == NULL)
    return FALSE;
  roster = kp_session_load_roster (session, error);
  if (roster == NULL)
    return FALSE;
  deciding.roster = roster;
  return check (&deciding, error) && kp_ledger_put (ledger, &kp_decision_table, &record, error)
         && (step != KP_STEP_RECHECK || kp_shortlist_record_write (session, ledger, &tally, error))
         && kp_session_commit (session, ledger, error);
}
