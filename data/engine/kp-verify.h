/* kp-verify.h – tells whether journal and tables of a campaign agree, and names what does not.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-table.h"

G_BEGIN_DECLS

typedef enum
{
  KP_VERIFY_CHAIN_BROKEN, /* the journal row `seq` is not what was written */
  KP_VERIFY_CHAIN_GAP,    /* the journal row `seq` is missing */
  KP_VERIFY_HEAD_DIFFERS, /* rows at the end of the journal are missing, or the head was changed */
  KP_VERIFY_TIME_BACK,    /* the journal row `seq` is earlier than the one before it, and nobody answers for that */
  KP_VERIFY_ROW_CHANGED,  /* a row differs from what the journal's row `seq` wrote */
  KP_VERIFY_ROW_MISSING,  /* a row that the journal's row `seq` wrote is gone */
  KP_VERIFY_ROW_UNWRITTEN, /* a row that no journal row wrote */
  KP_VERIFY_UNPROVEN       /* a row that the journal's row `seq` wrote names as one of two people who didn't prove it */
} KpVerifyKind;

typedef struct
{
  KpVerifyKind kind;
  gint64 seq;        /* 0 when there is none */
  const char *table; /* SQL name, borrowed from the KpTable; NULL for the chain */
  const char *title; /* e.g. 分数, borrowed; NULL for the chain */
  char *key;         /* row key; NULL for the chain */
  char *sentence;    /* for the operator, translated */
} KpVerifyFinding;

#define KP_VERIFY_MAX_FINDINGS 100

typedef struct
{
  gint64 n_journal_rows;
  gint64 n_rows;       /* rows of declared tables compared */
  gint64 n_unread;     /* rows that this login isn't shown, see kp_server_may_read() */
  gint64 first_broken; /* seq; 0 = the chain holds */
  char *head_hash;     /* 64 hex digits */
  GPtrArray *findings; /* KpVerifyFinding, at most KP_VERIFY_MAX_FINDINGS */
  gint64 n_findings;   /* all that were found, also beyond those */
  gint64 n_unproven;   /* of them KP_VERIFY_UNPROVEN */
} KpVerifyReport;

typedef void (*KpVerifyProgress) (gint64 n_done, gint64 n_total, gpointer user_data);

/* TRUE = the check was done; the answer is kp_verify_report_is_sound. FALSE = it could not be done. Only
 * tables given are compared. Reads one snapshot; writes nothing. */
gboolean kp_journal_verify (KpDatabase *db,
                            const char *campaign,
                            const KpTable *const *tables,
                            guint n_tables,
                            KpVerifyProgress progress,
                            gpointer user_data,
                            KpVerifyReport *out,
                            GError **error);
gboolean kp_verify_report_is_sound (const KpVerifyReport *report);
void kp_verify_report_clear (KpVerifyReport *report);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KpVerifyReport, kp_verify_report_clear)

G_END_DECLS
