/* kp-staff-sheet.c – examiners and staff of the interview, and their relations to candidates, read from a workbook.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-staff-sheet.h"

#include "kp-recusal.h"

enum
{
  STAFF_NUMBER,
  STAFF_NAME,
  STAFF_UNIT,
  STAFF_ROLE,
  STAFF_OUTSIDE,
  STAFF_PHONE,
  N_STAFF
};

enum
{
  RECUSAL_EXAMINER,
  RECUSAL_CANDIDATE,
  RECUSAL_RELATION,
  RECUSAL_SIDE,
  N_RECUSAL
};

static const KpHeadingField staff_fields[N_STAFF] = {
  [STAFF_NUMBER] = { "编号", { "考官编号", "工作人员编号", "编号", "考官号", "考官序号", "代码" }, TRUE, TRUE },
  [STAFF_NAME] = { "姓名", { "姓名", "考官姓名", "名字" }, TRUE, FALSE },
  [STAFF_UNIT] = { "单位", { "工作单位", "所在单位", "单位", "单位名称", "单位及职务" }, FALSE, FALSE },
  [STAFF_ROLE] = { "职责", { "职责", "角色", "岗位职责", "分工", "担任职责", "担任工作", "考官类别", "类别" }, FALSE, FALSE },
  [STAFF_OUTSIDE] = { "是否异地", { "是否异地", "异地考官", "是否异地考官", "是否外地", "是否县外", "异地" }, FALSE, FALSE },
  [STAFF_PHONE] = { "联系电话", { "联系电话", "手机", "手机号", "电话", "手机号码", "联系方式" }, FALSE, FALSE },
};

static const KpHeadingNeed staff_needs[] = { { { STAFF_NUMBER, -1 } }, { { STAFF_NAME, -1 } }, { { STAFF_ROLE, -1 } } };

static const KpHeadingKind staff_kind
    = { staff_fields, N_STAFF, staff_needs, G_N_ELEMENTS (staff_needs), STAFF_NUMBER, NULL };

static const KpHeadingField recusal_fields[N_RECUSAL] = {
  [RECUSAL_EXAMINER] = { "考官编号", { "考官编号", "工作人员编号", "考官号", "编号", "考官序号" }, TRUE, TRUE },
  [RECUSAL_CANDIDATE] = { "考生号码", { "准考证号", "报名号", "考生号码", "报名序号", "报名编号", "考生准考证号", "考号" }, TRUE, FALSE },
  [RECUSAL_RELATION] = { "关系", { "关系", "回避关系", "亲属关系", "与考生关系", "与考官关系" }, FALSE, FALSE },
  [RECUSAL_SIDE] = { "申报方", { "申报方", "申报人", "由谁申报", "申报" }, FALSE, FALSE },
};

static const KpHeadingNeed recusal_needs[]
    = { { { RECUSAL_EXAMINER, -1 } }, { { RECUSAL_CANDIDATE, -1 } }, { { RECUSAL_RELATION, -1 } } };

static const KpHeadingKind recusal_kind
    = { recusal_fields, N_RECUSAL, recusal_needs, G_N_ELEMENTS (recusal_needs), RECUSAL_CANDIDATE, NULL };

/* 是, 异地, 外县 …; FALSE from the function when it is neither. */
static gboolean
parse_outside (const char *word,
               gboolean *is_outside)
{
  static const char *const yes[] = { "是", "异地", "外地", "县外", "外县", "Y", "1", NULL };
  static const char *const no[] = { "", "否", "本地", "县内", "本县", "N", "0", NULL };

  *is_outside = g_strv_contains (yes, word);
  return *is_outside || g_strv_contains (no, word);
}

static char *
dup_staff_message (KpRowReading *reading,
                   const KpStaffRow *row,
                   const char *role,
                   gboolean is_role,
                   const char *outside,
                   gboolean is_outside_known)
{
  if (*row->number == '\0')
    return g_strdup ("没有编号，请补填。");
  if (!kp_row_reading_is_new (reading, row->number))
    return g_strdup_printf ("编号%s在表中出现了两次，请各用各的编号。", row->number);
  if (*row->name == '\0')
    return g_strdup ("没有姓名，请补填。");
  if (!is_role)
    return g_strdup_printf ("职责“%s”无法识别，请填写主考官、考官、计时员、计分员、监督员、引导员、候考室工作人员或其他工作人员。",
                            role);
  return is_outside_known ? NULL : g_strdup_printf ("是否异地“%s”无法识别，请填写是或者否。", outside);
}

static gboolean
take_staff (KpRowReading *reading,
            GError **error G_GNUC_UNUSED)
{
  const char *role = kp_row_reading_keep_cell (reading, STAFF_ROLE);
  const char *outside = kp_row_reading_keep_cell (reading, STAFF_OUTSIDE);
  KpStaffRow one = { .sheet_row = reading->row->number,
                     .number = kp_row_reading_keep_cell (reading, STAFF_NUMBER),
                     .name = kp_row_reading_keep_cell (reading, STAFF_NAME),
                     .unit = kp_row_reading_keep_cell (reading, STAFF_UNIT),
                     .role = KP_STAFF_OTHER,
                     .phone = kp_row_reading_keep_cell (reading, STAFF_PHONE),
                     .message = "" };
  const gboolean is_role = kp_staff_role_parse (role, &one.role);
  const gboolean is_outside_known = parse_outside (outside, &one.is_outside);
  g_autofree char *message = dup_staff_message (reading, &one, role, is_role, outside, is_outside_known);

  if (message != NULL)
    one.message = kp_row_reading_keep (reading, message);
  kp_row_reading_add (reading, &one);
  return TRUE;
}

static gboolean
take_recusal (KpRowReading *reading,
              GError **error G_GNUC_UNUSED)
{
  const char *side = kp_row_reading_keep_cell (reading, RECUSAL_SIDE);
  KpRecusalRow one = { .sheet_row = reading->row->number,
                       .examiner = kp_row_reading_keep_cell (reading, RECUSAL_EXAMINER),
                       .candidate = kp_row_reading_keep_cell (reading, RECUSAL_CANDIDATE),
                       .relation = kp_row_reading_keep_cell (reading, RECUSAL_RELATION),
                       .is_by_candidate = g_str_has_prefix (side, "考生"),
                       .message = "" };
  KpRecusalKind kind;

  if (*one.examiner == '\0' || *one.candidate == '\0')
    one.message = "缺考官编号或者考生号码，请补填。";
  else if (!kp_recusal_parse_relation (one.relation, &kind))
    one.message = kp_row_reading_keep (reading, "关系无法识别，请按回避规定填写，如夫妻、父女、表兄妹、师生，或者填写“其他:”并说明。");
  kp_row_reading_add (reading, &one);
  return TRUE;
}

static const KpRowKind staff_rows = { &staff_kind, STAFF_NUMBER, STAFF_NAME, TRUE, sizeof (KpStaffRow), take_staff };
static const KpRowKind recusal_rows
    = { &recusal_kind, RECUSAL_EXAMINER, RECUSAL_CANDIDATE, TRUE, sizeof (KpRecusalRow), take_recusal };

/**
 * kp_staff_sheet_read_staff:
 * @path: a workbook or text table: 编号, 姓名, 工作单位, 职责, 是否异地, 联系电话
 * @error: return location
 *
 * What can't be understood becomes a row with a sentence, so that the caller refuses the sheet and names the row.
 *
 * Returns: (transfer full) (nullable): the sheet, or %NULL with #KP_EXCHANGE_ERROR
 */
KpStaffSheet *
kp_staff_sheet_read_staff (const char *path,
                           GError **error)
{
  return kp_row_sheet_read (path, &staff_rows, error);
}

/**
 * kp_staff_sheet_read_recusals:
 * @path: a workbook or text table: 考官编号, 准考证号 or 报名号, 关系, 申报方
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the sheet, or %NULL with #KP_EXCHANGE_ERROR
 */
KpStaffSheet *
kp_staff_sheet_read_recusals (const char *path,
                              GError **error)
{
  return kp_row_sheet_read (path, &recusal_rows, error);
}

/** kp_staff_sheet_get_staff: the people in the order of the sheet; borrowed from @sheet. */
const KpStaffRow *
kp_staff_sheet_get_staff (const KpStaffSheet *sheet,
                          guint *n_rows)
{
  return kp_row_sheet_get_rows (sheet, n_rows);
}

/** kp_staff_sheet_get_recusals: the relations in the order of the sheet; borrowed from @sheet. */
const KpRecusalRow *
kp_staff_sheet_get_recusals (const KpStaffSheet *sheet,
                             guint *n_rows)
{
  return kp_row_sheet_get_rows (sheet, n_rows);
}
