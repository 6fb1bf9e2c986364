/* kp-demo.h – the sample campaign, carried from the registration workbook to the end of the probation.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-answer.h"
#include "kp-session.h"
#include "kp-stage.h"

G_BEGIN_DECLS

/* Tells what is being done, e.g. "正在编排考场"; may be %NULL. */
typedef void (*KpDemoProgress) (const char *sentence, gpointer user_data);

/* What is to be made. Borrowed. */
typedef struct
{
  const char *folder; /* where record, papers and lists are left; made when it isn't there */
  const char *server; /* (nullable): address of a server that keeps the record instead of a file; it must not hold the sample yet */
  KpStage until;      /* the last stage that is carried out; KP_STAGE_PROBATION = all */
  gboolean keeps_going; /* print the other papers when one can't be */
} KpDemoOrder;

gboolean kp_demo_run (const KpDemoOrder *order,
                      KpDemoProgress progress,
                      gpointer user_data,
                      KpAnswer *answer,
                      GError **error);

char *kp_demo_dup_scheme (GError **error);

G_END_DECLS
