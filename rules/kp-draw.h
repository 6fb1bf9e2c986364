/* kp-draw.h – the one draw of the house (design.md §6), replayable with any SHA-256 tool.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define KP_DRAW_HASH_SIZE 32

/* The record of a draw; the fields are the keys of its JSON form. All owned. */
typedef struct
{
  char *purpose;     /* "interview-order:A01" */
  char **items;      /* sorted by their UTF-8 bytes, each once */
  char *list;        /* lower-case hex */
  char *commitment;  /* lower-case hex, printed and signed before the public part exists */
  char *nonce;       /* lower-case hex, 64 digits; secret until the public part is typed */
  char *public_part; /* JSON key "public"; NULL until drawn */
  char **result;     /* NULL until drawn */
} KpDraw;

/* The stream of 64-bit numbers of step 5. */
typedef struct
{
  guint8 seed[KP_DRAW_HASH_SIZE];
  guint8 block[KP_DRAW_HASH_SIZE];
  guint64 next_block;
  guint used; /* bytes of block */
} KpDrawStream;

typedef enum
{
  KP_DRAW_ERROR_ITEMS,
  KP_DRAW_ERROR_PURPOSE,
  KP_DRAW_ERROR_NONCE,
  KP_DRAW_ERROR_PUBLIC,
  KP_DRAW_ERROR_ALREADY_DRAWN,
} KpDrawError;

#define KP_DRAW_ERROR (kp_draw_error_quark ())
GQuark kp_draw_error_quark (void);

/* Steps 1 and 2: list and commitment, not drawn yet. */
KpDraw *kp_draw_new (const char *purpose,
                     const char *const *items,
                     const guint8 nonce[KP_DRAW_HASH_SIZE],
                     GError **error);
/* Steps 3 to 7, once. */
gboolean kp_draw_run (KpDraw *draw, const char *public_part, GError **error);
/* TRUE = the record replays to itself; else *difference (transfer full) names the first difference in one
 * sentence. */
gboolean kp_draw_verify (const KpDraw *draw, char **difference);
void kp_draw_free (KpDraw *draw);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpDraw, kp_draw_free)

void kp_draw_stream_init (KpDrawStream *stream, const guint8 seed[KP_DRAW_HASH_SIZE]);
guint64 kp_draw_stream_next (KpDrawStream *stream);
guint64 kp_draw_stream_below (KpDrawStream *stream, guint64 n);

G_END_DECLS
