/* kp-mark-reading.c – one mark as it stands in a cell.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "kp-mark-sheet-private.h"
#include "kp-normal.h"

#define MAX_DECIMALS 3
#define MAX_WHOLE_DIGITS 4

typedef struct
{
  const char *word;
  KpMarkSheetState state;
} StateWord;

static const StateWord state_words[] = {
  { "缺考", KP_MARK_SHEET_ABSENT },   { "缺", KP_MARK_SHEET_ABSENT },
  { "QK", KP_MARK_SHEET_ABSENT },     { "未到", KP_MARK_SHEET_ABSENT },
  { "缺席", KP_MARK_SHEET_ABSENT },   { "弃考", KP_MARK_SHEET_ABSENT },
  { "违纪", KP_MARK_SHEET_CHEATING }, { "作弊", KP_MARK_SHEET_CHEATING },
  { "违规", KP_MARK_SHEET_CHEATING }, { "违纪违规", KP_MARK_SHEET_CHEATING },
  { "WJ", KP_MARK_SHEET_CHEATING },   { "违", KP_MARK_SHEET_CHEATING },
  { "Q", KP_MARK_SHEET_ABSENT },      { "W", KP_MARK_SHEET_CHEATING },
  { "零分", KP_MARK_SHEET_ZERO },
  { "-", KP_MARK_SHEET_EMPTY },       { "—", KP_MARK_SHEET_EMPTY },
  { "——", KP_MARK_SHEET_EMPTY },      { "/", KP_MARK_SHEET_EMPTY },
  { "未登分", KP_MARK_SHEET_EMPTY },
};

/**
 * kp_mark_reading_fail:
 * @sheet: where the strings live; counts the fault
 * @reading: becomes faulty
 * @code: of the fault
 * @row: in the sheet
 * @title: of the column
 * @trouble: Chinese, what is wrong and what to do
 *
 * Makes the sentence of a fault with row, column and value.
 */
void
kp_mark_reading_fail (KpMarkSheet *sheet,
                      KpMarkReading *reading,
                      const char *code,
                      guint row,
                      const char *title,
                      const char *trouble)
{
  g_autofree char *value = *reading->value != '\0' ? g_strdup_printf ("“%s”", reading->value) : g_strdup ("");
  g_autofree char *message = g_strdup_printf ("第%u行“%s”%s：%s。", row, title, value, trouble);

  reading->state = KP_MARK_SHEET_FAULTY;
  reading->text = "";
  reading->code = code;
  reading->message = g_string_chunk_insert (sheet->chunk, message);
  sheet->n_faults++;
}

/* digits[.digits]; gives the number of each. */
static gboolean
is_decimal (const char *text, gsize *n_whole, gsize *n_decimals)
{
  const char *rest;

  *n_whole = strspn (text, "0123456789");
  *n_decimals = 0;
  rest = text + *n_whole;
  if (*n_whole == 0 || (*rest != '\0' && *rest != '.'))
    return FALSE;
  if (*rest == '\0')
    return TRUE;
  *n_decimals = strspn (rest + 1, "0123456789");
  return *n_decimals > 0 && rest[1 + *n_decimals] == '\0';
}

static const StateWord *
find_state (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (state_words); i++)
    if (strcmp (text, state_words[i].word) == 0)
      return &state_words[i];
  return NULL;
}

static void
read_decimal (KpMarkSheet *sheet, KpMarkReading *reading, const char *text, guint row, const char *title)
{
  gsize n_whole, n_decimals;

  if (!is_decimal (text, &n_whole, &n_decimals) || n_whole > MAX_WHOLE_DIGITS)
    kp_mark_reading_fail (sheet, reading, "mark_unreadable", row, title,
                          "不是分数，请填写数字、缺考、违纪或零分");
  else if (n_decimals > MAX_DECIMALS)
    kp_mark_reading_fail (sheet, reading, "mark_decimals", row, title,
                          "小数位数过多，请按实际分数填写，不要用公式");
  else
    {
      gsize n_zeros = MIN (strspn (text, "0"), n_whole - 1);

      reading->text = g_string_chunk_insert_const (sheet->chunk, text + n_zeros);
      reading->state = strspn (text, "0.") == strlen (text) ? KP_MARK_SHEET_ZERO : KP_MARK_SHEET_MARK;
    }
}

/* "7 8" may be 78 or 7.8: where a blank stands between two digits, nobody can tell. */
static gboolean
has_split_number (const char *text)
{
  gboolean was_digit = FALSE, has_blank = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c))
        {
          has_blank = TRUE;
          continue;
        }
      if (was_digit && has_blank && g_unichar_isdigit (c))
        return TRUE;
      was_digit = g_unichar_isdigit (c);
      has_blank = FALSE;
    }
  return FALSE;
}

/**
 * kp_mark_reading_make:
 * @sheet: where the strings live
 * @cell: (nullable): the cell
 * @row: in the sheet
 * @title: of the column
 *
 * Reads a mark: the exact decimal that was typed, or one of the four states that are no number. A number cell
 * counts by the shortest decimal that is this very number; more than three decimals came from a formula and
 * are a fault, never rounded.
 *
 * Returns: state and text, or code and sentence
 */
KpMarkReading
kp_mark_reading_make (KpMarkSheet *sheet, const KpCell *cell, guint row, const char *title)
{
  g_autofree char *text = cell != NULL ? kp_normal_compact (cell->text) : g_strdup ("");
  KpMarkReading reading = { KP_MARK_SHEET_EMPTY, "", "", "", "" };
  const StateWord *word;

  if (*text == '\0')
    return reading;
  if (g_str_has_suffix (text, "分") && g_ascii_isdigit (*text))
    text[strlen (text) - strlen ("分")] = '\0';
  reading.value = g_string_chunk_insert_const (sheet->chunk, text);
  word = find_state (text);
  if (word != NULL)
    {
      reading.state = word->state;
      reading.text = word->state == KP_MARK_SHEET_ZERO ? "0" : "";
    }
  else if (strcmp (text, "合格") == 0 || strcmp (text, "不合格") == 0)
    {
      /* What it is worth the test says, if it is only passed or failed. */
      reading.state = KP_MARK_SHEET_MARK;
      reading.text = reading.value;
    }
  else if (cell->kind == KP_CELL_DATE || cell->kind == KP_CELL_BOOL || cell->kind == KP_CELL_ERROR)
    kp_mark_reading_fail (sheet, &reading, "mark_unreadable", row, title,
                          "不是分数，请把单元格格式改为文本后重新填写");
  else if (has_split_number (cell->text))
    kp_mark_reading_fail (sheet, &reading, "mark_unreadable", row, title, "数字中间有空格，请按实际分数填写");
  else
    read_decimal (sheet, &reading, text, row, title);
  return reading;
}
