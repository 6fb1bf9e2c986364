/* kp-edition.h – which edition of a published list holds, and which were made void.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-roster.h"
#include "kp-session.h"

G_BEGIN_DECLS

/* An edition that holds no longer. Owned text. */
typedef struct
{
  char *list; /* "totals" */
  guint edition;
} KpVoidedList;

gboolean kp_edition_load (KpSession *session, const char *list, guint *edition, char **since, GError **error);
gboolean kp_edition_void (KpSession *session, KpLedger *ledger, KpRoster *before, KpRoster *after, const char *cause,
                          gint64 number, GPtrArray *voided, GError **error);
gboolean kp_edition_void_drawn (KpSession *session, KpLedger *ledger, const char *list, guint *edition, GError **error);
void     kp_voided_list_free (KpVoidedList *voided);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpVoidedList, kp_voided_list_free)

G_END_DECLS
