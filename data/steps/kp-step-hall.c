/* kp-step-hall.c – the exam day at the door: who comes in, who came in by mistake, who was inside all the time.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every act is a row of its own, so that the record says by itself what happened at the door and when. Whoever is turned
 * away is no error: it is an answer, with the place where the candidate belongs or the clause. */

#include "kp-step-hall.h"

#include <glib/gi18n-lib.h>

#include "kp-absence.h"
#include "kp-hall-code.h"

/* Who stands at the door. Arrays and records owned. */
typedef struct
{
  const KpSchemeSitting *sitting; /* that is held here */
  GPtrArray *seats;               /* (nullable) (element-type KpSeatRecord): of the candidate, one in each sitting */
  KpHallArrivalRecord *last;      /* (nullable): what happened to the candidate here last */
  KpHallClosingRecord *closing;   /* (nullable): of the room */
} Visit;

static void
visit_clear (Visit *visit)
{
  g_clear_pointer (&visit->seats, g_ptr_array_unref);
  g_clear_pointer (&visit->last, kp_record_free);
  g_clear_pointer (&visit->closing, kp_record_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Visit, visit_clear)

/**
 * kp_hall_find_sitting:
 * @scheme: a scheme
 * @code: (nullable): of a sitting; %NULL where there is only one
 * @error: return location
 *
 * Returns: (transfer none) (nullable): the sitting, or %NULL with %KP_STEP_ERROR_NOT_FOUND and the sittings that there are
 */
const KpSchemeSitting *
kp_hall_find_sitting (const KpScheme *scheme,
                      const char *code,
                      GError **error)
{
  const GPtrArray *sittings = scheme->written.sittings;
  g_autoptr (GString) codes = g_string_new (NULL);

  for (guint i = 0; i < sittings->len; i++)
    {
      const KpSchemeSitting *sitting = g_ptr_array_index (sittings, i);

      if (code != NULL ? g_str_equal (sitting->code, code) : sittings->len == 1)
        return sitting;
      g_string_append_printf (codes, "%s%s", i > 0 ? ", " : "", sitting->code);
    }
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
               _("Say with --sitting which sitting is meant. The scheme has: %s."), codes->len > 0 ? codes->str : "–");
  return NULL;
}

/* ---- what the record says ---- */

static gboolean
load_state (KpSession *session,
            const KpSeatRecord *seat,
            Visit *visit,
            GError **error)
{
  g_autoptr (GPtrArray) last = kp_table_select (
      kp_session_get_database (session), &kp_hall_arrival_table, kp_session_get_campaign (session),
      "AND sitting = $2 AND application = $3 ORDER BY number DESC LIMIT 1",
      KP_BINDS (KP_TEXT (seat->sitting), KP_TEXT (seat->application)), error);

  if (last == NULL)
    return FALSE;
  if (last->len > 0)
    visit->last = kp_record_copy (&kp_hall_arrival_table, g_ptr_array_index (last, 0));
  return kp_table_find (kp_session_get_database (session), &kp_hall_closing_table, kp_session_get_campaign (session),
                        KP_BINDS (KP_TEXT (seat->sitting), KP_TEXT (seat->site), KP_INT (seat->room)), &visit->closing,
                        error);
}

static const KpSeatRecord *
choose_seat (const KpHallPlace *here,
             const Visit *visit,
             KpHallAnswer *answer)
{
  const KpHallPlace asked = { visit->sitting->code, here->site, here->room };
  g_autofree KpHallPlace *places = g_new0 (KpHallPlace, visit->seats->len + 1);
  guint index;

  for (guint i = 0; i < visit->seats->len; i++)
    {
      const KpSeatRecord *seat = g_ptr_array_index (visit->seats, i);

      places[i] = (KpHallPlace) { seat->sitting, seat->site, (guint) seat->room };
    }
  answer->outcome = kp_hall_decide_scan (&asked, places, visit->seats->len, &index);
  return visit->seats->len > 0 ? g_ptr_array_index (visit->seats, index) : NULL;
}

/* The answer says who it is and where the place is; its outcome is KP_SCAN_IN when that place is here. FALSE is an error. */
static gboolean
find_visitor (KpSession *session,
              const KpHallPlace *here,
              const char *code,
              Visit *visit,
              KpHallAnswer *answer,
              GError **error)
{
  g_autofree char *number = NULL;
  const KpSeatRecord *seat;

  visit->sitting = kp_hall_find_sitting (kp_session_get_scheme (session), here->sitting, error);
  if (visit->sitting == NULL)
    return FALSE;
  number = kp_hall_dup_number (session, code, answer);
  if (number == NULL)
    return TRUE;
  visit->seats = kp_hall_find_seats (session, number, error);
  if (visit->seats == NULL)
    return FALSE;
  seat = choose_seat (here, visit, answer);
  if (seat == NULL)
    return TRUE;
  answer->application = g_strdup (seat->application);
  answer->ticket = g_strdup (seat->ticket);
  answer->sitting = g_strdup (seat->sitting);
  answer->site = g_strdup (seat->site);
  answer->room = (guint) seat->room;
  answer->seat = (guint) seat->seat;
  return kp_hall_load_name (session, answer, error)
         && (answer->outcome != KP_SCAN_IN || load_state (session, seat, visit, error));
}

static gboolean
is_in (const Visit *visit)
{
  return visit->last != NULL && g_str_equal (visit->last->act, KP_HALL_ACT_IN);
}

/* ---- acts ---- */

static gboolean
write_act (KpSession *session,
           KpLedger *ledger,
           const Visit *visit,
           KpHallAnswer *answer,
           const KpHallArrivalRecord *act,
           GError **error)
{
  g_autofree char *now = kp_session_dup_now (session);
  KpHallArrivalRecord record = *act;

  record.campaign = kp_session_get_campaign (session);
  record.sitting = answer->sitting;
  record.application = answer->application;
  record.number = visit->last != NULL ? visit->last->number + 1 : 1;
  record.person = act->person != NULL ? act->person : kp_session_get_actor (session);
  record.at = now;
  if (!kp_ledger_insert (ledger, &kp_hall_arrival_table, &record, error))
    return FALSE;
  g_free (answer->at);
  answer->at = g_steal_pointer (&now);
  return TRUE;
}

static gboolean
get_moment (KpSession *session,
            KpMoment *out,
            GError **error)
{
  g_autofree char *now = kp_session_dup_now (session);

  if (kp_moment_parse (now, out))
    return TRUE;
  return kp_step_refuse (_("The clock of this computer gives no time of the day. Set it, then read the ticket again."), error);
}

/* Somebody at the right door: let in, known already, or turned away; the last two write nothing a second time. */
static gboolean
take_in (KpSession *session,
         KpLedger *ledger,
         Visit *visit,
         KpHallAnswer *answer,
         GError **error)
{
  KpMoment now;

  if (!get_moment (session, &now, error))
    return FALSE;
  answer->outcome = kp_hall_decide_arrival (kp_hall_decide_entry (visit->sitting, now), is_in (visit), visit->closing != NULL);
  if (answer->outcome == KP_SCAN_IN || answer->outcome == KP_SCAN_IN_LATE)
    return write_act (session, ledger, visit, answer, &(KpHallArrivalRecord) { .act = KP_HALL_ACT_IN }, error);
  if (answer->outcome == KP_SCAN_REFUSED && (visit->last == NULL || !g_str_equal (visit->last->act, KP_HALL_ACT_REFUSED))
      && visit->closing == NULL && kp_date_compare (now.date, visit->sitting->date) == 0)
    return write_act (session, ledger, visit, answer, &(KpHallArrivalRecord) { .act = KP_HALL_ACT_REFUSED }, error);
  if (visit->last != NULL && answer->outcome != KP_SCAN_EARLY)
    answer->at = g_strdup (visit->last->at);
  return TRUE;
}

/**
 * kp_step_hall_scan:
 * @session: a session, open for writing
 * @here: which sitting is held at this door, and at which site and room the door is
 * @code: what a reader of codes typed
 * @answer: (out): what became of it; cleared by the caller
 * @error: return location
 *
 * 入场: lets a candidate in whose place and time are right. A ticket that is read twice changes nothing. Who comes after the
 * scheme's time is turned away, and the record keeps when.
 *
 * Returns: %TRUE with an answer, whatever it is; or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_hall_scan (KpSession *session,
                   const KpHallPlace *here,
                   const char *code,
                   KpHallAnswer *answer,
                   GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin_beside (session, "hall", NULL, error);
  g_auto (Visit) visit = { 0 };

  *answer = (KpHallAnswer) { 0 };
  if (ledger == NULL || !find_visitor (session, here, code, &visit, answer, error))
    return FALSE;
  if (answer->outcome == KP_SCAN_IN && !take_in (session, ledger, &visit, answer, error))
    return FALSE;
  return kp_session_commit (session, ledger, error);
}

/* For the acts by hand, which are of somebody at the right door or of nobody. */
static gboolean
find_here (KpSession *session,
           const KpHallPlace *here,
           const char *code,
           Visit *visit,
           KpHallAnswer *answer,
           GError **error)
{
  g_autofree char *sentence = NULL;

  if (!find_visitor (session, here, code, visit, answer, error))
    return FALSE;
  if (answer->outcome == KP_SCAN_IN)
    return TRUE;
  sentence = kp_hall_answer_dup_sentence (answer, kp_session_get_scheme (session));
  return kp_step_refuse (sentence, error);
}

/**
 * kp_step_hall_undo:
 * @session: a session, open for writing
 * @here: as for kp_step_hall_scan()
 * @code: of who didn't come in
 * @reason: how the wrong ticket came to be read
 * @answer: (out): who it was; cleared by the caller
 * @error: return location
 *
 * 撤销入场: while the door of the room is open. The act stays in the record beside what it undoes.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_hall_undo (KpSession *session,
                   const KpHallPlace *here,
                   const char *code,
                   const char *reason,
                   KpHallAnswer *answer,
                   GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_auto (Visit) visit = { 0 };

  *answer = (KpHallAnswer) { 0 };
  if (kp_two_people_is_blank (reason))
    return kp_step_refuse (_("Say why this arrival was wrong; the reason stays in the record."), error);
  ledger = kp_session_begin_beside (session, "hall", NULL, error);
  if (ledger == NULL || !find_here (session, here, code, &visit, answer, error))
    return FALSE;
  if (!is_in (&visit))
    return kp_step_refuse (_("This candidate hasn't come in, so there is no arrival to undo."), error);
  if (visit.closing != NULL)
    return kp_step_refuse (_("The door of this room is closed already. Record the absence by two people (“kaopin incident”, kind "
                             "absent)."),
                           error);
  return write_act (session, ledger, &visit, answer, &(KpHallArrivalRecord) { .act = KP_HALL_ACT_UNDONE, .reason = reason }, error)
         && kp_session_commit (session, ledger, error);
}

/**
 * kp_step_hall_admit:
 * @session: a session, open for writing
 * @here: as for kp_step_hall_scan()
 * @code: of who sat in the room all the time
 * @people: who answers for it, and how it was found
 * @answer: (out): who it was; cleared by the caller
 * @error: return location
 *
 * 补登入场: somebody whose ticket wasn't read is absent by the record, and sits in the room. Two people put that right: the
 * absence is withdrawn, and the paper can be marked.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_hall_admit (KpSession *session,
                    const KpHallPlace *here,
                    const char *code,
                    const KpTwoPeople *people,
                    KpHallAnswer *answer,
                    GError **error)
{
  const KpHallArrivalRecord act = {
    .act = KP_HALL_ACT_IN,
    .reason = people->reason,
    .person = people->first_person,
    .second_person = people->second_person,
  };
  g_autoptr (KpLedger) ledger = NULL;
  g_auto (KpMarkedPaper) paper = { 0 };
  g_auto (Visit) visit = { 0 };

  *answer = (KpHallAnswer) { 0 };
  if (!kp_two_people_check_change (session, people, error))
    return FALSE;
  ledger = kp_session_begin_beside (session, "hall", NULL, error);
  if (ledger == NULL || !find_here (session, here, code, &visit, answer, error))
    return FALSE;
  if (visit.closing == NULL)
    return kp_step_refuse (_("The door of this room is still open: just read the ticket."), error);
  if (is_in (&visit))
    return kp_step_refuse (_("This candidate came in by the record already."), error);
  return kp_marked_paper_load_of (&paper, session, visit.sitting->paper, answer->application, error)
         && kp_marked_paper_check_unlocked (&paper, error) && write_act (session, ledger, &visit, answer, &act, error)
         && kp_absence_agree (session, ledger, visit.sitting->paper, error) && kp_session_commit (session, ledger, error);
}

/**
 * kp_hall_dup_ticket:
 * @session: a session
 * @code: what a reader of codes typed, or a hand
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the ticket number of who is meant, or %NULL with #KP_STEP_ERROR or #KP_DATA_ERROR
 */
char *
kp_hall_dup_ticket (KpSession *session,
                    const char *code,
                    GError **error)
{
  g_auto (KpHallAnswer) answer = { 0 };
  g_autofree char *number = kp_hall_dup_number (session, code, &answer);
  g_autofree char *sentence = NULL;
  g_autoptr (GPtrArray) seats = number != NULL ? kp_hall_find_seats (session, number, error) : NULL;

  if (number != NULL && seats == NULL)
    return NULL;
  if (seats != NULL && seats->len > 0)
    return g_strdup (((const KpSeatRecord *) g_ptr_array_index (seats, 0))->ticket);
  answer.outcome = number != NULL ? KP_SCAN_UNKNOWN : answer.outcome;
  sentence = kp_hall_answer_dup_sentence (&answer, kp_session_get_scheme (session));
  kp_step_refuse (sentence, error);
  return NULL;
}

/**
 * kp_hall_dup_ticket_of_seat:
 * @session: a session
 * @here: sitting, site and room
 * @seat: number of a seat
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the ticket of who sits there, or %NULL with %KP_STEP_ERROR_NOT_FOUND or #KP_DATA_ERROR
 */
char *
kp_hall_dup_ticket_of_seat (KpSession *session,
                            const KpHallPlace *here,
                            guint seat,
                            GError **error)
{
  const KpSchemeSitting *sitting = kp_hall_find_sitting (kp_session_get_scheme (session), here->sitting, error);
  g_autoptr (GPtrArray) seats = sitting == NULL ? NULL : kp_table_select (
      kp_session_get_database (session), &kp_seat_table, kp_session_get_campaign (session),
      "AND sitting = $2 AND site = $3 AND room = $4 AND seat = $5",
      KP_BINDS (KP_TEXT (sitting->code), KP_TEXT (here->site), KP_INT (here->room), KP_INT (seat)), error);

  if (seats == NULL)
    return NULL;
  if (seats->len > 0)
    return g_strdup (((const KpSeatRecord *) g_ptr_array_index (seats, 0))->ticket);
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
               _("Nobody has seat %02u of room %03u in this sitting. Look at the seat chart."), seat, here->room);
  return NULL;
}
