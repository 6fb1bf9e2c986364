/* test-seats.c – the exam rooms in the window: drawn as they stand, seats changed with a reason.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-seat-page.h"
#include "kp-seat-plan.h"
#include "kp-test-window.h"
#include "kp-test.h"

#define N_PEOPLE 9

static KpSeatPage *
show_page (KpTestWindow *t)
{
  KpSeatPage *page;

  kp_test_window_open (t);
  page = kp_test_window_get (t, "seat_page");
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", "seats");
  kp_test_settle_seats (page);
  return page;
}

static GtkWidget *
find_seat (KpSeatPage *page,
           guint number)
{
  for (GtkWidget *child = gtk_widget_get_first_child (kp_test_widget_get (page, "grid")); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const KpPlanSeat *seat = g_object_get_data (G_OBJECT (child), "seat");

      if (seat->number == number)
        return child;
    }
  g_assert_not_reached ();
}

/* Who sits in the first room of the record, by seat. */
static char *
dup_ticket (KpTestWindow *t,
            guint number)
{
  g_autoptr (GPtrArray) plan = kp_seat_plan_load (t->campaign->session, NULL);
  const KpPlanRoom *room = g_ptr_array_index (plan, 0);

  return g_strdup (((const KpPlanSeat *) g_ptr_array_index (room->seats, number - 1))->ticket);
}

static void
choose (KpSeatPage *page,
        guint number)
{
  g_signal_emit_by_name (find_seat (page, number), "clicked");
}

static void
test_empty (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  KpSeatPage *page;

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  page = show_page (t);
  g_assert_nonnull (kp_test_find_text (GTK_WIDGET (page), "还没有编排座位"));
}

/* All of one post: each neighbour is one too many, and is marked by more than a colour. */
static void
test_room (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  KpSeatPage *page;
  g_autofree char *first = NULL;

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  kp_test_campaign_seat (t->campaign);
  page = show_page (t);
  first = dup_ticket (t, 1);
  g_assert_nonnull (first);
  g_assert_true (g_str_has_prefix (gtk_button_get_label (GTK_BUTTON (find_seat (page, 1))), "01 !\nA01 · "));
  g_assert_true (g_str_has_suffix (gtk_button_get_label (GTK_BUTTON (find_seat (page, N_PEOPLE + 1))), "空"));
  kp_test_assert_contains (gtk_label_get_label (kp_test_widget_get (page, "counts")), "考生 9 人");
}

static void
test_change (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  KpSeatPage *page;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *new_first = NULL;
  g_autofree char *new_second = NULL;
  GtkLabel *hint;

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  kp_test_campaign_seat (t->campaign);
  page = show_page (t);
  hint = kp_test_widget_get (page, "hint");
  first = dup_ticket (t, 1);
  second = dup_ticket (t, 2);
  choose (page, 1);
  choose (page, 2);
  g_assert_true (gtk_widget_get_visible (kp_test_widget_get (page, "moving")));
  g_signal_emit_by_name (kp_test_widget_get (page, "reason"), "activate");
  kp_test_settle_seats (page);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (hint), "error"));
  gtk_editable_set_text (kp_test_widget_get (page, "reason"), "桌子坏了");
  g_signal_emit_by_name (kp_test_widget_get (page, "reason"), "activate");
  kp_test_settle_seats (page);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (hint), "error"));
  new_first = dup_ticket (t, 1);
  new_second = dup_ticket (t, 2);
  g_assert_cmpstr (new_first, ==, second);
  g_assert_cmpstr (new_second, ==, first);
  g_assert_true (kp_seat_page_has_changed (page));
}

/* Both sit where they sat, by a change of its own. */
static void
test_undo (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  KpSeatPage *page;
  g_autofree char *first = NULL;
  g_autofree char *moved = NULL;
  g_autofree char *back = NULL;

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  kp_test_campaign_seat (t->campaign);
  page = show_page (t);
  first = dup_ticket (t, 1);
  choose (page, 1);
  choose (page, 2);
  gtk_editable_set_text (kp_test_widget_get (page, "reason"), "桌子坏了");
  g_signal_emit_by_name (kp_test_widget_get (page, "reason"), "activate");
  kp_test_settle_seats (page);
  moved = dup_ticket (t, 2);
  g_assert_cmpstr (moved, ==, first);
  kp_test_window_undo (t);
  kp_test_settle_seats (page);
  back = dup_ticket (t, 1);
  g_assert_cmpstr (back, ==, first);
  kp_test_assert_contains (gtk_button_get_label (GTK_BUTTON (find_seat (page, 1))), first + strlen (first) - 4);
}

/* Nobody sits there, so nobody moves from there; the same seat again lets go. */
static void
test_cancel (void)
{
  g_autoptr (KpTestWindow) t = kp_test_window_new ();
  KpSeatPage *page;

  kp_test_campaign_register (t->campaign, "A01", N_PEOPLE);
  kp_test_campaign_seat (t->campaign);
  page = show_page (t);
  choose (page, N_PEOPLE + 1);
  g_assert_false (gtk_widget_has_css_class (find_seat (page, N_PEOPLE + 1), "chosen"));
  choose (page, 1);
  g_assert_true (gtk_widget_has_css_class (find_seat (page, 1), "chosen"));
  choose (page, 1);
  g_assert_false (gtk_widget_has_css_class (find_seat (page, 1), "chosen"));
  choose (page, 1);
  choose (page, 3);
  gtk_widget_activate_action (GTK_WIDGET (page), "seats.cancel", NULL);
  g_assert_false (gtk_widget_get_visible (kp_test_widget_get (page, "moving")));
}

int
main (int argc,
      char **argv)
{
  kp_test_window_start (&argc, &argv);

  g_test_add_func ("/ui/seats/empty", test_empty);
  g_test_add_func ("/ui/seats/room", test_room);
  g_test_add_func ("/ui/seats/change", test_change);
  g_test_add_func ("/ui/seats/cancel", test_cancel);
  g_test_add_func ("/ui/seats/undo", test_undo);
  return g_test_run ();
}
