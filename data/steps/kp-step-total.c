/* kp-step-total.c – totals, places and who goes to the physical examination.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-total.h"

#include <glib/gi18n-lib.h>

#include "kp-called.h"
#include "kp-candidate.h"
#include "kp-direct-hires.h"
#include "kp-mark-column.h"
#include "kp-opening.h"
#include "kp-roster.h"
#include "kp-total-lines.h"
#include "kp-total-source.h"
#include "kp-turnout.h"

/* All of one post that is totalled. */
typedef struct
{
  const KpScheme *scheme;
  const KpSchemePost *post;
  const KpPostRecord *record;
  const KpTotalPolicy *policy; /* places and tie order */
  KpTotalSource *source;
  KpTotalLines *lines;
  const KpDirectHires *hires;
  GPtrArray *dossiers;
  KpTotalCandidate *candidates; /* of each dossier */
  KpTotalResult *results;
  guint places; /* which the turnout leaves, and places that moved */
  char *moved;  /* (nullable): why they aren't those of the list */
  KpPostWait waits;
} Field;

static void
field_free (gpointer data)
{
  Field *field = data;

  g_ptr_array_unref (field->dossiers);
  g_free (field->candidates);
  g_free (field->results);
  g_free (field->moved);
  g_free (field);
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
  return kp_total_lines_judge (field->lines, dossier, n_votes_for, n_votes);
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

  if (result->standing == KP_STANDING_BELOW_LINE && kp_total_lines_judge (field->lines, dossier, 1, 1) != KP_STANDING_BELOW_LINE)
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

/* What keeps a total waiting. */
static const char *
get_open_words (const Field *field,
                const KpDossier *dossier)
{
  const KpInterviewLine *line = kp_total_lines_get (field->lines, dossier);

  if (line->is_undrawn)
    return "面试合格线待招聘工作领导小组划定，暂不计算综合成绩";
  if (line->lowest.is_open)
    return "有竞争岗位进入体检（考察）的人选未定，面试合格线未定，暂不计算综合成绩";
  return "成绩或者表决结果未齐，暂不计算综合成绩";
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
    return g_strdup (get_open_words (field, dossier));
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

static Field *
field_new (const KpScheme *scheme,
           KpRoster *roster,
           const KpPostRecord *record,
           KpTotalSource *source,
           const KpDirectHires *hires)
{
  Field *field = g_new0 (Field, 1);

  *field = (Field) {
    .scheme = scheme,
    .post = kp_scheme_get_post (scheme, record->post),
    .record = record,
    .policy = kp_total_source_get_order (scheme, record),
    .source = source,
    .hires = hires,
    .dossiers = g_ptr_array_new (),
  };
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (dossier->hearing != NULL && g_str_equal (dossier->application->post, record->post))
        g_ptr_array_add (field->dossiers, (gpointer) dossier);
    }
  field->candidates = g_new0 (KpTotalCandidate, field->dossiers->len + 1);
  field->results = g_new0 (KpTotalResult, field->dossiers->len + 1);
  return field;
}

static void
decide_post (Field *field)
{
  for (guint i = 0; i < field->dossiers->len; i++)
    fill_candidate (field, g_ptr_array_index (field->dossiers, i), &field->candidates[i]);
  if (field->dossiers->len > 0)
    kp_total_decide (field->policy, field->candidates, field->dossiers->len, field->results);
}

/* Posts without competition whose line is made by those called elsewhere are totalled once more when these are known. */
static void
decide_posts (const KpScheme *scheme,
              GPtrArray *fields,
              KpTotalLines *lines)
{
  for (guint i = 0; i < fields->len; i++)
    decide_post (g_ptr_array_index (fields, i));
  if (!kp_scheme_asks_lowest (scheme))
    return;
  for (guint i = 0; i < fields->len; i++)
    {
      const Field *field = g_ptr_array_index (fields, i);

      for (guint j = 0; j < field->dossiers->len; j++)
        kp_total_lines_note (lines, g_ptr_array_index (field->dossiers, j), &field->results[j]);
    }
  kp_total_lines_compare (lines);
  for (guint i = 0; i < fields->len; i++)
    decide_post (g_ptr_array_index (fields, i));
}

/* How many places are filled: whoever isn't settled yet may still fill one. */
static guint
count_placed (const Field *field)
{
  guint n = kp_direct_hires_count_places (field->hires, field->post->code);

  if (kp_direct_hires_is_open (field->hires, field->post->code))
    return field->places;
  for (guint i = 0; i < field->dossiers->len; i++)
    {
      if (field->results[i].standing == KP_STANDING_OPEN)
        return field->places;
      n += field->results[i].place.place > 0;
    }
  return MIN (n, field->places);
}

static gboolean
put_post (KpSession *session,
          KpLedger *ledger,
          const Field *field,
          KpTotalTally *tally,
          GError **error)
{
  for (guint i = 0; i < field->dossiers->len; i++)
    {
      const KpTotalResult *result = &field->results[i];

      if (!put_total (session, ledger, field, g_ptr_array_index (field->dossiers, i), &field->candidates[i], result, error))
        return FALSE;
      tally->n_ranked += result->place.place > 0;
      tally->n_unranked += result->place.place == 0;
      tally->n_undecided += result->place.is_undecided;
    }
  tally->n_waiting += field->waits == KP_POST_WAITS_TO_GIVE;
  return TRUE;
}

/* 免试直接聘用: no marks, and a place only among those hired so. */
static char *
dup_direct_why (const KpDirectHires *hires,
                const KpDossier *dossier,
                const KpDirectResult *result)
{
  const char *post = dossier->application->post;

  if (result->verdict == KP_DIRECT_UNDECIDED)
    return g_strdup ("符合免试直接聘用条件的人数超过名额，人选待领导小组研究决定");
  if (result->verdict == KP_DIRECT_LEFT)
    return g_strdup ("符合免试直接聘用条件的人数超过名额，经领导小组研究决定未列为人选，不再参加本次招聘");
  if (kp_direct_hires_count_asking (hires, post) > kp_direct_hires_count_places (hires, post))
    return g_strdup_printf ("符合条件，免试直接聘用，经领导小组研究决定列第%u位", result->place.place);
  return g_strdup ("符合条件，免试直接聘用，不参加考试");
}

static gboolean
put_direct (KpSession *session,
            KpLedger *ledger,
            KpRoster *roster,
            const KpDirectHires *hires,
            KpTotalTally *tally,
            GError **error)
{
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const KpDirectResult *result = kp_direct_hires_get (hires, dossier);
      g_autofree char *why = NULL;
      KpTotalRecord record = {
        .campaign = kp_session_get_campaign (session),
        .application = dossier->application->application,
        .post = dossier->application->post,
        .written = KP_NO_INT,
        .interview = KP_NO_INT,
        .credential = KP_NO_INT,
        .total = KP_NO_INT,
        .place = result->place.place > 0 ? (gint64) result->place.place : KP_NO_INT,
        .outcome = kp_standing_get_name (KP_STANDING_DIRECT),
        .is_undecided = result->verdict == KP_DIRECT_UNDECIDED,
      };

      if (kp_direct_hires_is_examined (hires, dossier))
        continue;
      record.why = why = dup_direct_why (hires, dossier, result);
      if (!kp_ledger_put (ledger, &kp_total_table, &record, error))
        return FALSE;
      tally->n_direct += result->verdict == KP_DIRECT_HIRED;
      tally->n_undecided += result->verdict == KP_DIRECT_UNDECIDED;
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

/**
 * kp_total_check_interviewed:
 * @roster: the roster
 * @error: return location
 *
 * Returns: %FALSE with #KP_STEP_ERROR as long as a mark of the interview isn't entered, or its room isn't opened
 */
gboolean
kp_total_check_interviewed (KpRoster *roster,
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

/* 实际参加面试人数: each time from the places of the list, so that it is all one how often the totals are made. */
static void
settle_turnout (Field *field)
{
  guint n_present = 0;
  guint n_direct;

  field->places = (guint) field->record->listed;
  if (field->dossiers->len == 0)
    return;
  for (guint i = 0; i < field->dossiers->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (field->dossiers, i);

      n_present += dossier->interview != NULL
                   && !g_str_equal (dossier->interview->state, kp_mark_state_get_name (KP_MARK_ABSENT));
    }
  n_direct = MIN (field->places, kp_direct_hires_count_places (field->hires, field->post->code));
  field->places = n_direct
                  + kp_turnout_decide (field->scheme, KP_TURNOUT_INTERVIEW, field->post, field->places - n_direct, n_present,
                                       &field->moved);
}

static GArray *
make_leftover_cases (GPtrArray *fields)
{
  GArray *cases = g_array_sized_new (FALSE, TRUE, sizeof (KpLeftoverCase), fields->len);

  for (guint i = 0; i < fields->len; i++)
    {
      const Field *field = g_ptr_array_index (fields, i);
      const KpLeftoverCase each = {
        .post = field->post->code,
        .street = field->post->street,
        .places = field->places,
        .n_filled = count_placed (field),
        .is_targeted = field->post->track != KP_TRACK_OPEN,
        .decision = kp_total_source_find_leftover (field->source, field->post->code),
      };

      g_array_append_val (cases, each);
    }
  return cases;
}

/* 面试后空额: places for which nobody has a place among the totals go where the scheme says. */
static void
move_leftovers (const KpScheme *scheme,
                GPtrArray *fields)
{
  g_autoptr (GArray) cases = make_leftover_cases (fields);
  g_autoptr (GPtrArray) results = NULL;

  if (scheme->leftover.at != KP_LEFTOVER_AT_INTERVIEW)
    return;
  results = kp_leftover_decide (&scheme->leftover, (const KpLeftoverCase *) (gconstpointer) cases->data, cases->len);
  for (guint i = 0; i < fields->len; i++)
    {
      const KpLeftoverResult *result = g_ptr_array_index (results, i);
      Field *field = g_ptr_array_index (fields, i);
      g_autofree char *before = field->moved;

      field->places = result->new_places;
      field->waits = result->needs_decision ? KP_POST_WAITS_TO_GIVE
                     : result->is_waiting ? KP_POST_WAITS_TO_TAKE
                                          : KP_POST_WAITS_FOR_NOTHING;
      field->moved = g_strconcat (before != NULL ? before : "", result->explanation, NULL);
    }
}

static gboolean
put_places (KpLedger *ledger,
            const Field *field,
            GError **error)
{
  KpPostRecord changed = *field->record;

  changed.places = field->places;
  changed.waits = field->waits;
  changed.vacated = field->moved != NULL && *field->moved != '\0' ? field->moved : NULL;
  return kp_ledger_put (ledger, &kp_post_table, &changed, error);
}

/* Everybody of every post, and the places that the turnout leaves, by which the lines are drawn. */
static KpTotalLines *
fill_fields (const KpScheme *scheme,
             KpRoster *roster,
             GPtrArray *posts,
             KpTotalSource *source,
             const KpDirectHires *hires,
             GPtrArray *fields)
{
  g_autofree guint *places = g_new0 (guint, posts->len + 1);
  KpTotalLines *lines;

  for (guint i = 0; i < posts->len; i++)
    {
      Field *field = field_new (scheme, roster, g_ptr_array_index (posts, i), source, hires);

      g_ptr_array_add (fields, field);
      settle_turnout (field);
      places[i] = field->places;
    }
  lines = kp_total_lines_new (scheme, roster, posts, places, source, hires);
  for (guint i = 0; i < fields->len; i++)
    ((Field *) g_ptr_array_index (fields, i))->lines = lines;
  return lines;
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
  g_autoptr (KpDirectHires) hires = NULL;
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (field_free);
  g_autoptr (KpTotalLines) lines = NULL;

  hires = source != NULL ? kp_direct_hires_load (session, roster, error) : NULL;
  if (hires == NULL)
    return FALSE;
  lines = fill_fields (scheme, roster, posts, source, hires, fields);
  decide_posts (scheme, fields, lines);
  move_leftovers (scheme, fields);
  for (guint i = 0; i < fields->len; i++)
    {
      const Field *field = g_ptr_array_index (fields, i);

      if (!put_post (session, ledger, field, tally, error) || (may_move && !put_places (ledger, field, error)))
        return FALSE;
    }
  return put_direct (session, ledger, roster, hires, tally, error);
}

/**
 * kp_total_load_leftovers:
 * @session: a session
 * @roster: its roster, with every mark of the interview
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type KpLeftoverCase): each post as the totals leave it, without decisions;
 *   %NULL with #KP_STEP_ERROR or #KP_DATA_ERROR
 */
GArray *
kp_total_load_leftovers (KpSession *session,
                         KpRoster *roster,
                         GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autoptr (KpTotalSource) source = kp_total_source_load (session, error);
  g_autoptr (KpDirectHires) hires = source != NULL ? kp_direct_hires_load (session, roster, error) : NULL;
  g_autoptr (GPtrArray) posts = hires != NULL ? kp_posts_list_going_on (session, error) : NULL;
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (field_free);
  g_autoptr (KpTotalLines) lines = NULL;
  GArray *cases;

  if (posts == NULL)
    return NULL;
  lines = fill_fields (scheme, roster, posts, source, hires, fields);
  decide_posts (scheme, fields, lines);
  cases = make_leftover_cases (fields);
  for (guint i = 0; i < cases->len; i++)
    g_array_index (cases, KpLeftoverCase, i).decision = NULL;
  return cases;
}

/**
 * kp_total_check_leftovers:
 * @session: a session
 * @error: return location
 *
 * Returns: %FALSE with #KP_STEP_ERROR as long as a post waits for the committee to say where empty places go
 */
gboolean
kp_total_check_leftovers (KpSession *session,
                          GError **error)
{
  g_autoptr (GPtrArray) posts
      = kp_table_select (kp_session_get_database (session), &kp_post_table, kp_session_get_campaign (session),
                         "AND waits = $2 ORDER BY post", KP_BINDS (KP_INT (KP_POST_WAITS_TO_GIVE)), error);

  if (posts == NULL || posts->len == 0)
    return posts != NULL;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Post %s has empty places, and by the scheme the committee decides where they go. Record its decision with "
                 "“kaopin decide FILE leftover %s POST=PLACES”, or with “stay” in place of POST=PLACES, and make the totals "
                 "once more."),
               ((const KpPostRecord *) g_ptr_array_index (posts, 0))->post,
               ((const KpPostRecord *) g_ptr_array_index (posts, 0))->post);
  return FALSE;
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
  g_autoptr (GPtrArray) posts = roster != NULL ? kp_posts_list_going_on (session, error) : NULL;
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
  if (roster == NULL || !kp_total_check_interviewed (roster, error))
    return FALSE;
  posts = kp_posts_list_going_on (session, error);
  if (posts == NULL)
    return FALSE;
  return total_posts (session, ledger, roster, posts, TRUE, tally, error)
         && kp_called_start (session, ledger, &tally->n_called, error) && kp_session_commit (session, ledger, error);
}
