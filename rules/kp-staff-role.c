/* kp-staff-role.c – what people do at the interview.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-staff-role.h"

#define N_WORDS 6

static const struct
{
  const char *name;
  const char *words[N_WORDS]; /* the first is what lists print */
} roles[KP_N_STAFF_ROLES] = {
  [KP_STAFF_CHAIR] = { "chair", { "主考官", "主评委", "考官组长", "主考" } },
  [KP_STAFF_EXAMINER] = { "examiner", { "考官", "评委", "副考官", "普通考官" } },
  [KP_STAFF_TIMER] = { "timer", { "计时员", "计时", "记时员" } },
  [KP_STAFF_SCORER] = { "scorer", { "计分员", "计分", "记分员", "登分员", "核分员" } },
  [KP_STAFF_SUPERVISOR] = { "supervisor", { "监督员", "监督", "纪检监督员", "纪检" } },
  [KP_STAFF_GUIDE] = { "guide", { "引导员", "引导", "联络员" } },
  [KP_STAFF_WAITING] = { "waiting", { "候考室工作人员", "候考室", "候考", "备考室" } },
  [KP_STAFF_OTHER] = { "staff", { "其他工作人员", "工作人员", "其他", "后勤" } },
};

/** kp_staff_role_get_name: the stable name in the record. */
const char *
kp_staff_role_get_name (KpStaffRole role)
{
  return roles[role].name;
}

/** kp_staff_role_get_chinese: as lists call it. */
const char *
kp_staff_role_get_chinese (KpStaffRole role)
{
  return roles[role].words[0];
}

/** kp_staff_role_from_name: reads a stable name; FALSE when there is none like it. */
gboolean
kp_staff_role_from_name (const char *name,
                         KpStaffRole *out)
{
  for (guint i = 0; i < KP_N_STAFF_ROLES; i++)
    {
      if (!g_str_equal (name, roles[i].name))
        continue;
      *out = (KpStaffRole) i;
      return TRUE;
    }
  return FALSE;
}

/** kp_staff_role_parse: reads a compact word of a list, 主考官, 记分员 …; FALSE when it is none. */
gboolean
kp_staff_role_parse (const char *word,
                     KpStaffRole *out)
{
  for (guint i = 0; i < KP_N_STAFF_ROLES; i++)
    {
      for (guint j = 0; j < N_WORDS && roles[i].words[j] != NULL; j++)
        {
          if (!g_str_equal (word, roles[i].words[j]))
            continue;
          *out = (KpStaffRole) i;
          return TRUE;
        }
    }
  return FALSE;
}

/** kp_staff_role_gives_marks: whether who does this is drawn to a room and gives marks. */
gboolean
kp_staff_role_gives_marks (KpStaffRole role)
{
  return role == KP_STAFF_CHAIR || role == KP_STAFF_EXAMINER;
}
