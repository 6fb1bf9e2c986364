/* kp-audit-lists.h – what a supervisor gets to read, as lists.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-list.h"
#include "kp-session.h"

G_BEGIN_DECLS

typedef enum
{
  KP_AUDIT_LIST_JOURNAL,
  KP_AUDIT_LIST_ACTS,
  KP_AUDIT_LIST_SEALS,
  KP_AUDIT_LIST_DRAWS,
  KP_AUDIT_LIST_CHANGES,
  KP_AUDIT_LIST_MARKS,
  KP_AUDIT_LIST_INCIDENTS,
  KP_AUDIT_LIST_EXCEPTIONS,
  KP_AUDIT_LIST_ODDITIES,
  KP_AUDIT_LIST_POSTS,
  KP_AUDIT_LIST_PANELS,
  KP_AUDIT_LIST_FINALS,
} KpAuditListName;

#define KP_AUDIT_N_LISTS (KP_AUDIT_LIST_FINALS + 1)

const char *kp_audit_list_get_title (KpAuditListName name); /* "日志"; its file is that with .csv */
KpList     *kp_audit_list_make (KpSession *session, KpAuditListName name, GError **error);

G_END_DECLS
