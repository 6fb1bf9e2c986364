/* kp-demo.h – the sample campaign, carried from the registration workbook to the contracts.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-answer.h"
#include "kp-session.h"

G_BEGIN_DECLS

/* Tells what is being done, e.g. "正在编排考场"; may be %NULL. */
typedef void (*KpDemoProgress) (const char *sentence, gpointer user_data);

gboolean kp_demo_run (const char *folder,
                      const char *server,
                      gboolean keeps_going,
                      KpDemoProgress progress,
                      gpointer user_data,
                      KpAnswer *answer,
                      GError **error);

G_END_DECLS
