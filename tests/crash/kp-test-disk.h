/* kp-test-disk.h – a disk below SQLite that fails when a test says so.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* Which writing fails, and how: full, or an error of the medium. */
typedef struct
{
  guint fails_at; /* the n-th from now; 0 = none */
  gboolean is_full;
  gboolean stays; /* all after it fail too */
  guint n_done;   /* writings so far: bytes, syncs and cuts of files */
  guint n_failed;
} KpTestDisk;

/* Every file that SQLite opens from now on lies on @disk, which must live as long as the program. */
void kp_test_disk_mount (KpTestDisk *disk);
void kp_test_disk_arm (KpTestDisk *disk, guint fails_at, gboolean is_full, gboolean stays);
