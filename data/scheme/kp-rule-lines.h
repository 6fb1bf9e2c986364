/* kp-rule-lines.h – a condition of a scheme as lines that a person can change: one for each part, further in where it belongs
 * to another.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-condition-form.h"

G_BEGIN_DECLS

typedef struct
{
  guint           depth; /* 0 = the whole condition */
  KpConditionKind kind;
  gchar          *members[KP_CONDITION_N_MEMBERS]; /* (nullable): as typed; words with 、 between */
} KpRuleLine;

const char *kp_rule_kind_get_chinese (KpConditionKind kind);
const char *kp_rule_member_get_chinese (KpConditionKind   kind,
                                        KpConditionMember member);
guint       kp_rule_kind_get_members (KpConditionKind kind);

KpRuleLine *kp_rule_line_new (guint           depth,
                              KpConditionKind kind);
void        kp_rule_line_free (KpRuleLine *line);

GPtrArray  *kp_rule_lines_parse (const char *json);
gchar      *kp_rule_lines_dup_json (const GPtrArray *lines);
void        kp_rule_lines_add_part (GPtrArray *lines,
                                    guint      index);
void        kp_rule_lines_remove (GPtrArray *lines,
                                  guint      index);
gchar      *kp_rule_dup_chinese (const char *json,
                                 gchar     **problem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpRuleLine, kp_rule_line_free)

G_END_DECLS
