/* kp-start-page.c – what a window shows before a record is open: the records used last, and how to come to another.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-start-page.h"

#include <glib/gi18n-lib.h>

#include "kp-children.h"
#include "kp-opened.h"

#define MOST_RECENT 5
#define URI_KEY "kp-uri"

struct _KpStartPage
{
  AdwBin parent_instance;

  GtkWidget *recent_part;
  GtkListBox *recent;
  GtkWidget *open;
};

G_DEFINE_FINAL_TYPE (KpStartPage, kp_start_page, ADW_TYPE_BIN)

static void show_recent (KpStartPage *self);

static void
on_forget (GtkButton *button,
           KpStartPage *self)
{
  kp_opened_remove (gtk_recent_manager_get_default (), g_object_get_data (G_OBJECT (button), URI_KEY));
  show_recent (self);
  gtk_widget_grab_focus (self->open);
}

/* The titles are what a person wrote: no markup. */
static GtkWidget *
make_row (KpStartPage *self,
          const KpOpened *recent)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *when = gtk_label_new (recent->when);
  GtkWidget *forget = gtk_button_new_from_icon_name ("window-close-symbolic");
  g_autofree char *title = g_markup_escape_text (recent->title, -1);
  g_autofree char *place = g_markup_escape_text (recent->place, -1);
  g_autofree char *gone = g_strdup_printf (_("No longer there: %s"), place);

  g_object_set (row, "title", title, "title-lines", 1, "subtitle", recent->is_there ? place : gone, "subtitle-lines", 1,
                "icon-name", recent->is_server ? "network-server-symbolic" : "x-office-document-symbolic", "activatable",
                recent->is_there, "tooltip-text", recent->place, NULL);
  g_object_set_data_full (G_OBJECT (row), URI_KEY, g_strdup (recent->uri), g_free);
  gtk_widget_add_css_class (when, "dim-label");
  gtk_widget_add_css_class (forget, "flat");
  gtk_widget_set_valign (forget, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (forget, _("Take off This List; the Record Stays"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (forget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Take off This List; the Record Stays"), -1);
  g_object_set_data_full (G_OBJECT (forget), URI_KEY, g_strdup (recent->uri), g_free);
  g_signal_connect (forget, "clicked", G_CALLBACK (on_forget), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), when);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), forget);
  return row;
}

static void
show_recent (KpStartPage *self)
{
  g_autoptr (GPtrArray) list = kp_opened_list (gtk_recent_manager_get_default (), MOST_RECENT);

  kp_children_clear (GTK_WIDGET (self->recent));
  for (guint i = 0; i < list->len; i++)
    gtk_list_box_append (self->recent, make_row (self, g_ptr_array_index (list, i)));
  gtk_widget_set_visible (self->recent_part, list->len > 0);
}

static void
on_row_activated (KpStartPage *self,
                  GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.open-recent", "s", g_object_get_data (G_OBJECT (row), URI_KEY));
}

/* Enter goes on with yesterday's record. */
static void
focus_first (KpStartPage *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->recent, 0);

  gtk_widget_grab_focus (row != NULL && gtk_list_box_row_get_activatable (row) ? GTK_WIDGET (row) : self->open);
}

static void
kp_start_page_map (GtkWidget *widget)
{
  KpStartPage *self = KP_START_PAGE (widget);

  show_recent (self);
  GTK_WIDGET_CLASS (kp_start_page_parent_class)->map (widget);
  focus_first (self);
}

static void
kp_start_page_class_init (KpStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = kp_start_page_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KpStartPage, recent_part);
  gtk_widget_class_bind_template_child (widget_class, KpStartPage, recent);
  gtk_widget_class_bind_template_child (widget_class, KpStartPage, open);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
kp_start_page_init (KpStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
