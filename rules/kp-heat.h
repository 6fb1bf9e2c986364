/* kp-heat.h – a test of those on the list, by which a shorter list is made.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-scheme.h"

G_BEGIN_DECLS

gboolean             kp_heat_is_for (const KpSchemeHeat *heat,
                                     const KpSchemePost *post);
gboolean             kp_heat_find_part (const KpScheme     *scheme,
                                        const KpSchemeHeat *heat,
                                        KpPart             *part);
const char          *kp_heat_get_name (const KpScheme     *scheme,
                                       const KpSchemeHeat *heat);
gboolean             kp_heat_find_next (const KpScheme     *scheme,
                                        const KpSchemePost *post,
                                        guint               n_held,
                                        guint              *index);
gchar               *kp_heat_dup_next (const KpScheme     *scheme,
                                       const KpSchemePost *post,
                                       guint               n_held);
gboolean             kp_heat_is_skipped (const KpSchemeHeat *heat,
                                         const KpSchemePost *post,
                                         KpShortlistVerdict  before);
KpLine               kp_heat_get_line (const KpSchemeHeat *heat);
KpShortlistPolicy    kp_heat_get_policy (const KpScheme     *scheme,
                                         const KpSchemeHeat *heat);
KpFraction           kp_heat_measure (const KpSchemeHeat *heat,
                                      KpStatedMark        mark,
                                      const KpTieSource  *source);
KpShortlistCandidate kp_heat_make_candidate (const KpSchemeHeat *heat,
                                             const KpSchemePost *post,
                                             KpShortlistVerdict  before,
                                             KpStatedMark        mark,
                                             const KpTieSource  *source);

G_END_DECLS
