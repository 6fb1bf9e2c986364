/* kp-tie-origin.h – where each field that parts ties comes from, and so when and of whom it is known.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-tie.h"

G_BEGIN_DECLS

typedef enum
{
  KP_TIE_OF_WRITTEN,    /* a mark of the written exam; who didn't sit it has none */
  KP_TIE_OF_OTHER,      /* a mark of one of the scheme's `others` */
  KP_TIE_OF_INTERVIEW,  /* a mark of the interview */
  KP_TIE_OF_CREDENTIAL, /* points for what was registered */
  KP_TIE_OF_REGISTRATION, /* what an applicant stated, or what follows from it */
  KP_TIE_OF_DECLARATION, /* the same, and the scheme declares a fact whose id is the field's name */
  KP_TIE_OF_TIE,        /* a test that is held because there is a tie */
  KP_TIE_OF_COMMITTEE,  /* decided because there is a tie */
  KP_TIE_OF_TOTAL,      /* the total itself */
} KpTieOrigin;

KpTieOrigin kp_tie_field_get_origin (KpTieField field);
gboolean    kp_tie_field_is_stated (KpTieField field);

G_END_DECLS
