/* kp-conversion-sheet.c – the roster of earlier staff, and their stretches of work, read from workbooks.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each former department sends its own workbook; one of several departments has a column for them. What is left empty of
 * yes and no is what a roster of people at work says by itself: on the post, full time, willing; no welfare post, nothing
 * against them, no probation before. */
#include "kp-conversion-sheet.h"

#include <string.h>

#include "kp-id-number.h"
#include "kp-mark.h"

enum
{
  STAFF_NAME,
  STAFF_ID,
  STAFF_EDUCATION,
  STAFF_CERTIFICATES,
  STAFF_JOB,
  STAFF_DEPARTMENT,
  STAFF_EMPLOYER,
  STAFF_FUNDING,
  STAFF_COST,
  STAFF_STREET,
  STAFF_SINCE,
  STAFF_UNTIL,
  STAFF_RETIRES,
  STAFF_IS_STREET,
  STAFF_ON_POST,
  STAFF_FULL_TIME,
  STAFF_WELFARE,
  STAFF_APPRAISALS,
  STAFF_DISQUALIFIED,
  STAFF_WILLING,
  STAFF_DECISION,
  STAFF_PROBATION,
  STAFF_TERMS,
  N_STAFF
};

static const KpHeadingField staff_fields[N_STAFF] = {
  [STAFF_NAME] = { "姓名", { "姓名" }, TRUE, FALSE },
  [STAFF_ID] = { "身份证号", { "身份证号", "身份证号码", "公民身份号码", "居民身份证号码" }, TRUE, TRUE },
  [STAFF_EDUCATION] = { "学历", { "学历", "文化程度", "最高学历" }, TRUE, FALSE },
  [STAFF_CERTIFICATES] = { "社工证书", { "社工证书", "社工证", "社会工作者职业资格", "职业水平证书" }, TRUE, FALSE },
  [STAFF_JOB] = { "现岗位", { "现岗位", "岗位", "工作岗位" }, TRUE, FALSE },
  [STAFF_DEPARTMENT] = { "原招聘部门", { "原招聘部门", "原招聘单位", "招聘部门", "原招聘部门(单位)" }, TRUE, FALSE },
  [STAFF_EMPLOYER] = { "用工主体", { "用工主体", "用人单位", "合同单位" }, TRUE, FALSE },
  [STAFF_FUNDING] = { "经费来源", { "经费来源" }, TRUE, FALSE },
  [STAFF_COST] = { "年人均经费", { "年人均经费", "年人均经费(元)", "年经费", "年经费(元)" }, TRUE, FALSE },
  [STAFF_STREET] = { "所在街道", { "所在街道", "街道", "街道(乡镇)", "所在街道(乡镇)" }, TRUE, FALSE },
  [STAFF_SINCE] = { "连续在岗起始日期", { "连续在岗起始日期", "连续在岗起", "入职时间", "入职日期", "上岗时间" }, TRUE, FALSE },
  [STAFF_UNTIL] = { "合同终止日期", { "合同终止日期", "合同到期日期", "合同止", "合同期满日" }, TRUE, FALSE },
  [STAFF_RETIRES] = { "法定退休日期", { "法定退休日期", "退休日期", "法定退休时间" }, TRUE, FALSE },
  [STAFF_IS_STREET] = { "用工主体是否本街道", { "用工主体是否本街道", "是否街道直接用工", "街道直接用工" }, TRUE, FALSE },
  [STAFF_ON_POST] = { "是否在岗", { "是否在岗", "在岗" }, TRUE, FALSE },
  [STAFF_FULL_TIME] = { "是否专职", { "是否专职", "专职" }, TRUE, FALSE },
  [STAFF_WELFARE] = { "是否公益性岗位", { "是否公益性岗位", "公益性岗位" }, TRUE, FALSE },
  [STAFF_APPRAISALS] = { "近年考核", { "近年考核", "近三年考核", "近两年考核", "年度考核", "考核结果" }, TRUE, FALSE },
  [STAFF_DISQUALIFIED] = { "不得聘用情形", { "不得聘用情形", "有无不得聘用情形", "不得聘用的情形" }, TRUE, FALSE },
  [STAFF_WILLING] = { "本人意愿", { "本人意愿", "意愿", "是否同意转聘", "转聘意愿" }, TRUE, FALSE },
  [STAFF_DECISION] = { "年龄放宽决定", { "年龄放宽决定", "党工委决定", "放宽年龄决定" }, TRUE, FALSE },
  [STAFF_PROBATION] = { "与用工主体约定过试用期", { "与用工主体约定过试用期", "约定过试用期", "是否约定过试用期" }, TRUE, FALSE },
  [STAFF_TERMS] = { "连续固定期限合同次数", { "连续固定期限合同次数", "固定期限合同次数", "连续订立次数" }, TRUE, FALSE },
};

static const KpHeadingNeed staff_needs[] = { { { STAFF_NAME, -1 } }, { { STAFF_ID, -1 } }, { { STAFF_SINCE, -1 } },
                                             { { STAFF_COST, -1 } } };

static const KpHeadingKind staff_kind = { staff_fields, N_STAFF, staff_needs, G_N_ELEMENTS (staff_needs), STAFF_ID, NULL };

enum
{
  SEGMENT_SUBJECT,
  SEGMENT_KIND,
  SEGMENT_FROM,
  SEGMENT_UNTIL,
  SEGMENT_UNIT,
  SEGMENT_COMMUNITY,
  SEGMENT_MOVED,
  SEGMENT_PAID,
  SEGMENT_PROOF,
  N_SEGMENT
};

static const KpHeadingField segment_fields[N_SEGMENT] = {
  [SEGMENT_SUBJECT] = { "身份证号",
                        { "身份证号", "身份证号码", "公民身份号码", "花名册编号", "报名号", "报名序号", "编号" },
                        TRUE, TRUE },
  [SEGMENT_KIND] = { "经历类别", { "经历类别", "类别", "工作类别" }, TRUE, FALSE },
  [SEGMENT_FROM] = { "起始日期", { "起始日期", "起", "开始日期", "起始时间" }, TRUE, FALSE },
  [SEGMENT_UNTIL] = { "终止日期", { "终止日期", "止", "结束日期", "终止时间" }, TRUE, FALSE },
  [SEGMENT_UNIT] = { "单位", { "单位", "工作单位", "单位名称", "部队" }, TRUE, FALSE },
  [SEGMENT_COMMUNITY] = { "是否社区工作", { "是否社区工作", "社区工作", "是否在社区工作" }, TRUE, FALSE },
  [SEGMENT_MOVED] = { "是否非本人原因转入", { "是否非本人原因转入", "非本人原因转入", "是否非本人原因" }, TRUE, FALSE },
  [SEGMENT_PAID] = { "是否已付经济补偿", { "是否已付经济补偿", "已付经济补偿", "是否已支付经济补偿" }, TRUE, FALSE },
  [SEGMENT_PROOF] = { "证明材料", { "证明材料", "证明" }, TRUE, FALSE },
};

static const KpHeadingNeed segment_needs[] = { { { SEGMENT_SUBJECT, -1 } }, { { SEGMENT_KIND, -1 } }, { { SEGMENT_FROM, -1 } } };

static const KpHeadingKind segment_kind = { segment_fields, N_SEGMENT, segment_needs, G_N_ELEMENTS (segment_needs),
                                            SEGMENT_SUBJECT, NULL };

/* What is wrong with a row so far: the first thing stays. */
typedef struct
{
  KpRowReading *reading;
  const KpHeadingField *fields;
  const char *message;
} Checking;

static void
find_fault (Checking *checking, const char *message)
{
  if (*checking->message == '\0')
    checking->message = kp_row_reading_keep (checking->reading, message);
}

static void
find_unreadable (Checking *checking, guint field, const char *allowed)
{
  g_autofree char *message = g_strdup_printf ("“%s”无法识别，请填写%s。", checking->fields[field].title, allowed);

  find_fault (checking, message);
}

static const char *
read_text (Checking *checking, guint field)
{
  return kp_row_reading_keep_cell (checking->reading, field);
}

static KpDate
read_day (Checking *checking, guint field)
{
  KpDate day = KP_DATE_NONE;

  if (!kp_row_reading_read_day (checking->reading, field, &day))
    find_unreadable (checking, field, "年月日，如2024-11-05");
  return day;
}

static gboolean
read_yes (Checking *checking, guint field, gboolean when_empty)
{
  static const char *const yes[] = { "是", "有", "同意", "愿意", "在岗", "专职", "Y", "1", NULL };
  static const char *const no[] = { "否", "无", "不同意", "不愿意", "不在岗", "兼职", "N", "0", NULL };
  const char *word = read_text (checking, field);

  if (g_strv_contains (yes, word))
    return TRUE;
  if (*word != '\0' && !g_strv_contains (no, word))
    find_unreadable (checking, field, "是或者否");
  return *word == '\0' && when_empty;
}

static guint
read_count (Checking *checking, guint field)
{
  const char *word = read_text (checking, field);
  guint64 number = 0;

  if (*word != '\0' && !g_ascii_string_to_unsigned (word, 10, 0, 99, &number, NULL))
    find_unreadable (checking, field, "整数");
  return (guint) number;
}

/* Either how many years in a row, or the results themselves, the latest first: 优秀、合格、不合格 is two. */
static guint
read_appraisals (Checking *checking, guint field)
{
  static const char *const passes[] = { "优秀", "优", "合格", "称职", "良好", NULL };
  static const char *const fails[] = { "不合格", "不称职", "基本合格", "基本称职", "不确定等次", "不定等次", "未考核", NULL };
  const char *word = read_text (checking, field);
  g_auto (GStrv) parts = g_strsplit_set (word, ",;/|", -1);
  guint n = 0;
  guint64 number = 0;

  if (*word == '\0' || g_ascii_string_to_unsigned (word, 10, 0, 99, &number, NULL))
    return (guint) number;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (parts[i], "、", -1);

      for (guint k = 0; words[k] != NULL; k++)
        {
          if (g_strv_contains (fails, words[k]))
            return n;
          if (g_strv_contains (passes, words[k]))
            n++;
          else
            find_unreadable (checking, field, "由近到远的等次（优秀、合格、不合格）或者连续合格的年数");
        }
    }
  return n;
}

/**
 * kp_money_parse:
 * @text: yuan, with commas or without: "42,000.50", "42000元"
 * @fen: (out): the same in fen
 *
 * Returns: whether it is an amount of money of two decimals at most
 */
gboolean
kp_money_parse (const char *text, gint64 *fen)
{
  g_autofree char *bare = g_strdup (text);
  KpMark mark = 0;
  char *to = bare;

  if (g_str_has_suffix (bare, "元"))
    bare[strlen (bare) - strlen ("元")] = '\0';
  for (const char *from = bare; *from != '\0'; from++)
    if (*from != ',')
      *to++ = *from;
  *to = '\0';
  *fen = 0;
  if (!kp_mark_parse (bare, 2, &mark, NULL) || mark < 0)
    return FALSE;
  *fen = mark / (KP_MARK_UNIT / 100);
  return TRUE;
}

static gint64
read_money (Checking *checking, guint field)
{
  gint64 fen = 0;

  if (!kp_money_parse (read_text (checking, field), &fen))
    find_unreadable (checking, field, "以元为单位的金额，至多两位小数");
  return fen;
}

static void
check_person (Checking *checking, const KpGridStaffRow *row)
{
  if (*row->name == '\0')
    find_fault (checking, "没有姓名，请补填。");
  if (kp_id_number_check (row->id_number, NULL) != KP_ID_NUMBER_OK)
    find_fault (checking, "身份证号不正确，请核对。");
  else if (!kp_row_reading_is_new (checking->reading, row->id_number))
    find_fault (checking, "同一身份证号在表中出现了两次，请只留一行。");
  if (!kp_date_is_valid (row->since))
    find_fault (checking, "没有连续在岗起始日期，请补填。");
}

static gboolean
take_staff (KpRowReading *reading, GError **error G_GNUC_UNUSED)
{
  Checking checking = { reading, staff_fields, "" };
  KpGridStaffRow row = {
    .sheet_row = reading->row->number,
    .name = read_text (&checking, STAFF_NAME),
    .id_number = read_text (&checking, STAFF_ID),
    .education = read_text (&checking, STAFF_EDUCATION),
    .certificates = read_text (&checking, STAFF_CERTIFICATES),
    .job = read_text (&checking, STAFF_JOB),
    .department = read_text (&checking, STAFF_DEPARTMENT),
    .employer = read_text (&checking, STAFF_EMPLOYER),
    .funding = read_text (&checking, STAFF_FUNDING),
    .street = read_text (&checking, STAFF_STREET),
    .decision = read_text (&checking, STAFF_DECISION),
    .since = read_day (&checking, STAFF_SINCE),
    .contract_until = read_day (&checking, STAFF_UNTIL),
    .retires_on = read_day (&checking, STAFF_RETIRES),
  };

  check_person (&checking, &row);
  row.cost = read_money (&checking, STAFF_COST);
  row.is_street = read_yes (&checking, STAFF_IS_STREET, FALSE);
  row.is_on_post = read_yes (&checking, STAFF_ON_POST, TRUE);
  row.is_full_time = read_yes (&checking, STAFF_FULL_TIME, TRUE);
  row.is_welfare = read_yes (&checking, STAFF_WELFARE, FALSE);
  row.is_disqualified = read_yes (&checking, STAFF_DISQUALIFIED, FALSE);
  row.is_willing = read_yes (&checking, STAFF_WILLING, TRUE);
  row.had_probation = read_yes (&checking, STAFF_PROBATION, FALSE);
  row.n_appraisals = read_appraisals (&checking, STAFF_APPRAISALS);
  row.n_fixed_terms = read_count (&checking, STAFF_TERMS);
  row.message = checking.message;
  kp_row_reading_add (reading, &row);
  return TRUE;
}

static const KpRowKind staff_rows = { &staff_kind, STAFF_ID, STAFF_NAME, FALSE, sizeof (KpGridStaffRow), take_staff };

static KpSegmentKind
read_kind (Checking *checking)
{
  static const struct
  {
    const char *word;
    KpSegmentKind kind;
  } words[] = {
    { "本街道", KP_SEGMENT_STREET },   { "街道", KP_SEGMENT_STREET },       { "现单位", KP_SEGMENT_STREET },
    { "原单位", KP_SEGMENT_FORMER },   { "原用工单位", KP_SEGMENT_FORMER }, { "派遣单位", KP_SEGMENT_FORMER },
    { "其他", KP_SEGMENT_ELSEWHERE },  { "其他单位", KP_SEGMENT_ELSEWHERE }, { "服役", KP_SEGMENT_MILITARY },
    { "服现役", KP_SEGMENT_MILITARY }, { "军龄", KP_SEGMENT_MILITARY },
  };
  const char *word = read_text (checking, SEGMENT_KIND);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (words[i].word, word))
      return words[i].kind;
  find_unreadable (checking, SEGMENT_KIND, "本街道、原单位、其他或者服役");
  return KP_SEGMENT_ELSEWHERE;
}

static gboolean
take_segment (KpRowReading *reading, GError **error G_GNUC_UNUSED)
{
  Checking checking = { reading, segment_fields, "" };
  KpSegmentRow row = {
    .sheet_row = reading->row->number,
    .subject = read_text (&checking, SEGMENT_SUBJECT),
    .kind = read_kind (&checking),
    .from = read_day (&checking, SEGMENT_FROM),
    .until = read_day (&checking, SEGMENT_UNTIL),
    .unit = read_text (&checking, SEGMENT_UNIT),
    .is_in_community = read_yes (&checking, SEGMENT_COMMUNITY, FALSE),
    .was_moved = read_yes (&checking, SEGMENT_MOVED, FALSE),
    .is_paid_out = read_yes (&checking, SEGMENT_PAID, FALSE),
    .proof = read_text (&checking, SEGMENT_PROOF),
  };

  if (*row.subject == '\0')
    find_fault (&checking, "没有身份证号、花名册编号或者报名号，请补填。");
  if (!kp_date_is_valid (row.from) || (kp_date_is_valid (row.until) && kp_date_compare (row.until, row.from) < 0))
    find_fault (&checking, "起止日期不完整，或者止日早于起日。");
  row.message = checking.message;
  kp_row_reading_add (reading, &row);
  return TRUE;
}

static const KpRowKind segment_rows
    = { &segment_kind, SEGMENT_SUBJECT, SEGMENT_SUBJECT, FALSE, sizeof (KpSegmentRow), take_segment };

/**
 * kp_grid_staff_sheet_read:
 * @path: a workbook or text table: 转聘人员花名册
 * @error: return location
 *
 * What can't be understood becomes a row with a sentence, so that the caller refuses the sheet and names the row.
 *
 * Returns: (transfer full) (nullable): the sheet, or %NULL with #KP_EXCHANGE_ERROR
 */
KpGridStaffSheet *
kp_grid_staff_sheet_read (const char *path, GError **error)
{
  return kp_row_sheet_read (path, &staff_rows, error);
}

/** kp_grid_staff_sheet_get_rows: the people in the order of the sheet; borrowed from @sheet. */
const KpGridStaffRow *
kp_grid_staff_sheet_get_rows (const KpGridStaffSheet *sheet, guint *n_rows)
{
  return kp_row_sheet_get_rows (sheet, n_rows);
}

/**
 * kp_segment_sheet_read:
 * @path: a workbook or text table: 工作经历, one stretch of work a row
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the sheet, or %NULL with #KP_EXCHANGE_ERROR
 */
KpSegmentSheet *
kp_segment_sheet_read (const char *path, GError **error)
{
  return kp_row_sheet_read (path, &segment_rows, error);
}

/** kp_segment_sheet_get_rows: the stretches in the order of the sheet; borrowed from @sheet. */
const KpSegmentRow *
kp_segment_sheet_get_rows (const KpSegmentSheet *sheet, guint *n_rows)
{
  return kp_row_sheet_get_rows (sheet, n_rows);
}
