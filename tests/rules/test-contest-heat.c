/* test-contest-heat.c – tests between the first list and the interview: line, score, cut, who follows whom.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-test-contest.h"

#include <string.h>

static KpSchemeHeat *
add_heat (KpTestContest *t,
          const char    *code,
          guint          ratio)
{
  KpSchemeOther *other = kp_scheme_other_new ();
  KpSchemeHeat  *heat = kp_scheme_heat_new ();

  other->code = g_strdup (code);
  other->name = g_strdup (code);
  heat->other = g_strdup (code);
  kp_shortlist_policy_set_ratio (&heat->list, kp_fraction_new (ratio, 1));
  g_ptr_array_add (t->scheme->others, other);
  g_ptr_array_add (t->scheme->heats, heat);

  return heat;
}

/* "below-line/5 out/4 enters/2 -": verdict and place of everybody, a dash for who wasn't there. */
static void
assert_heat (const KpTestContest *t,
             guint                heat,
             const char          *list)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < t->n; i++)
    {
      const KpContestHeat *own = &t->contest->results[i].heats[heat];

      g_string_append (found, i > 0 ? " " : "");
      g_string_append (found, own->is_in ? kp_shortlist_verdict_get_name (own->list.verdict) : "-");
      if (own->list.place.place > 0)
        g_string_append_printf (found, "/%u", own->list.place.place);
    }
  g_assert_cmpstr (found->str, ==, list);
}

/* "003 004": who comes to the interview. */
static void
assert_interviewed (const KpTestContest *t,
                    const char          *numbers)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < t->n; i++)
    if (t->contest->results[i].is_interviewed)
      g_string_append_printf (found, "%s%s", found->len > 0 ? " " : "", t->entrants[i].number);
  g_assert_cmpstr (found->str, ==, numbers);
}

/* One place, 1:5 to the test by the written marks, 1:3 to the interview by 40 % and 60 %, the line at 60:
 *
 *   001   90   59.99   below the line        004   84   78   33.60 + 46.80 = 80.40
 *   002   88   75      35.20 + 45.00 = 80.20 005   82   85   32.80 + 51.00 = 83.80
 *   003   86   80      34.40 + 48.00 = 82.40 006   80   99   not within 1:5 */
static KpTestContest *
make_six (void)
{
  static const char *const numbers[] = { "001", "002", "003", "004", "005", "006" };
  static const gint        tests[] = { 5999, 7500, 8000, 7800, 8500, 9900 };
  KpTestContest           *t = kp_test_contest_new ("A:1");
  KpSchemeHeat            *heat = add_heat (t, "skill", 3);

  kp_shortlist_policy_set_ratio (&t->scheme->shortlist, kp_fraction_new (5, 1));
  heat->has_line = TRUE;
  heat->line = KP_MARK (60, 0);
  heat->score.weights[KP_PART_WRITTEN] = kp_fraction_new (40, 100);
  heat->score.weights[KP_PART_OTHER_1] = kp_fraction_new (60, 100);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    kp_test_contest_add (t, numbers[i], "A", 9000 - (gint) i * 200, 8000)->others[0] = kp_test_mark (tests[i]);

  return t;
}

typedef void (*Edit) (KpTestContest *t,
                      KpSchemeHeat  *heat);

typedef struct
{
  const char *name;
  Edit        edit;
  const char *list;
  const char *interviewed;
} Row;

#define EDIT(name, ...) \
  static void \
  name (KpTestContest *t, \
        KpSchemeHeat  *heat) \
  { \
    (void) t; \
    (void) heat; \
    __VA_ARGS__; \
  }

#define TEST(i, hundredths) t->entrants[i].others[0] = kp_test_mark (hundredths)

EDIT (as_it_is, )
EDIT (no_line, heat->has_line = FALSE)
EDIT (strict, TEST (0, 6000); heat->line_is_strict = TRUE)
EDIT (test_alone, heat->score.weights[KP_PART_WRITTEN] = heat->score.weights[KP_PART_OTHER_1] = KP_FRACTION_ZERO)
/* 35.20 + 45.198 = 80.398, rounded the 80.40 of 004 */
EDIT (tied, TEST (1, 7533))
EDIT (tied_none, TEST (1, 7533); heat->list.last_tie = KP_LAST_TIE_NONE_ENTER)
EDIT (tied_by_test, TEST (1, 7533); heat->list.last_tie = KP_LAST_TIE_BY_KEY)
EDIT (tied_by_written, TEST (1, 7533); heat->list.last_tie = KP_LAST_TIE_BY_KEY;
      g_ptr_array_add (heat->list.tie_keys, kp_tie_new (KP_TIE_WRITTEN_PAPER)))
EDIT (exact, TEST (1, 7533); heat->score.decimals = 3)
EDIT (absent, TEST (2, KP_TEST_ABSENT))
EDIT (breach, TEST (2, KP_TEST_BREACH))
EDIT (zero, TEST (2, 0); heat->has_line = FALSE)
EDIT (zero_counts, TEST (2, 0); heat->has_line = FALSE; heat->list.zero_is_out = FALSE)
EDIT (all_over, heat->list.takes_all = TRUE)
EDIT (pass_fail, heat->line = KP_MARK (1, 0); heat->score.weights[KP_PART_WRITTEN] = KP_FRACTION_ONE;
      heat->score.weights[KP_PART_OTHER_1] = KP_FRACTION_ZERO; for (guint i = 0; i < 6; i++) TEST (i, i == 1 ? 0 : 100))
EDIT (not_entered, TEST (2, KP_TEST_NONE))
EDIT (other_post, g_ptr_array_add (heat->posts, g_strdup ("B")))
EDIT (leaves_before, kp_test_contest_leave (t, "004", 1, KP_STAGE_SHORTLIST, KP_CAUSE_WITHDREW))
EDIT (leaves_after, kp_test_contest_leave_list (t, "005", 1, 1, KP_CAUSE_WITHDREW))
EDIT (leaves_both, leaves_before (t, heat); kp_test_contest_leave_list (t, "005", 2, 1, KP_CAUSE_WITHDREW);
      kp_test_contest_leave_list (t, "002", 3, 1, KP_CAUSE_WITHDREW))
EDIT (nobody_follows, leaves_after (t, heat); heat->list.may_substitute = FALSE)
EDIT (other_cause, leaves_after (t, heat); heat->list.n_causes = 1; heat->list.causes[0] = KP_CAUSE_FAILED)

static const Row rows[] = {
  { "as-it-is", as_it_is, "below-line/5 out/4 enters/2 enters/3 enters/1 -", "003 004 005" },
  { "no-line", no_line, "out/5 out/4 enters/2 enters/3 enters/1 -", "003 004 005" },
  { "line-must-be-passed", strict, "below-line/5 out/4 enters/2 enters/3 enters/1 -", "003 004 005" },
  { "test-alone-orders", test_alone, "below-line/5 out/4 enters/2 enters/3 enters/1 -", "003 004 005" },
  { "tied-at-the-end-enter", tied, "below-line/5 enters-tied/3 enters/2 enters-tied/3 enters/1 -", "002 003 004 005" },
  { "tied-at-the-end-stay-out", tied_none, "below-line/5 tied-out/3 enters/2 tied-out/3 enters/1 -", "003 005" },
  { "tied-parted-by-the-test", tied_by_test, "below-line/5 tied-out/3 enters/2 enters/3 enters/1 -", "003 004 005" },
  { "tied-parted-by-a-key", tied_by_written, "below-line/5 enters/3 enters/2 tied-out/3 enters/1 -", "002 003 005" },
  { "third-decimal-parts", exact, "below-line/5 out/4 enters/2 enters/3 enters/1 -", "003 004 005" },
  { "absent-is-out", absent, "below-line/4 enters/3 no-mark enters/2 enters/1 -", "002 004 005" },
  { "breach-is-out", breach, "below-line/4 enters/3 no-mark enters/2 enters/1 -", "002 004 005" },
  { "zero-is-out", zero, "out/4 enters/3 zero/5 enters/2 enters/1 -", "002 004 005" },
  { "zero-may-count", zero_counts, "out/4 enters/3 out/5 enters/2 enters/1 -", "002 004 005" },
  { "everybody-over-the-line", all_over, "below-line/5 enters/4 enters/2 enters/3 enters/1 -", "002 003 004 005" },
  { "passed-or-failed", pass_fail, "enters/1 zero/2 enters/3 enters/4 out/5 -", "001 003 004" },
  { "not-entered-waits", not_entered, "no-mark no-mark no-mark no-mark no-mark -", "" },
  { "of-another-post", other_post, "- - - - - -", "001 002 003 004 005" },
  { "leaves-before-the-test", leaves_before, "below-line/5 out/4 enters/3 - enters/2 enters/1", "003 005 006" },
  { "leaves-after-the-test", leaves_after, "below-line/5 substitute/4 enters/2 enters/3 enters/1 -", "002 003 004" },
  { "leave-before-and-after", leaves_both, "below-line/5 substitute/4 enters/3 - enters/2 enters/1", "003 006" },
  { "nobody-follows", nobody_follows, "below-line/5 out/4 enters/2 enters/3 enters/1 -", "003 004" },
  { "cause-opens-no-seat", other_cause, "below-line/5 out/4 enters/2 enters/3 enters/1 -", "003 004" },
};

static void
test_row (gconstpointer data)
{
  const Row                *row = data;
  g_autoptr (KpTestContest) t = make_six ();

  row->edit (t, g_ptr_array_index (t->scheme->heats, 0));
  kp_test_contest_run (t);
  assert_heat (t, 0, row->list);
  assert_interviewed (t, row->interviewed);
}

/* 40 % written, 30 % test, 30 % interview, of those three who came that far. */
static void
test_total (void)
{
  g_autoptr (KpTestContest) t = make_six ();
  KpTotalPolicy            *policy = &kp_test_contest_total (t)->policy;

  policy->weights[KP_PART_WRITTEN] = kp_fraction_new (40, 100);
  policy->weights[KP_PART_INTERVIEW] = kp_fraction_new (30, 100);
  policy->weights[KP_PART_OTHER_1] = kp_fraction_new (30, 100);
  kp_test_contest_run (t);
  g_assert_cmpint (kp_test_contest_get (t, "003")->total.total, ==, KP_MARK (82, 4000));
  g_assert_cmpint (kp_test_contest_get (t, "004")->total.total, ==, KP_MARK (81, 0));
  g_assert_cmpint (kp_test_contest_get (t, "005")->total.total, ==, KP_MARK (82, 3000));
  g_assert_null (kp_test_contest_get (t, "002")->formula);
  kp_test_contest_assert_finals (t, "no_place no_place in out out no_place");
  g_assert_cmpuint (kp_contest_get_post (t->contest, "A")->n_competing, ==, 3);
}

/* As long as a mark is missing the post waits; who is on the list then is told, nobody is called. */
static void
test_waits (void)
{
  g_autoptr (KpTestContest) t = make_six ();

  t->entrants[2].others[0] = kp_test_mark (KP_TEST_NONE);
  kp_test_contest_run (t);
  g_assert_cmpint (kp_contest_get_post (t->contest, "A")->pending, ==, KP_PENDING_HEAT);
  g_assert_true (kp_test_contest_get (t, "001")->is_listed);
  g_assert_false (kp_test_contest_get (t, "006")->is_listed);
  kp_test_contest_assert_lists (t, "enters enters enters enters enters out");
}

/* Four are wanted for two places, three passed: one place is left. */
static void
test_reduces (void)
{
  g_autoptr (KpTestContest) t = make_six ();
  KpSchemeHeat             *heat = g_ptr_array_index (t->scheme->heats, 0);

  kp_test_contest_post (t, "A")->places = 2;
  kp_shortlist_policy_set_ratio (&heat->list, kp_fraction_new (2, 1));
  heat->list.shortage = KP_SHORTAGE_REDUCE_PLAN;
  heat->line = KP_MARK (80, 0);
  kp_test_contest_run (t);
  assert_heat (t, 0, "below-line/6 below-line/5 enters/3 below-line/4 enters/2 enters/1");
  g_assert_cmpuint (kp_contest_get_post (t->contest, "A")->heats[0].places, ==, 2);
  g_assert_cmpuint (kp_contest_get_post (t->contest, "A")->places, ==, 1);
}

/* 1:5 by the written marks, 1:4 by the first test, 1:2 by all three. */
static void
test_two_heats (void)
{
  g_autoptr (KpTestContest) t = make_six ();
  KpSchemeHeat             *first = g_ptr_array_index (t->scheme->heats, 0);
  KpSchemeHeat             *second = add_heat (t, "doc", 2);
  static const gint         docs[] = { 9900, 9000, 7000, KP_TEST_ABSENT, 8000, 9900 };

  kp_shortlist_policy_set_ratio (&first->list, kp_fraction_new (4, 1));
  second->score.weights[KP_PART_WRITTEN] = kp_fraction_new (40, 100);
  second->score.weights[KP_PART_OTHER_1] = kp_fraction_new (30, 100);
  second->score.weights[KP_PART_OTHER_2] = kp_fraction_new (30, 100);
  for (guint i = 0; i < t->n; i++)
    t->entrants[i].others[1] = kp_test_mark (docs[i]);
  kp_test_contest_run (t);
  assert_heat (t, 0, "below-line/5 enters/4 enters/2 enters/3 enters/1 -");
  /* 002 35.2 + 22.5 + 27 = 84.7, 003 34.4 + 24 + 21 = 79.4, 005 32.8 + 25.5 + 24 = 82.3 */
  assert_heat (t, 1, "- enters/1 out/3 no-mark enters/2 -");
  g_assert_cmpint (kp_test_contest_get (t, "002")->heats[1].score.num, ==, 847);
  assert_interviewed (t, "002 005");
  /* Out of the second is no substitute of the first: nobody is left who took both. */
  kp_test_contest_leave_list (t, "002", 1, 2, KP_CAUSE_WITHDREW);
  kp_test_contest_leave_list (t, "005", 1, 2, KP_CAUSE_WITHDREW);
  kp_test_contest_run (t);
  assert_interviewed (t, "003");
}

/* Who is on the list without ratio goes on without the test, or has to pass it; nobody else loses a place by it. */
static void
test_exempt (void)
{
  static const struct
  {
    gboolean    takes_part;
    gint        mark;
    const char *list;
    const char *interviewed;
  } cases[] = {
    { FALSE, KP_TEST_NONE, "below-line/5 out/4 enters/2 enters/3 enters/1 - exempt", "003 004 005 007" },
    { TRUE, 6000, "below-line/5 out/4 enters/2 enters/3 enters/1 - direct", "003 004 005 007" },
    { TRUE, 5900, "below-line/5 out/4 enters/2 enters/3 enters/1 - below-line", "003 004 005" },
    { TRUE, KP_TEST_ABSENT, "below-line/5 out/4 enters/2 enters/3 enters/1 - no-mark", "003 004 005" },
    { TRUE, KP_TEST_NONE, "no-mark no-mark no-mark no-mark no-mark - no-mark", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (KpTestContest) t = make_six ();
      KpEntrant                *entrant = kp_test_contest_add (t, "007", "A", KP_TEST_NONE, 8000);

      ((KpSchemeHeat *) g_ptr_array_index (t->scheme->heats, 0))->direct_takes_part = cases[i].takes_part;
      t->scheme->written.exempt = kp_test_ask (KP_CONDITION_EDUCATION_AT_LEAST, NULL, "本科");
      entrant->facts.education = "本科";
      entrant->others[0] = kp_test_mark (cases[i].mark);
      kp_test_contest_run (t);
      assert_heat (t, 0, cases[i].list);
      assert_interviewed (t, cases[i].interviewed);
    }
}

/* A post without a written exam is cut by its test like any other; one that the opening left to the interview skips it. */
static void
test_unwritten (void)
{
  g_autoptr (KpTestContest) t = kp_test_contest_new ("A:1");
  KpSchemeHeat             *heat = add_heat (t, "skill", 2);

  kp_test_contest_post (t, "A")->has_written = FALSE;
  heat->has_line = TRUE;
  heat->line = KP_MARK (60, 0);
  for (guint i = 0; i < 4; i++)
    {
      static const char *const numbers[] = { "001", "002", "003", "004" };

      kp_test_contest_add (t, numbers[i], "A", KP_TEST_NONE, 8000)->others[0] = kp_test_mark (5900 + (gint) i * 100);
    }
  kp_test_contest_run (t);
  assert_heat (t, 0, "below-line/4 out/3 enters/2 enters/1");
  assert_interviewed (t, "003 004");

  kp_test_contest_post (t, "A")->has_written = TRUE;
  t->scheme->quota.applies = TRUE;
  t->scheme->quota.ratio = kp_fraction_new (9, 1);
  t->scheme->quota.action = KP_QUOTA_INTERVIEW_ONLY;
  kp_test_contest_run (t);
  assert_heat (t, 0, "exempt exempt exempt exempt");
  assert_interviewed (t, "001 002 003 004");
}

/* Who would fail the re-check is found out on the last list, not before the tests; the next of the test follows. */
static void
test_recheck (void)
{
  g_autoptr (KpTestContest) t = make_six ();

  kp_test_contest_require (t, "education", kp_test_ask (KP_CONDITION_EDUCATION_AT_LEAST, NULL, "大专"), KP_CHECK_RECHECK);
  for (guint i = 0; i < t->n; i++)
    t->entrants[i].facts.education = i == 2 ? "高中" : "大专";
  kp_test_contest_run (t);
  assert_heat (t, 0, "below-line/5 substitute/4 enters/2 enters/3 enters/1 -");
  assert_interviewed (t, "002 004 005");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree gchar *path = g_strdup_printf ("/rules/contest/heat/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/rules/contest/heat/counts-in-the-total", test_total);
  g_test_add_func ("/rules/contest/heat/waits-for-every-mark", test_waits);
  g_test_add_func ("/rules/contest/heat/shortage-reduces-the-plan", test_reduces);
  g_test_add_func ("/rules/contest/heat/two-one-after-the-other", test_two_heats);
  g_test_add_func ("/rules/contest/heat/exempt-and-direct", test_exempt);
  g_test_add_func ("/rules/contest/heat/without-written-exam", test_unwritten);
  g_test_add_func ("/rules/contest/heat/recheck-of-the-last-list", test_recheck);

  return g_test_run ();
}
