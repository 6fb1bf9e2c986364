/* kp-form-sign-in.h – the sign-in sheet of one room and sitting (考生签到表); 30 candidates fit one page.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-form-parts.h"

typedef struct
{
  const char *seat;
  const char *ticket;
  const char *name;
  const char *sex;  /* nullable */
  const char *post; /* nullable: post code */
} KpSignInRow;

typedef struct
{
  const char        *campaign;
  const char        *site;
  const char        *room;
  const char        *paper;
  const char        *time;
  const KpSignInRow *rows;
  gsize              n_rows;
  const char        *qr;     /* nullable */
} KpSignInFacts;

gboolean kp_form_sign_in_draw (KpSheet *sheet, const KpSignInFacts *facts, GError **error);
