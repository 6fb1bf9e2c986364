/* kp-renewal.h – whether the next contract has to be open-ended.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-date.h"

G_BEGIN_DECLS

typedef struct
{
  KpDate continuous_from; /* first day of unbroken work that counts for §14, of former employers as well */
  KpDate next_start;      /* first day of the next contract */
  guint n_fixed_terms;    /* 连续订立 fixed terms with this employer, the running one included */
  gboolean asks_fixed;    /* the worker asks for a fixed term, in writing */
  gboolean has_fault; /* §39, §40 (一)(二): the second fixed term doesn't lead to an open-ended contract */
  gboolean is_welfare_post; /* 公益性岗位: 实施条例 §12 */
} KpRenewalCase;

typedef enum
{
  KP_RENEWAL_ANY,            /* the parties may agree on any term */
  KP_RENEWAL_OPEN_TEN_YEARS, /* §14 (一) */
  KP_RENEWAL_OPEN_TWO_TERMS, /* §14 (三) */
} KpRenewal;

#define KP_RENEWAL_N (KP_RENEWAL_OPEN_TWO_TERMS + 1)

KpRenewal kp_renewal_decide (const KpRenewalCase *renewal);
const char *kp_renewal_get_clause (KpRenewal renewal);
const char *kp_renewal_get_chinese (KpRenewal renewal);
gboolean kp_renewal_has_run_on (KpDate ends, KpDate today);

G_END_DECLS
