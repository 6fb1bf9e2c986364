/* kp-years.c – 历年统计: who was recruited, year by year, from records and from sheets typed from paper.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A year that two records tell of is both together. A year on paper is held against itself: the classes of a trait must add
 * up to all of them, or somebody has mistyped. */
#include "kp-years.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-employment.h"
#include "kp-exchange-error.h"
#include "kp-step-headcount.h"
#include "kp-structure.h"

struct _KpYearBook
{
  GStringChunk *texts;
  GArray *lines;      /* KpYearLine */
  GHashTable *sheets; /* year → itself: told by a sheet */
  GHashTable *records;
};

/** kp_years_new: without a year. (transfer full) */
KpYearBook *
kp_years_new (void)
{
  KpYearBook *years = g_new0 (KpYearBook, 1);

  years->texts = g_string_chunk_new (1024);
  years->lines = g_array_new (FALSE, FALSE, sizeof (KpYearLine));
  years->sheets = g_hash_table_new (NULL, NULL);
  years->records = g_hash_table_new (NULL, NULL);
  return years;
}

/** kp_years_free: frees them with their texts. */
void
kp_years_free (KpYearBook *years)
{
  if (years == NULL)
    return;
  g_string_chunk_free (years->texts);
  g_array_unref (years->lines);
  g_hash_table_unref (years->sheets);
  g_hash_table_unref (years->records);
  g_free (years);
}

static KpYearLine *
find_line (KpYearBook *years,
           guint year,
           const char *trait,
           const char *name)
{
  for (guint i = 0; i < years->lines->len; i++)
    {
      KpYearLine *line = &g_array_index (years->lines, KpYearLine, i);

      if (line->year == year && g_str_equal (line->trait, trait) && g_str_equal (line->name, name))
        return line;
    }
  return NULL;
}

static KpYearLine *
add_line (KpYearBook *years,
          guint year,
          const char *trait,
          const char *name)
{
  KpYearLine line = {
    .trait = g_string_chunk_insert_const (years->texts, trait),
    .name = g_string_chunk_insert_const (years->texts, name),
    .year = year,
    .per_10k = KP_FRACTION_UNKNOWN,
  };

  for (guint i = 0; i < KP_YEAR_N_NUMBERS; i++)
    line.n[i] = KP_YEAR_UNTOLD;
  g_array_append_val (years->lines, line);
  return &g_array_index (years->lines, KpYearLine, years->lines->len - 1);
}

static void
add_number (gint64 *sum,
            guint n)
{
  *sum = (*sum == KP_YEAR_UNTOLD ? 0 : *sum) + n;
}

static gboolean
fail_twice (guint year,
            GError **error)
{
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("The year %u is told twice, by a record and by a sheet or by two sheets. Leave one of them out."), year);
  return FALSE;
}

/* ---- records ---- */

/* Registration numbers of those whose contract has ended. */
static GHashTable *
list_left (KpSession *session,
           GError **error)
{
  g_autoptr (KpEmployments) works = kp_employments_load (session, error);
  GHashTable *left;

  if (works == NULL)
    return NULL;
  left = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < kp_employments_get_n (works); i++)
    {
      const KpEmployment *work = kp_employments_get (works, i);

      if (work->end != NULL)
        g_hash_table_add (left, g_strdup (work->contract->application));
    }
  return left;
}

static gboolean
read_ratio (KpSession *session,
            KpFraction *per_10k,
            GError **error)
{
  g_autoptr (KpHeadcountReport) report = kp_headcount_report_load (session, kp_session_get_today (session), error);

  if (report == NULL)
    return FALSE;
  for (guint i = 0; i < report->n_lines; i++)
    if (report->facts[i].parent == NULL)
      *per_10k = report->lines[i].ratio;
  return TRUE;
}

/**
 * kp_years_add_record:
 * @years: the years
 * @session: a record; it is only read
 * @error: return location
 *
 * Adds the people of a campaign to the year of its notice.
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR or #KP_STEP_ERROR and nothing added
 */
gboolean
kp_years_add_record (KpYearBook *years,
                     KpSession *session,
                     GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  const guint year = (guint) scheme->notice_date.year;
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);
  g_autoptr (GHashTable) left = roster != NULL ? list_left (session, error) : NULL;
  g_autoptr (GArray) lines = NULL;
  KpFraction per_10k = KP_FRACTION_UNKNOWN;

  if (left == NULL || !read_ratio (session, &per_10k, error))
    return FALSE;
  if (g_hash_table_contains (years->sheets, GUINT_TO_POINTER (year)))
    return fail_twice (year, error);
  g_hash_table_add (years->records, GUINT_TO_POINTER (year));
  lines = kp_structure_list (scheme, roster, left);
  for (guint i = 0; i < lines->len; i++)
    {
      const KpStructureLine *from = &g_array_index (lines, KpStructureLine, i);
      KpYearLine *line = find_line (years, year, from->trait, from->name);

      if (line == NULL)
        line = add_line (years, year, from->trait, from->name);
      add_number (&line->n[KP_YEAR_APPLIED], from->counts.n[KP_MOMENT_APPLIED]);
      add_number (&line->n[KP_YEAR_QUALIFIED], from->counts.n[KP_MOMENT_QUALIFIED]);
      add_number (&line->n[KP_YEAR_EMPLOYED], from->counts.n[KP_MOMENT_EMPLOYED]);
      add_number (&line->n[KP_YEAR_STAYING], from->n_staying);
      if (i == 0 && kp_fraction_is_known (per_10k))
        line->per_10k = per_10k;
    }
  return TRUE;
}

/* ---- sheets ---- */

static gboolean
check_row (KpYearBook *years,
           const KpYearRow *row,
           GError **error)
{
  if (find_line (years, row->year, row->trait, row->name) != NULL)
    {
      g_set_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_READ,
                   _("Row %u of the sheet: %u, “%s”, “%s” stands there twice. Nothing of the sheet was taken in."), row->sheet_row,
                   row->year, row->trait, row->name);
      return FALSE;
    }
  if (row->n[KP_YEAR_STAYING] > row->n[KP_YEAR_EMPLOYED] && row->n[KP_YEAR_EMPLOYED] != KP_YEAR_UNTOLD)
    {
      g_set_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_READ,
                   _("Row %u of the sheet: more people are at work than were employed. Correct it; nothing of the sheet was taken in."),
                   row->sheet_row);
      return FALSE;
    }
  return TRUE;
}

/* The sum over the classes of @trait; KP_YEAR_UNTOLD when one of them isn't told. */
static gint64
sum_classes (const KpYearBook *years,
             guint year,
             const char *trait,
             guint number)
{
  gint64 sum = 0;

  for (guint i = 0; i < years->lines->len; i++)
    {
      const KpYearLine *line = &g_array_index (years->lines, KpYearLine, i);

      if (line->year != year || !g_str_equal (line->trait, trait))
        continue;
      if (line->n[number] == KP_YEAR_UNTOLD)
        return KP_YEAR_UNTOLD;
      sum += line->n[number];
    }
  return sum;
}

static gboolean
check_sums (KpYearBook *years,
            const KpYearRow *row,
            GError **error)
{
  static const char *const names[KP_YEAR_N_NUMBERS] = { "报名人数", "合格人数", "聘用人数", "在岗人数" };
  const KpYearLine *all = find_line (years, row->year, KP_STRUCTURE_ALL, KP_STRUCTURE_ALL);

  if (all == NULL)
    {
      g_set_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_READ,
                   _("The sheet has no row “全部人员” for the year %u. Add it; nothing of the sheet was taken in."), row->year);
      return FALSE;
    }
  for (guint i = 0; i < KP_YEAR_N_NUMBERS; i++)
    {
      const gint64 sum = sum_classes (years, row->year, row->trait, i);
      g_autofree char *together = g_strdup_printf ("%" G_GINT64_FORMAT, sum);
      g_autofree char *told = g_strdup_printf ("%" G_GINT64_FORMAT, all->n[i]);

      if (sum == KP_YEAR_UNTOLD || all->n[i] == KP_YEAR_UNTOLD || sum == all->n[i])
        continue;
      g_set_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_READ,
                   _("The sheet doesn't add up: in %u, “%s” of the classes of “%s” is %s together, of all it is %s. Correct it; "
                     "nothing of the sheet was taken in."),
                   row->year, names[i], row->trait, together, told);
      return FALSE;
    }
  return TRUE;
}

/**
 * kp_years_add_sheet:
 * @years: the years
 * @path: a workbook with 年度, 项目, 类别 and numbers of people
 * @error: return location
 *
 * Adds years that are known from paper alone.
 *
 * Returns: %TRUE, or %FALSE with #KP_EXCHANGE_ERROR or #KP_STEP_ERROR; the years are of no use then
 */
gboolean
kp_years_add_sheet (KpYearBook *years,
                    const char *path,
                    GError **error)
{
  g_autoptr (KpRowSheet) sheet = kp_year_sheet_read (path, error);
  const KpYearRow *rows;
  guint n_rows = 0;

  if (sheet == NULL)
    return FALSE;
  rows = kp_row_sheet_get_rows (sheet, &n_rows);
  for (guint i = 0; i < n_rows; i++)
    {
      KpYearLine *line;

      if (g_hash_table_contains (years->records, GUINT_TO_POINTER (rows[i].year)))
        return fail_twice (rows[i].year, error);
      if (!check_row (years, &rows[i], error))
        return FALSE;
      line = add_line (years, rows[i].year, rows[i].trait, rows[i].name);
      memcpy (line->n, rows[i].n, sizeof line->n);
      line->per_10k = rows[i].per_10k;
      g_hash_table_add (years->sheets, GUINT_TO_POINTER (rows[i].year));
    }
  for (guint i = 0; i < n_rows; i++)
    if (!check_sums (years, &rows[i], error))
      return FALSE;
  return TRUE;
}

/* ---- the table ---- */

static gint
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const KpYearLine *first = a, *second = b;
  const guint first_rank = kp_structure_rank_trait (first->trait), second_rank = kp_structure_rank_trait (second->trait);
  gint order = first_rank < second_rank ? -1 : first_rank > second_rank;

  if (order == 0)
    order = strcmp (first->trait, second->trait);
  if (order == 0)
    order = strcmp (first->name, second->name);
  return order != 0 ? order : (gint) first->year - (gint) second->year;
}

/**
 * kp_years_list:
 * @years: the years
 * @n_lines: (out): how many
 *
 * Returns: (transfer none): all of them first, then each class of each trait, each through the years
 */
const KpYearLine *
kp_years_list (KpYearBook *years,
               guint *n_lines)
{
  g_array_sort (years->lines, compare_lines);
  for (guint i = 0; i < years->lines->len; i++)
    {
      KpYearLine *line = &g_array_index (years->lines, KpYearLine, i);
      const KpYearLine *all = find_line (years, line->year, KP_STRUCTURE_ALL, KP_STRUCTURE_ALL);
      const KpYearLine *before = find_line (years, line->year - 1, line->trait, line->name);

      line->all = all != NULL ? all->n[KP_YEAR_EMPLOYED] : KP_YEAR_UNTOLD;
      line->before = before != NULL ? before->n[KP_YEAR_EMPLOYED] : KP_YEAR_UNTOLD;
    }
  *n_lines = years->lines->len;
  return (const KpYearLine *) (gpointer) years->lines->data;
}

/** kp_year_line_dup_share: "12.5%" of those employed in that year, rounded half up; NULL where it isn't told. (transfer full) */
char *
kp_year_line_dup_share (const KpYearLine *line)
{
  const gint64 n = line->n[KP_YEAR_EMPLOYED];
  g_autofree char *share = NULL;

  if (n == KP_YEAR_UNTOLD || line->all <= 0)
    return NULL;
  share = kp_fraction_dup_decimal (kp_fraction_round (kp_fraction_new (n * 100, line->all), 1, KP_ROUNDING_HALF_UP), 1);
  return g_strconcat (share, "%", NULL);
}

/** kp_year_line_dup_change: "+3" people against the year before; NULL where one of both isn't told. (transfer full) */
char *
kp_year_line_dup_change (const KpYearLine *line)
{
  const gint64 n = line->n[KP_YEAR_EMPLOYED];

  if (n == KP_YEAR_UNTOLD || line->before == KP_YEAR_UNTOLD)
    return NULL;
  return n == line->before ? g_strdup ("0") : g_strdup_printf ("%+" G_GINT64_FORMAT, n - line->before);
}
