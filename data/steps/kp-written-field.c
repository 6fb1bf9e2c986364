/* kp-written-field.c – everybody who may come to the interview, with the papers weighed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is admitted for an open post, and how the post's papers are marked:
 *
 *   without a written exam         in the field, all without a mark; also where the opening left the exam out
 *   exempt (免笔试)                 in it, without a mark
 *   sits a paper here              in it with a seat; without one the campaign isn't that far, and the step refuses
 *   all marks from elsewhere       in it without a seat
 *   hired without exam             not in it (kp-direct-hires.c) */

#include "kp-written-field.h"

#include <glib/gi18n-lib.h>

#include "kp-bonus-claims.h"
#include "kp-candidate.h"
#include "kp-direct-hires.h"
#include "kp-exemptions.h"
#include "kp-mark-column.h"
#include "kp-step-extra.h"

/* (paper/application) → mark */
static GHashTable *
index_marks (GPtrArray *marks)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < marks->len; i++)
    {
      KpMarkRecord *mark = g_ptr_array_index (marks, i);

      g_hash_table_insert (index, g_strdup_printf ("%s/%s", mark->paper, mark->application), mark);
    }
  return index;
}

static const KpMarkRecord *
find_mark (GHashTable *index,
           const char *paper,
           const char *application)
{
  g_autofree char *key = g_strdup_printf ("%s/%s", paper, application);

  return g_hash_table_lookup (index, key);
}

/* The marks of one person in the scheme's order of papers, weighed by the rule. */
static void
weigh_papers (const KpScheme *scheme,
              GHashTable *marks,
              KpWrittenEntry *entry)
{
  const KpApplicationRecord *application = entry->dossier->application;
  g_autofree KpStatedMark *papers = g_new0 (KpStatedMark, scheme->written.papers->len + 1);

  for (guint i = 0; i < scheme->written.papers->len; i++)
    {
      const KpSchemePaper *paper = g_ptr_array_index (scheme->written.papers, i);
      const KpMarkRecord *mark = find_mark (marks, paper->code, application->application);

      if (mark != NULL && kp_mark_state_from_name (mark->state, &papers[i].state) && papers[i].state == KP_MARK_PRESENT)
        papers[i].mark = mark->mark;
    }
  kp_written_decide (scheme, kp_scheme_get_post (scheme, application->post), papers, &entry->papers);
}

/* 加试: also of those who write nothing, where the list is ordered by their credential. */
static void
read_list_test (GHashTable *marks,
                KpWrittenEntry *entry)
{
  const KpMarkRecord *test = find_mark (marks, KP_LIST_TEST_PAPER, entry->dossier->application->application);

  if (test != NULL)
    entry->list_test = kp_mark_column_to_fraction (test->mark);
}

static gboolean
check_marks (GArray *entries,
             GError **error)
{
  guint n_open = 0;

  for (guint i = 0; i < entries->len; i++)
    n_open += g_array_index (entries, KpWrittenEntry, i).papers.n_missing > 0;
  if (n_open == 0)
    return TRUE;

  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("%u candidates have no agreed mark yet: an entry is missing, or two entries differ. Enter or resolve them "
                 "first."),
               n_open);
  return FALSE;
}

static gboolean
fail_unseated (guint n_unseated,
               GError **error)
{
  if (n_unseated == 0)
    return TRUE;
  g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
               _("%u candidates who passed the review have no seat and ticket yet. Draw the seats and hold the written exam "
                 "first."),
               n_unseated);
  return FALSE;
}

/* Open posts: code → KpPostRecord of @records. Without this a campaign where nothing has happened yet would get an empty shortlist, and
 * lose its registration to it. */
static GHashTable *
index_posts (GPtrArray *records,
             GError **error)
{
  g_autoptr (GHashTable) posts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < records->len; i++)
    {
      KpPostRecord *post = g_ptr_array_index (records, i);

      if (g_str_equal (post->state, "planned"))
        {
          g_set_error_literal (error, KP_STEP_ERROR, KP_STEP_ERROR_REFUSED,
                               _("The posts aren't opened yet, so nobody can enter the interview. Review the applications and "
                                 "draw the seats first."));
          return NULL;
        }
      if (!g_str_equal (post->state, KP_POST_CANCELLED))
        g_hash_table_insert (posts, (gpointer) post->post, post);
    }
  return g_steal_pointer (&posts);
}

static gboolean
is_exempt (const KpScheme *scheme,
           const KpDossier *dossier)
{
  KpCandidateFacts facts;

  kp_candidate_facts_init (&facts, scheme, dossier);
  return kp_written_decide_exempt (scheme, kp_scheme_get_post (scheme, dossier->application->post), &facts)
         == KP_VERDICT_MET;
}

/* Everybody who belongs to the field by the picture above; tells how many of them lack a seat. */
static GArray *
gather (const KpScheme *scheme,
        KpRoster *roster,
        GHashTable *posts,
        const KpDirectHires *hires,
        guint *n_unseated)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (KpWrittenEntry));

  *n_unseated = 0;
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      KpWrittenEntry entry = { .dossier = kp_roster_get_dossier (roster, i) };
      const char *code = entry.dossier->application->post;
      const KpPostRecord *post = g_hash_table_lookup (posts, code);
      const gboolean is_open = post != NULL && kp_candidate_is_admitted (scheme, entry.dossier);

      if (!kp_direct_hires_is_examined (hires, entry.dossier))
        continue;
      entry.is_of_post = is_open && kp_written_field_is_unwritten (scheme, post);
      entry.is_exempt = entry.is_of_post || (is_open && is_exempt (scheme, entry.dossier));
      if (entry.dossier->seat != NULL || entry.is_exempt)
        g_array_append_val (entries, entry);
      else if (is_open && kp_written_needs_seat (scheme, kp_scheme_get_post (scheme, code)))
        *n_unseated += 1;
      else if (is_open)
        g_array_append_val (entries, entry);
    }
  return entries;
}

/**
 * kp_written_field_is_unwritten:
 * @scheme: the scheme
 * @post: a post of the record
 *
 * Returns: whether nobody of the post sits a written exam: it has none, or too few applied and the opening left it out
 */
gboolean
kp_written_field_is_unwritten (const KpScheme *scheme,
                               const KpPostRecord *post)
{
  return g_str_equal (post->state, KP_POST_INTERVIEW_ONLY) || !kp_scheme_get_post (scheme, post->post)->has_written;
}

/**
 * kp_written_field_load:
 * @session: a session
 * @roster: its roster
 * @error: return location
 *
 * Reads the agreed marks of everybody who may come to the interview and weighs them (rules/kp-written.c).
 *
 * Returns: (transfer full) (nullable) (element-type KpWrittenEntry): or %NULL with an error when posts aren't opened, seats
 *   aren't drawn or marks are missing
 */
GArray *
kp_written_field_load (KpSession *session,
                       KpRoster *roster,
                       GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autoptr (GArray) entries = NULL;
  g_autoptr (KpDirectHires) hires = NULL;
  g_autoptr (GHashTable) index = NULL;
  g_autoptr (GHashTable) posts = NULL;
  g_autoptr (GPtrArray) records = NULL;
  guint n_unseated = 0;
  g_autoptr (GPtrArray) marks = kp_table_select (kp_session_get_database (session), &kp_mark_table,
                                                 kp_session_get_campaign (session), "", KP_NO_BINDS, error);

  if (marks == NULL)
    return NULL;
  records = kp_table_select (kp_session_get_database (session), &kp_post_table, kp_session_get_campaign (session),
                             "ORDER BY post", KP_NO_BINDS, error);
  if (records == NULL)
    return NULL;
  posts = index_posts (records, error);
  if (posts == NULL)
    return NULL;
  hires = kp_direct_hires_load (session, roster, error);
  if (hires == NULL || !kp_direct_hires_check_exam (hires, error) || !kp_exemptions_check_decided (roster, error))
    return NULL;
  index = index_marks (marks);
  entries = gather (scheme, roster, posts, hires, &n_unseated);
  if (!fail_unseated (n_unseated, error))
    return NULL;
  for (guint i = 0; i < entries->len; i++)
    {
      KpWrittenEntry *entry = &g_array_index (entries, KpWrittenEntry, i);

      if (!entry->is_exempt)
        weigh_papers (scheme, index, entry);
      read_list_test (index, entry);
    }
  return check_marks (entries, error) ? g_steal_pointer (&entries) : NULL;
}

/**
 * kp_written_entry_may_gain:
 * @scheme: the scheme
 * @written: an entry
 * @item: an item of the scheme's bonus
 *
 * Points on the written mark are nothing to who has none; points on the total are for everybody who gets a total.
 *
 * Returns: whether there is a mark to which the item's points are added
 */
gboolean
kp_written_entry_may_gain (const KpScheme *scheme,
                           const KpWrittenEntry *written,
                           const KpBonusItem *item)
{
  const KpBonusTarget target = kp_bonus_policy_get_target (&scheme->bonus, item);

  return written->is_exempt ? target != KP_BONUS_ON_WRITTEN && target != KP_BONUS_ON_SHORTLIST
                            : written->papers.state == KP_MARK_PRESENT;
}

static void
add_bonus (const KpScheme *scheme,
           const KpBonusClaims *claims,
           KpWrittenEntry *written)
{
  const KpBonusPolicy *policy = &scheme->bonus;
  const KpWrittenResult *papers = &written->papers;
  KpMark points[KP_BONUS_N_TARGETS];
  KpCandidateFacts facts;

  kp_candidate_facts_init (&facts, scheme, written->dossier);
  kp_bonus_claims_decide (claims, policy, written->dossier->application->application, &facts, papers->state,
                          written->is_exempt, points);
  written->bonus = points[policy->target];
  written->written = kp_bonus_add (policy, papers->paper, points[KP_BONUS_ON_WRITTEN], papers->full);
  written->listed = kp_bonus_add (policy, papers->paper, points[KP_BONUS_ON_WRITTEN] + points[KP_BONUS_ON_SHORTLIST],
                                  papers->full);
}

/**
 * kp_written_field_add_bonus:
 * @session: a session
 * @candidates: (element-type KpWrittenEntry): of kp_written_field_load(); gets bonus and written mark
 * @error: return location
 *
 * Adds the points of the claims that kp_step_award_bonus() left in the record, as the scheme lets them count.
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_written_field_add_bonus (KpSession *session,
                            GArray *candidates,
                            GError **error)
{
  g_autoptr (KpBonusClaims) claims = kp_bonus_claims_load (session, error);

  if (claims == NULL)
    return FALSE;
  for (guint i = 0; i < candidates->len; i++)
    add_bonus (kp_session_get_scheme (session), claims, &g_array_index (candidates, KpWrittenEntry, i));
  return TRUE;
}
