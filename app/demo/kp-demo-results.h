/* kp-demo-results.h – what the sample campaign leaves behind: papers, lists, a summary.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-answer.h"
#include "kp-session.h"

G_BEGIN_DECLS

/* Borrowed. */
typedef struct
{
  const char *folder;
  gboolean is_partial;  /* the campaign isn't over: what it isn't far enough for is left out */
  gboolean keeps_going; /* print the other papers when one can't be */
} KpDemoPrinting;

gboolean kp_demo_print (KpSession *session, const KpDemoPrinting *printing, KpAnswer *answer, GError **error);
gboolean kp_demo_export (KpSession *session, const char *folder, GError **error);
gboolean kp_demo_answer (KpSession *session, KpAnswer *answer, GError **error);

G_END_DECLS
