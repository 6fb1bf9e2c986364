/* kp-form-door.h – the sheet on the door of an examination room (门贴), one page of A4.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-form-parts.h"

typedef struct
{
  const char          *campaign;
  const char          *site;         /* "云岭县第一中学" */
  const char          *place;        /* nullable: "教学楼二层 203 室" */
  const char          *room;         /* "03", printed huge */
  const char          *first_ticket; /* nullable when the room is empty */
  const char          *last_ticket;  /* nullable when the room is empty */
  guint                n_candidates;
  const KpFormSession *sessions;
  gsize                n_sessions;
  KpFormSeatPlan       plan;         /* drawn small, seat numbers only */
} KpDoorFacts;

gboolean kp_form_door_draw (KpSheet *sheet, const KpDoorFacts *facts, GError **error);
