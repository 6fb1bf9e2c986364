/* kp-step-room.c – what happens at the rooms: checking of marks, taking back, breaking the seal.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The life of a number, from the draw to the name:
 *
 *   drawn → marks entered → checked by two people → (all numbers of the room checked) room opened → name beside number
 *                  ↑ taken back ↓                                                                 → corrections
 *
 * Up to the check a sheet can be taken back; from the opening on there are only corrections; in between nothing changes. */
#include "kp-step-room.h"

#include <glib/gi18n-lib.h>

#include "kp-mark.h"
#include "kp-panel-field.h"
#include "kp-step-interview.h"
#include "kp-two-people.h"

/* Staff with a relative among the candidates answer for nothing here (domain.md §8.4). Whom nobody knows by number or name
   is no staff of the list. */
static gboolean
check_kin (const KpPanelField *field,
           const char *person,
           GError **error)
{
  for (guint i = 0; i < field->examiners->len; i++)
    {
      const KpExaminerRecord *one = g_ptr_array_index (field->examiners, i);

      if ((g_str_equal (one->examiner, person) || g_str_equal (one->name, person)) && kp_panel_field_is_out (field, one))
        return kp_step_refuse (_("One of the two has a relative among the candidates and must stay out of the whole exam. Somebody "
                                 "else has to do it."),
                               error);
    }
  return TRUE;
}

/* What every step of this file begins with. */
static KpPanelField *
begin (KpSession *session,
       const char *step,
       const char *subject,
       const KpTwoPeople *persons,
       KpLedger **ledger,
       GError **error)
{
  g_autoptr (KpPanelField) field = NULL;

  if (!kp_two_people_check_change (session, persons, error))
    return NULL;
  *ledger = kp_session_begin_beside (session, step, subject, error);
  field = *ledger != NULL ? kp_panel_field_load (session, error) : NULL;
  if (field == NULL || !check_kin (field, persons->first_person, error)
      || !check_kin (field, persons->second_person, error))
    return NULL;
  return g_steal_pointer (&field);
}

static const KpDossier *
find_code (const KpPanelField *field,
           const char *code,
           GError **error)
{
  const KpDossier *dossier = kp_roster_find_code (field->roster, code);

  if (dossier == NULL)
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND, _("No candidate drew the number %s."), code);
  return dossier;
}

static gboolean
find_check (KpSession *session,
            const char *code,
            KpHearingCheckRecord **check,
            GError **error)
{
  return kp_table_find (kp_session_get_database (session), &kp_hearing_check_table, kp_session_get_campaign (session),
                        KP_BINDS (KP_TEXT (code)), check, error);
}

/* ---- checking ---- */

static gboolean
reads_as (const KpInterviewRecord *interview,
          const char *text)
{
  KpMarkState state = KP_MARK_NOT_ENTERED;
  KpMark mark;

  kp_mark_state_from_name (interview->state, &state);
  if (state == KP_MARK_PRESENT)
    return kp_mark_parse (text, KP_MARK_DECIMALS, &mark, NULL) && mark == interview->raw;
  return g_str_equal (text, kp_mark_state_get_chinese (state)) || (state == KP_MARK_BREACH && g_str_equal (text, "违纪"));
}

static gboolean
insert_check (KpSession *session,
              KpLedger *ledger,
              const KpHearingCheckRecord *check,
              GError **error)
{
  g_autofree KpHearingCheckRecord *stored = NULL;

  if (!find_check (session, check->code, &stored, error))
    return FALSE;
  return stored != NULL || kp_ledger_insert (ledger, &kp_hearing_check_table, (gpointer) check, error);
}

static gboolean
check_one (KpSession *session,
           KpLedger *ledger,
           const KpPanelField *field,
           const KpHearingCheckRecord *reading,
           GError **error)
{
  const KpDossier *dossier = find_code (field, reading->code, error);

  if (dossier == NULL)
    return FALSE;
  if (dossier->interview == NULL)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("Number %s has no mark yet, so there is nothing to check. Enter all of its sheets first."), reading->code);
      return FALSE;
    }
  if (!reads_as (dossier->interview, reading->mark))
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("Number %s: the signed sheet was read as “%s”, but the marks of the record give something else. Compare "
                     "the sheets; nothing was checked."),
                   reading->code, reading->mark);
      return FALSE;
    }
  return insert_check (session, ledger, reading, error);
}

/**
 * kp_room_put_check:
 * @session: a session
 * @ledger: its unit of work
 * @field: the panels with the marks as they are now
 * @check: what two people read, who they are and when
 * @error: return location
 *
 * For what was confirmed elsewhere, in a room without network: held against the marks as kp_step_check_hearings() does.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR
 */
gboolean
kp_room_put_check (KpSession *session,
                   KpLedger *ledger,
                   const KpPanelField *field,
                   const KpHearingCheckRecord *check,
                   GError **error)
{
  return check_kin (field, check->first_person, error) && check_kin (field, check->second_person, error)
         && check_one (session, ledger, field, check, error);
}

/* Nobody came and no sheet says so: the sign-in does. */
static gboolean
put_absentees (KpSession *session,
               KpLedger *ledger,
               const KpPanelField *field,
               const KpHearingReading *readings,
               guint n_readings,
               GError **error)
{
  g_autoptr (KpRoster) after = NULL;
  gboolean is_any = FALSE;

  for (guint i = 0; i < n_readings; i++)
    {
      const KpDossier *dossier = kp_roster_find_code (field->roster, readings[i].code);

      if (dossier == NULL || dossier->interview != NULL || dossier->attendance == NULL
          || !g_str_equal (dossier->attendance->state, "absent")
          || !g_str_equal (readings[i].mark, kp_mark_state_get_chinese (KP_MARK_ABSENT)))
        continue;
      if (!kp_interview_put_absent (session, ledger, dossier, error))
        return FALSE;
      is_any = TRUE;
    }
  if (!is_any)
    return TRUE;
  after = kp_session_load_roster (session, error);
  return after != NULL && kp_interview_decide_marks (session, ledger, after, error);
}

/**
 * kp_step_check_hearings:
 * @session: a session, open for writing
 * @readings: numbers with their marks, typed again from the signed sheets
 * @n_readings: their number
 * @persons: the two who checked; the reason says by which paper
 * @error: return location
 *
 * 两人核对: what two people read must be what the record computes; only then the mark counts and may be announced, and only
 * a correction changes it. All of the readings or none.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_check_hearings (KpSession *session,
                        const KpHearingReading *readings,
                        guint n_readings,
                        const KpTwoPeople *persons,
                        GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpPanelField) field = begin (session, "check-hearing", NULL, persons, &ledger, error);
  g_autoptr (KpPanelField) after = NULL;
  g_autofree char *now = kp_session_dup_now (session);

  if (field == NULL || !put_absentees (session, ledger, field, readings, n_readings, error))
    return FALSE;
  after = kp_panel_field_load (session, error);
  for (guint i = 0; after != NULL && i < n_readings; i++)
    {
      const KpHearingCheckRecord check = {
        .campaign = kp_session_get_campaign (session),
        .code = readings[i].code,
        .mark = readings[i].mark,
        .first_person = persons->first_person,
        .second_person = persons->second_person,
        .at = now,
      };

      if (!check_one (session, ledger, after, &check, error))
        return FALSE;
    }
  return after != NULL && kp_session_commit (session, ledger, error);
}

/* ---- taking back ---- */

static gboolean
void_marks (KpSession *session,
            KpLedger *ledger,
            const char *code,
            guint examiner,
            const KpTwoPeople *persons,
            GError **error)
{
  g_autoptr (GPtrArray) marks
      = kp_table_select (kp_session_get_database (session), &kp_panel_mark_table, kp_session_get_campaign (session),
                         "AND code = $2 AND examiner = $3 " KP_PANEL_MARKS_GIVEN,
                         KP_BINDS (KP_TEXT (code), KP_INT (examiner)), error);

  if (marks == NULL)
    return FALSE;
  if (marks->len == 0)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                   _("Examiner %u has given number %s no mark that could be taken back."), examiner, code);
      return FALSE;
    }
  for (guint i = 0; i < marks->len; i++)
    {
      KpPanelMarkRecord changed = *(const KpPanelMarkRecord *) g_ptr_array_index (marks, i);

      changed.state = "void";
      changed.void_reason = persons->reason;
      changed.void_first = persons->first_person;
      changed.void_second = persons->second_person;
      if (!kp_ledger_update (ledger, &kp_panel_mark_table, &changed, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * kp_step_take_back:
 * @session: a session, open for writing
 * @code: a number that isn't checked yet
 * @examiner: whose sheet was given under the wrong examiner, or from the wrong room
 * @persons: the two who decide it, and the reason
 * @error: return location
 *
 * The sheet stays in the record as void and leaves no trace in the mean; while the sheets that are left are too few there is
 * no mark. The right sheet is then entered as any other.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_take_back (KpSession *session,
                   const char *code,
                   guint examiner,
                   const KpTwoPeople *persons,
                   GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpPanelField) field = begin (session, "take-back", code, persons, &ledger, error);
  const KpDossier *dossier = field != NULL ? find_code (field, code, error) : NULL;
  g_autofree KpHearingCheckRecord *check = NULL;
  g_autoptr (KpRoster) after = NULL;

  if (dossier == NULL || !find_check (session, code, &check, error))
    return FALSE;
  if (check != NULL)
    return kp_step_refuse (_("Two people have checked this number already, so no sheet of it can be taken back. Open the room when all "
                             "of it is checked, and correct the mark."),
                           error);
  if (!void_marks (session, ledger, code, examiner, persons, error)
      || !kp_interview_decide_again (session, ledger, dossier, error))
    return FALSE;
  after = kp_session_load_roster (session, error);
  return after != NULL && kp_interview_decide_marks (session, ledger, after, error)
         && kp_session_commit (session, ledger, error);
}

/* ---- the seal ---- */

static gboolean
refuse_unchecked (guint room,
                  guint n_open,
                  const char *first,
                  GError **error)
{
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Room %u stays sealed: %u of its numbers aren't checked yet, the first is %s. Who has which number is shown "
                 "only after the last mark is checked."),
               room, n_open, first);
  return FALSE;
}

static gboolean
check_room (KpSession *session,
            const KpPanelField *field,
            guint room,
            GError **error)
{
  const char *first = NULL;
  guint n_open = 0, n_all = 0;

  for (guint i = 0; i < kp_roster_get_n_dossiers (field->roster); i++)
    {
      const KpHearingRecord *hearing = kp_roster_get_dossier (field->roster, i)->hearing;
      g_autofree KpHearingCheckRecord *check = NULL;

      if (hearing == NULL || hearing->room != room)
        continue;
      n_all++;
      if (!find_check (session, hearing->code, &check, error))
        return FALSE;
      if (check != NULL)
        continue;
      n_open++;
      if (first == NULL || g_strcmp0 (hearing->code, first) < 0)
        first = hearing->code;
    }
  if (n_open > 0)
    return refuse_unchecked (room, n_open, first, error);
  if (n_all > 0)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND, _("There is no room %u in the draw of the interview."), room);
  return FALSE;
}

/**
 * kp_step_open_room:
 * @session: a session, open for writing
 * @room: a room of the interview
 * @persons: the two who break the seal, and on what occasion
 * @error: return location
 *
 * 启封: from now on lists and papers show who has which number of this room. Only after the last mark of the room is checked.
 *
 * Returns: %TRUE, also when it was open already; or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_open_room (KpSession *session,
                   guint room,
                   const KpTwoPeople *persons,
                   GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_autofree char *subject = g_strdup_printf ("room-%u", room);
  g_autoptr (KpPanelField) field = begin (session, "open-room", subject, persons, &ledger, error);
  g_autofree KpRoomOpeningRecord *stored = NULL;
  g_autofree char *now = kp_session_dup_now (session);
  KpRoomOpeningRecord record = {
    .campaign = kp_session_get_campaign (session),
    .room = room,
    .first_person = persons->first_person,
    .second_person = persons->second_person,
    .at = now,
  };

  if (field == NULL || !check_room (session, field, room, error)
      || !kp_table_find (kp_session_get_database (session), &kp_room_opening_table, record.campaign,
                         KP_BINDS (KP_INT (room)), &stored, error))
    return FALSE;
  return stored != NULL
         || (kp_ledger_insert (ledger, &kp_room_opening_table, &record, error)
             && kp_session_commit (session, ledger, error));
}

/**
 * kp_step_note_envelope:
 * @session: a session, open for writing
 * @room: a room of the interview
 * @persons: the two who have the sheet printed, and what for
 * @error: return location
 *
 * The sheet with names and numbers for the waiting room and the envelope: that it was made, and by whom, is in the journal.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR
 */
gboolean
kp_step_note_envelope (KpSession *session,
                       guint room,
                       const KpTwoPeople *persons,
                       GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_autofree char *subject = g_strdup_printf ("room-%u", room);
  g_autofree char *text = g_strdup_printf ("room %u: numbers with names printed for the envelope by %s and %s: %s", room,
                                           persons->first_person != NULL ? persons->first_person : "",
                                           persons->second_person != NULL ? persons->second_person : "",
                                           persons->reason != NULL ? persons->reason : "");
  g_autoptr (KpPanelField) field = begin (session, "envelope", subject, persons, &ledger, error);

  if (field == NULL)
    return FALSE;
  if (room == 0 || room > field->policy.n_rooms)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND, _("There is no room %u in the draw of the interview."), room);
      return FALSE;
    }
  return kp_ledger_note (ledger, subject, text, error) && kp_session_commit (session, ledger, error);
}
