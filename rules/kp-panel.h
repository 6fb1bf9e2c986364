/* kp-panel.h – the examiners' sheets of one candidate: checks, dropped extremes, mean.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-mark.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_examiners;         /* sheets expected: 7 */
  guint min_sheets;          /* with fewer there is no mark; 0 = all n_examiners are needed */
  guint drop_highest;        /* 1 */
  guint drop_lowest;         /* 1 */
  guint drop_from;           /* nothing is dropped with fewer sheets than this: 5 */
  gboolean drops_by_element; /* FALSE: whole totals are dropped (the default); TRUE: in each element, then
                                summed */
  guint sheet_decimals;      /* of an element or total on the sheet */
  KpMark step;               /* of an element, 0 = any value with sheet_decimals */
  guint decimals;            /* of the mean */
  KpRounding rounding;
  KpFraction outside_share;  /* of a room's examiners who come from elsewhere, at least; unknown = none need to */
} KpPanelPolicy;

/* One element 测评要素. With weights a sheet's total is the sum of its weighted marks, and each must be a whole number of
 * ten-thousandths: the scheme's check sees to it. */
typedef struct
{
  KpMark full;
  KpFraction weight; /* 1 = its marks are simply added */
} KpPanelElement;

/* One examiner's sheet. Without elements (n_elements 0) the total alone counts. */
typedef struct
{
  const char *examiner;         /* borrowed: number or code of the examiner in the room */
  const KpStatedMark *elements; /* borrowed, in the order of the scheme's elements */
  guint n_elements;
  KpStatedMark total; /* as typed; NOT_ENTERED = only elements were typed */
  gboolean is_void;   /* taken back: leaves no trace in the mean */
} KpPanelSheet;

typedef enum
{
  KP_PANEL_FAULT_EXAMINER_TWICE,
  KP_PANEL_FAULT_ELEMENT_MISSING, /* never counted as zero */
  KP_PANEL_FAULT_ELEMENT_COUNT,   /* the sheet has other elements than the scheme */
  KP_PANEL_FAULT_OUT_OF_RANGE,
  KP_PANEL_FAULT_STEP,
  KP_PANEL_FAULT_SUM_DIFFERS,
  KP_PANEL_FAULT_NO_TOTAL,
  KP_PANEL_FAULT_TOO_FEW,
  KP_PANEL_FAULT_TOO_MANY,
} KpPanelFaultKind;

typedef struct
{
  KpPanelFaultKind kind;
  guint sheet;   /* index; G_MAXUINT = the candidate's sheets as a whole */
  guint element; /* index; G_MAXUINT = the total */
} KpPanelFault;

typedef enum
{
  KP_PANEL_KEPT,
  KP_PANEL_HIGHEST, /* dropped */
  KP_PANEL_LOWEST,  /* dropped */
  KP_PANEL_VOID,    /* taken back */
} KpPanelDrop;

typedef struct
{
  KpFraction mean;    /* exact */
  KpMark mark;        /* rounded as the policy says: 面试原始成绩 */
  guint n_counted;    /* sheets in the mean */
  KpMark kept_sum;    /* of the totals that count */
  KpMark dropped_sum; /* of the totals dropped: some notices part ties by it */
  KpMark highest;     /* of all sheets that aren't void */
  KpMark lowest;
} KpPanelResult;

void kp_panel_policy_init (KpPanelPolicy *policy);

/* elements stand in the scheme's order. TRUE = no fault, *result is filled
 * and drops[i] says what became of sheets[i]. FALSE = faults holds KpPanelFault items and there is no mark.
 */
gboolean kp_panel_decide (const KpPanelPolicy *policy,
                          const KpPanelElement *elements,
                          guint n_elements,
                          const KpPanelSheet *sheets,
                          guint n_sheets,
                          KpPanelDrop *drops,
                          KpPanelResult *result,
                          GArray *faults);
gboolean kp_panel_sheet_sum (const KpPanelElement *elements, const KpPanelSheet *sheet, KpMark *sum);
KpMark kp_panel_weigh (KpPanelElement element, KpMark mark);
char *kp_panel_fault_dup_message (const KpPanelFault *fault, const char *examiner, const char *element);

G_END_DECLS
