/* kp-press-head.c – the red head and the colophon that the scheme gives a form.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-press-private.h"

typedef struct
{
  KpOfficialHead head;
  KpOfficialColophon colophon;
  KpFormHead both;
} Block;

static const char *const *
list_organs (KpPress *press, const KpSchemeLetterhead *rule)
{
  const char **organs = kp_press_keep (press, g_new0 (const char *, rule->organs->len + 2));

  organs[0] = press->scheme->committee;
  for (guint i = 0; i < rule->organs->len; i++)
    organs[i] = g_ptr_array_index (rule->organs, i);
  return organs;
}

/** kp_press_make_head: see the header; it lives as long as the press. */
const KpFormHead *
kp_press_make_head (KpPress *press, const char *number, const char *date)
{
  const KpSchemeLetterhead *rule = kp_scheme_get_letterhead (press->scheme, kp_press_form_get_name (press->form));
  Block *block;

  if (rule == NULL)
    return NULL;
  block = kp_press_keep (press, g_new0 (Block, 1));
  block->head = (KpOfficialHead){
    .is_letter = rule->is_letter,
    .organs = list_organs (press, rule),
    .word = rule->is_letter ? NULL : rule->word,
    .number = number != NULL ? number : rule->number,
  };
  block->colophon = (KpOfficialColophon){ .copies = rule->copies, .printer = rule->printer, .date = date };
  block->both = (KpFormHead){ &block->head, rule->copies != NULL || rule->printer != NULL ? &block->colophon : NULL };
  return &block->both;
}
