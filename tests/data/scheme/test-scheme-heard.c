/* test-scheme-heard.c – no key of a scheme is silent: a change of any is heard in the notice and told by the difference.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every value of a few rich schemes is changed, one at a time, by the table of keys itself, so that a new key can't be
 * forgotten. A key is heard when in one of the schemes a change of it changes the words. */

#include "kp-scheme-diff.h"
#include "kp-scheme-explain.h"
#include "kp-scheme-field.h"
#include "kp-scheme-json.h"
#include "kp-scheme-value.h"
#include "kp-test.h"

#include <string.h>

#define AT(Type, record, offset) ((Type *) ((char *) (record) + (offset)))

typedef struct
{
  const char *path;
  const char *why;
} Exception;

/* Keys that may change without a word. */
static const Exception unheard[] = {
  { "code", "the campaign's name in the record; no notice says it" },
  { "county_code", "stands in the ticket numbers; no notice says it" },
  { "title", "printed above the sections by whoever prints them" },
  { "facts[].id", "names the fact inside the file; people see its label" },
  { "posts[].requirements[].id", "names the requirement inside the file; people see its label" },
  { "requirements[].id", "names the requirement inside the file; people see its label" },
  { "relaxations[].id", "names the relaxation inside the file; people see its label" },
  { "written.papers[].code", "names the paper inside the file; people see its name" },
  { "written.sittings[].code", "names the sitting inside the file; people see paper and time" },
  { "bonus.items[].code", "names the item inside the file; people see its label" },
  { "bonus.groups[].code", "names the group inside the file; people see its items" },
  { "credential.items[].code", "names the item inside the file; people see its label" },
  { "credential.groups[].code", "names the group inside the file; people see its items" },
  { "others[].code", "names the part inside the file; people see its name" },
  { "interview.elements[].code", "names the element inside the file; people see its name" },
  { "totals[].id", "names the formula inside the file; people see its label" },
  { "choice.offers[].code", "names the offer inside the file; people see its name" },
  { "requirements[].relaxed", "refused of a general requirement: its relaxations always count" },
  { "proofs[].id", "names the proof inside the file; people see its label" },
  { "clauses[].id", "names the clause inside the file; people see its title" },
};

/* What else a value that names another part may say. */
static const Exception others_of[] = {
  { "posts[].street", "02" },          { "posts[].total", "half" },          { "posts[].total_for[].total", "exam" },
  { "posts[].papers[].code", "02" },   { "written.sittings[].paper", "02" }, { "quota.interview_only_total", "half" },
  { "relaxations[].relaxes", "edu" },  { "bonus.items[].per.fact", "since" }, { "bonus.items[].per.until", "since" },
  { "bonus.items[].group", "army" },   { "credential.items[].group", "army" }, { "credential.fact", "until" },
  { "credential.items[].per.fact", "until" }, { "credential.items[].per.until", "until" },
  { "heats[].other", "s2" },           { "heats[].posts[]", "A02" }, { "background.score.other", "s3" },
  { "requirements[].reason", "R02" },  { "posts[].requirements[].reason", "R02" }, { "wordings[].key", "contract" },
  { "letterheads[].key", "notice" },    { "definitions.veteran.merit", "project" },
  { "definitions.graduate.overseas", "local" }, { "definitions.graduate.certified", "until" },
  { "definitions.graduate.soldier", "local" }, { "definitions.graduate.not_if[]", "soldier" },
  { "definitions.project.fact", "merit_level" }, { "definitions.project.began", "until" },
  { "definitions.project.ended", "since" }, { "proofs[].facts[]", "enlisted" },
};

static const char *const schemes[] = { "rich.json", "other.json", NULL };

static const char *
find (const Exception *list,
      gsize            n,
      const char      *path)
{
  for (gsize i = 0; i < n; i++)
    if (strcmp (list[i].path, path) == 0)
      return list[i].why;

  return NULL;
}

static gchar *
dup_sections (GPtrArray *sections)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < sections->len; i++)
    {
      const KpNoticeSection *section = g_ptr_array_index (sections, i);

      g_string_append_printf (out, "%s\n", section->heading);
      for (guint j = 0; j < section->paragraphs->len; j++)
        g_string_append_printf (out, "%s\n", (const char *) g_ptr_array_index (section->paragraphs, j));
    }

  return g_string_free (out, FALSE);
}

static gchar *
dup_explained (const KpScheme *scheme)
{
  g_autoptr (GPtrArray) sections = kp_scheme_explain (scheme);
  g_autoptr (GPtrArray) annexes = kp_scheme_explain_annexes (scheme);
  g_autofree gchar     *notice = dup_sections (sections);
  g_autofree gchar     *rest = dup_sections (annexes);

  return g_strconcat (notice, rest, NULL);
}

static KpScheme *
load (const char *name)
{
  g_autofree gchar    *path = g_test_build_filename (G_TEST_DIST, "data", "scheme", name, NULL);
  g_autoptr (GError)   error = NULL;
  g_autoptr (KpScheme) scheme = kp_scheme_json_load (path, NULL, &error);

  g_assert_no_error (error);

  return g_steal_pointer (&scheme);
}

/* ---- one value becomes another ---- */

static void
change_text (gchar     **text,
             const char *path)
{
  const char *other = find (others_of, G_N_ELEMENTS (others_of), path);
  gchar      *changed = other != NULL ? g_strdup (other) : g_strconcat (*text != NULL ? *text : "", "改", NULL);

  g_free (*text);
  *text = changed;
}

static void
change_condition (KpCondition **condition)
{
  KpCondition *changed = kp_condition_new (KP_CONDITION_BY_HAND);

  changed->text = g_strdup ("另一个条件");
  kp_condition_free (*condition);
  *condition = changed;
}

static void
change_list (const KpField *field,
             gpointer       record)
{
  guint *n = AT (guint, record, field->extra);

  if (field->type == KP_FIELD_TIES)
    {
      GPtrArray *ties = *AT (GPtrArray *, record, field->offset);

      g_ptr_array_remove_index (ties, ties->len - 1);
    }
  else if (field->type == KP_FIELD_TEXTS)
    {
      GPtrArray *texts = *AT (GPtrArray *, record, field->offset);

      g_ptr_array_remove_index (texts, texts->len - 1);
    }
  else
    *n -= 1;
}

static void
change_number (const KpField *field,
               gpointer       record)
{
  switch (field->type)
    {
    case KP_FIELD_PLACES:
      *AT (gint, record, field->offset) = *AT (gint, record, field->offset) == 3 ? 2 : 3;
      break;
    case KP_FIELD_MARK:
    case KP_FIELD_MARK_IF:
      *AT (KpMark, record, field->offset) += KP_MARK (1, 0);
      break;
    case KP_FIELD_WEIGHT:
    case KP_FIELD_WEIGHT_NULL:
    case KP_FIELD_FRACTION:
    case KP_FIELD_FRACTION_NULL:
      *AT (KpFraction, record, field->offset) = kp_fraction_add (*AT (KpFraction, record, field->offset), kp_fraction_new (1, 10));
      break;
    case KP_FIELD_DATE:
    case KP_FIELD_DATE_NULL:
      *AT (KpDate, record, field->offset) = kp_date_add_days (*AT (KpDate, record, field->offset), 1);
      break;
    case KP_FIELD_FLAGS:
      *AT (guint, record, field->offset) ^= 4;
      break;
    default:
      *AT (guint, record, field->offset) += 1;
    }
}

static void
change (const KpField *field,
        gpointer       record,
        const char    *path)
{
  guint *number = AT (guint, record, field->offset);

  switch (field->type)
    {
    case KP_FIELD_TEXT:
    case KP_FIELD_TEXT_NULL:
      change_text (AT (gchar *, record, field->offset), path);
      break;
    case KP_FIELD_BOOL:
      *number = !*number;
      break;
    case KP_FIELD_NAME:
    case KP_FIELD_NAME_IF:
      *number = (*number + 1) % field->n_names;
      break;
    case KP_FIELD_CONDITION:
      change_condition (AT (KpCondition *, record, field->offset));
      break;
    case KP_FIELD_TIES:
    case KP_FIELD_TEXTS:
    case KP_FIELD_NAMES:
    case KP_FIELD_COUNTS:
      change_list (field, record);
      break;
    default:
      change_number (field, record);
    }
}

/* Whether there is a value to be changed. */
static gboolean
is_stated (const KpField *field,
           gconstpointer  record)
{
  g_autofree gchar *json = kp_scheme_value_dup_json (field, record);

  return json != NULL && strcmp (json, "[]") != 0 && strcmp (json, "\"\"") != 0;
}

/* ---- every value in turn ---- */

typedef struct
{
  const char *name;     /* of the scheme */
  GHashTable *seen;     /* paths that were changed */
  GHashTable *heard;    /* those that changed the words */
  gchar      *words;
  gchar      *text;
  KpScheme   *scheme;   /* as it is */
} Walk;

/* The same place in a fresh copy is reached by walking it in the same way. */
typedef struct
{
  guint at;    /* values passed so far */
  guint wanted;
  gchar *path; /* of the value that was changed */
} Search;

static void
visit (Search        *search,
       const KpField *fields,
       gpointer       record,
       const char    *prefix)
{
  for (const KpField *field = fields; field->key != NULL && search->path == NULL; field++)
    {
      g_autofree gchar *path = g_strconcat (prefix, field->key, NULL);
      g_autofree gchar *inner = g_strconcat (path, ".", NULL);
      g_autofree gchar *items = g_strconcat (path, "[].", NULL);

      if (field->type == KP_FIELD_OBJECT)
        visit (search, field->fields, (gpointer) kp_scheme_value_get_object (field, record), inner);
      else if (kp_scheme_value_is_list (field))
        for (guint i = 0; i < kp_scheme_value_get_length (field, record) && search->path == NULL; i++)
          visit (search, field->fields, (gpointer) kp_scheme_value_get_item (field, record, i), items);
      else if (is_stated (field, record) && search->at++ == search->wanted)
        {
          change (field, record, path);
          search->path = g_steal_pointer (&path);
        }
    }
}

/* What a key is called in a file mustn't be read by people. */
static void
check_no_keys (const char *said,
               const char *path)
{
  for (const char *at = said; *at != '\0'; at++)
    if (*at == '_' && g_ascii_islower (at[1]) && at > said && g_ascii_islower (at[-1]))
      {
        g_test_message ("%s: %s", path, said);
        g_test_fail ();
        return;
      }
  if (strstr (said, "{\"") != NULL || strstr (said, "{ \"") != NULL)
    {
      g_test_message ("%s: %s", path, said);
      g_test_fail ();
    }
}

static gboolean
take_next (Walk *walk,
           guint wanted)
{
  g_autoptr (KpScheme)  changed = load (walk->name);
  Search                search = { 0, wanted, NULL };
  g_autoptr (GPtrArray) difference = NULL;
  g_autofree gchar     *words = NULL;
  g_autofree gchar     *said = NULL;
  g_autofree gchar     *text = NULL;

  visit (&search, kp_scheme_get_fields (), changed, "");
  if (search.path == NULL)
    return FALSE;

  /* As a file is read: labels of facts stand beside what names them. */
  kp_scheme_fill_defaults (changed);
  /* What names another part may name it already. */
  text = kp_scheme_json_dup (changed);
  if (strcmp (text, walk->text) == 0)
    {
      g_free (search.path);
      return TRUE;
    }
  /* A part that nothing names any more can't be explained; the check refuses it. */
  words = find (unheard, G_N_ELEMENTS (unheard), search.path) == NULL ? dup_explained (changed) : g_strdup (walk->words);
  if (strcmp (words, walk->words) != 0)
    g_hash_table_add (walk->heard, g_strdup (search.path));
  difference = kp_scheme_diff (walk->scheme, changed);
  said = dup_sections (difference);
  if (difference->len == 0)
    {
      g_test_message ("%s: the difference is silent", search.path);
      g_test_fail ();
    }
  check_no_keys (said, search.path);
  g_hash_table_add (walk->seen, search.path);

  return TRUE;
}

/* Every key that a list or object of the schemes may have must have been changed. */
static void
check_seen (Walk          *walk,
            const KpField *fields,
            const char    *prefix)
{
  for (const KpField *field = fields; field->key != NULL; field++)
    {
      g_autofree gchar *path = g_strconcat (prefix, field->key, NULL);
      g_autofree gchar *inner = g_strconcat (path, field->type == KP_FIELD_OBJECT ? "." : "[].", NULL);

      if (field->fields != NULL)
        {
          check_seen (walk, field->fields, inner);
          continue;
        }
      if (!g_hash_table_contains (walk->seen, path))
        {
          g_test_message ("%s: stands in none of the schemes", path);
          g_test_fail ();
        }
      else if (!g_hash_table_contains (walk->heard, path) && find (unheard, G_N_ELEMENTS (unheard), path) == NULL)
        {
          g_test_message ("%s: not heard", path);
          g_test_fail ();
        }
    }
}

static void
test_every_key (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) heard = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Walk                   walk = { NULL, seen, heard, NULL, NULL, NULL };

  for (guint i = 0; schemes[i] != NULL; i++)
    {
      walk.name = schemes[i];
      walk.scheme = load (walk.name);
      walk.words = dup_explained (walk.scheme);
      walk.text = kp_scheme_json_dup (walk.scheme);
      for (guint wanted = 0; take_next (&walk, wanted); wanted++)
        continue;
      g_clear_pointer (&walk.words, g_free);
      g_clear_pointer (&walk.text, g_free);
      g_clear_pointer (&walk.scheme, kp_scheme_free);
    }
  check_seen (&walk, kp_scheme_get_fields (), "");
}

/* ---- every list with an item less, and with one more ---- */

static void
check_told (const KpScheme *before,
            const KpScheme *after,
            const char     *path)
{
  g_autoptr (GPtrArray) difference = kp_scheme_diff (before, after);
  g_autofree gchar     *said = dup_sections (difference);

  if (difference->len == 0)
    {
      g_test_message ("%s: the difference is silent", path);
      g_test_fail ();
    }
  check_no_keys (said, path);
}

/* Takes the last item of the wanted list away. */
static void
shorten (Search        *search,
         const KpField *fields,
         gpointer       record,
         const char    *prefix)
{
  for (const KpField *field = fields; field->key != NULL && search->path == NULL; field++)
    {
      g_autofree gchar *path = g_strconcat (prefix, field->key, NULL);
      g_autofree gchar *inner = g_strconcat (path, ".", NULL);
      const guint       n = kp_scheme_value_is_list (field) ? kp_scheme_value_get_length (field, record) : 0;

      if (field->type == KP_FIELD_OBJECT)
        shorten (search, field->fields, (gpointer) kp_scheme_value_get_object (field, record), inner);
      else if (n > 0 && search->at++ == search->wanted)
        {
          if (field->type == KP_FIELD_OBJECTS)
            g_ptr_array_set_size (*AT (GPtrArray *, record, field->offset), (gint) n - 1);
          else
            *AT (guint, record, field->extra) -= 1;
          search->path = g_steal_pointer (&path);
        }
      else
        for (guint i = 0; i < n && search->path == NULL; i++)
          shorten (search, field->fields, (gpointer) kp_scheme_value_get_item (field, record, i), inner);
    }
}

static void
test_every_list (void)
{
  guint n_lists = 0;

  for (guint i = 0; schemes[i] != NULL; i++)
    {
      g_autoptr (KpScheme) whole = load (schemes[i]);

      for (guint wanted = 0;; wanted++)
        {
          g_autoptr (KpScheme) shorter = load (schemes[i]);
          Search               search = { 0, wanted, NULL };

          shorten (&search, kp_scheme_get_fields (), shorter, "");
          if (search.path == NULL)
            break;
          check_told (whole, shorter, search.path);
          check_told (shorter, whole, search.path);
          g_free (search.path);
          n_lists++;
        }
    }
  g_assert_cmpuint (n_lists, >, 40);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/data/scheme-heard/every-key", test_every_key);
  g_test_add_func ("/data/scheme-heard/every-list", test_every_list);

  return g_test_run ();
}
