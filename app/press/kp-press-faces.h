/* kp-press-faces.h – the photos of the record on the papers, and the sign-in sheets that show them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-form-panel.h"
#include "kp-form-sign-in.h"
#include "kp-press-private.h"

G_BEGIN_DECLS

/* Whether anybody brought a photo: then sign-in sheets have a place for each. */
gboolean kp_press_has_photos (KpPress *press, gboolean *has_photos, GError **error);

/* For KpTicketPhoto and KpFacesPhoto; DATA is a KpPressFaces. */
typedef struct
{
  KpPress *press;
  const GPtrArray *dossiers; /* KpDossier, as the rows of the paper */
} KpPressFaces;

GBytes *kp_press_find_face (gsize index, gpointer data, GError **error);

/* The same sheets with a photo beside each name; DOSSIERS as the rows. */
gboolean kp_press_draw_sign_in_faces (
    KpPress *press, KpSheet *sheet, const KpSignInFacts *facts, const GPtrArray *dossiers, GError **error);
gboolean kp_press_draw_interview_faces (KpPress *press, KpSheet *sheet, const KpRoomFacts *facts,
                                        const KpInterviewSignInRow *rows, const GPtrArray *dossiers, GError **error);

G_END_DECLS
