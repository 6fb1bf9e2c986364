/* kp-command.c – the command line: one verb, its options, its answer, its exit code.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-command.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "kp-application.h"
#include "kp-auto-backup.h"
#include "kp-data-error.h"
#include "kp-locale.h"
#include "kp-output.h"
#include "kp-passphrase.h"
#include "kp-sign-in.h"
#include "kp-step-clock.h"
#include "kp-verbs.h"

struct _KpCommand
{
  const KpVerb *verb;
  char **given;     /* what follows the verb; owned */
  char **arguments; /* what is left of it after the options; owned */
  char *connect;
  char *campaign;
  char *actor;
  char *passphrase_file;
  KpSignIn sign_in;
  gboolean wants_json;
  gboolean wants_help;
  gboolean answered_no;
  gboolean is_warned; /* of an open connection */
  char *written;         /* (nullable): the record that was opened for writing */
  char *written_campaign;
  KpSeal *seal;          /* (nullable): of the record, so that it is asked for once */
  KpStageState stages;   /* as they were then */
  KpSeen *seen;          /* (nullable) borrowed: by the screen that asks */
  KpOwnActs *own;        /* (nullable) borrowed */
  KpProgress *progress;  /* (nullable) */
  KpAnswer *answer;
  KpOptionFunc tell; /* (nullable): who only wants to know the options */
  gpointer tell_data;
};

G_DEFINE_QUARK (kp - command - error - quark, kp_command_error)

static void
command_clear (KpCommand *command)
{
  g_clear_pointer (&command->answer, kp_answer_free);
  g_strfreev (command->given);
  g_strfreev (command->arguments);
  g_free (command->connect);
  g_free (command->campaign);
  g_free (command->actor);
  g_free (command->passphrase_file);
  kp_sign_in_clear (&command->sign_in);
  g_free (command->written);
  g_free (command->written_campaign);
  g_clear_pointer (&command->seal, kp_seal_unref);
  g_clear_pointer (&command->progress, kp_progress_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (KpCommand, command_clear)

/**
 * kp_command_fail_usage:
 * @command: (nullable): a command
 * @error: return location
 * @format: a whole sentence
 *
 * Returns: %FALSE, with %KP_COMMAND_ERROR_USAGE that also says where to find help
 */
gboolean
kp_command_fail_usage (KpCommand *command, GError **error, const char *format, ...)
{
  g_autofree char *sentence = NULL;
  g_autofree char *hint = NULL;
  va_list values;

  va_start (values, format);
  sentence = g_strdup_vprintf (format, values);
  va_end (values);
  if (command != NULL && command->sign_in.is_asked)
    {
      g_set_error_literal (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_USAGE, sentence);
      return FALSE;
    }
  if (command != NULL && command->verb != NULL)
    hint = g_strdup_printf (_ ("“kaopin help %s” tells how."), command->verb->name);
  else
    hint = g_strdup (_ ("“kaopin help” lists the verbs."));
  g_set_error (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_USAGE, C_ ("a sentence and a hint", "%s %s"), sentence, hint);
  return FALSE;
}

/* “export” has its own --json, which names a file. */
static gboolean
has_entry (const GOptionEntry *entries, const char *name)
{
  for (guint i = 0; entries != NULL && entries[i].long_name != NULL; i++)
    {
      if (g_str_equal (entries[i].long_name, name))
        return TRUE;
    }
  return FALSE;
}

static void
add_entries (KpCommand *command, GOptionContext *context, const GOptionEntry *entries, gboolean is_common)
{
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  for (guint i = 0; command->tell != NULL && entries[i].long_name != NULL; i++)
    command->tell (&entries[i], is_common, command->tell_data);
}

/* What stands below the options: the verb's own words, and where its guide lies when it has one. */
static char *
dup_description (const KpVerb *verb)
{
  g_autofree char *folder = kp_locale_dup_own_folder ("help", KP_DATA_DIR "/help");
  g_autofree char *name = g_strdup_printf ("%s.md", verb->name);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *details = kp_verb_dup_details (verb);
  g_autofree char *guide = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return g_steal_pointer (&details);
  guide = g_strdup_printf (_ ("The guide (in Chinese): %s"), path);
  return g_strdup_printf ("%s%s%s", details, *details != '\0' ? "\n\n" : "", guide);
}

static GOptionContext *
context_new (KpCommand *command, const GOptionEntry *entries)
{
  const GOptionEntry record[] = {
    { "connect", 0, 0, G_OPTION_ARG_STRING, &command->connect,
      N_ ("The record is on a server; takes the place of FILE"), "URI" },
    { "campaign", 0, 0, G_OPTION_ARG_STRING, &command->campaign,
      N_ ("Which campaign, where the record holds several"), "CODE" },
    { "actor", 0, 0, G_OPTION_ARG_STRING, &command->actor,
      N_ ("Who works, for the journal (the login when left out)"), "NAME" },
    { "as", 0, 0, G_OPTION_ARG_STRING, &command->sign_in.as, N_ ("Sign in with this account"), "LOGIN" },
    { "as-file", 0, 0, G_OPTION_ARG_FILENAME, &command->sign_in.as_file,
      N_ ("The password is the first line of FILE (asked for when left out)"), "FILE" },
    { "pin-file", 0, 0, G_OPTION_ARG_FILENAME, &command->sign_in.pin_file,
      N_ ("The second person's PIN is the first line of FILE (asked for when left out)"), "FILE" },
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &command->passphrase_file,
      N_ ("The passphrase of a room package or a locked record is the first line of FILE (asked for when left out)"), "FILE" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  const GOptionEntry json[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &command->wants_json, N_ ("Answer as JSON"), NULL },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  const GOptionEntry help[] = {
    { "help", 'h', 0, G_OPTION_ARG_NONE, &command->wants_help, N_ ("Show this help"), NULL },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  GOptionContext *context = g_option_context_new (command->verb->synopsis);
  g_autofree char *title = g_strdup_printf ("kaopin %s", command->verb->name);
  g_autofree char *description = dup_description (command->verb);

  if (!command->sign_in.is_asked)
    g_set_prgname (title);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, command->verb->summary);
  /* Not "": gettext would answer it with the head of its catalogue. */
  if (*description != '\0')
    g_option_context_set_description (context, description);
  if (entries != NULL)
    add_entries (command, context, entries, FALSE);
  if (command->verb->takes_record)
    add_entries (command, context, record, TRUE);
  if (!has_entry (entries, "json"))
    add_entries (command, context, json, TRUE);
  add_entries (command, context, help, TRUE);
  return context;
}

static gboolean
show_help (GOptionContext *context, GError **error)
{
  g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

  return kp_output_print (help, strlen (help), error);
}

/* The first word is the record unless a server was named. */
static gboolean
check_count (KpCommand *command, guint n_min, guint n_max, GError **error)
{
  const guint n_record = command->verb->takes_record && command->connect == NULL;
  const guint n = g_strv_length (command->arguments);

  if (n < n_min + n_record)
    return kp_command_fail_usage (command, error, _ ("Something is missing: kaopin %s %s."),
                                  command->verb->name, command->verb->synopsis);
  if (n > n_max + n_record)
    return kp_command_fail_usage (command, error, _ ("“%s” is one word too many: kaopin %s %s."),
                                  command->arguments[n_max + n_record], command->verb->name,
                                  command->verb->synopsis);
  if (command->connect != NULL && !kp_database_location_is_server (command->connect))
    return kp_command_fail_usage (command, error,
                                  _ ("“%s” is no address of a server; it begins with postgresql://."),
                                  command->connect);
  return TRUE;
}

/**
 * kp_command_parse:
 * @command: the command
 * @entries: (nullable): the verb's own options
 * @n_min: words that must follow, beside the record
 * @n_max: words that may follow, beside the record
 * @error: return location
 *
 * Reads the command line into the variables of @entries. To be called first by each verb.
 *
 * Returns: %TRUE, or %FALSE with #KP_COMMAND_ERROR
 */
gboolean
kp_command_parse (KpCommand *command, const GOptionEntry *entries, guint n_min, guint n_max, GError **error)
{
  g_autoptr (GOptionContext) context = context_new (command, entries);
  g_autoptr (GError) local = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (command->tell != NULL)
    {
      g_set_error_literal (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_HELP, "");
      return FALSE;
    }
  g_strv_builder_add (builder, command->verb->name);
  g_strv_builder_addv (builder, (const char **) command->given);
  command->arguments = g_strv_builder_end (builder);
  if (!g_option_context_parse_strv (context, &command->arguments, &local))
    return kp_command_fail_usage (command, error, _ ("%s."), local->message);
  if (command->wants_help)
    {
      if (show_help (context, error))
        g_set_error_literal (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_HELP, "");
      return FALSE;
    }
  g_free (command->arguments[0]);
  memmove (command->arguments, command->arguments + 1,
           sizeof (char *) * g_strv_length (command->arguments + 1) + sizeof (char *));
  return check_count (command, n_min, n_max, error);
}

/** kp_command_get_location: the file of the record, or the server's address. */
const char *
kp_command_get_location (KpCommand *command)
{
  return command->connect != NULL ? command->connect : command->arguments[0];
}

/** kp_command_get_argument: word @index after the record, from 0; %NULL when there are fewer. */
const char *
kp_command_get_argument (KpCommand *command, guint index)
{
  const guint at = index + (command->verb->takes_record && command->connect == NULL);

  return at < g_strv_length (command->arguments) ? command->arguments[at] : NULL;
}

/** kp_command_get_actor: who works. */
const char *
kp_command_get_actor (KpCommand *command)
{
  return command->actor != NULL ? command->actor : g_get_user_name ();
}

/** kp_command_get_asker: for a verb that is run by this one. What it borrows lives as long as @command. */
KpAsker
kp_command_get_asker (KpCommand *command)
{
  return (KpAsker) { command->sign_in.identity, NULL, command->seal, command->seen, command->own, command->progress };
}

/** kp_command_get_progress: (transfer none) (nullable): for verbs that may take long: how far they are. */
KpProgress *
kp_command_get_progress (KpCommand *command)
{
  return command->progress;
}

/** kp_command_get_answer: what will be shown when the verb succeeds. */
KpAnswer *
kp_command_get_answer (KpCommand *command)
{
  return command->answer;
}

/**
 * kp_command_take_word:
 * @command: the command
 *
 * For verbs that are followed by what they do, before the record: kaopin room out FILE ….
 *
 * Returns: (transfer full): the first word; it is none of the arguments any more
 */
char *
kp_command_take_word (KpCommand *command)
{
  char *word = command->arguments[0];

  memmove (command->arguments, command->arguments + 1, sizeof (char *) * g_strv_length (command->arguments));
  return word;
}

/**
 * kp_command_unlock:
 * @command: the command
 * @path: a room package
 * @error: return location
 *
 * Returns: (transfer full) (nullable): its key, by the passphrase that is in a file or typed; or %NULL with an error
 */
KpSealedKey *
kp_command_unlock (KpCommand *command, const char *path, GError **error)
{
  char *passphrase
      = kp_room_package_check (path, error) ? kp_passphrase_read (KP_PASSPHRASE_ROOM, NULL, command->passphrase_file, 0, FALSE, error) : NULL;
  KpSealedKey *key = passphrase != NULL ? kp_room_package_unlock (path, passphrase, error) : NULL;

  kp_passphrase_free (passphrase);
  return key;
}

/** kp_command_make_key: a key for a new room package, as kp_command_unlock(); typed twice. (transfer full) (nullable) */
KpSealedKey *
kp_command_make_key (KpCommand *command, GError **error)
{
  char *passphrase = kp_passphrase_read (KP_PASSPHRASE_ROOM, NULL, command->passphrase_file, 0, TRUE, error);
  KpSealedKey *key = passphrase != NULL ? kp_sealed_key_new (passphrase, &kp_sealed_cost_usual, error) : NULL;

  kp_passphrase_free (passphrase);
  return key;
}

/** kp_command_warn_exposed: tells once on standard error when others could read what goes to and from the server. */
void
kp_command_warn_exposed (KpCommand *command, KpDatabase *db)
{
  if (command->sign_in.is_asked || !kp_database_is_exposed (db))
    return;
  fprintf (stderr, "kaopin: %s\n",
           _ ("Warning: the connection to the server isn't encrypted, so names and numbers can be read on the way. Have TLS "
              "switched on at the server, and ask for it with sslmode=require."));
}

/* In a window the window says it. */
static void
warn_of_clock (KpCommand *command, KpSession *session)
{
  g_autofree char *sentence = command->sign_in.is_asked ? NULL : kp_record_clock_dup_sentence (session);

  if (sentence != NULL)
    fprintf (stderr, "kaopin: %s\n", sentence);
}

/* The passphrase is asked for only where there is one, and once; a window has asked for it already. */
static KpSession *
open_locked (KpCommand *command, const char *location, const char *campaign, KpSeal *seal, KpOpenMode mode, GError **error)
{
  const char *actor = kp_command_get_actor (command);
  GError *local = NULL;
  KpSession *session = kp_session_open_locked (location, campaign, actor, mode, NULL, seal, &kp_system_sources, &local);
  char *passphrase;

  if (session != NULL || command->sign_in.is_asked || !g_error_matches (local, KP_DATA_ERROR, KP_DATA_ERROR_LOCKED))
    {
      if (local != NULL)
        g_propagate_error (error, local);
      return session;
    }
  g_clear_error (&local);
  passphrase = kp_passphrase_read (KP_PASSPHRASE_RECORD, NULL, command->passphrase_file, 0, FALSE, error);
  if (passphrase != NULL)
    session = kp_session_open_locked (location, campaign, actor, mode, passphrase, NULL, &kp_system_sources, error);
  kp_passphrase_free (passphrase);
  return session;
}

static KpSession *
open_record (KpCommand *command, KpOpenMode mode, GError **error)
{
  KpSession *session = open_locked (command, kp_command_get_location (command), command->campaign, command->seal, mode, error);

  if (session != NULL && command->seal == NULL)
    command->seal = kp_seal_ref (kp_session_get_seal (session));
  if (session != NULL && !command->is_warned)
    {
      kp_command_warn_exposed (command, kp_session_get_database (session));
      warn_of_clock (command, session);
    }
  command->is_warned = command->is_warned || session != NULL;
  return session;
}

static KpSession *
open_package (KpCommand *command, KpOpenMode mode, GError **error)
{
  const char *location = kp_command_get_location (command);
  g_autoptr (KpSealedKey) key = kp_command_unlock (command, location, error);
  KpSession *session
      = key != NULL ? kp_room_package_open (location, key, kp_command_get_actor (command), mode, &kp_system_sources, error) : NULL;

  if (session != NULL && !command->is_warned)
    warn_of_clock (command, session);
  command->is_warned = command->is_warned || session != NULL;
  return session;
}

/* Wrong tries are counted in the record, also of who only wants to read it; unless nobody may write it at all. */
static gboolean
sign_in_to_read (KpCommand *command, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (KpSession) session = command->sign_in.as != NULL && command->sign_in.identity == NULL
                                      ? open_record (command, KP_OPEN_READ_WRITE, &local)
                                      : NULL;

  return session == NULL || kp_sign_in_prepare (&command->sign_in, session, error);
}

static void
remember_written (KpCommand *command, KpSession *session)
{
  g_free (command->written);
  g_free (command->written_campaign);
  command->written = g_strdup (kp_command_get_location (command));
  command->written_campaign = g_strdup (kp_session_get_campaign (session));
  command->stages = kp_session_get_stages (session);
}

/* What a closed stage decided is frozen: a good moment for a copy (design.md §7). That none could be made undoes nothing of the
 * work, and is told. */
static void
back_up_closed (KpCommand *command)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KpSession) session = NULL;
  KpStageState now;

  if (command->written == NULL || !kp_auto_backup_is_wanted (command->written))
    return;
  session = kp_session_open_unread (command->written, command->written_campaign, kp_command_get_actor (command),
                                    &kp_system_sources, &error);
  if (session == NULL)
    return;
  now = kp_session_get_stages (session);
  g_clear_pointer (&session, kp_session_close);
  if ((now.closed & ~command->stages.closed) != 0
      && !kp_auto_backup_run (command->written, command->written_campaign, kp_command_get_actor (command), &error)
      && !command->sign_in.is_asked)
    fprintf (stderr, "kaopin: %s %s\n", _ ("The work is done, but no backup could be made of it."), error->message);
}

/**
 * kp_command_open:
 * @command: the command
 * @mode: whether to write
 * @error: return location
 *
 * Opens the record that the command line names, as kp_session_open(), or the room package; and signs in where the campaign
 * has accounts.
 *
 * Returns: (transfer full) (nullable): the session
 */
KpSession *
kp_command_open (KpCommand *command, KpOpenMode mode, GError **error)
{
  const char *location = kp_command_get_location (command);
  const gboolean is_package = !kp_database_location_is_server (location) && kp_room_package_is_one (location);
  g_autoptr (KpSession) session = NULL;

  if (!is_package && mode == KP_OPEN_READ_ONLY && !sign_in_to_read (command, error))
    return NULL;
  session = is_package ? open_package (command, mode, error) : open_record (command, mode, error);
  if (session != NULL && !is_package && mode == KP_OPEN_READ_WRITE)
    remember_written (command, session);
  if (session != NULL)
    kp_session_set_seen (session, command->seen, command->own);
  return session != NULL && kp_sign_in_prepare (&command->sign_in, session, error) ? g_steal_pointer (&session) : NULL;
}

/**
 * kp_command_open_other:
 * @command: the command
 * @location: another record than the one it is about
 * @sign_in: (out caller-allocates): who reads it; outlives the session, ended by kp_sign_in_clear()
 * @error: return location
 *
 * Opens it to read, by the same person as the command's own: where it has accounts, that person signs in there too, by the
 * login of --as; where it has a passphrase, it is asked for.
 *
 * Returns: (transfer full) (nullable): the session
 */
KpSession *
kp_command_open_other (KpCommand *command, const char *location, KpSignIn *sign_in, GError **error)
{
  g_autoptr (KpSession) writing = NULL;
  g_autoptr (KpSession) session = open_locked (command, location, NULL, NULL, KP_OPEN_READ_ONLY, error);
  KpProof proof = KP_PROOF_NONE;
  gboolean is_in = FALSE;

  *sign_in = (KpSignIn){ .is_asked = command->sign_in.is_asked };
  if (session == NULL || !kp_identity_find_proof (session, &proof, error))
    return NULL;
  if (proof != KP_PROOF_ACCOUNTS)
    return g_steal_pointer (&session);
  if (command->sign_in.as == NULL)
    {
      g_set_error (error, KP_STEP_ERROR, KP_STEP_ERROR_UNPROVEN,
                   _ ("“%s” has accounts of its own, so whoever reads it signs in. On the command line, name it first, before the "
                      "other records, and say with --as LOGIN who reads."),
                   location);
      return NULL;
    }
  sign_in->as = g_strdup (command->sign_in.as);
  sign_in->as_file = g_strdup (command->sign_in.as_file);
  /* Wrong tries are counted there; nobody can where nobody may write. */
  writing = open_locked (command, location, NULL, kp_session_get_seal (session), KP_OPEN_READ_WRITE, NULL);
  is_in = (writing == NULL || kp_sign_in_prepare (sign_in, writing, error)) && kp_sign_in_prepare (sign_in, session, error);
  if (is_in)
    return g_steal_pointer (&session);
  g_prefix_error (error, "%s: ", location);
  return NULL;
}

/** kp_command_open_unsigned: as kp_command_open(), to read what tells of nobody: whether record and journal agree. */
KpSession *
kp_command_open_unsigned (KpCommand *command, GError **error)
{
  const char *location = kp_command_get_location (command);

  return !kp_database_location_is_server (location) && kp_room_package_is_one (location)
             ? open_package (command, KP_OPEN_READ_ONLY, error)
             : open_record (command, KP_OPEN_READ_ONLY, error);
}

/**
 * kp_command_save:
 * @command: the command, whose answer tells what was written
 * @bytes: (transfer full) (nullable): what is to be written; %NULL when it couldn't be made, and @error says why
 * @path: a file; what was there before is replaced as a whole
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE and the file is as it was
 */
gboolean
kp_command_save (KpCommand *command, GBytes *bytes, const char *path, GError **error)
{
  g_autoptr (GBytes) owned = bytes;

  if (owned == NULL || !kp_output_save (path, owned, error))
    return FALSE;
  kp_answer_add_text (command->answer, "file", _ ("Written"), path);
  return TRUE;
}

/** kp_command_answer_no: the verb did its work and the answer is no: shown, with exit code 1. */
void
kp_command_answer_no (KpCommand *command)
{
  command->answered_no = TRUE;
}

/* ---- which verb ---- */

static const KpVerb *
find_verb (const char *name)
{
  guint n_verbs = 0;
  const KpVerb *verbs = kp_verbs_get (&n_verbs);

  for (guint i = 0; i < n_verbs; i++)
    {
      if (g_str_equal (verbs[i].name, name))
        return &verbs[i];
    }
  return NULL;
}

/* Changes of one letter between two words. */
static guint
measure_distance (const char *a, const char *b)
{
  const gsize n = strlen (b);
  g_autofree guint *row = g_new (guint, n + 1);

  for (gsize j = 0; j <= n; j++)
    row[j] = (guint) j;
  for (gsize i = 0; a[i] != '\0'; i++)
    {
      guint diagonal = row[0];

      row[0] = (guint) i + 1;
      for (gsize j = 0; j < n; j++)
        {
          const guint above = row[j + 1];

          row[j + 1] = MIN (MIN (above, row[j]) + 1, diagonal + (a[i] != b[j]));
          diagonal = above;
        }
    }
  return row[n];
}

static const KpVerb *
find_nearest_verb (const char *name)
{
  guint n_verbs = 0;
  const KpVerb *verbs = kp_verbs_get (&n_verbs);
  const KpVerb *nearest = NULL;
  guint least = 4;

  for (guint i = 0; i < n_verbs; i++)
    {
      const guint distance = measure_distance (name, verbs[i].name);

      if (distance < least && distance < strlen (name))
        {
          least = distance;
          nearest = &verbs[i];
        }
    }
  return nearest;
}

static gboolean
fail_unknown_verb (const char *name, GError **error)
{
  const KpVerb *nearest = find_nearest_verb (name);

  if (nearest != NULL)
    return kp_command_fail_usage (NULL, error, _ ("There is no verb “%s”; perhaps “%s” is meant."), name,
                                  nearest->name);
  return kp_command_fail_usage (NULL, error, _ ("There is no verb “%s”, and no file of that name."), name);
}

/**
 * kp_command_help:
 * @command: the command of the verb help
 * @verb: a verb's name
 * @error: return location
 *
 * Shows what `kaopin VERB --help` shows.
 *
 * Returns: %FALSE with #KP_COMMAND_ERROR; help that was given is %KP_COMMAND_ERROR_HELP
 */
gboolean
kp_command_help (KpCommand *command, const char *verb, GError **error)
{
  command->verb = find_verb (verb);
  if (command->verb == NULL)
    return fail_unknown_verb (verb, error);
  g_clear_pointer (&command->arguments, g_strfreev);
  g_strfreev (command->given);
  command->given = g_strdupv ((char *[]){ (char *) "--help", NULL });
  return command->verb->run (command, error);
}

/**
 * kp_command_tell_options:
 * @verb: a verb
 * @tell: called with each of its options, its own before those that others have too
 * @data: for @tell
 *
 * For what is made of the options beside the help: the manual page, the completion.
 */
void
kp_command_tell_options (const KpVerb *verb, KpOptionFunc tell, gpointer data)
{
  g_auto (KpCommand) command
      = { .verb = verb, .sign_in.is_asked = TRUE, .answer = kp_answer_new (), .tell = tell, .tell_data = data };
  g_autoptr (GError) error = NULL;

  command.given = g_new0 (char *, 1);
  g_assert (!verb->run (&command, &error));
  g_assert (g_error_matches (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_HELP));
}

static gboolean
show_answer (KpCommand *command, GError **error)
{
  g_autofree char *text =
      command->wants_json ? kp_answer_dup_json (command->answer) : kp_answer_dup_text (command->answer);

  return kp_output_print (text, strlen (text), error);
}

static int
run_verb (const KpVerb *verb, char **given)
{
  g_auto (KpCommand) command = { .verb = verb,
                                 .given = g_strdupv (given),
                                 .answer = kp_answer_new (),
                                 .progress = kp_progress_new (kp_output_show_progress, NULL) };
  g_autoptr (GError) error = NULL;
  const gboolean is_done = verb->run (&command, &error);

  kp_output_end_progress ();
  if (is_done)
    {
      back_up_closed (&command);
      if (show_answer (&command, &error))
        return command.answered_no ? KP_EXIT_REFUSED : KP_EXIT_DONE;
    }
  if (g_error_matches (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_HELP))
    return KP_EXIT_DONE;
  if (command.answered_no)
    show_answer (&command, NULL);
  fprintf (stderr, "kaopin: %s\n", error->message);
  return g_error_matches (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_USAGE) ? KP_EXIT_USAGE : KP_EXIT_REFUSED;
}

/**
 * kp_command_ask:
 * @words: a verb and what follows it, %NULL-terminated
 * @asker: (nullable): for whom
 * @answer: (out) (transfer full) (nullable): what it answers; also when it refuses and has more to tell than the error
 * @error: return location
 *
 * Runs a verb for a screen or another verb: nothing is printed. Thread: any.
 *
 * Returns: %TRUE when it is done and the answer isn't no, or %FALSE with #KP_COMMAND_ERROR or the error of the step
 */
gboolean
kp_command_ask (const char *const *words, const KpAsker *asker, KpAnswer **answer, GError **error)
{
  g_auto (KpCommand) command = { .verb = find_verb (words[0]), .sign_in.is_asked = TRUE, .answer = kp_answer_new () };
  gboolean is_done;

  g_return_val_if_fail (command.verb != NULL, FALSE);

  command.given = g_strdupv ((char **) words + 1);
  if (asker != NULL && asker->identity != NULL)
    command.sign_in.identity = kp_identity_ref (asker->identity);
  if (asker != NULL && asker->seal != NULL)
    command.seal = kp_seal_ref (asker->seal);
  command.sign_in.pin = asker != NULL ? asker->pin : NULL;
  command.seen = asker != NULL ? asker->seen : NULL;
  command.own = asker != NULL ? asker->own : NULL;
  if (asker != NULL && asker->progress != NULL)
    command.progress = kp_progress_ref (asker->progress);
  is_done = command.verb->run (&command, error);
  if (is_done)
    back_up_closed (&command);
  if (is_done || command.answered_no)
    *answer = g_steal_pointer (&command.answer);
  if (is_done && command.answered_no)
    g_set_error_literal (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED, _ ("The answer is no."));
  return is_done && !command.answered_no;
}

/**
 * kp_command_run:
 * @argc: count of words
 * @argv: the program's name and what was given to it
 *
 * Runs what a command line asks for: the window when it names no verb or just a record, else the verb. The
 * answer goes to standard output, one sentence about a failure to standard error.
 *
 * Returns: a #KpExit
 */
int
kp_command_run (int argc, char **argv)
{
  const char *word = argc > 1 ? argv[1] : NULL;
  const KpVerb *verb = word != NULL ? find_verb (word) : NULL;
  g_autoptr (GError) error = NULL;

  if (word != NULL && (g_str_equal (word, "--help") || g_str_equal (word, "-h")))
    verb = find_verb ("help");
  else if (word != NULL && (g_str_equal (word, "--version") || g_str_equal (word, "-V")))
    verb = find_verb ("version");
  if (verb != NULL)
    return run_verb (verb, argv + 2);
  if (word == NULL || *word == '-' || g_file_test (word, G_FILE_TEST_EXISTS))
    return kp_application_run (argc, argv);

  fail_unknown_verb (word, &error);
  fprintf (stderr, "kaopin: %s\n", error->message);
  return KP_EXIT_USAGE;
}
