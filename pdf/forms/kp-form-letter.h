/* kp-form-letter.h – a letter to one person: text from a wording, a table of facts, a slip to be cut off.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-form-parts.h"
#include "kp-wording.h"

/* A paragraph of the wording that is this field alone is the table of rows. */
#define KP_LETTER_TABLE "事项表"

/* The same rows for a text that says them in its own way. */
#define KP_LETTER_ROWS "事项"
#define KP_LETTER_ROW_LABEL "事项名称"
#define KP_LETTER_ROW_VALUE "事项内容"

typedef struct
{
  const char *label; /* "面试地点" */
  const char *value; /* nullable: left out; "" is a space to write by hand, each line break makes it a row higher */
} KpLetterRow;

typedef enum
{
  KP_LETTER_SLIP_NONE,
  KP_LETTER_SLIP_SERVICE, /* 送达回证: served how, where, by whom, to whom */
  KP_LETTER_SLIP_ANSWER,  /* 回执: the person takes part or gives up */
} KpLetterSlip;

typedef struct
{
  const char           *place;     /* for error texts: "补充材料通知书 000012" */
  const char           *title;     /* nullable: on the slip: "补充材料通知书（补材〔2026〕12号）" */
  const char           *number;    /* nullable: "补材〔2026〕000012号" */
  const char           *addressee; /* nullable: without colon */
  const char           *wording;   /* the text with its fields */
  const KpWordingValue *values;    /* of all fields but the table */
  gsize                 n_values;
  const KpWordingList  *lists;     /* nullable: what the text may repeat, besides the rows */
  gsize                 n_lists;
  const KpLetterRow    *rows;
  gsize                 n_rows;
  gboolean              is_by_hand; /* the rows are written by hand and need more height */
  const char           *issuer;  /* nullable: signs, with a seal */
  const char           *date;    /* nullable */
  const char *const    *signers; /* nullable: lines to be signed by hand in the place of the issuer, NULL-terminated */
  KpLetterSlip          slip;
  const char           *who;           /* nullable: on the slip: "张伟（准考证号：2601…）" */
  const char           *scheme_digest; /* nullable */
  const char           *digest;        /* nullable: of the letter, lower-case hex */
  const char           *qr;            /* nullable */
  const KpFormHead     *head;          /* nullable: bears the number then */
} KpLetterFacts;

gboolean kp_form_letter_draw (KpSheet *sheet, const KpLetterFacts *facts, GError **error);
