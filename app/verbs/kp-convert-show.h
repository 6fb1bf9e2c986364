/* kp-convert-show.h – the roster of a conversion, one person of it, and the money, as answers.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-answer.h"
#include "kp-conversion-report.h"

G_BEGIN_DECLS

void kp_convert_show_roster (KpAnswer *answer, KpSession *session, const KpConversionReport *report);
gboolean kp_convert_show_person (KpAnswer *answer, KpSession *session, const KpConversionReport *report, const char *number,
                                 GError **error);
void kp_convert_show_funding (KpAnswer *answer, const KpConversionReport *report);

G_END_DECLS
