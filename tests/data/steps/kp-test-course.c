/* kp-test-course.c – sheets of marks and results, typed by a test and handed to the steps.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-test-course.h"

static const char *
get_paper (KpTestCampaign *c)
{
  return ((const KpSchemePaper *) g_ptr_array_index (kp_session_get_scheme (c->session)->written.papers, 0))->code;
}

static gboolean
enter (KpTestCampaign *c,
       const char *code,
       guint entry,
       const char *rows,
       KpMarksTally *tally,
       GError **error)
{
  g_autofree char *text = g_strconcat ("准考证号,分数\n", rows, NULL);
  g_autofree char *path = kp_test_campaign_write (c, "marks.csv", text);
  g_autoptr (KpMarkSheet) sheet = kp_mark_sheet_read_written (path, NULL, NULL, error);
  g_autoptr (KpSession) clerk = kp_test_campaign_open_clerk (c, entry);

  return sheet != NULL && kp_step_enter_marks (clerk, code, entry, sheet, NULL, tally, error);
}

gboolean
kp_test_course_enter_marks (KpTestCampaign *c,
                            guint entry,
                            const char *rows,
                            KpMarksTally *tally,
                            GError **error)
{
  return enter (c, get_paper (c), entry, rows, tally, error);
}

void
kp_test_course_agree_part (KpTestCampaign *c,
                           const char *code,
                           const char *rows)
{
  g_autoptr (GError) error = NULL;
  KpMarksTally tally;

  for (guint entry = 1; entry <= 2; entry++)
    {
      enter (c, code, entry, rows, &tally, &error);
      g_assert_no_error (error);
    }
}

void
kp_test_course_agree_marks (KpTestCampaign *c,
                            const char *const *marks,
                            guint n_marks)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (GError) error = NULL;
  KpMarksTally tally;
  guint n = 0;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (dossier->seat != NULL && n < n_marks)
        g_string_append_printf (rows, "%s,%s\n", dossier->seat->ticket, marks[n++]);
    }
  g_assert_cmpuint (n, ==, n_marks);
  for (guint entry = 1; entry <= 2; entry++)
    {
      kp_test_course_enter_marks (c, entry, rows->str, &tally, &error);
      g_assert_no_error (error);
    }
}

gboolean
kp_test_course_enter_interview (KpTestCampaign *c,
                                const char *rows,
                                KpInterviewTally *tally,
                                GError **error)
{
  g_autofree char *text = g_strconcat ("面试序号,考官1,考官2,考官3,考官4,考官5,考官6,考官7\n", rows, NULL);
  g_autofree char *path = kp_test_campaign_write (c, "interview.csv", text);
  g_autoptr (KpMarkSheet) sheet = kp_mark_sheet_read_interview (path, NULL, NULL, error);

  return sheet != NULL && kp_step_enter_interview (c->session, sheet, 0, tally, error);
}

void
kp_test_course_agree_interview (KpTestCampaign *c,
                                const char *const *marks,
                                guint n_marks)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (GError) error = NULL;
  KpInterviewTally tally;
  guint n = 0;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (dossier->hearing == NULL)
        continue;
      g_assert_cmpuint (n, <, n_marks);
      g_string_append (rows, dossier->hearing->code);
      for (guint j = 0; j < 7; j++)
        g_string_append_printf (rows, ",%s", marks[n]);
      g_string_append_c (rows, '\n');
      n++;
    }
  g_assert_cmpuint (n, ==, n_marks);
  kp_test_course_enter_interview (c, rows->str, &tally, &error);
  g_assert_no_error (error);
  kp_test_campaign_open_rooms (c);
}

gboolean
kp_test_course_enter_fitness (KpTestCampaign *c,
                              KpFitnessKind kind,
                              const char *rows,
                              KpFitnessTally *tally,
                              GError **error)
{
  g_autofree char *text = g_strconcat ("准考证号,结论\n", rows, NULL);
  g_autofree char *path = kp_test_campaign_write (c, "fitness.csv", text);
  g_autoptr (KpFitnessSheet) sheet = kp_fitness_sheet_read (path, kind, error);

  return sheet != NULL && kp_step_enter_fitness (c->session, kind, sheet, tally, error);
}

void
kp_test_course_pass_all (KpTestCampaign *c,
                         KpFitnessKind kind,
                         gint64 fail_place,
                         KpFitnessTally *tally)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const KpFitnessRecord *fitness = kind == KP_FITNESS_PHYSICAL ? dossier->physical : dossier->background;

      if (fitness != NULL && g_str_equal (fitness->outcome, "called"))
        g_string_append_printf (rows, "%s,%s\n", dossier->application->application,
                                dossier->total->place == fail_place ? "不合格" : "合格");
    }
  kp_test_course_enter_fitness (c, kind, rows->str, tally, &error);
  g_assert_no_error (error);
}

void
kp_test_course_total (KpTestCampaign *c,
                      KpTotalTally *tally)
{
  g_autoptr (GError) error = NULL;

  kp_step_total (c->session, tally, &error);
  g_assert_no_error (error);
}

const KpDossier *
kp_test_course_get_place (KpRoster *roster,
                          const char *post,
                          gint64 place)
{
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (dossier->total != NULL && g_str_equal (dossier->total->post, post) && dossier->total->place == place)
        return dossier;
    }
  return NULL;
}

void
kp_test_course_hear_and_total (KpTestCampaign *c)
{
  g_autoptr (GPtrArray) marks = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  KpTotalTally tally;
  guint n = 0;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      if (kp_roster_get_dossier (roster, i)->hearing != NULL)
        g_ptr_array_add (marks, g_strdup_printf ("%u", 95 - n++));
    }
  kp_test_course_agree_interview (c, (const char *const *) marks->pdata, marks->len);
  kp_test_course_total (c, &tally);
}

KpTestCampaign *
kp_test_course_bring_to_publicity (KpTestDatabase *t,
                                   const char *const *edits,
                                   guint n)
{
  KpTestCampaign *c = kp_test_campaign_new_with (t, edits);
  g_autoptr (GError) error = NULL;
  KpFitnessTally fitness;
  KpPublicityTally publicity;

  kp_test_campaign_register (c, "A01", n);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_test_campaign_draw (c);
  kp_test_course_hear_and_total (c);
  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &fitness);
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &fitness);
  kp_step_publish (c->session, &publicity, &error);
  g_assert_no_error (error);
  kp_test_campaign_set_now (c, "2026-07-01T08:00:00+08:00");
  return c;
}

KpTestCampaign *
kp_test_course_bring_to_work (KpTestDatabase *t,
                              const char *const *edits,
                              guint n)
{
  KpTestCampaign *c = kp_test_course_bring_to_publicity (t, edits, n);
  g_autoptr (GError) error = NULL;
  KpHireTally hire;

  kp_step_hire (c->session, &hire, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hire.n_contracts, ==, n / 3);
  return c;
}
