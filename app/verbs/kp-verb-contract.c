/* kp-verb-contract.c – what is done after a contract was made, and how it ends.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-contract-terms.h"
#include "kp-institution.h"
#include "kp-step-work.h"
#include "kp-verbs.h"

/* Owned texts. */
typedef struct
{
  char *duties[KP_DUTY_N];
  char *street;
  char *document;
  char *end;
  char *served;
  char *last_day;
  char *union_told;
  char *reason;
  char *by;
  char *with;
  gboolean is_all;
  gboolean pays;
  gboolean is_protected;
  gboolean refused_same;
  gboolean is_of_institution;
  KpContractTermOptions terms;
} Options;

static void
options_clear (Options *options)
{
  char **const texts[] = { &options->street, &options->document, &options->end,
                           &options->served, &options->last_day, &options->union_told,
                           &options->reason, &options->by,       &options->with };

  for (guint i = 0; i < KP_DUTY_N; i++)
    g_clear_pointer (&options->duties[i], g_free);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
  kp_contract_term_options_clear (&options->terms);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
read_day (const char *text, KpDate *day, GError **error)
{
  return text == NULL || kp_date_parse_iso (text, day, error);
}

static gboolean
record_duty (KpCommand *command, const Options *options, KpDuty duty, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  KpDutyOrder order = {
    .duty = duty,
    .number = kp_command_get_argument (command, 0),
    .street = options->street,
    .document = options->document,
  };
  g_autoptr (KpSession) session = NULL;
  KpDutyTally tally;

  if ((order.number != NULL) + (options->street != NULL) + options->is_all != 1)
    return kp_command_fail_usage (command, error,
                                  _ ("Name one contract, or all of a street with --street, or --all."));
  if (!read_day (options->duties[duty], &order.day, error))
    return FALSE;
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  if (session == NULL || !kp_step_record_duty (session, &order, &tally, error))
    return FALSE;
  kp_answer_add_count (answer, "n_done", _ ("Written down"), tally.n_done);
  kp_answer_add_count (answer, "n_stood", _ ("Stood already"), tally.n_stood);
  kp_answer_add_count (answer, "n_late", _ ("Later than the law's last day"), tally.n_late);
  return TRUE;
}

static gboolean
end_contract (KpCommand *command, const Options *options, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  KpEndOrder order = {
    .number = kp_command_get_argument (command, 0),
    .pays_month_instead = options->pays,
    .is_protected = options->is_protected,
    .refused_same = options->refused_same,
    .reason = options->reason,
    .by = options->by,
    .with = options->with,
  };
  g_autoptr (KpSession) session = NULL;
  g_autofree char *months = NULL;
  guint half_months;

  if (order.number == NULL)
    return kp_command_fail_usage (command, error, _ ("Name the contract that ends."));
  if (!read_day (options->served, &order.served, error) ||
      !read_day (options->last_day, &order.last_day, error) ||
      !read_day (options->union_told, &order.union_told, error))
    return FALSE;
  if (options->is_of_institution)
    return kp_contract_end_institution (command, options->end, order.served, order.last_day, &options->terms,
                                        &(KpContractPaper){ options->document, options->reason, options->by, options->with }, error);
  if (!kp_ground_parse (options->end, &order.ground))
    return kp_command_fail_usage (command, error, _ ("“%s” is no ground; see “kaopin help contract”."),
                                  options->end);
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  if (session == NULL || !kp_step_end_contract (session, &order, &half_months, error))
    return FALSE;
  months = g_strdup_printf ("%u%s", half_months / 2, half_months % 2 != 0 ? ".5" : "");
  kp_answer_add_text (answer, "ground", _ ("Ground"), kp_ground_get_chinese (order.ground));
  kp_answer_add_text (answer, "clause", _ ("Clause"), kp_ground_get_clause (order.ground));
  kp_answer_add_text (answer, "months", _ ("Compensation in months of wage"), months);
  if (order.pays_month_instead)
    {
      const KpDate month = kp_termination_find_pay_month (order.last_day);
      g_autofree char *paid = g_strdup_printf ("%04d-%02d", month.year, month.month);

      kp_answer_add_text (answer, "pay_month", _ ("Paid once more instead of notice: the wage of"), paid);
    }
  return TRUE;
}

static gboolean
act (KpCommand *command, const Options *options, GError **error)
{
  const KpContractTermOptions *terms = &options->terms;
  const KpContractPaper paper = { options->document, options->reason, options->by, options->with };
  const guint n_terms = terms->renews + (terms->change != NULL) + (terms->correct != NULL);
  guint n = (options->end != NULL) + n_terms;
  guint chosen = KP_DUTY_N;

  for (guint i = 0; i < KP_DUTY_N; i++)
    {
      n += options->duties[i] != NULL;
      chosen = options->duties[i] != NULL ? i : chosen;
    }
  if (n == 0 && kp_command_get_argument (command, 0) != NULL)
    return kp_contract_show (command, error);
  if (n != 1)
    return kp_command_fail_usage (command, error,
                                  _ ("Say one of --signed, --insured, --fund, --certificate, --renewed, --handover, --renew, --change, "
                                     "--correct and --end; or only the number of a contract, to look at it."));
  if (n_terms > 0 && kp_command_get_argument (command, 0) == NULL)
    return kp_command_fail_usage (command, error, _ ("Name the contract."));
  if (terms->renews)
    return kp_contract_renew (command, terms, &paper, error);
  if (n_terms > 0)
    return terms->change != NULL ? kp_contract_change (command, terms, &paper, error)
                                 : kp_contract_correct (command, terms, &paper, error);
  return chosen < KP_DUTY_N ? record_duty (command, options, (KpDuty) chosen, error)
                            : end_contract (command, options, error);
}

/** kp_verb_contract: kaopin contract FILE [NUMBER] --signed DATE … | NUMBER --end GROUND …. */
gboolean
kp_verb_contract (KpCommand *command, GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "signed", 0, 0, G_OPTION_ARG_STRING, &options.duties[KP_DUTY_SIGNED], N_ ("The contract was signed"),
      "DATE" },
    { "insured", 0, 0, G_OPTION_ARG_STRING, &options.duties[KP_DUTY_INSURED],
      N_ ("Social insurance was registered"), "DATE" },
    { "fund", 0, 0, G_OPTION_ARG_STRING, &options.duties[KP_DUTY_FUND],
      N_ ("The housing fund was registered"), "DATE" },
    { "certificate", 0, 0, G_OPTION_ARG_STRING, &options.duties[KP_DUTY_CERTIFICATE],
      N_ ("The graduate's certificate was seen"), "DATE" },
    { "renewed", 0, 0, G_OPTION_ARG_STRING, &options.duties[KP_DUTY_RENEWED],
      N_ ("The end of the term is settled: renewed"), "DATE" },
    { "handover", 0, 0, G_OPTION_ARG_STRING, &options.duties[KP_DUTY_HANDOVER],
      N_ ("File and social insurance of who left were handed over"), "DATE" },
    { "street", 0, 0, G_OPTION_ARG_STRING, &options.street, N_ ("For all contracts of a street"), "CODE" },
    { "all", 0, 0, G_OPTION_ARG_NONE, &options.is_all, N_ ("For all contracts"), NULL },
    { "document", 0, 0, G_OPTION_ARG_STRING, &options.document,
      N_ ("The paper, by its number or where it is filed"), "TEXT" },
    { "end", 0, 0, G_OPTION_ARG_STRING, &options.end, N_ ("The contract ends, on this ground"), "GROUND" },
    { "served", 0, 0, G_OPTION_ARG_STRING, &options.served,
      N_ ("With --end: when the other side had the notice"), "DATE" },
    { "last-day", 0, 0, G_OPTION_ARG_STRING, &options.last_day,
      N_ ("With --end: the last day of the contract"), "DATE" },
    { "union", 0, 0, G_OPTION_ARG_STRING, &options.union_told,
      N_ ("With --end: when the union was told of the reasons"), "DATE" },
    { "pay-month", 0, 0, G_OPTION_ARG_NONE, &options.pays,
      N_ ("With --end: a month's wage in the place of thirty days"), NULL },
    { "protected", 0, 0, G_OPTION_ARG_NONE, &options.is_protected,
      N_ ("With --end: pregnancy, medical period and what else the law protects"), NULL },
    { "refused-same", 0, 0, G_OPTION_ARG_NONE, &options.refused_same,
      N_ ("With --end expired: the worker refused the same or better terms"), NULL },
    { "institution", 0, 0, G_OPTION_ARG_NONE, &options.is_of_institution,
      N_ ("With --end: a ground of the regulations of public institutions"), NULL },
    { "absent", 0, 0, G_OPTION_ARG_STRING, &options.terms.absent,
      N_ ("With --institution: workdays of absence in a row and in a year"), "N/N" },
    { "failed-years", 0, 0, G_OPTION_ARG_INT, &options.terms.failed_years,
      N_ ("With --institution: appraisals failed in a row"), "N" },
    { "refused-post", 0, 0, G_OPTION_ARG_NONE, &options.terms.refuses_post,
      N_ ("With --institution: another post was offered and refused"), NULL },
    { "renew", 0, 0, G_OPTION_ARG_NONE, &options.terms.renews, N_ ("A further term"), NULL },
    { "years", 0, 0, G_OPTION_ARG_INT, &options.terms.years, N_ ("With --renew: a fixed term of so many years"), "N" },
    { "until", 0, 0, G_OPTION_ARG_STRING, &options.terms.until, N_ ("With --renew: a fixed term until that day"), "DATE" },
    { "open-ended", 0, 0, G_OPTION_ARG_NONE, &options.terms.is_open_ended, N_ ("With --renew: an open-ended term"), NULL },
    { "asks-fixed", 0, 0, G_OPTION_ARG_NONE, &options.terms.asks_fixed,
      N_ ("With --renew: the worker asks for a fixed term, in writing"), NULL },
    { "fault", 0, 0, G_OPTION_ARG_NONE, &options.terms.has_fault,
      N_ ("With --renew: there is a ground of articles 39 or 40 (1) (2)"), NULL },
    { "asks-pension", 0, 0, G_OPTION_ARG_NONE, &options.terms.asks_pension,
      N_ ("With --renew, of an institution: the worker asks for a contract until the pension"), NULL },
    { "change", 0, 0, G_OPTION_ARG_STRING, &options.terms.change, N_ ("Both sides agreed to change this"), "place|work|pay|other" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &options.terms.from, N_ ("With --change: the day from which it holds"), "DATE" },
    { "correct", 0, 0, G_OPTION_ARG_STRING, &options.terms.correct,
      N_ ("Put a duty right, or a link of the probation by its number"), "WHAT" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &options.terms.to, N_ ("With --change what holds now, with --correct the right day"), "VALUE" },
    { "take-back", 0, 0, G_OPTION_ARG_NONE, &options.terms.takes_back, N_ ("With --correct: it didn't happen at all"), NULL },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, N_ ("With --end and --correct: why"), "TEXT" },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by, N_ ("Who answers for it"), "PERSON" },
    { "with", 0, 0, G_OPTION_ARG_STRING, &options.with, N_ ("Who answers for it too: another person"),
      "PERSON" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };

  return kp_command_parse (command, entries, 0, 1, error) && act (command, &options, error);
}
