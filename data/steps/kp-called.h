/* kp-called.h – who is called to the physical examination and the background check.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-roster.h"
#include "kp-session.h"

G_BEGIN_DECLS

#define KP_CALLED_PHYSICAL "physical"
#define KP_CALLED_BACKGROUND "background"

/* Whom the rules call otherwise than the record. */
typedef struct
{
  const KpDossier *dossier; /* borrowed from the roster */
  gboolean should_be;       /* called by the rules */
} KpCalledDifference;

/* One of the reserve pool 后备库. */
typedef struct
{
  const KpDossier *dossier; /* borrowed from the roster */
  guint place;              /* in the pool of the own post; equal where a tie isn't decided */
} KpCalledReserve;

/* Who would be called, as soon as the substitution is approved. */
typedef struct
{
  const KpDossier *dossier; /* borrowed from the roster */
  const char *post;         /* of which a place is filled; borrowed from the scheme */
  guint round;
} KpCalledWaiting;

const char *kp_called_get_first_kind (const KpScheme *scheme);
gboolean    kp_called_start (KpSession *session, KpLedger *ledger, guint *n_called, GError **error);
gboolean    kp_called_go_on (KpSession *session, KpLedger *ledger, guint *n_called, GError **error);
gboolean    kp_called_note_rounds (KpSession *session, KpLedger *ledger, KpRoster *roster, GError **error);
gboolean    kp_called_compare (KpSession *session, KpRoster *roster, GArray *differences, GError **error);
GHashTable *kp_called_map_posts (KpSession *session, KpRoster *roster, GError **error);
char       *kp_called_dup_vacancy (KpSession *session, KpRoster *roster, const char *post, GError **error);
GArray     *kp_called_list_reserve (KpSession *session, KpRoster *roster, KpDate day, GError **error);
GArray     *kp_called_list_waiting (KpSession *session, KpRoster *roster, GError **error);
gboolean    kp_called_count_waiting (KpSession *session, guint *n_waiting, GError **error);
gboolean    kp_called_change (KpSession *session, KpLedger *ledger, KpRoster *roster, GError **error);

G_END_DECLS
