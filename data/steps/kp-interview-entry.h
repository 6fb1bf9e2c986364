/* kp-interview-entry.h – the examiners' marks of one file, or of one candidate, on their way into the record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-mark-sheet.h"
#include "kp-panel-field.h"

G_BEGIN_DECLS

/* Owned but for the session, the ledger and the source. */
typedef struct
{
  KpSession *session;
  KpLedger *ledger;
  const char *source;   /* digest of the file; "" = typed in the room */
  guint room;           /* that the file is of; 0 = any */
  KpPanelField *field;
  GHashTable *checked;  /* codes that two people have checked */
  GHashTable *touched;  /* codes with a cell in this file; borrowed from the cells */
  GHashTable *absent;   /* codes that a cell calls absent or void → KpMarkState */
} KpInterviewEntry;

KpInterviewEntry *kp_interview_entry_new (KpSession *session, KpLedger *ledger, const char *source, guint room,
                                          GError **error);
void              kp_interview_entry_free (KpInterviewEntry *entry);
gboolean          kp_interview_entry_take (KpInterviewEntry *entry, const KpInterviewCell *cell, GError **error);
gboolean          kp_interview_parse_mark (const KpScheme *scheme, const char *text, KpPanelMarkRecord *record,
                                           GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpInterviewEntry, kp_interview_entry_free)

G_END_DECLS
