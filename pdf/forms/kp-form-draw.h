/* kp-form-draw.h – the record of a draw (抽签记录) that a stranger can replay.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-form-parts.h"

typedef struct
{
  const char *order; /* "1" */
  const char *item;  /* the drawn number or code */
  const char *meant; /* nullable: what it got: "第2考官组 第3号" */
} KpDrawRow;

typedef struct
{
  KpFormList         list;       /* title, issuer, digests, QR */
  const char        *campaign;
  const char        *name;       /* nullable: what was drawn in words, "考生分组与面试顺序抽签" */
  const char        *purpose;    /* the purpose string that went into the seed */
  const char        *attempt;    /* nullable: of a repeat, "第2次，……因……决定重新抽签" */
  const char        *source;     /* which public number counts, as it was said before it existed */
  const char        *committed;  /* when the commitment was fixed: "2026-03-16 09:00" */
  const char        *time;       /* nullable: when it was drawn */
  const char        *place;      /* nullable */
  guint              n_items;
  const char        *list_hash;  /* 64 hex digits */
  const char        *commitment; /* 64 hex digits */
  const char        *nonce;      /* nullable before it is opened: 64 hex digits */
  const char        *digits;     /* nullable before it is thrown: the public part */
  const char        *seed;       /* nullable: 64 hex digits */
  const char *const *signers;    /* roles that sign, NULL-terminated; nullable = 抽签人, 操作员, 监督员, 负责人 */
  const char        *sealed;     /* nullable: why the result isn't shown, "……启封后公布抽签结果。" */
  gboolean           has_result; /* FALSE: the rows are the list, in the order in which it is digested */
  const KpDrawRow   *rows;       /* the result in its order */
  gsize              n_rows;
} KpDrawFacts;

gboolean kp_form_draw_draw (KpSheet *sheet, const KpDrawFacts *facts, GError **error);
