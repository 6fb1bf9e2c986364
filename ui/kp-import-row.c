/* kp-import-row.c – one row of a workbook with what is to be said of it, as a line.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-import-row.h"

#include <glib/gi18n-lib.h>

struct _KpImportRow
{
  GObject parent_instance;

  const KpRegistrationRow *row; /* borrowed: whoever frees the book takes the rows away first */
};

G_DEFINE_FINAL_TYPE (KpImportRow, kp_import_row, G_TYPE_OBJECT)

typedef enum
{
  COLUMN_ROW,
  COLUMN_VERDICT,
  COLUMN_NAME,
  COLUMN_FAULTS,
  N_COLUMNS
} Column;

static void
kp_import_row_class_init (KpImportRowClass *klass G_GNUC_UNUSED)
{
}

static void
kp_import_row_init (KpImportRow *self G_GNUC_UNUSED)
{
}

/** kp_import_row_new: of @row, which must outlive it. (transfer full) */
KpImportRow *
kp_import_row_new (const KpRegistrationRow *row)
{
  KpImportRow *self = g_object_new (KP_TYPE_IMPORT_ROW, NULL);

  self->row = row;
  return self;
}

/** kp_import_row_get: what was read and judged. */
const KpRegistrationRow *
kp_import_row_get (KpImportRow *row)
{
  return row->row;
}

/** kp_import_verdict_get_word: what people call it. */
const char *
kp_import_verdict_get_word (KpRegistrationVerdict verdict)
{
  switch (verdict)
    {
    case KP_REGISTRATION_OK:
      return _("Good");
    case KP_REGISTRATION_WARN:
      return _("Good, with a remark");
    case KP_REGISTRATION_REJECT:
      return _("Refused");
    case KP_REGISTRATION_CONFLICT:
    default:
      return _("The same person again");
    }
}

static char *
dup_faults (const KpRegistrationRow *row)
{
  GString *text = g_string_new (row->is_already_recorded ? _("In the record already, the same in everything.") : NULL);

  for (guint i = 0; i < row->n_faults; i++)
    g_string_append (text, row->faults[i].message);
  return g_string_free (text, FALSE);
}

static char *
dup_cell (const KpRegistrationRow *row,
          Column column)
{
  switch (column)
    {
    case COLUMN_ROW:
      return g_strdup_printf ("%u", row->sheet_row);
    case COLUMN_VERDICT:
      return g_strdup (kp_import_verdict_get_word (row->verdict));
    case COLUMN_NAME:
      return g_strdup (row->registration.name);
    case COLUMN_FAULTS:
    case N_COLUMNS:
    default:
      return dup_faults (row);
    }
}

static void
on_setup (GtkSignalListItemFactory *factory G_GNUC_UNUSED,
          GtkListItem *item,
          gpointer column)
{
  GtkWidget *label = gtk_label_new (NULL);
  const gboolean is_long = GPOINTER_TO_UINT (column) == COLUMN_FAULTS;

  gtk_label_set_xalign (GTK_LABEL (label), GPOINTER_TO_UINT (column) == COLUMN_ROW ? 1 : 0);
  gtk_label_set_wrap (GTK_LABEL (label), is_long);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory G_GNUC_UNUSED,
         GtkListItem *item,
         gpointer column)
{
  KpImportRow *row = gtk_list_item_get_item (item);
  g_autofree char *text = dup_cell (row->row, (Column) GPOINTER_TO_UINT (column));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

/** kp_import_row_add_columns: row, verdict, name, and what is wrong. */
void
kp_import_row_add_columns (GtkColumnView *view)
{
  static const char *const titles[N_COLUMNS] = { N_("Row"), N_("Verdict"), N_("Full name"), N_("What is wrong") };

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (on_setup), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (on_bind), GUINT_TO_POINTER (i));
      column = gtk_column_view_column_new (_(titles[i]), factory);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_expand (column, i == COLUMN_FAULTS);
      gtk_column_view_append_column (view, column);
    }
}
