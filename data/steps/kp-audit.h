/* kp-audit.h – what a supervisor asks of a record: who did what, who stood alone, what looks odd.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-journal.h"
#include "kp-oddity.h"
#include "kp-session.h"

G_BEGIN_DECLS

/* All that one person wrote in one step. Owned texts. */
typedef struct
{
  char *step;
  char *actor;
  char *first_at;
  char *last_at;
  guint64 n_rows;
} KpAuditAct;

/* Where the record shows one person and four eyes are asked for. */
typedef enum
{
  KP_AUDIT_BOTH_ENTRIES, /* one clerk made both entries of a paper */
  KP_AUDIT_OWN_ENTRY,    /* who resolved a difference had made one of the two entries */
  KP_AUDIT_BOTH_REVIEWS, /* one person decided a finding at two levels */
} KpAuditExceptionKind;

#define KP_AUDIT_N_EXCEPTION_KINDS (KP_AUDIT_BOTH_REVIEWS + 1)

typedef struct
{
  KpAuditExceptionKind kind;
  char *subject; /* the paper, or the moment of the review */
  char *actor;
  guint n;       /* marks or findings that it concerns */
} KpAuditException;

/* Something odd in the marks of one paper; the room by its names. */
typedef struct
{
  char *paper;
  char *site;    /* nullable: of no room */
  guint room;
  KpOddity oddity;
} KpAuditOddity;

GPtrArray *kp_audit_list_acts (KpSession *session, GError **error);       /* of KpAuditAct, by step and person */
GPtrArray *kp_audit_list_seals (KpSession *session, GError **error);      /* of KpJournalRow: scheme, stages, notes */
GPtrArray *kp_audit_list_exceptions (KpSession *session, GError **error); /* of KpAuditException */
GPtrArray *kp_audit_list_oddities (KpSession *session, GError **error);   /* of KpAuditOddity */
gboolean   kp_audit_each_journal_row (KpSession *session, KpRecordFunc func, gpointer user_data, GError **error);

G_END_DECLS
