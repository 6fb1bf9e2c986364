/* fuzz-package.c – a room package that comes back from a school, whoever wrote it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-fuzz.h"
#include "kp-room-package.h"
#include "kp-test-room.h"
#include "kp-verify.h"

/* A genuine package, and what opens it: made once. */
typedef struct
{
  KpSealedKey *key;
  GBytes *plain; /* signature and image */
} Genuine;

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;
  gsize size = 0;

  g_file_get_contents (path, &bytes, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (bytes, size);
}

static const Genuine *
get_genuine (void)
{
  static Genuine genuine;

  if (genuine.key == NULL)
    {
      g_autoptr (KpTestDatabase) database = kp_test_database_new (KP_DATABASE_SQLITE);
      g_autoptr (KpTestCampaign) campaign = kp_test_room_bring (database);
      g_autofree char *path = kp_test_room_write (campaign, "room.kproom", NULL);
      g_autoptr (GBytes) box = read_file (path);
      g_autoptr (GError) error = NULL;

      genuine.key = kp_room_package_unlock (path, KP_TEST_PASSPHRASE, &error);
      g_assert_no_error (error);
      genuine.plain = kp_sealed_box_open (genuine.key, box, &error);
      g_assert_no_error (error);
    }
  return &genuine;
}

/* The bytes themselves are the file. */
static void
read_raw (const Genuine *genuine, const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) box = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) plain = NULL;
  gboolean is_good = kp_sealed_box_check (box, &error);

  kp_fuzz_check (is_good, &error);
  plain = kp_sealed_box_open (genuine->key, box, &error);
  kp_fuzz_check (plain != NULL, &error);
}

/* Who knows the passphrase can write whatever he likes into the box: each five bytes put one into a genuine record. */
static GBytes *
close_changed (const Genuine *genuine, const uint8_t *data, size_t size)
{
  gsize length = 0;
  const guint8 *plain = g_bytes_get_data (genuine->plain, &length);
  g_autofree guint8 *changed = g_memdup2 (plain, length);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *box;

  for (size_t i = 0; i + 5 <= size; i += 5)
    {
      const guint32 at = data[i] | data[i + 1] << 8 | data[i + 2] << 16 | (guint32) data[i + 3] << 24;

      changed[at % length] = data[i + 4];
    }
  bytes = g_bytes_new_take (g_steal_pointer (&changed), length);
  box = kp_sealed_box_close (genuine->key, bytes, &error);
  g_assert_no_error (error);
  return box;
}

static void
use (KpSession *session)
{
  g_autoptr (GError) error = NULL;
  g_auto (KpVerifyReport) report = { .findings = NULL };
  const KpTable *const tables[] = { &kp_room_package_table };
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, &error);
  KpRoomPackageRecord *row = NULL;
  gboolean is_done;

  kp_fuzz_check (roster != NULL, &error);
  is_done = kp_room_package_load_row (session, &row, &error);
  kp_fuzz_check (is_done, &error);
  if (is_done)
    kp_record_free (row);
  is_done = kp_journal_verify (kp_session_get_database (session), kp_session_get_campaign (session), tables,
                               G_N_ELEMENTS (tables), NULL, NULL, &report, &error);
  kp_fuzz_check (is_done, &error);
}

static void
read_changed (const Genuine *genuine, const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) box = close_changed (genuine, data, size);
  g_autofree char *path = kp_fuzz_write ("changed.kproom", g_bytes_get_data (box, NULL), g_bytes_get_size (box));
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSession) session
      = kp_room_package_open (path, genuine->key, "甲", KP_OPEN_READ_ONLY, &kp_system_sources, &error);

  kp_fuzz_check (session != NULL, &error);
  if (session != NULL)
    use (session);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const Genuine *genuine = get_genuine ();

  if (size > 0 && data[0] == '+')
    read_changed (genuine, data + 1, size - 1);
  else
    read_raw (genuine, data, size);
  return 0;
}
