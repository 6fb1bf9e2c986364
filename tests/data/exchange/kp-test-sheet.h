/* kp-test-sheet.h – workbooks made by hand, as nasty as a test needs them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-workbook.h"

typedef struct
{
  const char *name;
  const char *text;
} KpTestPart;

/* What a workbook is made of; NULL = the usual. */
typedef struct
{
  const char *rows;        /* content of <sheetData> */
  const char *second_rows; /* of a second sheet, Sheet2; NULL = there is none */
  const char *strings;     /* content of <sst> */
  const char *styles;      /* content of <styleSheet> */
  const char *properties;  /* attributes of <workbookPr> */
  const char *name;        /* of the first sheet: Sheet1 */
  const char *second_name; /* Sheet2 */
  const char *state;       /* of the first sheet: visible, hidden */
  const char *target;      /* of the first sheet in the relations */
  const char *part;        /* its name in the archive */
  const char *prologue;    /* of the first sheet, before its root */
  const char *merges;      /* its <mergeCells>, behind the rows */
  const char *second_state;
} KpTestBook;

GBytes *kp_test_zip (const KpTestPart *parts, guint n_parts);
GBytes *kp_test_book (const KpTestBook *book);
char *kp_test_dump (GBytes *bytes, guint sheet, const KpWorkbookLimits *limits, GError **error);
GBytes *kp_test_text (const char *text);
GBytes *kp_test_convert (const char *text, const char *charset, const char *mark);
