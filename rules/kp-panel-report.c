/* kp-panel-report.c – rooms and examiners side by side, so that what stands out is looked at.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* All of it exact: means are fractions, and the spread is the mean distance and not a root, which no fraction holds. What
 * stands out is shown to people and changes nothing. */

#include "kp-panel-report.h"

static KpFraction
divide (KpFraction sum,
        guint n)
{
  return n > 0 ? kp_fraction_divide (sum, kp_fraction_new (n, 1)) : KP_FRACTION_UNKNOWN;
}

static KpFraction
make_absolute (KpFraction value)
{
  return value.num < 0 ? kp_fraction_negate (value) : value;
}

static KpPanelReportRoom *
find_room (GArray *rooms,
           guint room)
{
  KpPanelReportRoom made = { .room = room, .mean = KP_FRACTION_ZERO, .spread = KP_FRACTION_ZERO };

  for (guint i = 0; i < rooms->len; i++)
    {
      KpPanelReportRoom *one = &g_array_index (rooms, KpPanelReportRoom, i);

      if (one->room == room)
        return one;
    }
  g_array_append_val (rooms, made);
  return &g_array_index (rooms, KpPanelReportRoom, rooms->len - 1);
}

static gint
compare_rooms (gconstpointer a,
               gconstpointer b)
{
  const guint first = ((const KpPanelReportRoom *) a)->room;
  const guint second = ((const KpPanelReportRoom *) b)->room;

  return first < second ? -1 : first > second;
}

/**
 * kp_panel_report_rooms:
 * @marks: the marks of all who have one
 * @n: their number
 *
 * Returns: (transfer full) (element-type KpPanelReportRoom): the rooms by number, each with its mean, how far that lies from
 *   the mean of all, and how far apart its marks are
 */
GArray *
kp_panel_report_rooms (const KpPanelReportMark *marks,
                       guint n)
{
  GArray *rooms = g_array_new (FALSE, TRUE, sizeof (KpPanelReportRoom));
  KpFraction all = KP_FRACTION_ZERO;

  for (guint i = 0; i < n; i++)
    {
      KpPanelReportRoom *room = find_room (rooms, marks[i].room);
      const KpFraction mark = kp_fraction_from_mark (marks[i].mark);

      room->lowest = room->n == 0 ? marks[i].mark : MIN (room->lowest, marks[i].mark);
      room->highest = room->n == 0 ? marks[i].mark : MAX (room->highest, marks[i].mark);
      room->n++;
      room->mean = kp_fraction_add (room->mean, mark);
      all = kp_fraction_add (all, mark);
    }
  all = divide (all, n);
  g_array_sort (rooms, compare_rooms);
  for (guint i = 0; i < rooms->len; i++)
    {
      KpPanelReportRoom *room = &g_array_index (rooms, KpPanelReportRoom, i);

      room->mean = divide (room->mean, room->n);
      room->difference = kp_fraction_subtract (room->mean, all);
    }
  for (guint i = 0; i < n; i++)
    {
      KpPanelReportRoom *room = find_room (rooms, marks[i].room);
      const KpFraction far = kp_fraction_subtract (kp_fraction_from_mark (marks[i].mark), room->mean);

      room->spread = kp_fraction_add (room->spread, divide (make_absolute (far), room->n));
    }
  return rooms;
}

/* What one examiner gave last, while the runs are counted. */
typedef struct
{
  KpPanelReportExaminer report;
  KpMark last;
  guint  run;
} Examiner;

static Examiner *
find_examiner (GArray *examiners,
               guint room,
               guint examiner)
{
  Examiner made = { .report = { .room = room, .examiner = examiner, .deviation = KP_FRACTION_ZERO } };

  for (guint i = 0; i < examiners->len; i++)
    {
      Examiner *one = &g_array_index (examiners, Examiner, i);

      if (one->report.room == room && one->report.examiner == examiner)
        return one;
    }
  g_array_append_val (examiners, made);
  return &g_array_index (examiners, Examiner, examiners->len - 1);
}

static void
count_sheet (Examiner *examiner,
             KpMark total,
             KpFraction mean)
{
  const KpFraction own = kp_fraction_subtract (kp_fraction_from_mark (total), mean);

  examiner->run = examiner->report.n > 0 && examiner->last == total ? examiner->run + 1 : 1;
  examiner->last = total;
  examiner->report.n++;
  examiner->report.deviation = kp_fraction_add (examiner->report.deviation, own);
  if (examiner->run <= examiner->report.run)
    return;
  examiner->report.run = examiner->run;
  examiner->report.run_mark = total;
}

static gint
compare_examiners (gconstpointer a,
                   gconstpointer b)
{
  const KpPanelReportExaminer *first = a;
  const KpPanelReportExaminer *second = b;

  if (first->room != second->room)
    return first->room < second->room ? -1 : 1;
  return first->examiner < second->examiner ? -1 : first->examiner > second->examiner;
}

/**
 * kp_panel_report_examiners:
 * @sheets: the totals of all sheets that count, in the order of hearing
 * @n: their number
 *
 * Returns: (transfer full) (element-type KpPanelReportExaminer): the examiners by room and number: who is always milder or
 *   stricter than the panel, and who gave everybody the same
 */
GArray *
kp_panel_report_examiners (const KpPanelReportSheet *sheets,
                           guint n)
{
  g_autoptr (GArray) examiners = g_array_new (FALSE, TRUE, sizeof (Examiner));
  GArray *reports = g_array_new (FALSE, TRUE, sizeof (KpPanelReportExaminer));
  guint end;

  for (guint i = 0; i < n; i = end)
    {
      KpFraction mean = KP_FRACTION_ZERO;

      for (end = i; end < n && sheets[end].room == sheets[i].room && sheets[end].number == sheets[i].number; end++)
        mean = kp_fraction_add (mean, kp_fraction_from_mark (sheets[end].total));
      mean = divide (mean, end - i);
      for (guint j = i; j < end; j++)
        count_sheet (find_examiner (examiners, sheets[j].room, sheets[j].examiner), sheets[j].total, mean);
    }
  for (guint i = 0; i < examiners->len; i++)
    {
      KpPanelReportExaminer report = g_array_index (examiners, Examiner, i).report;

      report.deviation = divide (report.deviation, report.n);
      g_array_append_val (reports, report);
    }
  g_array_sort (reports, compare_examiners);
  return reports;
}

/**
 * kp_panel_report_stands_out:
 * @difference: of a room or an examiner
 * @limit: points
 *
 * Returns: whether it is at least so far away, up or down
 */
gboolean
kp_panel_report_stands_out (KpFraction difference,
                            KpMark limit)
{
  return kp_fraction_is_known (difference)
         && kp_fraction_compare (make_absolute (difference), kp_fraction_from_mark (limit)) >= 0;
}
