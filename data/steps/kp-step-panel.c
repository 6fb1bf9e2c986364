/* kp-step-panel.c – takes in examiners and staff of the interview, and their relations to candidates.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-panel.h"

#include <glib/gi18n-lib.h>

#include "kp-recusal.h"

#define BY_STAFF "staff"
#define BY_CANDIDATE "candidate"

static gboolean
refuse_row (guint row,
            const char *reason,
            GError **error)
{
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, _("Row %u: %s Nothing of the file was taken in."), row, reason);
  return FALSE;
}

/* Who sits in a room keeps what made the draw put him there. */
static gboolean
check_change (const KpPanelField *field,
              const KpExaminerRecord *before,
              const KpExaminerRecord *after,
              GError **error)
{
  if (before == NULL || kp_panel_field_find_seat (field, before->examiner) == NULL)
    return TRUE;
  if (g_str_equal (before->unit, after->unit) && g_str_equal (before->role, after->role)
      && before->is_outside == after->is_outside)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("Examiner %s sits in a room already, and the draw counted unit, role and place of work. Replace him, or have "
                 "two people order a new draw."),
               before->examiner);
  return FALSE;
}

static gboolean
put_staff (KpSession *session,
           KpLedger *ledger,
           const KpPanelField *field,
           const KpStaffRow *row,
           GError **error)
{
  const KpExaminerRecord *before = kp_panel_field_find (field, row->number);
  KpExaminerRecord record = { 0 };

  if (*row->message != '\0')
    return refuse_row (row->sheet_row, row->message, error);
  if (before != NULL)
    record = *before;
  record.campaign = kp_session_get_campaign (session);
  record.examiner = row->number;
  record.name = row->name;
  record.unit = row->unit;
  record.role = kp_staff_role_get_name (row->role);
  record.is_outside = row->is_outside ? 1 : 0;
  record.phone = *row->phone != '\0' ? row->phone : NULL;
  return check_change (field, before, &record, error) && kp_ledger_put (ledger, &kp_examiner_table, &record, error);
}

/**
 * kp_step_import_staff:
 * @session: a session, open for writing
 * @sheet: examiners and staff
 * @tally: (out): what was taken in
 * @error: return location
 *
 * Takes the whole sheet or nothing. A number that is in the record already gets what the sheet says now; who isn't on the
 * sheet stays as he is.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_import_staff (KpSession *session,
                      KpStaffSheet *sheet,
                      KpPanelImportTally *tally,
                      GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin_beside (session, "panel", "staff", error);
  g_autoptr (KpPanelField) field = ledger != NULL ? kp_panel_field_load (session, error) : NULL;
  guint n_rows = 0;
  const KpStaffRow *rows = kp_staff_sheet_get_staff (sheet, &n_rows);

  if (field == NULL)
    return FALSE;
  for (guint i = 0; i < n_rows; i++)
    {
      if (!put_staff (session, ledger, field, &rows[i], error))
        return FALSE;
    }
  *tally = (KpPanelImportTally) { n_rows, (guint) kp_ledger_get_n_written (ledger) };
  return kp_session_write_import (session, ledger, "staff", kp_row_sheet_get_digest (sheet), n_rows, tally->n_written,
                                  error)
         && kp_session_commit (session, ledger, error);
}

static const KpDossier *
find_candidate (const KpPanelField *field,
                const char *number,
                GError **error)
{
  const KpDossier *dossier = kp_roster_find_ticket (field->roster, number);

  if (dossier == NULL)
    dossier = kp_roster_find_application (field->roster, number);
  if (dossier == NULL)
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND,
                 _("No candidate has the ticket or registration number %s."), number);
  return dossier;
}

static gboolean
put_recusal (KpSession *session,
             KpLedger *ledger,
             const KpPanelField *field,
             const KpRecusalOrder *order,
             KpRecusalEffect *effect,
             GError **error)
{
  const KpExaminerRecord *examiner = kp_panel_field_find (field, order->examiner);
  const KpDossier *dossier = examiner != NULL ? find_candidate (field, order->candidate, error) : NULL;
  const KpPanelSeatRecord *seat = examiner != NULL ? kp_panel_field_find_seat (field, order->examiner) : NULL;
  KpRecusalKind kind;
  KpRecusalRecord record;

  if (examiner == NULL)
    g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND, _("No examiner or staff has the number %s."),
                 order->examiner);
  if (dossier == NULL)
    return FALSE;
  if (!kp_recusal_parse_relation (order->relation, &kind))
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                   _("“%s” is no relation that the rules of recusal name. Write it as they do, 夫妻, 父女, 表兄妹, 师生 …, or "
                     "其他: and what it is."),
                   order->relation);
      return FALSE;
    }
  record = (KpRecusalRecord) {
    .campaign = kp_session_get_campaign (session),
    .examiner = order->examiner,
    .application = dossier->application->application,
    .side = order->is_by_candidate ? BY_CANDIDATE : BY_STAFF,
    .kind = kp_recusal_kind_get_name (kind),
    .relation = order->relation,
  };
  effect->is_out = kp_recusal_kind_is_kin (kind) && !kp_staff_role_gives_marks (kp_panel_field_get_role (examiner));
  effect->clash_room
      = seat != NULL && dossier->hearing != NULL && dossier->hearing->room == seat->room ? (guint) seat->room : 0;
  return kp_ledger_put (ledger, &kp_recusal_table, &record, error);
}

/**
 * kp_step_declare_recusal:
 * @session: a session, open for writing
 * @order: who of whom, and what
 * @effect: (out): what follows
 * @error: return location
 *
 * 回避申报, by either side and at any time: a relation that comes out after the draw is recorded all the same, and the
 * examiner then has to be replaced.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_declare_recusal (KpSession *session,
                         const KpRecusalOrder *order,
                         KpRecusalEffect *effect,
                         GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin_beside (session, "panel", "recusal", error);
  g_autoptr (KpPanelField) field = ledger != NULL ? kp_panel_field_load (session, error) : NULL;

  *effect = (KpRecusalEffect) { 0 };
  return field != NULL && put_recusal (session, ledger, field, order, effect, error)
         && kp_session_commit (session, ledger, error);
}

/**
 * kp_step_import_recusals:
 * @session: a session, open for writing
 * @sheet: relations
 * @tally: (out): what was taken in
 * @error: return location
 *
 * Takes the whole sheet or nothing.
 *
 * Returns: %TRUE, or %FALSE with #KP_STEP_ERROR or #KP_DATA_ERROR and nothing changed
 */
gboolean
kp_step_import_recusals (KpSession *session,
                         KpStaffSheet *sheet,
                         KpPanelImportTally *tally,
                         GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin_beside (session, "panel", "recusals", error);
  g_autoptr (KpPanelField) field = ledger != NULL ? kp_panel_field_load (session, error) : NULL;
  guint n_rows = 0;
  const KpRecusalRow *rows = kp_staff_sheet_get_recusals (sheet, &n_rows);
  KpRecusalEffect effect;

  if (field == NULL)
    return FALSE;
  for (guint i = 0; i < n_rows; i++)
    {
      const KpRecusalOrder order = { rows[i].examiner, rows[i].candidate, rows[i].relation, rows[i].is_by_candidate };
      g_autoptr (GError) local = NULL;

      if (*rows[i].message != '\0')
        return refuse_row (rows[i].sheet_row, rows[i].message, error);
      if (!put_recusal (session, ledger, field, &order, &effect, &local))
        return refuse_row (rows[i].sheet_row, local->message, error);
    }
  *tally = (KpPanelImportTally) { n_rows, (guint) kp_ledger_get_n_written (ledger) };
  return kp_session_write_import (session, ledger, "recusals", kp_row_sheet_get_digest (sheet), n_rows,
                                  tally->n_written, error)
         && kp_session_commit (session, ledger, error);
}
