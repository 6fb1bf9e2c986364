/* kp-window-watch.c – others at the same record: what they save is shown, who is here is told, a lost server or file too.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a colleague or another program saved is read as soon as nobody types on the page that is shown. Where somebody does, a line above the
 * page tells it and offers to look now; it goes by itself when the page may be read. Many savings one after another are read
 * together, and a record that takes long to read is read more seldom. */
#include "kp-window-watch.h"

#include <glib/gi18n-lib.h>

#include "kp-step-words.h"
#include "kp-trouble-line.h"
#include "kp-watch.h"

#define WATCH "kp-window-watch"
#define TICK_MS 150
#define REST_FACTOR 2 /* of the time that reading takes */
#define NAME_CHARS 28

struct _KpWindowWatch
{
  GtkWindow *window; /* which owns it */
  const KpWindowWatchFuncs *funcs;
  const KpWindowPages *pages;
  KpRecordLink *link; /* (nullable): to the record that is shown; held */
  char *key;      /* (nullable): of what is watched: place, campaign and who */
  char *page;
  GPtrArray *people; /* KpWatchPerson */

  GtkWidget *here; /* who else */
  GtkLabel *names;
  AdwToastOverlay *toasts;
  KpTroubleLine *line;

  guint timer;       /* while something is to be read */
  char *news;        /* (nullable): what it is */
  gint64 news_seq;   /* of the journal's last row then */
  gint64 read_seq;   /* … when what is shown was read */
  gboolean was_lost; /* the server, and not a file */
  gboolean is_reading;
  gint64 begun;      /* the reading */
  gint64 earliest;   /* the next one */
};

static void
person_free (gpointer data)
{
  KpWatchPerson *person = data;

  g_free (person->who);
  g_free (person->page);
  g_free (person);
}

static void
stop (KpWindowWatch *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->news, g_free);
  g_clear_pointer (&self->key, g_free);
  g_ptr_array_set_size (self->people, 0);
  if (self->link == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->link, self);
  kp_record_link_leave (self->link);
  g_clear_object (&self->link);
}

static void
window_watch_free (gpointer data)
{
  KpWindowWatch *self = data;

  stop (self);
  g_ptr_array_unref (self->people);
  g_free (self->page);
  g_free (self);
}

/* ---- the line above the page ---- */

static void
show_line (KpWindowWatch *self)
{
  kp_trouble_line_set_news (self->line, kp_window_pages_has_writing (self->pages) ? self->news : NULL);
}

static void
make_line (KpWindowWatch *self,
           GtkWidget *toasts)
{
  self->line = g_object_new (KP_TYPE_TROUBLE_LINE, NULL);
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (toasts)), GTK_WIDGET (self->line),
                              gtk_widget_get_prev_sibling (toasts));
}

/* ---- who else is here ---- */

static void
show_people (KpWindowWatch *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (GHashTable) named = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < self->people->len; i++)
    {
      const KpWatchPerson *person = g_ptr_array_index (self->people, i);

      if (g_strcmp0 (person->page, self->page) != 0 || !g_hash_table_add (named, person->who))
        continue;
      if (names->len > 0)
        g_string_append (names, C_("between names", ", "));
      g_string_append (names, person->who);
    }
  /* So that what doesn't fit is counted at least. */
  if (g_hash_table_size (named) > 1)
    sentence = g_strdup_printf (_("Also on this page, %u people: %s"), g_hash_table_size (named), names->str);
  else if (names->len > 0)
    sentence = g_strdup_printf (_("Also on this page: %s"), names->str);
  gtk_label_set_label (self->names, sentence != NULL ? sentence : "");
  gtk_widget_set_tooltip_text (self->here, sentence);
  gtk_widget_set_visible (self->here, sentence != NULL);
}

static void
make_here (KpWindowWatch *self,
           AdwHeaderBar *header)
{
  self->here = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->names = GTK_LABEL (gtk_label_new (""));
  gtk_label_set_ellipsize (self->names, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->names, NAME_CHARS);
  gtk_box_append (GTK_BOX (self->here), gtk_image_new_from_icon_name ("system-users-symbolic"));
  gtk_box_append (GTK_BOX (self->here), GTK_WIDGET (self->names));
  gtk_widget_add_css_class (self->here, "here");
  gtk_widget_set_visible (self->here, FALSE);
  adw_header_bar_pack_end (header, self->here);
}

/* ---- reading what others saved ---- */

static void
refresh (KpWindowWatch *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->news, g_free);
  self->is_reading = TRUE;
  self->begun = g_get_monotonic_time ();
  show_line (self);
  self->funcs->refresh (self->window);
}

/* A dialog above the window is part of what is being done there. */
static gboolean
has_dialog (GtkWindow *window)
{
  g_autoptr (GListModel) all = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWindow) other = g_list_model_get_item (all, i);

      if (gtk_window_get_transient_for (other) == window && gtk_widget_get_visible (GTK_WIDGET (other)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
on_tick (gpointer data)
{
  KpWindowWatch *self = data;

  show_line (self);
  if (self->news == NULL)
    {
      self->timer = 0;
      return G_SOURCE_REMOVE;
    }
  if (self->is_reading || !kp_record_link_is_reached (self->link) || g_get_monotonic_time () < self->earliest || has_dialog (self->window)
      || !self->funcs->may_refresh (self->window) || !kp_window_pages_may_refresh (self->pages))
    return G_SOURCE_CONTINUE;
  self->timer = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

static void
on_look (KpWindowWatch *self)
{
  if (self->news != NULL && !self->is_reading)
    refresh (self);
}

static void
note_news (KpWindowWatch *self,
           const KpWatchNews *news)
{
  if (news->seq <= self->read_seq)
    return;
  g_free (self->news);
  self->news_seq = news->seq;
  if (news->actor != NULL)
    self->news = g_strdup_printf (_("%s has just saved something: %s. What you are typing stays."), news->actor,
                                  kp_step_word_get_label (news->step));
  else
    self->news = g_strdup (_("Meanwhile somebody else has saved something. What you are typing stays."));
  if (self->timer == 0)
    self->timer = g_timeout_add (TICK_MS, on_tick, self);
}

static void
note_back (KpWindowWatch *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.say", "s",
                              self->was_lost ? _("The server is there again.") : _("The record’s file is there again."));
}

static void
take_people (KpWindowWatch *self,
             const GPtrArray *people)
{
  g_ptr_array_set_size (self->people, 0);
  for (guint i = 0; i < people->len; i++)
    {
      const KpWatchPerson *person = g_ptr_array_index (people, i);
      KpWatchPerson *copy = g_new0 (KpWatchPerson, 1);

      copy->who = g_strdup (person->who);
      copy->page = g_strdup (person->page);
      g_ptr_array_add (self->people, copy);
    }
  show_people (self);
}

static void
on_news (KpWindowWatch *self,
         const KpWatchNews *news)
{
  switch (news->kind)
    {
    case KP_WATCH_GREW:
      note_news (self, news);
      break;
    case KP_WATCH_PEOPLE:
      take_people (self, news->people);
      break;
    case KP_WATCH_LOST:
    case KP_WATCH_GONE:
    case KP_WATCH_REPLACED:
      self->was_lost = news->kind == KP_WATCH_LOST;
      break;
    case KP_WATCH_BACK:
      note_back (self);
      break;
    }
}

/** kp_window_watch_new: of @window, which owns it and has the action `win.say`; @funcs must outlive it. */
KpWindowWatch *
kp_window_watch_new (GtkWindow *window,
                     const KpWindowWatchParts *parts,
                     const KpWindowWatchFuncs *funcs)
{
  KpWindowWatch *self = g_new0 (KpWindowWatch, 1);

  self->window = window;
  self->funcs = funcs;
  self->pages = parts->pages;
  self->toasts = parts->toasts;
  self->page = g_strdup ("-");
  self->people = g_ptr_array_new_with_free_func (person_free);
  make_line (self, GTK_WIDGET (parts->toasts));
  make_here (self, parts->header);
  g_signal_connect_swapped (self->line, "look", G_CALLBACK (on_look), self);
  g_object_set_data_full (G_OBJECT (window), WATCH, self, window_watch_free);
  return self;
}

/* Said once, for nobody in the office can do anything about it while they work; the commands say it too. */
static void
warn_of_wire (KpWindowWatch *self)
{
  AdwToast *toast = adw_toast_new (_("The connection to the server isn’t encrypted; have TLS switched on there."));

  adw_toast_set_timeout (toast, 0);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
link_to (KpWindowWatch *self,
         KpCampaign *campaign,
         const char *who)
{
  const char *location = kp_campaign_get_location (campaign);
  g_autofree char *key = g_strjoin ("\n", location, kp_campaign_get_code (campaign), who, NULL);

  if (g_strcmp0 (self->key, key) == 0 && !kp_record_link_is_replaced (self->link))
    return;
  stop (self);
  self->key = g_steal_pointer (&key);
  self->link = kp_record_link_new (location, kp_campaign_get_code (campaign), who);
  kp_record_link_show_page (self->link, self->page);
  g_signal_connect_swapped (self->link, "news", G_CALLBACK (on_news), self);
  kp_trouble_line_set_link (self->line, self->link);
  if (kp_campaign_is_exposed (campaign))
    warn_of_wire (self);
  show_people (self);
}

/** kp_window_watch_set_campaign: from now on @campaign is watched, and colleagues are told that @who is here. */
void
kp_window_watch_set_campaign (KpWindowWatch *watch,
                              KpCampaign *campaign,
                              const char *who)
{
  link_to (watch, campaign, who);
  kp_campaign_set_link (campaign, watch->link);
  kp_record_link_take_clock (watch->link, kp_campaign_dup_clock_sentence (campaign));
  watch->read_seq = kp_campaign_get_seq (campaign);
  if (watch->news != NULL && watch->news_seq <= watch->read_seq)
    g_clear_pointer (&watch->news, g_free);
  show_line (watch);
}

/** kp_window_watch_set_page: what is looked at, as colleagues who look at the same have it. */
void
kp_window_watch_set_page (KpWindowWatch *watch,
                          const char *page)
{
  g_free (watch->page);
  watch->page = g_strdup (page);
  if (watch->link != NULL)
    kp_record_link_show_page (watch->link, page);
  show_people (watch);
}

/** kp_window_watch_end_refresh: what was asked for is shown, or couldn't be read. */
void
kp_window_watch_end_refresh (KpWindowWatch *watch)
{
  const gint64 now = g_get_monotonic_time ();

  if (watch->is_reading)
    watch->earliest = now + (now - watch->begun) * REST_FACTOR;
  watch->is_reading = FALSE;
}

/** kp_window_watch_leave: the window is closed: it waits no more for a server that is gone. */
void
kp_window_watch_leave (KpWindowWatch *watch)
{
  kp_trouble_line_set_link (watch->line, NULL);
  stop (watch);
}
