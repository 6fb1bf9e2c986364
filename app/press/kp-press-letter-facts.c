/* kp-press-letter-facts.c – whom each letter goes to, and what the record says for it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A letter tells a person what was decided of that person, and nothing of anybody else: a substitute doesn't read who
 * left, nor whether it was for reasons of health. While numbers are sealed, a letter with a number has no name. */

#include <string.h>

#include "kp-direct-hires.h"
#include "kp-id-number.h"
#include "kp-press-letter-private.h"
#include "kp-qualify.h"
#include "kp-step-review.h"

/* What neither scheme nor record says is left to be written by hand. */
#define BY_HAND "　　　　　　"
#define DATE_BY_HAND "　　　　年　　月　　日"
#define LINES_BY_HAND "\n\n"

/** kp_letter_book_load: reads what several letters need into @book, which is empty; FALSE with #KP_DATA_ERROR. */
gboolean
kp_letter_book_load (KpLetterBook *book, KpPress *press, GError **error)
{
  *book = (KpLetterBook){ .press = press };
  book->findings = kp_table_select (kp_session_get_database (press->session), &kp_finding_table,
                                    kp_session_get_campaign (press->session), "ORDER BY application, condition", KP_NO_BINDS,
                                    error);
  book->terms = book->findings != NULL ? kp_step_review_list_terms (press->session, error) : NULL;
  return book->terms != NULL;
}

/** kp_letter_book_clear: frees what was read. */
void
kp_letter_book_clear (KpLetterBook *book)
{
  g_clear_pointer (&book->findings, g_ptr_array_unref);
  g_clear_pointer (&book->terms, g_ptr_array_unref);
  kp_press_works_clear (&book->works);
}

/** kp_letter_set: a field of the wording. */
void
kp_letter_set (KpLetter *letter, const char *name, const char *value)
{
  const KpWordingValue field = { name, value, FALSE };

  g_array_append_val (letter->values, field);
}

/** kp_letter_set_optional: a sentence that a campaign may do without. */
void
kp_letter_set_optional (KpLetter *letter, const char *name, const char *value)
{
  const KpWordingValue field = { name, value, TRUE };

  g_array_append_val (letter->values, field);
}

/** kp_letter_add_row: a row of the table; NULL leaves it out, "" leaves room to write. */
void
kp_letter_add_row (KpLetter *letter, const char *label, const char *value)
{
  const KpLetterRow row = { label, value };

  g_array_append_val (letter->rows, row);
}

static const char *
get_or_by_hand (const char *text)
{
  return text != NULL && *text != '\0' ? text : BY_HAND;
}

/** kp_letter_fill_person: to whom it goes, and the fields for it. */
void
kp_letter_fill_person (KpLetter *letter)
{
  KpPress *press = letter->book->press;
  const KpDossier *dossier = letter->dossier;
  const gboolean has_ticket = dossier->seat != NULL;

  letter->id = dossier->application->application;
  letter->addressee = dossier->person->name;
  letter->who = kp_press_format (press, "%s（%s：%s）", dossier->person->name, has_ticket ? "准考证号" : "报名序号",
                                 kp_press_get_ticket (dossier));
  kp_letter_set (letter, "姓名", dossier->person->name);
  kp_letter_set (letter, "身份证号", kp_press_keep (press, kp_id_number_mask (dossier->person->id_number)));
  kp_letter_set (letter, "考生号码", kp_press_get_ticket (dossier));
  kp_letter_set (letter, "报考岗位", kp_press_get_post (press, dossier->application->post));
}

/** kp_letter_fill_common: the fields that every wording may use. */
void
kp_letter_fill_common (KpLetter *letter)
{
  KpPress *press = letter->book->press;
  const KpScheme *scheme = press->scheme;

  kp_letter_set (letter, "招聘名称", kp_press_get_campaign (press));
  kp_letter_set (letter, "公告名称", kp_press_format (press, "《%s公告》", kp_press_get_campaign (press)));
  kp_letter_set (letter, "招聘机构", scheme->committee);
  kp_letter_set (letter, "咨询电话", get_or_by_hand (scheme->phone));
  kp_letter_set (letter, "监督电话", get_or_by_hand (scheme->supervision_phone));
  kp_letter_set (letter, "办公地址", get_or_by_hand (scheme->address));
  kp_letter_set_optional (letter, "资格截止日期", kp_press_format_date (press, scheme->cutoff));
}

/* ---- review ---- */

static gboolean
has_review (const KpDossier *dossier, KpReviewOutcome outcome)
{
  return g_strcmp0 (dossier->application->review, kp_review_outcome_get_name (outcome)) == 0;
}

/* Did the papers in the original show that the person doesn't qualify after all? */
static gboolean
has_failed_recheck (const KpDossier *dossier)
{
  return dossier->leaving != NULL && g_str_equal (dossier->leaving->cause, kp_cause_get_name (KP_CAUSE_FAILED));
}

/** kp_letter_is_unqualified: did not pass the review, or left at the recheck for that. */
gboolean
kp_letter_is_unqualified (const KpDossier *dossier)
{
  return has_review (dossier, KP_REVIEW_FAIL) || has_failed_recheck (dossier);
}

/** kp_letter_wants_supplement: the review can't end without further papers. */
gboolean
kp_letter_wants_supplement (const KpDossier *dossier)
{
  return has_review (dossier, KP_REVIEW_MORE);
}

/* "1.学历……。（公告条款：二（一）2）" on a line each: those of @moment with the verdict @wanted. */
static const char *
list_findings (KpLetter *letter, const char *moment, KpVerdict wanted)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < letter->book->findings->len; i++)
    {
      const KpFindingRecord *finding = g_ptr_array_index (letter->book->findings, i);

      if (!g_str_equal (finding->application, letter->dossier->application->application) ||
          !g_str_equal (finding->moment, moment) ||
          !g_str_equal (finding->verdict, kp_verdict_get_name (wanted)) || finding->sentence == NULL)
        continue;
      g_string_append_printf (text, "%s%u.%s", n > 0 ? "\n" : "", n + 1, finding->sentence);
      if (finding->clause != NULL && *finding->clause != '\0')
        g_string_append_printf (text, "（公告条款：%s）", finding->clause);
      n++;
    }
  return n > 0 ? kp_press_format (letter->book->press, "%s", text->str) : NULL;
}

static const KpReviewTerm *
find_term (const KpLetter *letter)
{
  for (guint i = 0; i < letter->book->terms->len; i++)
    {
      const KpReviewTerm *term = g_ptr_array_index (letter->book->terms, i);

      if (g_str_equal (term->application, letter->dossier->application->application))
        return term;
    }
  return NULL;
}

static const char *
get_appeal (KpLetter *letter)
{
  KpPress *press = letter->book->press;
  const KpReviewPolicy *policy = &press->scheme->review;
  const KpReviewTerm *term = find_term (letter);
  const gboolean has_day = term != NULL && !kp_date_is_none (term->deadlines.appeal_to);
  const char *until = has_day ? kp_press_format (press, "在%s（含当日）以前",
                                                 kp_press_format_date (press, term->deadlines.appeal_to))
                              : "在收到本通知书后";
  const char *answer = policy->answer_days == 0
                           ? ""
                           : kp_press_format (press, "申诉由原审查人员以外的人员办理，自收到申诉之日起%u%s内书面答复。",
                                              policy->answer_days, policy->answer_in_workdays ? "个工作日" : "日");

  return kp_press_format (press, "你对结论有异议的，可以%s书面向%s提出申诉，并附有关证据。%s", until,
                          press->scheme->committee, answer);
}

/** kp_letter_fill_unqualified: every condition that isn't met, with its clause; until when one may appeal. */
void
kp_letter_fill_unqualified (KpLetter *letter)
{
  KpPress *press = letter->book->press;
  const gboolean is_recheck = !has_review (letter->dossier, KP_REVIEW_FAIL);
  const char *reasons = list_findings (letter, is_recheck ? KP_MOMENT_RECHECK : KP_MOMENT_REVIEW, KP_VERDICT_UNMET);

  kp_letter_fill_person (letter);
  letter->date = kp_press_format_iso (press, is_recheck ? letter->dossier->leaving->recorded_on
                                                        : letter->dossier->application->reviewed_on);
  if (reasons == NULL && is_recheck)
    reasons = letter->dossier->leaving->reason;
  kp_letter_set (letter, "审查环节", is_recheck ? "资格复审" : "资格审查");
  kp_letter_set (letter, "不合格理由", reasons);
  kp_letter_set (letter, "申诉约定", get_appeal (letter));
}

/** kp_letter_fill_supplement: what can't be told without papers, and until when they are taken. */
void
kp_letter_fill_supplement (KpLetter *letter)
{
  KpPress *press = letter->book->press;
  const KpReviewTerm *term = find_term (letter);
  const gboolean has_day = term != NULL && !kp_date_is_none (term->deadlines.supplement_to);

  kp_letter_fill_person (letter);
  letter->date = kp_press_format_iso (press, letter->dossier->application->reviewed_on);
  kp_letter_set (letter, "补充事项", list_findings (letter, KP_MOMENT_REVIEW, KP_VERDICT_NEEDS_PAPER));
  kp_letter_set (letter, "补充期限",
       has_day ? kp_press_format (press, "在%s（含当日）以前", kp_press_format_date (press, term->deadlines.supplement_to))
               : "在" DATE_BY_HAND "（含当日）以前");
}

/* ---- interview ---- */

/** kp_letter_is_interviewed: on the shortlist, and still there. */
gboolean
kp_letter_is_interviewed (const KpDossier *dossier)
{
  return kp_dossier_is_on_shortlist (dossier) && dossier->leaving == NULL;
}

static void
add_candidate_rows (KpLetter *letter)
{
  KpPress *press = letter->book->press;
  const KpDossier *dossier = letter->dossier;

  kp_letter_add_row (letter, dossier->seat != NULL ? "准考证号" : "报名序号", kp_press_get_ticket (dossier));
  kp_letter_add_row (letter, "身份证号", kp_press_keep (press, kp_id_number_mask (dossier->person->id_number)));
  kp_letter_add_row (letter, "报考岗位", kp_press_get_post (press, dossier->application->post));
}

static void
add_interview_rows (KpLetter *letter)
{
  KpPress *press = letter->book->press;
  const KpSchemeInterview *interview = &press->scheme->interview;
  const char *day = kp_press_format_date (press, interview->date);

  kp_letter_add_row (letter, "面试日期", day != NULL ? day : "");
  kp_letter_add_row (letter, "报到时间",
           interview->report_at > 0
               ? kp_press_format (press, "%u:%02u（迟到视为放弃）", interview->report_at / 60, interview->report_at % 60)
               : "");
  kp_letter_add_row (letter, "报到地点", interview->place != NULL ? interview->place : "");
}

/** kp_letter_fill_interview: when and where; never room or number, which are drawn on the spot. */
void
kp_letter_fill_interview (KpLetter *letter)
{
  kp_letter_fill_person (letter);
  add_candidate_rows (letter);
  add_interview_rows (letter);
}

static gboolean
is_late_call (const KpFitnessRecord *fitness)
{
  return fitness != NULL && fitness->round > 0;
}

static gboolean
is_listed_late (const KpDossier *dossier)
{
  return dossier->shortlist != NULL &&
         g_strcmp0 (dossier->shortlist->outcome, kp_shortlist_verdict_get_name (KP_SHORTLIST_SUBSTITUTE)) == 0;
}

/** kp_letter_is_substitute: took the place of somebody who left, at the interview or after it. */
gboolean
kp_letter_is_substitute (const KpDossier *dossier)
{
  return is_listed_late (dossier) || is_late_call (dossier->physical) || is_late_call (dossier->background);
}

/** kp_letter_get_substitute_stage: into what somebody moved up; the latest call counts. */
const char *
kp_letter_get_substitute_stage (const KpDossier *dossier)
{
  if (is_late_call (dossier->physical))
    return "体检";
  return is_late_call (dossier->background) ? "考察" : "面试";
}

/** kp_letter_fill_substitute: into what, and why there was a place; the latest call counts. */
void
kp_letter_fill_substitute (KpLetter *letter)
{
  const KpDossier *dossier = letter->dossier;
  const gboolean is_fitness = is_late_call (dossier->physical) || is_late_call (dossier->background);

  kp_letter_fill_person (letter);
  add_candidate_rows (letter);
  kp_letter_set (letter, "递补环节", kp_letter_get_substitute_stage (dossier));
  kp_letter_set (letter, "递补原因",
       is_fitness ? "因报考同一岗位的体检、考察人选出现空缺（放弃或者不合格）"
                  : "因报考同一岗位的面试人选出现空缺（放弃、未按时参加或者资格复审不合格）");
  if (is_fitness)
    {
      /* The record knows the results of the examination, not the day on which a substitute was called. */
      letter->date = DATE_BY_HAND;
      kp_letter_add_row (letter, "集合时间", "");
      kp_letter_add_row (letter, "集合地点", "");
    }
  else
    {
      add_interview_rows (letter);
    }
  kp_letter_add_row (letter, "回执交回日期", "");
}

/** kp_letter_has_mark: was heard, or should have been. */
gboolean
kp_letter_has_mark (const KpDossier *dossier)
{
  return dossier->hearing != NULL && dossier->interview != NULL;
}

static const char *
get_mark (KpPress *press, const KpInterviewRecord *interview)
{
  KpMarkState state = KP_MARK_PRESENT;

  if (interview->raw != KP_NO_INT)
    return kp_press_format (press, "%s分", kp_press_format_mark (press, interview->raw));
  return kp_mark_state_from_name (interview->state, &state) ? kp_mark_state_get_chinese (state) : NULL;
}

/** kp_letter_fill_mark: by number alone until the room is opened (domain.md §8); then with the name. */
void
kp_letter_fill_mark (KpLetter *letter)
{
  KpPress *press = letter->book->press;
  const KpDossier *dossier = letter->dossier;
  const KpInterviewRecord *interview = dossier->interview;
  const gboolean is_sealed = kp_dossier_is_sealed (dossier);
  const char *number = kp_press_format (press, "第%" G_GINT64_FORMAT "考场 第%" G_GINT64_FORMAT "号", dossier->hearing->room,
                                        dossier->hearing->number);

  if (is_sealed)
    {
      letter->id = kp_press_format (press, "%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, dossier->hearing->room,
                                    dossier->hearing->number);
      letter->addressee = kp_press_format (press, "%s考生", number);
      kp_letter_set (letter, "姓名", letter->addressee);
    }
  else
    {
      kp_letter_fill_person (letter);
    }
  kp_letter_add_row (letter, "考场和序号", number);
  if (!is_sealed)
    {
      kp_letter_add_row (letter, dossier->seat != NULL ? "准考证号" : "报名序号", kp_press_get_ticket (dossier));
      kp_letter_add_row (letter, "报考岗位", kp_press_get_post (press, dossier->hearing->post));
    }
  kp_letter_add_row (letter, "面试日期", kp_press_format_date (press, press->scheme->interview.date));
  kp_letter_add_row (letter, "面试成绩", get_mark (press, interview));
  if (interview->coefficient != NULL && !is_sealed)
    {
      kp_letter_add_row (letter, "修正系数", interview->coefficient);
      kp_letter_add_row (letter, "修正后成绩",
               interview->mark != KP_NO_INT ? kp_press_format (press, "%s分", kp_press_format_mark (press, interview->mark)) : NULL);
    }
}

/* ---- physical, hire ---- */

/** kp_letter_is_examined: called to the physical examination. */
gboolean
kp_letter_is_examined (const KpDossier *dossier)
{
  return dossier->physical != NULL;
}

static const char *
get_physical_reason (KpPress *press, const KpTotalRecord *total)
{
  const char *campaign = kp_press_get_campaign (press);

  if (kp_direct_is_hired (total))
    return kp_press_format (press, "你符合%s免试直接聘用的条件，进入体检", campaign);
  if (total == NULL || total->total == KP_NO_INT || total->place == KP_NO_INT || total->is_undecided)
    return kp_press_format (press, "你已进入%s体检", campaign);
  return kp_press_format (press, "你在%s中综合成绩为%s分，列报考岗位第%" G_GINT64_FORMAT "名，进入体检", campaign,
                          kp_press_format_mark (press, total->total), total->place);
}

/** kp_letter_fill_physical: why, where, and that the result may be checked once more. */
void
kp_letter_fill_physical (KpLetter *letter)
{
  KpPress *press = letter->book->press;
  const KpSchemePhysical *physical = &press->scheme->physical;

  kp_letter_fill_person (letter);
  letter->date = is_late_call (letter->dossier->physical) ? DATE_BY_HAND : NULL;
  kp_letter_set (letter, "体检原因", get_physical_reason (press, letter->dossier->total));
  kp_letter_set_optional (letter, "复检约定",
                physical->recheck_times == 0
                    ? NULL
                    : kp_press_format (press, "对体检结论有疑问的，可以在接到结论之日起%u%s内申请复检，复检不超过%u次，结论以复检为准。",
                                       physical->recheck_days, physical->recheck_in_workdays ? "个工作日" : "日",
                                       physical->recheck_times));
  add_candidate_rows (letter);
  kp_letter_add_row (letter, "集合时间", "");
  kp_letter_add_row (letter, "集合地点", "");
}

/** kp_letter_is_hired: a contract is ready to be signed. */
gboolean
kp_letter_is_hired (const KpDossier *dossier)
{
  return dossier->contract != NULL;
}

/** kp_letter_fill_hire: who employs, for how long, where to report. */
void
kp_letter_fill_hire (KpLetter *letter)
{
  KpPress *press = letter->book->press;
  const KpContractRecord *contract = letter->dossier->contract;
  const KpSchemeStreet *street = kp_scheme_get_street (press->scheme, contract->street);
  const gboolean is_labour = press->scheme->contract.kind == KP_CONTRACT_LABOUR;

  kp_letter_fill_person (letter);
  kp_letter_set (letter, "合同名称", is_labour ? "劳动合同" : "聘用合同");
  kp_letter_set (letter, "合同依据", is_labour ? "《中华人民共和国劳动合同法》第九条、第十条" : "《事业单位人事管理条例》及有关规定");
  kp_letter_add_row (letter, "用人单位", street->employer);
  kp_letter_add_row (letter, "聘用岗位",
           kp_press_format (press, "社区专职工作人员（%s）",
                            kp_press_get_post_name (press, kp_press_get_hire_post (letter->dossier))));
  kp_letter_add_row (letter, "合同期限", kp_press_format (press, "%s至%s", kp_press_format_iso (press, contract->starts),
                                                kp_press_format_iso (press, contract->ends)));
  kp_letter_add_row (letter, "试用期",
           contract->probation_months > 0
               ? kp_press_format (press, "%" G_GINT64_FORMAT "个月，包含在合同期限内", contract->probation_months)
               : NULL);
  kp_letter_add_row (letter, "报到时间", "");
  kp_letter_add_row (letter, "报到地点", street->address != NULL ? street->address : "");
}

/* ---- forms to be filled in ---- */

/* Rows of an empty form; with a dossier, who it is stands there already. */
static void
add_blank_person (KpLetter *letter)
{
  KpPress *press = letter->book->press;
  const KpDossier *dossier = letter->dossier;

  if (dossier != NULL)
    kp_letter_fill_person (letter);
  else
    letter->id = "";
  letter->addressee = press->scheme->committee;
  kp_letter_add_row (letter, "姓名", dossier != NULL ? dossier->person->name : "");
  kp_letter_add_row (letter, "身份证号",
           dossier != NULL ? kp_press_keep (press, kp_id_number_mask (dossier->person->id_number)) : "");
}

/** kp_letter_fill_waiver: who gives up what. */
void
kp_letter_fill_waiver (KpLetter *letter)
{
  const KpDossier *dossier = letter->dossier;

  add_blank_person (letter);
  kp_letter_add_row (letter, "准考证号\n（报名序号）", dossier != NULL ? kp_press_get_ticket (dossier) : "");
  kp_letter_add_row (letter, "报考岗位",
           dossier != NULL ? kp_press_get_post (letter->book->press, dossier->application->post) : "");
  kp_letter_add_row (letter, "放弃的环节", "□资格复审　□面试　□体检　□考察　□聘用");
  kp_letter_add_row (letter, "放弃原因", "");
}

/** kp_letter_fill_consent: whom an employer lets go. */
void
kp_letter_fill_consent (KpLetter *letter)
{
  add_blank_person (letter);
  kp_letter_add_row (letter, "现任岗位", "");
  kp_letter_add_row (letter, "用工形式", "□在编　□合同制　□劳务派遣　□其他");
  kp_letter_add_row (letter, "到本单位工作\n时间", DATE_BY_HAND);
  kp_letter_add_row (letter, "服务期约定", "□没有　□有，至　　　　年　　月　　日");
}

/** kp_letter_fill_service: who worked where, and how long by the day that counts. */
void
kp_letter_fill_service (KpLetter *letter)
{
  KpPress *press = letter->book->press;
  const char *cutoff = kp_press_format_date (press, press->scheme->cutoff);

  add_blank_person (letter);
  kp_letter_add_row (letter, "所在社区", "");
  kp_letter_add_row (letter, "从事工作", "□网格员　□社区工作者　□其他");
  kp_letter_add_row (letter, "开始工作时间", DATE_BY_HAND "　　　目前：□在岗　□离岗");
  kp_letter_add_row (letter, "连续工作年限",
           kp_press_format (press, "%s%s　　　年　　　个月", cutoff != NULL ? "至" : "", cutoff != NULL ? cutoff : ""));
  kp_letter_add_row (letter, "用工单位", "");
  kp_letter_add_row (letter, "用工形式", "□劳动合同　□劳务派遣　□其他");
  kp_letter_add_row (letter, "年度考核和\n受处分情况", "");
}

/* ---- forms of applicants and staff ---- */

static void
add_post_row (KpLetter *letter)
{
  const KpDossier *dossier = letter->dossier;

  kp_letter_add_row (letter, "报考岗位",
           dossier != NULL ? kp_press_get_post (letter->book->press, dossier->application->post) : "");
}

/* An item of a list as part of a sentence: without the stop at its end. */
static void
append_item (GString *text, const char *item)
{
  static const char *const stops[] = { "。", "；", ";" };
  gsize length = strlen (item);

  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    if (g_str_has_suffix (item, stops[i]))
      {
        length -= strlen (stops[i]);
        break;
      }
  g_string_append_len (text, item, (gssize) length);
}

/** kp_letter_fill_pledge: what an applicant promises; what bars an application is the scheme's. */
void
kp_letter_fill_pledge (KpLetter *letter)
{
  KpPress *press = letter->book->press;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < press->scheme->declarations->len; i++)
    {
      g_string_append (text, i == 0 ? "：" : "；");
      append_item (text, g_ptr_array_index (press->scheme->declarations, i));
    }
  add_blank_person (letter);
  add_post_row (letter);
  kp_letter_set_optional (letter, "不得报考情形", kp_press_format (press, "%s", text->str));
}

/** kp_letter_fill_privacy: whose data it is. */
void
kp_letter_fill_privacy (KpLetter *letter)
{
  add_blank_person (letter);
}

/* A line to tick for a paper. */
#define PAPER_LINE "□原件　□复印件　共　　　页　□需补充"

/* The papers that prove what the post asks for, once each, besides those of every notice. */
static void
add_proofs (KpLetter *letter)
{
  static const char *const usual[] = { "身份证", "户口簿", "毕业证、学位证", "学信网备案表" };
  KpPress *press = letter->book->press;
  const KpSchemePost *post
      = letter->dossier != NULL ? kp_scheme_get_post (press->scheme, letter->dossier->application->post) : NULL;
  g_autoptr (GPtrArray) asked = post != NULL ? kp_qualify_list_requirements (press->scheme, post) : NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    {
      g_hash_table_add (seen, (gpointer) usual[i]);
      kp_letter_add_row (letter, usual[i], PAPER_LINE);
    }
  for (guint i = 0; asked != NULL && i < asked->len; i++)
    {
      const KpRequirement *requirement = g_ptr_array_index (asked, i);

      if (requirement->proof != NULL && *requirement->proof != '\0' && g_hash_table_add (seen, requirement->proof))
        kp_letter_add_row (letter, requirement->proof, PAPER_LINE);
    }
}

/** kp_letter_fill_receipt: which papers the post asks for, with boxes to tick. */
void
kp_letter_fill_receipt (KpLetter *letter)
{
  add_blank_person (letter);
  add_post_row (letter);
  add_proofs (letter);
  kp_letter_add_row (letter, "其他材料一", "名称：　　　　　　　" PAPER_LINE);
  kp_letter_add_row (letter, "其他材料二", "名称：　　　　　　　" PAPER_LINE);
}

/** kp_letter_fill_recusal: who promises, and to whom that person must not come near. */
void
kp_letter_fill_recusal (KpLetter *letter)
{
  letter->id = "";
  letter->addressee = letter->book->press->scheme->committee;
  kp_letter_add_row (letter, "姓名", "");
  kp_letter_add_row (letter, "工作单位", "");
  kp_letter_add_row (letter, "承担的工作", "□考官　□监考　□命题　□阅卷　□计分　□监督　□其他");
  kp_letter_add_row (letter, "回避关系", "□没有　□有（填下一栏）");
  kp_letter_add_row (letter, "姓名和关系", "\n");
}

/** kp_letter_fill_retest: what of the examination is doubted. */
void
kp_letter_fill_retest (KpLetter *letter)
{
  add_blank_person (letter);
  add_post_row (letter);
  kp_letter_add_row (letter, "体检日期", DATE_BY_HAND);
  kp_letter_add_row (letter, "申请复检的项目", "");
  kp_letter_add_row (letter, "理由", LINES_BY_HAND);
  kp_letter_add_row (letter, "处理意见", "□同意复检，时间、地点：　　　　　　□不同意，理由：");
  kp_letter_add_row (letter, "复检结论", "");
}

/** kp_letter_fill_objection: who objects to whom, what was found. */
void
kp_letter_fill_objection (KpLetter *letter)
{
  const KpDossier *dossier = letter->dossier;

  if (dossier != NULL)
    kp_letter_fill_person (letter);
  else
    letter->id = "";
  letter->addressee = letter->book->press->scheme->committee;
  kp_letter_add_row (letter, "收到日期", DATE_BY_HAND "　　　方式：□来信　□来电　□来访　□网络");
  kp_letter_add_row (letter, "反映人", "□实名　□匿名");
  kp_letter_add_row (letter, "被反映人", dossier != NULL ? letter->who : "");
  add_post_row (letter);
  kp_letter_add_row (letter, "反映的问题", LINES_BY_HAND);
  kp_letter_add_row (letter, "调查经过", LINES_BY_HAND);
  kp_letter_add_row (letter, "调查结论", "□不属实　□部分属实　□属实：");
  kp_letter_add_row (letter, "处理意见", "□不影响聘用　□取消拟聘用资格　□其他：");
  kp_letter_add_row (letter, "答复反映人", DATE_BY_HAND);
}
