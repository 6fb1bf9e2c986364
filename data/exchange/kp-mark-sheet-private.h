/* kp-mark-sheet-private.h – what the readers of written and interview marks share.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-heading.h"
#include "kp-mark-sheet.h"

G_BEGIN_DECLS

struct _KpMarkSheet
{
  KpWorkbook *workbook;
  GStringChunk *chunk;
  KpMarkKey key_kind;
  GArray *rows;  /* KpMarkSheetRow */
  GArray *cells; /* KpInterviewCell */
  guint n_faults;
};

/* What a cell says: state and text, or a code with its sentence. Strings are in the chunk. */
typedef struct
{
  KpMarkSheetState state;
  const char *text;
  const char *code;
  const char *value;
  const char *message;
} KpMarkReading;

KpMarkSheet *kp_mark_sheet_new (const char *path, GError **error);
KpMarkReading kp_mark_reading_make (KpMarkSheet *sheet, const KpCell *cell, guint row, const char *title);
void kp_mark_reading_fail (KpMarkSheet *sheet,
                           KpMarkReading *reading,
                           const char *code,
                           guint row,
                           const char *title,
                           const char *trouble);
const char *kp_mark_sheet_keep_key (KpMarkSheet *sheet, const KpCell *cell);
guint kp_interview_title_parse (const char *title, const char **element);
gboolean kp_interview_title_is_mark (const char *title);

G_END_DECLS
