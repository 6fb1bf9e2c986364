/* kp-official-sign.c – issuing organs and date at the end of a paper, with and without place for the seal.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* GB/T 9704-2012, 7.3.5. R is the right edge, one sign a character:
 *
 *   with a seal           organ over the middle of the date, the date 4 characters from R
 *   without one           organ 2 characters from R, the date's first character 2 to the right of the organ's
 *   several, with seals   rows of up to three, each over its own seal, the last one over the date
 *   several, without      below one another, the leading organ first, the date as under a single one */

#include "kp-official-private.h"

#include <string.h>

#define DATE_INDENT 4
#define ORGAN_INDENT 2
#define DATE_SHIFT 2

/* A county's seal is 42 mm across; seals must not touch, so rows of them lie five lines (51 mm) apart. */
#define SEAL_RADIUS KP_MM (21)
#define LINES_OF_SEAL 5
#define MOST_SEALS_IN_ROW 3

typedef struct
{
  KpFlow *flow; /* owned */
  guint index;  /* of its line */
  KpLength x;   /* from the left edge of the type area */
  guint line;
} Place;

struct _KpOfficialSign
{
  GArray *places; /* Place */
  guint n_lines;
};

static void
place_clear (gpointer data)
{
  Place *place = data;

  g_clear_pointer (&place->flow, kp_flow_free);
}

static KpTextStyle
sign_style (const KpOfficialGrid *grid)
{
  return kp_official_grid_get_style (grid, grid->layout->body_font);
}

static KpLength
type_width (const KpOfficialGrid *grid)
{
  return (KpLength) grid->layout->characters * grid->pitch;
}

static KpFlow *
break_text (const KpOfficialGrid *grid, const char *text, KpLength width)
{
  KpTextStyle style = sign_style (grid);
  KpBlockStyle block = { .text = style, .leading = grid->leading, .align = KP_ALIGN_LEFT };
  g_autoptr (KpFlow) title = kp_text_break_title (grid->sheet, &style, width, text);
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < kp_flow_get_n_lines (title); i++)
    {
      KpFlowLine line;

      kp_flow_get_line (title, i, &line);
      g_string_append_printf (lines, "%s%.*s", i > 0 ? "\n" : "", (int) line.n_bytes, line.text);
    }
  return kp_text_break_block (grid->sheet, &block, width, lines->str);
}

static KpLength
flow_width (const KpFlow *flow)
{
  KpLength width = 0;

  for (guint i = 0; flow != NULL && i < kp_flow_get_n_lines (flow); i++)
    {
      KpFlowLine line;

      kp_flow_get_line (flow, i, &line);
      width = MAX (width, line.width);
    }
  return width;
}

/* Places every line of FLOW with its middle at MIDDLE, or at X when that is given; gives the line below. */
static guint
place_flow (KpOfficialSign *self, KpFlow *flow, KpLength middle, KpLength x, guint line)
{
  guint n = kp_flow_get_n_lines (flow);

  for (guint i = 0; i < n; i++)
    {
      KpFlowLine of;
      Place place = { .flow = i == 0 ? flow : NULL, .index = i, .line = line + i };

      kp_flow_get_line (flow, i, &of);
      place.x = x >= 0 ? x : middle - of.width / 2;
      g_array_append_val (self->places, place);
    }
  self->n_lines = MAX (self->n_lines, line + n);
  return line + n;
}

/* The organ over the middle of the date; where it is too long for that, the date under the organ's. */
static void
place_sealed (KpOfficialSign *self, const KpOfficialGrid *grid, const char *organ, const char *date, guint line)
{
  KpLength right = type_width (grid);
  KpFlow *name = organ != NULL ? break_text (grid, organ, right - 2 * ORGAN_INDENT * grid->pitch) : NULL;
  KpFlow *day = date != NULL ? break_text (grid, date, right) : NULL;
  KpLength middle = MIN (right - DATE_INDENT * grid->pitch - flow_width (day) / 2,
                         right - ORGAN_INDENT * grid->pitch - flow_width (name) / 2);

  if (name != NULL)
    line = place_flow (self, name, middle, -1, line);
  if (day != NULL)
    place_flow (self, day, middle, -1, line);
}

/* Several names begin at one edge, so that the widest ends 2 characters from the right. A date that is longer stands
 * there itself and pushes them to the left. */
static void
place_unsealed (KpOfficialSign *self, const KpOfficialGrid *grid, char **organs, guint n, const char *date)
{
  KpLength right = type_width (grid) - ORGAN_INDENT * grid->pitch;
  KpFlow *day = date != NULL ? break_text (grid, date, right) : NULL;
  KpLength day_width = flow_width (day);
  KpLength widest = 0;
  KpLength x;
  g_autofree KpFlow **names = g_new0 (KpFlow *, n + 1);
  guint line = 0;

  for (guint i = 0; i < n; i++)
    {
      names[i] = break_text (grid, organs[i], right - ORGAN_INDENT * grid->pitch);
      widest = MAX (widest, flow_width (names[i]));
    }
  x = day_width > widest ? right - day_width - DATE_SHIFT * grid->pitch : right - widest;
  for (guint i = 0; i < n; i++)
    line = place_flow (self, names[i], 0, x, line);
  if (day != NULL)
    place_flow (self, day, 0, n == 0 ? right - day_width : x + DATE_SHIFT * grid->pitch, line);
}

/* How many seals go into a row, so that names keep a character between them; 1 when some name is too long. */
static guint
count_in_row (const KpOfficialGrid *grid, char **organs, guint n, KpLength last_middle, KpLength *spacing)
{
  KpTextStyle style = sign_style (grid);
  KpLength longest = 0;

  for (guint i = 0; i < n; i++)
    longest = MAX (longest, kp_sheet_measure (grid->sheet, &style, organs[i]));
  for (guint in_row = MIN (n, MOST_SEALS_IN_ROW); in_row > 1; in_row--)
    {
      KpLength half = MAX (SEAL_RADIUS, longest / 2);

      *spacing = (last_middle - half) / (KpLength) (in_row - 1);
      *spacing = MIN (*spacing, last_middle * 2 / 3);
      if (*spacing >= MAX (2 * SEAL_RADIUS, longest) + grid->pitch / 2 &&
          last_middle + half <= type_width (grid))
        return in_row;
    }
  *spacing = 0;
  return 1;
}

static void
place_joint_sealed (KpOfficialSign *self, const KpOfficialGrid *grid, char **organs, guint n, const char *date)
{
  KpTextStyle style = sign_style (grid);
  KpLength day_width = date != NULL ? kp_sheet_measure (grid->sheet, &style, date) : 0;
  KpLength last = type_width (grid) - DATE_INDENT * grid->pitch - day_width / 2;
  KpLength spacing = 0;
  guint in_row = count_in_row (grid, organs, n, last, &spacing);
  guint done = 0;

  for (guint line = 0; done < n; line += LINES_OF_SEAL)
    {
      guint here = MIN (in_row, n - done);

      for (guint i = 0; i < here; i++, done++)
        {
          gboolean is_last = done + 1 == n;
          KpLength middle = last - (KpLength) (here - 1 - i) * spacing;

          if (in_row == 1)
            place_sealed (self, grid, organs[done], is_last ? date : NULL, line);
          else
            (void) place_flow (self, break_text (grid, organs[done], type_width (grid)), middle, -1, line);
          if (in_row > 1 && is_last && date != NULL)
            (void) place_flow (self, break_text (grid, date, type_width (grid)), middle, -1, line + 1);
        }
    }
}

/**
 * kp_official_sign_new:
 * @grid: of the paper
 * @organs: (nullable): names; newlines part those that sign together
 * @date: (nullable): below the last name
 * @has_seal: whether the paper is sealed
 *
 * Returns: (transfer full): the names and the date in their places.
 */
KpOfficialSign *
kp_official_sign_new (const KpOfficialGrid *grid, const char *organs, const char *date, gboolean has_seal)
{
  KpOfficialSign *self = g_new0 (KpOfficialSign, 1);
  g_auto (GStrv) names = g_strsplit (organs != NULL ? organs : "", "\n", -1);
  guint n = g_strv_length (names);

  self->places = g_array_new (FALSE, TRUE, sizeof (Place));
  g_array_set_clear_func (self->places, place_clear);
  if (!has_seal)
    place_unsealed (self, grid, names, n, date);
  else if (n > 1)
    place_joint_sealed (self, grid, names, n, date);
  else
    place_sealed (self, grid, n == 1 ? names[0] : NULL, date, 0);
  return self;
}

/**
 * kp_official_sign_free:
 * @self: (transfer full): a signature
 */
void
kp_official_sign_free (KpOfficialSign *self)
{
  g_array_unref (self->places);
  g_free (self);
}

/**
 * kp_official_sign_get_n_lines:
 * @self: a signature
 *
 * Returns: the lines of the grid that it takes.
 */
guint
kp_official_sign_get_n_lines (const KpOfficialSign *self)
{
  return self->n_lines;
}

/**
 * kp_official_sign_draw:
 * @self: a signature
 * @grid: of the paper
 * @top: upper edge of its first line
 *
 * Draws names and date; the seals are pressed on by hand.
 */
void
kp_official_sign_draw (const KpOfficialSign *self, const KpOfficialGrid *grid, KpLength top)
{
  KpTextStyle style = sign_style (grid);
  const KpFlow *flow = NULL;

  for (guint i = 0; i < self->places->len; i++)
    {
      const Place *place = &g_array_index (self->places, Place, i);

      if (place->flow != NULL)
        flow = place->flow;
      kp_text_draw_line (grid->sheet, &style, flow, place->index, KP_OFFICIAL_LEFT + place->x,
                         kp_paper_centre_baseline (top + (KpLength) place->line * grid->leading,
                                                   grid->leading, style.size));
    }
}
