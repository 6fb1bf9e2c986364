/* test-draw-record.c – a draw is committed once, run once, and replays; what was changed since is refused.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-draw-record.h"
#include "kp-draw-title.h"
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

static const KpDrawTerms dice = { .source = "dice in the room" };

static gboolean
commit (KpTestCampaign *c,
        const char *purpose,
        const char *words,
        const KpDrawTerms *terms,
        KpDraw **draw,
        GError **error)
{
  g_autoptr (GPtrArray) items = make_items (words);
  g_autoptr (KpLedger) ledger = kp_draw_record_check_people (c->session, terms, error)
                                    ? kp_session_begin (c->session, KP_STEP_SEAT, "draw", error)
                                    : NULL;

  return ledger != NULL && kp_draw_record_check_repeat (c->session, purpose, terms, error)
         && kp_draw_record_commit (c->session, ledger, purpose, items, terms, draw, error)
         && kp_session_commit (c->session, ledger, error);
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

  if (ledger == NULL || !kp_draw_record_commit (c->session, ledger, purpose, items, &dice, &draw, error)
      || (digits != NULL && !kp_draw_record_run (c->session, ledger, draw, digits, error))
      || !kp_session_commit (c->session, ledger, error))
    return NULL;
  return g_steal_pointer (&draw);
}

/* Runs what was committed. */
static KpDraw *
must_run (KpTestCampaign *c,
          const char *purpose,
          const char *digits)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpLedger) ledger = kp_session_begin (c->session, KP_STEP_SEAT, "draw", &error);
  KpDraw *draw = kp_draw_record_load (c->session, purpose, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (kp_draw_record_run (c->session, ledger, draw, digits, &error));
  g_assert_true (kp_session_commit (c->session, ledger, &error));
  return draw;
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
  g_autoptr (KpDraw) second = must_work (c, "seats", "a b c d e f g h", "31415");
  g_autofree char *difference = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (work (c, "seats", "a b c d e f g h", "99999", &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_assert_contains (error->message, "31415");
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
  g_assert_cmpstr (((KpDrawAttempt *) g_ptr_array_index (draws, 0))->draw->commitment, ==, earlier->commitment);
  g_assert_null (((KpDrawAttempt *) g_ptr_array_index (draws, 0))->draw->result);
  g_assert_cmpstr (((KpDrawAttempt *) g_ptr_array_index (draws, 1))->draw->commitment, ==, later->commitment);
  g_assert_nonnull (((KpDrawAttempt *) g_ptr_array_index (draws, 1))->draw->result);
}

/* 抽签只能抽一次: who asks again with other digits is refused, and the journal tells of it. */
static void
test_second_draw_is_refused_and_noted (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpDraw) drawn = must_work (c, "seats", "a b c", "31415");
  const gint64 n_before = kp_test_campaign_count_journal (c);
  g_autoptr (GError) error = NULL;
  gboolean stands = FALSE;

  g_assert_true (kp_draw_record_answer_again (c->session, "seats", drawn->public_part, &stands, &error));
  g_assert_true (stands);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
  g_assert_false (kp_draw_record_answer_again (c->session, "seats", "99999", &stands, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_assert_false (stands);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before + 1);
  g_clear_error (&error);
  g_assert_true (kp_draw_record_answer_again (c->session, "order", "99999", &stands, &error));
  g_assert_false (stands);
  kp_test_campaign_assert_sound (c);
}

typedef struct
{
  const char *source;
  KpTwoPeople repeat;
  gboolean is_allowed;
} RepeatRow;

static const RepeatRow repeat_rows[] = {
  { "second dice", { "甲", "甲", "a fire alarm" }, FALSE },
  { "second dice", { "甲", "", "a fire alarm" }, FALSE },
  { "second dice", { "甲", "乙", " " }, FALSE },
  { NULL, { "甲", "乙", "a fire alarm" }, FALSE },
  { "second dice", { "甲", "乙", "a fire alarm" }, TRUE },
};

/* 重抽: two people and a reason, and the first draw stays. */
static void
test_repeat_keeps_the_first (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpDraw) first = must_work (c, "seats", "a b c", "31415");
  g_autoptr (KpDraw) second = NULL;
  g_autoptr (GPtrArray) attempts = NULL;
  const KpDrawAttempt *kept;
  const KpDrawAttempt *stands;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (repeat_rows); i++)
    {
      const KpDrawTerms terms = { repeat_rows[i].source, &repeat_rows[i].repeat };
      g_autoptr (KpDraw) draw = NULL;
      const gint64 n_before = kp_test_campaign_count_journal (c);
      g_autoptr (GError) refusal = NULL;

      g_assert_cmpint (commit (c, "seats", "a b c d", &terms, &draw, &refusal), ==, repeat_rows[i].is_allowed);
      if (repeat_rows[i].is_allowed)
        continue;
      g_assert_error (refusal, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
      g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
    }
  second = must_run (c, "seats", "27182");
  g_assert_cmpstr (second->nonce, !=, first->nonce);
  attempts = kp_draw_record_list (c->session, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (attempts->len, ==, 2);
  kept = g_ptr_array_index (attempts, 0);
  stands = g_ptr_array_index (attempts, 1);
  g_assert_true (g_strv_equal ((const char *const *) kept->draw->result, (const char *const *) first->result));
  g_assert_false (kept->is_last);
  g_assert_null (kept->reason);
  g_assert_true (stands->is_last);
  g_assert_cmpstr (stands->reason, ==, "a fire alarm");
  g_assert_cmpstr (stands->second_person, ==, "乙");
  g_assert_cmpstr (stands->source, ==, "second dice");
  kp_test_campaign_assert_sound (c);
}

static void
test_nothing_to_repeat (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  const KpTwoPeople repeat = { "甲", "乙", "a fire alarm" };
  const KpDrawTerms terms = { "dice", &repeat };
  g_autoptr (KpDraw) draw = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (commit (c, "seats", "a b c", &terms, &draw, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
}

/* Which number will count is said before it exists, once. */
static void
test_source_is_said_before (KpTestDatabase *t)
{
  const KpDrawTerms silent = { 0 };
  const KpDrawTerms lottery = { .source = "the lottery of tomorrow" };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (KpDraw) draw = NULL;
  g_autoptr (KpDraw) same = NULL;
  g_autoptr (KpDraw) other = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (commit (c, "seats", "a b c", &silent, &draw, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (kp_draw_record_load (c->session, "seats", NULL, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (commit (c, "seats", "a b c", &dice, &draw, &error));
  g_assert_true (commit (c, "seats", "a b c", &silent, &same, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (same->commitment, ==, draw->commitment);
  g_assert_false (commit (c, "seats", "a b c", &lottery, &other, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  kp_test_assert_contains (error->message, dice.source);
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

/* A purpose that the program doesn't know is called by itself. */
static void
test_title (void)
{
  static const char *const titles[][2] = {
    { "seats", "seats" },
    { "seats-late:2", "late seats 2" },
    { "interview-order:A01", "order of the interview, post A01" },
    { "examiners", "examiners" },
    { "secret-numbers:01", "secret numbers, paper 01" },
    { "seats-of-honour", "seats-of-honour" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *title = kp_draw_dup_title (titles[i][0]);

      g_assert_cmpstr (title, ==, titles[i][1]);
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
  kp_test_database_add ("/data/steps/%s/draw/second-draw-is-refused-and-noted", test_second_draw_is_refused_and_noted);
  kp_test_database_add ("/data/steps/%s/draw/repeat-keeps-the-first", test_repeat_keeps_the_first);
  kp_test_database_add ("/data/steps/%s/draw/nothing-to-repeat", test_nothing_to_repeat);
  kp_test_database_add ("/data/steps/%s/draw/source-is-said-before", test_source_is_said_before);
  kp_test_database_add ("/data/steps/%s/draw/list-has-all-by-purpose", test_list_has_all_by_purpose);
  kp_test_database_add ("/data/steps/%s/draw/damage-is-refused", test_damage_is_refused);
  kp_test_database_add ("/data/steps/%s/draw/no-chance-no-draw", test_no_chance_no_draw);
  kp_test_database_add ("/data/steps/%s/draw/bad-draw-writes-nothing", test_bad_draw_writes_nothing);
  g_test_add_func ("/data/steps/draw-record/title", test_title);
  return g_test_run ();
}
