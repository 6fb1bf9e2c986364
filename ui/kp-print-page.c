/* kp-print-page.c – the forms of a campaign: made, looked at, saved and printed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-print-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-children.h"
#include "kp-chooser.h"
#include "kp-line-row.h"
#include "kp-paper-order.h"
#include "kp-print-job.h"
#include "kp-search-keys.h"

struct _KpPrintPage
{
  AdwBin parent_instance;

  AdwLeaflet *leaflet;
  GtkSearchEntry *search;
  GtkListBox *forms;
  GtkStack *stack;
  AdwStatusPage *failed;
  KpPaperView *view;
  GtkLabel *title;
  GtkLabel *pages;

  const KpPressSource *source; /* borrowed */
  KpCampaign *campaign;
  GCancellable *cancellable;
  GBytes *bytes;
  const KpPressTitle *form; /* what is shown or being made; borrowed */
  char *only;               /* (nullable): for whom alone */
};

G_DEFINE_FINAL_TYPE (KpPrintPage, kp_print_page, ADW_TYPE_BIN)

#define TITLE "kp-title"

static const KpPressTitle *
get_title (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), TITLE);
}

static void
show_state (KpPrintPage *self,
            const char *state)
{
  const gboolean has_paper = g_str_equal (state, "paper");
  g_autofree char *of_one
      = self->form != NULL && self->only != NULL ? g_strdup_printf ("%s · %s", self->form->title, self->only) : NULL;

  gtk_stack_set_visible_child_name (self->stack, state);
  gtk_label_set_label (self->title, of_one != NULL ? of_one : self->form != NULL ? self->form->title : "");
  gtk_widget_set_visible (GTK_WIDGET (self->pages), has_paper);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.save", has_paper);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.send", has_paper);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "print.zoom", has_paper);
}

static void
forget (KpPrintPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->bytes, g_bytes_unref);
}

static void
show_problem (KpPrintPage *self,
              const char *sentence)
{
  adw_status_page_set_description (self->failed, sentence);
  show_state (self, "failed");
}

static void
show_paper (KpPrintPage *self,
            GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *pages = NULL;

  if (!kp_paper_view_set_bytes (self->view, bytes, &error))
    {
      show_problem (self, error->message);
      return;
    }
  self->bytes = g_bytes_ref (bytes);
  pages = g_strdup_printf (_("%u pages"), kp_paper_view_get_n_pages (self->view));
  gtk_label_set_label (self->pages, pages);
  show_state (self, "paper");
}

static void
on_made (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (KpPrintPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);

  /* Given up, or another form was asked for meanwhile. */
  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  if (bytes == NULL)
    show_problem (self, error->message);
  else
    show_paper (self, bytes);
}

static void
make (KpPrintPage *self,
      const KpPressTitle *form,
      const char *only)
{
  forget (self);
  self->form = form;
  g_free (self->only);
  self->only = g_strdup (only);
  self->cancellable = g_cancellable_new ();
  show_state (self, "working");
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  kp_paper_order_async (self->campaign, self->source, form->name, only, self->cancellable, on_made, g_object_ref (self));
}

static void
on_form_activated (KpPrintPage *self,
                   GtkListBoxRow *row)
{
  if (self->campaign != NULL)
    make (self, get_title (row), NULL);
}

/* ---- the list of forms ---- */

/* Of what is found the first is meant. */
static void
on_search_activated (KpPrintPage *self)
{
  for (int i = 0; gtk_list_box_get_row_at_index (self->forms, i) != NULL; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->forms, i);

      if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
        {
          gtk_list_box_select_row (self->forms, row);
          gtk_widget_activate (GTK_WIDGET (row));
          return;
        }
    }
}

static void
on_search_changed (KpPrintPage *self)
{
  gtk_list_box_invalidate_filter (self->forms);
}

static void
on_search_stopped (KpPrintPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static gboolean
contains (const char *text,
          const char *folded)
{
  g_autofree char *own = g_utf8_casefold (text, -1);

  return strstr (own, folded) != NULL;
}

/* By its title, what it is for, its name at the command line, or its stage; but who types what stands in a title doesn't mean
   a whole stage. */
static gboolean
is_found (GtkListBoxRow *row,
          gpointer page)
{
  KpPrintPage *self = page;
  const KpPressTitle *title = get_title (row);
  g_autofree char *typed = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  const char *folded = g_strstrip (typed);

  if (contains (title->title, folded) || contains (title->summary, folded) || contains (title->name, folded))
    return TRUE;
  for (guint i = 0; i < self->source->n_titles; i++)
    if (contains (self->source->titles[i].title, folded))
      return FALSE;
  return contains (kp_stage_get_label (title->stage), folded);
}

/* The stages in their order; within a stage as the program lists them. */
static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer page G_GNUC_UNUSED)
{
  const KpPressTitle *left = get_title (a);
  const KpPressTitle *right = get_title (b);

  if (left->stage != right->stage)
    return left->stage < right->stage ? -1 : 1;
  return (left > right) - (left < right);
}

static void
put_header (GtkListBoxRow *row,
            GtkListBoxRow *before,
            gpointer page G_GNUC_UNUSED)
{
  const KpStage stage = get_title (row)->stage;
  GtkWidget *header;

  if (before != NULL && get_title (before)->stage == stage)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  header = gtk_label_new (kp_stage_get_label (stage));
  gtk_label_set_xalign (GTK_LABEL (header), 0);
  gtk_widget_add_css_class (header, "group");
  gtk_list_box_row_set_header (row, header);
}

static void
cancel_action (GtkWidget *widget,
               const char *name G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED)
{
  KpPrintPage *self = KP_PRINT_PAGE (widget);

  forget (self);
  self->form = NULL;
  show_state (self, "choose");
}

static void
on_saved (GObject *file,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (KpPrintPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_file_get_basename (G_FILE (file));
  g_autofree char *sentence = NULL;

  if (g_file_replace_contents_finish (G_FILE (file), result, NULL, &error))
    {
      sentence = g_strdup_printf (_("Saved as “%s”."), name);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", sentence);
      return;
    }
  sentence = g_strdup_printf (_("“%s” can't be saved: %s."), name, error->message);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.complain", "s", sentence);
}

static void
on_save_response (GtkNativeDialog *dialog,
                  int response,
                  KpPrintPage *self)
{
  g_autoptr (GFile) file
      = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;

  if (file != NULL && self->bytes != NULL)
    g_file_replace_contents_bytes_async (file, self->bytes, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                                         on_saved, g_object_ref (self));
  g_object_unref (dialog);
}

static void
save_action (GtkWidget *widget,
             const char *name G_GNUC_UNUSED,
             GVariant *parameter G_GNUC_UNUSED)
{
  KpPrintPage *self = KP_PRINT_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (_("Save the Document"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                     GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), self->form->file_name);
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_save_response), self, 0);
  kp_chooser_show (chooser);
}

static void
on_sent (GtkWidget *widget,
         const char *sentence)
{
  if (sentence != NULL)
    gtk_widget_activate_action (widget, "win.complain", "s", sentence);
  else
    gtk_widget_activate_action (widget, "win.say", "s", _("The document is with the printer."));
}

static void
send_action (GtkWidget *widget,
             const char *name G_GNUC_UNUSED,
             GVariant *parameter G_GNUC_UNUSED)
{
  KpPrintPage *self = KP_PRINT_PAGE (widget);

  kp_print_job_ask (widget, self->form->title, self->bytes, on_sent);
}

static void
zoom_action (GtkWidget *widget,
             const char *name G_GNUC_UNUSED,
             GVariant *parameter)
{
  kp_paper_view_step_zoom (KP_PRINT_PAGE (widget)->view, g_variant_get_int32 (parameter));
}

static void
kp_print_page_dispose (GObject *object)
{
  KpPrintPage *self = KP_PRINT_PAGE (object);

  forget (self);
  g_clear_pointer (&self->only, g_free);
  g_clear_object (&self->campaign);
  G_OBJECT_CLASS (kp_print_page_parent_class)->dispose (object);
}

static void
kp_print_page_class_init (KpPrintPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kp_print_page_dispose;
  g_type_ensure (KP_TYPE_PAPER_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-print-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KpPrintPage, leaflet);
  gtk_widget_class_bind_template_child (widget_class, KpPrintPage, search);
  gtk_widget_class_bind_template_child (widget_class, KpPrintPage, forms);
  gtk_widget_class_bind_template_child (widget_class, KpPrintPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KpPrintPage, failed);
  gtk_widget_class_bind_template_child (widget_class, KpPrintPage, view);
  gtk_widget_class_bind_template_child (widget_class, KpPrintPage, title);
  gtk_widget_class_bind_template_child (widget_class, KpPrintPage, pages);
  gtk_widget_class_bind_template_callback (widget_class, on_form_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_install_action (widget_class, "print.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "print.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "print.send", NULL, send_action);
  gtk_widget_class_install_action (widget_class, "print.zoom", "i", zoom_action);
}

static void
kp_print_page_init (KpPrintPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->forms, is_found, self, NULL);
  gtk_list_box_set_sort_func (self->forms, compare_rows, NULL, NULL);
  gtk_list_box_set_header_func (self->forms, put_header, NULL, NULL);
  kp_search_keys_lead (self->search, GTK_WIDGET (self->forms));
  show_state (self, "choose");
}

/* A form of a later stage says from when on it can be made. */
static GtkWidget *
make_line (KpCampaign *campaign,
           const KpPressTitle *title)
{
  const KpStageOrder *order = &kp_campaign_get_scheme (campaign)->stages;
  const KpStageBlock block = kp_stage_decide_close (order, kp_campaign_get_stages (campaign), title->stage);
  g_autofree char *sentence = NULL;
  const gboolean is_blocked = block.kind == KP_STAGE_BLOCK_EARLIER_OPEN;
  GtkWidget *line;

  if (is_blocked)
    sentence = g_strdup_printf (_("%s From the stage “%s” on."), title->summary, kp_stage_get_label (title->stage));
  line = kp_line_row_new (is_blocked ? "changes-prevent-symbolic" : "x-office-document-symbolic", title->title,
                          is_blocked ? sentence : title->summary, NULL);
  if (is_blocked)
    gtk_widget_add_css_class (line, "blocked");
  g_object_set_data (G_OBJECT (line), TITLE, (gpointer) title);
  return line;
}

/** kp_print_page_set_source: where paper comes from; before the first campaign. */
void
kp_print_page_set_source (KpPrintPage *page,
                          const KpPressSource *source)
{
  page->source = source;
}

/** kp_print_page_set_campaign: lists the forms of @campaign; nothing is made yet. */
void
kp_print_page_set_campaign (KpPrintPage *page,
                            KpCampaign *campaign)
{
  GtkWidget *row;

  forget (page);
  page->form = NULL;
  g_clear_pointer (&page->only, g_free);
  g_set_object (&page->campaign, campaign);
  kp_children_clear (GTK_WIDGET (page->forms));
  for (guint i = 0; page->source != NULL && i < page->source->n_titles; i++)
    {
      row = make_line (campaign, &page->source->titles[i]);
      gtk_list_box_append (page->forms, row);
    }
  adw_leaflet_navigate (page->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  show_state (page, "choose");
}

/** kp_print_page_make: makes the form of this name and shows it. */
void
kp_print_page_make (KpPrintPage *page,
                    const char *form)
{
  for (int i = 0; gtk_list_box_get_row_at_index (page->forms, i) != NULL; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (page->forms, i);

      if (g_str_equal (get_title (row)->name, form))
        gtk_widget_activate (GTK_WIDGET (row));
    }
}

/** kp_print_page_make_of: makes the form of this name for one number alone: of a contract, a registration, a ticket. */
void
kp_print_page_make_of (KpPrintPage *page,
                       const char *form,
                       const char *only)
{
  for (guint i = 0; i < page->source->n_titles; i++)
    if (g_str_equal (page->source->titles[i].name, form))
      make (page, &page->source->titles[i], only);
}

/** kp_print_page_go_back: from the document to the forms where there is room for one of them only. */
gboolean
kp_print_page_go_back (KpPrintPage *page)
{
  return adw_leaflet_get_folded (page->leaflet) && adw_leaflet_navigate (page->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

/** kp_print_page_get_state: which of its faces the page shows. */
const char *
kp_print_page_get_state (KpPrintPage *page)
{
  return gtk_stack_get_visible_child_name (page->stack);
}

/** kp_print_page_get_problem: the sentence of the last failure. */
const char *
kp_print_page_get_problem (KpPrintPage *page)
{
  return adw_status_page_get_description (page->failed);
}

/** kp_print_page_get_bytes: the document that is shown. */
GBytes *
kp_print_page_get_bytes (KpPrintPage *page)
{
  return page->bytes;
}

/** kp_print_page_get_view: where it is shown. */
KpPaperView *
kp_print_page_get_view (KpPrintPage *page)
{
  return page->view;
}
