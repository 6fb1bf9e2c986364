/* kp-test-register.c – a small register of tables on which the engine is tested.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-test-register.h"

static const KpColumn place_columns[] = {
  KP_COLUMN_TEXT (Place, campaign, KP_COLUMN_KEY),   KP_COLUMN_TEXT (Place, place, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (Place, note, KP_COLUMN_NULLABLE),  KP_COLUMN_INT (Place, quota, KP_COLUMN_NULLABLE),
  KP_COLUMN_INT (Place, version, KP_COLUMN_VERSION),
};

const KpTable place_table = KP_TABLE_INIT (Place, "test_place", "岗位", place_columns);

static const KpColumn mark_columns[] = {
  KP_COLUMN_TEXT (Mark, campaign, KP_COLUMN_KEY), KP_COLUMN_TEXT (Mark, place, KP_COLUMN_KEY),
  KP_COLUMN_INT (Mark, entry, KP_COLUMN_KEY),     KP_COLUMN_TEXT (Mark, secret, KP_COLUMN_PERSONAL),
  KP_COLUMN_INT (Mark, mark, KP_COLUMN_PLAIN),
};

const KpTable mark_table = KP_TABLE_INIT (Mark, "test_mark", "分数", mark_columns);

const KpTable *const test_tables[2] = { &place_table, &mark_table };

const KpMigration test_migrations[2] = {
  { 1, "/org/kaopin/Kaopin/schema/0001-start.sql", "the first schema" },
  { 2, "/org/kaopin/test/0002-test-tables.sql", "tables of the tests" },
};

KpDatabase *
kp_test_register_create (KpTestDatabase *t)
{
  g_autoptr (GError) error = NULL;
  KpDatabase *db = kp_test_database_open (t, KP_OPEN_CREATE_NEW);

  kp_migration_upgrade (db, test_migrations, G_N_ELEMENTS (test_migrations), &error);
  g_assert_no_error (error);
  return db;
}

KpLedger *
kp_test_register_begin (KpDatabase *db, const char *step)
{
  const KpAct act = { "clerk", "2026-03-01T09:00:00+08:00", step, NULL };
  g_autoptr (GError) error = NULL;
  KpLedger *ledger = kp_ledger_begin (db, TEST_CAMPAIGN, &act, &error);

  g_assert_no_error (error);
  g_assert_nonnull (ledger);
  return ledger;
}

void
kp_test_register_fill (KpDatabase *db, guint n)
{
  g_autoptr (KpLedger) ledger = kp_test_register_begin (db, "fill");
  g_autoptr (GError) error = NULL;
  gboolean ok = TRUE;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("P%06u", i);
      Place place = { TEST_CAMPAIGN, name, i % 2 == 0 ? "街道" : NULL, i % 3 == 0 ? KP_NO_INT : (gint64) i,
                      0 };
      Mark mark = { TEST_CAMPAIGN, name, 1, "510722199001011234", 8000 + i };

      ok = kp_ledger_insert (ledger, &place_table, &place, &error) &&
           kp_ledger_insert (ledger, &mark_table, &mark, &error);
      g_assert_no_error (error);
      g_assert_true (ok);
    }
  ok = kp_ledger_commit (ledger, &error);
  g_assert_no_error (error);
  g_assert_true (ok);
}
