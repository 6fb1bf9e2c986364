/* kp-verb-bonus.c – who claims which bonus item, and what two people found of it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-bonus-award.h"
#include "kp-candidate.h"
#include "kp-step-bonus.h"
#include "kp-verbs.h"

typedef struct
{
  char **approved;
  char **refused;
  char *on;
  char *reason;
  char *by;
  char *with;
} Options;

static void
options_clear (Options *options)
{
  g_strfreev (options->approved);
  g_strfreev (options->refused);
  g_free (options->on);
  g_free (options->reason);
  g_free (options->by);
  g_free (options->with);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* Splits "NUMBER=ITEM" or "NUMBER=ITEM=POINTS" where it stands. */
static gboolean
read_claims (KpCommand *command, char **texts, gboolean is_approved, KpDate on, GArray *examined, GError **error)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      char *item = strchr (texts[i], '=');
      char *points = item != NULL ? strchr (item + 1, '=') : NULL;
      const KpBonusExamined each = {
        .number = texts[i],
        .item = item != NULL ? item + 1 : NULL,
        .is_approved = is_approved,
        .claimed_on = on,
        .points = points != NULL ? points + 1 : NULL,
      };

      if (item == NULL)
        return kp_command_fail_usage (command, error, _ ("Write a claim as NUMBER=ITEM, not as “%s”."), texts[i]);
      *item = '\0';
      if (points != NULL)
        *points = '\0';
      g_array_append_val (examined, each);
    }
  return TRUE;
}

static gboolean
examine (KpCommand *command, const Options *options, GError **error)
{
  g_autoptr (KpSession) session = NULL;
  g_autoptr (GArray) examined = g_array_new (FALSE, FALSE, sizeof (KpBonusExamined));
  const KpTwoPeople people = { options->by, options->with, options->reason };
  KpDate on = KP_DATE_NONE;

  if (options->on != NULL && !kp_date_parse_iso (options->on, &on, NULL))
    return kp_command_fail_usage (command, error, _ ("“%s” is no date; write it as 2026-03-02."), options->on);
  if (!read_claims (command, options->approved, TRUE, on, examined, error)
      || !read_claims (command, options->refused, FALSE, on, examined, error))
    return FALSE;
  session = kp_command_open (command, KP_OPEN_READ_WRITE, error);
  if (session == NULL
      || !kp_step_examine_bonus (session, (const KpBonusExamined *) (gpointer) examined->data, examined->len, &people, error))
    return FALSE;
  kp_answer_add_count (kp_command_get_answer (command), "n_examined", _ ("Claims examined"), examined->len);
  return TRUE;
}

static const char *
get_state (const KpBonusReviewRecord *review, KpVerdict verdict)
{
  if (review != NULL)
    return g_str_equal (review->verdict, KP_BONUS_APPROVED) ? _ ("Approved") : _ ("Refused");
  return verdict == KP_VERDICT_MET ? _ ("By the registration") : _ ("Waits for a person");
}

/* One whom neither the registration nor a person gives the item isn't shown: that is nearly everybody. */
static void
show_person (KpAnswer *answer, const KpScheme *scheme, const KpBonusAwards *awards, const KpDossier *dossier)
{
  KpCandidateFacts facts;

  kp_candidate_facts_init (&facts, scheme, dossier);
  for (guint i = 0; i < scheme->bonus.items->len; i++)
    {
      const KpBonusItem *item = g_ptr_array_index (scheme->bonus.items, i);
      const KpBonusReviewRecord *review
          = kp_bonus_awards_find_review (awards, dossier->application->application, item->code);
      const KpVerdict verdict
          = item->condition != NULL ? kp_condition_decide (item->condition, &facts) : KP_VERDICT_UNMET;

      if (review == NULL && verdict == KP_VERDICT_UNMET)
        continue;
      kp_answer_add_row (answer, (const char *[]){ dossier->application->application, dossier->application->post,
                                                   item->code, item->label, get_state (review, verdict),
                                                   review != NULL ? review->reason : NULL });
    }
}

static gboolean
show (KpCommand *command, GError **error)
{
  const KpAnswerColumn columns[] = {
    { "application", _ ("Application"), FALSE }, { "post", _ ("Post"), FALSE },   { "item", _ ("Item"), FALSE },
    { "label", _ ("Bonus"), FALSE },             { "state", _ ("State"), FALSE }, { "reason", _ ("Reason"), FALSE },
  };
  g_autoptr (KpSession) session = kp_command_open (command, KP_OPEN_READ_ONLY, error);
  g_autoptr (KpRoster) roster = session != NULL ? kp_session_load_roster (session, error) : NULL;
  g_autoptr (KpBonusAwards) awards = roster != NULL ? kp_bonus_awards_load (session, error) : NULL;

  if (awards == NULL)
    return FALSE;
  kp_answer_begin_table (kp_command_get_answer (command), "claims", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    show_person (kp_command_get_answer (command), kp_session_get_scheme (session), awards, kp_roster_get_dossier (roster, i));
  return TRUE;
}

/** kp_verb_bonus: kaopin bonus FILE [--approve|--refuse NUMBER=ITEM …]. */
gboolean
kp_verb_bonus (KpCommand *command, GError **error)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "approve", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.approved, N_ ("The person has this item; may be repeated"),
      "NUMBER=ITEM[=POINTS]" },
    { "refuse", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options.refused, N_ ("The person hasn't; may be repeated"), "NUMBER=ITEM" },
    { "on", 0, 0, G_OPTION_ARG_STRING, &options.on, N_ ("When it was claimed; without it, in time"), "DATE" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &options.reason, N_ ("What shows it, or what is missing"), "TEXT" },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by, N_ ("Who examined the claim"), "PERSON" },
    { "with", 0, 0, G_OPTION_ARG_STRING, &options.with, N_ ("Who examined it too: another person"), "PERSON" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };

  if (!kp_command_parse (command, entries, 0, 0, error))
    return FALSE;
  return options.approved != NULL || options.refused != NULL ? examine (command, &options, error) : show (command, error);
}
