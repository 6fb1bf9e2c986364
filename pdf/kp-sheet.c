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

#include "kp-page.h"
#include "kp-pdf-archive.h"
#include "kp-pdf-error.h"
#include "kp-pdf-output.h"
#include "kp-pdf-seal.h"
#include "kp-sheet-private.h"

#define CREATOR "Kaopin"

/* What the catalog of an archive refers to. */
enum
{
  PART_METADATA,
  PART_INTENT,
  PART_STRUCTURE,
  N_PARTS,
};

struct _KpSheet
{
  HPDF_Doc document;
  KpGlyphs *glyphs;
  KpPage *page;
  KpTags *tags; /* (nullable): of an archive */
  guint n_pages;
  KpSheetReport report;
  KpSheetCode code;
  KpPdfOutput *output;
  HPDF_Stream stream;  /* into the output */
  HPDF_Dict parent;    /* stands for the page's node in the tree of pages */
  guint n_numbered;    /* objects of the document that have their number */
  char *title;         /* (nullable) */
  char *key;           /* (nullable): seals the document */
  HPDF_Dict archive[N_PARTS]; /* stand for what is written last; NULL = not for archives */
  GBytes *bytes;       /* once finished */
};

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
  self->page = kp_page_new (self->document, self->glyphs);
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

  kp_page_free (self->page);
  kp_tags_free (self->tags);
  kp_glyphs_free (self->glyphs);
  for (guint i = 0; i < G_N_ELEMENTS (self->archive); i++)
    if (self->archive[i] != NULL)
      HPDF_Dict_Free (self->archive[i]);
  HPDF_Dict_Free (self->parent);
  HPDF_Stream_Free (self->stream);
  HPDF_Free (self->document);
  kp_pdf_output_free (self->output);
  g_free (self->report.place);
  g_free (self->code.text);
  g_clear_pointer (&self->code.runs, g_array_unref);
  g_free (self->title);
  g_free (self->key);
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
 * kp_sheet_get_code:
 * @self: a sheet
 *
 * Returns: (transfer none): the code drawn last.
 */
KpSheetCode *
kp_sheet_get_code (KpSheet *self)
{
  return &self->code;
}

/**
 * kp_sheet_get_page:
 * @self: a sheet
 *
 * Returns: (transfer none): its newest page, or the place of one.
 */
KpPage *
kp_sheet_get_page (KpSheet *self)
{
  return self->page;
}

/**
 * kp_sheet_get_drawable:
 * @self: a sheet
 *
 * Returns: (transfer none) (nullable): the page to draw on; %NULL when there is none, or after a failure.
 */
KpPage *
kp_sheet_get_drawable (KpSheet *self)
{
  return self->report.failure == NULL && self->bytes == NULL && kp_page_is_begun (self->page) ? self->page : NULL;
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
 * kp_sheet_get_tags:
 * @self: a sheet
 *
 * Returns: (transfer none) (nullable): what the marks of an archive's document mean.
 */
KpTags *
kp_sheet_get_tags (KpSheet *self)
{
  return self->tags;
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
 * the first entry of the document's table is none, that of the page's is the page, which has its number. */
static void
flush_page (KpSheet *self)
{
  HPDF_Xref objects = kp_page_get_objects (self->page);

  if (!kp_page_is_begun (self->page))
    return;

  kp_page_end (self->page);
  note_library_error (self);
  if (self->report.failure == NULL)
    {
      self->n_numbered = number_objects (self, self->document->xref, MAX (self->n_numbered, 1));
      self->parent->header.obj_id =
          kp_pdf_output_get_parent (self->output, number_of (self->document->root_pages)) | HPDF_OTYPE_INDIRECT;
      number_objects (self, objects, 1);
      write_objects (self, objects, 0);
      kp_pdf_output_add_page (self->output, number_of (HPDF_Xref_GetEntry (objects, 0)->obj));
      note_output_error (self);
    }
  kp_page_forget (self->page);
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

  self->n_pages++;
  kp_page_begin (self->page, paper, self->parent, kp_pdf_output_reserve (self->output));
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
 * @self: a sheet without pages
 *
 * The document becomes one of PDF/A-2b that is tagged: what is drawn says what it means. Call once.
 */
void
kp_sheet_set_archive (KpSheet *self)
{
  g_return_if_fail (self->n_pages == 0 && self->tags == NULL);

  for (guint i = 0; i < G_N_ELEMENTS (self->archive); i++)
    {
      self->archive[i] = HPDF_Dict_New (self->document->mmgr);
      g_assert (self->archive[i] != NULL);
      self->archive[i]->header.obj_id = HPDF_OTYPE_INDIRECT;
    }
  self->tags = kp_tags_new (self->output);
  kp_page_set_tags (self->page, self->tags);
}

static void
refer_to (KpSheet *self, guint part, guint32 number)
{
  self->archive[part]->header.obj_id = number | HPDF_OTYPE_INDIRECT;
}

static void
write_archive (KpSheet *self)
{
  const KpPdfArchive archive = kp_pdf_archive_write (self->output, self->title, CREATOR,
                                                     HPDF_GetInfoAttr (self->document, HPDF_INFO_PRODUCER));
  HPDF_Dict catalog = self->document->catalog;
  HPDF_Array intents = HPDF_Array_New (self->document->mmgr);
  HPDF_Dict marked = HPDF_Dict_New (self->document->mmgr);
  HPDF_Dict viewer = HPDF_Dict_New (self->document->mmgr);

  refer_to (self, PART_METADATA, archive.metadata);
  refer_to (self, PART_INTENT, archive.intent);
  refer_to (self, PART_STRUCTURE, kp_tags_write (self->tags));
  HPDF_Dict_Add (catalog, "Metadata", self->archive[PART_METADATA]);
  HPDF_Dict_Add (catalog, "OutputIntents", intents);
  HPDF_Array_Add (intents, self->archive[PART_INTENT]);
  HPDF_Dict_Add (catalog, "StructTreeRoot", self->archive[PART_STRUCTURE]);
  HPDF_Dict_Add (catalog, "MarkInfo", marked);
  HPDF_Dict_AddBoolean (marked, "Marked", HPDF_TRUE);
  HPDF_Dict_Add (catalog, "ViewerPreferences", viewer);
  HPDF_Dict_AddBoolean (viewer, "DisplayDocTitle", HPDF_TRUE);
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

  if (self->tags != NULL)
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
