/* kp-hire-terms.c – what stands in somebody's contract: term, probation, grade and pay, held against the law.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The scheme sets term and probation for all of a post; who worked for the same street and had a probation there has none
 * now (劳动合同法 §19 二), whatever the scheme says. The grade comes from education, certificate and proved years in
 * communities, the pay from the table that is in force on the first day. */
#include "kp-hire-terms.h"

#include <glib/gi18n-lib.h>

#include "kp-contract-clause.h"
#include "kp-institution.h"
#include "kp-labour.h"
#include "kp-step-address.h"

/* One person on the way to a contract. */
typedef struct
{
  const KpScheme *scheme;
  const KpConversionReport *report;
  const KpDossier *dossier;
  const KpConversionLine *line; /* (nullable): on the roster of earlier staff */
  const KpSchemePost *post;
  const KpSchemeStreet *street;
} Hiring;

static gboolean
refuse_terms (const Hiring *hiring, const char *chinese, const char *clause, GError **error)
{
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _ ("The contracts of post %s are against the law: %s (%s). Amend the scheme; no contract was made."),
               hiring->post->code, chinese, clause);
  return FALSE;
}

/* ---- conversion ---- */

/* 意见一: who is to be converted has to be eligible. Without a roster the review alone has decided. */
static gboolean
check_eligible (const Hiring *hiring, GError **error)
{
  const char *finding = NULL;

  if (hiring->post->track != KP_TRACK_CONVERSION || hiring->report->n_lines == 0)
    return TRUE;
  if (hiring->line == NULL)
    finding = _ ("the person isn't on the roster of earlier staff");
  else if (hiring->line->n_findings > 0)
    finding = kp_conversion_finding_get_chinese (hiring->line->findings[0]);
  if (finding == NULL)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _ ("%s of post %s can't be converted: %s. See “kaopin convert FILE”; no contract was made."),
               hiring->dossier->application->application, hiring->post->code, finding);
  return FALSE;
}

static gboolean
had_probation (const Hiring *hiring)
{
  const KpGridStaffRecord *staff = hiring->line != NULL ? hiring->line->staff : NULL;

  return staff != NULL && staff->had_probation && staff->is_street && g_strcmp0 (staff->street, hiring->street->code) == 0;
}

/* ---- grade and pay ---- */

static GStrv
list_words (const char *text)
{
  return g_strsplit (text != NULL ? text : "", "、", -1);
}

static guint
count_recognised (const Hiring *hiring, KpDate start)
{
  g_autoptr (GArray) segments = kp_conversion_report_list_segments (hiring->report, hiring->line, hiring->dossier,
                                                                    kp_date_add_days (start, -1));

  return kp_service_years_count ((const KpSegment *) (gpointer) segments->data, segments->len, KP_YEARS_GRADE).months;
}

static gboolean
decide_pay (const Hiring *hiring, const char *const *certificates, KpHireTerms *terms, GError **error)
{
  const KpScheme *scheme = hiring->scheme;
  KpPayTerms pay = { .minimum_wage = scheme->grades.minimum_wage / (KP_MARK_UNIT / 100),
                     .probation_percent = scheme->contract.probation_wage_percent };
  KpPayFinding findings[KP_PAY_N_FINDINGS];

  if (scheme->grades.pay->len == 0)
    return TRUE;
  terms->allowance = pay.allowance = kp_scheme_get_allowance (scheme, certificates);
  if (kp_scheme_find_pay (scheme, terms->sequence, terms->grade, terms->start, &pay.grade_wage))
    terms->wage = pay.grade_wage;
  if (kp_pay_check (&pay, findings) > 0)
    return refuse_terms (hiring, kp_pay_finding_get_chinese (findings[0]), kp_pay_finding_get_clause (findings[0]), error);
  terms->probation_pay = terms->probation_months > 0 ? kp_pay_decide_probation (&pay) : 0;
  return TRUE;
}

static gboolean
decide_grade (const Hiring *hiring, KpHireTerms *terms, GError **error)
{
  const KpSchemeSequence *sequence = kp_scheme_get_sequence (hiring->scheme, hiring->post->grade_sequence);
  const KpPersonRecord *person = hiring->dossier->person;
  const char *const educations[] = { person->education != NULL ? person->education : "",
                                     person->degree != NULL ? person->degree : "", NULL };
  g_auto (GStrv) certificates = list_words (person->certificate);
  KpGradeSequence rule;
  KpGradeCase facts = { educations, (const char *const *) certificates, 0 };

  if (sequence == NULL)
    return TRUE;
  kp_scheme_make_sequence (sequence, &rule);
  terms->sequence = sequence->name;
  terms->recognised_months = facts.recognised_months = count_recognised (hiring, terms->start);
  terms->grade = kp_grade_decide_first (&rule, &facts);
  return decide_pay (hiring, facts.certificates, terms, error);
}

/* ---- the law ---- */

/* 劳动合同法 §§17, 19, 20: what the law forbids is no contract at all. */
static gboolean
check_labour (const Hiring *hiring, const KpHireTerms *terms, GError **error)
{
  const KpContractTerms law = {
    .kind = KP_TERM_FIXED,
    .start = terms->start,
    .end = terms->end,
    .probation_months = terms->probation_months,
    .had_probation = had_probation (hiring),
    .wage = terms->wage + terms->allowance,
    .probation_wage = terms->probation_pay,
    .minimum_wage = hiring->scheme->grades.minimum_wage / (KP_MARK_UNIT / 100),
  };
  KpLabourFinding findings[KP_LABOUR_N_FINDINGS];

  if (kp_labour_check (&law, findings) == 0)
    return TRUE;
  return refuse_terms (hiring, kp_labour_finding_get_chinese (findings[0]), kp_labour_finding_get_clause (findings[0]), error);
}

static gboolean
check_institution (const Hiring *hiring, const KpHireTerms *terms, GError **error)
{
  const KpInstitutionTerms law = { terms->start, terms->end, terms->probation_months, had_probation (hiring) };
  KpInstitutionFinding findings[KP_INSTITUTION_N_FINDINGS];

  if (kp_institution_check (&law, findings) == 0)
    return TRUE;
  return refuse_terms (hiring, kp_institution_finding_get_chinese (findings[0]),
                       kp_institution_finding_get_clause (findings[0]), error);
}

static gboolean
refuse_employer (const Hiring *hiring, KpClausePart part, GError **error)
{
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _ ("The contracts of street %s lack %s (%s). Write it into the scheme as “%s” of the street (“kaopin amend”); no "
                  "contract was made."),
               hiring->street->code, kp_clause_part_get_chinese (part), kp_clause_part_get_clause (part),
               part == KP_CLAUSE_EMPLOYER_HEAD ? "representative" : "address");
  return FALSE;
}

/* The nine items of 劳动合同法 §17. The wording is the scheme's, the employer's part too; whether the worker's address is
 * there is looked at for all at once, by kp_hire_terms_check_workers(). */
static gboolean
check_clauses (const Hiring *hiring, GError **error)
{
  KpClauseTexts texts = { { NULL } };
  KpClausePart missing[KP_CLAUSE_N_PARTS];

  kp_clause_read_wording (kp_scheme_get_wording (hiring->scheme, "contract"), &texts);
  texts.parts[KP_CLAUSE_EMPLOYER_NAME] = hiring->street->employer;
  texts.parts[KP_CLAUSE_EMPLOYER_ADDRESS] = hiring->street->address;
  texts.parts[KP_CLAUSE_EMPLOYER_HEAD] = hiring->street->representative;
  texts.parts[KP_CLAUSE_WORKER_NAME] = hiring->dossier->person->name;
  texts.parts[KP_CLAUSE_WORKER_ADDRESS] = kp_person_get_address (hiring->dossier->person);
  texts.parts[KP_CLAUSE_WORKER_ID] = hiring->dossier->person->id_number;
  if (kp_clause_find_missing (&texts, missing) == 0)
    return TRUE;
  if (missing[0] == KP_CLAUSE_EMPLOYER_ADDRESS || missing[0] == KP_CLAUSE_EMPLOYER_HEAD)
    return refuse_employer (hiring, missing[0], error);
  return refuse_terms (hiring, kp_clause_part_get_chinese (missing[0]), kp_clause_part_get_clause (missing[0]), error);
}

/**
 * kp_hire_terms_check_workers:
 * @scheme: the scheme
 * @dossiers: (element-type KpDossier): who is to be hired now
 * @error: return location
 *
 * 劳动合同法 §17 一 (二): names everybody whose address is known neither from the registration nor since, so that they are
 * entered at once.
 *
 * Returns: %TRUE, or %FALSE with %KP_STEP_ERROR_REFUSED
 */
gboolean
kp_hire_terms_check_workers (const KpScheme *scheme,
                             const GPtrArray *dossiers,
                             GError **error)
{
  g_autoptr (GPtrArray) missing = g_ptr_array_new ();
  g_autofree char *numbers = NULL;

  for (guint i = 0; i < dossiers->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (dossiers, i);

      if (kp_person_get_address (dossier->person) == NULL)
        g_ptr_array_add (missing, (gpointer) dossier->application->application);
    }
  if (missing->len == 0 || scheme->contract.kind == KP_CONTRACT_INSTITUTION)
    return TRUE;
  g_ptr_array_add (missing, NULL);
  numbers = g_strjoinv (C_ ("between numbers", ", "), (char **) missing->pdata);
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _ ("A contract has to state %s (%s): %u of those to be hired have none in the record. Enter where they live "
                  "with “kaopin import FILE addresses SHEET”, columns 报名序号 and 现住址; no contract was made. Registration numbers: %s."),
               kp_clause_part_get_chinese (KP_CLAUSE_WORKER_ADDRESS), kp_clause_part_get_clause (KP_CLAUSE_WORKER_ADDRESS),
               missing->len - 1, numbers);
  return FALSE;
}

/**
 * kp_hire_terms_decide:
 * @session: a session
 * @report: the roster of earlier staff, and stretches of work
 * @dossier: who is hired
 * @post: for which post
 * @street: the employer
 * @start: first day of work
 * @terms: (out): what stands in the contract
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with %KP_STEP_ERROR_REFUSED and the article that forbids it
 */
gboolean
kp_hire_terms_decide (KpSession *session,
                      const KpConversionReport *report,
                      const KpDossier *dossier,
                      const KpSchemePost *post,
                      const KpSchemeStreet *street,
                      KpDate start,
                      KpHireTerms *terms,
                      GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  const Hiring hiring = { scheme, report,
                          dossier, kp_conversion_report_find_id_number (report, dossier->person->id_number),
                          post,   street };

  *terms = (KpHireTerms){ .start = start, .end = kp_labour_decide_end (start, scheme->contract.years * 12) };
  terms->probation_months = had_probation (&hiring) ? 0 : post->probation_months;
  terms->probation_end = kp_labour_decide_probation_end (terms->start, terms->probation_months);
  if (!check_eligible (&hiring, error) || !decide_grade (&hiring, terms, error))
    return FALSE;
  if (scheme->contract.kind == KP_CONTRACT_INSTITUTION)
    return check_institution (&hiring, terms, error);
  return check_labour (&hiring, terms, error) && check_clauses (&hiring, error);
}
