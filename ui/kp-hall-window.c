/* kp-hall-window.c – the door of the exam hall: tickets read, counts that can be seen from afar.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A ticket is read wherever the focus is. What it means is said in one line that can be read from three metres, and in a
 * sentence; what is put right by hand is typed in the same place. */
#include "kp-hall-window.h"

#include <glib/gi18n-lib.h>

#include "kp-door-answer.h"
#include "kp-fullscreen.h"
#include "kp-hall-board.h"
#include "kp-hall-form.h"
#include "kp-hall-reader.h"
#include "kp-paper-order.h"
#include "kp-print-job.h"
#include "kp-scan-keys.h"

#define RECORD "incident-records"
#define MOST_RECENT 5

struct _KpHallWindow
{
  AdwWindow parent_instance;

  GtkDropDown *sitting;
  GtkDropDown *door;
  GtkEntry *keeper;
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
  KpHallBoard *board;

  KpCampaign *campaign;
  const KpPressSource *press; /* borrowed from the program */
  GArray *doors;              /* (element-type KpHallPlace): of the choice; texts of the scheme */
  KpHallReader *reader;       /* (nullable) */
  char *last;                 /* (nullable): ticket that was read last */
  guint ticking;
  gboolean is_filling;
  gboolean is_working;
};

G_DEFINE_FINAL_TYPE (KpHallWindow, kp_hall_window, ADW_TYPE_WINDOW)

static KpDoorTone
get_tone (KpScan outcome)
{
  switch (outcome)
    {
    case KP_SCAN_IN:
      return KP_DOOR_SUCCESS;
    case KP_SCAN_IN_LATE:
      return KP_DOOR_WARNING;
    case KP_SCAN_AGAIN:
      return KP_DOOR_AGAIN;
    default:
      return KP_DOOR_ERROR;
    }
}

static const KpSchemeSitting *
get_sitting (KpHallWindow *self)
{
  const GPtrArray *sittings = kp_campaign_get_scheme (self->campaign)->written.sittings;
  const guint selected = gtk_drop_down_get_selected (self->sitting);

  return selected < sittings->len ? g_ptr_array_index (sittings, selected) : NULL;
}

/* FALSE where the scheme has no sitting. */
static gboolean
get_place (KpHallWindow *self,
           KpHallPlace *here)
{
  const KpSchemeSitting *sitting = get_sitting (self);
  const guint selected = gtk_drop_down_get_selected (self->door);

  if (sitting == NULL || selected >= self->doors->len)
    return FALSE;
  *here = g_array_index (self->doors, KpHallPlace, selected);
  here->sitting = sitting->code;
  return TRUE;
}

static KpMoment
get_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *iso = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S");
  KpMoment moment;

  (void) kp_moment_parse (iso, &moment);
  return moment;
}

/* ---- what is said ---- */

static void
complain (KpHallWindow *self,
          const char *sentence)
{
  gtk_widget_error_bell (GTK_WIDGET (self));
  kp_door_answer_say (self->answer, KP_DOOR_ERROR, _("Not recorded"), sentence, "", NULL);
}

/* The latest above. */
static void
remember (KpHallWindow *self,
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

/* What a candidate at the door has to be told first. */
static char *
dup_headline (const KpHallAnswer *answer)
{
  if (answer->outcome == KP_SCAN_REFUSED)
    return g_strdup (_("Too late"));
  if (answer->outcome == KP_SCAN_OTHER_SITTING)
    return g_strdup (_("Another sitting"));
  if (answer->room == 0)
    return g_strdup (_("No such ticket"));
  return g_strdup_printf (_("Room %03u · seat %02u"), answer->room, answer->seat);
}

static void
on_answer (const KpHallAnswer *answer,
           gpointer data)
{
  KpHallWindow *self = data;
  const KpDoorTone tone = get_tone (answer->outcome);
  g_autofree char *headline = dup_headline (answer);
  g_autofree char *sentence = kp_hall_answer_dup_sentence (answer, kp_campaign_get_scheme (self->campaign));
  g_autofree char *who = answer->ticket != NULL ? g_strdup_printf ("%s　%s", answer->name, answer->ticket) : g_strdup ("");
  g_autofree char *line = g_strdup_printf ("%s　%s", answer->ticket != NULL ? answer->ticket : "–", sentence);

  kp_door_answer_say (self->answer, tone, headline, sentence, who, answer->photo);
  remember (self, line, kp_door_tone_get_class (tone));
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

static gboolean
is_closed (const KpHallDesk *desk)
{
  for (guint i = 0; i < desk->rooms->len; i++)
    if (((const KpHallRoom *) g_ptr_array_index (desk->rooms, i))->closed_at == NULL)
      return FALSE;
  return desk->rooms->len > 0;
}

static void
on_counted (gpointer counted,
            gpointer data)
{
  KpHallWindow *self = data;
  g_autoptr (KpHallDesk) desk = counted;
  const KpHallCounts sum = kp_hall_desk_sum (desk);
  const gboolean closed = is_closed (desk);
  g_autofree char *arrived = g_strdup_printf ("%u", sum.n_in);
  g_autofree char *expected = g_strdup_printf ("%u", sum.n_expected);
  g_autofree char *missing = g_strdup_printf ("%u", closed ? sum.n_absent : sum.n_expected - sum.n_in);

  gtk_label_set_label (self->arrived, arrived);
  gtk_label_set_label (self->expected, expected);
  gtk_label_set_label (self->missing_title, closed ? _("Absent") : _("Not here yet"));
  gtk_label_set_label (self->missing, missing);
  kp_hall_board_show (self->board, desk);
}

static const KpHallReaderFuncs reader_funcs = { on_answer, on_failed, on_counted };

static gpointer
load_desk (KpSession *session,
           const KpHallPlace *here,
           GError **error)
{
  return kp_hall_desk_load (session, here, error);
}

static const KpHallReaderWork work = { kp_step_hall_scan, load_desk, (GDestroyNotify) kp_hall_desk_free };

/* ---- the door ---- */

static void
forget_reader (KpHallWindow *self)
{
  if (self->reader != NULL)
    kp_hall_reader_set_funcs (self->reader, NULL, NULL);
  g_clear_object (&self->reader);
}

/* What is read from here on is read at this door, by this keeper. */
static void
take_place (KpHallWindow *self)
{
  KpHallPlace here;

  if (self->is_filling || self->campaign == NULL)
    return;
  forget_reader (self);
  if (!get_place (self, &here))
    {
      kp_door_answer_say (self->answer, KP_DOOR_PLAIN, _("No sitting"),
                          _("The scheme of this campaign has no sitting of a written exam."), "", NULL);
      return;
    }
  self->reader = kp_hall_reader_new (self->campaign, &work, &here, gtk_editable_get_text (GTK_EDITABLE (self->keeper)));
  kp_hall_reader_set_funcs (self->reader, &reader_funcs, self);
  kp_hall_reader_count (self->reader);
}

static void
fill_sittings (KpHallWindow *self)
{
  const KpScheme *scheme = kp_campaign_get_scheme (self->campaign);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  const KpMoment now = get_now ();
  guint chosen = 0;

  for (guint i = 0; i < scheme->written.sittings->len; i++)
    {
      const KpSchemeSitting *sitting = g_ptr_array_index (scheme->written.sittings, i);
      const KpSchemePaper *paper = kp_scheme_get_paper (scheme, sitting->paper);
      g_autofree char *day = kp_date_dup_iso (sitting->date);

      chosen += chosen == i && kp_hall_decide_entry (sitting, now) == KP_ENTRY_OVER;
      gtk_string_list_take (labels, g_strdup_printf ("%s · %s %02u:%02u", paper != NULL ? paper->name : sitting->paper, day,
                                                     sitting->start / 60, sitting->start % 60));
    }
  gtk_drop_down_set_model (self->sitting, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->sitting, chosen < scheme->written.sittings->len ? chosen : 0);
}

static void
add_door (KpHallWindow *self,
          GtkStringList *labels,
          const char *site,
          guint room,
          char *label)
{
  const KpHallPlace door = { NULL, site, room };

  g_array_append_val (self->doors, door);
  gtk_string_list_take (labels, label);
}

static void
fill_doors (KpHallWindow *self)
{
  const GPtrArray *sites = kp_campaign_get_scheme (self->campaign)->written.sites;
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  if (sites->len != 1)
    add_door (self, labels, NULL, 0, g_strdup (_("All sites")));
  for (guint i = 0; i < sites->len; i++)
    {
      const KpSchemeSite *site = g_ptr_array_index (sites, i);

      add_door (self, labels, site->code, 0, g_strdup_printf ("%s %s", site->code, site->name));
      for (guint j = 0; j < site->rooms->len; j++)
        {
          const guint number = kp_scheme_site_get_number (site, j);

          add_door (self, labels, site->code, number, g_strdup_printf (_("%s room %03u"), site->code, number));
        }
    }
  gtk_drop_down_set_model (self->door, G_LIST_MODEL (labels));
}

/* ---- the clock ---- */

/* "08:41:07 · begun, let in until 09:30" */
static gboolean
tick (gpointer data)
{
  KpHallWindow *self = data;
  const KpSchemeSitting *sitting = get_sitting (self);
  const KpMoment now = get_now ();
  g_autofree char *clock = g_strdup_printf ("%02u:%02u:%02u", now.second / 3600, now.second / 60 % 60, now.second % 60);
  g_autofree char *text = NULL;
  g_autofree char *shown = NULL;
  guint begin, end;

  if (sitting == NULL)
    return G_SOURCE_CONTINUE;
  begin = sitting->start - MIN (sitting->start, sitting->entry_from);
  end = sitting->start + sitting->late_minutes;
  switch (kp_hall_decide_entry (sitting, now))
    {
    case KP_ENTRY_EARLY:
      text = g_strdup_printf (_("entry from %02u:%02u"), begin / 60, begin % 60);
      break;
    case KP_ENTRY_OPEN:
      text = g_strdup_printf (_("start at %02u:%02u, let in until %02u:%02u"), sitting->start / 60, sitting->start % 60, end / 60,
                              end % 60);
      break;
    case KP_ENTRY_LATE:
      text = g_strdup_printf (_("begun, let in until %02u:%02u"), end / 60, end % 60);
      break;
    case KP_ENTRY_OVER:
    default:
      text = g_strdup_printf (_("nobody is let in since %02u:%02u"), end / 60, end % 60);
      break;
    }
  shown = g_strdup_printf ("%s · %s", clock, text);
  gtk_label_set_label (self->phase, shown);
  return G_SOURCE_CONTINUE;
}

/* ---- codes ---- */

static void
on_code (const char *code,
         gpointer data)
{
  KpHallWindow *self = data;

  if (g_str_equal (gtk_stack_get_visible_child_name (self->stack), "form") && kp_hall_form_take_code (self->form, code))
    return;
  if (self->reader != NULL)
    kp_hall_reader_take (self->reader, code);
}

/* Typed by hand. */
static void
on_typed (KpHallWindow *self)
{
  g_autofree char *code = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->code))));

  gtk_editable_set_text (GTK_EDITABLE (self->code), "");
  if (*code != '\0')
    on_code (code, self);
}

/* ---- by hand ---- */

static void
leave_form (KpHallWindow *self)
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
  leave_form (KP_HALL_WINDOW (widget));
}

static void
begin_action (GtkWidget *widget,
              const char *name G_GNUC_UNUSED,
              GVariant *parameter)
{
  KpHallWindow *self = KP_HALL_WINDOW (widget);
  const KpHallOrderKind kind = (KpHallOrderKind) g_variant_get_int32 (parameter);

  if (kind >= KP_N_HALL_ORDERS || self->is_working)
    return;
  gtk_stack_set_visible_child_name (self->stack, "form");
  kp_hall_form_set_campaign (self->form, self->campaign);
  kp_hall_form_begin (self->form, kind, kind == KP_HALL_UNDO ? self->last : NULL,
                      gtk_editable_get_text (GTK_EDITABLE (self->keeper)));
}

static void
on_sent (GtkWidget *widget,
         const char *sentence)
{
  if (sentence != NULL)
    complain (KP_HALL_WINDOW (widget), sentence);
}

static void
on_record_made (GObject *source,
                GAsyncResult *result,
                gpointer data)
{
  g_autoptr (KpHallWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);

  self->is_working = FALSE;
  if (self->campaign == NULL)
    return;
  if (pdf == NULL)
    complain (self, error->message);
  else
    kp_print_job_ask (GTK_WIDGET (self), _("Record of a breach"), pdf, on_sent);
}

static void
print_record (KpHallWindow *self,
              guint number)
{
  g_autofree char *only = g_strdup_printf ("%u", number);

  if (number == 0 || self->press == NULL)
    return;
  self->is_working = TRUE;
  kp_paper_order_async (self->campaign, self->press, RECORD, only, NULL, on_record_made, g_object_ref (self));
}

static void
on_done (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (KpHallWindow) self = data;
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
  leave_form (self);
  kp_door_answer_say (self->answer, KP_DOOR_SUCCESS, _("Done"), order->sentence, "", NULL);
  remember (self, order->sentence, "success");
  if (self->reader != NULL)
    kp_hall_reader_count (self->reader);
  print_record (self, order->incident);
}

static void
run_action (GtkWidget *widget,
            const char *name G_GNUC_UNUSED,
            GVariant *parameter G_GNUC_UNUSED)
{
  KpHallWindow *self = KP_HALL_WINDOW (widget);
  KpHallPlace here;
  KpHallOrder *order;

  if (self->is_working || !get_place (self, &here))
    return;
  order = kp_hall_form_dup_order (self->form, &here);
  if (order == NULL)
    return;
  self->is_working = TRUE;
  kp_hall_form_give_pin (self->form, self->campaign);
  kp_campaign_change_async (self->campaign, gtk_editable_get_text (GTK_EDITABLE (self->keeper)), kp_hall_order_run, order,
                            kp_hall_order_free, NULL, on_done, g_object_ref (self));
}

/* ---- the window ---- */

static void
count_action (GtkWidget *widget,
              const char *name G_GNUC_UNUSED,
              GVariant *parameter G_GNUC_UNUSED)
{
  if (KP_HALL_WINDOW (widget)->reader != NULL)
    kp_hall_reader_count (KP_HALL_WINDOW (widget)->reader);
}

static void
kp_hall_window_dispose (GObject *object)
{
  KpHallWindow *self = KP_HALL_WINDOW (object);

  g_clear_handle_id (&self->ticking, g_source_remove);
  forget_reader (self);
  g_clear_pointer (&self->last, g_free);
  g_clear_pointer (&self->doors, g_array_unref);
  g_clear_object (&self->campaign);
  G_OBJECT_CLASS (kp_hall_window_parent_class)->dispose (object);
}

static void
add_key (GtkWidgetClass *widget_class,
         guint key,
         KpHallOrderKind kind)
{
  gtk_widget_class_add_binding_action (widget_class, key, 0, "hall.begin", "i", (gint32) kind);
}

static void
add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "hall.begin", "i", begin_action);
  gtk_widget_class_install_action (widget_class, "hall.run", NULL, run_action);
  gtk_widget_class_install_action (widget_class, "hall.leave", NULL, leave_action);
  gtk_widget_class_install_action (widget_class, "hall.count", NULL, count_action);
  kp_fullscreen_install (widget_class, "hall.fullscreen");
  add_key (widget_class, GDK_KEY_F4, KP_HALL_BREACH);
  add_key (widget_class, GDK_KEY_F6, KP_HALL_UNDO);
  add_key (widget_class, GDK_KEY_F7, KP_HALL_ADMIT);
  add_key (widget_class, GDK_KEY_F9, KP_HALL_CLOSE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F5, 0, "hall.count", NULL);
}

static void
kp_hall_window_class_init (KpHallWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kp_hall_window_dispose;
  g_type_ensure (KP_TYPE_HALL_BOARD);
  g_type_ensure (KP_TYPE_DOOR_ANSWER);
  g_type_ensure (KP_TYPE_HALL_FORM);
  add_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-hall-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KpHallWindow, sitting);
  gtk_widget_class_bind_template_child (widget_class, KpHallWindow, door);
  gtk_widget_class_bind_template_child (widget_class, KpHallWindow, keeper);
  gtk_widget_class_bind_template_child (widget_class, KpHallWindow, arrived);
  gtk_widget_class_bind_template_child (widget_class, KpHallWindow, expected);
  gtk_widget_class_bind_template_child (widget_class, KpHallWindow, missing_title);
  gtk_widget_class_bind_template_child (widget_class, KpHallWindow, missing);
  gtk_widget_class_bind_template_child (widget_class, KpHallWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, KpHallWindow, answer);
  gtk_widget_class_bind_template_child (widget_class, KpHallWindow, recent);
  gtk_widget_class_bind_template_child (widget_class, KpHallWindow, form);
  gtk_widget_class_bind_template_child (widget_class, KpHallWindow, code);
  gtk_widget_class_bind_template_child (widget_class, KpHallWindow, phase);
  gtk_widget_class_bind_template_child (widget_class, KpHallWindow, board);
  gtk_widget_class_bind_template_callback (widget_class, take_place);
  gtk_widget_class_bind_template_callback (widget_class, on_typed);
}

static void
kp_hall_window_init (KpHallWindow *self)
{
  self->doors = g_array_new (FALSE, FALSE, sizeof (KpHallPlace));
  gtk_widget_init_template (GTK_WIDGET (self));
  kp_scan_keys_watch (GTK_WIDGET (self), self->code, on_code, self);
}

/** kp_hall_window_new: the sitting of today, at every door; @press (nullable) makes the records of breaches. */
KpHallWindow *
kp_hall_window_new (GtkApplication *application,
                    KpCampaign *campaign,
                    const KpPressSource *press,
                    const char *actor)
{
  KpHallWindow *self = g_object_new (KP_TYPE_HALL_WINDOW, "application", application, NULL);

  self->campaign = g_object_ref (campaign);
  self->press = press;
  self->is_filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->keeper), actor);
  fill_sittings (self);
  fill_doors (self);
  self->is_filling = FALSE;
  kp_door_answer_say (self->answer, KP_DOOR_PLAIN, _("Ready"), _("Read a ticket, or type its number and press Enter."), "",
                      NULL);
  take_place (self);
  tick (self);
  self->ticking = g_timeout_add_seconds (1, tick, self);
  gtk_widget_grab_focus (GTK_WIDGET (self->code));
  return self;
}

/** kp_hall_window_choose_door: a site, and a room of it (0 = the whole site). */
void
kp_hall_window_choose_door (KpHallWindow *window,
                            const char *site,
                            guint room)
{
  for (guint i = 0; i < window->doors->len; i++)
    {
      const KpHallPlace *door = &g_array_index (window->doors, KpHallPlace, i);

      if (g_strcmp0 (door->site, site) == 0 && door->room == room)
        gtk_drop_down_set_selected (window->door, i);
    }
}

/** kp_hall_window_is_busy: whether something is being read, recorded or made. */
gboolean
kp_hall_window_is_busy (KpHallWindow *window)
{
  return window->is_working || (window->reader != NULL && kp_hall_reader_is_busy (window->reader));
}
