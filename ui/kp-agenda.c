/* kp-agenda.c – what is due next in a campaign, and what was done last.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Read in a worker once somebody sees it. */
#include "kp-agenda.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-deadline-words.h"
#include "kp-recent.h"
#include "kp-step-due.h"
#include "kp-step-words.h"

#define N_SHOWN 4
#define AT_MINUTES 16 /* "2026-03-07T09:00" */
#define COLUMN_WIDTH 300

struct _KpAgenda
{
  AdwBin parent_instance;

  GtkWidget *dues;
  GtkWidget *acts;

  KpCampaign *campaign;
  GCancellable *cancellable; /* (nullable): while it is read */
  gboolean is_read;
};

G_DEFINE_FINAL_TYPE (KpAgenda, kp_agenda, ADW_TYPE_BIN)

typedef struct
{
  GPtrArray *dues; /* (nullable) (element-type KpDue): before anybody is to be hired nothing is due */
  GPtrArray *acts; /* (element-type KpRecentAct) */
} Agenda;

static void
agenda_free (Agenda *agenda)
{
  g_clear_pointer (&agenda->dues, g_ptr_array_unref);
  g_clear_pointer (&agenda->acts, g_ptr_array_unref);
  g_free (agenda);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Agenda, agenda_free)

/* ---- reading ---- */

static gpointer
read_agenda (KpSession *session,
             gpointer has_dues,
             GError **error)
{
  g_autoptr (Agenda) agenda = g_new0 (Agenda, 1);

  if (has_dues != NULL)
    {
      agenda->dues = kp_step_list_due (session, kp_session_get_today (session), error);
      if (agenda->dues == NULL)
        return NULL;
    }
  agenda->acts = kp_recent_list (session, N_SHOWN, error);
  return agenda->acts != NULL ? g_steal_pointer (&agenda) : NULL;
}

static void
clear_box (GtkWidget *box)
{
  GtkWidget *title = gtk_widget_get_first_child (box);
  GtkWidget *child;

  while ((child = gtk_widget_get_next_sibling (title)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
add_line (GtkWidget *box,
          const char *text,
          gboolean is_late)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, is_late ? "error" : "agenda");
  gtk_box_append (GTK_BOX (box), label);
}

static void
show_dues (KpAgenda *self,
           GPtrArray *dues)
{
  guint n_near = 0;

  for (guint i = 0; dues != NULL && i < dues->len; i++)
    {
      const KpDue *due = g_ptr_array_index (dues, i);
      g_autofree char *day = kp_date_dup_iso (due->deadline->act_by);
      g_autofree char *what = kp_deadline_dup_label (due->deadline);
      g_autofree char *line = g_strdup_printf ("%s  %s  %s", day, what, due->name);

      if (due->deadline->is_near && n_near++ < N_SHOWN)
        add_line (self->dues, line, due->deadline->days_left < 0);
    }
  if (n_near > N_SHOWN)
    {
      g_autofree char *more = g_strdup_printf (_("and %u more"), n_near - N_SHOWN);

      add_line (self->dues, more, FALSE);
    }
  if (n_near == 0)
    add_line (self->dues, _("Nothing is due soon."), FALSE);
}

static void
show_acts (KpAgenda *self,
           GPtrArray *acts)
{
  for (guint i = 0; i < acts->len; i++)
    {
      const KpRecentAct *act = g_ptr_array_index (acts, i);
      g_autofree char *at = g_strndup (act->at, AT_MINUTES);
      g_autofree char *line = NULL;

      g_strdelimit (at, "T", ' ');
      line = g_strdup_printf ("%s  %s  %s", at, kp_step_word_get_label (act->step), act->actor);
      add_line (self->acts, line, FALSE);
    }
}

static void
on_read (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (KpAgenda) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Agenda) agenda = kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  self->is_read = TRUE;
  if (agenda == NULL)
    {
      add_line (self->acts, error->message, TRUE);
      return;
    }
  show_dues (self, agenda->dues);
  show_acts (self, agenda->acts);
}

/* What is due hangs on those who are or will be hired. */
static void
read_once (KpAgenda *self)
{
  gboolean has_dues;

  if (self->campaign == NULL || self->is_read || self->cancellable != NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  has_dues = kp_stage_is_closed (kp_campaign_get_stages (self->campaign), KP_STAGE_TOTALS);
  self->cancellable = g_cancellable_new ();
  kp_campaign_work_async (self->campaign, read_agenda, has_dues ? self->campaign : NULL, NULL,
                          (GDestroyNotify) agenda_free, self->cancellable, on_read, g_object_ref (self));
}

/* ---- the widget ---- */

static void
forget (KpAgenda *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->is_read = FALSE;
}

static void
kp_agenda_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kp_agenda_parent_class)->map (widget);
  read_once (KP_AGENDA (widget));
}

static void
kp_agenda_dispose (GObject *object)
{
  forget (KP_AGENDA (object));
  g_clear_object (&KP_AGENDA (object)->campaign);
  G_OBJECT_CLASS (kp_agenda_parent_class)->dispose (object);
}

static void
kp_agenda_class_init (KpAgendaClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kp_agenda_dispose;
  GTK_WIDGET_CLASS (klass)->map = kp_agenda_map;
}

static GtkWidget *
make_box (const char *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_size_request (box, COLUMN_WIDTH, -1);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/* Beside each other where there is room. */
static void
kp_agenda_init (KpAgenda *self)
{
  GtkWidget *flow = gtk_flow_box_new ();

  self->dues = make_box (_("Due Soon"));
  self->acts = make_box (_("Done Last"));
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (flow), 2);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (flow), TRUE);
  gtk_flow_box_append (GTK_FLOW_BOX (flow), self->dues);
  gtk_flow_box_append (GTK_FLOW_BOX (flow), self->acts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (flow), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Due soon, done last"), -1);
  adw_bin_set_child (ADW_BIN (self), flow);
}

/** kp_agenda_set_campaign: reads what is due and what was done in @campaign once it is seen. */
void
kp_agenda_set_campaign (KpAgenda *agenda,
                        KpCampaign *campaign)
{
  forget (agenda);
  clear_box (agenda->dues);
  clear_box (agenda->acts);
  g_set_object (&agenda->campaign, campaign);
  read_once (agenda);
}

/** kp_agenda_is_busy: whether it is still being read. */
gboolean
kp_agenda_is_busy (KpAgenda *agenda)
{
  return agenda->cancellable != NULL;
}
