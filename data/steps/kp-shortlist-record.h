/* kp-shortlist-record.h – the lists of the interview, made of the marks, decisions and leavings that the record holds.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-roster.h"
#include "kp-session.h"
#include "kp-shortlist.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_present;
  guint n_absent; /* absent, breach, void */
  guint n_with_bonus;
  guint n_entered;
  guint n_exempt; /* persons without a written exam */
  guint n_left;   /* of those on a list */
  guint n_substitutes;
  const char *heat;            /* (nullable): code of a test whose list is to be made too */
  const char *watched;         /* (nullable): a post; what its last round of substitution came to: */
  KpSubstitution substitution; /* NOT_NEEDED without a round */
  guint n_new;
} KpShortlistTally;

gboolean kp_shortlist_record_write (KpSession *session, KpLedger *ledger, KpShortlistTally *tally, GError **error);
KpStep   kp_shortlist_record_get_step (KpSession *session);
GArray  *kp_shortlist_record_load_leftovers (KpSession *session, KpRoster *roster, GError **error);
gboolean kp_shortlist_record_find_shortage (KpSession *session, KpRoster *roster, const char *post, gboolean *is_short,
                                            GError **error);
gboolean kp_shortlist_record_write_entries (KpSession *session, KpLedger *ledger, GArray *entries,
                                            gboolean is_listed, KpShortlistTally *tally, GError **error);

G_END_DECLS
