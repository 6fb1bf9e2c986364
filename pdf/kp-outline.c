/* kp-outline.c – glyphs of any font as TrueType outlines.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* HarfBuzz draws a glyph of a glyf, CFF or CFF2 font as lines, quadratic and cubic curves. TrueType knows no
 * cubic ones, so each becomes as many quadratic ones as it takes to stay within 1/2000 em. */

#include "kp-outline.h"

#include <math.h>
#include <stdlib.h>

enum
{
  FLAG_ON_CURVE = 0x01,
  FLAG_X_SHORT = 0x02,
  FLAG_Y_SHORT = 0x04,
  FLAG_REPEAT = 0x08,
  FLAG_X_SAME = 0x10, /* or, with FLAG_X_SHORT, positive */
  FLAG_Y_SAME = 0x20,
};

/* The midpoint approximation of a cubic errs by sqrt(3)/36 of its third difference. */
#define CUBIC_ERROR 0.0481125F
#define MAX_CUBIC_PIECES 16

typedef struct
{
  gint x;
  gint y;
  gboolean is_on_curve;
} Point;

typedef struct
{
  float x;
  float y;
} Vector;

struct _KpOutline
{
  hb_font_t *font;
  hb_draw_funcs_t *funcs;
  GArray *points; /* Point */
  GArray *ends;   /* guint: last point of each contour */
  float tolerance;
};

/**
 * kp_outline_put_u8:
 * @out: where to append
 * @value: 8 bits
 *
 * Appends one byte.
 */
void
kp_outline_put_u8 (GByteArray *out, guint value)
{
  guint8 byte = (guint8) value;

  g_byte_array_append (out, &byte, 1);
}

/**
 * kp_outline_put_u16:
 * @out: where to append
 * @value: 16 bits, signed or not
 *
 * Appends a big-endian number.
 */
void
kp_outline_put_u16 (GByteArray *out, gint value)
{
  guint8 bytes[2] = { (guint8) (value >> 8), (guint8) value };

  g_byte_array_append (out, bytes, 2);
}

/**
 * kp_outline_put_u32:
 * @out: where to append
 * @value: 32 bits
 *
 * Appends a big-endian number.
 */
void
kp_outline_put_u32 (GByteArray *out, guint32 value)
{
  guint8 bytes[4] = { (guint8) (value >> 24), (guint8) (value >> 16), (guint8) (value >> 8), (guint8) value };

  g_byte_array_append (out, bytes, 4);
}

/**
 * kp_outline_pad:
 * @out: where to append
 *
 * Appends zeroes up to a multiple of four bytes.
 */
void
kp_outline_pad (GByteArray *out)
{
  while (out->len % 4 != 0)
    kp_outline_put_u8 (out, 0);
}

static void
add_point (KpOutline *self, float x, float y, gboolean is_on_curve)
{
  Point point = { (gint) lroundf (x), (gint) lroundf (y), is_on_curve };

  g_array_append_val (self->points, point);
}

static void
on_point (hb_draw_funcs_t *funcs G_GNUC_UNUSED,
          void *data,
          hb_draw_state_t *state G_GNUC_UNUSED,
          float x,
          float y,
          void *user_data G_GNUC_UNUSED)
{
  add_point (data, x, y, TRUE);
}

static void
on_quadratic (hb_draw_funcs_t *funcs G_GNUC_UNUSED,
              void *data,
              hb_draw_state_t *state G_GNUC_UNUSED,
              float control_x,
              float control_y,
              float x,
              float y,
              void *user_data G_GNUC_UNUSED)
{
  add_point (data, control_x, control_y, FALSE);
  add_point (data, x, y, TRUE);
}

static Vector
cubic_at (const Vector p[4], float t)
{
  float m = 1 - t;

  return (Vector){ m * m * m * p[0].x + 3 * m * m * t * p[1].x + 3 * m * t * t * p[2].x + t * t * t * p[3].x,
                   m * m * m * p[0].y + 3 * m * m * t * p[1].y + 3 * m * t * t * p[2].y +
                       t * t * t * p[3].y };
}

static Vector
cubic_slope_at (const Vector p[4], float t)
{
  float m = 1 - t;

  return (Vector){
    3 * (m * m * (p[1].x - p[0].x) + 2 * m * t * (p[2].x - p[1].x) + t * t * (p[3].x - p[2].x)),
    3 * (m * m * (p[1].y - p[0].y) + 2 * m * t * (p[2].y - p[1].y) + t * t * (p[3].y - p[2].y)),
  };
}

static void
on_cubic (hb_draw_funcs_t *funcs G_GNUC_UNUSED,
          void *data,
          hb_draw_state_t *state,
          float x1,
          float y1,
          float x2,
          float y2,
          float x3,
          float y3,
          void *user_data G_GNUC_UNUSED)
{
  KpOutline *self = data;
  Vector p[4] = { { state->current_x, state->current_y }, { x1, y1 }, { x2, y2 }, { x3, y3 } };
  float dx = x3 - 3 * x2 + 3 * x1 - p[0].x;
  float dy = y3 - 3 * y2 + 3 * y1 - p[0].y;
  gint n = CLAMP ((gint) ceilf (cbrtf (CUBIC_ERROR * sqrtf (dx * dx + dy * dy) / self->tolerance)), 1,
                  MAX_CUBIC_PIECES);
  Vector begin = p[0];

  for (gint i = 1; i <= n; i++)
    {
      float from = (float) (i - 1) / (float) n;
      float to = (float) i / (float) n;
      Vector end = cubic_at (p, to);
      Vector from_slope = cubic_slope_at (p, from);
      Vector to_slope = cubic_slope_at (p, to);
      float step = (to - from) / 3;
      Vector c1 = { begin.x + from_slope.x * step, begin.y + from_slope.y * step };
      Vector c2 = { end.x - to_slope.x * step, end.y - to_slope.y * step };

      add_point (self, (3 * (c1.x + c2.x) - begin.x - end.x) / 4, (3 * (c1.y + c2.y) - begin.y - end.y) / 4,
                 FALSE);
      add_point (self, end.x, end.y, TRUE);
      begin = end;
    }
}

static void
on_close (hb_draw_funcs_t *funcs G_GNUC_UNUSED,
          void *data,
          hb_draw_state_t *state G_GNUC_UNUSED,
          void *user_data G_GNUC_UNUSED)
{
  KpOutline *self = data;
  guint start = self->ends->len > 0 ? g_array_index (self->ends, guint, self->ends->len - 1) + 1 : 0;
  guint n = self->points->len;

  if (n > start + 1)
    {
      const Point *first = &g_array_index (self->points, Point, start);
      const Point *last = &g_array_index (self->points, Point, n - 1);

      /* The closing point repeats the first. */
      if (first->is_on_curve && last->is_on_curve && first->x == last->x && first->y == last->y)
        g_array_set_size (self->points, --n);
    }
  if (n > start)
    {
      guint end = n - 1;

      g_array_append_val (self->ends, end);
    }
}

/**
 * kp_outline_new:
 * @font: a font scaled to its own units; borrowed for the life of the outline
 *
 * Returns: (transfer full): a writer of glyphs.
 */
KpOutline *
kp_outline_new (hb_font_t *font)
{
  KpOutline *self = g_new0 (KpOutline, 1);

  self->font = font;
  self->points = g_array_new (FALSE, FALSE, sizeof (Point));
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint));
  self->tolerance = (float) hb_face_get_upem (hb_font_get_face (font)) / 2000.0F;
  self->funcs = hb_draw_funcs_create ();
  hb_draw_funcs_set_move_to_func (self->funcs, on_point, NULL, NULL);
  hb_draw_funcs_set_line_to_func (self->funcs, on_point, NULL, NULL);
  hb_draw_funcs_set_quadratic_to_func (self->funcs, on_quadratic, NULL, NULL);
  hb_draw_funcs_set_cubic_to_func (self->funcs, on_cubic, NULL, NULL);
  hb_draw_funcs_set_close_path_func (self->funcs, on_close, NULL, NULL);
  hb_draw_funcs_make_immutable (self->funcs);
  return self;
}

/**
 * kp_outline_free:
 * @self: (nullable): a writer
 *
 * Frees the writer, not the font.
 */
void
kp_outline_free (KpOutline *self)
{
  if (self == NULL)
    return;

  hb_draw_funcs_destroy (self->funcs);
  g_array_unref (self->points);
  g_array_unref (self->ends);
  g_free (self);
}

static guint8
point_flags (const Point *point, gint dx, gint dy)
{
  guint8 flags = point->is_on_curve ? FLAG_ON_CURVE : 0;

  if (dx == 0)
    flags |= FLAG_X_SAME;
  else if (ABS (dx) <= 255)
    flags |= FLAG_X_SHORT | (dx > 0 ? FLAG_X_SAME : 0);
  if (dy == 0)
    flags |= FLAG_Y_SAME;
  else if (ABS (dy) <= 255)
    flags |= FLAG_Y_SHORT | (dy > 0 ? FLAG_Y_SAME : 0);
  return flags;
}

static void
put_flags (GByteArray *out, const guint8 *flags, guint n)
{
  for (guint i = 0; i < n;)
    {
      guint run = 1;

      while (i + run < n && flags[i + run] == flags[i] && run < 256)
        run++;
      kp_outline_put_u8 (out, flags[i] | (run > 1 ? FLAG_REPEAT : 0));
      if (run > 1)
        kp_outline_put_u8 (out, run - 1);
      i += run;
    }
}

static void
put_distance (GByteArray *out, gint distance, gboolean is_short, gboolean is_same)
{
  if (is_short)
    kp_outline_put_u8 (out, (guint) ABS (distance));
  else if (!is_same)
    kp_outline_put_u16 (out, distance);
}

static void
put_points (KpOutline *self, GByteArray *out)
{
  const Point *points = (const Point *) (gpointer) self->points->data;
  guint n = self->points->len;
  g_autofree guint8 *flags = g_new (guint8, n);

  for (guint i = 0; i < n; i++)
    flags[i] = point_flags (&points[i], points[i].x - (i > 0 ? points[i - 1].x : 0),
                            points[i].y - (i > 0 ? points[i - 1].y : 0));
  put_flags (out, flags, n);
  for (guint i = 0; i < n; i++)
    put_distance (out, points[i].x - (i > 0 ? points[i - 1].x : 0), flags[i] & FLAG_X_SHORT,
                  flags[i] & FLAG_X_SAME);
  for (guint i = 0; i < n; i++)
    put_distance (out, points[i].y - (i > 0 ? points[i - 1].y : 0), flags[i] & FLAG_Y_SHORT,
                  flags[i] & FLAG_Y_SAME);
}

/**
 * kp_outline_append_glyph:
 * @self: a writer
 * @glyph: of its font, with how far it is moved
 * @out: where to append
 * @info: (out): what the tables beside glyf need to know
 *
 * Appends the glyph as a simple one, without instructions, padded to four bytes.
 */
void
kp_outline_append_glyph (KpOutline *self, const KpOutlineGlyph *glyph, GByteArray *out, KpOutlineInfo *info)
{
  Point *points;
  gint box[4] = { G_MAXINT16, G_MAXINT16, G_MININT16, G_MININT16 };

  g_array_set_size (self->points, 0);
  g_array_set_size (self->ends, 0);
  hb_font_get_glyph_shape (self->font, glyph->glyph, self->funcs, self);
  *info = (KpOutlineInfo){ self->points->len, self->ends->len, 0 };
  if (self->ends->len == 0)
    return;

  points = (Point *) (gpointer) self->points->data;
  for (guint i = 0; i < self->points->len; i++)
    {
      points[i].x += glyph->x;
      points[i].y += glyph->y;
      box[0] = MIN (box[0], points[i].x);
      box[1] = MIN (box[1], points[i].y);
      box[2] = MAX (box[2], points[i].x);
      box[3] = MAX (box[3], points[i].y);
    }
  info->left = box[0];
  kp_outline_put_u16 (out, (gint) self->ends->len);
  for (guint i = 0; i < G_N_ELEMENTS (box); i++)
    kp_outline_put_u16 (out, box[i]);
  for (guint i = 0; i < self->ends->len; i++)
    kp_outline_put_u16 (out, (gint) g_array_index (self->ends, guint, i));
  kp_outline_put_u16 (out, 0);
  put_points (self, out);
  kp_outline_pad (out);
}
