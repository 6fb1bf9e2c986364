/* kp-passphrase.c – passphrases, passwords and PINs, out of a file or typed unseen.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Never out of an argument or the environment: other users of the computer see those. */
#include "kp-passphrase.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "kp-command.h"

#define MOST 1024

/** kp_passphrase_free: wipes @passphrase (nullable) before its memory goes to somebody else. */
void
kp_passphrase_free (char *passphrase)
{
  if (passphrase != NULL)
    explicit_bzero (passphrase, strlen (passphrase));
  g_free (passphrase);
}

static const struct
{
  const char *question;
  const char *missing; /* where there is neither file nor terminal */
} words[] = {
  [KP_PASSPHRASE_ROOM] = { N_ ("Passphrase of the room package: "),
                           N_ ("A room package opens with its passphrase, and here is no terminal to ask for it. Name a file "
                               "with --passphrase-file.") },
  [KP_PASSPHRASE_PASSWORD] = { N_ ("Password of “%s”: "),
                               N_ ("Signing in takes a password, and here is no terminal to ask for it. Name a file with "
                                   "--as-file.") },
  [KP_PASSPHRASE_PIN] = { N_ ("%s confirms with the own PIN: "),
                          N_ ("The second person confirms with a PIN, and here is no terminal to ask for it. Name a file with "
                              "--pin-file.") },
  [KP_PASSPHRASE_FIRST_PIN] = { N_ ("%s confirms with the own PIN: "),
                                N_ ("In a room package both people confirm with their PINs, and here is no terminal to ask for "
                                    "them. Name a file with --pin-file: the second person's, and the first one's below.") },
  [KP_PASSPHRASE_OLD_PIN] = { N_ ("%s gives the old PIN: "),
                              N_ ("A PIN is replaced by who knows the old one, and here is no terminal to ask for it. Name a file "
                                  "with --pin-file.") },
  [KP_PASSPHRASE_NEW_PASSWORD] = { N_ ("New password of “%s”: "),
                                   N_ ("Here is no terminal to type the new password. Name a file with --password-file.") },
  [KP_PASSPHRASE_NEW_PIN] = { N_ ("New PIN of “%s”: "),
                              N_ ("Here is no terminal to type the new PIN. Name a file with --new-pin-file.") },
  [KP_PASSPHRASE_RECORD] = { N_ ("Passphrase of the record: "),
                             N_ ("The record is locked: it opens with its passphrase, and here is no terminal to ask for it. Name "
                                 "a file with --passphrase-file.") },
  [KP_PASSPHRASE_NEW_RECORD] = { N_ ("New passphrase of the record: "),
                                 N_ ("Here is no terminal to type the new passphrase. Name a file with --new-passphrase-file.") },
};

static char *
read_file (const char *file, guint line, GError **error)
{
  g_autoptr (GError) local = NULL;
  char *text = NULL;
  char *at;
  char *found;

  if (!g_file_get_contents (file, &text, NULL, &local))
    {
      g_set_error (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED, _ ("The passphrase file can't be read: %s."),
                   local->message);
      return NULL;
    }
  at = text;
  for (guint i = 0; i < line; i++)
    {
      at += strcspn (at, "\n");
      at += *at != '\0';
    }
  found = g_strndup (at, strcspn (at, "\r\n"));
  kp_passphrase_free (text);
  return found;
}

/* To the terminal itself, so that neither is mixed up with an answer that goes into a file. */
static char *
ask (FILE *terminal, const char *question)
{
  char line[MOST] = { 0 };
  struct termios before, silent;
  gboolean is_read;

  tcgetattr (fileno (terminal), &before);
  silent = before;
  silent.c_lflag &= ~(tcflag_t) ECHO;
  fprintf (terminal, "%s", question);
  fflush (terminal);
  tcsetattr (fileno (terminal), TCSAFLUSH, &silent);
  is_read = fgets (line, sizeof line, terminal) != NULL;
  tcsetattr (fileno (terminal), TCSAFLUSH, &before);
  fprintf (terminal, "\n");
  line[strcspn (line, "\r\n")] = '\0';
  return is_read ? g_strdup (line) : NULL;
}

static char *
ask_new (FILE *terminal, const char *question, GError **error)
{
  char *first = ask (terminal, question);
  char *second = first != NULL ? ask (terminal, _ ("Once more: ")) : NULL;
  const gboolean is_same = second != NULL && g_str_equal (first, second);

  kp_passphrase_free (second);
  if (is_same)
    return first;
  kp_passphrase_free (first);
  g_set_error_literal (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED,
                       _ ("The passphrase was typed in two ways; type it again."));
  return NULL;
}

/* The one place of the person's name; a room package has none. */
static char *
dup_question (KpPassphraseKind kind, const char *who, gboolean is_new)
{
  const char *form = kind == KP_PASSPHRASE_ROOM && is_new ? _ ("New passphrase of the room package: ") : _ (words[kind].question);
  const char *place = strstr (form, "%s");

  if (place == NULL)
    return g_strdup (form);
  return g_strdup_printf ("%.*s%s%s", (int) (place - form), form, who != NULL ? who : "", place + 2);
}

/**
 * kp_passphrase_read:
 * @kind: what it opens or proves
 * @who: (nullable): whose it is
 * @file: (nullable): a file that has it
 * @line: which line of it, from 0
 * @is_new: whether it is made up now, and so typed twice
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what kp_passphrase_free() frees, or %NULL with #KP_COMMAND_ERROR
 */
char *
kp_passphrase_read (KpPassphraseKind kind, const char *who, const char *file, guint line, gboolean is_new, GError **error)
{
  FILE *terminal = file == NULL ? fopen ("/dev/tty", "r+e") : NULL;
  g_autofree char *question = NULL;
  char *passphrase;

  if (file != NULL)
    return read_file (file, line, error);
  if (terminal == NULL)
    {
      g_set_error_literal (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_USAGE, _ (words[kind].missing));
      return NULL;
    }
  question = dup_question (kind, who, is_new);
  passphrase = is_new ? ask_new (terminal, question, error) : ask (terminal, question);
  fclose (terminal);
  if (passphrase == NULL && (error == NULL || *error == NULL))
    g_set_error_literal (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED, _ ("No passphrase was typed."));
  return passphrase;
}
