/* kp-hall-board.c – every room of the door with how many are in, large enough to be read from afar.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A room that is chosen tells which of its seats are still empty. */
#include "kp-hall-board.h"

#include <glib/gi18n-lib.h>

struct _KpHallBoard
{
  AdwBin parent_instance;

  GtkFlowBox *rooms;
  GtkLabel *empty;

  GPtrArray *texts; /* (element-type utf8): which seats of each room are empty, in the order of the tiles */
  guint chosen;     /* tile; G_MAXUINT = none */
};

G_DEFINE_FINAL_TYPE (KpHallBoard, kp_hall_board, ADW_TYPE_BIN)

static GtkWidget *
add_label (GtkWidget *box,
           const char *text,
           const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, class);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static gboolean
has_several_sites (const KpHallDesk *desk)
{
  const KpHallRoom *first = desk->rooms->len > 0 ? g_ptr_array_index (desk->rooms, 0) : NULL;

  return first != NULL
         && !g_str_equal (first->site, ((const KpHallRoom *) g_ptr_array_index (desk->rooms, desk->rooms->len - 1))->site);
}

static char *
dup_name (const KpHallRoom *room,
          gboolean with_site)
{
  return with_site ? g_strdup_printf ("%s/%03u", room->site, room->room) : g_strdup_printf ("%03u", room->room);
}

static char *
dup_state (const KpHallRoom *room)
{
  const KpHallCounts *counts = &room->counts;

  if (room->closed_at != NULL)
    return g_strdup_printf (_("closed · %u absent"), counts->n_absent);
  if (counts->n_in == counts->n_expected)
    return g_strdup (_("all are in"));
  return g_strdup_printf (_("%u still missing"), counts->n_expected - counts->n_in);
}

static GtkWidget *
make_tile (const KpHallRoom *room,
           gboolean with_site)
{
  GtkWidget *tile = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *name = dup_name (room, with_site);
  g_autofree char *figures = g_strdup_printf ("%u / %u", room->counts.n_in, room->counts.n_expected);
  g_autofree char *state = dup_state (room);

  add_label (tile, name, "hall-room");
  add_label (tile, figures, "hall-figures");
  add_label (tile, state, "caption");
  gtk_widget_add_css_class (tile, "hall-tile");
  if (room->counts.n_in == room->counts.n_expected)
    gtk_widget_add_css_class (tile, "full");
  else if (room->closed_at != NULL)
    gtk_widget_add_css_class (tile, "closed");
  return tile;
}

/* "003: 02, 05, 17" */
static char *
dup_empty (const KpHallRoom *room,
           gboolean with_site)
{
  g_autofree char *name = dup_name (room, with_site);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < room->seats->len; i++)
    {
      const KpHallSeat *seat = g_ptr_array_index (room->seats, i);

      if (seat->state != KP_HALL_PRESENT && seat->state != KP_HALL_PRESENT_LATE)
        g_string_append_printf (text, "%s%02u", text->len > 0 ? C_ ("between numbers", ", ") : "", seat->seat);
    }
  if (text->len == 0)
    return g_strdup_printf (_("Room %s: every seat is taken."), name);
  return g_strdup_printf (_("Room %s, empty seats: %s"), name, text->str);
}

static void
show_empty (KpHallBoard *self)
{
  const gboolean has_one = self->chosen < self->texts->len;

  gtk_label_set_label (self->empty, has_one ? g_ptr_array_index (self->texts, self->chosen) : _("Choose a room to see its empty seats."));
}

static void
on_chosen (KpHallBoard *self,
           GtkFlowBoxChild *child)
{
  self->chosen = (guint) gtk_flow_box_child_get_index (child);
  show_empty (self);
}

static void
kp_hall_board_dispose (GObject *object)
{
  KpHallBoard *self = KP_HALL_BOARD (object);

  g_clear_pointer (&self->texts, g_ptr_array_unref);
  G_OBJECT_CLASS (kp_hall_board_parent_class)->dispose (object);
}

static void
kp_hall_board_class_init (KpHallBoardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kp_hall_board_dispose;
}

static void
kp_hall_board_init (KpHallBoard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->chosen = G_MAXUINT;
  self->rooms = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_homogeneous (self->rooms, TRUE);
  gtk_flow_box_set_max_children_per_line (self->rooms, 12);
  gtk_flow_box_set_activate_on_single_click (self->rooms, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->rooms), GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rooms), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Rooms"), -1);
  g_signal_connect_object (self->rooms, "child-activated", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->rooms));
  gtk_widget_set_vexpand (scrolled, TRUE);
  self->empty = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_wrap (self->empty, TRUE);
  gtk_label_set_xalign (self->empty, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->empty), "hall-empty");
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->empty));
  adw_bin_set_child (ADW_BIN (self), box);
  show_empty (self);
}

/** kp_hall_board_show: the rooms of @desk as they are now. */
void
kp_hall_board_show (KpHallBoard *board,
                    const KpHallDesk *desk)
{
  const gboolean with_site = has_several_sites (desk);
  const guint n_before = board->texts->len;

  for (guint i = 0; i < n_before; i++)
    {
      GtkFlowBoxChild *child = gtk_flow_box_get_child_at_index (board->rooms, (int) i);

      if (i < desk->rooms->len)
        gtk_flow_box_child_set_child (child, make_tile (g_ptr_array_index (desk->rooms, i), with_site));
    }
  for (guint i = n_before; i < desk->rooms->len; i++)
    gtk_flow_box_insert (board->rooms, make_tile (g_ptr_array_index (desk->rooms, i), with_site), -1);
  for (guint i = n_before; i > desk->rooms->len; i--)
    gtk_flow_box_remove (board->rooms, GTK_WIDGET (gtk_flow_box_get_child_at_index (board->rooms, (int) i - 1)));
  g_ptr_array_set_size (board->texts, 0);
  for (guint i = 0; i < desk->rooms->len; i++)
    g_ptr_array_add (board->texts, dup_empty (g_ptr_array_index (desk->rooms, i), with_site));
  board->chosen = board->chosen < desk->rooms->len ? board->chosen : desk->rooms->len == 1 ? 0 : G_MAXUINT;
  show_empty (board);
}
