/* kp-step-mark-script.c – the mark of one script, as a clerk types it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-mark-script.h"

#include <glib/gi18n-lib.h>

#include "kp-conflict.h"
#include "kp-identity.h"
#include "kp-review.h"

static gboolean
check_script (const KpMarkedPaper *paper,
              const KpDossier *dossier,
              guint entry,
              GError **error)
{
  const char *fault = NULL;

  if (dossier == NULL || !kp_marked_paper_is_sat_by (paper, dossier))
    fault = _("the candidate doesn't sit this paper.");
  else
    fault = kp_mark_entry_find_person_fault (paper, dossier->application->application, entry,
                                           kp_session_get_actor (paper->session));
  if (fault != NULL)
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, _("This mark can't be entered: %s"), fault);
  return fault == NULL;
}

static gboolean
check_present (const KpMarkedPaper *paper,
               const char *application,
               KpStatedMark value,
               GError **error)
{
  if (!kp_mark_entry_is_ghost (paper, application, value))
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, _("This mark can't be entered: %s"),
               _("the record of the exam day says that this candidate was absent or came too late."));
  return FALSE;
}

static gboolean
is_stated_same (KpStatedMark a,
                KpStatedMark b)
{
  return a.state == b.state && (a.state != KP_MARK_PRESENT || a.mark == b.mark);
}

static gboolean
take_back (KpMarkedPaper *paper,
           KpLedger *ledger,
           const char *application,
           guint entry,
           GError **error)
{
  const KpEntryRecord *const *slots = kp_marked_paper_get_entries (paper, application);

  return slots == NULL || slots[entry] == NULL || kp_ledger_remove (ledger, &kp_entry_table, slots[entry], error);
}

/* ---- two at the same entry ---- */

static char *
dup_stated (const KpSchemePaper *rule,
            const KpEntryRecord *entry)
{
  return entry != NULL ? kp_mark_entry_dup_text (rule, entry) : g_strdup ("");
}

/* 双人双录: who makes one entry sees nothing of the other one, and may still be the one to make that: of what somebody else
 * typed only is told that it is there. What the clerk typed elsewhere is the clerk's own. */
static gboolean
refuse_conflict (const KpMarkedPaper *paper,
                 const KpEntryRecord *stored,
                 const char *seen,
                 const char *text,
                 GError **error)
{
  const gboolean is_own = kp_review_is_same_person (stored->clerk, kp_session_get_actor (paper->session));
  g_autofree char *now = is_own ? dup_stated (paper->rule, stored) : g_strdup (_("not shown"));
  KpConflict *conflict = kp_conflict_new (paper->session, &kp_entry_table, stored, _("The entry of a mark"), error);

  if (conflict == NULL)
    return FALSE;
  conflict->is_settled = !is_own;
  kp_conflict_add_plain (conflict, _("Mark"), seen, now, text);
  return kp_conflict_refuse (conflict, error);
}

/* @seen is NULL where it doesn't matter what stood there. */
static gboolean
check_seen (const KpMarkedPaper *paper,
            const KpEntryRecord *key,
            const char *seen,
            KpStatedMark value,
            const char *text,
            GError **error)
{
  const KpEntryRecord *const *slots = kp_marked_paper_get_entries (paper, key->application);
  const KpEntryRecord *stored = slots != NULL ? slots[key->entry] : NULL;
  const KpStatedMark found = kp_mark_entry_get_stated (stored);
  KpStatedMark expected = { KP_MARK_NOT_ENTERED, 0 };

  if (seen == NULL || stored == NULL)
    return TRUE;
  if (*seen != '\0' && !kp_mark_entry_parse (paper->rule, seen, &expected, error))
    return FALSE;
  if (is_stated_same (found, expected)
      || (is_stated_same (found, value) && kp_review_is_same_person (stored->clerk, kp_session_get_actor (paper->session))))
    return TRUE;
  return refuse_conflict (paper, stored, seen, text, error);
}

/* @now is what this entry must still say. */
static gboolean
check_unchanged (const KpMarkedPaper *paper,
                 const KpSchemePaper *rule,
                 const char *application,
                 guint entry,
                 const char *now,
                 GError **error)
{
  const KpEntryRecord *const *slots = kp_marked_paper_get_entries (paper, application);
  const KpStatedMark found = kp_mark_entry_get_stated (slots != NULL ? slots[entry] : NULL);
  KpStatedMark expected = { KP_MARK_NOT_ENTERED, 0 };

  if (*now != '\0' && !kp_mark_entry_parse (rule, now, &expected, error))
    return FALSE;
  if (is_stated_same (found, expected))
    return TRUE;
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                       _("This mark was changed since, so it isn't taken back; look at it and enter what is right."));
  return FALSE;
}

/* @now and @seen are NULL where it doesn't matter what the entry says so far. */
static gboolean
enter (KpSession *session,
       const char *code,
       KpEntryRecord *record,
       const char *text,
       const char *now,
       const char *seen,
       GError **error)
{
  const guint entry = (guint) record->entry;
  g_autofree char *kind = g_strdup_printf ("written:%s:%u", code, entry);
  KpSchemePaper rule;
  g_auto (KpMarkedPaper) paper = { 0 };
  g_autoptr (KpLedger) ledger = NULL;
  KpStatedMark value = { KP_MARK_NOT_ENTERED, 0 };
  KpMarksTally tally = { 0 };

  if (!kp_marked_paper_find_rule (session, code, &rule, error)
      || (*text != '\0' && !kp_mark_entry_parse (&rule, text, &value, error)))
    return FALSE;
  ledger = kp_session_begin (session, kp_marked_paper_get_step (session, code, KP_STEP_IMPORT_WRITTEN_MARKS), kind, error);
  if (ledger == NULL || !kp_identity_check_entry (session, code, entry, error)
      || !kp_marked_paper_load_of (&paper, session, code, record->application, error)
      || !kp_marked_paper_check_unlocked (&paper, error)
      || !check_seen (&paper, record, seen, value, text, error)
      || !check_script (&paper, kp_roster_find_application (paper.roster, record->application), entry, error)
      || !check_present (&paper, record->application, value, error)
      || (now != NULL && !check_unchanged (&paper, &rule, record->application, entry, now, error)))
    return FALSE;
  if (value.state == KP_MARK_NOT_ENTERED ? !take_back (&paper, ledger, record->application, entry, error)
                                         : !kp_mark_entry_put (&paper, ledger, record, value, &tally, error))
    return FALSE;
  return kp_marks_agree (&paper, ledger, entry, &tally, error) && kp_session_commit (session, ledger, error);
}

/**
 * kp_step_enter_mark:
 * @session: a session, open for writing; its actor is the clerk
 * @code: of the paper
 * @entry: 1 or 2
 * @application: whose script it is
 * @position: of the script among those of the paper, from 1: by it a slip by a row is found
 * @text: a mark or a state as kp_step_parse_mark() reads it; "" takes back what this clerk entered
 * @error: return location
 *
 * 登分: one mark of one of the two entries, for typing: the same rules as kp_step_enter_marks(), in a time that doesn't grow
 * with the number of candidates. The same mark again changes nothing.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR, #KP_MARK_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_enter_mark (KpSession *session,
                    const char *code,
                    guint entry,
                    const char *application,
                    guint position,
                    const char *text,
                    GError **error)
{
  KpEntryRecord record = { .application = application, .entry = entry, .source = "", .sheet_row = position };

  g_return_val_if_fail (entry == 1 || entry == 2, FALSE);
  return enter (session, code, &record, text, NULL, NULL, error);
}

/* What stands in an entry already is written anew: @text, if it still is @now or what was @seen; each is nullable. */
static gboolean
enter_anew (KpSession *session,
            const KpMarkUndo *order,
            const char *text,
            const char *now,
            const char *seen,
            GError **error)
{
  KpEntryRecord record
      = { .application = order->application, .entry = order->entry, .source = "", .sheet_row = order->position };

  g_return_val_if_fail (order->entry == 1 || order->entry == 2, FALSE);
  return enter (session, order->paper, &record, text, now, seen, error);
}

/**
 * kp_step_undo_mark:
 * @session: a session, open for writing; its actor is the clerk who entered it
 * @undo: what was entered, and what stood there before
 * @error: return location
 *
 * Enters what stood there before. It is an act of its own, by the rules of kp_step_enter_mark(); what was changed since stays.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR, #KP_MARK_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_undo_mark (KpSession *session,
                   const KpMarkUndo *undo,
                   GError **error)
{
  return enter_anew (session, undo, undo->was, undo->now, NULL, error);
}

/**
 * kp_step_enter_mark_seen:
 * @session: a session, open for writing; its actor is the clerk
 * @order: what is entered, and what the clerk saw there before
 * @error: return location
 *
 * As kp_step_enter_mark(), unless this entry says something else by now: that is told, and nothing written. What somebody else
 * entered is never told itself, since both entries are blind.
 *
 * Returns: %TRUE, or %FALSE with #KP_CONFLICT_ERROR, #KP_STEP_ERROR, #KP_MARK_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_enter_mark_seen (KpSession *session,
                         const KpMarkUndo *order,
                         GError **error)
{
  return enter_anew (session, order, order->now, NULL, order->was, error);
}
