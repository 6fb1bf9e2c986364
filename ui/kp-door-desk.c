/* kp-door-desk.c – what the windows of the exam hall and of the waiting room share: codes read, counts, forms, the time.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A ticket is read wherever the focus is. What it means is said in one line that can be read from three metres, and in a
 * sentence; what is put right by hand is typed in the same place. The time is the record's, by which everybody at every door
 * is let in or not, whatever this machine's clock says. */
#include "kp-door-desk.h"

#include <glib/gi18n-lib.h>

#include "kp-hall-form.h"
#include "kp-scan-keys.h"
#include "kp-watch.h"

#define MOST_RECENT 5
#define SECONDS_BETWEEN_COUNTS 3 /* of what others read at their doors */

struct _KpDoorDesk
{
  AdwBin parent_instance;

  GtkLabel *arrived;
  GtkLabel *expected;
  GtkLabel *missing_title;
  GtkLabel *missing;
  GtkStack *stack;
  KpDoorAnswer *answer;
  GtkListBox *recent;
  KpHallForm *form;
  GtkEntry *code;
  GtkLabel *phase;

  const KpDoorDeskFuncs *funcs; /* static */
  GtkWidget *window;            /* (nullable): in which it is */
  GtkEntry *keeper;             /* borrowed from the window */
  KpCampaign *campaign;         /* (nullable): gone when the window is closed */
  KpHallPlace here;             /* texts of the scheme */
  gboolean has_place;
  KpHallReader *reader;         /* (nullable) */
  char *last;                   /* (nullable): ticket that was read last */
  KpRecordTime time;            /* as the record was read last */
  gboolean is_stale;            /* others have read tickets since */
  gint64 counted;               /* monotonic */
  guint ticking;
  gboolean is_working;
};

G_DEFINE_FINAL_TYPE (KpDoorDesk, kp_door_desk, ADW_TYPE_BIN)

/* ---- what is said ---- */

/* The latest above. */
static void
remember (KpDoorDesk *self,
          const char *text,
          const char *tone)
{
  GtkWidget *label = gtk_label_new (text);
  GtkListBoxRow *oldest;

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, tone);
  gtk_list_box_prepend (self->recent, label);
  oldest = gtk_list_box_get_row_at_index (self->recent, MOST_RECENT);
  if (oldest != NULL)
    gtk_list_box_remove (self->recent, GTK_WIDGET (oldest));
}

static void
on_answer (const KpHallAnswer *answer,
           gpointer data)
{
  KpDoorDesk *self = data;
  KpDoorSaying saying = { 0 };
  g_autofree char *who = answer->ticket != NULL ? g_strdup_printf ("%s　%s", answer->name, answer->ticket) : g_strdup ("");
  g_autofree char *line = NULL;

  self->funcs->say (answer, kp_campaign_get_scheme (self->campaign), &saying);
  line = g_strdup_printf ("%s　%s", answer->ticket != NULL ? answer->ticket : "–", saying.sentence);
  kp_door_answer_say (self->answer, saying.tone, saying.headline, saying.sentence, who, answer->photo);
  remember (self, line, kp_door_tone_get_class (saying.tone));
  if (answer->ticket != NULL)
    {
      g_free (self->last);
      self->last = g_strdup (answer->ticket);
    }
  if (!kp_scan_is_in (answer->outcome))
    gtk_widget_error_bell (self->window);
  g_free (saying.owned);
  g_free (saying.sentence);
}

static void
on_failed (const char *sentence,
           gpointer data)
{
  kp_door_desk_complain (data, sentence);
}

static void
show_count (GtkLabel *label,
            guint n)
{
  g_autofree char *text = g_strdup_printf ("%u", n);

  gtk_label_set_label (label, text);
}

static void
on_counted (gpointer counted,
            const KpRecordTime *time,
            gpointer data)
{
  KpDoorDesk *self = data;
  KpDoorCounts counts = { 0 };

  self->funcs->count (counted, &counts, self->window);
  show_count (self->arrived, counts.n_in);
  show_count (self->expected, counts.n_expected);
  show_count (self->missing, counts.is_closed ? counts.n_absent : counts.n_expected - counts.n_in);
  gtk_label_set_label (self->missing_title, counts.is_closed ? _("Absent") : _("Not here yet"));
  self->time = *time;
  self->counted = g_get_monotonic_time ();
  kp_door_desk_show_time (self);
}

static const KpHallReaderFuncs reader_funcs = { on_answer, on_failed, on_counted };

/* ---- the time ---- */

static gboolean
on_second (gpointer data)
{
  KpDoorDesk *self = data;
  const gint64 earliest = self->counted + SECONDS_BETWEEN_COUNTS * G_USEC_PER_SEC;

  kp_door_desk_show_time (self);
  if (self->is_stale && self->reader != NULL && !kp_hall_reader_is_busy (self->reader) && g_get_monotonic_time () >= earliest)
    kp_door_desk_count (self);
  return G_SOURCE_CONTINUE;
}

static void
on_news (KpDoorDesk *self,
         const KpWatchNews *news)
{
  self->is_stale = self->is_stale || news->kind == KP_WATCH_GREW;
}

/* ---- codes ---- */

/* Nobody at the door shall think that a code went nowhere. */
static void
say_waiting (KpDoorDesk *self)
{
  KpRecordLink *link = kp_campaign_get_link (self->campaign);
  const guint n = kp_hall_reader_count_waiting (self->reader);
  g_autofree char *sentence = NULL;

  if (link == NULL || kp_record_link_is_reached (link))
    return;
  sentence = g_strdup_printf (_("Tickets that were read and are kept: %u. They are recorded as soon as the record can be reached again."),
                              n);
  kp_door_desk_say (self, _("Not recorded yet"), sentence);
}

static void
on_code (const char *code,
         gpointer data)
{
  KpDoorDesk *self = data;

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "form") && kp_hall_form_take_code (self->form, code))
    return;
  if (self->reader == NULL)
    return;
  kp_hall_reader_take (self->reader, code);
  say_waiting (self);
}

/* Typed by hand. */
static void
on_typed (KpDoorDesk *self)
{
  g_autofree char *code = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->code))));

  gtk_editable_set_text (GTK_EDITABLE (self->code), "");
  if (*code != '\0')
    on_code (code, self);
}

/* ---- by hand ---- */

static void
show_answer (KpDoorDesk *self)
{
  gtk_root_set_focus (GTK_ROOT (self->window), NULL);
  gtk_stack_set_visible_child_name (self->stack, "answer");
  gtk_widget_grab_focus (GTK_WIDGET (self->code));
}

static void
leave_action (GtkWidget *widget,
              const char *name G_GNUC_UNUSED,
              GVariant *parameter G_GNUC_UNUSED)
{
  show_answer (KP_DOOR_DESK (widget));
}

static void
on_done (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (KpDoorDesk) self = data;
  g_autoptr (GError) error = NULL;
  const KpHallOrder *order = kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);

  self->is_working = FALSE;
  if (self->campaign == NULL)
    return;
  if (order == NULL)
    {
      kp_hall_form_complain (self->form, error->message);
      gtk_widget_error_bell (self->window);
      return;
    }
  show_answer (self);
  kp_door_answer_say (self->answer, KP_DOOR_SUCCESS, _("Done"), order->sentence, "", NULL);
  remember (self, order->sentence, kp_door_tone_get_class (KP_DOOR_SUCCESS));
  kp_door_desk_count (self);
  if (self->funcs->done != NULL)
    self->funcs->done (order, self->window);
}

static void
run_action (GtkWidget *widget,
            const char *name G_GNUC_UNUSED,
            GVariant *parameter G_GNUC_UNUSED)
{
  KpDoorDesk *self = KP_DOOR_DESK (widget);
  KpHallOrder *order = self->is_working || !self->has_place ? NULL : kp_hall_form_dup_order (self->form, &self->here);

  if (order == NULL)
    return;
  self->is_working = TRUE;
  kp_hall_form_give_pin (self->form, self->campaign);
  kp_campaign_change_async (self->campaign, gtk_editable_get_text (GTK_EDITABLE (self->keeper)), kp_hall_order_run, order,
                            kp_hall_order_free, NULL, on_done, g_object_ref (self));
}

/* ---- the widget ---- */

static void
forget_reader (KpDoorDesk *self)
{
  if (self->reader != NULL)
    kp_hall_reader_set_funcs (self->reader, NULL, NULL);
  g_clear_object (&self->reader);
}

static void
kp_door_desk_dispose (GObject *object)
{
  KpDoorDesk *self = KP_DOOR_DESK (object);

  kp_door_desk_close (self);
  g_clear_pointer (&self->last, g_free);
  G_OBJECT_CLASS (kp_door_desk_parent_class)->dispose (object);
}

static void
kp_door_desk_class_init (KpDoorDeskClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kp_door_desk_dispose;
  g_type_ensure (KP_TYPE_DOOR_ANSWER);
  g_type_ensure (KP_TYPE_HALL_FORM);
  gtk_widget_class_install_action (widget_class, "hall.run", NULL, run_action);
  gtk_widget_class_install_action (widget_class, "hall.leave", NULL, leave_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-door-desk.ui");
  gtk_widget_class_bind_template_child (widget_class, KpDoorDesk, arrived);
  gtk_widget_class_bind_template_child (widget_class, KpDoorDesk, expected);
  gtk_widget_class_bind_template_child (widget_class, KpDoorDesk, missing_title);
  gtk_widget_class_bind_template_child (widget_class, KpDoorDesk, missing);
  gtk_widget_class_bind_template_child (widget_class, KpDoorDesk, stack);
  gtk_widget_class_bind_template_child (widget_class, KpDoorDesk, answer);
  gtk_widget_class_bind_template_child (widget_class, KpDoorDesk, recent);
  gtk_widget_class_bind_template_child (widget_class, KpDoorDesk, form);
  gtk_widget_class_bind_template_child (widget_class, KpDoorDesk, code);
  gtk_widget_class_bind_template_child (widget_class, KpDoorDesk, phase);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
}

static void
kp_door_desk_init (KpDoorDesk *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** kp_door_desk_set_up: once: it is in @window, and whose name stands in @keeper answers for what is read. */
void
kp_door_desk_set_up (KpDoorDesk *desk,
                     KpCampaign *campaign,
                     const KpDoorDeskFuncs *funcs,
                     GtkEntry *keeper,
                     GtkWidget *window)
{
  desk->campaign = g_object_ref (campaign);
  desk->funcs = funcs;
  desk->keeper = keeper;
  desk->window = window;
  desk->time = *kp_campaign_get_time (campaign);
  kp_scan_keys_watch (window, desk->code, on_code, desk);
  if (kp_campaign_get_link (campaign) != NULL)
    g_signal_connect_object (kp_campaign_get_link (campaign), "news", G_CALLBACK (on_news), desk, G_CONNECT_SWAPPED);
  kp_door_desk_say (desk, _("Ready"), _("Read a ticket, or type its number and press Enter."));
  desk->ticking = g_timeout_add_seconds (1, on_second, desk);
  gtk_widget_grab_focus (GTK_WIDGET (desk->code));
}

/** kp_door_desk_open: what is read from here on is read at @here, whose texts are the scheme's; %NULL = nowhere. */
void
kp_door_desk_open (KpDoorDesk *desk,
                   const KpHallPlace *here)
{
  if (desk->campaign == NULL)
    return;
  forget_reader (desk);
  desk->has_place = here != NULL;
  if (here != NULL)
    {
      desk->here = *here;
      desk->reader = kp_hall_reader_new (desk->campaign, &desk->funcs->work, here,
                                         gtk_editable_get_text (GTK_EDITABLE (desk->keeper)));
      kp_hall_reader_set_funcs (desk->reader, &reader_funcs, desk);
      kp_door_desk_count (desk);
    }
  kp_door_desk_show_time (desk);
}

/** kp_door_desk_close: the window goes; what was read is still written. */
void
kp_door_desk_close (KpDoorDesk *desk)
{
  g_clear_handle_id (&desk->ticking, g_source_remove);
  forget_reader (desk);
  g_clear_object (&desk->campaign);
  desk->window = NULL;
}

/** kp_door_desk_begin: asks for what @kind needs; an arrival is undone of the ticket that was read last. */
void
kp_door_desk_begin (KpDoorDesk *desk,
                    KpHallOrderKind kind)
{
  const gboolean is_undo = kind == KP_HALL_UNDO || kind == KP_HALL_UNDO_REPORT;

  if (desk->is_working)
    return;
  gtk_stack_set_visible_child_name (desk->stack, "form");
  kp_hall_form_set_campaign (desk->form, desk->campaign);
  kp_hall_form_begin (desk->form, kind, is_undo ? desk->last : NULL, gtk_editable_get_text (GTK_EDITABLE (desk->keeper)));
}

/** kp_door_desk_count: counts again, without a code. */
void
kp_door_desk_count (KpDoorDesk *desk)
{
  desk->is_stale = FALSE;
  if (desk->reader != NULL)
    kp_hall_reader_count (desk->reader);
}

/** kp_door_desk_say: neither good nor bad. */
void
kp_door_desk_say (KpDoorDesk *desk,
                  const char *headline,
                  const char *sentence)
{
  kp_door_answer_say (desk->answer, KP_DOOR_PLAIN, headline, sentence, "", NULL);
}

/** kp_door_desk_complain: what could not be done. */
void
kp_door_desk_complain (KpDoorDesk *desk,
                       const char *sentence)
{
  gtk_widget_error_bell (desk->window);
  kp_door_answer_say (desk->answer, KP_DOOR_ERROR, _("Not recorded"), sentence, "", NULL);
}

/** kp_door_desk_add_page: one more page where the answers are said. */
void
kp_door_desk_add_page (KpDoorDesk *desk,
                       const char *name,
                       GtkWidget *page)
{
  gtk_stack_add_named (desk->stack, page, name);
}

/** kp_door_desk_show_page: one that was added. */
void
kp_door_desk_show_page (KpDoorDesk *desk,
                        const char *name)
{
  gtk_stack_set_visible_child_name (desk->stack, name);
}

/** kp_door_desk_show_time: "08:41:07 · begun, let in until 09:30", now and every second. */
void
kp_door_desk_show_time (KpDoorDesk *desk)
{
  const KpMoment now = kp_door_desk_get_now (desk);
  g_autofree char *phase = desk->has_place ? desk->funcs->dup_phase (now, desk->window) : NULL;
  g_autofree char *shown = g_strdup_printf ("%02u:%02u:%02u%s%s", now.second / 3600, now.second / 60 % 60, now.second % 60,
                                            phase != NULL ? " · " : "", phase != NULL ? phase : "");

  gtk_label_set_label (desk->phase, shown);
}

/** kp_door_desk_get_now: the record's time, see kp_record_time_at(). */
KpMoment
kp_door_desk_get_now (KpDoorDesk *desk)
{
  const gint64 machine = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (kp_record_time_at (&desk->time, machine));
  g_autofree char *iso = now != NULL ? g_date_time_format (now, "%Y-%m-%dT%H:%M:%S") : NULL;
  KpMoment moment = { 0 };

  (void) (iso != NULL && kp_moment_parse (iso, &moment));
  return moment;
}

/** kp_door_desk_is_busy: whether something is being read or recorded. */
gboolean
kp_door_desk_is_busy (KpDoorDesk *desk)
{
  return desk->is_working || (desk->reader != NULL && kp_hall_reader_is_busy (desk->reader));
}
