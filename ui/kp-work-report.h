/* kp-work-report.h – what a piece of work answers: sentences, facts and tables.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KP_WORK_PART_SENTENCE,
  KP_WORK_PART_FACT,
  KP_WORK_PART_TABLE,
} KpWorkPartKind;

typedef struct
{
  char *title;
  gboolean is_number;
} KpWorkColumn;

typedef struct
{
  KpWorkPartKind kind;
  char *label; /* of a fact */
  char *text;  /* sentence, or the fact's value */
  GArray *columns; /* (nullable) (element-type KpWorkColumn) */
  GPtrArray *rows; /* (nullable) (element-type GStrv): one cell for each column */
} KpWorkPart;

typedef struct
{
  GPtrArray *parts; /* (element-type KpWorkPart) */
} KpWorkReport;

KpWorkReport *kp_work_report_new (void);
void         kp_work_report_free (KpWorkReport *report);
void         kp_work_report_say (KpWorkReport *report, const char *sentence);
void         kp_work_report_add_fact (KpWorkReport *report, const char *label, const char *text);
void         kp_work_report_begin_table (KpWorkReport *report);
void         kp_work_report_add_column (KpWorkReport *report, const char *title, gboolean is_number);
void         kp_work_report_add_row (KpWorkReport *report, const char *const *cells);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpWorkReport, kp_work_report_free)

G_END_DECLS
