/* kp-contract-terms.c – of the verb contract: renewal, change, correction, the end of an institution's contract, and a look.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-contract-terms.h"

#include <glib/gi18n-lib.h>

#include "kp-candidate.h"
#include "kp-holidays.h"
#include "kp-severance.h"
#include "kp-step-institution.h"
#include "kp-step-renew.h"
#include "kp-step-work-correct.h"

/** kp_contract_term_options_clear: frees what the options own. */
void
kp_contract_term_options_clear (KpContractTermOptions *options)
{
  char **const texts[] = { &options->until, &options->change,  &options->to,
                           &options->from,  &options->correct, &options->absent };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}

static gboolean
read_day (const char *text, KpDate *day, GError **error)
{
  return text == NULL || kp_date_parse_iso (text, day, error);
}

/** kp_contract_renew: a further term; a fixed one where the law wants an open-ended one is refused. */
gboolean
kp_contract_renew (KpCommand *command, const KpContractTermOptions *options, const KpContractPaper *paper, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  KpRenewOrder order = { .number = kp_command_get_argument (command, 0),
                         .is_open_ended = options->is_open_ended,
                         .years = (guint) MAX (options->years, 0),
                         .asks_fixed = options->asks_fixed,
                         .has_fault = options->has_fault,
                         .asks_pension = options->asks_pension,
                         .document = paper->document,
                         .by = paper->by,
                         .with = paper->with };
  g_autoptr (KpSession) session = NULL;
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;
  KpRenewTally tally;

  if (options->is_open_ended + (options->years > 0) + (options->until != NULL) != 1)
    return kp_command_fail_usage (command, error, _ ("Say how long the next term lasts: --years, --until, or --open-ended."));
  if (!read_day (options->until, &order.until, error))
    return FALSE;
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  if (session == NULL || !kp_step_renew (session, &order, &tally, error))
    return FALSE;
  from = kp_date_dup_iso (tally.start);
  until = kp_date_is_valid (tally.end) ? kp_date_dup_iso (tally.end) : g_strdup (_ ("open-ended"));
  kp_answer_add_text (answer, "from", _ ("From"), from);
  kp_answer_add_text (answer, "until", _ ("Last day"), until);
  kp_answer_add_text (answer, "clause", _ ("Clause"), tally.clause);
  kp_answer_add_count (answer, "n_fixed_terms", _ ("Fixed terms before it"), tally.n_fixed_terms);
  if (tally.has_run_on)
    kp_answer_say (answer, _ ("Work has gone on for more than a month after the old term; the old conditions hold for that time."));
  return TRUE;
}

/** kp_contract_change: what both sides agreed to change. */
gboolean
kp_contract_change (KpCommand *command, const KpContractTermOptions *options, const KpContractPaper *paper, GError **error)
{
  KpChangeOrder order = { .number = kp_command_get_argument (command, 0),
                          .what = options->change,
                          .value = options->to,
                          .document = paper->document,
                          .by = paper->by,
                          .with = paper->with };
  g_autoptr (KpSession) session = NULL;

  if (!read_day (options->from, &order.day, error))
    return FALSE;
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  if (session == NULL || !kp_step_change_contract (session, &order, error))
    return FALSE;
  kp_answer_say (kp_command_get_answer (command), _ ("It is in the record."));
  return TRUE;
}

/** kp_contract_correct: a duty by its name, or a link of the probation by its number. */
gboolean
kp_contract_correct (KpCommand *command, const KpContractTermOptions *options, const KpContractPaper *paper, GError **error)
{
  KpWorkCorrectOrder order = { .number = kp_command_get_argument (command, 0),
                               .document = paper->document,
                               .takes_back = options->takes_back,
                               .reason = paper->reason,
                               .by = paper->by,
                               .with = paper->with };
  g_autoptr (KpSession) session = NULL;
  guint64 serial = 0;

  order.is_duty = kp_duty_parse (options->correct, &order.duty);
  if (!order.is_duty && !g_ascii_string_to_unsigned (options->correct, 10, 1, 100000, &serial, NULL))
    return kp_command_fail_usage (command, error,
                                  _ ("Name what is corrected: signed, insured, fund, certificate, renewed, handover, or the number of a "
                                     "link of the probation."));
  order.serial = (guint) serial;
  if (!read_day (options->to, &order.day, error))
    return FALSE;
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  if (session == NULL || !kp_step_correct_work (session, &order, error))
    return FALSE;
  kp_answer_say (kp_command_get_answer (command), _ ("It is put right; what was written down before stays in the record."));
  return TRUE;
}

/* 16/20: in a row, in a year. */
static gboolean
read_absence (KpCommand *command, const char *text, KpInstitutionEnd *facts, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", -1);
  guint64 numbers[2] = { 0 };

  for (guint i = 0; i < 2; i++)
    if (g_strv_length (parts) != 2 || !g_ascii_string_to_unsigned (parts[i], 10, 0, 366, &numbers[i], NULL))
      return kp_command_fail_usage (command, error, _ ("Write the workdays of absence as in a row/in a year, such as 16/20."));
  facts->absent_in_a_row = (guint) numbers[0];
  facts->absent_in_a_year = (guint) numbers[1];
  return TRUE;
}

/** kp_contract_end_institution: by the regulations of public institutions. */
gboolean
kp_contract_end_institution (KpCommand *command,
                             const char *ground,
                             KpDate served,
                             KpDate last_day,
                             const KpContractTermOptions *options,
                             const KpContractPaper *paper,
                             GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  KpInstitutionEndOrder order = { .number = kp_command_get_argument (command, 0),
                                  .facts = { .notice_served = served,
                                             .last_day = last_day,
                                             .failed_years = (guint) MAX (options->failed_years, 0),
                                             .refuses_other_post = options->refuses_post },
                                  .reason = paper->reason,
                                  .by = paper->by,
                                  .with = paper->with };
  g_autoptr (KpSession) session = NULL;

  if (!kp_institution_ground_parse (ground, &order.facts.ground))
    return kp_command_fail_usage (command, error, _ ("“%s” is no ground; see “kaopin help contract”."), ground);
  if (options->absent != NULL && !read_absence (command, options->absent, &order.facts, error))
    return FALSE;
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  if (session == NULL || !kp_step_end_institution (session, &order, error))
    return FALSE;
  kp_answer_add_text (answer, "ground", _ ("Ground"), kp_institution_ground_get_chinese (order.facts.ground));
  kp_answer_add_text (answer, "clause", _ ("Clause"), kp_institution_ground_get_clause (order.facts.ground));
  return TRUE;
}

static void
show_events (KpAnswer *answer, const KpEmployment *work)
{
  static const char *const chinese[KP_DUTY_N] = {
    [KP_DUTY_SIGNED] = "签订",       [KP_DUTY_INSURED] = "社会保险登记", [KP_DUTY_FUND] = "公积金登记",
    [KP_DUTY_CERTIFICATE] = "毕业证书", [KP_DUTY_RENEWED] = "续订",      [KP_DUTY_HANDOVER] = "档案社保转移",
  };

  for (guint i = 0; i < KP_DUTY_N; i++)
    if (work->duties[i] != NULL)
      kp_answer_add_row (answer, (const char *[]){ chinese[i], work->duties[i]->day, work->duties[i]->document, "" });
  for (guint i = 0; i < work->terms->len; i++)
    {
      const KpContractTermRecord *term = g_ptr_array_index (work->terms, i);

      kp_answer_add_row (answer, (const char *[]){ "续订", term->starts, term->document, term->ends != NULL ? term->ends : "无固定期限" });
    }
  for (guint i = 0; i < work->changes->len; i++)
    {
      const KpContractChangeRecord *change = g_ptr_array_index (work->changes, i);

      kp_answer_add_row (answer, (const char *[]){ "变更", change->day, change->document, change->value });
    }
  for (guint i = 0; i < work->corrections->len; i++)
    {
      const KpWorkCorrectionRecord *correction = g_ptr_array_index (work->corrections, i);

      kp_answer_add_row (answer, (const char *[]){ "更正", correction->at, correction->reason, correction->before_text });
    }
  if (work->end != NULL)
    kp_answer_add_row (answer, (const char *[]){ "解除终止", work->end->last_day, work->end->ground, work->end->reason });
}

/* 劳动合同法 §82: what a contract signed too late, or not yet, costs. */
static gboolean
show_double_wage (KpAnswer *answer, const KpEmployment *work, KpDate today, GError **error)
{
  const KpDate last = work->end != NULL ? kp_candidate_parse_date (work->end->last_day) : today;
  g_autoptr (KpCalendar) calendar = kp_holidays_load_shipped (error);
  g_autofree char *first = NULL;
  g_autofree char *owed = NULL;
  KpDate from;
  KpDate until;
  guint months;
  guint workdays;

  if (calendar == NULL)
    return FALSE;
  if (!kp_double_wage_decide (work->file.start, work->person.signed_on, kp_date_compare (last, today) < 0 ? last : today, &from,
                              &until))
    return TRUE;
  kp_double_wage_measure (from, until, calendar, &months, &workdays);
  first = kp_date_dup_iso (from);
  owed = g_strdup_printf (_ ("from %s on, %u months and %u days of work"), first, months, workdays);
  kp_answer_add_text (answer, "double_wage", _ ("Double wages owed (article 82)"), owed);
  return TRUE;
}

/** kp_contract_show: one contract with everything that happened to it. */
gboolean
kp_contract_show (KpCommand *command, GError **error)
{
  const KpAnswerColumn columns[] = {
    { "what", "事项", FALSE }, { "day", "日期", FALSE }, { "document", "材料", FALSE }, { "text", "内容", FALSE },
  };
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_ONLY, error);
  g_autoptr (KpEmployments) works = session != NULL ? kp_employments_load (session, error) : NULL;
  const KpEmployment *work = works != NULL ? kp_employments_find (works, kp_command_get_argument (command, 0), error) : NULL;

  if (work == NULL)
    return FALSE;
  kp_answer_add_text (answer, "contract", _ ("Contract"), work->contract->number);
  kp_answer_add_text (answer, "from", _ ("From"), work->contract->starts);
  kp_answer_add_text (answer, "until", _ ("Last day"), work->contract->ends);
  if (!show_double_wage (answer, work, kp_session_get_today (session), error))
    return FALSE;
  kp_answer_begin_table (answer, "events", columns, G_N_ELEMENTS (columns));
  show_events (answer, work);
  return TRUE;
}
