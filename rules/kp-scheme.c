/* kp-scheme.c – the scheme 招聘方案: made, freed and looked into.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme.h"

#include <string.h>

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
  scheme->posts = g_ptr_array_new_with_free_func (free_post);
  scheme->requirements = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_requirement_free);
  scheme->relaxations = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_relaxation_free);
  scheme->declarations = g_ptr_array_new_with_free_func (g_free);
  scheme->registration.one_post = TRUE;
  kp_review_policy_init (&scheme->review);
  scheme->written.papers = g_ptr_array_new_with_free_func (free_paper);
  scheme->written.sittings = g_ptr_array_new_with_free_func (free_sitting);
  scheme->written.sites = g_ptr_array_new_with_free_func (free_site);
  scheme->written.paper_decimals = 2;
  scheme->written.decimals = 2;
  kp_line_init (&scheme->written.line);
  kp_seat_policy_init (&scheme->written.seat);
  kp_quota_policy_init (&scheme->quota);
  kp_leftover_policy_init (&scheme->leftover);
  kp_bonus_policy_init (&scheme->bonus);
  kp_bonus_policy_init (&scheme->credential.table);
  scheme->credential.table.within = KP_BONUS_SUM;
  scheme->credential.table.across = KP_BONUS_SUM;
  kp_shortlist_policy_init (&scheme->shortlist);
  scheme->shortlist.tie_keys = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_tie_free);
  scheme->others = g_ptr_array_new_with_free_func (free_other);
  scheme->interview.elements = g_ptr_array_new_with_free_func (free_element);
  kp_panel_policy_init (&scheme->interview.panel);
  kp_interview_lines_init (&scheme->interview.lines);
  kp_correction_policy_init (&scheme->interview.correction);
  scheme->totals = g_ptr_array_new_with_free_func (free_total);
  kp_physical_policy_init (&scheme->physical.policy);
  scheme->choice.offers = g_ptr_array_new_with_free_func (free_offer);
  scheme->clauses = g_ptr_array_new_with_free_func (free_clause);
  scheme->wordings = g_ptr_array_new_with_free_func (free_wording);
  scheme->physical.recheck_days = 7;
  scheme->physical.recheck_times = 1;
  kp_substitution_policy_init (&scheme->substitution);
  scheme->publicity.days = 7;
  scheme->publicity.is_in_workdays = TRUE;
  scheme->contract.years = 3;
  scheme->contract.probation_wage_percent = 80;

  return scheme;
}

static void
set_default (gchar     **text,
             const char *value)
{
  if (*text != NULL && **text != '\0')
    return;

  g_free (*text);
  *text = g_strdup (value);
}

/* One paper of 100, as nearly every notice has it. */
static void
add_default_paper (KpScheme *scheme)
{
  KpSchemePaper *paper = kp_scheme_paper_new ();

  set_default (&paper->code, "01");
  set_default (&paper->name, "笔试");
  g_ptr_array_add (scheme->written.papers, paper);
}

static void
add_default_total (KpScheme *scheme)
{
  KpSchemeTotal *total = kp_scheme_total_new ();

  set_default (&total->id, "exam");
  set_default (&total->label, "综合成绩");
  g_ptr_array_add (scheme->totals, total);
}

static void
settle_ties (const KpScheme  *scheme,
             const GPtrArray *ties)
{
  for (guint i = 0; i < ties->len; i++)
    {
      const KpTie *tie = g_ptr_array_index (ties, i);

      if (tie->condition != NULL)
        kp_scheme_settle_condition (scheme, tie->condition);
    }
}

/* What the conditions of formulas and ties can't see by themselves. */
static void
settle_totals (KpScheme *scheme)
{
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);

      for (guint j = 0; j < post->total_for->len; j++)
        kp_scheme_settle_condition (scheme, ((KpSchemeTotalFor *) g_ptr_array_index (post->total_for, j))->group);
    }
  settle_ties (scheme, scheme->shortlist.tie_keys);
  for (guint i = 0; i < scheme->totals->len; i++)
    settle_ties (scheme, ((const KpSchemeTotal *) g_ptr_array_index (scheme->totals, i))->policy.ties);
}

/**
 * kp_scheme_fill_defaults:
 * @scheme: a scheme as it was read
 *
 * Gives what a scheme needs and its file leaves out: one paper of 100 where a post has a written exam, one formula of
 * half and half, the first formula for posts that name none, the cut-off for lengths of service that are counted to no
 * other day, the usual patterns of ticket and contract numbers.
 */
void
kp_scheme_fill_defaults (KpScheme *scheme)
{
  gboolean has_written = FALSE;

  if (scheme->totals->len == 0)
    add_default_total (scheme);
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      KpSchemePost        *post = g_ptr_array_index (scheme->posts, i);
      const KpSchemeTotal *first = g_ptr_array_index (scheme->totals, 0);

      has_written = has_written || post->has_written;
      set_default (&post->total, first->id);
    }
  if (scheme->written.papers->len == 0 && has_written)
    add_default_paper (scheme);
  kp_scheme_settle_bonus (scheme, &scheme->bonus);
  kp_scheme_settle_bonus (scheme, &scheme->credential.table);
  set_default (&scheme->written.ticket_pattern, "{year2}{batch2}{site2}{room3}{seat2}");
  set_default (&scheme->contract.number_pattern, "{street}劳合〔{year}〕{serial4}号");
  settle_totals (scheme);
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
  g_ptr_array_unref (scheme->posts);
  g_ptr_array_unref (scheme->requirements);
  g_ptr_array_unref (scheme->relaxations);
  g_ptr_array_unref (scheme->declarations);
  kp_quota_policy_clear (&scheme->quota);
  kp_leftover_policy_clear (&scheme->leftover);
  g_ptr_array_unref (scheme->written.papers);
  g_ptr_array_unref (scheme->written.sittings);
  g_ptr_array_unref (scheme->written.sites);
  g_free (scheme->written.ticket_pattern);
  g_clear_pointer (&scheme->written.exempt, kp_condition_free);
  kp_shortlist_policy_clear (&scheme->shortlist);
  kp_bonus_policy_clear (&scheme->bonus);
  kp_bonus_policy_clear (&scheme->credential.table);
  g_ptr_array_unref (scheme->others);
  g_ptr_array_unref (scheme->interview.elements);
  g_free (scheme->interview.place);
  g_ptr_array_unref (scheme->totals);
  kp_substitution_policy_clear (&scheme->substitution);
  g_free (scheme->contract.number_pattern);
  g_ptr_array_unref (scheme->choice.offers);
  g_ptr_array_unref (scheme->clauses);
  g_ptr_array_unref (scheme->wordings);
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
  return g_new0 (KpSchemeRoom, 1);
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
  return g_new0 (KpSchemeSitting, 1);
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
 * kp_scheme_education_new:
 *
 * Returns: (transfer full): an empty equivalence, to be added to `education_as`.
 */
KpSchemeEducation *
kp_scheme_education_new (void)
{
  return g_new0 (KpSchemeEducation, 1);
}

/**
 * kp_scheme_get_post:
 * @scheme: a scheme
 * @code: (nullable): a post code
 *
 * Returns: (transfer none) (nullable): the post.
 */
const KpSchemePost *
kp_scheme_get_post (const KpScheme *scheme,
                    const char     *code)
{
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);

      if (g_strcmp0 (post->code, code) == 0)
        return post;
    }

  return NULL;
}

/**
 * kp_scheme_get_street:
 * @scheme: a scheme
 * @code: (nullable): a street code
 *
 * Returns: (transfer none) (nullable): the street.
 */
const KpSchemeStreet *
kp_scheme_get_street (const KpScheme *scheme,
                      const char     *code)
{
  for (guint i = 0; i < scheme->streets->len; i++)
    {
      const KpSchemeStreet *street = g_ptr_array_index (scheme->streets, i);

      if (g_strcmp0 (street->code, code) == 0)
        return street;
    }

  return NULL;
}

/**
 * kp_scheme_get_paper:
 * @scheme: a scheme
 * @code: (nullable): a paper code
 *
 * Returns: (transfer none) (nullable): the paper.
 */
const KpSchemePaper *
kp_scheme_get_paper (const KpScheme *scheme,
                     const char     *code)
{
  for (guint i = 0; i < scheme->written.papers->len; i++)
    {
      const KpSchemePaper *paper = g_ptr_array_index (scheme->written.papers, i);

      if (g_strcmp0 (paper->code, code) == 0)
        return paper;
    }

  return NULL;
}

/**
 * kp_scheme_get_paper_weight:
 * @post: a post
 * @paper: a paper of the scheme
 *
 * Returns: what the paper counts in the written mark of @post; unknown when the post doesn't sit it
 */
KpFraction
kp_scheme_get_paper_weight (const KpSchemePost  *post,
                            const KpSchemePaper *paper)
{
  if (!post->has_written)
    return KP_FRACTION_UNKNOWN;
  if (post->papers->len == 0)
    return paper->weight;
  for (guint i = 0; i < post->papers->len; i++)
    {
      const KpSchemePostPaper *own = g_ptr_array_index (post->papers, i);

      if (g_strcmp0 (own->code, paper->code) == 0)
        return kp_fraction_is_known (own->weight) ? own->weight : paper->weight;
    }

  return KP_FRACTION_UNKNOWN;
}

/**
 * kp_scheme_list_papers:
 * @scheme: a scheme
 * @post: a post
 *
 * Returns: (transfer container) (element-type KpSchemePaper): the papers that @post sits, in the scheme's order; none
 *   without a written exam
 */
GPtrArray *
kp_scheme_list_papers (const KpScheme     *scheme,
                       const KpSchemePost *post)
{
  GPtrArray *papers = g_ptr_array_new ();

  for (guint i = 0; i < scheme->written.papers->len; i++)
    {
      KpSchemePaper *paper = g_ptr_array_index (scheme->written.papers, i);

      if (kp_fraction_is_known (kp_scheme_get_paper_weight (post, paper)))
        g_ptr_array_add (papers, paper);
    }

  return papers;
}

/**
 * kp_scheme_get_total:
 * @scheme: a scheme
 * @id: (nullable): id of a formula, as a post names it
 *
 * Returns: (transfer none) (nullable): the formula.
 */
const KpSchemeTotal *
kp_scheme_get_total (const KpScheme *scheme,
                     const char     *id)
{
  for (guint i = 0; i < scheme->totals->len; i++)
    {
      const KpSchemeTotal *total = g_ptr_array_index (scheme->totals, i);

      if (g_strcmp0 (total->id, id) == 0)
        return total;
    }

  return NULL;
}

/**
 * kp_scheme_get_wording:
 * @scheme: a scheme
 * @key: name of a wording
 *
 * Returns: (transfer none) (nullable): the campaign's own text; NULL = the shipped wording.
 */
const char *
kp_scheme_get_wording (const KpScheme *scheme,
                       const char     *key)
{
  for (guint i = 0; i < scheme->wordings->len; i++)
    {
      const KpSchemeWording *wording = g_ptr_array_index (scheme->wordings, i);

      if (g_strcmp0 (wording->key, key) == 0)
        return wording->text;
    }

  return NULL;
}

/* FALSE when the length of service isn't known. */
static gboolean
count_service (const KpSchemeCredential *credential,
               const KpCandidateFacts   *facts,
               KpMark                   *points)
{
  *points = 0;
  if (credential->points_per_year == 0 || facts->is_grid_staff == KP_TRUTH_NO)
    return TRUE;
  if (facts->is_grid_staff == KP_TRUTH_UNKNOWN || !kp_date_is_valid (facts->grid_since)
      || !kp_date_is_valid (credential->date))
    return FALSE;

  *points = credential->points_per_year * kp_date_full_years_between (facts->grid_since, credential->date);
  return TRUE;
}

static KpMark
count_items (const KpSchemeCredential *credential,
             const KpCandidateFacts   *facts)
{
  g_autoptr (GPtrArray)    codes = NULL;
  g_autofree KpBonusClaim *claims = NULL;

  if (credential->table.items->len == 0)
    return 0;

  codes = kp_bonus_propose_items (&credential->table, facts);
  claims = g_new0 (KpBonusClaim, codes->len + 1);
  for (guint i = 0; i < codes->len; i++)
    claims[i] = (KpBonusClaim) { .item = g_ptr_array_index (codes, i), .is_approved = TRUE };

  return kp_bonus_decide_points (&credential->table, facts, claims, codes->len, KP_MARK_PRESENT);
}

/**
 * kp_scheme_decide_credential:
 * @credential: the rule 资历量化
 * @facts: what the candidate states, approved at the review
 * @out: (out): the points
 *
 * Points for each full year of continuous service on the rule's day and for the items that the candidate's facts fulfil,
 * together at most the rule's cap.
 *
 * Returns: FALSE when the rule doesn't apply or the begin of service isn't known: no points are guessed.
 */
gboolean
kp_scheme_decide_credential (const KpSchemeCredential *credential,
                             const KpCandidateFacts   *facts,
                             KpMark                   *out)
{
  KpMark service = 0;

  if (!credential->applies || !count_service (credential, facts, &service))
    return FALSE;

  *out = MIN (service + count_items (credential, facts), credential->cap);

  return TRUE;
}
