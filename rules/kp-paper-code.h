/* kp-paper-code.h – the check code of a paper: which one it is, and the digest of what it says.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands before the code in a QR code; may be left out when it is typed. */
#define KP_PAPER_CODE_PREFIX "kaopin:"

/* Hex digits of the digest: few enough to be typed. */
#define KP_PAPER_CODE_DIGITS 16

/* Owned texts. */
typedef struct
{
  char *kind;     /* which form: "marks", "tickets" */
  char *campaign;
  char *number;   /* of the single paper; "" where the form is one paper */
  guint edition;  /* from 1 */
  char *digest;   /* %KP_PAPER_CODE_DIGITS hex digits */
} KpPaperCode;

typedef enum
{
  KP_PAPER_CODE_OK,
  KP_PAPER_CODE_FORM,  /* isn't put together like a code */
  KP_PAPER_CODE_CHECK, /* a character is wrong: the check digits don't fit */
} KpPaperCodeFault;

char *kp_paper_code_dup_text (const KpPaperCode *code);
KpPaperCodeFault kp_paper_code_parse (const char *text, KpPaperCode *out);
void kp_paper_code_clear (KpPaperCode *code);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KpPaperCode, kp_paper_code_clear)

G_END_DECLS
