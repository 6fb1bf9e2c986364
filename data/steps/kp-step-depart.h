/* kp-step-depart.h – who leaves after the proposed hires were published, and who is called from the reserve pool for it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-departure-kind.h"
#include "kp-session.h"
#include "kp-two-people.h"

G_BEGIN_DECLS

/* Texts borrowed. */
typedef struct
{
  const char *const *numbers; /* of the registrations or tickets of those who leave together; %NULL at the end */
  const char *kind;           /* of #KpDepartureKind */
  KpTwoPeople people;
} KpDepartOrder;

typedef struct
{
  guint n_left;
  guint n_called; /* for them, at once */
  guint n_unapproved; /* substitutes whose call waits for an approval */
  guint n_waiting; /* places that wait for a call from the reserve pool */
  char *why;       /* owned; why places of the posts stay empty, in Chinese; "" when none does */
} KpDepartTally;

typedef struct
{
  guint n_withdrawn;      /* called for the place and not examined yet: called no more */
  gboolean has_contract;  /* the contract that was taken back stands again, with its number */
} KpDepartUndoTally;

void     kp_depart_tally_clear (KpDepartTally *tally);
gboolean kp_step_depart (KpSession *session, const KpDepartOrder *order, KpDepartTally *tally, GError **error);
gboolean kp_step_undo_departure (KpSession *session, const char *number, const KpTwoPeople *people, KpDepartUndoTally *tally,
                                 GError **error);
GPtrArray *kp_step_list_departure_undos (KpSession *session, GError **error);
gboolean kp_step_call_reserve (KpSession *session, const char *post, KpDepartTally *tally, GError **error);

/* For steps: within a unit of work of their own. */
gboolean kp_depart_write_undo (KpSession *session, KpLedger *ledger, const char *number, const KpTwoPeople *people,
                               KpDepartUndoTally *tally, GError **error);
gboolean kp_depart_write (KpSession *session, KpLedger *ledger, const KpDepartOrder *order, KpDepartTally *tally,
                          GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KpDepartTally, kp_depart_tally_clear)

G_END_DECLS
