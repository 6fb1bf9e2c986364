/* kp-form-secret.h – the sealing staff's papers of one exam room: which secret number goes on which script.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-form-parts.h"

/* One script: never a name or a post. */
typedef struct
{
  const char *seat;   /* "07" */
  const char *ticket;
  const char *number; /* the secret one, "0001" */
} KpSecretRow;

typedef struct
{
  KpFormList         list;   /* title, digests, QR; list_digest is of this sheet's rows */
  const char        *where;  /* "云岭县第一中学　第001考场" */
  const char        *paper;  /* "综合能力测试　第1室，共40室" */
  const char        *draw;   /* which draw gave the numbers: its digests, as one paragraph */
  const KpSecretRow *rows;
  gsize              n_rows;
} KpSecretFacts;

/* 密号标签: one script's, and the first of a room, which has no number and says what follows. */
typedef struct
{
  const char *paper;
  const char *room;   /* "001" */
  const char *seat;   /* nullable: the first label of a room */
  const char *number; /* or, without a seat, what follows: "30张　座位01—30" */
} KpSecretLabel;

gboolean kp_form_secret_draw        (KpSheet *sheet, const KpSecretFacts *facts, GError **error);
gboolean kp_form_secret_labels_draw (KpSheet *sheet, const KpSecretLabel *labels, gsize n_labels, GError **error);
