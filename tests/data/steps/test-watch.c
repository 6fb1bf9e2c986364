/* test-watch.c – what others write is heard, on a server and in a file; who is there, and what is lost.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "kp-data-error.h"
#include "kp-test-cable.h"
#include "kp-test-campaign.h"
#include "kp-test.h"
#include "kp-watch.h"

#define DEADLINE_SECONDS 20

/* What one window has heard. */
typedef struct
{
  guint n_grew;
  guint n_lost;
  guint n_back;
  guint n_gone;
  guint n_replaced;
  gint64 seq;
  char *step;
  char *actor;
  char *people; /* "李四@review 王五@marks" */
} Heard;

static void
on_news (const KpWatchNews *news,
         gpointer data)
{
  Heard *heard = data;
  g_autoptr (GString) people = g_string_new (NULL);

  heard->n_grew += news->kind == KP_WATCH_GREW;
  heard->n_lost += news->kind == KP_WATCH_LOST;
  heard->n_back += news->kind == KP_WATCH_BACK;
  heard->n_gone += news->kind == KP_WATCH_GONE;
  heard->n_replaced += news->kind == KP_WATCH_REPLACED;
  if (news->kind == KP_WATCH_GREW)
    {
      g_free (heard->step);
      g_free (heard->actor);
      heard->seq = news->seq;
      heard->step = g_strdup (news->step);
      heard->actor = g_strdup (news->actor);
    }
  if (news->kind != KP_WATCH_PEOPLE)
    return;
  for (guint i = 0; i < news->people->len; i++)
    {
      const KpWatchPerson *person = g_ptr_array_index (news->people, i);

      g_string_append_printf (people, "%s%s@%s", i > 0 ? " " : "", person->who, person->page);
    }
  g_free (heard->people);
  heard->people = g_strdup (people->str);
}

static void
heard_clear (Heard *heard)
{
  g_free (heard->step);
  g_free (heard->actor);
  g_free (heard->people);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Heard, heard_clear)

static gboolean
wake (gpointer data G_GNUC_UNUSED)
{
  return G_SOURCE_CONTINUE;
}

static void
wait_for_count (const guint *count,
                guint n)
{
  const gint64 end = g_get_monotonic_time () + DEADLINE_SECONDS * G_USEC_PER_SEC;
  const guint timer = g_timeout_add (5, wake, NULL);

  while (*count < n && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
  g_assert_cmpuint (*count, >=, n);
}

static void
wait_for_people (const Heard *heard,
                 const char *people)
{
  const gint64 end = g_get_monotonic_time () + DEADLINE_SECONDS * G_USEC_PER_SEC;
  const guint timer = g_timeout_add (5, wake, NULL);

  while (g_strcmp0 (heard->people, people) != 0 && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
  g_assert_cmpstr (heard->people, ==, people);
}

static KpTestCampaign *
make_campaign (void)
{
  KpTestDatabase kind = { .kind = KP_DATABASE_POSTGRES };

  return kp_test_campaign_new (&kind);
}

static KpWatch *
watch_as (KpTestCampaign *c,
          const char *location,
          const char *who,
          Heard *heard)
{
  g_autoptr (KpOrigin) origin = kp_origin_new (who);

  return kp_watch_new (location != NULL ? location : c->database->location, kp_session_get_campaign (c->session), origin, who,
                       on_news, heard);
}

/* Two who see each other listen both. */
static void
wait_until_both_listen (KpWatch *one,
                        Heard *heard)
{
  kp_watch_show_page (one, "campaign");
  wait_for_people (heard, "李四@campaign");
}

static void
note (KpSession *session,
      gboolean is_committed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpLedger) ledger = kp_session_begin_beside (session, "correct", NULL, &error);
  gboolean ok;

  g_assert_no_error (error);
  g_assert_true (kp_ledger_note (ledger, "test", "x", &error));
  ok = is_committed && kp_session_commit (session, ledger, &error);
  g_assert_no_error (error);
  g_assert_true (ok == is_committed);
}

static void
test_tells_at_once (void)
{
  g_autoptr (KpTestCampaign) c = make_campaign ();
  g_auto (Heard) heard = { 0 };
  g_auto (Heard) other = { 0 };
  g_autoptr (KpWatch) watch = watch_as (c, NULL, "王五", &heard);
  g_autoptr (KpWatch) colleague = watch_as (c, NULL, "李四", &other);
  gint64 start;

  g_assert_nonnull (watch);
  wait_until_both_listen (colleague, &heard);
  start = g_get_monotonic_time ();
  note (c->session, TRUE);
  wait_for_count (&heard.n_grew, 1);
  g_test_message ("heard after %d ms", (int) ((g_get_monotonic_time () - start) / 1000));
  g_assert_cmpstr (heard.step, ==, "correct");
  g_assert_cmpstr (heard.actor, ==, "tester");
}

static void
test_own_work_is_no_news (void)
{
  g_autoptr (KpTestCampaign) c = make_campaign ();
  g_autoptr (KpSession) own = kp_test_campaign_open_as (c, "王五");
  g_auto (Heard) heard = { 0 };
  g_auto (Heard) other = { 0 };
  g_autoptr (KpWatch) watch = watch_as (c, NULL, "王五", &heard);
  g_autoptr (KpWatch) colleague = watch_as (c, NULL, "李四", &other);
  g_autoptr (KpOrigin) origin = kp_origin_new ("王五");

  g_assert_nonnull (watch);
  wait_until_both_listen (colleague, &heard);
  kp_database_set_origin (kp_session_get_database (own), origin);
  note (own, TRUE);
  wait_for_count (&other.n_grew, 1);
  note (c->session, TRUE);
  wait_for_count (&heard.n_grew, 1);
  g_assert_cmpuint (heard.n_grew, ==, 1);
  g_assert_cmpstr (heard.actor, ==, "tester");
  wait_for_count (&other.n_grew, 2);
}

static void
test_undone_work_is_no_news (void)
{
  g_autoptr (KpTestCampaign) c = make_campaign ();
  g_auto (Heard) heard = { 0 };
  g_auto (Heard) other = { 0 };
  g_autoptr (KpWatch) watch = watch_as (c, NULL, "王五", &heard);
  g_autoptr (KpWatch) colleague = watch_as (c, NULL, "李四", &other);

  g_assert_nonnull (watch);
  wait_until_both_listen (colleague, &heard);
  note (c->session, FALSE);
  note (c->session, TRUE);
  wait_for_count (&heard.n_grew, 1);
  g_assert_cmpuint (heard.n_grew, ==, 1);
}

static void
test_another_campaigns_work_is_no_news (void)
{
  g_autoptr (KpTestCampaign) c = make_campaign ();
  g_autoptr (KpTestCampaign) elsewhere = make_campaign (); /* the same code, in another schema */
  g_auto (Heard) heard = { 0 };
  g_auto (Heard) other = { 0 };
  g_autoptr (KpWatch) watch = watch_as (c, NULL, "王五", &heard);
  g_autoptr (KpWatch) colleague = watch_as (c, NULL, "李四", &other);

  g_assert_nonnull (watch);
  wait_until_both_listen (colleague, &heard);
  note (elsewhere->session, TRUE);
  note (c->session, TRUE);
  wait_for_count (&heard.n_grew, 1);
  g_assert_cmpuint (heard.n_grew, ==, 1);
}

static void
test_people_come_move_and_go (void)
{
  g_autoptr (KpTestCampaign) c = make_campaign ();
  g_auto (Heard) heard = { 0 };
  g_auto (Heard) other = { 0 };
  g_autoptr (KpWatch) watch = watch_as (c, NULL, "王五", &heard);
  KpWatch *colleague = NULL;

  kp_watch_show_page (watch, "marks");
  colleague = watch_as (c, NULL, "李四", &other);
  kp_watch_show_page (colleague, "review");
  wait_for_people (&heard, "李四@review");
  wait_for_people (&other, "王五@marks");
  kp_watch_show_page (colleague, "marks");
  wait_for_people (&heard, "李四@marks");
  kp_watch_free (colleague);
  wait_for_people (&heard, "");
}

/* ---- a file ---- */

typedef struct
{
  KpTestCampaign *campaign;
  KpOrigin *origin;
  KpWatch *watch;
  Heard heard;
} FileTest;

static FileTest *
watch_file (void)
{
  FileTest *f = g_new0 (FileTest, 1);
  KpTestDatabase kind = { .kind = KP_DATABASE_SQLITE };

  f->campaign = kp_test_campaign_new (&kind);
  f->origin = kp_origin_new ("window");
  f->watch = kp_watch_new (f->campaign->database->location, kp_session_get_campaign (f->campaign->session), f->origin, "王五",
                           on_news, &f->heard);
  /* Whatever is heard first: from then on it knows the record. */
  for (guint n = 1; f->heard.n_grew == 0; n++)
    {
      const gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC;

      g_assert_cmpuint (n, <, DEADLINE_SECONDS);
      note (f->campaign->session, TRUE);
      while (f->heard.n_grew == 0 && g_get_monotonic_time () < end)
        g_main_context_iteration (NULL, FALSE);
    }
  return f;
}

static void
file_test_free (FileTest *f)
{
  kp_watch_free (f->watch);
  kp_test_campaign_free (f->campaign);
  kp_origin_unref (f->origin);
  heard_clear (&f->heard);
  g_free (f);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FileTest, file_test_free)

/* Into the folder of the record, with all that was written; nobody has it open. */
static char *
copy_file (FileTest *f,
           const char *name)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (f->campaign->database->folder, name, NULL);
  gsize size = 0;

  g_file_get_contents (f->campaign->database->location, &bytes, &size, &error);
  g_assert_no_error (error);
  g_file_set_contents (path, bytes, (gssize) size, &error);
  g_assert_no_error (error);
  return path;
}

static void
move (const char *from,
      const char *to)
{
  g_assert_cmpint (g_rename (from, to), ==, 0);
}

/* Another program closes the record before it lies still. */
static void
write_and_close (FileTest *f,
                 const char *actor)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSession) other = kp_session_open (f->campaign->database->location, NULL, actor, KP_OPEN_READ_WRITE,
                                                 &f->campaign->sources, &error);

  g_assert_no_error (error);
  note (other, TRUE);
}

static void
test_file_tells_soon (void)
{
  g_autoptr (FileTest) f = watch_file ();
  g_autoptr (KpSession) other = kp_test_campaign_open_as (f->campaign, "李四");
  const guint before = f->heard.n_grew;
  gint64 start = g_get_monotonic_time ();

  note (other, TRUE);
  wait_for_count (&f->heard.n_grew, before + 1);
  g_test_message ("heard after %d ms", (int) ((g_get_monotonic_time () - start) / 1000));
  if (kp_test_may_measure ())
    g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
  g_assert_cmpstr (f->heard.actor, ==, "李四");
  g_assert_cmpstr (f->heard.step, ==, "correct");
  g_assert_cmpint (f->heard.seq, ==, kp_test_campaign_count_journal (f->campaign));
}

/* What was undone, and what the window did itself, is passed over; what comes then isn't. */
static void
test_file_own_work_is_no_news (void)
{
  g_autoptr (FileTest) f = watch_file ();
  g_autoptr (KpSession) own = kp_test_campaign_open_as (f->campaign, "王五");
  g_autoptr (KpSession) other = kp_test_campaign_open_as (f->campaign, "李四");
  const guint before = f->heard.n_grew;
  const gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC;

  kp_database_set_origin (kp_session_get_database (own), f->origin);
  note (other, FALSE);
  note (own, TRUE);
  note (own, TRUE);
  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (f->heard.n_grew, ==, before);
  note (other, TRUE);
  wait_for_count (&f->heard.n_grew, before + 1);
  g_assert_cmpstr (f->heard.actor, ==, "李四");
}

/* Pulled, or renamed; and put back after somebody wrote into it elsewhere. */
static void
test_file_gone (void)
{
  g_autoptr (FileTest) f = watch_file ();
  g_autofree char *aside = g_build_filename (f->campaign->database->folder, "aside.kaopin", NULL);
  const guint before = f->heard.n_grew;

  g_clear_pointer (&f->campaign->session, kp_session_close);
  move (f->campaign->database->location, aside);
  wait_for_count (&f->heard.n_gone, 1);
  move (aside, f->campaign->database->location);
  wait_for_count (&f->heard.n_back, 1);
  write_and_close (f, "李四");
  wait_for_count (&f->heard.n_grew, before + 1);
  g_assert_cmpuint (f->heard.n_gone, ==, 1);
  g_assert_cmpuint (f->heard.n_replaced, ==, 0);
}

/* A copy of yesterday in the place of the record isn't the record, and the record itself is. */
static void
test_file_older_copy (void)
{
  g_autoptr (FileTest) f = watch_file ();
  g_autofree char *copy = NULL;
  g_autofree char *newer = NULL;
  const guint before = f->heard.n_grew;

  g_clear_pointer (&f->campaign->session, kp_session_close);
  copy = copy_file (f, "yesterday.kaopin");
  write_and_close (f, "李四");
  wait_for_count (&f->heard.n_grew, before + 1);
  newer = copy_file (f, "today.kaopin");
  move (copy, f->campaign->database->location);
  wait_for_count (&f->heard.n_replaced, 1);
  move (newer, f->campaign->database->location);
  wait_for_count (&f->heard.n_back, 1);
  g_assert_cmpuint (f->heard.n_grew, ==, before + 1);
}

/* A whole copy that was put in its place is the record, on whatever inode. */
static void
test_file_same_copy (void)
{
  g_autoptr (FileTest) f = watch_file ();
  g_autofree char *copy = NULL;
  const guint before = f->heard.n_grew;

  g_clear_pointer (&f->campaign->session, kp_session_close);
  copy = copy_file (f, "copy.kaopin");
  move (copy, f->campaign->database->location);
  write_and_close (f, "李四");
  wait_for_count (&f->heard.n_grew, before + 1);
  g_assert_cmpuint (f->heard.n_replaced, ==, 0);
}

static void
test_file_something_else (void)
{
  g_autoptr (FileTest) f = watch_file ();
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = NULL;

  g_clear_pointer (&f->campaign->session, kp_session_close);
  copy = copy_file (f, "copy.kaopin");
  g_file_set_contents (f->campaign->database->location, "a shopping list", -1, &error);
  g_assert_no_error (error);
  wait_for_count (&f->heard.n_replaced, 1);
  move (copy, f->campaign->database->location);
  wait_for_count (&f->heard.n_back, 1);
}

/* What was written while the cable was cut is heard when it is mended. */
static void
test_goes_on_after_a_drop (void)
{
  g_autoptr (KpTestCampaign) c = make_campaign ();
  g_autoptr (KpTestCable) cable = kp_test_cable_new (c->database->location, c->database->folder);
  g_auto (Heard) heard = { 0 };
  g_auto (Heard) other = { 0 };
  g_autoptr (KpWatch) watch = watch_as (c, kp_test_cable_get_location (cable), "王五", &heard);
  g_autoptr (KpWatch) colleague = watch_as (c, NULL, "李四", &other);

  g_assert_nonnull (watch);
  wait_until_both_listen (colleague, &heard);
  kp_test_cable_cut (cable, KP_TEST_CUT_NOW);
  wait_for_count (&heard.n_lost, 1);
  g_assert_cmpstr (heard.people, ==, "");
  note (c->session, TRUE);
  kp_test_cable_mend (cable);
  wait_for_count (&heard.n_back, 1);
  wait_for_count (&heard.n_grew, 1);
  wait_for_people (&heard, "李四@campaign");
  g_assert_cmpuint (heard.n_lost, ==, 1);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data/watch/tells-at-once", test_tells_at_once);
  g_test_add_func ("/data/watch/own-work-is-no-news", test_own_work_is_no_news);
  g_test_add_func ("/data/watch/undone-work-is-no-news", test_undone_work_is_no_news);
  g_test_add_func ("/data/watch/another-campaigns-work-is-no-news", test_another_campaigns_work_is_no_news);
  g_test_add_func ("/data/watch/people-come-move-and-go", test_people_come_move_and_go);
  g_test_add_func ("/data/watch/file-tells-soon", test_file_tells_soon);
  g_test_add_func ("/data/watch/file-own-work-is-no-news", test_file_own_work_is_no_news);
  g_test_add_func ("/data/watch/file-gone", test_file_gone);
  g_test_add_func ("/data/watch/file-older-copy", test_file_older_copy);
  g_test_add_func ("/data/watch/file-same-copy", test_file_same_copy);
  g_test_add_func ("/data/watch/file-something-else", test_file_something_else);
  g_test_add_func ("/data/watch/goes-on-after-a-drop", test_goes_on_after_a_drop);
  return g_test_run ();
}
