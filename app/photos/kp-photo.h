/* kp-photo.h – makes of any picture file the small JPEG that is kept and printed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A photo of 25 × 35 mm at 244 dots an inch; so small that a ticket, which takes 2.5 KB itself, stays below 8 KB. */
#define KP_PHOTO_WIDTH 240
#define KP_PHOTO_MOST_BYTES 5400

typedef struct
{
  guint shape_width; /* 25 × 35 for 一寸 */
  guint shape_height;
  guint least_width; /* dots that the file must have */
  guint least_height;
} KpPhotoDemand;

extern const KpPhotoDemand kp_photo_usual_demand;

#define KP_PHOTO_ERROR (kp_photo_error_quark ())
GQuark kp_photo_error_quark (void);

typedef enum
{
  KP_PHOTO_ERROR_NO_PICTURE, /* neither JPEG, PNG nor BMP, or damaged */
  KP_PHOTO_ERROR_SHAPE,
  KP_PHOTO_ERROR_SMALL,
  KP_PHOTO_ERROR_LARGE,
} KpPhotoError;

/* A JPEG in RGB of at most KP_PHOTO_MOST_BYTES, and its size; NULL with a whole sentence. */
GBytes *kp_photo_make (GBytes *file, const KpPhotoDemand *demand, guint *width, guint *height, GError **error);

G_END_DECLS
