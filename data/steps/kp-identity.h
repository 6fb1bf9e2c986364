/* kp-identity.h – who works, and how it was proven; the one place where a step asks for it.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-account-tables.h"
#include "kp-role.h"
#include "kp-session.h"

G_BEGIN_DECLS

/* Somebody who proved with a password to be at work; good as long as the password is the account's. Made by
   kp_identity_prove() alone. */
typedef struct _KpIdentity KpIdentity;

/* Whose PIN is asked for. */
typedef enum
{
  KP_PIN_SECOND, /* of the second person */
  KP_PIN_FIRST,  /* in an interview room the first one's too */
  KP_PIN_OLD,    /* the one that is to be replaced */
} KpPinWhose;

/* What @person typed, to be freed with kp_secret_free(); NULL without an error when nothing was typed. */
typedef char *(*KpPinFunc) (KpPinWhose whose, const char *person, gpointer data, GError **error);

KpIdentity *kp_identity_prove (KpSession *session, const char *login, const char *password, GError **error);
KpIdentity *kp_identity_ref (KpIdentity *identity);
void        kp_identity_unref (KpIdentity *identity);
const char *kp_identity_get_login (KpIdentity *identity);
const char *kp_identity_get_name (KpIdentity *identity);
KpRoles    kp_identity_get_roles (KpIdentity *identity);
gboolean    kp_identity_is_called (KpIdentity *identity, const char *name);

/* How far the campaign knows who works on it. */
typedef enum
{
  KP_PROOF_NONE,     /* nobody has a password or a PIN: one person's file */
  KP_PROOF_PINS,     /* the second of two people confirms with a PIN */
  KP_PROOF_ACCOUNTS, /* everybody signs in */
} KpProof;

gboolean    kp_identity_find_proof (KpSession *session, KpProof *proof, GError **error);

void        kp_session_set_identity (KpSession *session, KpIdentity *identity);
KpIdentity *kp_session_get_identity (KpSession *session); /* (nullable) */
void        kp_session_set_pin_func (KpSession *session, KpPinFunc ask, gpointer data);
gboolean    kp_session_is_second (KpSession *session, const char *person);

/* What the journal calls the note of who proved an act of two people, and what stands in it. */
#define KP_IDENTITY_ATTESTED KP_LEDGER_ATTESTED
char       *kp_identity_dup_attested (const char *first, const char *second);

/* For the session, for acts of two people, and for the steps of accounts. */
gboolean    kp_identity_stand (KpSession *session, GError **error);
gboolean    kp_identity_check_step (KpSession *session, KpLedger *ledger, const char *step, GError **error);
gboolean    kp_identity_check_own (KpSession *session, const char *by, GError **error);
gboolean    kp_identity_check_two (KpSession *session, const char *by, const char *with, GError **error);
gboolean    kp_identity_check_entry (KpSession *session, const char *paper, guint entry, GError **error);
gboolean    kp_identity_check_pin (KpSession *session, KpPinWhose whose, const KpAccountRecord *account, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpIdentity, kp_identity_unref)

G_END_DECLS
