/* kp-application-list.h – the applications of a campaign as a list model that filters and sorts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kp-application-row.h"

G_BEGIN_DECLS

#define KP_TYPE_APPLICATION_LIST (kp_application_list_get_type ())
G_DECLARE_FINAL_TYPE (KpApplicationList, kp_application_list, KP, APPLICATION_LIST, GObject)

KpApplicationList *kp_application_list_new (KpCampaign *campaign);
void               kp_application_list_set_search (KpApplicationList *list, const char *search);
void               kp_application_list_set_post (KpApplicationList *list, const char *post);
void               kp_application_list_set_review (KpApplicationList *list, const char *review);
void               kp_application_list_set_order (KpApplicationList *list, const KpApplicationOrder *orders,
                                                  guint n_orders);
void               kp_application_list_set_by_strokes (KpApplicationList *list, gboolean by_strokes);
void               kp_application_list_begin (KpApplicationList *list);
guint              kp_application_list_count (KpApplicationList *list);
gboolean           kp_application_list_is_busy (KpApplicationList *list);
guint              kp_application_list_get_index (KpApplicationList *list, guint position);
gboolean           kp_application_list_find (KpApplicationList *list, const char *application, guint *position);
const char        *kp_application_list_get_application (KpApplicationList *list, guint position);

G_END_DECLS
