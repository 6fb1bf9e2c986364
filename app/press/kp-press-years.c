/* kp-press-years.c – 历年统计 as a list and on paper.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table is made of several records and of sheets, so that no single record can draw it again: its code tells the paper,
 * not what is on it. */

#include "kp-press-years.h"

#include "kp-form-years.h"
#include "kp-press-code.h"
#include "kp-press-private.h"
#include "kp-structure.h"

#define TITLE "历年人员结构统计表"

enum
{
  COLUMN_TRAIT,
  COLUMN_NAME,
  COLUMN_YEAR = KP_YEARS_N_NAMES,
  COLUMN_NUMBERS,
  COLUMN_SHARE = COLUMN_NUMBERS + KP_YEAR_N_NUMBERS,
  COLUMN_CHANGE,
  COLUMN_PER_10K,
  N_COLUMNS
};

static const KpListColumn columns[N_COLUMNS] = {
  [COLUMN_TRAIT] = { "trait", "项目", 14, KP_LIST_TEXT },
  [COLUMN_NAME] = { "class", "类别", 18, KP_LIST_TEXT },
  [COLUMN_YEAR] = { "year", "年度", 6, KP_LIST_NUMBER },
  [COLUMN_NUMBERS + KP_YEAR_APPLIED] = { "applied", "报名人数", 0, KP_LIST_NUMBER },
  [COLUMN_NUMBERS + KP_YEAR_QUALIFIED] = { "qualified", "合格人数", 0, KP_LIST_NUMBER },
  [COLUMN_NUMBERS + KP_YEAR_EMPLOYED] = { "employed", "聘用人数", 0, KP_LIST_NUMBER },
  [COLUMN_NUMBERS + KP_YEAR_STAYING] = { "staying", "在岗人数", 0, KP_LIST_NUMBER },
  [COLUMN_SHARE] = { "share", "占聘用人数", 0, KP_LIST_TEXT },
  [COLUMN_CHANGE] = { "change", "比上年", 0, KP_LIST_TEXT },
  [COLUMN_PER_10K] = { "per_10k", "每万人配备", 0, KP_LIST_NUMBER },
};

static char *
dup_ratio (const KpYearLine *line)
{
  if (!kp_fraction_is_known (line->per_10k))
    return NULL;
  return kp_fraction_dup_decimal (kp_fraction_round (line->per_10k, 2, KP_ROUNDING_HALF_UP), 2);
}

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

/** kp_press_list_years: a row for each class and year. (transfer full) */
KpList *
kp_press_list_years (KpYearBook *years)
{
  KpList *list = kp_list_new (TITLE, NULL, columns, N_COLUMNS);
  guint n_lines = 0;
  const KpYearLine *lines = kp_years_list (years, &n_lines);

  for (guint i = 0; i < n_lines; i++)
    {
      const KpYearLine *line = &lines[i];
      g_autofree char *year = g_strdup_printf ("%u", line->year);
      g_autofree char *share = kp_year_line_dup_share (line);
      g_autofree char *change = kp_year_line_dup_change (line);
      g_autofree char *ratio = dup_ratio (line);
      g_auto (GStrv) numbers = g_new0 (char *, KP_YEAR_N_NUMBERS + 1);
      const char *cells[N_COLUMNS] = { line->trait, line->name, year };

      for (guint k = 0; k < KP_YEAR_N_NUMBERS; k++)
        cells[COLUMN_NUMBERS + k] = numbers[k]
            = line->n[k] != KP_YEAR_UNTOLD ? g_strdup_printf ("%" G_GINT64_FORMAT, line->n[k]) : g_strdup ("");
      cells[COLUMN_SHARE] = or_empty (share);
      cells[COLUMN_CHANGE] = or_empty (change);
      cells[COLUMN_PER_10K] = or_empty (ratio);
      kp_list_add_row (list, cells);
    }
  return list;
}

static const char *
get_cell (KpList *list, guint row, guint column)
{
  const char *text = kp_list_get_value (list, row, column);

  return *text != '\0' ? text : NULL;
}

/* "每万城镇常住人口：2025年15.30人，2026年15.83人" */
static const char *
describe_ratios (KpPress *press, KpList *list)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < kp_list_get_n_rows (list); i++)
    if (get_cell (list, i, COLUMN_PER_10K) != NULL)
      g_string_append_printf (text, "%s%s年%s人", text->len > 0 ? "，" : "每万城镇常住人口：", get_cell (list, i, COLUMN_YEAR),
                              get_cell (list, i, COLUMN_PER_10K));
  return text->len > 0 ? kp_press_format (press, "%s", text->str) : NULL;
}

static const char *
name_group (KpPress *press, KpList *list, guint row)
{
  const char *trait = kp_list_get_value (list, row, COLUMN_TRAIT);

  return g_str_equal (trait, KP_STRUCTURE_ALL) ? trait
                                               : kp_press_format (press, "%s　%s", trait, kp_list_get_value (list, row, COLUMN_NAME));
}

/** kp_press_make_years: see the header. */
GBytes *
kp_press_make_years (KpSession *session, KpFontSet *fonts, KpYearBook *years, GError **error)
{
  g_auto (KpPress) press = { 0 };
  g_autoptr (KpList) list = kp_press_list_years (years);
  const guint n = kp_list_get_n_rows (list);
  g_autofree KpYearsRow *rows = g_new0 (KpYearsRow, n + 1);
  g_autoptr (GBytes) csv = kp_list_to_csv (list);
  g_autofree char *digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, csv);
  g_autoptr (KpSheet) sheet = kp_sheet_new (fonts, TITLE);
  KpYearsFacts facts = { .rows = rows, .n_rows = n };

  if (!kp_press_load (&press, session, error))
    return NULL;
  facts.subtitle = describe_ratios (&press, list);
  facts.list = (KpFormList){
    .title = TITLE,
    .issuer = press.scheme->committee,
    .date = "　　　　年　　月　　日",
    .list_digest = digest,
    .qr = kp_press_make_code (&press, &(KpPressPaper){ .kind = "years", .digest = digest }),
  };
  for (guint i = 0; i < n; i++)
    rows[i] = (KpYearsRow){
      .group = name_group (&press, list, i),
      .year = kp_press_format (&press, "%s年", kp_list_get_value (list, i, COLUMN_YEAR)),
      .applied = get_cell (list, i, COLUMN_NUMBERS + KP_YEAR_APPLIED),
      .qualified = get_cell (list, i, COLUMN_NUMBERS + KP_YEAR_QUALIFIED),
      .employed = get_cell (list, i, COLUMN_NUMBERS + KP_YEAR_EMPLOYED),
      .share = get_cell (list, i, COLUMN_SHARE),
      .change = get_cell (list, i, COLUMN_CHANGE),
      .staying = get_cell (list, i, COLUMN_NUMBERS + KP_YEAR_STAYING),
    };
  return kp_form_years_draw (sheet, &facts, error) ? kp_sheet_dup_bytes (sheet, error) : NULL;
}
