/* kp-verb-print.c – prints a form, or all, as PDF into a folder.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "kp-output.h"
#include "kp-press.h"
#include "kp-print-secret.h"
#include "kp-verbs.h"

static gboolean
print_form (KpSession *session,
            KpPressForm form,
            KpFontSet *fonts,
            const char *folder,
            const char *only,
            KpAnswer *answer,
            GError **error)
{
  g_autoptr (GBytes) bytes = kp_press_make (session, form, fonts, only, error);
  g_autofree char *name = kp_press_form_dup_file_name (form);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (bytes == NULL || !kp_output_save (path, bytes, error))
    return FALSE;
  kp_answer_add_row (answer, (const char *[]){ kp_press_form_get_name (form), path });
  return TRUE;
}

/* All: what the campaign isn't far enough for is left out. One form that can't be printed doesn't keep the
 * others back. */
static gboolean
print_all (KpCommand *command,
           KpSession *session,
           KpFontSet *fonts,
           const char *folder,
           const char *only,
           GError **error)
{
  g_autoptr (GError) first = NULL;

  for (guint i = 0; i < KP_PRESS_N_FORMS; i++)
    {
      g_autoptr (GError) local = NULL;

      if (!print_form (session, (KpPressForm) i, fonts, folder, only, kp_command_get_answer (command),
                       &local) &&
          !g_error_matches (local, KP_PRESS_ERROR, KP_PRESS_ERROR_NOTHING) && first == NULL)
        first = g_steal_pointer (&local);
    }
  if (first == NULL)
    return TRUE;
  kp_command_answer_no (command);
  g_propagate_error (error, g_steal_pointer (&first));
  return FALSE;
}

static gboolean
make_folder (const char *folder, GError **error)
{
  if (g_mkdir_with_parents (folder, 0755) == 0)
    return TRUE;
  g_set_error (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED, _ ("The folder “%s” can't be made: %s."),
               folder, g_strerror (errno));
  return FALSE;
}

static gboolean
fail_unknown (KpCommand *command, const char *name, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < KP_PRESS_N_FORMS; i++)
    g_string_append_printf (names, "%s ", kp_press_form_get_name ((KpPressForm) i));
  g_string_append (names, KP_PRINT_SECRET_NAMES " all");
  return kp_command_fail_usage (command, error, _ ("There is no form “%s”; there are: %s."), name, names->str);
}

/* What was asked for; owned texts. */
typedef struct
{
  char *folder;
  char *only;
  char *paper;
  char *by;
  char *with;
  char *reason;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->folder);
  g_free (options->only);
  g_free (options->paper);
  g_free (options->by);
  g_free (options->with);
  g_free (options->reason);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
print (KpCommand *command, const Options *options, GError **error)
{
  const KpAnswerColumn columns[] = {
    { "form", _ ("Form"), FALSE },
    { "file", _ ("File"), FALSE },
  };
  const char *name = kp_command_get_argument (command, 0);
  const gboolean is_all = g_str_equal (name, "all") || g_str_equal (name, "全部");
  KpAnswer *answer = kp_command_get_answer (command);
  KpPressForm form = KP_PRESS_NOTICE;
  g_autoptr (KpFontSet) fonts = NULL;
  g_autoptr (KpSession) session = NULL;

  if (!is_all && !kp_press_form_parse (name, &form))
    return fail_unknown (command, name, error);
  if (options->folder == NULL)
    return kp_command_fail_usage (command, error, _ ("Say into which folder with --out."));
  session = kp_command_open (command, KP_OPEN_READ_ONLY, error);
  fonts = session != NULL ? kp_press_open_fonts (error) : NULL;
  if (fonts == NULL || !make_folder (options->folder, error))
    return FALSE;
  kp_answer_begin_table (answer, "files", columns, G_N_ELEMENTS (columns));
  return is_all ? print_all (command, session, fonts, options->folder, options->only, error)
                : print_form (session, form, fonts, options->folder, options->only, answer, error);
}

static gboolean
print_secret (KpCommand *command, KpSecretPrint what, const Options *options, GError **error)
{
  const KpPrintSecretOptions secret = { options->folder, options->paper, { options->by, options->with, options->reason } };

  if (options->folder == NULL)
    return kp_command_fail_usage (command, error, _ ("Say into which folder with --out."));
  if (options->only != NULL)
    return kp_command_fail_usage (command, error, _ ("This paper is printed whole, without --only."));
  return make_folder (options->folder, error) && kp_print_secret (command, what, &secret, error);
}

/** kp_verb_print: kaopin print FILE FORM --out DIR [--only NUMBER] | secret-numbers --paper P --by A --with B. */
gboolean
kp_verb_print (KpCommand *command, GError **error)
{
  g_auto (Options) o = { 0 };
  const GOptionEntry entries[] = {
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &o.folder, N_ ("Folder for the PDF files"), "DIR" },
    { "only", 0, 0, G_OPTION_ARG_STRING, &o.only,
      N_ ("Only the ticket, room, post, purpose or contract of this number"), "NUMBER" },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &o.paper, N_ ("With secret-numbers and secret-labels: code of the paper"), "P" },
    { "by", 0, 0, G_OPTION_ARG_STRING, &o.by, N_ ("With secret-numbers and secret-labels: who seals"), "PERSON" },
    { "with", 0, 0, G_OPTION_ARG_STRING, &o.with, N_ ("Who seals too: another person"), "PERSON" },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &o.reason, N_ ("Why it is printed once more before the marks are locked"), "TEXT" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  KpSecretPrint what;

  if (!kp_command_parse (command, entries, 1, 1, error))
    return FALSE;
  if (kp_print_secret_parse (kp_command_get_argument (command, 0), &what))
    return print_secret (command, what, &o, error);
  if (o.paper != NULL || o.by != NULL || o.with != NULL || o.reason != NULL)
    return kp_command_fail_usage (command, error, _ ("--paper, --by, --with and --reason go with secret-numbers or secret-labels."));
  return print (command, &o, error);
}
