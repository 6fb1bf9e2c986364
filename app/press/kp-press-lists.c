/* kp-press-lists.c – the published papers: bulletins of marks, shortlist, totals, publicity.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each paper takes its rows from the list of the same name, so that paper and file never differ. */
#include "kp-form-marks.h"
#include "kp-form-publicity.h"
#include "kp-form-shortlist.h"
#include "kp-form-totals.h"
#include "kp-press-private.h"

/* The post of a row, in the band above its rows; the lists have its code first. */
static const char *
get_group (KpPress *press,
           KpList *list,
           guint row)
{
  return kp_press_get_post (press, kp_list_get_value (list, row, 0));
}

/* kp_press_get_ticket() has no other number for them. */
#define UNWRITTEN "不参加笔试的人员没有准考证号，以报名序号代替。"

static const char *const mark_notes[] = {
  "名次按岗位排列，成绩相同的名次并列；违纪、缺考人员不列名次。笔试成绩为卷面成绩加政策性加分。",
  "考生对本人成绩有疑问的，可以在公布之日起3日内持准考证和身份证申请查分。",
  NULL,
};

/** kp_press_draw_marks: 笔试成绩公告. */
gboolean
kp_press_draw_marks (KpPress *press, KpSheet *sheet, GError **error)
{
  g_autoptr (KpList) list = kp_lists_make_from (press, KP_LISTS_MARKS);
  const guint n = kp_list_get_n_rows (list);
  g_autofree KpMarksRow *rows = g_new0 (KpMarksRow, n + 1);
  KpMarksFacts facts = { .paper_names = { "卷面成绩" }, .rows = rows, .n_rows = n };

  if (!kp_press_fill_list (press, &facts.list, "marks", "笔试成绩公告", list,
                           kp_step_get_name (KP_STEP_SHORTLIST)))
    return kp_press_fail_empty (KP_PRESS_MARKS, error);
  facts.list.notes = mark_notes;
  for (guint i = 0; i < n; i++)
    rows[i] = (KpMarksRow){
      .group = get_group (press, list, i),
      .ticket = kp_press_get_cell (list, i, 2),
      .name = kp_press_get_cell (list, i, 3),
      .papers = { kp_press_get_cell (list, i, 4) != NULL ? kp_press_get_cell (list, i, 4) : "—" },
      .bonus = kp_press_get_cell (list, i, 5),
      .total = kp_press_get_cell (list, i, 6),
      .place = kp_press_get_cell (list, i, 7),
      .remark = kp_press_get_cell (list, i, 8),
    };
  return kp_form_marks_draw (sheet, &facts, error);
}

static const char *const shortlist_notes[] = {
  "笔试名次为本岗位全体应试人员中的名次，有人放弃或者被取消资格时不重新排列。" UNWRITTEN,
  NULL,
};

/** kp_press_draw_shortlist: 入围面试人员名单. */
gboolean
kp_press_draw_shortlist (KpPress *press, KpSheet *sheet, GError **error)
{
  g_autoptr (KpList) list = kp_lists_make_from (press, KP_LISTS_SHORTLIST);
  const guint n = kp_list_get_n_rows (list);
  g_autofree KpShortlistRow *rows = g_new0 (KpShortlistRow, n + 1);
  KpShortlistFacts facts = { .rows = rows, .n_rows = n };

  if (!kp_press_fill_list (press, &facts.list, "shortlist", kp_lists_get_shortlist_title (press), list,
                           kp_step_get_name (KP_STEP_SHORTLIST)))
    return kp_press_fail_empty (KP_PRESS_SHORTLIST, error);
  facts.list.notes = shortlist_notes;
  for (guint i = 0; i < n; i++)
    rows[i] = (KpShortlistRow){
      .group = kp_press_format (press, "%s　招聘%s人", get_group (press, list, i), kp_press_get_cell (list, i, 3)),
      .ticket = kp_press_get_cell (list, i, 4),
      .name = kp_press_get_cell (list, i, 5),
      .written = kp_press_get_cell (list, i, 6),
      .place = kp_press_get_cell (list, i, 7),
      .remark = kp_press_get_cell (list, i, 8),
    };
  return kp_form_shortlist_draw (sheet, &facts, error);
}

static const char *const heat_notes[] = {
  "名次为本岗位参加测试人员中的名次，有人放弃或者被取消资格时不重新排列。" UNWRITTEN,
  NULL,
};

/** kp_press_draw_heats: 测试后入围人员名单: of the list with the marks those who go on, by post and by what they go on to. */
gboolean
kp_press_draw_heats (KpPress *press, KpSheet *sheet, GError **error)
{
  g_autoptr (KpList) list = kp_lists_make_from (press, KP_LISTS_HEATS);
  const guint n = kp_list_get_n_rows (list);
  g_autofree KpShortlistRow *rows = g_new0 (KpShortlistRow, n + 1);
  KpShortlistFacts facts = { .rows = rows, .mark = "排名成绩" };

  if (!kp_press_fill_list (press, &facts.list, "heats", "测试后入围人员名单", list, kp_step_get_name (KP_STEP_HEAT)))
    return kp_press_fail_empty (KP_PRESS_HEATS, error);
  facts.list.notes = heat_notes;
  for (guint i = 0; i < n; i++)
    {
      if (kp_press_get_cell (list, i, 9) == NULL)
        continue;
      rows[facts.n_rows++] = (KpShortlistRow){
        .group = kp_press_format (press, "%s　招聘%s人　%s后进入%s人员", get_group (press, list, i), kp_press_get_cell (list, i, 2),
                                  kp_press_get_cell (list, i, 3), kp_press_get_cell (list, i, 9)),
        .ticket = kp_press_get_cell (list, i, 4),
        .name = kp_press_get_cell (list, i, 5),
        .written = kp_press_get_cell (list, i, 7),
        .place = kp_press_get_cell (list, i, 8),
        .remark = kp_press_get_cell (list, i, 10),
      };
    }
  return kp_form_shortlist_draw (sheet, &facts, error);
}

static const char *const total_notes[] = {
  "笔试成绩含加分。综合成绩、名次按招聘公告的规定计算；面试缺考、违纪和低于面试合格线的不列名次。" UNWRITTEN,
  NULL,
};

/** kp_press_draw_totals: 综合成绩公告. */
gboolean
kp_press_draw_totals (KpPress *press, KpSheet *sheet, GError **error)
{
  g_autoptr (KpList) list = kp_lists_make_from (press, KP_LISTS_TOTALS);
  const guint n = kp_list_get_n_rows (list);
  g_autofree KpTotalsRow *rows = g_new0 (KpTotalsRow, n + 1);
  KpTotalsFacts facts = { .rows = rows, .n_rows = n };

  if (!kp_press_fill_list (press, &facts.list, "totals", "综合成绩公告", list,
                           kp_step_get_name (KP_STEP_TOTAL)))
    return kp_press_fail_empty (KP_PRESS_TOTALS, error);
  facts.list.notes = total_notes;
  for (guint i = 0; i < n; i++)
    rows[i] = (KpTotalsRow){
      .group = get_group (press, list, i),
      .ticket = kp_press_get_cell (list, i, 2),
      .name = kp_press_get_cell (list, i, 3),
      .written = kp_press_get_cell (list, i, 4),
      .credential = kp_press_get_cell (list, i, 5),
      .interview_raw = kp_press_get_cell (list, i, 6),
      .coefficient = kp_press_get_cell (list, i, 6) != NULL ? kp_press_get_cell (list, i, 7) : NULL,
      .interview = kp_press_get_cell (list, i, 8),
      .total = kp_press_get_cell (list, i, 9),
      .place = kp_press_get_cell (list, i, 10),
      .next = kp_press_get_cell (list, i, 11),
      .remark = kp_press_get_cell (list, i, 12),
    };
  return kp_form_totals_draw (sheet, &facts, error);
}

static const KpProposalRecord *
find_proposal (KpPress *press)
{
  const gint64 last = kp_press_get_last_round (press);

  for (guint i = 0; i < kp_roster_get_n_dossiers (press->roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (press->roster, i);

      if (dossier->proposal != NULL && dossier->proposal->round == last)
        return dossier->proposal;
    }
  return NULL;
}

static void
fill_publicity (KpPress *press, KpPublicityFacts *facts, const KpProposalRecord *proposal)
{
  const KpScheme *scheme = press->scheme;

  facts->campaign = kp_press_get_campaign (press);
  facts->committee = scheme->committee;
  facts->days = kp_press_format (press, "%u个%s", scheme->publicity.days,
                                 scheme->publicity.is_in_workdays ? "工作日" : "自然日");
  facts->from = kp_press_format_iso (press, proposal->public_from);
  facts->to = kp_press_format_iso (press, proposal->public_until);
  facts->phone = scheme->supervision_phone;
  facts->address = scheme->address;
  facts->wording = kp_scheme_get_wording (scheme, "publicity");
  facts->list.date = facts->from;
  facts->list.table_title = "拟聘用人员名单";
  facts->list.head = kp_press_make_head (press, NULL, facts->list.date);
}

/** kp_press_draw_publicity: 拟聘用人员公示, names in full (domain.md §11), dated with the first day of
 * publicity. */
gboolean
kp_press_draw_publicity (KpPress *press, KpSheet *sheet, GError **error)
{
  g_autoptr (KpList) list = kp_lists_make_from (press, KP_LISTS_PUBLICITY);
  const guint n = kp_list_get_n_rows (list);
  g_autofree KpPublicityRow *rows = g_new0 (KpPublicityRow, n + 1);
  KpPublicityFacts facts = { .rows = rows, .n_rows = n };

  if (!kp_press_fill_list (press, &facts.list, "publicity", "拟聘用人员公示", list,
                           kp_step_get_name (KP_STEP_PUBLISH_HIRES)))
    return kp_press_fail_empty (KP_PRESS_PUBLICITY, error);
  fill_publicity (press, &facts, find_proposal (press));
  for (guint i = 0; i < n; i++)
    rows[i] = (KpPublicityRow){
      .group = get_group (press, list, i),
      .name = kp_press_get_cell (list, i, 3),
      .sex = kp_press_get_cell (list, i, 4),
      .education = kp_press_get_cell (list, i, 5),
      .ticket = kp_press_get_cell (list, i, 6),
      .written = kp_press_get_cell (list, i, 7),
      .interview = kp_press_get_cell (list, i, 8),
      .total = kp_press_get_cell (list, i, 9),
      .place = kp_press_get_cell (list, i, 10),
      .remark = kp_press_get_cell (list, i, 11),
      .final = kp_press_get_cell (list, i, 12),
    };
  return kp_form_publicity_draw (sheet, &facts, error);
}
