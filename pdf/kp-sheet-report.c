/* kp-sheet-report.c – the first failure of a sheet, and where it happened.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "kp-pdf-error.h"
#include "kp-sheet-private.h"

/**
 * kp_sheet_fail:
 * @self: a sheet
 * @error: (transfer full): what went wrong
 *
 * Makes the error the sheet's failure, unless it has one.
 */
void
kp_sheet_fail (KpSheet *self, GError *error)
{
  KpSheetReport *report = kp_sheet_get_report (self);

  if (report->failure == NULL)
    report->failure = g_steal_pointer (&error);
  g_clear_error (&error);
}

/**
 * kp_sheet_fail_at_place:
 * @self: a sheet
 * @code: a #KpPdfError
 * @message: a whole sentence, without a person's name
 *
 * Makes an error the sheet's failure that begins with the place that was set.
 */
void
kp_sheet_fail_at_place (KpSheet *self, gint code, const char *message)
{
  const KpSheetReport *report = kp_sheet_get_report (self);
  g_autoptr (GString) text = g_string_new (report->place);

  if (report->heading != NULL)
    {
      g_string_append (text, text->len > 0 ? ", " : "");
      g_string_append_printf (text, _ ("row %u, column “%s”"), report->row, report->heading);
    }
  g_string_append_printf (text, "%s%s", text->len > 0 ? ": " : "", message);
  kp_sheet_fail (self, g_error_new_literal (KP_PDF_ERROR, code, text->str));
}

/**
 * kp_sheet_set_cell:
 * @self: a sheet
 * @row: of a table, from 1; 0 is the heading
 * @heading: (nullable): of the column, borrowed; %NULL ends the table
 *
 * Says which cell is being drawn, for the errors that follow.
 */
void
kp_sheet_set_cell (KpSheet *self, guint row, const char *heading)
{
  KpSheetReport *report = kp_sheet_get_report (self);

  report->row = row;
  report->heading = heading;
}

/**
 * kp_sheet_set_place:
 * @self: a sheet
 * @place: (nullable): whose paper and which field, without a person's name
 *
 * Says what is being drawn, for the errors that follow.
 */
void
kp_sheet_set_place (KpSheet *self, const char *place)
{
  KpSheetReport *report = kp_sheet_get_report (self);

  g_free (report->place);
  report->place = g_strdup (place);
}
