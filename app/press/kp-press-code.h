/* kp-press-code.h – the check codes of papers, made as the papers are drawn.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-press-private.h"

G_BEGIN_DECLS

/* One paper that bears a code. */
typedef struct
{
  const char *kind;   /* (nullable): "secret"; NULL = the form's own name */
  const char *number; /* (nullable): NULL where the form is one paper */
  const char *list;   /* (nullable): by whose editions it becomes void */
  guint edition;      /* without a list; 0 = the first */
  const char *digest; /* hex: of what is on it, see kp_press_seal_text() */
  const char *date;   /* (nullable): Chinese, of the day on which it was issued */
} KpPressPaper;

/* The same, kept as it was drawn; owned by the press. */
typedef struct
{
  const char *code; /* without the prefix */
  const char *number;
  const char *date; /* (nullable) */
  guint edition;
} KpPressCode;

const char *kp_press_make_code (KpPress *press, const KpPressPaper *paper);
guint kp_press_count_editions (KpPress *press, const char *list);
guint kp_press_count_notices (KpPress *press);
const char *kp_press_get_edition_list (KpPressForm form);
const char *kp_press_seal_text (KpPress *press, const char *text);
const char *kp_press_seal_rows (KpPress *press, const char *head, gconstpointer rows, gsize size);

/* Of a whole file: the code of its only paper, or one over all of them. */
char *kp_press_dup_file_code (KpPress *press);
char *kp_press_dup_file_number (KpPress *press);
void kp_press_parse_file_number (KpPress *press, const char *number);

/* Notes on a sheet which paper it is, and seals it. */
gboolean kp_press_sign (KpPress *press, KpSheet *sheet, GError **error);

G_END_DECLS
