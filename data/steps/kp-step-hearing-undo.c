/* kp-step-hearing-undo.c – what was typed of one number in the interview room, taken back until two people have checked it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   stands now                     taken back it is
 *   marks typed or recorded        the marks that stood there before, and the mean that they gave, if any
 *   absent, or void by a breach    waiting, with the marks that were typed before it
 *   typed anew meanwhile           refused: look at it, and type what is right
 *   checked by two people          refused: the slip is signed, and only a correction by two changes it */
#include "kp-step-hearing-undo.h"

#include <glib/gi18n-lib.h>

#include "kp-step-interview.h"

/* Of one number. */
typedef struct
{
  GPtrArray *marks;             /* (element-type KpPanelMarkRecord): those that count, by examiner and element */
  KpInterviewRecord *interview; /* (nullable): what they gave, or why there is nothing */
} Standing;

struct _KpHearingUndo
{
  char *code;
  Standing was;
  Standing now;
};

static void
standing_clear (Standing *standing)
{
  g_clear_pointer (&standing->marks, g_ptr_array_unref);
  g_clear_pointer (&standing->interview, kp_record_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Standing, standing_clear)

/**
 * kp_hearing_undo_free:
 * @undo: (nullable) (transfer full): of kp_hearing_undo_load()
 */
void
kp_hearing_undo_free (KpHearingUndo *undo)
{
  if (undo == NULL)
    return;
  g_free (undo->code);
  standing_clear (&undo->was);
  standing_clear (&undo->now);
  g_free (undo);
}

/** kp_hearing_undo_get_code: of which number it is. */
const char *
kp_hearing_undo_get_code (const KpHearingUndo *undo)
{
  return undo->code;
}

/* The room's other numbers, and everybody's names, aren't asked for: this is read at every field that is left. */
static gboolean
standing_load (Standing *standing,
               KpSession *session,
               const char *code,
               GError **error)
{
  KpDatabase *db = kp_session_get_database (session);
  const char *campaign = kp_session_get_campaign (session);
  g_autoptr (GPtrArray) hearings
      = kp_table_select (db, &kp_hearing_table, campaign, "AND code = $2", KP_BINDS (KP_TEXT (code)), error);

  if (hearings == NULL)
    return FALSE;
  if (hearings->len > 0
      && !kp_table_find (db, &kp_interview_table, campaign,
                         KP_BINDS (KP_TEXT (((const KpHearingRecord *) g_ptr_array_index (hearings, 0))->application)),
                         &standing->interview, error))
    return FALSE;
  standing->marks = kp_table_select (db, &kp_panel_mark_table, campaign, "AND code = $2 " KP_PANEL_MARKS_GIVEN,
                                     KP_BINDS (KP_TEXT (code)), error);
  return standing->marks != NULL;
}

/* What a mark became by the means of all rooms isn't anybody's typing. */
static gboolean
is_same_interview (const KpInterviewRecord *a,
                   const KpInterviewRecord *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_str_equal (a->state, b->state) && a->raw == b->raw;
}

static gboolean
is_same (const Standing *a,
         const Standing *b)
{
  if (a->marks->len != b->marks->len || !is_same_interview (a->interview, b->interview))
    return FALSE;
  for (guint i = 0; i < a->marks->len; i++)
    {
      const KpPanelMarkRecord *one = g_ptr_array_index (a->marks, i);
      const KpPanelMarkRecord *other = g_ptr_array_index (b->marks, i);

      if (one->examiner != other->examiner || one->mark != other->mark || !g_str_equal (one->element, other->element))
        return FALSE;
    }
  return TRUE;
}

/**
 * kp_hearing_undo_load:
 * @session: a session
 * @code: number of a candidate in a room, of whom something is about to be typed
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what stands; kp_hearing_undo_note() says what came of the typing. %NULL with
 *   #KP_DATA_ERROR
 */
KpHearingUndo *
kp_hearing_undo_load (KpSession *session,
                      const char *code,
                      GError **error)
{
  g_autoptr (KpHearingUndo) undo = g_new0 (KpHearingUndo, 1);

  undo->code = g_strdup (code);
  return standing_load (&undo->was, session, code, error) ? g_steal_pointer (&undo) : NULL;
}

/**
 * kp_hearing_undo_note:
 * @undo: of kp_hearing_undo_load()
 * @session: the same session, after the step
 * @is_changed: (out): whether there is anything to take back
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_hearing_undo_note (KpHearingUndo *undo,
                      KpSession *session,
                      gboolean *is_changed,
                      GError **error)
{
  standing_clear (&undo->now);
  if (!standing_load (&undo->now, session, undo->code, error))
    return FALSE;
  *is_changed = !is_same (&undo->was, &undo->now);
  return TRUE;
}

static gboolean
check_unchecked (KpSession *session,
                 const char *code,
                 GError **error)
{
  g_autofree KpHearingCheckRecord *check = NULL;

  if (!kp_table_find (kp_session_get_database (session), &kp_hearing_check_table, kp_session_get_campaign (session),
                      KP_BINDS (KP_TEXT (code)), &check, error))
    return FALSE;
  return check == NULL
         || kp_step_refuse (_("Two people have checked this number, so nothing of it is taken back. A later change is a correction by two "
                              "people."),
                            error);
}

/* A row that stands keeps its version; one that is gone comes back as it was. */
static gboolean
put_marks (KpLedger *ledger,
           const Standing *was,
           const Standing *now,
           GError **error)
{
  for (guint i = 0; i < now->marks->len; i++)
    {
      const KpPanelMarkRecord *mark = g_ptr_array_index (now->marks, i);
      gboolean is_kept = FALSE;

      for (guint j = 0; j < was->marks->len && !is_kept; j++)
        {
          const KpPanelMarkRecord *one = g_ptr_array_index (was->marks, j);

          is_kept = one->examiner == mark->examiner && g_str_equal (one->element, mark->element);
        }
      if (!is_kept && !kp_ledger_remove (ledger, &kp_panel_mark_table, mark, error))
        return FALSE;
    }
  for (guint i = 0; i < was->marks->len; i++)
    {
      KpPanelMarkRecord record = *(const KpPanelMarkRecord *) g_ptr_array_index (was->marks, i);

      if (!kp_ledger_put (ledger, &kp_panel_mark_table, &record, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_interview (KpLedger *ledger,
               const Standing *was,
               const Standing *now,
               GError **error)
{
  KpInterviewRecord record;

  if (was->interview == NULL)
    return now->interview == NULL || kp_ledger_remove (ledger, &kp_interview_table, now->interview, error);
  record = *was->interview;
  return is_same_interview (was->interview, now->interview) || kp_ledger_put (ledger, &kp_interview_table, &record, error);
}

/**
 * kp_step_undo_hearing:
 * @session: a session, open for writing; of a room package too
 * @undo: of kp_hearing_undo_load() and kp_hearing_undo_note()
 * @error: return location
 *
 * Takes back what was typed of one number, by the table at the head of this file; the means of the rooms are made again. It
 * is an act of its own in the journal.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_undo_hearing (KpSession *session,
                      const KpHearingUndo *undo,
                      GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin (session, KP_STEP_IMPORT_INTERVIEW_MARKS, undo->code, error);
  g_auto (Standing) found = { 0 };
  g_autoptr (KpRoster) after = NULL;

  if (ledger == NULL || !check_unchecked (session, undo->code, error)
      || !standing_load (&found, session, undo->code, error))
    return FALSE;
  if (!is_same (&found, &undo->now))
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("What stands of number %s was changed since, so it isn't taken back; look at it and enter what is right."),
                   undo->code);
      return FALSE;
    }
  if (!put_marks (ledger, &undo->was, &found, error) || !put_interview (ledger, &undo->was, &found, error))
    return FALSE;
  after = kp_session_load_roster (session, error);
  return after != NULL && kp_interview_decide_marks (session, ledger, after, error)
         && kp_session_commit (session, ledger, error);
}
