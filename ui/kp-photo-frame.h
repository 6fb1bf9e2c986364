/* kp-photo-frame.h – the place for an applicant's photo: chosen, dropped, looked at, shown as it will be printed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kp-step-photo.h"
#include "kp-work-source.h"

G_BEGIN_DECLS

#define KP_TYPE_PHOTO_FRAME (kp_photo_frame_get_type ())
G_DECLARE_FINAL_TYPE (KpPhotoFrame, kp_photo_frame, KP, PHOTO_FRAME, GtkBox)

/* Signal: “changed”, when a photo was looked at or removed. */
void              kp_photo_frame_set_maker (KpPhotoFrame *frame, KpWorkPhotoFunc make);
void              kp_photo_frame_take (KpPhotoFrame *frame, GFile *file);
void              kp_photo_frame_clear (KpPhotoFrame *frame);
const KpPhotoRow *kp_photo_frame_get (KpPhotoFrame *frame);
const char       *kp_photo_frame_get_told (KpPhotoFrame *frame);

G_END_DECLS
