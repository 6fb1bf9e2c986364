/* kp-press-work.c – papers of a probation, one for each contract: conditions, mentor, notes, talk, assessment, survey.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What ends a probation must have been made known and be proved: elements, weights and items that fail at once are the
 * scheme's, days and numbers of papers are the record's. What it doesn't have is left to write. */

#include "kp-labour.h"
#include "kp-press-record-private.h"
#include "kp-press-work-private.h"
#include "kp-qualify.h"

/* One paper while it is filled. */
typedef struct
{
  KpRecordPaper paper;
  const KpPressWorks *works;
  const KpEmployment *work;
  const KpDossier *dossier;
} Paper;

static const char *const worker_signers[] = { "本人签名", "日期", NULL };
static const char *const employer_signers[] = { "盖章", "经办人", "日期", NULL };
static const char *const opinion_signers[] = { "盖章", "负责人", "日期", NULL };
static const char *const mentor_signers[] = { "导师签名", "日期", NULL };
static const char *const month_signers[] = { "本人", "导师", "社区负责人", "日期", NULL };
static const char *const secretary_signers[] = { "社区负责人", "日期", NULL };

#define KEEP(...) kp_press_format (paper->paper.press, __VA_ARGS__)

static void
add_wide (Paper *paper, const char *label, const char *value)
{
  kp_record_add_fields (&paper->paper, kp_record_field (label, value, 1), KP_RECORD_NO_FIELD, KP_RECORD_NO_FIELD);
}

static void
add_two (Paper *paper, const char *label, const char *value, const char *second, const char *second_value)
{
  kp_record_add_fields (&paper->paper, kp_record_field (label, value, 1), kp_record_field (second, second_value, 1),
                        KP_RECORD_NO_FIELD);
}

static void
add_text (Paper *paper, const char *label, const char *text, guint lines, const char *const *signers)
{
  kp_record_add_text (&paper->paper, label, text, lines, signers);
}

static void
add_head (Paper *paper)
{
  add_two (paper, "姓名", paper->dossier->person->name, "合同编号", paper->work->contract->number);
  add_wide (paper, "用人单位", kp_press_works_get_employer (paper->paper.press, paper->work));
  add_wide (paper, "岗位", kp_press_works_format_post (paper->paper.press, paper->dossier));
  add_two (paper, "社区", NULL, "试用期", KEEP ("%u个月", paper->work->file.months));
  add_wide (paper, "起止日期", kp_press_works_format_probation (paper->works, paper->work));
}

/* "登记：2026年7月3日，材料：师徒结对表。导师丙"; NULL before it happened. */
static const char *
describe (Paper *paper, const KpProbationLinkRecord *record)
{
  if (record == NULL)
    return NULL;
  return KEEP ("登记：%s，材料：%s。%s", kp_press_format_iso (paper->paper.press, record->day), record->document,
               record->text != NULL ? record->text : "");
}

static const char *
format_due (Paper *paper, KpLink link, guint month)
{
  return kp_press_format_date (paper->paper.press,
                               kp_probation_decide_latest (paper->works->policy, &paper->work->file, link, month));
}

/* ---- conditions and duties ---- */

static void
add_requirements (Paper *paper)
{
  static const guint weights[KP_RECORD_FIELDS_MOST] = { 12, 96, 34 };
  const KpScheme *scheme = paper->paper.press->scheme;
  const KpSchemePost *post = kp_scheme_get_post (scheme, kp_press_get_hire_post (paper->dossier));
  g_autoptr (GPtrArray) asked = kp_qualify_list_requirements (scheme, post);
  guint n = 0;

  kp_record_add_heading (&paper->paper, "录用条件");
  kp_record_add_row (&paper->paper, TRUE, weights, (const char *const[KP_RECORD_FIELDS_MOST]){ "序号", "条件", "依据" });
  for (guint i = 0; i < asked->len; i++)
    {
      const KpRequirement *requirement = g_ptr_array_index (asked, i);

      if (requirement->condition == NULL)
        continue;
      n++;
      kp_record_add_row (&paper->paper, FALSE, weights,
                         (const char *const[KP_RECORD_FIELDS_MOST]){
                             KEEP ("%u", n),
                             *requirement->text != '\0' ? requirement->text : requirement->label,
                             *requirement->clause != '\0' ? KEEP ("公告%s", requirement->clause) : "公告" });
    }
  kp_record_add_row (&paper->paper, FALSE, weights,
                     (const char *const[KP_RECORD_FIELDS_MOST]){
                         KEEP ("%u", n + 1),
                         KEEP ("试用期满考核总分不低于%s分（满分100分），没有一票否决的情形",
                               kp_press_works_format_points (paper->paper.press, paper->works->policy->pass_line)),
                         "考核办法" });
  if (kp_fraction_is_known (paper->works->policy->survey_line))
    kp_record_add_row (&paper->paper, FALSE, weights,
                       (const char *const[KP_RECORD_FIELDS_MOST]){
                           KEEP ("%u", n + 2),
                           KEEP ("居民满意度测评的满意率不低于%s",
                                 kp_press_works_format_share (paper->paper.press, paper->works->policy->survey_line)),
                           "考核办法" });
}

/* "政治素质20分；工作实绩30分；居民满意度20分（按测评的满意率折算）". */
static const char *
join_elements (Paper *paper)
{
  const KpProbationPolicy *policy = paper->works->policy;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < policy->n_elements; i++)
    g_string_append_printf (text, "%s%s%s分%s", i > 0 ? "；" : "", policy->elements[i].name,
                            kp_press_works_format_points (paper->paper.press, policy->elements[i].full),
                            policy->elements[i].is_from_survey ? "（按测评的满意率折算）" : "");
  return KEEP ("%s。总分%s分以上为合格，%s分以上为优秀。", text->str,
               kp_press_works_format_points (paper->paper.press, policy->pass_line),
               kp_press_works_format_points (paper->paper.press, policy->excellent_line));
}

static const char *
join_vetoes (Paper *paper)
{
  const KpProbationPolicy *policy = paper->works->policy;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < policy->n_vetoes; i++)
    g_string_append_printf (text, "%s%u.%s", i > 0 ? "；" : "", i + 1, policy->vetoes[i]);
  return policy->n_vetoes > 0 ? KEEP ("有下列情形之一的，直接评为不合格：%s。", text->str) : "没有。";
}

#define LABOUR_RESULT                                                                                                  \
  "试用期间被证明不符合录用条件的，用人单位可以依照《中华人民共和国劳动合同法》第三十九条第（一）项解除劳动合同，并依照"     \
  "第二十一条说明理由、第四十三条事先将理由通知工会。试用期届满以后，不得再以此为由解除，也不得延长试用期。"
#define INSTITUTION_RESULT "试用期间被证明不符合录用条件的，用人单位可以依照聘用合同和国家有关规定解除聘用合同，并说明理由。"

static void
fill_conditions (Paper *paper)
{
  const gboolean is_labour = paper->paper.press->scheme->contract.kind == KP_CONTRACT_LABOUR;

  add_head (paper);
  add_requirements (paper);
  add_text (paper, "考核要素", join_elements (paper), 1, NULL);
  add_text (paper, "一票否决", join_vetoes (paper), 1, NULL);
  add_text (paper, "法律后果", is_labour ? LABOUR_RESULT : INSTITUTION_RESULT, 1, NULL);
  add_text (paper, "本人确认", "本人已经阅读并确认以上录用条件和考核办法，收到本确认书一份。", 1, worker_signers);
  add_text (paper, "用人单位", describe (paper, kp_press_works_find_link (paper->works, paper->work, KP_LINK_CONDITIONS, 0)), 1,
            employer_signers);
  paper->paper.facts.note = "本书在用工之日由双方签署，一式两份，本人一份，用人单位存入个人档案一份。";
}

static void
fill_duties (Paper *paper)
{
  add_head (paper);
  add_text (paper, "岗位职责", NULL, 11, NULL);
  add_text (paper, "工作要求", NULL, 7, NULL);
  add_text (paper, "考核要素", join_elements (paper), 1, NULL);
  add_text (paper, "一票否决", join_vetoes (paper), 1, NULL);
  add_text (paper, "本人签收", "本人已经知晓岗位职责和考核办法，收到本书一份。", 1, worker_signers);
  add_text (paper, "用人单位", describe (paper, kp_press_works_find_link (paper->works, paper->work, KP_LINK_DUTIES, 0)), 1,
            employer_signers);
  paper->paper.facts.note = KEEP ("最迟%s签收，一式两份。", format_due (paper, KP_LINK_DUTIES, 0));
}

/* ---- mentor, notes, talk ---- */

/* "第1个月\n7月1日至7月31日". */
static const char *
format_month (Paper *paper, guint month)
{
  const KpProbationFile *file = &paper->work->file;
  const KpDate from = month == 1 ? file->start : kp_date_add_days (kp_labour_decide_end (file->start, month - 1), 1);
  const KpDate until = kp_labour_decide_end (file->start, month);

  return KEEP ("第%u个月\n%d月%d日至\n%d月%d日", month, from.month, from.day, until.month, until.day);
}

static void
fill_mentor (Paper *paper)
{
  const KpProbationLinkRecord *record = kp_press_works_find_link (paper->works, paper->work, KP_LINK_MENTOR, 0);

  add_head (paper);
  add_two (paper, "导师", record != NULL ? record->text : NULL, "职务", NULL);
  add_two (paper, "结对日期", record != NULL ? kp_press_format_iso (paper->paper.press, record->day) : NULL, "联系电话", NULL);
  add_text (paper, "帮带目标", NULL, 3, NULL);
  add_text (paper, "结对", "双方自愿结为师徒，导师带思想、带业务、带作风，徒弟虚心学习、按时完成工作。", 1, mentor_signers);
  add_text (paper, "徒弟", NULL, 0, worker_signers);
  kp_record_add_heading (&paper->paper, "帮带记录");
  for (guint i = 1; i <= paper->work->file.months; i++)
    add_text (paper, format_month (paper, i), NULL, 4, mentor_signers);
  paper->paper.facts.note = KEEP ("最迟%s结对；每月至少记录一次。", format_due (paper, KP_LINK_MENTOR, 0));
}

static void
fill_notes (Paper *paper)
{
  add_head (paper);
  kp_record_add_heading (&paper->paper, "月度记录：工作实绩、学习、出勤和居民反映");
  for (guint i = 1; i <= paper->work->file.months; i++)
    {
      const KpProbationLinkRecord *record = kp_press_works_find_link (paper->works, paper->work, KP_LINK_NOTE, i);

      add_text (paper, format_month (paper, i),
                record != NULL ? describe (paper, record) : KEEP ("最迟%s记录。", format_due (paper, KP_LINK_NOTE, i)), 5,
                month_signers);
    }
  paper->paper.facts.note = "每月如实记录具体的事和日期，附台账、照片等材料编号；不得事后补记。";
}

static void
fill_midterm (Paper *paper)
{
  static const guint weights[KP_RECORD_FIELDS_MOST] = { 36, 14, 40, 52 };
  const KpProbationPolicy *policy = paper->works->policy;
  const KpProbationLinkRecord *record = kp_press_works_find_link (paper->works, paper->work, KP_LINK_MIDTERM, 0);

  add_head (paper);
  kp_record_add_row (&paper->paper, TRUE, weights,
                     (const char *const[KP_RECORD_FIELDS_MOST]){ "要素", "满分", "中期评价", "问题和改进要求" });
  for (guint i = 0; i < policy->n_elements; i++)
    kp_record_add_row (&paper->paper, FALSE, weights,
                       (const char *const[KP_RECORD_FIELDS_MOST]){
                           policy->elements[i].name,
                           kp_press_works_format_points (paper->paper.press, policy->elements[i].full), NULL, NULL });
  add_text (paper, "本人小结", NULL, 6, worker_signers);
  add_text (paper, "导师意见", NULL, 3, mentor_signers);
  add_text (paper, "谈话记录", describe (paper, record), 6, secretary_signers);
  add_text (paper, "街道（乡镇）\n意见", NULL, 2, opinion_signers);
  add_text (paper, "本人意见", "□已经知晓存在的问题和改进要求　□有不同意见：", 2, worker_signers);
  paper->paper.facts.note = KEEP ("最迟%s完成评估和谈话。", format_due (paper, KP_LINK_MIDTERM, 0));
}

/* ---- assessment ---- */

static const guint score_weights[KP_RECORD_FIELDS_MOST] = { 40, 16, 18, 68 };

/* Points are shown once they were entered; those from the survey once residents answered. */
static void
add_scores (Paper *paper)
{
  KpPress *press = paper->paper.press;
  const KpProbationPolicy *policy = paper->works->policy;
  const KpSurveyCounts *survey = &paper->work->file.survey;

  kp_record_add_row (&paper->paper, TRUE, score_weights,
                     (const char *const[KP_RECORD_FIELDS_MOST]){ "要素", "满分", "得分", "依据（材料编号、日期）" });
  for (guint i = 0; i < policy->n_elements; i++)
    {
      const KpProbationElement *element = &policy->elements[i];
      KpMark points = 0;
      const gboolean is_known = kp_probation_decide_score (policy, &paper->work->file, i, &points);

      kp_record_add_row (&paper->paper, FALSE, score_weights,
                         (const char *const[KP_RECORD_FIELDS_MOST]){
                             element->name, kp_press_works_format_points (press, element->full),
                             is_known ? kp_press_format_mark (press, points) : NULL,
                             is_known && element->is_from_survey
                                 ? KEEP ("满意%u、基本满意%u、不满意%u", survey->n_satisfied, survey->n_fair, survey->n_unsatisfied)
                                 : NULL });
    }
}

static void
add_vetoes (Paper *paper, gboolean is_assessed)
{
  static const guint weights[KP_RECORD_FIELDS_MOST] = { 56, 18, 68 };
  const KpProbationPolicy *policy = paper->works->policy;

  if (policy->n_vetoes == 0)
    return;
  kp_record_add_row (&paper->paper, TRUE, weights,
                     (const char *const[KP_RECORD_FIELDS_MOST]){ "一票否决项", "有、无", "事实和证据" });
  for (guint i = 0; i < policy->n_vetoes; i++)
    kp_record_add_row (&paper->paper, FALSE, weights,
                       (const char *const[KP_RECORD_FIELDS_MOST]){
                           policy->vetoes[i],
                           !is_assessed                               ? NULL
                           : (paper->work->file.vetoes & (1u << i)) ? "有"
                                                                      : "无",
                           NULL });
}

static void
fill_assessment (Paper *paper)
{
  KpPress *press = paper->paper.press;
  const KpProbationLinkRecord *record = kp_press_works_find_link (paper->works, paper->work, KP_LINK_ASSESSMENT, 0);
  const KpProbationLinkRecord *meeting = kp_press_works_find_link (paper->works, paper->work, KP_LINK_MEETING, 0);
  KpMark total = 0;
  const KpMerit merit = kp_probation_decide_merit (paper->works->policy, &paper->work->file, &total);
  const gboolean has_total = record != NULL && paper->work->file.is_scored && merit != KP_MERIT_OPEN;

  add_head (paper);
  add_scores (paper);
  add_vetoes (paper, record != NULL);
  add_two (paper, "总分", has_total ? kp_press_format_mark (press, total) : NULL, "考核结果",
           record != NULL ? kp_press_works_get_merit (merit) : NULL);
  add_text (paper, "本人总结", NULL, 6, worker_signers);
  add_text (paper, "导师意见", NULL, 2, mentor_signers);
  add_text (paper, "社区意见", describe (paper, record), 2, opinion_signers);
  add_text (paper, "街道（乡镇）\n集体研究", describe (paper, meeting), 2, opinion_signers);
  add_text (paper, "本人意见", "□无异议　□有异议：", 2, worker_signers);
  paper->paper.facts.note
      = KEEP ("%s。试用期最后一日为%s，此后不得再以不符合录用条件为由解除。", "总分为各要素得分之和；有一票否决项的，直接为不合格",
              format_due (paper, KP_LINK_SERVICE, 0));
}

/* ---- survey ---- */

/* Nobody signs and nothing tells one answer from another. */
static void
fill_survey (Paper *paper)
{
  add_two (paper, "被测评人", paper->dossier->person->name, "社区", NULL);
  add_wide (paper, "用人单位", kp_press_works_get_employer (paper->paper.press, paper->work));
  add_wide (paper, "岗位", kp_press_works_format_post (paper->paper.press, paper->dossier));
  add_text (paper, "总体评价\n（只选一项）", "□满意　　　　□基本满意　　　　□不满意", 3, NULL);
  add_text (paper, "熟悉情况", "被测评人是否到过您家或者联系过您：□是　□否\n您反映的事情是否有回音：□是　□否　□没有反映过", 3, NULL);
  add_text (paper, "意见和建议", NULL, 8, NULL);
  paper->paper.facts.note = "不记名测评，请不要写姓名、门牌号和电话。由两名计票人当场收回并清点，只登记各项的份数；没有选或者选了两项以上的不计入。";
}

/* ---- all ---- */

#define KIND(form) [(form) - KP_PRESS_CONDITION_FORMS]

static void (*const fills[]) (Paper *paper) = {
  KIND (KP_PRESS_CONDITION_FORMS) = fill_conditions, KIND (KP_PRESS_DUTY_FORMS) = fill_duties,
  KIND (KP_PRESS_MENTOR_FORMS) = fill_mentor,        KIND (KP_PRESS_NOTE_FORMS) = fill_notes,
  KIND (KP_PRESS_MIDTERM_FORMS) = fill_midterm,      KIND (KP_PRESS_ASSESSMENT_FORMS) = fill_assessment,
  KIND (KP_PRESS_SURVEY_FORMS) = fill_survey,
};

static gboolean
draw_paper (const KpPressWorks *works, const KpEmployment *work, KpSheet *sheet, GError **error)
{
  KpPress *press = works->press;
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (KpRecordPart));
  Paper paper = { .paper = { .press = press, .parts = parts },
                  .works = works,
                  .work = work,
                  .dossier = kp_press_works_find_dossier (works, work) };

  paper.paper.facts.subtitle_right
      = press->form == KP_PRESS_SURVEY_FORMS ? NULL : kp_press_format (press, "合同编号：%s", work->contract->number);
  fills[press->form - KP_PRESS_CONDITION_FORMS](&paper);
  return kp_record_paper_draw (&paper.paper, work->contract->number, sheet, error);
}

/** kp_press_draw_works: the papers of the kind that is being made, one for each contract with a probation. */
gboolean
kp_press_draw_works (KpPress *press, KpSheet *sheet, GError **error)
{
  g_auto (KpPressWorks) works = { 0 };

  if (!kp_press_works_load (&works, press, error))
    return FALSE;
  for (guint i = 0; i < kp_employments_get_n (works.contracts); i++)
    {
      const KpEmployment *work = kp_employments_get (works.contracts, i);

      if (work->file.months > 0 && kp_press_works_wants (&works, work) && !draw_paper (&works, work, sheet, error))
        return FALSE;
    }
  return TRUE;
}
