/* kp-wait-wall.c – what hangs before everybody in the waiting room: counts, the draw, order numbers.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It is never given a name, a ticket or a post's candidate: neither numbers nor digits say whose they are. */
#include "kp-wait-wall.h"

#include <glib/gi18n-lib.h>

#include "kp-children.h"
#include "kp-fullscreen.h"

/* As much of a commitment as somebody writes down by hand. */
#define SHOWN_OF_COMMITMENT 16

/* Nobody scrolls a wall: more numbers than these are drawn smaller, and it turns its pages by itself. */
#define MANY_NUMBERS 100
#define SECONDS_OF_A_PAGE 8

struct _KpWaitWall
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkLabel *until;
  GtkLabel *arrived;
  GtkLabel *absent;
  GtkLabel *source;
  GtkLabel *digits;
  GtkLabel *commitments;
  GtkScrolledWindow *scrolled;
  GtkBox *rooms;

  GArray *shown; /* (element-type KpWaitNumber): the numbers that hang there */
  guint turning;
};

G_DEFINE_FINAL_TYPE (KpWaitWall, kp_wait_wall, ADW_TYPE_WINDOW)

static gboolean
turn (gpointer data)
{
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (KP_WAIT_WALL (data)->scrolled);
  const double page = gtk_adjustment_get_page_size (place);
  const double value = gtk_adjustment_get_value (place);
  const gboolean is_last = value + page >= gtk_adjustment_get_upper (place);

  gtk_adjustment_set_value (place, is_last ? 0 : value + page);
  return G_SOURCE_CONTINUE;
}

static void
kp_wait_wall_dispose (GObject *object)
{
  KpWaitWall *self = KP_WAIT_WALL (object);

  g_clear_handle_id (&self->turning, g_source_remove);
  g_clear_pointer (&self->shown, g_array_unref);
  G_OBJECT_CLASS (kp_wait_wall_parent_class)->dispose (object);
}

static void
kp_wait_wall_class_init (KpWaitWallClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kp_wait_wall_dispose;
  kp_fullscreen_install (widget_class, "wall.fullscreen");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-wait-wall.ui");
  gtk_widget_class_bind_template_child (widget_class, KpWaitWall, stack);
  gtk_widget_class_bind_template_child (widget_class, KpWaitWall, until);
  gtk_widget_class_bind_template_child (widget_class, KpWaitWall, arrived);
  gtk_widget_class_bind_template_child (widget_class, KpWaitWall, absent);
  gtk_widget_class_bind_template_child (widget_class, KpWaitWall, source);
  gtk_widget_class_bind_template_child (widget_class, KpWaitWall, digits);
  gtk_widget_class_bind_template_child (widget_class, KpWaitWall, commitments);
  gtk_widget_class_bind_template_child (widget_class, KpWaitWall, scrolled);
  gtk_widget_class_bind_template_child (widget_class, KpWaitWall, rooms);
}

static void
kp_wait_wall_init (KpWaitWall *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->shown = g_array_new (FALSE, FALSE, sizeof (KpWaitNumber));
  self->turning = g_timeout_add_seconds (SECONDS_OF_A_PAGE, turn, self);
}

/** kp_wait_wall_new: a window for the second screen; F11 fills it. @until: how long somebody may report. */
KpWaitWall *
kp_wait_wall_new (GtkApplication *application,
                  const char *until)
{
  KpWaitWall *self = g_object_new (KP_TYPE_WAIT_WALL, "application", application, NULL);

  gtk_label_set_label (self->until, until);
  return self;
}

/** kp_wait_wall_show_counts: before the draw. */
void
kp_wait_wall_show_counts (KpWaitWall *wall,
                          guint n_in,
                          guint n_expected,
                          guint n_absent)
{
  g_autofree char *arrived = g_strdup_printf ("%u / %u", n_in, n_expected);
  g_autofree char *absent = n_absent > 0 ? g_strdup_printf (_("%u absent"), n_absent) : g_strdup ("");

  gtk_label_set_label (wall->arrived, arrived);
  gtk_label_set_label (wall->absent, absent);
  gtk_stack_set_visible_child_name (wall->stack, "counts");
}

/** kp_wait_wall_show_draw: @draws (element-type KpWaitDraw) are fixed, and these digits are given so far. */
void
kp_wait_wall_show_draw (KpWaitWall *wall,
                        const GPtrArray *draws,
                        const char *digits)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < draws->len; i++)
    {
      const KpWaitDraw *draw = g_ptr_array_index (draws, i);

      g_string_append_printf (text, "%s%s  %.*s…", i > 0 ? "\n" : "", draw->post, SHOWN_OF_COMMITMENT, draw->commitment);
      gtk_label_set_label (wall->source, draw->source);
    }
  gtk_label_set_label (wall->commitments, text->str);
  gtk_label_set_label (wall->digits, *digits != '\0' ? digits : "–");
  gtk_stack_set_visible_child_name (wall->stack, "draw");
}

/* ---- numbers ---- */

static GtkWidget *
make_number (const KpWaitNumber *number,
             gboolean is_next)
{
  g_autofree char *text = g_strdup_printf ("%u", number->number);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "wall-number");
  gtk_widget_add_css_class (label, "numeric");
  if (is_next)
    gtk_widget_add_css_class (label, "next");
  else if (number->state != KP_WAIT_WAITING)
    gtk_widget_add_css_class (label, number->state == KP_WAIT_ABSENT ? "absent" : "heard");
  if (number->state == KP_WAIT_ABSENT)
    gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("absent"), -1);
  return label;
}

static GtkFlowBox *
add_room (KpWaitWall *self,
          guint room)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *flow = gtk_flow_box_new ();
  g_autofree char *title = g_strdup_printf (_("Interview room %u"), room);
  GtkWidget *label = gtk_label_new (title);

  gtk_widget_add_css_class (label, "wall-room");
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (flow), TRUE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 30);
  gtk_flow_box_set_min_children_per_line (GTK_FLOW_BOX (flow), 10);
  gtk_widget_set_hexpand (flow, TRUE);
  gtk_widget_set_valign (flow, GTK_ALIGN_START);
  gtk_widget_set_can_focus (flow, FALSE);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), flow);
  gtk_box_append (self->rooms, row);
  return GTK_FLOW_BOX (flow);
}

static gboolean
is_shown (KpWaitWall *self,
          const GArray *numbers)
{
  if (self->shown->len != numbers->len)
    return FALSE;
  for (guint i = 0; i < numbers->len; i++)
    {
      const KpWaitNumber *first = &g_array_index (self->shown, KpWaitNumber, i);
      const KpWaitNumber *second = &g_array_index (numbers, KpWaitNumber, i);

      if (first->room != second->room || first->number != second->number || first->state != second->state)
        return FALSE;
    }
  return TRUE;
}

static void
clear_rooms (KpWaitWall *self,
             const GArray *numbers)
{
  kp_children_clear (GTK_WIDGET (self->rooms));
  if (numbers->len > MANY_NUMBERS)
    gtk_widget_add_css_class (GTK_WIDGET (self->rooms), "many");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->rooms), "many");
  g_array_set_size (self->shown, 0);
  g_array_append_vals (self->shown, numbers->data, numbers->len);
}

/** kp_wait_wall_show_numbers: @numbers (element-type KpWaitNumber) by room; the next of each room stands out. */
void
kp_wait_wall_show_numbers (KpWaitWall *wall,
                           const GArray *numbers)
{
  GtkFlowBox *flow = NULL;
  gboolean has_next = FALSE;

  gtk_stack_set_visible_child_name (wall->stack, "numbers");
  if (is_shown (wall, numbers))
    return;
  clear_rooms (wall, numbers);
  for (guint i = 0; i < numbers->len; i++)
    {
      const KpWaitNumber *number = &g_array_index (numbers, KpWaitNumber, i);
      const gboolean is_first = i == 0 || number->room != g_array_index (numbers, KpWaitNumber, i - 1).room;
      gboolean is_next;

      if (is_first)
        flow = add_room (wall, number->room);
      has_next = has_next && !is_first;
      is_next = !has_next && number->state == KP_WAIT_WAITING;
      has_next = has_next || is_next;
      gtk_flow_box_insert (flow, make_number (number, is_next), -1);
    }
}
