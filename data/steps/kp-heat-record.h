/* kp-heat-record.h – the tests before the interview and the list after each, made of what the record holds.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-heat.h"
#include "kp-list-race.h"

G_BEGIN_DECLS

typedef struct _KpHeatRecords KpHeatRecords;

KpHeatRecords *kp_heat_records_load (KpSession *session, const char *code, GError **error);
void           kp_heat_records_free (KpHeatRecords *heats);
gboolean       kp_heat_record_write (KpHeatRecords *heats, KpLedger *ledger, KpListRace *race, const KpJudgements *judgements,
                                     KpShortlistTally *tally, GError **error);

gboolean       kp_heat_is_taken_by (const KpScheme *scheme, guint heat, const KpDossier *dossier);
gboolean       kp_heat_find_begun (KpSession *session, KpRoster *roster, const char *post, guint *list, GError **error);
gboolean       kp_heat_check_none_begun (KpSession *session, GError **error);
gboolean       kp_heat_check_all_made (const KpScheme *scheme, KpRoster *roster, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpHeatRecords, kp_heat_records_free)

G_END_DECLS
