/* kp-verb-print.c – prints a form, or all, as PDF into a folder.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "kp-press.h"
#include "kp-print-secret.h"
#include "kp-verbs.h"

static gboolean
print_form (KpSession *session,
            KpPressForm form,
            KpFontSet *fonts,
            const KpPressTarget *target,
            KpAnswer *answer,
            GError **error)
{
  g_autoptr (GPtrArray) files = kp_press_save (session, form, fonts, target, error);

  for (guint i = 0; files != NULL && i < files->len; i++)
    kp_answer_add_row (answer, (const char *[]){ kp_press_form_get_name (form), g_ptr_array_index (files, i) });
  return files != NULL;
}

/* All: what the campaign isn't far enough for is left out. One form that can't be printed doesn't keep the
 * others back. */
static gboolean
print_all (KpCommand *command,
           KpSession *session,
           KpFontSet *fonts,
           const KpPressTarget *target,
           GError **error)
{
  g_autoptr (GError) first = NULL;

  for (guint i = 0; i < KP_PRESS_N_FORMS; i++)
    {
      g_autoptr (GError) local = NULL;
      KpPressTarget own = *target;

      if (!kp_progress_step (kp_command_get_progress (command), _ ("Papers"), i, KP_PRESS_N_FORMS, error))
        return FALSE;
      own.is_web = target->is_web && kp_press_form_is_published ((KpPressForm) i);
      if (kp_press_form_is_alone ((KpPressForm) i))
        continue;
      if (!print_form (session, (KpPressForm) i, fonts, &own, kp_command_get_answer (command), &local) &&
          local->domain != KP_PRESS_ERROR && first == NULL)
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

static gboolean
parse_part (KpCommand *command, const char *name, KpPressPart *part, GError **error)
{
  static const char *const names[] = { [KP_PRESS_EACH_ROOM] = "room", [KP_PRESS_EACH_PERSON] = "person" };

  for (guint i = KP_PRESS_EACH_ROOM; name != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      {
        *part = (KpPressPart) i;
        return TRUE;
      }
  return name == NULL ||
         kp_command_fail_usage (command, error, _ ("A file is made for each room or for each person: --each room, "
                                                   "or --each person."));
}

/* What was asked for; owned texts. */
typedef struct
{
  char *folder;
  char *only;
  char *each;
  char *password_file;
  char *permit;
  char *paper;
  char *by;
  char *with;
  char *reason;
  gboolean is_archive;
  gboolean is_web;
  char **passwords; /* the lines of the password file */
  KpPdfLock lock;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->folder);
  g_free (options->only);
  g_free (options->each);
  g_free (options->password_file);
  g_free (options->permit);
  g_free (options->paper);
  g_free (options->by);
  g_free (options->with);
  g_free (options->reason);
  g_strfreev (options->passwords);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* The first line opens the document, the second, if there is one, does all with it. A command line would be seen by
 * everybody on the machine. */
static gboolean
read_passwords (Options *options, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) local = NULL;

  if (!g_file_get_contents (options->password_file, &text, NULL, &local))
    {
      g_set_error (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED, _ ("The password file can't be read: %s."),
                   local->message);
      return FALSE;
    }
  options->passwords = g_strsplit (g_strdelimit (text, "\r", '\n'), "\n", -1);
  for (guint i = 0; options->passwords[i] != NULL; i++)
    {
      if (i == 0)
        options->lock.password = options->passwords[i];
      else if (*options->passwords[i] != '\0' && options->lock.owner_password == NULL)
        options->lock.owner_password = options->passwords[i];
    }
  return TRUE;
}

static gboolean
parse_lock (KpCommand *command, Options *options, const KpPdfLock **lock, GError **error)
{
  static const char *const names[] = {
    [KP_PDF_PERMIT_ALL] = "all", [KP_PDF_PERMIT_PRINT] = "print", [KP_PDF_PERMIT_VIEW] = "view"
  };
  gboolean is_known = options->permit == NULL;

  for (guint i = 0; !is_known && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (options->permit, names[i]))
      {
        options->lock.permit = (KpPdfPermit) i;
        is_known = TRUE;
      }
  if (!is_known)
    return kp_command_fail_usage (command, error, _ ("--permit is all, print or view."));
  if (options->password_file != NULL || options->permit != NULL)
    *lock = &options->lock;
  return options->password_file == NULL || read_passwords (options, error);
}

static gboolean
print (KpCommand *command, Options *options, GError **error)
{
  const KpAnswerColumn columns[] = {
    { "form", _ ("Form"), FALSE },
    { "file", _ ("File"), FALSE },
  };
  const char *name = kp_command_get_argument (command, 0);
  const gboolean is_all = g_str_equal (name, "all") || g_str_equal (name, "全部");
  KpPressTarget target = { .folder = options->folder, .only = options->only, .part = KP_PRESS_WHOLE };
  KpAnswer *answer = kp_command_get_answer (command);
  KpPressForm form = KP_PRESS_NOTICE;
  g_autoptr (KpFontSet) fonts = NULL;
  g_autoptr (KpSession) session = NULL;

  if (!is_all && !kp_press_form_parse (name, &form))
    return fail_unknown (command, name, error);
  if (options->folder == NULL)
    return kp_command_fail_usage (command, error, _ ("Say into which folder with --out."));
  if (!parse_part (command, options->each, &target.part, error) || !parse_lock (command, options, &target.lock, error))
    return FALSE;
  if (options->each != NULL && options->only != NULL)
    return kp_command_fail_usage (command, error, _ ("--only and --each exclude each other."));
  target.is_archive = options->is_archive;
  target.is_web = options->is_web;
  if (options->is_web && (options->only != NULL || options->each != NULL || target.lock != NULL))
    return kp_command_fail_usage (command, error, _ ("A list is published whole and open: --web excludes --only, --each, "
                                                     "--password-file and --permit."));
  if (options->is_archive && target.lock != NULL)
    return kp_command_fail_usage (command, error, _ ("What is kept in an archive can't be locked: --archive excludes "
                                                     "--password-file and --permit."));
  session = kp_command_open (command, KP_OPEN_READ_ONLY, error);
  fonts = session != NULL ? kp_press_open_fonts (error) : NULL;
  if (fonts == NULL || !make_folder (options->folder, error))
    return FALSE;
  kp_answer_begin_table (answer, "files", columns, G_N_ELEMENTS (columns));
  return is_all ? print_all (command, session, fonts, &target, error)
                : print_form (session, form, fonts, &target, answer, error);
}

static gboolean
print_secret (KpCommand *command, KpSecretPrint what, const Options *options, GError **error)
{
  const KpPrintSecretOptions secret = { options->folder, options->paper, { options->by, options->with, options->reason } };

  if (options->folder == NULL)
    return kp_command_fail_usage (command, error, _ ("Say into which folder with --out."));
  if (options->only != NULL)
    return kp_command_fail_usage (command, error, _ ("This paper is printed whole, without --only."));
  if (options->each != NULL || options->password_file != NULL || options->permit != NULL || options->is_archive || options->is_web)
    return kp_command_fail_usage (command, error,
                                  _ ("--each, --archive, --web, --password-file and --permit aren't for secret-numbers or "
                                     "secret-labels."));
  return make_folder (options->folder, error) && kp_print_secret (command, what, &secret, error);
}

/** kp_verb_print: kaopin print FILE FORM --out DIR [--only NUMBER | --each room|person]
 * [--password-file F] [--permit all|print|view] | secret-numbers --paper P --by A --with B. */
gboolean
kp_verb_print (KpCommand *command, GError **error)
{
  g_auto (Options) o = { 0 };
  const GOptionEntry entries[] = {
    { "out", 0, 0, G_OPTION_ARG_FILENAME, &o.folder, N_ ("Folder for the PDF files"), "DIR" },
    { "only", 0, 0, G_OPTION_ARG_STRING, &o.only,
      N_ ("Only the ticket, room, post, purpose or contract of this number"), "NUMBER" },
    { "each", 0, 0, G_OPTION_ARG_STRING, &o.each, N_ ("A file for each room, or for each person"), "room|person" },
    { "password-file", 0, 0, G_OPTION_ARG_FILENAME, &o.password_file,
      N_ ("Encrypt with the password in the first line of FILE; the second is the owner's"), "FILE" },
    { "permit", 0, 0, G_OPTION_ARG_STRING, &o.permit,
      N_ ("What those who open it may do; print: not copy or change; view: only look"), "all|print|view" },
    { "archive", 0, 0, G_OPTION_ARG_NONE, &o.is_archive, N_ ("For archives: PDF/A-2b, tagged"), NULL },
    { "web", 0, 0, G_OPTION_ARG_NONE, &o.is_web, N_ ("A published list also for the web page, as .html and .xlsx"), NULL },
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
