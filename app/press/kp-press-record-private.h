/* kp-press-record-private.h – what the papers about one person share: parts one below the other, a digest of them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-form-record.h"
#include "kp-press-private.h"

G_BEGIN_DECLS

/* One paper while it is filled. Texts live as long as the press. */
typedef struct
{
  KpPress *press;      /* borrowed */
  GArray *parts;       /* KpRecordPart; borrowed */
  KpRecordFacts facts; /* what isn't the same on all: the right subtitle, photo, note */
} KpRecordPaper;

#define KP_RECORD_NO_FIELD ((KpRecordField){ NULL, NULL, 0 })

KpRecordField kp_record_field (const char *label, const char *value, guint weight);
void kp_record_add_fields (KpRecordPaper *paper, KpRecordField first, KpRecordField second, KpRecordField third);
void kp_record_add_text (
    KpRecordPaper *paper, const char *label, const char *text, guint lines, const char *const *signers);
void kp_record_add_heading (KpRecordPaper *paper, const char *text);
void kp_record_add_row (KpRecordPaper *paper,
                        gboolean is_top,
                        const guint weights[KP_RECORD_FIELDS_MOST],
                        const char *const cells[KP_RECORD_FIELDS_MOST]);
gboolean kp_record_paper_draw (KpRecordPaper *paper, const char *number, KpSheet *sheet, GError **error);

G_END_DECLS
