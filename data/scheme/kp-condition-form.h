/* kp-condition-form.h – what stands behind each kind of condition in a scheme file.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-condition.h"

G_BEGIN_DECLS

/* What stands behind a kind. */
typedef enum
{
  KP_SHAPE_PARTS,
  KP_SHAPE_WORD,
  KP_SHAPE_WORDS,
  KP_SHAPE_FACT,
  KP_SHAPE_TRUE,
  KP_SHAPE_TEXT,
  KP_SHAPE_MEMBERS, /* an object */
} KpConditionShape;

/* The keys of such an object, in the order in which they are written. */
typedef enum
{
  KP_MEMBER_FACT,
  KP_MEMBER_WORD,
  KP_MEMBER_WORDS,
  KP_MEMBER_MONTHS,
  KP_MEMBER_VALUE,
  KP_MEMBER_FROM,
  KP_MEMBER_TO,
  KP_MEMBER_UNTIL,
  KP_MEMBER_COUNT,
  KP_MEMBER_PARTS,
} KpConditionMember;

#define KP_CONDITION_N_MEMBERS (KP_MEMBER_PARTS + 1)
#define KP_CONDITION_BIT(member) (1u << (member))

typedef struct
{
  KpConditionShape shape;
  guint            needed;   /* bits of KpConditionMember */
  guint            optional; /* without a needed one, at least one of these */
} KpConditionForm;

const KpConditionForm *kp_condition_form_get (KpConditionKind kind);
const char            *kp_condition_member_get_name (KpConditionMember member);

G_END_DECLS
