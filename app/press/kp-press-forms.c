/* kp-press-forms.c – which papers there are: what each is called, what it is for, from which stage on, who draws it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A form is one row here. The command line, its help and its completion, the page of documents in the window and the index
 * of the record go by this table. */

#include <glib/gi18n-lib.h>

#include "kp-press-private.h"

typedef struct
{
  const char *name;    /* on the command line, and in app/help/print.md */
  const char *chinese; /* in the office, in file names and on the paper's seal */
  gboolean (*draw) (KpPress *press, KpSheet *sheet, GError **error);
  KpStage stage;       /* from which on there is something to print */
  gboolean is_rare;    /* a campaign may end without one */
  const char *summary; /* N_() */
} Form;

static const Form forms[KP_PRESS_N_FORMS] = {
  [KP_PRESS_NOTICE] = { "notice", "招聘公告", kp_press_draw_notice, KP_STAGE_PLAN, FALSE,
    N_("The rules of the campaign, for publishing.") },
  [KP_PRESS_TICKETS] = { "tickets", "笔试准考证", kp_press_draw_tickets, KP_STAGE_SITTINGS, FALSE,
    N_("One for each candidate of the written exam.") },
  [KP_PRESS_DOORS] = { "doors", "考场门贴", kp_press_draw_doors, KP_STAGE_SITTINGS, FALSE,
    N_("Who sits in which room, for its door.") },
  [KP_PRESS_DESKS] = { "desks", "考生桌贴", kp_press_draw_desks, KP_STAGE_SITTINGS, FALSE,
    N_("One label for each desk.") },
  [KP_PRESS_SIGN_IN] = { "sign-in", "考生签到表", kp_press_draw_sign_in, KP_STAGE_SITTINGS, FALSE,
    N_("Where candidates sign, room by room.") },
  [KP_PRESS_SEATS] = { "seats", "考场座次表", kp_press_draw_seats, KP_STAGE_SITTINGS, FALSE,
    N_("The plan of each room, for its invigilators.") },
  [KP_PRESS_MARKS] = { "marks", "笔试成绩公告", kp_press_draw_marks, KP_STAGE_WRITTEN, FALSE,
    N_("The written marks, for publishing.") },
  [KP_PRESS_SHORTLIST] = { "shortlist", "入围面试人员名单", kp_press_draw_shortlist, KP_STAGE_SHORTLIST, FALSE,
    N_("Who comes to the interview, for publishing.") },
  [KP_PRESS_DRAWS] = { "draws", "抽签记录", kp_press_draw_draws, KP_STAGE_SITTINGS, FALSE,
    N_("How each draw can be repeated by anyone.") },
  [KP_PRESS_PANELS] = { "panels", "考官分组名单", kp_press_draw_panels, KP_STAGE_INTERVIEW, FALSE,
    N_("Who of the examiners sits in which room.") },
  [KP_PRESS_INTERVIEW_SIGN_IN] = { "interview-sign-in", "面试考生签到表", kp_press_draw_interview_sign_in, KP_STAGE_INTERVIEW, FALSE,
    N_("Where candidates sign before the interview, without their numbers.") },
  [KP_PRESS_INTERVIEW] = { "interview", "面试成绩汇总表", kp_press_draw_interview, KP_STAGE_INTERVIEW, FALSE,
    N_("What the examiners gave, for signing.") },
  [KP_PRESS_TOTALS] = { "totals", "综合成绩公告", kp_press_draw_totals, KP_STAGE_TOTALS, FALSE,
    N_("Totals and places, for publishing.") },
  [KP_PRESS_PUBLICITY] = { "publicity", "拟聘用人员公示", kp_press_draw_publicity, KP_STAGE_PUBLICITY, FALSE,
    N_("Who is to be hired, for publishing.") },
  [KP_PRESS_CONTRACTS] = { "contracts", "劳动合同", kp_press_draw_contracts, KP_STAGE_HIRE, FALSE,
    N_("One for each person hired, ready to sign.") },
  [KP_PRESS_INCIDENT_RECORDS] = { "incident-records", "违纪违规行为记录单", kp_press_draw_incident_records, KP_STAGE_WRITTEN, FALSE,
    N_("What two people saw in the room, for signing.") },
  [KP_PRESS_INCIDENT_NOTICES] = { "incident-notices", "违纪违规处理权利告知书", kp_press_draw_incident_notices, KP_STAGE_WRITTEN, FALSE,
    N_("Facts, grounds and rights, before anything is decided.") },
  [KP_PRESS_INCIDENT_DECISIONS] = { "incident-decisions", "违纪违规处理决定书", kp_press_draw_incident_decisions, KP_STAGE_WRITTEN, FALSE,
    N_("What was decided of a breach, for serving.") },
  [KP_PRESS_INCIDENT_LIST] = { "incident-list", "违纪违规处理情况一览表", kp_press_draw_incident_list, KP_STAGE_WRITTEN, FALSE,
    N_("All breaches and what became of them, for the committee.") },
  [KP_PRESS_RECHECKS] = { "rechecks", "查分申请及结果一览表", kp_press_draw_rechecks, KP_STAGE_WRITTEN, TRUE,
    N_("Who asked to have a mark checked, for the committee.") },
  [KP_PRESS_RECHECK_NOTICES] = { "recheck-notices", "查分结果通知书", kp_press_draw_recheck_notices, KP_STAGE_WRITTEN, TRUE,
    N_("What the check of a mark found, for serving.") },
  [KP_PRESS_HEATS] = { "heats", "测试后入围人员名单", kp_press_draw_heats, KP_STAGE_SHORTLIST, TRUE,
    N_("Who goes on after a test before the interview, for publishing.") },
  [KP_PRESS_SUPPLEMENT] = { "supplement", "补充公告", kp_press_draw_supplement, KP_STAGE_PLAN, TRUE,
    N_("What an amendment changed of the notice, for publishing.") },
  [KP_PRESS_ROOM_REPORTS] = { "room-reports", "考场情况记录单", kp_press_draw_room_reports, KP_STAGE_SITTINGS, FALSE,
    N_("What happened in each room, to fill in and sign.") },
  [KP_PRESS_SCORE_SHEETS] = { "score-sheets", "面试评分表", kp_press_draw_score_sheets, KP_STAGE_INTERVIEW, FALSE,
    N_("Where each examiner marks a room, by number alone, to fill in and sign.") },
  [KP_PRESS_SCORE_FORMS] = { "score-forms", "面试个人评分表", kp_press_draw_score_forms, KP_STAGE_INTERVIEW, FALSE,
    N_("Where an examiner marks one candidate, by number alone, to fill in and sign.") },
  [KP_PRESS_DAILY] = { "daily", "报名情况统计表", kp_press_draw_registers, KP_STAGE_REGISTRATION, FALSE,
    N_("How many applied, passed and paid for each post.") },
  [KP_PRESS_REVIEW_SUMMARY] = { "review-summary", "资格审查汇总表", kp_press_draw_registers, KP_STAGE_REVIEW, FALSE,
    N_("How the review came out for each post, for signing.") },
  [KP_PRESS_UNFIT] = { "unfit", "资格审查不合格人员名单", kp_press_draw_registers, KP_STAGE_REVIEW, FALSE,
    N_("Who did not pass the review and why, for the committee.") },
  [KP_PRESS_APPEALS] = { "appeals", "资格审查申诉登记及处理表", kp_press_draw_registers, KP_STAGE_REVIEW, TRUE,
    N_("Who appealed against the review and what came of it.") },
  [KP_PRESS_CUTS] = { "cuts", "岗位核减、取消公告", kp_press_draw_registers, KP_STAGE_SITTINGS, FALSE,
    N_("Posts that lose places or do not open, for publishing.") },
  [KP_PRESS_REPOSTS] = { "reposts", "改报登记表", kp_press_draw_registers, KP_STAGE_SITTINGS, TRUE,
    N_("Who chose another post, for signing.") },
  [KP_PRESS_ROOM_PLAN] = { "room-plan", "考场编排表", kp_press_draw_registers, KP_STAGE_SITTINGS, FALSE,
    N_("Which tickets sit in which room, for signing.") },
  [KP_PRESS_HANDOVER] = { "handover", "试卷（答题卡）交接单", kp_press_draw_registers, KP_STAGE_SITTINGS, FALSE,
    N_("Where the papers of each room are handed over, for signing.") },
  [KP_PRESS_ENTRIES] = { "entries", "笔试登分表", kp_press_draw_registers, KP_STAGE_WRITTEN, FALSE,
    N_("Both entries of each mark and where they differed, for signing.") },
  [KP_PRESS_ORIGINALS] = { "originals", "资格复审记录表", kp_press_draw_registers, KP_STAGE_RECHECK, FALSE,
    N_("Whose originals were seen before the interview, for signing.") },
  [KP_PRESS_SUBSTITUTES] = { "substitutes", "递补公告", kp_press_draw_registers, KP_STAGE_RECHECK, FALSE,
    N_("Who moved up in the place of others, for publishing.") },
  [KP_PRESS_CONTACTS] = { "contacts", "递补联系记录", kp_press_draw_registers, KP_STAGE_RECHECK, FALSE,
    N_("Which substitutes were called, to fill in.") },
  [KP_PRESS_CUSTODY] = { "custody", "候考室通讯工具保管单", kp_press_draw_registers, KP_STAGE_INTERVIEW, FALSE,
    N_("Whose phone is kept while they wait, for signing.") },
  [KP_PRESS_NUMBERS] = { "numbers", "面试序号与考生对应表", kp_press_draw_registers, KP_STAGE_INTERVIEW, FALSE,
    N_("Whose number was which, once the seal is broken.") },
  [KP_PRESS_PHYSICAL] = { "physical", "体检结论汇总表", kp_press_draw_registers, KP_STAGE_PHYSICAL, FALSE,
    N_("The conclusions of the physical examination, for signing.") },
  [KP_PRESS_BACKGROUND] = { "background", "考察（政审）结果汇总表", kp_press_draw_registers, KP_STAGE_PHYSICAL, FALSE,
    N_("What each body answered of the background, for signing.") },
  [KP_PRESS_SURVEYS] = { "surveys", "居民满意度测评汇总表", kp_press_draw_registers, KP_STAGE_HIRE, TRUE,
    N_("What residents answered of each worker on probation, for two counters.") },
  [KP_PRESS_HEADCOUNT] = { "headcount", "员额测算表", kp_press_draw_registers, KP_STAGE_PLAN, TRUE,
    N_("Residents, places, people at work and what is free, for signing.") },
  [KP_PRESS_PLAN] = { "plan", "年度招聘计划申报（汇总）表", kp_press_draw_registers, KP_STAGE_PLAN, TRUE,
    N_("What each street asks for this year, of three kinds, for signing.") },
  [KP_PRESS_BONUS_REVIEW] = { "bonus-review", "加分审核表", kp_press_draw_registers, KP_STAGE_SHORTLIST, TRUE,
    N_("What two people found of each claim of bonus points, for signing.") },
  [KP_PRESS_BONUS_NOTICE] = { "bonus-notice", "加分公示", kp_press_draw_registers, KP_STAGE_SHORTLIST, TRUE,
    N_("Who gets bonus points and for what, masked, for publishing.") },
  [KP_PRESS_FIGURES] = { "figures", "修正系数计算表", kp_press_draw_registers, KP_STAGE_INTERVIEW, TRUE,
    N_("How the marks of the rooms were corrected, for signing.") },
  [KP_PRESS_ARRIVALS] = { "arrivals", "报到登记和岗位分配表", kp_press_draw_registers, KP_STAGE_HIRE, TRUE,
    N_("Who reports for work, and in which community, for signing.") },
  [KP_PRESS_RECEIPTS] = { "contract-receipts", "劳动合同签收表", kp_press_draw_registers, KP_STAGE_HIRE, TRUE,
    N_("Who got a copy of the contract, for signing.") },
  [KP_PRESS_STAFF] = { "staff", "职工名册", kp_press_draw_registers, KP_STAGE_HIRE, TRUE,
    N_("Who works for each employer, as the law asks for it.") },
  [KP_PRESS_INSURED] = { "insured", "社会保险和公积金参保花名册", kp_press_draw_registers, KP_STAGE_HIRE, TRUE,
    N_("Whose social insurance and housing fund were registered, for signing.") },
  [KP_PRESS_PHYSICAL_LIST] = { "physical-list", "体检人员名单", kp_press_draw_registers, KP_STAGE_PHYSICAL, TRUE,
    N_("Who is called to the physical examination, to sign in.") },
  [KP_PRESS_INQUIRY] = { "inquiry", "考察联审函", kp_press_draw_registers, KP_STAGE_PHYSICAL, TRUE,
    N_("Whose background each body is asked about, with room for its answer.") },
  [KP_PRESS_CORRECTIONS] = { "corrections", "更正单", kp_press_draw_registers, KP_STAGE_WRITTEN, TRUE,
    N_("What two people put right, with what it was before, for signing.") },
  [KP_PRESS_ARCHIVE] = { "archive", "归档移交清单", kp_press_draw_registers, KP_STAGE_HIRE, TRUE,
    N_("What goes into the archive, to count and sign.") },
  [KP_PRESS_RESULTS] = { "results", "招聘结果统计表", kp_press_draw_registers, KP_STAGE_HIRE, TRUE,
    N_("What became of each post, from places to contracts, for signing.") },
  [KP_PRESS_STRUCTURE] = { "structure", "人员结构统计表", kp_press_draw_registers, KP_STAGE_HIRE, TRUE,
    N_("Who applied and came through, by sex, age, education and more, in numbers.") },
  [KP_PRESS_JOURNAL] = { "journal", "操作日志", kp_press_draw_registers, KP_STAGE_HIRE, FALSE,
    N_("Who did what and when, act by act, for signing.") },
  [KP_PRESS_CONTENTS] = { "contents", "档案目录", kp_press_draw_registers, KP_STAGE_HIRE, TRUE,
    N_("Which papers the record has, how many of each and on how many pages.") },
  [KP_PRESS_CHOICES] = { "choices", "选岗登记表", kp_press_draw_registers, KP_STAGE_PUBLICITY, TRUE,
    N_("Who chooses a post in which order, for signing.") },
  [KP_PRESS_OBJECTIONS] = { "objections", "公示异议登记簿", kp_press_draw_registers, KP_STAGE_PUBLICITY, TRUE,
    N_("What came in during the publicity, and how it was answered.") },
  [KP_PRESS_DEPARTURES] = { "departures", "聘用前后退出登记簿", kp_press_draw_registers, KP_STAGE_HIRE, TRUE,
    N_("Who left after the publication, and for what reason.") },
  [KP_PRESS_ELIGIBILITY] = { "eligibility", "转聘资格认定表", kp_press_draw_registers, KP_STAGE_REVIEW, TRUE,
    N_("Who of the earlier staff may be converted, and what stands against it.") },
  [KP_PRESS_LEFTOVERS] = { "leftovers", "未聘用人员去向表", kp_press_draw_registers, KP_STAGE_HIRE, TRUE,
    N_("Who of the earlier staff wasn't selected, and what becomes of each.") },
  [KP_PRESS_FUNDING] = { "funding", "经费划转表", kp_press_draw_registers, KP_STAGE_HIRE, TRUE,
    N_("Whose money moves with the converted, for the seals of all departments.") },
  [KP_PRESS_GRADES] = { "grades", "岗位等级初定表", kp_press_draw_registers, KP_STAGE_HIRE, TRUE,
    N_("Grade and pay as they were set at hire, for signing.") },
  [KP_PRESS_FILES] = { "files", "个人档案目录", kp_press_draw_registers, KP_STAGE_PROBATION, TRUE,
    N_("What each file of an employed person has and lacks.") },
  [KP_PRESS_PROOFS] = { "proofs", "身份和资格证明核查登记表", kp_press_draw_registers, KP_STAGE_REVIEW, TRUE,
    N_("Which claims have to be proved, what was shown, and what the check found.") },
  [KP_PRESS_ERASURES] = { "erasures", "个人信息到期清除证明", kp_press_draw_registers, KP_STAGE_HIRE, TRUE,
    N_("What was erased when its period was over, in numbers, for signing.") },
  [KP_PRESS_REGISTRATION_FORMS] = { "registration-forms", "报名登记表", kp_press_draw_records, KP_STAGE_REGISTRATION, FALSE,
    N_("What each applicant stated, with a box for the photo, for signing.") },
  [KP_PRESS_REVIEW_FORMS] = { "review-forms", "资格审查表", kp_press_draw_records, KP_STAGE_REVIEW, FALSE,
    N_("What each condition came to for each applicant, for signing.") },
  [KP_PRESS_APPROVAL_FORMS] = { "approval-forms", "聘用审批（备案）表", kp_press_draw_records, KP_STAGE_HIRE, FALSE,
    N_("What speaks for each hire, for the opinions of all levels.") },
  [KP_PRESS_BACKGROUND_FORMS] = { "background-forms", "考察（政审）表", kp_press_draw_records, KP_STAGE_PHYSICAL, TRUE,
    N_("What two investigators found of each person, for all opinions.") },
  [KP_PRESS_CONDITION_FORMS] = { "condition-forms", "录用条件确认书", kp_press_draw_works, KP_STAGE_HIRE, TRUE,
    N_("What each worker must fulfil in the probation, signed on the first day.") },
  [KP_PRESS_DUTY_FORMS] = { "duty-forms", "岗位职责告知书", kp_press_draw_works, KP_STAGE_HIRE, TRUE,
    N_("Duties and how they are assessed, for signing.") },
  [KP_PRESS_MENTOR_FORMS] = { "mentor-forms", "师徒结对表和帮带记录", kp_press_draw_works, KP_STAGE_HIRE, TRUE,
    N_("Who guides each worker, with room for every month.") },
  [KP_PRESS_NOTE_FORMS] = { "note-forms", "试用期月度记录", kp_press_draw_works, KP_STAGE_HIRE, TRUE,
    N_("What each worker did, month by month.") },
  [KP_PRESS_MIDTERM_FORMS] = { "midterm-forms", "试用期中期评估表", kp_press_draw_works, KP_STAGE_HIRE, TRUE,
    N_("The talk at half of the probation, for signing.") },
  [KP_PRESS_ASSESSMENT_FORMS] = { "assessment-forms", "试用期期满考核表", kp_press_draw_works, KP_STAGE_HIRE, TRUE,
    N_("Points and what fails at once, for the opinions of all levels.") },
  [KP_PRESS_SURVEY_FORMS] = { "survey-forms", "居民满意度测评表", kp_press_draw_works, KP_STAGE_HIRE, TRUE,
    N_("What residents answer without their names, a page for each worker.") },
  [KP_PRESS_AGREEMENT_FORMS] = { "agreement-forms", "转聘三方协议", kp_press_draw_agreements, KP_STAGE_HIRE, TRUE,
    N_("That the years of a converted worker go on, for three parties.") },
  [KP_PRESS_LETTER_UNQUALIFIED] = { "letter-unqualified", "资格审查不合格通知书", kp_press_draw_letters, KP_STAGE_REVIEW, FALSE,
    N_("Why somebody did not pass the review, and how to appeal.") },
  [KP_PRESS_LETTER_SUPPLEMENT] = { "letter-supplement", "补充材料通知书", kp_press_draw_letters, KP_STAGE_REVIEW, TRUE,
    N_("Which papers are wanting, and until when.") },
  [KP_PRESS_LETTER_INTERVIEW] = { "letter-interview", "面试通知单", kp_press_draw_letters, KP_STAGE_RECHECK, FALSE,
    N_("When and where each candidate is heard.") },
  [KP_PRESS_LETTER_SUBSTITUTE] = { "letter-substitute", "递补通知书", kp_press_draw_letters, KP_STAGE_RECHECK, FALSE,
    N_("Who takes the place of somebody who left.") },
  [KP_PRESS_LETTER_MARK] = { "letter-mark", "面试成绩通知单", kp_press_draw_letters, KP_STAGE_INTERVIEW, FALSE,
    N_("The interview mark; before the opening by number alone.") },
  [KP_PRESS_LETTER_PHYSICAL] = { "letter-physical", "体检通知", kp_press_draw_letters, KP_STAGE_PHYSICAL, FALSE,
    N_("The call to the physical examination.") },
  [KP_PRESS_LETTER_HIRE] = { "letter-hire", "聘用通知书", kp_press_draw_letters, KP_STAGE_HIRE, FALSE,
    N_("Where and when those hired report.") },
  [KP_PRESS_LETTER_WAIVER] = { "letter-waiver", "放弃声明", kp_press_draw_letters, KP_STAGE_PLAN, FALSE,
    N_("A form for those who give up, to fill in.") },
  [KP_PRESS_LETTER_CONSENT] = { "letter-consent", "同意报考证明", kp_press_draw_letters, KP_STAGE_PLAN, FALSE,
    N_("A form for employers who consent, to fill in.") },
  [KP_PRESS_LETTER_SERVICE] = { "letter-service", "在岗证明", kp_press_draw_letters, KP_STAGE_PLAN, FALSE,
    N_("A form for those who prove service, to fill in.") },
  [KP_PRESS_LETTER_PLEDGE] = { "letter-pledge", "诚信承诺书", kp_press_draw_letters, KP_STAGE_PLAN, FALSE,
    N_("A promise of honesty for applicants, to fill in.") },
  [KP_PRESS_LETTER_PRIVACY] = { "letter-privacy", "个人信息处理告知同意书", kp_press_draw_letters, KP_STAGE_PLAN, FALSE,
    N_("What is done with personal data, for the applicant's consent.") },
  [KP_PRESS_LETTER_RECEIPT] = { "letter-receipt", "材料接收清单（回执）", kp_press_draw_letters, KP_STAGE_PLAN, FALSE,
    N_("Which papers were handed in, to fill in.") },
  [KP_PRESS_LETTER_RECUSAL] = { "letter-recusal", "回避和保密承诺书", kp_press_draw_letters, KP_STAGE_PLAN, FALSE,
    N_("A promise of examiners and staff, to fill in.") },
  [KP_PRESS_LETTER_RETEST] = { "letter-retest", "体检复检申请表", kp_press_draw_letters, KP_STAGE_PHYSICAL, FALSE,
    N_("An application for another physical examination, to fill in.") },
  [KP_PRESS_LETTER_OBJECTION] = { "letter-objection", "异议登记表", kp_press_draw_letters, KP_STAGE_PUBLICITY, FALSE,
    N_("An objection against the publicity and what came of it, to fill in.") },
  [KP_PRESS_LETTER_CONFIRM] = { "letter-confirm", "转正通知书", kp_press_draw_letters, KP_STAGE_HIRE, TRUE,
    N_("From which day a worker is confirmed.") },
  [KP_PRESS_LETTER_UNION] = { "letter-union", "征求工会意见函", kp_press_draw_letters, KP_STAGE_HIRE, TRUE,
    N_("What the union must hear before a contract is ended in the probation.") },
  [KP_PRESS_LETTER_TERMINATE] = { "letter-terminate", "试用期解除通知书", kp_press_draw_letters, KP_STAGE_HIRE, TRUE,
    N_("That a contract ends in the probation, with facts and clause.") },
  [KP_PRESS_LETTER_ENDED] = { "letter-ended", "解除（终止）劳动合同证明", kp_press_draw_letters, KP_STAGE_HIRE, TRUE,
    N_("What the law asks for once a contract has ended.") },
  [KP_PRESS_LETTER_RECHECK] = { "letter-recheck", "查分申请表", kp_press_draw_letters, KP_STAGE_WRITTEN, FALSE,
    N_("An application to have a mark checked, to fill in.") },
  [KP_PRESS_LETTER_EXPIRY] = { "letter-expiry", "劳动合同期满通知书", kp_press_draw_letters, KP_STAGE_HIRE, TRUE,
    N_("That the term of a contract is about to end, and what the employer wants.") },
  [KP_PRESS_LETTER_RENEW] = { "letter-renew", "续订劳动合同协议书", kp_press_draw_letters, KP_STAGE_HIRE, FALSE,
    N_("The annex by which a contract is renewed, to fill in and sign.") },
  [KP_PRESS_LETTER_CHANGE] = { "letter-change", "变更劳动合同协议书", kp_press_draw_letters, KP_STAGE_HIRE, FALSE,
    N_("The annex by which a contract is changed, to fill in and sign.") },
  [KP_PRESS_LETTER_HANDING] = { "letter-handing", "工作交接单", kp_press_draw_letters, KP_STAGE_HIRE, FALSE,
    N_("Which work and things were handed over, to fill in.") },
  [KP_PRESS_LETTER_TRANSFER] = { "letter-transfer", "转聘通知书", kp_press_draw_letters, KP_STAGE_HIRE, TRUE,
    N_("From which employer to which somebody is converted, and from which day.") },
  [KP_PRESS_LETTER_AGREEMENT] = { "letter-agreement", "转聘三方协议书", kp_press_draw_letters, KP_STAGE_HIRE, FALSE,
    N_("What the former employer, the worker and the new one agree on, to fill in and sign.") },
  [KP_PRESS_LETTER_YEARS] = { "letter-years", "工作年限认定表", kp_press_draw_letters, KP_STAGE_HIRE, FALSE,
    N_("Years of service by what they count for, to fill in and sign.") },
  [KP_PRESS_LETTER_GRADE] = { "letter-grade", "岗位等级初定审批表", kp_press_draw_letters, KP_STAGE_HIRE, FALSE,
    N_("The first grade and what it comes from, to fill in and sign.") },
};

/** kp_press_form_get_name: what the command line calls a form. */
const char *
kp_press_form_get_name (KpPressForm form)
{
  return forms[form].name;
}

/** kp_press_form_get_chinese: what the office calls a form. */
const char *
kp_press_form_get_chinese (KpPressForm form)
{
  return forms[form].chinese;
}

/** kp_press_form_get_summary: what a form is for, one sentence in the language of the screen. Borrowed. */
const char *
kp_press_form_get_summary (KpPressForm form)
{
  return _ (forms[form].summary);
}

/** kp_press_form_get_stage: the stage of the campaign from which on there is something to print. */
KpStage
kp_press_form_get_stage (KpPressForm form)
{
  return forms[form].stage;
}

/** kp_press_form_is_rare: whether a campaign may come to its end without such a paper. */
gboolean
kp_press_form_is_rare (KpPressForm form)
{
  return forms[form].is_rare;
}

/** kp_press_form_is_alone: whether a form is printed only when it is asked for by name: the index draws all others. */
gboolean
kp_press_form_is_alone (KpPressForm form)
{
  return form == KP_PRESS_CONTENTS;
}

/** kp_press_form_is_register: whether a form is one of the office's registers: true as of its day, and never void. */
gboolean
kp_press_form_is_register (KpPressForm form)
{
  return forms[form].draw == kp_press_draw_registers;
}

/** kp_press_form_goes_by_day: whether a register reads otherwise on another day though nothing was recorded: what a file lacks is
 * due then, and people who weren't counted yet are counted as of the day of printing. */
gboolean
kp_press_form_goes_by_day (KpPressForm form)
{
  return form == KP_PRESS_FILES || form == KP_PRESS_HEADCOUNT;
}

/** kp_press_form_is_published: whether a form is a list that may stand on a web page; those to single people, of rooms and for
 * the office alone never. */
gboolean
kp_press_form_is_published (KpPressForm form)
{
  switch (form)
    {
    case KP_PRESS_MARKS:
    case KP_PRESS_SHORTLIST:
    case KP_PRESS_HEATS:
    case KP_PRESS_TOTALS:
    case KP_PRESS_PUBLICITY:
      return TRUE;
    default:
      return FALSE;
    }
}

/** kp_press_form_dup_file_name: numbered, so that a folder shows the papers in the order of the campaign.
 * (transfer full) */
char *
kp_press_form_dup_file_name (KpPressForm form)
{
  return g_strdup_printf ("%03u-%s.pdf", form + 1, forms[form].chinese);
}

/** kp_press_form_is_letter: whether a form is a letter to single people; a campaign may have nobody to send it to. */
gboolean
kp_press_form_is_letter (KpPressForm form)
{
  return forms[form].draw == kp_press_draw_letters;
}

/** kp_press_form_parse: reads either name of a form; FALSE when there is none like it. */
gboolean
kp_press_form_parse (const char *name, KpPressForm *out)
{
  for (guint i = 0; i < KP_PRESS_N_FORMS; i++)
    {
      if (g_str_equal (name, forms[i].name) || g_str_equal (name, forms[i].chinese))
        {
          *out = (KpPressForm) i;
          return TRUE;
        }
    }
  return FALSE;
}

/** kp_press_form_draw: draws the form that the press is set to, without anything around it. */
gboolean
kp_press_form_draw (KpPress *press, KpSheet *sheet, GError **error)
{
  return forms[press->form].draw (press, sheet, error);
}
