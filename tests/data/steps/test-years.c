/* test-years.c – who was recruited year by year: records and sheets together, and what doesn't add up.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-exchange-error.h"
#include "kp-structure.h"
#include "kp-test-campaign.h"
#include "kp-test.h"
#include "kp-years.h"

#define HEADING "年度,项目,类别,报名人数,合格人数,聘用人数,在岗人数,每万人配备\n"

static gboolean
add_sheet (KpTestCampaign *c, KpYearBook *years, const char *rows, GError **error)
{
  g_autofree char *text = g_strconcat (HEADING, rows, NULL);
  g_autofree char *path = kp_test_campaign_write (c, "years.csv", text);

  return kp_years_add_sheet (years, path, error);
}

static const KpYearLine *
find_line (KpYearBook *years, guint year, const char *trait, const char *name)
{
  guint n = 0;
  const KpYearLine *lines = kp_years_list (years, &n);

  for (guint i = 0; i < n; i++)
    if (lines[i].year == year && g_str_equal (lines[i].trait, trait) && g_str_equal (lines[i].name, name))
      return &lines[i];
  return NULL;
}

/* Seven women with a degree, registered and nothing more; the year before from a sheet. */
static void
test_record_and_sheet (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpYearBook) years = kp_years_new ();
  g_autoptr (GError) error = NULL;
  const KpYearLine *line;
  g_autofree char *share = NULL;
  g_autofree char *change = NULL;

  kp_test_campaign_register (c, "A01", 7);
  g_assert_true (kp_years_add_record (years, c->session, &error));
  g_assert_true (add_sheet (c, years, "2024,全部人员,,,,8,7,15.105\n2024,性别,男,,,3,,\n2024,性别,女,,,5,,\n"
                                      "2025,全部人员,,100,,9,,\n2025,性别,女,,,6,,\n2025,性别,男,,,3,,\n", &error));
  g_assert_no_error (error);
  line = find_line (years, 2026, "性别", "女");
  g_assert_nonnull (line);
  g_assert_cmpint (line->n[KP_YEAR_APPLIED], ==, 7);
  g_assert_cmpint (line->n[KP_YEAR_EMPLOYED], ==, 0);
  g_assert_cmpint (line->before, ==, 6);
  line = find_line (years, 2025, "性别", "女");
  share = kp_year_line_dup_share (line);
  change = kp_year_line_dup_change (line);
  g_assert_cmpstr (share, ==, "66.7%");
  g_assert_cmpstr (change, ==, "+1");
  g_assert_cmpint (line->n[KP_YEAR_APPLIED], ==, KP_YEAR_UNTOLD);
  g_assert_null (kp_year_line_dup_change (find_line (years, 2024, "性别", "女")));
  line = find_line (years, 2024, KP_STRUCTURE_ALL, KP_STRUCTURE_ALL);
  g_assert_true (kp_fraction_is_known (line->per_10k));
}

/* The same year in two records is both together. */
static void
test_two_records (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpYearBook) years = kp_years_new ();
  g_autoptr (GError) error = NULL;

  kp_test_campaign_register (c, "A01", 2);
  g_assert_true (kp_years_add_record (years, c->session, &error));
  g_assert_true (kp_years_add_record (years, c->session, &error));
  g_assert_cmpint (find_line (years, 2026, KP_STRUCTURE_ALL, KP_STRUCTURE_ALL)->n[KP_YEAR_APPLIED], ==, 4);
  g_assert_false (add_sheet (c, years, "2026,全部人员,,,,8,7,\n", &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_assert_contains (error->message, "2026");
}

/* The lines of all and of sex hold the same people. */
static void
test_adds_up (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpYearBook) years = kp_years_new ();
  g_autoptr (GHashTable) sums = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  GHashTableIter iter;
  gpointer sum;
  guint n = 0;
  const KpYearLine *lines;

  kp_test_campaign_register (c, "A01", 5);
  kp_test_campaign_register (c, "B01", 4);
  g_assert_true (kp_years_add_record (years, c->session, &error));
  lines = kp_years_list (years, &n);
  for (guint i = 0; i < n; i++)
    g_hash_table_insert (sums, (gpointer) lines[i].trait,
                         GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (sums, lines[i].trait))
                                           + (guint) lines[i].n[KP_YEAR_APPLIED]));
  g_assert_cmpuint (g_hash_table_size (sums), ==, 9);
  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, NULL, &sum))
    g_assert_cmpuint (GPOINTER_TO_UINT (sum), ==, 9);
}

static const struct
{
  const char *rows;
  const char *says;
} refused[] = {
  { "2024,全部人员,,,,8,,\n2024,性别,男,,,3,,\n2024,性别,女,,,6,,\n", "“性别” is 9 together, of all it is 8" },
  { "2024,性别,男,,,3,,\n", "no row “全部人员” for the year 2024" },
  { "2024,全部人员,,,,8,9,\n", "Row 2" },
  { "2024,全部人员,,,,8,,\n2024,全部人员,,,,8,,\n", "Row 3" },
  { "二〇二四,全部人员,,,,8,,\n", "年度" },
  { "2024,全部人员,,,,8人,,\n", "聘用人数" },
  { "2024,全部人员,,,,8,,十五\n", "每万人配备" },
};

static void
test_refused (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (KpYearBook) years = kp_years_new ();
      g_autoptr (GError) error = NULL;

      g_assert_false (add_sheet (c, years, refused[i].rows, &error));
      g_assert_error (error, KP_EXCHANGE_ERROR, KP_EXCHANGE_ERROR_READ);
      kp_test_assert_contains (error->message, refused[i].says);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/years/record-and-sheet", test_record_and_sheet);
  kp_test_database_add ("/data/steps/%s/years/two-records", test_two_records);
  kp_test_database_add ("/data/steps/%s/years/adds-up", test_adds_up);
  kp_test_database_add ("/data/steps/%s/years/refused", test_refused);
  return g_test_run ();
}
