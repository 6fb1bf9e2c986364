/* kp-press-room-report.c – what happened in each exam room (考场情况记录单), one page for each room and sitting.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the doors know is filled in once they are closed; before that, and where nobody read tickets, it is written by hand. */
#include "kp-breach.h"
#include "kp-hall-desk.h"
#include "kp-mark-tables.h"
#include "kp-press-record-private.h"
#include "kp-press-room.h"

#define ROWS_OF_BREACHES 6

static const char *const invigilators[] = { "监考员（一）", "监考员（二）", NULL };
static const char *const inspectors[] = { "巡考（流动监考）", "考点负责人", "监督员", NULL };
static const guint weights[KP_RECORD_FIELDS_MOST] = { 18, 34, 70, 28 };

/* One room in one sitting. */
typedef struct
{
  const KpPressRoom *room;
  const KpSchemeSitting *sitting;
  const KpHallRoom *doors; /* (nullable): not closed */
} Report;

static const char *
format_figure (KpPress *press, const Report *report, guint figure)
{
  return report->doors != NULL ? kp_press_format (press, "%u", figure) : NULL;
}

/* "03、05（迟到未入场）"; 无 where there is none. */
static const char *
list_absent (KpPress *press, const Report *report)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (report->doors == NULL)
    return NULL;
  for (guint i = 0; i < report->doors->seats->len; i++)
    {
      const KpHallSeat *seat = g_ptr_array_index (report->doors->seats, i);

      if (seat->state == KP_HALL_ABSENT)
        g_string_append_printf (text, "%s%02u%s", text->len > 0 ? "、" : "", seat->seat, seat->was_turned_away ? "（迟到未入场）" : "");
    }
  return kp_press_keep (press, g_strdup (text->len > 0 ? text->str : "无"));
}

/* "12（09:12）" */
static const char *
list_late (KpPress *press, const Report *report)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (report->doors == NULL)
    return NULL;
  for (guint i = 0; i < report->doors->seats->len; i++)
    {
      const KpHallSeat *seat = g_ptr_array_index (report->doors->seats, i);
      KpMoment moment;

      if (seat->state == KP_HALL_PRESENT_LATE && kp_moment_parse (seat->at, &moment))
        g_string_append_printf (text, "%s%02u（%02u:%02u）", text->len > 0 ? "、" : "", seat->seat, moment.second / 3600,
                                moment.second / 60 % 60);
    }
  return kp_press_keep (press, g_strdup (text->len > 0 ? text->str : "无"));
}

/* NULL when the candidate sits elsewhere. */
static const KpDossier *
find_inside (const KpPressRoom *room, const char *application)
{
  for (guint i = 0; i < room->dossiers->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (room->dossiers, i);

      if (g_str_equal (dossier->application->application, application))
        return dossier;
    }
  return NULL;
}

/* What two people wrote down by now, and room for more. */
static guint
add_breaches (KpRecordPaper *paper, const Report *report)
{
  KpPress *press = paper->press;
  guint n = 0;

  kp_record_add_heading (paper, "违纪违规和异常情况");
  kp_record_add_row (paper, TRUE, weights, (const char *const[KP_RECORD_FIELDS_MOST]){ "座位号", "准考证号", "时间和情况", "处理" });
  for (guint i = 0; i < press->incidents->len; i++)
    {
      const KpIncidentRecord *incident = g_ptr_array_index (press->incidents, i);
      const KpDossier *dossier = find_inside (report->room, incident->application);

      if (dossier == NULL || incident->article == NULL || !g_str_equal (incident->paper, report->sitting->paper))
        continue;
      n++;
      kp_record_add_row (paper, FALSE, weights,
                         (const char *const[KP_RECORD_FIELDS_MOST]){
                             kp_press_format_seat (press, dossier), kp_press_get_ticket (dossier), incident->facts,
                             kp_press_format (press, "%s，记录单第%" G_GINT64_FORMAT "号", kp_breach_find (incident->article)->chinese,
                                              incident->number) });
    }
  for (guint i = MIN (2 * n, ROWS_OF_BREACHES - 1); i < ROWS_OF_BREACHES; i++)
    kp_record_add_row (paper, FALSE, weights, (const char *const[KP_RECORD_FIELDS_MOST]){ NULL, NULL, "\n", NULL });
  return n;
}

/* Empty seats, and what else somebody may ask about years later. */
static void
fill_report (KpRecordPaper *paper, const Report *report, const KpFormSession *session)
{
  KpPress *press = paper->press;
  const KpHallCounts counts = report->doors != NULL ? report->doors->counts : (KpHallCounts){ 0 };
  const char *breaches = "□没有违纪违规情况　□有，已填写违纪违规行为记录单　　份";
  guint n_breaches;

  kp_record_add_fields (paper, kp_record_field ("考点", kp_press_room_get_site (press, report->room), 2),
                        kp_record_field ("考场号", report->room->number, 1), KP_RECORD_NO_FIELD);
  kp_record_add_fields (paper, kp_record_field ("科目", session->paper, 1), kp_record_field ("时间", session->time, 1), KP_RECORD_NO_FIELD);
  kp_record_add_fields (paper, kp_record_field ("应到人数", kp_press_format (press, "%u", report->room->dossiers->len), 1),
                        kp_record_field ("实到人数", format_figure (press, report, counts.n_in), 1),
                        kp_record_field ("缺考人数", format_figure (press, report, counts.n_absent), 1));
  kp_record_add_fields (paper, kp_record_field ("试卷袋密封", "□完好　□破损", 1), kp_record_field ("启封时间", NULL, 1), KP_RECORD_NO_FIELD);
  kp_record_add_fields (paper, kp_record_field ("试卷份数", NULL, 1), kp_record_field ("收回份数", NULL, 1), kp_record_field ("空白备用", NULL, 1));
  kp_record_add_text (paper, "缺考座位号", list_absent (press, report), 3, NULL);
  kp_record_add_text (paper, "迟到入场", list_late (press, report), 2, NULL);
  n_breaches = add_breaches (paper, report);
  kp_record_add_text (paper, "其他情况", NULL, 3, NULL);
  if (n_breaches > 0)
    breaches = kp_press_format (press, "有违纪违规情况，已填写违纪违规行为记录单 %u 份", n_breaches);
  kp_record_add_text (paper, "监考员", breaches, 1, invigilators);
  kp_record_add_text (paper, "巡考意见", NULL, 2, inspectors);
  paper->facts.note = report->doors != NULL
                          ? "应到、实到、缺考和迟到按入场核验记录填写，与现场清点不一致的以现场为准并说明。每名违纪违规考生另填一份违纪违规行为记录单，由两名监考员签名。"
                          : "监考员在考试结束时当场填写，没有的写“无”。每名违纪违规考生另填一份违纪违规行为记录单，由两名监考员签名。";
}

static gboolean
draw_report (KpPress *press, KpSheet *sheet, const Report *report, GError **error)
{
  const KpPressRoom *room = report->room;
  const KpFormSession session = kp_press_get_session (press, report->sitting, kp_press_room_has_extra_time (room->room));
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (KpRecordPart));
  KpRecordPaper paper = { .press = press, .parts = parts };

  fill_report (&paper, report, &session);
  paper.facts.subtitle_right = kp_press_format (press, "第%s考场", room->number);
  return kp_record_paper_draw (&paper, kp_press_format (press, "%s-%s", report->sitting->code, room->number), sheet, error);
}

static gboolean
draw_sitting (KpPress *press, KpSheet *sheet, const KpSchemeSitting *sitting, GError **error)
{
  const KpHallPlace here = { sitting->code, NULL, 0 };
  g_autoptr (GArray) rooms = kp_press_list_rooms_of_sitting (press, sitting->code);
  g_autoptr (KpHallDesk) desk = kp_hall_desk_load (press->session, &here, error);

  for (guint i = 0; desk != NULL && i < rooms->len; i++)
    {
      const KpPressRoom *room = &g_array_index (rooms, KpPressRoom, i);
      const KpSeatRecord *seat = ((const KpDossier *) g_ptr_array_index (room->dossiers, 0))->seat;
      const KpHallRoom *doors = kp_hall_desk_find_room (desk, seat->site, (guint) seat->room);
      const Report report = { room, sitting, doors != NULL && doors->closed_at != NULL ? doors : NULL };

      if (kp_press_wants_room (press, room) && !draw_report (press, sheet, &report, error))
        return FALSE;
    }
  return desk != NULL;
}

/** kp_press_draw_room_reports: sittings in order, and in each the rooms. */
gboolean
kp_press_draw_room_reports (KpPress *press, KpSheet *sheet, GError **error)
{
  for (guint i = 0; i < press->scheme->written.sittings->len; i++)
    if (!draw_sitting (press, sheet, g_ptr_array_index (press->scheme->written.sittings, i), error))
      return FALSE;
  return TRUE;
}
