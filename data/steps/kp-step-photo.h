/* kp-step-photo.h – the photos of applicants.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-session.h"

G_BEGIN_DECLS

/* One file that was looked at. */
typedef struct
{
  char *key;         /* registration or ID number, as the file is named */
  GBytes *jpeg;      /* (nullable): as it is to be kept; NULL with a fault */
  guint width;       /* of the JPEG, in dots */
  guint height;
  char *fault;       /* (nullable): a sentence without a person's name or number */
  char *application; /* (nullable): set by the step */
} KpPhotoRow;

typedef struct
{
  guint n_rows;
  guint n_faulty;
  guint n_taken; /* new, or another picture than before */
  guint n_same;  /* in the record already */
  guint n_open;  /* applications that have no photo now */
} KpPhotoTally;

KpPhotoRow *kp_photo_row_new (const char *key);
void        kp_photo_row_free (KpPhotoRow *row);

gboolean kp_step_take_photos (KpSession *session, const GPtrArray *rows, gboolean accepts_good, KpPhotoTally *tally,
                              GError **error);

/* Within a step of somebody else's: one photo of one application. */
gboolean kp_photo_put (KpSession *session, KpLedger *ledger, const KpPhotoRow *row, KpPhotoTally *tally, GError **error);

/* TRUE with *JPEG (transfer full) NULL when the application has none. */
gboolean kp_photo_find (KpSession *session, const char *application, GBytes **jpeg, GError **error);

/* Of all applications. */
gboolean kp_photo_count (KpSession *session, guint *n_photos, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpPhotoRow, kp_photo_row_free)

G_END_DECLS
