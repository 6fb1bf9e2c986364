/* kp-review-list.h – the applications on the reviewer's desk as a list model, one pile at a time.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "kp-review-desk.h"

G_BEGIN_DECLS

/* One line: a title and what stands below. */
#define KP_TYPE_REVIEW_ITEM (kp_review_item_get_type ())
G_DECLARE_FINAL_TYPE (KpReviewItem, kp_review_item, KP, REVIEW_ITEM, GObject)

const KpReviewCase *kp_review_item_get_case (KpReviewItem *item);

#define KP_TYPE_REVIEW_LIST (kp_review_list_get_type ())
G_DECLARE_FINAL_TYPE (KpReviewList, kp_review_list, KP, REVIEW_LIST, GObject)

KpReviewList *kp_review_list_new (GPtrArray *cases);
void          kp_review_list_show (KpReviewList *list, KpReviewQueue queue, const char *actor, const char *search);
guint         kp_review_list_count (KpReviewList *list, KpReviewQueue queue, const char *actor);
const char   *kp_review_list_get_label (KpReviewQueue queue);
KpReviewQueue kp_review_list_find_pile (KpReviewList *list, const char *actor);
gboolean      kp_review_list_find (KpReviewList *list, const char *application, guint *position);
void          kp_review_list_replace (KpReviewList *list, KpReviewCase *one);

G_END_DECLS
