/* kp-step-address.h – where those live who are to be hired.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-address-sheet.h"
#include "kp-session.h"

G_BEGIN_DECLS

typedef struct
{
  guint n_rows;
  guint n_changed;
  guint n_missing; /* proposed for hire, without contract, and still without any address */
} KpAddressTally;

const char *kp_person_get_address (const KpPersonRecord *person);
gboolean    kp_step_enter_addresses (KpSession *session, KpAddressSheet *sheet, KpAddressTally *tally, GError **error);

G_END_DECLS
