/* kp-conversion-report.h – the roster of a conversion: who is eligible, what became of each, and whose money moves.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-conversion-tables.h"
#include "kp-conversion.h"
#include "kp-service-years.h"
#include "kp-session.h"

G_BEGIN_DECLS

/* One person of the roster. Everything in it belongs to the report. */
typedef struct
{
  const KpGridStaffRecord *staff;
  const KpDossier *dossier;          /* (nullable): the application of the same person */
  const KpConversionRecord *outcome; /* (nullable) */
  KpConverted converted;
  KpConversionFinding findings[KP_CONVERSION_N_FINDINGS];
  guint n_findings;
} KpConversionLine;

typedef struct
{
  GPtrArray *staff;       /* (element-type KpGridStaffRecord): by number */
  GPtrArray *departments; /* (element-type KpGridDepartmentRecord) */
  GPtrArray *segments;    /* (element-type KpServiceSegmentRecord) */
  GPtrArray *outcomes;    /* (element-type KpConversionRecord) */
  KpRoster *roster;
  GHashTable *by_id_number; /* KpConversionLine */
  KpConversionPolicy policy;
  KpConversionLine *lines; /* one for each of @staff */
  guint n_lines;
  KpFundingRow *funding; /* 经费划转表: one for each of @departments */
  KpFundingRow total;
  guint n_unstated; /* persons of a department that hasn't stated its budget */
  gboolean is_balanced;
} KpConversionReport;

KpConversionReport *kp_conversion_report_load (KpSession *session, GError **error);
void kp_conversion_report_free (KpConversionReport *report);
const KpConversionLine *kp_conversion_report_find (const KpConversionReport *report, const char *number);
const KpConversionLine *kp_conversion_report_find_id_number (const KpConversionReport *report, const char *id_number);
GArray *kp_conversion_report_list_segments (const KpConversionReport *report, const KpConversionLine *line,
                                            const KpDossier *dossier, KpDate running_until);
const char *kp_converted_get_name (KpConverted converted);
const char *kp_converted_get_chinese (KpConverted converted);
char *kp_conversion_line_dup_findings (const KpConversionLine *line);
char *kp_money_dup_text (gint64 fen);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpConversionReport, kp_conversion_report_free)

G_END_DECLS
