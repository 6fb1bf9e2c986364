/* kp-contest-json.c – what a contest decided, as JSON: every number on the way, nobody's name.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-contest-json.h"

#include <string.h>

#define MIN_DECIMALS 2
#define MAX_DECIMALS 9

/* As many decimals as the value has, at least two; a value without an end keeps its fraction. */
static gchar *
dup_number (KpFraction value)
{
  for (guint decimals = MIN_DECIMALS; decimals <= MAX_DECIMALS; decimals++)
    if (kp_decimal_power (decimals) % value.den == 0)
      return kp_fraction_dup_decimal (value, decimals);

  return kp_fraction_dup_text (value);
}

static void
set_number (JsonObject *object,
            const char *key,
            KpFraction  value)
{
  g_autofree gchar *text = NULL;

  if (!kp_fraction_is_known (value))
    return;

  text = dup_number (value);
  json_object_set_string_member (object, key, text);
}

static void
set_mark (JsonObject *object,
          const char *key,
          KpMark      mark)
{
  set_number (object, key, kp_fraction_from_mark (mark));
}

/* A mark, or the name of why there is none; nothing as long as nobody entered one. */
static void
set_stated (JsonObject  *object,
            const char  *key,
            KpStatedMark stated)
{
  if (stated.state == KP_MARK_PRESENT)
    set_mark (object, key, stated.mark);
  else if (stated.state != KP_MARK_NOT_ENTERED)
    json_object_set_string_member (object, key, kp_mark_state_get_name (stated.state));
}

static void
set_verdict (JsonObject *verdicts,
             const char *id,
             gboolean    is_met)
{
  json_object_set_string_member (verdicts, id, kp_verdict_get_name (is_met ? KP_VERDICT_MET : KP_VERDICT_UNMET));
}

static void
add_findings (JsonObject      *object,
              const KpContest *contest,
              guint            index)
{
  g_autoptr (GPtrArray) findings = kp_contest_dup_findings (contest, index, KP_CHECK_REVIEW);
  JsonObject           *verdicts = json_object_new ();

  for (guint i = 0; i < findings->len; i++)
    {
      const KpFinding *finding = g_ptr_array_index (findings, i);

      json_object_set_string_member (verdicts, finding->requirement, kp_verdict_get_name (finding->verdict));
    }
  if (contest->scheme->registration.one_post)
    set_verdict (verdicts, "one_post", !contest->results[index].is_registered_twice);
  if (contest->scheme->registration.needs_payment)
    set_verdict (verdicts, "payment", !contest->results[index].is_unpaid);
  json_object_set_object_member (object, "findings", verdicts);
}

static void
add_written (JsonObject            *object,
             const KpContest       *contest,
             const KpContestResult *result)
{
  const gboolean is_exempt = result->shortlist.verdict == KP_SHORTLIST_EXEMPT;

  json_object_set_string_member (object, "state", kp_mark_state_get_name (result->written.state));
  json_object_set_string_member (object, "shortlist", kp_shortlist_verdict_get_name (result->shortlist.verdict));
  if (is_exempt)
    set_number (object, "written", result->with_bonus);
  if (is_exempt && contest->scheme->bonus.target == KP_BONUS_ON_TOTAL)
    set_mark (object, "bonus", result->bonus);
  if (result->written.state != KP_MARK_PRESENT)
    return;

  set_number (object, "paper", result->written.paper);
  set_mark (object, "bonus", result->bonus);
  set_number (object, "written", result->with_bonus);
  json_object_set_int_member (object, "written_place", result->shortlist.place.place);
}

/* The tests that the person took, each by the code of its part. */
static void
add_heats (JsonObject      *object,
           const KpContest *contest,
           guint            index)
{
  const GPtrArray *heats = contest->scheme->heats;
  JsonObject      *all;

  if (heats->len == 0)
    return;
  all = json_object_new ();
  for (guint i = 0; i < MIN (heats->len, KP_MAX_HEATS); i++)
    {
      const KpContestHeat *heat = &contest->results[index].heats[i];
      JsonObject          *own;

      if (!heat->is_in)
        continue;
      own = json_object_new ();
      json_object_set_string_member (own, "list", kp_shortlist_verdict_get_name (heat->list.verdict));
      set_number (own, "score", heat->score);
      json_object_set_int_member (own, "place", heat->list.place.place);
      json_object_set_object_member (all, ((const KpSchemeHeat *) g_ptr_array_index (heats, i))->other, own);
    }
  json_object_set_object_member (object, "heats", all);
}

static void
add_interview (JsonObject            *object,
               const KpContestResult *result)
{
  json_object_set_boolean_member (object, "interviewed", result->is_interviewed);
  set_stated (object, "raw", result->raw);
  set_stated (object, "interview", result->interview);
  set_number (object, "coefficient", result->coefficient);
  if (result->line.has_line)
    set_number (object, "line", result->line.line);
}

static void
add_total (JsonObject            *object,
           const KpContestResult *result)
{
  if (result->direct != KP_DIRECT_NONE)
    json_object_set_string_member (object, "direct", kp_direct_verdict_get_name (result->direct));
  if (result->formula == NULL && result->total.standing != KP_STANDING_DIRECT)
    return;

  if (result->formula != NULL)
    json_object_set_string_member (object, "formula", result->formula->id);
  json_object_set_string_member (object, "standing", kp_standing_get_name (result->total.standing));
  if (result->total.standing == KP_STANDING_RANKED || result->total.standing == KP_STANDING_BELOW_LINE
      || result->total.standing == KP_STANDING_BELOW_TOTAL_LINE)
    {
      set_mark (object, "total", result->total.total);
      set_number (object, "exact", result->total.exact);
    }
  json_object_set_int_member (object, "place", result->total.place.place);
  json_object_set_boolean_member (object, "undecided", result->total.place.is_undecided);
}

/* 最终成绩: only who was called to a background check that is scored. */
static void
add_final_total (JsonObject            *object,
                 const KpContestResult *result)
{
  const KpFinalTotalResult *final = &result->final_total;

  if (!result->has_final_total)
    return;

  json_object_set_string_member (object, "final_standing", kp_standing_get_name (final->standing));
  if (kp_standing_has_total (final->standing))
    {
      set_mark (object, "final_total", final->total);
      set_number (object, "final_exact", final->exact);
    }
  json_object_set_int_member (object, "final_place", final->place.place);
  json_object_set_boolean_member (object, "final_undecided", final->place.is_undecided);
}

/* The post whose place somebody holds: another than the own one where posts help each other out. */
static const KpSchemePost *
get_filled_post (const KpContest       *contest,
                 const KpContestResult *result)
{
  return ((const KpContestPost *) g_ptr_array_index (contest->posts, result->final.post))->post;
}

/* Nobody reports those whom a late look at the requirements takes off the final list: they left where it was taken. */
static KpStage
get_left_stage (const KpContest *contest,
                guint            index)
{
  const KpContestResult *result = &contest->results[index];
  const KpEntrant       *entrant = &contest->entrants[index];

  if (result->has_left)
    return result->left.stage;
  if (result->review == KP_REVIEW_FAIL
      || kp_qualify_decide_outcome (contest->scheme, result->post, &contest->facts[index], KP_CHECK_RECHECK, entrant->judged,
                                    entrant->n_judged)
             == KP_REVIEW_FAIL)
    return KP_STAGE_RECHECK;

  return KP_STAGE_BACKGROUND;
}

static JsonObject *
make_person (const KpContest *contest,
             guint            index)
{
  const KpContestResult *result = &contest->results[index];
  JsonObject            *object = json_object_new ();

  json_object_set_string_member (object, "number", contest->entrants[index].number);
  if (result->post != NULL)
    json_object_set_string_member (object, "post", result->post->code);
  json_object_set_string_member (object, "review", kp_review_outcome_get_name (result->review));
  add_findings (object, contest, index);
  add_written (object, contest, result);
  add_heats (object, contest, index);
  add_interview (object, result);
  add_total (object, result);
  add_final_total (object, result);
  json_object_set_string_member (object, "final", kp_final_verdict_get_name (result->final.verdict));
  json_object_set_int_member (object, "round", result->final.round);
  if (result->final.verdict == KP_FINAL_IN || result->final.verdict == KP_FINAL_SUBSTITUTE)
    json_object_set_string_member (object, "fills", get_filled_post (contest, result)->code);
  if (result->has_left || result->final.verdict == KP_FINAL_LEFT)
    json_object_set_string_member (object, "left_at", kp_stage_get_name (get_left_stage (contest, index)));
  json_object_set_boolean_member (object, "hired", result->is_hired);
  json_object_set_boolean_member (object, "reserve", result->is_in_reserve);
  if (result->chosen != NULL)
    json_object_set_string_member (object, "chosen", result->chosen);

  return object;
}

static JsonObject *
make_post (const KpContest     *contest,
           const KpContestPost *post)
{
  JsonObject       *object = json_object_new ();
  g_autofree gchar *tie = kp_contest_dup_tie_reason (contest, post);
  g_autofree gchar *why = g_strconcat (post->why != NULL ? post->why : "", tie, NULL);

  json_object_set_string_member (object, "post", post->post->code);
  json_object_set_string_member (object, "opening",
                                 post->needs_decision ? "decide" : kp_quota_outcome_get_name (post->opening));
  json_object_set_int_member (object, "registered", post->n_registered);
  json_object_set_int_member (object, "passed", post->n_passed);
  json_object_set_int_member (object, "places", post->places);
  if (contest->scheme->direct_hire.when != NULL)
    json_object_set_int_member (object, "direct_places", post->n_direct);
  json_object_set_int_member (object, "wanted", post->shortlist.wanted);
  json_object_set_int_member (object, "entered", post->shortlist.n_entered);
  if (post->has_line)
    set_mark (object, "line", post->line);
  json_object_set_boolean_member (object, "line_open", post->is_line_open);
  json_object_set_int_member (object, "called", post->n_called);
  json_object_set_int_member (object, "empty", post->n_empty);
  json_object_set_string_member (object, "why", why);

  return object;
}

/**
 * kp_contest_to_json:
 * @contest: a contest
 *
 * Lays out all that was decided: "persons" by registration number and "posts" by code, each with every number that the
 * scheme's rules gave on the way. Nothing of it is personal but the numbers that came in.
 *
 * Returns: (transfer full): the object
 */
JsonObject *
kp_contest_to_json (const KpContest *contest)
{
  JsonObject *object = json_object_new ();
  JsonObject *persons = json_object_new ();
  JsonObject *posts = json_object_new ();

  for (guint i = 0; i < contest->n_entrants; i++)
    json_object_set_object_member (persons, contest->entrants[i].number, make_person (contest, i));
  for (guint i = 0; i < contest->posts->len; i++)
    {
      const KpContestPost *post = g_ptr_array_index (contest->posts, i);

      json_object_set_object_member (posts, post->post->code, make_post (contest, post));
    }
  json_object_set_object_member (object, "persons", persons);
  json_object_set_object_member (object, "posts", posts);

  return object;
}
