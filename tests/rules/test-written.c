/* test-written.c – the written mark: weights, other full marks, roundings, states, who is exempt, who enters directly.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-written.h"

#include "kp-test.h"

#include <string.h>

#define N_PAPERS 3

/* Papers "01" … "03" as far as they have a full mark; one post that sits them all. */
typedef struct
{
  const char *name;
  struct
  {
    int        full;
    KpFraction weight;
  } papers[N_PAPERS];
  gboolean    rounds_papers;
  guint       paper_decimals;
  int         decimals;
  KpRounding  rounding;
  const char *marks[N_PAPERS];
  KpMarkState state;
  const char *exact; /* NULL = none */
  const char *paper;
} WrittenRow;

#define WHOLE { { 100, { 1, 1 } } }
#define TWO { { 100, { 2, 5 } }, { 100, { 3, 5 } } }
#define THIRDS { { 150, { 1, 3 } }, { 150, { 1, 3 } } }
#define HALF_UP KP_ROUNDING_HALF_UP
#define TRUNCATE KP_ROUNDING_TRUNCATE

static const WrittenRow written_rows[] = {
  { "one", WHOLE, FALSE, 2, 2, HALF_UP, { "78.5" }, KP_MARK_PRESENT, "157/2", "157/2" },
  { "zero-is-a-mark", WHOLE, FALSE, 2, 2, HALF_UP, { "0" }, KP_MARK_PRESENT, "0", "0" },
  /* 40 % and 60 %: 24.4 + 42.3 = 66.7. */
  { "two", TWO, FALSE, 2, 2, HALF_UP, { "61", "70.5" }, KP_MARK_PRESENT, "667/10", "667/10" },
  /* 61.13 × 40 % = 24.452, 70.57 × 60 % = 42.342: 66.794, and 24.45 + 42.34 = 66.79 with parts rounded. */
  { "two-rounded-once", TWO, FALSE, 2, 2, HALF_UP, { "61.13", "70.57" }, KP_MARK_PRESENT, "33397/500", "6679/100" },
  /* 61.14 × 40 % = 24.456 → 24.46, 70.56 × 60 % = 42.336 → 42.34: 66.80; rounded once 66.792 → 66.79. */
  { "parts-rounded-first", TWO, TRUE, 2, 2, HALF_UP, { "61.14", "70.56" }, KP_MARK_PRESENT, "334/5", "334/5" },
  { "parts-not-rounded", TWO, FALSE, 2, 2, HALF_UP, { "61.14", "70.56" }, KP_MARK_PRESENT, "8349/125", "6679/100" },
  { "parts-to-one-decimal", TWO, TRUE, 1, 2, HALF_UP, { "61.14", "70.56" }, KP_MARK_PRESENT, "334/5", "334/5" },
  { "parts-truncated", TWO, TRUE, 2, 2, TRUNCATE, { "61.14", "70.56" }, KP_MARK_PRESENT, "3339/50", "3339/50" },
  { "truncated", TWO, FALSE, 2, 2, TRUNCATE, { "61.14", "70.57" }, KP_MARK_PRESENT, "33399/500", "6679/100" },
  /* 150 → 100: 112.5 × 2/3 = 75; 100.1 × 2/3 = 66.7333… */
  { "150-to-100", { { 150, { 2, 3 } } }, FALSE, 2, 2, HALF_UP, { "112.5" }, KP_MARK_PRESENT, "75", "75" },
  { "150-to-100-rounded", { { 150, { 2, 3 } } }, FALSE, 2, 2, HALF_UP, { "100.1" }, KP_MARK_PRESENT, "1001/15", "6673/100" },
  { "150-stays", { { 150, { 1, 1 } } }, FALSE, 2, 2, HALF_UP, { "112.5" }, KP_MARK_PRESENT, "225/2", "225/2" },
  /* (行测 + 申论) ÷ 3: (70 + 66.5) ÷ 3 = 45.5; (70 + 66) ÷ 3 = 45.333…, kept when nothing is rounded. */
  { "thirds", THIRDS, FALSE, 2, 2, HALF_UP, { "70", "66.5" }, KP_MARK_PRESENT, "91/2", "91/2" },
  { "thirds-exact", THIRDS, FALSE, 2, KP_CORRECTION_EXACT, HALF_UP, { "70", "66" }, KP_MARK_PRESENT, "136/3", "136/3" },
  { "thirds-rounded", THIRDS, FALSE, 2, 2, HALF_UP, { "70", "66" }, KP_MARK_PRESENT, "136/3", "4533/100" },
  { "absent-in-first", TWO, FALSE, 2, 2, HALF_UP, { "absent", "70" }, KP_MARK_ABSENT, NULL, NULL },
  { "absent-in-second", TWO, FALSE, 2, 2, HALF_UP, { "70", "absent" }, KP_MARK_ABSENT, NULL, NULL },
  { "breach-in-second", TWO, FALSE, 2, 2, HALF_UP, { "70", "breach" }, KP_MARK_BREACH, NULL, NULL },
  { "breach-before-absent", TWO, FALSE, 2, 2, HALF_UP, { "absent", "breach" }, KP_MARK_BREACH, NULL, NULL },
  { "void-all-wins", TWO, FALSE, 2, 2, HALF_UP, { "breach", "void-all" }, KP_MARK_VOID_ALL, NULL, NULL },
  { "void-all-wins-in-first", TWO, FALSE, 2, 2, HALF_UP, { "void-all", "absent" }, KP_MARK_VOID_ALL, NULL, NULL },
  { "void-all-before-missing", TWO, FALSE, 2, 2, HALF_UP, { "void-all", "not-entered" }, KP_MARK_VOID_ALL, NULL, NULL },
  { "absent-before-missing", TWO, FALSE, 2, 2, HALF_UP, { "not-entered", "absent" }, KP_MARK_ABSENT, NULL, NULL },
  { "missing", TWO, FALSE, 2, 2, HALF_UP, { "70", "not-entered" }, KP_MARK_NOT_ENTERED, NULL, NULL },
  { "pending", TWO, FALSE, 2, 2, HALF_UP, { "pending", "70" }, KP_MARK_PENDING, NULL, NULL },
  { "missing-before-pending", TWO, FALSE, 2, 2, HALF_UP, { "pending", "not-entered" }, KP_MARK_NOT_ENTERED, NULL, NULL },
};

static KpScheme *
make_scheme (void)
{
  KpScheme     *scheme = kp_scheme_new ();
  KpSchemePost *post = kp_scheme_post_new ();

  post->code = g_strdup ("A01");
  g_ptr_array_add (scheme->posts, post);

  return scheme;
}

static KpSchemePaper *
add_paper (KpScheme   *scheme,
           const char *code,
           int         full,
           KpFraction  weight)
{
  KpSchemePaper *paper = kp_scheme_paper_new ();

  paper->code = g_strdup (code);
  paper->full = KP_MARK (full, 0);
  paper->weight = weight;
  g_ptr_array_add (scheme->written.papers, paper);

  return paper;
}

static KpSchemePost *
get_post (KpScheme *scheme)
{
  return g_ptr_array_index (scheme->posts, 0);
}

static KpStatedMark
make_mark (const char *text)
{
  KpStatedMark mark = { KP_MARK_PRESENT, 0 };

  if (!kp_mark_state_from_name (text, &mark.state))
    g_assert_true (kp_mark_parse (text, KP_MARK_DECIMALS, &mark.mark, NULL));
  return mark;
}

static void
assert_fraction (KpFraction  value,
                 const char *text)
{
  g_autofree gchar *found = kp_fraction_is_known (value) ? kp_fraction_dup_text (value) : NULL;

  g_assert_cmpstr (found, ==, text);
}

static void
test_written (gconstpointer data)
{
  static const char *const codes[N_PAPERS] = { "01", "02", "03" };
  const WrittenRow        *row = data;
  g_autoptr (KpScheme)     scheme = make_scheme ();
  KpStatedMark             marks[N_PAPERS] = { 0 };
  KpWrittenResult          result;

  for (guint i = 0; i < N_PAPERS && row->papers[i].full > 0; i++)
    {
      add_paper (scheme, codes[i], row->papers[i].full, row->papers[i].weight);
      marks[i] = make_mark (row->marks[i]);
    }
  scheme->written.rounds_papers = row->rounds_papers;
  scheme->written.paper_decimals = row->paper_decimals;
  scheme->written.decimals = row->decimals;
  scheme->written.rounding = row->rounding;
  kp_written_decide (scheme, get_post (scheme), marks, &result);
  g_assert_cmpint (result.state, ==, row->state);
  assert_fraction (result.exact, row->exact);
  assert_fraction (result.paper, row->paper);
}

/* Three papers; A sits 01 and 02 by a third each (÷3), B all three by a quarter (÷4), C the third alone. */
static void
test_papers_of_posts (void)
{
  g_autoptr (KpScheme) scheme = make_scheme ();
  KpSchemePost        *post = get_post (scheme);
  const KpStatedMark   marks[] = { make_mark ("70"), make_mark ("65"), make_mark ("absent") };
  static const struct
  {
    const char *codes;
    KpFraction  weight;
    KpMarkState state;
    const char *paper;
    const char *full;
  } rows[] = {
    { "12", { 1, 3 }, KP_MARK_PRESENT, "45", "100" },
    { "21", { 1, 3 }, KP_MARK_PRESENT, "45", "100" },
    { "123", { 1, 4 }, KP_MARK_ABSENT, NULL, "100" },
    { "3", { 0, 0 }, KP_MARK_ABSENT, NULL, "100" },
    { "2", { 0, 0 }, KP_MARK_PRESENT, "65", "150" },
  };

  add_paper (scheme, "1", 150, KP_FRACTION_ONE);
  add_paper (scheme, "2", 150, KP_FRACTION_ONE);
  add_paper (scheme, "3", 100, KP_FRACTION_ONE);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) papers = NULL;
      KpWrittenResult       result;

      g_ptr_array_set_size (post->papers, 0);
      for (const char *code = rows[i].codes; *code != '\0'; code++)
        {
          KpSchemePostPaper *paper = kp_scheme_post_paper_new ();

          paper->code = g_strndup (code, 1);
          paper->weight = rows[i].weight;
          g_ptr_array_add (post->papers, paper);
        }
      papers = kp_scheme_list_papers (scheme, post);
      g_assert_cmpuint (papers->len, ==, strlen (rows[i].codes));
      kp_written_decide (scheme, post, marks, &result);
      g_assert_cmpint (result.state, ==, rows[i].state);
      assert_fraction (result.paper, rows[i].paper);
      assert_fraction (result.full, rows[i].full);
      g_assert_cmpint (kp_fraction_is_known (result.parts[0]), ==, strchr (rows[i].codes, '1') != NULL);
    }
  post->has_written = FALSE;
  g_assert_cmpint (kp_written_get_full (scheme, post).num, ==, 0);
  g_assert_false (kp_written_needs_seat (scheme, post));
}

/* 单科 ≥ 50 and > 50; a zero bars the way only where the scheme says so. */
static void
test_single_paper (void)
{
  static const struct
  {
    const char *marks[2];
    gboolean    is_strict;
    gboolean    is_below;
    gboolean    has_zero;
  } rows[] = {
    { { "50", "90" }, FALSE, FALSE, FALSE }, { { "49.99", "90" }, FALSE, TRUE, FALSE },
    { { "50", "90" }, TRUE, TRUE, FALSE },   { { "50.01", "90" }, TRUE, FALSE, FALSE },
    { { "90", "0" }, FALSE, FALSE, TRUE },   { { "90", "absent" }, FALSE, FALSE, FALSE },
  };
  g_autoptr (KpScheme) scheme = make_scheme ();
  KpSchemePaper       *first = add_paper (scheme, "01", 100, kp_fraction_new (1, 2));

  add_paper (scheme, "02", 100, kp_fraction_new (1, 2));
  first->has_line = TRUE;
  first->line = KP_MARK (50, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const KpStatedMark   marks[] = { make_mark (rows[i].marks[0]), make_mark (rows[i].marks[1]) };
      KpWrittenResult      result;
      KpShortlistCandidate candidate;

      first->line_is_strict = rows[i].is_strict;
      kp_written_decide (scheme, get_post (scheme), marks, &result);
      g_assert_cmpint (result.is_below_paper_line, ==, rows[i].is_below);
      g_assert_cmpint (result.has_zero_paper, ==, rows[i].has_zero);
      for (guint bars = 0; bars < 2; bars++)
        {
          scheme->written.zero_paper_is_out = bars == 1;
          candidate = kp_written_make_candidate (scheme, get_post (scheme), &result, result.paper, NULL, FALSE);
          g_assert_cmpint (candidate.is_below_paper_line, ==, rows[i].is_below);
          g_assert_cmpint (candidate.has_zero_paper, ==, rows[i].has_zero && bars == 1);
          g_assert_cmpint (candidate.state, ==, result.state);
        }
    }
}

/* Only what is fulfilled exempts or opens the direct way; what isn't known doesn't. */
static void
test_exempt_and_direct (void)
{
  static const struct
  {
    KpTruth   veteran;
    KpVerdict exempt;
    gboolean  is_met;
  } rows[] = {
    { KP_TRUTH_YES, KP_VERDICT_MET, TRUE },
    { KP_TRUTH_NO, KP_VERDICT_UNMET, FALSE },
    { KP_TRUTH_UNKNOWN, KP_VERDICT_NEEDS_PAPER, FALSE },
  };
  g_autoptr (KpScheme) scheme = make_scheme ();
  KpSchemePost        *post = get_post (scheme);
  const KpStatedMark   marks[] = { make_mark ("70") };
  KpWrittenResult      result;

  add_paper (scheme, "01", 100, KP_FRACTION_ONE);
  kp_written_decide (scheme, post, marks, &result);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const KpCandidateFacts facts = { .is_veteran = rows[i].veteran };
      KpShortlistCandidate   candidate;

      g_assert_cmpint (kp_written_decide_exempt (scheme, post, &facts), ==, KP_VERDICT_UNMET);
      scheme->written.exempt = kp_condition_new (KP_CONDITION_VETERAN);
      g_assert_cmpint (kp_written_decide_exempt (scheme, post, &facts), ==, rows[i].exempt);
      g_assert_cmpint (kp_written_decide_exempt (scheme, post, NULL), ==, KP_VERDICT_NEEDS_PAPER);
      candidate = kp_written_make_candidate (scheme, post, &result, kp_fraction_new (73, 1), &facts, !post->has_written);
      g_assert_cmpint (candidate.is_exempt, ==, rows[i].is_met);
      g_clear_pointer (&scheme->written.exempt, kp_condition_free);

      scheme->shortlist.direct = kp_condition_new (KP_CONDITION_VETERAN);
      candidate = kp_written_make_candidate (scheme, post, &result, kp_fraction_new (73, 1), &facts, !post->has_written);
      g_assert_cmpint (candidate.is_direct, ==, rows[i].is_met);
      g_assert_false (candidate.is_exempt);
      assert_fraction (candidate.raw, "70");
      assert_fraction (candidate.score, "73");
      g_clear_pointer (&scheme->shortlist.direct, kp_condition_free);
    }
  post->has_written = FALSE;
  g_assert_cmpint (kp_written_decide_exempt (scheme, post, NULL), ==, KP_VERDICT_MET);
}

/* A post's own ratio or "all" stands before the tiers of the scheme. */
static void
test_policy_of_post (void)
{
  g_autoptr (KpScheme) scheme = make_scheme ();
  KpSchemePost        *post = get_post (scheme);
  KpShortlistPolicy    policy = kp_written_get_shortlist (scheme, post);
  guint                wanted;

  g_assert_true (kp_shortlist_decide_wanted (&policy, 4, &wanted));
  g_assert_cmpuint (wanted, ==, 12);
  post->shortlist_ratio = kp_fraction_new (3, 2);
  policy = kp_written_get_shortlist (scheme, post);
  g_assert_true (kp_shortlist_decide_wanted (&policy, 4, &wanted));
  g_assert_cmpuint (wanted, ==, 6);
  g_assert_false (policy.takes_all);
  post->takes_all = TRUE;
  g_assert_true (kp_written_get_shortlist (scheme, post).takes_all);
}

static void
test_elsewhere (void)
{
  g_autoptr (KpScheme) scheme = make_scheme ();
  KpSchemePaper       *first = add_paper (scheme, "01", 100, kp_fraction_new (1, 2));
  KpSchemePaper       *second = add_paper (scheme, "02", 100, kp_fraction_new (1, 2));

  g_assert_true (kp_written_needs_seat (scheme, get_post (scheme)));
  first->is_elsewhere = TRUE;
  g_assert_true (kp_written_needs_seat (scheme, get_post (scheme)));
  second->is_elsewhere = TRUE;
  g_assert_false (kp_written_needs_seat (scheme, get_post (scheme)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (written_rows); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/written/", written_rows[i].name, NULL);

      g_test_add_data_func (path, &written_rows[i], test_written);
    }
  g_test_add_func ("/rules/written/papers-of-posts", test_papers_of_posts);
  g_test_add_func ("/rules/written/single-paper", test_single_paper);
  g_test_add_func ("/rules/written/exempt-and-direct", test_exempt_and_direct);
  g_test_add_func ("/rules/written/policy-of-post", test_policy_of_post);
  g_test_add_func ("/rules/written/marked-elsewhere", test_elsewhere);

  return g_test_run ();
}
