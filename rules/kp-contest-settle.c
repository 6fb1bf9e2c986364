/* kp-contest-settle.c – what of a post has to be known before anybody of it can be called.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One thing that isn't known can turn the order of a post, so nobody of it is called before, from the first to the last:
 *
 *   the committee hasn't decided: the opening, who is hired without exam or does without the written one, the line, a list that is too short
 *   a written mark, or a fact of 资历量化 that the list is ordered by, is missing, or a tie at the last place of the list
 *   isn't parted: another may enter
 *   a mark of a test before the interview is missing, or a tie at the last place of its list isn't parted
 *   it isn't known by which formula somebody counts
 *   the committee hasn't drawn the line of the interview
 *   the committee hasn't said where empty places go, and the post could get some
 *   a mark or a vote of the interview is missing: another may come first, and the line may be another
 *
 * Who has left keeps nobody waiting. */

#include "kp-contest-private.h"

static const char *const pending_sentences[KP_N_PENDINGS] = {
  [KP_PENDING_NONE] = NULL,
  [KP_PENDING_OPENING] = "开考与否待招聘工作领导小组决定，人选待定。",
  [KP_PENDING_DIRECT] = "免试直接聘用人选待招聘工作领导小组研究决定，人选待定。",
  [KP_PENDING_EXEMPT] = "免笔试人选待招聘工作领导小组研究决定，人选待定。",
  [KP_PENDING_LINE] = "笔试合格线未定，人选待定。",
  [KP_PENDING_WRITTEN] = "有笔试成绩未定，人选待定。",
  [KP_PENDING_CREDENTIAL] = "有人资历量化分未定，人选待定。",
  [KP_PENDING_LAST_PLACE] = "入围名单末位并列未定，人选待定。",
  [KP_PENDING_SHORTLIST] = "入围人数不足比例，待招聘工作领导小组决定，人选待定。",
  [KP_PENDING_LEFTOVER] = "空缺名额的去向待招聘工作领导小组研究决定，人选待定。",
  [KP_PENDING_HEAT] = "有人测试成绩未定，人选待定。",
  [KP_PENDING_FORMULA] = "有人适用何种成绩算法未定，人选待定。",
  [KP_PENDING_INTERVIEW_LINE] = "面试合格线待招聘工作领导小组划定，人选待定。",
  [KP_PENDING_MARK] = "有人成绩未齐，人选待定。",
  [KP_PENDING_VOTE] = "有人待考官表决，人选待定。",
};

/**
 * kp_pending_get_chinese:
 * @pending: what isn't known yet
 *
 * Returns: (nullable): a whole sentence for lists and slips; NULL for NONE.
 */
const char *
kp_pending_get_chinese (KpPending pending)
{
  g_return_val_if_fail ((guint) pending < KP_N_PENDINGS, NULL);
  return pending_sentences[pending];
}

/* Before the interview. */
static KpPending
find_on_list (const KpContestRun *run,
              guint               entrant)
{
  const KpContestResult *result = &run->contest->results[entrant];
  const KpMarkState      state = result->written.state;

  if (result->shortlist.verdict == KP_SHORTLIST_UNDECIDED)
    return KP_PENDING_LAST_PLACE;
  if (run->competes[entrant] && result->shortlist.verdict == KP_SHORTLIST_NO_MARK
      && kp_written_get_shortlist_basis (run->contest->scheme, result->post) == KP_SHORTLIST_BY_CREDENTIAL
      && !kp_fraction_is_known (kp_contest_measure_credential (run->contest, entrant)))
    return KP_PENDING_CREDENTIAL;
  if (run->competes[entrant] && result->shortlist.verdict == KP_SHORTLIST_NO_MARK
      && (state == KP_MARK_NOT_ENTERED || state == KP_MARK_PENDING))
    return KP_PENDING_WRITTEN;

  return KP_PENDING_NONE;
}

/* 测试: between the first list and the interview. */
static KpPending
find_in_heats (const KpContestPost *post)
{
  for (guint i = 0; i < KP_MAX_HEATS; i++)
    {
      const KpShortlistSummary *list = &post->heats[i].list;

      if (post->heats[i].is_held && (list->n_open > 0 || list->n_undecided > 0))
        return list->n_open > 0 ? KP_PENDING_HEAT : KP_PENDING_LAST_PLACE;
    }

  return KP_PENDING_NONE;
}

/* Since the interview. */
static KpPending
find_heard (const KpContestRun *run,
            guint               entrant)
{
  const KpEntrant       *who = &run->contest->entrants[entrant];
  const KpContestResult *result = &run->contest->results[entrant];

  if (!result->is_interviewed)
    return KP_PENDING_NONE;
  if (result->formula == NULL)
    return KP_PENDING_FORMULA;
  if (result->total.standing != KP_STANDING_OPEN)
    return KP_PENDING_NONE;

  if (result->interview.state == KP_MARK_PRESENT && result->line.is_undrawn)
    return KP_PENDING_INTERVIEW_LINE;

  return result->interview.state == KP_MARK_PRESENT && result->line.needs_vote && who->n_votes == 0 ? KP_PENDING_VOTE
                                                                                                    : KP_PENDING_MARK;
}

static KpPending
find_first (KpPending a,
            KpPending b)
{
  if (a == KP_PENDING_NONE || b == KP_PENDING_NONE)
    return a == KP_PENDING_NONE ? b : a;

  return MIN (a, b);
}

/**
 * kp_contest_find_pending:
 * @run: a run whose totals are made
 * @post: one of its posts
 *
 * Returns: what the post still waits for; of several the first
 */
KpPending
kp_contest_find_pending (const KpContestRun  *run,
                         const KpContestPost *post)
{
  KpPending pending = KP_PENDING_NONE;

  if (post->needs_decision)
    return KP_PENDING_OPENING;
  if (post->places == 0)
    return KP_PENDING_NONE;
  if (post->is_direct_open)
    return KP_PENDING_DIRECT;
  if (post->is_exempt_open)
    return KP_PENDING_EXEMPT;
  if (post->shortlist.is_line_open)
    return KP_PENDING_LINE;
  pending = post->shortlist.needs_decision ? KP_PENDING_SHORTLIST
            : post->waits_for_leftovers    ? KP_PENDING_LEFTOVER
                                           : find_in_heats (post);
  for (guint i = 0; i < post->entrants->len; i++)
    {
      guint index = g_array_index (post->entrants, guint, i);

      if (!run->contest->results[index].has_left)
        pending = find_first (pending, find_first (find_on_list (run, index), find_heard (run, index)));
    }

  return pending;
}

/**
 * kp_contest_settle:
 * @run: a run whose totals are made
 *
 * Finds what each post still waits for.
 */
void
kp_contest_settle (KpContestRun *run)
{
  for (guint i = 0; i < run->contest->posts->len; i++)
    {
      KpContestPost *post = g_ptr_array_index (run->contest->posts, i);

      post->pending = kp_contest_find_pending (run, post);
    }
}
