/* kp-id-number.h – the citizen's ID number of GB 11643.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "kp-date.h"

G_BEGIN_DECLS

/* GB/T 2261.1 */
typedef enum
{
  KP_SEX_UNKNOWN = 0,
  KP_SEX_MALE = 1,
  KP_SEX_FEMALE = 2
} KpSex;

typedef enum
{
  KP_ID_NUMBER_OK,
  KP_ID_NUMBER_LENGTH,
  KP_ID_NUMBER_CHARACTERS,
  KP_ID_NUMBER_PROVINCE,
  KP_ID_NUMBER_DATE,
  KP_ID_NUMBER_CHECK_DIGIT
} KpIdNumberFault;

KpIdNumberFault kp_id_number_check (const char *number, const KpDate *latest_birth);
gboolean kp_id_number_read (const char *number, KpDate *birth, KpSex *sex);
char kp_id_number_compute_check_digit (const char *number);
gboolean kp_id_number_check_digit_fits (const char *number);
char *kp_id_number_mask (const char *number);

G_END_DECLS
