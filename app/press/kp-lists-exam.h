/* kp-lists-exam.h – lists of what happened around the written exam: breaches of discipline, applications to check a mark.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-press-private.h"

G_BEGIN_DECLS

typedef enum
{
  KP_BREACH_LIST_NUMBER,
  KP_BREACH_LIST_TICKET,
  KP_BREACH_LIST_NAME,
  KP_BREACH_LIST_ID_NUMBER,
  KP_BREACH_LIST_POST,
  KP_BREACH_LIST_PAPER,
  KP_BREACH_LIST_PLACE,
  KP_BREACH_LIST_RECORDED_ON,
  KP_BREACH_LIST_FACTS,
  KP_BREACH_LIST_ARTICLE,
  KP_BREACH_LIST_CONSEQUENCE,
  KP_BREACH_LIST_DECIDED_ON,
  KP_BREACH_LIST_SERVED_ON,
  KP_BREACH_LIST_KEPT_UNTIL,
  KP_BREACH_LIST_STATE,
  KP_BREACH_LIST_N_COLUMNS,
} KpBreachListColumn;

typedef enum
{
  KP_RECHECK_LIST_TICKET,
  KP_RECHECK_LIST_NAME,
  KP_RECHECK_LIST_POST,
  KP_RECHECK_LIST_PAPER,
  KP_RECHECK_LIST_ASKED_ON,
  KP_RECHECK_LIST_REASON,
  KP_RECHECK_LIST_BEFORE,
  KP_RECHECK_LIST_RESULT,
  KP_RECHECK_LIST_CHECKER,
  KP_RECHECK_LIST_CHECKED_ON,
  KP_RECHECK_LIST_STATE,
  KP_RECHECK_LIST_N_COLUMNS,
} KpRecheckListColumn;

extern const KpListColumn kp_lists_breach_columns[KP_BREACH_LIST_N_COLUMNS];
extern const KpListColumn kp_lists_recheck_columns[KP_RECHECK_LIST_N_COLUMNS];

const char *kp_lists_get_paper (KpPress *press, const char *code);
void kp_lists_add_breaches (KpPress *press, KpList *list);
void kp_lists_add_rechecks (KpPress *press, KpList *list);

G_END_DECLS
