/* test-press-works.c – papers after the contract: what the record fills, what it refuses.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "kp-lists.h"
#include "kp-press-years.h"
#include "kp-press.h"
#include "kp-step-bonus.h"
#include "kp-step-choose.h"
#include "kp-step-convert.h"
#include "kp-step-correct.h"
#include "kp-step-depart.h"
#include "kp-step-headcount.h"
#include "kp-step-hire.h"
#include "kp-step-objection.h"
#include "kp-step-probation.h"
#include "kp-step-shortlist.h"
#include "kp-step-work.h"
#include "kp-test-course.h"
#include "kp-test.h"

#define FIRST "01劳合〔2026〕0001号"
#define SECOND "01劳合〔2026〕0002号"

static KpDate
day (const char *iso)
{
  KpDate date = KP_DATE_NONE;

  g_assert_true (kp_date_parse_iso (iso, &date, NULL));
  return date;
}

/* Two contracts from 2026-07-01 with probation until 2026-12-31. */
static KpTestCampaign *
bring_to_work (KpTestDatabase *t)
{
  return kp_test_course_bring_to_work (t, (const char *const[]) { NULL }, 6);
}

typedef struct
{
  KpLink link;
  guint month;
  const char *on;
} Step;

static const Step steps[] = {
  { KP_LINK_CONDITIONS, 0, "2026-07-01" }, { KP_LINK_MENTOR, 0, "2026-07-07" },     { KP_LINK_DUTIES, 0, "2026-07-01" },
  { KP_LINK_METHOD, 0, "2026-07-01" },     { KP_LINK_TRAINING, 0, "2026-07-06" },   { KP_LINK_NOTE, 1, "2026-08-03" },
  { KP_LINK_NOTE, 2, "2026-09-01" },       { KP_LINK_NOTE, 3, "2026-10-09" },       { KP_LINK_MIDTERM, 0, "2026-10-09" },
  { KP_LINK_NOTE, 4, "2026-11-02" },       { KP_LINK_NOTE, 5, "2026-12-01" },       { KP_LINK_SURVEY, 0, "2026-12-10" },
  { KP_LINK_ASSESSMENT, 0, "2026-12-15" }, { KP_LINK_MEETING, 0, "2026-12-16" },    { KP_LINK_UNION, 0, "2026-12-18" },
  { KP_LINK_FILING, 0, "2026-12-18" },     { KP_LINK_NOTICE, 0, "2026-12-22" },     { KP_LINK_SERVICE, 0, "2026-12-22" },
};

static void
set_today (KpTestCampaign *c, const char *on)
{
  g_autofree char *now = g_strconcat (on, "T17:00:00+08:00", NULL);

  kp_test_campaign_set_now (c, now);
}

/* All links from one to another, on their days. */
static void
record_links (KpTestCampaign *c, KpLink first, KpLink last, const char *points)
{
  static const KpSurveyCounts survey = { 6, 2, 2 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GError) error = NULL;
      const KpLinkOrder order = { .number = FIRST, .link = steps[i].link, .month = steps[i].month, .day = day (steps[i].on),
                                  .document = "街人〔2026〕9号", .text = "入户走访不足", .survey = &survey, .points = points,
                                  .served = KP_SERVED_IN_PERSON, .by = "甲", .with = "乙" };

      if (steps[i].link < first || steps[i].link > last)
        continue;
      set_today (c, steps[i].on);
      kp_step_record_link (c->session, &order, &error);
      g_assert_no_error (error);
    }
}

static void
settle (KpTestCampaign *c, KpProbationAct act)
{
  const KpSettleOrder order = { .number = FIRST, .act = act, .reason = "期满考核结果", .by = "甲", .with = "乙" };
  g_autoptr (GError) error = NULL;
  KpDate from;

  kp_step_settle_probation (c->session, &order, &from, &error);
  g_assert_no_error (error);
}

/* The text of what is printed, without blanks. */
static char *
dup_text (KpTestCampaign *c, KpPressForm form, const char *only)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpFontSet) fonts = kp_press_open_fonts (&error);
  g_autoptr (GBytes) bytes = kp_press_make (c->session, form, fonts, only, &error);
  g_autoptr (KpTestFolder) folder = kp_test_folder_new ();
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  GString *out = g_string_new (NULL);

  g_assert_no_error (error);
  path = kp_test_folder_write (folder, "paper.pdf", g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  text = kp_test_run ((const char *const[]){ "pdftotext", "-raw", path, "-", NULL }, NULL);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (out, g_utf8_get_char (at));
  return g_string_free (out, FALSE);
}

static void
assert_shows (KpTestCampaign *c, KpPressForm form, const char *only, const char *what)
{
  g_autofree char *text = dup_text (c, form, only);

  kp_test_assert_contains (text, what);
}

static void
assert_refused (KpTestCampaign *c, KpPressForm form, const char *only, const char *why)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpFontSet) fonts = kp_press_open_fonts (&error);

  g_assert_null (kp_press_make (c->session, form, fonts, only, &error));
  g_assert_error (error, KP_PRESS_ERROR, KP_PRESS_ERROR_NOTHING);
  kp_test_assert_contains (error->message, why);
}

/* On the first day all is left to write but what the scheme says. */
static void
test_first_day (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_work (t);

  assert_shows (c, KP_PRESS_CONDITION_FORMS, FIRST, "试用期满考核总分不低于60分");
  assert_shows (c, KP_PRESS_CONDITION_FORMS, FIRST, "政治素质20分；工作实绩30分；居民满意度20分（按测评的满意率折算）");
  assert_shows (c, KP_PRESS_CONDITION_FORMS, FIRST, "第三十九条第（一）项");
  assert_shows (c, KP_PRESS_DUTY_FORMS, FIRST, "最迟2026年7月7日签收");
  assert_shows (c, KP_PRESS_MENTOR_FORMS, FIRST, "第6个月");
  assert_shows (c, KP_PRESS_NOTE_FORMS, FIRST, "最迟2026年8月10日记录");
  assert_shows (c, KP_PRESS_MIDTERM_FORMS, FIRST, "最迟2026年10月10日完成评估和谈话");
  assert_shows (c, KP_PRESS_ASSESSMENT_FORMS, FIRST, "连续旷工三日或者累计旷工五日");
  assert_shows (c, KP_PRESS_SURVEY_FORMS, FIRST, "不记名测评");
  assert_shows (c, KP_PRESS_SURVEYS, NULL, "试用期人员2人");
  assert_refused (c, KP_PRESS_LETTER_CONFIRM, NULL, "--settle confirm");
  assert_refused (c, KP_PRESS_LETTER_UNION, FIRST, FIRST);
  assert_refused (c, KP_PRESS_LETTER_TERMINATE, NULL, FIRST);
  assert_refused (c, KP_PRESS_LETTER_ENDED, SECOND, "--end GROUND");
}

/* 12 of 20 for six of ten residents; the letters come one after the other, and what the union said before the notice. */
static void
test_fails (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_work (t);

  record_links (c, KP_LINK_CONDITIONS, KP_LINK_ASSESSMENT, "10/12/-/5/5/5");
  assert_shows (c, KP_PRESS_ASSESSMENT_FORMS, FIRST, "居民满意度2012.00满意6、基本满意2、不满意2");
  assert_shows (c, KP_PRESS_ASSESSMENT_FORMS, FIRST, "总分49.00考核结果不合格");
  assert_shows (c, KP_PRESS_SURVEYS, NULL, "106226");
  assert_refused (c, KP_PRESS_LETTER_UNION, FIRST, "集体研究");
  record_links (c, KP_LINK_MEETING, KP_LINK_MEETING, "10/12/-/5/5/5");
  assert_shows (c, KP_PRESS_LETTER_UNION, FIRST, "总分49.00分，低于合格线60分");
  assert_refused (c, KP_PRESS_LETTER_TERMINATE, FIRST, "征求工会意见");
  record_links (c, KP_LINK_UNION, KP_LINK_FILING, "10/12/-/5/5/5");
  assert_shows (c, KP_PRESS_LETTER_TERMINATE, FIRST, "第二十一条、第三十九条第（一）项");
  record_links (c, KP_LINK_NOTICE, KP_LINK_SERVICE, "10/12/-/5/5/5");
  settle (c, KP_PROBATION_TERMINATE);
  assert_shows (c, KP_PRESS_LETTER_TERMINATE, FIRST, "最后工作日为2026年12月22日");
  assert_shows (c, KP_PRESS_LETTER_TERMINATE, FIRST, "送达回证");
  assert_shows (c, KP_PRESS_LETTER_ENDED, FIRST, "本单位工作年限5个月");
  assert_refused (c, KP_PRESS_LETTER_CONFIRM, FIRST, FIRST);
}

/* The day after the last nobody prints a termination any more. */
static void
test_too_late (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_work (t);

  record_links (c, KP_LINK_CONDITIONS, KP_LINK_FILING, "10/12/-/5/5/5");
  set_today (c, "2027-01-01");
  assert_refused (c, KP_PRESS_LETTER_TERMINATE, FIRST, "最后一日");
}

static void
test_passes (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_work (t);

  record_links (c, KP_LINK_CONDITIONS, KP_LINK_MEETING, "18/25/-/8/9/9");
  settle (c, KP_PROBATION_CONFIRM);
  assert_shows (c, KP_PRESS_LETTER_CONFIRM, NULL, "试用期考核合格，你自2027年1月1日起转正");
  assert_refused (c, KP_PRESS_LETTER_UNION, FIRST, "the worker was confirmed");
}

#define HEADCOUNT                                                                                                      \
  "代码,上级代码,名称,城镇常住人口,两委专职,专职人员,试用期人员,派遣人员,预留转聘数,在招数,预计离职数,现有空岗待招聘\n"             \
  "100,,云岭县,268437,0,0,0,0,30,10,7,0\n101,100,城关街道,93215,60,90,18,52,0,0,0,10\n"                                   \
  "102,100,东门街道,78460,40,77,0,0,0,0,0,8\n103,100,西门街道,61188,35,50,0,0,0,0,0,0\n"                                  \
  "104,100,南门街道,35574,25,30,0,0,0,0,0,0\n"

/* The county of the worked example: 483 places, 425 at work, 18 free, all planned; what is over stands below. */
static void
test_headcount (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autofree char *path = kp_test_campaign_write (c, "headcount.csv", HEADCOUNT);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpHeadcountSheet) sheet = kp_headcount_sheet_read (path, &error);
  KpCapOrder order
      = { .from = day ("2026-01-01"), .places = 483, .document = "县编发〔2026〕2号", .by = "甲", .with = "乙" };
  g_autofree char *street = NULL;

  assert_refused (c, KP_PRESS_HEADCOUNT, NULL, "员额测算表");
  kp_headcount_policy_init (&order.policy);
  kp_step_set_cap (c->session, &order, &error);
  g_assert_no_error (error);
  kp_step_take_headcount (c->session, sheet, "甲", "乙", &error);
  g_assert_no_error (error);
  assert_shows (c, KP_PRESS_HEADCOUNT, NULL, "100云岭县2684374834831602651830101815.83");
  assert_shows (c, KP_PRESS_HEADCOUNT, NULL, "核定控制数483，县编发〔2026〕2号");
  assert_shows (c, KP_PRESS_HEADCOUNT, NULL, "社会工作部（盖章）");
  assert_shows (c, KP_PRESS_PLAN, NULL, "100云岭县483425181818");
  assert_shows (c, KP_PRESS_PLAN, NULL, "现有空岗待招聘因退休离职待招聘新增待招聘计划合计");
  street = dup_text (c, KP_PRESS_PLAN, "102");
  kp_test_assert_contains (street, "东门街道");
  g_assert_null (strstr (street, "西门街道"));
  g_assert_null (strstr (street, "城关街道"));
}

/* Nobody's name, and a code that verification knows as a paper of several records. */
static void
test_years (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_work (t);
  g_autoptr (KpYearBook) years = kp_years_new ();
  g_autoptr (KpFontSet) fonts = kp_press_open_fonts (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = NULL;
  g_autofree char *path = kp_test_campaign_write (c, "years.pdf", "");
  g_autofree char *text = NULL;

  g_assert_true (kp_years_add_record (years, c->session, &error));
  pdf = kp_press_make_years (c->session, fonts, years, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error));
  text = kp_test_run ((const char *const[]){ "pdftotext", "-raw", path, "-", NULL }, NULL);
  kp_test_assert_contains (text, "历年人员结构统计表");
  kp_test_assert_contains (text, "社会工作部（盖章）");
  kp_test_assert_contains (text, "性别 女");
  kp_test_assert_contains (text, "years:yunling-2026::1:");
  kp_test_assert_lacks (text, "张");
}

/* Registers of those at work: what was done has its day, who left is on none but the receipts. */
static void
test_staff (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_work (t);
  g_autoptr (GError) error = NULL;
  const KpDutyOrder duties[] = { { .duty = KP_DUTY_SIGNED, .day = day ("2026-07-02"), .document = "签收表" },
                                 { .duty = KP_DUTY_INSURED, .day = day ("2026-07-08") } };
  const KpEndOrder end = { .number = SECOND, .ground = KP_GROUND_RESIGNED, .served = day ("2026-07-09"),
                           .last_day = day ("2026-07-12"), .reason = "个人原因", .by = "甲", .with = "乙" };
  KpDutyTally tally;
  guint half_months;

  set_today (c, "2026-07-12");
  for (guint i = 0; i < G_N_ELEMENTS (duties); i++)
    {
      kp_step_record_duty (c->session, &duties[i], &tally, &error);
      g_assert_no_error (error);
    }
  assert_shows (c, KP_PRESS_ARRIVALS, NULL, "2人");
  kp_step_end_contract (c->session, &end, &half_months, &error);
  g_assert_no_error (error);
  assert_shows (c, KP_PRESS_ARRIVALS, NULL, "1人");
  assert_shows (c, KP_PRESS_RECEIPTS, NULL, SECOND);
  assert_shows (c, KP_PRESS_RECEIPTS, NULL, "2026-07-01至2029-06-302026-07-02");
  assert_shows (c, KP_PRESS_STAFF, NULL, "全日制2026-07-012026-07-01至2029-06-30");
  assert_shows (c, KP_PRESS_INSURED, NULL, "2026-07-012026-07-08");
  assert_shows (c, KP_PRESS_LETTER_ENDED, SECOND, "本单位工作年限12天");
}

/* 劳动合同法实施条例 §24: term, last day, work and years, of who left on the last day of the first month, and a day later. */
static void
test_certificate (KpTestDatabase *t)
{
  static const struct
  {
    const char *number, *last_day, *paper, *years;
  } rows[] = { { FIRST, "2026-07-31", "解除日期2026年7月31日", "本单位工作年限1个月" },
               { SECOND, "2026-07-30", "解除日期2026年7月30日", "本单位工作年限30天" } };
  g_autoptr (KpTestCampaign) c = bring_to_work (t);

  set_today (c, "2026-07-31");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const KpEndOrder end = { .number = rows[i].number, .ground = KP_GROUND_RESIGNED, .served = day ("2026-07-20"),
                               .last_day = day (rows[i].last_day), .reason = "个人原因", .by = "甲", .with = "乙" };
      g_autoptr (GError) error = NULL;
      guint half_months;

      kp_step_end_contract (c->session, &end, &half_months, &error);
      g_assert_no_error (error);
      assert_shows (c, KP_PRESS_LETTER_ENDED, rows[i].number, "2026年7月1日至2029年6月30日");
      assert_shows (c, KP_PRESS_LETTER_ENDED, rows[i].number, "社区专职工作人员");
      assert_shows (c, KP_PRESS_LETTER_ENDED, rows[i].number, rows[i].paper);
      assert_shows (c, KP_PRESS_LETTER_ENDED, rows[i].number, rows[i].years);
    }
}

/* The claim that was refused is in the office's table and not in what is published; names are masked there. */
static void
test_bonus (KpTestDatabase *t)
{
  static const KpTwoPeople people = { "甲", "乙", "证书原件已核" };
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRoster) roster = NULL;
  g_autofree char *review = NULL;
  g_autofree char *notice = NULL;
  const KpDossier *dossier;
  KpBonusExamined examined = { .item = "social-worker" };
  KpShortlistTally tally;
  guint n_items = 0;

  kp_test_campaign_register (c, "A01", 6);
  kp_test_campaign_seat (c);
  roster = kp_test_campaign_load (c);
  dossier = kp_roster_get_dossier (roster, 0);
  examined.number = dossier->application->application;
  kp_step_examine_bonus (c->session, &examined, 1, &people, &error);
  g_assert_no_error (error);
  kp_test_campaign_mark (c, 7000);
  kp_step_award_bonus (c->session, &n_items, &error);
  g_assert_no_error (error);
  kp_step_shortlist (c->session, &tally, &error);
  g_assert_no_error (error);
  review = dup_text (c, KP_PRESS_BONUS_REVIEW, NULL);
  kp_test_assert_contains (review, dossier->person->name);
  kp_test_assert_contains (review, "不予加分证书原件已核甲乙");
  notice = dup_text (c, KP_PRESS_BONUS_NOTICE, NULL);
  kp_test_assert_contains (notice, "社会工作师");
  kp_test_assert_contains (notice, "计入");
  g_assert_null (strstr (notice, dossier->person->name));
  g_assert_null (strstr (notice, "不予加分"));
}

/* Who may read the whole number does, who needn't doesn't; the investigators write, the bodies answer. */
static void
test_background (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_work (t);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  const KpDossier *dossier = NULL;
  g_autofree char *list = NULL;

  for (guint i = 0; dossier == NULL && i < kp_roster_get_n_dossiers (roster); i++)
    if (kp_roster_get_dossier (roster, i)->background != NULL)
      dossier = kp_roster_get_dossier (roster, i);
  g_assert_nonnull (dossier);
  assert_shows (c, KP_PRESS_BACKGROUND_FORMS, dossier->application->application, dossier->person->id_number);
  assert_shows (c, KP_PRESS_BACKGROUND_FORMS, dossier->application->application, "考察组意见合格");
  assert_shows (c, KP_PRESS_INQUIRY, NULL, dossier->person->id_number);
  assert_shows (c, KP_PRESS_INQUIRY, NULL, "加盖公章");
  list = dup_text (c, KP_PRESS_PHYSICAL_LIST, NULL);
  kp_test_assert_contains (list, dossier->person->name);
  g_assert_null (strstr (list, dossier->person->id_number));
  assert_shows (c, KP_PRESS_ARCHIVE, NULL, "1招聘公告");
  assert_refused (c, KP_PRESS_CORRECTIONS, NULL, "更正单");
}

/* The scheme recalls the end of a term ninety days before; the letter isn't printed earlier. */
static void
test_expiry (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_work (t);

  set_today (c, "2029-03-31");
  assert_refused (c, KP_PRESS_LETTER_EXPIRY, FIRST, "2029年4月1日");
  set_today (c, "2029-04-01");
  assert_shows (c, KP_PRESS_LETTER_EXPIRY, FIRST, "将于2029年6月30日期满");
  assert_shows (c, KP_PRESS_LETTER_EXPIRY, FIRST, "□期满终止，不再续订");
  assert_shows (c, KP_PRESS_LETTER_RENEW, FIRST, FIRST);
  assert_shows (c, KP_PRESS_LETTER_RENEW, FIRST, "2026年7月1日至2029年6月30日");
  assert_shows (c, KP_PRESS_LETTER_CHANGE, SECOND, SECOND);
  assert_shows (c, KP_PRESS_LETTER_HANDING, FIRST, FIRST);
}

/* Six applied and sat, two work; what nobody is counted as isn't printed. */
static void
test_figures (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_work (t);
  g_autofree char *contents = NULL;

  assert_shows (c, KP_PRESS_RESULTS, NULL, "合计526666");
  assert_shows (c, KP_PRESS_STRUCTURE, NULL, "报名6人，聘用");
  assert_shows (c, KP_PRESS_STRUCTURE, NULL, "100.0%");
  contents = dup_text (c, KP_PRESS_CONTENTS, NULL);
  kp_test_assert_contains (contents, "招聘公告1");
  kp_test_assert_contains (contents, "报名登记表612");
  g_assert_null (strstr (contents, "放弃声明"));
}

/* Act by act, in Chinese, and nothing of what the rows say. */
static void
test_journal (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_work (t);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autofree char *text = dup_text (c, KP_PRESS_JOURNAL, NULL);

  kp_test_assert_contains (text, "建立招聘项目");
  kp_test_assert_contains (text, "登记体检结论");
  kp_test_assert_contains (text, "劳动合同");
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpPersonRecord *person = kp_roster_get_dossier (roster, i)->person;

      g_assert_null (strstr (text, person->name));
      g_assert_null (strstr (text, person->id_number));
    }
}

/* Numbers alone on what an examiner gets, with each element's full mark; before the draw an empty sheet. */
static void
test_score_sheets (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) early = kp_test_campaign_new (t);
  g_autoptr (KpTestCampaign) c = NULL;
  g_autoptr (KpRoster) roster = NULL;
  g_autofree char *sheets = NULL;
  g_autofree char *forms = NULL;

  assert_shows (early, KP_PRESS_SCORE_SHEETS, NULL, "第＿＿考场考官＿＿");
  assert_shows (early, KP_PRESS_SCORE_FORMS, NULL, "（签名）：");
  c = bring_to_work (t);
  roster = kp_test_campaign_load (c);
  sheets = dup_text (c, KP_PRESS_SCORE_SHEETS, "1-7");
  forms = dup_text (c, KP_PRESS_SCORE_FORMS, NULL);
  kp_test_assert_contains (sheets, "第1考场考官7");
  kp_test_assert_contains (sheets, "总分（100分）");
  g_assert_null (strstr (sheets, "考官6"));
  kp_test_assert_contains (forms, "面试序号6");
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      g_assert_null (strstr (sheets, dossier->person->name));
      g_assert_null (strstr (forms, dossier->person->name));
      g_assert_null (strstr (forms, dossier->seat->ticket));
    }
  assert_shows (c, KP_PRESS_ROOM_REPORTS, "001", "应到人数6");
}

/* What it was, what it is, why, and by whom. */
static void
test_corrections (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new (t);
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (KpCorrectionReport) report = NULL;
  KpCorrectionOrder order
      = { .what = KP_CORRECT_PAPER, .to = "71", .reason = "登分笔误", .by = "甲", .with = "乙" };

  kp_test_campaign_register (c, "A01", 6);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  roster = kp_test_campaign_load (c);
  order.number = kp_roster_get_dossier (roster, 0)->seat->ticket;
  order.paper = ((const KpSchemePaper *) g_ptr_array_index (kp_session_get_scheme (c->session)->written.papers, 0))->code;
  kp_step_correct (c->session, &order, FALSE, &report, &error);
  g_assert_no_error (error);
  assert_shows (c, KP_PRESS_CORRECTIONS, NULL, "71.00登分笔误");
  assert_shows (c, KP_PRESS_CORRECTIONS, NULL, "笔试：");
}

static const char *const choice_and_leaving[] = {
  "\"choice\": {\n    \"applies\": false,\n    \"among\": \"post\",\n    \"offers\": []",
  "\"choice\": { \"applies\": true, \"offers\": [{ \"code\": \"02\", \"name\": \"东城街道\", \"places\": 1 }, "
  "{ \"code\": \"west\", \"name\": \"西城服务站\", \"places\": 5 }]",
  "\"final_until\": \"publicity\"",
  "\"final_until\": \"hire\"",
  NULL,
};

static void
assert_listed (KpTestCampaign *c, KpListName name, const char *what, gboolean is_there)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpList) list = kp_lists_make (c->session, name, &error);
  g_autoptr (GBytes) csv = list != NULL ? kp_list_to_csv (list) : NULL;
  g_autofree char *text = csv != NULL ? g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv)) : NULL;

  g_assert_no_error (error);
  g_assert_cmpint (strstr (text, what) != NULL, ==, is_there);
}

/* 选岗、异议、退出: each has its register and its list; the publicity of who follows names him alone. */
static void
test_after_the_final_list (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = kp_test_campaign_new_with (t, choice_and_leaving);
  const char *const marks[] = { "95", "94", "93", "92", "91", "90" };
  const KpTwoPeople people = { "甲", "乙", "学历证书系伪造" };
  g_auto (KpDepartTally) left = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (KpRoster) roster = NULL;
  KpTotalTally total;
  KpFitnessTally fitness;
  KpPublicityTally publicity;
  KpHireTally hire;
  KpDate due;
  guint number = 0;

  kp_test_campaign_register (c, "A01", 6);
  kp_test_campaign_seat (c);
  kp_test_campaign_mark (c, 7000);
  kp_test_campaign_draw (c);
  kp_test_course_agree_interview (c, marks, G_N_ELEMENTS (marks));
  kp_test_course_total (c, &total);
  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &fitness);
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &fitness);
  assert_refused (c, KP_PRESS_OBJECTIONS, NULL, "");
  roster = kp_test_campaign_load (c);
  kp_step_choose (c->session, kp_test_course_get_place (roster, "A01", 1)->application->application, "west", &error);
  g_assert_no_error (error);
  kp_step_choose (c->session, kp_test_course_get_place (roster, "A01", 2)->application->application, "02", &error);
  g_assert_no_error (error);
  assert_listed (c, KP_LISTS_CHOICES, "已选,west,西城服务站", TRUE);
  assert_shows (c, KP_PRESS_CHOICES, NULL, "东城街道");
  kp_step_publish (c->session, &publicity, &error);
  g_assert_no_error (error);
  assert_listed (c, KP_LISTS_PUBLICITY, "西城服务站", TRUE);
  kp_test_campaign_set_now (c, "2026-06-12T08:00:00+08:00");
  kp_step_record_objection (c->session,
                            &(const KpObjectionOrder) { kp_test_course_get_place (roster, "A01", 1)->seat->ticket, KP_DATE_NONE,
                                                        "letter", "欧阳某某", "学历证书不实" },
                            &number, &due, &error);
  g_assert_no_error (error);
  kp_step_answer_objection (c->session, number, TRUE, &people, &left, &error);
  g_assert_no_error (error);
  assert_shows (c, KP_PRESS_OBJECTIONS, NULL, "成立，取消聘用");
  assert_shows (c, KP_PRESS_DEPARTURES, NULL, "公示异议成立");
  assert_listed (c, KP_LISTS_DEPARTURES, "公示异议成立,2026-06-12,1", TRUE);
  kp_test_course_pass_all (c, KP_FITNESS_PHYSICAL, 0, &fitness);
  kp_test_course_pass_all (c, KP_FITNESS_BACKGROUND, 0, &fitness);
  kp_step_choose (c->session, kp_test_course_get_place (roster, "A01", 3)->application->application, "west", &error);
  g_assert_no_error (error);
  kp_step_publish (c->session, &publicity, &error);
  g_assert_no_error (error);
  assert_listed (c, KP_LISTS_PUBLICITY, "西城服务站", TRUE);
  assert_listed (c, KP_LISTS_PUBLICITY, "东城街道", FALSE);
  assert_shows (c, KP_PRESS_PUBLICITY, NULL, "2026年6月12日");
  kp_test_campaign_set_now (c, "2026-07-01T08:00:00+08:00");
  kp_step_hire (c->session, &hire, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (hire.n_contracts, ==, 2);
  assert_listed (c, KP_LISTS_CONTRACTS, "02劳合〔2026〕0001号", TRUE);
}

/* Two of three are converted: whose money moves, who stays, and that the years go on. */
static void
test_convert (KpTestDatabase *t)
{
  g_autoptr (KpTestCampaign) c = bring_to_work (t);
  g_autoptr (KpRoster) roster = kp_test_campaign_load (c);
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new ("姓名,身份证号,学历,原招聘部门,用工主体,年人均经费,入职时间,合同终止日期,近年考核\n");
  const KpBudgetOrder budget = { "县民政局", 12600003, 2026, "财预〔2026〕1号", "甲", "乙" };
  KpConvertOrder order = { .converted = KP_CONVERTED_YES, .is_agreed_by_three = TRUE, .document = "协议", .by = "甲", .with = "乙" };
  g_autofree char *path = NULL;
  g_autofree char *eligibility = NULL;
  g_autoptr (KpGridStaffSheet) sheet = NULL;
  KpGridStaffTally taken;
  KpConvertTally tally;
  gboolean has_other = FALSE;

  assert_refused (c, KP_PRESS_FUNDING, NULL, "经费划转表");
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      if (dossier->contract == NULL && has_other)
        continue;
      has_other |= dossier->contract == NULL;
      g_string_append_printf (text, "%s,%s,大专,县民政局,某劳务公司,42000.01,2020-03-01,2026-12-31,2\n", dossier->person->name,
                              dossier->person->id_number);
    }
  path = kp_test_campaign_write (c, "roster.csv", text->str);
  g_string_free (text, TRUE);
  sheet = kp_grid_staff_sheet_read (path, &error);
  kp_step_take_grid_staff (c->session, sheet, NULL, "甲", "乙", &taken, &error);
  g_assert_no_error (error);
  kp_step_set_budget (c->session, &budget, &error);
  eligibility = dup_text (c, KP_PRESS_ELIGIBILITY, NULL);
  kp_test_assert_contains (eligibility, "符合");
  g_assert_null (strstr (eligibility, kp_roster_get_dossier (roster, 0)->person->id_number));
  kp_step_convert (c->session, &order, &tally, &error);
  g_assert_no_error (error);
  order.converted = KP_CONVERTED_STAYS;
  order.is_agreed_by_three = FALSE;
  kp_step_convert (c->session, &order, &tally, &error);
  g_assert_no_error (error);
  assert_shows (c, KP_PRESS_FUNDING, NULL, "126000.03");
  assert_shows (c, KP_PRESS_LEFTOVERS, NULL, "在原单位工作至合同期满");
  assert_shows (c, KP_PRESS_AGREEMENT_FORMS, NULL, "2026年6月30日");
  assert_shows (c, KP_PRESS_AGREEMENT_FORMS, NULL, "实施条例第十条");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  kp_test_database_add ("/app/%s/press-works/first-day", test_first_day);
  kp_test_database_add ("/app/%s/press-works/fails", test_fails);
  kp_test_database_add ("/app/%s/press-works/too-late", test_too_late);
  kp_test_database_add ("/app/%s/press-works/passes", test_passes);
  kp_test_database_add ("/app/%s/press-works/headcount", test_headcount);
  kp_test_database_add ("/app/%s/press-works/years", test_years);
  kp_test_database_add ("/app/%s/press-works/implementing-8-staff", test_staff);
  kp_test_database_add ("/app/%s/press-works/implementing-24-certificate", test_certificate);
  kp_test_database_add ("/app/%s/press-works/bonus", test_bonus);
  kp_test_database_add ("/app/%s/press-works/background", test_background);
  kp_test_database_add ("/app/%s/press-works/expiry", test_expiry);
  kp_test_database_add ("/app/%s/press-works/figures", test_figures);
  kp_test_database_add ("/app/%s/press-works/journal", test_journal);
  kp_test_database_add ("/app/%s/press-works/score-sheets", test_score_sheets);
  kp_test_database_add ("/app/%s/press-works/corrections", test_corrections);
  kp_test_database_add ("/app/%s/press-works/after-the-final-list", test_after_the_final_list);
  kp_test_database_add ("/app/%s/press-works/convert", test_convert);
  return g_test_run ();
}
