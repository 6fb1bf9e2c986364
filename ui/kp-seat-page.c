/* kp-seat-page.c – the exam rooms drawn as rooms: who sits where, who should sit apart, and seats changed with a reason.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A seat is chosen and then another one, by keys, by click, or by dragging the one onto the other; then the change asks for its
 * reason. Tickets and posts alone are shown. */
#include "kp-seat-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-conflict-dialog.h"
#include "kp-seat-plan.h"
#include "kp-step-seat-move.h"

#define TICKET_TAIL 4

struct _KpSeatPage
{
  AdwBin parent_instance;

  GtkDropDown *rooms;
  GtkLabel *counts;
  GtkSpinner *spinner;
  GtkStack *stack;
  GtkGrid *grid;
  GtkLabel *hint;
  GtkWidget *moving;
  GtkEntry *reason;
  GtkEntry *actor;

  KpUndo *undo; /* (nullable): of the window */
  KpCampaign *campaign;
  GPtrArray *plan;    /* (nullable) (element-type KpPlanRoom) */
  KpSeen *seen;       /* (nullable): with the plan */
  GError *conflict;   /* (nullable): that is asked about */
  const KpPlanSeat *from; /* (nullable): chosen to be changed; of the room that is shown */
  const KpPlanSeat *to;   /* (nullable) */
  gboolean is_filling;
  gboolean is_busy;
  gboolean is_read;
  gboolean has_changed;
};

G_DEFINE_FINAL_TYPE (KpSeatPage, kp_seat_page, ADW_TYPE_BIN)

/* A change on its way. Owned texts. */
typedef struct
{
  char *ticket;
  char *to;
  char *sitting;
  char *reason;
  char *person;
  char *from; /* (nullable): where the person sat, once it is done; to take it back, where the person must sit by now */
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_free (order->ticket);
  g_free (order->to);
  g_free (order->sitting);
  g_free (order->reason);
  g_free (order->person);
  g_free (order->from);
  g_free (order);
}

static void read_plan (KpSeatPage *self);

static const KpPlanRoom *
get_room (KpSeatPage *self)
{
  const guint selected = gtk_drop_down_get_selected (self->rooms);

  return self->plan != NULL && selected < self->plan->len ? g_ptr_array_index (self->plan, selected) : NULL;
}

/* ---- choosing two seats ---- */

static void
show_hint (KpSeatPage *self,
           const char *refusal)
{
  g_autofree char *sentence = NULL;

  gtk_widget_set_visible (self->moving, self->to != NULL);
  if (refusal != NULL)
    sentence = g_strdup (refusal);
  else if (self->from == NULL)
    sentence = g_strdup (_("Choose a seat, then another one, to change them; or drag the one onto the other."));
  else if (self->to == NULL)
    sentence = g_strdup_printf (_("Seat %02u chosen. Choose where this candidate shall sit."), self->from->number);
  else if (self->to->ticket != NULL)
    sentence = g_strdup_printf (_("Seats %02u and %02u change; the ticket numbers stay."), self->from->number, self->to->number);
  else
    sentence = g_strdup_printf (_("Seat %02u moves to the empty seat %02u; the ticket number stays."), self->from->number,
                                self->to->number);
  gtk_label_set_label (self->hint, sentence);
  if (refusal != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->hint), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->hint), "error");
}

static void
mark_chosen (KpSeatPage *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->grid)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const KpPlanSeat *seat = g_object_get_data (G_OBJECT (child), "seat");

      if (seat != NULL && (seat == self->from || seat == self->to))
        gtk_widget_add_css_class (child, "chosen");
      else
        gtk_widget_remove_css_class (child, "chosen");
    }
}

static void
choose (KpSeatPage *self,
        const KpPlanSeat *from,
        const KpPlanSeat *to)
{
  self->from = from;
  self->to = to;
  mark_chosen (self);
  show_hint (self, NULL);
  if (to != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->reason));
}

static void
on_seat (GtkWidget *button,
         KpSeatPage *self)
{
  const KpPlanSeat *seat = g_object_get_data (G_OBJECT (button), "seat");

  if (seat == self->from || (self->from == NULL && seat->ticket == NULL))
    choose (self, NULL, NULL);
  else if (self->from == NULL)
    choose (self, seat, NULL);
  else
    choose (self, self->from, seat);
}

static GdkContentProvider *
on_drag (GtkDragSource *source,
         double x G_GNUC_UNUSED,
         double y G_GNUC_UNUSED,
         gpointer data G_GNUC_UNUSED)
{
  GtkWidget *button = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source));
  const KpPlanSeat *seat = g_object_get_data (G_OBJECT (button), "seat");

  return seat->ticket != NULL ? gdk_content_provider_new_typed (G_TYPE_UINT, seat->number) : NULL;
}

static gboolean
on_drop (GtkDropTarget *target,
         const GValue *value,
         double x G_GNUC_UNUSED,
         double y G_GNUC_UNUSED,
         KpSeatPage *self)
{
  GtkWidget *button = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  const KpPlanRoom *room = get_room (self);
  const guint number = g_value_get_uint (value);
  const KpPlanSeat *to = g_object_get_data (G_OBJECT (button), "seat");

  if (room == NULL || number == 0 || number > room->seats->len || to->number == number)
    return FALSE;
  choose (self, g_ptr_array_index (room->seats, number - 1), to);
  return TRUE;
}

/* ---- the room ---- */

static GtkWidget *
make_seat (KpSeatPage *self,
           KpPlanSeat *seat)
{
  const gsize length = seat->ticket != NULL ? strlen (seat->ticket) : 0;
  g_autofree char *number = g_strdup_printf ("%02u", seat->number);
  g_autofree char *who = seat->ticket != NULL ? g_strdup_printf ("%s · %s", seat->post,
                                                                 seat->ticket + (length > TICKET_TAIL ? length - TICKET_TAIL : 0))
                                              : g_strdup (_("empty"));
  g_autofree char *text = g_strdup_printf ("%s%s\n%s", number, seat->clashes ? " !" : "", who);
  g_autofree char *name = seat->ticket != NULL
                              ? g_strdup_printf (seat->clashes ? _("Seat %s, ticket %s, post %s, should sit apart")
                                                               : _("Seat %s, ticket %s, post %s"),
                                                 number, seat->ticket, seat->post)
                              : g_strdup_printf (_("Seat %s, empty"), number);
  GtkWidget *button = gtk_button_new_with_label (text);
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_COPY);

  g_object_set_data (G_OBJECT (button), "seat", seat);
  gtk_label_set_justify (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), GTK_JUSTIFY_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "seat");
  gtk_widget_add_css_class (button, "numeric");
  if (seat->clashes)
    gtk_widget_add_css_class (button, "clash");
  if (seat->ticket == NULL)
    gtk_widget_add_css_class (button, "vacant");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (on_seat), self);
  g_signal_connect (source, "prepare", G_CALLBACK (on_drag), NULL);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (target));
  return button;
}

static void
clear_grid (KpSeatPage *self)
{
  GtkWidget *child;

  self->from = self->to = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

static void
show_room (KpSeatPage *self)
{
  const KpPlanRoom *room = get_room (self);
  g_autofree char *counts = NULL;

  if (self->is_filling)
    return;
  clear_grid (self);
  gtk_stack_set_visible_child_name (self->stack, room != NULL ? "room" : "empty");
  gtk_label_set_label (self->counts, "");
  gtk_label_set_label (self->hint, "");
  if (room == NULL)
    return;
  for (guint i = 0; i < room->seats->len; i++)
    {
      KpPlanSeat *seat = g_ptr_array_index (room->seats, i);
      const guint column = room->starts_right ? room->n_columns - 1 - seat->position.column : seat->position.column;

      gtk_grid_attach (self->grid, make_seat (self, seat), (int) column, (int) seat->position.row, 1, 1);
    }
  counts = g_strdup_printf (_("%u candidates · %u pairs that should sit apart"), room->n_taken, room->n_clashes);
  gtk_label_set_label (self->counts, counts);
  show_hint (self, NULL);
}

static void
fill_rooms (KpSeatPage *self,
            guint selected)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  const gboolean has_sittings = kp_campaign_get_scheme (self->campaign)->written.sittings->len > 1;

  for (guint i = 0; i < self->plan->len; i++)
    {
      const KpPlanRoom *room = g_ptr_array_index (self->plan, i);
      g_autofree char *door = g_strdup_printf (_("%s, room %03u"), room->site_name, room->number);

      gtk_string_list_take (labels, has_sittings ? g_strdup_printf ("%s · %s", room->sitting, door) : g_strdup (door));
    }
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->rooms, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->rooms, selected < self->plan->len ? selected : 0);
  self->is_filling = FALSE;
}

/* ---- reading and changing ---- */

static gpointer
load (KpSession *session,
      gpointer data G_GNUC_UNUSED,
      GError **error)
{
  return kp_seat_plan_load (session, error);
}

static void
on_read (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (KpSeatPage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) plan = kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);
  const guint selected = gtk_drop_down_get_selected (self->rooms);

  if (self->campaign != KP_CAMPAIGN (source))
    return;
  self->is_busy = FALSE;
  gtk_spinner_stop (self->spinner);
  if (plan == NULL)
    {
      show_hint (self, error->message);
      return;
    }
  clear_grid (self);
  g_clear_pointer (&self->plan, g_ptr_array_unref);
  self->plan = g_steal_pointer (&plan);
  g_clear_pointer (&self->seen, kp_seen_unref);
  self->seen = kp_campaign_new_seen (self->campaign, result);
  self->is_read = TRUE;
  fill_rooms (self, selected);
  show_room (self);
}

static void
read_plan (KpSeatPage *self)
{
  if (self->is_busy || self->campaign == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->is_busy = TRUE;
  gtk_spinner_start (self->spinner);
  kp_campaign_work_async (self->campaign, load, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, NULL, on_read,
                          g_object_ref (self));
}

static gpointer
move (KpSession *session,
      gpointer data,
      GError **error)
{
  Order *order = data;
  const KpSeatMove asked = { order->ticket, order->to, order->sitting, order->reason, order->person, order->from };
  g_auto (KpSeatMoved) moved = { 0 };

  if (!kp_step_move_seat (session, &asked, &moved, error))
    return NULL;
  g_free (order->from);
  order->from = g_steal_pointer (&moved.from);
  return order;
}

static void
show_taken_back (gpointer page,
                 gconstpointer data G_GNUC_UNUSED)
{
  KpSeatPage *self = page;

  self->has_changed = TRUE;
  self->is_read = FALSE;
  read_plan (self);
}

static const KpUndoKind undo_kind = { move, order_free, show_taken_back };

/* Both go back to where they sat. */
static void
remember (KpSeatPage *self,
          const Order *order)
{
  g_autofree char *label = g_strdup_printf (_("ticket number %s moved to %s"), order->ticket, order->to);
  Order *back = g_new0 (Order, 1);

  back->ticket = g_strdup (order->ticket);
  back->to = g_strdup (order->from);
  back->from = g_strdup (order->to);
  back->sitting = g_strdup (order->sitting);
  back->reason = g_strdup_printf (_("Change taken back: %s"), order->reason);
  back->person = g_strdup (order->person);
  kp_undo_remember (self->undo, &undo_kind, self, order->person, label, back);
}

static void on_move (KpSeatPage *self);

/* What was chosen and typed goes over what a colleague did, or the plan is shown as that one left it. */
static void
on_conflict_chosen (KpConflictChoice choice,
                    const gboolean *takes_mine G_GNUC_UNUSED,
                    gpointer data)
{
  KpSeatPage *self = data;

  if (choice == KP_CONFLICT_MINE && self->seen != NULL && self->conflict != NULL)
    {
      kp_seen_accept (self->seen, kp_conflict_get (self->conflict));
      on_move (self);
      return;
    }
  if (choice == KP_CONFLICT_THEIRS)
    gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  self->is_read = FALSE;
  read_plan (self);
}

static void
refuse_move (KpSeatPage *self,
             const GError *error)
{
  show_hint (self, error->message);
  if (kp_conflict_get (error) == NULL)
    return;
  g_clear_error (&self->conflict);
  self->conflict = g_error_copy (error);
  kp_conflict_dialog_show (GTK_WIDGET (self), kp_conflict_get (error), on_conflict_chosen, g_object_ref (self), g_object_unref);
}

static void
on_moved (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (KpSeatPage) self = data;
  g_autoptr (GError) error = NULL;
  const Order *order = kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);

  if (self->campaign != KP_CAMPAIGN (source))
    return;
  self->is_busy = FALSE;
  gtk_spinner_stop (self->spinner);
  if (order == NULL)
    {
      refuse_move (self, error);
      return;
    }
  self->has_changed = TRUE;
  if (self->undo != NULL)
    remember (self, order);
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  read_plan (self);
}

static void
on_move (KpSeatPage *self)
{
  const KpPlanRoom *room = get_room (self);
  Order *order;

  if (room == NULL || self->from == NULL || self->to == NULL || self->is_busy)
    return;
  order = g_new0 (Order, 1);
  order->ticket = g_strdup (self->from->ticket);
  order->to = kp_plan_seat_dup_place (room, self->to);
  order->sitting = g_strdup (room->sitting);
  order->reason = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason))));
  order->person = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->actor))));
  self->is_busy = TRUE;
  gtk_spinner_start (self->spinner);
  kp_campaign_set_seen (self->campaign, self->seen);
  kp_campaign_change_async (self->campaign, order->person, move, order, order_free, NULL, on_moved, g_object_ref (self));
}

static void
cancel_action (GtkWidget *widget,
               const char *name G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED)
{
  choose (KP_SEAT_PAGE (widget), NULL, NULL);
}

static void
step_action (GtkWidget *widget,
             const char *name G_GNUC_UNUSED,
             GVariant *parameter)
{
  KpSeatPage *self = KP_SEAT_PAGE (widget);
  const gint64 to = (gint64) gtk_drop_down_get_selected (self->rooms) + g_variant_get_int32 (parameter);

  if (self->plan != NULL && to >= 0 && to < self->plan->len)
    gtk_drop_down_set_selected (self->rooms, (guint) to);
}

static void
kp_seat_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kp_seat_page_parent_class)->map (widget);
  if (!KP_SEAT_PAGE (widget)->is_read)
    read_plan (KP_SEAT_PAGE (widget));
}

static void
kp_seat_page_dispose (GObject *object)
{
  KpSeatPage *self = KP_SEAT_PAGE (object);

  if (self->grid != NULL)
    clear_grid (self);
  g_clear_pointer (&self->plan, g_ptr_array_unref);
  g_clear_pointer (&self->seen, kp_seen_unref);
  g_clear_error (&self->conflict);
  g_clear_object (&self->campaign);
  g_clear_object (&self->undo);
  G_OBJECT_CLASS (kp_seat_page_parent_class)->dispose (object);
}

static void
kp_seat_page_class_init (KpSeatPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kp_seat_page_dispose;
  widget_class->map = kp_seat_page_map;
  gtk_widget_class_install_action (widget_class, "seats.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "seats.step", "i", step_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "seats.cancel", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "seats.step", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "seats.step", "i", -1);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-seat-page.ui");
  gtk_widget_class_bind_template_child (widget_class, KpSeatPage, rooms);
  gtk_widget_class_bind_template_child (widget_class, KpSeatPage, counts);
  gtk_widget_class_bind_template_child (widget_class, KpSeatPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, KpSeatPage, stack);
  gtk_widget_class_bind_template_child (widget_class, KpSeatPage, grid);
  gtk_widget_class_bind_template_child (widget_class, KpSeatPage, hint);
  gtk_widget_class_bind_template_child (widget_class, KpSeatPage, moving);
  gtk_widget_class_bind_template_child (widget_class, KpSeatPage, reason);
  gtk_widget_class_bind_template_child (widget_class, KpSeatPage, actor);
  gtk_widget_class_bind_template_callback (widget_class, show_room);
  gtk_widget_class_bind_template_callback (widget_class, on_move);
}

static void
kp_seat_page_init (KpSeatPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** kp_seat_page_set_campaign: the rooms of @campaign; @actor orders changes until another name is typed. */
void
kp_seat_page_set_campaign (KpSeatPage *page,
                           KpCampaign *campaign,
                           const char *actor)
{
  g_set_object (&page->campaign, campaign);
  page->is_busy = FALSE;
  page->is_read = FALSE;
  page->has_changed = FALSE;
  if (*gtk_editable_get_text (GTK_EDITABLE (page->actor)) == '\0')
    gtk_editable_set_text (GTK_EDITABLE (page->actor), actor);
  read_plan (page);
}

/** kp_seat_page_set_undo: where the page leaves what can be taken back. */
void
kp_seat_page_set_undo (KpSeatPage *page,
                       KpUndo *undo)
{
  g_set_object (&page->undo, undo);
}

/** kp_seat_page_is_busy: whether something is being read or changed. */
gboolean
kp_seat_page_is_busy (KpSeatPage *page)
{
  return page->is_busy;
}

/** kp_seat_page_has_changed: whether a seat was changed since the campaign was read. */
gboolean
kp_seat_page_has_changed (KpSeatPage *page)
{
  return page->has_changed;
}
