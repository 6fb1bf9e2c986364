/* kp-passphrase.c – the passphrase of a room package, out of a file or typed unseen.
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

static char *
read_file (const char *file, GError **error)
{
  g_autoptr (GError) local = NULL;
  char *text = NULL;

  if (!g_file_get_contents (file, &text, NULL, &local))
    {
      g_set_error (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED, _ ("The passphrase file can't be read: %s."),
                   local->message);
      return NULL;
    }
  text[strcspn (text, "\r\n")] = '\0';
  return text;
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
ask_new (FILE *terminal, GError **error)
{
  char *first = ask (terminal, _ ("New passphrase of the room package: "));
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

/**
 * kp_passphrase_read:
 * @file: (nullable): a file whose first line it is
 * @is_new: whether it is made up now, and so typed twice
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what kp_passphrase_free() frees, or %NULL with #KP_COMMAND_ERROR
 */
char *
kp_passphrase_read (const char *file, gboolean is_new, GError **error)
{
  FILE *terminal = file == NULL ? fopen ("/dev/tty", "r+e") : NULL;
  char *passphrase;

  if (file != NULL)
    return read_file (file, error);
  if (terminal == NULL)
    {
      g_set_error_literal (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_USAGE,
                           _ ("A room package opens with its passphrase, and here is no terminal to ask for it. Name a file "
                              "with --passphrase-file."));
      return NULL;
    }
  passphrase = is_new ? ask_new (terminal, error) : ask (terminal, _ ("Passphrase of the room package: "));
  fclose (terminal);
  if (passphrase == NULL && (error == NULL || *error == NULL))
    g_set_error_literal (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED, _ ("No passphrase was typed."));
  return passphrase;
}
