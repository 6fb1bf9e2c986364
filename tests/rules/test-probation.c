/* test-probation.c – the chain of a probation, one day and one person to either side.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-probation.h"

#include "kp-test.h"

static KpDate
day (const char *iso)
{
  KpDate date = KP_DATE_NONE;

  if (iso != NULL)
    g_assert_true (kp_date_parse_iso (iso, &date, NULL));
  return date;
}

static void
assert_day (KpDate date, const char *iso)
{
  g_autofree char *found = kp_date_dup_iso (date);

  g_assert_cmpstr (found, ==, iso);
}

enum
{
  NOTE_1 = KP_LINK_N,
  N_ENTRIES = KP_LINK_N + 5
};

typedef struct
{
  KpProbationPolicy policy;
  KpLinkEntry entries[N_ENTRIES];
  KpProbationFile file;
} Probation;

/* domain.md W7: from 2026-03-01 for six months. Everything done on its last day by the plan; 59.99 points. */
static void
make_failing (Probation *probation)
{
  static const char *const days[KP_LINK_N] = { "2026-03-01", "2026-03-07", "2026-03-07", "2026-03-07",
                                               "2026-03-07", "2026-04-10", "2026-06-10", "2026-08-11",
                                               "2026-08-16", "2026-08-16", "2026-08-21", "2026-08-21",
                                               "2026-08-24", "2026-08-31" };
  static const char *const notes[] = { "2026-05-10", "2026-06-10", "2026-07-10", "2026-08-10", "2026-08-31" };
  static const KpMark scores[] = { KP_MARK (12, 0), KP_MARK (17, 9900), 0,
                                   KP_MARK (6, 0),  KP_MARK (6, 0),     KP_MARK (6, 0) };

  kp_probation_policy_init (&probation->policy);
  for (guint i = 0; i < KP_LINK_N; i++)
    probation->entries[i] = (KpLinkEntry){ (KpLink) i, day (days[i]), i == KP_LINK_NOTE, TRUE };
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    probation->entries[NOTE_1 + i] = (KpLinkEntry){ KP_LINK_NOTE, day (notes[i]), i + 2, TRUE };
  probation->file = (KpProbationFile){ .start = day ("2026-03-01"),
                                       .end = day ("2026-08-31"),
                                       .months = 6,
                                       .entries = probation->entries,
                                       .n_entries = N_ENTRIES,
                                       .survey = { 6, 2, 2 },
                                       .is_scored = TRUE,
                                       .states_reason = TRUE };
  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    probation->file.scores[i] = scores[i];
}

static gboolean
has (GArray *findings, KpChainKind kind)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_array_index (findings, KpChainFinding, i).kind == kind)
      return TRUE;
  return FALSE;
}

static void
test_failing_in_time (void)
{
  Probation probation;
  g_autoptr (GArray) against = NULL;
  KpMark total = 0;

  make_failing (&probation);
  g_assert_cmpint (kp_probation_decide_merit (&probation.policy, &probation.file, &total), ==, KP_MERIT_FAIL);
  g_assert_cmpint (total, ==, KP_MARK (59, 9900));
  against =
      kp_probation_check (&probation.policy, &probation.file, KP_PROBATION_TERMINATE, day ("2026-08-31"));
  g_assert_cmpuint (against->len, ==, 0);
  g_assert_cmpint (kp_probation_decide (&probation.policy, &probation.file, day ("2026-08-31")), ==,
                   KP_PROBATION_MAY_TERMINATE);
  g_assert_cmpint (kp_probation_decide (&probation.policy, &probation.file, day ("2026-09-10")), ==,
                   KP_PROBATION_MAY_TERMINATE);
}

static void
test_a_day_late (void)
{
  Probation probation;
  g_autoptr (GArray) against = NULL;
  g_autoptr (GArray) served_late = NULL;

  make_failing (&probation);
  against =
      kp_probation_check (&probation.policy, &probation.file, KP_PROBATION_TERMINATE, day ("2026-09-01"));
  g_assert_true (has (against, KP_CHAIN_OVER));
  probation.entries[KP_LINK_SERVICE].on = day ("2026-09-01");
  served_late =
      kp_probation_check (&probation.policy, &probation.file, KP_PROBATION_TERMINATE, day ("2026-08-31"));
  g_assert_true (has (served_late, KP_CHAIN_MISSING));
  g_assert_cmpint (kp_probation_decide (&probation.policy, &probation.file, day ("2026-08-31")), ==,
                   KP_PROBATION_TO_TERMINATE);
  g_assert_cmpint (kp_probation_decide (&probation.policy, &probation.file, day ("2026-09-01")), ==,
                   KP_PROBATION_IMPOSSIBLE);
}

typedef struct
{
  const char *name;
  guint link;
  const char *on; /* NULL: never */
  const char *today;
  KpProbationVerdict verdict;
} LinkRow;

/* Each link on its last day is in time in the failing file; here it is a day later, or not there. */
static const LinkRow link_rows[] = {
  { "conditions-a-day-late", KP_LINK_CONDITIONS, "2026-03-02", "2026-08-31", KP_PROBATION_IMPOSSIBLE },
  { "conditions-never", KP_LINK_CONDITIONS, NULL, "2026-08-31", KP_PROBATION_IMPOSSIBLE },
  { "mentor-a-day-late", KP_LINK_MENTOR, "2026-03-08", "2026-08-31", KP_PROBATION_IMPOSSIBLE },
  { "article-8-duties-a-day-late", KP_LINK_DUTIES, "2026-03-08", "2026-08-31", KP_PROBATION_IMPOSSIBLE },
  { "article-4-method-a-day-late", KP_LINK_METHOD, "2026-03-08", "2026-08-31", KP_PROBATION_IMPOSSIBLE },
  { "training-a-day-late", KP_LINK_TRAINING, "2026-03-08", "2026-08-31", KP_PROBATION_IMPOSSIBLE },
  { "first-note-a-day-late", KP_LINK_NOTE, "2026-04-11", "2026-08-31", KP_PROBATION_IMPOSSIBLE },
  { "fifth-note-a-day-late", NOTE_1 + 3, "2026-08-11", "2026-08-31", KP_PROBATION_IMPOSSIBLE },
  { "last-note-still-possible", NOTE_1 + 4, NULL, "2026-08-31", KP_PROBATION_TO_TERMINATE },
  { "last-note-never", NOTE_1 + 4, NULL, "2026-09-01", KP_PROBATION_IMPOSSIBLE },
  { "midterm-a-day-late", KP_LINK_MIDTERM, "2026-06-11", "2026-08-31", KP_PROBATION_IMPOSSIBLE },
  { "survey-still-possible", KP_LINK_SURVEY, NULL, "2026-08-31", KP_PROBATION_TO_TERMINATE },
  { "survey-never", KP_LINK_SURVEY, NULL, "2026-09-01", KP_PROBATION_IMPOSSIBLE },
  { "assessment-before-the-survey", KP_LINK_ASSESSMENT, "2026-08-10", "2026-08-30",
    KP_PROBATION_TO_TERMINATE },
  { "meeting-before-the-assessment", KP_LINK_MEETING, "2026-08-15", "2026-08-30", KP_PROBATION_TO_TERMINATE },
  { "meeting-never", KP_LINK_MEETING, NULL, "2026-09-01", KP_PROBATION_IMPOSSIBLE },
  { "43-union-after-the-notice", KP_LINK_UNION, "2026-08-25", "2026-08-30", KP_PROBATION_TO_TERMINATE },
  { "43-union-on-the-day-of-the-notice", KP_LINK_UNION, "2026-08-24", "2026-08-31",
    KP_PROBATION_MAY_TERMINATE },
  { "43-union-never", KP_LINK_UNION, NULL, "2026-09-01", KP_PROBATION_IMPOSSIBLE },
  { "filing-never", KP_LINK_FILING, NULL, "2026-09-01", KP_PROBATION_IMPOSSIBLE },
  { "21-notice-never", KP_LINK_NOTICE, NULL, "2026-09-01", KP_PROBATION_IMPOSSIBLE },
  { "39-not-served-a-day-before", KP_LINK_SERVICE, NULL, "2026-08-30", KP_PROBATION_TO_TERMINATE },
  { "39-not-served-on-the-last-day", KP_LINK_SERVICE, NULL, "2026-08-31", KP_PROBATION_TO_TERMINATE },
  { "39-not-served-a-day-after", KP_LINK_SERVICE, NULL, "2026-09-01", KP_PROBATION_IMPOSSIBLE },
};

static void
test_link (gconstpointer data)
{
  const LinkRow *row = data;
  Probation probation;

  make_failing (&probation);
  if (row->on != NULL)
    probation.entries[row->link].on = day (row->on);
  else
    probation.entries[row->link] = probation.entries[--probation.file.n_entries];
  g_assert_cmpint (kp_probation_decide (&probation.policy, &probation.file, day (row->today)), ==,
                   row->verdict);
}

/* A first meeting before the assessment is mended by a second one; a second note mends nothing and spoils
 * nothing. */
static void
test_done_anew (void)
{
  Probation probation;
  KpLinkEntry entries[N_ENTRIES + 2];

  make_failing (&probation);
  probation.entries[KP_LINK_MEETING].on = day ("2026-08-15");
  for (guint i = 0; i < N_ENTRIES; i++)
    entries[i] = probation.entries[i];
  entries[N_ENTRIES] = (KpLinkEntry){ KP_LINK_MEETING, day ("2026-08-17"), 0, TRUE };
  entries[N_ENTRIES + 1] = (KpLinkEntry){ KP_LINK_NOTE, day ("2026-08-17"), 1, TRUE };
  probation.file.entries = entries;
  probation.file.n_entries = N_ENTRIES + 2;
  g_assert_cmpint (kp_probation_decide (&probation.policy, &probation.file, day ("2026-08-31")), ==,
                   KP_PROBATION_MAY_TERMINATE);
}

/* A chain that the scheme makes shorter is asked for no more than that, and never for less than the law. */
static void
test_scheme_drops_a_link (void)
{
  Probation probation;

  make_failing (&probation);
  probation.entries[KP_LINK_MENTOR].on = day ("2026-03-08");
  probation.policy.needed &= ~(1u << KP_LINK_MENTOR);
  g_assert_null (kp_probation_policy_find_problem (&probation.policy));
  g_assert_cmpint (kp_probation_decide (&probation.policy, &probation.file, day ("2026-08-31")), ==,
                   KP_PROBATION_MAY_TERMINATE);
  probation.policy.needed &= ~(1u << KP_LINK_UNION);
  g_assert_nonnull (kp_probation_policy_find_problem (&probation.policy));
}

static void
test_unproved (void)
{
  Probation probation;
  g_autoptr (GArray) against = NULL;

  make_failing (&probation);
  probation.entries[NOTE_1].has_document = FALSE;
  against =
      kp_probation_check (&probation.policy, &probation.file, KP_PROBATION_TERMINATE, day ("2026-08-31"));
  g_assert_cmpuint (against->len, ==, 1);
  g_assert_true (has (against, KP_CHAIN_UNPROVED));
}

static void
test_survey_counts (void)
{
  Probation probation;
  g_autoptr (GArray) against = NULL;
  KpMark points = 0;

  make_failing (&probation);
  probation.file.survey = (KpSurveyCounts){ 6, 2, 1 };
  against =
      kp_probation_check (&probation.policy, &probation.file, KP_PROBATION_TERMINATE, day ("2026-08-31"));
  g_assert_true (has (against, KP_CHAIN_SURVEY_FEW));
  g_assert_true (kp_probation_decide_score (&probation.policy, &probation.file, 2, &points));
  g_assert_cmpint (points, ==, KP_MARK (13, 3300));
}

static void
test_service (void)
{
  Probation probation;

  make_failing (&probation);
  probation.file.served = KP_SERVED_REFUSED;
  probation.file.n_witnesses = 1;
  g_assert_cmpint (kp_probation_decide (&probation.policy, &probation.file, day ("2026-08-31")), ==,
                   KP_PROBATION_TO_TERMINATE);
  probation.file.n_witnesses = 2;
  g_assert_cmpint (kp_probation_decide (&probation.policy, &probation.file, day ("2026-08-31")), ==,
                   KP_PROBATION_MAY_TERMINATE);
  probation.file.states_reason = FALSE;
  g_assert_cmpint (kp_probation_decide (&probation.policy, &probation.file, day ("2026-08-31")), ==,
                   KP_PROBATION_TO_TERMINATE);
}

typedef struct
{
  const char *name;
  KpMark extra; /* above the failing 59.99 */
  KpSurveyCounts survey;
  guint vetoes;
  KpMerit merit;
} MeritRow;

static const MeritRow merit_rows[] = {
  { "59.99", 0, { 6, 2, 2 }, 0, KP_MERIT_FAIL },
  { "60", KP_MARK (0, 100), { 6, 2, 2 }, 0, KP_MERIT_PASS },
  { "veto", KP_MARK (12, 0), { 10, 0, 0 }, 1, KP_MERIT_FAIL },
  { "one-resident-under-the-line", KP_MARK (12, 0), { 59, 0, 41 }, 0, KP_MERIT_FAIL },
  { "residents-on-the-line", KP_MARK (12, 0), { 60, 0, 40 }, 0, KP_MERIT_PASS },
  { "nobody-answered", KP_MARK (12, 0), { 0, 0, 0 }, 0, KP_MERIT_OPEN },
};

static void
test_merit (gconstpointer data)
{
  const MeritRow *row = data;
  Probation probation;

  make_failing (&probation);
  probation.file.scores[1] += row->extra;
  probation.file.survey = row->survey;
  probation.file.vetoes = row->vetoes;
  g_assert_cmpint (kp_probation_decide_merit (&probation.policy, &probation.file, NULL), ==, row->merit);
}

static void
make_excellent (Probation *probation)
{
  make_failing (probation);
  for (guint i = 0; i < probation->policy.n_elements; i++)
    probation->file.scores[i] = probation->policy.elements[i].full;
  probation->file.scores[0] -= KP_MARK (10, 0);
  probation->file.survey = (KpSurveyCounts){ 10, 0, 0 };
}

static void
test_excellent (void)
{
  Probation probation;
  g_autoptr (GArray) too_early = NULL;
  g_autoptr (GArray) in_time = NULL;

  make_excellent (&probation);
  g_assert_cmpint (kp_probation_decide_merit (&probation.policy, &probation.file, NULL), ==,
                   KP_MERIT_EXCELLENT);
  g_assert_cmpint (kp_probation_decide (&probation.policy, &probation.file, day ("2026-08-20")), ==,
                   KP_PROBATION_TO_CONFIRM);
  probation.policy.may_pass_early = TRUE;
  g_assert_cmpint (kp_probation_decide (&probation.policy, &probation.file, day ("2026-08-20")), ==,
                   KP_PROBATION_MAY_CONFIRM_EARLY);
  probation.entries[KP_LINK_SURVEY].on = probation.entries[KP_LINK_ASSESSMENT].on = day ("2026-05-29");
  probation.entries[KP_LINK_MEETING].on = day ("2026-05-30");
  too_early =
      kp_probation_check (&probation.policy, &probation.file, KP_PROBATION_CONFIRM_EARLY, day ("2026-05-31"));
  g_assert_true (has (too_early, KP_CHAIN_EARLY));
  in_time =
      kp_probation_check (&probation.policy, &probation.file, KP_PROBATION_CONFIRM_EARLY, day ("2026-06-01"));
  g_assert_cmpuint (in_time->len, ==, 0);
  probation.file.scores[0] -= 1;
  g_assert_cmpint (kp_probation_decide_merit (&probation.policy, &probation.file, NULL), ==, KP_MERIT_PASS);
}

/* 劳动合同法 §19: what is over is over, also for who failed. */
static void
test_confirmation (void)
{
  Probation probation;
  g_autoptr (GArray) on_the_last = NULL;
  g_autoptr (GArray) after = NULL;

  make_failing (&probation);
  on_the_last =
      kp_probation_check (&probation.policy, &probation.file, KP_PROBATION_CONFIRM, day ("2026-08-31"));
  g_assert_true (has (on_the_last, KP_CHAIN_NOT_OVER));
  after = kp_probation_check (&probation.policy, &probation.file, KP_PROBATION_CONFIRM, day ("2026-09-01"));
  g_assert_cmpuint (after->len, ==, 0);
  probation.file.is_scored = FALSE;
  g_assert_cmpint (kp_probation_decide (&probation.policy, &probation.file, day ("2026-08-31")), ==,
                   KP_PROBATION_RUNNING);
  g_assert_cmpint (kp_probation_decide (&probation.policy, &probation.file, day ("2026-09-01")), ==,
                   KP_PROBATION_BY_LAW);
}

static void
test_suspension (void)
{
  Probation probation;

  make_failing (&probation);
  probation.file.suspended_days = 14;
  probation.policy.suspension_extends = TRUE;
  assert_day (kp_probation_decide_last_day (&probation.policy, &probation.file), "2026-08-31");
  probation.file.is_suspension_agreed = TRUE;
  assert_day (kp_probation_decide_last_day (&probation.policy, &probation.file), "2026-09-14");
  probation.policy.suspension_extends = FALSE;
  assert_day (kp_probation_decide_last_day (&probation.policy, &probation.file), "2026-08-31");
}

/* Dismissed for a veto item in the second month: no mid-term talk, no survey, one note. */
static void
test_veto_early (void)
{
  Probation probation;
  static const KpLink late[] = { KP_LINK_ASSESSMENT, KP_LINK_MEETING, KP_LINK_UNION,
                                 KP_LINK_FILING,     KP_LINK_NOTICE,  KP_LINK_SERVICE };

  make_failing (&probation);
  probation.file.vetoes = 1u << 2;
  probation.file.is_scored = FALSE;
  probation.file.n_entries = KP_LINK_N;
  for (guint i = 0; i < G_N_ELEMENTS (late); i++)
    probation.entries[late[i]].on = kp_date_add_days (day ("2026-04-20"), (gint) i);
  g_assert_cmpint (kp_probation_decide (&probation.policy, &probation.file, day ("2026-04-25")), ==,
                   KP_PROBATION_MAY_TERMINATE);
  probation.entries[KP_LINK_NOTE].on = day ("2026-04-11");
  g_assert_cmpint (kp_probation_decide (&probation.policy, &probation.file, day ("2026-04-25")), ==,
                   KP_PROBATION_IMPOSSIBLE);
}

typedef struct
{
  const char *name;
  const char *start, *end;
  guint months;
  KpLink link;
  guint month;
  const char *due, *latest;
} DueRow;

static const DueRow due_rows[] = {
  { "conditions", "2026-03-01", "2026-08-31", 6, KP_LINK_CONDITIONS, 0, "2026-03-01", "2026-03-01" },
  { "mentor", "2026-03-01", "2026-08-31", 6, KP_LINK_MENTOR, 0, "2026-03-07", "2026-03-07" },
  { "note-of-february", "2028-01-31", "2028-07-30", 6, KP_LINK_NOTE, 1, "2028-03-09", "2028-03-09" },
  { "last-note", "2026-03-01", "2026-08-31", 6, KP_LINK_NOTE, 6, "2026-08-31", "2026-08-31" },
  { "midterm", "2026-03-01", "2026-08-31", 6, KP_LINK_MIDTERM, 0, "2026-06-10", "2026-06-10" },
  { "survey", "2026-03-01", "2026-08-31", 6, KP_LINK_SURVEY, 0, "2026-08-11", "2026-08-31" },
  { "meeting", "2026-03-01", "2026-08-31", 6, KP_LINK_MEETING, 0, "2026-08-16", "2026-08-31" },
  { "union", "2026-08-31", "2027-02-27", 6, KP_LINK_UNION, 0, "2027-02-17", "2027-02-27" },
  { "service", "2026-03-01", "2026-08-31", 6, KP_LINK_SERVICE, 0, "2026-08-24", "2026-08-31" },
  { "never-before-the-start", "2026-03-01", "2026-03-15", 1, KP_LINK_SURVEY, 0, "2026-03-01", "2026-03-15" },
};

static void
test_due (gconstpointer data)
{
  const DueRow *row = data;
  const KpProbationFile file = { .start = day (row->start), .end = day (row->end), .months = row->months };
  KpProbationPolicy policy;

  kp_probation_policy_init (&policy);
  assert_day (kp_probation_decide_due (&policy, &file, row->link, row->month), row->due);
  assert_day (kp_probation_decide_latest (&policy, &file, row->link, row->month), row->latest);
}

static void
test_policy (void)
{
  KpProbationPolicy policy;

  kp_probation_policy_init (&policy);
  g_assert_null (kp_probation_policy_find_problem (&policy));
  policy.elements[0].full -= 1;
  g_assert_nonnull (kp_probation_policy_find_problem (&policy));
  kp_probation_policy_init (&policy);
  policy.pass_line = policy.excellent_line + 1;
  g_assert_nonnull (kp_probation_policy_find_problem (&policy));
}

typedef struct
{
  const char *name;
  KpLink link;
  const char *on; /* (nullable): NULL = not there */
  const char *today;
  KpLinkState state;
} StandRow;

static const StandRow stand_rows[] = {
  { "done-on-its-last-day", KP_LINK_MENTOR, "2026-03-07", "2026-08-01", KP_LINK_DONE },
  { "late-by-a-day", KP_LINK_MENTOR, "2026-03-08", "2026-08-01", KP_LINK_LATE },
  { "due-on-its-last-day", KP_LINK_MENTOR, NULL, "2026-03-07", KP_LINK_DUE },
  { "missed-by-a-day", KP_LINK_MENTOR, NULL, "2026-03-08", KP_LINK_MISSED },
  { "due-by-the-plan", KP_LINK_SURVEY, NULL, "2026-08-11", KP_LINK_DUE },
  { "over-the-plan", KP_LINK_SURVEY, NULL, "2026-08-12", KP_LINK_OVERDUE },
  { "over-the-plan-until-the-end", KP_LINK_SURVEY, NULL, "2026-08-31", KP_LINK_OVERDUE },
  { "after-the-end", KP_LINK_SURVEY, NULL, "2026-09-01", KP_LINK_MISSED },
  { "service-of-failing", KP_LINK_SERVICE, NULL, "2026-08-31", KP_LINK_OVERDUE },
};

static void
test_stand (gconstpointer data)
{
  const StandRow *row = data;
  Probation probation;
  KpLinkStand stand;

  make_failing (&probation);
  probation.entries[row->link].on = day (row->on != NULL ? row->on : "2027-01-01");
  if (row->on == NULL)
    probation.entries[row->link] = probation.entries[row->link == KP_LINK_MENTOR ? KP_LINK_DUTIES : KP_LINK_MENTOR];
  if (row->link == KP_LINK_SURVEY && row->on == NULL)
    probation.file.survey = (KpSurveyCounts){ 5, 3, 2 };
  stand = kp_probation_decide_stand (&probation.policy, &probation.file, row->link, day (row->today));
  g_assert_cmpint (stand.state, ==, row->state);
  g_assert_cmpuint (stand.n_done, ==, row->on != NULL);
}

/* Who passes needs neither union nor notice; an item that fails at once needs no survey. */
static void
test_stand_idle (void)
{
  Probation probation;

  make_failing (&probation);
  probation.file.scores[1] = KP_MARK (28, 0);
  probation.file.n_entries = KP_LINK_UNION;
  for (guint link = KP_LINK_UNION; link < KP_LINK_N; link++)
    g_assert_cmpint (
        kp_probation_decide_stand (&probation.policy, &probation.file, (KpLink) link, day ("2026-08-31")).state, ==,
        KP_LINK_IDLE);
  probation.file.n_entries = KP_LINK_SURVEY;
  probation.file.vetoes = 1;
  g_assert_cmpint (kp_probation_decide_stand (&probation.policy, &probation.file, KP_LINK_SURVEY, day ("2026-08-31")).state, ==,
                   KP_LINK_IDLE);
}

/* Six notes are one link; it stands as the worst of them, and is due with the next. */
static void
test_stand_notes (void)
{
  Probation probation;
  KpLinkStand stand;

  make_failing (&probation);
  stand = kp_probation_decide_stand (&probation.policy, &probation.file, KP_LINK_NOTE, day ("2026-08-31"));
  g_assert_cmpint (stand.state, ==, KP_LINK_DONE);
  g_assert_cmpuint (stand.n_done, ==, 6);
  assert_day (stand.on, "2026-08-31");
  probation.file.n_entries = NOTE_1 + 1;
  stand = kp_probation_decide_stand (&probation.policy, &probation.file, KP_LINK_NOTE, day ("2026-06-10"));
  g_assert_cmpint (stand.state, ==, KP_LINK_DUE);
  g_assert_cmpuint (stand.n_done, ==, 2);
  g_assert_cmpuint (stand.n, ==, 6);
  assert_day (stand.due, "2026-06-10");
  stand = kp_probation_decide_stand (&probation.policy, &probation.file, KP_LINK_NOTE, day ("2026-06-11"));
  g_assert_cmpint (stand.state, ==, KP_LINK_MISSED);
  assert_day (stand.due, "2026-07-10");
  probation.entries[NOTE_1].on = day ("2026-05-11");
  stand = kp_probation_decide_stand (&probation.policy, &probation.file, KP_LINK_NOTE, day ("2026-06-10"));
  g_assert_cmpint (stand.state, ==, KP_LINK_LATE);
}

static void
test_words (void)
{
  for (guint i = 0; i < KP_LINK_N; i++)
    {
      KpLink link = KP_LINK_NOTE;

      g_assert_true (kp_link_parse (kp_link_get_name ((KpLink) i), &link));
      g_assert_cmpint (link, ==, i);
      g_assert_nonnull (kp_link_get_clause ((KpLink) i));
    }
  for (guint i = 0; i < KP_SERVED_N; i++)
    {
      KpServed served = KP_SERVED_PUBLICLY;

      g_assert_true (kp_served_parse (kp_served_get_name ((KpServed) i), &served));
      g_assert_cmpint (served, ==, i);
    }
  for (guint i = 0; i < KP_CHAIN_N_KINDS; i++)
    {
      const KpChainFinding finding = { (KpChainKind) i, KP_LINK_NOTE, 2, KP_DATE_NONE, FALSE };
      g_autofree char *text = kp_chain_finding_dup_chinese (&finding);

      g_assert_true (g_str_has_suffix (text, "。"));
      g_assert_null (strstr (text, "%"));
      g_assert_nonnull (kp_chain_finding_get_clause (&finding));
    }
  for (guint i = 0; i < KP_PROBATION_N_VERDICTS; i++)
    g_assert_nonnull (kp_probation_verdict_get_chinese ((KpProbationVerdict) i));
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
  g_test_add_func ("/rules/probation/article-39-1-in-time", test_failing_in_time);
  g_test_add_func ("/rules/probation/article-39-1-a-day-late", test_a_day_late);
  ADD_ROWS ("/rules/probation/link-", link_rows, test_link)
  g_test_add_func ("/rules/probation/done-anew", test_done_anew);
  g_test_add_func ("/rules/probation/scheme-drops-a-link", test_scheme_drops_a_link);
  g_test_add_func ("/rules/probation/interpretation-1-44-unproved", test_unproved);
  g_test_add_func ("/rules/probation/survey-counts", test_survey_counts);
  g_test_add_func ("/rules/probation/service-and-reason", test_service);
  ADD_ROWS ("/rules/probation/merit-", merit_rows, test_merit)
  g_test_add_func ("/rules/probation/excellent", test_excellent);
  g_test_add_func ("/rules/probation/article-19-confirmation", test_confirmation);
  g_test_add_func ("/rules/probation/article-19-suspension", test_suspension);
  g_test_add_func ("/rules/probation/veto-early", test_veto_early);
  ADD_ROWS ("/rules/probation/due-", due_rows, test_due)
  g_test_add_func ("/rules/probation/policy", test_policy);
  ADD_ROWS ("/rules/probation/stand-", stand_rows, test_stand)
  g_test_add_func ("/rules/probation/stand-idle", test_stand_idle);
  g_test_add_func ("/rules/probation/stand-notes", test_stand_notes);
  g_test_add_func ("/rules/probation/words", test_words);
  return g_test_run ();
}
