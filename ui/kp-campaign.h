/* kp-campaign.h – the campaign that a window shows: a snapshot of its record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "kp-application-index.h"
#include "kp-identity.h"
#include "kp-record-link.h"
#include "kp-seen.h"
#include "kp-step-clock.h"

G_BEGIN_DECLS

#define KP_TYPE_CAMPAIGN (kp_campaign_get_type ())
G_DECLARE_FINAL_TYPE (KpCampaign, kp_campaign, KP, CAMPAIGN, GObject)

/* Runs in a worker, on a session of its own. */
typedef gpointer (*KpCampaignFunc) (KpSession *session, gpointer data, GError **error);

void        kp_campaign_glance_async (const char *location, const char *code, const char *actor, const char *passphrase,
                                      KpCampaign *before, GCancellable *cancellable, GAsyncReadyCallback callback,
                                      gpointer user_data);
void        kp_campaign_open_async (KpCampaign *before, const char *actor, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
void        kp_campaign_open_package_async (const char *path, const char *passphrase, const char *actor,
                                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
KpCampaign *kp_campaign_open_finish (GAsyncResult *result, GError **error);
void        kp_campaign_work_async (KpCampaign *campaign, KpCampaignFunc func, gpointer data, GDestroyNotify free_data,
                                    GDestroyNotify free_result, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
void        kp_campaign_change_async (KpCampaign *campaign, const char *actor, KpCampaignFunc func, gpointer data,
                                      GDestroyNotify free_data, GDestroyNotify free_result,
                                      GAsyncReadyCallback callback, gpointer user_data);
void        kp_campaign_set_pins (KpCampaign *campaign, const char *second, const char *first);
void        kp_campaign_set_seen (KpCampaign *campaign, KpSeen *seen);
KpSeen     *kp_campaign_new_seen (KpCampaign *campaign, GAsyncResult *result);
KpOwnActs  *kp_campaign_get_own_acts (KpCampaign *campaign);
void        kp_campaign_sign_in_async (KpCampaign *campaign, const char *login, const char *password,
                                       GAsyncReadyCallback callback, gpointer user_data);
gpointer    kp_campaign_work_finish (KpCampaign *campaign, GAsyncResult *result, GError **error);
void        kp_campaign_set_link (KpCampaign *campaign, KpRecordLink *link);
void        kp_campaign_set_words (KpCampaign *campaign, char *(*dup_words) (const char *sentence));

KpRecordLink       *kp_campaign_get_link (KpCampaign *campaign); /* (nullable) */
const KpRecordTime *kp_campaign_get_time (KpCampaign *campaign);
const char     *kp_campaign_get_location (KpCampaign *campaign);
const char     *kp_campaign_get_code (KpCampaign *campaign);
const char     *kp_campaign_get_digest (KpCampaign *campaign);
const KpScheme *kp_campaign_get_scheme (KpCampaign *campaign);
KpProof         kp_campaign_get_proof (KpCampaign *campaign);
gboolean        kp_campaign_is_exposed (KpCampaign *campaign);
void            kp_campaign_set_identity (KpCampaign *campaign, KpIdentity *identity);
KpIdentity     *kp_campaign_get_identity (KpCampaign *campaign);
KpSeal         *kp_campaign_get_seal (KpCampaign *campaign); /* (nullable) */
KpStageState    kp_campaign_get_stages (KpCampaign *campaign);
gboolean            kp_campaign_is_room_package (KpCampaign *campaign);
gboolean            kp_campaign_is_whole (KpCampaign *campaign);
guint               kp_campaign_count_reviews (KpCampaign *campaign, const char *outcome);
gboolean            kp_campaign_is_spent (KpCampaign *campaign, KpStage stage);
gboolean            kp_campaign_has_seats (KpCampaign *campaign);
gint64              kp_campaign_get_seq (KpCampaign *campaign);
char               *kp_campaign_dup_clock_sentence (KpCampaign *campaign);
guint               kp_campaign_count_tied (KpCampaign *campaign);
guint               kp_campaign_count_unapproved (KpCampaign *campaign);
KpApplicationIndex *kp_campaign_get_index (KpCampaign *campaign);
void            kp_campaign_prepare_search (KpCampaign *campaign);
GPtrArray      *kp_campaign_get_posts (KpCampaign *campaign); /* (element-type KpPostRecord) */
char           *kp_campaign_dup_post_label (KpCampaign *campaign, const char *post);

G_END_DECLS
