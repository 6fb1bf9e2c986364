/* test-panel.c – the examiners' sheets: dropped extremes, checks, by element.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-panel.h"

#include "kp-test.h"

#include <string.h>

#define MAX_SHEETS 16
#define N_ELEMENTS 5

static const char *const examiners[MAX_SHEETS] = { "1", "2",  "3",  "4",  "5",  "6",  "7",  "8",
                                                   "9", "10", "11", "12", "13", "14", "15", "16" };

typedef struct
{
  const char *name;
  const char *totals; /* divided by blanks */
  guint n_examiners;
  guint drop_from;
  guint decimals;
  KpRounding rounding;
  const char *mark;
  const char *drops; /* k kept, h highest, l lowest */
} TotalRow;

static const TotalRow total_rows[] = {
  /* domain.md W2 */
  { "w2-first", "82.5 79.0 85.0 80.5 91.0 83.5 72.0", 7, 5, 2, KP_ROUNDING_HALF_UP, "82.10", "kkkkhkl" },
  { "w2-second", "81.2 79.6 84.4 80.5 83.7 82.9 78.1", 7, 5, 2, KP_ROUNDING_HALF_UP, "81.58", "kkhkkkl" },
  /* domain.md W3 */
  { "w3-totals", "80 79 85 80 81", 5, 5, 2, KP_ROUNDING_HALF_UP, "80.33", "klhkk" },
  { "three-decimals", "80 79 85 80 81", 5, 5, 3, KP_ROUNDING_HALF_UP, "80.333", "klhkk" },
  { "truncated", "80 79 85 81 81", 5, 5, 2, KP_ROUNDING_TRUNCATE, "80.66", "klhkk" },
  { "half-up", "80 79 85 81 81", 5, 5, 2, KP_ROUNDING_HALF_UP, "80.67", "klhkk" },
  { "equal-extremes-lose-one-each", "90 90 80 70 70", 5, 5, 2, KP_ROUNDING_HALF_UP, "80.00", "khklk" },
  { "all-equal", "80 80 80 80 80", 5, 5, 2, KP_ROUNDING_HALF_UP, "80.00", "lkkkh" },
  { "five-without-dropping", "80 79 85 80 81", 5, 6, 2, KP_ROUNDING_HALF_UP, "81.00", "kkkkk" },
  { "three-aren't-dropped", "80 79 85", 3, 5, 2, KP_ROUNDING_HALF_UP, "81.33", "kkk" },
  { "three-may-be-dropped", "80 79 85", 3, 3, 2, KP_ROUNDING_HALF_UP, "80.00", "klh" },
  { "two-can't-be-dropped", "80 79", 2, 1, 2, KP_ROUNDING_HALF_UP, "79.50", "kk" },
  { "fifteen", "80 81 82 83 84 85 86 87 88 89 90 91 92 93 94", 15, 5, 2, KP_ROUNDING_HALF_UP, "87.00",
    "lkkkkkkkkkkkkkh" },
  { "zero-is-a-mark", "0 80 80 80 80", 5, 5, 2, KP_ROUNDING_HALF_UP, "80.00", "lkkkh" },
};

static KpStatedMark
stated (const char *text)
{
  KpStatedMark mark = { KP_MARK_PRESENT, 0 };

  g_assert_true (kp_mark_parse (text, 2, &mark.mark, NULL));
  return mark;
}

static guint
fill_totals (const char *totals, KpPanelSheet *sheets)
{
  g_auto (GStrv) texts = g_strsplit (totals, " ", -1);
  guint n = g_strv_length (texts);

  for (guint i = 0; i < n; i++)
    sheets[i] = (KpPanelSheet){ .examiner = examiners[i], .total = stated (texts[i]) };
  return n;
}

static void
assert_mark (KpMark mark, const char *text)
{
  g_autofree char *found = kp_mark_dup_text (mark, 2);

  g_assert_cmpstr (found, ==, text);
}

static void
test_totals (gconstpointer data)
{
  const TotalRow *row = data;
  g_autoptr (GArray) faults = g_array_new (FALSE, FALSE, sizeof (KpPanelFault));
  KpPanelPolicy policy;
  KpPanelSheet sheets[MAX_SHEETS];
  KpPanelDrop drops[MAX_SHEETS];
  KpPanelResult result;
  char found[MAX_SHEETS + 1] = { 0 };
  guint n = fill_totals (row->totals, sheets);

  kp_panel_policy_init (&policy);
  policy.n_examiners = row->n_examiners;
  policy.drop_from = row->drop_from;
  policy.decimals = row->decimals;
  policy.rounding = row->rounding;
  g_assert_true (kp_panel_decide (&policy, NULL, 0, sheets, n, drops, &result, faults));
  assert_mark (result.mark, row->mark);
  for (guint i = 0; i < n; i++)
    found[i] = "khl"[drops[i]];
  g_assert_cmpstr (found, ==, row->drops);
}

/* What is dropped is kept on record, since some notices part ties by it. */
static void
test_record (void)
{
  g_autoptr (GArray) faults = g_array_new (FALSE, FALSE, sizeof (KpPanelFault));
  KpPanelPolicy policy;
  KpPanelSheet sheets[MAX_SHEETS];
  KpPanelDrop drops[MAX_SHEETS];
  KpPanelResult result;
  guint n = fill_totals (total_rows[0].totals, sheets);

  kp_panel_policy_init (&policy);
  g_assert_true (kp_panel_decide (&policy, NULL, 0, sheets, n, drops, &result, faults));
  g_assert_cmpuint (result.n_counted, ==, 5);
  assert_mark (result.kept_sum, "410.50");
  assert_mark (result.dropped_sum, "163.00");
  assert_mark (result.highest, "91.00");
  assert_mark (result.lowest, "72.00");
  g_assert_cmpint (kp_fraction_compare (result.mean, kp_fraction_new (821, 10)), ==, 0);
}

static const KpPanelElement w3_full[N_ELEMENTS] = { { KP_MARK (25, 0), { 1, 1 } },
                                                    { KP_MARK (25, 0), { 1, 1 } },
                                                    { KP_MARK (20, 0), { 1, 1 } },
                                                    { KP_MARK (20, 0), { 1, 1 } },
                                                    { KP_MARK (15, 0), { 1, 1 } } };
static const int w3_marks[5][N_ELEMENTS] = {
  { 20, 16, 16, 16, 12 }, { 19, 17, 15, 16, 12 }, { 22, 18, 17, 15, 13 },
  { 21, 15, 16, 17, 11 }, { 18, 19, 18, 14, 12 },
};

static void
fill_w3 (KpStatedMark marks[5][N_ELEMENTS], KpPanelSheet *sheets)
{
  for (guint i = 0; i < 5; i++)
    {
      KpMark sum = 0;

      for (guint e = 0; e < N_ELEMENTS; e++)
        {
          marks[i][e] = (KpStatedMark){ KP_MARK_PRESENT, KP_MARK (w3_marks[i][e], 0) };
          sum += marks[i][e].mark;
        }
      sheets[i] = (KpPanelSheet){ examiners[i], marks[i], N_ELEMENTS, { KP_MARK_PRESENT, sum }, FALSE };
    }
}

static void
init_w3 (KpPanelPolicy *policy)
{
  kp_panel_policy_init (policy);
  policy->n_examiners = 5;
}

/* domain.md W3: 80.33 by totals, 81.00 by elements. */
static void
test_w3_by_element (void)
{
  g_autoptr (GArray) faults = g_array_new (FALSE, FALSE, sizeof (KpPanelFault));
  KpPanelPolicy policy;
  KpStatedMark marks[5][N_ELEMENTS];
  KpPanelSheet sheets[5];
  KpPanelDrop drops[5];
  KpPanelResult result;

  init_w3 (&policy);
  fill_w3 (marks, sheets);
  g_assert_true (kp_panel_decide (&policy, w3_full, N_ELEMENTS, sheets, 5, drops, &result, faults));
  assert_mark (result.mark, "80.33");
  policy.drops_by_element = TRUE;
  g_assert_true (kp_panel_decide (&policy, w3_full, N_ELEMENTS, sheets, 5, drops, &result, faults));
  assert_mark (result.mark, "81.00");
  for (guint i = 0; i < 5; i++)
    g_assert_cmpint (drops[i], ==, KP_PANEL_KEPT);
}

/* Two elements of 100, 40 % and 60 %: 32 + 54 = 86.00, 28 + 51.30 = 79.30, 36 + 36 = 72.00; their mean is 79.10. A typed
 * total is the weighted sum. */
static void
test_weighted_elements (void)
{
  const KpPanelElement elements[2] = { { KP_MARK (100, 0), { 2, 5 } }, { KP_MARK (100, 0), { 3, 5 } } };
  KpStatedMark marks[3][2] = { { { KP_MARK_PRESENT, KP_MARK (80, 0) }, { KP_MARK_PRESENT, KP_MARK (90, 0) } },
                               { { KP_MARK_PRESENT, KP_MARK (70, 0) }, { KP_MARK_PRESENT, KP_MARK (85, 5000) } },
                               { { KP_MARK_PRESENT, KP_MARK (90, 0) }, { KP_MARK_PRESENT, KP_MARK (60, 0) } } };
  g_autoptr (GArray) faults = g_array_new (FALSE, FALSE, sizeof (KpPanelFault));
  KpPanelSheet sheets[3] = { 0 };
  KpPanelPolicy policy;
  KpPanelDrop drops[3];
  KpPanelResult result;

  kp_panel_policy_init (&policy);
  policy.n_examiners = 3;
  for (guint i = 0; i < 3; i++)
    sheets[i] = (KpPanelSheet){ examiners[i], marks[i], 2, { KP_MARK_NOT_ENTERED, 0 }, FALSE };
  sheets[1].total = (KpStatedMark){ KP_MARK_PRESENT, KP_MARK (79, 3000) };
  g_assert_true (kp_panel_decide (&policy, elements, 2, sheets, 3, drops, &result, faults));
  assert_mark (result.mark, "79.10");
  g_assert_cmpint (result.highest, ==, KP_MARK (86, 0));

  /* With the extremes dropped: 79.30 stays. */
  policy.drop_from = 3;
  g_assert_true (kp_panel_decide (&policy, elements, 2, sheets, 3, drops, &result, faults));
  assert_mark (result.mark, "79.30");
  g_assert_cmpint (result.dropped_sum, ==, KP_MARK (158, 0));

  /* In each element: 80 and 85.5 stay, 32 + 51.3. */
  policy.drops_by_element = TRUE;
  g_assert_true (kp_panel_decide (&policy, elements, 2, sheets, 3, drops, &result, faults));
  assert_mark (result.mark, "83.30");

  sheets[1].total.mark = KP_MARK (79, 2999);
  g_assert_false (kp_panel_decide (&policy, elements, 2, sheets, 3, drops, &result, faults));
  g_assert_cmpint (g_array_index (faults, KpPanelFault, 0).kind, ==, KP_PANEL_FAULT_SUM_DIFFERS);
}

typedef struct
{
  const char *name;
  void (*spoil) (KpStatedMark marks[5][N_ELEMENTS], KpPanelSheet *sheets, KpPanelPolicy *policy);
  KpPanelFaultKind kind;
  guint sheet;
  guint element;
} FaultRow;

static void
leave_element_out (KpStatedMark marks[5][N_ELEMENTS],
                   G_GNUC_UNUSED KpPanelSheet *sheets,
                   G_GNUC_UNUSED KpPanelPolicy *policy)
{
  marks[2][4] = (KpStatedMark){ KP_MARK_NOT_ENTERED, 0 };
}

static void
mistype_total (G_GNUC_UNUSED KpStatedMark marks[5][N_ELEMENTS],
               KpPanelSheet *sheets,
               G_GNUC_UNUSED KpPanelPolicy *policy)
{
  sheets[3].total.mark += KP_MARK (4, 0);
}

static void
exceed_full_mark (KpStatedMark marks[5][N_ELEMENTS],
                  KpPanelSheet *sheets,
                  G_GNUC_UNUSED KpPanelPolicy *policy)
{
  marks[0][2].mark = KP_MARK (20, 100);
  sheets[0].total = (KpStatedMark){ KP_MARK_NOT_ENTERED, 0 };
}

static void
break_step (KpStatedMark marks[5][N_ELEMENTS], KpPanelSheet *sheets, KpPanelPolicy *policy)
{
  policy->step = KP_MARK (0, 5000);
  marks[1][1].mark = KP_MARK (17, 3000);
  sheets[1].total = (KpStatedMark){ KP_MARK_NOT_ENTERED, 0 };
}

static void
count_examiner_twice (G_GNUC_UNUSED KpStatedMark marks[5][N_ELEMENTS],
                      KpPanelSheet *sheets,
                      G_GNUC_UNUSED KpPanelPolicy *policy)
{
  sheets[4].examiner = "2";
}

static void
drop_an_element (G_GNUC_UNUSED KpStatedMark marks[5][N_ELEMENTS],
                 KpPanelSheet *sheets,
                 G_GNUC_UNUSED KpPanelPolicy *policy)
{
  sheets[1].n_elements = 4;
}

static void
void_a_sheet (G_GNUC_UNUSED KpStatedMark marks[5][N_ELEMENTS],
              KpPanelSheet *sheets,
              G_GNUC_UNUSED KpPanelPolicy *policy)
{
  sheets[1].is_void = TRUE;
}

static void
shrink_panel (G_GNUC_UNUSED KpStatedMark marks[5][N_ELEMENTS],
              G_GNUC_UNUSED KpPanelSheet *sheets,
              KpPanelPolicy *policy)
{
  policy->n_examiners = 4;
}

static void
type_no_total (G_GNUC_UNUSED KpStatedMark marks[5][N_ELEMENTS],
               KpPanelSheet *sheets,
               G_GNUC_UNUSED KpPanelPolicy *policy)
{
  sheets[0].n_elements = 0;
  sheets[0].total.state = KP_MARK_NOT_ENTERED;
}

static void
type_total_only (G_GNUC_UNUSED KpStatedMark marks[5][N_ELEMENTS], KpPanelSheet *sheets, KpPanelPolicy *policy)
{
  sheets[0].n_elements = 0;
  policy->drops_by_element = TRUE;
}

static const FaultRow fault_rows[] = {
  /* 深圳 2012: four of five elements summed */
  { "element-left-out-of-sum", leave_element_out, KP_PANEL_FAULT_ELEMENT_MISSING, 2, 4 },
  { "total-differs-from-sum", mistype_total, KP_PANEL_FAULT_SUM_DIFFERS, 3, G_MAXUINT },
  { "above-full-mark", exceed_full_mark, KP_PANEL_FAULT_OUT_OF_RANGE, 0, 2 },
  { "off-step", break_step, KP_PANEL_FAULT_STEP, 1, 1 },
  { "examiner-twice", count_examiner_twice, KP_PANEL_FAULT_EXAMINER_TWICE, 4, G_MAXUINT },
  { "other-elements", drop_an_element, KP_PANEL_FAULT_ELEMENT_COUNT, 1, G_MAXUINT },
  { "sheet-missing", void_a_sheet, KP_PANEL_FAULT_TOO_FEW, G_MAXUINT, G_MAXUINT },
  { "sheet-too-many", shrink_panel, KP_PANEL_FAULT_TOO_MANY, G_MAXUINT, G_MAXUINT },
  { "no-total", type_no_total, KP_PANEL_FAULT_NO_TOTAL, 0, G_MAXUINT },
  { "no-elements-to-drop-by", type_total_only, KP_PANEL_FAULT_ELEMENT_COUNT, 0, G_MAXUINT },
};

static void
test_fault (gconstpointer data)
{
  const FaultRow *row = data;
  g_autoptr (GArray) faults = g_array_new (FALSE, FALSE, sizeof (KpPanelFault));
  g_autofree char *message = NULL;
  KpPanelPolicy policy;
  KpStatedMark marks[5][N_ELEMENTS];
  KpPanelSheet sheets[5];
  KpPanelDrop drops[5];
  KpPanelResult result;
  const KpPanelFault *fault;

  init_w3 (&policy);
  fill_w3 (marks, sheets);
  row->spoil (marks, sheets, &policy);
  g_assert_false (kp_panel_decide (&policy, w3_full, N_ELEMENTS, sheets, 5, drops, &result, faults));
  g_assert_cmpuint (faults->len, ==, 1);
  fault = &g_array_index (faults, KpPanelFault, 0);
  g_assert_cmpint (fault->kind, ==, row->kind);
  g_assert_cmpuint (fault->sheet, ==, row->sheet);
  g_assert_cmpuint (fault->element, ==, row->element);
  message = kp_panel_fault_dup_message (fault, "3", "应变");
  g_assert_nonnull (message);
  g_assert_cmpint (result.mark, ==, 0);
}

/* A sheet under the wrong examiner is taken back and given again: no trace in the mean. */
static void
test_taken_back (void)
{
  g_autoptr (GArray) faults = g_array_new (FALSE, FALSE, sizeof (KpPanelFault));
  KpPanelPolicy policy;
  KpPanelSheet sheets[MAX_SHEETS];
  KpPanelDrop drops[MAX_SHEETS];
  KpPanelResult result;
  guint n = fill_totals ("82.5 79.0 85.0 80.5 91.0 83.5 72.0 99.0", sheets);

  kp_panel_policy_init (&policy);
  sheets[7].is_void = TRUE;
  sheets[7].examiner = "1";
  g_assert_true (kp_panel_decide (&policy, NULL, 0, sheets, n, drops, &result, faults));
  assert_mark (result.mark, "82.10");
  g_assert_cmpint (drops[7], ==, KP_PANEL_VOID);
  assert_mark (result.highest, "91.00");
}

/* An examiner fell ill: the scheme may allow fewer sheets, and below five nothing is dropped. */
static void
test_fewer_sheets (void)
{
  g_autoptr (GArray) faults = g_array_new (FALSE, FALSE, sizeof (KpPanelFault));
  KpPanelPolicy policy;
  KpPanelSheet sheets[MAX_SHEETS];
  KpPanelDrop drops[MAX_SHEETS];
  KpPanelResult result;
  guint n = fill_totals ("82.5 79.0 85.0 80.5 91.0 83.5", sheets);

  kp_panel_policy_init (&policy);
  g_assert_false (kp_panel_decide (&policy, NULL, 0, sheets, n, drops, &result, faults));
  g_array_set_size (faults, 0);
  policy.min_sheets = 4;
  g_assert_true (kp_panel_decide (&policy, NULL, 0, sheets, n, drops, &result, faults));
  assert_mark (result.mark, "82.88");
  g_assert_true (kp_panel_decide (&policy, NULL, 0, sheets, 4, drops, &result, faults));
  assert_mark (result.mark, "81.75");
  g_assert_false (kp_panel_decide (&policy, NULL, 0, sheets, 0, drops, &result, faults));
}

/* The order of sheets changes neither the mark nor who is dropped; more marks for all give more. */
static void
test_properties (void)
{
  KpTestDice dice = { 5 };

  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (GArray) faults = g_array_new (FALSE, FALSE, sizeof (KpPanelFault));
      KpPanelPolicy policy;
      KpPanelSheet sheets[7], turned[7];
      KpPanelDrop drops[7], turned_drops[7];
      KpPanelResult result, turned_result, raised_result;

      kp_panel_policy_init (&policy);
      for (guint i = 0; i < 7; i++)
        sheets[i] = (KpPanelSheet){ .examiner = examiners[i],
                                    .total = { KP_MARK_PRESENT,
                                               KP_MARK (70 + kp_test_dice_below (&dice, 8), 5000) } };
      for (guint i = 0; i < 7; i++)
        turned[i] = sheets[(i + 1 + round) % 7];
      g_assert_true (kp_panel_decide (&policy, NULL, 0, sheets, 7, drops, &result, faults));
      g_assert_true (kp_panel_decide (&policy, NULL, 0, turned, 7, turned_drops, &turned_result, faults));
      g_assert_cmpint (result.mark, ==, turned_result.mark);
      for (guint i = 0; i < 7; i++)
        {
          g_assert_cmpint (turned_drops[i], ==, drops[(i + 1 + round) % 7]);
          sheets[i].total.mark += KP_MARK (1, 2500);
        }
      g_assert_true (kp_panel_decide (&policy, NULL, 0, sheets, 7, drops, &raised_result, faults));
      g_assert_cmpint (raised_result.mark, ==, result.mark + KP_MARK (1, 2500));
    }
}

#define ADD_ROWS(prefix, rows, func)                                                                         \
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)                                                            \
    {                                                                                                        \
      g_autofree char *path = g_strconcat (prefix, rows[i].name, NULL);                                      \
      g_test_add_data_func (path, &rows[i], func);                                                           \
    }

/* domain.md W2, first case: 91.0 and 72.0 are dropped; some notices part ties by their sum. */
static void
test_sums (void)
{
  KpPanelSheet sheets[MAX_SHEETS] = { 0 };
  KpPanelDrop drops[MAX_SHEETS];
  g_autoptr (GArray) faults = g_array_new (FALSE, FALSE, sizeof (KpPanelFault));
  KpPanelPolicy policy;
  KpPanelResult result;
  guint n = fill_totals ("82.5 79.0 85.0 80.5 91.0 83.5 72.0", sheets);

  kp_panel_policy_init (&policy);
  g_assert_true (kp_panel_decide (&policy, NULL, 0, sheets, n, drops, &result, faults));
  assert_mark (result.dropped_sum, "163.00");
  assert_mark (result.kept_sum, "410.50");
  assert_mark (result.highest, "91.00");
  assert_mark (result.lowest, "72.00");
  g_assert_cmpuint (result.n_counted, ==, 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD_ROWS ("/rules/panel/totals/", total_rows, test_totals)
  ADD_ROWS ("/rules/panel/refuses/", fault_rows, test_fault)
  g_test_add_func ("/rules/panel/weighted-elements", test_weighted_elements);
  g_test_add_func ("/rules/panel/record", test_record);
  g_test_add_func ("/rules/panel/w3/by-element", test_w3_by_element);
  g_test_add_func ("/rules/panel/taken-back-leaves-no-trace", test_taken_back);
  g_test_add_func ("/rules/panel/fewer-sheets", test_fewer_sheets);
  g_test_add_func ("/rules/panel/properties", test_properties);
  g_test_add_func ("/rules/panel/sums", test_sums);
  return g_test_run ();
}
