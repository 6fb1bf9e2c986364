/* kp-step-extra.h – the extra test that parts people whom no other rule does.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-session.h"

G_BEGIN_DECLS

/* Their marks lie beside those of the written papers. */
#define KP_EXTRA_TEST_PAPER "extra-test" /* among those whose totals are tied */
#define KP_FINAL_TEST_PAPER "final-test" /* among those whose final totals are tied */
#define KP_LIST_TEST_PAPER "list-test"   /* among those tied at the last place of the list */

gboolean kp_step_enter_extra_test (KpSession *session, const char *number, const char *value, GError **error);
gboolean kp_step_enter_final_test (KpSession *session, const char *number, const char *value, GError **error);
gboolean kp_step_enter_list_test (KpSession *session, const char *number, const char *value, GError **error);
gboolean kp_list_test_check_ties (KpSession *session, GError **error);
gboolean kp_extra_test_check_ties (KpSession *session, GError **error);

G_END_DECLS
