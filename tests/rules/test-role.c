/* test-role.c – which role does which step, and which roles never meet in one person.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-role.h"

typedef struct
{
  const char *name;
  const char *roles;
  const char *step;
  gboolean    may_do;
  gboolean    may_attest;
} Row;

static const Row rows[] = {
  { "administrator-keeps-accounts", "管理员", "account", TRUE, FALSE },
  { "administrator-enters-no-marks", "管理员", "import-written-marks", FALSE, TRUE },
  { "reviewer-reviews", "报名审核", "review", TRUE, TRUE },
  { "reviewer-seats-nobody", "报名审核", "seat", FALSE, FALSE },
  { "exams-draws", "考务", "draw", TRUE, TRUE },
  { "clerk-resolves-nothing", "登分1 登分2", "resolve-marks", FALSE, FALSE },
  { "checker-corrects", "核分", "correct", TRUE, TRUE },
  { "keeper-checks-a-hearing", "面试计分", "check-hearing", TRUE, TRUE },
  { "supervisor-attests-a-hearing", "监督", "check-hearing", FALSE, TRUE },
  { "supervisor-attests-no-hire", "监督", "hire", FALSE, FALSE },
  { "street-carries-a-probation", "街道用户", "record-probation", TRUE, TRUE },
  { "street-hires-nobody", "街道用户", "hire", FALSE, FALSE },
  { "leader-attests-nothing", "领导", "decide", FALSE, FALSE },
  { "everybody-keeps-an-own-secret", "领导", "own-secret", TRUE, FALSE },
  { "unknown-step-is-nobodys", "管理员 报名审核 考务 登分1 登分2 核分 面试计分 街道用户", "no-such-step", FALSE, FALSE },
  { "nobody-does-nothing", "", "review", FALSE, FALSE },
};

static void
test_step (gconstpointer data)
{
  const Row *row = data;
  KpRoles   roles = 0;

  g_assert_true (kp_roles_parse (row->roles, &roles, NULL));
  g_assert_cmpint (kp_roles_may_do (roles, row->step), ==, row->may_do);
  g_assert_cmpint (kp_roles_may_attest (roles, row->step), ==, row->may_attest);
}

static void
test_entries (void)
{
  const KpRoles first = KP_ROLE_BIT (KP_ROLE_FIRST_ENTRY);
  const KpRoles second = KP_ROLE_BIT (KP_ROLE_SECOND_ENTRY);
  const KpRoles checker = KP_ROLE_BIT (KP_ROLE_MARK_CHECKER);

  for (guint i = 1; i <= 3; i++)
    {
      g_assert_cmpint (kp_roles_may_enter (first, i), ==, i == 1);
      g_assert_cmpint (kp_roles_may_enter (second, i), ==, i == 2);
      g_assert_cmpint (kp_roles_may_enter (checker, i), ==, i == 3);
      g_assert_false (kp_roles_may_enter (KP_ROLE_BIT (KP_ROLE_ADMINISTRATOR), i));
    }
}

static void
test_together (void)
{
  KpRoles roles = 0;

  g_assert_false (kp_roles_go_together (0));
  for (guint i = 0; i < KP_N_ROLES; i++)
    g_assert_true (kp_roles_go_together (KP_ROLE_BIT (i)));
  g_assert_true (kp_roles_parse ("登分1、核分", &roles, NULL));
  g_assert_true (kp_roles_go_together (roles));
  g_assert_true (kp_roles_parse ("监督, 领导", &roles, NULL));
  g_assert_true (kp_roles_go_together (roles));
  g_assert_true (kp_roles_parse ("监督，核分", &roles, NULL));
  g_assert_false (kp_roles_go_together (roles));
}

static void
test_names (void)
{
  g_autofree char *names = NULL;
  g_autofree char *unknown = NULL;
  KpRoles         roles = 0;
  KpRoles         again = 0;

  for (guint i = 0; i < KP_N_ROLES; i++)
    {
      KpRole parsed = KP_N_ROLES;

      g_assert_true (kp_role_parse (kp_role_get_name ((KpRole) i), &parsed));
      g_assert_cmpint (parsed, ==, i);
      g_assert_true (kp_role_parse (kp_role_get_chinese ((KpRole) i), &parsed));
      g_assert_cmpint (parsed, ==, i);
      roles |= KP_ROLE_BIT (i);
    }
  names = kp_roles_dup_names (roles);
  g_assert_true (kp_roles_parse (names, &again, NULL));
  g_assert_cmpuint (again, ==, roles);
  g_assert_false (kp_roles_parse ("核分 校长", &again, &unknown));
  g_assert_cmpstr (unknown, ==, "校长");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/rules/role/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_step);
    }
  g_test_add_func ("/rules/role/each-entry-has-its-clerk", test_entries);
  g_test_add_func ("/rules/role/who-reads-does-nothing-else", test_together);
  g_test_add_func ("/rules/role/names-come-back", test_names);
  return g_test_run ();
}
