/* kp-direct-hires.h – 免试直接聘用: who of the record is hired without any exam, and what that leaves to the others.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-direct-hire.h"
#include "kp-roster.h"
#include "kp-session.h"

G_BEGIN_DECLS

typedef struct _KpDirectHires KpDirectHires;

KpDirectHires        *kp_direct_hires_load (KpSession *session, KpRoster *roster, GError **error);
void                  kp_direct_hires_free (KpDirectHires *hires);
const KpDirectResult *kp_direct_hires_get (const KpDirectHires *hires, const KpDossier *dossier);
gboolean              kp_direct_hires_is_examined (const KpDirectHires *hires, const KpDossier *dossier);
guint                 kp_direct_hires_count_asking (const KpDirectHires *hires, const char *post);
guint                 kp_direct_hires_count_places (const KpDirectHires *hires, const char *post);
gboolean              kp_direct_hires_is_open (const KpDirectHires *hires, const char *post);
gboolean              kp_direct_hires_check_exam (const KpDirectHires *hires, GError **error);
gboolean              kp_direct_hires_check_decided (const KpDirectHires *hires, GError **error);

/* Of the totals as they are written. */
gboolean    kp_direct_is_hired (const KpTotalRecord *total);
GHashTable *kp_direct_map_hired (KpRoster *roster);
gint64      kp_direct_get_final_place (GHashTable *hired, const KpTotalRecord *total, gint64 place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpDirectHires, kp_direct_hires_free)

G_END_DECLS
