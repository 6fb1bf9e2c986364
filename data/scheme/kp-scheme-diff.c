/* kp-scheme-diff.c – what two schemes say differently, in the language of a notice.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A walk through the table of keys over both schemes at once. Two values differ when their canonical JSON does, so
 * that schemes without a difference here have the same digest.
 *
 *   both have the value        面试入围比例由1:3改为1:2
 *   one of them                增加笔试科目01的单科合格线：60分          删去加分上限（原为5分）
 *   item of a list             增加加分项：退役军人（分值5分）            删去加分项：退役军人
 *   same items, other order    岗位的排列顺序改为：A02、A01
 *
 * Items are matched by what names them (code, id, key, word), never by position; where nothing does, equal ones first
 * and then the others one by one. */

#include "kp-scheme-diff.h"

#include "kp-scheme-labels.h"
#include "kp-scheme-reference.h"
#include "kp-scheme-value.h"

#include <string.h>

#define NO_MATCH G_MAXUINT

typedef struct
{
  const KpScheme *before;
  const KpScheme *after;
  GPtrArray      *sentences; /* (element-type utf8): of the section at hand */
} Diff;

static void diff_objects (Diff          *diff,
                          const char    *object,
                          const char    *prefix,
                          const KpField *fields,
                          gconstpointer  before,
                          gconstpointer  after);

static void say (Diff       *diff,
                 const char *format,
                 ...) G_GNUC_PRINTF (2, 3);

static void
say (Diff       *diff,
     const char *format,
     ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_ptr_array_add (diff->sentences, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

static const char *
get_label (const char *object,
           const char *key)
{
  const KpSchemeLabel *label = kp_scheme_label_get (object, key);

  return label != NULL ? label->label : key;
}

/* The key that names an item: the first of the table, when it is one of these. */
static const char *
get_name_key (const KpField *fields)
{
  static const char *const keys[] = { "code", "id", "key", "word", NULL };

  return g_strv_contains (keys, fields[0].key) ? fields[0].key : NULL;
}

/* What the notice calls an item; a code is nothing that a notice says where there are words. */
static const char *
get_title (const KpField *fields,
           gconstpointer  item)
{
  const char *title = kp_scheme_value_get_text (fields, item, "label");
  const char *key = kp_scheme_value_get_text (fields, item, "key");

  if (title == NULL && key != NULL)
    title = kp_scheme_label_get_word ("wordings", "key", key);

  return title != NULL ? title : kp_scheme_value_get_text (fields, item, "title");
}

static gboolean
is_title_key (const char *key)
{
  static const char *const keys[] = { "label", "title", "name", NULL };

  return g_strv_contains (keys, key);
}

/* 岗位A01, 加分项“退役军人”; item @index of a list without names is its 第N项. */
static gchar *
dup_item_name (const char    *noun,
               const KpField *fields,
               gconstpointer  item,
               guint          index)
{
  const char *title = get_title (fields, item);
  const char *key = get_name_key (fields);
  const char *name = key != NULL ? kp_scheme_value_get_text (fields, item, key) : NULL;

  if (title != NULL)
    return g_strdup_printf ("%s“%s”", noun, title);
  if (name != NULL)
    return g_strdup_printf ("%s%s", noun, name);

  return g_strdup_printf ("%s第%u项", noun, index + 1);
}

/* ---- items that only one of them has ---- */

static gboolean
says_something (JsonNode *node)
{
  if (node == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_array_get_length (json_node_get_array (node)) > 0;
  if (!JSON_NODE_HOLDS_VALUE (node))
    return TRUE;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return *json_node_get_string (node) != '\0';
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return json_node_get_int (node) != 0;

  return json_node_get_boolean (node);
}

/* A list that owns one item as it is made, so that what an added item merely leaves as it is needn't be said. */
static GPtrArray *
dup_usual (const KpField *field,
           gconstpointer  record)
{
  GPtrArray *list;

  if (field->make == NULL)
    return NULL;

  /* The copy frees its items as the list does; those of the list itself aren't its own. */
  list = g_ptr_array_copy (*(GPtrArray *const *) ((const char *) record + field->offset), NULL, NULL);
  g_free (g_ptr_array_steal (list, NULL));
  g_ptr_array_add (list, field->make ());

  return list;
}

/* Whether the item says what it would without this key; where nothing was made, whether it says nothing. */
static gboolean
is_usual (const KpField *field,
          gconstpointer  item,
          gconstpointer  usual)
{
  g_autoptr (JsonNode) node = kp_scheme_value_dup_node (field, item);
  g_autofree gchar    *one = NULL;
  g_autofree gchar    *other = NULL;

  if (usual == NULL || node == NULL)
    return !says_something (node);

  one = kp_scheme_value_dup_json (field, item);
  other = kp_scheme_value_dup_json (field, usual);
  return g_strcmp0 (one, other) == 0;
}

/* "分值5分，对象“退役军人”": all that the item states, also in what it embeds and lists. */
static void
append_details (GString        *out,
                const KpScheme *scheme,
                const char     *object,
                const KpField  *fields,
                gconstpointer   item,
                gconstpointer   usual,
                gboolean        is_named)
{
  for (const KpField *field = fields; field->key != NULL; field++)
    {
      g_autoptr (JsonNode) node = NULL;
      g_autofree gchar    *value = NULL;
      gboolean             is_name = field == fields && get_name_key (fields) != NULL;

      if (field->type == KP_FIELD_OBJECT)
        append_details (out, scheme, field->key, field->fields, kp_scheme_value_get_object (field, item),
                        usual != NULL ? kp_scheme_value_get_object (field, usual) : NULL, FALSE);
      else if (kp_scheme_value_is_list (field))
        for (guint i = 0; i < kp_scheme_value_get_length (field, item); i++)
          {
            g_autoptr (GString)   inner = g_string_new (NULL);
            g_autoptr (GPtrArray) made = dup_usual (field, item);
            gconstpointer         part = kp_scheme_value_get_item (field, item, i);
            g_autofree gchar   *name = dup_item_name (get_label (object, field->key), field->fields, part, i);

            append_details (inner, scheme, field->key, field->fields, part,
                            made != NULL ? g_ptr_array_index (made, 0) : NULL, TRUE);
            g_string_append_printf (out, "%s%s", out->len > 0 ? "，" : "", name);
            if (inner->len > 0)
              g_string_append_printf (out, "（%s）", inner->str);
          }
      if (field->fields != NULL || (is_named && (is_name || is_title_key (field->key))))
        continue;
      node = kp_scheme_value_dup_node (field, item);
      if (is_usual (field, item, usual))
        continue;
      value = kp_scheme_value_dup_chinese (scheme, object, field, item);
      g_string_append_printf (out, "%s%s%s%s", out->len > 0 ? "，" : "", get_label (object, field->key),
                              node != NULL && JSON_NODE_HOLDS_VALUE (node) && field->type == KP_FIELD_BOOL ? "：" : "", value);
    }
}

/* 退役军人, or A01 综合岗. */
static gchar *
dup_full_name (const KpField *fields,
               gconstpointer  item)
{
  const char *title = get_title (fields, item);
  const char *key = get_name_key (fields);
  const char *code = key != NULL ? kp_scheme_value_get_text (fields, item, key) : NULL;
  const char *name = kp_scheme_value_get_text (fields, item, "name");

  if (title != NULL)
    return g_strdup (title);
  if (code != NULL && name != NULL)
    return g_strdup_printf ("%s %s", code, name);

  return g_strdup (code != NULL ? code : "");
}

static void
say_added (Diff          *diff,
           const char    *noun,
           const KpField *field,
           gconstpointer  record,
           gconstpointer  item)
{
  g_autofree gchar     *name = dup_full_name (field->fields, item);
  g_autoptr (GString)   details = g_string_new (NULL);
  g_autoptr (GPtrArray) made = dup_usual (field, record);

  append_details (details, diff->after, field->key, field->fields, item, made != NULL ? g_ptr_array_index (made, 0) : NULL,
                  TRUE);
  if (*name == '\0')
    say (diff, "增加%s：%s", noun, details->str);
  else if (details->len == 0)
    say (diff, "增加%s：%s", noun, name);
  else
    say (diff, "增加%s：%s（%s）", noun, name, details->str);
}

static void
say_removed (Diff          *diff,
             const char    *noun,
             const KpField *field,
             gconstpointer  record,
             gconstpointer  item)
{
  g_autofree gchar     *name = dup_full_name (field->fields, item);
  g_autoptr (GString)   details = g_string_new (NULL);
  g_autoptr (GPtrArray) made = dup_usual (field, record);

  if (*name == '\0')
    append_details (details, diff->before, field->key, field->fields, item,
                    made != NULL ? g_ptr_array_index (made, 0) : NULL, TRUE);
  say (diff, "删去%s：%s%s", noun, name, details->str);
}

/* ---- lists ---- */

static gchar *
dup_item_key (const KpField *list,
              gconstpointer  record,
              guint          index)
{
  gconstpointer item = kp_scheme_value_get_item (list, record, index);
  const char   *key = get_name_key (list->fields);
  GString      *out;

  if (key != NULL)
    return g_strdup (kp_scheme_value_get_text (list->fields, item, key));

  out = g_string_new (NULL);
  kp_scheme_write_object (out, 0, list->fields, item);
  return g_string_free (out, FALSE);
}

static GStrv
dup_item_keys (const KpField *list,
               gconstpointer  record)
{
  const guint n = kp_scheme_value_get_length (list, record);
  GStrv       keys = g_new0 (gchar *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      keys[i] = dup_item_key (list, record, i);
      if (keys[i] == NULL)
        keys[i] = g_strdup ("");
    }

  return keys;
}

/* For each of @before the one of @after with the same text; each of @after is matched once. */
static guint *
match_texts (GStrv before,
             GStrv after)
{
  const guint          n_before = g_strv_length (before);
  const guint          n_after = g_strv_length (after);
  guint               *matches = g_new (guint, n_before + 1);
  g_autofree gboolean *is_taken = g_new0 (gboolean, n_after + 1);

  for (guint i = 0; i < n_before; i++)
    {
      matches[i] = NO_MATCH;
      for (guint j = 0; j < n_after && matches[i] == NO_MATCH; j++)
        if (!is_taken[j] && strcmp (before[i], after[j]) == 0)
          {
            matches[i] = j;
            is_taken[j] = TRUE;
          }
    }

  return matches;
}

static gboolean
is_matched (const guint *matches,
            guint        n_before,
            guint        index)
{
  for (guint i = 0; i < n_before; i++)
    if (matches[i] == index)
      return TRUE;

  return FALSE;
}

static gboolean
is_reordered (const guint *matches,
              guint        n_before)
{
  guint least = 0;

  for (guint i = 0; i < n_before; i++)
    {
      if (matches[i] == NO_MATCH)
        continue;
      if (matches[i] < least)
        return TRUE;
      least = matches[i] + 1;
    }

  return FALSE;
}

/* Items that nothing names and that have no equal: the first of one list against the first of the other. */
static void
match_rest (guint *matches,
            guint  n_before,
            guint  n_after)
{
  guint j = 0;

  for (guint i = 0; i < n_before; i++)
    {
      if (matches[i] != NO_MATCH)
        continue;
      while (j < n_after && is_matched (matches, n_before, j))
        j++;
      if (j < n_after)
        matches[i] = j;
    }
}

static void
say_order (Diff       *diff,
           const char *noun,
           gboolean    is_named,
           GStrv       after)
{
  g_autofree gchar *order = g_strjoinv ("、", after);

  if (is_named)
    say (diff, "%s的排列顺序改为：%s", noun, order);
  else
    say (diff, "%s的排列顺序有调整", noun);
}

static void
diff_list (Diff          *diff,
           const char    *object,
           const char    *prefix,
           const KpField *field,
           gconstpointer  before,
           gconstpointer  after)
{
  g_auto (GStrv)    keys_before = dup_item_keys (field, before);
  g_auto (GStrv)    keys_after = dup_item_keys (field, after);
  const guint       n_before = kp_scheme_value_get_length (field, before);
  const guint       n_after = kp_scheme_value_get_length (field, after);
  g_autofree guint *matches = match_texts (keys_before, keys_after);
  g_autofree gchar *noun = g_strconcat (prefix, get_label (object, field->key), NULL);
  const gboolean    is_named = get_name_key (field->fields) != NULL;
  const gboolean    is_moved = is_reordered (matches, n_before);

  if (!is_named)
    match_rest (matches, n_before, n_after);
  for (guint i = 0; i < n_before; i++)
    {
      gconstpointer     item = kp_scheme_value_get_item (field, before, i);
      g_autofree gchar *name = dup_item_name (noun, field->fields, item, i);
      g_autofree gchar *inner = g_strdup_printf ("%s的", name);
      const gboolean    is_alone = !is_named && n_before == 1 && n_after == 1;

      if (matches[i] == NO_MATCH)
        say_removed (diff, noun, field, before, item);
      else
        diff_objects (diff, field->key, is_alone ? prefix : inner, field->fields, item,
                      kp_scheme_value_get_item (field, after, matches[i]));
    }
  for (guint i = 0; i < n_after; i++)
    if (!is_matched (matches, n_before, i))
      say_added (diff, noun, field, after, kp_scheme_value_get_item (field, after, i));
  if (is_moved)
    say_order (diff, noun, is_named, keys_after);
}

static GStrv
dup_strings (const KpField *field,
             gconstpointer  record)
{
  g_autoptr (JsonNode)     node = kp_scheme_value_dup_node (field, record);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  JsonArray               *array = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_strv_builder_add (builder, json_array_get_string_element (array, i));

  return g_strv_builder_end (builder);
}

/* What the scheme calls the part that a text names. */
static const char *
get_named (const KpScheme *scheme,
           const char     *object,
           const KpField  *field,
           const char     *text)
{
  const char *title = kp_scheme_reference_get_title (scheme, object, field->key, text);

  return title != NULL ? title : text;
}

static void
diff_texts (Diff          *diff,
            const char    *object,
            const char    *noun,
            const KpField *field,
            gconstpointer  before,
            gconstpointer  after)
{
  g_auto (GStrv)    texts_before = dup_strings (field, before);
  g_auto (GStrv)    texts_after = dup_strings (field, after);
  const guint       n_before = g_strv_length (texts_before);
  g_autofree guint *matches = match_texts (texts_before, texts_after);

  for (guint i = 0; i < n_before; i++)
    if (matches[i] == NO_MATCH)
      say (diff, "删去%s：“%s”", noun, get_named (diff->before, object, field, texts_before[i]));
  for (guint i = 0; texts_after[i] != NULL; i++)
    if (!is_matched (matches, n_before, i))
      say (diff, "增加%s：“%s”", noun, get_named (diff->after, object, field, texts_after[i]));
  if (is_reordered (matches, n_before))
    say_order (diff, noun, FALSE, texts_after);
}

/* ---- values ---- */

/* An empty text or list says nothing, unless its label has a word for it. */
static gboolean
is_there (const char    *object,
          const KpField *field,
          gconstpointer  record)
{
  g_autoptr (JsonNode) node = kp_scheme_value_dup_node (field, record);
  const KpSchemeLabel *label = kp_scheme_label_get (object, field->key);

  if (node != NULL && (JSON_NODE_HOLDS_ARRAY (node) || json_node_get_value_type (node) == G_TYPE_STRING))
    return says_something (node) || (label != NULL && label->zero != NULL);

  return node != NULL;
}

static void
diff_values (Diff          *diff,
             const char    *object,
             const char    *noun,
             const KpField *field,
             gconstpointer  before,
             gconstpointer  after)
{
  g_autofree gchar *old = kp_scheme_value_dup_chinese (diff->before, object, field, before);
  g_autofree gchar *new = kp_scheme_value_dup_chinese (diff->after, object, field, after);

  if (!is_there (object, field, before))
    say (diff, "增加%s：%s", noun, new);
  else if (!is_there (object, field, after))
    say (diff, "删去%s（原为%s）", noun, old);
  else if (strcmp (old, new) == 0)
    say (diff, "%s有改动，文字表述相同：%s", noun, new);
  else if (field->type == KP_FIELD_BOOL || g_str_has_prefix (old, "由"))
    say (diff, "%s由“%s”改为“%s”", noun, old, new);
  else
    say (diff, "%s由%s改为%s", noun, old, new);
}

static void
diff_field (Diff          *diff,
            const char    *object,
            const char    *prefix,
            const KpField *field,
            gconstpointer  before,
            gconstpointer  after)
{
  g_autofree gchar *json_before = kp_scheme_value_dup_json (field, before);
  g_autofree gchar *json_after = kp_scheme_value_dup_json (field, after);
  g_autofree gchar *noun = g_strconcat (prefix, get_label (object, field->key), NULL);

  if (g_strcmp0 (json_before, json_after) == 0)
    return;
  if (field->type == KP_FIELD_OBJECT)
    diff_objects (diff, field->key, prefix, field->fields, kp_scheme_value_get_object (field, before),
                  kp_scheme_value_get_object (field, after));
  else if (kp_scheme_value_is_list (field))
    diff_list (diff, object, prefix, field, before, after);
  else if (field->type == KP_FIELD_TEXTS)
    diff_texts (diff, object, noun, field, before, after);
  else
    diff_values (diff, object, noun, field, before, after);
}

static void
diff_objects (Diff          *diff,
              const char    *object,
              const char    *prefix,
              const KpField *fields,
              gconstpointer  before,
              gconstpointer  after)
{
  for (const KpField *field = fields; field->key != NULL; field++)
    diff_field (diff, object, prefix, field, before, after);
}

static KpNoticeSection *
section_new (const char *heading)
{
  KpNoticeSection *section = g_new0 (KpNoticeSection, 1);

  section->heading = g_strdup (heading);
  section->paragraphs = g_ptr_array_new_with_free_func (g_free);

  return section;
}

/**
 * kp_scheme_diff:
 * @before: a scheme
 * @after: another
 *
 * Pure; safe from any thread.
 *
 * Returns: (transfer full) (element-type KpNoticeSection): sentences in Chinese, grouped by the headings of a notice in
 *   their order; headings under which nothing differs are left out. Empty when, and only when, both have one digest.
 */
GPtrArray *
kp_scheme_diff (const KpScheme *before,
                const KpScheme *after)
{
  GPtrArray         *sections = g_ptr_array_new_with_free_func ((GDestroyNotify) kp_notice_section_free);
  const char *const *headings = kp_scheme_label_get_sections ();

  for (guint i = 0; headings[i] != NULL; i++)
    {
      g_autoptr (KpNoticeSection) section = section_new (headings[i]);
      Diff                        diff = { before, after, section->paragraphs };

      for (const KpField *field = kp_scheme_get_fields (); field->key != NULL; field++)
        if (strcmp (kp_scheme_label_get_section (field->key), headings[i]) == 0)
          diff_field (&diff, "scheme", "", field, before, after);
      if (section->paragraphs->len > 0)
        g_ptr_array_add (sections, g_steal_pointer (&section));
    }

  return sections;
}
