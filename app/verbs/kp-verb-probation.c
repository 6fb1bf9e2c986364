/* kp-verb-probation.c – a probation, link by link, to confirmation or termination.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "kp-step-probation.h"
#include "kp-verbs.h"

/* Owned texts. */
typedef struct
{
  char *record;
  char *settle;
  char *street;
  char *on;
  char *document;
  char *text;
  char *counts;
  char *points;
  char *veto;
  char *how;
  char *reason;
  char *by;
  char *with;
  gint month;
  gint witnesses;
  gint suspend;
  gboolean is_all;
} Options;

static void
options_clear (Options *options)
{
  char **const texts[] = { &options->record, &options->settle, &options->street, &options->on,   &options->document,
                           &options->text,   &options->counts, &options->points, &options->veto, &options->how,
                           &options->reason, &options->by,     &options->with };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
read_counts (KpCommand *command, const char *text, KpSurveyCounts *counts, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", -1);
  guint64 numbers[3] = { 0 };

  for (guint i = 0; i < 3; i++)
    if (g_strv_length (parts) != 3 ||
        !g_ascii_string_to_unsigned (parts[i], 10, 0, 1000000, &numbers[i], NULL))
      return kp_command_fail_usage (command, error,
                                    _ ("Write the counts as satisfied/fair/unsatisfied, such as 36/3/1."));
  *counts = (KpSurveyCounts){ (guint) numbers[0], (guint) numbers[1], (guint) numbers[2] };
  return TRUE;
}

static gboolean
record_of_all (KpCommand *command, KpSession *session, const KpLinkOrder *order, const char *street, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  KpLinkTally tally;

  if (!kp_step_record_link_of_all (session, order, street, &tally, error))
    return FALSE;
  kp_answer_add_count (answer, "n_done", _ ("Written down"), tally.n_done);
  kp_answer_add_count (answer, "n_stood", _ ("Stood already"), tally.n_stood);
  return TRUE;
}

static gboolean
record (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  KpSurveyCounts counts = { 0 };
  KpLinkOrder order = {
    .number = kp_command_get_argument (command, 0),
    .month = (guint) MAX (options->month, 0),
    .document = options->document,
    .text = options->text,
    .survey = options->counts != NULL ? &counts : NULL,
    .points = options->points,
    .vetoes = options->veto,
    .n_witnesses = (guint) MAX (options->witnesses, 0),
    .by = options->by != NULL ? options->by : kp_command_get_actor (command),
    .with = options->with,
  };

  if (!kp_link_parse (options->record, &order.link))
    return kp_command_fail_usage (
        command, error, _ ("“%s” is no link of a probation; see “kaopin help probation”."), options->record);
  if (options->how != NULL && !kp_served_parse (options->how, &order.served))
    return kp_command_fail_usage (command, error,
                                  _ ("A notice is served by person, refused, post, notary or public."));
  if (order.link == KP_LINK_SERVICE && options->how == NULL)
    return kp_command_fail_usage (command, error, _ ("Say with --how in which way the notice was served."));
  if (options->counts != NULL && !read_counts (command, options->counts, &counts, error))
    return FALSE;
  order.day = kp_session_get_today (session);
  if (options->on != NULL && !kp_date_parse_iso (options->on, &order.day, error))
    return FALSE;
  if (order.number == NULL)
    return record_of_all (command, session, &order, options->street, error);
  if (!kp_step_record_link (session, &order, error))
    return FALSE;
  kp_answer_say (kp_command_get_answer (command), _ ("It is in the record."));
  return TRUE;
}

static gboolean
settle (KpCommand *command, KpSession *session, const Options *options, GError **error)
{
  KpSettleOrder order = {
    .number = kp_command_get_argument (command, 0),
    .reason = options->reason,
    .by = options->by,
    .with = options->with,
  };
  g_autofree char *text = NULL;
  KpDate day;

  if (!kp_probation_act_parse (options->settle, &order.act))
    return kp_command_fail_usage (command, error,
                                  _ ("A probation is settled by confirm, confirm-early or terminate."));
  if ((options->on != NULL && !kp_date_parse_iso (options->on, &order.day, error)) ||
      !kp_step_settle_probation (session, &order, &day, error))
    return FALSE;
  text = kp_date_dup_iso (day);
  kp_answer_add_text (kp_command_get_answer (command), "act", _ ("Decision"), options->settle);
  kp_answer_add_text (kp_command_get_answer (command), "day", _ ("Holds from, or last day of work"), text);
  return TRUE;
}

static const char *
get_state (const KpProbationPolicy *policy, const KpEmployment *work, KpDate today, const char **chinese)
{
  const KpProbationVerdict verdict = kp_probation_decide (policy, &work->file, today);

  if (work->outcome == NULL)
    {
      *chinese = kp_probation_verdict_get_chinese (verdict);
      return kp_probation_verdict_get_name (verdict);
    }
  *chinese = g_str_equal (work->outcome->act, "terminate")       ? "已解除"
             : g_str_equal (work->outcome->act, "confirm-early") ? "已提前转正"
                                                                 : "已转正";
  return work->outcome->act;
}

static char *
dup_total (const KpProbationPolicy *policy, const KpEmployment *work)
{
  KpMark total = 0;

  if (kp_probation_decide_merit (policy, &work->file, &total) == KP_MERIT_OPEN || !work->file.is_scored)
    return g_strdup ("");
  return kp_mark_dup_text (total, 2);
}

/* What still stands against a confirmation of who passed, else against a termination: what is missing, until when, and what
   can't be mended. */
static void
show_chain (KpAnswer *answer, const KpProbationPolicy *policy, const KpEmployment *work, KpDate today)
{
  const KpMerit merit = kp_probation_decide_merit (policy, &work->file, NULL);
  const gboolean is_passed = merit != KP_MERIT_OPEN && merit != KP_MERIT_FAIL;
  const KpProbationAct act = is_passed ? KP_PROBATION_CONFIRM : KP_PROBATION_TERMINATE;
  const char *title = is_passed ? _ ("Against a confirmation") : _ ("Against a termination");
  const KpAnswerColumn columns[] = { { "finding", title, FALSE },
                                     { "clause", _ ("Clause"), FALSE },
                                     { "until", _ ("Until"), FALSE },
                                     { "final", _ ("Final"), FALSE } };
  g_autoptr (GArray) against = kp_probation_check (policy, &work->file, act, today);

  kp_answer_begin_table (answer, "chain", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < against->len; i++)
    {
      const KpChainFinding *finding = &g_array_index (against, KpChainFinding, i);
      g_autofree char *sentence = kp_chain_finding_dup_chinese (finding);
      g_autofree char *until = kp_date_dup_iso (finding->until);

      kp_answer_add_row (answer, (const char *[]){ sentence, kp_chain_finding_get_clause (finding), until,
                                                   finding->is_final ? _ ("yes") : "" });
    }
}

/* By their numbers, which “kaopin contract FILE NUMBER --correct” takes. */
static gboolean
show_links (KpAnswer *answer, KpSession *session, const KpEmployment *work, GError **error)
{
  const KpAnswerColumn columns[] = { { "serial", "序号", TRUE },
                                     { "link", "环节", FALSE },
                                     { "day", "日期", FALSE },
                                     { "document", "材料", FALSE },
                                     { "corrected", "更正", FALSE } };
  g_autoptr (GPtrArray) links
      = kp_table_select (kp_session_get_database (session), &kp_probation_link_table, kp_session_get_campaign (session),
                         "AND contract = $2 ORDER BY serial", KP_BINDS (KP_TEXT (work->contract->number)), error);

  if (links == NULL)
    return FALSE;
  kp_answer_begin_table (answer, "links", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < links->len; i++)
    {
      const KpProbationLinkRecord *record = g_ptr_array_index (links, i);
      g_autofree char *serial = g_strdup_printf ("%" G_GINT64_FORMAT, record->serial);
      KpLink link;

      kp_answer_add_row (answer, (const char *[]){ serial,
                                                   kp_link_parse (record->link, &link) ? kp_link_get_chinese (link) : record->link,
                                                   record->day, record->document,
                                                   kp_employment_has_corrected (work, (guint) record->serial) ? "已更正，不再计入" : "" });
    }
  return TRUE;
}

static gboolean
show_one (KpCommand *command, KpSession *session, const KpEmployments *works, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  const KpProbationPolicy *policy = kp_employments_get_policy (works);
  const KpEmployment *work = kp_employments_find (works, kp_command_get_argument (command, 0), error);
  const KpDate today = kp_session_get_today (session);
  g_autofree char *total = NULL;
  g_autofree char *last = NULL;
  const char *chinese = NULL;
  const char *name;

  if (work == NULL)
    return FALSE;
  total = dup_total (policy, work);
  last = kp_date_dup_iso (kp_probation_decide_last_day (policy, &work->file));
  name = get_state (policy, work, today, &chinese);
  kp_answer_add_text (answer, "contract", _ ("Contract"), work->contract->number);
  kp_answer_add_text (answer, "last_day", _ ("Last day of probation"), last);
  kp_answer_add_text (answer, "state", NULL, name);
  kp_answer_add_text (answer, "state_text", _ ("State"), chinese);
  kp_answer_add_text (answer, "total", _ ("Points"), total);
  if (work->outcome == NULL && work->file.months > 0)
    show_chain (answer, policy, work, today);
  return show_links (answer, session, work, error);
}

static void
show_all (KpCommand *command, KpSession *session, const KpEmployments *works)
{
  const KpAnswerColumn columns[] = { { "contract", _ ("Contract"), FALSE }, { "street", _ ("Street"), FALSE },
                                     { "last_day", _ ("Last day"), FALSE }, { "links", _ ("Links"), TRUE },
                                     { "total", _ ("Points"), TRUE },       { "state", _ ("State"), FALSE } };
  KpAnswer *answer = kp_command_get_answer (command);
  const KpProbationPolicy *policy = kp_employments_get_policy (works);

  kp_answer_add_count (answer, "n_contracts", _ ("Contracts"), kp_employments_get_n (works));
  kp_answer_begin_table (answer, "probations", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < kp_employments_get_n (works); i++)
    {
      const KpEmployment *work = kp_employments_get (works, i);
      const char *chinese = "";
      g_autofree char *total = dup_total (policy, work);
      g_autofree char *links = g_strdup_printf ("%u", work->n_links);

      if (work->file.months == 0)
        continue;
      get_state (policy, work, kp_session_get_today (session), &chinese);
      kp_answer_add_row (answer, (const char *[]){ work->contract->number, work->contract->street,
                                                   work->contract->probation_ends, links, total, chinese });
    }
}

static gboolean
show (KpCommand *command, KpSession *session, GError **error)
{
  g_autoptr (KpEmployments) works = kp_employments_load (session, error);

  if (works == NULL)
    return FALSE;
  if (kp_command_get_argument (command, 0) != NULL)
    return show_one (command, session, works, error);
  show_all (command, session, works);
  return TRUE;
}

static gboolean
act (KpCommand *command, const Options *options, GError **error)
{
  const guint n_acts = (options->record != NULL) + (options->settle != NULL) + (options->suspend > 0);
  const guint n_whom
      = (kp_command_get_argument (command, 0) != NULL) + (options->street != NULL) + (options->is_all ? 1 : 0);
  const gboolean is_of_many = options->street != NULL || options->is_all;
  g_autoptr (KpSession) session = NULL;

  if (n_acts > 1 || n_whom > 1 || (n_acts == 1 && n_whom == 0) || (is_of_many && options->record == NULL))
    return kp_command_fail_usage (
        command, error,
        _ ("Name one contract and one of --record, --settle and --suspend; for --record also all of a street with --street, or "
           "--all; or nothing, for the list."));
  session = kp_command_open (command, n_acts == 0 ? KP_OPEN_READ_ONLY : KP_OPEN_READ_WRITE, error);
  if (session == NULL)
    return FALSE;
  if (options->suspend > 0 && !kp_step_suspend_probation (session, kp_command_get_argument (command, 0),
                                                          (guint) options->suspend, error))
    return FALSE;
  if ((options->record != NULL && !record (command, session, options, error)) ||
      (options->settle != NULL && !settle (command, session, options, error)))
    return FALSE;
  return show (command, session, error);
}

/** kp_verb_probation: kaopin probation FILE [NUMBER [--record LINK … | --settle ACT … | --suspend DAYS]] | --street CODE --record LINK …. */
gboolean
kp_verb_probation (KpCommand *command, GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "record", 0, 0, G_OPTION_ARG_STRING, &options.record, N_ ("Write a link of the chain down"), "LINK" },
    { "street", 0, 0, G_OPTION_ARG_STRING, &options.street, N_ ("With --record: for all on probation in a street"), "CODE" },
    { "all", 0, 0, G_OPTION_ARG_NONE, &options.is_all, N_ ("With --record: for all on probation"), NULL },
    { "on", 0, 0, G_OPTION_ARG_STRING, &options.on, N_ ("The day on which it happened; today is the usual"),
      "DATE" },
    { "document", 0, 0, G_OPTION_ARG_STRING, &options.document,
      N_ ("The paper, by its number or where it is filed"), "TEXT" },
    { "month", 0, 0, G_OPTION_ARG_INT, &options.month, N_ ("Of a monthly note: which month of the probation"),
      "N" },
    { "text", 0, 0, G_OPTION_ARG_STRING, &options.text, N_ ("In words; of a notice the facts and the clause"),
      "TEXT" },
    { "counts", 0, 0, G_OPTION_ARG_STRING, &options.counts, N_ ("Of a survey: satisfied/fair/unsatisfied"),
      "N/N/N" },
    { "points", 0, 0, G_OPTION_ARG_STRING, &options.points,
      N_ ("Of an assessment: points in the scheme's order, joined by strokes"), "P/P/…" },
    { "veto", 0, 0, G_OPTION_ARG_STRING, &options.veto,
      N_ ("Of an assessment: the items that fail at once, by their numbers"), "N,…" },
    { "how", 0, 0, G_OPTION_ARG_STRING, &options.how, N_ ("Of a service: in which way"),
      "person|refused|post|notary|public" },
    { "witnesses", 0, 0, G_OPTION_ARG_INT, &options.witnesses,
      N_ ("Of a refused service: how many witnesses"), "N" },
    { "settle", 0, 0, G_OPTION_ARG_STRING, &options.settle, N_ ("Decide the probation, by two people"),
      "confirm|confirm-early|terminate" },
    { "suspend", 0, 0, G_OPTION_ARG_INT, &options.suspend,
      N_ ("Days without work that both sides agreed on in writing"), "DAYS" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, N_ ("With --settle: on which ground"), "TEXT" },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by, N_ ("Who answers for it"), "PERSON" },
    { "with", 0, 0, G_OPTION_ARG_STRING, &options.with, N_ ("Who answers for it too: another person"),
      "PERSON" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };

  return kp_command_parse (command, entries, 0, 1, error) && act (command, &options, error);
}
