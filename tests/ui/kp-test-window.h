/* kp-test-window.h – a window on a small campaign, and what a test asks of widgets.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-review-page.h"
#include "kp-seat-page.h"
#include "kp-test-campaign.h"
#include "kp-window.h"

/* Which paper the window under test gets. */
typedef enum
{
  KP_TEST_PRESS_PDF,    /* two pages */
  KP_TEST_PRESS_FAILS,  /* a sentence */
  KP_TEST_PRESS_BROKEN, /* bytes that are no document */
} KpTestPressKind;

typedef struct
{
  KpTestCampaign *campaign; /* owned */
  KpWindow *window;         /* owned by GTK */
  KpPressSource source;
  KpWorkSource works;
  KpTestPressKind press;
  char *given; /* the values of the last work, one after another; owned */
} KpTestWindow;

typedef gboolean (*KpTestPredicate) (gpointer data);
typedef gboolean (*KpTestMatch) (GtkWidget *widget, gconstpointer data);

#define KP_TEST_PHOTO_SENTENCE "这不是图片。"
#define KP_TEST_WORK_SENTENCE "第3行不能导入。"
#define KP_TEST_COMMAND_SENTENCE "还没有可打印的内容，请先运行“kaopin seat”。" /* as the command line says it */
#define KP_TEST_PRESS_SENTENCE "还没有可打印的内容。"

/* For main (): GTK without animations, and the texts in Chinese. */
void kp_test_window_start (int *argc, char ***argv);

/* Nobody is registered yet: the caller brings the campaign further, then opens the window. */
KpTestWindow *kp_test_window_new (void);
KpTestWindow *kp_test_window_new_with (const char *const *edits); /* of the sample's scheme */
KpTestWindow *kp_test_window_new_on_server (void);
void          kp_test_window_open (KpTestWindow *t);
void          kp_test_window_open_at (KpTestWindow *t, const char *location);
/* Each shows all that is to be reviewed, or waits until a page has read and saved what it had to. */
KpReviewPage *kp_test_window_show_review (KpTestWindow *t);
void          kp_test_settle_review (KpReviewPage *page);
void          kp_test_settle_seats (KpSeatPage *page);
void          kp_test_window_undo (KpTestWindow *t); /* and waits until it is taken back */
void          kp_test_window_free (KpTestWindow *t);
gpointer      kp_test_window_get (KpTestWindow *t, const char *child);
gpointer      kp_test_widget_get (gpointer widget, const char *child);

void       kp_test_wait (KpTestPredicate predicate, gpointer data);
void       kp_test_wait_for_text (gpointer root, const char *text); /* as it is seen */
void       kp_test_wait_until_gone (gpointer root, const char *text);
void       kp_test_settle (void);
GtkWidget *kp_test_find (GtkWidget *root, KpTestMatch match, gconstpointer data);
GtkWidget *kp_test_find_text (GtkWidget *root, const char *text);
GtkWidget *kp_test_find_type (GtkWidget *root, GType type);
void       kp_test_press (gpointer widget, guint keyval); /* what its own controllers make of a key */
void       kp_test_each (GtkWidget *root, void (*func) (GtkWidget *widget, gpointer data), gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpTestWindow, kp_test_window_free)
