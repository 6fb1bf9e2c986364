/* kp-lists.h – the lists of a campaign, for the office and for publishing.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-list.h"
#include "kp-session.h"

G_BEGIN_DECLS

typedef enum
{
  KP_LISTS_REGISTRATIONS,
  KP_LISTS_REVIEW,
  KP_LISTS_TICKETS,
  KP_LISTS_MARKS,
  KP_LISTS_SHORTLIST,
  KP_LISTS_HEATS,
  KP_LISTS_INTERVIEW,
  KP_LISTS_TOTALS,
  KP_LISTS_PUBLICITY,
  KP_LISTS_CONTRACTS,
  KP_LISTS_BREACHES, /* after the rest: few campaigns have any */
  KP_LISTS_RECHECKS,
  KP_LISTS_FINAL_TOTALS, /* where the background check is scored */
  KP_LISTS_CHOICES,      /* where hires choose their posts */
  KP_LISTS_DEPARTURES,
} KpListName;

#define KP_LISTS_N (KP_LISTS_DEPARTURES + 1)

const char *kp_lists_get_name (KpListName name);    /* "shortlist" */
const char *kp_lists_get_chinese (KpListName name); /* "入围面试人员名单" */
gboolean kp_lists_parse (const char *text, KpListName *out);
gboolean kp_lists_is_published (KpListName name);
KpList *kp_lists_make (KpSession *session, KpListName name, GError **error);
char *kp_lists_mask_name (const char *name);

G_END_DECLS
