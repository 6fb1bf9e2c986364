/* kp-called.c – who is called to the physical examination and the background check.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-called.h"

#include <string.h>

#include "kp-approval.h"
#include "kp-candidate.h"
#include "kp-departure.h"
#include "kp-direct-hires.h"
#include "kp-entrants.h"
#include "kp-opening.h"
#include "kp-reserve.h"
#include "kp-substitution.h"

/* The way of one place, physical first (the scheme may turn the two round):
 *
 *   called to the physical ─ pass → called to the background check ─ pass → may be proposed
 *              └──────────── fail or waived ──────┴── fail or waived → the next in the ranking is called to the physical
 *
 * Who leaves after that (kp-step-depart.c) is followed in the same way, or from the reserve pool, or by nobody. */

/* Everybody who has a total, and who of them left. */
typedef struct
{
  const KpScheme *scheme;
  KpEntrants *entrants;       /* where posts help each other out: who meets what another post asks; else NULL */
  GPtrArray *posts;           /* (element-type KpPostRecord): those that go on */
  GPtrArray *approvals;       /* of kp_approvals_load() */
  GHashTable *hired;          /* of kp_direct_map_hired() */
  guint *places;              /* of each */
  gboolean *is_pending;       /* of each: somebody's total is still open, so nobody is called */
  const KpDossier **dossiers; /* of each person */
  guint *indexes;             /* of each person, in the roster and in `entrants` */
  KpFinalPerson *persons;
  guint n_persons;
  KpFinalDeparture *departures;
  guint n_departures;
} Field;

static void
field_clear (Field *field)
{
  g_clear_pointer (&field->entrants, kp_entrants_free);
  g_clear_pointer (&field->posts, g_ptr_array_unref);
  g_clear_pointer (&field->approvals, g_ptr_array_unref);
  g_clear_pointer (&field->hired, g_hash_table_unref);
  g_clear_pointer (&field->places, g_free);
  g_clear_pointer (&field->is_pending, g_free);
  g_clear_pointer (&field->dossiers, g_free);
  g_clear_pointer (&field->indexes, g_free);
  g_clear_pointer (&field->persons, g_free);
  g_clear_pointer (&field->departures, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Field, field_clear)

static gboolean
is_passed (const KpFitnessRecord *fitness)
{
  return fitness != NULL && g_str_equal (fitness->outcome, "pass");
}

/**
 * kp_called_get_first_kind:
 * @scheme: a scheme
 *
 * Returns: (transfer none): which of physical and background comes first in this campaign; the other one is only for
 * those who passed
 */
const char *
kp_called_get_first_kind (const KpScheme *scheme)
{
  const gint physical = kp_stage_order_get_position (&scheme->stages, KP_STAGE_PHYSICAL);
  const gint background = kp_stage_order_get_position (&scheme->stages, KP_STAGE_BACKGROUND);

  return background >= 0 && (physical < 0 || background < physical) ? KP_CALLED_BACKGROUND : KP_CALLED_PHYSICAL;
}

static const KpFitnessRecord *
get_fitness (const KpDossier *dossier,
             const char *kind)
{
  return g_str_equal (kind, KP_CALLED_PHYSICAL) ? dossier->physical : dossier->background;
}

static gboolean
call (KpSession *session,
      KpLedger *ledger,
      const KpDossier *dossier,
      const char *kind,
      guint round,
      GError **error)
{
  KpFitnessRecord record = {
    .campaign = kp_session_get_campaign (session),
    .application = dossier->application->application,
    .kind = kind,
    .round = round,
    .left_round = KP_NO_INT,
    .outcome = "called",
  };

  return kp_ledger_insert (ledger, &kp_fitness_table, &record, error);
}

static void
add_departure (Field *field,
               const KpDossier *dossier)
{
  KpFinalDeparture departure = { .person = field->n_persons };
  const char *post;

  if (!kp_departure_find (field->scheme, dossier, &departure))
    return;
  post = dossier->departure != NULL ? dossier->departure->post : dossier->total->post;
  if (kp_approvals_decide (field->scheme, field->approvals, post, departure.round) == KP_APPROVAL_REFUSED)
    departure.hold = KP_HOLD_REFUSED;
  field->departures[field->n_departures++] = departure;
}

/* Who is hired without exam isn't decided yet. */
static gboolean
is_open_direct (const KpTotalRecord *total)
{
  return total->is_undecided != 0 && g_str_equal (total->outcome, kp_standing_get_name (KP_STANDING_DIRECT));
}

static void
add_person (Field *field,
            const KpDossier *dossier,
            guint index,
            guint post)
{
  KpFinalPerson *person = &field->persons[field->n_persons];

  person->post = post;
  field->is_pending[post] |= g_str_equal (dossier->total->outcome, kp_standing_get_name (KP_STANDING_OPEN))
                             || is_open_direct (dossier->total);
  if (dossier->total->place != KP_NO_INT)
    {
      person->place.place = (guint) kp_direct_get_final_place (field->hired, dossier->total, dossier->total->place);
      person->place.is_undecided = dossier->total->is_undecided != 0;
      person->total = dossier->total->total != KP_NO_INT ? dossier->total->total : 0;
    }
  add_departure (field, dossier);
  field->indexes[field->n_persons] = index;
  field->dossiers[field->n_persons++] = dossier;
}

/* 跨岗位递补: whoever doesn't meet what the other post asks isn't called to it; as kp-contest-finish.c has it. */
static guint
fits (guint person,
      guint post_index,
      gconstpointer data)
{
  const Field *field = data;
  const KpScheme *scheme = field->scheme;
  const KpPostRecord *post = g_ptr_array_index (field->posts, post_index);
  const KpSchemePost *to = kp_scheme_get_post (scheme, post->post);
  const KpSchemePost *from = kp_scheme_get_post (scheme, field->dossiers[person]->total->post);
  const KpEntrant *entrant = kp_entrants_get (field->entrants, field->indexes[person]);
  KpCandidateFacts facts = entrant->facts;
  KpCandidateFacts moved = entrant->facts;

  kp_scheme_adapt_facts (scheme, from, &facts);
  kp_scheme_adapt_facts (scheme, to, &moved);
  return kp_scheme_may_compare (scheme, kp_scheme_decide_total (scheme, from, &facts, FALSE), to, FALSE)
                 && kp_qualify_decide_move (scheme, from, to, &moved, entrant->judged, entrant->n_judged)
             ? kp_substitution_policy_find_wave (&scheme->substitution, &moved)
             : 0;
}

static gboolean
fill_field (Field *field,
            KpSession *session,
            KpRoster *roster,
            GError **error)
{
  const guint n = kp_roster_get_n_dossiers (roster);

  field->scheme = kp_session_get_scheme (session);
  field->posts = kp_posts_list_going_on (session, error);
  field->approvals = field->posts != NULL ? kp_approvals_load (session, error) : NULL;
  if (field->approvals == NULL)
    return FALSE;
  if (field->scheme->substitution.from != KP_SUBSTITUTES_FROM_POST)
    {
      field->entrants = kp_entrants_load (session, NULL, error);
      if (field->entrants == NULL)
        return FALSE;
    }
  field->hired = kp_direct_map_hired (roster);
  field->places = g_new0 (guint, field->posts->len + 1);
  field->is_pending = g_new0 (gboolean, field->posts->len + 1);
  field->dossiers = g_new0 (const KpDossier *, n + 1);
  field->indexes = g_new0 (guint, n + 1);
  field->persons = g_new0 (KpFinalPerson, n + 1);
  field->departures = g_new0 (KpFinalDeparture, n + 1);
  for (guint i = 0; i < field->posts->len; i++)
    {
      const KpPostRecord *post = g_ptr_array_index (field->posts, i);

      field->places[i] = (guint) post->places;
      field->is_pending[i] = post->waits != KP_POST_WAITS_FOR_NOTHING;
      for (guint j = 0; j < n; j++)
        {
          const KpDossier *dossier = kp_roster_get_dossier (roster, j);

          if (dossier->total != NULL && g_str_equal (dossier->total->post, post->post))
            add_person (field, dossier, j, i);
        }
    }
  return TRUE;
}

/* The check that follows the first one; NULL where the scheme has only one. */
static const char *
get_second_kind (const KpScheme *scheme)
{
  if (!kp_stage_order_contains (&scheme->stages, KP_STAGE_PHYSICAL)
      || !kp_stage_order_contains (&scheme->stages, KP_STAGE_BACKGROUND))
    return NULL;
  return g_str_equal (kp_called_get_first_kind (scheme), KP_CALLED_PHYSICAL) ? KP_CALLED_BACKGROUND : KP_CALLED_PHYSICAL;
}

static gboolean
is_called_by_rule (const KpFinalResult *result)
{
  return result->verdict == KP_FINAL_IN || result->verdict == KP_FINAL_SUBSTITUTE;
}

static const char *
get_post (const Field *field,
          const KpFinalResult *result)
{
  return ((const KpPostRecord *) g_ptr_array_index (field->posts, result->post))->post;
}

/* A substitution that still has to be approved calls nobody. */
static gboolean
is_called_now (const Field *field,
               const KpFinalResult *result)
{
  const char *post = get_post (field, result);

  return is_called_by_rule (result) && kp_approvals_decide (field->scheme, field->approvals, post, result->round) != KP_APPROVAL_OPEN;
}

static KpFinal *
decide_final (const Field *field)
{
  return kp_final_decide (&field->scheme->substitution, &field->scheme->physical.policy, &field->scheme->stages,
                          field->places, field->is_pending, field->posts->len, field->persons, field->n_persons, field->departures,
                          field->n_departures, field->entrants != NULL ? fits : NULL, field);
}

/* The first lists, and whoever is called for those who left (rules/kp-final.c). */
static gboolean
call_next (KpSession *session,
           KpLedger *ledger,
           KpRoster *roster,
           guint *n_called,
           GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  const char *kind = kp_called_get_first_kind (scheme);
  g_auto (Field) field = { 0 };
  g_autoptr (KpFinal) final = NULL;

  if (!fill_field (&field, session, roster, error))
    return FALSE;
  final = decide_final (&field);
  for (guint i = 0; i < final->n_persons; i++)
    {
      if (!is_called_now (&field, &final->persons[i]) || get_fitness (field.dossiers[i], kind) != NULL)
        continue;
      if (!call (session, ledger, field.dossiers[i], kind, final->persons[i].round, error))
        return FALSE;
      *n_called += 1;
    }
  return TRUE;
}

/**
 * kp_called_note_rounds:
 * @session: a session
 * @ledger: of its unit of work
 * @roster: its roster, with the results as they are written
 * @error: return location
 *
 * All that were entered together leave in one round of their post; where posts help each other out, of the campaign.
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_called_note_rounds (KpSession *session,
                       KpLedger *ledger,
                       KpRoster *roster,
                       GError **error)
{
  const gboolean is_shared
      = kp_session_get_scheme (session)->substitution.from != KP_SUBSTITUTES_FROM_POST;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const KpFitnessRecord *failed = kp_departure_get_failed (dossier);
      KpFitnessRecord changed;

      if (failed == NULL || failed->left_round != KP_NO_INT)
        continue;
      changed = *failed;
      changed.left_round = kp_departure_get_next_round (roster, is_shared ? NULL : dossier->application->post);
      if (!kp_ledger_update (ledger, &kp_fitness_table, &changed, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
remove_calls (KpSession *session,
              KpLedger *ledger,
              GError **error)
{
  g_autoptr (GPtrArray) calls = kp_table_select (kp_session_get_database (session), &kp_fitness_table,
                                                 kp_session_get_campaign (session), "", KP_NO_BINDS, error);

  if (calls == NULL)
    return FALSE;
  for (guint i = 0; i < calls->len; i++)
    {
      if (!kp_ledger_remove (ledger, &kp_fitness_table, g_ptr_array_index (calls, i), error))
        return FALSE;
    }
  return TRUE;
}

/**
 * kp_called_start:
 * @session: a session
 * @ledger: of kp_session_begin(); totals are written
 * @n_called: (out): how many were called
 * @error: return location
 *
 * 体检(考察)人选: calls those within the places of each post, as the scheme's ratio says. Calls made from earlier totals
 * are withdrawn; results can't exist yet, since the stage has not begun.
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_called_start (KpSession *session,
                 KpLedger *ledger,
                 guint *n_called,
                 GError **error)
{
  g_autoptr (KpRoster) roster = NULL;

  *n_called = 0;
  if (!remove_calls (session, ledger, error))
    return FALSE;
  roster = kp_session_load_roster (session, error);
  return roster != NULL && call_next (session, ledger, roster, n_called, error);
}

/**
 * kp_called_go_on:
 * @session: a session
 * @ledger: of kp_session_begin(); results are written
 * @n_called: (out): how many substitutes were called
 * @error: return location
 *
 * Calls those who passed the first kind to the second, and for whoever failed the next in the ranking, as often as the
 * scheme allows (递补). Places are never renumbered.
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_called_go_on (KpSession *session,
                 KpLedger *ledger,
                 guint *n_called,
                 GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  const char *first = kp_called_get_first_kind (scheme);
  const char *second = get_second_kind (scheme);
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);

  *n_called = 0;
  if (roster == NULL)
    return FALSE;
  for (guint i = 0; second != NULL && i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const KpFitnessRecord *passed = get_fitness (dossier, first);

      if (!is_passed (passed) || get_fitness (dossier, second) != NULL)
        continue;
      if (!call (session, ledger, dossier, second, (guint) passed->round, error))
        return FALSE;
    }
  if (!kp_called_note_rounds (session, ledger, roster, error))
    return FALSE;
  g_clear_pointer (&roster, kp_roster_free);
  roster = kp_session_load_roster (session, error);
  return roster != NULL && call_next (session, ledger, roster, n_called, error);
}

/**
 * kp_called_compare:
 * @session: a session
 * @roster: its roster
 * @differences: (element-type KpCalledDifference): gets whoever is called and shouldn't be, or isn't and should be, by the
 *   totals of @roster and those who left so far
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_called_compare (KpSession *session,
                   KpRoster *roster,
                   GArray *differences,
                   GError **error)
{
  const char *kind = kp_called_get_first_kind (kp_session_get_scheme (session));
  g_auto (Field) field = { 0 };
  g_autoptr (KpFinal) final = NULL;

  if (!fill_field (&field, session, roster, error))
    return FALSE;
  final = decide_final (&field);
  for (guint i = 0; i < final->n_persons; i++)
    {
      const KpCalledDifference difference = { field.dossiers[i], is_called_now (&field, &final->persons[i]) };
      const gboolean is_called = get_fitness (difference.dossier, kind) != NULL;

      if (final->persons[i].verdict != KP_FINAL_LEFT && is_called != difference.should_be)
        g_array_append_val (differences, difference);
    }
  return TRUE;
}

/**
 * kp_called_list_waiting:
 * @session: a session
 * @roster: its roster
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type KpCalledWaiting): whose call waits for the approval of the substitution,
 *   where the scheme asks for one; %NULL with #KP_DATA_ERROR
 */
GArray *
kp_called_list_waiting (KpSession *session,
                        KpRoster *roster,
                        GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  const char *kind = kp_called_get_first_kind (scheme);
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (KpCalledWaiting));
  g_auto (Field) field = { 0 };
  g_autoptr (KpFinal) final = NULL;

  if (!scheme->substitution.needs_approval)
    return g_steal_pointer (&waiting);
  if (!fill_field (&field, session, roster, error))
    return NULL;
  final = decide_final (&field);
  for (guint i = 0; i < final->n_persons; i++)
    {
      const KpFinalResult *result = &final->persons[i];
      const KpCalledWaiting one = { field.dossiers[i], kp_scheme_get_post (scheme, get_post (&field, result))->code, result->round };

      if (is_called_by_rule (result) && !is_called_now (&field, result) && get_fitness (one.dossier, kind) == NULL)
        g_array_append_val (waiting, one);
    }
  return g_steal_pointer (&waiting);
}

/**
 * kp_called_count_waiting:
 * @session: a session
 * @n_waiting: (out): how many calls wait for the approval of a substitution
 * @error: return location
 *
 * Takes the whole roster, and only where the scheme asks for approvals and somebody may have left.
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_called_count_waiting (KpSession *session,
                         guint *n_waiting,
                         GError **error)
{
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GArray) waiting = NULL;

  *n_waiting = 0;
  if (!kp_session_get_scheme (session)->substitution.needs_approval
      || !kp_stage_is_closed (kp_session_get_stages (session), KP_STAGE_TOTALS))
    return TRUE;
  roster = kp_session_load_roster (session, error);
  waiting = roster != NULL ? kp_called_list_waiting (session, roster, error) : NULL;
  *n_waiting = waiting != NULL ? waiting->len : 0;
  return waiting != NULL;
}

/**
 * kp_called_change:
 * @session: a session
 * @ledger: its unit of work; totals are as they shall be
 * @roster: its roster, with these totals
 * @error: return location
 *
 * Withdraws the calls that the totals don't give any more and calls who is called now; other calls stay untouched. Only as
 * long as there is no result.
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_called_change (KpSession *session,
                  KpLedger *ledger,
                  KpRoster *roster,
                  GError **error)
{
  const char *kind = kp_called_get_first_kind (kp_session_get_scheme (session));
  g_autoptr (GArray) differences = g_array_new (FALSE, FALSE, sizeof (KpCalledDifference));

  if (!kp_called_compare (session, roster, differences, error))
    return FALSE;
  for (guint i = 0; i < differences->len; i++)
    {
      const KpCalledDifference *difference = &g_array_index (differences, KpCalledDifference, i);

      if (difference->should_be ? !call (session, ledger, difference->dossier, kind, 0, error)
                                : !kp_ledger_remove (ledger, &kp_fitness_table, get_fitness (difference->dossier, kind),
                                                     error))
        return FALSE;
    }
  return TRUE;
}

/**
 * kp_called_map_posts:
 * @session: a session
 * @roster: its roster
 * @error: return location
 *
 * 跨岗位递补: who holds a place of another post than the own one.
 *
 * Returns: (transfer full) (nullable) (element-type KpDossier utf8): the dossiers with the code of that post, both borrowed
 *   from @roster and the scheme; %NULL with #KP_DATA_ERROR
 */
GHashTable *
kp_called_map_posts (KpSession *session,
                     KpRoster *roster,
                     GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autoptr (GHashTable) moved = g_hash_table_new (NULL, NULL);
  g_auto (Field) field = { 0 };
  g_autoptr (KpFinal) final = NULL;

  if (scheme->substitution.from == KP_SUBSTITUTES_FROM_POST)
    return g_steal_pointer (&moved);
  if (!fill_field (&field, session, roster, error))
    return NULL;
  final = decide_final (&field);
  for (guint i = 0; i < final->n_persons; i++)
    {
      const KpFinalResult *result = &final->persons[i];
      const KpPostRecord *post = g_ptr_array_index (field.posts, result->post);

      if (is_called_by_rule (result) && result->post != field.persons[i].post)
        g_hash_table_insert (moved, (gpointer) field.dossiers[i],
                             (gpointer) kp_scheme_get_post (scheme, post->post)->code);
    }
  return g_steal_pointer (&moved);
}

/**
 * kp_called_dup_vacancy:
 * @session: a session
 * @roster: its roster
 * @post: code of a post
 * @error: return location
 *
 * Returns: (transfer full) (nullable): why places of the post stay empty, one Chinese sentence for each round; "" when none
 *   does; %NULL with #KP_DATA_ERROR
 */
char *
kp_called_dup_vacancy (KpSession *session,
                       KpRoster *roster,
                       const char *post,
                       GError **error)
{
  g_auto (Field) field = { 0 };
  g_autoptr (KpFinal) final = NULL;

  if (!fill_field (&field, session, roster, error))
    return NULL;
  final = decide_final (&field);
  for (guint i = 0; i < field.posts->len; i++)
    {
      if (g_str_equal (((const KpPostRecord *) g_ptr_array_index (field.posts, i))->post, post))
        return g_strdup (final->posts[i].why);
    }
  return g_strdup ("");
}

/* By post, then by place; the roster only says in which line equal places stand. */
static gint
compare_reserves (gconstpointer a,
                  gconstpointer b)
{
  const KpCalledReserve *first = a;
  const KpCalledReserve *second = b;
  const gint order = strcmp (first->dossier->total->post, second->dossier->total->post);

  if (order != 0)
    return order;
  if (first->place != second->place)
    return first->place < second->place ? -1 : 1;
  return strcmp (first->dossier->application->application, second->dossier->application->application);
}

static gboolean
has_proposal (KpRoster *roster)
{
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      if (kp_roster_get_dossier (roster, i)->proposal != NULL)
        return TRUE;
    }
  return FALSE;
}

/* 最终成绩: it says who of those called gets a place, and whoever got none stands in the pool by it; as
 * rules/kp-contest-finish.c has it. */
static KpFinal *
decide_scored (const Field *field)
{
  g_autofree KpRankPlace *last = g_new0 (KpRankPlace, field->n_persons + 1);
  KpFinal *final;

  for (guint i = 0; i < field->n_persons; i++)
    {
      const KpFinalTotalRecord *record = field->dossiers[i]->final_total;

      if (record != NULL && record->place != KP_NO_INT)
        last[i] = (KpRankPlace) { .place = (guint) record->place, .is_undecided = record->is_undecided != 0 };
    }
  final = kp_final_decide_anew (&field->scheme->substitution, &field->scheme->physical.policy, &field->scheme->stages,
                                field->places, field->is_pending, field->posts->len, field->persons, last, field->n_persons,
                                field->departures, field->n_departures, field->entrants != NULL ? fits : NULL, field);
  for (guint i = 0; i < field->n_persons; i++)
    {
      if (final->persons[i].is_surplus)
        field->persons[i].place = last[i];
      else if (field->persons[i].place.place > 0)
        field->persons[i].place.place += field->n_persons;
    }
  return final;
}

/**
 * kp_called_list_reserve:
 * @session: a session
 * @roster: its roster
 * @day: the day of asking
 * @error: return location
 *
 * 后备库: who stands in the reserve pool on @day, by the same rule as the contest (rules/kp-reserve.c). Before the proposed
 * hires are published nobody does: whoever fails a check until then opens a place for the next.
 *
 * Returns: (transfer full) (nullable) (element-type KpCalledReserve): by post and place; empty where the scheme has no pool
 *   or its last day is over; %NULL with #KP_DATA_ERROR
 */
GArray *
kp_called_list_reserve (KpSession *session,
                        KpRoster *roster,
                        KpDate day,
                        GError **error)
{
  g_autoptr (GArray) reserves = g_array_new (FALSE, FALSE, sizeof (KpCalledReserve));
  const KpReservePolicy *policy = &kp_session_get_scheme (session)->reserve;
  g_autofree guint *places = NULL;
  g_auto (Field) field = { 0 };
  g_autoptr (KpFinal) final = NULL;

  if (!has_proposal (roster))
    return g_steal_pointer (&reserves);
  if (!fill_field (&field, session, roster, error))
    return NULL;
  final = kp_scheme_asks_final_total (field.scheme) ? decide_scored (&field) : decide_final (&field);
  places = g_new0 (guint, field.n_persons + 1);
  kp_reserve_decide (policy, day, field.persons, final->persons, field.n_persons, field.places, places);
  for (guint i = 0; i < field.n_persons; i++)
    {
      const KpCalledReserve reserve = { field.dossiers[i], places[i] };

      if (places[i] > 0)
        g_array_append_val (reserves, reserve);
    }
  g_array_sort (reserves, compare_reserves);
  return g_steal_pointer (&reserves);
}
