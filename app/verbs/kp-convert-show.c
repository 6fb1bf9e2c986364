/* kp-convert-show.c – the roster of a conversion, one person of it, and the money, as answers.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-convert-show.h"

#include <glib/gi18n-lib.h>

#include "kp-candidate.h"

/* What the registration says of the same person and the roster doesn't. */
static const char *
find_difference (const KpConversionLine *line)
{
  if (line->dossier == NULL || line->dossier->person->grid_since == NULL
      || g_strcmp0 (line->dossier->person->grid_since, line->staff->since) == 0)
    return "";
  return "报名表的在岗起始日期与花名册不一致。";
}

static void
add_line (KpAnswer *answer, const KpConversionLine *line)
{
  g_autofree char *cost = kp_money_dup_text (line->staff->cost);
  g_autofree char *findings = kp_conversion_line_dup_findings (line);
  g_autofree char *notes = g_strconcat (findings, find_difference (line), NULL);

  kp_answer_add_row (answer, (const char *[]){ line->staff->number, line->staff->name, line->staff->department, cost,
                                               line->n_findings == 0 ? "符合" : "不符合", notes,
                                               line->dossier != NULL ? line->dossier->application->application : "",
                                               line->dossier != NULL && line->dossier->contract != NULL
                                                   ? line->dossier->contract->number
                                                   : "",
                                               kp_converted_get_chinese (line->converted) });
}

/* Who applied for a post of the track and stands on no roster. */
static void
say_strangers (KpAnswer *answer, KpSession *session, const KpConversionReport *report)
{
  guint n = 0;

  for (guint i = 0; report->n_lines > 0 && i < kp_roster_get_n_dossiers (report->roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (report->roster, i);
      const KpSchemePost *post = kp_scheme_get_post (kp_session_get_scheme (session), dossier->application->post);

      n += post != NULL && post->track == KP_TRACK_CONVERSION
           && kp_conversion_report_find_id_number (report, dossier->person->id_number) == NULL;
    }
  kp_answer_add_count (answer, "n_strangers", _ ("Applicants for a post of conversion who are on no roster"), n);
}

/** kp_convert_show_roster: everybody with what stands against a conversion, and what became of each. */
void
kp_convert_show_roster (KpAnswer *answer, KpSession *session, const KpConversionReport *report)
{
  const KpAnswerColumn columns[] = {
    { "number", "编号", FALSE },        { "name", "姓名", FALSE },       { "department", "原招聘部门", FALSE },
    { "cost", "年人均经费", TRUE },     { "eligible", "条件", FALSE },   { "findings", "说明", FALSE },
    { "application", "报名号", FALSE }, { "contract", "新合同", FALSE }, { "outcome", "去向", FALSE },
  };
  guint n_fit = 0;

  for (guint i = 0; i < report->n_lines; i++)
    n_fit += report->lines[i].n_findings == 0;
  kp_answer_add_count (answer, "n_persons", _ ("On the roster"), report->n_lines);
  kp_answer_add_count (answer, "n_eligible", _ ("Eligible"), n_fit);
  say_strangers (answer, session, report);
  kp_answer_begin_table (answer, "persons", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < report->n_lines; i++)
    add_line (answer, &report->lines[i]);
}

/* Years for one purpose never stand in for those of another. */
static void
show_years (KpAnswer *answer, const KpSegment *segments, guint n_segments)
{
  const KpAnswerColumn columns[] = { { "years", "工作年限", FALSE },
                                     { "years_n", "年", TRUE },
                                     { "months", "月", TRUE },
                                     { "segments", "经历段数", TRUE },
                                     { "unproved", "无证明未计", TRUE } };

  kp_answer_begin_table (answer, "counters", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < KP_YEARS_N; i++)
    {
      const KpYearsCount count = kp_service_years_count (segments, n_segments, (KpYears) i);
      g_autofree char *years = g_strdup_printf ("%u", count.months / 12);
      g_autofree char *months = g_strdup_printf ("%u", count.months % 12);
      g_autofree char *counted = g_strdup_printf ("%u", count.n_segments);
      g_autofree char *unproved = g_strdup_printf ("%u", count.n_unproved);

      kp_answer_add_row (answer, (const char *[]){ kp_years_get_chinese ((KpYears) i), years, months, counted, unproved });
    }
}

/** kp_convert_show_person: one of the roster with the four counters of years; FALSE with %KP_STEP_ERROR_NOT_FOUND. */
gboolean
kp_convert_show_person (KpAnswer *answer,
                        KpSession *session,
                        const KpConversionReport *report,
                        const char *number,
                        GError **error)
{
  const KpConversionLine *line = kp_conversion_report_find (report, number);
  const KpDossier *dossier = line != NULL ? line->dossier : kp_roster_find_application (report->roster, number);
  const KpDate start = kp_session_get_scheme (session)->contract.start;
  const KpDate until = kp_date_is_valid (start) ? kp_date_add_days (start, -1) : kp_session_get_today (session);
  g_autoptr (GArray) segments = NULL;

  if (line == NULL && dossier == NULL)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_NOT_FOUND, _ ("The roster has nobody with number %s."), number);
      return FALSE;
    }
  if (line != NULL)
    {
      g_autofree char *findings = kp_conversion_line_dup_findings (line);

      kp_answer_add_text (answer, "number", _ ("Number"), line->staff->number);
      kp_answer_add_text (answer, "department", _ ("Department"), line->staff->department);
      kp_answer_add_text (answer, "findings", _ ("What stands against it"), findings);
      kp_answer_add_text (answer, "outcome", _ ("What became of it"), kp_converted_get_chinese (line->converted));
      if (line->outcome != NULL)
        kp_answer_add_text (answer, "last_day", _ ("Last day of the old contract"),
                            line->outcome->last_day != NULL ? line->outcome->last_day : "");
    }
  segments = kp_conversion_report_list_segments (report, line, dossier, until);
  kp_answer_add_count (answer, "leave_days", _ ("Days of paid leave a year"),
                       kp_service_years_decide_leave (kp_service_years_count ((const KpSegment *) (gpointer) segments->data,
                                                                              segments->len, KP_YEARS_SENIORITY)));
  show_years (answer, (const KpSegment *) (gpointer) segments->data, segments->len);
  return TRUE;
}

static void
add_funding (KpAnswer *answer, const KpFundingRow *row)
{
  g_autofree char *before = g_strdup_printf ("%u", row->n_before);
  g_autofree char *budget = kp_money_dup_text (row->budget);
  g_autofree char *converted = g_strdup_printf ("%u", row->n_converted);
  g_autofree char *stays = g_strdup_printf ("%u", row->n_before - row->n_converted - row->n_left - row->n_open);
  g_autofree char *left = g_strdup_printf ("%u", row->n_left);
  g_autofree char *open = g_strdup_printf ("%u", row->n_open);
  g_autofree char *moved = kp_money_dup_text (row->moved);
  g_autofree char *kept = kp_money_dup_text (row->kept);
  g_autofree char *difference = kp_money_dup_text (row->difference);

  kp_answer_add_row (answer,
                     (const char *[]){ row->department, before, budget, converted, stays, left, open, moved, kept, difference });
}

/** kp_convert_show_funding: 经费划转表, department by department and the county's line. */
void
kp_convert_show_funding (KpAnswer *answer, const KpConversionReport *report)
{
  const KpAnswerColumn columns[] = {
    { "department", "原招聘部门", FALSE }, { "before", "原有人数", TRUE }, { "budget", "年度预算", TRUE },
    { "converted", "转聘", TRUE },         { "stays", "留原单位", TRUE },  { "left", "解除", TRUE },
    { "open", "未定", TRUE },              { "moved", "划转", TRUE },      { "kept", "不划转", TRUE },
    { "difference", "差额", TRUE },
  };

  kp_answer_say (answer, report->is_balanced ? _ ("The table balances to the fen.")
                                             : _ ("The table doesn't balance: a budget differs from what its people cost, a "
                                                  "department hasn't stated one, or what becomes of somebody isn't said."));
  kp_answer_add_count (answer, "n_unstated", _ ("People of departments without a budget"), report->n_unstated);
  kp_answer_begin_table (answer, "funding", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < report->departments->len; i++)
    add_funding (answer, &report->funding[i]);
  add_funding (answer, &report->total);
}
