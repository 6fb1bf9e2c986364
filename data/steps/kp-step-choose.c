/* kp-step-choose.c – those who are to be hired choose their posts in the order of their totals.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 依次选岗, with one place of east and two of west:
 *
 *   1 isn't there      passed over; may choose later, of what is free then
 *   2 takes east
 *   3 wants east       refused: it is taken; west is free
 *   two are tied       nobody of them or behind them chooses until the committee says who is first
 *
 * Whose turn it is says rules/kp-contest-choose.c, from the record as it stands; groups (posts, where each has an order of its
 * own) have none among each other, so that the office calls them as it has announced. Until somebody is proposed for hire two
 * people may take a choice back: the turn is open again, and what others chose stays theirs. */
#include "kp-step-choose.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-entrants.h"

struct _KpChoosingField
{
  KpEntrants *entrants;
  KpContest *contest;
};

static const struct
{
  const char *name;
  const char *chinese;
} states[] = {
  [KP_TURN_OPEN] = { "open", "未选" },
  [KP_TURN_CHOSEN] = { "chosen", "已选" },
  [KP_TURN_ABSENT] = { "absent", "未到场" },
  [KP_TURN_DECLINED] = { "declined", "放弃本次选择" },
};

/** kp_turn_state_get_name: the stable name of @state in files and in the record. */
const char *
kp_turn_state_get_name (KpTurnState state)
{
  return states[state].name;
}

/** kp_turn_state_get_chinese: the word of @state on a list. */
const char *
kp_turn_state_get_chinese (KpTurnState state)
{
  return states[state].chinese;
}

/**
 * kp_choosing_get_offer_name:
 * @scheme: a scheme
 * @code: of something that it lets people choose
 *
 * Returns: (transfer none): its name on lists
 */
const char *
kp_choosing_get_offer_name (const KpScheme *scheme,
                            const char *code)
{
  const KpSchemePost *post = kp_scheme_get_post (scheme, code);

  for (guint i = 0; i < scheme->choice.offers->len; i++)
    {
      const KpSchemeOffer *offer = g_ptr_array_index (scheme->choice.offers, i);

      if (strcmp (offer->code, code) == 0)
        return offer->name != NULL ? offer->name : offer->code;
    }
  return post != NULL ? post->name : code;
}

static KpTurnState
get_state (const KpChoiceRecord *choice)
{
  for (guint i = KP_TURN_CHOSEN; choice != NULL && i < G_N_ELEMENTS (states); i++)
    {
      if (strcmp (states[i].name, choice->outcome) == 0)
        return (KpTurnState) i;
    }
  return KP_TURN_OPEN;
}

static void
lay_out_offers (KpChoosing *choosing,
                const KpScheme *scheme)
{
  g_autofree KpChoiceOffer *offers = kp_contest_list_offers (choosing->field->contest, &choosing->n_offers);

  choosing->offers = g_new0 (KpOffer, choosing->n_offers + 1);
  for (guint i = 0; i < choosing->n_offers; i++)
    {
      guint n_taken = 0;

      for (guint j = 0; j < choosing->n_turns; j++)
        n_taken += choosing->turns[j].offer != NULL && strcmp (choosing->turns[j].offer, offers[i].code) == 0;
      choosing->offers[i] = (KpOffer) {
        .code = offers[i].code,
        .name = kp_choosing_get_offer_name (scheme, offers[i].code),
        .places = offers[i].capacity,
        .n_free = offers[i].capacity - MIN (offers[i].capacity, n_taken),
      };
    }
}

/* Another one at the same place hasn't chosen either. */
static gboolean
is_tied (const KpChoosing *choosing,
         guint index)
{
  const KpTurn *turn = &choosing->turns[index];

  for (guint i = 0; i < choosing->n_turns; i++)
    {
      const KpTurn *other = &choosing->turns[i];

      if (i != index && other->state != KP_TURN_CHOSEN && other->group == turn->group && other->round == turn->round && other->place == turn->place)
        return TRUE;
    }
  return turn->is_waiting;
}

/* The turn of each group goes down its order until somebody hasn't had it. */
static void
find_turns (KpChoosing *choosing)
{
  gboolean is_open = TRUE;

  for (guint i = 0; i < choosing->n_turns; i++)
    {
      KpTurn *turn = &choosing->turns[i];

      if (i == 0 || turn->group != choosing->turns[i - 1].group)
        is_open = TRUE;
      turn->is_tied = turn->state != KP_TURN_CHOSEN && is_tied (choosing, i);
      is_open = is_open && !turn->is_tied;
      turn->is_now = is_open && turn->state != KP_TURN_CHOSEN;
      is_open = is_open && turn->state != KP_TURN_OPEN;
    }
}

/**
 * kp_choosing_load:
 * @session: a session
 * @error: return location
 *
 * Returns: (transfer full) (nullable): who chooses, in which order, and what is free; nobody where the scheme lets nobody
 *   choose; %NULL with #KP_DATA_ERROR
 */
KpChoosing *
kp_choosing_load (KpSession *session,
                  GError **error)
{
  g_autoptr (KpChoosing) choosing = g_new0 (KpChoosing, 1);
  g_autofree KpContestTurn *turns = NULL;

  choosing->field = g_new0 (KpChoosingField, 1);
  choosing->field->entrants = kp_entrants_load (session, NULL, error);
  if (choosing->field->entrants == NULL)
    return NULL;
  choosing->field->contest = kp_entrants_run (choosing->field->entrants);
  turns = kp_contest_list_turns (choosing->field->contest, &choosing->n_turns);
  choosing->turns = g_new0 (KpTurn, choosing->n_turns + 1);
  for (guint i = 0; i < choosing->n_turns; i++)
    {
      const KpDossier *dossier = kp_entrants_get_dossier (choosing->field->entrants, turns[i].entrant);

      choosing->turns[i] = (KpTurn) {
        .dossier = dossier,
        .round = turns[i].round,
        .place = turns[i].place,
        .group = turns[i].group,
        .is_waiting = turns[i].is_waiting,
        .state = get_state (dossier->choice),
        .offer = dossier->choice != NULL ? dossier->choice->offer : NULL,
      };
    }
  find_turns (choosing);
  lay_out_offers (choosing, kp_session_get_scheme (session));
  return g_steal_pointer (&choosing);
}

/**
 * kp_choosing_free:
 * @choosing: (nullable) (transfer full): of kp_choosing_load()
 */
void
kp_choosing_free (KpChoosing *choosing)
{
  if (choosing == NULL)
    return;
  g_clear_pointer (&choosing->field->contest, kp_contest_free);
  g_clear_pointer (&choosing->field->entrants, kp_entrants_free);
  g_free (choosing->field);
  g_free (choosing->turns);
  g_free (choosing->offers);
  g_free (choosing);
}

/**
 * kp_choosing_find:
 * @choosing: a choosing
 * @number: of a registration, a ticket or a person
 *
 * Returns: (transfer none) (nullable): the turn; %NULL for somebody who doesn't choose
 */
KpTurn *
kp_choosing_find (KpChoosing *choosing,
                  const char *number)
{
  guint index = 0;
  const gboolean is_there = kp_entrants_find (choosing->field->entrants, number, &index);

  for (guint i = 0; is_there && i < choosing->n_turns; i++)
    {
      if (choosing->turns[i].dossier == kp_entrants_get_dossier (choosing->field->entrants, index))
        return &choosing->turns[i];
    }
  return NULL;
}

/* ---- steps ---- */

/* Where hires choose, nobody chooses before it is known who they are. */
static gboolean
check_moment (KpSession *session,
              const KpChoosing *choosing,
              GError **error)
{
  const KpChoicePolicy *policy = &kp_session_get_scheme (session)->choice.policy;
  guint n_open = 0;
  guint n_called = 0;

  if (!policy->applies)
    return kp_step_refuse (_("By the scheme nobody chooses a post."), error);
  for (guint i = 0; i < kp_entrants_get_n (choosing->field->entrants); i++)
    {
      const KpDossier *dossier = kp_entrants_get_dossier (choosing->field->entrants, i);

      n_called += dossier->physical != NULL || dossier->background != NULL;
      n_open += (dossier->physical != NULL && g_str_equal (dossier->physical->outcome, "called"))
                || (dossier->background != NULL && g_str_equal (dossier->background->outcome, "called"));
    }
  if (n_called == 0)
    return kp_step_refuse (_("Nobody is called to physical or background yet, so nobody can choose. Make the totals first."), error);
  if (n_open == 0 || policy->at == KP_CHOICE_AT_TOTALS)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Results of %u people are missing, so it isn't known yet who is hired and chooses. Import them first."), n_open);
  return FALSE;
}

static KpTurn *
find_turn (KpChoosing *choosing,
           const char *number,
           GError **error)
{
  KpTurn *turn = kp_choosing_find (choosing, number);

  if (turn == NULL)
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                 _("Nobody with number %s is among those who choose; see “kaopin choose FILE”."), number);
  return turn;
}

static gboolean
check_turn (const KpTurn *turn,
            GError **error)
{
  if (turn->dossier->proposal != NULL)
    return kp_step_refuse (_("This person is proposed for hire and published; the choice stands."), error);
  if (turn->state == KP_TURN_CHOSEN)
    return kp_step_refuse (_("This person has chosen already. Two people may take the choice back with --undo."), error);
  return turn->is_now
         || kp_step_refuse (_("It isn't this person's turn: somebody before hasn't chosen, or is tied with another one. Who isn't there "
                              "is passed over with --absent; who is first of the tied is decided with “kaopin decide FILE choice NUMBER RANK”."),
                            error);
}

static gboolean
check_offer (const KpChoosing *choosing,
             const char *code,
             GError **error)
{
  g_autoptr (GString) free = g_string_new (NULL);
  gboolean is_there = FALSE;

  for (guint i = 0; i < choosing->n_offers; i++)
    {
      const KpOffer *offer = &choosing->offers[i];

      is_there = is_there || strcmp (offer->code, code) == 0;
      if (strcmp (offer->code, code) == 0 && offer->n_free > 0)
        return TRUE;
      if (offer->n_free > 0)
        g_string_append_printf (free, "%s%s (%u)", free->len > 0 ? ", " : "", offer->code, offer->n_free);
    }
  g_set_error (error, KP_STEP_ERROR, is_there ? KP_STEP_ERROR_REFUSED : KP_STEP_ERROR_NOT_FOUND,
               is_there ? _("All places of “%s” are taken. Free are: %s.") : _("There is no “%s” to choose. Free are: %s."), code,
               free->str);
  return FALSE;
}

static gboolean
put (KpSession *session,
     KpLedger *ledger,
     const KpDossier *dossier,
     const char *outcome,
     const char *offer,
     const KpTwoPeople *people,
     GError **error)
{
  const KpChoiceRecord *stored = dossier->choice;
  g_autofree char *now = kp_session_dup_now (session);
  KpChoiceRecord record = { .campaign = kp_session_get_campaign (session), .application = dossier->application->application };

  if (stored != NULL)
    record = *stored;
  record.outcome = outcome;
  record.offer = offer;
  record.recorded_by = kp_session_get_actor (session);
  record.at = now;
  if (people != NULL)
    {
      record.reason = people->reason;
      record.first_person = people->first_person;
      record.second_person = people->second_person;
    }
  return stored != NULL ? kp_ledger_update (ledger, &kp_choice_table, &record, error)
                        : kp_ledger_insert (ledger, &kp_choice_table, &record, error);
}

static gboolean
write_turn (KpSession *session,
            const char *number,
            KpTurnState state,
            const char *offer,
            GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin_beside (session, "choose", states[state].name, error);
  g_autoptr (KpChoosing) choosing = ledger != NULL ? kp_choosing_load (session, error) : NULL;
  const KpTurn *turn;

  if (choosing == NULL || !check_moment (session, choosing, error))
    return FALSE;
  turn = find_turn (choosing, number, error);
  return turn != NULL && check_turn (turn, error) && (offer == NULL || check_offer (choosing, offer, error))
         && put (session, ledger, turn->dossier, states[state].name, offer, NULL, error)
         && kp_session_commit (session, ledger, error);
}

/**
 * kp_step_choose:
 * @session: a session, open for writing
 * @number: whose turn it is: registration, ticket or ID number
 * @offer: code of a post, or of what the scheme offers
 * @error: return location
 *
 * 选岗: writes down what somebody chose, in turn, of what is still free.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_choose (KpSession *session,
                const char *number,
                const char *offer,
                GError **error)
{
  return write_turn (session, number, KP_TURN_CHOSEN, offer, error);
}

/**
 * kp_step_pass_over:
 * @session: a session, open for writing
 * @number: whose turn it is
 * @state: %KP_TURN_ABSENT or %KP_TURN_DECLINED
 * @error: return location
 *
 * Whoever isn't there, or wants nothing of what is free, is passed over, and may choose later of what is left.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_pass_over (KpSession *session,
                   const char *number,
                   KpTurnState state,
                   GError **error)
{
  g_return_val_if_fail (state == KP_TURN_ABSENT || state == KP_TURN_DECLINED, FALSE);

  return write_turn (session, number, state, NULL, error);
}

/**
 * kp_step_undo_choice:
 * @session: a session, open for writing
 * @number: whose choice is taken back
 * @people: who answers for it, and why
 * @error: return location
 *
 * Opens a turn again, until the person is proposed for hire.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_undo_choice (KpSession *session,
                     const char *number,
                     const KpTwoPeople *people,
                     GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpChoosing) choosing = NULL;
  const KpTurn *turn;

  if (!kp_two_people_check_change (session, people, error))
    return FALSE;
  ledger = kp_session_begin_beside (session, "choose", "undone", error);
  choosing = ledger != NULL ? kp_choosing_load (session, error) : NULL;
  turn = choosing != NULL ? find_turn (choosing, number, error) : NULL;
  if (turn == NULL)
    return FALSE;
  if (turn->dossier->proposal != NULL)
    return kp_step_refuse (_("This person is proposed for hire and published; the choice stands."), error);
  if (turn->state == KP_TURN_OPEN)
    return kp_step_refuse (_("This person hasn't chosen, so there is nothing to take back."), error);
  return put (session, ledger, turn->dossier, "undone", NULL, people, error) && kp_session_commit (session, ledger, error);
}
