/* kp-headcount.c – the cap on community workers, its allotment, and the yearly plan.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 中办国办《关于加强社区工作者队伍建设的意见》三: 每万城镇常住人口拥有社区工作者18人,
 * 市地级或县级层面实行总量控制.
 *
 *   county     268,437 residents × 18 ÷ 10,000 = 483.1866 → 483: it is a cap, the rest is cut off
 *   streets    share the county's places by their residents, communities those of their street, each with
 * least places vacancy    483 places − 160 full-time committee − 265 staff (probation included) − 30 reserved
 * for conversion − 10 in a running recruitment = 18; with 7 who are known to leave 25 plan       empty posts
 * + who retires or leaves + new posts; at most the vacancy of the county: more is refused there, and warned
 * about at a street, since the cap is the county's and streets may share out otherwise */

#include "kp-headcount.h"

static const struct
{
  const char *name;
  const char *chinese;
} workers[KP_WORKER_N_KINDS] = {
  [KP_WORKER_COMMITTEE] = { "committee", "社区“两委”专职成员" },
  [KP_WORKER_STAFF] = { "staff", "社区专职工作人员" },
  [KP_WORKER_ON_PROBATION] = { "on_probation", "试用期内专职工作人员" },
  [KP_WORKER_CONVERTED] = { "converted", "已转聘专职工作人员" },
  [KP_WORKER_COMMITTEE_PART] = { "committee_part", "兼职“两委”成员" },
  [KP_WORKER_GROUP_LEADER] = { "group_leader", "居民小组长" },
  [KP_WORKER_VOLUNTEER] = { "volunteer", "志愿者" },
  [KP_WORKER_SECONDED] = { "seconded", "第一书记、挂职干部" },
  [KP_WORKER_PROPERTY] = { "property", "物业服务人员" },
  [KP_WORKER_WELFARE] = { "welfare", "公益性岗位人员" },
  [KP_WORKER_DISPATCHED] = { "dispatched", "劳务派遣人员（待转聘存量）" },
};

static const struct
{
  gboolean refuses;
  const char *chinese;
} problems[KP_HEADCOUNT_N_PROBLEMS] = {
  [KP_HEADCOUNT_TWICE] = { TRUE, "同一日期有两条代码相同的街道（社区）。" },
  [KP_HEADCOUNT_PARENT] = { TRUE, "所属的上级单位不存在，或者层级不对。" },
  [KP_HEADCOUNT_NO_CAP] = { TRUE, "该日没有生效的核定控制数。" },
  [KP_HEADCOUNT_FLOORS] = { TRUE, "各单位最低配备数之和超过可分配的员额。" },
  [KP_HEADCOUNT_TIED] = { TRUE, "最后的名额余数相同，须由领导小组研究确定先后。" },
  [KP_HEADCOUNT_PLAN_OVER] = { TRUE, "年度招聘计划超过县级可用空额。" },
  [KP_HEADCOUNT_STREET_OVER] = { FALSE, "计划超过本单位可用空额，须在县级总量内统筹调配。" },
  [KP_HEADCOUNT_OVERSTAFFED] = { FALSE, "超配：在岗人数超过员额，不得新增计划。" },
  [KP_HEADCOUNT_CAP_ABOVE_STANDARD] = { FALSE, "核定控制数高于按城镇常住人口测算的标准数。" },
  [KP_HEADCOUNT_POPULATION] = { FALSE, "各下级单位城镇常住人口之和与本级不一致。" },
  [KP_HEADCOUNT_LEAVING_ABOVE] = { FALSE, "因退休离职待招聘数多于预计退休离职人数。" },
  [KP_HEADCOUNT_ENDED] = { FALSE, "单位已撤并，仍登记有在岗人员，须转至新单位。" },
};

/**
 * kp_headcount_policy_init:
 * @policy: (out): the usual rules: 18 for 10,000, cut off, no least places, only what is free today
 */
void
kp_headcount_policy_init (KpHeadcountPolicy *policy)
{
  *policy = (KpHeadcountPolicy){ .per_10k = KP_HEADCOUNT_PER_10K, .rounding = KP_ROUNDING_TRUNCATE };
}

/**
 * kp_worker_kind_counts:
 * @kind: a kind of worker
 *
 * 意见一: 社区工作者 are the full-time committee members and the full-time staff; staff on probation and
 * converted staff are staff.
 *
 * Returns: whether somebody of this kind counts against the cap
 */
gboolean
kp_worker_kind_counts (KpWorkerKind kind)
{
  return kind <= KP_WORKER_CONVERTED;
}

/**
 * kp_worker_kind_get_name:
 * @kind: a kind of worker
 *
 * Returns: the stable name in files: "on_probation"
 */
const char *
kp_worker_kind_get_name (KpWorkerKind kind)
{
  g_return_val_if_fail ((guint) kind < KP_WORKER_N_KINDS, NULL);
  return workers[kind].name;
}

/**
 * kp_worker_kind_get_chinese:
 * @kind: a kind of worker
 *
 * Returns: the words for paper and for the heading of a workbook
 */
const char *
kp_worker_kind_get_chinese (KpWorkerKind kind)
{
  g_return_val_if_fail ((guint) kind < KP_WORKER_N_KINDS, NULL);
  return workers[kind].chinese;
}

/**
 * kp_worker_kind_parse:
 * @name: stable name or Chinese words
 * @out: (out): the kind
 *
 * Returns: whether there is such a kind
 */
gboolean
kp_worker_kind_parse (const char *name, KpWorkerKind *out)
{
  for (guint i = 0; i < KP_WORKER_N_KINDS; i++)
    {
      if (!g_str_equal (workers[i].name, name) && !g_str_equal (workers[i].chinese, name))
        continue;
      *out = (KpWorkerKind) i;
      return TRUE;
    }
  return FALSE;
}

/**
 * kp_headcount_decide_standard:
 * @policy: the rules
 * @population: 城镇常住人口, not negative
 * @out: (out): the standard number 标准数
 *
 * 意见三: so many for 10,000 urban residents. Who is counted are residents, never registered households.
 *
 * Returns: %FALSE when the number is too large to be one
 */
gboolean
kp_headcount_decide_standard (const KpHeadcountPolicy *policy, gint64 population, guint *out)
{
  KpFraction exact;

  g_return_val_if_fail (population >= 0, FALSE);
  exact = kp_fraction_multiply (kp_fraction_new (population, 10000), kp_fraction_new (policy->per_10k, 1));
  return kp_fraction_round_to_count (exact, policy->rounding, out);
}

/**
 * kp_headcount_find_cap:
 * @caps: (array length=n_caps): in any order
 * @n_caps: how many
 * @day: a day
 *
 * Returns: (nullable) (transfer none): the cap in force, the last one that began by @day
 */
const KpHeadcountCap *
kp_headcount_find_cap (const KpHeadcountCap *caps, guint n_caps, KpDate day)
{
  const KpHeadcountCap *found = NULL;

  for (guint i = 0; i < n_caps; i++)
    if (kp_date_compare (caps[i].from, day) <= 0 &&
        (found == NULL || kp_date_compare (caps[i].from, found->from) > 0))
      found = &caps[i];
  return found;
}

/**
 * kp_headcount_node_is_there:
 * @node: a node
 * @day: a day
 *
 * Returns: whether the node existed on that day, its first and its last day included
 */
gboolean
kp_headcount_node_is_there (const KpHeadcountNode *node, KpDate day)
{
  return kp_date_compare (node->from, day) <= 0 &&
         (kp_date_is_none (node->until) || kp_date_compare (day, node->until) <= 0);
}

static KpHeadcountLine *
find_line (KpHeadcountLine *lines, guint n_nodes, const char *code)
{
  for (guint i = 0; code != NULL && i < n_nodes; i++)
    if (lines[i].is_there && g_str_equal (lines[i].node->code, code))
      return &lines[i];
  return NULL;
}

static void
add_problem (KpHeadcountLine *line, KpHeadcountProblem problem)
{
  line->problems |= 1u << problem;
}

static gboolean
is_child (const KpHeadcountLine *line, const KpHeadcountNode *parent)
{
  return line->is_there && line->node->parent != NULL && g_str_equal (line->node->parent, parent->code);
}

static void
add_counts (KpHeadcountCount *sum, const KpHeadcountCount *more)
{
  for (guint i = 0; i < KP_WORKER_N_KINDS; i++)
    sum->n_workers[i] += more->n_workers[i];
  sum->n_reserved += more->n_reserved;
  sum->n_running += more->n_running;
  sum->n_leaving += more->n_leaving;
  sum->plan_vacant += more->plan_vacant;
  sum->plan_leaving += more->plan_leaving;
  sum->plan_new += more->plan_new;
}

/* The nodes below are counted before. */
static void
count_line (const KpHeadcountPolicy *policy, KpHeadcountLine *lines, guint n_nodes, KpHeadcountLine *line)
{
  const KpHeadcountNode *node = line->node;
  gint64 below = 0;

  line->all = node->own;
  for (guint i = 0; i < n_nodes; i++)
    {
      if (!is_child (&lines[i], node))
        continue;
      add_counts (&line->all, &lines[i].all);
      below += lines[i].population;
    }
  line->population = node->population > 0 ? node->population : below;
  if (below > 0 && below != line->population)
    add_problem (line, KP_HEADCOUNT_POPULATION);
  for (guint i = 0; i < KP_WORKER_N_KINDS; i++)
    line->n_counted += kp_worker_kind_counts ((KpWorkerKind) i) ? line->all.n_workers[i] : 0;
  line->plan = line->all.plan_vacant + line->all.plan_leaving + line->all.plan_new;
  if (!kp_headcount_decide_standard (policy, line->population, &line->standard))
    line->standard = G_MAXUINT;
  if (line->population > 0)
    line->ratio = kp_fraction_new ((gint64) line->n_counted * 10000, line->population);
}

static void
check_place (KpHeadcountLine *lines, guint n_nodes, KpHeadcountLine *line)
{
  const KpHeadcountNode *node = line->node;
  const KpHeadcountLine *parent = find_line (lines, n_nodes, node->parent);

  if (find_line (lines, n_nodes, node->code) != line)
    add_problem (line, KP_HEADCOUNT_TWICE);
  if (node->level == KP_NODE_COUNTY ? node->parent != NULL
                                    : parent == NULL || parent->node->level + 1 != node->level)
    add_problem (line, KP_HEADCOUNT_PARENT);
}

/* A street needs at least what its communities need. */
static guint
get_floor (const KpHeadcountPolicy *policy,
           const KpHeadcountLine *lines,
           guint n_nodes,
           const KpHeadcountNode *node)
{
  guint sum = 0;

  if (node->level == KP_NODE_COMMUNITY)
    return node->floor > 0 ? node->floor : policy->community_floor;
  for (guint i = 0; i < n_nodes; i++)
    sum += is_child (&lines[i], node) ? get_floor (policy, lines, n_nodes, lines[i].node) : 0;
  return MAX (sum, node->floor);
}

static void
allot_children (const KpHeadcountPolicy *policy,
                KpHeadcountLine *lines,
                guint n_nodes,
                KpHeadcountLine *parent)
{
  g_autofree guint *children = g_new0 (guint, n_nodes + 1);
  g_autofree gint64 *weights = g_new0 (gint64, n_nodes + 1);
  g_autofree guint *floors = g_new0 (guint, n_nodes + 1);
  g_autofree guint *ranks = g_new0 (guint, n_nodes + 1);
  g_autofree guint *places = g_new0 (guint, n_nodes + 1);
  g_autofree KpFraction *shares = g_new0 (KpFraction, n_nodes + 1);
  g_autofree gboolean *is_tied = g_new0 (gboolean, n_nodes + 1);
  guint64 sum = 0;
  guint n = 0;

  for (guint i = 0; i < n_nodes; i++)
    {
      if (!is_child (&lines[i], parent->node) || lines[i].problems & (1u << KP_HEADCOUNT_TWICE))
        continue;
      children[n] = i;
      weights[n] = lines[i].population;
      floors[n] = get_floor (policy, lines, n_nodes, lines[i].node);
      ranks[n] = lines[i].node->rank;
      sum += floors[n++];
    }
  if (sum > parent->places)
    add_problem (parent, KP_HEADCOUNT_FLOORS);
  if (sum > parent->places || n == 0)
    return;
  kp_headcount_allot (parent->places, weights, floors, ranks, n, places, shares, is_tied);
  for (guint i = 0; i < n; i++)
    {
      KpHeadcountLine *child = &lines[children[i]];

      child->places = places[i];
      child->share = shares[i];
      if (is_tied[i])
        add_problem (child, KP_HEADCOUNT_TIED);
    }
}

/* What is planned stands against what is free at the same node. */
static void
hold_plan (const KpHeadcountPolicy *policy, KpHeadcountLine *line)
{
  const KpHeadcountNode *node = line->node;
  const gboolean has_override = node->override_document != NULL && *node->override_document != '\0';

  line->vacancy = (gint64) line->places - line->n_counted - line->all.n_reserved - line->all.n_running +
                  (policy->counts_leaving ? line->all.n_leaving : 0);
  if (line->n_counted > line->places)
    add_problem (line, KP_HEADCOUNT_OVERSTAFFED);
  if (line->all.plan_leaving > line->all.n_leaving)
    add_problem (line, KP_HEADCOUNT_LEAVING_ABOVE);
  if (line->plan > 0 && (gint64) line->plan > line->vacancy)
    add_problem (line, node->level == KP_NODE_COUNTY && !has_override ? KP_HEADCOUNT_PLAN_OVER
                                                                      : KP_HEADCOUNT_STREET_OVER);
}

static gboolean
has_workers (const KpHeadcountNode *node)
{
  for (guint i = 0; i < KP_WORKER_N_KINDS; i++)
    if (node->own.n_workers[i] > 0)
      return TRUE;
  return FALSE;
}

static void
begin_lines (const KpHeadcountNode *nodes, guint n_nodes, KpDate day, KpHeadcountLine *lines)
{
  for (guint i = 0; i < n_nodes; i++)
    {
      lines[i] =
          (KpHeadcountLine){ .node = &nodes[i], .is_there = kp_headcount_node_is_there (&nodes[i], day) };
      if (!lines[i].is_there && has_workers (&nodes[i]))
        add_problem (&lines[i], KP_HEADCOUNT_ENDED);
    }
}

static void
give_cap (const KpHeadcountCap *cap, KpHeadcountLine *county)
{
  if (cap == NULL)
    add_problem (county, KP_HEADCOUNT_NO_CAP);
  else if (cap->places > county->standard)
    add_problem (county, KP_HEADCOUNT_CAP_ABOVE_STANDARD);
  county->places = cap != NULL ? cap->places : 0;
  county->share = kp_fraction_new (county->places, 1);
}

static gboolean
is_refused (const KpHeadcountLine *line)
{
  for (guint i = 0; i < KP_HEADCOUNT_N_PROBLEMS; i++)
    if (line->problems & (1u << i) && problems[i].refuses)
      return TRUE;
  return FALSE;
}

/* Level by level: counts go up, places come down. */
static void
fill_lines (const KpHeadcountPolicy *policy, const KpHeadcountCap *cap, KpHeadcountLine *lines, guint n_nodes)
{
  for (gint level = KP_NODE_COMMUNITY; level >= KP_NODE_COUNTY; level--)
    for (guint i = 0; i < n_nodes; i++)
      if (lines[i].is_there && (gint) lines[i].node->level == level)
        count_line (policy, lines, n_nodes, &lines[i]);
  for (gint level = KP_NODE_COUNTY; level <= KP_NODE_COMMUNITY; level++)
    for (guint i = 0; i < n_nodes; i++)
      {
        if (!lines[i].is_there || (gint) lines[i].node->level != level)
          continue;
        if (level == KP_NODE_COUNTY)
          give_cap (cap, &lines[i]);
        allot_children (policy, lines, n_nodes, &lines[i]);
        hold_plan (policy, &lines[i]);
      }
}

/**
 * kp_headcount_decide:
 * @policy: the rules
 * @caps: (array length=n_caps): of the county, with their days
 * @n_caps: how many
 * @nodes: (array length=n_nodes): the county, its streets and communities, in any order
 * @n_nodes: how many
 * @day: as of which day
 * @lines: (out) (array length=n_nodes): one for each node, borrowing it
 *
 * 员额测算: holds the tree of that day against the cap of that day: deals the places, counts who is at work,
 * and holds the yearly plan against what is free.
 *
 * Returns: whether nothing refuses the plan; what is only warned about doesn't
 */
gboolean
kp_headcount_decide (const KpHeadcountPolicy *policy,
                     const KpHeadcountCap *caps,
                     guint n_caps,
                     const KpHeadcountNode *nodes,
                     guint n_nodes,
                     KpDate day,
                     KpHeadcountLine *lines)
{
  gboolean may_go_on = TRUE;

  g_return_val_if_fail (kp_date_is_valid (day), FALSE);

  begin_lines (nodes, n_nodes, day, lines);
  for (guint i = 0; i < n_nodes; i++)
    if (lines[i].is_there)
      check_place (lines, n_nodes, &lines[i]);
  fill_lines (policy, kp_headcount_find_cap (caps, n_caps, day), lines, n_nodes);
  for (guint i = 0; i < n_nodes; i++)
    may_go_on &= !is_refused (&lines[i]);
  return may_go_on;
}

/**
 * kp_headcount_problem_refuses:
 * @problem: a problem
 *
 * Returns: whether it refuses the plan; the others are warnings
 */
gboolean
kp_headcount_problem_refuses (KpHeadcountProblem problem)
{
  g_return_val_if_fail ((guint) problem < KP_HEADCOUNT_N_PROBLEMS, TRUE);
  return problems[problem].refuses;
}

/**
 * kp_headcount_problem_get_chinese:
 * @problem: a problem
 *
 * Returns: what is wrong, one sentence
 */
const char *
kp_headcount_problem_get_chinese (KpHeadcountProblem problem)
{
  g_return_val_if_fail ((guint) problem < KP_HEADCOUNT_N_PROBLEMS, NULL);
  return problems[problem].chinese;
}
