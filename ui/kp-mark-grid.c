/* kp-mark-grid.c – the scripts of one bundle, a field each, for somebody who types with one hand on the number keys.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Enter takes a mark and goes on; * is absent, / a breach, - goes back: all of it on the number keys. What can't be a mark
 * stays where it is, with a bell and a sentence, until it is put right. Nothing of the other entry is here. */
#include "kp-mark-grid.h"

#include <glib/gi18n-lib.h>

#include "kp-mark-entry.h"
#include "kp-mark-field.h"

#define ROWS 15 /* as many as fit a small screen without scrolling; the next column goes on */
#define MARK_CHARS 7

struct _KpMarkGrid
{
  AdwBin parent_instance;

  GtkGrid *grid;
  GPtrArray *fields; /* (element-type GtkEntry): of the bundle, in order; borrowed */
  KpMarkDesk *desk;  /* borrowed from the page */
  guint first;       /* script of the first field */
  GtkWidget *refused; /* (nullable): the field whose text was refused last */
  const KpMarkGridFuncs *funcs;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (KpMarkGrid, kp_mark_grid, ADW_TYPE_BIN)

typedef enum
{
  FIELD_PLAIN,
  FIELD_SAVING,
  FIELD_SAVED,
  FIELD_WRONG,
} FieldState;

static void
set_class (GtkWidget *field,
           const char *name,
           gboolean is_set)
{
  if (is_set)
    gtk_widget_add_css_class (field, name);
  else
    gtk_widget_remove_css_class (field, name);
}

static void
set_state (GtkWidget *field,
           FieldState state)
{
  set_class (field, "saving", state == FIELD_SAVING);
  set_class (field, "saved", state == FIELD_SAVED);
  kp_mark_field_set_wrong (field, state == FIELD_WRONG);
}

static KpMarkScript *
get_script (KpMarkGrid *self,
            guint field)
{
  return g_ptr_array_index (self->desk->scripts, self->first + field);
}

static GtkWidget *
get_field (KpMarkGrid *self,
           guint script)
{
  return script >= self->first && script - self->first < self->fields->len
             ? g_ptr_array_index (self->fields, script - self->first)
             : NULL;
}

static gboolean
find_field (KpMarkGrid *self,
            GtkWidget *field,
            guint *index)
{
  return g_ptr_array_find (self->fields, field, index);
}

static char *
dup_label (const KpMarkScript *script)
{
  return script->seat > 0 ? g_strdup_printf ("%02u", script->seat) : g_strdup (script->number);
}

/* ---- going about ---- */

/* The next field in that direction that may be typed in. */
static GtkWidget *
find_open (KpMarkGrid *self,
           int from,
           int step)
{
  for (int i = from; i >= 0 && (guint) i < self->fields->len; i += step)
    {
      GtkWidget *field = g_ptr_array_index (self->fields, (guint) i);

      if (gtk_widget_is_sensitive (field))
        return field;
    }
  return NULL;
}

/* What the record refused while the clerk typed on. */
static GtkWidget *
find_wrong (KpMarkGrid *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      GtkWidget *field = g_ptr_array_index (self->fields, i);

      if (kp_mark_field_is_wrong (field))
        return field;
    }
  return NULL;
}

static void
go (KpMarkGrid *self,
    guint index,
    int step)
{
  GtkWidget *field = find_open (self, (int) index + step, step);

  if (field == NULL && step > 0)
    field = find_wrong (self);
  if (field != NULL)
    gtk_widget_grab_focus (field);
  else if (step > 0)
    self->funcs->end (self->data);
}

/* ---- typing ---- */

static void
refuse (KpMarkGrid *self,
        guint index,
        const char *message)
{
  GtkWidget *field = g_ptr_array_index (self->fields, index);
  g_autofree char *label = dup_label (get_script (self, index));
  g_autofree char *sentence = g_strdup_printf ("%s · %s", label, message);

  set_state (field, FIELD_WRONG);
  gtk_widget_error_bell (field);
  self->refused = field;
  self->funcs->refuse (sentence, self->data);
  gtk_editable_select_region (GTK_EDITABLE (field), 0, -1);
}

/* FALSE: it stays. */
static gboolean
take (KpMarkGrid *self,
      guint index)
{
  GtkEditable *field = g_ptr_array_index (self->fields, index);
  KpMarkScript *script = get_script (self, index);
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (field)));
  g_autofree char *shown = NULL;
  g_autofree char *was = NULL;
  KpStatedMark value = { KP_MARK_NOT_ENTERED, 0 };
  g_autoptr (GError) error = NULL;

  if (*typed != '\0' && !kp_step_parse_mark (&self->desk->range, typed, &value, &error))
    {
      refuse (self, index, error->message);
      return FALSE;
    }
  self->refused = NULL;
  self->funcs->refuse (NULL, self->data);
  shown = value.state == KP_MARK_NOT_ENTERED ? g_strdup ("")
          : value.state == KP_MARK_PRESENT   ? kp_mark_dup_text (value.mark, self->desk->range.decimals)
                                             : g_strdup (kp_mark_entry_get_word (value.state));
  gtk_editable_set_text (field, shown);
  if (g_strcmp0 (shown, script->text != NULL ? script->text : "") == 0)
    return TRUE;
  was = script->text != NULL ? g_steal_pointer (&script->text) : g_strdup ("");
  script->text = *shown != '\0' ? g_strdup (shown) : NULL;
  script->value = value;
  set_state (GTK_WIDGET (field), FIELD_SAVING);
  self->funcs->enter (self->first + index, shown, was, self->data);
  return TRUE;
}

static void
on_activate (GtkWidget *field,
             gpointer data)
{
  KpMarkGrid *self = data;
  guint index;

  if (find_field (self, field, &index) && take (self, index))
    go (self, index, 1);
}

static void
state_key (KpMarkGrid *self,
           GtkWidget *field,
           KpMarkState state)
{
  gtk_editable_set_text (GTK_EDITABLE (field), kp_mark_entry_get_word (state));
  on_activate (field, self);
}

static gboolean
is_unchanged (KpMarkGrid *self,
              guint index)
{
  const char *text = get_script (self, index)->text;
  const char *typed = gtk_editable_get_text (g_ptr_array_index (self->fields, index));

  return g_strcmp0 (typed, text != NULL ? text : "") == 0;
}

/* First what is typed and not taken yet, then what is in the record. */
static void
undo (KpMarkGrid *self,
      guint index)
{
  GtkWidget *field = g_ptr_array_index (self->fields, index);
  const char *text = get_script (self, index)->text;

  if (is_unchanged (self, index))
    gtk_widget_activate_action (field, "win.undo", NULL);
  else
    gtk_editable_set_text (GTK_EDITABLE (field), text != NULL ? text : "");
}

static gboolean
on_key (GtkWidget *field,
        guint key,
        gpointer data)
{
  KpMarkGrid *self = data;
  guint index;

  if (!find_field (self, field, &index))
    return FALSE;
  switch (key)
    {
    case GDK_KEY_KP_Multiply:
    case GDK_KEY_asterisk:
      state_key (self, field, KP_MARK_ABSENT);
      return TRUE;
    case GDK_KEY_KP_Divide:
    case GDK_KEY_slash:
      state_key (self, field, KP_MARK_BREACH);
      return TRUE;
    case GDK_KEY_KP_Subtract:
    case GDK_KEY_minus:
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      go (self, index, -1);
      return TRUE;
    case GDK_KEY_Undo:
      undo (self, index);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      go (self, index, 1);
      return TRUE;
    default:
      return FALSE;
    }
}

/* Whoever leaves a field with the mouse or Tab means what stands in it, as with Enter; where nothing was typed, what is said of
   another field stays. */
static void
on_leave (GtkWidget *field,
          gpointer data)
{
  KpMarkGrid *self = data;
  guint index;

  if (self->desk != NULL && find_field (self, field, &index) && gtk_widget_is_sensitive (field)
      && (field == self->refused || !is_unchanged (self, index)))
    take (self, index);
}

static const KpMarkFieldFuncs field_funcs = { on_activate, on_leave, on_key };

/* ---- the fields ---- */

static void
show_script (GtkWidget *field,
             const KpMarkScript *script)
{
  if (script->text != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (field), script->text);
      set_state (field, FIELD_SAVED);
    }
  if (script->decided != KP_MARK_NOT_ENTERED)
    gtk_entry_set_placeholder_text (GTK_ENTRY (field), kp_mark_entry_get_word (script->decided));
  if (script->fault != NULL)
    {
      gtk_entry_set_placeholder_text (GTK_ENTRY (field), "–");
      gtk_widget_set_tooltip_text (field, script->fault);
      gtk_widget_set_sensitive (field, FALSE);
    }
}

static void
add_script (KpMarkGrid *self,
            guint index)
{
  const KpMarkScript *script = get_script (self, index);
  g_autofree char *number = dup_label (script);
  g_autofree char *label = g_strdup_printf (script->seat > 0 ? _("Seat %s") : _("Number %s"), number);
  GtkWidget *title = gtk_label_new (number);
  GtkWidget *field = kp_mark_field_new (label, MARK_CHARS, &field_funcs, self);
  const int column = (int) (index / ROWS) * 2;
  const int row = (int) (index % ROWS);

  show_script (field, script);
  gtk_label_set_xalign (GTK_LABEL (title), 1.0f);
  gtk_widget_add_css_class (title, "numeric");
  gtk_widget_add_css_class (title, "dim-label");
  if (column > 0)
    gtk_widget_set_margin_start (title, 24);
  gtk_grid_attach (self->grid, title, column, row, 1, 1);
  gtk_grid_attach (self->grid, field, column + 1, row, 1, 1);
  g_ptr_array_add (self->fields, field);
}

static void
kp_mark_grid_dispose (GObject *object)
{
  KpMarkGrid *self = KP_MARK_GRID (object);

  self->desk = NULL;
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  G_OBJECT_CLASS (kp_mark_grid_parent_class)->dispose (object);
}

static void
kp_mark_grid_class_init (KpMarkGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kp_mark_grid_dispose;
}

static void
kp_mark_grid_init (KpMarkGrid *self)
{
  self->fields = g_ptr_array_new ();
  kp_mark_grid_clear (self);
}

/** kp_mark_grid_set_funcs: who is told; @funcs must outlive the grid. */
void
kp_mark_grid_set_funcs (KpMarkGrid *grid,
                        const KpMarkGridFuncs *funcs,
                        gpointer data)
{
  grid->funcs = funcs;
  grid->data = data;
}

/** kp_mark_grid_clear: no bundle. */
void
kp_mark_grid_clear (KpMarkGrid *grid)
{
  grid->desk = NULL;
  grid->refused = NULL;
  g_ptr_array_set_size (grid->fields, 0);
  grid->grid = GTK_GRID (gtk_grid_new ());
  gtk_widget_set_halign (GTK_WIDGET (grid->grid), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (grid->grid), GTK_ALIGN_START);
  gtk_grid_set_column_spacing (grid->grid, 6);
  gtk_grid_set_row_spacing (grid->grid, 2);
  adw_bin_set_child (ADW_BIN (grid), GTK_WIDGET (grid->grid));
}

/** kp_mark_grid_show: the scripts of that bundle. @desk must stay until another is shown or kp_mark_grid_clear(). */
void
kp_mark_grid_show (KpMarkGrid *grid,
                   KpMarkDesk *desk,
                   guint bundle)
{
  const KpMarkBundle *shown = &g_array_index (desk->bundles, KpMarkBundle, bundle);

  kp_mark_grid_clear (grid);
  grid->desk = desk;
  grid->first = shown->first;
  for (guint i = 0; i < shown->n_scripts; i++)
    add_script (grid, i);
}

/** kp_mark_grid_start: the keys go to the first script that this entry says nothing of. */
void
kp_mark_grid_start (KpMarkGrid *grid)
{
  GtkWidget *field = NULL;

  for (guint i = 0; i < grid->fields->len && field == NULL; i++)
    {
      const KpMarkScript *script = get_script (grid, i);

      if (script->text == NULL && script->fault == NULL && script->decided == KP_MARK_NOT_ENTERED)
        field = g_ptr_array_index (grid->fields, i);
    }
  if (field == NULL)
    field = find_open (grid, 0, 1);
  if (field != NULL)
    gtk_widget_grab_focus (field);
}

/** kp_mark_grid_saved: what was typed of @script is in the record. */
void
kp_mark_grid_saved (KpMarkGrid *grid,
                    guint script)
{
  GtkWidget *field = get_field (grid, script);

  if (field != NULL && !kp_mark_field_is_wrong (field))
    set_state (field, get_script (grid, script - grid->first)->text != NULL ? FIELD_SAVED : FIELD_PLAIN);
}

/** kp_mark_grid_put: the record says @text of @script again; the keys go there when it is shown. */
void
kp_mark_grid_put (KpMarkGrid *grid,
                  guint script,
                  const char *text)
{
  GtkWidget *field = get_field (grid, script);
  KpMarkScript *changed = grid->desk != NULL ? g_ptr_array_index (grid->desk->scripts, script) : NULL;
  KpStatedMark value = { KP_MARK_NOT_ENTERED, 0 };

  if (changed == NULL || (*text != '\0' && !kp_step_parse_mark (&grid->desk->range, text, &value, NULL)))
    return;
  g_free (changed->text);
  changed->text = *text != '\0' ? g_strdup (text) : NULL;
  changed->value = value;
  if (field == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (field), text);
  set_state (field, *text != '\0' ? FIELD_SAVED : FIELD_PLAIN);
  gtk_widget_grab_focus (field);
}

/** kp_mark_grid_failed: the record refused it. The keys stay where the clerk types by now; they come back to it at the end. */
void
kp_mark_grid_failed (KpMarkGrid *grid,
                     guint script)
{
  GtkWidget *field = get_field (grid, script);
  KpMarkScript *failed = grid->desk != NULL ? g_ptr_array_index (grid->desk->scripts, script) : NULL;

  if (failed == NULL)
    return;
  g_clear_pointer (&failed->text, g_free);
  failed->value = (KpStatedMark) { KP_MARK_NOT_ENTERED, 0 };
  if (field == NULL)
    return;
  set_state (field, FIELD_WRONG);
  gtk_widget_error_bell (field);
}
