/* kp-press-register-convert.c – registers of a conversion: eligibility, money, who wasn't selected, and grades at hire.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-conversion-report.h"
#include "kp-id-number.h"
#include "kp-press-register-private.h"
#include "kp-press-work-private.h"

#include <glib/gi18n-lib.h>

#define DATE_BY_HAND "　　　　年　　月　　日"

static const char *
format_money (KpPress *press, gint64 fen)
{
  return kp_press_keep (press, kp_money_dup_text (fen));
}

static const char *
format_count (KpPress *press, guint n)
{
  return kp_press_format (press, "%u", n);
}

/* ---- eligibility ---- */

static gboolean
add_people (KpRegisterBook *book, gboolean wants_all, GError **error)
{
  KpPress *press = book->press;
  g_autoptr (KpConversionReport) report = kp_conversion_report_load (press->session, error);

  for (guint i = 0; report != NULL && i < report->n_lines; i++)
    {
      const KpConversionLine *line = &report->lines[i];
      const gboolean is_selected = line->dossier != NULL && line->dossier->contract != NULL;
      const char *findings = kp_press_keep (press, kp_conversion_line_dup_findings (line));
      const char *cells[16] = { line->staff->number, line->staff->name,
                                kp_press_keep (press, kp_id_number_mask (line->staff->id_number)), line->staff->job,
                                line->staff->since };

      if (!wants_all && (is_selected || line->converted == KP_CONVERTED_YES))
        continue;
      cells[5] = line->n_findings == 0 ? (wants_all ? "符合" : "符合条件，未被聘用") : (wants_all ? "不符合" : findings);
      if (wants_all)
        cells[6] = line->n_findings > 0 ? findings : NULL;
      else
        {
          cells[6] = line->converted != KP_CONVERTED_OPEN ? kp_converted_get_chinese (line->converted) : NULL;
          cells[7] = line->outcome != NULL ? line->outcome->last_day : NULL;
          cells[8] = line->outcome != NULL ? line->outcome->document : NULL;
        }
      kp_register_book_add (book, line->staff->department, cells);
    }
  book->subtitle = kp_press_format (press, "%u人", book->groups->len);
  return report != NULL;
}

/** kp_register_fill_eligibility: 转聘资格认定表, everybody on the rosters with what stands against a conversion. */
gboolean
kp_register_fill_eligibility (KpRegisterBook *book, GError **error)
{
  return add_people (book, TRUE, error);
}

/* Before anybody was hired nobody wasn't. */
static gboolean
has_contracts (KpPress *press)
{
  for (guint i = 0; i < kp_roster_get_n_dossiers (press->roster); i++)
    if (kp_roster_get_dossier (press->roster, i)->contract != NULL)
      return TRUE;
  return FALSE;
}

/** kp_register_fill_leftovers: 未聘用人员去向表, who of the rosters wasn't selected and what becomes of each. */
gboolean
kp_register_fill_leftovers (KpRegisterBook *book, GError **error)
{
  return !has_contracts (book->press) || add_people (book, FALSE, error);
}

/* ---- money ---- */

static void
add_funding (KpRegisterBook *book, const KpFundingRow *row, const KpGridDepartmentRecord *department)
{
  KpPress *press = book->press;
  const char *cells[16] = {
    row->department,
    department != NULL ? kp_press_format (press, "%" G_GINT64_FORMAT, department->year) : NULL,
    department != NULL ? department->document : NULL,
    format_count (press, row->n_before),
    format_money (press, row->budget),
    format_count (press, row->n_converted),
    format_money (press, row->moved),
    format_count (press, row->n_before - row->n_converted),
    format_money (press, row->kept),
  };

  kp_register_book_add (book, NULL, cells);
}

/** kp_register_fill_funding: 经费划转表; one that doesn't balance to the fen isn't printed. */
gboolean
kp_register_fill_funding (KpRegisterBook *book, GError **error)
{
  g_autoptr (KpConversionReport) report = kp_conversion_report_load (book->press->session, error);

  if (report == NULL || report->n_lines == 0)
    return report != NULL;
  if (!report->is_balanced)
    {
      g_set_error_literal (error, KP_PRESS_ERROR, KP_PRESS_ERROR_NOTHING,
                           _ ("The table of money doesn't balance yet; “kaopin convert FILE --funding” shows where."));
      return FALSE;
    }
  for (guint i = 0; i < report->departments->len; i++)
    add_funding (book, &report->funding[i], g_ptr_array_index (report->departments, i));
  add_funding (book, &report->total, NULL);
  book->subtitle = "单位：人、元";
  return TRUE;
}

/* ---- grades ---- */

/** kp_register_fill_grades: 岗位等级初定表, as it was decided at hire. */
gboolean
kp_register_fill_grades (KpRegisterBook *book, GError **error)
{
  KpPress *press = book->press;
  g_auto (KpPressWorks) works = { 0 };

  if (!kp_press_works_load (&works, press, error))
    return FALSE;
  for (guint i = 0; i < kp_employments_get_n (works.contracts); i++)
    {
      const KpEmployment *work = kp_employments_get (works.contracts, i);
      const KpContractRecord *contract = work->contract;
      const KpPersonRecord *person = kp_press_works_find_dossier (&works, work)->person;
      const char *cells[16] = {
        contract->number,
        person->name,
        person->education,
        person->certificate,
        kp_press_format (press, "%u年%u个月", (guint) contract->recognised_months / 12, (guint) contract->recognised_months % 12),
        contract->sequence,
        kp_press_format (press, "%" G_GINT64_FORMAT "级", contract->grade),
        contract->wage > 0 ? format_money (press, contract->wage) : NULL,
        contract->allowance > 0 ? format_money (press, contract->allowance) : NULL,
        contract->probation_pay > 0 ? format_money (press, contract->probation_pay) : NULL,
      };

      if (contract->sequence != NULL)
        kp_register_book_add (book, kp_press_works_get_employer (press, work), cells);
    }
  book->date = DATE_BY_HAND;
  book->subtitle = kp_press_format (press, "%u人", book->groups->len);
  return TRUE;
}
