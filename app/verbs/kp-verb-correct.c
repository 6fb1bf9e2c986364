/* kp-verb-correct.c – puts an agreed mark right, and lists what was put right.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-change-tables.h"
#include "kp-step-amend.h"
#include "kp-step-correct.h"
#include "kp-verbs.h"

/** kp_verb_show_impact: everyone who changes, who needs a decision, and the lists that are void. */
void
kp_verb_show_impact (KpAnswer *answer, const GPtrArray *changes, const GPtrArray *pending, const GPtrArray *voided)
{
  const KpAnswerColumn change_columns[] = {
    { "post", _ ("Post"), FALSE },     { "number", _ ("Number"), FALSE }, { "field", _ ("What"), FALSE },
    { "before", _ ("Before"), FALSE }, { "after", _ ("After"), FALSE },
  };
  const KpAnswerColumn pending_columns[] = {
    { "post", _ ("Post"), FALSE },
    { "number", _ ("Number"), FALSE },
    { "kind", _ ("To be decided by people"), FALSE },
  };
  const KpAnswerColumn voided_columns[] = {
    { "list", _ ("Void list"), FALSE },
    { "edition", _ ("Edition"), TRUE },
  };

  kp_answer_begin_table (answer, "changes", change_columns, G_N_ELEMENTS (change_columns));
  for (guint i = 0; i < changes->len; i++)
    {
      const KpChange *change = g_ptr_array_index (changes, i);

      kp_answer_add_row (answer, (const char *[]){ change->post, change->number,
                                                   kp_change_field_get_chinese (change->field), change->before,
                                                   change->after });
    }
  kp_answer_begin_table (answer, "pending", pending_columns, G_N_ELEMENTS (pending_columns));
  for (guint i = 0; i < pending->len; i++)
    {
      const KpPendingCase *one = g_ptr_array_index (pending, i);

      kp_answer_add_row (answer,
                         (const char *[]){ one->post, one->number, kp_pending_kind_get_chinese (one->kind) });
    }
  kp_answer_begin_table (answer, "voided", voided_columns, G_N_ELEMENTS (voided_columns));
  for (guint i = 0; i < voided->len; i++)
    {
      const KpVoidedList *one = g_ptr_array_index (voided, i);
      g_autofree char *edition = g_strdup_printf ("%u", one->edition);

      kp_answer_add_row (answer, (const char *[]){ one->list, edition });
    }
}

static void
show_report (KpAnswer *answer, const KpCorrectionReport *report, gboolean is_trial)
{
  if (is_trial)
    kp_answer_say (answer, _ ("This is a trial: the record is as it was."));
  if (report->has_contracts)
    kp_answer_say (answer, _ ("Labour contracts stand on these results; a correction can't undo them."));
  kp_answer_add_truth (answer, "trial", is_trial);
  kp_answer_add_count (answer, "correction", _ ("Correction number"), report->number);
  kp_answer_add_text (answer, "before", _ ("Before"), report->value.before);
  kp_answer_add_text (answer, "after", _ ("After"), report->value.after);
  kp_answer_add_count (answer, "n_persons", _ ("Persons who change"), report->n_persons);
  kp_answer_add_count (answer, "n_offers", _ ("Whose list or offer is touched"), report->n_offers);
  kp_verb_show_impact (answer, report->changes, report->pending, report->voided);
}

/* One of three things is put right. */
static gboolean
check_order (KpCommand *command, KpCorrectionOrder *order, const char *ticket, const char *interview, gint examiner,
             gboolean is_extra, GError **error)
{
  const guint n = (order->paper != NULL) + (interview != NULL) + (is_extra != FALSE);

  if (n != 1 || (interview == NULL && ticket == NULL) || (interview != NULL && ticket != NULL))
    return kp_command_fail_usage (
        command, error,
        _ ("Say what is to be put right: --paper P --ticket T, --extra-test --ticket T, or --interview CODE."));
  if (order->to == NULL)
    return kp_command_fail_usage (command, error, _ ("Say with --to what the mark shall be."));
  if (examiner < 0 || (interview == NULL && (examiner != 0 || order->element != NULL)) ||
      (order->element != NULL && examiner == 0))
    return kp_command_fail_usage (
        command, error, _ ("--examiner N belongs to --interview, and --element E to --examiner."));
  order->what = interview != NULL ? KP_CORRECT_INTERVIEW
                : is_extra        ? KP_CORRECT_EXTRA_TEST
                                  : KP_CORRECT_PAPER;
  order->number = interview != NULL ? interview : ticket;
  order->examiner = (guint) examiner;
  return TRUE;
}

/** kp_verb_correct: kaopin correct FILE --paper P --ticket T | --interview CODE … --to MARK --reason … --by A
 * --with B [--trial]. */
gboolean
kp_verb_correct (KpCommand *command, GError **error)
{
  g_autofree char *paper = NULL;
  g_autofree char *ticket = NULL;
  g_autofree char *interview = NULL;
  g_autofree char *element = NULL;
  g_autofree char *to = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *by = NULL;
  g_autofree char *with = NULL;
  gint examiner = 0;
  gboolean is_extra = FALSE;
  gboolean is_trial = FALSE;
  const GOptionEntry entries[] = {
    { "paper", 0, 0, G_OPTION_ARG_STRING, &paper, N_ ("Code of the paper whose mark is wrong"), "P" },
    { "ticket", 0, 0, G_OPTION_ARG_STRING, &ticket, N_ ("Ticket or registration number"), "T" },
    { "interview", 0, 0, G_OPTION_ARG_STRING, &interview, N_ ("The interview of this code"), "CODE" },
    { "examiner", 0, 0, G_OPTION_ARG_INT, &examiner, N_ ("Whose mark; all examiners when left out"), "N" },
    { "element", 0, 0, G_OPTION_ARG_STRING, &element, N_ ("Which element of the examiner's sheet"), "E" },
    { "extra-test", 0, 0, G_OPTION_ARG_NONE, &is_extra, N_ ("The extra test that parted a tie"), NULL },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("What it shall be: a mark, 缺考 or 违纪"), "MARK" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("Why, without personal data"), "TEXT" },
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, N_ ("Who puts it right"), "A" },
    { "with", 0, 0, G_OPTION_ARG_STRING, &with, N_ ("Who checks it: another person"), "B" },
    { "trial", 0, 0, G_OPTION_ARG_NONE, &is_trial, N_ ("Only tell what would change"), NULL },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  g_autoptr (KpSession) session = NULL;
  g_autoptr (KpCorrectionReport) report = NULL;
  KpCorrectionOrder order = { 0 };

  if (!kp_command_parse (command, entries, 0, 0, error))
    return FALSE;
  order = (KpCorrectionOrder){ .paper = paper, .element = element, .to = to, .reason = reason, .by = by, .with = with };
  if (!check_order (command, &order, ticket, interview, examiner, is_extra, error))
    return FALSE;
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  if (session == NULL || !kp_step_correct (session, &order, is_trial, &report, error))
    return FALSE;
  show_report (kp_command_get_answer (command), report, is_trial);
  return TRUE;
}

/* The changes of the scheme belong to the same story. */
static gboolean
list_amendments (KpAnswer *answer, KpSession *session, GError **error)
{
  const KpAnswerColumn columns[] = {
    { "number", _ ("No."), TRUE }, { "at", _ ("When"), FALSE },     { "digest", _ ("Scheme after"), FALSE },
    { "by", _ ("By"), FALSE },     { "with", _ ("With"), FALSE },   { "reason", _ ("Reason"), FALSE },
    { "notice", _ ("Supplementary notice"), FALSE },
  };
  g_autoptr (GPtrArray) amendments = kp_step_list_amendments (session, error);

  if (amendments == NULL)
    return FALSE;
  kp_answer_add_count (answer, "n_amendments", _ ("Amendments of the scheme"), amendments->len);
  if (amendments->len == 0)
    return TRUE;
  kp_answer_begin_table (answer, "amendments", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < amendments->len; i++)
    {
      const KpAmendmentRecord *one = g_ptr_array_index (amendments, i);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, one->number);
      g_autofree char *notice = g_strdelimit (g_strdup (one->notice), "\n", ' ');

      kp_answer_add_row (answer, (const char *[]){ number, one->at, one->digest_after, one->first_person,
                                                   one->second_person, one->reason, notice });
    }
  return TRUE;
}

/** kp_verb_corrections: kaopin corrections FILE. */
gboolean
kp_verb_corrections (KpCommand *command, GError **error)
{
  const KpAnswerColumn columns[] = {
    { "number", _ ("No."), TRUE },         { "at", _ ("When"), FALSE },        { "what", _ ("What"), FALSE },
    { "subject", _ ("Number"), FALSE },    { "before", _ ("Before"), FALSE },  { "after", _ ("After"), FALSE },
    { "n_persons", _ ("Persons"), TRUE },  { "n_offers", _ ("Offers"), TRUE }, { "by", _ ("By"), FALSE },
    { "with", _ ("With"), FALSE },         { "reason", _ ("Reason"), FALSE },
  };
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpSession) session = NULL;
  g_autoptr (GPtrArray) corrections = NULL;

  if (!kp_command_parse (command, NULL, 0, 0, error))
    return FALSE;
  session = kp_command_open (command, KP_OPEN_READ_ONLY, error);
  corrections = session != NULL ? kp_step_list_corrections (session, error) : NULL;
  if (corrections == NULL)
    return FALSE;
  kp_answer_add_count (answer, "n_corrections", _ ("Corrections"), corrections->len);
  kp_answer_begin_table (answer, "corrections", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < corrections->len; i++)
    {
      const KpCorrectionRecord *one = g_ptr_array_index (corrections, i);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, one->number);
      g_autofree char *persons = g_strdup_printf ("%" G_GINT64_FORMAT, one->n_persons);
      g_autofree char *offers = g_strdup_printf ("%" G_GINT64_FORMAT, one->n_offers);

      kp_answer_add_row (answer, (const char *[]){ number, one->at, one->what, one->subject, one->before_text,
                                                   one->after_text, persons, offers, one->first_person,
                                                   one->second_person, one->reason });
    }
  return list_amendments (answer, session, error);
}
