/* kp-press-recheck.c – the papers of checked marks: all applications, and the notice to each applicant.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-form-recheck.h"
#include "kp-lists-exam.h"
#include "kp-press-code.h"
#include "kp-step-mark-recheck.h"

/* The day on which the list became what it is. */
static const char *
find_last_date (KpPress *press)
{
  const char *last = NULL;

  for (guint i = 0; i < press->rechecks->len; i++)
    {
      const KpMarkRecheck *recheck = g_ptr_array_index (press->rechecks, i);

      last = g_strcmp0 (recheck->asked_on, last) > 0 ? recheck->asked_on : last;
      last = g_strcmp0 (recheck->checked_on, last) > 0 ? recheck->checked_on : last;
    }
  return kp_press_format_iso (press, last);
}

/** kp_press_draw_rechecks: 查分申请及结果一览表, with the rows of the list of the same name. */
gboolean
kp_press_draw_rechecks (KpPress *press, KpSheet *sheet, GError **error)
{
  g_autoptr (KpList) list = kp_lists_make_from (press, KP_LISTS_RECHECKS);
  const guint n = kp_list_get_n_rows (list);
  g_autofree KpRecheckRow *rows = g_new0 (KpRecheckRow, n + 1);
  KpRechecksFacts facts = { .rows = rows, .n_rows = n };

  if (!kp_press_fill_list (press, &facts.list, "rechecks", "查分申请及结果一览表", list,
                           kp_step_get_name (KP_STEP_RESOLVE_MARKS)))
    return kp_press_fail_empty (KP_PRESS_RECHECKS, error);
  facts.list.date = find_last_date (press);
  for (guint i = 0; i < n; i++)
    rows[i] = (KpRecheckRow){
      .ticket = kp_press_get_cell (list, i, KP_RECHECK_LIST_TICKET),
      .name = kp_press_get_cell (list, i, KP_RECHECK_LIST_NAME),
      .paper = kp_press_get_cell (list, i, KP_RECHECK_LIST_PAPER),
      .asked_on = kp_press_get_cell (list, i, KP_RECHECK_LIST_ASKED_ON),
      .reason = kp_press_get_cell (list, i, KP_RECHECK_LIST_REASON),
      .before = kp_press_get_cell (list, i, KP_RECHECK_LIST_BEFORE),
      .result = kp_press_get_cell (list, i, KP_RECHECK_LIST_RESULT),
      .checker = kp_press_get_cell (list, i, KP_RECHECK_LIST_CHECKER),
      .checked_on = kp_press_get_cell (list, i, KP_RECHECK_LIST_CHECKED_ON),
      .state = kp_press_get_cell (list, i, KP_RECHECK_LIST_STATE),
    };
  return kp_form_rechecks_draw (sheet, &facts, error);
}

/* "78.50分"; a state stays as it is. */
static const char *
get_mark (KpPress *press, const char *text)
{
  return g_ascii_isdigit (*text) ? kp_press_format (press, "%s分", text) : kp_press_format (press, "“%s”", text);
}

static KpRecheckNotice
make_notice (KpPress *press, const KpMarkRecheck *recheck, guint number)
{
  const KpDossier *dossier = kp_roster_find_application (press->roster, recheck->application);

  return (KpRecheckNotice){
    .campaign = kp_press_get_campaign (press),
    .issuer = press->scheme->committee,
    .number = kp_press_format (press, "第%u号", number),
    .name = dossier->person->name,
    .ticket = recheck->ticket,
    .paper = kp_lists_get_paper (press, recheck->paper),
    .asked_on = kp_press_format_iso (press, recheck->asked_on),
    .reason = recheck->reason,
    .before = get_mark (press, recheck->before),
    .after = recheck->state == KP_RECHECK_CORRECTED ? get_mark (press, recheck->result) : NULL,
    .checked_on = kp_press_format_iso (press, recheck->checked_on),
  };
}

/* Whoever has the record can compare the notice with it. */
static void
fill_code (KpPress *press, KpRecheckNotice *notice, guint number)
{
  const char *const texts[] = { notice->name,   notice->ticket, notice->paper,     notice->asked_on, notice->reason,
                                notice->before, notice->after,  notice->checked_on };

  notice->qr = kp_press_make_code (press, &(KpPressPaper){ .number = kp_press_format (press, "%u", number),
                                                           .digest = kp_press_seal_rows (press, "recheck", texts, sizeof texts),
                                                           .date = notice->checked_on });
}

/** kp_press_draw_recheck_notices: one for each application that is settled; a mark that still waits for its correction isn't. */
gboolean
kp_press_draw_recheck_notices (KpPress *press, KpSheet *sheet, GError **error)
{
  for (guint i = 0; i < press->rechecks->len; i++)
    {
      const KpMarkRecheck *recheck = g_ptr_array_index (press->rechecks, i);
      const gboolean is_settled = recheck->state == KP_RECHECK_SAME || recheck->state == KP_RECHECK_CORRECTED;
      KpRecheckNotice notice;

      if (!is_settled || !kp_press_wants (press, recheck->ticket))
        continue;
      notice = make_notice (press, recheck, i + 1);
      fill_code (press, &notice, i + 1);
      notice.wording = kp_scheme_get_wording (press->scheme, kp_press_form_get_name (press->form));
      notice.head = kp_press_make_head (press, NULL, notice.checked_on);
      if (!kp_form_recheck_notice_draw (sheet, &notice, error))
        return FALSE;
    }
  return TRUE;
}
