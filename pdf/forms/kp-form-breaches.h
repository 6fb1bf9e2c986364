/* kp-form-breaches.h – all breaches of an exam and what became of them (违纪违规处理情况一览表), A4 landscape.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-form-parts.h"

typedef struct
{
  const char *number;      /* of the record of facts */
  const char *ticket;
  const char *name;
  const char *paper;
  const char *place;       /* "第003考场07座" */
  const char *facts;       /* long ones are cut: the record of facts has them whole */
  const char *article;     /* "第七条" */
  const char *consequence; /* nullable: until it is decided */
  const char *decided_on;  /* nullable */
  const char *served_on;   /* nullable */
  const char *kept;        /* nullable: until when the county's list keeps it */
  const char *state;       /* "已送达" */
} KpBreachRow;

typedef struct
{
  KpFormList         list;
  const KpBreachRow *rows;
  gsize              n_rows;
} KpBreachesFacts;

gboolean kp_form_breaches_draw (KpSheet *sheet, const KpBreachesFacts *facts, GError **error);
