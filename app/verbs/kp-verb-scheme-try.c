/* kp-verb-scheme-try.c – kaopin scheme try: what the rules of a scheme give for made-up applicants.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "kp-verb-scheme.h"

#include <glib/gi18n-lib.h>

#include "kp-case.h"

/* The members of a person or a post that become columns, in the order in which one follows from another. */
static const char *const person_keys[]
    = { "post",     "review",      "state", "paper",     "bonus",    "written", "written_place", "shortlist", "heats", "raw", "coefficient",
        "interview", "total",      "place", "undecided", "standing", "final",   "fills", "round", "left_at",         "hired",     "reserve", "chosen" };
static const char *const post_keys[]
    = { "opening", "registered", "passed", "places", "wanted", "entered", "line", "called", "empty", "why" };

/* What was collected from all cases, to be shown as one table each. */
typedef struct
{
  GPtrArray *persons; /* (element-type GStrv) */
  GPtrArray *posts;
  GPtrArray *differences;
} Rows;

/* "66.8333…（401/6）": a number without an end is read as a decimal, and as the fraction that is reckoned with. */
static char *
dup_readable (const char *text)
{
  KpFraction value;
  g_autofree char *decimal = NULL;

  if (strchr (text, '/') == NULL || !kp_fraction_parse (text, &value, NULL))
    return g_strdup (text);
  decimal = kp_fraction_dup_decimal (value, 4);
  return strstr (decimal, "…") != NULL ? g_strdup_printf ("%s（%s）", decimal, text) : g_steal_pointer (&decimal);
}

static char *
dup_member (JsonObject *object, const char *key)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL)
    return g_strdup ("");
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
    return dup_readable (json_node_get_string (node));
  return json_to_string (node, FALSE);
}

static void
add_rows (GPtrArray *rows, const char *rule, JsonObject *objects, const char *const *keys, guint n_keys)
{
  g_autoptr (GList) names = json_object_get_members (objects);

  for (GList *link = names; link != NULL; link = link->next)
    {
      JsonObject *object = json_object_get_object_member (objects, link->data);
      GPtrArray *row = g_ptr_array_new ();

      g_ptr_array_add (row, g_strdup (rule));
      g_ptr_array_add (row, g_strdup (link->data));
      for (guint i = 0; i < n_keys; i++)
        g_ptr_array_add (row, dup_member (object, keys[i]));
      g_ptr_array_add (row, NULL);
      g_ptr_array_add (rows, g_ptr_array_free (row, FALSE));
    }
}

static void
compare (Rows *rows, const char *rule, JsonObject *expected, JsonObject *actual)
{
  g_autoptr (GPtrArray) differences = kp_case_compare (expected, actual);

  for (guint i = 0; i < differences->len; i++)
    {
      char **row = g_new0 (char *, 3);

      row[0] = g_strdup (rule);
      row[1] = g_strdup (g_ptr_array_index (differences, i));
      g_ptr_array_add (rows->differences, row);
    }
}

/* The scheme without one of its rules gives what the case says that it would. */
static gboolean
try_without (Rows *rows, const KpCase *item, const char *text, GError **error)
{
  g_autofree char *patched = NULL;
  g_autofree char *rule = NULL;
  g_autoptr (KpScheme) scheme = NULL;
  g_autoptr (JsonObject) actual = NULL;

  if (item->without == NULL || item->then == NULL)
    return TRUE;
  patched = kp_case_patch_scheme (text, item->without, error);
  scheme = patched != NULL ? kp_scheme_json_parse (patched, -1, NULL, error) : NULL;
  actual = scheme != NULL ? kp_case_run (item, scheme, error) : NULL;
  if (actual == NULL)
    return FALSE;
  rule = g_strdup_printf (_ ("%s (without it)"), item->rule != NULL ? item->rule : "");
  compare (rows, rule, item->then, actual);
  return TRUE;
}

static gboolean
try_case (Rows *rows, const KpCase *item, const KpScheme *scheme, const char *text, GError **error)
{
  const char *rule = item->rule != NULL ? item->rule : "";
  g_autoptr (JsonObject) actual = kp_case_check (item, scheme, error) ? kp_case_run (item, scheme, error) : NULL;

  if (actual == NULL)
    return FALSE;
  add_rows (rows->persons, rule, json_object_get_object_member (actual, "persons"), person_keys,
            G_N_ELEMENTS (person_keys));
  add_rows (rows->posts, rule, json_object_get_object_member (actual, "posts"), post_keys, G_N_ELEMENTS (post_keys));
  if (item->expect != NULL)
    compare (rows, rule, item->expect, actual);
  return try_without (rows, item, text, error);
}

/* Columns are named as in the case file, so that what is read here can be written there. */
static void
show (KpAnswer *answer, const char *key, const char *first, const char *const *keys, guint n_keys, const GPtrArray *rows)
{
  g_autofree KpAnswerColumn *columns = g_new0 (KpAnswerColumn, n_keys + 2);

  columns[0] = (KpAnswerColumn){ "rule", "rule", FALSE };
  columns[1] = (KpAnswerColumn){ first, first, FALSE };
  for (guint i = 0; i < n_keys; i++)
    columns[i + 2] = (KpAnswerColumn){ keys[i], keys[i], FALSE };
  kp_answer_begin_table (answer, key, columns, n_keys + 2);
  for (guint i = 0; i < rows->len; i++)
    kp_answer_add_row (answer, g_ptr_array_index (rows, i));
}

static void
show_all (KpCommand *command, const Rows *rows)
{
  KpAnswer *answer = kp_command_get_answer (command);
  const KpAnswerColumn columns[] = { { "rule", "rule", FALSE }, { "difference", _ ("Differs"), FALSE } };

  show (answer, "persons", "number", person_keys, G_N_ELEMENTS (person_keys), rows->persons);
  show (answer, "posts", "post", post_keys, G_N_ELEMENTS (post_keys), rows->posts);
  kp_answer_add_count (answer, "n_differences", _ ("Differences from what the cases expect"), rows->differences->len);
  if (rows->differences->len == 0)
    return;
  kp_answer_begin_table (answer, "differences", columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < rows->differences->len; i++)
    kp_answer_add_row (answer, g_ptr_array_index (rows->differences, i));
  kp_command_answer_no (command);
}

/**
 * kp_scheme_verb_try: kaopin scheme try SCHEME.json CASES.json. Runs each case of the file against the scheme and shows
 * every list; where a case says what it expects, a difference is told and the answer is no.
 */
gboolean
kp_scheme_verb_try (KpCommand *command, const KpSchemeOptions *options G_GNUC_UNUSED, GError **error)
{
  const char *path = kp_command_get_argument (command, 1);
  g_autoptr (KpScheme) scheme = kp_scheme_verb_load (path, error);
  g_autoptr (KpCaseFile) file = scheme != NULL ? kp_case_file_load (kp_command_get_argument (command, 2), error) : NULL;
  g_autoptr (GPtrArray) persons = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GPtrArray) posts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GPtrArray) differences = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autofree char *text = NULL;
  Rows rows = { persons, posts, differences };

  if (file == NULL || !g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  for (guint i = 0; i < file->cases->len; i++)
    if (!try_case (&rows, g_ptr_array_index (file->cases, i), scheme, text, error))
      return FALSE;
  show_all (command, &rows);
  return TRUE;
}
