/* kp-face.h – one font file as a font inside one document.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <hb.h>

#include "kp-outline.h"

G_BEGIN_DECLS

typedef struct _KpFace KpFace;

/* The most different characters of one file in one document. */
#define KP_FACE_MAX_CODES 55000

/* DOCUMENT is a libharu document, which owns what is embedded in it. */
KpFace *kp_face_new (gpointer document, hb_font_t *font, const char *name);
void kp_face_free (KpFace *self);

/* The libharu font object. */
gpointer kp_face_get_handle (const KpFace *self);

guint16 kp_face_get_code (KpFace *self, guint32 glyph, gunichar c, gunichar variant);
guint16 kp_face_get_shaped_code (KpFace *self, const KpOutlineGlyph *glyph, const char *text, gsize n_bytes);
gint kp_face_get_advance (const KpFace *self, guint16 code);

gboolean kp_face_embed (KpFace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpFace, kp_face_free)

G_END_DECLS
