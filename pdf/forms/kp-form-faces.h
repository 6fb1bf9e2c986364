/* kp-form-faces.h – candidates with their photos, to be compared with who comes and signed by each; 30 fit one page.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-form-parts.h"
#include "kp-frame.h"

typedef struct
{
  const char *seat;   /* what is looked for first: a seat, a place in a list */
  const char *ticket;
  const char *name;
  const char *detail; /* nullable: sex and post */
  const char *note;   /* nullable: printed in place of the signature, "缺考" */
} KpFacesRow;

/* The photo of row INDEX; transfer full, nullable: a frame is drawn. NULL with ERROR when the record can't be read. */
typedef GBytes *(*KpFacesPhoto) (gsize index, gpointer data, GError **error);

typedef struct
{
  const char        *title;
  const char        *subtitle;       /* nullable */
  const char        *subtitle_right; /* nullable */
  const char        *counts;         /* below the last row */
  const char *const *signers;        /* NULL-terminated */
  const KpFrame     *frame;
  const KpFacesRow  *rows;
  gsize              n_rows;
  KpFacesPhoto       get_photo;
  gpointer           photo_data;
} KpFacesFacts;

gboolean kp_form_faces_draw (KpSheet *sheet, const KpFacesFacts *facts, GError **error);
