/* kp-role.h – the roles of those who work on a campaign, and which step each of them may do.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KP_ROLE_ADMINISTRATOR, /* 管理员 */
  KP_ROLE_REVIEWER,      /* 报名审核 */
  KP_ROLE_EXAMS,         /* 考务 */
  KP_ROLE_FIRST_ENTRY,   /* 登分1 */
  KP_ROLE_SECOND_ENTRY,  /* 登分2 */
  KP_ROLE_MARK_CHECKER,  /* 核分 */
  KP_ROLE_SCORE_KEEPER,  /* 面试计分 */
  KP_ROLE_SUPERVISOR,    /* 监督: reads everything, the journal too */
  KP_ROLE_STREET,        /* 街道用户 */
  KP_ROLE_LEADER,        /* 领导: reads */
} KpRole;

#define KP_N_ROLES (KP_ROLE_LEADER + 1)

/* A set of them. */
typedef guint32 KpRoles;

#define KP_ROLE_BIT(role) (1u << (role))

const char *kp_role_get_name (KpRole role);
const char *kp_role_get_chinese (KpRole role);
const char *kp_role_get_label (KpRole role);
gboolean    kp_role_parse (const char *word,
                           KpRole     *out);
char       *kp_roles_dup_names (KpRoles roles);
char       *kp_roles_dup_labels (KpRoles roles);
gboolean    kp_roles_parse (const char *words,
                             KpRoles   *out,
                             char      **unknown);
gboolean    kp_roles_go_together (KpRoles roles);
gboolean    kp_roles_may_do (KpRoles    roles,
                              const char *step);
gboolean    kp_roles_may_attest (KpRoles    roles,
                                  const char *step);
gboolean    kp_roles_may_enter (KpRoles roles,
                                 guint    entry);

G_END_DECLS
