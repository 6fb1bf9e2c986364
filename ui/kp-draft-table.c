/* kp-draft-table.c – the cells of one sheet of a scheme: settings one below the other, or a list as a table.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-draft-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SETTING_WIDTH 300
#define LEAST_WIDTH 56
#define MOST_WIDTH 260
#define WIDE_WIDTH 220  /* of sentences */
#define HALF_WIDTH 7    /* of a Latin letter; a Chinese character has two */
#define CELL_MARGIN 22  /* of an entry, beside its text */
#define ARROW_WIDTH 24  /* of what opens a choice */

struct _KpDraftTable
{
  AdwBin parent_instance;

  GtkScrolledWindow *scrolled;
  GPtrArray *cells; /* (element-type KpDraftCell): borrowed from their parents, in the order in which they stand */

  KpSchemeDraft *draft; /* (nullable) borrowed */
  guint sheet;
  guint n_rows;        /* as they are shown */
  const char *section; /* (nullable): of settings */
};

G_DEFINE_FINAL_TYPE (KpDraftTable, kp_draft_table, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_cell_changed (KpDraftTable *self)
{
  /* What belongs to an item was renamed with it, and cells of a spreadsheet fill others. */
  kp_draft_table_load (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Down and up in a column, as in a spreadsheet; among settings to the next one. */
static void
on_cell_moved (KpDraftTable *self,
               int rows,
               KpDraftCell *cell)
{
  const guint row = kp_draft_cell_get_row (cell), column = kp_draft_cell_get_column (cell);

  if (self->section == NULL)
    {
      kp_draft_table_focus (self, row + (guint) rows, column);
      return;
    }
  for (guint i = 0; i < self->cells->len; i++)
    if (g_ptr_array_index (self->cells, i) == cell && i + (guint) rows < self->cells->len)
      {
        kp_draft_table_focus (self, 0, kp_draft_cell_get_column (g_ptr_array_index (self->cells, i + (guint) rows)));
        return;
      }
}

static GtkWidget *
add_cell (KpDraftTable *self,
          guint row,
          guint column,
          int width)
{
  GtkWidget *cell = kp_draft_cell_new (self->draft, self->sheet, row, column);

  gtk_widget_set_size_request (cell, width, -1);
  g_signal_connect_object (cell, "changed", G_CALLBACK (on_cell_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "moved", G_CALLBACK (on_cell_moved), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->cells, cell);
  return cell;
}

/* ---- settings ---- */

static void
add_setting (KpDraftTable *self,
             AdwPreferencesGroup *group,
             guint column)
{
  const KpDraftColumn *own = kp_scheme_draft_get_column (self->draft, self->sheet, column);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *cell = add_cell (self, 0, column, SETTING_WIDTH);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), own->title);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), cell);
  adw_preferences_group_add (group, row);
}

static void
build_settings (KpDraftTable *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  GtkWidget *clamp = adw_clamp_new ();

  gtk_widget_add_css_class (clamp, "settings");
  for (guint c = 0; c < kp_scheme_draft_get_n_columns (self->draft, self->sheet); c++)
    if (strcmp (kp_scheme_draft_get_column (self->draft, self->sheet, c)->section, self->section) == 0)
      add_setting (self, group, c);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 760);
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (group));
  gtk_scrolled_window_set_child (self->scrolled, clamp);
}

/* ---- a list ---- */

static int
get_text_width (const char *text)
{
  int n = 0;

  for (; *text != '\0' && *text != '\n'; text = g_utf8_next_char (text))
    n += g_unichar_iswide (g_utf8_get_char (text)) ? 2 : 1;
  return n * HALF_WIDTH;
}

/* Sentences: they take what room is left. */
static gboolean
is_long (const KpDraftColumn *column)
{
  return column->kind == KP_DRAFT_RULE || column->kind == KP_DRAFT_LINES;
}

/* As wide as what stands in it, so that a code takes no more room than it needs; the heading may take two lines. */
static int
get_width (KpDraftTable *self,
           guint column)
{
  const KpDraftColumn *own = kp_scheme_draft_get_column (self->draft, self->sheet, column);
  int width = get_text_width (own->title) / 2;

  if (is_long (own))
    return WIDE_WIDTH;
  for (guint i = 0; i < kp_scheme_draft_get_n_rows (self->draft, self->sheet); i++)
    width = MAX (width, get_text_width (kp_scheme_draft_get_cell (self->draft, self->sheet, i, column)));
  width += CELL_MARGIN + (own->kind != KP_DRAFT_TEXT ? ARROW_WIDTH : 0);
  return CLAMP (width, LEAST_WIDTH, MOST_WIDTH);
}

static GtkWidget *
new_heading (const KpDraftColumn *column)
{
  GtkWidget *label = gtk_label_new (column->title);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, column->title);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "caption-heading");
  return label;
}

static void
add_line (KpDraftTable *self,
          GtkGrid *grid,
          guint row,
          const int *widths)
{
  g_autofree char *number = g_strdup_printf ("%u", row + 1);
  GtkWidget *label = gtk_label_new (number);

  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_add_css_class (label, "numeric");
  gtk_grid_attach (grid, label, 0, (int) row + 1, 1, 1);
  for (guint c = 0; c < kp_scheme_draft_get_n_columns (self->draft, self->sheet); c++)
    {
      GtkWidget *cell = add_cell (self, row, c, widths[c]);

      gtk_widget_set_hexpand (cell, is_long (kp_scheme_draft_get_column (self->draft, self->sheet, c)));
      gtk_grid_attach (grid, cell, (int) c + 1, (int) row + 1, 1, 1);
    }
}

static void
build_list (KpDraftTable *self)
{
  const guint n_columns = kp_scheme_draft_get_n_columns (self->draft, self->sheet);
  g_autofree int *widths = g_new (int, n_columns);
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());

  gtk_widget_add_css_class (GTK_WIDGET (grid), "draft");
  gtk_grid_set_column_spacing (grid, 3);
  gtk_grid_set_row_spacing (grid, 3);
  for (guint c = 0; c < n_columns; c++)
    {
      widths[c] = get_width (self, c);
      gtk_grid_attach (grid, new_heading (kp_scheme_draft_get_column (self->draft, self->sheet, c)), (int) c + 1, 0, 1, 1);
    }
  self->n_rows = kp_scheme_draft_get_n_rows (self->draft, self->sheet);
  for (guint i = 0; i < self->n_rows; i++)
    add_line (self, grid, i, widths);
  gtk_scrolled_window_set_child (self->scrolled, GTK_WIDGET (grid));
}

static void
build_nothing (KpDraftTable *self)
{
  GtkWidget *page = adw_status_page_new ();

  self->n_rows = 0;
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "view-list-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), kp_scheme_draft_get_name (self->draft, self->sheet));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("The notice says nothing of it. Add a row to write it, or paste cells of a spreadsheet."));
  gtk_scrolled_window_set_child (self->scrolled, page);
}

static void
retire (KpDraftTable *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    kp_draft_cell_retire (g_ptr_array_index (self->cells, i));
  g_ptr_array_set_size (self->cells, 0);
}

static void
build (KpDraftTable *self)
{
  retire (self);
  if (self->section != NULL)
    build_settings (self);
  else if (kp_scheme_draft_get_n_rows (self->draft, self->sheet) == 0)
    build_nothing (self);
  else
    build_list (self);
}

static void
kp_draft_table_finalize (GObject *object)
{
  g_ptr_array_unref (KP_DRAFT_TABLE (object)->cells);
  G_OBJECT_CLASS (kp_draft_table_parent_class)->finalize (object);
}

static void
kp_draft_table_class_init (KpDraftTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kp_draft_table_finalize;
  signals[CHANGED] = g_signal_new ("changed", KP_TYPE_DRAFT_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kp_draft_table_init (KpDraftTable *self)
{
  self->cells = g_ptr_array_new ();
  self->scrolled = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->scrolled), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->scrolled), TRUE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->scrolled));
}

/** kp_draft_table_new: an empty one. */
GtkWidget *
kp_draft_table_new (void)
{
  return g_object_new (KP_TYPE_DRAFT_TABLE, NULL);
}

/** kp_draft_table_clear: shows nothing; before the draft goes. */
void
kp_draft_table_clear (KpDraftTable *self)
{
  retire (self);
  gtk_scrolled_window_set_child (self->scrolled, NULL);
  self->draft = NULL;
}

/** kp_draft_table_show_settings: what a section of the notice says that is no list. */
void
kp_draft_table_show_settings (KpDraftTable *self,
                              KpSchemeDraft *draft,
                              const char *section)
{
  self->draft = draft;
  self->sheet = 0;
  self->section = section;
  build (self);
}

/** kp_draft_table_show_list: the rows of one list. */
void
kp_draft_table_show_list (KpDraftTable *self,
                          KpSchemeDraft *draft,
                          guint sheet)
{
  self->draft = draft;
  self->sheet = sheet;
  self->section = NULL;
  build (self);
}

/** kp_draft_table_load: shows the draft as it is now. */
void
kp_draft_table_load (KpDraftTable *self)
{
  if (self->section == NULL && self->n_rows != kp_scheme_draft_get_n_rows (self->draft, self->sheet))
    build (self);
  else
    for (guint i = 0; i < self->cells->len; i++)
      kp_draft_cell_load (g_ptr_array_index (self->cells, i));
}

/** kp_draft_table_commit: takes what is being typed; at most one cell is. */
void
kp_draft_table_commit (KpDraftTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *cell = focus != NULL ? gtk_widget_get_ancestor (focus, KP_TYPE_DRAFT_CELL) : NULL;

  if (cell != NULL)
    kp_draft_cell_commit (KP_DRAFT_CELL (cell));
}

/** kp_draft_table_mark: @problems (element-type KpDraftProblem) stand in their cells; of two in one the graver. */
void
kp_draft_table_mark (KpDraftTable *self,
                     const GPtrArray *problems)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      KpDraftCell *cell = g_ptr_array_index (self->cells, i);
      const KpDraftProblem *found = NULL;

      for (guint k = 0; k < problems->len; k++)
        {
          const KpDraftProblem *problem = g_ptr_array_index (problems, k);

          if (problem->sheet == self->sheet && problem->row == kp_draft_cell_get_row (cell)
              && problem->column == kp_draft_cell_get_column (cell) && (found == NULL || found->is_warning))
            found = problem;
        }
      kp_draft_cell_mark (cell, found);
    }
}

/** kp_draft_table_add_row: an empty one at the end of the list, to be written in. */
void
kp_draft_table_add_row (KpDraftTable *self)
{
  guint column = 0;

  kp_scheme_draft_add_row (self->draft, self->sheet);
  on_cell_changed (self);
  while (column + 1 < kp_scheme_draft_get_n_columns (self->draft, self->sheet)
         && *kp_scheme_draft_get_cell (self->draft, self->sheet, self->n_rows - 1, column) != '\0')
    column++;
  kp_draft_table_focus (self, self->n_rows - 1, column);
}

/** kp_draft_table_remove_row: the one in which somebody writes, with what belongs to it. Returns: whether there was one */
gboolean
kp_draft_table_remove_row (KpDraftTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *cell = focus != NULL ? gtk_widget_get_ancestor (focus, KP_TYPE_DRAFT_CELL) : NULL;
  guint row, column;

  if (cell == NULL || self->section != NULL || !gtk_widget_is_ancestor (cell, GTK_WIDGET (self)))
    return FALSE;
  row = kp_draft_cell_get_row (KP_DRAFT_CELL (cell));
  column = kp_draft_cell_get_column (KP_DRAFT_CELL (cell));
  kp_scheme_draft_remove_row (self->draft, self->sheet, row);
  on_cell_changed (self);
  if (self->n_rows > 0)
    kp_draft_table_focus (self, MIN (row, self->n_rows - 1), column);
  return TRUE;
}

/** kp_draft_table_get_sheet: of the draft; 0 for settings. */
guint
kp_draft_table_get_sheet (KpDraftTable *self)
{
  return self->sheet;
}

/** kp_draft_table_find_cell: NULL when it isn't shown. */
KpDraftCell *
kp_draft_table_find_cell (KpDraftTable *self,
                          guint row,
                          guint column)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      KpDraftCell *cell = g_ptr_array_index (self->cells, i);

      if (kp_draft_cell_get_row (cell) == row && kp_draft_cell_get_column (cell) == column)
        return cell;
    }
  return NULL;
}

/** kp_draft_table_focus: where the next word is written; nothing when there is no such cell. */
void
kp_draft_table_focus (KpDraftTable *self,
                      guint row,
                      guint column)
{
  KpDraftCell *cell = kp_draft_table_find_cell (self, row, column);

  if (cell != NULL)
    gtk_widget_child_focus (GTK_WIDGET (cell), GTK_DIR_TAB_FORWARD);
}
