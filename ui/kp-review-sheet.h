/* kp-review-sheet.h – one application on the reviewer's desk, and the bar in which its conditions are decided.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-campaign.h"
#include "kp-review-file.h"

G_BEGIN_DECLS

#define KP_TYPE_REVIEW_SHEET (kp_review_sheet_get_type ())
G_DECLARE_FINAL_TYPE (KpReviewSheet, kp_review_sheet, KP, REVIEW_SHEET, AdwBin)

/* A decision that was typed. Borrowed. */
typedef struct
{
  const char *application;
  const char *condition;
  KpVerdict verdict;
  const char *sentence;
  const KpReviewPoint *point; /* as it was shown */
} KpReviewDecision;

typedef void (*KpReviewSheetFunc) (const KpReviewDecision *decision, gpointer data);

void        kp_review_sheet_set_func (KpReviewSheet *sheet, KpReviewSheetFunc func, gpointer data);
void        kp_review_sheet_show (KpReviewSheet *sheet, KpCampaign *campaign, KpReviewFile *file, const char *actor);
void        kp_review_sheet_show_again (KpReviewSheet *sheet, KpCampaign *campaign, KpReviewFile *file, const char *actor);
gboolean    kp_review_sheet_is_writing (KpReviewSheet *sheet);
void        kp_review_sheet_clear (KpReviewSheet *sheet);
void        kp_review_sheet_wait (KpReviewSheet *sheet);
void        kp_review_sheet_set_busy (KpReviewSheet *sheet, gboolean is_busy);
void        kp_review_sheet_complain (KpReviewSheet *sheet, const char *sentence);
const char *kp_review_sheet_get_application (KpReviewSheet *sheet);
gboolean    kp_review_sheet_has_open (KpReviewSheet *sheet);
void        kp_review_sheet_select (KpReviewSheet *sheet, guint number);
void        kp_review_sheet_choose (KpReviewSheet *sheet, KpVerdict verdict);
void        kp_review_sheet_confirm (KpReviewSheet *sheet);
void        kp_review_sheet_record (KpReviewSheet *sheet);
const KpReviewPoint *kp_review_sheet_find_point (KpReviewSheet *sheet, const char *condition);
gboolean    kp_review_sheet_cancel (KpReviewSheet *sheet);
gboolean    kp_review_sheet_has_claims (KpReviewSheet *sheet);
const KpReviewProof *kp_review_sheet_get_proof (KpReviewSheet *sheet);

G_END_DECLS
