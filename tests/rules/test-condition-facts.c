/* test-condition-facts.c – conditions that ask of a fact by its id, of the post, or of some parts of several.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-condition.h"

#define MET KP_VERDICT_MET
#define UNMET KP_VERDICT_UNMET
#define PAPER KP_VERDICT_NEEDS_PAPER
#define HAND KP_VERDICT_BY_HAND

/* What the person of a case states; an empty text isn't stated. */
typedef struct
{
  KpTruth     spouse;      /* YES_NO, empty claims nothing */
  const char *title;       /* WORD, empty claims nothing */
  const char *home;        /* PLACE, empty claims nothing */
  KpDate      home_since;
  KpDate      punished_on; /* DATE, empty claims nothing */
  KpDate      left_on;     /* DATE, empty is unknown */
  gint        months;      /* NUMBER, empty is unknown; 0 = empty */
  KpTruth     barred;      /* YES_NO, empty is unknown */
} Stated;

typedef struct
{
  const char      *name;
  KpConditionKind  kind;
  const char      *fact;
  const char      *until;
  const char      *words;
  KpDate           from;
  KpDate           to;
  guint            n_months;
  gint             value;
  Stated           stated;
  KpCandidateFacts facts;
  KpVerdict        expected;
} LeafCase;

#define CUTOFF .to = { 2026, 3, 2 }
#define POST .facts = { .post = "A01", .street = "01", .street_name = "城关街道" }

static const LeafCase leaf_cases[] = {
  { "is/yes", KP_CONDITION_IS, "spouse", .stated = { .spouse = KP_TRUTH_YES }, .expected = MET },
  { "is/no", KP_CONDITION_IS, "spouse", .stated = { .spouse = KP_TRUTH_NO }, .expected = UNMET },
  { "is/empty-claims-nothing", KP_CONDITION_IS, "spouse", .expected = UNMET },
  { "is/empty-is-unknown", KP_CONDITION_IS, "barred", .expected = PAPER },
  { "is/no-such-fact", KP_CONDITION_IS, "height", .expected = PAPER },
  { "is/built-in", KP_CONDITION_IS, "veteran", .facts = { .is_veteran = KP_TRUTH_YES }, .expected = MET },
  { "word-in/listed", KP_CONDITION_WORD_IN, "title", .words = "工程师 高级工程师", .stated = { .title = "工程师" },
    .expected = MET },
  { "word-in/another", KP_CONDITION_WORD_IN, "title", .words = "工程师", .stated = { .title = "助理工程师" },
    .expected = UNMET },
  { "word-in/claims-none", KP_CONDITION_WORD_IN, "title", .words = "工程师", .expected = UNMET },
  { "word-in/part-of-a-word", KP_CONDITION_WORD_IN, "title", .words = "工程师", .stated = { .title = "高级工程师" },
    .expected = UNMET },
  { "word-in/built-in", KP_CONDITION_WORD_IN, "ethnic", .words = "汉族 回族", .facts = { .ethnic = "回族" },
    .expected = MET },
  { "word-in/major-needs-a-person", KP_CONDITION_WORD_IN, "major", .words = "社会工作", .facts = { .major = "法学" },
    .expected = HAND },
  { "word-in/education-of-the-table", KP_CONDITION_WORD_IN, "education", .words = "大专", .facts = { .education = "本科" },
    .expected = UNMET },
  { "word-in/education-of-no-table", KP_CONDITION_WORD_IN, "education", .words = "大专", .facts = { .education = "进修" },
    .expected = HAND },
  { "word-in/certificate-of-no-table", KP_CONDITION_WORD_IN, "certificate", .words = "社会工作师",
    .facts = { .certificate = "心理咨询师" }, .expected = HAND },
  { "word-in/of-a-day", KP_CONDITION_WORD_IN, "punished_on", .words = "x", .stated = { .punished_on = { 2020, 1, 1 } },
    .expected = HAND },
  { "place-in/begins", KP_CONDITION_PLACE_IN, "home", .words = "云岭县 某省云岭县", .stated = { .home = "某省云岭县城关" },
    .expected = MET },
  { "place-in/elsewhere-needs-a-person", KP_CONDITION_PLACE_IN, "home", .words = "云岭县", .stated = { .home = "城关街道" },
    .expected = HAND },
  { "place-in/claims-none", KP_CONDITION_PLACE_IN, "home", .words = "云岭县", .expected = UNMET },
  { "place-in/in-time", KP_CONDITION_PLACE_IN, "home", CUTOFF, .words = "云岭县",
    .stated = { .home = "云岭县", .home_since = { 2026, 3, 2 } }, .expected = MET },
  { "place-in/day-late", KP_CONDITION_PLACE_IN, "home", CUTOFF, .words = "云岭县",
    .stated = { .home = "云岭县", .home_since = { 2026, 3, 3 } }, .expected = UNMET },
  { "place-in/day-unknown", KP_CONDITION_PLACE_IN, "home", CUTOFF, .words = "云岭县", .stated = { .home = "云岭县" },
    .expected = PAPER },
  { "place-in/built-in", KP_CONDITION_PLACE_IN, "residence", CUTOFF, .words = "云岭县",
    .facts = { .residence = "云岭县", .residence_since = { 2020, 1, 1 } }, .expected = MET },
  { "dated/first-day", KP_CONDITION_DATED, "punished_on", .from = { 2018, 3, 31 },
    .stated = { .punished_on = { 2018, 3, 31 } }, .expected = MET },
  { "dated/day-before", KP_CONDITION_DATED, "punished_on", .from = { 2018, 3, 31 },
    .stated = { .punished_on = { 2018, 3, 30 } }, .expected = UNMET },
  { "dated/last-day", KP_CONDITION_DATED, "punished_on", CUTOFF, .stated = { .punished_on = { 2026, 3, 2 } },
    .expected = MET },
  { "dated/day-after", KP_CONDITION_DATED, "punished_on", CUTOFF, .stated = { .punished_on = { 2026, 3, 3 } },
    .expected = UNMET },
  { "dated/none-claimed", KP_CONDITION_DATED, "punished_on", CUTOFF, .expected = UNMET },
  { "dated/unknown", KP_CONDITION_DATED, "left_on", CUTOFF, .expected = PAPER },
  { "dated/any-day", KP_CONDITION_DATED, "punished_on", .stated = { .punished_on = { 1999, 1, 1 } }, .expected = MET },
  { "dated/no-day", KP_CONDITION_DATED, "punished_on", .expected = UNMET },
  { "dated/of-a-place", KP_CONDITION_DATED, "home", CUTOFF, .stated = { .home = "x", .home_since = { 2026, 3, 2 } },
    .expected = MET },
  { "dated/of-a-place-without-day", KP_CONDITION_DATED, "home", CUTOFF, .stated = { .home = "x" }, .expected = PAPER },
  { "months-since/full", KP_CONDITION_MONTHS_SINCE, "punished_on", CUTOFF, .n_months = 36,
    .stated = { .punished_on = { 2023, 3, 2 } }, .expected = MET },
  { "months-since/day-short", KP_CONDITION_MONTHS_SINCE, "punished_on", CUTOFF, .n_months = 36,
    .stated = { .punished_on = { 2023, 3, 3 } }, .expected = UNMET },
  { "months-since/none-claimed", KP_CONDITION_MONTHS_SINCE, "punished_on", CUTOFF, .n_months = 1, .expected = UNMET },
  { "months-since/unknown", KP_CONDITION_MONTHS_SINCE, "left_on", CUTOFF, .n_months = 1, .expected = PAPER },
  { "months-since/of-a-place", KP_CONDITION_MONTHS_SINCE, "home", CUTOFF, .n_months = 12,
    .stated = { .home = "云岭县", .home_since = { 2025, 3, 2 } }, .expected = MET },
  { "months-since/until-a-fact", KP_CONDITION_MONTHS_SINCE, "birth", "left_on", .n_months = 216,
    .stated = { .left_on = { 2008, 5, 1 } }, .facts = { .birth = { 1990, 5, 1 } }, .expected = MET },
  { "months-since/until-a-day-short", KP_CONDITION_MONTHS_SINCE, "birth", "left_on", .n_months = 216,
    .stated = { .left_on = { 2008, 4, 30 } }, .facts = { .birth = { 1990, 5, 1 } }, .expected = UNMET },
  { "months-since/until-unknown", KP_CONDITION_MONTHS_SINCE, "birth", "left_on", .n_months = 216,
    .facts = { .birth = { 1990, 5, 1 } }, .expected = PAPER },
  { "months-since/until-nothing-claimed", KP_CONDITION_MONTHS_SINCE, "birth", "punished_on", .n_months = 1,
    .facts = { .birth = { 1990, 5, 1 } }, .expected = UNMET },
  { "months-since/still-going-on", KP_CONDITION_MONTHS_SINCE, "birth", "punished_on", CUTOFF, .n_months = 430,
    .facts = { .birth = { 1990, 5, 2 } }, .expected = MET },
  { "months-since/until-the-earlier", KP_CONDITION_MONTHS_SINCE, "birth", "punished_on", CUTOFF, .n_months = 430,
    .stated = { .punished_on = { 2026, 3, 1 } }, .facts = { .birth = { 1990, 5, 2 } }, .expected = UNMET },
  { "months-since/until-not-after", KP_CONDITION_MONTHS_SINCE, "birth", "punished_on", CUTOFF, .n_months = 431,
    .stated = { .punished_on = { 2026, 12, 31 } }, .facts = { .birth = { 1990, 5, 2 } }, .expected = UNMET },
  { "months-since/no-end", KP_CONDITION_MONTHS_SINCE, "birth", .n_months = 1, .facts = { .birth = { 1990, 5, 2 } },
    .expected = PAPER },
  { "at-least/equal", KP_CONDITION_AT_LEAST, "months", .value = 24, .stated = { .months = 24 }, .expected = MET },
  { "at-least/less", KP_CONDITION_AT_LEAST, "months", .value = 24, .stated = { .months = 23 }, .expected = UNMET },
  { "at-least/unknown", KP_CONDITION_AT_LEAST, "months", .value = 24, .expected = PAPER },
  { "at-most/equal", KP_CONDITION_AT_MOST, "months", .value = 24, .stated = { .months = 24 }, .expected = MET },
  { "at-most/more", KP_CONDITION_AT_MOST, "months", .value = 24, .stated = { .months = 25 }, .expected = UNMET },
  { "post-in/listed", KP_CONDITION_POST_IN, .words = "A01 A02", POST, .expected = MET },
  { "post-in/another", KP_CONDITION_POST_IN, .words = "B01", POST, .expected = UNMET },
  { "post-in/unknown", KP_CONDITION_POST_IN, .words = "A01", .expected = PAPER },
  { "post-street-in/listed", KP_CONDITION_POST_STREET_IN, .words = "01", POST, .expected = MET },
  { "post-street-in/another", KP_CONDITION_POST_STREET_IN, .words = "02", POST, .expected = UNMET },
  { "post-street-in/of-no-street", KP_CONDITION_POST_STREET_IN, .words = "01", .facts = { .post = "Z01" },
    .expected = UNMET },
  { "post-street-in/unknown", KP_CONDITION_POST_STREET_IN, .words = "01", .expected = PAPER },
  { "same-as-post/street-name", KP_CONDITION_SAME_AS_POST, "title", .stated = { .title = "城关街道" }, POST,
    .expected = MET },
  { "same-as-post/street-code", KP_CONDITION_SAME_AS_POST, "title", .stated = { .title = "01" }, POST, .expected = MET },
  { "same-as-post/post-code", KP_CONDITION_SAME_AS_POST, "title", .stated = { .title = "A01" }, POST, .expected = MET },
  { "same-as-post/another", KP_CONDITION_SAME_AS_POST, "title", .stated = { .title = "南关街道" }, POST,
    .expected = UNMET },
  { "same-as-post/claims-none", KP_CONDITION_SAME_AS_POST, "title", POST, .expected = UNMET },
  { "same-as-post/post-unknown", KP_CONDITION_SAME_AS_POST, "title", .stated = { .title = "01" }, .expected = PAPER },
};

static void
add_def (GPtrArray  *defs,
         const char *id,
         const char *label,
         KpFactKind  kind,
         gboolean    empty_is_unknown)
{
  KpFactDef *def = kp_fact_def_new ();

  def->id = g_strdup (id);
  def->label = g_strdup (label);
  def->kind = kind;
  def->empty_is_unknown = empty_is_unknown;
  g_ptr_array_add (defs, def);
}

static GPtrArray *
make_defs (void)
{
  GPtrArray *defs = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_fact_def_free);

  add_def (defs, "spouse", "军人配偶", KP_FACT_YES_NO, FALSE);
  add_def (defs, "title", "职称", KP_FACT_WORD, FALSE);
  add_def (defs, "home", "配偶户籍", KP_FACT_PLACE, FALSE);
  add_def (defs, "punished_on", "处分日期", KP_FACT_DATE, FALSE);
  add_def (defs, "left_on", "离职日期", KP_FACT_DATE, TRUE);
  add_def (defs, "months", "参保月数", KP_FACT_NUMBER, TRUE);
  add_def (defs, "barred", "不得报考", KP_FACT_YES_NO, TRUE);

  return defs;
}

static KpFactTable *
make_table (const GPtrArray *defs,
            const Stated    *stated)
{
  KpFactTable *table = kp_fact_table_new (defs);

  g_assert_true (kp_fact_table_set_truth (table, "spouse", stated->spouse));
  g_assert_true (kp_fact_table_set_word (table, "title", stated->title));
  g_assert_true (kp_fact_table_set_place (table, "home", stated->home, stated->home_since));
  g_assert_true (kp_fact_table_set_date (table, "punished_on", stated->punished_on));
  g_assert_true (kp_fact_table_set_date (table, "left_on", stated->left_on));
  g_assert_true (kp_fact_table_set_truth (table, "barred", stated->barred));
  if (stated->months != 0)
    g_assert_true (kp_fact_table_set_number (table, "months", kp_fraction_new (stated->months, 1)));

  return table;
}

static KpCondition *
make_leaf (const LeafCase *c)
{
  KpCondition *condition = kp_condition_new (c->kind);

  condition->fact = g_strdup (c->fact);
  condition->until = g_strdup (c->until);
  condition->words = c->words != NULL ? g_strsplit (c->words, " ", -1) : NULL;
  condition->from = c->from;
  condition->to = c->to;
  condition->months = c->n_months;
  condition->value = kp_fraction_new (c->value, 1);

  return condition;
}

static KpVerdict
decide_except (const KpCondition      *condition,
               const KpCandidateFacts *facts)
{
  g_autoptr (KpCondition) except = kp_condition_new (KP_CONDITION_EXCEPT);

  g_ptr_array_add (except->parts, kp_condition_copy (condition));

  return kp_condition_decide (except, facts);
}

/* Also as a disqualifier: who claims nothing isn't disqualified, who hasn't said must say. */
static void
test_leaf (gconstpointer data)
{
  static const KpVerdict  opposite[] = { [MET] = UNMET, [UNMET] = MET, [PAPER] = PAPER, [HAND] = HAND };
  const LeafCase         *c = data;
  g_autoptr (GPtrArray)   defs = make_defs ();
  g_autoptr (KpFactTable) table = make_table (defs, &c->stated);
  g_autoptr (KpCondition) condition = make_leaf (c);
  g_autoptr (KpCondition) copy = kp_condition_copy (condition);
  KpCandidateFacts        facts = c->facts;

  facts.declared = table;
  g_assert_cmpint (kp_condition_decide (condition, &facts), ==, c->expected);
  g_assert_cmpint (kp_condition_decide (copy, &facts), ==, c->expected);
  g_assert_cmpint (decide_except (condition, &facts), ==, opposite[c->expected]);
}

typedef struct
{
  const char *name;
  guint       count;
  KpVerdict   parts[4];
  KpVerdict   expected;
} SomeCase;

static const SomeCase some_cases[] = {
  { "enough", 2, { MET, MET, UNMET, UNMET }, MET },
  { "more-than-enough", 2, { MET, MET, MET, MET }, MET },
  { "too-few", 2, { MET, UNMET, UNMET, UNMET }, UNMET },
  { "none", 1, { UNMET, UNMET, UNMET, UNMET }, UNMET },
  { "enough-whatever-comes", 2, { MET, MET, PAPER, HAND }, MET },
  { "a-paper-may-help", 2, { MET, PAPER, UNMET, UNMET }, PAPER },
  { "a-person-may-help", 2, { MET, HAND, UNMET, UNMET }, HAND },
  { "paper-before-person", 2, { MET, HAND, PAPER, UNMET }, PAPER },
  { "nothing-can-help", 3, { MET, PAPER, UNMET, UNMET }, UNMET },
  { "both-would-have-to-help", 3, { MET, HAND, PAPER, UNMET }, PAPER },
  { "all-of-them", 4, { MET, MET, MET, HAND }, HAND },
};

/* A leaf that gives the verdict for somebody who states a sex only. */
static KpCondition *
make_verdict (KpVerdict verdict)
{
  KpCondition *condition;

  if (verdict == HAND)
    return kp_condition_new (KP_CONDITION_BY_HAND);
  if (verdict == PAPER)
    return kp_condition_new (KP_CONDITION_GRADUATED);

  condition = kp_condition_new (KP_CONDITION_SEX_IN);
  condition->words = g_strsplit (verdict == MET ? "女" : "男", ",", -1);

  return condition;
}

static void
test_some (gconstpointer data)
{
  const SomeCase         *c = data;
  KpCandidateFacts        facts = { .sex = "女" };
  g_autoptr (KpCondition) forward = kp_condition_new (KP_CONDITION_SOME_OF);
  g_autoptr (KpCondition) backward = kp_condition_new (KP_CONDITION_SOME_OF);

  forward->count = backward->count = c->count;
  for (gint i = 0; i < 4; i++)
    {
      g_ptr_array_add (forward->parts, make_verdict (c->parts[i]));
      g_ptr_array_add (backward->parts, make_verdict (c->parts[3 - i]));
    }
  g_assert_cmpint (kp_condition_decide (forward, &facts), ==, c->expected);
  g_assert_cmpint (kp_condition_decide (backward, &facts), ==, c->expected);
}

typedef struct
{
  const char      *name;
  KpConditionKind  kind;
  const char      *fact;
  const char      *label;
  const char      *until;
  const char      *until_label;
  const char      *words;
  KpDate           from;
  KpDate           to;
  guint            n_months;
  gint             tenths;
  const char      *phrase;
  const char      *values;
} WordsCase;

static const WordsCase words_cases[] = {
  { "is", KP_CONDITION_IS, "spouse", "军人配偶", .phrase = "军人配偶", .values = "军人配偶：是" },
  { "is-without-label", KP_CONDITION_IS, "spouse", .phrase = "spouse", .values = "spouse：是" },
  { "built-in", KP_CONDITION_WORD_IN, "ethnic", .words = "汉族", .phrase = "民族为汉族", .values = "民族：未填写" },
  { "word-in", KP_CONDITION_WORD_IN, "title", "职称", .words = "工程师 高工", .phrase = "职称为工程师、高工",
    .values = "职称：工程师" },
  { "place-in", KP_CONDITION_PLACE_IN, "home", "配偶户籍", CUTOFF, .words = "云岭县",
    .phrase = "2026年3月2日前（含当日）配偶户籍在云岭县", .values = "配偶户籍：云岭县（2020-01-01起）" },
  { "dated-from", KP_CONDITION_DATED, "punished_on", "处分日期", .from = { 2018, 3, 31 },
    .phrase = "处分日期在2018年3月31日（含）以后", .values = "处分日期：无" },
  { "dated-between", KP_CONDITION_DATED, "left_on", "离职日期", CUTOFF, .from = { 2018, 3, 31 },
    .phrase = "离职日期在2018年3月31日至2026年3月2日期间（含首尾两日）", .values = "离职日期：2021-02-03" },
  { "dated-any", KP_CONDITION_DATED, "left_on", "离职日期", .phrase = "有离职日期", .values = "离职日期：2021-02-03" },
  { "months-since", KP_CONDITION_MONTHS_SINCE, "left_on", "离职日期", CUTOFF, .n_months = 18,
    .phrase = "自离职日期起至2026年3月2日满18个月", .values = "离职日期：2021-02-03" },
  { "months-until", KP_CONDITION_MONTHS_SINCE, "birth", NULL, "left_on", "离职日期", .n_months = 216,
    .phrase = "自出生日期起至离职日期满18年", .values = "出生日期：1990-05-01；离职日期：2021-02-03" },
  { "months-until-at-most", KP_CONDITION_MONTHS_SINCE, "birth", NULL, "left_on", "离职日期", CUTOFF, .n_months = 216,
    .phrase = "自出生日期起至离职日期（最迟计算至2026年3月2日）满18年", .values = "出生日期：1990-05-01；离职日期：2021-02-03" },
  { "at-least", KP_CONDITION_AT_LEAST, "months", "参保月数", .tenths = 240, .phrase = "参保月数不低于24",
    .values = "参保月数：30" },
  { "at-most", KP_CONDITION_AT_MOST, "months", "参保月数", .tenths = 15, .phrase = "参保月数不高于1.5",
    .values = "参保月数：30" },
  { "post-in", KP_CONDITION_POST_IN, .words = "A01 A02", .phrase = "报考A01、A02岗位", .values = "报考岗位：A01" },
  { "post-street-in", KP_CONDITION_POST_STREET_IN, .label = "城关街道", .words = "01", .phrase = "报考城关街道的岗位",
    .values = "岗位所在街道：城关街道" },
  { "post-street-by-code", KP_CONDITION_POST_STREET_IN, .words = "01", .phrase = "报考01的岗位",
    .values = "岗位所在街道：城关街道" },
  { "same-as-post", KP_CONDITION_SAME_AS_POST, "title", "工作街道", .phrase = "工作街道与所报考岗位所在街道（岗位）一致",
    .values = "工作街道：工程师；报考岗位：A01；岗位所在街道：城关街道" },
};

static void
test_words (gconstpointer data)
{
  const WordsCase        *c = data;
  const Stated            stated = { KP_TRUTH_YES, "工程师", "云岭县", { 2020, 1, 1 }, { 0 }, { 2021, 2, 3 }, 30, 0 };
  g_autoptr (GPtrArray)   defs = make_defs ();
  g_autoptr (KpFactTable) table = make_table (defs, &stated);
  KpCandidateFacts        facts = { .birth = { 1990, 5, 1 }, .post = "A01", .street = "01", .street_name = "城关街道",
                                    .declared = table };
  const LeafCase          leaf = { .kind = c->kind, .fact = c->fact, .until = c->until, .words = c->words, .from = c->from,
                                   .to = c->to, .n_months = c->n_months };
  g_autoptr (KpCondition) condition = make_leaf (&leaf);
  g_autofree gchar       *phrase = NULL;
  g_autofree gchar       *values = NULL;

  condition->label = g_strdup (c->label);
  condition->until_label = g_strdup (c->until_label);
  condition->value = kp_fraction_new (c->tenths, 10);
  phrase = kp_condition_dup_chinese (condition);
  g_assert_cmpstr (phrase, ==, c->phrase);
  values = kp_condition_dup_values (condition, &facts);
  g_assert_cmpstr (values, ==, c->values);
}

static void
test_words_of_some (void)
{
  g_autoptr (KpCondition) some = kp_condition_new (KP_CONDITION_SOME_OF);
  g_autoptr (KpCondition) copy = NULL;
  KpCandidateFacts        nothing = { 0 };
  g_autofree gchar       *phrase = NULL;
  g_autofree gchar       *values = NULL;

  some->count = 1;
  g_ptr_array_add (some->parts, kp_condition_new (KP_CONDITION_VETERAN));
  g_ptr_array_add (some->parts, kp_condition_new (KP_CONDITION_GRID_STAFF));
  copy = kp_condition_copy (some);
  phrase = kp_condition_dup_chinese (copy);
  g_assert_cmpstr (phrase, ==, "下列条件至少符合1项：退役军人；在岗网格员");
  values = kp_condition_dup_values (copy, &nothing);
  g_assert_cmpstr (values, ==, "退役军人：未填写；在岗网格员：未填写");
}

/* 户籍 of the candidate, the spouse or the parents (notices 47, 50, 51): one of them is enough. */
static void
test_residence_of_relatives (void)
{
  static const struct
  {
    const char *own;
    const char *spouse;
    KpVerdict   expected;
  } rows[] = {
    { "云岭县城关街道", NULL, MET },
    { "邻县", "云岭县", MET },
    { "邻县", NULL, HAND },  /* the own address may be written another way */
    { "邻县", "别县", HAND },
    { NULL, NULL, PAPER },
    { NULL, "云岭县", MET },
  };
  g_autoptr (GPtrArray)   defs = make_defs ();
  g_autoptr (KpCondition) any = kp_condition_new (KP_CONDITION_ANY_OF);
  const LeafCase          own = { .kind = KP_CONDITION_PLACE_IN, .fact = "residence", .words = "云岭县" };
  const LeafCase          spouse = { .kind = KP_CONDITION_PLACE_IN, .fact = "home", .words = "云岭县" };

  g_ptr_array_add (any->parts, make_leaf (&own));
  g_ptr_array_add (any->parts, make_leaf (&spouse));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Stated            stated = { .home = rows[i].spouse };
      g_autoptr (KpFactTable) table = make_table (defs, &stated);
      KpCandidateFacts        facts = { .residence = rows[i].own, .declared = table };

      g_assert_cmpint (kp_condition_decide (any, &facts), ==, rows[i].expected);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (leaf_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/condition-facts/leaf/", leaf_cases[i].name, NULL);

      g_test_add_data_func (path, &leaf_cases[i], test_leaf);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (some_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/condition-facts/some-of/", some_cases[i].name, NULL);

      g_test_add_data_func (path, &some_cases[i], test_some);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (words_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/condition-facts/words/", words_cases[i].name, NULL);

      g_test_add_data_func (path, &words_cases[i], test_words);
    }
  g_test_add_func ("/rules/condition-facts/words/some-of", test_words_of_some);
  g_test_add_func ("/rules/condition-facts/residence-of-relatives", test_residence_of_relatives);

  return g_test_run ();
}
