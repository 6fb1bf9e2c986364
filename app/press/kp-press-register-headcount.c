/* kp-press-register-headcount.c – the cap on community workers and the yearly plan, as tables to be signed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-candidate.h"
#include "kp-press-register-private.h"
#include "kp-step-headcount.h"

static const char *
format_count (KpPress *press, guint n)
{
  return n > 0 ? kp_press_format (press, "%u", n) : NULL;
}

/* As of the day on which people were counted last, or from which the last cap holds: the same record, the same table. */
static KpHeadcountReport *
load_report (KpRegisterBook *book, GError **error)
{
  KpPress *press = book->press;
  const char *counted = kp_press_find_step_day (press, KP_REGISTER_HEADCOUNT_STEP);
  KpDate on = counted != NULL ? kp_candidate_parse_date (counted) : kp_session_get_today (press->session);
  g_autoptr (GPtrArray) caps
      = kp_table_select (kp_session_get_database (press->session), &kp_headcount_cap_table,
                         kp_session_get_campaign (press->session), "ORDER BY starts DESC", KP_NO_BINDS, error);

  if (caps == NULL)
    return NULL;
  if (caps->len > 0)
    {
      const KpDate last = kp_candidate_parse_date (((const KpHeadcountCapRecord *) g_ptr_array_index (caps, 0))->starts);

      on = kp_date_compare (last, on) > 0 ? last : on;
    }
  book->date = kp_press_format_date (press, on);
  return kp_headcount_report_load (press->session, on, error);
}

/* A street under its county, a community under its street. */
static const char *
indent_name (KpPress *press, const KpHeadcountNode *node)
{
  static const char *const blanks[] = { "", "　", "　　" };

  return kp_press_format (press, "%s%s", blanks[node->level], node->name);
}

/* "标准每万人18人，按……；核定控制数483，县编发〔2026〕2号". */
static const char *
describe_cap (KpPress *press, const KpHeadcountReport *report)
{
  if (report->cap == NULL)
    return kp_press_format (press, "标准：每万名城镇常住人口%u人；没有登记核定控制数", report->policy.per_10k);
  return kp_press_format (press, "标准：每万名城镇常住人口%u人；核定控制数%" G_GINT64_FORMAT "，%s", report->policy.per_10k,
                          report->cap->places, report->cap->document);
}

/* There on the day, and of the street that is asked for. */
static gboolean
is_shown (const KpHeadcountReport *report, guint index, const char *only)
{
  const KpHeadcountNode *node = &report->facts[index];

  return report->lines[index].is_there
         && (only == NULL || g_str_equal (node->code, only) || g_strcmp0 (node->parent, only) == 0);
}

/* What is wrong stands below the table, with the unit that it is about. */
static void
note_problems (KpRegisterBook *book, const KpHeadcountReport *report, const char *only, const char *usual)
{
  KpPress *press = book->press;
  const char **notes = kp_press_keep (press, g_new0 (const char *, report->n_lines * KP_HEADCOUNT_N_PROBLEMS + 2));
  guint n = 0;

  notes[n++] = usual;
  for (guint i = 0; i < report->n_lines; i++)
    for (guint k = 0; k < KP_HEADCOUNT_N_PROBLEMS; k++)
      if (is_shown (report, i, only) && (report->lines[i].problems & (1u << k)))
        notes[n++] = kp_press_format (press, "%s：%s", report->facts[i].name,
                                      kp_headcount_problem_get_chinese ((KpHeadcountProblem) k));
  book->notes = notes;
}

static void
add_line (KpRegisterBook *book, const KpHeadcountReport *report, guint index)
{
  KpPress *press = book->press;
  const KpHeadcountLine *line = &report->lines[index];
  const guint *workers = line->all.n_workers;
  const char *cells[16] = {
    report->facts[index].code,
    indent_name (press, &report->facts[index]),
    kp_press_format (press, "%" G_GINT64_FORMAT, line->population),
    kp_press_format (press, "%u", line->standard),
    kp_press_format (press, "%u", line->places),
    format_count (press, workers[KP_WORKER_COMMITTEE]),
    format_count (press, workers[KP_WORKER_STAFF] + workers[KP_WORKER_ON_PROBATION] + workers[KP_WORKER_CONVERTED]),
    format_count (press, workers[KP_WORKER_ON_PROBATION]),
    format_count (press, line->all.n_reserved),
    format_count (press, line->all.n_running),
    kp_press_format (press, "%" G_GINT64_FORMAT, line->vacancy),
    kp_fraction_is_known (line->ratio)
        ? kp_press_keep (press, kp_fraction_dup_decimal (kp_fraction_round (line->ratio, 2, KP_ROUNDING_HALF_UP), 2))
        : NULL,
  };

  kp_register_book_add (book, NULL, cells);
}

/** kp_register_fill_headcount: county, streets and communities with residents, places, people at work and what is free. */
gboolean
kp_register_fill_headcount (KpRegisterBook *book, GError **error)
{
  g_autoptr (KpHeadcountReport) report = load_report (book, error);

  if (report == NULL)
    return FALSE;
  for (guint i = 0; i < report->n_lines; i++)
    if (is_shown (report, i, NULL))
      add_line (book, report, i);
  book->subtitle = describe_cap (book->press, report);
  note_problems (book, report, NULL,
                 "标准数由本单位人口得出；员额按最大余额法分配，各单位之和等于控制数。空额＝员额－在岗－预留转聘－在招。"
                 "“两委”兼职成员、居民小组长、志愿者、挂职干部、物业、公益性岗位、劳务派遣人员不计入。");
  return TRUE;
}

static void
add_plan (KpRegisterBook *book, const KpHeadcountReport *report, guint index)
{
  KpPress *press = book->press;
  const KpHeadcountLine *line = &report->lines[index];
  const char *cells[16] = {
    report->facts[index].code,
    indent_name (press, &report->facts[index]),
    kp_press_format (press, "%u", line->places),
    kp_press_format (press, "%u", line->n_counted),
    kp_press_format (press, "%" G_GINT64_FORMAT, line->vacancy),
    format_count (press, line->all.plan_vacant),
    format_count (press, line->all.plan_leaving),
    format_count (press, line->all.plan_new),
    kp_press_format (press, "%u", line->plan),
  };

  kp_register_book_add (book, NULL, cells);
}

/** kp_register_fill_plan: what each unit asks for this year, of three kinds; by a street's number that street alone. */
gboolean
kp_register_fill_plan (KpRegisterBook *book, GError **error)
{
  const char *only = book->press->filter;
  g_autoptr (KpHeadcountReport) report = load_report (book, error);

  if (report == NULL)
    return FALSE;
  for (guint i = 0; i < report->n_lines; i++)
    if (is_shown (report, i, only))
      add_plan (book, report, i);
  if (only != NULL && book->groups->len == 0)
    return kp_press_fail_empty (book->press->form, error);
  book->subtitle = describe_cap (book->press, report);
  note_problems (book, report, only, "计划合计＝现有空岗待招聘＋因退休离职待招聘＋新增待招聘；县级计划不得超过空额。定向岗位数含在计划合计里。");
  return TRUE;
}
