/* kp-step-hearing.c – draws rooms and order of the interview.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-hearing.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-heat-record.h"
#include "kp-roster.h"
#include "kp-step-extra.h"
#include "kp-step-panel.h"

/* Each post has one draw of its own, "interview-order:POST"; the drawn order is laid over the rooms like this (limit 36):
 *
 *   posts of 30, 4, 50 and 10      room 1: 30 + 4      room 2: 25      room 3: 25      room 4: 10
 *
 * A post stays in one room as long as it fits; posts follow one another in a room and the numbers run on. A post over the
 * limit has as many rooms for itself as the scheme says, and the drawn order deals its people round: first to the first
 * room, second to the second; or, where the scheme says so, groups that the written marks make alike (rules/
 * kp-hearing-rooms.c) are drawn to the rooms by "interview-rooms:POST", and the drawn order counts inside each. A number says
 * nothing of the post: all that an examiner sees is the code. */

/* Room and number in one whole number without leading zeros: no spreadsheet can turn it into a date or shorten it. */
#define CODE_OF_ROOM 1000

#define PURPOSE_PREFIX "interview-order:"
#define ROOMS_PREFIX "interview-rooms:"

typedef struct
{
  const char *post;
  GPtrArray *items; /* registration numbers */
  KpDraw *draw;
  KpDraw *groups; /* nullable: of the groups to the rooms */
} Hearing;

static void
hearing_clear (gpointer data)
{
  Hearing *hearing = data;

  g_ptr_array_unref (hearing->items);
  g_clear_pointer (&hearing->draw, kp_draw_free);
  g_clear_pointer (&hearing->groups, kp_draw_free);
}

/* Who is on the shortlist, by post in the scheme's order. */
static GArray *
list_hearings (KpSession *session,
               KpRoster *roster,
               GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autoptr (GArray) hearings = g_array_new (FALSE, TRUE, sizeof (Hearing));

  g_array_set_clear_func (hearings, hearing_clear);
  if (!kp_heat_check_all_made (scheme, roster, error))
    return NULL;
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);
      Hearing hearing = { post->code, g_ptr_array_new (), NULL, NULL };

      for (guint j = 0; j < kp_roster_get_n_dossiers (roster); j++)
        {
          const KpDossier *dossier = kp_roster_get_dossier (roster, j);

          if (kp_dossier_is_on_shortlist (dossier) && g_str_equal (dossier->shortlist->post, post->code))
            g_ptr_array_add (hearing.items, (gpointer) dossier->application->application);
        }
      if (hearing.items->len > 0)
        g_array_append_val (hearings, hearing);
      else
        hearing_clear (&hearing);
    }
  if (hearings->len == 0)
    {
      g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                           _("Nobody is on the shortlist, so there is no order to draw. Make the shortlist first."));
      return NULL;
    }
  return g_steal_pointer (&hearings);
}

static char *
dup_purpose (const char *post)
{
  return g_strconcat (PURPOSE_PREFIX, post, NULL);
}

static guint
count_rooms (const KpSchemeInterview *rule,
             guint n)
{
  return rule->room_limit > 0 && n > rule->room_limit ? MAX (rule->rooms_when_over, 1) : 1;
}

static gboolean
has_groups (const KpSchemeInterview *rule,
            const Hearing *hearing)
{
  return rule->rooms_by == KP_ROOMS_BY_Z && count_rooms (rule, hearing->items->len) > 1;
}

/* The groups of a post, "1", "2" …, that are drawn to its rooms. */
static GPtrArray *
list_groups (const KpSchemeInterview *rule,
             const Hearing *hearing)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (g_free);
  const guint n = count_rooms (rule, hearing->items->len);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (groups, g_strdup_printf ("%u", i + 1));
  return groups;
}

/**
 * kp_hearing_purpose_is_sealed:
 * @roster: the roster
 * @purpose: of any draw
 *
 * Returns: whether the result of the draw would tell who has which number of a room that isn't opened
 */
gboolean
kp_hearing_purpose_is_sealed (KpRoster *roster,
                              const char *purpose)
{
  const char *post = g_str_has_prefix (purpose, PURPOSE_PREFIX) ? purpose + strlen (PURPOSE_PREFIX)
                     : g_str_has_prefix (purpose, ROOMS_PREFIX) ? purpose + strlen (ROOMS_PREFIX)
                                                                : NULL;

  for (guint i = 0; post != NULL && i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (kp_dossier_is_sealed (dossier) && g_str_equal (dossier->hearing->post, post))
        return TRUE;
    }
  return FALSE;
}

/**
 * kp_hearing_dup_code:
 * @room: number of a room
 * @number: number of a candidate in it
 *
 * Returns: (transfer full): the code of both, which is all that an examiner sees
 */
char *
kp_hearing_dup_code (guint room,
                     guint number)
{
  return g_strdup_printf ("%u", room * CODE_OF_ROOM + number);
}

/* A number that somebody has spoken under keeps its person. */
static gboolean
check_nothing_heard (KpSession *session,
                     GError **error)
{
  gint64 n_marks = 0;
  gint64 n_interviews = 0;

  if (!kp_table_count (kp_session_get_database (session), &kp_panel_mark_table, kp_session_get_campaign (session), "",
                       KP_NO_BINDS, &n_marks, error)
      || !kp_table_count (kp_session_get_database (session), &kp_interview_table, kp_session_get_campaign (session), "",
                          KP_NO_BINDS, &n_interviews, error))
    return FALSE;
  if (n_marks + n_interviews == 0)
    return TRUE;
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                       _("Marks of the interview are entered by these numbers already, so the order can't be drawn again."));
  return FALSE;
}

/* A second draw for a post whose groups are made by marks: which group goes to which room. */
static gboolean
commit_groups (KpSession *session,
               KpLedger *ledger,
               const Hearing *hearing,
               const KpDrawTerms *terms,
               GString *lines,
               GError **error)
{
  const KpSchemeInterview *rule = &kp_session_get_scheme (session)->interview;
  g_autofree char *purpose = g_strconcat (ROOMS_PREFIX, hearing->post, NULL);
  g_autoptr (GPtrArray) groups = list_groups (rule, hearing);
  g_autoptr (KpDraw) draw = NULL;

  if (!has_groups (rule, hearing))
    return TRUE;
  if (!kp_draw_record_commit (session, ledger, purpose, groups, terms, &draw, error))
    return FALSE;
  g_string_append_printf (lines, "%s %s\n", purpose, draw->commitment);
  return TRUE;
}

/**
 * kp_step_commit_hearings:
 * @session: a session, open for writing
 * @terms: which public number will count; for a repeat the two people who order it, and why
 * @error: return location
 *
 * Fixes for each post who is drawn, and the secret part of its draw, before the public digits are known.
 *
 * Returns: (transfer full) (nullable): one line "PURPOSE COMMITMENT" for each post, or %NULL with an error and nothing
 * changed
 */
char *
kp_step_commit_hearings (KpSession *session,
                         const KpDrawTerms *terms,
                         GError **error)
{
  g_autoptr (KpLedger) ledger
      = kp_draw_record_check_people (session, terms, error) ? kp_session_begin (session, KP_STEP_DRAW, "commit", error) : NULL;
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GArray) hearings = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);

  if (ledger == NULL || !kp_draw_record_check_repeat (session, PURPOSE_PREFIX, terms, error)
      || (terms->repeat != NULL && !check_nothing_heard (session, error))
      || !kp_list_test_check_ties (session, error))
    return NULL;
  roster = kp_session_load_roster (session, error);
  hearings = roster != NULL ? list_hearings (session, roster, error) : NULL;
  if (hearings == NULL)
    return NULL;
  for (guint i = 0; i < hearings->len; i++)
    {
      Hearing *hearing = &g_array_index (hearings, Hearing, i);
      g_autofree char *purpose = dup_purpose (hearing->post);

      if (!kp_draw_record_commit (session, ledger, purpose, hearing->items, terms, &hearing->draw, error)
          || !commit_groups (session, ledger, hearing, terms, lines, error))
        return NULL;
      g_string_append_printf (lines, "%s %s\n", purpose, hearing->draw->commitment);
    }
  return kp_session_commit (session, ledger, error) ? g_string_free (g_steal_pointer (&lines), FALSE) : NULL;
}

/* Where the next post goes. */
typedef struct
{
  guint room;     /* the last room that was opened; 0 = none */
  guint n_inside; /* candidates in it */
} Rooms;

static gboolean
insert_hearing (KpSession *session,
                KpLedger *ledger,
                const Hearing *hearing,
                const char *application,
                guint room,
                guint number,
                GError **error)
{
  g_autofree char *code = kp_hearing_dup_code (room, number);
  KpHearingRecord record = {
    .campaign = kp_session_get_campaign (session),
    .application = application,
    .post = hearing->post,
    .room = room,
    .number = number,
    .code = code,
  };

  return kp_ledger_insert (ledger, &kp_hearing_table, &record, error);
}

/* The room of each, from 0, in the drawn order. */
static guint *
deal_rooms (KpRoster *roster,
            const Hearing *hearing,
            guint n_rooms)
{
  const guint n = g_strv_length (hearing->draw->result);
  guint *rooms = g_new0 (guint, n + 1);
  g_autofree KpMark *written = g_new0 (KpMark, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const KpDossier *dossier = kp_roster_find_application (roster, hearing->draw->result[i]);

      rooms[i] = i % n_rooms;
      written[i] = dossier->shortlist->written != KP_NO_INT ? dossier->shortlist->written : -1;
    }
  if (hearing->groups == NULL)
    return rooms;
  kp_hearing_rooms_group (written, n, n_rooms, rooms);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *group = g_strdup_printf ("%u", rooms[i] + 1);

      for (guint room = 0; room < n_rooms; room++)
        if (g_str_equal (hearing->groups->result[room], group))
          rooms[i] = room;
    }
  return rooms;
}

/* The picture at the head of this file. */
static gboolean
insert_hearings (KpSession *session,
                 KpLedger *ledger,
                 KpRoster *roster,
                 const Hearing *hearing,
                 Rooms *rooms,
                 GError **error)
{
  const KpSchemeInterview *rule = &kp_session_get_scheme (session)->interview;
  const guint n = g_strv_length (hearing->draw->result);
  const guint n_rooms = count_rooms (rule, n);
  const gboolean is_shared
      = n_rooms == 1 && rooms->room > 0 && rule->room_limit > 0 && rooms->n_inside + n <= rule->room_limit;
  const guint first = is_shared ? rooms->room : rooms->room + 1;
  const guint n_before = is_shared ? rooms->n_inside : 0;
  g_autofree guint *dealt = deal_rooms (roster, hearing, n_rooms);
  g_autofree guint *n_inside = g_new0 (guint, n_rooms);

  for (guint i = 0; i < n; i++)
    {
      const guint number = n_before + ++n_inside[dealt[i]];

      if (!insert_hearing (session, ledger, hearing, hearing->draw->result[i], first + dealt[i], number, error))
        return FALSE;
    }
  rooms->room = first + n_rooms - 1;
  rooms->n_inside = n_rooms > 1 ? rule->room_limit : n_before + n;
  return TRUE;
}

/* All posts are drawn at once, so one that stands speaks for all. */
static gboolean
answer_again (KpSession *session,
              const char *public_part,
              KpHearingTally *tally,
              GError **error)
{
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);
  const char *post = NULL;
  g_autofree char *purpose = NULL;

  if (roster == NULL)
    return FALSE;
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpHearingRecord *hearing = kp_roster_get_dossier (roster, i)->hearing;

      if (hearing == NULL)
        continue;
      post = hearing->post;
      tally->n_candidates++;
      tally->n_rooms = MAX (tally->n_rooms, (guint) hearing->room);
    }
  if (post == NULL)
    return TRUE;
  purpose = dup_purpose (post);
  return kp_draw_record_answer_again (session, purpose, public_part, &tally->is_repeat, error);
}

/* The journal keeps what an earlier attempt gave. */
static gboolean
remove_hearings (KpSession *session,
                 KpLedger *ledger,
                 KpHearingTally *tally,
                 GError **error)
{
  g_autoptr (GPtrArray) hearings = kp_table_select (kp_session_get_database (session), &kp_hearing_table,
                                                    kp_session_get_campaign (session), "", KP_NO_BINDS, error);

  if (hearings == NULL || (hearings->len > 0 && !check_nothing_heard (session, error)))
    return FALSE;
  for (guint i = 0; i < hearings->len; i++)
    {
      if (!kp_ledger_remove (ledger, &kp_hearing_table, g_ptr_array_index (hearings, i), error))
        return FALSE;
    }
  tally->n_replaced = hearings->len;
  /* The examiners were seated for these rooms; their drawn order stands and is laid over the new ones. */
  return hearings->len == 0 || kp_panel_draw_remove (session, ledger, error);
}

static gboolean
draw_groups (KpSession *session,
             KpLedger *ledger,
             Hearing *hearing,
             const char *public_part,
             GError **error)
{
  const KpSchemeInterview *rule = &kp_session_get_scheme (session)->interview;
  g_autofree char *purpose = g_strconcat (ROOMS_PREFIX, hearing->post, NULL);
  g_autoptr (GPtrArray) groups = list_groups (rule, hearing);

  if (!has_groups (rule, hearing))
    return TRUE;
  hearing->groups = kp_draw_record_load (session, purpose, groups, error);
  return hearing->groups != NULL && kp_draw_record_run (session, ledger, hearing->groups, public_part, error);
}

static gboolean
draw_all (KpSession *session,
          KpLedger *ledger,
          KpRoster *roster,
          GArray *hearings,
          const char *public_part,
          KpHearingTally *tally,
          GError **error)
{
  Rooms rooms = { 0 };

  for (guint i = 0; i < hearings->len; i++)
    {
      Hearing *hearing = &g_array_index (hearings, Hearing, i);
      g_autofree char *purpose = dup_purpose (hearing->post);

      hearing->draw = kp_draw_record_load (session, purpose, hearing->items, error);
      if (hearing->draw == NULL || !kp_draw_record_run (session, ledger, hearing->draw, public_part, error)
          || !draw_groups (session, ledger, hearing, public_part, error)
          || !insert_hearings (session, ledger, roster, hearing, &rooms, error))
        return FALSE;
      tally->n_candidates += hearing->items->len;
    }
  tally->n_rooms = rooms.room;
  return TRUE;
}

/**
 * kp_step_draw_hearings:
 * @session: a session, open for writing
 * @public_part: the digits drawn before witnesses
 * @tally: (out): what was drawn
 * @error: return location
 *
 * 面试抽签: draws each post's committed order and gives every candidate room, number and code. An order that stands is never
 * drawn again unless a repeat was committed.
 *
 * Returns: %TRUE, or %FALSE with an error and nothing changed but the note of a refused second draw
 */
gboolean
kp_step_draw_hearings (KpSession *session,
                       const char *public_part,
                       KpHearingTally *tally,
                       GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GArray) hearings = NULL;

  *tally = (KpHearingTally) { 0 };
  if (!answer_again (session, public_part, tally, error))
    return FALSE;
  if (tally->is_repeat)
    return TRUE;
  *tally = (KpHearingTally) { 0 };
  ledger = kp_session_begin (session, KP_STEP_DRAW, "draw", error);
  roster = ledger != NULL && kp_list_test_check_ties (session, error) ? kp_session_load_roster (session, error) : NULL;
  hearings = roster != NULL ? list_hearings (session, roster, error) : NULL;
  return hearings != NULL && remove_hearings (session, ledger, tally, error)
         && draw_all (session, ledger, roster, hearings, public_part, tally, error) && kp_session_commit (session, ledger, error);
}
