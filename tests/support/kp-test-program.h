/* kp-test-program.h – runs the built kaopin as a user does, and keeps what it says.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

typedef struct
{
  int status; /* exit code; −1 = killed */
  char *output;
  char *errors;
} KpTestProgram;

char *kp_test_program_dup_path (void);
KpTestProgram *kp_test_program_run (const char *first, ...) G_GNUC_NULL_TERMINATED;
KpTestProgram *kp_test_program_run_in (const char *const *settings, const char *const *arguments);
KpTestProgram *kp_test_program_run_at (const char *day, const char *const *arguments);
guint kp_test_program_repost (const char *record, const char *post);
void kp_test_program_free (KpTestProgram *program);

/* One sentence on standard error that begins with “kaopin: ” and says @part; nothing on standard output. */
void kp_test_program_assert_fails (const KpTestProgram *program, int status, const char *part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpTestProgram, kp_test_program_free)
