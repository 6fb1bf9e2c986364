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
};

/** kp_attendance_parse: present, absent, late, or 到, 缺考, 迟到; FALSE when it is none of them. */
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
  if (!kp_ledger_remove (ledger, &kp_hearing_table, late->hearing, error)
      || (other != NULL && !kp_ledger_remove (ledger, &kp_hearing_table, other->hearing, error)))
    return FALSE;
  return write_number (session, ledger, late, other != NULL ? (guint) other->hearing->number : last + 1, error)
         && (other == NULL || write_number (session, ledger, other, (guint) late->hearing->number, error));
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
 * @is_moved: (out): whether one who came late got another number
 * @error: return location
 *
 * 面试签到. An absent one's number stays empty; one who comes late takes a number that remains, see
 * kp_hearing_rooms_find_late(). Nothing changes for whom a mark is entered.
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
                                .recorded_by = kp_session_get_actor (session),
                                .at = now };

  *is_moved = FALSE;
  if (dossier == NULL)
    return FALSE;
  if (dossier->attendance != NULL && g_str_equal (dossier->attendance->state, record.state))
    return TRUE;
  if (dossier->interview != NULL)
    return kp_step_refuse (_("This candidate's interview is over: marks are entered, or that nobody came."), error);
  record.application = dossier->application->application;
  if (!kp_ledger_put (ledger, &kp_attendance_table, &record, error))
    return FALSE;
  if (state == KP_ATTENDANCE_LATE && dossier->hearing != NULL
      && !move_late (session, ledger, roster, dossier, is_moved, error))
    return FALSE;
  return kp_session_commit (session, ledger, error);
}
