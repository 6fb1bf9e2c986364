/* kp-press-letter-work.c – letters about a contract: confirmation, the union's opinion, termination, certificate of the end.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A termination that the chain doesn't carry is unlawful (劳动合同法 §§21, 39, 43), so its letters aren't printed before
 * the chain is whole up to them. The certificate says what the law asks for and no reason (实施条例 §24). */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-candidate.h"
#include "kp-id-number.h"
#include "kp-press-letter-private.h"
#include "kp-termination.h"

#define DATE_BY_HAND "　　　　年　　月　　日"
#define NUMBER_BY_HAND "　　　〔　　　　〕　　号"

/* ---- what the record carries ---- */

static gboolean
refuse (const KpEmployment *work, const char *sentence, GError **error)
{
  g_set_error (error, KP_PRESS_ERROR, KP_PRESS_ERROR_NOTHING, _("Contract %s: %s"), work->contract->number, sentence);
  return FALSE;
}

/** kp_letter_check_confirm: whether the probation was settled for the worker. */
gboolean
kp_letter_check_confirm (const KpLetterBook *book G_GNUC_UNUSED, const KpEmployment *work, GError **error)
{
  KpProbationAct act;

  if (work->outcome != NULL && kp_probation_act_parse (work->outcome->act, &act) && act != KP_PROBATION_TERMINATE)
    return TRUE;
  return refuse (work, _("no confirmation is on record; “kaopin probation FILE NUMBER --settle confirm” records it."), error);
}

/** kp_letter_check_ended: whether the contract's end is on record. */
gboolean
kp_letter_check_ended (const KpLetterBook *book G_GNUC_UNUSED, const KpEmployment *work, GError **error)
{
  return work->end != NULL
         || refuse (work, _("its end isn't on record; “kaopin contract FILE NUMBER --end GROUND” records it."), error);
}

/** kp_letter_check_expiry: whether the term is so near its end that the scheme recalls it. */
gboolean
kp_letter_check_expiry (const KpLetterBook *book, const KpEmployment *work, GError **error)
{
  KpDeadlinePolicy policy;
  g_autofree char *from = NULL;
  g_autofree char *sentence = NULL;
  KpDate first;

  if (work->end != NULL)
    return refuse (work, _("it has ended."), error);
  if (!kp_date_is_valid (work->person.ends))
    return refuse (work, _("it has no term that could end."), error);
  kp_scheme_make_deadline_policy (book->press->scheme, &policy);
  first = kp_date_add_days (work->person.ends, -(gint) (policy.term_alarms.n > 0 ? policy.term_alarms.days[0] : 0));
  if (kp_date_compare (kp_session_get_today (book->press->session), first) >= 0)
    return TRUE;
  from = kp_date_dup_chinese (first);
  sentence = g_strdup_printf (_("its term isn't near its end; this letter is printed from %s on."), from);
  return refuse (work, sentence, error);
}

/* The chain up to a link, as of the day on which that link came, else of today. */
static gboolean
check_chain (const KpLetterBook *book, const KpEmployment *work, KpLink until, GError **error)
{
  const KpProbationLinkRecord *record = kp_press_works_find_link (&book->works, work, until, 0);
  const KpDate on = record != NULL ? kp_candidate_parse_date (record->day) : kp_session_get_today (book->press->session);
  g_autoptr (GArray) against = NULL;
  KpProbationAct act;

  if (work->file.months == 0)
    return refuse (work, _("it has no probation."), error);
  if (work->outcome != NULL && kp_probation_act_parse (work->outcome->act, &act) && act != KP_PROBATION_TERMINATE)
    return refuse (work, _("the probation is settled: the worker was confirmed."), error);
  against = kp_probation_check (book->works.policy, &work->file, KP_PROBATION_TERMINATE, on);
  for (guint i = 0; i < against->len; i++)
    {
      const KpChainFinding *finding = &g_array_index (against, KpChainFinding, i);
      g_autofree char *chinese = kp_chain_finding_dup_chinese (finding);
      g_autofree char *sentence = NULL;

      if (finding->kind == KP_CHAIN_MISSING && finding->link >= until)
        continue;
      sentence = g_strdup_printf (_("the chain of this probation doesn't carry it: %s (%s)"), chinese,
                                  kp_chain_finding_get_clause (finding));
      return refuse (work, sentence, error);
    }
  return TRUE;
}

/** kp_letter_check_union: whether the union can be asked: the assessment failed, and the meeting decided. */
gboolean
kp_letter_check_union (const KpLetterBook *book, const KpEmployment *work, GError **error)
{
  return check_chain (book, work, KP_LINK_UNION, error);
}

/** kp_letter_check_terminate: whether the chain is whole up to the notice, and there is still time. */
gboolean
kp_letter_check_terminate (const KpLetterBook *book, const KpEmployment *work, GError **error)
{
  return check_chain (book, work, KP_LINK_NOTICE, error);
}

/* ---- what the letters say ---- */

static const char *
format_day (KpLetter *letter, const char *iso)
{
  g_autofree char *day = g_strndup (iso, strlen ("2026-01-01"));

  return kp_press_format_iso (letter->book->press, day);
}

static const char *
mask_id (KpLetter *letter)
{
  return kp_press_keep (letter->book->press, kp_id_number_mask (letter->dossier->person->id_number));
}

/* The contract's own rows: an employer, a post, a term. */
static void
fill_contract (KpLetter *letter, const char *id_number)
{
  KpPress *press = letter->book->press;
  const KpContractRecord *contract = letter->work->contract;
  const KpSchemeStreet *street = kp_scheme_get_street (press->scheme, contract->street);
  const gboolean is_labour = press->scheme->contract.kind == KP_CONTRACT_LABOUR;

  kp_letter_fill_person (letter);
  letter->issuer = street->employer;
  letter->who = kp_press_format (press, "%s（合同编号：%s）", letter->dossier->person->name, contract->number);
  kp_letter_set (letter, "用人单位", street->employer);
  kp_letter_set (letter, "用人单位电话", street->phone != NULL && *street->phone != '\0' ? street->phone : "　　　　　　");
  kp_letter_set (letter, "合同名称", is_labour ? "劳动合同" : "聘用合同");
  kp_letter_set (letter, "合同编号", contract->number);
  kp_letter_set (letter, "岗位", kp_press_works_format_post (press, letter->dossier));
  kp_letter_set (letter, "解除依据",
                 is_labour ? "《中华人民共和国劳动合同法》第二十一条、第三十九条第（一）项" : "聘用合同和国家有关规定");
  kp_letter_add_row (letter, "姓名", letter->dossier->person->name);
  kp_letter_add_row (letter, "身份证号", id_number);
  kp_letter_add_row (letter, "合同编号", contract->number);
  kp_letter_add_row (letter, "岗位", kp_press_works_format_post (press, letter->dossier));
  kp_letter_add_row (letter, "合同期限", kp_press_format (press, "%s至%s", kp_press_format_iso (press, contract->starts),
                                                          kp_press_format_iso (press, contract->ends)));
}

/** kp_letter_fill_confirm: from which day, and with which result. */
void
kp_letter_fill_confirm (KpLetter *letter)
{
  KpPress *press = letter->book->press;
  const KpProbationOutcomeRecord *outcome = letter->work->outcome;
  const KpMerit merit = kp_probation_decide_merit (letter->book->works.policy, &letter->work->file, NULL);
  const char *result = kp_press_works_get_merit (merit);

  fill_contract (letter, mask_id (letter));
  letter->number = NUMBER_BY_HAND;
  letter->date = format_day (letter, outcome->at);
  kp_letter_set (letter, "转正日期", kp_press_format_iso (press, outcome->day));
  kp_letter_set (letter, "转正原因",
                 merit == KP_MERIT_OPEN || merit == KP_MERIT_FAIL ? "试用期届满"
                                                                  : kp_press_format (press, "试用期考核%s", result));
  kp_letter_add_row (letter, "试用期", kp_press_works_format_probation (&letter->book->works, letter->work));
  kp_letter_add_row (letter, "考核结果", merit == KP_MERIT_FAIL ? NULL : result);
  kp_letter_add_row (letter, "转正日期", kp_press_format_iso (press, outcome->day));
}

/* What the assessment failed of: items that fail at once, the residents, the total. */
static const char *
join_failures (KpLetter *letter)
{
  KpPress *press = letter->book->press;
  const KpProbationPolicy *policy = letter->book->works.policy;
  const KpProbationFile *file = &letter->work->file;
  const guint n_answers = file->survey.n_satisfied + file->survey.n_fair + file->survey.n_unsatisfied;
  g_autoptr (GString) text = g_string_new (NULL);
  KpMark total = 0;

  kp_probation_decide_merit (policy, file, &total);
  for (guint i = 0; i < policy->n_vetoes; i++)
    if (file->vetoes & (1u << i))
      g_string_append_printf (text, "%s有一票否决项“%s”", text->len > 0 ? "；" : "", policy->vetoes[i]);
  if (file->is_scored && total < policy->pass_line)
    g_string_append_printf (text, "%s试用期满考核总分%s分，低于合格线%s分", text->len > 0 ? "；" : "",
                            kp_press_format_mark (press, total), kp_press_works_format_points (press, policy->pass_line));
  if (n_answers > 0 && kp_fraction_is_known (policy->survey_line)
      && kp_fraction_compare (kp_fraction_new (file->survey.n_satisfied, n_answers), policy->survey_line) < 0)
    g_string_append_printf (text, "%s居民满意度测评%u份中满意%u份，低于%s", text->len > 0 ? "；" : "", n_answers,
                            file->survey.n_satisfied, kp_press_works_format_share (press, policy->survey_line));
  return kp_press_format (press, "%s", text->str);
}

/* "2026年12月16日，街党会〔2026〕31号". */
static const char *
format_link (KpLetter *letter, KpLink link)
{
  const KpProbationLinkRecord *record = kp_press_works_find_link (&letter->book->works, letter->work, link, 0);

  return record != NULL ? kp_press_format (letter->book->press, "%s，%s", kp_press_format_iso (letter->book->press, record->day),
                                           record->document)
                        : NULL;
}

static void
add_failure_rows (KpLetter *letter, gboolean with_conditions)
{
  kp_letter_set (letter, "不合格事实", join_failures (letter));
  kp_letter_add_row (letter, "试用期", kp_press_works_format_probation (&letter->book->works, letter->work));
  kp_letter_add_row (letter, "录用条件确认", with_conditions ? format_link (letter, KP_LINK_CONDITIONS) : NULL);
  kp_letter_add_row (letter, "期满考核", format_link (letter, KP_LINK_ASSESSMENT));
  kp_letter_add_row (letter, "集体研究", format_link (letter, KP_LINK_MEETING));
}

/** kp_letter_fill_union: to the union before anything is decided for good, with room for its opinion; it needs no ID number. */
void
kp_letter_fill_union (KpLetter *letter)
{
  const KpProbationLinkRecord *record
      = kp_press_works_find_link (&letter->book->works, letter->work, KP_LINK_UNION, 0);

  fill_contract (letter, NULL);
  letter->number = NUMBER_BY_HAND;
  letter->date = record != NULL ? format_day (letter, record->day) : DATE_BY_HAND;
  letter->addressee = kp_press_format (letter->book->press, "%s工会", letter->issuer);
  add_failure_rows (letter, FALSE);
  kp_letter_add_row (letter, "工会意见", "\n\n");
  kp_letter_add_row (letter, "工会（盖章）", DATE_BY_HAND);
}

/* With a full stop, in the place of whatever mark it ends with; NULL stays. */
static const char *
end_sentence (KpPress *press, const char *text)
{
  static const char *const marks[] = { "。", "；", "，", "、", ";", ",", "." };
  gsize length = text != NULL ? strlen (text) : 0;

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_suffix (text, marks[i]))
      {
        length -= strlen (marks[i]);
        break;
      }
  return text != NULL ? kp_press_format (press, "%.*s。", (gint) length, text) : NULL;
}

/** kp_letter_fill_terminate: facts and clause, the last day, what follows; the county's number where it is on record. */
void
kp_letter_fill_terminate (KpLetter *letter)
{
  KpPress *press = letter->book->press;
  const KpProbationLinkRecord *notice
      = kp_press_works_find_link (&letter->book->works, letter->work, KP_LINK_NOTICE, 0);
  const KpContractEndRecord *end = letter->work->end;

  fill_contract (letter, mask_id (letter));
  letter->number = notice != NULL ? notice->document : NUMBER_BY_HAND;
  letter->date = notice != NULL ? format_day (letter, notice->day) : DATE_BY_HAND;
  kp_letter_set (letter, "最后工作日", end != NULL ? kp_press_format_iso (press, end->last_day) : DATE_BY_HAND);
  add_failure_rows (letter, TRUE);
  kp_letter_add_row (letter, "工会意见", format_link (letter, KP_LINK_UNION));
  kp_letter_add_row (letter, "县级备案", format_link (letter, KP_LINK_FILING));
  kp_letter_set_optional (letter, "补充事实", notice != NULL ? end_sentence (press, notice->text) : NULL);
}

static gboolean
is_expiry (KpGround ground)
{
  return ground == KP_GROUND_EXPIRED || ground == KP_GROUND_PENSION || ground == KP_GROUND_DEATH
         || ground == KP_GROUND_EMPLOYER_GONE || ground == KP_GROUND_REFUSED_CONTRACT;
}

/* "5个月", "2年3个月", "20天": whole months worked, the last day counted. */
static const char *
format_service (KpPress *press, KpDate start, KpDate last_day)
{
  const gint months = kp_date_full_months_between (start, kp_date_add_days (last_day, 1));

  if (months <= 0)
    return kp_press_format (press, "%d天", kp_date_days_between (start, last_day) + 1);
  if (months < 12)
    return kp_press_format (press, "%d个月", months);
  return months % 12 == 0 ? kp_press_format (press, "%d年", months / 12)
                          : kp_press_format (press, "%d年%d个月", months / 12, months % 12);
}

/** kp_letter_fill_ended: term, last day, post and years of service. */
void
kp_letter_fill_ended (KpLetter *letter)
{
  KpPress *press = letter->book->press;
  const KpContractEndRecord *end = letter->work->end;
  KpGround ground = KP_GROUND_RESIGNED;
  const char *way = g_str_equal (end->ground, "retired") || (kp_ground_parse (end->ground, &ground) && is_expiry (ground)) ? "终止" : "解除";

  fill_contract (letter, letter->dossier->person->id_number);
  letter->number = NUMBER_BY_HAND;
  letter->addressee = NULL;
  letter->date = kp_press_format_iso (press, end->last_day);
  kp_letter_set (letter, "解除终止", way);
  kp_letter_set (letter, "最后工作日", kp_press_format_iso (press, end->last_day));
  kp_letter_add_row (letter, kp_press_format (press, "%s日期", way), kp_press_format_iso (press, end->last_day));
  kp_letter_add_row (letter, "本单位工作年限",
                     format_service (press, letter->work->file.start, kp_candidate_parse_date (end->last_day)));
}

/** kp_letter_fill_expiry: when the term ends; whether the employer renews is written by hand. */
void
kp_letter_fill_expiry (KpLetter *letter)
{
  KpPress *press = letter->book->press;
  const gboolean is_labour = press->scheme->contract.kind == KP_CONTRACT_LABOUR;

  fill_contract (letter, mask_id (letter));
  letter->number = NUMBER_BY_HAND;
  letter->date = DATE_BY_HAND;
  kp_letter_set (letter, "合同终止日期", kp_press_format_iso (press, letter->work->contract->ends));
  kp_letter_set (letter, "答复期限", DATE_BY_HAND);
  kp_letter_set_optional (letter, "期满说明",
                          is_labour ? "本单位维持或者提高原合同约定的条件续订而你不同意的，合同期满终止，不支付经济补偿；本单位不续订，或者降低条件"
                                      "而你不同意的，依照《中华人民共和国劳动合同法》第四十六条、第四十七条支付经济补偿。符合该法第十四条规定的，你可以要求订立"
                                      "无固定期限劳动合同。"
                                    : NULL);
  kp_letter_add_row (letter, "本单位意见", "□续订，期限自　　　年　　月　　日起\n　至　　　年　　月　　日止\n□期满终止，不再续订");
  kp_letter_add_row (letter, "续订的条件", "□维持原约定　□提高　□其他：");
}
