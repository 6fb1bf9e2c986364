/* kp-campaign-private.h – what the files of a campaign share.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-campaign.h"
#include "kp-room-package.h"

G_BEGIN_DECLS

struct _KpCampaign
{
  GObject parent_instance;

  char *location;
  char *code;
  char *actor;
  KpSealedKey *key;     /* (nullable): of a room package */
  gboolean is_package;  /* of a room */
  gboolean is_exposed;  /* what goes to and from its server can be read on the way */
  char *passphrase;     /* (nullable): until it is opened */
  KpSeal *seal;         /* (nullable): what opens it again without the passphrase */
  char *digest;
  KpScheme *scheme;
  KpApplicationIndex *index;
  gboolean is_whole;    /* the index is that of the record */
  GHashTable *reviews;  /* outcome → how many */
  GPtrArray *posts;
  KpStageState stages;
  KpStageState spent;   /* nothing is left to do in them */
  guint n_tied;         /* in the total, to be parted by people */
  gboolean has_seats;   /* drawn for the written exam */
  char *clock;          /* (nullable): what is to be said about the clock */
  guint n_unapproved;   /* substitutes whose call waits for an approval */
  char *(*dup_words) (const char *sentence); /* (nullable): of the screens */
  KpProof proof;
  KpIdentity *identity; /* (nullable): who signed in */
  char *second_pin;     /* (nullable): typed for the next change */
  char *first_pin;      /* (nullable) */
  gint64 seq;           /* of the journal's last row when it was read */
  char *head;           /* (nullable): and its hash */
  KpOwnActs *own;       /* what the program wrote into the record since it was opened */
  KpSeen *seen;         /* (nullable): for the next change */
  KpRecordLink *link;   /* (nullable): of the windows that show it */
  KpRecordTime time;    /* what time it was for the record when it was read */
};

KpSession *kp_campaign_open_session (KpCampaign *campaign, const char *writer, GCancellable *cancellable, GError **error);
void       kp_campaign_wipe_passphrase (KpCampaign *campaign);

G_END_DECLS
