/* kp-sheet.c – a document of pages that forms draw on.
 * Copyright 2026 The Kaopin authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Nothing here depends on the clock or on chance, no date is written, and the identifier is made of the content: same
 * drawing, same bytes. libharu's errors stick to its document, so they are looked at once for each block (kp_sheet_check)
 * and no handler is installed, which could only leave by longjmp.
 *
 * A page leaves the memory when the next one begins. libharu would keep it: so a page and its pictures are
 * made in a table of objects of their own, which is written and thrown away, while fonts and the catalog stay
 * in the document's table to the end. Numbers are given out at that moment, to both alike. */

#include "kp-sheet.h"

#include <glib/gi18n-lib.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_streams.h>
#include <string.h>

#include "kp-glyphs.h"
#include "kp-pdf-archive.h"
#include "kp-pdf-error.h"
#include "kp-pdf-output.h"
#include "kp-pdf-seal.h"
#include "kp-qr.h"
#include "kp-sheet-private.h"

/* The place of a page's own objects before they are numbered; above all numbers of the document. */
#define UNNUMBERED 0x800000

#define CREATOR "Kaopin"

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
  KpSheetReport report;
  KpPdfOutput *output;
  HPDF_Stream stream;  /* into the output */
  HPDF_Dict parent;    /* stands for the page's node in the tree of pages */
  HPDF_Xref page_xref; /* objects of the page being drawn */
  guint n_numbered;    /* objects of the document that have their number */
  char *title;         /* (nullable) */
  char *key;           /* (nullable): seals the document */
  HPDF_Dict archive[2]; /* stand for metadata and output intent; NULL = not for archives */
  GBytes *bytes;       /* once finished */
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
set_info (KpSheet *self, const char *key, const char *text)
{
  gsize n = 0;
  g_autofree char *utf16 = g_convert (text, -1, "UTF-16BE", "UTF-8", NULL, &n, NULL);
  g_autofree guint8 *marked = g_malloc (n + 2);

  marked[0] = 0xFE;
  marked[1] = 0xFF;
  memcpy (marked + 2, utf16, n);
  HPDF_Dict_Add (self->document->info, key,
                 HPDF_Binary_New (self->document->mmgr, marked, (HPDF_UINT) (n + 2)));
}

static HPDF_STATUS
pass_on_bytes (HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT n)
{
  kp_pdf_output_append (stream->attr, bytes, n);
  return HPDF_OK;
}

static KpSheet *
new_into (KpPdfOutput *output, KpFontSet *fonts, const char *title)
{
  KpSheet *self = g_new0 (KpSheet, 1);

  self->document = HPDF_New (NULL, NULL);
  g_assert (self->document != NULL);
  HPDF_SetCompressionMode (self->document, HPDF_COMP_ALL);
  HPDF_UseUTFEncodings (self->document);
  HPDF_SetInfoAttr (self->document, HPDF_INFO_CREATOR, CREATOR);
  if (title != NULL && g_utf8_validate (title, -1, NULL))
    {
      set_info (self, "Title", title);
      self->title = g_strdup (title);
    }
  self->glyphs = kp_glyphs_new (self->document, fonts);
  self->output = output;
  self->stream = HPDF_CallbackWriter_New (self->document->mmgr, pass_on_bytes, output);
  self->parent = HPDF_Dict_New (self->document->mmgr);
  g_assert (self->stream != NULL && self->parent != NULL);
  self->parent->header.obj_id = HPDF_OTYPE_INDIRECT;
  return self;
}

/**
 * kp_sheet_new:
 * @fonts: the machine's fonts; the sheet keeps a reference
 * @title: (nullable): what readers show in the window's title, UTF-8
 *
 * Returns: (transfer full): a document without pages, made in memory.
 */
KpSheet *
kp_sheet_new (KpFontSet *fonts, const char *title)
{
  return new_into (kp_pdf_output_new (NULL, NULL), fonts, title);
}

/**
 * kp_sheet_new_for_file:
 * @fonts: the machine's fonts; the sheet keeps a reference
 * @title: (nullable): what readers show in the window's title, UTF-8
 * @path: the target, which stays as it is until kp_sheet_finish()
 * @error: return location
 *
 * For batches of any length: pages go to the disk as they are drawn.
 *
 * Returns: (transfer full): a document without pages, or %NULL with
 *   %KP_PDF_ERROR_WRITE when nothing can be written there.
 */
KpSheet *
kp_sheet_new_for_file (KpFontSet *fonts, const char *title, const char *path, GError **error)
{
  KpPdfOutput *output = kp_pdf_output_new (path, error);

  return output != NULL ? new_into (output, fonts, title) : NULL;
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
  if (self->page_xref != NULL)
    HPDF_Xref_Free (self->page_xref);
  HPDF_Dict_Free (self->parent);
  HPDF_Stream_Free (self->stream);
  HPDF_Free (self->document);
  kp_pdf_output_free (self->output);
  g_free (self->report.place);
  g_free (self->title);
  g_free (self->key);
  for (guint i = 0; i < G_N_ELEMENTS (self->archive); i++)
    if (self->archive[i] != NULL)
      HPDF_Dict_Free (self->archive[i]);
  g_clear_error (&self->report.failure);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

/**
 * kp_sheet_get_report:
 * @self: a sheet
 *
 * Returns: (transfer none): its first failure, and what is being drawn.
 */
KpSheetReport *
kp_sheet_get_report (KpSheet *self)
{
  return &self->report;
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
  return self->report.failure == NULL && self->bytes == NULL && self->page != NULL;
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

static void
note_output_error (KpSheet *self)
{
  GError *error = NULL;

  if (kp_pdf_output_has_failed (self->output) && kp_pdf_output_finish (self->output, &error) == NULL)
    kp_sheet_fail (self, error);
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
  if (self->report.failure == NULL)
    return TRUE;

  g_propagate_error (error, g_error_copy (self->report.failure));
  return FALSE;
}

static void
end_text (KpSheet *self)
{
  if (self->state.in_text)
    HPDF_Page_EndText (self->page);
  self->state.in_text = FALSE;
}

static guint32
number_of (gconstpointer object)
{
  return ((const HPDF_Obj_Header *) object)->obj_id & 0x00FFFFFF;
}

/* Gives the objects of a table their numbers in the file, from index FIRST on. */
static guint
number_objects (KpSheet *self, HPDF_Xref xref, guint first)
{
  for (; first < xref->entries->count; first++)
    {
      HPDF_Obj_Header *header = HPDF_Xref_GetEntry (xref, first)->obj;

      header->obj_id = kp_pdf_output_reserve (self->output) | HPDF_OTYPE_INDIRECT;
    }
  return first;
}

static void
write_objects (KpSheet *self, HPDF_Xref xref, guint first)
{
  for (; first < xref->entries->count; first++)
    {
      gpointer object = HPDF_Xref_GetEntry (xref, first)->obj;

      if (object == self->document->root_pages)
        continue;
      kp_pdf_output_begin (self->output, number_of (object));
      HPDF_Obj_WriteValue (object, self->stream, NULL);
      kp_pdf_output_end (self->output);
    }
}

/* Writes the page, if there is one, and forgets it. What pages share, their fonts, only gets its numbers here;
 * the first entry of the document's table is none. */
static void
flush_page (KpSheet *self)
{
  if (self->page == NULL)
    return;

  end_text (self);
  note_library_error (self);
  if (self->report.failure == NULL)
    {
      self->n_numbered = number_objects (self, self->document->xref, MAX (self->n_numbered, 1));
      self->parent->header.obj_id =
          kp_pdf_output_get_parent (self->output, number_of (self->document->root_pages)) | HPDF_OTYPE_INDIRECT;
      number_objects (self, self->page_xref, 0);
      write_objects (self, self->page_xref, 0);
      kp_pdf_output_add_page (self->output, number_of (self->page));
      note_output_error (self);
    }
  self->page = NULL;
  HPDF_Xref_Free (g_steal_pointer (&self->page_xref));
}

static void
begin_page (KpSheet *self)
{
  self->page_xref = HPDF_Xref_New (self->document->mmgr, UNNUMBERED);
  self->page = self->page_xref != NULL ? HPDF_Page_New (self->document->mmgr, self->page_xref) : NULL;
  if (self->page == NULL)
    return;

  ((HPDF_PageAttr) self->page->attr)->ver = &self->document->pdf_version;
  HPDF_Page_SetFilter (self->page, HPDF_STREAM_FILTER_FLATE_DECODE);
  HPDF_Dict_Add (self->page, "Parent", self->parent);
  HPDF_Page_SetWidth (self->page, points (self->page_width));
  HPDF_Page_SetHeight (self->page, points (self->page_height));
}

/**
 * kp_sheet_add_page:
 * @self: a sheet
 * @paper: of the page
 *
 * Begins a page; all drawing goes there from now on. The page before it is
 * finished and leaves the memory.
 */
void
kp_sheet_add_page (KpSheet *self, KpPaper paper)
{
  flush_page (self);
  note_library_error (self);
  if (self->report.failure != NULL || self->bytes != NULL)
    return;

  kp_paper_get_size (paper, &self->page_width, &self->page_height);
  self->state = (PageState){ .thickness = KP_PT (1) };
  self->is_bound = FALSE;
  self->n_pages++;
  begin_page (self);
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

static void
begin_text (KpSheet *self)
{
  if (!self->state.in_text)
    HPDF_Page_BeginText (self->page);
  self->state.in_text = TRUE;
}

/* libharu has no call for operators of its own. */
static void
write_operator (KpSheet *self, const char *text)
{
  HPDF_Stream_WriteStr (((HPDF_PageAttr) self->page->attr)->stream, text);
}

/**
 * kp_sheet_begin_span:
 * @self: a drawable sheet
 * @text: the characters of a word, in the order of reading
 * @n_bytes: of @text
 *
 * Begins marked content that readers copy as @text. Shaped glyphs alone can't
 * tell it: one may stand for several letters, or several for one.
 */
void
kp_sheet_begin_span (KpSheet *self, const char *text, gsize n_bytes)
{
  g_autoptr (GString) out = g_string_new ("/Span <</ActualText <FEFF");
  gsize n = 0;
  g_autofree guint8 *utf16 = (guint8 *) g_convert (text, (gssize) n_bytes, "UTF-16BE", "UTF-8", NULL, &n, NULL);

  for (gsize i = 0; utf16 != NULL && i < n; i++)
    g_string_append_printf (out, "%02X", utf16[i]);
  g_string_append (out, ">>> BDC\n");
  begin_text (self);
  write_operator (self, out->str);
}

/**
 * kp_sheet_end_span:
 * @self: a sheet with a span begun
 *
 * Ends it.
 */
void
kp_sheet_end_span (KpSheet *self)
{
  write_operator (self, "EMC\n");
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
  begin_text (self);
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
  image = HPDF_Image_LoadJpegImageFromMem (self->document->mmgr, data, (HPDF_UINT) n, self->page_xref);
  if (image != NULL)
    HPDF_Page_DrawImage (self->page, image, points (rect->x), points_up (self, rect->y + rect->height),
                         points (rect->width), points (rect->height));
  note_library_error (self);
}

/**
 * kp_sheet_fill_modules:
 * @self: a drawable sheet
 * @square: where
 * @n_modules: in one row of the code
 * @n_quiet: modules left white on each side
 * @runs: #KpQrRun
 *
 * Fills the dark modules of a code.
 */
void
kp_sheet_fill_modules (
    KpSheet *self, const KpRect *square, guint n_modules, guint n_quiet, const GArray *runs)
{
  float module = points (square->width) / (float) (n_modules + 2 * n_quiet);
  float margin = (float) n_quiet * module;

  end_text (self);
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

/**
 * kp_sheet_set_paper:
 * @self: a sheet that isn't finished
 * @code: which paper it is
 * @journal: how far the journal was
 * @key: the record's own
 *
 * Notes in the document's information which paper it is, and seals it: see kp_pdf_seal_fits(). Call once.
 */
void
kp_sheet_set_paper (KpSheet *self, const char *code, const char *journal, const char *key)
{
  set_info (self, KP_PDF_PAPER_KEY, code);
  set_info (self, KP_PDF_JOURNAL_KEY, journal);
  self->key = g_strdup (key);
}

/**
 * kp_sheet_set_archive:
 * @self: a sheet that isn't finished
 *
 * The document becomes one of PDF/A-2b. Call once.
 */
void
kp_sheet_set_archive (KpSheet *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->archive); i++)
    {
      self->archive[i] = HPDF_Dict_New (self->document->mmgr);
      g_assert (self->archive[i] != NULL);
      self->archive[i]->header.obj_id = HPDF_OTYPE_INDIRECT;
    }
}

static void
write_archive (KpSheet *self)
{
  const KpPdfArchive archive = kp_pdf_archive_write (self->output, self->title, CREATOR,
                                                     HPDF_GetInfoAttr (self->document, HPDF_INFO_PRODUCER));
  HPDF_Dict catalog = self->document->catalog;
  HPDF_Array intents = HPDF_Array_New (self->document->mmgr);

  self->archive[0]->header.obj_id = archive.metadata | HPDF_OTYPE_INDIRECT;
  self->archive[1]->header.obj_id = archive.intent | HPDF_OTYPE_INDIRECT;
  HPDF_Dict_Add (catalog, "Metadata", self->archive[0]);
  HPDF_Dict_Add (catalog, "OutputIntents", intents);
  HPDF_Array_Add (intents, self->archive[1]);
  HPDF_Dict_Add (catalog, "Lang", HPDF_String_New (self->document->mmgr, KP_PDF_LANGUAGE, NULL));
}

/* Embeds the fonts and writes what isn't written yet. */
static void
write_rest (KpSheet *self)
{
  HPDF_Xref xref = self->document->xref;

  flush_page (self);
  kp_glyphs_embed (self->glyphs);
  note_library_error (self);
  if (self->report.failure != NULL)
    return;

  if (self->archive[0] != NULL)
    write_archive (self);
  number_objects (self, xref, self->n_numbered);
  write_objects (self, xref, 1);
  note_library_error (self);
  kp_pdf_output_write_root (self->output, number_of (self->document->root_pages));
  kp_pdf_output_write_end (self->output, number_of (self->document->catalog), number_of (self->document->info),
                           self->key);
}

/* At the first call; later ones do nothing. */
static void
finish (KpSheet *self)
{
  GError *error = NULL;

  if (self->n_pages == 0)
    kp_sheet_fail (self, g_error_new_literal (KP_PDF_ERROR, KP_PDF_ERROR_LIBRARY,
                                              _ ("There is nothing to print: the document has no page.")));
  note_library_error (self);
  if (self->report.failure != NULL || self->bytes != NULL)
    return;

  write_rest (self);
  if (self->report.failure != NULL)
    return;
  self->bytes = kp_pdf_output_finish (self->output, &error);
  if (self->bytes == NULL)
    kp_sheet_fail (self, error);
}

/**
 * kp_sheet_finish:
 * @self: a sheet of kp_sheet_new_for_file()
 * @error: return location
 *
 * Ends the document and puts the file in its place; nothing can be drawn
 * afterwards.
 *
 * Returns: %FALSE with the first failure of drawing or writing; the target is
 *   then as it was. A document without pages is a failure.
 */
gboolean
kp_sheet_finish (KpSheet *self, GError **error)
{
  finish (self);
  return kp_sheet_check (self, error);
}

/**
 * kp_sheet_dup_bytes:
 * @self: a sheet of kp_sheet_new()
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
  finish (self);
  return kp_sheet_check (self, error) ? g_bytes_ref (self->bytes) : NULL;
}
