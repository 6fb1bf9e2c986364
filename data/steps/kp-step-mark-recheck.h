/* kp-step-mark-recheck.h – written marks are published, and candidates ask to have one checked (查分).
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-marked-paper.h"

G_BEGIN_DECLS

typedef enum
{
  KP_RECHECK_ASKED,     /* nobody looked yet */
  KP_RECHECK_SAME,      /* the mark was right */
  KP_RECHECK_DIFFERENT, /* another mark was found; two people have to correct it */
  KP_RECHECK_CORRECTED, /* and did */
} KpRecheckState;

/* One application. Owned texts. */
typedef struct
{
  char *paper;
  char *application;
  char *ticket;
  char *asked_on;
  char *reason;
  char *before;
  char *result;  /* nullable: same, or a mark */
  char *checker; /* nullable */
  char *checked_on; /* nullable */
  char *notice;  /* Chinese: what the candidate is told */
  KpRecheckState state;
} KpMarkRecheck;

gboolean   kp_step_publish_marks (KpSession *session, char **until, GError **error);
gboolean   kp_step_ask_recheck (KpSession *session, const char *paper, const char *number, const char *reason,
                                GError **error);
gboolean   kp_step_answer_recheck (KpSession *session, const char *paper, const char *number, const char *result,
                                   KpRecheckState *state, GError **error);
gboolean   kp_step_end_rechecks (KpSession *session, const char *by, const char *with, const char *reason, GError **error);
GPtrArray *kp_step_list_rechecks (KpSession *session, GError **error); /* of KpMarkRecheck */
gboolean   kp_mark_recheck_check_over (KpSession *session, GError **error);
const char *kp_recheck_state_get_name (KpRecheckState state);
void       kp_mark_recheck_free (KpMarkRecheck *recheck);

G_END_DECLS
