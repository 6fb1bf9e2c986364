/* kp-registration-report.h – the judged rows as a file for the street.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-registration.h"

G_BEGIN_DECLS

gboolean
kp_registration_report_save (const char *path, const KpRegistrationRow *rows, guint n_rows, GError **error);

G_END_DECLS
