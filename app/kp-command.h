/* kp-command.h – the command line: one verb, its options, its answer, its exit code.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "kp-answer.h"
#include "kp-identity.h"
#include "kp-progress.h"
#include "kp-room-package.h"
#include "kp-seen.h"
#include "kp-session.h"
#include "kp-sign-in.h"

G_BEGIN_DECLS

/* Exit codes: part of the interface, told by `kaopin help`. */
typedef enum
{
  KP_EXIT_DONE = 0,
  KP_EXIT_REFUSED = 1, /* it could not be done, or the answer is no; nothing was changed */
  KP_EXIT_USAGE = 2,   /* the command line makes no sense */
} KpExit;

#define KP_COMMAND_ERROR (kp_command_error_quark ())
GQuark kp_command_error_quark (void);

typedef enum
{
  KP_COMMAND_ERROR_USAGE,
  KP_COMMAND_ERROR_FAILED,
  KP_COMMAND_ERROR_HELP, /* help was asked for and given: no failure */
} KpCommandError;

typedef struct _KpCommand KpCommand;

typedef gboolean (*KpVerbFunc) (KpCommand *command, GError **error);
typedef void (*KpOptionFunc) (const GOptionEntry *option, gboolean is_common, gpointer data);

typedef struct
{
  const char *name;
  const char *synopsis;  /* what follows the verb */
  const char *summary;   /* N_(): one sentence */
  const char *details;   /* (nullable) N_(): more, under the options of --help */
  gboolean takes_record; /* the first argument is a record's file, or --connect stands for it */
  KpVerbFunc run;
} KpVerb;

int kp_command_run (int argc, char **argv);
void kp_command_tell_options (const KpVerb *verb, KpOptionFunc tell, gpointer data);
/* For whom a verb is run by the program itself. Borrowed. */
typedef struct
{
  KpIdentity *identity; /* (nullable): who signed in */
  const char *pin;      /* (nullable): what the second person typed */
  KpSeal *seal;         /* (nullable): of the record, where it is open already */
  KpSeen *seen;         /* (nullable): what the screen had read, see kp_session_set_seen() */
  KpOwnActs *own;       /* (nullable): gets what is written */
  KpProgress *progress; /* (nullable): is told how far long work is, and may cancel it */
} KpAsker;

gboolean kp_command_ask (const char *const *words, const KpAsker *asker, KpAnswer **answer, GError **error);

/* For verbs. The answer is shown when the verb has succeeded. */
gboolean
kp_command_parse (KpCommand *command, const GOptionEntry *entries, guint n_min, guint n_max, GError **error);
const char *kp_command_get_argument (KpCommand *command, guint index); /* (nullable) */
const char *kp_command_get_location (KpCommand *command);
const char *kp_command_get_actor (KpCommand *command);
KpAnswer *kp_command_get_answer (KpCommand *command);
KpAsker kp_command_get_asker (KpCommand *command);
KpProgress *kp_command_get_progress (KpCommand *command);
char *kp_command_take_word (KpCommand *command);
KpSealedKey *kp_command_unlock (KpCommand *command, const char *path, GError **error);
KpSealedKey *kp_command_make_key (KpCommand *command, GError **error);
KpSession *kp_command_open (KpCommand *command, KpOpenMode mode, GError **error);
KpSession *kp_command_open_other (KpCommand *command, const char *location, KpSignIn *sign_in, GError **error);
void kp_command_warn_exposed (KpCommand *command, KpDatabase *db);
KpSession *kp_command_open_unsigned (KpCommand *command, GError **error);
gboolean kp_command_save (KpCommand *command, GBytes *bytes, const char *path, GError **error);
void kp_command_answer_no (KpCommand *command);
gboolean kp_command_fail_usage (KpCommand *command, GError **error, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
gboolean kp_command_help (KpCommand *command, const char *verb, GError **error);

G_END_DECLS
