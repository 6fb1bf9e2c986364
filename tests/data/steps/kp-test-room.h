/* kp-test-room.h – an interview room with examiners, its package, and work on it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-room-package.h"
#include "kp-step-room-out.h"
#include "kp-test-campaign.h"

#define KP_TEST_PASSPHRASE "考场 7 号钥匙 lotus"

/* Nine candidates of A01 in room 1, seven examiners with seats and one spare. */
KpTestCampaign *kp_test_room_bring (KpTestDatabase *t);

/* Writes room 1 into a file of that name in the campaign's folder. (transfer full): its path */
char      *kp_test_room_write (KpTestCampaign *c, const char *name, KpRoomOutTally *tally);
KpSession *kp_test_room_open (KpTestCampaign *c, const char *path, const char *actor);
char      *kp_test_room_copy (KpTestCampaign *c, const char *path, const char *name);

/* Types all examiners' marks of the number and confirms them; points of the first element, the others get 10 each. */
void kp_test_room_hear (KpSession *session, const char *code, guint points);
void kp_test_room_miss (KpSession *session, const char *code); /* nobody comes, and two people say so */
void kp_test_room_hear_all (KpSession *session, guint points); /* the last one is absent */
