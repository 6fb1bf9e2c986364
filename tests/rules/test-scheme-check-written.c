/* test-scheme-check-written.c – what the check says of papers, weights, lines and the shortlist, by its boundaries.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-check.h"

#include <string.h>

static void
set (gchar     **text,
     const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

static KpSchemePost *
get_post (KpScheme *scheme,
          guint     index)
{
  return g_ptr_array_index (scheme->posts, index);
}

/* A01 with 2 places sits one paper with a line of 60, B01 has no written exam; the check has nothing to say. */
static KpScheme *
make_good (void)
{
  KpScheme        *scheme = kp_scheme_new ();
  KpSchemeTotal   *exam = kp_scheme_total_new ();
  KpSchemeTotal   *heard = kp_scheme_total_new ();
  KpSchemeSitting *sitting = kp_scheme_sitting_new ();

  set (&scheme->code, "yunling-2026");
  set (&scheme->title, "公开招聘");
  scheme->notice_date = (KpDate) { 2026, 2, 11 };
  scheme->registration_to = (KpDate) { 2026, 3, 6 };
  set (&exam->id, "exam");
  exam->policy.weights[KP_PART_WRITTEN] = exam->policy.weights[KP_PART_INTERVIEW] = kp_fraction_new (1, 2);
  set (&heard->id, "heard");
  heard->policy.weights[KP_PART_WRITTEN] = KP_FRACTION_ZERO;
  heard->policy.weights[KP_PART_INTERVIEW] = KP_FRACTION_ONE;
  g_ptr_array_set_size (heard->policy.ties, 0);
  g_ptr_array_add (scheme->totals, exam);
  g_ptr_array_add (scheme->totals, heard);
  for (guint i = 0; i < 2; i++)
    {
      KpSchemePost *post = kp_scheme_post_new ();

      set (&post->code, i == 0 ? "A01" : "B01");
      set (&post->name, "综合岗");
      set (&post->total, i == 0 ? "exam" : "heard");
      post->places = 2;
      post->has_written = i == 0;
      g_ptr_array_add (scheme->posts, post);
    }
  set (&sitting->code, "01");
  set (&sitting->paper, "01");
  sitting->date = (KpDate) { 2026, 3, 28 };
  sitting->start = 540;
  sitting->end = 660;
  g_ptr_array_add (scheme->written.sittings, sitting);
  scheme->written.line.basis = KP_LINE_ON_PAPER;
  scheme->written.line.value = KP_MARK (60, 0);
  kp_scheme_fill_defaults (scheme);

  return scheme;
}

typedef void (*Edit) (KpScheme *scheme);

typedef struct
{
  const char *name;
  Edit        edit;
  const char *path; /* NULL = nothing to say */
  gboolean    is_warning;
} Row;

#define EDIT(name, ...) \
  static void name (KpScheme *scheme) \
  { \
    __VA_ARGS__; \
  }
#define GOOD(name) { #name, name, NULL, FALSE }
#define BAD(name, path) { #name, name, path, FALSE }
#define DOUBT(name, path) { #name, name, path, TRUE }
#define PAPER(i) ((KpSchemePaper *) g_ptr_array_index (scheme->written.papers, (i)))
#define LINE (scheme->written.line)

EDIT (unchanged, (void) scheme)

/* Weights, papers of posts, lines. */
static void
add_paper (KpScheme   *scheme,
           const char *code,
           gint64      num,
           gint64      den)
{
  KpSchemePaper *paper = kp_scheme_paper_new ();

  set (&paper->code, code);
  paper->weight = kp_fraction_new (num, den);
  g_ptr_array_add (scheme->written.papers, paper);
}

static void
let_sit (KpScheme   *scheme,
         const char *code,
         gint64      num,
         gint64      den)
{
  KpSchemePostPaper *paper = kp_scheme_post_paper_new ();

  set (&paper->code, code);
  if (den > 0)
    paper->weight = kp_fraction_new (num, den);
  g_ptr_array_add (get_post (scheme, 0)->papers, paper);
}

EDIT (one_of_150_whole, PAPER (0)->full = KP_MARK (150, 0))
EDIT (one_of_150_to_100, PAPER (0)->full = KP_MARK (150, 0); PAPER (0)->weight = kp_fraction_new (2, 3))
EDIT (one_of_150_to_90, PAPER (0)->full = KP_MARK (150, 0); PAPER (0)->weight = kp_fraction_new (3, 5))
EDIT (two_of_150_by_thirds, add_paper (scheme, "02", 1, 3); PAPER (0)->weight = kp_fraction_new (1, 3);
      PAPER (0)->full = PAPER (1)->full = KP_MARK (150, 0))
EDIT (two_of_100_by_thirds, two_of_150_by_thirds (scheme); PAPER (0)->full = PAPER (1)->full = KP_MARK (100, 0))
EDIT (post_sits_all, let_sit (scheme, "01", 0, 0))
EDIT (post_sits_one_of_two, add_paper (scheme, "02", 1, 1); let_sit (scheme, "01", 0, 0))
EDIT (post_sits_two_by_own_weights, add_paper (scheme, "02", 1, 1); let_sit (scheme, "01", 2, 5); let_sit (scheme, "02", 3, 5))
EDIT (post_sits_two_of_110, add_paper (scheme, "02", 1, 1); let_sit (scheme, "01", 1, 2); let_sit (scheme, "02", 3, 5))
EDIT (post_sits_unknown, let_sit (scheme, "01", 0, 0); let_sit (scheme, "09", 0, 0))
EDIT (post_sits_twice, let_sit (scheme, "01", 0, 0); let_sit (scheme, "01", 1, 2))
EDIT (post_without_exam_sits, KpSchemePostPaper *paper = kp_scheme_post_paper_new (); set (&paper->code, "01");
      g_ptr_array_add (get_post (scheme, 1)->papers, paper))
EDIT (eight_papers, PAPER (0)->weight = kp_fraction_new (1, 8); static const char *const codes[] = { "02", "03", "04", "05",
      "06", "07", "08" }; for (guint i = 0; i < G_N_ELEMENTS (codes); i++) add_paper (scheme, codes[i], 1, 8))
EDIT (nine_papers, eight_papers (scheme); add_paper (scheme, "09", 0, 1))
EDIT (paper_line_at_full, PAPER (0)->has_line = TRUE; PAPER (0)->line = KP_MARK (100, 0))
EDIT (paper_line_above, PAPER (0)->has_line = TRUE; PAPER (0)->line = KP_MARK (100, 1))
EDIT (paper_line_above_full_only, paper_line_at_full (scheme); PAPER (0)->line_is_strict = TRUE)
EDIT (paper_line_above_50, paper_line_above_full_only (scheme); PAPER (0)->line = KP_MARK (50, 0))
EDIT (paper_step, PAPER (0)->step = KP_MARK (0, 5000))
EDIT (paper_step_too_fine, PAPER (0)->decimals = 0; PAPER (0)->step = KP_MARK (0, 5000))
EDIT (paper_step_above_full, PAPER (0)->step = KP_MARK (101, 0))
EDIT (paper_strict_without_line, PAPER (0)->line_is_strict = TRUE)
EDIT (sitting_of_elsewhere, PAPER (0)->is_elsewhere = TRUE)
EDIT (elsewhere, PAPER (0)->is_elsewhere = TRUE; g_ptr_array_set_size (scheme->written.sittings, 0))
EDIT (line_of_nothing, LINE.basis = KP_LINE_NONE; LINE.kind = KP_LINE_DECIDED)
EDIT (line_of_zero, LINE.value = 0)
EDIT (line_above_zero, LINE.value = 0; LINE.is_strict = TRUE)
EDIT (line_above_full_only, LINE.value = KP_MARK (100, 0); LINE.is_strict = TRUE)
EDIT (line_for_bonus_only, line_above_full_only (scheme); LINE.basis = KP_LINE_ON_WITH_BONUS)
EDIT (line_of_150, PAPER (0)->full = KP_MARK (150, 0); PAPER (0)->weight = kp_fraction_new (2, 3); LINE.value = KP_MARK (101, 0))
EDIT (line_decided, LINE.kind = KP_LINE_DECIDED; LINE.value = 0)
EDIT (line_decided_already, LINE.kind = KP_LINE_DECIDED)
EDIT (line_of_no_share, LINE.kind = KP_LINE_SHARE_OF_MEAN; LINE.value = 0)
EDIT (line_of_share_0, line_of_no_share (scheme); LINE.share = KP_FRACTION_ZERO)
EDIT (line_of_share_1, line_of_no_share (scheme); LINE.share = KP_FRACTION_ONE)
EDIT (line_of_share_above, line_of_no_share (scheme); LINE.share = kp_fraction_new (101, 100))
EDIT (line_of_share_of_full, line_of_no_share (scheme); LINE.kind = KP_LINE_SHARE_OF_FULL)
EDIT (line_with_share, LINE.share = kp_fraction_new (3, 5))
#define LINE_FOR(what, code, mark) add_line_for (scheme, what, code, mark)

static void
add_line_for (KpScheme    *scheme,
              KpCondition *when,
              const char  *post,
              KpMark       mark)
{
  KpSchemeLineFor *line_for = kp_scheme_line_for_new ();

  line_for->when = when;
  if (post != NULL)
    g_ptr_array_add (line_for->posts, g_strdup (post));
  line_for->line = mark;
  g_ptr_array_add (scheme->written.line_for, line_for);
}

EDIT (line_for_veterans, LINE_FOR (kp_condition_new (KP_CONDITION_VETERAN), NULL, KP_MARK (50, 0)))
EDIT (line_for_a_post, LINE_FOR (NULL, get_post (scheme, 0)->code, KP_MARK (50, 0)))
EDIT (line_for_no_post, LINE_FOR (NULL, "X99", KP_MARK (50, 0)))
EDIT (line_for_everybody, LINE_FOR (NULL, NULL, KP_MARK (50, 0)))
EDIT (line_for_above_full, LINE_FOR (kp_condition_new (KP_CONDITION_VETERAN), NULL, KP_MARK (101, 0)))
EDIT (line_for_bad_condition, LINE_FOR (kp_condition_new (KP_CONDITION_CERTIFICATE_AT_LEAST), NULL, KP_MARK (50, 0)))
EDIT (line_for_alone, line_for_veterans (scheme); LINE.basis = KP_LINE_NONE; LINE.value = 0)
EDIT (exempt_veterans, scheme->written.exempt = kp_condition_new (KP_CONDITION_VETERAN); scheme->written.has_exempt_mark = TRUE;
      scheme->written.exempt_mark = KP_MARK (60, 0);
      g_ptr_array_set_size (((KpSchemeTotal *) g_ptr_array_index (scheme->totals, 0))->policy.ties, 0))
EDIT (exempt_of_bad_condition, exempt_veterans (scheme); g_clear_pointer (&scheme->written.exempt, kp_condition_free);
      scheme->written.exempt = kp_condition_new (KP_CONDITION_CERTIFICATE_AT_LEAST))
EDIT (exempt_tied_by_written, exempt_veterans (scheme);
      g_ptr_array_add (((KpSchemeTotal *) g_ptr_array_index (scheme->totals, 0))->policy.ties, kp_tie_new (KP_TIE_WRITTEN_PAPER)))
EDIT (exempt_without_total, exempt_veterans (scheme); scheme->written.has_exempt_mark = FALSE)

/* The shortlist. */
#define SHORTLIST (scheme->shortlist)

EDIT (tier_ends_too_soon, SHORTLIST.tiers[0].to_places = 1)
EDIT (tiers_in_turn, SHORTLIST.n_tiers = 2; SHORTLIST.tiers[0].to_places = 9;
      SHORTLIST.tiers[1] = (KpShortlistTier) { 10, 0, { 2, 1 }, 0 })
EDIT (tiers_overlap, tiers_in_turn (scheme); SHORTLIST.tiers[1].from_places = 9)
EDIT (tiers_overlap_endless, tiers_in_turn (scheme); SHORTLIST.tiers[0].to_places = 0)
EDIT (tiers_with_gap, tiers_in_turn (scheme); SHORTLIST.tiers[1].from_places = 11)
EDIT (tiers_out_of_order, tiers_in_turn (scheme); SHORTLIST.tiers[0] = (KpShortlistTier) { 10, 0, { 2, 1 }, 0 };
      SHORTLIST.tiers[1] = (KpShortlistTier) { 1, 9, { 3, 1 }, 0 })
EDIT (tier_begins_at_2, SHORTLIST.tiers[0].from_places = 2)
EDIT (tier_backwards, tiers_in_turn (scheme); SHORTLIST.tiers[1].to_places = 9)
EDIT (post_takes_all, tier_ends_too_soon (scheme); get_post (scheme, 0)->takes_all = TRUE)
EDIT (post_takes_all_by_ratio, get_post (scheme, 0)->takes_all = TRUE;
      get_post (scheme, 0)->shortlist_ratio = kp_fraction_new (2, 1))
EDIT (direct_nobody_counts, SHORTLIST.direct_counts = TRUE)
EDIT (direct_nobody_needs_line, SHORTLIST.direct_needs_line = TRUE)
EDIT (direct_veterans, SHORTLIST.direct = kp_condition_new (KP_CONDITION_VETERAN);
      SHORTLIST.direct_counts = SHORTLIST.direct_needs_line = TRUE)
EDIT (direct_of_bad_condition, SHORTLIST.direct = kp_condition_new (KP_CONDITION_CERTIFICATE_AT_LEAST))
EDIT (exempt_count, exempt_veterans (scheme); SHORTLIST.direct_counts = TRUE)
EDIT (causes_once, SHORTLIST.n_causes = 2; SHORTLIST.causes[0] = KP_CAUSE_ABSENT;
      SHORTLIST.causes[1] = KP_CAUSE_WITHDREW)
EDIT (causes_twice, causes_once (scheme); SHORTLIST.causes[1] = KP_CAUSE_ABSENT)
EDIT (causes_for_nothing, causes_once (scheme); SHORTLIST.may_substitute = FALSE)
EDIT (shortage_of_all, SHORTLIST.takes_all = TRUE; SHORTLIST.shortage = KP_SHORTAGE_REDUCE_PLAN)
EDIT (shortage_reduces, SHORTLIST.shortage = KP_SHORTAGE_REDUCE_PLAN)
EDIT (county_without_code, set (&scheme->written.ticket_pattern, "{county2}{room3}{seat2}"))
EDIT (county_with_code, county_without_code (scheme); set (&scheme->county_code, "02"))
EDIT (county_code_too_long, county_without_code (scheme); set (&scheme->county_code, "530102"))
EDIT (county_code_of_letters, set (&scheme->county_code, "YL"))
EDIT (county_code_alone, set (&scheme->county_code, "530102"))

static const Row rows[] = {
  GOOD (unchanged),
  BAD (county_without_code, "written.ticket_pattern"),
  GOOD (county_with_code),
  BAD (county_code_too_long, "county_code"),
  BAD (county_code_of_letters, "county_code"),
  GOOD (county_code_alone),
  DOUBT (one_of_150_whole, "totals[0].weights"),
  GOOD (one_of_150_to_100),
  BAD (one_of_150_to_90, "written.papers"),
  GOOD (two_of_150_by_thirds),
  BAD (two_of_100_by_thirds, "written.papers"),
  GOOD (post_sits_all),
  DOUBT (post_sits_one_of_two, "written.papers[1]"),
  GOOD (post_sits_two_by_own_weights),
  BAD (post_sits_two_of_110, "posts[0].papers"),
  BAD (post_sits_unknown, "posts[0].papers[1].code"),
  BAD (post_sits_twice, "posts[0].papers[1].code"),
  BAD (post_without_exam_sits, "posts[1].papers"),
  GOOD (eight_papers),
  BAD (nine_papers, "written.papers"),
  GOOD (paper_line_at_full),
  BAD (paper_line_above, "written.papers[0].line"),
  BAD (paper_line_above_full_only, "written.papers[0].line"),
  GOOD (paper_line_above_50),
  GOOD (paper_step),
  BAD (paper_step_too_fine, "written.papers[0].step"),
  BAD (paper_step_above_full, "written.papers[0].step"),
  BAD (paper_strict_without_line, "written.papers[0].line_strict"),
  BAD (sitting_of_elsewhere, "written.sittings[0].paper"),
  GOOD (elsewhere),
  BAD (line_of_nothing, "written.line.basis"),
  BAD (line_of_zero, "written.line.value"),
  GOOD (line_above_zero),
  BAD (line_above_full_only, "written.line.value"),
  GOOD (line_for_bonus_only),
  BAD (line_of_150, "written.line.value"),
  GOOD (line_decided),
  BAD (line_decided_already, "written.line.value"),
  BAD (line_of_no_share, "written.line.share"),
  BAD (line_of_share_0, "written.line.share"),
  GOOD (line_of_share_1),
  BAD (line_of_share_above, "written.line.share"),
  BAD (line_of_share_of_full, "written.line.share"),
  BAD (line_with_share, "written.line.share"),
  GOOD (line_for_veterans),
  GOOD (line_for_a_post),
  BAD (line_for_no_post, "written.line_for[0].posts[0]"),
  BAD (line_for_everybody, "written.line_for[0]"),
  BAD (line_for_above_full, "written.line_for[0].line"),
  BAD (line_for_bad_condition, "written.line_for[0].when"),
  BAD (line_for_alone, "written.line_for"),
  BAD (exempt_of_bad_condition, "written.exempt"),
  GOOD (exempt_veterans),
  DOUBT (exempt_tied_by_written, "totals[0].ties[0]"),
  BAD (exempt_without_total, "written.exempt"),
  GOOD (tiers_in_turn),
  BAD (tiers_overlap, "shortlist.tiers[1].from_places"),
  BAD (tiers_overlap_endless, "shortlist.tiers[1].from_places"),
  BAD (tiers_with_gap, "shortlist.tiers"),
  GOOD (tiers_out_of_order),
  BAD (tier_begins_at_2, "shortlist.tiers"),
  BAD (tier_backwards, "shortlist.tiers[1].to_places"),
  GOOD (post_takes_all),
  BAD (post_takes_all_by_ratio, "posts[0].shortlist_ratio"),
  BAD (direct_nobody_counts, "shortlist.direct_counts"),
  BAD (direct_nobody_needs_line, "shortlist.direct_needs_line"),
  GOOD (direct_veterans),
  BAD (direct_of_bad_condition, "shortlist.direct"),
  GOOD (exempt_count),
  GOOD (causes_once),
  BAD (causes_twice, "shortlist.causes[1]"),
  BAD (causes_for_nothing, "shortlist.causes"),
  BAD (shortage_of_all, "shortlist.shortage"),
  GOOD (shortage_reduces),
};

/* A bad value gives a problem at its path and no other. */
static void
test_row (gconstpointer data)
{
  const Row            *row = data;
  g_autoptr (KpScheme)  scheme = make_good ();
  g_autoptr (GPtrArray) problems = NULL;

  row->edit (scheme);
  problems = kp_scheme_check (scheme);
  for (guint i = 0; i < problems->len; i++)
    {
      const KpSchemeProblem *problem = g_ptr_array_index (problems, i);

      g_test_message ("%s: %s", problem->path, problem->message);
      g_assert_cmpstr (problem->path, ==, row->path);
      g_assert_cmpint (problem->is_warning, ==, row->is_warning);
      g_assert_true (g_str_has_suffix (problem->message, "."));
    }
  g_assert_cmpint (problems->len > 0, ==, row->path != NULL);
  g_assert_cmpint (kp_scheme_problems_refuse (problems), ==, row->path != NULL && !row->is_warning);
}

/* A paper marked elsewhere needs no sitting, and without any other paper nobody needs a room. */
static void
test_ready (void)
{
  g_autoptr (KpScheme) scheme = make_good ();
  const char *const    paths[] = { "written.sittings", "written.sites" };

  for (guint elsewhere = 0; elsewhere < 2; elsewhere++)
    {
      g_autoptr (GPtrArray) problems = NULL;
      guint                 n_found = 0;

      g_ptr_array_set_size (scheme->written.sittings, 0);
      PAPER (0)->is_elsewhere = elsewhere == 1;
      problems = kp_scheme_check_ready (scheme);
      for (guint i = 0; i < problems->len; i++)
        for (gsize j = 0; j < G_N_ELEMENTS (paths); j++)
          n_found += strcmp (((const KpSchemeProblem *) g_ptr_array_index (problems, i))->path, paths[j]) == 0;
      g_assert_cmpuint (n_found, ==, elsewhere == 1 ? 0 : 2);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/scheme-check-written/", rows[i].name, NULL);

      g_strdelimit (path, "_", '-');
      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/rules/scheme-check-written/ready/elsewhere-needs-no-sitting", test_ready);

  return g_test_run ();
}
