/* kp-step-amend.h – changes a sealed scheme where nothing is decided by it yet.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-edition.h"
#include "kp-session.h"

G_BEGIN_DECLS

/* What an amendment did, or would do. */
typedef struct
{
  guint number; /* of the amendment: the next one in a trial */
  char *digest_before;
  char *digest_after;
  char *notice;       /* Chinese text of the supplementary notice: what is now said differently */
  GPtrArray *changes; /* (element-type KpChange): results of open stages that come out otherwise */
  GPtrArray *pending; /* (element-type KpPendingCase): empty */
  GPtrArray *voided;  /* (element-type KpVoidedList) */
} KpAmendmentReport;

gboolean   kp_step_amend (KpSession *session, const char *scheme_json, const char *reason, const char *by, const char *with,
                          gboolean is_trial, KpAmendmentReport **out, GError **error);
gboolean   kp_step_note_supplement (KpSession *session, guint number, KpDate on, GError **error);
GPtrArray *kp_step_list_amendments (KpSession *session, GError **error);
void       kp_amendment_report_free (KpAmendmentReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpAmendmentReport, kp_amendment_report_free)

G_END_DECLS
