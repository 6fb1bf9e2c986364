/* fuzz-photo.c – a picture that somebody calls a photo.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-fuzz.h"
#include "kp-photo.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) file = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  guint width = 0;
  guint height = 0;
  g_autoptr (GBytes) made = kp_photo_make (file, &kp_photo_usual_demand, &width, &height, &error);

  kp_fuzz_check (made != NULL, &error);
  if (made != NULL)
    g_assert_cmpuint (g_bytes_get_size (made), <=, KP_PHOTO_MOST_BYTES);
  return 0;
}
