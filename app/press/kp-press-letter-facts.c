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

/** kp_letter_fill_nobody: the same fields on an empty form: known, and without a value. */
void
kp_letter_fill_nobody (KpLetter *letter)
{
  static const char *const names[] = { "姓名", "身份证号", "考生号码", "报考岗位" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    kp_letter_set_optional (letter, names[i], NULL);
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
