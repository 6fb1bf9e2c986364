/* kp-form-desk.h – desk labels (桌贴), 3 × 8 on a sheet of A4.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-form-parts.h"

typedef struct
{
  const char *room;   /* "03" */
  const char *seat;   /* "07", printed big */
  const char *name;
  const char *ticket;
  GBytes     *photo;  /* nullable: a verified JPEG; without it the text takes its place */
} KpDeskFacts;

/* Labels are packed in the given order; call once a room for sheets that aren't shared by two rooms. */
gboolean kp_form_desk_draw (KpSheet *sheet, const KpDeskFacts *labels, gsize n_labels, GError **error);
