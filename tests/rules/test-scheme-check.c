/* test-scheme-check.c – every refusal and warning of the check by its boundary: the last good value and the first bad one.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-check.h"

#include <string.h>

static void
set (gchar     **text,
     const char *value)
{
  g_free (*text);
  *text = g_strdup (value);
}

static KpSchemePost *
get_post (KpScheme *scheme,
          guint     index)
{
  return g_ptr_array_index (scheme->posts, index);
}

static KpRequirement *
make_requirement (const char  *id,
                  KpCondition *condition)
{
  KpRequirement *requirement = kp_requirement_new ();

  set (&requirement->id, id);
  set (&requirement->label, "条件");
  set (&requirement->reason, "R99");
  requirement->condition = condition;

  return requirement;
}

static KpCondition *
make_words (KpConditionKind kind,
            const char     *word)
{
  KpCondition *condition = kp_condition_new (kind);

  condition->words = g_strsplit (word, " ", -1);

  return condition;
}

static void
add_post (KpScheme   *scheme,
          const char *code,
          gboolean    has_written,
          const char *total)
{
  KpSchemePost *post = kp_scheme_post_new ();

  set (&post->code, code);
  set (&post->name, "综合岗");
  set (&post->street, "01");
  post->places = 2;
  post->has_written = has_written;
  post->probation_months = has_written ? 6 : 0;
  set (&post->total, total);
  g_ptr_array_add (scheme->posts, post);
}

static void
add_total (KpScheme   *scheme,
           const char *id,
           guint       written,
           guint       interview)
{
  KpSchemeTotal *total = kp_scheme_total_new ();

  set (&total->id, id);
  set (&total->label, "综合成绩");
  total->policy.weights[KP_PART_WRITTEN] = kp_fraction_new (written, KP_BASIS_POINTS);
  total->policy.weights[KP_PART_INTERVIEW] = kp_fraction_new (interview, KP_BASIS_POINTS);
  total->policy.weights[KP_PART_CREDENTIAL] = kp_fraction_new (0, KP_BASIS_POINTS);
  total->policy.weights[KP_PART_BONUS] = kp_fraction_new (0, KP_BASIS_POINTS);
  g_ptr_array_set_size (total->policy.ties, 0);
  g_ptr_array_add (total->policy.ties, kp_tie_new (KP_TIE_INTERVIEW));
  g_ptr_array_add (scheme->totals, total);
}

static void
add_written (KpScheme *scheme)
{
  KpSchemePaper   *paper = kp_scheme_paper_new ();
  KpSchemeSitting *sitting = kp_scheme_sitting_new ();
  KpSchemeSite    *site = kp_scheme_site_new ();

  set (&paper->code, "01");
  paper->full = KP_MARK (100, 0);
  paper->weight = kp_fraction_new (10000, KP_BASIS_POINTS);
  g_ptr_array_add (scheme->written.papers, paper);

  set (&sitting->code, "01");
  set (&sitting->paper, "01");
  sitting->date = (KpDate) { 2026, 3, 28 };
  sitting->start = 540;
  sitting->end = 660;
  g_ptr_array_add (scheme->written.sittings, sitting);

  set (&site->code, "01");
  for (guint i = 1; i <= 2; i++)
    {
      KpSchemeRoom *room = kp_scheme_room_new ();

      g_free (room->code);
      room->code = g_strdup_printf ("%03u", i);
      kp_seat_room_init_grid (&room->grid, 5, 6);
      room->grid.capacity = 30;
      g_ptr_array_add (site->rooms, room);
    }
  g_ptr_array_add (scheme->written.sites, site);
  set (&scheme->written.ticket_pattern, "{year2}{room3}{seat2}");
  scheme->written.line = (KpLine) { .basis = KP_LINE_ON_PAPER, .value = KP_MARK (60, 0) };
}

static void
add_bonus (KpScheme   *scheme,
           const char *code,
           KpMark      points)
{
  KpBonusItem *item = kp_bonus_item_new ();

  set (&item->code, code);
  set (&item->group, code);
  item->points = points;
  g_ptr_array_add (scheme->bonus.items, item);
}

static void
add_elements (KpScheme *scheme)
{
  static const char *const codes[] = { "analysis", "speech" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      KpSchemeElement *element = kp_scheme_element_new ();

      set (&element->code, codes[i]);
      element->full = KP_MARK (50, 0);
      g_ptr_array_add (scheme->interview.elements, element);
    }
}

static void
add_rules (KpScheme *scheme)
{
  KpRelaxation *relaxation = kp_relaxation_new ();
  KpCondition  *born = kp_condition_new (KP_CONDITION_BORN);

  born->from = (KpDate) { 1985, 3, 2 };
  born->to = (KpDate) { 2008, 3, 2 };
  g_ptr_array_add (scheme->requirements, make_requirement ("age", born));
  g_ptr_array_add (scheme->requirements,
                   make_requirement ("education", make_words (KP_CONDITION_EDUCATION_AT_LEAST, "大专")));
  set (&relaxation->id, "veteran");
  set (&relaxation->relaxes, "age");
  relaxation->group = kp_condition_new (KP_CONDITION_VETERAN);
  relaxation->bound = kp_condition_copy (born);
  g_ptr_array_add (scheme->relaxations, relaxation);
}

/* A small scheme that the check has nothing to say about. */
static KpScheme *
make_good (void)
{
  KpScheme       *scheme = kp_scheme_new ();
  KpSchemeStreet *street = kp_scheme_street_new ();

  set (&scheme->title, "公开招聘");
  set (&scheme->county, "云岭县");
  set (&scheme->committee, "领导小组办公室");
  set (&scheme->code, "yunling-2026");
  scheme->notice_date = (KpDate) { 2026, 2, 11 };
  scheme->registration_from = (KpDate) { 2026, 3, 2 };
  scheme->registration_to = (KpDate) { 2026, 3, 6 };
  scheme->cutoff = (KpDate) { 2026, 3, 2 };
  scheme->interview.date = (KpDate) { 2026, 4, 18 };
  scheme->publicity.from = (KpDate) { 2026, 6, 10 };
  scheme->publicity.days = 7;
  scheme->contract.start = (KpDate) { 2026, 7, 1 };
  scheme->contract.years = 3;
  scheme->contract.probation_wage_percent = 80;
  set (&scheme->contract.number_pattern, "{street}-{year}-{serial4}");

  set (&street->code, "01");
  set (&street->name, "城关街道");
  set (&street->employer, "城关街道办事处");
  g_ptr_array_add (scheme->streets, street);
  add_post (scheme, "A01", TRUE, "exam");
  add_post (scheme, "D01", FALSE, "conversion");
  add_total (scheme, "exam", 5000, 5000);
  add_total (scheme, "conversion", 0, 10000);
  add_rules (scheme);
  add_written (scheme);
  add_bonus (scheme, "veteran", KP_MARK (2, 0));
  add_bonus (scheme, "certificate", KP_MARK (3, 0));
  add_elements (scheme);

  return scheme;
}

typedef void (*Edit) (KpScheme *scheme);

/* A paper of the scheme, by index; the other accessors are like it. */
#define PAPER(i) ((KpSchemePaper *) g_ptr_array_index (scheme->written.papers, (i)))
#define SITTING ((KpSchemeSitting *) g_ptr_array_index (scheme->written.sittings, 0))
#define SITE ((KpSchemeSite *) g_ptr_array_index (scheme->written.sites, 0))
#define ROOM(i) ((KpSchemeRoom *) g_ptr_array_index (SITE->rooms, (i)))
#define STREET ((KpSchemeStreet *) g_ptr_array_index (scheme->streets, 0))
#define ITEM(i) ((KpBonusItem *) g_ptr_array_index (scheme->bonus.items, (i)))
#define ELEMENT(i) ((KpSchemeElement *) g_ptr_array_index (scheme->interview.elements, (i)))
#define TOTAL(i) ((KpSchemeTotal *) g_ptr_array_index (scheme->totals, (i)))
#define RULE(i) ((KpRequirement *) g_ptr_array_index (scheme->requirements, (i)))
#define RELAXATION ((KpRelaxation *) g_ptr_array_index (scheme->relaxations, 0))

static void
add_tie (KpSchemeTotal *total,
         KpTieField     field)
{
  g_ptr_array_add (total->policy.ties, kp_tie_new (field));
}

static void
set_tie (KpSchemeTotal *total,
         KpTie         *tie)
{
  g_ptr_array_set_size (total->policy.ties, 0);
  g_ptr_array_add (total->policy.ties, tie);
}

/* 0 = no such line. */
static void
set_lines (KpScheme *scheme,
           KpMark    line,
           KpMark    lone_line)
{
  KpInterviewLines *lines = &scheme->interview.lines;

  kp_interview_lines_init (lines);
  lines->has_line = line > 0;
  lines->line = line;
  lines->has_lone_line = lone_line > 0;
  lines->lone_line = lone_line;
}

#define EDIT(name, ...) \
  static void \
  name (KpScheme *scheme) \
  { \
    __VA_ARGS__; \
  }

/* Campaign and days: the same day is in order, a day earlier isn't. */
EDIT (no_title, set (&scheme->title, ""))
EDIT (no_county, set (&scheme->county, ""))
EDIT (no_committee, set (&scheme->committee, ""))
EDIT (no_code, set (&scheme->code, ""))
EDIT (capital_code, set (&scheme->code, "Yunling"))
EDIT (plain_code, set (&scheme->code, "a-z0-9"))
EDIT (registration_on_notice_day, scheme->registration_from = scheme->notice_date; scheme->cutoff = scheme->notice_date)
EDIT (registration_before_notice, scheme->registration_from = (KpDate) { 2026, 2, 10 })
EDIT (registration_of_a_day, scheme->registration_to = scheme->registration_from)
EDIT (registration_backwards, scheme->registration_to = (KpDate) { 2026, 3, 1 })
EDIT (cutoff_on_notice_day, scheme->cutoff = (KpDate) { 2026, 2, 11 })
EDIT (cutoff_before_notice, scheme->cutoff = (KpDate) { 2026, 2, 10 })
EDIT (publicity_on_interview_day, scheme->publicity.from = (KpDate) { 2026, 4, 18 })
EDIT (publicity_before_interview, scheme->publicity.from = (KpDate) { 2026, 4, 17 })
EDIT (publicity_before_registration_ends, scheme->interview.date = KP_DATE_NONE; SITTING->date = KP_DATE_NONE;
      scheme->publicity.from = (KpDate) { 2026, 3, 5 })
EDIT (contract_on_publicity_day, scheme->contract.start = (KpDate) { 2026, 6, 10 })
EDIT (contract_before_publicity, scheme->contract.start = (KpDate) { 2026, 6, 9 })
EDIT (days_not_set, scheme->notice_date = KP_DATE_NONE; scheme->registration_to = KP_DATE_NONE)

/* Stages. */
EDIT (stage_twice, scheme->stages.stages[1] = KP_STAGE_PLAN)
EDIT (stage_too_early, scheme->stages.stages[1] = KP_STAGE_REGISTRATION; scheme->stages.stages[2] = KP_STAGE_NOTICE)
EDIT (background_first, scheme->stages.stages[10] = KP_STAGE_BACKGROUND; scheme->stages.stages[11] = KP_STAGE_PHYSICAL)
EDIT (last_stage_dropped, scheme->stages.n_stages--)

/* Streets and posts. */
EDIT (street_without_code, set (&STREET->code, ""); set (&get_post (scheme, 0)->street, "");
      set (&get_post (scheme, 1)->street, ""))
EDIT (street_without_name, set (&STREET->name, ""))
EDIT (street_without_employer, set (&STREET->employer, ""))
EDIT (street_twice, KpSchemeStreet *more = kp_scheme_street_new (); set (&more->code, "01"); set (&more->name, "南关街道");
      set (&more->employer, "办事处"); g_ptr_array_add (scheme->streets, more))
EDIT (no_posts, g_ptr_array_set_size (scheme->posts, 0))
EDIT (post_without_name, set (&get_post (scheme, 0)->name, ""))
EDIT (post_without_code, set (&get_post (scheme, 0)->code, ""))
EDIT (post_twice, set (&get_post (scheme, 1)->code, "A01"))
EDIT (post_without_places, get_post (scheme, 1)->places = 0)
EDIT (post_of_one_place, get_post (scheme, 0)->places = 1)
EDIT (post_of_no_street, set (&get_post (scheme, 0)->street, "02"))
EDIT (post_of_any_street, g_clear_pointer (&get_post (scheme, 0)->street, g_free))
EDIT (post_of_no_formula, set (&get_post (scheme, 0)->total, "none"))

/* Labour law: 3 years carry 6 months, 2 years carry 2. */
EDIT (no_term, scheme->contract.years = 0)
EDIT (probation_of_7, get_post (scheme, 0)->probation_months = 7)
EDIT (two_years_of_2, scheme->contract.years = 2; get_post (scheme, 0)->probation_months = 2)
EDIT (two_years_of_3, scheme->contract.years = 2; get_post (scheme, 0)->probation_months = 3)
EDIT (two_years_of_3_without_start, two_years_of_3 (scheme); scheme->contract.start = KP_DATE_NONE)
EDIT (wage_of_79, scheme->contract.probation_wage_percent = 79)
EDIT (wage_without_probation, scheme->contract.probation_wage_percent = 79; get_post (scheme, 0)->probation_months = 0)
EDIT (converted_on_probation, get_post (scheme, 1)->track = KP_TRACK_CONVERSION; get_post (scheme, 1)->probation_months = 1)
EDIT (converted_without, get_post (scheme, 1)->track = KP_TRACK_CONVERSION)

/* Requirements. */
EDIT (rule_without_id, set (&RULE (1)->id, ""))
EDIT (rule_without_label, set (&RULE (1)->label, ""))
EDIT (rule_twice, set (&RULE (1)->id, "age"))
EDIT (rule_of_no_reason, set (&RULE (1)->reason, "R16"))
EDIT (rule_of_reason_15, set (&RULE (1)->reason, "R15"))
EDIT (rule_of_post, g_ptr_array_add (get_post (scheme, 1)->requirements, make_requirement ("", NULL)))
EDIT (rule_waived_by_post, g_ptr_array_add (get_post (scheme, 1)->requirements, make_requirement ("age", NULL)))
EDIT (unknown_rule_waived, g_ptr_array_add (get_post (scheme, 1)->requirements, make_requirement ("Age", NULL)))
EDIT (rule_waived, kp_condition_free (RULE (1)->condition); RULE (1)->condition = NULL)
EDIT (education_without_level, set (&RULE (1)->condition->words[0], "专科以上"))
EDIT (certificate_without_level, RULE (1)->condition->kind = KP_CONDITION_CERTIFICATE_AT_LEAST)
EDIT (level_without_words, g_clear_pointer (&RULE (1)->condition->words, g_strfreev))
EDIT (period_of_a_day, RULE (0)->condition->to = RULE (0)->condition->from)
EDIT (period_backwards, RULE (0)->condition->to = (KpDate) { 1985, 3, 1 })
EDIT (period_open, RULE (0)->condition->to = KP_DATE_NONE)
EDIT (months_without_day, RULE (1)->condition->kind = KP_CONDITION_GRID_MONTHS)
EDIT (months_to_a_day, RULE (1)->condition->kind = KP_CONDITION_GRID_MONTHS;
      RULE (1)->condition->to = (KpDate) { 2026, 3, 2 })
EDIT (sex, RULE (1)->condition->kind = KP_CONDITION_SEX_IN; set (&RULE (1)->condition->words[0], "男"))
EDIT (by_hand_without_text, RULE (1)->condition->kind = KP_CONDITION_BY_HAND)
EDIT (by_hand_of_empty_text, RULE (1)->condition->kind = KP_CONDITION_BY_HAND; set (&RULE (1)->condition->text, ""))
EDIT (by_hand_with_text, RULE (1)->condition->kind = KP_CONDITION_BY_HAND; set (&RULE (1)->condition->text, "身心健康"))
EDIT (empty_list, kp_condition_free (RULE (1)->condition); RULE (1)->condition = kp_condition_new (KP_CONDITION_ANY_OF))
EDIT (fault_in_a_part, kp_condition_free (RULE (1)->condition); RULE (1)->condition = kp_condition_new (KP_CONDITION_ALL_OF);
      g_ptr_array_add (RULE (1)->condition->parts, kp_condition_new (KP_CONDITION_VETERAN));
      g_ptr_array_add (RULE (1)->condition->parts, kp_condition_new (KP_CONDITION_ANY_OF)))
EDIT (general_age_relaxed, ((KpRequirement *) g_ptr_array_index (scheme->requirements, 0))->is_relaxed = TRUE)
EDIT (relaxes_nothing, set (&RELAXATION->relaxes, "height"))
EDIT (relaxes_rule_of_a_post, set (&RELAXATION->relaxes, "party");
      g_ptr_array_add (get_post (scheme, 1)->requirements,
                       make_requirement ("party", make_words (KP_CONDITION_POLITICAL_IN, "中共党员"))))
EDIT (relaxation_without_group, g_clear_pointer (&RELAXATION->group, kp_condition_free))
EDIT (relaxation_without_bound, g_clear_pointer (&RELAXATION->bound, kp_condition_free))
EDIT (relaxation_of_bad_group, RELAXATION->group->kind = KP_CONDITION_GRID_MONTHS)
EDIT (relaxation_of_bad_bound, RELAXATION->bound->to = (KpDate) { 1984, 1, 1 })
EDIT (bonus_of_bad_condition, ITEM (1)->condition = kp_condition_new (KP_CONDITION_CERTIFICATE_AT_LEAST))

/* Opening ratio. */
EDIT (quota_of_zero, scheme->quota.applies = TRUE; scheme->quota.ratio = kp_fraction_new (0, 1))
EDIT (quota_below_one, scheme->quota.applies = TRUE; scheme->quota.ratio = kp_fraction_new (1, 2))
EDIT (quota_unknown, scheme->quota.applies = TRUE; scheme->quota.ratio = KP_FRACTION_UNKNOWN)
EDIT (quota_unused, scheme->quota.applies = FALSE; scheme->quota.ratio = KP_FRACTION_UNKNOWN)
EDIT (freed_to_nobody, scheme->quota.freed = KP_QUOTA_FREED_ALL)
#define FREED_TO(code) g_ptr_array_add (scheme->quota.freed_to, g_strdup (code))
#define LEFTOVER_TO(code) g_ptr_array_add (scheme->leftover.to, g_strdup (code))
EDIT (freed_to_nowhere, FREED_TO ("Z99"))
EDIT (freed_to_a_post, scheme->quota.freed = KP_QUOTA_FREED_ALL; FREED_TO ("A01"))
EDIT (freed_to_twice, freed_to_a_post (scheme); FREED_TO ("A01"))
EDIT (freed_to_two, freed_to_a_post (scheme); FREED_TO ("D01"))
EDIT (freed_to_targeted, scheme->quota.freed = KP_QUOTA_FREED_CANCELLED_TARGETED; FREED_TO ("D01");
      get_post (scheme, 1)->track = KP_TRACK_TARGETED; get_post (scheme, 1)->probation_months = 6)
EDIT (freed_to_targeted_in_turn, freed_to_targeted (scheme); scheme->quota.freed_how = KP_MOVE_IN_TURN)
EDIT (freed_to_targeted_of_all, freed_to_targeted (scheme); scheme->quota.freed = KP_QUOTA_FREED_ALL)
EDIT (freed_to_no_street, freed_to_a_post (scheme); scheme->quota.freed_how = KP_MOVE_SAME_STREET;
      g_clear_pointer (&get_post (scheme, 0)->street, g_free))
EDIT (freed_to_the_street, freed_to_no_street (scheme); set (&get_post (scheme, 0)->street, "01"))
EDIT (quota_applies, scheme->quota.applies = TRUE; scheme->quota.ratio = kp_fraction_new (3, 1))
EDIT (own_ratio_of_zero, quota_applies (scheme); get_post (scheme, 1)->quota_ratio = KP_FRACTION_ZERO)
EDIT (own_ratio, quota_applies (scheme); get_post (scheme, 1)->quota_ratio = kp_fraction_new (3, 2))
EDIT (own_ratio_unused, get_post (scheme, 1)->quota_ratio = kp_fraction_new (3, 2))
EDIT (own_action_unused, get_post (scheme, 1)->has_quota_action = TRUE)
EDIT (interview_only, quota_applies (scheme); scheme->quota.action = KP_QUOTA_INTERVIEW_ONLY)
EDIT (interview_only_of_post, quota_applies (scheme); get_post (scheme, 0)->has_quota_action = TRUE;
      get_post (scheme, 0)->quota_action = KP_QUOTA_INTERVIEW_ONLY)
EDIT (interview_only_of_others, interview_only (scheme); get_post (scheme, 0)->has_quota_action = TRUE;
      get_post (scheme, 0)->quota_action = KP_QUOTA_CANCEL)
EDIT (interview_only_exempt, interview_only (scheme); get_post (scheme, 0)->is_quota_exempt = TRUE)
EDIT (interview_only_total, interview_only (scheme); set (&scheme->quota.interview_only_total, "conversion"))
#define TIER(num, what) scheme->quota.tiers[scheme->quota.n_tiers++] = ((KpQuotaTier) { kp_fraction_new (num, 1), what })
EDIT (quota_tier_above, quota_applies (scheme); TIER (5, KP_QUOTA_INTERVIEW_ONLY))
EDIT (quota_tier_above_total, quota_tier_above (scheme); set (&scheme->quota.interview_only_total, "conversion"))
EDIT (quota_tier_below, interview_only_total (scheme); TIER (2, KP_QUOTA_REDUCE))
EDIT (quota_tier_of_zero, quota_tier_below (scheme); scheme->quota.tiers[0].ratio = KP_FRACTION_ZERO)
EDIT (quota_tier_of_many, quota_tier_above_total (scheme); scheme->quota.tiers[0].ratio = kp_fraction_new (100000, 1))
EDIT (quota_tier_twice, quota_tier_below (scheme); scheme->quota.tiers[0].ratio = kp_fraction_new (3, 1))
EDIT (quota_tier_reduces_too, quota_applies (scheme); TIER (2, KP_QUOTA_REDUCE))
EDIT (quota_tier_keeps, quota_applies (scheme); TIER (5, KP_QUOTA_KEEP))
EDIT (quota_tier_cancels, quota_applies (scheme); TIER (2, KP_QUOTA_CANCEL))
EDIT (quota_tier_cancels_above, quota_applies (scheme); TIER (5, KP_QUOTA_CANCEL))
EDIT (quota_tier_below_cancel, quota_tier_below (scheme); scheme->quota.action = KP_QUOTA_CANCEL)
EDIT (quota_tier_unused, quota_tier_below (scheme); quota_unused (scheme))
EDIT (interview_only_total_of_written, interview_only (scheme); set (&scheme->quota.interview_only_total, "exam"))
EDIT (interview_only_total_nowhere, interview_only (scheme); set (&scheme->quota.interview_only_total, "other"))
EDIT (leftover_to_nobody, scheme->leftover.at = KP_LEFTOVER_AT_SHORTLIST)
EDIT (leftover_to_a_post, leftover_to_nobody (scheme); LEFTOVER_TO ("A01"))
EDIT (leftover_to_nowhere, leftover_to_a_post (scheme); LEFTOVER_TO ("Z99"))
EDIT (leftover_to_twice, leftover_to_a_post (scheme); LEFTOVER_TO ("A01"))
EDIT (leftover_to_targeted, leftover_to_a_post (scheme); get_post (scheme, 0)->track = KP_TRACK_VETERAN)
EDIT (leftover_of_all, leftover_to_targeted (scheme); scheme->leftover.from = KP_LEFTOVER_FROM_ALL)
EDIT (leftover_to_no_street, leftover_to_a_post (scheme); scheme->leftover.how = KP_MOVE_SAME_STREET;
      g_clear_pointer (&get_post (scheme, 0)->street, g_free))

/* Papers, sittings, rooms. */
EDIT (second_paper, KpSchemePaper *more = kp_scheme_paper_new (); set (&more->code, "02"); more->full = KP_MARK (100, 0);
      more->weight = KP_FRACTION_ZERO;
      g_ptr_array_add (scheme->written.papers, more))
EDIT (paper_without_sitting, g_ptr_array_set_size (scheme->written.sittings, 0))
EDIT (no_site, g_ptr_array_set_size (scheme->written.sites, 0))
EDIT (no_element, g_ptr_array_set_size (scheme->interview.elements, 0))
EDIT (no_interview_day, scheme->interview.date = KP_DATE_NONE)
EDIT (no_publicity_day, scheme->publicity.from = KP_DATE_NONE)
EDIT (no_contract_day, scheme->contract.start = KP_DATE_NONE)
EDIT (no_notice_date, scheme->notice_date = KP_DATE_NONE)
EDIT (no_registration_begin, scheme->registration_from = KP_DATE_NONE)
EDIT (no_registration_end, scheme->registration_to = KP_DATE_NONE)
EDIT (no_street, g_ptr_array_set_size (scheme->streets, 0))
EDIT (paper_without_code, set (&PAPER (0)->code, ""); set (&SITTING->paper, ""))
EDIT (paper_twice, second_paper (scheme); set (&PAPER (1)->code, "01"))
EDIT (paper_without_full, PAPER (0)->full = 0; kp_line_init (&scheme->written.line))
EDIT (paper_of_least_full, PAPER (0)->full = 1; kp_line_init (&scheme->written.line))
EDIT (weights_of_9999, PAPER (0)->weight = kp_fraction_new (9999, KP_BASIS_POINTS))
EDIT (weights_of_two, second_paper (scheme); PAPER (0)->weight = kp_fraction_new (4000, KP_BASIS_POINTS); PAPER (1)->weight = kp_fraction_new (6000, KP_BASIS_POINTS);
      KpSchemeSitting *more = kp_scheme_sitting_new (); set (&more->paper, "02");
      g_ptr_array_add (scheme->written.sittings, more); more->start = 0; more->end = 1)
EDIT (written_without_paper, g_ptr_array_set_size (scheme->written.papers, 0);
      g_ptr_array_set_size (scheme->written.sittings, 0); kp_line_init (&scheme->written.line))
EDIT (nothing_written, get_post (scheme, 0)->has_written = FALSE; set (&get_post (scheme, 0)->total, "conversion");
      g_ptr_array_remove_index (scheme->totals, 0);
      written_without_paper (scheme); set (&scheme->written.ticket_pattern, ""))
EDIT (sitting_of_no_paper, set (&SITTING->paper, "09"))
EDIT (sitting_of_no_time, SITTING->end = SITTING->start)
EDIT (sitting_of_a_minute, SITTING->end = SITTING->start + 1)
EDIT (sitting_on_last_day, SITTING->date = (KpDate) { 2026, 3, 6 })
EDIT (sitting_too_early, SITTING->date = (KpDate) { 2026, 3, 5 })
EDIT (sitting_on_interview_day, SITTING->date = (KpDate) { 2026, 4, 18 })
EDIT (sitting_after_interview, SITTING->date = (KpDate) { 2026, 4, 19 })
EDIT (room_too_small, ROOM (1)->grid.capacity = 31)
EDIT (room_with_free_seats, ROOM (1)->grid.capacity = 29)
EDIT (room_without_seats, ROOM (1)->grid.n_columns = 0; ROOM (1)->grid.capacity = 0)
EDIT (room_twice, set (&ROOM (1)->code, "001"))
EDIT (site_twice, KpSchemeSite *more = kp_scheme_site_new (); set (&more->code, "01");
      g_ptr_array_add (scheme->written.sites, more))
EDIT (line_at_full, scheme->written.line.value = KP_MARK (100, 0))
EDIT (line_above_full, scheme->written.line.value = KP_MARK (100, 1))
EDIT (line_without_basis, scheme->written.line = (KpLine) { .basis = KP_LINE_NONE, .value = KP_MARK (60, 0) })
EDIT (bad_ticket, set (&scheme->written.ticket_pattern, "{year2}"))

/* Bonus. */
EDIT (item_twice, set (&ITEM (1)->code, "veteran"))
EDIT (item_without_points, ITEM (0)->points = 0)
EDIT (item_of_least_points, ITEM (0)->points = 1)
EDIT (item_at_cap, scheme->bonus.has_cap = TRUE; scheme->bonus.cap = KP_MARK (3, 0))
EDIT (item_above_cap, scheme->bonus.has_cap = TRUE; scheme->bonus.cap = KP_MARK (2, 9999))
EDIT (item_without_group, scheme->bonus.across = KP_BONUS_SUM; g_clear_pointer (&ITEM (1)->group, g_free))
EDIT (bonus_without_weight, scheme->bonus.weight = KP_FRACTION_ZERO)
EDIT (bonus_rounded, scheme->bonus.decimals = 2)
EDIT (bonus_on_total_rounded, bonus_rounded (scheme); scheme->bonus.target = KP_BONUS_ON_TOTAL)
EDIT (bonus_of_two_thirds, scheme->bonus.weight = kp_fraction_new (2, 3))
EDIT (group_listed, KpBonusGroup *group = kp_bonus_group_new (); set (&group->code, "certificate"); group->has_cap = TRUE;
      group->cap = KP_MARK (3, 0); g_ptr_array_add (scheme->bonus.groups, group))
EDIT (group_cap_below_item, group_listed (scheme); ITEM (1)->points = KP_MARK (3, 1))
EDIT (group_twice, group_listed (scheme); group_listed (scheme))
EDIT (group_unused, group_listed (scheme); set (&ITEM (1)->group, "other"))
#define PER (&ITEM (1)->per)
EDIT (length, ITEM (1)->points = 0; PER->fact = g_strdup ("grid_since"); PER->points = KP_MARK (0, 5000);
      PER->to = (KpDate) { 2026, 3, 2 })
EDIT (length_without_fact, length (scheme); g_clear_pointer (&PER->fact, g_free))
EDIT (length_of_no_fact, length (scheme); set (&PER->fact, "height"))
EDIT (length_of_a_word, length (scheme); set (&PER->fact, "education"))
EDIT (length_until_a_fact, length (scheme); PER->to = KP_DATE_NONE; set (&PER->until, "discharged"))
EDIT (length_until_no_fact, length (scheme); set (&PER->until, "height"))
EDIT (length_without_end, length (scheme); PER->to = KP_DATE_NONE)
EDIT (length_of_no_unit, length (scheme); PER->unit_months = 0)
EDIT (length_without_points, length (scheme); PER->points = 0)
EDIT (length_halved, length (scheme); PER->remainder = KP_BONUS_REMAINDER_HALF)
EDIT (length_not_to_halve, length_halved (scheme); PER->points = 1)
EDIT (length_cap_below_points, length (scheme); ITEM (1)->points = KP_MARK (2, 0); PER->has_cap = TRUE;
      PER->cap = KP_MARK (1, 9999))
EDIT (length_cap_at_points, length_cap_below_points (scheme); PER->cap = KP_MARK (2, 0))
EDIT (length_cap_above_all, length_cap_at_points (scheme); scheme->bonus.has_cap = TRUE; scheme->bonus.cap = KP_MARK (2, 0);
      PER->cap = KP_MARK (2, 1))

/* Shortlist and interview. */
EDIT (tier_of_zero, scheme->shortlist.tiers[0].ratio = KP_FRACTION_ZERO)
EDIT (tier_below_one, scheme->shortlist.tiers[0].ratio = kp_fraction_new (1, 2))
EDIT (tier_ends_too_soon, scheme->shortlist.tiers[0].to_places = 1)
EDIT (tier_ends_in_time, scheme->shortlist.tiers[0].to_places = 2)
EDIT (tier_not_needed, tier_ends_too_soon (scheme); scheme->shortlist.takes_all = TRUE)
EDIT (tier_of_the_post, tier_ends_too_soon (scheme); get_post (scheme, 0)->shortlist_ratio = kp_fraction_new (1, 1))
EDIT (post_ratio_of_zero, get_post (scheme, 1)->shortlist_ratio = KP_FRACTION_ZERO)
EDIT (no_examiner, scheme->interview.panel.n_examiners = 0)
EDIT (two_examiners, scheme->interview.panel.n_examiners = 2)
EDIT (three_examiners, scheme->interview.panel.n_examiners = 3)
EDIT (all_from_outside, scheme->interview.panel.outside_share = KP_FRACTION_ONE)
EDIT (more_than_all_from_outside, scheme->interview.panel.outside_share = kp_fraction_new (3, 2))
EDIT (limit_of_one_room, scheme->interview.room_limit = 36; scheme->interview.rooms_when_over = 1)
EDIT (limit_of_two_rooms, scheme->interview.room_limit = 36; scheme->interview.rooms_when_over = 2)
EDIT (no_limit, scheme->interview.room_limit = 0; scheme->interview.rooms_when_over = 0)
EDIT (element_without_full, ELEMENT (1)->full = 0)
EDIT (element_twice, set (&ELEMENT (1)->code, "analysis"))
EDIT (interview_line_at_full, set_lines (scheme, KP_MARK (100, 0), KP_MARK (100, 0)))
EDIT (interview_line_above, set_lines (scheme, KP_MARK (100, 1), 0))
EDIT (lone_line_above, set_lines (scheme, 0, KP_MARK (100, 1)))
EDIT (line_without_elements, interview_line_above (scheme); g_ptr_array_set_size (scheme->interview.elements, 0))

/* Totals. */
EDIT (give_credential, scheme->credential.applies = TRUE; scheme->credential.points_per_year = KP_MARK (2, 0);
      scheme->credential.cap = KP_MARK (20, 0); scheme->credential.date = (KpDate) { 2026, 3, 2 };
      add_tie (TOTAL (0), KP_TIE_CREDENTIAL))
EDIT (credential_without_points, give_credential (scheme); scheme->credential.points_per_year = 0)
EDIT (credential_at_cap, give_credential (scheme); scheme->credential.cap = KP_MARK (2, 0))
EDIT (credential_above_cap, give_credential (scheme); scheme->credential.cap = KP_MARK (1, 9999))
EDIT (credential_without_day, give_credential (scheme); scheme->credential.date = KP_DATE_NONE)
EDIT (credential_without_switch, give_credential (scheme); scheme->credential.applies = FALSE)
EDIT (credential_of_20, give_credential (scheme); TOTAL (1)->policy.weights[KP_PART_INTERVIEW] = kp_fraction_new (8000, KP_BASIS_POINTS);
      TOTAL (1)->policy.weights[KP_PART_CREDENTIAL] = kp_fraction_new (10000, KP_BASIS_POINTS))
EDIT (credential_of_21, credential_of_20 (scheme); scheme->credential.cap = KP_MARK (21, 0))
EDIT (credential_not_given, credential_of_20 (scheme); scheme->credential.applies = FALSE)
EDIT (formula_without_id, set (&TOTAL (0)->id, ""); set (&get_post (scheme, 0)->total, ""))
EDIT (formula_twice, set (&TOTAL (1)->id, "exam"); set (&get_post (scheme, 1)->total, "exam");
      TOTAL (0)->policy.weights[KP_PART_WRITTEN] = kp_fraction_new (0, KP_BASIS_POINTS); TOTAL (0)->policy.weights[KP_PART_INTERVIEW] = kp_fraction_new (10000, KP_BASIS_POINTS))
EDIT (weights_of_10001, TOTAL (0)->policy.weights[KP_PART_WRITTEN] = kp_fraction_new (5001, KP_BASIS_POINTS))
EDIT (written_of_none, set (&get_post (scheme, 1)->total, "exam"))
EDIT (bonus_weight_on_written, TOTAL (0)->policy.weights[KP_PART_BONUS] = kp_fraction_new (10000, KP_BASIS_POINTS))
EDIT (bonus_weight_on_total, bonus_weight_on_written (scheme); scheme->bonus.target = KP_BONUS_ON_TOTAL)
EDIT (tie_twice, add_tie (TOTAL (0), KP_TIE_INTERVIEW))
EDIT (tie_by_first_paper, set_tie (TOTAL (0), kp_tie_new (KP_TIE_PAPER_1)))
EDIT (tie_by_second_paper, set_tie (TOTAL (0), kp_tie_new (KP_TIE_PAPER_2)))
EDIT (tie_by_written_of_none, set_tie (TOTAL (1), kp_tie_new (KP_TIE_WRITTEN_WITH_BONUS)))
EDIT (tie_by_credential_of_none, set_tie (TOTAL (1), kp_tie_new (KP_TIE_CREDENTIAL)))
EDIT (tie_by_credential, give_credential (scheme); set_tie (TOTAL (1), kp_tie_new (KP_TIE_CREDENTIAL)))

/* What comes after. */
EDIT (physical_of_less, scheme->physical.policy.ratio = kp_fraction_new (99, 100))
EDIT (physical_of_more, scheme->physical.policy.ratio = kp_fraction_new (11, 10))
EDIT (substitutes_of_two_formulas, scheme->substitution.from = KP_SUBSTITUTES_FROM_CAMPAIGN)
EDIT (substitutes_by_totals, substitutes_of_two_formulas (scheme); scheme->substitution.compare = KP_COMPARE_TOTALS)
EDIT (substitutes_of_one_formula, substitutes_of_two_formulas (scheme); scheme->substitution.compare = KP_COMPARE_SAME_FORMULA)
EDIT (comparing_nobody, scheme->substitution.compare = KP_COMPARE_TOTALS)
EDIT (publicity_of_no_day, scheme->publicity.days = 0)
EDIT (publicity_of_a_day, scheme->publicity.days = 1)
EDIT (number_without_serial, set (&scheme->contract.number_pattern, "{street}-{year}"))
EDIT (number_without_street, set (&scheme->contract.number_pattern, "{year}-{serial4}"))
EDIT (number_of_two_streets, number_without_street (scheme); street_twice (scheme);
      set (&((KpSchemeStreet *) g_ptr_array_index (scheme->streets, 1))->code, "02"))

typedef struct
{
  const char *name;
  Edit        edit;
  const char *path; /* NULL = nothing to say */
  gboolean    is_warning;
} Row;

#define GOOD(edit) { #edit, edit, NULL, FALSE }
#define BAD(edit, path) { #edit, edit, path, FALSE }
#define DOUBT(edit, path) { #edit, edit, path, TRUE }

static const Row rows[] = {
  BAD (no_title, "title"),
  BAD (no_code, "code"),
  BAD (capital_code, "code"),
  GOOD (plain_code),
  GOOD (registration_on_notice_day),
  BAD (registration_before_notice, "registration_from"),
  GOOD (registration_of_a_day),
  BAD (registration_backwards, "registration_to"),
  GOOD (cutoff_on_notice_day),
  BAD (cutoff_before_notice, "cutoff"),
  GOOD (publicity_on_interview_day),
  BAD (publicity_before_interview, "publicity.from"),
  BAD (publicity_before_registration_ends, "publicity.from"),
  GOOD (contract_on_publicity_day),
  BAD (contract_before_publicity, "contract.start"),
  GOOD (days_not_set),
  BAD (stage_twice, "stages[1]"),
  BAD (stage_too_early, "stages[1]"),
  GOOD (background_first),
  GOOD (last_stage_dropped),
  BAD (street_without_code, "streets[0]"),
  BAD (street_without_name, "streets[0]"),
  BAD (street_twice, "streets[1].code"),
  BAD (no_posts, "posts"),
  BAD (post_without_name, "posts[0]"),
  BAD (post_without_code, "posts[0]"),
  BAD (post_twice, "posts[1].code"),
  BAD (post_without_places, "posts[1].places"),
  GOOD (post_of_one_place),
  BAD (post_of_no_street, "posts[0].street"),
  GOOD (post_of_any_street),
  BAD (post_of_no_formula, "posts[0].total"),
  BAD (no_term, "contract.years"),
  BAD (probation_of_7, "posts[0].probation_months"),
  GOOD (two_years_of_2),
  BAD (two_years_of_3, "posts[0].probation_months"),
  BAD (two_years_of_3_without_start, "posts[0].probation_months"),
  BAD (wage_of_79, "contract.probation_wage_percent"),
  GOOD (wage_without_probation),
  DOUBT (converted_on_probation, "posts[1].probation_months"),
  GOOD (converted_without),
  BAD (rule_without_id, "requirements[1]"),
  BAD (rule_without_label, "requirements[1]"),
  BAD (rule_twice, "requirements[1].id"),
  BAD (rule_of_no_reason, "requirements[1].reason"),
  GOOD (rule_of_reason_15),
  BAD (rule_of_post, "posts[1].requirements[0]"),
  GOOD (rule_waived),
  GOOD (rule_waived_by_post),
  BAD (unknown_rule_waived, "posts[1].requirements[0].id"),
  BAD (education_without_level, "requirements[1].condition"),
  BAD (certificate_without_level, "requirements[1].condition"),
  BAD (level_without_words, "requirements[1].condition"),
  GOOD (period_of_a_day),
  BAD (period_backwards, "requirements[0].condition"),
  GOOD (period_open),
  BAD (months_without_day, "requirements[1].condition"),
  GOOD (months_to_a_day),
  DOUBT (sex, "requirements[1].condition"),
  BAD (by_hand_without_text, "requirements[1].condition"),
  BAD (by_hand_of_empty_text, "requirements[1].condition"),
  GOOD (by_hand_with_text),
  BAD (empty_list, "requirements[1].condition"),
  BAD (fault_in_a_part, "requirements[1].condition.all_of[1]"),
  BAD (general_age_relaxed, "requirements[0].relaxed"),
  BAD (relaxes_nothing, "relaxations[0].relaxes"),
  GOOD (relaxes_rule_of_a_post),
  BAD (relaxation_without_group, "relaxations[0]"),
  BAD (relaxation_without_bound, "relaxations[0]"),
  BAD (relaxation_of_bad_group, "relaxations[0].group"),
  BAD (relaxation_of_bad_bound, "relaxations[0].bound"),
  BAD (bonus_of_bad_condition, "bonus.items[1].condition"),
  BAD (quota_of_zero, "quota.ratio"),
  BAD (quota_below_one, "quota.ratio"),
  BAD (quota_unknown, "quota.ratio"),
  GOOD (quota_unused),
  BAD (freed_to_nobody, "quota.freed_to"),
  BAD (freed_to_nowhere, "quota.freed_to[0]"),
  GOOD (freed_to_a_post),
  BAD (freed_to_twice, "quota.freed_to[1]"),
  GOOD (freed_to_two),
  BAD (freed_to_targeted, "quota.freed_to[0]"),
  GOOD (freed_to_targeted_in_turn),
  GOOD (freed_to_targeted_of_all),
  BAD (freed_to_no_street, "quota.freed_to[0]"),
  GOOD (freed_to_the_street),
  BAD (own_ratio_of_zero, "posts[1].quota_ratio"),
  GOOD (own_ratio),
  DOUBT (own_ratio_unused, "posts[1].quota_ratio"),
  DOUBT (own_action_unused, "posts[1].quota_action"),
  BAD (interview_only, "quota.interview_only_total"),
  BAD (quota_tier_above, "quota.interview_only_total"),
  GOOD (quota_tier_above_total),
  GOOD (quota_tier_below),
  BAD (quota_tier_of_zero, "quota.tiers[0].below"),
  BAD (quota_tier_of_many, "quota.tiers[0].below"),
  BAD (quota_tier_twice, "quota.tiers[0].below"),
  BAD (quota_tier_reduces_too, "quota.tiers[0].action"),
  BAD (quota_tier_keeps, "quota.tiers[0].action"),
  GOOD (quota_tier_cancels),
  BAD (quota_tier_cancels_above, "quota.tiers[0].action"),
  BAD (quota_tier_below_cancel, "quota.action"),
  DOUBT (quota_tier_unused, "quota.tiers"),
  BAD (interview_only_of_post, "quota.interview_only_total"),
  GOOD (interview_only_of_others),
  GOOD (interview_only_exempt),
  GOOD (interview_only_total),
  BAD (interview_only_total_of_written, "quota.interview_only_total"),
  BAD (interview_only_total_nowhere, "quota.interview_only_total"),
  BAD (leftover_to_nobody, "leftover.to"),
  GOOD (leftover_to_a_post),
  BAD (leftover_to_nowhere, "leftover.to[1]"),
  BAD (leftover_to_twice, "leftover.to[1]"),
  BAD (leftover_to_targeted, "leftover.to[0]"),
  GOOD (leftover_of_all),
  BAD (leftover_to_no_street, "leftover.to[0]"),
  BAD (paper_without_code, "written.papers[0].code"),
  BAD (paper_twice, "written.papers[1].code"),
  BAD (paper_without_full, "written.papers[0].full"),
  DOUBT (paper_of_least_full, "totals[0].weights"),
  BAD (weights_of_9999, "written.papers"),
  GOOD (weights_of_two),
  BAD (written_without_paper, "written.papers"),
  GOOD (nothing_written),
  BAD (sitting_of_no_paper, "written.sittings[0].paper"),
  BAD (sitting_of_no_time, "written.sittings[0].end"),
  GOOD (sitting_of_a_minute),
  GOOD (sitting_on_last_day),
  BAD (sitting_too_early, "written.sittings[0].date"),
  GOOD (sitting_on_interview_day),
  BAD (sitting_after_interview, "interview.date"),
  BAD (room_too_small, "written.sites[0].rooms[1]"),
  GOOD (room_with_free_seats),
  BAD (room_without_seats, "written.sites[0].rooms[1]"),
  BAD (room_twice, "written.sites[0].rooms[1].code"),
  BAD (site_twice, "written.sites[1].code"),
  GOOD (line_at_full),
  BAD (line_above_full, "written.line.value"),
  BAD (line_without_basis, "written.line.basis"),
  BAD (bad_ticket, "written.ticket_pattern"),
  BAD (item_twice, "bonus.items[1].code"),
  BAD (item_without_points, "bonus.items[0].points"),
  GOOD (item_of_least_points),
  GOOD (item_at_cap),
  BAD (item_above_cap, "bonus.items[1].points"),
  GOOD (item_without_group),
  BAD (bonus_without_weight, "bonus.weight"),
  GOOD (bonus_of_two_thirds),
  GOOD (bonus_rounded),
  BAD (bonus_on_total_rounded, "bonus.decimals"),
  GOOD (group_listed),
  BAD (group_cap_below_item, "bonus.items[1].points"),
  BAD (group_twice, "bonus.groups[1].code"),
  BAD (group_unused, "bonus.groups[0].code"),
  GOOD (length),
  BAD (length_without_fact, "bonus.items[1].per.fact"),
  BAD (length_of_no_fact, "bonus.items[1].per.fact"),
  BAD (length_of_a_word, "bonus.items[1].per.fact"),
  GOOD (length_until_a_fact),
  BAD (length_until_no_fact, "bonus.items[1].per.until"),
  BAD (length_without_end, "bonus.items[1].per.to"),
  BAD (length_of_no_unit, "bonus.items[1].per.unit_months"),
  BAD (length_without_points, "bonus.items[1].per.points"),
  GOOD (length_halved),
  BAD (length_not_to_halve, "bonus.items[1].per.points"),
  BAD (length_cap_below_points, "bonus.items[1].per.cap"),
  GOOD (length_cap_at_points),
  BAD (length_cap_above_all, "bonus.items[1].points"),
  BAD (tier_of_zero, "shortlist.tiers[0].ratio"),
  BAD (tier_below_one, "shortlist.tiers[0].ratio"),
  BAD (tier_ends_too_soon, "shortlist.tiers"),
  GOOD (tier_ends_in_time),
  GOOD (tier_not_needed),
  GOOD (tier_of_the_post),
  BAD (post_ratio_of_zero, "posts[1].shortlist_ratio"),
  BAD (no_examiner, "interview.panel.examiners"),
  BAD (two_examiners, "interview.panel.drop_highest"),
  BAD (more_than_all_from_outside, "interview.panel.outside_share"),
  GOOD (three_examiners),
  GOOD (all_from_outside),
  BAD (limit_of_one_room, "interview.rooms_when_over"),
  GOOD (limit_of_two_rooms),
  GOOD (no_limit),
  BAD (element_without_full, "interview.elements[1].full"),
  BAD (element_twice, "interview.elements[1].code"),
  GOOD (interview_line_at_full),
  BAD (interview_line_above, "interview.lines"),
  BAD (lone_line_above, "interview.lines"),
  GOOD (line_without_elements),
  GOOD (give_credential),
  BAD (credential_without_points, "credential.cap"),
  GOOD (credential_at_cap),
  BAD (credential_above_cap, "credential.cap"),
  BAD (credential_without_day, "credential.date"),
  BAD (credential_without_switch, "credential.applies"),
  GOOD (credential_of_20),
  BAD (credential_of_21, "totals[1].weights"),
  BAD (credential_not_given, "totals[1].weights.credential"),
  BAD (formula_without_id, "totals[0].id"),
  BAD (formula_twice, "totals[1].id"),
  BAD (weights_of_10001, "totals[0].weights"),
  BAD (written_of_none, "totals[0].weights.written"),
  BAD (bonus_weight_on_written, "totals[0].weights.bonus"),
  GOOD (bonus_weight_on_total),
  BAD (tie_twice, "totals[0].ties[1]"),
  GOOD (tie_by_first_paper),
  BAD (tie_by_second_paper, "totals[0].ties[0]"),
  BAD (tie_by_written_of_none, "totals[1].ties[0]"),
  BAD (tie_by_credential_of_none, "totals[1].ties[0]"),
  GOOD (tie_by_credential),
  BAD (physical_of_less, "physical.list.ratio"),
  GOOD (physical_of_more),
  BAD (substitutes_of_two_formulas, "substitution.compare"),
  GOOD (substitutes_by_totals),
  GOOD (substitutes_of_one_formula),
  BAD (comparing_nobody, "substitution.compare"),
  BAD (publicity_of_no_day, "publicity.days"),
  GOOD (publicity_of_a_day),
  BAD (number_without_serial, "contract.number_pattern"),
  GOOD (number_without_street),
  BAD (number_of_two_streets, "contract.number_pattern"),
};

/* A bad value gives a problem at its path and, but for what hangs on it, no other. */
static void
test_row (gconstpointer data)
{
  const Row            *row = data;
  g_autoptr (KpScheme)  scheme = make_good ();
  g_autoptr (GPtrArray) problems = NULL;
  gboolean              is_found = row->path == NULL;

  if (row->edit != NULL)
    row->edit (scheme);
  problems = kp_scheme_check (scheme);
  for (guint i = 0; i < problems->len; i++)
    {
      const KpSchemeProblem *problem = g_ptr_array_index (problems, i);

      g_test_message ("%s: %s", problem->path, problem->message);
      g_assert_nonnull (row->path);
      if (strcmp (problem->path, row->path) != 0)
        continue;
      g_assert_cmpint (problem->is_warning, ==, row->is_warning);
      g_assert_true (g_str_has_suffix (problem->message, "."));
      is_found = TRUE;
    }
  g_assert_true (is_found);
  g_assert_cmpint (kp_scheme_problems_refuse (problems), ==, row->path != NULL && !row->is_warning);
}

/* What only a begun campaign needs: a draft without it is no fault. */
static const Row ready_rows[] = {
  BAD (no_county, "county"),
  BAD (no_committee, "committee"),
  BAD (street_without_employer, "streets[0].employer"),
  BAD (no_notice_date, "notice_date"),
  BAD (no_registration_begin, "registration_from"),
  BAD (no_registration_end, "registration_to"),
  BAD (no_street, "streets"),
  BAD (paper_without_sitting, "written.sittings"),
  BAD (second_paper, "written.sittings"),
  BAD (no_site, "written.sites"),
  BAD (no_element, "interview.elements"),
  BAD (no_interview_day, "interview.date"),
  BAD (no_publicity_day, "publicity.from"),
  BAD (no_contract_day, "contract.start"),
};

static void
test_ready (gconstpointer data)
{
  const Row            *row = data;
  g_autoptr (KpScheme)  scheme = make_good ();
  g_autoptr (GPtrArray) missing = kp_scheme_check_ready (scheme);
  const KpSchemeProblem *problem;

  g_assert_cmpuint (missing->len, ==, 0);
  row->edit (scheme);
  g_clear_pointer (&missing, g_ptr_array_unref);
  missing = kp_scheme_check_ready (scheme);
  g_assert_cmpuint (missing->len, ==, 1);
  problem = g_ptr_array_index (missing, 0);
  g_assert_cmpstr (problem->path, ==, row->path);
  g_assert_true (g_str_has_suffix (problem->message, "."));
}

static const Row good = { "good", NULL, NULL, FALSE };

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/rules/scheme-check/nothing-to-say", &good, test_row);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/scheme-check/", rows[i].name, NULL);

      g_strdelimit (path, "_", '-');
      g_test_add_data_func (path, &rows[i], test_row);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (ready_rows); i++)
    {
      g_autofree gchar *path = g_strconcat ("/rules/scheme-check-ready/", ready_rows[i].name, NULL);

      g_strdelimit (path, "_", '-');
      g_test_add_data_func (path, &ready_rows[i], test_ready);
    }

  return g_test_run ();
}
