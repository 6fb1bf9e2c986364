/* kp-hall-window.c – the door of the exam hall: tickets read, counts that can be seen from afar.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is read and typed there is in kp-door-desk.c; here are the sittings, the doors of their sites, and the board. */
#include "kp-hall-window.h"

#include <glib/gi18n-lib.h>

#include "kp-door-desk.h"
#include "kp-fullscreen.h"
#include "kp-hall-board.h"
#include "kp-manual.h"
#include "kp-paper-order.h"
#include "kp-print-job.h"
#include "kp-trouble-line.h"

#define RECORD "incident-records"

struct _KpHallWindow
{
  AdwWindow parent_instance;

  KpTroubleLine *trouble;
  GtkDropDown *sitting;
  GtkDropDown *door;
  GtkEntry *keeper;
  KpDoorDesk *desk;
  KpHallBoard *board;

  KpCampaign *campaign;
  const KpPressSource *press; /* borrowed from the program */
  GArray *doors;              /* (element-type KpHallPlace): of the choice; texts of the scheme */
  gboolean is_filling;
  gboolean is_working;
};

G_DEFINE_FINAL_TYPE (KpHallWindow, kp_hall_window, ADW_TYPE_WINDOW)

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

/* ---- what is said ---- */

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

/* What a candidate at the door has to be told first. */
static const char *
get_headline (const KpHallAnswer *answer)
{
  if (answer->outcome == KP_SCAN_REFUSED)
    return _("Too late");
  if (answer->outcome == KP_SCAN_OTHER_SITTING)
    return _("Another sitting");
  return answer->room == 0 ? _("No such ticket") : NULL;
}

static void
say (const KpHallAnswer *answer,
     const KpScheme *scheme,
     KpDoorSaying *out)
{
  out->tone = get_tone (answer->outcome);
  out->headline = get_headline (answer);
  if (out->headline == NULL)
    out->headline = out->owned = g_strdup_printf (_("Room %03u · seat %02u"), answer->room, answer->seat);
  out->sentence = kp_hall_answer_dup_sentence (answer, scheme);
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
count (gpointer counted,
       KpDoorCounts *out,
       gpointer window)
{
  g_autoptr (KpHallDesk) desk = counted;
  const KpHallCounts sum = kp_hall_desk_sum (desk);

  *out = (KpDoorCounts) { sum.n_in, sum.n_expected, sum.n_absent, is_closed (desk) };
  kp_hall_board_show (KP_HALL_WINDOW (window)->board, desk);
}

static gpointer
load_desk (KpSession *session,
           const KpHallPlace *here,
           GError **error)
{
  return kp_hall_desk_load (session, here, error);
}

/* "begun, let in until 09:30" */
static char *
dup_phase (KpMoment now,
           gpointer window)
{
  const KpSchemeSitting *sitting = get_sitting (window);
  const guint begin = sitting->start - MIN (sitting->start, sitting->entry_from);
  const guint end = sitting->start + sitting->late_minutes;

  switch (kp_hall_decide_entry (sitting, now))
    {
    case KP_ENTRY_EARLY:
      return g_strdup_printf (_("entry from %02u:%02u"), begin / 60, begin % 60);
    case KP_ENTRY_OPEN:
      return g_strdup_printf (_("start at %02u:%02u, let in until %02u:%02u"), sitting->start / 60, sitting->start % 60, end / 60,
                              end % 60);
    case KP_ENTRY_LATE:
      return g_strdup_printf (_("begun, let in until %02u:%02u"), end / 60, end % 60);
    case KP_ENTRY_OVER:
    default:
      return g_strdup_printf (_("nobody is let in since %02u:%02u"), end / 60, end % 60);
    }
}

/* What is read from here on is read at this door, by this keeper. */
static void
take_place (KpHallWindow *self)
{
  KpHallPlace here;
  gboolean has_place;

  if (self->is_filling || self->campaign == NULL)
    return;
  has_place = get_place (self, &here);
  if (!has_place)
    kp_door_desk_say (self->desk, _("No sitting"), _("The scheme of this campaign has no sitting of a written exam."));
  kp_door_desk_open (self->desk, has_place ? &here : NULL);
}

static void
fill_sittings (KpHallWindow *self)
{
  const KpScheme *scheme = kp_campaign_get_scheme (self->campaign);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  const KpMoment now = kp_door_desk_get_now (self->desk);
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

/* ---- by hand ---- */

static void
begin_action (GtkWidget *widget,
              const char *name G_GNUC_UNUSED,
              GVariant *parameter)
{
  KpHallWindow *self = KP_HALL_WINDOW (widget);
  const KpHallOrderKind kind = (KpHallOrderKind) g_variant_get_int32 (parameter);

  if (kind < KP_N_HALL_ORDERS && !self->is_working)
    kp_door_desk_begin (self->desk, kind);
}

static void
on_sent (GtkWidget *widget,
         const char *sentence)
{
  if (sentence != NULL)
    kp_door_desk_complain (KP_HALL_WINDOW (widget)->desk, sentence);
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
    kp_door_desk_complain (self->desk, error->message);
  else
    kp_print_job_ask (GTK_WIDGET (self), _("Record of a breach"), pdf, on_sent);
}

static void
print_record (const KpHallOrder *order,
              gpointer window)
{
  KpHallWindow *self = window;
  g_autofree char *only = g_strdup_printf ("%u", order->incident);

  if (order->incident == 0 || self->press == NULL)
    return;
  self->is_working = TRUE;
  kp_paper_order_async (self->campaign, self->press, RECORD, only, NULL, on_record_made, g_object_ref (self));
}

static const KpDoorDeskFuncs desk_funcs
    = { { kp_step_hall_scan, load_desk, (GDestroyNotify) kp_hall_desk_free }, say, count, dup_phase, print_record };

/* ---- the window ---- */

static void
count_action (GtkWidget *widget,
              const char *name G_GNUC_UNUSED,
              GVariant *parameter G_GNUC_UNUSED)
{
  kp_door_desk_count (KP_HALL_WINDOW (widget)->desk);
}

static void
kp_hall_window_dispose (GObject *object)
{
  KpHallWindow *self = KP_HALL_WINDOW (object);

  if (self->desk != NULL)
    kp_door_desk_close (self->desk);
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
  kp_manual_install (widget_class);
  gtk_widget_class_install_action (widget_class, "hall.begin", "i", begin_action);
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
  g_type_ensure (KP_TYPE_DOOR_DESK);
  g_type_ensure (KP_TYPE_TROUBLE_LINE);
  add_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/kaopin/Kaopin/ui/kp-hall-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KpHallWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, KpHallWindow, sitting);
  gtk_widget_class_bind_template_child (widget_class, KpHallWindow, door);
  gtk_widget_class_bind_template_child (widget_class, KpHallWindow, keeper);
  gtk_widget_class_bind_template_child (widget_class, KpHallWindow, desk);
  gtk_widget_class_bind_template_child (widget_class, KpHallWindow, board);
  gtk_widget_class_bind_template_callback (widget_class, take_place);
}

static void
kp_hall_window_init (KpHallWindow *self)
{
  self->doors = g_array_new (FALSE, FALSE, sizeof (KpHallPlace));
  gtk_widget_init_template (GTK_WIDGET (self));
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
  kp_trouble_line_set_link (self->trouble, kp_campaign_get_link (campaign));
  self->press = press;
  self->is_filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->keeper), actor);
  kp_door_desk_set_up (self->desk, campaign, &desk_funcs, self->keeper, GTK_WIDGET (self));
  fill_sittings (self);
  fill_doors (self);
  self->is_filling = FALSE;
  take_place (self);
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
  return window->is_working || kp_door_desk_is_busy (window->desk);
}
