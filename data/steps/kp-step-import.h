/* kp-step-import.h – takes registrations from a workbook into the record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-registration.h"
#include "kp-session.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_rows;
  guint n_ok;
  guint n_warn;
  guint n_reject;
  guint n_conflict;
  guint n_recorded; /* the record had them already: nothing was written for them */
  guint n_taken;    /* applications written now */
} KpImportTally;

/* How far the writing is; FALSE ends it, and nothing is written. Runs in the thread of the step. */
typedef gboolean (*KpImportWatch) (guint n_done, guint n_rows, gpointer data);

typedef struct
{
  gboolean accepts_good_rows; /* although others are refused or in conflict */
  KpImportWatch watch;        /* (nullable) */
  gpointer watch_data;
} KpImportTerms;

KpRegistrationBook *kp_step_read_corrected_registrations (KpSession *session, const char *path, const char *sheet,
                                                          const char *mapping,
                                                          const KpRegistrationCorrection *corrections,
                                                          guint n_corrections, GError **error);
gboolean kp_step_judge_registrations (KpSession *session, KpRegistrationBook *book, KpImportTally *tally, GError **error);
gboolean kp_step_take_registrations (KpSession *session, KpRegistrationBook *book, const KpImportTerms *terms,
                                     KpImportTally *tally, GError **error);
KpRegistrationBook *kp_step_read_registrations (KpSession *session, const char *path, const char *sheet,
                                                const char *mapping, GError **error);
gboolean kp_step_import_registrations (KpSession *session, KpRegistrationBook *book, gboolean accepts_good_rows,
                                       KpImportTally *tally, GError **error);

G_END_DECLS
