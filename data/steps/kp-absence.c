/* kp-absence.c – who is absent from a paper because the doors were closed, and what that does to its marks.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-absence.h"

#include <glib/gi18n-lib.h>

#include "kp-hall-tables.h"
#include "kp-mark-entry.h"

/**
 * kp_absence_check:
 * @paper: loaded, with its entries
 * @application: who is said to be absent from it
 * @error: return location
 *
 * Who was absent has no mark: an entry that gives one, or a locked list, says otherwise.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR
 */
gboolean
kp_absence_check (const KpMarkedPaper *paper,
                  const char *application,
                  GError **error)
{
  const KpEntryRecord *const *slots = kp_marked_paper_get_entries (paper, application);

  if (!kp_marked_paper_check_unlocked (paper, error))
    return FALSE;
  for (guint i = 1; slots != NULL && i <= KP_THIRD_ENTRY; i++)
    {
      if (slots[i] != NULL && slots[i]->mark != KP_NO_INT)
        {
          g_set_error_literal (
              error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
              _("An entry of marks gives this candidate a mark in this paper, so nobody was absent, or the entry is of "
                "somebody else. Look at the room’s papers, and put the entry right first."));
          return FALSE;
        }
    }
  return TRUE;
}

/* The last act of each at the doors of one sitting, where it is that nobody came. */
static gboolean
add_absent (KpSession *session,
            const char *sitting,
            GPtrArray *absent,
            GError **error)
{
  g_autoptr (GPtrArray) acts
      = kp_table_select (kp_session_get_database (session), &kp_hall_arrival_table, kp_session_get_campaign (session),
                         "AND sitting = $2 ORDER BY application, number", KP_BINDS (KP_TEXT (sitting)), error);

  for (guint i = 0; acts != NULL && i < acts->len; i++)
    {
      const KpHallArrivalRecord *act = g_ptr_array_index (acts, i);
      const KpHallArrivalRecord *next = i + 1 < acts->len ? g_ptr_array_index (acts, i + 1) : NULL;

      if ((next == NULL || !g_str_equal (next->application, act->application)) && g_str_equal (act->act, KP_HALL_ACT_ABSENT))
        g_ptr_array_add (absent, g_strdup (act->application));
    }
  return acts != NULL;
}

/**
 * kp_absence_load:
 * @session: a session
 * @code: of a paper
 * @absent: (out) (transfer full) (element-type utf8): applications
 * @error: return location
 *
 * Finds who wasn't in when the doors of the paper's sittings were closed, and wasn't found in the room later.
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_absence_load (KpSession *session,
                 const char *code,
                 GPtrArray **absent,
                 GError **error)
{
  const GPtrArray *sittings = kp_session_get_scheme (session)->written.sittings;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < sittings->len; i++)
    {
      const KpSchemeSitting *sitting = g_ptr_array_index (sittings, i);

      if (g_str_equal (sitting->paper, code) && !add_absent (session, sitting->code, found, error))
        return FALSE;
    }
  *absent = g_steal_pointer (&found);
  return TRUE;
}

/**
 * kp_absence_agree:
 * @session: a session, open for writing
 * @ledger: of the unit of work
 * @code: of a paper
 * @error: return location
 *
 * Makes the marks of the paper again, with what the exam day says of them by now.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR
 */
gboolean
kp_absence_agree (KpSession *session,
                  KpLedger *ledger,
                  const char *code,
                  GError **error)
{
  g_auto (KpMarkedPaper) paper = { 0 };
  KpMarksTally tally = { 0 };

  return kp_marked_paper_load (&paper, session, code, error) && kp_marks_agree (&paper, ledger, 1, &tally, error);
}
