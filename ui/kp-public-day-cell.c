/* kp-public-day-cell.c – one day of the calendar of a publicity.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the colour says is written, too: "休" or "班" beside the day, the number that it is counted with below. */
#include "kp-public-day-cell.h"

#include <glib/gi18n-lib.h>

/* No box: a box never has the focus itself. */
struct _KpPublicDayCell
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (KpPublicDayCell, kp_public_day_cell, GTK_TYPE_WIDGET)

static const char *const weekdays[][2] = {
  { N_ ("Monday"), NC_ ("a weekday", "Mon") },   { N_ ("Tuesday"), NC_ ("a weekday", "Tue") },
  { N_ ("Wednesday"), NC_ ("a weekday", "Wed") }, { N_ ("Thursday"), NC_ ("a weekday", "Thu") },
  { N_ ("Friday"), NC_ ("a weekday", "Fri") },   { N_ ("Saturday"), NC_ ("a weekday", "Sat") },
  { N_ ("Sunday"), NC_ ("a weekday", "Sun") },
};

static const char *const kinds[] = {
  [KP_DAY_WORKED] = N_ ("working day"),
  [KP_DAY_WEEKEND] = N_ ("weekend"),
  [KP_DAY_HOLIDAY] = N_ ("holiday"),
  [KP_DAY_SWAPPED] = N_ ("working day, for a holiday"),
};

static const char *const classes[] = {
  [KP_DAY_WORKED] = "worked",
  [KP_DAY_WEEKEND] = "off",
  [KP_DAY_HOLIDAY] = "off",
  [KP_DAY_SWAPPED] = "swapped",
};

/** kp_public_day_cell_get_weekday: its name; @weekday is 1 for Monday. */
const char *
kp_public_day_cell_get_weekday (guint weekday,
                                gboolean is_short)
{
  const char *const *names = weekdays[weekday - 1];

  return is_short ? g_dpgettext2 (GETTEXT_PACKAGE, "a weekday", names[1]) : _(names[0]);
}

/* ---- what is written ---- */

static char *
dup_mark (KpDayKind kind)
{
  switch (kind)
    {
    case KP_DAY_HOLIDAY:
      return g_strdup (C_ ("a day of the calendar", "off"));
    case KP_DAY_SWAPPED:
      return g_strdup (C_ ("a day of the calendar", "worked"));
    default:
      return NULL;
    }
}

static char *
dup_count (const KpPublicDay *day)
{
  if (day->part == KP_PUBLIC_PUBLISHED)
    return g_strdup (_("published"));
  if (day->part == KP_PUBLIC_COUNTED)
    return day->is_last ? g_strdup_printf (_("day %u, last"), day->number) : g_strdup_printf (_("day %u"), day->number);
  return day->part == KP_PUBLIC_PASSED ? g_strdup (_("not counted")) : NULL;
}

/* How many objections came on the day, and how many answers are due or were given on it. */
static void
count_objections (const KpPublicDay *day,
                  const KpPublicityDesk *desk,
                  guint round,
                  guint *n_received,
                  guint *n_due)
{
  for (guint i = 0; i < desk->objections->len; i++)
    {
      const KpPublicityObjection *objection = &g_array_index (desk->objections, KpPublicityObjection, i);

      if (objection->round != round)
        continue;
      *n_received += kp_date_compare (objection->received, day->date) == 0 ? 1 : 0;
      *n_due += kp_date_is_none (objection->answered) && kp_date_compare (objection->due, day->date) == 0 ? 1 : 0;
    }
}

static char *
dup_objections (const KpPublicDay *day,
                const KpPublicityDesk *desk,
                guint round)
{
  guint n_received = 0;
  guint n_due = 0;
  g_autofree char *received = NULL;
  g_autofree char *due = NULL;

  count_objections (day, desk, round, &n_received, &n_due);
  received = n_received > 0 ? g_strdup_printf (_("objections: %u"), n_received) : NULL;
  due = n_due > 0 ? g_strdup_printf (_("answers due: %u"), n_due) : NULL;
  if (received != NULL && due != NULL)
    return g_strjoin (_(", "), received, due, NULL);
  return received != NULL ? g_steal_pointer (&received) : g_steal_pointer (&due);
}

/* All that the cell shows, in one sentence. */
static char *
dup_name (const KpPublicDay *day,
          const char *count,
          const char *objections)
{
  g_autofree char *date = kp_date_dup_iso (day->date);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  g_ptr_array_add (words, date);
  g_ptr_array_add (words, (gpointer) kp_public_day_cell_get_weekday (kp_date_get_weekday (day->date), FALSE));
  g_ptr_array_add (words, (gpointer) _(kinds[day->kind]));
  if (!day->is_kind_known)
    g_ptr_array_add (words, (gpointer) _("holidays of this year not known"));
  if (count != NULL)
    g_ptr_array_add (words, (gpointer) count);
  if (objections != NULL)
    g_ptr_array_add (words, (gpointer) objections);
  g_ptr_array_add (words, NULL);
  return g_strjoinv (_(", "), (char **) words->pdata);
}

/* ---- the cell ---- */

static void
kp_public_day_cell_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (kp_public_day_cell_parent_class)->dispose (object);
}

static void
kp_public_day_cell_class_init (KpPublicDayCellClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kp_public_day_cell_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
kp_public_day_cell_init (KpPublicDayCell *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, style);
  gtk_widget_add_css_class (label, "numeric");
  return label;
}

static GtkWidget *
make_head (const KpPublicDay *day,
           gboolean is_first)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *mark = dup_mark (day->kind);
  g_autofree char *number = is_first || day->date.day == 1
                                ? g_strdup_printf (C_ ("month and day", "%u/%u"), day->date.month, day->date.day)
                                : g_strdup_printf ("%u", day->date.day);
  GtkWidget *label = make_label (number, "heading");

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (head), label);
  if (mark != NULL)
    gtk_box_append (GTK_BOX (head), make_label (mark, "mark"));
  return head;
}

/**
 * kp_public_day_cell_new:
 * @day: a day
 * @desk: whose objections are shown
 * @round: of the publicity
 * @is_first: whether it is the first cell of the calendar, which names its month
 *
 * Returns: (transfer floating): a cell that can have the focus once it is made focusable, named by all that it shows
 */
GtkWidget *
kp_public_day_cell_new (const KpPublicDay *day,
                        const KpPublicityDesk *desk,
                        guint round,
                        gboolean is_first)
{
  GtkWidget *cell = g_object_new (KP_TYPE_PUBLIC_DAY_CELL, NULL);
  g_autofree char *count = dup_count (day);
  g_autofree char *objections = dup_objections (day, desk, round);
  g_autofree char *name = dup_name (day, count, objections);

  gtk_widget_add_css_class (cell, "public-day");
  gtk_widget_add_css_class (cell, classes[day->kind]);
  if (day->part == KP_PUBLIC_OUTSIDE)
    gtk_widget_add_css_class (cell, "outside");
  else if (day->part == KP_PUBLIC_COUNTED)
    gtk_widget_add_css_class (cell, "counted");
  if (day->is_last || day->part == KP_PUBLIC_PUBLISHED)
    gtk_widget_add_css_class (cell, "end");
  gtk_widget_set_parent (make_head (day, is_first), cell);
  if (count != NULL)
    gtk_widget_set_parent (make_label (count, "caption"), cell);
  if (objections != NULL)
    gtk_widget_set_parent (make_label (objections, "objections"), cell);
  gtk_widget_set_tooltip_text (cell, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return cell;
}
