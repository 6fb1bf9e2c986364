/* kp-ink.c – how far the ink of a glyph reaches up and down.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* HarfBuzz gives the extents of a CFF glyph with the handles of its curves, a sixth of an em too far for some
 * characters. So the outline is walked, and each curve looked at in steps. */

#include "kp-ink.h"

#define STEPS 16

typedef struct
{
  gboolean has_ink;
  float top;
  float bottom;
} Bounds;

static void
reach (Bounds *bounds, float y)
{
  bounds->top = bounds->has_ink ? MAX (bounds->top, y) : y;
  bounds->bottom = bounds->has_ink ? MIN (bounds->bottom, y) : y;
  bounds->has_ink = TRUE;
}

static void
on_move_to_cb (hb_draw_funcs_t *funcs G_GNUC_UNUSED,
               void *data,
               hb_draw_state_t *state G_GNUC_UNUSED,
               float x G_GNUC_UNUSED,
               float y,
               void *user_data G_GNUC_UNUSED)
{
  reach (data, y);
}

static void
on_quadratic_to_cb (hb_draw_funcs_t *funcs G_GNUC_UNUSED,
                    void *data,
                    hb_draw_state_t *state,
                    float control_x G_GNUC_UNUSED,
                    float control_y,
                    float to_x G_GNUC_UNUSED,
                    float to_y,
                    void *user_data G_GNUC_UNUSED)
{
  for (guint i = 1; i <= STEPS; i++)
    {
      const float t = (float) i / STEPS;
      const float s = 1 - t;

      reach (data, s * s * state->current_y + 2 * s * t * control_y + t * t * to_y);
    }
}

static void
on_cubic_to_cb (hb_draw_funcs_t *funcs G_GNUC_UNUSED,
                void *data,
                hb_draw_state_t *state,
                float control1_x G_GNUC_UNUSED,
                float control1_y,
                float control2_x G_GNUC_UNUSED,
                float control2_y,
                float to_x G_GNUC_UNUSED,
                float to_y,
                void *user_data G_GNUC_UNUSED)
{
  for (guint i = 1; i <= STEPS; i++)
    {
      const float t = (float) i / STEPS;
      const float s = 1 - t;

      reach (data, s * s * s * state->current_y + 3 * s * s * t * control1_y + 3 * s * t * t * control2_y +
                       t * t * t * to_y);
    }
}

/**
 * kp_ink_measure:
 * @font: a font at the scale of its units
 * @glyph: one of its glyphs
 * @top: (out): highest ink over the baseline
 * @bottom: (out): lowest ink; below the baseline it is negative
 *
 * Returns: %FALSE for a glyph without ink.
 */
gboolean
kp_ink_measure (hb_font_t *font, guint32 glyph, gint *top, gint *bottom)
{
  Bounds bounds = { .has_ink = FALSE };
  hb_draw_funcs_t *funcs = hb_draw_funcs_create ();

  hb_draw_funcs_set_move_to_func (funcs, on_move_to_cb, NULL, NULL);
  hb_draw_funcs_set_line_to_func (funcs, on_move_to_cb, NULL, NULL);
  hb_draw_funcs_set_quadratic_to_func (funcs, on_quadratic_to_cb, NULL, NULL);
  hb_draw_funcs_set_cubic_to_func (funcs, on_cubic_to_cb, NULL, NULL);
  hb_font_get_glyph_shape (font, glyph, funcs, &bounds);
  hb_draw_funcs_destroy (funcs);
  *top = (gint) bounds.top;
  *bottom = (gint) bounds.bottom;
  return bounds.has_ink;
}
