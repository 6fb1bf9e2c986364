/* kp-lists.c – the lists of a campaign, for the office and for publishing.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is published (笔试成绩 to 拟聘用) never shows an ID number or a phone, and names in full only where
 * supervision needs them. The printed papers take their rows from these lists, so paper and file can't
 * differ. */
#include "kp-lists.h"

#include <string.h>

#include "kp-heat.h"
#include "kp-id-number.h"
#include "kp-lists-direct.h"
#include "kp-lists-exam.h"
#include "kp-lists-final.h"
#include "kp-lists-hire.h"
#include "kp-lists-order.h"
#include "kp-press-private.h"
#include "kp-qualify.h"
#include "kp-shortlist.h"

#define MAX_COLUMNS 20

/* What a list needs beside the dossiers. */
typedef struct
{
  KpPress *press;
  GHashTable *findings; /* (nullable): application → text of what keeps it open */
  gint64 round;         /* of publicity: the last one */
} Source;

typedef struct
{
  const char *name;
  const char *chinese;
  const KpListColumn *columns;
  guint n_columns;
  /* Fills the cells of one person; FALSE = isn't on this list. */
  gboolean (*fill) (const Source *source, const KpDossier *dossier, const char **cells);
  gint (*compare) (gconstpointer a, gconstpointer b);
  /* In the place of both: adds rows that aren't one for each person. */
  void (*add) (KpPress *press, KpList *list);
} List;

static const char *
mask (const Source *source, const KpDossier *dossier)
{
  return kp_press_keep (source->press, kp_lists_mask_name (dossier->person->name));
}

/* ---- registrations ---- */

static const KpListColumn registration_columns[] = {
  { "application", "报名序号", 10, KP_LIST_TEXT },
  { "name", "姓名", 12, KP_LIST_TEXT },
  { "sex", "性别", 6, KP_LIST_TEXT },
  { "id_number", "身份证号", 22, KP_LIST_TEXT },
  { "birth", "出生日期", 12, KP_LIST_TEXT },
  { "ethnic", "民族", 10, KP_LIST_TEXT },
  { "political", "政治面貌", 14, KP_LIST_TEXT },
  { "education", "学历", 8, KP_LIST_TEXT },
  { "degree", "学位", 8, KP_LIST_TEXT },
  { "school", "毕业院校", 24, KP_LIST_TEXT },
  { "major", "专业", 20, KP_LIST_TEXT },
  { "graduated", "毕业时间", 12, KP_LIST_TEXT },
  { "phone", "联系电话", 14, KP_LIST_TEXT },
  { "post", "岗位代码", 10, KP_LIST_TEXT },
  { "post_name", "岗位", 22, KP_LIST_TEXT },
  { "veteran", "退役军人", 10, KP_LIST_TEXT },
  { "certificate", "社工证书", 18, KP_LIST_TEXT },
  { "grid_since", "网格员上岗时间", 16, KP_LIST_TEXT },
  { "sheet_row", "表中行号", 10, KP_LIST_NUMBER },
  { "warnings", "导入提示", 26, KP_LIST_TEXT },
};

static gboolean
fill_registration (const Source *source, const KpDossier *dossier, const char **cells)
{
  const KpPersonRecord *person = dossier->person;
  const char *const row[] = {
    dossier->application->application,
    person->name,
    person->sex,
    person->id_number,
    person->birth,
    person->ethnic,
    person->political,
    person->education,
    person->degree,
    person->school,
    person->major,
    person->graduated,
    person->phone,
    dossier->application->post,
    kp_press_get_post_name (source->press, dossier->application->post),
    person->is_veteran ? "是" : "否",
    person->certificate,
    person->grid_since,
    kp_press_format_count (source->press, dossier->application->sheet_row),
    dossier->application->warnings,
  };

  memcpy (cells, row, sizeof row);
  return TRUE;
}

/* ---- review ---- */

static const KpListColumn review_columns[] = {
  { "application", "报名序号", 10, KP_LIST_TEXT }, { "name", "姓名", 12, KP_LIST_TEXT },
  { "post", "岗位代码", 10, KP_LIST_TEXT },      { "post_name", "岗位", 22, KP_LIST_TEXT },
  { "outcome", "审查结论", 14, KP_LIST_TEXT },   { "why", "审查意见", 60, KP_LIST_TEXT },
};

static const char *
get_review_chinese (const char *review)
{
  for (guint i = 0; i <= KP_REVIEW_PENDING; i++)
    {
      if (g_str_equal (review, kp_review_outcome_get_name ((KpReviewOutcome) i)))
        return kp_review_outcome_get_chinese ((KpReviewOutcome) i);
    }
  return "未审查";
}

static gboolean
fill_review (const Source *source, const KpDossier *dossier, const char **cells)
{
  const char *application = dossier->application->application;
  const char *const row[] = {
    application,
    dossier->person->name,
    dossier->application->post,
    kp_press_get_post_name (source->press, dossier->application->post),
    get_review_chinese (dossier->application->review),
    source->findings != NULL ? g_hash_table_lookup (source->findings, application) : NULL,
  };

  memcpy (cells, row, sizeof row);
  return !g_str_equal (dossier->application->review, "none");
}

/* ---- tickets ---- */

static const KpListColumn ticket_columns[] = {
  { "ticket", "准考证号", 14, KP_LIST_TEXT },    { "name", "姓名", 12, KP_LIST_TEXT },
  { "id_number", "身份证号", 22, KP_LIST_TEXT }, { "post", "岗位代码", 10, KP_LIST_TEXT },
  { "post_name", "岗位", 22, KP_LIST_TEXT },     { "site", "考点", 10, KP_LIST_TEXT },
  { "room", "考场", 8, KP_LIST_TEXT },           { "seat", "座位", 8, KP_LIST_TEXT },
  { "application", "报名序号", 10, KP_LIST_TEXT },
};

static gboolean
fill_ticket (const Source *source, const KpDossier *dossier, const char **cells)
{
  const KpSeatRecord *seat = dossier->seat;

  if (seat == NULL)
    return FALSE;
  memcpy (cells,
          (const char *const[]){
              seat->ticket,
              dossier->person->name,
              kp_press_keep (source->press, kp_id_number_mask (dossier->person->id_number)),
              dossier->application->post,
              kp_press_get_post_name (source->press, dossier->application->post),
              seat->site,
              kp_press_format (source->press, "%03" G_GINT64_FORMAT, seat->room),
              kp_press_format (source->press, "%02" G_GINT64_FORMAT, seat->seat),
              dossier->application->application,
          },
          sizeof (char *) * G_N_ELEMENTS (ticket_columns));
  return TRUE;
}

/* ---- written marks ---- */

static const KpListColumn mark_columns[] = {
  { "post", "岗位代码", 10, KP_LIST_TEXT },      { "post_name", "岗位", 22, KP_LIST_TEXT },
  { "ticket", "准考证号", 14, KP_LIST_TEXT },    { "name", "姓名", 10, KP_LIST_TEXT },
  { "paper", "卷面成绩", 10, KP_LIST_NUMBER },   { "bonus", "加分", 8, KP_LIST_NUMBER },
  { "written", "笔试成绩", 10, KP_LIST_NUMBER }, { "place", "名次", 8, KP_LIST_NUMBER },
  { "remark", "备注", 12, KP_LIST_TEXT },
};

static const char *
get_state_remark (const char *name)
{
  KpMarkState state = KP_MARK_PRESENT;

  if (!kp_mark_state_from_name (name, &state) || state == KP_MARK_PRESENT)
    return NULL;
  return kp_mark_state_get_chinese (state);
}

static gboolean
fill_mark (const Source *source, const KpDossier *dossier, const char **cells)
{
  const KpShortlistRecord *shortlist = dossier->shortlist;

  if (shortlist == NULL || g_str_equal (shortlist->state, "exempt"))
    return FALSE;
  memcpy (cells,
          (const char *const[]){
              shortlist->post,
              kp_press_get_post_name (source->press, shortlist->post),
              kp_press_get_ticket (dossier),
              mask (source, dossier),
              kp_press_format_mark (source->press, shortlist->paper),
              shortlist->bonus != 0 ? kp_press_format_mark (source->press, shortlist->bonus) : NULL,
              kp_press_format_mark (source->press, shortlist->written),
              kp_press_format_count (source->press, shortlist->place),
              get_state_remark (shortlist->state),
          },
          sizeof (char *) * G_N_ELEMENTS (mark_columns));
  return TRUE;
}

/* ---- shortlist ---- */

static const KpListColumn shortlist_columns[] = {
  { "post", "岗位代码", 10, KP_LIST_TEXT },       { "post_name", "岗位", 22, KP_LIST_TEXT },
  { "street", "街道（乡镇）", 14, KP_LIST_TEXT }, { "places", "招聘人数", 10, KP_LIST_NUMBER },
  { "ticket", "准考证号", 14, KP_LIST_TEXT },     { "name", "姓名", 10, KP_LIST_TEXT },
  { "written", "笔试成绩", 10, KP_LIST_NUMBER },  { "place", "笔试名次", 10, KP_LIST_NUMBER },
  { "remark", "备注", 16, KP_LIST_TEXT },
};

static const char *
get_shortlist_remark (const KpShortlistRecord *shortlist)
{
  const gboolean is_exempt = g_str_equal (shortlist->state, "exempt");

  if (is_exempt && shortlist->place != KP_NO_INT)
    return "按资历量化分";
  if (is_exempt)
    return "免笔试";
  if (g_str_equal (shortlist->outcome, kp_shortlist_verdict_get_name (KP_SHORTLIST_ENTERS_TIED)))
    return "末位并列";
  if (g_str_equal (shortlist->outcome, kp_shortlist_verdict_get_name (KP_SHORTLIST_SUBSTITUTE)))
    return "递补";
  return NULL;
}

static gint64
find_places (const KpPress *press, const char *code)
{
  for (guint i = 0; i < press->posts->len; i++)
    {
      const KpPostRecord *post = g_ptr_array_index (press->posts, i);

      if (g_str_equal (post->post, code))
        return post->places;
    }
  return KP_NO_INT;
}

static gboolean
fill_shortlist (const Source *source, const KpDossier *dossier, const char **cells)
{
  const KpShortlistRecord *shortlist = dossier->shortlist;

  if (!kp_dossier_is_on_list (dossier, 0))
    return FALSE;
  memcpy (cells,
          (const char *const[]){
              shortlist->post,
              kp_press_get_post_name (source->press, shortlist->post),
              kp_press_get_street_name (source->press, shortlist->post),
              kp_press_format_count (source->press, find_places (source->press, shortlist->post)),
              kp_press_get_ticket (dossier),
              mask (source, dossier),
              kp_press_format_mark (source->press, shortlist->written),
              kp_press_format_count (source->press, shortlist->place),
              get_shortlist_remark (shortlist),
          },
          sizeof (char *) * G_N_ELEMENTS (shortlist_columns));
  return TRUE;
}

/* ---- tests before the interview ---- */

static const KpListColumn heat_columns[] = {
  { "post", "岗位代码", 10, KP_LIST_TEXT },     { "post_name", "岗位", 22, KP_LIST_TEXT },
  { "places", "招聘人数", 10, KP_LIST_NUMBER }, { "test", "测试", 14, KP_LIST_TEXT },
  { "ticket", "准考证号", 14, KP_LIST_TEXT },   { "name", "姓名", 10, KP_LIST_TEXT },
  { "mark", "测试成绩", 10, KP_LIST_NUMBER },   { "score", "排名成绩", 10, KP_LIST_NUMBER },
  { "place", "名次", 8, KP_LIST_NUMBER },       { "next", "进入环节", 14, KP_LIST_TEXT },
  { "remark", "备注", 14, KP_LIST_TEXT },
};

static const char *
get_heat_remark (const KpHeatRecord *heat)
{
  if (g_str_equal (heat->state, "exempt"))
    return "不参加测试";
  if (g_str_equal (heat->outcome, kp_shortlist_verdict_get_name (KP_SHORTLIST_ENTERS_TIED)))
    return "末位并列";
  if (g_str_equal (heat->outcome, kp_shortlist_verdict_get_name (KP_SHORTLIST_SUBSTITUTE)))
    return "递补";
  return get_state_remark (heat->state);
}

/* The latest test of each: who came to a second one stands with that. */
static gboolean
fill_heat (const Source *source, const KpDossier *dossier, const char **cells)
{
  const KpHeatRecord *heat = kp_dossier_get_last_heat (dossier);
  KpPress *press = source->press;
  const KpScheme *scheme = press->scheme;
  const KpSchemePost *post;
  g_autofree char *next = NULL;

  if (heat == NULL || (guint)heat->heat > scheme->heats->len)
    return FALSE;
  post = kp_scheme_get_post (scheme, heat->post);
  next = kp_heat_dup_next (scheme, post, (guint)heat->heat);
  memcpy (cells,
          (const char *const[]){
              heat->post,
              kp_press_get_post_name (press, heat->post),
              kp_press_format_count (press, find_places (press, heat->post)),
              kp_heat_get_name (scheme, g_ptr_array_index (scheme->heats, (guint)heat->heat - 1)),
              kp_press_get_ticket (dossier),
              mask (source, dossier),
              kp_press_format_mark (press, heat->mark),
              kp_press_format_mark (press, heat->score),
              kp_press_format_count (press, heat->place),
              kp_shortlist_outcome_is_in (heat->outcome) && dossier->leaving == NULL ? kp_press_keep (press, g_steal_pointer (&next))
                                                                                     : NULL,
              get_heat_remark (heat),
          },
          sizeof (char *) * G_N_ELEMENTS (heat_columns));
  return TRUE;
}

/* ---- interview ---- */

static const KpListColumn interview_columns[] = {
  { "room", "考场", 8, KP_LIST_NUMBER },
  { "number", "抽签号", 8, KP_LIST_NUMBER },
  { "code", "面试序号", 10, KP_LIST_TEXT },
  { "post", "岗位代码", 10, KP_LIST_TEXT },
  { "post_name", "岗位", 22, KP_LIST_TEXT },
  { "ticket", "准考证号", 14, KP_LIST_TEXT },
  { "name", "姓名", 10, KP_LIST_TEXT },
  { "raw", "考场成绩", 10, KP_LIST_NUMBER },
  { "coefficient", "修正系数", 10, KP_LIST_TEXT },
  { "mark", "面试成绩", 10, KP_LIST_NUMBER },
  { "dropped", "去掉的考官", 12, KP_LIST_TEXT },
  { "remark", "备注", 12, KP_LIST_TEXT },
};

/* "highest:3;lowest:5" as people write it. */
static const char *
get_dropped (KpPress *press, const KpInterviewRecord *interview)
{
  g_autoptr (GString) text = g_string_new (interview->dropped);

  g_string_replace (text, "highest:", "最高", 0);
  g_string_replace (text, "lowest:", "最低", 0);
  g_string_replace (text, ";", " ", 0);
  return kp_press_format (press, "%s", text->str);
}

static gboolean
fill_interview (const Source *source, const KpDossier *dossier, const char **cells)
{
  const KpHearingRecord *hearing = dossier->hearing;
  const KpInterviewRecord *interview = dossier->interview;
  /* Until the room is opened the list knows candidates by their number only: a post of one would name them too. */
  const gboolean is_sealed = kp_dossier_is_sealed (dossier);
  KpPress *press = source->press;

  if (hearing == NULL)
    return FALSE;
  memcpy (cells,
          (const char *const[]){
              kp_press_format_count (press, hearing->room),
              kp_press_format_count (press, hearing->number),
              hearing->code,
              is_sealed ? NULL : hearing->post,
              is_sealed ? NULL : kp_press_get_post_name (press, hearing->post),
              is_sealed ? NULL : kp_press_get_ticket (dossier),
              is_sealed ? NULL : mask (source, dossier),
              interview != NULL ? kp_press_format_mark (press, interview->raw) : NULL,
              interview != NULL ? interview->coefficient : NULL,
              interview != NULL ? kp_press_format_mark (press, interview->mark) : NULL,
              interview != NULL ? get_dropped (press, interview) : NULL,
              interview != NULL ? get_state_remark (interview->state) : NULL,
          },
          sizeof (char *) * G_N_ELEMENTS (interview_columns));
  return TRUE;
}

/* ---- totals ---- */

static const KpListColumn total_columns[] = {
  { "post", "岗位代码", 10, KP_LIST_TEXT },        { "post_name", "岗位", 22, KP_LIST_TEXT },
  { "ticket", "准考证号", 14, KP_LIST_TEXT },      { "name", "姓名", 10, KP_LIST_TEXT },
  { "written", "笔试成绩", 10, KP_LIST_NUMBER },   { "credential", "资历量化分", 12, KP_LIST_NUMBER },
  { "raw", "考场成绩", 10, KP_LIST_NUMBER },       { "coefficient", "修正系数", 10, KP_LIST_TEXT },
  { "interview", "面试成绩", 10, KP_LIST_NUMBER }, { "total", "综合成绩", 10, KP_LIST_NUMBER },
  { "place", "名次", 8, KP_LIST_NUMBER },          { "next", "下一环节", 12, KP_LIST_TEXT },
  { "remark", "备注", 16, KP_LIST_TEXT },
};

/* The bulletin of totals says who was called at first; substitutes come later and never change it. */
static const char *
get_next_stage (const KpDossier *dossier)
{
  const KpFitnessRecord *called = dossier->physical != NULL ? dossier->physical : dossier->background;

  if (called == NULL || called->round > 0)
    return NULL;
  return dossier->physical != NULL ? "进入体检" : "进入考察";
}

static gboolean
fill_total (const Source *source, const KpDossier *dossier, const char **cells)
{
  const KpTotalRecord *total = dossier->total;
  const KpInterviewRecord *interview = dossier->interview;
  KpPress *press = source->press;
  const gboolean is_corrected = interview != NULL && interview->coefficient != NULL && interview->raw != KP_NO_INT;

  if (total == NULL)
    return FALSE;
  memcpy (cells,
          (const char *const[]){
              total->post,
              kp_press_get_post_name (press, total->post),
              kp_press_get_ticket (dossier),
              mask (source, dossier),
              kp_lists_format_total_mark (press, total, total->written),
              kp_press_format_mark (press, total->credential),
              is_corrected ? kp_press_format_mark (press, interview->raw) : NULL,
              is_corrected ? interview->coefficient : NULL,
              kp_lists_format_total_mark (press, total, total->interview),
              kp_lists_format_total_mark (press, total, total->total),
              kp_lists_format_total_place (press, total),
              get_next_stage (dossier),
              kp_lists_get_total_remark (total),
          },
          sizeof (char *) * G_N_ELEMENTS (total_columns));
  return TRUE;
}

/* ---- publicity ---- */

static const KpListColumn publicity_columns[] = {
  { "post", "岗位代码", 10, KP_LIST_TEXT },
  { "post_name", "岗位", 22, KP_LIST_TEXT },
  { "street", "街道（乡镇）", 14, KP_LIST_TEXT },
  { "name", "姓名", 12, KP_LIST_TEXT },
  { "sex", "性别", 6, KP_LIST_TEXT },
  { "education", "学历", 8, KP_LIST_TEXT },
  { "ticket", "准考证号", 14, KP_LIST_TEXT },
  { "written", "笔试成绩", 10, KP_LIST_NUMBER },
  { "interview", "面试成绩", 10, KP_LIST_NUMBER },
  { "total", "综合成绩", 10, KP_LIST_NUMBER },
  { "place", "名次", 8, KP_LIST_NUMBER },
  { "remark", "备注", 12, KP_LIST_TEXT },
  { "final", "最终成绩", 10, KP_LIST_NUMBER },
};

static gboolean
fill_publicity (const Source *source, const KpDossier *dossier, const char **cells)
{
  const KpTotalRecord *total = dossier->total;
  KpPress *press = source->press;
  const KpFitnessRecord *called = dossier->physical != NULL ? dossier->physical : dossier->background;

  if (dossier->proposal == NULL || total == NULL || dossier->proposal->round != source->round)
    return FALSE;
  memcpy (cells,
          (const char *const[]){
              dossier->proposal->post,
              kp_press_get_post_name (press, dossier->proposal->post),
              kp_press_get_hire_place (press, dossier),
              dossier->person->name,
              dossier->person->sex,
              dossier->person->education,
              kp_press_get_ticket (dossier),
              kp_lists_format_total_mark (press, total, total->written),
              kp_lists_format_total_mark (press, total, total->interview),
              kp_lists_format_total_mark (press, total, total->total),
              kp_press_format_count (press, dossier->proposal->place),
              called != NULL && called->round > 0 ? "递补" : NULL,
              dossier->final_total != NULL ? kp_press_format_mark (press, dossier->final_total->final) : NULL,
          },
          sizeof (char *) * G_N_ELEMENTS (publicity_columns));
  return TRUE;
}

/* ---- contracts ---- */

static const KpListColumn contract_columns[] = {
  { "number", "合同编号", 26, KP_LIST_TEXT },
  { "name", "姓名", 12, KP_LIST_TEXT },
  { "sex", "性别", 6, KP_LIST_TEXT },
  { "post", "岗位代码", 10, KP_LIST_TEXT },
  { "post_name", "岗位", 22, KP_LIST_TEXT },
  { "street", "用人单位", 34, KP_LIST_TEXT },
  { "starts", "起始日期", 12, KP_LIST_TEXT },
  { "ends", "终止日期", 12, KP_LIST_TEXT },
  { "probation_months", "试用期（月）", 12, KP_LIST_NUMBER },
  { "probation_ends", "试用期至", 12, KP_LIST_TEXT },
};

static gboolean
fill_contract (const Source *source, const KpDossier *dossier, const char **cells)
{
  const KpContractRecord *contract = dossier->contract;
  const KpSchemeStreet *street;

  if (contract == NULL)
    return FALSE;
  street = kp_scheme_get_street (source->press->scheme, contract->street);
  memcpy (cells,
          (const char *const[]){
              contract->number,
              dossier->person->name,
              dossier->person->sex,
              kp_press_get_hire_post (dossier),
              kp_press_get_post_name (source->press, kp_press_get_hire_post (dossier)),
              street != NULL ? street->employer : contract->street,
              contract->starts,
              contract->ends,
              kp_press_format_count (source->press, contract->probation_months),
              contract->probation_ends,
          },
          sizeof (char *) * G_N_ELEMENTS (contract_columns));
  return TRUE;
}

/* ---- all of them ---- */

#define COLUMNS(array) (array), G_N_ELEMENTS (array)

static const List lists[KP_LISTS_N] = {
  [KP_LISTS_REGISTRATIONS] = { "registrations", "报名人员名册", COLUMNS (registration_columns),
                               fill_registration, kp_lists_compare_applications, NULL },
  [KP_LISTS_REVIEW] = { "review", "资格审查结果", COLUMNS (review_columns), fill_review,
                        kp_lists_compare_applications, NULL },
  [KP_LISTS_TICKETS] = { "tickets", "准考证名册", COLUMNS (ticket_columns), fill_ticket, kp_lists_compare_tickets, NULL },
  [KP_LISTS_MARKS] = { "marks", "笔试成绩", COLUMNS (mark_columns), fill_mark, kp_lists_compare_written, NULL },
  [KP_LISTS_SHORTLIST] = { "shortlist", "入围面试人员名单", COLUMNS (shortlist_columns), fill_shortlist,
                           kp_lists_compare_written, NULL },
  [KP_LISTS_HEATS] = { "heats", "测试成绩和入围名单", COLUMNS (heat_columns), fill_heat, kp_lists_compare_heats, NULL },
  [KP_LISTS_INTERVIEW] = { "interview", "面试成绩", COLUMNS (interview_columns), fill_interview,
                           kp_lists_compare_hearings, NULL },
  [KP_LISTS_TOTALS] = { "totals", "综合成绩", COLUMNS (total_columns), fill_total, kp_lists_compare_totals, NULL },
  [KP_LISTS_PUBLICITY] = { "publicity", "拟聘用人员名单", COLUMNS (publicity_columns), fill_publicity,
                           kp_lists_compare_last_places, NULL },
  [KP_LISTS_CONTRACTS] = { "contracts", "劳动合同名册", COLUMNS (contract_columns), fill_contract,
                           kp_lists_compare_contracts, NULL },
  [KP_LISTS_BREACHES] = { "breaches", "违纪违规处理情况一览表", COLUMNS (kp_lists_breach_columns),
                          .add = kp_lists_add_breaches },
  [KP_LISTS_RECHECKS] = { "rechecks", "查分申请及结果一览表", COLUMNS (kp_lists_recheck_columns),
                          .add = kp_lists_add_rechecks },
  [KP_LISTS_FINAL_TOTALS] = { "final-totals", "最终成绩", COLUMNS (kp_lists_final_columns),
                              .add = kp_lists_add_final_totals },
  [KP_LISTS_CHOICES] = { "choices", "选岗结果", COLUMNS (kp_lists_choice_columns), .add = kp_lists_add_choices },
  [KP_LISTS_DEPARTURES] = { "departures", "聘用前后退出人员名单", COLUMNS (kp_lists_departure_columns),
                            .add = kp_lists_add_departures },
};

/** kp_lists_get_name: what the command line calls a list. */
const char *
kp_lists_get_name (KpListName name)
{
  return lists[name].name;
}

/** kp_lists_get_chinese: what the office calls a list. */
const char *
kp_lists_get_chinese (KpListName name)
{
  return lists[name].chinese;
}

/** kp_lists_parse: reads either name of a list; FALSE when there is none like it. */
gboolean
kp_lists_parse (const char *text, KpListName *out)
{
  for (guint i = 0; i < KP_LISTS_N; i++)
    {
      if (g_str_equal (text, lists[i].name) || g_str_equal (text, lists[i].chinese))
        {
          *out = (KpListName) i;
          return TRUE;
        }
    }
  return FALSE;
}

/* What keeps an application from passing, in the sentences that the candidate is told. */
static GHashTable *
load_findings (const KpPress *press, GError **error)
{
  GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) findings = kp_table_select (
      kp_session_get_database (press->session), &kp_finding_table, kp_session_get_campaign (press->session),
      "AND moment = 'review' AND verdict IN ('unmet', 'needs_paper', 'by_hand') ORDER BY application, condition", KP_NO_BINDS,
      error);

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const KpFindingRecord *finding = g_ptr_array_index (findings, i);
      const char *before = g_hash_table_lookup (texts, finding->application);

      g_hash_table_insert (
          texts, g_strdup (finding->application),
          g_strconcat (before != NULL ? before : "", before != NULL ? "；" : "", finding->sentence, NULL));
    }
  return texts;
}

/** kp_lists_get_shortlist_title: 入围面试人员名单, or to which test the first list leads. */
const char *
kp_lists_get_shortlist_title (KpPress *press)
{
  g_autofree char *next = kp_heat_dup_next (press->scheme, NULL, 0);

  return kp_press_format (press, "入围%s人员名单", next);
}

/** kp_lists_make_from: the list from a snapshot that is read already; NULL with #KP_DATA_ERROR never happens.
 */
KpList *
kp_lists_make_from (KpPress *press, KpListName name)
{
  const List *list = &lists[name];
  g_autoptr (GPtrArray) dossiers = g_ptr_array_new ();
  g_autoptr (GHashTable) findings = name == KP_LISTS_REVIEW ? load_findings (press, NULL) : NULL;
  const Source source = { press, findings, kp_press_get_last_round (press) };
  const char *edition = kp_press_get_edition (press, list->name);
  const char *chinese = name == KP_LISTS_SHORTLIST ? kp_lists_get_shortlist_title (press) : list->chinese;
  const char *title = edition != NULL ? kp_press_format (press, "%s（%s）", chinese, edition) : chinese;
  KpList *made = kp_list_new (kp_press_get_campaign (press), title, list->columns, list->n_columns);
  const char *cells[MAX_COLUMNS + 1] = { NULL };

  if (list->add != NULL)
    {
      list->add (press, made);
      return made;
    }
  for (guint i = 0; i < kp_roster_get_n_dossiers (press->roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (press->roster, i);

      if (list->fill (&source, dossier, cells))
        g_ptr_array_add (dossiers, (gpointer) dossier);
    }
  g_ptr_array_sort (dossiers, list->compare);
  for (guint i = 0; i < dossiers->len; i++)
    {
      list->fill (&source, g_ptr_array_index (dossiers, i), cells);
      for (guint j = 0; j < list->n_columns; j++)
        cells[j] = cells[j] != NULL ? cells[j] : "";
      kp_list_add_row (made, cells);
    }
  return made;
}

/* What was handed out can be told from what holds: edition, scheme, the rows themselves, and the state of the record. */
static void
add_origin (KpPress *press, KpListName name, KpList *list)
{
  const char *edition = kp_press_get_edition (press, lists[name].name);
  g_autoptr (GBytes) csv = kp_list_to_csv (list);
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, csv);

  kp_list_add_note (list, kp_press_format (press, "%s　方案摘要 %.12s　名单摘要 %.12s　日志摘要 %.12s",
                                           edition != NULL ? edition : "第1版",
                                           kp_session_get_scheme_digest (press->session), digest, press->head));
}

/** kp_lists_is_published: whether everybody may read the list, so that nothing on it may be more than that. */
gboolean
kp_lists_is_published (KpListName name)
{
  return (name >= KP_LISTS_MARKS && name <= KP_LISTS_PUBLICITY) || name == KP_LISTS_FINAL_TOTALS;
}

/**
 * kp_lists_make:
 * @session: a session; only read
 * @name: which list
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the list, without rows when the campaign isn't that far; or %NULL with
 * #KP_DATA_ERROR
 */
KpList *
kp_lists_make (KpSession *session, KpListName name, GError **error)
{
  g_auto (KpPress) press = { 0 };
  KpList *list;

  if (!kp_press_load (&press, session, error))
    return NULL;
  list = kp_lists_make_from (&press, name);
  add_origin (&press, name, list);
  return list;
}
