/* kp-wording-markdown.c – reads the county's text as Markdown into the parts that paper has.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Emphasis stays in the text, a mark behind each character: see KP_SCRIPT_STRONG. What paper doesn't have is refused with its
 * line, so that nothing is lost between the editor and the paper. */

#include "kp-wording-private.h"

#include <cmark.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* A paragraph's text, and of each of its bytes how it is emphasised. */
typedef struct
{
  GString *text;
  GString *marks;
  guint    line; /* of the source, that is being read */
} Paragraph;

/* ---- inside a paragraph ---- */

static void
append (Paragraph  *paragraph,
        const char *text,
        gunichar    mark)
{
  g_string_append (paragraph->text, text);
  for (const char *at = text; *at != '\0'; at++)
    g_string_append_c (paragraph->marks, mark == KP_SCRIPT_STRONG ? 's' : mark == KP_SCRIPT_EMPHASIS ? 'e' : '-');
}

static gboolean
read_inlines (Paragraph  *paragraph,
              cmark_node *parent,
              gunichar    mark,
              GError    **error)
{
  for (cmark_node *node = cmark_node_first_child (parent); node != NULL; node = cmark_node_next (node))
    {
      switch ((int) cmark_node_get_type (node))
        {
        case CMARK_NODE_TEXT:
          append (paragraph, cmark_node_get_literal (node), mark);
          break;
        case CMARK_NODE_SOFTBREAK:
          append (paragraph, "\n", 0);
          paragraph->line++;
          break;
        case CMARK_NODE_STRONG:
          if (!read_inlines (paragraph, node, KP_SCRIPT_STRONG, error))
            return FALSE;
          break;
        case CMARK_NODE_EMPH:
          if (!read_inlines (paragraph, node, mark == 0 ? KP_SCRIPT_EMPHASIS : mark, error))
            return FALSE;
          break;
        case CMARK_NODE_HTML_INLINE:
          return kp_wording_fail (
              error, _("The wording has HTML in line %u. Write plain text; a comment stands on lines of its own."), paragraph->line);
        default:
          return kp_wording_fail (
              error, _("The wording has a link or something else in line %u that paper doesn't have. Write it as text."),
              paragraph->line);
        }
    }
  return TRUE;
}

/* The paper must not show two stars that were meant to emphasise. */
static gboolean
check_stars (const char *text,
             guint       line,
             GError    **error)
{
  for (const char *at = text; *at != '\0'; at++)
    {
      line += *at == '\n';
      if (at[0] == '*' && at[1] == '*')
        return kp_wording_fail (error,
                                _("The wording has “**” in line %u that emphasises nothing. Put it close before and close behind the "
                                  "words, or write “\\*” for a star."),
                                line);
    }
  return TRUE;
}

/* A field is marked as a whole, behind its brace; a doubled brace stays one. */
static char *
dup_text (const Paragraph *paragraph,
          gboolean         has_marks)
{
  const char *text = paragraph->text->str;
  GString *out = g_string_new (NULL);
  gboolean is_inside = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      const char mark = paragraph->marks->str[at - text];
      const gboolean is_brace = *at == '{' || *at == '}';
      const gboolean is_doubled = is_brace && at[1] == *at;
      const gunichar c = g_utf8_get_char (at);
      const gboolean is_marked = has_marks && mark != '-' && (is_brace ? *at == '{' || is_doubled : !is_inside);

      if (c == KP_WORDING_GUARD)
        continue;
      g_string_append_unichar (out, c == KP_WORDING_STAR ? '*' : c);
      if (is_doubled)
        g_string_append_c (out, *at++);
      else if (is_brace)
        is_inside = *at == '{';
      if (is_marked && kp_script_may_emphasise (at))
        g_string_append_unichar (out, mark == 's' ? KP_SCRIPT_STRONG : KP_SCRIPT_EMPHASIS);
    }
  return g_string_free (out, FALSE);
}

static gboolean
add_part (KpWording    *self,
          KpWordingKind kind,
          guint         line,
          cmark_node   *node,
          GError      **error)
{
  const KpWordingPart part = { .kind = kind, .line = line };
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) marks = g_string_new (NULL);
  Paragraph paragraph = { text, marks, line };

  if (!read_inlines (&paragraph, node, 0, error) || !check_stars (text->str, line, error))
    return FALSE;
  /* A title and a heading have a type of their own. */
  if (text->len > 0)
    kp_wording_take_part (self, &part, dup_text (&paragraph, kind == KP_WORDING_TEXT));
  return TRUE;
}

/* ---- around it ---- */

static gboolean
add_heading (KpWording  *self,
             guint       line,
             cmark_node *node,
             GError    **error)
{
  static const KpWordingKind kinds[] = { KP_WORDING_TITLE, KP_WORDING_HEADING, KP_WORDING_SUBHEADING };
  const int level = cmark_node_get_heading_level (node);

  if (level > (int) G_N_ELEMENTS (kinds))
    return kp_wording_fail (error, _("The wording has a heading below the third level in line %u; paper has three."), line);
  return add_part (self, kinds[level - 1], line, node, error);
}

static gboolean
add_node (KpWording  *self,
          guint       line,
          cmark_node *node,
          GError    **error)
{
  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_PARAGRAPH:
      return add_part (self, KP_WORDING_TEXT, line, node, error);
    case CMARK_NODE_HEADING:
      return add_heading (self, line, node, error);
    case CMARK_NODE_HTML_BLOCK:
      return kp_wording_fail (
          error, _("The wording has HTML in line %u. Write plain text; a comment stands on lines of its own."), line);
    default:
      return kp_wording_fail (error,
                              _("The wording has a quotation, code or a rule in line %u, which paper doesn't have. Put a backslash "
                                "before its first character to print it as text."),
                              line);
    }
}

/**
 * kp_wording_read_markdown:
 * @self: gets the parts
 * @text: of one paragraph or heading, as kp_wording_read_lines() prepares it
 * @line: where it begins in the source
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
  cmark_node *document = cmark_parse_document (text, strlen (text), CMARK_OPT_DEFAULT);
  gboolean is_good = TRUE;

  for (cmark_node *node = cmark_node_first_child (document); node != NULL && is_good; node = cmark_node_next (node))
    is_good = add_node (self, line + (guint) MAX (cmark_node_get_start_line (node), 1) - 1, node, error);
  cmark_node_free (document);
  return is_good;
}
