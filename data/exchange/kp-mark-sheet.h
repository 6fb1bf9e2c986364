/* kp-mark-sheet.h – written and interview marks read from a workbook.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Four different things that are never one number (design.md §5), and the mark itself. */
typedef enum
{
  KP_MARK_SHEET_EMPTY,
  KP_MARK_SHEET_MARK,
  KP_MARK_SHEET_ABSENT,
  KP_MARK_SHEET_CHEATING,
  KP_MARK_SHEET_ZERO, /* 零分, or a mark typed as 0 */
  KP_MARK_SHEET_FAULTY
} KpMarkSheetState;

/* What the first column of a mark row names. */
typedef enum
{
  KP_MARK_KEY_TICKET, /* 准考证号 */
  KP_MARK_KEY_SEAT,   /* 考场-座位, "room-seat", leading zeros kept */
  KP_MARK_KEY_SECRET, /* 密号 */
  KP_MARK_KEY_DRAW    /* 面试序号, 抽签号 */
} KpMarkKey;

/* One written mark. Strings are never NULL and belong to the sheet. */
typedef struct
{
  guint sheet_row;
  const char *key;
  KpMarkSheetState state;
  const char *text;    /* exact decimal such as "78.5"; "" unless the state is MARK or ZERO */
  const char *code;    /* "" or key_missing, key_twice, mark_unreadable, mark_decimals */
  const char *value;   /* as typed */
  const char *message; /* "" or a whole Chinese sentence */
} KpMarkSheetRow;

/* One mark of one examiner for one candidate. */
typedef struct
{
  const char *sheet;
  guint sheet_row;
  guint column; /* 0 = A */
  const char *key;
  guint examiner;      /* from 1 */
  const char *element; /* "" = the examiner's total */
  KpMarkSheetState state;
  const char *text;
  const char *code; /* as above, and examiner_missing, cell_twice */
  const char *value;
  const char *message;
} KpInterviewCell;

typedef struct _KpMarkSheet KpMarkSheet;

KpMarkSheet *
kp_mark_sheet_read_written (const char *path, const char *sheet, const char *mapping, GError **error);
KpMarkSheet *
kp_mark_sheet_read_interview (const char *path, const char *sheet, const char *mapping, GError **error);
void kp_mark_sheet_free (KpMarkSheet *sheet);
KpMarkKey kp_mark_sheet_get_key_kind (KpMarkSheet *sheet);
const char *kp_mark_sheet_get_digest (KpMarkSheet *sheet);
const KpMarkSheetRow *kp_mark_sheet_get_rows (KpMarkSheet *sheet, guint *n_rows);
const KpInterviewCell *kp_mark_sheet_get_cells (KpMarkSheet *sheet, guint *n_cells);
guint kp_mark_sheet_get_n_faults (KpMarkSheet *sheet);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpMarkSheet, kp_mark_sheet_free)

G_END_DECLS
