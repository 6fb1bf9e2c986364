/* test-watch.c – colleagues on one server: what they save is heard at once, who is there, and a network that drops.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
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
  if (news->kind == KP_WATCH_GREW)
    {
      g_free (heard->step);
      g_free (heard->actor);
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
  return kp_watch_new (location != NULL ? location : c->database->location, kp_session_get_campaign (c->session), who, who, on_news,
                       heard);
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

  wait_until_both_listen (colleague, &heard);
  kp_database_set_origin (kp_session_get_database (own), "王五");
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

static void
test_a_file_has_nobody_else (void)
{
  Heard heard = { 0 };

  g_assert_null (kp_watch_new ("/tmp/a.kaopin", "a", "a", "王五", on_news, &heard));
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
  g_test_add_func ("/data/watch/a-file-has-nobody-else", test_a_file_has_nobody_else);
  g_test_add_func ("/data/watch/goes-on-after-a-drop", test_goes_on_after_a_drop);
  return g_test_run ();
}
