/* kp-paper-lock.h – the marks of a paper stand: locked by two people, or by the shortlist that is made from them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-marked-paper.h"

G_BEGIN_DECLS

/* What was locked. */
typedef struct
{
  char   digest[65]; /* of the list, lower-case hex */
  guint  n_marks;    /* marks and states */
  gint64 sum;        /* of the marks, KpMark */
} KpLockedList;

gboolean kp_step_lock_paper (KpSession *session, const char *paper, const char *by, const char *with, KpLockedList *out,
                             GError **error);
gboolean kp_step_open_secrets (KpSession *session, const char *paper, const char *by, const char *with, GError **error);
gboolean kp_paper_lock_by_list (KpSession *session, KpLedger *ledger, const char *code, GError **error);
gboolean kp_paper_lock_by_shortlist (KpSession *session, KpLedger *ledger, GError **error);

G_END_DECLS
