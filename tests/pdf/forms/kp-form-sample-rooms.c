/* kp-form-sample-rooms.c – made-up facts of the papers of single rooms: sealing, panels, staff.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-form-panel.h"
#include "kp-form-sample-private.h"
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

const KpFormSampleForm *
kp_form_sample_get_room_forms (guint *n_forms)
{
  static const KpFormSampleForm forms[] = {
    { "envelope", draw_envelope, 0, 300 },
    { "interview-sign-in", draw_interview_sign_in, 0, 300 },
    { "panel", draw_panel, 0, 40 },
    { "secret", draw_secret, 0, 300 },
    { "secret-labels", draw_secret_labels, 0, 300 },
  };

  *n_forms = G_N_ELEMENTS (forms);
  return forms;
}
