/* kp-secret-print.h – the sealing staff's table of secret numbers and its labels: who may have them printed.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-session.h"
#include "kp-two-people.h"

G_BEGIN_DECLS

typedef enum
{
  KP_SECRET_TABLE,  /* 密号对照表 */
  KP_SECRET_LABELS, /* 密号标签 */
} KpSecretPrint;

char    *kp_secret_print_dup_digest (GPtrArray *secrets);
gboolean kp_step_note_secret_print (KpSession *session, const char *paper, KpSecretPrint what, const KpTwoPeople *persons,
                                    GError **error);

G_END_DECLS
