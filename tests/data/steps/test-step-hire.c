/* test-step-hire.c – physical and background, substitutes, publicity, and contracts street by street.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-hire.h"
#include "kp-called.h"
#include "kp-test-course.h"
#include "kp-test.h"

static const char *const no_edits[] = { NULL };

/* n people for A01: a third of them as places. */
static KpTestCampaign *
bring_to_physical (KpTestDatabase *t,
                   guint n,
                   const char *const *edits)
{
  KpTestCampaign *c = kp_test_campaign_new_with (t, edits);

  kp_test_campaign_register (c, "A01", n);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_test_campaign_draw (c);
  kp_test_course_hear_and_total (c);
  return c;
}

static void
assert_called (KpTestCampaign *c,
               const char *places)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_test_course_get_place (roster, "A01", i + 1);

      if (dossier != NULL && dossier->physical != NULL)
        g_string_append_printf (found, "%s%u:%u", found->len > 0 ? " " : "", i + 1, (guint) dossier->physical->round);
    }
  g_assert_cmpstr (found->str, ==, places);
}

static char *
dup_row (KpTestCampaign *c,
         gint64 place,
         const char *conclusion)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);

  return g_strdup_printf ("%s,%s\n", kp_test_course_get_place (roster, "A01", place)->seat->ticket, conclusion);
}

static void
must_enter (KpTestCampaign *c,
            KpFitnessKind kind,
            gint64 place,
            const char *conclusion,
            guint n_called)
{
  g_autofree char *row = dup_row (c, place, conclusion);
  g_autoptr (GError) error = NULL;
  KpFitnessTally tally;

  kp_test_course_enter_fitness (c, kind, row, &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_called, ==, n_called);
}

/* Round by round: 1:0 reads "place 1, called in round 0". */
static void
test_rounds_are_used_up (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_physical (t, 9, no_edits);
  g_autoptr (GError) error = NULL;
  KpFitnessTally tally;
  KpPublicityTally publicity;

  assert_called (c, "1:0 2:0 3:0");
  must_enter (c, KP_FITNESS_PHYSICAL, 1, "不合格", 1);
  assert_called (c, "1:0 2:0 3:0 4:1");
  must_enter (c, KP_FITNESS_PHYSICAL, 4, "放弃", 1);
  assert_called (c, "1:0 2:0 3:0 4:1 5:2");
  must_enter (c, KP_FITNESS_PHYSICAL, 5, "不合格", 0);
  assert_called (c, "1:0 2:0 3:0 4:1 5:2");
  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &tally);
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &tally);
  kp_step_publish (c->session, &publicity, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (publicity.n_proposed, ==, 2); /* the third place stays empty */
  kp_test_campaign_assert_sound (c);
}

#define FINAL "\"final_until\": \"publicity\",\n    \"causes\": "

/* Whoever fails the physical is replaced once only; who waives is no such case. The record keeps who left in which round,
 * so that the times of a cause are counted anew at each sheet. */
static const char *const physical_once[] = { FINAL "[]",
                                             FINAL "[{ \"stages\": [\"physical\"], \"causes\": "
                                             "[\"failed\"], \"max_times\": 1 }]",
                                             NULL };

static void
test_times_of_a_cause (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_physical (t, 9, physical_once);

  must_enter (c, KP_FITNESS_PHYSICAL, 1, "不合格", 1);
  must_enter (c, KP_FITNESS_PHYSICAL, 2, "不合格", 0);
  assert_called (c, "1:0 2:0 3:0 4:1");
  must_enter (c, KP_FITNESS_PHYSICAL, 3, "放弃", 1);
  assert_called (c, "1:0 2:0 3:0 4:1 5:3");
  kp_test_campaign_assert_sound (c);
}

/* 放弃可补而考察不合格不补 */
static const char *const background_never[] = { FINAL "[]",
                                                FINAL "[{ \"stages\": [\"background\"], \"causes\": "
                                                "[\"failed\"], \"allowed\": false }]",
                                                NULL };

static void
test_background_isnt_answered (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_physical (t, 9, background_never);
  KpFitnessTally tally;

  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &tally);
  must_enter (c, KP_FITNESS_BACKGROUND, 1, "不合格", 0);
  must_enter (c, KP_FITNESS_BACKGROUND, 2, "放弃", 1);
  assert_called (c, "1:0 2:0 3:0 4:2");
}

/* Two who fail in one sheet are replaced in one round. */
static void
test_two_leave_at_once (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_physical (t, 9, no_edits);
  g_autofree char *first = dup_row (c, 1, "不合格");
  g_autofree char *second = dup_row (c, 3, "放弃");
  g_autofree char *rows = g_strconcat (first, second, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GPtrArray) open = NULL;
  g_autoptr (GPtrArray) none = NULL;
  KpFitnessTally tally;

  kp_test_course_enter_fitness (c, KP_FITNESS_PHYSICAL, rows, &tally, &error);
  g_assert_no_error (error);
  roster = kp_test_campaign_load (c);
  open = kp_fitness_list_open (roster, KP_FITNESS_PHYSICAL);
  none = kp_fitness_list_open (roster, KP_FITNESS_BACKGROUND);
  g_assert_cmpuint (open->len, ==, tally.n_open);
  g_assert_cmpuint (none->len, ==, 0);
  for (guint i = 0; i < open->len; i++)
    g_assert_cmpstr (((const KpDossier *) g_ptr_array_index (open, i))->physical->outcome, ==, "called");
  g_assert_cmpuint (tally.n_called, ==, 2);
  g_assert_cmpuint (tally.n_failed, ==, 2);
  g_assert_cmpuint (tally.n_passed, ==, 0);
  g_assert_cmpuint (tally.n_open, ==, 3);
  assert_called (c, "1:0 2:0 3:0 4:1 5:1");
}

static const char *const one_round[] = { "\"max_rounds\": 2", "\"max_rounds\": 1", NULL };
static const char *const no_round[] = { "\"max_rounds\": 2", "\"max_rounds\": 0", NULL };

static void
test_scheme_sets_the_rounds (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) one = bring_to_physical (t, 9, one_round);
  g_autoptr (KpTestCampaign) none = bring_to_physical (t, 9, no_round);

  must_enter (none, KP_FITNESS_PHYSICAL, 1, "不合格", 0);
  must_enter (one, KP_FITNESS_PHYSICAL, 1, "不合格", 1);
  must_enter (one, KP_FITNESS_PHYSICAL, 2, "不合格", 0);
}

/* A re-check is open: neither passed nor failed, and nobody follows yet. */
static void
test_recheck_stays_open (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_physical (t, 9, no_edits);
  g_autoptr (GError) error = NULL;
  KpFitnessTally tally;
  KpPublicityTally publicity;

  must_enter (c, KP_FITNESS_PHYSICAL, 1, "待复检", 0);
  must_enter (c, KP_FITNESS_PHYSICAL, 2, "合格", 0);
  must_enter (c, KP_FITNESS_PHYSICAL, 3, "合格", 0);
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &tally);
  g_assert_cmpuint (tally.n_passed, ==, 2);
  g_assert_false (kp_step_publish (c->session, &publicity, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  must_enter (c, KP_FITNESS_PHYSICAL, 1, "合格", 0);
}

typedef struct
{
  const char *name;
  KpFitnessKind kind;
  gint64 place; /* 0 = nobody's number */
  const char *conclusion;
  KpStepError code;
} BadRow;

static const BadRow bad_rows[] = {
  { "nobody", KP_FITNESS_PHYSICAL, 0, "合格", KP_STEP_ERROR_REFUSED },
  { "not-called", KP_FITNESS_PHYSICAL, 4, "合格", KP_STEP_ERROR_REFUSED },
  { "no-such-word", KP_FITNESS_PHYSICAL, 2, "尚可", KP_STEP_ERROR_REFUSED },
  { "not-called-to-the-second", KP_FITNESS_BACKGROUND, 2, "合格", KP_STEP_ERROR_REFUSED },
};

static void
test_bad_result_takes_in_nothing (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_physical (t, 9, no_edits);
  const gint64 n_before = kp_test_campaign_count_journal (c);

  for (guint i = 0; i < G_N_ELEMENTS (bad_rows); i++)
    {
      const BadRow *bad = &bad_rows[i];
      g_autofree char *good = dup_row (c, 1, bad->kind == KP_FITNESS_PHYSICAL ? "合格" : "");
      g_autofree char *row
          = bad->place > 0 ? dup_row (c, bad->place, bad->conclusion) : g_strdup_printf ("99999999999,%s\n", bad->conclusion);
      g_autofree char *rows = g_strconcat (bad->kind == KP_FITNESS_PHYSICAL ? good : "", row, NULL);
      g_autoptr (GError) error = NULL;
      KpFitnessTally tally;

      g_test_message ("%s", bad->name);
      g_assert_false (kp_test_course_enter_fitness (c, bad->kind, rows, &tally, &error));
      g_assert_error (error, KP_STEP_ERROR, (int) bad->code);
      g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
    }
}

static void
test_same_results_twice_change_nothing (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_physical (t, 9, no_edits);
  gint64 n_before;

  must_enter (c, KP_FITNESS_PHYSICAL, 1, "不合格", 1);
  n_before = kp_test_campaign_count_journal (c);
  must_enter (c, KP_FITNESS_PHYSICAL, 1, "不合格", 0);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

static const char *const background_first[] = { "\"physical\", \"background\"", "\"background\", \"physical\"", NULL };
static const char *const no_background[] = { "\"physical\", \"background\", ", "\"physical\", ", NULL };
static const char *const eleven_tenths[] = { "\"ratio\": \"1\"", "\"ratio\": \"11/10\"", NULL };

static void
test_background_may_come_first (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_physical (t, 9, background_first);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  KpFitnessTally tally;

  g_assert_null (kp_test_course_get_place (roster, "A01", 1)->physical);
  g_assert_nonnull (kp_test_course_get_place (roster, "A01", 1)->background);
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 2, &tally);
  g_assert_cmpuint (tally.n_called, ==, 1);
  assert_called (c, "1:0 3:0");
}

static void
test_scheme_without_background (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_physical (t, 9, no_background);
  g_autoptr (GError) error = NULL;
  KpFitnessTally tally;
  KpPublicityTally publicity;

  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &tally);
  kp_step_publish (c->session, &publicity, &error);
  if (error != NULL)
    g_test_message ("%s", error->message);
  g_assert_no_error (error);
  g_assert_cmpuint (publicity.n_proposed, ==, 3);
}

/* 30 passed leave 10 places; 1:1.1 calls 11; all pass; 10 are proposed and the 11th is not. */
static void
test_never_more_than_the_places (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_physical (t, 30, eleven_tenths);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GError) error = NULL;
  KpFitnessTally tally;
  KpPublicityTally publicity;

  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &tally);
  g_assert_cmpuint (tally.n_rows, ==, 11);
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &tally);
  kp_step_publish (c->session, &publicity, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (publicity.n_proposed, ==, 10);
  roster = kp_test_campaign_load (c);
  g_assert_nonnull (kp_test_course_get_place (roster, "A01", 10)->proposal);
  g_assert_null (kp_test_course_get_place (roster, "A01", 11)->proposal);
}

/* 1:1.1 called 11 for 10 places: one failure needs no substitute. */
static void
test_spare_needs_no_substitute (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_physical (t, 30, eleven_tenths);

  must_enter (c, KP_FITNESS_PHYSICAL, 1, "不合格", 0);
  must_enter (c, KP_FITNESS_PHYSICAL, 2, "不合格", 1);
}

static KpTestCampaign *
bring_to_publicity (KpTestDatabase *t)
{
  KpTestCampaign *c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  KpFitnessTally tally;
  KpPublicityTally publicity;

  kp_test_campaign_register (c, "A01", 9);
  kp_test_campaign_register (c, "B01", 6);
  kp_test_campaign_register (c, "D01", 12);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_test_campaign_draw (c);
  kp_test_course_hear_and_total (c);
  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &tally);
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &tally);
  kp_step_publish (c->session, &publicity, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (publicity.n_proposed, ==, 9);
  return c;
}

/* 3 places of street 01, 2 of street 02, and 4 of no street, dealt in turn: 01 02 03 01. */
typedef struct
{
  const char *post;
  gint64 place;
  const char *number;
  const char *street;
  const char *probation_ends;
} ContractRow;

static const ContractRow contract_rows[] = {
  { "A01", 1, "01劳合〔2026〕0001号", "01", "2026-12-31" }, { "A01", 2, "01劳合〔2026〕0002号", "01", "2026-12-31" },
  { "A01", 3, "01劳合〔2026〕0003号", "01", "2026-12-31" }, { "B01", 1, "02劳合〔2026〕0001号", "02", "2026-12-31" },
  { "B01", 2, "02劳合〔2026〕0002号", "02", "2026-12-31" }, { "D01", 1, "01劳合〔2026〕0004号", "01", NULL },
  { "D01", 2, "02劳合〔2026〕0003号", "02", NULL },         { "D01", 3, "03劳合〔2026〕0001号", "03", NULL },
  { "D01", 4, "01劳合〔2026〕0005号", "01", NULL },
};

static void
test_numbers_run_in_each_street (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GError) error = NULL;
  KpHireTally tally;

  kp_test_campaign_set_now (c, "2026-06-23T00:00:00+08:00");
  kp_step_hire (c->session, &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_contracts, ==, G_N_ELEMENTS (contract_rows));
  roster = kp_test_campaign_load (c);
  for (guint i = 0; i < G_N_ELEMENTS (contract_rows); i++)
    {
      const ContractRow *row = &contract_rows[i];
      const KpContractRecord *contract = kp_test_course_get_place (roster, row->post, row->place)->contract;

      g_assert_nonnull (contract);
      g_assert_cmpstr (contract->number, ==, row->number);
      g_assert_cmpstr (contract->street, ==, row->street);
      g_assert_cmpstr (contract->probation_ends, ==, row->probation_ends);
      g_assert_cmpint (contract->probation_months, ==, row->probation_ends != NULL ? 6 : 0);
      g_assert_cmpint (contract->probation_wage, ==, 80);
    }
  kp_test_campaign_assert_sound (c);
}

/* What was published or signed stands: the step again writes nothing and says the same. */
static void
test_steps_repeat_without_writing (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t);
  gint64 n_before = kp_test_campaign_count_journal (c);
  g_autoptr (GError) error = NULL;
  KpPublicityTally publicity;
  KpHireTally hire;

  g_assert_true (kp_step_publish (c->session, &publicity, &error));
  g_assert_true (publicity.is_repeat);
  g_assert_cmpuint (publicity.n_proposed, ==, 9);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
  kp_test_campaign_set_now (c, "2026-06-23T00:00:00+08:00");
  g_assert_true (kp_step_hire (c->session, &hire, &error));
  g_assert_false (hire.is_repeat);
  n_before = kp_test_campaign_count_journal (c);
  g_assert_true (kp_step_hire (c->session, &hire, &error));
  g_assert_true (hire.is_repeat);
  g_assert_cmpuint (hire.n_contracts, ==, 9);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

/* After the publicity began, results and totals are frozen. */
static void
test_published_results_are_frozen (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t);
  const gint64 n_before = kp_test_campaign_count_journal (c);
  g_autofree char *row = dup_row (c, 1, "不合格");
  g_autoptr (GError) error = NULL;
  KpFitnessTally fitness;
  KpTotalTally total;

  g_assert_false (kp_test_course_enter_fitness (c, KP_FITNESS_BACKGROUND, row, &fitness, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE);
  g_clear_error (&error);
  g_assert_false (kp_step_total (c->session, &total, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

/* Results of the physical freeze the totals: a substitution can't be undone by counting again. */
static void
test_totals_are_frozen_by_results (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_physical (t, 9, no_edits);
  g_autoptr (GError) error = NULL;
  KpTotalTally total;

  must_enter (c, KP_FITNESS_PHYSICAL, 1, "不合格", 1);
  g_assert_false (kp_step_total (c->session, &total, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE);
}

static void
test_nobody_proposed_no_contract (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_physical (t, 9, no_edits);
  const gint64 n_before = kp_test_campaign_count_journal (c);
  g_autoptr (GError) error = NULL;
  KpHireTally tally;

  kp_test_campaign_set_now (c, "2027-01-01T00:00:00+08:00");
  g_assert_false (kp_step_hire (c->session, &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

static const char *const with_reserve[]
    = { "\"reserve\": {\n    \"applies\": false", "\"reserve\": {\n    \"applies\": true,\n    \"until\": \"2027-03-31\"", NULL };

static void
assert_reserve (KpTestCampaign *c,
                KpDate day,
                const char *places)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (GString) found = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) reserves = kp_called_list_reserve (c->session, roster, day, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < reserves->len; i++)
    {
      const KpCalledReserve *reserve = &g_array_index (reserves, KpCalledReserve, i);

      g_string_append_printf (found, "%s%u:%u", i > 0 ? " " : "", reserve->place, (guint) reserve->dossier->total->place);
    }
  g_assert_cmpstr (found->str, ==, places);
}

/* 1:5 reads "first of the pool, place 5 of the totals". Who failed stands in no pool; its last day belongs to it. */
static void
test_reserve_in_order_of_merit (KpTestDatabase *t)
{
  const KpDate last = { 2027, 3, 31 };
  const KpDate after = { 2027, 4, 1 };
  g_autoptr (KpTestCampaign) c = bring_to_physical (t, 9, with_reserve);
  g_autoptr (GError) error = NULL;
  KpFitnessTally tally;
  KpPublicityTally publicity;

  must_enter (c, KP_FITNESS_PHYSICAL, 1, "不合格", 1);
  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &tally);
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &tally);
  assert_reserve (c, last, "");
  kp_step_publish (c->session, &publicity, &error);
  g_assert_no_error (error);
  assert_reserve (c, last, "1:5 2:6 3:7 4:8 5:9");
  assert_reserve (c, after, "");
}

static void
test_no_reserve_without_rule (KpTestDatabase *t)
{
  const KpDate day = { 2027, 1, 1 };
  g_autoptr (KpTestCampaign) c = bring_to_physical (t, 9, no_edits);
  g_autoptr (GError) error = NULL;
  KpFitnessTally tally;
  KpPublicityTally publicity;

  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &tally);
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &tally);
  kp_step_publish (c->session, &publicity, &error);
  g_assert_no_error (error);
  assert_reserve (c, day, "");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/fitness/rounds-are-used-up", test_rounds_are_used_up);
  kp_test_database_add ("/data/steps/%s/fitness/two-leave-at-once", test_two_leave_at_once);
  kp_test_database_add ("/data/steps/%s/fitness/times-of-a-cause", test_times_of_a_cause);
  kp_test_database_add ("/data/steps/%s/fitness/background-isnt-answered", test_background_isnt_answered);
  kp_test_database_add ("/data/steps/%s/fitness/scheme-sets-the-rounds", test_scheme_sets_the_rounds);
  kp_test_database_add ("/data/steps/%s/fitness/recheck-stays-open", test_recheck_stays_open);
  kp_test_database_add ("/data/steps/%s/fitness/bad-result-takes-in-nothing", test_bad_result_takes_in_nothing);
  kp_test_database_add ("/data/steps/%s/fitness/same-results-twice", test_same_results_twice_change_nothing);
  kp_test_database_add ("/data/steps/%s/fitness/background-may-come-first", test_background_may_come_first);
  kp_test_database_add ("/data/steps/%s/fitness/scheme-without-background", test_scheme_without_background);
  kp_test_database_add ("/data/steps/%s/fitness/spare-needs-no-substitute", test_spare_needs_no_substitute);
  kp_test_database_add ("/data/steps/%s/fitness/freezes-the-totals", test_totals_are_frozen_by_results);
  kp_test_database_add ("/data/steps/%s/publicity/never-more-than-the-places", test_never_more_than_the_places);
  kp_test_database_add ("/data/steps/%s/publicity/freezes-results", test_published_results_are_frozen);
  kp_test_database_add ("/data/steps/%s/hire/numbers-run-in-each-street", test_numbers_run_in_each_street);
  kp_test_database_add ("/data/steps/%s/hire/repeats-without-writing", test_steps_repeat_without_writing);
  kp_test_database_add ("/data/steps/%s/hire/nobody-proposed", test_nobody_proposed_no_contract);
  kp_test_database_add ("/data/steps/%s/reserve/in-order-of-merit", test_reserve_in_order_of_merit);
  kp_test_database_add ("/data/steps/%s/reserve/none-without-rule", test_no_reserve_without_rule);
  return g_test_run ();
}
