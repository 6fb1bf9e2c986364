/* kp-derivation-correct.c – the correction between rooms of a derivation: room mean, overall mean, coefficient.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-derivation-private.h"

#define NOTICE "面试"

static const KpCorrectionRoom *
find_room (const GArray *rooms,
           guint         room)
{
  for (guint i = 0; rooms != NULL && i < rooms->len; i++)
    if (g_array_index (rooms, KpCorrectionRoom, i).room == room)
      return &g_array_index (rooms, KpCorrectionRoom, i);

  return NULL;
}

static gchar *
dup_decimals (gint decimals)
{
  return decimals == KP_CORRECTION_EXACT ? g_strdup ("（不取舍）") : g_strdup_printf ("（保留%d位小数）", decimals);
}

static void
add_room_mean (KpDerivation           *derivation,
               const KpCorrectionRoom *room)
{
  const KpCorrectionPolicy *policy = &derivation->contest->scheme->interview.correction;
  KpFraction        exact = kp_fraction_divide (kp_fraction_from_mark (room->sum_in_mean), kp_fraction_new (room->n_in_mean, 1));
  g_autofree gchar *sum = kp_mark_dup_text (room->sum_in_mean, 2);
  g_autofree gchar *mean = kp_derivation_dup_number (exact);
  g_autofree gchar *value = kp_derivation_dup_number (room->mean);
  g_autofree gchar *rounding = kp_derivation_dup_rounding (exact, room->mean, policy->room_decimals, policy->rounding);
  g_autofree gchar *trimmed = room->n_in_mean < room->n_marks
                                  ? g_strdup_printf ("，去掉最高%u个、最低%u个", policy->trim_highest, policy->trim_lowest)
                                  : g_strdup ("");

  kp_derivation_add (derivation, KP_STAGE_INTERVIEW, "本考场平均分", value, kp_derivation_get_clause (derivation, NOTICE),
                     "本岗位在本考场有效成绩%u人%s，合计%s÷%u=%s分%s。", room->n_marks, trimmed, sum, room->n_in_mean, mean,
                     rounding);
}

/* R, in the words of its method: the mean of the rooms' means, or of all who were heard. */
static void
add_overall_mean (KpDerivation *derivation,
                  const GArray *rooms,
                  KpFraction    overall)
{
  const KpCorrectionPolicy *policy = &derivation->contest->scheme->interview.correction;
  g_autofree gchar         *value = kp_derivation_dup_number (overall);
  g_autofree gchar         *decimals = dup_decimals (policy->overall_decimals);
  g_autoptr (GString)       rule = g_string_new (NULL);
  KpMark                    sum = 0;
  guint                     n = 0;

  for (guint i = 0; i < rooms->len; i++)
    {
      const KpCorrectionRoom *room = &g_array_index (rooms, KpCorrectionRoom, i);
      g_autofree gchar       *mean = kp_derivation_dup_number (room->mean);

      if (policy->method == KP_CORRECTION_MEAN_OF_MEANS)
        g_string_append_printf (rule, "%s%s", i > 0 ? "+" : "（", mean);
      sum += room->sum_in_mean;
      n += room->n_marks;
    }
  if (policy->method == KP_CORRECTION_MEAN_OF_MEANS)
    g_string_append_printf (rule, "）÷%u个考场=%s分", rooms->len, value);
  else if (policy->method == KP_CORRECTION_POOLED)
    {
      g_autofree gchar *total = kp_mark_dup_text (sum, 2);

      g_string_append_printf (rule, "全部考场有效成绩%u人，合计%s÷%u=%s分", n, total, n, value);
    }
  else
    g_string_append_printf (rule, "全部考场有效成绩%u人，去掉最高%u个、最低%u个后平均%s分", n, policy->trim_highest,
                            policy->trim_lowest, value);
  kp_derivation_add (derivation, KP_STAGE_INTERVIEW, "全部考场平均分", value, kp_derivation_get_clause (derivation, NOTICE),
                     "%s：%s%s。", kp_correction_method_get_chinese (policy->method), rule->str, decimals);
}

static void
add_corrected (KpDerivation           *derivation,
               const KpCorrectionRoom *room,
               KpFraction              overall)
{
  const KpCorrectionPolicy *policy = &derivation->contest->scheme->interview.correction;
  const KpContestResult    *result = derivation->result;
  const char               *clause = kp_derivation_get_clause (derivation, NOTICE);
  KpFraction                ratio = kp_fraction_divide (overall, room->mean);
  KpFraction        exact = kp_fraction_multiply (kp_fraction_from_mark (result->raw.mark), room->coefficient);
  KpFraction        mark = kp_fraction_from_mark (result->interview.mark);
  const gboolean    is_capped = policy->cap > 0 && result->interview.mark == policy->cap && kp_fraction_compare (exact, mark) > 0;
  g_autofree gchar *r = kp_derivation_dup_number (overall);
  g_autofree gchar *mean = kp_derivation_dup_number (room->mean);
  g_autofree gchar *plain = kp_derivation_dup_number (ratio);
  g_autofree gchar *coefficient = policy->coefficient_decimals == KP_CORRECTION_EXACT
                                      ? kp_derivation_dup_number (room->coefficient)
                                      : kp_fraction_dup_decimal (room->coefficient, (guint) policy->coefficient_decimals);
  g_autofree gchar *cut
      = kp_derivation_dup_rounding (ratio, room->coefficient, policy->coefficient_decimals, policy->rounding);
  g_autofree gchar *raw = kp_mark_dup_text (result->raw.mark, 2);
  g_autofree gchar *product = kp_derivation_dup_number (exact);
  g_autofree gchar *value = kp_mark_dup_text (result->interview.mark, policy->decimals);
  g_autofree gchar *rounding
      = is_capped ? g_strdup_printf ("，以上限%s分计", value)
                  : kp_derivation_dup_rounding (exact, mark, (gint) policy->decimals, policy->rounding);

  kp_derivation_add (derivation, KP_STAGE_INTERVIEW, "修正系数", coefficient, clause, "全部考场平均分%s÷本考场平均分%s=%s%s。", r,
                     mean, plain, cut);
  kp_derivation_add (derivation, KP_STAGE_INTERVIEW, "面试成绩", value, clause, "原始成绩%s×修正系数%s=%s分%s。", raw, coefficient,
                     product, rounding);
}

static void
add_uncorrected (KpDerivation       *derivation,
                 KpCorrectionOutcome outcome)
{
  static const char *const reasons[] = {
    [KP_CORRECTION_ONE_ROOM] = "本岗位在一个考场面试，不作修正，以原始成绩为面试成绩。",
    [KP_CORRECTION_ROOM_TOO_FEW] = "有考场的有效成绩过少，不作修正，以原始成绩为面试成绩。",
    [KP_CORRECTION_ZERO_MEAN] = "有考场平均分为零，不作修正，以原始成绩为面试成绩。",
  };
  g_autofree gchar *value = kp_mark_dup_text (derivation->result->interview.mark, 2);

  if (outcome == KP_CORRECTION_NOT_ASKED || outcome == KP_CORRECTION_OVERFLOW || outcome == KP_CORRECTION_APPLIED)
    return;
  kp_derivation_add (derivation, KP_STAGE_INTERVIEW, "面试成绩", value, kp_derivation_get_clause (derivation, NOTICE), "%s",
                     reasons[outcome]);
}

/**
 * kp_derivation_correct:
 * @derivation: a derivation of somebody with a raw interview mark
 *
 * 修正系数: asks kp_correction_decide() once more for the means of the rooms. While marks of the post are missing there is
 * no coefficient to tell: each of them would move it.
 */
void
kp_derivation_correct (KpDerivation *derivation)
{
  const KpContest             *contest = derivation->contest;
  const GArray                *entrants = derivation->post->entrants;
  const guint                  n_unheard = kp_derivation_count_unheard (derivation);
  g_autofree KpCorrectionItem *items = g_new0 (KpCorrectionItem, entrants->len + 1);
  g_autofree KpStatedMark     *marks = g_new0 (KpStatedMark, entrants->len + 1);
  g_autoptr (GArray)           rooms = NULL;
  KpFraction                   overall = KP_FRACTION_UNKNOWN;
  KpCorrectionOutcome          outcome;
  const KpCorrectionRoom      *room;

  if (n_unheard > 0)
    {
      kp_derivation_add (derivation, KP_STAGE_INTERVIEW, "面试成绩", "待定", kp_derivation_get_clause (derivation, NOTICE),
                         "本岗位还有%u人没有面试成绩，成绩齐全后才能计算。", n_unheard);
      return;
    }
  for (guint i = 0; i < entrants->len; i++)
    {
      const guint index = g_array_index (entrants, guint, i);

      items[i] = (KpCorrectionItem) { contest->entrants[index].room, contest->results[index].raw };
    }
  outcome = kp_correction_decide (&contest->scheme->interview.correction, items, entrants->len, marks, &rooms, &overall);
  room = find_room (rooms, derivation->who->room);
  if (outcome != KP_CORRECTION_APPLIED || room == NULL)
    {
      add_uncorrected (derivation, outcome);
      return;
    }
  add_room_mean (derivation, room);
  add_overall_mean (derivation, rooms, overall);
  add_corrected (derivation, room, overall);
}
