/* kp-room-sheet.h – the examiners' marks of one candidate: typed, added up, the extremes struck, the mean worked out.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-room-desk.h"
#include "kp-step-interview.h"

G_BEGIN_DECLS

#define KP_TYPE_ROOM_SHEET (kp_room_sheet_get_type ())
G_DECLARE_FINAL_TYPE (KpRoomSheet, kp_room_sheet, KP, ROOM_SHEET, AdwBin)

typedef struct
{
  void (*count) (guint n_in, guint n_all, gpointer data);  /* examiners whose marks are in */
  void (*refuse) (const char *sentence, gpointer data);    /* NULL = all is well */
  void (*typed) (gpointer data);                           /* a field was left with another mark, or without one */
  void (*complete) (gpointer data);                        /* Enter on the last field, and all are in */
} KpRoomSheetFuncs;

void         kp_room_sheet_set_funcs (KpRoomSheet *sheet, const KpRoomSheetFuncs *funcs, gpointer data);
void         kp_room_sheet_show (KpRoomSheet *sheet, const KpScheme *scheme, const KpRoomCandidate *candidate);
void         kp_room_sheet_clear (KpRoomSheet *sheet);
void         kp_room_sheet_start (KpRoomSheet *sheet);
KpTypedMark *kp_room_sheet_get_marks (KpRoomSheet *sheet, guint *n_marks);
KpTypedMark *kp_room_sheet_get_left_marks (KpRoomSheet *sheet, guint *n_marks);
void         kp_room_sheet_fill (KpRoomSheet *sheet, KpRoomCandidate *candidate);
const char  *kp_room_sheet_get_result (KpRoomSheet *sheet);

G_END_DECLS
