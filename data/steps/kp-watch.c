/* kp-watch.c – what others write into a campaign meanwhile, and who of them looks at what.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Of a file see kp-watch-file.c. On a server a thread with a connection of its own listens to the campaign's channel (kp-channel.h). Every unit of work says there
 * "grew"; beside it every window says
 *
 *   here ORIGIN PAGE WHO   when it begins, when another page is shown, and every ten seconds
 *   bye ORIGIN             when it is closed
 *
 * and who says nothing for thirty seconds is gone. Nothing of that is kept anywhere: no table grows, and after a power cut
 * nobody is left behind. A newcomer is answered at once, so that he needn't wait for the next round.
 *
 * A server that is gone is asked again after 1, 2, 4, 8, 8 … seconds; what was written meanwhile is seen by the journal's
 * number when it is back. */
#include "kp-watch-private.h"

#include <string.h>

#include "kp-channel.h"
#include "kp-data-error.h"
#include "kp-room-package.h"

#define HERE "here"
#define BYE "bye"
#define BEAT_US (10 * G_USEC_PER_SEC)
#define GONE_US (30 * G_USEC_PER_SEC)
#define LONGEST_PAUSE_MS 8000

typedef struct
{
  KpWatchPerson person;
  gint64 at;
} Seen;

/* News on their way to the caller's thread. */
typedef struct
{
  KpWatch *watch;
  KpWatchKind kind;
  gint64 seq;
  char *step;
  char *actor;
  GPtrArray *people;
} Letter;

static void
watch_unref (KpWatch *watch)
{
  if (!g_atomic_ref_count_dec (&watch->ref_count))
    return;
  g_free (watch->location);
  g_free (watch->campaign);
  kp_origin_unref (watch->origin);
  g_free (watch->hash);
  g_free (watch->who);
  g_free (watch->page);
  g_main_context_unref (watch->context);
  g_object_unref (watch->wake);
  g_hash_table_unref (watch->people);
  g_mutex_clear (&watch->lock);
  g_free (watch);
}

static void
person_free (gpointer data)
{
  KpWatchPerson *person = data;

  g_free (person->who);
  g_free (person->page);
  g_free (person);
}

static void
seen_free (gpointer data)
{
  Seen *seen = data;

  g_free (seen->person.who);
  g_free (seen->person.page);
  g_free (seen);
}

/* ---- to the caller ---- */

static void
letter_free (gpointer data)
{
  Letter *letter = data;

  g_free (letter->step);
  g_free (letter->actor);
  g_clear_pointer (&letter->people, g_ptr_array_unref);
  watch_unref (letter->watch);
  g_free (letter);
}

static gboolean
deliver (gpointer data)
{
  const Letter *letter = data;
  const KpWatchNews news = { letter->kind, letter->seq, letter->step, letter->actor, letter->people };

  if (!letter->watch->is_over)
    letter->watch->func (&news, letter->watch->data);
  return G_SOURCE_REMOVE;
}

static Letter *
letter_new (KpWatch *watch,
            KpWatchKind kind)
{
  Letter *letter = g_new0 (Letter, 1);

  g_atomic_ref_count_inc (&watch->ref_count);
  letter->watch = watch;
  letter->kind = kind;
  return letter;
}

static void
post (Letter *letter)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver, letter, letter_free);
  g_source_attach (source, letter->watch->context);
}

/** kp_watch_post: news without anything more. */
void
kp_watch_post (KpWatch *watch,
               KpWatchKind kind)
{
  post (letter_new (watch, kind));
}

/** kp_watch_post_grew: the journal ends with row @seq now, of @step by @actor (transfer full) (nullable). */
void
kp_watch_post_grew (KpWatch *watch,
                    gint64 seq,
                    char *step,
                    char *actor)
{
  Letter *letter = letter_new (watch, KP_WATCH_GREW);

  letter->seq = seq;
  letter->step = step;
  letter->actor = actor;
  post (letter);
}

static int
compare_people (gconstpointer a,
                gconstpointer b)
{
  const KpWatchPerson *const *one = a;
  const KpWatchPerson *const *other = b;

  return strcmp ((*one)->who, (*other)->who);
}

static void
post_people (KpWatch *watch)
{
  Letter *letter = letter_new (watch, KP_WATCH_PEOPLE);
  GHashTableIter iter;
  Seen *seen;

  letter->people = g_ptr_array_new_with_free_func (person_free);
  g_hash_table_iter_init (&iter, watch->people);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &seen))
    {
      KpWatchPerson *person = g_new0 (KpWatchPerson, 1);

      person->who = g_strdup (seen->person.who);
      person->page = g_strdup (seen->person.page);
      g_ptr_array_add (letter->people, person);
    }
  g_ptr_array_sort (letter->people, compare_people);
  post (letter);
}

/* ---- who looks at what ---- */

static void
see (KpWatch *watch,
     const char *origin,
     const char *page,
     const char *who)
{
  Seen *seen = g_hash_table_lookup (watch->people, origin);
  const gboolean is_new = seen == NULL;
  gboolean is_same = FALSE;

  if (is_new)
    {
      seen = g_new0 (Seen, 1);
      g_hash_table_insert (watch->people, g_strdup (origin), seen);
      watch->next_beat = g_get_monotonic_time ();
    }
  else
    is_same = g_str_equal (seen->person.page, page) && g_str_equal (seen->person.who, who);
  seen->at = g_get_monotonic_time ();
  if (is_same)
    return;
  g_free (seen->person.page);
  g_free (seen->person.who);
  seen->person.page = g_strdup (page);
  seen->person.who = g_strdup (who);
  post_people (watch);
}

static gboolean
is_gone (gpointer key G_GNUC_UNUSED,
         gpointer value,
         gpointer now)
{
  return ((Seen *) value)->at + GONE_US < *(gint64 *) now;
}

static void
forget_gone (KpWatch *watch)
{
  gint64 now = g_get_monotonic_time ();

  if (g_hash_table_foreach_remove (watch->people, is_gone, &now) > 0)
    post_people (watch);
}

static gboolean
say_here (KpWatch *watch,
          GError **error)
{
  g_autofree char *text = NULL;

  g_mutex_lock (&watch->lock);
  text = g_strdup_printf (HERE " %s %s %s", kp_origin_get_name (watch->origin), watch->page, watch->who);
  watch->has_moved = FALSE;
  g_mutex_unlock (&watch->lock);
  watch->next_beat = g_get_monotonic_time () + BEAT_US;
  return kp_channel_tell (watch->db, watch->campaign, text, error);
}

/* ---- the journal ---- */

/** kp_watch_load_last: the last row of the journal: its number, 0 when there is none, its step and who did it, (transfer full) and
 * untouched when there is none. In the watch's own thread. %FALSE with #KP_DATA_ERROR */
gboolean
kp_watch_load_last (KpWatch *watch,
                    gint64 *seq,
                    char **step,
                    char **actor,
                    GError **error)
{
  g_autoptr (KpStatement) s = kp_database_prepare (
      watch->db, "SELECT seq, step, actor FROM journal WHERE campaign = $1 ORDER BY seq DESC LIMIT 1", error);
  gboolean has_row = FALSE;

  *seq = 0;
  if (s == NULL)
    return FALSE;
  kp_statement_bind_text (s, 1, watch->campaign);
  if (!kp_statement_step (s, &has_row, error))
    return FALSE;
  if (!has_row)
    return TRUE;
  *seq = kp_statement_get_int (s, "seq");
  *step = kp_statement_dup_text (s, "step");
  *actor = kp_statement_dup_text (s, "actor");
  return TRUE;
}

static gboolean
hear_grew (KpWatch *watch,
           const char *origin,
           GError **error)
{
  g_autofree char *step = NULL;
  g_autofree char *actor = NULL;

  if (!kp_watch_load_last (watch, &watch->seq, &step, &actor, error))
    return FALSE;
  if (g_str_equal (origin, kp_origin_get_name (watch->origin)))
    return TRUE;
  kp_watch_post_grew (watch, watch->seq, g_steal_pointer (&step), g_steal_pointer (&actor));
  return TRUE;
}

/* What this program doesn't know yet is of a newer one, and passed over. */
static gboolean
hear (KpWatch *watch,
      const char *text,
      GError **error)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 4);
  const guint n = g_strv_length (words);

  if (n == 3 && g_str_equal (words[0], KP_CHANNEL_GREW))
    return hear_grew (watch, words[2], error);
  if (n >= 2 && g_str_equal (words[1], kp_origin_get_name (watch->origin)))
    return TRUE;
  if (n == 4 && g_str_equal (words[0], HERE))
    see (watch, words[1], words[2], words[3]);
  else if (n == 2 && g_str_equal (words[0], BYE) && g_hash_table_remove (watch->people, words[1]))
    post_people (watch);
  return TRUE;
}

/* ---- the thread ---- */

/** kp_watch_is_stopped: nobody wants news any more; @has_moved: another page is shown than others were told of. */
gboolean
kp_watch_is_stopped (KpWatch *watch,
                     gboolean *has_moved)
{
  gboolean stopped;

  g_cancellable_reset (watch->wake);
  g_mutex_lock (&watch->lock);
  stopped = watch->is_stopped;
  *has_moved = watch->has_moved;
  g_mutex_unlock (&watch->lock);
  return stopped;
}

static gboolean
connect_again (KpWatch *watch,
               GError **error)
{
  const gint64 before = watch->seq;
  g_autofree char *step = NULL;
  g_autofree char *actor = NULL;

  watch->db = kp_database_open (watch->location, KP_OPEN_READ_ONLY, error);
  if (watch->db == NULL || !kp_channel_listen (watch->db, watch->campaign, error)
      || !kp_watch_load_last (watch, &watch->seq, &step, &actor, error) || !say_here (watch, error))
    return FALSE;
  if (watch->is_lost)
    kp_watch_post (watch, KP_WATCH_BACK);
  watch->is_lost = FALSE;
  watch->pause_ms = 0;
  if (before >= 0 && watch->seq > before)
    kp_watch_post_grew (watch, watch->seq, NULL, NULL);
  return TRUE;
}

/* Until the connection is lost, or it is stopped. */
static gboolean
listen (KpWatch *watch,
        GError **error)
{
  gboolean has_moved = FALSE;

  while (!kp_watch_is_stopped (watch, &has_moved))
    {
      g_autofree char *text = NULL;
      gint64 now = g_get_monotonic_time ();

      if ((has_moved || now >= watch->next_beat) && !say_here (watch, error))
        return FALSE;
      now = g_get_monotonic_time ();
      if (!kp_channel_wait (watch->db, watch->wake, (guint) (MAX (watch->next_beat - now, 0) / 1000), &text, error)
          || (text != NULL && !hear (watch, text, error)))
        return FALSE;
      forget_gone (watch);
    }
  return TRUE;
}

/** kp_watch_pause: for @milliseconds, or until something is wanted of the thread. */
void
kp_watch_pause (KpWatch *watch,
                guint milliseconds)
{
  GPollFD fd;

  if (!g_cancellable_make_pollfd (watch->wake, &fd))
    return;
  g_poll (&fd, 1, (int) milliseconds);
  g_cancellable_release_fd (watch->wake);
}

/* A connection that breaks off is asked for anew at once, and only when that is in vain the server is gone. */
static void
note_failure (KpWatch *watch,
              gboolean was_connected,
              const GError *error)
{
  g_clear_pointer (&watch->db, kp_database_close);
  g_hash_table_remove_all (watch->people);
  if (was_connected)
    return;
  if (!watch->is_lost && g_error_matches (error, KP_DATA_ERROR, KP_DATA_ERROR_CONNECTION))
    {
      watch->is_lost = TRUE;
      post_people (watch);
      kp_watch_post (watch, KP_WATCH_LOST);
    }
  watch->pause_ms = CLAMP (watch->pause_ms * 2, 1000, LONGEST_PAUSE_MS);
  kp_watch_pause (watch, watch->pause_ms);
}

static gpointer
run_file (gpointer data)
{
  kp_watch_run_file (data);
  watch_unref (data);
  return NULL;
}

static gpointer
run_server (gpointer data)
{
  KpWatch *watch = data;
  gboolean has_moved = FALSE;

  while (!kp_watch_is_stopped (watch, &has_moved))
    {
      g_autoptr (GError) error = NULL;
      const gboolean was_connected = connect_again (watch, &error);

      if (!was_connected || !listen (watch, &error))
        note_failure (watch, was_connected, error);
    }
  if (watch->db != NULL)
    {
      g_autofree char *text = g_strdup_printf (BYE " %s", kp_origin_get_name (watch->origin));

      kp_channel_tell (watch->db, watch->campaign, text, NULL);
      g_clear_pointer (&watch->db, kp_database_close);
    }
  watch_unref (watch);
  return NULL;
}

/**
 * kp_watch_new:
 * @location: of the record
 * @campaign: whose journal
 * @origin: as of kp_database_set_origin(): what was written for it is no news
 * @who: the login, or the name that was typed, as others shall see it
 * @func: called in the main context that is the thread's default now
 * @data: for @func
 *
 * Starts a thread that listens, and on a server tells others who is here. No call waits for the server or the disk.
 *
 * Returns: (transfer full) (nullable): ended by kp_watch_free(); %NULL for a room package, into which one window writes
 */
KpWatch *
kp_watch_new (const char *location,
              const char *campaign,
              KpOrigin *origin,
              const char *who,
              KpWatchFunc func,
              gpointer data)
{
  const gboolean is_server = kp_database_location_is_server (location);
  KpWatch *watch;

  if (!is_server && kp_room_package_is_one (location))
    return NULL;
  watch = g_new0 (KpWatch, 1);
  g_atomic_ref_count_init (&watch->ref_count);
  g_mutex_init (&watch->lock);
  watch->location = g_strdup (location);
  watch->campaign = g_strdup (campaign);
  watch->origin = kp_origin_ref (origin);
  watch->who = g_strdup (who);
  watch->page = g_strdup ("-");
  watch->func = func;
  watch->data = data;
  watch->context = g_main_context_ref_thread_default ();
  watch->wake = g_cancellable_new ();
  watch->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, seen_free);
  watch->seq = -1;
  g_atomic_ref_count_inc (&watch->ref_count);
  g_thread_unref (g_thread_new ("watch", is_server ? run_server : run_file, watch));
  return watch;
}

static void
wake (KpWatch *watch)
{
  g_mutex_unlock (&watch->lock);
  g_cancellable_cancel (watch->wake);
}

/**
 * kp_watch_show_page:
 * @watch: a watch
 * @page: a word without blanks
 *
 * Tells others what is looked at from now on.
 */
void
kp_watch_show_page (KpWatch *watch,
                    const char *page)
{
  g_mutex_lock (&watch->lock);
  watch->has_moved = watch->has_moved || !g_str_equal (watch->page, page);
  g_free (watch->page);
  watch->page = g_strdup (page);
  wake (watch);
}

/**
 * kp_watch_free:
 * @watch: (transfer full): a watch
 *
 * Its function isn't called any more. The thread takes its leave of the others and ends, which isn't waited for.
 */
void
kp_watch_free (KpWatch *watch)
{
  watch->is_over = TRUE;
  g_mutex_lock (&watch->lock);
  watch->is_stopped = TRUE;
  wake (watch);
  watch_unref (watch);
}
