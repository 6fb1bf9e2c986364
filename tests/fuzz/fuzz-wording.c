/* fuzz-wording.c – a text with fields, as a county writes it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-form-contract.h"
#include "kp-form-publicity.h"
#include "kp-fuzz.h"
#include "kp-wording.h"

static void
fill (const KpWording *wording, gboolean has_values)
{
  const char *const columns[] = { "岗位", "名称", NULL };
  const char *const cells[] = { "A01", "城关街道", "A02", NULL };
  const KpWordingList list = { "岗位表", columns, cells, 2 };
  g_auto (GStrv) fields = kp_wording_dup_fields (wording);
  g_autofree KpWordingValue *values = g_new0 (KpWordingValue, g_strv_length (fields) + 1);
  const guint n = g_strv_length (fields);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpWording) filled = NULL;
  gsize n_parts = 0;

  for (guint i = 0; i < n; i++)
    values[i] = (KpWordingValue){ fields[i], has_values ? "{张三} **\\\n# 李四" : NULL, i % 2 == 0 };
  filled = kp_wording_fill_lists (wording, values, n, &list, 1, &error);
  kp_fuzz_check (filled != NULL, &error);
  if (filled == NULL)
    return;
  kp_wording_drop_emphasis (filled);
  kp_wording_get_parts (filled, &n_parts);
  for (gsize i = 0; i < n_parts; i++)
    g_assert_true (g_utf8_validate (kp_wording_get_parts (filled, &n_parts)[i].text, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpWording) wording = NULL;
  gboolean is_good;

  if (!g_utf8_validate (text, -1, NULL))
    return 0; /* JSON holds no other */
  wording = kp_wording_new (text, &error);
  kp_fuzz_check (wording != NULL, &error);
  if (wording == NULL)
    return 0;
  fill (wording, TRUE);
  fill (wording, FALSE);
  is_good = kp_form_contract_check_wording (text, &error);
  kp_fuzz_check (is_good, &error);
  is_good = kp_form_publicity_check_wording (text, &error);
  kp_fuzz_check (is_good, &error);
  return 0;
}
