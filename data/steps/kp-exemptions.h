/* kp-exemptions.h – 免笔试限额: who of the record does without the written exam, where the scheme limits how many.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-session.h"

G_BEGIN_DECLS

gboolean kp_exemptions_mark (KpSession *session, KpRoster *roster, GError **error);
gboolean kp_exemptions_are_limited (const KpScheme *scheme);
gboolean kp_exemptions_is_one_of_many (const KpScheme *scheme, KpRoster *roster, const KpDossier *dossier);
gboolean kp_exemptions_check_decided (KpRoster *roster, GError **error);

G_END_DECLS
