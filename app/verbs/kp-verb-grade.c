/* kp-verb-grade.c – grade and pay that were set at hire.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-conversion-report.h"
#include "kp-employment.h"
#include "kp-verbs.h"

static void
add_row (KpAnswer *answer, const KpEmployment *work)
{
  const KpContractRecord *contract = work->contract;
  g_autofree char *grade = g_strdup_printf ("%" G_GINT64_FORMAT, contract->grade);
  g_autofree char *months = g_strdup_printf ("%" G_GINT64_FORMAT, contract->recognised_months);
  g_autofree char *wage = kp_money_dup_text (contract->wage);
  g_autofree char *allowance = kp_money_dup_text (contract->allowance);
  g_autofree char *probation = contract->probation_pay > 0 ? kp_money_dup_text (contract->probation_pay) : g_strdup ("");

  kp_answer_add_row (answer, (const char *[]){ contract->number, contract->application, contract->street, contract->sequence,
                                               grade, months, wage, allowance, probation });
}

/** kp_verb_grade: kaopin grade FILE [NUMBER]. */
gboolean
kp_verb_grade (KpCommand *command, GError **error)
{
  const KpAnswerColumn columns[] = {
    { "contract", "合同", FALSE },   { "application", "报名号", FALSE }, { "street", "街道", FALSE },
    { "sequence", "序列", FALSE },   { "grade", "等级", TRUE },          { "months", "认定月数", TRUE },
    { "wage", "月工资", TRUE },      { "allowance", "月补贴", TRUE },    { "probation_pay", "试用期月工资", TRUE },
  };
  KpAnswer *answer = kp_command_get_answer (command);
  const char *number;
  g_autoptr (KpSession) session = NULL;
  g_autoptr (KpEmployments) works = NULL;
  const KpEmployment *only = NULL;
  guint n_without = 0;

  if (!kp_command_parse (command, NULL, 0, 1, error))
    return FALSE;
  number = kp_command_get_argument (command, 0);
  session = kp_command_open (command, KP_OPEN_READ_ONLY, error);
  works = session != NULL ? kp_employments_load (session, error) : NULL;
  only = works != NULL && number != NULL ? kp_employments_find (works, number, error) : NULL;
  if (works == NULL || (number != NULL && only == NULL))
    return FALSE;
  for (guint i = 0; i < kp_employments_get_n (works); i++)
    n_without += kp_employments_get (works, i)->contract->sequence == NULL;
  kp_answer_add_count (answer, "n_contracts", _ ("Contracts"), kp_employments_get_n (works));
  kp_answer_add_count (answer, "n_without", _ ("Without a grade"), n_without);
  kp_answer_begin_table (answer, "grades", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < kp_employments_get_n (works); i++)
    {
      const KpEmployment *work = kp_employments_get (works, i);

      if (work->contract->sequence != NULL && (only == NULL || work == only))
        add_row (answer, work);
    }
  return TRUE;
}
