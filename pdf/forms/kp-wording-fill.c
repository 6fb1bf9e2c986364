/* kp-wording-fill.c – puts values into a wording: fields, what only some get, what is said of each of a list.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A condition or a repetition stands on lines of its own around paragraphs, or inside one paragraph:
 *
 *   {如果 试用期}                      第二条　试用期为{试用期}{如果 试用期工资}，工资为{试用期工资}{完}。
 *   第二条　试用期为{试用期}。
 *   {否则}                             岗位：{每项 岗位}{岗位名称}{招聘人数}人；{完}
 *   第二条　双方不约定试用期。
 *   {完}
 *
 * Inside a repetition the columns of its list are fields, before those of the form. */

#include "kp-wording-private.h"

#include "kp-pdf-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is known where the text stands. */
typedef struct Scope
{
  const KpWordingValue *values;
  gsize                 n_values;
  const KpWordingList  *lists;
  gsize                 n_lists;
  const KpWordingList  *list; /* nullable: that is being repeated */
  gsize                 row;
} Scope;

static gboolean
is_named (const char         *name,
          const KpWordingTag *tag)
{
  return strncmp (name, tag->name, tag->length) == 0 && name[tag->length] == '\0';
}

/* Whether the name is a field here, and its value. */
static gboolean
find_value (const Scope        *scope,
            const KpWordingTag *tag,
            KpWordingValue     *out)
{
  gsize n_columns = 0;

  if (scope->list != NULL)
    n_columns = g_strv_length ((char **) scope->list->columns);
  for (gsize i = 0; i < n_columns; i++)
    if (is_named (scope->list->columns[i], tag))
      {
        *out = (KpWordingValue) { scope->list->columns[i],
                                  scope->list->cells != NULL ? scope->list->cells[scope->row * n_columns + i] : NULL, TRUE };
        return TRUE;
      }
  for (gsize i = 0; i < scope->n_values; i++)
    if (is_named (scope->values[i].name, tag))
      {
        *out = scope->values[i];
        return TRUE;
      }
  return FALSE;
}

static const KpWordingList *
find_list (const Scope        *scope,
           const KpWordingTag *tag)
{
  for (gsize i = 0; i < scope->n_lists; i++)
    if (is_named (scope->lists[i].name, tag))
      return &scope->lists[i];
  return NULL;
}

static gboolean
fail_unknown (const KpWordingPart *part,
              const KpWordingTag  *tag,
              GError             **error)
{
  g_autofree char *name = g_strndup (tag->name, tag->length);

  g_set_error (error, KP_PDF_ERROR, KP_PDF_ERROR_WORDING,
               tag->kind == KP_TAG_EACH
                   ? _("The wording repeats in line %u the list “%s”, which this form does not have.")
                   : _("The wording has in line %u the field “%s”, which this form does not know. Correct "
                       "its name or take it out."),
               kp_wording_get_line (part, tag->start), name);
  return FALSE;
}

/* A list is there when it has rows, a field when it has a value, or the one that is asked for. */
static gboolean
decide (const Scope         *scope,
        const KpWordingPart *part,
        const KpWordingTag  *tag,
        gboolean            *holds,
        GError             **error)
{
  const KpWordingList *list = find_list (scope, tag);
  KpWordingValue value = { 0 };

  if (!find_value (scope, tag, &value) && list == NULL)
    return fail_unknown (part, tag, error);
  if (value.name == NULL)
    *holds = list->n_rows > 0;
  else if (tag->value != NULL)
    *holds = value.value != NULL && strncmp (value.value, tag->value, tag->value_length) == 0
             && value.value[tag->value_length] == '\0';
  else
    *holds = value.value != NULL && *value.value != '\0';
  if (tag->kind == KP_TAG_UNLESS)
    *holds = !*holds;
  return TRUE;
}

/* Between two Latin words the line end was a blank, between Chinese characters it was nothing. */
static void
append_plain (GString    *out,
              const char *from,
              const char *to)
{
  for (const char *at = from; at < to; at++)
    {
      if (*at == '\n')
        {
          if (out->len > 0 && g_ascii_isalnum (out->str[out->len - 1]) && g_ascii_isalnum (at[1]))
            g_string_append_c (out, ' ');
          continue;
        }
      g_string_append_c (out, *at);
      if ((*at == '{' || *at == '}') && at[1] == *at)
        at++;
    }
}

static void
append_value (GString    *out,
              const char *value,
              gunichar    mark)
{
  if (mark == 0)
    g_string_append (out, value);
  else
    for (const char *at = value; *at != '\0'; at = g_utf8_next_char (at))
      {
        g_string_append_unichar (out, g_utf8_get_char (at));
        if (kp_script_may_emphasise (at))
          g_string_append_unichar (out, mark);
      }
}

static gboolean
append_field (GString             *out,
              const Scope         *scope,
              const KpWordingPart *part,
              const KpWordingTag  *tag,
              GError             **error)
{
  KpWordingValue value;

  if (!find_value (scope, tag, &value))
    return fail_unknown (part, tag, error);
  if (!value.is_optional && (value.value == NULL || *value.value == '\0'))
    {
      g_set_error (
          error, KP_PDF_ERROR, KP_PDF_ERROR_WORDING,
          _("The field “%s” in line %u of the wording has no value. Enter it in the record first."),
          value.name, kp_wording_get_line (part, tag->start));
      return FALSE;
    }
  append_value (out, value.value == NULL ? "" : value.value, tag->mark);
  return TRUE;
}

/* ---- inside a paragraph ---- */

/* Where what a tag opens goes over into {否则}, and where it ends. */
typedef struct
{
  const char *first_end; /* the opening brace behind the first text */
  const char *other;     /* nullable: begin of the text after {否则} */
  const char *other_end;
  const char *after; /* behind the closing brace of {完} */
} Branches;

/* The text was checked: the end is there. */
static Branches
find_branches (const KpWordingTag *opening)
{
  Branches branches = { NULL, NULL, NULL, NULL };
  const char *at = opening->end + 1;
  KpWordingTag tag;
  guint depth = 0;

  while (kp_wording_find_tag (at, 1, &tag, NULL))
    {
      at = tag.end + 1;
      if (kp_tag_is_opening (&tag))
        depth++;
      else if (depth == 0 && tag.kind == KP_TAG_ELSE)
        {
          branches.first_end = tag.start - 1;
          branches.other = at;
        }
      else if (tag.kind == KP_TAG_END && depth-- == 0)
        {
          branches.other_end = branches.other != NULL ? tag.start - 1 : NULL;
          branches.first_end = branches.first_end != NULL ? branches.first_end : tag.start - 1;
          branches.after = at;
          break;
        }
    }
  return branches;
}

static gboolean append_span (GString *out, const Scope *scope, const KpWordingPart *part, const char *from, const char *to,
                             GError **error);

static gboolean
append_branch (GString             *out,
               const Scope         *scope,
               const KpWordingPart *part,
               const KpWordingTag  *tag,
               const Branches      *branches,
               GError             **error)
{
  const KpWordingList *list = tag->kind == KP_TAG_EACH ? find_list (scope, tag) : NULL;
  Scope inner = *scope;
  gboolean holds = FALSE;

  if (tag->kind != KP_TAG_EACH)
    {
      if (!decide (scope, part, tag, &holds, error))
        return FALSE;
      if (holds)
        return append_span (out, scope, part, tag->end + 1, branches->first_end, error);
      return branches->other == NULL || append_span (out, scope, part, branches->other, branches->other_end, error);
    }
  if (list == NULL)
    return fail_unknown (part, tag, error);
  inner.list = list;
  for (inner.row = 0; inner.row < list->n_rows; inner.row++)
    if (!append_span (out, &inner, part, tag->end + 1, branches->first_end, error))
      return FALSE;
  return TRUE;
}

static gboolean
append_span (GString             *out,
             const Scope         *scope,
             const KpWordingPart *part,
             const char          *from,
             const char          *to,
             GError             **error)
{
  const char *at = from;
  KpWordingTag tag;

  while (kp_wording_find_tag (at, 1, &tag, NULL) && tag.start <= to)
    {
      append_plain (out, at, tag.start - 1);
      if (kp_tag_is_opening (&tag))
        {
          const Branches branches = find_branches (&tag);

          if (!append_branch (out, scope, part, &tag, &branches, error))
            return FALSE;
          at = branches.after;
        }
      else
        {
          if (!append_field (out, scope, part, &tag, error))
            return FALSE;
          at = tag.end + 1;
        }
    }
  append_plain (out, at, to);
  return TRUE;
}

/* ---- around paragraphs ---- */

static KpWordingTag
get_tag (const KpWordingPart *part)
{
  KpWordingTag tag = { 0 };

  (void) kp_wording_find_tag (part->text, part->line, &tag, NULL);
  return tag;
}

/* The parts of {否则} and {完} that belong to the opening part at @from; where there is no {否则}, both are the end. */
static void
find_lines (const KpWording *self,
            guint            from,
            guint           *other,
            guint           *end)
{
  guint depth = 0;

  *other = self->parts->len;
  for (*end = from + 1; *end < self->parts->len; (*end)++)
    {
      const KpWordingPart *part = &g_array_index (self->parts, KpWordingPart, *end);
      const KpWordingTag tag = part->kind == KP_WORDING_TAG ? get_tag (part) : (KpWordingTag) { .kind = KP_TAG_FIELD };

      if (kp_tag_is_opening (&tag))
        depth++;
      else if (tag.kind == KP_TAG_ELSE && depth == 0)
        *other = *end;
      else if (tag.kind == KP_TAG_END && depth-- == 0)
        break;
    }
  *other = MIN (*other, *end);
}

static gboolean fill_parts (const KpWording *self, guint from, guint to, const Scope *scope, KpWording *out, GError **error);

static gboolean
fill_lines (const KpWording *self,
            guint            opening,
            guint            other,
            guint            end,
            const Scope     *scope,
            KpWording       *out,
            GError         **error)
{
  const KpWordingPart *part = &g_array_index (self->parts, KpWordingPart, opening);
  const KpWordingTag tag = get_tag (part);
  const KpWordingList *list = tag.kind == KP_TAG_EACH ? find_list (scope, &tag) : NULL;
  Scope inner = *scope;
  gboolean holds = FALSE;

  if (tag.kind != KP_TAG_EACH)
    {
      if (!decide (scope, part, &tag, &holds, error))
        return FALSE;
      return holds ? fill_parts (self, opening + 1, other, scope, out, error)
                   : other == end || fill_parts (self, other + 1, end, scope, out, error);
    }
  if (list == NULL)
    return fail_unknown (part, &tag, error);
  inner.list = list;
  for (inner.row = 0; inner.row < list->n_rows; inner.row++)
    if (!fill_parts (self, opening + 1, end, &inner, out, error))
      return FALSE;
  return TRUE;
}

/* A paragraph of which nothing is left isn't printed. */
static gboolean
fill_parts (const KpWording *self,
            guint            from,
            guint            to,
            const Scope     *scope,
            KpWording       *out,
            GError         **error)
{
  for (guint i = from; i < to; i++)
    {
      const KpWordingPart *part = &g_array_index (self->parts, KpWordingPart, i);
      g_autoptr (GString) text = g_string_new (NULL);
      guint other, end;

      if (part->kind == KP_WORDING_TAG)
        {
          find_lines (self, i, &other, &end);
          if (!fill_lines (self, i, other, end, scope, out, error))
            return FALSE;
          i = end;
          continue;
        }
      if (!append_span (text, scope, part, part->text, part->text + strlen (part->text), error))
        return FALSE;
      if (text->len > 0)
        kp_wording_take_part (out, part, g_string_free (g_steal_pointer (&text), FALSE));
    }
  return TRUE;
}

/**
 * kp_wording_fill_lists:
 * @values: what the form knows, borrowed
 * @n_values: how many
 * @lists: (nullable): what it knows several of, borrowed
 * @n_lists: how many
 *
 * Puts the values into the fields; a value is taken as it is, braces in it are text. Lines of one paragraph
 * are joined.
 *
 * Returns: (transfer full) (nullable): a wording without fields, or %NULL with %KP_PDF_ERROR_WORDING (a field
 * or list that isn't known, with its line; a field that needs a value and has none)
 */
KpWording *
kp_wording_fill_lists (const KpWording      *self,
                       const KpWordingValue *values,
                       gsize                 n_values,
                       const KpWordingList  *lists,
                       gsize                 n_lists,
                       GError              **error)
{
  g_autoptr (KpWording) filled = kp_wording_new_empty ();
  const Scope scope = { .values = values, .n_values = n_values, .lists = lists, .n_lists = n_lists };

  g_return_val_if_fail (self != NULL, NULL);

  return fill_parts (self, 0, self->parts->len, &scope, filled, error) ? g_steal_pointer (&filled) : NULL;
}

/**
 * kp_wording_fill:
 *
 * The same without lists, with the same errors.
 */
KpWording *
kp_wording_fill (const KpWording      *self,
                 const KpWordingValue *values,
                 gsize                 n_values,
                 GError              **error)
{
  return kp_wording_fill_lists (self, values, n_values, NULL, 0, error);
}

/* ---- before there is anybody to fill it for ---- */

/**
 * kp_wording_dup_fields:
 *
 * Returns: (transfer full): the names of all fields, also those only asked for in a condition, each once, in the order of
 * the text, %NULL-terminated
 */
char **
kp_wording_dup_fields (const KpWording *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const KpWordingPart *part = &g_array_index (self->parts, KpWordingPart, i);
      KpWordingTag tag;

      for (const char *at = part->text; kp_wording_find_tag (at, part->line, &tag, NULL); at = tag.end + 1)
        {
          char *name = g_strndup (tag.name, tag.length);

          if (tag.kind <= KP_TAG_UNLESS && !g_hash_table_contains (seen, name))
            g_strv_builder_add (names, name);
          g_hash_table_add (seen, name);
        }
    }
  return g_strv_builder_end (names);
}

/* The list whose items are said where a tag stands; NULL outside of a repetition. */
static const KpWordingList *
get_scope (const GArray *scopes)
{
  return scopes->len > 0 ? g_array_index (scopes, const KpWordingList *, scopes->len - 1) : NULL;
}

/* What may be asked for: a field, a column of the list that is being repeated; in a condition also whether a list has rows. */
static gboolean
is_known (const KpWordingTag  *tag,
          const char *const   *known,
          const KpWordingList *scope,
          const KpWordingList *list)
{
  g_autofree char *name = g_strndup (tag->name, tag->length);

  if (tag->kind == KP_TAG_EACH)
    return list != NULL;
  return g_strv_contains (known, name) || (scope != NULL && g_strv_contains (scope->columns, name))
         || (list != NULL && tag->kind != KP_TAG_FIELD);
}

/**
 * kp_wording_check:
 * @known: names of the fields that the form fills, %NULL-terminated
 * @lists: (nullable): what it knows several of; only names and columns are looked at
 * @n_lists: how many
 *
 * Whether the text asks for nothing that the form doesn't know where it stands, also where it asks only on a condition.
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR_WORDING that names the first unknown field and its line
 */
gboolean
kp_wording_check (const KpWording     *self,
                  const char *const   *known,
                  const KpWordingList *lists,
                  gsize                n_lists,
                  GError             **error)
{
  const Scope all = { .lists = lists, .n_lists = n_lists };
  g_autoptr (GArray) scopes = g_array_new (FALSE, FALSE, sizeof (const KpWordingList *));

  g_return_val_if_fail (self != NULL && known != NULL, FALSE);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const KpWordingPart *part = &g_array_index (self->parts, KpWordingPart, i);
      KpWordingTag tag;

      for (const char *at = part->text; kp_wording_find_tag (at, part->line, &tag, NULL); at = tag.end + 1)
        {
          const KpWordingList *list = find_list (&all, &tag);
          const KpWordingList *scope = get_scope (scopes);

          if (tag.kind == KP_TAG_END)
            g_array_set_size (scopes, scopes->len - 1);
          if (tag.kind == KP_TAG_END || tag.kind == KP_TAG_ELSE)
            continue;
          if (!is_known (&tag, known, scope, list))
            return fail_unknown (part, &tag, error);
          scope = tag.kind == KP_TAG_EACH ? list : scope;
          if (kp_tag_is_opening (&tag))
            g_array_append_val (scopes, scope);
        }
    }
  return TRUE;
}
