/* kp-bonus-claims.c – the bonus claims that the record holds, and the points that they give.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-bonus-claims.h"

struct _KpBonusClaims
{
  GPtrArray *records;         /* (element-type KpBonusRecord) */
  GHashTable *by_application; /* application → (element-type KpBonusClaim) of `records` */
};

/**
 * kp_bonus_claims_load:
 * @session: a session
 * @error: return location
 *
 * Reads what kp_step_award_bonus() left in the record.
 *
 * Returns: (transfer full) (nullable): the claims, or %NULL with #KP_DATA_ERROR
 */
KpBonusClaims *
kp_bonus_claims_load (KpSession *session,
                      GError **error)
{
  g_autoptr (KpBonusClaims) claims = g_new0 (KpBonusClaims, 1);

  claims->records = kp_table_select (kp_session_get_database (session), &kp_bonus_table, kp_session_get_campaign (session),
                                     "", KP_NO_BINDS, error);
  if (claims->records == NULL)
    return NULL;

  claims->by_application = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < claims->records->len; i++)
    {
      const KpBonusRecord *record = g_ptr_array_index (claims->records, i);
      KpBonusClaim claim = { .item = record->item, .is_approved = TRUE, .amount = record->points };
      GArray *own = g_hash_table_lookup (claims->by_application, record->application);

      if (record->claimed_on != NULL)
        kp_date_parse_iso (record->claimed_on, &claim.on, NULL);
      if (own == NULL)
        {
          own = g_array_new (FALSE, FALSE, sizeof (KpBonusClaim));
          g_hash_table_insert (claims->by_application, (gpointer) record->application, own);
        }
      g_array_append_val (own, claim);
    }
  return g_steal_pointer (&claims);
}

/**
 * kp_bonus_claims_free:
 * @claims: (nullable) (transfer full): of kp_bonus_claims_load()
 */
void
kp_bonus_claims_free (KpBonusClaims *claims)
{
  if (claims == NULL)
    return;

  g_clear_pointer (&claims->by_application, g_hash_table_unref);
  g_clear_pointer (&claims->records, g_ptr_array_unref);
  g_free (claims);
}

/**
 * kp_bonus_claims_get:
 * @claims: of kp_bonus_claims_load()
 * @application: number of an application
 *
 * Returns: (transfer none) (nullable) (element-type KpBonusClaim): what the person was awarded; %NULL = nothing
 */
const GArray *
kp_bonus_claims_get (const KpBonusClaims *claims,
                     const char *application)
{
  return g_hash_table_lookup (claims->by_application, application);
}

/**
 * kp_bonus_claims_decide:
 * @claims: of kp_bonus_claims_load()
 * @policy: the scheme's bonus
 * @application: number of an application
 * @facts: what the candidate states
 * @state: state of the written mark
 * @is_unwritten: whether the candidate needs no written mark
 * @points: (out caller-allocates) (array fixed-size=4): the points on each #KpBonusTarget
 *
 * kp_bonus_decide_targets() by the claims of the record.
 */
void
kp_bonus_claims_decide (const KpBonusClaims *claims,
                        const KpBonusPolicy *policy,
                        const char *application,
                        const KpCandidateFacts *facts,
                        KpMarkState state,
                        gboolean is_unwritten,
                        KpMark *points)
{
  const GArray *own = kp_bonus_claims_get (claims, application);

  kp_bonus_decide_targets (policy, facts, own != NULL ? (const KpBonusClaim *) (gpointer) own->data : NULL,
                           own != NULL ? own->len : 0, state, is_unwritten, points);
}
