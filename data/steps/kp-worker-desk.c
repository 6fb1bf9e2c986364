/* kp-worker-desk.c – everybody with a contract: what is done, what is due next, and what may be decided of a probation.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the steps would refuse is said before anybody tries: the same rules are asked, on today's day. */
#include "kp-worker-desk.h"

#include "kp-candidate.h"
#include "kp-deadline-words.h"
#include "kp-name-reading.h"
#include "kp-step-due.h"
#include "kp-termination.h"

typedef struct
{
  KpSession *session;
  KpRoster *roster;
  KpEmployments *works;
  KpNameReader *names; /* (nullable): where ICU lacks its data nobody is found by pinyin */
  KpDate today;
} Reading;

/**
 * kp_worker_case_free:
 * @one: (nullable) (transfer full): a case
 */
void
kp_worker_case_free (KpWorkerCase *one)
{
  if (one == NULL)
    return;
  g_free (one->number);
  g_free (one->application);
  g_free (one->name);
  g_free (one->pinyin);
  g_free (one->street);
  g_free (one->street_name);
  g_free (one->post);
  g_free (one->settled);
  g_free (one->ground);
  g_free (one->due);
  g_free (one->due_clause);
  g_clear_pointer (&one->against, g_ptr_array_unref);
  for (guint i = 0; i < KP_WORKER_N_ACTS; i++)
    g_free (one->reasons[i]);
  g_free (one);
}

/* ---- what may be decided ---- */

static char *
dup_finding (const KpChainFinding *finding)
{
  g_autofree char *sentence = kp_chain_finding_dup_chinese (finding);

  return g_strdup_printf ("%s（%s）", sentence, kp_chain_finding_get_clause (finding));
}

/* The first that stands against an act; of a notice or a service what comes from it on isn't asked for yet. */
static char *
dup_first (const GArray *findings, guint from)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const KpChainFinding *finding = &g_array_index (findings, KpChainFinding, i);

      if (finding->kind != KP_CHAIN_MISSING || finding->link < from)
        return dup_finding (finding);
    }
  return NULL;
}

static gboolean
has_met (const KpEmployment *work)
{
  return kp_probation_find_entry (&work->file, KP_LINK_MEETING, 0, KP_DATE_NONE) != NULL;
}

/* As kp_step_settle_probation() has it: before the last day is over it must have been passed and decided. */
static char *
dup_against_confirm (const Reading *reading, const KpEmployment *work, const KpWorkerCase *one)
{
  const gboolean is_over = kp_date_compare (reading->today, one->probation_ends) > 0;

  if (is_over || (one->merit != KP_MERIT_OPEN && one->merit != KP_MERIT_FAIL && has_met (work)))
    return NULL;
  if (one->merit == KP_MERIT_FAIL)
    return g_strdup ("考核不合格；试用期届满没有解除的，依法转正（劳动合同法第十九条）");
  return g_strdup ("试用期届满以前转正，须期满考核合格并经集体研究决定。");
}

static void
fill_reasons (const Reading *reading, const KpEmployment *work, KpWorkerCase *one)
{
  const KpProbationPolicy *policy = kp_employments_get_policy (reading->works);
  g_autoptr (GArray) early = kp_probation_check (policy, &work->file, KP_PROBATION_CONFIRM_EARLY, reading->today);
  g_autoptr (GArray) against = kp_probation_check (policy, &work->file, KP_PROBATION_TERMINATE, reading->today);

  for (guint i = 0; i < against->len; i++)
    g_ptr_array_add (one->against, dup_finding (&g_array_index (against, KpChainFinding, i)));
  one->reasons[KP_WORKER_NOTICE] = dup_first (against, KP_LINK_NOTICE);
  one->reasons[KP_WORKER_SERVICE] = dup_first (against, KP_LINK_SERVICE);
  one->reasons[KP_WORKER_TERMINATE] = dup_first (against, KP_LINK_N);
  one->reasons[KP_WORKER_CONFIRM] = dup_against_confirm (reading, work, one);
  one->reasons[KP_WORKER_CONFIRM_EARLY] = dup_first (early, KP_LINK_N);
  if (one->reasons[KP_WORKER_CONFIRM_EARLY] == NULL && kp_date_compare (reading->today, one->probation_ends) > 0)
    one->reasons[KP_WORKER_CONFIRM_EARLY] = g_strdup ("试用期最后一日已过，按期转正即可。");
}

/* ---- one contract ---- */

/* Who was confirmed or has left owes nothing of the time after that; what was missed before it stays so. */
static void
settle_stand (KpLinkStand *stand)
{
  if (stand->n_done == 0)
    stand->state = KP_LINK_IDLE;
  else if (stand->state == KP_LINK_DUE || stand->state == KP_LINK_OVERDUE)
    stand->state = KP_LINK_DONE;
}

static KpDate
find_last_asked (const Reading *reading, const KpWorkerCase *one)
{
  if (one->state == KP_WORKER_LEFT)
    return one->last_day;
  return one->state == KP_WORKER_ON_PROBATION ? reading->today : one->settled_on;
}

static void
fill_probation (const Reading *reading, const KpEmployment *work, KpWorkerCase *one)
{
  const KpProbationPolicy *policy = kp_employments_get_policy (reading->works);
  const KpDate until = find_last_asked (reading, one);

  one->has_probation = TRUE;
  one->probation_ends = kp_probation_decide_last_day (policy, &work->file);
  one->verdict = kp_probation_decide (policy, &work->file, reading->today);
  one->merit = kp_probation_decide_merit (policy, &work->file, &one->total);
  for (guint i = 0; i < KP_LINK_N; i++)
    {
      one->stands[i] = kp_probation_decide_stand (policy, &work->file, (KpLink) i, until);
      if (one->state != KP_WORKER_ON_PROBATION)
        settle_stand (&one->stands[i]);
    }
  if (one->state == KP_WORKER_ON_PROBATION)
    fill_reasons (reading, work, one);
}

static void
fill_state (const KpEmployment *work, KpWorkerCase *one)
{
  one->state = work->file.months > 0 ? KP_WORKER_ON_PROBATION : KP_WORKER_AT_WORK;
  if (work->outcome != NULL)
    {
      one->state = KP_WORKER_AT_WORK;
      one->settled = g_strdup (work->outcome->act);
      one->settled_on = kp_candidate_parse_date (work->outcome->day);
    }
  if (work->end != NULL)
    {
      KpGround ground;

      one->state = KP_WORKER_LEFT;
      one->ground = g_strdup (kp_ground_parse (work->end->ground, &ground) ? kp_ground_get_chinese (ground) : work->end->ground);
      one->last_day = kp_candidate_parse_date (work->end->last_day);
    }
}

static KpWorkerCase *
make_case (const Reading *reading, const KpEmployment *work)
{
  const KpScheme *scheme = kp_session_get_scheme (reading->session);
  const KpDossier *dossier = kp_roster_find_application (reading->roster, work->contract->application);
  const KpSchemeStreet *street = kp_scheme_get_street (scheme, work->contract->street);
  KpWorkerCase *one = g_new0 (KpWorkerCase, 1);

  one->number = g_strdup (work->contract->number);
  one->application = g_strdup (work->contract->application);
  one->name = g_strdup (dossier != NULL ? dossier->person->name : "");
  if (reading->names != NULL)
    one->pinyin = kp_name_reader_dup_pinyin (reading->names, one->name);
  one->street = g_strdup (work->contract->street);
  one->street_name = g_strdup (street != NULL ? street->name : work->contract->street);
  one->post = g_strdup (dossier != NULL ? dossier->application->post : "");
  one->starts = work->file.start;
  one->ends = work->person.ends;
  for (guint i = 0; i < KP_DUTY_N; i++)
    if (work->duties[i] != NULL)
      one->duties[i] = kp_candidate_parse_date (work->duties[i]->day);
  one->against = g_ptr_array_new_with_free_func (g_free);
  fill_state (work, one);
  if (work->file.months > 0)
    fill_probation (reading, work, one);
  return one;
}

static gint
compare_cases (gconstpointer a, gconstpointer b)
{
  const KpWorkerCase *first = *(const KpWorkerCase *const *) a, *second = *(const KpWorkerCase *const *) b;
  const gint order = g_strcmp0 (first->street, second->street);

  return order != 0 ? order : g_strcmp0 (first->number, second->number);
}

/* The dues come nearest first: the first of each contract is its next. */
static void
take_dues (GPtrArray *cases, const GPtrArray *dues)
{
  g_autoptr (GHashTable) by_number = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < cases->len; i++)
    g_hash_table_insert (by_number, ((KpWorkerCase *) g_ptr_array_index (cases, i))->number, g_ptr_array_index (cases, i));
  for (guint i = 0; i < dues->len; i++)
    {
      const KpDeadline *deadline = ((const KpDue *) g_ptr_array_index (dues, i))->deadline;
      KpWorkerCase *one = g_hash_table_lookup (by_number, deadline->number);

      if (one == NULL || one->due != NULL)
        continue;
      one->due = kp_deadline_dup_label (deadline);
      one->due_clause = g_strdup (deadline->clause);
      one->due_on = deadline->due;
      one->days_left = deadline->days_left;
    }
}

/**
 * kp_worker_desk_load:
 * @session: a session
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the contracts as they stand today, or %NULL with #KP_DATA_ERROR
 */
KpWorkerDesk *
kp_worker_desk_load (KpSession *session, GError **error)
{
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);
  g_autoptr (KpEmployments) works = roster != NULL ? kp_employments_load (session, error) : NULL;
  g_autoptr (GPtrArray) dues = works != NULL ? kp_step_list_due (session, kp_session_get_today (session), error) : NULL;
  g_autoptr (KpNameReader) names = kp_name_reader_new (NULL);
  const Reading reading = { session, roster, works, names, kp_session_get_today (session) };
  KpWorkerDesk *desk;

  if (dues == NULL)
    return NULL;
  desk = g_new0 (KpWorkerDesk, 1);
  desk->today = reading.today;
  desk->cases = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_worker_case_free);
  for (guint i = 0; i < kp_employments_get_n (works); i++)
    g_ptr_array_add (desk->cases, make_case (&reading, kp_employments_get (works, i)));
  g_ptr_array_sort (desk->cases, compare_cases);
  take_dues (desk->cases, dues);
  return desk;
}

/**
 * kp_worker_desk_free:
 * @desk: (nullable) (transfer full): a desk
 */
void
kp_worker_desk_free (KpWorkerDesk *desk)
{
  if (desk == NULL)
    return;
  g_ptr_array_unref (desk->cases);
  g_free (desk);
}
