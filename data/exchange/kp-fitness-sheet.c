/* kp-fitness-sheet.c – conclusions of physical examinations and background checks, read from a workbook.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A hospital or a police station sends the county's own list back with one more column. Only the conclusion
 * is read: a medical value has no place in the record (domain.md §10). */
#include "kp-fitness-sheet.h"

#include "kp-heading.h"
#include "kp-normal.h"

enum
{
  FIELD_KEY,
  FIELD_OUTCOME,
  N_FIELDS
};

static const KpHeadingField fields[N_FIELDS] = {
  [FIELD_KEY] = { "准考证号",
                  { "准考证号", "笔试准考证号", "准考证号码", "准考证", "报名号", "报名序号", "报名编号",
                    "考号" },
                  TRUE, FALSE },
  [FIELD_OUTCOME] = { "结论",
                      { "体检结论", "体检结果", "考察结论", "考察结果", "政审结论", "政审结果", "结论",
                        "结果", "是否合格", "体检是否合格", "考察是否合格", "复检结论", "体检情况",
                        "考察情况" },
                      FALSE, FALSE },
};

static const KpHeadingNeed needs[] = {
  { { FIELD_KEY, -1 } },
  { { FIELD_OUTCOME, -1 } },
};

static const KpHeadingKind kind = { fields, N_FIELDS, needs, G_N_ELEMENTS (needs), FIELD_KEY, NULL };

/* What is written there; a longer word stands before one that it contains. */
static const struct
{
  const char *word;
  KpFitnessOutcome outcome;
} outcomes[] = {
  { "", KP_FITNESS_OPEN },           { "待复检", KP_FITNESS_OPEN },     { "复检", KP_FITNESS_OPEN },
  { "缓检", KP_FITNESS_OPEN },       { "待定", KP_FITNESS_OPEN },       { "合格", KP_FITNESS_PASS },
  { "通过", KP_FITNESS_PASS },       { "是", KP_FITNESS_PASS },         { "体检合格", KP_FITNESS_PASS },
  { "考察合格", KP_FITNESS_PASS },   { "复检合格", KP_FITNESS_PASS },   { "不合格", KP_FITNESS_FAIL },
  { "未通过", KP_FITNESS_FAIL },     { "不通过", KP_FITNESS_FAIL },     { "否", KP_FITNESS_FAIL },
  { "体检不合格", KP_FITNESS_FAIL }, { "考察不合格", KP_FITNESS_FAIL }, { "复检不合格", KP_FITNESS_FAIL },
  { "放弃", KP_FITNESS_WAIVED },     { "自愿放弃", KP_FITNESS_WAIVED }, { "放弃体检", KP_FITNESS_WAIVED },
  { "放弃考察", KP_FITNESS_WAIVED }, { "未参加", KP_FITNESS_WAIVED },   { "未参检", KP_FITNESS_WAIVED },
  { "缺检", KP_FITNESS_WAIVED },
};

struct _KpFitnessSheet
{
  GStringChunk *texts;
  char *digest;
  GArray *rows;
  GHashTable *keys; /* borrowed from texts */
  guint n_faults;
};

typedef struct
{
  KpFitnessSheet *sheet;
  const KpHeading *heading;
} Reading;

static KpFitnessOutcome
parse_outcome (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      if (g_str_equal (word, outcomes[i].word))
        return outcomes[i].outcome;
    }
  return KP_FITNESS_FAULTY;
}

static char *
dup_cell (const KpHeading *heading, guint field, const KpSheetRow *row)
{
  const KpCell *cell = kp_heading_get_cell (heading, field, row);

  return kp_normal_compact (cell != NULL ? cell->text : "");
}

static void
add_row (KpFitnessSheet *sheet, guint number, const char *key, const char *word)
{
  KpFitnessRow row = { number, g_string_chunk_insert (sheet->texts, key), parse_outcome (word), "" };
  g_autofree char *message = NULL;

  if (*key == '\0')
    message = g_strdup ("没有准考证号或报名号，请补填。");
  else if (g_hash_table_contains (sheet->keys, key))
    message = g_strdup_printf ("号码%s在表中出现了两次，请只留一行。", key);
  else if (row.outcome == KP_FITNESS_FAULTY)
    message = g_strdup_printf ("结论“%s”无法识别，请填写合格、不合格、放弃或待复检。", word);

  if (message != NULL)
    {
      row.outcome = KP_FITNESS_FAULTY;
      row.message = g_string_chunk_insert (sheet->texts, message);
      sheet->n_faults++;
    }
  g_hash_table_add (sheet->keys, (gpointer) row.key);
  g_array_append_val (sheet->rows, row);
}

static gboolean
take_row (const KpSheetRow *row, gpointer user_data, GError **error G_GNUC_UNUSED)
{
  Reading *reading = user_data;
  g_autofree char *key = NULL;
  g_autofree char *word = NULL;

  if (row->number <= reading->heading->last_row ||
      !kp_heading_row_is_data (reading->heading, row, FIELD_KEY, FIELD_KEY))
    return TRUE;
  key = dup_cell (reading->heading, FIELD_KEY, row);
  word = dup_cell (reading->heading, FIELD_OUTCOME, row);
  if (*key != '\0' || *word != '\0')
    add_row (reading->sheet, row->number, key, word);
  return TRUE;
}

/**
 * kp_fitness_sheet_read:
 * @path: a workbook or text table with a column of ticket or registration numbers and one of conclusions
 * @error: return location
 *
 * Reads every row; what can't be understood becomes a row of the outcome %KP_FITNESS_FAULTY with a sentence,
 * so that the caller refuses the sheet and names the row.
 *
 * Returns: (transfer full) (nullable): the sheet, or %NULL with #KP_EXCHANGE_ERROR
 */
KpFitnessSheet *
kp_fitness_sheet_read (const char *path, GError **error)
{
  g_autoptr (KpFitnessSheet) sheet = g_new0 (KpFitnessSheet, 1);
  g_autoptr (KpWorkbook) book = kp_workbook_open (path, &kp_workbook_default_limits, error);
  KpHeading *heading = NULL;
  gboolean is_read;

  sheet->texts = g_string_chunk_new (4096);
  sheet->rows = g_array_new (FALSE, TRUE, sizeof (KpFitnessRow));
  sheet->keys = g_hash_table_new (g_str_hash, g_str_equal);
  if (book == NULL)
    return NULL;
  heading = kp_heading_find (book, &kind, NULL, NULL, error);
  if (heading == NULL)
    return NULL;
  sheet->digest = g_strdup (kp_workbook_get_digest (book));
  is_read = kp_workbook_read_sheet (book, heading->sheet, take_row, &(Reading){ sheet, heading }, error);
  kp_heading_free (heading);
  return is_read ? g_steal_pointer (&sheet) : NULL;
}

/** kp_fitness_sheet_free: frees @sheet (nullable) with all its rows. */
void
kp_fitness_sheet_free (KpFitnessSheet *sheet)
{
  if (sheet == NULL)
    return;
  g_clear_pointer (&sheet->keys, g_hash_table_unref);
  g_clear_pointer (&sheet->rows, g_array_unref);
  g_clear_pointer (&sheet->texts, g_string_chunk_free);
  g_free (sheet->digest);
  g_free (sheet);
}

/** kp_fitness_sheet_get_digest: SHA-256 of the file's bytes, 64 hex digits; borrowed from @sheet. */
const char *
kp_fitness_sheet_get_digest (KpFitnessSheet *sheet)
{
  return sheet->digest;
}

/** kp_fitness_sheet_get_rows: the rows in the order of the sheet; borrowed from @sheet. */
const KpFitnessRow *
kp_fitness_sheet_get_rows (KpFitnessSheet *sheet, guint *n_rows)
{
  *n_rows = sheet->rows->len;
  return (const KpFitnessRow *) (gpointer) sheet->rows->data;
}

/** kp_fitness_sheet_get_n_faults: how many rows can't be understood. */
guint
kp_fitness_sheet_get_n_faults (KpFitnessSheet *sheet)
{
  return sheet->n_faults;
}
