/* test-plan.c – both engines find the rows of a campaign by an index, however many others there are.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-schema.h"
#include "kp-table-private.h"
#include "kp-test-campaign.h"

/* As the engine tells it: which index, and by which columns. Without rows a server would rather read a whole table. */
static char *
dup_plan (KpDatabase *db, const char *select)
{
  const gboolean is_server = kp_database_get_kind (db) == KP_DATABASE_POSTGRES;
  g_autofree char *sql = g_strdup_printf (is_server ? "EXPLAIN (COSTS OFF) %s" : "EXPLAIN QUERY PLAN %s", select);
  g_autoptr (GString) plan = g_string_new (NULL);
  g_autoptr (KpStatement) s = NULL;
  g_autoptr (GError) error = NULL;
  gboolean has_row = TRUE;

  g_assert_true (kp_database_script (db, "--@pg\nSET enable_seqscan = off;\n--@all\n", &error));
  s = kp_database_prepare (db, sql, &error);
  g_assert_no_error (error);
  while (kp_statement_step (s, &has_row, &error) && has_row)
    g_string_append_printf (plan, "%s\n", kp_statement_get_text (s, is_server ? "QUERY PLAN" : "detail"));
  g_assert_no_error (error);
  return g_string_free (g_steal_pointer (&plan), FALSE);
}

static void
assert_by_campaign (KpDatabase *db, const char *select)
{
  const gboolean is_server = kp_database_get_kind (db) == KP_DATABASE_POSTGRES;
  g_autofree char *plan = dup_plan (db, select);
  const gboolean is_good = is_server ? strstr (plan, "Seq Scan") == NULL && strstr (plan, "Index Cond: (") != NULL
                                           && strstr (strstr (plan, "Index Cond: ("), "campaign = '县'") != NULL
                                     : strstr (plan, "SCAN") == NULL && strstr (plan, "(campaign=?") != NULL;

  if (!is_good)
    g_error ("%s\nis done so:\n%s", select, plan);
}

static char *
fill_in (const char *sql)
{
  g_autoptr (GString) text = g_string_new (sql);

  g_string_replace (text, "$1", "'县'", 0);
  g_string_replace (text, "$2", "'x'", 0);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* All rows, one row by its key, and where there is one, those of one application. */
static void
test_tables (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  KpDatabase *db = kp_session_get_database (c->session);
  guint n = 0;
  const KpTable *const *tables = kp_schema_get_tables (&n);

  g_assert_cmpuint (n, >, 40);
  for (guint i = 0; i < n; i++)
    {
      const gboolean has_two = kp_table_get_n_key (tables[i]) > 1 && tables[i]->columns[1].type == KP_COLUMN_TYPE_TEXT;
      g_autoptr (GString) all = kp_table_make_select (tables[i], "");
      g_autoptr (GString) one = kp_table_make_select (tables[i], "");
      g_autofree char *sql = fill_in (all->str);

      assert_by_campaign (db, sql);
      if (!has_two)
        continue;
      g_string_append_printf (one, "AND %s = $2", tables[i]->columns[1].name);
      g_free (sql);
      sql = fill_in (one->str);
      assert_by_campaign (db, sql);
    }
}

/* What the pages with lists ask. */
static void
test_lists (KpTestDatabase *t)
{
  static const char *const selects[] = {
    "SELECT a.application, p.name FROM application AS a JOIN person AS p ON p.campaign = a.campaign AND p.person = a.person "
    "WHERE a.campaign = $1 ORDER BY a.application",
    "SELECT person, name, id_number, sex, phone FROM person WHERE campaign = $1 ORDER BY person",
    "SELECT application, ticket FROM seat WHERE campaign = $1 ORDER BY sitting DESC",
    "SELECT review, count(*) AS n FROM application WHERE campaign = $1 GROUP BY review",
    "SELECT application FROM application WHERE campaign = $1 AND post = $2",
    "SELECT application FROM application WHERE campaign = $1 AND person IN "
    "(SELECT person FROM person WHERE campaign = $1 AND id_number = $2)",
    "SELECT application FROM seat WHERE campaign = $1 AND ticket = $2",
    "SELECT hash FROM journal WHERE campaign = $1 ORDER BY seq DESC LIMIT 1",
    "SELECT seq FROM journal WHERE campaign = $1 ORDER BY seq",
  };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);

  for (guint i = 0; i < G_N_ELEMENTS (selects); i++)
    {
      g_autofree char *sql = fill_in (selects[i]);

      assert_by_campaign (kp_session_get_database (c->session), sql);
    }
}

/* That the test would tell. */
static void
test_finds_a_scan (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autofree char *plan = dup_plan (kp_session_get_database (c->session), "SELECT name FROM person WHERE sex = '女'");

  g_assert_nonnull (strstr (plan, t->kind == KP_DATABASE_POSTGRES ? "Seq Scan" : "SCAN"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kp_test_database_add ("/data/tables/%s/plan/tables", test_tables);
  kp_test_database_add ("/data/tables/%s/plan/lists", test_lists);
  kp_test_database_add ("/data/tables/%s/plan/finds-a-scan", test_finds_a_scan);
  return g_test_run ();
}
