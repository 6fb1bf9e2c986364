/* kp-condition-form.c – what stands behind each kind of condition: one table for reading and writing.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-condition-form.h"

static const char *const member_names[KP_CONDITION_N_MEMBERS] = {
  "fact", "word", "words", "months", "value", "from", "to", "until", "count", "parts",
};

#define OF(member) KP_CONDITION_BIT (KP_MEMBER_##member)

static const KpConditionForm forms[KP_N_CONDITION_KINDS] = {
  [KP_CONDITION_ALL_OF] = { KP_SHAPE_PARTS, 0, 0 },
  [KP_CONDITION_ANY_OF] = { KP_SHAPE_PARTS, 0, 0 },
  [KP_CONDITION_EXCEPT] = { KP_SHAPE_PARTS, 0, 0 },
  [KP_CONDITION_SOME_OF] = { KP_SHAPE_MEMBERS, OF (COUNT) | OF (PARTS), 0 },
  [KP_CONDITION_BORN] = { KP_SHAPE_MEMBERS, 0, OF (FROM) | OF (TO) },
  [KP_CONDITION_EDUCATION_AT_LEAST] = { KP_SHAPE_WORD, 0, 0 },
  [KP_CONDITION_EDUCATION_IN] = { KP_SHAPE_WORDS, 0, 0 },
  [KP_CONDITION_DEGREE_IN] = { KP_SHAPE_WORDS, 0, 0 },
  [KP_CONDITION_MAJOR_IN] = { KP_SHAPE_WORDS, 0, 0 },
  [KP_CONDITION_POLITICAL_IN] = { KP_SHAPE_WORDS, 0, 0 },
  [KP_CONDITION_SEX_IN] = { KP_SHAPE_WORDS, 0, 0 },
  [KP_CONDITION_RESIDENCE_IN] = { KP_SHAPE_MEMBERS, OF (WORDS), OF (TO) },
  [KP_CONDITION_CERTIFICATE_AT_LEAST] = { KP_SHAPE_MEMBERS, OF (WORD), OF (TO) },
  [KP_CONDITION_GRADUATED] = { KP_SHAPE_MEMBERS, 0, OF (FROM) | OF (TO) },
  [KP_CONDITION_VETERAN] = { KP_SHAPE_TRUE, 0, 0 },
  [KP_CONDITION_GRID_STAFF] = { KP_SHAPE_TRUE, 0, 0 },
  [KP_CONDITION_GRID_MONTHS] = { KP_SHAPE_MEMBERS, OF (MONTHS) | OF (TO), 0 },
  [KP_CONDITION_SERVICE_MONTHS] = { KP_SHAPE_MEMBERS, OF (MONTHS), 0 },
  [KP_CONDITION_IS] = { KP_SHAPE_FACT, 0, 0 },
  [KP_CONDITION_WORD_IN] = { KP_SHAPE_MEMBERS, OF (FACT) | OF (WORDS), 0 },
  [KP_CONDITION_PLACE_IN] = { KP_SHAPE_MEMBERS, OF (FACT) | OF (WORDS), OF (TO) },
  [KP_CONDITION_DATED] = { KP_SHAPE_MEMBERS, OF (FACT), OF (FROM) | OF (TO) },
  [KP_CONDITION_MONTHS_SINCE] = { KP_SHAPE_MEMBERS, OF (FACT) | OF (MONTHS), OF (TO) | OF (UNTIL) },
  [KP_CONDITION_AT_LEAST] = { KP_SHAPE_MEMBERS, OF (FACT) | OF (VALUE), 0 },
  [KP_CONDITION_AT_MOST] = { KP_SHAPE_MEMBERS, OF (FACT) | OF (VALUE), 0 },
  [KP_CONDITION_POST_IN] = { KP_SHAPE_WORDS, 0, 0 },
  [KP_CONDITION_POST_STREET_IN] = { KP_SHAPE_WORDS, 0, 0 },
  [KP_CONDITION_SAME_AS_POST] = { KP_SHAPE_FACT, 0, 0 },
  [KP_CONDITION_COUNTS_AS] = { KP_SHAPE_WORD, 0, 0 },
  [KP_CONDITION_BY_HAND] = { KP_SHAPE_TEXT, 0, 0 },
};

/**
 * kp_condition_form_get:
 * @kind: a kind of condition
 *
 * Returns: (transfer none): its form in files.
 */
const KpConditionForm *
kp_condition_form_get (KpConditionKind kind)
{
  return &forms[kind];
}

/**
 * kp_condition_member_get_name:
 * @member: a key of a condition that is an object
 *
 * Returns: the key in files.
 */
const char *
kp_condition_member_get_name (KpConditionMember member)
{
  return member_names[member];
}
