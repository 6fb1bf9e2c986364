/* kp-wait-window.c – the waiting room of the interview: who reports, the draw before everybody, the wall.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * This window is for those who keep the list, and knows names; the second one, for the wall, is given numbers alone. */
#include "kp-wait-window.h"

#include <glib/gi18n-lib.h>

#include "kp-children.h"
#include "kp-door-desk.h"
#include "kp-draw-pad.h"
#include "kp-fullscreen.h"
#include "kp-manual.h"
#include "kp-step-hearing.h"
#include "kp-step-report.h"
#include "kp-trouble-line.h"
#include "kp-wait-desk.h"
#include "kp-wait-wall.h"

/* The numbers on the wall follow the rooms. */
#define SECONDS_BETWEEN_COUNTS 10

struct _KpWaitWindow
{
  AdwWindow parent_instance;

  KpTroubleLine *trouble;
  GtkEntry *keeper;
  KpDoorDesk *desk;
  KpDrawPad *pad; /* in it */
  GtkListBox *people;

  KpWaitWall *wall; /* (nullable) */
  KpCampaign *campaign;
  KpWaitDesk *counted; /* (nullable) */
  char *clause;        /* until when people report */
  guint counting;
  gboolean is_working;
};

G_DEFINE_FINAL_TYPE (KpWaitWindow, kp_wait_window, ADW_TYPE_WINDOW)

/* ---- what was read ---- */

static const char *
get_headline (KpScan outcome)
{
  switch (outcome)
    {
    case KP_SCAN_IN:
    case KP_SCAN_AGAIN:
      return _("Here");
    case KP_SCAN_REFUSED:
      return _("Too late");
    case KP_SCAN_NOT_LISTED:
      return _("Not on the list");
    case KP_SCAN_EARLY:
      return _("Another day");
    default:
      return _("No such ticket");
    }
}

static void
say (const KpHallAnswer *answer,
     const KpScheme *scheme,
     KpDoorSaying *out)
{
  out->tone = answer->outcome == KP_SCAN_IN      ? KP_DOOR_SUCCESS
              : answer->outcome == KP_SCAN_AGAIN ? KP_DOOR_AGAIN
                                                 : KP_DOOR_ERROR;
  out->headline = get_headline (answer->outcome);
  out->sentence = kp_report_dup_sentence (answer, scheme);
}

/* ---- what is shown ---- */

static gboolean
is_drawn (const KpWaitDesk *desk)
{
  return desk->draws->len > 0 && ((const KpWaitDraw *) g_ptr_array_index (desk->draws, 0))->public_part != NULL;
}

static void
show_wall (KpWaitWindow *self)
{
  if (self->wall == NULL || self->counted == NULL)
    return;
  if (is_drawn (self->counted))
    kp_wait_wall_show_numbers (self->wall, self->counted->numbers);
  else if (self->counted->draws->len > 0)
    kp_wait_wall_show_draw (self->wall, self->counted->draws, kp_draw_pad_get_digits (self->pad));
  else
    kp_wait_wall_show_counts (self->wall, self->counted->n_in, self->counted->n_expected, self->counted->n_absent);
}

static void
show_people (KpWaitWindow *self)
{
  kp_children_clear (GTK_WIDGET (self->people));
  for (guint i = 0; i < self->counted->missing->len; i++)
    {
      const KpWaitPerson *person = g_ptr_array_index (self->counted->missing, i);
      g_autofree char *text = g_strdup_printf ("%s　%s%s", person->name, person->ticket, person->is_absent ? _(" · absent") : "");
      GtkWidget *label = gtk_label_new (text);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "numeric");
      if (person->is_absent)
        gtk_widget_add_css_class (label, "error");
      gtk_list_box_append (self->people, label);
    }
}

static void
count (gpointer counted,
       KpDoorCounts *out,
       gpointer window)
{
  KpWaitWindow *self = window;

  g_clear_pointer (&self->counted, kp_wait_desk_free);
  self->counted = counted;
  *out = (KpDoorCounts) { self->counted->n_in, self->counted->n_expected, self->counted->n_absent, self->counted->closed_at != NULL };
  show_people (self);
  kp_draw_pad_show (self->pad, self->counted);
  show_wall (self);
}

static gboolean
read_code (KpSession *session,
           const KpHallPlace *here G_GNUC_UNUSED,
           const char *code,
           KpHallAnswer *answer,
           GError **error)
{
  return kp_step_report (session, code, answer, error);
}

static gpointer
load_desk (KpSession *session,
           const KpHallPlace *here G_GNUC_UNUSED,
           GError **error)
{
  return kp_wait_desk_load (session, error);
}

static char *
dup_phase (KpMoment now G_GNUC_UNUSED,
           gpointer window)
{
  return g_strdup (KP_WAIT_WINDOW (window)->clause);
}

static const KpDoorDeskFuncs desk_funcs = { { read_code, load_desk, kp_wait_desk_free }, say, count, dup_phase, NULL };

/* What is read from here on is read by this keeper. */
static void
take_keeper (KpWaitWindow *self)
{
  const KpHallPlace here = { KP_HALL_INTERVIEW, NULL, 0 };

  if (self->campaign != NULL)
    kp_door_desk_open (self->desk, &here);
}

static gboolean
count_again (gpointer data)
{
  KpWaitWindow *self = data;

  if (self->wall != NULL && !kp_door_desk_is_busy (self->desk))
    kp_door_desk_count (self->desk);
  return G_SOURCE_CONTINUE;
}

/* ---- by hand ---- */

static void
begin_action (GtkWidget *widget,
              const char *name G_GNUC_UNUSED,
              GVariant *parameter)
{
  KpWaitWindow *self = KP_WAIT_WINDOW (widget);
  const gboolean is_undo = g_str_equal (g_variant_get_string (parameter, NULL), "undo");

  if (!self->is_working)
    kp_door_desk_begin (self->desk, is_undo ? KP_HALL_UNDO_REPORT : KP_HALL_CLOSE_REPORT);
}

/* ---- the draw ---- */

static void
pad_action (GtkWidget *widget,
            const char *name G_GNUC_UNUSED,
            GVariant *parameter G_GNUC_UNUSED)
{
  KpWaitWindow *self = KP_WAIT_WINDOW (widget);

  kp_door_desk_show_page (self->desk, "draw");
  kp_draw_pad_start (self->pad);
}

static gpointer
commit (KpSession *session,
        gpointer source,
        GError **error)
{
  const KpDrawTerms terms = { .source = source };
  g_autofree char *commitments = kp_step_commit_hearings (session, &terms, error);

  return commitments != NULL ? source : NULL;
}

static gpointer
draw (KpSession *session,
      gpointer digits,
      GError **error)
{
  KpHearingTally tally;

  return kp_step_draw_hearings (session, digits, &tally, error) ? digits : NULL;
}

static void
on_drawn (GObject *source,
          GAsyncResult *result,
          gpointer data)
{
  g_autoptr (KpWaitWindow) self = data;
  g_autoptr (GError) error = NULL;

  self->is_working = FALSE;
  kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);
  if (self->campaign == NULL)
    return;
  kp_draw_pad_complain (self->pad, error != NULL ? error->message : NULL);
  if (error != NULL)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    gtk_root_set_focus (GTK_ROOT (self), NULL);
  kp_door_desk_count (self->desk);
}

static void
draw_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter G_GNUC_UNUSED)
{
  KpWaitWindow *self = KP_WAIT_WINDOW (widget);
  const gboolean is_commit = g_str_equal (name, "wait.commit");

  if (self->is_working)
    return;
  self->is_working = TRUE;
  kp_campaign_change_async (self->campaign, gtk_editable_get_text (GTK_EDITABLE (self->keeper)), is_commit ? commit : draw,
                            g_strdup (is_commit ? kp_draw_pad_get_source (self->pad) : kp_draw_pad_get_digits (self->pad)), g_free,
                            NULL, on_drawn, g_object_ref (self));
}

/* ---- the wall ---- */

static void
on_wall_closed (KpWaitWindow *self)
{
  self->wall = NULL;
}

static void
wall_action (GtkWidget *widget,
             const char *name G_GNUC_UNUSED,
             GVariant *parameter G_GNUC_UNUSED)
{
  KpWaitWindow *self = KP_WAIT_WINDOW (widget);

  if (self->wall == NULL)
    {
      g_autofree char *until = kp_hall_dup_report_clause (&kp_campaign_get_scheme (self->campaign)->interview);

      self->wall = kp_wait_wall_new (gtk_window_get_application (GTK_WINDOW (self)), until);
      g_signal_connect_object (self->wall, "destroy", G_CALLBACK (on_wall_closed), self, G_CONNECT_SWAPPED);
    }
  show_wall (self);
  gtk_window_present (GTK_WINDOW (self->wall));
}

/* ---- the window ---- */

static void
kp_wait_window_dispose (GObject *object)
{
  KpWaitWindow *self = KP_WAIT_WINDOW (object);

  g_clear_handle_id (&self->counting, g_source_remove);
  if (self->wall != NULL)
    gtk_window_destroy (GTK_WINDOW (self->wall));
  if (self->desk != NULL)
    kp_door_desk_close (self->desk);
  g_clear_pointer (&self->counted, kp_wait_desk_free);
  g_clear_pointer (&self->clause, g_free);
  g_clear_object (&self->campaign);
  G_OBJECT_CLASS (kp_wait_window_parent_class)->dispose (object);
}

static void
add_actions (GtkWidgetClass *widget_class)
{
  kp_manual_install (widget_class);
  gtk_widget_class_install_action (widget_class, "wait.begin", "s", begin_action);
  gtk_widget_class_install_action (widget_class, "wait.pad", NULL, pad_action);
  gtk_widget_class_install_action (widget_class, "wait.commit", NULL, draw_action);
  gtk_widget_class_install_action (widget_class, "wait.draw", NULL, draw_action);
  gtk_widget_class_install_action (widget_class, "wait.wall", NULL, wall_action);
  kp_fullscreen_install (widget_class, "wait.fullscreen");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F3, 0, "wait.pad", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F6, 0, "wait.begin", "s", "undo");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F8, 0, "wait.wall", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "wait.begin", "s", "close");
}

static void
kp_wait_window_class_init (KpWaitWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kp_wait_window_dispose;
  g_type_ensure (KP_TYPE_DOOR_DESK);
  g_type_ensure (KP_TYPE_TROUBLE_LINE);
  add_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-wait-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KpWaitWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, KpWaitWindow, keeper);
  gtk_widget_class_bind_template_child (widget_class, KpWaitWindow, desk);
  gtk_widget_class_bind_template_child (widget_class, KpWaitWindow, people);
  gtk_widget_class_bind_template_callback (widget_class, take_keeper);
}

static void
kp_wait_window_init (KpWaitWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->pad = g_object_new (KP_TYPE_DRAW_PAD, NULL);
  g_signal_connect_swapped (self->pad, "digits-changed", G_CALLBACK (show_wall), self);
  kp_door_desk_add_page (self->desk, "draw", GTK_WIDGET (self->pad));
}

/** kp_wait_window_new: the waiting room of @campaign's interview. */
KpWaitWindow *
kp_wait_window_new (GtkApplication *application,
                    KpCampaign *campaign,
                    const char *actor)
{
  KpWaitWindow *self = g_object_new (KP_TYPE_WAIT_WINDOW, "application", application, NULL);

  self->campaign = g_object_ref (campaign);
  self->clause = kp_hall_dup_report_clause (&kp_campaign_get_scheme (campaign)->interview);
  kp_trouble_line_set_link (self->trouble, kp_campaign_get_link (campaign));
  gtk_editable_set_text (GTK_EDITABLE (self->keeper), actor);
  kp_door_desk_set_up (self->desk, campaign, &desk_funcs, self->keeper, GTK_WIDGET (self));
  take_keeper (self);
  self->counting = g_timeout_add_seconds (SECONDS_BETWEEN_COUNTS, count_again, self);
  return self;
}

/** kp_wait_window_is_busy: whether something is being read or recorded. */
gboolean
kp_wait_window_is_busy (KpWaitWindow *window)
{
  return window->is_working || kp_door_desk_is_busy (window->desk);
}
