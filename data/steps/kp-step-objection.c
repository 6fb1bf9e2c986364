/* kp-step-objection.c – objections during the publicity of the proposed hires, and their answers.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* domain.md §11: source, named or not, content, fact-finding, conclusion, day of the answer. The hire of the person waits
 * until the answer; all others go on. Upheld, the person leaves by the same two people and the same act:
 *
 *   recorded ── open: no contract ──┬── unfounded: hired like everybody else
 *                                   └── upheld: left at the publicity; who follows is what the scheme says
 *
 * Who records an objection is one person, but who makes it go away must be two. So what was typed by mistake is taken back by
 * two, with the reason, and stays in the register:
 *
 *   open                       void, recorded by mistake: it keeps nobody back
 *   unfounded, no contract     open again
 *   upheld                     open again, and the leaving is taken back by the rules of kp-step-depart-undo.c */
#include "kp-step-objection.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-candidate.h"
#include "kp-deadline.h"
#include "kp-holidays.h"
#include "kp-normal.h"
#include "kp-probation-stage.h"

static const struct
{
  const char *name;
  const char *chinese;
} ways[] = { { "letter", "来信" }, { "call", "来电" }, { "visit", "来访" }, { "net", "网络" } };

/**
 * kp_objection_way_get_chinese:
 * @way: (nullable): how an objection came in
 *
 * Returns: (transfer none) (nullable): the word of the register: "来信"; %NULL for no such way
 */
const char *
kp_objection_way_get_chinese (const char *way)
{
  for (guint i = 0; way != NULL && i < G_N_ELEMENTS (ways); i++)
    {
      if (strcmp (ways[i].name, way) == 0)
        return ways[i].chinese;
    }
  return NULL;
}

static gboolean
decide_due (KpSession *session,
            KpDate received,
            KpDate *due,
            GError **error)
{
  g_autoptr (KpCalendar) calendar = kp_holidays_load_shipped (error);
  KpDeadlinePolicy policy;

  if (calendar == NULL)
    return FALSE;
  kp_scheme_make_deadline_policy (kp_session_get_scheme (session), &policy);
  *due = kp_deadline_decide_objection (&policy, calendar, received);
  return TRUE;
}

/* ---- recording ---- */

static gboolean
check_order (const KpObjectionOrder *order,
             GError **error)
{
  if (kp_objection_way_get_chinese (order->way) == NULL)
    return kp_step_refuse (_("An objection comes by letter, call, visit or net; say which, with --way."), error);
  return !kp_two_people_is_blank (order->content)
         || kp_step_refuse (_("An objection needs its content: what is said against the hire."), error);
}

static gboolean
check_term (const KpDossier *dossier,
            KpDate received,
            KpDate today,
            GError **error)
{
  const KpDate from = kp_candidate_parse_date (dossier->proposal->public_from);
  const KpDate until = kp_candidate_parse_date (dossier->proposal->public_until);

  if (kp_date_compare (received, today) > 0)
    return kp_step_refuse (_("The day on which the objection came is still to come."), error);
  if (kp_date_compare (received, from) >= 0 && kp_date_compare (received, until) <= 0)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("The publicity of this person runs from %s to %s, and the objection came on another day. What is found out at "
                 "another time is a breach: “kaopin hire FILE --leave NUMBER --cause breach”."),
               dossier->proposal->public_from, dossier->proposal->public_until);
  return FALSE;
}

static const KpDossier *
find_proposed (KpRoster *roster,
               const char *number,
               GError **error)
{
  const KpDossier *dossier = kp_roster_find_number (roster, number);

  if (dossier == NULL || dossier->proposal == NULL)
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                 _("Nobody with number %s is proposed for hire, so there is nothing to object to."), number);
  else if (dossier->departure != NULL)
    kp_step_refuse (_("This person left already; there is no hire to object to."), error);
  else if (dossier->contract != NULL)
    kp_step_refuse (_("This person is hired already. What is found out now ends the hire by “kaopin hire FILE --leave NUMBER --cause "
                      "breach”."),
                    error);
  else
    return dossier;
  return NULL;
}

static gboolean
insert (KpSession *session,
        KpLedger *ledger,
        const KpObjectionOrder *order,
        const KpDossier *dossier,
        KpDate received,
        guint *number,
        GError **error)
{
  g_autofree char *day = kp_date_dup_iso (received);
  g_autofree char *now = kp_session_dup_now (session);
  g_autofree char *objector = kp_normal_text (order->objector != NULL ? order->objector : "");
  KpObjectionRecord record = {
    .campaign = kp_session_get_campaign (session),
    .application = dossier->application->application,
    .received = day,
    .way = order->way,
    .objector = *objector != '\0' ? objector : NULL,
    .content = order->content,
    .recorded_by = kp_session_get_actor (session),
    .at = now,
  };
  gint64 n = 0;

  if (!kp_table_count (kp_session_get_database (session), &kp_objection_table, kp_session_get_campaign (session), "",
                       KP_NO_BINDS, &n, error))
    return FALSE;
  *number = (guint) n + 1;
  record.number = *number;
  return kp_ledger_insert (ledger, &kp_objection_table, &record, error);
}

/**
 * kp_step_record_objection:
 * @session: a session, open for writing
 * @order: what came in
 * @number: (out): of the objection in the campaign
 * @due: (out): the last day on which it may be answered
 * @error: return location
 *
 * 公示异议登记: from now on the person is not hired until it is answered.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_record_objection (KpSession *session,
                          const KpObjectionOrder *order,
                          guint *number,
                          KpDate *due,
                          GError **error)
{
  const KpDate today = kp_session_get_today (session);
  const KpDate received = kp_date_is_none (order->received) ? today : order->received;
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpRoster) roster = NULL;
  const KpDossier *dossier;

  if (!check_order (order, error))
    return FALSE;
  ledger = kp_session_begin_beside (session, kp_step_get_name (KP_STEP_RECORD_OBJECTION), order->way, error);
  roster = ledger != NULL ? kp_session_load_roster (session, error) : NULL;
  dossier = roster != NULL ? find_proposed (roster, order->number, error) : NULL;
  return dossier != NULL && check_term (dossier, received, today, error) && decide_due (session, received, due, error)
         && insert (session, ledger, order, dossier, received, number, error) && kp_session_commit (session, ledger, error);
}

static const struct
{
  const char *name;
  const char *chinese;
} outcomes[] = { { "upheld", "成立" }, { "unfounded", "不成立" }, { KP_OBJECTION_MISTAKEN, "误登作废" } };

/**
 * kp_objection_outcome_get_chinese:
 * @outcome: (nullable): what the record says; %NULL = open
 *
 * Returns: (transfer none): the word of register and explanation: "不成立"
 */
const char *
kp_objection_outcome_get_chinese (const char *outcome)
{
  for (guint i = 0; outcome != NULL && i < G_N_ELEMENTS (outcomes); i++)
    if (g_str_equal (outcomes[i].name, outcome))
      return outcomes[i].chinese;
  return "未答复";
}

/* ---- answering ---- */

static KpObjectionRecord *
find (KpSession *session,
      guint number,
      GError **error)
{
  g_autofree KpObjectionRecord *record = NULL;

  if (!kp_table_find (kp_session_get_database (session), &kp_objection_table, kp_session_get_campaign (session),
                      KP_BINDS (KP_INT (number)), &record, error))
    return NULL;
  if (record == NULL)
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                 _("The record has no objection with number %u; see “kaopin objection FILE --list”."), number);
  return g_steal_pointer (&record);
}

static KpObjectionRecord *
find_open (KpSession *session,
           guint number,
           GError **error)
{
  g_autofree KpObjectionRecord *record = find (session, number, error);

  if (record == NULL || record->outcome == NULL)
    return g_steal_pointer (&record);
  kp_step_refuse (_("The objection is answered already."), error);
  return NULL;
}

/* Somebody who left meanwhile, or by another objection, doesn't leave again. */
static gboolean
depart (KpSession *session,
        KpLedger *ledger,
        const KpObjectionRecord *record,
        const KpTwoPeople *people,
        KpDepartTally *tally,
        GError **error)
{
  const char *const numbers[] = { record->application, NULL };
  const KpDepartOrder order
      = { .numbers = numbers, .kind = kp_departure_kind_get_name (KP_DEPARTURE_OBJECTION), .people = *people };
  g_autoptr (KpRoster) roster = kp_session_load_roster_of (session, record->application, error);

  if (roster == NULL)
    return FALSE;
  return kp_roster_get_dossier (roster, 0)->departure != NULL
         || kp_depart_write (session, ledger, &order, tally, error);
}

/**
 * kp_step_answer_objection:
 * @session: a session, open for writing
 * @number: of an open objection
 * @is_upheld: whether it stands and the person isn't hired; else it is unfounded
 * @people: who answers for it; the reason is what was found
 * @tally: (out): of an upheld one, what the leaving came to; kp_depart_tally_clear() frees it
 * @error: return location
 *
 * 调查结论: answers an objection. Upheld, the person leaves by the same act.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_answer_objection (KpSession *session,
                          guint number,
                          gboolean is_upheld,
                          const KpTwoPeople *people,
                          KpDepartTally *tally,
                          GError **error)
{
  g_autofree char *today = kp_date_dup_iso (kp_session_get_today (session));
  g_autoptr (KpLedger) ledger = NULL;
  g_autofree KpObjectionRecord *stored = NULL;
  KpObjectionRecord changed;

  *tally = (KpDepartTally) { 0 };
  if (!kp_two_people_check_named (session, people->first_person, people->second_person, error))
    return FALSE;
  if (kp_two_people_is_blank (people->reason))
    return kp_step_refuse (_("An answer needs what was found, with --reason."), error);
  ledger = kp_session_begin_beside (session, "answer-objection", is_upheld ? "upheld" : "unfounded", error);
  stored = ledger != NULL ? find_open (session, number, error) : NULL;
  if (stored == NULL)
    return FALSE;
  changed = *stored;
  changed.outcome = is_upheld ? "upheld" : "unfounded";
  changed.finding = people->reason;
  changed.answered_on = today;
  changed.first_person = people->first_person;
  changed.second_person = people->second_person;
  return kp_ledger_update (ledger, &kp_objection_table, &changed, error)
         && (!is_upheld || depart (session, ledger, stored, people, tally, error))
         && kp_probation_stage_commit (session, ledger, error);
}

/* ---- taking back ---- */

static gboolean
make_void (KpSession *session,
           KpLedger *ledger,
           const KpObjectionRecord *stored,
           const KpTwoPeople *people,
           GError **error)
{
  g_autofree char *today = kp_date_dup_iso (kp_session_get_today (session));
  KpObjectionRecord changed = *stored;

  changed.outcome = KP_OBJECTION_MISTAKEN;
  changed.finding = people->reason;
  changed.answered_on = today;
  changed.first_person = people->first_person;
  changed.second_person = people->second_person;
  return kp_ledger_update (ledger, &kp_objection_table, &changed, error);
}

/* What the answer did to the person goes with it, or the answer stays. */
static gboolean
restore_person (KpSession *session,
                KpLedger *ledger,
                const KpObjectionRecord *stored,
                const KpTwoPeople *people,
                KpDepartUndoTally *tally,
                GError **error)
{
  g_autoptr (KpRoster) roster = kp_session_load_roster_of (session, stored->application, error);
  const KpDossier *dossier = roster != NULL ? kp_roster_get_dossier (roster, 0) : NULL;
  const gboolean is_upheld = g_str_equal (stored->outcome, "upheld");

  if (dossier == NULL)
    return FALSE;
  if (dossier->contract != NULL)
    return kp_step_refuse (_("This person is hired since; the answer stands. What is found out now ends the hire by “kaopin hire FILE "
                             "--leave NUMBER --cause breach”."),
                           error);
  if (dossier->departure == NULL)
    return TRUE;
  if (is_upheld && g_str_equal (dossier->departure->kind, kp_departure_kind_get_name (KP_DEPARTURE_OBJECTION)))
    return kp_depart_write_undo (session, ledger, stored->application, people, tally, error);
  return kp_step_refuse (_("This person left for another reason; the answer stands."), error);
}

static gboolean
open_again (KpSession *session,
            KpLedger *ledger,
            const KpObjectionRecord *stored,
            const KpTwoPeople *people,
            KpDepartUndoTally *tally,
            GError **error)
{
  KpObjectionRecord changed = *stored;

  if (g_str_equal (stored->outcome, KP_OBJECTION_MISTAKEN))
    return kp_step_refuse (_("This objection was taken back already; record it anew."), error);
  changed.outcome = changed.finding = changed.answered_on = changed.first_person = changed.second_person = NULL;
  return restore_person (session, ledger, stored, people, tally, error)
         && kp_ledger_update (ledger, &kp_objection_table, &changed, error);
}

/**
 * kp_step_take_back_objection:
 * @session: a session, open for writing
 * @number: of an objection
 * @people: who answers for it, and how it came to be typed
 * @is_open: (out): whether it waits for an answer again; else it is void
 * @tally: (out): what became of who followed somebody who left by the answer
 * @error: return location
 *
 * 撤回误登的异议，或者误登的答复: by the table at the head of this file; the journal keeps what was typed.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_take_back_objection (KpSession *session,
                             guint number,
                             const KpTwoPeople *people,
                             gboolean *is_open,
                             KpDepartUndoTally *tally,
                             GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_autofree KpObjectionRecord *stored = NULL;

  *is_open = FALSE;
  *tally = (KpDepartUndoTally) { 0 };
  if (!kp_two_people_check_change (session, people, error))
    return FALSE;
  ledger = kp_session_begin_beside (session, "take-back-objection", NULL, error);
  stored = ledger != NULL ? find (session, number, error) : NULL;
  if (stored == NULL)
    return FALSE;
  *is_open = stored->outcome != NULL;
  return (*is_open ? open_again (session, ledger, stored, people, tally, error)
                   : make_void (session, ledger, stored, people, error))
         && kp_probation_stage_commit (session, ledger, error);
}

/* ---- listing ---- */

/**
 * kp_objections_free:
 * @objections: (nullable) (transfer full): of kp_step_list_objections()
 */
void
kp_objections_free (KpObjections *objections)
{
  if (objections == NULL)
    return;
  g_clear_pointer (&objections->records, g_ptr_array_unref);
  g_free (objections->due);
  g_free (objections);
}

/**
 * kp_step_list_objections:
 * @session: a session
 * @error: return location
 *
 * Returns: (transfer full) (nullable): every objection by number, with the last day for its answer; %NULL with
 *   #KP_DATA_ERROR
 */
KpObjections *
kp_step_list_objections (KpSession *session,
                         GError **error)
{
  g_autoptr (KpObjections) objections = g_new0 (KpObjections, 1);

  objections->records = kp_table_select (kp_session_get_database (session), &kp_objection_table,
                                         kp_session_get_campaign (session), "ORDER BY number", KP_NO_BINDS, error);
  if (objections->records == NULL)
    return NULL;
  objections->due = g_new0 (KpDate, objections->records->len + 1);
  for (guint i = 0; i < objections->records->len; i++)
    {
      const KpObjectionRecord *record = g_ptr_array_index (objections->records, i);

      if (!decide_due (session, kp_candidate_parse_date (record->received), &objections->due[i], error))
        return NULL;
    }
  return g_steal_pointer (&objections);
}

/**
 * kp_objection_list_open:
 * @session: a session
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type utf8): registration numbers of those against whom an objection is open;
 *   %NULL with #KP_DATA_ERROR
 */
GHashTable *
kp_objection_list_open (KpSession *session,
                        GError **error)
{
  g_autoptr (GPtrArray) records = kp_table_select (kp_session_get_database (session), &kp_objection_table,
                                                   kp_session_get_campaign (session), "AND outcome IS NULL ORDER BY number",
                                                   KP_NO_BINDS, error);
  GHashTable *open = records != NULL ? g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) : NULL;

  for (guint i = 0; records != NULL && i < records->len; i++)
    g_hash_table_add (open, g_strdup (((const KpObjectionRecord *) g_ptr_array_index (records, i))->application));
  return open;
}
