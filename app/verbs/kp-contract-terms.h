/* kp-contract-terms.h – of the verb contract: renewal, change, correction, the end of an institution's contract, and a look.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-command.h"
#include "kp-date.h"

G_BEGIN_DECLS

/* Texts borrowed. */
typedef struct
{
  const char *document;
  const char *reason;
  const char *by;
  const char *with;
} KpContractPaper;

/* Owned texts. */
typedef struct
{
  char *until;
  char *change;
  char *to;
  char *from;
  char *correct;
  char *absent;
  gint years;
  gint failed_years;
  gboolean renews;
  gboolean is_open_ended;
  gboolean asks_fixed;
  gboolean has_fault;
  gboolean asks_pension;
  gboolean takes_back;
  gboolean refuses_post;
} KpContractTermOptions;

void kp_contract_term_options_clear (KpContractTermOptions *options);
gboolean kp_contract_renew (KpCommand *command, const KpContractTermOptions *options, const KpContractPaper *paper, GError **error);
gboolean kp_contract_change (KpCommand *command, const KpContractTermOptions *options, const KpContractPaper *paper, GError **error);
gboolean kp_contract_correct (KpCommand *command, const KpContractTermOptions *options, const KpContractPaper *paper, GError **error);
gboolean kp_contract_end_institution (KpCommand *command, const char *ground, KpDate served, KpDate last_day,
                                      const KpContractTermOptions *options, const KpContractPaper *paper, GError **error);
gboolean kp_contract_show (KpCommand *command, GError **error);

G_END_DECLS
