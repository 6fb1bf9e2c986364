/* kp-paper-lock.c – the marks of a paper stand: locked by two people, or by the shortlist that is made from them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-paper-lock.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-two-people.h"

static gint
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const KpMarkRecord *const *first = a;
  const KpMarkRecord *const *second = b;

  return strcmp ((*first)->application, (*second)->application);
}

/* One line for each candidate: registration number, state, mark in ten-thousandths; sorted by the number's bytes. */
static void
digest_marks (GPtrArray *marks,
              KpLockedList *out)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_ptr_array_sort (marks, compare_marks);
  for (guint i = 0; i < marks->len; i++)
    {
      const KpMarkRecord *mark = g_ptr_array_index (marks, i);
      const gint64 value = mark->mark != KP_NO_INT ? mark->mark : 0;
      g_autofree char *line = g_strdup_printf ("%s\t%s\t%" G_GINT64_FORMAT "\n", mark->application, mark->state, value);

      g_checksum_update (sum, (const guchar *) line, -1);
      out->sum += value;
    }
  out->n_marks = marks->len;
  g_strlcpy (out->digest, g_checksum_get_string (sum), sizeof out->digest);
}

static gboolean
load_marks (KpSession *session,
            const char *code,
            KpLockedList *out,
            GError **error)
{
  g_autoptr (GPtrArray) marks
      = kp_table_select (kp_session_get_database (session), &kp_mark_table, kp_session_get_campaign (session),
                         "AND paper = $2", KP_BINDS (KP_TEXT (code)), error);

  *out = (KpLockedList) { .n_marks = 0 };
  if (marks != NULL)
    digest_marks (marks, out);
  return marks != NULL;
}

static gboolean
insert_lock (KpSession *session,
             KpLedger *ledger,
             const char *code,
             const char *by,
             const char *with,
             const KpLockedList *list,
             GError **error)
{
  g_autofree char *now = kp_session_dup_now (session);
  KpPaperLockRecord record = {
    .campaign = kp_session_get_campaign (session),
    .paper = code,
    .digest = list->digest,
    .n_marks = list->n_marks,
    .sum = list->sum,
    .how = with != NULL ? "people" : "shortlist",
    .first_person = by,
    .second_person = with,
    .at = now,
  };

  return kp_ledger_insert (ledger, &kp_paper_lock_table, &record, error);
}

/* 待核: a mark of which nobody knows yet whether it stands can't be ranked. */
static gboolean
check_decided (const KpMarkedPaper *paper,
               GError **error)
{
  if (paper->n_undecided == 0)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("%u breaches of exam discipline in paper “%s” aren't decided yet; decide them first (“kaopin incident FILE "
                 "--list”)."),
               paper->n_undecided, paper->rule->code);
  return FALSE;
}

static gboolean
check_complete (const KpMarkedPaper *paper,
                const KpLockedList *list,
                GError **error)
{
  guint n_sat = 0;

  for (guint i = 0; i < kp_roster_get_n_dossiers (paper->roster); i++)
    n_sat += kp_marked_paper_is_sat_by (paper, kp_roster_get_dossier (paper->roster, i));
  if (n_sat > 0 && list->n_marks == n_sat)
    return check_decided (paper, error);
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Of %u candidates of paper “%s” only %u have an agreed mark or state. Enter what is missing and resolve what "
                 "differs before the paper is locked."),
               n_sat, paper->rule->code, list->n_marks);
  return FALSE;
}

/**
 * kp_step_lock_paper:
 * @session: a session, open for writing
 * @code: of the paper
 * @by: who locks it
 * @with: who does it too: another person
 * @out: (out): what is locked, to be printed and signed
 * @error: return location
 *
 * Locks a paper of which all marks are agreed: no entry and no resolution changes one from then on, only a correction by two
 * people.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_lock_paper (KpSession *session,
                    const char *code,
                    const char *by,
                    const char *with,
                    KpLockedList *out,
                    GError **error)
{
  KpSchemePaper rule;
  g_auto (KpMarkedPaper) paper = { 0 };
  g_autoptr (KpLedger) ledger = NULL;

  if (!kp_two_people_check_named (session, by, with, error) || !kp_marked_paper_find_rule (session, code, &rule, error))
    return FALSE;
  ledger = kp_session_begin (session, kp_marked_paper_get_step (session, code, KP_STEP_RESOLVE_MARKS), "lock", error);
  return ledger != NULL && kp_marked_paper_load (&paper, session, code, error)
         && kp_marked_paper_check_unlocked (&paper, error) && load_marks (session, code, out, error)
         && check_complete (&paper, out, error) && insert_lock (session, ledger, code, by, with, out, error)
         && kp_session_commit (session, ledger, error);
}

static gboolean
refuse_opening (const char *sentence,
                GError **error)
{
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, sentence);
  return FALSE;
}

static gboolean
check_may_open (const KpMarkedPaper *paper,
                GError **error)
{
  if (paper->secrets->len == 0)
    return refuse_opening (_("The paper has no secret numbers, so there is nothing to open."), error);
  if (paper->lock == NULL)
    return refuse_opening (_("The secret numbers stay sealed until all marks of the paper are agreed and locked; lock it with "
                             "--lock."),
                           error);
  if (paper->lock->opened_at != NULL)
    return refuse_opening (_("The secret numbers of this paper are open already."), error);
  return TRUE;
}

/**
 * kp_step_open_secrets:
 * @session: a session, open for writing
 * @code: of the paper
 * @by: who opens them
 * @with: who does it too: another person
 * @error: return location
 *
 * Opens which secret number is whose, once the paper is locked.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_open_secrets (KpSession *session,
                      const char *code,
                      const char *by,
                      const char *with,
                      GError **error)
{
  KpSchemePaper rule;
  g_auto (KpMarkedPaper) paper = { 0 };
  g_autoptr (KpLedger) ledger = NULL;
  g_autofree char *now = kp_session_dup_now (session);
  KpPaperLockRecord changed;

  if (!kp_two_people_check_named (session, by, with, error) || !kp_marked_paper_find_rule (session, code, &rule, error))
    return FALSE;
  ledger = kp_session_begin (session, kp_marked_paper_get_step (session, code, KP_STEP_RESOLVE_MARKS), "open", error);
  if (ledger == NULL || !kp_marked_paper_load (&paper, session, code, error) || !check_may_open (&paper, error))
    return FALSE;
  changed = *paper.lock;
  changed.opened_at = now;
  changed.opened_by = by;
  changed.opened_with = with;
  return kp_ledger_update (ledger, &kp_paper_lock_table, &changed, error) && kp_session_commit (session, ledger, error);
}

static gboolean
lock_one (KpSession *session,
          KpLedger *ledger,
          const char *code,
          GError **error)
{
  g_auto (KpMarkedPaper) paper = { 0 };
  KpLockedList list;

  if (!kp_marked_paper_load (&paper, session, code, error))
    return FALSE;
  if (kp_marked_paper_is_sealed (&paper))
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("The secret numbers of paper “%s” are still sealed. Lock the paper, and have two people open them with "
                     "“kaopin marks FILE --paper %s --open”."),
                   code, code);
      return FALSE;
    }
  if (paper.lock != NULL)
    return TRUE;
  return check_decided (&paper, error) && load_marks (session, code, &list, error)
         && (list.n_marks == 0 || insert_lock (session, ledger, code, kp_session_get_actor (session), NULL, &list, error));
}

/**
 * kp_paper_lock_by_list:
 * @session: a session
 * @ledger: of the unit of work that makes a list
 * @code: of the paper or test by which it is made
 * @error: return location
 *
 * A list closes what it is made by: what nobody locked is locked by it, and the journal says so. Refused while secret numbers
 * are sealed.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR
 */
gboolean
kp_paper_lock_by_list (KpSession *session,
                       KpLedger *ledger,
                       const char *code,
                       GError **error)
{
  return lock_one (session, ledger, code, error);
}

/**
 * kp_paper_lock_by_shortlist:
 * @session: a session
 * @ledger: of the unit of work that makes the shortlist
 * @error: return location
 *
 * The shortlist closes the written exam: papers that nobody locked are locked by it, and the journal says so. Refused while
 * secret numbers are sealed.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR
 */
gboolean
kp_paper_lock_by_shortlist (KpSession *session,
                            KpLedger *ledger,
                            GError **error)
{
  const GPtrArray *papers = kp_session_get_scheme (session)->written.papers;

  for (guint i = 0; i < papers->len; i++)
    {
      if (!lock_one (session, ledger, ((const KpSchemePaper *) g_ptr_array_index (papers, i))->code, error))
        return FALSE;
    }
  return TRUE;
}
