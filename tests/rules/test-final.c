/* test-final.c – who is within the places, who is called when somebody leaves, and why a place stays empty.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-substitution.h"

#include "kp-test.h"

#include <string.h>

#define MAX_PERSONS 12
#define MAX_DEPARTURES 6

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KpSubstitutionPolicy, kp_substitution_policy_clear)

#define PHYSICAL KP_STAGE_PHYSICAL
#define BACKGROUND KP_STAGE_BACKGROUND
#define FAILED KP_CAUSE_FAILED
#define WITHDREW KP_CAUSE_WITHDREW

/* One rule as the table writes it: of at most two stages and causes. */
typedef struct
{
  KpStage stages[2];
  guint n_stages;
  KpCause causes[2];
  guint n_causes;
  gboolean is_refused;
  guint max_times;
} RuleRow;

typedef struct
{
  const char *name;
  guint places;
  KpFraction ratio; /* unknown = 1:1 */
  guint max_rounds; /* 0 = two, G_MAXUINT = no limit, NONE = none */
  KpUntil until;    /* NEVER = until the publicity; NONE_AT_ALL is of max_rounds */
  RuleRow rules[3];
  guint n_rules;
  const char *ranking; /* a character a person: the place, 0 = without */
  KpFinalDeparture departures[MAX_DEPARTURES];
  guint n_departures;
  const char *list; /* I in, S substitute, - out, u undecided, n without a place, x left */
  guint n_hired;
  guint n_rounds;
  KpVacancy vacancy;
} Row;

#define NONE (G_MAXUINT - 1)

static const Row rows[] = {
  { .name = "one-to-one", .places = 2, .ranking = "12345", .list = "II---", .n_hired = 2 },
  { .name = "tie-across-is-undecided", .places = 2, .ranking = "1224", .list = "Iuu-", .n_hired = 1,
    .vacancy = KP_VACANCY_UNDECIDED },
  { .name = "tie-inside-goes", .places = 3, .ranking = "1224", .list = "III-", .n_hired = 3 },
  { .name = "tie-of-all", .places = 1, .ranking = "111", .list = "uuu", .vacancy = KP_VACANCY_UNDECIDED },
  { .name = "fewer-than-places", .places = 5, .ranking = "12", .list = "II", .n_hired = 2,
    .vacancy = KP_VACANCY_NOBODY_LEFT },
  { .name = "without-a-place-never", .places = 3, .ranking = "1200", .list = "IInn", .n_hired = 2,
    .vacancy = KP_VACANCY_NOBODY_LEFT },
  { .name = "1.1-rounds-half-up", .places = 5, .ratio = { 11, 10 }, .ranking = "1234567", .list = "IIIIII-",
    .n_hired = 5 },
  { .name = "1.1-rounds-down", .places = 4, .ratio = { 11, 10 }, .ranking = "1234567", .list = "IIII---",
    .n_hired = 4 },
  { .name = "no-places", .places = 0, .ranking = "12", .list = "--" },
  /* Seven go for six places; the tie at the sixth is inside the list, but across the last place. */
  { .name = "1.1-tie-across-the-last-place", .places = 6, .ratio = { 11, 10 }, .ranking = "1234566",
    .list = "IIIIIII", .n_hired = 5, .vacancy = KP_VACANCY_UNDECIDED },

  /* domain.md W9: K3 and K4 parted by the written mark, K5 below the interview line. */
  { .name = "w9-two-rounds", .places = 2, .ranking = "12430",
    .departures = { { 1, 1, { PHYSICAL, FAILED }, FALSE }, { 3, 2, { PHYSICAL, WITHDREW }, FALSE }, { 2, 3, { BACKGROUND, FAILED }, FALSE } },
    .n_departures = 3, .list = "Ixxxn", .n_hired = 1, .n_rounds = 2, .vacancy = KP_VACANCY_ROUNDS_USED },
  { .name = "w9-three-rounds", .places = 2, .max_rounds = 3, .ranking = "12430",
    .departures = { { 1, 1, { PHYSICAL, FAILED }, FALSE }, { 3, 2, { PHYSICAL, WITHDREW }, FALSE }, { 2, 3, { BACKGROUND, FAILED }, FALSE } },
    .n_departures = 3, .list = "Ixxxn", .n_hired = 1, .n_rounds = 2, .vacancy = KP_VACANCY_NOBODY_LEFT },
  { .name = "w9-after-two-departures", .places = 2, .ranking = "12430",
    .departures = { { 1, 1, { PHYSICAL, FAILED }, FALSE }, { 3, 2, { PHYSICAL, WITHDREW }, FALSE } },
    .n_departures = 2, .list = "IxSxn", .n_hired = 2, .n_rounds = 2 },

  { .name = "two-at-once-count-once", .places = 2, .max_rounds = 1, .ranking = "1234",
    .departures = { { 0, 1, { PHYSICAL, FAILED }, FALSE }, { 1, 1, { PHYSICAL, WITHDREW }, FALSE } },
    .n_departures = 2, .list = "xxSS", .n_hired = 2, .n_rounds = 1 },
  { .name = "skips-who-left", .places = 2, .ranking = "1234",
    .departures = { { 2, 1, { PHYSICAL, WITHDREW }, FALSE }, { 1, 1, { PHYSICAL, FAILED }, FALSE } },
    .n_departures = 2, .list = "IxxS", .n_hired = 2, .n_rounds = 1 },
  { .name = "who-wasnt-in-opens-nothing", .places = 2, .ranking = "1234",
    .departures = { { 2, 1, { PHYSICAL, WITHDREW }, FALSE } }, .n_departures = 1, .list = "IIx-", .n_hired = 2 },
  { .name = "nobody-leaves-twice", .places = 2, .ranking = "1234",
    .departures = { { 1, 1, { PHYSICAL, FAILED }, FALSE }, { 1, 2, { BACKGROUND, FAILED }, FALSE } },
    .n_departures = 2, .list = "IxS-", .n_hired = 2, .n_rounds = 1 },
  { .name = "tie-is-undecided", .places = 2, .ranking = "1233", .departures = { { 1, 1, { PHYSICAL, FAILED }, FALSE } },
    .n_departures = 1, .list = "Ixuu", .n_hired = 1, .vacancy = KP_VACANCY_UNDECIDED },
  { .name = "one-of-the-tied-leaves", .places = 2, .ranking = "1233",
    .departures = { { 1, 1, { PHYSICAL, FAILED }, FALSE }, { 3, 2, { PHYSICAL, WITHDREW }, FALSE } },
    .n_departures = 2, .list = "IxSx", .n_hired = 2, .n_rounds = 1 },
  /* Nobody behind the tied is called before them; with the leaver's place there may be one for each of them. */
  { .name = "first-list-undecided-waits", .places = 2, .ranking = "12225", .departures = { { 0, 1, { PHYSICAL, FAILED }, FALSE } },
    .n_departures = 1, .list = "xuuu-", .vacancy = KP_VACANCY_UNDECIDED },
  { .name = "first-list-tie-has-room-by-now", .places = 2, .ranking = "1224",
    .departures = { { 0, 1, { PHYSICAL, FAILED }, FALSE } }, .n_departures = 1, .list = "xSS-", .n_hired = 2, .n_rounds = 1 },
  { .name = "first-list-tie-has-room-in-two-rounds", .places = 3, .ranking = "12333",
    .departures = { { 0, 1, { PHYSICAL, FAILED }, FALSE }, { 1, 2, { PHYSICAL, FAILED }, FALSE } }, .n_departures = 2, .list = "xxSSS",
    .n_hired = 3, .n_rounds = 1 },
  /* The list is longer than the places: one of it may leave without anybody being called for him. */
  { .name = "longer-list-with-tie-at-its-end", .places = 2, .ratio = { 3, 2 }, .ranking = "12335",
    .departures = { { 0, 1, { PHYSICAL, FAILED }, FALSE } }, .n_departures = 1, .list = "xIuu-", .n_hired = 1,
    .vacancy = KP_VACANCY_UNDECIDED },
  { .name = "longer-list-refills-to-the-places", .places = 2, .ratio = { 3, 2 }, .ranking = "12345",
    .departures = { { 0, 1, { PHYSICAL, FAILED }, FALSE }, { 1, 2, { PHYSICAL, FAILED }, FALSE } }, .n_departures = 2, .list = "xxIS-",
    .n_hired = 2, .n_rounds = 1 },
  { .name = "first-list-parted-by-leaving", .places = 2, .ranking = "1224",
    .departures = { { 2, 1, { PHYSICAL, WITHDREW }, FALSE } }, .n_departures = 1, .list = "IIx-", .n_hired = 2 },
  /* Whoever fails for a cause that isn't answered leaves his place empty, though the first list was still open. */
  { .name = "first-list-open-and-not-answered", .places = 2, .max_rounds = NONE, .ranking = "1224",
    .departures = { { 0, 1, { PHYSICAL, FAILED }, FALSE }, { 2, 1, { PHYSICAL, WITHDREW }, FALSE } },
    .n_departures = 2, .list = "xIx-", .n_hired = 1, .vacancy = KP_VACANCY_NOT_ALLOWED },
  { .name = "nobody", .places = 2, .ranking = "12", .departures = { { 1, 1, { PHYSICAL, FAILED }, FALSE } },
    .n_departures = 1, .list = "Ix", .n_hired = 1, .vacancy = KP_VACANCY_NOBODY_LEFT },
  { .name = "none-allowed", .places = 2, .max_rounds = NONE, .ranking = "1234",
    .departures = { { 1, 1, { PHYSICAL, FAILED }, FALSE } }, .n_departures = 1, .list = "Ix--", .n_hired = 1,
    .vacancy = KP_VACANCY_NOT_ALLOWED },
  { .name = "no-limit", .places = 1, .max_rounds = G_MAXUINT, .ranking = "12345",
    .departures = { { 0, 1, { PHYSICAL, FAILED }, FALSE }, { 1, 2, { PHYSICAL, FAILED }, FALSE }, { 2, 3, { PHYSICAL, FAILED }, FALSE },
                    { 3, 4, { BACKGROUND, FAILED }, FALSE } },
    .n_departures = 4, .list = "xxxxS", .n_hired = 1, .n_rounds = 4 },

  /* Until: leaving at a stage before it is answered, at it or later isn't. */
  { .name = "until-publicity-background", .places = 1, .ranking = "12", .departures = { { 0, 1, { BACKGROUND, FAILED }, FALSE } },
    .n_departures = 1, .list = "xS", .n_hired = 1, .n_rounds = 1 },
  { .name = "until-publicity-publicity", .places = 1, .ranking = "12",
    .departures = { { 0, 1, { KP_STAGE_PUBLICITY, FAILED }, FALSE } }, .n_departures = 1, .list = "x-",
    .vacancy = KP_VACANCY_LATE },
  { .name = "until-hire-publicity", .places = 1, .until = KP_UNTIL_HIRE, .ranking = "12",
    .departures = { { 0, 1, { KP_STAGE_PUBLICITY, FAILED }, FALSE } }, .n_departures = 1, .list = "xS", .n_hired = 1,
    .n_rounds = 1 },
  { .name = "until-hire-hire", .places = 1, .until = KP_UNTIL_HIRE, .ranking = "12",
    .departures = { { 0, 1, { KP_STAGE_HIRE, WITHDREW }, FALSE } }, .n_departures = 1, .list = "x-",
    .vacancy = KP_VACANCY_LATE },
  { .name = "until-probation-training", .places = 1, .until = KP_UNTIL_PROBATION, .ranking = "12",
    .departures = { { 0, 1, { KP_STAGE_TRAINING, FAILED }, FALSE } }, .n_departures = 1, .list = "xS", .n_hired = 1,
    .n_rounds = 1 },
  /* 后备库: nobody is called for who left before the office does so; the place isn't given to anybody meanwhile. */
  { .name = "reserve-answers", .places = 1, .until = KP_UNTIL_RESERVE, .ranking = "12",
    .departures = { { 0, 1, { KP_STAGE_PROBATION, FAILED }, FALSE } }, .n_departures = 1, .list = "xS", .n_hired = 1,
    .n_rounds = 1 },
  { .name = "reserve-waits", .places = 1, .until = KP_UNTIL_RESERVE, .ranking = "12",
    .departures = { { 0, 1, { KP_STAGE_PROBATION, FAILED }, TRUE } }, .n_departures = 1, .list = "x-",
    .vacancy = KP_VACANCY_RESERVE },
  { .name = "reserve-waits-for-one-of-two", .places = 2, .until = KP_UNTIL_RESERVE, .ranking = "1234",
    .departures = { { 0, 1, { KP_STAGE_PROBATION, FAILED }, TRUE }, { 1, 2, { KP_STAGE_HIRE, WITHDREW }, FALSE } },
    .n_departures = 2, .list = "xxS-", .n_hired = 1, .n_rounds = 1, .vacancy = KP_VACANCY_RESERVE },
  { .name = "waits-where-nobody-may-come", .places = 1, .until = KP_UNTIL_HIRE, .ranking = "12",
    .departures = { { 0, 1, { KP_STAGE_HIRE, WITHDREW }, TRUE } }, .n_departures = 1, .list = "x-",
    .vacancy = KP_VACANCY_LATE },
  { .name = "until-background-physical", .places = 1, .until = KP_UNTIL_BACKGROUND, .ranking = "12",
    .departures = { { 0, 1, { PHYSICAL, FAILED }, FALSE } }, .n_departures = 1, .list = "xS", .n_hired = 1, .n_rounds = 1 },
  { .name = "until-background-background", .places = 1, .until = KP_UNTIL_BACKGROUND, .ranking = "12",
    .departures = { { 0, 1, { BACKGROUND, FAILED }, FALSE } }, .n_departures = 1, .list = "x-", .vacancy = KP_VACANCY_LATE },

  /* 湖南 2012: twice for the physical, once for background or renunciation. */
  { .name = "hunan-third-physical", .places = 1, .max_rounds = G_MAXUINT,
    .rules = { { { PHYSICAL }, 1, { FAILED }, 1, FALSE, 2 }, { { 0 }, 0, { 0 }, 0, FALSE, 1 } }, .n_rules = 2,
    .ranking = "12345",
    .departures = { { 0, 1, { PHYSICAL, FAILED }, FALSE }, { 1, 2, { PHYSICAL, FAILED }, FALSE }, { 2, 3, { PHYSICAL, FAILED }, FALSE } },
    .n_departures = 3, .list = "xxx--", .n_rounds = 2, .vacancy = KP_VACANCY_TIMES_USED },
  { .name = "hunan-physical-then-background", .places = 1, .max_rounds = G_MAXUINT,
    .rules = { { { PHYSICAL }, 1, { FAILED }, 1, FALSE, 2 }, { { 0 }, 0, { 0 }, 0, FALSE, 1 } }, .n_rules = 2,
    .ranking = "12345",
    .departures = { { 0, 1, { PHYSICAL, FAILED }, FALSE }, { 1, 2, { BACKGROUND, FAILED }, FALSE }, { 2, 3, { PHYSICAL, FAILED }, FALSE } },
    .n_departures = 3, .list = "xxxS-", .n_hired = 1, .n_rounds = 3 },
  { .name = "hunan-background-and-waived", .places = 1, .max_rounds = G_MAXUINT,
    .rules = { { { PHYSICAL }, 1, { FAILED }, 1, FALSE, 2 }, { { 0 }, 0, { 0 }, 0, FALSE, 1 } }, .n_rules = 2,
    .ranking = "12345",
    .departures = { { 0, 1, { BACKGROUND, FAILED }, FALSE }, { 1, 2, { PHYSICAL, WITHDREW }, FALSE } },
    .n_departures = 2, .list = "xx---", .n_rounds = 1, .vacancy = KP_VACANCY_TIMES_USED },

  /* 放弃可补而考察不合格不补 */
  { .name = "background-failed-isnt-answered", .places = 1,
    .rules = { { { BACKGROUND }, 1, { FAILED }, 1, TRUE, 0 } }, .n_rules = 1, .ranking = "12",
    .departures = { { 0, 1, { BACKGROUND, FAILED }, FALSE } }, .n_departures = 1, .list = "x-", .vacancy = KP_VACANCY_CAUSE },
  { .name = "background-waived-is-answered", .places = 1,
    .rules = { { { BACKGROUND }, 1, { FAILED }, 1, TRUE, 0 } }, .n_rules = 1, .ranking = "12",
    .departures = { { 0, 1, { BACKGROUND, WITHDREW }, FALSE } }, .n_departures = 1, .list = "xS", .n_hired = 1,
    .n_rounds = 1 },
  { .name = "one-answered-one-not", .places = 2,
    .rules = { { { BACKGROUND }, 1, { FAILED }, 1, TRUE, 0 } }, .n_rules = 1, .ranking = "1234",
    .departures = { { 0, 1, { BACKGROUND, FAILED }, FALSE }, { 1, 1, { BACKGROUND, WITHDREW }, FALSE } }, .n_departures = 2,
    .list = "xxS-", .n_hired = 1, .n_rounds = 1, .vacancy = KP_VACANCY_CAUSE },
  { .name = "the-first-rule-that-fits", .places = 1,
    .rules = { { { PHYSICAL, BACKGROUND }, 2, { WITHDREW }, 1, FALSE, 0 }, { { 0 }, 0, { 0 }, 0, TRUE, 0 } },
    .n_rules = 2, .ranking = "123",
    .departures = { { 0, 1, { PHYSICAL, WITHDREW }, FALSE }, { 1, 2, { PHYSICAL, FAILED }, FALSE } }, .n_departures = 2,
    .list = "xx-", .n_rounds = 1, .vacancy = KP_VACANCY_CAUSE },
  /* With a longer list the first failure is absorbed and opens nothing. */
  { .name = "reserve-absorbs-a-failure", .places = 6, .ratio = { 11, 10 }, .ranking = "12345678",
    .departures = { { 0, 1, { PHYSICAL, FAILED }, FALSE } }, .n_departures = 1, .list = "xIIIIII-", .n_hired = 6 },
  { .name = "reserve-then-called", .places = 6, .ratio = { 11, 10 }, .ranking = "12345678",
    .departures = { { 0, 1, { PHYSICAL, FAILED }, FALSE }, { 1, 2, { PHYSICAL, FAILED }, FALSE } }, .n_departures = 2,
    .list = "xxIIIIIS", .n_hired = 6, .n_rounds = 1 },
};

static void
add_rule (KpSubstitutionPolicy *policy,
          const RuleRow *row)
{
  KpSubstitutionRule *rule = kp_substitution_rule_new ();

  for (guint i = 0; i < row->n_stages; i++)
    rule->stages[rule->n_stages++] = row->stages[i];
  for (guint i = 0; i < row->n_causes; i++)
    rule->causes[rule->n_causes++] = row->causes[i];
  rule->is_allowed = !row->is_refused;
  rule->max_times = row->max_times;
  g_ptr_array_add (policy->rules, rule);
}

static char *
dup_list (const KpFinal *final)
{
  static const char letters[KP_N_FINAL_VERDICTS] = { '-', 'I', 'S', 'u', 'n', 'x' };
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < final->n_persons; i++)
    g_string_append_c (list, letters[final->persons[i].verdict]);
  return g_string_free (list, FALSE);
}

static guint
count_hired (const KpFinal *final)
{
  guint n = 0;

  for (guint i = 0; i < final->n_persons; i++)
    n += final->persons[i].is_hired ? 1 : 0;
  return n;
}

static KpPhysicalPolicy
make_list (KpFraction ratio,
           guint max_rounds)
{
  KpPhysicalPolicy list;

  kp_physical_policy_init (&list);
  if (kp_fraction_is_known (ratio))
    list.ratio = ratio;
  if (max_rounds > 0)
    list.max_rounds = max_rounds == NONE ? 0 : max_rounds;
  return list;
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_auto (KpSubstitutionPolicy) policy = { 0 };
  const KpStageOrder order = kp_stage_order_make_usual ();
  const KpPhysicalPolicy list = make_list (row->ratio, row->max_rounds);
  KpFinalPerson persons[MAX_PERSONS] = { 0 };
  const guint n = (guint) strlen (row->ranking);
  g_autoptr (KpFinal) final = NULL;
  g_autofree char *found = NULL;

  kp_substitution_policy_init (&policy);
  if (row->until != KP_UNTIL_NEVER)
    policy.final = row->until;
  for (guint i = 0; i < row->n_rules; i++)
    add_rule (&policy, &row->rules[i]);
  for (guint i = 0; i < n; i++)
    persons[i].place.place = (guint) (row->ranking[i] - '0');
  final = kp_final_decide (&policy, &list, &order, &row->places, NULL, 1, persons, n, row->departures, row->n_departures, NULL, NULL);
  found = dup_list (final);
  g_assert_cmpstr (found, ==, row->list);
  g_assert_cmpuint (count_hired (final), ==, row->n_hired);
  g_assert_cmpuint (final->posts[0].n_empty, ==, row->places - row->n_hired);
  g_assert_cmpuint (final->posts[0].n_rounds, ==, row->n_rounds);
  g_assert_cmpstr (kp_vacancy_get_name (final->posts[0].vacancy), ==, kp_vacancy_get_name (row->vacancy));
  g_assert_cmpint (*final->posts[0].why != '\0', ==, row->vacancy != KP_VACANCY_NONE);
}

/* In which round somebody was called, and left; and the words on the list. */
static void
test_rounds_and_words (void)
{
  static const KpFinalDeparture departures[] = { { 1, 1, { PHYSICAL, FAILED }, FALSE },
                                                 { 3, 2, { PHYSICAL, WITHDREW }, FALSE },
                                                 { 2, 3, { BACKGROUND, FAILED }, FALSE } };
  static const guint ranking[] = { 1, 2, 4, 3, 0 };
  g_auto (KpSubstitutionPolicy) policy = { 0 };
  const KpStageOrder order = kp_stage_order_make_usual ();
  const KpPhysicalPolicy list = make_list (KP_FRACTION_UNKNOWN, 0);
  const guint places = 2;
  KpFinalPerson persons[5] = { 0 };
  g_autoptr (KpFinal) final = NULL;
  g_autoptr (KpFinal) before = NULL;

  kp_substitution_policy_init (&policy);
  for (guint i = 0; i < 5; i++)
    persons[i].place.place = ranking[i];
  before = kp_final_decide (&policy, &list, &order, &places, NULL, 1, persons, 5, departures, 2, NULL, NULL);
  g_assert_cmpuint (before->persons[2].round, ==, 2);
  g_assert_cmpuint (before->persons[3].round, ==, 2);
  g_assert_true (before->persons[3].was_in);
  g_assert_cmpuint (before->posts[0].wanted, ==, 2);
  g_assert_cmpuint (before->posts[0].n_called, ==, 2);
  g_assert_cmpstr (before->posts[0].why, ==, "");

  final = kp_final_decide (&policy, &list, &order, &places, NULL, 1, persons, 5, departures, 3, NULL, NULL);
  g_assert_cmpstr (final->posts[0].why, ==, "第3轮：递补次数已用完（共2次）。");
}

/* The background comes first here: until the physical, only it is answered. */
static void
test_other_order (void)
{
  static const KpFinalDeparture departures[] = { { 0, 1, { BACKGROUND, FAILED }, FALSE }, { 1, 2, { PHYSICAL, FAILED }, FALSE } };
  const KpStageOrder order = { 3, { KP_STAGE_TOTALS, KP_STAGE_BACKGROUND, KP_STAGE_PHYSICAL } };
  const KpPhysicalPolicy list = make_list (KP_FRACTION_UNKNOWN, 0);
  g_auto (KpSubstitutionPolicy) policy = { 0 };
  const guint places = 1;
  KpFinalPerson persons[3] = { { .place = { .place = 1 } }, { .place = { .place = 2 } }, { .place = { .place = 3 } } };
  g_autoptr (KpFinal) final = NULL;
  g_autofree char *found = NULL;

  kp_substitution_policy_init (&policy);
  policy.final = KP_UNTIL_PHYSICAL;
  final = kp_final_decide (&policy, &list, &order, &places, NULL, 1, persons, 3, departures, 2, NULL, NULL);
  found = dup_list (final);
  g_assert_cmpstr (found, ==, "xx-");
  g_assert_cmpint (final->posts[0].vacancy, ==, KP_VACANCY_LATE);
}

/* Three posts of one place each; a person is its post, its place, and its total. */
typedef struct
{
  const char *name;
  KpSubstitutesFrom from;
  KpFinalPerson persons[8];
  guint n_persons;
  KpFinalDeparture departures[2];
  guint n_departures;
  const char *list;
  int for_post[8]; /* -1 = isn't in */
  guint n_empty;
} CampaignRow;

#define P(own, rank, points) { own, { .place = rank }, KP_MARK (points, 0) }

static const CampaignRow campaign_rows[] = {
  { "post-keeps-to-itself", KP_SUBSTITUTES_FROM_POST,
    { P (0, 1, 80), P (1, 1, 85), P (1, 2, 79), P (2, 1, 90), P (2, 2, 78) }, 5,
    { { 0, 1, { PHYSICAL, FAILED }, FALSE } }, 1, "xI-I-", { -1, 1, -1, 2, -1 }, 1 },
  { "best-of-the-others", KP_SUBSTITUTES_FROM_CAMPAIGN,
    { P (0, 1, 80), P (1, 1, 85), P (1, 2, 79), P (2, 1, 90), P (2, 2, 78) }, 5,
    { { 0, 1, { PHYSICAL, FAILED }, FALSE } }, 1, "xISI-", { -1, 1, 0, 2, -1 }, 0 },
  { "own-ranking-first", KP_SUBSTITUTES_FROM_CAMPAIGN,
    { P (0, 1, 80), P (0, 2, 70), P (1, 1, 85), P (1, 2, 79), P (2, 1, 90) }, 5,
    { { 0, 1, { PHYSICAL, FAILED }, FALSE } }, 1, "xSI-I", { -1, 0, 1, -1, 2 }, 0 },
  { "tie-of-two-posts-stops", KP_SUBSTITUTES_FROM_CAMPAIGN,
    { P (0, 1, 80), P (1, 1, 85), P (1, 2, 79), P (2, 1, 90), P (2, 2, 79) }, 5,
    { { 0, 1, { PHYSICAL, FAILED }, FALSE } }, 1, "xI-I-", { -1, 1, -1, 2, -1 }, 1 },
  { "tie-parted-in-its-post", KP_SUBSTITUTES_FROM_CAMPAIGN,
    { P (0, 1, 80), P (1, 1, 85), P (1, 2, 79), P (1, 3, 79), P (2, 1, 90) }, 5,
    { { 0, 1, { PHYSICAL, FAILED }, FALSE } }, 1, "xIS-I", { -1, 1, 0, -1, 2 }, 0 },
  /* The own next has 70, another post's has 79; then 79 against 78. */
  { "all-posts-at-once", KP_SUBSTITUTES_FROM_ALL,
    { P (0, 1, 80), P (0, 2, 70), P (1, 1, 85), P (1, 2, 79), P (2, 1, 90) }, 5,
    { { 0, 1, { PHYSICAL, FAILED }, FALSE } }, 1, "x-ISI", { -1, -1, 1, 0, 2 }, 0 },
  { "the-own-is-best-of-all", KP_SUBSTITUTES_FROM_ALL,
    { P (0, 1, 80), P (0, 2, 79), P (1, 1, 85), P (1, 2, 78), P (2, 1, 90) }, 5,
    { { 0, 1, { PHYSICAL, FAILED }, FALSE } }, 1, "xSI-I", { -1, 0, 1, -1, 2 }, 0 },
  { "own-and-other-equal", KP_SUBSTITUTES_FROM_ALL,
    { P (0, 1, 80), P (0, 2, 79), P (1, 1, 85), P (1, 2, 79), P (2, 1, 90) }, 5,
    { { 0, 1, { PHYSICAL, FAILED }, FALSE } }, 1, "x-I-I", { -1, -1, 1, -1, 2 }, 1 },
  { "all-of-two-places", KP_SUBSTITUTES_FROM_ALL,
    { P (0, 1, 80), P (0, 2, 70), P (1, 1, 85), P (1, 2, 79), P (1, 3, 60), P (2, 1, 90) }, 6,
    { { 0, 1, { PHYSICAL, FAILED }, FALSE }, { 2, 1, { PHYSICAL, FAILED }, FALSE } }, 2, "xSxS-I", { -1, 1, -1, 0, -1, 2 }, 0 },
  /* Nobody stood for the first post at all. */
  { "a-post-without-anybody", KP_SUBSTITUTES_FROM_CAMPAIGN,
    { P (1, 1, 85), P (1, 2, 79), P (2, 1, 90), P (2, 2, 78) }, 4, { { 0, 0, { PHYSICAL, FAILED }, FALSE } }, 0, "ISI-",
    { 1, 0, 2, -1 }, 0 },
  { "waiting-for-a-tie-stops", KP_SUBSTITUTES_FROM_CAMPAIGN,
    { P (0, 1, 80), P (1, 1, 85), P (1, 1, 85), P (2, 1, 90), P (2, 2, 78) }, 5,
    { { 0, 1, { PHYSICAL, FAILED }, FALSE } }, 1, "xuuI-", { -1, -1, -1, 2, -1 }, 2 },
};

static void
test_campaign (gconstpointer data)
{
  const CampaignRow *row = data;
  g_auto (KpSubstitutionPolicy) policy = { 0 };
  const KpStageOrder order = kp_stage_order_make_usual ();
  const KpPhysicalPolicy list = make_list (KP_FRACTION_UNKNOWN, 0);
  static const guint places[] = { 1, 1, 1 };
  g_autoptr (KpFinal) final = NULL;
  g_autofree char *found = NULL;
  guint n_empty = 0;

  kp_substitution_policy_init (&policy);
  policy.from = row->from;
  final = kp_final_decide (&policy, &list, &order, places, NULL, 3, row->persons, row->n_persons, row->departures,
                           row->n_departures, NULL, NULL);
  found = dup_list (final);
  g_assert_cmpstr (found, ==, row->list);
  for (guint i = 0; i < row->n_persons; i++)
    {
      g_assert_cmpint (final->persons[i].is_hired, ==, row->for_post[i] >= 0);
      if (row->for_post[i] >= 0)
        g_assert_cmpint (final->persons[i].post, ==, row->for_post[i]);
    }
  for (guint i = 0; i < 3; i++)
    n_empty += final->posts[i].n_empty;
  g_assert_cmpuint (n_empty, ==, row->n_empty);
}

/* Lists of twice the places: who is behind the places of the own post is called for another before anybody who stands on no
 * list; a tie across the places leaves it open who that is. */
static void
test_campaign_of_longer_lists (void)
{
  static const struct
  {
    guint rank;
    guint n_departures;
    const char *list;
    guint n_empty;
  } longer_rows[] = { { 2, 1, "xIS-I", 0 }, { 2, 2, "xxSSI", 0 }, { 1, 1, "xII-I", 2 } };
  static const guint places[] = { 1, 1, 1 };
  static const KpFinalDeparture departures[] = { { 0, 1, { PHYSICAL, FAILED }, FALSE }, { 1, 2, { PHYSICAL, FAILED }, FALSE } };
  const KpStageOrder order = kp_stage_order_make_usual ();
  const KpPhysicalPolicy list = make_list (kp_fraction_new (2, 1), 0);

  for (gsize i = 0; i < G_N_ELEMENTS (longer_rows); i++)
    {
      const KpFinalPerson persons[]
          = { P (0, 1, 80), P (1, 1, 85), P (1, longer_rows[i].rank, 84), P (1, 3, 83), P (2, 1, 70) };
      g_auto (KpSubstitutionPolicy) policy = { 0 };
      g_autoptr (KpFinal) final = NULL;
      g_autofree char *found = NULL;
      guint n_empty = 0;

      kp_substitution_policy_init (&policy);
      policy.from = KP_SUBSTITUTES_FROM_CAMPAIGN;
      final = kp_final_decide (&policy, &list, &order, places, NULL, 3, persons, G_N_ELEMENTS (persons), departures,
                               longer_rows[i].n_departures, NULL, NULL);
      found = dup_list (final);
      g_assert_cmpstr (found, ==, longer_rows[i].list);
      g_assert_cmpuint (final->persons[2].post, ==, longer_rows[i].rank == 2 ? 0 : 1);
      for (guint j = 0; j < 3; j++)
        n_empty += final->posts[j].n_empty;
      g_assert_cmpuint (n_empty, ==, longer_rows[i].n_empty);
    }
}

/* A post that waits calls nobody, whoever leaves it, and the others as always. */
static void
test_pending (void)
{
  static const guint places[] = { 1, 1 };
  static const gboolean is_pending[] = { TRUE, FALSE };
  const KpFinalPerson persons[] = { P (0, 1, 80), P (0, 2, 79), P (0, 0, 0), P (1, 1, 85), P (1, 2, 84) };
  const KpFinalDeparture departures[] = { { 0, 1, { PHYSICAL, FAILED }, FALSE }, { 3, 1, { PHYSICAL, FAILED }, FALSE } };
  const KpStageOrder order = kp_stage_order_make_usual ();
  const KpPhysicalPolicy list = make_list (KP_FRACTION_UNKNOWN, 0);
  g_auto (KpSubstitutionPolicy) policy = { 0 };
  g_autoptr (KpFinal) final = NULL;
  g_autofree char *found = NULL;

  kp_substitution_policy_init (&policy);
  final = kp_final_decide (&policy, &list, &order, places, is_pending, 2, persons, 5, departures, 2, NULL, NULL);
  found = dup_list (final);
  g_assert_cmpstr (found, ==, "xunxS");
  g_assert_cmpint (final->posts[0].vacancy, ==, KP_VACANCY_PENDING);
  g_assert_cmpuint (final->posts[0].n_empty, ==, 1);
}

static void
test_names (void)
{
  KpCause cause;
  KpUntil until;

  for (guint i = 0; i < KP_N_FINAL_VERDICTS; i++)
    {
      g_assert_nonnull (kp_final_verdict_get_name ((KpFinalVerdict) i));
      g_assert_nonnull (kp_final_verdict_get_chinese ((KpFinalVerdict) i));
    }
  for (guint i = 0; i < KP_N_CAUSES; i++)
    {
      g_assert_true (kp_cause_parse (kp_cause_get_name ((KpCause) i), &cause));
      g_assert_cmpint (cause, ==, i);
      g_assert_nonnull (kp_cause_get_chinese ((KpCause) i));
    }
  for (guint i = 0; i < KP_N_UNTILS; i++)
    {
      g_assert_true (kp_until_parse (kp_until_get_name ((KpUntil) i), &until));
      g_assert_cmpint (until, ==, i);
      g_assert_nonnull (kp_until_get_chinese ((KpUntil) i));
    }
  g_assert_false (kp_cause_parse ("ill", &cause));
  g_assert_false (kp_until_parse (NULL, &until));
  g_assert_null (kp_leaving_get_stage_chinese (KP_STAGE_WRITTEN));
  g_assert_cmpstr (kp_leaving_get_stage_chinese (KP_STAGE_TRAINING), ==, "岗前培训");
}

/* The shortlist's moments, asked of the stages at which somebody leaves it. */
static void
test_shortlist_until (void)
{
  const KpStageOrder order = kp_stage_order_make_usual ();

  g_assert_false (kp_until_allows (KP_UNTIL_NEVER, &order, KP_STAGE_RECHECK));
  g_assert_false (kp_until_allows (KP_UNTIL_LIST, &order, KP_STAGE_RECHECK));
  g_assert_true (kp_until_allows (KP_UNTIL_INTERVIEW_TICKETS, &order, KP_STAGE_RECHECK));
  g_assert_false (kp_until_allows (KP_UNTIL_INTERVIEW_TICKETS, &order, KP_STAGE_INTERVIEW));
  g_assert_true (kp_until_allows (KP_UNTIL_INTERVIEW, &order, KP_STAGE_RECHECK));
  g_assert_false (kp_until_allows (KP_UNTIL_INTERVIEW, &order, KP_STAGE_INTERVIEW));
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
  ADD_ROWS ("/rules/final/", rows, test_row)
  ADD_ROWS ("/rules/final/campaign/", campaign_rows, test_campaign)
  g_test_add_func ("/rules/final/rounds-and-words", test_rounds_and_words);
  g_test_add_func ("/rules/final/background-first", test_other_order);
  g_test_add_func ("/rules/final/shortlist-until", test_shortlist_until);
  g_test_add_func ("/rules/final/names", test_names);
  g_test_add_func ("/rules/final/campaign-of-longer-lists", test_campaign_of_longer_lists);
  g_test_add_func ("/rules/final/pending", test_pending);
  return g_test_run ();
}
