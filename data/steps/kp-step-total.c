/* kp-step-total.c – totals, places and who goes to the physical examination.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-total.h"

#include <glib/gi18n-lib.h>

#include "kp-called.h"
#include "kp-candidate.h"
#include "kp-mark-column.h"
#include "kp-roster.h"
#include "kp-total-source.h"

/* All of one post that is totalled. */
typedef struct
{
  const KpScheme *scheme;
  const KpSchemePost *post;
  const KpPostRecord *record;
  const KpTotalPolicy *policy; /* places and tie order */
  KpRoster *roster;
  KpTotalSource *source;
  GPtrArray *dossiers;
  KpInterviewContext context; /* without the mean of a room */
} Field;

/* Which people a mean is made of. */
typedef enum
{
  OF_ROOM,
  OF_POST,
  OF_ALL,
} MeanOf;

static gint64
get_line_mark (const KpScheme *scheme,
               const KpDossier *dossier)
{
  if (dossier->interview == NULL)
    return KP_NO_INT;
  return scheme->interview.lines.on == KP_LINE_ON_RAW ? dossier->interview->raw : dossier->interview->mark;
}

static gboolean
belongs (const KpDossier *dossier,
         const KpDossier *own,
         MeanOf of)
{
  if (of == OF_ROOM)
    return dossier->hearing != NULL && dossier->hearing->room == own->hearing->room;
  return of == OF_ALL || g_str_equal (dossier->application->post, own->application->post);
}

/* The mean of those who came; all are heard on one day. */
static KpFraction
get_mean (const Field *field,
          const KpDossier *own,
          MeanOf of)
{
  KpFraction sum = KP_FRACTION_ZERO;
  guint n = 0;

  for (guint i = 0; i < kp_roster_get_n_dossiers (field->roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (field->roster, i);
      const gint64 mark = get_line_mark (field->scheme, dossier);

      if (mark == KP_NO_INT || !belongs (dossier, own, of))
        continue;
      sum = kp_fraction_add (sum, kp_fraction_from_mark (mark));
      n++;
    }
  return n > 0 ? kp_fraction_divide (sum, kp_fraction_new (n, 1)) : KP_FRACTION_UNKNOWN;
}

static void
fill_context (Field *field)
{
  const KpLineMean mean = field->scheme->interview.lines.mean;
  const KpDossier *first = g_ptr_array_index (field->dossiers, 0);

  field->context = (KpInterviewContext) {
    .places = (guint) field->record->listed,
    .n_entered = field->dossiers->len,
    .wanted = (guint) field->record->competing,
  };
  for (guint i = 0; i < field->dossiers->len; i++)
    field->context.n_present
        += ((const KpDossier *) g_ptr_array_index (field->dossiers, i))->interview->mark != KP_NO_INT;
  if (mean == KP_LINE_MEAN_DAY)
    field->context.day_mean = get_mean (field, first, OF_ALL);
  else if (mean == KP_LINE_MEAN_POST)
    field->context.post_mean = get_mean (field, first, OF_POST);
}

/* 面试合格线: below it, or without a mark, there is no place. Whom a vote of the examiners concerns stays open until it is
 * recorded. */
static KpStanding
judge (const Field *field,
       const KpDossier *dossier,
       guint n_votes_for,
       guint n_votes)
{
  const KpInterviewLines *lines = &field->scheme->interview.lines;
  KpInterviewContext context = field->context;
  KpInterviewLine line;

  if (lines->mean == KP_LINE_MEAN_ROOM)
    context.room_mean = get_mean (field, dossier, OF_ROOM);
  line = kp_interview_lines_decide (lines, &context);
  return kp_interview_lines_judge (lines, &line,
                                   kp_mark_column_to_fraction (get_line_mark (field->scheme, dossier)), n_votes_for,
                                   n_votes);
}

static KpStanding
decide_standing (const Field *field,
                 const KpDossier *dossier)
{
  KpMarkState state = KP_MARK_NOT_ENTERED;
  guint n_votes_for = 0;
  guint n_votes = 0;

  kp_mark_state_from_name (dossier->interview->state, &state);
  if (state == KP_MARK_ABSENT)
    return KP_STANDING_ABSENT;
  if (state != KP_MARK_PRESENT)
    return KP_STANDING_VOID;
  kp_total_source_find_vote (field->source, dossier, &n_votes_for, &n_votes);
  return judge (field, dossier, n_votes_for, n_votes);
}

/* The formula of this candidate: the post's, or that of a group; one whose group isn't known has no total yet. */
static void
fill_candidate (const Field *field,
                const KpDossier *dossier,
                KpTotalCandidate *candidate)
{
  KpCandidateFacts facts;
  const KpSchemeTotal *formula;

  kp_candidate_facts_init (&facts, field->scheme, dossier);
  formula = kp_scheme_decide_total (field->scheme, field->post, &facts,
                                    g_str_equal (field->record->state, KP_POST_INTERVIEW_ONLY));
  *candidate = (KpTotalCandidate) { .standing = decide_standing (field, dossier) };
  if (formula == NULL && kp_standing_has_total (candidate->standing))
    candidate->standing = KP_STANDING_OPEN;
  if (formula != NULL && candidate->standing == KP_STANDING_RANKED)
    candidate->standing = kp_total_source_judge_others (field->source, &formula->policy, dossier);
  kp_total_source_fill (field->source, field->policy, formula != NULL ? &formula->policy : field->policy, dossier, &facts,
                        candidate);
}

/* "笔试成绩73.00×50%+面试成绩80.01×50%" */
static void
append_parts (GString *text,
              const KpScheme *scheme,
              const KpTotalCandidate *candidate)
{
  for (guint i = 0; i < KP_N_PARTS; i++)
    {
      const KpFraction weight = candidate->policy->weights[i];
      g_autofree char *name = NULL;
      g_autofree char *part = NULL;
      g_autofree char *share = NULL;

      if (weight.num == 0)
        continue;
      name = kp_scheme_dup_part_chinese (scheme, (KpPart) i);
      share = kp_weight_dup_text (weight);
      part = kp_fraction_dup_decimal (candidate->parts[i], 2);
      g_string_append_printf (text, "%s%s%s×%s", text->len > 0 ? "+" : "", name, part, share);
    }
}

static const char *
get_remedy (const GPtrArray *ties)
{
  const char *remedy = "待研究处理";

  for (guint i = 0; i < ties->len; i++)
    {
      const KpTieField field = ((const KpTie *) g_ptr_array_index (ties, i))->field;

      if (field == KP_TIE_EXTRA_TEST)
        return "待加试";
      if (field == KP_TIE_DECISION)
        remedy = "待领导小组研究决定";
    }
  return remedy;
}

static void
append_place (GString *text,
              const Field *field,
              const KpDossier *dossier,
              const KpTotalResult *result)
{
  const GPtrArray *ties = field->policy->ties;
  const KpRankPlace *place = &result->place;

  if (result->standing == KP_STANDING_BELOW_LINE && judge (field, dossier, 1, 1) != KP_STANDING_BELOW_LINE)
    g_string_append (text, "；面试未形成竞争，考官表决未通过，不列名次");
  else if (result->standing == KP_STANDING_BELOW_LINE)
    g_string_append (text, "；面试成绩低于合格线，不列名次");
  else if (result->standing == KP_STANDING_BELOW_TOTAL_LINE)
    g_string_append (text, "；综合成绩低于合格线，不列名次");
  else if (place->is_undecided)
    g_string_append_printf (text, "；第%u名，与他人并列，依方案规则仍不能分出先后，%s", place->place, get_remedy (ties));
  else if (place->decided_by > 0 && place->decided_by <= ties->len)
    {
      g_autofree char *tie
          = kp_scheme_dup_tie_chinese (field->scheme, g_ptr_array_index (ties, place->decided_by - 1));

      g_string_append_printf (text, "；第%u名，同分者按“%s”分出先后", place->place, tie);
    }
  else
    g_string_append_printf (text, "；第%u名", place->place);
}

static char *
dup_why (const Field *field,
         const KpDossier *dossier,
         const KpTotalCandidate *candidate,
         const KpTotalResult *result)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *total = NULL;

  if (result->standing == KP_STANDING_ABSENT)
    return g_strdup ("面试缺考");
  if (result->standing == KP_STANDING_VOID)
    return g_strdup ("面试成绩无效");
  if (result->standing == KP_STANDING_OPEN)
    return g_strdup ("成绩或者表决结果未齐，暂不计算综合成绩");
  append_parts (text, field->scheme, candidate);
  total = kp_mark_dup_text (result->total, candidate->policy->decimals);
  g_string_append_printf (text, "=%s分", total);
  append_place (text, field, dossier, result);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
put_total (KpSession *session,
           KpLedger *ledger,
           const Field *field,
           const KpDossier *dossier,
           const KpTotalCandidate *candidate,
           const KpTotalResult *result,
           GError **error)
{
  g_autofree char *why = dup_why (field, dossier, candidate, result);
  const gboolean has_credential = candidate->policy->weights[KP_PART_CREDENTIAL].num > 0;
  KpTotalRecord record = {
    .campaign = kp_session_get_campaign (session),
    .application = dossier->application->application,
    .post = dossier->application->post,
    .written = dossier->shortlist->written,
    .interview = dossier->interview->mark,
    .credential = has_credential ? kp_mark_column_from_fraction (candidate->parts[KP_PART_CREDENTIAL]) : KP_NO_INT,
    .total = kp_standing_has_total (result->standing) ? result->total : KP_NO_INT,
    .place = result->place.place > 0 ? (gint64) result->place.place : KP_NO_INT,
    .outcome = kp_standing_get_name (result->standing),
    .is_undecided = result->place.is_undecided,
    .why = why,
  };

  return kp_ledger_put (ledger, &kp_total_table, &record, error);
}

static gboolean
total_post (KpSession *session,
            KpLedger *ledger,
            Field *field,
            guint *n_placed,
            KpTotalTally *tally,
            GError **error)
{
  const guint n = field->dossiers->len;
  g_autofree KpTotalCandidate *candidates = g_new0 (KpTotalCandidate, n);
  g_autofree KpTotalResult *results = g_new0 (KpTotalResult, n);

  fill_context (field);
  for (guint i = 0; i < n; i++)
    fill_candidate (field, g_ptr_array_index (field->dossiers, i), &candidates[i]);
  kp_total_decide (field->policy, candidates, n, results);
  for (guint i = 0; i < n; i++)
    {
      if (!put_total (session, ledger, field, g_ptr_array_index (field->dossiers, i), &candidates[i], &results[i],
                      error))
        return FALSE;
      *n_placed += results[i].place.place > 0;
      tally->n_ranked += results[i].place.place > 0;
      tally->n_unranked += results[i].place.place == 0;
      tally->n_undecided += results[i].place.is_undecided;
    }
  return TRUE;
}

/* A total joins the number's mark to the person. */
static gboolean
check_opened (KpRoster *roster,
              GError **error)
{
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (!kp_dossier_is_sealed (dossier))
        continue;
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("Room %d of the interview is still sealed. Two people check its marks and open it (“kaopin panel FILE "
                     "--check …”, “--open ROOM”); then totals can be made."),
                   (int) dossier->hearing->room);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_interviewed (KpRoster *roster,
                   GError **error)
{
  guint n_heard = 0;
  guint n_open = 0;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      n_heard += dossier->hearing != NULL;
      n_open += dossier->hearing != NULL && dossier->interview == NULL;
    }
  if (n_heard > 0 && n_open == 0)
    return check_opened (roster, error);

  if (n_heard == 0)
    {
      g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE,
                           _("The interview order is not drawn yet, so there are no totals to make. Draw it first."));
      return FALSE;
    }
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("%u of %u drawn candidates have no interview mark yet. Enter the marks, or mark them absent, before the "
                 "totals are made."),
               n_open, n_heard);
  return FALSE;
}

/* 面试后空额: places for which nobody has a place among the totals go where the scheme says. Counted from the places of
 * the list each time, so that it is all one how often the totals are made. */
static gboolean
move_leftovers (KpSession *session,
                KpLedger *ledger,
                GPtrArray *posts,
                const guint *n_placed,
                GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autofree KpLeftoverCase *cases = g_new0 (KpLeftoverCase, posts->len + 1);
  g_autoptr (GPtrArray) results = NULL;

  if (scheme->leftover.at != KP_LEFTOVER_AT_INTERVIEW)
    return TRUE;
  for (guint i = 0; i < posts->len; i++)
    {
      const KpPostRecord *post = g_ptr_array_index (posts, i);
      const KpSchemePost *rule = kp_scheme_get_post (scheme, post->post);

      cases[i] = (KpLeftoverCase) {
        .post = rule->code,
        .street = rule->street,
        .places = (guint) post->listed,
        .n_filled = MIN (n_placed[i], (guint) post->listed),
        .is_targeted = rule->track != KP_TRACK_OPEN,
      };
    }
  results = kp_leftover_decide (&scheme->leftover, cases, posts->len);
  for (guint i = 0; i < posts->len; i++)
    {
      const KpLeftoverResult *result = g_ptr_array_index (results, i);
      KpPostRecord changed = *(const KpPostRecord *) g_ptr_array_index (posts, i);

      changed.places = result->new_places;
      changed.vacated = *result->explanation != '\0' ? result->explanation : NULL;
      if (!kp_ledger_put (ledger, &kp_post_table, &changed, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
total_posts (KpSession *session,
             KpLedger *ledger,
             KpRoster *roster,
             GPtrArray *posts,
             gboolean may_move,
             KpTotalTally *tally,
             GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autoptr (KpTotalSource) source = kp_total_source_load (session, error);
  g_autofree guint *n_placed = g_new0 (guint, posts->len + 1);

  if (source == NULL)
    return FALSE;
  for (guint i = 0; i < posts->len; i++)
    {
      const KpPostRecord *post = g_ptr_array_index (posts, i);
      const KpSchemePost *stated = kp_scheme_get_post (scheme, post->post);
      g_autoptr (GPtrArray) own = g_ptr_array_new ();
      Field field = {
        scheme, stated, post, kp_total_source_get_order (scheme, post), roster, source, own, { 0 },
      };

      for (guint j = 0; j < kp_roster_get_n_dossiers (roster); j++)
        {
          const KpDossier *dossier = kp_roster_get_dossier (roster, j);

          if (dossier->hearing != NULL && g_str_equal (dossier->application->post, post->post))
            g_ptr_array_add (own, (gpointer) dossier);
        }
      if (own->len > 0 && !total_post (session, ledger, &field, &n_placed[i], tally, error))
        return FALSE;
    }
  return !may_move || move_leftovers (session, ledger, posts, n_placed, error);
}

static GPtrArray *
load_posts (KpSession *session,
            GError **error)
{
  return kp_table_select (kp_session_get_database (session), &kp_post_table, kp_session_get_campaign (session),
                          "AND state <> 'cancelled' ORDER BY post", KP_NO_BINDS, error);
}

/**
 * kp_total_decide_again:
 * @session: a session
 * @ledger: its unit of work; written and interview marks are as they shall be
 * @may_move: whether places that stay empty may still move to other posts: until somebody was examined
 * @error: return location
 *
 * Makes totals and places of all posts again and calls nobody. Nothing is written where nothing differs.
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_total_decide_again (KpSession *session,
                       KpLedger *ledger,
                       gboolean may_move,
                       GError **error)
{
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);
  g_autoptr (GPtrArray) posts = roster != NULL ? load_posts (session, error) : NULL;
  KpTotalTally tally = { 0 };

  return posts != NULL && total_posts (session, ledger, roster, posts, may_move, &tally, error);
}

/**
 * kp_step_total:
 * @session: a session, open for writing
 * @tally: (out): what was decided
 * @error: return location
 *
 * 综合成绩: weighs written, interview and credential marks by the formula of each post, ranks by the scheme's tie order
 * (rules/kp-total.c), moves places that stay empty where the scheme does so after the interview, and calls those within the
 * places to the first of physical and background. A tie that no rule
 * decides stays undecided and calls nobody. May be run again until results of the physical come in.
 *
 * Returns: %TRUE, or %FALSE with an error and nothing changed
 */
gboolean
kp_step_total (KpSession *session,
               KpTotalTally *tally,
               GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin (session, KP_STEP_TOTAL, NULL, error);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GPtrArray) posts = NULL;

  *tally = (KpTotalTally) { 0 };
  if (ledger == NULL)
    return FALSE;
  roster = kp_session_load_roster (session, error);
  if (roster == NULL || !check_interviewed (roster, error))
    return FALSE;
  posts = load_posts (session, error);
  if (posts == NULL)
    return FALSE;
  return total_posts (session, ledger, roster, posts, TRUE, tally, error)
         && kp_called_start (session, ledger, &tally->n_called, error) && kp_session_commit (session, ledger, error);
}
