/* kp-test-account.c – an office with accounts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-test-account.h"

#include "kp-step-account.h"
#include "kp-step-headcount.h"

void
kp_test_account_add (KpSession *session,
                     const char *login,
                     const char *name,
                     const char *roles,
                     gboolean has_password,
                     gboolean has_pin)
{
  const KpAccountOrder order = { login, name, roles, has_password ? KP_TEST_PASSWORD : NULL, has_pin ? KP_TEST_PIN : NULL };
  g_autoptr (GError) error = NULL;

  kp_step_add_account (session, &order, &error);
  g_assert_no_error (error);
}

KpSession *
kp_test_account_sign_in (KpTestCampaign *c,
                         const char *login)
{
  KpSession *session = kp_test_campaign_open_as (c, "nobody");
  g_autoptr (GError) error = NULL;
  g_autoptr (KpIdentity) identity = kp_identity_prove (session, login, KP_TEST_PASSWORD, &error);

  g_assert_no_error (error);
  kp_session_set_identity (session, identity);
  return session;
}

static char *
ask (KpPinWhose whose,
     const char *person G_GNUC_UNUSED,
     gpointer data,
     GError **error G_GNUC_UNUSED)
{
  KpTestPin *pin = data;

  pin->n_asked++;
  return g_strdup (whose == KP_PIN_FIRST ? pin->first : pin->pin);
}

void
kp_test_account_type (KpSession *session,
                      KpTestPin *pin)
{
  kp_session_set_pin_func (session, ask, pin);
}

/* The others get copies of the first one's secrets: each hash takes its time. */
void
kp_test_account_staff (KpTestCampaign *c)
{
  static const struct
  {
    const char *login;
    const char *name;
    const char *roles;
    gboolean has_pin;
  } staff[] = {
    { "first", "王五", "登分1", FALSE },   { "second", "赵六", "登分2", FALSE }, { "checker", "李四", "核分", TRUE },
    { "watcher", "孙七", "监督", FALSE }, { "leader", "周八", "领导", TRUE },
  };
  const KpAct act = { "head", "2026-03-01T09:00:00+08:00", "account", NULL };
  KpDatabase *db = kp_session_get_database (c->session);
  const char *campaign = kp_session_get_campaign (c->session);
  g_autofree KpAccountRecord *head = NULL;
  g_autoptr (GPtrArray) secrets = NULL;
  g_autoptr (KpLedger) ledger = NULL;
  g_autoptr (GError) error = NULL;

  kp_test_account_add (c->session, "head", "张三", "管理员", TRUE, TRUE);
  kp_table_find (db, &kp_account_table, campaign, KP_BINDS (KP_TEXT ("head")), &head, &error);
  secrets = kp_table_select (db, &kp_account_secret_table, campaign, "", KP_NO_BINDS, &error);
  ledger = kp_ledger_begin (db, campaign, &act, &error);
  for (guint i = 0; i < G_N_ELEMENTS (staff); i++)
    {
      KpRoles roles = 0;
      g_autofree char *names = NULL;
      KpAccountRecord record = *head;

      g_assert_true (kp_roles_parse (staff[i].roles, &roles, NULL));
      names = kp_roles_dup_names (roles);
      record.login = staff[i].login;
      record.name = staff[i].name;
      record.roles = names;
      record.pin = staff[i].has_pin ? head->pin : NULL;
      kp_ledger_insert (ledger, &kp_account_table, &record, &error);
      for (guint j = 0; j < secrets->len; j++)
        {
          KpAccountSecretRecord secret = *(KpAccountSecretRecord *) g_ptr_array_index (secrets, j);

          secret.login = staff[i].login;
          kp_ledger_insert (ledger, &kp_account_secret_table, &secret, &error);
        }
    }
  g_assert_true (kp_ledger_commit (ledger, &error));
  g_assert_no_error (error);
}

gboolean
kp_test_account_act (KpSession *session,
                     const char *by,
                     const char *with,
                     GError **error)
{
  const KpCapOrder order = {
    .policy = { .per_10k = 18 },
    .from = { 2026, 1, 1 },
    .places = 300,
    .document = "县编办〔2026〕1号",
    .by = by,
    .with = with,
  };

  return kp_step_set_cap (session, &order, error);
}

gint64
kp_test_account_count_acts (KpTestCampaign *c)
{
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  kp_table_count (kp_session_get_database (c->session), &kp_headcount_cap_table, kp_session_get_campaign (c->session), "",
                  KP_NO_BINDS, &n, &error);
  g_assert_no_error (error);
  return n;
}
