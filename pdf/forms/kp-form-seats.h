/* kp-form-seats.h – the seat chart of one room (座次表), one page of A4 landscape.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-form-parts.h"

typedef struct
{
  const char    *campaign;
  const char    *site;
  const char    *room;
  const char    *paper; /* nullable */
  const char    *time;  /* nullable */
  KpFormSeatPlan plan;  /* seat, name and ticket in every box; at most 10 × 10 */
} KpSeatsFacts;

gboolean kp_form_seats_draw (KpSheet *sheet, const KpSeatsFacts *facts, GError **error);
