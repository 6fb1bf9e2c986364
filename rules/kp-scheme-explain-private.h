/* kp-scheme-explain-private.h – what the parts of the notice share.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-scheme-explain.h"

G_BEGIN_DECLS

GPtrArray *kp_notice_begin (GPtrArray  *sections,
                            const char *title);
void       kp_notice_say (GPtrArray  *paragraphs,
                          const char *format,
                          ...) G_GNUC_PRINTF (2, 3);
gboolean   kp_notice_is_said (const char *text);
gchar     *kp_notice_dup_ratio (KpFraction ratio);
gchar     *kp_notice_dup_where (const KpScheme *scheme,
                                const char     *verb);

/* A list in the words of a notice; all texts are borrowed. */
typedef struct
{
  const KpScheme          *scheme;
  const KpShortlistPolicy *policy;
  const char              *exam;  /* 笔试 */
  const char              *basis; /* 笔试成绩（含加分）: what the list is ordered by */
  const char              *order; /* the same in short */
  const char              *key;   /* what parts who is equal, where nothing is said of it */
  const char              *next;  /* 面试: to what the list leads */
  const char              *until; /* 面试开始: after that nobody enters */
} KpNoticeList;

void       kp_notice_say_work (GPtrArray *paragraphs, const KpScheme *scheme);
void       kp_notice_say_grades (GPtrArray *paragraphs, const KpScheme *scheme);
void       kp_notice_say_list (GPtrArray          *paragraphs,
                               const KpNoticeList *list);
void       kp_notice_say_ties (GPtrArray          *paragraphs,
                               const KpNoticeList *list);
void       kp_notice_say_substitution (GPtrArray          *paragraphs,
                                       const KpNoticeList *list);
void       kp_notice_explain_heats (GPtrArray      *sections,
                                    const KpScheme *scheme);
void       kp_notice_explain_conditions (GPtrArray      *sections,
                                         const KpScheme *scheme);
gboolean   kp_notice_says_definitions (const KpScheme *scheme);
void       kp_notice_say_definitions (GPtrArray      *paragraphs,
                                      const KpScheme *scheme);
void       kp_notice_say_proofs (GPtrArray      *paragraphs,
                                 const KpScheme *scheme);
void       kp_notice_explain_registration (GPtrArray      *sections,
                                           const KpScheme *scheme);
void       kp_notice_say_papers (GPtrArray      *paragraphs,
                                 const KpScheme *scheme);
void       kp_notice_say_line (GPtrArray      *paragraphs,
                               const KpScheme *scheme);
void       kp_notice_explain_shortlist (GPtrArray      *sections,
                                        const KpScheme *scheme);
void       kp_notice_explain_places (GPtrArray      *sections,
                                     const KpScheme *scheme);
void       kp_notice_explain_direct (GPtrArray      *sections,
                                     const KpScheme *scheme);
void       kp_notice_explain_credential (GPtrArray           *paragraphs,
                                         const KpBonusPolicy *table);
void       kp_notice_explain_bonus (GPtrArray           *paragraphs,
                                    const KpBonusPolicy *bonus);
void       kp_notice_explain_late_review (GPtrArray      *sections,
                                          const KpScheme *scheme);
void       kp_notice_explain_written (GPtrArray      *sections,
                                      const KpScheme *scheme);
void       kp_notice_say_interview_lines (GPtrArray      *paragraphs,
                                          const KpScheme *scheme);
void       kp_notice_explain_interview (GPtrArray      *sections,
                                        const KpScheme *scheme);
void       kp_notice_explain_totals (GPtrArray      *sections,
                                     const KpScheme *scheme);
void       kp_notice_say_score (GPtrArray      *paragraphs,
                                const KpScheme *scheme);
void       kp_notice_explain_final (GPtrArray      *sections,
                                    const KpScheme *scheme);

G_END_DECLS
