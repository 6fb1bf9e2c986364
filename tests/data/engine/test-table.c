/* test-table.c – rows of declared tables as records: selected, found, counted, copied.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-canon.h"
#include "kp-data-error.h"
#include "kp-test-register.h"

static void
test_select_binds_its_tail (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = kp_test_register_create (t);
  g_autoptr (GPtrArray) places = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;
  const Place *first = NULL;
  const Place *second = NULL;

  kp_test_register_fill (db, 10);
  places =
      kp_table_select (db, &place_table, TEST_CAMPAIGN, "AND note = $2 AND quota > $3 ORDER BY place DESC",
                       KP_BINDS (KP_TEXT ("街道"), KP_INT (3)), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (places->len, ==, 2);
  first = g_ptr_array_index (places, 0);
  second = g_ptr_array_index (places, 1);
  g_assert_cmpstr (first->place, ==, "P000008");
  g_assert_cmpint (first->quota, ==, 8);
  g_assert_cmpstr (first->campaign, ==, TEST_CAMPAIGN);
  g_assert_cmpstr (second->place, ==, "P000004");
  none = kp_table_select (db, &place_table, "another", "", KP_NO_BINDS, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_selects_several_at_once (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = kp_test_register_create (t);
  const KpBind street = KP_TEXT ("街道");
  const KpBind high[] = { KP_INT (8005), KP_TEXT ("P000009") };
  g_autoptr (GError) error = NULL;

  kp_test_register_fill (db, 10);
  /* The second time the server knows the statements. */
  for (guint round = 0; round < 2; round++)
    {
      KpTableRead reads[] = {
        { &place_table, "AND note = $2 ORDER BY place", &street, 1, NULL },
        { &mark_table, "AND mark > $2 AND place <> $3 ORDER BY place", high, 2, NULL },
        { &place_table, "AND note = $2 ORDER BY place", &street, 1, NULL },
        { &place_table, "AND quota > 100", KP_NO_BINDS, NULL },
      };

      kp_table_select_all (db, TEST_CAMPAIGN, reads, G_N_ELEMENTS (reads), &error);
      g_assert_no_error (error);
      g_assert_cmpuint (reads[0].rows->len, ==, reads[2].rows->len);
      g_assert_cmpstr (((const Place *) g_ptr_array_index (reads[0].rows, 0))->note, ==, "街道");
      g_assert_cmpuint (reads[1].rows->len, ==, 3);
      g_assert_cmpint (((const Mark *) g_ptr_array_index (reads[1].rows, 0))->mark, ==, 8006);
      g_assert_cmpuint (reads[3].rows->len, ==, 0);
      for (guint i = 0; i < G_N_ELEMENTS (reads); i++)
        g_ptr_array_unref (reads[i].rows);
    }
  g_assert_true (kp_table_select_all (db, TEST_CAMPAIGN, NULL, 0, &error));
}

/* By a statement that the server doesn't take, and by one that fails while it runs; the connection serves on. */
static void
test_several_fail_together (KpTestDatabase *t)
{
  static const char *const tails[] = { "AND nothing = 1", "AND 1 / (quota - quota) > 0" };
  g_autoptr (KpDatabase) db = kp_test_register_create (t);

  kp_test_register_fill (db, 10);
  for (guint i = 0; i < (t->kind == KP_DATABASE_POSTGRES ? 2 : 1); i++)
    {
      KpTableRead reads[] = { { &mark_table, "", KP_NO_BINDS, NULL }, { &place_table, tails[i], KP_NO_BINDS, NULL } };
      g_autoptr (GError) error = NULL;
      gint64 n = 0;

      g_assert_false (kp_table_select_all (db, TEST_CAMPAIGN, reads, 2, &error));
      g_assert_nonnull (error);
      g_assert_null (reads[0].rows);
      g_clear_error (&error);
      g_assert_true (kp_table_count (db, &mark_table, TEST_CAMPAIGN, "", KP_NO_BINDS, &n, &error));
      g_assert_cmpint (n, ==, 10);
    }
}

static void
test_null_members (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = kp_test_register_create (t);
  g_autoptr (GError) error = NULL;
  g_autofree Place *place = NULL;
  g_autofree Mark *mark = NULL;

  kp_test_register_fill (db, 4);
  g_assert_true (
      kp_table_find (db, &place_table, TEST_CAMPAIGN, KP_BINDS (KP_TEXT ("P000003")), &place, &error));
  g_assert_null (place->note);
  g_assert_cmpint (place->quota, ==, KP_NO_INT);
  g_assert_true (kp_table_find (db, &mark_table, TEST_CAMPAIGN, KP_BINDS (KP_TEXT ("P000003"), KP_INT (1)),
                                &mark, &error));
  g_assert_cmpint (mark->mark, ==, 8003);
}

static void
test_absent_row_is_no_error (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = kp_test_register_create (t);
  g_autoptr (GError) error = NULL;
  Place *place = (Place *) &error;

  g_assert_true (
      kp_table_find (db, &place_table, TEST_CAMPAIGN, KP_BINDS (KP_TEXT ("nobody")), &place, &error));
  g_assert_no_error (error);
  g_assert_null (place);
}

static void
test_counts (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = kp_test_register_create (t);
  g_autoptr (GError) error = NULL;
  gint64 n = 0;

  kp_test_register_fill (db, 7);
  g_assert_true (
      kp_table_count (db, &place_table, TEST_CAMPAIGN, "AND note IS NULL", KP_NO_BINDS, &n, &error));
  g_assert_cmpint (n, ==, 3);
}

static gboolean
add_quota (gconstpointer record, gpointer user_data, GError **error)
{
  const Place *place = record;
  gint64 *sum = user_data;

  if (*sum > 1000)
    {
      g_set_error_literal (error, KP_DATA_ERROR, KP_DATA_ERROR_FAILED, "enough");
      return FALSE;
    }
  *sum += place->quota;
  return TRUE;
}

static void
test_each_goes_through_or_stops (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = kp_test_register_create (t);
  g_autoptr (GError) error = NULL;
  gint64 sum = 0;

  kp_test_register_fill (db, 100);
  g_assert_true (kp_table_each (db, &place_table, TEST_CAMPAIGN, "AND quota < $2", KP_BINDS (KP_INT (6)),
                                add_quota, &sum, &error));
  g_assert_cmpint (sum, ==, 1 + 2 + 4 + 5);
  g_assert_false (kp_table_each (db, &place_table, TEST_CAMPAIGN, "AND quota > 0 ORDER BY place", KP_NO_BINDS,
                                 add_quota, &sum, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_FAILED);
  kp_test_register_fill (db, 0);
}

static void
test_copy_stands_alone (void)
{
  g_autofree char *name = g_strdup ("甲");
  Place place = { TEST_CAMPAIGN, name, NULL, 3, 4 };
  g_autofree Place *copy = kp_record_copy (&place_table, &place);

  g_assert_true (kp_record_equal (&place_table, &place, copy));
  name[0] = 'x';
  g_assert_cmpstr (copy->place, ==, "甲");
  g_assert_null (copy->note);
  g_assert_cmpint (copy->version, ==, 4);
  g_assert_false (kp_record_equal (&place_table, &place, copy));
  place.place = copy->place;
  place.version = 5;
  g_assert_true (kp_record_equal (&place_table, &place, copy));
}

/* Computed once by hand from the description in kp-canon.c: a change of these bytes makes every old record
 * unsound. */
static void
test_hash_never_changes (void)
{
  const Place place = { "c", "A", NULL, 258, 1 };
  const guint8 expected[] = "\x74\0\0\0\x0ckaopin-row-1"
                            "\x74\0\0\0\x0atest_place"
                            "\0\x74\0\0\0\001c"
                            "\001\x74\0\0\0\001A"
                            "\003\x69\0\0\0\0\0\0\001\002"
                            "\004\x69\0\0\0\0\0\0\0\001";
  g_autofree char *by_hand = g_compute_checksum_for_data (G_CHECKSUM_SHA256, expected, sizeof expected - 1);
  g_autofree char *hex = NULL;
  g_auto (KpCanon) canon = { 0 };
  guint8 hash[KP_HASH_SIZE];

  kp_canon_init (&canon);
  kp_canon_hash_record (&canon, &place_table, &place, hash);
  hex = kp_canon_dup_hex (hash);
  g_assert_cmpstr (hex, ==, by_hand);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/engine/%s/table/select-binds-its-tail", test_select_binds_its_tail);
  kp_test_database_add ("/data/engine/%s/table/selects-several-at-once", test_selects_several_at_once);
  kp_test_database_add ("/data/engine/%s/table/several-fail-together", test_several_fail_together);
  kp_test_database_add ("/data/engine/%s/table/null-members", test_null_members);
  kp_test_database_add ("/data/engine/%s/table/absent-row-is-no-error", test_absent_row_is_no_error);
  kp_test_database_add ("/data/engine/%s/table/counts", test_counts);
  kp_test_database_add ("/data/engine/%s/table/each-goes-through-or-stops", test_each_goes_through_or_stops);
  g_test_add_func ("/data/engine/table/copy-stands-alone", test_copy_stands_alone);
  g_test_add_func ("/data/engine/table/hash-never-changes", test_hash_never_changes);
  return g_test_run ();
}
