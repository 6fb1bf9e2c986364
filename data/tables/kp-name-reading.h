/* kp-name-reading.h – how Chinese names are read and written: pinyin with the readings of surnames, and strokes.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _KpNameReader KpNameReader; /* belongs to one thread */

KpNameReader *kp_name_reader_new (GError **error);
void          kp_name_reader_free (KpNameReader *reader);
char         *kp_name_reader_dup_pinyin (KpNameReader *reader, const char *name);
char         *kp_name_reader_dup_stroke_key (KpNameReader *reader, const char *name);
gboolean      kp_pinyin_is_typed (const char *pinyin, const char *typed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpNameReader, kp_name_reader_free)

G_END_DECLS
