/* kp-bonus-award.c – which bonus items a person has: by the facts, and by those who examined the claim.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 加分审核, for each item of the scheme:
 *
 *   examined     facts            the person has it
 *   approved     lost: its proof  no
 *                failed
 *   approved     whatever else    yes, claimed on the day that the examiners name
 *   refused      whatever         no
 *   –            fulfilled        yes
 *   –            not, or unknown  no
 *   –            no condition     no: it needs a person
 */
#include "kp-bonus-award.h"

#include "kp-bonus-claims.h"

struct _KpBonusAwards
{
  KpBonusClaims *claims;  /* awarded */
  GPtrArray *reviews;     /* (element-type KpBonusReviewRecord) */
  GHashTable *reviews_of; /* application → (element-type KpBonusReviewRecord) of `reviews` */
};

static GHashTable *
map_reviews (GPtrArray *reviews)
{
  GHashTable *lists = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < reviews->len; i++)
    {
      KpBonusReviewRecord *review = g_ptr_array_index (reviews, i);
      GPtrArray *list = g_hash_table_lookup (lists, review->application);

      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (lists, (gpointer) review->application, list);
        }
      g_ptr_array_add (list, review);
    }
  return lists;
}

/**
 * kp_bonus_awards_load:
 * @session: a session
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what was awarded and examined, or %NULL with #KP_DATA_ERROR
 */
KpBonusAwards *
kp_bonus_awards_load (KpSession *session,
                      GError **error)
{
  KpDatabase *db = kp_session_get_database (session);
  const char *campaign = kp_session_get_campaign (session);
  g_autoptr (KpBonusAwards) awards = g_new0 (KpBonusAwards, 1);

  awards->claims = kp_bonus_claims_load (session, error);
  if (awards->claims == NULL)
    return NULL;
  awards->reviews = kp_table_select (db, &kp_bonus_review_table, campaign, "ORDER BY application, item", KP_NO_BINDS, error);
  if (awards->reviews == NULL)
    return NULL;
  awards->reviews_of = map_reviews (awards->reviews);
  return g_steal_pointer (&awards);
}

/**
 * kp_bonus_awards_free:
 * @awards: (nullable) (transfer full): of kp_bonus_awards_load()
 */
void
kp_bonus_awards_free (KpBonusAwards *awards)
{
  if (awards == NULL)
    return;

  g_clear_pointer (&awards->reviews_of, g_hash_table_unref);
  g_clear_pointer (&awards->claims, kp_bonus_claims_free);
  g_clear_pointer (&awards->reviews, g_ptr_array_unref);
  g_free (awards);
}

/**
 * kp_bonus_awards_get_claims:
 * @awards: of kp_bonus_awards_load()
 * @application: an application
 *
 * Returns: (transfer none) (nullable) (element-type KpBonusClaim): what the person was awarded; %NULL = nothing
 */
const GArray *
kp_bonus_awards_get_claims (const KpBonusAwards *awards,
                            const char *application)
{
  return kp_bonus_claims_get (awards->claims, application);
}

/**
 * kp_bonus_awards_is_examined:
 * @awards: of kp_bonus_awards_load()
 * @application: an application
 *
 * Returns: whether some item of the person was examined
 */
gboolean
kp_bonus_awards_is_examined (const KpBonusAwards *awards,
                             const char *application)
{
  return g_hash_table_contains (awards->reviews_of, application);
}

/**
 * kp_bonus_awards_find_review:
 * @awards: of kp_bonus_awards_load()
 * @application: an application
 * @item: code of an item
 *
 * Returns: (transfer none) (nullable): what the examiners said of the item; %NULL = nobody examined it
 */
const KpBonusReviewRecord *
kp_bonus_awards_find_review (const KpBonusAwards *awards,
                             const char *application,
                             const char *item)
{
  const GPtrArray *reviews = g_hash_table_lookup (awards->reviews_of, application);

  for (guint i = 0; reviews != NULL && i < reviews->len; i++)
    {
      const KpBonusReviewRecord *review = g_ptr_array_index (reviews, i);

      if (g_str_equal (review->item, item))
        return review;
    }
  return NULL;
}

static gboolean
is_lost (const KpBonusItem *item,
         const KpCandidateFacts *facts)
{
  return item->condition != NULL && kp_condition_is_lost (item->condition, facts);
}

/**
 * kp_bonus_awards_gather:
 * @awards: of kp_bonus_awards_load(); outlives the claims
 * @policy: the scheme's bonus; outlives the claims
 * @application: an application
 * @facts: what the candidate states
 *
 * Returns: (transfer full) (element-type KpBonusClaim): the items that the person has, in the scheme's order
 */
GArray *
kp_bonus_awards_gather (const KpBonusAwards *awards,
                        const KpBonusPolicy *policy,
                        const char *application,
                        const KpCandidateFacts *facts)
{
  GArray *claims = g_array_new (FALSE, TRUE, sizeof (KpBonusClaim));

  for (guint i = 0; i < policy->items->len; i++)
    {
      const KpBonusItem *item = g_ptr_array_index (policy->items, i);
      const KpBonusReviewRecord *review = kp_bonus_awards_find_review (awards, application, item->code);
      KpBonusClaim claim = { .item = item->code, .is_approved = TRUE };

      if (review != NULL && review->claimed_on != NULL)
        kp_date_parse_iso (review->claimed_on, &claim.on, NULL);
      if (review != NULL && review->points != KP_NO_INT)
        claim.amount = review->points;
      if (review != NULL ? g_str_equal (review->verdict, KP_BONUS_APPROVED) && !is_lost (item, facts)
                         : kp_bonus_item_is_proposed (item, facts))
        g_array_append_val (claims, claim);
    }
  return claims;
}

static gboolean
is_among (const GArray *claims,
          const char *item)
{
  for (guint i = 0; i < claims->len; i++)
    if (g_str_equal (g_array_index (claims, KpBonusClaim, i).item, item))
      return TRUE;
  return FALSE;
}

static gboolean
remove_others (const KpBonusAwards *awards,
               KpLedger *ledger,
               const char *campaign,
               const char *application,
               const GArray *claims,
               GError **error)
{
  const GArray *awarded = kp_bonus_awards_get_claims (awards, application);

  for (guint i = 0; awarded != NULL && i < awarded->len; i++)
    {
      const KpBonusRecord record
          = { .campaign = campaign, .application = application, .item = g_array_index (awarded, KpBonusClaim, i).item };

      if (!is_among (claims, record.item) && !kp_ledger_remove (ledger, &kp_bonus_table, &record, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * kp_bonus_awards_write:
 * @awards: of kp_bonus_awards_load(), with what was examined as it shall be
 * @session: a session
 * @ledger: its unit of work
 * @written: one of the written exam
 * @n_items: (inout): gets the items that the person has added to it
 * @error: return location
 *
 * Writes what the person has and whether it counts, and takes away what the person no longer has.
 *
 * Returns: %TRUE, or %FALSE with #KP_DATA_ERROR
 */
gboolean
kp_bonus_awards_write (const KpBonusAwards *awards,
                       KpSession *session,
                       KpLedger *ledger,
                       const KpWrittenEntry *written,
                       guint *n_items,
                       GError **error)
{
  const KpScheme *scheme = kp_session_get_scheme (session);
  const char *application = written->dossier->application->application;
  const KpMarkState state = written->is_exempt ? KP_MARK_PRESENT : written->papers.state;
  g_autoptr (KpBonusResult) result = NULL;
  g_autoptr (GArray) claims = NULL;
  KpCandidateFacts facts;

  kp_candidate_facts_init (&facts, scheme, written->dossier);
  claims = kp_bonus_awards_gather (awards, &scheme->bonus, application, &facts);
  result = kp_bonus_decide (&scheme->bonus, &facts, (const KpBonusClaim *) (gpointer) claims->data, claims->len, state);
  for (guint i = 0; i < claims->len; i++)
    {
      const KpBonusClaim *claim = &g_array_index (claims, KpBonusClaim, i);
      const KpBonusAward *award = kp_bonus_result_get_award (result, claim->item);
      g_autofree char *on = kp_date_is_none (claim->on) ? NULL : kp_date_dup_iso (claim->on);
      KpBonusRecord record = {
        .campaign = kp_session_get_campaign (session),
        .application = application,
        .item = claim->item,
        .points = award->amount,
        .counts = award->counts && kp_written_entry_may_gain (scheme, written, award->item),
        .claimed_on = on,
      };

      if (!kp_ledger_put (ledger, &kp_bonus_table, &record, error))
        return FALSE;
      *n_items += 1;
    }
  return remove_others (awards, ledger, kp_session_get_campaign (session), application, claims, error);
}
