/* kp-press-letters.c – letters to single people: one table of kinds over one form.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A kind of letter is a row of the table below: which step must be done, who gets it, what it says, what comes back. Its
 * text is the wording of the form's name, the scheme's own before the shipped one. */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-press-code.h"
#include "kp-press-letter-private.h"
#include "kp-press-wording.h"

typedef struct
{
  const char *number; /* (nullable): word before the year in its number */
  gboolean has_step;
  KpStep step;       /* that must be done; its date is the letter's when the record has none nearer */
  const char *early; /* what to do first */
  gboolean (*is_for) (const KpDossier *dossier); /* NULL = an empty form */
  void (*fill) (KpLetter *letter);
  KpLetterSlip slip;
  const char *const *signers; /* (nullable): sign by hand in the place of the committee */
  gboolean (*check) (const KpLetterBook *book, const KpEmployment *work, GError **error); /* (nullable): about a contract */
} Kind;

static const char *const mark_signers[] = { "主考官", "计分员", "监督员", "考生签名", NULL };
static const char *const waiver_signers[] = { "声明人（签名、按指印）", "联系电话", "受理人（签名）", "受理人（签名）",
                                              "声明日期", "受理日期", NULL };
static const char *const consent_signers[] = { "单位（盖章）", "单位负责人（签名）", "经办人", "联系电话", "开具日期", NULL };
static const char *const service_signers[] = { "社区（盖章）", "用工单位（盖章）", "社区负责人（签名）", "单位负责人（签名）",
                                               "经办人", "开具日期", NULL };

static const char *const pledge_signers[] = { "承诺人（签名）", "承诺日期", NULL };
static const char *const privacy_signers[] = { "本人（签名）", "日期", NULL };
static const char *const receipt_signers[] = { "接收人（签名）", "本人（签名）", "接收日期", "联系电话", NULL };
static const char *const recusal_signers[] = { "承诺人（签名）", "承诺日期", NULL };
static const char *const retest_signers[] = { "申请人（签名）", "申请日期", "受理人（签名）", "受理日期", NULL };
static const char *const objection_signers[] = { "登记人（签名）", "登记日期", "调查人（签名）", "调查人（签名）", "监督员", "领导小组负责人",
                                                 NULL };

static const char *const party_signers[] = { "甲方（盖章）", "乙方（签名）", "代表人、代理人（签名）", "签订日期", NULL };
static const char *const handing_signers[] = { "移交人（签名）", "接收人（签名）", "监交人（签名）", "交接日期", NULL };

static const char *const agreement_signers[] = { "甲方（盖章）", "丙方（盖章）", "乙方（签名）", "签订日期", NULL };
static const char *const years_signers[] = { "本人（签名）", "街道（乡镇）盖章", "认定人（签名）", "社会工作部（盖章）", "复核人（签名）", "认定日期", NULL };
static const char *const grade_signers[] = { "街道（乡镇）盖章", "社会工作部（盖章）", "经办人（签名）", "审批日期", NULL };

#define AFTER_HIRE N_("This letter is about a contract; run “kaopin hire” first.")
#define KIND(form) [(form) - KP_PRESS_LETTER_UNQUALIFIED]

static const Kind kinds[] = {
  KIND (KP_PRESS_LETTER_UNQUALIFIED) = { "资审", TRUE, KP_STEP_REVIEW,
    N_("This letter comes after the review of qualifications; run “kaopin review” first."),
    kp_letter_is_unqualified, kp_letter_fill_unqualified, KP_LETTER_SLIP_SERVICE, NULL, NULL },
  KIND (KP_PRESS_LETTER_SUPPLEMENT) = { "补材", TRUE, KP_STEP_REVIEW,
    N_("This letter comes after the review of qualifications; run “kaopin review” first."),
    kp_letter_wants_supplement, kp_letter_fill_supplement, KP_LETTER_SLIP_SERVICE, NULL, NULL },
  KIND (KP_PRESS_LETTER_INTERVIEW) = { "面试", TRUE, KP_STEP_SHORTLIST,
    N_("This letter comes after the shortlist; run “kaopin shortlist” first."),
    kp_letter_is_interviewed, kp_letter_fill_interview, KP_LETTER_SLIP_NONE, NULL, NULL },
  KIND (KP_PRESS_LETTER_SUBSTITUTE) = { "递补", TRUE, KP_STEP_SHORTLIST,
    N_("This letter comes after the shortlist; run “kaopin shortlist” first."),
    kp_letter_is_substitute, kp_letter_fill_substitute, KP_LETTER_SLIP_ANSWER, NULL, NULL },
  KIND (KP_PRESS_LETTER_MARK) = { NULL, TRUE, KP_STEP_IMPORT_INTERVIEW_MARKS,
    N_("This letter comes after the interview; import the examiners’ marks first."),
    kp_letter_has_mark, kp_letter_fill_mark, KP_LETTER_SLIP_NONE, mark_signers, NULL },
  KIND (KP_PRESS_LETTER_PHYSICAL) = { "体检", TRUE, KP_STEP_TOTAL,
    N_("This letter comes after the totals; run “kaopin total” first."),
    kp_letter_is_examined, kp_letter_fill_physical, KP_LETTER_SLIP_NONE, NULL, NULL },
  KIND (KP_PRESS_LETTER_HIRE) = { "聘通", TRUE, KP_STEP_HIRE,
    N_("This letter comes after the publicity; run “kaopin hire” first."),
    kp_letter_is_hired, kp_letter_fill_hire, KP_LETTER_SLIP_ANSWER, NULL, NULL },
  KIND (KP_PRESS_LETTER_WAIVER) = { .fill = kp_letter_fill_waiver, .signers = waiver_signers },
  KIND (KP_PRESS_LETTER_CONSENT) = { .fill = kp_letter_fill_consent, .signers = consent_signers },
  KIND (KP_PRESS_LETTER_SERVICE) = { .fill = kp_letter_fill_service, .signers = service_signers },
  KIND (KP_PRESS_LETTER_PLEDGE) = { .fill = kp_letter_fill_pledge, .signers = pledge_signers },
  KIND (KP_PRESS_LETTER_PRIVACY) = { .fill = kp_letter_fill_privacy, .signers = privacy_signers },
  KIND (KP_PRESS_LETTER_RECEIPT) = { .fill = kp_letter_fill_receipt, .signers = receipt_signers },
  KIND (KP_PRESS_LETTER_RECUSAL) = { .fill = kp_letter_fill_recusal, .signers = recusal_signers },
  KIND (KP_PRESS_LETTER_RETEST) = { .fill = kp_letter_fill_retest, .signers = retest_signers },
  KIND (KP_PRESS_LETTER_OBJECTION) = { .fill = kp_letter_fill_objection, .signers = objection_signers },
  KIND (KP_PRESS_LETTER_CONFIRM) = { NULL, TRUE, KP_STEP_HIRE, AFTER_HIRE, kp_letter_is_hired, kp_letter_fill_confirm,
    KP_LETTER_SLIP_SERVICE, NULL, kp_letter_check_confirm },
  KIND (KP_PRESS_LETTER_UNION) = { NULL, TRUE, KP_STEP_HIRE, AFTER_HIRE, kp_letter_is_hired, kp_letter_fill_union,
    KP_LETTER_SLIP_NONE, NULL, kp_letter_check_union },
  KIND (KP_PRESS_LETTER_TERMINATE) = { NULL, TRUE, KP_STEP_HIRE, AFTER_HIRE, kp_letter_is_hired, kp_letter_fill_terminate,
    KP_LETTER_SLIP_SERVICE, NULL, kp_letter_check_terminate },
  KIND (KP_PRESS_LETTER_ENDED) = { NULL, TRUE, KP_STEP_HIRE, AFTER_HIRE, kp_letter_is_hired, kp_letter_fill_ended,
    KP_LETTER_SLIP_SERVICE, NULL, kp_letter_check_ended },
  KIND (KP_PRESS_LETTER_RECHECK) = { .fill = kp_letter_fill_recheck, .signers = retest_signers },
  KIND (KP_PRESS_LETTER_EXPIRY) = { NULL, TRUE, KP_STEP_HIRE, AFTER_HIRE, kp_letter_is_hired, kp_letter_fill_expiry,
    KP_LETTER_SLIP_SERVICE, NULL, kp_letter_check_expiry },
  KIND (KP_PRESS_LETTER_RENEW) = { .fill = kp_letter_fill_renew, .signers = party_signers },
  KIND (KP_PRESS_LETTER_CHANGE) = { .fill = kp_letter_fill_change, .signers = party_signers },
  KIND (KP_PRESS_LETTER_HANDING) = { .fill = kp_letter_fill_handing, .signers = handing_signers },
  KIND (KP_PRESS_LETTER_TRANSFER) = { "转聘", TRUE, KP_STEP_HIRE, AFTER_HIRE, kp_letter_is_converted, kp_letter_fill_transfer,
    KP_LETTER_SLIP_ANSWER, NULL, NULL },
  KIND (KP_PRESS_LETTER_AGREEMENT) = { .fill = kp_letter_fill_agreement, .signers = agreement_signers },
  KIND (KP_PRESS_LETTER_YEARS) = { .fill = kp_letter_fill_years, .signers = years_signers },
  KIND (KP_PRESS_LETTER_GRADE) = { .fill = kp_letter_fill_grade, .signers = grade_signers },
};

/* Whoever has the record can compare the letter with it. A field that the wording doesn't ask for isn't on the paper. */
static const char *
compute_digest (KpPress *press, const KpLetter *letter, const char *wording)
{
  g_autoptr (GString) text = g_string_new (kp_press_form_get_name (press->form));

  g_string_append_printf (text, "\n%s\n%s\n", letter->id, wording);
  for (guint i = 0; i < letter->values->len; i++)
    {
      const KpWordingValue *value = &g_array_index (letter->values, KpWordingValue, i);

      if (strstr (wording, value->name) != NULL)
        g_string_append_printf (text, "%s=%s\n", value->name, value->value != NULL ? value->value : "");
    }
  for (guint i = 0; i < letter->rows->len; i++)
    {
      const KpLetterRow *row = &g_array_index (letter->rows, KpLetterRow, i);

      g_string_append_printf (text, "%s:%s\n", row->label, row->value != NULL ? row->value : "");
    }
  return kp_press_seal_text (press, text->str);
}

/* GB/T 9704-2012, 7.2.5: the number of a paper has no leading zeros. */
static const char *
skip_zeros (const char *number)
{
  while (*number == '0' && number[1] != '\0')
    number++;
  return number;
}

static void
fill_facts (KpPress *press, const Kind *kind, const KpLetter *letter, const char *wording, KpLetterFacts *facts)
{
  *facts = (KpLetterFacts){
    .place = kp_press_format (press, "%s %s", kp_press_form_get_chinese (press->form), letter->id),
    .addressee = letter->addressee,
    .wording = wording,
    .values = (const KpWordingValue *) (gpointer) letter->values->data,
    .n_values = letter->values->len,
    .lists = kp_press_list_posts (press),
    .n_lists = 1,
    .rows = (const KpLetterRow *) (gpointer) letter->rows->data,
    .n_rows = letter->rows->len,
    .signers = kind->signers,
    .slip = kind->slip,
    .who = letter->who,
    .is_by_hand = kind->is_for == NULL,
  };
  if (kind->number != NULL)
    {
      facts->number = kp_press_format (press, "%s〔%d〕%s号", kind->number, press->scheme->notice_date.year,
                                       skip_zeros (letter->id));
      facts->title = kp_press_format (press, "%s（%s）", kp_press_form_get_chinese (press->form), facts->number);
    }
  if (letter->number != NULL)
    {
      facts->number = letter->number;
      facts->title = kp_press_format (press, "%s（%s）", kp_press_form_get_chinese (press->form), letter->number);
    }
  if (kind->signers == NULL)
    {
      facts->issuer = letter->issuer != NULL ? letter->issuer : press->scheme->committee;
      facts->date = letter->date != NULL ? letter->date : letter->book->date;
    }
  facts->digest = compute_digest (press, letter, wording);
  facts->qr = kp_press_make_code (press, &(KpPressPaper){ .number = letter->id, .digest = facts->digest, .date = facts->date,
                                                          .edition = kind->is_for == NULL ? kp_press_count_notices (press) : 0 });
  if (kind->is_for == NULL)
    return;
  facts->head = kp_press_make_head (press, facts->number, facts->date);
  facts->scheme_digest = kp_session_get_scheme_digest (press->session);
}

static gboolean
draw_letter (
    KpLetterBook *book, KpSheet *sheet, const Kind *kind, const char *wording, const KpDossier *dossier, GError **error)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (KpWordingValue));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (KpLetterRow));
  KpLetter letter = { .book = book, .dossier = dossier, .values = values, .rows = rows };
  KpLetterFacts facts;

  if (kind->check != NULL)
    letter.work = kp_employments_find (book->works.contracts, dossier->contract->number, NULL);
  kp_letter_fill_common (&letter);
  if (dossier == NULL)
    kp_letter_fill_nobody (&letter);
  kind->fill (&letter);
  fill_facts (book->press, kind, &letter, wording, &facts);
  return kp_form_letter_draw (sheet, &facts, error);
}

/* Before a room is opened, its letters are asked for by room and number: another number would tell whose it is. */
static gboolean
is_wanted (KpPress *press, const KpDossier *dossier)
{
  const KpPressNumbers numbers = { .person = kp_press_get_ticket (dossier), .alias = dossier->application->application };
  const char *number;

  if (press->form != KP_PRESS_LETTER_MARK)
    return kp_press_wants_part (press, &numbers);
  number = kp_press_format (press, "%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, dossier->hearing->room, dossier->hearing->number);
  return kp_press_wants_part (
      press, &(KpPressNumbers){ .person = number, .alias = kp_dossier_is_sealed (dossier) ? NULL : numbers.person });
}

/* Also by the number of the contract, which nobody has before all seals are broken. */
static gboolean
is_asked_for (KpPress *press, const KpDossier *dossier)
{
  return is_wanted (press, dossier)
         || (press->form != KP_PRESS_LETTER_MARK && dossier->contract != NULL && kp_press_wants (press, dossier->contract->number));
}

/* By room and number, never by registration: the order of sealed letters must not tell whose they are. */
static gint
compare_hearings (gconstpointer a, gconstpointer b)
{
  const KpHearingRecord *first = (*(const KpDossier *const *) a)->hearing;
  const KpHearingRecord *second = (*(const KpDossier *const *) b)->hearing;

  if (first->room != second->room)
    return first->room < second->room ? -1 : 1;
  return first->number < second->number ? -1 : first->number > second->number;
}

static GPtrArray *
list_people (KpPress *press, const Kind *kind)
{
  GPtrArray *people = g_ptr_array_new ();

  for (guint i = 0; i < kp_roster_get_n_dossiers (press->roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (press->roster, i);

      if (kind->is_for (dossier) && is_asked_for (press, dossier))
        g_ptr_array_add (people, (gpointer) dossier);
    }
  if (press->form == KP_PRESS_LETTER_MARK)
    g_ptr_array_sort (people, compare_hearings);
  return people;
}

/* Whoever the record carries the letter for. Who is asked for by number, or nobody at all: with what is missing. */
static GPtrArray *
list_contracts (KpLetterBook *book, const Kind *kind, GError **error)
{
  KpPress *press = book->press;
  g_autoptr (GPtrArray) people = g_ptr_array_new ();
  g_autoptr (GError) first = NULL;

  for (guint i = 0; i < kp_employments_get_n (book->works.contracts); i++)
    {
      const KpEmployment *work = kp_employments_get (book->works.contracts, i);
      g_autoptr (GError) local = NULL;
      const gboolean is_carried = kind->check (book, work, &local);

      if ((!is_carried && press->found != NULL) || !kp_press_works_wants (&book->works, work))
        continue;
      if (is_carried)
        g_ptr_array_add (people, (gpointer) kp_press_works_find_dossier (&book->works, work));
      else if (first == NULL)
        first = g_steal_pointer (&local);
    }
  if (people->len == 0 && first != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&first));
      return NULL;
    }
  return g_steal_pointer (&people);
}

static gboolean
fail_early (const Kind *kind, GError **error)
{
  g_set_error_literal (error, KP_PRESS_ERROR, KP_PRESS_ERROR_NOTHING, _(kind->early));
  return FALSE;
}

/** kp_press_letter_is_blank: whether a letter is filled in by hand, so that what is printed of it is the scheme's alone. */
gboolean
kp_press_letter_is_blank (KpPressForm form)
{
  return kp_press_form_is_letter (form) && kinds[form - KP_PRESS_LETTER_UNQUALIFIED].is_for == NULL;
}

/* An empty form is one page for all; asked for by number, it already says whose it is. */
static gboolean
draw_blank (KpLetterBook *book, KpSheet *sheet, const Kind *kind, const char *wording, GError **error)
{
  KpPress *press = book->press;
  const KpDossier *dossier = NULL;

  for (guint i = 0; press->filter != NULL && dossier == NULL && i < kp_roster_get_n_dossiers (press->roster); i++)
    if (is_asked_for (press, kp_roster_get_dossier (press->roster, i)))
      dossier = kp_roster_get_dossier (press->roster, i);
  if (press->filter != NULL && dossier == NULL)
    return kp_press_fail_empty (press->form, error);
  return draw_letter (book, sheet, kind, wording, dossier, error);
}

/* The scheme's own before the shipped one. */
static char *
dup_wording (KpPress *press)
{
  const char *own = kp_scheme_get_wording (press->scheme, kp_press_form_get_name (press->form));

  return own != NULL ? g_strdup (own) : kp_wording_dup_letter (kp_press_form_get_name (press->form));
}

/** kp_press_draw_letters: the letters of the kind that is being made, one to each person whom it concerns. */
gboolean
kp_press_draw_letters (KpPress *press, KpSheet *sheet, GError **error)
{
  const Kind *kind = &kinds[press->form - KP_PRESS_LETTER_UNQUALIFIED];
  g_autofree char *wording = dup_wording (press);
  g_auto (KpLetterBook) book = { 0 };
  g_autoptr (GPtrArray) people = NULL;

  if (!kp_letter_book_load (&book, press, error))
    return FALSE;
  book.date = kind->has_step ? kp_press_find_step_date (press, kp_step_get_name (kind->step)) : NULL;
  if (kind->has_step && book.date == NULL)
    return fail_early (kind, error);
  if (kind->is_for == NULL)
    return draw_blank (&book, sheet, kind, wording, error);
  if (kind->check != NULL && !kp_press_works_load (&book.works, press, error))
    return FALSE;
  people = kind->check != NULL ? list_contracts (&book, kind, error) : list_people (press, kind);
  if (people == NULL)
    return FALSE;
  for (guint i = 0; i < people->len; i++)
    {
      if (!draw_letter (&book, sheet, kind, wording, g_ptr_array_index (people, i), error))
        return FALSE;
    }
  return TRUE;
}

/* ---- before there is anybody ---- */

static gboolean
has_value (const KpLetter *letter, const char *name)
{
  for (guint i = 0; i < letter->values->len; i++)
    if (g_str_equal (g_array_index (letter->values, KpWordingValue, i).name, name))
      return TRUE;
  return FALSE;
}

/* What only the record will know shows its own name. */
static void
fill_sample (KpLetter *letter)
{
  KpPress *press = letter->book->press;
  g_autoptr (GPtrArray) fields = kp_press_list_letter_fields (kp_press_form_get_name (press->form));

  letter->id = "〔号〕";
  letter->addressee = "〔姓名〕";
  letter->who = "〔姓名〕（考生号码：〔考生号码〕）";
  letter->date = kp_press_format_date (press, press->scheme->notice_date);
  kp_letter_fill_common (letter);
  for (guint i = 0; i < fields->len; i++)
    {
      const char *name = g_ptr_array_index (fields, i);

      if (!has_value (letter, name) && !g_str_equal (name, KP_LETTER_TABLE))
        kp_letter_set (letter, name, kp_press_format (press, "〔%s〕", name));
    }
  kp_letter_add_row (letter, "〔项目〕", "〔内容〕");
}

/** kp_press_draw_letter_sample: one letter to nobody, with the scheme's text as it will stand there; it bears no code. */
gboolean
kp_press_draw_letter_sample (KpPress *press, KpSheet *sheet, GError **error)
{
  const Kind *kind = &kinds[press->form - KP_PRESS_LETTER_UNQUALIFIED];
  g_autofree char *wording = dup_wording (press);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (KpWordingValue));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (KpLetterRow));
  KpLetterBook book = { .press = press };
  KpLetter letter = { .book = &book, .values = values, .rows = rows };
  KpLetterFacts facts;

  if (kind->is_for == NULL)
    return kp_press_draw_letters (press, sheet, error);
  fill_sample (&letter);
  fill_facts (press, kind, &letter, wording, &facts);
  facts.digest = facts.qr = NULL;
  return kp_form_letter_draw (sheet, &facts, error);
}
