/* fuzz-scheme.c – a scheme: read, held against the rules, written and read again.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-fuzz.h"
#include "kp-press-wording.h"
#include "kp-scheme-diff.h"
#include "kp-scheme-draft.h"
#include "kp-scheme-json.h"

/* What is written is read again, and says the same: else the digest of a sealed scheme would mean nothing. */
static void
check_again (const KpScheme *scheme)
{
  g_autofree char *text = kp_scheme_json_dup (scheme);
  g_autofree char *digest = kp_scheme_json_dup_digest (scheme);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KpScheme) again = kp_scheme_json_parse (text, -1, &problems, &error);
  g_autofree char *other = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  g_assert_no_error (error);
  other = kp_scheme_json_dup_digest (again);
  g_assert_cmpstr (digest, ==, other);
  changes = kp_scheme_diff (scheme, again);
  g_assert_cmpuint (changes->len, ==, 0);
}

/* The sheets of the scheme desk: what they were filled with they give back. */
static void
check_draft (const KpScheme *scheme)
{
  g_autoptr (KpSchemeDraft) draft = kp_scheme_draft_new (scheme);

  for (guint i = 0; i < kp_scheme_draft_get_n_sheets (draft); i++)
    for (guint row = 0; row < kp_scheme_draft_get_n_rows (draft, i); row++)
      for (guint column = 0; column < kp_scheme_draft_get_n_columns (draft, i); column++)
        g_assert_true (g_utf8_validate (kp_scheme_draft_get_cell (draft, i, row, column), -1, NULL));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (KpScheme) scheme = kp_scheme_json_parse ((const char *) data, (gssize) size, &problems, &error);

  kp_fuzz_check (scheme != NULL, &error);
  if (scheme == NULL)
    return 0;
  kp_press_check_wordings (scheme, problems);
  check_again (scheme);
  check_draft (scheme);
  return 0;
}
