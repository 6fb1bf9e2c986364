/* kp-scheme.c – the scheme 招聘方案: made and freed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme.h"

static void
free_street (gpointer data)
{
  KpSchemeStreet *street = data;

  g_free (street->code);
  g_free (street->name);
  g_free (street->employer);
  g_free (street->credit_code);
  g_free (street->representative);
  g_free (street->address);
  g_free (street->phone);
  g_free (street);
}

static void
free_post_paper (gpointer data)
{
  KpSchemePostPaper *paper = data;

  g_free (paper->code);
  g_free (paper);
}

static void
free_post (gpointer data)
{
  KpSchemePost *post = data;

  g_free (post->code);
  g_free (post->name);
  g_free (post->street);
  g_free (post->note);
  g_free (post->total);
  g_free (post->grade_sequence);
  g_ptr_array_unref (post->papers);
  g_ptr_array_unref (post->total_for);
  g_ptr_array_unref (post->requirements);
  g_free (post);
}

static void
free_paper (gpointer data)
{
  KpSchemePaper *paper = data;

  g_free (paper->code);
  g_free (paper->name);
  g_free (paper);
}

static void
free_room (gpointer data)
{
  KpSchemeRoom *room = data;

  g_free (room->code);
  g_ptr_array_unref (room->missing);
  g_free (room);
}

static void
free_site (gpointer data)
{
  KpSchemeSite *site = data;

  g_free (site->code);
  g_free (site->name);
  g_free (site->address);
  g_ptr_array_unref (site->rooms);
  g_free (site);
}

static void
free_sitting (gpointer data)
{
  KpSchemeSitting *sitting = data;

  g_free (sitting->code);
  g_free (sitting->paper);
  g_ptr_array_unref (sitting->posts);
  g_ptr_array_unref (sitting->rooms);
  g_free (sitting);
}

static void
free_element (gpointer data)
{
  KpSchemeElement *element = data;

  g_free (element->code);
  g_free (element->name);
  g_free (element);
}

static void
free_other (gpointer data)
{
  KpSchemeOther *other = data;

  g_free (other->code);
  g_free (other->name);
  g_free (other);
}

static void
free_heat (gpointer data)
{
  KpSchemeHeat *heat = data;

  g_free (heat->other);
  g_ptr_array_unref (heat->posts);
  kp_total_policy_clear (&heat->score);
  kp_shortlist_policy_clear (&heat->list);
  g_free (heat);
}

static void
free_line_for (gpointer data)
{
  KpSchemeLineFor *line_for = data;

  g_clear_pointer (&line_for->when, kp_condition_free);
  g_ptr_array_unref (line_for->posts);
  g_free (line_for);
}

static void
free_lines_for (gpointer data)
{
  KpSchemeLinesFor *lines_for = data;

  g_clear_pointer (&lines_for->when, kp_condition_free);
  g_ptr_array_unref (lines_for->posts);
  g_free (lines_for);
}

static void
free_total_for (gpointer data)
{
  KpSchemeTotalFor *total_for = data;

  g_clear_pointer (&total_for->group, kp_condition_free);
  g_free (total_for->total);
  g_free (total_for);
}

static void
free_total (gpointer data)
{
  KpSchemeTotal *total = data;

  kp_total_policy_clear (&total->policy);
  g_free (total->id);
  g_free (total->label);
  g_free (total);
}

static void
free_education (gpointer data)
{
  KpSchemeEducation *education = data;

  g_free (education->word);
  g_free (education->as);
  g_free (education);
}

static void
free_offer (gpointer data)
{
  KpSchemeOffer *offer = data;

  g_free (offer->code);
  g_free (offer->name);
  g_free (offer);
}

static void
free_clause (gpointer data)
{
  KpSchemeClause *clause = data;

  g_free (clause->id);
  g_free (clause->title);
  g_free (clause->text);
  g_free (clause);
}

static void
free_wording (gpointer data)
{
  KpSchemeWording *wording = data;

  g_free (wording->key);
  g_free (wording->text);
  g_free (wording);
}

static void
free_letterhead (gpointer data)
{
  KpSchemeLetterhead *head = data;

  g_free (head->key);
  g_ptr_array_unref (head->organs);
  g_free (head->word);
  g_free (head->number);
  g_free (head->copies);
  g_free (head->printer);
  g_free (head);
}

/**
 * kp_scheme_new:
 *
 * Makes a scheme with empty texts and lists, the usual stages and the default policies (half up, two decimals, tied
 * last places enter): what a clerk starts from.
 *
 * Returns: (transfer full): the scheme; free with kp_scheme_free().
 */
KpScheme *
kp_scheme_new (void)
{
  KpScheme *scheme = g_new0 (KpScheme, 1);

  scheme->stages = kp_stage_order_make_usual ();
  scheme->bases = g_ptr_array_new_with_free_func (g_free);
  scheme->streets = g_ptr_array_new_with_free_func (free_street);
  scheme->facts = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_fact_def_free);
  scheme->education_as = g_ptr_array_new_with_free_func (free_education);
  kp_definitions_init (&scheme->definitions);
  scheme->posts = g_ptr_array_new_with_free_func (free_post);
  scheme->requirements = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_requirement_free);
  scheme->relaxations = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_relaxation_free);
  scheme->declarations = g_ptr_array_new_with_free_func (g_free);
  scheme->proofs = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_proof_def_free);
  scheme->registration.one_post = TRUE;
  kp_review_policy_init (&scheme->review);
  scheme->written.papers = g_ptr_array_new_with_free_func (free_paper);
  scheme->written.sittings = g_ptr_array_new_with_free_func (free_sitting);
  scheme->written.sites = g_ptr_array_new_with_free_func (free_site);
  scheme->written.line_for = g_ptr_array_new_with_free_func (free_line_for);
  scheme->written.paper_decimals = 2;
  scheme->written.decimals = 2;
  kp_line_init (&scheme->written.line);
  kp_seat_policy_init (&scheme->written.seat);
  kp_quota_policy_init (&scheme->quota);
  for (guint i = 0; i < KP_N_TURNOUTS; i++)
    {
      kp_quota_policy_init (&scheme->turnout[i]);
      scheme->turnout[i].counts = i == KP_TURNOUT_WRITTEN ? KP_QUOTA_COUNTS_SAT : KP_QUOTA_COUNTS_HEARD;
    }
  kp_leftover_policy_init (&scheme->leftover);
  kp_direct_hire_policy_init (&scheme->direct_hire);
  kp_exemption_limit_init (&scheme->written.exempt_limit);
  kp_bonus_policy_init (&scheme->bonus);
  kp_bonus_policy_init (&scheme->credential.table);
  scheme->credential.table.within = KP_BONUS_SUM;
  scheme->credential.table.across = KP_BONUS_SUM;
  kp_shortlist_policy_init (&scheme->shortlist);
  scheme->shortlist.tie_keys = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_tie_free);
  scheme->others = g_ptr_array_new_with_free_func (free_other);
  scheme->heats = g_ptr_array_new_with_free_func (free_heat);
  scheme->interview.elements = g_ptr_array_new_with_free_func (free_element);
  kp_panel_policy_init (&scheme->interview.panel);
  kp_interview_lines_init (&scheme->interview.lines);
  scheme->interview.lines_for = g_ptr_array_new_with_free_func (free_lines_for);
  kp_correction_policy_init (&scheme->interview.correction);
  scheme->totals = g_ptr_array_new_with_free_func (free_total);
  kp_physical_policy_init (&scheme->physical.policy);
  kp_final_total_policy_init (&scheme->background.score);
  scheme->choice.offers = g_ptr_array_new_with_free_func (free_offer);
  scheme->clauses = g_ptr_array_new_with_free_func (free_clause);
  scheme->wordings = g_ptr_array_new_with_free_func (free_wording);
  scheme->letterheads = g_ptr_array_new_with_free_func (free_letterhead);
  scheme->physical.recheck_days = 7;
  scheme->physical.recheck_times = 1;
  kp_substitution_policy_init (&scheme->substitution);
  scheme->publicity.days = 7;
  kp_scheme_init_work (scheme);
  kp_scheme_init_grades (scheme);
  scheme->publicity.is_in_workdays = TRUE;
  scheme->contract.years = 3;
  scheme->contract.probation_wage_percent = 80;

  return scheme;
}

/**
 * kp_scheme_free:
 * @scheme: (nullable) (transfer full): a scheme with all that it owns
 */
void
kp_scheme_free (KpScheme *scheme)
{
  if (scheme == NULL)
    return;

  g_free (scheme->code);
  g_free (scheme->title);
  g_free (scheme->county);
  g_free (scheme->county_code);
  g_free (scheme->committee);
  g_free (scheme->authority);
  g_free (scheme->phone);
  g_free (scheme->supervision_phone);
  g_free (scheme->address);
  g_free (scheme->channel);
  g_ptr_array_unref (scheme->bases);
  g_ptr_array_unref (scheme->streets);
  g_ptr_array_unref (scheme->facts);
  g_ptr_array_unref (scheme->education_as);
  kp_definitions_clear (&scheme->definitions);
  g_clear_pointer (&scheme->places_of_posts, g_hash_table_unref);
  g_ptr_array_unref (scheme->posts);
  g_ptr_array_unref (scheme->requirements);
  g_ptr_array_unref (scheme->relaxations);
  g_ptr_array_unref (scheme->declarations);
  g_ptr_array_unref (scheme->proofs);
  kp_quota_policy_clear (&scheme->quota);
  for (guint i = 0; i < KP_N_TURNOUTS; i++)
    kp_quota_policy_clear (&scheme->turnout[i]);
  kp_leftover_policy_clear (&scheme->leftover);
  kp_direct_hire_policy_clear (&scheme->direct_hire);
  g_ptr_array_unref (scheme->written.papers);
  g_ptr_array_unref (scheme->written.sittings);
  g_ptr_array_unref (scheme->written.sites);
  g_ptr_array_unref (scheme->written.line_for);
  g_free (scheme->written.ticket_pattern);
  g_clear_pointer (&scheme->written.exempt, kp_condition_free);
  kp_exemption_limit_clear (&scheme->written.exempt_limit);
  g_clear_pointer (&scheme->written.ground_floor, kp_condition_free);
  g_clear_pointer (&scheme->written.extra_time, kp_condition_free);
  kp_shortlist_policy_clear (&scheme->shortlist);
  kp_bonus_policy_clear (&scheme->bonus);
  kp_bonus_policy_clear (&scheme->credential.table);
  g_free (scheme->credential.fact);
  g_ptr_array_unref (scheme->others);
  g_ptr_array_unref (scheme->heats);
  g_ptr_array_unref (scheme->interview.elements);
  kp_scheme_clear_work (scheme);
  kp_scheme_clear_grades (scheme);
  g_ptr_array_unref (scheme->interview.lines_for);
  g_free (scheme->interview.place);
  g_ptr_array_unref (scheme->totals);
  kp_final_total_policy_clear (&scheme->background.score);
  kp_substitution_policy_clear (&scheme->substitution);
  g_free (scheme->contract.number_pattern);
  g_ptr_array_unref (scheme->choice.offers);
  g_ptr_array_unref (scheme->clauses);
  g_ptr_array_unref (scheme->wordings);
  g_ptr_array_unref (scheme->letterheads);
  g_free (scheme);
}

/**
 * kp_scheme_street_new:
 *
 * Returns: (transfer full): an empty street, to be added to `streets`.
 */
KpSchemeStreet *
kp_scheme_street_new (void)
{
  return g_new0 (KpSchemeStreet, 1);
}

/**
 * kp_scheme_post_new:
 *
 * Returns: (transfer full): an empty post without own requirements, to be added to `posts`.
 */
KpSchemePost *
kp_scheme_post_new (void)
{
  KpSchemePost *post = g_new0 (KpSchemePost, 1);

  post->requirements = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_requirement_free);
  post->total_for = g_ptr_array_new_with_free_func (free_total_for);
  post->has_written = TRUE;
  post->papers = g_ptr_array_new_with_free_func (free_post_paper);
  post->shortlist_ratio = KP_FRACTION_UNKNOWN;
  post->quota_ratio = KP_FRACTION_UNKNOWN;

  return post;
}

/**
 * kp_scheme_post_paper_new:
 *
 * Returns: (transfer full): a paper that a post sits with the paper's own weight, to be added to a post's `papers`.
 */
KpSchemePostPaper *
kp_scheme_post_paper_new (void)
{
  KpSchemePostPaper *paper = g_new0 (KpSchemePostPaper, 1);

  paper->weight = KP_FRACTION_UNKNOWN;

  return paper;
}

/**
 * kp_scheme_paper_new:
 *
 * Returns: (transfer full): an empty paper, to be added to `written.papers`.
 */
KpSchemePaper *
kp_scheme_paper_new (void)
{
  KpSchemePaper *paper = g_new0 (KpSchemePaper, 1);

  paper->full = KP_MARK (100, 0);
  paper->decimals = 2;
  paper->weight = KP_FRACTION_ONE;

  return paper;
}

/**
 * kp_scheme_room_new:
 *
 * Returns: (transfer full): an empty room, to be added to a site's `rooms`.
 */
KpSchemeRoom *
kp_scheme_room_new (void)
{
  KpSchemeRoom *room = g_new0 (KpSchemeRoom, 1);

  room->missing = g_ptr_array_new_with_free_func (g_free);

  return room;
}

/**
 * kp_scheme_site_new:
 *
 * Returns: (transfer full): a site without rooms, to be added to `written.sites`.
 */
KpSchemeSite *
kp_scheme_site_new (void)
{
  KpSchemeSite *site = g_new0 (KpSchemeSite, 1);

  site->rooms = g_ptr_array_new_with_free_func (free_room);

  return site;
}

/**
 * kp_scheme_sitting_new:
 *
 * Returns: (transfer full): an empty sitting, to be added to `written.sittings`.
 */
KpSchemeSitting *
kp_scheme_sitting_new (void)
{
  KpSchemeSitting *sitting = g_new0 (KpSchemeSitting, 1);

  sitting->posts = g_ptr_array_new_with_free_func (g_free);
  sitting->rooms = g_ptr_array_new_with_free_func (g_free);

  return sitting;
}

/**
 * kp_scheme_element_new:
 *
 * Returns: (transfer full): an empty element 测评要素, to be added to `interview.elements`.
 */
KpSchemeElement *
kp_scheme_element_new (void)
{
  KpSchemeElement *element = g_new0 (KpSchemeElement, 1);

  element->weight = KP_FRACTION_ONE;

  return element;
}

/**
 * kp_scheme_other_new:
 *
 * Returns: (transfer full): an empty part of 100, to be added to `others`.
 */
KpSchemeOther *
kp_scheme_other_new (void)
{
  KpSchemeOther *other = g_new0 (KpSchemeOther, 1);

  other->full = KP_MARK (100, 0);
  other->decimals = 2;

  return other;
}

/**
 * kp_scheme_heat_new:
 *
 * Returns: (transfer full): a test of nothing yet that takes 1:3, to be added to `heats`.
 */
KpSchemeHeat *
kp_scheme_heat_new (void)
{
  KpSchemeHeat *heat = g_new0 (KpSchemeHeat, 1);

  heat->posts = g_ptr_array_new_with_free_func (g_free);
  kp_total_policy_init (&heat->score);
  for (guint i = 0; i < KP_N_PARTS; i++)
    heat->score.weights[i] = KP_FRACTION_ZERO;
  g_ptr_array_set_size (heat->score.ties, 0);
  kp_shortlist_policy_init (&heat->list);
  heat->list.tie_keys = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_tie_free);
  heat->list.direct_needs_line = TRUE;

  return heat;
}

/**
 * kp_scheme_line_for_new:
 *
 * Returns: (transfer full): a line for nobody yet, to be added to `written.line_for`.
 */
KpSchemeLineFor *
kp_scheme_line_for_new (void)
{
  KpSchemeLineFor *line_for = g_new0 (KpSchemeLineFor, 1);

  line_for->posts = g_ptr_array_new_with_free_func (g_free);

  return line_for;
}

/**
 * kp_scheme_lines_for_new:
 *
 * Returns: (transfer full): interview lines for nobody yet, to be added to `interview.lines_for`.
 */
KpSchemeLinesFor *
kp_scheme_lines_for_new (void)
{
  KpSchemeLinesFor *lines_for = g_new0 (KpSchemeLinesFor, 1);

  lines_for->posts = g_ptr_array_new_with_free_func (g_free);
  kp_interview_lines_init (&lines_for->lines);

  return lines_for;
}

/**
 * kp_scheme_total_for_new:
 *
 * Returns: (transfer full): an empty group with its formula, to be added to a post's `total_for`.
 */
KpSchemeTotalFor *
kp_scheme_total_for_new (void)
{
  return g_new0 (KpSchemeTotalFor, 1);
}

/**
 * kp_scheme_total_new:
 *
 * Returns: (transfer full): a formula with the default policy, to be added to `totals`.
 */
KpSchemeTotal *
kp_scheme_total_new (void)
{
  KpSchemeTotal *total = g_new0 (KpSchemeTotal, 1);

  kp_total_policy_init (&total->policy);

  return total;
}

/**
 * kp_scheme_offer_new:
 *
 * Returns: (transfer full): an empty offer, to be added to `choice.offers`.
 */
KpSchemeOffer *
kp_scheme_offer_new (void)
{
  return g_new0 (KpSchemeOffer, 1);
}

/**
 * kp_scheme_clause_new:
 *
 * Returns: (transfer full): an empty clause, to be added to `clauses`.
 */
KpSchemeClause *
kp_scheme_clause_new (void)
{
  return g_new0 (KpSchemeClause, 1);
}

/**
 * kp_scheme_wording_new:
 *
 * Returns: (transfer full): an empty wording, to be added to `wordings`.
 */
KpSchemeWording *
kp_scheme_wording_new (void)
{
  return g_new0 (KpSchemeWording, 1);
}

/**
 * kp_scheme_letterhead_new:
 *
 * Returns: (transfer full): a letterhead of no paper, to be added to `letterheads`.
 */
KpSchemeLetterhead *
kp_scheme_letterhead_new (void)
{
  KpSchemeLetterhead *head = g_new0 (KpSchemeLetterhead, 1);

  head->organs = g_ptr_array_new_with_free_func (g_free);
  return head;
}

/**
 * kp_scheme_education_new:
 *
 * Returns: (transfer full): an empty equivalence, to be added to `education_as`.
 */
KpSchemeEducation *
kp_scheme_education_new (void)
{
  return g_new0 (KpSchemeEducation, 1);
}
