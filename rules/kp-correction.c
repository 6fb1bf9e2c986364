/* kp-correction.c – the correction coefficient where several rooms examine one post.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* For room k with the mean A(k):  X(k) = R ÷ A(k),  corrected mark = raw mark × X(k).
 *
 *   M1 二次平均法   R = mean of the room means
 *   M2 修正系数法   R = mean of all candidates of the post
 *   M3 去极值       A(k) without the room's own extremes, R without the extremes of all together
 *
 * Every step is rounded only as the notice says: 宣城 rounds the means to 2 decimals before it divides, and
 * with exact means two of its three coefficients are others. One changed raw mark changes A(k) and R: all of
 * the post are corrected again. */

#include "kp-correction.h"

static const char *const method_names[KP_CORRECTION_N_METHODS] = { "none", "mean-of-means", "pooled",
                                                                   "trimmed" };

static const char *const method_chinese[KP_CORRECTION_N_METHODS] = {
  "不修正",
  "二次平均法",
  "修正系数法",
  "修正系数法（去极值）",
};

/* A run of equal rooms in the sorted marks. */
typedef struct
{
  guint room;
  KpMark mark;
} RoomMark;

/**
 * kp_correction_policy_init:
 * @policy: (out): the defaults of domain.md §D
 *
 * M2, means not rounded, coefficient 4 decimals, mark 2 decimals, half up, from two rooms with three marks
 * each on.
 */
void
kp_correction_policy_init (KpCorrectionPolicy *policy)
{
  g_return_if_fail (policy != NULL);

  *policy = (KpCorrectionPolicy){
    .method = KP_CORRECTION_POOLED,
    .trim_highest = 2,
    .trim_lowest = 2,
    .room_decimals = KP_CORRECTION_EXACT,
    .overall_decimals = KP_CORRECTION_EXACT,
    .coefficient_decimals = 4,
    .decimals = 2,
    .rounding = KP_ROUNDING_HALF_UP,
    .min_rooms = 2,
    .min_in_room = 3,
  };
}

static int
compare_marks (const void *a, const void *b, G_GNUC_UNUSED void *data)
{
  const RoomMark *first = a;
  const RoomMark *second = b;

  return (first->mark > second->mark) - (first->mark < second->mark);
}

static int
compare_rooms (const void *a, const void *b, void *data)
{
  const RoomMark *first = a;
  const RoomMark *second = b;

  if (first->room != second->room)
    return first->room < second->room ? -1 : 1;
  return compare_marks (a, b, data);
}

static KpFraction
round_step (KpFraction value, int decimals, KpRounding rounding)
{
  return decimals == KP_CORRECTION_EXACT ? value : kp_fraction_round (value, (guint) decimals, rounding);
}

/* Sum and mean of marks in rising order, without the extremes when the policy trims; FALSE = nothing is left.
 */
static gboolean
take_mean (const KpCorrectionPolicy *policy,
           const RoomMark *marks,
           guint n_marks,
           int decimals,
           guint *n_in_mean,
           KpMark *sum,
           KpFraction *mean)
{
  guint lowest = policy->method == KP_CORRECTION_TRIMMED ? policy->trim_lowest : 0;
  guint highest = policy->method == KP_CORRECTION_TRIMMED ? policy->trim_highest : 0;

  *sum = 0;
  *n_in_mean = n_marks > lowest + highest ? n_marks - lowest - highest : 0;
  for (guint i = lowest; i < lowest + *n_in_mean; i++)
    *sum += marks[i].mark;
  if (*n_in_mean == 0)
    return FALSE;
  *mean = kp_fraction_divide (kp_fraction_from_mark (*sum), kp_fraction_new (*n_in_mean, 1));
  *mean = round_step (*mean, decimals, policy->rounding);
  return TRUE;
}

/* One KpCorrectionRoom for each room, sorted; @marks must be sorted by room and mark. */
static gboolean
measure_rooms (const KpCorrectionPolicy *policy, const RoomMark *marks, guint n_marks, GArray *rooms)
{
  gboolean has_enough = TRUE;
  guint start = 0;

  for (guint i = 1; i <= n_marks; i++)
    {
      KpCorrectionRoom room = { .room = marks[start].room,
                                .n_marks = i - start,
                                .coefficient = KP_FRACTION_ONE };

      if (i < n_marks && marks[i].room == marks[start].room)
        continue;
      has_enough &= take_mean (policy, marks + start, room.n_marks, policy->room_decimals, &room.n_in_mean,
                               &room.sum_in_mean, &room.mean);
      has_enough &= room.n_marks >= policy->min_in_room;
      g_array_append_val (rooms, room);
      start = i;
    }
  return has_enough;
}

static KpFraction
take_mean_of_means (const KpCorrectionPolicy *policy, const GArray *rooms)
{
  KpFraction sum = KP_FRACTION_ZERO;

  for (guint i = 0; i < rooms->len; i++)
    sum = kp_fraction_add (sum, g_array_index (rooms, KpCorrectionRoom, i).mean);
  return round_step (kp_fraction_divide (sum, kp_fraction_new (rooms->len, 1)), policy->overall_decimals,
                     policy->rounding);
}

/* R. Sorts @marks by mark alone. */
static KpFraction
take_overall (const KpCorrectionPolicy *policy, RoomMark *marks, guint n_marks, const GArray *rooms)
{
  KpFraction overall = KP_FRACTION_UNKNOWN;
  KpMark sum;
  guint n_in_mean;

  if (policy->method == KP_CORRECTION_MEAN_OF_MEANS)
    return take_mean_of_means (policy, rooms);
  g_qsort_with_data (marks, (int) n_marks, sizeof (RoomMark), compare_marks, NULL);
  if (!take_mean (policy, marks, n_marks, policy->overall_decimals, &n_in_mean, &sum, &overall))
    return KP_FRACTION_UNKNOWN;
  return overall;
}

/* Coefficients into @rooms, R into @overall. */
static KpCorrectionOutcome
measure (const KpCorrectionPolicy *policy, RoomMark *marks, guint n_marks, GArray *rooms, KpFraction *overall)
{
  gboolean has_enough;

  g_qsort_with_data (marks, (int) n_marks, sizeof (RoomMark), compare_rooms, NULL);
  has_enough = measure_rooms (policy, marks, n_marks, rooms);
  if (policy->method == KP_CORRECTION_NONE)
    return KP_CORRECTION_NOT_ASKED;
  if (rooms->len < MAX (policy->min_rooms, 2))
    return KP_CORRECTION_ONE_ROOM;
  if (!has_enough)
    return KP_CORRECTION_ROOM_TOO_FEW;
  for (guint i = 0; i < rooms->len; i++)
    if (g_array_index (rooms, KpCorrectionRoom, i).mean.num == 0)
      return KP_CORRECTION_ZERO_MEAN;

  *overall = take_overall (policy, marks, n_marks, rooms);
  for (guint i = 0; i < rooms->len; i++)
    {
      KpCorrectionRoom *room = &g_array_index (rooms, KpCorrectionRoom, i);

      room->coefficient = round_step (kp_fraction_divide (*overall, room->mean), policy->coefficient_decimals,
                                      policy->rounding);
    }
  for (guint i = 0; i < rooms->len; i++)
    if (!kp_fraction_is_known (g_array_index (rooms, KpCorrectionRoom, i).coefficient))
      return KP_CORRECTION_OVERFLOW;
  return KP_CORRECTION_APPLIED;
}

static KpFraction
find_coefficient (const GArray *rooms, guint room)
{
  guint low = 0;
  guint high = rooms->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const KpCorrectionRoom *found = &g_array_index (rooms, KpCorrectionRoom, middle);

      if (found->room == room)
        return found->coefficient;
      if (found->room < room)
        low = middle + 1;
      else
        high = middle;
    }
  return KP_FRACTION_ONE;
}

static gboolean
correct_mark (const KpCorrectionPolicy *policy, KpFraction coefficient, KpMark raw, KpMark *corrected)
{
  KpFraction exact = kp_fraction_multiply (kp_fraction_from_mark (raw), coefficient);

  if (!kp_fraction_round_to_mark (exact, policy->decimals, policy->rounding, corrected))
    return FALSE;
  if (policy->cap > 0 && *corrected > policy->cap)
    *corrected = policy->cap;
  return TRUE;
}

/**
 * kp_correction_decide:
 * @policy: the policy
 * @items: (array length=n_items): all candidates of one post; only %KP_MARK_PRESENT marks count
 * @n_items: how many
 * @marks: (out) (array length=n_items): the corrected marks; raw as it is when the correction isn't applied
 * @rooms: (out) (optional) (transfer full) (element-type KpCorrectionRoom): the rooms, sorted, with mean and
 *   coefficient, as they are published beside the marks
 * @overall: (out) (optional): R; unknown when not applied
 *
 * Corrects the interview marks of a post that several rooms examined. States other than present pass through.
 * The order of @items never matters.
 *
 * Returns: %KP_CORRECTION_APPLIED, or why it wasn't; on %KP_CORRECTION_OVERFLOW @marks must not be used
 */
KpCorrectionOutcome
kp_correction_decide (const KpCorrectionPolicy *policy,
                      const KpCorrectionItem *items,
                      gsize n_items,
                      KpStatedMark *marks,
                      GArray **rooms,
                      KpFraction *overall)
{
  g_autoptr (GArray) measured = g_array_new (FALSE, FALSE, sizeof (KpCorrectionRoom));
  g_autofree RoomMark *present = g_new0 (RoomMark, n_items + 1);
  KpFraction mean_of_all = KP_FRACTION_UNKNOWN;
  KpCorrectionOutcome outcome;
  guint n_present = 0;

  g_return_val_if_fail (policy != NULL, KP_CORRECTION_OVERFLOW);
  g_return_val_if_fail (n_items == 0 || (items != NULL && marks != NULL), KP_CORRECTION_OVERFLOW);
  g_return_val_if_fail (policy->decimals <= KP_MARK_DECIMALS, KP_CORRECTION_OVERFLOW);

  for (gsize i = 0; i < n_items; i++)
    {
      marks[i] = items[i].raw;
      if (items[i].raw.state == KP_MARK_PRESENT)
        present[n_present++] = (RoomMark){ items[i].room, items[i].raw.mark };
    }
  outcome = measure (policy, present, n_present, measured, &mean_of_all);
  for (gsize i = 0; i < n_items && outcome == KP_CORRECTION_APPLIED; i++)
    if (items[i].raw.state == KP_MARK_PRESENT &&
        !correct_mark (policy, find_coefficient (measured, items[i].room), items[i].raw.mark, &marks[i].mark))
      outcome = KP_CORRECTION_OVERFLOW;
  if (overall != NULL)
    *overall = mean_of_all;
  if (rooms != NULL)
    *rooms = g_steal_pointer (&measured);
  return outcome;
}

/**
 * kp_correction_method_get_name:
 * @method: a method
 *
 * Returns: the stable name in files and JSON: "pooled"
 */
const char *
kp_correction_method_get_name (KpCorrectionMethod method)
{
  g_return_val_if_fail ((guint) method < KP_CORRECTION_N_METHODS, NULL);
  return method_names[method];
}

/**
 * kp_correction_method_get_chinese:
 * @method: a method
 *
 * Returns: the words of a notice: "修正系数法"
 */
const char *
kp_correction_method_get_chinese (KpCorrectionMethod method)
{
  g_return_val_if_fail ((guint) method < KP_CORRECTION_N_METHODS, NULL);
  return method_chinese[method];
}

/**
 * kp_correction_method_from_name:
 * @name: (nullable): see kp_correction_method_get_name()
 * @out: (out): the method
 *
 * Returns: whether @name is one
 */
gboolean
kp_correction_method_from_name (const char *name, KpCorrectionMethod *out)
{
  g_return_val_if_fail (out != NULL, FALSE);

  for (guint i = 0; name != NULL && i < KP_CORRECTION_N_METHODS; i++)
    if (g_str_equal (method_names[i], name))
      {
        *out = (KpCorrectionMethod) i;
        return TRUE;
      }
  return FALSE;
}
