/* test-register.c – an applicant's form, filled in at the counter and said of while it is typed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-register-dialog.h"
#include "kp-test-window.h"
#include "kp-test.h"

#define NAME "姓名"
#define ID_NUMBER "身份证号"
#define POST "报考岗位代码"
#define PHONE "联系电话"

typedef struct
{
  KpTestWindow *window;
  KpRegisterDialog *dialog;
  char **heading;
  char **row; /* of somebody who hasn't applied */
} Counter;

static void
counter_clear (Counter *c)
{
  gtk_window_destroy (GTK_WINDOW (c->dialog));
  kp_test_window_free (c->window);
  g_strfreev (c->heading);
  g_strfreev (c->row);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Counter, counter_clear)

static char **
split (char *line)
{
  g_auto (GStrv) parts = g_strsplit (g_strchomp (line), ",", -1);

  g_free (line);
  return g_steal_pointer (&parts);
}

/* Two have applied; the form is somebody else's. */
static void
counter_open (Counter *c)
{
  c->window = kp_test_window_new ();
  kp_test_campaign_register (c->window->campaign, "A01", 2);
  c->heading = split (g_strdup (KP_TEST_HEADING));
  c->row = split (kp_test_campaign_make_rows (c->window->campaign, "A01", 1));
  kp_test_window_open (c->window);
  c->dialog = kp_register_dialog_new (GTK_WINDOW (c->window->window), &c->window->works,
                                      kp_window_get_campaign (c->window->window), "王经办");
  gtk_window_present (GTK_WINDOW (c->dialog));
  kp_test_settle ();
}

static gboolean
is_settled (gpointer dialog)
{
  return kp_register_dialog_is_settled (dialog);
}

static void
settle (Counter *c)
{
  kp_test_wait (is_settled, c->dialog);
  kp_test_settle ();
}

static void
type (Counter *c, const char *title, const char *text)
{
  KpFormEntry *entry = kp_register_dialog_find (c->dialog, title);

  g_assert_nonnull (entry);
  kp_form_entry_set_text (entry, text);
}

static void
type_all (Counter *c)
{
  for (guint i = 0; c->heading[i] != NULL; i++)
    if (kp_register_dialog_find (c->dialog, c->heading[i]) != NULL)
      type (c, c->heading[i], c->row[i]);
  settle (c);
}

static const char *
get_told (Counter *c, const char *title)
{
  return kp_form_entry_get_told (kp_register_dialog_find (c->dialog, title));
}

static gboolean
is_shown (Counter *c, const char *child)
{
  return gtk_widget_get_visible (kp_test_widget_get (c->dialog, child));
}

static void
take (Counter *c)
{
  gtk_widget_activate_action (GTK_WIDGET (c->dialog), "register.take", NULL);
  settle (c);
}

/* Taken in with the photo, and the form is empty for the next, its first field waiting. */
static void
test_take (void)
{
  g_auto (Counter) c = { 0 };
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GBytes) jpeg = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  KpPhotoFrame *photo;

  counter_open (&c);
  path = kp_test_campaign_write (c.window->campaign, "photo.png", "picture");
  file = g_file_new_for_path (path);
  type_all (&c);
  photo = kp_register_dialog_get_photo (c.dialog);
  kp_photo_frame_take (photo, file);
  while (kp_photo_frame_get (photo) == NULL)
    g_main_context_iteration (NULL, TRUE);
  settle (&c);
  take (&c);
  g_assert_true (is_shown (&c, "taken"));
  g_assert_cmpstr (gtk_label_get_label (kp_test_widget_get (c.dialog, "taken_number")), ==, "000003");
  g_assert_cmpstr (kp_form_entry_get_text (kp_register_dialog_find (c.dialog, NAME)), ==, "");
  g_assert_null (kp_photo_frame_get (photo));
  roster = kp_test_campaign_load (c.window->campaign);
  g_assert_cmpuint (kp_roster_get_n_dossiers (roster), ==, 3);
  g_assert_true (kp_photo_find (c.window->campaign->session, "000003", &jpeg, &error));
  g_assert_nonnull (jpeg);
  type (&c, NAME, "甲");
  settle (&c);
  g_assert_false (is_shown (&c, "taken"));
  type (&c, NAME, "");
}

/* While it is typed: what is wrong stands at its field, and goes when it is put right; an empty field isn't wrong. */
static void
test_said_while_typed (void)
{
  g_auto (Counter) c = { 0 };
  g_autofree char *wrong = NULL;

  counter_open (&c);
  wrong = g_strdup (c.row[2]);
  wrong[17] = wrong[17] == '1' ? '2' : '1';
  type (&c, ID_NUMBER, wrong);
  settle (&c);
  kp_test_assert_contains (get_told (&c, ID_NUMBER), "校验码不符");
  g_assert_cmpstr (get_told (&c, NAME), ==, "");
  type (&c, ID_NUMBER, c.row[2]);
  settle (&c);
  kp_test_assert_contains (get_told (&c, ID_NUMBER), "女");
  kp_test_assert_lacks (get_told (&c, ID_NUMBER), "校验码");
  type (&c, PHONE, "1390");
  settle (&c);
  kp_test_assert_contains (get_told (&c, PHONE), "不是完整的电话号码");
}

/* Who has applied is told by the number alone; the form of somebody else isn't. */
static void
test_applied_already (void)
{
  g_auto (Counter) c = { 0 };
  g_autoptr (KpRoster) roster = NULL;

  counter_open (&c);
  roster = kp_test_campaign_load (c.window->campaign);
  type (&c, ID_NUMBER, kp_roster_get_dossier (roster, 1)->person->id_number);
  settle (&c);
  g_assert_true (is_shown (&c, "applied"));
  kp_test_assert_contains (gtk_label_get_label (kp_test_widget_get (c.dialog, "applied_text")), "000002");
  type (&c, ID_NUMBER, c.row[2]);
  settle (&c);
  g_assert_false (is_shown (&c, "applied"));
}

/* Refused: a sentence, the form stays as it was, the record too. */
static void
test_refused (void)
{
  g_auto (Counter) c = { 0 };
  g_autoptr (KpRoster) roster = NULL;
  GtkLabel *problem;

  counter_open (&c);
  type_all (&c);
  type (&c, POST, "");
  settle (&c);
  take (&c);
  problem = kp_test_widget_get (c.dialog, "problem");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (problem)));
  kp_test_assert_contains (gtk_label_get_label (problem), "没有填写报考岗位");
  g_assert_cmpstr (kp_form_entry_get_text (kp_register_dialog_find (c.dialog, ID_NUMBER)), ==, c.row[2]);
  roster = kp_test_campaign_load (c.window->campaign);
  g_assert_cmpuint (kp_roster_get_n_dossiers (roster), ==, 2);
}

/* What is no picture is told, and a form that was begun isn't lost by Escape. */
static void
test_no_picture_no_loss (void)
{
  g_auto (Counter) c = { 0 };
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  KpPhotoFrame *photo;

  counter_open (&c);
  path = kp_test_campaign_write (c.window->campaign, "none.txt", "x");
  file = g_file_new_for_path (path);
  photo = kp_register_dialog_get_photo (c.dialog);
  kp_photo_frame_take (photo, file);
  while (*kp_photo_frame_get_told (photo) == '\0')
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (kp_photo_frame_get_told (photo), ==, KP_TEST_PHOTO_SENTENCE);
  g_assert_null (kp_photo_frame_get (photo));
  type (&c, NAME, "张甲乙");
  gtk_widget_activate_action (GTK_WIDGET (c.dialog), "register.close", NULL);
  kp_test_settle ();
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (c.dialog)));
  settle (&c);
}

int
main (int argc, char **argv)
{
  kp_test_window_start (&argc, &argv);
  g_test_add_func ("/ui/register/take", test_take);
  g_test_add_func ("/ui/register/said-while-typed", test_said_while_typed);
  g_test_add_func ("/ui/register/applied-already", test_applied_already);
  g_test_add_func ("/ui/register/refused", test_refused);
  g_test_add_func ("/ui/register/no-picture-no-loss", test_no_picture_no_loss);
  return g_test_run ();
}
