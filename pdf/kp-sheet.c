/* kp-sheet.c – a document of pages that forms draw on.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Nothing here depends on the clock or on chance, and no date or identifier is written: same drawing, same
 * bytes. libharu's errors stick to its document, so they are looked at once for each block (kp_sheet_check)
 * and no handler is installed, which could only leave by longjmp. */

#include "kp-sheet.h"

#include <glib/gi18n-lib.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_streams.h>
#include <string.h>

#include "kp-glyphs.h"
#include "kp-pdf-error.h"
#include "kp-qr.h"
#include "kp-sheet-private.h"

/* Page tree nodes of this many pages: without it libharu ends at 32,767. */
#define PAGES_PER_NODE 500

#define QR_QUIET_MODULES 2

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

struct _KpSheet
{
  HPDF_Doc document;
  KpGlyphs *glyphs;
  HPDF_Page page;
  KpLength page_width;
  KpLength page_height;
  gboolean is_bound;
  guint n_pages;
  PageState state;
  char *place;
  guint row; /* of the cell being drawn, from 1; 0 = heading */
  const char *heading;
  GError *failure;
  GBytes *bytes; /* once finished */
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
points_up (const KpSheet *self, KpLength y)
{
  return points (self->page_height - y);
}

/* The document's information takes UTF-16, also beyond U+FFFF, which libharu's own encoder turns into spaces.
 */
static void
set_title (KpSheet *self, const char *title)
{
  gsize n = 0;
  g_autofree char *utf16 = g_convert (title, -1, "UTF-16BE", "UTF-8", NULL, &n, NULL);
  g_autofree guint8 *marked = g_malloc (n + 2);

  marked[0] = 0xFE;
  marked[1] = 0xFF;
  memcpy (marked + 2, utf16, n);
  HPDF_Dict_Add (self->document->info, "Title",
                 HPDF_Binary_New (self->document->mmgr, marked, (HPDF_UINT) (n + 2)));
}

/**
 * kp_sheet_new:
 * @fonts: the machine's fonts; the sheet keeps a reference
 * @title: (nullable): what readers show in the window's title, UTF-8
 *
 * Returns: (transfer full): a document without pages.
 */
KpSheet *
kp_sheet_new (KpFontSet *fonts, const char *title)
{
  KpSheet *self = g_new0 (KpSheet, 1);

  self->document = HPDF_New (NULL, NULL);
  g_assert (self->document != NULL);
  HPDF_SetCompressionMode (self->document, HPDF_COMP_ALL);
  HPDF_SetPagesConfiguration (self->document, PAGES_PER_NODE);
  HPDF_UseUTFEncodings (self->document);
  HPDF_SetInfoAttr (self->document, HPDF_INFO_CREATOR, "Kaopin");
  if (title != NULL && g_utf8_validate (title, -1, NULL))
    set_title (self, title);
  self->glyphs = kp_glyphs_new (self->document, fonts);
  return self;
}

/**
 * kp_sheet_free:
 * @self: (nullable): a sheet
 *
 * Throws the document away; bytes that were handed out stay.
 */
void
kp_sheet_free (KpSheet *self)
{
  if (self == NULL)
    return;

  kp_glyphs_free (self->glyphs);
  HPDF_Free (self->document);
  g_free (self->place);
  g_clear_error (&self->failure);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

/**
 * kp_sheet_is_drawable:
 * @self: a sheet
 *
 * Returns: %TRUE when there is a page to draw on and no failure yet.
 */
gboolean
kp_sheet_is_drawable (const KpSheet *self)
{
  return self->failure == NULL && self->bytes == NULL && self->page != NULL;
}

/**
 * kp_sheet_fail:
 * @self: a sheet
 * @error: (transfer full): what went wrong
 *
 * Makes the error the sheet's failure, unless it has one.
 */
void
kp_sheet_fail (KpSheet *self, GError *error)
{
  if (self->failure == NULL)
    self->failure = g_steal_pointer (&error);
  g_clear_error (&error);
}

/**
 * kp_sheet_fail_at_place:
 * @self: a sheet
 * @code: a #KpPdfError
 * @message: a whole sentence, without a person's name
 *
 * Makes an error the sheet's failure that begins with the place that was set.
 */
void
kp_sheet_fail_at_place (KpSheet *self, gint code, const char *message)
{
  g_autoptr (GString) text = g_string_new (self->place);

  if (self->heading != NULL)
    {
      g_string_append (text, text->len > 0 ? ", " : "");
      g_string_append_printf (text, _ ("row %u, column “%s”"), self->row, self->heading);
    }
  g_string_append_printf (text, "%s%s", text->len > 0 ? ": " : "", message);
  kp_sheet_fail (self, g_error_new_literal (KP_PDF_ERROR, code, text->str));
}

/**
 * kp_sheet_set_cell:
 * @self: a sheet
 * @row: of a table, from 1; 0 is the heading
 * @heading: (nullable): of the column, borrowed; %NULL ends the table
 *
 * Says which cell is being drawn, for the errors that follow.
 */
void
kp_sheet_set_cell (KpSheet *self, guint row, const char *heading)
{
  self->row = row;
  self->heading = heading;
}

static void
note_library_error (KpSheet *self)
{
  HPDF_STATUS code = HPDF_GetError (self->document);

  if (code != HPDF_OK)
    kp_sheet_fail (self,
                   g_error_new (KP_PDF_ERROR, KP_PDF_ERROR_LIBRARY,
                                _ ("The PDF library refused to draw page %u (code 0x%04lX). Report this."),
                                self->n_pages, (gulong) code));
}

/**
 * kp_sheet_check:
 * @self: a sheet
 * @error: return location
 *
 * To be called after each block of drawing.
 *
 * Returns: %TRUE when all drawing so far went well, else %FALSE and a copy of
 *   the first failure.
 */
gboolean
kp_sheet_check (KpSheet *self, GError **error)
{
  note_library_error (self);
  if (self->failure == NULL)
    return TRUE;

  g_propagate_error (error, g_error_copy (self->failure));
  return FALSE;
}

/**
 * kp_sheet_set_place:
 * @self: a sheet
 * @place: (nullable): whose paper and which field, without a person's name
 *
 * Says what is being drawn, for the errors that follow.
 */
void
kp_sheet_set_place (KpSheet *self, const char *place)
{
  g_free (self->place);
  self->place = g_strdup (place);
}

static void
end_text (KpSheet *self)
{
  if (self->state.in_text)
    HPDF_Page_EndText (self->page);
  self->state.in_text = FALSE;
}

/**
 * kp_sheet_add_page:
 * @self: a sheet
 * @paper: of the page
 *
 * Begins a page; all drawing goes there from now on.
 */
void
kp_sheet_add_page (KpSheet *self, KpPaper paper)
{
  if (self->page != NULL)
    end_text (self);
  note_library_error (self);
  if (self->failure != NULL || self->bytes != NULL)
    return;

  kp_paper_get_size (paper, &self->page_width, &self->page_height);
  self->page = HPDF_AddPage (self->document);
  self->state = (PageState){ .thickness = KP_PT (1) };
  self->is_bound = FALSE;
  self->n_pages++;
  if (self->page != NULL)
    {
      HPDF_Page_SetWidth (self->page, points (self->page_width));
      HPDF_Page_SetHeight (self->page, points (self->page_height));
    }
  note_library_error (self);
}

/**
 * kp_sheet_get_n_pages:
 * @self: a sheet
 *
 * Returns: the number of pages begun so far.
 */
guint
kp_sheet_get_n_pages (const KpSheet *self)
{
  return self->n_pages;
}

/**
 * kp_sheet_get_page_size:
 * @self: a sheet with a page
 * @width: (out): in 1/1000 pt
 * @height: (out): in 1/1000 pt
 *
 * The size of the newest page.
 */
void
kp_sheet_get_page_size (const KpSheet *self, KpLength *width, KpLength *height)
{
  *width = self->page_width;
  *height = self->page_height;
}

/**
 * kp_sheet_set_bound:
 * @self: a sheet with a page
 * @is_bound: whether the text that follows is placed on the upright leaf
 *
 * A landscape page lies in a bound paper turned by a quarter, its head at the left. Page numbers stay where they
 * are on the leaves around it: with @is_bound, text is given by the places of the upright page. Ends with the page.
 */
void
kp_sheet_set_bound (KpSheet *self, gboolean is_bound)
{
  self->is_bound = is_bound;
}

static void
set_fill (KpSheet *self, KpInk ink)
{
  if (self->state.fill == ink)
    return;
  HPDF_Page_SetRGBFill (self->page, inks[ink][0], inks[ink][1], inks[ink][2]);
  self->state.fill = ink;
}

static void
set_stroke (KpSheet *self, KpInk ink, KpLength thickness, gboolean dashed)
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
 * kp_sheet_show_codes:
 * @self: a drawable sheet
 * @style: size and ink
 * @file: whose face the codes belong to
 * @spacing: added after each character
 * @x: left edge
 * @baseline: of the line
 * @codes: codes in UTF-8, which is how libharu reads two-byte strings
 *
 * Shows a run of codes of one face.
 */
void
kp_sheet_show_codes (KpSheet *self,
                     const KpTextStyle *style,
                     guint8 file,
                     KpLength spacing,
                     KpLength x,
                     KpLength baseline,
                     const char *codes)
{
  if (!self->state.in_text)
    HPDF_Page_BeginText (self->page);
  self->state.in_text = TRUE;
  set_fill (self, style->ink);
  if (self->state.file != file + 1U || self->state.size != style->size)
    HPDF_Page_SetFontAndSize (self->page, kp_glyphs_get_handle (self->glyphs, file), points (style->size));
  if (self->state.spacing != spacing)
    HPDF_Page_SetCharSpace (self->page, points (spacing));
  self->state.file = file + 1U;
  self->state.size = style->size;
  self->state.spacing = spacing;
  if (self->is_bound)
    HPDF_Page_SetTextMatrix (self->page, 0, -1, 1, 0, points (self->page_width - baseline), points_up (self, x));
  else
    HPDF_Page_SetTextMatrix (self->page, 1, 0, 0, 1, points (x), points_up (self, baseline));
  HPDF_Page_ShowText (self->page, codes);
}

/**
 * kp_sheet_get_glyphs:
 * @self: a sheet
 *
 * Returns: (transfer none): the document's characters.
 */
KpGlyphs *
kp_sheet_get_glyphs (KpSheet *self)
{
  return self->glyphs;
}

/**
 * kp_sheet_stroke_lines:
 * @self: a sheet with a page
 * @ink: colour
 * @thickness: half of it on each side
 * @dashed: whether the lines are interrupted
 * @lines: @n_lines lines
 * @n_lines: their number
 *
 * Draws lines as one path.
 */
void
kp_sheet_stroke_lines (
    KpSheet *self, KpInk ink, KpLength thickness, gboolean dashed, const KpSheetLine *lines, guint n_lines)
{
  if (!kp_sheet_is_drawable (self))
    return;
  end_text (self);
  set_stroke (self, ink, thickness, dashed);
  for (guint i = 0; i < n_lines; i++)
    {
      HPDF_Page_MoveTo (self->page, points (lines[i].x1), points_up (self, lines[i].y1));
      HPDF_Page_LineTo (self->page, points (lines[i].x2), points_up (self, lines[i].y2));
    }
  HPDF_Page_Stroke (self->page);
}

static void
outline_rect (KpSheet *self, const KpRect *rect)
{
  HPDF_Page_Rectangle (self->page, points (rect->x), points_up (self, rect->y + rect->height),
                       points (rect->width), points (rect->height));
}

/**
 * kp_sheet_rect:
 * @self: a sheet with a page
 * @rect: where
 * @thickness: of the lines, half of it outside
 *
 * Draws the outline of a rectangle.
 */
void
kp_sheet_rect (KpSheet *self, const KpRect *rect, KpLength thickness)
{
  if (!kp_sheet_is_drawable (self))
    return;
  end_text (self);
  set_stroke (self, KP_INK_BLACK, thickness, FALSE);
  outline_rect (self, rect);
  HPDF_Page_Stroke (self->page);
}

/**
 * kp_sheet_fill:
 * @self: a sheet with a page
 * @rect: where
 * @ink: colour
 *
 * Fills a rectangle; draw it before what lies on it.
 */
void
kp_sheet_fill (KpSheet *self, const KpRect *rect, KpInk ink)
{
  if (!kp_sheet_is_drawable (self))
    return;
  end_text (self);
  set_fill (self, ink);
  outline_rect (self, rect);
  HPDF_Page_Fill (self->page);
}

/**
 * kp_sheet_place_jpeg:
 * @self: a drawable sheet
 * @rect: where, of the picture's own shape
 * @jpeg: a whole JPEG's bytes; copied
 *
 * Draws a picture that was checked.
 */
void
kp_sheet_place_jpeg (KpSheet *self, const KpRect *rect, GBytes *jpeg)
{
  gsize n = 0;
  const guint8 *data = g_bytes_get_data (jpeg, &n);
  HPDF_Image image;

  end_text (self);
  image = HPDF_LoadJpegImageFromMem (self->document, data, (HPDF_UINT) n);
  if (image != NULL)
    HPDF_Page_DrawImage (self->page, image, points (rect->x), points_up (self, rect->y + rect->height),
                         points (rect->width), points (rect->height));
  note_library_error (self);
}

/**
 * kp_sheet_qr:
 * @self: a sheet with a page
 * @box: where; a square at its upper left is used, with a quiet zone of two modules inside
 * @text: (nullable): UTF-8; "" and %NULL draw nothing
 *
 * Draws a QR code. A text that is too long is %KP_PDF_ERROR_QR.
 */
void
kp_sheet_qr (KpSheet *self, const KpRect *box, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) runs = NULL;
  KpLength side = MIN (box->width, box->height);
  guint width = 0;
  float module;

  if (!kp_sheet_is_drawable (self) || text == NULL || *text == '\0')
    return;
  runs = kp_qr_new_runs (text, &width, &error);
  if (runs == NULL)
    {
      kp_sheet_fail_at_place (self, error->code, error->message);
      return;
    }
  end_text (self);
  set_fill (self, KP_INK_BLACK);
  module = points (side) / (float) (width + 2 * QR_QUIET_MODULES);
  /* Whole numbers inside make the operators short. */
  HPDF_Page_GSave (self->page);
  HPDF_Page_Concat (self->page, module, 0, 0, module, points (box->x) + QR_QUIET_MODULES * module,
                    points_up (self, box->y + side) + QR_QUIET_MODULES * module);
  for (guint i = 0; i < runs->len; i++)
    {
      const KpQrRun *run = &g_array_index (runs, KpQrRun, i);

      HPDF_Page_Rectangle (self->page, (float) run->x, (float) (width - 1 - run->y), (float) run->n, 1);
    }
  HPDF_Page_Fill (self->page);
  HPDF_Page_GRestore (self->page);
}

static HPDF_STATUS
collect_bytes (HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT n)
{
  g_byte_array_append (stream->attr, bytes, n);
  return HPDF_OK;
}

/* Embeds the fonts and writes the document into memory through a stream of our own. */
static GBytes *
finish (KpSheet *self)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  HPDF_STATUS status;

  end_text (self);
  kp_glyphs_embed (self->glyphs);
  note_library_error (self);
  if (self->failure != NULL)
    return NULL;

  self->document->stream = HPDF_CallbackWriter_New (self->document->mmgr, collect_bytes, out);
  status = HPDF_SaveToStream (self->document);
  HPDF_Stream_Free (self->document->stream);
  self->document->stream = NULL;
  note_library_error (self);
  if (status != HPDF_OK)
    kp_sheet_fail (self,
                   g_error_new_literal (KP_PDF_ERROR, KP_PDF_ERROR_LIBRARY,
                                        _ ("The PDF library could not finish the document. Report this.")));
  return self->failure == NULL ? g_byte_array_free_to_bytes (g_steal_pointer (&out)) : NULL;
}

/**
 * kp_sheet_dup_bytes:
 * @self: a sheet
 * @error: return location
 *
 * Finishes the document at the first call; nothing can be drawn afterwards.
 * Preview, printer and file get these same bytes.
 *
 * Returns: (transfer full): the PDF, or %NULL with the first failure of the
 *   drawing; a document without pages is one.
 */
GBytes *
kp_sheet_dup_bytes (KpSheet *self, GError **error)
{
  if (self->n_pages == 0)
    kp_sheet_fail (self, g_error_new_literal (KP_PDF_ERROR, KP_PDF_ERROR_LIBRARY,
                                              _ ("There is nothing to print: the document has no page.")));
  if (!kp_sheet_check (self, error))
    return NULL;
  if (self->bytes == NULL)
    self->bytes = finish (self);
  return kp_sheet_check (self, error) ? g_bytes_ref (self->bytes) : NULL;
}
