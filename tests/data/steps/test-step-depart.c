/* test-step-depart.c – who leaves after the publication, objections, calls from the reserve pool, and rounds of publicity.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-depart.h"

#include "kp-called.h"
#include "kp-step-due.h"
#include "kp-step-hire.h"
#include "kp-step-objection.h"
#include "kp-step-work.h"
#include "kp-test-course.h"
#include "kp-test.h"

#define UNTIL(moment) "\"final_until\": \"publicity\"", "\"final_until\": \"" moment "\""
#define POOL "\"reserve\": {\n    \"applies\": false", "\"reserve\": {\n    \"applies\": true,\n    \"until\": \"2027-03-31\""

static const char *const no_edits[] = { NULL };
static const char *const until_hire[] = { UNTIL ("hire"), NULL };
static const char *const until_probation[] = { UNTIL ("probation"), NULL };
static const char *const until_reserve[] = { UNTIL ("reserve"), POOL, NULL };
static const char *const pool_alone[] = { POOL, NULL };

#define DURING "2026-06-12T09:00:00+08:00"
#define AFTER "2026-07-01T09:00:00+08:00"
#define LATER "2026-08-03T09:00:00+08:00"

static void
must_publish (KpTestCampaign *c,
              guint n_proposed,
              guint round)
{
  g_autoptr (GError) error = NULL;
  KpPublicityTally tally;

  kp_step_publish (c->session, &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_proposed, ==, n_proposed);
  g_assert_cmpuint (tally.round, ==, round);
}

/* Nine for three places of A01; 1, 2 and 3 are proposed, in the middle of their publicity. */
static KpTestCampaign *
bring_to_publicity (KpTestDatabase *t,
                    const char *const *edits)
{
  KpTestCampaign *c = kp_test_campaign_new_with (t, edits);
  KpFitnessTally tally;

  kp_test_campaign_register (c, "A01", 9);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_test_campaign_draw (c);
  kp_test_course_hear_and_total (c);
  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &tally);
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &tally);
  must_publish (c, 3, 1);
  kp_test_campaign_set_now (c, DURING);
  return c;
}

static char *
dup_number (KpTestCampaign *c,
            gint64 place)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);

  return g_strdup (kp_test_course_get_place (roster, "A01", place)->application->application);
}

static gboolean
depart (KpTestCampaign *c,
        gint64 place,
        const char *kind,
        guint *n_called,
        GError **error)
{
  g_autofree char *number = dup_number (c, place);
  const char *const numbers[] = { number, NULL };
  const KpDepartOrder order = { numbers, kind, { "甲", "乙", "本人声明" } };
  g_auto (KpDepartTally) tally = { 0 };
  const gboolean is_done = kp_step_depart (c->session, &order, &tally, error);

  *n_called = tally.n_called;
  return is_done;
}

static void
must_depart (KpTestCampaign *c,
             gint64 place,
             const char *kind,
             guint n_called)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  depart (c, place, kind, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, n_called);
}

static void
assert_refused (KpTestCampaign *c,
                gint64 place,
                const char *kind)
{
  const gint64 n_before = kp_test_campaign_count_journal (c);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_false (depart (c, place, kind, &n, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

/* "1p 2c 4f" reads: 1 is proposed, 2 has a contract, 4 was called and is on the way; "3x" left. */
static void
assert_state (KpTestCampaign *c,
              const char *state)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (GString) found = g_string_new (NULL);

  for (gint64 place = 1; place <= 9; place++)
    {
      const KpDossier *dossier = kp_test_course_get_place (roster, "A01", place);
      const char *mark = dossier->departure != NULL  ? "x"
                         : dossier->contract != NULL ? "c"
                         : dossier->proposal != NULL ? "p"
                         : dossier->physical != NULL ? "f"
                                                     : NULL;

      if (mark != NULL)
        g_string_append_printf (found, "%s%u%s", found->len > 0 ? " " : "", (guint) place, mark);
      g_assert_cmpint (dossier->total->place, ==, place); /* never renumbered */
    }
  g_assert_cmpstr (found->str, ==, state);
}

static void
must_hire (KpTestCampaign *c,
           const char *now,
           guint n_contracts)
{
  g_autoptr (GError) error = NULL;
  KpHireTally tally;

  kp_test_campaign_set_now (c, now);
  kp_step_hire (c->session, &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_contracts, ==, n_contracts);
}

static void
pass (KpTestCampaign *c)
{
  KpFitnessTally tally;

  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &tally);
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &tally);
}

/* ---- what a leaving opens ---- */

/* Until the publicity nobody follows; until the hire the next does who is left to, but not once the publicity is over. */
static void
test_scheme_says_who_follows (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) none = bring_to_publicity (t, no_edits);
  g_autoptr (KpTestCampaign) one = bring_to_publicity (t, until_hire);
  g_autoptr (KpTestCampaign) two = bring_to_publicity (t, until_probation);

  must_depart (none, 2, "waiver", 0);
  assert_state (none, "1p 2x 3p");
  must_depart (one, 2, "waiver", 1);
  assert_state (one, "1p 2x 3p 4f");
  kp_test_campaign_set_now (one, AFTER);
  must_depart (one, 1, "waiver", 0);
  assert_state (one, "1x 2x 3p 4f");
  kp_test_campaign_set_now (two, AFTER);
  must_depart (two, 1, "absent", 1);
  assert_state (two, "1x 2p 3p 4f");
  kp_test_campaign_assert_sound (one);
}

/* Who follows has physical, background and publicity alone: what the others have stays, and is frozen. */
static void
test_follower_goes_the_way_alone (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t, until_hire);
  g_autofree char *proposed = dup_number (c, 1);
  g_autofree char *row = g_strdup_printf ("%s,不合格\n", proposed);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRoster) roster = NULL;
  const KpProposalRecord *own;
  KpFitnessTally tally;

  must_depart (c, 2, "waiver", 1);
  g_assert_false (kp_test_course_enter_fitness (c, KP_FITNESS_PHYSICAL, row, &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  must_publish (c, 3, 1); /* nobody new yet */
  pass (c);
  must_publish (c, 1, 2);
  roster = kp_test_campaign_load (c);
  own = kp_test_course_get_place (roster, "A01", 4)->proposal;
  g_assert_cmpstr (own->public_from, ==, "2026-06-12");
  g_assert_cmpint (own->round, ==, 2);
  g_assert_cmpstr (kp_test_course_get_place (roster, "A01", 1)->proposal->public_from, ==, "2026-06-10");
  must_hire (c, AFTER, 3);
  assert_state (c, "1c 2x 3c 4c");
  kp_test_campaign_assert_sound (c);
}

/* The first are hired while who follows is still public; he is hired later, from his own day, with the next number. */
static void
test_followers_are_hired_later (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t, until_probation);
  g_autoptr (KpRoster) roster = NULL;
  const KpContractRecord *own;

  must_hire (c, AFTER, 3);
  must_depart (c, 3, "absent", 1);
  assert_state (c, "1c 2c 3x 4f");
  pass (c);
  must_publish (c, 1, 2);
  must_hire (c, AFTER, 2); /* stands; the publicity isn't over */
  must_hire (c, LATER, 1);
  roster = kp_test_campaign_load (c);
  own = kp_test_course_get_place (roster, "A01", 4)->contract;
  g_assert_cmpstr (own->starts, ==, "2026-08-03");
  g_assert_cmpstr (own->number, ==, "01劳合〔2026〕0004号"); /* the third was taken back with the contract of 3 */
  g_assert_cmpstr (kp_test_course_get_place (roster, "A01", 3)->departure->contract, ==, "01劳合〔2026〕0003号");
  kp_test_campaign_assert_sound (c);
}

/* Whoever passed and stood behind the places comes first, without a call. */
static const char *const longer_list[] = { "\"list\": {\n      \"ratio\": \"1\"", "\"list\": {\n      \"ratio\": \"4/3\"", NULL };

static void
test_surplus_follows (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t, longer_list);

  assert_state (c, "1p 2p 3p 4f");
  must_depart (c, 1, "waiver", 0);
  must_publish (c, 1, 2);
  assert_state (c, "1x 2p 3p 4p");
}

/* ---- who may leave ---- */

static void
test_leaving_fits_the_moment (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t, until_probation);

  assert_refused (c, 1, "absent");    /* the publicity isn't over */
  assert_refused (c, 1, "dismissed"); /* no contract has begun */
  assert_refused (c, 1, "objection"); /* only by its answer */
  assert_refused (c, 8, "absent");    /* isn't proposed */
  must_depart (c, 8, "waiver", 0);    /* but may give up waiting */
  must_depart (c, 1, "waiver", 1);
  assert_refused (c, 1, "waiver"); /* left already */
  assert_refused (c, 4, "waiver"); /* is called: the sheet says so */
  assert_state (c, "1x 2p 3p 4f 8x");
}

static void
test_two_people_and_a_reason (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t, until_probation);
  g_autofree char *number = dup_number (c, 1);
  const char *const numbers[] = { number, NULL };
  const char *const twice[] = { number, number, NULL };
  const KpDepartOrder orders[] = {
    { numbers, "waiver", { "甲", "甲", "声明" } },
    { numbers, "waiver", { "甲", NULL, "声明" } },
    { numbers, "waiver", { "甲", "乙", " " } },
    { numbers, "bored", { "甲", "乙", "声明" } },
    { twice, "waiver", { "甲", "乙", "声明" } },
  };
  const gint64 n_before = kp_test_campaign_count_journal (c);

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (GError) error = NULL;
      g_auto (KpDepartTally) tally = { 0 };

      g_assert_false (kp_step_depart (c->session, &orders[i], &tally, &error));
      g_assert_nonnull (error);
      g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
    }
}

/* A contract that has begun is ended by the law first; then the place may be filled again. */
static void
test_dismissed_in_the_term_of_the_reserve (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t, until_reserve);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GError) error = NULL;
  const char *number;
  KpDutyTally duty;
  guint half_months;

  must_hire (c, AFTER, 3);
  roster = kp_test_campaign_load (c);
  number = kp_test_course_get_place (roster, "A01", 2)->contract->number;
  kp_step_record_duty (c->session, &(const KpDutyOrder) { KP_DUTY_SIGNED, number, NULL, { 2026, 7, 1 }, NULL }, &duty, &error);
  g_assert_no_error (error);
  assert_refused (c, 2, "waiver");
  assert_refused (c, 2, "resigned");
  kp_step_end_contract (c->session,
                        &(const KpEndOrder) { .number = number, .ground = KP_GROUND_AGREED_BY_WORKER,
                                              .last_day = { 2026, 8, 3 }, .reason = "个人原因", .by = "甲", .with = "乙" },
                        &half_months, &error);
  g_assert_no_error (error);
  kp_test_campaign_set_now (c, LATER);
  assert_refused (c, 2, "absent");
  must_depart (c, 2, "resigned", 0);
  assert_state (c, "1c 2x 3c");
}

/* ---- 后备库 ---- */

static gboolean
call_reserve (KpTestCampaign *c,
              guint *n_waiting,
              GError **error)
{
  g_auto (KpDepartTally) tally = { 0 };
  const gboolean is_done = kp_step_call_reserve (c->session, "A01", &tally, error);

  *n_waiting = tally.n_waiting;
  return is_done;
}

/* Two left: each call fills one place, in order of merit, until nothing waits. */
static void
test_calls_in_order_of_merit (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t, until_reserve);
  g_autoptr (GError) error = NULL;
  guint n_waiting;

  g_assert_false (call_reserve (c, &n_waiting, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  must_depart (c, 3, "waiver", 0);
  must_depart (c, 1, "waiver", 0);
  must_depart (c, 4, "waiver", 0); /* the first of the pool doesn't want to wait */
  assert_state (c, "1x 2p 3x 4x");
  g_assert_true (call_reserve (c, &n_waiting, &error));
  g_assert_cmpuint (n_waiting, ==, 1);
  assert_state (c, "1x 2p 3x 4x 5f");
  g_assert_true (call_reserve (c, &n_waiting, &error));
  g_assert_cmpuint (n_waiting, ==, 0);
  assert_state (c, "1x 2p 3x 4x 5f 6f");
  pass (c);
  must_publish (c, 2, 2);
  must_hire (c, AFTER, 3);
  kp_test_campaign_assert_sound (c);
}

/* Its last day belongs to the pool; after it nobody is called, also for somebody from the pool who fails. */
static void
test_reserve_has_a_last_day (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t, until_reserve);
  g_autoptr (GError) error = NULL;
  g_autofree char *number = dup_number (c, 4);
  g_autofree char *row = g_strdup_printf ("%s,不合格\n", number);
  KpFitnessTally tally;
  guint n_waiting;

  must_hire (c, AFTER, 3);
  must_depart (c, 1, "absent", 0);
  must_depart (c, 2, "absent", 0);
  kp_test_campaign_set_now (c, "2027-03-31T23:00:00+08:00");
  g_assert_true (call_reserve (c, &n_waiting, &error));
  assert_state (c, "1x 2x 3c 4f");
  kp_test_campaign_set_now (c, "2027-04-01T08:00:00+08:00");
  g_assert_false (call_reserve (c, &n_waiting, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (kp_test_course_enter_fitness (c, KP_FITNESS_PHYSICAL, row, &tally, &error));
  g_assert_cmpuint (tally.n_called, ==, 0);
  assert_state (c, "1x 2x 3c 4f");
}

/* A pool beside an earlier end of substitution is no way around it. */
static void
test_reserve_follows_the_scheme (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t, pool_alone);
  g_autoptr (GError) error = NULL;
  guint n_waiting;

  must_depart (c, 1, "waiver", 0);
  g_assert_false (call_reserve (c, &n_waiting, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
}

/* ---- objections ---- */

static gboolean
object (KpTestCampaign *c,
        gint64 place,
        KpDate received,
        guint *number,
        KpDate *due,
        GError **error)
{
  g_autofree char *against = dup_number (c, place);

  return kp_step_record_objection (c->session, &(const KpObjectionOrder) { against, received, "letter", "张三", "学历不实" },
                                   number, due, error);
}

static void
answer (KpTestCampaign *c,
        guint number,
        gboolean is_upheld)
{
  const KpTwoPeople people = { "甲", "乙", "经核查" };
  g_auto (KpDepartTally) tally = { 0 };
  g_autoptr (GError) error = NULL;

  kp_step_answer_objection (c->session, number, is_upheld, &people, &tally, &error);
  g_assert_no_error (error);
}

/* Open, it keeps one from being hired and nobody else; unfounded, he is hired as everybody. */
static void
test_open_objection_keeps_one_back (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t, no_edits);
  g_autoptr (GError) error = NULL;
  KpHireTally tally;
  KpDate due;
  guint number = 0;

  g_assert_true (object (c, 2, KP_DATE_NONE, &number, &due, &error));
  g_assert_cmpuint (number, ==, 1);
  g_assert_cmpint (kp_date_compare (due, (KpDate) { 2026, 7, 6 }), ==, 0); /* 15 working days after 12 June; 19 June is a holiday */
  kp_test_campaign_set_now (c, AFTER);
  kp_step_hire (c->session, &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_contracts, ==, 2);
  g_assert_cmpuint (tally.n_objected, ==, 1);
  assert_state (c, "1c 2p 3c");
  answer (c, 1, FALSE);
  must_hire (c, AFTER, 1);
  assert_state (c, "1c 2c 3c");
  kp_test_campaign_assert_sound (c);
}

/* Upheld, he leaves by the same act, and who follows is what the scheme says of the publicity. */
static void
test_upheld_objection_takes_one_off (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t, until_hire);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRoster) roster = NULL;
  KpDate due;
  guint number = 0;

  g_assert_true (object (c, 2, KP_DATE_NONE, &number, &due, &error));
  g_assert_true (object (c, 2, KP_DATE_NONE, &number, &due, &error));
  g_assert_cmpuint (number, ==, 2);
  kp_test_campaign_set_now (c, AFTER);
  answer (c, 2, TRUE);
  answer (c, 1, TRUE); /* he left already */
  assert_state (c, "1p 2x 3p 4f");
  roster = kp_test_campaign_load (c);
  g_assert_cmpstr (kp_test_course_get_place (roster, "A01", 2)->departure->kind, ==, "objection");
  g_assert_cmpstr (kp_test_course_get_place (roster, "A01", 2)->departure->stage, ==, "publicity");
  kp_test_campaign_assert_sound (c);
}

typedef struct
{
  gint64 place;
  KpDate received;
} BadObjection;

static void
test_objection_belongs_to_the_publicity (KpTestDatabase *t)
{
  static const BadObjection bad[] = {
    { 4, { 0, 0, 0 } },    /* isn't proposed */
    { 1, { 2026, 6, 9 } }, /* before */
    { 1, { 2026, 6, 13 } }, /* still to come */
  };
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t, no_edits);
  const gint64 n_before = kp_test_campaign_count_journal (c);
  const KpTwoPeople alone = { "甲", "甲", "经核查" };
  g_auto (KpDepartTally) tally = { 0 };
  g_autoptr (GError) error = NULL;
  KpDate due;
  guint number = 0;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_false (object (c, bad[i].place, bad[i].received, &number, &due, &error));
      g_assert_nonnull (error);
      g_clear_error (&error);
      g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
    }
  kp_test_campaign_set_now (c, AFTER);
  g_assert_false (object (c, 1, KP_DATE_NONE, &number, &due, &error));
  g_clear_error (&error);
  g_assert_true (object (c, 1, (KpDate) { 2026, 6, 10 }, &number, &due, &error));
  g_assert_false (kp_step_answer_objection (c->session, number, FALSE, &alone, &tally, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
}

static guint
count_due (KpTestCampaign *c,
           KpDeadlineKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dues = kp_step_list_due (c->session, (KpDate) { 2026, 6, 20 }, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < dues->len; i++)
    n += ((const KpDue *) g_ptr_array_index (dues, i))->deadline->kind == kind;
  return n;
}

/* The answer is due among all other deadlines until it is given. */
static void
test_answer_is_due (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t, no_edits);
  g_autoptr (GError) error = NULL;
  KpDate due;
  guint number = 0;

  g_assert_cmpuint (count_due (c, KP_DEADLINE_OBJECTION), ==, 0);
  g_assert_true (object (c, 2, KP_DATE_NONE, &number, &due, &error));
  g_assert_cmpuint (count_due (c, KP_DEADLINE_OBJECTION), ==, 1);
  answer (c, 1, FALSE);
  g_assert_cmpuint (count_due (c, KP_DEADLINE_OBJECTION), ==, 0);
  g_assert_cmpuint (count_due (c, KP_DEADLINE_PUBLICITY), ==, 1);
}

/* ---- taken back ---- */

static gboolean
undo (KpTestCampaign *c,
      gint64 place,
      KpDepartUndoTally *tally,
      GError **error)
{
  static const KpTwoPeople people = { "甲", "乙", "登记错了人" };
  g_autofree char *number = dup_number (c, place);

  return kp_step_undo_departure (c->session, number, &people, tally, error);
}

static void
must_undo (KpTestCampaign *c,
           gint64 place,
           guint n_withdrawn,
           gboolean has_contract)
{
  g_autoptr (GError) error = NULL;
  KpDepartUndoTally tally;

  undo (c, place, &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_withdrawn, ==, n_withdrawn);
  g_assert_cmpint (tally.has_contract, ==, has_contract);
  kp_test_campaign_assert_sound (c);
}

/* What was built on it is named. */
static void
assert_stands (KpTestCampaign *c,
               gint64 place,
               const char *why)
{
  const gint64 n_before = kp_test_campaign_count_journal (c);
  g_autoptr (GError) error = NULL;
  KpDepartUndoTally tally;

  g_assert_false (undo (c, place, &tally, &error));
  g_assert_nonnull (error);
  kp_test_assert_contains (error->message, why);
  g_assert_cmpint (kp_test_campaign_count_journal (c), ==, n_before);
}

static void
assert_contract (KpTestCampaign *c,
                 const char *number,
                 const char *starts)
{
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  const KpContractRecord *contract = kp_test_course_get_place (roster, "A01", 3)->contract;

  g_assert_cmpstr (contract->number, ==, number);
  g_assert_cmpstr (contract->starts, ==, starts);
  g_assert_cmpstr (contract->probation_ends, ==, "2026-12-31");
  g_assert_cmpint (contract->probation_months, ==, 6);
}

/* A day later all is as before: the contract has its number, and who was called is called no more. */
static void
test_undo_gives_all_back (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t, until_probation);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) undone = NULL;
  KpHireTally hire;

  must_hire (c, AFTER, 3);
  must_depart (c, 3, "absent", 1);
  assert_state (c, "1c 2c 3x 4f");
  kp_test_campaign_set_now (c, "2026-07-02T09:00:00+08:00");
  must_undo (c, 3, 1, TRUE);
  assert_state (c, "1c 2c 3c");
  assert_contract (c, "01劳合〔2026〕0003号", "2026-07-01");
  g_assert_true (kp_step_hire (c->session, &hire, &error));
  g_assert_true (hire.is_repeat);
  must_depart (c, 3, "waiver", 1); /* may leave again */
  must_undo (c, 3, 1, TRUE);
  undone = kp_step_list_departure_undos (c->session, &error);
  g_assert_cmpuint (undone->len, ==, 2);
  g_assert_cmpstr (((const KpDepartureUndoRecord *) g_ptr_array_index (undone, 0))->kind, ==, "absent");
  g_assert_cmpstr (((const KpDepartureUndoRecord *) g_ptr_array_index (undone, 1))->first_person, ==, "甲");
}

/* During the publicity, of one of two, and of who only waits. */
static void
test_undo_of_one (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t, until_hire);

  must_depart (c, 1, "waiver", 1);
  must_depart (c, 2, "waiver", 1);
  must_depart (c, 8, "waiver", 0);
  assert_state (c, "1x 2x 3p 4f 5f 8x");
  must_undo (c, 8, 0, FALSE);
  must_undo (c, 2, 1, FALSE);
  assert_state (c, "1x 2p 3p 4f");
  assert_stands (c, 2, "No leaving");
  assert_stands (c, 9, "No leaving");
}

/* Step by step of who follows: examined, proposed, hired. */
static void
test_undo_ends_with_what_follows (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t, until_hire);
  g_autofree char *follower = dup_number (c, 4);
  KpFitnessTally tally;

  must_depart (c, 2, "waiver", 1);
  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &tally);
  assert_stands (c, 2, "result");
  assert_stands (c, 2, follower);
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &tally);
  must_publish (c, 1, 2);
  assert_stands (c, 2, "proposed");
  must_hire (c, AFTER, 3);
  assert_stands (c, 2, "contract");
  assert_stands (c, 2, follower);
  assert_state (c, "1c 2x 3c 4c");
}

/* Who passed before and stood behind the places was never called for it, but is proposed in the place. */
static void
test_undo_minds_who_stood_behind (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t, longer_list);

  must_depart (c, 1, "waiver", 0);
  must_undo (c, 1, 0, FALSE);
  assert_state (c, "1p 2p 3p 4f");
  must_depart (c, 1, "waiver", 0);
  must_publish (c, 1, 2);
  assert_stands (c, 1, "proposed");
}

/* Called from the pool: the call goes with the leaving, and the place waits no more. */
static void
test_undo_takes_a_call_from_the_pool_back (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t, until_reserve);
  g_autoptr (GError) error = NULL;
  guint n_waiting;

  must_depart (c, 3, "waiver", 0);
  must_undo (c, 3, 0, FALSE);
  g_assert_false (call_reserve (c, &n_waiting, &error));
  g_clear_error (&error);
  must_depart (c, 3, "waiver", 0);
  g_assert_true (call_reserve (c, &n_waiting, &error));
  assert_state (c, "1p 2p 3x 4f");
  must_undo (c, 3, 1, FALSE);
  assert_state (c, "1p 2p 3p");
}

static void
test_undo_of_an_objection_is_none (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t, until_hire);
  g_autoptr (GError) error = NULL;
  KpDate due;
  guint number = 0;

  g_assert_true (object (c, 2, KP_DATE_NONE, &number, &due, &error));
  answer (c, 1, TRUE);
  assert_stands (c, 2, "objection");
}

/* ---- what was typed of an objection by mistake ---- */

static gboolean
take_objection_back (KpTestCampaign *c,
                     guint number,
                     gboolean *is_open,
                     guint *n_withdrawn,
                     GError **error)
{
  const KpTwoPeople people = { "甲", "乙", "登记时写错了人" };
  KpDepartUndoTally tally;
  const gboolean is_done = kp_step_take_back_objection (c->session, number, &people, is_open, &tally, error);

  *n_withdrawn = tally.n_withdrawn;
  return is_done;
}

static void
must_take_objection_back (KpTestCampaign *c,
                          guint number,
                          gboolean is_open,
                          guint n_withdrawn)
{
  g_autoptr (GError) error = NULL;
  gboolean was_open;
  guint n;

  take_objection_back (c, number, &was_open, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpint (was_open, ==, is_open);
  g_assert_cmpuint (n, ==, n_withdrawn);
}

static void
assert_objection_stands (KpTestCampaign *c,
                         guint number)
{
  g_autoptr (GError) error = NULL;
  gboolean was_open;
  guint n;

  g_assert_false (take_objection_back (c, number, &was_open, &n, &error));
  g_assert_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED);
}

/* Void, it keeps nobody back, and its number and reason stay in the register. */
static void
test_objection_by_mistake_is_void (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t, no_edits);
  const KpTwoPeople alone = { "甲", "甲", "写错了人" };
  g_autoptr (KpObjections) objections = NULL;
  const KpObjectionRecord *record;
  g_autoptr (GError) error = NULL;
  KpDepartUndoTally tally;
  KpDate due;
  gboolean is_open;
  guint number = 0;

  g_assert_true (object (c, 2, KP_DATE_NONE, &number, &due, &error));
  g_assert_false (kp_step_take_back_objection (c->session, 1, &alone, &is_open, &tally, &error));
  g_clear_error (&error);
  must_take_objection_back (c, 1, FALSE, 0);
  assert_objection_stands (c, 1);
  g_assert_true (object (c, 3, KP_DATE_NONE, &number, &due, &error));
  g_assert_cmpuint (number, ==, 2);
  must_hire (c, AFTER, 2);
  assert_state (c, "1c 2c 3p");
  objections = kp_step_list_objections (c->session, &error);
  record = g_ptr_array_index (objections->records, 0);
  g_assert_cmpstr (record->outcome, ==, KP_OBJECTION_MISTAKEN);
  g_assert_cmpstr (record->finding, ==, "登记时写错了人");
  kp_test_campaign_assert_sound (c);
}

/* Open again it keeps one back as before; who is hired by then is hired. */
static void
test_answer_by_mistake_opens_again (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t, no_edits);
  g_autoptr (GError) error = NULL;
  KpDate due;
  guint number = 0;

  g_assert_true (object (c, 2, KP_DATE_NONE, &number, &due, &error));
  answer (c, 1, FALSE);
  must_take_objection_back (c, 1, TRUE, 0);
  must_hire (c, AFTER, 2);
  assert_state (c, "1c 2p 3c");
  answer (c, 1, FALSE);
  must_hire (c, AFTER, 1);
  assert_objection_stands (c, 1);
  assert_state (c, "1c 2c 3c");
  kp_test_campaign_assert_sound (c);
}

/* The person who left by it is proposed again, and who was called for the place is called no more. */
static void
test_upheld_by_mistake_brings_back (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t, until_hire);
  g_autoptr (GError) error = NULL;
  KpDate due;
  guint number = 0;

  g_assert_true (object (c, 2, KP_DATE_NONE, &number, &due, &error));
  answer (c, 1, TRUE);
  assert_state (c, "1p 2x 3p 4f");
  must_take_objection_back (c, 1, TRUE, 1);
  assert_state (c, "1p 2p 3p");
  must_hire (c, AFTER, 2);
  assert_state (c, "1c 2p 3c");
  kp_test_campaign_assert_sound (c);
}

/* Dismissed: the file handed over is a paper served. */
static void
test_undo_ends_with_the_file (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t, until_reserve);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GError) error = NULL;
  KpDutyOrder duty = { KP_DUTY_SIGNED, NULL, NULL, { 2026, 7, 1 }, NULL };
  KpEndOrder end = { .ground = KP_GROUND_AGREED_BY_WORKER, .last_day = { 2026, 8, 3 }, .reason = "个人原因", .by = "甲", .with = "乙" };
  KpDutyTally tally;
  guint half_months;

  must_hire (c, AFTER, 3);
  roster = kp_test_campaign_load (c);
  duty.number = end.number = kp_test_course_get_place (roster, "A01", 2)->contract->number;
  g_assert_true (kp_step_record_duty (c->session, &duty, &tally, &error));
  kp_test_campaign_set_now (c, LATER);
  g_assert_true (kp_step_end_contract (c->session, &end, &half_months, &error));
  must_depart (c, 2, "resigned", 0);
  must_undo (c, 2, 0, FALSE);
  must_depart (c, 2, "resigned", 0);
  duty.duty = KP_DUTY_HANDOVER;
  duty.day = (KpDate) { 2026, 8, 3 };
  g_assert_true (kp_step_record_duty (c->session, &duty, &tally, &error));
  assert_stands (c, 2, "2026-08-03");
}

static void
test_undo_needs_two_people (KpTestDatabase *t)
{
  static const KpTwoPeople people[] = { { "甲", "甲", "登记错了" }, { "甲", NULL, "登记错了" }, { "甲", "乙", " " } };
  g_autoptr (KpTestCampaign) c = bring_to_publicity (t, no_edits);
  g_autofree char *number = dup_number (c, 1);

  must_depart (c, 1, "waiver", 0);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (GError) error = NULL;
      KpDepartUndoTally tally;

      g_assert_false (kp_step_undo_departure (c->session, number, &people[i], &tally, &error));
      g_assert_nonnull (error);
    }
  assert_state (c, "1x 2p 3p");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  kp_test_database_add ("/data/steps/%s/depart/scheme-says-who-follows", test_scheme_says_who_follows);
  kp_test_database_add ("/data/steps/%s/depart/follower-goes-the-way-alone", test_follower_goes_the_way_alone);
  kp_test_database_add ("/data/steps/%s/depart/followers-are-hired-later", test_followers_are_hired_later);
  kp_test_database_add ("/data/steps/%s/depart/surplus-follows", test_surplus_follows);
  kp_test_database_add ("/data/steps/%s/depart/fits-the-moment", test_leaving_fits_the_moment);
  kp_test_database_add ("/data/steps/%s/depart/two-people-and-a-reason", test_two_people_and_a_reason);
  kp_test_database_add ("/data/steps/%s/depart/dismissed-in-the-term", test_dismissed_in_the_term_of_the_reserve);
  kp_test_database_add ("/data/steps/%s/reserve/calls-in-order-of-merit", test_calls_in_order_of_merit);
  kp_test_database_add ("/data/steps/%s/reserve/has-a-last-day", test_reserve_has_a_last_day);
  kp_test_database_add ("/data/steps/%s/reserve/follows-the-scheme", test_reserve_follows_the_scheme);
  kp_test_database_add ("/data/steps/%s/objection/open-keeps-one-back", test_open_objection_keeps_one_back);
  kp_test_database_add ("/data/steps/%s/objection/upheld-takes-one-off", test_upheld_objection_takes_one_off);
  kp_test_database_add ("/data/steps/%s/objection/belongs-to-the-publicity", test_objection_belongs_to_the_publicity);
  kp_test_database_add ("/data/steps/%s/objection/answer-is-due", test_answer_is_due);
  kp_test_database_add ("/data/steps/%s/objection/by-mistake-is-void", test_objection_by_mistake_is_void);
  kp_test_database_add ("/data/steps/%s/objection/answer-by-mistake-opens-again", test_answer_by_mistake_opens_again);
  kp_test_database_add ("/data/steps/%s/objection/upheld-by-mistake-brings-back", test_upheld_by_mistake_brings_back);
  kp_test_database_add ("/data/steps/%s/undo-departure/gives-all-back", test_undo_gives_all_back);
  kp_test_database_add ("/data/steps/%s/undo-departure/of-one", test_undo_of_one);
  kp_test_database_add ("/data/steps/%s/undo-departure/ends-with-what-follows", test_undo_ends_with_what_follows);
  kp_test_database_add ("/data/steps/%s/undo-departure/minds-who-stood-behind", test_undo_minds_who_stood_behind);
  kp_test_database_add ("/data/steps/%s/undo-departure/takes-a-call-from-the-pool-back", test_undo_takes_a_call_from_the_pool_back);
  kp_test_database_add ("/data/steps/%s/undo-departure/of-an-objection-is-none", test_undo_of_an_objection_is_none);
  kp_test_database_add ("/data/steps/%s/undo-departure/ends-with-the-file", test_undo_ends_with_the_file);
  kp_test_database_add ("/data/steps/%s/undo-departure/needs-two-people", test_undo_needs_two_people);
  return g_test_run ();
}
