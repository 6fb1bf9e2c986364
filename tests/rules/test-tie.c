/* test-tie.c – what parts two who are equal, measured: the greater is better, what isn't known has no number.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-tie.h"

#include "kp-test.h"
#include "kp-tie-origin.h"

#include <string.h>

#define UNKNOWN "?"

/* The facts of one candidate, as a row writes them. */
typedef struct
{
  const char *education;
  const char *certificate;
  const char *political;
  KpTruth is_veteran;
  KpTruth is_grid_staff;
  KpDate birth;
  KpDate grid_since;
} Facts;

typedef struct
{
  const char *name;
  KpTieField field;
  const char *fact;
  gboolean prefers_less;
  const char *words; /* of the order, blanks between */
  Facts facts;
  const char *measure; /* as text; UNKNOWN */
} Row;

static const Row rows[] = {
  { "veteran-yes", KP_TIE_VETERAN, NULL, FALSE, NULL, { .is_veteran = KP_TRUTH_YES }, "1" },
  { "veteran-no", KP_TIE_VETERAN, NULL, FALSE, NULL, { .is_veteran = KP_TRUTH_NO }, "0" },
  { "veteran-unknown", KP_TIE_VETERAN, NULL, FALSE, NULL, { .certificate = NULL }, UNKNOWN },
  { "party-member", KP_TIE_PARTY_MEMBER, NULL, FALSE, NULL, { .political = "中共党员" }, "1" },
  { "party-probationary", KP_TIE_PARTY_MEMBER, NULL, FALSE, NULL, { .political = "中共预备党员" }, "1" },
  { "party-league", KP_TIE_PARTY_MEMBER, NULL, FALSE, NULL, { .political = "共青团员" }, "0" },
  { "party-unknown", KP_TIE_PARTY_MEMBER, NULL, FALSE, NULL, { .certificate = NULL }, UNKNOWN },
  { "grid-staff", KP_TIE_GRID_STAFF, NULL, FALSE, NULL, { .is_grid_staff = KP_TRUTH_YES }, "1" },
  { "certificate-none", KP_TIE_CERTIFICATE, NULL, FALSE, NULL, { .certificate = "" }, "0" },
  { "certificate-first", KP_TIE_CERTIFICATE, NULL, FALSE, NULL, { .certificate = "助理社会工作师" }, "1" },
  { "certificate-second", KP_TIE_CERTIFICATE, NULL, FALSE, NULL, { .certificate = "社会工作师" }, "2" },
  { "certificate-of-another-name", KP_TIE_CERTIFICATE, NULL, FALSE, NULL, { .certificate = "二级社工" }, UNKNOWN },
  { "education-unknown", KP_TIE_EDUCATION, NULL, FALSE, NULL, { .certificate = NULL }, UNKNOWN },
  { "younger", KP_TIE_YOUNGER, NULL, FALSE, NULL, { .birth = { 2001, 5, 31 } }, "20010531" },
  { "younger-unknown", KP_TIE_YOUNGER, NULL, FALSE, NULL, { .certificate = NULL }, UNKNOWN },

  { "fact-date", KP_TIE_FACT, "birth", FALSE, NULL, { .birth = { 1990, 1, 2 } }, "19900102" },
  { "fact-date-earlier", KP_TIE_FACT, "birth", TRUE, NULL, { .birth = { 1990, 1, 2 } }, "-19900102" },
  { "fact-date-earlier-unknown", KP_TIE_FACT, "birth", TRUE, NULL, { .certificate = NULL }, UNKNOWN },
  { "fact-yes", KP_TIE_FACT, "veteran", FALSE, NULL, { .is_veteran = KP_TRUTH_YES }, "1" },
  { "fact-no-preferred", KP_TIE_FACT, "veteran", TRUE, NULL, { .is_veteran = KP_TRUTH_YES }, "-1" },
  { "fact-certificate", KP_TIE_FACT, "certificate", FALSE, NULL, { .certificate = "高级社会工作师" }, "3" },
  { "fact-that-isnt-there", KP_TIE_FACT, "shoe_size", FALSE, NULL, { .certificate = NULL }, UNKNOWN },
  /* Who serves longer is first; who never served is last, whichever way. */
  { "fact-since-earlier", KP_TIE_FACT, "grid_since", TRUE, NULL,
    { .is_grid_staff = KP_TRUTH_YES, .grid_since = { 2019, 6, 1 } }, "-20190601" },
  { "fact-since-never", KP_TIE_FACT, "grid_since", TRUE, NULL, { .is_grid_staff = KP_TRUTH_NO }, "-1000000000" },

  { "order-first", KP_TIE_ORDER, "political", FALSE, "中共党员 共青团员", { .political = "中共党员" }, "2" },
  { "order-second", KP_TIE_ORDER, "political", FALSE, "中共党员 共青团员", { .political = "共青团员" }, "1" },
  { "order-another", KP_TIE_ORDER, "political", FALSE, "中共党员 共青团员", { .political = "群众" }, "0" },
  { "order-unknown", KP_TIE_ORDER, "political", FALSE, "中共党员 共青团员", { .certificate = NULL }, UNKNOWN },

  { "named-without-declaration", KP_TIE_VOLUNTEER, NULL, FALSE, NULL, { .certificate = NULL }, UNKNOWN },
  { "extended-decimals-are-filled-in-later", KP_TIE_EXTENDED_DECIMALS, NULL, FALSE, NULL, { .certificate = NULL }, UNKNOWN },
};

static void
assert_measure (KpFraction found,
                const char *expected)
{
  g_autofree char *text = kp_fraction_is_known (found) ? kp_fraction_dup_text (found) : g_strdup (UNKNOWN);

  g_assert_cmpstr (text, ==, expected);
}

static KpCandidateFacts
make_facts (const Facts *facts)
{
  return (KpCandidateFacts) {
    .education = facts->education,
    .certificate = facts->certificate,
    .political = facts->political,
    .is_veteran = facts->is_veteran,
    .is_grid_staff = facts->is_grid_staff,
    .birth = facts->birth,
    .grid_since = facts->grid_since,
  };
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (KpTie) tie = kp_tie_new (row->field);
  g_autoptr (KpTie) copy = NULL;
  KpCandidateFacts facts = make_facts (&row->facts);
  const KpTieSource source = { .facts = &facts };

  tie->fact = g_strdup (row->fact);
  tie->prefers_less = row->prefers_less;
  tie->words = row->words != NULL ? g_strsplit (row->words, " ", -1) : NULL;
  assert_measure (kp_tie_measure (tie, &source), row->measure);
  copy = kp_tie_copy (tie);
  assert_measure (kp_tie_measure (copy, &source), row->measure);
  g_assert_true (kp_tie_is_like (tie, copy));
}

/* Marks come from the source as they are; a rank given by the group turns round. */
static void
test_marks (void)
{
  KpTieSource source = {
    .written_with_bonus = { 81, 1 },
    .written_paper = { 78, 1 },
    .interview = { 82, 1 },
    .credential = { 12, 1 },
    .papers = { { 70, 1 }, { 71, 1 } },
    .others = { { 60, 1 }, { 61, 1 } },
    .dropped_marks = { 163, 1 },
    .extra_test = { 66, 1 },
    .decision = { 2, 1 },
  };
  const struct
  {
    KpTieField field;
    const char *measure;
  } marks[] = {
    { KP_TIE_WRITTEN_WITH_BONUS, "81" }, { KP_TIE_WRITTEN_PAPER, "78" }, { KP_TIE_INTERVIEW, "82" },
    { KP_TIE_CREDENTIAL, "12" },         { KP_TIE_PAPER_1, "70" },       { KP_TIE_PAPER_2, "71" },
    { KP_TIE_PAPER_3, UNKNOWN },         { KP_TIE_OTHER_1, "60" },       { KP_TIE_OTHER_2, "61" },
    { KP_TIE_OTHER_4, UNKNOWN },         { KP_TIE_DROPPED_MARKS, "163" }, { KP_TIE_EXTRA_TEST, "66" },
    { KP_TIE_DECISION, "-2" },           { KP_TIE_VETERAN, UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      g_autoptr (KpTie) tie = kp_tie_new (marks[i].field);

      g_test_message ("%s", kp_tie_field_get_name (marks[i].field));
      assert_measure (kp_tie_measure (tie, &source), marks[i].measure);
    }
  source.decision = KP_FRACTION_UNKNOWN;
  {
    g_autoptr (KpTie) tie = kp_tie_new (KP_TIE_DECISION);

    assert_measure (kp_tie_measure (tie, &source), UNKNOWN);
  }
}

/* Who meets the condition is before who doesn't; what needs a paper or a person isn't known. */
static void
test_meets (void)
{
  g_autoptr (KpTie) tie = kp_tie_new (KP_TIE_MEETS);
  g_autoptr (KpTie) by_hand = kp_tie_new (KP_TIE_MEETS);
  KpCandidateFacts facts = { .is_veteran = KP_TRUTH_YES };
  const KpTieSource source = { .facts = &facts };

  tie->condition = kp_condition_new (KP_CONDITION_VETERAN);
  assert_measure (kp_tie_measure (tie, &source), "1");
  facts.is_veteran = KP_TRUTH_NO;
  assert_measure (kp_tie_measure (tie, &source), "0");
  facts.is_veteran = KP_TRUTH_UNKNOWN;
  assert_measure (kp_tie_measure (tie, &source), UNKNOWN);

  by_hand->condition = kp_condition_new (KP_CONDITION_BY_HAND);
  by_hand->condition->text = g_strdup ("随军家属");
  assert_measure (kp_tie_measure (by_hand, &source), UNKNOWN);
  g_assert_false (kp_tie_is_like (tie, by_hand));
}

/* The scheme's own facts: 职称任职月数 and 社区志愿者, as declared. */
static void
test_declared (void)
{
  g_autoptr (GPtrArray) defs = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_fact_def_free);
  KpFactDef *months = kp_fact_def_new ();
  KpFactDef *volunteer = kp_fact_def_new ();
  g_autoptr (KpFactTable) table = NULL;
  KpCandidateFacts facts = { 0 };
  const KpTieSource source = { .facts = &facts };
  g_autoptr (KpTie) longer = kp_tie_new (KP_TIE_FACT);
  g_autoptr (KpTie) named = kp_tie_new (KP_TIE_VOLUNTEER);

  g_free (months->id);
  months->id = g_strdup ("office_months");
  months->kind = KP_FACT_NUMBER;
  g_ptr_array_add (defs, months);
  g_free (volunteer->id);
  volunteer->id = g_strdup ("volunteer");
  volunteer->kind = KP_FACT_YES_NO;
  g_ptr_array_add (defs, volunteer);
  table = kp_fact_table_new (defs);
  facts.declared = table;
  longer->fact = g_strdup ("office_months");

  assert_measure (kp_tie_measure (longer, &source), "-1000000000");
  assert_measure (kp_tie_measure (named, &source), "0");
  g_assert_true (kp_fact_table_set_number (table, "office_months", kp_fraction_new (29, 1)));
  g_assert_true (kp_fact_table_set_truth (table, "volunteer", KP_TRUTH_YES));
  assert_measure (kp_tie_measure (longer, &source), "29");
  assert_measure (kp_tie_measure (named, &source), "1");
}

static void
test_names (void)
{
  KpTieField field;

  for (guint i = 0; i < KP_TIE_N_FIELDS; i++)
    {
      g_assert_nonnull (kp_tie_field_get_chinese ((KpTieField) i));
      g_assert_cmpint (kp_tie_field_from_name (kp_tie_field_get_name ((KpTieField) i), &field), ==,
                       i < KP_TIE_N_NAMED);
      if (i < KP_TIE_N_NAMED)
        g_assert_cmpint (field, ==, i);
    }
  g_assert_false (kp_tie_field_from_name ("name", &field));
  g_assert_false (kp_tie_field_from_name ("row", &field));
  g_assert_false (kp_tie_field_from_name (NULL, &field));
}

/* A row whose origin is wrong is measured where it can't be: what was stated of no candidate, a mark of everybody. */
static void
test_origins (void)
{
  const KpFraction  one = KP_FRACTION_ONE;
  const KpTieSource source = {
    .written_with_bonus = one,
    .written_paper = one,
    .interview = one,
    .credential = one,
    .papers = { one, one, one, one },
    .others = { one, one, one, one },
    .dropped_marks = one,
    .total = one,
    .extra_test = one,
    .decision = one,
  };

  for (guint i = 0; i < KP_TIE_N_FIELDS; i++)
    {
      g_autoptr (KpTie) tie = kp_tie_new ((KpTieField) i);

      g_test_message ("%s", kp_tie_field_get_name (tie->field));
      if (tie->field != KP_TIE_EXTENDED_DECIMALS)
        g_assert_cmpint (kp_fraction_is_known (kp_tie_measure (tie, &source)), ==, !kp_tie_field_is_stated (tie->field));
    }
  g_assert_cmpint (kp_tie_field_get_origin (KP_TIE_SERVICE), ==, KP_TIE_OF_DECLARATION);
  g_assert_cmpint (kp_tie_field_get_origin (KP_TIE_PAPER_4), ==, KP_TIE_OF_WRITTEN);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/rules/tie/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/rules/tie/marks", test_marks);
  g_test_add_func ("/rules/tie/meets", test_meets);
  g_test_add_func ("/rules/tie/declared", test_declared);
  g_test_add_func ("/rules/tie/names", test_names);
  g_test_add_func ("/rules/tie/origins", test_origins);
  return g_test_run ();
}
