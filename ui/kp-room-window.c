/* kp-room-window.c – the score keeper's window in an interview room.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A number is called, its examiners' marks are typed and recorded, two people check the mark against the signed sheet, the
 * slip is printed, the next number is called. No name is in here. */
#include "kp-conflict-dialog.h"
#include "kp-room-window.h"

#include <glib/gi18n-lib.h>

#include "kp-fullscreen.h"
#include "kp-manual.h"
#include "kp-paper-order.h"
#include "kp-print-job.h"
#include "kp-room-clock.h"
#include "kp-room-keeper.h"
#include "kp-room-numbers.h"
#include "kp-room-order.h"
#include "kp-room-package-dialog.h"
#include "kp-room-projector.h"
#include "kp-room-sheet.h"
#include "kp-room-undo.h"
#include "kp-trouble-line.h"

#define SLIP "letter-mark"

struct _KpRoomWindow
{
  AdwWindow parent_instance;

  KpTroubleLine *trouble;
  GtkDropDown *rooms;
  GtkEntry *keeper;
  GtkEntry *supervisor;
  GtkSpinButton *minutes;
  GtkWidget *packages;
  GtkListBox *numbers;
  GtkStack *stack;
  GtkLabel *number;
  GtkLabel *state;
  KpRoomClock *clock;
  KpRoomSheet *sheet;
  GtkLabel *problem;
  GtkWidget *entering;
  GtkWidget *checking;
  GtkPasswordEntry *keeper_pin;
  GtkPasswordEntry *supervisor_pin;
  GtkEntry *reading;
  GtkWidget *done;
  GtkWidget *next;
  GtkWidget *undo_button;

  KpUndo *undo;
  KpRoomProjector *projector; /* (nullable) */
  KpCampaign *campaign;
  const KpPressSource *press; /* borrowed from the program */
  KpRoomDesk *desk;           /* (nullable) */
  KpSeen *seen;               /* (nullable): with it */
  GError *conflict;           /* (nullable): that is asked about */
  char *wanted;               /* (nullable): number to be shown when the room is read */
  KpRoomKeeper *cells;        /* keeps each cell that is left */
  char *shown;                /* (nullable): whose marks the sheet has */
  KpRoomOrder *waiting;       /* (nullable): until all cells are kept */
  KpCampaignFunc waiting_func;
  guint n_in;
  guint n_all;
  gboolean is_filling;
  gboolean is_busy;
};

G_DEFINE_FINAL_TYPE (KpRoomWindow, kp_room_window, ADW_TYPE_WINDOW)

static void read_room (KpRoomWindow *self);

static void
complain (KpRoomWindow *self,
          const char *sentence)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem), sentence != NULL);
  gtk_label_set_label (self->problem, sentence != NULL ? sentence : "");
}

static guint
get_room (KpRoomWindow *self)
{
  const guint selected = gtk_drop_down_get_selected (self->rooms);

  if (self->desk != NULL && self->desk->is_only)
    return self->desk->room;
  return selected != GTK_INVALID_LIST_POSITION ? selected + 1 : 1;
}

static KpRoomCandidate *
get_candidate (KpRoomWindow *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->numbers);

  return self->desk != NULL && row != NULL
             ? g_ptr_array_index (self->desk->candidates, (guint) gtk_list_box_row_get_index (row))
             : NULL;
}

/* ---- what is shown ---- */

static void
show_projector (KpRoomWindow *self)
{
  const KpRoomCandidate *candidate = get_candidate (self);
  g_autofree char *progress = NULL;

  if (self->projector == NULL)
    return;
  if (candidate == NULL)
    {
      kp_room_projector_show (self->projector, get_room (self), 0, "", NULL);
      return;
    }
  progress = g_strdup_printf (_("%u of %u marks in"), self->n_in, self->n_all);
  kp_room_projector_show (self->projector, get_room (self), candidate->number, progress,
                          candidate->state == KP_ROOM_CHECKED ? candidate->result : NULL);
}

static void
show_state (KpRoomWindow *self)
{
  const KpRoomCandidate *candidate = get_candidate (self);
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;

  if (candidate == NULL)
    return;
  number = g_strdup_printf (_("No. %u"), candidate->number);
  gtk_label_set_label (self->number, number);
  if (candidate->result != NULL)
    text = g_strdup_printf ("%s · %s", candidate->result, kp_room_numbers_get_word (candidate));
  else
    text = g_strdup_printf (_("%u of %u marks in"), self->n_in, self->n_all);
  gtk_label_set_label (self->state, text);
  gtk_widget_set_sensitive (self->entering, candidate->state != KP_ROOM_CHECKED);
  gtk_widget_set_sensitive (self->checking, candidate->state == KP_ROOM_ENTERED
                                                || (candidate->state == KP_ROOM_WAITING && candidate->is_absent));
  gtk_widget_set_sensitive (self->done, candidate->state == KP_ROOM_CHECKED);
  show_projector (self);
}

static void
on_count (guint n_in,
          guint n_all,
          gpointer data)
{
  KpRoomWindow *self = data;

  self->n_in = n_in;
  self->n_all = n_all;
  show_state (self);
}

static void
on_refused (const char *sentence,
            gpointer data)
{
  complain (data, sentence);
}

static void
on_complete (gpointer data)
{
  gtk_widget_activate_action (data, "room.record", NULL);
}

/* Of the number whose marks are on the sheet: when another one is chosen, the field that had the keys is left too. */
static void
on_typed (gpointer data)
{
  KpRoomWindow *self = data;
  guint n_marks = 0;
  g_autofree KpTypedMark *marks = kp_room_sheet_get_left_marks (self->sheet, &n_marks);
  KpRoomOrder *order;

  if (self->shown == NULL || self->desk == NULL)
    return;
  order = kp_room_order_new (self->shown, gtk_editable_get_text (GTK_EDITABLE (self->keeper)), "");
  kp_room_order_set_marks (order, KP_MARK_PRESENT, marks, n_marks);
  kp_room_keeper_put (self->cells, order);
  for (guint i = 0; i < self->desk->candidates->len; i++)
    {
      KpRoomCandidate *candidate = g_ptr_array_index (self->desk->candidates, i);

      if (g_str_equal (candidate->code, self->shown))
        kp_room_sheet_fill (self->sheet, candidate);
    }
  show_state (self);
}

static const KpRoomSheetFuncs sheet_funcs = { on_count, on_refused, on_typed, on_complete };

static void
leave_field (KpRoomWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack)))
    gtk_root_set_focus (GTK_ROOT (self), NULL);
}

/* Where the score keeper goes on. */
static void
start (KpRoomWindow *self,
       const KpRoomCandidate *candidate)
{
  if (candidate->state == KP_ROOM_CHECKED)
    gtk_widget_grab_focus (self->next);
  else if (candidate->state == KP_ROOM_ENTERED)
    gtk_widget_grab_focus (GTK_WIDGET (self->reading));
  else
    kp_room_sheet_start (self->sheet);
}

static void
on_selected (KpRoomWindow *self)
{
  const KpRoomCandidate *candidate = get_candidate (self);

  if (self->is_filling)
    return;
  kp_room_clock_stop (self->clock);
  complain (self, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->reading), "");
  leave_field (self);
  g_free (self->shown);
  self->shown = candidate != NULL ? g_strdup (candidate->code) : NULL;
  gtk_stack_set_visible_child_name (self->stack, candidate != NULL ? "candidate" : "empty");
  if (candidate != NULL)
    kp_room_sheet_show (self->sheet, kp_campaign_get_scheme (self->campaign), candidate);
  else
    kp_room_sheet_clear (self->sheet);
  show_state (self);
}

/* ---- reading the room ---- */

static void
fill_rooms (KpRoomWindow *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  const guint room = get_room (self);
  const guint first = self->desk->is_only ? room : 1;
  const guint last = self->desk->is_only ? room : MAX (self->desk->n_rooms, 1);

  if (g_list_model_get_n_items (gtk_drop_down_get_model (self->rooms)) == last - first + 1)
    return;
  for (guint i = first; i <= last; i++)
    gtk_string_list_take (labels, g_strdup_printf (_("Interview room %u"), i));
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->rooms, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->rooms, room - first);
  self->is_filling = FALSE;
}

static void
fill_numbers (KpRoomWindow *self)
{
  GtkListBoxRow *shown;

  self->is_filling = TRUE;
  shown = kp_room_numbers_fill (self->numbers, self->desk, self->wanted);
  self->is_filling = FALSE;
  gtk_list_box_select_row (self->numbers, shown);
  if (shown == NULL)
    on_selected (self);
}

static gpointer
load (KpSession *session,
      gpointer data,
      GError **error)
{
  return kp_room_desk_load (session, GPOINTER_TO_UINT (data), error);
}

static void
on_read (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (KpRoomWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRoomDesk) desk = kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);

  self->is_busy = FALSE;
  if (self->campaign == NULL)
    return;
  if (desk == NULL)
    {
      complain (self, error->message);
      return;
    }
  g_clear_pointer (&self->desk, kp_room_desk_free);
  self->desk = g_steal_pointer (&desk);
  g_clear_pointer (&self->seen, kp_seen_unref);
  self->seen = kp_campaign_new_seen (self->campaign, result);
  kp_room_keeper_set_seen (self->cells, self->seen);
  fill_rooms (self);
  fill_numbers (self);
  if (get_candidate (self) != NULL)
    start (self, get_candidate (self));
}

static void
read_room (KpRoomWindow *self)
{
  self->is_busy = TRUE;
  kp_campaign_work_async (self->campaign, load, GUINT_TO_POINTER (get_room (self)), NULL, (GDestroyNotify) kp_room_desk_free, NULL,
                          on_read, g_object_ref (self));
}

static void
on_room_changed (KpRoomWindow *self)
{
  if (self->is_filling || self->campaign == NULL)
    return;
  g_clear_pointer (&self->wanted, g_free);
  read_room (self);
}

/* ---- recording and checking ---- */

static void record_action (GtkWidget *widget, const char *name, GVariant *parameter);

/* The marks on the sheet go over what a colleague typed of this number, or those are shown. */
static void
on_conflict_chosen (KpConflictChoice choice,
                    const gboolean *takes_mine G_GNUC_UNUSED,
                    gpointer data)
{
  KpRoomWindow *self = data;

  if (self->campaign == NULL)
    return;
  if (choice == KP_CONFLICT_MINE && self->conflict != NULL)
    {
      kp_seen_accept (self->seen, kp_conflict_get (self->conflict));
      record_action (GTK_WIDGET (self), NULL, NULL);
    }
  else if (choice == KP_CONFLICT_THEIRS)
    read_room (self);
}

static void
refuse (KpRoomWindow *self,
        const GError *error)
{
  complain (self, error->message);
  gtk_widget_error_bell (GTK_WIDGET (self));
  if (kp_conflict_get (error) == NULL)
    return;
  g_clear_error (&self->conflict);
  self->conflict = g_error_copy (error);
  kp_conflict_dialog_show (GTK_WIDGET (self), kp_conflict_get (error), on_conflict_chosen, g_object_ref (self), g_object_unref);
}

static void
on_changed (GObject *source,
            GAsyncResult *result,
            gpointer data)
{
  g_autoptr (KpRoomWindow) self = data;
  g_autoptr (GError) error = NULL;
  KpRoomOrder *order;

  self->is_busy = FALSE;
  order = kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);
  if (self->campaign == NULL)
    return;
  if (order == NULL)
    {
      refuse (self, error);
      return;
    }
  kp_room_undo_remember (self->undo, self, order);
  read_room (self);
}

/* NULL when nobody is chosen, or something is on its way. */
static KpRoomOrder *
begin (KpRoomWindow *self)
{
  const KpRoomCandidate *candidate = get_candidate (self);

  if (candidate == NULL || self->is_busy)
    return NULL;
  g_free (self->wanted);
  self->wanted = g_strdup (candidate->code);
  return kp_room_order_new (candidate->code, gtk_editable_get_text (GTK_EDITABLE (self->keeper)),
                            gtk_editable_get_text (GTK_EDITABLE (self->supervisor)));
}

/* After the cells: a room package has one writer at a time. */
static void
carry_out (KpRoomWindow *self,
           KpCampaignFunc func,
           KpRoomOrder *order)
{
  self->is_busy = TRUE;
  complain (self, NULL);
  if (kp_room_keeper_is_busy (self->cells))
    {
      self->waiting = order;
      self->waiting_func = func;
      return;
    }
  kp_room_order_give_pins (order, self->campaign);
  kp_campaign_set_seen (self->campaign, self->seen);
  kp_campaign_change_async (self->campaign, kp_room_order_get_keeper (order), func, order, kp_room_order_free, NULL, on_changed,
                            g_object_ref (self));
}

static void
on_all_kept (gpointer data)
{
  KpRoomWindow *self = data;

  if (self->waiting != NULL)
    carry_out (self, self->waiting_func, g_steal_pointer (&self->waiting));
}

static void
on_kept (KpRoomOrder *order,
         gpointer data)
{
  KpRoomWindow *self = data;

  kp_room_undo_remember (self->undo, self, order);
}

static const KpRoomKeeperFuncs keeper_funcs = { on_refused, on_all_kept, on_kept };

static void
record_action (GtkWidget *widget,
               const char *name G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED)
{
  KpRoomWindow *self = KP_ROOM_WINDOW (widget);
  g_autofree KpTypedMark *marks = NULL;
  KpRoomOrder *order;
  guint n_marks = 0;

  if (kp_room_sheet_get_result (self->sheet) == NULL)
    {
      complain (self, _("Not all marks are in yet: a mark that is wanting is no zero."));
      kp_room_sheet_start (self->sheet);
      return;
    }
  order = begin (self);
  if (order == NULL)
    return;
  marks = kp_room_sheet_get_marks (self->sheet, &n_marks);
  kp_room_order_set_marks (order, KP_MARK_PRESENT, marks, n_marks);
  carry_out (self, kp_room_order_record, order);
}

static void
away_action (GtkWidget *widget,
             const char *name G_GNUC_UNUSED,
             GVariant *parameter)
{
  KpRoomWindow *self = KP_ROOM_WINDOW (widget);
  KpRoomOrder *order = begin (self);

  if (order == NULL)
    return;
  kp_room_order_set_marks (
      order, g_str_equal (g_variant_get_string (parameter, NULL), "absent") ? KP_MARK_ABSENT : KP_MARK_BREACH, NULL, 0);
  carry_out (self, kp_room_order_record, order);
}

/* Nothing is typed meanwhile: a room package has one writer at a time. */
static void
undo_action (GtkWidget *widget,
             const char *name G_GNUC_UNUSED,
             GVariant *parameter G_GNUC_UNUSED)
{
  KpRoomWindow *self = KP_ROOM_WINDOW (widget);

  if (kp_room_window_is_busy (self) || kp_undo_get_label (self->undo) == NULL)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  complain (self, NULL);
  leave_field (self);
  kp_undo_run (self->undo);
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), FALSE);
}

static void
on_undo_refused (KpRoomWindow *self,
                 const char *sentence)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), TRUE);
  if (self->campaign == NULL)
    return;
  complain (self, sentence);
  gtk_widget_error_bell (GTK_WIDGET (self));
}

/* The keys go to the name that is wanting, and from there back to the slip. */
static gboolean
has_two_names (KpRoomWindow *self)
{
  GtkEntry *names[] = { self->keeper, self->supervisor };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (*gtk_editable_get_text (GTK_EDITABLE (names[i])) == '\0')
      {
        complain (self, _("Two people read the slip: enter the names of score keeper and supervisor at the top."));
        gtk_widget_grab_focus (GTK_WIDGET (names[i]));
        return FALSE;
      }
  return TRUE;
}

static void
on_name_activate (KpRoomWindow *self)
{
  if (gtk_widget_is_sensitive (GTK_WIDGET (self->reading)))
    gtk_widget_grab_focus (GTK_WIDGET (self->reading));
  else
    kp_room_sheet_start (self->sheet);
}

static void
on_check (KpRoomWindow *self)
{
  KpRoomOrder *order = has_two_names (self) ? begin (self) : NULL;

  if (order == NULL)
    return;
  kp_room_order_set_reading (order, gtk_editable_get_text (GTK_EDITABLE (self->reading)));
  kp_room_order_set_pins (order, gtk_editable_get_text (GTK_EDITABLE (self->keeper_pin)),
                          gtk_editable_get_text (GTK_EDITABLE (self->supervisor_pin)));
  gtk_editable_set_text (GTK_EDITABLE (self->keeper_pin), "");
  gtk_editable_set_text (GTK_EDITABLE (self->supervisor_pin), "");
  carry_out (self, kp_room_order_check, order);
}

/* ---- the slip ---- */

static void
on_sent (GtkWidget *widget,
         const char *sentence)
{
  if (sentence != NULL)
    complain (KP_ROOM_WINDOW (widget), sentence);
}

static void
on_slip_made (GObject *source,
              GAsyncResult *result,
              gpointer data)
{
  g_autoptr (KpRoomWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);

  self->is_busy = FALSE;
  if (self->campaign == NULL)
    return;
  if (pdf == NULL)
    complain (self, error->message);
  else
    kp_print_job_ask (GTK_WIDGET (self), _("Interview mark"), pdf, on_sent);
}

static void
slip_action (GtkWidget *widget,
             const char *name G_GNUC_UNUSED,
             GVariant *parameter G_GNUC_UNUSED)
{
  KpRoomWindow *self = KP_ROOM_WINDOW (widget);
  const KpRoomCandidate *candidate = get_candidate (self);

  if (candidate == NULL || self->is_busy || self->press == NULL)
    return;
  self->is_busy = TRUE;
  kp_paper_order_async (self->campaign, self->press, SLIP, candidate->code, NULL, on_slip_made, g_object_ref (self));
}

/* ---- calling ---- */

static void
call_action (GtkWidget *widget,
             const char *name G_GNUC_UNUSED,
             GVariant *parameter G_GNUC_UNUSED)
{
  KpRoomWindow *self = KP_ROOM_WINDOW (widget);

  if (get_candidate (self) == NULL)
    return;
  kp_room_clock_start (self->clock, (guint) gtk_spin_button_get_value_as_int (self->minutes));
  start (self, get_candidate (self));
}

static void
next_action (GtkWidget *widget,
             const char *name G_GNUC_UNUSED,
             GVariant *parameter G_GNUC_UNUSED)
{
  KpRoomWindow *self = KP_ROOM_WINDOW (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->numbers);
  GtkListBoxRow *next = row != NULL ? gtk_list_box_get_row_at_index (self->numbers, gtk_list_box_row_get_index (row) + 1) : NULL;

  if (next == NULL)
    return;
  gtk_list_box_select_row (self->numbers, next);
  start (self, get_candidate (self));
}

/* ---- the windows ---- */

static void
on_projector_closed (KpRoomWindow *self)
{
  self->projector = NULL;
}

static void
projector_action (GtkWidget *widget,
                  const char *name G_GNUC_UNUSED,
                  GVariant *parameter G_GNUC_UNUSED)
{
  KpRoomWindow *self = KP_ROOM_WINDOW (widget);

  if (self->projector == NULL)
    {
      self->projector = kp_room_projector_new (gtk_window_get_application (GTK_WINDOW (self)));
      g_signal_connect_object (self->projector, "destroy", G_CALLBACK (on_projector_closed), self, G_CONNECT_SWAPPED);
    }
  show_projector (self);
  gtk_window_present (GTK_WINDOW (self->projector));
}

/* ---- the package of the room ---- */

static void
on_package_done (KpRoomWindow *self)
{
  if (self->campaign != NULL)
    read_room (self);
}

static void
package_action (GtkWidget *widget,
                const char *name G_GNUC_UNUSED,
                GVariant *parameter)
{
  KpRoomWindow *self = KP_ROOM_WINDOW (widget);
  const gboolean is_out = g_str_equal (g_variant_get_string (parameter, NULL), "out");

  kp_room_package_choose (GTK_WINDOW (self), self->campaign, gtk_editable_get_text (GTK_EDITABLE (self->keeper)),
                          is_out ? get_room (self) : 0, G_CALLBACK (on_package_done));
}

static void
kp_room_window_dispose (GObject *object)
{
  KpRoomWindow *self = KP_ROOM_WINDOW (object);

  if (self->projector != NULL)
    gtk_window_destroy (GTK_WINDOW (self->projector));
  if (self->sheet != NULL)
    kp_room_sheet_clear (self->sheet);
  g_clear_error (&self->conflict);
  g_clear_pointer (&self->seen, kp_seen_unref);
  g_clear_pointer (&self->desk, kp_room_desk_free);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->waiting, kp_room_order_free);
  g_clear_pointer (&self->cells, kp_room_keeper_leave);
  g_clear_object (&self->undo);
  g_clear_object (&self->campaign);
  G_OBJECT_CLASS (kp_room_window_parent_class)->dispose (object);
}

static void
add_actions (GtkWidgetClass *widget_class)
{
  kp_manual_install (widget_class);
  gtk_widget_class_install_action (widget_class, "room.record", NULL, record_action);
  gtk_widget_class_install_action (widget_class, "room.away", "s", away_action);
  gtk_widget_class_install_action (widget_class, "room.slip", NULL, slip_action);
  gtk_widget_class_install_action (widget_class, "room.call", NULL, call_action);
  gtk_widget_class_install_action (widget_class, "room.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "room.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "room.projector", NULL, projector_action);
  gtk_widget_class_install_action (widget_class, "room.package", "s", package_action);
  kp_fullscreen_install (widget_class, "room.fullscreen");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "room.call", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "room.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "room.undo", NULL);
}

static void
kp_room_window_class_init (KpRoomWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kp_room_window_dispose;
  g_type_ensure (KP_TYPE_ROOM_CLOCK);
  g_type_ensure (KP_TYPE_ROOM_SHEET);
  g_type_ensure (KP_TYPE_TROUBLE_LINE);
  add_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-room-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KpRoomWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, KpRoomWindow, rooms);
  gtk_widget_class_bind_template_child (widget_class, KpRoomWindow, keeper);
  gtk_widget_class_bind_template_child (widget_class, KpRoomWindow, supervisor);
  gtk_widget_class_bind_template_child (widget_class, KpRoomWindow, minutes);
  gtk_widget_class_bind_template_child (widget_class, KpRoomWindow, packages);
  gtk_widget_class_bind_template_child (widget_class, KpRoomWindow, numbers);
  gtk_widget_class_bind_template_child (widget_class, KpRoomWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, KpRoomWindow, number);
  gtk_widget_class_bind_template_child (widget_class, KpRoomWindow, state);
  gtk_widget_class_bind_template_child (widget_class, KpRoomWindow, clock);
  gtk_widget_class_bind_template_child (widget_class, KpRoomWindow, sheet);
  gtk_widget_class_bind_template_child (widget_class, KpRoomWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, KpRoomWindow, entering);
  gtk_widget_class_bind_template_child (widget_class, KpRoomWindow, checking);
  gtk_widget_class_bind_template_child (widget_class, KpRoomWindow, keeper_pin);
  gtk_widget_class_bind_template_child (widget_class, KpRoomWindow, supervisor_pin);
  gtk_widget_class_bind_template_child (widget_class, KpRoomWindow, reading);
  gtk_widget_class_bind_template_child (widget_class, KpRoomWindow, done);
  gtk_widget_class_bind_template_child (widget_class, KpRoomWindow, next);
  gtk_widget_class_bind_template_child (widget_class, KpRoomWindow, undo_button);
  gtk_widget_class_bind_template_callback (widget_class, on_room_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_check);
  gtk_widget_class_bind_template_callback (widget_class, on_name_activate);
}

static void
kp_room_window_init (KpRoomWindow *self)
{
  g_autoptr (GtkStringList) none = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  kp_room_sheet_set_funcs (self->sheet, &sheet_funcs, self);
  self->undo = kp_undo_new ();
  kp_undo_show_on (self->undo, self->undo_button);
  g_signal_connect_object (self->undo, "refused", G_CALLBACK (on_undo_refused), self, G_CONNECT_SWAPPED);
  self->is_filling = TRUE;
  gtk_drop_down_set_model (self->rooms, G_LIST_MODEL (none));
  self->is_filling = FALSE;
}

/** kp_room_window_new: the first room of @campaign; @press (nullable) makes the slips. */
KpRoomWindow *
kp_room_window_new (GtkApplication *application,
                    KpCampaign *campaign,
                    const KpPressSource *press,
                    const char *actor)
{
  KpRoomWindow *self = g_object_new (KP_TYPE_ROOM_WINDOW, "application", application, NULL);

  self->campaign = g_object_ref (campaign);
  kp_trouble_line_set_link (self->trouble, kp_campaign_get_link (campaign));
  self->press = press;
  self->cells = kp_room_keeper_new (campaign, &keeper_funcs, self);
  kp_undo_set_campaign (self->undo, campaign);
  gtk_editable_set_text (GTK_EDITABLE (self->keeper), actor);
  gtk_widget_set_visible (self->packages, !kp_campaign_is_room_package (campaign));
  gtk_widget_set_visible (GTK_WIDGET (self->supervisor_pin), kp_campaign_get_proof (campaign) != KP_PROOF_NONE);
  gtk_widget_set_visible (GTK_WIDGET (self->keeper_pin), kp_campaign_is_room_package (campaign)
                                                              && kp_campaign_get_proof (campaign) != KP_PROOF_NONE);
  read_room (self);
  return self;
}

/** kp_room_window_is_busy: whether something is being read, recorded or made. */
gboolean
kp_room_window_is_busy (KpRoomWindow *window)
{
  return window->is_busy || kp_undo_is_busy (window->undo) || kp_room_keeper_is_busy (window->cells);
}

/** kp_room_window_show_number: something of @code was taken back: the room is read anew, and the keys go there. */
void
kp_room_window_show_number (KpRoomWindow *window,
                            const char *code)
{
  gtk_widget_set_sensitive (GTK_WIDGET (window->stack), TRUE);
  if (window->campaign == NULL)
    return;
  g_free (window->wanted);
  window->wanted = g_strdup (code);
  read_room (window);
}
