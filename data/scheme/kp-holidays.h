/* kp-holidays.h – the State Council's holiday tables: those shipped, and those that a county adds.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-workday.h"

G_BEGIN_DECLS

#define KP_HOLIDAYS_ERROR (kp_holidays_error_quark ())

typedef enum
{
  KP_HOLIDAYS_ERROR_READ,
  KP_HOLIDAYS_ERROR_FORM,
} KpHolidaysError;

GQuark      kp_holidays_error_quark (void);

KpCalendar *kp_holidays_load_shipped (GError **error);
gboolean    kp_holidays_add_text (KpCalendar *calendar,
                                  const char *text,
                                  gssize      length,
                                  GError    **error);
gboolean    kp_holidays_add_file (KpCalendar *calendar,
                                  const char *path,
                                  GError    **error);

G_END_DECLS
