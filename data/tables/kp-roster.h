/* kp-roster.h – everything that the record knows of each application, joined.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-facts.h"
#include "kp-hire-tables.h"
#include "kp-interview-tables.h"
#include "kp-panel-tables.h"
#include "kp-registration-tables.h"
#include "kp-scheme.h"
#include "kp-written-tables.h"

G_BEGIN_DECLS

/* One application with all that followed from it. Members that did not come about yet are NULL. Borrowed from the roster. */
typedef struct
{
  const KpApplicationRecord *application;
  const KpPersonRecord *person;
  GPtrArray *facts;                   /* (element-type KpFactRecord): what the person states of the scheme's facts */
  GPtrArray *proofs;                  /* (element-type KpProofRecord): what was shown for claims, and found */
  const KpLostFact *lost;             /* claims that count no more: kp_roster_lose() */
  guint n_lost;
  const KpFactTable *declared;        /* the same laid out by kp_roster_declare() */
  const KpSeatRecord *seat;           /* of the first sitting */
  const KpShortlistRecord *shortlist;
  const KpHeatRecord *heats[KP_MAX_HEATS]; /* tests before the interview whose list is made; in the scheme's order */
  const KpLeavingRecord *leaving;     /* before the interview */
  const KpHearingRecord *hearing;
  const KpRoomOpeningRecord *opening; /* of the room of the hearing; NULL = whose number it is, is sealed */
  const KpAttendanceRecord *attendance;
  const KpInterviewRecord *interview;
  const KpTotalRecord *total;
  const KpFinalTotalRecord *final_total; /* where the background check is scored */
  const KpFitnessRecord *physical;
  const KpFitnessRecord *background;
  const KpProposalRecord *proposal;
  const KpDepartureRecord *departure; /* after the proposed hires were published */
  const KpChoiceRecord *choice;       /* 依次选岗 */
  const KpContractRecord *contract;
  KpExemption exemption; /* where the scheme limits how many do without the written exam: kp_exemptions_mark() */
} KpDossier;

typedef struct _KpRoster KpRoster;

KpRoster        *kp_roster_load (KpDatabase *db, const char *campaign, GError **error);
KpRoster        *kp_roster_load_of (KpDatabase *db, const char *campaign, const char *application, GError **error);
KpRoster        *kp_roster_load_person (KpDatabase *db, const char *campaign, const char *id_number, GError **error);
void             kp_roster_declare (KpRoster *roster, const GPtrArray *defs);
void             kp_roster_lose (KpRoster *roster, const GPtrArray *defs);
void             kp_roster_set_exemption (KpRoster *roster, guint index, KpExemption exemption);
void             kp_roster_free (KpRoster *roster);
guint            kp_roster_get_n_dossiers (KpRoster *roster);
const KpDossier *kp_roster_get_dossier (KpRoster *roster, guint index);
const KpDossier *kp_roster_find_application (KpRoster *roster, const char *application);
const KpDossier *kp_roster_find_ticket (KpRoster *roster, const char *ticket);
const KpDossier *kp_roster_find_number (KpRoster *roster, const char *number);
const KpDossier *kp_roster_find_code (KpRoster *roster, const char *code);
const KpDossier *kp_roster_find_any_number (KpRoster *roster, const char *number);
const KpDossier *kp_roster_find_id_number (KpRoster *roster, const char *id_number);
gboolean         kp_shortlist_outcome_is_in (const char *outcome);
const char      *kp_dossier_get_first_post (const KpDossier *dossier);
const KpHeatRecord *kp_dossier_get_last_heat (const KpDossier *dossier);
gboolean         kp_dossier_is_on_list (const KpDossier *dossier, guint list);
gboolean         kp_dossier_is_on_shortlist (const KpDossier *dossier);
gint64           kp_dossier_get_last_place (const KpDossier *dossier);
gboolean         kp_dossier_is_sealed (const KpDossier *dossier);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpRoster, kp_roster_free)

G_END_DECLS
