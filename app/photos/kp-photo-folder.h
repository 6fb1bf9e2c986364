/* kp-photo-folder.h – looks at a folder of photos, each file named by its applicant's number.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-photo.h"
#include "kp-step-photo.h"

G_BEGIN_DECLS

/* KpPhotoRow for each file, in the order of their names; NULL when the folder can't be read. */
GPtrArray *kp_photo_folder_read (const char *folder, const KpPhotoDemand *demand, GError **error);

/* Whose file it is, so that a clerk finds it and nobody else learns a number. */
char *kp_photo_row_dup_mark (const KpPhotoRow *row);

G_END_DECLS
