/* kp-test-campaign.h – a small campaign of the sample scheme, brought as far as a test wants it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-roster.h"
#include "kp-session.h"
#include "kp-test-database.h"

typedef struct
{
  KpTestDatabase *database; /* owned */
  KpSession *session;       /* owned */
  KpSources sources;
  char *now;                /* of the fixed clock; owned */
  guint n_made;             /* people registered so far */
} KpTestCampaign;

KpTestCampaign *kp_test_campaign_new (KpTestDatabase *t);

/* The sample's scheme with texts exchanged, each once: find, put in place, …, NULL. */
KpTestCampaign *kp_test_campaign_new_with (KpTestDatabase *t, const char *const *edits);
char           *kp_test_campaign_dup_scheme (const char *const *edits);
void            kp_test_campaign_free (KpTestCampaign *c);

/* Registers n fit people for a post; they differ in name, number and phone. */
void kp_test_campaign_register (KpTestCampaign *c, const char *post, guint n);
void kp_test_campaign_register_rows (KpTestCampaign *c, const char *rows, guint n);
void kp_test_campaign_register_table (KpTestCampaign *c, const char *text, guint n); /* with its own heading */
char *kp_test_campaign_make_rows (KpTestCampaign *c, const char *post, guint n);
char *kp_test_campaign_write (KpTestCampaign *c, const char *name, const char *text);
void kp_test_campaign_set_now (KpTestCampaign *c, const char *now);

/* Somebody else at work on the same record; kp_test_campaign_open_clerk() for the two who enter marks: 1 and 2. */
KpSession *kp_test_campaign_open_as (KpTestCampaign *c, const char *actor);
KpSession *kp_test_campaign_open_clerk (KpTestCampaign *c, guint entry);

/* Each brings the campaign there through the real steps. Marks: the i-th seated candidate of the roster gets
   (base + i) hundredths. */
void kp_test_campaign_review (KpTestCampaign *c);
void kp_test_campaign_confirm (KpTestCampaign *c); /* what the tester decided of findings, as the second reviewer */
void kp_test_campaign_decide_openings (KpTestCampaign *c); /* with the places that the ratio leaves, wherever it is asked */
void kp_test_campaign_commit_seats (KpTestCampaign *c);
void kp_test_campaign_commit_hearings (KpTestCampaign *c);
void kp_test_campaign_seat (KpTestCampaign *c);
void kp_test_campaign_mark (KpTestCampaign *c, guint base);
void kp_test_campaign_draw (KpTestCampaign *c);
void kp_test_campaign_interview (KpTestCampaign *c); /* and opens the rooms */
void kp_test_campaign_open_rooms (KpTestCampaign *c); /* two people check what is entered, and open each room */

KpRoster *kp_test_campaign_load (KpTestCampaign *c);
gint64    kp_test_campaign_count_journal (KpTestCampaign *c);
void      kp_test_campaign_assert_sound (KpTestCampaign *c);

#define KP_TEST_HEADING "姓名,性别,身份证号,政治面貌,学历,毕业时间,联系电话,报考岗位代码,是否退役军人,社工证书,原网格员入职时间,现居住地\n"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpTestCampaign, kp_test_campaign_free)
