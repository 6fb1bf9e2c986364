/* kp-wording-lines.c – what the lines of a county's text mean before Markdown reads them.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* CommonMark was made for another script and for another writer. A clerk means:
 *
 *   一、（一）1. ① 第一条　 –   begin a paragraph each, and the number stays as it was typed
 *   甲\                        ends the paragraph
 *   甲                         is no heading because of the hyphens below it
 *   ---
 *   ____ [2026] `              are a line to write on, a year, an apostrophe
 *   3*4*5 5201****1234         are a product and a masked number
 *   由**“甲”**和**{乙}**办理    is emphasised, although no blank stands before the quotation mark and the brace
 *
 * So the lines are parted into paragraphs here, and Markdown reads each of them by itself. */

#include "kp-wording-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More digits are a year or an amount. */
#define MOST_DIGITS 3

/* More stars are digits that are masked. */
#define MOST_STARS 3

static gboolean
is_blank (gunichar c)
{
  return c == 0 || g_unichar_isspace (c);
}

static gboolean
is_one_of (const char *characters,
           gunichar    c)
{
  return c != 0 && g_utf8_strchr (characters, -1, c) != NULL;
}

static gboolean
is_digit (gunichar c)
{
  return c >= '0' && c <= '9';
}

static gboolean
is_latin (gunichar c)
{
  return c < 0x80 && g_ascii_isalnum ((char) c);
}

/* ---- what a line begins with ---- */

static const char *
skip_digits (const char *at)
{
  const char *end = at + strspn (at, "0123456789");

  if (end > at)
    return end - at <= MOST_DIGITS ? end : at;
  while (is_one_of ("一二三四五六七八九十百〇", g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  return end;
}

/* ① to ⒛, ㉑ to ㉟, ㊱ to ㊿ */
static gboolean
is_number_character (gunichar c)
{
  return (c >= 0x2460 && c <= 0x249b) || (c >= 0x3251 && c <= 0x325f) || (c >= 0x32b1 && c <= 0x32bf);
}

static gboolean
is_numbered (const char *line)
{
  const gunichar first = g_utf8_get_char (line);
  const gboolean is_bracketed = is_one_of ("（(", first);
  const gboolean is_article = g_str_has_prefix (line, "第");
  const char *digits = is_bracketed || is_article ? g_utf8_next_char (line) : line;
  const char *end = skip_digits (digits);
  gunichar next;

  if (is_number_character (first))
    return TRUE;
  if (end == digits || *end == '\0')
    return FALSE;
  next = g_utf8_get_char (g_utf8_next_char (end));
  if (is_article)
    return is_one_of ("章节条", g_utf8_get_char (end)) && is_blank (next);
  return is_one_of (is_bracketed ? "）)" : "、.．)）", g_utf8_get_char (end)) && !is_digit (next);
}

/* "---", "- - -", "=" */
static gboolean
is_rule (const char *line)
{
  const char again[] = { *line, ' ', '\t', '\0' };

  return *line != '\0' && strchr ("-*=", *line) != NULL && line[strspn (line, again)] == '\0';
}

static gboolean
is_bullet (const char *line)
{
  return *line != '\0' && strchr ("-*+", *line) != NULL && g_ascii_isspace (line[1]) && !is_rule (line);
}

static gboolean
is_alone (const char *line)
{
  return *line == '#' || is_rule (line);
}

static gboolean
begins_paragraph (const char *line)
{
  return is_alone (line) || is_bullet (line) || is_numbered (line) || g_str_has_prefix (line, "•");
}

/* A backslash that no other one makes a character. */
static gboolean
ends_paragraph (const char *line)
{
  gsize n = 0;

  for (gsize i = strlen (line); i > 0 && line[i - 1] == '\\'; i--)
    n++;
  return n % 2 == 1;
}

/* A sharp without a blank behind it is no heading, and never meant as text; bars were a table. */
static gboolean
check_line (const char *line,
            guint       number,
            GError    **error)
{
  const char behind = line[strspn (line, "#")];

  if (*line == '#' && behind != ' ' && behind != '\t' && behind != '\0')
    return kp_wording_fail (error,
                            _("The wording has a “#” without a blank behind it in line %u. Write “# ” for a heading, “\\#” for text."),
                            number);
  if (line[0] == '|' && line[1] != '\0' && g_str_has_suffix (line, "|"))
    return kp_wording_fail (error,
                            _("The wording has a table in line %u, which its text can't have. Write it as paragraphs, or attach it as "
                              "a list."),
                            number);
  return TRUE;
}

/* The number as it was typed, close to its text as official papers have it; the backslash keeps Markdown from counting. */
static void
append_first (GString    *out,
              const char *line)
{
  const gsize n_digits = strspn (line, "0123456789");
  const char *rest = line + n_digits;

  if (is_bullet (line))
    g_string_append_printf (out, "•%s", line + 1 + strspn (line + 1, " \t"));
  else if (n_digits > 0 && (*rest == '.' || *rest == ')'))
    {
      g_string_append_len (out, line, (gssize) n_digits);
      g_string_append_printf (out, "\\%c%s", *rest, rest + 1 + (is_numbered (line) ? strspn (rest + 1, " \t") : 0));
    }
  else
    g_string_append (out, line);
}

/* ---- what stands inside ---- */

static gboolean
is_opening (gunichar c)
{
  const GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_OPEN_PUNCTUATION || type == G_UNICODE_INITIAL_PUNCTUATION || c == '"';
}

static gboolean
is_closing (gunichar c)
{
  const GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_CLOSE_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION || is_one_of ("\"。，、；：！？…％", c);
}

static void
append_stars (GString *out,
              gsize    n,
              gunichar before,
              gunichar behind)
{
  const gboolean is_text
      = n > MOST_STARS || (is_blank (before) && is_blank (behind)) || (n == 1 && is_latin (before) && is_latin (behind));

  if (!is_text && is_closing (before))
    g_string_append_unichar (out, KP_WORDING_GUARD);
  for (gsize i = 0; i < n; i++)
    g_string_append_unichar (out, is_text ? KP_WORDING_STAR : '*');
  if (!is_text && is_opening (behind))
    g_string_append_unichar (out, KP_WORDING_GUARD);
}

static const char *
append_next (GString    *out,
             const char *at,
             gunichar    before)
{
  const gsize n_stars = strspn (at, "*");
  const char *end = g_utf8_next_char (at);

  if (n_stars > 0)
    {
      append_stars (out, n_stars, before, g_utf8_get_char (at + n_stars));
      return at + n_stars;
    }
  if (*at == '\\' && *end == '*')
    g_string_append_unichar (out, KP_WORDING_STAR);
  else if (*at == '\\' && g_ascii_ispunct (*end))
    g_string_append_len (out, at, 2);
  else
    {
      if (strchr ("_[`", *at) != NULL)
        g_string_append_c (out, '\\');
      g_string_append_len (out, at, end - at);
      return end;
    }
  return end + 1;
}

static char *
dup_guarded (const char *text)
{
  GString *out = g_string_new (NULL);
  gunichar before = 0;

  for (const char *at = text; *at != '\0';)
    {
      at = append_next (out, at, before);
      before = g_utf8_get_char (g_utf8_prev_char (at));
    }
  return g_string_free (out, FALSE);
}

/* ---- paragraphs ---- */

static gboolean
read_paragraph (KpWording *wording,
                GString   *lines,
                guint      first,
                GError   **error)
{
  g_autofree char *text = dup_guarded (lines->str);

  g_string_truncate (lines, 0);
  return *text == '\0' || kp_wording_read_markdown (wording, text, first, error);
}

/**
 * kp_wording_read_lines:
 * @self: gets the parts
 * @lines: %NULL-terminated, without blanks around them and without tags of their own
 * @n: how many of them
 * @first: the number of the first one in the source
 * @error: return location
 *
 * Returns: %TRUE, or %FALSE with %KP_PDF_ERROR_WORDING that names the line
 */
gboolean
kp_wording_read_lines (KpWording         *self,
                       const char *const *lines,
                       guint              n,
                       guint              first,
                       GError           **error)
{
  g_autoptr (GString) paragraph = g_string_new (NULL);
  guint begin = first;
  gboolean is_over = TRUE;

  for (guint i = 0; i < n; i++)
    {
      const gboolean is_last = ends_paragraph (lines[i]);
      g_autofree char *line = g_strndup (lines[i], strlen (lines[i]) - is_last);

      if (!check_line (line, first + i, error))
        return FALSE;
      if ((is_over || *line == '\0' || begins_paragraph (line)) && !read_paragraph (self, paragraph, begin, error))
        return FALSE;
      if (paragraph->len == 0)
        {
          begin = first + i;
          append_first (paragraph, line);
        }
      else
        g_string_append_printf (paragraph, "\n%s", line);
      is_over = is_last || is_alone (line);
    }
  return read_paragraph (self, paragraph, begin, error);
}
