/* kp-answered.h – whether those whom rows name as the second of two people stand in the journal.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "kp-canon.h"

G_BEGIN_DECLS

typedef struct _KpAnswered KpAnswered;

KpAnswered *kp_answered_new (void);
void kp_answered_free (KpAnswered *answered);

/* The next row of the journal, from its beginning on; `table` is that of the row, NULL = none that is known. Names who is
 * named in the row and didn't prove it: transfer full, NULL = nobody. */
char *kp_answered_dup_unproven (KpAnswered *answered, const KpTable *table, const KpJournalFields *fields);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpAnswered, kp_answered_free)

G_END_DECLS
