/* kp-step-total.c – totals, places and who goes to the physical examination.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-step-total.h"

#include <glib/gi18n-lib.h>

#include "kp-called.h"
#include "kp-candidate.h"
#include "kp-mark-column.h"
#include "kp-roster.h"
#include "kp-step-extra.h"

/* What may part two equal totals. What the record doesn't know stays unknown, and then never decides. */
static void
fill_fields (KpTotalCandidate *candidate,
             const KpDossier *dossier,
             const KpCandidateFacts *facts,
             const KpMarkRecord *extra)
{
  KpFraction *fields = candidate->fields;

  for (guint i = 0; i < KP_TIE_N_FIELDS; i++)
    fields[i] = KP_FRACTION_UNKNOWN;
  fields[KP_TIE_WRITTEN_WITH_BONUS] = kp_mark_column_to_fraction (dossier->shortlist->written);
  fields[KP_TIE_WRITTEN_PAPER] = kp_mark_column_to_fraction (dossier->shortlist->paper);
  fields[KP_TIE_INTERVIEW] = kp_mark_column_to_fraction (dossier->interview->mark);
  fields[KP_TIE_CREDENTIAL] = candidate->parts[KP_PART_CREDENTIAL];
  fields[KP_TIE_VETERAN] = kp_fraction_new (facts->is_veteran == KP_TRUTH_YES, 1);
  fields[KP_TIE_PARTY_MEMBER]
      = kp_fraction_new (facts->political != NULL && g_str_has_prefix (facts->political, "中共"), 1);
  fields[KP_TIE_GRID_STAFF] = kp_fraction_new (facts->is_grid_staff == KP_TRUTH_YES, 1);
  fields[KP_TIE_CERTIFICATE] = kp_fraction_new (kp_certificate_get_level (facts->certificate), 1);
  fields[KP_TIE_EDUCATION] = kp_fraction_new (kp_education_get_level (facts->education), 1);
  if (extra != NULL)
    fields[KP_TIE_EXTRA_TEST] = kp_mark_column_to_fraction (extra->mark);
  if (!kp_date_is_none (facts->birth))
    fields[KP_TIE_YOUNGER]
        = kp_fraction_new (facts->birth.year * 10000 + facts->birth.month * 100 + facts->birth.day, 1);
}

/* 面试合格线: below it, or without a mark, there is no place. */
static KpStanding
decide_standing (const KpDossier *dossier,
                 gboolean has_line,
                 KpMark line)
{
  KpMarkState state = KP_MARK_NOT_ENTERED;

  kp_mark_state_from_name (dossier->interview->state, &state);
  if (state == KP_MARK_ABSENT)
    return KP_STANDING_ABSENT;
  if (state != KP_MARK_PRESENT)
    return KP_STANDING_VOID;
  return has_line && dossier->interview->mark < line ? KP_STANDING_BELOW_LINE : KP_STANDING_RANKED;
}

static void
fill_candidate (const KpScheme *scheme,
                const KpDossier *dossier,
                const KpMarkRecord *extra,
                gboolean has_line,
                KpMark line,
                KpTotalCandidate *candidate)
{
  KpCandidateFacts facts;
  KpMark credential = 0;

  kp_candidate_facts_init (&facts, dossier->person);
  *candidate = (KpTotalCandidate) { .standing = decide_standing (dossier, has_line, line) };
  candidate->parts[KP_PART_WRITTEN] = kp_mark_column_to_fraction (dossier->shortlist->written);
  candidate->parts[KP_PART_INTERVIEW] = kp_mark_column_to_fraction (dossier->interview->mark);
  candidate->parts[KP_PART_CREDENTIAL] = kp_scheme_decide_credential (&scheme->credential, &facts, &credential)
                                             ? kp_fraction_from_mark (credential)
                                             : KP_FRACTION_UNKNOWN;
  candidate->parts[KP_PART_BONUS] = scheme->bonus.target == KP_BONUS_ON_TOTAL
                                        ? kp_bonus_weigh (&scheme->bonus, dossier->shortlist->bonus)
                                        : KP_FRACTION_ZERO;
  fill_fields (candidate, dossier, &facts, extra);
}

static char *
dup_why (const KpTotalPolicy *policy,
         const KpTotalCandidate *candidate,
         const KpTotalResult *result)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *total = NULL;

  if (candidate->standing == KP_STANDING_ABSENT)
    return g_strdup ("面试缺考");
  if (candidate->standing == KP_STANDING_VOID)
    return g_strdup ("面试成绩无效");
  for (guint i = 0; i < KP_N_PARTS; i++)
    {
      g_autofree char *part = NULL;
      g_autofree char *weight = NULL;

      if (policy->weights[i].num == 0)
        continue;
      weight = kp_weight_dup_text (policy->weights[i]);
      part = kp_fraction_dup_decimal (candidate->parts[i], 2);
      g_string_append_printf (text, "%s%s%s×%s", text->len > 0 ? "+" : "", kp_part_get_chinese ((KpPart) i), part,
                              weight);
    }
  total = kp_mark_dup_text (result->total, policy->decimals);
  g_string_append_printf (text, "=%s分", total);
  if (candidate->standing == KP_STANDING_BELOW_LINE)
    g_string_append (text, "；面试成绩低于合格线，不列名次");
  else if (result->place.is_undecided)
    g_string_append_printf (text, "；第%u名，与他人并列，依方案规则仍不能分出先后，待加试", result->place.place);
  else if (result->place.decided_by > 0 && result->place.decided_by <= policy->n_ties)
    g_string_append_printf (text, "；第%u名，同分者按“%s”分出先后", result->place.place,
                            kp_tie_field_get_chinese (policy->ties[result->place.decided_by - 1]));
  else
    g_string_append_printf (text, "；第%u名", result->place.place);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *
get_outcome (KpStanding standing)
{
  switch (standing)
    {
    case KP_STANDING_RANKED:
      return "ranked";
    case KP_STANDING_BELOW_LINE:
      return "below_line";
    case KP_STANDING_ABSENT:
      return "absent";
    case KP_STANDING_VOID:
    case KP_STANDING_OPEN:
      return "void";
    }
  g_return_val_if_reached ("void");
}

static gboolean
put_total (KpSession *session,
           KpLedger *ledger,
           const KpTotalPolicy *policy,
           const KpDossier *dossier,
           const KpTotalCandidate *candidate,
           const KpTotalResult *result,
           GError **error)
{
  const gboolean has_total
      = candidate->standing == KP_STANDING_RANKED || candidate->standing == KP_STANDING_BELOW_LINE;
  g_autofree char *why = dup_why (policy, candidate, result);
  KpTotalRecord record = {
    .campaign = kp_session_get_campaign (session),
    .application = dossier->application->application,
    .post = dossier->application->post,
    .written = dossier->shortlist->written,
    .interview = dossier->interview->mark,
    .credential = policy->weights[KP_PART_CREDENTIAL].num > 0 ? kp_mark_column_from_fraction (candidate->parts[KP_PART_CREDENTIAL])
                                                            : KP_NO_INT,
    .total = has_total ? result->total : KP_NO_INT,
    .place = result->place.place > 0 ? (gint64) result->place.place : KP_NO_INT,
    .outcome = get_outcome (candidate->standing),
    .is_undecided = result->place.is_undecided,
    .why = why,
  };

  return kp_ledger_put (ledger, &kp_total_table, &record, error);
}

static guint
count_present (GPtrArray *dossiers)
{
  guint n = 0;

  for (guint i = 0; i < dossiers->len; i++)
    n += ((const KpDossier *) g_ptr_array_index (dossiers, i))->interview->mark != KP_NO_INT;
  return n;
}

static const KpMarkRecord *
find_extra (GPtrArray *extras,
            const KpDossier *dossier)
{
  for (guint i = 0; i < extras->len; i++)
    {
      const KpMarkRecord *extra = g_ptr_array_index (extras, i);

      if (g_str_equal (extra->application, dossier->application->application))
        return extra;
    }
  return NULL;
}

static gboolean
total_post (KpSession *session,
            KpLedger *ledger,
            const KpPostRecord *post,
            GPtrArray *dossiers,
            GPtrArray *extras,
            KpTotalTally *tally,
            GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  const KpTotalPolicy *policy
      = &kp_scheme_get_total (scheme, kp_scheme_get_post (scheme, post->post)->total)->policy;
  g_autofree KpTotalCandidate *candidates = g_new0 (KpTotalCandidate, dossiers->len);
  g_autofree KpTotalResult *results = g_new0 (KpTotalResult, dossiers->len);
  KpMark line = 0;
  const gboolean has_line = kp_interview_lines_decide (&scheme->interview.lines, count_present (dossiers), (guint) post->places, &line);

  for (guint i = 0; i < dossiers->len; i++)
    {
      const KpDossier *dossier = g_ptr_array_index (dossiers, i);

      fill_candidate (scheme, dossier, find_extra (extras, dossier), has_line, line, &candidates[i]);
    }
  kp_total_decide (policy, candidates, dossiers->len, results);
  for (guint i = 0; i < dossiers->len; i++)
    {
      if (!put_total (session, ledger, policy, g_ptr_array_index (dossiers, i), &candidates[i], &results[i], error))
        return FALSE;
      tally->n_ranked += results[i].place.place > 0;
      tally->n_unranked += results[i].place.place == 0;
      tally->n_undecided += results[i].place.is_undecided;
    }
  return TRUE;
}

static gboolean
check_interviewed (KpRoster *roster,
                   GError **error)
{
  guint n_heard = 0;
  guint n_open = 0;

  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);

      n_heard += dossier->hearing != NULL;
      n_open += dossier->hearing != NULL && dossier->interview == NULL;
    }
  if (n_heard > 0 && n_open == 0)
    return TRUE;

  if (n_heard == 0)
    {
      g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_WRONG_STAGE,
                           _("The interview order is not drawn yet, so there are no totals to make. Draw it first."));
      return FALSE;
    }
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("%u of %u drawn candidates have no interview mark yet. Enter the marks, or mark them absent, before the "
                 "totals are made."),
               n_open, n_heard);
  return FALSE;
}

static gboolean
total_posts (KpSession *session,
             KpLedger *ledger,
             KpRoster *roster,
             GPtrArray *posts,
             KpTotalTally *tally,
             GError **error)
{
  g_autoptr (GPtrArray) extras = kp_table_select (kp_session_get_database (session), &kp_mark_table,
                                                  kp_session_get_campaign (session), "AND paper = $2",
                                                  KP_BINDS (KP_TEXT (KP_EXTRA_TEST_PAPER)), error);

  if (extras == NULL)
    return FALSE;
  for (guint i = 0; i < posts->len; i++)
    {
      const KpPostRecord *post = g_ptr_array_index (posts, i);
      g_autoptr (GPtrArray) own = g_ptr_array_new ();

      for (guint j = 0; j < kp_roster_get_n_dossiers (roster); j++)
        {
          const KpDossier *dossier = kp_roster_get_dossier (roster, j);

          if (dossier->hearing != NULL && g_str_equal (dossier->application->post, post->post))
            g_ptr_array_add (own, (gpointer) dossier);
        }
      if (own->len > 0 && !total_post (session, ledger, post, own, extras, tally, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * kp_step_total:
 * @session: a session, open for writing
 * @tally: (out): what was decided
 * @error: return location
 *
 * 综合成绩: weighs written, interview and credential marks by the formula of each post, ranks by the scheme's tie order
 * (rules/kp-total.c), and calls those within the places to the first of physical and background. A tie that no rule
 * decides stays undecided and calls nobody. May be run again until results of the physical come in.
 *
 * Returns: %TRUE, or %FALSE with an error and nothing changed
 */
gboolean
kp_step_total (KpSession *session,
               KpTotalTally *tally,
               GError **error)
{
  g_autoptr (KpLedger) ledger = kp_session_begin (session, KP_STEP_TOTAL, NULL, error);
  KpDatabase *db = kp_session_get_database (session);
  g_autoptr (KpRoster) roster = NULL;
  g_autoptr (GPtrArray) posts = NULL;

  *tally = (KpTotalTally) { 0 };
  if (ledger == NULL)
    return FALSE;
  roster = kp_session_load_roster (session, error);
  if (roster == NULL || !check_interviewed (roster, error))
    return FALSE;
  posts = kp_table_select (db, &kp_post_table, kp_session_get_campaign (session), "AND state <> 'cancelled' ORDER BY post",
                           KP_NO_BINDS, error);
  if (posts == NULL)
    return FALSE;
  return total_posts (session, ledger, roster, posts, tally, error)
         && kp_called_start (session, ledger, &tally->n_called, error) && kp_session_commit (session, ledger, error);
}
