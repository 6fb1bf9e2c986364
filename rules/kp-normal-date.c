/* kp-normal-date.c – dates as people type them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*   2005-06-19  2005/6/19  2005.06.19  20050619  2005年6月19日  二〇〇五年六月十九日  2005-06-19 00:00:00   a
 * day 19/6/2005   6/19/2005   one part above 12 tells day from month a day 2005.06     2005年6月   200506 a
 * month 6/5/2005    05-6-19     85年3月 ambiguous
 */

#include "kp-normal.h"

#include <string.h>

#define EARLIEST_YEAR 1900
#define LATEST_YEAR 2199

typedef struct
{
  guint n;
  guint length[3];
  guint value[3];
} Groups;

/* 〇–九 are digits; 十 is a digit, two digits or nothing, by its neighbours: 十 = 10, 十九 = 19, 二十 = 20,
 * 二十三 = 23. */
static gint
read_chinese_digit (gunichar c)
{
  static const gunichar digits[] = { 0x3007, 0x4e00, 0x4e8c, 0x4e09, 0x56db,
                                     0x4e94, 0x516d, 0x4e03, 0x516b, 0x4e5d };

  if (c == 0x96f6 || c == 0x25cb)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (digits); i++)
    if (digits[i] == c)
      return (gint) i;
  return -1;
}

static char *
with_arabic_digits (const char *text)
{
  GString *arabic = g_string_sized_new (16);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gint digit = read_chinese_digit (c);

      if (digit >= 0)
        g_string_append_c (arabic, (char) ('0' + digit));
      else if (c == 0x5341)
        {
          gboolean follows = arabic->len > 0 && g_ascii_isdigit (arabic->str[arabic->len - 1]);
          gboolean leads = read_chinese_digit (g_utf8_get_char (g_utf8_next_char (p))) >= 0;

          g_string_append (arabic, follows ? (leads ? "" : "0") : (leads ? "1" : "10"));
        }
      else
        g_string_append_unichar (arabic, c);
    }
  return g_string_free (arabic, FALSE);
}

static gboolean
is_separator (gunichar c)
{
  return c == '-' || c == '/' || c == '.' || c == '\\' || c == ' ' || c == ',' || c == '_' || c == '~' ||
         c == 0x5e74 || c == 0x6708 || c == 0x65e5 || c == 0x53f7 || c == 0x3001 || c == 0x3002 ||
         c == 0xff0c || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xff0d || c == 0xff0e ||
         c == 0xff0f || c == 0xb7;
}

/* The time of day behind a date carries no date. */
static void
cut_time (char *text)
{
  char *colon = strchr (text, ':');

  if (colon == NULL)
    return;
  while (colon > text && g_ascii_isdigit (colon[-1]))
    colon--;
  if (colon > text && (colon[-1] == ' ' || colon[-1] == 'T'))
    colon[-1] = '\0';
}

/* 2015年7月毕业, 2016.08至今, 1985年3月2日（35岁）: what people say behind a date. */
static void
cut_remark (char *text)
{
  static const char *const words[] = { "毕业", "出生", "入职", "上岗", "至今", "开始", "以来", "起", "生" };
  char *brackets[] = { strchr (text, '('), strstr (text, "（") };
  gboolean found = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    if (brackets[i] != NULL && brackets[i] != text)
      *brackets[i] = '\0';
  while (found)
    {
      found = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        if (g_str_has_suffix (text, words[i]))
          {
            text[strlen (text) - strlen (words[i])] = '\0';
            found = TRUE;
          }
    }
}

static gboolean
split_groups (const char *text, Groups *groups)
{
  gboolean in_group = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x80 && g_ascii_isdigit ((char) c))
        {
          if (!in_group && groups->n++ == 3)
            return FALSE;
          in_group = TRUE;
          if (groups->length[groups->n - 1]++ == 8)
            return FALSE;
          groups->value[groups->n - 1] = groups->value[groups->n - 1] * 10 + (c - '0');
        }
      else if (is_separator (c))
        in_group = FALSE;
      else
        return FALSE;
    }
  return groups->n > 0;
}

static KpDateText
give_date (guint year, guint month, guint day, KpDateText kind, KpDate *date)
{
  KpDate given;

  if (year < EARLIEST_YEAR || year > LATEST_YEAR || month > 12 || day > 31)
    return KP_DATE_TEXT_UNREADABLE;
  given = (KpDate){ (gint16) year, (guint8) month, (guint8) day };
  if (!kp_date_is_valid (given))
    return KP_DATE_TEXT_UNREADABLE;
  *date = given;
  return kind;
}

static KpDateText
read_joined (const Groups *g, KpDate *date)
{
  if (g->length[0] == 8)
    return give_date (g->value[0] / 10000, g->value[0] / 100 % 100, g->value[0] % 100, KP_DATE_TEXT_DAY,
                      date);
  if (g->length[0] == 6)
    return give_date (g->value[0] / 100, g->value[0] % 100, 1, KP_DATE_TEXT_MONTH, date);
  return KP_DATE_TEXT_UNREADABLE;
}

static KpDateText
read_day_first (const Groups *g, KpDate *date)
{
  guint a = g->value[0], b = g->value[1];

  if (a > 12 && b <= 12)
    return give_date (g->value[2], b, a, KP_DATE_TEXT_DAY, date);
  if (b > 12 || a == b)
    return give_date (g->value[2], a, b, KP_DATE_TEXT_DAY, date);
  return KP_DATE_TEXT_AMBIGUOUS;
}

static KpDateText
read_groups (const Groups *g, KpDate *date)
{
  if (g->n == 1)
    return read_joined (g, date);
  if (g->length[1] > 2)
    return KP_DATE_TEXT_UNREADABLE;
  if (g->n == 2 && g->length[0] == 4)
    return give_date (g->value[0], g->value[1], 1, KP_DATE_TEXT_MONTH, date);
  if (g->n == 2)
    return g->length[0] <= 2 ? KP_DATE_TEXT_AMBIGUOUS : KP_DATE_TEXT_UNREADABLE;
  if (g->length[0] == 4 && g->length[2] <= 2)
    return give_date (g->value[0], g->value[1], g->value[2], KP_DATE_TEXT_DAY, date);
  if (g->length[0] <= 2 && g->length[2] == 4)
    return read_day_first (g, date);
  return g->length[0] <= 2 && g->length[2] <= 2 ? KP_DATE_TEXT_AMBIGUOUS : KP_DATE_TEXT_UNREADABLE;
}

/**
 * kp_normal_date:
 * @typed: UTF-8
 * @date: (out): the date, %KP_DATE_NONE unless a day or a month was read; a month counts from its first day
 *
 * Reads a date typed in any of the usual ways. A year of two digits, or a day and a month that could change
 * places, is ambiguous and never guessed; a day that isn't in the calendar is unreadable.
 *
 * Returns: what was found
 */
KpDateText
kp_normal_date (const char *typed, KpDate *date)
{
  g_autofree char *text = NULL;
  g_autofree char *arabic = NULL;
  Groups groups = { 0 };

  g_return_val_if_fail (typed != NULL && date != NULL, KP_DATE_TEXT_UNREADABLE);

  *date = KP_DATE_NONE;
  text = kp_normal_text (typed);
  if (*text == '\0')
    return KP_DATE_TEXT_EMPTY;
  cut_time (text);
  cut_remark (text);
  arabic = with_arabic_digits (text);
  if (!split_groups (arabic, &groups))
    return KP_DATE_TEXT_UNREADABLE;
  return read_groups (&groups, date);
}

/**
 * kp_normal_date_from_serial:
 * @serial: whole days as a spreadsheet counts them
 * @from_1904: whether the workbook counts from 1904-01-01 instead of 1900
 * @date: (out): the day
 *
 * The system of 1900 counts 1900-02-29, which never was, as day 60; that day is refused, and those before it
 * are shifted.
 *
 * Returns: FALSE with @date untouched when no day up to 2199 has this number
 */
gboolean
kp_normal_date_from_serial (gint64 serial, gboolean from_1904, KpDate *date)
{
  KpDate day;

  g_return_val_if_fail (date != NULL, FALSE);

  if (serial < 0 || serial > 200000 || (!from_1904 && (serial == 0 || serial == 60)))
    return FALSE;
  if (from_1904)
    day = kp_date_add_days ((KpDate){ 1904, 1, 1 }, (gint) serial);
  else
    day = kp_date_add_days ((KpDate){ 1899, 12, 30 }, (gint) serial + (serial < 60 ? 1 : 0));
  if (day.year > LATEST_YEAR)
    return FALSE;
  *date = day;
  return TRUE;
}
