/* kp-final.c – the final lists of all posts: the first one, and round after round who is called for whom.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* domain.md W9, two places, two rounds at most (K5 is below the interview line and has no place):
 *
 *                     K1    K2    K3    K4    K5
 *   place              1     2     4     3     –
 *   first list        in    in   out   out   no place
 *   1 K2 fails        in  left   out   sub
 *   2 K4 waives       in  left   sub  left
 *   3 K3 fails        in  left  left  left            one place stays empty: the two rounds are used up
 *
 * A tie across the last place calls nobody who is tied; it is asked again in each later round, since one of the tied may
 * have left, or somebody before them, so that there is a place for each. Where the scheme calls all of them (takes_tied) the
 * list is longer than the places, and the tie is parted only before somebody is hired. Places are never renumbered. */

#include "kp-substitution-private.h"

static gboolean
is_in (const KpFinalResult *result)
{
  return result->verdict == KP_FINAL_IN || result->verdict == KP_FINAL_SUBSTITUTE;
}

/**
 * kp_final_leave_empty:
 * @run: the lists on their way
 * @post: index of the post
 * @vacancy: why one of its places stays empty
 * @round: the round; 0 = the first list
 * @leaving: who left it, where the reason needs it
 *
 * Notes the reason, each sentence once.
 */
void
kp_final_leave_empty (KpFinalRun *run,
                      guint       post,
                      KpVacancy   vacancy,
                      guint       round,
                      KpLeaving   leaving)
{
  g_autofree gchar *sentence = kp_vacancy_dup_sentence (run, vacancy, round, leaving);

  run->final->posts[post].vacancy = vacancy;
  if (g_strstr_len (run->fields[post].why->str, -1, sentence) == NULL)
    g_string_append (run->fields[post].why, sentence);
}

/**
 * kp_final_count_round:
 * @run: the lists on their way
 * @post: index of the post
 * @round: a round in which somebody was called for it
 *
 * Counts the round, once, for the post and for each rule that allowed it.
 */
void
kp_final_count_round (KpFinalRun *run,
                      guint       post,
                      guint       round)
{
  KpFinalField *field = &run->fields[post];

  if (field->counted == round)
    return;

  field->counted = round;
  run->final->posts[post].n_rounds++;
  for (guint i = 0; i < run->policy->rules->len; i++)
    {
      field->n_times[i] += field->may_count[i] ? 1 : 0;
      field->may_count[i] = FALSE;
    }
}

/* Takes @n_free of the post's own ranking; those tied across the end are UNDECIDED, and the answer is FALSE. */
static gboolean
take_next (KpFinalRun *run,
           guint       post,
           guint       n_free,
           guint       round,
           guint      *n_taken)
{
  KpFinalField           *field = &run->fields[post];
  g_autofree KpRankPlace *places = g_new0 (KpRankPlace, field->n_members + 1);
  g_autofree gboolean    *may_enter = g_new0 (gboolean, field->n_members + 1);
  KpRankCut               cut;
  gboolean                is_decided;

  for (guint i = 0; i < field->n_members; i++)
    {
      KpFinalResult *result = &run->final->persons[field->members[i]];

      if (result->verdict == KP_FINAL_UNDECIDED)
        *result = (KpFinalResult) { .verdict = KP_FINAL_OUT, .post = post }; /* asked anew */
      places[i] = run->persons[field->members[i]].place;
      may_enter[i] = result->verdict == KP_FINAL_OUT;
    }
  cut = kp_rank_find_cut (places, may_enter, field->n_members, n_free);
  is_decided = cut.n_above + cut.n_on_cut <= n_free || run->list->takes_tied;
  *n_taken = 0;
  for (guint i = 0; i < field->n_members; i++)
    {
      KpFinalResult *result = &run->final->persons[field->members[i]];

      if (!may_enter[i] || places[i].place > cut.place)
        continue;
      result->round = round;
      if (places[i].place == cut.place && !is_decided)
        {
          result->verdict = KP_FINAL_UNDECIDED;
          continue;
        }
      result->verdict = round > 0 ? KP_FINAL_SUBSTITUTE : KP_FINAL_IN;
      result->entered = round;
      *n_taken += 1;
    }
  field->n_in += *n_taken;

  return is_decided;
}

/* How many are tied across the end of the first list. */
static guint
count_waiting (const KpFinalRun *run,
               guint             post)
{
  const KpFinalField *field = &run->fields[post];
  guint               n = 0;

  for (guint i = 0; i < field->n_members; i++)
    {
      const KpFinalResult *result = &run->final->persons[field->members[i]];

      n += result->verdict == KP_FINAL_UNDECIDED && result->round == 0;
    }

  return n;
}

/* Nobody of the post can be called yet; who would be isn't said either. */
static void
wait (KpFinalRun *run,
      guint       post)
{
  const KpFinalField *field = &run->fields[post];

  for (guint i = 0; i < field->n_members; i++)
    {
      KpFinalResult *result = &run->final->persons[field->members[i]];

      if (result->verdict == KP_FINAL_OUT)
        result->verdict = KP_FINAL_UNDECIDED;
    }
  run->final->posts[post].vacancy = KP_VACANCY_PENDING;
}

/* FALSE while a tie lies across the end of the first list. */
static gboolean
make_first_list (KpFinalRun *run,
                 guint       post)
{
  KpFinalPost  *result = &run->final->posts[post];
  KpFinalField *field = &run->fields[post];
  guint         n_taken;
  gboolean      is_decided;

  result->wanted = kp_physical_count_wanted (run->list, result->places);
  if (field->is_pending)
    {
      wait (run, post);
      return FALSE;
    }
  is_decided = take_next (run, post, result->wanted - MIN (result->wanted, result->n_called), 0, &n_taken);
  result->n_called += n_taken;
  if (!is_decided)
    kp_final_leave_empty (run, post, KP_VACANCY_UNDECIDED, 0, (KpLeaving) { 0 });
  else if (result->n_called < result->places)
    {
      kp_final_leave_empty (run, post, KP_VACANCY_NOBODY_LEFT, 0, (KpLeaving) { 0 });
      field->n_open = result->places - result->n_called;
    }

  return is_decided;
}

/* Who leaves in this round, for whatever cause; nobody leaves twice. */
static void
leave (KpFinalRun *run,
       guint       round)
{
  for (guint i = run->round_from; i < run->round_to; i++)
    {
      const KpFinalDeparture *departure = &run->departures[i];
      KpFinalResult          *result = &run->final->persons[departure->person];

      if (result->verdict == KP_FINAL_LEFT || result->verdict == KP_FINAL_NO_PLACE)
        continue;

      run->has_effect[i] = TRUE;
      if (is_in (result))
        run->fields[result->post].n_in--;
      *result = (KpFinalResult) {
        .verdict = KP_FINAL_LEFT,
        .round = round,
        .post = result->post,
        .was_in = is_in (result),
        .entered = result->entered,
      };
    }
}

/* Asks for each place that was left in this round whether it may be filled. @has_changed tells whether anybody of the
 * post left at all: also one of those who are tied may have. */
static guint
count_answerable (KpFinalRun *run,
                  guint       post,
                  guint       round,
                  gboolean   *has_changed)
{
  guint n = 0;

  *has_changed = FALSE;
  for (guint i = run->round_from; i < run->round_to; i++)
    {
      const KpFinalDeparture *departure = &run->departures[i];
      const KpFinalResult    *result = &run->final->persons[departure->person];
      KpVacancy               vacancy;
      guint                   rule;

      if (!run->has_effect[i] || result->post != post)
        continue;
      *has_changed = TRUE;
      if (!result->was_in)
        continue;

      vacancy = kp_substitution_decide_leaving (run, post, departure->leaving);
      if (vacancy == KP_VACANCY_NONE && departure->hold != KP_HOLD_NONE)
        vacancy = departure->hold == KP_HOLD_REFUSED ? KP_VACANCY_REFUSED : KP_VACANCY_RESERVE;
      if (vacancy != KP_VACANCY_NONE)
        {
          if (run->fields[post].n_in < run->final->posts[post].places)
            kp_final_leave_empty (run, post, vacancy, round, departure->leaving);
          continue;
        }
      rule = kp_substitution_find_rule (run->policy, departure->leaving);
      if (rule < run->policy->rules->len)
        run->fields[post].may_count[rule] = TRUE;
      n++;
    }

  return n;
}

/* How many places there are for substitutes when @n_free were left and @n_kept of them belong to somebody already. */
static guint
limit_to_places (const KpFinalRun *run,
                 guint             post,
                 guint             n_free,
                 guint             n_kept)
{
  const guint n_places = run->final->posts[post].places;

  return MIN (n_free, n_places - MIN (n_places, run->fields[post].n_in + n_kept));
}

static void
substitute (KpFinalRun *run,
            guint       post,
            guint       round)
{
  KpFinalField *field = &run->fields[post];
  KpFinalPost  *result = &run->final->posts[post];
  guint         n_free, n_taken;
  guint         n_first = 0; /* places of the first list that wait for a tie */
  gboolean      has_changed, is_decided;

  n_free = count_answerable (run, post, round, &has_changed) + field->n_waiting;
  if (!has_changed || field->is_pending)
    return;
  if (count_waiting (run, post) > 0 && !make_first_list (run, post))
    n_first = result->wanted - result->n_called;
  /* Nobody behind the tied is called before them; together with what was left there may be a place for each. */
  if (n_first > 0 && count_waiting (run, post) > n_first + limit_to_places (run, post, n_free, n_first))
    {
      field->n_waiting = n_free;
      return;
    }
  n_free = n_first + limit_to_places (run, post, n_free, n_first);
  field->n_waiting = 0;
  if (n_free == 0)
    return;

  if (n_first == 0 && run->policy->from == KP_SUBSTITUTES_FROM_ALL)
    {
      field->n_open += n_free;
      kp_final_leave_empty (run, post, KP_VACANCY_NOBODY_LEFT, round, (KpLeaving) { 0 });
      return;
    }
  is_decided = take_next (run, post, n_free, round, &n_taken);
  if (n_taken > 0)
    kp_final_count_round (run, post, round);
  if (!is_decided)
    {
      field->n_waiting = n_free - n_taken;
      kp_final_leave_empty (run, post, KP_VACANCY_UNDECIDED, round, (KpLeaving) { 0 });
    }
  else if (n_taken < n_free)
    {
      field->n_open += n_free - n_taken;
      kp_final_leave_empty (run, post, KP_VACANCY_NOBODY_LEFT, round, (KpLeaving) { 0 });
    }
}

/* What says who of a list gets the places: the total by which it was called, or the one that was made since. */
static const KpRankPlace *
get_last_place (const KpFinalRun *run,
                guint             person)
{
  return run->last != NULL ? &run->last[person] : &run->persons[person].place;
}

/* Somebody who is called has no place in the final total yet. */
static gboolean
waits_for_score (const KpFinalRun *run,
                 guint             post)
{
  const KpFinalField *field = &run->fields[post];

  for (guint i = 0; i < field->n_members; i++)
    {
      const guint index = field->members[i];

      if (is_in (&run->final->persons[index]) && get_last_place (run, index)->place == 0)
        return TRUE;
    }

  return FALSE;
}

/* Of a list longer than the places the best are hired; a tie across the last place hires none of the tied. Answers the
 * last place that is, and the last that still may be. */
static guint
find_last_hired (KpFinalRun *run,
                 guint       post,
                 guint      *last_waiting)
{
  const KpFinalField     *field = &run->fields[post];
  const KpFinalPost      *result = &run->final->posts[post];
  g_autofree KpRankPlace *places = g_new0 (KpRankPlace, field->n_members + 1);
  g_autofree gboolean    *may_enter = g_new0 (gboolean, field->n_members + 1);
  KpRankCut               cut;

  *last_waiting = G_MAXUINT;
  if (waits_for_score (run, post))
    {
      kp_final_leave_empty (run, post, KP_VACANCY_SCORE, 0, (KpLeaving) { 0 });
      return 0;
    }
  if (field->n_in <= result->places)
    return G_MAXUINT;

  for (guint i = 0; i < field->n_members; i++)
    {
      const KpFinalResult *member = &run->final->persons[field->members[i]];

      places[i] = *get_last_place (run, field->members[i]);
      may_enter[i] = is_in (member) && member->post == post;
    }
  cut = kp_rank_find_cut (places, may_enter, field->n_members, result->places);
  *last_waiting = cut.place;
  if (cut.n_above + cut.n_on_cut <= result->places)
    return cut.place;

  kp_final_leave_empty (run, post, KP_VACANCY_UNDECIDED, 0, (KpLeaving) { 0 });
  return cut.place - 1;
}

static void
hire (KpFinalRun *run,
      guint       post)
{
  KpFinalPost        *result = &run->final->posts[post];
  const KpFinalField *field = &run->fields[post];
  const gboolean      is_own = run->policy->from == KP_SUBSTITUTES_FROM_POST;
  const guint         n = is_own ? field->n_members : run->final->n_persons;
  guint               last_waiting;
  const guint         last = find_last_hired (run, post, &last_waiting);
  guint               n_hired = 0;

  for (guint i = 0; i < n; i++)
    {
      const guint    index = is_own ? field->members[i] : i;
      KpFinalResult *person = &run->final->persons[index];

      if (person->post != post || !is_in (person))
        continue;
      person->is_surplus = get_last_place (run, index)->place > last_waiting;
      if (get_last_place (run, index)->place > last)
        continue;
      person->is_hired = TRUE;
      n_hired++;
    }
  result->n_empty = result->places - n_hired;
  if (result->n_empty == 0)
    {
      result->vacancy = KP_VACANCY_NONE;
      g_string_truncate (field->why, 0);
    }
  result->why = g_string_free (g_steal_pointer (&run->fields[post].why), FALSE);
}

/* By round, then by what decides the answer, so that it never depends on who was entered first. */
static int
compare_departures (const void *a,
                    const void *b,
                    G_GNUC_UNUSED void *data)
{
  const KpFinalDeparture *first = a;
  const KpFinalDeparture *second = b;

  if (first->round != second->round)
    return first->round < second->round ? -1 : 1;
  if (first->leaving.stage != second->leaving.stage)
    return first->leaving.stage < second->leaving.stage ? -1 : 1;
  if (first->leaving.cause != second->leaving.cause)
    return first->leaving.cause < second->leaving.cause ? -1 : 1;

  return (gint) first->hold - (gint) second->hold;
}

static void
begin (KpFinalRun     *run,
       const guint    *places,
       const gboolean *is_pending)
{
  KpFinal *final = run->final;
  guint   *next = run->members = g_new0 (guint, final->n_persons + 1);

  for (guint i = 0; i < final->n_persons; i++)
    {
      final->persons[i].verdict = run->persons[i].place.place > 0 ? KP_FINAL_OUT : KP_FINAL_NO_PLACE;
      final->persons[i].post = run->persons[i].post;
      run->fields[run->persons[i].post].n_members++;
    }
  for (guint i = 0; i < final->n_posts; i++)
    {
      final->posts[i].places = places[i];
      run->fields[i].is_pending = is_pending != NULL && is_pending[i];
      run->fields[i].members = next;
      next += run->fields[i].n_members;
      run->fields[i].n_members = 0;
      run->fields[i].n_times = g_new0 (guint, run->policy->rules->len + 1);
      run->fields[i].may_count = g_new0 (gboolean, run->policy->rules->len + 1);
      run->fields[i].why = g_string_new (NULL);
    }
  for (guint i = 0; i < final->n_persons; i++)
    {
      KpFinalField *field = &run->fields[run->persons[i].post];

      field->members[field->n_members++] = i;
    }
}

/* Rounds in which nobody leaves have nothing to answer. */
static void
answer_round (KpFinalRun *run)
{
  const guint round = run->departures[run->round_to].round;

  run->round_from = run->round_to;
  while (run->round_to < run->n_departures && run->departures[run->round_to].round == round)
    run->round_to++;
  leave (run, round);
  for (guint i = 0; i < run->final->n_posts; i++)
    substitute (run, i, round);
  kp_final_fill_from_campaign (run, round);
}

static void
end (KpFinalRun *run)
{
  for (guint i = 0; i < run->final->n_posts; i++)
    {
      hire (run, i);
      g_free (run->fields[i].n_times);
      g_free (run->fields[i].may_count);
    }
  g_free (run->fields);
  g_free (run->members);
  g_free (run->has_effect);
}

/**
 * kp_final_decide_anew:
 * @policy: until when, for which causes, how often and from where substitutes come
 * @list: how many stand on the first list, and how many rounds there are in all
 * @order: the stages of the campaign, in its own order
 * @places: (array length=n_posts): places of each post
 * @is_pending: (nullable) (array length=n_posts): posts of which something isn't known yet, a decision or a mark: all their
 *   ranked persons are UNDECIDED; NULL = none
 * @n_posts: how many
 * @persons: (array length=n_persons): everybody who has a standing in the totals
 * @last: (nullable) (array length=n_persons): 最终成绩: the places by which those who are called get the places of their
 *   post, where a score was added since; as long as one of them has none it isn't known who does. NULL = as called
 * @n_persons: how many
 * @departures: (array length=n_departures): who left, by rounds; all of one round leave before anybody is called
 * @n_departures: how many
 * @fits: (nullable): who may fill a place of another post, asked only where the whole campaign substitutes; NULL = everybody
 * @fits_data: (nullable): for @fits
 *
 * Makes the first list of each post, then answers round after round. A departure is answered when its rule allows it;
 * its round counts once for the rule and once for the post when somebody was called in it. The order of @persons and of
 * @departures never matters. Pure and safe from any thread.
 *
 * Returns: (transfer full): what became of everybody, and the places that stay empty with the reason.
 */
KpFinal *
kp_final_decide_anew (const KpSubstitutionPolicy *policy,
                      const KpPhysicalPolicy     *list,
                      const KpStageOrder         *order,
                      const guint                *places,
                      const gboolean             *is_pending,
                      guint                       n_posts,
                      const KpFinalPerson        *persons,
                      const KpRankPlace          *last,
                      guint                       n_persons,
                      const KpFinalDeparture     *departures,
                      guint                       n_departures,
                      KpFinalFits                 fits,
                      gconstpointer               fits_data)
{
  g_autofree KpFinalDeparture *sorted = g_new0 (KpFinalDeparture, n_departures + 1);
  KpFinal                     *final = g_new0 (KpFinal, 1);
  KpFinalRun                   run = { .policy = policy, .list = list, .order = order, .persons = persons, .final = final };

  *final = (KpFinal) { g_new0 (KpFinalResult, n_persons + 1), n_persons, g_new0 (KpFinalPost, n_posts + 1), n_posts };
  run.departures = sorted;
  run.last = last;
  run.fits = fits;
  run.fits_data = fits_data;
  run.n_departures = n_departures;
  run.fields = g_new0 (KpFinalField, n_posts + 1);
  run.has_effect = g_new0 (gboolean, n_departures + 1);
  begin (&run, places, is_pending);
  for (guint i = 0; i < n_departures; i++)
    sorted[i] = departures[i];
  g_qsort_with_data (sorted, (int) n_departures, sizeof (KpFinalDeparture), compare_departures, NULL);

  for (guint i = 0; i < n_posts; i++)
    make_first_list (&run, i);
  kp_final_fill_from_campaign (&run, 0);
  while (run.round_to < n_departures && sorted[run.round_to].round == 0)
    run.round_to++;
  while (run.round_to < n_departures)
    answer_round (&run);
  end (&run);

  return final;
}

/**
 * kp_final_decide:
 * @policy: as kp_final_decide_anew() takes it
 * @list: as kp_final_decide_anew() takes it
 * @order: as kp_final_decide_anew() takes it
 * @places: as kp_final_decide_anew() takes them
 * @is_pending: as kp_final_decide_anew() takes them
 * @n_posts: how many
 * @persons: as kp_final_decide_anew() takes them
 * @n_persons: how many
 * @departures: as kp_final_decide_anew() takes them
 * @n_departures: how many
 * @fits: as kp_final_decide_anew() takes it
 * @fits_data: for @fits
 *
 * Returns: (transfer full): the same where the total that called them also says who gets the places
 */
KpFinal *
kp_final_decide (const KpSubstitutionPolicy *policy,
                 const KpPhysicalPolicy     *list,
                 const KpStageOrder         *order,
                 const guint                *places,
                 const gboolean             *is_pending,
                 guint                       n_posts,
                 const KpFinalPerson        *persons,
                 guint                       n_persons,
                 const KpFinalDeparture     *departures,
                 guint                       n_departures,
                 KpFinalFits                 fits,
                 gconstpointer               fits_data)
{
  return kp_final_decide_anew (policy, list, order, places, is_pending, n_posts, persons, NULL, n_persons, departures,
                               n_departures, fits, fits_data);
}

/**
 * kp_final_free:
 * @final: (nullable) (transfer full): an answer of kp_final_decide()
 */
void
kp_final_free (KpFinal *final)
{
  if (final == NULL)
    return;

  for (guint i = 0; i < final->n_posts; i++)
    g_free (final->posts[i].why);
  g_free (final->posts);
  g_free (final->persons);
  g_free (final);
}
