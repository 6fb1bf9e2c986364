/* kp-notice-view.c – the notice of a scheme that is being written: what it says, and the paper itself.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Beside a text of the county's own its paper stands in the place of the notice. The text follows each change at once. The paper takes a worker some tenths of a second, so it is made when nothing was
 * changed for a moment, and only while it is looked at. */
#include "kp-notice-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-paper-view.h"
#include "kp-scheme-explain.h"

#define PAUSE_MS 400
#define PLACE "place"

struct _KpNoticeView
{
  AdwBin parent_instance;

  GtkStack *views;
  GtkTextView *words;
  GtkStack *papers;
  KpPaperView *paper;
  AdwStatusPage *failed;
  GtkSpinner *spinner;
  GtkWidget *stale;
  GtkLabel *whose;

  const KpSchemeSource *source; /* borrowed */
  char *json;                   /* (nullable): what is to be shown */
  char *shown;                  /* (nullable): of which the paper is there */
  char *wording;                /* (nullable): whose paper is to be shown; %NULL = the notice */
  char *shown_wording;          /* (nullable): whose paper is there */
  GCancellable *cancellable;    /* (nullable): of the paper that is being made */
  guint timer;
};

G_DEFINE_FINAL_TYPE (KpNoticeView, kp_notice_view, ADW_TYPE_BIN)

/* What a worker needs; the view may be gone before it ends. */
typedef struct
{
  const KpSchemeSource *source;
  char *json;
  char *wording; /* (nullable) */
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->json);
  g_free (order->wording);
  g_free (order);
}

static void
make_in_worker (GTask *task,
                gpointer object G_GNUC_UNUSED,
                gpointer data,
                GCancellable *cancellable G_GNUC_UNUSED)
{
  const Order *order = data;
  GError *error = NULL;
  GBytes *bytes = order->source->make_paper (order->json, order->wording, order->source->data, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

static void
on_made (GObject *object,
         GAsyncResult *result,
         gpointer data G_GNUC_UNUSED)
{
  KpNoticeView *self = KP_NOTICE_VIEW (object);
  const Order *order = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), &error);

  /* Changed meanwhile, or closed. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  gtk_spinner_stop (self->spinner);
  if (bytes == NULL || !kp_paper_view_set_bytes (self->paper, bytes, &error))
    adw_status_page_set_description (self->failed, error->message);
  gtk_stack_set_visible_child_name (self->papers, error == NULL ? "paper" : "failed");
  g_free (self->shown);
  self->shown = g_strdup (order->json);
  g_free (self->shown_wording);
  self->shown_wording = g_strdup (order->wording);
}

static void
give_up (KpNoticeView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->spinner != NULL)
    gtk_spinner_stop (self->spinner);
}

static gboolean
make (gpointer data)
{
  KpNoticeView *self = data;
  Order *order = g_new0 (Order, 1);
  g_autoptr (GTask) task = NULL;

  self->timer = 0;
  *order = (Order) { self->source, g_strdup (self->json), g_strdup (self->wording) };
  self->cancellable = g_cancellable_new ();
  gtk_spinner_start (self->spinner);
  task = g_task_new (self, self->cancellable, on_made, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, order, order_free);
  g_task_run_in_thread (task, make_in_worker);
  return G_SOURCE_REMOVE;
}

static void
want_paper (KpNoticeView *self)
{
  if (self->json == NULL || g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "paper") != 0)
    return;
  if (g_strcmp0 (self->json, self->shown) == 0 && g_strcmp0 (self->wording, self->shown_wording) == 0
      && self->cancellable == NULL)
    return;
  give_up (self);
  self->timer = g_timeout_add (PAUSE_MS, make, self);
}

static void
on_view_changed (KpNoticeView *self)
{
  if (self->source != NULL)
    want_paper (self);
}

/* ---- the text ---- */

static void
append (GtkTextBuffer *buffer,
        const char *text,
        const char *tag)
{
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert_with_tags_by_name (buffer, &end, text, -1, tag, NULL);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, "\n", 1);
}

static void
fill_words (KpNoticeView *self,
            const KpScheme *scheme)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->words);
  g_autoptr (GPtrArray) sections = kp_scheme_explain (scheme);

  gtk_text_buffer_set_text (buffer, "", 0);
  append (buffer, scheme->title, "title");
  for (guint i = 0; i < sections->len; i++)
    {
      const KpNoticeSection *section = g_ptr_array_index (sections, i);

      if (*section->heading != '\0')
        append (buffer, section->heading, "heading");
      for (guint k = 0; k < section->paragraphs->len; k++)
        append (buffer, g_ptr_array_index (section->paragraphs, k), "text");
    }
}

static void
kp_notice_view_unrealize (GtkWidget *widget)
{
  give_up (KP_NOTICE_VIEW (widget));
  GTK_WIDGET_CLASS (kp_notice_view_parent_class)->unrealize (widget);
}

static void
kp_notice_view_finalize (GObject *object)
{
  KpNoticeView *self = KP_NOTICE_VIEW (object);

  g_free (self->json);
  g_free (self->shown);
  g_free (self->wording);
  g_free (self->shown_wording);
  G_OBJECT_CLASS (kp_notice_view_parent_class)->finalize (object);
}

static void
kp_notice_view_class_init (KpNoticeViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kp_notice_view_finalize;
  widget_class->unrealize = kp_notice_view_unrealize;
  g_type_ensure (KP_TYPE_PAPER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-notice-view.ui");
  gtk_widget_class_bind_template_child (widget_class, KpNoticeView, views);
  gtk_widget_class_bind_template_child (widget_class, KpNoticeView, words);
  gtk_widget_class_bind_template_child (widget_class, KpNoticeView, papers);
  gtk_widget_class_bind_template_child (widget_class, KpNoticeView, paper);
  gtk_widget_class_bind_template_child (widget_class, KpNoticeView, failed);
  gtk_widget_class_bind_template_child (widget_class, KpNoticeView, spinner);
  gtk_widget_class_bind_template_child (widget_class, KpNoticeView, stale);
  gtk_widget_class_bind_template_child (widget_class, KpNoticeView, whose);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changed);
}

static void
kp_notice_view_init (KpNoticeView *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start;

  gtk_widget_init_template (GTK_WIDGET (self));
  buffer = gtk_text_view_get_buffer (self->words);
  gtk_text_buffer_create_tag (buffer, "title", "scale", 1.3, "weight", PANGO_WEIGHT_BOLD, "justification", GTK_JUSTIFY_CENTER, NULL);
  gtk_text_buffer_create_tag (buffer, "heading", "weight", PANGO_WEIGHT_BOLD, "pixels-above-lines", 9, NULL);
  gtk_text_buffer_create_tag (buffer, "text", "indent", 24, NULL);
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_create_mark (buffer, PLACE, &start, TRUE);
}

/** kp_notice_view_set_source: how the paper is made; must outlive the view. */
void
kp_notice_view_set_source (KpNoticeView *self,
                           const KpSchemeSource *source)
{
  self->source = source;
}

/** kp_notice_view_show: what the scheme says now, as @json it is; NULL = it can't be read, and what was shown before is marked as old. */
void
kp_notice_view_show (KpNoticeView *self,
                     const KpScheme *scheme,
                     const char *json)
{
  gtk_widget_set_visible (self->stale, scheme == NULL);
  if (scheme == NULL)
    return;
  g_free (self->json);
  self->json = g_strdup (json);
  fill_words (self, scheme);
  want_paper (self);
}

/**
 * kp_notice_view_show_wording:
 * @view: a view
 * @wording: (nullable): key of a text of the county's own; %NULL = the notice again
 * @title: (nullable): of its paper
 *
 * Shows the paper on which that text stands, which is made from then on in the place of the notice.
 */
void
kp_notice_view_show_wording (KpNoticeView *self,
                             const char *wording,
                             const char *title)
{
  g_autofree char *whose = title != NULL ? g_strdup_printf (_("Sample: %s"), title) : NULL;

  if (g_strcmp0 (wording, self->wording) == 0)
    return;
  g_free (self->wording);
  self->wording = g_strdup (wording);
  gtk_label_set_label (self->whose, whose != NULL ? whose : "");
  gtk_widget_set_visible (GTK_WIDGET (self->whose), whose != NULL);
  if (wording != NULL)
    gtk_stack_set_visible_child_name (self->views, "paper");
  want_paper (self);
}

/** kp_notice_view_show_section: scrolls the text to a heading of the notice. */
void
kp_notice_view_show_section (KpNoticeView *self,
                             const char *section)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->words);
  GtkTextIter from, at, end;
  g_autofree char *mark = g_strconcat ("、", section, "\n", NULL);

  gtk_text_buffer_get_start_iter (buffer, &from);
  if (!gtk_text_iter_forward_search (&from, mark, GTK_TEXT_SEARCH_TEXT_ONLY, &at, &end, NULL))
    at = from;
  gtk_text_buffer_move_mark_by_name (buffer, PLACE, &at);
  gtk_text_view_scroll_to_mark (self->words, gtk_text_buffer_get_mark (buffer, PLACE), 0, TRUE, 0, 0);
}

/** kp_notice_view_is_making: whether a paper is still to come. */
gboolean
kp_notice_view_is_making (KpNoticeView *self)
{
  return self->timer != 0 || self->cancellable != NULL;
}
