/* kp-proof.h – proofs 身份和资格证明: which claims have to be shown by which papers, and what a check makes of them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-condition.h"

G_BEGIN_DECLS

/* What can't be done as long as a claim isn't proved. */
typedef enum
{
  KP_PROOF_BEFORE_NOTHING,
  KP_PROOF_BEFORE_OPENING,   /* the posts are opened by who passed */
  KP_PROOF_BEFORE_PUBLICITY, /* who is to be hired is published */
} KpProofMoment;

#define KP_N_PROOF_MOMENTS (KP_PROOF_BEFORE_PUBLICITY + 1)

typedef struct
{
  gchar        *id;
  gchar        *label;   /* 退役军人身份 */
  gchar        *clause;
  KpCondition  *when;    /* who has to show it: usually the claim itself */
  GPtrArray    *facts;   /* (element-type utf8): ids: what is claimed, and lost when the proof fails */
  GPtrArray    *papers;  /* (element-type utf8): all of them are asked for */
  GPtrArray    *sources; /* (element-type utf8): against which it is checked; empty = any */
  KpDate        by;       /* to be proved at the latest on that day; none = no such day */
  KpDate        dated_by; /* the certificate is issued at the latest on that day */
  KpProofMoment before;
} KpProofDef;

typedef enum
{
  KP_PROOF_OPEN,      /* 未提交 */
  KP_PROOF_SHOWN,     /* 已提交，待核查 */
  KP_PROOF_CONFIRMED, /* 属实 */
  KP_PROOF_REFUTED,   /* 不属实: the claim is lost */
  KP_PROOF_MISSED,    /* 逾期未提交: the claim is lost */
} KpProofOutcome;

#define KP_N_PROOF_OUTCOMES (KP_PROOF_MISSED + 1)

/* What somebody writes down of one proof. Borrowed. */
typedef struct
{
  KpProofOutcome     outcome; /* not OPEN */
  const char *const *papers;  /* (nullable): those that were shown */
  const char        *source;  /* (nullable) */
  KpDate             checked_on; /* of CONFIRMED and REFUTED: the day of the answer */
  KpDate             dated_on;   /* of the certificate; none = it bears no day */
  const char        *note;       /* (nullable) */
} KpProofCheck;

typedef enum
{
  KP_PROOF_FAULT_NONE,
  KP_PROOF_FAULT_NO_OUTCOME,
  KP_PROOF_FAULT_OTHER_PAPER, /* a paper that isn't asked for */
  KP_PROOF_FAULT_NO_PAPER,
  KP_PROOF_FAULT_FEW_PAPERS, /* confirmed without all of them */
  KP_PROOF_FAULT_NO_SOURCE,
  KP_PROOF_FAULT_OTHER_SOURCE,
  KP_PROOF_FAULT_NO_DAY,
  KP_PROOF_FAULT_LATER_DAY,  /* a day that is still to come */
  KP_PROOF_FAULT_NO_DATE,    /* of the certificate, which has to be issued in time */
  KP_PROOF_FAULT_LATE_DATE,
  KP_PROOF_FAULT_AFTER_ANSWER, /* issued after the source answered that it is genuine */
  KP_PROOF_FAULT_NO_REASON,
  KP_PROOF_FAULT_TOO_EARLY,  /* nobody has missed it yet */
} KpProofFault;

KpProofDef   *kp_proof_def_new (void);
void          kp_proof_def_free (KpProofDef *def);
gboolean      kp_proof_is_asked (const KpProofDef       *def,
                                 const KpCandidateFacts *facts);
gboolean      kp_proof_is_lost (KpProofOutcome outcome);
gboolean      kp_proof_is_open (KpProofOutcome outcome);
gboolean      kp_proof_is_late (const KpProofDef *def,
                                KpProofOutcome    outcome,
                                KpDate            today);
gboolean      kp_proof_holds_up (const KpProofDef *def,
                                 KpProofOutcome    outcome,
                                 KpProofMoment     moment);
KpProofFault  kp_proof_find_fault (const KpProofDef   *def,
                                   const KpProofCheck *check,
                                   KpDate              today,
                                   const char        **word);
gchar        *kp_proof_dup_reason (const KpProofDef   *def,
                                   const KpProofCheck *check);
const char   *kp_proof_outcome_get_name (KpProofOutcome outcome);
const char   *kp_proof_outcome_get_chinese (KpProofOutcome outcome);
gboolean      kp_proof_outcome_parse (const char     *name,
                                      KpProofOutcome *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpProofDef, kp_proof_def_free)

G_END_DECLS
