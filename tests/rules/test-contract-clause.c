/* test-contract-clause.c – what must stand in a labour contract and what must not, and the third contract.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-contract-clause.h"

#include "kp-renewal.h"
#include "kp-test.h"

static KpDate
day (const char *iso)
{
  KpDate date = KP_DATE_NONE;

  if (iso != NULL)
    g_assert_true (kp_date_parse_iso (iso, &date, NULL));
  return date;
}

static KpClauseTexts
make_texts (void)
{
  KpClauseTexts texts;

  for (guint i = 0; i < KP_CLAUSE_N_PARTS; i++)
    texts.parts[i] = kp_clause_part_get_chinese ((KpClausePart) i);
  return texts;
}

static void
test_17 (void)
{
  KpClausePart missing[KP_CLAUSE_N_PARTS];
  KpClauseTexts texts = make_texts ();

  g_assert_cmpuint (kp_clause_find_missing (&texts, missing), ==, 0);
  for (guint i = 0; i < KP_CLAUSE_N_PARTS; i++)
    {
      texts = make_texts ();
      texts.parts[i] = i % 2 == 0 ? NULL : " \n";
      g_assert_cmpuint (kp_clause_find_missing (&texts, missing), ==, 1);
      g_assert_cmpint (missing[0], ==, i);
      g_assert_true (
          g_str_has_prefix (kp_clause_part_get_clause ((KpClausePart) i), "劳动合同法第十七条第一款"));
    }
}

/* Nine items, none left out. */
static void
test_17_items (void)
{
  guint seen = 0;

  for (guint i = 0; i < KP_CLAUSE_N_PARTS; i++)
    seen |= 1u << kp_clause_part_get_item ((KpClausePart) i);
  g_assert_cmpuint (seen, ==, 0x3feu);
}

typedef struct
{
  const char *name;
  KpClauseTerms terms;
  guint n_findings;
  KpClauseFinding finding;
} TermsRow;

static const TermsRow terms_rows[] = {
  { "lawful", { .n_copies = 2, .is_worker_copy_handed_over = TRUE }, 0, 0 },
  { "article-9-deposit",
    { .takes_deposit = TRUE, .n_copies = 2, .is_worker_copy_handed_over = TRUE },
    1,
    KP_CLAUSE_DEPOSIT },
  { "article-9-identity",
    { .keeps_identity = TRUE, .n_copies = 2, .is_worker_copy_handed_over = TRUE },
    1,
    KP_CLAUSE_IDENTITY },
  { "article-16-one-copy", { .n_copies = 1, .is_worker_copy_handed_over = TRUE }, 1, KP_CLAUSE_COPIES },
  { "article-16-copy-kept", { .n_copies = 3 }, 1, KP_CLAUSE_COPIES },
  { "insurance-58-waived",
    { .waives_insurance = TRUE, .n_copies = 2, .is_worker_copy_handed_over = TRUE },
    1,
    KP_CLAUSE_NO_INSURANCE },
  { "article-25-penalty-of-a-fen",
    { .penalty = 1, .service_months = 36, .n_copies = 2, .is_worker_copy_handed_over = TRUE },
    1,
    KP_CLAUSE_PENALTY },
  { "article-23-secrecy",
    { .penalty = 1, .is_for_secrecy = TRUE, .n_copies = 2, .is_worker_copy_handed_over = TRUE },
    0,
    0 },
  { "article-22-the-cost",
    { .penalty = 1200000, .training_cost = 1200000, .n_copies = 2, .is_worker_copy_handed_over = TRUE },
    0,
    0 },
  { "article-22-a-fen-above",
    { .penalty = 1200001, .training_cost = 1200000, .n_copies = 2, .is_worker_copy_handed_over = TRUE },
    1,
    KP_CLAUSE_PENALTY_ABOVE },
};

static void
test_terms (gconstpointer data)
{
  const TermsRow *row = data;
  KpClauseFinding findings[KP_CLAUSE_N_FINDINGS];

  g_assert_cmpuint (kp_clause_check (&row->terms, findings), ==, row->n_findings);
  if (row->n_findings > 0)
    g_assert_cmpint (findings[0], ==, row->finding);
}

static void
test_22_share (void)
{
  KpClauseTerms terms = { .training_cost = 1200000,
                          .service_from = day ("2026-03-01"),
                          .service_months = 36 };

  g_assert_cmpint (kp_clause_decide_most_penalty (&terms, day ("2027-02-28")), ==, 800000);
  g_assert_cmpint (kp_clause_decide_most_penalty (&terms, day ("2027-02-27")), ==, 833333);
  g_assert_cmpint (kp_clause_decide_most_penalty (&terms, day ("2029-02-28")), ==, 0);
  g_assert_cmpint (kp_clause_decide_most_penalty (&terms, day ("2029-02-27")), ==, 33333);
  g_assert_cmpint (kp_clause_decide_most_penalty (&terms, day ("2026-02-01")), ==, 1200000);
  terms.training_cost = 0;
  g_assert_cmpint (kp_clause_decide_most_penalty (&terms, day ("2027-02-28")), ==, 0);
}

typedef struct
{
  const char *name;
  const char *from, *next;
  guint n_fixed_terms;
  gboolean asks_fixed, has_fault, is_welfare;
  KpRenewal renewal;
} RenewalRow;

static const RenewalRow renewal_rows[] = {
  { "first-renewal", "2026-03-01", "2029-03-01", 1, FALSE, FALSE, FALSE, KP_RENEWAL_ANY },
  { "third-contract", "2026-03-01", "2032-03-01", 2, FALSE, FALSE, FALSE, KP_RENEWAL_OPEN_TWO_TERMS },
  { "third-contract-asks-fixed", "2026-03-01", "2032-03-01", 2, TRUE, FALSE, FALSE, KP_RENEWAL_ANY },
  { "third-contract-with-fault", "2026-03-01", "2032-03-01", 2, FALSE, TRUE, FALSE, KP_RENEWAL_ANY },
  { "implementing-12-welfare-post", "2026-03-01", "2032-03-01", 2, FALSE, FALSE, TRUE, KP_RENEWAL_ANY },
  { "ten-years", "2016-03-01", "2026-03-01", 1, FALSE, FALSE, FALSE, KP_RENEWAL_OPEN_TEN_YEARS },
  { "ten-years-less-a-day", "2016-03-02", "2026-03-01", 1, FALSE, FALSE, FALSE, KP_RENEWAL_ANY },
  { "ten-years-in-spite-of-fault", "2016-03-01", "2026-03-01", 2, FALSE, TRUE, FALSE,
    KP_RENEWAL_OPEN_TEN_YEARS },
  { "ten-years-from-a-leap-day", "2016-02-29", "2026-02-28", 1, FALSE, FALSE, FALSE,
    KP_RENEWAL_OPEN_TEN_YEARS },
};

static void
test_renewal (gconstpointer data)
{
  const RenewalRow *row = data;
  const KpRenewalCase renewal = { day (row->from), day (row->next), row->n_fixed_terms,
                                  row->asks_fixed, row->has_fault,  row->is_welfare };

  g_assert_cmpint (kp_renewal_decide (&renewal), ==, row->renewal);
  g_assert_true (g_str_has_prefix (kp_renewal_get_clause (row->renewal), "劳动合同法第十"));
  g_assert_true (g_str_has_suffix (kp_renewal_get_chinese (row->renewal), "。"));
}

static void
test_run_on (void)
{
  g_assert_false (kp_renewal_has_run_on (day ("2029-02-28"), day ("2029-03-31")));
  g_assert_true (kp_renewal_has_run_on (day ("2029-02-28"), day ("2029-04-01")));
}

/* 住房公积金管理条例 §18 */
static void
test_fund_18 (void)
{
  static const char *const low[] = { "住房公积金按4.9%缴存。", "双方各按百分之四缴存住房公积金。", "公积金单位12%，个人4%。" };
  static const char *const lawful[] = { "住房公积金按5%缴存。", "双方各按百分之五缴存住房公积金。", "公积金按12%缴存；个人所得税按3%计。",
                                        "住房公积金缴存百分之四十由财政补助。" };
  KpClauseFinding finding = KP_CLAUSE_COPIES;

  for (guint i = 0; i < G_N_ELEMENTS (low); i++)
    {
      g_assert_true (kp_clause_check_wording (low[i], &finding));
      g_assert_cmpint (finding, ==, KP_CLAUSE_FUND_RATE);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lawful); i++)
    g_assert_false (kp_clause_check_wording (lawful[i], &finding));
}

static void
test_words (void)
{
  for (guint i = 0; i < KP_CLAUSE_N_FINDINGS; i++)
    {
      g_assert_nonnull (kp_clause_finding_get_clause ((KpClauseFinding) i));
      g_assert_true (g_str_has_suffix (kp_clause_finding_get_chinese ((KpClauseFinding) i), "。"));
    }
}

#define ADD_ROWS(prefix, rows, func)                                                                         \
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)                                                            \
    {                                                                                                        \
      g_autofree char *path = g_strconcat (prefix, rows[i].name, NULL);                                      \
      g_test_add_data_func (path, &rows[i], func);                                                           \
    }

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/contract-clause/article-17-each-part", test_17);
  g_test_add_func ("/rules/contract-clause/article-17-nine-items", test_17_items);
  ADD_ROWS ("/rules/contract-clause/", terms_rows, test_terms)
  g_test_add_func ("/rules/contract-clause/article-22-share-still-due", test_22_share);
  ADD_ROWS ("/rules/renewal/article-14-", renewal_rows, test_renewal)
  g_test_add_func ("/rules/renewal/interpretation-2-run-on", test_run_on);
  g_test_add_func ("/rules/contract-clause/fund-18-share", test_fund_18);
  g_test_add_func ("/rules/contract-clause/words", test_words);
  return g_test_run ();
}
