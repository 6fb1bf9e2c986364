/* kp-verb-proof.c – what applicants have to prove, and what a check against a source found.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-step-proof.h"
#include "kp-verbs.h"

typedef struct
{
  char **claims[KP_N_PROOF_OUTCOMES]; /* by outcome: NUMBER=PROOF */
  char **papers;
  gboolean has_all;
  gboolean is_late;
  char *of;
  char *source;
  char *on;
  char *dated;
  char *reference;
  char *reason;
} Options;

static void
options_clear (Options *options)
{
  for (guint i = 0; i < KP_N_PROOF_OUTCOMES; i++)
    g_strfreev (options->claims[i]);
  g_strfreev (options->papers);
  g_free (options->of);
  g_free (options->source);
  g_free (options->on);
  g_free (options->dated);
  g_free (options->reference);
  g_free (options->reason);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
read_day (KpCommand *command, const char *text, KpDate *day, GError **error)
{
  *day = KP_DATE_NONE;
  return text == NULL || kp_date_parse_iso (text, day, NULL)
         || kp_command_fail_usage (command, error, _ ("“%s” is no date; write it as 2026-03-02."), text);
}

/* With --all-papers those that the scheme asks for. Borrowed. */
static GPtrArray *
list_papers (const KpScheme *scheme, const Options *options, const char *proof)
{
  const KpProofDef *def = kp_scheme_get_proof (scheme, proof);
  GPtrArray *papers = g_ptr_array_new ();

  for (guint i = 0; options->papers != NULL && options->papers[i] != NULL; i++)
    g_ptr_array_add (papers, options->papers[i]);
  for (guint i = 0; options->has_all && def != NULL && i < def->papers->len; i++)
    g_ptr_array_add (papers, g_ptr_array_index (def->papers, i));
  g_ptr_array_add (papers, NULL);
  return papers;
}

static void
answer_order (KpAnswer *answer, const char *application, const KpProofTally *tally)
{
  g_autofree char *sentence = NULL;

  if (!tally->has_left)
    return;
  sentence = g_strdup_printf (_ ("Without the claim application %s doesn't fulfil what the post asks, and leaves the list."),
                              application);
  kp_answer_say (answer, sentence);
  kp_verb_answer_substitution (answer, &tally->lists);
}

/* Each claim is a step of its own: those before one that is refused stay recorded, and the error tells which it was. */
static gboolean
record_one (KpCommand *command, KpSession *session, const Options *options, const KpProofOrder *whole, const char *claim,
            GError **error)
{
  g_auto (GStrv) parts = g_strsplit (claim, "=", 2);
  g_autoptr (GPtrArray) papers = NULL;
  KpProofOrder order = *whole;
  KpProofTally tally;

  if (g_strv_length (parts) != 2 || *parts[0] == '\0' || *parts[1] == '\0')
    return kp_command_fail_usage (command, error, _ ("Write a claim as NUMBER=PROOF, not as “%s”."), claim);
  papers = list_papers (kp_session_get_scheme (session), options, parts[1]);
  order.application = parts[0];
  order.proof = parts[1];
  order.check.papers = (const char *const *) papers->pdata;
  if (!kp_step_record_proof (session, &order, &tally, error))
    {
      g_prefix_error (error, "%s: ", claim);
      return FALSE;
    }
  answer_order (kp_command_get_answer (command), order.application, &tally);
  return TRUE;
}

static gboolean
record (KpCommand *command, const Options *options, GError **error)
{
  KpProofOrder order
      = { .check = { .source = options->source, .note = options->reason }, .reference = options->reference };
  g_autoptr (KpSession) session = NULL;
  guint n = 0;

  if (!read_day (command, options->on, &order.check.checked_on, error)
      || !read_day (command, options->dated, &order.check.dated_on, error))
    return FALSE;
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  if (session == NULL)
    return FALSE;
  for (guint i = 0; i < KP_N_PROOF_OUTCOMES; i++)
    for (guint k = 0; options->claims[i] != NULL && options->claims[i][k] != NULL; k++, n++)
      {
        order.check.outcome = (KpProofOutcome) i;
        if (!record_one (command, session, options, &order, options->claims[i][k], error))
          return FALSE;
      }
  kp_answer_add_count (kp_command_get_answer (command), "n_recorded", _ ("Proofs recorded"), n);
  return TRUE;
}

static const char *
or_dash (const char *text)
{
  return text != NULL && *text != '\0' ? text : "—";
}

static void
add_row (KpAnswer *answer, const KpDossier *dossier, const KpProofPoint *point)
{
  const KpProofRecord *record = point->record;
  g_autofree char *by = kp_date_is_none (point->def->by) ? NULL : kp_date_dup_iso (point->def->by);
  g_auto (GStrv) papers = g_strsplit (record != NULL ? record->papers : "", "\n", -1);
  g_autofree char *joined = g_strjoinv ("、", papers);

  kp_answer_add_row (answer, (const char *[]){
                                 dossier->application->application, dossier->application->post, point->def->id, point->def->label,
                                 kp_proof_outcome_get_chinese (point->outcome), or_dash (by), point->is_late ? "✕" : "",
                                 or_dash (joined), or_dash (record != NULL ? record->source : NULL),
                                 or_dash (record != NULL ? record->checked_on : NULL),
                                 or_dash (record != NULL ? record->dated_on : NULL),
                                 or_dash (record != NULL ? record->reference : NULL),
                                 or_dash (record != NULL ? record->checker : NULL),
                                 or_dash (record != NULL ? record->note : NULL) });
}

static gboolean
is_asked_for (const Options *options, const KpDossier *dossier, const KpProofPoint *point)
{
  if (options->of != NULL)
    return g_str_equal (options->of, dossier->application->application);
  return !options->is_late || point->is_late;
}

static void
answer_counts (KpAnswer *answer, const guint *counts, guint n_late)
{
  for (guint i = 0; i < KP_N_PROOF_OUTCOMES; i++)
    kp_answer_add_count (answer, kp_proof_outcome_get_name ((KpProofOutcome) i),
                         kp_proof_outcome_get_chinese ((KpProofOutcome) i), counts[i]);
  kp_answer_add_count (answer, "n_late", _ ("Not proved in time"), n_late);
}

/* Who was refused or left has nothing to prove any more; what was found of it is still told. */
static gboolean
show (KpCommand *command, const Options *options, GError **error)
{
  const KpAnswerColumn columns[] = {
    { "application", _ ("Application"), FALSE }, { "post", _ ("Post"), FALSE },         { "proof", _ ("Proof"), FALSE },
    { "label", _ ("Claim"), FALSE },             { "outcome", _ ("What was found"), FALSE },   { "by", _ ("Until"), FALSE },
    { "late", _ ("Overdue"), FALSE },               { "papers", _ ("Shown"), FALSE },      { "source", _ ("Checked against"), FALSE },
    { "checked_on", _ ("Answered on"), FALSE },  { "dated_on", _ ("Issued on"), FALSE }, { "reference", _ ("Reference"), FALSE },
    { "checker", _ ("Who checked"), FALSE },      { "note", _ ("Reason"), FALSE },
  };
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_ONLY, error);
  g_autoptr (KpRoster) roster = session != NULL ? kp_session_load_roster (session, error) : NULL;
  guint counts[KP_N_PROOF_OUTCOMES] = { 0 };
  guint n_late = 0;

  if (roster == NULL)
    return FALSE;
  kp_answer_begin_table (answer, "proofs", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      g_autoptr (GArray) points
          = kp_proofs_list (kp_session_get_scheme (session), dossier, kp_session_get_today (session));

      for (guint k = 0; k < points->len; k++)
        {
          const KpProofPoint *point = &g_array_index (points, KpProofPoint, k);

          if (kp_proof_is_open (point->outcome) && !kp_proofs_are_waited_for (dossier) && options->of == NULL)
            continue;
          counts[point->outcome]++;
          n_late += point->is_late;
          if (is_asked_for (options, dossier, point))
            add_row (answer, dossier, point);
        }
    }
  answer_counts (answer, counts, n_late);
  return TRUE;
}

/** kp_verb_proof: kaopin proof FILE [--confirm|--refute|--shown|--missed NUMBER=PROOF …]. */
gboolean
kp_verb_proof (KpCommand *command, GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "shown", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.claims[KP_PROOF_SHOWN], N_ ("Papers were handed in, to be checked"),
      "NUMBER=PROOF" },
    { "confirm", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.claims[KP_PROOF_CONFIRMED], N_ ("The source says it is so"),
      "NUMBER=PROOF" },
    { "refute", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.claims[KP_PROOF_REFUTED], N_ ("The source says it isn't so"),
      "NUMBER=PROOF" },
    { "missed", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.claims[KP_PROOF_MISSED], N_ ("It wasn't proved in time"),
      "NUMBER=PROOF" },
    { "paper", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.papers, N_ ("A paper that was shown; may be repeated"), "PAPER" },
    { "all-papers", 0, 0, G_OPTION_ARG_NONE, &options.has_all, N_ ("Everything that the scheme asks for was shown"), NULL },
    { "source", 0, 0, G_OPTION_ARG_STRING, &options.source, N_ ("Against what it was checked"), "SOURCE" },
    { "on", 0, 0, G_OPTION_ARG_STRING, &options.on, N_ ("When the source answered"), "DATE" },
    { "dated", 0, 0, G_OPTION_ARG_STRING, &options.dated, N_ ("Which day the certificate bears"), "DATE" },
    { "reference", 0, 0, G_OPTION_ARG_STRING, &options.reference, N_ ("Number of the certificate or of the answer"), "TEXT" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, N_ ("What the source answered; the candidate is told it"), "TEXT" },
    { "of", 0, 0, G_OPTION_ARG_STRING, &options.of, N_ ("Show those of this application alone"), "NUMBER" },
    { "late", 0, 0, G_OPTION_ARG_NONE, &options.is_late, N_ ("Show those alone that weren't proved in time"), NULL },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };

  if (!kp_command_parse (command, entries, 0, 0, error))
    return FALSE;
  for (guint i = 0; i < KP_N_PROOF_OUTCOMES; i++)
    if (options.claims[i] != NULL)
      return record (command, &options, error);
  return show (command, &options, error);
}
