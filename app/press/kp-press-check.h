/* kp-press-check.h – holds a printed paper or a PDF file against the record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-paper-code.h"
#include "kp-press.h"

G_BEGIN_DECLS

typedef enum
{
  KP_PAPER_CURRENT,      /* says what the record says */
  KP_PAPER_VOID,         /* an earlier edition of it */
  KP_PAPER_OTHER,        /* the record says something else */
  KP_PAPER_UNKNOWN,      /* the record has no such paper, or no such edition */
  KP_PAPER_CHANGED,      /* a file: not as the program wrote it */
  KP_PAPER_FOREIGN,      /* of another campaign */
  KP_PAPER_MISTYPED,     /* the check digits don't fit */
  KP_PAPER_NO_CODE,      /* not put together like a code; a file of another program */
  KP_PAPER_NOT_COMPARED, /* a file that is as it was written, of papers without codes */
  KP_PAPER_SEALED,       /* of those that the program can't draw again */
  KP_PAPER_GROWN,        /* a file of a register that was true when it was written; the record or the day has gone on since */
  KP_PAPER_DENIED,       /* the same, and nothing has gone on since: the record was changed past its journal */
} KpPaperState;

/* Owned texts. */
typedef struct
{
  KpPaperState state;
  KpPaperCode code;     /* empty where there is none */
  const char *form;     /* (nullable): Chinese name, static */
  char *number;         /* (nullable): of the single paper */
  char *campaign;       /* (nullable): its title */
  char *date;           /* (nullable): Chinese, when it was issued */
  guint edition;        /* that holds now; 0 where there is none */
  char *voided;         /* (nullable): Chinese date on which its edition became void */
  guint amendment;      /* number of the supplementary notice that made it void; 0 = none did */
  char *journal;        /* (nullable): of a file, when the record was as it was printed */
  gint64 n_since;       /* rows of the journal since then */
} KpPaperCheck;

gboolean kp_press_check_code (KpSession *session, KpFontSet *fonts, const char *text, KpPaperCheck *check, GError **error);
gboolean kp_press_check_file (KpSession *session, KpFontSet *fonts, GBytes *pdf, KpPaperCheck *check, GError **error);
const char *kp_paper_state_get_name (KpPaperState state);
void kp_paper_check_clear (KpPaperCheck *check);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KpPaperCheck, kp_paper_check_clear)

G_END_DECLS
