/* kp-campaign.c – the campaign that a window shows: a snapshot of its record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Read in a worker and never changed afterwards, so that a screen holds no connection and waits for none; what is done
 * later, such as a paper, or all that is known of one person, opens the record anew in a worker of its own (a handle
 * belongs to one thread). */
#include "kp-campaign-private.h"

#include <string.h>

#include "kp-secret.h"

G_DEFINE_FINAL_TYPE (KpCampaign, kp_campaign, G_TYPE_OBJECT)

/** kp_campaign_wipe_passphrase: what was typed is worth a key by now, or nothing. */
void
kp_campaign_wipe_passphrase (KpCampaign *self)
{
  if (self->passphrase != NULL)
    explicit_bzero (self->passphrase, strlen (self->passphrase));
  g_clear_pointer (&self->passphrase, g_free);
}

static void
kp_campaign_finalize (GObject *object)
{
  KpCampaign *self = KP_CAMPAIGN (object);

  g_free (self->location);
  g_free (self->code);
  g_free (self->actor);
  g_free (self->digest);
  g_free (self->head);
  g_free (self->clock);
  g_clear_object (&self->link);
  kp_campaign_wipe_passphrase (self);
  kp_secret_free (self->second_pin);
  kp_secret_free (self->first_pin);
  g_clear_pointer (&self->identity, kp_identity_unref);
  g_clear_pointer (&self->seen, kp_seen_unref);
  g_clear_pointer (&self->own, kp_own_acts_unref);
  g_clear_pointer (&self->key, kp_sealed_key_unref);
  g_clear_pointer (&self->seal, kp_seal_unref);
  g_clear_pointer (&self->scheme, kp_scheme_free);
  g_clear_pointer (&self->index, kp_application_index_free);
  g_clear_pointer (&self->posts, g_ptr_array_unref);
  g_clear_pointer (&self->reviews, g_hash_table_unref);
  G_OBJECT_CLASS (kp_campaign_parent_class)->finalize (object);
}

static void
kp_campaign_class_init (KpCampaignClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kp_campaign_finalize;
}

static void
kp_campaign_init (KpCampaign *self)
{
  self->own = kp_own_acts_new ();
}

/** kp_campaign_is_room_package: whether it is the record of one interview room, without names. */
gboolean
kp_campaign_is_room_package (KpCampaign *campaign)
{
  return campaign->key != NULL;
}

/** kp_campaign_get_own_acts: (transfer none): gets what is written into its record without kp_campaign_change_async(). */
KpOwnActs *
kp_campaign_get_own_acts (KpCampaign *campaign)
{
  return campaign->own;
}

/** kp_campaign_get_proof: what its record asks for of those who work on it. */
KpProof
kp_campaign_get_proof (KpCampaign *campaign)
{
  return campaign->proof;
}

/** kp_campaign_is_exposed: whether what goes to and from its server can be read on the way. */
gboolean
kp_campaign_is_exposed (KpCampaign *campaign)
{
  return campaign->is_exposed;
}

/** kp_campaign_set_identity: from here on @identity (nullable) works. */
void
kp_campaign_set_identity (KpCampaign *campaign,
                          KpIdentity *identity)
{
  KpIdentity *before = campaign->identity;

  campaign->identity = identity != NULL ? kp_identity_ref (identity) : NULL;
  g_clear_pointer (&before, kp_identity_unref);
}

/** kp_campaign_has_seats: whether the seats of the written exam are drawn. */
gboolean
kp_campaign_has_seats (KpCampaign *campaign)
{
  return campaign->has_seats;
}

/** kp_campaign_get_seal: what opens the record again without its passphrase. (transfer none) (nullable) */
KpSeal *
kp_campaign_get_seal (KpCampaign *campaign)
{
  return campaign->seal;
}

/** kp_campaign_get_identity: who signed in; %NULL = nobody. (transfer none) */
KpIdentity *
kp_campaign_get_identity (KpCampaign *campaign)
{
  return campaign->identity;
}

/** kp_campaign_set_link: of a campaign for which nothing was done yet: the link of the windows that show it. */
void
kp_campaign_set_link (KpCampaign *campaign,
                      KpRecordLink *link)
{
  g_set_object (&campaign->link, link);
}

/** kp_campaign_get_link: (transfer none) (nullable): the same for every reading of one record in a window. */
KpRecordLink *
kp_campaign_get_link (KpCampaign *campaign)
{
  return campaign->link;
}

/** kp_campaign_get_time: what time it was for the record when it was read, see kp_record_time_at(). (transfer none) */
const KpRecordTime *
kp_campaign_get_time (KpCampaign *campaign)
{
  return &campaign->time;
}

/** kp_campaign_set_words: puts what a worker complains about into the words of the screens, for those who have no command
 * line before them. */
void
kp_campaign_set_words (KpCampaign *campaign,
                       char *(*dup_words) (const char *sentence))
{
  campaign->dup_words = dup_words;
}

/** kp_campaign_get_location: the file, or the server's address. */
const char *
kp_campaign_get_location (KpCampaign *campaign)
{
  return campaign->location;
}

/** kp_campaign_get_code: its key in the record. */
const char *
kp_campaign_get_code (KpCampaign *campaign)
{
  return campaign->code;
}

/** kp_campaign_get_digest: SHA-256 of the sealed scheme, as every list shows it. */
const char *
kp_campaign_get_digest (KpCampaign *campaign)
{
  return campaign->digest;
}

/** kp_campaign_get_scheme: its rules. */
const KpScheme *
kp_campaign_get_scheme (KpCampaign *campaign)
{
  return campaign->scheme;
}

/** kp_campaign_get_stages: which stages were closed when it was read. */
KpStageState
kp_campaign_get_stages (KpCampaign *campaign)
{
  return campaign->stages;
}

/** kp_campaign_is_spent: whether nothing was left to do in @stage when it was read, closed or not. */
gboolean
kp_campaign_is_spent (KpCampaign *campaign,
                      KpStage stage)
{
  return kp_stage_is_closed (campaign->spent, stage);
}

/** kp_campaign_is_whole: whether its index has the applications. */
gboolean
kp_campaign_is_whole (KpCampaign *campaign)
{
  return campaign->is_whole;
}

/** kp_campaign_get_seq: the number of the journal's last row when it was read. */
gint64
kp_campaign_get_seq (KpCampaign *campaign)
{
  return campaign->seq;
}

/** kp_campaign_dup_clock_sentence: (nullable): what is to be said about a clock that lay behind the record when it was read. */
char *
kp_campaign_dup_clock_sentence (KpCampaign *campaign)
{
  return campaign->clock != NULL && campaign->dup_words != NULL ? campaign->dup_words (campaign->clock) : g_strdup (campaign->clock);
}

/** kp_campaign_count_tied: people tied in the total whom no rule of the scheme parts. */
guint
kp_campaign_count_tied (KpCampaign *campaign)
{
  return campaign->n_tied;
}

/** kp_campaign_count_unapproved: substitutes whose call waits for the approval of the substitution. */
guint
kp_campaign_count_unapproved (KpCampaign *campaign)
{
  return campaign->n_unapproved;
}

/** kp_campaign_count_reviews: how many applications have that outcome of the review; NULL = all there are. */
guint
kp_campaign_count_reviews (KpCampaign *campaign,
                           const char *outcome)
{
  GHashTableIter iter;
  gpointer n;
  guint sum = 0;

  if (outcome != NULL)
    return GPOINTER_TO_UINT (g_hash_table_lookup (campaign->reviews, outcome));
  g_hash_table_iter_init (&iter, campaign->reviews);
  while (g_hash_table_iter_next (&iter, NULL, &n))
    sum += GPOINTER_TO_UINT (n);
  return sum;
}

/** kp_campaign_get_index: every application, as a list shows it. */
KpApplicationIndex *
kp_campaign_get_index (KpCampaign *campaign)
{
  return campaign->index;
}

/** kp_campaign_get_posts: the posts by code, with the places that are left. */
GPtrArray *
kp_campaign_get_posts (KpCampaign *campaign)
{
  return campaign->posts;
}
