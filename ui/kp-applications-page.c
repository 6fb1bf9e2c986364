/* kp-applications-page.c – the list of applications, searched, filtered and sorted.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-applications-page.h"

#include <glib/gi18n-lib.h>

#include "kp-application-table.h"
#include "kp-chooser.h"
#include "kp-qualify.h"
#include "kp-row-reminder.h"
#include "kp-search-keys.h"
#include "kp-text-cell.h"

#define SHAPE "kp-shape"
#define COLUMN "kp-column"
#define ARROW 20   /* pixels of a title that shows the order */
#define PADDING 18 /* of a cell, both sides */

struct _KpApplicationsPage
{
  AdwBin parent_instance;

  GtkSearchEntry *search;
  GtkDropDown *post;
  GtkDropDown *review;
  GtkLabel *count;
  GtkStack *stack;
  GtkColumnView *view;
  GtkLabel *whose;
  GMenu *columns; /* choose which are shown */
  GtkMultiSelection *selection;

  KpCampaign *campaign;
  KpApplicationList *list;
  GSimpleActionGroup *actions; /* "list.…" */
  guint n_asked;   /* columns that the view asked for their order; see read_order () */
  guint n_passed;  /* how many of them it asks before the one that answers */
  guint column;    /* that one; KP_N_APPLICATION_COLUMNS = none was asked */
  double offset; /* to scroll back to */
};

G_DEFINE_FINAL_TYPE (KpApplicationsPage, kp_applications_page, ADW_TYPE_BIN)

/* Another selection of applications, or another order, is seen from its top. The rows that are there now are then shown
   again with other contents: before the list changes, for at its end the view would throw them away and build others. */
static void
go_to_top (KpApplicationsPage *self)
{
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), 0);
}

/* ---- the order ---- */

typedef struct
{
  KpApplicationsPage *page;
  guint column;
} ColumnOfPage;

/* Equal for the columns before, so that the view goes on to the next. */
static int
answer (gconstpointer a G_GNUC_UNUSED,
        gconstpointer b G_GNUC_UNUSED,
        gpointer data)
{
  const ColumnOfPage *asked = data;

  if (asked->page->n_asked++ != asked->page->n_passed)
    return 0;
  asked->page->column = asked->column;
  return -1;
}

/* The list sorts by itself. By which columns, GTK 4.8 doesn't tell: it is asked to compare two objects, and the columns
   take down who was asked, and whether the answer was turned round. */
static void
read_order (KpApplicationsPage *self)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->view);
  g_autoptr (GObject) a = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) b = g_object_new (G_TYPE_OBJECT, NULL);
  KpApplicationOrder orders[KP_MAX_APPLICATION_ORDERS];
  guint n = 0;

  for (self->n_passed = 0; n < KP_MAX_APPLICATION_ORDERS; self->n_passed++)
    {
      GtkOrdering ordering;

      self->n_asked = 0;
      self->column = KP_N_APPLICATION_COLUMNS;
      ordering = gtk_sorter_compare (sorter, a, b);
      if (self->column == KP_N_APPLICATION_COLUMNS)
        break;
      orders[n++] = (KpApplicationOrder) { (KpApplicationColumn) self->column, ordering == GTK_ORDERING_LARGER };
    }
  if (self->list == NULL)
    return;
  go_to_top (self);
  kp_application_list_set_order (self->list, orders, n);
}

static void
add_sorters (KpApplicationsPage *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      ColumnOfPage *data = g_new0 (ColumnOfPage, 1);
      g_autoptr (GtkSorter) sorter = NULL;

      *data = (ColumnOfPage) { self, i };
      sorter = GTK_SORTER (gtk_custom_sorter_new (answer, data, g_free));
      gtk_column_view_column_set_sorter (column, sorter);
    }
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (read_order), self,
                           G_CONNECT_SWAPPED);
}

/* ---- the cells ---- */

static void
on_setup (GtkSignalListItemFactory *factory,
          GtkListItem *item,
          gpointer data)
{
  const KpApplicationColumn column = (KpApplicationColumn) GPOINTER_TO_UINT (data);
  /* Of a masked number the ends say whose it is. */
  const PangoEllipsizeMode ellipsize = column == KP_APPLICATION_ID_NUMBER ? PANGO_ELLIPSIZE_MIDDLE : PANGO_ELLIPSIZE_END;
  KpTextCellShape *shape = g_object_get_data (G_OBJECT (factory), SHAPE);
  GtkWidget *cell = kp_text_cell_new (shape, column >= KP_APPLICATION_WRITTEN ? 1 : 0, ellipsize);

  if (column != KP_APPLICATION_NAME && column != KP_APPLICATION_SEX && column != KP_APPLICATION_REVIEW)
    gtk_widget_add_css_class (cell, "numeric");
  g_object_set_data (G_OBJECT (cell), COLUMN, data);
  gtk_list_item_set_child (item, cell);
}

static void
show_text (KpTextCell *cell,
           KpApplicationRow *row)
{
  const guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (cell), COLUMN));
  g_autofree char *text = kp_application_row_dup_cell (row, (KpApplicationColumn) column);

  kp_text_cell_set_text (cell, text);
}

static void
on_bind (GtkSignalListItemFactory *factory G_GNUC_UNUSED,
         GtkListItem *item)
{
  KpTextCell *cell = KP_TEXT_CELL (gtk_list_item_get_child (item));
  KpApplicationRow *row = gtk_list_item_get_item (item);

  g_signal_connect_swapped (row, "changed", G_CALLBACK (show_text), cell);
  show_text (cell, row);
}

static void
on_unbind (GtkSignalListItemFactory *factory G_GNUC_UNUSED,
           GtkListItem *item)
{
  g_signal_handlers_disconnect_by_data (gtk_list_item_get_item (item), gtk_list_item_get_child (item));
}

/* A view keeps some two thousand cells, and each key typed into the search fills them anew. */
static void
add_factories (KpApplicationsPage *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  g_autoptr (KpTextCellShape) shape = kp_text_cell_shape_new ();

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

      g_object_set_data_full (G_OBJECT (factory), SHAPE, kp_text_cell_shape_ref (shape),
                              (GDestroyNotify) kp_text_cell_shape_unref);
      g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
      g_signal_connect (factory, "unbind", G_CALLBACK (on_unbind), NULL);
      gtk_column_view_column_set_factory (column, factory);
    }
}

/* As wide as what is usual in them, or their title: else the view would measure all cells for each frame. Chinese takes two
   letters' room. */
static void
fix_widths (KpApplicationsPage *self)
{
  static const char *const samples[KP_N_APPLICATION_COLUMNS] = {
    [KP_APPLICATION_NUMBER] = "000000", [KP_APPLICATION_NAME] = "欧阳梓涵", [KP_APPLICATION_SEX] = "女",
    [KP_APPLICATION_ID_NUMBER] = "110101********0000", [KP_APPLICATION_POST] = "A01 社区专职工作者",
    [KP_APPLICATION_REVIEW] = "待人工认定", [KP_APPLICATION_TICKET] = "000000000000", [KP_APPLICATION_WRITTEN] = "100.00",
    [KP_APPLICATION_INTERVIEW] = "100.00", [KP_APPLICATION_TOTAL] = "100.00", [KP_APPLICATION_PLACE] = "00000",
  };
  GListModel *columns = gtk_column_view_get_columns (self->view);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      int title = 0, sample = 0;

      pango_layout_set_text (layout, gtk_column_view_column_get_title (column), -1);
      pango_layout_get_pixel_size (layout, &title, NULL);
      pango_layout_set_text (layout, samples[i], -1);
      pango_layout_get_pixel_size (layout, &sample, NULL);
      gtk_column_view_column_set_fixed_width (column, MAX (title + ARROW, sample) + PADDING);
    }
}

/* ---- as a table ---- */

/* The selected rows, or all that are shown where none is. */
static KpApplicationTable *
make_table (KpApplicationsPage *self,
            gboolean only_selected)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  KpApplicationTable *table = kp_application_table_new (self->campaign);
  const guint n = kp_application_list_count (self->list);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_visible (column))
        kp_application_table_add_column (table, (KpApplicationColumn) i, gtk_column_view_column_get_title (column));
    }
  only_selected = only_selected && !gtk_bitset_is_empty (selected);
  for (guint i = 0; i < n; i++)
    {
      if (!only_selected || gtk_bitset_contains (selected, i))
        kp_application_table_add_row (table, kp_application_list_get_index (self->list, i));
    }
  return table;
}

/** kp_applications_page_dup_table: what “copy” puts on the clipboard. (transfer full) */
char *
kp_applications_page_dup_table (KpApplicationsPage *page)
{
  g_autoptr (KpApplicationTable) table = make_table (page, TRUE);

  return kp_application_table_dup_text (table);
}

static void
say (GtkWidget *widget,
     char *sentence)
{
  gtk_widget_activate_action (widget, "win.say", "s", sentence);
  g_free (sentence);
}

static void
copy_action (GSimpleAction *action G_GNUC_UNUSED,
             GVariant *parameter G_GNUC_UNUSED,
             gpointer page)
{
  KpApplicationsPage *self = page;
  g_autofree char *text = NULL;

  if (self->list == NULL)
    return;
  text = kp_applications_page_dup_table (self);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  say (GTK_WIDGET (self), g_strdup (_("Copied as a table; paste it into a spreadsheet.")));
}

static void
save_in_thread (GTask *task,
                gpointer source G_GNUC_UNUSED,
                gpointer table,
                GCancellable *cancellable G_GNUC_UNUSED)
{
  GError *error = NULL;

  if (kp_application_table_save (table, g_object_get_data (G_OBJECT (task), "path"), &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_saved (GObject *source,
          GAsyncResult *result,
          gpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    say (GTK_WIDGET (source), g_strdup (_("The list is saved.")));
  else
    gtk_widget_activate_action (GTK_WIDGET (source), "win.complain", "s", error->message);
}

/** kp_applications_page_save: saves what is shown, in a worker; @path ends in .xlsx or .csv. */
void
kp_applications_page_save (KpApplicationsPage *page,
                           const char *path)
{
  g_autoptr (GTask) task = g_task_new (page, NULL, on_saved, NULL);

  g_object_set_data_full (G_OBJECT (task), "path", g_strdup (path), g_free);
  g_task_set_task_data (task, make_table (page, FALSE), (GDestroyNotify) kp_application_table_free);
  g_task_run_in_thread (task, save_in_thread);
}

static void
on_path_chosen (GtkNativeDialog *dialog,
                int response,
                KpApplicationsPage *self)
{
  g_autoptr (GFile) file
      = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    kp_applications_page_save (self, path);
  g_object_unref (dialog);
}

static void
export_action (GSimpleAction *action G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED,
               gpointer page)
{
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (_("Save the List"), GTK_WINDOW (gtk_widget_get_root (page)),
                                     GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), _("Applications.xlsx"));
  g_signal_connect_object (chooser, "response", G_CALLBACK (on_path_chosen), page, 0);
  kp_chooser_show (chooser);
}

static void
change_name_order (GSimpleAction *action,
                   GVariant *state,
                   gpointer page)
{
  KpApplicationsPage *self = page;

  g_simple_action_set_state (action, state);
  if (self->list != NULL)
    kp_application_list_set_by_strokes (self->list, g_str_equal (g_variant_get_string (state, NULL), "strokes"));
}

/* "list.column-3" hides and shows the column. */
static void
add_actions (KpApplicationsPage *self)
{
  static const GActionEntry entries[] = {
    { .name = "copy", .activate = copy_action },
    { .name = "export", .activate = export_action },
    { .name = "name-order", .parameter_type = "s", .state = "'pinyin'", .change_state = change_name_order },
  };
  GListModel *columns = gtk_column_view_get_columns (self->view);
  g_autoptr (GMenu) menu = g_menu_new ();

  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      g_autofree char *name = g_strdup_printf ("column-%u", i);
      g_autofree char *action = g_strconcat ("list.", name, NULL);
      g_autoptr (GPropertyAction) property = g_property_action_new (name, column, "visible");

      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (property));
      g_menu_append (menu, gtk_column_view_column_get_title (column), action);
    }
  g_menu_append_section (self->columns, NULL, G_MENU_MODEL (menu));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "list", G_ACTION_GROUP (self->actions));
}

/* ---- what is shown ---- */

static void
on_items_changed (KpApplicationsPage *self)
{
  const guint n = kp_application_list_count (self->list);
  g_autofree char *count = g_strdup_printf (_("%u applications"), n);

  gtk_label_set_label (self->count, count);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "rows" : "none");
}

static void
on_search_changed (KpApplicationsPage *self)
{
  g_autofree char *search = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  if (self->list == NULL)
    return;
  go_to_top (self);
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
  go_to_top (self);
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
  go_to_top (self);
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
  g_clear_object (&self->list);
}

static void
kp_applications_page_dispose (GObject *object)
{
  KpApplicationsPage *self = KP_APPLICATIONS_PAGE (object);

  forget_list (self);
  g_clear_object (&self->campaign);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (kp_applications_page_parent_class)->dispose (object);
}

/* Rows are built when somebody looks. */
static void
show_list (KpApplicationsPage *self)
{
  if (self->list == NULL || gtk_multi_selection_get_model (self->selection) != NULL)
    return;
  kp_campaign_prepare_search (self->campaign);
  kp_application_list_begin (self->list);
  gtk_multi_selection_set_model (self->selection, G_LIST_MODEL (self->list));
}

static void
kp_applications_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kp_applications_page_parent_class)->map (widget);
  show_list (KP_APPLICATIONS_PAGE (widget));
}

/* The font is known. */
static void
kp_applications_page_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kp_applications_page_parent_class)->realize (widget);
  fix_widths (KP_APPLICATIONS_PAGE (widget));
}

static void
kp_applications_page_class_init (KpApplicationsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kp_applications_page_dispose;
  widget_class->map = kp_applications_page_map;
  widget_class->realize = kp_applications_page_realize;
  g_type_ensure (KP_TYPE_APPLICATION_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-applications-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KpApplicationsPage, search);
  gtk_widget_class_bind_template_child (widget_class, KpApplicationsPage, post);
  gtk_widget_class_bind_template_child (widget_class, KpApplicationsPage, review);
  gtk_widget_class_bind_template_child (widget_class, KpApplicationsPage, count);
  gtk_widget_class_bind_template_child (widget_class, KpApplicationsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KpApplicationsPage, view);
  gtk_widget_class_bind_template_child (widget_class, KpApplicationsPage, columns);
  gtk_widget_class_bind_template_child (widget_class, KpApplicationsPage, selection);
  gtk_widget_class_bind_template_child (widget_class, KpApplicationsPage, whose);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_post_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_review_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "list.copy", NULL);
}

static char *
dup_whose (gpointer item)
{
  g_autofree char *number = kp_application_row_dup_cell (item, KP_APPLICATION_NUMBER);
  g_autofree char *name = kp_application_row_dup_cell (item, KP_APPLICATION_NAME);

  return g_strdup_printf ("%s · %s", number, name);
}

static void
kp_applications_page_init (KpApplicationsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_factories (self);
  add_sorters (self);
  add_actions (self);
  kp_search_keys_lead (self->search, GTK_WIDGET (self->view));
  kp_row_reminder_attach (self->whose, self->view, dup_whose);
}

static void
set_name_order (KpApplicationsPage *self)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self->actions), "name-order");

  kp_application_list_set_by_strokes (self->list, g_str_equal (g_variant_get_string (state, NULL), "strokes"));
}

/** kp_applications_page_set_campaign: shows the applications of @campaign, all of them. */
void
kp_applications_page_set_campaign (KpApplicationsPage *page,
                                   KpCampaign *campaign)
{
  forget_list (page);
  gtk_multi_selection_set_model (page->selection, NULL);
  g_set_object (&page->campaign, campaign);
  gtk_editable_set_text (GTK_EDITABLE (page->search), "");
  fill_filters (page);
  page->list = kp_application_list_new (campaign);
  read_order (page);
  set_name_order (page);
  g_signal_connect_object (page->list, "items-changed", G_CALLBACK (on_items_changed), page, G_CONNECT_SWAPPED);
  g_signal_connect_object (page->list, "exchanged", G_CALLBACK (gtk_selection_model_unselect_all), page->selection,
                           G_CONNECT_SWAPPED);
  if (gtk_widget_get_mapped (GTK_WIDGET (page)))
    show_list (page);
  on_items_changed (page);
}

/* The rows are there with the next turn of the main loop. */
static gboolean
scroll_back (gpointer data)
{
  KpApplicationsPage *self = data;

  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), self->offset);
  return G_SOURCE_REMOVE;
}

/** kp_applications_page_refresh: the applications of @campaign as they are now; search, filters, order and place stay. */
void
kp_applications_page_refresh (KpApplicationsPage *page,
                              KpCampaign *campaign)
{
  g_autofree char *search = g_strdup (gtk_editable_get_text (GTK_EDITABLE (page->search)));
  const guint post = gtk_drop_down_get_selected (page->post);
  const guint review = gtk_drop_down_get_selected (page->review);

  page->offset = gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (page->view)));
  kp_applications_page_set_campaign (page, campaign);
  gtk_drop_down_set_selected (page->post, post);
  gtk_drop_down_set_selected (page->review, review);
  gtk_editable_set_text (GTK_EDITABLE (page->search), search);
  gtk_editable_set_position (GTK_EDITABLE (page->search), -1);
  g_idle_add_full (G_PRIORITY_LOW, scroll_back, g_object_ref (page), g_object_unref);
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
