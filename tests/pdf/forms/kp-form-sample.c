/* kp-form-sample.c – made-up facts of every form in any number, with the texts that must be found.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-form-sample-private.h"

#include "kp-form-desk.h"
#include "kp-form-door.h"
#include "kp-form-draw.h"
#include "kp-form-incident.h"
#include "kp-form-interview.h"
#include "kp-form-marks.h"
#include "kp-form-notice.h"
#include "kp-form-publicity.h"
#include "kp-form-seats.h"
#include "kp-form-shortlist.h"
#include "kp-form-sign-in.h"
#include "kp-form-totals.h"

/* Two to thirty characters, rare ones of planes 0, 2 and 3, dots of minority names. */
static const char *const names[] = {
  "张伟", "欧阳静怡", "古丽娜尔·艾力", "王𫖯", "𬴊鿏", "䶮𠮷", "李𪣻", "𬭚𬱖", "𡋾𫟼", "鿭文",
  "阿卜杜热合曼·麦麦提敏·吐尔逊江·依明江", "买买提依明·阿布都克里木·艾则孜·吐尔地·库尔班江·热合曼", "刘洋", "陈芳",
};

static const KpFormSession sessions[] = {
  { "社区工作综合能力测试", "2026年3月28日（星期六）9:00—11:00", "8:30开始入场，9:30后禁止入场" },
  { "公共基础知识", "2026年3月28日（星期六）14:00—15:30", "13:30开始入场，14:30后禁止入场" },
};

const KpTicketBatch kp_form_sample_batch = { CAMPAIGN, NULL, NULL, OFFICE, NULL, NULL };

GBytes *
kp_form_sample_new_photo (void)
{
  static const char jpeg[] =
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdB"
    "RkxOUlNSMj5aYVpQYEpRUk//wAALCAAqAB4BAREA/8QAFwABAQEBAAAAAAAAAAAAAAAAAAUEBv/EABcQAAMBAAAAAAAAAAAA"
    "AAAAAAAUYRH/2gAIAQEAAD8A5leBeBeBeFVeBeBeBeFZeBeBeBeFVeBeBeBeFVeBeBeBeG/BgwYf/9k=";
  gsize size = 0;
  guchar *bytes = g_base64_decode (jpeg, &size);

  return g_bytes_new_take (bytes, size);
}

KpFormSample *
kp_form_sample_new (void)
{
  KpFormSample *sample = g_new0 (KpFormSample, 1);

  sample->texts = g_string_chunk_new (4096);
  sample->expected = g_ptr_array_new ();
  return sample;
}

void
kp_form_sample_free (KpFormSample *sample)
{
  g_string_chunk_free (sample->texts);
  g_ptr_array_unref (sample->expected);
  g_free (sample);
}

KpFontSet *
kp_form_sample_new_fonts (void)
{
  g_autoptr (GError) error = NULL;
  KpFontSet *fonts = kp_font_set_new (g_getenv ("KAOPIN_FONTS"), &error);

  g_assert_no_error (error);
  return fonts;
}

const char *
kp_form_sample_get_name (guint index)
{
  return names[index % G_N_ELEMENTS (names)];
}

static const char *
see_mark (KpFormSample *sample,
          guint         i,
          guint         salt)
{
  return see_printf (sample, "%u.%02u", 60 + (i * 7 + salt * 11) % 38, (i * 13 + salt * 17) % 100);
}

static KpFormList
fill_list (KpFormSample *sample,
           const char   *title)
{
  static const char *const notes[] = {
    "注：1．名次按报考同一岗位考生的成绩由高到低排列，成绩相同的名次并列。2．缺考、违纪的不计成绩，不排名次。",
    "成绩复核：自公告之日起3个工作日内，考生可以持本人准考证、居民身份证到招聘办申请复核。",
    NULL,
  };

  return (KpFormList) { .title = see (sample, title), .number = see (sample, "第1号"), .notes = notes,
                        .empty = "没有人员。", .issuer = see (sample, OFFICE), .date = see (sample, "2026年4月3日"),
                        .scheme_digest = DIGEST, .list_digest = DIGEST, .journal_head = DIGEST,
                        .qr = "kaopin:1:marks:1:3f0c9ab2d4e5f607" };
}

void
kp_form_sample_fill_ticket (KpFormSample  *sample,
                            guint          index,
                            KpTicketFacts *ticket)
{
  *ticket = (KpTicketFacts) {
    .name = see (sample, kp_form_sample_get_name (index)),
    .sex = index % 2 ? "男" : "女",
    .id_number = see_printf (sample, "5301021990%02u%02u998X", index % 12 + 1, index % 28 + 1),
    .number = see_ticket (sample, index),
    .post = see (sample, "A01 综合岗（城关街道）"),
    .site = see (sample, "云岭县第一中学"),
    .address = see (sample, "云岭县城关街道文化路18号"),
    .room = see_printf (sample, "%02u", index / 30 + 1),
    .seat = see_printf (sample, "%02u", index % 30 + 1),
    .sessions = sessions,
    .n_sessions = index % 8 == 5 ? 2 : 1,
    .qr = "kaopin:1:ticket:26210100107:3f0c9ab2d4e5f607",
  };
}

static gboolean
draw_tickets (KpFormSample *sample,
              KpSheet      *sheet,
              guint         n,
              GError      **error)
{
  g_autofree KpTicketFacts *tickets = g_new0 (KpTicketFacts, n);

  for (guint i = 0; i < n; i++)
    kp_form_sample_fill_ticket (sample, i, &tickets[i]);
  return kp_form_ticket_draw (sheet, &kp_form_sample_batch, tickets, n, error);
}

/* A room of five columns, as many rows as needed, seats in the shape of an S. */
static KpFormSeatPlan
fill_plan (KpFormSample *sample,
           KpFormSeat   *seats,
           guint         n,
           gboolean      with_names)
{
  guint rows = MAX (6, (n + 4) / 5);

  for (guint i = 0; i < n; i++)
    {
      guint column = i / rows;

      seats[i] = (KpFormSeat) { .column = column + 1, .row = column % 2 ? rows - i % rows : i % rows + 1 };
      seats[i].seat = see_printf (sample, "%02u", i + 1);
      if (!with_names)
        continue;
      seats[i].ticket = see_ticket (sample, i);
      seats[i].name = see (sample, kp_form_sample_get_name (i));
      seats[i].post = see (sample, "A01");
    }
  return (KpFormSeatPlan) { .n_columns = 5, .n_rows = rows, .seats = seats, .n_seats = n };
}

static gboolean
draw_door (KpFormSample *sample,
           KpSheet      *sheet,
           guint         n,
           GError      **error)
{
  g_autofree KpFormSeat *seats = g_new0 (KpFormSeat, n);
  KpDoorFacts facts = { .campaign = see (sample, CAMPAIGN), .site = see (sample, "云岭县第一中学"),
                        .place = see (sample, "教学楼二层203室"), .room = see (sample, "03"),
                        .first_ticket = n > 0 ? see_ticket (sample, 0) : NULL,
                        .last_ticket = n > 0 ? see_ticket (sample, n - 1) : NULL, .n_candidates = n,
                        .sessions = sessions, .n_sessions = 1, .plan = fill_plan (sample, seats, n, FALSE) };

  return kp_form_door_draw (sheet, &facts, error);
}

static gboolean
draw_desk (KpFormSample *sample,
           KpSheet      *sheet,
           guint         n,
           GError      **error)
{
  g_autofree KpDeskFacts *labels = g_new0 (KpDeskFacts, n);

  for (guint i = 0; i < n; i++)
    labels[i] = (KpDeskFacts) { .room = "03",
                               .seat = see_printf (sample, "%02u", i % 30 + 1),
                               .name = see (sample, kp_form_sample_get_name (i)),
                               .ticket = see_ticket (sample, i) };
  return kp_form_desk_draw (sheet, labels, n, error);
}

static gboolean
draw_sign_in (KpFormSample *sample,
              KpSheet      *sheet,
              guint         n,
              GError      **error)
{
  g_autofree KpSignInRow *rows = g_new0 (KpSignInRow, n);
  KpSignInFacts facts = { CAMPAIGN, "云岭县第一中学", "03", sessions[0].paper, sessions[0].time, rows, n,
                          "kaopin:1:sign-in:03:3f0c9ab2d4e5f607" };

  for (guint i = 0; i < n; i++)
    rows[i] = (KpSignInRow) { see_printf (sample, "%02u", i + 1), see_ticket (sample, i),
                              see (sample, kp_form_sample_get_name (i)), "女", "A01" };
  return kp_form_sign_in_draw (sheet, &facts, error);
}

static gboolean
draw_marks (KpFormSample *sample,
            KpSheet      *sheet,
            guint         n,
            GError      **error)
{
  g_autofree KpMarksRow *rows = g_new0 (KpMarksRow, n);
  KpMarksFacts facts = { .list = fill_list (sample, CAMPAIGN "\n笔试成绩公告"), .paper_names = { "卷面成绩" },
                         .rows = rows, .n_rows = n };

  for (guint i = 0; i < n; i++)
    {
      rows[i] = (KpMarksRow) { .post_code = "A01",
                              .post_name = see (sample, "综合岗"),
                              .ticket = see_ticket (sample, i),
                              .name = see (sample, kp_form_sample_get_name (i)) };
      if (i % 9 == 7)
        {
          rows[i].papers[0] = see (sample, "缺考");
          continue;
        }
      rows[i].papers[0] = see_mark (sample, i, 0);
      rows[i].bonus = i % 4 == 0 ? see (sample, "2.00") : NULL;
      rows[i].total = see_mark (sample, i, 1);
      rows[i].place = see_printf (sample, "%u", i + 1);
    }
  return kp_form_marks_draw (sheet, &facts, error);
}

static gboolean
draw_shortlist (KpFormSample *sample,
                KpSheet      *sheet,
                guint         n,
                GError      **error)
{
  static const char *const lead[] = {
    "根据《" CAMPAIGN "公告》，按照笔试成绩（含加分）由高到低的顺序和1:3的比例，确定以下人员入围面试，现予公告。",
    "入围人员请于2026年4月13日至14日持本人居民身份证、准考证、学历证书等原件到报考岗位所在街道参加资格复审，逾期视为自动放弃。",
    NULL,
  };
  g_autofree KpShortlistRow *rows = g_new0 (KpShortlistRow, n);
  KpShortlistFacts facts = { fill_list (sample, CAMPAIGN "\n入围面试人员名单公告"), rows, n, NULL };

  facts.list.lead = lead;
  facts.list.table_title = see (sample, "入围面试人员名单");
  for (guint i = 0; i < n; i++)
    rows[i] = (KpShortlistRow) { .post_code = see (sample, "C02"),
                                .post_name = see (sample, "高校毕业生定向岗"),
                                .street = see (sample, "南关街道"),
                                .places = "12",
                                .ticket = see_ticket (sample, i),
                                .name = see (sample, kp_form_sample_get_name (i)),
                                .written = see_mark (sample, i, 0),
                                .place = see_printf (sample, "%u", i + 1),
                                .remark = i % 10 == 9 ? see (sample, "末位并列") : NULL };
  return kp_form_shortlist_draw (sheet, &facts, error);
}

static gboolean
draw_totals (KpFormSample *sample,
             KpSheet      *sheet,
             guint         n,
             GError      **error)
{
  g_autofree KpTotalsRow *rows = g_new0 (KpTotalsRow, n);
  KpTotalsFacts facts = { fill_list (sample, CAMPAIGN "\n综合成绩公告"), rows, n };

  for (guint i = 0; i < n; i++)
    rows[i] = (KpTotalsRow) { .post_code = see (sample, "A01"),
                             .post_name = see (sample, "综合岗"),
                             .ticket = see_ticket (sample, i),
                             .name = see (sample, kp_form_sample_get_name (i)),
                             .written = see_mark (sample, i, 0),
                             .interview_raw = see_mark (sample, i, 1),
                             .coefficient = see_printf (sample, "1.%04u", i % 300),
                             .interview = see_mark (sample, i, 2),
                             .total = see_mark (sample, i, 3),
                             .place = see_printf (sample, "%u", i + 1),
                             .next = i < 12 ? see (sample, "进入体检") : NULL };
  return kp_form_totals_draw (sheet, &facts, error);
}

static gboolean
draw_publicity (KpFormSample *sample,
                KpSheet      *sheet,
                guint         n,
                GError      **error)
{
  g_autofree KpPublicityRow *rows = g_new0 (KpPublicityRow, n);
  KpPublicityFacts facts = { .list = fill_list (sample, CAMPAIGN "\n拟聘用人员公示"),
                             .campaign = CAMPAIGN,
                             .committee = see (sample, OFFICE),
                             .days = see (sample, "7个工作日"),
                             .from = see (sample, "2026年6月10日"),
                             .to = see (sample, "2026年6月18日"),
                             .phone = see (sample, "0888—5512345"),
                             .address = see (sample, "云岭县人民路1号行政中心3号楼302室"),
                             .rows = rows,
                             .n_rows = n };

  facts.list.table_title = see (sample, "拟聘用人员名单");
  for (guint i = 0; i < n; i++)
    rows[i] = (KpPublicityRow) { .post_code = see (sample, "C01"),
                                .post_name = see (sample, "退役军人定向岗"),
                                .street = see (sample, "城关街道"),
                                .name = see (sample, kp_form_sample_get_name (i)),
                                .sex = "女",
                                .ticket = see_ticket (sample, i),
                                .written = see_mark (sample, i, 0),
                                .interview = see_mark (sample, i, 1),
                                .total = see_mark (sample, i, 2),
                                .place = see_printf (sample, "%u", i % 12 + 1) };
  return kp_form_publicity_draw (sheet, &facts, error);
}

void
kp_form_sample_fill_contract (KpFormSample    *sample,
                              guint            index,
                              KpContractFacts *facts)
{
  *facts = (KpContractFacts) {
    .number = see_printf (sample, "城劳合〔2026〕%04u号", index + 1),
    .employer = see (sample, "云岭县人民政府城关街道办事处"),
    .employer_code = see (sample, "11530000MB0000001X"),
    .employer_head = see (sample, "赵明"),
    .employer_address = see (sample, "云岭县城关街道解放路66号"),
    .employer_phone = see (sample, "0888—5510001"),
    .worker = see (sample, kp_form_sample_get_name (index)),
    .worker_sex = "女",
    .worker_id = see (sample, "530102199001019980"),
    .worker_household = see (sample, "云南省昆明市五华区某某街道某某社区幸福小区12栋3单元1502室"),
    .worker_address = see (sample, "云岭县城关街道文化路88号"),
    .worker_phone = see (sample, "13800000000"),
    .from = see (sample, "2026年7月1日"),
    .to = see (sample, "2029年6月30日"),
    .years = see (sample, "3年"),
    .probation_months = see (sample, "6个月"),
    .probation_from = "2026年7月1日",
    .probation_to = see (sample, "2026年12月31日"),
    .probation_wage = see (sample, "本合同约定工资的80%"),
    .post = see (sample, "社区专职工作人员（综合岗）"),
    .workplace = see (sample, "云岭县城关街道所辖社区"),
    .wage = see (sample, "每月税前人民币4200元，由基本工资、岗位等级工资、职业水平补贴和绩效奖金组成"),
    .pay_day = see (sample, "每月15日"),
    .notice_title = see (sample, "《" CAMPAIGN "公告》"),
    .qr = "kaopin:1:contract:0031:3f0c9ab2d4e5f607",
    .digest = DIGEST,
  };
}

static gboolean
draw_contracts (KpFormSample *sample,
                KpSheet      *sheet,
                guint         n,
                GError      **error)
{
  for (guint i = 0; i < n; i++)
    {
      KpContractFacts facts;

      kp_form_sample_fill_contract (sample, i, &facts);
      if (!kp_form_contract_draw (sheet, NULL, &facts, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
draw_draw (KpFormSample *sample,
           KpSheet      *sheet,
           guint         n,
           GError      **error)
{
  g_autofree KpDrawRow *rows = g_new0 (KpDrawRow, n);
  KpDrawFacts facts = { .list = fill_list (sample, "抽签记录"),
                        .campaign = see (sample, CAMPAIGN),
                        .name = see (sample, "考生分组与面试顺序抽签"),
                        .purpose = see (sample, "panel-order A01"),
                        .time = see (sample, "2026年4月18日7:40"),
                        .place = see (sample, "云岭县第一中学候考室"),
                        .n_items = n,
                        .list_hash = see (sample, DIGEST),
                        .commitment = DIGEST,
                        .nonce = DIGEST,
                        .digits = see (sample, "3 6 1 1 5 2"),
                        .seed = DIGEST,
                        .has_result = TRUE,
                        .rows = rows,
                        .n_rows = n };

  for (guint i = 0; i < n; i++)
    rows[i] = (KpDrawRow) { see_printf (sample, "%u", i + 1), see_ticket (sample, i),
                            n > 100 ? NULL : see_printf (sample, "第%u考官组第%u号", i % 2 + 1, i / 2 + 1) };
  return kp_form_draw_draw (sheet, &facts, error);
}

static gboolean
draw_interview (KpFormSample *sample,
                KpSheet      *sheet,
                guint         n,
                GError      **error)
{
  g_autofree KpInterviewRow *rows = g_new0 (KpInterviewRow, n);
  KpInterviewFacts facts = { .list = fill_list (sample, CAMPAIGN "\n面试成绩汇总表"),
                             .panel = see (sample, "第1考官组"),
                             .post = see (sample, "A01 综合岗（城关街道）"),
                             .n_examiners = 7,
                             .rows = rows,
                             .n_rows = n };

  for (guint i = 0; i < n; i++)
    {
      rows[i] = (KpInterviewRow) { .number = see_printf (sample, "%u", i + 1),
                                  .ticket = see_ticket (sample, i),
                                  .name = see (sample, kp_form_sample_get_name (i)) };
      for (guint k = 0; k < 7; k++)
        {
          rows[i].marks[k] = see_mark (sample, i, k);
          rows[i].dropped[k] = k == 1 || k == 4;
        }
      rows[i].sum = see_mark (sample, i, 8);
      rows[i].mark = see_mark (sample, i, 9);
    }
  return kp_form_interview_draw (sheet, &facts, error);
}

static gboolean
draw_seats (KpFormSample *sample,
            KpSheet      *sheet,
            guint         n,
            GError      **error)
{
  g_autofree KpFormSeat *seats = g_new0 (KpFormSeat, n);
  KpSeatsFacts facts = {
    see (sample, CAMPAIGN),          see (sample, "云岭县第一中学"), "03",
    see (sample, sessions[0].paper), see (sample, sessions[0].time), fill_plan (sample, seats, n, TRUE)
  };

  return kp_form_seats_draw (sheet, &facts, error);
}

static gboolean
draw_notice (KpFormSample *sample,
             KpSheet      *sheet,
             guint         n,
             GError      **error)
{
  static const KpNoticePart parts[] = {
    { KP_NOTICE_PART_TEXT, "为加强社区工作者队伍建设，根据中共中央办公厅、国务院办公厅《关于加强社区工作者队伍建设的意见》精神，经县委、"
                           "县政府同意，面向社会公开招聘社区专职工作人员52名，现公告如下。" },
    { KP_NOTICE_PART_HEADING, "一、招聘原则" },
    { KP_NOTICE_PART_TEXT, "坚持公开、平等、竞争、择优和德才兼备的原则，鼓励就近就便、职住兼顾。" },
    { KP_NOTICE_PART_HEADING, "二、招聘范围和条件" },
    { KP_NOTICE_PART_SUBHEADING, "（一）基本条件" },
    { KP_NOTICE_PART_TEXT, "1．具有中华人民共和国国籍，拥护中国共产党的领导；热爱社区工作，责任心强，具有正常履行职责的身体条件和心理素质。" },
    { KP_NOTICE_PART_TEXT, "2．年龄18周岁以上、40周岁以下（1985年3月2日至2008年3月2日期间出生）。" },
    { KP_NOTICE_PART_SUBHEADING, "（二）放宽条件" },
    { KP_NOTICE_PART_TEXT, "退役军人、持有社会工作者职业资格证书的人员，年龄放宽至45周岁（1980年3月2日以后出生）。" },
    { KP_NOTICE_PART_HEADING, "三、报名" },
    { KP_NOTICE_PART_TEXT, "报名时间为2026年3月2日至3月6日。每人限报一个岗位，报名不收取任何费用。" },
    { KP_NOTICE_PART_HEADING, "四、纪律与监督" },
    { KP_NOTICE_PART_TEXT, "本次招聘不指定考试辅导用书，不举办也不委托任何机构举办考试辅导培训班。监督电话：0888—5512345。" },
  };
  static const char *const annexes[] = { "岗位一览表", "报名登记表", NULL };
  g_autofree KpNoticePost *posts = g_new0 (KpNoticePost, n);
  KpNoticeFacts facts = { see (sample, CAMPAIGN "\n公告"),
                          parts,
                          G_N_ELEMENTS (parts),
                          annexes,
                          see (sample, OFFICE),
                          see (sample, "2026年2月13日"),
                          see (sample, CAMPAIGN "岗位一览表"),
                          posts,
                          n,
                          DIGEST,
                          "kaopin:1:notice:1:3f0c9ab2d4e5f607", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    see (sample, parts[i].text);
  for (guint i = 0; i < n; i++)
    posts[i] = (KpNoticePost){
      see_printf (sample, "A%02u", i + 1),
      see (sample, "高校毕业生定向岗"),
      see (sample, "城关街道"),
      see (sample, "高校毕业生"),
      see_printf (sample, "%u", i % 15 + 1),
      see (sample, "1985年3月2日至2008年3月2日期间出生"),
      see (sample, "本科及以上"),
      i % 3 ? NULL : see (sample, "2024年1月1日至2026年7月31日期间毕业，持有助理社会工作师以上证书"),
      NULL
    };
  return kp_form_notice_draw (sheet, &facts, error);
}

/* Long facts, a decided breach: everything that can stand on the three papers. */
static KpIncidentFacts
fill_incident (KpFormSample *sample,
               guint         i)
{
  return (KpIncidentFacts) { .campaign = see (sample, CAMPAIGN),
                             .issuer = OFFICE,
                             .number = see_printf (sample, "第%u号", i + 1),
                             .name = see (sample, "王小明"),
                             .id_number = "110101********0011",
                             .ticket = see_ticket (sample, i),
                             .post = "A01 综合岗（城关街道）",
                             .paper = see (sample, "综合能力测试"),
                             .place = see (sample, "第一中学第003考场07号座"),
                             .recorded_on = "2026年3月28日",
                             .article = see (sample, "第七条"),
                             .acts = "抄袭、协助他人抄袭，使用禁止的通讯工具",
                             .facts = "开考后四十分钟，监考员发现该考生左手衣袖内藏有手机一部，屏幕显示本场试题的照片和答案；"
                                      "经两名监考员当场确认，手机处于开机状态。",
                             .evidence = "手机一部，已装袋封存；考场监控录像一份。",
                             .recorders = "监考员甲、监考员乙",
                             .has_refused = i % 2 == 1,
                             .proposed = "全部科目成绩无效",
                             .informed_on = "2026年3月28日",
                             .statement = i % 2 == 0 ? "手机是忘记关机，没有使用。" : NULL,
                             .consequence = "全部科目成绩无效",
                             .decided_on = "2026年4月6日",
                             .kept = "五年",
                             .served_on = "2026年4月7日",
                             .served_how = "直接送达本人" };
}

#define DEFINE_INCIDENT(function, draw_one, mark)                                                                      \
  static gboolean function (KpFormSample *sample, KpSheet *sheet, guint n, GError **error)                           \
  {                                                                                                                    \
    for (guint i = 0; i < n; i++)                                                                                      \
      {                                                                                                                \
        const KpIncidentFacts facts = fill_incident (sample, i);                                                       \
                                                                                                                       \
        see (sample, mark);                                                                                            \
        if (!draw_one (sheet, &facts, error))                                                                          \
          return FALSE;                                                                                                \
      }                                                                                                                \
    return TRUE;                                                                                                       \
  }

DEFINE_INCIDENT (draw_incident_record, kp_form_incident_draw_record, "考生签名")
DEFINE_INCIDENT (draw_incident_notice, kp_form_incident_draw_notice, "被告知人签名")
DEFINE_INCIDENT (draw_incident_decision, kp_form_incident_draw_decision, "被送达人签名")

const KpFormSampleForm *
kp_form_sample_get_forms (guint *n_forms)
{
  static const KpFormSampleForm forms[] = {
    { "contract", draw_contracts, 1, 40 },    { "desk", draw_desk, 0, 300 },
    { "door", draw_door, 0, 40 },             { "draw", draw_draw, 0, 300 },
    { "incident-record", draw_incident_record, 0, 40 }, { "incident-notice", draw_incident_notice, 0, 40 },
    { "incident-decision", draw_incident_decision, 0, 40 },
    { "interview", draw_interview, 0, 300 },  { "marks", draw_marks, 0, 300 },
    { "notice", draw_notice, 0, 40 },         { "publicity", draw_publicity, 0, 300 },
    { "seats", draw_seats, 0, 40 },           { "shortlist", draw_shortlist, 0, 300 },
    { "sign-in", draw_sign_in, 0, 300 },      { "ticket", draw_tickets, 0, 300 },
    { "totals", draw_totals, 0, 300 },
  };

  *n_forms = G_N_ELEMENTS (forms);
  return forms;
}
