/* kp-scheme-fields-private.h – how the tables of keys are written, and which make up a scheme.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stddef.h>

#include "kp-scheme-field.h"

G_BEGIN_DECLS

#define NAMES(get, n) .get_name = get, .n_names = (n)
#define AT(Type, member) .offset = offsetof (Type, member)
#define WITH(Type, member) .extra = offsetof (Type, member)
#define ROUNDING(Type, member) \
  { "rounding", KP_FIELD_NAME, AT (Type, member), NAMES (kp_scheme_field_get_rounding, KP_ROUNDING_N) }
#define DECIMALS(Type, member) \
  { "decimals", KP_FIELD_COUNT, AT (Type, member), .limit = KP_MARK_DECIMALS }
#define END { .key = NULL }

#define DEFINE_NAMES(function, table) \
  static const char *function (guint value) \
  { \
    return table[value]; \
  }

#define DEFINE_GETTER(function, getter, Type) \
  static const char *function (guint value) \
  { \
    return getter ((Type) value); \
  }

#define DEFINE_MAKER(function, maker) \
  static gpointer function (void) \
  { \
    return maker (); \
  }

extern const KpField kp_definition_fields[];
extern const KpField kp_direct_hire_fields[];
extern const KpField kp_proof_fields[];
extern const KpField kp_written_fields[];
extern const KpField kp_bonus_fields[];
extern const KpField kp_shortlist_fields[];
extern const KpField kp_credential_fields[];
extern const KpField kp_other_fields[];
extern const KpField kp_heat_fields[];
extern const KpField kp_interview_fields[];
extern const KpField kp_total_fields[];
extern const KpField kp_physical_fields[];
extern const KpField kp_background_fields[];
extern const KpField kp_substitution_fields[];
extern const KpField kp_reserve_fields[];
extern const KpField kp_choice_fields[];
extern const KpField kp_publicity_fields[];
extern const KpField kp_contract_fields[];
extern const KpField kp_probation_fields[];
extern const KpField kp_deadline_fields[];
extern const KpField kp_conversion_fields[];
extern const KpField kp_grade_fields[];

const char *kp_scheme_field_get_rounding (guint value);
const char *kp_scheme_field_get_shortlist_basis (guint value);

G_END_DECLS
