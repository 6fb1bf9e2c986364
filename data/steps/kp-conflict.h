/* kp-conflict.h – two people changed the same thing: what it was, what the other made of it, and what is to be written.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-session.h"

G_BEGIN_DECLS

/* The error holds a #KpConflict. Its message is one sentence with who, when and every field, and with the values of those that
   hold no personal data: what the command line says. */
#define KP_CONFLICT_ERROR (kp_conflict_error_quark ())
GQuark kp_conflict_error_quark (void);

typedef enum
{
  KP_CONFLICT_ERROR_CHANGED, /* nothing was written */
} KpConflictError;

/* One field that somebody else changed, or that was to be changed. Owned texts, as a screen shows them; "" = nothing. */
typedef struct
{
  const char *name; /* (nullable): of the form's field, a literal */
  char *label;
  char *before; /* what the screen showed */
  char *now;    /* what the record holds */
  char *typed;  /* what was to be written */
  gboolean is_private; /* its values stand on the screen alone */
} KpConflictField;

typedef struct
{
  char *what;        /* e.g. “学历”, application 000001 */
  char *who;         /* who changed it, by the journal */
  char *at;          /* when, as the journal has it */
  gint64 version;    /* of the row as it is now; 0 where it isn't told apart by that */
  gint64 seq;        /* of the journal's row in which it was changed last */
  char *row;         /* (nullable): which row, for kp_seen_accept() */
  gboolean is_free;    /* of each field the one's or the other's may hold, see kp_seen_choose() */
  gboolean is_settled; /* the other's stands, and nobody may choose: of two blind entries each is its clerk's alone */
  GPtrArray *fields; /* (element-type KpConflictField) */
} KpConflict;

KpConflict       *kp_conflict_new_by (const char *what, const char *who, const char *at);
KpConflict       *kp_conflict_new (KpSession *session, const KpTable *table, gconstpointer record, const char *what,
                                   GError **error);
KpConflictField  *kp_conflict_add (KpConflict *conflict, const char *label, const char *before, const char *now,
                                   const char *typed);
KpConflictField  *kp_conflict_add_plain (KpConflict *conflict, const char *label, const char *before, const char *now,
                                         const char *typed);
gboolean          kp_conflict_field_is_open (const KpConflictField *field);
char             *kp_conflict_dup_time (const KpConflict *conflict);
gboolean          kp_conflict_refuse (KpConflict *conflict, GError **error);
const KpConflict *kp_conflict_get (const GError *error);
KpConflict       *kp_conflict_copy (const KpConflict *conflict);
void              kp_conflict_free (KpConflict *conflict);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KpConflict, kp_conflict_free)

G_END_DECLS
