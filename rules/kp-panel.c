/* kp-panel.c – the examiners' sheets of one candidate: checks, dropped extremes, mean.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each check answers something that happened: a program summed four of five elements (深圳 2012), a scorer
 * forgot to drop the lowest (盱眙 2016), a mark was typed into the next row (商丘 2021). So a sheet with a
 * hole has no total, a typed total must equal the sum, and dropping is done here and nowhere else. */

#include "kp-panel.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* A value on a valid sheet, to be ordered. */
typedef struct
{
  KpMark mark;
  const char *examiner;
  guint sheet;
} Valued;

/**
 * kp_panel_policy_init:
 * @policy: (out): the defaults of domain.md §D
 *
 * Seven examiners, one highest and one lowest total dropped from five sheets on, two decimals, half up.
 */
void
kp_panel_policy_init (KpPanelPolicy *policy)
{
  g_return_if_fail (policy != NULL);

  *policy = (KpPanelPolicy){
    .n_examiners = 7,
    .drop_highest = 1,
    .drop_lowest = 1,
    .drop_from = 5,
    .sheet_decimals = 2,
    .decimals = 2,
    .rounding = KP_ROUNDING_HALF_UP,
  };
}

static void
add_fault (GArray *faults, KpPanelFaultKind kind, guint sheet, guint element)
{
  KpPanelFault fault = { kind, sheet, element };

  g_array_append_val (faults, fault);
}

/**
 * kp_panel_weigh:
 * @element: an element
 * @mark: a mark for it
 *
 * Returns: what the mark adds to the sheet's total; should the weight leave a remainder below a ten-thousandth, it is
 *   rounded half up
 */
KpMark
kp_panel_weigh (KpPanelElement element, KpMark mark)
{
  KpMark weighed = 0;

  if (kp_fraction_compare (element.weight, KP_FRACTION_ONE) == 0)
    return mark;
  kp_fraction_round_to_mark (kp_fraction_multiply (kp_fraction_from_mark (mark), element.weight),
                             KP_MARK_DECIMALS, KP_ROUNDING_HALF_UP, &weighed);
  return weighed;
}

/**
 * kp_panel_sheet_sum:
 * @elements: (array): the elements of the scheme, as many as the sheet has
 * @sheet: one examiner's sheet
 * @sum: (out): the sum of its weighted elements, or its total when it has no elements
 *
 * Returns: FALSE when anything is missing: a hole is never counted as zero
 */
gboolean
kp_panel_sheet_sum (const KpPanelElement *elements, const KpPanelSheet *sheet, KpMark *sum)
{
  g_return_val_if_fail (sheet != NULL && sum != NULL, FALSE);

  *sum = sheet->n_elements == 0 ? sheet->total.mark : 0;
  if (sheet->n_elements == 0)
    return sheet->total.state == KP_MARK_PRESENT;
  for (guint i = 0; i < sheet->n_elements; i++)
    {
      if (sheet->elements[i].state != KP_MARK_PRESENT)
        return FALSE;
      *sum += kp_panel_weigh (elements[i], sheet->elements[i].mark);
    }
  return TRUE;
}

static void
check_value (const KpPanelPolicy *policy,
             KpMark mark,
             KpMark full_mark,
             KpMark step,
             guint sheet,
             guint element,
             GArray *faults)
{
  if (mark < 0 || (full_mark > 0 && mark > full_mark))
    add_fault (faults, KP_PANEL_FAULT_OUT_OF_RANGE, sheet, element);
  else if (mark % kp_decimal_power (KP_MARK_DECIMALS - MIN (policy->sheet_decimals, KP_MARK_DECIMALS)) != 0 ||
           (step > 0 && mark % step != 0))
    add_fault (faults, KP_PANEL_FAULT_STEP, sheet, element);
}

/* A weighted total has more decimals than the marks it is made of; it has to equal their sum, and that is asked. */
static void
check_total (const KpPanelPolicy *policy,
             const KpPanelElement *elements,
             guint n_elements,
             KpMark total,
             KpMark full,
             guint sheet,
             GArray *faults)
{
  for (guint e = 0; e < n_elements; e++)
    if (kp_fraction_compare (elements[e].weight, KP_FRACTION_ONE) != 0)
      {
        if (total < 0 || total > full)
          add_fault (faults, KP_PANEL_FAULT_OUT_OF_RANGE, sheet, G_MAXUINT);
        return;
      }
  check_value (policy, total, full, n_elements == 0 ? policy->step : 0, sheet, G_MAXUINT, faults);
}

static void
check_sheet (const KpPanelPolicy *policy,
             const KpPanelElement *elements,
             guint n_elements,
             const KpPanelSheet *sheet,
             guint index,
             GArray *faults)
{
  KpMark full_total = 0;
  KpMark sum;

  for (guint e = 0; e < n_elements; e++)
    full_total += kp_panel_weigh (elements[e], elements[e].full);
  if (sheet->total.state == KP_MARK_PRESENT)
    check_total (policy, elements, n_elements, sheet->total.mark, full_total, index, faults);
  if (sheet->n_elements == 0)
    {
      if (policy->drops_by_element && n_elements > 0)
        add_fault (faults, KP_PANEL_FAULT_ELEMENT_COUNT, index, G_MAXUINT);
      else if (sheet->total.state != KP_MARK_PRESENT)
        add_fault (faults, KP_PANEL_FAULT_NO_TOTAL, index, G_MAXUINT);
      return;
    }
  if (sheet->n_elements != n_elements)
    {
      add_fault (faults, KP_PANEL_FAULT_ELEMENT_COUNT, index, G_MAXUINT);
      return;
    }
  for (guint e = 0; e < n_elements; e++)
    {
      if (sheet->elements[e].state != KP_MARK_PRESENT)
        add_fault (faults, KP_PANEL_FAULT_ELEMENT_MISSING, index, e);
      else
        check_value (policy, sheet->elements[e].mark, elements[e].full, policy->step, index, e, faults);
    }
  if (sheet->total.state == KP_MARK_PRESENT && kp_panel_sheet_sum (elements, sheet, &sum) && sum != sheet->total.mark)
    add_fault (faults, KP_PANEL_FAULT_SUM_DIFFERS, index, G_MAXUINT);
}

static void
check_sheets (const KpPanelPolicy *policy,
              const KpPanelElement *elements,
              guint n_elements,
              const KpPanelSheet *sheets,
              guint n_sheets,
              GArray *faults)
{
  guint min_sheets = policy->min_sheets > 0 ? policy->min_sheets : policy->n_examiners;
  guint n_valid = 0;

  for (guint i = 0; i < n_sheets; i++)
    {
      if (sheets[i].is_void)
        continue;
      n_valid++;
      for (guint j = 0; j < i; j++)
        if (!sheets[j].is_void && g_strcmp0 (sheets[i].examiner, sheets[j].examiner) == 0)
          {
            add_fault (faults, KP_PANEL_FAULT_EXAMINER_TWICE, i, G_MAXUINT);
            break;
          }
      check_sheet (policy, elements, n_elements, &sheets[i], i, faults);
    }
  if (n_valid < MAX (min_sheets, 1))
    add_fault (faults, KP_PANEL_FAULT_TOO_FEW, G_MAXUINT, G_MAXUINT);
  if (policy->n_examiners > 0 && n_valid > policy->n_examiners)
    add_fault (faults, KP_PANEL_FAULT_TOO_MANY, G_MAXUINT, G_MAXUINT);
}

/* Which of two equal extremes is dropped changes no mark; the record must only always name the same one. */
static int
compare_values (const void *a, const void *b, G_GNUC_UNUSED void *data)
{
  const Valued *first = a;
  const Valued *second = b;

  if (first->mark != second->mark)
    return first->mark < second->mark ? -1 : 1;
  return g_strcmp0 (first->examiner, second->examiner);
}

/* Orders the values and answers how many are dropped at each end. */
static void
order_values (const KpPanelPolicy *policy, Valued *values, guint n_values, guint *n_lowest, guint *n_highest)
{
  gboolean drops = n_values >= policy->drop_from && n_values > policy->drop_lowest + policy->drop_highest;

  g_qsort_with_data (values, (int) n_values, sizeof (Valued), compare_values, NULL);
  *n_lowest = drops ? policy->drop_lowest : 0;
  *n_highest = drops ? policy->drop_highest : 0;
}

static void
drop_totals (
    const KpPanelPolicy *policy, Valued *totals, guint n_totals, KpPanelDrop *drops, KpPanelResult *result)
{
  guint n_lowest, n_highest;

  order_values (policy, totals, n_totals, &n_lowest, &n_highest);
  for (guint i = 0; i < n_totals; i++)
    {
      KpPanelDrop drop = KP_PANEL_KEPT;

      if (i < n_lowest)
        drop = KP_PANEL_LOWEST;
      else if (i >= n_totals - n_highest)
        drop = KP_PANEL_HIGHEST;
      drops[totals[i].sheet] = drop;
      if (drop == KP_PANEL_KEPT)
        result->kept_sum += totals[i].mark;
      else
        result->dropped_sum += totals[i].mark;
    }
  result->n_counted = n_totals - n_lowest - n_highest;
  result->mean =
      kp_fraction_divide (kp_fraction_from_mark (result->kept_sum), kp_fraction_new (result->n_counted, 1));
}

/* Every element loses its own extremes; the mark is the sum of the elements' means. */
static void
drop_by_element (const KpPanelPolicy *policy,
                 const KpPanelElement *elements,
                 guint n_elements,
                 const KpPanelSheet *sheets,
                 Valued *values,
                 guint n_values,
                 KpPanelResult *result)
{
  for (guint e = 0; e < n_elements; e++)
    {
      guint n_lowest, n_highest;

      for (guint i = 0; i < n_values; i++)
        values[i].mark = kp_panel_weigh (elements[e], sheets[values[i].sheet].elements[e].mark);
      order_values (policy, values, n_values, &n_lowest, &n_highest);
      for (guint i = 0; i < n_values; i++)
        {
          if (i >= n_lowest && i < n_values - n_highest)
            result->kept_sum += values[i].mark;
          else
            result->dropped_sum += values[i].mark;
        }
      result->n_counted = n_values - n_lowest - n_highest;
    }
  /* Every element counts equally many sheets, so the sum of the means is the mean of the sums. */
  result->mean =
      kp_fraction_divide (kp_fraction_from_mark (result->kept_sum), kp_fraction_new (result->n_counted, 1));
}

/**
 * kp_panel_decide:
 * @policy: the policy
 * @elements: (nullable) (array length=n_elements): the elements 测评要素 in the scheme's order
 * @n_elements: 0 = the sheets have totals only
 * @sheets: (array length=n_sheets): all sheets of one candidate
 * @n_sheets: how many
 * @drops: (out) (array length=n_sheets): what became of each sheet, for the record
 * @result: (out): the mark, and what it was made of
 * @faults: (element-type KpPanelFault): faults are appended
 *
 * Checks every sheet, drops the extremes, and gives the exact and the rounded mean. The order of sheets never
 * matters. When the extremes are dropped by element, every sheet is %KP_PANEL_KEPT in @drops.
 *
 * Returns: TRUE with a mark; FALSE with at least one fault and no mark
 */
gboolean
kp_panel_decide (const KpPanelPolicy *policy,
                 const KpPanelElement *elements,
                 guint n_elements,
                 const KpPanelSheet *sheets,
                 guint n_sheets,
                 KpPanelDrop *drops,
                 KpPanelResult *result,
                 GArray *faults)
{
  g_autofree Valued *values = g_new0 (Valued, n_sheets + 1);
  guint n_faults_before, n_values = 0;

  g_return_val_if_fail (policy != NULL && result != NULL && faults != NULL, FALSE);
  g_return_val_if_fail (n_elements == 0 || elements != NULL, FALSE);
  g_return_val_if_fail (n_sheets == 0 || (sheets != NULL && drops != NULL), FALSE);

  *result = (KpPanelResult){ 0 };
  for (guint i = 0; i < n_sheets; i++)
    drops[i] = sheets[i].is_void ? KP_PANEL_VOID : KP_PANEL_KEPT;
  n_faults_before = faults->len;
  check_sheets (policy, elements, n_elements, sheets, n_sheets, faults);
  if (faults->len > n_faults_before)
    return FALSE;

  for (guint i = 0; i < n_sheets; i++)
    {
      KpMark total;

      if (sheets[i].is_void || !kp_panel_sheet_sum (elements, &sheets[i], &total))
        continue;
      result->highest = n_values == 0 ? total : MAX (result->highest, total);
      result->lowest = n_values == 0 ? total : MIN (result->lowest, total);
      values[n_values++] = (Valued){ total, sheets[i].examiner, i };
    }
  if (policy->drops_by_element && n_elements > 0)
    drop_by_element (policy, elements, n_elements, sheets, values, n_values, result);
  else
    drop_totals (policy, values, n_values, drops, result);
  return kp_fraction_round_to_mark (result->mean, policy->decimals, policy->rounding, &result->mark);
}

/**
 * kp_panel_fault_dup_message:
 * @fault: a fault
 * @examiner: (nullable): how the examiner of the sheet is called in the room: a number or code
 * @element: (nullable): name of the element
 *
 * Returns: (transfer full): one sentence for the score keeper
 */
char *
kp_panel_fault_dup_message (const KpPanelFault *fault, const char *examiner, const char *element)
{
  const char *who = examiner != NULL ? examiner : "?";
  const char *what = element != NULL ? element : _ ("total");

  g_return_val_if_fail (fault != NULL, NULL);

  switch (fault->kind)
    {
    case KP_PANEL_FAULT_EXAMINER_TWICE:
      return g_strdup_printf (_ ("Examiner %s has two sheets for this candidate: take one back."), who);
    case KP_PANEL_FAULT_ELEMENT_MISSING:
      return g_strdup_printf (
          _ ("Examiner %s has no mark for “%s”: an empty element never counts as zero; enter it."), who,
          what);
    case KP_PANEL_FAULT_ELEMENT_COUNT:
      return g_strdup_printf (
          _ ("The sheet of examiner %s has other elements than the scheme: enter it again."), who);
    case KP_PANEL_FAULT_OUT_OF_RANGE:
      return g_strdup_printf (
          _ ("Examiner %s: the mark for “%s” is above the full mark: compare it with the sheet."), who, what);
    case KP_PANEL_FAULT_STEP:
      return g_strdup_printf (_ ("Examiner %s: the mark for “%s” has more decimals or another step than "
                                 "allowed: compare it with the sheet."),
                              who, what);
    case KP_PANEL_FAULT_SUM_DIFFERS:
      return g_strdup_printf (
          _ ("Examiner %s: the total is not the sum of the elements: compare both with the sheet."), who);
    case KP_PANEL_FAULT_NO_TOTAL:
      return g_strdup_printf (_ ("The sheet of examiner %s has no mark: enter it or take the sheet back."),
                              who);
    case KP_PANEL_FAULT_TOO_FEW:
      return g_strdup (_ ("There are fewer sheets than the scheme needs: enter the missing ones."));
    case KP_PANEL_FAULT_TOO_MANY:
      return g_strdup (_ ("There are more sheets than examiners: take the wrong ones back."));
    default:
      g_return_val_if_reached (NULL);
    }
}
