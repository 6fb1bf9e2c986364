/* kp-test-window.c – a window on a small campaign, and what a test asks of widgets.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-test-window.h"

#include <cairo-pdf.h>
#include <libintl.h>
#include <locale.h>
#include <string.h>

#include "kp-text-cell.h"

#define DEADLINE_SECONDS 20
#define N_PAGES 2

static const KpPressTitle titles[] = {
  { "notice", "招聘公告", "用于发布。", "001-招聘公告.pdf", KP_STAGE_PLAN },
  { "contracts", "劳动合同", "待签订。", "013-劳动合同.pdf", KP_STAGE_HIRE },
};

void
kp_test_window_start (int *argc,
                      char ***argv)
{
  gtk_test_init (argc, argv, NULL);
  /* It set English. */
  g_assert_nonnull (setlocale (LC_ALL, ""));
  adw_init ();
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("KAOPIN_LOCALE_DIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

static cairo_status_t
append (void *closure,
        const unsigned char *data,
        unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Pages with one black square each: no font is asked. */
static GBytes *
draw_pages (void)
{
  GByteArray *array = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append, array, 595, 842);
  cairo_t *context = cairo_create (surface);

  for (guint i = 0; i < N_PAGES; i++)
    {
      cairo_rectangle (context, 100, 100, 395, 642);
      cairo_fill (context);
      cairo_show_page (context);
    }
  cairo_destroy (context);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (array);
}

static GBytes *
make (KpSession *session,
      const char *form G_GNUC_UNUSED,
      const char *only G_GNUC_UNUSED,
      gpointer data,
      GError **error)
{
  const KpTestWindow *t = data;

  g_assert_cmpstr (kp_session_get_campaign (session), !=, "");
  if (t->press == KP_TEST_PRESS_PDF)
    return draw_pages ();
  if (t->press == KP_TEST_PRESS_BROKEN)
    return g_bytes_new_static ("no document", 11);
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE, KP_TEST_COMMAND_SENTENCE);
  return NULL;
}

static const KpWorkChoice choices[] = { { "met", "符合" }, { "unmet", "不符合" }, { NULL, NULL } };

static const KpWork works[] = {
  { "take", KP_STAGE_REGISTRATION, "导入报名表", "逐行检查。", "导入", FALSE, { "take" },
    { { KP_WORK_FILE, NULL, "工作簿", NULL, NULL, FALSE }, { KP_WORK_SWITCH, "--good", "只取合格的行", NULL, NULL, TRUE },
      { KP_WORK_TEXT, "--sheet", "工作表", NULL, NULL, TRUE } } },
  { "judge", KP_STAGE_REVIEW, "人工认定", "认定一个条件。", "登记", FALSE, { "judge" },
    { { KP_WORK_TEXT, NULL, "报名序号", NULL, NULL, FALSE }, { KP_WORK_CHOICE, NULL, "结论", NULL, choices, FALSE },
      { KP_WORK_POST, NULL, "岗位", NULL, NULL, TRUE } } },
  { "look", (KpStage) KP_N_STAGES, "核验", "核对数据与日志。", "核验", TRUE, { "look" }, { { .kind = KP_WORK_NONE } } },
};

/* Answers with what it was given; a sheet “坏” is refused with a table, an empty one without. */
static gboolean
work (const KpWorkOrder *order,
      KpWorkReport *report,
      gpointer data,
      GError **error)
{
  KpTestWindow *t = data;
  GString *given = g_string_new (order->work->name);

  for (guint i = 0; i < KP_WORK_MAX_FIELDS && order->work->fields[i].kind != KP_WORK_NONE; i++)
    g_string_append_printf (given, "|%s", order->values[i] != NULL ? order->values[i] : "–");
  g_string_append_printf (given, "|%s", order->actor);
  g_free (t->given);
  t->given = g_string_free (given, FALSE);
  if (strstr (t->given, "无") != NULL)
    {
      g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, KP_TEST_WORK_SENTENCE);
      return FALSE;
    }
  kp_work_report_say (report, "共三行。");
  kp_work_report_add_fact (report, "已导入", "3");
  kp_work_report_begin_table (report);
  kp_work_report_add_column (report, "行", TRUE);
  kp_work_report_add_column (report, "问题", FALSE);
  kp_work_report_add_row (report, (const char *[]) { "3", "身份证号少一位" });
  if (strstr (t->given, "坏") != NULL)
    g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, KP_TEST_WORK_SENTENCE);
  return strstr (t->given, "坏") == NULL;
}

static char *
dup_words (const char *sentence)
{
  return g_strdup (g_str_equal (sentence, KP_TEST_COMMAND_SENTENCE) ? KP_TEST_PRESS_SENTENCE : sentence);
}

/* A file of one byte is no picture. */
static GBytes *
make_photo (GBytes *file,
            guint *width,
            guint *height,
            GError **error)
{
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 50, 70);
  char *bytes = NULL;
  gsize n = 0;

  if (g_bytes_get_size (file) < 2)
    {
      g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, KP_TEST_PHOTO_SENTENCE);
      return NULL;
    }
  gdk_pixbuf_fill (picture, 0x3070a0ff);
  if (!gdk_pixbuf_save_to_buffer (picture, &bytes, &n, "jpeg", error, NULL))
    return NULL;
  *width = 50;
  *height = 70;
  return g_bytes_new_take (bytes, n);
}

KpTestWindow *
kp_test_window_new (void)
{
  static const char *const no_edits[] = { NULL };

  return kp_test_window_new_with (no_edits);
}

static KpTestWindow *
window_new (KpDatabaseKind engine,
            const char *const *edits)
{
  KpTestWindow *t = g_new0 (KpTestWindow, 1);
  KpTestDatabase kind = { .kind = engine };

  t->campaign = kp_test_campaign_new_with (&kind, edits);
  t->source = (KpPressSource) { titles, G_N_ELEMENTS (titles), make, t };
  t->works = (KpWorkSource) { works, G_N_ELEMENTS (works), work, t, dup_words, make_photo };
  t->window = kp_window_new (NULL, &t->source, &t->works);
  return t;
}

KpTestWindow *
kp_test_window_new_with (const char *const *edits)
{
  return window_new (KP_DATABASE_SQLITE, edits);
}

KpTestWindow *
kp_test_window_new_on_server (void)
{
  static const char *const no_edits[] = { NULL };

  return window_new (KP_DATABASE_POSTGRES, no_edits);
}

static gboolean
is_done (gpointer window)
{
  return !kp_window_is_working (window);
}

void
kp_test_window_open (KpTestWindow *t)
{
  kp_test_window_open_at (t, t->campaign->database->location);
}

void
kp_test_window_open_at (KpTestWindow *t,
                        const char *location)
{
  gtk_window_present (GTK_WINDOW (t->window));
  kp_window_open (t->window, location, NULL, "tester");
  kp_test_wait (is_done, t->window);
  kp_test_settle ();
}

static gboolean
is_taken_back (gpointer window)
{
  return !kp_window_is_taking_back (window);
}

void
kp_test_window_undo (KpTestWindow *t)
{
  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.undo", NULL);
  kp_test_wait (is_taken_back, t->window);
  kp_test_settle ();
}

void
kp_test_window_free (KpTestWindow *t)
{
  gtk_window_destroy (GTK_WINDOW (t->window));
  kp_test_settle ();
  kp_test_campaign_free (t->campaign);
  g_free (t->given);
  g_free (t);
}

gpointer
kp_test_widget_get (gpointer widget,
                    const char *child)
{
  GObject *object = gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), child);

  g_assert_nonnull (object);
  return object;
}

gpointer
kp_test_window_get (KpTestWindow *t,
                    const char *child)
{
  return kp_test_widget_get (t->window, child);
}

static gboolean
wake (gpointer data G_GNUC_UNUSED)
{
  return G_SOURCE_CONTINUE;
}

/* Runs the main loop until the predicate holds; a test that waits in vain fails. */
void
kp_test_wait (KpTestPredicate predicate,
              gpointer data)
{
  const gint64 end = g_get_monotonic_time () + DEADLINE_SECONDS * G_USEC_PER_SEC;
  const guint timer = g_timeout_add (5, wake, NULL);

  while (!predicate (data) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
  g_assert_true (predicate (data));
}

/* Runs what is ready now. */
void
kp_test_settle (void)
{
  for (guint i = 0; i < 200 && g_main_context_iteration (NULL, FALSE); i++)
    ;
}

GtkWidget *
kp_test_find (GtkWidget *root,
              KpTestMatch match,
              gconstpointer data)
{
  if (match (root, data))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = kp_test_find (child, match, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_text (GtkWidget *widget,
          gconstpointer text)
{
  if (!gtk_widget_get_visible (widget))
    return FALSE;
  if (KP_IS_TEXT_CELL (widget))
    return g_strcmp0 (kp_text_cell_get_text (KP_TEXT_CELL (widget)), text) == 0;
  return GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text);
}

GtkWidget *
kp_test_find_text (GtkWidget *root,
                   const char *text)
{
  return kp_test_find (root, has_text, text);
}

typedef struct
{
  GtkWidget *root;
  const char *text;
} Sought;

static gboolean
is_shown (gpointer data)
{
  const Sought *sought = data;
  GtkWidget *found = kp_test_find_text (sought->root, sought->text);

  return found != NULL && gtk_widget_get_mapped (found) && gtk_widget_get_child_visible (found);
}

static gboolean
is_gone (gpointer data)
{
  return !is_shown (data);
}

void
kp_test_wait_for_text (gpointer root,
                       const char *text)
{
  Sought sought = { root, text };

  kp_test_wait (is_shown, &sought);
}

void
kp_test_wait_until_gone (gpointer root,
                         const char *text)
{
  Sought sought = { root, text };

  kp_test_wait (is_gone, &sought);
}

static gboolean
is_review_idle (gpointer page)
{
  return !kp_review_page_is_busy (page);
}

/* What was decided is read again after it was saved. */
void
kp_test_settle_review (KpReviewPage *page)
{
  for (guint i = 0; i < 2; i++)
    {
      kp_test_settle ();
      kp_test_wait (is_review_idle, page);
    }
}

KpReviewPage *
kp_test_window_show_review (KpTestWindow *t)
{
  KpReviewPage *page = kp_test_window_get (t, "review_page");

  gtk_widget_activate_action (GTK_WIDGET (t->window), "win.page", "s", "review");
  kp_test_settle_review (page);
  kp_review_page_show_queue (page, KP_REVIEW_QUEUE_ALL);
  kp_test_settle_review (page);
  return page;
}

static gboolean
is_seat_page_idle (gpointer page)
{
  return !kp_seat_page_is_busy (page);
}

/* A plan is drawn anew after it was saved, and the list beside it after that. */
void
kp_test_settle_seats (KpSeatPage *page)
{
  for (guint i = 0; i < 3; i++)
    {
      kp_test_settle ();
      kp_test_wait (is_seat_page_idle, page);
    }
}

static gboolean
has_type (GtkWidget *widget,
          gconstpointer type)
{
  return G_TYPE_CHECK_INSTANCE_TYPE (widget, *(const GType *) type);
}

GtkWidget *
kp_test_find_type (GtkWidget *root,
                   GType type)
{
  return kp_test_find (root, has_type, &type);
}

void
kp_test_press (gpointer widget,
               guint keyval)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean is_taken = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &is_taken);
    }
}

void
kp_test_each (GtkWidget *root,
              void (*func) (GtkWidget *widget, gpointer data),
              gpointer data)
{
  func (root, data);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    kp_test_each (child, func, data);
}
