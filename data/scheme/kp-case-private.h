/* kp-case-private.h – what the parts of a case share.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-case.h"
#include "kp-contest.h"

G_BEGIN_DECLS

/* What is looked at, for messages. */
typedef struct
{
  const KpCase   *item;
  const KpScheme *scheme;
  GError        **error;
} KpCaseCheck;

gboolean kp_case_check_refuse (const KpCaseCheck *check,
                               const char        *allowed,
                               const char        *format,
                               ...) G_GNUC_PRINTF (3, 4);
gboolean kp_case_check_post (const KpCaseCheck *check,
                             const char        *code,
                             const char        *place);
gboolean kp_case_check_events (const KpCaseCheck *check);
gboolean kp_case_check_results (const KpCaseCheck *check,
                                JsonObject        *results,
                                const char        *part);
gboolean kp_case_refuse (GError    **error,
                         const char *number,
                         const char *key,
                         const char *allowed);
const char *kp_case_get_text (JsonObject *object,
                              const char *key);
gboolean kp_case_parse_stated (JsonNode     *node,
                               KpStatedMark *out);
gboolean kp_case_read_whole (JsonObject *object,
                             const char *key,
                             const char *number,
                             guint      *out,
                             GError    **error);
gboolean kp_case_read_decisions (const KpScheme     *scheme,
                                 JsonNode           *node,
                                 GArray             *places,
                                 GPtrArray          *owned,
                                 KpContestDecisions *out,
                                 GError            **error);
gboolean kp_case_has_fact (const KpScheme *scheme,
                           const char     *id);
gboolean kp_case_read_facts (const KpScheme   *scheme,
                             JsonNode         *node,
                             const char       *number,
                             KpCandidateFacts *facts,
                             KpFactTable      *table,
                             GError          **error);
gboolean kp_case_read_bonus (KpEntrant  *entrant,
                             JsonObject *person,
                             GPtrArray  *owned,
                             GError    **error);
gboolean kp_case_add_dates (JsonObject     *body,
                            const KpScheme *scheme,
                            JsonObject     *answer,
                            GError        **error);

gboolean kp_case_parse_number (const char *text,
                               KpFraction *out);

G_END_DECLS
