/* kp-flow.c – Chinese line breaking and justification.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rules (GB/T 15834-2011 on punctuation, and the practice of printers):
 *
 *   - a closing mark (,。、;:?!)》”) never begins a line, an opening mark (《“ never ends one;
 *   - “——” and “……” stay whole, Latin words and numbers such as 1,000 and 9:00 stay whole;
 *   - of two marks side by side the blank half between them goes, as in 》( and 。”;
 *   - when a closing mark falls just outside the line, full-width marks of the line are narrowed to no less
 * than half to make room (push in); where that is not enough the character before it goes down with it (push
 * out);
 *   - the rest of a justified line is spread evenly between characters, but not inside Latin words.
 *
 * All lengths are whole 1/1000 pt. Pango isn't used: it glues Chinese quotation marks to their neighbours and
 * knows no grid of characters. */

#include "kp-flow.h"

#include <string.h>

#include "kp-script.h"

typedef enum
{
  CLASS_NORMAL,
  CLASS_OPEN,
  CLASS_CLOSE,
  CLASS_LATIN,
  CLASS_SPACE,
  CLASS_PAIR,
  CLASS_BREAK,
} Class;

typedef struct
{
  gunichar c;      /* the first, of a word that is shaped */
  guint32 offset;  /* of the first byte */
  guint32 n_bytes; /* with the variation selector, or of the whole word */
  Class class;
  KpLength natural; /* width in the font, with the pitch of the grid */
  KpLength advance; /* after narrowing */
} Item;

typedef struct
{
  guint first;
  guint end;
  KpLength indent;
  KpLength width;
  gboolean is_end_of_paragraph;
} Line;

struct _KpFlow
{
  char *text;
  KpFlowStyle style;
  GArray *items; /* Item */
  GArray *lines; /* Line */
};

static const gunichar forbidden_starts[] = {
  0x0021, 0x0025, 0x0029, 0x002C, 0x002E, 0x003A, 0x003B, 0x003F, 0x005D, 0x007D, 0x00B0, 0x00B7, 0x2019,
  0x201D, 0x2030, 0x2103, 0x3001, 0x3002, 0x3005, 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017,
  0x301E, 0xFF01, 0xFF05, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF3D, 0xFF5D, 0xFF5E,
};

static const gunichar forbidden_ends[] = {
  0x0028, 0x005B, 0x007B, 0x2018, 0x201C, 0x3008, 0x300A, 0x300C, 0x300E,
  0x3010, 0x3014, 0x3016, 0x301D, 0xFF04, 0xFF08, 0xFF3B, 0xFF5B, 0xFFE5,
};

static gboolean
set_contains (const gunichar *set, guint n, gunichar c)
{
  guint low = 0;
  guint high = n;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (set[middle] == c)
        return TRUE;
      if (set[middle] < c)
        low = middle + 1;
      else
        high = middle;
    }
  return FALSE;
}

/**
 * kp_flow_is_forbidden_start:
 * @c: a character
 *
 * Returns: %TRUE when the character may not be the first of a line.
 */
gboolean
kp_flow_is_forbidden_start (gunichar c)
{
  return set_contains (forbidden_starts, G_N_ELEMENTS (forbidden_starts), c);
}

/**
 * kp_flow_is_forbidden_end:
 * @c: a character
 *
 * Returns: %TRUE when the character may not be the last of a line.
 */
gboolean
kp_flow_is_forbidden_end (gunichar c)
{
  return set_contains (forbidden_ends, G_N_ELEMENTS (forbidden_ends), c);
}

static Class
classify (gunichar c)
{
  if (c == '\n')
    return CLASS_BREAK;
  if (c == ' ' || c == '\t')
    return CLASS_SPACE;
  if (c == 0x2014 || c == 0x2026)
    return CLASS_PAIR;
  if (c < 0x80 && g_ascii_isalnum ((char) c))
    return CLASS_LATIN;
  if (kp_flow_is_forbidden_start (c))
    return CLASS_CLOSE;
  if (kp_flow_is_forbidden_end (c))
    return CLASS_OPEN;
  return c < 0x2E80 ? CLASS_LATIN : CLASS_NORMAL;
}

/**
 * kp_flow_is_wide:
 * @c: a character
 *
 * Returns: %TRUE for Chinese characters and marks, which sit on the pitch of a
 *   grid; %FALSE for Latin letters and digits, which keep their own width.
 */
gboolean
kp_flow_is_wide (gunichar c)
{
  return c >= 0x80 && classify (c) != CLASS_LATIN;
}

/* Marks whose ink fills only half of their square, when the font makes them full width. */
static gboolean
is_squeezable (gunichar c)
{
  return (c >= 0x2018 && c <= 0x2019) || (c >= 0x201C && c <= 0x201D) || (c >= 0x3001 && c <= 0x3002) ||
         (c >= 0x3008 && c <= 0x3011) || (c >= 0x3014 && c <= 0x3017) || c == 0xFF01 || c == 0xFF08 ||
         c == 0xFF09 || c == 0xFF0C || c == 0xFF1A || c == 0xFF1B || c == 0xFF1F;
}

/* Width of which a mark can still give up a part: it never becomes narrower than half. */
static KpLength
slack_of (const Item *item, KpLength size)
{
  if (!is_squeezable (item->c) || item->natural < size * 9 / 10)
    return 0;
  return MAX (item->advance - item->natural / 2, 0);
}

/* Takes the blank half between ITEM and the mark before it: a closing mark gives its right half, and an
 * opening mark after an opening one its left half. */
static void
close_up (Item *before, Item *item, KpLength size)
{
  if (slack_of (before, size) == 0 || slack_of (item, size) == 0)
    return;
  if (before->class == CLASS_CLOSE)
    before->advance -= before->natural / 2;
  else if (item->class == CLASS_OPEN)
    item->advance -= item->natural / 2;
}

static void
read_items (KpFlow *self, KpAdvanceFunc advance, gpointer data)
{
  KpLength stretch = self->style.pitch > 0 ? self->style.pitch - self->style.size : 0;

  const char *end = self->text + strlen (self->text);

  for (const char *p = self->text; p < end;)
    {
      Item item = { .c = g_utf8_get_char (p), .offset = (guint32) (p - self->text) };
      KpScript script = KP_SCRIPT_PLAIN;

      item.n_bytes = (guint32) kp_script_read_unit (p, end, &script);
      /* Tibetan may break after each syllable, which is what its units are. */
      item.class = script == KP_SCRIPT_TIBETAN ? CLASS_NORMAL : classify (item.c);
      if (item.class != CLASS_BREAK)
        item.natural = advance (p, item.n_bytes, data) + (kp_flow_is_wide (item.c) ? stretch : 0);
      item.advance = item.natural;
      if (self->items->len > 0)
        close_up (&g_array_index (self->items, Item, self->items->len - 1), &item, self->style.size);
      g_array_append_val (self->items, item);
      p += item.n_bytes;
    }
}

static Item *
item_at (const KpFlow *self, guint index)
{
  return &g_array_index (self->items, Item, index);
}

static gboolean
ends_paragraph (const KpFlow *self, guint index)
{
  return index >= self->items->len || item_at (self, index)->class == CLASS_BREAK;
}

/* May a line that began at FIRST break just before INDEX? */
static gboolean
may_break (const KpFlow *self, guint first, guint index)
{
  const Item *after = item_at (self, index);
  const Item *beside = item_at (self, index - 1);
  const Item *before = beside;

  if (after->class == CLASS_CLOSE || after->class == CLASS_SPACE)
    return FALSE;
  /* "( " still ends with an opening mark. */
  while (before > item_at (self, first) && before->class == CLASS_SPACE)
    before--;
  if (before->class == CLASS_OPEN)
    return FALSE;
  if (beside->class == CLASS_PAIR && after->class == CLASS_PAIR && beside->c == after->c)
    return FALSE;
  if (beside->class == CLASS_LATIN && after->class == CLASS_LATIN)
    return FALSE;
  /* 9:00 and 1,000 */
  return !(beside->class == CLASS_CLOSE && beside->c < 0x80 && after->class == CLASS_LATIN);
}

/* Takes OVER off the marks of items [first, end), each by the same share of what it can give. */
static void
squeeze (KpFlow *self, guint first, guint end, KpLength over, KpLength slack)
{
  for (guint i = first; i < end; i++)
    {
      Item *item = item_at (self, i);
      KpLength own = slack_of (item, self->style.size);

      if (own > 0)
        item->advance -= (KpLength) (((gint64) own * over + slack - 1) / slack);
    }
}

/* Finds the end of the line that begins at FIRST and has room for AVAILABLE; narrows marks where that saves
 * it. */
static guint
find_line_end (KpFlow *self, guint first, KpLength available)
{
  KpLength width = 0;
  KpLength slack = 0;
  guint last_break = 0;
  guint i = first;

  for (; !ends_paragraph (self, i); i++)
    {
      const Item *item = item_at (self, i);
      KpLength over = width + item->advance - available;

      if (i > first && may_break (self, first, i))
        last_break = i;
      slack += slack_of (item, self->style.size);
      if (over > 0 && item->class != CLASS_SPACE)
        {
          gboolean next_is_free = ends_paragraph (self, i + 1) || may_break (self, first, i + 1);

          if (item->class == CLASS_CLOSE && slack > 0 && over <= slack && next_is_free)
            {
              squeeze (self, first, i + 1, over, slack);
              return i + 1;
            }
          if (last_break > 0)
            return last_break;
          /* One word wider than the line: it is cut, but never into nothing. */
          return MAX (i, first + 1);
        }
      width += item->advance;
    }
  return i;
}

static void
append_line (KpFlow *self, guint first, guint end, KpLength indent)
{
  Line line = { first, end, indent, 0, ends_paragraph (self, end) };

  while (line.end > first && item_at (self, line.end - 1)->class == CLASS_SPACE)
    line.end--;
  for (guint i = first; i < line.end; i++)
    line.width += item_at (self, i)->advance;
  g_array_append_val (self->lines, line);
}

static void
break_lines (KpFlow *self)
{
  gboolean begins_paragraph = TRUE;
  guint i = 0;

  while (i < self->items->len)
    {
      KpLength indent = begins_paragraph ? self->style.first_indent : self->style.rest_indent;
      guint end = find_line_end (self, i, self->style.width - indent);

      append_line (self, i, end, indent);
      begins_paragraph = ends_paragraph (self, end);
      i = end;
      if (begins_paragraph)
        i++;
      while (!begins_paragraph && i < self->items->len && item_at (self, i)->class == CLASS_SPACE)
        i++;
    }
}

/**
 * kp_flow_new:
 * @text: UTF-8; a newline ends a paragraph
 * @style: column, indents and alignment, in 1/1000 pt
 * @advance: (scope call): gives the natural width of a unit
 * @data: handed to @advance
 *
 * Breaks a text into lines. No line is wider than the column unless a single
 * character, or a word of a script that is shaped, is: see kp_flow_is_overfull().
 *
 * Returns: (transfer full): the lines; free with kp_flow_free().
 */
KpFlow *
kp_flow_new (const char *text, const KpFlowStyle *style, KpAdvanceFunc advance, gpointer data)
{
  KpFlow *self = g_new0 (KpFlow, 1);

  self->text = g_utf8_make_valid (text, -1);
  self->style = *style;
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  read_items (self, advance, data);
  break_lines (self);
  return self;
}

/**
 * kp_flow_free:
 * @self: (nullable): a flow
 *
 * Frees the lines and the copy of the text.
 */
void
kp_flow_free (KpFlow *self)
{
  if (self == NULL)
    return;

  g_free (self->text);
  g_array_unref (self->items);
  g_array_unref (self->lines);
  g_free (self);
}

/**
 * kp_flow_get_n_lines:
 * @self: a flow
 *
 * Returns: the number of lines; 0 for an empty text.
 */
guint
kp_flow_get_n_lines (const KpFlow *self)
{
  return self->lines->len;
}

/**
 * kp_flow_is_overfull:
 * @self: a flow
 *
 * Returns: %TRUE when a line doesn't fit the column.
 */
gboolean
kp_flow_is_overfull (const KpFlow *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      if (line->width > self->style.width - line->indent)
        return TRUE;
    }
  return FALSE;
}

/**
 * kp_flow_get_line:
 * @self: a flow
 * @index: from 0
 * @line: (out): its text is borrowed from the flow
 *
 * What a line holds, without spaces at its end.
 */
void
kp_flow_get_line (const KpFlow *self, guint index, KpFlowLine *line)
{
  const Line *found = &g_array_index (self->lines, Line, index);
  gsize begin = found->first < self->items->len ? item_at (self, found->first)->offset : strlen (self->text);
  gsize end = begin;

  if (found->end > found->first)
    end = item_at (self, found->end - 1)->offset + item_at (self, found->end - 1)->n_bytes;
  line->text = self->text + begin;
  line->n_bytes = end - begin;
  line->indent = found->indent;
  line->width = found->width;
  line->is_end_of_paragraph = found->is_end_of_paragraph;
}

/* Is room spread after item INDEX? Not inside Latin words and numbers. */
static gboolean
takes_gap (const KpFlow *self, guint index)
{
  const Item *item = item_at (self, index);
  const Item *next = item_at (self, index + 1);

  return !(item->c < 0x80 && next->c < 0x80 && item->class != CLASS_SPACE && next->class != CLASS_SPACE);
}

static KpLength
justify_gap (const KpFlow *self, const Line *line, KpLength room)
{
  gboolean fills = self->style.align == KP_ALIGN_SPREAD ||
                   (self->style.align == KP_ALIGN_JUSTIFY && !line->is_end_of_paragraph);
  KpLength n_gaps = 0;

  if (!fills || room <= 0)
    return 0;
  for (guint i = line->first; i + 1 < line->end; i++)
    n_gaps += takes_gap (self, i);
  return n_gaps > 0 ? room / n_gaps : 0;
}

/**
 * kp_flow_foreach_piece:
 * @self: a flow
 * @index: of the line, from 0
 * @func: (scope call): called for each run, from left to right
 * @data: handed to @func
 *
 * Places the characters of a line. A run ends where the space after a
 * character changes; an opening mark that was narrowed begins a run of its
 * own, moved left, since its ink lies in the right half of its square.
 */
void
kp_flow_foreach_piece (const KpFlow *self, guint index, KpFlowPieceFunc func, gpointer data)
{
  const Line *line = &g_array_index (self->lines, Line, index);
  KpLength room = self->style.width - line->indent - line->width;
  KpLength gap = justify_gap (self, line, room);
  KpLength x = line->indent;
  KpFlowPiece piece = { 0 };

  if (self->style.align == KP_ALIGN_CENTRE)
    x += room / 2;
  else if (self->style.align == KP_ALIGN_RIGHT)
    x += room;
  for (guint i = line->first; i < line->end; i++)
    {
      const Item *item = item_at (self, i);
      KpLength narrowed = item->advance - item->natural;
      KpLength shift = item->class == CLASS_OPEN ? narrowed : 0;
      KpLength extra = narrowed - shift + (i + 1 < line->end && takes_gap (self, i) ? gap : 0);

      /* The last word stays in its run: those from right to left are put in order within one. */
      if (i + 1 == line->end && piece.n_bytes > 0 && extra == 0 && kp_script_of (item->c) == KP_SCRIPT_ARABIC)
        extra = piece.extra;

      if (piece.n_bytes > 0 && (extra != piece.extra || shift != 0))
        {
          func (&piece, data);
          piece.n_bytes = 0;
        }
      if (piece.n_bytes == 0)
        piece = (KpFlowPiece){ self->text + item->offset, 0, x + shift, extra };
      piece.n_bytes += item->n_bytes;
      x += item->natural + shift + extra;
    }
  if (piece.n_bytes > 0)
    func (&piece, data);
}
