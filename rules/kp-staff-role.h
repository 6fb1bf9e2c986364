/* kp-staff-role.h – what people do at the interview.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KP_STAFF_CHAIR,      /* 主考官 */
  KP_STAFF_EXAMINER,   /* 考官 */
  KP_STAFF_TIMER,      /* 计时员 */
  KP_STAFF_SCORER,     /* 计分员 */
  KP_STAFF_SUPERVISOR, /* 监督员 */
  KP_STAFF_GUIDE,      /* 引导员 */
  KP_STAFF_WAITING,    /* 候考室工作人员 */
  KP_STAFF_OTHER,      /* 其他工作人员 */
} KpStaffRole;

#define KP_N_STAFF_ROLES (KP_STAFF_OTHER + 1)

const char *kp_staff_role_get_name (KpStaffRole role);
const char *kp_staff_role_get_chinese (KpStaffRole role);
gboolean    kp_staff_role_from_name (const char *name, KpStaffRole *out);
gboolean    kp_staff_role_parse (const char *word, KpStaffRole *out);
gboolean    kp_staff_role_gives_marks (KpStaffRole role);

G_END_DECLS
