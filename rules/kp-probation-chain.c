/* kp-probation-chain.c – whether the chain of proof carries a confirmation or a termination.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* To end a contract in probation the employer has to prove four things (劳动合同法 §39 (一), 解释一 §44):
 * conditions of hire that were made known and signed; evidence of failing them; decided and served before the
 * probation ends; reasons given (§21) and the union informed first (§43). Each is a link; a link that is
 * missing and can't come any more, or came too late, makes the termination impossible, and so does the day
 * after the last. */

#include "kp-labour.h"
#include "kp-probation.h"

/* What has to be there before a link, in the order of days. */
static const struct
{
  KpLink link;
  KpLink rests_on;
} orders[] = {
  { KP_LINK_ASSESSMENT, KP_LINK_SURVEY }, { KP_LINK_MEETING, KP_LINK_ASSESSMENT },
  { KP_LINK_UNION, KP_LINK_ASSESSMENT },  { KP_LINK_NOTICE, KP_LINK_MEETING },
  { KP_LINK_NOTICE, KP_LINK_UNION },      { KP_LINK_NOTICE, KP_LINK_FILING },
  { KP_LINK_SERVICE, KP_LINK_NOTICE },
};

typedef struct
{
  const KpProbationPolicy *policy;
  const KpProbationFile *file;
  KpDate on;
  KpDate last_day;
  GArray *findings;
} Checking;

static void
add (Checking *checking, KpChainFinding finding)
{
  g_array_append_val (checking->findings, finding);
}

/**
 * kp_probation_find_entry:
 * @file: a person
 * @link: a link
 * @month: of a note, 1 is the first
 * @on: what had happened by that day; none = at all
 *
 * Of several the first counts while the work is looked on, since a note can't be made better later; from the survey on the
 * last does: a meeting that was held anew replaces the first.
 *
 * Returns: (transfer none) (nullable): the entry that counts
 */
const KpLinkEntry *
kp_probation_find_entry (const KpProbationFile *file, KpLink link, guint month, KpDate on)
{
  const KpLinkEntry *found = NULL;

  for (guint i = 0; i < file->n_entries; i++)
    if ((!kp_date_is_valid (on) || kp_date_compare (file->entries[i].on, on) <= 0) && file->entries[i].link == link &&
        (link != KP_LINK_NOTE || file->entries[i].month == month) &&
        (found == NULL || (link < KP_LINK_SURVEY ? kp_date_compare (file->entries[i].on, found->on) < 0
                                                 : kp_date_compare (file->entries[i].on, found->on) >= 0)))
      found = &file->entries[i];
  return found;
}

static const KpLinkEntry *
find_entry (const Checking *checking, KpLink link, guint month)
{
  return kp_probation_find_entry (checking->file, link, month, checking->on);
}

static void
check_link (Checking *checking, KpLink link, guint month)
{
  const KpLinkEntry *entry = find_entry (checking, link, month);
  const KpDate latest = kp_probation_decide_latest (checking->policy, checking->file, link, month);

  if (entry == NULL)
    {
      const gboolean is_over = kp_date_compare (checking->on, latest) > 0;

      add (checking,
           (KpChainFinding){ is_over ? KP_CHAIN_MISSED : KP_CHAIN_MISSING, link, month, latest, is_over });
    }
  else if (kp_date_compare (entry->on, latest) > 0)
    add (checking, (KpChainFinding){ KP_CHAIN_LATE, link, month, latest, TRUE });
  else if (!entry->has_document)
    add (checking, (KpChainFinding){ KP_CHAIN_UNPROVED, link, month, KP_DATE_NONE, FALSE });
}

/* What came in the wrong order can be done anew as long as there is time. */
static void
check_orders (Checking *checking)
{
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      const KpLinkEntry *entry = find_entry (checking, orders[i].link, 0);
      const KpLinkEntry *before = find_entry (checking, orders[i].rests_on, 0);
      const gboolean is_over = kp_date_compare (checking->on, checking->last_day) >= 0;

      if (entry != NULL && before != NULL && kp_date_compare (entry->on, before->on) < 0)
        add (checking, (KpChainFinding){ KP_CHAIN_ORDER, orders[i].link, 0, checking->last_day, is_over });
    }
}

/* Whether the scheme's chain has a link by that day: notes and the mid-term talk once their months are over;
   an item that fails at once needs no survey. */
static gboolean
is_needed (const Checking *checking, KpLink link, guint month)
{
  const KpProbationFile *file = checking->file;
  const guint after = link == KP_LINK_NOTE ? month : MAX ((file->months + 1) / 2, 1);

  if (!(checking->policy->needed & (1u << link)) || (link == KP_LINK_SURVEY && file->vetoes != 0))
    return FALSE;
  return (link != KP_LINK_NOTE && link != KP_LINK_MIDTERM) ||
         kp_date_compare (kp_labour_decide_end (file->start, after), checking->on) <= 0;
}

static void
check_links (Checking *checking)
{
  for (guint link = 0; link < KP_LINK_N; link++)
    {
      const guint n = link == KP_LINK_NOTE ? checking->file->months : 1;

      for (guint i = 1; i <= n; i++)
        if (is_needed (checking, (KpLink) link, i))
          check_link (checking, (KpLink) link, link == KP_LINK_NOTE ? i : 0);
    }
  check_orders (checking);
}

static void
check_termination (Checking *checking)
{
  const KpProbationFile *file = checking->file;
  const KpSurveyCounts *survey = &file->survey;
  const gboolean is_notified = find_entry (checking, KP_LINK_NOTICE, 0) != NULL;

  if (kp_date_compare (checking->on, checking->last_day) > 0)
    add (checking, (KpChainFinding){ .kind = KP_CHAIN_OVER, .until = checking->last_day, .is_final = TRUE });
  if (kp_probation_decide_merit (checking->policy, file, NULL) != KP_MERIT_FAIL)
    add (checking, (KpChainFinding){ .kind = KP_CHAIN_MERIT });
  check_links (checking);
  if (is_needed (checking, KP_LINK_SURVEY, 0) && find_entry (checking, KP_LINK_SURVEY, 0) != NULL &&
      survey->n_satisfied + survey->n_fair + survey->n_unsatisfied < checking->policy->least_answers)
    add (checking, (KpChainFinding){ .kind = KP_CHAIN_SURVEY_FEW });
  if (is_notified && !file->states_reason)
    add (checking, (KpChainFinding){ .kind = KP_CHAIN_REASON });
  if (find_entry (checking, KP_LINK_SERVICE, 0) != NULL && file->served == KP_SERVED_REFUSED &&
      file->n_witnesses < 2)
    add (checking, (KpChainFinding){ .kind = KP_CHAIN_WITNESSES });
}

/* A confirmation needs what was found and who decided it; nothing else that is missing harms the worker. */
static void
check_confirmation (Checking *checking, gboolean is_early)
{
  const KpProbationFile *file = checking->file;
  const KpMerit merit = kp_probation_decide_merit (checking->policy, file, NULL);
  const gboolean is_over = kp_date_compare (checking->on, checking->last_day) > 0;
  const gint served = kp_date_full_months_between (file->start, checking->on);

  if (is_over)
    return;
  if (!is_early)
    {
      add (checking, (KpChainFinding){ .kind = KP_CHAIN_NOT_OVER, .until = checking->last_day });
      return;
    }
  if (!checking->policy->may_pass_early || served < (gint) checking->policy->early_months)
    add (checking, (KpChainFinding){ .kind = KP_CHAIN_EARLY });
  if (merit != KP_MERIT_EXCELLENT)
    add (checking, (KpChainFinding){ .kind = KP_CHAIN_MERIT });
  check_link (checking, KP_LINK_ASSESSMENT, 0);
  check_link (checking, KP_LINK_MEETING, 0);
  check_orders (checking);
}

/**
 * kp_probation_check:
 * @policy: what the scheme sets
 * @file: a person
 * @act: what is to be done
 * @on: the day from which it holds: of a termination the last day of work, of a confirmation the first day
 * after probation
 *
 * Whether the chain of proof carries an act on a day. After the last day a confirmation needs nothing: the
 * law has confirmed already.
 *
 * Returns: (transfer full) (element-type KpChainFinding): what stands against it; empty = nothing
 */
GArray *
kp_probation_check (const KpProbationPolicy *policy,
                    const KpProbationFile *file,
                    KpProbationAct act,
                    KpDate on)
{
  Checking checking = { policy, file, on, kp_probation_decide_last_day (policy, file),
                        g_array_new (FALSE, FALSE, sizeof (KpChainFinding)) };

  if (!kp_date_is_valid (on) || !kp_date_is_valid (file->start) || !kp_date_is_valid (file->end))
    g_return_val_if_reached (checking.findings);
  if (act == KP_PROBATION_TERMINATE)
    check_termination (&checking);
  else
    check_confirmation (&checking, act == KP_PROBATION_CONFIRM_EARLY);
  return checking.findings;
}

static gboolean
is_any_final (const GArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_array_index (findings, KpChainFinding, i).is_final)
      return TRUE;
  return FALSE;
}

/**
 * kp_probation_decide:
 * @policy: what the scheme sets
 * @file: a person
 * @today: a day
 *
 * Returns: how a person's probation stands on that day
 */
KpProbationVerdict
kp_probation_decide (const KpProbationPolicy *policy, const KpProbationFile *file, KpDate today)
{
  const KpDate last_day = kp_probation_decide_last_day (policy, file);
  const gboolean is_over = kp_date_compare (today, last_day) > 0;
  const KpMerit merit = kp_probation_decide_merit (policy, file, NULL);
  g_autoptr (GArray) early = NULL;
  g_autoptr (GArray) against = NULL;

  if (merit == KP_MERIT_OPEN)
    return is_over ? KP_PROBATION_BY_LAW : KP_PROBATION_RUNNING;
  if (merit != KP_MERIT_FAIL)
    {
      early = kp_probation_check (policy, file, KP_PROBATION_CONFIRM_EARLY, today);
      return early->len == 0 && !is_over ? KP_PROBATION_MAY_CONFIRM_EARLY : KP_PROBATION_TO_CONFIRM;
    }
  /* What was served in time stays served: the chain is looked at as of the last day. */
  against = kp_probation_check (policy, file, KP_PROBATION_TERMINATE, is_over ? last_day : today);
  if (against->len == 0)
    return KP_PROBATION_MAY_TERMINATE;
  return is_over || is_any_final (against) ? KP_PROBATION_IMPOSSIBLE : KP_PROBATION_TO_TERMINATE;
}
