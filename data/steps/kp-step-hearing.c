/* kp-step-hearing.c – draws rooms and order of the interview.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-hearing.h"

#include <glib/gi18n-lib.h>

#include "kp-draw-record.h"
#include "kp-roster.h"
#include "kp-step-extra.h"

/* Each post has one draw of its own, "interview-order:POST"; the drawn order is laid over the rooms like this (limit 36):
 *
 *   posts of 30, 4, 50 and 10      room 1: 30 + 4      room 2: 25      room 3: 25      room 4: 10
 *
 * A post stays in one room as long as it fits; posts follow one another in a room and the numbers run on. A post over the
 * limit has as many rooms for itself as the scheme says, and the drawn order deals its people round: first to the first
 * room, second to the second. A number says nothing of the post: all that an examiner sees is the code. */

/* Room and number in one whole number without leading zeros: no spreadsheet can turn it into a date or shorten it. */
#define CODE_OF_ROOM 1000

typedef struct
{
  const char *post;
  GPtrArray *items; /* registration numbers */
  KpDraw *draw;
} Hearing;

static void
hearing_clear (gpointer data)
{
  Hearing *hearing = data;

  g_ptr_array_unref (hearing->items);
  g_clear_pointer (&hearing->draw, kp_draw_free);
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
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);
      Hearing hearing = { post->code, g_ptr_array_new (), NULL };

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

static GArray *
commit_draws (KpSession *session,
              KpLedger *ledger,
              KpRoster *roster,
              GError **error)
{
  g_autoptr (GArray) hearings = list_hearings (session, roster, error);

  if (hearings == NULL)
    return NULL;
  for (guint i = 0; i < hearings->len; i++)
    {
      Hearing *hearing = &g_array_index (hearings, Hearing, i);
      g_autofree char *purpose = g_strdup_printf ("interview-order:%s", hearing->post);

      if (!kp_draw_record_commit (session, ledger, purpose, hearing->items, &hearing->draw, error))
        return NULL;
    }
  return g_steal_pointer (&hearings);
}

/**
 * kp_step_commit_hearings:
 * @session: a session, open for writing
 * @error: return location
 *
 * Fixes for each post who is drawn, and the secret part of its draw, before the public digits are known.
 *
 * Returns: (transfer full) (nullable): one line "PURPOSE COMMITMENT" for each post, or %NULL with an error and nothing
 * changed
 */
char *
kp_step_commit_hearings (KpSession *session,
                         GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin (session, KP_STEP_DRAW, "commit", error);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GArray) hearings = NULL;
  g_autoptr (GString) lines = g_string_new (NULL);

  if (ledger == NULL || !kp_list_test_check_ties (session, error))
    return NULL;
  roster = kp_session_load_roster (session, error);
  if (roster == NULL)
    return NULL;
  hearings = commit_draws (session, ledger, roster, error);
  if (hearings == NULL || !kp_session_commit (session, ledger, error))
    return NULL;
  for (guint i = 0; i < hearings->len; i++)
    {
      const KpDraw *draw = g_array_index (hearings, Hearing, i).draw;

      g_string_append_printf (lines, "%s %s\n", draw->purpose, draw->commitment);
    }
  return g_string_free (g_steal_pointer (&lines), FALSE);
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
  g_autofree char *code = g_strdup_printf ("%u", room * CODE_OF_ROOM + number);
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

/* The picture at the head of this file. */
static gboolean
insert_hearings (KpSession *session,
                 KpLedger *ledger,
                 const Hearing *hearing,
                 Rooms *rooms,
                 GError **error)
{
  const KpSchemeInterview *rule = &kp_session_get_scheme (session)->interview;
  const guint n = g_strv_length (hearing->draw->result);
  const gboolean is_split = rule->room_limit > 0 && n > rule->room_limit;
  const guint n_rooms = is_split ? MAX (rule->rooms_when_over, 1) : 1;
  guint n_before = 0;
  guint first;

  if (!is_split && rooms->room > 0 && rule->room_limit > 0 && rooms->n_inside + n <= rule->room_limit)
    {
      first = rooms->room;
      n_before = rooms->n_inside;
    }
  else
    first = rooms->room + 1;

  for (guint i = 0; i < n; i++)
    {
      if (!insert_hearing (session, ledger, hearing, hearing->draw->result[i], first + i % n_rooms,
                           n_before + i / n_rooms + 1, error))
        return FALSE;
    }
  rooms->room = first + n_rooms - 1;
  rooms->n_inside = is_split ? rule->room_limit : n_before + n;
  return TRUE;
}

static gboolean
has_hearings (KpRoster *roster,
              KpHearingTally *tally)
{
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpHearingRecord *hearing = kp_roster_get_dossier (roster, i)->hearing;

      if (hearing == NULL)
        continue;
      tally->n_candidates++;
      tally->n_rooms = MAX (tally->n_rooms, (guint) hearing->room);
    }
  tally->is_repeat = tally->n_candidates > 0;
  return tally->is_repeat;
}

/**
 * kp_step_draw_hearings:
 * @session: a session, open for writing
 * @public_part: the digits drawn before witnesses
 * @tally: (out): what was drawn
 * @error: return location
 *
 * 面试抽签: draws each post's order and gives every candidate room, number and code. An order that stands is never drawn
 * again.
 *
 * Returns: %TRUE, or %FALSE with an error and nothing changed
 */
gboolean
kp_step_draw_hearings (KpSession *session,
                       const char *public_part,
                       KpHearingTally *tally,
                       GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin (session, KP_STEP_DRAW, "draw", error);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GArray) hearings = NULL;
  Rooms rooms = { 0 };

  *tally = (KpHearingTally) { 0 };
  if (ledger == NULL)
    return FALSE;
  roster = kp_session_load_roster (session, error);
  if (roster == NULL)
    return FALSE;
  if (has_hearings (roster, tally))
    return TRUE;
  if (!kp_list_test_check_ties (session, error))
    return FALSE;
  hearings = commit_draws (session, ledger, roster, error);
  if (hearings == NULL)
    return FALSE;
  for (guint i = 0; i < hearings->len; i++)
    {
      Hearing *hearing = &g_array_index (hearings, Hearing, i);

      if (!kp_draw_record_run (session, ledger, hearing->draw, public_part, error)
          || !insert_hearings (session, ledger, hearing, &rooms, error))
        return FALSE;
      tally->n_candidates += hearing->items->len;
    }
  tally->n_rooms = rooms.room;
  return kp_session_commit (session, ledger, error);
}
