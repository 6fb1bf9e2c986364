/* kp-form-record.h – papers about one person: cells that the record fills, opinions that are signed, over pages.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-form-parts.h"

/* A cell with its label; what the record doesn't say is left to write. */
typedef struct
{
  const char *label;
  const char *value;  /* nullable */
  guint       weight; /* share of the row; 0 = 1 */
} KpRecordField;

#define KP_RECORD_FIELDS_MOST 5

typedef enum
{
  KP_RECORD_FIELDS,  /* a row of labelled cells */
  KP_RECORD_TEXT,    /* a label at the left, a text of any length, who signs below it */
  KP_RECORD_HEADING, /* a band over the whole width: `text` */
  KP_RECORD_ROW,     /* a row of a table: `value` of the fields; `label` is that of its heading */
} KpRecordPartKind;

typedef struct
{
  KpRecordPartKind   kind;
  KpRecordField      fields[KP_RECORD_FIELDS_MOST];
  guint              n_fields;
  const char        *label;   /* TEXT */
  const char        *text;    /* nullable */
  guint              lines;   /* TEXT: at least room for so many */
  const char *const *signers; /* nullable: TEXT */
  gboolean           is_top;  /* ROW: the heading of its table */
} KpRecordPart;

typedef struct
{
  const char         *place;          /* what is drawn, for error texts; never a name */
  const char         *title;
  const char         *subtitle;       /* nullable: at the left above the cells */
  const char         *subtitle_right; /* nullable */
  gboolean            has_photo;      /* beside the first rows */
  GBytes             *photo;          /* nullable: a box asks for one */
  const KpRecordPart *parts;
  gsize               n_parts;
  const char         *note;           /* nullable: below the last cell */
  const char         *scheme_digest;
  const char         *digest;
  const char         *journal_head;
  const char         *qr;
} KpRecordFacts;

gboolean kp_form_record_draw (KpSheet *sheet, const KpRecordFacts *facts, GError **error);
