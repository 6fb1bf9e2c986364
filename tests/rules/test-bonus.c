/* test-bonus.c – bonus points: items, groups, groups among each other, caps, weight, and never without a mark.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-bonus.h"

#include <string.h>

#define N_CLAIMS 5

/* certificate: assistant 2, worker 3, senior 5; service: veteran 2, merit 3; hardship 1 stands for itself. */
typedef struct
{
  const char *code;
  const char *group;
  gint        points;
} Item;

static const Item items[] = {
  { "assistant", "certificate", 2 }, { "worker", "certificate", 3 }, { "senior", "certificate", 5 },
  { "veteran", "service", 2 },       { "merit", "service", 3 },      { "hardship", NULL, 1 },
};

typedef struct
{
  const char *name;
  KpBonusRule within;
  KpBonusRule across;
  gint        cap; /* 0 = none */
  KpMarkState state;
  const char *claims[N_CLAIMS]; /* "-x" = not approved */
  KpMark      points;
  const char *counted;
} BonusCase;

#define ON KP_MARK_PRESENT
#define BEST KP_BONUS_BEST
#define SUM KP_BONUS_SUM

static const BonusCase cases[] = {
  { "single/nothing", BEST, BEST, 5, ON, { NULL }, 0, "" },
  { "single/one", BEST, BEST, 5, ON, { "veteran" }, KP_MARK (2, 0), "veteran" },
  { "single/best", BEST, BEST, 5, ON, { "veteran", "worker" }, KP_MARK (3, 0), "worker" },
  { "single/equal-counts-once", BEST, BEST, 5, ON, { "veteran", "assistant" }, KP_MARK (2, 0), "assistant" },
  { "single/not-approved", BEST, BEST, 5, ON, { "-senior", "veteran" }, KP_MARK (2, 0), "veteran" },
  { "single/only-not-approved", BEST, BEST, 5, ON, { "-senior" }, 0, "" },
  { "single/claimed-twice", BEST, BEST, 5, ON, { "veteran", "veteran" }, KP_MARK (2, 0), "veteran" },
  { "single/unknown-item", BEST, BEST, 5, ON, { "hero" }, 0, "" },
  { "sum/two", SUM, SUM, 0, ON, { "veteran", "worker" }, KP_MARK (5, 0), "worker veteran" },
  { "sum/below-cap", SUM, SUM, 5, ON, { "veteran", "assistant" }, KP_MARK (4, 0), "assistant veteran" },
  { "sum/cap", SUM, SUM, 5, ON, { "veteran", "senior", "merit" }, KP_MARK (5, 0), "senior veteran merit" },
  { "sum/claimed-twice", SUM, SUM, 0, ON, { "veteran", "veteran" }, KP_MARK (2, 0), "veteran" },
  { "sum/every-group", SUM, SUM, 0, ON, { "hardship", "merit", "veteran", "assistant", "worker" }, KP_MARK (11, 0),
    "assistant worker veteran merit hardship" },
  { "group/best-of-each", BEST, SUM, 0, ON, { "assistant", "worker", "veteran", "merit" }, KP_MARK (6, 0),
    "worker merit" },
  { "group/cap", BEST, SUM, 5, ON, { "worker", "merit" }, KP_MARK (5, 0), "worker merit" },
  { "group/one-group", BEST, SUM, 0, ON, { "assistant", "senior" }, KP_MARK (5, 0), "senior" },
  { "group/item-without-group-is-one", BEST, SUM, 0, ON, { "hardship", "merit", "veteran" }, KP_MARK (4, 0),
    "merit hardship" },
  { "across/best-of-sums", SUM, BEST, 0, ON, { "veteran", "merit", "worker" }, KP_MARK (5, 0), "veteran merit" },
  { "across/first-of-equal-sums", SUM, BEST, 0, ON, { "veteran", "merit", "senior" }, KP_MARK (5, 0), "senior" },
  { "across/cap", SUM, BEST, 4, ON, { "veteran", "merit", "worker" }, KP_MARK (4, 0), "veteran merit" },
  { "state/absent", BEST, BEST, 5, KP_MARK_ABSENT, { "senior" }, 0, "" },
  { "state/breach", SUM, SUM, 0, KP_MARK_BREACH, { "senior" }, 0, "" },
  { "state/void", BEST, SUM, 0, KP_MARK_VOID_ALL, { "senior" }, 0, "" },
  { "state/not-entered", BEST, BEST, 5, KP_MARK_NOT_ENTERED, { "senior" }, 0, "" },
  { "state/pending", SUM, BEST, 5, KP_MARK_PENDING, { "senior" }, 0, "" },
};

static KpBonusItem *
add_item (KpBonusPolicy *policy,
          const char    *code,
          const char    *group,
          KpMark         points)
{
  KpBonusItem *item = kp_bonus_item_new ();

  item->code = g_strdup (code);
  item->label = g_strdup (code);
  item->group = g_strdup (group);
  item->points = points;
  g_ptr_array_add (policy->items, item);

  return item;
}

static KpBonusGroup *
add_group (KpBonusPolicy *policy,
           const char    *code,
           KpBonusRule    within,
           gint           cap)
{
  KpBonusGroup *group = kp_bonus_group_new ();

  group->code = g_strdup (code);
  group->label = g_strdup (code);
  group->within = within;
  group->has_cap = cap > 0;
  group->cap = KP_MARK (cap, 0);
  g_ptr_array_add (policy->groups, group);

  return group;
}

static void
fill_policy (KpBonusPolicy *policy)
{
  kp_bonus_policy_init (policy);
  for (gsize i = 0; i < G_N_ELEMENTS (items); i++)
    add_item (policy, items[i].code, items[i].group, KP_MARK (items[i].points, 0));
}

static gchar *
dup_counted (const KpBonusResult *result)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < result->awards->len; i++)
    {
      const KpBonusAward *award = &g_array_index (result->awards, KpBonusAward, i);

      if (award->counts)
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", award->item->code);
    }

  return g_string_free (text, FALSE);
}

static guint
fill_claims (KpBonusClaim      *claims,
             const char *const *codes,
             gboolean           is_reversed)
{
  guint n = 0;

  for (gint i = 0; i < N_CLAIMS; i++)
    {
      const char *code = codes[is_reversed ? N_CLAIMS - 1 - i : i];

      if (code == NULL)
        continue;
      claims[n++] = (KpBonusClaim) { .item = *code == '-' ? code + 1 : code, .is_approved = *code != '-' };
    }

  return n;
}

static void
check_claims (const BonusCase *c,
              gboolean         is_reversed)
{
  KpBonusPolicy             policy;
  KpBonusClaim              claims[N_CLAIMS];
  guint                     n_claims = fill_claims (claims, c->claims, is_reversed);
  g_autoptr (KpBonusResult) result = NULL;
  g_autofree gchar         *counted = NULL;

  fill_policy (&policy);
  policy.within = c->within;
  policy.across = c->across;
  policy.has_cap = c->cap > 0;
  policy.cap = KP_MARK (c->cap, 0);

  result = kp_bonus_decide (&policy, NULL, claims, n_claims, c->state);
  counted = dup_counted (result);
  g_assert_cmpint (result->points, ==, c->points);
  g_assert_cmpstr (counted, ==, c->counted);
  g_assert_nonnull (result->explanation);
  g_assert_false (result->is_open);
  g_assert_cmpint (kp_bonus_decide_points (&policy, NULL, claims, n_claims, c->state), ==, c->points);
  kp_bonus_policy_clear (&policy);
}

static void
test_case (gconstpointer data)
{
  check_claims (data, FALSE);
  check_claims (data, TRUE);
}

/* 陕西 2014–2016: within the group of veterans items add up to at most 20; of the groups only the best counts. */
typedef struct
{
  const char *name;
  const char *claims[N_CLAIMS];
  KpMark      points;
  const char *counted;
} GroupCase;

static const GroupCase shaanxi_cases[] = {
  { "one-merit", { "merit-1" }, KP_MARK (15, 0), "merit-1" },
  { "two-merits-below-cap", { "merit-2", "merit-3" }, KP_MARK (15, 0), "merit-2 merit-3" },
  { "two-merits-at-cap", { "merit-1", "merit-3" }, KP_MARK (20, 0), "merit-1 merit-3" },
  { "two-merits-above-cap", { "merit-1", "merit-2" }, KP_MARK (20, 0), "merit-1 merit-2" },
  { "groups-do-not-add", { "merit-3", "community", "certificate" }, KP_MARK (10, 0), "community" },
  { "best-group-after-its-cap", { "merit-1", "merit-2", "community" }, KP_MARK (20, 0), "merit-1 merit-2" },
};

static void
fill_shaanxi (KpBonusPolicy *policy)
{
  kp_bonus_policy_init (policy);
  add_item (policy, "community", NULL, KP_MARK (10, 0));
  add_item (policy, "certificate", NULL, KP_MARK (10, 0));
  add_item (policy, "merit-1", "veteran", KP_MARK (15, 0));
  add_item (policy, "merit-2", "veteran", KP_MARK (10, 0));
  add_item (policy, "merit-3", "veteran", KP_MARK (5, 0));
  add_group (policy, "veteran", SUM, 20);
  policy->weight = kp_fraction_new (2, 3);
}

static void
test_shaanxi (gconstpointer data)
{
  const GroupCase          *c = data;
  KpBonusPolicy             policy;
  KpBonusClaim              claims[N_CLAIMS];
  guint                     n_claims = fill_claims (claims, c->claims, FALSE);
  g_autoptr (KpBonusResult) result = NULL;
  g_autofree gchar         *counted = NULL;

  fill_shaanxi (&policy);
  result = kp_bonus_decide (&policy, NULL, claims, n_claims, ON);
  counted = dup_counted (result);
  g_assert_cmpint (result->points, ==, c->points);
  g_assert_cmpstr (counted, ==, c->counted);
  g_assert_cmpint (kp_bonus_decide_points (&policy, NULL, claims, n_claims, ON), ==, c->points);
  kp_bonus_policy_clear (&policy);
}

/* 思明 2022: the tier of service, merit and hardship are added; within the tiers only the best. */
static void
test_siming (void)
{
  KpBonusPolicy             policy;
  KpBonusClaim              claims[] = { { .item = "two-years", .is_approved = TRUE },
                                         { .item = "five-years", .is_approved = TRUE },
                                         { .item = "merit", .is_approved = TRUE },
                                         { .item = "hardship", .is_approved = TRUE } };
  g_autoptr (KpBonusResult) result = NULL;

  kp_bonus_policy_init (&policy);
  add_item (&policy, "two-years", "service", KP_MARK (2, 0));
  add_item (&policy, "five-years", "service", KP_MARK (4, 0));
  add_item (&policy, "merit", NULL, KP_MARK (3, 0));
  add_item (&policy, "hardship", NULL, KP_MARK (1, 0));
  policy.across = SUM;
  result = kp_bonus_decide (&policy, NULL, claims, G_N_ELEMENTS (claims), ON);
  g_assert_cmpint (result->points, ==, KP_MARK (8, 0));
  kp_bonus_policy_clear (&policy);
}

/* The rule of a listed group stands before that of the policy. */
static void
test_group_rules (void)
{
  KpBonusPolicy policy;
  KpBonusClaim  claims[] = { { .item = "assistant", .is_approved = TRUE },
                             { .item = "worker", .is_approved = TRUE },
                             { .item = "veteran", .is_approved = TRUE },
                             { .item = "merit", .is_approved = TRUE } };

  fill_policy (&policy);
  add_group (&policy, "service", SUM, 0);
  policy.across = SUM;
  g_assert_cmpint (kp_bonus_decide_points (&policy, NULL, claims, 4, ON), ==, KP_MARK (8, 0));
  policy.within = SUM;
  g_assert_cmpint (kp_bonus_decide_points (&policy, NULL, claims, 4, ON), ==, KP_MARK (10, 0));
  add_group (&policy, "certificate", BEST, 0);
  g_assert_cmpint (kp_bonus_decide_points (&policy, NULL, claims, 4, ON), ==, KP_MARK (8, 0));
  g_assert_nonnull (kp_bonus_policy_get_group (&policy, "service"));
  g_assert_null (kp_bonus_policy_get_group (&policy, "other"));
  g_assert_null (kp_bonus_policy_get_group (&policy, NULL));
  kp_bonus_policy_clear (&policy);
}

static void
test_explanation (void)
{
  KpBonusPolicy             policy;
  KpBonusClaim              claims[] = { { .item = "worker", .is_approved = TRUE },
                                         { .item = "senior", .is_approved = TRUE },
                                         { .item = "veteran", .is_approved = TRUE } };
  g_autoptr (KpBonusResult) result = NULL;

  fill_policy (&policy);
  policy.within = SUM;
  policy.across = SUM;
  policy.has_cap = TRUE;
  policy.cap = KP_MARK (5, 5000);
  result = kp_bonus_decide (&policy, NULL, claims, G_N_ELEMENTS (claims), ON);
  g_assert_cmpint (result->points, ==, KP_MARK (5, 5000));
  g_assert_cmpstr (result->explanation, ==,
                   "worker3分、senior5分、veteran2分；certificate类累计3分＋5分＝8分；各类累计8分＋2分＝10分；"
                   "以总上限为准计5.5分；加5.5分。");
  g_assert_cmpint (kp_bonus_result_get_award (result, "senior")->amount, ==, KP_MARK (5, 0));
  g_assert_null (kp_bonus_result_get_award (result, "merit"));
  kp_bonus_policy_clear (&policy);
}

static void
test_explanation_of_groups (void)
{
  KpBonusPolicy             policy;
  KpBonusClaim              claims[] = { { .item = "merit-1", .is_approved = TRUE },
                                         { .item = "merit-2", .is_approved = TRUE },
                                         { .item = "community", .is_approved = TRUE } };
  g_autoptr (KpBonusResult) result = NULL;

  fill_shaanxi (&policy);
  result = kp_bonus_decide (&policy, NULL, claims, G_N_ELEMENTS (claims), ON);
  g_assert_cmpstr (result->explanation, ==,
                   "community10分、merit-115分、merit-210分；veteran类累计15分＋10分＝25分，以上限为准计20分；"
                   "各类（10分、20分）只取最高一类20分；加20分，按2/3折算为13.3333…分。");
  kp_bonus_policy_clear (&policy);
}

/* What a notice means when it says nothing. */
static void
test_usual_policy (void)
{
  KpBonusPolicy policy;

  kp_bonus_policy_init (&policy);
  g_assert_cmpint (policy.within, ==, KP_BONUS_BEST);
  g_assert_cmpint (policy.across, ==, KP_BONUS_BEST);
  g_assert_cmpint (policy.target, ==, KP_BONUS_ON_WRITTEN);
  g_assert_cmpint (kp_fraction_compare (policy.weight, KP_FRACTION_ONE), ==, 0);
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
      KpBonusClaim              claims[] = { { .item = "senior", .is_approved = TRUE },
                                             { .item = "veteran", .is_approved = TRUE } };
      g_autoptr (KpBonusResult) result = NULL;

      fill_policy (&policy);
      policy.within = SUM;
      policy.across = SUM;
      policy.has_cap = TRUE;
      policy.cap = cap_rows[i].cap;
      result = kp_bonus_decide (&policy, NULL, claims, G_N_ELEMENTS (claims), ON);
      g_assert_cmpint (result->points, ==, cap_rows[i].points);
      kp_bonus_policy_clear (&policy);
    }
}

/* 逾期视为放弃: the last day still counts. */
static void
test_due (void)
{
  static const struct
  {
    KpDate on;
    KpMark points;
  } rows[] = {
    { { 2016, 10, 8 }, KP_MARK (5, 0) },  { { 2016, 10, 9 }, KP_MARK (5, 0) },
    { { 2016, 10, 10 }, KP_MARK (2, 0) }, { { 0, 0, 0 }, KP_MARK (5, 0) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      KpBonusPolicy             policy;
      KpBonusClaim              claims[] = { { .item = "senior", .is_approved = TRUE, .on = rows[i].on },
                                             { .item = "veteran", .is_approved = TRUE } };
      g_autoptr (KpBonusResult) result = NULL;

      fill_policy (&policy);
      ((KpBonusItem *) g_ptr_array_index (policy.items, 2))->due = kp_date_make (2016, 10, 9);
      result = kp_bonus_decide (&policy, NULL, claims, G_N_ELEMENTS (claims), ON);
      g_assert_cmpint (result->points, ==, rows[i].points);
      g_assert_cmpint (kp_bonus_result_get_award (result, "senior")->is_late, ==, rows[i].points == KP_MARK (2, 0));
      g_assert_true ((strstr (result->explanation, "2016年10月10日申报，晚于2016年10月9日") != NULL)
                     == (rows[i].points == KP_MARK (2, 0)));
      kp_bonus_policy_clear (&policy);
    }
}

/* 150 → 100: the points shrink with the paper; a sum above the full mark only where the notice lets it. */
static void
test_add (void)
{
  static const struct
  {
    KpFraction written;
    KpMark     points;
    gint64     num;
    gint64     den;
    gboolean   may_exceed;
    KpFraction sum;
    gboolean   is_rounded; /* to two decimals */
    KpRounding rounding;
  } rows[] = {
    { { 80, 1 }, KP_MARK (3, 0), 1, 1, TRUE, { 83, 1 }, FALSE, KP_ROUNDING_HALF_UP },
    { { 80, 1 }, KP_MARK (20, 0), 2, 3, TRUE, { 280, 3 }, FALSE, KP_ROUNDING_HALF_UP },
    { { 98, 1 }, KP_MARK (3, 0), 1, 1, TRUE, { 101, 1 }, FALSE, KP_ROUNDING_HALF_UP },
    { { 98, 1 }, KP_MARK (3, 0), 1, 1, FALSE, { 100, 1 }, FALSE, KP_ROUNDING_HALF_UP },
    { { 97, 1 }, KP_MARK (3, 0), 1, 1, FALSE, { 100, 1 }, FALSE, KP_ROUNDING_HALF_UP },
    { { 193, 2 }, KP_MARK (3, 0), 1, 1, FALSE, { 199, 2 }, FALSE, KP_ROUNDING_HALF_UP },
    { { 0, 0 }, KP_MARK (3, 0), 1, 1, FALSE, { 0, 0 }, FALSE, KP_ROUNDING_HALF_UP },
    /* (120.5 + 10) ÷ 1.5 */
    { { 241, 3 }, KP_MARK (10, 0), 2, 3, TRUE, { 87, 1 }, TRUE, KP_ROUNDING_HALF_UP },
    { { 8033, 100 }, KP_MARK (10, 0), 2, 3, TRUE, { 87, 1 }, TRUE, KP_ROUNDING_HALF_UP },
    { { 8033, 100 }, KP_MARK (10, 0), 2, 3, TRUE, { 8699, 100 }, TRUE, KP_ROUNDING_TRUNCATE },
    { { 80, 1 }, KP_MARK (20, 0), 2, 3, TRUE, { 9333, 100 }, TRUE, KP_ROUNDING_HALF_UP },
    { { 95, 1 }, KP_MARK (10, 0), 2, 3, FALSE, { 100, 1 }, TRUE, KP_ROUNDING_HALF_UP },
    { { 0, 0 }, KP_MARK (10, 0), 2, 3, TRUE, { 0, 0 }, TRUE, KP_ROUNDING_HALF_UP },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      KpBonusPolicy policy;
      KpFraction    sum;

      kp_bonus_policy_init (&policy);
      policy.weight = kp_fraction_new (rows[i].num, rows[i].den);
      policy.may_exceed_full = rows[i].may_exceed;
      if (rows[i].is_rounded)
        policy.decimals = 2;
      policy.rounding = rows[i].rounding;
      sum = kp_bonus_add (&policy, rows[i].written, rows[i].points, kp_fraction_new (100, 1));
      g_assert_cmpint (sum.num, ==, rows[i].sum.num);
      g_assert_cmpint (sum.den, ==, rows[i].sum.den);
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
  for (gsize i = 0; i < G_N_ELEMENTS (shaanxi_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/bonus/shaanxi/", shaanxi_cases[i].name, NULL);

      g_test_add_data_func (path, &shaanxi_cases[i], test_shaanxi);
    }
  g_test_add_func ("/rules/bonus/siming", test_siming);
  g_test_add_func ("/rules/bonus/group-rules", test_group_rules);
  g_test_add_func ("/rules/bonus/explanation", test_explanation);
  g_test_add_func ("/rules/bonus/explanation-of-groups", test_explanation_of_groups);
  g_test_add_func ("/rules/bonus/usual-policy", test_usual_policy);
  g_test_add_func ("/rules/bonus/cap-by-its-boundary", test_cap);
  g_test_add_func ("/rules/bonus/due", test_due);
  g_test_add_func ("/rules/bonus/add", test_add);
  g_test_add_func ("/rules/bonus/proposal", test_proposal);

  return g_test_run ();
}
