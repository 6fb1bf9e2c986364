/* kp-wording.c – text with named fields that a county edits: parse, list the fields, fill.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lawyers and clerks edit this text, so every complaint names the line, and a field is Chinese: {乙方姓名}.
 * Parsing and filling are apart: a wording is checked when it is edited, long before there is somebody to
 * print it for. */

#include "kp-wording-private.h"

#include "kp-pdf-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define RESOURCE_FOLDER "/org/kaopin/Kaopin/wording/"

static void
part_clear (gpointer data)
{
  KpWordingPart *part = data;

  g_free (part->text);
}

/** kp_wording_new_empty: without parts. (transfer full) */
KpWording *
kp_wording_new_empty (void)
{
  KpWording *self = g_new0 (KpWording, 1);

  self->parts = g_array_new (FALSE, TRUE, sizeof (KpWordingPart));
  g_array_set_clear_func (self->parts, part_clear);
  return self;
}

/** kp_wording_fail: sets %KP_PDF_ERROR_WORDING with a sentence that names the line. Returns: %FALSE */
gboolean
kp_wording_fail (GError    **error,
                 const char *format,
                 ...)
{
  va_list words;

  va_start (words, format);
  g_propagate_error (error, g_error_new_valist (KP_PDF_ERROR, KP_PDF_ERROR_WORDING, format, words));
  va_end (words);
  return FALSE;
}

/** kp_wording_take_part: adds a part like @part with @text, which is taken over. */
void
kp_wording_take_part (KpWording           *self,
                      const KpWordingPart *part,
                      char                *text)
{
  const KpWordingPart own = { part->kind, text, part->line };

  g_array_append_val (self->parts, own);
}

/* A field that is emphasised has the mark of it behind its brace. */
static const char *
skip_mark (KpWordingTag *tag)
{
  const gunichar c = g_utf8_get_char (tag->start);

  tag->mark = c == KP_SCRIPT_STRONG || c == KP_SCRIPT_EMPHASIS ? c : 0;
  return tag->mark != 0 ? g_utf8_next_char (tag->start) : tag->start;
}

/* What a name between braces means: the words of the county's own text are Chinese, and a field has no blank. */
static void
read_tag (KpWordingTag *tag)
{
  static const struct
  {
    const char *word;
    KpTagKind   kind;
    gboolean    has_name;
  } words[] = {
    { "如果没有 ", KP_TAG_UNLESS, TRUE }, { "如果 ", KP_TAG_IF, TRUE }, { "每项 ", KP_TAG_EACH, TRUE },
    { "否则", KP_TAG_ELSE, FALSE },       { "完", KP_TAG_END, FALSE },
  };
  const char *text = skip_mark (tag);
  const gsize length = (gsize) (tag->end - text);
  const char *equal;

  tag->kind = KP_TAG_FIELD;
  tag->name = text;
  tag->length = length;
  tag->value = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].has_name ? g_str_has_prefix (text, words[i].word)
                          : length == strlen (words[i].word) && g_str_has_prefix (text, words[i].word))
      {
        tag->kind = words[i].kind;
        tag->name += words[i].has_name ? strlen (words[i].word) : 0;
        tag->length -= words[i].has_name ? strlen (words[i].word) : 0;
        break;
      }
  equal = tag->kind == KP_TAG_IF || tag->kind == KP_TAG_UNLESS ? memchr (tag->name, '=', tag->length) : NULL;
  if (equal == NULL)
    return;
  tag->value = equal + 1;
  tag->value_length = (gsize) (tag->end - tag->value);
  tag->length = (gsize) (equal - tag->name);
}

/**
 * kp_wording_find_tag:
 * @from: in a part's text
 * @line: its line, for the error
 * @tag: (out): what stands between the next braces
 * @error: return location
 *
 * "{{" and "}}" are braces of the text.
 *
 * Returns: %TRUE when there is one; %FALSE without an error at the end of the text, or with %KP_PDF_ERROR_WORDING
 */
gboolean
kp_wording_find_tag (const char   *from,
                     guint         line,
                     KpWordingTag *tag,
                     GError      **error)
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
      tag->start = at + 1;
      tag->end = tag->start + strcspn (tag->start, "{}\n");
      read_tag (tag);
      if (*tag->end == '}' && tag->length > 0)
        return TRUE;
      g_set_error (
          error, KP_PDF_ERROR, KP_PDF_ERROR_WORDING,
          *tag->end == '}'
              ? _("The wording has a field without a name in line %u. Write its name between the braces.")
              : _("The wording has a “{” without a “}” after it in line %u. Write “{{” for a brace."),
          line);
      return FALSE;
    }
  return FALSE;
}

/** kp_tag_is_opening: whether a {完} must come after it. */
gboolean
kp_tag_is_opening (const KpWordingTag *tag)
{
  return tag->kind == KP_TAG_IF || tag->kind == KP_TAG_UNLESS || tag->kind == KP_TAG_EACH;
}

/** kp_wording_get_line: the line in the source of a place in a part. */
guint
kp_wording_get_line (const KpWordingPart *part,
                     const char          *at)
{
  guint line = part->line;

  for (const char *c = part->text; c < at; c++)
    line += *c == '\n';
  return line;
}

/* Tags that are open, each with the line of its beginning. */
typedef struct
{
  KpWordingTag tag;
  guint        line;
  gboolean     has_else;
} Open;

static gboolean
fail_tag (const KpWordingTag *tag,
          guint               line,
          gboolean            is_open,
          GError            **error)
{
  const char *start = tag->mark != 0 ? g_utf8_next_char (tag->start) : tag->start;
  g_autofree char *text = g_strndup (start, (gsize) (tag->end - start));

  g_set_error (error, KP_PDF_ERROR, KP_PDF_ERROR_WORDING,
               is_open ? _("The wording has “{%s}” in line %u without a “{完}” after it.")
                       : _("The wording has “{%s}” in line %u, and nothing before it that it belongs to."),
               text, line);
  return FALSE;
}

/* Opens and closes; a {否则} belongs to the condition around it, once. */
static gboolean
follow_tag (GArray             *open,
            const KpWordingTag *tag,
            guint               line,
            GError            **error)
{
  Open *last = open->len > 0 ? &g_array_index (open, Open, open->len - 1) : NULL;
  const Open own = { *tag, line, FALSE };

  if (kp_tag_is_opening (tag))
    g_array_append_val (open, own);
  else if (tag->kind == KP_TAG_END && last != NULL)
    g_array_set_size (open, open->len - 1);
  else if (tag->kind == KP_TAG_ELSE && last != NULL && last->tag.kind != KP_TAG_EACH && !last->has_else)
    last->has_else = TRUE;
  else if (tag->kind != KP_TAG_FIELD)
    return fail_tag (tag, line, FALSE, error);
  return TRUE;
}

static gboolean
check_closed (const GArray *open,
              GError      **error)
{
  const Open *last = open->len > 0 ? &g_array_index (open, Open, open->len - 1) : NULL;

  return last == NULL || fail_tag (&last->tag, last->line, TRUE, error);
}

/* What begins inside a paragraph ends in it. */
static gboolean
check_fields (const KpWordingPart *part,
              GArray              *lines,
              GError             **error)
{
  g_autoptr (GArray) inside = g_array_new (FALSE, FALSE, sizeof (Open));
  GArray *open = part->kind == KP_WORDING_TAG ? lines : inside;
  const char *at = part->text;
  KpWordingTag tag;
  GError *problem = NULL;

  while (kp_wording_find_tag (at, kp_wording_get_line (part, at), &tag, &problem))
    {
      if (!follow_tag (open, &tag, kp_wording_get_line (part, tag.start), error))
        return FALSE;
      at = tag.end + 1;
    }
  if (problem == NULL)
    return check_closed (inside, error);
  g_propagate_error (error, problem);
  return FALSE;
}

static gboolean
check_parts (const KpWording *self,
             GError         **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Open));

  for (guint i = 0; i < self->parts->len; i++)
    if (!check_fields (&g_array_index (self->parts, KpWordingPart, i), lines, error))
      return FALSE;
  return check_closed (lines, error);
}

/* A line that is a condition, a repetition or the end of one, and nothing else. */
static gboolean
is_tag_line (const char *text)
{
  KpWordingTag tag;

  return *text == '{' && text[1] != '{' && kp_wording_find_tag (text, 1, &tag, NULL) && tag.end[1] == '\0'
         && tag.kind != KP_TAG_FIELD;
}

/* A condition or repetition that stands alone parts what is before it from what comes after. */
static gboolean
read_all (KpWording         *self,
          const char *const *lines,
          GError           **error)
{
  guint first = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const KpWordingPart tag = { .kind = KP_WORDING_TAG, .line = i + 1 };

      if (!is_tag_line (lines[i]))
        continue;
      if (!kp_wording_read_lines (self, lines + first, i - first, first + 1, error))
        return FALSE;
      kp_wording_take_part (self, &tag, g_strdup (lines[i]));
      first = i + 1;
    }
  return kp_wording_read_lines (self, lines + first, g_strv_length ((char **) (gpointer) lines) - first, first + 1, error);
}

/* Lines become what is printed: without blanks around them, and empty where there is a comment. */
static gboolean
strip_lines (char   **lines,
             GError **error)
{
  guint comment = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *line = g_strstrip (lines[i]);
      const gboolean is_comment = comment != 0 || g_str_has_prefix (line, "<!--");

      if (is_comment && comment == 0)
        comment = i + 1;
      if (is_comment && g_str_has_suffix (line, "-->"))
        comment = 0;
      if (is_comment)
        *line = '\0';
    }
  return comment == 0
         || kp_wording_fail (
             error, _("The comment of the wording that begins in line %u has no end. Close it with “-->”."), comment);
}

/**
 * kp_wording_new:
 * @text: UTF-8, borrowed
 *
 * Parses a wording: CommonMark with tags. Lines end with LF or CR LF; a byte order mark is skipped.
 *
 * Returns: (transfer full) (nullable): the wording, or %NULL with %KP_PDF_ERROR_WORDING that names the line.
 * Any thread.
 */
KpWording *
kp_wording_new (const char *text,
                GError    **error)
{
  g_autoptr (KpWording) self = kp_wording_new_empty ();
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, KP_PDF_ERROR, KP_PDF_ERROR_WORDING,
                           _("The wording is not UTF-8 text. Save it as UTF-8 and try again."));
      return NULL;
    }
  lines = g_strsplit (g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text, "\n", -1);
  if (!strip_lines (lines, error) || !read_all (self, (const char *const *) lines, error) || !check_parts (self, error))
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

/** kp_wording_drop_emphasis: what it says, without how it looks: to be searched. */
void
kp_wording_drop_emphasis (KpWording *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      KpWordingPart *part = &g_array_index (self->parts, KpWordingPart, i);
      char *to = part->text;

      for (const char *at = part->text; *at != '\0'; at = g_utf8_next_char (at))
        {
          const gunichar c = g_utf8_get_char (at);

          if (c != KP_SCRIPT_STRONG && c != KP_SCRIPT_EMPHASIS)
            to += g_unichar_to_utf8 (c, to);
        }
      *to = '\0';
    }
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
