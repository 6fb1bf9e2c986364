/* kp-work-report.c – what a piece of work answers: sentences, facts and tables.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-work-report.h"

static void
column_clear (gpointer data)
{
  g_free (((KpWorkColumn *) data)->title);
}

static void
part_free (gpointer data)
{
  KpWorkPart *part = data;

  g_clear_pointer (&part->columns, g_array_unref);
  g_clear_pointer (&part->rows, g_ptr_array_unref);
  g_free (part->label);
  g_free (part->text);
  g_free (part);
}

static KpWorkPart *
add_part (KpWorkReport *report,
          KpWorkPartKind kind)
{
  KpWorkPart *part = g_new0 (KpWorkPart, 1);

  part->kind = kind;
  g_ptr_array_add (report->parts, part);
  return part;
}

static KpWorkPart *
get_last (KpWorkReport *report)
{
  return g_ptr_array_index (report->parts, report->parts->len - 1);
}

/** kp_work_report_new: a report without anything in it. (transfer full) */
KpWorkReport *
kp_work_report_new (void)
{
  KpWorkReport *report = g_new0 (KpWorkReport, 1);

  report->parts = g_ptr_array_new_with_free_func (part_free);
  return report;
}

/** kp_work_report_free: frees @report (nullable). */
void
kp_work_report_free (KpWorkReport *report)
{
  if (report == NULL)
    return;
  g_ptr_array_unref (report->parts);
  g_free (report);
}

/** kp_work_report_say: adds a sentence, or a heading of one line. */
void
kp_work_report_say (KpWorkReport *report,
                    const char *sentence)
{
  add_part (report, KP_WORK_PART_SENTENCE)->text = g_strdup (sentence);
}

/** kp_work_report_add_fact: adds a value under its label. */
void
kp_work_report_add_fact (KpWorkReport *report,
                         const char *label,
                         const char *text)
{
  KpWorkPart *part = add_part (report, KP_WORK_PART_FACT);

  part->label = g_strdup (label);
  part->text = g_strdup (text);
}

/** kp_work_report_begin_table: begins a table; columns, then rows follow. */
void
kp_work_report_begin_table (KpWorkReport *report)
{
  KpWorkPart *part = add_part (report, KP_WORK_PART_TABLE);

  part->columns = g_array_new (FALSE, FALSE, sizeof (KpWorkColumn));
  g_array_set_clear_func (part->columns, column_clear);
  part->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
}

/** kp_work_report_add_column: adds a column to the newest table. */
void
kp_work_report_add_column (KpWorkReport *report,
                           const char *title,
                           gboolean is_number)
{
  const KpWorkColumn column = { g_strdup (title), is_number };

  g_array_append_val (get_last (report)->columns, column);
}

/** kp_work_report_add_row: adds a row to the newest table; one cell for each column. */
void
kp_work_report_add_row (KpWorkReport *report,
                        const char *const *cells)
{
  const KpWorkPart *part = get_last (report);
  char **row = g_new0 (char *, part->columns->len + 1);

  for (guint i = 0; i < part->columns->len; i++)
    row[i] = g_strdup (cells[i]);
  g_ptr_array_add (part->rows, row);
}
