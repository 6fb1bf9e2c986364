/* kp-session.h – somebody at work on the record of one campaign.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-campaign-tables.h"
#include "kp-ledger.h"
#include "kp-roster.h"
#include "kp-scheme.h"

G_BEGIN_DECLS

typedef struct _KpSession KpSession;

/* Which clock counts. Whichever it is, it never takes a record back: see kp_session_dup_now(). */
typedef enum
{
  KP_SOURCES_OWN,    /* the one below */
  KP_SOURCES_SYSTEM, /* of this machine for a file; on a server the server's own, for everybody */
  KP_SOURCES_SAMPLE, /* the one below, whose days are made up: the record that is made says so */
} KpSourcesKind;

/* Where time and chance come from. The program uses the system's; the sample campaign its own fixed ones, so that its
   papers repeat. Borrowed: must outlive the session. */
typedef struct
{
  char    *(*dup_now) (gpointer data);                                        /* ISO 8601 with zone, transfer full */
  gboolean (*make_nonce) (gpointer data, const char *purpose, guint8 nonce[32], GError **error);
  gpointer data;
  KpSourcesKind kind;
} KpSources;

#define KP_STEP_ERROR (kp_step_error_quark ())
GQuark kp_step_error_quark (void);

/* Every message is a whole sentence for the operator, already translated, and holds no personal data. */
typedef enum
{
  KP_STEP_ERROR_WRONG_STAGE, /* too early, or its stage is closed */
  KP_STEP_ERROR_REFUSED,     /* the file or the record doesn't allow it; nothing was changed */
  KP_STEP_ERROR_NOT_FOUND,   /* no such application, ticket, post, paper, campaign */
  KP_STEP_ERROR_ARGUMENT,    /* what was asked for makes no sense */
  KP_STEP_ERROR_UNPROVEN,    /* somebody has to prove first who he is, by a password or a PIN */
} KpStepError;

gboolean kp_step_refuse (const char *sentence, GError **error);

extern const KpSources kp_system_sources;

KpSession      *kp_session_create (const char *location, const char *scheme_json, const char *actor,
                                   const KpSources *sources, GError **error);
KpSession      *kp_session_open (const char *location, const char *campaign, const char *actor, KpOpenMode mode,
                                 const KpSources *sources, GError **error);
KpSession      *kp_session_open_unread (const char *location, const char *campaign, const char *actor,
                                        const KpSources *sources, GError **error);
KpSession      *kp_session_open_locked (const char *location, const char *campaign, const char *actor, KpOpenMode mode,
                                        const char *passphrase, KpSeal *seal, const KpSources *sources, GError **error);
void            kp_session_close (KpSession *session);
KpDatabase     *kp_session_get_database (KpSession *session);
const char     *kp_session_get_campaign (KpSession *session);
const KpScheme *kp_session_get_scheme (KpSession *session);
const char     *kp_session_get_scheme_digest (KpSession *session);
const char     *kp_session_get_actor (KpSession *session);
KpRoster       *kp_session_load_roster (KpSession *session, GError **error);
KpRoster       *kp_session_load_roster_of (KpSession *session, const char *application, GError **error);
KpRoster       *kp_session_load_roster_person (KpSession *session, const char *id_number, GError **error);
char           *kp_session_dup_now (KpSession *session);
char           *kp_session_dup_clock (KpSession *session);
const char     *kp_session_get_last_at (KpSession *session);
gboolean        kp_session_is_sample (KpSession *session);
KpDate          kp_session_get_today (KpSession *session);
KpSeal         *kp_session_get_seal (KpSession *session);
char           *kp_session_dup_paper_key (KpSession *session, GError **error);
KpStageState    kp_session_get_stages (KpSession *session);
gboolean        kp_session_is_room_package (KpSession *session);
gboolean        kp_session_check_head (KpSession *session, gint64 seq, const char *head, GError **error);

/* For steps: a unit of work that belongs to a stage. */
KpLedger *kp_session_begin (KpSession *session, KpStep step, const char *subject, GError **error);
KpLedger *kp_session_begin_beside (KpSession *session, const char *name, const char *subject, GError **error);
gboolean  kp_session_commit (KpSession *session, KpLedger *ledger, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean  kp_session_close_stage (KpSession *session, KpLedger *ledger, KpStage stage, GError **error);
gboolean  kp_session_make_nonce (KpSession *session, const char *purpose, guint8 nonce[32], GError **error);
gboolean  kp_session_is_imported (KpSession *session, const char *kind, const char *digest, gboolean *is_imported,
                                  GError **error);

gboolean  kp_session_derive_stage (KpSession *session, KpLedger *ledger, KpStage stage, gboolean is_over, GError **error);
gboolean  kp_session_write_import (KpSession *session, KpLedger *ledger, const char *kind, const char *digest,
                                   guint n_rows, guint n_taken, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpSession, kp_session_close)

G_END_DECLS
