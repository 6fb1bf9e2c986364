/* kp-scheme-check-private.h – what the parts of the scheme check share.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-scheme-check.h"

G_BEGIN_DECLS

/* Both take the message over; the path is printed from the format. */
void kp_scheme_check_refuse (GPtrArray  *problems,
                             gchar      *message,
                             const char *path_format,
                             ...) G_GNUC_PRINTF (3, 4);
void kp_scheme_check_warn (GPtrArray  *problems,
                           gchar      *message,
                           const char *path_format,
                           ...) G_GNUC_PRINTF (3, 4);

void kp_scheme_check_order (GPtrArray  *problems,
                            KpDate      earlier,
                            KpDate      later,
                            const char *earlier_path,
                            const char *later_path);

void kp_scheme_check_condition (GPtrArray         *problems,
                                const KpScheme    *scheme,
                                const KpCondition *condition,
                                const char        *path);
void kp_scheme_check_whose_line (GPtrArray         *problems,
                                 const KpScheme    *scheme,
                                 const KpCondition *when,
                                 const GPtrArray   *posts,
                                 const char        *path);
void kp_scheme_check_wording (GPtrArray  *problems,
                              const char *text,
                              const char *path);
void kp_scheme_check_ages (GPtrArray         *problems,
                           const KpScheme    *scheme,
                           const char        *text,
                           const KpCondition *condition,
                           const char        *path);
void kp_scheme_check_definition (GPtrArray         *problems,
                                 const KpScheme    *scheme,
                                 const KpCondition *condition,
                                 const char        *path);
void kp_scheme_check_proofs (GPtrArray      *problems,
                             const KpScheme *scheme);
void kp_scheme_check_facts (GPtrArray      *problems,
                            const KpScheme *scheme);
void kp_scheme_check_requirements (GPtrArray      *problems,
                                   const KpScheme *scheme);
void kp_scheme_check_written (GPtrArray      *problems,
                              const KpScheme *scheme);
void kp_scheme_check_sittings (GPtrArray      *problems,
                               const KpScheme *scheme);
void kp_scheme_check_list (GPtrArray               *problems,
                           const KpScheme          *scheme,
                           const KpShortlistPolicy *list,
                           const char              *path);
void kp_scheme_check_heats (GPtrArray      *problems,
                            const KpScheme *scheme);
void kp_scheme_check_shortlist (GPtrArray      *problems,
                                const KpScheme *scheme);
void kp_scheme_check_direct (GPtrArray      *problems,
                             const KpScheme *scheme);
void kp_scheme_check_exempt (GPtrArray      *problems,
                             const KpScheme *scheme);
void kp_scheme_check_places (GPtrArray      *problems,
                             const KpScheme *scheme);
void kp_scheme_check_bonus (GPtrArray           *problems,
                            const KpScheme      *scheme,
                            const KpBonusPolicy *bonus,
                            const char          *path);
void kp_scheme_check_exams (GPtrArray      *problems,
                            const KpScheme *scheme);
KpFraction kp_scheme_check_add_weights (const KpScheme      *scheme,
                                        const KpTotalPolicy *policy);
void       kp_scheme_check_refuse_weights (GPtrArray  *problems,
                                           KpFraction  sum,
                                           const char *list,
                                           guint       index);
void kp_scheme_check_totals (GPtrArray      *problems,
                             const KpScheme *scheme);
void kp_scheme_check_ties (GPtrArray           *problems,
                           const KpScheme      *scheme,
                           const KpSchemeTotal *total,
                           const GPtrArray     *ties,
                           const char          *where);
void kp_scheme_check_work (GPtrArray *problems, const KpScheme *scheme);
void kp_scheme_check_grades (GPtrArray *problems, const KpScheme *scheme);
void kp_scheme_check_final (GPtrArray      *problems,
                            const KpScheme *scheme);
void kp_scheme_check_score (GPtrArray      *problems,
                            const KpScheme *scheme);
void kp_scheme_check_parts (GPtrArray      *problems,
                            const KpScheme *scheme);
void kp_scheme_check_names (GPtrArray      *problems,
                            const KpScheme *scheme);
void kp_scheme_check_bounds (GPtrArray         *problems,
                             const KpCondition *one,
                             const KpCondition *other,
                             const char        *path);
void kp_scheme_check_birth (GPtrArray         *problems,
                            const KpScheme    *scheme,
                            const KpCondition *condition,
                            const char        *path);

G_END_DECLS
