/* kp-step-choose.h – those who are to be hired choose their posts in the order of their totals.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-session.h"
#include "kp-two-people.h"

G_BEGIN_DECLS

/* What became of a turn. */
typedef enum
{
  KP_TURN_OPEN,     /* hasn't come, or was taken back */
  KP_TURN_CHOSEN,
  KP_TURN_ABSENT,   /* passed over; may choose later */
  KP_TURN_DECLINED, /* wants nothing of what is free; may choose later */
} KpTurnState;

/* Borrowed from the choosing. */
typedef struct
{
  const KpDossier *dossier;
  guint round;       /* in which called; 0 = on the first list, or where all choose at once */
  guint place;       /* in the order of the group; equal places are a tie */
  guint group;       /* of several nobody says which is first */
  gboolean is_waiting; /* it isn't known whether this one chooses at all */
  KpTurnState state;
  const char *offer; /* (nullable): code; CHOSEN */
  gboolean is_tied;  /* somebody else would choose at once: the committee says who is first */
  gboolean is_now;   /* may choose now: everybody before has had the turn */
} KpTurn;

typedef struct
{
  const char *code;
  const char *name;
  guint places;
  guint n_free;
} KpOffer;

/* The record laid out for the rules. */
typedef struct _KpChoosingField KpChoosingField;

/* The choosing as it stands. */
typedef struct
{
  KpChoosingField *field;
  KpTurn *turns;   /* by group and in the order of choosing */
  guint n_turns;
  KpOffer *offers; /* in the order of the scheme */
  guint n_offers;
} KpChoosing;

KpChoosing *kp_choosing_load (KpSession *session, GError **error);
void        kp_choosing_free (KpChoosing *choosing);
const char *kp_choosing_get_offer_name (const KpScheme *scheme, const char *code);
const char *kp_turn_state_get_name (KpTurnState state);
const char *kp_turn_state_get_chinese (KpTurnState state);
KpTurn     *kp_choosing_find (KpChoosing *choosing, const char *number);
gboolean    kp_step_choose (KpSession *session, const char *number, const char *offer, GError **error);
gboolean    kp_step_pass_over (KpSession *session, const char *number, KpTurnState state, GError **error);
gboolean    kp_step_undo_choice (KpSession *session, const char *number, const KpTwoPeople *people, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpChoosing, kp_choosing_free)

G_END_DECLS
