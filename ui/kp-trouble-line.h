/* kp-trouble-line.h – a line above a window's page: the record can't be reached, others saved something, the clock is wrong.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "kp-record-link.h"

G_BEGIN_DECLS

/* Signal “look”: what the news are about is to be shown now. */
#define KP_TYPE_TROUBLE_LINE (kp_trouble_line_get_type ())
G_DECLARE_FINAL_TYPE (KpTroubleLine, kp_trouble_line, KP, TROUBLE_LINE, AdwBin)

void kp_trouble_line_set_link (KpTroubleLine *line, KpRecordLink *link);
void kp_trouble_line_set_news (KpTroubleLine *line, const char *news);

G_END_DECLS
