/* kp-wait-window.c – the waiting room of the interview: who reports, the draw before everybody, the wall.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * This window is for those who keep the list, and knows names; the second one, for the wall, is given numbers alone. */
#include "kp-wait-window.h"

#include <glib/gi18n-lib.h>

#include "kp-children.h"
#include "kp-door-answer.h"
#include "kp-draw-pad.h"
#include "kp-fullscreen.h"
#include "kp-hall-form.h"
#include "kp-hall-reader.h"
#include "kp-scan-keys.h"
#include "kp-step-hearing.h"
#include "kp-step-report.h"
#include "kp-wait-desk.h"
#include "kp-wait-wall.h"

/* The numbers on the wall follow the rooms. */
#define SECONDS_BETWEEN_COUNTS 10

struct _KpWaitWindow
{
  AdwWindow parent_instance;

  GtkEntry *keeper;
  GtkLabel *arrived;
  GtkLabel *expected;
  GtkLabel *missing_title;
  GtkLabel *missing;
  GtkStack *stack;
  KpDoorAnswer *answer;
  KpHallForm *form;
  KpDrawPad *pad;
  GtkEntry *code;
  GtkLabel *phase;
  GtkListBox *people;

  KpWaitWall *wall; /* (nullable) */
  KpCampaign *campaign;
  KpHallReader *reader; /* (nullable) */
  KpWaitDesk *desk;     /* (nullable) */
  char *last;           /* (nullable): ticket that was read last */
  guint counting;
  gboolean is_working;
};

G_DEFINE_FINAL_TYPE (KpWaitWindow, kp_wait_window, ADW_TYPE_WINDOW)

static void
complain (KpWaitWindow *self,
          const char *sentence)
{
  gtk_widget_error_bell (GTK_WIDGET (self));
  kp_door_answer_say (self->answer, KP_DOOR_ERROR, _("Not recorded"), sentence, "", NULL);
}

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
on_answer (const KpHallAnswer *answer,
           gpointer data)
{
  KpWaitWindow *self = data;
  const KpDoorTone tone = answer->outcome == KP_SCAN_IN      ? KP_DOOR_SUCCESS
                          : answer->outcome == KP_SCAN_AGAIN ? KP_DOOR_AGAIN
                                                             : KP_DOOR_ERROR;
  g_autofree char *sentence = kp_report_dup_sentence (answer, kp_campaign_get_scheme (self->campaign));
  g_autofree char *who = answer->ticket != NULL ? g_strdup_printf ("%s　%s", answer->name, answer->ticket) : g_strdup ("");

  kp_door_answer_say (self->answer, tone, get_headline (answer->outcome), sentence, who, answer->photo);
  if (answer->ticket != NULL)
    {
      g_free (self->last);
      self->last = g_strdup (answer->ticket);
    }
  if (!kp_scan_is_in (answer->outcome))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
on_failed (const char *sentence,
           gpointer data)
{
  complain (data, sentence);
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
  if (self->wall == NULL || self->desk == NULL)
    return;
  if (is_drawn (self->desk))
    kp_wait_wall_show_numbers (self->wall, self->desk->numbers);
  else if (self->desk->draws->len > 0)
    kp_wait_wall_show_draw (self->wall, self->desk->draws, kp_draw_pad_get_digits (self->pad));
  else
    kp_wait_wall_show_counts (self->wall, self->desk->n_in, self->desk->n_expected, self->desk->n_absent);
}

static void
show_people (KpWaitWindow *self)
{
  kp_children_clear (GTK_WIDGET (self->people));
  for (guint i = 0; i < self->desk->missing->len; i++)
    {
      const KpWaitPerson *person = g_ptr_array_index (self->desk->missing, i);
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
on_counted (gpointer counted,
            gpointer data)
{
  KpWaitWindow *self = data;
  g_autofree char *arrived = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *missing = NULL;

  g_clear_pointer (&self->desk, kp_wait_desk_free);
  self->desk = counted;
  arrived = g_strdup_printf ("%u", self->desk->n_in);
  expected = g_strdup_printf ("%u", self->desk->n_expected);
  missing = g_strdup_printf ("%u", self->desk->closed_at != NULL ? self->desk->n_absent : self->desk->n_expected - self->desk->n_in);
  gtk_label_set_label (self->arrived, arrived);
  gtk_label_set_label (self->expected, expected);
  gtk_label_set_label (self->missing_title, self->desk->closed_at != NULL ? _("Absent") : _("Not here yet"));
  gtk_label_set_label (self->missing, missing);
  show_people (self);
  kp_draw_pad_show (self->pad, self->desk);
  show_wall (self);
}

static const KpHallReaderFuncs reader_funcs = { on_answer, on_failed, on_counted };

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

static const KpHallReaderWork work = { read_code, load_desk, kp_wait_desk_free };

static void
forget_reader (KpWaitWindow *self)
{
  if (self->reader != NULL)
    kp_hall_reader_set_funcs (self->reader, NULL, NULL);
  g_clear_object (&self->reader);
}

/* What is read from here on is read by this keeper. */
static void
take_keeper (KpWaitWindow *self)
{
  const KpHallPlace here = { KP_HALL_INTERVIEW, NULL, 0 };

  if (self->campaign == NULL)
    return;
  forget_reader (self);
  self->reader = kp_hall_reader_new (self->campaign, &work, &here, gtk_editable_get_text (GTK_EDITABLE (self->keeper)));
  kp_hall_reader_set_funcs (self->reader, &reader_funcs, self);
  kp_hall_reader_count (self->reader);
}

static gboolean
count_again (gpointer data)
{
  KpWaitWindow *self = data;

  if (self->wall != NULL && self->reader != NULL && !kp_hall_reader_is_busy (self->reader))
    kp_hall_reader_count (self->reader);
  return G_SOURCE_CONTINUE;
}

static void
on_code (const char *code,
         gpointer data)
{
  KpWaitWindow *self = data;

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "form") && kp_hall_form_take_code (self->form, code))
    return;
  if (self->reader != NULL)
    kp_hall_reader_take (self->reader, code);
}

/* Typed by hand. */
static void
on_typed (KpWaitWindow *self)
{
  g_autofree char *code = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->code))));

  gtk_editable_set_text (GTK_EDITABLE (self->code), "");
  if (*code != '\0')
    on_code (code, self);
}

/* ---- by hand ---- */

static void
show_answer (KpWaitWindow *self)
{
  gtk_root_set_focus (GTK_ROOT (self), NULL);
  gtk_stack_set_visible_child_name (self->stack, "answer");
  gtk_widget_grab_focus (GTK_WIDGET (self->code));
}

static void
leave_action (GtkWidget *widget,
              const char *name G_GNUC_UNUSED,
              GVariant *parameter G_GNUC_UNUSED)
{
  show_answer (KP_WAIT_WINDOW (widget));
}

static void
begin_action (GtkWidget *widget,
              const char *name G_GNUC_UNUSED,
              GVariant *parameter)
{
  KpWaitWindow *self = KP_WAIT_WINDOW (widget);
  const gboolean is_undo = g_str_equal (g_variant_get_string (parameter, NULL), "undo");

  if (self->is_working)
    return;
  gtk_stack_set_visible_child_name (self->stack, "form");
  kp_hall_form_set_campaign (self->form, self->campaign);
  kp_hall_form_begin (self->form, is_undo ? KP_HALL_UNDO_REPORT : KP_HALL_CLOSE_REPORT, is_undo ? self->last : NULL,
                      gtk_editable_get_text (GTK_EDITABLE (self->keeper)));
}

static void
on_done (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (KpWaitWindow) self = data;
  g_autoptr (GError) error = NULL;
  const KpHallOrder *order = kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);

  self->is_working = FALSE;
  if (self->campaign == NULL)
    return;
  if (order == NULL)
    {
      kp_hall_form_complain (self->form, error->message);
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  show_answer (self);
  kp_door_answer_say (self->answer, KP_DOOR_SUCCESS, _("Done"), order->sentence, "", NULL);
  kp_hall_reader_count (self->reader);
}

static void
run_action (GtkWidget *widget,
            const char *name G_GNUC_UNUSED,
            GVariant *parameter G_GNUC_UNUSED)
{
  KpWaitWindow *self = KP_WAIT_WINDOW (widget);
  const KpHallPlace here = { KP_HALL_INTERVIEW, NULL, 0 };
  KpHallOrder *order = self->is_working ? NULL : kp_hall_form_dup_order (self->form, &here);

  if (order == NULL)
    return;
  self->is_working = TRUE;
  kp_hall_form_give_pin (self->form, self->campaign);
  kp_campaign_change_async (self->campaign, gtk_editable_get_text (GTK_EDITABLE (self->keeper)), kp_hall_order_run, order,
                            kp_hall_order_free, NULL, on_done, g_object_ref (self));
}

/* ---- the draw ---- */

static void
pad_action (GtkWidget *widget,
            const char *name G_GNUC_UNUSED,
            GVariant *parameter G_GNUC_UNUSED)
{
  KpWaitWindow *self = KP_WAIT_WINDOW (widget);

  gtk_stack_set_visible_child_name (self->stack, "draw");
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
  kp_hall_reader_count (self->reader);
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
  forget_reader (self);
  g_clear_pointer (&self->desk, kp_wait_desk_free);
  g_clear_pointer (&self->last, g_free);
  g_clear_object (&self->campaign);
  G_OBJECT_CLASS (kp_wait_window_parent_class)->dispose (object);
}

static void
add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "wait.begin", "s", begin_action);
  gtk_widget_class_install_action (widget_class, "hall.run", NULL, run_action);
  gtk_widget_class_install_action (widget_class, "hall.leave", NULL, leave_action);
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
  g_type_ensure (KP_TYPE_DOOR_ANSWER);
  g_type_ensure (KP_TYPE_HALL_FORM);
  g_type_ensure (KP_TYPE_DRAW_PAD);
  add_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-wait-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KpWaitWindow, keeper);
  gtk_widget_class_bind_template_child (widget_class, KpWaitWindow, arrived);
  gtk_widget_class_bind_template_child (widget_class, KpWaitWindow, expected);
  gtk_widget_class_bind_template_child (widget_class, KpWaitWindow, missing_title);
  gtk_widget_class_bind_template_child (widget_class, KpWaitWindow, missing);
  gtk_widget_class_bind_template_child (widget_class, KpWaitWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, KpWaitWindow, answer);
  gtk_widget_class_bind_template_child (widget_class, KpWaitWindow, form);
  gtk_widget_class_bind_template_child (widget_class, KpWaitWindow, pad);
  gtk_widget_class_bind_template_child (widget_class, KpWaitWindow, code);
  gtk_widget_class_bind_template_child (widget_class, KpWaitWindow, phase);
  gtk_widget_class_bind_template_child (widget_class, KpWaitWindow, people);
  gtk_widget_class_bind_template_callback (widget_class, take_keeper);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
  gtk_widget_class_bind_template_callback (widget_class, show_wall);
}

static void
kp_wait_window_init (KpWaitWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  kp_scan_keys_watch (GTK_WIDGET (self), self->code, on_code, self);
}

/** kp_wait_window_new: the waiting room of @campaign's interview. */
KpWaitWindow *
kp_wait_window_new (GtkApplication *application,
                    KpCampaign *campaign,
                    const char *actor)
{
  KpWaitWindow *self = g_object_new (KP_TYPE_WAIT_WINDOW, "application", application, NULL);
  g_autofree char *clause = kp_hall_dup_report_clause (&kp_campaign_get_scheme (campaign)->interview);

  gtk_editable_set_text (GTK_EDITABLE (self->keeper), actor);
  gtk_label_set_label (self->phase, clause);
  kp_door_answer_say (self->answer, KP_DOOR_PLAIN, _("Ready"), _("Read a ticket, or type its number and press Enter."), "",
                      NULL);
  self->campaign = g_object_ref (campaign);
  take_keeper (self);
  self->counting = g_timeout_add_seconds (SECONDS_BETWEEN_COUNTS, count_again, self);
  gtk_widget_grab_focus (GTK_WIDGET (self->code));
  return self;
}

/** kp_wait_window_is_busy: whether something is being read or recorded. */
gboolean
kp_wait_window_is_busy (KpWaitWindow *window)
{
  return window->is_working || (window->reader != NULL && kp_hall_reader_is_busy (window->reader));
}
