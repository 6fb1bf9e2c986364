/* test-retention.c – when what a campaign gathered may be erased, to the day.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-retention.h"

#include "kp-test.h"

typedef struct
{
  const char *name;
  KpRetentionKind kind;
  guint years; /* 0 = the usual ones */
  const char *ended;
  const char *due; /* "" = never */
} DueRow;

static const DueRow due_rows[] = {
  { "article-19-materials-a-year", KP_RETENTION_MATERIALS, 0, "2026-07-31", "2027-08-01" },
  { "papers-a-year", KP_RETENTION_PAPERS, 0, "2026-07-31", "2027-08-01" },
  { "leap-day", KP_RETENTION_MATERIALS, 0, "2028-02-29", "2029-03-01" },
  { "results-ten-years", KP_RETENTION_RESULTS, 0, "2026-07-31", "2036-08-01" },
  { "article-50-contracts-two-years", KP_RETENTION_CONTRACTS, 0, "2026-07-31", "2028-08-01" },
  { "article-56-processing-three-years", KP_RETENTION_PROCESSING, 0, "2026-07-31", "2029-08-01" },
  { "the-scheme-says-otherwise", KP_RETENTION_MATERIALS, 2, "2026-07-31", "2028-08-01" },
  { "not-ended", KP_RETENTION_MATERIALS, 0, "", "" },
};

static KpDate
parse (const char *text)
{
  KpDate date = KP_DATE_NONE;

  if (*text != '\0')
    g_assert_true (kp_date_parse_iso (text, &date, NULL));
  return date;
}

static void
assert_day (KpDate date, const char *expected)
{
  g_autofree char *text = kp_date_is_none (date) ? g_strdup ("") : kp_date_dup_iso (date);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_due (gconstpointer data)
{
  const DueRow *row = data;
  KpRetentionPolicy policy;
  KpDate due;

  kp_retention_policy_init (&policy);
  if (row->years > 0)
    policy.years[row->kind] = row->years;
  due = kp_retention_decide_due (&policy, row->kind, parse (row->ended));
  assert_day (due, row->due);
  if (*row->due == '\0')
    {
      g_assert_false (kp_retention_is_due (due, parse ("2999-01-01")));
      return;
    }
  g_assert_true (kp_retention_is_due (due, due));
  g_assert_false (kp_retention_is_due (due, kp_date_add_days (due, -1)));
}

static void
test_for_ever (void)
{
  KpRetentionPolicy policy;

  kp_retention_policy_init (&policy);
  policy.years[KP_RETENTION_HIRED] = 0;
  assert_day (kp_retention_decide_due (&policy, KP_RETENTION_HIRED, parse ("2026-07-31")), "");
  assert_day (kp_retention_decide_hired (&policy, parse ("2026-07-31"), parse ("2030-07-31")), "");
}

/* The later of both: thirty years of the file, two of the contract. */
static void
test_hired (void)
{
  KpRetentionPolicy policy;

  kp_retention_policy_init (&policy);
  assert_day (kp_retention_decide_hired (&policy, parse ("2026-07-31"), parse ("2030-07-31")), "2056-08-01");
  assert_day (kp_retention_decide_hired (&policy, parse ("2026-07-31"), parse ("2060-07-31")), "2062-08-01");
  assert_day (kp_retention_decide_hired (&policy, parse ("2026-07-31"), KP_DATE_NONE), "");
}

static const struct
{
  const char *birth;
  const char *on;
  const char *blurred;
} births[] = {
  { "1996-05-17", "2026-03-02", "1997-03-02" }, /* 29 */
  { "1996-03-02", "2026-03-02", "1996-03-02" }, /* 30 that day */
  { "1996-03-03", "2026-03-02", "1997-03-02" },
  { "1996-02-29", "2028-02-29", "1996-02-29" },
  { "1997-05-01", "2028-02-29", "1998-02-28" },
};

static void
test_birth (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (births); i++)
    {
      const KpDate birth = parse (births[i].birth), on = parse (births[i].on);
      const KpDate blurred = kp_retention_blur_birth (birth, on);

      assert_day (blurred, births[i].blurred);
      g_assert_cmpint (kp_date_full_months_between (blurred, on) / 12, ==, kp_date_full_months_between (birth, on) / 12);
    }
  assert_day (kp_retention_blur_birth (KP_DATE_NONE, parse ("2026-03-02")), "");
}

static void
test_names (void)
{
  KpRetentionPolicy policy;

  kp_retention_policy_init (&policy);
  for (guint i = 0; i < KP_RETENTION_N_KINDS; i++)
    {
      KpRetentionKind kind;

      g_assert_true (kp_retention_parse (kp_retention_get_name ((KpRetentionKind) i), &kind));
      g_assert_cmpuint (kind, ==, i);
      g_assert_cmpuint (policy.years[i], >=, kp_retention_get_least ((KpRetentionKind) i));
      g_assert_cmpstr (kp_retention_get_clause ((KpRetentionKind) i), !=, "");
    }
  g_assert_false (kp_retention_parse ("nothing", &(KpRetentionKind) { 0 }));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (due_rows); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/retention/", due_rows[i].name, NULL);

      g_test_add_data_func (path, &due_rows[i], test_due);
    }
  g_test_add_func ("/rules/retention/for-ever", test_for_ever);
  g_test_add_func ("/rules/retention/hired", test_hired);
  g_test_add_func ("/rules/retention/birth", test_birth);
  g_test_add_func ("/rules/retention/names", test_names);
  return g_test_run ();
}
