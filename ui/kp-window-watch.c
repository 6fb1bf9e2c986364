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
  KpWatch *watch; /* (nullable): there is none of a room package */
  KpOrigin *origin; /* of this window */
  GCancellable *leaving;
  char *key;      /* (nullable): of what is watched: place, campaign and who */
  char *page;
  GPtrArray *people; /* KpWatchPerson */

  GtkWidget *here; /* who else */
  GtkLabel *names;
  GtkRevealer *line;
  GtkWidget *spinner;
  GtkLabel *sentence;
  GtkWidget *look;

  guint timer;       /* while something is to be read */
  char *news;        /* (nullable): what it is */
  char *clock;       /* (nullable): what is to be said about the clock, as long as nothing else is */
  gint64 news_seq;   /* of the journal's last row then */
  gint64 read_seq;   /* … when what is shown was read */
  KpWatchKind state; /* LOST, GONE, REPLACED, or BACK when the record is there */
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
  g_clear_pointer (&self->watch, kp_watch_free);
  g_clear_pointer (&self->news, g_free);
  g_clear_pointer (&self->key, g_free);
  g_ptr_array_set_size (self->people, 0);
  self->state = KP_WATCH_BACK;
}

static void
window_watch_free (gpointer data)
{
  KpWindowWatch *self = data;

  stop (self);
  g_ptr_array_unref (self->people);
  g_object_unref (self->leaving);
  g_free (self->clock);
  kp_origin_unref (self->origin);
  g_free (self->page);
  g_free (self);
}

/* ---- the line above the page ---- */

/* (nullable): what keeps from reading and writing. */
static const char *
get_trouble (KpWindowWatch *self)
{
  switch (self->state)
    {
    case KP_WATCH_LOST:
      return _("The connection to the server is lost. What was typed stays here; it goes on as soon as the server is there again.");
    case KP_WATCH_GONE:
      return _("The record’s file is not where it was: it was moved, renamed or deleted, or its stick was pulled out. What was typed "
               "stays here; put the file back, and it goes on.");
    case KP_WATCH_REPLACED:
      return _("Where the record’s file was lies another one now, or an older copy. Nothing is written into it. Put the right file "
               "back; or open what lies there with “Open”.");
    default:
      return NULL;
    }
}

static void
show_line (KpWindowWatch *self)
{
  const char *trouble = get_trouble (self);
  const gboolean is_typed = trouble == NULL && self->news != NULL && kp_window_pages_has_writing (self->pages);
  const char *sentence = trouble != NULL ? trouble : is_typed ? self->news : self->clock;

  gtk_widget_set_visible (self->spinner, self->state == KP_WATCH_LOST);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), self->state == KP_WATCH_LOST);
  gtk_widget_set_visible (self->look, is_typed);
  if (sentence != NULL)
    gtk_label_set_label (self->sentence, sentence);
  gtk_revealer_set_reveal_child (self->line, sentence != NULL);
}

static void
make_line (KpWindowWatch *self,
           GtkWidget *toasts)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *above = gtk_widget_get_prev_sibling (toasts);

  self->line = GTK_REVEALER (gtk_revealer_new ());
  self->spinner = gtk_spinner_new ();
  self->sentence = GTK_LABEL (gtk_label_new (""));
  self->look = gtk_button_new_with_mnemonic (_("_Show Now"));
  gtk_label_set_wrap (self->sentence, TRUE);
  gtk_label_set_xalign (self->sentence, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->sentence), TRUE);
  gtk_widget_set_valign (self->look, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (box, "news");
  gtk_box_append (GTK_BOX (box), self->spinner);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sentence));
  gtk_box_append (GTK_BOX (box), self->look);
  gtk_revealer_set_child (self->line, box);
  gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (toasts)), GTK_WIDGET (self->line), above);
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
  if (names->len > 0)
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
  if (self->is_reading || self->state != KP_WATCH_BACK || g_get_monotonic_time () < self->earliest || has_dialog (self->window)
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
note_state (KpWindowWatch *self,
            KpWatchKind state)
{
  const gboolean was_lost = self->state == KP_WATCH_LOST;

  self->state = state;
  show_line (self);
  if (state == KP_WATCH_BACK)
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.say", "s",
                                was_lost ? _("The server is there again.") : _("The record’s file is there again."));
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
on_news (const KpWatchNews *news,
         gpointer data)
{
  KpWindowWatch *self = data;

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
    case KP_WATCH_BACK:
      note_state (self, news->kind);
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
  g_autofree char *name = g_uuid_string_random ();

  self->window = window;
  self->funcs = funcs;
  self->pages = parts->pages;
  self->origin = kp_origin_new (name);
  self->state = KP_WATCH_BACK;
  self->leaving = g_cancellable_new ();
  self->page = g_strdup ("-");
  self->people = g_ptr_array_new_with_free_func (person_free);
  make_line (self, GTK_WIDGET (parts->toasts));
  make_here (self, parts->header);
  g_signal_connect_swapped (self->look, "clicked", G_CALLBACK (on_look), self);
  g_object_set_data_full (G_OBJECT (window), WATCH, self, window_watch_free);
  return self;
}

/** kp_window_watch_set_campaign: from now on @campaign is watched, and colleagues are told that @who is here. */
void
kp_window_watch_set_campaign (KpWindowWatch *watch,
                              KpCampaign *campaign,
                              const char *who)
{
  const char *location = kp_campaign_get_location (campaign);
  g_autofree char *key = g_strjoin ("\n", location, kp_campaign_get_code (campaign), who, NULL);

  kp_campaign_set_window (campaign, watch->origin, watch->leaving);
  g_free (watch->clock);
  watch->clock = kp_campaign_dup_clock_sentence (campaign);
  watch->read_seq = kp_campaign_get_seq (campaign);
  if (watch->news != NULL && watch->news_seq <= watch->read_seq)
    g_clear_pointer (&watch->news, g_free);
  show_line (watch);
  if (g_strcmp0 (watch->key, key) == 0 && watch->state != KP_WATCH_REPLACED)
    return;
  stop (watch);
  watch->key = g_steal_pointer (&key);
  watch->watch = kp_watch_new (location, kp_campaign_get_code (campaign), watch->origin, who, on_news, watch);
  if (watch->watch != NULL)
    kp_watch_show_page (watch->watch, watch->page);
  show_people (watch);
  show_line (watch);
}

/** kp_window_watch_set_page: what is looked at, as colleagues who look at the same have it. */
void
kp_window_watch_set_page (KpWindowWatch *watch,
                          const char *page)
{
  g_free (watch->page);
  watch->page = g_strdup (page);
  if (watch->watch != NULL)
    kp_watch_show_page (watch->watch, page);
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

/** kp_window_watch_leave: the window is closed: nobody waits for a server that is gone. */
void
kp_window_watch_leave (KpWindowWatch *watch)
{
  g_cancellable_cancel (watch->leaving);
  stop (watch);
}
