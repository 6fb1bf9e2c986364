/* kp-room-sheet.c – the examiners' marks of one candidate: typed, added up, the extremes struck, the mean worked out.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A row for each examiner, a field for each element, or one for the total where the scheme knows none. What it shows is worked
 * out by the same function that makes the record's mark. */
#include "kp-room-sheet.h"

#include <glib/gi18n-lib.h>

#include "kp-mark-field.h"
#include "kp-panel-record.h"

#define MARK_CHARS 6
#define KEPT "kp-kept" /* what a field said when it was told of last */

/* One examiner. */
typedef struct
{
  GtkWidget *title;
  GPtrArray *fields; /* (element-type GtkEntry) */
  GtkLabel *total;
  GtkLabel *word; /* struck as highest or lowest */
  gboolean is_barred; /* must stay away from this candidate */
} Row;

struct _KpRoomSheet
{
  AdwBin parent_instance;

  GtkBox *box;
  GtkGrid *grid;
  GtkLabel *working;
  GPtrArray *rows;        /* (element-type Row) */
  const KpScheme *scheme; /* borrowed from the campaign */
  char *result;           /* (nullable): once all is in */
  gboolean is_typed;      /* fields may be typed in */
  gboolean is_whole;      /* one mark of each examiner, whatever the elements */
  const KpRoomSheetFuncs *funcs;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (KpRoomSheet, kp_room_sheet, ADW_TYPE_BIN)

static void
row_free (gpointer data)
{
  Row *row = data;

  g_ptr_array_unref (row->fields);
  g_free (row);
}

static guint
count_columns (KpRoomSheet *self)
{
  return self->is_whole ? 1 : MAX (self->scheme->interview.elements->len, 1);
}

static const char *
get_element (KpRoomSheet *self,
             guint column)
{
  return !self->is_whole && self->scheme->interview.elements->len > 0
             ? ((const KpSchemeElement *) g_ptr_array_index (self->scheme->interview.elements, column))->code
             : "";
}

static const char *
get_text (KpRoomSheet *self,
          guint row,
          guint column)
{
  const Row *one = g_ptr_array_index (self->rows, row);

  return gtk_editable_get_text (GTK_EDITABLE (g_ptr_array_index (one->fields, column)));
}

/* FALSE: it says no mark. */
static gboolean
read_field (KpRoomSheet *self,
            guint row,
            guint column,
            KpPanelMarkRecord *record,
            GError **error)
{
  *record = (KpPanelMarkRecord) { .examiner = row + 1, .element = get_element (self, column), .state = "given" };
  return kp_interview_parse_mark (self->scheme, get_text (self, row, column), record, error);
}

/* ---- adding up ---- */

static void
add_record (GPtrArray *records,
            const KpPanelMarkRecord *record)
{
  g_ptr_array_add (records, g_memdup2 (record, sizeof *record));
}

/* Marks of one examiner; FALSE while one is wanting. */
static gboolean
read_row (KpRoomSheet *self,
          guint row,
          GPtrArray *records)
{
  for (guint column = 0; column < count_columns (self); column++)
    {
      KpPanelMarkRecord record;

      if (!read_field (self, row, column, &record, NULL))
        return FALSE;
      add_record (records, &record);
    }
  return TRUE;
}

static void
strike (const Row *row,
        const char *word)
{
  GtkWidget *widgets[] = { row->title, GTK_WIDGET (row->total) };

  gtk_label_set_label (row->word, word);
  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    {
      if (*word != '\0')
        gtk_widget_add_css_class (widgets[i], "struck");
      else
        gtk_widget_remove_css_class (widgets[i], "struck");
    }
}

/* "highest:6;lowest:3" */
static void
strike_rows (KpRoomSheet *self,
             const char *dropped)
{
  g_auto (GStrv) parts = g_strsplit (dropped, ";", -1);

  for (guint i = 0; i < self->rows->len; i++)
    if (!((const Row *) g_ptr_array_index (self->rows, i))->is_barred)
      strike (g_ptr_array_index (self->rows, i), "");
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *number = strchr (parts[i], ':');
      const guint64 examiner = number != NULL ? g_ascii_strtoull (number + 1, NULL, 10) : 0;

      if (examiner >= 1 && examiner <= self->rows->len)
        strike (g_ptr_array_index (self->rows, (guint) examiner - 1),
                g_str_has_prefix (parts[i], "highest") ? _("highest, dropped") : _("lowest, dropped"));
    }
}

/* (84.20 + 85.10 + 86.00) ÷ 3 = 85.10 */
static char *
dup_working (KpRoomSheet *self,
             const KpPanelResult *result,
             const char *mark)
{
  g_autoptr (GString) sum = g_string_new (NULL);

  if (self->scheme->interview.panel.drops_by_element)
    return g_strdup_printf (_("Highest and lowest dropped in each element, then added up: %s"), mark);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);

      if (*gtk_label_get_label (row->word) != '\0' || *gtk_label_get_label (row->total) == '\0')
        continue;
      g_string_append_printf (sum, "%s%s", sum->len > 0 ? " + " : "", gtk_label_get_label (row->total));
    }
  return g_strdup_printf ("(%s) ÷ %u = %s", sum->str, result->n_counted, mark);
}

static void
show_result (KpRoomSheet *self,
             GPtrArray *records)
{
  g_autofree char *dropped = NULL;
  g_autofree char *working = NULL;
  KpPanelResult result = { 0 };
  KpPanelRecordFault fault;

  g_clear_pointer (&self->result, g_free);
  if (records == NULL || !kp_panel_record_decide (self->scheme, records, &result, &dropped, &fault))
    {
      strike_rows (self, "");
      gtk_label_set_label (self->working, "");
      return;
    }
  strike_rows (self, dropped);
  self->result = kp_mark_dup_text (result.mark, self->scheme->interview.panel.decimals);
  working = dup_working (self, &result, self->result);
  gtk_label_set_label (self->working, working);
}

/* The sums of the rows, and the mean once all are in. */
static void
add_up (KpRoomSheet *self)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_free);
  guint n_in = 0, n_all = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (self->rows, i);
      g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *text = NULL;
      KpMark sum = 0;

      if (read_row (self, i, own) && kp_panel_record_sum (self->scheme, own, &sum))
        {
          text = kp_mark_dup_text (sum, MAX (self->scheme->interview.panel.sheet_decimals, 2));
          n_in++;
          g_ptr_array_extend_and_steal (all, g_steal_pointer (&own));
        }
      n_all += !row->is_barred;
      gtk_label_set_label (row->total, text != NULL ? text : "");
    }
  show_result (self, n_in > 0 && n_in == n_all ? all : NULL);
  self->funcs->count (n_in, n_all, self->data);
}

/* ---- typing ---- */

static gboolean
find_field (KpRoomSheet *self,
            GtkWidget *field,
            guint *row,
            guint *column)
{
  for (*row = 0; *row < self->rows->len; (*row)++)
    {
      const Row *one = g_ptr_array_index (self->rows, *row);

      if (g_ptr_array_find (one->fields, field, column))
        return TRUE;
    }
  return FALSE;
}

/* Once for each change, however often the field is left. */
static void
tell_typed (KpRoomSheet *self,
            GtkWidget *field)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (field));

  if (g_strcmp0 (g_object_get_data (G_OBJECT (field), KEPT), text) == 0)
    return;
  g_object_set_data_full (G_OBJECT (field), KEPT, g_strdup (text), g_free);
  self->funcs->typed (self->data);
}

/* FALSE: it stays. An empty field is no mark and no mistake. */
static gboolean
take (KpRoomSheet *self,
      GtkWidget *field,
      guint row,
      guint column)
{
  KpPanelMarkRecord record;
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;

  if (*get_text (self, row, column) != '\0' && !read_field (self, row, column, &record, &error))
    {
      sentence = g_strdup_printf (_("Examiner %u: %s"), row + 1, error->message);
      kp_mark_field_set_wrong (field, TRUE);
      gtk_widget_error_bell (field);
      self->funcs->refuse (sentence, self->data);
      gtk_editable_select_region (GTK_EDITABLE (field), 0, -1);
      return FALSE;
    }
  kp_mark_field_set_wrong (field, FALSE);
  self->funcs->refuse (NULL, self->data);
  add_up (self);
  tell_typed (self, field);
  return TRUE;
}

static void
go (KpRoomSheet *self,
    guint row,
    guint column,
    int step)
{
  const int n_columns = (int) count_columns (self);
  const int to = (int) row * n_columns + (int) column + step;

  if (to < 0)
    return;
  if (to < n_columns * (int) self->rows->len)
    {
      const Row *one = g_ptr_array_index (self->rows, (guint) (to / n_columns));

      gtk_widget_grab_focus (g_ptr_array_index (one->fields, (guint) (to % n_columns)));
    }
  else if (self->result != NULL)
    self->funcs->complete (self->data);
}

static void
on_activate (GtkWidget *field,
             gpointer data)
{
  KpRoomSheet *self = data;
  guint row, column;

  if (find_field (self, field, &row, &column) && take (self, field, row, column))
    go (self, row, column, 1);
}

/* What isn't left yet goes back to what stood in the field; what is, stands in the record. */
static void
undo (GtkWidget *field)
{
  const char *kept = g_object_get_data (G_OBJECT (field), KEPT);

  if (g_strcmp0 (kept, gtk_editable_get_text (GTK_EDITABLE (field))) == 0)
    gtk_widget_activate_action (field, "room.undo", NULL);
  else
    gtk_editable_set_text (GTK_EDITABLE (field), kept != NULL ? kept : "");
}

static gboolean
on_key (GtkWidget *field,
        guint key,
        gpointer data)
{
  KpRoomSheet *self = data;
  guint row, column;

  if (!find_field (self, field, &row, &column))
    return FALSE;
  if (key == GDK_KEY_KP_Subtract || key == GDK_KEY_minus)
    go (self, row, column, -1);
  else if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    go (self, row, column, -(int) count_columns (self));
  else if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    go (self, row, column, (int) count_columns (self));
  else if (key == GDK_KEY_Undo)
    undo (field);
  else
    return FALSE;
  return TRUE;
}

static void
on_leave (GtkWidget *field,
          gpointer data)
{
  KpRoomSheet *self = data;
  guint row, column;

  if (self->is_typed && self->rows != NULL && find_field (self, field, &row, &column))
    take (self, field, row, column);
}

static const KpMarkFieldFuncs field_funcs = { on_activate, on_leave, on_key };

/* ---- the rows ---- */

static GtkWidget *
make_field (KpRoomSheet *self,
            guint row,
            const char *element,
            const char *text,
            gboolean is_sensitive)
{
  g_autofree char *label = g_strdup_printf (_("Examiner %u, %s"), row + 1, element);
  GtkWidget *field = kp_mark_field_new (label, MARK_CHARS, &field_funcs, self);

  gtk_editable_set_text (GTK_EDITABLE (field), text);
  g_object_set_data_full (G_OBJECT (field), KEPT, g_strdup (text), g_free);
  gtk_widget_set_sensitive (field, is_sensitive);
  return field;
}

/* What the record holds of that field; "" = nothing. */
static char *
dup_stored (KpRoomSheet *self,
            const KpRoomCandidate *candidate,
            guint row,
            const char *element)
{
  for (guint i = 0; i < candidate->marks->len; i++)
    {
      const KpPanelMarkRecord *mark = g_ptr_array_index (candidate->marks, i);

      if (mark->examiner == row + 1 && g_str_equal (mark->element, element))
        return kp_mark_dup_text (mark->mark, self->scheme->interview.panel.sheet_decimals);
    }
  return g_strdup ("");
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_head (KpRoomSheet *self)
{
  const GPtrArray *elements = self->scheme->interview.elements;

  for (guint i = 0; !self->is_whole && i < elements->len; i++)
    {
      const KpSchemeElement *element = g_ptr_array_index (elements, i);
      g_autofree char *full = kp_mark_dup_text (element->full, 0);
      g_autofree char *title = g_strdup_printf ("%s\n%s", element->name, full);
      GtkWidget *label = make_label (title, "dim-label");

      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (label), 10);
      gtk_grid_attach (self->grid, label, (int) i + 1, 0, 1, 1);
    }
  gtk_grid_attach (self->grid, make_label (_("Total"), "dim-label"), (int) count_columns (self) + 1, 0, 1, 1);
}

static void
add_row (KpRoomSheet *self,
         const KpRoomCandidate *candidate,
         guint index)
{
  const gboolean is_barred = kp_room_candidate_is_barred (candidate, index + 1);
  g_autofree char *name = g_strdup_printf (_("Examiner %u"), index + 1);
  const int top = (int) index + 1;
  Row *row = g_new0 (Row, 1);

  row->is_barred = is_barred;
  row->fields = g_ptr_array_new ();
  row->title = make_label (name, "numeric");
  gtk_grid_attach (self->grid, row->title, 0, top, 1, 1);
  for (guint column = 0; column < count_columns (self); column++)
    {
      const char *element = get_element (self, column);
      g_autofree char *stored = dup_stored (self, candidate, index, element);
      GtkWidget *field = make_field (self, index, *element != '\0' ? element : _("Total"), stored, self->is_typed && !is_barred);

      gtk_grid_attach (self->grid, field, (int) column + 1, top, 1, 1);
      g_ptr_array_add (row->fields, field);
    }
  row->total = GTK_LABEL (make_label ("", "numeric"));
  gtk_label_set_width_chars (row->total, MARK_CHARS + 1);
  gtk_label_set_xalign (row->total, 1.0f);
  gtk_widget_add_css_class (GTK_WIDGET (row->total), "heading");
  gtk_grid_attach (self->grid, GTK_WIDGET (row->total), (int) count_columns (self) + 1, top, 1, 1);
  row->word = GTK_LABEL (make_label (is_barred ? _("must stay away") : "", "caption"));
  gtk_label_set_width_chars (row->word, 14);
  gtk_label_set_xalign (row->word, 0.0f);
  gtk_grid_attach (self->grid, GTK_WIDGET (row->word), (int) count_columns (self) + 2, top, 1, 1);
  g_ptr_array_add (self->rows, row);
}

static void
kp_room_sheet_dispose (GObject *object)
{
  KpRoomSheet *self = KP_ROOM_SHEET (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->result, g_free);
  G_OBJECT_CLASS (kp_room_sheet_parent_class)->dispose (object);
}

static void
kp_room_sheet_class_init (KpRoomSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kp_room_sheet_dispose;
}

static void
kp_room_sheet_init (KpRoomSheet *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
}

/** kp_room_sheet_set_funcs: who is told; @funcs must outlive the sheet. */
void
kp_room_sheet_set_funcs (KpRoomSheet *sheet,
                         const KpRoomSheetFuncs *funcs,
                         gpointer data)
{
  sheet->funcs = funcs;
  sheet->data = data;
}

/** kp_room_sheet_clear: nobody's. */
void
kp_room_sheet_clear (KpRoomSheet *sheet)
{
  sheet->is_typed = FALSE;
  g_ptr_array_set_size (sheet->rows, 0);
  g_clear_pointer (&sheet->result, g_free);
  adw_bin_set_child (ADW_BIN (sheet), NULL);
}

/* Totals of the examiners were imported, without the elements of the scheme. */
static gboolean
has_whole_marks (const KpRoomCandidate *candidate)
{
  for (guint i = 0; i < candidate->marks->len; i++)
    if (*((const KpPanelMarkRecord *) g_ptr_array_index (candidate->marks, i))->element != '\0')
      return FALSE;
  return candidate->marks->len > 0;
}

/** kp_room_sheet_show: the marks of @candidate; they may be typed until two people have checked them. */
void
kp_room_sheet_show (KpRoomSheet *sheet,
                    const KpScheme *scheme,
                    const KpRoomCandidate *candidate)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  kp_room_sheet_clear (sheet);
  sheet->scheme = scheme;
  sheet->is_typed = candidate->state != KP_ROOM_CHECKED;
  sheet->is_whole = has_whole_marks (candidate);
  sheet->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (sheet->grid, 9);
  gtk_grid_set_row_spacing (sheet->grid, 3);
  gtk_widget_set_halign (GTK_WIDGET (sheet->grid), GTK_ALIGN_CENTER);
  sheet->working = GTK_LABEL (make_label ("", "title-2"));
  gtk_widget_add_css_class (GTK_WIDGET (sheet->working), "numeric");
  gtk_label_set_wrap (sheet->working, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (sheet->grid));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (sheet->working));
  adw_bin_set_child (ADW_BIN (sheet), box);
  add_head (sheet);
  for (guint i = 0; i < scheme->interview.panel.n_examiners; i++)
    add_row (sheet, candidate, i);
  add_up (sheet);
}

/** kp_room_sheet_start: the keys go to the first field without a mark. */
void
kp_room_sheet_start (KpRoomSheet *sheet)
{
  for (guint i = 0; i < sheet->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (sheet->rows, i);

      for (guint column = 0; column < row->fields->len; column++)
        {
          GtkWidget *field = g_ptr_array_index (row->fields, column);

          if (!gtk_widget_is_sensitive (field) || *gtk_editable_get_text (GTK_EDITABLE (field)) != '\0')
            continue;
          gtk_widget_grab_focus (field);
          return;
        }
    }
}

/* @key: of the texts that the fields were left with; NULL = as they are. */
static KpTypedMark *
list_marks (KpRoomSheet *self,
            const char *key,
            guint *n_marks)
{
  KpTypedMark *marks = g_new0 (KpTypedMark, self->rows->len * count_columns (self) + 1);

  *n_marks = 0;
  for (guint row = 0; row < self->rows->len; row++)
    for (guint column = 0; column < count_columns (self); column++)
      {
        const Row *one = g_ptr_array_index (self->rows, row);
        const char *text = key != NULL ? g_object_get_data (g_ptr_array_index (one->fields, column), key)
                                       : get_text (self, row, column);

        if (*text != '\0')
          marks[(*n_marks)++] = (KpTypedMark) { row + 1, get_element (self, column), text };
      }
  return marks;
}

/** kp_room_sheet_get_marks: what is typed, element by element (transfer container); texts are the sheet's. */
KpTypedMark *
kp_room_sheet_get_marks (KpRoomSheet *sheet,
                         guint *n_marks)
{
  return list_marks (sheet, NULL, n_marks);
}

/** kp_room_sheet_get_left_marks: as kp_room_sheet_get_marks(), without what is being typed: a 2 may be on its way to 25. */
KpTypedMark *
kp_room_sheet_get_left_marks (KpRoomSheet *sheet,
                              guint *n_marks)
{
  return list_marks (sheet, KEPT, n_marks);
}

/** kp_room_sheet_get_result: the mark, once all are in; (nullable). */
const char *
kp_room_sheet_get_result (KpRoomSheet *sheet)
{
  return sheet->result;
}

/** kp_room_sheet_fill: what was left in the fields is what @candidate has, before the room is read anew. */
void
kp_room_sheet_fill (KpRoomSheet *sheet,
                    KpRoomCandidate *candidate)
{
  guint n_marks = 0;
  g_autofree KpTypedMark *marks = kp_room_sheet_get_left_marks (sheet, &n_marks);

  g_ptr_array_set_size (candidate->marks, 0);
  for (guint i = 0; i < n_marks; i++)
    {
      KpPanelMarkRecord record
          = { .campaign = "", .code = candidate->code, .examiner = marks[i].examiner, .element = marks[i].element, .source = "",
              .state = "given" };

      if (kp_interview_parse_mark (sheet->scheme, marks[i].text, &record, NULL))
        g_ptr_array_add (candidate->marks, kp_record_copy (&kp_panel_mark_table, &record));
    }
  if (candidate->state != KP_ROOM_ENTERED)
    return;
  g_free (candidate->result);
  candidate->result = g_strdup (kp_room_sheet_get_result (sheet));
  candidate->state = candidate->result != NULL ? KP_ROOM_ENTERED : KP_ROOM_WAITING;
}
