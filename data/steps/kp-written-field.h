/* kp-written-field.h – everybody who may come to the interview, with the papers weighed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-roster.h"
#include "kp-session.h"
#include "kp-written.h"

G_BEGIN_DECLS

/* One candidate on the way through bonus and shortlist. */
typedef struct
{
  const KpDossier *dossier; /* borrowed from the roster */
  gboolean is_exempt;       /* 免笔试: has no papers */
  gboolean is_of_post;      /* so is everybody of the post */
  KpWrittenResult papers;   /* weighed and rounded as the scheme says */
  KpFraction list_test; /* 加试 among those tied at the last place */
  KpMark bonus;               /* on the target of the scheme's bonus */
  KpFraction written;         /* paper, and bonus where it counts here */
  KpFraction listed;          /* as the list ranks it */
  KpShortlistVerdict verdict; /* by the rules, whatever the list says */
  KpShortlistVerdict listed_as; /* by the list that stands: the first, or the one after the latest test */
  gboolean is_listed;         /* the interview is drawn by the list that stands: it isn't made again */
} KpWrittenEntry;

gboolean kp_written_field_is_unwritten (const KpScheme *scheme, const KpPostRecord *post);
GArray  *kp_written_field_load (KpSession *session, KpRoster *roster, GError **error);
gboolean kp_written_entry_may_gain (const KpScheme *scheme, const KpWrittenEntry *written, const KpBonusItem *item);
gboolean kp_written_field_add_bonus (KpSession *session, GArray *candidates, GError **error);

G_END_DECLS
