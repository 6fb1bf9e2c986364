/* kp-choice.h – hires choose their posts in the order of their totals 依次选岗.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-rank.h"

G_BEGIN_DECLS

/* Whose order it is. */
typedef enum
{
  KP_CHOICE_AMONG_POST,     /* those of one post choose in its order of places; nobody says which post is first */
  KP_CHOICE_AMONG_CAMPAIGN, /* all hires choose in the order of their totals */
} KpChoiceAmong;

/* When they choose. */
typedef enum
{
  KP_CHOICE_AT_HIRE,   /* all who are hired in the end, at once */
  KP_CHOICE_AT_TOTALS, /* all who are called first, before the physical; whoever follows a leaver chooses of what was left */
} KpChoiceAt;

#define KP_CHOICE_N_ATS (KP_CHOICE_AT_TOTALS + 1)

typedef struct
{
  gboolean      applies;
  KpChoiceAmong among;
  KpChoiceAt    at;
} KpChoicePolicy;

typedef struct
{
  const char *code; /* of a post or a street */
  guint       capacity;
} KpChoiceOffer;

typedef struct
{
  KpRankPlace        place;   /* in the order of choosing; 0 = doesn't choose */
  const char *const *choices; /* (nullable): codes, the first is wanted most */
  guint              n_choices;
  guint              group; /* whose order it is: of several groups nobody knows who comes first */
  gboolean           is_waiting; /* it isn't known whether this one chooses at all: nobody behind chooses before */
} KpChooser;

typedef enum
{
  KP_CHOICE_NONE,      /* nothing wanted is free, or doesn't choose */
  KP_CHOICE_CHOSEN,
  KP_CHOICE_UNDECIDED, /* a tie, or an offer that another group wants too, stands at or before this place */
} KpChoiceVerdict;

typedef struct
{
  KpChoiceVerdict verdict;
  guint           offer; /* CHOSEN: index */
} KpChoiceResult;

gboolean kp_choice_decide (const KpChoiceOffer *offers,
                           guint                n_offers,
                           const KpChooser     *choosers,
                           guint                n_choosers,
                           KpChoiceResult      *results);

G_END_DECLS
