/* kp-draft-problems.h – what is wrong with a scheme that is being written, each line a way to its cell.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "kp-scheme-draft.h"

G_BEGIN_DECLS

void                  kp_draft_problems_fill (GtkListBox *list, const KpSchemeDraft *draft, GPtrArray *problems);
const KpDraftProblem *kp_draft_problems_get  (GtkListBoxRow *row);

G_END_DECLS
