/* kp-rank.h – places from ordered keys; what the keys leave equal stays equal.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-mark.h"

G_BEGIN_DECLS

typedef enum
{
  KP_PLACES_SHARED_SKIP,  /* 1, 2, 2, 4: the default of every published list seen */
  KP_PLACES_SHARED_DENSE, /* 1, 2, 2, 3 */
} KpPlaceRule;

typedef struct
{
  const KpFraction
      *keys;          /* borrowed, as many as the call says, the first decides first, the greater is better */
  gboolean is_ranked; /* FALSE = listed without a place: absent, below the line */
} KpRankItem;

typedef struct
{
  guint place;      /* from 1; 0 = without a place */
  guint n_sharing;  /* how many hold this place, this one included; 0 without a place */
  guint decided_by; /* index of the key that parted this one from its nearest rivals; n_keys = none did */
  gboolean is_undecided; /* equal in all keys with another, or a key needed to part them is unknown */
  guint waits_for;       /* index of that unknown key; n_keys when no key is unknown */
} KpRankPlace;

/* Where a list of `wanted` persons ends in a ranking. */
typedef struct
{
  guint place;    /* the place that the last one taken holds; 0 = nobody may enter */
  guint n_above;  /* those who may enter with a better place */
  guint n_on_cut; /* those who may enter with exactly this place */
} KpRankCut;

void
kp_rank_decide (const KpRankItem *items, gsize n_items, guint n_keys, KpPlaceRule rule, KpRankPlace *places);
KpRankCut
kp_rank_find_cut (const KpRankPlace *places, const gboolean *may_enter, gsize n_items, guint wanted);

G_END_DECLS
