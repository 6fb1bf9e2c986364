/* kp-case.c – case files: read, compared, and the scheme without one of its rules.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-case-private.h"

#include "kp-json-member.h"
#include "kp-json-twice.h"
#include "kp-scheme-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FORM_KEY "kaopin-case"

G_DEFINE_QUARK (kp-case-error-quark, kp_case_error)

static void
free_stated (gpointer data)
{
  KpStatedRule *stated = data;

  g_free (stated->rule);
  g_strfreev (stated->paths);
  g_free (stated);
}

static void
free_case (gpointer data)
{
  KpCase *item = data;

  g_free (item->rule);
  g_clear_pointer (&item->body, json_object_unref);
  g_clear_pointer (&item->expect, json_object_unref);
  g_clear_pointer (&item->without, json_object_unref);
  g_clear_pointer (&item->then, json_object_unref);
  g_free (item);
}

/**
 * kp_case_file_free:
 * @file: (nullable) (transfer full): a file with all that it owns
 */
void
kp_case_file_free (KpCaseFile *file)
{
  if (file == NULL)
    return;

  g_free (file->title);
  g_clear_pointer (&file->stated, g_ptr_array_unref);
  g_clear_pointer (&file->cases, g_ptr_array_unref);
  g_free (file);
}

static gboolean
refuse (GError    **error,
        const char *path,
        const char *allowed)
{
  g_set_error (error, KP_CASE_ERROR, KP_CASE_ERROR_REFUSED, _("%s: this must be %s; correct the case file."), path, allowed);
  return FALSE;
}

static gchar *
dup_text (JsonObject *object,
          const char *key)
{
  return g_strdup (kp_json_get_text (object, key));
}

static gboolean
read_part (JsonObject  *object,
           const char  *key,
           const char  *path,
           JsonObject **out,
           GError     **error)
{
  JsonNode         *node = json_object_get_member (object, key);
  g_autofree gchar *where = g_strdup_printf ("%s.%s", path, key);

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (error, where, _("an object in braces"));

  *out = json_object_ref (json_node_get_object (node));
  return TRUE;
}

static gboolean
check_keys (JsonObject        *object,
            const char *const *known,
            const char        *path,
            GError           **error)
{
  g_autoptr (GList) keys = json_object_get_members (object);

  for (GList *link = keys; link != NULL; link = link->next)
    if (!g_strv_contains (known, link->data))
      {
        g_set_error (error, KP_CASE_ERROR, KP_CASE_ERROR_REFUSED,
                     _("%s: there is no key “%s” in a case file; look for a misspelling, or remove it."), path,
                     (const char *) link->data);
        return FALSE;
      }

  return TRUE;
}

static gboolean
read_case (KpCaseFile *file,
           JsonNode   *node,
           guint       index,
           GError    **error)
{
  static const char *const known[] = { "rule", "persons", "events", "decisions", "dates", "calendar", "expect", "without",
                                       "then", "paths", "note", NULL };
  KpCase           *item = g_new0 (KpCase, 1);
  g_autofree gchar *path = g_strdup_printf ("cases[%u]", index);

  g_ptr_array_add (file->cases, item);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (error, path, _("an object in braces"));

  item->body = json_object_ref (json_node_get_object (node));
  item->rule = dup_text (item->body, "rule");
  return check_keys (item->body, known, path, error) && read_part (item->body, "expect", path, &item->expect, error)
         && read_part (item->body, "without", path, &item->without, error)
         && read_part (item->body, "then", path, &item->then, error);
}

static gboolean
read_stated (KpCaseFile *file,
             JsonNode   *node,
             guint       index,
             GError    **error)
{
  static const char *const known[] = { "rule", "paths", "informative", "note", NULL };
  KpStatedRule           *stated = g_new0 (KpStatedRule, 1);
  g_autofree gchar       *path = g_strdup_printf ("stated[%u]", index);
  g_autoptr (GStrvBuilder) paths = g_strv_builder_new ();
  JsonObject             *object;
  JsonNode               *list;

  g_ptr_array_add (file->stated, stated);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (error, path, _("an object in braces"));

  object = json_node_get_object (node);
  if (!check_keys (object, known, path, error))
    return FALSE;
  stated->rule = dup_text (object, "rule");
  stated->is_informative = json_object_get_boolean_member_with_default (object, "informative", FALSE);
  list = json_object_get_member (object, "paths");
  for (guint i = 0; list != NULL && JSON_NODE_HOLDS_ARRAY (list) && i < json_array_get_length (json_node_get_array (list));
       i++)
    g_strv_builder_add (paths, json_array_get_string_element (json_node_get_array (list), i));
  stated->paths = g_strv_builder_end (paths);
  if (stated->rule == NULL || stated->paths[0] == NULL)
    return refuse (error, path, _("a rule with the paths where the scheme says it"));

  return TRUE;
}

typedef gboolean (*ReadItem) (KpCaseFile *file,
                              JsonNode   *node,
                              guint       index,
                              GError    **error);

static gboolean
read_list (KpCaseFile *file,
           JsonObject *root,
           const char *key,
           ReadItem    read_item,
           GError    **error)
{
  JsonNode  *node = json_object_get_member (root, key);
  JsonArray *array;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (error, key, _("a list in square brackets"));

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!read_item (file, json_array_get_element (array, i), i, error))
      return FALSE;

  return TRUE;
}

/**
 * kp_case_file_load:
 * @path: a file of made-up applicants, form %KP_CASE_FORM
 * @error: return location for an error
 *
 * Reads a case file. Persons are looked at when a case is run, since the scheme says which facts there are.
 *
 * Returns: (transfer full): the file, or NULL with %KP_CASE_ERROR
 */
KpCaseFile *
kp_case_file_load (const char *path,
                   GError    **error)
{
  static const char *const known[] = { FORM_KEY, "title", "stated", "cases", "note", NULL };
  g_autoptr (JsonParser)   parser = json_parser_new ();
  g_autoptr (KpCaseFile)   file = g_new0 (KpCaseFile, 1);
  g_autoptr (GError)       local_error = NULL;
  g_autoptr (GPtrArray)    twice = NULL;
  g_autofree gchar        *text = NULL;
  gsize                    length = 0;
  JsonObject              *root;

  file->stated = g_ptr_array_new_with_free_func (free_stated);
  file->cases = g_ptr_array_new_with_free_func (free_case);
  if (!g_file_get_contents (path, &text, &length, &local_error)
      || !json_parser_load_from_data (parser, text, (gssize) length, &local_error))
    {
      g_set_error (error, KP_CASE_ERROR, KP_CASE_ERROR_READ, _("The case file can't be read: %s."), local_error->message);
      return NULL;
    }
  twice = kp_json_list_twice (text, length);
  if (twice->len > 0)
    {
      refuse (error, g_ptr_array_index (twice, 0), _("a key that stands only once"));
      return NULL;
    }
  if (!JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser))
      || json_object_get_int_member_with_default (json_node_get_object (json_parser_get_root (parser)), FORM_KEY, 0)
             != KP_CASE_FORM)
    {
      g_set_error (error, KP_CASE_ERROR, KP_CASE_ERROR_SYNTAX,
                   _("This isn't a case file: it must be a JSON object with \"%s\": %d."), FORM_KEY, KP_CASE_FORM);
      return NULL;
    }

  root = json_node_get_object (json_parser_get_root (parser));
  file->title = dup_text (root, "title");
  if (!check_keys (root, known, path, error) || !read_list (file, root, "stated", read_stated, error)
      || !read_list (file, root, "cases", read_case, error))
    return NULL;

  return g_steal_pointer (&file);
}

/* RFC 7396: null takes a member away, an object is merged, anything else stands in for what was there. */
static JsonNode *
merge (JsonNode *target,
       JsonNode *patch)
{
  g_autoptr (JsonObject) merged = NULL;
  g_autoptr (GList)      keys = NULL;
  JsonNode              *node;

  if (!JSON_NODE_HOLDS_OBJECT (patch))
    return json_node_copy (patch);

  merged = json_object_new ();
  if (target != NULL && JSON_NODE_HOLDS_OBJECT (target))
    {
      g_autoptr (GList) old = json_object_get_members (json_node_get_object (target));

      for (GList *link = old; link != NULL; link = link->next)
        json_object_set_member (merged, link->data,
                                json_node_copy (json_object_get_member (json_node_get_object (target), link->data)));
    }
  keys = json_object_get_members (json_node_get_object (patch));
  for (GList *link = keys; link != NULL; link = link->next)
    {
      JsonNode *value = json_object_get_member (json_node_get_object (patch), link->data);

      if (JSON_NODE_HOLDS_NULL (value))
        {
          if (json_object_has_member (merged, link->data))
            json_object_remove_member (merged, link->data);
          continue;
        }
      json_object_set_member (merged, link->data, merge (json_object_get_member (merged, link->data), value));
    }
  node = json_node_new (JSON_NODE_OBJECT);
  json_node_set_object (node, merged);

  return node;
}

/**
 * kp_case_patch_scheme:
 * @scheme: JSON of a scheme
 * @patch: a merge patch (RFC 7396); lists are replaced whole
 * @error: return location for an error
 *
 * Returns: (transfer full): JSON of the scheme with the patch, not checked yet; NULL with %KP_CASE_ERROR
 */
gchar *
kp_case_patch_scheme (const char *scheme,
                      JsonObject *patch,
                      GError    **error)
{
  g_autoptr (JsonNode) target = json_from_string (scheme, NULL);
  g_autoptr (JsonNode) change = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (JsonNode) merged = NULL;

  if (target == NULL)
    {
      g_set_error_literal (error, KP_CASE_ERROR, KP_CASE_ERROR_SYNTAX, _("The scheme isn't JSON; choose another file."));
      return NULL;
    }
  json_node_set_object (change, patch);
  merged = merge (target, change);

  return json_to_string (merged, FALSE);
}

static JsonNode *
find_step (JsonNode   *node,
           const char *step)
{
  guint64 index;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_object_get_member (json_node_get_object (node), step);
  if (JSON_NODE_HOLDS_ARRAY (node) && g_ascii_string_to_unsigned (step, 10, 0, G_MAXUINT, &index, NULL)
      && index < json_array_get_length (json_node_get_array (node)))
    return json_array_get_element (json_node_get_array (node), (guint) index);

  return NULL;
}

/**
 * kp_case_is_said:
 * @scheme: JSON of a scheme
 * @path: names and indexes from 0, joined by dots: totals.0.ties
 *
 * Returns: whether the scheme says something there
 */
gboolean
kp_case_is_said (const char *scheme,
                 const char *path)
{
  g_autoptr (JsonNode) root = json_from_string (scheme, NULL);
  g_auto (GStrv)       steps = g_strsplit (path, ".", -1);
  JsonNode            *node = root;

  for (guint i = 0; node != NULL && steps[i] != NULL; i++)
    node = find_step (node, steps[i]);

  return node != NULL;
}

/**
 * kp_case_parse_number:
 * @text: a number as a case states it; points that are taken off are below 0
 * @out: (out): the number; not to be looked at on failure
 *
 * Returns: whether it is one
 */
gboolean
kp_case_parse_number (const char *text,
                      KpFraction *out)
{
  const gboolean is_negative = *text == '-';

  if (!kp_fraction_parse (text + is_negative, out, NULL))
    return FALSE;
  if (is_negative)
    *out = kp_fraction_negate (*out);

  return TRUE;
}

/* "60" and "60.00" are the same number. */
static gboolean
is_same_value (JsonNode *expected,
               JsonNode *actual)
{
  g_autofree gchar *first = json_to_string (expected, FALSE);
  g_autofree gchar *second = json_to_string (actual, FALSE);
  KpFraction        a, b;

  if (strcmp (first, second) == 0)
    return TRUE;

  g_strdelimit (first, "\"", ' ');
  g_strdelimit (second, "\"", ' ');
  return kp_case_parse_number (g_strstrip (first), &a) && kp_case_parse_number (g_strstrip (second), &b)
         && kp_fraction_compare (a, b) == 0;
}

static void
compare_object (JsonObject *expected,
                JsonObject *actual,
                const char *path,
                GPtrArray  *differences)
{
  g_autoptr (GList) keys = json_object_get_members (expected);

  for (GList *link = keys; link != NULL; link = link->next)
    {
      JsonNode         *wanted = json_object_get_member (expected, link->data);
      JsonNode         *given = actual != NULL ? json_object_get_member (actual, link->data) : NULL;
      g_autofree gchar *where = g_strdup_printf ("%s%s%s", path, *path != '\0' ? "." : "", (const char *) link->data);
      g_autofree gchar *first = NULL;
      g_autofree gchar *second = NULL;

      if (JSON_NODE_HOLDS_OBJECT (wanted))
        {
          compare_object (json_node_get_object (wanted),
                          given != NULL && JSON_NODE_HOLDS_OBJECT (given) ? json_node_get_object (given) : NULL, where,
                          differences);
          continue;
        }
      /* null = there must be no such value */
      if (given == NULL ? JSON_NODE_HOLDS_NULL (wanted) : is_same_value (wanted, given))
        continue;
      first = json_to_string (wanted, FALSE);
      second = given != NULL ? json_to_string (given, FALSE) : g_strdup ("-");
      g_ptr_array_add (differences, g_strdup_printf (_("%s: expected %s, the rules give %s"), where, first, second));
    }
}

/**
 * kp_case_compare:
 * @expected: what somebody computed by hand; only its keys are looked at
 * @actual: what kp_case_run() gave
 *
 * Returns: (transfer full) (element-type utf8): a line for each difference; empty = as expected
 */
GPtrArray *
kp_case_compare (JsonObject *expected,
                 JsonObject *actual)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func (g_free);

  compare_object (expected, actual, "", differences);

  return differences;
}
