/* test-seal.c – what is sealed lies in the record as nobody can read it, and comes out as it was or not at all.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "kp-canon.h"
#include "kp-data-error.h"
#include "kp-test-register.h"
#include "kp-test.h"
#include "kp-verify.h"

#define ID "510722199001011234"
#define PASSPHRASE "档案口令 七月流火"

static const guint8 some_key[KP_SEAL_KEY_SIZE] = { 1, 2, 3 };
static const guint8 other_key[KP_SEAL_KEY_SIZE] = { 1, 2, 4 };

static const KpColumn columns[] = {
  KP_COLUMN_TEXT (Mark, campaign, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (Mark, place, KP_COLUMN_KEY),
  KP_COLUMN_INT (Mark, entry, KP_COLUMN_KEY),
  KP_COLUMN_TEXT (Mark, secret, KP_COLUMN_PERSONAL | KP_COLUMN_SEALED),
  KP_COLUMN_INT (Mark, mark, KP_COLUMN_PLAIN),
};
static const KpTable sealed_table = KP_TABLE_INIT (Mark, "test_mark", "分数", columns);

static KpSeal *
make_seal (const char *campaign, const guint8 *key)
{
  g_autofree char *text = kp_seal_make_text (key);
  g_autoptr (GError) error = NULL;
  KpSeal *seal = kp_seal_new (campaign, text, NULL, &error);

  g_assert_no_error (error);
  return seal;
}

static char *
seal_up (const KpSeal *seal, const char *table, const char *column, const char *plain)
{
  GString *out = g_string_new (NULL);

  kp_seal_close (seal, table, column, NULL, plain, out);
  return g_string_free (out, FALSE);
}

static gboolean
opens_as (const KpSeal *seal, const char *table, const char *column, const char *sealed, const char *plain)
{
  g_autofree char *room = g_malloc (strlen (sealed) + 1);
  gsize n = 0;

  return kp_seal_open (seal, table, column, sealed, strlen (sealed), room, &n)
         && (plain == NULL || (n == strlen (plain) && strcmp (room, plain) == 0));
}

static void
test_comes_out_as_it_was (void)
{
  g_autoptr (KpSeal) seal = make_seal ("甲县", some_key);
  g_autofree char *long_text = g_strnfill (100000, 'x');
  const char *const plains[] = { "", "1", ID, "云岭县东风乡青年路11号", long_text };

  for (guint i = 0; i < G_N_ELEMENTS (plains); i++)
    {
      g_autofree char *sealed = seal_up (seal, "person", "address", plains[i]);
      g_autofree char *again = seal_up (seal, "person", "address", plains[i]);

      g_assert_true (g_str_has_prefix (sealed, "k1:"));
      g_assert_cmpstr (sealed, ==, again);
      g_assert_true (*plains[i] == '\0' || i == 1 || strstr (sealed, plains[i]) == NULL);
      g_assert_true (opens_as (seal, "person", "address", sealed, plains[i]));
    }
}

/* Of a column of few words nobody learns either in which rows the same one stands. */
static void
test_row_hides_what_is_same (void)
{
  g_autoptr (KpSeal) seal = make_seal ("甲县", some_key);
  g_autofree char *none = seal_up (seal, "fitness", "outcome", "pass");
  g_autoptr (GString) one = g_string_new (NULL);
  g_autoptr (GString) again = g_string_new (NULL);
  g_autoptr (GString) other = g_string_new (NULL);

  kp_seal_close (seal, "fitness", "outcome", "A0001/physical", "pass", one);
  kp_seal_close (seal, "fitness", "outcome", "A0001/physical", "pass", again);
  kp_seal_close (seal, "fitness", "outcome", "A0002/physical", "pass", other);
  g_assert_cmpstr (one->str, ==, again->str);
  g_assert_cmpstr (one->str, !=, other->str);
  g_assert_cmpstr (one->str, !=, none);
  g_assert_true (opens_as (seal, "fitness", "outcome", one->str, "pass"));
  g_assert_true (opens_as (seal, "fitness", "outcome", other->str, "pass"));
}

/* Nobody can put it into another column, campaign or record, nor learn that the same value is there. */
static void
test_belongs_to_one_place (void)
{
  g_autoptr (KpSeal) seal = make_seal ("甲县", some_key);
  g_autoptr (KpSeal) campaign = make_seal ("乙县", some_key);
  g_autoptr (KpSeal) record = make_seal ("甲县", other_key);
  g_autofree char *sealed = seal_up (seal, "person", "phone", ID);
  g_autofree char *elsewhere = seal_up (seal, "person", "id_number", ID);

  g_assert_cmpstr (sealed, !=, elsewhere);
  g_assert_true (opens_as (seal, "person", "phone", sealed, ID));
  g_assert_false (opens_as (seal, "person", "id_number", sealed, NULL));
  g_assert_false (opens_as (seal, "examiner", "phone", sealed, NULL));
  g_assert_false (opens_as (campaign, "person", "phone", sealed, NULL));
  g_assert_false (opens_as (record, "person", "phone", sealed, NULL));
}

static void
test_a_change_does_not_open (void)
{
  g_autoptr (KpSeal) seal = make_seal ("甲县", some_key);
  g_autofree char *sealed = seal_up (seal, "person", "phone", ID);
  const gsize n = strlen (sealed);

  g_assert_false (opens_as (seal, "person", "phone", ID, NULL));
  g_assert_false (opens_as (seal, "person", "phone", "k1:", NULL));
  for (gsize i = 3; i < n - 3; i++) /* of the last letter not all bits count */
    {
      g_autofree char *changed = g_strdup (sealed);
      g_autofree char *cut = g_strndup (sealed, i);

      changed[i] = changed[i] == 'A' ? 'B' : 'A';
      g_assert_false (opens_as (seal, "person", "phone", changed, NULL));
      g_assert_false (opens_as (seal, "person", "phone", cut, NULL));
    }
}

static void
test_passphrase (void)
{
  g_autoptr (KpSeal) seal = make_seal ("甲县", some_key);
  g_autofree char *sealed = seal_up (seal, "person", "phone", ID);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSealedKey) key = kp_sealed_key_new (PASSPHRASE, &kp_sealed_cost_least, &error);
  g_autofree char *locked = kp_seal_make_locked_text (seal, key, &error);
  g_autofree char *open = kp_seal_dup_text (seal);
  g_autoptr (KpSeal) opened = kp_seal_new ("甲县", locked, PASSPHRASE, &error);

  g_assert_no_error (error);
  g_assert_true (kp_seal_text_is_locked (locked));
  g_assert_false (kp_seal_text_is_locked (open));
  g_assert_null (strstr (locked, open + strlen ("open:")));
  g_assert_true (opens_as (opened, "person", "phone", sealed, ID));
  g_assert_null (kp_seal_new ("甲县", locked, "档案口令 七月流水", &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_PASSPHRASE);
  g_clear_error (&error);
  g_assert_null (kp_seal_new ("甲县", locked, NULL, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_LOCKED);
  g_clear_error (&error);
  locked[strlen (locked) / 2] ^= 1;
  g_assert_null (kp_seal_new ("甲县", locked, PASSPHRASE, &error));
  g_assert_nonnull (error);
}

static void
test_damaged_key (void)
{
  static const char *const texts[] = { "", "open:", "open:00", "open:zz", "locked:", "locked:AAAA", "none" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (kp_seal_new ("甲县", texts[i], "档案口令七月流火", &error));
      g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_CORRUPT);
    }
}

/* ---- in the record ---- */

static KpDatabase *
create (KpTestDatabase *t, gboolean with_seal)
{
  KpDatabase *db = kp_test_register_create (t);
  g_autoptr (KpLedger) ledger = kp_test_register_begin (db, "start");
  g_autoptr (GError) error = NULL;
  Place place = { TEST_CAMPAIGN, "A", NULL, 1, 0 };

  kp_ledger_insert (ledger, &place_table, &place, &error);
  g_assert_no_error (error);
  g_assert_true (kp_ledger_commit (ledger, &error));
  if (with_seal)
    kp_database_take_seal (db, TEST_CAMPAIGN, make_seal (TEST_CAMPAIGN, some_key));
  return db;
}

static void
put (KpDatabase *db, const char *secret, gint64 mark)
{
  g_autoptr (KpLedger) ledger = kp_test_register_begin (db, "put");
  g_autoptr (GError) error = NULL;
  Mark record = { TEST_CAMPAIGN, "A", 1, secret, mark };

  kp_ledger_put (ledger, &sealed_table, &record, &error);
  g_assert_no_error (error);
  g_assert_true (kp_ledger_commit (ledger, &error));
}

static void
assert_sound (KpDatabase *db, gboolean is_sound)
{
  static const KpTable *const tables[] = { &place_table, &sealed_table };
  KpVerifyReport report;
  g_autoptr (GError) error = NULL;

  kp_journal_verify (db, TEST_CAMPAIGN, tables, G_N_ELEMENTS (tables), NULL, NULL, &report, &error);
  g_assert_no_error (error);
  g_assert_true (kp_verify_report_is_sound (&report) == is_sound);
  kp_verify_report_clear (&report);
}

/* The table as it lies there is what the engine tests call mark_table: the same without the seal. */
static void
test_rows_are_sealed (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = create (t, TRUE);
  g_autoptr (GError) error = NULL;
  g_autofree Mark *plain = NULL;
  g_autofree Mark *stored = NULL;
  g_autoptr (GPtrArray) found = NULL;
  gint64 n_rows = 0;

  put (db, "13900001111", 1);
  put (db, ID, 2);
  g_assert_true (kp_table_find (db, &sealed_table, TEST_CAMPAIGN, KP_BINDS (KP_TEXT ("A"), KP_INT (1)), &plain, &error));
  g_assert_true (kp_table_find (db, &mark_table, TEST_CAMPAIGN, KP_BINDS (KP_TEXT ("A"), KP_INT (1)), &stored, &error));
  g_assert_cmpstr (plain->secret, ==, ID);
  g_assert_cmpint (plain->mark, ==, 2);
  g_assert_true (g_str_has_prefix (stored->secret, "k1:"));
  found = kp_table_select (db, &sealed_table, TEST_CAMPAIGN, "AND secret = $2",
                           KP_BINDS (KP_SEALED ("test_mark", "secret", ID)), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_true (kp_table_count (db, &sealed_table, TEST_CAMPAIGN, "AND secret = $2",
                                 KP_BINDS (KP_SEALED ("test_mark", "secret", "510722199001011235")), &n_rows, &error));
  g_assert_cmpint (n_rows, ==, 0);
  assert_sound (db, TRUE);
}

/* So that nobody who has the journal can try ID numbers until one fits. */
static void
test_hash_covers_what_is_stored (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = create (t, TRUE);
  g_autoptr (GError) error = NULL;
  g_autofree Mark *stored = NULL;
  g_autoptr (KpStatement) s = NULL;
  g_auto (KpCanon) canon = { 0 };
  guint8 hash[KP_HASH_SIZE];
  gboolean has_row = FALSE;
  gsize n = 0;

  put (db, ID, 2);
  g_assert_true (kp_table_find (db, &mark_table, TEST_CAMPAIGN, KP_BINDS (KP_TEXT ("A"), KP_INT (1)), &stored, &error));
  kp_canon_init (&canon);
  kp_canon_hash_record (&canon, &mark_table, stored, hash);
  s = kp_database_prepare (db, "SELECT row_hash, after_text FROM journal ORDER BY seq DESC", &error);
  g_assert_true (kp_statement_step (s, &has_row, &error) && has_row);
  g_assert_cmpmem (kp_statement_get_blob (s, "row_hash", &n), KP_HASH_SIZE, hash, KP_HASH_SIZE);
  g_assert_null (strstr (kp_statement_get_text (s, "after_text"), ID));
}

static void
test_locked_record_gives_no_row (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = create (t, FALSE);
  g_autoptr (KpLedger) ledger = kp_test_register_begin (db, "put");
  g_autoptr (GError) error = NULL;
  Mark record = { TEST_CAMPAIGN, "A", 1, ID, 1 };

  g_assert_false (kp_ledger_insert (ledger, &sealed_table, &record, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_LOCKED);
  g_clear_error (&error);
  g_assert_null (kp_table_select (db, &sealed_table, TEST_CAMPAIGN, "", KP_NO_BINDS, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_LOCKED);
}

/* Verifying needs no key, and names the row; reading tells where, never what. */
static void
test_tampering_is_found (KpTestDatabase *t)
{
  g_autoptr (KpDatabase) db = create (t, TRUE);
  g_autoptr (KpDatabase) locked = NULL;
  g_autoptr (GError) error = NULL;

  put (db, ID, 2);
  kp_test_database_tamper (t, "UPDATE test_mark SET secret = '" ID "'");
  g_assert_null (kp_table_select (db, &sealed_table, TEST_CAMPAIGN, "", KP_NO_BINDS, &error));
  g_assert_error (error, KP_DATA_ERROR, KP_DATA_ERROR_CORRUPT);
  g_assert_null (strstr (error->message, ID));
  locked = kp_test_database_open (t, KP_OPEN_READ_ONLY);
  assert_sound (locked, FALSE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/data/engine/seal/comes-out-as-it-was", test_comes_out_as_it_was);
  g_test_add_func ("/data/engine/seal/row-hides-what-is-same", test_row_hides_what_is_same);
  g_test_add_func ("/data/engine/seal/belongs-to-one-place", test_belongs_to_one_place);
  g_test_add_func ("/data/engine/seal/a-change-does-not-open", test_a_change_does_not_open);
  g_test_add_func ("/data/engine/seal/passphrase", test_passphrase);
  g_test_add_func ("/data/engine/seal/damaged-key", test_damaged_key);
  kp_test_database_add ("/data/engine/%s/seal/rows-are-sealed", test_rows_are_sealed);
  kp_test_database_add ("/data/engine/%s/seal/hash-covers-what-is-stored", test_hash_covers_what_is_stored);
  kp_test_database_add ("/data/engine/%s/seal/locked-record-gives-no-row", test_locked_record_gives_no_row);
  kp_test_database_add ("/data/engine/%s/seal/tampering-is-found", test_tampering_is_found);
  return g_test_run ();
}
