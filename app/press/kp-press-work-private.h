/* kp-press-work-private.h – a contract with its person and what is on record after it, for papers about a probation.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-employment.h"
#include "kp-press-private.h"

G_BEGIN_DECLS

/* All contracts, read once. */
typedef struct
{
  KpPress *press;          /* borrowed */
  KpEmployments *contracts; /* owned */
  GPtrArray *links;        /* (element-type KpProbationLinkRecord): by contract and serial */
  const KpProbationPolicy *policy;
} KpPressWorks;

gboolean kp_press_works_load (KpPressWorks *works, KpPress *press, GError **error);
void kp_press_works_clear (KpPressWorks *works);
const KpDossier *kp_press_works_find_dossier (const KpPressWorks *works, const KpEmployment *work);
const KpProbationLinkRecord *
kp_press_works_find_link (const KpPressWorks *works, const KpEmployment *work, KpLink link, guint month);
gboolean kp_press_works_wants (const KpPressWorks *works, const KpEmployment *work);

/* Texts that live as long as the press. */
const char *kp_press_works_format_points (KpPress *press, KpMark mark);          /* "20", "12.5" */
const char *kp_press_works_format_share (KpPress *press, KpFraction share);      /* "60%" */
const char *kp_press_works_format_post (KpPress *press, const KpDossier *dossier);
const char *kp_press_works_get_employer (KpPress *press, const KpEmployment *work);
const char *kp_press_works_format_probation (const KpPressWorks *works, const KpEmployment *work);
const char *kp_press_works_get_merit (KpMerit merit); /* NULL before the assessment */

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KpPressWorks, kp_press_works_clear)

G_END_DECLS
