/* kp-marked-paper.h – one paper with its entries, its secret numbers, its lock and what was decided of its candidates.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-direct-hires.h"
#include "kp-mark-sheet.h"
#include "kp-mark-tables.h"
#include "kp-mark.h"
#include "kp-session.h"

G_BEGIN_DECLS

#define KP_THIRD_ENTRY 3

/* Read within one unit of work. */
typedef struct
{
  KpSession           *session; /* borrowed */
  const char          *only;    /* (nullable): borrowed; the one candidate of whom roster, secrets and entries are read */
  KpSchemePaper        stated;  /* texts borrowed from the session */
  const KpSchemePaper *rule;    /* it, once it is loaded */
  gboolean             is_other; /* no paper of the written exam: a test or another part of the total */
  KpRoster            *roster;
  KpDirectHires       *hires;   /* who is hired without exam */
  KpPaperLockRecord   *lock;    /* NULL: not locked */
  GPtrArray           *secrets; /* (element-type KpSecretNumberRecord): none = entered by ticket or seat */
  GPtrArray           *prints;  /* (element-type KpSecretPrintRecord): of the sealed table and its labels, by number */
  GHashTable          *secret_by_number;
  GHashTable          *secret_by_application;
  GHashTable          *decided; /* application → KpMarkState that the exam day decided */
  guint                n_undecided; /* breaches in this paper that wait for their decision */
  GHashTable          *seats;   /* "room-seat" → KpDossier, or the paper itself where several sites have it; NULL: not read */
  GPtrArray           *entries; /* (element-type KpEntryRecord) */
  GHashTable          *slots;   /* application → its entries 1, 2, 3 */
} KpMarkedPaper;

gboolean         kp_marked_paper_load (KpMarkedPaper *paper, KpSession *session, const char *code, GError **error);
gboolean         kp_marked_paper_load_of (KpMarkedPaper *paper, KpSession *session, const char *code, const char *application,
                                          GError **error);
GPtrArray       *kp_marked_paper_select_seats (const KpMarkedPaper *paper, GHashTable *by_application, GError **error);
gboolean         kp_marked_paper_load_entries (KpMarkedPaper *paper, GError **error);
gboolean         kp_marked_paper_load_seats (KpMarkedPaper *paper, GError **error);
void             kp_marked_paper_clear (KpMarkedPaper *paper);
gboolean         kp_marked_paper_is_sat_by (const KpMarkedPaper *paper, const KpDossier *dossier);
gboolean         kp_marked_paper_is_sealed (const KpMarkedPaper *paper);
gboolean         kp_marked_paper_find_seal (KpSession *session, const char *code, gboolean *is_sealed, GError **error);
gboolean         kp_marked_paper_check_unlocked (const KpMarkedPaper *paper, GError **error);
gboolean         kp_marked_paper_was_shown_to (const KpMarkedPaper *paper, const char *person);
const char      *kp_marked_paper_get_number (const KpMarkedPaper *paper, const KpDossier *dossier);
const KpDossier *kp_marked_paper_find (const KpMarkedPaper *paper, const char *number);
const KpDossier *kp_marked_paper_find_row (const KpMarkedPaper *paper, KpMarkKey kind, const char *key);
gboolean         kp_marked_paper_is_seat_twice (const KpMarkedPaper *paper, const char *key);
const KpEntryRecord *const *kp_marked_paper_get_entries (const KpMarkedPaper *paper, const char *application);
KpMarkState      kp_marked_paper_get_decided (const KpMarkedPaper *paper, const char *application);

gboolean             kp_marked_paper_find_rule (KpSession *session, const char *code, KpSchemePaper *rule, GError **error);
KpStep               kp_marked_paper_get_step (KpSession *session, const char *code, KpStep written);
KpLedger            *kp_marked_paper_begin (KpSession *session, const char *code, KpStep written, const char *subject,
                                            gboolean *is_late, GError **error);
const KpDossier     *kp_step_find_number (KpRoster *roster, const char *number);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KpMarkedPaper, kp_marked_paper_clear)

G_END_DECLS
