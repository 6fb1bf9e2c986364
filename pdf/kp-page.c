/* kp-page.c – the page being drawn, in libharu's words.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "kp-page.h"

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_streams.h>

#include "kp-qr.h"

/* The place of a page's own objects before they are numbered; above all numbers of the document. */
#define UNNUMBERED 0x800000

/* What the page was last told, so that it isn't told again. */
typedef struct
{
  gboolean in_text;
  guint file; /* + 1; 0 = none */
  KpLength size;
  KpLength spacing;
  KpInk fill;
  KpInk stroke;
  KpLength thickness;
  gboolean dashed;
} PageState;

struct _KpPage
{
  HPDF_Doc document;
  KpGlyphs *glyphs;
  KpTags *tags;   /* (nullable) */
  HPDF_Page page; /* (nullable) */
  HPDF_Xref objects;
  KpLength width;
  KpLength height;
  gboolean is_bound;
  PageState state;
};

static const float inks[][3] = {
  [KP_INK_BLACK] = { 0, 0, 0 },
  [KP_INK_GREY] = { 0.5F, 0.5F, 0.5F },
  [KP_INK_LIGHT] = { 0.92F, 0.92F, 0.92F },
  [KP_INK_RED] = { 0.86F, 0.0F, 0.0F },
  [KP_INK_WHITE] = { 1, 1, 1 },
};

static float
points (KpLength length)
{
  return (float) length / 1000.0F;
}

static float
points_up (const KpPage *self, KpLength y)
{
  return points (self->height - y);
}

/**
 * kp_page_new:
 * @document: a libharu document; outlives the result
 * @glyphs: its characters; likewise
 *
 * Returns: (transfer full): nothing to draw on yet
 */
KpPage *
kp_page_new (gpointer document, KpGlyphs *glyphs)
{
  KpPage *self = g_new0 (KpPage, 1);

  self->document = document;
  self->glyphs = glyphs;
  return self;
}

/**
 * kp_page_free:
 * @self: (nullable): a page
 */
void
kp_page_free (KpPage *self)
{
  if (self == NULL)
    return;
  kp_page_forget (self);
  g_free (self);
}

/**
 * kp_page_set_tags:
 * @self: a page that isn't begun
 * @tags: of the document; outlive the page
 *
 * All that is drawn is marked with what it means.
 */
void
kp_page_set_tags (KpPage *self, KpTags *tags)
{
  self->tags = tags;
}

/* libharu has no call for operators of its own. */
static void
write_operator (KpPage *self, const char *text)
{
  if (text != NULL)
    HPDF_Stream_WriteStr (((HPDF_PageAttr) self->page->attr)->stream, text);
}

/* Marked content never crosses the border between text and paths. */
static void
end_mark (KpPage *self)
{
  if (self->tags != NULL)
    write_operator (self, kp_tags_close (self->tags));
}

static void
begin_mark (KpPage *self, gboolean is_text)
{
  g_autofree char *mark = self->tags != NULL ? kp_tags_dup_open (self->tags, is_text) : NULL;

  write_operator (self, mark);
}

static void
end_text (KpPage *self)
{
  if (!self->state.in_text)
    return;
  end_mark (self);
  HPDF_Page_EndText (self->page);
  self->state.in_text = FALSE;
}

static void
begin_text (KpPage *self)
{
  if (!self->state.in_text)
    {
      end_mark (self);
      HPDF_Page_BeginText (self->page);
    }
  self->state.in_text = TRUE;
  begin_mark (self, TRUE);
}

static void
begin_path (KpPage *self)
{
  end_text (self);
  begin_mark (self, FALSE);
}

/**
 * kp_page_begin:
 * @self: a page that isn't begun
 * @paper: its size
 * @parent: stands for its node in the tree of pages
 * @number: the page's own in the file
 *
 * Begins a page. When libharu refuses, the document says why and there is none.
 */
void
kp_page_begin (KpPage *self, KpPaper paper, gpointer parent, guint32 number)
{
  kp_paper_get_size (paper, &self->width, &self->height);
  self->state = (PageState){ .thickness = KP_PT (1) };
  self->is_bound = FALSE;
  self->objects = HPDF_Xref_New (self->document->mmgr, UNNUMBERED);
  self->page = self->objects != NULL ? HPDF_Page_New (self->document->mmgr, self->objects) : NULL;
  if (self->page == NULL)
    return;

  g_assert (HPDF_Xref_GetEntry (self->objects, 0)->obj == self->page);
  self->page->header.obj_id = number | HPDF_OTYPE_INDIRECT;
  ((HPDF_PageAttr) self->page->attr)->ver = &self->document->pdf_version;
  HPDF_Page_SetFilter (self->page, HPDF_STREAM_FILTER_FLATE_DECODE);
  HPDF_Dict_Add (self->page, "Parent", parent);
  HPDF_Page_SetWidth (self->page, points (self->width));
  HPDF_Page_SetHeight (self->page, points (self->height));
  if (self->tags != NULL)
    {
      HPDF_Dict_AddNumber (self->page, "StructParents", (HPDF_INT32) kp_tags_begin_page (self->tags, number));
      HPDF_Dict_AddName (self->page, "Tabs", "S");
    }
}

/**
 * kp_page_is_begun:
 * @self: a page
 *
 * Returns: whether something can be drawn.
 */
gboolean
kp_page_is_begun (const KpPage *self)
{
  return self->page != NULL;
}

/**
 * kp_page_get_size:
 * @self: a page that was begun once
 * @width: (out): in 1/1000 pt
 * @height: (out): in 1/1000 pt
 */
void
kp_page_get_size (const KpPage *self, KpLength *width, KpLength *height)
{
  *width = self->width;
  *height = self->height;
}

/**
 * kp_page_set_bound:
 * @self: a page
 * @is_bound: whether text is placed on the upright leaf; see kp_sheet_set_bound()
 */
void
kp_page_set_bound (KpPage *self, gboolean is_bound)
{
  self->is_bound = is_bound;
}

/**
 * kp_page_end:
 * @self: a page that is begun
 *
 * Completes its operators.
 */
void
kp_page_end (KpPage *self)
{
  end_text (self);
  end_mark (self);
  if (self->tags != NULL)
    kp_tags_end_page (self->tags);
}

/**
 * kp_page_get_objects:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the table of its objects, of which only the page itself has its number
 */
gpointer
kp_page_get_objects (const KpPage *self)
{
  return self->objects;
}

/**
 * kp_page_forget:
 * @self: a page
 *
 * Frees its objects.
 */
void
kp_page_forget (KpPage *self)
{
  self->page = NULL;
  if (self->objects != NULL)
    HPDF_Xref_Free (g_steal_pointer (&self->objects));
}

static void
set_fill (KpPage *self, KpInk ink)
{
  if (self->state.fill == ink)
    return;
  HPDF_Page_SetRGBFill (self->page, inks[ink][0], inks[ink][1], inks[ink][2]);
  self->state.fill = ink;
}

static void
set_stroke (KpPage *self, KpInk ink, KpLength thickness, gboolean dashed)
{
  static const HPDF_UINT16 dashes[] = { 3, 2 };

  if (self->state.stroke != ink)
    HPDF_Page_SetRGBStroke (self->page, inks[ink][0], inks[ink][1], inks[ink][2]);
  if (self->state.thickness != thickness)
    HPDF_Page_SetLineWidth (self->page, points (thickness));
  if (self->state.dashed != dashed)
    HPDF_Page_SetDash (self->page, dashes, dashed ? G_N_ELEMENTS (dashes) : 0, 0);
  self->state.stroke = ink;
  self->state.thickness = thickness;
  self->state.dashed = dashed;
}

/**
 * kp_page_begin_span:
 * @self: a page that is begun
 * @text: the characters of a word, in the order of reading
 * @n_bytes: of @text
 *
 * Begins marked content that readers copy as @text. Shaped glyphs alone can't
 * tell it: one may stand for several letters, or several for one.
 */
void
kp_page_begin_span (KpPage *self, const char *text, gsize n_bytes)
{
  g_autofree char *hex = kp_tags_dup_text (text, n_bytes);
  g_autofree char *mark = g_strdup_printf ("/Span <</ActualText %s>> BDC\n", hex);

  begin_text (self);
  write_operator (self, mark);
}

/**
 * kp_page_end_span:
 * @self: a page with a span begun
 *
 * Ends it.
 */
void
kp_page_end_span (KpPage *self)
{
  write_operator (self, "EMC\n");
}

/**
 * kp_page_show_codes:
 * @self: a page that is begun
 * @style: size and ink
 * @run: what and where
 *
 * Shows a run of codes of one face.
 */
void
kp_page_show_codes (KpPage *self, const KpTextStyle *style, const KpPageRun *run)
{
  begin_text (self);
  set_fill (self, style->ink);
  if (self->state.file != run->file + 1U || self->state.size != style->size)
    HPDF_Page_SetFontAndSize (self->page, kp_glyphs_get_handle (self->glyphs, run->file), points (style->size));
  if (self->state.spacing != run->spacing)
    HPDF_Page_SetCharSpace (self->page, points (run->spacing));
  self->state.file = run->file + 1U;
  self->state.size = style->size;
  self->state.spacing = run->spacing;
  if (self->is_bound)
    HPDF_Page_SetTextMatrix (self->page, 0, -1, 1, 0, points (self->width - run->baseline), points_up (self, run->x));
  else
    HPDF_Page_SetTextMatrix (self->page, 1, 0, 0, 1, points (run->x), points_up (self, run->baseline));
  HPDF_Page_ShowText (self->page, run->codes);
}

/**
 * kp_page_stroke_lines:
 * @self: a page that is begun
 * @ink: colour
 * @thickness: half of it on each side
 * @dashed: whether the lines are interrupted
 * @lines: @n_lines lines
 * @n_lines: their number
 *
 * Draws lines as one path.
 */
void
kp_page_stroke_lines (
    KpPage *self, KpInk ink, KpLength thickness, gboolean dashed, const KpSheetLine *lines, guint n_lines)
{
  begin_path (self);
  set_stroke (self, ink, thickness, dashed);
  for (guint i = 0; i < n_lines; i++)
    {
      HPDF_Page_MoveTo (self->page, points (lines[i].x1), points_up (self, lines[i].y1));
      HPDF_Page_LineTo (self->page, points (lines[i].x2), points_up (self, lines[i].y2));
    }
  HPDF_Page_Stroke (self->page);
}

static void
add_rect (KpPage *self, const KpRect *rect)
{
  HPDF_Page_Rectangle (self->page, points (rect->x), points_up (self, rect->y + rect->height), points (rect->width),
                       points (rect->height));
}

/**
 * kp_page_outline:
 * @self: a page that is begun
 * @rect: where
 * @thickness: of the lines, half of it outside
 *
 * Draws the outline of a rectangle.
 */
void
kp_page_outline (KpPage *self, const KpRect *rect, KpLength thickness)
{
  begin_path (self);
  set_stroke (self, KP_INK_BLACK, thickness, FALSE);
  add_rect (self, rect);
  HPDF_Page_Stroke (self->page);
}

/**
 * kp_page_fill:
 * @self: a page that is begun
 * @rect: where
 * @ink: colour
 *
 * Fills a rectangle.
 */
void
kp_page_fill (KpPage *self, const KpRect *rect, KpInk ink)
{
  begin_path (self);
  set_fill (self, ink);
  add_rect (self, rect);
  HPDF_Page_Fill (self->page);
}

/**
 * kp_page_place_jpeg:
 * @self: a page that is begun
 * @rect: where, of the picture's own shape
 * @jpeg: a whole JPEG's bytes; copied
 *
 * Draws a picture that was checked.
 */
void
kp_page_place_jpeg (KpPage *self, const KpRect *rect, GBytes *jpeg)
{
  gsize n = 0;
  const guint8 *data = g_bytes_get_data (jpeg, &n);
  HPDF_Image image;

  begin_path (self);
  image = HPDF_Image_LoadJpegImageFromMem (self->document->mmgr, data, (HPDF_UINT) n, self->objects);
  if (image != NULL)
    HPDF_Page_DrawImage (self->page, image, points (rect->x), points_up (self, rect->y + rect->height),
                         points (rect->width), points (rect->height));
}

/**
 * kp_page_fill_modules:
 * @self: a page that is begun
 * @square: where
 * @n_modules: in one row of the code
 * @n_quiet: modules left white on each side
 * @runs: #KpQrRun
 *
 * Fills the dark modules of a code.
 */
void
kp_page_fill_modules (KpPage *self, const KpRect *square, guint n_modules, guint n_quiet, const GArray *runs)
{
  float module = points (square->width) / (float) (n_modules + 2 * n_quiet);
  float margin = (float) n_quiet * module;

  begin_path (self);
  set_fill (self, KP_INK_BLACK);
  /* Whole numbers inside make the operators short. */
  HPDF_Page_GSave (self->page);
  HPDF_Page_Concat (self->page, module, 0, 0, module, points (square->x) + margin,
                    points_up (self, square->y + square->height) + margin);
  for (guint i = 0; i < runs->len; i++)
    {
      const KpQrRun *run = &g_array_index (runs, KpQrRun, i);

      HPDF_Page_Rectangle (self->page, (float) run->x, (float) (n_modules - 1 - run->y), (float) run->n, 1);
    }
  HPDF_Page_Fill (self->page);
  HPDF_Page_GRestore (self->page);
}
