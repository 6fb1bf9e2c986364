/* kp-worker-page.c – the contracts street by street, the board of the probations, and one contract beside them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The desk is read when the page is first seen, and again after each work, which reads the whole campaign anew: then the same
 * contract is looked at as before. Contracts and board show the same people, of the same street, with one selection. */
#include "kp-worker-page.h"

#include <glib/gi18n-lib.h>

#include "kp-search-keys.h"
#include "kp-worker-columns.h"
#include "kp-worker-item.h"
#include "kp-worker-sheet.h"

struct _KpWorkerPage
{
  AdwBin parent_instance;

  GtkDropDown *street;
  GtkSearchEntry *search;
  GtkStack *views;
  GtkColumnView *contracts;
  GtkColumnView *board;
  GtkSpinner *spinner;
  GtkLabel *problem;
  GtkStack *states;
  KpWorkerSheet *sheet;

  GListStore *all;                /* (element-type KpWorkerItem) */
  GtkFilterListModel *of_street;  /* what fits street and search */
  GtkFilterListModel *on_board;   /* of these who has or had a probation */
  GtkSingleSelection *selection;  /* of_street or on_board, by the view */
  KpCampaign *campaign;
  GCancellable *reading;
  char *number; /* (nullable): of the contract looked at, across readings */
  KpDate today;
  KpProbationPolicy policy; /* of the campaign's scheme */
  gboolean is_read;
  gboolean is_filling;
  gboolean is_awaited; /* the keys are to go to the list once it is there */
};

G_DEFINE_FINAL_TYPE (KpWorkerPage, kp_worker_page, ADW_TYPE_BIN)

static const struct
{
  guint key;
  const char *work;
} keys[] = {
  { GDK_KEY_c, "probation-confirm" }, { GDK_KEY_y, "probation-early" }, { GDK_KEY_n, "link-notice" },
  { GDK_KEY_v, "link-service" },      { GDK_KEY_t, "probation-terminate" }, { GDK_KEY_l, "link-record" },
  { GDK_KEY_s, "link-survey" },       { GDK_KEY_a, "link-assessment" }, { GDK_KEY_d, "contract-duty" },
  { GDK_KEY_e, "contract-end" },      { GDK_KEY_p, "probation-suspend" }, { GDK_KEY_r, "contract-renew" },
  { GDK_KEY_g, "contract-change" },
};

static void
complain (KpWorkerPage *self,
          const char *sentence)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
}

/* ---- what is shown ---- */

static const char *
get_street (KpWorkerPage *self)
{
  const guint place = gtk_drop_down_get_selected (self->street);
  const GPtrArray *streets = self->campaign != NULL ? kp_campaign_get_scheme (self->campaign)->streets : NULL;

  if (streets == NULL || place == 0 || place > streets->len)
    return NULL;
  return ((const KpSchemeStreet *) g_ptr_array_index (streets, place - 1))->code;
}

static gboolean
fits (gpointer item,
      gpointer data)
{
  KpWorkerPage *self = data;
  g_autofree char *search = g_ascii_strdown (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);

  return kp_worker_item_fits (item, get_street (self), g_strstrip (search));
}

static gboolean
is_of_board (gpointer item,
             gpointer data G_GNUC_UNUSED)
{
  return kp_worker_item_get_case (item)->has_probation;
}

static void
show_selected (KpWorkerPage *self)
{
  KpWorkerItem *item = gtk_single_selection_get_selected_item (self->selection);

  if (self->is_filling || self->campaign == NULL)
    return;
  if (item != NULL)
    {
      g_free (self->number);
      self->number = g_strdup (kp_worker_item_get_case (item)->number);
    }
  kp_worker_sheet_show (self->sheet, item, self->today, &self->policy);
}

static guint
find (KpWorkerPage *self,
      const char *number)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; number != NULL && i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (KpWorkerItem) item = g_list_model_get_item (model, i);

      if (g_str_equal (kp_worker_item_get_case (item)->number, number))
        return i;
    }
  return 0;
}

/* What is shown changes under the selection, which must not take another contract meanwhile. */
static void
refilter (KpWorkerPage *self)
{
  g_autofree char *number = g_strdup (self->number);

  if (self->all == NULL || self->is_filling)
    return;
  self->is_filling = TRUE;
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->of_street), GTK_FILTER_CHANGE_DIFFERENT);
  gtk_single_selection_set_selected (self->selection, find (self, number));
  self->is_filling = FALSE;
  show_selected (self);
}

static void
on_view_changed (KpWorkerPage *self)
{
  const gboolean is_board = g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "board") == 0;
  g_autofree char *number = g_strdup (self->number);

  if (self->selection == NULL)
    return;
  self->is_filling = TRUE;
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (is_board ? self->on_board : self->of_street));
  gtk_single_selection_set_selected (self->selection, find (self, number));
  self->is_filling = FALSE;
  show_selected (self);
}

static void
fill_streets (KpWorkerPage *self)
{
  const GPtrArray *streets = kp_campaign_get_scheme (self->campaign)->streets;
  const guint selected = gtk_drop_down_get_selected (self->street);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _("All streets"));
  for (guint i = 0; i < streets->len; i++)
    gtk_string_list_append (labels, ((const KpSchemeStreet *) g_ptr_array_index (streets, i))->name);
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->street, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->street, selected <= streets->len ? selected : 0);
  self->is_filling = FALSE;
}

/* ---- reading ---- */

static gpointer
load (KpSession *session,
      gpointer data G_GNUC_UNUSED,
      GError **error)
{
  return kp_worker_desk_load (session, error);
}

static void
take_desk (KpWorkerPage *self,
           KpWorkerDesk *desk)
{
  self->today = desk->today;
  self->is_filling = TRUE;
  g_list_store_remove_all (self->all);
  g_ptr_array_set_free_func (desk->cases, NULL);
  for (guint i = 0; i < desk->cases->len; i++)
    {
      g_autoptr (KpWorkerItem) item = kp_worker_item_new (g_ptr_array_index (desk->cases, i));

      g_list_store_append (self->all, item);
    }
  self->is_filling = FALSE;
  gtk_stack_set_visible_child_name (self->states, desk->cases->len > 0 ? "workers" : "empty");
  refilter (self);
}

static gboolean
has_list (KpWorkerPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "workers") == 0;
}

static void
focus_list (KpWorkerPage *self)
{
  const gboolean is_board = g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "board") == 0;

  gtk_widget_grab_focus (GTK_WIDGET (is_board ? self->board : self->contracts));
}

/* Not away from who meanwhile types a name, or went to another page. */
static void
focus_awaited (KpWorkerPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->is_awaited && has_list (self) && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self))
      && !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->search)))
    focus_list (self);
  self->is_awaited = FALSE;
}

static void
on_read (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (KpWorkerPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KpWorkerDesk) desk = kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);

  if (self->reading == NULL || g_task_get_cancellable (G_TASK (result)) != self->reading)
    return;
  g_clear_object (&self->reading);
  gtk_spinner_stop (self->spinner);
  complain (self, error != NULL ? error->message : NULL);
  if (desk == NULL)
    return;
  self->is_read = TRUE;
  take_desk (self, desk);
  focus_awaited (self);
}

static void
read_desk (KpWorkerPage *self)
{
  if (self->is_read || self->reading != NULL || self->campaign == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->reading = g_cancellable_new ();
  gtk_spinner_start (self->spinner);
  kp_campaign_work_async (self->campaign, load, NULL, NULL, (GDestroyNotify) kp_worker_desk_free, self->reading, on_read,
                          g_object_ref (self));
}

/* ---- acts ---- */

static void
act_action (GtkWidget *widget,
            const char *name G_GNUC_UNUSED,
            GVariant *parameter)
{
  kp_worker_sheet_act (KP_WORKER_PAGE (widget)->sheet, g_variant_get_string (parameter, NULL));
}

/* For the street that is shown; of all the first is offered. */
static void
street_action (GtkWidget *widget,
               const char *name G_GNUC_UNUSED,
               GVariant *parameter)
{
  KpWorkerPage *self = KP_WORKER_PAGE (widget);
  const char *street = get_street (self);
  g_autofree char *day = kp_date_dup_iso (self->today);

  gtk_widget_activate_action (widget, "win.open-work-for", "(sss)", g_variant_get_string (parameter, NULL),
                              street != NULL ? street : "", day);
}

static void
view_action (GtkWidget *widget,
             const char *name G_GNUC_UNUSED,
             GVariant *parameter)
{
  kp_worker_page_show_view (KP_WORKER_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
kp_worker_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kp_worker_page_parent_class)->map (widget);
  read_desk (KP_WORKER_PAGE (widget));
}

static void
kp_worker_page_dispose (GObject *object)
{
  KpWorkerPage *self = KP_WORKER_PAGE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->selection);
  g_clear_object (&self->on_board);
  g_clear_object (&self->of_street);
  g_clear_object (&self->all);
  g_clear_object (&self->campaign);
  g_clear_pointer (&self->number, g_free);
  G_OBJECT_CLASS (kp_worker_page_parent_class)->dispose (object);
}

static void
kp_worker_page_class_init (KpWorkerPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kp_worker_page_dispose;
  widget_class->map = kp_worker_page_map;
  g_type_ensure (KP_TYPE_WORKER_SHEET);
  gtk_widget_class_install_action (widget_class, "workers.act", "s", act_action);
  gtk_widget_class_install_action (widget_class, "workers.street", "s", street_action);
  gtk_widget_class_install_action (widget_class, "workers.view", "s", view_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, 0, "workers.act", "s", keys[i].work);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1, 0, "workers.view", "s", "contracts");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_2, 0, "workers.view", "s", "board");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-worker-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KpWorkerPage, street);
  gtk_widget_class_bind_template_child (widget_class, KpWorkerPage, search);
  gtk_widget_class_bind_template_child (widget_class, KpWorkerPage, views);
  gtk_widget_class_bind_template_child (widget_class, KpWorkerPage, contracts);
  gtk_widget_class_bind_template_child (widget_class, KpWorkerPage, board);
  gtk_widget_class_bind_template_child (widget_class, KpWorkerPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, KpWorkerPage, problem);
  gtk_widget_class_bind_template_child (widget_class, KpWorkerPage, states);
  gtk_widget_class_bind_template_child (widget_class, KpWorkerPage, sheet);
  gtk_widget_class_bind_template_callback (widget_class, refilter);
  gtk_widget_class_bind_template_callback (widget_class, on_view_changed);
}

static void
kp_worker_page_init (KpWorkerPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->all = g_list_store_new (KP_TYPE_WORKER_ITEM);
  self->of_street = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->all)),
                                               GTK_FILTER (gtk_custom_filter_new (fits, self, NULL)));
  self->on_board = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->of_street)),
                                              GTK_FILTER (gtk_custom_filter_new (is_of_board, NULL, NULL)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->of_street)));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (show_selected), self, G_CONNECT_SWAPPED);
  kp_worker_columns_add_contracts (self->contracts);
  kp_worker_columns_add_board (self->board);
  gtk_column_view_set_model (self->contracts, GTK_SELECTION_MODEL (self->selection));
  gtk_column_view_set_model (self->board, GTK_SELECTION_MODEL (self->selection));
  kp_search_keys_lead (self->search, GTK_WIDGET (self->contracts));
  kp_search_keys_lead (self->search, GTK_WIDGET (self->board));
}

/** kp_worker_page_set_campaign: the contracts of @campaign; street, view and contract stay as they are. */
void
kp_worker_page_set_campaign (KpWorkerPage *page,
                            KpCampaign *campaign)
{
  g_cancellable_cancel (page->reading);
  g_clear_object (&page->reading);
  g_set_object (&page->campaign, campaign);
  page->is_read = FALSE;
  kp_scheme_make_probation_policy (kp_campaign_get_scheme (campaign), &page->policy);
  fill_streets (page);
  read_desk (page);
}

/** kp_worker_page_is_busy: whether the record is being read. */
gboolean
kp_worker_page_is_busy (KpWorkerPage *page)
{
  return page->reading != NULL;
}

/** kp_worker_page_show_view: the list of contracts, or the board of probations. */
void
kp_worker_page_show_view (KpWorkerPage *page,
                         const char *view)
{
  gtk_stack_set_visible_child_name (page->views, view);
  focus_list (page);
}

/** kp_worker_page_focus: brings the keys to the list, where the arrows and the letters of the acts work; also when it is read later. */
void
kp_worker_page_focus (KpWorkerPage *page)
{
  page->is_awaited = page->reading != NULL;
  if (!page->is_awaited && has_list (page))
    focus_list (page);
}

/** kp_worker_page_select: looks at the contract with @number; FALSE when it isn't shown. */
gboolean
kp_worker_page_select (KpWorkerPage *page,
                      const char *number)
{
  gtk_single_selection_set_selected (page->selection, find (page, number));
  return g_strcmp0 (kp_worker_page_get_number (page), number) == 0;
}

/** kp_worker_page_get_number: of the contract that is looked at; NULL = none. */
const char *
kp_worker_page_get_number (KpWorkerPage *page)
{
  return kp_worker_sheet_get_number (page->sheet);
}
