/* fuzz-draw.c – the record of a draw, as a stranger hands it to “kaopin verify”.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-command.h"
#include "kp-fuzz.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *path = kp_fuzz_write ("draw.json", data, size);
  const char *const words[] = { "verify", path, NULL };
  g_autoptr (KpAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;
  const gboolean is_done = kp_command_ask (words, NULL, &answer, &error);

  if (is_done)
    {
      g_autofree char *text = kp_answer_dup_text (answer);
      g_autofree char *json = kp_answer_dup_json (answer);

      g_assert_true (g_utf8_validate (text, -1, NULL) && g_utf8_validate (json, -1, NULL));
    }
  kp_fuzz_check (is_done, &error);
  return 0;
}
