/* kp-work-view.c – a report as widgets.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-work-view.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-children.h"

#define FEW_ROWS 8
#define TABLE_HEIGHT 380
#define HEADING_HEIGHT 32
#define ROW 30       /* of one line */
#define TALL_ROW 52 /* of two lines */
#define LINE 40     /* Latin letters of a fact that have room in a line */
#define SURE 32     /* Latin letters that surely have room in a cell */
#define NARROW 4 /* characters that a column takes at least */
#define SHORT 12 /* characters that stay in one line: a number or a day */

/* ---- a row of a table ---- */

#define KP_TYPE_WORK_CELLS (kp_work_cells_get_type ())
G_DECLARE_FINAL_TYPE (KpWorkCells, kp_work_cells, KP, WORK_CELLS, GObject)

struct _KpWorkCells
{
  GObject parent_instance;

  char **cells;
};

G_DEFINE_FINAL_TYPE (KpWorkCells, kp_work_cells, G_TYPE_OBJECT)

static void
kp_work_cells_finalize (GObject *object)
{
  g_strfreev (KP_WORK_CELLS (object)->cells);
  G_OBJECT_CLASS (kp_work_cells_parent_class)->finalize (object);
}

static void
kp_work_cells_class_init (KpWorkCellsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kp_work_cells_finalize;
}

static void
kp_work_cells_init (KpWorkCells *self G_GNUC_UNUSED)
{
}

/* ---- a table ---- */

static void
on_setup (GtkSignalListItemFactory *factory G_GNUC_UNUSED,
          GtkListItem *item,
          gpointer is_number)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), is_number != NULL ? 1 : 0);
  gtk_label_set_wrap (GTK_LABEL (label), is_number == NULL);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_label_set_width_chars (GTK_LABEL (label), NARROW);
  if (is_number != NULL)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory G_GNUC_UNUSED,
         GtkListItem *item,
         gpointer column)
{
  KpWorkCells *cells = gtk_list_item_get_item (item);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), cells->cells[GPOINTER_TO_UINT (column)]);
}

static GListModel *
make_model (const KpWorkPart *part)
{
  GListStore *store = g_list_store_new (KP_TYPE_WORK_CELLS);

  for (guint i = 0; i < part->rows->len; i++)
    {
      g_autoptr (KpWorkCells) cells = g_object_new (KP_TYPE_WORK_CELLS, NULL);

      cells->cells = g_strdupv (g_ptr_array_index (part->rows, i));
      g_list_store_append (store, cells);
    }
  return G_LIST_MODEL (store);
}

/* The column with the longest texts takes the room that the others leave. */
static guint
find_longest (const KpWorkPart *part)
{
  guint longest = part->columns->len - 1;
  gsize most = 0;

  for (guint i = 0; i < part->columns->len; i++)
    {
      gsize n = 0;

      for (guint j = 0; j < part->rows->len; j++)
        n += strlen (((char **) g_ptr_array_index (part->rows, j))[i]);
      if (n > most)
        {
          most = n;
          longest = i;
        }
    }
  return longest;
}

/* In Latin letters; a Chinese character takes two. */
static int
count_letters (const char *text)
{
  int n = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    n += g_unichar_iswide (g_utf8_get_char (at)) ? 2 : 1;
  return n;
}

/* The list is measured as if no text were wrapped, and the last rows would be out of sight. -1 = as it is measured: a dialog
   that scrolls gives its children no more than they must have. */
static int
find_height (const KpWorkPart *part,
             guint longest)
{
  int height = HEADING_HEIGHT;
  gboolean is_wrapped = FALSE;

  if (part->rows->len > FEW_ROWS)
    return TABLE_HEIGHT;
  for (guint i = 0; i < part->rows->len; i++)
    {
      const int n = count_letters (((char **) g_ptr_array_index (part->rows, i))[longest]);

      is_wrapped |= n > SURE;
      height += n > SURE ? TALL_ROW * (1 + n / (2 * LINE)) : ROW;
    }
  return is_wrapped ? MIN (height, TABLE_HEIGHT) : -1;
}

static GtkWidget *
make_table (const KpWorkPart *part)
{
  const guint longest = find_longest (part);
  const int height = find_height (part, longest);
  GtkWidget *view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (make_model (part))));
  GtkWidget *scroller = gtk_scrolled_window_new ();

  for (guint i = 0; i < part->columns->len; i++)
    {
      const KpWorkColumn *column = &g_array_index (part->columns, KpWorkColumn, i);
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) shown = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (on_setup), column->is_number ? (gpointer) part : NULL);
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind), GUINT_TO_POINTER (i));
      shown = gtk_column_view_column_new (column->title, factory);
      gtk_column_view_column_set_resizable (shown, TRUE);
      gtk_column_view_column_set_expand (shown, i == longest);
      gtk_column_view_append_column (GTK_COLUMN_VIEW (view), shown);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, C_ ("a table", "Result"), -1);
  gtk_widget_add_css_class (view, "data-table");
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scroller), FALSE);
  if (height > 0)
    gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), height);
  else
    gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  if (part->rows->len <= FEW_ROWS)
    gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  else
    gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

/* ---- facts and sentences ---- */

static GtkWidget *
make_fact (const KpWorkPart *part)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *value = gtk_label_new (*part->text != '\0' ? part->text : "–");
  const gboolean is_long = g_utf8_strlen (part->text, -1) > SHORT;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), part->label);
  gtk_label_set_selectable (GTK_LABEL (value), TRUE);
  gtk_label_set_wrap (GTK_LABEL (value), is_long);
  if (is_long)
    gtk_label_set_width_chars (GTK_LABEL (value), MIN (count_letters (part->text), LINE));
  gtk_label_set_wrap_mode (GTK_LABEL (value), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (value), 1);
  gtk_widget_add_css_class (value, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), value);
  return row;
}

static GtkWidget *
make_sentence (const KpWorkPart *part)
{
  GtkWidget *label = gtk_label_new (part->text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  return label;
}

/**
 * kp_work_view_fill:
 * @box: gets a widget for each part; what it held is removed
 * @report: a report
 *
 * Facts that follow each other share a frame.
 */
void
kp_work_view_fill (GtkBox *box,
                   const KpWorkReport *report)
{
  GtkWidget *facts = NULL;

  kp_children_clear (GTK_WIDGET (box));
  for (guint i = 0; i < report->parts->len; i++)
    {
      const KpWorkPart *part = g_ptr_array_index (report->parts, i);

      if (part->kind == KP_WORK_PART_FACT)
        {
          if (facts == NULL)
            {
              facts = adw_preferences_group_new ();
              gtk_box_append (box, facts);
            }
          adw_preferences_group_add (ADW_PREFERENCES_GROUP (facts), make_fact (part));
          continue;
        }
      facts = NULL;
      if (part->kind == KP_WORK_PART_SENTENCE)
        gtk_box_append (box, make_sentence (part));
      else if (part->rows->len > 0)
        gtk_box_append (box, make_table (part));
    }
}
