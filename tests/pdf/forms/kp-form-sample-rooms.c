/* kp-form-sample-rooms.c – made-up facts of the papers of rooms and cases: sealing, panels, staff, breaches, checked marks.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-form-breaches.h"
#include "kp-form-faces.h"
#include "kp-form-panel.h"
#include "kp-form-recheck.h"
#include "kp-form-sample-private.h"
#include "kp-form-score.h"
#include "kp-form-secret.h"

static KpFormList
fill_head (KpFormSample *sample,
           const char   *title)
{
  return (KpFormList) { .title = see (sample, title), .scheme_digest = DIGEST, .list_digest = DIGEST,
                        .journal_head = DIGEST, .qr = "kaopin:1:room:001:3f0c9ab2d4e5f607" };
}

static gboolean
draw_secret (KpFormSample *sample,
             KpSheet      *sheet,
             guint         n,
             GError      **error)
{
  g_autofree KpSecretRow *rows = g_new0 (KpSecretRow, n + 1);
  const KpSecretFacts facts = {
    .list = fill_head (sample, CAMPAIGN "\n密号对照表"),
    .where = see (sample, "云岭县第一中学　第 001 考场"),
    .paper = see (sample, "社区工作综合能力测试　第1室（共40室）"),
    .draw = see (sample, "密号抽签：secret-numbers:01　承诺值 3f0c9ab2d4e5　结果摘要 8f90a1b2c3d4　启封后与抽签记录核对"),
    .rows = rows,
    .n_rows = n,
  };

  see (sample, "封存件登分完毕前不得拆阅");
  see (sample, "密封人员（二）：");
  see (sample, "封存摘要3f0c9ab2d4e5");
  for (guint i = 0; i < n; i++)
    rows[i] = (KpSecretRow) { see_printf (sample, "%02u", i + 1), see_ticket (sample, i),
                              see_printf (sample, "%04u", (i * 977 + 13) % 10000) };
  return kp_form_secret_draw (sheet, &facts, error);
}

static gboolean
draw_secret_labels (KpFormSample *sample,
                    KpSheet      *sheet,
                    guint         n,
                    GError      **error)
{
  g_autofree KpSecretLabel *labels = g_new0 (KpSecretLabel, n + 1);

  if (n > 0)
    labels[0] = (KpSecretLabel) { see (sample, "社区工作综合能力测试"), "001", NULL, see (sample, "密号标签 39 张　座位 01—39") };
  for (guint i = 1; i < n; i++)
    labels[i] = (KpSecretLabel) { labels[0].paper, "001", see_printf (sample, "%02u", i),
                                  see_printf (sample, "%04u", (i * 977 + 13) % 10000) };
  return kp_form_secret_labels_draw (sheet, labels, n, error);
}

static const char *const roles[] = { "主考官", "考官" };

static gboolean
draw_panel (KpFormSample *sample,
            KpSheet      *sheet,
            guint         n,
            GError      **error)
{
  g_autofree KpPanelRow *rows = g_new0 (KpPanelRow, n + 1);
  const KpRoomFacts facts = { fill_head (sample, CAMPAIGN "\n考官分组名单"), see (sample, "第1考场"), "2026年4月18日" };

  for (guint i = 0; i < n; i++)
    rows[i] = (KpPanelRow) { see_printf (sample, "%u", i + 1), see (sample, roles[MIN (i, 1)]),
                             see (sample, kp_form_sample_get_name (i)),
                             see (sample, "云岭县人力资源和社会保障局事业单位人事管理科"),
                             i % 3 == 0 ? see (sample, "异地") : NULL };
  return kp_form_panel_draw (sheet, &facts, rows, n, error);
}

static gboolean
draw_interview_sign_in (KpFormSample *sample,
                        KpSheet      *sheet,
                        guint         n,
                        GError      **error)
{
  g_autofree KpInterviewSignInRow *rows = g_new0 (KpInterviewSignInRow, n + 1);
  const KpRoomFacts facts
      = { fill_head (sample, CAMPAIGN "\n面试考生签到表"), see (sample, "A01 综合岗（城关街道）"), "2026年4月18日" };

  for (guint i = 0; i < n; i++)
    rows[i] = (KpInterviewSignInRow) { see_ticket (sample, i), see (sample, kp_form_sample_get_name (i)), "女", "A01",
                                       i % 7 == 6 ? see (sample, "缺考") : NULL };
  return kp_form_interview_sign_in_draw (sheet, &facts, rows, n, error);
}

/* Every other one has brought a photo. */
static GBytes *
get_face (gsize index, gpointer data G_GNUC_UNUSED, GError **error G_GNUC_UNUSED)
{
  return index % 2 == 0 ? kp_form_sample_new_photo () : NULL;
}

static gboolean
draw_faces (KpFormSample *sample, KpSheet *sheet, guint n, GError **error)
{
  static const char *const signers[] = { "监考员（一）", "监考员（二）", "流动监考", NULL };
  static const KpFrame frame = { .kind = KP_FRAME_LIST, .code = "kaopin:1:sign-in:03:3f0c9ab2d4e5f607" };
  g_autofree KpFacesRow *rows = g_new0 (KpFacesRow, n + 1);
  const KpFacesFacts facts = {
    .title = see (sample, CAMPAIGN "考生签到表"), .subtitle = see (sample, "云岭县第一中学　第 03 考场"),
    .subtitle_right = see (sample, "社区工作综合能力测试　2026年3月28日 9:00—11:00"), .counts = "应到　　人", .signers = signers,
    .frame = &frame, .rows = rows, .n_rows = n, .get_photo = get_face,
  };

  for (guint i = 0; i < n; i++)
    rows[i] = (KpFacesRow){ see_printf (sample, "%02u", i + 1), see_ticket (sample, i),
                            see (sample, kp_form_sample_get_name (i)), "女 A01", i % 7 == 6 ? see (sample, "缺考") : NULL };
  return kp_form_faces_draw (sheet, &facts, error);
}

static gboolean
draw_envelope (KpFormSample *sample,
               KpSheet      *sheet,
               guint         n,
               GError      **error)
{
  g_autofree KpEnvelopeRow *rows = g_new0 (KpEnvelopeRow, n + 1);
  const KpRoomFacts facts
      = { fill_head (sample, CAMPAIGN "\n面试抽签结果登记表（密封件）"), see (sample, "第1考场"), "2026年4月18日" };

  for (guint i = 0; i < n; i++)
    rows[i] = (KpEnvelopeRow) { see_printf (sample, "%u", i + 1), see_printf (sample, "1%03u", i + 1), see_ticket (sample, i),
                                see (sample, kp_form_sample_get_name (i)), i % 7 == 6 ? see (sample, "缺考") : NULL };
  return kp_form_envelope_draw (sheet, &facts, rows, n, error);
}

#define LONG_FACTS                                                                                                     \
  "开考后四十分钟，监考员发现该考生左手衣袖内藏有手机一部，屏幕显示本场试题的照片和答案；经两名监考员当场确认，手机处于开机状态。" \
  "经流动监考员到场核实，考生承认手机为本人所有。"

static gboolean
draw_breaches (KpFormSample *sample,
               KpSheet      *sheet,
               guint         n,
               GError      **error)
{
  g_autofree KpBreachRow *rows = g_new0 (KpBreachRow, n + 1);
  KpBreachesFacts facts = { fill_head (sample, CAMPAIGN "\n违纪违规处理情况一览表"), rows, n };

  facts.list.issuer = see (sample, OFFICE);
  facts.list.date = see (sample, "2026年4月7日");
  for (guint i = 0; i < n; i++)
    rows[i] = (KpBreachRow) { .number = see_printf (sample, "%u", i + 1),
                              .ticket = see_ticket (sample, i),
                              .name = see (sample, kp_form_sample_get_name (i)),
                              .paper = see (sample, "社区工作综合能力测试"),
                              .place = see_printf (sample, "第003考场%02u座", i % 30 + 1),
                              .facts = i % 3 == 2 ? see (sample, "未在规定座位参加考试。") : LONG_FACTS,
                              .article = see (sample, "第七条"),
                              .consequence = i % 4 == 3 ? NULL : see (sample, "全部科目成绩无效"),
                              .decided_on = i % 4 == 3 ? NULL : see (sample, "2026-04-06"),
                              .served_on = i % 4 == 3 ? NULL : see (sample, "2026-04-07"),
                              .kept = i % 4 == 3 ? NULL : see (sample, "2031-04-06"),
                              .state = see (sample, i % 4 == 3 ? "已告知" : "已送达") };
  return kp_form_breaches_draw (sheet, &facts, error);
}

static gboolean
draw_rechecks (KpFormSample *sample,
               KpSheet      *sheet,
               guint         n,
               GError      **error)
{
  g_autofree KpRecheckRow *rows = g_new0 (KpRecheckRow, n + 1);
  KpRechecksFacts facts = { fill_head (sample, CAMPAIGN "\n查分申请及结果一览表"), rows, n };

  facts.list.issuer = see (sample, OFFICE);
  facts.list.date = see (sample, "2026年4月10日");
  for (guint i = 0; i < n; i++)
    rows[i] = (KpRecheckRow) { .ticket = see_ticket (sample, i),
                               .name = see (sample, kp_form_sample_get_name (i)),
                               .paper = see (sample, "社区工作综合能力测试"),
                               .asked_on = see (sample, "2026-04-08"),
                               .reason = see (sample, i % 2 ? "合分" : "自己估分与公布的成绩相差较大，怀疑主观题第三大题漏评"),
                               .before = see (sample, "68.50"),
                               .result = i % 5 == 4 ? NULL : see (sample, i % 5 == 3 ? "71.50" : "无误"),
                               .checker = i % 5 == 4 ? NULL : see (sample, "核分员丙"),
                               .checked_on = i % 5 == 4 ? NULL : see (sample, "2026-04-09"),
                               .state = see (sample, i % 5 == 4 ? "待复核" : i % 5 == 3 ? "已更正" : "维持") };
  return kp_form_rechecks_draw (sheet, &facts, error);
}

static gboolean
draw_recheck_notice (KpFormSample *sample,
                     KpSheet      *sheet,
                     guint         n,
                     GError      **error)
{
  for (guint i = 0; i < n; i++)
    {
      const KpRecheckNotice notice = { .campaign = see (sample, CAMPAIGN),
                                       .issuer = see (sample, OFFICE),
                                       .number = see_printf (sample, "第%u号", i + 1),
                                       .name = see (sample, kp_form_sample_get_name (i + 11)),
                                       .ticket = see_ticket (sample, i),
                                       .paper = see (sample, "社区工作综合能力测试"),
                                       .asked_on = see (sample, "2026年4月8日"),
                                       .reason = see (sample, "自己估分与公布的成绩相差较大，怀疑主观题第三大题漏评"),
                                       .before = see (sample, "68.50分"),
                                       .after = i % 2 ? see (sample, "71.50分") : NULL,
                                       .checked_on = see (sample, "2026年4月9日") };

      see (sample, i % 2 ? "由68.50分更正为71.50分" : "仍为68.50分");
      if (!kp_form_recheck_notice_draw (sheet, &notice, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
draw_scores (KpFormSample *sample,
             KpSheet      *sheet,
             guint         n,
             GError      **error)
{
  const char *const elements[] = { see (sample, "综合分析能力（25分）"), see (sample, "组织协调、群众工作和应急处置能力（75分）") };
  g_autofree const char **numbers = g_new0 (const char *, n + 1);
  const KpScoreFacts facts = { .list = { .title = see (sample, CAMPAIGN "面试评分表"), .scheme_digest = DIGEST, .list_digest = DIGEST,
                                         .qr = "kaopin:score-sheets:1:3f0c9ab2d4e5f607" },
                               .room = see (sample, "第2考场"),
                               .examiner = see (sample, "考官3"),
                               .time = see (sample, "2026年4月18日"),
                               .elements = elements,
                               .n_elements = G_N_ELEMENTS (elements),
                               .full = see (sample, "100分"),
                               .numbers = numbers,
                               .n_rows = n };

  for (guint i = 0; i < n; i++)
    numbers[i] = see_printf (sample, "%u", i + 1);
  return kp_form_score_draw (sheet, &facts, error);
}

const KpFormSampleForm *
kp_form_sample_get_room_forms (guint *n_forms)
{
  static const KpFormSampleForm forms[] = {
    { "breaches", draw_breaches, 0, 300 },
    { "envelope", draw_envelope, 0, 300 },
    { "faces", draw_faces, 0, 300 },
    { "interview-sign-in", draw_interview_sign_in, 0, 300 },
    { "panel", draw_panel, 0, 40 },
    { "recheck-notice", draw_recheck_notice, 0, 40 },
    { "rechecks", draw_rechecks, 0, 300 },
    { "scores", draw_scores, 0, 300 },
    { "secret", draw_secret, 0, 300 },
    { "secret-labels", draw_secret_labels, 0, 300 },
  };

  *n_forms = G_N_ELEMENTS (forms);
  return forms;
}
