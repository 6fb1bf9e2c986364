/* kp-publicity-calendar.c – the days of the publicity as they are counted, week by week.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Read in a worker once somebody sees it. The grid is one stop of the Tab key; the arrows go from day to day. */
#include "kp-publicity-calendar.h"

#include <glib/gi18n-lib.h>

#include "kp-public-day-cell.h"
#include "kp-public-days.h"

#define N_COLUMNS 7

struct _KpPublicityCalendar
{
  AdwBin parent_instance;

  GtkWidget *rounds;   /* which of several */
  GtkWidget *sentence;
  GtkWidget *grid;
  GtkWidget *legend;
  GtkWidget *current;  /* (nullable): the cell that Tab goes to; of the grid */

  KpCampaign *campaign;
  KpPublicityDesk *desk;     /* (nullable): until it is read */
  GCancellable *cancellable; /* (nullable): while it is read */
};

G_DEFINE_FINAL_TYPE (KpPublicityCalendar, kp_publicity_calendar, ADW_TYPE_BIN)

/* ---- what is shown ---- */

static char *
dup_round_sentence (const KpPublicityDesk *desk,
                    const KpPublicityRound *round,
                    guint n_counted)
{
  g_autofree char *from = kp_date_dup_iso (round->from);
  g_autofree char *until = kp_date_is_valid (round->until) ? kp_date_dup_iso (round->until) : NULL;
  g_autofree char *after = until != NULL ? kp_date_dup_iso (kp_date_add_days (round->until, 1)) : NULL;

  if (until == NULL)
    return g_strdup (desk->problem);
  if (round->n_proposed == 0)
    return g_strdup_printf (desk->is_in_workdays
                                ? _("Planned by the scheme: published on %s, then %u working days up to %s.")
                                : _("Planned by the scheme: published on %s, then %u days up to %s."),
                            from, n_counted, until);
  return g_strdup_printf (desk->is_in_workdays
                              ? _("Published on %s, then %u working days up to %s; %u proposed. Contracts can be made from %s on.")
                              : _("Published on %s, then %u days up to %s; %u proposed. Contracts can be made from %s on."),
                          from, n_counted, until, round->n_proposed, after);
}

static guint
count_counted (GArray *days)
{
  guint n = 0;

  for (guint i = 0; i < days->len; i++)
    n = MAX (n, g_array_index (days, KpPublicDay, i).number);
  return n;
}

static void
set_current (KpPublicityCalendar *self,
             GtkWidget *cell)
{
  if (self->current != NULL)
    gtk_widget_set_focusable (self->current, FALSE);
  self->current = cell;
  if (cell != NULL)
    gtk_widget_set_focusable (cell, TRUE);
}

static void
clear_grid (KpPublicityCalendar *self)
{
  GtkWidget *child;

  self->current = NULL;
  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
}

static void
add_weekdays (KpPublicityCalendar *self)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      GtkWidget *label = gtk_label_new (kp_public_day_cell_get_weekday (i + 1, TRUE));

      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_widget_set_hexpand (label, TRUE);
      gtk_grid_attach (GTK_GRID (self->grid), label, (int) i, 0, 1, 1);
    }
}

static void
show_round (KpPublicityCalendar *self,
            guint place)
{
  const KpPublicityRound *round = &g_array_index (self->desk->rounds, KpPublicityRound, place);
  g_autoptr (GArray) days = kp_publicity_desk_list_days (self->desk, place);
  g_autofree char *sentence = dup_round_sentence (self->desk, round, count_counted (days));

  clear_grid (self);
  gtk_label_set_label (GTK_LABEL (self->sentence), sentence);
  gtk_widget_set_visible (self->grid, days->len > 0);
  gtk_widget_set_visible (self->legend, days->len > 0);
  add_weekdays (self);
  for (guint i = 0; i < days->len; i++)
    {
      const KpPublicDay *day = &g_array_index (days, KpPublicDay, i);
      GtkWidget *cell = kp_public_day_cell_new (day, self->desk, round->round, i == 0);

      gtk_grid_attach (GTK_GRID (self->grid), cell, (int) (i % N_COLUMNS), (int) (i / N_COLUMNS + 1), 1, 1);
      if (day->part == KP_PUBLIC_PUBLISHED)
        set_current (self, cell);
    }
}

static void
on_round_selected (KpPublicityCalendar *self)
{
  const guint place = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->rounds));

  if (self->desk != NULL && place < self->desk->rounds->len)
    show_round (self, place);
}

/* The last round is the one that runs. */
static void
show_desk (KpPublicityCalendar *self)
{
  const guint n = self->desk->rounds->len;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf (_("Round %u"), g_array_index (self->desk->rounds, KpPublicityRound, i).round);

      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->rounds), G_LIST_MODEL (names));
  gtk_widget_set_visible (self->rounds, n > 1);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  if (n > 0)
    {
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->rounds), n - 1);
      show_round (self, n - 1);
    }
}

/* ---- reading ---- */

static gpointer
read_desk (KpSession *session,
           gpointer data G_GNUC_UNUSED,
           GError **error)
{
  return kp_publicity_desk_load (session, error);
}

static void
on_read (GObject *source,
         GAsyncResult *result,
         gpointer data)
{
  g_autoptr (KpPublicityCalendar) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (KpPublicityDesk) desk = kp_campaign_work_finish (KP_CAMPAIGN (source), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;
  g_clear_object (&self->cancellable);
  if (desk != NULL)
    {
      self->desk = g_steal_pointer (&desk);
      show_desk (self);
      return;
    }
  gtk_label_set_label (GTK_LABEL (self->sentence), error->message);
}

static void
read_once (KpPublicityCalendar *self)
{
  if (self->campaign == NULL || self->desk != NULL || self->cancellable != NULL
      || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->cancellable = g_cancellable_new ();
  kp_campaign_work_async (self->campaign, read_desk, NULL, NULL, (GDestroyNotify) kp_publicity_desk_free, self->cancellable,
                          on_read, g_object_ref (self));
}

static void
forget (KpPublicityCalendar *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->desk, kp_publicity_desk_free);
}

/* ---- the keys ---- */

static gboolean
find_step (guint keyval,
           int *columns,
           int *rows)
{
  *columns = keyval == GDK_KEY_Right || keyval == GDK_KEY_KP_Right ? 1 : keyval == GDK_KEY_Left || keyval == GDK_KEY_KP_Left ? -1 : 0;
  *rows = keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down ? 1 : keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up ? -1 : 0;
  return *columns != 0 || *rows != 0;
}

/* Left of a Monday is the Sunday before it. */
static gboolean
on_key (KpPublicityCalendar *self,
        guint keyval)
{
  int column, row, columns, rows, place;
  GtkWidget *cell;

  if (self->current == NULL || !find_step (keyval, &columns, &rows))
    return FALSE;
  gtk_grid_query_child (GTK_GRID (self->grid), self->current, &column, &row, NULL, NULL);
  place = (row - 1 + rows) * N_COLUMNS + column + columns;
  cell = place >= 0 ? gtk_grid_get_child_at (GTK_GRID (self->grid), place % N_COLUMNS, place / N_COLUMNS + 1) : NULL;
  if (cell == NULL)
    return gtk_widget_keynav_failed (self->grid, rows > 0 ? GTK_DIR_DOWN : GTK_DIR_UP);
  set_current (self, cell);
  return gtk_widget_grab_focus (cell);
}

/* ---- the widget ---- */

static void
kp_publicity_calendar_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kp_publicity_calendar_parent_class)->map (widget);
  read_once (KP_PUBLICITY_CALENDAR (widget));
}

static void
kp_publicity_calendar_dispose (GObject *object)
{
  forget (KP_PUBLICITY_CALENDAR (object));
  g_clear_object (&KP_PUBLICITY_CALENDAR (object)->campaign);
  G_OBJECT_CLASS (kp_publicity_calendar_parent_class)->dispose (object);
}

static void
kp_publicity_calendar_class_init (KpPublicityCalendarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kp_publicity_calendar_dispose;
  GTK_WIDGET_CLASS (klass)->map = kp_publicity_calendar_map;
}

static GtkWidget *
make_label (const char *text,
            const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
make_grid (KpPublicityCalendar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->grid = g_object_new (GTK_TYPE_GRID, "accessible-role", GTK_ACCESSIBLE_ROLE_GRID, "column-homogeneous", TRUE,
                             "row-spacing", 3, "column-spacing", 3, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Days of the publicity"), -1);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->grid, keys);
}

static void
kp_publicity_calendar_init (KpPublicityCalendar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->rounds = gtk_drop_down_new (NULL, NULL);
  self->sentence = make_label (NULL, "numeric");
  self->legend = make_label (_("“off”: a holiday · “worked”: a weekend that is worked for one · “day 1”: counted from the day after "
                               "the publication · framed: the day of publication and the last day"),
                             "caption");
  make_grid (self);
  gtk_widget_set_halign (self->rounds, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rounds), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Round of the publicity"), -1);
  g_signal_connect_swapped (self->rounds, "notify::selected", G_CALLBACK (on_round_selected), self);
  gtk_widget_add_css_class (self->legend, "dim-label");
  gtk_box_append (GTK_BOX (box), self->rounds);
  gtk_box_append (GTK_BOX (box), self->sentence);
  gtk_box_append (GTK_BOX (box), self->grid);
  gtk_box_append (GTK_BOX (box), self->legend);
  adw_bin_set_child (ADW_BIN (self), box);
}

/** kp_publicity_calendar_set_campaign: (nullable): reads the publicity of @campaign once it is seen; %NULL hides it. */
void
kp_publicity_calendar_set_campaign (KpPublicityCalendar *calendar,
                                    KpCampaign *campaign)
{
  forget (calendar);
  clear_grid (calendar);
  gtk_widget_set_visible (calendar->rounds, FALSE);
  gtk_widget_set_visible (calendar->legend, FALSE);
  gtk_label_set_label (GTK_LABEL (calendar->sentence), "");
  g_set_object (&calendar->campaign, campaign);
  gtk_widget_set_visible (GTK_WIDGET (calendar), campaign != NULL);
  read_once (calendar);
}

/** kp_publicity_calendar_is_busy: whether it is still being read. */
gboolean
kp_publicity_calendar_is_busy (KpPublicityCalendar *calendar)
{
  return calendar->cancellable != NULL;
}
