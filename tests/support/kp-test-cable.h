/* kp-test-cable.h – the network between a test and its PostgreSQL server, which can be cut.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

typedef struct _KpTestCable KpTestCable;

typedef enum
{
  KP_TEST_CUT_NOW,
  KP_TEST_CUT_BEFORE_COMMIT, /* the next COMMIT doesn't reach the server */
  KP_TEST_CUT_AFTER_COMMIT,  /* it does, and the answer doesn't come back */
} KpTestCut;

/* Carries what goes to @location, one of kp_test_database_new(), by a socket of its own in @folder. */
KpTestCable *kp_test_cable_new (const char *location, const char *folder);
const char  *kp_test_cable_get_location (KpTestCable *cable);
void         kp_test_cable_cut (KpTestCable *cable, KpTestCut when);
void         kp_test_cable_mend (KpTestCable *cable);
gboolean     kp_test_cable_is_cut (KpTestCable *cable);
void         kp_test_cable_free (KpTestCable *cable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpTestCable, kp_test_cable_free)
