/* kp-mark-sheet.c – written marks read from a workbook.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*   准考证号 │ 分数            one row for each candidate, in any order; the key is the ticket number, or
 *   密号     │ 分数            the secret number of the paper, or
 *   考场 │ 座位号 │ 分数        room and seat;
 *   准考证号 │ 分数 │ 缺考标记   a state may stand in the column of the mark or in one of its own, not in
 * both. */

#include "kp-mark-sheet.h"

#include <string.h>

#include "kp-mark-sheet-private.h"
#include "kp-normal.h"

enum
{
  FIELD_TICKET,
  FIELD_SECRET,
  FIELD_ROOM,
  FIELD_SEAT,
  FIELD_MARK,
  FIELD_STATE,
  N_FIELDS
};

static const KpHeadingField fields[N_FIELDS] = {
  [FIELD_TICKET] = { .title = "准考证号",
                     .words = { "准考证号", "准考证号码", "准考证", "笔试准考证号", "考号", "考生号",
                                "准考证编号" } },
  [FIELD_SECRET] = { .title = "密号",
                     .words = { "密号", "密封号", "保密号", "试卷密号", "加密号", "答卷密号", "密码号" } },
  [FIELD_ROOM] = { .title = "考场", .words = { "考场", "考场号", "考场编号", "考室", "考场序号" } },
  [FIELD_SEAT] = { .title = "座位号", .words = { "座位号", "座号", "座位", "座次号" } },
  [FIELD_MARK] = { .title = "分数",
                   .words = { "分数", "成绩", "笔试成绩", "笔试分数", "得分", "卷面分", "卷面成绩",
                              "卷面得分", "总分", "笔试得分", "原始成绩", "科目成绩" } },
  [FIELD_STATE] = { .title = "状态",
                    .words = { "状态", "考试状态", "缺考标记", "缺考", "违纪缺考", "缺考违纪", "备注" },
                    .is_exact = TRUE },
};

static const KpHeadingNeed needs[] = {
  { { FIELD_TICKET, FIELD_SECRET, FIELD_SEAT, -1 } },
  { { FIELD_MARK, -1 } },
};

static const KpHeadingKind heading_kind = {
  .fields = fields,
  .n_fields = N_FIELDS,
  .needs = needs,
  .n_needs = G_N_ELEMENTS (needs),
  .key = FIELD_TICKET,
};

typedef struct
{
  KpMarkSheet *sheet;
  KpHeading *heading;
  GHashTable *keys; /* set of the keys seen */
  guint key_field;
} Reading;

/**
 * kp_mark_sheet_new:
 * @path: an .xlsx or .csv file
 * @error: a #KpExchangeError
 *
 * Returns: (transfer full) (nullable): a sheet of marks with nothing read yet
 */
KpMarkSheet *
kp_mark_sheet_new (const char *path, GError **error)
{
  KpWorkbook *workbook = kp_workbook_open (path, NULL, error);
  KpMarkSheet *sheet;

  if (workbook == NULL)
    return NULL;
  sheet = g_new0 (KpMarkSheet, 1);
  sheet->workbook = workbook;
  sheet->chunk = g_string_chunk_new (64 * 1024);
  sheet->rows = g_array_new (FALSE, FALSE, sizeof (KpMarkSheetRow));
  sheet->cells = g_array_new (FALSE, FALSE, sizeof (KpInterviewCell));
  return sheet;
}

/**
 * kp_mark_sheet_free:
 * @sheet: (transfer full) (nullable): a sheet of marks
 *
 * Frees it with all its rows and cells.
 */
void
kp_mark_sheet_free (KpMarkSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_array_unref (sheet->rows);
  g_array_unref (sheet->cells);
  g_string_chunk_free (sheet->chunk);
  kp_workbook_free (sheet->workbook);
  g_free (sheet);
}

/**
 * kp_mark_sheet_keep_key:
 * @sheet: where the text lives
 * @cell: (nullable): the cell
 *
 * Returns: (transfer none): the key without blanks, upper case; "" when there is none or a spreadsheet
 * program cut its digits
 */
const char *
kp_mark_sheet_keep_key (KpMarkSheet *sheet, const KpCell *cell)
{
  g_autofree char *key = cell != NULL ? kp_normal_compact (cell->text) : g_strdup ("");

  if (cell != NULL && cell->kind == KP_CELL_NUMBER &&
      (strlen (key) > 15 || strspn (key, "0123456789") < strlen (key)))
    return "";
  return *key != '\0' ? g_string_chunk_insert_const (sheet->chunk, key) : "";
}

static const char *
read_key (Reading *reading, const KpSheetRow *row)
{
  const char *key = kp_mark_sheet_keep_key (reading->sheet,
                                            kp_heading_get_cell (reading->heading, reading->key_field, row));

  if (*key != '\0' && reading->key_field == FIELD_SEAT && reading->heading->columns[FIELD_ROOM] >= 0)
    {
      const char *room =
          kp_mark_sheet_keep_key (reading->sheet, kp_heading_get_cell (reading->heading, FIELD_ROOM, row));
      g_autofree char *place = g_strdup_printf ("%s-%s", room, key);

      return *room != '\0' ? g_string_chunk_insert_const (reading->sheet->chunk, place) : "";
    }
  return key;
}

/* A column of states may hold any remark; only words for a state count there. */
static void
add_state (Reading *reading, const KpSheetRow *row, KpMarkReading *mark)
{
  const KpCell *cell = kp_heading_get_cell (reading->heading, FIELD_STATE, row);
  g_autofree char *text = cell != NULL ? kp_normal_compact (cell->text) : g_strdup ("");
  gboolean is_absent = strstr (text, "缺考") != NULL,
           cheated = strstr (text, "违纪") != NULL || strstr (text, "作弊") != NULL;
  KpMarkSheetState state = cheated ? KP_MARK_SHEET_CHEATING : KP_MARK_SHEET_ABSENT;

  if ((!is_absent && !cheated) || mark->state == state || mark->state == KP_MARK_SHEET_FAULTY)
    return;
  if (mark->state == KP_MARK_SHEET_EMPTY ||
      (mark->state == KP_MARK_SHEET_ZERO && strcmp (mark->text, "0") == 0))
    {
      mark->state = state;
      mark->text = "";
      mark->value = g_string_chunk_insert_const (reading->sheet->chunk, text);
    }
  else
    kp_mark_reading_fail (reading->sheet, mark, "mark_and_state", row->number, fields[FIELD_MARK].title,
                          "既有分数又注明缺考或违纪，请核对");
}

/* The sentence is about the number and shows it; the mark of the row stays with the row. */
static void
fail_key (Reading *reading, KpMarkReading *mark, const char *code, guint row, const char *key, const char *trouble)
{
  const char *value = mark->value;

  mark->value = key;
  kp_mark_reading_fail (reading->sheet, mark, code, row, fields[reading->key_field].title, trouble);
  mark->value = value;
}

static gboolean
on_row_cb (const KpSheetRow *row, gpointer user_data, GError **error G_GNUC_UNUSED)
{
  Reading *reading = user_data;
  KpMarkReading mark;
  KpMarkSheetRow read;
  const char *key;

  if (!kp_heading_row_is_data (reading->heading, row, reading->key_field, FIELD_MARK))
    return TRUE;
  key = read_key (reading, row);
  mark = kp_mark_reading_make (reading->sheet, kp_heading_get_cell (reading->heading, FIELD_MARK, row),
                               row->number, fields[FIELD_MARK].title);
  add_state (reading, row, &mark);
  if (*key == '\0' && mark.state == KP_MARK_SHEET_EMPTY)
    return TRUE;
  if (mark.state != KP_MARK_SHEET_FAULTY && *key == '\0')
    fail_key (reading, &mark, "key_missing", row->number, key,
              "这一行有分数，却没有完整的号码（被当作数字保存的长号码也不能用），请补填");
  else if (mark.state != KP_MARK_SHEET_FAULTY && !g_hash_table_add (reading->keys, (gpointer) key))
    fail_key (reading, &mark, "key_twice", row->number, key,
              "同一号码在表中出现了两次，请核对");
  read = (KpMarkSheetRow){ row->number, key, mark.state, mark.text, mark.code, mark.value, mark.message };
  g_array_append_val (reading->sheet->rows, read);
  return TRUE;
}

static void
choose_key (Reading *reading)
{
  static const guint order[] = { FIELD_TICKET, FIELD_SECRET, FIELD_SEAT };
  static const KpMarkKey kinds[] = { KP_MARK_KEY_TICKET, KP_MARK_KEY_SECRET, KP_MARK_KEY_SEAT };

  for (guint i = G_N_ELEMENTS (order); i > 0; i--)
    if (reading->heading->columns[order[i - 1]] >= 0)
      {
        reading->key_field = order[i - 1];
        reading->sheet->key_kind = kinds[i - 1];
      }
}

/**
 * kp_mark_sheet_read_written:
 * @path: an .xlsx or .csv file
 * @sheet: (nullable): name of the sheet; NULL for the first that fits
 * @mapping: (nullable): "准考证号=A,分数=C"
 * @error: a #KpExchangeError: the file as a whole can't be read
 *
 * Reads written marks. A row that can't be understood is a row with a fault, never left out.
 *
 * Returns: (transfer full) (nullable): the marks
 */
KpMarkSheet *
kp_mark_sheet_read_written (const char *path, const char *sheet, const char *mapping, GError **error)
{
  g_autoptr (KpMarkSheet) marks = kp_mark_sheet_new (path, error);
  g_autoptr (KpHeading) heading = NULL;
  g_autoptr (GHashTable) keys = NULL;
  Reading reading;

  if (marks == NULL)
    return NULL;
  heading = kp_heading_find (marks->workbook, &heading_kind, sheet, mapping, error);
  if (heading == NULL)
    return NULL;
  keys = g_hash_table_new (g_str_hash, g_str_equal);
  reading = (Reading){ marks, heading, keys, FIELD_TICKET };
  choose_key (&reading);
  if (!kp_workbook_read_sheet (marks->workbook, heading->sheet, on_row_cb, &reading, error))
    return NULL;
  return g_steal_pointer (&marks);
}

/**
 * kp_mark_sheet_get_key_kind:
 * @sheet: marks
 *
 * Returns: what the keys of the rows are
 */
KpMarkKey
kp_mark_sheet_get_key_kind (KpMarkSheet *sheet)
{
  return sheet->key_kind;
}

/**
 * kp_mark_sheet_get_digest:
 * @sheet: marks
 *
 * Returns: (transfer none): SHA-256 of the file, lower-case hex
 */
const char *
kp_mark_sheet_get_digest (KpMarkSheet *sheet)
{
  return kp_workbook_get_digest (sheet->workbook);
}

/**
 * kp_mark_sheet_get_rows:
 * @sheet: marks
 * @n_rows: (out): how many
 *
 * Returns: (transfer none): the written marks in the order of the sheet
 */
const KpMarkSheetRow *
kp_mark_sheet_get_rows (KpMarkSheet *sheet, guint *n_rows)
{
  *n_rows = sheet->rows->len;
  return (const KpMarkSheetRow *) sheet->rows->data;
}

/**
 * kp_mark_sheet_get_cells:
 * @sheet: marks
 * @n_cells: (out): how many
 *
 * Returns: (transfer none): the interview marks, sheet by sheet, row by row, from left to right
 */
const KpInterviewCell *
kp_mark_sheet_get_cells (KpMarkSheet *sheet, guint *n_cells)
{
  *n_cells = sheet->cells->len;
  return (const KpInterviewCell *) sheet->cells->data;
}

/**
 * kp_mark_sheet_get_n_faults:
 * @sheet: marks
 *
 * Returns: the number of rows or cells that have a fault
 */
guint
kp_mark_sheet_get_n_faults (KpMarkSheet *sheet)
{
  return sheet->n_faults;
}
