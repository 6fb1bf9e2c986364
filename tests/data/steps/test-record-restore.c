/* test-record-restore.c – what stood in a record's place is kept each time, however fast one restoring follows the other.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-backup.h"
#include "kp-record-backup.h"
#include "kp-test-campaign.h"
#include "kp-test.h"

static char *
restore (KpTestCampaign *c, const char *backup, const char *record)
{
  g_autoptr (GError) error = NULL;
  char *aside = NULL;

  g_assert_true (kp_record_restore (backup, record, "tester", &c->sources, &aside, &error));
  g_assert_no_error (error);
  return aside;
}

/* The clock of the test stands still: all three happen within the same second. A log left beside one of them counts too. */
static void
test_same_second (void)
{
  g_autoptr (KpTestDatabase) t = kp_test_database_new (KP_DATABASE_SQLITE);
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autofree char *backup = g_build_filename (t->folder, "backup.kaopin", NULL);
  g_autofree char *record = g_build_filename (t->folder, "county.kaopin", NULL);
  g_autofree char *first = NULL, *second = NULL, *third = NULL, *fourth = NULL, *log = NULL;
  g_autoptr (GError) error = NULL;

  kp_backup_write (kp_session_get_database (c->session), backup, &error);
  g_assert_no_error (error);
  first = restore (c, backup, record);
  g_assert_null (first);
  second = restore (c, backup, record);
  third = restore (c, backup, record);
  kp_test_assert_contains (second, ".replaced-");
  g_assert_true (g_str_has_suffix (third, "-2.kaopin"));
  log = g_strdup_printf ("%.*s-3.kaopin-wal", (int) (strlen (second) - strlen (".kaopin")), second);
  g_assert_true (g_file_set_contents (log, "of another", -1, NULL));
  fourth = restore (c, backup, record);
  g_assert_true (g_str_has_suffix (fourth, "-4.kaopin"));
  for (guint i = 0; i < 4; i++)
    {
      const char *const paths[] = { record, second, third, fourth };

      g_assert_true (g_file_test (paths[i], G_FILE_TEST_EXISTS));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data/steps/record-restore/same-second", test_same_second);
  return g_test_run ();
}
