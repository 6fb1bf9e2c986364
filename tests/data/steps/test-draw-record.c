/* test-draw-record.c – a draw is committed once, run once, and replays; what was changed since is refused.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-draw-record.h"
#include "kp-test-campaign.h"
#include "kp-test.h"

#define OTHER_NONCE "0000000000000000000000000000000000000000000000000000000000000000"

static GPtrArray *
make_items (const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (items, g_strdup (parts[i]));
  return items;
}

/* Commits in a unit of work of its own; runs it too when there are digits. */
static KpDraw *
work (KpTestCampaign *c,
      const char *purpose,
      const char *words,
      const char *digits,
      GError **error)
{
  g_autoptr (GPtrArray) items = make_items (words);
  g_autoptr (KpLedger) ledger = kp_session_begin (c->session, KP_STEP_SEAT, "draw", error);
  g_autoptr (KpDraw) draw = NULL;

  if (ledger == NULL || !kp_draw_record_commit (c->session, ledger, purpose, items, &draw, error)
      || (digits != NULL && !kp_draw_record_run (c->session, ledger, draw, digits, error))
      || !kp_session_commit (c->session, ledger, error))
    return NULL;
  return g_steal_pointer (&draw);
}

static KpDraw *
must_work (KpTestCampaign *c,
           const char *purpose,
           const char *words,
           const char *digits)
{
  g_autoptr (GError) error = NULL;
  KpDraw *draw = work (c, purpose, words, digits, &error);

  g_assert_no_error (error);
  return draw;
}

static void
test_commitment_is_kept (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpDraw) first = must_work (c, "seats", "b a c", NULL);
  const gint64 n_before = kp_test_campaign_count_journal (c);
  g_autoptr (KpDraw) second = must_work (c, "seats", "c b a", NULL);

  g_assert_cmpstr (second->commitment, ==, first->commitment);
  g_assert_cmpstr (second->nonce, ==, first->nonce);
  g_assert_null (second->result);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

static const char *const changed_lists[] = { "a b", "a b c d", "a b d" };

static void
test_changed_list_is_refused (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpDraw) first = must_work (c, "seats", "a b c", NULL);
  const gint64 n_before = kp_test_campaign_count_journal (c);

  g_assert_null (first->result);
  for (guint i = 0; i < G_N_ELEMENTS (changed_lists); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (work (c, "seats", changed_lists[i], "31415", &error));
      g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
      kp_test_assert_contains (error->message, "seats");
      g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
    }
}

static void
test_result_stands (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpDraw) first = must_work (c, "seats", "a b c d e f g h", "31415");
  const gint64 n_before = kp_test_campaign_count_journal (c);
  g_autoptr (KpDraw) second = must_work (c, "seats", "a b c d e f g h", "99999");
  g_autofree char *difference = NULL;

  g_assert_true (g_strv_equal ((const char *const *) second->result, (const char *const *) first->result));
  g_assert_cmpstr (second->public_part, ==, "31415");
  g_assert_true (kp_draw_verify (second, &difference));
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
  kp_test_campaign_assert_sound (c);
}

static void
test_list_has_all_by_purpose (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpDraw) later = must_work (c, "seats", "a b", "31415");
  g_autoptr (KpDraw) earlier = must_work (c, "interview-order:A01", "x y z", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) draws = kp_draw_record_list (c->session, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (draws->len, ==, 2);
  g_assert_cmpstr (((KpDraw *) g_ptr_array_index (draws, 0))->commitment, ==, earlier->commitment);
  g_assert_null (((KpDraw *) g_ptr_array_index (draws, 0))->result);
  g_assert_cmpstr (((KpDraw *) g_ptr_array_index (draws, 1))->commitment, ==, later->commitment);
  g_assert_nonnull (((KpDraw *) g_ptr_array_index (draws, 1))->result);
}

/* A stranger with the engine's shell: whatever is changed, the draw isn't shown as if it were true. */
static const char *const damages[] = {
  "UPDATE draw SET nonce = '00'",
  "UPDATE draw SET nonce = 'zz" "00000000000000000000000000000000000000000000000000000000000000'",
  "UPDATE draw SET nonce = '" OTHER_NONCE "'",
  "UPDATE draw SET items = 'a' || chr_10 || 'b'",
  "UPDATE draw SET commitment = '" OTHER_NONCE "'",
  "UPDATE draw SET list = '" OTHER_NONCE "'",
  "UPDATE draw SET public = '31416'",
  "UPDATE draw SET result = items",
};

static void
test_damage_is_refused (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  const char *line_end = t->kind == KP_DATABASE_SQLITE ? "char (10)" : "chr (10)";

  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *purpose = g_strdup_printf ("damage-%u", i);
      g_autoptr (KpDraw) draw = must_work (c, purpose, "a b c d e f g h", "31415");
      g_auto (GStrv) parts = g_strsplit (damages[i], "chr_10", -1);
      g_autofree char *set = g_strjoinv (line_end, parts);
      g_autofree char *sql = g_strdup_printf ("%s WHERE purpose = '%s'", set, draw->purpose);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", damages[i]);
      kp_test_database_tamper (c->database, sql);
      g_assert_null (work (c, purpose, "a b c d e f g h", NULL, &error));
      g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
      kp_test_assert_contains (error->message, purpose);
      g_clear_error (&error);
      g_assert_null (kp_draw_record_list (c->session, &error));
      g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
    }
}

static gboolean
make_no_nonce (gpointer data G_GNUC_UNUSED,
               const char *purpose G_GNUC_UNUSED,
               guint8 nonce[32] G_GNUC_UNUSED,
               GError **error)
{
  g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED, "no chance today");
  return FALSE;
}

static void
test_no_chance_no_draw (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  const gint64 n_before = kp_test_campaign_count_journal (c);
  g_autoptr (GError) error = NULL;

  c->sources.make_nonce = make_no_nonce;
  g_assert_null (work (c, "seats", "a b c", NULL, &error));
  g_assert_cmpstr (error->message, ==, "no chance today");
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

typedef struct
{
  const char *words;
  const char *digits;
  KpDrawError code;
} BadRow;

static const BadRow bad_rows[] = {
  { "a a", "31415", KP_DRAW_ERROR_ITEMS },
  { "a b", "", KP_DRAW_ERROR_PUBLIC },
};

static void
test_bad_draw_writes_nothing (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  const gint64 n_before = kp_test_campaign_count_journal (c);

  for (guint i = 0; i < G_N_ELEMENTS (bad_rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (work (c, "seats", bad_rows[i].words, bad_rows[i].digits, &error));
      g_assert_error (error, KP_DRAW_ERROR, (int) bad_rows[i].code);
      g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/draw/commitment-is-kept", test_commitment_is_kept);
  kp_test_database_add ("/data/steps/%s/draw/changed-list-is-refused", test_changed_list_is_refused);
  kp_test_database_add ("/data/steps/%s/draw/result-stands", test_result_stands);
  kp_test_database_add ("/data/steps/%s/draw/list-has-all-by-purpose", test_list_has_all_by_purpose);
  kp_test_database_add ("/data/steps/%s/draw/damage-is-refused", test_damage_is_refused);
  kp_test_database_add ("/data/steps/%s/draw/no-chance-no-draw", test_no_chance_no_draw);
  kp_test_database_add ("/data/steps/%s/draw/bad-draw-writes-nothing", test_bad_draw_writes_nothing);
  return g_test_run ();
}
