/* test-panel-report.c – what stands out among rooms and examiners, exactly.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-panel-report.h"

#include "kp-test.h"

#define assert_fraction(value, n, d) g_assert_cmpint (kp_fraction_compare ((value), kp_fraction_new ((n), (d))), ==, 0)

/* W4 of domain.md: room means 81.30 and 457/6, all together 78.22. */
static void
test_rooms (void)
{
  static const KpPanelReportMark marks[] = {
    { 2, KP_MARK (83, 6000) }, { 1, KP_MARK (86, 4000) }, { 1, KP_MARK (82, 1000) }, { 2, KP_MARK (80, 2000) },
    { 2, KP_MARK (76, 3000) }, { 1, KP_MARK (79, 5000) }, { 2, KP_MARK (74, 9000) }, { 2, KP_MARK (72, 0) },
    { 1, KP_MARK (77, 2000) }, { 2, KP_MARK (70, 0) },
  };
  g_autoptr (GArray) rooms = kp_panel_report_rooms (marks, G_N_ELEMENTS (marks));
  const KpPanelReportRoom *first = &g_array_index (rooms, KpPanelReportRoom, 0);
  const KpPanelReportRoom *second = &g_array_index (rooms, KpPanelReportRoom, 1);

  g_assert_cmpuint (rooms->len, ==, 2);
  g_assert_cmpuint (first->n, ==, 4);
  assert_fraction (first->mean, 813, 10);
  assert_fraction (second->mean, 457, 6);
  assert_fraction (first->difference, 308, 100);
  assert_fraction (first->spread, 295, 100);
  g_assert_cmpint (first->highest, ==, KP_MARK (86, 4000));
  g_assert_cmpint (second->lowest, ==, KP_MARK (70, 0));
  g_assert_true (kp_panel_report_stands_out (first->difference, KP_MARK (3, 0)));
  g_assert_false (kp_panel_report_stands_out (second->difference, KP_MARK (3, 0)));
  g_assert_false (kp_panel_report_stands_out (KP_FRACTION_UNKNOWN, 0));
}

/* Examiner 3 is four points stricter; examiner 2 gives 80 three times one after another. */
static void
test_examiners (void)
{
  static const KpMark totals[4][3] = { { 82, 80, 75 }, { 84, 80, 76 }, { 86, 80, 77 }, { 86, 82, 78 } };
  KpPanelReportSheet sheets[12];
  g_autoptr (GArray) examiners = NULL;

  for (guint i = 0; i < 12; i++)
    sheets[i] = (KpPanelReportSheet) { 1, i / 3 + 1, i % 3 + 1, KP_MARK (totals[i / 3][i % 3], 0) };
  examiners = kp_panel_report_examiners (sheets, G_N_ELEMENTS (sheets));
  g_assert_cmpuint (examiners->len, ==, 3);
  assert_fraction (g_array_index (examiners, KpPanelReportExaminer, 0).deviation, 4, 1);
  assert_fraction (g_array_index (examiners, KpPanelReportExaminer, 2).deviation, -4, 1);
  g_assert_cmpuint (g_array_index (examiners, KpPanelReportExaminer, 1).run, ==, 3);
  g_assert_cmpint (g_array_index (examiners, KpPanelReportExaminer, 1).run_mark, ==, KP_MARK (80, 0));
  g_assert_cmpuint (g_array_index (examiners, KpPanelReportExaminer, 0).run, ==, 2);
  g_assert_cmpuint (g_array_index (examiners, KpPanelReportExaminer, 2).n, ==, 4);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/audit/one-room-gives-more", test_rooms);
  g_test_add_func ("/rules/panel-report/examiners", test_examiners);
  return g_test_run ();
}
