/* kp-staff-sheet.c – examiners and staff of the interview, and their relations to candidates, read from a workbook.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-staff-sheet.h"

#include "kp-heading.h"
#include "kp-normal.h"
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

struct _KpStaffSheet
{
  GStringChunk *texts;
  char *digest;
  GArray *staff;    /* KpStaffRow */
  GArray *recusals; /* KpRecusalRow */
  GHashTable *keys; /* borrowed from texts */
};

typedef struct
{
  KpStaffSheet *sheet;
  const KpHeading *heading;
  gboolean is_staff;
} Reading;

static const char *
keep (KpStaffSheet *sheet,
      const char *text)
{
  return g_string_chunk_insert_const (sheet->texts, text);
}

static const char *
read_cell (Reading *reading,
           guint field,
           const KpSheetRow *row)
{
  const KpCell *cell = kp_heading_get_cell (reading->heading, field, row);
  g_autofree char *text = kp_normal_compact (cell != NULL ? cell->text : "");

  return keep (reading->sheet, text);
}

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
dup_staff_message (KpStaffSheet *sheet,
                   const KpStaffRow *row,
                   const char *role,
                   gboolean is_role,
                   const char *outside,
                   gboolean is_outside_known)
{
  if (*row->number == '\0')
    return g_strdup ("没有编号，请补填。");
  if (g_hash_table_contains (sheet->keys, row->number))
    return g_strdup_printf ("编号%s在表中出现了两次，请各用各的编号。", row->number);
  if (*row->name == '\0')
    return g_strdup ("没有姓名，请补填。");
  if (!is_role)
    return g_strdup_printf ("职责“%s”无法识别，请填写主考官、考官、计时员、计分员、监督员、引导员、候考室工作人员或其他工作人员。",
                            role);
  return is_outside_known ? NULL : g_strdup_printf ("是否异地“%s”无法识别，请填写是或者否。", outside);
}

static void
add_staff (Reading *reading,
           const KpSheetRow *row)
{
  const char *role = read_cell (reading, STAFF_ROLE, row);
  const char *outside = read_cell (reading, STAFF_OUTSIDE, row);
  KpStaffRow one = { .sheet_row = row->number,
                     .number = read_cell (reading, STAFF_NUMBER, row),
                     .name = read_cell (reading, STAFF_NAME, row),
                     .unit = read_cell (reading, STAFF_UNIT, row),
                     .role = KP_STAFF_OTHER,
                     .phone = read_cell (reading, STAFF_PHONE, row),
                     .message = "" };
  const gboolean is_role = kp_staff_role_parse (role, &one.role);
  const gboolean is_outside_known = parse_outside (outside, &one.is_outside);
  g_autofree char *message = dup_staff_message (reading->sheet, &one, role, is_role, outside, is_outside_known);

  if (message != NULL)
    one.message = keep (reading->sheet, message);
  g_hash_table_add (reading->sheet->keys, (gpointer) one.number);
  g_array_append_val (reading->sheet->staff, one);
}

static void
add_recusal (Reading *reading,
             const KpSheetRow *row)
{
  const char *side = read_cell (reading, RECUSAL_SIDE, row);
  KpRecusalRow one = { .sheet_row = row->number,
                       .examiner = read_cell (reading, RECUSAL_EXAMINER, row),
                       .candidate = read_cell (reading, RECUSAL_CANDIDATE, row),
                       .relation = read_cell (reading, RECUSAL_RELATION, row),
                       .is_by_candidate = g_str_has_prefix (side, "考生"),
                       .message = "" };
  KpRecusalKind kind;

  if (*one.examiner == '\0' || *one.candidate == '\0')
    one.message = "缺考官编号或者考生号码，请补填。";
  else if (!kp_recusal_parse_relation (one.relation, &kind))
    one.message = keep (reading->sheet, "关系无法识别，请按回避规定填写，如夫妻、父女、表兄妹、师生，或者填写“其他:”并说明。");
  g_array_append_val (reading->sheet->recusals, one);
}

static gboolean
take_row (const KpSheetRow *row,
          gpointer user_data,
          GError **error G_GNUC_UNUSED)
{
  Reading *reading = user_data;
  const guint n_fields = reading->is_staff ? (guint) N_STAFF : (guint) N_RECUSAL;
  gboolean has_any = FALSE;

  if (row->number <= reading->heading->last_row || kp_heading_row_is_footer (row))
    return TRUE;
  for (guint i = 0; i < n_fields; i++)
    has_any |= *read_cell (reading, i, row) != '\0';
  if (!has_any)
    return TRUE;
  if (reading->is_staff)
    add_staff (reading, row);
  else
    add_recusal (reading, row);
  return TRUE;
}

static KpStaffSheet *
read_sheet (const char *path,
            gboolean is_staff,
            GError **error)
{
  g_autoptr (KpStaffSheet) sheet = g_new0 (KpStaffSheet, 1);
  g_autoptr (KpWorkbook) book = kp_workbook_open (path, &kp_workbook_default_limits, error);
  g_autoptr (KpHeading) heading = NULL;
  Reading reading;

  sheet->texts = g_string_chunk_new (4096);
  sheet->staff = g_array_new (FALSE, TRUE, sizeof (KpStaffRow));
  sheet->recusals = g_array_new (FALSE, TRUE, sizeof (KpRecusalRow));
  sheet->keys = g_hash_table_new (g_str_hash, g_str_equal);
  heading = book != NULL ? kp_heading_find (book, is_staff ? &staff_kind : &recusal_kind, NULL, NULL, error) : NULL;
  if (heading == NULL)
    return NULL;
  sheet->digest = g_strdup (kp_workbook_get_digest (book));
  reading = (Reading) { sheet, heading, is_staff };
  return kp_workbook_read_sheet (book, heading->sheet, take_row, &reading, error) ? g_steal_pointer (&sheet) : NULL;
}

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
  return read_sheet (path, TRUE, error);
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
  return read_sheet (path, FALSE, error);
}

/** kp_staff_sheet_free: frees @sheet (nullable) with all its rows. */
void
kp_staff_sheet_free (KpStaffSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_clear_pointer (&sheet->keys, g_hash_table_unref);
  g_clear_pointer (&sheet->staff, g_array_unref);
  g_clear_pointer (&sheet->recusals, g_array_unref);
  g_clear_pointer (&sheet->texts, g_string_chunk_free);
  g_free (sheet->digest);
  g_free (sheet);
}

/** kp_staff_sheet_get_digest: SHA-256 of the file's bytes, 64 hex digits; borrowed from @sheet. */
const char *
kp_staff_sheet_get_digest (KpStaffSheet *sheet)
{
  return sheet->digest;
}

/** kp_staff_sheet_get_staff: the people in the order of the sheet; borrowed from @sheet. */
const KpStaffRow *
kp_staff_sheet_get_staff (KpStaffSheet *sheet,
                          guint *n_rows)
{
  *n_rows = sheet->staff->len;
  return (const KpStaffRow *) (gpointer) sheet->staff->data;
}

/** kp_staff_sheet_get_recusals: the relations in the order of the sheet; borrowed from @sheet. */
const KpRecusalRow *
kp_staff_sheet_get_recusals (KpStaffSheet *sheet,
                             guint *n_rows)
{
  *n_rows = sheet->recusals->len;
  return (const KpRecusalRow *) (gpointer) sheet->recusals->data;
}
