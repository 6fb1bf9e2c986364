/* kp-panel-figures.c – the figures of rooms and examiners from the marks of the record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-panel-figures.h"

#include "kp-panel-record.h"

static gint
compare_hearings (gconstpointer a,
                  gconstpointer b)
{
  const KpHearingRecord *first = (*(const KpDossier *const *) a)->hearing;
  const KpHearingRecord *second = (*(const KpDossier *const *) b)->hearing;

  if (first->room != second->room)
    return first->room < second->room ? -1 : 1;
  return first->number < second->number ? -1 : first->number > second->number;
}

/* Who has a mark, in the order of hearing. */
static GPtrArray *
list_heard (KpRoster *roster)
{
  GPtrArray *heard = g_ptr_array_new ();

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (dossier->hearing != NULL && dossier->interview != NULL && dossier->interview->raw != KP_NO_INT)
        g_ptr_array_add (heard, (gpointer) dossier);
    }
  g_ptr_array_sort (heard, compare_hearings);
  return heard;
}

static void
add_sheets (const KpScheme *scheme,
            const KpHearingRecord *hearing,
            GPtrArray *marks,
            GArray *sheets)
{
  const guint n_elements = scheme->interview.elements->len;
  g_autoptr (KpPanelRecordSheets) laid = kp_panel_record_lay_out (scheme, marks);
  g_autofree KpPanelElement *elements = g_new0 (KpPanelElement, n_elements + 1);

  for (guint i = 0; i < n_elements; i++)
    {
      const KpSchemeElement *element = g_ptr_array_index (scheme->interview.elements, i);

      elements[i] = (KpPanelElement) { element->full, element->weight };
    }
  for (guint i = 0; i < laid->n_sheets; i++)
    {
      KpPanelReportSheet sheet
          = { (guint) hearing->room, (guint) hearing->number, laid->examiners[i], laid->sheets[i].total.mark };

      if (laid->sheets[i].n_elements > 0 && !kp_panel_sheet_sum (elements, &laid->sheets[i], &sheet.total))
        continue;
      g_array_append_val (sheets, sheet);
    }
}

/**
 * kp_panel_figures_load:
 * @session: a session; only read
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what stands out among rooms and examiners, by number and without any name; or %NULL
 *   with #KP_DATA_ERROR
 */
KpPanelFigures *
kp_panel_figures_load (KpSession *session,
                       GError **error)
{
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);
  g_autoptr (GPtrArray) heard = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GHashTable) groups = NULL;
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (KpPanelReportMark));
  g_autoptr (GArray) sheets = g_array_new (FALSE, FALSE, sizeof (KpPanelReportSheet));
  KpPanelFigures *figures;

  if (roster == NULL)
    return NULL;
  records = kp_table_select (kp_session_get_database (session), &kp_panel_mark_table, kp_session_get_campaign (session),
                             KP_PANEL_MARKS_GIVEN, KP_NO_BINDS, error);
  if (records == NULL)
    return NULL;
  heard = list_heard (roster);
  groups = kp_panel_record_group (records);
  for (guint i = 0; i < heard->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (heard, i);
      const KpPanelReportMark mark = { (guint) dossier->hearing->room, dossier->interview->raw };
      GPtrArray *given = g_hash_table_lookup (groups, dossier->hearing->code);

      g_array_append_val (marks, mark);
      if (given != NULL)
        add_sheets (kp_session_get_scheme (session), dossier->hearing, given, sheets);
    }
  figures = g_new0 (KpPanelFigures, 1);
  figures->rooms = kp_panel_report_rooms ((const KpPanelReportMark *) (gpointer) marks->data, marks->len);
  figures->examiners = kp_panel_report_examiners ((const KpPanelReportSheet *) (gpointer) sheets->data, sheets->len);
  return figures;
}

/** kp_panel_figures_free: with all that it owns; @figures may be NULL. */
void
kp_panel_figures_free (KpPanelFigures *figures)
{
  if (figures == NULL)
    return;
  g_array_unref (figures->rooms);
  g_array_unref (figures->examiners);
  g_free (figures);
}
