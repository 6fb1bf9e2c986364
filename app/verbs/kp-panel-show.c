/* kp-panel-show.c – what “kaopin panel” lists.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-panel-show.h"

#include <glib/gi18n-lib.h>

#include "kp-panel-field.h"
#include "kp-panel-figures.h"

#define USUAL_LIMIT "3"
#define SHOWN_DECIMALS 4

static const char *
get_state (const KpPanelField *field, const KpExaminerRecord *examiner)
{
  if (examiner->left_at != NULL)
    return _ ("left");
  if (kp_panel_field_is_out (field, examiner))
    return _ ("out: a relative is a candidate");
  if (kp_panel_field_find_seat (field, examiner->examiner) != NULL)
    return _ ("seated");
  return field->seats->len > 0 && kp_staff_role_gives_marks (kp_panel_field_get_role (examiner)) ? _ ("spare") : "";
}

/** kp_panel_show_list: everybody with role and seat. Relations aren't shown: they name candidates. */
gboolean
kp_panel_show_list (KpCommand *command, KpSession *session, GError **error)
{
  const KpAnswerColumn columns[] = {
    { "examiner", _ ("Number"), FALSE }, { "name", _ ("Name"), FALSE },       { "unit", _ ("Unit"), FALSE },
    { "role", _ ("Role"), FALSE },       { "outside", _ ("Outside"), FALSE }, { "room", _ ("Room"), TRUE },
    { "seat", _ ("Seat"), TRUE },        { "state", _ ("State"), FALSE },
  };
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpPanelField) field = kp_panel_field_load (session, error);

  if (field == NULL)
    return FALSE;
  kp_answer_add_count (answer, "n_people", _ ("Examiners and staff"), field->examiners->len);
  kp_answer_add_count (answer, "n_recusals", _ ("Declared relations"), field->recusals->len);
  kp_answer_begin_table (answer, "people", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < field->examiners->len; i++)
    {
      const KpExaminerRecord *one = g_ptr_array_index (field->examiners, i);
      const KpPanelSeatRecord *seat = kp_panel_field_find_seat (field, one->examiner);
      g_autofree char *room = seat != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, seat->room) : NULL;
      g_autofree char *number = seat != NULL ? g_strdup_printf ("%" G_GINT64_FORMAT, seat->seat) : NULL;

      kp_answer_add_row (answer, (const char *[]){ one->examiner, one->name, one->unit,
                                                   kp_staff_role_get_chinese (kp_panel_field_get_role (one)),
                                                   one->is_outside ? _ ("yes") : "", room, number, get_state (field, one) });
    }
  return TRUE;
}

/* Compared exactly, shown rounded. */
static char *
dup_figure (KpFraction value)
{
  return kp_fraction_dup_decimal (kp_fraction_round (value, SHOWN_DECIMALS, KP_ROUNDING_HALF_UP), SHOWN_DECIMALS);
}

static void
show_rooms (KpAnswer *answer, const GArray *rooms, KpMark limit)
{
  const KpAnswerColumn columns[] = {
    { "room", _ ("Room"), TRUE },          { "n", _ ("Candidates"), TRUE },  { "mean", _ ("Mean"), TRUE },
    { "difference", _ ("From all"), TRUE }, { "spread", _ ("Spread"), TRUE }, { "lowest", _ ("Lowest"), TRUE },
    { "highest", _ ("Highest"), TRUE },    { "note", _ ("Note"), FALSE },
  };

  kp_answer_begin_table (answer, "rooms", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < rooms->len; i++)
    {
      const KpPanelReportRoom *room = &g_array_index (rooms, KpPanelReportRoom, i);
      g_autofree char *number = g_strdup_printf ("%u", room->room);
      g_autofree char *n = g_strdup_printf ("%u", room->n);
      g_autofree char *mean = dup_figure (room->mean);
      g_autofree char *difference = dup_figure (room->difference);
      g_autofree char *spread = dup_figure (room->spread);
      g_autofree char *lowest = kp_mark_dup_text (room->lowest, 2);
      g_autofree char *highest = kp_mark_dup_text (room->highest, 2);

      kp_answer_add_row (answer, (const char *[]){ number, n, mean, difference, spread, lowest, highest,
                                                   kp_panel_report_stands_out (room->difference, limit) ? _ ("stands out")
                                                                                                        : "" });
    }
}

static void
show_examiners (KpAnswer *answer, const GArray *examiners, KpMark limit)
{
  const KpAnswerColumn columns[] = {
    { "room", _ ("Room"), TRUE },     { "examiner", _ ("Examiner"), TRUE },
    { "n", _ ("Sheets"), TRUE },      { "deviation", _ ("From the panel"), TRUE },
    { "run", _ ("Same mark in a row"), TRUE }, { "run_mark", _ ("Which mark"), TRUE },
    { "note", _ ("Note"), FALSE },
  };

  kp_answer_begin_table (answer, "examiners", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < examiners->len; i++)
    {
      const KpPanelReportExaminer *one = &g_array_index (examiners, KpPanelReportExaminer, i);
      g_autofree char *room = g_strdup_printf ("%u", one->room);
      g_autofree char *examiner = g_strdup_printf ("%u", one->examiner);
      g_autofree char *n = g_strdup_printf ("%u", one->n);
      g_autofree char *deviation = dup_figure (one->deviation);
      g_autofree char *run = g_strdup_printf ("%u", one->run);
      g_autofree char *mark = kp_mark_dup_text (one->run_mark, 2);

      kp_answer_add_row (answer, (const char *[]){ room, examiner, n, deviation, run, mark,
                                                   kp_panel_report_stands_out (one->deviation, limit) ? _ ("stands out")
                                                                                                      : "" });
    }
}

/** kp_panel_show_report: means and spread of the rooms, deviation and runs of the examiners; no name, no candidate. */
gboolean
kp_panel_show_report (KpCommand *command, KpSession *session, const char *limit, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpPanelFigures) figures = NULL;
  KpMark points;

  if (!kp_mark_parse (limit != NULL ? limit : USUAL_LIMIT, KP_MARK_DECIMALS, &points, error))
    return FALSE;
  figures = kp_panel_figures_load (session, error);
  if (figures == NULL)
    return FALSE;
  kp_answer_add_text (answer, "limit", _ ("Stands out from"), limit != NULL ? limit : USUAL_LIMIT);
  show_rooms (answer, figures->rooms, points);
  show_examiners (answer, figures->examiners, points);
  return TRUE;
}
