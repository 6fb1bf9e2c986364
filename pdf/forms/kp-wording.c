/* kp-wording.c – text with named fields that a county edits: parse, list the fields, fill.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lawyers and clerks edit this text, so every complaint names the line, and a field is Chinese: {乙方姓名}.
 * Parsing and filling are apart: a wording is checked when it is edited, long before there is somebody to
 * print it for. */

#include "kp-wording.h"

#include "kp-pdf-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define RESOURCE_FOLDER "/org/kaopin/Kaopin/wording/"

struct _KpWording
{
  GArray *parts; /* KpWordingPart, texts owned */
};

static void
part_clear (gpointer data)
{
  KpWordingPart *part = data;

  g_free (part->text);
}

static KpWording *
wording_new_empty (void)
{
  KpWording *self = g_new0 (KpWording, 1);

  self->parts = g_array_new (FALSE, TRUE, sizeof (KpWordingPart));
  g_array_set_clear_func (self->parts, part_clear);
  return self;
}

/* Finds the next field from @from on. Returns TRUE with its name in [*start, *end), between the braces; FALSE
 * without an error at the end of the text. "{{" and "}}" are braces of the text. */
static gboolean
find_field (const char  *from,
            guint        line,
            const char **start,
            const char **end,
            GError     **error)
{
  for (const char *at = from; *at != '\0'; at++)
    {
      if (*at == '\n')
        line++;
      if (*at != '{' && *at != '}')
        continue;
      if (at[1] == at[0])
        {
          at++;
          continue;
        }
      if (*at == '}')
        {
          g_set_error (
              error, KP_PDF_ERROR, KP_PDF_ERROR_WORDING,
              _("The wording has a “}” without a “{” before it in line %u. Write “}}” for a brace."), line);
          return FALSE;
        }
      *start = at + 1;
      *end = *start + strcspn (*start, "{}\n");
      if (**end == '}' && *end > *start)
        return TRUE;
      g_set_error (
          error, KP_PDF_ERROR, KP_PDF_ERROR_WORDING,
          **end == '}'
              ? _("The wording has a field without a name in line %u. Write its name between the braces.")
              : _("The wording has a “{” without a “}” after it in line %u. Write “{{” for a brace."),
          line);
      return FALSE;
    }
  return FALSE;
}

static KpWordingKind
strip_kind (const char **line)
{
  static const struct
  {
    const char   *mark;
    KpWordingKind kind;
  } marks[] = {
    { "### ", KP_WORDING_SUBHEADING },
    { "## ", KP_WORDING_HEADING },
    { "# ", KP_WORDING_TITLE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (*line, marks[i].mark))
      {
        *line += strlen (marks[i].mark);
        return marks[i].kind;
      }
  return KP_WORDING_TEXT;
}

static gboolean
check_fields (const KpWordingPart *part,
              GError             **error)
{
  const char *at = part->text;
  const char *start, *end;
  GError *problem = NULL;

  while (find_field (at, part->line, &start, &end, &problem))
    at = end + 1;
  if (problem == NULL)
    return TRUE;
  g_propagate_error (error, problem);
  return FALSE;
}

/* Lines of one paragraph stay on their own lines inside ("\n"), so that a message can name the right one;
 * filling joins them, as Markdown does. */
static void
add_line (KpWording  *self,
          const char *text,
          guint       number,
          gboolean   *in_paragraph)
{
  KpWordingKind kind = strip_kind (&text);
  KpWordingPart part = { .kind = kind, .line = number };

  if (*in_paragraph && kind == KP_WORDING_TEXT)
    {
      KpWordingPart *last = &g_array_index (self->parts, KpWordingPart, self->parts->len - 1);
      g_autofree char *before = last->text;

      last->text = g_strconcat (before, "\n", text, NULL);
      return;
    }
  part.text = g_strdup (text);
  g_array_append_val (self->parts, part);
  *in_paragraph = kind == KP_WORDING_TEXT;
}

/**
 * kp_wording_new:
 * @text: UTF-8, borrowed
 *
 * Parses a wording. Lines end with LF or CR LF; a byte order mark is skipped.
 *
 * Returns: (transfer full) (nullable): the wording, or %NULL with %KP_PDF_ERROR_WORDING that names the line.
 * Any thread.
 */
KpWording *
kp_wording_new (const char *text,
                GError    **error)
{
  g_autoptr (KpWording) self = wording_new_empty ();
  g_auto (GStrv) lines = NULL;
  guint comment = 0;
  gboolean in_paragraph = FALSE;

  g_return_val_if_fail (text != NULL, NULL);

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, KP_PDF_ERROR, KP_PDF_ERROR_WORDING,
                           _("The wording is not UTF-8 text. Save it as UTF-8 and try again."));
      return NULL;
    }
  lines = g_strsplit (g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (comment == 0 && g_str_has_prefix (line, "<!--"))
        comment = i + 1;
      if (comment != 0)
        {
          if (g_str_has_suffix (line, "-->"))
            comment = 0;
          in_paragraph = FALSE;
        }
      else if (*line == '\0')
        in_paragraph = FALSE;
      else
        add_line (self, line, i + 1, &in_paragraph);
    }
  if (comment != 0)
    {
      g_set_error (error, KP_PDF_ERROR, KP_PDF_ERROR_WORDING,
                   _("The comment of the wording that begins in line %u has no end. Close it with “-->”."),
                   comment);
      return NULL;
    }
  for (guint i = 0; i < self->parts->len; i++)
    if (!check_fields (&g_array_index (self->parts, KpWordingPart, i), error))
      return NULL;
  return g_steal_pointer (&self);
}

/**
 * kp_wording_free:
 * @self: (transfer full) (nullable): the wording
 */
void
kp_wording_free (KpWording *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->parts);
  g_free (self);
}

/**
 * kp_wording_dup_fields:
 *
 * Returns: (transfer full): the names of all fields, each once, in the order of the text, %NULL-terminated
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
      const char *start, *end;

      for (const char *at = part->text; find_field (at, part->line, &start, &end, NULL); at = end + 1)
        {
          char *name = g_strndup (start, end - start);

          if (!g_hash_table_contains (seen, name))
            g_strv_builder_add (names, name);
          g_hash_table_add (seen, name);
        }
    }
  return g_strv_builder_end (names);
}

static guint
line_of (const KpWordingPart *part,
         const char          *at)
{
  guint line = part->line;

  for (const char *c = part->text; c < at; c++)
    line += *c == '\n';
  return line;
}

/**
 * kp_wording_check:
 * @known: names of the fields that the form fills, %NULL-terminated
 *
 * Whether the text asks for nothing that the form doesn't know.
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR_WORDING that names the first unknown field and its line
 */
gboolean
kp_wording_check (const KpWording   *self,
                  const char *const *known,
                  GError           **error)
{
  g_return_val_if_fail (self != NULL && known != NULL, FALSE);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const KpWordingPart *part = &g_array_index (self->parts, KpWordingPart, i);
      const char *start, *end;

      for (const char *at = part->text; find_field (at, part->line, &start, &end, NULL); at = end + 1)
        {
          g_autofree char *name = g_strndup (start, end - start);

          if (g_strv_contains (known, name))
            continue;
          g_set_error (error, KP_PDF_ERROR, KP_PDF_ERROR_WORDING,
                       _("The wording has in line %u the field “%s”, which this form does not know. Correct "
                         "its name or take it out."),
                       line_of (part, start), name);
          return FALSE;
        }
    }
  return TRUE;
}

static const KpWordingValue *
find_value (const KpWordingValue *values,
            gsize                 n_values,
            const char           *name,
            gsize                 length)
{
  for (gsize i = 0; i < n_values; i++)
    if (strncmp (values[i].name, name, length) == 0 && values[i].name[length] == '\0')
      return &values[i];
  return NULL;
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

static char *
fill_part (const KpWordingPart  *part,
           const KpWordingValue *values,
           gsize                 n_values,
           GError              **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char *at = part->text;
  const char *start, *end;

  for (; find_field (at, part->line, &start, &end, NULL); at = end + 1)
    {
      const KpWordingValue *value = find_value (values, n_values, start, end - start);
      g_autofree char *name = g_strndup (start, end - start);

      if (value == NULL)
        {
          g_set_error (error, KP_PDF_ERROR, KP_PDF_ERROR_WORDING,
                       _("The wording has in line %u the field “%s”, which this form does not know. Correct "
                         "its name or take it out."),
                       line_of (part, start), name);
          return NULL;
        }
      if (!value->is_optional && (value->value == NULL || *value->value == '\0'))
        {
          g_set_error (
              error, KP_PDF_ERROR, KP_PDF_ERROR_WORDING,
              _("The field “%s” in line %u of the wording has no value. Enter it in the record first."),
              name, line_of (part, start));
          return NULL;
        }
      append_plain (out, at, start - 1);
      g_string_append (out, value->value == NULL ? "" : value->value);
    }
  append_plain (out, at, at + strlen (at));
  return g_string_free (g_steal_pointer (&out), FALSE);
}

/**
 * kp_wording_fill:
 * @values: what the form knows, borrowed
 * @n_values: how many
 *
 * Puts the values into the fields; a value is taken as it is, braces in it are text. Lines of one paragraph
 * are joined.
 *
 * Returns: (transfer full) (nullable): a wording without fields, or %NULL with %KP_PDF_ERROR_WORDING (a field
 * that isn't among @values, with its line) or %KP_PDF_ERROR_WORDING (it needs a value and has none)
 */
KpWording *
kp_wording_fill (const KpWording      *self,
                 const KpWordingValue *values,
                 gsize                 n_values,
                 GError              **error)
{
  g_autoptr (KpWording) filled = wording_new_empty ();

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->parts->len; i++)
    {
      const KpWordingPart *part = &g_array_index (self->parts, KpWordingPart, i);
      KpWordingPart copy = { .kind = part->kind, .line = part->line };

      copy.text = fill_part (part, values, n_values, error);
      if (copy.text == NULL)
        return NULL;
      g_array_append_val (filled->parts, copy);
    }
  return g_steal_pointer (&filled);
}

/**
 * kp_wording_get_parts:
 * @n_parts: (out): how many
 *
 * Returns: (transfer none): the paragraphs and headings in their order, valid as long as @self
 */
const KpWordingPart *
kp_wording_get_parts (const KpWording *self,
                      gsize           *n_parts)
{
  g_return_val_if_fail (self != NULL && n_parts != NULL, NULL);

  *n_parts = self->parts->len;
  return (const KpWordingPart *) (gpointer) self->parts->data;
}

static char *
dup_shipped (const char *path)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize size;
  const char *text;

  g_assert (bytes != NULL);
  text = g_bytes_get_data (bytes, &size);
  return g_strndup (text, size);
}

/**
 * kp_wording_dup_contract:
 *
 * Returns: (transfer full): the shipped wording of the labour contract, to print or to edit
 */
char *
kp_wording_dup_contract (void)
{
  return dup_shipped (RESOURCE_FOLDER "contract.md");
}

/**
 * kp_wording_dup_publicity:
 *
 * Returns: (transfer full): the shipped wording of the publicity notice, to print or to edit
 */
char *
kp_wording_dup_publicity (void)
{
  return dup_shipped (RESOURCE_FOLDER "publicity.md");
}

/**
 * kp_wording_dup_letter:
 * @name: of a letter's form, "letter-unqualified"
 *
 * Returns: (transfer full) (nullable): the shipped wording of that letter, to print or to edit; %NULL when there is none
 */
char *
kp_wording_dup_letter (const char *name)
{
  g_autofree char *path = g_strdup_printf (RESOURCE_FOLDER "%s.md", name);

  if (!g_resources_get_info (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
    return NULL;
  return dup_shipped (path);
}
