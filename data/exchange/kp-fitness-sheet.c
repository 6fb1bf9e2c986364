/* kp-fitness-sheet.c – conclusions of physical examinations and background checks, read from a workbook.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A hospital or a police station sends the county's own list back with one more column. Only the conclusion
 * is read: a medical value has no place in the record (domain.md §10). */
#include "kp-fitness-sheet.h"

enum
{
  FIELD_KEY,
  FIELD_OUTCOME,
  N_FIELDS
};

#define KEY_FIELD \
  { \
    "准考证号", { "准考证号", "笔试准考证号", "准考证号码", "准考证", "报名号", "报名序号", "报名编号", "考号" }, TRUE, FALSE \
  }

/* A county's list may hold both: what the background check found is no result of the physical examination. */
static const KpHeadingField physical_fields[N_FIELDS] = {
  [FIELD_KEY] = KEY_FIELD,
  [FIELD_OUTCOME] = { "体检结论",
                      { "体检结论", "体检结果", "体检是否合格", "复检结论", "体检情况", "结论", "结果", "是否合格" },
                      FALSE, FALSE },
};

static const KpHeadingField background_fields[N_FIELDS] = {
  [FIELD_KEY] = KEY_FIELD,
  [FIELD_OUTCOME] = { "考察结论",
                      { "考察结论", "考察结果", "政审结论", "政审结果", "考察是否合格", "考察情况", "结论", "结果", "是否合格" },
                      FALSE, FALSE },
};

static const KpHeadingNeed needs[] = {
  { { FIELD_KEY, -1 } },
  { { FIELD_OUTCOME, -1 } },
};

static const KpHeadingKind headings[] = {
  [KP_FITNESS_PHYSICAL] = { physical_fields, N_FIELDS, needs, G_N_ELEMENTS (needs), FIELD_KEY, NULL },
  [KP_FITNESS_BACKGROUND] = { background_fields, N_FIELDS, needs, G_N_ELEMENTS (needs), FIELD_KEY, NULL },
};

typedef struct
{
  const char *word;
  KpFitnessOutcome outcome;
} Word;

/* What is written there; and what is written there of the one examination and not of the other. */
static const Word words[] = {
  { "", KP_FITNESS_OPEN },         { "待定", KP_FITNESS_OPEN },     { "合格", KP_FITNESS_PASS },   { "通过", KP_FITNESS_PASS },
  { "是", KP_FITNESS_PASS },       { "不合格", KP_FITNESS_FAIL },   { "未通过", KP_FITNESS_FAIL }, { "不通过", KP_FITNESS_FAIL },
  { "否", KP_FITNESS_FAIL },       { "放弃", KP_FITNESS_WAIVED },   { "自愿放弃", KP_FITNESS_WAIVED },
  { "未参加", KP_FITNESS_WAIVED }, { NULL, KP_FITNESS_FAULTY },
};

static const Word physical_words[] = {
  { "待复检", KP_FITNESS_OPEN },     { "复检", KP_FITNESS_OPEN },       { "缓检", KP_FITNESS_OPEN },
  { "体检合格", KP_FITNESS_PASS },   { "复检合格", KP_FITNESS_PASS },   { "体检不合格", KP_FITNESS_FAIL },
  { "复检不合格", KP_FITNESS_FAIL }, { "放弃体检", KP_FITNESS_WAIVED }, { "未参检", KP_FITNESS_WAIVED },
  { "缺检", KP_FITNESS_WAIVED },     { NULL, KP_FITNESS_FAULTY },
};

static const Word background_words[] = {
  { "考察合格", KP_FITNESS_PASS },   { "考察不合格", KP_FITNESS_FAIL }, { "放弃考察", KP_FITNESS_WAIVED },
  { NULL, KP_FITNESS_FAULTY },
};

static const Word *const own_words[] = {
  [KP_FITNESS_PHYSICAL] = physical_words,
  [KP_FITNESS_BACKGROUND] = background_words,
};

static const Word *
find_word (const Word *known, const char *word)
{
  while (known->word != NULL && !g_str_equal (word, known->word))
    known++;
  return known;
}

static KpFitnessOutcome
parse_outcome (KpFitnessKind kind, const char *word)
{
  const Word *known = find_word (words, word);

  return known->word != NULL ? known->outcome : find_word (own_words[kind], word)->outcome;
}

static const char *
keep_message (KpRowReading *reading, const KpFitnessRow *row, const char *word, gboolean is_new)
{
  g_autofree char *message = NULL;

  if (*row->key == '\0')
    return "没有准考证号或报名号，请补填。";
  if (!is_new)
    message = g_strdup_printf ("号码%s在表中出现了两次，请只留一行。", row->key);
  else if (row->outcome == KP_FITNESS_FAULTY)
    message = g_strdup_printf ("结论“%s”无法识别，请填写合格、不合格、放弃或待复检。", word);
  return message != NULL ? kp_row_reading_keep (reading, message) : "";
}

static gboolean
take_row (KpRowReading *reading, KpFitnessKind kind)
{
  const char *word = kp_row_reading_keep_cell (reading, FIELD_OUTCOME);
  KpFitnessRow row = { reading->row->number, kp_row_reading_keep_cell (reading, FIELD_KEY), parse_outcome (kind, word), "" };

  if (*row.key == '\0' && *word == '\0')
    return TRUE;
  row.message = keep_message (reading, &row, word, kp_row_reading_is_new (reading, row.key));
  if (*row.message != '\0')
    row.outcome = KP_FITNESS_FAULTY;
  kp_row_reading_add (reading, &row);
  return TRUE;
}

static gboolean
take_physical (KpRowReading *reading, GError **error G_GNUC_UNUSED)
{
  return take_row (reading, KP_FITNESS_PHYSICAL);
}

static gboolean
take_background (KpRowReading *reading, GError **error G_GNUC_UNUSED)
{
  return take_row (reading, KP_FITNESS_BACKGROUND);
}

static const KpRowKind row_kinds[] = {
  [KP_FITNESS_PHYSICAL] = { &headings[KP_FITNESS_PHYSICAL], FIELD_KEY, FIELD_KEY, FALSE, sizeof (KpFitnessRow), take_physical },
  [KP_FITNESS_BACKGROUND] = { &headings[KP_FITNESS_BACKGROUND], FIELD_KEY, FIELD_KEY, FALSE, sizeof (KpFitnessRow), take_background },
};

/**
 * kp_fitness_sheet_read:
 * @path: a workbook or text table with a column of ticket or registration numbers and one of conclusions
 * @kind: of which examination they are; a column that names the other one isn't read
 * @error: return location
 *
 * Reads every row; what can't be understood becomes a row of the outcome %KP_FITNESS_FAULTY with a sentence,
 * so that the caller refuses the sheet and names the row.
 *
 * Returns: (transfer full) (nullable): the sheet, or %NULL with #KP_EXCHANGE_ERROR
 */
KpFitnessSheet *
kp_fitness_sheet_read (const char *path, KpFitnessKind kind, GError **error)
{
  return kp_row_sheet_read (path, &row_kinds[kind], error);
}

/** kp_fitness_sheet_get_rows: the rows in the order of the sheet; borrowed from @sheet. */
const KpFitnessRow *
kp_fitness_sheet_get_rows (const KpFitnessSheet *sheet, guint *n_rows)
{
  return kp_row_sheet_get_rows (sheet, n_rows);
}

/** kp_fitness_sheet_get_n_faults: how many rows can't be understood. */
guint
kp_fitness_sheet_get_n_faults (const KpFitnessSheet *sheet)
{
  guint n_rows = 0;
  const KpFitnessRow *rows = kp_fitness_sheet_get_rows (sheet, &n_rows);
  guint n = 0;

  for (guint i = 0; i < n_rows; i++)
    n += rows[i].outcome == KP_FITNESS_FAULTY;
  return n;
}
