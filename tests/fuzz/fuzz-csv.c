/* fuzz-csv.c – a text table of any encoding, read as registrations.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  kp_fuzz_read_book (data, size);
  return 0;
}
