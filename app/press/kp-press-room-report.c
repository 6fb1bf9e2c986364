/* kp-press-room-report.c – what happened in each exam room (考场情况记录单), one page for each room and sitting, by hand.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-press-record-private.h"
#include "kp-press-room.h"

static const char *const invigilators[] = { "监考员（一）", "监考员（二）", NULL };
static const char *const inspectors[] = { "巡考（流动监考）", "考点负责人", "监督员", NULL };
static const guint weights[KP_RECORD_FIELDS_MOST] = { 18, 34, 70, 28 };

/* Empty seats, and what else somebody may ask about years later. */
static void
fill_report (KpRecordPaper *paper, const KpPressRoom *room, const KpFormSession *session)
{
  KpPress *press = paper->press;

  kp_record_add_fields (paper, kp_record_field ("考点", kp_press_room_get_site (press, room), 2), kp_record_field ("考场号", room->number, 1),
                        KP_RECORD_NO_FIELD);
  kp_record_add_fields (paper, kp_record_field ("科目", session->paper, 1), kp_record_field ("时间", session->time, 1), KP_RECORD_NO_FIELD);
  kp_record_add_fields (paper, kp_record_field ("应到人数", kp_press_format (press, "%u", room->dossiers->len), 1),
                        kp_record_field ("实到人数", NULL, 1), kp_record_field ("缺考人数", NULL, 1));
  kp_record_add_fields (paper, kp_record_field ("试卷袋密封", "□完好　□破损", 1), kp_record_field ("启封时间", NULL, 1), KP_RECORD_NO_FIELD);
  kp_record_add_fields (paper, kp_record_field ("试卷份数", NULL, 1), kp_record_field ("收回份数", NULL, 1), kp_record_field ("空白备用", NULL, 1));
  kp_record_add_text (paper, "缺考座位号", NULL, 3, NULL);
  kp_record_add_text (paper, "迟到入场", NULL, 2, NULL);
  kp_record_add_heading (paper, "违纪违规和异常情况");
  kp_record_add_row (paper, TRUE, weights, (const char *const[KP_RECORD_FIELDS_MOST]){ "座位号", "准考证号", "时间和情况", "处理" });
  for (guint i = 0; i < 6; i++)
    kp_record_add_row (paper, FALSE, weights, (const char *const[KP_RECORD_FIELDS_MOST]){ NULL, NULL, "\n", NULL });
  kp_record_add_text (paper, "其他情况", NULL, 3, NULL);
  kp_record_add_text (paper, "监考员", "□没有违纪违规情况　□有，已填写违纪违规行为记录单　　份", 1, invigilators);
  kp_record_add_text (paper, "巡考意见", NULL, 2, inspectors);
  paper->facts.note = "监考员在考试结束时当场填写，没有的写“无”。每名违纪违规考生另填一份违纪违规行为记录单，由两名监考员签名。";
}

static gboolean
draw_report (KpPress *press, KpSheet *sheet, const KpPressRoom *room, const KpSchemeSitting *sitting, GError **error)
{
  const KpFormSession session = kp_press_get_session (press, sitting, kp_press_room_has_extra_time (room->room));
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (KpRecordPart));
  KpRecordPaper paper = { .press = press, .parts = parts };

  fill_report (&paper, room, &session);
  paper.facts.subtitle_right = kp_press_format (press, "第%s考场", room->number);
  return kp_record_paper_draw (&paper, kp_press_format (press, "%s-%s", sitting->code, room->number), sheet, error);
}

/** kp_press_draw_room_reports: sittings in order, and in each the rooms. */
gboolean
kp_press_draw_room_reports (KpPress *press, KpSheet *sheet, GError **error)
{
  for (guint i = 0; i < press->scheme->written.sittings->len; i++)
    {
      const KpSchemeSitting *sitting = g_ptr_array_index (press->scheme->written.sittings, i);
      g_autoptr (GArray) rooms = kp_press_list_rooms_of_sitting (press, sitting->code);

      for (guint j = 0; j < rooms->len; j++)
        {
          const KpPressRoom *room = &g_array_index (rooms, KpPressRoom, j);

          if (kp_press_wants_room (press, room) && !draw_report (press, sheet, room, sitting, error))
            return FALSE;
        }
    }
  return TRUE;
}
