/* kp-scheme-json.c – a scheme as a file: JSON, form 2.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-scheme-json.h"

#include "kp-json-twice.h"
#include "kp-scheme-field.h"
#include "kp-scheme-upgrade.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FORM_KEY "kaopin-scheme"
#define MAX_BYTES (8 * 1024 * 1024)
#define MAX_DEPTH 64

G_DEFINE_QUARK (kp-scheme-json-error-quark, kp_scheme_json_error)

/* json-glib reads nested brackets by recursion: a hostile file mustn't take the stack. */
static gboolean
is_shallow (const char *text,
            gsize       length)
{
  guint    depth = 0;
  gboolean is_in_text = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (is_in_text && text[i] == '\\')
        i++;
      else if (text[i] == '"')
        is_in_text = !is_in_text;
      else if (!is_in_text && (text[i] == '{' || text[i] == '['))
        depth++;
      else if (!is_in_text && (text[i] == '}' || text[i] == ']') && depth > 0)
        depth--;
      if (depth > MAX_DEPTH)
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_bytes (const char *text,
             gsize       length,
             GError    **error)
{
  if (length > MAX_BYTES || !g_utf8_validate_len (text, length, NULL) || !is_shallow (text, length))
    {
      g_set_error (error, KP_SCHEME_JSON_ERROR, KP_SCHEME_JSON_ERROR_SYNTAX,
                   _("This isn't a scheme file: it must be JSON in UTF-8 of at most 8 MB; choose another file."));
      return FALSE;
    }

  return TRUE;
}

/* Takes the form's own key away, so that what remains is the scheme in today's form. */
static JsonObject *
take_scheme_object (JsonParser *parser,
                    GError    **error)
{
  JsonNode   *root = json_parser_get_root (parser);
  JsonObject *object;
  JsonNode   *form;

  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root)
      || (form = json_object_get_member (json_node_get_object (root), FORM_KEY)) == NULL)
    {
      g_set_error (error, KP_SCHEME_JSON_ERROR, KP_SCHEME_JSON_ERROR_SYNTAX,
                   _("This JSON isn't a scheme: it has no key \"%s\"; choose a scheme file."), FORM_KEY);
      return NULL;
    }
  if (!JSON_NODE_HOLDS_VALUE (form) || json_node_get_value_type (form) != G_TYPE_INT64
      || json_node_get_int (form) < 1 || json_node_get_int (form) > KP_SCHEME_FORM)
    {
      g_set_error (error, KP_SCHEME_JSON_ERROR, KP_SCHEME_JSON_ERROR_SYNTAX,
                   _("The scheme file is of a form that isn't known here (1 to %d are); use the program that wrote it."), KP_SCHEME_FORM);
      return NULL;
    }

  object = json_object_ref (json_node_get_object (root));
  kp_scheme_upgrade (object, json_node_get_int (form));
  json_object_remove_member (object, FORM_KEY);

  return object;
}

/* A reader would keep the last of two equal keys and drop the first unseen. */
static void
refuse_twice (KpSchemeReading *reading,
              const char      *text,
              gsize            length)
{
  g_autoptr (GPtrArray) twice = kp_json_list_twice (text, length);

  for (guint i = 0; i < twice->len; i++)
    g_ptr_array_add (reading->problems,
                     kp_scheme_problem_new (g_ptr_array_index (twice, i), FALSE,
                                            g_strdup (_("This key stands twice in one object, and only one value can hold; "
                                                        "remove one of them."))));
}

/**
 * kp_scheme_json_refuse:
 * @problems: (element-type KpSchemeProblem): what kp_scheme_check() or kp_scheme_check_ready() found
 * @error: return location for an error
 *
 * Sets REFUSED with every place that has to be corrected; warnings are left out.
 */
void
kp_scheme_json_refuse (const GPtrArray *problems,
                       GError         **error)
{
  g_autoptr (GString) text = g_string_new (_("The scheme can't be used. Correct these places:"));

  for (guint i = 0; i < problems->len; i++)
    {
      const KpSchemeProblem *problem = g_ptr_array_index (problems, i);

      if (!problem->is_warning)
        g_string_append_printf (text, "\n%s: %s", problem->path, problem->message);
    }
  g_set_error_literal (error, KP_SCHEME_JSON_ERROR, KP_SCHEME_JSON_ERROR_REFUSED, text->str);
}

/**
 * kp_scheme_json_parse:
 * @text: JSON in UTF-8
 * @length: its bytes, or -1 when it ends with a NUL
 * @problems: (out) (optional) (transfer full) (element-type KpSchemeProblem): everything found wrong, by the form or
 *   by kp_scheme_check(), warnings included; also set when the call fails with REFUSED
 * @error: return location for an error
 *
 * Reads a scheme and checks it. Unknown keys are errors; all faults are told at once. Safe from any thread.
 *
 * Returns: (transfer full): the scheme, or NULL with %KP_SCHEME_JSON_ERROR.
 */
KpScheme *
kp_scheme_json_parse (const char *text,
                      gssize      length,
                      GPtrArray **problems,
                      GError    **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonObject) object = NULL;
  g_autoptr (KpScheme)   scheme = kp_scheme_new ();
  g_autoptr (GString)    path = g_string_new (NULL);
  g_autoptr (GPtrArray)  found = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_scheme_problem_free);
  g_autoptr (GError)     local_error = NULL;
  g_autoptr (GPtrArray)  conditions = g_ptr_array_new ();
  KpSchemeReading        reading = { path, found, conditions };
  gsize                  n_bytes = length < 0 ? strlen (text) : (gsize) length;

  if (!check_bytes (text, n_bytes, error))
    return NULL;
  if (!json_parser_load_from_data (parser, text, (gssize) n_bytes, &local_error))
    {
      /* The reader quotes the place, and cuts it in the middle of a character. */
      g_autofree gchar *said = g_utf8_make_valid (local_error->message, -1);

      g_set_error (error, KP_SCHEME_JSON_ERROR, KP_SCHEME_JSON_ERROR_SYNTAX,
                   _("The scheme file isn't well-formed JSON: %s."), said);
      return NULL;
    }
  object = take_scheme_object (parser, error);
  if (object == NULL)
    return NULL;

  refuse_twice (&reading, text, n_bytes);
  kp_scheme_read_object (&reading, object, kp_scheme_get_fields (), scheme);
  /* What couldn't be read can't be judged. */
  if (found->len == 0)
    {
      kp_scheme_fill_defaults (scheme);
      for (guint i = 0; i < conditions->len; i++)
        kp_scheme_settle_condition (scheme, g_ptr_array_index (conditions, i));
      g_clear_pointer (&found, g_ptr_array_unref);
      found = kp_scheme_check (scheme);
    }

  if (kp_scheme_problems_refuse (found))
    {
      kp_scheme_json_refuse (found, error);
      g_clear_pointer (&scheme, kp_scheme_free);
    }
  else
    {
      kp_scheme_index_posts (scheme);
    }
  if (problems != NULL)
    *problems = g_steal_pointer (&found);

  return g_steal_pointer (&scheme);
}

/**
 * kp_scheme_json_load:
 * @path: a file
 * @problems: (out) (optional) (transfer full) (element-type KpSchemeProblem): see kp_scheme_json_parse()
 * @error: return location for an error
 *
 * Returns: (transfer full): the scheme, or NULL with %KP_SCHEME_JSON_ERROR.
 */
KpScheme *
kp_scheme_json_load (const char *path,
                     GPtrArray **problems,
                     GError    **error)
{
  g_autofree gchar  *text = NULL;
  g_autoptr (GError) local_error = NULL;
  gsize              length = 0;

  if (!g_file_get_contents (path, &text, &length, &local_error))
    {
      g_set_error (error, KP_SCHEME_JSON_ERROR, KP_SCHEME_JSON_ERROR_READ, _("The scheme file can't be read: %s."),
                   local_error->message);
      return NULL;
    }

  return kp_scheme_json_parse (text, (gssize) length, problems, error);
}

/**
 * kp_scheme_json_dup:
 * @scheme: a scheme
 *
 * Returns: (transfer full): the canonical text; the same scheme always gives the same bytes, and reading them gives
 *   the same scheme.
 */
gchar *
kp_scheme_json_dup (const KpScheme *scheme)
{
  g_autoptr (GString) body = g_string_new (NULL);

  kp_scheme_write_object (body, 0, kp_scheme_get_fields (), scheme);

  /* The form's key stands first, before what the table writes after the opening brace. */
  return g_strdup_printf ("{\n  \"%s\": %d,%s\n", FORM_KEY, KP_SCHEME_FORM, body->str + 1);
}

/**
 * kp_scheme_json_dup_digest:
 * @scheme: a scheme
 *
 * Returns: (transfer full): SHA-256 of the canonical text, lower-case hex: what is sealed and printed on each list.
 */
gchar *
kp_scheme_json_dup_digest (const KpScheme *scheme)
{
  g_autofree gchar *text = kp_scheme_json_dup (scheme);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}
