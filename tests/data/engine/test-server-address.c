/* test-server-address.c – what a person types, what is remembered of it, and what libpq is given.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-server-address.h"

#include "kp-data-error.h"
#include "kp-test.h"

typedef struct
{
  const char *server;
  const char *database;
  const char *login;
  const char *campaign;
  const char *uri; /* NULL: refused */
} Typed;

static const Typed typed[] = {
  { "db.example.cn", "kaopin", "wang", NULL, "postgresql://wang@db.example.cn/kaopin" },
  { " 192.168.1.10:5433 ", "kaopin ", " wang", "JY-2026", "postgresql://wang@192.168.1.10:5433/kaopin#JY-2026" },
  { "[::1]:5433", "kaopin", "wang", "", "postgresql://wang@[::1]:5433/kaopin" },
  { "[::1]", "kaopin", "wang", "", "postgresql://wang@[::1]/kaopin" },
  { "", "考聘", "王 科", "江源 一", "postgresql://%E7%8E%8B%20%E7%A7%91@/%E8%80%83%E8%81%98#%E6%B1%9F%E6%BA%90%20%E4%B8%80" },
  { "/run/postgresql", "kaopin", "wang", NULL, "postgresql://wang@%2Frun%2Fpostgresql/kaopin" },
  { "postgresql://db", "kaopin", "wang", NULL, NULL },
  { "wang@db", "kaopin", "wang", NULL, NULL },
  { "db?sslmode=disable", "kaopin", "wang", NULL, NULL },
  { "db one", "kaopin", "wang", NULL, NULL },
  { "db", " ", "wang", NULL, NULL },
  { "db", "kaopin", "", NULL, NULL },
};

static void
test_typed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      const Typed *t = &typed[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (KpServerAddress) address = kp_server_address_new (t->server, t->database, t->login, t->campaign, &error);
      g_autofree char *uri = address != NULL ? kp_server_address_dup_uri (address) : NULL;

      g_assert_cmpstr (uri, ==, t->uri);
      g_assert_true ((t->uri == NULL) == (error != NULL));
      if (error != NULL)
        g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_CONNECTION);
    }
}

static void
test_comes_back (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      const Typed *t = &typed[i];
      g_autoptr (KpServerAddress) address = kp_server_address_new (t->server, t->database, t->login, t->campaign, NULL);
      g_autofree char *uri = address != NULL ? kp_server_address_dup_uri (address) : NULL;
      g_autoptr (KpServerAddress) again = uri != NULL ? kp_server_address_parse (uri) : NULL;

      if (address == NULL)
        continue;
      g_assert_nonnull (again);
      g_assert_cmpstr (again->server, ==, address->server);
      g_assert_cmpstr (again->database, ==, address->database);
      g_assert_cmpstr (again->login, ==, address->login);
      g_assert_cmpstr (again->campaign, ==, address->campaign);
    }
}

/* A password may hold whatever breaks a URI; it is in the location alone. */
static void
test_password (void)
{
  g_autoptr (KpServerAddress) address = kp_server_address_new ("db", "kaopin", "wang", "JY", NULL);
  g_autofree char *uri = kp_server_address_dup_uri (address);
  g_autofree char *location = kp_server_address_dup_location (address, "a:b@c/d?e#f%20 密");
  g_autofree char *without = kp_server_address_dup_location (address, "");
  g_autoptr (KpServerAddress) parsed = kp_server_address_parse (location);

  g_assert_cmpstr (location, ==, "postgresql://wang:a%3Ab%40c%2Fd%3Fe%23f%2520%20%E5%AF%86@db/kaopin");
  g_assert_cmpstr (without, ==, "postgresql://wang@db/kaopin");
  g_assert_cmpstr (uri, ==, "postgresql://wang@db/kaopin#JY");
  g_assert_nonnull (parsed);
  g_assert_cmpstr (parsed->login, ==, "wang");
  g_assert_cmpstr (parsed->server, ==, "db");
}

static void
test_others (void)
{
  static const char *const uris[] = {
    "file:///tmp/a.kaopin", "postgresql:///kaopin?host=/tmp", "postgresql://db/kaopin", "host=db dbname=kaopin", "", "postgresql://",
  };

  for (guint i = 0; i < G_N_ELEMENTS (uris); i++)
    g_assert_null (kp_server_address_parse (uris[i]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data/engine/server-address/typed", test_typed);
  g_test_add_func ("/data/engine/server-address/comes-back", test_comes_back);
  g_test_add_func ("/data/engine/server-address/password", test_password);
  g_test_add_func ("/data/engine/server-address/others", test_others);
  return g_test_run ();
}
