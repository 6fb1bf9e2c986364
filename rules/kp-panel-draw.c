/* kp-panel-draw.c – examiners to rooms: what the drawn order gives under the scheme's rules.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The draw gives an order and nothing else; this file makes of it, always in the same way, who sits where:
 *
 *   seats are filled round:   room 1 chair, room 2 chair, … , room 1 second seat, room 2 second seat, …
 *   each seat takes the first of the drawn order who is free and fits:
 *     – the first seat a chair, the others no chair
 *     – nobody of the same unit sits there already
 *     – nobody is heard there from whom this one must stay away
 *     – the seats that are left can still hold the outside examiners that the room needs
 *   when the seats that follow can't be filled, the next who fits is tried, and so on.
 *
 * So the answer is the first one, in the drawn order, of all that keep the rules: a stranger who has the order and the list
 * finds the same. Who is left over is a spare, in the drawn order too. */

#include "kp-panel-draw.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many seats are tried before an arrangement counts as not there: a county has at most some hundred examiners, and one
 * that exists is found after some hundreds. A number and no clock, so that every machine stops at the same place. */
#define MOST_TRIES 200000

typedef struct
{
  const KpPanelDrawPolicy *policy;
  const KpPanelDrawPerson *persons;
  guint n_persons;
  KpPanelDrawRule waived; /* the rule that is left out, to find out whether it is the one that can't be kept */
  guint n_outside;        /* that each room needs */
  guint *seats;
  gboolean *is_taken;
  guint n_tries;
} Search;

/**
 * kp_panel_draw_count_outside:
 * @policy: the policy
 *
 * Returns: the least number of outside examiners in a room: the share of its seats, never less than that
 */
guint
kp_panel_draw_count_outside (const KpPanelDrawPolicy *policy)
{
  guint n = 0;

  if (!kp_fraction_is_known (policy->outside_share))
    return 0;
  while (n < policy->size && kp_fraction_compare (kp_fraction_new (n, policy->size), policy->outside_share) < 0)
    n++;
  return n;
}

/* The persons that sit in a room already, and how many of them are from outside. */
static guint
count_outside (const Search *search,
               guint room,
               guint *n_seated)
{
  const guint size = search->policy->size;
  guint n = 0;

  *n_seated = 0;
  for (guint i = 0; i < size; i++)
    {
      const guint person = search->seats[room * size + i];

      if (person == KP_PANEL_DRAW_NOBODY)
        continue;
      *n_seated += 1;
      n += search->persons[person].is_outside ? 1 : 0;
    }
  return n;
}

static gboolean
shares_unit (const Search *search,
             guint room,
             guint person)
{
  const guint size = search->policy->size;
  const char *unit = search->persons[person].unit;

  for (guint i = 0; *unit != '\0' && i < size; i++)
    {
      const guint other = search->seats[room * size + i];

      if (other != KP_PANEL_DRAW_NOBODY && g_str_equal (search->persons[other].unit, unit))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_room_for (const Search *search,
              guint room,
              guint person)
{
  guint n_seated;
  const guint n_outside = count_outside (search, room, &n_seated) + (search->persons[person].is_outside ? 1 : 0);
  const guint n_free = search->policy->size - n_seated - 1;

  return n_outside + n_free >= search->n_outside;
}

/* The rule that keeps a person off a seat; OK = none. */
static KpPanelDrawRule
find_hindrance (const Search *search,
                guint seat,
                guint person)
{
  const guint room = seat / search->policy->size;
  const gboolean is_chair_seat = seat % search->policy->size == 0;
  const KpPanelDrawPerson *who = &search->persons[person];

  if (who->is_gone || search->is_taken[person] || who->is_chair != is_chair_seat)
    return is_chair_seat ? KP_PANEL_DRAW_CHAIRS : KP_PANEL_DRAW_EXAMINERS;
  if (search->waived != KP_PANEL_DRAW_RECUSAL && who->barred != NULL && who->barred[room])
    return KP_PANEL_DRAW_RECUSAL;
  if (search->waived != KP_PANEL_DRAW_UNITS && shares_unit (search, room, person))
    return KP_PANEL_DRAW_UNITS;
  if (search->waived != KP_PANEL_DRAW_OUTSIDE && !has_room_for (search, room, person))
    return KP_PANEL_DRAW_OUTSIDE;
  return KP_PANEL_DRAW_OK;
}

/* Whether enough from outside are left for what all rooms still need: seen at once, and not at the last room. */
static gboolean
has_enough_outside (const Search *search)
{
  guint n_needed = 0, n_left = 0, n_seated;

  if (search->waived == KP_PANEL_DRAW_OUTSIDE)
    return TRUE;
  for (guint room = 0; room < search->policy->n_rooms; room++)
    {
      const guint n = count_outside (search, room, &n_seated);

      n_needed += n < search->n_outside ? search->n_outside - n : 0;
    }
  for (guint i = 0; i < search->n_persons; i++)
    n_left += search->persons[i].is_outside && !search->persons[i].is_gone && !search->is_taken[i] ? 1 : 0;
  return n_left >= n_needed;
}

static gboolean
fill (Search *search,
      guint step)
{
  const guint n_seats = search->policy->n_rooms * search->policy->size;
  /* Round: the first seat of every room, then the second. */
  const guint seat = step % search->policy->n_rooms * search->policy->size + step / search->policy->n_rooms;

  if (step == n_seats)
    return TRUE;
  if (!has_enough_outside (search))
    return FALSE;
  for (guint i = 0; i < search->n_persons && search->n_tries < MOST_TRIES; i++)
    {
      if (find_hindrance (search, seat, i) != KP_PANEL_DRAW_OK)
        continue;
      search->n_tries++;
      search->seats[seat] = i;
      search->is_taken[i] = TRUE;
      if (fill (search, step + 1))
        return TRUE;
      search->seats[seat] = KP_PANEL_DRAW_NOBODY;
      search->is_taken[i] = FALSE;
    }
  return FALSE;
}

static gboolean
try (const KpPanelDrawPolicy *policy,
     const KpPanelDrawPerson *persons,
     guint n_persons,
     KpPanelDrawRule waived,
     guint *seats)
{
  g_autofree gboolean *is_taken = g_new0 (gboolean, n_persons + 1);
  Search search = {
    .policy = policy,
    .persons = persons,
    .n_persons = n_persons,
    .waived = waived,
    .n_outside = kp_panel_draw_count_outside (policy),
    .seats = seats,
    .is_taken = is_taken,
  };

  for (guint i = 0; i < policy->n_rooms * policy->size; i++)
    seats[i] = KP_PANEL_DRAW_NOBODY;
  return fill (&search, 0);
}

/* What counting alone tells. */
static KpPanelDrawRule
count_heads (const KpPanelDrawPolicy *policy,
             const KpPanelDrawPerson *persons,
             guint n_persons)
{
  guint n_chairs = 0, n_others = 0;

  if (policy->size < KP_PANEL_DRAW_LEAST || policy->size > KP_PANEL_DRAW_MOST || policy->size % 2 == 0)
    return KP_PANEL_DRAW_SIZE;
  for (guint i = 0; i < n_persons; i++)
    {
      n_chairs += persons[i].is_chair && !persons[i].is_gone ? 1 : 0;
      n_others += !persons[i].is_chair && !persons[i].is_gone ? 1 : 0;
    }
  if (n_chairs < policy->n_rooms)
    return KP_PANEL_DRAW_CHAIRS;
  return n_others < policy->n_rooms * (policy->size - 1) ? KP_PANEL_DRAW_EXAMINERS : KP_PANEL_DRAW_OK;
}

/**
 * kp_panel_draw_decide:
 * @policy: rooms and rules
 * @persons: those who may be drawn, in the drawn order
 * @n_persons: their number
 * @seats: (out): for each seat, rooms one after another, the index of who sits there; room for n_rooms × size
 *
 * Returns: %KP_PANEL_DRAW_OK, or the rule that can't be kept: the one without which there is an arrangement
 */
KpPanelDrawRule
kp_panel_draw_decide (const KpPanelDrawPolicy *policy,
                      const KpPanelDrawPerson *persons,
                      guint n_persons,
                      guint *seats)
{
  static const KpPanelDrawRule rules[] = { KP_PANEL_DRAW_OUTSIDE, KP_PANEL_DRAW_UNITS, KP_PANEL_DRAW_RECUSAL };
  const KpPanelDrawRule counted = count_heads (policy, persons, n_persons);
  g_autofree guint *other = g_new (guint, policy->n_rooms * policy->size + 1);

  if (counted != KP_PANEL_DRAW_OK)
    return counted;
  if (try (policy, persons, n_persons, KP_PANEL_DRAW_OK, seats))
    return KP_PANEL_DRAW_OK;
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      if (try (policy, persons, n_persons, rules[i], other))
        return rules[i];
    }
  return KP_PANEL_DRAW_TOGETHER;
}

/**
 * kp_panel_draw_find_spare:
 * @policy: rooms and rules
 * @persons: those who may be drawn, in the drawn order
 * @n_persons: their number
 * @seats: who sits where; %KP_PANEL_DRAW_NOBODY on a seat that is empty
 * @seat: the seat that became empty
 * @out: (out): the first of the drawn order who sits nowhere and fits
 *
 * Returns: %KP_PANEL_DRAW_OK, or what keeps the first spare off the seat
 */
KpPanelDrawRule
kp_panel_draw_find_spare (const KpPanelDrawPolicy *policy,
                          const KpPanelDrawPerson *persons,
                          guint n_persons,
                          const guint *seats,
                          guint seat,
                          guint *out)
{
  const guint n_seats = policy->n_rooms * policy->size;
  g_autofree guint *own = g_memdup2 (seats, n_seats * sizeof (guint));
  g_autofree gboolean *is_taken = g_new0 (gboolean, n_persons + 1);
  const KpPanelDrawRule nobody = seat % policy->size == 0 ? KP_PANEL_DRAW_CHAIRS : KP_PANEL_DRAW_EXAMINERS;
  KpPanelDrawRule first = nobody;
  Search search = { .policy = policy,
                    .persons = persons,
                    .n_persons = n_persons,
                    .waived = KP_PANEL_DRAW_OK,
                    .n_outside = kp_panel_draw_count_outside (policy),
                    .seats = own,
                    .is_taken = is_taken };

  own[seat] = KP_PANEL_DRAW_NOBODY;
  for (guint i = 0; i < n_seats; i++)
    {
      if (own[i] != KP_PANEL_DRAW_NOBODY)
        is_taken[own[i]] = TRUE;
    }
  for (guint i = 0; i < n_persons; i++)
    {
      const KpPanelDrawRule rule = find_hindrance (&search, seat, i);

      if (rule == KP_PANEL_DRAW_OK)
        {
          *out = i;
          return rule;
        }
      first = first == nobody ? rule : first;
    }
  return first;
}

/**
 * kp_panel_draw_rule_dup_sentence:
 * @rule: what can't be kept
 * @policy: the policy
 *
 * Returns: (transfer full): one whole sentence for the operator
 */
char *
kp_panel_draw_rule_dup_sentence (KpPanelDrawRule rule,
                                 const KpPanelDrawPolicy *policy)
{
  switch (rule)
    {
    case KP_PANEL_DRAW_SIZE:
      return g_strdup_printf (_("A panel has an odd number of examiners from %u to %u, but the scheme says %u."),
                              KP_PANEL_DRAW_LEAST, KP_PANEL_DRAW_MOST, policy->size);
    case KP_PANEL_DRAW_CHAIRS:
      return g_strdup_printf (_("There are fewer chairs than are needed: %u rooms need one each."), policy->n_rooms);
    case KP_PANEL_DRAW_EXAMINERS:
      return g_strdup_printf (_("There are fewer examiners than are needed: %u rooms need %u each besides the chair."),
                              policy->n_rooms, policy->size - 1);
    case KP_PANEL_DRAW_RECUSAL:
      return g_strdup (_("The declared relations can't be kept: wherever the examiners sit, one meets a candidate from whom "
                         "he must stay away."));
    case KP_PANEL_DRAW_UNITS:
      return g_strdup (_("Too many examiners are of one unit: two of them would sit in one room."));
    case KP_PANEL_DRAW_OUTSIDE:
      return g_strdup_printf (_("There are too few examiners from outside: each room needs %u."),
                              kp_panel_draw_count_outside (policy));
    case KP_PANEL_DRAW_TOGETHER:
      return g_strdup (_("Relations, units and outside examiners can't all be kept at once; call more examiners."));
    case KP_PANEL_DRAW_OK:
    default:
      return g_strdup ("");
    }
}
