/* kp-headcount-sheet.c – streets and communities with people and plans, read from a workbook.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One row for the county, each street and each community. Without a code above it is the county; one below it
 * is a street, and below that a community. A number that is left out is 0. */
#include "kp-headcount-sheet.h"

#include "kp-row-sheet.h"

/* In the order of KpWorkerKind from FIELD_WORKERS on. */
enum
{
  FIELD_CODE,
  FIELD_PARENT,
  FIELD_NAME,
  FIELD_FROM,
  FIELD_UNTIL,
  FIELD_OVERRIDE,
  FIELD_POPULATION,
  FIELD_LEAST,
  FIELD_RANK,
  FIELD_RESERVED,
  FIELD_RUNNING,
  FIELD_LEAVING,
  FIELD_PLAN_VACANT,
  FIELD_PLAN_LEAVING,
  FIELD_PLAN_NEW,
  FIELD_WORKERS,
  N_FIELDS = FIELD_WORKERS + KP_WORKER_N_KINDS
};

static const KpHeadingField fields[N_FIELDS] = {
  [FIELD_CODE] = { "代码", { "代码", "单位代码" }, TRUE, TRUE },
  [FIELD_PARENT] = { "上级代码", { "上级代码", "所属代码" }, TRUE, TRUE },
  [FIELD_NAME] = { "名称", { "名称", "单位名称", "单位" }, TRUE, FALSE },
  [FIELD_FROM] = { "设立日期", { "设立日期", "起始日期" }, TRUE, FALSE },
  [FIELD_UNTIL] = { "撤并日期", { "撤并日期", "终止日期" }, TRUE, FALSE },
  [FIELD_OVERRIDE] = { "超额批文", { "超额批文" }, TRUE, FALSE },
  [FIELD_POPULATION] = { "城镇常住人口", { "城镇常住人口", "常住人口" }, TRUE, FALSE },
  [FIELD_LEAST] = { "最低配备数", { "最低配备数" }, TRUE, FALSE },
  [FIELD_RANK] = { "并列次序", { "并列次序" }, TRUE, FALSE },
  [FIELD_RESERVED] = { "预留转聘数", { "预留转聘数" }, TRUE, FALSE },
  [FIELD_RUNNING] = { "在招数", { "在招数", "正在招聘数" }, TRUE, FALSE },
  [FIELD_LEAVING] = { "预计离职数", { "预计离职数", "预计退休离职数" }, TRUE, FALSE },
  [FIELD_PLAN_VACANT] = { "现有空岗待招聘", { "现有空岗待招聘", "空岗" }, TRUE, FALSE },
  [FIELD_PLAN_LEAVING] = { "因退休离职待招聘", { "因退休离职待招聘", "退休离职" }, TRUE, FALSE },
  [FIELD_PLAN_NEW] = { "新增待招聘", { "新增待招聘", "新增" }, TRUE, FALSE },
  [FIELD_WORKERS + KP_WORKER_COMMITTEE] = { "两委专职", { "两委专职", "两委专职成员" }, TRUE, FALSE },
  [FIELD_WORKERS + KP_WORKER_STAFF] = { "专职人员", { "专职人员", "专职工作人员" }, TRUE, FALSE },
  [FIELD_WORKERS + KP_WORKER_ON_PROBATION] = { "试用期人员", { "试用期人员", "试用期" }, TRUE, FALSE },
  [FIELD_WORKERS + KP_WORKER_CONVERTED] = { "已转聘人员", { "已转聘人员", "已转聘" }, TRUE, FALSE },
  [FIELD_WORKERS + KP_WORKER_COMMITTEE_PART] = { "两委兼职", { "两委兼职", "两委兼职成员" }, TRUE, FALSE },
  [FIELD_WORKERS + KP_WORKER_GROUP_LEADER] = { "居民小组长", { "居民小组长" }, TRUE, FALSE },
  [FIELD_WORKERS + KP_WORKER_VOLUNTEER] = { "志愿者", { "志愿者" }, TRUE, FALSE },
  [FIELD_WORKERS + KP_WORKER_SECONDED] = { "挂职干部", { "挂职干部", "第一书记" }, TRUE, FALSE },
  [FIELD_WORKERS + KP_WORKER_PROPERTY] = { "物业人员", { "物业人员" }, TRUE, FALSE },
  [FIELD_WORKERS + KP_WORKER_WELFARE] = { "公益性岗位", { "公益性岗位", "公益性岗位人员" }, TRUE, FALSE },
  [FIELD_WORKERS +
      KP_WORKER_DISPATCHED] = { "派遣人员", { "派遣人员", "劳务派遣", "待转聘存量" }, TRUE, FALSE },
};

static const KpHeadingNeed needs[] = {
  { { FIELD_CODE, -1 } },
  { { FIELD_NAME, -1 } },
  { { FIELD_POPULATION, -1 } },
};

static const KpHeadingKind kind = { fields, N_FIELDS, needs, G_N_ELEMENTS (needs), FIELD_CODE, NULL };

struct _KpHeadcountSheet
{
  KpRowSheet *rows;
  KpHeadcountNode *nodes; /* with their levels */
  guint n_nodes;
};

static const char *
keep_cell (KpRowReading *reading, guint field)
{
  const char *text = kp_row_reading_keep_cell (reading, field);

  return *text != '\0' ? text : NULL;
}

static gboolean
read_count (KpRowReading *reading, guint field, guint *out, GError **error)
{
  const char *text = kp_row_reading_keep_cell (reading, field);
  guint64 number = 0;

  if (*text != '\0' && !g_ascii_string_to_unsigned (text, 10, 0, 100000000, &number, NULL))
    return kp_row_reading_refuse_cell (reading, field, error);
  *out = (guint) number;
  return TRUE;
}

static gboolean
read_day (KpRowReading *reading, guint field, KpDate *out, GError **error)
{
  return kp_row_reading_read_day (reading, field, out) || kp_row_reading_refuse_cell (reading, field, error);
}

static gboolean
read_counts (KpRowReading *reading, KpHeadcountNode *node, GError **error)
{
  KpHeadcountCount *own = &node->own;
  guint population = 0;

  for (guint i = 0; i < KP_WORKER_N_KINDS; i++)
    if (!read_count (reading, FIELD_WORKERS + i, &own->n_workers[i], error))
      return FALSE;
  if (!read_count (reading, FIELD_POPULATION, &population, error) ||
      !read_count (reading, FIELD_LEAST, &node->floor, error) ||
      !read_count (reading, FIELD_RANK, &node->rank, error) ||
      !read_count (reading, FIELD_RESERVED, &own->n_reserved, error) ||
      !read_count (reading, FIELD_RUNNING, &own->n_running, error) ||
      !read_count (reading, FIELD_LEAVING, &own->n_leaving, error) ||
      !read_count (reading, FIELD_PLAN_VACANT, &own->plan_vacant, error) ||
      !read_count (reading, FIELD_PLAN_LEAVING, &own->plan_leaving, error) ||
      !read_count (reading, FIELD_PLAN_NEW, &own->plan_new, error))
    return FALSE;
  node->population = population;
  return TRUE;
}

static gboolean
take_row (KpRowReading *reading, GError **error)
{
  KpHeadcountNode node = { 0 };

  node.code = keep_cell (reading, FIELD_CODE);
  node.parent = keep_cell (reading, FIELD_PARENT);
  node.name = keep_cell (reading, FIELD_NAME);
  node.override_document = keep_cell (reading, FIELD_OVERRIDE);
  if (node.code == NULL)
    return kp_row_reading_refuse_cell (reading, FIELD_CODE, error);
  if (node.name == NULL)
    return kp_row_reading_refuse_cell (reading, FIELD_NAME, error);
  if (!read_counts (reading, &node, error) || !read_day (reading, FIELD_FROM, &node.from, error) ||
      !read_day (reading, FIELD_UNTIL, &node.until, error))
    return FALSE;
  kp_row_reading_add (reading, &node);
  return TRUE;
}

static const KpRowKind row_kind = { &kind, FIELD_CODE, FIELD_NAME, FALSE, sizeof (KpHeadcountNode), take_row };

static const KpHeadcountNode *
find_node (const KpHeadcountSheet *sheet, const char *code)
{
  for (guint i = 0; code != NULL && i < sheet->n_nodes; i++)
    if (g_str_equal (sheet->nodes[i].code, code))
      return &sheet->nodes[i];
  return NULL;
}

/* How deep a node lies says what it is. */
static void
set_levels (KpHeadcountSheet *sheet)
{
  for (guint i = 0; i < sheet->n_nodes; i++)
    {
      KpHeadcountNode *node = &sheet->nodes[i];
      const KpHeadcountNode *parent = find_node (sheet, node->parent);

      node->level = node->parent == NULL                       ? KP_NODE_COUNTY
                    : parent != NULL && parent->parent == NULL ? KP_NODE_STREET
                                                               : KP_NODE_COMMUNITY;
    }
}

/**
 * kp_headcount_sheet_read:
 * @path: a workbook or text table
 * @error: return location
 *
 * Reads every row, or refuses the sheet and names the row and the column that can't be read.
 *
 * Returns: (transfer full) (nullable): the sheet, or %NULL with #KP_EXCHANGE_ERROR
 */
KpHeadcountSheet *
kp_headcount_sheet_read (const char *path, GError **error)
{
  g_autoptr (KpHeadcountSheet) sheet = g_new0 (KpHeadcountSheet, 1);
  gconstpointer nodes;

  sheet->rows = kp_row_sheet_read (path, &row_kind, error);
  if (sheet->rows == NULL)
    return NULL;
  nodes = kp_row_sheet_get_rows (sheet->rows, &sheet->n_nodes);
  sheet->nodes = g_memdup2 (nodes, sheet->n_nodes * sizeof (KpHeadcountNode));
  set_levels (sheet);
  return g_steal_pointer (&sheet);
}

/** kp_headcount_sheet_free: frees @sheet (nullable) with all its rows. */
void
kp_headcount_sheet_free (KpHeadcountSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_clear_pointer (&sheet->rows, kp_row_sheet_free);
  g_free (sheet->nodes);
  g_free (sheet);
}

/** kp_headcount_sheet_get_digest: SHA-256 of the file's bytes, 64 hex digits; borrowed from @sheet. */
const char *
kp_headcount_sheet_get_digest (KpHeadcountSheet *sheet)
{
  return kp_row_sheet_get_digest (sheet->rows);
}

/** kp_headcount_sheet_get_nodes: the rows in the order of the sheet; borrowed from @sheet. */
const KpHeadcountNode *
kp_headcount_sheet_get_nodes (KpHeadcountSheet *sheet, guint *n_nodes)
{
  *n_nodes = sheet->n_nodes;
  return sheet->nodes;
}
