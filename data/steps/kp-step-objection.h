/* kp-step-objection.h – objections during the publicity of the proposed hires, and their answers.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-session.h"
#include "kp-step-depart.h"

G_BEGIN_DECLS

/* The outcome of one that was recorded by mistake: no objection. */
#define KP_OBJECTION_MISTAKEN "mistaken"

/* What came in. Texts borrowed. */
typedef struct
{
  const char *number;   /* of the registration or ticket: against whom */
  KpDate received;      /* none = today */
  const char *way;      /* letter, call, visit or net */
  const char *objector; /* (nullable): by name; %NULL = without a name */
  const char *content;
} KpObjectionOrder;

typedef struct
{
  GPtrArray *records; /* (element-type KpObjectionRecord): by number */
  KpDate *due;        /* of each, the last day on which it may be answered */
} KpObjections;

void          kp_objections_free (KpObjections *objections);
KpObjections *kp_step_list_objections (KpSession *session, GError **error);
gboolean      kp_step_record_objection (KpSession *session, const KpObjectionOrder *order, guint *number, KpDate *due,
                                        GError **error);
gboolean      kp_step_answer_objection (KpSession *session, guint number, gboolean is_upheld, const KpTwoPeople *people,
                                        KpDepartTally *tally, GError **error);
gboolean      kp_step_take_back_objection (KpSession *session, guint number, const KpTwoPeople *people, gboolean *is_open,
                                           KpDepartUndoTally *tally, GError **error);
GHashTable   *kp_objection_list_open (KpSession *session, GError **error);
const char   *kp_objection_way_get_chinese (const char *way);
const char   *kp_objection_outcome_get_chinese (const char *outcome);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpObjections, kp_objections_free)

G_END_DECLS
