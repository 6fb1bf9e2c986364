/* kp-applications-page.c – the list of applications, searched, filtered and sorted.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-applications-page.h"

#include <glib/gi18n-lib.h>

#include "kp-qualify.h"

/* In the order of the template's columns. */
typedef enum
{
  COLUMN_NUMBER,
  COLUMN_NAME,
  COLUMN_SEX,
  COLUMN_ID_NUMBER,
  COLUMN_POST,
  COLUMN_REVIEW,
  COLUMN_TICKET,
  COLUMN_WRITTEN,
  COLUMN_INTERVIEW,
  COLUMN_TOTAL,
  COLUMN_PLACE,
} Column;

struct _KpApplicationsPage
{
  AdwBin parent_instance;

  GtkSearchEntry *search;
  GtkDropDown *post;
  GtkDropDown *review;
  GtkLabel *count;
  GtkStack *stack;
  GtkColumnView *view;
  GtkSingleSelection *selection;

  KpCampaign *campaign;
  KpApplicationList *list;
};

G_DEFINE_FINAL_TYPE (KpApplicationsPage, kp_applications_page, ADW_TYPE_BIN)

static gint64
get_mark (const KpDossier *dossier,
          Column column)
{
  if (column == COLUMN_WRITTEN)
    return dossier->shortlist != NULL ? dossier->shortlist->written : KP_NO_INT;
  if (column == COLUMN_INTERVIEW)
    return dossier->interview != NULL && !kp_dossier_is_sealed (dossier) ? dossier->interview->mark : KP_NO_INT;
  if (dossier->total == NULL)
    return KP_NO_INT;
  return column == COLUMN_TOTAL ? dossier->total->total : dossier->total->place;
}

static const char *
get_text (const KpDossier *dossier,
          Column column)
{
  switch (column)
    {
    case COLUMN_NAME:
      return dossier->person->name;
    case COLUMN_SEX:
      return dossier->person->sex;
    case COLUMN_ID_NUMBER:
      return dossier->person->id_number;
    case COLUMN_POST:
      return dossier->application->post;
    case COLUMN_REVIEW:
      return dossier->application->review;
    case COLUMN_TICKET:
      return dossier->seat != NULL ? dossier->seat->ticket : NULL;
    case COLUMN_NUMBER:
    case COLUMN_WRITTEN:
    case COLUMN_INTERVIEW:
    case COLUMN_TOTAL:
    case COLUMN_PLACE:
    default:
      return dossier->application->application;
    }
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer data)
{
  const Column column = (Column) GPOINTER_TO_UINT (data);
  const KpDossier *left = kp_application_row_get_dossier ((KpApplicationRow *) a);
  const KpDossier *right = kp_application_row_get_dossier ((KpApplicationRow *) b);

  if (column >= COLUMN_WRITTEN)
    {
      const gint64 x = get_mark (left, column);
      const gint64 y = get_mark (right, column);

      return (x > y) - (x < y);
    }
  return g_strcmp0 (get_text (left, column), get_text (right, column));
}

static void
add_sorters (KpApplicationsPage *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare, GUINT_TO_POINTER (i), NULL));

      gtk_column_view_column_set_sorter (column, sorter);
    }
}

static void
on_items_changed (KpApplicationsPage *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  g_autofree char *count = g_strdup_printf (_("%u applications"), n);

  gtk_label_set_label (self->count, count);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "rows" : "none");
}

static void
on_search_changed (KpApplicationsPage *self)
{
  g_autofree char *search = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  if (self->list != NULL)
    kp_application_list_set_search (self->list, g_strstrip (search));
}

static void
on_post_selected (KpApplicationsPage *self)
{
  const guint selected = gtk_drop_down_get_selected (self->post);
  const KpPostRecord *post = NULL;

  if (self->list == NULL)
    return;
  if (selected > 0 && selected != GTK_INVALID_LIST_POSITION)
    post = g_ptr_array_index (kp_campaign_get_posts (self->campaign), selected - 1);
  kp_application_list_set_post (self->list, post != NULL ? post->post : NULL);
}

/* All, the outcomes in their order, and "none" last. */
static void
on_review_selected (KpApplicationsPage *self)
{
  const guint selected = gtk_drop_down_get_selected (self->review);
  const char *review = NULL;

  if (self->list == NULL)
    return;
  if (selected > KP_REVIEW_PENDING + 1 && selected != GTK_INVALID_LIST_POSITION)
    review = "none";
  else if (selected > 0 && selected != GTK_INVALID_LIST_POSITION)
    review = kp_review_outcome_get_name ((KpReviewOutcome) (selected - 1));
  kp_application_list_set_review (self->list, review);
}

static void
on_activate (KpApplicationsPage *self,
             guint position)
{
  const char *application = kp_application_list_get_application (self->list, position);

  if (application != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-application", "s", application);
}

static void
fill_filters (KpApplicationsPage *self)
{
  g_autoptr (GtkStringList) posts = gtk_string_list_new ((const char *[]) { _("All posts"), NULL });
  g_autoptr (GtkStringList) reviews = gtk_string_list_new ((const char *[]) { _("All outcomes"), NULL });
  GPtrArray *records = kp_campaign_get_posts (self->campaign);

  for (guint i = 0; i < records->len; i++)
    {
      const KpPostRecord *record = g_ptr_array_index (records, i);

      gtk_string_list_take (posts, kp_campaign_dup_post_label (self->campaign, record->post));
    }
  for (guint i = 0; i <= KP_REVIEW_PENDING; i++)
    gtk_string_list_append (reviews, kp_review_outcome_get_chinese ((KpReviewOutcome) i));
  gtk_string_list_append (reviews, kp_review_get_word ("none"));
  gtk_drop_down_set_model (self->post, G_LIST_MODEL (posts));
  gtk_drop_down_set_model (self->review, G_LIST_MODEL (reviews));
}

/* GTK may hold the list longer than the page lives. */
static void
forget_list (KpApplicationsPage *self)
{
  if (self->list == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->list, self);
  kp_application_list_set_sorter (self->list, NULL);
  g_clear_object (&self->list);
}

static void
kp_applications_page_dispose (GObject *object)
{
  KpApplicationsPage *self = KP_APPLICATIONS_PAGE (object);

  forget_list (self);
  g_clear_object (&self->campaign);
  G_OBJECT_CLASS (kp_applications_page_parent_class)->dispose (object);
}

static void
kp_applications_page_class_init (KpApplicationsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kp_applications_page_dispose;
  g_type_ensure (KP_TYPE_APPLICATION_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-applications-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KpApplicationsPage, search);
  gtk_widget_class_bind_template_child (widget_class, KpApplicationsPage, post);
  gtk_widget_class_bind_template_child (widget_class, KpApplicationsPage, review);
  gtk_widget_class_bind_template_child (widget_class, KpApplicationsPage, count);
  gtk_widget_class_bind_template_child (widget_class, KpApplicationsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KpApplicationsPage, view);
  gtk_widget_class_bind_template_child (widget_class, KpApplicationsPage, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_post_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_review_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
}

static void
kp_applications_page_init (KpApplicationsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_sorters (self);
}

/** kp_applications_page_set_campaign: shows the applications of @campaign, all of them. */
void
kp_applications_page_set_campaign (KpApplicationsPage *page,
                                   KpCampaign *campaign)
{
  forget_list (page);
  gtk_single_selection_set_model (page->selection, NULL);
  g_set_object (&page->campaign, campaign);
  gtk_editable_set_text (GTK_EDITABLE (page->search), "");
  fill_filters (page);
  page->list = kp_application_list_new (campaign);
  kp_application_list_set_sorter (page->list, gtk_column_view_get_sorter (page->view));
  g_signal_connect_object (page->list, "items-changed", G_CALLBACK (on_items_changed), page, G_CONNECT_SWAPPED);
  gtk_single_selection_set_model (page->selection, G_LIST_MODEL (page->list));
  on_items_changed (page);
}

/** kp_applications_page_get_list: what is shown; NULL before there is a campaign. */
KpApplicationList *
kp_applications_page_get_list (KpApplicationsPage *page)
{
  return page->list;
}

/** kp_applications_page_show_post: shows only the applications for one post. */
void
kp_applications_page_show_post (KpApplicationsPage *page,
                                const char *post)
{
  GPtrArray *records = kp_campaign_get_posts (page->campaign);

  for (guint i = 0; i < records->len; i++)
    {
      if (g_str_equal (((const KpPostRecord *) g_ptr_array_index (records, i))->post, post))
        gtk_drop_down_set_selected (page->post, i + 1);
    }
}

/** kp_applications_page_focus_search: puts the cursor into the search entry. */
void
kp_applications_page_focus_search (KpApplicationsPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (page->search));
}
