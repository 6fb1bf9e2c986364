/* kp-simulation-lists.c – the lists of a simulation: no names, no numbers, marked in every row.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-simulation.h"

#include <string.h>

#define MARK_COLUMN { "mark", KP_SIMULATION_MARK, 16, KP_LIST_TEXT }
#define MAX_COLUMNS 14

/* One row on its way; it owns its texts. */
typedef struct
{
  const char *values[MAX_COLUMNS];
  guint n;
  GPtrArray *owned;
} Row;

static const KpListColumn post_columns[] = {
  { "post", "岗位代码", 10, KP_LIST_TEXT },    { "post_name", "岗位", 22, KP_LIST_TEXT },
  { "planned", "计划", 8, KP_LIST_NUMBER },    { "registered", "报名", 8, KP_LIST_NUMBER },
  { "passed", "审查合格", 10, KP_LIST_NUMBER }, { "opening", "开考", 14, KP_LIST_TEXT },
  { "places", "招聘人数", 10, KP_LIST_NUMBER }, { "line", "笔试合格线", 12, KP_LIST_NUMBER },
  { "entered", "入围", 8, KP_LIST_NUMBER },    { "called", "体检人选", 10, KP_LIST_NUMBER },
  { "hired", "拟聘用", 8, KP_LIST_NUMBER },    { "empty", "空缺", 8, KP_LIST_NUMBER },
  MARK_COLUMN,
};

static const KpListColumn shortlist_columns[] = {
  { "alias", "模拟序号", 10, KP_LIST_TEXT },  { "post", "岗位代码", 10, KP_LIST_TEXT },
  { "paper", "卷面成绩", 10, KP_LIST_NUMBER }, { "bonus", "加分", 8, KP_LIST_NUMBER },
  { "written", "笔试成绩", 10, KP_LIST_NUMBER }, { "place", "名次", 8, KP_LIST_NUMBER },
  { "verdict", "入围", 16, KP_LIST_TEXT },    MARK_COLUMN,
};

static const KpListColumn total_columns[] = {
  { "alias", "模拟序号", 10, KP_LIST_TEXT },    { "post", "岗位代码", 10, KP_LIST_TEXT },
  { "written", "笔试成绩", 10, KP_LIST_NUMBER }, { "interview", "面试成绩", 10, KP_LIST_NUMBER },
  { "total", "综合成绩", 10, KP_LIST_NUMBER },  { "place", "名次", 8, KP_LIST_NUMBER },
  { "standing", "说明", 20, KP_LIST_TEXT },     { "final", "体检（考察）人选", 18, KP_LIST_TEXT },
  { "hired", "拟聘用", 8, KP_LIST_TEXT },       MARK_COLUMN,
};

/* 最终成绩: where the background check is scored. */
static const KpListColumn final_columns[] = {
  { "alias", "模拟序号", 10, KP_LIST_TEXT },    { "post", "岗位代码", 10, KP_LIST_TEXT },
  { "written", "笔试成绩", 10, KP_LIST_NUMBER }, { "interview", "面试成绩", 10, KP_LIST_NUMBER },
  { "total", "综合成绩", 10, KP_LIST_NUMBER },  { "place", "名次", 8, KP_LIST_NUMBER },
  { "standing", "说明", 20, KP_LIST_TEXT },     { "final", "体检（考察）人选", 18, KP_LIST_TEXT },
  { "final_total", "最终成绩", 10, KP_LIST_NUMBER }, { "final_place", "最终名次", 10, KP_LIST_NUMBER },
  { "final_standing", "最终成绩说明", 20, KP_LIST_TEXT }, { "hired", "拟聘用", 8, KP_LIST_TEXT },
  MARK_COLUMN,
};

static const KpListColumn change_columns[] = {
  { "alias", "模拟序号", 10, KP_LIST_TEXT }, { "post", "岗位代码", 10, KP_LIST_TEXT },
  { "kind", "变化", 18, KP_LIST_TEXT },      { "before", "现行方案", 18, KP_LIST_TEXT },
  { "after", "模拟方案", 18, KP_LIST_TEXT }, MARK_COLUMN,
};

static const struct
{
  const char *name;
  const char *chinese;
  const KpListColumn *columns;
  guint n_columns;
} lists[KP_SIMULATION_N_LISTS] = {
  [KP_SIMULATION_POSTS] = { "posts", "各岗位情况", post_columns, G_N_ELEMENTS (post_columns) },
  [KP_SIMULATION_SHORTLIST] = { "shortlist", "笔试成绩和入围", shortlist_columns, G_N_ELEMENTS (shortlist_columns) },
  [KP_SIMULATION_TOTALS] = { "totals", "综合成绩", total_columns, G_N_ELEMENTS (total_columns) },
  [KP_SIMULATION_CHANGES] = { "changes", "与现行方案的差别", change_columns, G_N_ELEMENTS (change_columns) },
};

static void
row_begin (Row *row)
{
  memset (row->values, 0, sizeof row->values);
  row->n = 0;
  g_ptr_array_set_size (row->owned, 0);
}

static void
put (Row *row,
     const char *value)
{
  g_assert (row->n < MAX_COLUMNS);
  row->values[row->n++] = value;
}

static void
take (Row *row,
      char *value)
{
  g_ptr_array_add (row->owned, value);
  put (row, value);
}

static void
put_count (Row *row,
           guint count)
{
  take (row, g_strdup_printf ("%u", count));
}

static void
put_fraction (Row *row,
              KpFraction value)
{
  if (kp_fraction_is_known (value))
    take (row, kp_fraction_dup_decimal (value, 2));
  else
    put (row, NULL);
}

static void
put_place (Row *row,
           guint place)
{
  if (place > 0)
    put_count (row, place);
  else
    put (row, NULL);
}

static void
row_end (Row *row,
         KpList *list)
{
  put (row, KP_SIMULATION_MARK);
  kp_list_add_row (list, row->values);
}

/* Whose of the post are on the list, the best place first, then by alias. */
typedef struct
{
  const KpSimulation *simulation;
  guint (*get_place) (const KpContestResult *result);
} Order;

static guint
get_written_place (const KpContestResult *result)
{
  return result->shortlist.place.place;
}

static guint
get_total_place (const KpContestResult *result)
{
  return result->total.place.place;
}

static gint
compare_entrants (gconstpointer a,
                  gconstpointer b,
                  gpointer data)
{
  const Order *order = data;
  const guint first = *(const guint *) a;
  const guint second = *(const guint *) b;
  const KpContest *contest = kp_simulation_get_contest (order->simulation);
  const guint place = order->get_place (&contest->results[first]);
  const guint other = order->get_place (&contest->results[second]);

  if (place != other)
    return place == 0 || (other != 0 && other < place) ? 1 : -1;
  return strcmp (kp_simulation_get_alias (order->simulation, first), kp_simulation_get_alias (order->simulation, second));
}

static GArray *
list_post (const KpSimulation *simulation,
           const KpContestPost *post,
           guint (*get_place) (const KpContestResult *result))
{
  GArray *sorted = g_array_new (FALSE, FALSE, sizeof (guint));
  Order order = { simulation, get_place };

  g_array_append_vals (sorted, post->entrants->data, post->entrants->len);
  g_array_sort_with_data (sorted, compare_entrants, &order);
  return sorted;
}

static void
fill_posts (const KpSimulation *simulation,
            KpList *list,
            Row *row)
{
  const KpContest *contest = kp_simulation_get_contest (simulation);

  for (guint i = 0; i < contest->posts->len; i++)
    {
      const KpContestPost *post = g_ptr_array_index (contest->posts, i);
      guint n_hired = 0;

      for (guint j = 0; j < post->entrants->len; j++)
        n_hired += contest->results[g_array_index (post->entrants, guint, j)].is_hired;
      row_begin (row);
      put (row, post->post->code);
      put (row, post->post->name);
      put_count (row, post->post->places);
      put_count (row, post->n_registered);
      put_count (row, post->n_passed);
      put (row, kp_quota_outcome_get_chinese (post->opening));
      put_count (row, post->places);
      put_fraction (row, post->has_line ? kp_fraction_from_mark (post->line) : KP_FRACTION_UNKNOWN);
      put_count (row, post->shortlist.n_entered);
      put_count (row, post->n_called);
      put_count (row, n_hired);
      put_count (row, post->n_empty);
      row_end (row, list);
    }
}

/* 免试直接聘用, or left out of it: no mark is waited for. */
static gboolean
is_unexamined (const KpSimulation *simulation,
               const KpContestResult *result)
{
  return !kp_direct_hire_is_examined (&kp_simulation_get_contest (simulation)->scheme->direct_hire, result->direct);
}

static void
add_written (const KpSimulation *simulation,
             guint entrant,
             KpList *list,
             Row *row)
{
  const KpContestResult *result = &kp_simulation_get_contest (simulation)->results[entrant];

  if (result->review != KP_REVIEW_PASS)
    return;
  row_begin (row);
  put (row, kp_simulation_get_alias (simulation, entrant));
  put (row, result->post->code);
  put_fraction (row, result->written.paper);
  put_fraction (row, kp_fraction_from_mark (result->bonus));
  put_fraction (row, result->with_bonus);
  put_place (row, result->shortlist.place.place);
  put (row, is_unexamined (simulation, result) ? kp_direct_verdict_get_chinese (result->direct)
                                               : kp_shortlist_verdict_get_chinese (result->shortlist.verdict));
  row_end (row, list);
}

static void
put_final_total (Row *row,
                 const KpContestResult *result)
{
  const KpFinalTotalResult *final = &result->final_total;
  const gboolean has_total = result->has_final_total && kp_standing_has_total (final->standing);

  put_fraction (row, has_total ? kp_fraction_from_mark (final->total) : KP_FRACTION_UNKNOWN);
  put_place (row, result->has_final_total ? final->place.place : 0);
  put (row, result->has_final_total && final->standing != KP_STANDING_RANKED ? kp_final_total_get_chinese (final->standing)
                                                                             : NULL);
}

static void
add_total (const KpSimulation *simulation,
           guint entrant,
           KpList *list,
           Row *row)
{
  const KpContestResult *result = &kp_simulation_get_contest (simulation)->results[entrant];
  const gboolean has_total = result->formula != NULL && kp_standing_has_total (result->total.standing);

  if (!result->is_interviewed && !is_unexamined (simulation, result))
    return;
  row_begin (row);
  put (row, kp_simulation_get_alias (simulation, entrant));
  put (row, result->post->code);
  put_fraction (row, result->with_bonus);
  put_fraction (row, result->interview.state == KP_MARK_PRESENT ? kp_fraction_from_mark (result->interview.mark)
                                                                : KP_FRACTION_UNKNOWN);
  put_fraction (row, has_total ? kp_fraction_from_mark (result->total.total) : KP_FRACTION_UNKNOWN);
  put_place (row, result->total.place.place);
  put (row, result->total.standing != KP_STANDING_RANKED ? kp_standing_get_chinese (result->total.standing) : NULL);
  put (row, kp_final_verdict_get_chinese (result->final.verdict));
  if (kp_scheme_asks_final_total (kp_simulation_get_contest (simulation)->scheme))
    put_final_total (row, result);
  put (row, result->is_hired ? "是" : NULL);
  row_end (row, list);
}

static void
fill_persons (const KpSimulation *simulation,
              KpSimulationList kind,
              KpList *list,
              Row *row)
{
  const KpContest *contest = kp_simulation_get_contest (simulation);

  for (guint i = 0; i < contest->posts->len; i++)
    {
      g_autoptr (GArray) sorted = list_post (simulation, g_ptr_array_index (contest->posts, i),
                                             kind == KP_SIMULATION_TOTALS ? get_total_place : get_written_place);

      for (guint j = 0; j < sorted->len; j++)
        {
          if (kind == KP_SIMULATION_TOTALS)
            add_total (simulation, g_array_index (sorted, guint, j), list, row);
          else
            add_written (simulation, g_array_index (sorted, guint, j), list, row);
        }
    }
}

static gint
compare_impacts (gconstpointer a,
                 gconstpointer b,
                 gpointer data)
{
  const KpImpact *first = *(const KpImpact *const *) a;
  const KpImpact *second = *(const KpImpact *const *) b;
  const gint order = strcmp (kp_simulation_get_alias (data, first->entrant), kp_simulation_get_alias (data, second->entrant));

  return order != 0 ? order : (gint) first->kind - (gint) second->kind;
}

/* By alias: the contest's own order is that of registration. */
static void
fill_changes (const KpSimulation *simulation,
              KpList *list,
              Row *row)
{
  const GPtrArray *impacts = kp_simulation_get_impacts (simulation);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < impacts->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (impacts, i));
  g_ptr_array_sort_with_data (sorted, compare_impacts, (gpointer) simulation);
  for (guint i = 0; i < sorted->len; i++)
    {
      const KpImpact *impact = g_ptr_array_index (sorted, i);

      row_begin (row);
      put (row, kp_simulation_get_alias (simulation, impact->entrant));
      put (row, kp_simulation_get_contest (simulation)->entrants[impact->entrant].post);
      put (row, kp_impact_kind_get_chinese (impact->kind));
      put (row, impact->before);
      put (row, impact->after);
      row_end (row, list);
    }
}

/**
 * kp_simulation_list_get_name:
 * @list: a list
 *
 * Returns: the stable name in answers: "shortlist"
 */
const char *
kp_simulation_list_get_name (KpSimulationList list)
{
  return lists[list].name;
}

/**
 * kp_simulation_list_get_chinese:
 * @list: a list
 *
 * Returns: its title without the mark
 */
const char *
kp_simulation_list_get_chinese (KpSimulationList list)
{
  return lists[list].chinese;
}

/**
 * kp_simulation_make_list:
 * @simulation: a simulation
 * @list: which list
 *
 * Whatever is cut out of it still says what it is: the mark is in the title, below it, in a column's heading and in each
 * row, also as text, and at the end.
 *
 * Returns: (transfer full): the list
 */
KpList *
kp_simulation_make_list (const KpSimulation *simulation,
                         KpSimulationList list)
{
  g_autofree char *title = g_strdup_printf ("「%s」%s", KP_SIMULATION_MARK, lists[list].chinese);
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (g_free);
  const gboolean is_final
      = list == KP_SIMULATION_TOTALS && kp_scheme_asks_final_total (kp_simulation_get_contest (simulation)->scheme);
  KpList *made = kp_list_new (title, "「" KP_SIMULATION_MARK "」按另一方案试算，不是招聘结果，不作任何公布、通知、聘用之用",
                              is_final ? final_columns : lists[list].columns,
                              is_final ? G_N_ELEMENTS (final_columns) : lists[list].n_columns);
  Row row = { .owned = owned };

  if (list == KP_SIMULATION_POSTS)
    fill_posts (simulation, made, &row);
  else if (list == KP_SIMULATION_CHANGES)
    fill_changes (simulation, made, &row);
  else
    fill_persons (simulation, list, made, &row);
  kp_list_add_note (made, "「" KP_SIMULATION_MARK "」");
  return made;
}
