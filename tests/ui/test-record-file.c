/* test-record-file.c – what the window says of the record's file and its time.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-clock.h"
#include "kp-step-export.h"
#include "kp-test-window.h"
#include "kp-test.h"

#define N_PEOPLE 3

/* ---- the clock ---- */

static gboolean
is_about_the_clock (GtkWidget *widget,
                    gconstpointer data G_GNUC_UNUSED)
{
  const char *text = GTK_IS_LABEL (widget) ? gtk_label_get_label (GTK_LABEL (widget)) : "";

  return g_str_has_prefix (text, "本机时钟（") && gtk_widget_get_mapped (widget) && gtk_widget_get_child_visible (widget);
}

static gboolean
says_clock (gpointer window)
{
  return kp_test_find (window, is_about_the_clock, NULL) != NULL;
}

static gboolean
says_no_clock (gpointer window)
{
  return !says_clock (window);
}

/* Said for as long as the clock lies behind, and no longer; the record was written with one that ran ahead. */
static void
test_clock_behind (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  g_autoptr (GError) error = NULL;

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  kp_test_campaign_set_now (t->campaign, "2080-01-01T09:00:00+08:00");
  kp_step_note_export (t->campaign->session, "roster", N_PEOPLE, &error);
  g_assert_no_error (error);
  kp_test_window_open (t);
  kp_test_wait (says_clock, t->window);

  kp_test_campaign_set_now (t->campaign, "2026-03-08T09:00:00+08:00");
  kp_step_set_clock_back (t->campaign->session, &(KpTwoPeople) { "甲", "乙", "电池没电" }, &error);
  g_assert_no_error (error);
  kp_window_read_again (t->window);
  kp_test_wait (says_no_clock, t->window);
}

static void
test_clock_right (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  kp_test_window_open (t);
  g_assert_false (says_clock (t->window));
}

int
main (int argc,
      char **argv)
{
  kp_test_window_start (&argc, &argv);
  g_test_add_func ("/ui/record-file/clock-behind", test_clock_behind);
  g_test_add_func ("/ui/record-file/clock-right", test_clock_right);
  return g_test_run ();
}
