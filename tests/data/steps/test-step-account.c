/* test-step-account.c – accounts are made, changed and retired by an administrator, and their secrets stay secret.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-account.h"

#include "kp-test-account.h"
#include "kp-test.h"

static KpAccountRecord *
find (KpTestCampaign *c, const char *login)
{
  g_autoptr (GError) error = NULL;
  g_autofree KpAccountRecord *account = NULL;

  kp_table_find (kp_session_get_database (c->session), &kp_account_table, kp_session_get_campaign (c->session),
                 KP_BINDS (KP_TEXT (login)), &account, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&account);
}

static void
assert_refused (gboolean is_done, GError **error, const char *part)
{
  g_assert_false (is_done);
  g_assert_nonnull (*error);
  kp_test_assert_contains ((*error)->message, part);
  g_clear_error (error);
}

static gint64
count_secrets (KpTestCampaign *c, const char *login)
{
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  kp_table_count (kp_session_get_database (c->session), &kp_account_secret_table, kp_session_get_campaign (c->session),
                  "AND login = $2", KP_BINDS (KP_TEXT (login)), &n, &error);
  g_assert_no_error (error);
  return n;
}

static void
test_nonsense (KpTestDatabase *t)
{
  static const struct
  {
    KpAccountOrder order;
    const char *part;
  } rows[] = {
    { { "Li Hua", "李华", "核分", NULL, NULL }, "login" },
    { { "420101199001011234", "李华", "核分", NULL, NULL }, "login" },
    { { "lihua", " ", "核分", NULL, NULL }, "name" },
    { { "lihua", "李华", "校长", NULL, NULL }, "校长" },
    { { "lihua", "李华", "", NULL, NULL }, "at least one" },
    { { "lihua", "李华", "监督 核分", NULL, NULL }, "only reads" },
    { { "lihua", "李华", "管理员", "short", NULL }, "at least 8" },
    { { "lihua", "李华", "管理员", "lihua-lihua", NULL }, "guess" },
    { { "lihua", "李华", "核分", NULL, "12345" }, "6 to 12" },
    { { "lihua", "李华", "核分", NULL, "123456" }, "guess" },
    { { "lihua", "李华", "核分", KP_TEST_PASSWORD, NULL }, "administrator" },
  };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  const gint64 n = kp_test_campaign_count_journal (c);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_refused (kp_step_add_account (c->session, &rows[i].order, &error), &error, rows[i].part);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n);
}

/* Neither secret nor hash stands in the journal, and the row is under its seal all the same. */
static void
test_secrets (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  g_autofree KpAccountRecord *account = NULL;
  g_autoptr (KpStatement) s = NULL;
  gboolean has_row = TRUE;
  guint n_rows = 0;

  kp_test_account_staff (c);
  account = find (c, "head");
  g_assert_true (g_str_has_prefix (account->password, "argon2id$"));
  g_assert_true (g_str_has_prefix (account->pin, "argon2id$"));
  s = kp_database_prepare (kp_session_get_database (c->session),
                           "SELECT before_text, after_text FROM journal WHERE table_name = 'account'", &error);
  g_assert_no_error (error);
  for (; kp_statement_step (s, &has_row, &error) && has_row; n_rows++)
    {
      const char *text = kp_statement_get_text (s, "after_text");

      kp_test_assert_lacks (text, "argon2");
      kp_test_assert_lacks (text, KP_TEST_PASSWORD);
      kp_test_assert_lacks (text, KP_TEST_PIN);
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n_rows, ==, 6);
  g_clear_pointer (&s, kp_statement_release);
  kp_test_campaign_assert_sound (c);
}

static void
test_retire (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSession) head = NULL;
  g_autoptr (KpIdentity) identity = NULL;
  g_autofree KpAccountRecord *account = NULL;
  const KpAccountOrder again = { "first", "别人", "登分1", NULL, NULL };
  KpTestPin pin = { .pin = KP_TEST_PIN };

  kp_test_account_staff (c);
  head = kp_test_account_sign_in (c, "head");
  kp_test_account_type (head, &pin);
  g_assert_true (kp_step_retire_account (head, "first", &error));
  g_assert_true (kp_step_retire_account (head, "checker", &error));
  g_assert_no_error (error);
  account = find (c, "first");
  g_assert_nonnull (account->retired_on);
  identity = kp_identity_prove (head, "first", KP_TEST_PASSWORD, &error);
  assert_refused (identity != NULL, &error, "retired");
  assert_refused (kp_test_account_act (head, "head", "checker", &error), &error, "account in use");
  assert_refused (kp_step_add_account (head, &again, &error), &error, "already");
  assert_refused (kp_step_retire_account (head, "head", &error), &error, "look after");
  assert_refused (kp_step_set_account_roles (head, "head", "考务", &error), &error, "look after");
  kp_test_campaign_assert_sound (c);
}

static void
test_who_may (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSession) clerk = NULL;
  g_autoptr (KpSession) watcher = NULL;
  g_autoptr (KpSession) head = NULL;
  const KpAccountOrder order = { "friend", "朋友", "核分", NULL, NULL };

  kp_test_account_staff (c);
  head = kp_test_account_sign_in (c, "head");
  clerk = kp_test_account_sign_in (c, "first");
  watcher = kp_test_account_sign_in (c, "watcher");
  assert_refused (kp_step_add_account (c->session, &order, &error), &error, "sign in");
  assert_refused (kp_step_add_account (clerk, &order, &error), &error, "may not do this");
  assert_refused (kp_step_set_account_secret (clerk, "head", KP_ACCOUNT_PIN, "774411", &error), &error, "may not");
  assert_refused (kp_step_set_account_roles (clerk, "first", "管理员", &error), &error, "may not");
  assert_refused (kp_step_unlock_account (watcher, "first", &error), &error, "may not");
  g_assert_true (kp_step_set_account_secret (watcher, "watcher", KP_ACCOUNT_PIN, "774411", &error));
  g_assert_true (kp_step_set_account_secret (head, "first", KP_ACCOUNT_PASSWORD, "another sentence", &error));
  g_assert_no_error (error);
  g_assert_false (kp_step_set_account_secret (clerk, "first", KP_ACCOUNT_PIN, "774411", &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_UNPROVEN);
  kp_test_campaign_assert_sound (c);
}

/* In one person's file a PIN goes only to who knows the old one. */
static void
test_own_pin (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  KpTestPin pin = { .pin = "999111" };

  kp_test_account_add (c->session, "lisi", "李四", "核分", FALSE, TRUE);
  assert_refused (kp_step_set_account_secret (c->session, "lisi", KP_ACCOUNT_PIN, "774411", &error), &error, "own PIN");
  kp_test_account_type (c->session, &pin);
  assert_refused (kp_step_set_account_secret (c->session, "lisi", KP_ACCOUNT_PIN, "774411", &error), &error, "isn't that of");
  assert_refused (kp_step_retire_account (c->session, "lisi", &error), &error, "isn't that of");
  pin.pin = KP_TEST_PIN;
  g_assert_true (kp_step_set_account_secret (c->session, "lisi", KP_ACCOUNT_PIN, "774411", &error));
  g_assert_cmpint (count_secrets (c, "lisi"), ==, 1);
  g_assert_no_error (error);
  kp_test_campaign_assert_sound (c);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kp_test_database_add ("/data/steps/%s/account/nonsense-is-refused", test_nonsense);
  kp_test_database_add ("/data/steps/%s/account/journal-knows-no-secret", test_secrets);
  kp_test_database_add ("/data/steps/%s/account/retired-stays-and-does-nothing", test_retire);
  kp_test_database_add ("/data/steps/%s/account/administrator-looks-after-them", test_who_may);
  kp_test_database_add ("/data/steps/%s/account/pin-is-changed-by-its-owner", test_own_pin);
  return g_test_run ();
}
