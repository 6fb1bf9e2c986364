/* kp-step-sign-in.c – who came to the interview, and which number one who comes late gets.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-hearing-rooms.h"
#include "kp-step-hearing.h"
#include "kp-step-room.h"

static const struct
{
  const char *name;
  const char *chinese;
} states[] = {
  [KP_ATTENDANCE_PRESENT] = { "present", "到" },
  [KP_ATTENDANCE_ABSENT] = { "absent", "缺考" },
  [KP_ATTENDANCE_LATE] = { "late", "迟到" },
  [KP_ATTENDANCE_NONE] = { "none", "未签到" },
};

/** kp_attendance_parse: present, absent, late, none, or 到, 缺考, 迟到, 未签到; FALSE when it is none of them. */
gboolean
kp_attendance_parse (const char *word,
                     KpAttendance *out)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      if (!g_str_equal (word, states[i].name) && !g_str_equal (word, states[i].chinese))
        continue;
      *out = (KpAttendance) i;
      return TRUE;
    }
  return FALSE;
}

/* Everybody of one room; the i-th slot belongs to the i-th dossier. */
static GPtrArray *
list_slots (KpRoster *roster,
            gint64 room,
            GArray *slots)
{
  GPtrArray *inside = g_ptr_array_new ();

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      KpHearingSlot slot;

      if (dossier->hearing == NULL || dossier->hearing->room != room)
        continue;
      slot = (KpHearingSlot) { (guint) dossier->hearing->number, dossier->interview != NULL,
                               dossier->attendance != NULL && g_str_equal (dossier->attendance->state, "absent") };
      g_array_append_val (slots, slot);
      g_ptr_array_add (inside, (gpointer) dossier);
    }
  return inside;
}

static gboolean
write_number (KpSession *session,
              KpLedger *ledger,
              const KpDossier *dossier,
              guint number,
              GError **error)
{
  g_autofree char *code = kp_hearing_dup_code ((guint) dossier->hearing->room, number);
  KpHearingRecord record = *dossier->hearing;

  record.campaign = kp_session_get_campaign (session);
  record.number = number;
  record.code = code;
  return kp_ledger_insert (ledger, &kp_hearing_table, &record, error);
}

/* @other (nullable) gets the number that @dossier had. */
static gboolean
exchange (KpSession *session,
          KpLedger *ledger,
          const KpDossier *dossier,
          const KpDossier *other,
          guint number,
          GError **error)
{
  if (!kp_ledger_remove (ledger, &kp_hearing_table, dossier->hearing, error)
      || (other != NULL && !kp_ledger_remove (ledger, &kp_hearing_table, other->hearing, error)))
    return FALSE;
  return write_number (session, ledger, dossier, number, error)
         && (other == NULL || write_number (session, ledger, other, (guint) dossier->hearing->number, error));
}

/* The late one takes what remains; the number that he had stays empty. */
static gboolean
move_late (KpSession *session,
           KpLedger *ledger,
           KpRoster *roster,
           const KpDossier *late,
           gboolean *is_moved,
           GError **error)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (KpHearingSlot));
  g_autoptr (GPtrArray) inside = list_slots (roster, late->hearing->room, slots);
  const KpDossier *other = NULL;
  guint own = 0, last = 0, found;

  for (guint i = 0; i < inside->len; i++)
    {
      own = g_ptr_array_index (inside, i) == late ? i : own;
      last = MAX (last, g_array_index (slots, KpHearingSlot, i).number);
    }
  found = kp_hearing_rooms_find_late ((const KpHearingSlot *) (gpointer) slots->data, slots->len, own);
  *is_moved = found != own;
  if (found == own)
    return TRUE;
  other = found != KP_HEARING_SLOT_NEW ? g_ptr_array_index (inside, found) : NULL;
  return exchange (session, ledger, late, other, other != NULL ? (guint) other->hearing->number : last + 1, error);
}

/* ---- signed by mistake ---- */

/* Marks stand under the number, not under the name: those of one who was heard would become another one's. */
static gboolean
check_unheard (KpSession *session,
               const KpDossier *dossier,
               GError **error)
{
  gint64 n_marks = 0;

  if (!kp_table_count (kp_session_get_database (session), &kp_panel_mark_table, kp_session_get_campaign (session), "AND code = $2",
                       KP_BINDS (KP_TEXT (dossier->hearing->code)), &n_marks, error))
    return FALSE;
  if (n_marks == 0 && dossier->interview == NULL)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Number %s has marks already, or is recorded absent, so the numbers stay as they are."), dossier->hearing->code);
  return FALSE;
}

/* Who was moved without having come late goes back to the number drawn, and who has that one meanwhile to the other. */
static gboolean
move_back (KpSession *session,
           KpLedger *ledger,
           KpRoster *roster,
           const KpDossier *dossier,
           GError **error)
{
  g_autoptr (GArray) slots = g_array_new (FALSE, FALSE, sizeof (KpHearingSlot));
  g_autoptr (GPtrArray) inside = list_slots (roster, dossier->hearing->room, slots);
  const KpDossier *other = NULL;

  for (guint i = 0; i < inside->len; i++)
    if (g_array_index (slots, KpHearingSlot, i).number == dossier->attendance->drawn)
      other = g_ptr_array_index (inside, i);
  return check_unheard (session, dossier, error) && (other == NULL || check_unheard (session, other, error))
         && exchange (session, ledger, dossier, other, (guint) dossier->attendance->drawn, error);
}

static gboolean
take_back (KpSession *session,
           KpLedger *ledger,
           KpRoster *roster,
           const KpDossier *dossier,
           gboolean *is_moved,
           GError **error)
{
  *is_moved = dossier->attendance->drawn != KP_NO_INT && dossier->hearing != NULL
              && dossier->hearing->number != dossier->attendance->drawn;
  return (!*is_moved || move_back (session, ledger, roster, dossier, error))
         && kp_ledger_remove (ledger, &kp_attendance_table, dossier->attendance, error)
         && kp_session_commit (session, ledger, error);
}

static const KpDossier *
find_candidate (KpRoster *roster,
                const char *number,
                GError **error)
{
  const KpDossier *dossier = kp_roster_find_ticket (roster, number);

  if (dossier == NULL)
    dossier = kp_roster_find_application (roster, number);
  if (dossier == NULL)
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                 _("No candidate has the ticket or registration number %s."), number);
  else if (!kp_dossier_is_on_shortlist (dossier))
    {
      kp_step_refuse (_("This candidate isn't on the list of the interview, so there is nothing to sign for."), error);
      return NULL;
    }
  return dossier;
}

/**
 * kp_step_sign_in:
 * @session: a session, open for writing
 * @number: ticket or registration number
 * @state: whether the candidate came
 * @is_moved: (out): whether one who came late got another number, or gave it back
 * @error: return location
 *
 * 面试签到. An absent one's number stays empty; one who comes late takes a number that remains, see
 * kp_hearing_rooms_find_late(). What was signed by mistake is taken back with %KP_ATTENDANCE_NONE, the number drawn with it.
 * Nothing changes for whom a mark is entered.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_sign_in (KpSession *session,
                 const char *number,
                 KpAttendance state,
                 gboolean *is_moved,
                 GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin (session, KP_STEP_IMPORT_INTERVIEW_MARKS, "sign-in", error);
  g_autoptr (KpRoster) roster = ledger != NULL ? kp_session_load_roster (session, error) : NULL;
  const KpDossier *dossier = roster != NULL ? find_candidate (roster, number, error) : NULL;
  g_autofree char *now = kp_session_dup_now (session);
  KpAttendanceRecord record = { .campaign = kp_session_get_campaign (session),
                                .state = states[state].name,
                                .drawn = KP_NO_INT,
                                .recorded_by = kp_session_get_actor (session),
                                .at = now };

  *is_moved = FALSE;
  if (dossier == NULL)
    return FALSE;
  if (dossier->attendance != NULL ? g_str_equal (dossier->attendance->state, record.state) : state == KP_ATTENDANCE_NONE)
    return TRUE;
  if (dossier->interview != NULL)
    return kp_step_refuse (_("This candidate's interview is over: marks are entered, or that nobody came."), error);
  if (state == KP_ATTENDANCE_NONE)
    return take_back (session, ledger, roster, dossier, is_moved, error);
  record.application = dossier->application->application;
  if (state == KP_ATTENDANCE_LATE && dossier->hearing != NULL
      && !move_late (session, ledger, roster, dossier, is_moved, error))
    return FALSE;
  if (dossier->attendance != NULL && dossier->attendance->drawn != KP_NO_INT)
    record.drawn = dossier->attendance->drawn;
  else if (*is_moved)
    record.drawn = dossier->hearing->number;
  return kp_ledger_put (ledger, &kp_attendance_table, &record, error) && kp_session_commit (session, ledger, error);
}
