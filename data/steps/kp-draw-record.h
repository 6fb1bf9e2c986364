/* kp-draw-record.h – draws in the record: committed first, run with the public digits, replayed by anyone.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-draw.h"
#include "kp-session.h"
#include "kp-two-people.h"

G_BEGIN_DECLS

/* What is said before a draw. */
typedef struct
{
  const char *source;         /* which public number will count: dice in the room, a lottery of a later day. Nullable when
                                 it was said before. */
  const KpTwoPeople *repeat; /* nullable: the first attempt, or going on with the one that stands */
} KpDrawTerms;

/* One attempt at a draw. A repeat is a further attempt; the earlier ones stay in the record. All owned. */
typedef struct
{
  KpDraw  *draw;
  guint    attempt;       /* from 1 */
  gboolean is_last;       /* FALSE: a later attempt took its place */
  gboolean is_sealed;     /* secret numbers before their opening: the draw's nonce and result aren't given */
  char    *source;
  char    *committed_at;
  char    *drawn_at;      /* nullable, as all that follows */
  char    *reason;
  char    *first_person;
  char    *second_person;
} KpDrawAttempt;

gboolean   kp_draw_record_check_people (KpSession *session, const KpDrawTerms *terms, GError **error);
gboolean   kp_draw_record_check_repeat (KpSession *session, const char *prefix, const KpDrawTerms *terms, GError **error);
gboolean   kp_draw_record_commit (KpSession *session, KpLedger *ledger, const char *purpose, GPtrArray *items,
                                  const KpDrawTerms *terms, KpDraw **draw, GError **error);
KpDraw    *kp_draw_record_load (KpSession *session, const char *purpose, GPtrArray *items, GError **error);
gboolean   kp_draw_record_run (KpSession *session, KpLedger *ledger, KpDraw *draw, const char *public_part,
                               GError **error);
gboolean   kp_draw_record_answer_again (KpSession *session, const char *purpose, const char *public_part,
                                        gboolean *stands, GError **error);
GPtrArray *kp_draw_record_list (KpSession *session, GError **error); /* of KpDrawAttempt */
void       kp_draw_attempt_free (KpDrawAttempt *attempt);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpDrawAttempt, kp_draw_attempt_free)

G_END_DECLS
