/* test-room-pins.c – a room without network confirms by PINs, and the office sees whether it did.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-room-pins.h"

#include "kp-account.h"
#include "kp-room-desk.h"
#include "kp-step-account.h"
#include "kp-step-interview.h"
#include "kp-step-room-in.h"
#include "kp-step-room.h"
#include "kp-test-account.h"
#include "kp-test-room.h"
#include "kp-test.h"

#define OTHER_PIN "601947"

static void
assert_refused (gboolean is_done,
                GError **error,
                const char *part)
{
  g_assert_false (is_done);
  g_assert_nonnull (*error);
  kp_test_assert_contains ((*error)->message, part);
  g_clear_error (error);
}

/* One person's file whose score keeper and supervisor have PINs of their own. */
static KpTestCampaign *
bring (KpTestDatabase *t)
{
  KpTestCampaign *c = kp_test_room_bring (t);
  const KpAccountOrder watcher = { "watcher", "孙七", "监督", NULL, OTHER_PIN };
  g_autoptr (GError) error = NULL;

  kp_test_account_add (c->session, "keeper", "钱一", "面试计分", FALSE, TRUE);
  kp_step_add_account (c->session, &watcher, &error);
  g_assert_no_error (error);
  return c;
}

static GPtrArray *
list_codes (KpSession *room)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRoomDesk) desk = kp_room_desk_load (room, 1, &error);
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);

  g_assert_no_error (error);
  for (guint i = 0; i < desk->candidates->len; i++)
    g_ptr_array_add (codes, g_strdup (((const KpRoomCandidate *) g_ptr_array_index (desk->candidates, i))->code));
  return codes;
}

/* Nobody comes, and two people say so. */
static gboolean
confirm (KpSession *room,
         const char *code,
         const char *first,
         const char *second,
         GError **error)
{
  const KpTwoPeople persons = { first, second, "签到表" };
  const KpHearingReading reading = { code, "缺考" };

  return kp_step_check_hearings (room, &reading, 1, &persons, error);
}

static void
enter (KpSession *room,
       const char *code)
{
  g_autoptr (GError) error = NULL;

  kp_step_enter_hearing (room, code, KP_MARK_ABSENT, NULL, 0, &error);
  g_assert_no_error (error);
}

static gint64
count_checks (KpSession *session)
{
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  kp_table_count (kp_session_get_database (session), &kp_hearing_check_table, kp_session_get_campaign (session), "", KP_NO_BINDS,
                  &n, &error);
  g_assert_no_error (error);
  return n;
}

static KpRoomInReport *
take_in (KpTestCampaign *c,
         const char *path,
         GError **error)
{
  g_autoptr (KpSealedKey) key = kp_room_package_unlock (path, KP_TEST_PASSPHRASE, error);

  return kp_step_take_room_package (c->session, path, key, NULL, error);
}

/* Each of the two by the own PIN; a login stands in the package, and no password. */
static void
test_both (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t);
  g_autofree char *path = kp_test_room_write (c, "room.kproom", NULL);
  g_autoptr (KpSession) room = kp_test_room_open (c, path, "keeper");
  g_autoptr (GPtrArray) codes = list_codes (room);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) accounts = kp_account_list_load (room, &error);
  const char *code = codes->pdata[0];
  KpTestPin pin = { .pin = OTHER_PIN, .first = "111999" };

  g_assert_cmpuint (accounts->len, ==, 2);
  for (guint i = 0; i < accounts->len; i++)
    {
      const KpAccountRecord *account = accounts->pdata[i];

      g_assert_cmpstr (account->name, ==, account->login);
      g_assert_null (account->password);
    }
  enter (room, code);
  assert_refused (confirm (room, code, "keeper", "watcher", &error), &error, "own PIN");
  kp_test_account_type (room, &pin);
  assert_refused (confirm (room, code, "keeper", "watcher", &error), &error, "isn't that of “keeper”");
  pin = (KpTestPin) { .pin = "111999", .first = KP_TEST_PIN };
  assert_refused (confirm (room, code, "keeper", "watcher", &error), &error, "isn't that of “watcher”");
  pin = (KpTestPin) { .pin = OTHER_PIN, .first = KP_TEST_PIN };
  assert_refused (confirm (room, code, "stranger", "watcher", &error), &error, "stranger");
  assert_refused (confirm (room, code, "keeper", "stranger", &error), &error, "stranger");
  assert_refused (confirm (room, code, "keeper", "Keeper", &error), &error, "one and the same");
  g_assert_cmpint (count_checks (room), ==, 0);
  g_assert_true (confirm (room, code, "keeper", "watcher", &error));
  g_assert_no_error (error);
  g_assert_cmpint (count_checks (room), ==, 1);
}

/* Wrong tries in between are the room's own affair; in the record stand the names of the two. */
static void
test_round (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t);
  g_autofree char *path = kp_test_room_write (c, "room.kproom", NULL);
  g_autoptr (KpSession) room = kp_test_room_open (c, path, "keeper");
  g_autoptr (GPtrArray) codes = list_codes (room);
  g_autoptr (KpRoomInReport) report = NULL;
  g_autoptr (GPtrArray) checks = NULL;
  g_autoptr (GError) error = NULL;
  KpTestPin pin = { .pin = "111999", .first = KP_TEST_PIN };

  kp_test_account_type (room, &pin);
  enter (room, codes->pdata[0]);
  assert_refused (confirm (room, codes->pdata[0], "keeper", "watcher", &error), &error, "isn't that of");
  pin.pin = OTHER_PIN;
  for (guint i = 0; i < codes->len; i++)
    {
      enter (room, codes->pdata[i]);
      confirm (room, codes->pdata[i], "keeper", "watcher", &error);
      g_assert_no_error (error);
    }
  kp_session_close (g_steal_pointer (&room));
  report = take_in (c, path, &error);
  g_assert_no_error (error);
  g_assert_cmpint (report->outcome, ==, KP_ROOM_IN_TAKEN);
  g_assert_cmpuint (report->n_taken, ==, codes->len);
  checks = kp_table_select (kp_session_get_database (c->session), &kp_hearing_check_table, kp_session_get_campaign (c->session), "",
                            KP_NO_BINDS, &error);
  g_assert_cmpuint (checks->len, ==, codes->len);
  for (guint i = 0; i < checks->len; i++)
    {
      g_assert_cmpstr (((const KpHearingCheckRecord *) checks->pdata[i])->first_person, ==, "钱一");
      g_assert_cmpstr (((const KpHearingCheckRecord *) checks->pdata[i])->second_person, ==, "孙七");
    }
  kp_test_campaign_assert_sound (c);
}

/* Past the steps, by a program of one's own: the row and its journal are right, and nobody typed a PIN. */
static void
test_forged (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t);
  g_autofree char *path = kp_test_room_write (c, "room.kproom", NULL);
  g_autoptr (KpSession) room = kp_test_room_open (c, path, "keeper");
  g_autoptr (GPtrArray) codes = list_codes (room);
  const KpAct act = { "keeper", "2026-04-18T10:00:00+08:00", "check-hearing", NULL };
  KpTestPin pin;
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpRoomInReport) report = NULL;
  g_autoptr (GError) error = NULL;
  const gint64 n_before = kp_test_campaign_count_journal (c);

  kp_test_account_type (room, &pin);
  for (guint i = 1; i < codes->len; i++)
    {
      pin = i % 2 ? (KpTestPin) { .pin = OTHER_PIN, .first = KP_TEST_PIN } : (KpTestPin) { .pin = KP_TEST_PIN, .first = OTHER_PIN };
      enter (room, codes->pdata[i]);
      confirm (room, codes->pdata[i], i % 2 ? "keeper" : "watcher", i % 2 ? "watcher" : "keeper", &error);
      g_assert_no_error (error);
    }
  enter (room, codes->pdata[0]);
  ledger = kp_ledger_begin (kp_session_get_database (room), kp_session_get_campaign (room), &act, &error);
  kp_ledger_insert (ledger, &kp_hearing_check_table,
                    &(KpHearingCheckRecord) { .campaign = kp_session_get_campaign (room),
                                              .code = codes->pdata[0],
                                              .mark = "缺考",
                                              .first_person = "keeper",
                                              .second_person = "watcher",
                                              .at = act.at },
                    &error);
  g_assert_true (kp_ledger_commit (ledger, &error));
  g_clear_pointer (&ledger, kp_ledger_free);
  kp_session_close (g_steal_pointer (&room));
  /* The note before it is that of the last number, by the two in the other order. */
  report = take_in (c, path, &error);
  assert_refused (report != NULL, &error, "wasn't confirmed by the PINs");
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

static void
test_other_pin (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t);
  g_autofree char *path = kp_test_room_write (c, "room.kproom", NULL);
  g_autoptr (KpSession) room = kp_test_room_open (c, path, "keeper");
  const KpAct act = { "keeper", "2026-04-18T10:00:00+08:00", "sign-in", NULL };
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (KpRoomInReport) report = NULL;
  g_autoptr (GPtrArray) accounts = NULL;
  g_autoptr (GError) error = NULL;
  KpAccountRecord changed;

  assert_refused (kp_step_set_account_secret (room, "watcher", KP_ACCOUNT_PIN, "774411", &error), &error, "own PIN");
  accounts = kp_account_list_load (room, &error);
  changed = *kp_account_list_find_login (accounts, "watcher");
  changed.pin = kp_account_list_find_login (accounts, "keeper")->pin;
  ledger = kp_ledger_begin (kp_session_get_database (room), kp_session_get_campaign (room), &act, &error);
  kp_ledger_update (ledger, &kp_account_table, &changed, &error);
  g_assert_true (kp_ledger_commit (ledger, &error));
  g_clear_pointer (&ledger, kp_ledger_free);
  kp_session_close (g_steal_pointer (&room));
  report = take_in (c, path, &error);
  assert_refused (report != NULL, &error, "edited by hand");
}

static void
test_lock (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring (t);
  g_autofree char *path = kp_test_room_write (c, "room.kproom", NULL);
  g_autoptr (KpSession) room = kp_test_room_open (c, path, "keeper");
  g_autoptr (GPtrArray) codes = list_codes (room);
  g_autoptr (GError) error = NULL;
  KpTestPin pin = { .pin = "111999", .first = KP_TEST_PIN };

  kp_test_account_type (room, &pin);
  enter (room, codes->pdata[0]);
  for (guint i = 1; i <= KP_ACCOUNT_MAX_FAILURES; i++)
    assert_refused (confirm (room, codes->pdata[0], "keeper", "watcher", &error), &error,
                    i < KP_ACCOUNT_MAX_FAILURES ? "isn't that of" : "locked now");
  pin.pin = OTHER_PIN;
  assert_refused (confirm (room, codes->pdata[0], "keeper", "watcher", &error), &error, "half an hour");
  g_assert_cmpint (count_checks (room), ==, 0);
}

/* Where everybody signs in, no package goes out that two people couldn't confirm with. */
static void
test_wanting (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_room_bring (t);
  g_autoptr (KpSession) head = NULL;
  g_autoptr (KpSession) exams = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSealedKey) key = kp_sealed_key_new (KP_TEST_PASSPHRASE, &kp_sealed_cost_least, &error);
  g_autofree char *path = g_build_filename (c->database->folder, "room.kproom", NULL);
  KpRoomOutTally tally;

  kp_test_account_staff (c);
  head = kp_test_account_sign_in (c, "head");
  g_assert_true (kp_step_set_account_roles (head, "first", "考务", &error));
  exams = kp_test_account_sign_in (c, "first");
  assert_refused (kp_step_write_room_package (exams, 1, path, key, &tally, &error), &error, "there aren't two");
  kp_test_assert_no_file (path);
  g_assert_true (kp_step_set_account_secret (head, "watcher", KP_ACCOUNT_PIN, OTHER_PIN, &error));
  g_assert_true (kp_step_write_room_package (exams, 1, path, key, &tally, &error));
  g_assert_no_error (error);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kp_test_database_add ("/data/steps/%s/room-pins/both-confirm", test_both);
  kp_test_database_add ("/data/steps/%s/room-pins/taken-in-with-names", test_round);
  kp_test_database_add ("/data/steps/%s/room-pins/forged-confirmation", test_forged);
  kp_test_database_add ("/data/steps/%s/room-pins/another-pin", test_other_pin);
  kp_test_database_add ("/data/steps/%s/room-pins/wrong-ones-lock", test_lock);
  kp_test_database_add ("/data/steps/%s/room-pins/none-without-two", test_wanting);
  return g_test_run ();
}
