/* kp-test-contest.c – a campaign of a few people, put together by hand.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-test-contest.h"

#include <stdlib.h>

/* "A:1 B:2": codes and places. */
KpTestContest *
kp_test_contest_new (const char *posts)
{
  g_auto (GStrv)  words = g_strsplit (posts, " ", -1);
  KpTestContest  *t = g_new0 (KpTestContest, 1);

  t->scheme = kp_scheme_new ();
  t->scheme->cutoff = kp_date_make (2026, 3, 2);
  t->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_fact_table_free);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], ":", 2);
      KpSchemePost  *post = kp_scheme_post_new ();

      post->code = g_strdup (parts[0]);
      post->name = g_strdup (parts[0]);
      post->places = (guint) atoi (parts[1]);
      g_ptr_array_add (t->scheme->posts, post);
    }
  kp_scheme_fill_defaults (t->scheme);

  return t;
}

void
kp_test_contest_free (KpTestContest *t)
{
  kp_contest_free (t->contest);
  g_ptr_array_unref (t->tables);
  kp_scheme_free (t->scheme);
  g_free (t);
}

KpSchemePost *
kp_test_contest_post (KpTestContest *t,
                      const char    *code)
{
  KpSchemePost *post = (KpSchemePost *) kp_scheme_get_post (t->scheme, code);

  g_assert_nonnull (post);
  return post;
}

KpSchemeTotal *
kp_test_contest_total (KpTestContest *t)
{
  return g_ptr_array_index (t->scheme->totals, 0);
}

/* Weights in percent. */
KpSchemeTotal *
kp_test_contest_add_total (KpTestContest *t,
                           const char    *id,
                           guint          written,
                           guint          interview)
{
  KpSchemeTotal *total = kp_scheme_total_new ();

  total->id = g_strdup (id);
  total->label = g_strdup (id);
  total->policy.weights[KP_PART_WRITTEN] = kp_fraction_new (written, 100);
  total->policy.weights[KP_PART_INTERVIEW] = kp_fraction_new (interview, 100);
  g_ptr_array_add (t->scheme->totals, total);

  return total;
}

/* A second paper; @weight in percent, the first one has the rest. */
void
kp_test_contest_add_paper (KpTestContest *t,
                           const char    *code,
                           guint          weight)
{
  KpSchemePaper *first = g_ptr_array_index (t->scheme->written.papers, 0);
  KpSchemePaper *paper = kp_scheme_paper_new ();

  first->weight = kp_fraction_new (100 - weight, 100);
  paper->code = g_strdup (code);
  paper->name = g_strdup (code);
  paper->weight = kp_fraction_new (weight, 100);
  g_ptr_array_add (t->scheme->written.papers, paper);
}

void
kp_test_contest_require (KpTestContest *t,
                         const char    *id,
                         KpCondition   *condition,
                         guint          checked)
{
  KpRequirement *requirement = kp_requirement_new ();

  requirement->id = g_strdup (id);
  requirement->label = g_strdup (id);
  requirement->reason = g_strdup ("R99");
  requirement->condition = condition;
  requirement->checked = checked;
  g_ptr_array_add (t->scheme->requirements, requirement);
}

void
kp_test_contest_declare (KpTestContest *t,
                         const char    *id,
                         KpFactKind     kind)
{
  KpFactDef *def = kp_fact_def_new ();

  def->id = g_strdup (id);
  def->label = g_strdup (id);
  def->kind = kind;
  g_ptr_array_add (t->scheme->facts, def);
}

/* Points in hundredths. */
KpBonusItem *
kp_test_contest_add_bonus (KpTestContest *t,
                           const char    *code,
                           guint          points,
                           KpCondition   *condition)
{
  KpBonusItem *item = kp_bonus_item_new ();

  item->code = g_strdup (code);
  item->label = g_strdup (code);
  item->points = KP_MARK (points / 100, points % 100 * 100);
  item->condition = condition;
  g_ptr_array_add (t->scheme->bonus.items, item);

  return item;
}

KpStatedMark
kp_test_mark (gint hundredths)
{
  switch (hundredths)
    {
    case KP_TEST_NONE:
      return (KpStatedMark) { KP_MARK_NOT_ENTERED, 0 };
    case KP_TEST_ABSENT:
      return (KpStatedMark) { KP_MARK_ABSENT, 0 };
    case KP_TEST_BREACH:
      return (KpStatedMark) { KP_MARK_BREACH, 0 };
    default:
      return (KpStatedMark) { KP_MARK_PRESENT, KP_MARK (hundredths / 100, hundredths % 100 * 100) };
    }
}

KpEntrant *
kp_test_contest_add (KpTestContest *t,
                     const char    *number,
                     const char    *post,
                     gint           written,
                     gint           interview)
{
  KpEntrant *entrant = &t->entrants[t->n++];

  g_assert_cmpuint (t->n, <=, KP_TEST_CONTEST_MAX);
  *entrant = (KpEntrant) { .number = number, .post = post, .interview = kp_test_mark (interview) };
  entrant->papers[0] = kp_test_mark (written);

  return entrant;
}

/* The facts that the scheme declares, to be filled. */
KpFactTable *
kp_test_contest_facts (KpTestContest *t,
                       KpEntrant     *entrant)
{
  KpFactTable *table = kp_fact_table_new (t->scheme->facts);

  g_ptr_array_add (t->tables, table);
  entrant->facts.declared = table;

  return table;
}

static guint
find (const KpTestContest *t,
      const char          *number)
{
  for (guint i = 0; i < t->n; i++)
    if (g_strcmp0 (t->entrants[i].number, number) == 0)
      return i;

  g_assert_not_reached ();
}

void
kp_test_contest_leave (KpTestContest *t,
                       const char    *number,
                       guint          round,
                       KpStage        stage,
                       KpCause        cause)
{
  g_assert_cmpuint (t->n_departures, <, KP_TEST_CONTEST_MAX);
  t->departures[t->n_departures++] = (KpDeparture) { find (t, number), round, 0, { stage, cause }, NULL, FALSE };
}

/* From the list after the n-th heat. */
void
kp_test_contest_leave_list (KpTestContest *t,
                            const char    *number,
                            guint          round,
                            guint          list,
                            KpCause        cause)
{
  kp_test_contest_leave (t, number, round, KP_STAGE_SHORTLIST, cause);
  t->departures[t->n_departures - 1].list = list;
}

void
kp_test_contest_repost (KpTestContest *t,
                        const char    *number,
                        const char    *to)
{
  g_assert_cmpuint (t->n_departures, <, KP_TEST_CONTEST_MAX);
  t->departures[t->n_departures++]
      = (KpDeparture) { find (t, number), 1, 0, { KP_STAGE_REVIEW, KP_CAUSE_WITHDREW }, to, FALSE };
}

void
kp_test_contest_run (KpTestContest *t)
{
  kp_contest_free (t->contest);
  t->decisions.places = t->places;
  t->contest = kp_contest_run (t->scheme, t->entrants, t->n, t->departures, t->n_departures, &t->decisions);
}

const KpContestResult *
kp_test_contest_get (const KpTestContest *t,
                     const char          *number)
{
  return &t->contest->results[find (t, number)];
}

typedef gchar *(*DupWord) (const KpContestResult *result);

static void
assert_words (const KpTestContest *t,
              DupWord              dup,
              const char          *list)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < t->n; i++)
    {
      g_autofree gchar *word = dup (&t->contest->results[i]);

      g_string_append_printf (found, "%s%s", i > 0 ? " " : "", word);
    }
  g_assert_cmpstr (found->str, ==, list);
}

static gchar *
dup_review (const KpContestResult *result)
{
  return g_strdup (kp_review_outcome_get_name (result->review));
}

static gchar *
dup_list (const KpContestResult *result)
{
  return g_strdup (kp_shortlist_verdict_get_name (result->shortlist.verdict));
}

static gchar *
dup_total (const KpContestResult *result)
{
  g_autofree gchar *total = NULL;

  if (result->formula == NULL)
    return g_strdup ("-");
  if (result->total.standing != KP_STANDING_RANKED)
    return g_strdup (kp_standing_get_name (result->total.standing));
  total = kp_mark_dup_text (result->total.total, result->formula->policy.decimals);

  return g_strdup_printf ("%s/%u%s", total, result->total.place.place, result->total.place.is_undecided ? "?" : "");
}

static gchar *
dup_final (const KpContestResult *result)
{
  return g_strdup (kp_final_verdict_get_name (result->final.verdict));
}

void
kp_test_contest_assert_reviews (const KpTestContest *t,
                                const char          *list)
{
  assert_words (t, dup_review, list);
}

void
kp_test_contest_assert_lists (const KpTestContest *t,
                              const char          *list)
{
  assert_words (t, dup_list, list);
}

void
kp_test_contest_assert_totals (const KpTestContest *t,
                               const char          *list)
{
  assert_words (t, dup_total, list);
}

void
kp_test_contest_assert_finals (const KpTestContest *t,
                               const char          *list)
{
  assert_words (t, dup_final, list);
}

void
kp_test_contest_assert_hired (const KpTestContest *t,
                              const char          *numbers)
{
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < t->n; i++)
    if (t->contest->results[i].is_hired)
      g_string_append_printf (found, "%s%s", found->len > 0 ? " " : "", t->entrants[i].number);
  g_assert_cmpstr (found->str, ==, numbers);
}

/* @words: with blanks between them. */
KpCondition *
kp_test_ask (KpConditionKind kind,
             const char     *fact,
             const char     *words)
{
  KpCondition *condition = kp_condition_new (kind);

  condition->fact = g_strdup (fact);
  if (words != NULL)
    condition->words = g_strsplit (words, " ", -1);

  return condition;
}

KpCondition *
kp_test_ask_number (const char *fact,
                    gint64      least)
{
  KpCondition *condition = kp_test_ask (KP_CONDITION_AT_LEAST, fact, NULL);

  condition->value = kp_fraction_new (least, 1);

  return condition;
}
