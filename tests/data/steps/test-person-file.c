/* test-person-file.c – what the file of somebody who was employed has, lacks, and will get.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-person-file.h"
#include "kp-step-probation.h"
#include "kp-step-work.h"
#include "kp-test-course.h"
#include "kp-test.h"

#define FIRST "01劳合〔2026〕0001号"

static KpTestCampaign *
bring_to_work (KpTestDatabase *t)
{
  return kp_test_course_bring_to_work (t, (const char *const[]){ NULL }, 6);
}

/* State of the n-th paper of that kind in the first file; -1 when it isn't asked for. */
static gint
find_state (KpTestCampaign *c, const char *item, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpPersonFiles) files = kp_person_files_load (c->session, &error);
  g_autoptr (GArray) papers = NULL;
  guint index = 0;

  g_assert_no_error (error);
  g_assert_true (kp_person_files_find (files, FIRST, &index, &error));
  papers = kp_person_files_list (files, index);
  for (guint i = 0; i < papers->len; i++)
    {
      const KpFilePaper *paper = &g_array_index (papers, KpFilePaper, i);

      if (g_str_equal (paper->item, item) && n-- == 0)
        {
          g_assert_cmpint (paper->document != NULL, ==, paper->state == KP_FILE_IN);
          return (gint) paper->state;
        }
    }
  return -1;
}

static gboolean
file_paper (KpTestCampaign *c, const char *number, const char *item, const char *document, GError **error)
{
  return kp_step_file_paper (c->session, &(KpFileOrder){ number, item, document, 2 }, error);
}

/* On the first day of work: what came before is missed, what comes is not; a certificate is asked of who has one. */
static void
test_first_day (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_work (t);

  g_assert_cmpint (find_state (c, "registration", 0), ==, KP_FILE_MISSING);
  g_assert_cmpint (find_state (c, "certificate", 0), ==, KP_FILE_MISSING);
  g_assert_cmpint (find_state (c, "veteran", 0), ==, KP_FILE_MISSING);
  g_assert_cmpint (find_state (c, "contract", 0), ==, KP_FILE_MISSING);
  g_assert_cmpint (find_state (c, "conditions", 0), ==, KP_FILE_MISSING);
  g_assert_cmpint (find_state (c, "note", 0), ==, KP_FILE_LATER);
  g_assert_cmpint (find_state (c, "note", 5), ==, KP_FILE_LATER);
  g_assert_cmpint (find_state (c, "note", 6), ==, -1);
  g_assert_cmpint (find_state (c, "assessment", 0), ==, KP_FILE_LATER);
  g_assert_cmpint (find_state (c, "notice", 0), ==, -1);
  g_assert_cmpint (find_state (c, "ended", 0), ==, -1);
}

/* What the scheme doesn't ask of a probation isn't asked for here either. */
static void
test_links_left_out (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_course_bring_to_work (
      t, (const char *const[]){ "\"pass_early\": true", "\"pass_early\": true, \"without\": [\"training\", \"note\"]", NULL }, 6);

  g_assert_cmpint (find_state (c, "conditions", 0), ==, KP_FILE_MISSING);
  g_assert_cmpint (find_state (c, "training", 0), ==, -1);
  g_assert_cmpint (find_state (c, "note", 0), ==, -1);
}

/* A step that names its document brings its paper; the others are put in, and told anew. */
static void
test_papers_come (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_work (t);
  g_autoptr (GError) error = NULL;
  KpDutyOrder signing = { .duty = KP_DUTY_SIGNED, .document = "签收表" };
  KpDutyTally tally;

  kp_date_parse_iso ("2026-07-01", &signing.day, NULL);
  signing.number = FIRST;
  g_assert_true (kp_step_record_duty (c->session, &signing, &tally, &error));
  g_assert_no_error (error);
  g_assert_cmpint (find_state (c, "contract", 0), ==, KP_FILE_IN);
  g_assert_true (file_paper (c, FIRST, "id", "柜甲-2", &error));
  g_assert_true (file_paper (c, FIRST, "居民身份证复印件", "柜甲-3", &error));
  g_assert_no_error (error);
  g_assert_cmpint (find_state (c, "id", 0), ==, KP_FILE_IN);
  g_assert_cmpint (find_state (c, "pledge", 0), ==, KP_FILE_MISSING);
  kp_test_campaign_assert_sound (c);
}

static const struct
{
  const char *number;
  const char *item;
  const char *document;
  const char *says;
} refused[] = {
  { FIRST, "contract", "甲", "registration pledge" },
  { FIRST, "id", "", "where it is filed" },
  { FIRST, "id", NULL, "where it is filed" },
  { "01劳合〔2026〕0099号", "id", "甲", "0099" },
};

static void
test_refused (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_work (t);
  const gint64 n_before = kp_test_campaign_count_journal (c);

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (file_paper (c, refused[i].number, refused[i].item, refused[i].document, &error));
      kp_test_assert_contains (error->message, refused[i].says);
    }
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/person-file/first-day", test_first_day);
  kp_test_database_add ("/data/steps/%s/person-file/links-left-out", test_links_left_out);
  kp_test_database_add ("/data/steps/%s/person-file/papers-come", test_papers_come);
  kp_test_database_add ("/data/steps/%s/person-file/refused", test_refused);
  return g_test_run ();
}
