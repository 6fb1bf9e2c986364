/* test-scheme.c – a new scheme, its look-ups, names, and credential points by full years.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-check.h"
#include "kp-scheme-explain.h"

typedef struct
{
  const char *name;
  KpTruth     is_grid_staff;
  KpDate      since;
  gboolean    is_known;
  KpMark      points;
} CredentialCase;

/* 2 points a year, at most 20, counted to 2026-03-02. */
static const CredentialCase credential_cases[] = {
  { "day-before-a-year", KP_TRUTH_YES, { 2025, 3, 3 }, TRUE, 0 },
  { "one-year", KP_TRUTH_YES, { 2025, 3, 2 }, TRUE, KP_MARK (2, 0) },
  { "day-before-two-years", KP_TRUTH_YES, { 2024, 3, 3 }, TRUE, KP_MARK (2, 0) },
  { "two-years", KP_TRUTH_YES, { 2024, 3, 2 }, TRUE, KP_MARK (4, 0) },
  { "from-a-leap-day", KP_TRUTH_YES, { 2024, 2, 29 }, TRUE, KP_MARK (4, 0) },
  { "day-before-ten-years", KP_TRUTH_YES, { 2016, 3, 3 }, TRUE, KP_MARK (18, 0) },
  { "ten-years", KP_TRUTH_YES, { 2016, 3, 2 }, TRUE, KP_MARK (20, 0) },
  { "cap", KP_TRUTH_YES, { 2005, 1, 1 }, TRUE, KP_MARK (20, 0) },
  { "begins-later", KP_TRUTH_YES, { 2026, 5, 1 }, TRUE, 0 },
  { "not-grid-staff", KP_TRUTH_NO, { 2016, 3, 2 }, TRUE, 0 },
  { "begin-unknown", KP_TRUTH_YES, { 0, 0, 0 }, FALSE, 0 },
  { "unknown", KP_TRUTH_UNKNOWN, { 2016, 3, 2 }, FALSE, 0 },
};

static void
test_credential (gconstpointer data)
{
  const CredentialCase *c = data;
  g_autoptr (KpScheme)  scheme = kp_scheme_new ();
  KpCandidateFacts      facts = { .is_grid_staff = c->is_grid_staff, .grid_since = c->since };
  KpMark                points = -1;

  scheme->credential.applies = TRUE;
  scheme->credential.points_per_year = KP_MARK (2, 0);
  scheme->credential.cap = KP_MARK (20, 0);
  scheme->credential.date = (KpDate) { 2026, 3, 2 };
  g_assert_cmpint (kp_scheme_decide_credential (&scheme->credential, &facts, &points), ==, c->is_known);
  g_assert_cmpint (points, ==, c->is_known ? c->points : -1);

  scheme->credential.applies = FALSE;
  g_assert_false (kp_scheme_decide_credential (&scheme->credential, &facts, &points));
}

/* 学历、证书与年限一并计分: 4 + 3 + 2 × 2, at most 10. */
static void
test_credential_items (void)
{
  g_autoptr (KpScheme) scheme = kp_scheme_new ();
  KpCandidateFacts     facts = { .education = "本科", .certificate = "社会工作师", .is_grid_staff = KP_TRUTH_YES,
                                 .grid_since = { 2024, 3, 2 } };
  const char *const    words[] = { "本科", "社会工作师" };
  const KpMark         points[] = { KP_MARK (4, 0), KP_MARK (3, 0) };
  KpMark               given = -1;

  scheme->credential.applies = TRUE;
  scheme->credential.points_per_year = KP_MARK (2, 0);
  scheme->credential.cap = KP_MARK (20, 0);
  scheme->credential.date = (KpDate) { 2026, 3, 2 };
  for (guint i = 0; i < 2; i++)
    {
      KpBonusItem *item = kp_bonus_item_new ();

      item->code = g_strdup (words[i]);
      item->label = g_strdup (words[i]);
      item->points = points[i];
      item->condition = kp_condition_new (i == 0 ? KP_CONDITION_EDUCATION_AT_LEAST : KP_CONDITION_CERTIFICATE_AT_LEAST);
      item->condition->words = g_new0 (char *, 2);
      item->condition->words[0] = g_strdup (words[i]);
      g_ptr_array_add (scheme->credential.table.items, item);
    }
  g_assert_true (kp_scheme_decide_credential (&scheme->credential, &facts, &given));
  g_assert_cmpint (given, ==, KP_MARK (11, 0));
  scheme->credential.cap = KP_MARK (10, 0);
  g_assert_true (kp_scheme_decide_credential (&scheme->credential, &facts, &given));
  g_assert_cmpint (given, ==, KP_MARK (10, 0));
  facts.certificate = "";
  g_assert_true (kp_scheme_decide_credential (&scheme->credential, &facts, &given));
  g_assert_cmpint (given, ==, KP_MARK (8, 0));
}

static void
test_lookups (void)
{
  g_autoptr (KpScheme) scheme = kp_scheme_new ();
  KpSchemePost        *post = kp_scheme_post_new ();
  KpSchemeStreet      *street = kp_scheme_street_new ();
  KpSchemePaper       *paper = kp_scheme_paper_new ();
  KpSchemeTotal       *total = kp_scheme_total_new ();
  KpSchemeWording     *wording = kp_scheme_wording_new ();

  post->code = g_strdup ("A01");
  street->code = g_strdup ("01");
  paper->code = g_strdup ("P");
  total->id = g_strdup ("exam");
  wording->key = g_strdup ("contract");
  wording->text = g_strdup ("…");
  g_ptr_array_add (scheme->posts, post);
  g_ptr_array_add (scheme->streets, street);
  g_ptr_array_add (scheme->written.papers, paper);
  g_ptr_array_add (scheme->totals, total);
  g_ptr_array_add (scheme->wordings, wording);

  g_assert_true (kp_scheme_get_post (scheme, "A01") == post);
  g_assert_null (kp_scheme_get_post (scheme, "a01"));
  g_assert_null (kp_scheme_get_post (scheme, NULL));
  kp_scheme_index_posts (scheme);
  g_assert_true (kp_scheme_get_post (scheme, "A01") == post);
  g_assert_null (kp_scheme_get_post (scheme, "a01"));
  g_assert_null (kp_scheme_get_post (scheme, NULL));
  g_free (post->code);
  post->code = g_strdup ("A02");
  g_assert_true (kp_scheme_get_post (scheme, "A02") == post);
  g_assert_null (kp_scheme_get_post (scheme, "A01"));
  g_assert_true (kp_scheme_get_street (scheme, "01") == street);
  g_assert_null (kp_scheme_get_street (scheme, "1"));
  g_assert_true (kp_scheme_get_paper (scheme, "P") == paper);
  g_assert_null (kp_scheme_get_paper (scheme, "Q"));
  g_assert_true (kp_scheme_get_total (scheme, "exam") == total);
  g_assert_null (kp_scheme_get_total (scheme, ""));
  g_assert_cmpstr (kp_scheme_get_wording (scheme, "contract"), ==, "…");
  g_assert_null (kp_scheme_get_wording (scheme, "notice"));
}

static void
test_names (void)
{
  KpTrack track = KP_TRACK_OPEN;
  KpUntil until = KP_UNTIL_NEVER;

  for (guint i = 0; i < KP_N_TRACKS; i++)
    {
      g_assert_true (kp_track_parse (kp_track_get_name ((KpTrack) i), &track));
      g_assert_cmpuint (track, ==, i);
      g_assert_nonnull (kp_track_get_chinese ((KpTrack) i));
    }
  for (guint i = 0; i < KP_N_UNTILS; i++)
    {
      g_assert_true (kp_until_parse (kp_until_get_name ((KpUntil) i), &until));
      g_assert_cmpuint (until, ==, i);
    }
  g_assert_false (kp_track_parse ("side", &track));
  g_assert_false (kp_until_parse (NULL, &until));
}

/* What a clerk starts from has the defaults, and the check says what is still missing. */
static void
test_new_is_incomplete (void)
{
  g_autoptr (KpScheme)  scheme = kp_scheme_new ();
  g_autoptr (GPtrArray) problems = NULL;

  g_assert_cmpuint (scheme->stages.n_stages, ==, KP_N_USUAL_STAGES);
  g_assert_cmpint (scheme->shortlist.last_tie, ==, KP_LAST_TIE_ALL_ENTER);
  g_assert_cmpuint (scheme->interview.panel.n_examiners, ==, 7);
  problems = kp_scheme_check (scheme);
  g_assert_true (kp_scheme_problems_refuse (problems));
}

/* What each new part says before anybody types: the usual rule of notices (domain.md D). */
static void
test_new_has_the_defaults (void)
{
  g_autoptr (KpScheme) scheme = kp_scheme_new ();
  KpSchemePost        *post = kp_scheme_post_new ();

  g_ptr_array_add (scheme->posts, post);
  g_assert_true (post->has_written);
  g_assert_false (post->is_quota_exempt);
  g_assert_false (kp_fraction_is_known (post->shortlist_ratio));
  g_assert_null (post->street);
  g_assert_cmpint (scheme->physical.policy.ratio.num, ==, 1);
  g_assert_cmpint (scheme->physical.policy.ratio.den, ==, 1);
  g_assert_cmpuint (scheme->physical.policy.max_rounds, ==, 2);
  g_assert_cmpuint (scheme->interview.panel.drop_highest, ==, 1);
  g_assert_cmpuint (scheme->interview.panel.drop_lowest, ==, 1);
  g_assert_cmpint (scheme->bonus.within, ==, KP_BONUS_BEST);
  g_assert_cmpint (scheme->bonus.across, ==, KP_BONUS_BEST);
  g_assert_false (scheme->quota.applies);
  g_assert_cmpint (scheme->quota.counts, ==, KP_QUOTA_COUNTS_PASSED);
  g_assert_cmpint (scheme->quota.rounding, ==, KP_ROUNDING_TRUNCATE);
  g_assert_cmpint (scheme->leftover.at, ==, KP_LEFTOVER_NEVER);
  g_assert_false (kp_fraction_is_known (post->quota_ratio));
  g_assert_false (post->has_quota_action);
  g_assert_false (scheme->credential.applies);
}

static void
test_warning_is_no_refusal (void)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_scheme_problem_free);

  g_assert_false (kp_scheme_problems_refuse (problems));
  g_ptr_array_add (problems, kp_scheme_problem_new ("posts[0]", TRUE, g_strdup ("doubt")));
  g_assert_false (kp_scheme_problems_refuse (problems));
  g_ptr_array_add (problems, kp_scheme_problem_new ("posts[1]", FALSE, g_strdup ("wrong")));
  g_assert_true (kp_scheme_problems_refuse (problems));
}

/* A rule that the scheme doesn't have leaves no section. */
static void
test_explain_leaves_out (void)
{
  g_autoptr (KpScheme)  scheme = kp_scheme_new ();
  g_autoptr (GPtrArray) sections = NULL;

  scheme->phone = g_strdup ("1");
  scheme->address = g_strdup ("2");
  scheme->channel = g_strdup ("3");
  scheme->supervision_phone = g_strdup ("4");
  scheme->interview.place = g_strdup ("5");
  sections = kp_scheme_explain (scheme);
  for (guint i = 0; i < sections->len; i++)
    {
      const KpNoticeSection *section = g_ptr_array_index (sections, i);

      g_assert_false (g_str_has_suffix (section->heading, "开考比例"));
      g_assert_false (g_str_has_suffix (section->heading, "笔试"));
    }
  g_assert_cmpuint (sections->len, ==, 9);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (credential_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/scheme/credential/", credential_cases[i].name, NULL);

      g_test_add_data_func (path, &credential_cases[i], test_credential);
    }
  g_test_add_func ("/rules/scheme/look-ups", test_lookups);
  g_test_add_func ("/rules/scheme/names", test_names);
  g_test_add_func ("/rules/scheme/new-is-incomplete", test_new_is_incomplete);
  g_test_add_func ("/rules/scheme/new-has-the-defaults", test_new_has_the_defaults);
  g_test_add_func ("/rules/scheme/warning-is-no-refusal", test_warning_is_no_refusal);
  g_test_add_func ("/rules/scheme/explain-leaves-out", test_explain_leaves_out);

  g_test_add_func ("/rules/scheme/credential-of-items", test_credential_items);
  return g_test_run ();
}
