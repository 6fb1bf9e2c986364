/* test-facts.c – built-in and declared facts by their ids: nobody said, nothing claimed, a value.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-facts.h"

#define UNKNOWN KP_TRUTH_UNKNOWN
#define NO KP_TRUTH_NO
#define YES KP_TRUTH_YES

typedef struct
{
  const char      *name;
  const char      *id;
  KpCandidateFacts facts;
  KpTruth          truth;
  const char      *word;
  KpDate           date;
} BuiltinCase;

static const BuiltinCase builtin_cases[] = {
  { "birth/unknown", "birth", { .sex = "女" }, UNKNOWN, NULL, { 0 } },
  { "birth/stated", "birth", { .birth = { 1990, 1, 2 } }, YES, NULL, { 1990, 1, 2 } },
  { "sex/empty-is-unknown", "sex", { .sex = "" }, UNKNOWN, NULL, { 0 } },
  { "sex/stated", "sex", { .sex = "女" }, YES, "女", { 0 } },
  { "ethnic/stated", "ethnic", { .ethnic = "汉族" }, YES, "汉族", { 0 } },
  { "education/empty-is-unknown", "education", { .education = "" }, UNKNOWN, NULL, { 0 } },
  { "education/stated", "education", { .education = "本科" }, YES, "本科", { 0 } },
  { "degree/unknown", "degree", { .sex = "女" }, UNKNOWN, NULL, { 0 } },
  { "degree/claims-none", "degree", { .degree = "" }, NO, NULL, { 0 } },
  { "degree/stated", "degree", { .degree = "学士" }, YES, "学士", { 0 } },
  { "major/stated", "major", { .major = "法学" }, YES, "法学", { 0 } },
  { "graduated/stated", "graduated", { .graduated = { 2012, 7, 1 } }, YES, NULL, { 2012, 7, 1 } },
  { "political/stated", "political", { .political = "群众" }, YES, "群众", { 0 } },
  { "residence/no-day", "residence", { .residence = "云岭县" }, YES, "云岭县", { 0 } },
  { "residence/with-day", "residence", { .residence = "云岭县", .residence_since = { 2020, 1, 1 } }, YES, "云岭县",
    { 2020, 1, 1 } },
  { "residence-since/stated", "residence_since", { .residence_since = { 2020, 1, 1 } }, YES, NULL, { 2020, 1, 1 } },
  { "certificate/claims-none", "certificate", { .certificate = "" }, NO, NULL, { 0 } },
  { "certificate-on/of-none", "certificate_on", { .certificate = "" }, NO, NULL, { 0 } },
  { "certificate-on/day-not-stated", "certificate_on", { .certificate = "社会工作师" }, UNKNOWN, NULL, { 0 } },
  { "certificate-on/stated", "certificate_on", { .certificate = "社会工作师", .certificate_on = { 2021, 5, 6 } }, YES,
    NULL, { 2021, 5, 6 } },
  { "veteran/unknown", "veteran", { .sex = "男" }, UNKNOWN, NULL, { 0 } },
  { "veteran/no", "veteran", { .is_veteran = NO }, NO, NULL, { 0 } },
  { "veteran/yes", "veteran", { .is_veteran = YES }, YES, NULL, { 0 } },
  { "enlisted/of-no-veteran", "enlisted", { .is_veteran = NO, .enlisted = { 2010, 9, 1 } }, NO, NULL, { 0 } },
  { "enlisted/stated", "enlisted", { .is_veteran = YES, .enlisted = { 2010, 9, 1 } }, YES, NULL, { 2010, 9, 1 } },
  { "discharged/unknown", "discharged", { .is_veteran = YES }, UNKNOWN, NULL, { 0 } },
  { "discharged/stated", "discharged", { .is_veteran = YES, .discharged = { 2012, 9, 1 } }, YES, NULL, { 2012, 9, 1 } },
  { "grid-staff/yes", "grid_staff", { .is_grid_staff = YES }, YES, NULL, { 0 } },
  { "grid-since/of-nobody", "grid_since", { .is_grid_staff = NO }, NO, NULL, { 0 } },
  { "grid-since/stated", "grid_since", { .is_grid_staff = YES, .grid_since = { 2020, 1, 1 } }, YES, NULL, { 2020, 1, 1 } },
};

static void
test_builtin (gconstpointer data)
{
  const BuiltinCase *c = data;
  KpFactValue        value = { 0 };

  g_assert_true (kp_facts_find (&c->facts, c->id, &value));
  g_assert_cmpint (value.truth, ==, c->truth);
  g_assert_cmpstr (value.word, ==, c->word);
  g_assert_cmpint (kp_date_compare (value.date, c->date), ==, 0);
}

/* Every built-in fact has an answer, a label and a kind. */
static void
test_every_builtin (void)
{
  guint            n;
  const KpFactDef *defs = kp_fact_builtins (&n);
  KpCandidateFacts nothing = { 0 };

  g_assert_cmpuint (n, ==, 17);
  for (guint i = 0; i < n; i++)
    {
      KpFactValue value;
      KpFactKind  kind;

      g_assert_true (kp_facts_find (&nothing, defs[i].id, &value));
      g_assert_cmpint (value.truth, ==, UNKNOWN);
      g_assert_true (kp_fact_find_kind (NULL, defs[i].id, &kind));
      g_assert_cmpint (kind, ==, defs[i].kind);
      g_assert_cmpstr (kp_fact_find_label (NULL, defs[i].id), ==, defs[i].label);
      g_assert_true (kp_fact_find_def (NULL, defs[i].id) == &defs[i]);
    }
}

static void
add_def (GPtrArray  *defs,
         const char *id,
         KpFactKind  kind,
         gboolean    empty_is_unknown)
{
  KpFactDef *def = kp_fact_def_new ();

  def->id = g_strdup (id);
  def->label = g_strdup_printf ("%s名", id);
  def->kind = kind;
  def->empty_is_unknown = empty_is_unknown;
  g_ptr_array_add (defs, def);
}

static GPtrArray *
make_defs (gboolean empty_is_unknown)
{
  GPtrArray *defs = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_fact_def_free);

  add_def (defs, "spouse", KP_FACT_YES_NO, empty_is_unknown);
  add_def (defs, "title", KP_FACT_WORD, empty_is_unknown);
  add_def (defs, "home", KP_FACT_PLACE, empty_is_unknown);
  add_def (defs, "left_on", KP_FACT_DATE, empty_is_unknown);
  add_def (defs, "months", KP_FACT_NUMBER, empty_is_unknown);

  return defs;
}

/* A form that was handed in empty. */
static void
test_empty (gconstpointer data)
{
  gboolean                is_unknown = GPOINTER_TO_INT (data);
  g_autoptr (GPtrArray)   defs = make_defs (is_unknown);
  g_autoptr (KpFactTable) table = kp_fact_table_new (defs);
  KpCandidateFacts        facts = { .declared = table };

  for (guint i = 0; i < defs->len; i++)
    {
      const KpFactDef *def = g_ptr_array_index (defs, i);
      KpFactValue      value = { .truth = YES };

      g_assert_true (kp_facts_find (&facts, def->id, &value));
      g_assert_cmpint (value.truth, ==, is_unknown ? UNKNOWN : NO);
      g_assert_true (kp_fact_table_set_none (table, def->id));
      g_assert_true (kp_facts_find (&facts, def->id, &value));
      g_assert_cmpint (value.truth, ==, NO);
    }
  g_assert_true (kp_fact_table_get_defs (table) == defs);
}

static void
test_values (void)
{
  g_autoptr (GPtrArray)   defs = make_defs (FALSE);
  g_autoptr (KpFactTable) table = kp_fact_table_new (defs);
  g_autofree gchar       *word = g_strdup ("工程师");
  KpCandidateFacts        facts = { .declared = table };
  KpFactValue             value = { 0 };

  g_assert_true (kp_fact_table_set_truth (table, "spouse", YES));
  g_assert_true (kp_fact_table_set_word (table, "title", word));
  g_assert_true (kp_fact_table_set_place (table, "home", "云岭县", (KpDate) { 2020, 1, 1 }));
  g_assert_true (kp_fact_table_set_date (table, "left_on", (KpDate) { 2021, 2, 3 }));
  g_assert_true (kp_fact_table_set_number (table, "months", kp_fraction_new (27, 2)));
  word[0] = '\0'; /* the table has its own copy */

  g_assert_true (kp_facts_find (&facts, "spouse", &value));
  g_assert_cmpint (value.truth, ==, YES);
  g_assert_true (kp_facts_find (&facts, "title", &value));
  g_assert_cmpstr (value.word, ==, "工程师");
  g_assert_true (kp_facts_find (&facts, "home", &value));
  g_assert_cmpstr (value.word, ==, "云岭县");
  g_assert_cmpint (kp_date_compare (value.date, (KpDate) { 2020, 1, 1 }), ==, 0);
  g_assert_true (kp_facts_find (&facts, "left_on", &value));
  g_assert_cmpint (kp_date_compare (value.date, (KpDate) { 2021, 2, 3 }), ==, 0);
  g_assert_true (kp_facts_find (&facts, "months", &value));
  g_assert_cmpint (kp_fraction_compare (value.number, kp_fraction_new (27, 2)), ==, 0);

  /* The last word counts, an emptied field too. */
  g_assert_true (kp_fact_table_set_word (table, "title", "高级工程师"));
  g_assert_true (kp_facts_find (&facts, "title", &value));
  g_assert_cmpstr (value.word, ==, "高级工程师");
  g_assert_true (kp_fact_table_set_word (table, "title", ""));
  g_assert_true (kp_facts_find (&facts, "title", &value));
  g_assert_cmpint (value.truth, ==, NO);
  g_assert_null (value.word);
}

/* A fact of another kind, or none of this scheme, takes no value. */
static void
test_refused (void)
{
  g_autoptr (GPtrArray)   defs = make_defs (FALSE);
  g_autoptr (KpFactTable) table = kp_fact_table_new (defs);
  g_autoptr (KpFactTable) empty = kp_fact_table_new (NULL);
  KpCandidateFacts        facts = { .declared = empty };
  KpFactValue             value = { 0 };
  KpFactKind              kind;

  g_assert_false (kp_fact_table_set_truth (table, "title", YES));
  g_assert_false (kp_fact_table_set_word (table, "home", "云岭县"));
  g_assert_false (kp_fact_table_set_place (table, "title", "云岭县", KP_DATE_NONE));
  g_assert_false (kp_fact_table_set_date (table, "months", (KpDate) { 2021, 2, 3 }));
  g_assert_false (kp_fact_table_set_number (table, "left_on", KP_FRACTION_ONE));
  g_assert_false (kp_fact_table_set_none (table, "height"));
  g_assert_false (kp_fact_table_set_none (table, NULL));
  g_assert_false (kp_fact_table_get (table, "birth", &value));
  g_assert_false (kp_facts_find (&facts, "spouse", &value));
  g_assert_false (kp_facts_find (&facts, NULL, &value));
  g_assert_false (kp_fact_find_kind (defs, "height", &kind));
  g_assert_cmpstr (kp_fact_find_label (defs, "height"), ==, "height");
  g_assert_cmpstr (kp_fact_find_label (defs, "home"), ==, "home名");
}

static void
test_kinds (void)
{
  static const char *const names[KP_N_FACT_KINDS] = { "yes_no", "word", "place", "date", "number" };
  static const char *const chinese[KP_N_FACT_KINDS] = { "是否", "文字", "地点", "日期", "数字" };

  for (guint i = 0; i < KP_N_FACT_KINDS; i++)
    {
      KpFactKind kind = KP_FACT_YES_NO;

      g_assert_cmpstr (kp_fact_kind_get_name ((KpFactKind) i), ==, names[i]);
      g_assert_cmpstr (kp_fact_kind_get_chinese ((KpFactKind) i), ==, chinese[i]);
      g_assert_true (kp_fact_kind_parse (names[i], &kind));
      g_assert_cmpint (kind, ==, i);
    }
  g_assert_false (kp_fact_kind_parse ("text", &(KpFactKind) { KP_FACT_WORD }));
  g_assert_false (kp_fact_kind_parse (NULL, &(KpFactKind) { KP_FACT_WORD }));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (builtin_cases); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/facts/built-in/", builtin_cases[i].name, NULL);

      g_test_add_data_func (path, &builtin_cases[i], test_builtin);
    }
  g_test_add_func ("/rules/facts/every-built-in", test_every_builtin);
  g_test_add_data_func ("/rules/facts/empty-claims-nothing", GINT_TO_POINTER (FALSE), test_empty);
  g_test_add_data_func ("/rules/facts/empty-is-unknown", GINT_TO_POINTER (TRUE), test_empty);
  g_test_add_func ("/rules/facts/values", test_values);
  g_test_add_func ("/rules/facts/refused", test_refused);
  g_test_add_func ("/rules/facts/kinds", test_kinds);

  return g_test_run ();
}
