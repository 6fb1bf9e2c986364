/* kp-test.h – what every test leans on: a folder of its own, files, text, and a random source that repeats.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A folder that lasts as long as one test. `g_autoptr (KpTestFolder) folder = kp_test_folder_new ();` */
typedef struct
{
  char *path;
} KpTestFolder;

/* A random source of fixed seed (SplitMix64), so that a property test that fails, fails again. */
typedef struct
{
  guint64 state;
} KpTestDice;

KpTestFolder *kp_test_folder_new (void);
void kp_test_folder_free (KpTestFolder *folder);
char *kp_test_folder_dup_file (const KpTestFolder *folder, const char *name);
char *kp_test_folder_write (const KpTestFolder *folder, const char *name, const char *text, gssize length);

char *kp_test_dup_shipped (const char *name);
char *kp_test_read (const char *path, gsize *length);
char *kp_test_run (const char *const *argv, int *status);
void kp_test_assert_contains (const char *text, const char *part);
void kp_test_assert_lacks (const char *text, const char *part);
void kp_test_assert_no_file (const char *path);
gboolean kp_test_may_measure (void);

guint64 kp_test_dice_next (KpTestDice *dice);
guint kp_test_dice_below (KpTestDice *dice, guint n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpTestFolder, kp_test_folder_free)
