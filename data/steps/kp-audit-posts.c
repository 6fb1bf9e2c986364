/* kp-audit-posts.c – how many applicants each post's own conditions left.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-audit-posts.h"

#include "kp-oddity.h"
#include "kp-registration-tables.h"

/* One application: which conditions of its post it doesn't fulfil. */
typedef struct
{
  gboolean fails_general;
  gboolean fails_own;
} Verdicts;

static gboolean
is_own_condition (const KpSchemePost *post,
                  const char *id)
{
  for (guint i = 0; i < post->requirements->len; i++)
    {
      if (g_str_equal (((const KpRequirement *) g_ptr_array_index (post->requirements, i))->id, id))
        return TRUE;
    }
  return FALSE;
}

static guint
count_wanted (const KpScheme *scheme,
              const KpSchemePost *post)
{
  const KpFraction ratio = kp_fraction_is_known (post->quota_ratio) ? post->quota_ratio : scheme->quota.ratio;
  guint wanted = 0;

  if (scheme->quota.applies
      && kp_fraction_round_to_count (kp_fraction_multiply (kp_fraction_new (post->places, 1), ratio), KP_ROUNDING_UP, &wanted))
    return wanted;
  return post->places + 1;
}

/* (element-type utf8 Verdicts): by application, of those that were reviewed. */
static GHashTable *
load_verdicts (KpSession *session,
               KpRoster *roster,
               GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autoptr (GPtrArray) findings
      = kp_table_select (kp_session_get_database (session), &kp_finding_table, kp_session_get_campaign (session),
                         "AND moment = 'review'", KP_NO_BINDS, error);
  GHashTable *verdicts;

  if (findings == NULL)
    return NULL;
  verdicts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (guint i = 0; i < findings->len; i++)
    {
      const KpFindingRecord *finding = g_ptr_array_index (findings, i);
      const KpDossier *dossier = kp_roster_find_application (roster, finding->application);
      const KpSchemePost *post
          = dossier != NULL ? kp_scheme_get_post (scheme, kp_dossier_get_first_post (dossier)) : NULL;
      Verdicts *each;

      if (post == NULL)
        continue;
      each = g_hash_table_lookup (verdicts, dossier->application->application);
      if (each == NULL)
        {
          each = g_new0 (Verdicts, 1);
          g_hash_table_insert (verdicts, (gpointer) dossier->application->application, each);
        }
      if (!g_str_equal (finding->verdict, "unmet"))
        continue;
      if (is_own_condition (post, finding->condition))
        each->fails_own = TRUE;
      else
        each->fails_general = TRUE;
    }
  return verdicts;
}

static void
count_one (GArray *posts,
           const char *code,
           const Verdicts *verdicts)
{
  for (guint i = 0; i < posts->len; i++)
    {
      KpAuditPost *each = &g_array_index (posts, KpAuditPost, i);

      if (!g_str_equal (each->post->code, code))
        continue;
      each->n_reviewed++;
      each->n_general += !verdicts->fails_general;
      each->n_fit += !verdicts->fails_general && !verdicts->fails_own;
    }
}

/**
 * kp_audit_list_posts:
 * @session: a session; only read
 * @error: return location
 *
 * 萝卜招聘: counts the applicants of each post, first chosen, before and after the conditions that are its own.
 *
 * Returns: (transfer full) (nullable) (element-type KpAuditPost): or %NULL with #KP_DATA_ERROR
 */
GArray *
kp_audit_list_posts (KpSession *session,
                     GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  g_autoptr (GArray) posts = g_array_new (FALSE, TRUE, sizeof (KpAuditPost));
  g_autoptr (KpRoster) roster = kp_session_load_roster (session, error);
  g_autoptr (GHashTable) verdicts = roster != NULL ? load_verdicts (session, roster, error) : NULL;

  if (verdicts == NULL)
    return NULL;
  for (guint i = 0; i < scheme->posts->len; i++)
    {
      const KpSchemePost *post = g_ptr_array_index (scheme->posts, i);
      const KpAuditPost counted = { .post = post, .n_conditions = post->requirements->len, .wanted = count_wanted (scheme, post) };

      g_array_append_val (posts, counted);
    }
  for (guint i = 0; i < kp_roster_get_n_dossiers (roster); i++)
    {
      const KpDossier *dossier = kp_roster_get_dossier (roster, i);
      const Verdicts *each = g_hash_table_lookup (verdicts, dossier->application->application);

      if (each != NULL)
        count_one (posts, kp_dossier_get_first_post (dossier), each);
    }
  for (guint i = 0; i < posts->len; i++)
    {
      KpAuditPost *each = &g_array_index (posts, KpAuditPost, i);

      each->is_tailored = each->n_conditions > 0 && kp_oddity_is_tailored (each->n_general, each->n_fit, each->wanted);
    }
  return g_steal_pointer (&posts);
}
