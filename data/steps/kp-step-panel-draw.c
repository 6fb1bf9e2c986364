/* kp-step-panel-draw.c – draws examiners to rooms, and replaces who can't come.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Candidates are drawn to rooms first and that stays sealed; then the examiners' order is drawn, and rules/kp-panel-draw.c
 * seats them by it. So a declared pair can't meet, and still nobody chooses and no examiner learns whom he will hear. */
#include <glib/gi18n-lib.h>

#include "kp-step-panel.h"
#include "kp-two-people.h"

static gboolean
check_no_marks (KpSession *session,
                GError **error)
{
  gint64 n_marks = 0;

  if (!kp_table_count (kp_session_get_database (session), &kp_panel_mark_table, kp_session_get_campaign (session), "",
                       KP_NO_BINDS, &n_marks, error))
    return FALSE;
  return n_marks == 0
         || kp_step_refuse (_("Examiners have given marks already, so they can't be drawn again. Replace those who can't go on."),
                            error);
}

/**
 * kp_step_commit_panels:
 * @session: a session, open for writing
 * @terms: which public number will count; for a repeat the two people who order it, and why
 * @error: return location
 *
 * Fixes who of the examiners is drawn, and the secret part of the draw.
 *
 * Returns: (transfer full) (nullable): "PURPOSE COMMITMENT", or %NULL with an error and nothing changed
 */
char *
kp_step_commit_panels (KpSession *session,
                       const KpDrawTerms *terms,
                       GError **error)
{
  g_autoptr (KpLedger) ledger
      = kp_draw_record_check_people (session, terms, error) ? kp_session_begin (session, KP_STEP_DRAW, "commit-examiners", error) : NULL;
  g_autoptr (KpPanelField) field = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (KpDraw) draw = NULL;

  if (ledger == NULL || !kp_draw_record_check_repeat (session, KP_EXAMINERS_PURPOSE, terms, error)
      || (terms->repeat != NULL && !check_no_marks (session, error)))
    return NULL;
  field = kp_panel_field_load (session, error);
  if (field == NULL)
    return NULL;
  items = kp_panel_field_list_drawable (field);
  if (items->len == 0 && !kp_step_refuse (_("The record holds no examiners yet. Take in their list first."), error))
    return NULL;
  if (!kp_draw_record_commit (session, ledger, KP_EXAMINERS_PURPOSE, items, terms, &draw, error)
      || !kp_session_commit (session, ledger, error))
    return NULL;
  return g_strdup_printf ("%s %s\n", KP_EXAMINERS_PURPOSE, draw->commitment);
}

/**
 * kp_panel_draw_remove:
 * @session: a session
 * @ledger: its unit of work
 * @error: return location
 *
 * Nobody sits anywhere any more; the journal keeps who did.
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_panel_draw_remove (KpSession *session,
                      KpLedger *ledger,
                      GError **error)
{
  g_autoptr (GPtrArray) seats = kp_table_select (kp_session_get_database (session), &kp_panel_seat_table,
                                                 kp_session_get_campaign (session), "", KP_NO_BINDS, error);

  for (guint i = 0; seats != NULL && i < seats->len; i++)
    {
      if (!kp_ledger_remove (ledger, &kp_panel_seat_table, g_ptr_array_index (seats, i), error))
        return FALSE;
    }
  return seats != NULL;
}

static gboolean
refuse_rule (KpPanelDrawRule rule,
             const KpPanelDrawPolicy *policy,
             GError **error)
{
  g_autofree char *sentence = kp_panel_draw_rule_dup_sentence (rule, policy);

  return kp_step_refuse (sentence, error);
}

static gboolean
insert_seats (KpSession *session,
              KpLedger *ledger,
              const KpPanelField *field,
              char *const *drawn,
              const guint *seats,
              GError **error)
{
  const guint n_seats = field->policy.n_rooms * field->policy.size;

  for (guint i = 0; i < n_seats; i++)
    {
      KpPanelSeatRecord record = {
        .campaign = kp_session_get_campaign (session),
        .room = i / field->policy.size + 1,
        .seat = i % field->policy.size + 1,
        .examiner = drawn[seats[i]],
      };

      if (!kp_ledger_insert (ledger, &kp_panel_seat_table, &record, error))
        return FALSE;
    }
  return TRUE;
}

/* By an order that was drawn. */
static gboolean
seat_all (KpSession *session,
          KpLedger *ledger,
          const KpPanelField *field,
          char *const *drawn,
          KpPanelDrawTally *tally,
          GError **error)
{
  g_autoptr (KpPanelPersons) laid = kp_panel_field_lay_out (field, drawn);
  const guint n_seats = field->policy.n_rooms * field->policy.size;
  g_autofree guint *seats = g_new (guint, n_seats + 1);
  const KpPanelDrawRule rule = kp_panel_draw_decide (&field->policy, laid->persons, laid->n, seats);

  if (rule != KP_PANEL_DRAW_OK)
    return refuse_rule (rule, &field->policy, error);
  tally->n_rooms = field->policy.n_rooms;
  tally->n_seated = n_seats;
  for (guint i = 0; i < laid->n; i++)
    tally->n_spare += laid->persons[i].is_gone ? 0 : 1;
  tally->n_spare -= n_seats;
  return kp_panel_draw_remove (session, ledger, error) && insert_seats (session, ledger, field, drawn, seats, error);
}

/* The panels of an attempt whose place a later commitment has taken don't stand. */
static gboolean
stands (KpSession *session,
        const char *public_part,
        gboolean *is_repeat,
        GError **error)
{
  gint64 n_seats = 0;

  if (!kp_draw_record_answer_again (session, KP_EXAMINERS_PURPOSE, public_part, is_repeat, error)
      || !kp_table_count (kp_session_get_database (session), &kp_panel_seat_table, kp_session_get_campaign (session), "",
                          KP_NO_BINDS, &n_seats, error))
    return FALSE;
  *is_repeat = *is_repeat && n_seats > 0;
  return TRUE;
}

/**
 * kp_step_draw_panels:
 * @session: a session, open for writing
 * @public_part: the digits drawn before witnesses
 * @tally: (out): what was drawn
 * @error: return location
 *
 * 考官抽签: the drawn order of the examiners, laid over the rooms under the scheme's rules. Where the order of the candidates
 * was drawn again meanwhile, the examiners' order stands and is laid over the new rooms.
 *
 * Returns: %TRUE, or %FALSE with an error, which names the rule that can't be kept, and nothing changed
 */
gboolean
kp_step_draw_panels (KpSession *session,
                     const char *public_part,
                     KpPanelDrawTally *tally,
                     GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpPanelField) field = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (KpDraw) draw = NULL;

  *tally = (KpPanelDrawTally) { 0 };
  if (!stands (session, public_part, &tally->is_repeat, error) || tally->is_repeat)
    return tally->is_repeat;
  ledger = kp_session_begin (session, KP_STEP_DRAW, "examiners", error);
  field = ledger != NULL ? kp_panel_field_load (session, error) : NULL;
  if (field == NULL || !check_no_marks (session, error))
    return FALSE;
  if (field->policy.n_rooms == 0)
    return kp_step_refuse (_("The candidates aren't drawn to rooms yet, so there are no rooms for examiners. Draw their order first."),
                           error);
  draw = kp_draw_record_load (session, KP_EXAMINERS_PURPOSE, NULL, error);
  items = kp_panel_field_list_drawable (field);
  if (draw != NULL && draw->result == NULL)
    {
      g_clear_pointer (&draw, kp_draw_free);
      draw = kp_draw_record_load (session, KP_EXAMINERS_PURPOSE, items, error);
    }
  return draw != NULL && kp_draw_record_run (session, ledger, draw, public_part, error)
         && seat_all (session, ledger, field, draw->result, tally, error) && kp_session_commit (session, ledger, error);
}

/* ---- replacing ---- */

static gboolean
write_leaving (KpSession *session,
               KpLedger *ledger,
               const KpExaminerRecord *examiner,
               const KpTwoPeople *why,
               GError **error)
{
  g_autofree char *now = kp_session_dup_now (session);
  KpExaminerRecord changed = *examiner;

  changed.left_at = now;
  changed.left_reason = why->reason;
  changed.left_first = why->first_person;
  changed.left_second = why->second_person;
  return kp_ledger_update (ledger, &kp_examiner_table, &changed, error);
}

static guint
find_drawn (char *const *drawn,
            const char *number)
{
  for (guint i = 0; drawn[i] != NULL; i++)
    {
      if (g_str_equal (drawn[i], number))
        return i;
    }
  return KP_PANEL_DRAW_NOBODY;
}

/* The next of the drawn order who fits takes the empty seat. */
static const char *
fill_seat (KpLedger *ledger,
           const KpPanelField *field,
           const KpPanelSeatRecord *seat,
           char *const *drawn,
           GError **error)
{
  g_autoptr (KpPanelPersons) laid = kp_panel_field_lay_out (field, drawn);
  const guint size = field->policy.size;
  const guint n_seats = field->policy.n_rooms * size;
  g_autofree guint *seats = g_new (guint, n_seats + 1);
  KpPanelSeatRecord changed = *seat;
  KpPanelDrawRule rule;
  guint spare = 0;

  for (guint i = 0; i < n_seats; i++)
    seats[i] = KP_PANEL_DRAW_NOBODY;
  for (guint i = 0; i < field->seats->len; i++)
    {
      const KpPanelSeatRecord *one = g_ptr_array_index (field->seats, i);

      seats[((guint) one->room - 1) * size + (guint) one->seat - 1] = find_drawn (drawn, one->examiner);
    }
  rule = kp_panel_draw_find_spare (&field->policy, laid->persons, laid->n, seats,
                                   ((guint) seat->room - 1) * size + (guint) seat->seat - 1, &spare);
  if (rule != KP_PANEL_DRAW_OK)
    {
      refuse_rule (rule, &field->policy, error);
      g_prefix_error (error, _("No spare examiner fits room %d: "), (int) seat->room);
      return NULL;
    }
  changed.examiner = drawn[spare];
  return kp_ledger_update (ledger, &kp_panel_seat_table, &changed, error) ? drawn[spare] : NULL;
}

/**
 * kp_step_replace_examiner:
 * @session: a session, open for writing
 * @number: who can't come or go on
 * @why: the two people who decide it, and the reason
 * @error: return location
 *
 * 替补考官: the next of the drawn order who fits takes the seat; nobody is chosen. Who left comes back nowhere. Marks that the
 * seat gave before stay.
 *
 * Returns: (transfer full) (nullable): number of who sits there now, "" when nobody had to; %NULL with an error and nothing
 *   changed
 */
char *
kp_step_replace_examiner (KpSession *session,
                          const char *number,
                          const KpTwoPeople *why,
                          GError **error)
{
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpPanelField) before = NULL;
  g_autoptr (KpPanelField) after = NULL;
  g_autoptr (KpDraw) draw = NULL;
  const KpExaminerRecord *examiner;
  const KpPanelSeatRecord *seat;
  const char *spare = "";

  if (!kp_two_people_check_change (session, why, error))
    return NULL;
  ledger = kp_session_begin_beside (session, "replace-examiner", number, error);
  before = ledger != NULL ? kp_panel_field_load (session, error) : NULL;
  if (before == NULL)
    return NULL;
  examiner = kp_panel_field_find (before, number);
  if (examiner == NULL || examiner->left_at != NULL)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                   _("No examiner or staff who is still there has the number %s."), number);
      return NULL;
    }
  seat = kp_panel_field_find_seat (before, number);
  after = write_leaving (session, ledger, examiner, why, error) ? kp_panel_field_load (session, error) : NULL;
  if (after == NULL)
    return NULL;
  if (seat != NULL)
    {
      draw = kp_draw_record_load (session, KP_EXAMINERS_PURPOSE, NULL, error);
      spare = draw != NULL ? fill_seat (ledger, after, seat, draw->result, error) : NULL;
    }
  if (spare == NULL || !kp_session_commit (session, ledger, error))
    return NULL;
  return g_strdup (spare);
}
