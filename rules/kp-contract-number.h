/* kp-contract-number.h – contract numbers by the pattern that a county sets.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  KP_CONTRACT_NUMBER_ERROR_PATTERN,  /* an unknown part, or none that counts */
  KP_CONTRACT_NUMBER_ERROR_OVERFLOW, /* the serial number has more digits than its part */
} KpContractNumberError;

#define KP_CONTRACT_NUMBER_ERROR (kp_contract_number_error_quark ())
GQuark kp_contract_number_error_quark (void);

gboolean kp_contract_pattern_check (const char *pattern, GError **error);
char *kp_contract_number_new (const char *pattern, const char *street, guint year, guint serial, GError **error);

G_END_DECLS
