/* kp-verb-scheme-make.c – copies a scheme for another year, and lists the keys of a scheme file.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "kp-output.h"
#include "kp-scheme-keys.h"
#include "kp-scheme-shift.h"
#include "kp-verb-scheme.h"

#define MOST_YEARS 50

/**
 * kp_scheme_verb_save:
 * @command: the command, whose answer tells what was written
 * @scheme: a scheme
 * @path: a file that isn't there yet
 * @error: return location
 *
 * Writes the canonical text, after reading it as any scheme file is read. Never overwrites.
 *
 * Returns: %TRUE, or %FALSE with nothing written
 */
gboolean
kp_scheme_verb_save (KpCommand *command, const KpScheme *scheme, const char *path, GError **error)
{
  KpAnswer *answer = kp_command_get_answer (command);
  g_autofree char *text = kp_scheme_json_dup (scheme);
  g_autofree char *digest = kp_scheme_json_dup_digest (scheme);
  g_autoptr (KpScheme) read = kp_scheme_json_parse (text, -1, NULL, error);

  if (read == NULL)
    return FALSE;
  if (g_file_test (path, G_FILE_TEST_EXISTS) || g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_set_error (error, KP_COMMAND_ERROR, KP_COMMAND_ERROR_FAILED,
                   _ ("There is a file “%s” already, and a scheme is never overwritten; choose another name."), path);
      return FALSE;
    }
  if (!kp_command_save (command, g_bytes_new (text, strlen (text)), path, error))
    return FALSE;
  kp_answer_add_text (answer, "code", _ ("Code"), scheme->code);
  kp_answer_add_text (answer, "title", _ ("Title"), scheme->title);
  kp_answer_add_text (answer, "digest", _ ("Digest"), digest);
  return TRUE;
}

static gboolean
parse_years (KpCommand *command, const char *text, int *years, GError **error)
{
  gint64 number = 1;

  if (text != NULL && !g_ascii_string_to_signed (text, 10, -MOST_YEARS, MOST_YEARS, &number, NULL))
    return kp_command_fail_usage (command, error, _ ("“%s” is no number of years from −%d to %d."), text, MOST_YEARS,
                                  MOST_YEARS);
  *years = (int) number;
  return TRUE;
}

static void
replace_text (char **text, const char *with)
{
  if (with == NULL)
    return;
  g_free (*text);
  *text = g_strdup (with);
}

/* Who gave a text just now has read it. */
static gboolean
is_given (const KpSchemeOptions *options, const char *path)
{
  return g_str_equal (path, "code") || (options->title != NULL && g_str_equal (path, "title"));
}

/* Texts aren't moved with the dates: a person has to read them. */
static void
add_year_texts (KpAnswer *answer, const KpSchemeOptions *options, const KpScheme *scheme)
{
  const KpAnswerColumn columns[] = { { "path", _ ("Read these texts again, they name a year"), FALSE } };
  g_autoptr (GPtrArray) paths = kp_scheme_list_year_texts (scheme);

  kp_answer_begin_table (answer, "year_texts", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < paths->len; i++)
    if (!is_given (options, g_ptr_array_index (paths, i)))
      kp_answer_add_row (answer, (const char *[]){ g_ptr_array_index (paths, i) });
}

/** kp_scheme_verb_copy: kaopin scheme copy OLD.json NEW.json --code CODE [--title TITLE] [--shift-years N]. */
gboolean
kp_scheme_verb_copy (KpCommand *command, const KpSchemeOptions *options, GError **error)
{
  g_autoptr (KpScheme) scheme = NULL;
  int years = 0;

  if (options->code == NULL)
    return kp_command_fail_usage (command, error, _ ("Another campaign needs a code of its own: give it with --code."));
  if (!parse_years (command, options->shift, &years, error))
    return FALSE;
  scheme = kp_scheme_verb_load (kp_command_get_argument (command, 1), error);
  if (scheme == NULL)
    return FALSE;
  replace_text (&scheme->code, options->code);
  replace_text (&scheme->title, options->title);
  kp_scheme_shift_years (scheme, years);
  if (!kp_scheme_verb_save (command, scheme, kp_command_get_argument (command, 2), error))
    return FALSE;
  kp_answer_add_count (kp_command_get_answer (command), "years", _ ("Years that the dates were moved by"), years);
  add_year_texts (kp_command_get_answer (command), options, scheme);
  return TRUE;
}

/** kp_scheme_verb_keys: kaopin scheme keys. */
gboolean
kp_scheme_verb_keys (KpCommand *command, const KpSchemeOptions *options G_GNUC_UNUSED, GError **error G_GNUC_UNUSED)
{
  const KpAnswerColumn columns[] = {
    { "key", _ ("Key"), FALSE },          { "label", _ ("What it is"), FALSE }, { "kind", _ ("Kind"), FALSE },
    { "required", _ ("Required"), FALSE }, { "default", _ ("Default"), FALSE },  { "allowed", _ ("Allowed"), FALSE },
  };
  KpAnswer *answer = kp_command_get_answer (command);
  g_autoptr (GPtrArray) keys = kp_scheme_list_keys ();

  kp_answer_begin_table (answer, "keys", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < keys->len; i++)
    {
      const KpSchemeKey *key = g_ptr_array_index (keys, i);

      kp_answer_add_row (answer, (const char *[]){ key->path, key->label, key->kind,
                                                   key->is_required ? _ ("yes") : "", key->usual, key->allowed });
    }
  return TRUE;
}
