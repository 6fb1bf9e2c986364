/* kp-test-room.c – an interview room with examiners, its package, and work on it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-test-room.h"

#include "kp-room-desk.h"
#include "kp-step-interview.h"
#include "kp-step-panel.h"
#include "kp-step-room.h"
#include "kp-test.h"

#define N_EXAMINERS 7

static const KpDrawTerms dice = { .source = "dice in the room" };
static const KpTwoPeople persons = { "孙一姓名", "周二姓名", "签字的评分汇总表" };
static const char *const elements[] = { "analysis", "organising", "response", "speech", "bearing" };

static void
call_examiners (KpTestCampaign *c)
{
  g_autoptr (GString) rows = g_string_new ("编号,姓名,工作单位,职责,是否异地,联系电话\n");
  g_autoptr (KpStaffSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *commitment = NULL;
  KpPanelImportTally tally;
  KpPanelDrawTally drawn;

  for (guint i = 1; i <= N_EXAMINERS + 1; i++)
    g_string_append_printf (rows, "K%02u,考官姓名%u,考官单位%u,%s,%s,1390000%04u\n", i, i, i, i <= 2 ? "主考官" : "考官",
                            i % 2 ? "是" : "否", i);
  g_string_append (rows, "G01,孙一姓名,招聘办,计分员,否,13900009999\n");
  path = kp_test_campaign_write (c, "staff.csv", rows->str);
  sheet = kp_staff_sheet_read_staff (path, &error);
  g_assert_no_error (error);
  kp_step_import_staff (c->session, sheet, &tally, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (tally.n_written, ==, N_EXAMINERS + 2);
  commitment = kp_step_commit_panels (c->session, &dice, &error);
  g_assert_no_error (error);
  kp_step_draw_panels (c->session, "1414", &drawn, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (drawn.n_seated, ==, N_EXAMINERS);
}

KpTestCampaign *
kp_test_room_bring (KpTestDatabase *t)
{
  KpTestCampaign *c = kp_test_campaign_new (t);

  kp_test_campaign_register (c, "A01", 9);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_test_campaign_draw (c);
  call_examiners (c);
  return c;
}

char *
kp_test_room_write (KpTestCampaign *c,
                    const char *name,
                    KpRoomOutTally *tally)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSealedKey) key = kp_sealed_key_new (KP_TEST_PASSPHRASE, &kp_sealed_cost_least, &error);
  g_autofree char *path = g_build_filename (c->database->folder, name, NULL);
  KpRoomOutTally own;

  g_assert_no_error (error);
  kp_step_write_room_package (c->session, 1, path, key, tally != NULL ? tally : &own, &error);
  g_assert_no_error (error);
  return g_steal_pointer (&path);
}

KpSession *
kp_test_room_open (KpTestCampaign *c,
                   const char *path,
                   const char *actor)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSealedKey) key = kp_room_package_unlock (path, KP_TEST_PASSPHRASE, &error);
  KpSession *session;

  g_assert_no_error (error);
  session = kp_room_package_open (path, key, actor, KP_OPEN_READ_WRITE, &c->sources, &error);
  g_assert_no_error (error);
  return session;
}

char *
kp_test_room_copy (KpTestCampaign *c,
                   const char *path,
                   const char *name)
{
  gsize length = 0;
  g_autofree char *bytes = kp_test_read (path, &length);
  char *copy = g_build_filename (c->database->folder, name, NULL);

  g_assert_true (g_file_set_contents (copy, bytes, (gssize) length, NULL));
  return copy;
}

static void
check (KpSession *session,
       const char *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRoomDesk) desk = kp_room_desk_load (session, 1, &error);
  KpHearingReading reading = { code, NULL };

  for (guint i = 0; i < desk->candidates->len; i++)
    {
      const KpRoomCandidate *candidate = g_ptr_array_index (desk->candidates, i);

      if (g_str_equal (candidate->code, code))
        reading.mark = candidate->result;
    }
  kp_step_check_hearings (session, &reading, 1, &persons, &error);
  g_assert_no_error (error);
}

void
kp_test_room_hear (KpSession *session,
                   const char *code,
                   guint points)
{
  KpTypedMark marks[N_EXAMINERS * G_N_ELEMENTS (elements)];
  g_autofree char *first = g_strdup_printf ("%u.5", points);
  g_autoptr (GError) error = NULL;
  guint n = 0;

  for (guint i = 0; i < N_EXAMINERS; i++)
    for (guint e = 0; e < G_N_ELEMENTS (elements); e++)
      marks[n++] = (KpTypedMark) { i + 1, elements[e], e == 0 ? first : "10" };
  kp_step_enter_hearing (session, code, KP_MARK_PRESENT, marks, n, &error);
  g_assert_no_error (error);
  check (session, code);
}

void
kp_test_room_miss (KpSession *session,
                   const char *code)
{
  g_autoptr (GError) error = NULL;

  kp_step_enter_hearing (session, code, KP_MARK_ABSENT, NULL, 0, &error);
  g_assert_no_error (error);
  check (session, code);
}

void
kp_test_room_hear_all (KpSession *session,
                       guint points)
{
  g_autoptr (KpRoomDesk) desk = kp_room_desk_load (session, 1, NULL);

  for (guint i = 0; i < desk->candidates->len; i++)
    {
      const KpRoomCandidate *candidate = g_ptr_array_index (desk->candidates, i);

      if (candidate->state == KP_ROOM_CHECKED)
        continue;
      if (i + 1 < desk->candidates->len)
        kp_test_room_hear (session, candidate->code, points + i % 5);
      else
        kp_test_room_miss (session, candidate->code);
    }
}
