/* kp-seating.c – the seats and tickets of the record as the rules seat people: group of sittings by group.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-seating.h"

#include <glib/gi18n-lib.h>

#include "kp-candidate.h"
#include "kp-direct-hires.h"
#include "kp-exemptions.h"
#include "kp-ticket-number.h"
#include "kp-written-field.h"

/* A room of the scheme. */
typedef struct
{
  const KpSchemeSite *site;
  guint number; /* on the door */
} Door;

/* A unit of work that gives seats out. */
typedef struct
{
  KpSession *session;
  KpLedger *ledger;
  KpRoster *roster;
  const KpScheme *scheme;
  GPtrArray *seated;   /* KpSeatRecord of those who keep their seats */
  const KpSeatingDraw *draw;
  guint *groups;       /* of the sittings */
  guint n_groups;
  GHashTable *tickets; /* registration number → ticket, owned texts */
  GHashTable *holders; /* ticket → registration number, borrowed */
  GHashTable *serials; /* registration number → serial */
} Seating;

/* A group of sittings: its rooms, and who sits there in which order. */
typedef struct
{
  guint group;
  GArray *rooms;      /* KpSeatRoom */
  GArray *doors;      /* Door */
  GPtrArray *people;  /* const KpDossier *: those who sit already first */
  GArray *candidates; /* KpSeatCandidate, by person */
  GArray *seats;      /* KpSeat, by person */
  guint n_seated;
} Group;

static void
seating_clear (Seating *seating)
{
  g_free (seating->groups);
  g_clear_pointer (&seating->tickets, g_hash_table_unref);
  g_clear_pointer (&seating->holders, g_hash_table_unref);
  g_clear_pointer (&seating->serials, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Seating, seating_clear)

static void
group_clear (Group *group)
{
  g_array_unref (group->rooms);
  g_array_unref (group->doors);
  g_ptr_array_unref (group->people);
  g_array_unref (group->candidates);
  g_array_unref (group->seats);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Group, group_clear)

/* ---- who ---- */

/* Whether people of a post sit the written exam, as far as that hangs on the post. */
static gboolean
has_exam (const KpScheme *scheme,
          GPtrArray *posts,
          const char *code)
{
  for (guint i = 0; i < posts->len; i++)
    {
      const KpPostRecord *post = g_ptr_array_index (posts, i);

      if (g_str_equal (post->post, code))
        return !g_str_equal (post->state, KP_POST_CANCELLED) && !kp_written_field_is_unwritten (scheme, post);
    }
  return FALSE;
}

/* 免笔试, or all papers of the post are marked elsewhere. */
static gboolean
needs_seat (const KpScheme *scheme,
            const KpDossier *dossier)
{
  const KpSchemePost *post = kp_scheme_get_post (scheme, dossier->application->post);
  KpCandidateFacts facts;

  kp_candidate_facts_init (&facts, scheme, dossier);
  return kp_written_needs_seat (scheme, post) && kp_written_decide_exempt (scheme, post, &facts) != KP_VERDICT_MET;
}

/**
 * kp_seating_list_candidates:
 * @session: a session
 * @roster: its roster
 * @error: return location
 *
 * Where the committee has still to say who is hired without an exam, and the others sit it, nobody can be seated yet.
 *
 * Returns: (transfer container) (nullable) (element-type KpDossier): who sits the written exam: passed the review, for a
 *   post that has one and is open, and isn't hired without it; or %NULL with an error
 */
GPtrArray *
kp_seating_list_candidates (KpSession *session,
                            KpRoster *roster,
                            GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autoptr (GPtrArray) candidates = g_ptr_array_new ();
  g_autoptr (GPtrArray) posts = kp_table_select (kp_session_get_database (session), &kp_post_table,
                                                 kp_session_get_campaign (session), "", KP_NO_BINDS, error);
  g_autoptr (KpDirectHires) hires = NULL;

  hires = posts != NULL ? kp_direct_hires_load (session, roster, error) : NULL;
  if (hires == NULL || !kp_direct_hires_check_exam (hires, error) || !kp_exemptions_check_decided (roster, error))
    return NULL;
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const char *post = dossier->application->post;

      if (kp_direct_hires_is_examined (hires, dossier) && kp_candidate_is_admitted (scheme, dossier) && has_exam (scheme, posts, post) && needs_seat (scheme, dossier))
        g_ptr_array_add (candidates, (gpointer) dossier);
    }
  return g_steal_pointer (&candidates);
}

/** kp_seating_list_numbers: (element-type KpDossier) to their registration numbers, borrowed. */
GPtrArray *
kp_seating_list_numbers (GPtrArray *candidates)
{
  GPtrArray *numbers = g_ptr_array_new ();

  for (guint i = 0; i < candidates->len; i++)
    g_ptr_array_add (numbers, (gpointer) ((const KpDossier *) g_ptr_array_index (candidates, i))->application->application);
  return numbers;
}

/** kp_seating_load: all seats of the record, by sitting and registration number. (transfer full) (element-type KpSeatRecord), or
 * %NULL with #KP_DATA_ERROR */
GPtrArray *
kp_seating_load (KpSession *session,
                 GError **error)
{
  return kp_table_select (kp_session_get_database (session), &kp_seat_table, kp_session_get_campaign (session),
                          "ORDER BY sitting, application", KP_NO_BINDS, error);
}

/**
 * kp_seating_check_no_entries:
 * @session: a session
 * @error: return location
 *
 * What hangs on the seats keeps them: a paper is marked by the number of its seat.
 *
 * Returns: %TRUE while no mark is entered
 */
gboolean
kp_seating_check_no_entries (KpSession *session,
                             GError **error)
{
  gint64 n_entries = 0;

  if (!kp_table_count (kp_session_get_database (session), &kp_entry_table, kp_session_get_campaign (session),
                       "", KP_NO_BINDS, &n_entries, error))
    return FALSE;
  if (n_entries == 0)
    return TRUE;
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                       _("Marks of the written exam are entered by these ticket numbers already, so the seats can't be "
                         "drawn again."));
  return FALSE;
}

/* ---- where ---- */

static void
list_rooms (const Seating *seating,
            Group *group)
{
  const KpSchemeSitting *sitting = NULL;

  for (guint i = 0; i < seating->scheme->written.sittings->len && sitting == NULL; i++)
    if (seating->groups[i] == group->group)
      sitting = g_ptr_array_index (seating->scheme->written.sittings, i);
  for (guint i = 0; i < seating->scheme->written.sites->len; i++)
    {
      const KpSchemeSite *site = g_ptr_array_index (seating->scheme->written.sites, i);

      for (guint j = 0; j < site->rooms->len; j++)
        {
          const Door door = { site, kp_scheme_site_get_number (site, j) };
          KpSeatRoom room;

          if (!kp_scheme_sitting_has_room (sitting, site, g_ptr_array_index (site->rooms, j)))
            continue;
          (void) kp_scheme_room_get_grid (g_ptr_array_index (site->rooms, j), &room);
          g_array_append_val (group->rooms, room);
          g_array_append_val (group->doors, door);
        }
    }
}

static gboolean
sits_in_group (const Seating *seating,
               const KpDossier *dossier,
               guint group)
{
  const KpSchemePost *post = kp_scheme_get_post (seating->scheme, dossier->application->post);

  for (guint i = 0; i < seating->scheme->written.sittings->len; i++)
    if (seating->groups[i] == group
        && kp_scheme_sitting_has_post (seating->scheme, g_ptr_array_index (seating->scheme->written.sittings, i), post))
      return TRUE;
  return FALSE;
}

/** kp_seating_make_candidate: @dossier as those who must sit apart are told: post, household by phone, employer. Borrowed. */
KpSeatCandidate
kp_seating_make_candidate (const KpDossier *dossier)
{
  return (KpSeatCandidate) { .post = dossier->application->post,
                             .household = dossier->person->phone,
                             .employer = dossier->person->employer };
}

static void
add_person (const Seating *seating,
            Group *group,
            const KpDossier *dossier,
            const KpSeat *seat)
{
  const KpSchemeWritten *written = &seating->scheme->written;
  KpCandidateFacts facts;
  KpSeatCandidate candidate = kp_seating_make_candidate (dossier);

  kp_candidate_facts_init (&facts, seating->scheme, dossier);
  candidate.needs_ground_floor
      = written->ground_floor != NULL && kp_condition_decide (written->ground_floor, &facts) == KP_VERDICT_MET;
  candidate.needs_extra_time
      = written->extra_time != NULL && kp_condition_decide (written->extra_time, &facts) == KP_VERDICT_MET;
  g_ptr_array_add (group->people, (gpointer) dossier);
  g_array_append_val (group->candidates, candidate);
  g_array_append_vals (group->seats, seat, 1);
}

/* The room of the group in which a seat of the record lies; FALSE when the scheme has none. */
static gboolean
find_seat (const Group *group,
           const KpSeatRecord *record,
           KpSeat *seat)
{
  for (guint i = 0; i < group->doors->len; i++)
    {
      const Door *door = &g_array_index (group->doors, Door, i);

      if (g_str_equal (door->site->code, record->site) && door->number == record->room)
        {
          *seat = (KpSeat) { .room = i, .seat = (guint) record->seat };
          return TRUE;
        }
    }
  return FALSE;
}

static guint
get_group_of (const Seating *seating,
              const char *sitting)
{
  for (guint i = 0; i < seating->scheme->written.sittings->len; i++)
    if (g_str_equal (((const KpSchemeSitting *) g_ptr_array_index (seating->scheme->written.sittings, i))->code, sitting))
      return seating->groups[i];
  return G_MAXUINT;
}

/* Each of the group once, though a seat stands in the record for every sitting. */
static void
add_seated (const Seating *seating,
            Group *group)
{
  g_autoptr (GHashTable) added = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < seating->seated->len; i++)
    {
      const KpSeatRecord *record = g_ptr_array_index (seating->seated, i);
      KpSeat seat;

      if (get_group_of (seating, record->sitting) == group->group && find_seat (group, record, &seat)
          && g_hash_table_add (added, (gpointer) record->application))
        add_person (seating, group, kp_roster_find_application (seating->roster, record->application), &seat);
    }
  group->n_seated = group->people->len;
}

static void
group_init (Group *group,
            const Seating *seating,
            guint index)
{
  const KpSeat none = { 0 };

  *group = (Group) {
    .group = index,
    .rooms = g_array_new (FALSE, TRUE, sizeof (KpSeatRoom)),
    .doors = g_array_new (FALSE, TRUE, sizeof (Door)),
    .people = g_ptr_array_new (),
    .candidates = g_array_new (FALSE, TRUE, sizeof (KpSeatCandidate)),
    .seats = g_array_new (FALSE, TRUE, sizeof (KpSeat)),
  };
  list_rooms (seating, group);
  add_seated (seating, group);
  for (guint i = 0; seating->draw->order[i] != NULL; i++)
    {
      const KpDossier *dossier = kp_roster_find_application (seating->roster, seating->draw->order[i]);

      if (sits_in_group (seating, dossier, index))
        add_person (seating, group, dossier, &none);
    }
}

/* ---- tickets ---- */

/* One ticket for all sittings, by the seat of the first. */
static const char *
get_ticket (Seating *seating,
            const KpDossier *dossier,
            const Group *group,
            const KpSeat *seat,
            GError **error)
{
  const char *application = dossier->application->application;
  const KpSchemeWritten *written = &seating->scheme->written;
  const KpSchemeSitting *first = g_ptr_array_index (written->sittings, 0);
  const Door *door = &g_array_index (group->doors, Door, seat->room);
  const char *known = g_hash_table_lookup (seating->tickets, application);
  KpTicketFacts facts = { .year = (guint) first->date.year, .batch = written->batch, .room = door->number, .seat = seat->seat,
                          .session = group->group + 1 };
  guint64 site = 0;
  guint64 county = 0;
  char *ticket;

  if (known != NULL)
    return known;
  (void) g_ascii_string_to_unsigned (door->site->code, 10, 1, G_MAXUINT16, &site, NULL);
  facts.site = (guint) site;
  if (seating->scheme->county_code != NULL)
    (void) g_ascii_string_to_unsigned (seating->scheme->county_code, 10, 0, G_MAXUINT32, &county, NULL);
  facts.county = (guint) county;
  facts.serial = GPOINTER_TO_UINT (g_hash_table_lookup (seating->serials, application));
  ticket = kp_ticket_number_new (written->ticket_pattern, &facts, error);
  if (ticket == NULL)
    return NULL;
  g_hash_table_insert (seating->tickets, g_strdup (application), ticket);
  if (g_hash_table_insert (seating->holders, ticket, (gpointer) application))
    return ticket;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Two candidates would get the ticket number %s: the pattern needs {site2}, {session1} or {serial5}."),
               ticket);
  return NULL;
}

static void
number_serials (Seating *seating)
{
  for (guint i = 0; seating->draw->serials != NULL && seating->draw->serials[i] != NULL; i++)
    g_hash_table_insert (seating->serials, seating->draw->serials[i],
                         GUINT_TO_POINTER (seating->draw->first_serial + i));
}

static void
seating_init (Seating *seating)
{
  seating->groups = kp_scheme_group_sittings (seating->scheme, &seating->n_groups);
  seating->tickets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  seating->holders = g_hash_table_new (g_str_hash, g_str_equal);
  seating->serials = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < seating->seated->len; i++)
    {
      const KpSeatRecord *record = g_ptr_array_index (seating->seated, i);
      char *ticket = g_strdup (record->ticket);

      if (g_hash_table_contains (seating->tickets, record->application))
        {
          g_free (ticket);
          continue;
        }
      g_hash_table_insert (seating->tickets, g_strdup (record->application), ticket);
      g_hash_table_insert (seating->holders, ticket, (gpointer) record->application);
    }
  number_serials (seating);
}

/* ---- writing ---- */

/* Nobody is at two places at one time, whatever scheme the campaign was begun with. */
static gboolean
check_times (const Seating *seating,
             const KpDossier *dossier,
             guint sitting,
             GError **error)
{
  const KpSchemePost *post = kp_scheme_get_post (seating->scheme, dossier->application->post);
  const KpSchemeSitting *own = g_ptr_array_index (seating->scheme->written.sittings, sitting);

  for (guint i = 0; i < sitting; i++)
    {
      const KpSchemeSitting *other = g_ptr_array_index (seating->scheme->written.sittings, i);

      if (!kp_scheme_sitting_overlaps (own, other) || !kp_scheme_sitting_has_post (seating->scheme, other, post))
        continue;
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("The candidates of post %s would sit in “%s” and “%s” at one time, so no seats were given. Amend the "
                     "sittings."),
                   post->code, other->code, own->code);
      return FALSE;
    }
  return TRUE;
}

static gboolean
insert_seat (Seating *seating,
             const Group *group,
             guint person,
             GError **error)
{
  const KpDossier *dossier = g_ptr_array_index (group->people, person);
  const KpSchemePost *post = kp_scheme_get_post (seating->scheme, dossier->application->post);
  const KpSeat *seat = &g_array_index (group->seats, KpSeat, person);
  const Door *door = &g_array_index (group->doors, Door, seat->room);
  const char *ticket = get_ticket (seating, dossier, group, seat, error);

  if (ticket == NULL)
    return FALSE;
  for (guint i = 0; i < seating->scheme->written.sittings->len; i++)
    {
      const KpSchemeSitting *sitting = g_ptr_array_index (seating->scheme->written.sittings, i);
      KpSeatRecord record = {
        .campaign = kp_session_get_campaign (seating->session),
        .sitting = sitting->code,
        .application = dossier->application->application,
        .site = door->site->code,
        .room = door->number,
        .seat = seat->seat,
        .ticket = ticket,
      };

      if (seating->groups[i] != group->group || !kp_scheme_sitting_has_post (seating->scheme, sitting, post))
        continue;
      if (!check_times (seating, dossier, i, error) || !kp_ledger_insert (seating->ledger, &kp_seat_table, &record, error))
        return FALSE;
    }
  return TRUE;
}

static void
add_report (const Group *group,
            const KpSeatReport *report,
            KpSeatTally *tally)
{
  guint n_reserve = 0;

  for (guint i = 0; i < group->rooms->len; i++)
    n_reserve += g_array_index (group->rooms, KpSeatRoom, i).is_reserve ? 1 : 0;
  tally->n_rooms += report->n_rooms_used;
  tally->n_reserve_used += report->n_reserve_used;
  tally->n_reserve += n_reserve - report->n_reserve_used;
  tally->n_extra_seats += report->n_extra_seats;
  tally->n_post_conflicts += report->n_post_conflicts;
  tally->n_household_conflicts += report->n_household_conflicts;
  tally->n_employer_conflicts += report->n_employer_conflicts;
}

static gboolean
seat_group (Seating *seating,
            guint index,
            KpSeatTally *tally,
            GError **error)
{
  const KpSeatPolicy *policy = &seating->scheme->written.seat;
  KpSeatReport report = { 0 };
  g_auto (Group) group = { 0 };
  const KpSeatRoom *rooms;
  const KpSeatCandidate *candidates;
  KpSeat *seats;
  gboolean is_good;

  group_init (&group, seating, index);
  rooms = (const KpSeatRoom *) (gpointer) group.rooms->data;
  candidates = (const KpSeatCandidate *) (gpointer) group.candidates->data;
  seats = (KpSeat *) (gpointer) group.seats->data;
  if (group.people->len == 0)
    return TRUE;
  if (seating->seated->len == 0)
    is_good = kp_seat_decide (policy, rooms, group.rooms->len, candidates, group.people->len, seats, &report, error);
  else
    is_good = kp_seat_decide_late (policy, rooms, group.rooms->len, candidates, group.people->len, group.n_seated, seats,
                                   &report, error);
  for (guint i = group.n_seated; is_good && i < group.people->len; i++)
    is_good = insert_seat (seating, &group, i, error);
  add_report (&group, &report, tally);
  return is_good;
}

static gboolean
count_direct (KpSession *session,
              KpRoster *roster,
              KpSeatTally *tally,
              GError **error)
{
  g_autoptr (KpDirectHires) hires = kp_direct_hires_load (session, roster, error);

  for (guint i = 0; hires != NULL && i < kp_roster_get_n_dossiers (roster); i++)
    tally->n_direct += !kp_direct_hires_is_examined (hires, kp_roster_get_dossier (roster, i));
  return hires != NULL;
}

/**
 * kp_seating_give:
 * @session: a session
 * @ledger: its unit of work
 * @roster: of the session
 * @seated: (element-type KpSeatRecord): seats that stay as they are; empty = everybody is seated anew
 * @draw: who gets seats, in drawn order
 * @tally: what was done is added to it
 * @error: return location
 *
 * Gives everybody drawn a seat in each group of sittings that he sits, and one ticket for all of them.
 *
 * Returns: %TRUE, or %FALSE with #KP_SEAT_ERROR, #KP_TICKET_ERROR, #KP_STEP_ERROR or #KP_DATA_ERROR
 */
gboolean
kp_seating_give (KpSession *session,
                 KpLedger *ledger,
                 KpRoster *roster,
                 GPtrArray *seated,
                 const KpSeatingDraw *draw,
                 KpSeatTally *tally,
                 GError **error)
{
  g_auto (Seating) seating = {
    .session = session,
    .ledger = ledger,
    .roster = roster,
    .scheme = kp_session_get_scheme (session),
    .seated = seated,
    .draw = draw,
  };

  seating_init (&seating);
  for (guint i = 0; i < seating.n_groups; i++)
    {
      if (!seat_group (&seating, i, tally, error))
        return FALSE;
    }
  tally->n_candidates = g_strv_length (draw->order);
  return count_direct (session, roster, tally, error);
}
