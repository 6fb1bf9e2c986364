/* kp-wording-markdown.c – reads the county's text as Markdown into the parts that paper has.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* CommonMark, less what a clerk at a text editor doesn't mean by it: indentation, underscores (a line to write on) and square
 * brackets (发文字号) are text. Emphasis stays in the text, a mark behind each character: see KP_SCRIPT_STRONG. What paper
 * doesn't have is refused with its line, so that nothing is lost between the editor and the paper. */

#include "kp-wording-private.h"

#include "kp-pdf-error.h"

#include <cmark.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* A block's text, and of each of its bytes how it is emphasised. */
typedef struct
{
  GString *text;
  GString *marks;
} Block;

/* Where one chunk of the source becomes parts. */
typedef struct
{
  KpWording *wording;
  guint      line; /* of the source, where the chunk begins */
} Reading;

static gboolean fail (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
fail (GError    **error,
      const char *format,
      ...)
{
  va_list words;

  va_start (words, format);
  g_propagate_error (error, g_error_new_valist (KP_PDF_ERROR, KP_PDF_ERROR_WORDING, format, words));
  va_end (words);
  return FALSE;
}

static guint
get_line (const Reading *reading,
          cmark_node    *node)
{
  return reading->line + (guint) MAX (cmark_node_get_start_line (node), 1) - 1;
}

/* ---- inside a block ---- */

static void
append (Block      *block,
        const char *text,
        gunichar    mark)
{
  g_string_append (block->text, text);
  for (const char *at = text; *at != '\0'; at++)
    g_string_append_c (block->marks, mark == KP_SCRIPT_STRONG ? 's' : mark == KP_SCRIPT_EMPHASIS ? 'e' : '-');
}

static gboolean
read_inlines (cmark_node *parent,
              gunichar    mark,
              guint       line,
              Block      *block,
              GError    **error)
{
  for (cmark_node *node = cmark_node_first_child (parent); node != NULL; node = cmark_node_next (node))
    {
      switch ((int) cmark_node_get_type (node))
        {
        case CMARK_NODE_TEXT:
          append (block, cmark_node_get_literal (node), mark);
          break;
        case CMARK_NODE_SOFTBREAK:
        case CMARK_NODE_LINEBREAK:
          append (block, "\n", 0);
          line++;
          break;
        case CMARK_NODE_STRONG:
          if (!read_inlines (node, KP_SCRIPT_STRONG, line, block, error))
            return FALSE;
          break;
        case CMARK_NODE_EMPH:
          if (!read_inlines (node, mark == 0 ? KP_SCRIPT_EMPHASIS : mark, line, block, error))
            return FALSE;
          break;
        case CMARK_NODE_HTML_INLINE:
          return fail (error, _("The wording has HTML in line %u. Write plain text; a comment stands on lines of its own."), line);
        default:
          return fail (error, _("The wording has a link or something else in line %u that paper doesn't have. Write it as text."),
                       line);
        }
    }
  return TRUE;
}

static void
append_marked (GString    *out,
               const char *character,
               char        mark)
{
  const gsize n = (gsize) (g_utf8_next_char (character) - character);

  g_string_append_len (out, character, (gssize) n);
  if (mark != '-' && !g_unichar_isspace (g_utf8_get_char (character)))
    g_string_append_unichar (out, mark == 's' ? KP_SCRIPT_STRONG : KP_SCRIPT_EMPHASIS);
}

/* A field is marked as a whole, behind its brace; a doubled brace stays one. */
static char *
dup_marked (const Block *block)
{
  const char *text = block->text->str;
  GString *out = g_string_new (NULL);
  gboolean is_inside = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const char mark = block->marks->str[at - text];

      if ((*at == '{' || *at == '}') && at[1] == *at)
        {
          g_string_append_len (out, at, 2);
          at++;
        }
      else if (*at == '{' || *at == '}')
        {
          is_inside = *at == '{';
          append_marked (out, at, is_inside ? mark : '-');
        }
      else
        append_marked (out, at, is_inside ? '-' : mark);
    }
  return g_string_free (out, FALSE);
}

/* Beside a Chinese mark of punctuation, Markdown takes two stars for no emphasis: the paper must not show them. */
static gboolean
check_stars (const char *text,
             guint       line,
             GError    **error)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      line += *at == '\n';
      if (at[0] == '*' && at[1] == '*')
        return fail (error, _("The wording has “**” in line %u that emphasises nothing. Put it before and behind words, not before or "
                              "behind a punctuation mark."), line);
    }
  return TRUE;
}

static gboolean
add_block (const Reading *reading,
           cmark_node    *node,
           KpWordingKind  kind,
           const char    *prefix,
           GError       **error)
{
  const KpWordingPart part = { .kind = kind, .line = get_line (reading, node) };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) marks = g_string_new (NULL);
  Block block = { text, marks };

  append (&block, prefix, 0);
  if (!read_inlines (node, 0, part.line, &block, error) || !check_stars (text->str, part.line, error))
    return FALSE;
  /* A title and a heading have a type of their own. */
  if (text->len > 0)
    kp_wording_take_part (reading->wording, &part, kind == KP_WORDING_TEXT ? dup_marked (&block) : g_strdup (text->str));
  return TRUE;
}

/* ---- blocks ---- */

static gboolean
add_heading (const Reading *reading,
             cmark_node    *node,
             GError       **error)
{
  static const KpWordingKind kinds[] = { KP_WORDING_TITLE, KP_WORDING_HEADING, KP_WORDING_SUBHEADING };
  const int level = cmark_node_get_heading_level (node);

  if (level > (int) G_N_ELEMENTS (kinds))
    return fail (error, _("The wording has a heading below the third level in line %u; paper has three."),
                 get_line (reading, node));
  return add_block (reading, node, kinds[level - 1], "", error);
}

/* As official papers number: the number as it was typed, close to its text. */
static gboolean
add_list (const Reading *reading,
          cmark_node    *list,
          GError       **error)
{
  const gboolean is_numbered = cmark_node_get_list_type (list) == CMARK_ORDERED_LIST;
  const char *point = cmark_node_get_list_delim (list) == CMARK_PAREN_DELIM ? ")" : ".";
  int number = cmark_node_get_list_start (list);

  for (cmark_node *item = cmark_node_first_child (list); item != NULL; item = cmark_node_next (item), number++)
    {
      g_autofree char *prefix = is_numbered ? g_strdup_printf ("%d%s", number, point) : g_strdup ("•");

      for (cmark_node *node = cmark_node_first_child (item); node != NULL; node = cmark_node_next (node))
        {
          const gboolean is_first = node == cmark_node_first_child (item);

          if (cmark_node_get_type (node) != CMARK_NODE_PARAGRAPH)
            return fail (error, _("The wording has a list within a list in line %u. Number it as text."), get_line (reading, node));
          if (!add_block (reading, node, KP_WORDING_TEXT, is_first ? prefix : "", error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
add_node (const Reading *reading,
          cmark_node    *node,
          GError       **error)
{
  const guint line = get_line (reading, node);

  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_PARAGRAPH:
      return add_block (reading, node, KP_WORDING_TEXT, "", error);
    case CMARK_NODE_HEADING:
      return add_heading (reading, node, error);
    case CMARK_NODE_LIST:
      return add_list (reading, node, error);
    case CMARK_NODE_HTML_BLOCK:
      return fail (error, _("The wording has HTML in line %u. Write plain text; a comment stands on lines of its own."), line);
    default:
      return fail (error,
                   _("The wording has a quotation, code or a rule in line %u, which paper doesn't have. Put a backslash "
                     "before its first character to print it as text."),
                   line);
    }
}

/* A sharp without a blank behind it is no heading, and never meant as text. */
static gboolean
check_sharps (const char *text,
              guint       line,
              GError    **error)
{
  for (const char *at = text; at != NULL; at = strchr (at, '\n'), line++)
    {
      at += *at == '\n';
      if (*at == '#' && at[strspn (at, "#")] != ' ' && at[strspn (at, "#")] != '\t' && at[strspn (at, "#")] != '\n'
          && at[strspn (at, "#")] != '\0')
        return fail (error, _("The wording has a “#” without a blank behind it in line %u. Write “# ” for a heading, “\\#” for text."),
                     line);
    }
  return TRUE;
}

static char *
dup_plain (const char *text)
{
  GString *plain = g_string_new (text);

  g_string_replace (plain, "_", "\\_", 0);
  g_string_replace (plain, "[", "\\[", 0);
  g_string_replace (plain, "`", "\\`", 0);
  return g_string_free (plain, FALSE);
}

/**
 * kp_wording_read_markdown:
 * @self: gets the parts
 * @text: lines without blanks around them and without tags of their own
 * @line: where they begin in the source
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR_WORDING that names the line
 */
gboolean
kp_wording_read_markdown (KpWording  *self,
                          const char *text,
                          guint       line,
                          GError    **error)
{
  const Reading reading = { self, line };
  g_autofree char *plain = dup_plain (text);
  cmark_node *document;
  gboolean is_good = TRUE;

  if (!check_sharps (text, line, error))
    return FALSE;
  document = cmark_parse_document (plain, strlen (plain), CMARK_OPT_DEFAULT);
  for (cmark_node *node = cmark_node_first_child (document); node != NULL && is_good; node = cmark_node_next (node))
    is_good = add_node (&reading, node, error);
  cmark_node_free (document);
  return is_good;
}
