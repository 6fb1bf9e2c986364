/* kp-command-list.h – lists that a verb writes: each says who had it written, when, and from which state of the record.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-command.h"
#include "kp-list.h"

G_BEGIN_DECLS

gboolean
kp_command_save_list (KpCommand *command, KpSession *session, KpList *list, KpListForm form, const char *path, GError **error);

G_END_DECLS
