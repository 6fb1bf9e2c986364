/* test-bonus.c – bonus points under each rule, with caps, and never without a mark.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-bonus.h"

/* certificate: assistant 2, worker 3, senior 5; service: veteran 2, merit 3. */
typedef struct
{
  const char *code;
  const char *group;
  gint        points;
} Item;

static const Item items[] = {
  { "assistant", "certificate", 2 }, { "worker", "certificate", 3 }, { "senior", "certificate", 5 },
  { "veteran", "service", 2 },       { "merit", "service", 3 },
};

typedef struct
{
  const char *name;
  KpBonusRule rule;
  gint        cap; /* 0 = none */
  KpMarkState state;
  const char *claims[5]; /* "-x" = not approved */
  KpMark      points;
  const char *counted;
} BonusCase;

#define ON KP_MARK_PRESENT

static const BonusCase cases[] = {
  { "single/nothing", KP_BONUS_MAX_SINGLE, 5, ON, { NULL }, 0, "" },
  { "single/one", KP_BONUS_MAX_SINGLE, 5, ON, { "veteran" }, KP_MARK (2, 0), "veteran" },
  { "single/best", KP_BONUS_MAX_SINGLE, 5, ON, { "veteran", "worker" }, KP_MARK (3, 0), "worker" },
  { "single/equal-counts-once", KP_BONUS_MAX_SINGLE, 5, ON, { "veteran", "assistant" }, KP_MARK (2, 0), "assistant" },
  { "single/not-approved", KP_BONUS_MAX_SINGLE, 5, ON, { "-senior", "veteran" }, KP_MARK (2, 0), "veteran" },
  { "single/only-not-approved", KP_BONUS_MAX_SINGLE, 5, ON, { "-senior" }, 0, "" },
  { "single/claimed-twice", KP_BONUS_MAX_SINGLE, 5, ON, { "veteran", "veteran" }, KP_MARK (2, 0), "veteran" },
  { "single/unknown-item", KP_BONUS_MAX_SINGLE, 5, ON, { "hero" }, 0, "" },
  { "sum/two", KP_BONUS_SUM, 0, ON, { "veteran", "worker" }, KP_MARK (5, 0), "worker veteran" },
  { "sum/below-cap", KP_BONUS_SUM, 5, ON, { "veteran", "assistant" }, KP_MARK (4, 0), "assistant veteran" },
  { "sum/cap", KP_BONUS_SUM, 5, ON, { "veteran", "senior", "merit" }, KP_MARK (5, 0), "senior veteran merit" },
  { "sum/claimed-twice", KP_BONUS_SUM, 0, ON, { "veteran", "veteran" }, KP_MARK (2, 0), "veteran" },
  { "group/best-of-each", KP_BONUS_BEST_OF_GROUP, 0, ON, { "assistant", "worker", "veteran", "merit" },
    KP_MARK (6, 0), "worker merit" },
  { "group/cap", KP_BONUS_BEST_OF_GROUP, 5, ON, { "worker", "merit" }, KP_MARK (5, 0), "worker merit" },
  { "group/one-group", KP_BONUS_BEST_OF_GROUP, 0, ON, { "assistant", "senior" }, KP_MARK (5, 0), "senior" },
  { "state/absent", KP_BONUS_MAX_SINGLE, 5, KP_MARK_ABSENT, { "senior" }, 0, "" },
  { "state/breach", KP_BONUS_SUM, 0, KP_MARK_BREACH, { "senior" }, 0, "" },
  { "state/void", KP_BONUS_BEST_OF_GROUP, 0, KP_MARK_VOID_ALL, { "senior" }, 0, "" },
  { "state/not-entered", KP_BONUS_MAX_SINGLE, 5, KP_MARK_NOT_ENTERED, { "senior" }, 0, "" },
  { "state/pending", KP_BONUS_MAX_SINGLE, 5, KP_MARK_PENDING, { "senior" }, 0, "" },
};

static void
fill_policy (KpBonusPolicy *policy)
{
  kp_bonus_policy_init (policy);
  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    {
      KpBonusItem *item = kp_bonus_item_new ();

      item->code = g_strdup (items[i].code);
      item->label = g_strdup (items[i].code);
      item->group = g_strdup (items[i].group);
      item->points = KP_MARK (items[i].points, 0);
      g_ptr_array_add (policy->items, item);
    }
}

static void
check_claims (const BonusCase *c,
              gboolean         is_reversed)
{
  KpBonusPolicy             policy;
  KpBonusClaim              claims[5];
  guint                     n_claims = 0;
  g_autoptr (KpBonusResult) result = NULL;
  g_autofree gchar         *counted = NULL;

  fill_policy (&policy);
  policy.rule = c->rule;
  policy.has_cap = c->cap > 0;
  policy.cap = KP_MARK (c->cap, 0);
  for (gint i = 0; i < 5; i++)
    {
      const char *claim = c->claims[is_reversed ? 4 - i : i];

      if (claim == NULL)
        continue;
      claims[n_claims].is_approved = *claim != '-';
      claims[n_claims++].item = *claim == '-' ? claim + 1 : claim;
    }

  result = kp_bonus_decide (&policy, claims, n_claims, c->state);
  g_ptr_array_add (result->counted, NULL);
  counted = g_strjoinv (" ", (gchar **) result->counted->pdata);
  g_assert_cmpint (result->points, ==, c->points);
  g_assert_cmpstr (counted, ==, c->counted);
  g_assert_nonnull (result->explanation);
  kp_bonus_policy_clear (&policy);
}

static void
test_case (gconstpointer data)
{
  check_claims (data, FALSE);
  check_claims (data, TRUE);
}

/* W1 of domain.md: veteran 2 and certificate 3, best single against the sum. */
static void
test_explanation (void)
{
  KpBonusPolicy             policy;
  KpBonusClaim              claims[] = { { "worker", TRUE }, { "senior", TRUE }, { "veteran", TRUE } };
  g_autoptr (KpBonusResult) result = NULL;

  fill_policy (&policy);
  policy.rule = KP_BONUS_SUM;
  policy.has_cap = TRUE;
  policy.cap = KP_MARK (5, 5000);
  result = kp_bonus_decide (&policy, claims, G_N_ELEMENTS (claims), KP_MARK_PRESENT);
  g_assert_cmpint (result->points, ==, KP_MARK (5, 5000));
  g_assert_cmpstr (result->explanation, ==, "worker3分、senior5分、veteran2分；各项累计，以上限为准，加5.5分。");
  kp_bonus_policy_clear (&policy);
}

/* What a notice means when it says nothing. */
static void
test_usual_policy (void)
{
  KpBonusPolicy policy;

  kp_bonus_policy_init (&policy);
  g_assert_cmpint (policy.rule, ==, KP_BONUS_MAX_SINGLE);
  g_assert_cmpint (policy.target, ==, KP_BONUS_ON_WRITTEN);
  g_assert_false (policy.has_cap);
  g_assert_true (policy.may_exceed_full);
  g_assert_cmpuint (policy.items->len, ==, 0);
  kp_bonus_policy_clear (&policy);
}

/* The cap by its boundary, in ten-thousandths: senior and veteran are 7. */
typedef struct
{
  KpMark cap;
  KpMark points;
} CapRow;

static const CapRow cap_rows[] = {
  { KP_MARK (6, 9999), KP_MARK (6, 9999) },
  { KP_MARK (7, 0), KP_MARK (7, 0) },
  { KP_MARK (7, 1), KP_MARK (7, 0) },
  { 0, 0 },
};

static void
test_cap (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cap_rows); i++)
    {
      KpBonusPolicy             policy;
      KpBonusClaim              claims[] = { { "senior", TRUE }, { "veteran", TRUE } };
      g_autoptr (KpBonusResult) result = NULL;

      fill_policy (&policy);
      policy.rule = KP_BONUS_SUM;
      policy.has_cap = TRUE;
      policy.cap = cap_rows[i].cap;
      result = kp_bonus_decide (&policy, claims, G_N_ELEMENTS (claims), KP_MARK_PRESENT);
      g_assert_cmpint (result->points, ==, cap_rows[i].points);
      kp_bonus_policy_clear (&policy);
    }
}

static void
test_proposal (void)
{
  KpBonusPolicy         policy;
  KpCandidateFacts      facts = { .is_veteran = KP_TRUTH_YES };
  KpCandidateFacts      unknown = { .is_veteran = KP_TRUTH_UNKNOWN };
  g_autoptr (GPtrArray) codes = NULL;
  g_autoptr (GPtrArray) none = NULL;
  KpBonusItem          *veteran;

  fill_policy (&policy);
  veteran = g_ptr_array_index (policy.items, 3);
  veteran->condition = kp_condition_new (KP_CONDITION_VETERAN);
  codes = kp_bonus_propose_items (&policy, &facts);
  none = kp_bonus_propose_items (&policy, &unknown);
  g_assert_cmpuint (codes->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (codes, 0), ==, "veteran");
  g_assert_cmpuint (none->len, ==, 0);
  kp_bonus_policy_clear (&policy);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/bonus/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/rules/bonus/explanation", test_explanation);
  g_test_add_func ("/rules/bonus/usual-policy", test_usual_policy);
  g_test_add_func ("/rules/bonus/cap-by-its-boundary", test_cap);
  g_test_add_func ("/rules/bonus/proposal", test_proposal);

  return g_test_run ();
}
