/* kp-audit-lists.c – what a supervisor gets to read, as lists.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-audit-lists.h"

#include "kp-audit-posts.h"
#include "kp-audit.h"
#include "kp-change-tables.h"
#include "kp-departure-kind.h"
#include "kp-draw-record.h"
#include "kp-interview-tables.h"
#include "kp-mark-tables.h"
#include "kp-panel-figures.h"
#include "kp-panel-tables.h"

/* ---- journal ---- */

static const KpListColumn journal_columns[] = {
  { "seq", "序号", 8, KP_LIST_NUMBER }, { "at", "时间", 26, KP_LIST_TEXT },
  { "actor", "操作人", 14, KP_LIST_TEXT }, { "step", "步骤", 20, KP_LIST_TEXT },
  { "subject", "事项", 20, KP_LIST_TEXT }, { "table", "数据表", 14, KP_LIST_TEXT },
  { "key", "行", 24, KP_LIST_TEXT },       { "act", "动作", 10, KP_LIST_TEXT },
  { "before", "改动前", 40, KP_LIST_TEXT }, { "after", "改动后", 40, KP_LIST_TEXT },
};

/* What stands in these rows may still be under seal; the opened draws are files of their own. */
static gboolean
is_told_elsewhere (const KpJournalRow *row)
{
  return g_str_equal (row->table_name, kp_draw_table.name) || g_str_equal (row->table_name, kp_secret_number_table.name);
}

static gboolean
add_journal_row (gconstpointer record, gpointer user_data, GError **error G_GNUC_UNUSED)
{
  const KpJournalRow *row = record;
  const gboolean is_short = is_told_elsewhere (row);
  g_autofree char *seq = g_strdup_printf ("%" G_GINT64_FORMAT, row->seq);

  kp_list_add_row (user_data, (const char *[]){ seq, row->at, row->actor, row->step, row->subject, row->table_name,
                                                row->row_key, row->act, is_short ? NULL : row->before_text,
                                                is_short ? "见“抽签.csv”和抽签记录" : row->after_text });
  return TRUE;
}

static gboolean
fill_journal (KpSession *session, KpList *list, GError **error)
{
  kp_list_add_note (list, "日志逐行链接，每行的摘要含前一行的摘要；完整核验用 kaopin verify。个人信息以 *** 代替。");
  return kp_audit_each_journal_row (session, add_journal_row, list, error);
}

static gboolean
fill_seals (KpSession *session, KpList *list, GError **error)
{
  g_autoptr (GPtrArray) rows = kp_audit_list_seals (session, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    add_journal_row (g_ptr_array_index (rows, i), list, NULL);
  return rows != NULL;
}

/* ---- who did what ---- */

static const KpListColumn act_columns[] = {
  { "step", "步骤", 20, KP_LIST_TEXT },    { "actor", "操作人", 14, KP_LIST_TEXT },
  { "first_at", "首次", 26, KP_LIST_TEXT }, { "last_at", "末次", 26, KP_LIST_TEXT },
  { "rows", "写入行数", 10, KP_LIST_NUMBER },
};

static gboolean
fill_acts (KpSession *session, KpList *list, GError **error)
{
  g_autoptr (GPtrArray) acts = kp_audit_list_acts (session, error);

  for (guint i = 0; acts != NULL && i < acts->len; i++)
    {
      const KpAuditAct *act = g_ptr_array_index (acts, i);
      g_autofree char *n_rows = g_strdup_printf ("%" G_GUINT64_FORMAT, act->n_rows);

      kp_list_add_row (list, (const char *[]){ act->step, act->actor, act->first_at, act->last_at, n_rows });
    }
  return acts != NULL;
}

/* ---- draws ---- */

static const KpListColumn draw_columns[] = {
  { "purpose", "用途", 24, KP_LIST_TEXT },
  { "attempt", "次数", 6, KP_LIST_NUMBER },
  { "items", "项数", 8, KP_LIST_NUMBER },
  { "source", "公开数字来源", 30, KP_LIST_TEXT },
  { "committed_at", "承诺时间", 26, KP_LIST_TEXT },
  { "commitment", "承诺值", 66, KP_LIST_TEXT },
  { "public", "公开数字", 14, KP_LIST_TEXT },
  { "drawn_at", "抽签时间", 26, KP_LIST_TEXT },
  { "reason", "重抽原因", 30, KP_LIST_TEXT },
  { "by", "决定人", 12, KP_LIST_TEXT },
  { "with", "共同决定人", 12, KP_LIST_TEXT },
};

static gboolean
fill_draws (KpSession *session, KpList *list, GError **error)
{
  g_autoptr (GPtrArray) attempts = kp_draw_record_list (session, error);

  for (guint i = 0; attempts != NULL && i < attempts->len; i++)
    {
      const KpDrawAttempt *each = g_ptr_array_index (attempts, i);
      g_autofree char *number = g_strdup_printf ("%u", each->attempt);
      g_autofree char *n_items = g_strdup_printf ("%u", g_strv_length (each->draw->items));

      kp_list_add_row (list, (const char *[]){ each->draw->purpose, number, n_items, each->source, each->committed_at,
                                               each->draw->commitment, each->draw->public_part, each->drawn_at,
                                               each->reason, each->first_person, each->second_person });
    }
  return attempts != NULL;
}

/* ---- what was changed and decided ---- */

static const KpListColumn change_columns[] = {
  { "kind", "种类", 12, KP_LIST_TEXT },    { "what", "事项", 20, KP_LIST_TEXT },   { "subject", "对象", 20, KP_LIST_TEXT },
  { "before", "原为", 20, KP_LIST_TEXT },  { "after", "改为", 20, KP_LIST_TEXT },  { "reason", "原因", 40, KP_LIST_TEXT },
  { "by", "第一人", 12, KP_LIST_TEXT },    { "with", "第二人", 12, KP_LIST_TEXT }, { "at", "时间", 26, KP_LIST_TEXT },
};

static GPtrArray *
select_all (KpSession *session, const KpTable *table, const char *order, GError **error)
{
  return kp_table_select (kp_session_get_database (session), table, kp_session_get_campaign (session), order, KP_NO_BINDS,
                          error);
}

static gboolean
fill_corrections (KpSession *session, KpList *list, GError **error)
{
  g_autoptr (GPtrArray) records = select_all (session, &kp_correction_table, "ORDER BY number", error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const KpCorrectionRecord *each = g_ptr_array_index (records, i);

      kp_list_add_row (list, (const char *[]){ "成绩更正", each->what, each->subject, each->before_text, each->after_text,
                                               each->reason, each->first_person, each->second_person, each->at });
    }
  return records != NULL;
}

static gboolean
fill_amendments (KpSession *session, KpList *list, GError **error)
{
  g_autoptr (GPtrArray) records = select_all (session, &kp_amendment_table, "ORDER BY number", error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const KpAmendmentRecord *each = g_ptr_array_index (records, i);

      kp_list_add_row (list, (const char *[]){ "方案修改", each->notice, NULL, each->digest_before, each->digest_after,
                                               each->reason, each->first_person, each->second_person, each->at });
    }
  return records != NULL;
}

static gboolean
fill_decisions (KpSession *session, KpList *list, GError **error)
{
  g_autoptr (GPtrArray) records = select_all (session, &kp_decision_table, "ORDER BY kind, subject", error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const KpDecisionRecord *each = g_ptr_array_index (records, i);

      kp_list_add_row (list, (const char *[]){ "领导小组决定", each->kind, each->subject, NULL, each->value, each->reason,
                                               each->first_person, each->second_person, each->at });
    }
  return records != NULL;
}

static gboolean
fill_bonus_reviews (KpSession *session, KpList *list, GError **error)
{
  g_autoptr (GPtrArray) records = select_all (session, &kp_bonus_review_table, "ORDER BY application, item", error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const KpBonusReviewRecord *each = g_ptr_array_index (records, i);

      kp_list_add_row (list, (const char *[]){ "加分审核", each->application, each->item, NULL, each->verdict, each->reason,
                                               each->first_person, each->second_person, each->at });
    }
  return records != NULL;
}

static gboolean
fill_voided (KpSession *session, KpList *list, GError **error)
{
  g_autoptr (GPtrArray) records = select_all (session, &kp_voided_list_table, "ORDER BY at, list, edition", error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const KpVoidedListRecord *each = g_ptr_array_index (records, i);
      g_autofree char *edition = g_strdup_printf ("第%" G_GINT64_FORMAT "版", each->edition);

      kp_list_add_row (list, (const char *[]){ "名单作废", each->list, edition, NULL, NULL, each->cause, NULL, NULL, each->at });
    }
  return records != NULL;
}

/* Who left after the publication, what came in against the others, and choices that were taken back. */
static gboolean
fill_departures (KpSession *session, KpList *list, GError **error)
{
  g_autoptr (GPtrArray) records = select_all (session, &kp_departure_table, "ORDER BY post, round, application", error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const KpDepartureRecord *each = g_ptr_array_index (records, i);
      KpDepartureKind kind = KP_DEPARTURE_WAIVER;

      if (kp_departure_kind_parse (each->kind, &kind))
        kp_list_add_row (list, (const char *[]){ "公示后退出", kp_departure_kind_get_chinese (kind), each->application,
                                                 each->post, each->called_on, each->reason, each->first_person,
                                                 each->second_person, each->at });
    }
  return records != NULL;
}

static gboolean
fill_departure_undos (KpSession *session, KpList *list, GError **error)
{
  g_autoptr (GPtrArray) records = select_all (session, &kp_departure_undo_table, "ORDER BY application, serial", error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const KpDepartureUndoRecord *each = g_ptr_array_index (records, i);
      KpDepartureKind kind = KP_DEPARTURE_WAIVER;

      if (kp_departure_kind_parse (each->kind, &kind))
        kp_list_add_row (list, (const char *[]){ "撤销退出", kp_departure_kind_get_chinese (kind), each->application, NULL, NULL,
                                                 each->reason, each->first_person, each->second_person, each->at });
    }
  return records != NULL;
}

static gboolean
fill_objections (KpSession *session, KpList *list, GError **error)
{
  g_autoptr (GPtrArray) records = select_all (session, &kp_objection_table, "ORDER BY number", error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const KpObjectionRecord *each = g_ptr_array_index (records, i);
      g_autofree char *number = g_strdup_printf ("第%" G_GINT64_FORMAT "号", each->number);

      kp_list_add_row (list, (const char *[]){ "公示异议", number, each->application, each->content, each->outcome,
                                               each->finding, each->first_person, each->second_person, each->at });
    }
  return records != NULL;
}

static gboolean
fill_choices (KpSession *session, KpList *list, GError **error)
{
  g_autoptr (GPtrArray) records = select_all (session, &kp_choice_table, "AND reason IS NOT NULL ORDER BY application", error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const KpChoiceRecord *each = g_ptr_array_index (records, i);

      kp_list_add_row (list, (const char *[]){ "撤回选岗", NULL, each->application, NULL, each->offer, each->reason,
                                               each->first_person, each->second_person, each->at });
    }
  return records != NULL;
}

static gboolean
fill_changes (KpSession *session, KpList *list, GError **error)
{
  return fill_corrections (session, list, error) && fill_amendments (session, list, error)
         && fill_decisions (session, list, error) && fill_bonus_reviews (session, list, error)
         && fill_departures (session, list, error) && fill_departure_undos (session, list, error)
         && fill_objections (session, list, error)
         && fill_choices (session, list, error) && fill_voided (session, list, error);
}

/* ---- locks, openings, rechecks ---- */

static gboolean
fill_locks (KpSession *session, KpList *list, GError **error)
{
  g_autoptr (GPtrArray) records = select_all (session, &kp_paper_lock_table, "ORDER BY paper", error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const KpPaperLockRecord *each = g_ptr_array_index (records, i);

      kp_list_add_row (list, (const char *[]){ "成绩锁定", each->paper, NULL, NULL, each->digest, each->how,
                                               each->first_person, each->second_person, each->at });
      if (each->opened_at != NULL)
        kp_list_add_row (list, (const char *[]){ "密号启封", each->paper, NULL, NULL, NULL, NULL, each->opened_by,
                                                 each->opened_with, each->opened_at });
    }
  return records != NULL;
}

static gboolean
fill_rechecks (KpSession *session, KpList *list, GError **error)
{
  g_autoptr (GPtrArray) records = select_all (session, &kp_mark_recheck_table, "ORDER BY paper, application", error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const KpMarkRecheckRecord *each = g_ptr_array_index (records, i);

      kp_list_add_row (list, (const char *[]){ "查分", each->paper, each->application, each->before_text, each->result,
                                               each->reason, each->checker, NULL, each->checked_on });
    }
  return records != NULL;
}

static gboolean
fill_openings (KpSession *session, KpList *list, GError **error)
{
  g_autoptr (GPtrArray) records = select_all (session, &kp_room_opening_table, "ORDER BY room", error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const KpRoomOpeningRecord *each = g_ptr_array_index (records, i);
      g_autofree char *room = g_strdup_printf ("第%" G_GINT64_FORMAT "考场", each->room);

      kp_list_add_row (list, (const char *[]){ "面试序号启封", room, NULL, NULL, NULL, NULL, each->first_person,
                                               each->second_person, each->at });
    }
  return records != NULL;
}

static gboolean
fill_marks (KpSession *session, KpList *list, GError **error)
{
  return fill_locks (session, list, error) && fill_rechecks (session, list, error)
         && fill_openings (session, list, error);
}

/* ---- the exam day ---- */

static const KpListColumn incident_columns[] = {
  { "number", "编号", 6, KP_LIST_NUMBER },     { "application", "报名序号", 12, KP_LIST_TEXT },
  { "paper", "科目", 8, KP_LIST_TEXT },        { "kind", "情形", 12, KP_LIST_TEXT },
  { "article", "条款", 8, KP_LIST_TEXT },      { "recorder", "记录人", 12, KP_LIST_TEXT },
  { "with", "记录人二", 12, KP_LIST_TEXT },    { "recorded", "记录日期", 12, KP_LIST_TEXT },
  { "informed", "告知日期", 12, KP_LIST_TEXT }, { "decided", "决定日期", 12, KP_LIST_TEXT },
  { "by", "决定人", 12, KP_LIST_TEXT },        { "decided_with", "决定人二", 12, KP_LIST_TEXT },
  { "consequence", "后果", 14, KP_LIST_TEXT }, { "served", "送达日期", 12, KP_LIST_TEXT },
};

static gboolean
fill_incidents (KpSession *session, KpList *list, GError **error)
{
  g_autoptr (GPtrArray) records = select_all (session, &kp_incident_table, "ORDER BY number", error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const KpIncidentRecord *each = g_ptr_array_index (records, i);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, each->number);

      kp_list_add_row (list, (const char *[]){ number, each->application, each->paper, each->kind, each->article,
                                               each->first_recorder, each->second_recorder, each->recorded_on,
                                               each->informed_on, each->decided_on, each->decided_by, each->decided_with,
                                               each->consequence, each->served_on });
    }
  return records != NULL;
}

/* ---- who stood alone ---- */

static const KpListColumn exception_columns[] = {
  { "kind", "情形", 30, KP_LIST_TEXT },
  { "subject", "科目或环节", 14, KP_LIST_TEXT },
  { "actor", "操作人", 14, KP_LIST_TEXT },
  { "n", "条数", 8, KP_LIST_NUMBER },
};

static gboolean
fill_exceptions (KpSession *session, KpList *list, GError **error)
{
  static const char *const kinds[KP_AUDIT_N_EXCEPTION_KINDS] = {
    [KP_AUDIT_BOTH_ENTRIES] = "两次登分为同一人",
    [KP_AUDIT_OWN_ENTRY] = "裁定差异的人曾登分",
    [KP_AUDIT_BOTH_REVIEWS] = "两级审查为同一人",
  };
  g_autoptr (GPtrArray) exceptions = kp_audit_list_exceptions (session, error);

  for (guint i = 0; exceptions != NULL && i < exceptions->len; i++)
    {
      const KpAuditException *each = g_ptr_array_index (exceptions, i);
      g_autofree char *n = g_strdup_printf ("%u", each->n);

      kp_list_add_row (list, (const char *[]){ kinds[each->kind], each->subject, each->actor, n });
    }
  return exceptions != NULL;
}

/* ---- what looks odd ---- */

static const KpListColumn oddity_columns[] = {
  { "kind", "情形", 16, KP_LIST_TEXT },      { "paper", "科目", 8, KP_LIST_TEXT },
  { "site", "考点", 8, KP_LIST_TEXT },       { "room", "考场", 8, KP_LIST_TEXT },
  { "seat", "起始座位", 10, KP_LIST_TEXT },  { "n", "人数", 8, KP_LIST_NUMBER },
  { "value", "分数或均分", 12, KP_LIST_TEXT }, { "beside", "对照", 12, KP_LIST_TEXT },
};

#define SHOWN_DECIMALS 2

static char *
dup_shown (KpFraction value)
{
  return kp_fraction_is_known (value)
             ? kp_fraction_dup_decimal (kp_fraction_round (value, SHOWN_DECIMALS, KP_ROUNDING_HALF_UP), SHOWN_DECIMALS)
             : NULL;
}

static gboolean
fill_oddities (KpSession *session, KpList *list, GError **error)
{
  g_autoptr (GPtrArray) oddities = kp_audit_list_oddities (session, error);

  kp_list_add_note (list, "以下只是值得再看一眼的地方，本身不证明任何问题。高分断层：断层以上的人数、最低分和下一名的分数；"
                          "考场平均分异常：与全体平均分相差超过三倍标准误；邻座同分：连号座位三人以上同分。");
  for (guint i = 0; oddities != NULL && i < oddities->len; i++)
    {
      const KpAuditOddity *each = g_ptr_array_index (oddities, i);
      g_autofree char *room = each->site != NULL ? g_strdup_printf ("%03u", each->room) : NULL;
      g_autofree char *seat = each->oddity.seat > 0 ? g_strdup_printf ("%02u", each->oddity.seat) : NULL;
      g_autofree char *n = g_strdup_printf ("%u", each->oddity.n);
      g_autofree char *value = dup_shown (each->oddity.value);
      g_autofree char *beside = dup_shown (each->oddity.beside);

      kp_list_add_row (list, (const char *[]){ kp_oddity_kind_get_chinese (each->oddity.kind), each->paper, each->site,
                                               room, seat, n, value, beside });
    }
  return oddities != NULL;
}

/* ---- what each post asks for ---- */

static const KpListColumn post_columns[] = {
  { "post", "岗位代码", 10, KP_LIST_TEXT },         { "name", "岗位", 20, KP_LIST_TEXT },
  { "places", "计划", 8, KP_LIST_NUMBER },          { "conditions", "本岗位另设条件", 14, KP_LIST_NUMBER },
  { "reviewed", "已审查", 10, KP_LIST_NUMBER },     { "general", "符合共同条件", 14, KP_LIST_NUMBER },
  { "fit", "符合本岗位条件", 14, KP_LIST_NUMBER },  { "wanted", "开考须有人数", 14, KP_LIST_NUMBER },
  { "hint", "提示", 30, KP_LIST_TEXT },
};

static gboolean
fill_posts (KpSession *session, KpList *list, GError **error)
{
  g_autoptr (GArray) posts = kp_audit_list_posts (session, error);

  kp_list_add_note (list, "符合共同条件的人数本来够、只因本岗位另设的条件才不够的，标“另设条件过窄”，须查明该条件是否为岗位所必需、是否指向特定人员"
                          "（事业单位公开招聘违纪违规行为处理规定第十五条）；本身不证明任何问题。");
  for (guint i = 0; posts != NULL && i < posts->len; i++)
    {
      const KpAuditPost *each = &g_array_index (posts, KpAuditPost, i);
      const guint counts[] = { each->post->places, each->n_conditions, each->n_reviewed, each->n_general, each->n_fit,
                               each->wanted };
      char texts[G_N_ELEMENTS (counts)][16];

      for (guint j = 0; j < G_N_ELEMENTS (counts); j++)
        g_snprintf (texts[j], sizeof texts[j], "%u", counts[j]);
      kp_list_add_row (list, (const char *[]){ each->post->code, each->post->name, texts[0], texts[1], texts[2], texts[3],
                                               texts[4], texts[5], each->is_tailored ? "另设条件过窄" : NULL });
    }
  return posts != NULL;
}

/* ---- rooms and examiners of the interview ---- */

static const KpListColumn panel_columns[] = {
  { "what", "对象", 12, KP_LIST_TEXT },          { "room", "考场", 8, KP_LIST_NUMBER },
  { "examiner", "考官", 8, KP_LIST_TEXT },       { "n", "人数", 8, KP_LIST_NUMBER },
  { "mean", "平均分", 12, KP_LIST_TEXT },        { "difference", "与全体或同组相差", 18, KP_LIST_TEXT },
  { "spread", "离散", 12, KP_LIST_TEXT },        { "run", "连续同分", 10, KP_LIST_TEXT },
};

static void
add_room (KpList *list, const KpPanelReportRoom *room)
{
  g_autofree char *number = g_strdup_printf ("%u", room->room);
  g_autofree char *n = g_strdup_printf ("%u", room->n);
  g_autofree char *mean = dup_shown (room->mean);
  g_autofree char *difference = dup_shown (room->difference);
  g_autofree char *spread = dup_shown (room->spread);

  kp_list_add_row (list, (const char *[]){ "考场", number, NULL, n, mean, difference, spread, NULL });
}

static void
add_examiner (KpList *list, const KpPanelReportExaminer *examiner)
{
  g_autofree char *room = g_strdup_printf ("%u", examiner->room);
  g_autofree char *number = g_strdup_printf ("%u", examiner->examiner);
  g_autofree char *n = g_strdup_printf ("%u", examiner->n);
  g_autofree char *deviation = dup_shown (examiner->deviation);
  g_autofree char *run = g_strdup_printf ("%u", examiner->run);

  kp_list_add_row (list, (const char *[]){ "考官", room, number, n, NULL, deviation, NULL, run });
}

static gboolean
fill_panels (KpSession *session, KpList *list, GError **error)
{
  g_autoptr (KpPanelFigures) figures = kp_panel_figures_load (session, error);

  if (figures == NULL)
    return FALSE;
  for (guint i = 0; i < figures->rooms->len; i++)
    add_room (list, &g_array_index (figures->rooms, KpPanelReportRoom, i));
  for (guint i = 0; i < figures->examiners->len; i++)
    add_examiner (list, &g_array_index (figures->examiners, KpPanelReportExaminer, i));
  return TRUE;
}

/* ---- what the scored check made of the totals ---- */

static const KpListColumn final_columns[] = {
  { "post", "岗位代码", 10, KP_LIST_TEXT },     { "application", "报名序号", 12, KP_LIST_TEXT },
  { "total", "综合成绩", 10, KP_LIST_TEXT },    { "mark", "考察成绩", 10, KP_LIST_TEXT },
  { "final", "最终成绩", 10, KP_LIST_TEXT },    { "place", "最终名次", 10, KP_LIST_NUMBER },
  { "why", "说明", 40, KP_LIST_TEXT },
};

static char *
dup_mark (gint64 mark, guint decimals)
{
  return mark != KP_NO_INT ? kp_mark_dup_text (mark, decimals) : NULL;
}

static gboolean
fill_finals (KpSession *session, KpList *list, GError **error)
{
  const guint decimals = kp_session_get_scheme (session)->background.score.decimals;
  g_autoptr (GPtrArray) records = select_all (session, &kp_final_total_table, "ORDER BY post, place IS NULL, place, application", error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const KpFinalTotalRecord *each = g_ptr_array_index (records, i);
      g_autofree char *total = dup_mark (each->total, SHOWN_DECIMALS);
      g_autofree char *mark = dup_mark (each->mark, SHOWN_DECIMALS);
      g_autofree char *final = dup_mark (each->final, decimals);
      g_autofree char *place = each->place != KP_NO_INT ? g_strdup_printf ("%" G_GINT64_FORMAT, each->place) : NULL;

      kp_list_add_row (list, (const char *[]){ each->post, each->application, total, mark, final, place, each->why });
    }
  return records != NULL;
}

/* ---- all of them ---- */

static const struct
{
  const char *title;
  const KpListColumn *columns;
  guint n_columns;
  gboolean (*fill) (KpSession *session, KpList *list, GError **error);
} lists[KP_AUDIT_N_LISTS] = {
  [KP_AUDIT_LIST_JOURNAL] = { "日志", journal_columns, G_N_ELEMENTS (journal_columns), fill_journal },
  [KP_AUDIT_LIST_ACTS] = { "经办", act_columns, G_N_ELEMENTS (act_columns), fill_acts },
  [KP_AUDIT_LIST_SEALS] = { "方案与环节", journal_columns, G_N_ELEMENTS (journal_columns), fill_seals },
  [KP_AUDIT_LIST_DRAWS] = { "抽签", draw_columns, G_N_ELEMENTS (draw_columns), fill_draws },
  [KP_AUDIT_LIST_CHANGES] = { "更正与决定", change_columns, G_N_ELEMENTS (change_columns), fill_changes },
  [KP_AUDIT_LIST_MARKS] = { "锁定启封与查分", change_columns, G_N_ELEMENTS (change_columns), fill_marks },
  [KP_AUDIT_LIST_INCIDENTS] = { "考场情况", incident_columns, G_N_ELEMENTS (incident_columns), fill_incidents },
  [KP_AUDIT_LIST_EXCEPTIONS] = { "双人例外", exception_columns, G_N_ELEMENTS (exception_columns), fill_exceptions },
  [KP_AUDIT_LIST_ODDITIES] = { "异常提示", oddity_columns, G_N_ELEMENTS (oddity_columns), fill_oddities },
  [KP_AUDIT_LIST_POSTS] = { "岗位条件", post_columns, G_N_ELEMENTS (post_columns), fill_posts },
  [KP_AUDIT_LIST_PANELS] = { "面试考场与考官", panel_columns, G_N_ELEMENTS (panel_columns), fill_panels },
  [KP_AUDIT_LIST_FINALS] = { "考察与最终成绩", final_columns, G_N_ELEMENTS (final_columns), fill_finals },
};

/** kp_audit_list_get_title: what the list is called, and its file. */
const char *
kp_audit_list_get_title (KpAuditListName name)
{
  g_return_val_if_fail (name < KP_AUDIT_N_LISTS, NULL);
  return lists[name].title;
}

/**
 * kp_audit_list_make:
 * @session: a session; only read
 * @name: which list
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the list, empty when there is nothing of its kind, or %NULL with #KP_DATA_ERROR or
 *   #KP_STEP_ERROR
 */
KpList *
kp_audit_list_make (KpSession *session, KpAuditListName name, GError **error)
{
  g_autoptr (KpList) list = NULL;

  g_return_val_if_fail (name < KP_AUDIT_N_LISTS, NULL);
  list = kp_list_new (lists[name].title, kp_session_get_scheme (session)->title, lists[name].columns,
                      lists[name].n_columns);
  return lists[name].fill (session, list, error) ? g_steal_pointer (&list) : NULL;
}
