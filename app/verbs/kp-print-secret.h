/* kp-print-secret.h – prints the sealing staff's table of secret numbers, or its labels.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-secret-print.h"
#include "kp-verbs.h"

G_BEGIN_DECLS

/* Borrowed texts. */
typedef struct
{
  const char *folder;
  const char *paper; /* nullable */
  KpTwoPeople persons;
} KpPrintSecretOptions;

#define KP_PRINT_SECRET_NAMES "secret-numbers secret-labels"

gboolean kp_print_secret_parse (const char *name, KpSecretPrint *out);
gboolean kp_print_secret (KpCommand *command, KpSecretPrint what, const KpPrintSecretOptions *options, GError **error);

G_END_DECLS
