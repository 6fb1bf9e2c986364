/* kp-fuzz.h – what fuzz targets share.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stdint.h>

/* One target of libFuzzer, and of kp-replay.c, which runs it over the files of its corpus. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
int LLVMFuzzerInitialize (int *argc, char ***argv);

/* A file of that name in the target's own folder, which lasts as long as the program. (transfer full): its path */
char *kp_fuzz_write (const char *name, gconstpointer data, gsize size);
char *kp_fuzz_dup_path (const char *name);

/* A function that fails says why, and only then: stops the program otherwise, and drops the error. */
void kp_fuzz_check (gboolean is_done, GError **error);

/* Reads a workbook or text table in each way that the program has, whatever it is. */
void kp_fuzz_read_book (const uint8_t *data, size_t size);
