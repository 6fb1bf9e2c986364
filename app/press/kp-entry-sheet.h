/* kp-entry-sheet.h – empty sheets for entering the marks of a paper, with numbers alone.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-list.h"
#include "kp-session.h"

G_BEGIN_DECLS

KpList *kp_entry_sheet_make (KpSession *session, const char *paper, guint room, GError **error);

G_END_DECLS
