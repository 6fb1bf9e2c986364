/* test-final-total.c – the list of final totals, and the publicity of those hired by them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-lists.h"
#include "kp-step-final-total.h"
#include "kp-step-hire.h"
#include "kp-test-campaign.h"
#include "kp-test-course.h"
#include "kp-test.h"

#include <string.h>

static const char *const scored[] = {
  "  \"others\": [],",
  "  \"others\": [{ \"code\": \"kc\", \"name\": \"考察成绩\" }],\n"
  "  \"background\": { \"score\": { \"other\": \"kc\", \"line\": \"60\", "
  "\"weights\": { \"total\": \"80%\", \"other\": \"20%\" } } },",
  "\"list\": {\n      \"ratio\": \"1\"",
  "\"list\": {\n      \"ratio\": \"3/2\"",
  NULL,
};

/* Totals 84.00, 83.51, 83.01; the check 70, 59, 90. */
static void
bring_to_publicity (KpTestCampaign *c)
{
  static const char *const interview[] = { "95", "94", "93", "92", "91", "90" };
  static const char *const scores[] = { "70", "59", "90" };
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRoster) roster = NULL;
  KpFitnessTally fitness;
  KpTotalTally tally;
  KpFinalTotalTally final;
  guint n_failed;
  guint n_called;

  kp_test_campaign_register (c, "A01", 6);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_test_campaign_draw (c);
  kp_test_course_agree_interview (c, interview, G_N_ELEMENTS (interview));
  kp_test_course_total (c, &tally);
  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &fitness);
  roster = kp_test_campaign_load (c);
  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    g_string_append_printf (rows, "%s,%s\n", kp_test_course_get_place (roster, "A01", i + 1)->seat->ticket, scores[i]);
  kp_test_course_agree_part (c, "kc", rows->str);
  kp_step_final_total (c->session, &final, &n_failed, &n_called, &error);
  g_assert_no_error (error);
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &fitness);
}

static char *
dup_csv (KpTestCampaign *c, KpListName name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpList) list = kp_lists_make (c->session, name, &error);
  g_autoptr (GBytes) csv = NULL;

  g_assert_no_error (error);
  csv = kp_list_to_csv (list);
  return g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));
}

/* Both totals side by side, in the order of the final one; who failed stands last and has no place. */
static void
test_lists (void)
{
  KpTestDatabase kind = { .kind = KP_DATABASE_SQLITE };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (&kind, scored);
  KpPublicityTally publicity;
  g_autoptr (GError) error = NULL;
  g_autofree char *finals = NULL;
  g_autofree char *proposed = NULL;

  bring_to_publicity (c);
  finals = dup_csv (c, KP_LISTS_FINAL_TOTALS);
  kp_test_assert_contains (finals, "综合成绩,综合成绩名次,考察成绩,最终成绩,名次,备注");
  kp_test_assert_contains (finals, ",83.01,3,90.00,84.41,1,\r\n");
  kp_test_assert_contains (finals, ",84.00,1,70.00,81.20,2,\r\n");
  kp_test_assert_contains (finals, ",83.51,2,59.00,78.61,,考察成绩低于合格线\r\n");
  g_assert_true (strstr (finals, "84.41,1") < strstr (finals, "81.20,2"));
  kp_step_publish (c->session, &publicity, &error);
  g_assert_no_error (error);
  proposed = dup_csv (c, KP_LISTS_PUBLICITY);
  kp_test_assert_contains (proposed, ",83.01,1,,84.41");
  kp_test_assert_contains (proposed, ",84.00,2,,81.20");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/final-total/lists", test_lists);
  return g_test_run ();
}
